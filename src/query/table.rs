//! The read corpus as rows that can be filtered: every statement with the slugs of its facets.
//!
//! One column a facet; a row may have several values in it. Nothing here knows what a statement is, so that counting can
//! be tested on random tables.

use super::filter::Facet;
use crate::text::ordered::{OrderedMap, OrderedSet};
use crate::{corpus::day::Day, text::order::Gather};
use serde::{Deserialize, Deserializer, Serialize};

/// One facet's values of all rows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Column {
    /// Slug and label of each value, by its number.
    pub values: Vec<(String, String)>,
    /// The number of each slug: made of `values`.
    #[serde(skip)]
    numbers: OrderedMap<String, u32>,
    /// Row `r` has the values `numbers[starts[r]..starts[r + 1]]`.
    starts: Vec<u32>,
    cells: Vec<u32>,
}

impl<'de> Deserialize<'de> for Column {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (values, starts, cells) = <(Vec<(String, String)>, _, _)>::deserialize(from)?;
        let numbers = (0..).zip(&values).map(|(n, (slug, _))| (slug.clone(), n)).into_map();
        Ok(Column { numbers, values, starts, cells })
    }
}

impl Column {
    /// A column that knows these values before any row has one.
    pub fn knowing(values: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut column = Column::default();
        for (slug, label) in values {
            column.know(slug, label);
        }
        column
    }

    /// The number of a value, which is new if its slug is.
    pub fn know(&mut self, slug: String, label: String) -> u32 {
        if let Some(n) = self.numbers.get(&slug) {
            return *n;
        }
        let n = self.values.len() as u32;
        self.numbers.insert(slug.clone(), n);
        self.values.push((slug, label));
        n
    }

    /// Adds a row with these values; repeated ones count once.
    pub fn push(&mut self, values: impl IntoIterator<Item = (String, String)>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let start = self.cells.len();
        for (slug, label) in values {
            let n = self.know(slug, label);
            if !self.cells[start..].contains(&n) {
                self.cells.push(n);
            }
        }
        self.starts.push(self.cells.len() as u32);
    }

    /// The values of a row, by number.
    pub fn of(&self, row: usize) -> &[u32] {
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(a), Some(b)) => self.cells.get(*a as usize..*b as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The number of a slug; `None` = this corpus has no such value.
    pub fn number(&self, slug: &str) -> Option<u32> {
        self.numbers.get(slug).copied()
    }

    /// Slug and label of a value.
    pub fn value(&self, number: u32) -> (&str, &str) {
        self.values.get(number as usize).map_or(("", ""), |(s, l)| (s, l))
    }
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The article's number.
    pub article: u32,
    /// The number of the statement's sentence in it.
    pub sentence: u32,
}

/// All rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Table {
    /// In the order of [`Facet::ALL`].
    pub columns: Vec<Column>,
    /// In the order of the corpus and of the text.
    pub places: Vec<Place>,
    /// First and last day of each row's act.
    pub days: Vec<Option<(Day, Day)>>,
    /// Each article's outlet, by number; `None` = not stated.
    pub outlets: Vec<Option<u32>>,
    /// Signs of bad translation of sentences that no row covers: they are offered even where no row has them.
    pub bare: OrderedSet<String>,
    /// Values that no row has, and that other parts of the corpus may have: choosing them shows nothing.
    pub elsewhere: OrderedSet<String>,
}

impl Default for Table {
    fn default() -> Self {
        Table {
            columns: vec![Column::default(); Facet::ALL.len()],
            places: Vec::new(),
            days: Vec::new(),
            outlets: Vec::new(),
            bare: OrderedSet::new(),
            elsewhere: OrderedSet::new(),
        }
    }
}

impl Table {
    /// How many rows.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The column of a facet.
    pub fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }
}
