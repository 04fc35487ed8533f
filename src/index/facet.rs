//! Facets: which values each document has, and which documents each value.
//!
//! A facet's cells are read to count, its sets to filter. A value of more than every 32nd document has its set as a
//! bitmap, any other as a sorted list of documents.

use super::{
    bits::Bits,
    layout::IndexError,
    pack::{u16_at, u32_at},
};
use crate::text::ordered::OrderedMap;
use std::ops::Range;

/// A document without a value, where no document has several.
const NONE: u16 = u16::MAX;

fn is_dense(found: u32, documents: u32) -> bool {
    u64::from(found) * 32 > u64::from(documents)
}

/// A facet while documents are added.
#[derive(Clone, Debug, Default)]
pub struct FacetWriter {
    name: String,
    numbers: OrderedMap<String, u32>,
    cells: Vec<u32>,
    ends: Vec<u32>,
}

impl FacetWriter {
    /// A facet without documents.
    pub fn new(name: &str) -> Self {
        FacetWriter { name: name.to_string(), ..Self::default() }
    }

    /// Adds the next document with its values; repeated ones count once.
    pub fn push<'v>(&mut self, values: impl IntoIterator<Item = &'v str>) {
        let start = self.cells.len();
        for value in values {
            let next = self.numbers.len() as u32;
            let number = match self.numbers.get(value) {
                Some(number) => *number,
                None => *self.numbers.entry(value.to_string()).or_insert(next),
            };
            if !self.cells[start..].contains(&number) {
                self.cells.push(number);
            }
        }
        self.ends.push(self.cells.len() as u32);
    }

    /// The facet's sections: names, directory, starts, cells, sets; its values in the order of their names.
    ///
    /// # Errors
    /// [`IndexError::TooLarge`] where it has more than 65,535 values.
    pub fn write(self) -> Result<[Vec<u8>; 5], IndexError> {
        if self.numbers.len() >= usize::from(NONE) {
            return Err(IndexError::TooLarge("a facet has more than 65,534 values"));
        }
        let mut place = vec![0u16; self.numbers.len()];
        let mut names = vec![self.name.as_str()];
        for (n, (name, number)) in (0u16..).zip(&self.numbers) {
            place[*number as usize] = n;
            names.push(name);
        }
        let documents = self.ends.len() as u32;
        let several = self.ends.iter().scan(0, |start, end| Some(end - std::mem::replace(start, *end))).any(|n| n > 1);
        let (mut starts, mut cells) = (Vec::new(), Vec::new());
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); place.len()];
        let mut start = 0;
        for (document, end) in (0u32..).zip(&self.ends) {
            if several {
                starts.extend((cells.len() as u32 / 2).to_le_bytes());
            }
            let mut own: Vec<u32> =
                self.cells[start as usize..*end as usize].iter().map(|n| place[*n as usize].into()).collect();
            own.sort_unstable();
            start = *end;
            own.iter().for_each(|n| lists[*n as usize].push(document));
            if !several && own.is_empty() {
                own.push(NONE.into());
            }
            cells.extend(own.iter().flat_map(|n| (*n as u16).to_le_bytes()));
        }
        if several {
            starts.extend((cells.len() as u32 / 2).to_le_bytes());
        }
        let (mut directory, mut sets) = (Vec::new(), Vec::new());
        for list in lists {
            directory.extend((list.len() as u32).to_le_bytes());
            directory.extend((sets.len() as u32).to_le_bytes());
            if is_dense(list.len() as u32, documents) {
                let mut bits = Bits::none(documents);
                list.iter().for_each(|d| bits.set(*d));
                sets.extend(bits.to_bytes());
            } else {
                sets.extend(list.iter().flat_map(|d| d.to_le_bytes()));
            }
        }
        let mut text = (names.len() as u32 - 1).to_le_bytes().to_vec();
        let mut end = 0u32;
        for name in &names {
            end += name.len() as u32;
            text.extend(end.to_le_bytes());
        }
        names.iter().for_each(|name| text.extend(name.as_bytes()));
        Ok([text, directory, starts, cells, sets])
    }
}

/// Names of a facet and its values, and where its sections lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its name.
    pub name: String,
    /// Its values in the order of their names; elsewhere they are meant by number.
    pub values: Vec<String>,
    directory: Range<usize>,
    starts: Range<usize>,
    cells: Range<usize>,
    sets: Range<usize>,
}

