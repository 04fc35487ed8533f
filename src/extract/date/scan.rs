//! What the words of a date expression say.

use super::{Interval, numeric};
use crate::{
    corpus::day::Day,
    extract::atom::{Kind, Line},
    lexicon::{
        calendar::{self, Edge, NamedDay, PartOfDay, Sense, Unit},
        number::{self, Number},
    },
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
    Range(Box<Value>, Box<Value>),
}

impl Value {
    pub fn year(&self) -> YearOf {
        match self {
            Value::Civil { year, .. } | Value::Year(year) | Value::Season { year, .. } | Value::Named { year, .. } => {
                *year
            }
            Value::Days(days) => YearOf::Given(days.first.civil().0),
            Value::Nth { within, .. } | Value::WeekOf(within) => within.year(),
            Value::Range(from, to) if from.year() == YearOf::Unsaid => to.year(),
            Value::Range(from, _) => from.year(),
            Value::Years(first, _) => YearOf::Given(*first),
            Value::Weekday { .. }
            | Value::WeekdayOn { .. }
            | Value::Unit { .. }
            | Value::Away { .. }
            | Value::Stretch { .. } => YearOf::Shift(0),
        }
    }

    /// Whether it is counted from the day of writing.
    pub fn is_deictic(&self) -> bool {
        match self {
            Value::Unit { anchored, .. } | Value::Away { anchored, .. } => !anchored,
            Value::Weekday { .. } | Value::Stretch { .. } => true,
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
}

impl Scanner<'_, '_> {
    /// All expressions, each with the range of its atoms.
    pub fn all(&self) -> Vec<(usize, usize, Expression)> {
        let mut found: Vec<(usize, usize, Expression)> = Vec::new();
        let mut i = 0;
        while i < self.line.atoms.len() {
            let Some((expression, end)) = self.range(i) else {
                i += 1;
                continue;
            };
            let same_month = match &expression.value {
                Value::Civil { year, month: Some(month), day: Some(_), shift: None } => Some((*year, *month)),
                _ => None,
            };
            found.push((i, end, expression));
            i = end.max(i + 1);
            // "December 9 and 10".
            if let (Some((year, month)), "and" | "or" | "," | "&") = (same_month, self.word(i))
                && let Some((day, end)) = self.day_number(i + 1)
                && self.month(end).is_none()
                && self.stands_alone(end)
            {
                let value = Value::Civil { year, month: Some(month), day: Some(day), shift: None };
                found.push((i + 1, end, Expression { value, part: None }));
                i = end;
            }
        }
        found
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
            && !matches!(self.word(i), "%" | ":" | "-" | "pm" | "am" | "p.m" | "a.m" | "o'clock")
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

    fn point(&self, i: usize) -> Read {
        if self.word(i) == "the" { self.with_article(i + 1) } else { self.bare(i) }
    }

    /// What "the" belongs to; `i` is the word after it.
    fn with_article(&self, i: usize) -> Read {
        let next = self.word(i + 1);
        match self.word(i) {
            "day" if next == "before" && self.word(i + 2) == "yesterday" => return plain(Self::days_off(-2), i + 3),
            "day" if next == "after" && self.word(i + 2) == "tomorrow" => return plain(Self::days_off(2), i + 3),
            "same" => {
                if let Some(Sense::Unit(unit)) = self.sense(i + 1) {
                    return plain(Value::Unit { unit, shift: 0, anchored: true }, i + 2);
                }
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
                let (day, end) = self.point(at)?;
                return plain(Value::WeekOf(Box::new(day.value)), end);
            }
            "weekend" => return plain(Value::Unit { unit: Unit::Weekend, shift: 0, anchored: false }, i + 1),
            "morning" | "afternoon" | "evening" | "night" if next == "of" => {
                let Some(Sense::Part(part)) = self.sense(i) else { return None };
                let (day, end) = self.point(i + 2)?;
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
                    && matches!(self.word(i), "next" | "following" | "previous" | "preceding")
                    && !self.word(i + 1).ends_with('s')
                {
                    return (self.word(i + 2) != "of")
                        .then_some(())
                        .and_then(|()| plain(Value::Unit { unit, shift, anchored: true }, i + 2));
                }
                self.shifted(i, shift)
            }
            Some(Sense::Season(_)) => self.season(i, true),
            Some(Sense::Decade(tens)) => plain(Value::Years(1900 + tens, 1909 + tens), i + 1),
            Some(Sense::Edge(_)) => self.edge(i),
            _ => {
                if let Some((first, last)) = self.decade(i) {
                    return plain(Value::Years(first, last), i + 1);
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
                .numeric(i)
                .or_else(|| self.century(i))
                .or_else(|| self.day_then_month(i))
                .or_else(|| self.nth(i))
                .or_else(|| self.away(i))
                .or_else(|| self.quarter(i))
                .or_else(|| self.bare_year(i))
                .or_else(|| {
                    let (first, last) = self.decade(i).filter(|_| atom.word.len() > 3)?;
                    plain(Value::Years(first, last), i + 1)
                })
                .or_else(|| {
                    let led = matches!(self.line.before(i, 1), "on" | "by" | "until" | "since");
                    self.ordinal_day(i).filter(|(_, end)| led && atom.kind == Kind::Suffixed && self.stands_alone(*end))
                })
                .or_else(|| self.named_day(i)),
            Kind::Word => self.named_day(i).or_else(|| self.words(i)),
        }
    }

    fn words(&self, i: usize) -> Read {
        if let Some(read) = self.away(i).or_else(|| self.nth(i)).or_else(|| self.century(i)) {
            return Some(read);
        }
        match self.word(i) {
            "that" => {
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
            _ => self.day_then_month(i).or_else(|| self.quarter(i)),
        }
    }

    fn days_off(shift: i32) -> Value {
        Value::Unit { unit: Unit::Day, shift, anchored: false }
    }

    /// A part of the day at `i`, and where it ends.
    fn part(&self, i: usize) -> (Option<PartOfDay>, usize) {
        let at = if matches!(self.word(i), "early" | "late") { i + 1 } else { i };
        match self.sense(at) {
            Some(Sense::Part(part)) => (Some(part), at + 1),
            _ => (None, i),
        }
    }

    /// "early January", "the end of 2014", "later this week".
    fn edge(&self, i: usize) -> Read {
        let Some(Sense::Edge(edge)) = self.sense(i) else { return None };
        let noun = matches!(self.word(i), "beginning" | "start" | "middle" | "end");
        let mut at = i + 1;
        if self.line.is_dash(at) && self.word(i) == "mid" {
            at += 1;
        }
        match self.word(at) {
            "of" if noun => at += 1,
            "in" | "on" if matches!(self.word(i), "earlier" | "later" | "early" | "late") => at += 1,
            _ if noun => return None,
            _ => {}
        }
        let of_unit =
            if self.word(at) == "the" || noun { at + usize::from(self.word(at) == "the") } else { usize::MAX };
        if let Some(Sense::Unit(unit)) = (of_unit != usize::MAX).then(|| self.sense(of_unit)).flatten()
            && !self.word(of_unit).ends_with('s')
            && unit != Unit::Day
        {
            return plain(Value::Unit { unit, shift: 0, anchored: false }, of_unit + 1);
        }
        if let Some((first, last)) = self.decade(at + usize::from(self.word(at) == "the")) {
            let third = match edge {
                Edge::Start => (first, first + 3),
                Edge::Middle => (first + 4, first + 6),
                Edge::End => (first + 7, last),
            };
            let years = if last - first == 9 { third } else { (first, last) };
            return plain(Value::Years(years.0, years.1), at + 1 + usize::from(self.word(at) == "the"));
        }
        if let Some(year) = self.year_number(at) {
            return plain(Value::Year(YearOf::Given(year)), at + 1);
        }
        if let Some(month) = self.month_name(at) {
            let (year, end) = self.year_tail(at + 1);
            if self.day_number(at + 1).is_none() {
                return plain(Value::Civil { year, month: Some(month), day: None, shift: None }, end);
            }
        }
        if let Some(Sense::Season(season)) = self.sense(at + usize::from(self.word(at) == "the")) {
            let (year, end) = self.year_tail(at + 1 + usize::from(self.word(at) == "the"));
            return plain(Value::Season { season, year, shift: None }, end);
        }
        if matches!(self.sense(at), Some(Sense::Part(_))) {
            // "late evening" alone names no day.
            return None;
        }
        self.point(at)
    }

    /// "the first week of January", "last three months of 2021", "first Monday of next month", "the first half of 2020".
    fn nth(&self, i: usize) -> Read {
        let (nth, mut at) = match self.word(i) {
            "last" | "final" => (-1, i + 1),
            _ => {
                let (n, end) = self.ordinal(i)?;
                (n as i32, end)
            }
        };
        let mut count = 1;
        if let Some((n, end)) = self.count(at) {
            (count, at) = (n, end);
        }
        let counted = match self.sense(at) {
            Some(Sense::Unit(Unit::Quarter)) if self.word(at + 1) != "of" && nth > 0 => {
                let (year, end) = self.year_tail(at + 1);
                return plain(Self::part_of_year(Counted::Unit(Unit::Quarter), nth, year), end);
            }
            Some(Sense::Unit(unit)) => Counted::Unit(unit),
            Some(Sense::Weekday(weekday)) => Counted::Weekday(weekday),
            _ if self.word(at) == "half" => Counted::Half,
            _ => return None,
        };
        let at = at + 1;
        if !matches!(self.word(at), "of" | "in") {
            return None;
        }
        let inner = at + 1 + usize::from(self.word(at + 1) == "the");
        let (within, end) = match self.sense(inner) {
            Some(Sense::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Century | Unit::Decade))) => {
                (Value::Unit { unit, shift: 0, anchored: false }, inner + 1)
            }
            _ => {
                let (e, end) = self.point(at + 1)?;
                (e.value, end)
            }
        };
        plain(Value::Nth { nth, count, of: counted, within: Box::new(within) }, end)
    }

    fn part_of_year(of: Counted, nth: i32, year: YearOf) -> Value {
        let within = match year {
            YearOf::Unsaid => Value::Unit { unit: Unit::Year, shift: 0, anchored: false },
            year => Value::Year(year),
        };
        Value::Nth { nth, count: 1, of, within: Box::new(within) }
    }

    /// "Q1 2020", "2020 Q1", "H2".
    fn quarter(&self, i: usize) -> Read {
        let named = |i: usize| -> Option<(Counted, i32)> {
            let atom = self.line.at(i)?;
            let (letter, digit) = atom.word.split_at_checked(1)?;
            let n: i32 = digit.parse().ok()?;
            match letter {
                "q" if (1..=4).contains(&n) => Some((Counted::Unit(Unit::Quarter), n)),
                "h" if (1..=2).contains(&n) => Some((Counted::Half, n)),
                _ => None,
            }
        };
        if let Some((of, n)) = named(i) {
            let at = if self.line.is_dash(i + 1) { i + 2 } else { i + 1 };
            let (year, end) = self.year_tail(at);
            if year == YearOf::Unsaid {
                return None;
            }
            return plain(Self::part_of_year(of, n, year), end);
        }
        let year = self.year_number(i)?;
        let at = if self.line.is_dash(i + 1) { i + 2 } else { i + 1 };
        let (of, n) = named(at)?;
        plain(Self::part_of_year(of, n, YearOf::Given(year)), at + 1)
    }

    /// "last week", "this September", "next Monday", "past two days"; `i` is the word that points.
    fn shifted(&self, i: usize, shift: i32) -> Read {
        let at = i + 1;
        if let Some(read) = self.nth(i) {
            return Some(read);
        }
        let running = matches!(self.word(i), "past" | "coming");
        match self.sense(at) {
            Some(Sense::Weekday(weekday)) => {
                if let Some((date, end)) =
                    self.weekday(at, weekday).filter(|(e, _)| !matches!(e.value, Value::Weekday { .. }))
                {
                    return Some((date, end));
                }
                let (part, end) = self.part(at + 1);
                // "next" and "last" look beyond this week, "coming" and "past" to the nearest.
                let shift = if matches!(self.word(i), "next" | "last" | "previous") { shift * 2 } else { shift };
                return Some((
                    Expression { value: Value::Weekday { weekday, shift: Some(shift), week: None }, part },
                    end,
                ));
            }
            Some(Sense::Month(month)) if self.month(at).is_some() => {
                if let Some((day, end)) = self.day_number(at + 1) {
                    return plain(
                        Value::Civil { year: YearOf::Unsaid, month: Some(month), day: Some(day), shift: Some(shift) },
                        end,
                    );
                }
                return plain(
                    Value::Civil { year: YearOf::Unsaid, month: Some(month), day: None, shift: Some(shift) },
                    at + 1,
                );
            }
            Some(Sense::Unit(Unit::Day)) => return None,
            // "the last month of the war" names no month.
            Some(Sense::Unit(_)) if self.word(at + 1) == "of" && self.word(at + 2) != "this" => return None,
            Some(Sense::Unit(unit)) if !self.word(at).ends_with('s') => {
                if running && !matches!(unit, Unit::Weekend | Unit::Quarter) {
                    return plain(Value::Stretch { count: shift, unit }, at + 1);
                }
                if unit == Unit::Week {
                    let day = at + 1 + usize::from(self.word(at + 1) == "on");
                    if let Some(Sense::Weekday(weekday)) = self.sense(day) {
                        return plain(Value::Weekday { weekday, shift: None, week: Some(shift) }, day + 1);
                    }
                }
                return plain(Value::Unit { unit, shift, anchored: self.word(i) == "following" }, at + 1);
            }
            Some(Sense::Season(season)) => {
                let (year, end) = self.year_tail(at + 1);
                return plain(Value::Season { season, year, shift: Some(shift) }, end);
            }
            Some(Sense::Part(part)) => {
                if shift == 0 || (self.word(i) == "last" && matches!(part, PartOfDay::Night | PartOfDay::Evening)) {
                    return Some((Expression { value: Self::days_off(shift), part: Some(part) }, at + 1));
                }
                return None;
            }
            _ => {}
        }
        if let Some((mut named, end)) = self.named_day(at) {
            if let Value::Named { shift: s, .. } = &mut named.value {
                *s = Some(shift);
            }
            return Some((named, end));
        }
        let (count, end) = self.count(at)?;
        let Some(Sense::Unit(unit)) = self.sense(end) else { return None };
        if shift == 0 {
            return None;
        }
        plain(Value::Stretch { count: count * shift, unit }, end + 1)
    }

    fn weekday(&self, i: usize, weekday: u32) -> Read {
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
        if shy
            && !matches!(self.line.before(i, 1), "on" | "next" | "last" | "this" | "by" | "until" | "or" | "and" | "to")
        {
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
    fn month_name(&self, i: usize) -> Option<u32> {
        match self.sense(i)? {
            Sense::Month(month) => Some(month),
            _ => None,
        }
    }

    /// A month at `i` that is surely meant as one.
    fn month(&self, i: usize) -> Option<u32> {
        let month = self.month_name(i)?;
        let atom = self.line.at(i)?;
        if matches!(self.line.before(i, 1), "$" | "@" | "#") {
            return None;
        }
        let shy = calendar::word(atom.word).is_some_and(|w| w.shy) || (!atom.capital && atom.word == "august");
        if !shy || self.day_number(i + 1).is_some() || self.year_number(i + 1).is_some() {
            return Some(month);
        }
        let before = self.line.before(i, 1);
        let number_before = i > 0
            && (self.day_number(i - 1).is_some() || (before == "of" && i > 1 && self.day_number(i - 2).is_some()));
        let year_after = matches!(self.word(i + 1), "of" | "," | "this" | "last" | "next")
            && self.year_tail(i + 1).0 != YearOf::Unsaid;
        if number_before || year_after {
            return Some(month);
        }
        let led = matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "last"
                | "this"
                | "next"
                | "mid"
                | "early"
                | "late"
                | "of"
                | "from"
                | "through"
                | "during"
                | "before"
                | "after"
                | "between"
        ) || self.line.is_dash(i.wrapping_sub(1));
        let noun = matches!(atom.tag, Tag::Propn | Tag::Noun);
        let named = i > 0
            && atom.capital
            && noun
            && matches!(self.tag(i - 1), Some(Tag::Det | Tag::Adp | Tag::Cconj | Tag::Sconj | Tag::Punct))
            && (matches!(self.tag(i + 1), Some(Tag::Noun)) || matches!(before, "and" | "or" | "to" | ","));
        let led = led
            && (atom.capital || noun)
            && !(atom.capital && self.line.at(i + 1).is_some_and(|a| a.capital && a.tag == Tag::Propn));
        (led || named).then_some(month)
    }

    /// "December 17, 2021", "December 5-7", "May 2015", "June".
    fn month_first(&self, i: usize) -> Read {
        let month = self.month(i)?;
        let mut at = i + 1;
        let hyphen = self.line.is_dash(at) && self.line.at(at).is_some_and(|a| a.glued);
        if (self.word(at) == "the" || hyphen) && self.day_number(at + 1).is_some() {
            at += 1;
        }
        if let Some((day, end)) = self.day_number(at).filter(|(_, end)| self.after_day(*end)) {
            let first = |year| Value::Civil { year, month: Some(month), day: Some(day), shift: None };
            // "December 5-7, 2021", "April 9th through 17th".
            let joined = self.line.is_dash(end) || matches!(self.word(end), "to" | "through" | "till" | "until");
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
            let (year, end) = self.year_tail(end);
            let (part, end) = self.part(end);
            return Some((Expression { value: first(year), part }, end));
        }
        let (year, end) = self.year_tail(i + 1);
        plain(Value::Civil { year, month: Some(month), day: None, shift: None }, end)
    }

    /// "March 5" but not "March 5 million" or "March 14:00".
    fn after_day(&self, end: usize) -> bool {
        !matches!(number::word(self.word(end)), Some(Number::Scale(_))) && !matches!(self.word(end), "%" | "percent")
    }

    /// "17 December 2021", "the 17th of December".
    fn day_then_month(&self, i: usize) -> Read {
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
    fn days_of_month(&self, i: usize) -> Read {
        let i = i + usize::from(self.word(i) == "the");
        let (first, end) = self.day_number(i)?;
        let joined = self.line.is_dash(end)
            || matches!(self.word(end), "to" | "till" | "until" | "through")
            || (self.word(end) == "and" && matches!(self.line.before(i, 1), "between" | "the"));
        let next = end + 1 + usize::from(self.word(end + 1) == "the");
        let (last, end) = self.day_number(next).filter(|(last, _)| joined && *last > first)?;
        let at = end + usize::from(self.word(end) == "of");
        let month = self.month_name(at)?;
        let (year, end) = self.year_tail(at + 1);
        let day = |day| Box::new(Value::Civil { year, month: Some(month), day: Some(day), shift: None });
        plain(Value::Range(day(first), day(last)), end)
    }

    /// "the 17th".
    fn day_of_month(&self, i: usize) -> Read {
        self.ordinal_day(i).filter(|(_, end)| {
            matches!(self.line.before(i, 2), "on" | "by" | "until" | "since" | "from" | "to" | "before" | "after")
                && self.stands_alone(*end)
        })
    }

    fn ordinal_day(&self, i: usize) -> Read {
        let (day, end) = self.ordinal(i).filter(|(n, _)| (1..=31).contains(n))?;
        if self.line.at(i)?.kind == Kind::Word && !self.stands_alone(end) {
            return None;
        }
        plain(Value::Civil { year: YearOf::Unsaid, month: None, day: Some(day), shift: None }, end)
    }

    /// A day of the month: "17", "17th", "seventeenth", "twenty-first".
    fn day_number(&self, i: usize) -> Option<(u32, usize)> {
        let atom = self.line.at(i)?;
        if atom.kind == Kind::Number && atom.word.len() <= 2 {
            return atom.word.parse().ok().filter(|d| (1..=31).contains(d)).map(|d| (d, i + 1));
        }
        self.ordinal(i).filter(|(n, _)| (1..=31).contains(n))
    }

    /// "17th", "third", "twenty-first".
    fn ordinal(&self, i: usize) -> Option<(u32, usize)> {
        let atom = self.line.at(i)?;
        if atom.kind == Kind::Suffixed {
            let digits = atom.word.find(|c: char| !c.is_ascii_digit())?;
            let (n, suffix) = atom.word.split_at(digits);
            return (n.len() <= 2 && matches!(suffix, "st" | "nd" | "rd" | "th"))
                .then(|| Some((n.parse().ok()?, i + 1)))?;
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
    fn count(&self, i: usize) -> Option<(i32, usize)> {
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

    /// "two weeks ago", "a month earlier", "three days after Christmas", "in ten days".
    fn away(&self, i: usize) -> Read {
        let (count, at) = match self.word(i) {
            "a" | "an" if matches!(self.sense(i + 1), Some(Sense::Unit(_))) => (1, i + 1),
            "the" => return None,
            _ => self.count(i)?,
        };
        let Some(Sense::Unit(unit)) = self.sense(at) else { return None };
        let end = at + 1;
        let away = |sign: i32, from: Option<Value>, anchored: bool, end: usize| {
            plain(Value::Away { count: count * sign, unit, from: from.map(Box::new), anchored }, end)
        };
        match self.word(end) {
            "ago" => return away(-1, None, false, end + 1),
            "hence" => return away(1, None, false, end + 1),
            "from" if matches!(self.word(end + 1), "now" | "today") => return away(1, None, false, end + 2),
            "earlier" | "previously" => return away(-1, None, true, end + 1),
            "later" | "afterwards" => return away(1, None, true, end + 1),
            word @ ("before" | "after" | "from") => {
                let sign = if word == "before" { -1 } else { 1 };
                let (from, end) = self.point(end + 1)?;
                return away(sign, Some(from.value), false, end);
            }
            _ => {}
        }
        // "in two weeks" of what is still to come; "in two weeks of talks" is a duration.
        let ahead = self.line.before(i, 1) == "in" && self.word(end) != "of";
        let to_come = ahead
            && (self.word(end) == "'s" || self.word(end) == "time" || {
                let tense = super::tense::tense(self.line, i, end);
                tense != super::tense::Tense::Past && (tense == super::tense::Tense::Future || i == 1)
            });
        if to_come {
            let possessive = matches!(self.word(end), "'s" | "’s" | "'" | "’") && self.word(end + 1) == "time";
            return away(1, None, false, if possessive { end + 2 } else { end });
        }
        None
    }

    fn season(&self, i: usize, article: bool) -> Read {
        let Some(Sense::Season(season)) = self.sense(i) else { return None };
        let (year, end) = self.year_tail(i + 1);
        if year != YearOf::Unsaid {
            return plain(Value::Season { season, year, shift: None }, end);
        }
        let before = self.line.before(i, 1 + usize::from(article));
        let led = matches!(
            before,
            "in" | "since" | "until" | "by" | "during" | "over" | "last" | "next" | "throughout" | "before" | "after"
        );
        let free = !matches!(self.tag(i + 1), Some(Tag::Noun | Tag::Propn | Tag::Adj)) && self.word(i + 1) != "of";
        (led && free && (self.word(i) != "fall")).then_some(())?;
        plain(Value::Season { season, year, shift: None }, end)
    }

    fn named_day(&self, i: usize) -> Read {
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

    /// The year after a month, season or named day: "2021", ", 2021", "of last year", "this year".
    fn year_tail(&self, i: usize) -> (YearOf, usize) {
        let at = i + usize::from(matches!(self.word(i), "," | "of" | "in"));
        if let Some(year) = self.year_number(at) {
            // "in October, 2,000 men" is cut as one number; "On May 9, 2000 soldiers" is not.
            let counted =
                self.word(i) == "," && self.tag(at + 1) == Some(Tag::Noun) && self.word(at + 1).ends_with('s');
            return if counted { (YearOf::Unsaid, i) } else { (YearOf::Given(year), at + 1) };
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
    fn year_number(&self, i: usize) -> Option<i32> {
        let atom = self.line.at(i).filter(|a| a.kind == Kind::Number && a.word.len() == 4)?;
        atom.word.parse().ok().filter(|y| (1000..=2199).contains(y))
    }

    /// "1990s", "90s".
    fn decade(&self, i: usize) -> Option<(i32, i32)> {
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

    /// "the 19th century", "21st-century".
    fn century(&self, i: usize) -> Read {
        let (n, end) = self.ordinal(i)?;
        let at = end + usize::from(self.line.is_dash(end));
        let Some(Sense::Unit(Unit::Century)) = self.sense(at) else { return None };
        if matches!(self.word(at + 1), "bc" | "b.c" | "bce") {
            return None;
        }
        let n = n as i32;
        plain(Value::Years((n - 1) * 100, (n - 1) * 100 + 99), at + 1)
    }

    /// "2014-2018", "2014–18", "2014/15".
    fn years(&self, i: usize) -> Read {
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
        let free = !self.line.is_dash(at + 1) && !matches!(self.word(at + 1), "bc" | "b.c" | "bce");
        let at_home = first >= 1500 || self.line.before(i, 1) == "(";
        (last > first && !month_like && free && at_home && self.is_unlabelled(i)).then_some(())?;
        plain(Value::Years(first, last), at + 1)
    }

    /// Whether no word before `i` makes the number a name ("Resolution 1701") or an amount ("$ 2000").
    fn is_unlabelled(&self, i: usize) -> bool {
        let before = self.line.before(i, 1);
        let label = calendar_free_label(before);
        let named = i > 0
            && self
                .line
                .at(i - 1)
                .is_some_and(|a| a.glued && a.kind == Kind::Mark && matches!(a.word, "-" | "/" | "."))
            && self.line.at(i).is_some_and(|a| a.glued)
            && !matches!(self.line.before(i, 2), "mid" | "pre" | "post" | "early" | "late");
        !label && !named && !matches!(before, "$" | "€" | "£" | "¥" | "#" | "+")
    }

    /// A year by itself: "in 2014", "a 2008 decision".
    fn bare_year(&self, i: usize) -> Read {
        let year = self.year_number(i)?;
        let (before, after) = (self.line.before(i, 1), self.word(i + 1));
        if !self.is_unlabelled(i)
            || matches!(after, "bc" | "b.c" | "bce" | "%" | "percent" | "gmt" | "utc" | "hours" | "hrs" | "$" | "€")
        {
            return None;
        }
        if matches!(number::word(after), Some(Number::Scale(_) | Number::Many(_)))
            || matches!(self.sense(i + 1), Some(Sense::Unit(_)))
        {
            return None;
        }
        let led = matches!(
            before,
            "in" | "since"
                | "of"
                | "from"
                | "until"
                | "till"
                | "by"
                | "before"
                | "after"
                | "during"
                | "year"
                | "late"
                | "early"
                | "mid"
                | "between"
                | "and"
                | "to"
                | "through"
                | "circa"
                | "pre"
                | "post"
                | "throughout"
                | "("
        );
        let likely = (1900..=2100).contains(&year);
        let plural = self.tag(i + 1) == Some(Tag::Noun) && after.ends_with('s') && !after.ends_with("ss")
            || matches!(
                after,
                "people"
                    | "men"
                    | "women"
                    | "children"
                    | "troops"
                    | "personnel"
                    | "police"
                    | "km"
                    | "kilometers"
                    | "kilometres"
            );
        let led_surely =
            matches!(before, "in" | "since" | "until" | "year" | "during" | "mid" | "early" | "late" | "(");
        let counted = plural
            && !led_surely
            && !(likely && matches!(self.tag(i.wrapping_sub(1)), Some(Tag::Det | Tag::Pron | Tag::Part)));
        if counted
            || (matches!(before, "at" | "about" | "around" | "over" | "some" | "nearly" | "almost" | "than") && !likely)
        {
            return None;
        }
        if matches!(before, "at" | "than" | "least" | "most") {
            return None;
        }
        let of_old = year >= 1400
            && (led
                || (matches!(before, "the" | "a" | "an")
                    && matches!(self.tag(i + 1), Some(Tag::Noun | Tag::Propn | Tag::Adj))));
        if !likely && !(led_surely || of_old) {
            return None;
        }
        plain(Value::Year(YearOf::Given(year)), i + 1)
    }

    /// "17/12/2021", "2021-12-17", "17.12.2021".
    fn numeric(&self, i: usize) -> Read {
        let (days, end) = numeric::read(self.line, i, self.published)?;
        plain(Value::Days(days), end)
    }
}

/// Words after which a number is a name.
fn calendar_free_label(word: &str) -> bool {
    matches!(
        word,
        "resolution"
            | "resolutions"
            | "no"
            | "number"
            | "article"
            | "section"
            | "flight"
            | "room"
            | "page"
            | "law"
            | "decree"
            | "act"
            | "bill"
            | "boeing"
            | "airbus"
            | "route"
            | "highway"
            | "paragraph"
            | "unscr"
            | "regiment"
            | "brigade"
            | "channel"
            | "model"
            | "peugeot"
            | "tel"
            | "phone"
            | "fax"
            | "windows"
    )
}
