//! The act by what was learnt from annotated sentences: it speaks where the rules are silent or weak.

use super::{Attribution, feature::features};
use crate::{
    extract::attribution::sight::Sight,
    lexicon::act::Act,
    text::perceptron::weights::{Weights, best_of},
};
use std::sync::LazyLock;

/// One class an act.
pub(super) const CLASSES: usize = Act::ALL.len();
/// The model file starts so.
pub(super) const MAGIC: [u8; 4] = *b"ACT1";
/// What a weight of one is stored as.
pub(super) const SCALE: f64 = 64.0;

/// How much better than a plain statement another act must be where no rule tells one.
const OVER_STATE: i32 = (2.5 * SCALE) as i32;
/// How much better than the act of a rule another must be.
const OVER_RULE: i32 = (2.0 * SCALE) as i32;

/// What the learner says against `rule`, if it is sure enough.
pub(super) fn act(sight: &Sight, a: &Attribution, rule: Option<Act>) -> Option<Act> {
    let scores = shipped().scores(&features(sight, a, rule));
    let best = *Act::ALL.get(best_of(&scores))?;
    let (held, least) = match rule {
        Some(rule) => (rule, OVER_RULE),
        None => (Act::State, OVER_STATE),
    };
    (best != held && score(&scores, best) > score(&scores, held) + least).then_some(best)
}

fn score(scores: &[i32; CLASSES], act: Act) -> i32 {
    Act::ALL.iter().position(|a| *a == act).map_or(0, |n| scores[n])
}

fn shipped() -> &'static Weights<CLASSES> {
    static MODEL: LazyLock<Weights<CLASSES>> = LazyLock::new(|| {
        Weights::decode(MAGIC, include_bytes!("../data/acts.bin")).map_or_else(|| Weights::new(&[]), |(w, _)| w)
    });
    &MODEL
}
