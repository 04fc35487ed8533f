//! Counting: which rows a filter shows, and how many each value of each facet would show.
//!
//! Every row gets a set of bits, one for each criterion that it misses. A row without bits is shown; a facet's counts are
//! over the rows that miss nothing but, at most, that facet. So all counts come from one pass, whatever is chosen.

use super::{
    answer::{FacetCounts, FacetValue, Loosening, Totals},
    filter::{Facet, Filter, Unit},
    table::Table,
};
use crate::corpus::day::Day;
use std::collections::BTreeSet;

const DATE: u32 = 1 << 13;
const SEARCH: u32 = 1 << 14;

struct Chosen {
    include: Vec<u32>,
    exclude: Vec<u32>,
    all: bool,
}

/// A filter laid over a table.
pub struct Tally<'t> {
    table: &'t Table,
    unit: Unit,
    chosen: Vec<Chosen>,
    dated: bool,
    searched: bool,
    /// The criteria that each row misses.
    misses: Vec<u32>,
    /// Chosen values that the table does not have: key and slug.
    pub unknown: Vec<(String, String)>,
}

impl<'t> Tally<'t> {
    /// `found[row]` = the search found the row; `None` = nothing is searched for.
    pub fn of(table: &'t Table, filter: &Filter, found: Option<&[bool]>) -> Self {
        let mut unknown = Vec::new();
        let mut chosen = Vec::new();
        for facet in Facet::ALL {
            let column = table.column(facet);
            let choice = filter.facets.get(&facet);
            let mut numbers = |slugs: Option<&BTreeSet<String>>| -> Vec<u32> {
                let mut numbers = Vec::new();
                for slug in slugs.into_iter().flatten() {
                    match column.number(slug) {
                        Some(n) => numbers.push(n),
                        None => unknown.push((facet.key().to_string(), slug.clone())),
                    }
                }
                numbers
            };
            let (include, exclude) = (numbers(choice.map(|c| &c.include)), numbers(choice.map(|c| &c.exclude)));
            chosen.push(Chosen { include, exclude, all: filter.all.contains(&facet) });
        }
        let date = match filter.date {
            (Some(a), Some(b)) => (a.min(b), a.max(b)),
            (a, b) => (a.unwrap_or(Day(i32::MIN)), b.unwrap_or(Day(i32::MAX))),
        };
        let dated = filter.date != (None, None);
        let mut misses = Vec::with_capacity(table.len());
        for row in 0..table.len() {
            let mut bits = 0;
            for (facet, chosen) in chosen.iter().enumerate() {
                if chosen.include.is_empty() && chosen.exclude.is_empty() {
                    continue;
                }
                let has = table.columns[facet].of(row);
                let shown = if chosen.all {
                    chosen.include.iter().all(|v| has.contains(v))
                } else {
                    chosen.include.is_empty() || chosen.include.iter().any(|v| has.contains(v))
                };
                if !shown || chosen.exclude.iter().any(|v| has.contains(v)) {
                    bits |= 1 << facet;
                }
            }
            if dated && !table.days[row].is_some_and(|(first, last)| first <= date.1 && date.0 <= last) {
                bits |= DATE;
            }
            if found.is_some_and(|f| !f.get(row).copied().unwrap_or(false)) {
                bits |= SEARCH;
            }
            misses.push(bits);
        }
        Tally { table, unit: filter.unit, chosen, dated, searched: found.is_some(), misses, unknown }
    }

    /// The rows that are shown, in the table's order.
    pub fn shown(&self) -> Vec<usize> {
        self.but(0).collect()
    }

    /// Whether a row is shown.
    pub fn shows(&self, row: usize) -> bool {
        self.misses.get(row) == Some(&0)
    }

