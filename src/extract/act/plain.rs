//! Acts in plain words, without a verb that names them: a time to leave, a duty, guilt that lies with somebody, who is called
//! a threat, an answer that will come. What is found here is seldom wrong: the learner is not asked.

use super::{
    Attribution,
    clause::{self, Clause, Told, Whose},
    speaks_alone,
};
use crate::{
    extract::{attribution::sight::Sight, speaker::Speaker},
    lexicon::{act::Act, class::WordClass as Is},
    text::tag::Tag,
};
use std::ops::Range;

/// So end the reasons of acts found here.
pub(super) const PLAINLY: &str = ", in plain words";

/// The act of the first clause that tells one in plain words, and why.
pub(super) fn act(sight: &Sight, a: &Attribution, who: &Speaker, tokens: &Range<usize>) -> Option<(Act, String)> {
    let told = clause::segments(sight, tokens).into_iter().take(2).find_map(|segment| {
        let first = clause::opened(sight, &segment)?;
        clause::clause(sight, a, who, &segment, first)?.plainly()
    });
    told.filter(|(act, _)| !who.bystander || !matches!(act, Act::Threaten | Act::Reject | Act::Promise))
        .map(|(act, why)| (act, format!("{why}{PLAINLY}")))
}

impl Clause<'_, '_, '_> {
    fn plainly(&self) -> Told {
        if self.tokens.clone().any(|i| self.sight.low(i) == "?") {
            return None;
        }
        self.due()
            .or_else(|| self.duty())
            .or_else(|| self.hoped())
            .or_else(|| self.wants_too())
            .or_else(|| self.blamed())
            .or_else(|| self.menace())
            .or_else(|| self.answered())
            .or_else(|| self.waited())
            .or_else(|| self.feared())
            .or_else(|| self.unwilling())
            .or_else(|| self.goes_on())
    }

    /// "The staff has 24 hours to leave": what another has little time for.
    fn due(&self) -> Told {
        let s = self.sight;
        let has = s.is(self.verb.head, &["has", "have", "had", "given", "gets", "get"]);
        let unit = self.after(5).find(|i| s.among(*i, Is::TimeUnit))?;
        let to = s.verb_at(unit + 1).is_some_and(|v| v.infinitive);
        let counted = (self.verb.head + 1..unit).any(|i| s.tag(i) == Tag::Num || s.is(i, &["a", "one"]));
        let other = matches!(self.whose, Whose::Other | Whose::Thing);
        (has && to && counted && other && !self.perfect() && !self.verb.negated && self.verb.modal.is_none())
            .then_some((Act::Demand, "what another has little time for"))
    }

    /// "It is the responsibility of Chad to protect them", "It is up to the neighbours to".
    fn duty(&self) -> Told {
        let s = self.sight;
        if !s.is(self.first, &["it"]) || !self.verb.copula || self.verb.negated || self.verb.modal.is_some() {
            return None;
        }
        let noun = self.after(5).find(|i| s.among(*i, Is::DutyNoun))?;
        let of = s.is(noun, &["up"]) && s.is(noun + 1, &["to"]) || s.is(noun + 1, &["of"]);
        let end = s.noun_phrase_right(noun + 2, self.tokens.end, false);
        let party = noun + 2..end;
        let own = s.is(party.start, &["us", "me", "our", "my"]) || self.is_own(&party);
        let named = !s.is(noun, &["up"]) || !s.states_in(&party).is_empty();
        (of && !own && named && s.verb_at(end).is_some_and(|v| v.infinitive))
            .then_some((Act::Demand, "whose duty it is"))
    }

    /// "We hope that the two sides keep calm", "expects that the government fulfil", "If there is one for them, we want one".
    fn hoped(&self) -> Told {
        let s = self.sight;
        let speaks =
            self.whose == Whose::Own || self.is_sole() || self.who.states.is_empty() && s.is_party(&self.subject);
        let present = !self.verb.past && !self.verb.negated && self.verb.modal.is_none() && !self.verb.passive;
        if !speaks || !present || !self.head_is(Is::HopeVerb) {
            return None;
        }
        let start = self.verb.head + 1 + usize::from(s.is(self.verb.head + 1, &["that"]));
        should_do(self, start).then_some((Act::Demand, "what is hoped for of others"))
    }

    /// "If there is an exception for some, we want one too".
    fn wants_too(&self) -> Told {
        let s = self.sight;
        let own =
            |i: usize| s.is(i, &["we", "i"]) && s.is(i + 1, &["want", "demand", "require"]) && !s.is(i + 2, &["to"]);
        let after = self.tokens.clone().any(|i| s.low(i) == "," && own(i + 1));
        (after && s.is(self.tokens.start, &["if"]) && self.spoken)
            .then_some((Act::Demand, "what one wants on a condition"))
    }

    /// "The guilt lies on Estonia".
    fn blamed(&self) -> Told {
        let s = self.sight;
        let noun = self.subject.clone().any(|i| s.among(i, Is::BlameNoun));
        let lies = s.among(self.verb.head, Is::LiesVerb) && !self.verb.negated;
        let on = self.after(4).find(|i| s.is(*i, &["on", "with", "upon", "at"]))?;
        let party = on + 1..s.noun_phrase_right(on + 1, self.tokens.end, false);
        (noun && lies && !self.is_own(&party) && self.verb.modal.is_none() && s.in_phrase(on + 1))
            .then_some((Act::Accuse, "where the blame lies"))
    }

    /// "Their leader is a threat to peace", "The dam is a direct threat to", "That is a violation of".
    fn menace(&self) -> Told {
        let s = self.sight;
        let is = self.verb.copula || self.head_is(Is::AmountsTo);
        if !is || self.verb.negated || self.verb.modal.is_some() || self.supposed() || self.whose == Whose::Own {
            return None;
        }
        let start = self.verb.head + 1;
        let end = s.noun_phrase_right(start, self.tokens.end, false).min(self.after(6).end);
        let noun = end.checked_sub(1).filter(|n| *n >= start)?;
        if (start..end).any(|i| s.is(i, &["no", "not"])) {
            return None;
        }
        if s.among(noun, Is::BreachNoun) && s.is(end, &["of"]) {
            return Some((Act::Accuse, "what is called a breach"));
        }
        let at = s.is(end, &["to", "for", "of"]);
        if !s.among(noun, Is::ThreatNoun) || !at {
            return None;
        }
        match self.whose {
            Whose::Other => Some((Act::Accuse, "who is called a threat")),
            _ if s.is(noun, &["threat", "danger", "menace"]) => Some((Act::Warn, "what is called a threat")),
            _ => None,
        }
    }

    /// "Riga will get a fitting answer", "More steps may follow".
    fn answered(&self) -> Told {
        let s = self.sight;
        if self.verb.negated || !self.modal(&["will", "would", "may", "could", "shall"]) {
            return None;
        }
        let gets = s.is(self.verb.head, &["get", "receive", "have", "follow", "meet", "find"]);
        let end = s.noun_phrase_right(self.verb.head + 1, self.tokens.end, false);
        let answer = (self.verb.head + 1..end).any(|i| s.is(i, &["answer", "response", "reply", "retaliation"]));
        let thing = s.among(end.wrapping_sub(1), Is::Retort);
        let letter = self.subject.clone().any(|i| s.among(i, Is::Paper));
        if gets && answer && thing && !letter && matches!(self.whose, Whose::Other | Whose::Thing) {
            return Some((Act::Threaten, "an answer that will come"));
        }
        let steps = self.subject.clone().any(|i| s.among(i, Is::Retort) || s.is(i, &["step", "steps", "measures"]));
        (steps && s.is(self.verb.head, &["follow", "come"]) && self.whose != Whose::Own)
            .then_some((Act::Threaten, "steps that will follow"))
    }

    /// "We have waited for an answer for more than a year", "We cannot wait for one".
    fn waited(&self) -> Told {
        let s = self.sight;
        let cannot = self.modal(&["can", "ca", "cannot"]) && self.verb.negated && s.is(self.verb.head, &["wait"]);
        if cannot && matches!(self.whose, Whose::Own) {
            return Some((Act::Warn, "that one cannot wait"));
        }
        let waits = s.is(self.verb.head, &["waited", "waiting"]) && self.perfect() && !self.verb.negated;
        let long = (self.verb.head..self.tokens.end).any(|i| {
            s.among(i, Is::TimeUnit) && (i.saturating_sub(5)..i).any(|j| s.is(j, &["for", "already", "more"]))
        });
        (waits && long && self.whose == Whose::Own).then_some((Act::Criticise, "how long one has waited"))
    }

    /// "The two sides risk to lose", "The dam could ruin the delta": what may come of it.
    fn feared(&self) -> Told {
        let s = self.sight;
        if self.verb.negated || self.whose == Whose::Own || self.supposed() {
            return None;
        }
        let to = |i: usize| s.is(i, &["to"]) || s.is_ing(i);
        let risks = self.tokens.clone().any(|i| s.is(i, &["risk", "risks"]) && to(i + 1) && i > self.first);
        let may = self.modal(&["could", "would", "can", "may", "might"]);
        let bad = (self.head_is(Is::Harm) || self.head_is(Is::BadOutcome))
            && !s.is(self.verb.head + 1, &["no", "nothing", "nobody"]);
        let thing = matches!(self.whose, Whose::Thing | Whose::Empty) && !self.verb.passive;
        (risks || may && bad && thing).then_some((Act::Warn, "what may come of it"))
    }

    /// "We are not willing that our people pay".
    fn unwilling(&self) -> Told {
        let s = self.sight;
        let ready = self.after(3).any(|i| s.is(i, &["willing", "ready", "prepared", "inclined"]));
        let own = self.whose == Whose::Own && self.verb.copula && self.verb.negated && !self.verb.past;
        (own && ready && self.verb.modal.is_none())
            .then_some((Act::Reject, "what the speaker’s side is not willing to do"))
    }

    /// "Estonia will continue supporting them".
    fn goes_on(&self) -> Told {
        let s = self.sight;
        let will =
            self.modal(&["will", "'ll", "shall"]) && !self.verb.negated && (self.whose == Whose::Own || self.is_sole());
        let on = s.is(self.verb.head, &["continue", "keep", "go"]);
        let good = self
            .after(4)
            .any(|i| s.is_ing(i) && s.among(i, Is::Aiding) || s.among(i, Is::Aiding) && s.is(i - 1, &["to"]));
        (will && on && good).then_some((Act::Promise, "what the speaker’s side will go on with"))
    }

    /// Whether the subject is a state, in the words of a speaker who is known to be of no other.
    fn is_sole(&self) -> bool {
        self.who.states.is_empty() && !self.who.bystander && speaks_alone(self.sight, &self.subject)
    }

    /// Whether words name the speaker’s own side.
    fn is_own(&self, party: &Range<usize>) -> bool {
        self.sight.among(party.start, Is::OwnSubject)
            || self.sight.states_in(party).iter().any(|s| self.who.states.contains(s))
    }
}

/// Whether a clause tells what a party that is not the speaker’s should do: in the subjunctive, or with "will".
fn should_do(clause: &Clause, start: usize) -> bool {
    let s = clause.sight;
    let end = s.noun_phrase_right(start, clause.tokens.end, true);
    let subject = start..end;
    let Some(verb) = s.verbs_in(&(end..clause.tokens.end.min(end + 4))).first() else { return false };
    let sides = subject.clone().any(|i| s.is(i, &["sides", "parties", "countries", "government", "governments"]));
    let other = (s.is_party(&subject) || sides) && !s.is_personal(start) && !clause.is_own(&subject);
    let deed = !verb.past && !verb.copula && verb.modal.is_none_or(|m| s.is(m, &["will", "can", "would"]));
    other && deed && !verb.negated
}
