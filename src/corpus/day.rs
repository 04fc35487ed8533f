//! Days of the proleptic Gregorian calendar.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day, counted from 1970-01-01 (day 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

impl Day {
    /// The day of year, month (1–12) and day of month; `None` where the calendar has none such.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) || !(-9999..=9999).contains(&year)
        {
            return None;
        }
        // Days from civil, after Howard Hinnant's "chrono-compatible low-level date algorithms".
        let (m, d) = (month as i32, day as i32);
        let y = if m <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let yoe = y - era * 400;
        let doy = (153 * (if m > 2 { m - 3 } else { m + 9 }) + 2) / 5 + d - 1;
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
        Some(Day(era * 146_097 + doe - 719_468))
    }

    /// Year, month (1–12) and day of month.
    pub fn civil(self) -> (i32, u32, u32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z - era * 146_097;
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i32::from(month <= 2);
        (year, month as u32, (doy - (153 * mp + 2) / 5 + 1) as u32)
    }

    /// 0 = Monday … 6 = Sunday.
    pub fn weekday(self) -> u32 {
        (self.0 + 3).rem_euclid(7) as u32
    }

    /// The day `days` later (earlier if negative).
    pub fn plus(self, days: i32) -> Self {
        Day(self.0.saturating_add(days))
    }

    /// Reads "2021-12-17".
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let day = (|| Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)))();
        let (year, month, day) = day?;
        if parts.next().is_some() || text.len() != 10 {
            return None;
        }
        Day::new(year, month, day)
    }
}

/// How many days the month has.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_from_1900_to_2100_is_jiffs() {
        let mut date = jiff::civil::date(1900, 1, 1);
        let mut day = Day::new(1900, 1, 1).unwrap();
        while date.year() <= 2100 {
            assert_eq!(day.to_string(), date.to_string());
            assert_eq!(day.civil(), (i32::from(date.year()), date.month() as u32, date.day() as u32));
            assert_eq!(Day::parse(&day.to_string()), Some(day));
            assert_eq!(day.weekday(), date.weekday().to_monday_zero_offset() as u32);
            date = date.tomorrow().unwrap();
            day = day.plus(1);
        }
    }

    #[test]
    fn no_such_day() {
        for text in ["2021-02-29", "2021-13-01", "2021-1-1", "2021-12-17-1", "x", "2021-12-32"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
