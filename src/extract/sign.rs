//! Signs: phrases in a content that tell its act. The words lie in `lexicon/data/act_signs.tsv`.

use super::attribution::sight::Sight;
use crate::{
    lexicon::{act::Act, cue::rows},
    text::tag::Tag,
};
use rustc_hash::FxHashMap;
use std::{ops::Range, sync::LazyLock};

/// A phrase and the act it tells.
#[derive(Debug)]
pub(super) struct Sign {
    /// The act.
    pub act: Act,
    /// Its words; `stem*` may go on, `+` stands for one to four words.
    pub phrase: Vec<&'static str>,
}

/// All signs in the order in which they win. They are found by how they start: a content holds few of the thousand.
#[derive(Debug, Default)]
struct Signs {
    all: Vec<Sign>,
    by_word: FxHashMap<&'static str, Vec<usize>>,
    /// By the first letter: the stem and the sign.
    by_stem: FxHashMap<char, Vec<(&'static str, usize)>>,
}

static SIGNS: LazyLock<Signs> = LazyLock::new(|| {
    let mut signs = Signs::default();
    for row in rows(include_str!("../lexicon/data/act_signs.tsv")) {
        let [act, phrases] = row[..] else { continue };
        let Some(act) = Act::of_slug(act) else { continue };
        for phrase in phrases.split(',') {
            let phrase: Vec<&str> = phrase.split_whitespace().collect();
            let Some(first) = phrase.first() else { continue };
            let sign = signs.all.len();
            match first.strip_suffix('*').map(|stem| (stem, stem.chars().next())) {
                Some((stem, Some(letter))) => signs.by_stem.entry(letter).or_default().push((stem, sign)),
                _ => signs.by_word.entry(first).or_default().push(sign),
            }
            signs.all.push(Sign { act, phrase });
        }
    }
    signs
});

/// The signs among the tokens, in the order in which they win, each with the token where it first stands.
pub(super) fn signs(sight: &Sight, tokens: &Range<usize>) -> impl Iterator<Item = (&'static Sign, usize)> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for at in tokens.clone() {
        SIGNS.starting(sight.low(at), |sign| starts.push((sign, at)));
    }
    starts.sort_unstable();
    let mut last = None;
    starts.into_iter().filter_map(move |(sign, at)| {
        let found = &SIGNS.all[sign];
        if last == Some(sign) || !matches(sight, &found.phrase, at, tokens.end) {
            return None;
        }
        last = Some(sign);
        Some((found, at))
    })
}

impl Signs {
    /// Calls `each` with the signs whose first word is `word`.
    fn starting(&self, word: &str, mut each: impl FnMut(usize)) {
        let not = if word == "n't" { self.by_word.get("not") } else { None };
        for list in self.by_word.get(word).into_iter().chain(not) {
            list.iter().for_each(|sign| each(*sign));
        }
        let stems = word.chars().next().and_then(|letter| self.by_stem.get(&letter));
        for (stem, sign) in stems.into_iter().flatten() {
            if word.starts_with(stem) {
                each(*sign);
            }
        }
    }
}

fn matches(sight: &Sight, phrase: &[&str], at: usize, end: usize) -> bool {
    let Some((first, rest)) = phrase.split_first() else { return true };
    if *first == "+" {
        return (at + 1..=(at + 4).min(end)).any(|next| matches(sight, rest, next, end));
    }
    if at >= end {
        return false;
    }
    let word = sight.low(at);
    let fits = match first.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == *first || *first == "not" && word == "n't",
    };
    if !fits {
        return false;
    }
    // An adverb may stand inside ("does not really accept").
    matches(sight, rest, at + 1, end)
        || (!rest.is_empty() && sight.tag(at + 1) == Tag::Adv && matches(sight, rest, at + 2, end))
}
