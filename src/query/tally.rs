//! Counting: which rows a filter shows, and how many each value of each facet would show.
//!
//! Every row gets a set of bits, one for each criterion that it misses. A row without bits is shown; a facet's counts are
//! over the rows that miss nothing but, at most, that facet. So all counts come from one pass, whatever is chosen.

use super::{
    answer::{Answer, FacetCounts, FacetValue, Loosening, Totals},
    filter::{Facet, Filter, Unit},
    table::Table,
};
use crate::corpus::day::Day;
use crate::text::order::Order;
use crate::text::ordered::{OrderedMap, OrderedSet};

/// The number of a value that no row has.
const ELSEWHERE: u32 = u32::MAX;
const DATE: u32 = 1 << 16;
const SEARCH: u32 = 1 << 17;
/// It is not of the page of one actor or topic: nothing forgives that.
const PAGE: u32 = 1 << 18;

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
    /// The days chosen; `None` = all.
    dated: Option<(Day, Day)>,
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
            let mut numbers = |slugs: Option<&OrderedSet<String>>| -> Vec<u32> {
                let mut numbers = Vec::new();
                for slug in slugs.into_iter().flatten() {
                    match column.number(slug) {
                        Some(n) => numbers.push(n),
                        None if table.elsewhere.contains(slug) => numbers.push(ELSEWHERE),
                        None => unknown.push((facet.key().to_string(), slug.clone())),
                    }
                }
                numbers
            };
            let (include, exclude) = (numbers(choice.map(|c| &c.include)), numbers(choice.map(|c| &c.exclude)));
            chosen.push(Chosen { include, exclude, all: filter.all.contains(&facet) });
        }
        let dated = (filter.date != (None, None)).then(|| match filter.date {
            (Some(a), Some(b)) => (a.min(b), a.max(b)),
            (a, b) => (a.unwrap_or(Day(i32::MIN)), b.unwrap_or(Day(i32::MAX))),
        });
        // Whom or what no row has, no row is about.
        let item = filter.item.as_deref().unwrap_or_default();
        let page = filter.page();
        let of_page: Vec<_> =
            page.iter().map(|f| table.column(*f)).filter_map(|c| Some((c, c.number(item)?))).collect();
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
            let within =
                |of: (Day, Day)| table.days[row].map_or(filter.undated, |(first, last)| first <= of.1 && of.0 <= last);
            if dated.is_some_and(|of| !within(of)) {
                bits |= DATE;
            }
            if !page.is_empty() && !of_page.iter().any(|(column, item)| column.of(row).contains(item)) {
                bits |= PAGE;
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

    /// How many shown rows have a span of days that goes beyond the chosen ones.
    pub fn wider(&self) -> u32 {
        let Some((from, to)) = self.dated else { return 0 };
        let beyond = |row: &usize| self.table.days[*row].is_some_and(|(first, last)| first < from || to < last);
        self.but(0).filter(beyond).count() as u32
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
        let mut outlets = OrderedSet::new();
        // What is shown can be chosen, also where nothing of it is counted: its outlet is not known.
        let mut there = vec![false; column.values.len()];
        for row in self.but(1 << facet as u32) {
            let place = self.table.places[row];
            for &value in column.of(row) {
                let v = value as usize;
                there[v] = true;
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
            .filter(|(n, (slug, _))| {
                let chosen = || [&chosen.include, &chosen.exclude].iter().any(|some| some.contains(&(*n as u32)));
                there[*n] || chosen() || facet == Facet::Quality && self.table.bare.contains(slug)
            })
            .map(|(n, (slug, label))| FacetValue {
                slug: slug.clone(),
                label: label.clone(),
                count: counts[n],
                included: chosen.include.contains(&(n as u32)),
                excluded: chosen.exclude.contains(&(n as u32)),
            })
            .collect();
        values.order_by(|a, b| {
            b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)).then_with(|| a.slug.cmp(&b.slug))
        });
        FacetCounts { facet, values }
    }

    fn outlet(&self, row: usize) -> Option<u32> {
        self.table.outlets.get(self.table.places[row].article as usize).copied().flatten()
    }

    /// What of an answer is counted. `iso` = the text of a row's day.
    pub fn answer(&self, iso: &dyn Fn(usize) -> Option<String>) -> Answer {
        let totals = self.totals();
        Answer {
            totals,
            all: self::totals(self.table, 0..self.table.len()),
            facets: self.facets(),
            histogram: self.histogram(iso),
            wider: self.wider(),
            loosen: if totals.statements == 0 { self.loosen() } else { Vec::new() },
            barren: if totals.statements == 0 { self.barren() } else { Vec::new() },
            ..Answer::default()
        }
    }

    /// Statements by day or interval, in order of their first day, the chosen date range ignored; undated ones last.
    pub fn histogram(&self, iso: &dyn Fn(usize) -> Option<String>) -> Vec<(Option<String>, u32)> {
        // One row stands for all of its days: only it is asked for their text.
        let mut bars: OrderedMap<(Day, Day), (usize, u32)> = OrderedMap::new();
        let mut undated = 0;
        for row in self.but(DATE) {
            match self.table.days[row] {
                Some(days) => bars.entry(days).or_insert((row, 0)).1 += 1,
                None => undated += 1,
            }
        }
        let dated = bars.into_values().map(|(row, n)| (iso(row), n));
        dated.chain((undated > 0).then_some((None, undated))).collect()
    }

    /// Keys and bits of what is asked.
    fn criteria(&self) -> impl Iterator<Item = (&'static str, u32)> + '_ {
        let facets = Facet::ALL.into_iter().zip(&self.chosen);
        facets
            .filter(|(_, c)| !c.include.is_empty() || !c.exclude.is_empty())
            .map(|(f, _)| (f.key(), 1 << f as u32))
            .chain(self.dated.map(|_| ("date", DATE)))
            .chain(self.searched.then_some(("q", SEARCH)))
    }

    /// Criteria that no row meets.
    fn barren(&self) -> Vec<String> {
        let alone = |mask: &u32| self.misses.iter().all(|bits| bits & mask != 0);
        self.criteria().filter(|(_, mask)| alone(mask)).map(|(key, _)| key.to_string()).collect()
    }

    /// Criteria without which something would be shown, the one that gives most back first.
    pub fn loosen(&self) -> Vec<Loosening> {
        let mut found: Vec<Loosening> = self
            .criteria()
            .map(|(key, mask)| Loosening { key: key.to_string(), statements: self.but(mask).count() as u32 })
            .filter(|l| l.statements > 0)
            .collect();
        found.order_by_key(|l| std::cmp::Reverse(l.statements));
        found
    }
}

/// How many statements, sentences, articles and stated outlets these rows (in the table's order) are.
pub fn totals(table: &Table, rows: impl Iterator<Item = usize>) -> Totals {
    let mut totals = Totals::default();
    let mut outlets = OrderedSet::new();
    let mut last = None;
    for row in rows {
        let place = table.places[row];
        totals.statements += 1;
        totals.sentences += u32::from(last != Some(place));
        if last.is_none_or(|l| l.article != place.article) {
            totals.articles += 1;
            match table.outlets.get(place.article as usize).copied().flatten() {
                Some(outlet) => drop(outlets.insert(outlet)),
                None => totals.bare += 1,
            }
        }
        last = Some(place);
    }
    totals.outlets = outlets.len() as u32;
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{
        filter::{Choice, View},
        table::Place,
    };
    use proptest::{
        collection::{btree_map, btree_set, vec},
        option,
        prelude::*,
        sample::select,
    };

    type Cells = Vec<OrderedSet<u8>>;

    fn slug(value: u8) -> String {
        format!("v{value}")
    }

    fn filters() -> impl Strategy<Value = Filter> {
        let choice = (btree_set(0u8..7, 0..3), btree_set(0u8..7, 0..2)).prop_map(|(include, exclude)| Choice {
            include: include.difference(&exclude).map(|v| slug(*v)).collect(),
            exclude: exclude.into_iter().map(slug).collect(),
        });
        let facets = btree_map(select(Facet::ALL.to_vec()), choice, 0..4);
        let day = option::of((0i32..10).prop_map(Day));
        let all = btree_set(select(vec![Facet::Source, Facet::Topic]), 0..2);
        let unit = select(Unit::ALL.to_vec());
        let page = (select(vec![View::Statements, View::Actors, View::Topics]), option::of((0u8..7).prop_map(slug)));
        let all = (facets, (day.clone(), day), any::<bool>(), all, unit, page);
        all.prop_map(|(facets, date, undated, all, unit, (view, item))| Filter {
            view,
            item,
            facets: facets.into_iter().collect(),
            date,
            undated,
            all: all.into_iter().collect(),
            unit,
            ..Filter::default()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        /// The pass with bits against counting each value by itself, criterion by criterion.
        #[test]
        fn counts_are_those_of_brute_force(
            rows in vec(
                ((0u32..4, 0u32..3), vec(btree_set(0u8..6, 0..3), Facet::ALL.len()), option::of((0i32..10, 0i32..3)), any::<bool>()),
                0..25,
            ),
            outlets in vec(option::of(0u32..2), 4),
            filter in filters(),
            searched in any::<bool>(),
        ) {
            let mut rows = rows;
            rows.sort_by_key(|r| r.0);
            let mut table = Table { outlets: outlets.clone(), ..Table::default() };
            let mut cells: Vec<Cells> = Vec::new();
            for ((article, sentence), values, days, _) in &rows {
                for (column, values) in table.columns.iter_mut().zip(values) {
                    column.push(values.iter().map(|v| (slug(*v), slug(*v))));
                }
                table.places.push(Place { article: *article, sentence: *sentence });
                table.days.push(days.map(|(first, length)| (Day(first), Day(first + length))));
                cells.push(values.iter().map(|values| values.iter().copied().collect()).collect());
            }
            let found: Vec<bool> = rows.iter().map(|r| r.3).collect();
            let tally = Tally::of(&table, &filter, searched.then_some(&found));

            let known = |facet: Facet, s: &str| cells.iter().any(|c| c[facet as usize].iter().any(|v| slug(*v) == s));
            let item = filter.item.clone().unwrap_or_default();
            let page: &[Facet] = match filter.view {
                View::Actors => &[Facet::Source, Facet::Addressee, Facet::Via],
                View::Topics => &[Facet::Topic],
                _ => &[],
            };
            let of_page = |row: usize| {
                filter.item.is_none()
                    || page.is_empty()
                    || page.iter().any(|f| cells[row][*f as usize].iter().any(|v| slug(*v) == item))
            };
            let passes = |row: usize, ignored: Option<Facet>| {
                let facets = filter.facets.iter().all(|(facet, choice)| {
                    let has = |s: &String| cells[row][*facet as usize].iter().any(|v| slug(*v) == *s);
                    let include: Vec<&String> = choice.include.iter().filter(|s| known(*facet, s)).collect();
                    let wanted = include.is_empty()
                        || if filter.all.contains(facet) { include.into_iter().all(has) } else { include.into_iter().any(has) };
                    Some(*facet) == ignored || wanted && !choice.exclude.iter().any(has)
                });
                let (mut first, mut last) = (filter.date.0.map_or(-99, |d| d.0), filter.date.1.map_or(99, |d| d.0));
                if first > last {
                    std::mem::swap(&mut first, &mut last);
                }
                let dated = filter.date == (None, None)
                    || filter.undated && table.days[row].is_none()
                    || (first..=last).any(|d| table.days[row].is_some_and(|(a, b)| a.0 <= d && d <= b.0));
                facets && dated && (!searched || found[row]) && of_page(row)
            };
            let count = |rows: &[usize]| -> u32 {
                let place = |r: usize| table.places[r];
                match filter.unit {
                    Unit::Statements => rows.len() as u32,
                    Unit::Sentences => rows.iter().map(|r| place(*r)).collect::<OrderedSet<_>>().len() as u32,
                    Unit::Articles => rows.iter().map(|r| place(*r).article).collect::<OrderedSet<_>>().len() as u32,
                    Unit::Outlets => {
                        rows.iter().filter_map(|r| outlets[place(*r).article as usize]).collect::<OrderedSet<_>>().len() as u32
                    }
                }
            };
            let shown: Vec<usize> = (0..rows.len()).filter(|r| passes(*r, None)).collect();
            prop_assert_eq!(tally.shown(), shown.clone());
            let (first, last) = match filter.date {
                (Some(a), Some(b)) => (a.min(b).0, a.max(b).0),
                (a, b) => (a.map_or(-99, |d| d.0), b.map_or(99, |d| d.0)),
            };
            let inside = |r: &usize| table.days[*r].is_none_or(|(a, b)| first <= a.0 && b.0 <= last);
            prop_assert_eq!(tally.wider() as usize, shown.len() - shown.iter().filter(|r| inside(r)).count());
            let totals = tally.totals();
            let places: OrderedSet<Place> = shown.iter().map(|r| table.places[*r]).collect();
            let articles: OrderedSet<u32> = places.iter().map(|p| p.article).collect();
            let stated: OrderedSet<u32> = articles.iter().filter_map(|a| outlets[*a as usize]).collect();
            prop_assert_eq!(totals.statements as usize, shown.len());
            prop_assert_eq!((totals.sentences as usize, totals.articles as usize), (places.len(), articles.len()));
            prop_assert_eq!(totals.outlets as usize, stated.len());
            for facet in Facet::ALL {
                let open: Vec<usize> = (0..rows.len()).filter(|r| passes(*r, Some(facet))).collect();
                let mut expected: OrderedMap<String, u32> = OrderedMap::new();
                for value in 0..6u8 {
                    let with: Vec<usize> =
                        open.iter().copied().filter(|r| cells[*r][facet as usize].contains(&value)).collect();
                    let chosen = filter.facets.get(&facet)
                        .is_some_and(|c| c.include.contains(&slug(value)) || c.exclude.contains(&slug(value)));
                    let n = count(&with);
                    if !with.is_empty() || chosen && known(facet, &slug(value)) {
                        expected.insert(slug(value), n);
                    }
                }
                let counted: OrderedMap<String, u32> =
                    tally.facet(facet).values.into_iter().map(|v| (v.slug, v.count)).collect();
                prop_assert_eq!(counted, expected, "{:?}", facet);
            }
            let alone = |key: &str| {
                let Some(facet) = Facet::of_key(key) else { return key == "date" || (0..rows.len()).all(|r| !found[r]) };
                let only = Filter {
                    facets: filter.facets.iter().filter(|(f, _)| **f == facet).map(|(f, c)| (*f, c.clone())).collect(),
                    all: filter.all.clone(),
                    ..Filter::default()
                };
                Tally::of(&table, &only, None).totals().statements == 0
            };
            prop_assert!(tally.barren().iter().all(|key| alone(key)));
            for loosening in tally.loosen() {
                let ignored = Facet::of_key(&loosening.key);
                if ignored.is_some() {
                    let n = (0..rows.len()).filter(|r| passes(*r, ignored)).count();
                    prop_assert_eq!(loosening.statements as usize, n);
                }
            }
        }
    }
}
