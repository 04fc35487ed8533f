//! Compare: two to four articles, outlets or sources, topic by topic, differences first.

use super::{brief, frame::Frame};
use crate::{
    app::{choice, session::session, words},
    query::{
        filter::{Facet, View},
        view::{
            ViewData,
            compare::{ComparedTopic, Comparison},
        },
    },
};
use leptos::prelude::*;

/// The facets whose values can be columns.
const COLUMNS: [Facet; 3] = [Facet::Article, Facet::Outlet, Facet::Source];
/// How many values of a facet are offered.
const OFFERED: usize = 12;

/// `#/compare`.
#[component]
pub fn Compare() -> impl IntoView {
    let session = session();
    let data = move || match &*session.data.get() {
        ViewData::Compare(data) => data.clone(),
        _ => Comparison::default(),
    };
    let summary = move || {
        let data = data();
        let only = data.rows.iter().filter(|r| r.counts.iter().filter(|n| **n > 0).count() == 1).count() as u32;
        words::compared(data.columns.len() as u32, data.rows.len() as u32, only)
    };
    let body = move || {
        let data = data();
        let names: Vec<String> = data
            .columns
            .iter()
            .map(|c| {
                if c.key.starts_with("doc.") {
                    format!("{} {}", c.head.slug, c.head.label)
                } else {
                    c.head.label.clone()
                }
            })
            .collect();
        let unknown =
            (!data.unknown.is_empty()).then(|| view! { <p class="notice">{words::unknown_columns(&data.unknown)}</p> });
        let heads = data
            .columns
            .iter()
            .zip(&names)
            .map(|(c, name)| view! { <th scope="col" data-column=c.key.clone()>{name.clone()} <span class="kind">{words::statements(c.statements)}</span></th> })
            .collect_view();
        let rows = data.rows.iter().map(|r| topic(r, &names)).collect_view();
        view! {
            {unknown}
            <Chooser />
            <div class="scroll" tabindex="0" role="region" aria-label=words::COMPARISON>
                <table class="plain comparison stack">
                    <caption class="vh">{words::COMPARISON}</caption>
                    <thead><tr><th scope="col">{words::TOPIC}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    };
    view! { <Frame head=words::view(View::Compare).to_string() summary=Signal::derive(summary)>{body}</Frame> }
}

/// Statements of a cell that are open from the start: a topic's row is to be seen whole.
const FIRST: usize = 2;

fn topic(row: &ComparedTopic, names: &[String]) -> impl IntoView + use<> {
    let cells = row
        .cells
        .iter()
        .zip(&row.counts)
        .zip(names)
        .map(|((rows, n), name)| {
            let more = (*n as usize).saturating_sub(rows.len()) as u32;
            let empty = *n == 0;
            let (first, rest) = rows.split_at(rows.len().min(FIRST));
            view! {
                <td class:none=empty data-label=name.clone()>
                    {(!empty).then(|| view! { <ul class="shorts">{first.iter().map(brief::short).collect_view()}</ul> })}
                    {(!rest.is_empty()).then(|| view! {
                        <details class="rest">
                            <summary>{words::further(rest.len() as u32)}</summary>
                            <ul class="shorts">{rest.iter().map(brief::short).collect_view()}</ul>
                        </details>
                    })}
                    {empty.then(|| view! { <span class="quiet-text">{words::NOT_HERE}</span> })}
                    {(more > 0).then(|| view! { <p class="quiet-text">{words::left_out(more)}</p> })}
                </td>
            }
        })
        .collect_view();
    let label = if row.topic.slug.is_empty() { words::NO_TOPIC.to_string() } else { row.topic.label.clone() };
    let difference = words::difference(row.difference);
    view! { <tr data-difference=format!("{:?}", row.difference).to_lowercase()><th scope="row">{label} " " <span class="flag">{difference}</span></th>{cells}</tr> }
}

/// What stands beside what: at most four.
#[component]
fn Chooser() -> impl IntoView {
    let session = session();
    let groups = COLUMNS
        .map(|facet| {
            let values = move || {
                let answer = session.base.get();
                answer
                    .iter()
                    .flat_map(|a| a.facets.iter().filter(|f| f.facet == facet))
                    .flat_map(|f| f.values.iter().take(OFFERED))
                    .filter(|v| !matches!(v.slug.as_str(), "none" | "anonymous"))
                    .map(|v| {
                        let key = format!("{}.{}", facet.key(), v.slug);
                        let label = if facet == Facet::Article { format!("{} {}", v.slug, v.label) } else { words::value(facet, &v.slug).map_or(v.label.clone(), str::to_string) };
                        let (on, of) = (key.clone(), key.clone());
                        let ticked = move || session.filter.with(|f| f.compare.contains(&on));
                        view! {
                            <li><label class="switch">
                                <input type="checkbox" data-key=format!("cmp-{key}") prop:checked=ticked on:change=move |_| session.edit(|f| choice::compare(f, &of)) />
                                <span class="name">{label}</span>
                            </label></li>
                        }
                    })
                    .collect_view()
            };
            view! { <fieldset><legend>{words::facet(facet)}</legend><ul>{values}</ul></fieldset> }
        })
        .collect_view();
    view! { <details class="chooser"><summary data-key="chooser">{words::CHOOSE_COLUMNS}</summary><div class="chooser-groups">{groups}</div></details> }
}
