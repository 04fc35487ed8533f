//! The views beside the list that have the rail, and the parts that all views with a rail share.

use super::{attr, draw, rail, text, timeline};
use crate::{
    app::{
        browser::node,
        markup::{Markup, Ways, actors, compare, concordance, figures, page, sources, statements, topics},
        session::{Session, follow},
        words,
    },
    query::{answer::Answer, filter::View, view::ViewData},
};
use std::sync::Arc;

/// One of them.
pub fn view(session: Session, view: View) {
    let before: &[&str] = match view {
        View::Timeline => &["brush", "calendar"],
        View::Compare => &["columns", "chooser"],
        _ => &[],
    };
    super::page(|m| page::framed(m, view, before));
    parts(session);
    text("#view-head", move || {
        let open = session.data.with(|d| match &**d {
            ViewData::Actors(data) if view == View::Actors => actors::head(data).map(str::to_string),
            ViewData::Topics(data) if view == View::Topics => topics::head(data).map(str::to_string),
            _ => None,
        });
        open.unwrap_or_else(|| words::view(view).to_string())
    });
    text("#summary", move || session.data.with(|d| summary(d, view)));
    match view {
        View::Timeline => timeline::start(session),
        View::Compare => chooser(session),
        _ => {}
    }
    draw("#body", move |m| {
        // The order of the concordance's lines is the page's own.
        if view == View::Concordance {
            session.filter.with(|f| f.sort);
        }
        session.data.with(|data| session.ways(|ways| body(m, session, data, view, ways)));
    });
}

fn summary(data: &ViewData, view: View) -> String {
    match (data, view) {
        (ViewData::Topics(data), View::Topics) => topics::summary(data),
        (ViewData::Timeline(data), View::Timeline) => words::lanes(data.lanes),
        (ViewData::Actors(data), View::Actors) => actors::summary(data),
        (ViewData::Compare(data), View::Compare) => compare::summary(data),
        (ViewData::Figures(data), View::Figures) => figures::summary(data),
        (ViewData::Concordance(data), View::Concordance) => concordance::summary(data),
        (ViewData::Sources(data), View::Sources) => sources::summary(data),
        _ => String::new(),
    }
}

fn body(m: &mut Markup, session: Session, data: &ViewData, view: View, ways: &Ways) {
    // What these data answer, not what is on screen by now: a click does not draw them twice.
    let unknown = session.viewed_item();
    let unknown = unknown.as_deref();
    match (data, view) {
        (ViewData::Topics(data), View::Topics) => {
            topics::topics(m, data, unknown, ways);
            if data.open.as_ref().is_some_and(|o| o.columns.is_empty()) {
                let none = |a: &&Arc<Answer>| a.totals.statements == 0;
                session.answer.with(|a| {
                    a.iter().filter(none).for_each(|a| statements::empty(m, a, session.clauses().len() > 1));
                });
            }
        }
        (ViewData::Timeline(data), View::Timeline) => crate::app::markup::timeline::days(m, data, ways),
        (ViewData::Actors(data), View::Actors) => actors::actors(m, data, unknown, ways),
        (ViewData::Compare(data), View::Compare) => compare::compare(m, data, ways),
        (ViewData::Figures(data), View::Figures) => figures::figures(m, data, ways),
        (ViewData::Concordance(data), View::Concordance) => concordance::concordance(m, data, ways),
        (ViewData::Sources(data), View::Sources) => sources::sources(m, data, ways),
        _ => {}
    }
}

/// What stands beside what: at most four.
fn chooser(session: Session) {
    draw("#columns", move |m| {
        session.data.with(|data| {
            if let ViewData::Compare(data) = &**data {
                compare::unknown(m, data);
            }
        });
    });
    draw("#chooser", move |m| {
        session.base.with(|base| session.filter.with_untracked(|f| compare::chooser(m, base.as_deref(), f)));
    });
    follow(move || {
        session.base.track();
        let chosen = columns(session);
        for input in node::find_all("[data-compare]") {
            let on = input.get_attribute("data-compare").is_some_and(|key| chosen.contains(&key));
            node::hold_on(&input, "checked", on);
        }
    });
}

/// What stands side by side, as links have it: what is chosen, else what is shown.
pub fn columns(session: Session) -> Vec<String> {
    let chosen = session.filter.with(|f| f.compare.clone());
    if !chosen.is_empty() {
        return chosen;
    }
    session.data.with(|data| match &**data {
        ViewData::Compare(data) => data.columns.iter().map(|c| c.key.clone()).collect(),
        _ => chosen,
    })
}

/// Rail, filter sentence and messages about the link.
pub fn parts(session: Session) {
    rail::start(session);
    // Before the first answer there is no number to show, and none is claimed.
    let totals = move || {
        let totals = session.answer.with(|a| a.as_ref().map(|a| a.totals));
        totals.map(|t| words::totals(t, session.filter.with(|f| f.unit)))
    };
    text("#total", move || totals().map_or_else(|| "…".to_string(), |t| words::number(t.0)));
    draw("#counted", move |m| {
        let totals = totals();
        m.line(" ", totals.as_ref().map_or(words::UNCOUNTED, |t| t.1), "");
        if let Some((.., reach)) = &totals {
            m.line(" <span class=\"reach\">(", reach, ")</span>");
        }
    });
    draw("#clauses", move |m| page::clauses(m, &session.clauses()));
    draw("#found", move |m| {
        session.answer.with(|a| session.ways(|ways| a.iter().for_each(|a| page::found(m, a, ways))));
    });
    unknown(session);
    text("#open-rail", move || words::filters(session.chosen()));
    attr("#open-rail", "aria-expanded", move || Some(session.drawer.get().to_string()));
}

/// What the link names and this build or corpus does not know.
pub fn unknown(session: Session) {
    draw("#unknown", move |m| {
        let here = session.overview.with(|o| o.as_ref().map(|o| o.fingerprint.clone()));
        let cited = session.filter.with(|f| f.corpus.clone());
        let corpus = here.as_deref().zip(cited.as_deref()).filter(|(here, cited)| here != cited);
        let corpus = corpus.map(|(here, cited)| (cited, here));
        let asks = session.chosen() > 0 || session.filter.with(|f| !f.q.trim().is_empty() || f.item.is_some());
        let turned = session.filter.with(|f| f.turned);
        session
            .answer
            .with(|a| page::unknown(m, corpus, a.as_ref().map_or(&[], |a| a.unknown.as_slice()), asks, turned));
    });
}
