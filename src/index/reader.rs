//! An index that was opened: its bytes, and where their sections lie.

use super::{
    bits::Bits,
    dictionary::Dictionary,
    facet::Facet,
    layout::{self, FACET_SECTIONS, IndexError, SECTIONS, Section},
    pack::u32_at,
    pair,
    postings::Postings,
    rank::Norms,
    writer::NO_DAY,
};
use crate::corpus::day::Day;
use std::ops::Range;

/// Documents to be asked about.
#[derive(Clone, Debug, Default)]
pub struct Index {
    bytes: Vec<u8>,
    documents: u32,
    words: u64,
    sections: Vec<Range<usize>>,
    /// The facets, the months first.
    pub facets: Vec<Facet>,
    pub(super) norms: Norms,
}

impl Index {
    /// Opens an index where it lies, after checking head, checksum and the sizes of all sections.
    ///
    /// # Errors
    /// See [`IndexError`].
    pub fn open(bytes: Vec<u8>) -> Result<Self, IndexError> {
        let (head, mut sections) = layout::read(&bytes)?;
        let rest = sections.split_off(SECTIONS);
        let documents = head.documents as usize;
        let length = |section: Section| sections[section as usize].len();
        let terms = length(Section::Sizes);
        let labels = length(Section::LabelEnds);
        let fits = length(Section::Lengths) == documents
            && length(Section::Days) == 4 * documents
            && length(Section::Records) == 12 * terms
            && length(Section::Letters) == 4 * terms
            && length(Section::Heads) % 4 == 0
            && length(Section::Common) % 4 == 0
            && length(Section::Pairs) % pair::RECORD == 0
            && (labels == 0 || labels == 4 * documents);
        if !fits {
            return Err(IndexError::Damaged("its sections do not fit together"));
        }
        let facets: Vec<Facet> =
            rest.chunks(FACET_SECTIONS).map(|s| Facet::open(&bytes, s, head.documents)).collect::<Result<_, _>>()?;
        if facets.is_empty() {
            return Err(IndexError::Damaged("it has no months"));
        }
        let norms = Norms::of(head.words, head.documents);
        Ok(Index { bytes, documents: head.documents, words: head.words, sections, facets, norms })
    }

    /// How many documents there are.
    pub fn len(&self) -> u32 {
        self.documents
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// How many words all documents have.
    pub fn words(&self) -> u64 {
        self.words
    }

    /// The bytes it lies in.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn section(&self, section: Section) -> &[u8] {
        self.sections.get(section as usize).and_then(|range| self.bytes.get(range.clone())).unwrap_or_default()
    }

    /// From a place in a section to the end of the index, so that a word may be read over the section's end.
    fn tail(&self, section: Section, at: u32) -> &[u8] {
        let start = self.sections.get(section as usize).map_or(usize::MAX, |r| r.start.saturating_add(at as usize));
        self.bytes.get(start..).unwrap_or_default()
    }

    /// The dictionary.
    pub fn dictionary(&self) -> Dictionary<'_> {
        Dictionary {
            heads: self.section(Section::Heads),
            spellings: self.section(Section::Spellings),
            letters: self.section(Section::Letters),
            sizes: self.section(Section::Sizes),
        }
    }

    /// The postings of a term.
    pub fn postings(&self, term: u32) -> Postings<'_> {
        let records = self.section(Section::Records);
        let [found, area, positions] = [0, 1, 2].map(|n| u32_at(records, term as usize * 3 + n));
        Postings::of(
            found,
            self.documents,
            self.tail(Section::Postings, area),
            self.tail(Section::Positions, positions),
        )
    }

    /// The documents in which two terms stand side by side, without positions; `None` = it is not kept of these terms.
    pub(super) fn pair(&self, first: u32, second: u32) -> Option<Postings<'_>> {
        let sections = (self.section(Section::Common), self.section(Section::Pairs));
        let [first, second] = [first, second].map(|term| (term, self.postings(term).found));
        let (found, area) = pair::find(sections, first, second, self.documents)?;
        Some(Postings::of(found, self.documents, self.tail(Section::Postings, area), &[]))
    }

    /// The rounded length of a document.
    #[inline]
    pub(super) fn length(&self, document: u32) -> u8 {
        self.section(Section::Lengths).get(document as usize).copied().unwrap_or(0)
    }

    /// The day of a document.
    pub fn day(&self, document: u32) -> Option<Day> {
        let days = self.section(Section::Days).as_chunks::<4>().0;
        days.get(document as usize).map(|d| i32::from_le_bytes(*d)).filter(|d| *d != NO_DAY).map(Day)
    }

    /// The label of a document.
    pub fn label(&self, document: u32) -> &str {
        let ends = self.section(Section::LabelEnds);
        let start = document.checked_sub(1).map_or(0, |before| u32_at(ends, before as usize)) as usize;
        let end = u32_at(ends, document as usize) as usize;
        let label = self.section(Section::Labels).get(start..end);
        label.and_then(|l| std::str::from_utf8(l).ok()).unwrap_or_default()
    }

    /// The number of a facet.
    pub fn facet(&self, name: &str) -> Option<usize> {
        self.facets.iter().position(|f| f.name == name)
    }

    /// The documents that have one of these values in a facet.
    pub fn having(&self, facet: usize, values: impl IntoIterator<Item = usize>) -> Bits {
        let mut bits = Bits::none(self.documents);
        if let Some(facet) = self.facets.get(facet) {
            for value in values {
                facet.add_to(&self.bytes, value, &mut bits, self.documents);
            }
        }
        bits
    }

    /// The documents of the days from the first to the last one, both among them.
    pub fn between(&self, first: Option<Day>, last: Option<Day>) -> Bits {
        let (from, to) = (first.unwrap_or(Day(i32::MIN)), last.unwrap_or(Day(i32::MAX)));
        let mut whole = Bits::none(self.documents);
        let mut edges = Bits::none(self.documents);
        let Some(months) = self.facets.first() else { return whole };
        for (n, name) in months.values.iter().enumerate() {
            let Some((start, end)) = days_of(name) else { continue };
            if start >= from && end <= to {
                months.add_to(&self.bytes, n, &mut whole, self.documents);
            } else if start <= to && end >= from {
                months.add_to(&self.bytes, n, &mut edges, self.documents);
            }
        }
        edges.each(|document| {
            if self.day(document).is_some_and(|day| from <= day && day <= to) {
                whole.set(document);
            }
        });
        whole
    }
}

/// The first and the last day of a month by its name.
fn days_of(month: &str) -> Option<(Day, Day)> {
    let start = Day::parse(&format!("{month}-01"))?;
    let (year, number, _) = start.civil();
    Some((start, start.plus(crate::corpus::day::days_in_month(year, number) as i32 - 1)))
}
