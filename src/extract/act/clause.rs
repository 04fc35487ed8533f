//! What a clause of a content does, by its build: whose deed it tells, with which modal, negated or not.

mod demand;
mod denial;
mod done;
mod opening;

use super::Attribution;
use crate::{
    extract::{
        attribution::sight::{Sight, Verb},
        deed,
        speaker::Speaker,
    },
    lexicon::{act::Act, class::WordClass as Is, deed::Root},
};
use opening::Opening;
use std::ops::Range;

/// Whose deed a clause tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// "we", "our army", the speaker’s country.
    Own,
    /// Another party.
    Other,
    /// "nobody", "no soldier".
    Nobody,
    /// "it", "this", "there".
    Empty,
    /// Anything else.
    Thing,
}

/// A clause: its subject and its first finite verb.
pub(super) struct Clause<'s, 'p, 'a> {
    sight: &'s Sight<'p, 'a>,
    who: &'s Speaker,
    tokens: Range<usize>,
    pub(super) first: usize,
    subject: Range<usize>,
    pub(super) whose: Whose,
    pub(super) verb: &'s Verb,
    pub(super) root: Option<Root>,
    /// The root is that of the verb itself, not of one that it governs.
    own: bool,
    spoken: bool,
    /// By a verb of saying, not "according to".
    reported: bool,
}

