//! The trained weights and how they decide.

use super::{
    Tag,
    feature::{self, NO_TAG, Near},
};
use crate::text::order::Order;
use crate::text::perceptron::{
    weights::{Sums, Weights},
    word::{self, ByForm, EDGE, Form, Seen, UNKNOWN},
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
    /// What stands outside a sentence, to its first and last words.
    edge: Near,
    /// The rows of two tags, the last one and the one before it.
    told: Vec<[u32; 2]>,
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
    Sums(Sums),
}

/// What the model says of the forms that are remembered.
#[derive(Default)]
pub(super) struct Memory {
    own: ByForm<Own>,
    near: ByForm<Near>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// A tag for each word, by the model that is built in. `forms` are the numbers of the words.
pub(super) fn tags(words: &[&str], forms: &[Form]) -> Vec<Tag> {
    MEMORY.with_borrow_mut(|memory| shipped().tags(words, forms, memory))
}

/// Whether the model has anything of a word as such.
pub(super) fn is_met(word: &str) -> bool {
    let Some(seen) = word::see(&[word], &[UNKNOWN]).into_iter().next() else { return true };
    let model = shipped();
    model.certain_tag(&seen).is_some()
        || model.weights.row(feature::own(&seen, false)[1]) != 0
        || Near::of(&seen, |f| model.weights.row(f)).rows != [0; 4]
}

impl Model {
    /// From weights and certain spellings.
    pub fn new(weights: Weights<TAGS>, mut certain: Vec<(u32, Tag)>) -> Self {
        certain.order_by_key(|(spelling, _)| *spelling);
        let edge = Near::of(&EDGE, |feature| weights.row(feature));
        let all = (0..=NO_TAG).flat_map(|t1| (0..=NO_TAG).map(move |t2| feature::told(t1, t2)));
        let told = all.map(|both| both.map(|feature| weights.row(feature))).collect();
        Model { weights, certain, edge, told }
    }

    /// Tags a sentence from left to right. `memory` is this model's.
    pub fn tags(&self, words: &[&str], forms: &[Form], memory: &mut Memory) -> Vec<Tag> {
        let seen = word::see(words, forms);
        // Those of words that are not remembered, in order.
        let mut strange: Vec<Near> = Vec::new();
        for (word, form) in seen.iter().zip(forms) {
            if memory.near.get(*form).is_none() {
                let near = memory.near.known(*form, || Near::of(word, |feature| self.weights.row(feature)));
                strange.extend(Some(near).filter(|_| *form == UNKNOWN));
            }
        }
        let (known, mut strange) = (&memory.near, strange.iter());
        let near: Vec<&Near> =
            forms.iter().map(|form| known.get(*form).or_else(|| strange.next()).unwrap_or(&self.edge)).collect();
        let mut tags = Vec::with_capacity(words.len());
        let (mut t1, mut t2) = (NO_TAG, NO_TAG);
        for (i, (this, form)) in seen.iter().zip(forms).enumerate() {
            let tag = match self.own(this, *form, i == 0, &mut memory.own) {
                Own::Certain(tag) => tag,
                Own::Sums(mut sums) => {
                    let near = |offset: isize| {
                        i.checked_add_signed(offset).and_then(|k| near.get(k)).copied().unwrap_or(&self.edge)
                    };
                    let (before, here, after) = (near(-1), near(0), near(1));
                    let word = |k: Option<usize>| k.and_then(|k| seen.get(k)).unwrap_or(&EDGE);
                    let words_here = [word(i.checked_sub(1)), this, word(Some(i + 1))];
                    let told = self.told.get(t1 * (NO_TAG + 1) + t2).copied().unwrap_or_default();
                    let alone = [before.rows[0], near(-2).rows[1], after.rows[2], near(2).rows[3]];
                    for row in told.into_iter().chain(alone).filter(|row| *row != 0) {
                        self.weights.add_row(row, &mut sums);
                    }
                    self.weights.add(&feature::joined(t1, words_here, [before, here, after]), &mut sums);
                    let tag = Tag::ALL[sums.best::<TAGS>()];
                    if this.has_hyphen() { compound(words[i], tag) } else { tag }
                }
            };
            (t2, t1) = (t1, tag as usize);
            tags.push(tag);
        }
        tags
    }

    fn own(&self, this: &Seen, form: Form, first: bool, memory: &mut ByForm<Own>) -> Own {
        if first || this.headline {
            return self.own_anew(this, first);
        }
        memory.known(form, || self.own_anew(this, false))
    }

    fn own_anew(&self, this: &Seen, first: bool) -> Own {
        if let Some(tag) = self.certain_tag(this) {
            return Own::Certain(tag);
        }
        let mut sums = Sums::default();
        self.weights.add(&feature::own(this, first), &mut sums);
        Own::Sums(sums)
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
