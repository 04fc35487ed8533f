//! The words by which the lines of a page are told apart, in groups.

use std::sync::LazyLock;

/// (group, words), sorted.
static WORDS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../data/zone-words.txt").lines().filter(|l| !l.starts_with('#'));
    let mut words: Vec<_> = lines.filter_map(|l| l.split_once('\t')).collect();
    words.sort_unstable();
    words
});

/// Whether folded words stand in a group.
pub fn is(group: &str, words: &str) -> bool {
    WORDS.binary_search(&(group, words)).is_ok()
}

/// All words of a group.
pub fn all(group: &str) -> impl Iterator<Item = &'static str> + '_ {
    let start = WORDS.partition_point(|w| w.0 < group);
    WORDS[start..].iter().take_while(move |w| w.0 == group).map(|w| w.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_told_apart_and_folded() {
        assert!(is("stamp", "january") && !is("tool", "january") && is("tool", "share"));
        assert!(all("pictured").any(|w| w == "seen here") && all("none").next().is_none());
        for (_, words) in WORDS.iter() {
            assert_eq!(super::super::shape::key(words), *words, "{words}");
        }
    }
}
