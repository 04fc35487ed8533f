//! Signs: phrases in a content that tell its act. The words lie in `lexicon/data/act_signs.tsv`.

use super::attribution::sight::Sight;
use crate::text::{order::Order, sieve::Sieve};
use crate::{
    lexicon::{act::Act, cue::rows},
    text::{glance::Look, tag::Tag},
};
use std::{ops::Range, sync::LazyLock};

/// A phrase and the act it tells.
#[derive(Debug)]
pub(super) struct Sign {
    /// The act.
    pub act: Act,
    /// Its words; `stem*` may go on, `+` stands for one to four words.
    pub phrase: Vec<&'static str>,
    /// The same, taken apart.
    parts: Vec<Part>,
}

/// What must stand at one place of a phrase.
#[derive(Clone, Copy, Debug)]
enum Part {
    Word(&'static str),
    Stem(&'static str),
    /// One to four words.
    Gap,
}

impl Part {
    fn of(word: &'static str) -> Self {
        match word.strip_suffix('*') {
            Some(stem) => Part::Stem(stem),
            None if word == "+" => Part::Gap,
            None => Part::Word(word),
        }
    }
}

/// All signs in the order in which they win. They are found by how they start: a content holds few of the thousand.
#[derive(Debug, Default)]
struct Signs {
    all: Vec<Sign>,
    by_word: Sieve<Vec<Start>>,
    /// By the first letter: the stem and the sign.
    by_stem: Sieve<Vec<(&'static str, Start)>>,
}

/// A sign's number, and what the word behind its first looks like.
#[derive(Clone, Copy, Debug)]
struct Start {
    sign: usize,
    second: Look,
}

static SIGNS: LazyLock<Signs> = LazyLock::new(|| {
    let mut signs = Signs::default();
    for row in rows(include_str!("../lexicon/data/act_signs.tsv")) {
        let [act, phrases] = row[..] else { continue };
        let Some(act) = Act::of_slug(act) else { continue };
        for phrase in phrases.split(',') {
            let phrase: Vec<&str> = phrase.split_whitespace().collect();
            let Some(first) = phrase.first() else { continue };
            let parts: Vec<Part> = phrase.iter().map(|word| Part::of(word)).collect();
            let second = match parts.get(1) {
                Some(Part::Word(word)) => Look::word(word),
                Some(Part::Stem(stem)) => Look::stem(stem),
                Some(Part::Gap) | None => Look::ANY,
            };
            let start = Start { sign: signs.all.len(), second };
            match first.strip_suffix('*').and_then(|stem| Some((stem, letter(stem)?))) {
                Some((stem, letter)) => signs.by_stem.or_insert(letter, Vec::new()).push((stem, start)),
                None => signs.by_word.or_insert(first, Vec::new()).push(start),
            }
            signs.all.push(Sign { act, phrase, parts });
        }
    }
    signs
});

/// The first letter of a word; `None` = it begins with none of English.
fn letter(word: &str) -> Option<&str> {
    word.get(..1)
}

/// The signs that may start with a word.
#[derive(Clone, Copy, Debug)]
pub struct Starts {
    words: &'static [Start],
    /// Those whose first word may go on, by the word's first letter.
    stems: &'static [(&'static str, Start)],
}

/// The signs that may start with a word, in lower case.
pub(super) fn starting(word: &str) -> Starts {
    // No sign starts with "n't" itself.
    let words = SIGNS.by_word.get(if word == "n't" { "not" } else { word }).map_or(&[][..], Vec::as_slice);
    let stems = letter(word).and_then(|letter| SIGNS.by_stem.get(letter)).map_or(&[][..], Vec::as_slice);
    Starts { words, stems: if stems.iter().any(|(stem, _)| word.starts_with(stem)) { stems } else { &[] } }
}

/// The signs among the tokens, in the order in which they win, each with the token where it first stands.
pub(super) fn signs(sight: &Sight, tokens: &Range<usize>) -> impl Iterator<Item = (&'static Sign, usize)> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for at in tokens.clone() {
        let Starts { words, stems } = sight.facts(at).signs;
        if words.is_empty() && stems.is_empty() {
            continue;
        }
        let low = sight.low(at);
        let stems = stems.iter().filter(|(stem, _)| low.starts_with(stem)).map(|(_, start)| start);
        let (next, adverb) = (sight.facts(at + 1).glance, sight.tag(at + 1) == Tag::Adv);
        for Start { sign, second } in words.iter().chain(stems).copied() {
            // Most that start here end here.
            if !(second.fits(next) || adverb && second.fits(sight.facts(at + 2).glance)) {
                continue;
            }
            let rest = SIGNS.all[sign].parts.get(1..).unwrap_or_default();
            if goes_on(sight, rest, at, tokens.end) {
                starts.push((sign, at));
            }
        }
    }
    starts.order();
    starts.dedup_by_key(|(sign, _)| *sign);
    starts.into_iter().map(|(sign, at)| (&SIGNS.all[sign], at))
}

/// Whether the parts stand from token `at` on.
fn matches(sight: &Sight, parts: &[Part], at: usize, end: usize) -> bool {
    let Some((first, rest)) = parts.split_first() else { return true };
    let word = || sight.low(at);
    match first {
        Part::Gap => (at + 1..=(at + 4).min(end)).any(|next| matches(sight, rest, next, end)),
        Part::Stem(stem) => at < end && word().starts_with(stem) && goes_on(sight, rest, at, end),
        Part::Word(own) => {
            at < end && (word() == *own || *own == "not" && word() == "n't") && goes_on(sight, rest, at, end)
        }
    }
}

/// Whether the parts stand behind token `at`; an adverb may stand between ("does not really accept").
fn goes_on(sight: &Sight, rest: &[Part], at: usize, end: usize) -> bool {
    matches(sight, rest, at + 1, end)
        || (!rest.is_empty() && sight.tag(at + 1) == Tag::Adv && matches(sight, rest, at + 2, end))
}
