//! Figures: those about the same thing together, disagreement marked, then all of them.

use super::{Link, evidence, frame::Frame};
use crate::{
    app::{choice, draw::range, session::session, words},
    query::{
        filter::View,
        view::{
            ViewData,
            figures::{FigureCard, FigureGroup, Figures as Data},
        },
    },
};
use leptos::prelude::*;

/// `#/figures`.
#[component]
pub fn Figures() -> impl IntoView {
    let session = session();
    let data = move || match &*session.data.get() {
        ViewData::Figures(data) => data.clone(),
        _ => Data::default(),
    };
    let summary = move || {
        let data = data();
        words::figures(data.total, data.groups.len() as u32, data.groups.iter().filter(|g| g.disagree).count() as u32)
    };
    let body = move || {
        let data = data();
        let groups = data
            .groups
            .iter()
            .map(|g| {
                let members: Vec<&FigureCard> =
                    g.members.iter().filter_map(|m| data.figures.get(*m as usize)).collect();
                group(g, &members, false).into_any()
            })
            .collect_view();
        let all: Vec<&FigureCard> = data.figures.iter().collect();
        view! {
            {groups}
            {(!all.is_empty()).then(|| view! { <section><h2>{words::ALL_FIGURES}</h2> {table(&all, words::ALL_FIGURES)}</section> })}
        }
    };
    view! { <Frame head=words::view(View::Figures).to_string() summary=Signal::derive(summary)>{body}</Frame> }
}

/// Figures about the same thing, on one line and as a table.
/// `nested` = under a heading of its own.
pub fn group(group: &FigureGroup, members: &[&FigureCard], nested: bool) -> impl IntoView + use<> {
    let bounds: Vec<(Option<f64>, Option<f64>)> = group.amounts.iter().map(|a| (a.low, a.high)).collect();
    let many = group.amounts.len() > 1;
    let lines = range::ranges(&bounds)
        .into_iter()
        .zip(&group.amounts)
        .map(|(r, amount)| {
            let from = r.from.unwrap_or(0.0);
            let to = r.to.unwrap_or(100.0);
            let width = format!("{:.2}%", (to - from).max(0.0));
            view! {
                <li>
                    <span class="range-words">{words::list(&amount.words, "and")}
                        <span class="kind" data-independence>{words::independence(amount.articles, amount.outlets, amount.named)}</span></span>
                    <span class="range" aria-hidden="true">
                        <span class="span" class:open-left=r.from.is_none() class:open-right=r.to.is_none()
                            style:margin-inline-start=format!("{from:.2}%") style:width=width></span>
                    </span>
                </li>
            }
        })
        .collect_view();
    let caption = group.counted.clone();
    let disagree = group.disagree.then(|| view! { <span class="flag disagree">{words::DISAGREE}</span> });
    let head = if nested {
        view! { <h3>{group.counted.clone()} " " {disagree}</h3> }.into_any()
    } else {
        view! { <h2>{group.counted.clone()} " " {disagree}</h2> }.into_any()
    };
    view! {
        <section class="figure-group" data-group=group.counted.clone() data-disagree=group.disagree.to_string()>
            {head}
            <p class="quiet-text" data-independence>{words::independence(group.articles, group.outlets, group.named)}</p>
            {many.then(|| view! { <ul class="ranges">{lines}</ul> })}
            {table(members, &caption)}
        </section>
    }
}

fn table(figures: &[&FigureCard], caption: &str) -> impl IntoView + use<> {
    let session = session();
    let rows = figures
        .iter()
        .map(|f| {
            let id = f.statement.clone().unwrap_or_else(|| f.id.clone());
            let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
            let mut holder: Vec<String> = f.sources.iter().map(|n| n.label.clone()).collect();
            if holder.is_empty() {
                holder.push(words::ARTICLE_ITSELF.to_string());
            }
            let article = f.article.clone();
            let via: Vec<String> = f.via.iter().map(|n| n.label.clone()).collect();
            view! {
                <tr data-figure=f.id.clone()>
                    <th scope="row">{f.words.clone()}</th>
                    <td class="figures" data-label=words::VALUE>{words::bounds(f.low, f.high)}</td>
                    <td data-label=words::ATTRIBUTED>{words::list(&holder, "and")}{(!via.is_empty()).then(|| words::through(&via))}</td>
                    <td data-label=words::ARTICLE_COL><Link class="read" to=to>{article}</Link> " "
                        <span class="quiet-text">{f.outlet.clone().unwrap_or_else(|| words::NOT_STATED.to_string())}", "{words::zone(f.zone)}</span></td>
                    <td class="evidence-cell"><span class="evidence" data-evidence>{evidence::pieces(&f.sentence, None)}</span></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.to_string()>
            <table class="plain stack">
                <caption class="vh">{caption.to_string()}</caption>
                <thead><tr><th scope="col">{words::AS_PRINTED}</th><th scope="col">{words::VALUE}</th><th scope="col">{words::ATTRIBUTED}</th><th scope="col">{words::ARTICLE_COL}</th><th scope="col">{words::SENTENCE_COL}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
