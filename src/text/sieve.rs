//! A list of words that is asked for every word of a text: most words stand in no list, and are told by their length and
//! three of their letters, without being hashed.

use rustc_hash::FxHashMap;

/// So many places has a sieve: a power of two.
const PLACES: usize = 1 << 12;

/// What stands in a list beside each of its words.
pub struct Sieve<V> {
    /// A bit for each place that a word of the list has.
    taken: [u64; PLACES / 64],
    words: FxHashMap<&'static str, V>,
}

impl<V> Sieve<V> {
    /// A place of many words: those of one length with the same first, last and middle letters.
    #[inline(always)]
    fn place(word: &str) -> usize {
        let bytes = word.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return 0 };
        let middle = bytes.get(bytes.len() / 2).copied().unwrap_or_default();
        (usize::from(*first) * 31 + usize::from(*last) * 67 + usize::from(middle) * 5 + bytes.len() * 257) % PLACES
    }

    /// What stands beside a word, if it is in the list.
    pub fn get(&self, word: &str) -> Option<&V> {
        let place = Self::place(word);
        if self.taken[place / 64] >> (place % 64) & 1 == 0 { None } else { self.words.get(word) }
    }

    /// Whether a word is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

impl<V> FromIterator<(&'static str, V)> for Sieve<V> {
    fn from_iter<I: IntoIterator<Item = (&'static str, V)>>(rows: I) -> Self {
        let mut sieve = Sieve { taken: [0; PLACES / 64], words: FxHashMap::default() };
        for (word, value) in rows {
            let place = Self::place(word);
            sieve.taken[place / 64] |= 1 << (place % 64);
            sieve.words.insert(word, value);
        }
        sieve
    }
}

impl FromIterator<&'static str> for Sieve<()> {
    fn from_iter<I: IntoIterator<Item = &'static str>>(words: I) -> Self {
        words.into_iter().map(|word| (word, ())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_sieve_holds_what_its_list_holds(word in "[a-c]{0,4}|\\PC{0,3}") {
            const LIST: [&str; 6] = ["a", "ab", "abc", "cab", "é", ""];
            let sieve: Sieve<()> = LIST.into_iter().collect();
            prop_assert_eq!(sieve.has(&word), LIST.contains(&word.as_str()));
        }
    }
}
