//! Building an index, document by document.

use super::{
    dictionary::DictionaryWriter,
    facet::FacetWriter,
    layout::{self, Head, IndexError},
    pair::Pairs,
    postings::Occurrences,
    rank::{Norms, rounded},
    reader::Index,
};
use crate::{
    corpus::day::Day,
    text::term::{each_term, keys},
};

/// The day of a document without one.
pub const NO_DAY: i32 = i32::MIN;
/// The name of the facet that every index has: the month of a document's day ("2021-12").
pub const MONTH: &str = "month";

/// What a document is besides its words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    /// Its parts, such as headline and text; no phrase runs from one into the next.
    pub parts: &'a [&'a str],
    /// When it was published.
    pub day: Option<Day>,
    /// Its values in each facet, in the order in which [`Writer::new`] named them.
    pub values: &'a [&'a [&'a str]],
    /// Whatever its owner wants back with it: an id, an address.
    pub label: &'a str,
}

/// An index while documents are added.
#[derive(Debug)]
pub struct Writer {
    vocabulary: Vocabulary,
    occurrences: Vec<Occurrences>,
    lengths: Vec<u32>,
    days: Vec<u8>,
    months: FacetWriter,
    facets: Vec<FacetWriter>,
    label_ends: Vec<u8>,
    labels: Vec<u8>,
    pairs: bool,
}

impl Writer {
    /// An index without documents, with these facets besides the months.
    pub fn new(facets: &[&str]) -> Self {
        Writer {
            vocabulary: Vocabulary::default(),
            occurrences: Vec::new(),
            lengths: Vec::new(),
            days: Vec::new(),
            months: FacetWriter::new(MONTH),
            facets: facets.iter().map(|name| FacetWriter::new(name)).collect(),
            label_ends: Vec::new(),
            labels: Vec::new(),
            pairs: true,
        }
    }

    /// Without the pairs of common words, which only phrases need.
    pub fn without_pairs(self) -> Self {
        Writer { pairs: false, ..self }
    }

    /// How many documents were added.
    pub fn len(&self) -> u32 {
        self.lengths.len() as u32
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Adds a document; its number is how many were added before.
    pub fn add(&mut self, document: &Document<'_>) {
        let number = self.len();
        let (mut place, mut length) = (0, 0);
        for part in document.parts {
            each_term(part, |term| {
                if !term.is_empty() {
                    length += 1;
                }
                self.place(term, number, place);
                place += 1;
            });
            // Between two parts stands a word that nobody looks for.
            place += 1;
        }
        self.close(document, length);
    }

    /// Adds a document whose words are known already, as terms; its parts are not read.
    pub fn add_terms<'t>(&mut self, terms: impl IntoIterator<Item = &'t str>, document: &Document<'_>) {
        let number = self.len();
        let mut length = 0;
        for (place, term) in (0..).zip(terms) {
            length += u32::from(!term.is_empty());
            self.place(term, number, place);
        }
        self.close(document, length);
    }

    fn place(&mut self, term: &str, document: u32, place: u32) {
        for key in keys(term) {
            let n = self.vocabulary.number(key) as usize;
            if n == self.occurrences.len() {
                self.occurrences.push(Occurrences::default());
            }
            self.occurrences[n].push(document, place);
        }
    }

    fn close(&mut self, document: &Document<'_>, length: u32) {
        self.lengths.push(length);
        self.days.extend(document.day.map_or(NO_DAY, |d| d.0).to_le_bytes());
        let month = document.day.map(month);
        self.months.push(month.as_deref());
        for (n, facet) in self.facets.iter_mut().enumerate() {
            facet.push(document.values.get(n).copied().unwrap_or_default().iter().copied());
        }
        self.labels.extend(document.label.as_bytes());
        self.label_ends.extend((self.labels.len() as u32).to_le_bytes());
    }

    /// Writes the index and opens it.
    ///
    /// # Errors
    /// As [`Writer::freeze`].
    pub fn finish(self) -> Result<Index, IndexError> {
        Index::open(self.freeze()?)
    }

