//! Trains the learner of acts: native only, and the same sentences always give the same bytes.

use super::{
    Attribution, Source,
    feature::features,
    learned::{CLASSES, MAGIC, SCALE},
    of_pieces,
};
use crate::{
    corpus::{
        article::Article,
        catalogue::Entry,
        zone::{Zone, ZoneKind},
    },
    extract::{
        annotated::{Annotated, Marked},
        assembly,
        attribution::{self, sight::Sight},
        date, mention,
        page::Page,
    },
    lexicon::{act::Act, cue::Cues},
    text::{line::lines, perceptron::weights::Weights, span::Span},
};
use std::collections::BTreeMap;

/// Features seen fewer times are left out: they would be learnt by heart.
const MIN_SEEN: usize = 2;
/// How often all lessons are gone through.
const ROUNDS: u32 = 100;
/// How strongly weights are drawn to nothing.
const DRAW: f64 = 3.0;
/// Stored weights smaller than this are left out.
const MIN_WEIGHT: f64 = 9.0;

/// A statement as the learner sees it.
pub struct Lesson {
    /// Its features.
    pub features: Vec<u32>,
    /// Its act.
    pub act: Act,
    /// How much it counts. News and articles count more: they are like what is read.
    pub weight: f64,
}

/// The lessons of a sentence: its statements whose cue does not tell the act.
pub fn lessons(sentence: &Annotated, weight: f64) -> Vec<Lesson> {
    with_sight(&sentence.text, |sight, found| {
        let statements = sentence.statements.iter();
        statements
            .filter_map(|marked| {
                let read = found.iter().find(|a| is_it(a, marked)).cloned();
                lesson(sight, &read.or_else(|| as_marked(sight, marked))?, marked.act, weight)
            })
            .collect()
    })
}

/// The lesson of a sentence of which only the act of its first statement is known.
pub fn plain_lesson(text: &str, act: Act, weight: f64) -> Option<Lesson> {
    with_sight(text, |sight, found| lesson(sight, found.first()?, act, weight))
}

fn lesson(sight: &Sight, a: &Attribution, act: Act, weight: f64) -> Option<Lesson> {
    if a.act.is_some() {
        return None;
    }
    let rule = of_pieces(sight, a).map(|(act, _)| act);
    Some(Lesson { features: features(sight, a, rule), act, weight })
}

fn with_sight<T>(text: &str, read: impl FnOnce(&Sight, &[Attribution]) -> T) -> T {
    let zones = lines(text).into_iter().map(|span| Zone { kind: ZoneKind::Body, span }).collect();
    let article = Article { id: String::new(), text: text.into(), zones, entry: Entry::default() };
    let page = Page::of(&article);
    let mentions = mention::mentions(&page);
    let dates = date::dates(&page);
    let sight = Sight::of(&page, &mentions, &dates);
    let (_, found) = assembly::held(&sight, attribution::attributions(&sight));
    read(&sight, &found)
}

/// Whether an attribution is the one that is marked: most of its content is.
fn is_it(a: &Attribution, marked: &Marked) -> bool {
    let len = |spans: &[Span]| spans.iter().map(|s| s.len()).sum::<usize>();
    let shared: usize = a
        .content
        .iter()
        .flat_map(|c| marked.content.iter().map(move |m| c.end.min(m.end).saturating_sub(c.start.max(m.start))))
        .sum::<u32>() as usize;
    4 * shared >= len(&a.content) + len(&marked.content)
}

/// What the rules did not find, as they would have: by its marks. `None` where its cue tells the act.
fn as_marked(sight: &Sight, marked: &Marked) -> Option<Attribution> {
    let cue = marked.cue.map(|c| sight.tokens_of(c)).filter(|c| !c.is_empty());
    let telling = cue
        .clone()
        .into_iter()
        .flatten()
        .any(|i| Cues::shared().starting(sight.low(i)).iter().any(|e| e.words.len() == 1 && e.cue.act.is_some()));
    let content = marked.content.first()?;
    let sentence = sight.page.sentences.iter().position(|s| s.span.overlaps(*content))?;
    if telling || sight.tokens_of(*content).is_empty() {
        return None;
    }
    let source = marked.source.map(|s| sight.tokens_of(s)).filter(|s| !s.is_empty());
    let head = cue.as_ref().map(|c| c.end - 1);
    let lemma = head.and_then(|h| {
        Cues::shared().starting(sight.low(h)).iter().find(|e| e.words.len() == 1).map(|e| e.lemma.clone())
    });
    let first = sight.tokens_of(*content).start;
    Some(Attribution {
        cue,
        head,
        content: marked.content.clone(),
        verb: head.and_then(|h| sight.verb_at(h)).cloned(),
        spoken: sight.quoted.get(first).is_some_and(Option::is_some) || first > 0 && sight.is_dash(first - 1),
        lemma: lemma.unwrap_or_default(),
        ..Attribution::by(sentence, source.map_or(Source::Nobody, Source::Phrase))
    })
}

