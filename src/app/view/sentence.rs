//! The filter sentence: heading of the work view, and controls that take each of its parts back.

use crate::app::{choice, sentence::Of, session::session, words};
use leptos::prelude::*;

/// The sentence; its parts are buttons.
#[component]
pub fn FilterSentence(
    /// It is the view's heading.
    heading: bool,
) -> impl IntoView {
    let session = session();
    // Before the first answer there is no number to show, and none is claimed.
    let totals = Memo::new(move |_| {
        let totals = session.answer.with(|a| a.as_ref().map(|a| a.totals));
        let unit = session.filter.with(|f| f.unit);
        totals.map(|t| words::totals(t, unit))
    });
    let number = move || totals.with(|t| t.as_ref().map_or_else(|| "…".to_string(), |t| words::number(t.0)));
    let unit = move || totals.with(|t| t.as_ref().map_or_else(|| " statements".to_string(), |t| format!(" {}", t.1)));
    let clauses = move || {
        let all = session.clauses();
        let many = all.len() > 1;
        let mut out: Vec<AnyView> = Vec::new();
        for (i, clause) in all.into_iter().enumerate() {
            let comma = if i == 0 { " " } else { ", " };
            out.push(view! { {comma} <span class="lead">{clause.lead}</span> }.into_any());
            let last = clause.values.len().saturating_sub(1);
            for (n, value) in clause.values.into_iter().enumerate() {
                let joint = match n {
                    0 => " ".to_string(),
                    n if n == last => format!(" {} ", clause.joint),
                    _ => ", ".to_string(),
                };
                let key = match &value.of {
                    Of::Facet(facet, slug) => format!("part-{}-{slug}", facet.key()),
                    Of::Date => "part-date".into(),
                    Of::Undated => "part-undated".into(),
                    Of::Query => "part-q".into(),
                };
                let hint = format!("Take out: {}", value.label);
                let of = value.of;
                let take = move |_| {
                    session.edit(|f| match &of {
                        Of::Facet(facet, slug) => choice::drop(f, *facet, slug),
                        Of::Date => choice::without(f, "date"),
                        Of::Undated => choice::undated(f, false),
                        Of::Query => choice::without(f, "q"),
                    });
                };
                out.push(
                    view! {
                        {joint}
                        <button type="button" class="part" data-clause=key.clone() data-key=key title=hint on:click=take>
                            {value.label} <span class="x" aria-hidden="true">"×"</span><span class="vh">" – take out"</span>
                        </button>
                    }
                    .into_any(),
                );
            }
        }
        let clear = many.then(|| {
            view! {
                " "
                <button type="button" class="quiet" id="clear-all" on:click=move |_| session.edit(choice::everything)>
                    "Show everything"
                </button>
            }
        });
        (out, clear)
    };
    let sentence = view! {
        "Showing " <span id="total" class="total">{number}</span> {unit} {clauses}
    };
    if heading {
        view! { <h1 id="filter-sentence" class="filter-sentence">{sentence}</h1> }.into_any()
    } else {
        view! { <p id="filter-sentence" class="filter-sentence">{sentence}</p> }.into_any()
    }
}

/// What the search also looked for, and which of its words stand in no text.
#[component]
pub fn Found() -> impl IntoView {
    let session = session();
    let said = move || {
        session.answer.with(|a| {
            let a = a.as_ref()?;
            let (instead, also): (Vec<_>, Vec<_>) =
                a.variants.iter().cloned().partition(|(word, _)| a.absent.contains(word));
            let mut said: Vec<String> = a
                .absent
                .iter()
                .map(|word| {
                    let found: Vec<&str> = instead.iter().filter(|(w, _)| w == word).map(|(_, f)| f.as_str()).collect();
                    words::absent(word, &found)
                })
                .collect();
            if !also.is_empty() {
                said.push(words::also_found(&also));
            }
            (!said.is_empty()).then(|| said.join(" "))
        })
    };
    move || said().map(|text| view! { <p class="notice" data-variants>{text}</p> })
}

/// What the link names and this build or corpus does not know.
#[component]
pub fn Unknown() -> impl IntoView {
    let session = session();
    let other_corpus = move || {
        let here = session.overview.with(|o| o.as_ref().map(|o| o.fingerprint.clone()))?;
        let cited = session.filter.with(|f| f.corpus.clone()).filter(|c| *c != here)?;
        Some(view! { <p class="notice" data-other-corpus>{words::other_corpus(&cited, &here)}</p> })
    };
    let unknown = move || {
        let mut unknown = session.answer.with(|a| a.as_ref().map(|a| a.unknown.clone()).unwrap_or_default());
        let version = unknown.iter().position(|(key, _)| key == "v").map(|at| unknown.remove(at).1);
        let version = version.map(|v| view! { <p class="notice" data-other-version>{words::other_version(&v)}</p> });
        let named = (!unknown.is_empty()).then(|| {
            let names: Vec<String> = unknown.iter().map(|(key, value)| format!("{key}={value}")).collect();
            view! {
                <p class="notice" data-unknown>
                    "This link names what is not known here: "
                    <b>{words::list(&names, "and")}</b>
                    ". It was left out; everything else of the link is applied."
                </p>
            }
        });
        view! { {version} {named} }
    };
    view! { {other_corpus} {unknown} }
}
