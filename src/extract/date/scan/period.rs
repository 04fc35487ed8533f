//! Periods: units that are pointed at, counted off or cut, seasons, quarters, centuries.

use super::{
    super::tense::{self, Tense},
    Counted, Expression, Read, Scanner, Value, YearOf, plain,
};
use crate::lexicon::class::WordClass as Is;
use crate::text::among::among;
use crate::{
    lexicon::calendar::{self, Edge, PartOfDay, Sense, Unit},
    text::tag::Tag,
};

impl Scanner<'_, '_> {
    /// "early January", "the end of 2014", "later this week".
    pub(super) fn edge(&self, i: usize) -> Read {
        let Some(Sense::Edge(edge)) = self.sense(i) else { return None };
        let noun = Is::EdgeNoun.has(self.word(i));
        let mut at = i + 1;
        // "mid-to-late June", "early or mid May".
        let dash = usize::from(self.line.is_dash(at));
        if matches!(self.word(at + dash), "to" | "or") {
            let second = at + 2 * dash + 1;
            if matches!(self.sense(second), Some(Sense::Edge(_))) {
                return self.edge(second);
            }
        }
        // "the early hours of Friday", "the latter part of 2008", "the closing days of May".
        if Is::StretchNoun.has(self.word(at)) && self.word(at + 1) == "of" {
            if let ("part", "the", Some(Sense::Unit(unit))) = (self.word(at), self.word(at + 2), self.sense(at + 3))
                && unit != Unit::Day
                && !self.word(at + 3).ends_with('s')
            {
                return plain(Value::TheUnit(unit), at + 4);
            }
            let (day, end) = self.point(at + 2)?;
            let part = day.part.or((self.word(at) == "hours").then_some(PartOfDay::Morning));
            return Some((Expression { part, ..day }, end));
        }
        if matches!(self.word(i), "latter") {
            return (self.word(at) == "half").then(|| self.cut(2, 1, at))?;
        }
        if self.line.is_dash(at) && self.word(i) == "mid" {
            at += 1;
        }
        match self.word(at) {
            "of" if noun => at += 1,
            "in" if Is::EarlyOrLate.has(self.word(i)) => at += 1,
            // "announced late [on] Monday": the day alone is the date.
            "on" => return None,
            _ if noun => return None,
            _ => {}
        }
        let of_unit =
            if self.word(at) == "the" || noun { at + usize::from(self.word(at) == "the") } else { usize::MAX };
        if let Some(Sense::Unit(unit)) = (of_unit != usize::MAX).then(|| self.sense(of_unit)).flatten()
            && !self.word(of_unit).ends_with('s')
            && unit != Unit::Day
        {
            return plain(Value::TheUnit(unit), of_unit + 1);
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
    pub(super) fn nth(&self, i: usize) -> Read {
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
        self.cut(nth, count, at)
    }

    /// What is counted off stands at `at`: "week of January", "Monday of next month".
    fn cut(&self, nth: i32, count: i32, at: usize) -> Read {
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
        let (part, at) = self.part(at + 1);
        if !matches!(self.word(at), "of" | "in") {
            return None;
        }
        let inner = at + 1 + usize::from(self.word(at + 1) == "the");
        // "the second day of the talks": its first day is not said.
        let day = counted == Counted::Unit(Unit::Day) && count == 1 && self.word(at) == "of";
        if day && self.point(at + 1).is_none() && self.sense(inner).is_none() && self.is_event(at + 1) {
            return plain(Value::Untold, at);
        }
        let (within, end) = match self.sense(inner) {
            Some(Sense::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Century | Unit::Decade))) => {
                (Value::Unit { unit, shift: 0, anchored: false }, inner + 1)
            }
            _ => {
                let (e, end) = self.point(at + 1)?;
                (e.value, end)
            }
        };
        Some((Expression { value: Value::Nth { nth, count, of: counted, within: Box::new(within) }, part }, end))
    }

    pub(super) fn part_of_year(of: Counted, nth: i32, year: YearOf) -> Value {
        let within = match year {
            YearOf::Unsaid => Value::Unit { unit: Unit::Year, shift: 0, anchored: false },
            year => Value::Year(year),
        };
        Value::Nth { nth, count: 1, of, within: Box::new(within) }
    }

