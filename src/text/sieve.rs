//! A list of words that is asked for every word of a text: most words stand in no list, and are told by their length and
//! three of their letters, without being hashed.

use rustc_hash::FxHashMap;

/// The numbers of words that are met one by one: one kind of table, whatever is numbered.
pub type Numbers = FxHashMap<Box<str>, u32>;

/// So many places has a sieve: a power of two.
const PLACES: usize = 1 << 12;

/// What stands in a list beside each of its words. Whatever it is, the words are looked up by the same code: for every kind
/// of it a hash table of its own would be some kilobytes of program.
#[derive(Clone, Debug)]
pub struct Sieve<V> {
    words: Words,
    values: Vec<V>,
}

/// The words of a list, in the order in which they came.
#[derive(Clone, Debug)]
struct Words {
    /// A bit for each place that a word of the list has.
    taken: [u64; PLACES / 64],
    numbers: FxHashMap<&'static str, u32>,
}

impl Words {
    /// A place of many words: those of one length with the same first, last and middle letters.
    #[inline(always)]
    fn place(word: &str) -> usize {
        let bytes = word.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return 0 };
        let middle = bytes.get(bytes.len() / 2).copied().unwrap_or_default();
        (usize::from(*first) * 31 + usize::from(*last) * 67 + usize::from(middle) * 5 + bytes.len() * 257) % PLACES
    }

    /// The number of a word, if it is in the list.
    #[inline]
    fn number(&self, word: &str) -> Option<usize> {
        let place = Self::place(word);
        if self.taken[place / 64] >> (place % 64) & 1 == 0 { None } else { Some(*self.numbers.get(word)? as usize) }
    }

    /// The number of a word, which is `next` if it is new.
    fn know(&mut self, word: &'static str, next: usize) -> usize {
        let place = Self::place(word);
        self.taken[place / 64] |= 1 << (place % 64);
        *self.numbers.entry(word).or_insert(next as u32) as usize
    }
}

impl<V> Sieve<V> {
    /// A list that will have about so many words.
    pub fn with_room(words: usize) -> Self {
        let mut sieve = Sieve::default();
        sieve.words.numbers.reserve(words);
        sieve
    }

    /// What stands beside a word, if it is in the list.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.values.get(self.words.number(word)?)
    }

    /// Whether a word is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.words.number(word).is_some()
    }

    /// What stands beside a word; `value` if it is new in the list.
    pub fn or_insert(&mut self, word: &'static str, value: V) -> &mut V {
        let at = self.words.know(word, self.values.len());
        if at == self.values.len() {
            self.values.push(value);
        }
        &mut self.values[at]
    }

    /// Puts a value beside a word, instead of what stands there.
    pub fn insert(&mut self, word: &'static str, value: V) {
        let at = self.words.know(word, self.values.len());
        match self.values.get_mut(at) {
            Some(known) => *known = value,
            None => self.values.push(value),
        }
    }

    /// What stands beside all words, in the order in which they came.
    pub fn values(&self) -> &[V] {
        &self.values
    }
}

impl<V> Default for Sieve<V> {
    fn default() -> Self {
        Sieve { words: Words { taken: [0; PLACES / 64], numbers: FxHashMap::default() }, values: Vec::new() }
    }
}

impl<V> FromIterator<(&'static str, V)> for Sieve<V> {
    fn from_iter<I: IntoIterator<Item = (&'static str, V)>>(rows: I) -> Self {
        let mut sieve = Sieve::default();
        rows.into_iter().for_each(|(word, value)| sieve.insert(word, value));
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
