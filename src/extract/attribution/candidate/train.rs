//! Trains the weights of candidates: native only, and the same stories always give the same bytes.

use super::{
    feature::{self, ALL},
    learned::{LEAST, SCALE},
};
use crate::{
    extract::{
        act::train::exponential,
        attribution::{Attribution, sight::Sight},
    },
    text::span::Span,
};

/// How often all lessons are gone through.
const ROUNDS: u32 = 150;
/// How strongly weights are drawn to nothing.
const DRAW: f64 = 5.0;
/// Stored weights smaller than this are left out.
const MIN_WEIGHT: f64 = 0.06;

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

/// The numbers of these examples: a logistic regression, fitted by steps of falling length.
pub fn train<'e>(examples: impl Iterator<Item = &'e Example> + Clone) -> Vec<u8> {
    let mut weights = vec![0f64; ALL];
    let mut sizes = vec![0f64; ALL];
    for round in 0..ROUNDS {
        let mut slopes: Vec<f64> = weights.iter().map(|w| DRAW * w).collect();
        for e in examples.clone() {
            let score: f64 = e.lesson.features.iter().map(|f| weights[*f]).sum();
            let power = exponential(-score.abs());
            let share = if score > 0.0 { 1.0 / (1.0 + power) } else { power / (1.0 + power) };
            let error = share - f64::from(u8::from(e.right));
            for f in &e.lesson.features {
                slopes[*f] += error;
            }
        }
        let step = 0.05 / (1.0 + f64::from(round) / 20.0);
        for ((weight, slope), size) in weights.iter_mut().zip(&slopes).zip(&mut sizes) {
            *size = 0.9 * *size + 0.1 * slope * slope;
            *weight -= step * slope / (*size + 1e-8).sqrt();
        }
    }
    let narrow = |w: &f64| if w.abs() < MIN_WEIGHT { 0 } else { (w * SCALE).round().clamp(-127.0, 127.0) as i8 };
    weights.iter().map(|w| narrow(w).cast_unsigned()).collect()
}

/// Of these examples: how many are right, how many of them are read, and how many are read at all, where `least` more is
/// asked than is by what is shipped.
pub fn measure<'e>(weights: &[u8], examples: impl Iterator<Item = &'e Example>, least: i32) -> [usize; 3] {
    let mut counts = [0; 3];
    for e in examples {
        let score: i32 = e.lesson.features.iter().map(|f| i32::from(weights[*f].cast_signed())).sum();
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
