//! Trained weights: one row of small numbers a feature, one number a class.

use super::BUCKETS;

/// Weights of features for `K` classes. Few classes of a feature have one: only those are kept, and all close together, so
/// that they stay in the processor's cache.
pub(crate) struct Weights<const K: usize> {
    /// One for each [`SLOT`] features that follow one another: most hold one feature that has weights, or none.
    slots: Vec<Slot>,
    /// Where several features of a slot have weights: those of the slot lie together, its number counts the first.
    several: Vec<(u32, Slot)>,
    /// Class and weight.
    entries: Vec<(u8, i8)>,
}

/// How many features share a slot.
const SLOT: u32 = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 6;

/// A feature's place in its slot, how many entries it has, and the first of them, in one number; 0 has no entries.
#[derive(Clone, Copy, Default)]
struct Slot(u32);

impl Slot {
    const START_BITS: u32 = 20;
    const COUNT_BITS: u32 = 5;
    /// Several features have weights: the start is the first of them.
    const SEVERAL: u32 = 1 << 31;

    fn one(feature: u32, start: usize, count: usize) -> Self {
        debug_assert!(start >> Self::START_BITS == 0 && count >> Self::COUNT_BITS == 0);
        Slot(start as u32 | (count as u32) << Self::START_BITS | Self::place(feature))
    }

    #[inline(always)]
    fn place(feature: u32) -> u32 {
        (feature % SLOT) << (Self::START_BITS + Self::COUNT_BITS)
    }

    /// Whether it says something of the feature, as far as can be seen without a further look.
    #[inline(always)]
    fn may_have(self, feature: u32) -> bool {
        let place = (SLOT - 1) << (Self::START_BITS + Self::COUNT_BITS);
        self.0 & place == Self::place(feature) || self.0 & Self::SEVERAL != 0
    }

    #[inline(always)]
    fn start(self) -> usize {
        (self.0 & ((1 << Self::START_BITS) - 1)) as usize
    }

    #[inline(always)]
    fn count(self) -> usize {
        ((self.0 >> Self::START_BITS) & ((1 << Self::COUNT_BITS) - 1)) as usize
    }
}

/// So many features are looked for at once.
const AT_ONCE: usize = 16;

impl<const K: usize> Weights<K> {
    /// From features in their order, with their rows.
    pub fn new(features: &[(u32, [i8; K])]) -> Self {
        debug_assert!(features.is_sorted_by_key(|(feature, _)| feature));
        let mut slots = vec![Slot::default(); (BUCKETS >> SLOT_BITS) as usize];
        let mut several: Vec<(u32, Slot)> = Vec::new();
        let mut entries: Vec<(u8, i8)> = Vec::new();
        for group in features.chunk_by(|(a, _), (b, _)| a >> SLOT_BITS == b >> SLOT_BITS) {
            let first = several.len();
            for (feature, row) in group {
                let start = entries.len();
                let weighty = row.iter().enumerate().filter(|(_, weight)| **weight != 0);
                entries.extend(weighty.map(|(class, weight)| (class as u8, *weight)));
                let one = Slot::one(*feature, start, entries.len() - start);
                several.push((*feature, one));
            }
            let Some((feature, one)) = several.last().copied() else { continue };
            slots[(feature >> SLOT_BITS) as usize] = if let [_] = group {
                several.pop();
                one
            } else {
                Slot(first as u32 | Slot::SEVERAL)
            };
        }
        Weights { slots, several, entries }
    }

    /// What the features say for each class.
    pub fn scores(&self, features: &[u32]) -> [i32; K] {
        let mut scores = [0i32; K];
        self.add(features, &mut scores);
        scores
    }

