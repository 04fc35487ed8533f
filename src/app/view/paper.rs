//! The sheet that is printed: the statements numbered, their evidence as footnotes with whole addresses.

use super::row;
use crate::{
    app::{browser::address, choice, session::session, words},
    query::answer::Row,
    share::link::encode,
};
use leptos::prelude::*;

/// Stands in the page only while it is printed.
#[component]
pub fn Paper() -> impl IntoView {
    let session = session();
    let rows = move || session.answer.with(|a| a.as_ref().map(|a| a.rows.clone()).unwrap_or_default());
    let sheet = move || {
        let rows = rows();
        let items = rows.iter().map(statement).collect_view();
        let notes = rows.iter().map(|row| footnote(row, &session.filter.get_untracked())).collect_view();
        let all = session.answer.with(|a| a.as_ref().map_or(0, |a| a.totals.statements));
        let left = all.saturating_sub(rows.len() as u32);
        view! {
            <div class="paper" data-paper>
                <ol class="paper-statements">{items}</ol>
                {(left > 0).then(|| view! { <p>{words::not_printed(left)}</p> })}
                <h2>{words::EVIDENCE_HEAD}</h2>
                <ol class="paper-notes">{notes}</ol>
            </div>
        }
    };
    view! { <Show when=move || session.paper.get()>{sheet}</Show> }
}

/// "deny: Dmitry Peskov → United States, “…”, 17 Dec 2021 (stated)".
fn statement(row: &Row) -> impl IntoView + use<> {
    let manner = words::manner(row.polarity, row.modality);
    let content = row.content.join(" … ");
    view! {
        <li data-printed=row.id.clone()>
            <b>{words::act(row.act)}</b> {(!manner.is_empty()).then(|| format!(" ({manner})"))} ": "
            {row::who(row)} {(!content.is_empty()).then(|| format!(" – {content}"))} " · " {row::day(row)}
        </li>
    }
}

fn footnote(row: &Row, filter: &crate::query::filter::Filter) -> impl IntoView + use<> {
    let evidence: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
    let link = address::with_fragment(&encode(&choice::evidence(filter, &row.id)));
    view! {
        <li>
            <q class="evidence">{evidence.trim().to_string()}</q> " " {row::chain(row)} " · "
            {words::characters(row.evidence_span)} " · " <span class="address">{link}</span>
        </li>
    }
}

/// The address of what is printed, and the corpus it was read from.
#[component]
pub fn PaperFoot() -> impl IntoView {
    let session = session();
    let foot = move || {
        let link = session.filter.with(|f| address::with_fragment(&encode(f)));
        let corpus = session.overview.with(|o| o.as_ref().map(|o| o.fingerprint.clone()).unwrap_or_default());
        view! { <p class="paper-foot">{words::printed_from(&corpus)} " " <span class="address">{link}</span></p> }
    };
    view! { <Show when=move || session.paper.get()>{foot}</Show> }
}
