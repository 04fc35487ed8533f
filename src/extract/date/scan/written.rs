//! Other ways to write a date: month names between slashes and hyphens, years in words, years before our era, week numbers.

use super::{Counted, Read, Scanner, Value, YearOf, plain};
use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::atom::Kind,
    lexicon::{
        calendar::Unit,
        number::{self, Number},
    },
};

/// A year of two digits: of the century that lies nearer.
pub(super) fn full_year(short: i32) -> i32 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

impl Scanner<'_, '_> {
    /// "2019/Aug/01", "31-Oct-74", "Sep-23-2020", "Jan/3".
    pub(super) fn with_separators(&self, i: usize) -> Read {
        let separator = |k: usize| {
            let glued = self.line.at(k).is_some_and(|a| a.glued) && self.line.at(k + 1).is_some_and(|a| a.glued);
            glued && (self.word(k) == "/" || self.line.is_dash(k))
        };
        let digits = |k: usize, least: usize, most: usize| -> Option<u32> {
            let atom = self.line.at(k).filter(|a| a.kind == Kind::Number)?;
            let fits = (least..=most).contains(&atom.word.len()) && atom.word.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| atom.word.parse().ok())?
        };
        if !separator(i + 1) {
            return None;
        }
        let day = |k: usize| digits(k, 1, 2).filter(|d| (1..=31).contains(d));
        let year = |k: usize| {
            let short = || digits(k, 2, 2).map(|y| full_year(y as i32));
            self.year_number(k).or_else(short)
        };
        let three = separator(i + 3);
        let (y, m, d, end) = match (self.month_name(i), self.month_name(i + 2)) {
            (None, Some(m)) if three && self.year_number(i).is_some() => (self.year_number(i), m, day(i + 4)?, i + 5),
            (None, Some(m)) if three => (Some(year(i + 4)?), m, day(i)?, i + 5),
            (Some(m), None) if three && year(i + 4).is_some() => (year(i + 4), m, day(i + 2)?, i + 5),
            (Some(m), None) if self.word(i + 1) == "/" => (None, m, day(i + 2)?, i + 3),
            _ => return None,
        };
        let year = y.map_or(YearOf::Unsaid, YearOf::Given);
        plain(Value::Civil { year, month: Some(m), day: Some(d), shift: None }, end)
    }

    /// "nineteen eighty-six", "two thousand and five", "twenty twenty-one".
    pub(super) fn year_in_words(&self, i: usize) -> Option<(i32, usize)> {
        let small = |k: usize| -> Option<(i32, usize)> {
            match number::word(self.word(k))? {
                Number::Cardinal(_) => self.count(k).filter(|(n, _)| *n < 100),
                _ => None,
            }
        };
        if matches!(number::word(self.word(i)), Some(Number::Cardinal(2.0))) && self.word(i + 1) == "thousand" {
            let at = i + 2 + usize::from(self.word(i + 2) == "and");
            return small(at).map(|(n, end)| (2000 + n, end));
        }
        let century = match number::word(self.word(i))? {
            Number::Cardinal(n @ (17.0 | 18.0 | 19.0 | 20.0)) => n as i32 * 100,
            _ => return None,
        };
        let (n, end) = small(i + 1).filter(|(n, _)| *n >= 10)?;
        Some((century + n, end))
    }

    /// Where an era after the number at `i` ends: "261 BC", "480 B.C.E.".
    pub(super) fn before_our_era(&self, i: usize) -> Option<usize> {
        let number = self.line.at(i).filter(|a| matches!(a.kind, Kind::Number | Kind::Suffixed))?;
        let era = |k: usize| self.is_era(k).then_some(k + 1);
        let digits = number.word.strip_suffix('s').unwrap_or(number.word);
        (digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(())?;
        // "240-238 BC".
        let second = i + 2;
        let joined = (self.line.is_dash(i + 1) || self.word(i + 1) == "to")
            && self.line.at(second).is_some_and(|a| a.kind == Kind::Number);
        era(i + 1).or_else(|| era(second + 1).filter(|_| joined))
    }

    /// "BC" and its other forms.
    pub(super) fn is_era(&self, i: usize) -> bool {
        Is::EraLabel.has(self.word(i))
    }

    /// "week 27", "week 1 of 2018".
    pub(super) fn week_number(&self, i: usize) -> Read {
        if self.word(i) != "week" {
            return None;
        }
        let atom = self.line.at(i + 1).filter(|a| a.kind == Kind::Number)?;
        let n: i32 = atom.word.parse().ok().filter(|n| (1..=53).contains(n))?;
        let (year, end) = self.year_tail(i + 2);
        if self.word(end) == "of" {
            return None;
        }
        plain(Self::part_of_year(Counted::Unit(Unit::Week), n, year), end)
    }
}
