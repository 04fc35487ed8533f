//! A pocket: a small corpus as the page carries it with it, the facets of every statement and its row. Filters are answered
//! from it where they are made; what it cannot answer, a search for one, the worker is asked.

use super::{
    answer::{Answer, Row},
    archive::{Archive, sorted},
    filter::{Facet, Filter},
    table::Table,
    tally::Tally,
};
use serde::{Deserialize, Serialize};

/// So many statements are carried at most: about a megabyte.
const MOST: usize = 1_000;

/// The facets of every statement, and its row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pocket {
    table: Table,
    rows: Vec<Row>,
}

impl Archive {
    /// What the page carries of it; `None` where that were too much, or not all is read.
    pub fn pocket(&self) -> Option<Pocket> {
        let fits = self.rows.len() <= MOST && self.partly.is_none() && self.table.elsewhere.is_empty();
        let rows = || self.laid_rows(&(0..self.rows.len()).collect::<Vec<_>>(), &|_| Vec::new());
        fits.then(|| Pocket { table: self.table.clone(), rows: rows() })
    }
}

impl Pocket {
    /// Answers as [`Archive::ask`] does; `false` = all but the sentences of an act, a topic or a place that no statement covers,
    /// which are found in the texts. `None` where all of it is.
    pub fn ask(&self, filter: &Filter, offset: u32, window: u32) -> Option<(Answer, bool)> {
        if !filter.q.trim().is_empty() || filter.facets.values().any(|c| !c.include.is_disjoint(&c.exclude)) {
            return None;
        }
        let gaps = |f| filter.facets.get(f).is_some_and(|c| !c.include.is_empty());
        let whole = ![Facet::Act, Facet::Topic, Facet::Zone, Facet::Quality].iter().any(gaps);
        let tally = Tally::of(&self.table, filter, None);
        // It may be a name of another day.
        let named = |f: &Facet| filter.item.as_ref().is_none_or(|item| self.table.column(*f).number(item).is_some());
        if !tally.unknown.is_empty() || !filter.page().is_empty() && !filter.page().iter().any(named) {
            return None;
        }
        let row = |number: usize| self.rows.get(number);
        let shown = sorted(&self.table, tally.shown(), filter.sort, &|number| row(number).map(|r| r.act));
        let answer = tally.answer(&|number| row(number).and_then(|r| r.day.clone()));
        let rows = shown.into_iter().skip(offset as usize).take(window as usize);
        let rows = rows.filter_map(row).cloned().collect();
        Some((Answer { rows, offset, unknown: filter.unknown.clone(), ..answer }, whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::day::Day,
        query::{
            filter::{Choice, Sort, Unit, View},
            sample,
        },
        text::packed,
    };
    use proptest::{collection::btree_set, option, prelude::*, sample::select};

    #[test]
    fn what_needs_the_texts_is_left_to_who_has_them() {
        let pocket = sample::tankers().pocket().unwrap();
        let chosen = |facet, slug: &str| {
            let choice = Choice { include: [slug.to_string()].into(), ..Choice::default() };
            Filter { facets: [(facet, choice)].into(), ..Filter::default() }
        };
        let search = Filter { q: "tanker".into(), ..Filter::default() };
        for filter in [search, chosen(Facet::Source, "reza-sultani")] {
            assert!(pocket.ask(&filter, 0, 50).is_none(), "{filter:?}");
        }
        assert!(pocket.ask(&chosen(Facet::Topic, "release"), 0, 50).is_some_and(|(_, whole)| !whole));
        assert!(
            pocket
                .ask(&chosen(Facet::Outlet, "le-soir"), 0, 50)
                .is_some_and(|(a, whole)| whole && a.totals.statements == 2)
        );
    }

    proptest! {
        /// Wherever the page answers for itself, it says what the worker would.
        #[test]
        fn the_page_answers_as_the_worker_does(
            facets in proptest::collection::btree_map(
                (select(Facet::ALL.to_vec()), 0usize..4, 0usize..4, any::<bool>()),
                any::<bool>(),
                0..4,
            ),
            days in (option::of(0i32..8), option::of(0i32..8), any::<bool>()),
            all in btree_set(select(vec![Facet::Source, Facet::Addressee]), 0..2),
            sort in select(Sort::LIST.to_vec()),
            unit in select(Unit::ALL.to_vec()),
            (offset, window) in (0u32..6, 1u32..6),
            (view, item) in (select(vec![View::Statements, View::Actors, View::Topics]), option::of(0usize..5)),
        ) {
            let archive = sample::tankers();
            let mut filter = Filter { all: all.into_iter().collect(), sort, unit, undated: days.2, ..Filter::default() };
            let day = |d: i32| Day::new(2019, 7, 18 + d as u32).unwrap();
            filter.date = (days.0.map(day), days.1.map(day));
            let of = if view == View::Topics { Facet::Topic } else { Facet::Source };
            filter.view = view;
            filter.item = item.map(|at| archive.table.column(of).values.get(at).map_or_else(|| "nobody".into(), |v| v.0.clone()));
            for ((facet, first, second, two), out) in facets.into_keys().map(|k| (k, k.3)) {
                let values = &archive.table.column(facet).values;
                let choice = filter.facets.entry(facet).or_default();
                for at in [Some(first), two.then_some(second)].into_iter().flatten() {
                    let slug = values.get(at).map_or_else(|| "nobody".to_string(), |v| v.0.clone());
                    if out && at == second { choice.exclude.insert(slug) } else { choice.include.insert(slug) };
                }
            }
            let pocket: Pocket = packed::read(&packed::write(&archive.pocket().unwrap())).unwrap();
            if let Some((answer, whole)) = pocket.ask(&filter, offset, window) {
                let mut expected = archive.ask(&filter, offset, window);
                if !whole {
                    let hits = (std::mem::take(&mut expected.hits), expected.hits_total);
                    prop_assert_eq!(archive.gaps(&filter), hits);
                    (expected.hits, expected.hits_total) = Default::default();
                }
                prop_assert_eq!(answer, expected);
            }
        }
    }
}
