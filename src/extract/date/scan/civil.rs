//! Days and months: weekdays, days of a month, named days.

use super::{super::numeric, Expression, Read, Scanner, Value, YearOf, plain};
use crate::lexicon::class::WordClass as Is;
use crate::text::among::among;
use crate::{
    extract::atom::Kind,
    lexicon::{
        calendar::{self, NamedDay, Sense},
        number::{self, Number},
    },
    text::tag::Tag,
};

impl Scanner<'_, '_> {
    pub(super) fn weekday(&self, i: usize, weekday: u32) -> Read {
        if matches!(self.line.before(i, 1), "every" | "each") {
            return None;
        }
        let shy = calendar::word(self.word(i)).is_some_and(|w| w.shy);
        let (part, mut end) = self.part(i + 1);
        // "Friday, 17 December", "Friday (June 15)", "Friday the 13th", "Friday-Jun-15".
        let mut at = end;
        if matches!(self.word(at), "," | "(") || self.line.is_dash(at) {
            at += 1;
        }
        let date = if self.word(at) == "the" && at == end {
            self.day_then_month(at + 1)
        } else {
            self.month_name(at)
                .and_then(|_| self.month_first(at))
                .filter(|(e, _)| matches!(e.value, Value::Civil { day: Some(_), .. }))
                .or_else(|| self.day_then_month(at))
                .or_else(|| self.numeric(at))
        };
        let end_of_day =
            end + usize::from(date.is_none() && self.word(end) == "the" && self.ordinal(end + 1).is_some());
        if let Some((date, mut after)) = date {
            if self.word(at.saturating_sub(1)) == "(" && self.word(after) == ")" {
                after += 1;
            }
            return Some((Expression { part: part.or(date.part), ..date }, after));
        }
        // "Friday 17": the day of that number that is a Friday.
        if let Some((number, after)) = self.day_number(end_of_day).filter(|(_, after)| self.stands_alone(*after)) {
            return Some((Expression { value: Value::WeekdayOn { weekday, day: number }, part }, after));
        }
        if shy && !Is::BeforeWeekdayLookalike.has(self.line.before(i, 1)) {
            return None;
        }
        if shy && !self.line.at(i).is_some_and(|a| a.capital) && self.line.before(i, 1) != "on" {
            return None;
        }
        // "Friday last week", "Tuesday of next week".
        let at = end + usize::from(self.word(end) == "of");
        let mut week = None;
        if let (Some(Sense::Shift(shift)), "week") = (self.sense(at), self.word(at + 1)) {
            (week, end) = (Some(shift), at + 2);
        }
        Some((Expression { value: Value::Weekday { weekday, shift: None, week }, part }, end))
    }

    /// A month's name at `i`, whether or not it may be another word.
    pub(super) fn month_name(&self, i: usize) -> Option<u32> {
        match self.sense(i)? {
            Sense::Month(month) => Some(month),
            _ => None,
        }
    }

    /// A month at `i` that is surely meant as one.
    pub(super) fn month(&self, i: usize) -> Option<u32> {
        let month = self.month_name(i)?;
        let atom = self.line.at(i)?;
        if among(self.line.before(i, 1), "$ @ #") {
            return None;
        }
        let shy = calendar::word(atom.word).is_some_and(|w| w.shy) || (!atom.capital && atom.word == "august");
        let hyphened = self.line.is_dash(i + 1) && self.line.at(i + 1).is_some_and(|a| a.glued);
        if !shy
            || self.day_number(i + 1).is_some()
            || self.year_number(i + 1).is_some()
            || (hyphened && self.day_number(i + 2).is_some())
            || (self.line.is_dash(i + 1) && atom.capital && self.month_name(i + 2).is_some())
        {
            return Some(month);
        }
        let before = self.line.before(i, 1);
        let number_before = i > 0
            && (self.day_number(i - 1).is_some() || (before == "of" && i > 1 && self.day_number(i - 2).is_some()));
        let year_after = Is::MonthYearLink.has(self.word(i + 1)) && self.year_tail(i + 1).0 != YearOf::Unsaid;
        if number_before || year_after {
            return Some(month);
        }
        let led = Is::BeforeMonth.has(before) || self.line.is_dash(i.wrapping_sub(1));
        let noun = matches!(atom.tag, Tag::Propn | Tag::Noun);
        let named = i > 0
            && atom.capital
            && noun
            && matches!(self.tag(i - 1), Some(Tag::Det | Tag::Adp | Tag::Cconj | Tag::Sconj | Tag::Punct))
            && (matches!(self.tag(i + 1), Some(Tag::Noun)) || Is::MonthJoint.has(before));
        let led = led
            && (atom.capital || noun)
            && !(atom.capital && self.line.at(i + 1).is_some_and(|a| a.capital && a.tag == Tag::Propn));
        (led || named).then_some(month)
    }

