//! Which days an expression means, seen from the publication day.

use super::{
    Basis, Grain, Interval,
    scan::{Counted, Value, YearOf},
    tense::Tense,
};
use crate::{
    corpus::day::{Day, days_in_month},
    lexicon::calendar::{NamedDay, Unit},
};

/// What the words stand in.
#[derive(Clone, Copy)]
pub(super) struct Context {
    pub published: Option<Day>,
    /// The last date told of.
    pub anchor: Option<Interval>,
    /// Whether a month without a year belongs to that date's year.
    pub follow: bool,
    /// The last day told of.
    pub day: Option<Day>,
    /// Whether that date stands in this sentence or the one before.
    pub near: bool,
    pub tense: Tense,
    pub caption: bool,
}

/// A value, where it is from, and the rule in plain words.
pub(super) struct Reading {
    pub value: Option<Interval>,
    pub basis: Basis,
    pub rule: &'static str,
}

/// Works out an expression.
pub(super) fn resolve(value: &Value, context: &Context) -> Reading {
    let unresolved = |rule| Reading { value: None, basis: Basis::Unresolved, rule };
    if context.caption && points_at_writing(value) {
        return unresolved("in a caption, which may be older than its article");
    }
    if context.published.is_none() && value.year() == YearOf::Shift(0) && value.is_deictic() {
        return unresolved("no publication day is known");
    }
    match days(value, context) {
        Some((interval, rule)) => {
            let stated = matches!(value.year(), YearOf::Given(_));
            Reading { value: Some(interval), basis: if stated { Basis::Stated } else { Basis::Resolved }, rule }
        }
        None => unresolved("nothing in the text says from when it counts"),
    }
}

/// Whether the words point at the time of writing by "this", "last", "next".
fn points_at_writing(value: &Value) -> bool {
    match value {
        Value::Civil { year: YearOf::Shift(_), .. } | Value::Civil { shift: Some(_), day: None, .. } => true,
        Value::Season { year, shift, .. } => shift.is_some() || !matches!(year, YearOf::Given(_)),
        Value::Unit { unit, anchored: false, .. } => *unit != Unit::Day,
        Value::TheWeekend | Value::Stretch { .. } | Value::Away { from: None, anchored: false, .. } => true,
        _ => false,
    }
}

