//! The Overview: the corpus in a sentence, its articles, ready questions, statements by family.

use super::{draw, framed, own, text};
use crate::{
    app::{
        markup::{articles, overview},
        questions,
        session::Session,
    },
    query::{filter::Filter, view::ViewData},
};

/// The start page.
pub fn view(session: Session) {
    super::page(overview::view);
    text("#lede", move || match (session.overview.get(), session.base.get()) {
        (Some(overview), Some(base)) => questions::corpus_sentence(&overview.articles, &base),
        _ => String::new(),
    });
    draw("#narrowed", move |m| {
        if session.filter.with(Filter::narrows) {
            overview::narrowed(m, &session.sentence());
        }
    });
    draw("#questions", move |m| session.base.with(|base| base.iter().for_each(|base| overview::questions(m, base))));
    draw("#cards", move |m| {
        session.overview.with(|o| {
            let (cards, more) = o.as_ref().map_or((&[][..], 0), |o| (&o.articles, o.more));
            session.ways(|ways| articles::first_cards(m, cards, more, ways));
        });
    });
    own::start(session);
    framed::unknown(session);
    draw("#overview-data", move |m| {
        session.data.with(|data| {
            if let ViewData::Overview(data) = &**data {
                session.ways(|ways| overview::data(m, data, ways));
            }
        });
    });
    draw("#family-rows", move |m| {
        session.overview.with(|o| o.iter().for_each(|o| overview::families(m, o.families)));
    });
}
