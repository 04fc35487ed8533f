//! The concordance: left · keyword · right, sortable by either side.

use super::{Link, frame::Frame};
use crate::{
    app::{choice, session::session, words},
    query::{
        filter::{Filter, Sort, View},
        view::{ViewData, concordance::Concordance as Data},
    },
};
use leptos::prelude::*;

/// `#/concordance`.
#[component]
pub fn Concordance() -> impl IntoView {
    let session = session();
    let order = move || session.filter.with(|f| f.sort);
    let data = Signal::derive(move || match &*session.data.get() {
        ViewData::Concordance(data) => data.clone(),
        _ => Data::default(),
    });
    let summary = move || data.with(|d| words::lines(d.total, d.lines.len() as u32, d.cues));
    let sorted = move |of: Sort| if order() == of { "ascending" } else { "none" };
    let column = move |of: Sort, name: &'static str, class: &'static str| {
        view! {
            <th scope="col" class=class aria-sort=move || sorted(of)>
                <button type="button" class="sort" data-key=name on:click=move |_| session.edit(|f| Filter { sort: if f.sort == of { Sort::Text } else { of }, ..f.clone() })>{name}</button>
            </th>
        }
    };
    let rows = move || {
        data.with(|d| {
            let numbers: Vec<u32> = match order() {
                Sort::Left => d.by_left.clone(),
                Sort::Right => d.by_right.clone(),
                _ => (0..d.lines.len() as u32).collect(),
            };
            numbers
                .into_iter()
                .filter_map(|n| d.lines.get(n as usize).cloned())
                .map(|line| {
                    let (id, article) = (line.id.clone(), line.article);
                    let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
                    view! {
                        <tr data-line-of=line.id>
                            <td class="left"><bdi>{line.left}</bdi></td>
                            <td class="keyword"><mark class="hit" data-part="hit">{line.keyword}</mark></td>
                            <td class="right">{line.right}</td>
                            <td class="where"><Link class="read" to=to>{article}</Link></td>
                        </tr>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <Frame head=words::view(View::Concordance).to_string() summary=Signal::derive(summary)>
            <div class="scroll" tabindex="0" role="region" aria-label=words::CONCORDANCE>
                <table class="kwic">
                    <caption class="vh">{words::CONCORDANCE}</caption>
                    <thead><tr>
                        {column(Sort::Left, words::LEFT, "left")}
                        <th scope="col" class="keyword">{words::KEYWORD}</th>
                        {column(Sort::Right, words::RIGHT, "right")}
                        <th scope="col">{words::ARTICLE_COL}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Frame>
    }
}
