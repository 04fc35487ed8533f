//! Years: by themselves, behind a month, in decades and ranges.

use super::{Read, Scanner, Value, YearOf, plain, written::full_year};
use crate::lexicon::class::WordClass as Is;
use crate::text::among::among;
use crate::{
    extract::atom::Kind,
    lexicon::{
        calendar::Sense,
        measure,
        number::{self, Number},
    },
    text::tag::Tag,
};

impl Scanner<'_, '_> {
    /// The year after a month, season or named day: "2021", ", 2021", "of last year", "this year".
    pub(super) fn year_tail(&self, i: usize) -> (YearOf, usize) {
        let at = i + usize::from(among(self.word(i), ", of in"));
        if let Some(year) = self.year_number(at) {
            // "in October, 2,000 men" is cut as one number; "On May 9, 2000 soldiers" is not.
            let counted =
                self.word(i) == "," && self.tag(at + 1) == Some(Tag::Noun) && self.word(at + 1).ends_with('s');
            return if counted { (YearOf::Unsaid, i) } else { (YearOf::Given(year), at + 1) };
        }
        if let Some((year, end)) = self.year_in_words(at).filter(|(_, end)| self.stands_alone(*end)) {
            return (YearOf::Given(year), end);
        }
        // "the summer of '98".
        if among(self.word(at), "' ’ ‘")
            && let Some(short) = self.line.at(at + 1).filter(|a| a.glued && a.kind == Kind::Number && a.word.len() == 2)
            && let Ok(year) = short.word.parse()
        {
            return (YearOf::Given(full_year(year)), at + 2);
        }
        if self.word(i) == "," || self.word(i) == "in" {
            return (YearOf::Unsaid, i);
        }
        let end = at + 2;
        match (self.word(at), self.word(at + 1)) {
            ("this" | "current", "year") => (YearOf::Shift(0), end),
            ("last", "year") => (YearOf::Shift(-1), end),
            ("next", "year") => (YearOf::Shift(1), end),
            ("that" | "same", "year") => (YearOf::Anchored(0), end),
            ("the", word @ ("same" | "following" | "next" | "previous" | "preceding" | "current"))
                if self.word(at + 2) == "year" =>
            {
                let year = match word {
                    "same" => YearOf::Anchored(0),
                    "current" => YearOf::Shift(0),
                    "following" | "next" => YearOf::Anchored(1),
                    _ => YearOf::Anchored(-1),
                };
                (year, at + 3)
            }
            _ => (YearOf::Unsaid, i),
        }
    }

    /// Four digits that can be a year.
    pub(super) fn year_number(&self, i: usize) -> Option<i32> {
        let atom = self.line.at(i).filter(|a| a.kind == Kind::Number && a.word.len() == 4)?;
        atom.word.parse().ok().filter(|y| (1000..=2199).contains(y))
    }

    /// "1990s", "90s".
    pub(super) fn decade(&self, i: usize) -> Option<(i32, i32)> {
        let atom = self.line.at(i)?;
        let digits = atom.word.strip_suffix('s').or_else(|| atom.word.strip_suffix("'s"))?;
        let year: i32 = digits.parse().ok()?;
        match digits.len() {
            4 if year % 100 == 0 && (1000..2000).contains(&year) => Some((year, year + 99)),
            4 if year % 10 == 0 && (1000..2200).contains(&year) => Some((year, year + 9)),
            2 if year % 10 == 0 => Some((1900 + year, 1909 + year)),
            _ => None,
        }
    }

    /// A decade or a century as years: "1990s", "1990 s".
    pub(super) fn years_of_decade(&self, i: usize) -> Read {
        if let Some((first, last)) = self.decade(i) {
            return plain(Value::Years(first, last), i + 1);
        }
        let first = self.year_number(i).filter(|y| y % 10 == 0 && self.word(i + 1) == "s")?;
        plain(Value::Years(first, first + 9), i + 2)
    }

