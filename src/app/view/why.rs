//! Why and how sure: what a statement was read from, what was inferred and from where.

use super::row;
use crate::{
    app::words,
    query::answer::{Name, Row},
};
use leptos::prelude::*;

/// The panel of one statement.
pub fn why(row: &Row) -> impl IntoView + use<> {
    let inferred = |names: &[Name], what: &'static str| {
        names
            .iter()
            .filter_map(|n| n.inferred.clone().map(|why| (n.label.clone(), why)))
            .map(|(label, why)| view! { <li>{format!("{what} {label}: {why}")}</li> })
            .collect_view()
    };
    let printed = |names: &[Name]| {
        let list: Vec<String> =
            names.iter().filter(|n| !n.printed.is_empty()).map(|n| format!("“{}”", n.printed)).collect();
        if list.is_empty() { words::NOT_STATED.to_string() } else { words::list(&list, "and") }
    };
    let topics = (!row.topics.is_empty()).then(|| {
        let labels: Vec<String> = row.topics.iter().map(|(_, label)| label.clone()).collect();
        view! { <dt>"Topics"</dt> <dd>{words::list(&labels, "and")}</dd> }
    });
    let doubts = (!row.doubts.is_empty()).then(|| {
        let all = row.doubts.iter().map(|d| view! { <span class="doubt">{words::doubt(*d)}</span> }).collect_view();
        view! { <dt>"Text"</dt> <dd>{all}</dd> }
    });
    let rules = (!row.why.is_empty()).then(|| {
        let all = row.why.iter().map(|w| view! { <li>{w.clone()}</li> }).collect_view();
        view! { <dt>"Rule"</dt> <dd><ul>{all}</ul></dd> }
    });
    let mut joined: Vec<String> = Vec::new();
    for name in row.sources.iter().chain(&row.addressees).chain(&row.via) {
        for reason in &name.joined {
            let said = format!("{}: {reason}", name.label);
            if !joined.contains(&said) {
                joined.push(said);
            }
        }
    }
    let joined = (!joined.is_empty()).then(|| {
        let all = joined.iter().map(|j| view! { <li>{j.clone()}</li> }).collect_view();
        view! { <dt>"Names joined"</dt> <dd><ul>{all}</ul></dd> }
    });
    let content: Vec<String> = row.content.iter().map(|c| format!("“{c}”")).collect();
    let span = format!("characters {}–{} of {}", row.evidence_span[0], row.evidence_span[1], row.article);
    view! {
        <dl class="why">
            <dt>"Source"</dt>
            <dd>{printed(&row.sources)} <span class="quiet-text">{format!(" – {}", words::sourcing(row.sourcing))}</span></dd>
            <dt>"Cue"</dt>
            <dd>{if row.cue.is_empty() { "none".to_string() } else { format!("“{}”", row.cue) }}</dd>
            <dt>"Content"</dt>
            <dd>{words::list(&content, "and")} <span class="quiet-text">{format!(" – {}", words::mode(row.mode))}</span></dd>
            {(!row.addressees.is_empty()).then(|| view! { <dt>"Addressee"</dt> <dd>{printed(&row.addressees)}</dd> })}
            <dt>"Day"</dt>
            <dd>
                {row.day.as_deref().map_or_else(|| "none".to_string(), words::day)}
                <span class="quiet-text">{format!(" – {}", words::basis_in_full(row.basis, row.day_text.as_deref()))}</span>
            </dd>
            <dt>"Chain"</dt>
            <dd>{row::chain(row)}</dd>
            {topics}
            {doubts}
            <dt>"Inferred"</dt>
            <dd><ul>
                {inferred(&row.sources, "source")} {inferred(&row.addressees, "addressee")} {inferred(&row.via, "passed on by")}
                {[&row.sources, &row.addressees, &row.via].iter().all(|n| n.iter().all(|n| n.inferred.is_none()))
                    .then(|| view! { <li>"nobody: all are named in the words marked"</li> })}
            </ul></dd>
            {joined}
            {rules}
            <dt>"How sure"</dt>
            <dd>{words::confidence(row.confidence)}</dd>
            <dt>"Codes"</dt>
            <dd class="figures">{format!("CAMEO {} · PLOVER {}", row.codes.0, row.codes.1)}</dd>
            <dt>"Place"</dt>
            <dd class="figures">{span}</dd>
        </dl>
    }
}