    /// "December 17, 2021", "December 5-7", "May 2015", "June".
    pub(super) fn month_first(&self, i: usize) -> Read {
        let month = self.month(i)?;
        let mut at = i + 1;
        let hyphen = self.line.is_dash(at) && self.line.at(at).is_some_and(|a| a.glued);
        if (self.word(at) == "the" || hyphen) && self.day_number(at + 1).is_some() {
            at += 1;
        }
        if let Some((day, end)) = self.day_number(at).filter(|(_, end)| self.after_day(*end)) {
            let first = |year| Value::Civil { year, month: Some(month), day: Some(day), shift: None };
            // "December 5-7, 2021", "April 9th through 17th".
            let joined = self.line.is_dash(end) || Is::DayRangeJoint.has(self.word(end));
            let next = end + 1 + usize::from(self.word(end + 1) == "the");
            if joined
                && let Some((last, after)) =
                    self.day_number(next).filter(|(last, after)| *last > day && self.month(*after).is_none())
                && self.after_day(after)
            {
                let (year, end) = self.year_tail(after);
                let value = Value::Range(
                    Box::new(first(year)),
                    Box::new(Value::Civil { year, month: Some(month), day: Some(last), shift: None }),
                );
                return plain(value, end);
            }
            // "Oct 26 15:50:06 2016": as machines write it.
            let clock = self.line.at(end).is_some_and(|a| a.kind == Kind::Number && a.word.contains(':'));
            if let Some(year) = self.year_number(end + 1).filter(|_| clock) {
                return plain(first(YearOf::Given(year)), end + 2);
            }
            let (year, end) = self.year_tail(end);
            let (part, end) = self.part(end);
            return Some((Expression { value: first(year), part }, end));
        }
        let (year, end) = self.year_tail(i + 1);
        plain(Value::Civil { year, month: Some(month), day: None, shift: None }, end)
    }

    /// "March 5" but not "March 5 million" or "March 14:00".
    pub(super) fn after_day(&self, end: usize) -> bool {
        !matches!(number::word(self.word(end)), Some(Number::Scale(_))) && !matches!(self.word(end), "%" | "percent")
    }

    /// "17 December 2021", "the 17th of December".
    pub(super) fn day_then_month(&self, i: usize) -> Read {
        let (day, mut at) = self.day_number(i)?;
        if self.word(at) == "day" && self.word(at + 1) == "of" {
            at += 2;
        } else if self.word(at) == "of" || self.line.is_dash(at) {
            at += 1;
        }
        let month = self.month_name(at)?;
        if self.word(at) == "may" && !self.line.at(at)?.capital && matches!(self.tag(at), Some(Tag::Aux | Tag::Verb)) {
            return None;
        }
        let (year, end) = self.year_tail(at + 1);
        let (part, end) = self.part(end);
        Some((Expression { value: Value::Civil { year, month: Some(month), day: Some(day), shift: None }, part }, end))
    }

    /// "5-7 December", "9 to 12 of June", "from the 13th to the 19th of October".
    pub(super) fn days_of_month(&self, i: usize) -> Read {
        let i = i + usize::from(self.word(i) == "the");
        let (first, end) = self.day_number(i)?;
        let joined = self.line.is_dash(end)
            || Is::DayRangeJoint.has(self.word(end))
            || (self.word(end) == "and"
                && (self.line.before(i, 1) == "between" || self.line.before(i, 2) == "between"));
        let next = end + 1 + usize::from(self.word(end + 1) == "the");
        let (last, end) = self.day_number(next).filter(|(last, _)| joined && *last > first)?;
        let at = end + usize::from(self.word(end) == "of");
        let month = self.month_name(at)?;
        let (year, end) = self.year_tail(at + 1);
        let day = |day| Box::new(Value::Civil { year, month: Some(month), day: Some(day), shift: None });
        plain(Value::Range(day(first), day(last)), end)
    }

    /// "the 17th"; in words only where something happens on it: "agree to the second" tells no day.
    pub(super) fn day_of_month(&self, i: usize) -> Read {
        let word = self.line.at(i)?.kind == Kind::Word;
        let led = match self.line.before(i, 2) {
            "on" | "until" | "since" => true,
            "by" | "from" | "to" | "before" | "after" | "for" => !word,
            _ => false,
        };
        self.ordinal_day(i).filter(|(_, end)| led && self.stands_alone(*end))
    }

