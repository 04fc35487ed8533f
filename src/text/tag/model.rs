//! The trained weights and how they decide.

use super::{
    Tag,
    feature::{self, TEMPLATES},
};
use crate::text::perceptron::{
    weights::{Weights, best_of},
    word::{self, Seen},
};
use std::sync::LazyLock;

/// Marks the file and its layout.
const MAGIC: [u8; 4] = *b"DTg1";

pub(super) const TAGS: usize = Tag::ALL.len();

/// What the tagger has learnt.
pub(super) struct Model {
    weights: Weights<TAGS>,
    /// Spellings that are always the same part of speech, sorted.
    certain: Vec<(u32, Tag)>,
}

/// The model that is built into the program.
pub(super) fn shipped() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| {
        Model::decode(include_bytes!("../data/tagger.bin")).unwrap_or_else(|| Model::new(Weights::new(&[]), Vec::new()))
    });
    &MODEL
}

impl Model {
    /// From weights and certain spellings.
    pub fn new(weights: Weights<TAGS>, mut certain: Vec<(u32, Tag)>) -> Self {
        certain.sort_by_key(|(spelling, _)| *spelling);
        Model { weights, certain }
    }

    /// Tags a sentence from left to right.
    pub fn tags(&self, words: &[&str]) -> Vec<Tag> {
        let seen = word::see(words);
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
        Tag::ALL[best_of(&self.weights.scores(features))]
    }

    /// The file: the weights, then the certain spellings with their tags.
    #[cfg(feature = "cli")]
    pub fn encode(features: &[(u32, [i8; TAGS])], certain: &[(u32, Tag)]) -> Vec<u8> {
        let mut bytes = Weights::encode(MAGIC, features, certain.len());
        for (spelling, tag) in certain {
            bytes.extend(spelling.to_le_bytes());
            bytes.push(*tag as u8);
        }
        bytes
    }

    /// Reads what [`Model::encode`] wrote; `None` where it is something else.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (weights, rest) = Weights::decode(MAGIC, bytes)?;
        let certain = rest
            .chunks_exact(5)
            .map(|c| Some((u32::from_le_bytes(c[..4].try_into().ok()?), *Tag::ALL.get(usize::from(c[4]))?)))
            .collect::<Option<Vec<_>>>()?;
        Some(Model::new(weights, certain))
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
