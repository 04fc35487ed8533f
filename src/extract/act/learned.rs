//! The act by what was learnt from annotated stories: where no telling cue decides, and only where it is surer
//! than the rules, whose act is one of the things it weighs.

use super::{
    Attribution, BY_NOUN, CALLED, NEARNESS, Near, OWN,
    clause::{NO, OBLIGED, UNDONE, UNTRUE, UP_TO},
    feature::Case,
    needs,
};
use crate::{
    lexicon::{act::Act, class::WordClass},
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
/// where they tell an act by a phrase or by the build of a clause,
const OVER_RULE: f64 = 1.0;
/// where a phrase alone tells blame or denial,
const OVER_SIGN: f64 = 0.5;
/// and where the speaker’s own verb tells it, or what another has to do. Where they tell none, or the cue only that
/// something is stated ("claims that …"), nothing.
const OVER_OWN: f64 = 2.0;

/// How much surer than any other act, in stored weights, the learner must be of a refusal: of those nearer to another act
/// one in five was right where the writer was set aside.
const OVER_ALL: i32 = 32;

/// Whether the cue tells an act that is not only stating: its content is no measure of it ("denied that troops fired").
pub(super) fn told_by_cue(a: &Attribution, rule: Act) -> bool {
    a.act.is_some_and(|act| act != Act::State) && rule != Act::State
}

/// How much surer than the rules the learner must be to be heard; `None` where the cue decides, or a rule that is seldom
/// wrong.
pub(super) fn least(a: &Attribution, rule: Act, why: &str) -> Option<i32> {
    // "are false" in the content, too.
    let untrue = || rule == Act::Deny && why.split(['‘', '’', ' ']).any(|word| WordClass::Falsehood.has(word));
    // "does not recognise the ruling", "called it nonsense", "is ready to meet"
    let told = || match rule {
        Act::Reject => why.ends_with("’ negated"),
        Act::Deny => why.starts_with("called "),
        // "hoped that all sides return": whom somebody only hopes for is asked nothing.
        _ => rule == Act::State && (a.lemma == "hope" || a.act.is_some() && WordClass::Ready.has(&a.lemma)),
    };
    let firm =
        told_by_cue(a, rule) || [BY_NOUN, CALLED, NO, UNDONE, UNTRUE, UP_TO].contains(&why) || untrue() || told();
    let surer = match rule {
        Act::State => 0.0,
        Act::Criticise | Act::Deny if why.starts_with("by ") && why.ends_with(" in its content") => OVER_SIGN,
        _ if why == OBLIGED || why.ends_with(OWN) => OVER_OWN,
        _ => OVER_RULE,
    };
    (!firm).then_some((surer * SCALE) as i32)
}

/// What the learner says against the rules, if it is sure enough; and which acts are near.
pub(super) fn act(case: &Case) -> (Option<Act>, Near) {
    let Some(least) = least(case.a, case.rule, case.why) else { return (None, Near::new()) };
    let scores = shipped().scores(&case.features());
    let found = possible(case, &scores, least);
    (found, near(&scores, found.unwrap_or(case.rule)))
}

/// The act that is better than that of the rules, if it can be that.
fn possible(case: &Case, scores: &[i32; CLASSES], least: i32) -> Option<Act> {
    let mut open = *scores;
    let mut found = better(&open, case.rule, least);
    if found == Some(Act::Reject) {
        open[Act::Reject as usize] -= OVER_ALL;
        found = better(&open, case.rule, least);
    }
    let offer = matches!(found, Some(Act::Threaten | Act::Warn)) && needs::offers(case);
    if !offer && (found != Some(Act::Threaten) || needs::threatens(case)) {
        return found;
    }
    open[Act::Threaten as usize] = i32::MIN / 2;
    if offer {
        open[Act::Warn as usize] = i32::MIN / 2;
    }
    let other = || better(&open, case.rule, least);
    needs::instead(case).filter(|_| !offer).or_else(other).filter(|act| *act != case.rule)
}

/// The acts that address somebody whose scores come near that of the act taken.
fn near(scores: &[i32; CLASSES], taken: Act) -> Near {
    const STEP: i32 = 32;
    let of = |act: Act| Act::ALL.iter().zip(scores).find(|(a, _)| **a == act).map_or(0, |(_, s)| *s);
    let top = of(taken);
    let step = |act: &Act| (*act, ((top - of(*act)).max(0) / STEP).min(NEARNESS as i32) as u8);
    ADDRESSING.iter().map(step).filter(|(_, n)| usize::from(*n) < NEARNESS).collect()
}

/// Acts that mostly address somebody.
const ADDRESSING: &[Act] =
    &[Act::Accuse, Act::Criticise, Act::Demand, Act::Warn, Act::Threaten, Act::Praise, Act::Request, Act::Propose];

/// The act that is better than that of the rules by enough.
pub(super) fn better(scores: &[i32; CLASSES], rule: Act, least: i32) -> Option<Act> {
    let best = *Act::ALL.get(best_of(scores))?;
    let score = |act: Act| Act::ALL.iter().position(|a| *a == act).and_then(|n| scores.get(n)).copied();
    (best != rule && score(best)? > score(rule)? + least).then_some(best)
}

#[cfg(feature = "cli")]
thread_local! {
    static INSTEAD: std::cell::Cell<Option<&'static Weights<CLASSES>>> = const { std::cell::Cell::new(None) };
}

/// Reads with another model from now on, or again with the one shipped: who learns from what is read of a text sees it as
/// it is read where the model has not learnt from that text.
#[cfg(feature = "cli")]
pub fn read_with(model: Option<&[u8]>) {
    let weights = model.and_then(|m| Weights::decode(MAGIC, m)).map(|(w, _)| &*Box::leak(Box::new(w)));
    INSTEAD.set(weights);
}

fn shipped() -> &'static Weights<CLASSES> {
    #[cfg(feature = "cli")]
    if let Some(model) = INSTEAD.get() {
        return model;
    }
    static MODEL: LazyLock<Weights<CLASSES>> = LazyLock::new(|| {
        Weights::decode(MAGIC, include_bytes!("../data/acts.bin")).map_or_else(|| Weights::new(&[]), |(w, _)| w)
    });
    &MODEL
}
