//! The Reader and the list of articles.

use super::{draw, framed, own, tick};
use crate::{
    app::{
        browser::{document::find, node},
        choice,
        markup::{Markup, articles, page, reader},
        session::{Session, follow, watch},
        words,
    },
    query::answer::ArticleView,
};
use std::sync::Arc;

/// `#/articles` lists the articles, `#/articles/000` reads one.
pub fn articles(session: Session) {
    watch(
        move || session.filter.with(|f| f.item.clone()),
        move |item| match item {
            None => {
                super::page(articles::view);
                own::start(session);
                cards(session);
                framed::unknown(session);
            }
            Some(id) => article(session, id.clone()),
        },
    );
}

/// The articles with the lines that name the outlet.
fn cards(session: Session) {
    draw("#cards", move |m| {
        session.overview.with(|o| {
            let cards = o.as_ref().map_or(&[][..], |o| &o.articles);
            session.ways(|ways| articles::cards(m, cards, true, ways));
            articles::more(m, o.as_ref().map_or(0, |o| o.more));
        });
    });
}

/// An article view that equals only itself: cheaper than comparing whole texts.
struct ByAddress(Option<Arc<ArticleView>>);

impl PartialEq for ByAddress {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

fn article(session: Session, id: String) {
    let of = id.clone();
    watch(
        move || {
            let is = |article: &&(String, Option<Arc<ArticleView>>)| article.0 == of;
            session.article.with(|a| a.as_ref().filter(is).map(|(_, view)| ByAddress(view.clone())))
        },
        move |article| match article {
            None => super::page(|m| {
                m.line("<h1 class=\"reading\">", words::READING_ARTICLE, "</h1>");
            }),
            Some(ByAddress(None)) => missing(session, &id),
            Some(ByAddress(Some(view))) => read(session, view.clone()),
        },
    );
}

fn missing(session: Session, id: &str) {
    super::page(|m| articles::missing(m, id));
    cards(session);
}

fn read(session: Session, article: Arc<ArticleView>) {
    // Drawn over the one before: the same article under another filter keeps what is open and focused.
    let mut m = Markup::default();
    session.ways(|ways| reader::reader(&mut m, &article, session.furniture.get_untracked(), ways));
    if let Some(main) = find("#main") {
        node::draw(&main, &m.done());
    }
    framed::unknown(session);
    tick("[data-do=marks]", move || session.marked.get());
    tick("[data-do=furniture]", move || session.furniture.get());
    follow(move || node::class(".reader", "unmarked", !session.marked.get()));
    super::attr("[data-furniture]", "open", move || session.furniture.get().then(String::new));
    let id = article.card.id.clone();
    draw("#neighbours", move |m| {
        session.overview.with(|o| {
            let cards = o.as_ref().map_or(&[][..], |o| &o.articles);
            session.ways(|ways| reader::neighbours(m, cards, &id, ways));
        });
    });
    let shown = article.rows.len() as u32;
    draw("#elsewhere", move |m| {
        let searched = session.filter.with(|f| !f.q.trim().is_empty());
        let totals = session.answer.with(|a| a.as_ref().map(|a| a.totals).unwrap_or_default());
        if searched && totals.statements > shown {
            session.ways(|ways| reader::elsewhere(m, totals, ways));
        }
    });
    let selected = move || session.filter.with(|f| f.selected.clone());
    let here = article.clone();
    draw("#orphan", move |m| {
        let is_here = |id: &String| {
            here.rows.iter().any(|r| r.id == *id)
                || here.passages.iter().any(|p| p.sentences.iter().any(|s| s.id == *id))
        };
        if selected().is_some_and(|id| !is_here(&id) && session.ready()) {
            page::orphan(m);
        }
    });
    watch(selected, move |selected| select(session, &article, selected.as_deref()));
}

/// Marks the selected statement in the text and opens its note.
fn select(session: Session, article: &ArticleView, id: Option<&str>) {
    node::class(".reader mark.on", "on", false);
    node::set(".reader [data-selected]", "data-selected", None);
    node::set(".note.current .note-pick", "aria-pressed", Some("false"));
    if let Some(panel) = find(".note.current [data-panel]") {
        panel.set_inner_html("");
    }
    node::class(".note.current", "current", false);
    let Some(id) = id else { return };
    let quoted = id.replace(['"', '\\'], "");
    node::class(&format!(".reader mark[data-of=\"{quoted}\"]"), "on", true);
    for sentence in node::find_all(".reader [data-sentence]") {
        if sentence.get_attribute("data-sentence").is_some_and(|s| choice::is_of(id, &s)) {
            node::set_on(&sentence, "data-selected", Some(""));
        }
    }
    let note = format!(".note[data-note=\"{quoted}\"]");
    node::class(&note, "current", true);
    node::set(&format!("{note} .note-pick"), "aria-pressed", Some("true"));
    let row = article.rows.iter().find(|r| r.id == id);
    if let (Some(panel), Some(row)) = (find(&format!("{note} [data-panel]")), row) {
        let mut m = Markup::default();
        session.ways(|ways| reader::panel(&mut m, row, ways));
        panel.set_inner_html(&m.done());
    }
}
