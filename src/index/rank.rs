//! Ranking by BM25, in 32-bit floats and in one order of steps, so that every way to an answer gives the same.
//!
//! A document's length is rounded to four bits behind the leading one, so that it fits a byte: its part of the formula
//! is then looked up in a table of 256. Ties go to the document that was added first.

use std::{cmp::Ordering, collections::BinaryHeap};

const K1: f32 = 1.2;
const B: f32 = 0.75;

/// A length as a byte: exact below 32, then within a sixteenth.
pub fn rounded(length: u32) -> u8 {
    if length < 16 {
        return length as u8;
    }
    let shift = 27 - length.leading_zeros();
    if shift > 14 { u8::MAX } else { (16 + shift * 16 + (length >> shift & 15)) as u8 }
}

/// The length that a byte stands for.
fn length(byte: u8) -> u32 {
    match u32::from(byte) {
        n @ 0..16 => n,
        n => (16 + n % 16) << (n / 16 - 1),
    }
}

/// What a document's length does to its score, for each byte of [`rounded`].
#[derive(Clone, Debug)]
pub struct Norms([f32; 256]);

impl Default for Norms {
    fn default() -> Self {
        Norms::of(0, 0)
    }
}

impl Norms {
    /// Of a collection with so many words in so many documents.
    pub fn of(words: u64, documents: u32) -> Self {
        let average = (words as f32 / documents.max(1) as f32).max(1.0);
        Norms(std::array::from_fn(|byte| K1 * (1.0 - B + B * length(byte as u8) as f32 / average)))
    }

    /// How much a word counts that stands `times` in a document of this rounded length; below K1 + 1.
    #[inline]
    pub fn weight(&self, times: u32, length: u8) -> f32 {
        let times = times as f32;
        times * (K1 + 1.0) / (times + self.0[length as usize])
    }
}

/// How much a word says that stands in so many documents.
pub fn rarity(found: u32, documents: u32) -> f32 {
    let (found, all) = (f64::from(found), f64::from(documents));
    (1.0 + (all - found + 0.5).max(0.5) / (found + 0.5)).ln() as f32
}

/// A document and what it is sorted by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// Its number.
    pub document: u32,
    /// Its score, or whatever it was sorted by.
    pub score: f32,
}

impl Eq for Ranked {}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The worse is the greater, so that a heap has it on top.
impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then(self.document.cmp(&other.document))
    }
}

/// The best so many of the documents shown to it, which must come in ascending order.
pub struct Best {
    most: usize,
    heap: BinaryHeap<Ranked>,
    bar: f32,
}

impl Best {
    /// Keeps `most`.
    pub fn of(most: usize) -> Self {
        Best { most, heap: BinaryHeap::new(), bar: if most == 0 { f32::INFINITY } else { f32::NEG_INFINITY } }
    }

    /// Whether a document with this score would be kept.
    #[inline]
    pub fn wants(&self, score: f32) -> bool {
        score > self.bar || self.heap.len() < self.most
    }

    /// Shows it a document.
    #[inline]
    pub fn take(&mut self, document: u32, score: f32) {
        if self.wants(score) {
            self.keep(Ranked { document, score });
        }
    }

    fn keep(&mut self, ranked: Ranked) {
        if self.heap.len() >= self.most {
            self.heap.pop();
        }
        self.heap.push(ranked);
        if self.heap.len() >= self.most {
            self.bar = self.heap.peek().map_or(f32::INFINITY, |worst| worst.score);
        }
    }

    /// The best first.
    pub fn finish(self) -> Vec<Ranked> {
        self.heap.into_sorted_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_fit_a_byte() {
        let mut last = 0;
        for n in 0..600_000 {
            let (byte, read) = (rounded(n), length(rounded(n)));
            assert!(byte >= last, "{n}");
            assert!(n >= 1 << 19 || (read <= n && n - read <= n / 16), "{n} as {read}");
            last = byte;
        }
    }

    proptest! {
        #[test]
        fn the_best_are_the_best(scores in proptest::collection::vec(0u8..9, 0..60), most in 0usize..20) {
            let mut best = Best::of(most);
            let mut all: Vec<Ranked> = Vec::new();
            for (document, score) in (0..).zip(&scores) {
                best.take(document, f32::from(*score));
                all.push(Ranked { document, score: f32::from(*score) });
            }
            all.sort();
            all.truncate(most);
            prop_assert_eq!(best.finish(), all);
        }
    }
}
