//! What stands inside another’s words and is no statement of its own: "said that the transit is not threatened by anything",
//! "told us that nobody wants the rock", "an American official: Washington appreciates the decision".

use super::{Attribution, Source, sight::Sight};
use crate::lexicon::{act::Act, class::WordClass as Is, cue::Frames};
use std::ops::Range;

impl Sight<'_, '_> {
    /// Whether what `a` tells inside the words of `outer` only belongs to those words.
    pub(crate) fn only_told(&self, a: &Attribution, outer: &Attribution) -> bool {
        let Some(verb) = &a.verb else { return false };
        let phrase = a.frame.has(Frames::NOUN.or(Frames::TO_NOUN));
        let met = a.frame == Frames::MEETING;
        // "the company was told", "the border was closed by a decree"
        if verb.passive && !met {
            return outer.frame != Frames::NOUN;
        }
        // "the wind is against the searchers"
        if phrase && a.rule.starts_with("adjective") {
            return true;
        }
        let Source::Phrase(source) = &a.source else { return false };
        // "no state asks for one", "neither side wants a war"
        let first = source.start;
        if self.among(first, Is::NobodySubject) || first > 0 && self.among(first - 1, Is::NobodySubject) {
            return true;
        }
        let modal = verb.modal.is_some_and(|m| !self.is(m + 1, &["have"]));
        if met {
            return verb.negated || verb.modal.is_some_and(|m| self.among(m, Is::PossibleModal));
        }
        // "Reuters was informed that Oslo considers it useless": nobody else is there to speak.
        if outer.source == Source::Nobody && outer.act != Some(Act::Ask) {
            return false;
        }
        let hints = a.act.is_none_or(|act| act == Act::State);
        let says = self.cues(verb.head).iter().any(|e| e.lemma == a.lemma && e.cue.frames.has(Frames::QUOTE));
        if a.frame == Frames::BARE && hints && !says {
            return true;
        }
        if !phrase {
            return false;
        }
        // "wants it", "asks for it"
        let it = a.content.iter().all(|c| {
            let words = self.tokens_of(*c);
            words.len() == 1 && self.is_personal(words.start)
        });
        hints && !says || it || modal && !verb.negated || !self.is_party(source) && !self.names_people(source)
    }

    /// "An American official said Washington regards it as closed": whether words of whoever speaks tell that they speak for
    /// the other, of what goes on or is to come.
    pub(crate) fn of_one_state(&self, speaker: &Range<usize>, a: &Attribution, outer: &Attribution) -> bool {
        let Source::Phrase(other) = &a.source else { return false };
        let done = a.verb.as_ref().is_none_or(|v| v.past || self.is(v.start, &["has", "have"]));
        if done || other.len() > 3 || speaker.clone().any(|i| self.among(i, Is::Bystander)) {
            return false;
        }
        let (own, state) = (self.states_in(speaker), self.states_in(other));
        // "The minister, Jón Bjarnason, said Iceland will not accept": an office without a state is of the one it speaks of.
        let behind = a.frame.has(Frames::NOUN.or(Frames::TO_NOUN)) && speaker.end < other.start;
        let office = own.is_empty()
            && speaker.len() > 2
            && behind
            && outer.cue.is_some()
            && speaker.clone().any(|i| self.facts(i).role);
        state.len() == 1 && (office || state == own)
    }
}