/// An act and why.
type Told = Option<(Act, &'static str)>;

/// The act that the build of the clauses tells, and why: the first clause that tells one.
pub(super) fn act(sight: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Option<(Act, String)> {
    segments(sight, tokens)
        .into_iter()
        .take(MOST)
        .find_map(|segment| of_segment(sight, a, who, &segment))
        .filter(|(act, _)| !who.bystander || !matches!(act, Act::Deny | Act::Reject | Act::Promise | Act::Announce))
        .map(|(act, why)| (act, why.to_string()))
}

/// The reason of a demand by what another party must do.
pub(super) const OBLIGED: &str = "what another party has to do";
/// The same, by words for a duty.
pub(super) const UP_TO: &str = "what is another party’s to do";
/// The reason of criticism by what should have been.
pub(super) const UNDONE: &str = "what should have been done";
/// What somebody says a thing is not.
pub(super) const IS_NOT: &str = "what it is not";
/// What somebody says is not so.
pub(super) const UNTRUE: &str = "what is called untrue";
/// An answer of one word.
pub(super) const NO: &str = "“no”";

/// What another party has to do, where the first clause says so: told before any phrase that stands behind it ("must stop
/// attacking").
pub(super) fn obligation(
    sight: &Sight,
    a: &Attribution,
    who: &Speaker,
    tokens: &Range<usize>,
) -> Option<(usize, &'static str)> {
    let segment = segments(sight, tokens).into_iter().next()?;
    let clause = clause(sight, a, who, &segment, opened(sight, &segment)?)?;
    let told = clause.obliged().filter(|(act, _)| *act == Act::Demand && clause.whose != Whose::Nobody)?;
    Some((clause.verb.modal.unwrap_or(clause.verb.start), told.1))
}

/// What the speaker’s own side will do, where the clause with this modal says so, and nobody has good of it.
pub(super) fn penalty(sight: &Sight, a: &Attribution, who: &Speaker, modal: usize, start: usize) -> bool {
    let Some(verb) = sight.verb_at(modal).filter(|v| v.modal == Some(modal)) else { return false };
    let Some(last) = verb.start.checked_sub(1).filter(|l| *l >= start) else { return false };
    let subject = sight.noun_phrase_left(last, start)..verb.start;
    let stays = sight.among(verb.head, Is::Stays) && !sight.is(verb.head, &["stop", "leave"]);
    let kind = sight.among(verb.head, Is::Benign) || sight.among(verb.head, Is::Held) || stays;
    let read = deed::first(sight, verb.start..(verb.head + 8).min(sight.low.len()));
    // To stop something is good only for whom it burdened.
    let good = read.is_some_and(|r| r.plain.cooperates() && r.plain != Root::Yield);
    whose(sight, a, who, &subject) == Whose::Own && !verb.negated && !verb.passive && !verb.copula && !kind && !good
}

/// So many clauses of a content are looked at.
const MOST: usize = 4;

/// The sentences of a content, cut at semicolons and "but".
pub(super) fn segments(sight: &Sight, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = tokens.start;
    for i in tokens.clone() {
        if sight.among(i, Is::SegmentBound) {
            if i > start {
                found.push(start..i);
            }
            start = i + 1;
        }
    }
    if start < tokens.end {
        found.push(start..tokens.end);
    }
    found
}

fn of_segment(sight: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Told {
    let first = opened(sight, tokens)?;
    let opening = Opening { sight, a, first, end: tokens.end };
    opening.told().or_else(|| clause(sight, a, who, tokens, first)?.told())
}

/// The first word of a clause.
pub(super) fn opened(sight: &Sight, tokens: &Range<usize>) -> Option<usize> {
    let skipped = |i: usize| {
        sight.is_quote_mark(i) || sight.among(i, Is::ClauseLeadIn) || sight.is(i, &["no"]) && sight.is(i + 1, &[","])
    };
    // "JK: No."
    let label = (tokens.start + 1..tokens.end.min(tokens.start + 4)).find(|i| sight.is(*i, &[":"]));
    let from = label.filter(|l| !sight.has_finite(&(tokens.start..*l))).map_or(tokens.start, |l| l + 1);
    (from..tokens.end).find(|i| !skipped(*i))
}

/// The clause that starts with token `first`.
pub(super) fn clause<'s, 'p, 'a>(
    sight: &'s Sight<'p, 'a>,
    a: &Attribution,
    who: &'s Speaker,
    tokens: &Range<usize>,
    first: usize,
) -> Option<Clause<'s, 'p, 'a>> {
    // "Each time talks come near, our neighbours": what stands before the subject.
    let conditional = sight.is(first, &["without", "until", "as"]);
    let first = if conditional { first } else { sight.past_fronted(first, tokens.end) };
    let verb = main_verb(sight, first, tokens.end)?;
    let subject = first..sight.noun_phrase_right(first, verb.start.max(first + 1), true).min(verb.start.max(first + 1));
    let whose = whose(sight, a, who, &subject);
    let read = deed::first(sight, verb.start..tokens.end);
    let own = read.as_ref().is_some_and(|r| r.at == verb.head);
    let root = read.map(|r| r.plain);
    Some(Clause {
        sight,
        who,
        tokens: tokens.clone(),
        first,
        subject,
        whose,
        verb,
        root,
        own,
        spoken: a.spoken,
        reported: a.verb.is_some() || a.cue.is_some(),
    })
}

/// The first verb that can be a clause’s; a form in -ed only where no other verb follows it in its clause ("reports shared
/// within are false", but "boats rammed the ship").
fn main_verb<'s>(sight: &'s Sight, first: usize, end: usize) -> Option<&'s Verb> {
    let mut finite = sight.verbs_in(&(first..end)).iter().filter(|v| v.finite);
    let verb = finite.next()?;
    if !verb.bare_participle || verb.start > first && sight.is_personal(verb.start - 1) {
        return Some(verb);
    }
    let next = finite.find(|v| !v.bare_participle);
    let parted =
        |v: &Verb| (verb.head + 1..v.start).any(|i| sight.among(i, Is::BlocksMainVerb) || sight.is_personal(i));
    Some(next.filter(|v| !parted(v)).unwrap_or(verb))
}

