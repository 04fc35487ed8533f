//! The act by what was learnt from annotated stories: where the cue is neutral, and only where it is surer than the rules.

use super::feature::Case;
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

/// How much better than a plain statement another act must be where no rule tells one. Both are found by cross-validation.
const OVER_STATE: i32 = SCALE as i32;
/// How much better than the act of a rule another must be.
const OVER_RULE: i32 = 2 * SCALE as i32;

/// What the learner says against the rules, if it is sure enough.
pub(super) fn act(case: &Case) -> Option<Act> {
    if firm(case.rule, case.why) { None } else { better(shipped(), &case.features(), case.rule) }
}

/// Whether the build of a clause told the act: only phrases and silence are overruled.
pub(super) fn firm(rule: Act, why: &str) -> bool {
    rule != Act::State && !why.ends_with("in its content")
}

/// The act that is better than that of the rules by enough.
pub(super) fn better(weights: &Weights<CLASSES>, features: &[u32], rule: Act) -> Option<Act> {
    let scores = weights.scores(features);
    let best = *Act::ALL.get(best_of(&scores))?;
    let score = |act: Act| Act::ALL.iter().position(|a| *a == act).and_then(|n| scores.get(n)).copied();
    let least = if rule == Act::State { OVER_STATE } else { OVER_RULE };
    (best != rule && score(best)? > score(rule)? + least).then_some(best)
}

fn shipped() -> &'static Weights<CLASSES> {
    static MODEL: LazyLock<Weights<CLASSES>> = LazyLock::new(|| {
        Weights::decode(MAGIC, include_bytes!("../data/acts.bin")).map_or_else(|| Weights::new(&[]), |(w, _)| w)
    });
    &MODEL
}
