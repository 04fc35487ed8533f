//! Units, currencies, and the words that bound an amount or make it a name.

use crate::text::order::Order;
use crate::text::ordered::OrderedMap;
use crate::text::sieve::Sieve;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// How a figure bounds the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// Just the number.
    Exact,
    /// "about", "nearly", "some".
    About,
    /// "more than", "at least", "tens of thousands".
    AtLeast,
    /// "up to", "at most".
    AtMost,
    /// "between 5 and 10".
    Between,
}

/// A phrase in words of lower case, and what it means.
type Phrases<T> = Sieve<Vec<(Vec<&'static str>, T)>>;

/// A unit's canonical plural and whether it measures time, by a form in lower case.
pub fn unit(form: &str) -> Option<(&'static str, bool)> {
    static UNITS: LazyLock<Sieve<(&str, bool)>> = LazyLock::new(|| {
        let mut units = Vec::new();
        for row in super::rows(include_str!("data/units.tsv")) {
            let mut cells = row.split('\t');
            if let (Some(name), Some(sort), Some(forms)) = (cells.next(), cells.next(), cells.next()) {
                units.extend(forms.split(' ').map(|form| (form, (name, sort == "time"))));
            }
        }
        units.into_iter().collect()
    });
    UNITS.get(form).copied()
}

/// Currencies by the first word of a form, the longest forms first.
pub fn currencies() -> &'static Phrases<&'static str> {
    static CURRENCIES: LazyLock<Phrases<&str>> = LazyLock::new(|| {
        let rows = super::rows(include_str!("data/currencies.tsv")).filter_map(|row| row.split_once('\t'));
        phrases(rows.map(|(code, forms)| (forms, code)), |words| words.first().copied())
    });
    &CURRENCIES
}

/// Phrases that bound the number after them, by their last word.
pub fn bounds_before() -> &'static Phrases<Bound> {
    static BOUNDS: LazyLock<Phrases<Bound>> =
        LazyLock::new(|| phrases(bounds("before"), |words| words.last().copied()));
    &BOUNDS
}

/// Phrases that bound the number before them, by their first word.
pub fn bounds_after() -> &'static Phrases<Bound> {
    static BOUNDS: LazyLock<Phrases<Bound>> =
        LazyLock::new(|| phrases(bounds("after"), |words| words.first().copied()));
    &BOUNDS
}

/// Whether a number after this word is a name ("Resolution 1701").
pub fn is_label(word: &str) -> bool {
    static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| super::sorted_words(include_str!("data/unit-labels.tsv")));
    LABELS.binary_search(&word).is_ok()
}

/// Whether this is said of people only ("killed").
pub fn is_of_people(word: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| super::sorted_words(include_str!("data/unit-people.tsv")));
    WORDS.binary_search(&word).is_ok()
}

fn bounds(wanted: &'static str) -> impl Iterator<Item = (&'static str, Bound)> {
    super::rows(include_str!("data/unit-bounds.tsv")).filter_map(move |row| {
        let mut cells = row.split('\t');
        let bound = match cells.next()? {
            "at-least" => Bound::AtLeast,
            "at-most" => Bound::AtMost,
            _ => Bound::About,
        };
        (cells.next()? == wanted).then_some((cells.next()?, bound))
    })
}

fn phrases<T: Copy>(
    rows: impl Iterator<Item = (&'static str, T)>,
    key: impl Fn(&[&'static str]) -> Option<&'static str>,
) -> Phrases<T> {
    let mut found: OrderedMap<_, Vec<(Vec<_>, T)>> = OrderedMap::new();
    for (forms, value) in rows {
        for form in forms.split('|') {
            let words: Vec<&str> = form.split(' ').collect();
            if let Some(key) = key(&words) {
                found.entry(key).or_default().push((words, value));
            }
        }
    }
    for list in found.values_mut() {
        list.order_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        assert_eq!(unit("km"), Some(("kilometers", false)));
        assert_eq!(unit("hour"), Some(("hours", true)));
        assert_eq!(
            currencies().get("us").and_then(|found| found.first()).map(|(words, code)| (words.len(), *code)),
            Some((2, "USD"))
        );
        assert!(
            bounds_before().get("than").is_some_and(|all| all.iter().filter(|(_, b)| *b == Bound::AtMost).count() > 3)
        );
        assert!(bounds_after().has("or") && is_label("resolution") && is_of_people("killed"));
    }
}
