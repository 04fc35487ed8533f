//! What the words of a date expression say.

use crate::lexicon::class::WordClass as Is;
mod civil;
mod period;
mod written;
mod year;

use super::Interval;
use crate::text::among::among;
use crate::{
    corpus::day::Day,
    extract::atom::{Kind, Line},
    lexicon::calendar::{self, NamedDay, PartOfDay, Sense, Unit},
    text::tag::Tag,
};

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearOf {
    /// "December 9".
    Unsaid,
    /// "9 December 2021".
    Given(i32),
    /// "December last year": years from the publication's.
    Shift(i32),
    /// "December of that year": years from that of the last date.
    Anchored(i32),
}

/// What is counted in "the first … of".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    Unit(Unit),
    Weekday(u32),
    /// "the first half of".
    Half,
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A day, month or both, in a year; with "last", "next" the nearest of that name.
    Civil {
        year: YearOf,
        month: Option<u32>,
        day: Option<u32>,
        shift: Option<i32>,
    },
    Year(YearOf),
    Weekday {
        weekday: u32,
        shift: Option<i32>,
        week: Option<i32>,
    },
    /// "Friday the 13th".
    WeekdayOn {
        weekday: u32,
        day: u32,
    },
    /// "next week"; anchored: "the following week".
    Unit {
        unit: Unit,
        shift: i32,
        anchored: bool,
    },
    /// "in the evening": of the day told of.
    TheDay,
    /// "over the weekend".
    TheWeekend,
    /// "the Easter weekend".
    WeekendOf(Box<Value>),
    /// "the end of the month": of the day told of in a story, else of the publication day.
    TheUnit(Unit),
    Season {
        season: u32,
        year: YearOf,
        shift: Option<i32>,
    },
    Named {
        day: NamedDay,
        year: YearOf,
        shift: Option<i32>,
    },
    /// "two weeks ago", "three days after Christmas"; anchored: "two days later".
    Away {
        count: i32,
        unit: Unit,
        from: Option<Box<Value>>,
        anchored: bool,
    },
    /// "the past two days".
    Stretch {
        count: i32,
        unit: Unit,
    },
    /// "three days starting on Monday".
    Lasting {
        count: i32,
        unit: Unit,
        from: Box<Value>,
    },
    /// "the last two weeks of December": which (negative from the end), how many.
    Nth {
        nth: i32,
        count: i32,
        of: Counted,
        within: Box<Value>,
    },
    /// First and last year.
    Years(i32, i32),
    /// Days that the digits name.
    Days(Interval),
    WeekOf(Box<Value>),
    /// "261 BC": no day of our calendar is given for it.
    BeforeOurEra,
    /// "five days after the fall of Gao", "a few weeks later": the day it counts from, or how far, is not said.
    Untold,
    Range(Box<Value>, Box<Value>),
}

impl Value {
    pub fn year(&self) -> YearOf {
        match self {
            Value::Civil { year, .. } | Value::Year(year) | Value::Season { year, .. } | Value::Named { year, .. } => {
                *year
            }
            Value::Days(days) => YearOf::Given(days.first.civil().0),
            Value::Nth { within, .. } | Value::WeekOf(within) | Value::WeekendOf(within) => within.year(),
            Value::Lasting { from, .. } => from.year(),
            Value::BeforeOurEra | Value::Untold => YearOf::Unsaid,
            Value::Range(from, to) if from.year() == YearOf::Unsaid => to.year(),
            Value::Range(from, _) => from.year(),
            Value::Years(first, _) => YearOf::Given(*first),
            Value::Weekday { .. }
            | Value::WeekdayOn { .. }
            | Value::Unit { .. }
            | Value::Away { .. }
            | Value::TheDay
            | Value::TheWeekend
            | Value::TheUnit(_)
            | Value::Stretch { .. } => YearOf::Shift(0),
        }
    }

