//! The words by which the lines of a page are told apart, in groups.

use crate::text::sieve::Sieve;
use std::sync::LazyLock;

/// The groups, and for each word a bit for each group that it stands in: most words stand in none, and are looked up
/// for several.
struct Words {
    groups: Vec<&'static str>,
    of: Sieve<u32>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut groups, mut of) = (Vec::new(), Sieve::default());
    for (group, word) in rows() {
        if !groups.contains(&group) {
            groups.push(group);
        }
        *of.or_insert(word, 0) |= bit(&groups, group);
    }
    Words { groups, of }
});

fn bit(groups: &[&str], group: &str) -> u32 {
    groups.iter().position(|g| *g == group).map_or(0, |at| 1u32.checked_shl(at as u32).unwrap_or_default())
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../data/zone-words.txt").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|l| l.split_once('\t'))
}

/// Whether folded words stand in a group.
pub fn is(group: &str, words: &str) -> bool {
    WORDS.of.get(words).is_some_and(|groups| groups & bit(&WORDS.groups, group) != 0)
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
        assert!(WORDS.groups.len() <= 32, "a bit for each");
        assert!(is("stamp", "january") && !is("tool", "january") && is("tool", "share"));
        assert!(all("pictured").any(|w| w == "seen here") && all("none").next().is_none());
        for (_, words) in rows() {
            assert_eq!(super::super::shape::key(words), words, "{words}");
        }
    }
}
