//! Statements in little room: a glyph in a cell, a row in a column.

use super::{Link, act_glyph, act_label, evidence, row};
use crate::{
    app::{choice, session::session, words},
    lexicon::act::Act,
    query::{
        answer::{Row, TextHit},
        filter::View,
    },
};
use leptos::prelude::*;

/// Acts with their counts, as glyphs.
pub fn acts(acts: &[(Act, u32)]) -> impl IntoView + use<> {
    acts.iter()
        .map(|(act, n)| {
            let (act, n) = (*act, *n);
            let hint = format!("{n} {}", words::act(act));
            view! {
                <span class="tally" data-act=words::act(act) data-family=act.family().slug() title=hint>
                    {act_glyph(act)} <span class="vh">{words::act(act)}</span> <span class="num">{n}</span>
                </span>
            }
        })
        .collect_view()
}

/// A sentence that no statement covers, or a line that is not read.
pub fn hit(hit: &TextHit) -> impl IntoView + use<> {
    let session = session();
    let (id, article, read) = (hit.id.clone(), hit.article.clone(), hit.zone.is_read());
    let to = Signal::derive(move || {
        session
            .filter
            .with(|f| if read { choice::evidence(f, &id) } else { choice::view(f, View::Articles, Some(&id)) })
    });
    view! {
        <li data-hit=hit.id.clone()>
            <blockquote class="evidence"><p>{evidence::pieces(&hit.sentence, None)}</p></blockquote>
            <p class="row-chain">
                <span class="where">{article}", "{words::zone(hit.zone)}</span> " "
                <Link class="read" to=to>{words::READ}</Link>
            </p>
        </li>
    }
}

/// A statement in a cell: act, who → whom, and its content as a way to the article.
pub fn short(row: &Row) -> impl IntoView + use<> {
    let session = session();
    let id = row.id.clone();
    let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
    let whole: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
    let content = if row.content.is_empty() { whole.trim().to_string() } else { row.content.join(" … ") };
    view! {
        <li class="short" data-statement=row.id.clone() data-act=words::act(row.act) data-family=row.act.family().slug()>
            <span class="row-who">{act_label(row.act)} " " {row::who(row)}</span> " "
            <Link to=to class="short-content">{content}</Link>
        </li>
    }
}

/// A statement in a column: act, who → whom, the evidence, the way to the article.
pub fn brief(row: &Row) -> impl IntoView + use<> {
    let session = session();
    let id = row.id.clone();
    let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
    view! {
        <div class="brief" data-statement=row.id.clone() data-act=words::act(row.act) data-family=row.act.family().slug()>
            <p class="row-who">{act_label(row.act)} " " {row::who(row)}</p>
            <blockquote class="evidence" data-evidence><p>{evidence::pieces(&row.evidence, None)}</p></blockquote>
            <p class="row-chain">{row::chain(row)} " · " {row::day(row)} " " <Link class="read" to=to>{words::READ}</Link></p>
        </div>
    }
}
