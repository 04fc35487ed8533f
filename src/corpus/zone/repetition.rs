//! Lines that repeat across the articles of a corpus: site names, menus, calls to subscribe.

use super::shape::{self, Line};
use crate::text::line;
use crate::text::order::Order;

/// Lines of more words are not compared: a republished report repeats them too.
const WORDS: usize = 14;

/// How often each short line stands in a corpus; built once, asked in logarithmic time.
#[derive(Clone, Debug, Default)]
pub struct Repetition {
    /// (line, article's longest line), sorted, each pair once.
    seen: Vec<(u64, u64)>,
}

impl Repetition {
    /// Reads all texts once.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut seen = Vec::new();
        for text in texts {
            let lines = line::lines(text);
            let mark = fingerprint(lines.iter().map(|l| l.of(text)));
            for span in lines.into_iter().filter(|l| l.len() <= WORDS * 10) {
                let line = Line::of(text, span);
                if is_compared(&line) {
                    seen.push((line.hash(), mark));
                }
            }
        }
        seen.order();
        seen.dedup();
        Self { seen }
    }

    /// How many articles but those like `mark` hold this line.
    pub fn others(&self, line: &Line, mark: u64) -> usize {
        if self.seen.is_empty() || !is_compared(line) {
            return 0;
        }
        let hash = line.hash();
        let start = self.seen.partition_point(|s| s.0 < hash);
        self.seen[start..].iter().take_while(|s| s.0 == hash).filter(|s| s.1 != mark).take(4).count()
    }
}

fn is_compared(line: &Line) -> bool {
    line.words > 0 && line.words <= WORDS
}

/// A number that copies of one report share: of its longest line.
pub fn fingerprint<'a>(lines: impl Iterator<Item = &'a str>) -> u64 {
    lines.max_by_key(|l| l.len()).map_or(0, |l| shape::hash(l.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn copies_of_one_report_count_once() {
        let report = "A long line that only the one report and its copies carry, whole.\nSend more soldiers\nThe Daily";
        let other = "Another long line that another report of the same site carries, whole.\nThe Daily";
        let repetition = Repetition::of([report, report, other].into_iter());
        let mark = fingerprint(report.lines());
        let count = |text: &str| repetition.others(&Line::of(text, Span::new(0, text.len())), mark);
        assert_eq!(count("The Daily"), 1);
        assert_eq!(count("Send more soldiers"), 0);
    }
}
