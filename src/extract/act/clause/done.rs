//! What a party does or will do, as the build of a clause tells, and how it is judged.

use super::{Clause, Told, Whose};
use crate::lexicon::{act::Act, class::WordClass as Is, deed::Root};

impl Clause<'_, '_, '_> {
    /// What the speaker’s own side will do, or is doing.
    pub(super) fn own(&self) -> Told {
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
    pub(super) fn accused(&self) -> Told {
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
            return owed.then_some((Act::Accuse, "what another party does not do"));
        }
        let took = self.head_is(Is::TakeVerb);
        let deed = !self.verb.copula && !took && self.own && matches!(self.root, Some(Root::Assault | Root::Coerce));
        if deed && (self.foreign() || !s.is_party(&self.subject) && self.who.states.is_empty()) {
            return Some((Act::Accuse, "what another party does or did"));
        }
        if !self.verb.copula && harms && self.foreign() {
            return Some((Act::Accuse, "what harm another party does"));
        }
        let used = self.head_is(Is::UseVerb) && self.after(6).any(|i| s.is(i, &["against"]));
        let there = self.on_our_soil() && !self.verb.copula;
        (used || there).then_some((Act::Accuse, "what another party does on the speaker’s land"))
    }

    /// "They drank our share", "The neighbours feed those who kill our people": what another does to what is ours.
    pub(super) fn ours(&self) -> Told {
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
        let at_us = self.spoken && !self.supposed();
        (at_us && ours && !benign || broken && (at_us || self.foreign()))
            .then_some((Act::Accuse, "what another party does to the speaker’s side"))
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
    pub(super) fn cleft(&self) -> Told {
        let s = self.sight;
        if !s.is(self.first, &["it"]) || !self.verb.copula || self.verb.negated {
            return None;
        }
        let party = self.verb.head + 1..s.noun_phrase_right(self.verb.head + 1, self.tokens.end, false);
        let relative = s.is(party.end, &["who", "which", "that"]) && s.verb_at(party.end + 1).is_some_and(|v| v.finite);
        (relative && self.of_another(&party)).then_some((Act::Accuse, "who it is that does it"))
    }

    /// "The law is a disgrace", "That is not how neighbours behave".
    pub(super) fn judged(&self) -> Told {
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

    /// "Their envoy gives interviews instead of answering".
    pub(super) fn instead(&self) -> Told {
        let s = self.sight;
        let other = self.whose == Whose::Other && self.foreign() && self.verb.modal.is_none() && !self.verb.negated;
        let instead = |i: usize| {
            s.is(i, &["instead", "rather"]) && s.is(i + 1, &["of", "than"]) && s.is_ing(i + 2)
                || s.is(i, &["preferred", "prefers", "prefer"])
        };
        (other && self.tokens.clone().any(instead)).then_some((Act::Criticise, "what is done instead"))
    }
}
