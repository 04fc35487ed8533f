//! Dates: every expression that names a day, month, year or interval, with what it says and what it resolves to.

use super::page::Page;
use crate::{corpus::day::Day, text::span::Span};
use serde::{Deserialize, Serialize};

/// Where a date's value is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The words themselves name it ("9 December 2021").
    Stated,
    /// Worked out from the publication day ("Friday", "December 9").
    Resolved,
    /// Not to be worked out.
    Unresolved,
}

/// The finest unit that a value names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Grain {
    Day,
    Month,
    Year,
    Interval,
}

/// From the first to the last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// How it was named.
    pub grain: Grain,
}

impl Interval {
    /// "2021-12-17", "2021-12", "2021" or "2021-12-15/2021-12-17", as the gold writes it.
    pub fn iso(self) -> String {
        let first = self.first.to_string();
        match self.grain {
            Grain::Day => first,
            Grain::Month => first[..7].to_string(),
            Grain::Year => first[..4].to_string(),
            Grain::Interval => format!("{first}/{}", self.last),
        }
    }
}

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

/// One expression where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct DateExpression {
    /// Without its preposition.
    pub span: Span,
    /// What it resolves to.
    pub value: Option<Interval>,
    /// Where the value is from.
    pub basis: Basis,
    /// A part of the day, if named.
    pub part: Option<PartOfDay>,
    /// The rule that resolved it, in plain words ("weekday next to the publication day").
    pub rule: &'static str,
}

/// The date expressions of an article, in order; they never overlap.
pub fn dates(page: &Page) -> Vec<DateExpression> {
    let _ = page;
    Vec::new()
}
