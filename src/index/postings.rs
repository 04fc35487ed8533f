//! Postings: in which documents a term stands, how often, and where.
//!
//! A term's documents are cut into blocks of 128. Terms of one block and few documents have no heads; a term that
//! stands in more than every fifth document has its documents as one bitmap instead of packed steps.
//!
//! ```text
//! postings of a term:
//!   heads    16 bytes a block, if there are several: last document u32, where the block starts u32 (from the term's
//!            start), where its positions start u32 (from theirs), greatest weight of a document f32
//!   bitmap   a bit a document of the index, if the term is dense
//!   blocks   width of steps u8, of counts u8, of positions u8 · steps between documents - 1, packed · counts - 1, packed
//! positions of a term:
//!   blocks   for each document its first position, then the steps - 1; packed with the block's width
//! ```

use super::{
    bits::Bits,
    pack::{self, BLOCK, pack, push_varint, size, take_varint, u32_at, unpack, width},
};
use std::ops::Range;

const HEAD: usize = 16;
const WIDTHS: usize = 3;

/// Whether a term's documents lie as a bitmap.
pub(super) fn is_dense(found: u32, documents: u32) -> bool {
    found as usize > BLOCK && u64::from(found) * 5 > u64::from(documents)
}

/// The occurrences of one term while documents are added: a stream of steps, compact enough to keep all in memory.
#[derive(Clone, Debug, Default)]
pub struct Occurrences {
    /// In how many documents.
    pub found: u32,
    document: u32,
    position: u32,
    stream: Vec<u8>,
}

impl Occurrences {
    /// Adds a place; places come in order, and the same one twice counts once.
    pub fn push(&mut self, document: u32, position: u32) {
        if self.found > 0 && self.document == document {
            if position > self.position {
                push_varint((position - self.position) << 1, &mut self.stream);
            }
        } else {
            // The lowest bit tells a new document.
            let step = if self.found == 0 { document } else { document - self.document };
            push_varint(step << 1 | 1, &mut self.stream);
            push_varint(position, &mut self.stream);
            self.found += 1;
            self.document = document;
        }
        self.position = position;
    }

    /// Goes through it, document by document.
    pub fn walk(&self) -> Walk<'_> {
        let mut walk = Walk { document: None, place: 0, rest: &self.stream };
        if !self.stream.is_empty() {
            walk.document = Some(take_varint(&mut walk.rest) >> 1);
            walk.place = take_varint(&mut walk.rest);
        }
        walk
    }

    /// Calls `take` with each document and its places.
    fn each(&self, mut take: impl FnMut(u32, &[u32])) {
        let (mut walk, mut places) = (self.walk(), Vec::new());
        while let Some(document) = walk.document {
            places.clear();
            walk.take(|place| places.push(place));
            take(document, &places);
        }
    }

    /// Appends the term's postings and positions as an index holds them. `weight` is that of a document in which the
    /// term stands so often.
    pub fn write(
        &self,
        documents: u32,
        weight: impl Fn(u32, u32) -> f32,
        postings: &mut Vec<u8>,
        positions: &mut Vec<u8>,
    ) {
        let (start, positions_start) = (postings.len(), positions.len());
        let blocks = (self.found as usize).div_ceil(BLOCK);
        if blocks > 1 {
            postings.resize(start + blocks * HEAD, 0);
        }
        let dense = is_dense(self.found, documents);
        if dense {
            let mut bits = Bits::none(documents);
            self.each(|document, _| bits.set(document));
            postings.extend(bits.to_bytes());
        }
        let (mut steps, mut counts, mut places_of) = (Vec::new(), Vec::new(), Vec::new());
        let (mut next, mut block, mut last, mut peak) = (0, 0, 0, 0f32);
        let mut close =
            |block: usize, last: u32, peak: f32, steps: &mut Vec<u32>, counts: &mut Vec<u32>, places: &mut Vec<u32>| {
                if blocks > 1 {
                    let head = [last, (postings.len() - start) as u32, (positions.len() - positions_start) as u32];
                    let at = start + block * HEAD;
                    for (n, number) in head.into_iter().chain([peak.to_bits()]).enumerate() {
                        postings[at + 4 * n..at + 4 * n + 4].copy_from_slice(&number.to_le_bytes());
                    }
                }
                let widths = [if dense { 0 } else { width(steps) }, width(counts), width(places)];
                postings.extend(widths.map(|w| w as u8));
                if !dense {
                    pack(steps, widths[0], postings);
                }
                pack(counts, widths[1], postings);
                pack(places, widths[2], positions);
                steps.clear();
                counts.clear();
                places.clear();
            };
        self.each(|document, places| {
            steps.push(document - next);
            next = document + 1;
            counts.push(places.len() as u32 - 1);
            let mut before = 0;
            for place in places {
                places_of.push(place - before);
                before = place + 1;
            }
            last = document;
            peak = peak.max(weight(document, places.len() as u32));
            if steps.len() == BLOCK {
                close(block, last, peak, &mut steps, &mut counts, &mut places_of);
                block += 1;
                peak = 0.0;
            }
        });
        if !steps.is_empty() {
            close(block, last, peak, &mut steps, &mut counts, &mut places_of);
        }
    }
}