    /// Writes the index.
    ///
    /// # Errors
    /// [`IndexError::TooLarge`] where there is more than the layout holds.
    pub fn freeze(self) -> Result<Vec<u8>, IndexError> {
        let documents = self.len();
        let words: u64 = self.lengths.iter().map(|n| u64::from(*n)).sum();
        let norms = Norms::of(words, documents);
        let lengths: Vec<u8> = self.lengths.iter().map(|n| rounded(*n)).collect();
        let (mut dictionary, mut records) = (DictionaryWriter::default(), Vec::new());
        let (mut postings, mut positions) = (Vec::new(), Vec::new());
        let weight = |document: u32, times| norms.weight(times, lengths[document as usize]);
        let sorted = self.vocabulary.sorted();
        for number in &sorted {
            let Some(occurrences) = self.occurrences.get(*number as usize) else { continue };
            dictionary.push(self.vocabulary.term(*number));
            for word in [occurrences.found, postings.len() as u32, positions.len() as u32] {
                records.extend(word.to_le_bytes());
            }
            occurrences.write(documents, weight, &mut postings, &mut positions);
            if u32::try_from(postings.len().max(positions.len())).is_err() {
                return Err(IndexError::TooLarge("the postings have more than 4 GB"));
            }
        }
        dictionary.finish();
        let (mut common, mut pairs, mut no_positions) = (Vec::new(), Vec::new(), Vec::new());
        if self.pairs {
            let found = Pairs::of(sorted.iter().filter_map(|n| self.occurrences.get(*n as usize)), documents);
            found.common.iter().for_each(|term| common.extend(term.to_le_bytes()));
            for ((first, second), occurrences) in found.pairs {
                for word in [first, second, occurrences.found, postings.len() as u32] {
                    pairs.extend(word.to_le_bytes());
                }
                occurrences.write(documents, weight, &mut postings, &mut no_positions);
                no_positions.clear();
            }
            if u32::try_from(postings.len()).is_err() {
                return Err(IndexError::TooLarge("the postings have more than 4 GB"));
            }
        }
        if u32::try_from(self.labels.len()).is_err() || documents > i32::MAX as u32 {
            return Err(IndexError::TooLarge("the labels have more than 4 GB, or there are 2³¹ documents"));
        }
        let label_ends = if self.labels.is_empty() { Vec::new() } else { self.label_ends };
        let mut sections = vec![
            lengths,
            self.days,
            dictionary.heads,
            dictionary.spellings,
            records,
            dictionary.letters,
            dictionary.sizes,
            postings,
            positions,
            common,
            pairs,
            label_ends,
            self.labels,
        ];
        let facets = 1 + self.facets.len() as u32;
        for facet in std::iter::once(self.months).chain(self.facets) {
            sections.extend(facet.write()?);
        }
        Ok(layout::write(Head { documents, facets, words }, sections))
    }
}

/// The month of a day, as the facet of months names it.
pub fn month(day: Day) -> String {
    let (year, month, _) = day.civil();
    format!("{year:04}-{month:02}")
}

/// Terms by number, in a table of open addresses: one look-up a word is most of what building costs.
#[derive(Debug, Default)]
struct Vocabulary {
    /// Number + 1, or 0 for a free place; a power of two of them.
    slots: Vec<u32>,
    hashes: Vec<u32>,
    ends: Vec<u32>,
    letters: String,
}

impl Vocabulary {
    fn term(&self, number: u32) -> &str {
        let n = number as usize;
        let start = n.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(n).and_then(|end| self.letters.get(start as usize..*end as usize)).unwrap_or_default()
    }

    /// The number of a term, which is new if it was not seen before.
    fn number(&mut self, term: &str) -> u32 {
        if self.hashes.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let (hash, mask) = (hash(term.as_bytes()), self.slots.len() - 1);
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at].checked_sub(1) {
                Some(n) if self.hashes[n as usize] == hash && self.term(n) == term => return n,
                Some(_) => at = (at + 1) & mask,
                None => break,
            }
        }
        let n = self.hashes.len() as u32;
        self.slots[at] = n + 1;
        self.hashes.push(hash);
        self.letters.push_str(term);
        self.ends.push(self.letters.len() as u32);
        n
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        self.slots = vec![0; size];
        for (hash, number) in self.hashes.iter().zip(1..) {
            let mut at = *hash as usize & (size - 1);
            while self.slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.slots[at] = number;
        }
    }

    /// The numbers in the order of the terms.
    fn sorted(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (0..self.hashes.len() as u32).collect();
        numbers.sort_unstable_by(|a, b| self.term(*a).cmp(self.term(*b)));
        numbers
    }
}

fn hash(bytes: &[u8]) -> u32 {
    const PRIME: u64 = 0x9E37_79B1_85EB_CA87;
    let mut hash = bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        hash = (hash ^ u64::from_le_bytes(*word)).wrapping_mul(PRIME).rotate_left(29);
    }
    let tail = rest.iter().fold(0u64, |tail, byte| tail << 8 | u64::from(*byte));
    hash = (hash ^ tail).wrapping_mul(PRIME);
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_vocabulary_numbers_terms_as_they_come(terms in proptest::collection::vec("[a-z]{0,10}", 0..3000)) {
            let mut vocabulary = Vocabulary::default();
            let mut seen: Vec<String> = Vec::new();
            let mut known = crate::text::ordered::OrderedMap::new();
            for term in &terms {
                let expected = *known.entry(term.clone()).or_insert_with(|| { seen.push(term.clone()); seen.len() as u32 - 1 });
                prop_assert_eq!(vocabulary.number(term), expected);
            }
            prop_assert!((0..).zip(&seen).all(|(n, t)| vocabulary.term(n) == t));
            prop_assert!(vocabulary.sorted().windows(2).all(|w| vocabulary.term(w[0]) < vocabulary.term(w[1])));
        }
    }
}
