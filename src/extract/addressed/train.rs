//! Trains the weights of addressees: native only, and the same stories always give the same bytes.

use super::{
    Case, Heard, Scene,
    feature::{self, ALL},
    learned::{self, Choice},
};
use crate::{
    extract::{act::train::exponential, attribution::sight::Sight, table},
    text::span::Span,
};

/// How often all lessons are gone through.
const ROUNDS: u32 = 60;
/// How strongly weights are drawn to nothing.
const DRAW: f64 = 3.0;

/// What is seen of a statement.
#[derive(Clone, Debug)]
pub struct Lesson {
    nobody: Vec<usize>,
    /// How much better than nobody somebody must be.
    over_nobody: i32,
    candidates: Vec<Seen>,
}

/// A candidate.
#[derive(Clone, Debug)]
pub struct Seen {
    features: Vec<usize>,
    /// Its words, and the name that it bears.
    pub span: Option<Span>,
    /// The mentions that it names.
    pub referents: Vec<usize>,
    ruled: bool,
}

/// A statement to learn from.
#[derive(Clone, Debug)]
pub struct Example {
    /// What is seen of it.
    pub lesson: Lesson,
    /// Which candidates are right.
    pub right: Vec<bool>,
    /// Whether somebody is addressed.
    pub addressed: bool,
    /// Who wrote it: what is measured on is not learnt from.
    pub writer: String,
}

impl Lesson {
    /// Its candidates.
    pub fn candidates(&self) -> &[Seen] {
        &self.candidates
    }
}

/// The lesson of a statement.
pub fn lesson(sight: &Sight, heard: &Heard, n: usize, scene: &Scene) -> Lesson {
    let ruled = sight.addressees_by_rules(heard.a, heard.act, heard.who);
    let case = Case::of(sight, heard, n, scene, &ruled);
    let candidates = case.candidates();
    let shared = feature::Shared::of(&case, &candidates);
    let mut nobody = Vec::new();
    feature::of_nobody(&case, &shared, &candidates, &mut |f| nobody.push(f));
    let seen = candidates.iter().enumerate().map(|(n, c)| {
        let mut features = Vec::new();
        feature::of_candidate(&case, &shared, c, n, &mut |f| features.push(f));
        let party = case.party(c);
        let referents = party.map(|p| p.referents).unwrap_or_default();
        Seen { features, span: sight.span(&c.tokens), referents, ruled: c.ruled }
    });
    Lesson { nobody, over_nobody: learned::over_nobody(heard.act), candidates: seen.collect() }
}

/// The numbers of these examples: a softmax over candidates and nobody.
pub fn train<'e>(examples: impl Iterator<Item = &'e Example> + Clone) -> Vec<u8> {
    let learnt = examples.filter(|e| e.right.iter().any(|r| *r) == e.addressed && !e.lesson.candidates.is_empty());
    table::fit(ALL, ROUNDS, DRAW, |weights, slopes| {
        for e in learnt.clone() {
            let score = |features: &[usize]| features.iter().map(|f| weights[*f]).sum::<f64>();
            let mut scores = vec![score(&e.lesson.nobody)];
            scores.extend(e.lesson.candidates.iter().map(|c| score(&c.features)));
            let most = scores.iter().copied().fold(f64::MIN, f64::max);
            let shares: Vec<f64> = scores.iter().map(|s| exponential(s - most)).collect();
            let sum: f64 = shares.iter().sum();
            let good = |n: usize| if n == 0 { !e.addressed } else { e.right[n - 1] };
            let right: f64 =
                shares.iter().enumerate().filter(|(n, _)| good(*n)).map(|(_, s)| s).sum::<f64>().max(1e-12);
            for (n, share) in shares.iter().enumerate() {
                let error = share / sum - if good(n) { share / right } else { 0.0 };
                let features = if n == 0 { &e.lesson.nobody } else { &e.lesson.candidates[n - 1].features };
                for f in features {
                    slopes[*f] += error;
                }
            }
        }
    })
}

/// Of these examples: how many are addressed to somebody, how many of them the rules and the learner reach, and how many the
/// rules and the learner mislead.
pub fn measure<'e>(weights: &[u8], examples: impl Iterator<Item = &'e Example>) -> [usize; 6] {
    let mut counts = [0; 6];
    let score = |features: &[usize]| features.iter().map(|f| table::weight(weights, *f)).sum::<i32>();
    for e in examples {
        let ruled: Vec<bool> = e.lesson.candidates.iter().map(|c| c.ruled).collect();
        let scores: Vec<i32> = e.lesson.candidates.iter().map(|c| score(&c.features)).collect();
        let rule = ruled.iter().any(|r| *r);
        let rule_right = ruled.iter().zip(&e.right).any(|(r, g)| *r && *g);
        let (told, right) = match learned::decide(score(&e.lesson.nobody), e.lesson.over_nobody, &scores, &ruled) {
            Choice::Ruled => (rule, rule_right),
            Choice::Nobody => (false, false),
            Choice::One(n) => (true, e.right[n]),
        };
        counts[0] += usize::from(e.addressed);
        counts[1] += usize::from(rule_right);
        counts[2] += usize::from(right);
        counts[3] += usize::from(rule && !rule_right);
        counts[4] += usize::from(told && !right);
        counts[5] += 1;
    }
    counts
}