/// The model file of these lessons: a logistic regression, fitted by steps of falling length.
pub fn train(lessons: &[Lesson]) -> Vec<u8> {
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for feature in lessons.iter().flat_map(|l| &l.features) {
        *seen.entry(*feature).or_default() += 1;
    }
    let kept: Vec<u32> = seen.into_iter().filter(|(_, n)| *n >= MIN_SEEN).map(|(f, _)| f).collect();
    let rows: Vec<(Vec<usize>, usize, f64)> = lessons
        .iter()
        .map(|l| {
            let features = l.features.iter().filter_map(|f| kept.binary_search(f).ok()).collect();
            (features, Act::ALL.iter().position(|a| *a == l.act).unwrap_or_default(), l.weight)
        })
        .collect();
    let mut weights = vec![[0f64; CLASSES]; kept.len()];
    let mut sizes = vec![[1e-8f64; CLASSES]; kept.len()];
    for round in 0..ROUNDS {
        let mut slopes: Vec<[f64; CLASSES]> = weights.iter().map(|row| row.map(|w| w * DRAW)).collect();
        for (features, act, weight) in &rows {
            let errors = errors(features.iter().map(|f| &weights[*f]), *act);
            for f in features {
                for (slope, error) in slopes[*f].iter_mut().zip(&errors) {
                    *slope += error * weight;
                }
            }
        }
        let step = 0.05 / (1.0 + f64::from(round) / 40.0);
        for ((row, slope), size) in weights.iter_mut().zip(&slopes).zip(&mut sizes) {
            for k in 0..CLASSES {
                size[k] = 0.9 * size[k] + 0.1 * slope[k] * slope[k];
                row[k] -= step * slope[k] / (size[k] + 1e-8).sqrt();
            }
        }
    }
    let narrow =
        |w: f64| if (w * SCALE).abs() < MIN_WEIGHT { 0 } else { (w * SCALE).round().clamp(-127.0, 127.0) as i8 };
    let all = kept.iter().zip(&weights).map(|(f, row)| (*f, row.map(narrow)));
    let all: Vec<(u32, [i8; CLASSES])> = all.filter(|(_, row)| row.iter().any(|w| *w != 0)).collect();
    Weights::encode(MAGIC, &all, 0)
}

/// What each act is given too much, by the weights of a lesson’s features.
fn errors<'w>(rows: impl Iterator<Item = &'w [f64; CLASSES]>, act: usize) -> [f64; CLASSES] {
    let mut scores = [0f64; CLASSES];
    for row in rows {
        for (score, weight) in scores.iter_mut().zip(row) {
            *score += weight;
        }
    }
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let shares = scores.map(|s| exponential(s - most));
    let sum: f64 = shares.iter().sum();
    let mut errors = shares.map(|s| s / sum);
    errors[act] -= 1.0;
    errors
}

/// e to the power of `x` ≤ 0, near enough, and the same bits on every machine.
fn exponential(x: f64) -> f64 {
    let mut power = (1.0 + x / 1024.0).max(0.0);
    for _ in 0..10 {
        power *= power;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::annotated;

    #[test]
    fn the_same_sentences_give_the_same_file() {
        let file =
            "promise | [S: Oman] [C: said] [X: it would send grain]\ndeny | [S: Oman] [C: said] [X: no ship had left]";
        let read = annotated::read(file).unwrap();
        let all: Vec<Lesson> = (0..40).flat_map(|_| read.all.iter().flat_map(|s| lessons(s, 1.0))).collect();
        assert_eq!(all.len(), 80);
        let model = train(&all);
        assert_eq!(model, train(&all));
        let weights = Weights::<CLASSES>::decode(MAGIC, &model).unwrap().0;
        let best = |l: &Lesson| Act::ALL[crate::text::perceptron::weights::best_of(&weights.scores(&l.features))];
        assert!(all.iter().all(|l| best(l) == l.act));
        assert!((exponential(-1.0) - 0.3679).abs() < 0.001 && exponential(-2000.0) == 0.0);
    }
}
