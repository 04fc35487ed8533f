//! What the tagger looks at: a word, its ends, its shape and its neighbours, each folded into one number.

use super::Tag;
use crate::text::perceptron::{
    bucket,
    word::{EDGE, SEED, Seen, fold},
};

/// How many features a word has by itself, and how many by its place.
pub(super) const OWN: usize = 10;
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
pub(super) fn placed(seen: &[Seen], tags: &[Tag], i: usize) -> [u32; PLACED] {
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|k| seen.get(k)).unwrap_or(&EDGE);
    let tag = |back: usize| i.checked_sub(back).and_then(|k| tags.get(k)).map_or(17, |t| *t as u32);
    let (this, before, after) = (at(0), at(-1), at(1));
    let (t1, t2) = (tag(1), tag(2));
    let parts = [
        (t1, 0),
        (t1, t2),
        (this.word, t1),
        (before.word, 0),
        (before.suffix[2], this.suffix[2]),
        (at(-2).word, 0),
        (after.word, 0),
        (after.suffix[2], this.suffix[1]),
        (at(2).word, 0),
        (after.shape, this.shape),
        (this.word, after.word),
        (this.word, before.word),
    ];
    let mut found = [0; PLACED];
    for (n, (slot, (a, b))) in found.iter_mut().zip(parts).enumerate() {
        *slot = bucket(fold(fold(SEED ^ (OWN + n) as u32, a), b));
    }
    found
}
