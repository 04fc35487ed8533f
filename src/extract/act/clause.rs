//! What a clause of a content does, by its build: whose deed it tells, with which modal, negated or not.

use super::Attribution;
use crate::{
    extract::{
        attribution::sight::{Sight, Verb},
        deed,
        speaker::Speaker,
    },
    lexicon::{act::Act, class::WordClass as Is, deed::Root},
    text::tag::Tag,
};
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
    opening(sight, a, first, tokens.end).or_else(|| clause(sight, a, who, tokens, first)?.told())
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

/// What the first words tell alone.
fn opening(sight: &Sight, a: &Attribution, first: usize, end: usize) -> Told {
    if a.spoken && super::is_command(sight, first, end) {
        return Some((Act::Demand, "a command"));
    }
    if sight.is(first, &["no"]) && sight.is(first + 1, &["to", "more"]) && a.spoken {
        return Some((Act::Reject, "“no to …”"));
    }
    // "No. I have said so in parliament", "No and no"
    let flat = sight.is(first + 1, &[".", "!"]) || sight.is(first + 1, &["and"]) && sight.is(first + 2, &["no"]);
    // "No. We have asked for training, not for boats": it was not so.
    if sight.is(first, &["no"]) && flat && a.spoken && super::done_instead(sight, first + 2) {
        return Some((Act::Deny, "“no”, and what was done"));
    }
    if sight.is(first, &["no", "never"]) && flat && a.spoken {
        return Some((Act::Reject, NO));
    }
    // "First the money, then the talks"
    let ordered = sight.is(first, &["first"]) && !sight.has_finite(&(first..end)) && a.spoken;
    if ordered && (first..end).any(|i| sight.among(i, Is::Sequel)) {
        return Some((Act::Demand, "what has to come first"));
    }
    // "Whoever crosses the line will regret it"
    let will = || (first..end).any(|i| sight.is(i, &["will", "shall", "'ll"]));
    let anybody = sight.is(first, &["whoever", "whosoever"])
        || sight.among(first, Is::IndefiniteAntecedent) && sight.is(first + 1, &["who"]) && will();
    if anybody && (first..end).any(|i| sight.among(i, Is::Reckoning)) {
        return Some((Act::Warn, "what whoever does it has to bear"));
    }
    if sight.is(first, &["yes"]) && sight.is(first + 1, &["to"]) {
        return Some((Act::Agree, "“yes to …”"));
    }
    if sight.is(first, &["yes"]) && sight.is(first + 1, &[","]) {
        return Some((Act::Confirm, "“yes, …”"));
    }
    if sight.among(first, Is::AssentWord) && sight.is(first + 1, &[",", "."]) && a.spoken {
        return Some((Act::Agree, "a word of assent"));
    }
    // "Not retaliation": without a verb.
    let charge = (first..end).any(|i| is_charge(sight, i));
    if sight.is(first, &["not", "no"]) && a.spoken && end <= first + 4 && charge {
        return Some((Act::Deny, IS_NOT));
    }
    // "says it does not"
    let left_out = end == first + 3 && sight.is_personal(first) && sight.is(first + 2, &["not", "n't"]);
    if left_out && sight.among(first + 1, Is::Auxiliary) && a.cue.is_some() {
        return Some((Act::Deny, "what is only negated"));
    }
    // "Not one centimetre": without a verb.
    let none = sight.is(first, &["not"]) && sight.among(first + 1, Is::AfterFlatNot);
    if none && a.spoken && !sight.has_finite(&(first..end)) {
        return Some((Act::Reject, "“not one …”"));
    }
    // "What we need is that …"
    let wanted = sight.is(first, &["what", "all"])
        && sight.is(first + 1, &["we", "i"])
        && sight.among(first + 2, Is::NeedOrDemandVerb);
    wanted.then_some((Act::Demand, "what the speaker’s side needs"))
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

    /// "Their envoy gives interviews instead of answering".
    fn instead(&self) -> Told {
        let s = self.sight;
        let other = self.whose == Whose::Other && self.foreign() && self.verb.modal.is_none() && !self.verb.negated;
        let instead = |i: usize| {
            s.is(i, &["instead", "rather"]) && s.is(i + 1, &["of", "than"]) && s.is_ing(i + 2)
                || s.is(i, &["preferred", "prefers", "prefer"])
        };
        (other && self.tokens.clone().any(instead)).then_some((Act::Criticise, "what is done instead"))
    }

    /// "It is a fairy tale", "These reports are invented", "This is a rescue boat, not a gunship".
    fn untrue(&self) -> Told {
        let s = self.sight;
        if !self.verb.copula || self.verb.negated || self.verb.modal.is_some() || self.supposed() {
            return None;
        }
        let told = self.whose == Whose::Empty
            || s.among(self.first, Is::PointsToClaim)
            || self.subject.clone().any(|i| s.among(i, Is::Claim));
        let end = s.noun_phrase_right(self.verb.head + 1, self.tokens.end, false).max(self.verb.head + 2);
        let said = self.verb.head + 1..end.min(self.after(7).end);
        if told && said.clone().any(|i| s.among(i, Is::Falsehood)) {
            return Some((Act::Deny, UNTRUE));
        }
        let end = said.end;
        let contrast = s.is(end, &[","]) && s.is(end + 1, &["not"]) && !s.is(end + 2, &["only", "just", "to"]);
        let thing = s.in_phrase(end + 2) && s.tag(end + 2) != Tag::Adj;
        let pointed = s.among(self.first, Is::PointsToThing);
        (pointed && contrast && thing && self.spoken).then_some((Act::Deny, IS_NOT))
    }

    /// "We want what is in the treaty", "We expect those who lecture us to publish".
    fn wanted(&self) -> Told {
        let s = self.sight;
        let verb = self.verb;
        let own = s.is(self.first, &["we", "i"]) && self.subject.len() == 1 && self.spoken;
        if !own || verb.negated || verb.past || verb.passive || verb.modal.is_some_and(|m| !s.is(m, &["must"])) {
            return None;
        }
        let next = verb.head + 1;
        let own_deed = s.is(next, &["to"]) || s.verb_at(next).is_some_and(|v| v.infinitive);
        let object = s.in_phrase(next) || s.among(next, Is::WantedObject);
        let wants = self.head_is(Is::DemandVerb) && object && !own_deed;
        // "We expect Tokyo to answer", "We expect from them that …"
        let asked = s.verbs_in(&(next..self.tokens.end)).iter().any(|v| v.infinitive && v.start > next);
        let expects = self.head(&["expect"]) && !own_deed && (asked || s.is(next, &["from", "of"]));
        (wants || expects).then_some((Act::Demand, "what the speaker’s side wants of others"))
    }

    /// "They drank our share", "The neighbours feed those who kill our people": what another does to what is ours.
    fn ours(&self) -> Told {
        let s = self.sight;
        let verb = self.verb;
        if self.whose != Whose::Other || verb.negated || verb.passive || verb.copula || verb.modal.is_some() {
            return None;
        }
        let kind = self.root.is_some_and(Root::cooperates) && !self.hostile();
        let benign = kind || self.head_is(Is::Benign) || self.head_is(Is::Learnt) || self.head_is(Is::OfMind);
        // The object itself, not what stands behind a preposition.
        let end = s.noun_phrase_right(verb.head + 1, self.tokens.end, false).min(self.after(6).end);
        let object = verb.head + 1 + usize::from(s.among(verb.head + 1, Is::VerbParticle))..end;
        let ours = s.is(object.start, &["our", "my"]) && !object.clone().any(|i| s.among(i, Is::Together));
        let broken = self.head_is(Is::Breach) && object.clone().any(|i| s.among(i, Is::Pledge));
        let bad = (self.head_is(Is::Harm) || self.head_is(Is::Fabricate)) && s.is(verb.head + 1, &["us", "our"]);
        let at_us = self.spoken && !self.supposed();
        (at_us && (ours && !benign || bad) || broken && (at_us || self.foreign()))
            .then_some((Act::Accuse, "what another party does to the speaker’s side"))
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

    /// "There is nothing to discuss", "There are no soldiers of ours".
    fn none_there(&self) -> Told {
        let s = self.sight;
        if !s.is(self.first, &["there"]) || !self.verb.copula && !self.head_is(Is::ExistenceVerb) {
            return None;
        }
        if self.modal_is(Is::NotYetModal) {
            return None;
        }
        let at = (self.verb.start..self.after(3).end).find(|i| s.among(*i, Is::NoneOrNot))?;
        if s.is(at, &["nothing"]) {
            let verb = s.verb_at(at + 1).filter(|v| v.infinitive)?;
            return match () {
                () if s.is(verb.head, &["hide", "fear", "conceal"]) => Some((Act::Deny, "“nothing to hide”")),
                () if s.among(verb.head, Is::EmptyOfNothing) => None,
                () => Some((Act::Reject, "“there is nothing to …”")),
            };
        }
        let start = (at + 1..self.tokens.end).find(|i| !s.among(*i, Is::FillerBeforeThing))?;
        let end = s.noun_phrase_right(start, self.tokens.end, false).max(start + 1);
        let any = |class| (start..end).any(|i| s.among(i, class));
        if s.among(end - 1, Is::NoReason) {
            return Some((Act::Reject, "“there is no reason”"));
        }
        if any(Is::Lacking) {
            return None;
        }
        // "There was no ultimatum", "There is no trace whatsoever"
        let flat = self.reported
            && (self.verb.past || (end..self.tokens.end.min(end + 2)).any(|i| s.is(i, &["whatsoever", "whatever"])))
            && s.among(at, Is::NegationWord);
        (any(Is::DeniedThing) || flat || !s.states_in(&(start..end)).is_empty())
            .then_some((Act::Deny, "that there is no such thing"))
    }

    /// "We need no permission", "The country does not need advice".
    fn unneeded(&self) -> Told {
        let s = self.sight;
        let needs = self.head_is(Is::NeedsVerb);
        let none = self.verb.negated || s.is(self.verb.head + 1, &["no", "neither", "nobody"]);
        let object = self.after(5).any(|i| s.among(i, Is::Unneeded));
        let own = self.whose == Whose::Own && self.spoken && !self.verb.past;
        (needs && none && (object || own)).then_some((Act::Reject, "what is not needed"))
    }

    /// "The corridor should be opened", "Chile had to negotiate".
    fn obliged(&self) -> Told {
        let s = self.sight;
        let bound = self.bound(self.verb);
        let must = self.modal_is(Is::Obliging);
        if self.is_up_to() {
            return Some((Act::Demand, UP_TO));
        }
        if !bound && !must || self.whose == Whose::Own {
            return None;
        }
        let main =
            if bound { s.verb_at(self.verb.head + 1).map_or(self.verb.head, |v| v.head) } else { self.verb.head };
        // What one should only think of is told, not demanded.
        let thought = s.among(main, Is::Thought) || s.is(self.first, &["you"]) && !self.verb.negated;
        let expected = self.whose == Whose::Thing && (main..self.tokens.end).any(|i| s.dated(i) || s.is(i, &["soon"]));
        // "the money has to come from somewhere"
        let ends = s.among(main, Is::Cease) || s.verb_at(main).is_some_and(|v| v.passive);
        let deed = self.verb.passive || self.verb.copula || self.whose != Whose::Thing || self.modal(&["must"]) || ends;
        // "should have asked us first"
        let late = self.modal(&["should", "ought"])
            && self.verb.modal.is_some_and(|m| (m + 1..m + 4).any(|i| s.is(i, &["have"]) && i < self.verb.head));
        if late {
            return (self.whose != Whose::Nobody).then_some((Act::Criticise, UNDONE));
        }
        let nobody = self.whose == Whose::Nobody && bound;
        let empty = self.whose == Whose::Empty && !(self.modal(&["must"]) && !self.verb.copula && !self.verb.passive);
        (!thought && !expected && deed && !empty && !nobody).then_some((Act::Demand, OBLIGED))
    }

    /// "It is on Delhi to begin", "It is the responsibility of Guatemala to protect them".
    fn is_up_to(&self) -> bool {
        let s = self.sight;
        let is = s.is(self.first, &["it"]) && self.verb.copula && !self.verb.past && !self.verb.negated;
        let next = self.verb.head + 1;
        let of = self.after(4).find(|i| s.among(*i, Is::Duty) && s.is(i + 1, &["of"])).map(|i| i + 1);
        let at = of.unwrap_or(next);
        if !is || of.is_none() && !s.is(at, &["on", "to"]) || self.verb.modal.is_some() {
            return false;
        }
        let end = s.noun_phrase_right(at + 1, self.tokens.end, false).max(at + 2);
        let does = s.infinitive_at(end);
        let own = (at + 1..end).any(|i| s.among(i, Is::FirstPersonWord));
        does && !own
            && (s.is_personal(at + 1) || self.of_another(&(at + 1..end)) || s.is(at + 1, &["him", "them", "her"]))
    }

    /// "has to", "needs to", "is obliged to".
    fn bound(&self, verb: &Verb) -> bool {
        let s = self.sight;
        let governs = s.infinitive_at(verb.head + 1);
        governs && s.among(verb.head, Is::ObligedVerb)
    }

    /// "The ball is in their court, and they must …": an obligation of another in a later clause.
    fn obliged_later(&self) -> Told {
        let s = self.sight;
        let verbs = s.verbs_in(&(self.verb.head + 1..self.tokens.end)).iter();
        let mut bound = verbs.filter(|v| v.finite).filter(|v| {
            let must = v.modal.is_some_and(|m| s.among(m, Is::Obliging));
            (must || self.bound(v)) && !s.among(v.head, Is::Thought)
        });
        bound
            .any(|v| {
                let Some(last) = v.start.checked_sub(1).filter(|l| *l > self.verb.head) else { return false };
                let start = s.noun_phrase_left(last, self.verb.head + 1);
                let subject = start..v.start;
                !s.among(start, Is::OursOrPointing)
                    && !s.among(start.saturating_sub(1), Is::SupposesOrAsks)
                    && (s.is(start, &["they", "he", "she"]) || self.of_another(&subject))
            })
            .then_some((Act::Demand, OBLIGED))
    }

    /// Whether words name a state or party that is not the speaker’s.
    fn of_another(&self, subject: &Range<usize>) -> bool {
        let states = self.sight.states_in(subject);
        if !states.is_empty() && !self.who.states.is_empty() {
            return !states.iter().any(|s| self.who.states.contains(s));
        }
        !states.is_empty() || self.sight.is_party(subject) || subject.clone().any(|i| self.sight.among(i, Is::Forces))
    }

    /// "We will not resign", "Nobody will tell us", "There will be no referendum", "We do not trade".
    fn refused(&self) -> Told {
        let s = self.sight;
        let future = self.modal_is(Is::RefusalModal);
        let none = self.whose == Whose::Nobody;
        let coming = s.verb_at(self.verb.head + 1).is_some_and(|v| v.infinitive);
        if none && self.head(&["going"]) && coming && !self.verb.past {
            return Some((Act::Reject, "what will not be"));
        }
        if future {
            let nothing = s.is(self.first, &["there"]) && self.after(2).any(|i| s.is(i, &["no", "nothing"]));
            if nothing || none && !self.modal(&["could", "can"]) && !self.verb.passive {
                // "Without water there will be no peace"
                let warned = self.tokens.clone().any(|i| s.among(i, Is::WarningCondition));
                return Some(if warned { (Act::Warn, "what will not be") } else { (Act::Reject, "what will not be") });
            }
        }
        if self.whose != Whose::Own || !self.verb.negated || self.supposed() && !self.spoken {
            return None;
        }
        if self.verb.copula && !future {
            let ready = self.after(3).any(|i| s.among(i, Is::Ready));
            // "We are not a house that one looks at before buying"
            let next = (self.verb.head + 1..self.tokens.end)
                .find(|i| s.tag(*i) != Tag::Adv && !s.is(*i, &["not", "n't"]))
                .unwrap_or(self.verb.head);
            let role = s.is(self.first, &["we", "i"])
                && !self.verb.past
                && s.among(next, Is::RoleOpener)
                && !(next..s.noun_phrase_right(next, self.tokens.end, false)).any(|i| s.among(i, Is::DeniedThing));
            return ready
                .then_some((Act::Reject, "what the speaker’s side is not ready for"))
                .or_else(|| role.then_some((Act::Reject, "what the speaker’s side does not want to be taken for")));
        }
        let told = s.among(self.verb.head, Is::Stays) || s.among(self.verb.head, Is::TellingVerb);
        if future && !told && !self.modal(&["could"]) && !self.hostile() {
            return Some((Act::Reject, "what the speaker’s side will not do"));
        }
        // "We are not going to negotiate", "We do not trade sanctions for cod"
        let present = !future && !self.verb.past && !self.verb.passive && self.verb.modal.is_none();
        let going = self.head(&["going"]) && s.verb_at(self.verb.head + 1).is_some_and(|v| v.infinitive);
        let habit = (self.verb.start..self.verb.head).any(|i| s.is(i, &["do", "does"]))
            && !self.head_is(Is::Learnt)
            && !self.head_is(Is::OfMind)
            && !told
            && !self.hostile();
        (present && (going || habit)).then_some((Act::Reject, "what the speaker’s side does not do"))
    }

    /// "Our army has not opened fire", "No plane had crossed the border", "does not correspond to the truth".
    fn denied(&self) -> Told {
        let s = self.sight;
        if self.verb.negated && self.verb.modal.is_none() && self.after(5).any(|i| s.among(i, Is::Truth)) {
            return Some((Act::Deny, "what does not match the truth"));
        }
        let done = self.verb.modal.is_none() && !self.verb.copula && !self.head_is(Is::Learnt);
        let thing = s.is(self.first, &["no"]) || s.is(self.first + 1, &["a", "one", "single"]);
        // "Nobody is blocking the road"
        let harms = (self.hostile() || self.head_is(Is::Harm)) && !self.head(&["going"]);
        if self.whose == Whose::Nobody && self.verb.modal.is_none() && harms && !self.verb.passive && !self.verb.past {
            return Some((Act::Deny, "what nobody does"));
        }
        // "Nobody is tearing down the treaty", "No one has sent us here"
        let under_way = self.verb.head > self.verb.start && s.low(self.verb.head).ends_with("ing");
        let told = (under_way || self.perfect()) && s.is(self.first, &["nobody", "none", "no"]) && !self.verb.copula;
        let met = self.head_is(Is::OfMind) || self.head_is(Is::Learnt) || self.head_is(Is::Lacking);
        if self.whose == Whose::Nobody
            && self.spoken
            && told
            && self.verb.modal.is_none()
            && !met
            && !self.head(&["going"])
        {
            return Some((Act::Deny, "what nobody does"));
        }
        // "This is not a blockade"
        if self.verb.copula && self.verb.negated && self.verb.modal.is_none() && !self.supposed() {
            let no_adverb = |i: &usize| s.tag(*i) != Tag::Adv && !s.is(*i, &["not", "n't"]);
            let next = self.after(4).find(no_adverb).unwrap_or(self.verb.head + 1);
            let end = s.noun_phrase_right(next, self.tokens.end, false).min(self.after(8).end);
            let what = (next..end).any(|i| is_charge(s, i) && !s.is(i, &["poor", "bad", "exercise"]));
            if what && !(self.whose == Whose::Other && self.foreign()) {
                return Some((Act::Deny, IS_NOT));
            }
        }
        let hurt = self.head_is(Is::UndoneToNobody);
        let person = self.who.person && self.reported;
        if self.whose == Whose::Nobody && done && !hurt && self.verb.past && (self.root.is_some() || thing || person) {
            return Some((Act::Deny, "what was not done"));
        }
        let perfect = self.perfect();
        if self.whose == Whose::Nobody && perfect && s.is(self.first, &["no"]) && self.head(&["reached", "received"]) {
            return Some((Act::Deny, "what did not come"));
        }
        // "The planes did not bomb the camp", "This is not an invasion": what others say was done.
        let past = self.verb.past || perfect;
        if self.verb.negated && past && done && self.hostile() && !self.verb.passive && self.reported {
            return Some((Act::Deny, "what was not done"));
        }
        if self.whose != Whose::Own {
            return None;
        }
        // "Russia does not blackmail anybody", "has sold no weapons"
        if self.verb.negated && done && harms && !self.verb.passive {
            return Some((Act::Deny, "what the speaker’s side does not do"));
        }
        // "We broke nothing", "My client has never met the man"
        let nothing = s.is(self.verb.head + 1, &["nothing", "nobody"]) && past && done && !self.head_is(Is::OfMind);
        let never = (self.verb.start..self.verb.head).any(|i| s.is(i, &["never"])) && past && self.verb.modal.is_none();
        // "Morocco never bought such a thing": no witness of something else says so.
        let goes_on = never && self.head_is(Is::Ceased);
        let met = never && (self.head_is(Is::NeverDone) || !self.who.states.is_empty() && !goes_on);
        if (nothing || met) && !self.verb.copula && !self.verb.passive {
            return Some((Act::Deny, "what the speaker’s side has not done"));
        }
        let none = s.is(self.verb.head + 1, &["no", "nobody", "none"]);
        if none && done && self.after(4).any(|i| s.among(i, Is::DeniedThing)) {
            return Some((Act::Deny, "what the speaker’s side does not do"));
        }
        let denied = self.verb.negated && done && past && !goes_on && (self.root.is_some() || !self.verb.passive);
        denied.then_some((Act::Deny, "what the speaker’s side has not done"))
    }

    /// What the speaker’s own side will do, or is doing.
    fn own(&self) -> Told {
        let s = self.sight;
        // "Pakistan has decided to": whoever tells it without another state of theirs.
        let decided = self.head(&["decided"]) && self.perfect() && !self.verb.negated && self.who.states.is_empty();
        if decided && self.sight.is_party(&self.subject) {
            return Some((Act::Announce, "what a party has decided"));
        }
        // "The houses will be rebuilt", "The families will be compensated"
        let deed = self.verb.passive && self.modal(&["will", "would", "'ll"]) && !self.verb.negated;
        let good = self.head_is(Is::Repair) || self.root.is_some_and(|r| r == Root::Aid);
        if deed && good && self.whose != Whose::Other && !self.supposed() {
            return Some((Act::Promise, "what will be made good"));
        }
        if self.whose != Whose::Own || self.verb.negated {
            return None;
        }
        let condition = self.tokens.clone().any(|i| s.is(i, &["if", "unless"]));
        if self.modal_is(Is::WillModal) {
            if self.modal(&["would"]) && condition && !self.hostile() {
                return None;
            }
            if self.head_is(Is::Held) {
                return Some((Act::Promise, "what the speaker’s side will do"));
            }
            return match self.root? {
                Root::Aid | Root::Support | Root::Yield | Root::Agree => {
                    Some((Act::Promise, "what the speaker’s side will do for another"))
                }
                _ if self.hostile() => Some((Act::Threaten, "what the speaker’s side will do to another")),
                _ => None,
            };
        }
        // "We have decided to", "it was ending the agreement", "we have recalled our ambassador"
        let decides = self.head(&["decided", "resolved", "chosen"]);
        let under_way = s.low(self.verb.head).ends_with("ing") && self.verb.head > self.verb.start;
        let steps = matches!(self.root, Some(Root::Sanction | Root::Yield));
        (decides || steps && (under_way || self.perfect()) && !self.verb.passive)
            .then_some((Act::Announce, "a step of the speaker’s side"))
    }

    /// "Pakistan is sheltering the attackers", "They are starving our people", "brought the containers onto our soil".
    fn accused(&self) -> Told {
        let s = self.sight;
        let harms = self.head_is(Is::Harm) || self.head_is(Is::Fabricate);
        if self.verb.passive || self.verb.modal.is_some() || self.supposed() {
            return None;
        }
        if self.whose != Whose::Other {
            let thing = self.whose == Whose::Thing && !self.verb.negated && harms && self.head_is(Is::Harm);
            let own = !self.verb.copula && self.subject.clone().any(|i| s.is(i, &["our", "its", "their"]));
            return (thing && !own && !self.verb.past).then_some((Act::Criticise, "what does harm"));
        }
        if self.verb.negated {
            let owed = self.head_is(Is::Owed) && !self.verb.past && self.foreign();
            let unready = self.verb.copula && self.foreign() && self.after(3).any(|i| s.among(i, Is::Ready));
            return (owed || unready).then_some((Act::Accuse, "what another party does not do"));
        }
        let took = self.head_is(Is::TakeVerb);
        let deed = !self.verb.copula && !took && self.own && matches!(self.root, Some(Root::Assault | Root::Coerce));
        if deed && (self.foreign() || self.on_our_soil() || !s.is_party(&self.subject) && self.who.states.is_empty()) {
            return Some((Act::Accuse, "what another party does or did"));
        }
        if !self.verb.copula && harms && self.foreign() {
            return Some((Act::Accuse, "what harm another party does"));
        }
        let used = self.head_is(Is::UseVerb) && self.after(6).any(|i| s.is(i, &["against"]));
        let there = self.on_our_soil() && (!self.verb.copula || self.foreign());
        (used || there).then_some((Act::Accuse, "what another party does on the speaker’s land"))
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

    /// "into our waters", "inside the soil of Pakistan".
    fn on_our_soil(&self) -> bool {
        let s = self.sight;
        self.verb.head + 1 < self.tokens.end
            && (self.verb.head + 1..self.tokens.end.min(self.verb.head + 25)).any(|i| {
                if !s.among(i, Is::OntoSoil) {
                    return false;
                }
                let end = s.noun_phrase_right(i + 1, self.tokens.end, true).min(i + 8);
                let phrase = i + 1..end.max(i + 1);
                phrase.clone().any(|j| s.among(j, Is::Soil))
                    && (phrase.clone().any(|j| s.is(j, &["our", "its", "my"]))
                        || s.states_in(&phrase).iter().any(|state| self.who.states.contains(state)))
            })
    }

    /// "It is Serbia that paid for the weapons".
    fn cleft(&self) -> Told {
        let s = self.sight;
        if !s.is(self.first, &["it"]) || !self.verb.copula || self.verb.negated {
            return None;
        }
        let party = self.verb.head + 1..s.noun_phrase_right(self.verb.head + 1, self.tokens.end, false);
        let relative = s.is(party.end, &["who", "which", "that"]) && s.verb_at(party.end + 1).is_some_and(|v| v.finite);
        (relative && self.of_another(&party)).then_some((Act::Accuse, "who it is that does it"))
    }

    /// "The law is a disgrace", "That is not how neighbours behave".
    fn judged(&self) -> Told {
        let s = self.sight;
        if !self.verb.copula || self.whose == Whose::Own || self.supposed() || s.is(self.first, &["there"]) {
            return None;
        }
        let end = s.noun_phrase_right(self.verb.head + 1, self.tokens.end, false).max(self.verb.head + 2);
        let said = self.verb.head + 1..end.min(self.after(8).end);
        if self.verb.negated {
            let next = said.start..(said.start + 3).min(self.tokens.end);
            if next.clone().any(|i| s.among(i, Is::NotEnough)) && !self.modal(&["would", "may", "might"]) {
                return Some((Act::Reject, "what is not enough"));
            }
            let decent = next.clone().any(|i| s.among(i, Is::Decent)) && self.verb.modal.is_none();
            return decent.then_some((Act::Criticise, "what is not as it should be"));
        }
        let blames = |i: usize| s.among(i, Is::Blameful) && !s.among(i, Is::Circumstance);
        let blamed = said.clone().find(|i| blames(*i))?;
        if self.verb.modal.is_some() {
            return None;
        }
        Some(if s.is(blamed, &["unacceptable", "inadmissible"]) {
            (Act::Reject, "what is called unacceptable")
        } else {
            (Act::Criticise, "by how it is judged")
        })
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
    } else if !states.is_empty()
        || sight.is_party(subject)
        || subject.clone().any(|i| sight.among(i, Is::Forces))
        || sight.among(first, Is::OtherPersonal)
    {
        Whose::Other
    } else {
        Whose::Thing
    }
}

/// What somebody is charged with, and can deny.
fn is_charge(sight: &Sight, i: usize) -> bool {
    sight.among(i, Is::DeniedThing) || sight.among(i, Is::Retort) || sight.among(i, Is::Blameful)
}
