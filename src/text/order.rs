//! Sorting in little code. The sorts of the standard library are written out anew for every type that is sorted, three
//! kilobytes each: a tenth of the program. Here one sort orders places, and only the comparison is written out. Stable, as
//! the standard one. Where millions are sorted (`index`), the standard one stays.

use super::ordered::{OrderedMap, OrderedSet};
use std::cmp::Ordering;

/// Iterators whose items are gathered in order, one by one: `collect` would sort them first, by a sort for every type.
pub trait Gather: Iterator + Sized {
    /// As a set.
    fn into_set(self) -> OrderedSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut all = OrderedSet::new();
        for item in self {
            all.insert(item);
        }
        all
    }

    /// As a map; of equal keys the last counts.
    fn into_map<K: Ord, V>(self) -> OrderedMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut all = OrderedMap::new();
        for (key, value) in self {
            all.insert(key, value);
        }
        all
    }
}

impl<I: Iterator> Gather for I {}

/// Slices that can be put in order.
pub trait Order<T> {
    /// By a comparison.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By a key.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// By themselves.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(Ord::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut places = places(self.len(), &mut |a, b| compare(&self[a as usize], &self[b as usize]));
        arrange(&mut places, &mut |a, b| self.swap(a, b));
    }
}

/// The places of `n` things in order.
#[inline(never)]
fn places(n: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    // One is in order, and so are many.
    if (1..n as u32).all(|b| compare(b - 1, b) != Ordering::Greater) {
        return Vec::new();
    }
    let mut places: Vec<u32> = (0..n as u32).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Moves what is at `places[i]` to `i`, for all, by swaps.
#[inline(never)]
pub(super) fn arrange(places: &mut [u32], swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..places.len() {
        let mut here = first;
        // Round one circle of moves; a place that is done points to itself.
        loop {
            let from = std::mem::replace(&mut places[here], here as u32) as usize;
            if from == first {
                break;
            }
            swap(here, from);
            here = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        /// Stable, like the sort it stands for.
        #[test]
        fn it_orders_as_the_standard_sort_does(mut things in vec((0u8..9, any::<String>()), 0..60)) {
            let mut standard = things.clone();
            standard.sort_by_key(|t| std::cmp::Reverse(t.0));
            things.order_by_key(|t| std::cmp::Reverse(t.0));
            prop_assert_eq!(&things, &standard);
            things.order();
            standard.sort();
            prop_assert_eq!(things, standard);
        }
    }
}
