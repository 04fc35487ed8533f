//! Words with their marks: source, cue and content of statements, and what a search found.

use super::Markup;
use crate::text::order::Order;
use crate::{
    app::{draw::lanes, words},
    extract::statement::{Mode, Sourcing},
    query::answer::{Mark, Part, Piece},
};

/// The pieces of a passage. `on` is the statement whose marks stand out.
pub fn pieces(m: &mut Markup, pieces: &[Piece], on: Option<&str>) {
    let lanes = lanes::lanes(pieces);
    let lane = |m: &Mark| lanes::of(&lanes, m);
    for piece in pieces {
        let mut marks: Vec<&Mark> = piece.marks.iter().collect();
        // Outermost first.
        marks.order_by_key(|m| depth(m, lane(m)));
        for mark in &marks {
            open(m, mark, lane(mark), on);
        }
        m.text(&piece.text);
        for _ in &marks {
            m.raw("</mark>");
        }
    }
}

fn open(m: &mut Markup, mark: &Mark, lane: usize, on: Option<&str>) {
    let part = part(mark.part);
    if mark.part == Part::Hit {
        m.raw("<mark class=\"hit\"").attr("data-part", part).raw(">");
        return;
    }
    m.raw("<mark class=\"m").when(on == Some(mark.statement.as_str()), " on").raw("\"");
    m.attr("data-part", part).attr("data-of", &mark.statement);
    if let Some(act) = mark.act {
        m.attr("data-act", words::act(act)).attr("data-family", act.family().slug());
    }
    m.attr("data-line", line(mark.mode, mark.sourcing)).attr("data-lane", ["0", "1", "2", "3"][lane.min(3)]).raw(">");
}

/// How far inside a mark stands: content from the lowest lane up, source, cue, hit.
pub fn depth(mark: &Mark, lane: usize) -> (u8, usize) {
    match mark.part {
        Part::Content => (0, lane),
        Part::Source => (1, 0),
        Part::Cue => (2, 0),
        Part::Hit => (3, 0),
    }
}

/// A part's name in the page.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Source => "source",
        Part::Cue => "cue",
        Part::Content => "content",
        Part::Hit => "hit",
    }
}

/// Solid = in quotation marks, dashed = reported, dotted = hedged or anonymous.
pub fn line(mode: Option<Mode>, sourcing: Option<Sourcing>) -> &'static str {
    match (mode, sourcing) {
        (_, Some(Sourcing::Anonymous | Sourcing::Hedged)) => "dotted",
        (Some(Mode::Direct), _) => "solid",
        _ => "dashed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::act::Act;

    #[test]
    fn marks_nest_with_the_search_innermost_and_the_words_stay_as_received() {
        let mark = |statement: &str, part, act| Mark {
            statement: statement.into(),
            part,
            act,
            mode: Some(Mode::Direct),
            sourcing: None,
        };
        let all = [
            Piece { text: "Seoul ".into(), marks: Vec::new() },
            Piece {
                text: "“no” & never".into(),
                marks: vec![
                    mark("", Part::Hit, None),
                    mark("a.1", Part::Cue, Some(Act::Deny)),
                    mark("a.2", Part::Content, Some(Act::State)),
                ],
            },
        ];
        let mut m = Markup::default();
        pieces(&mut m, &all, Some("a.1"));
        assert_eq!(
            m.done(),
            "Seoul <mark class=\"m\" data-part=\"content\" data-of=\"a.2\" data-act=\"state\" data-family=\"state\" data-line=\"solid\" data-lane=\"0\">\
             <mark class=\"m on\" data-part=\"cue\" data-of=\"a.1\" data-act=\"deny\" data-family=\"refuse\" data-line=\"solid\" data-lane=\"0\">\
             <mark class=\"hit\" data-part=\"hit\">“no” &amp; never</mark></mark></mark>"
        );
    }
}
