//! Dates in digits: "17/12/2021", "12/17/2021", "2021-12-17", "17.12.2021", "2015-3", and after a preposition "22/04".

use super::{Grain, Interval};
use crate::lexicon::class::WordClass as Is;
use crate::{
    corpus::day::{Day, days_in_month},
    extract::atom::{Kind, Line},
    lexicon::calendar::{self, Sense},
};

/// The weekday that stands beside a date at atoms `i..end`: "Thursday, 8/6/2023", "8/6/2023 (Thursday)".
fn weekday_beside(line: &Line, i: usize, end: usize) -> Option<u32> {
    let sense = |word: &str| match calendar::word(word).map(|w| w.sense) {
        Some(Sense::Weekday(n)) => Some(n),
        _ => None,
    };
    let over = |word: &str| Is::MarkBesideWeekday.has(word);
    let before = if over(line.before(i, 1)) { line.before(i, 2) } else { line.before(i, 1) };
    let after = if over(line.word(end)) { line.word(end + 1) } else { line.word(end) };
    sense(before).or_else(|| sense(after))
}

fn one(day: Day) -> Interval {
    Interval { first: day, last: day, grain: Grain::Day }
}

/// A date in digits at atom `i`, and where it ends; a `stamp` stands in the furniture of a page.
pub(super) fn read(line: &Line, i: usize, published: Option<Day>, stamp: bool) -> Option<(Interval, usize)> {
    let atom = line.at(i).filter(|a| a.kind == Kind::Number)?;
    // Pages of the world stamp the day first; American ones tell the half of the day, too.
    let day_first = stamp && !(i..i + 8).any(|k| Is::HalfOfDay.has(line.word(k)));
    let hints = |separator, end| Hints {
        day_first: day_first || separator != '/',
        published,
        weekday: weekday_beside(line, i, end),
    };
    for separator in ['/', '.'] {
        let parts: Vec<&str> = atom.word.split(separator).collect();
        match parts.as_slice() {
            [a, b, c] => return by_parts([a, b, c], &hints(separator, i + 1)).map(|d| (one(d), i + 1)),
            [a, b] if separator == '/' && is_led(line, i) => {
                let year = published?.civil().0;
                let day = near(a.parse().ok()?, b.parse().ok()?, year, &hints(separator, i + 1))?;
                return Some((one(day), i + 1));
            }
            _ => {}
        }
    }
    // "19. 4. 2021": as Czech and Finnish pages print it.
    let number = |k: usize| line.at(k).filter(|a| a.kind == Kind::Number).map(|a| a.word);
    if let (".", Some(month), ".", Some(year)) = (line.word(i + 1), number(i + 2), line.word(i + 3), number(i + 4))
        && let (Ok(day), Ok(month), Ok(year @ 1900..2100)) = (atom.word.parse(), month.parse(), year.parse())
    {
        return Day::new(year, month, day).map(|d| (one(d), i + 5));
    }
    // "2024. January 30.", "2024. 01. 30.": as Hungarian and Korean pages print it.
    if let (".", Ok(year @ 1900..2100), 4) = (line.word(i + 1), atom.word.parse(), atom.word.len()) {
        let month = match calendar::word(line.word(i + 2)).map(|w| w.sense) {
            Some(Sense::Month(month)) => Some((month, i + 3)),
            _ => line.word(i + 2).parse().ok().filter(|_| line.word(i + 3) == ".").map(|month| (month, i + 4)),
        };
        if let Some((month, at)) = month
            && let Some(day) = number(at).and_then(|word| word.parse().ok())
            && let Some(day) = Day::new(year, month, day)
        {
            return Some((one(day), at + 1));
        }
    }
    // "20211217".
    if let (8, Some(year), Some(month), Some(day)) =
        (atom.word.len(), atom.word.get(..4), atom.word.get(4..6), atom.word.get(6..))
        && let (Ok(year @ 1900..2100), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse())
    {
        return Day::new(year, month, day).map(|d| (one(d), i + 1));
    }
    // "2021-12-17", "17-12-2021", "2015-3": cut at their hyphens.
    let part = |k: usize| line.at(k).filter(|a| a.kind == Kind::Number && (k == i || a.glued)).map(|a| a.word);
    if !line.is_dash(i + 1) || !line.at(i + 1).is_some_and(|a| a.glued) {
        return None;
    }
    let (a, b) = (part(i)?, part(i + 2)?);
    if let Some(c) = part(i + 4).filter(|_| line.is_dash(i + 3)) {
        return by_parts([a, b, c], &hints('-', i + 5)).map(|d| (one(d), i + 5));
    }
    let (a, b) = if a.len() <= 2 && b.len() == 4 { (b, a) } else { (a, b) };
    let (year, month): (i32, u32) = (a.parse().ok()?, b.parse().ok()?);
    if a.len() != 4
        || b.len() > 2
        || !(1900..2100).contains(&year)
        || !(1..=12).contains(&month)
        || month as i32 == year % 100 + 1
    {
        return None;
    }
    let last = Day::new(year, month, days_in_month(year, month))?;
    Some((Interval { first: Day::new(year, month, 1)?, last, grain: Grain::Month }, i + 3))
}

/// Whether a preposition or weekday stands before, so that two numbers are a day and a month and no fraction.
fn is_led(line: &Line, i: usize) -> bool {
    let before = line.before(i, 1);
    let listed = Is::DateRangeOrListJoint.has(before) && line.before(i, 2).contains('/');
    // "the morning of 26/5".
    let part = before == "of" && matches!(calendar::word(line.before(i, 2)).map(|w| w.sense), Some(Sense::Part(_)));
    listed
        || part
        || Is::BeforeDay.has(before)
        || matches!(calendar::word(before).map(|w| w.sense), Some(Sense::Weekday(_)))
}

fn by_parts([a, b, c]: [&str; 3], hints: &Hints) -> Option<Day> {
    if [a, b, c].iter().any(|p| p.is_empty() || p.len() > 4 || p.len() == 3) {
        return None;
    }
    if a.len() == 4 {
        return Day::new(a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
    }
    let year: i32 = c.parse().ok()?;
    let year = match c.len() {
        4 => year,
        2 if year < 50 => 2000 + year,
        2 => 1900 + year,
        _ => return None,
    };
    near(a.parse().ok()?, b.parse().ok()?, year, hints)
}

/// What tells the order of day and month.
struct Hints {
    /// Where nothing else tells it.
    day_first: bool,
    published: Option<Day>,
    weekday: Option<u32>,
}

/// Day and month in either order: the one that the calendar has, or that is the weekday beside it, or that is near the
/// publication day, or the usual order.
fn near(a: u32, b: u32, year: i32, hints: &Hints) -> Option<Day> {
    let (day_first, month_first) = (Day::new(year, b, a), Day::new(year, a, b));
    let (Some(x), Some(y)) = (day_first, month_first) else { return day_first.or(month_first) };
    if let Some(weekday) = hints.weekday
        && (x.weekday() == weekday) != (y.weekday() == weekday)
    {
        return Some(if x.weekday() == weekday { x } else { y });
    }
    if let Some(published) = hints.published {
        let (far_x, far_y) = ((x.0 - published.0).abs(), (y.0 - published.0).abs());
        if far_x <= 21 && far_y > 21 {
            return Some(x);
        }
        if far_y <= 21 && far_x > 21 {
            return Some(y);
        }
    }
    Some(if hints.day_first { x } else { y })
}