/// A way through one term's occurrences.
pub struct Walk<'a> {
    /// The next document.
    pub document: Option<u32>,
    /// Its first place.
    place: u32,
    rest: &'a [u8],
}

impl Walk<'_> {
    /// Calls `take` with the places in the next document, and goes on to the one after.
    pub fn take(&mut self, mut take: impl FnMut(u32)) {
        let (Some(document), mut place) = (self.document.take(), self.place) else { return };
        take(place);
        while !self.rest.is_empty() {
            let step = take_varint(&mut self.rest);
            if step & 1 == 1 {
                self.document = Some(document + (step >> 1));
                self.place = take_varint(&mut self.rest);
                return;
            }
            place += step >> 1;
            take(place);
        }
    }
}

/// The postings of one term, where they lie.
#[derive(Clone, Copy)]
pub struct Postings<'a> {
    /// In how many documents the term stands.
    pub found: u32,
    documents: u32,
    area: &'a [u8],
    positions: &'a [u8],
}

/// One block: where it lies and what its head says.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    /// How many documents.
    pub count: usize,
    /// The first document that can be in it, and one past the last.
    pub range: (u32, u32),
    /// No document of it weighs more.
    pub peak: f32,
    widths: [u32; WIDTHS],
    steps: &'a [u8],
    counts: &'a [u8],
    positions: &'a [u8],
}

impl<'a> Postings<'a> {
    /// The term's parts of the sections, from where its record says.
    pub fn of(found: u32, documents: u32, area: &'a [u8], positions: &'a [u8]) -> Self {
        Postings { found: found.min(documents), documents, area, positions }
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        (self.found as usize).div_ceil(BLOCK)
    }

