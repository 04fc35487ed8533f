//! Trained weights: one row of small numbers a feature, one number a class.

/// Weights of features for `K` classes, found by open addressing.
pub(crate) struct Weights<const K: usize> {
    /// Feature + 1, or 0 for a free slot.
    keys: Vec<u32>,
    rows: Vec<[i8; K]>,
}

impl<const K: usize> Weights<K> {
    /// From features with their rows.
    pub fn new(features: &[(u32, [i8; K])]) -> Self {
        let size = (features.len() * 2 + 1).next_power_of_two();
        let mut weights = Weights { keys: vec![0; size], rows: vec![[0; K]; size] };
        for (key, row) in features {
            let mut slot = spread(*key) & (size - 1);
            while weights.keys[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            weights.keys[slot] = key + 1;
            weights.rows[slot] = *row;
        }
        weights
    }

    /// What the features say for each class.
    pub fn scores(&self, features: &[u32]) -> [i32; K] {
        let mut scores = [0i32; K];
        for feature in features {
            let mut slot = spread(*feature) & (self.keys.len() - 1);
            // At most half of the slots are taken, so that the walk ends.
            while self.keys[slot] != 0 {
                if self.keys[slot] == feature + 1 {
                    for (score, weight) in scores.iter_mut().zip(&self.rows[slot]) {
                        *score += i32::from(*weight);
                    }
                    break;
                }
                slot = (slot + 1) & (self.keys.len() - 1);
            }
        }
        scores
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
