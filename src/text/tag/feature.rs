//! What the tagger looks at: a word, its ends, its shape and its neighbours, each folded into one number.

#[cfg(feature = "cli")]
use super::Tag;
#[cfg(feature = "cli")]
use crate::text::perceptron::word::EDGE;
use crate::text::perceptron::{
    bucket,
    word::{SEED, Seen, fold},
};

/// How many features a word has by itself, and how many by its place.
pub(super) const OWN: usize = 10;
#[cfg(feature = "cli")]
pub(super) const PLACED: usize = 12;

/// The features of word `i`, given the tags of the words before it.
#[cfg(feature = "cli")]
pub(super) fn features(seen: &[Seen], tags: &[Tag], i: usize) -> Vec<u32> {
    own(&seen[i], i == 0).into_iter().chain(placed(seen, tags, i)).collect()
}

/// The features that a word has by itself, `first` in its sentence or not.
pub(super) fn own(this: &Seen, first: bool) -> [u32; OWN] {
    let first = u32::from(first);
    let parts = [
        (0, (0, 0)),
        (1, (this.word, 0)),
        (2, (this.suffix[0], this.shape)),
        (3, (this.suffix[1], this.shape)),
        (4, (this.suffix[2], first)),
        (5, (this.suffix[3], 0)),
        (6, (this.prefix[0], this.shape)),
        (7, (this.prefix[1], 0)),
        (8, (this.prefix[2], 0)),
        (9, (this.shape, first)),
    ];
    parts.map(|(n, (a, b))| bucket(fold(fold(SEED ^ n, a), b)))
}

/// The features that word `i` has by its place among words and tags.
#[cfg(feature = "cli")]
pub(super) fn placed(seen: &[Seen], tags: &[Tag], i: usize) -> [u32; PLACED] {
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|k| seen.get(k)).unwrap_or(&EDGE);
    let tag = |back: usize| i.checked_sub(back).and_then(|k| tags.get(k)).map_or(NO_TAG, |t| *t as usize);
    let near = |offset: isize| Near::of(at(offset), |feature| feature);
    let alone = [near(-1).rows[0], near(-2).rows[1], near(1).rows[2], near(2).rows[3]];
    let mut found = [0; PLACED];
    let all = told(tag(1), tag(2)).into_iter().chain(alone).chain(joined(
        tag(1),
        [at(-1), at(0), at(1)],
        [&near(-1), &near(0), &near(1)],
    ));
    for (slot, feature) in found.iter_mut().zip(all) {
        *slot = feature;
    }
    found
}

/// What stands in the place of a tag outside the sentence.
pub(super) const NO_TAG: usize = 17;

/// What a word gives to features of its neighbours and of its own place: the same wherever it stands.
#[derive(Clone, Copy)]
pub(super) struct Near {
    /// The rows of the features that have only this word: where it stands before another, two before, behind, two behind.
    pub rows: [u32; 4],
    /// Halves of features: of the word with the tag before it, with the word behind, with the word before,
    word: [u32; 3],
    /// and of its end, with the end of the word behind it and of the word before it.
    end: [u32; 2],
}

impl Near {
    /// Of a word; `row` gives the row of a feature.
    pub fn of(word: &Seen, row: impl Fn(u32) -> u32) -> Self {
        Near {
            rows: [3, 5, 6, 8].map(|n| row(whole(half(n, word.word), 0))),
            word: [2, 10, 11].map(|n| half(n, word.word)),
            end: [4, 7].map(|n| half(n, word.suffix[2])),
        }
    }
}

fn half(n: u32, a: u32) -> u32 {
    fold(SEED ^ (OWN as u32 + n), a)
}

#[inline(always)]
fn whole(half: u32, b: u32) -> u32 {
    bucket(fold(half, b))
}

/// The features of the two tags before a word.
pub(super) fn told(t1: usize, t2: usize) -> [u32; 2] {
    [whole(half(0, t1 as u32), 0), whole(half(1, t1 as u32), t2 as u32)]
}

/// The features that words have together: the word before, this one, the one behind.
pub(super) fn joined(t1: usize, [before, this, after]: [&Seen; 3], near: [&Near; 3]) -> [u32; 6] {
    [
        whole(near[1].word[0], t1 as u32),
        whole(near[0].end[0], this.suffix[2]),
        whole(near[2].end[1], this.suffix[1]),
        whole(half(9, after.shape), this.shape),
        whole(near[1].word[1], after.word),
        whole(near[1].word[2], before.word),
    ]
}