    /// The bitmap of a dense term's documents.
    pub fn bitmap(&self) -> Option<&'a [u8]> {
        is_dense(self.found, self.documents).then(|| {
            let (start, length) = (self.blocks() * HEAD, self.documents.div_ceil(64) as usize * 8);
            self.area.get(start..start.saturating_add(length)).unwrap_or_default()
        })
    }

    /// The last document of a block, and the greatest weight in it; of a term without heads, what bounds them.
    #[inline]
    pub fn bound(&self, block: usize) -> (u32, f32) {
        if self.blocks() == 1 {
            return (self.documents.saturating_sub(1), f32::INFINITY);
        }
        (u32_at(self.area, block * 4), f32::from_bits(u32_at(self.area, block * 4 + 3)))
    }

    /// A block by its number.
    pub fn block(&self, n: usize) -> Block<'a> {
        let several = self.blocks() > 1;
        let count = (self.found as usize).saturating_sub(n * BLOCK).min(BLOCK);
        let (last, peak) = self.bound(n);
        let first = if n == 0 { 0 } else { self.bound(n - 1).0.saturating_add(1) };
        let (at, places) = if several { (u32_at(self.area, n * 4 + 1), u32_at(self.area, n * 4 + 2)) } else { (0, 0) };
        let bytes = self.area.get(at as usize..).unwrap_or_default();
        let widths = [0, 1, 2].map(|w| bytes.get(w).map_or(0, |b| u32::from(*b).min(32)));
        let steps = bytes.get(WIDTHS..).unwrap_or_default();
        Block {
            count,
            range: (first, last.saturating_add(1).min(self.documents)),
            peak,
            widths,
            steps,
            counts: steps.get(size(count, widths[0])..).unwrap_or_default(),
            positions: self.positions.get(places as usize..).unwrap_or_default(),
        }
    }

    /// Reads the documents of a block into the front of `into`.
    #[inline]
    pub fn read_documents(&self, block: &Block<'_>, into: &mut [u32; BLOCK]) {
        let into = &mut into[..block.count];
        if let Some(bitmap) = self.bitmap() {
            into.fill(u32::MAX);
            let mut free = into.iter_mut();
            each_one(bitmap, block.range, |document| free.next().map(|place| *place = document).is_some());
            return;
        }
        unpack(block.steps, block.widths[0], into);
        let mut next = block.range.0;
        for step in into {
            *step = step.saturating_add(next);
            next = step.saturating_add(1);
        }
    }

    /// Adds all documents to a set.
    pub fn add_to(&self, bits: &mut Bits) {
        if let Some(bitmap) = self.bitmap() {
            bits.or_bytes(bitmap);
            return;
        }
        let mut documents = [0; BLOCK];
        for n in 0..self.blocks() {
            let block = self.block(n);
            self.read_documents(&block, &mut documents);
            documents[..block.count].iter().for_each(|d| bits.set(*d));
        }
    }

    /// Calls `take` with every document and how often the term stands in it.
    pub fn each(&self, mut take: impl FnMut(u32, u32)) {
        let (mut documents, mut counts) = ([0; BLOCK], [0; BLOCK]);
        for n in 0..self.blocks() {
            let block = self.block(n);
            self.read_documents(&block, &mut documents);
            block.read_counts(&mut counts);
            for (document, count) in documents[..block.count].iter().zip(&counts) {
                take(*document, *count);
            }
        }
    }

    /// A cursor before the first document. `often`: most documents of a block will be asked for their positions.
    pub fn cursor(self, often: bool) -> Cursor<'a> {
        Cursor {
            postings: self,
            number: 0,
            last: self.bound(0).0,
            block: None,
            documents: [0; BLOCK],
            read: 0,
            at: 0,
            starts: [0; BLOCK + 1],
            started: false,
            often,
            places: Vec::new(),
        }
    }
}

impl Block<'_> {
    /// Reads how often the term stands in each document into the front of `into`.
    #[inline]
    pub fn read_counts(&self, into: &mut [u32; BLOCK]) {
        let into = &mut into[..self.count];
        unpack(self.counts, self.widths[1], into);
        into.iter_mut().for_each(|n| *n = n.saturating_add(1));
    }
}

/// Calls `take` with the documents of a bitmap in a range, until it says no.
#[inline]
fn each_one(bitmap: &[u8], range: (u32, u32), mut take: impl FnMut(u32) -> bool) {
    let (mut n, end) = (range.0 / 64, range.1.div_ceil(64));
    let mut keep = u64::MAX << (range.0 % 64);
    while n < end {
        let mut word = pack::word_at(bitmap, n as usize * 8) & keep;
        keep = u64::MAX;
        while word != 0 {
            if !take(n * 64 + word.trailing_zeros()) {
                return;
            }
            word &= word - 1;
        }
        n += 1;
    }
}

