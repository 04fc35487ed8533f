//! Trains the learner of acts: native only, and the same stories always give the same bytes.

use super::{
    Attribution,
    feature::{Case, is_of_register, is_of_rules},
    learned::{CLASSES, MAGIC, SCALE, better, least, told_by_cue},
    told,
};
use crate::{
    extract::{attribution::sight::Sight, speaker::Speaker},
    lexicon::act::Act,
    text::perceptron::weights::Weights,
};
use std::collections::BTreeMap;

/// Features seen fewer times are left out: they would be learnt by heart.
const MIN_SEEN: usize = 4;
/// How often all lessons are gone through.
const ROUNDS: u32 = 100;
/// How strongly weights are drawn to nothing.
const DRAW: f64 = 8.0;
/// How much of each lesson is learnt without what the rules say.
const UNRULED: f64 = 0.4;
/// Stored weights smaller than this are left out.
const MIN_WEIGHT: f64 = 0.075;

/// What the learner sees of a statement.
#[derive(Clone, Debug)]
pub struct Lesson {
    features: Vec<u32>,
    rule: Act,
    /// The cue tells the act.
    by_cue: bool,
    /// How much surer than the rules the learner must be; `None` where it is not asked.
    least: Option<i32>,
}

/// The kind of text a lesson is from: how often each act is differs much between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// Stories in the register of news: what is learnt of how often acts are is kept of these and of pages only.
    News,
    /// Stories whose acts are put in idioms on purpose.
    Idioms,
    /// Single sentences, as many of each act.
    Lines,
    /// News marked by authors who know no rule of this project: they mean by an act what people mean.
    Pages,
}

impl Register {
    /// How much a lesson counts.
    fn weight(self) -> f64 {
        if self == Register::News { 2.0 } else { 1.0 }
    }

    /// A feature that is learnt for this register apart; pages are news.
    fn own(self, feature: u32) -> u32 {
        let kind = if self == Register::Pages { Register::News } else { self };
        feature | (kind as u32 + 1) << 24
    }
}

/// A statement to learn from.
#[derive(Clone, Debug)]
pub struct Example {
    /// What the learner sees.
    pub lesson: Lesson,
    /// Its act.
    pub act: Act,
    /// The kind of its text.
    pub register: Register,
}

/// The lesson of a statement.
pub fn lesson(sight: &Sight, a: &Attribution, who: &Speaker) -> Lesson {
    let (rule, why) = told(sight, a, who);
    let features = Case { sight, a, who, rule, why: &why }.features();
    Lesson { features, rule, by_cue: told_by_cue(a, rule), least: least(a, rule, &why) }
}

/// The model file of these examples: a logistic regression, fitted by steps of falling length. Every example is learnt
/// twice, once without what the rules say: they were made for some of these stories and are less often right elsewhere.
/// How often acts are is learnt of each register apart, beside what holds for all.
pub fn train(examples: &[Example]) -> Vec<u8> {
    let mut all: Vec<(Vec<u32>, &Example)> = Vec::new();
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for e in examples.iter().filter(|e| !e.lesson.by_cue) {
        let mut features = e.lesson.features.clone();
        features.extend(e.lesson.features.iter().filter(|f| is_of_register(**f)).map(|f| e.register.own(*f)));
        for feature in &features {
            *seen.entry(*feature).or_default() += 1;
        }
        all.push((features, e));
    }
    let kept: Vec<u32> = seen.into_iter().filter(|(_, n)| *n >= MIN_SEEN).map(|(f, _)| f).collect();
    let mut rows: Vec<(Vec<usize>, usize, f64)> = Vec::new();
    for (features, e) in all {
        let act = Act::ALL.iter().position(|a| *a == e.act).unwrap_or_default();
        for (ruled, share) in [(true, 1.0 - UNRULED), (false, UNRULED)] {
            let features = features.iter().filter(|f| ruled || !is_of_rules(**f & 0xff_ffff));
            let known = features.filter_map(|f| kept.binary_search(f).ok()).collect();
            rows.push((known, act, e.register.weight() * share));
        }
    }
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
        // To nothing at the end: steps that stay long leave every weight beside its best by as much.
        let left = 1.0 - f64::from(round) / f64::from(ROUNDS);
        let step = 0.05 * left * left;
        for ((row, slope), size) in weights.iter_mut().zip(&slopes).zip(&mut sizes) {
            for k in 0..CLASSES {
                size[k] = 0.9 * size[k] + 0.1 * slope[k] * slope[k];
                row[k] -= step * slope[k] / (size[k] + 1e-8).sqrt();
            }
        }
    }
    // What was learnt of the news’ own register is said by the feature itself.
    for i in 0..kept.len() {
        let own = kept.binary_search(&Register::News.own(kept[i])).map_or([0.0; CLASSES], |own| weights[own]);
        for (weight, own) in weights[i].iter_mut().zip(own) {
            *weight += own;
        }
    }
    let narrow = |w: f64| if w.abs() < MIN_WEIGHT { 0 } else { (w * SCALE).round().clamp(-127.0, 127.0) as i8 };
    let all = kept.iter().zip(&weights).filter(|(f, _)| **f >> 24 == 0).map(|(f, row)| (*f, row.map(narrow)));
    let all: Vec<(u32, [i8; CLASSES])> = all.filter(|(_, row)| row.iter().any(|w| *w != 0)).collect();
    Weights::encode(MAGIC, &all, 0)
}

/// How many examples there are that the rules do not decide alone, how many the rules have right, how many the model has
/// right beside them.
pub fn measure(model: &[u8], examples: &[Example]) -> [usize; 3] {
    let weights = Weights::decode(MAGIC, model).map_or_else(|| Weights::new(&[]), |(w, _)| w);
    let mut counts = [0; 3];
    for (e, least) in examples.iter().filter_map(|e| Some((e, e.lesson.least?))) {
        let learnt = better(&weights.scores(&e.lesson.features), e.lesson.rule, least).unwrap_or(e.lesson.rule);
        counts[0] += 1;
        counts[1] += usize::from(e.lesson.rule == e.act);
        counts[2] += usize::from(learnt == e.act);
    }
    counts
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
pub(in crate::extract) fn exponential(x: f64) -> f64 {
    let mut power = (1.0 + x / 1024.0).max(0.0);
    for _ in 0..10 {
        power *= power;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_examples_give_the_same_file_and_are_learnt() {
        let example = |act, features: [u32; 3]| {
            let lesson = Lesson { features: features.to_vec(), rule: Act::State, by_cue: false, least: Some(64) };
            Example { lesson, act, register: Register::News }
        };
        let two = [example(Act::Deny, [3, 70_000, 655_361]), example(Act::State, [3, 70_000, 655_362])];
        let all: Vec<Example> = (0..40).flat_map(|_| two.clone()).collect();
        let model = train(&all);
        assert_eq!(model, train(&all));
        assert_eq!(measure(&model, &all), [80, 40, 80]);
        assert!((exponential(-1.0) - 0.3679).abs() < 0.001 && exponential(-2000.0) == 0.0);
    }
}
