//! What a threat cannot be without, whatever its words are like: the learner, which only counts words, is not heard where
//! that is missing.

use super::{
    clause::{self, Whose},
    feature::Case,
};
use crate::{
    extract::{
        attribution::sight::{Sight, Verb},
        deed,
    },
    lexicon::{act::Act, class::WordClass as Is, deed::Root},
};
use std::ops::Range;

/// Whether a statement can be a threat: a deed of the speaker’s own side, or one that nobody is named for, and it is to
/// nobody’s good: “if the fee remains, we block the entry”, “the contract will not be renewed”. What others will do, or what
/// will come of itself, is feared; and a good deed on a condition is an offer.
pub(super) fn threatens(case: &Case) -> bool {
    pieces(case).any(|tokens| is_threat(case, &tokens))
}

/// What takes a threat’s place where it is none: what follows on a condition is warned of.
pub(super) fn instead(case: &Case) -> Option<Act> {
    pieces(case).any(|tokens| on_condition(case.sight, &tokens)).then_some(Act::Warn)
}

fn pieces(case: &Case) -> impl Iterator<Item = Range<usize>> {
    case.a.content.iter().map(|piece| case.sight.tokens_of(*piece))
}

/// Whether something is said to follow if something else comes true.
fn on_condition(s: &Sight, tokens: &Range<usize>) -> bool {
    let two = |i: usize, first: &str, next: &str| s.is(i, &[first]) && s.is(i + 1, &[next]);
    tokens.clone().any(|i| s.among(i, Is::Condition) || two(i, "long", "as") || two(i, "those", "who"))
}

fn is_threat(case: &Case, tokens: &Range<usize>) -> bool {
    let s = case.sight;
    let has = |class: Is| tokens.clone().any(|i| s.among(i, class));
    let condition = on_condition(s, tokens) || has(Is::Occasion);
    if condition && has(Is::Retort) {
        return true;
    }
    let mut main = s.verbs_in(tokens).iter().filter(|v| v.finite && !supposed(s, v, tokens.start)).peekable();
    main.peek().is_none() || main.any(|v| is_penal(case, v, tokens, condition))
}

/// Whether a clause tells what one’s own side does to nobody’s good, or what is done by nobody named.
fn is_penal(case: &Case, verb: &Verb, tokens: &Range<usize>, condition: bool) -> bool {
    let (s, who) = (case.sight, case.who);
    let Some(last) = verb.start.checked_sub(1).filter(|l| *l >= tokens.start) else { return false };
    if !condition && (verb.modal.is_none() || verb.negated) || verb.copula {
        return false;
    }
    let subject = s.noun_phrase_left(last, tokens.start)..verb.start;
    let read = deed::first(s, verb.start..(verb.head + 8).min(tokens.end)).map(|r| r.plain);
    let kind = s.among(verb.head, Is::Benign)
        || s.among(verb.head, Is::Held)
        || read.is_some_and(|r| r.cooperates() && r != Root::Yield);
    // "we in parliament will ban"
    let named = opening(s, verb, tokens.start).any(|i| s.among(i, Is::OwnSubject));
    let own = named || clause::whose(s, case.a, who, &subject) == Whose::Own;
    let states = s.states_in(&subject);
    let foreign = !states.is_empty() && !who.states.is_empty() && !who.states.iter().any(|own| states.contains(own));
    let harm = read.is_some_and(Root::is_material_conflict) && !foreign;
    (own || verb.passive || harm) && (verb.negated || !kind)
}

/// The words before a verb in its own clause, the nearest first.
fn opening<'s>(s: &'s Sight, verb: &Verb, start: usize) -> impl Iterator<Item = usize> + use<'s> {
    (start..verb.start).rev().take(8).take_while(move |i| !s.is(*i, &[","]) && s.verb_at(*i).is_none())
}

/// Whether a verb stands in a condition or beside somebody: "if they close", "those who lecture us".
fn supposed(s: &Sight, verb: &Verb, start: usize) -> bool {
    opening(s, verb, start).any(|i| s.among(i, Is::Supposing))
}

/// What the speaker’s side offers on a condition is no warning either: “if they take steps, we are ready to talk”.
pub(super) fn offers(case: &Case) -> bool {
    let s = case.sight;
    let offered = |v: &Verb, Range { start, end }: Range<usize>| {
        let own = opening(s, v, start).any(|i| s.among(i, Is::OwnSubject));
        let ready = v.copula && (v.head + 1..v.head + 4).any(|i| s.among(i, Is::Ready));
        let read = deed::first(s, v.start..(v.head + 8).min(end)).map(|r| r.plain);
        let good = || s.among(v.head, Is::Relieve) || read.is_some_and(|r| r.cooperates() && r != Root::Yield);
        let kind = v.modal.is_some() && good();
        own && !v.negated && (ready || kind) && !supposed(s, v, start)
    };
    pieces(case).any(|t| on_condition(s, &t) && s.verbs_in(&t).iter().any(|v| v.finite && offered(v, t.clone())))
}
