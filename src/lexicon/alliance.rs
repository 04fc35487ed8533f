//! Alliances, unions of states and armed movements: sides that are no states, each with its organs.

use super::rows;
use crate::text::sieve::Sieve;
use std::sync::LazyLock;

/// The side of each body, both by their usual names.
static SIDES: LazyLock<Sieve<&str>> = LazyLock::new(|| bodies().collect());

fn bodies() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = rows(include_str!("data/alliances.tsv")).map(|row| row.split_once('\t').unwrap_or((row, "")));
    lines.flat_map(|(side, organs)| organs.split(';').chain([side]).map(move |body| (body, side)))
}

/// The side that a body is, or is an organ of.
pub fn side_of(body: &str) -> Option<&'static str> {
    SIDES.get(body).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::gazetteer::{Class, gazetteer};

    #[test]
    fn sides_are_bodies_of_the_gazetteer() {
        assert_eq!(side_of("European Commission"), Some("European Union"));
        assert_eq!(side_of("Amnesty International"), None);
        for (body, _) in bodies().filter(|(body, _)| !body.is_empty()) {
            let name = gazetteer().named(body);
            assert!(name.is_some_and(|n| n.class == Class::Body && n.canonical == body), "{body}: {name:?}");
        }
    }
}
