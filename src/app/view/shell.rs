//! The page around every view: head with views and search, messages, foot, keyboard sheet; and which view is on screen.

use super::{attr, draw, framed, hands, overview, reader, statements, text, tick, value};
use crate::{
    app::{
        browser::{address, document, focus, media, node},
        markup::{Markup, about, page, paper},
        session::{Session, follow, watch},
        words,
    },
    query::filter::View,
    share::link::encode,
};

/// Draws the page and keeps it.
pub fn start() {
    let session = Session::start();
    let mut m = Markup::default();
    session.filter.with_untracked(|f| page::shell(&mut m, &crate::app::markup::Ways(f)));
    document::append(&m.done());
    hands::listen(session);
    document::on_print(move |on| print(session, on));
    head(session);
    messages(session);
    sheet(session);
    attr("#main", "data-view", move || Some(session.filter.with(|f| f.view).slug().to_string()));
    attr("#main", "data-state", move || Some(if session.ready() { "ready" } else { "loading" }.to_string()));
    attr("#main", "data-first", move || session.answer.with(Option::is_none).then(String::new));
    attr("#main", "aria-busy", move || Some((!session.ready()).to_string()));
    watch(
        move || session.filter.with(|f| f.view),
        move |view| match view {
            View::Overview => overview::view(session),
            View::Statements => statements::view(session),
            View::Articles => reader::articles(session),
            View::About => method(session),
            view => framed::view(session, *view),
        },
    );
    text("#said", move || session.said.get());
}

/// Draws what only stands on paper, or takes it away: at once, for Firefox prints what is there when the event ends.
fn print(session: Session, on: bool) {
    let (mut rows, mut foot) = (Markup::default(), Markup::default());
    if on {
        let page = address::with_fragment("");
        session.answer.with_untracked(|a| {
            session.ways(|ways| a.iter().for_each(|a| paper::paper(&mut rows, a, &page, ways)));
        });
        let corpus = session.overview.with_untracked(|o| o.as_ref().map(|o| o.fingerprint.clone()).unwrap_or_default());
        paper::foot(&mut foot, &corpus, &address::with_fragment(&session.filter.with_untracked(encode)));
    }
    for (slot, markup) in [("#paper", rows.done()), ("#paper-foot", foot.done())] {
        document::find(slot).iter().for_each(|node| node.set_inner_html(&markup));
    }
}

fn method(session: Session) {
    super::page(|m| session.ways(|ways| about::about(m, ways)));
    tick("#letters", move || session.letters.get());
    text("#fingerprint", move || {
        let corpus = session.overview.get();
        corpus.map(|o| words::corpus(&o.fingerprint, o.articles.len() as u32 + o.more)).unwrap_or_default()
    });
}

fn head(session: Session) {
    watch(
        move || session.filter.with(|f| f.view),
        |view| {
            node::set("[data-nav][aria-current]", "aria-current", None);
            let here = format!("[data-nav=\"{}\"]", view.slug());
            node::set(&here, "aria-current", Some("page"));
            // On a phone the row of views is wider than the screen.
            focus::reveal_in_row(&here);
        },
    );
    follow(move || {
        let theme = session.theme.get().slug();
        let said = words::theme(theme);
        node::set("#theme", "title", Some(&said));
        node::set("#theme", "aria-label", Some(&said));
        node::set(".theme-glyph", "data-now", Some(theme.unwrap_or("auto")));
    });
    if media::matches("(max-width: 40em)") {
        node::set("#search", "placeholder", Some(words::SEARCH_SHORT));
    }
    value("#search", move || session.filter.with(|f| f.q.clone()));
    attr("[data-behind]", "inert", move || session.drawer.get().then(String::new));
}

/// Faults with their remedy, long work, confirmations.
fn messages(session: Session) {
    draw("#fault", move |m| {
        if let Some(fault) = session.fault.get() {
            page::fault(m, &fault, media::offline());
        }
    });
    draw("#progress", move |m| {
        if session.progress.with(Option::is_some) {
            page::progress(m);
        }
    });
    draw("#coverage", move |m| {
        if let Some(coverage) = session.coverage.get().filter(|c| c.of < c.all || c.read < c.of) {
            page::coverage(m, &coverage);
        }
    });
    // The numbers are written into what is drawn: a button that is drawn anew cannot be clicked meanwhile.
    follow(move || {
        if let Some((what, done, of)) = session.progress.get() {
            node::set("[data-progress] progress", "max", Some(&of.to_string()));
            node::set("[data-progress] progress", "value", Some(&done.to_string()));
            node::write("[data-progress] span", &words::done(done, of, &what));
        }
    });
    follow(move || {
        if let Some(coverage) = session.coverage.get() {
            node::set("[data-coverage] progress", "max", Some(&coverage.of.to_string()));
            node::set("[data-coverage] progress", "value", Some(&coverage.read.to_string()));
            node::write("[data-coverage] span", &words::coverage(&coverage));
        }
    });
    draw("#toasts", move |m| {
        if let Some((text, by_hand)) = session.toast.get() {
            page::toast(m, &text, by_hand.as_deref());
        }
    });
}

/// The keyboard sheet.
fn sheet(session: Session) {
    draw("#keys", move |m| page::keys(m, session.sheet.get()));
    tick("#sheet [data-do=letters]", move || session.letters.get());
    follow(move || {
        let open = session.sheet.get();
        if let Some(dialog) = document::find("#sheet") {
            match (open, dialog.has_attribute("open")) {
                (true, false) => node::call(&dialog, "showModal"),
                (false, true) => node::call(&dialog, "close"),
                _ => {}
            }
        }
    });
}
