//! Trained weights: one row of small numbers a feature, one number a class.

use super::BUCKETS;

/// Weights of features for `K` classes. Few classes of a feature have one: only those are kept, and all close together, so
/// that they stay in the processor's cache.
pub(crate) struct Weights<const K: usize> {
    /// Features that differ only in their last byte are a group: the numbers of its first feature and its first entry, and
    /// behind the last group those of the end.
    groups: Vec<(u32, u32)>,
    /// The last byte of each feature, and how many entries it has.
    features: Vec<(u8, u8)>,
    /// Class and weight.
    entries: Vec<(u8, i8)>,
}

impl<const K: usize> Weights<K> {
    /// From features in their order, with their rows.
    pub fn new(features: &[(u32, [i8; K])]) -> Self {
        debug_assert!(features.is_sorted_by_key(|(feature, _)| feature));
        let mut weights = Weights { groups: Vec::new(), features: Vec::new(), entries: Vec::new() };
        let groups = BUCKETS as usize >> 8;
        for (feature, row) in features {
            weights.open((feature >> 8) as usize + 1);
            let start = weights.entries.len();
            let weighty = row.iter().enumerate().filter(|(_, weight)| **weight != 0);
            weights.entries.extend(weighty.map(|(class, weight)| (class as u8, *weight)));
            weights.features.push((*feature as u8, (weights.entries.len() - start) as u8));
        }
        weights.open(groups + 1);
        weights
    }

    /// Opens groups until there are so many.
    fn open(&mut self, count: usize) {
        let here = (self.features.len() as u32, self.entries.len() as u32);
        self.groups.resize(count.max(self.groups.len()), here);
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
            let group = (feature >> 8) as usize;
            let ((first, mut entry), (end, _)) = (self.groups[group], self.groups[group + 1]);
            for (byte, count) in &self.features[first as usize..end as usize] {
                let next = entry + u32::from(*count);
                if *byte == *feature as u8 {
                    for (class, weight) in &self.entries[entry as usize..next as usize] {
                        scores[usize::from(*class)] += i32::from(*weight);
                    }
                    break;
                }
                entry = next;
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
