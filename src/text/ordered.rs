//! Maps and sets in the order of their keys, in little code. Those of the standard library are written out anew for every
//! type they hold, five kilobytes each: a twentieth of the program. Here the things lie as they came, and a list of their
//! places is in order: to put one between others moves four bytes for each behind it, whatever they are.

use super::order::arrange;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser::SerializeMap};
use std::{borrow::Borrow, cmp::Ordering, fmt, iter, marker::PhantomData, ops::Index, slice, vec};

/// Values by their keys, in the order of the keys.
#[derive(Clone)]
pub struct OrderedMap<K, V> {
    /// Places in `pairs`, in the order of the keys.
    order: Vec<u32>,
    pairs: Vec<(K, V)>,
}

/// Things in order, each once.
#[derive(Clone)]
pub struct OrderedSet<T>(OrderedMap<T, ()>);

/// Where a key is in the order, or would be.
#[inline(never)]
fn search(order: &[u32], compare: &mut dyn FnMut(usize) -> Ordering) -> Result<usize, usize> {
    // Many come in order.
    if order.last().is_none_or(|last| compare(*last as usize) == Ordering::Less) {
        return Err(order.len());
    }
    order.binary_search_by(|place| compare(*place as usize))
}

/// Sets the newest thing at its place in the order.
#[inline(never)]
fn put(order: &mut Vec<u32>, at: usize) {
    order.insert(at, order.len() as u32);
}

/// Takes what is at a place in the order out, and says where it lay: the last of the things moves there.
#[inline(never)]
fn take(order: &mut Vec<u32>, at: usize) -> usize {
    let last = order.len() as u32 - 1;
    let place = order.remove(at);
    if let Some(moved) = order.iter_mut().find(|place| **place == last) {
        *moved = place;
    }
    place as usize
}

impl<K, V> OrderedMap<K, V> {
    /// Without anything.
    pub const fn new() -> Self {
        OrderedMap { order: Vec::new(), pairs: Vec::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// All, in order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { order: self.order.iter(), pairs: &self.pairs }
    }

    /// The keys, in order.
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys(self.iter())
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        let pairs = &self.pairs;
        self.order.iter().map(|place| &pairs[*place as usize].1)
    }

    /// The values, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.settle();
        self.pairs.iter_mut().map(|pair| &mut pair.1)
    }

    /// The keys alone.
    pub fn into_keys(self) -> impl DoubleEndedIterator<Item = K> + ExactSizeIterator {
        self.into_iter().map(|pair| pair.0)
    }

    /// The values alone.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> + ExactSizeIterator {
        self.into_iter().map(|pair| pair.1)
    }

    /// Only those that `keep` wants.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.settle();
        self.pairs.retain_mut(|(key, value)| keep(key, value));
        self.order.truncate(self.pairs.len());
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.order.clear();
        self.pairs.clear();
    }

    /// Lays the things in their order.
    fn settle(&mut self) {
        let pairs = &mut self.pairs;
        arrange(&mut self.order, &mut |a, b| pairs.swap(a, b));
    }

    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        search(&self.order, &mut |place| self.pairs[place].0.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        Some(&self.pairs[self.order[at] as usize].1)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        Some(&mut self.pairs[self.order[at] as usize].1)
    }

    /// Whether the key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Takes a key out, with its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        Some(self.pairs.swap_remove(take(&mut self.order, at)).1)
    }
}

impl<K: Ord, V> OrderedMap<K, V> {
    /// Gives a key its value, and what it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => Some(std::mem::replace(&mut self.pairs[self.order[at] as usize].1, value)),
            Err(at) => {
                self.add(at, key, value);
                None
            }
        }
    }

    fn add(&mut self, at: usize, key: K, value: V) {
        put(&mut self.order, at);
        self.pairs.push((key, value));
    }

    /// The place of a key, to look at or to fill.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { at: self.find(&key), key, map: self }
    }
}

/// The place of a key.
pub struct Entry<'m, K, V> {
    map: &'m mut OrderedMap<K, V>,
    key: K,
    at: Result<usize, usize>,
}