    /// Whether it is counted from the day of writing.
    pub fn is_deictic(&self) -> bool {
        match self {
            Value::Unit { anchored, .. } | Value::Away { anchored, .. } => !anchored,
            Value::Weekday { .. } | Value::TheWeekend | Value::Stretch { .. } => true,
            _ => false,
        }
    }
}

/// An expression as read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    pub value: Value,
    pub part: Option<PartOfDay>,
}

type Read = Option<(Expression, usize)>;

fn plain(value: Value, end: usize) -> Read {
    Some((Expression { value, part: None }, end))
}

/// Reads the expressions of one sentence.
pub(super) struct Scanner<'a, 'b> {
    pub line: &'b Line<'a>,
    pub published: Option<Day>,
    /// Whether the line is furniture.
    pub stamp: bool,
}

impl Scanner<'_, '_> {
    /// All expressions, each with the range of its atoms.
    pub fn all(&self) -> Vec<(usize, usize, Expression)> {
        let mut found: Vec<(usize, usize, Expression)> = Vec::new();
        let mut i = 0;
        while let Some(atom) = self.line.at(i) {
            if matches!(atom.kind, Kind::Word | Kind::Mark) && !calendar::opens_date(atom.word) {
                debug_assert!(self.listed_day(i).is_none() && self.range(i).is_none(), "{} opens a date", atom.word);
                i += 1;
                continue;
            }
            if let Some((expression, end)) = self.listed_day(i) {
                found.push((i, end, expression));
                i = end + 1;
                continue;
            }
            let Some((expression, end)) = self.range(i).filter(|(e, _)| {
                // "on Friday at seven in the evening".
                e.value != Value::TheDay || found.last().is_none_or(|(_, last, _)| last + 5 < i)
            }) else {
                i += 1;
                continue;
            };
            let same_month = match &expression.value {
                Value::Civil { year, month, day: Some(_), shift: None } => Some((*year, *month)),
                _ => None,
            };
            found.push((i, end, expression));
            i = end.max(i + 1);
            // "December 9 and 10", "the 11th and 12th".
            if let (Some((year, month)), "and" | "or" | "," | "&") = (same_month, self.word(i))
                && let Some((day, end)) = self.day_number(i + 1)
                && (month.is_some() || self.line.at(i + 1).is_some_and(|a| a.kind == Kind::Suffixed))
                && self.month(end).is_none()
                && self.stands_alone(end)
            {
                let value = Value::Civil { year, month, day: Some(day), shift: None };
                found.push((i + 1, end, Expression { value, part: None }));
                i = end;
            }
        }
        self.share_years(&mut found);
        found
    }

    /// "28" of "28 and 29 August".
    fn listed_day(&self, i: usize) -> Read {
        let (day, end) = self.day_number(i)?;
        if !among(self.word(end), "and or &") || self.line.before(i, 1) == "between" {
            return None;
        }
        let next = end + 1 + usize::from(self.word(end + 1) == "the");
        let (mut last, _) = self.day_then_month(next)?;
        if let Value::Civil { day: named, .. } = &mut last.value {
            *named = Some(day);
        }
        let from = if self.line.before(i, 1) == "the" { 2 } else { 1 };
        (self.month_name(i).is_none() && self.line.before(i, from) != "between").then_some((last, end))
    }

    /// "in April and June 1955": the year that is said once is that of both.
    fn share_years(&self, found: &mut [(usize, usize, Expression)]) {
        for k in (1..found.len()).rev() {
            let (before, here) = found.split_at_mut(k);
            let (Some((_, end, first)), Some((start, _, second))) = (before.last_mut(), here.first()) else { continue };
            if *start != *end + 1 || !Is::DateJoint.has(self.word(*end)) {
                continue;
            }
            if let (
                Value::Civil { year: unsaid @ YearOf::Unsaid, month: Some(earlier), shift: None, .. },
                Value::Civil { year: said @ YearOf::Given(_), month: Some(later), .. },
            ) = (&mut first.value, &second.value)
                && *earlier <= *later
            {
                *unsaid = *said;
            }
        }
    }