type Days = Option<(Interval, &'static str)>;

fn day(day: Day) -> Interval {
    Interval { first: day, last: day, grain: Grain::Day }
}

fn between(first: Day, last: Day) -> Option<Interval> {
    (first <= last).then_some(Interval { first, last, grain: Grain::Interval })
}

fn month(year: i32, month: u32) -> Option<Interval> {
    let last = Day::new(year, month, days_in_month(year, month))?;
    Some(Interval { first: Day::new(year, month, 1)?, last, grain: Grain::Month })
}

fn year(year: i32) -> Option<Interval> {
    Some(Interval { first: Day::new(year, 1, 1)?, last: Day::new(year, 12, 31)?, grain: Grain::Year })
}

fn years(first: i32, last: i32) -> Option<Interval> {
    between(Day::new(first, 1, 1)?, Day::new(last, 12, 31)?)
}

fn days(value: &Value, context: &Context) -> Days {
    match value {
        Value::Civil { year, month, day, shift } => civil(*year, *month, *day, *shift, context),
        Value::Year(of) => {
            let rule = if matches!(of, YearOf::Given(_)) {
                "the words name it"
            } else {
                "year counted from the publication day"
            };
            Some((year(year_of(*of, context)?)?, rule))
        }
        Value::Weekday { weekday, shift, week } => weekday_of(*weekday, *shift, *week, context),
        Value::WeekdayOn { weekday, day: number } => {
            let published = context.published?;
            let on = |d: &Day| d.weekday() == *weekday && d.civil().2 == *number;
            let found = (0..400).flat_map(|n| [published.plus(-n), published.plus(n)]).find(on)?;
            Some((day(found), "day of that number and weekday next to the publication day"))
        }
        Value::Unit { unit, shift, anchored } => {
            // Without a date before, "the next quarter" counts from now, but "the next day" from nothing.
            let anchored = &(*anchored && (context.anchor.is_some() || *unit == Unit::Day));
            let same = *anchored && *shift == 0 && *unit == Unit::Day;
            let (base, rule) = if same {
                (context.day.or(context.published)?, "the day told of before")
            } else if *anchored {
                (anchor_day(context, *shift, *unit)?, "counted from the date told of before")
            } else {
                (context.published?, "counted from the publication day")
            };
            // "This weekend", told early in the week of what was: the one before.
            let gone = *unit == Unit::Weekend && *shift == 0 && context.tense == Tense::Past && base.weekday() < 4;
            Some((unit_at(*unit, base, *shift - i32::from(gone))?, rule))
        }
        Value::TheDay => {
            let published = context.published?;
            let told = context.day.filter(|told| (0..2).contains(&(published.0 - told.0)));
            Some((day(told.unwrap_or(published)), "the day told of before, else the publication day"))
        }
        Value::TheWeekend => {
            // Told early in the week: the one before, unless it is still to come.
            let base = context.published?;
            let shift = -i32::from(base.weekday() < 4 && !matches!(context.tense, Tense::Future | Tense::Aim));
            Some((unit_at(Unit::Weekend, base, shift)?, "weekend next to the publication day"))
        }
        Value::WeekendOf(within) => {
            let (named, rule) = days(within, context)?;
            let saturday = match named.first.weekday() {
                0 => named.first.plus(-2),
                weekday => named.first.plus(5 - weekday as i32),
            };
            let last = if named.first.weekday() == 0 { named.first } else { saturday.plus(1) };
            Some((between(saturday, last)?, rule))
        }
        Value::TheUnit(unit) => {
            let (base, rule) = match context.anchor.filter(|a| context.follow && counts(*unit, *a)) {
                Some(anchor) => (anchor.last, "counted from the date told of before"),
                None => (context.published?, "counted from the publication day"),
            };
            Some((unit_at(*unit, base, 0)?, rule))
        }
        Value::Lasting { count, unit, from } => {
            let (from, rule) = days(from, context)?;
            Some((between(from.first, step(from.first, *count, *unit)?.plus(-1))?, rule))
        }
        Value::BeforeOurEra | Value::Untold => None,
        Value::Season { season, year, shift } => season_of(*season, *year, *shift, context),
        Value::Named { day: named, year, shift } => named_day(*named, *year, *shift, context),
        Value::Away { count, unit, from, anchored } => {
            let (base, rule) = match from {
                Some(from) => {
                    let from = days(from, context)?.0;
                    (if *count < 0 { from.first } else { from.last }, "counted from the day that the words name")
                }
                None if *anchored => {
                    (anchor_day(context, count.signum(), *unit)?, "counted from the date told of before")
                }
                None => (context.published?, "counted from the publication day"),
            };
            Some((away(base, *count, *unit)?, rule))
        }
        Value::Stretch { count, unit } => {
            // "In the next two weeks they advanced" counts from what was told before.
            let told = context.anchor.filter(|_| *count > 0 && context.tense == Tense::Past);
            let here = told.map(|a| a.last).or(context.published)?;
            // Quarters are counted by the calendar, other units from day to day.
            if *unit == Unit::Quarter {
                let (first, last) = if *count < 0 { (*count, -1) } else { (1, *count) };
                let whole = between(unit_at(*unit, here, first)?.first, unit_at(*unit, here, last)?.last)?;
                return Some((whole, "quarters next to the publication day"));
            }
            let far = step(here, *count, *unit)?;
            // "The next two days" begin today.
            let from = here.plus(i32::from(*unit != Unit::Day));
            let interval = if *count < 0 { between(far, here)? } else { between(from, far)? };
            Some((interval, "stretch up to or from the publication day"))
        }
        Value::Nth { nth, count, of, within } => {
            let (inner, rule) = days(within, context)?;
            Some((nth_of(*nth, *count, *of, inner)?, rule))
        }
        Value::Years(first, last) => Some((years(*first, *last)?, "the words name it")),
        Value::Days(days) => Some((*days, "the words name it")),
        Value::WeekOf(inner) => {
            let (inner, rule) = days(inner, context)?;
            Some((unit_at(Unit::Week, inner.first, 0)?, rule))
        }
        Value::Range(from, to) => range(from, to, context),
    }
}

fn range(from: &Value, to: &Value, context: &Context) -> Days {
    // A year said once holds for both: the first end is at most a year before the second, or the other way round.
    let (first, last) = match (from.year(), to.year()) {
        (YearOf::Unsaid, YearOf::Given(_)) => {
            let (last, _) = days(to, context)?;
            let (y, _, _) = last.last.civil();
            let near = |y| days(&with_year(from, y), context);
            let first = near(y).filter(|(f, _)| f.first <= last.first).or_else(|| near(y - 1))?;
            (first, (last, "the words name it"))
        }
        (_, YearOf::Unsaid) => {
            let first = days(from, context)?;
            let (y, _, _) = first.0.first.civil();
            let near = |y| days(&with_year(to, y), context);
            let last = near(y).filter(|(l, _)| l.last >= first.0.last).or_else(|| near(y + 1))?;
            (first, last)
        }
        _ => (days(from, context)?, days(to, context)?),
    };
    Some((between(first.0.first, last.0.last)?, first.1))
}

fn with_year(value: &Value, to: i32) -> Value {
    let mut value = value.clone();
    if let Value::Civil { year, .. } | Value::Season { year, .. } | Value::Named { year, .. } = &mut value {
        *year = YearOf::Given(to);
    }
    value
}

/// The day from which "later", "the next day", "the previous year" count.
fn anchor_day(context: &Context, direction: i32, unit: Unit) -> Option<Day> {
    let anchor = context.anchor.filter(|a| counts(unit, *a))?;
    Some(if direction > 0 { anchor.last } else { anchor.first })
}

/// Whether units are counted from so long a time: "the next day" is none that follows a whole year.
fn counts(unit: Unit, from: Interval) -> bool {
    let longest = match unit {
        Unit::Day | Unit::Week | Unit::Weekend | Unit::Fortnight => 10,
        Unit::Month | Unit::Quarter => 92,
        _ => i32::MAX,
    };
    from.last.0 - from.first.0 < longest
}

fn year_of(year: YearOf, context: &Context) -> Option<i32> {
    Some(match year {
        YearOf::Given(year) => year,
        YearOf::Shift(shift) => context.published?.civil().0 + shift,
        YearOf::Anchored(shift) => context.anchor?.first.civil().0 + shift,
        YearOf::Unsaid => return None,
    })
}

fn civil(in_year: YearOf, in_month: Option<u32>, on: Option<u32>, shift: Option<i32>, context: &Context) -> Days {
    let make = |y: i32, m: u32| match on {
        Some(d) => Day::new(y, m, d).map(day),
        None => month(y, m),
    };
    if let (Some(y), Some(m)) = (year_of(in_year, context), in_month) {
        let rule = match in_year {
            YearOf::Given(_) => "the words name it",
            YearOf::Anchored(_) => "year of the date told of before",
            _ => "year counted from the publication day",
        };
        return Some((make(y, m)?, rule));
    }
    let follow = context.anchor.filter(|_| context.follow && shift.is_none());
    let Some(m) = in_month else {
        // "the 17th": of the month told of, else the one nearest to the publication day; of the days just past in any case.
        let d = on?;
        let fresh =
            context.published.filter(|_| !context.follow && context.tense == Tense::Past).and_then(|published| {
                let (y, m, _) = published.civil();
                Day::new(y, m, d).filter(|day| (0..=7).contains(&(published.0 - day.0)))
            });
        if let Some(fresh) = fresh {
            return Some((day(fresh), "day of that number just before the publication day"));
        }
        if let Some(anchor) = follow.or(context.anchor.filter(|a| context.near && a.grain == Grain::Month)) {
            let (y, m, _) = anchor.first.civil();
            return Some((day(Day::new(y, m, d)?), "day of the month told of before"));
        }
        let published = context.published?;
        let (y, m, _) = published.civil();
        let at = |shift: i32| {
            let m = y * 12 + m as i32 - 1 + shift;
            Day::new(m.div_euclid(12), m.rem_euclid(12) as u32 + 1, d)
        };
        let nearest = [-1, 0, 1].into_iter().filter_map(at).min_by_key(|day| {
            let far = day.0 - published.0;
            (context.tense == Tense::Past && far > 7, far.abs())
        })?;
        return Some((day(nearest), "day of that number next to the publication day"));
    };
    if let Some(anchor) = follow {
        let (y, anchor_month, _) = anchor.first.civil();
        // A story that has come to its last months goes on in the next year.
        let next = matches!(anchor.grain, Grain::Day | Grain::Month) && anchor_month >= m + 6;
        return Some((make(y + i32::from(next), m)?, "year of the date told of before"));
    }
    let published = context.published?;
    let (y, here, _) = published.civil();
    if let Some(shift) = shift {
        let y = match shift {
            0 => y,
            -1 => y - i32::from(m >= here),
            _ => y + i32::from(m <= here),
        };
        return Some((make(y, m)?, "month of that name before or after the publication day"));
    }
    // Only every fourth year has a 29 February.
    let reach = if (on, m) == (Some(29), 2) { 4 } else { 1 };
    let candidates = (y - reach..=y + reach).map(|y| make(y, m));
    let far = |c: &Interval| {
        if on.is_some() {
            c.first.0 - published.0
        } else {
            let (cy, cm, _) = c.first.civil();
            (cy * 12 + cm as i32 - y * 12 - here as i32) * 30
        }
    };
    let candidates = candidates.flatten();
    let near = if on.is_some() { 62 } else { 30 };
    let chosen = candidates.min_by_key(|c| {
        let far = far(c);
        let against = match context.tense {
            // A month that is under way or next may be told of in either tense.
            Tense::Past if on.is_none() => far > 30,
            Tense::Future if on.is_none() => far < 0,
            // "asked her to sign the paper from November", told in December.
            Tense::Aim if on.is_none() => far < -90,
            Tense::Past => far > near,
            Tense::Future | Tense::Aim => far < -near,
            _ => far.abs() > 122 && far > 0,
        };
        (against, far.abs())
    })?;
    let rule = match context.tense {
        Tense::Past => "last one before the publication day, as the verb is in the past",
        Tense::Future => "next one after the publication day, as the verb is in the future",
        _ => "the one next to the publication day",
    };
    Some((chosen, rule))
}

fn weekday_of(weekday: u32, shift: Option<i32>, week: Option<i32>, context: &Context) -> Days {
    let published = context.published?;
    let here = published.weekday() as i32;
    let wanted = weekday as i32;
    if let Some(week) = week {
        return Some((day(published.plus(wanted - here + 7 * week)), "weekday of that week"));
    }
    let ahead = (wanted - here).rem_euclid(7);
    let back = (here - wanted).rem_euclid(7);
    let (days, rule) = match shift {
        Some(-2) => (-(if back == 0 { 7 } else { back }), "the weekday before the publication week's"),
        Some(2) => (wanted - here + 7, "weekday of the week after the publication day"),
        Some(-1) => (-(if back == 0 { 7 } else { back }), "the weekday before the publication day"),
        Some(0) if context.tense == Tense::Past => {
            (-back, "the weekday before the publication day, as the verb is in the past")
        }
        // "This Monday", told on a Sunday.
        Some(0) if back > 3 => (ahead, "the weekday after the publication day"),
        Some(0) => (wanted - here, "weekday of the publication week"),
        Some(_) => (if ahead == 0 { 7 } else { ahead }, "the weekday after the publication day"),
        None if ahead == 0 => (0, "the publication day is that weekday"),
        None if ahead == 1 => (1, "weekday next to the publication day"),
        None if back == 1 && context.tense != Tense::Future => (-1, "weekday next to the publication day"),
        None => match context.tense {
            Tense::Past => (-back, "the weekday before the publication day, as the verb is in the past"),
            Tense::Future | Tense::Aim => {
                (ahead, "the weekday after the publication day, as the verb is in the future")
            }
            _ if ahead < back => (ahead, "weekday next to the publication day"),
            _ => (-back, "weekday next to the publication day"),
        },
    };
    Some((day(published.plus(days)), rule))
}

fn monday(day: Day) -> Day {
    day.plus(-(day.weekday() as i32))
}

/// The unit that holds `base`, or one `shift` units away.
fn unit_at(unit: Unit, base: Day, shift: i32) -> Option<Interval> {
    let (y, m, _) = base.civil();
    match unit {
        Unit::Day => Some(day(base.plus(shift))),
        Unit::Week => between(monday(base).plus(7 * shift), monday(base).plus(7 * shift + 6)),
        Unit::Fortnight => between(base.plus(14 * shift.min(0)), base.plus(14 * shift.max(0))),
        Unit::Weekend => between(monday(base).plus(7 * shift + 5), monday(base).plus(7 * shift + 6)),
        Unit::Month => {
            let months = y * 12 + m as i32 - 1 + shift;
            month(months.div_euclid(12), months.rem_euclid(12) as u32 + 1)
        }
        Unit::Quarter => {
            let quarters = y * 4 + (m as i32 - 1) / 3 + shift;
            let (y, first) = (quarters.div_euclid(4), quarters.rem_euclid(4) as u32 * 3 + 1);
            between(Day::new(y, first, 1)?, Day::new(y, first + 2, days_in_month(y, first + 2))?)
        }
        Unit::Year => year(y.checked_add(shift)?),
        Unit::Decade => {
            let first = (y.div_euclid(10).checked_add(shift)?).checked_mul(10)?;
            years(first, first + 9)
        }
        Unit::Century => {
            let first = (y.div_euclid(100).checked_add(shift)?).checked_mul(100)?;
            years(first, first + 99)
        }
    }
}

/// The day `count` units from `base`; the last of the month where the month is shorter.
fn step(base: Day, count: i32, unit: Unit) -> Option<Day> {
    let months = |months: i32| {
        let (y, m, d) = base.civil();
        let all = (y * 12 + m as i32 - 1).checked_add(months)?;
        let (y, m) = (all.div_euclid(12), all.rem_euclid(12) as u32 + 1);
        Day::new(y, m, d.min(days_in_month(y, m)))
    };
    match unit {
        Unit::Day => Some(base.plus(count)),
        Unit::Week | Unit::Weekend => Some(base.plus(count.checked_mul(7)?)),
        Unit::Fortnight => Some(base.plus(count.checked_mul(14)?)),
        Unit::Month => months(count),
        Unit::Quarter => months(count.checked_mul(3)?),
        Unit::Year => months(count.checked_mul(12)?),
        Unit::Decade => months(count.checked_mul(120)?),
        Unit::Century => months(count.checked_mul(1200)?),
    }
}

/// "two weeks ago": as fine as its unit lets it be.
fn away(base: Day, count: i32, unit: Unit) -> Option<Interval> {
    let there = step(base, count, unit)?;
    match unit {
        Unit::Month | Unit::Quarter => unit_at(Unit::Month, there, 0),
        Unit::Year | Unit::Decade | Unit::Century => unit_at(Unit::Year, there, 0),
        _ => Some(day(there)),
    }
}

/// "the first two weeks of January"; a week belongs to the year or month that has its Thursday.
fn nth_of(nth: i32, count: i32, of: Counted, within: Interval) -> Option<Interval> {
    let (first, last) = (within.first, within.last);
    match of {
        Counted::Half => {
            let (y, _, _) = first.civil();
            if within.grain != Grain::Year {
                let half = first.plus((last.0 - first.0) / 2);
                return if nth == 1 { between(first, half) } else { between(half.plus(1), last) };
            }
            match nth {
                1 => between(first, Day::new(y, 6, 30)?),
                _ => between(Day::new(y, 7, 1)?, last),
            }
        }
        Counted::Weekday(weekday) => {
            let there = if nth > 0 {
                let ahead = (weekday as i32 - first.weekday() as i32).rem_euclid(7);
                first.plus(ahead + 7 * (nth - 1))
            } else {
                last.plus(-(last.weekday() as i32 - weekday as i32).rem_euclid(7))
            };
            Some(day(there))
        }
        Counted::Unit(unit) => {
            let start = |n: i32| -> Option<Day> {
                match unit {
                    Unit::Week => {
                        let thursday = first.plus((3 - first.weekday() as i32).rem_euclid(7));
                        Some(monday(thursday).plus(n.checked_mul(7)?))
                    }
                    unit => step(first, n, unit),
                }
            };
            let (from, to) = if nth > 0 {
                (start((nth - 1).checked_mul(count)?)?, start(nth.checked_mul(count)?)?.plus(-1))
            } else if unit == Unit::Week {
                let thursday = last.plus(-(last.weekday() as i32 - 3).rem_euclid(7));
                let end = monday(thursday).plus(6);
                (end.plus(1 - 7 * count), end)
            } else {
                (step(last.plus(1), -count, unit)?, last)
            };
            match (unit, count) {
                (Unit::Day, 1) => Some(day(from)),
                (Unit::Month, 1) => unit_at(Unit::Month, from, 0),
                (Unit::Year, 1) => unit_at(Unit::Year, from, 0),
                _ => between(from, to),
            }
        }
    }
}

fn season_of(season: u32, in_year: YearOf, shift: Option<i32>, context: &Context) -> Days {
    // Meteorological: spring from March, winter from December into the next year.
    let in_year_of = |y: i32| -> Option<Interval> {
        let first = season * 3;
        let (end_year, end) = if season == 4 { (y + 1, 2) } else { (y, first + 2) };
        between(Day::new(y, first, 1)?, Day::new(end_year, end, days_in_month(end_year, end))?)
    };
    if let Some(y) = year_of(in_year, context) {
        return Some((in_year_of(y)?, "the words name it"));
    }
    if let Some(anchor) = context.anchor.filter(|_| context.follow && shift.is_none()) {
        return Some((in_year_of(anchor.first.civil().0)?, "year of the date told of before"));
    }
    let published = context.published?;
    let (y, _, _) = published.civil();
    let mut all = [y - 2, y - 1, y, y + 1].into_iter().filter_map(in_year_of);
    let found = match (shift, context.tense) {
        (Some(0), _) => {
            all.filter(|s| s.last.0 >= published.0 - 180).find(|s| s.last >= published || s.first.civil().0 == y)
        }
        (Some(-1), _) | (None, Tense::Past) => all.rfind(|s| s.first <= published),
        (Some(_), _) | (None, Tense::Future | Tense::Aim) => all.find(|s| s.last > published),
        (None, _) => all.min_by_key(|s| (s.first.0 + 45 - published.0).abs()),
    };
    Some((found?, "season next to the publication day"))
}

/// Easter Sunday, after the anonymous Gregorian algorithm.
fn easter(y: i32) -> Option<Day> {
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::new(y, (n / 31) as u32, (n % 31 + 1) as u32)
}

fn named_day(named: NamedDay, in_year: YearOf, shift: Option<i32>, context: &Context) -> Days {
    let at = |y: i32| -> Option<Day> {
        match named {
            NamedDay::Fixed(m, d) => Day::new(y, m, d),
            NamedDay::Easter(days) => easter(y).map(|e| e.plus(days)),
            NamedDay::Nth(m, nth, weekday) => nth_of(nth, 1, Counted::Weekday(weekday), month(y, m)?).map(|i| i.first),
            NamedDay::Once(y, m, d) => Day::new(y, m, d),
        }
    };
    if let NamedDay::Once(y, ..) = named {
        return Some((day(at(y)?), "the words name it"));
    }
    if let Some(y) = year_of(in_year, context) {
        return Some((day(at(y)?), "the words name it"));
    }
    if let Some(anchor) = context.anchor.filter(|_| context.follow && shift.is_none()) {
        return Some((day(at(anchor.first.civil().0)?), "year of the date told of before"));
    }
    let published = context.published?;
    let (y, _, _) = published.civil();
    let mut all = [y - 1, y, y + 1].into_iter().filter_map(at);
    let found = match (shift, context.tense) {
        (Some(-1), _) => all.rfind(|d| *d < published),
        (Some(1), _) => all.find(|d| *d > published),
        (Some(_), _) => all.find(|d| d.civil().0 == y),
        (None, Tense::Past) => all.rfind(|d| *d <= published.plus(31)),
        (None, Tense::Future | Tense::Aim) => all.find(|d| *d >= published.plus(-31)),
        (None, _) => all.min_by_key(|d| (d.0 - published.0).abs()),
    };
    Some((day(found?), "named day next to the publication day"))
}
