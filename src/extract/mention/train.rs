//! Trains the second reader of names: native only, and the same input always gives the same bytes.

use super::{
    Mention,
    facts::facts,
    learned::{self, LABELS, MAGIC, Sight, Sort},
    lines_of, rules,
};
use crate::{
    corpus::article::Article,
    extract::page::Page,
    text::perceptron::{
        learn::{Learner, Thrift, shuffle},
        weights::{Weights, best_of},
    },
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// More rounds than the tagger has: names are few.
const EPOCHS: u32 = 8;
const THRIFT: Thrift = Thrift { min_seen: 4, scale: 16, min_weight: 12 };

/// A text of the training data; offsets are code points, end exclusive.
#[derive(Debug, Deserialize)]
struct Text {
    id: String,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Gold {
    id: String,
    start: usize,
    end: usize,
    r#type: String,
}

/// An annotated text: names as (first, last exclusive) in code points, with the sort.
#[derive(Debug)]
pub struct Example {
    text: String,
    names: Vec<(usize, usize, Sort)>,
}

/// Reads texts and their names, one JSON object a line each; `Err` names the line that is neither.
pub fn read(texts: &str, gold: &str) -> Result<Vec<Example>, String> {
    let rows = |file: &'_ str| -> Vec<(usize, String)> {
        file.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()).map(|(n, l)| (n + 1, l.to_string())).collect()
    };
    let mut names: BTreeMap<String, Vec<(usize, usize, Sort)>> = BTreeMap::new();
    for (n, row) in rows(gold) {
        let gold: Gold = serde_json::from_str(&row).map_err(|e| format!("names, line {n}: {e}"))?;
        if let Some(sort) = sort(&gold.r#type) {
            names.entry(gold.id).or_default().push((gold.start, gold.end, sort));
        }
    }
    rows(texts)
        .into_iter()
        .map(|(n, row)| {
            let text: Text = serde_json::from_str(&row).map_err(|e| format!("texts, line {n}: {e}"))?;
            Ok(Example { names: names.remove(&text.id).unwrap_or_default(), text: text.text })
        })
        .collect()
}

fn sort(code: &str) -> Option<Sort> {
    match code {
        "PER" => Some(Sort::Person),
        "ORG" => Some(Sort::Body),
        "LOC" => Some(Sort::Place),
        "EVENT" | "MISC" => Some(Sort::Other),
        _ => None,
    }
}

/// A sentence as the learner sees it, with its labels.
type Lesson = (Vec<Sight>, Vec<usize>);

fn lessons(example: &Example) -> Vec<Lesson> {
    let article = Article::plain(&example.text);
    let page = Page::of(&article);
    let facts = facts(&page);
    let lines = lines_of(&page, &facts);
    let mentions: Vec<Mention> = rules(&page, &lines);
    let bytes: Vec<usize> = example.text.char_indices().map(|(b, _)| b).chain([example.text.len()]).collect();
    let mut found = Vec::new();
    for (line, _) in &lines {
        let sights = learned::sights(line, &mentions);
        let start = line.pieces.first().map_or(0, |p| p.tokens.start);
        let mut labels = vec![0; sights.len()];
        for (from, to, sort) in &example.names {
            let (Some(from), Some(to)) = (bytes.get(*from), bytes.get(*to)) else { continue };
            let inside: Vec<usize> = (0..sights.len())
                .filter(|i| {
                    let span = page.tokens[start + i].span;
                    *from <= span.start as usize && span.end as usize <= *to
                })
                .collect();
            // Articles stay outside, and what has no capital at its end is described, not named.
            let first = inside.iter().position(|i| !page.word(start + i).eq_ignore_ascii_case("the")).unwrap_or(0);
            let Some(inside) = inside.get(first..).filter(|i| i.iter().any(|i| sights[*i].may_open())) else {
                continue;
            };
            if inside.iter().any(|i| labels[*i] != 0) {
                continue;
            }
            for (n, i) in inside.iter().enumerate() {
                labels[*i] = sort.begin() + usize::from(n > 0);
            }
        }
        found.push((sights, labels));
    }
    found
}

/// The model file for these examples.
pub fn train(examples: &[Example]) -> Vec<u8> {
    let lessons: Vec<Lesson> = examples.iter().flat_map(lessons).collect();
    let mut here = Vec::new();
    let seen = lessons.iter().flat_map(|(sights, labels)| {
        let mut all = Vec::new();
        for i in (0..sights.len()).filter(|i| !learned::is_outside(sights, &labels[..*i], *i)) {
            learned::features(sights, labels, i, &mut here);
            all.extend_from_slice(&here);
        }
        all
    });
    let mut learner: Learner<LABELS> = Learner::new(seen, THRIFT);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut random = 0x2545_f491_u32;
    let mut here = Vec::new();
    for _ in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        for &n in &order {
            let (sights, gold) = &lessons[n];
            let mut labels = Vec::with_capacity(gold.len());
            for (i, right) in gold.iter().enumerate() {
                if learned::is_outside(sights, &labels, i) {
                    labels.push(0);
                    continue;
                }
                learned::features(sights, &labels, i, &mut here);
                let before = labels.last().copied().unwrap_or(0);
                let guess = best_of(&learned::allowed(learner.scores(&here), before));
                learner.learn(&here, learned::reachable(*right, before), guess);
                labels.push(guess);
            }
        }
    }
    Weights::encode(MAGIC, &learner.finish(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_examples_give_the_same_file() {
        let texts = r#"{"id": "a", "text": "Abebe Bikila met the Borana League in Jijiga."}"#;
        let gold = r#"{"id": "a", "start": 0, "end": 12, "type": "PER"}
{"id": "a", "start": 17, "end": 34, "type": "ORG"}
{"id": "a", "start": 38, "end": 44, "type": "LOC"}"#;
        let examples: Vec<Example> = (0..4).flat_map(|_| read(texts, gold).unwrap()).collect();
        let labels = &lessons(&examples[0])[0].1;
        assert_eq!(labels, &[1, 2, 0, 0, 3, 4, 0, 5, 0]);
        let model = train(&examples);
        assert_eq!(model, train(&examples));
        assert!(Weights::<LABELS>::decode(MAGIC, &model).is_some());
        assert!(read(texts, "no json").unwrap_err().contains("line 1"));
    }
}
