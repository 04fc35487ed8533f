//! The trained weights and how they decide.

use super::{
    Tag,
    feature::{self, Seen, TEMPLATES},
};
use std::sync::LazyLock;

/// Marks the file and its layout.
pub(super) const MAGIC: [u8; 4] = *b"DTg1";

const TAGS: usize = Tag::ALL.len();

/// Weights of features, each a row of one weight a tag, found by open addressing.
pub(super) struct Model {
    /// Feature + 1, or 0 for a free slot.
    keys: Vec<u32>,
    rows: Vec<[i8; TAGS]>,
    /// Spellings that are always the same part of speech, sorted.
    certain: Vec<(u32, Tag)>,
}

/// The model that is built into the program.
pub(super) fn shipped() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| {
        Model::decode(include_bytes!("../data/tagger.bin")).unwrap_or_else(|| Model::new(&[], Vec::new()))
    });
    &MODEL
}

impl Model {
    /// From features with their rows, and certain spellings.
    pub fn new(features: &[(u32, [i8; TAGS])], mut certain: Vec<(u32, Tag)>) -> Self {
        let size = (features.len() * 2 + 1).next_power_of_two();
        let mut model = Model { keys: vec![0; size], rows: vec![[0; TAGS]; size], certain: Vec::new() };
        for (key, row) in features {
            let mut slot = spread(*key) & (size - 1);
            while model.keys[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            model.keys[slot] = key + 1;
            model.rows[slot] = *row;
        }
        certain.sort_by_key(|(spelling, _)| *spelling);
        model.certain = certain;
        model
    }

    /// Tags a sentence from left to right.
    pub fn tags(&self, words: &[&str]) -> Vec<Tag> {
        let seen = feature::see(words);
        let mut tags = Vec::with_capacity(words.len());
        for i in 0..seen.len() {
            let tag = match self.certain_tag(&seen[i]) {
                Some(tag) => tag,
                None => compound(words[i], self.best(&feature::features(&seen, &tags, i))),
            };
            tags.push(tag);
        }
        tags
    }

    pub fn certain_tag(&self, word: &Seen) -> Option<Tag> {
        let i = self.certain.binary_search_by_key(&word.exact, |(spelling, _)| *spelling).ok()?;
        Some(self.certain[i].1)
    }

    fn best(&self, features: &[u32; TEMPLATES]) -> Tag {
        let mut scores = [0i32; TAGS];
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
        best_of(&scores)
    }

    /// The file: magic, counts, then gaps between features, numbers of tags with the last of a feature marked, weights,
    /// and the certain spellings with their tags.
    #[cfg(feature = "cli")]
    pub fn encode(features: &[(u32, [i8; TAGS])], certain: &[(u32, Tag)]) -> Vec<u8> {
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
        let mut bytes = MAGIC.to_vec();
        for count in [features.len(), gaps.len(), weights.len(), certain.len()] {
            bytes.extend((count as u32).to_le_bytes());
        }
        bytes.extend(gaps);
        bytes.extend(numbers);
        bytes.extend(weights);
        for (spelling, tag) in certain {
            bytes.extend(spelling.to_le_bytes());
            bytes.push(*tag as u8);
        }
        bytes
    }

    /// Reads what [`Model::encode`] wrote; `None` where it is something else.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (magic, rest) = bytes.split_at_checked(MAGIC.len())?;
        if magic != MAGIC {
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
            let mut row = [0; TAGS];
            for (number, weight) in entries.by_ref() {
                *row.get_mut(usize::from(number & 0x7f))? = *weight as i8;
                if number & 0x80 != 0 {
                    break;
                }
            }
            features.push((feature, row));
        }
        let certain = rest
            .chunks_exact(5)
            .map(|c| Some((u32::from_le_bytes(c[..4].try_into().ok()?), *Tag::ALL.get(usize::from(c[4]))?)))
            .collect::<Option<Vec<_>>>()?;
        Some(Model::new(&features, certain))
    }
}

/// The treebank cuts compounds at hyphens; uncut, a participle or a counted noun at the end makes an adjective
/// ("a Moscow-backed plan", "five-hour talks").
fn compound(word: &str, tail: Tag) -> Tag {
    let Some((head, last)) = word.rsplit_once('-') else { return tail };
    let counted = head.starts_with(|c: char| c.is_ascii_digit()) && last.chars().all(char::is_alphabetic);
    let joined = head.chars().count() > 3 || head.contains('.') || head.eq_ignore_ascii_case("so");
    match tail {
        Tag::Noun if counted && !last.is_empty() => Tag::Adj,
        Tag::Verb
            if joined && ["ed", "ing", "led", "made", "held", "run", "born"].iter().any(|e| last.ends_with(e)) =>
        {
            Tag::Adj
        }
        _ => tail,
    }
}

/// Neighbouring features must not crowd neighbouring slots.
fn spread(feature: u32) -> usize {
    (feature.wrapping_mul(0x9e37_79b9) >> 8) as usize
}

/// The tag with the highest score, the first of equals.
pub(super) fn best_of(scores: &[i32; TAGS]) -> Tag {
    let mut best = 0;
    for (n, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = n;
        }
    }
    Tag::ALL[best]
}
