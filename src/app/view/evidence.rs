//! Words with their marks: source, cue and content of statements, and what a search found.

use crate::text::order::Order;
use crate::{
    app::{
        draw::lanes,
        markup::evidence::{depth, line, part},
        words,
    },
    query::answer::{Mark, Part, Piece},
};
use leptos::prelude::*;

/// The pieces of a passage. `selected` is the statement whose marks stand out.
pub fn pieces(pieces: &[Piece], selected: Option<Signal<Option<String>>>) -> Vec<AnyView> {
    let lanes = lanes::lanes(pieces);
    pieces
        .iter()
        .map(|piece| {
            let mut marks: Vec<&Mark> = piece.marks.iter().collect();
            let lane = |m: &Mark| lanes::of(&lanes, m);
            // Innermost first.
            marks.order_by_key(|m| std::cmp::Reverse(depth(m, lane(m))));
            let text = piece.text.clone().into_any();
            marks.into_iter().fold(text, |inner, m| mark(m, lane(m), selected, inner))
        })
        .collect()
}

fn mark(mark: &Mark, lane: usize, selected: Option<Signal<Option<String>>>, inner: AnyView) -> AnyView {
    let part = part(mark.part);
    if mark.part == Part::Hit {
        return view! { <mark class="hit" data-part=part>{inner}</mark> }.into_any();
    }
    let act = mark.act;
    let of = mark.statement.clone();
    let on = {
        let of = of.clone();
        move || selected.is_some_and(|s| s.with(|s| s.as_deref() == Some(of.as_str())))
    };
    view! {
        <mark
            class="m"
            class:on=on
            data-part=part
            data-of=of
            data-act=act.map(words::act)
            data-family=act.map(|a| a.family().slug())
            data-line=line(mark.mode, mark.sourcing)
            data-lane=lane.min(3).to_string()
        >
            {inner}
        </mark>
    }
    .into_any()
}
