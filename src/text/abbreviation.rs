//! Abbreviations that carry their own full stop, and what that stop can mean.

use crate::text::order::Order;
use std::sync::LazyLock;

/// How a sentence can go on after an abbreviation's full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name or word always follows ("Gen. Milley").
    Title,
    /// Only an abbreviation before a digit ("No. 5").
    Number,
    /// A month or day of the week.
    Date,
    /// May end a sentence ("Inc.", "U.S.").
    End,
}

/// Sorted by word.
static LIST: LazyLock<Vec<(&str, Abbreviation)>> = LazyLock::new(|| {
    let mut list: Vec<_> = include_str!("data/abbreviations.txt")
        .lines()
        .filter_map(|line| {
            let (word, sort) = line.split_once('\t')?;
            let sort = match sort {
                "title" => Abbreviation::Title,
                "number" => Abbreviation::Number,
                "date" => Abbreviation::Date,
                "end" => Abbreviation::End,
                _ => return None,
            };
            Some((word, sort))
        })
        .collect();
    list.order_by_key(|entry| entry.0);
    list
});

/// What `word` (without its full stop) abbreviates, if anything: a listed word, or an initialism ("U.S", "a.m").
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.contains('.') {
        return word.split('.').all(is_single_letter).then_some(Abbreviation::End);
    }
    let i = LIST.binary_search_by_key(&word, |entry| entry.0).ok()?;
    LIST.get(i).map(|entry| entry.1)
}

/// Whether a piece is one letter.
pub(super) fn is_single_letter(piece: &str) -> bool {
    let mut chars = piece.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = include_str!("data/abbreviations.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty());
        assert_eq!(lines.count(), LIST.len());
        assert!(LIST.windows(2).all(|w| w[0].0 < w[1].0), "a word is listed twice");
    }

    #[test]
    fn knows_listed_words_and_initialisms() {
        assert_eq!(abbreviation("Gen"), Some(Abbreviation::Title));
        assert_eq!(abbreviation("U.S"), Some(Abbreviation::End));
        assert_eq!(abbreviation("army"), None);
        assert_eq!(abbreviation(""), None);
    }
}
