//! What a figure counts, so that figures about the same kind of thing can be compared.

use super::rows;
use crate::text::lower::Lower;
use crate::text::sieve::Sieve;
use crate::text::term::terms;
use std::sync::LazyLock;

static KINDS: LazyLock<Sieve<&str>> = LazyLock::new(|| {
    rows(include_str!("data/counted.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .flat_map(|(kind, words)| words.split_whitespace().map(move |w| (w, kind)))
        .collect()
});

/// Units that measure anything: two such figures need not be about the same thing.
static MEASURES: LazyLock<Vec<&str>> =
    LazyLock::new(|| rows(include_str!("data/measures.txt")).flat_map(str::split_whitespace).collect());

/// Whether this is a kind of thing whose figures can be compared, by the list of kinds.
pub fn is_kind(counted: &str) -> bool {
    KINDS.values().contains(&counted)
}

/// The kind of thing that is counted, by its unit, else by the phrase around it, else by what follows ("13,000 have been
/// killed"); empty where nothing tells, and for measures and money.
pub fn counted(unit: &str, phrase: &str, after: &str) -> String {
    let unit = unit.lower();
    let kind = |words: &[String]| words.iter().find_map(|w| KINDS.get(w.as_str())).map(|k| k.to_string());
    // So many a day are not so many.
    let measure = unit.split(' ').any(|word| word == "per" || MEASURES.contains(&word))
        || unit.len() == 3 && !KINDS.has(unit.as_str());
    if measure {
        return String::new();
    }
    if let Some(kind) = KINDS.get(unit.as_str()) {
        return kind.to_string();
    }
    let phrase_kind = kind(&terms(phrase));
    if let (Some(kind), true) = (&phrase_kind, unit.is_empty() || !phrase.is_empty()) {
        return kind.clone();
    }
    let mut next = terms(after);
    next.truncate(6);
    if unit.is_empty() || unit == "people" || unit == "persons" {
        return kind(&next).unwrap_or(if unit.is_empty() { unit } else { "people".to_string() });
    }
    // "Four sailors were injured": so many are hurt, whoever they are.
    next.truncate(3);
    let suffered = next.first().is_some_and(|w| matches!(w.as_str(), "were" | "was" | "have" | "had"));
    kind(&next).filter(|_| suffered).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_one_name() {
        for (unit, phrase, after, expected) in [
            ("troops", "up to 90,000 troops", "to the border", "soldiers"),
            ("personnel", "military personnel", "", "soldiers"),
            ("", "At least 13,000", " have been killed and over two million have been displaced", "killed"),
            ("people", "40 people", " were wounded", "wounded"),
            ("people", "40 people", " live there", "people"),
            ("persons", "26 persons", " were on board", "people"),
            ("minutes", "30 minutes", "", ""),
            ("USD", "2 billion dollars", "", ""),
            ("islands", "five islands", "", "islands"),
            ("sailors", "Four sailors", " were slightly injured", "wounded"),
            ("sailors", "Four sailors", " sang for the wounded", "sailors"),
        ] {
            assert_eq!(counted(unit, phrase, after), expected, "{unit} {phrase} {after}");
        }
    }
}
