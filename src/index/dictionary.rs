//! The dictionary: sorted terms, front-coded in blocks of sixteen, and what finds a mistyped one.
//!
//! ```text
//! block:  length varint, first term · 15 × (shared with the one before varint, length of the rest varint, rest)
//! ```

use super::pack::{push_varint, take_varint, u32_at};
use std::{cmp::Ordering, ops::Range};

/// How many terms a block holds.
const TERMS: usize = 16;
/// How many near words a search falls back on at most.
pub const NEAREST: usize = 8;

/// The sections of a dictionary, to be written.
#[derive(Default)]
pub struct DictionaryWriter {
    /// Where each block starts, and one past the last.
    pub heads: Vec<u8>,
    /// The front-coded terms.
    pub spellings: Vec<u8>,
    /// One bit for each letter.
    pub letters: Vec<u8>,
    /// Letters, counted.
    pub sizes: Vec<u8>,
    last: String,
}

impl DictionaryWriter {
    /// Adds a term, greater than the one before.
    pub fn push(&mut self, term: &str) {
        if self.sizes.len().is_multiple_of(TERMS) {
            self.heads.extend((self.spellings.len() as u32).to_le_bytes());
            push_varint(term.len() as u32, &mut self.spellings);
            self.spellings.extend(term.as_bytes());
        } else {
            let shared = self.last.bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
            push_varint(shared as u32, &mut self.spellings);
            push_varint((term.len() - shared) as u32, &mut self.spellings);
            self.spellings.extend(&term.as_bytes()[shared..]);
        }
        self.letters.extend(letters(term).to_le_bytes());
        self.sizes.push(term.chars().count().min(255) as u8);
        self.last.clear();
        self.last.push_str(term);
    }

    /// Closes the last block.
    pub fn finish(&mut self) {
        self.heads.extend((self.spellings.len() as u32).to_le_bytes());
    }
}

/// The letters of a word as bits; a change of one letter changes two of them at most.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 32))
}

/// The dictionary of an index, where it lies.
#[derive(Clone, Copy)]
pub struct Dictionary<'a> {
    /// See [`DictionaryWriter::heads`].
    pub heads: &'a [u8],
    /// See [`DictionaryWriter::spellings`].
    pub spellings: &'a [u8],
    /// See [`DictionaryWriter::letters`].
    pub letters: &'a [u8],
    /// See [`DictionaryWriter::sizes`].
    pub sizes: &'a [u8],
}

impl<'a> Dictionary<'a> {
    /// How many terms there are.
    pub fn len(self) -> u32 {
        self.sizes.len() as u32
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.sizes.is_empty()
    }

    /// The number of a term.
    pub fn find(self, term: &str) -> Option<u32> {
        match self.search(term.as_bytes()) {
            (n, true) => Some(n),
            _ => None,
        }
    }

    /// The numbers of the terms that begin so.
    pub fn starting(self, prefix: &str) -> Range<u32> {
        let first = self.search(prefix.as_bytes()).0;
        // No UTF-8 holds this byte: it is behind every term that goes on.
        let mut behind = prefix.as_bytes().to_vec();
        behind.push(0xFF);
        first..self.search(&behind).0.max(first)
    }

    /// The first term that is not less, and whether it is the one.
    fn search(self, wanted: &[u8]) -> (u32, bool) {
        let blocks = self.sizes.len().div_ceil(TERMS);
        let (mut low, mut high) = (0, blocks);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.head(middle) <= wanted { low = middle + 1 } else { high = middle }
        }
        let Some(block) = low.checked_sub(1) else { return (0, false) };
        let mut order = Ordering::Less;
        let mut n = (block * TERMS) as u32;
        self.walk(block, |term| {
            order = term.cmp(wanted);
            if order == Ordering::Less {
                n += 1;
            }
            order == Ordering::Less
        });
        (n, order == Ordering::Equal)
    }

    /// The first term of a block.
    fn head(self, block: usize) -> &'a [u8] {
        let mut rest = self.block(block);
        let length = take_varint(&mut rest) as usize;
        rest.get(..length).unwrap_or(rest)
    }

    fn block(self, block: usize) -> &'a [u8] {
        let (start, end) = (u32_at(self.heads, block) as usize, u32_at(self.heads, block + 1) as usize);
        self.spellings.get(start..end).unwrap_or_default()
    }

    /// Calls `take` with the terms of a block until it says no.
    fn walk(self, block: usize, mut take: impl FnMut(&[u8]) -> bool) {
        let mut rest = self.block(block);
        let mut term: Vec<u8> = Vec::with_capacity(32);
        for n in 0..TERMS.min(self.sizes.len().saturating_sub(block * TERMS)) {
            let shared = if n == 0 { 0 } else { take_varint(&mut rest) as usize };
            let length = (take_varint(&mut rest) as usize).min(rest.len());
            let (own, behind) = rest.split_at(length);
            rest = behind;
            term.truncate(shared);
            term.extend(own);
            if !take(&term) {
                return;
            }
        }
    }

    /// A term by its number.
    pub fn term(self, number: u32) -> String {
        let (block, mut left) = (number as usize / TERMS, number as usize % TERMS);
        let mut found = String::new();
        self.walk(block, |term| {
            if left == 0 {
                found = String::from_utf8_lossy(term).into_owned();
            }
            left = left.wrapping_sub(1);
            left < TERMS
        });
        found
    }

    /// The terms nearest to a mistyped word: one change in short words, two in long ones, none in very short ones.
    pub fn nearest(self, word: &str) -> Vec<u32> {
        let size = word.chars().count();
        let Some(most) = most_changes(size) else { return Vec::new() };
        if word.chars().any(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        let (own, mut best) = (letters(word), most);
        let mut found = Vec::new();
        // A change takes away one letter at most, and brings one at most.
        let near = |(n, (size_of, four)): (usize, (&u8, &[u8; 4]))| {
            let theirs = u32::from_le_bytes(*four);
            let changed = (theirs & !own).count_ones().max((own & !theirs).count_ones()) as usize;
            (usize::from(*size_of).abs_diff(size.min(255)) <= most && changed <= most).then_some(n as u32)
        };
        let mut changes = Changes::of(word);
        for n in self.sizes.iter().zip(self.letters.as_chunks::<4>().0).enumerate().filter_map(near) {
            let Some(distance) = changes.to(&self.term(n), best) else { continue };
            if distance < best {
                best = distance;
                found.clear();
            }
            found.push(n);
        }
        found.truncate(NEAREST);
        found
    }
}