impl Clause<'_, '_, '_> {
    fn told(&self) -> Told {
        self.none_there()
            .or_else(|| self.untrue())
            .or_else(|| self.unneeded())
            .or_else(|| self.wanted())
            .or_else(|| self.obliged())
            .or_else(|| self.refused())
            .or_else(|| self.denied())
            .or_else(|| self.own())
            .or_else(|| self.accused())
            .or_else(|| self.ours())
            .or_else(|| self.cleft())
            .or_else(|| self.judged())
            .or_else(|| self.obliged_later())
            .or_else(|| self.instead())
    }

    fn head(&self, words: &[&str]) -> bool {
        self.sight.is(self.verb.head, words)
    }

    fn head_is(&self, class: Is) -> bool {
        self.sight.among(self.verb.head, class)
    }

    fn modal(&self, words: &[&str]) -> bool {
        self.verb.modal.is_some_and(|m| self.sight.is(m, words))
    }

    fn modal_is(&self, class: Is) -> bool {
        self.verb.modal.is_some_and(|m| self.sight.among(m, class))
    }

    fn supposed(&self) -> bool {
        let s = self.sight;
        self.tokens.clone().any(|i| s.among(i, Is::SuppositionOpener))
    }

    /// The words after the verb, so many.
    fn after(&self, most: usize) -> Range<usize> {
        self.verb.head + 1..self.tokens.end.min(self.verb.head + 1 + most)
    }

    /// Whether words name a state or party that is not the speaker’s.
    fn of_another(&self, subject: &Range<usize>) -> bool {
        let states = self.sight.states_in(subject);
        if !states.is_empty() && !self.who.states.is_empty() {
            return !states.iter().any(|s| self.who.states.contains(s));
        }
        !states.is_empty() || self.sight.is_party(subject) || subject.clone().any(|i| self.sight.among(i, Is::Forces))
    }

    /// Whether the subject is a party that the speaker does not speak for, as far as is known.
    pub(super) fn foreign(&self) -> bool {
        let s = self.sight;
        let states = s.states_in(&self.subject);
        if !states.is_empty() && !self.who.states.is_empty() {
            return !states.iter().any(|s| self.who.states.contains(s));
        }
        self.whose == Whose::Other
            && (!states.is_empty()
                || s.is(self.first, &["they", "you"]) && self.spoken
                || self.subject.clone().any(|i| s.among(i, Is::Adverse)))
    }

    pub(super) fn hostile(&self) -> bool {
        self.root.is_some_and(Root::is_material_conflict)
    }

    pub(super) fn perfect(&self) -> bool {
        (self.verb.start..self.verb.head).any(|i| self.sight.among(i, Is::PerfectAuxiliary))
    }
}

/// Whose deed the clause with this subject tells.
pub(super) fn whose(sight: &Sight, a: &Attribution, who: &Speaker, subject: &Range<usize>) -> Whose {
    let first = subject.start;
    if sight.among(first, Is::OwnSubject) {
        let other = subject.len() > 1 && subject.clone().any(|i| sight.among(i, Is::Adverse));
        return if other { Whose::Other } else { Whose::Own };
    }
    if sight.among(first, Is::NobodySubject) {
        return Whose::Nobody;
    }
    if subject.len() == 1 && sight.among(first, Is::EmptySubjectSpoken) && a.spoken
        || sight.among(first, Is::EmptySubject) && subject.len() == 1
    {
        return Whose::Empty;
    }
    // "said it would", "said his country did not": in reported speech the speaker’s own side.
    let back = !a.spoken
        && a.verb.is_some()
        && (sight.among(first, Is::PersonalOrTheirs) || !who.person && sight.is(first, &["it"]));
    let own = who.tokens.as_ref().is_some_and(|r| {
        r.clone().any(|i| {
            sight.named(i).is_some()
                && subject.clone().any(|j| sight.named(j).is_some() && sight.low(j) == sight.low(i))
        }) || sight.speaks_for(r, subject)
    });
    let states = sight.states_in(subject);
    if back || own || states.iter().any(|s| who.states.contains(s)) {
        Whose::Own
    } else if !states.is_empty() || sight.is_party(subject) || subject.clone().any(|i| sight.among(i, Is::Forces)) {
        Whose::Other
    } else {
        Whose::Thing
    }
}

/// What somebody is charged with, and can deny.
fn is_deniable(sight: &Sight, i: usize) -> bool {
    sight.among(i, Is::DeniedThing) || sight.among(i, Is::Retort) || sight.among(i, Is::Blameful)
}
