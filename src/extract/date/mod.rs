//! Dates: every expression that names a day, month, year or interval, with what it says and what it resolves to.
//!
//! [`scan`] reads what the words say, [`resolve`] works out which days they mean.

mod numeric;
mod resolve;
mod scan;
mod tense;

use super::{
    atom::{self, Line},
    page::Page,
};
use crate::{
    corpus::{day::Day, zone::ZoneKind},
    lexicon::calendar::Unit,
    text::{
        constant::{Constant, constant},
        span::Span,
    },
};
use resolve::{Context, Reading};
use scan::{Expression, Scanner, Value, YearOf};
use serde::{Deserialize, Serialize};
use tense::Tense;

pub use crate::lexicon::calendar::PartOfDay;

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

/// On which side of its value an expression lies, as the word before it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// In it ("in May").
    Within,
    /// From its first day on ("since May").
    Since,
    /// Up to its last day ("until May").
    Until,
    /// All days before it ("before May").
    Before,
    /// All days after it ("after May").
    After,
}

/// One expression where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateExpression {
    /// Without its preposition.
    pub span: Span,
    /// What it resolves to.
    pub value: Option<Interval>,
    /// Where the value is from.
    pub basis: Basis,
    /// Whether the value is a limit.
    pub reach: Reach,
    /// A part of the day, if named.
    pub part: Option<PartOfDay>,
    /// The rule that resolved it, in plain words ("weekday next to the publication day").
    #[serde(deserialize_with = "constant")]
    pub rule: Constant,
}

/// The number of a sentence, its atoms, and the expressions in it with their range of atoms.
type Scanned<'a> = (usize, Line<'a>, Vec<(usize, usize, Expression)>);

/// The date expressions of an article, in order; they never overlap.
pub fn dates(page: &Page) -> Vec<DateExpression> {
    let lower = page.text.to_ascii_lowercase();
    let mut lines: Vec<Scanned> = Vec::new();
    for (number, sentence) in atom::sentences(page, |told| told.date) {
        let line = Line::of(page, &lower, sentence);
        let stamp = page.zone(number) == ZoneKind::Furniture;
        let found = Scanner { line: &line, published: page.published, stamp }.all();
        if !found.is_empty() {
            lines.push((number, line, found));
        }
    }
    let history = is_history(page, &lines);
    let mut found = Vec::new();
    // The last date that the words themselves place in a year, and whether it stands in this sentence.
    let mut anchor: Option<Interval> = None;
    // The sentence of that date, and the last single day told of.
    let (mut anchored_at, mut day) = (0, None);
    for (number, line, expressions) in &lines {
        let mut anchored_here = false;
        for (start, end, expression) in expressions {
            // "The train arrives on Tuesday."
            let tense = match tense::tense(line, *start, *end) {
                Tense::Present => Tense::Future,
                tense => tense,
            };
            // Days counted from an event carry a story of old, and no news; "we leave the same day" names none.
            let same = Value::Unit { unit: Unit::Day, shift: 0, anchored: true };
            if !history && expression.value == Value::Untold || expression.value == same && tense != Tense::Past {
                continue;
            }
            let context = Context {
                published: page.published,
                anchor,
                follow: history && tense != Tense::Future || anchored_here,
                day,
                near: anchored_at + 1 >= *number,
                tense,
                caption: page.zone(*number) == ZoneKind::Caption,
            };
            let Reading { value, basis, rule } = resolve::resolve(&expression.value, &context);
            if let Some(value) = value {
                anchored_here |= basis == Basis::Stated;
                // "Today" does not move a story on that is told of other years.
                if !(history && expression.value.is_deictic()) {
                    anchor = Some(value);
                    anchored_at = *number;
                    day = Some(value.first).filter(|_| value.grain == Grain::Day).or(day);
                }
            }
            let reach = reach(line, *start);
            found.push(DateExpression {
                span: line.span(*start, *end),
                value,
                basis,
                reach,
                part: expression.part,
                rule,
            });
        }
    }
    found
}

/// What the words before atom `i` make of a date.
fn reach(line: &Line, i: usize) -> Reach {
    // "a week after Friday" is a day, "in the days before Friday" is not.
    match (line.before(i, 2), line.before(i, 1)) {
        (_, "since") | ("starting" | "beginning" | "effective", "on" | "from") | ("as", "of") => Reach::Since,
        (_, "starting" | "beginning") => Reach::Since,
        (_, "until" | "till" | "til") => Reach::Until,
        ("later" | "earlier", "than") => {
            let denied = matches!(line.before(i, 3), "no" | "not");
            match (line.before(i, 2), denied) {
                ("later", true) => Reach::Until,
                ("later", false) => Reach::After,
                (_, true) => Reach::Since,
                (_, false) => Reach::Before,
            }
        }
        (_, "by") => Reach::Until,
        (_, "before") => Reach::Before,
        (_, "after") => Reach::After,
        _ => Reach::Within,
    }
}

/// Whether an article tells of years long before its publication, so that "in March" is a March of those years.
fn is_history(page: &Page, lines: &[Scanned]) -> bool {
    let published = page.published.map_or(i32::MAX, |day| day.civil().0);
    // Pictures are older than what is told.
    let told = lines.iter().filter(|(number, ..)| page.zone(*number) != ZoneKind::Caption);
    let stated = told.flat_map(|(_, _, found)| found).filter_map(|(_, _, e)| match e.value.year() {
        YearOf::Given(year) => Some(year),
        _ => None,
    });
    let (mut all, mut old) = (0, 0);
    for year in stated {
        all += 1;
        old += usize::from(year < published - 1);
    }
    let relative = lines.iter().flat_map(|(_, _, found)| found).filter(|(_, _, e)| e.value.is_deictic()).count();
    all >= 5 && old * 5 >= all * 4 && relative * 4 < all
}

#[cfg(test)]
mod tests;