impl<'m, K: Ord, V> Entry<'m, K, V> {
    /// The value, which is this where there was none.
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        let place = match self.at {
            Ok(at) => self.map.order[at] as usize,
            Err(at) => {
                self.map.add(at, self.key, value());
                self.map.pairs.len() - 1
            }
        };
        &mut self.map.pairs[place].1
    }

    /// The value, which is this where there was none.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// The value, a plain one where there was none.
    pub fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

/// What is in a map, in order.
pub struct Iter<'m, K, V> {
    order: slice::Iter<'m, u32>,
    pairs: &'m [(K, V)],
}

impl<'m, K, V> Iter<'m, K, V> {
    fn pair(&self, place: &u32) -> (&'m K, &'m V) {
        let (key, value) = &self.pairs[*place as usize];
        (key, value)
    }
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        self.order.next().map(|place| self.pair(place))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.order.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.order.next_back().map(|place| self.pair(place))
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Iter { order: self.order.clone(), pairs: self.pairs }
    }
}

/// Keys in order.
pub struct Keys<'m, K, V>(Iter<'m, K, V>);

impl<'m, K, V> Iterator for Keys<'m, K, V> {
    type Item = &'m K;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|pair| pair.0)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Keys<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|pair| pair.0)
    }
}

impl<K, V> ExactSizeIterator for Keys<'_, K, V> {}

impl<K, V> Clone for Keys<'_, K, V> {
    fn clone(&self) -> Self {
        Keys(self.0.clone())
    }
}

impl<K, V> IntoIterator for OrderedMap<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(mut self) -> Self::IntoIter {
        self.settle();
        self.pairs.into_iter()
    }
}

impl<'m, K, V> IntoIterator for &'m OrderedMap<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        OrderedMap::new()
    }
}

impl<K: Ord, V> Extend<(K, V)> for OrderedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for OrderedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = OrderedMap::new();
        map.extend(pairs);
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for OrderedMap<K, V> {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Borrow<Q>, Q: Ord + ?Sized, V> Index<&Q> for OrderedMap<K, V> {
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        let at = self.find(key).unwrap_or(usize::MAX);
        &self.pairs[self.order[at] as usize].1
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for OrderedMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for OrderedMap<K, V> {}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OrderedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<K: Serialize, V: Serialize> Serialize for OrderedMap<K, V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.len()))?;
        for (key, value) in self {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for OrderedMap<K, V> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs<K, V>(PhantomData<(K, V)>);
        impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> de::Visitor<'de> for Pairs<K, V> {
            type Value = OrderedMap<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
                let mut map = OrderedMap::new();
                while let Some((key, value)) = from.next_entry()? {
                    map.insert(key, value);
                }
                Ok(map)
            }
        }
        from.deserialize_map(Pairs(PhantomData))
    }
}

impl<T> OrderedSet<T> {
    /// Without anything.
    pub const fn new() -> Self {
        OrderedSet(OrderedMap::new())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All, in order.
    pub fn iter(&self) -> Keys<'_, T, ()> {
        self.0.keys()
    }

    /// Only those that `keep` wants.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.0.retain(|thing, ()| keep(thing));
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether it is there.
    pub fn contains<Q: Ord + ?Sized>(&self, thing: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains_key(thing)
    }

    /// The thing in the set that is equal to this.
    pub fn get<Q: Ord + ?Sized>(&self, thing: &Q) -> Option<&T>
    where
        T: Borrow<Q>,
    {
        let at = self.0.find(thing).ok()?;
        Some(&self.0.pairs[self.0.order[at] as usize].0)
    }

    /// Takes it out; whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, thing: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.remove(thing).is_some()
    }
}

impl<T: Ord> OrderedSet<T> {
    /// Puts it in; whether it was not there.
    pub fn insert(&mut self, thing: T) -> bool {
        self.0.insert(thing, ()).is_none()
    }

    /// What is not in the other.
    pub fn difference<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = &'s T> + Clone {
        self.iter().filter(|thing| !other.contains(*thing))
    }

    /// What is in the other too.
    pub fn intersection<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = &'s T> + Clone {
        self.iter().filter(|thing| other.contains(*thing))
    }

    /// Whether nothing is in both.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.intersection(other).next().is_none()
    }

    /// Whether all are in the other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.difference(other).next().is_none()
    }
}