    /// "2014-2018", "2014–18", "2014/15".
    pub(super) fn years(&self, i: usize) -> Read {
        if let Some((a, b)) = self.word(i).split_once('/')
            && let (4, Ok(first), Ok(last)) = (a.len(), a.parse::<i32>(), b.parse::<i32>())
            && (1500..2100).contains(&first)
        {
            let last = if b.len() == 2 { first / 100 * 100 + last } else { last };
            return if last == first + 1 { plain(Value::Years(first, last), i + 1) } else { None };
        }
        let first = self.year_number(i)?;
        let dash = self.line.is_dash(i + 1);
        let to = matches!(self.word(i + 1), "to" | "through");
        if !dash && !to {
            return None;
        }
        let at = i + 2;
        let last = match self.year_number(at) {
            Some(year) => year,
            None => {
                let short = self.line.at(at).filter(|a| dash && a.kind == Kind::Number && a.word.len() == 2)?;
                first / 100 * 100 + short.word.parse::<i32>().ok()?
            }
        };
        let month_like = self.word(at).len() == 2 && last % 100 <= 12 && last != first + 1;
        let free = !self.line.is_dash(at + 1) && !among(self.word(at + 1), "bc b.c bce");
        let at_home = first >= 1500 || self.line.before(i, 1) == "(";
        (last > first && !month_like && free && at_home && self.is_unlabelled(i)).then_some(())?;
        plain(Value::Years(first, last), at + 1)
    }

    /// Whether no word before `i` makes the number a name ("Resolution 1701") or an amount ("$ 2000").
    pub(super) fn is_unlabelled(&self, i: usize) -> bool {
        let before = self.line.before(i, 1);
        let label = measure::is_label(before);
        let named = i > 0
            && self.line.at(i - 1).is_some_and(|a| a.glued && a.kind == Kind::Mark && among(a.word, "- / ."))
            && self.line.at(i).is_some_and(|a| a.glued)
            && !Is::DatePrefixNoHalf.has(self.line.before(i, 2));
        !label && !named && !Is::SignBeforeNumber.has(before)
    }

    /// A year by itself: "in 2014", "a 2008 decision".
    pub(super) fn bare_year(&self, i: usize) -> Read {
        let year = self.year_number(i)?;
        let (before, after) = (self.line.before(i, 1), self.word(i + 1));
        if !self.is_unlabelled(i) || (after == "s" && year % 10 == 0) || Is::NotYearMark.has(after) {
            return None;
        }
        if matches!(number::word(after), Some(Number::Scale(_) | Number::Many(_)))
            || matches!(self.sense(i + 1), Some(Sense::Unit(_)))
        {
            return None;
        }
        let led = Is::BeforeYear.has(before);
        let likely = (1900..=2100).contains(&year);
        let plural = self.tag(i + 1) == Some(Tag::Noun) && after.ends_with('s') && !after.ends_with("ss")
            || Is::CountedNotYear.has(after);
        let led_surely = Is::SurelyBeforeYear.has(before);
        // "1967 borders": as they were in that year.
        let as_then = Is::DatedStateNoun.has(after);
        let dated = as_then && year >= 1500
            || led_surely
            || likely && matches!(self.tag(i.wrapping_sub(1)), Some(Tag::Det | Tag::Pron | Tag::Part));
        let counted = plural && !dated;
        if counted || (Is::BeforeLikelyCount.has(before) && !likely) {
            return None;
        }
        if Is::SurelyBeforeCount.has(before) {
            return None;
        }
        let of_old = year >= 1400
            && (led
                || (among(before, "the a an") && matches!(self.tag(i + 1), Some(Tag::Noun | Tag::Propn | Tag::Adj)))
                || (Is::BeforeLoneYear.has(before) && matches!(self.tag(i + 1), None | Some(Tag::Punct)))
                || (before == "as" && among(self.line.before(i, 2), "late early recently")));
        if !(likely || led_surely || of_old) {
            return None;
        }
        plain(Value::Year(YearOf::Given(year)), i + 1)
    }
}
