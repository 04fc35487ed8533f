//! Statements, the work view: rail, filter sentence, list, preview.

use super::{draw, framed, show, value};
use crate::{
    app::{
        browser::{
            document::find,
            list::{self, List},
            node,
        },
        choice,
        markup::{Markup, page, reader, row, statements, why},
        session::{Session, follow, untrack, watch},
    },
    query::answer::{Answer, Passage, Row},
};
use std::sync::Arc;

/// The work view.
pub fn view(session: Session) {
    super::page(statements::view);
    if session.from_top() {
        session.put_off();
    }
    framed::parts(session);
    value("#sort", move || session.filter.with(|f| f.sort.slug().to_string()));
    value("#unit", move || session.filter.with(|f| f.unit.slug().to_string()));
    value("#within", move || session.filter.with(|f| f.within.slug().to_string()));
    show("#pick-within", move || session.filter.with(|f| !f.q.trim().is_empty()));
    rows(session);
    let selected = move || (session.filter.with(|f| f.selected.clone()), session.wide.get());
    watch(selected, move |_| panel(session));
    draw("#under", move |m| {
        session.answer.with(|a| a.iter().for_each(|a| statements::under(m, a, session.clauses().len() > 1)))
    });
    draw("#unaddressed", move |m| {
        session.answer.with(|a| session.ways(|ways| a.iter().for_each(|a| statements::unaddressed(m, a, ways))));
    });
    draw("#hits", move |m| {
        session.answer.with(|a| session.ways(|ways| a.iter().for_each(|a| statements::hits(m, a, ways))));
    });
    draw("[data-preview]", move |m| preview(m, session));
}

/// What a row is drawn from, as far as it changes from one answer to the next: its words, and the marks on them.
#[derive(Clone, PartialEq, Eq)]
struct Key {
    id: String,
    pieces: Vec<(usize, usize)>,
}

impl Key {
    fn of(row: &Row) -> Self {
        Self { id: row.id.clone(), pieces: row.evidence.iter().map(|p| (p.text.len(), p.marks.len())).collect() }
    }
}

/// The list. Rows of the first screen come with the answer, the others once that is painted.
fn rows(session: Session) {
    let mut items = List::<Key>::default();
    let mut whole: Option<Arc<Answer>> = None;
    follow(move || {
        let Some(answer) = session.answer.get() else { return };
        let drawn = !session.undrawn.get();
        if whole.as_ref().is_some_and(|whole| Arc::ptr_eq(whole, &answer)) {
            return;
        }
        let first = session.first_rows();
        let rest = drawn || first > 0 && !session.from_top();
        if !rest && first == 0 {
            return;
        }
        whole = rest.then(|| answer.clone());
        let Some(node) = find("#rows") else { return };
        let keys = answer.rows.iter().map(Key::of).enumerate();
        let wanted = keys.filter(|(i, key)| rest || *i < first || items.has(key)).map(|(_, key)| key).collect();
        let markup = |new: &[&Key]| {
            let mut m = Markup::default();
            let rows = answer.rows.iter().filter(|r| new.iter().any(|k| k.id == r.id));
            session.ways(|ways| row::rows(&mut m, rows, ways));
            m.done()
        };
        items.show(&node, wanted, Key::eq, markup, |_, _, _| ());
        // Rows that come back have the mark and the links of another state.
        session.filter.with_untracked(|f| list::mark(f.selected.as_deref()));
        session.readdress();
        untrack(|| panel(session));
    });
}

/// Where there is no room for the preview: why, and how sure, under the selected row.
fn panel(session: Session) {
    let selected = session.filter.with_untracked(|f| f.selected.clone()).filter(|_| !session.wide.get_untracked());
    let wanted = selected.and_then(|id| session.row(&id)).map(|row| {
        let mut m = Markup::default();
        session.ways(|ways| reader::panel(&mut m, &row, ways));
        (format!(".rows > [data-statement=\"{}\"]", row.id.replace(['"', '\\'], "")), m.done())
    });
    let here = wanted.as_ref().and_then(|(row, _)| find(&format!("{row} [data-panel]")));
    for open in node::find_all(".rows [data-panel]:not(:empty)") {
        if here.as_ref() != Some(&open) {
            open.set_inner_html("");
        }
    }
    node::set(".rows [data-do=why][aria-expanded=true]", "aria-expanded", Some("false"));
    if let (Some(here), Some((row, markup))) = (here, wanted) {
        node::set(&format!("{row} [data-do=why]"), "aria-expanded", Some("true"));
        if here.inner_html().is_empty() {
            here.set_inner_html(&markup);
        }
    }
}

/// The selected statement in its passage, and why it was read so. The first one where none is selected.
fn preview(m: &mut Markup, session: Session) {
    if !session.wide.get() {
        return;
    }
    let selected = session.filter.with(|f| f.selected.clone());
    let row = match &selected {
        Some(id) => session.row(id),
        None => session.answer.with(|a| a.as_ref().and_then(|a| a.rows.first().cloned())),
    };
    let Some(row) = row else {
        if selected.is_some() && session.ready() {
            page::orphan(m);
        }
        return;
    };
    session.article.with(|a| {
        let view = a.as_ref().filter(|(of, _)| *of == row.article).and_then(|(_, view)| view.as_ref());
        let holds = |p: &&Passage| p.sentences.iter().any(|s| choice::is_of(&row.id, &s.id));
        let passage = view.and_then(|view| view.passages.iter().find(holds));
        m.raw("<div class=\"preview-body\"").attr("data-preview-of", &row.id).raw(">");
        session.ways(|ways| why::preview(m, &row, passage, ways));
        m.raw("</div>");
    });
}