    /// "Q1 2020", "2020 Q1", "H2".
    pub(super) fn quarter(&self, i: usize) -> Read {
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
    pub(super) fn shifted(&self, i: usize, shift: i32) -> Read {
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
                let shift = if among(self.word(i), "next last previous") { shift * 2 } else { shift };
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

    /// "two weeks ago", "a month earlier", "three days after Christmas", "in ten days".
    pub(super) fn away(&self, i: usize) -> Read {
        let (count, at) = match self.word(i) {
            "a" | "an" if matches!(self.sense(i + 1), Some(Sense::Unit(_))) => (1, i + 1),
            "the" => return None,
            _ => self.count(i)?,
        };
        // "the 5 coming years", "3 next weeks".
        if let (Some(Sense::Shift(shift @ (-1 | 1))), Some(Sense::Unit(unit))) = (self.sense(at), self.sense(at + 1))
            && count > 1
            && self.word(at + 1).ends_with('s')
        {
            return plain(Value::Stretch { count: count * shift, unit }, at + 2);
        }
        let Some(Sense::Unit(unit)) = self.sense(at) else { return None };
        let end = at + 1;
        let lasting = |at: usize| {
            let (from, end) = self.point(at)?;
            plain(Value::Lasting { count, unit, from: Box::new(from.value) }, end)
        };
        let away = |sign: i32, from: Option<Value>, anchored: bool, end: usize| {
            plain(Value::Away { count: count * sign, unit, from: from.map(Box::new), anchored }, end)
        };
        match self.word(end) {
            "ago" => return away(-1, None, false, end + 1),
            // As South Asian papers write it.
            "back" if matches!(self.tag(end + 1), None | Some(Tag::Punct)) => return away(-1, None, false, end + 1),
            "hence" => return away(1, None, false, end + 1),
            "from" if matches!(self.word(end + 1), "now" | "today") => return away(1, None, false, end + 2),
            "earlier" | "previously" => return away(-1, None, true, end + 1),
            "later" | "afterwards" => return away(1, None, true, end + 1),
            "starting" | "beginning" | "commencing" => {
                return lasting(end + 1 + usize::from(among(self.word(end + 1), "on from with")));
            }
            "from" if Is::LastingWord.has(self.line.before(i, 1)) => {
                return lasting(end + 1);
            }
            word @ ("before" | "after" | "from") => {
                let sign = if word == "before" { -1 } else { 1 };
                // "Two years before, they had refused it."
                if word != "from" && among(self.word(end + 1), ", ; .") {
                    return away(sign, None, true, end + 1);
                }
                return match self.point(end + 1) {
                    Some((from, end)) => away(sign, Some(from.value), false, end),
                    // "five days after the fall of Gao"; "two years from the border" is no time.
                    None => (word != "from" && self.is_event(end + 1)).then(|| plain(Value::Untold, end + 1))?,
                };
            }
            _ => {}
        }
        // "in two weeks" of what is still to come; "in two weeks of talks" is a duration.
        let ahead = self.line.before(i, 1) == "in" && self.word(end) != "of";
        let to_come = ahead
            && (self.word(end) == "'s" || self.word(end) == "time" || {
                // "to clear 300 camps in three months" lasts so long.
                let tense = tense::tense(self.line, i, end);
                tense == Tense::Future || i == 1 && !matches!(tense, Tense::Past | Tense::Aim)
            });
        if to_come {
            let possessive = Is::PossessiveEnding.has(self.word(end)) && self.word(end + 1) == "time";
            return away(1, None, false, if possessive { end + 2 } else { end });
        }
        None
    }

    /// "a few days later", "some weeks earlier", "days later": how many is not said.
    pub(super) fn vaguely_away(&self, i: usize) -> Read {
        let at = match (self.word(i), self.word(i + 1)) {
            ("a", "few") => i + 2,
            ("few" | "some" | "several" | "many", _) => i + 1,
            _ => i,
        };
        let Some(Sense::Unit(_)) = self.sense(at) else { return None };
        let away = self.word(at).ends_with('s')
            && (Is::AgoOrLater.has(self.word(at + 1))
                || at > i && matches!(self.word(at + 1), "before" | "after") && self.is_event(at + 2));
        away.then(|| plain(Value::Untold, at + 2))?
    }

    pub(super) fn season(&self, i: usize, article: bool) -> Read {
        let Some(Sense::Season(season)) = self.sense(i) else { return None };
        let (year, end) = self.year_tail(i + 1);
        if year != YearOf::Unsaid {
            return plain(Value::Season { season, year, shift: None }, end);
        }
        let before = self.line.before(i, 1 + usize::from(article));
        // "summer and autumn 1918": the year that is said once.
        if matches!(self.word(i + 1), "and" | "or")
            && let Some(Sense::Season(_)) = self.sense(i + 2)
            && let (year @ YearOf::Given(_), _) = self.year_tail(i + 3)
        {
            return plain(Value::Season { season, year, shift: None }, end);
        }
        let led = Is::BeforeSeason.has(before)
            || matches!(self.sense(i + 2).or(self.sense(i.wrapping_sub(2))), Some(Sense::Season(_)))
                && [i + 1, i.wrapping_sub(1)].iter().any(|k| matches!(self.word(*k), "and" | "or"))
            || calendar::is_seasonal(self.word(i + 1));
        let free = !matches!(self.tag(i + 1), Some(Tag::Noun | Tag::Propn | Tag::Adj)) && self.word(i + 1) != "of"
            || calendar::is_seasonal(self.word(i + 1));
        let fell = self.word(i) == "fall" && (!article || among(before, "since before after"));
        (led && free && !fell).then_some(())?;
        plain(Value::Season { season, year, shift: None }, end)
    }

    /// "the 19th century", "21st-century".
    pub(super) fn century(&self, i: usize) -> Read {
        let (n, end) = self.ordinal(i)?;
        let at = end + usize::from(self.line.is_dash(end));
        let Some(Sense::Unit(Unit::Century)) = self.sense(at) else { return None };
        let n = n as i32;
        plain(Value::Years((n - 1) * 100 + 1, n * 100), at + 1)
    }
}
