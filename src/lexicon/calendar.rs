//! Words of the calendar: months, weekdays, units, directions, named days, and what tells past from future.

use crate::text::order::Order;
use crate::text::{ordered::OrderedMap, sieve::Sieve};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum PartOfDay {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// A unit that dates are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unit {
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Which end of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Edge {
    Start,
    Middle,
    End,
}

/// What a word can say in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// 1–12.
    Month(u32),
    /// 0 = Monday … 6 = Sunday.
    Weekday(u32),
    /// "today" and its neighbours: days from it.
    Day(i32),
    /// "morning".
    Part(PartOfDay),
    /// "weeks".
    Unit(Unit),
    /// "last" = −1, "this" = 0, "next" = 1.
    Shift(i32),
    /// 1 = spring … 4 = winter.
    Season(u32),
    /// "early", "late".
    Edge(Edge),
    /// "nineties" = 90.
    Decade(i32),
}

/// A word of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it says.
    pub sense: Sense,
    /// Whether it is a date only beside other date words ("may").
    pub shy: bool,
}

/// When a named day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedDay {
    /// The same month and day each year.
    Fixed(u32, u32),
    /// Days from Easter Sunday.
    Easter(i32),
    /// Month, which one (−1 = last), weekday.
    Nth(u32, i32, u32),
    /// One day of history.
    Once(i32, u32, u32),
}

/// The sense of a word in lower case, without its period.
pub fn word(word: &str) -> Option<Word> {
    static WORDS: LazyLock<Sieve<Word>> = LazyLock::new(|| {
        let rows = super::rows(include_str!("data/date-words.tsv"));
        rows.filter_map(|row| {
            let mut cells = row.split('\t');
            let (word, sense, value) = (cells.next()?, cells.next()?, cells.next()?);
            Some((word, Word { sense: sense_of(sense, value)?, shy: cells.next() == Some("shy") }))
        })
        .collect()
    });
    WORDS.get(word).copied()
}

/// Whether a word in lower case can be the first of a date that is not told in digits: a word of the calendar, a number,
/// a named day's first word, or one of the few that lead to them.
pub fn opens_date(word: &str) -> bool {
    static WORDS: LazyLock<Sieve<()>> = LazyLock::new(|| {
        let leading = "the now a an couple few some several many last final week year month that same";
        let first = |row: &'static str| row.split(['\t', ' ']).next().unwrap_or_default();
        [include_str!("data/number-words.tsv"), include_str!("data/date-words.tsv"), include_str!("data/date-days.tsv")]
            .into_iter()
            .flat_map(super::rows)
            .map(first)
            .chain(leading.split(' '))
            .collect()
    });
    // "Q3", "H1".
    let numbered = || matches!(word.as_bytes(), [b'q' | b'h', ..]) && word.bytes().skip(1).any(|b| b.is_ascii_digit());
    WORDS.has(word) || numbered()
}

/// Named days by their first word.
type NamedDays = Sieve<Vec<(Vec<&'static str>, NamedDay)>>;

/// The named days as words in lower case, the longest first among those that start alike.
pub fn named_days() -> &'static NamedDays {
    static DAYS: LazyLock<NamedDays> = LazyLock::new(|| {
        let mut days: OrderedMap<_, Vec<(Vec<_>, _)>> = OrderedMap::new();
        for row in super::rows(include_str!("data/date-days.tsv")) {
            let Some((name, rule)) = row.split_once('\t') else { continue };
            let words: Vec<&str> = name.split(' ').collect();
            if let (Some(first), Some(day)) = (words.first().copied(), named_day(rule)) {
                days.entry(first).or_default().push((words, day));
            }
        }
        for names in days.values_mut() {
            names.order_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        days.into_iter().collect()
    });
    &DAYS
}

/// Whether a word in lower case is an irregular past form or participle.
pub fn is_irregular_past(word: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| super::sorted_words(include_str!("data/past-verbs.tsv")));
    WORDS.binary_search(&word).is_ok()
}

/// Whether a word in lower case places what follows in the future.
pub fn is_future(word: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| super::sorted_words(include_str!("data/future-words.tsv")));
    WORDS.binary_search(&word).is_ok()
}

/// Whether a season before this word in lower case says when something took place ("the spring offensive").
pub fn is_seasonal(word: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| super::sorted_words(include_str!("data/seasonal-words.tsv")));
    WORDS.binary_search(&word).is_ok()
}

fn sense_of(sense: &str, value: &str) -> Option<Sense> {
    Some(match sense {
        "month" => Sense::Month(value.parse().ok()?),
        "weekday" => Sense::Weekday(value.parse().ok()?),
        "day" => Sense::Day(value.parse().ok()?),
        "season" => Sense::Season(value.parse().ok()?),
        "shift" => Sense::Shift(value.parse().ok()?),
        "decade" => Sense::Decade(value.parse().ok()?),
        "part" => Sense::Part(match value {
            "morning" => PartOfDay::Morning,
            "noon" => PartOfDay::Noon,
            "afternoon" => PartOfDay::Afternoon,
            "evening" => PartOfDay::Evening,
            _ => PartOfDay::Night,
        }),
        "edge" => Sense::Edge(match value {
            "start" => Edge::Start,
            "middle" => Edge::Middle,
            _ => Edge::End,
        }),
        "unit" => Sense::Unit(match value {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "weekend" => Unit::Weekend,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => return None,
        }),
        _ => return None,
    })
}

fn named_day(rule: &str) -> Option<NamedDay> {
    if let Some(days) = rule.strip_prefix("easter") {
        return Some(NamedDay::Easter(days.parse().ok()?));
    }
    if rule.len() == 10 {
        return Some(NamedDay::Once(
            rule.get(..4)?.parse().ok()?,
            rule.get(5..7)?.parse().ok()?,
            rule.get(8..)?.parse().ok()?,
        ));
    }
    let month = rule.get(..2)?.parse().ok()?;
    let rest = rule.get(3..)?;
    match rest.rsplit_once('-').filter(|(nth, _)| !nth.is_empty()) {
        Some((nth, weekday)) => Some(NamedDay::Nth(month, nth.parse().ok()?, weekday.parse().ok()?)),
        None => Some(NamedDay::Fixed(month, rest.parse().ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(word("may"), Some(Word { sense: Sense::Month(5), shy: true }));
        assert_eq!(word("december").map(|w| w.shy), Some(false));
        let names: usize = named_days().values().iter().map(Vec::len).sum();
        assert_eq!(names, super::super::rows(include_str!("data/date-days.tsv")).count());
        for row in super::super::rows(include_str!("data/date-words.tsv")) {
            assert!(word(row.split('\t').next().unwrap()).is_some(), "{row}");
        }
        assert_eq!(named_day("05--1-0"), Some(NamedDay::Nth(5, -1, 0)));
        assert_eq!(named_day("12-25"), Some(NamedDay::Fixed(12, 25)));
        assert!(is_irregular_past("said") && is_future("will") && !is_future("said"));
    }
}
