//! The act by what was learnt from annotated stories: where no telling cue decides, and only where it is surer
//! than the rules.

use super::{Attribution, BY_NOUN, feature::Case};
use crate::{
    lexicon::act::Act,
    text::perceptron::weights::{Weights, best_of},
};
use std::sync::LazyLock;

/// One class an act.
pub(super) const CLASSES: usize = Act::ALL.len();
/// The model file starts so.
pub(super) const MAGIC: [u8; 4] = *b"ACT2";
/// What a weight of one is stored as.
pub(super) const SCALE: f64 = 64.0;

/// How much surer than the rules one must be, found by cross-validation with each writer of stories set aside in turn:
/// where they tell no act of what is spoken, and of what is only reported, which is mostly told and not done,
const OVER_NOTHING: [f64; 2] = [1.25, 2.0];
/// and where they tell one by a phrase or by the build of a clause.
const OVER_RULE: f64 = 1.5;

/// What the learner says against the rules, if it is sure enough.
pub(super) fn act(case: &Case) -> Option<Act> {
    better(shipped(), &case.features(), case.rule, least(case.a, case.rule, case.why)?)
}

/// How much better than the act of the rules another must be; `None` where the cue decides, or the noun that it governs.
pub(super) fn least(a: &Attribution, rule: Act, why: &str) -> Option<i32> {
    if a.act.is_some() || why == BY_NOUN {
        return None;
    }
    let least = if rule == Act::State { OVER_NOTHING[usize::from(!a.spoken)] } else { OVER_RULE };
    Some((least * SCALE) as i32)
}

/// The act that is better than that of the rules by enough.
pub(super) fn better(weights: &Weights<CLASSES>, features: &[u32], rule: Act, least: i32) -> Option<Act> {
    let scores = weights.scores(features);
    let best = *Act::ALL.get(best_of(&scores))?;
    let score = |act: Act| Act::ALL.iter().position(|a| *a == act).and_then(|n| scores.get(n)).copied();
    (best != rule && score(best)? > score(rule)? + least).then_some(best)
}

fn shipped() -> &'static Weights<CLASSES> {
    static MODEL: LazyLock<Weights<CLASSES>> = LazyLock::new(|| {
        Weights::decode(MAGIC, include_bytes!("../data/acts.bin")).map_or_else(|| Weights::new(&[]), |(w, _)| w)
    });
    &MODEL
}
