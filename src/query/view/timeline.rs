//! The timeline: statements by the day of the act, and every date that the texts name.

use crate::text::ordered::OrderedMap;
use crate::text::{calendar::MONTHS, order::Order};
use crate::{
    corpus::zone::ZoneKind,
    extract::date::{Basis, Grain},
    query::{
        answer::{Piece, Row},
        archive::Archive,
        card,
        filter::Filter,
        passage::pieces,
    },
};
use serde::{Deserialize, Serialize};

/// Statements by day, and dates by text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// In order of the first day; the undated entry is last.
    pub entries: Vec<Entry>,
    /// How many statements were left out because there are too many.
    pub more: u32,
    /// Every date expression of the articles that have a shown statement, in the order of the text; at most 500.
    pub dates: Vec<PrintedDate>,
    /// How many statements have each basis: stated, resolved, unresolved.
    pub lanes: [u32; 3],
}

/// The statements of one day or interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// As ISO text; `None` = undated.
    pub day: Option<String>,
    /// Its first and last day, for drawing.
    pub days: Option<(String, String)>,
    /// 0 = Monday … 6 = Sunday, where it is one day.
    pub weekday: Option<u32>,
    /// Its statements, stated ones first. [`Row::basis`] tells their lane.
    pub rows: Vec<Row>,
}

/// A date where it is printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrintedDate {
    /// The sentence ("000.60").
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The words ("Friday morning").
    pub words: String,
    /// What they resolve to, as ISO text.
    pub value: Option<String>,
    /// Where the value is from.
    pub basis: Basis,
    /// Whether a calendar date is printed (a day, month or year), not only "Friday", "today", "last week".
    pub calendar: bool,
    /// How fine it is.
    pub grain: Option<Grain>,
    /// The rule that resolved it.
    pub rule: String,
    /// Where it stands.
    pub zone: ZoneKind,
    /// The sentence, with the words marked as a hit.
    pub sentence: Vec<Piece>,
}

const ROWS: usize = 500;
const DATES: usize = 500;

impl Archive {
    /// The shown statements by day.
    pub fn timeline(&self, filter: &Filter) -> Timeline {
        let asked = self.asked(filter);
        let rows = asked.tally.shown();
        let mut by_day: OrderedMap<(bool, Option<_>, Option<String>), Vec<usize>> = OrderedMap::new();
        let mut lanes = [0; 3];
        for &row in &rows {
            let Some(statement) = self.statement(row) else { continue };
            lanes[statement.day.basis as usize] += 1;
            let days = self.table.days[row];
            by_day.entry((days.is_none(), days, statement.day.value.map(|v| v.iso()))).or_default().push(row);
        }
        let mut left = ROWS;
        let mut entries = Vec::new();
        for ((_, days, day), mut its) in by_day {
            its.order_by_key(|r| self.statement(*r).map(|s| s.day.basis));
            let cards = self.cards(&its, &asked, left);
            left -= cards.len();
            if cards.is_empty() {
                continue;
            }
            entries.push(Entry {
                weekday: days.filter(|(a, b)| a == b).map(|(a, _)| a.weekday()),
                days: days.map(|(a, b)| (a.to_string(), b.to_string())),
                day,
                rows: cards,
            });
        }
        let more = rows.len().saturating_sub(ROWS) as u32;
        let dates = self.left(filter, &rows).into_iter().flat_map(|a| self.printed_dates(a));
        Timeline { entries, more, dates: dates.take(DATES).collect(), lanes }
    }

    /// The articles that a filter leaves: those chosen; where statements are chosen, those that have one.
    pub(super) fn left(&self, filter: &Filter, rows: &[usize]) -> Vec<usize> {
        if self.chooses_statements(filter) {
            return self.articles_of(rows);
        }
        (0..self.articles.len()).filter(|a| self.chosen_article(filter, *a)).collect()
    }

    fn printed_dates(&self, article: usize) -> Vec<PrintedDate> {
        let (Some(of), Some(sheet)) = (self.articles.get(article), self.sheets.get(article)) else { return Vec::new() };
        let text = of.text.as_str();
        let dates = sheet.dates.iter().filter_map(|date| {
            let number = sheet.sentence_at(date.span.start)?;
            let words = date.span.of(text);
            let folded = crate::text::fold::fold(words);
            let calendar = folded.contains(|c: char| c.is_ascii_digit())
                || folded.split(|c: char| !c.is_alphanumeric()).any(|w| MONTHS.contains(&w));
            Some(PrintedDate {
                id: format!("{}.{number}", of.id),
                article: of.id.clone(),
                words: words.to_string(),
                value: date.value.map(|v| v.iso()),
                basis: date.basis,
                calendar: calendar && !folded.contains(" ago"),
                grain: date.value.map(|v| v.grain),
                rule: date.rule.to_string(),
                zone: sheet.zone(number),
                sentence: pieces(text, sheet.sentences.get(number)?.span, &[card::hit(date.span)]),
            })
        });
        dates.collect()
    }
}