impl<T> IntoIterator for OrderedSet<T> {
    type Item = T;
    type IntoIter = iter::Map<vec::IntoIter<(T, ())>, fn((T, ())) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|pair| pair.0)
    }
}

impl<'s, T> IntoIterator for &'s OrderedSet<T> {
    type Item = &'s T;
    type IntoIter = Keys<'s, T, ()>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> Default for OrderedSet<T> {
    fn default() -> Self {
        OrderedSet::new()
    }
}

impl<T: Ord> Extend<T> for OrderedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, things: I) {
        for thing in things {
            self.insert(thing);
        }
    }
}

impl<T: Ord> FromIterator<T> for OrderedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let mut set = OrderedSet::new();
        set.extend(things);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for OrderedSet<T> {
    fn from(things: [T; N]) -> Self {
        things.into_iter().collect()
    }
}

impl<T: PartialEq> PartialEq for OrderedSet<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Eq> Eq for OrderedSet<T> {}

impl<T: PartialOrd> PartialOrd for OrderedSet<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<T: Ord> Ord for OrderedSet<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<T: fmt::Debug> fmt::Debug for OrderedSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self).finish()
    }
}

impl<T: Serialize> Serialize for OrderedSet<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self)
    }
}

impl<'de, T: Deserialize<'de> + Ord> Deserialize<'de> for OrderedSet<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Vec::<T>::deserialize(from)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        /// The oracle is the standard library's map.
        #[test]
        fn it_holds_what_the_standard_map_does(steps in vec((0u8..5, "[a-f]{0,2}", any::<u16>()), 0..80)) {
            let (mut own, mut standard) = (OrderedMap::new(), BTreeMap::new());
            for (step, key, value) in steps {
                match step {
                    0 => prop_assert_eq!(own.remove(&key), standard.remove(&key)),
                    1 => {
                        let (a, b): (&mut u16, &mut u16) = (own.entry(key.clone()).or_default(), standard.entry(key).or_default());
                        (*a, *b) = (a.wrapping_add(value), b.wrapping_add(value));
                    }
                    2 => {
                        own.values_mut().for_each(|v| *v /= 2);
                        standard.values_mut().for_each(|v| *v /= 2);
                    }
                    _ => prop_assert_eq!(own.insert(key.clone(), value), standard.insert(key, value)),
                }
                prop_assert_eq!(own.len(), standard.len());
                prop_assert!(own.iter().eq(standard.iter()) && own.iter().rev().eq(standard.iter().rev()));
            }
            own.retain(|k, v| k.len() > 1 || *v > 9);
            standard.retain(|k, v| k.len() > 1 || *v > 9);
            prop_assert!(own.iter().eq(standard.iter()));
            let bytes = postcard::to_stdvec(&own).unwrap();
            prop_assert_eq!(&bytes, &postcard::to_stdvec(&standard).unwrap());
            prop_assert_eq!(&postcard::from_bytes::<OrderedMap<String, u16>>(&bytes).unwrap(), &own);
            prop_assert!(own.into_iter().eq(standard));
        }

        #[test]
        fn sets_too(a in vec(0u8..20, 0..20), b in vec(0u8..20, 0..20)) {
            let (own, other): (OrderedSet<u8>, OrderedSet<u8>) = (a.iter().copied().collect(), b.iter().copied().collect());
            let (standard, others): (BTreeSet<u8>, BTreeSet<u8>) = (a.into_iter().collect(), b.into_iter().collect());
            prop_assert!(own.iter().eq(&standard));
            prop_assert!(own.difference(&other).eq(standard.difference(&others)));
            prop_assert!(own.intersection(&other).eq(standard.intersection(&others)));
            prop_assert_eq!((own.is_disjoint(&other), own.is_subset(&other)), (standard.is_disjoint(&others), standard.is_subset(&others)));
            prop_assert_eq!(own.cmp(&other), standard.cmp(&others));
            prop_assert_eq!(postcard::to_stdvec(&own).unwrap(), postcard::to_stdvec(&standard).unwrap());
            prop_assert!(own.into_iter().eq(standard));
        }
    }
}
