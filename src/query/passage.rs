//! Passages cut into pieces, so that the screen never slices by offsets.

use super::answer::{Mark, Piece};
use crate::text::order::Order;
use crate::text::span::Span;

/// The words of `within`, cut wherever a mark begins or ends. Joined they are those words byte for byte.
pub fn pieces(text: &str, within: Span, marks: &[(Span, Mark)]) -> Vec<Piece> {
    if within.of(text).is_empty() {
        return Vec::new();
    }
    let clipped: Vec<(Span, &Mark)> = marks
        .iter()
        .map(|(s, m)| (Span { start: s.start.max(within.start), end: s.end.min(within.end) }, m))
        .filter(|(s, _)| !s.is_empty() && !s.of(text).is_empty())
        .collect();
    let mut cuts = vec![within.start, within.end];
    cuts.extend(clipped.iter().flat_map(|(s, _)| [s.start, s.end]));
    cuts.order();
    cuts.dedup();
    let mut pieces = Vec::new();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let span = Span { start, end };
        let words = span.of(text);
        if words.is_empty() {
            continue;
        }
        let mut marks: Vec<Mark> =
            clipped.iter().filter(|(s, _)| s.contains(span)).map(|(_, m)| (*m).clone()).collect();
        marks.order_by(|a, b| (a.part, &a.statement).cmp(&(b.part, &b.statement)));
        marks.dedup();
        pieces.push(Piece { text: words.to_string(), marks });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::answer::Part;
    use proptest::prelude::*;

    fn mark(statement: &str, part: Part) -> Mark {
        Mark { statement: statement.into(), part, act: None, mode: None, sourcing: None }
    }

    #[test]
    fn nested_marks_share_their_words() {
        let text = "A told B that C rejected it.";
        let marks = [
            (Span::new(14, 27), mark("1", Part::Content)),
            (Span::new(16, 24), mark("2", Part::Cue)),
            (Span::new(0, 1), mark("1", Part::Source)),
        ];
        let cut = pieces(text, Span::new(0, text.len()), &marks);
        let words: Vec<_> = cut.iter().map(|p| (p.text.as_str(), p.marks.len())).collect();
        assert_eq!(words, [("A", 1), (" told B that ", 0), ("C ", 1), ("rejected", 2), (" it", 1), (".", 0)]);
    }

    proptest! {
        #[test]
        fn joined_pieces_are_the_text(
            text in "\\PC{0,60}",
            spans in proptest::collection::vec((0u32..80, 0u32..80), 0..8),
            within in (0u32..80, 0u32..80),
        ) {
            let marks: Vec<_> = spans
                .iter()
                .map(|(a, b)| (Span { start: *a.min(b), end: *a.max(b) }, mark("s", Part::Content)))
                .collect();
            let within = Span { start: within.0.min(within.1), end: within.0.max(within.1) };
            let joined: String = pieces(&text, within, &marks).into_iter().map(|p| p.text).collect();
            prop_assert_eq!(joined, within.of(&text));
        }
    }
}
