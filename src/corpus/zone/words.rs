//! The words by which the lines of a page are told apart, in groups.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// (group, words).
static WORDS: LazyLock<FxHashSet<(&str, &str)>> = LazyLock::new(|| rows().collect());

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../data/zone-words.txt").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|l| l.split_once('\t'))
}

/// Whether folded words stand in a group.
pub fn is(group: &str, words: &str) -> bool {
    WORDS.contains(&(group, words))
}

/// All words of a group; reads the whole list.
pub fn all(group: &str) -> impl Iterator<Item = &'static str> + '_ {
    rows().filter(move |row| row.0 == group).map(|row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_apart_and_folded() {
        assert!(is("stamp", "january") && !is("tool", "january") && is("tool", "share"));
        assert!(all("pictured").any(|w| w == "seen here") && all("none").next().is_none());
        for (_, words) in rows() {
            assert_eq!(super::super::shape::key(words), words, "{words}");
        }
    }
}
