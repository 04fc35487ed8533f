//! How an index lies in its bytes. It is used where it lies: opening it checks head, checksum and the bounds of the
//! sections, and decodes nothing but the names of the facets.
//!
//! ```text
//! 0   8  magic "DEMINDEX"
//! 8   2  format version, all numbers little-endian
//! 10  6  zero
//! 16  8  checksum of all that follows
//! 24  4  documents
//! 28  4  facets
//! 32  8  words of all documents together
//! 40  …  for each section: where it starts (8), how long it is (8)
//! …   …  the sections, each on an 8-byte border and followed by at least 8 bytes of zero:
//!
//! lengths     u8 a document: how many words it has, rounded (rank.rs)
//! days        i32 a document: days since 1970-01-01, or NO_DAY
//! heads       u32 a block of 16 terms: where its spelling starts, and one past the last
//! spellings   the sorted terms, front-coded (dictionary.rs)
//! records     12 bytes a term: documents u32, start of its postings u32, start of its positions u32
//! letters     u32 a term: one bit for each letter in it
//! sizes       u8 a term: its letters, counted
//! postings    for each term its documents and how often it stands in each (postings.rs)
//! positions   where it stands in each
//! common      u32 a term of which pairs are kept, ascending
//! pairs       16 bytes a pair of common terms that stand side by side, ascending: first and second term u32, documents
//!             u32, start of its postings (among the others; without positions) u32 (pair.rs)
//! label ends  u32 a document: where its label ends; empty where there are no labels
//! labels      the labels
//!
//! for each facet, the months first (facet.rs):
//! names       the facet's name and its values' names
//! directory   8 bytes a value: documents u32, start of its set u32
//! starts      u32 a document and one past the last; empty where no document has several values
//! cells       u16 a value of a document, in the order of the documents
//! sets        the documents of each value
//! ```

use super::pack::SLACK;
use std::ops::Range;
use thiserror::Error;

/// The version of the layout that this program writes and reads.
pub const VERSION: u16 = 2;
const MAGIC: &[u8; 8] = b"DEMINDEX";
const SUMMED: usize = 24;
const TABLE: usize = 40;

/// A section that every index has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Section {
    Lengths,
    Days,
    Heads,
    Spellings,
    Records,
    Letters,
    Sizes,
    Postings,
    Positions,
    Common,
    Pairs,
    LabelEnds,
    Labels,
}

/// How many sections every index has.
pub const SECTIONS: usize = 13;
/// How many more each facet has.
pub const FACET_SECTIONS: usize = 5;

/// Why bytes are not an index that this program can use, or why one cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IndexError {
    /// Something else.
    #[error("these bytes are not a Démarche index: build one, or load the file that was saved")]
    Foreign,
    /// Another layout.
    #[error("the index has format {index}, this program reads format {program}: build the index again")]
    OtherVersion {
        /// The file's.
        index: u16,
        /// This program's.
        program: u16,
    },
    /// Cut off or changed on its way.
    #[error("the index is damaged ({0}): load it again, or build it again")]
    Damaged(&'static str),
    /// More than the layout holds.
    #[error("{0}: split the documents over several indexes")]
    TooLarge(&'static str),
}

/// What the head says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many documents there are.
    pub documents: u32,
    /// How many facets, the months among them.
    pub facets: u32,
    /// How many words all documents have.
    pub words: u64,
}

/// Writes head and sections.
pub fn write(head: Head, sections: Vec<Vec<u8>>) -> Vec<u8> {
    let padded = |length: usize| (length + SLACK).next_multiple_of(8);
    let mut at = TABLE + 16 * sections.len();
    let mut bytes = Vec::with_capacity(at + sections.iter().map(|s| padded(s.len())).sum::<usize>());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.resize(SUMMED, 0);
    bytes.extend(head.documents.to_le_bytes());
    bytes.extend(head.facets.to_le_bytes());
    bytes.extend(head.words.to_le_bytes());
    for section in &sections {
        bytes.extend((at as u64).to_le_bytes());
        bytes.extend((section.len() as u64).to_le_bytes());
        at += padded(section.len());
    }
    for section in sections {
        let end = bytes.len() + padded(section.len());
        bytes.extend(section);
        bytes.resize(end, 0);
    }
    reseal(&mut bytes);
    bytes
}

/// Writes the checksum over what follows it.
pub(super) fn reseal(bytes: &mut [u8]) {
    if let Some((head, rest)) = bytes.split_at_mut_checked(SUMMED) {
        head[16..].copy_from_slice(&checksum(rest).to_le_bytes());
    }
}

