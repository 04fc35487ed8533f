//! Learns weights from examples: native only, and the same examples in the same order always give the same weights.

use super::BUCKETS;

/// How weights are narrowed, and which are left out.
pub(crate) struct Thrift {
    /// Features seen fewer times are left out: they would be learnt by heart.
    pub min_seen: u32,
    /// Averaged weights times this are stored as `i8`.
    pub scale: i64,
    /// Stored weights smaller than this are left out.
    pub min_weight: i64,
}

/// Weights that are being learnt, with the sums that their averages are made of.
pub(crate) struct Learner<const K: usize> {
    /// The row of each feature; `u32::MAX` for one that is left out.
    row: Vec<u32>,
    weights: Vec<[i32; K]>,
    sums: Vec<[i64; K]>,
    changed: Vec<[u32; K]>,
    steps: u32,
    thrift: Thrift,
}

impl<const K: usize> Learner<K> {
    /// For examples with these features, each named as often as it is seen.
    pub fn new(seen: impl Iterator<Item = u32>, thrift: Thrift) -> Self {
        let mut count = vec![0u32; BUCKETS as usize];
        for feature in seen {
            count[feature as usize] += 1;
        }
        let mut rows = 0;
        let row = count
            .into_iter()
            .map(|n| {
                if n < thrift.min_seen {
                    return u32::MAX;
                }
                rows += 1;
                rows - 1
            })
            .collect();
        let rows = rows as usize;
        Learner {
            row,
            weights: vec![[0; K]; rows],
            sums: vec![[0; K]; rows],
            changed: vec![[0; K]; rows],
            steps: 0,
            thrift,
        }
    }

    /// What the weights say now.
    pub fn scores(&self, features: &[u32]) -> [i32; K] {
        let mut scores = [0i32; K];
        for f in features {
            if let Some(row) = self.weights.get(self.row[*f as usize] as usize) {
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score += weight;
                }
            }
        }
        scores
    }

    /// Takes in one example for which `guess` was said: the weights are moved if that is wrong.
    pub fn learn(&mut self, features: &[u32], gold: usize, guess: usize) {
        self.steps += 1;
        if guess != gold {
            for f in features {
                let row = self.row[*f as usize] as usize;
                self.add(row, gold, 1);
                self.add(row, guess, -1);
            }
        }
    }

    fn add(&mut self, row: usize, class: usize, by: i32) {
        if row < self.weights.len() {
            let weight = self.weights[row][class];
            self.sums[row][class] += i64::from(weight) * i64::from(self.steps - self.changed[row][class]);
            self.changed[row][class] = self.steps;
            self.weights[row][class] = weight + by;
        }
    }

    /// The averaged, narrowed weights, by feature.
    pub fn finish(mut self) -> Vec<(u32, [i8; K])> {
        let mut found = Vec::new();
        for (f, row) in self.row.clone().into_iter().enumerate().filter(|(_, row)| *row != u32::MAX) {
            let row = row as usize;
            let mut narrow = [0; K];
            for (class, slot) in narrow.iter_mut().enumerate() {
                self.add(row, class, 0);
                let weight = self.sums[row][class] * self.thrift.scale / i64::from(self.steps.max(1));
                if weight.abs() >= self.thrift.min_weight {
                    *slot = weight.clamp(-127, 127) as i8;
                }
            }
            if narrow != [0; K] {
                found.push((f as u32, narrow));
            }
        }
        found
    }
}

/// Another order, the same each time.
pub(crate) fn shuffle(order: &mut [usize], random: &mut u32) {
    for i in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 17;
        *random ^= *random << 5;
        order.swap(i, *random as usize % (i + 1));
    }
}
