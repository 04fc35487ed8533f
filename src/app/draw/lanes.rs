//! Lanes for underlines: where evidence overlaps or nests, each statement keeps a line of its own.

use crate::query::answer::{Mark, Part, Piece};

/// The statements that underline words of this passage, with the lane of each: the first free one, counted from the text.
pub fn lanes(pieces: &[Piece]) -> Vec<(String, usize)> {
    // First and last piece that a statement's content underlines.
    let mut reach: Vec<(String, usize, usize)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        for mark in piece.marks.iter().filter(|m| m.part == Part::Content) {
            match reach.iter_mut().find(|(id, ..)| *id == mark.statement) {
                Some((_, _, last)) => *last = at,
                None => reach.push((mark.statement.clone(), at, at)),
            }
        }
    }
    let mut out: Vec<(String, usize)> = Vec::new();
    for (i, (id, first, last)) in reach.iter().enumerate() {
        let taken = |lane: usize| {
            reach[..i].iter().zip(&out).any(|((_, f, l), (_, used))| *used == lane && f <= last && first <= l)
        };
        let lane = (0..).find(|lane| !taken(*lane)).unwrap_or_default();
        out.push((id.clone(), lane));
    }
    out
}

/// The lane of a mark's statement; the first where it underlines nothing.
pub fn of(lanes: &[(String, usize)], mark: &Mark) -> usize {
    lanes.iter().find(|(id, _)| *id == mark.statement).map_or(0, |(_, lane)| *lane)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, of: &[&str]) -> Piece {
        let mark =
            |id: &&str| Mark { statement: id.to_string(), part: Part::Content, act: None, mode: None, sourcing: None };
        Piece { text: text.into(), marks: of.iter().map(mark).collect() }
    }

    #[test]
    fn nested_content_gets_the_next_lane_and_later_content_the_first_again() {
        let pieces =
            [piece("that ", &["a"]), piece("they refuse", &["a", "b"]), piece(". ", &[]), piece("More", &["c"])];
        assert_eq!(lanes(&pieces), [("a".to_string(), 0), ("b".to_string(), 1), ("c".to_string(), 0)]);
    }
}
