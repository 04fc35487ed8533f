//! Half-open ranges of a text, and the only place where bytes, code points and UTF-16 units are converted.

use super::unseen::Unseen;
use serde::{Deserialize, Serialize};

/// A half-open range of bytes `start..end` of one text; both ends lie on character borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`. Texts are at most 4 GB: larger offsets are cut off at `u32::MAX`.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end.max(start)) }
    }

    /// Its words in `text`; empty where the span does not lie on character borders of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// As a range of `usize`, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span without white space (U+00A0 included) at its ends.
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        // Most have none.
        if let ([first, ..], [.., last]) = (words.as_bytes(), words.as_bytes())
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

/// Converts offsets of one text between bytes, code points and UTF-16 units, in logarithmic time.
///
/// It keeps the three offsets of every 64th character and counts from there.
#[derive(Clone, Debug)]
pub struct Ruler<'a> {
    text: &'a str,
    /// (byte, code point, UTF-16 unit) of every `STEP`th character.
    marks: Vec<(usize, usize, usize)>,
    /// Marks that were taken out of the text and still count.
    unseen: &'a [Unseen],
}

const STEP: usize = 64;

impl<'a> Ruler<'a> {
    /// Measures `text` once.
    pub fn new(text: &'a str) -> Self {
        let mut marks = vec![(0, 0, 0)];
        let mut units = 0;
        for (points, (byte, c)) in text.char_indices().enumerate() {
            if points > 0 && points % STEP == 0 {
                marks.push((byte, points, units));
            }
            units += c.len_utf16();
        }
        Self { text, marks, unseen: &[] }
    }

    /// Measures `text` as it was with these marks: spans in code points are those of the text as received.
    pub fn with(text: &'a str, unseen: &'a [Unseen]) -> Self {
        Self { unseen, ..Self::new(text) }
    }

    /// Code points before `byte`. A byte inside a character or past the end counts as the next border below it.
    pub fn points(&self, byte: u32) -> u32 {
        self.walk(byte as usize, |m| m.0).1 as u32
    }

    /// UTF-16 units before `byte`, as the DOM counts.
    pub fn units(&self, byte: u32) -> u32 {
        self.walk(byte as usize, |m| m.0).2 as u32
    }

    /// The byte at which the code point number `points` starts; the text's length where there is none.
    pub fn byte(&self, points: u32) -> u32 {
        self.walk(points as usize, |m| m.1).0 as u32
    }

    /// A span in code points `[start, end]`, end exclusive. Marks at its ends that nobody sees lie outside of it.
    pub fn span_points(&self, span: Span) -> [u32; 2] {
        let before = self.unseen.partition_point(|m| m.0 <= span.start);
        let within = self.unseen.iter().skip(before).take_while(|m| m.0 < span.end).count();
        let [start, end] = [span.start, span.end].map(|byte| self.points(byte) + before as u32);
        [start, end + within as u32]
    }

    /// The span of bytes that holds the code points `start..end`.
    pub fn span_bytes(&self, [start, end]: [u32; 2]) -> Span {
        Span { start: self.byte(start), end: self.byte(end.max(start)) }
    }

    fn walk(&self, goal: usize, key: impl Fn(&(usize, usize, usize)) -> usize) -> (usize, usize, usize) {
        let before = self.marks.partition_point(|m| key(m) <= goal).saturating_sub(1);
        let mut at = self.marks[before];
        for c in self.text[at.0..].chars() {
            let next = (at.0 + c.len_utf8(), at.1 + 1, at.2 + c.len_utf16());
            if key(&next) > goal {
                break;
            }
            at = next;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_outside_the_text_is_empty_words() {
        assert_eq!(Span::new(0, 99).of("short"), "");
        assert_eq!(Span::new(1, 2).of("ø"), "");
    }

    #[test]
    fn trims_no_break_spaces() {
        let text = "\u{a0} See also \u{a0}";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "See also");
    }

    proptest! {
        #[test]
        fn offsets_convert_there_and_back(text in "\\PC{0,300}") {
            let ruler = Ruler::new(&text);
            let mut units = 0;
            for (points, (byte, c)) in text.char_indices().enumerate() {
                prop_assert_eq!(ruler.points(byte as u32) as usize, points);
                prop_assert_eq!(ruler.units(byte as u32) as usize, units);
                prop_assert_eq!(ruler.byte(points as u32) as usize, byte);
                units += c.len_utf16();
            }
            prop_assert_eq!(ruler.points(text.len() as u32) as usize, text.chars().count());
            prop_assert_eq!(ruler.byte(u32::MAX) as usize, text.len());
        }

        #[test]
        fn a_slice_by_points_is_the_slice_by_bytes(text in "\\PC{0,200}", a in 0u32..200, b in 0u32..200) {
            let (a, b) = (a.min(b), a.max(b));
            let span = Ruler::new(&text).span_bytes([a, b]);
            let expected: String = text.chars().skip(a as usize).take((b - a) as usize).collect();
            prop_assert_eq!(span.of(&text), expected);
        }
    }
}
