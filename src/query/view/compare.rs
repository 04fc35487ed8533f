//! Comparison: two to four articles, outlets or sources, topic by topic, differences first.

use super::Head;
use crate::extract::statement::Polarity;
use crate::query::{
    answer::Row,
    archive::Archive,
    filter::{Facet, Filter},
};
use crate::text::order::{Gather, Order};
use crate::text::ordered::OrderedSet;
use serde::{Deserialize, Serialize};

/// Columns × topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// What is compared, as the link has it ("doc.000"); the first two articles where it says nothing.
    pub columns: Vec<Compared>,
    /// The topics: only in one column, in some, in all with different acts, in all alike.
    pub rows: Vec<ComparedTopic>,
    /// Columns of the link that the corpus does not know.
    pub unknown: Vec<String>,
    /// How many more there are than can stand side by side.
    pub left_out: u32,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// "doc.000".
    pub key: String,
    /// What it is.
    pub head: Head,
    /// Its shown statements.
    pub statements: u32,
}

/// How the columns differ in a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// In one column only.
    OnlyHere,
    /// In several, not in all.
    Some,
    /// In all, by different acts, sources or addressees, or one wanting what another does not.
    Worded,
    /// In all, by the same acts of the same sources to the same addressees.
    Alike,
}

/// One topic in all columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparedTopic {
    /// The topic; an empty slug = statements without a topic.
    pub topic: Head,
    /// How the columns differ.
    pub difference: Difference,
    /// The statements of each column; at most 10.
    pub cells: Vec<Vec<Row>>,
    /// How many each column has.
    pub counts: Vec<u32>,
}

const COLUMNS: usize = 4;
/// Columns where the link names none: more would stand empty side by side.
const FEW: usize = 2;
const ROWS: usize = 10;

impl Archive {
    /// Compares the columns that the filter names.
    pub fn comparison(&self, filter: &Filter) -> Comparison {
        let asked = self.asked(filter);
        let shown = asked.tally.shown();
        let (mut columns, mut unknown) = (Vec::new(), Vec::new());
        for key in &filter.compare {
            match self.column_key(key) {
                Some((facet, value)) => columns.push((key.clone(), facet, value)),
                None => unknown.push(key.clone()),
            }
        }
        if columns.is_empty() {
            for article in self.articles_of(&shown).into_iter().take(FEW) {
                let key = format!("doc.{}", self.articles[article].id);
                columns.extend(self.column_key(&key).map(|(facet, value)| (key, facet, value)));
            }
        }
        let left_out = columns.len().saturating_sub(COLUMNS) as u32;
        columns.truncate(COLUMNS);
        let of = |(_, facet, value): &(String, Facet, u32)| -> Vec<usize> {
            let column = self.table.column(*facet);
            shown.iter().copied().filter(|r| column.of(*r).contains(value)).collect()
        };
        let rows_of: Vec<Vec<usize>> = columns.iter().map(of).collect();
        let topic = self.table.column(Facet::Topic);
        let present: OrderedSet<Option<u32>> = rows_of
            .iter()
            .flatten()
            .flat_map(|r| {
                let topics: Vec<Option<u32>> = topic.of(*r).iter().map(|t| Some(*t)).collect();
                if topics.is_empty() { vec![None] } else { topics }
            })
            .into_set();
        let mut rows: Vec<ComparedTopic> = present
            .into_iter()
            .map(|t| {
                let has = |r: &usize| t.map_or(topic.of(*r).is_empty(), |t| topic.of(*r).contains(&t));
                let cells: Vec<Vec<usize>> =
                    rows_of.iter().map(|rows| self.best_first(rows.iter().copied().filter(has).collect())).collect();
                ComparedTopic {
                    topic: t.map_or_else(Head::default, |t| Head::new(topic.value(t))),
                    difference: self.difference(&cells),
                    counts: cells.iter().map(|c| c.len() as u32).collect(),
                    cells: cells.iter().map(|c| self.cards(c, &asked, ROWS)).collect(),
                }
            })
            .collect();
        rows.order_by(|a, b| {
            let rank = |r: &ComparedTopic| {
                (r.topic.slug.is_empty(), r.difference, std::cmp::Reverse(r.counts.iter().sum::<u32>()))
            };
            rank(a).cmp(&rank(b)).then_with(|| a.topic.label.cmp(&b.topic.label))
        });
        let columns = columns
            .into_iter()
            .zip(&rows_of)
            .map(|((key, facet, value), rows)| Compared {
                key,
                head: Head::new(self.table.column(facet).value(value)),
                statements: rows.len() as u32,
            })
            .collect();
        Comparison { columns, rows, unknown, left_out }
    }

    /// "doc.000" → the facet and its value.
    fn column_key(&self, key: &str) -> Option<(Facet, u32)> {
        let (key, slug) = key.split_once('.')?;
        let facet = Facet::of_key(key)?;
        Some((facet, self.table.column(facet).number(slug)?))
    }

    fn difference(&self, cells: &[Vec<usize>]) -> Difference {
        let told = [Facet::Act, Facet::Source, Facet::Addressee].map(|f| self.table.column(f));
        match cells.iter().filter(|c| !c.is_empty()).count() {
            0 | 1 if cells.len() > 1 => Difference::OnlyHere,
            n if n < cells.len() => Difference::Some,
            _ => {
                let wanted = |r: usize| self.statement(r).is_none_or(|s| s.polarity == Polarity::Affirmed);
                let said = |rows: &Vec<usize>| -> OrderedSet<(bool, [Vec<u32>; 3])> {
                    rows.iter().map(|r| (wanted(*r), told.map(|column| column.of(*r).to_vec()))).into_set()
                };
                let first = cells.first().map(said);
                if cells.iter().all(|c| Some(said(c)) == first) { Difference::Alike } else { Difference::Worded }
            }
        }
    }
}
