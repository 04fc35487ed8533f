//! The trained weights and how they decide.

use super::{Tag, feature};
use crate::text::order::Order;
use crate::text::perceptron::{
    weights::{Weights, best_of},
    word::{self, ByForm, Form, Seen},
};
use std::{cell::RefCell, sync::LazyLock};

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

/// What the model says of a word by itself.
#[derive(Clone, Copy)]
pub(super) enum Own {
    /// It is always this.
    Certain(Tag),
    /// What its own features add up to.
    Scores([i16; TAGS]),
}

/// What the model says of the forms that are remembered.
pub(super) type Memory = ByForm<Own>;

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// A tag for each word, by the model that is built in. `forms` are the numbers of the words.
pub(super) fn tags(words: &[&str], forms: &[Form]) -> Vec<Tag> {
    MEMORY.with_borrow_mut(|memory| shipped().tags(words, forms, memory))
}

impl Model {
    /// From weights and certain spellings.
    pub fn new(weights: Weights<TAGS>, mut certain: Vec<(u32, Tag)>) -> Self {
        certain.order_by_key(|(spelling, _)| *spelling);
        Model { weights, certain }
    }

    /// Tags a sentence from left to right. `memory` is this model's.
    pub fn tags(&self, words: &[&str], forms: &[Form], memory: &mut Memory) -> Vec<Tag> {
        let seen = word::see(words, forms);
        let mut tags = Vec::with_capacity(words.len());
        for (i, (this, form)) in seen.iter().zip(forms).enumerate() {
            let tag = match self.own(this, *form, i == 0, memory) {
                Own::Certain(tag) => tag,
                Own::Scores(own) => {
                    let mut scores = own.map(i32::from);
                    self.weights.add(&feature::placed(&seen, &tags, i), &mut scores);
                    compound(words[i], Tag::ALL[best_of(&scores)])
                }
            };
            tags.push(tag);
        }
        tags
    }

    fn own(&self, this: &Seen, form: Form, first: bool, memory: &mut Memory) -> Own {
        if first || this.headline {
            return self.own_anew(this, first);
        }
        memory.known(form, || self.own_anew(this, false))
    }

    fn own_anew(&self, this: &Seen, first: bool) -> Own {
        match self.certain_tag(this) {
            Some(tag) => Own::Certain(tag),
            None => Own::Scores(self.weights.scores(&feature::own(this, first)).map(|score| score as i16)),
        }
    }

    pub fn certain_tag(&self, word: &Seen) -> Option<Tag> {
        let i = self.certain.binary_search_by_key(&word.exact, |(spelling, _)| *spelling).ok()?;
        Some(self.certain[i].1)
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
