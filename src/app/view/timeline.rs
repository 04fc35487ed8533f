//! The timeline: statements by the day of the act, with the brush, and every date that the texts name.

use super::{Link, brief, evidence, frame::Frame};
use crate::{
    app::{browser::focus, choice, draw::histogram, session::session, words},
    query::{
        filter::{Facet, View},
        view::{
            ViewData,
            timeline::{Entry, PrintedDate, Timeline as Data},
        },
    },
};
use leptos::prelude::*;
use std::sync::Arc;

/// `#/timeline`.
#[component]
pub fn Timeline() -> impl IntoView {
    let session = session();
    let data = move || match &*session.data.get() {
        ViewData::Timeline(data) => data.clone(),
        _ => Data::default(),
    };
    let summary = move || words::lanes(data().lanes);
    let body = move || {
        let data = data();
        let entries = data.entries.iter().filter(|e| e.day.is_some()).map(entry).collect_view();
        let undated = data.entries.iter().find(|e| e.day.is_none()).map(undated);
        let more = (data.more > 0).then(|| view! { <p class="quiet-text">{words::left_out(data.more)}</p> });
        view! {
            {(!data.dates.is_empty()).then(|| calendar(&data.dates))}
            <Brush />
            <ol class="days-list">{entries}</ol>
            {undated}
            {more}
            {(!data.dates.is_empty()).then(|| printed(&data.dates))}
        }
    };
    view! { <Frame head=words::view(View::Timeline).to_string() summary=Signal::derive(summary)>{body}</Frame> }
}

/// What stands on no day, folded: it would bury the days.
fn undated(entry: &Entry) -> impl IntoView + use<> {
    let head = format!("{}: {}", words::NO_DAY, words::statements(entry.rows.len() as u32));
    view! {
        <details class="undated" data-day="">
            <summary data-key="undated"><h2>{head}</h2></summary>
            <p class="quiet-text">{words::UNDATED_HINT}</p>
            <ol>{lanes(entry)}</ol>
        </details>
    }
}

/// The calendar dates that the texts print, each a way to its sentence, and the way to all dates.
fn calendar(dates: &[PrintedDate]) -> impl IntoView + use<> {
    let session = session();
    let printed = dates
        .iter()
        .filter(|d| d.calendar)
        .map(|date| {
            let (id, words) = (date.id.clone(), format!("“{}”", date.words));
            let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
            view! { <li><Link to=to>{words}</Link> <span class="quiet-text">{format!(" {}", date.article)}</span></li> }
        })
        .collect_view();
    let none = dates.iter().all(|d| !d.calendar);
    view! {
        <div class="printed-line" data-printed>
            <p>{words::PRINTED_HEAD}</p>
            {if none { view! { <p>{words::NONE}</p> }.into_any() } else { view! { <ul>{printed}</ul> }.into_any() }}
            <button type="button" class="quiet" data-key="to-dates" on:click=move |_| {
                focus::set("#printed-dates");
                focus::reveal("#printed-dates", true);
            }>{words::DATES_HEAD}</button>
        </div>
    }
}

fn lanes(entry: &Entry) -> impl IntoView + use<> {
    let lane = |row| view! { <li class="lane" data-basis=words::basis(row.basis)>{brief::brief(row)}</li> };
    entry.rows.iter().map(lane).collect_view()
}

fn entry(entry: &Entry) -> impl IntoView + use<> {
    let head = match (&entry.day, entry.weekday) {
        (Some(iso), Some(weekday)) => format!("{} {}", words::weekday(weekday), words::day(iso)),
        (Some(iso), None) => words::day(iso),
        (None, _) => words::NO_DAY.to_string(),
    };
    let rows = lanes(entry);
    view! {
        <li class="day-entry" data-day=entry.day.clone().unwrap_or_default()>
            <h2>{head} " " <span class="quiet-text">{words::statements(entry.rows.len() as u32)}</span></h2>
            <ol>{rows}</ol>
        </li>
    }
}