/// How many changes a slip in a word of so many letters has at most; `None` = so short a word is taken as it stands.
pub fn most_changes(size: usize) -> Option<usize> {
    match size {
        0..4 => None,
        4..8 => Some(1),
        _ => Some(2),
    }
}

/// Counts the changes from one word to others: letters added, taken away, replaced, or neighbours swapped (as
/// `strsim::osa_distance` does, but it stops where there are too many).
struct Changes {
    word: Vec<char>,
    other: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl Changes {
    fn of(word: &str) -> Self {
        let word: Vec<char> = word.chars().collect();
        let row = vec![0; word.len() + 1];
        Changes { word, other: Vec::new(), rows: [row.clone(), row.clone(), row] }
    }

    /// How many changes lead to another word; `None` = more than `most`.
    fn to(&mut self, other: &str, most: usize) -> Option<usize> {
        self.other.clear();
        self.other.extend(other.chars());
        let [above, last, row] = &mut self.rows;
        (0..).zip(last.iter_mut()).for_each(|(n, cell)| *cell = n);
        for (i, c) in self.other.iter().enumerate() {
            row[0] = i + 1;
            let mut least = i + 1;
            for (j, d) in self.word.iter().enumerate() {
                let mut changes = (last[j] + usize::from(c != d)).min(last[j + 1] + 1).min(row[j] + 1);
                if i > 0 && j > 0 && *c == self.word[j - 1] && self.other[i - 1] == *d {
                    changes = changes.min(above[j - 1] + 1);
                }
                row[j + 1] = changes;
                least = least.min(changes);
            }
            // A swap reaches one row further back.
            if least > most && last.iter().all(|changes| *changes > most) {
                return None;
            }
            std::mem::swap(above, last);
            std::mem::swap(last, row);
        }
        last.last().copied().filter(|changes| *changes <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn written(terms: &BTreeSet<String>) -> DictionaryWriter {
        let mut writer = DictionaryWriter::default();
        terms.iter().for_each(|t| writer.push(t));
        writer.finish();
        writer
    }

    fn of(w: &DictionaryWriter) -> Dictionary<'_> {
        Dictionary { heads: &w.heads, spellings: &w.spellings, letters: &w.letters, sizes: &w.sizes }
    }

    #[test]
    fn the_nearest_word() {
        let words = ["sanction", "sanctions", "sanctuary", "talks", "talk", "tanks", "k-9"].map(String::from);
        let writer = written(&words.into());
        let dictionary = of(&writer);
        let near = |w| dictionary.nearest(w).into_iter().map(|n| dictionary.term(n)).collect::<Vec<_>>();
        assert_eq!(near("sactions"), ["sanctions"]);
        assert_eq!(near("talsk"), ["talk", "talks"]);
        assert_eq!(near("tal"), [""; 0]);
        assert_eq!(near("sanctoins"), ["sanctions"]);
    }

    proptest! {
        #[test]
        fn every_term_is_found(terms in proptest::collection::btree_set("[a-dé]{1,5}", 0..120), asked in "[a-dé]{0,4}") {
            let writer = written(&terms);
            let dictionary = of(&writer);
            let list: Vec<&String> = terms.iter().collect();
            for (n, term) in list.iter().enumerate() {
                prop_assert_eq!(dictionary.find(term), Some(n as u32));
                prop_assert_eq!(&dictionary.term(n as u32), *term);
            }
            prop_assert_eq!(dictionary.find(&asked).is_some(), terms.contains(&asked));
            let range = dictionary.starting(&asked);
            let expected: Vec<u32> = (0..).zip(&list).filter(|(_, t)| t.starts_with(&asked)).map(|(n, _)| n).collect();
            prop_assert_eq!(range.collect::<Vec<_>>(), expected);
        }

        #[test]
        fn the_quick_sieve_loses_no_near_word(terms in proptest::collection::btree_set("[a-f]{3,10}", 1..80), asked in "[a-f]{4,10}") {
            let writer = written(&terms);
            let most = if asked.len() < 8 { 1 } else { 2 };
            let best = terms.iter().map(|t| strsim::osa_distance(t, &asked)).min().unwrap_or(9);
            let expected: Vec<u32> =
                (0..).zip(&terms).filter(|(_, t)| best <= most && strsim::osa_distance(t, &asked) == best).map(|(n, _)| n).take(NEAREST).collect();
            prop_assert_eq!(of(&writer).nearest(&asked), expected);
        }

        #[test]
        fn damaged_spellings_never_panic(heads in proptest::collection::vec(any::<u8>(), 0..40), spellings in proptest::collection::vec(any::<u8>(), 0..90)) {
            let dictionary = Dictionary { heads: &heads, spellings: &spellings, letters: &spellings, sizes: &spellings };
            dictionary.find("abc");
            dictionary.starting("ab");
            dictionary.nearest("abcdefgh");
        }
    }
}