impl Facet {
    /// Reads the names and checks the sizes of the sections, given in their order.
    ///
    /// # Errors
    /// [`IndexError::Damaged`] where they do not fit together.
    pub fn open(bytes: &[u8], sections: &[Range<usize>], documents: u32) -> Result<Self, IndexError> {
        const DAMAGED: IndexError = IndexError::Damaged("a facet's parts do not fit together");
        let [names, directory, starts, cells, sets] = sections else { return Err(DAMAGED) };
        let text = bytes.get(names.clone()).ok_or(DAMAGED)?;
        let count = u32_at(text, 0) as usize;
        let base = count.checked_add(2).and_then(|n| n.checked_mul(4)).filter(|b| *b <= text.len()).ok_or(DAMAGED)?;
        let mut all = Vec::with_capacity(count + 1);
        let mut start = base;
        for n in 0..=count {
            let end = base.saturating_add(u32_at(text, n + 1) as usize);
            let name = text.get(start..end).and_then(|name| std::str::from_utf8(name).ok()).ok_or(DAMAGED)?;
            all.push(name.to_string());
            start = end;
        }
        let name = all.remove(0);
        let documents = documents as usize;
        let fits = directory.len() == 8 * count
            && (starts.is_empty() && cells.len() == 2 * documents || starts.len() == 4 * (documents + 1));
        if !fits {
            return Err(DAMAGED);
        }
        let [directory, starts, cells, sets] = [directory, starts, cells, sets].map(Range::clone);
        Ok(Facet { name, values: all, directory, starts, cells, sets })
    }

    /// How many documents each value has.
    pub fn totals(&self, bytes: &[u8]) -> Vec<u32> {
        let directory = &bytes[self.directory.clone()];
        (0..self.values.len()).map(|n| u32_at(directory, 2 * n)).collect()
    }

    /// Adds the documents of a value to a set.
    pub fn add_to(&self, bytes: &[u8], value: usize, bits: &mut Bits, documents: u32) {
        let directory = &bytes[self.directory.clone()];
        let (found, at) = (u32_at(directory, 2 * value), u32_at(directory, 2 * value + 1) as usize);
        let sets = bytes[self.sets.clone()].get(at..).unwrap_or_default();
        if is_dense(found, documents) {
            bits.or_bytes(sets.get(..documents.div_ceil(64) as usize * 8).unwrap_or(sets));
        } else {
            sets.as_chunks::<4>().0.iter().take(found as usize).for_each(|d| bits.set(u32::from_le_bytes(*d)));
        }
    }

    /// Counts the documents of a set by value.
    pub fn count(&self, bytes: &[u8], among: &Bits) -> Vec<u32> {
        // One more place takes the documents without a value.
        let mut counts = vec![0u32; self.values.len() + 1];
        let (cells, starts) = (&bytes[self.cells.clone()], &bytes[self.starts.clone()]);
        let mut add = |value: u16| {
            let last = counts.len() - 1;
            counts[usize::from(value).min(last)] += 1;
        };
        if starts.is_empty() {
            let (cells, _) = cells.as_chunks::<2>();
            among.each(|document| add(cells.get(document as usize).map_or(NONE, |c| u16::from_le_bytes(*c))));
        } else {
            among.each(|document| {
                let (from, to) = (u32_at(starts, document as usize), u32_at(starts, document as usize + 1));
                (from..to.min(from.saturating_add(1 << 16))).for_each(|n| add(u16_at(cells, n as usize)));
            });
        }
        counts.pop();
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn laid(facet: FacetWriter) -> (Vec<u8>, Vec<Range<usize>>) {
        let mut bytes = Vec::new();
        let ranges = facet.write().unwrap().map(|section| {
            let start = bytes.len();
            bytes.extend(section);
            start..bytes.len()
        });
        (bytes, ranges.to_vec())
    }

    proptest! {
        #[test]
        fn values_and_documents(
            rows in proptest::collection::vec(proptest::collection::vec("[a-d]{1,2}", 0..3), 1..90),
            among in proptest::collection::btree_set(0u32..90, 0..90),
        ) {
            let mut writer = FacetWriter::new("outlet");
            rows.iter().for_each(|row| writer.push(row.iter().map(String::as_str)));
            let documents = rows.len() as u32;
            let (bytes, sections) = laid(writer);
            let facet = Facet::open(&bytes, &sections, documents).unwrap();
            prop_assert_eq!(&facet.name, "outlet");
            let mut bits = Bits::none(documents);
            among.iter().for_each(|d| bits.set(*d));
            let has = |d: usize, value: &String| rows[d].contains(value);
            for (n, value) in facet.values.iter().enumerate() {
                let mut own = Bits::none(documents);
                facet.add_to(&bytes, n, &mut own, documents);
                prop_assert!((0..rows.len()).all(|d| own.has(d as u32) == has(d, value)));
                prop_assert_eq!(facet.totals(&bytes)[n], own.count());
                let expected = (0..rows.len()).filter(|d| bits.has(*d as u32) && has(*d, value)).count();
                prop_assert_eq!(facet.count(&bytes, &bits)[n] as usize, expected);
            }
        }

        #[test]
        fn damaged_sections_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), cuts in proptest::collection::vec(0usize..200, 6), documents in 0u32..20) {
            let mut cuts: Vec<usize> = cuts.iter().map(|c| *c.min(&bytes.len())).collect();
            cuts.sort_unstable();
            let sections: Vec<Range<usize>> = cuts.windows(2).map(|w| w[0]..w[1]).collect();
            if let Ok(facet) = Facet::open(&bytes, &sections, documents) {
                facet.totals(&bytes);
                facet.count(&bytes, &Bits::all(documents));
                (0..facet.values.len()).for_each(|n| facet.add_to(&bytes, n, &mut Bits::none(documents), documents));
            }
        }
    }
}
