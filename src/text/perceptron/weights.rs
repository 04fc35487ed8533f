//! Trained weights: one row of small numbers a feature, one number a class.

/// Weights of features for `K` classes, found by open addressing. Few classes of a feature have one: only those are kept.
pub(crate) struct Weights<const K: usize> {
    /// A byte of the feature in each slot, 0 for a free one. Most features of a text were never learnt: these bytes, few
    /// enough to stay in the processor's cache, turn them away.
    marks: Vec<u8>,
    /// What stands in each slot: the feature (22 bits), the number of its first entry, and (8 bits) how many it has.
    slots: Vec<u64>,
    /// Class and weight.
    entries: Vec<(u8, i8)>,
}

impl<const K: usize> Weights<K> {
    /// From features with their rows.
    pub fn new(features: &[(u32, [i8; K])]) -> Self {
        let size = (features.len() * 2).next_power_of_two();
        let mut weights = Weights { marks: vec![0; size], slots: vec![0; size], entries: Vec::new() };
        for (key, row) in features {
            let mut slot = spread(*key) & (size - 1);
            while weights.marks[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            let start = weights.entries.len();
            let weighty = row.iter().enumerate().filter(|(_, weight)| **weight != 0);
            weights.entries.extend(weighty.map(|(class, weight)| (class as u8, *weight)));
            weights.marks[slot] = mark(*key);
            weights.slots[slot] = u64::from(*key) << 32 | (start as u64) << 8 | (weights.entries.len() - start) as u64;
        }
        weights
    }

    /// What the features say for each class.
    pub fn scores(&self, features: &[u32]) -> [i32; K] {
        let mut scores = [0i32; K];
        self.add(features, &mut scores);
        scores
    }

    /// Adds what the features say for each class.
    pub fn add(&self, features: &[u32], scores: &mut [i32; K]) {
        for feature in features {
            let mut slot = spread(*feature) & (self.marks.len() - 1);
            let mark = mark(*feature);
            // At most half of the slots are taken, so that the walk ends.
            while self.marks[slot] != 0 {
                let found = self.slots[slot];
                if self.marks[slot] == mark && (found >> 32) as u32 == *feature {
                    let start = (found as u32 >> 8) as usize;
                    for (class, weight) in &self.entries[start..][..usize::from(found as u8)] {
                        scores[usize::from(*class)] += i32::from(*weight);
                    }
                    break;
                }
                slot = (slot + 1) & (self.marks.len() - 1);
            }
        }
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

/// Neighbouring features must not crowd neighbouring slots.
fn spread(feature: u32) -> usize {
    (feature.wrapping_mul(0x9e37_79b9) >> 8) as usize
}

/// Other bits of a feature than those that choose its slot; never 0.
fn mark(feature: u32) -> u8 {
    (feature.wrapping_mul(0x85eb_ca6b) >> 24) as u8 | 1
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
