//! Trains the tagger: native only, and the same input always gives the same bytes.

use super::{
    Tag,
    feature::{self, BUCKETS, Seen},
    model::{Model, best_of},
};
use std::collections::BTreeMap;

const TAGS: usize = Tag::ALL.len();
const EPOCHS: u32 = 8;
/// Features seen fewer times are left out: they would be learnt by heart.
const MIN_SEEN: u32 = 5;
/// A spelling is certain when it was seen this often and always (but for one in a hundred) had one tag.
const CERTAIN_SEEN: u32 = 12;
/// Averaged weights times this are stored as `i8`.
const SCALE: i64 = 10;
/// Stored weights smaller than this are left out: two thirds of the file for two tokens in a thousand.
const MIN_WEIGHT: i64 = 10;

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
    let dictionary = Model::new(&[], certain.clone());
    let mut all: Vec<Sentence> = sentences.iter().map(merged).collect();
    let headlines: Vec<Sentence> = sentences.iter().step_by(5).map(headline).collect();
    all.extend(headlines);
    let seen: Vec<Vec<Seen>> =
        all.iter().map(|s| feature::see(&s.iter().map(|(w, _)| w.as_str()).collect::<Vec<_>>())).collect();
    let mut learner = Learner::new(&all, &seen);
    let mut order: Vec<usize> = (0..all.len()).collect();
    let mut random = 0x2545_f491_u32;
    for _ in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        for &s in &order {
            let mut tags = Vec::with_capacity(all[s].len());
            for (i, (_, gold)) in all[s].iter().enumerate() {
                let tag = match dictionary.certain_tag(&seen[s][i]) {
                    Some(tag) => tag,
                    None => learner.learn(&feature::features(&seen[s], &tags, i), *gold),
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
    let (mut right, mut total) = (0, 0);
    for sentence in sentences {
        let words: Vec<&str> = sentence.iter().map(|(w, _)| w.as_str()).collect();
        let tags = model.tags(&words);
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

fn certain(sentences: &[Sentence]) -> Vec<(u32, Tag)> {
    let mut counts: BTreeMap<u32, [u32; TAGS]> = BTreeMap::new();
    for sentence in sentences {
        let words: Vec<&str> = sentence.iter().map(|(w, _)| w.as_str()).collect();
        for (seen, (_, tag)) in feature::see(&words).iter().zip(sentence) {
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

fn shuffle(order: &mut [usize], random: &mut u32) {
    for i in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 17;
        *random ^= *random << 5;
        order.swap(i, *random as usize % (i + 1));
    }
}

/// Weights that are being learnt, with the sums that their averages are made of.
struct Learner {
    /// The row of each feature; `u32::MAX` for one that is left out.
    row: Vec<u32>,
    weights: Vec<[i32; TAGS]>,
    sums: Vec<[i64; TAGS]>,
    changed: Vec<[u32; TAGS]>,
    steps: u32,
}

impl Learner {
    fn new(all: &[Sentence], seen: &[Vec<Seen>]) -> Self {
        let mut count = vec![0u32; BUCKETS as usize];
        for (sentence, seen) in all.iter().zip(seen) {
            let tags: Vec<Tag> = sentence.iter().map(|(_, t)| *t).collect();
            for i in 0..seen.len() {
                for f in feature::features(seen, &tags, i) {
                    count[f as usize] += 1;
                }
            }
        }
        let mut rows = 0;
        let row = count
            .into_iter()
            .map(|n| {
                if n < MIN_SEEN {
                    return u32::MAX;
                }
                rows += 1;
                rows - 1
            })
            .collect();
        let rows = rows as usize;
        Learner {
            row,
            weights: vec![[0; TAGS]; rows],
            sums: vec![[0; TAGS]; rows],
            changed: vec![[0; TAGS]; rows],
            steps: 0,
        }
    }

    /// What the weights say now; they are moved if it is wrong.
    fn learn(&mut self, features: &[u32], gold: Tag) -> Tag {
        self.steps += 1;
        let mut scores = [0i32; TAGS];
        for f in features {
            if let Some(row) = self.weights.get(self.row[*f as usize] as usize) {
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score += weight;
                }
            }
        }
        let guess = best_of(&scores);
        if guess != gold {
            for f in features {
                let row = self.row[*f as usize] as usize;
                self.add(row, gold as usize, 1);
                self.add(row, guess as usize, -1);
            }
        }
        guess
    }

    fn add(&mut self, row: usize, tag: usize, by: i32) {
        if row < self.weights.len() {
            let weight = self.weights[row][tag];
            self.sums[row][tag] += i64::from(weight) * i64::from(self.steps - self.changed[row][tag]);
            self.changed[row][tag] = self.steps;
            self.weights[row][tag] = weight + by;
        }
    }

    /// The averaged, narrowed weights, by feature.
    fn finish(mut self) -> Vec<(u32, [i8; TAGS])> {
        let mut found = Vec::new();
        for (f, row) in self.row.clone().into_iter().enumerate().filter(|(_, row)| *row != u32::MAX) {
            let row = row as usize;
            let mut narrow = [0; TAGS];
            for (tag, slot) in narrow.iter_mut().enumerate() {
                self.add(row, tag, 0);
                let weight = self.sums[row][tag] * SCALE / i64::from(self.steps.max(1));
                if weight.abs() >= MIN_WEIGHT {
                    *slot = weight.clamp(-127, 127) as i8;
                }
            }
            if narrow != [0; TAGS] {
                found.push((f as u32, narrow));
            }
        }
        found
    }
}