    /// The rows that miss nothing but what `mask` forgives.
    fn but(&self, mask: u32) -> impl Iterator<Item = usize> + '_ {
        self.misses.iter().enumerate().filter(move |(_, bits)| **bits & !mask == 0).map(|(row, _)| row)
    }

    /// How many match.
    pub fn totals(&self) -> Totals {
        totals(self.table, self.but(0))
    }

    /// The counts of every facet.
    pub fn facets(&self) -> Vec<FacetCounts> {
        Facet::ALL.into_iter().map(|facet| self.facet(facet)).collect()
    }

    fn facet(&self, facet: Facet) -> FacetCounts {
        let column = self.table.column(facet);
        let mut counts = vec![0u32; column.values.len()];
        let mut last: Vec<Option<(u32, u32)>> = vec![None; column.values.len()];
        let mut outlets = BTreeSet::new();
        for row in self.but(1 << facet as u32) {
            let place = self.table.places[row];
            for &value in column.of(row) {
                let v = value as usize;
                // Rows stand in the order of the text, so a place seen before is the place seen last.
                let new = match self.unit {
                    Unit::Statements => true,
                    Unit::Sentences => {
                        last[v].replace((place.article, place.sentence)) != Some((place.article, place.sentence))
                    }
                    Unit::Articles => last[v].replace((place.article, 0)) != Some((place.article, 0)),
                    Unit::Outlets => self.outlet(row).is_some_and(|o| outlets.insert((value, o))),
                };
                counts[v] += u32::from(new);
            }
        }
        let chosen = &self.chosen[facet as usize];
        let mut values: Vec<FacetValue> = column
            .values
            .iter()
            .enumerate()
            .map(|(n, (slug, label))| FacetValue {
                slug: slug.clone(),
                label: label.clone(),
                count: counts[n],
                included: chosen.include.contains(&(n as u32)),
                excluded: chosen.exclude.contains(&(n as u32)),
            })
            .filter(|v| v.count > 0 || v.included || v.excluded)
            .collect();
        values.sort_by(|a, b| {
            b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)).then_with(|| a.slug.cmp(&b.slug))
        });
        FacetCounts { facet, values }
    }

    fn outlet(&self, row: usize) -> Option<u32> {
        self.table.outlets.get(self.table.places[row].article as usize).copied().flatten()
    }

    /// Statements by day or interval, in order of their first day, the chosen date range ignored; undated ones last.
    pub fn histogram(&self, iso: impl Fn(usize) -> Option<String>) -> Vec<(Option<String>, u32)> {
        let mut bars: std::collections::BTreeMap<_, u32> = std::collections::BTreeMap::new();
        let mut undated = 0;
        for row in self.but(DATE) {
            match (self.table.days[row], iso(row)) {
                (Some(days), Some(iso)) => *bars.entry((days, iso)).or_default() += 1,
                _ => undated += 1,
            }
        }
        let dated = bars.into_iter().map(|((_, iso), n)| (Some(iso), n));
        dated.chain((undated > 0).then_some((None, undated))).collect()
    }

    /// Criteria without which something would be shown, the one that gives most back first.
    pub fn loosen(&self) -> Vec<Loosening> {
        let facets = Facet::ALL.into_iter().zip(&self.chosen);
        let mut found: Vec<Loosening> = facets
            .filter(|(_, c)| !c.include.is_empty() || !c.exclude.is_empty())
            .map(|(f, _)| (f.key(), 1 << f as u32))
            .chain(self.dated.then_some(("date", DATE)))
            .chain(self.searched.then_some(("q", SEARCH)))
            .map(|(key, mask)| Loosening { key: key.to_string(), statements: self.but(mask).count() as u32 })
            .filter(|l| l.statements > 0)
            .collect();
        found.sort_by_key(|l| std::cmp::Reverse(l.statements));
        found
    }
}

/// How many statements, sentences, articles and stated outlets these rows (in the table's order) are.
pub fn totals(table: &Table, rows: impl Iterator<Item = usize>) -> Totals {
    let (mut sentences, mut articles, mut outlets) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut statements = 0;
    for row in rows {
        let place = table.places[row];
        statements += 1;
        sentences.insert(place);
        articles.insert(place.article);
        outlets.extend(table.outlets.get(place.article as usize).copied().flatten());
    }
    Totals {
        statements,
        sentences: sentences.len() as u32,
        articles: articles.len() as u32,
        outlets: outlets.len() as u32,
    }
}
