//! Trains the weights of candidates: native only, and the same stories always give the same bytes.

use super::{
    feature::{self, ALL},
    learned::LEAST,
};
use crate::{
    extract::{
        act::train::exponential,
        attribution::{Attribution, sight::Sight},
        table,
    },
    text::span::Span,
};

/// How often all lessons are gone through.
const ROUNDS: u32 = 150;
/// How strongly weights are drawn to nothing.
const DRAW: f64 = 5.0;

/// What is seen of a candidate.
#[derive(Clone, Debug)]
pub struct Lesson {
    features: Vec<usize>,
    /// What it would say.
    pub content: Vec<Span>,
    /// In plain words.
    pub rule: String,
}

/// A candidate to learn from.
#[derive(Clone, Debug)]
pub struct Example {
    /// What is seen of it.
    pub lesson: Lesson,
    /// Whether it is annotated.
    pub right: bool,
    /// Who wrote it: what is measured on is not learnt from.
    pub writer: String,
}

/// The lessons of a sentence.
pub(in crate::extract::attribution) fn lessons(
    sight: &Sight,
    s: usize,
    found: &[Attribution],
    see: &mut dyn FnMut(Lesson),
) {
    sight.candidates(s, found, &mut |c| {
        let mut features = Vec::new();
        feature::of(sight, s, found, &c, &mut |f| features.push(f));
        see(Lesson { features, content: c.attribution.content.clone(), rule: c.attribution.rule.clone() });
    });
}

/// The numbers of these examples: a logistic regression.
pub fn train<'e>(examples: impl Iterator<Item = &'e Example> + Clone) -> Vec<u8> {
    table::fit(ALL, ROUNDS, DRAW, |weights, slopes| {
        for e in examples.clone() {
            let score: f64 = e.lesson.features.iter().map(|f| weights[*f]).sum();
            let power = exponential(-score.abs());
            let share = if score > 0.0 { 1.0 / (1.0 + power) } else { power / (1.0 + power) };
            let error = share - f64::from(u8::from(e.right));
            for f in &e.lesson.features {
                slopes[*f] += error;
            }
        }
    })
}

/// Of these examples: how many are right, how many of them are read, and how many are read at all, where `least` more is
/// asked than is by what is shipped.
pub fn measure<'e>(weights: &[u8], examples: impl Iterator<Item = &'e Example>, least: i32) -> [usize; 3] {
    let mut counts = [0; 3];
    for e in examples {
        let score: i32 = e.lesson.features.iter().map(|f| table::weight(weights, *f)).sum();
        let read = score > LEAST + least;
        counts[0] += usize::from(e.right);
        counts[1] += usize::from(read && e.right);
        counts[2] += usize::from(read);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_examples_give_the_same_numbers_and_are_learnt() {
        let example = |right, feature| {
            let lesson = Lesson { features: vec![0, feature], content: Vec::new(), rule: String::new() };
            Example { lesson, right, writer: "t".into() }
        };
        let all: Vec<Example> = (0..40).flat_map(|_| [example(true, 5), example(false, 6)]).collect();
        let model = train(all.iter());
        assert_eq!(model, train(all.iter()));
        assert_eq!((model.len(), measure(&model, all.iter(), 0)), (ALL, [40, 40, 40]));
    }
}
