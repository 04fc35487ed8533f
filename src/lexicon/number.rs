//! Number words.

use crate::text::{decimal, sieve::Sieve};
use std::sync::LazyLock;

/// What a number word says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// "five".
    Cardinal(f64),
    /// "million".
    Scale(f64),
    /// "a dozen".
    Group(f64),
    /// "hundreds" of.
    Many(f64),
    /// "third".
    Ordinal(f64),
}

/// The sense of a word in lower case.
pub fn word(word: &str) -> Option<Number> {
    static WORDS: LazyLock<Sieve<Number>> = LazyLock::new(|| {
        super::rows(include_str!("data/number-words.tsv"))
            .filter_map(|row| {
                let mut cells = row.split('\t');
                let (word, sense) = (cells.next()?, cells.next()?);
                let value = decimal::read(cells.next()?)?;
                let number = match sense {
                    "cardinal" => Number::Cardinal(value),
                    "scale" => Number::Scale(value),
                    "group" => Number::Group(value),
                    "many" => Number::Many(value),
                    _ => Number::Ordinal(value),
                };
                Some((word, number))
            })
            .collect()
    });
    WORDS.get(word).copied()
}
