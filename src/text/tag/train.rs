//! Trains the tagger: native only, and the same input always gives the same bytes.

use super::{
    Tag, feature,
    model::{Memory, Model, TAGS},
};
use crate::text::perceptron::{
    learn::{Learner, Thrift, shuffle},
    weights::{Weights, best_of},
    word::{self, Seen},
};
use std::collections::BTreeMap;

const EPOCHS: u32 = 8;
/// A spelling is certain when it was seen this often and always (but for one in a hundred) had one tag.
const CERTAIN_SEEN: u32 = 12;
/// A smallest weight of 10 takes two thirds off the file for two tokens in a thousand.
const THRIFT: Thrift = Thrift { min_seen: 5, scale: 10, min_weight: 10 };

/// A sentence: words with their tags.
pub type Sentence = Vec<(String, Tag)>;

/// Reads one "word TAB tag" a line, a blank line between sentences; `Err` names the line that is neither.
pub fn read(text: &str) -> Result<Vec<Sentence>, String> {
    let mut sentences = vec![Sentence::new()];
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            sentences.push(Sentence::new());
        } else {
            let pair = line.split_once('\t').and_then(|(word, tag)| Some((word.to_string(), named(tag.trim())?)));
            let pair = pair.ok_or_else(|| format!("line {}: not a word, a tab and a tag: {line}", number + 1))?;
            if let Some(sentence) = sentences.last_mut() {
                sentence.push(pair);
            }
        }
    }
    sentences.retain(|s| !s.is_empty());
    Ok(sentences)
}

fn named(name: &str) -> Option<Tag> {
    Tag::ALL.into_iter().find(|t| format!("{t:?}").eq_ignore_ascii_case(name))
}

/// The model file for these sentences.
pub fn train(sentences: &[Sentence]) -> Vec<u8> {
    let certain = certain(sentences);
    let dictionary = Model::new(Weights::new(&[]), certain.clone());
    let mut all: Vec<Sentence> = sentences.iter().map(merged).collect();
    let headlines: Vec<Sentence> = sentences.iter().step_by(5).map(headline).collect();
    all.extend(headlines);
    let seen: Vec<Vec<Seen>> = all.iter().map(self::seen).collect();
    let gold = |s: &Sentence| s.iter().map(|(_, t)| *t).collect::<Vec<_>>();
    let features = all.iter().zip(&seen).flat_map(|(sentence, seen)| {
        let tags = gold(sentence);
        (0..seen.len()).flat_map(move |i| feature::features(seen, &tags, i))
    });
    let mut learner = Learner::new(features, THRIFT);
    let mut order: Vec<usize> = (0..all.len()).collect();
    let mut random = 0x2545_f491_u32;
    for _ in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        for &s in &order {
            let mut tags = Vec::with_capacity(all[s].len());
            for (i, (_, gold)) in all[s].iter().enumerate() {
                let tag = match dictionary.certain_tag(&seen[s][i]) {
                    Some(tag) => tag,
                    None => {
                        let features = feature::features(&seen[s], &tags, i);
                        let guess = best_of(&learner.scores(&features));
                        learner.learn(&features, *gold as usize, guess);
                        Tag::ALL[guess]
                    }
                };
                tags.push(tag);
            }
        }
    }
    Model::encode(&learner.finish(), &certain)
}

/// How many tokens are tagged right by a model file, and how many there are; 0 of 0 for a broken file.
pub fn measure(model: &[u8], sentences: &[Sentence]) -> (usize, usize) {
    let Some(model) = Model::decode(model) else { return (0, 0) };
    let (mut right, mut total, mut memory) = (0, 0, Memory::default());
    for sentence in sentences {
        let words: Vec<&str> = sentence.iter().map(|(w, _)| w.as_str()).collect();
        let tags = model.tags(&words, &word::forms(&words), &mut memory);
        right += sentence.iter().zip(&tags).filter(|((_, gold), tag)| gold == *tag).count();
        total += tags.len();
    }
    (right, total)
}

/// The sentence in title case, as a headline has it.
pub fn headline(sentence: &Sentence) -> Sentence {
    sentence
        .iter()
        .map(|(word, tag)| {
            let small = matches!(tag, Tag::Adp | Tag::Det | Tag::Cconj | Tag::Part) && word.chars().count() < 5;
            let mut chars = word.chars();
            match chars.next() {
                Some(c) if !small => (c.to_uppercase().chain(chars).collect(), *tag),
                _ => (word.clone(), *tag),
            }
        })
        .collect()
}

/// The treebank cuts "can not" and so do our tokens; the tagger is to know it whole, too.
fn merged(sentence: &Sentence) -> Sentence {
    let mut found: Sentence = Vec::with_capacity(sentence.len());
    for (word, tag) in sentence {
        match found.last_mut() {
            Some((last, Tag::Aux)) if word == "not" && last.eq_ignore_ascii_case("can") => last.push_str("not"),
            _ => found.push((word.clone(), *tag)),
        }
    }
    found
}

fn seen(sentence: &Sentence) -> Vec<Seen> {
    let words: Vec<&str> = sentence.iter().map(|(w, _)| w.as_str()).collect();
    word::see(&words, &word::forms(&words))
}

fn certain(sentences: &[Sentence]) -> Vec<(u32, Tag)> {
    let mut counts: BTreeMap<u32, [u32; TAGS]> = BTreeMap::new();
    for sentence in sentences {
        for (seen, (_, tag)) in seen(sentence).iter().zip(sentence) {
            counts.entry(seen.exact).or_insert([0; TAGS])[*tag as usize] += 1;
        }
    }
    counts
        .into_iter()
        .filter_map(|(spelling, counts)| {
            let all: u32 = counts.iter().sum();
            let (best, most) = counts.iter().enumerate().max_by_key(|(_, n)| **n)?;
            (all >= CERTAIN_SEEN && most * 100 >= all * 99).then_some((spelling, Tag::ALL[best]))
        })
        .collect()
}
