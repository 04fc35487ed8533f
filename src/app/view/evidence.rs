//! Words with their marks: source, cue and content of statements, and what a search found.

use crate::text::order::Order;
use crate::{
    app::{draw::lanes, words},
    extract::statement::{Mode, Sourcing},
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
            // Innermost first: hit, cue, source, then content from the highest lane down.
            let lane = |m: &Mark| lanes.iter().find(|(id, _)| *id == m.statement).map_or(0, |(_, lane)| *lane);
            marks.order_by_key(|m| match m.part {
                Part::Hit => (0, 0),
                Part::Cue => (1, 0),
                Part::Source => (2, 0),
                Part::Content => (3, usize::MAX - lane(m)),
            });
            let text = piece.text.clone().into_any();
            marks.into_iter().fold(text, |inner, m| mark(m, lane(m), selected, inner))
        })
        .collect()
}

fn mark(mark: &Mark, lane: usize, selected: Option<Signal<Option<String>>>, inner: AnyView) -> AnyView {
    let part = match mark.part {
        Part::Source => "source",
        Part::Cue => "cue",
        Part::Content => "content",
        Part::Hit => return view! { <mark class="hit" data-part="hit">{inner}</mark> }.into_any(),
    };
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

/// Solid = in quotation marks, dashed = reported, dotted = hedged or anonymous.
pub fn line(mode: Option<Mode>, sourcing: Option<Sourcing>) -> &'static str {
    match (mode, sourcing) {
        (_, Some(Sourcing::Anonymous | Sourcing::Hedged)) => "dotted",
        (Some(Mode::Direct), _) => "solid",
        _ => "dashed",
    }
}
