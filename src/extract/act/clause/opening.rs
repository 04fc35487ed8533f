//! What the first words of a clause tell alone: a command, "no", "yes", what has no verb.

use super::{IS_NOT, NO, Told, is_deniable};
use crate::{
    extract::{
        act::{done_instead, is_command},
        attribution::{Attribution, sight::Sight},
    },
    lexicon::{act::Act, class::WordClass as Is},
};

/// How a clause opens.
pub(super) struct Opening<'o, 'p, 'a> {
    pub sight: &'o Sight<'p, 'a>,
    pub a: &'o Attribution,
    /// Its first word, and where it ends.
    pub first: usize,
    pub end: usize,
}

impl Opening<'_, '_, '_> {
    /// The act, and why.
    pub fn told(&self) -> Told {
        if self.a.spoken && is_command(self.sight, self.first, self.end) {
            return Some((Act::Demand, "a command"));
        }
        self.no()
            .or_else(|| self.ordered())
            .or_else(|| self.whoever())
            .or_else(|| self.yes())
            .or_else(|| self.verbless())
            .or_else(|| self.needed())
    }

    /// Whether the `n`th word is one of these.
    fn is(&self, n: usize, words: &[&str]) -> bool {
        self.sight.is(self.first + n, words)
    }

    fn any(&self, class: Is) -> bool {
        (self.first..self.end).any(|i| self.sight.among(i, class))
    }

    /// "No to the base", "No. I have said so in parliament", "No and no".
    fn no(&self) -> Told {
        if !self.a.spoken {
            return None;
        }
        if self.is(0, &["no"]) && self.is(1, &["to", "more"]) {
            return Some((Act::Reject, "“no to …”"));
        }
        let flat = self.is(1, &[".", "!"]) || self.is(1, &["and"]) && self.is(2, &["no"]);
        // "No. We have asked for training, not for boats": it was not so.
        if self.is(0, &["no"]) && flat && done_instead(self.sight, self.first + 2) {
            return Some((Act::Deny, "“no”, and what was done"));
        }
        (self.is(0, &["no", "never"]) && flat).then_some((Act::Reject, NO))
    }

    /// "First the money, then the talks".
    fn ordered(&self) -> Told {
        let ordered = self.is(0, &["first"]) && !self.sight.has_finite(&(self.first..self.end)) && self.a.spoken;
        (ordered && self.any(Is::Sequel)).then_some((Act::Demand, "what has to come first"))
    }

    /// "Whoever crosses the line will regret it".
    fn whoever(&self) -> Told {
        let s = self.sight;
        let will = || (self.first..self.end).any(|i| s.is(i, &["will", "shall", "'ll"]));
        let anybody = self.is(0, &["whoever", "whosoever"])
            || s.among(self.first, Is::IndefiniteAntecedent) && self.is(1, &["who"]) && will();
        (anybody && self.any(Is::Reckoning)).then_some((Act::Warn, "what whoever does it has to bear"))
    }

    /// "Yes to talks", "Yes, we have asked him", "Agreed, …".
    fn yes(&self) -> Told {
        if self.is(0, &["yes"]) && self.is(1, &["to"]) {
            return Some((Act::Agree, "“yes to …”"));
        }
        if self.is(0, &["yes"]) && self.is(1, &[","]) {
            return Some((Act::Confirm, "“yes, …”"));
        }
        let assent = self.sight.among(self.first, Is::AssentWord) && self.is(1, &[",", "."]);
        assent.then_some((Act::Agree, "a word of assent"))
    }

    /// "Not retaliation", "says it does not", "Not one centimetre".
    fn verbless(&self) -> Told {
        let (s, first, end) = (self.sight, self.first, self.end);
        let charge = || (first..end).any(|i| is_deniable(s, i));
        if self.is(0, &["not", "no"]) && self.a.spoken && end <= first + 4 && charge() {
            return Some((Act::Deny, IS_NOT));
        }
        let left_out = end == first + 3 && s.is_personal(first) && self.is(2, &["not", "n't"]);
        if left_out && s.among(first + 1, Is::Auxiliary) && self.a.cue.is_some() {
            return Some((Act::Deny, "what is only negated"));
        }
        let none = self.is(0, &["not"]) && s.among(first + 1, Is::AfterFlatNot) && self.a.spoken;
        (none && !s.has_finite(&(first..end))).then_some((Act::Reject, "“not one …”"))
    }

    /// "What we need is that …".
    fn needed(&self) -> Told {
        let wanted = self.is(0, &["what", "all"])
            && self.is(1, &["we", "i"])
            && self.sight.among(self.first + 2, Is::NeedOrDemandVerb);
        wanted.then_some((Act::Demand, "what the speaker’s side needs"))
    }
}