/// Checks head, checksum and bounds, and says where the sections lie.
///
/// # Errors
/// See [`IndexError`].
pub fn read(bytes: &[u8]) -> Result<(Head, Vec<Range<usize>>), IndexError> {
    const CUT: IndexError = IndexError::Damaged("it is cut off");
    if !bytes.starts_with(MAGIC) {
        return Err(IndexError::Foreign);
    }
    let version = u16::from_le_bytes(chunk(bytes, 8).ok_or(CUT)?);
    if version != VERSION {
        return Err(IndexError::OtherVersion { index: version, program: VERSION });
    }
    let sum = u64::from_le_bytes(chunk(bytes, 16).ok_or(CUT)?);
    if sum != checksum(bytes.get(SUMMED..).ok_or(CUT)?) {
        return Err(IndexError::Damaged("its checksum differs"));
    }
    let head = Head {
        documents: u32::from_le_bytes(chunk(bytes, 24).ok_or(CUT)?),
        facets: u32::from_le_bytes(chunk(bytes, 28).ok_or(CUT)?),
        words: u64::from_le_bytes(chunk(bytes, 32).ok_or(CUT)?),
    };
    let count = SECTIONS as u64 + FACET_SECTIONS as u64 * u64::from(head.facets);
    if count * 16 > bytes.len() as u64 {
        return Err(CUT);
    }
    let mut sections = Vec::with_capacity(count as usize);
    for n in 0..count as usize {
        let number = |at| chunk(bytes, at).map(u64::from_le_bytes).and_then(|n| usize::try_from(n).ok()).ok_or(CUT);
        let (start, length) = (number(TABLE + 16 * n)?, number(TABLE + 16 * n + 8)?);
        let end = start.checked_add(length).ok_or(CUT)?;
        if end.checked_add(SLACK).is_none_or(|e| e > bytes.len()) {
            return Err(IndexError::Damaged("a section lies outside"));
        }
        sections.push(start..end);
    }
    Ok((head, sections))
}

fn chunk<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk::<N>().copied()
}

const PRIME: u64 = 0x9E37_79B1_85EB_CA87;

fn step(hash: u64, word: u64) -> u64 {
    (hash ^ word).wrapping_mul(PRIME).rotate_left(23)
}

/// Four lanes of multiply and exclusive-or over 64-bit words, then the rest: every change of one word changes its lane.
/// It finds damage; it does not keep out a forger.
fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes = [1u64, 2, 3, 4];
    let whole = bytes.len() / 32 * 32;
    let (blocks, rest) = bytes.split_at(whole);
    blocks.chunks(1 << 15).for_each(|chunk| lanes = mixed(lanes, chunk));
    let sum = lanes.iter().fold(bytes.len() as u64, |sum, lane| step(sum, *lane));
    rest.iter().fold(sum, |sum, byte| step(sum, u64::from(*byte)))
}

/// The lanes after a chunk. A call of its own: a browser swaps in its quick code for a function only when it is called
/// again, and one call over a whole index would run slowly to its end.
#[inline(never)]
fn mixed([mut a, mut b, mut c, mut d]: [u64; 4], chunk: &[u8]) -> [u64; 4] {
    for words in chunk.as_chunks::<8>().0.as_chunks::<4>().0 {
        let [e, f, g, h] = *words;
        a = step(a, u64::from_le_bytes(e));
        b = step(b, u64::from_le_bytes(f));
        c = step(c, u64::from_le_bytes(g));
        d = step(d, u64::from_le_bytes(h));
    }
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn some() -> Vec<u8> {
        let sections = (0..SECTIONS as u8).map(|n| vec![n; usize::from(n) * 3]).collect();
        write(Head { documents: 5, facets: 0, words: 77 }, sections)
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = some();
        let (head, sections) = read(&bytes).unwrap();
        assert_eq!(head, Head { documents: 5, facets: 0, words: 77 });
        assert_eq!(bytes[sections[4].clone()], [4; 12]);
        assert!(sections.iter().all(|s| s.start % 8 == 0));
    }

    #[test]
    fn other_bytes_are_told_apart() {
        assert_eq!(read(b"something else"), Err(IndexError::Foreign));
        let mut other = some();
        other[8] = 9;
        assert_eq!(read(&other), Err(IndexError::OtherVersion { index: 9, program: VERSION }));
    }

    proptest! {
        #[test]
        fn a_change_or_a_cut_is_found(at in 16usize..400, by in 1u8..255, cut in 0usize..400) {
            let whole = some();
            let mut changed = whole.clone();
            if let Some(byte) = changed.get_mut(at) {
                *byte ^= by;
                prop_assert!(read(&changed).is_err());
            }
            if cut < whole.len() {
                prop_assert!(read(&whole[..cut]).is_err());
            }
        }

        #[test]
        fn any_table_is_bounded(mut bytes in proptest::collection::vec(any::<u8>(), 24..400)) {
            bytes[..8].copy_from_slice(MAGIC);
            bytes[8..10].copy_from_slice(&VERSION.to_le_bytes());
            let sum = checksum(&bytes[SUMMED..]);
            bytes[16..24].copy_from_slice(&sum.to_le_bytes());
            let _ = read(&bytes);
        }
    }
}
