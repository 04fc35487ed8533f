//! Actors: everybody named, who → whom as matrix and drawing, and a page for each.

use super::{Link, brief, frame::Frame};
use crate::{
    app::{choice, draw::ribbons, markup::row, session::session, words},
    query::{
        answer::Row,
        filter::{Facet, Filter, View},
        view::{
            ViewData,
            actors::{Actor, ActorPage, Actors as Data, Matrix},
        },
    },
};
use leptos::prelude::*;

/// `#/actors`, `#/actors/ryabkov`.
#[component]
pub fn Actors() -> impl IntoView {
    let session = session();
    let data = move || match &*session.data.get() {
        ViewData::Actors(data) => (**data).clone(),
        _ => Data::default(),
    };
    let open = Signal::derive(move || data().open);
    let head = move || {
        open.with(|o| o.as_ref().map_or_else(|| words::view(View::Actors).to_string(), |o| o.actor.who.label.clone()))
    };
    let summary = move || {
        open.with(|o| o.as_ref().map(|o| words::actor(o.actor.made, o.actor.received, o.actor.relayed))).unwrap_or_else(
            || {
                let data = data();
                words::actors(data.actors.len() as u32 + data.more, data.actors.first().map(|a| a.who.label.as_str()))
            },
        )
    };
    let unknown = move || {
        session.filter.with(|f| f.item.clone()).filter(|_| session.ready() && open.with(Option::is_none)).map(|slug| {
            view! { <p class="notice" data-orphan>{words::no_actor(&slug)}</p> }
        })
    };
    let body = move || match open.get() {
        Some(page) => actor_page(&page).into_any(),
        None => {
            let data = data();
            view! {
                {unknown}
                {actor_table(&data.actors)}
                {(data.more > 0).then(|| view! { <p class="quiet-text">{words::left_out(data.more)}</p> })}
                {(!data.matrix.sources.is_empty()).then(|| who_to_whom(&data.matrix))}
            }
            .into_any()
        }
    };
    view! { <Frame head=Signal::derive(head) summary=Signal::derive(summary)>{body}</Frame> }
}

fn to_actor(slug: &str) -> Signal<Filter> {
    let (session, slug) = (session(), slug.to_string());
    Signal::derive(move || session.filter.with(|f| choice::view(f, View::Actors, Some(&slug))))
}

fn spellings(all: &[(String, u32)]) -> String {
    all.iter().map(|(name, n)| format!("{name} ×{n}")).collect::<Vec<_>>().join(", ")
}

fn days(days: &Option<(String, String)>) -> String {
    match days {
        Some((a, b)) if a == b => words::day(a),
        Some((a, b)) => words::day(&format!("{a}/{b}")),
        None => words::NONE.to_string(),
    }
}