    pub(super) fn ordinal_day(&self, i: usize) -> Read {
        let (day, end) = self.ordinal(i).filter(|(n, _)| (1..=31).contains(n))?;
        if self.line.at(i)?.kind == Kind::Word && !self.stands_alone(end) {
            return None;
        }
        plain(Value::Civil { year: YearOf::Unsaid, month: None, day: Some(day), shift: None }, end)
    }

    /// A day of the month: "17", "17th", "seventeenth", "twenty-first".
    pub(super) fn day_number(&self, i: usize) -> Option<(u32, usize)> {
        let atom = self.line.at(i)?;
        if atom.kind == Kind::Number && atom.word.len() <= 2 {
            return atom.word.parse().ok().filter(|d| (1..=31).contains(d)).map(|d| (d, i + 1));
        }
        self.ordinal(i).filter(|(n, _)| (1..=31).contains(n))
    }

    /// "17th", "third", "twenty-first".
    pub(super) fn ordinal(&self, i: usize) -> Option<(u32, usize)> {
        let atom = self.line.at(i)?;
        if atom.kind == Kind::Suffixed {
            let digits = atom.word.find(|c: char| !c.is_ascii_digit())?;
            let (n, suffix) = atom.word.split_at(digits);
            return (n.len() <= 2 && Is::OrdinalSuffix.has(suffix)).then(|| Some((n.parse().ok()?, i + 1)))?;
        }
        match number::word(atom.word)? {
            Number::Ordinal(n) => Some((n as u32, i + 1)),
            Number::Cardinal(tens) if tens == 20.0 || tens == 30.0 => {
                let at = if self.line.is_dash(i + 1) { i + 2 } else { i + 1 };
                match number::word(self.word(at))? {
                    Number::Ordinal(n) if n < 10.0 => Some((tens as u32 + n as u32, at + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A small count: "two", "12", "twenty-five", "a couple of".
    pub(super) fn count(&self, i: usize) -> Option<(i32, usize)> {
        let atom = self.line.at(i)?;
        if atom.kind == Kind::Number {
            return atom.word.parse().ok().filter(|n| (1..1000).contains(n)).map(|n| (n, i + 1));
        }
        match atom.word {
            "couple" => return Some((2, i + 1 + usize::from(self.word(i + 1) == "of"))),
            "a" if self.word(i + 1) == "couple" => return Some((2, i + 2 + usize::from(self.word(i + 2) == "of"))),
            _ => {}
        }
        match number::word(atom.word)? {
            Number::Cardinal(tens) if tens >= 20.0 => {
                let at = if self.line.is_dash(i + 1) { i + 2 } else { i + 1 };
                match number::word(self.word(at)) {
                    Some(Number::Cardinal(n)) if n < 10.0 => Some(((tens + n) as i32, at + 1)),
                    _ => Some((tens as i32, i + 1)),
                }
            }
            Number::Cardinal(n) if n > 0.0 => Some((n as i32, i + 1)),
            _ => None,
        }
    }

    pub(super) fn named_day(&self, i: usize) -> Read {
        let names = calendar::named_days().get(self.word(i))?;
        for (words, day) in names {
            let here = words.iter().enumerate().all(|(k, w)| {
                let word = self.word(i + k);
                word == *w || (word == "’s" && *w == "'s") || (word == "’" && *w == "'")
            });
            if !here {
                continue;
            }
            let end = i + words.len();
            if words.len() == 1 && matches!(words[0], "epiphany" | "pentecost") && !self.line.at(i)?.capital {
                return None;
            }
            if words == &["new", "year"] && !(self.line.at(i)?.capital && self.line.at(i + 1)?.capital) {
                return None;
            }
            if words == &["may", "day"] && !self.line.at(i)?.capital {
                return None;
            }
            if matches!(day, NamedDay::Once(..)) && self.line.before(i, 1) == "on" {
                return None;
            }
            let (year, end) = self.year_tail(end);
            return plain(Value::Named { day: *day, year, shift: None }, end);
        }
        None
    }

    /// "17/12/2021", "2021-12-17", "17.12.2021".
    pub(super) fn numeric(&self, i: usize) -> Read {
        let (days, end) = numeric::read(self.line, i, self.published, self.stamp)?;
        plain(Value::Days(days), end)
    }
}
