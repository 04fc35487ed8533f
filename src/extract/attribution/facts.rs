//! What a word says by itself to the rules of attribution: looked up once for each spelling, for texts repeat their words.

use super::sight;
use crate::{
    extract::{
        act::feature::{grammar, hash, stem},
        addressed,
        page::Page,
        sign::{self, Starts},
    },
    lexicon::{
        class::{Classes, WordClass as Is},
        cue::{Cues, Entries},
        deed::Deeds,
        gazetteer::gazetteer,
    },
    text::{glance::Glance, order::Order, perceptron::word::ByForm},
};
use std::{cell::RefCell, sync::LazyLock};

/// A word by itself.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The cues that start with it.
    pub cues: &'static Entries,
    /// What it looks like.
    pub glance: Glance,
    /// The signs of acts that may start with it.
    pub signs: Starts,
    /// What it tells as a word of grammar to the learner of acts.
    pub grammar: u32,
    /// Its number for what was learnt, and that of its first letters.
    pub hash: u32,
    /// See `hash`.
    pub stem: u32,
    /// Whether it is printed in lower case.
    pub plain: bool,
    /// Whether a noun that tells a deed may start with it.
    pub deeds: bool,
    /// Whether it is of a class that the rules know better than the tagger.
    pub closed: bool,
    /// Whether it is a form of an auxiliary.
    pub auxiliary: bool,
    /// Whether it is a verb's form and no other word.
    pub only_verb: bool,
    /// Whether it is a word for people and bodies that take part in meetings.
    pub role: bool,
    /// Whether it can be a party’s without a name.
    pub party: bool,
    /// The classes of words that the rules of acts ask for.
    pub classes: Classes,
    /// Whether it may be a participle.
    pub participle: bool,
    /// Whether it is a verb in the past.
    pub past: bool,
    /// A form in -ing.
    pub ing: bool,
    /// A pronoun that can be a subject.
    pub pronoun: bool,
    /// A personal pronoun.
    pub personal: bool,
    /// "who", "which": relative in any case.
    pub relative: bool,
    /// "his", "whose": possessive in any case.
    pub possessive: bool,
    /// A quotation mark in any case.
    pub quotes: bool,
    /// A dash.
    pub dash: bool,
    /// Whether it is a name by itself, and the state that it stands for.
    pub name: Option<Option<&'static str>>,
}

impl Facts {
    /// The facts of a word, as printed and in lower case.
    pub fn of(word: &str, low: &str) -> Self {
        let classes = Classes::of(low);
        let is = |class: Is| classes.has(class);
        let ed = low.ends_with("ed") && !is(Is::BaseInEd);
        Facts {
            cues: Cues::shared().starting(if low == "n't" { "not" } else { low }),
            glance: Glance::of(low),
            signs: sign::starting(low),
            grammar: grammar(low),
            hash: hash(low),
            stem: hash(stem(low)),
            plain: word == low,
            deeds: Deeds::shared().may_name(low),
            closed: is(Is::ClosedClass),
            auxiliary: is(Is::Auxiliary) || low.ends_with("n't"),
            only_verb: ONLY_VERBS.binary_search(&low).is_ok(),
            role: is(Is::Role),
            party: addressed::may_be_party(low, classes),
            classes,
            participle: ed || low.ends_with("en") || is(Is::IrregularParticiple),
            past: ed || is(Is::IrregularPast),
            ing: sight::is_ing(low),
            pronoun: is(Is::Pronoun),
            personal: is(Is::PersonalPronoun),
            relative: is(Is::RelativePronoun),
            possessive: is(Is::Possessive),
            quotes: is(Is::QuotationMark),
            dash: is(Is::Dash),
            name: gazetteer().named_by(word).map(|name| name.stands_for()),
        }
    }
}

/// Verb forms that are no other word, in order.
static ONLY_VERBS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../data/only-verbs.txt").lines().filter(|l| !l.starts_with('#'));
    let mut words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.order();
    words
});

thread_local! {
    static MEMORY: RefCell<ByForm<Facts>> = RefCell::default();
}

/// The facts of all tokens of a page.
pub fn facts(page: &Page) -> Vec<Facts> {
    MEMORY.with_borrow_mut(|memory| {
        let words = page.forms.iter().zip(&page.words);
        words.map(|(form, word)| memory.known(*form, || Facts::of(word, &sight::lower(word)))).collect()
    })
}
