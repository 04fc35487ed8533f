//! Which candidate is addressed: the sum of the weights of what is seen of each.

use super::{Candidate, Case, feature};
use crate::extract::table;

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

/// How much better than whom the rules name another must be, and how much better nobody; and what is taken from the score of
/// nobody where the rules name no one. Found by cross-validation.
const OVER_RULE: i32 = 9;
const NOBODY_OVER_RULE: i32 = 24;
const SOMEBODY: i32 = -4;

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
    decide(nobody, &scores, &ruled)
}

/// The choice by these scores.
pub(super) fn decide(nobody: i32, scores: &[i32], ruled: &[bool]) -> Choice {
    let best = scores.iter().enumerate().max_by_key(|(n, s)| (**s, std::cmp::Reverse(*n)));
    let Some((n, best)) = best else { return Choice::Ruled };
    let rule = scores.iter().zip(ruled).filter(|(_, r)| **r).map(|(s, _)| *s).max();
    match rule {
        None if *best > nobody - SOMEBODY => Choice::One(n),
        None => Choice::Ruled,
        Some(rule) if !ruled.get(n).copied().unwrap_or_default() && *best > rule + OVER_RULE && *best > nobody => {
            Choice::One(n)
        }
        Some(rule) if nobody > rule + NOBODY_OVER_RULE => Choice::Nobody,
        Some(_) => Choice::Ruled,
    }
}