    fn word(&self, i: usize) -> &str {
        self.line.word(i)
    }

    fn tag(&self, i: usize) -> Option<Tag> {
        self.line.at(i).map(|a| a.tag)
    }

    fn sense(&self, i: usize) -> Option<Sense> {
        self.line.at(i).filter(|a| a.kind == Kind::Word).and_then(|a| calendar::word(a.word)).map(|w| w.sense)
    }

    /// Whether no counted noun or clock mark follows at `i`.
    fn stands_alone(&self, i: usize) -> bool {
        !matches!(self.tag(i), Some(Tag::Noun | Tag::Adj | Tag::Num | Tag::Sym | Tag::Propn))
            && !Is::NotDayMark.has(self.word(i))
    }

    /// One expression or two joined as from … to.
    fn range(&self, i: usize) -> Read {
        if self.word(i) == "now" && self.line.before(i, 1) == "between" && self.word(i + 1) == "and" {
            let (last, end) = self.point(i + 2)?;
            return plain(Value::Range(Box::new(Self::days_off(0)), Box::new(last.value)), end);
        }
        if let Some(read) = self.days_of_month(i).or_else(|| self.years(i)) {
            return Some(read);
        }
        let (first, end) = self.point(i)?;
        // "the 4th century BC", "August 480 BC", "the spring of 480 BC".
        let era = end + usize::from(self.word(end) == "of");
        if self.is_era(end) {
            return plain(Value::BeforeOurEra, end + 1);
        }
        if let Some(end) = self.before_our_era(era) {
            return plain(Value::BeforeOurEra, end);
        }
        if let Some(read) = self.part_of(&first.value, end) {
            return Some(read);
        }
        let opener = match self.line.before(i, 1) {
            "the" => self.line.before(i, 2),
            word => word,
        };
        let joined = match self.word(end) {
            "to" | "through" | "thru" | "till" | "until" | "til" => {
                opener == "from" || (self.word(end) != "until" && self.word(end) != "till")
            }
            "and" => opener == "between",
            _ => self.line.is_dash(end),
        };
        if !joined {
            return Some((first, end));
        }
        let strict = opener != "from" && opener != "between";
        if !strict && matches!(self.word(end + 1), "now" | "date") {
            return plain(Value::Range(Box::new(first.value), Box::new(Self::days_off(0))), end + 2);
        }
        if let Some((second, after)) = self.point(end + 1) {
            let alike = std::mem::discriminant(&first.value) == std::mem::discriminant(&second.value);
            if !matches!(first.value, Value::Range(..) | Value::Weekday { .. } if strict) && (alike || !strict) {
                let value = Value::Range(Box::new(first.value), Box::new(second.value));
                return plain(value, after);
            }
        }
        Some((first, end))
    }

    /// "next year's first quarter", "the year's end", "Easter weekend"; `value` ends before `end`.
    fn part_of(&self, value: &Value, end: usize) -> Read {
        let yearly = matches!(value, Value::Year(_) | Value::Unit { unit: Unit::Year, .. });
        if yearly && matches!(self.word(end), "'s" | "’s") {
            let (nth, at) = self.ordinal(end + 1)?;
            let of = match self.word(at) {
                "quarter" => Counted::Unit(Unit::Quarter),
                "half" => Counted::Half,
                _ => return None,
            };
            return plain(Value::Nth { nth: nth as i32, count: 1, of, within: Box::new(value.clone()) }, at + 1);
        }
        if matches!(value, Value::Named { .. }) && self.word(end) == "weekend" {
            return plain(Value::WeekendOf(Box::new(value.clone())), end + 1);
        }
        None
    }

    fn point(&self, i: usize) -> Read {
        if self.word(i) == "the" { self.with_article(i + 1) } else { self.bare(i) }
    }

