//! Whether a verb of meeting or talking meets another party.

use super::{Found, sight::Sight, subject::Subject};
use crate::lexicon::class::WordClass as Is;
use crate::text::tag::Tag;
use std::ops::Range;

impl Sight<'_, '_> {
    /// Whether a meeting has its parties.
    pub(super) fn meets(&self, cue: &Found, subject: Option<&Subject>, after: usize, hi: usize) -> bool {
        let Some(subject) = subject else { return false };
        let party = |r: &Range<usize>| self.is_party(r);
        if !party(&subject.tokens) {
            return false;
        }
        // "We met the minister in his office": the paper.
        let own = subject.tokens.len() == 1 && self.low(subject.tokens.start) == "we";
        if own && self.quoted[subject.tokens.start].is_none() {
            return false;
        }
        let joint = |r: &Range<usize>| r.clone().any(|i| self.among(i, Is::JointParty));
        let with = (after..hi.min(after + 12))
            .find(|i| self.low(*i) == "with")
            .filter(|i| self.verbs_in(&(after..*i)).is_empty());
        if cue.entry.cue.person {
            // "must meet in the next days his counterpart"
            for from in [after, self.skip_adjuncts(after, hi, true)] {
                let end = self.noun_phrase_right(from, hi, false);
                if end > from && (self.meets_person(&(from..end)) || cue.entry.lemma.starts_with("summon")) {
                    return true;
                }
            }
        }
        cue.entry.cue.joint
            && (joint(&subject.tokens)
                || with.is_some_and(|w| self.meets_person(&(w + 1..self.noun_phrase_right(w + 1, hi, false)))))
    }

    /// Whether a noun phrase can be a party: a person, body or state, or a word for one.
    pub fn is_party(&self, r: &Range<usize>) -> bool {
        use crate::extract::mention::EntityKind;
        r.clone().any(|i| {
            self.named(i).is_some_and(|m| !matches!(self.mentions[m].kind, EntityKind::Outlet))
                || self.is_personal(i) && self.low(i) != "it"
                || self.among(i, Is::Role)
                || self.tag(i) == Tag::Propn
                || self.low(i) == "both"
        })
    }

    fn meets_person(&self, r: &Range<usize>) -> bool {
        use crate::extract::mention::EntityKind;
        !r.clone().any(|i| self.among(i, Is::NotMet))
            && r.clone().any(|i| {
                self.named(i).is_some_and(|m| {
                    matches!(self.mentions[m].kind, EntityKind::Person | EntityKind::Country | EntityKind::Organisation)
                }) || self.among(i, Is::Role)
                    || self.among(i, Is::MetParty)
                    || (self.mentions.is_empty() && self.tag(i) == Tag::Propn)
            })
    }
}