/// The histogram with its two-thumb slider. The days stand as a list of buttons in the rail too.
#[component]
fn Brush() -> impl IntoView {
    let session = session();
    let bars = Memo::new(move |_| {
        session.answer.with(|a| {
            let all = a.as_ref().map(|a| a.histogram.clone()).unwrap_or_default();
            let days = |(day, n): (Option<String>, u32)| {
                let iso = day?;
                let (first, last) = choice::days_of(&iso)?;
                Some((iso, first, last, n))
            };
            Arc::new(all.into_iter().filter_map(days).collect::<Vec<_>>())
        })
    });
    let at = move || {
        let (bars, date) = (bars.get(), session.filter.with(|f| f.date));
        let last = bars.len().saturating_sub(1);
        let from = date.0.and_then(|d| bars.iter().position(|b| b.1 >= d)).unwrap_or(0);
        let to = date.1.and_then(|d| bars.iter().rposition(|b| b.1 <= d)).unwrap_or(last);
        (from, to.max(from), last)
    };
    let moved = move |first: bool, value: String| {
        let bars = bars.get_untracked();
        let (from, to, last) = at();
        let Ok(value) = value.parse::<usize>() else { return };
        let (from, to) = if first { (value.min(to), to) } else { (from, value.max(from)) };
        let day = |i: usize, end: bool| bars.get(i).map(|b| if end { b.2 } else { b.1 });
        let date = (if from == 0 { None } else { day(from, false) }, if to == last { None } else { day(to, true) });
        session.typed(choice::days(&session.filter.get_untracked(), date));
    };
    let drawing = move || {
        let bars = bars.get();
        let (from, to, _) = at();
        let counts: Vec<u32> = bars.iter().map(|b| b.3).collect();
        let drawn = histogram::bars(&counts, 600.0, 80.0);
        drawn
            .into_iter()
            .enumerate()
            .map(|(i, (x, y, w, h))| {
                view! { <rect x=x.to_string() y=y.to_string() width=w.to_string() height=h.to_string() class:chosen=move || from <= i && i <= to></rect> }
            })
            .collect_view()
    };
    let reach = move |from: usize, to: usize| {
        bars.with(|b| match (b.get(from), b.get(to)) {
            (Some(a), Some(b)) if a.1 == b.2 => words::day(&a.1.to_string()),
            (Some(a), Some(b)) => words::day(&format!("{}/{}", a.1, b.2)),
            _ => String::new(),
        })
    };
    let label = move |i: usize| bars.with(|b| b.get(i).map(|b| words::day(&b.0)).unwrap_or_default());
    view! {
        <Show when=move || bars.with(|b| b.len() > 1)>
            <figure class="brush">
                <svg viewBox="0 0 600 80" preserveAspectRatio="none" role="img" aria-label=words::HISTOGRAM>{drawing}</svg>
                <div class="thumbs">
                    <label><span class="vh">{words::FIRST_DAY}</span>
                        <input type="range" id="brush-from" min="0" max=move || at().2.to_string() prop:value=move || at().0.to_string()
                            aria-valuetext=move || label(at().0) on:input:target=move |ev| moved(true, ev.target().value()) />
                    </label>
                    <label><span class="vh">{words::LAST_DAY}</span>
                        <input type="range" id="brush-to" min="0" max=move || at().2.to_string() prop:value=move || at().1.to_string()
                            aria-valuetext=move || label(at().1) on:input:target=move |ev| moved(false, ev.target().value()) />
                    </label>
                </div>
                <p class="axis" aria-hidden="true"><span>{move || label(0)}</span> <span>{move || words::busiest(bars.with(|b| b.iter().map(|b| b.3).max().unwrap_or(0)))}</span> <span>{move || label(at().2)}</span></p>
                <figcaption>{move || reach(at().0, at().1)}</figcaption>
            </figure>
        </Show>
    }
}

/// Every date that the texts name, those with a printed calendar date first.
fn printed(dates: &[PrintedDate]) -> impl IntoView + use<> {
    let session = session();
    let calendar = dates.iter().filter(|d| d.calendar).count() as u32;
    let (first, rest): (Vec<&PrintedDate>, Vec<&PrintedDate>) = dates.iter().partition(|d| d.calendar);
    let rows = first
        .into_iter()
        .chain(rest)
        .map(|date| {
            let (id, article) = (date.id.clone(), date.article.clone());
            let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
            view! {
                <tr data-date=date.id.clone() data-calendar=date.calendar.to_string()>
                    <th scope="row">{format!("“{}”", date.words)}</th>
                    <td class="figures">{date.value.as_deref().map_or_else(|| words::UNRESOLVED.to_string(), words::day)}</td>
                    <td>{if date.calendar { words::PRINTED } else { words::RELATIVE }}", "{words::basis(date.basis)}</td>
                    <td class="evidence-cell"><span class="evidence">{evidence::pieces(&date.sentence, None)}</span></td>
                    <td><Link class="read" to=to>{article}</Link></td>
                </tr>
            }
        })
        .collect_view();
    let basis = choice::fresh(Facet::Basis, &["stated"]);
    view! {
        <section class="printed-dates" id="printed-dates" tabindex="-1">
            <h2>{words::DATES_HEAD}</h2>
            <p>{words::dates(dates.len() as u32, calendar)} " " <Link to=Signal::derive(move || basis.clone())>{words::STATED_ONLY}</Link></p>
            <div class="scroll" tabindex="0" role="region" aria-label=words::DATES_HEAD>
                <table class="plain stack">
                    <caption class="vh">{words::DATES_HEAD}</caption>
                    <thead><tr><th scope="col">{words::WORDS_COL}</th><th scope="col">{words::DAY_COL}</th><th scope="col">{words::BASIS_COL}</th><th scope="col">{words::SENTENCE_COL}</th><th scope="col">{words::ARTICLE_COL}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
