//! What is refused, and what is said not to be so, as the build of a clause tells.

use super::{Clause, IS_NOT, Told, UNTRUE, Whose, is_deniable};
use crate::{
    lexicon::{act::Act, class::WordClass as Is},
    text::tag::Tag,
};

impl Clause<'_, '_, '_> {
    /// "There is nothing to discuss", "There are no soldiers of ours".
    pub(super) fn none_there(&self) -> Told {
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

    /// "It is a fairy tale", "These reports are invented", "This is a rescue boat, not a gunship".
    pub(super) fn untrue(&self) -> Told {
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
        (pointed && contrast && thing).then_some((Act::Deny, IS_NOT))
    }

    /// "We need no permission", "The country does not need advice".
    pub(super) fn unneeded(&self) -> Told {
        let s = self.sight;
        let needs = self.head_is(Is::NeedsVerb);
        let none = self.verb.negated || s.is(self.verb.head + 1, &["no", "neither", "nobody"]);
        let object = self.after(5).any(|i| s.among(i, Is::Unneeded));
        let own = self.whose == Whose::Own && self.spoken && !self.verb.past;
        (needs && none && (object || own)).then_some((Act::Reject, "what is not needed"))
    }

    /// "We will not resign", "Nobody will tell us", "There will be no referendum", "We do not trade".
    pub(super) fn refused(&self) -> Told {
        if let Some(told) = self.will_not_be() {
            return Some(told);
        }
        if self.whose != Whose::Own || !self.verb.negated || self.supposed() && !self.spoken {
            return None;
        }
        let future = self.modal_is(Is::RefusalModal);
        if self.verb.copula && !future {
            return self.no_role();
        }
        let s = self.sight;
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

    /// "Nobody is going to tell us", "There will be no referendum", "Without water there will be no peace".
    fn will_not_be(&self) -> Told {
        let s = self.sight;
        let none = self.whose == Whose::Nobody;
        let coming = s.verb_at(self.verb.head + 1).is_some_and(|v| v.infinitive);
        if none && self.head(&["going"]) && coming {
            return Some((Act::Reject, "what will not be"));
        }
        let nothing = s.is(self.first, &["there"]) && self.after(2).any(|i| s.is(i, &["no", "nothing"]));
        let flat = nothing || none && !self.modal(&["could", "can"]) && !self.verb.passive;
        if !flat || !self.modal_is(Is::RefusalModal) {
            return None;
        }
        let warned = self.tokens.clone().any(|i| s.among(i, Is::WarningCondition));
        Some(if warned { (Act::Warn, "what will not be") } else { (Act::Reject, "what will not be") })
    }

    /// "We are not ready to", "We are not a house that one looks at before buying".
    fn no_role(&self) -> Told {
        let s = self.sight;
        if self.after(3).any(|i| s.among(i, Is::Ready)) {
            return Some((Act::Reject, "what the speaker’s side is not ready for"));
        }
        let next = (self.verb.head + 1..self.tokens.end)
            .find(|i| s.tag(*i) != Tag::Adv && !s.is(*i, &["not", "n't"]))
            .unwrap_or(self.verb.head);
        let role = s.is(self.first, &["we", "i"])
            && !self.verb.past
            && s.among(next, Is::RoleOpener)
            && !(next..s.noun_phrase_right(next, self.tokens.end, false)).any(|i| s.among(i, Is::DeniedThing));
        role.then_some((Act::Reject, "what the speaker’s side does not want to be taken for"))
    }

    /// "Our army has not opened fire", "No plane had crossed the border", "does not correspond to the truth".
    pub(super) fn denied(&self) -> Told {
        if self.verb.negated && self.verb.modal.is_none() && self.after(5).any(|i| self.sight.among(i, Is::Truth)) {
            return Some((Act::Deny, "what does not match the truth"));
        }
        self.nobody_does().or_else(|| self.is_not()).or_else(|| self.not_done()).or_else(|| self.own_undone())
    }

    /// Whether the verb tells a deed, without a modal.
    fn is_deed(&self) -> bool {
        self.verb.modal.is_none() && !self.verb.copula && !self.head_is(Is::Learnt)
    }

    /// Whether the deed does harm.
    fn harms(&self) -> bool {
        (self.hostile() || self.head_is(Is::Harm)) && !self.head(&["going"])
    }

    /// Whether the deed lies behind.
    fn is_past(&self) -> bool {
        self.verb.past || self.perfect()
    }

    /// "Nobody is blocking the road", "Nobody is tearing down the treaty", "No one has sent us here".
    fn nobody_does(&self) -> Told {
        let (s, verb) = (self.sight, self.verb);
        if self.whose != Whose::Nobody || verb.modal.is_some() {
            return None;
        }
        let harms = self.harms() && !verb.passive && !verb.past;
        let under_way = verb.head > verb.start && s.low(verb.head).ends_with("ing");
        let told = (under_way || self.perfect()) && s.is(self.first, &["nobody", "none", "no"]) && !verb.copula;
        let met = self.head_is(Is::OfMind) || self.head_is(Is::Learnt) || self.head_is(Is::Lacking);
        (harms || self.spoken && told && !met && !self.head(&["going"])).then_some((Act::Deny, "what nobody does"))
    }

    /// "This is not a blockade".
    fn is_not(&self) -> Told {
        let s = self.sight;
        if !self.verb.copula || !self.verb.negated || self.verb.modal.is_some() || self.supposed() {
            return None;
        }
        let no_adverb = |i: &usize| s.tag(*i) != Tag::Adv && !s.is(*i, &["not", "n't"]);
        let next = self.after(4).find(no_adverb).unwrap_or(self.verb.head + 1);
        let end = s.noun_phrase_right(next, self.tokens.end, false).min(self.after(8).end);
        let what = (next..end).any(|i| is_deniable(s, i) && !s.is(i, &["poor", "bad", "exercise"]));
        (what && !(self.whose == Whose::Other && self.foreign())).then_some((Act::Deny, IS_NOT))
    }

    /// "No plane had crossed the border", "No letter has been received", "The planes did not bomb the camp": what others say
    /// was done.
    fn not_done(&self) -> Told {
        let (s, verb) = (self.sight, self.verb);
        let nobody = self.whose == Whose::Nobody;
        let thing = s.is(self.first, &["no"]) || s.is(self.first + 1, &["a", "one", "single"]);
        let person = self.who.person && self.reported;
        let done = nobody && self.is_deed() && !self.head_is(Is::UndoneToNobody) && verb.past;
        if done && (self.root.is_some() || thing || person) {
            return Some((Act::Deny, "what was not done"));
        }
        if nobody && self.perfect() && s.is(self.first, &["no"]) && self.head(&["reached", "received"]) {
            return Some((Act::Deny, "what did not come"));
        }
        let harm = verb.negated && self.is_past() && self.is_deed() && self.hostile();
        (harm && !verb.passive && self.reported).then_some((Act::Deny, "what was not done"))
    }

    /// "Russia does not blackmail anybody", "We broke nothing", "My client has never met the man", "has sold no weapons".
    fn own_undone(&self) -> Told {
        let (s, verb) = (self.sight, self.verb);
        if self.whose != Whose::Own {
            return None;
        }
        let (deed, past) = (self.is_deed(), self.is_past());
        if verb.negated && deed && self.harms() && !verb.passive {
            return Some((Act::Deny, "what the speaker’s side does not do"));
        }
        let nothing = s.is(verb.head + 1, &["nothing", "nobody"]) && past && deed && !self.head_is(Is::OfMind);
        let never = (verb.start..verb.head).any(|i| s.is(i, &["never"])) && past && verb.modal.is_none();
        // "Morocco never bought such a thing": no witness of something else says so.
        let goes_on = never && self.head_is(Is::Ceased);
        let met = never && (self.head_is(Is::NeverDone) || !self.who.states.is_empty() && !goes_on);
        if (nothing || met) && !verb.copula && !verb.passive {
            return Some((Act::Deny, "what the speaker’s side has not done"));
        }
        let none = s.is(verb.head + 1, &["no", "nobody", "none"]);
        if none && deed && self.after(4).any(|i| s.among(i, Is::DeniedThing)) {
            return Some((Act::Deny, "what the speaker’s side does not do"));
        }
        let denied = verb.negated && deed && past && !goes_on && (self.root.is_some() || !verb.passive);
        denied.then_some((Act::Deny, "what the speaker’s side has not done"))
    }
}
