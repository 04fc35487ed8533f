//! Why and how sure: what a statement was read from, what was inferred and from where.

use crate::{
    app::markup::{Markup, why},
    query::answer::Row,
};
use leptos::prelude::*;

/// The panel of one statement.
pub fn why(row: &Row) -> AnyView {
    let mut m = Markup::default();
    why::why(&mut m, row);
    view! { <dl class="why" inner_html=m.done()></dl> }.into_any()
}
