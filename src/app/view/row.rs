//! Parts of a statement that several views show: who → whom, the chain, the day.

use crate::{
    app::{
        markup::{Markup, Ways, row},
        session::session,
    },
    query::answer::Row,
};
use leptos::prelude::*;

fn drawn(write: &dyn Fn(&mut Markup)) -> AnyView {
    let mut m = Markup::default();
    write(&mut m);
    view! { <span inner_html=m.done()></span> }.into_any()
}

/// Source → addressee.
pub fn who(row: &Row) -> AnyView {
    session().filter.with_untracked(|filter| drawn(&|m| row::who(m, row, &Ways(filter))))
}

/// "VG ← Interfax ← Ryabkov".
pub fn chain(row: &Row) -> AnyView {
    drawn(&|m| row::chain(m, row))
}

/// The day and where it is from.
pub fn day(row: &Row) -> AnyView {
    drawn(&|m| row::day(m, row))
}