fn actor_table(actors: &[Actor]) -> impl IntoView + use<> {
    let rows = actors
        .iter()
        .map(|actor| {
            let name = actor.who.label.clone();
            view! {
                <tr data-actor=actor.who.slug.clone()>
                    <th scope="row"><Link to=to_actor(&actor.who.slug) key=format!("actor-{}", actor.who.slug)>{name}</Link>
                        <span class="kind">{if actor.role.is_empty() { actor.kind.map_or(words::UNNAMED, words::kind).to_string() } else { actor.role.clone() }}</span></th>
                    <td class="spellings">{spellings(&actor.spellings)}</td>
                    <td class="num" data-label=words::MADE>{actor.made}</td>
                    <td class="num" data-label=words::RECEIVED>{actor.received}</td>
                    <td class="num" data-label=words::RELAYED>{actor.relayed}</td>
                    <td class="num" data-label=words::ARTICLES>{actor.articles}</td>
                    <td class="figures" data-label=words::DAY_COL>{days(&actor.days)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::ACTOR_TABLE>
            <table class="plain actors stack">
                <caption class="vh">{words::ACTOR_TABLE}</caption>
                <thead><tr><th scope="col">{words::ACTOR}</th><th scope="col">{words::PRINTED_AS}</th><th scope="col" class="num">{words::MADE}</th>
                    <th scope="col" class="num">{words::RECEIVED}</th><th scope="col" class="num">{words::RELAYED}</th>
                    <th scope="col" class="num">{words::ARTICLES}</th><th scope="col">{words::DAY_COL}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Who → whom: the drawing, and the same as a table.
fn who_to_whom(matrix: &Matrix) -> impl IntoView + use<> {
    let session = session();
    let counts: Vec<Vec<u32>> =
        matrix.cells.iter().map(|row| row.iter().map(|cell| cell.iter().map(|(_, n)| n).sum()).collect()).collect();
    let pairs = counts.iter().flatten().filter(|n| **n > 0).count() as u32;
    let step = 26.0;
    let height = matrix.sources.len().max(matrix.addressees.len()) as f64 * step;
    let ribbons = ribbons::ribbons(&counts, 190.0, 410.0, step)
        .into_iter()
        .map(|r| {
            let acts = &matrix.cells[r.from][r.to];
            let family = acts.first().map(|(act, _)| act.family().slug());
            let said: Vec<String> = acts.iter().map(|(act, n)| format!("{n} {}", words::act(*act))).collect();
            let hint = format!("{} → {}: {}", matrix.sources[r.from].label, matrix.addressees[r.to].label, said.join(", "));
            view! { <path class="ribbon" data-family=family d=r.path stroke-width=r.width.to_string()><title>{hint}</title></path> }
        })
        .collect_view();
    let names = |heads: &[crate::query::view::Head], x: &'static str, anchor: &'static str| {
        heads
            .iter()
            .enumerate()
            .map(|(i, h)| {
                let y = ribbons::middle(i, step) + 4.5;
                view! { <text x=x y=y.to_string() text-anchor=anchor>{words::short(&h.label, 24)}</text> }
            })
            .collect_view()
    };
    let (left, right) = (names(&matrix.sources, "182", "end"), names(&matrix.addressees, "418", "start"));
    let heads = matrix.addressees.iter().map(|a| view! { <th scope="col">{a.label.clone()}</th> }).collect_view();
    let rows = matrix
        .sources
        .iter()
        .zip(&matrix.cells)
        .map(|(source, cells)| {
            let cells = cells
                .iter()
                .zip(&matrix.addressees)
                .map(|(cell, to)| {
                    let (by, addressee) = (source.slug.clone(), to.slug.clone());
                    let link = Signal::derive(move || {
                        session.filter.with(|f| {
                            let f = choice::only(&choice::view(f, View::Statements, None), Facet::Source, &by);
                            choice::only(&f, Facet::Addressee, &addressee)
                        })
                    });
                    let empty = cell.is_empty();
                    let tallies = brief::acts(cell).into_any();
                    view! {
                        <td class:none=empty data-label=to.label.clone()>
                            {if empty { view! { <span class="vh">{words::NONE}</span> }.into_any() } else { view! { <Link to=link class="cell-link">{tallies}</Link> }.into_any() }}
                        </td>
                    }
                })
                .collect_view();
            view! { <tr><th scope="row">{source.label.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <section>
            <h2>{words::WHO_TO_WHOM}</h2>
            <p>{words::pairs(pairs)}</p>
            <figure class="whom">
                <svg viewBox=format!("0 0 600 {height}") role="img" aria-label=words::WHO_TO_WHOM>{ribbons}{left}{right}</svg>
            </figure>
            <div class="scroll" tabindex="0" role="region" aria-label=words::WHO_TO_WHOM>
                <table class="matrix">
                    <caption class="vh">{words::WHO_TO_WHOM}</caption>
                    <thead><tr><th scope="col">{words::SOURCE_TO}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn actor_page(page: &ActorPage) -> impl IntoView + use<> {
    let session = session();
    let all = Signal::derive(move || session.filter.with(|f| choice::view(f, View::Actors, None)));
    let actor = &page.actor;
    let roles: Vec<String> = page.roles.iter().map(|(role, n)| format!("{role} ×{n}")).collect();
    let reasons = page.reasons.iter().map(|r| view! { <li>{r.clone()}</li> }).collect_view();
    let mentions = page
        .mentions
        .iter()
        .map(|(article, n, id)| {
            let (id, name) = (id.clone(), format!("{} {}", article.slug, article.label));
            let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
            view! { <li><Link to=to>{name}</Link> {format!(" ×{n}")}</li> }
        })
        .collect_view();
    view! {
        <div class="actor-page" data-actor-page=actor.who.slug.clone()>
            <dl class="facts">
                <dt>{words::KIND}</dt> <dd>{actor.kind.map_or(words::UNNAMED, words::kind)}</dd>
                <dt>{words::PRINTED_AS}</dt> <dd data-spellings>{spellings(&actor.spellings)}</dd>
                {(!roles.is_empty()).then(|| view! { <dt>{words::ROLES}</dt> <dd>{roles.join(", ")}</dd> })}
                {(!page.reasons.is_empty()).then(|| view! { <dt>{words::JOINED}</dt> <dd><ul>{reasons}</ul></dd> })}
                <dt>{words::DAY_COL}</dt> <dd>{days(&actor.days)}</dd>
                <dt>{words::NAMED_IN}</dt> <dd><ul>{mentions}</ul></dd>
            </dl>
            {statements(words::MADE_HEAD, "made", &page.made)}
            {statements(words::RECEIVED_HEAD, "received", &page.received)}
            {statements(words::RELAYED_HEAD, "relayed", &page.relayed)}
            <p><Link class="all" to=all>{words::ALL_ACTORS}</Link></p>
        </div>
    }
}

fn statements(head: &'static str, part: &'static str, rows: &[Row]) -> impl IntoView + use<> {
    (!rows.is_empty()).then(|| {
        let session = session();
        let items = session.filter.with_untracked(|filter| row::rows(rows.iter(), filter));
        view! { <section data-part-of-page=part><h2>{format!("{head} ({})", rows.len())}</h2> <ol class="rows" inner_html=items></ol></section> }
    })
}
