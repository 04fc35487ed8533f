//! Which candidate is addressed: the sum of the weights of what is seen of each.

use super::{Candidate, Case, feature};
use crate::{extract::table, lexicon::act::Act};

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// What the rules say.
    Ruled,
    /// Nobody is addressed.
    Nobody,
    /// The candidate of this number.
    One(usize),
}

/// How much better than whom the rules name another must be, and how much better nobody. Found by cross-validation.
const OVER_RULE: i32 = 9;
const NOBODY_OVER_RULE: i32 = 24;

/// How much better than nobody somebody must be where the rules name no one: for what is done to somebody, so that the rules
/// would see whom, more than for what is only told, whose act may have been read wrongly.
pub(super) const fn over_nobody(act: Act) -> i32 {
    match act {
        Act::State | Act::Announce | Act::Confirm | Act::Agree => 9,
        Act::Accuse | Act::Criticise | Act::Praise => 12,
        _ => 16,
    }
}

/// The trained numbers, one a feature.
static WEIGHTS: &[u8] = include_bytes!("../data/addressees.bin");

pub(super) fn choose(case: &Case, candidates: &[Candidate]) -> Choice {
    if candidates.is_empty() {
        return Choice::Ruled;
    }
    let weight = |f| table::weight(WEIGHTS, f);
    let shared = feature::Shared::of(case, candidates);
    let mut nobody = 0;
    feature::of_nobody(case, &shared, candidates, &mut |f| nobody += weight(f));
    let scores: Vec<i32> = candidates
        .iter()
        .enumerate()
        .map(|(n, c)| {
            let mut score = 0;
            feature::of_candidate(case, &shared, c, n, &mut |f| score += weight(f));
            score
        })
        .collect();
    let ruled: Vec<bool> = candidates.iter().map(|c| c.ruled).collect();
    decide(nobody, over_nobody(case.act), &scores, &ruled)
}

/// The choice by these scores.
pub(super) fn decide(nobody: i32, over_nobody: i32, scores: &[i32], ruled: &[bool]) -> Choice {
    let best = scores.iter().enumerate().max_by_key(|(n, s)| (**s, std::cmp::Reverse(*n)));
    let Some((n, best)) = best else { return Choice::Ruled };
    let rule = scores.iter().zip(ruled).filter(|(_, r)| **r).map(|(s, _)| *s).max();
    match rule {
        None if *best > nobody + over_nobody => Choice::One(n),
        None => Choice::Ruled,
        Some(rule) if !ruled.get(n).copied().unwrap_or_default() && *best > rule + OVER_RULE && *best > nobody => {
            Choice::One(n)
        }
        Some(rule) if nobody > rule + NOBODY_OVER_RULE => Choice::Nobody,
        Some(_) => Choice::Ruled,
    }
}