/// How many documents of a bitmap lie in a range.
#[inline]
fn ones(bitmap: &[u8], range: Range<u32>) -> usize {
    let (mut n, end) = (range.start / 64, range.end / 64);
    let mut keep = u64::MAX << (range.start % 64);
    let mut count = 0;
    while n < end {
        count += (pack::word_at(bitmap, n as usize * 8) & keep).count_ones();
        keep = u64::MAX;
        n += 1;
    }
    let tail = (1u64 << (range.end % 64)) - 1;
    (count + (pack::word_at(bitmap, n as usize * 8) & keep & tail).count_ones()) as usize
}

/// Goes through a term's documents, forward only, reading no more than it must.
pub struct Cursor<'a> {
    postings: Postings<'a>,
    /// The block it is in, its last document, and the block itself once it was needed.
    number: usize,
    last: u32,
    block: Option<Block<'a>>,
    /// The block's documents, if they were read, and how far it came in them.
    documents: [u32; BLOCK],
    read: usize,
    at: usize,
    /// Where the positions of each document of the block start, if that was needed.
    starts: [u32; BLOCK + 1],
    started: bool,
    /// Whether to read the positions of a whole block at once; these, or those of the document last asked for.
    often: bool,
    places: Vec<u32>,
}

impl<'a> Cursor<'a> {
    /// Goes to the block that may hold a document; says whether there is one.
    #[inline]
    fn reach(&mut self, document: u32) -> bool {
        let blocks = self.postings.blocks();
        while self.number < blocks && self.last < document {
            self.number += 1;
            (self.block, self.read, self.at, self.started) = (None, 0, 0, false);
            self.last = self.postings.bound(self.number).0;
        }
        self.number < blocks
    }

    /// Goes to the block that may hold a document, and says the greatest weight there.
    #[inline]
    pub fn peak(&mut self, document: u32) -> f32 {
        if self.reach(document) { self.postings.bound(self.number).1 } else { 0.0 }
    }

    /// The place of a document in its block, if the term stands there.
    #[inline]
    fn place(&mut self, document: u32) -> Option<usize> {
        if !self.reach(document) {
            return None;
        }
        let block = self.block.get_or_insert_with(|| self.postings.block(self.number));
        if !self.often
            && let Some(bitmap) = self.postings.bitmap()
        {
            let word = pack::word_at(bitmap, document as usize / 64 * 8);
            return (word >> (document % 64) & 1 == 1 && block.range.0 <= document)
                .then(|| ones(bitmap, block.range.0..document).min(BLOCK - 1));
        }
        if self.read == 0 {
            self.postings.read_documents(block, &mut self.documents);
            self.read = block.count;
        }
        let rest = self.documents.get(self.at..self.read).unwrap_or_default();
        let passed = rest.iter().take_while(|d| **d < document).count();
        self.at += passed;
        (rest.get(passed) == Some(&document)).then_some(self.at)
    }

    /// How often the term stands in a document, which must not be before the last one asked for; 0 = not at all.
    #[inline]
    pub fn count(&mut self, document: u32) -> u32 {
        match (self.place(document), &self.block) {
            (Some(n), Some(block)) => pack::at(block.counts, block.widths[1], n).saturating_add(1),
            _ => 0,
        }
    }

    /// Where the term stands in a document, which must not be before the last one asked for.
    #[inline]
    pub fn positions(&mut self, document: u32) -> &[u32] {
        let Some(n) = self.place(document) else { return &[] };
        if !self.started {
            self.start();
        }
        let (start, end) = (self.starts[n] as usize, self.starts[n + 1] as usize);
        if self.often {
            return self.places.get(start..end).unwrap_or_default();
        }
        self.places.clear();
        if let Some(block) = &self.block {
            let width = block.widths[2];
            let most = start + block.positions.len() * 8 / width.max(1) as usize;
            self.places.extend((start..end.min(most)).map(|i| pack::at(block.positions, width, i)));
            add_up(&mut self.places);
        }
        &self.places
    }