    /// What "the" belongs to; `i` is the word after it.
    fn with_article(&self, i: usize) -> Read {
        let next = self.word(i + 1);
        match self.word(i) {
            "day" if next == "before" && self.word(i + 2) == "yesterday" => return plain(Self::days_off(-2), i + 3),
            "day" if next == "of" && self.word(i + 2) == "before" && self.word(i + 3) == "yesterday" => {
                return plain(Self::days_off(-2), i + 4);
            }
            "day" if next == "after" && self.word(i + 2) == "tomorrow" => return plain(Self::days_off(2), i + 3),
            "same" => {
                if let Some(Sense::Unit(unit)) = self.sense(i + 1) {
                    return plain(Value::Unit { unit, shift: 0, anchored: true }, i + 2);
                }
                if let (Some(part), end) = self.part(i + 1) {
                    let value = Value::Unit { unit: Unit::Day, shift: 0, anchored: true };
                    return Some((Expression { value, part: Some(part) }, end));
                }
            }
            "year" | "month" if matches!(next, "'s" | "’s") && self.word(i + 2) == "end" => {
                let Some(Sense::Unit(unit)) = self.sense(i) else { return None };
                return plain(Value::TheUnit(unit), i + 3);
            }
            "year" => {
                if let Some(year) = self.year_number(i + 1) {
                    return plain(Value::Year(YearOf::Given(year)), i + 2);
                }
            }
            "week" => {
                let at = match next {
                    "of" | "from" => i + 2,
                    "beginning" | "starting" | "commencing" => i + 2 + usize::from(self.word(i + 2) == "on"),
                    "after" if self.word(i + 2) == "next" => {
                        return plain(Value::Unit { unit: Unit::Week, shift: 2, anchored: false }, i + 3);
                    }
                    "before" if self.word(i + 2) == "last" => {
                        return plain(Value::Unit { unit: Unit::Week, shift: -2, anchored: false }, i + 3);
                    }
                    _ => return None,
                };
                let (day, end) = self.point(at).or_else(|| {
                    let named = at + usize::from(self.word(at) == "the");
                    self.ordinal_day(named).filter(|_| next == "of")
                })?;
                return plain(Value::WeekOf(Box::new(day.value)), end);
            }
            "weekend" if next == "of" => {
                let Some((day, end)) = self.point(i + 2) else { return plain(Value::TheWeekend, i + 1) };
                return plain(Value::WeekendOf(Box::new(day.value)), end);
            }
            "weekend" => return plain(Value::TheWeekend, i + 1),
            "day" if among(next, "before after following") => return self.next_day(i),
            "morning" | "afternoon" | "evening" | "night" if next == "of" => {
                let Some(Sense::Part(part)) = self.sense(i) else { return None };
                let named = || self.ordinal_day(i + 3).filter(|_| self.word(i + 2) == "the");
                let (day, end) = self.point(i + 2).or_else(named)?;
                return Some((Expression { part: Some(part), ..day }, end));
            }
            "night" | "evening" | "morning" if self.word(i + 1) == "before" => return None,
            "'" | "’" => {
                if let Some((first, last)) = self.decade(i + 1) {
                    return plain(Value::Years(first, last), i + 2);
                }
            }
            _ => {}
        }
        match self.sense(i) {
            Some(Sense::Shift(shift)) => {
                // "the next day", "the following week", "the previous year": from the day told of.
                if let Some(Sense::Unit(unit)) = self.sense(i + 1)
                    && Is::NextOrPrevious.has(self.word(i))
                    && !self.word(i + 1).ends_with('s')
                {
                    return (self.word(i + 2) != "of")
                        .then_some(())
                        .and_then(|()| plain(Value::Unit { unit, shift, anchored: true }, i + 2));
                }
                // "the next morning", "the following night".
                if let Some(Sense::Part(part)) = self.sense(i + 1)
                    && Is::NextOrPrevious.has(self.word(i))
                {
                    let value = Value::Unit { unit: Unit::Day, shift, anchored: true };
                    return Some((Expression { value, part: Some(part) }, i + 2));
                }
                self.shifted(i, shift)
            }
            Some(Sense::Season(_)) => self.season(i, true),
            Some(Sense::Decade(tens)) => plain(Value::Years(1900 + tens, 1909 + tens), i + 1),
            Some(Sense::Edge(_)) => self.edge(i),
            Some(Sense::Part(part)) => self.part_of_day(i, part, self.line.before(i, 2)),
            _ => {
                if let Some(read) = self.years_of_decade(i) {
                    return Some(read);
                }
                if let Some(end) = self.before_our_era(i) {
                    return plain(Value::BeforeOurEra, end);
                }
                self.nth(i)
                    .or_else(|| self.century(i))
                    .or_else(|| self.day_then_month(i))
                    .or_else(|| self.day_of_month(i))
                    .or_else(|| self.named_day(i))
            }
        }
    }

