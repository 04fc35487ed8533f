//! Trained weights: one row of small numbers a feature, one number a class.

use super::BUCKETS;

/// Weights of features for `K` classes. A row is added at once: its weights lie as bytes in a few words of the processor,
/// which are summed side by side.
pub(crate) struct Weights<const K: usize> {
    /// One for each [`SLOT`] features that follow one another: most hold one feature that has weights, or none.
    slots: Vec<Slot>,
    /// Where several features of a slot have weights: those of the slot lie together, its number counts the first.
    several: Vec<(u32, u32)>,
    /// The weights of the first [`WIDE`] classes, each with [`BIAS`] added. The first row is nobody's: it weighs nothing.
    rows: Vec<[u64; 2]>,
    /// Those of the class after them, where there is one.
    last: Vec<u8>,
}

/// How many features share a slot.
const SLOT: u32 = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 6;

/// How many classes a row holds; there may be one more.
const WIDE: usize = 16;
/// Makes a weight a number without a sign.
const BIAS: i32 = 128;
/// A row that weighs nothing.
const NO_ROW: [u64; 2] = [0x8080_8080_8080_8080; 2];
/// Every other byte.
const BYTES: u64 = 0x00ff_00ff_00ff_00ff;

/// A feature's place in its slot and its row, in one number; 0 is the row that weighs nothing.
#[derive(Clone, Copy, Default)]
struct Slot(u32);

impl Slot {
    const ROW_BITS: u32 = 25;
    /// Several features have weights: the row is the first of them.
    const SEVERAL: u32 = 1 << 31;

    fn one(feature: u32, row: usize) -> Self {
        debug_assert!(row >> Self::ROW_BITS == 0);
        Slot(row as u32 | Self::place(feature))
    }

    #[inline(always)]
    fn place(feature: u32) -> u32 {
        (feature % SLOT) << Self::ROW_BITS
    }

    /// Whether it says something of the feature, as far as can be seen without a further look.
    #[inline(always)]
    fn may_have(self, feature: u32) -> bool {
        let place = (SLOT - 1) << Self::ROW_BITS;
        self.0 & place == Self::place(feature) || self.0 & Self::SEVERAL != 0
    }

    #[inline(always)]
    fn row(self) -> usize {
        (self.0 & ((1 << Self::ROW_BITS) - 1)) as usize
    }
}

/// So many features are looked for at once.
const AT_ONCE: usize = 16;
/// So many rows are summed before a sum of bytes could outgrow its sixteen bits.
const AT_MOST: usize = 15 * AT_ONCE;

/// What rows add up to, each class in sixteen bits, with the bias of each row.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    /// Of both words of the rows the bytes at even and at odd places.
    even: [u64; 2],
    odd: [u64; 2],
    last: u32,
    rows: i32,
}

impl Sums {
    /// Shows what they say for each of `K` classes in order, biased for all alike.
    #[inline(always)]
    fn each<const K: usize>(&self, mut see: impl FnMut(usize, i32)) {
        let mut class = 0;
        while class < K.min(WIDE) {
            let (word, byte) = (class / 8, class % 8 / 2);
            let sums = if class % 2 == 0 { &self.even } else { &self.odd };
            see(class, (sums[word] >> (16 * byte) & 0xffff) as i32);
            class += 1;
        }
        if K > WIDE {
            see(WIDE, self.last as i32);
        }
    }

    /// The class with the highest score of `K`, the first of equals.
    pub fn best<const K: usize>(&self) -> usize {
        let (mut best, mut most) = (0, i32::MIN);
        self.each::<K>(|class, score| {
            if score > most {
                (best, most) = (class, score);
            }
        });
        best
    }
}

impl<const K: usize> Weights<K> {
    /// From features in their order, with their rows.
    pub fn new(features: &[(u32, [i8; K])]) -> Self {
        const { assert!(K <= WIDE + 1) };
        debug_assert!(features.is_sorted_by_key(|(feature, _)| feature));
        let mut slots = vec![Slot::default(); (BUCKETS >> SLOT_BITS) as usize];
        let mut several: Vec<(u32, u32)> = Vec::new();
        let (mut rows, mut last) = (vec![NO_ROW], vec![BIAS as u8]);
        for group in features.chunk_by(|(a, _), (b, _)| a >> SLOT_BITS == b >> SLOT_BITS) {
            let first = several.len();
            for (feature, weights) in group {
                several.push((*feature, rows.len() as u32));
                let biased = |class: usize| (i32::from(weights.get(class).copied().unwrap_or(0)) + BIAS) as u8;
                let word = |from: usize| (0..8).fold(0, |word, n| word | u64::from(biased(from + n)) << (8 * n));
                rows.push([word(0), word(8)]);
                if K > WIDE {
                    last.push(biased(WIDE));
                }
            }
            let Some((feature, row)) = several.last().copied() else { continue };
            slots[(feature >> SLOT_BITS) as usize] = if let [_] = group {
                several.pop();
                Slot::one(feature, row as usize)
            } else {
                Slot(first as u32 | Slot::SEVERAL)
            };
        }
        Weights { slots, several, rows, last }
    }

    /// What the features say for each class.
    pub fn scores(&self, features: &[u32]) -> [i32; K] {
        let mut scores = [0i32; K];
        for features in features.chunks(AT_MOST) {
            let mut sums = Sums::default();
            self.add(features, &mut sums);
            sums.each::<K>(|class, sum| {
                if let Some(score) = scores.get_mut(class) {
                    *score += sum - sums.rows * BIAS;
                }
            });
        }
        scores
    }

    /// Adds what the features say; no more than [`AT_MOST`] in all.
    pub fn add(&self, features: &[u32], sums: &mut Sums) {
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
                self.add_row(self.own(*feature, *slot), sums);
            }
        }
    }

    /// The row of a feature, to be remembered; 0 where it weighs nothing.
    pub fn row(&self, feature: u32) -> u32 {
        let slot = self.slots[(feature >> SLOT_BITS) as usize];
        if slot.may_have(feature) { self.own(feature, slot) } else { 0 }
    }

    /// Adds a row that [`Weights::row`] gave.
    #[inline(always)]
    pub fn add_row(&self, row: u32, sums: &mut Sums) {
        let [a, b] = self.rows[row as usize];
        sums.even[0] += a & BYTES;
        sums.odd[0] += a >> 8 & BYTES;
        sums.even[1] += b & BYTES;
        sums.odd[1] += b >> 8 & BYTES;
        if K > WIDE {
            sums.last += u32::from(self.last[row as usize]);
        }
        sums.rows += 1;
    }

    #[inline(always)]
    fn own(&self, feature: u32, slot: Slot) -> u32 {
        if slot.0 & Slot::SEVERAL == 0 { slot.row() as u32 } else { self.one_of(feature, slot) }
    }

    /// The feature's own row, where several share a slot.
    fn one_of(&self, feature: u32, slot: Slot) -> u32 {
        let of_slot = |(other, _): &&(u32, u32)| other >> SLOT_BITS == feature >> SLOT_BITS;
        let mut all = self.several[slot.row()..].iter().take_while(of_slot);
        all.find(|(other, _)| *other == feature).map_or(0, |(_, row)| *row)
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
