//! What another has to do, as the build of a clause tells: by a modal, a duty, a wish of the speaker’s side.

use super::{Clause, OBLIGED, Told, UNDONE, UP_TO, Whose};
use crate::{
    extract::attribution::sight::Verb,
    lexicon::{act::Act, class::WordClass as Is},
};

impl Clause<'_, '_, '_> {
    /// "We want what is in the treaty", "We expect those who lecture us to publish".
    pub(super) fn wanted(&self) -> Told {
        let s = self.sight;
        let verb = self.verb;
        let own = s.is(self.first, &["we", "i"]) && self.subject.len() == 1 && self.spoken;
        if !own || verb.negated || verb.past || verb.passive || verb.modal.is_some_and(|m| !s.is(m, &["must"])) {
            return None;
        }
        let next = verb.head + 1;
        let own_deed = s.is(next, &["to"]);
        let object = s.in_phrase(next) || s.among(next, Is::WantedObject);
        let wants = self.head_is(Is::DemandVerb) && object;
        // "We expect Tokyo to answer", "We expect from them that …"
        let asked = s.verbs_in(&(next..self.tokens.end)).iter().any(|v| v.infinitive && v.start > next);
        let expects = self.head(&["expect"]) && !own_deed && (asked || s.is(next, &["from", "of"]));
        (wants || expects).then_some((Act::Demand, "what the speaker’s side wants of others"))
    }

    /// "The corridor should be opened", "Chile had to negotiate".
    pub(super) fn obliged(&self) -> Told {
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
        does && !own && self.of_another(&(at + 1..end))
    }

    /// "has to", "needs to", "is obliged to".
    fn bound(&self, verb: &Verb) -> bool {
        let s = self.sight;
        let governs = s.infinitive_at(verb.head + 1);
        governs && s.among(verb.head, Is::ObligedVerb)
    }

    /// "The ball is in their court, and they must …": an obligation of another in a later clause.
    pub(super) fn obliged_later(&self) -> Told {
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
}