    /// Reads where the positions of the block's documents start; where most of them are asked for, also the positions.
    fn start(&mut self) {
        let Some(block) = &self.block else { return };
        self.started = true;
        let starts = &mut self.starts[1..=block.count];
        unpack(block.counts, block.widths[1], starts);
        let mut sum = 0u32;
        for start in starts {
            sum = sum.saturating_add(*start).saturating_add(1);
            *start = sum;
        }
        if !self.often {
            return;
        }
        let width = block.widths[2];
        // Damaged counts could ask for more than there is.
        let most = (block.positions.len() * 8 / width.max(1) as usize).min(1 << 24);
        self.places.resize((sum as usize).min(most), 0);
        unpack(block.positions, width, &mut self.places);
        let (mut rest, mut before) = (&mut self.places[..], 0);
        for start in &self.starts[1..=block.count] {
            let Some((own, others)) = std::mem::take(&mut rest).split_at_mut_checked((start - before) as usize) else {
                return;
            };
            add_up(own);
            (rest, before) = (others, *start);
        }
    }
}

/// Makes positions of the steps between them.
#[inline]
fn add_up(steps: &mut [u32]) {
    let mut next = 0u32;
    for step in steps {
        *step = step.saturating_add(next);
        next = step.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    const DOCUMENTS: u32 = 3000;

    fn places() -> impl Strategy<Value = BTreeMap<u32, BTreeSet<u32>>> {
        (1usize..1200).prop_flat_map(|n| {
            proptest::collection::btree_map(0..DOCUMENTS, proptest::collection::btree_set(0u32..500, 1..6), 1..=n)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn what_is_written_is_read(places in places(), asked in proptest::collection::btree_set(0..DOCUMENTS, 0..300)) {
            let mut occurrences = Occurrences::default();
            for (document, at) in &places {
                at.iter().for_each(|p| occurrences.push(*document, *p));
            }
            let (mut area, mut positions) = (Vec::new(), Vec::new());
            occurrences.write(DOCUMENTS, |document, times| (document % 7 + times) as f32, &mut area, &mut positions);
            area.extend([0; 8]);
            positions.extend([0; 8]);
            let postings = Postings::of(places.len() as u32, DOCUMENTS, &area, &positions);
            let mut read = Vec::new();
            postings.each(|d, n| read.push((d, n as usize)));
            prop_assert_eq!(&read, &places.iter().map(|(d, p)| (*d, p.len())).collect::<Vec<_>>());
            let mut bits = Bits::none(DOCUMENTS);
            postings.add_to(&mut bits);
            prop_assert_eq!(bits.iter().collect::<Vec<_>>(), places.keys().copied().collect::<Vec<_>>());
            let (mut counts, mut where_) = (postings.cursor(false), postings.cursor(asked.len() % 2 == 1));
            for document in asked {
                let peak = counts.peak(document);
                let expected = places.get(&document);
                let count = counts.count(document);
                prop_assert_eq!(count as usize, expected.map_or(0, |p| p.len()));
                prop_assert!(count == 0 || (document % 7 + count) as f32 <= peak);
                let list = where_.positions(document);
                prop_assert_eq!(list, &expected.map_or_else(Vec::new, |p| p.iter().copied().collect::<Vec<_>>())[..]);
            }
        }

        #[test]
        fn damaged_postings_never_panic(area in proptest::collection::vec(any::<u8>(), 0..400), found in 0u32..900, documents in 0u32..900) {
            let postings = Postings::of(found, documents, &area, &area);
            let mut bits = Bits::none(documents);
            postings.add_to(&mut bits);
            postings.each(|_, _| ());
            let mut cursor = postings.cursor(found % 2 == 1);
            for document in (0..documents).step_by(97) {
                cursor.count(document);
                cursor.positions(document);
            }
        }
    }
}
