//! Sets of documents: one bit a document.

/// A set of the documents `0..len`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: u32,
}

impl Bits {
    /// No document.
    pub fn none(len: u32) -> Self {
        Bits { words: vec![0; len.div_ceil(64) as usize], len }
    }

    /// Every document.
    pub fn all(len: u32) -> Self {
        let mut bits = Bits { words: vec![u64::MAX; len.div_ceil(64) as usize], len };
        bits.trim();
        bits
    }

    /// The documents of a bitmap as it lies in an index; what is missing at its end is empty.
    pub fn of_bytes(bytes: &[u8], len: u32) -> Self {
        let mut bits = Bits::none(len);
        bits.or_bytes(bytes);
        bits
    }

    /// Clears what lies behind the last document.
    fn trim(&mut self) {
        if let (Some(last), 1..) = (self.words.last_mut(), self.len % 64) {
            *last &= (1 << (self.len % 64)) - 1;
        }
    }

    /// Adds a document; one outside the set's range is ignored.
    pub fn set(&mut self, document: u32) {
        if document < self.len
            && let Some(word) = self.words.get_mut((document / 64) as usize)
        {
            *word |= 1 << (document % 64);
        }
    }

    /// Whether a document is in the set.
    pub fn has(&self, document: u32) -> bool {
        self.words.get((document / 64) as usize).is_some_and(|word| word >> (document % 64) & 1 == 1)
    }

    /// Keeps what is in both.
    pub fn and(&mut self, other: &Bits) {
        for (word, with) in self.words.iter_mut().zip(&other.words) {
            *word &= with;
        }
    }

    /// Adds what is in the other.
    pub fn or(&mut self, other: &Bits) {
        for (word, with) in self.words.iter_mut().zip(&other.words) {
            *word |= with;
        }
    }

    /// Takes away what is in the other.
    pub fn and_not(&mut self, other: &Bits) {
        for (word, with) in self.words.iter_mut().zip(&other.words) {
            *word &= !with;
        }
    }

    /// Adds the documents of a bitmap as it lies in an index.
    pub fn or_bytes(&mut self, bytes: &[u8]) {
        for (word, with) in self.words.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *word |= u64::from_le_bytes(*with);
        }
        self.trim();
    }

    /// Keeps the documents that are also in a bitmap as it lies in an index.
    pub fn and_bytes(&mut self, bytes: &[u8]) {
        let (chunks, _) = bytes.as_chunks::<8>();
        for (n, word) in self.words.iter_mut().enumerate() {
            *word &= chunks.get(n).map_or(0, |c| u64::from_le_bytes(*c));
        }
    }

    /// All others.
    pub fn flip(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.trim();
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|w| w.count_ones()).sum()
    }

    /// The documents in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(word, n)| Ones(*word).map(move |bit| n * 64 + bit))
    }

    /// Calls `take` with every document in order: quicker than [`Bits::iter`] where all are wanted.
    #[inline]
    pub fn each(&self, mut take: impl FnMut(u32)) {
        for (word, n) in self.words.iter().zip(0u32..) {
            let mut rest = *word;
            while rest != 0 {
                take(n * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// As an index holds it.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.words.iter().flat_map(|w| w.to_le_bytes()).collect()
    }
}

/// The places of the ones in a word.
struct Ones(u64);

impl Iterator for Ones {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        (self.0 != 0).then(|| {
            let bit = self.0.trailing_zeros();
            self.0 &= self.0 - 1;
            bit
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn of(set: &BTreeSet<u32>) -> Bits {
        let mut bits = Bits::none(300);
        set.iter().for_each(|d| bits.set(*d));
        bits
    }

    proptest! {
        #[test]
        fn sets_are_sets(a in proptest::collection::btree_set(0u32..300, 0..200), b in proptest::collection::btree_set(0u32..300, 0..200)) {
            let list = |bits: &Bits| bits.iter().collect::<Vec<_>>();
            let (x, y) = (of(&a), of(&b));
            let with = |change: &dyn Fn(&mut Bits)| { let mut z = x.clone(); change(&mut z); z };
            prop_assert_eq!(list(&with(&|z| z.and(&y))), a.intersection(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(&with(&|z| z.and_bytes(&y.to_bytes()))), a.intersection(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(&with(&|z| z.or(&y))), a.union(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(&with(&|z| z.and_not(&y))), a.difference(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(with(&Bits::flip).count() as usize, 300 - a.len());
            prop_assert_eq!(&Bits::of_bytes(&x.to_bytes(), 300), &x);
            prop_assert!((0..320).all(|d| x.has(d) == a.contains(&d)));
            let mut each = Vec::new();
            x.each(|d| each.push(d));
            prop_assert_eq!(each, list(&x));
        }
    }

    #[test]
    fn all_of_a_size() {
        for len in [0, 1, 63, 64, 65, 300] {
            assert_eq!(Bits::all(len).count(), len);
        }
    }
}
