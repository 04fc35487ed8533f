//! Topics: the same demand across articles, as a matrix; a topic's wordings side by side.

use super::{Link, brief, frame::Frame};
use crate::{
    app::{choice, session::session, words},
    query::{
        filter::View,
        view::{
            Head, ViewData,
            topics::{TopicRow, Topics as Data, Wordings},
        },
    },
};
use leptos::prelude::*;

/// `#/topics`, `#/topics/sanctions`.
#[component]
pub fn Topics() -> impl IntoView {
    let session = session();
    let data = move || match &*session.data.get() {
        ViewData::Topics(data) => data.clone(),
        _ => Data::default(),
    };
    let summary = move || {
        let data = data();
        let mut out = words::topics(data.topics.len() as u32, data.articles.len() as u32);
        if let Some(first) = data.topics.first() {
            out.push_str(&words::widest(&first.topic.label, first.articles));
        }
        if data.without > 0 {
            out.push_str(&words::without_topic(data.without));
        }
        out
    };
    let body = move || {
        let data = data();
        let open = data.open.as_ref().map(wordings);
        let matrix = (!data.topics.is_empty()).then(|| matrix(&data.articles, &data.topics));
        view! { {open} {matrix} }
    };
    view! { <Frame head=words::view(View::Topics).to_string() summary=Signal::derive(summary)>{body}</Frame> }
}

/// Topic × article, each cell its acts.
pub fn matrix(articles: &[Head], topics: &[TopicRow]) -> impl IntoView + use<> {
    let heads = articles.iter().map(|a| { let id = a.slug.clone(); view! { <th scope="col"><Link to=to_article(a) class="col-link">{id}</Link><span class="vh">{a.label.clone()}</span></th> } }).collect_view();
    let rows = topics
        .iter()
        .map(|row| {
            let cells = row
                .cells
                .iter()
                .zip(articles)
                .map(|(cell, article)| {
                    let empty = cell.is_empty();
                    view! {
                        <td class:none=empty data-label=article.slug.clone()>
                            {brief::acts(cell)} {empty.then(|| view! { <span class="vh">{words::NONE}</span> })}
                        </td>
                    }
                })
                .collect_view();
            let name = row.topic.label.clone();
            view! {
                <tr data-topic=row.topic.slug.clone()>
                    <th scope="row"><Link to=to_topic(&row.topic) key=format!("topic-{}", row.topic.slug)>{name}</Link></th>
                    {cells}
                    <td class="num" data-label=words::ALL>{row.statements}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::TOPIC_MATRIX>
            <table class="matrix">
                <caption class="vh">{words::TOPIC_MATRIX}</caption>
                <thead><tr><th scope="col">{words::TOPIC}</th>{heads}<th scope="col" class="num">{words::ALL}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn to_topic(topic: &Head) -> Signal<crate::query::filter::Filter> {
    let (session, slug) = (session(), topic.slug.clone());
    Signal::derive(move || session.filter.with(|f| choice::view(f, View::Topics, Some(&slug))))
}

fn to_article(article: &Head) -> Signal<crate::query::filter::Filter> {
    let (session, slug) = (session(), article.slug.clone());
    Signal::derive(move || session.filter.with(|f| choice::view(f, View::Articles, Some(&slug))))
}

/// One topic: each article's wording beside the others', and the articles without it.
fn wordings(open: &Wordings) -> impl IntoView + use<> {
    let session = session();
    let columns = open
        .columns
        .iter()
        .map(|(article, rows)| {
            let name = format!("{} {}", article.slug, article.label);
            view! {
                <section class="wording" data-article=article.slug.clone()>
                    <h3><Link to=to_article(article)>{name}</Link></h3>
                    {rows.iter().map(brief::brief).collect_view()}
                </section>
            }
        })
        .collect_view();
    let further = (open.further_total > 0).then(|| {
        let items = open.further.iter().map(brief::hit).collect_view();
        view! { <section class="hits" data-hits=open.further_total.to_string()><h3>{words::topic_gap(open.further_total)}</h3> <ol>{items}</ol></section> }
    });
    let missing: Vec<String> = open.missing.iter().map(|h| h.slug.clone()).collect();
    let all = Signal::derive(move || session.filter.with(|f| choice::view(f, View::Topics, None)));
    view! {
        <section class="open-topic" data-open-topic=open.topic.slug.clone()>
            <h2>{open.topic.label.clone()}</h2>
            {(!missing.is_empty()).then(|| view! { <p class="quiet-text">{words::not_in(&missing)}</p> })}
            <div class="wordings">{columns}</div>
            {further}
            <p><Link class="all" to=all>{words::ALL_TOPICS}</Link></p>
        </section>
    }
}