    fn bare(&self, i: usize) -> Read {
        let atom = self.line.at(i)?;
        match atom.kind {
            Kind::Mark => None,
            Kind::Number | Kind::Suffixed => self
                .with_separators(i)
                .or_else(|| self.before_our_era(i).and_then(|end| plain(Value::BeforeOurEra, end)))
                .or_else(|| self.numeric(i))
                .or_else(|| self.century(i))
                .or_else(|| self.day_then_month(i))
                .or_else(|| self.nth(i))
                .or_else(|| self.away(i))
                .or_else(|| self.quarter(i))
                .or_else(|| self.bare_year(i))
                .or_else(|| self.years_of_decade(i).filter(|_| atom.word.len() > 3))
                .or_else(|| {
                    let led = Is::BeforeDay.has(self.line.before(i, 1));
                    self.ordinal_day(i).filter(|(_, end)| led && atom.kind == Kind::Suffixed && self.stands_alone(*end))
                })
                .or_else(|| self.named_day(i)),
            Kind::Word => {
                self.with_separators(i).or_else(|| self.named_day(i)).or_else(|| self.words(i)).or_else(|| {
                    let led = Is::BeforeYearInWords.has(self.line.before(i, 1));
                    let (year, end) = self.year_in_words(i).filter(|(_, end)| led && self.stands_alone(*end))?;
                    plain(Value::Year(YearOf::Given(year)), end)
                })
            }
        }
    }

    fn words(&self, i: usize) -> Read {
        if let Some(read) =
            self.away(i).or_else(|| self.vaguely_away(i)).or_else(|| self.nth(i)).or_else(|| self.century(i))
        {
            return Some(read);
        }
        match self.word(i) {
            "week" => return self.week_number(i),
            "year" | "month" if matches!(self.word(i + 1), "'s" | "’s") && self.word(i + 2) == "end" => {
                let Some(Sense::Unit(unit)) = self.sense(i) else { return None };
                return plain(Value::TheUnit(unit), i + 3);
            }
            "that" => {
                if let Some(Sense::Part(part)) = self.sense(i + 1) {
                    let value = Value::Unit { unit: Unit::Day, shift: 0, anchored: true };
                    return Some((Expression { value, part: Some(part) }, i + 2));
                }
                // "that summer", "that same spring".
                let at = i + 1 + usize::from(self.word(i + 1) == "same");
                if let Some(Sense::Season(season)) = self.sense(at)
                    && self.word(at) != "fall"
                {
                    return plain(Value::Season { season, year: YearOf::Anchored(0), shift: None }, at + 1);
                }
                let Some(Sense::Unit(unit)) = self.sense(i + 1) else { return None };
                if self.word(i + 1).ends_with('s') || self.line.before(i, 1) == "said" {
                    return None;
                }
                return plain(Value::Unit { unit, shift: 0, anchored: true }, i + 2);
            }
            "same" => {
                let Some(Sense::Unit(unit)) = self.sense(i + 1) else { return None };
                return plain(Value::Unit { unit, shift: 0, anchored: true }, i + 2);
            }
            _ => {}
        }
        match self.sense(i) {
            Some(Sense::Shift(shift)) => self.shifted(i, shift),
            Some(Sense::Edge(_)) => self.edge(i),
            Some(Sense::Weekday(weekday)) => self.weekday(i, weekday),
            Some(Sense::Month(_)) => self.month_first(i),
            Some(Sense::Day(day)) => {
                let (part, end) = self.part(i + 1);
                let part = part.or((self.word(i) == "tonight").then_some(PartOfDay::Night));
                Some((Expression { value: Self::days_off(day), part }, end))
            }
            Some(Sense::Season(_)) => self.season(i, false),
            Some(Sense::Decade(tens)) if self.line.before(i, 1) == "in" => {
                plain(Value::Years(1900 + tens, 1909 + tens), i + 1)
            }
            Some(Sense::Part(part)) if matches!(self.word(i + 1), "of") => {
                let (day, end) = self.point(i + 2).filter(|(e, _)| e.part.is_none())?;
                Some((Expression { part: Some(part), ..day }, end))
            }
            Some(Sense::Part(part)) => {
                self.part_of_day(i, part, self.line.before(i, 1)).filter(|_| self.line.before(i, 1) != "in")
            }
            _ => self.day_then_month(i).or_else(|| self.quarter(i)),
        }
    }

