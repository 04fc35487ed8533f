//! What the tagger looks at: a word, its ends, its shape and its neighbours, each folded into one number.

use super::Tag;
use crate::text::perceptron::{
    bucket,
    word::{EDGE, SEED, Seen, fold},
};

/// How many features a word has.
pub(super) const TEMPLATES: usize = 22;

/// The features of word `i`, given the tags of the words before it.
pub(super) fn features(seen: &[Seen], tags: &[Tag], i: usize) -> [u32; TEMPLATES] {
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|k| seen.get(k)).unwrap_or(&EDGE);
    let tag = |back: usize| i.checked_sub(back).and_then(|k| tags.get(k)).map_or(17, |t| *t as u32);
    let (this, before, after) = (at(0), at(-1), at(1));
    let (t1, t2) = (tag(1), tag(2));
    let first = u32::from(i == 0);
    let parts = [
        (0, 0),
        (this.word, 0),
        (this.suffix[0], this.shape),
        (this.suffix[1], this.shape),
        (this.suffix[2], first),
        (this.suffix[3], 0),
        (this.prefix[0], this.shape),
        (this.prefix[1], 0),
        (this.prefix[2], 0),
        (this.shape, first),
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
    let mut found = [0; TEMPLATES];
    for (n, (slot, (a, b))) in found.iter_mut().zip(parts).enumerate() {
        *slot = bucket(fold(fold(SEED ^ n as u32, a), b));
    }
    found
}
