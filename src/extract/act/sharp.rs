//! Builds of a content that tell its act whatever else stands in it: what was learnt from words is not asked there.

use super::{
    Attribution,
    clause::{self, DECIDED, Whose},
};
use crate::{
    extract::{
        attribution::sight::{Sight, Verb},
        speaker::Speaker,
    },
    lexicon::{
        act::Act,
        class::WordClass as Is,
        cue::{Entry, Part},
    },
};
use std::ops::Range;

/// An act and why.
type Told = Option<(Act, &'static str)>;

const RELAYED: &str = "what somebody else is told to have said";
const ANSWERED: &str = "a “no” alone";
const HOPED: &str = "what another party should not hope for";
const ANYBODY: &str = "what whoever does it has to do";
const AT_ONCE: &str = "what another party is to do at once";
const CULPRIT: &str = "who it is that did wrong";
/// "called Charles Michel"
pub(super) const PHONED: &str = "who is called";
/// "called the citizens to come"
pub(super) const CALLED: &str = "what somebody is called to do";
/// "because of Turkish obstinacy"
pub(super) const CAUSED: &str = "whose fault it is";
/// "It is a manipulation"
pub(super) const POINTED: &str = "what it is called";
/// "doubts this"
pub(super) const DOUBTED: &str = "what was said is doubted";

/// Whether a reason is one of these.
pub(super) fn tells(why: &str) -> bool {
    why.ends_with("ise’ negated")
        || why.ends_with("ize’ negated")
        || [RELAYED, ANSWERED, HOPED, ANYBODY, AT_ONCE, CULPRIT, PHONED, CALLED, CAUSED, POINTED, DOUBTED, DECIDED]
            .contains(&why)
}

/// The act that the build of the first clause tells alone.
pub(super) fn act(s: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Told {
    answered(s, a, tokens).or_else(|| infinitive(s, a, who, tokens)).or_else(|| {
        let mut finite = s.verbs_in(tokens).iter().filter(|v| v.finite && v.start >= tokens.start);
        let verb = finite.next()?;
        let first = clause::opened(s, tokens)?;
        let subject = first..verb.start.max(first);
        let free =
            s.among(first, Is::AnybodyWho) || s.is(first + 1, &["who"]) && s.among(first, Is::IndefiniteAntecedent);
        if free {
            return finite.find_map(|v| anybody(s, v, tokens));
        }
        let whose = clause::whose(s, a, who, &subject);
        relayed(s, whose, &subject, verb, tokens)
            .or_else(|| hoped(s, verb).filter(|_| whose == Whose::Other && !who.bystander))
            .or_else(|| culprit(s, whose, &subject, verb, tokens))
    })
}

/// “No”, “Never”: denied where one was asked what is, else refused.
fn answered(s: &Sight, a: &Attribution, tokens: &Range<usize>) -> Told {
    let plain = |i: usize| s.is_quote_mark(i) || s.is(i, &["!", ".", ",", "and"]);
    let mut words = tokens.clone().filter(|i| !plain(*i)).peekable();
    words.peek()?;
    let alone = tokens.len() < 6 && words.all(|i| s.is(i, &["no", "never"]));
    let asked = (tokens.start.saturating_sub(40)..tokens.start).rev().find(|i| s.is(*i, &["?", "asked"]));
    let around = asked.map_or(0..0, |q| q.saturating_sub(25)..q);
    let coming = around.clone().any(|i| s.among(i, Is::WillModal) || s.among(i, Is::Ready));
    let denied = if around.is_empty() { a.spoken && s.is(tokens.start, &["no"]) } else { !coming };
    alone.then_some((if denied { Act::Deny } else { Act::Reject }, ANSWERED))
}

/// "Turkey to leave immediately", in the telegram style of headlines.
fn infinitive(s: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Told {
    let first = clause::opened(s, tokens)?;
    let end = s.noun_phrase_right(first, tokens.end, false);
    let verb = s.verb_at(end).filter(|v| v.infinitive && v.start == end && s.is(end, &["to"]))?;
    let other = clause::whose(s, a, who, &(first..end)) == Whose::Other;
    let soon = (verb.start..tokens.end.min(verb.head + 4)).any(|i| s.among(i, Is::AtOnce));
    (other && soon).then_some((Act::Demand, AT_ONCE))
}

/// "told us that they do not accept", "has made it clear that it will not leave": another’s act, which is only told.
fn relayed(s: &Sight, whose: Whose, subject: &Range<usize>, verb: &Verb, tokens: &Range<usize>) -> Told {
    let that = (verb.head + 1..tokens.end.min(verb.head + 6)).find(|i| s.is(*i, &["that"]))?;
    let made = s.is(verb.head, &["made"]) && (verb.head..that).any(|i| s.is(i, &["clear", "plain"]));
    let told = verb.head + 1..that;
    let says = |e: &Entry| e.cue.part == Part::Verb && e.cue.speaks && e.words.len() == 1;
    let speaks = s.cues(verb.head).iter().any(says) && (told.is_empty() || s.is_party(&told)) || made;
    let straight = s.verbs_in(&told).is_empty() && !s.has_finite(subject);
    let past = verb.past || (verb.start..verb.head).any(|i| s.among(i, Is::PerfectAuxiliary));
    let us = told.clone().any(|i| s.is(i, &["us", "me"]));
    let theirs = (whose == Whose::Other || us && s.is(subject.start, &["they", "he", "she"]))
        && verb.modal.is_none()
        && !verb.negated
        && !verb.passive;
    (speaks && straight && past && theirs).then_some((Act::State, RELAYED))
}

/// "should not count on our support", "can no longer expect any mercy".
fn hoped(s: &Sight, verb: &Verb) -> Told {
    let none = verb.negated || (verb.start..verb.head).any(|i| s.is(i, &["longer"]));
    let bound = verb.modal.is_some_and(|m| s.is(m, &["should", "must", "need", "can"]));
    (none && bound && !verb.passive && s.among(verb.head, Is::HopeFor)).then_some((Act::Warn, HOPED))
}

/// "whoever is a member must also keep to the rules", "… must reckon with the answer".
fn anybody(s: &Sight, verb: &Verb, tokens: &Range<usize>) -> Told {
    if let Some(found) = hoped(s, verb) {
        return Some(found);
    }
    let governs = s.verb_at(verb.head + 1).filter(|v| v.infinitive && s.among(verb.head, Is::ObligedVerb));
    let must = verb.modal.is_some_and(|m| s.is(m, &["must", "should"]));
    let main = governs.map_or(verb.head, |v| v.head);
    let bears = s.among(main, Is::HopeFor) || (main + 1..tokens.end).any(|i| s.among(i, Is::Reckoning));
    (must || governs.is_some()).then_some((if bears { Act::Warn } else { Act::Demand }, ANYBODY))
}

/// "Violator is Japan", "The aggressor here is Eritrea".
fn culprit(s: &Sight, whose: Whose, subject: &Range<usize>, verb: &Verb, tokens: &Range<usize>) -> Told {
    let end = s.noun_phrase_right(verb.head + 1, tokens.end, false);
    let party = !s.states_in(&(verb.head + 1..end)).is_empty();
    let blamed = subject.clone().any(|i| s.among(i, Is::Wrongdoer)) && whose != Whose::Own;
    (verb.copula && !verb.negated && verb.modal.is_none() && party && blamed).then_some((Act::Accuse, CULPRIT))
}