    /// "the day before", "the day after Christmas", "the day following"; `i` is the word "day".
    fn next_day(&self, i: usize) -> Read {
        let sign = if self.word(i + 1) == "before" { -1 } else { 1 };
        if let Some((day, end)) = self.point(i + 2) {
            let value = Value::Away { count: sign, unit: Unit::Day, from: Some(Box::new(day.value)), anchored: false };
            return plain(value, end);
        }
        let free = matches!(self.tag(i + 2), None | Some(Tag::Punct | Tag::Aux | Tag::Adp | Tag::Cconj));
        if free || self.word(i + 1) == "following" {
            return plain(Value::Unit { unit: Unit::Day, shift: sign, anchored: true }, i + 2);
        }
        // "the day after the vote".
        self.is_event(i + 2).then(|| plain(Value::Untold, i + 2))?
    }

    /// Whether what follows "two days after" at `i` is something that took place: a noun phrase or a verb in -ing. Possessives are left out: "six months
    /// after its adoption" is a term rather than a day.
    fn is_event(&self, i: usize) -> bool {
        let word = self.word(i);
        matches!(self.tag(i), Some(Tag::Propn | Tag::Noun | Tag::Det))
            || (self.tag(i) == Some(Tag::Verb) && word.ends_with("ing"))
    }

    fn days_off(shift: i32) -> Value {
        Value::Unit { unit: Unit::Day, shift, anchored: false }
    }

    /// "in the evening", "since morning", "by midnight": a part of the day at `i`, after a preposition.
    fn part_of_day(&self, i: usize, part: PartOfDay, led: &str) -> Read {
        let bound = among(led, "since by until till");
        let named = match self.word(i) {
            "night" | "overnight" => false,
            "midnight" | "noon" | "morning" => bound,
            _ => bound || led == "in",
        };
        let end = i + 1 + usize::from(self.word(i + 1) == "hours");
        // "in the evening of 5 May", "by morning train".
        let free = (self.tag(end) != Some(Tag::Noun) || led == "since")
            && self.word(end) != "of"
            && !(end..end + 3)
                .any(|k| matches!(self.sense(k), Some(Sense::Weekday(_) | Sense::Month(_) | Sense::Day(_))));
        (named && free).then_some((Expression { value: Value::TheDay, part: Some(part) }, end))
    }

    /// A part of the day at `i`, and where it ends.
    fn part(&self, i: usize) -> (Option<PartOfDay>, usize) {
        let at = if matches!(self.word(i), "early" | "late") { i + 1 } else { i };
        match self.sense(at) {
            Some(Sense::Part(part)) => (Some(part), at + 1),
            _ => (None, i),
        }
    }
}