    /// Adds what the features say for each class.
    pub fn add(&self, features: &[u32], scores: &mut [i32; K]) {
        // Most features have no weights, and which have cannot be foreseen: those that have are gathered first, without
        // a branch that the processor would have to guess.
        for features in features.chunks(AT_ONCE) {
            let mut found = [(0, Slot::default()); AT_ONCE];
            let mut count = 0;
            for feature in features {
                let slot = self.slots[(feature >> SLOT_BITS) as usize];
                found[count % AT_ONCE] = (*feature, slot);
                count += usize::from(slot.may_have(*feature));
            }
            for (feature, slot) in &found[..count] {
                let slot = if slot.0 & Slot::SEVERAL == 0 { *slot } else { self.one_of(*feature, *slot) };
                for (class, weight) in &self.entries[slot.start()..slot.start() + slot.count()] {
                    scores[usize::from(*class)] += i32::from(*weight);
                }
            }
        }
    }

    /// The feature's own slot, where several share one.
    fn one_of(&self, feature: u32, slot: Slot) -> Slot {
        let of_slot = |(other, _): &&(u32, Slot)| other >> SLOT_BITS == feature >> SLOT_BITS;
        let mut all = self.several[slot.start()..].iter().take_while(of_slot);
        all.find(|(other, _)| *other == feature).map_or_else(Slot::default, |(_, one)| *one)
    }

    /// The file: magic, counts, then gaps between features, numbers of classes with the last of a feature marked, weights.
    /// `others` counts what the caller sets behind.
    #[cfg(feature = "cli")]
    pub fn encode(magic: [u8; 4], features: &[(u32, [i8; K])], others: usize) -> Vec<u8> {
        let (mut gaps, mut numbers, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        let mut last = 0;
        for (feature, row) in features {
            let mut gap = feature - last;
            last = *feature;
            while gap >= 0x80 {
                gaps.push(gap as u8 | 0x80);
                gap >>= 7;
            }
            gaps.push(gap as u8);
            for (n, weight) in row.iter().enumerate().filter(|(_, w)| **w != 0) {
                numbers.push(n as u8);
                weights.push(*weight as u8);
            }
            if let Some(n) = numbers.last_mut() {
                *n |= 0x80;
            }
        }
        let mut bytes = magic.to_vec();
        for count in [features.len(), gaps.len(), weights.len(), others] {
            bytes.extend((count as u32).to_le_bytes());
        }
        bytes.extend(gaps);
        bytes.extend(numbers);
        bytes.extend(weights);
        bytes
    }

    /// Reads what [`Weights::encode`] wrote, and gives what lies behind; `None` where it is something else.
    pub fn decode(magic: [u8; 4], bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (own, rest) = bytes.split_at_checked(magic.len())?;
        if own != magic {
            return None;
        }
        let (counts, rest) = rest.split_at_checked(16)?;
        let count = |i: usize| -> Option<usize> {
            Some(u32::from_le_bytes(counts.get(i * 4..i * 4 + 4)?.try_into().ok()?) as usize)
        };
        let (gaps, rest) = rest.split_at_checked(count(1)?)?;
        let (numbers, rest) = rest.split_at_checked(count(2)?)?;
        let (weights, rest) = rest.split_at_checked(count(2)?)?;
        let mut features = Vec::with_capacity(count(0)?.min(gaps.len()));
        let mut entries = numbers.iter().zip(weights);
        let (mut feature, mut gap, mut shift) = (0u32, 0u32, 0);
        for byte in gaps {
            gap |= u32::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte & 0x80 != 0 {
                continue;
            }
            feature = feature.checked_add(gap)?;
            (gap, shift) = (0, 0);
            let mut row = [0; K];
            for (number, weight) in entries.by_ref() {
                *row.get_mut(usize::from(number & 0x7f))? = *weight as i8;
                if number & 0x80 != 0 {
                    break;
                }
            }
            features.push((feature, row));
        }
        Some((Weights::new(&features), rest))
    }
}

/// The class with the highest score, the first of equals.
pub(crate) fn best_of<const K: usize>(scores: &[i32; K]) -> usize {
    let mut best = 0;
    for (n, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = n;
        }
    }
    best
}
