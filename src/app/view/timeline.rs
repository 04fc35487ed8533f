//! The brush over the days of the Timeline: a histogram with a two-thumb slider. The days stand as a list of buttons in
//! the rail too.

use super::draw;
use crate::{
    app::{
        browser::{document::find, node},
        choice,
        markup::{Markup, timeline},
        session::{Session, follow, untrack},
        words,
    },
    corpus::day::Day,
    query::view::ViewData,
};

/// A day or interval of the histogram: its ISO text, its first and last day, and how many statements it has.
type Bar = (String, Day, Day, u32);

/// More days than these without a statement are told by a line between the bars, which are all of one width.
const FAR: i32 = 60;

/// Draws the printed dates and the brush, and keeps them.
pub fn start(session: Session) {
    draw("#calendar", move |m| {
        session.data.with(|data| {
            if let ViewData::Timeline(data) = &**data {
                session.ways(|ways| timeline::calendar(m, data, ways));
            }
        });
    });
    let mut drawn = 0;
    follow(move || {
        session.answer.track();
        session.filter.track();
        let bars = untrack(|| bars(session));
        if std::mem::replace(&mut drawn, bars.len()) != bars.len()
            && let Some(node) = find("#brush")
        {
            let mut m = Markup::default();
            timeline::brush(&mut m, bars.len());
            node::draw(&node, &m.done());
        }
        if bars.len() > 1 {
            write(session, &bars);
        }
    });
}

fn bars(session: Session) -> Vec<Bar> {
    let all = session.answer.with_untracked(|a| a.as_ref().map(|a| a.histogram.clone()).unwrap_or_default());
    let days = |(day, n): (Option<String>, u32)| {
        let iso = day?;
        let (first, last) = choice::days_of(&iso)?;
        Some((iso, first, last, n))
    };
    all.into_iter().filter_map(days).collect()
}

/// The first and last bar that the filter chooses.
fn chosen(session: Session, bars: &[Bar]) -> (usize, usize) {
    let date = session.filter.with_untracked(|f| f.date);
    let from = date.0.and_then(|d| bars.iter().position(|b| b.1 >= d)).unwrap_or(0);
    let to = date.1.and_then(|d| bars.iter().rposition(|b| b.1 <= d)).unwrap_or(bars.len().saturating_sub(1));
    (from, to.max(from))
}

fn write(session: Session, bars: &[Bar]) {
    let (from, to) = chosen(session, bars);
    let day = |i: usize| bars.get(i).map(|b| words::day(&b.0)).unwrap_or_default();
    let last = bars.len() - 1;
    for (id, at) in [("#brush-from", from), ("#brush-to", to)] {
        node::set(id, "max", Some(&last.to_string()));
        node::hold(id, "value", at.to_string());
        node::set(id, "aria-valuetext", Some(&day(at)));
    }
    let before = |i: usize| i.checked_sub(1).and_then(|i| bars.get(i)).map_or(i32::MAX, |b| b.2.0);
    let told = bars.iter().enumerate().map(|(i, (iso, first, last, count))| timeline::Bar {
        iso: iso.clone(),
        label: words::day(iso),
        count: *count,
        span: first < last,
        far: before(i) < first.0 - FAR,
    });
    let told: Vec<timeline::Bar> = told.collect();
    let mut m = Markup::default();
    timeline::bars(&mut m, &told, from, to);
    let drawing = m.done();
    timeline::counts(&mut m, &told);
    let counts = m.done();
    timeline::axis(&mut m, &told);
    let axis = m.done();
    session.ways(|ways| timeline::picks(&mut m, &told, ways));
    let picks = m.done();
    let drawn = [(".brush svg", drawing), (".brush .counts", counts), (".brush .days", axis), (".picks", picks)];
    for (selector, markup) in drawn {
        if let Some(node) = find(selector) {
            node::draw(&node, &markup);
        }
    }
    let reach = match (bars.get(from), bars.get(to)) {
        // All days: nothing is chosen.
        _ if (from, to) == (0, last) => String::new(),
        (Some(a), Some(b)) if a.1 == b.2 => words::day(&a.1.to_string()),
        (Some(a), Some(b)) => words::day(&format!("{}/{}", a.1, b.2)),
        _ => String::new(),
    };
    node::write(".brush figcaption", &reach);
}

/// A thumb was moved to a bar.
pub fn moved(session: Session, first: bool, value: &str) {
    let bars = bars(session);
    let ((from, to), last) = (chosen(session, &bars), bars.len().saturating_sub(1));
    let Ok(value) = value.parse::<usize>() else { return };
    let (from, to) = if first { (value.min(to), to) } else { (from, value.max(from)) };
    // A thumb that was moved past the other stays at it, also where no day changes.
    let (thumb, at) = if first { ("#brush-from", from) } else { ("#brush-to", to) };
    node::hold(thumb, "value", at.to_string());
    let from = if from == 0 { None } else { bars.get(from).map(|b| b.1) };
    let to = if to == last { None } else { bars.get(to).map(|b| b.2) };
    session.typed(choice::days(&session.filter.get_untracked(), (from, to)));
}
