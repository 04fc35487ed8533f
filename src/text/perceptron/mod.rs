//! Classes learnt from examples by an averaged perceptron over folded features: what the tagger and the names share.

#[cfg(feature = "cli")]
pub(crate) mod learn;
pub(crate) mod weights;
pub(crate) mod word;

/// Features are numbers below this; the trained and the running model fold them the same way.
pub(crate) const BUCKETS: u32 = 1 << 22;

/// The feature of a hash.
#[inline(always)]
pub(crate) fn bucket(hash: u32) -> u32 {
    (hash ^ (hash >> 15)) % BUCKETS
}
