//! Where a content starts and ends, by the frame of its cue.

use super::sight::{Sight, Verb};
use crate::lexicon::class::WordClass as Is;
use crate::{lexicon::cue::Part, text::tag::Tag};

/// How far a content reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A clause: to the end of the sentence, but not into the next attribution.
    Clause,
    /// A phrase: to the end of the noun phrase or infinitive with what hangs on it.
    Phrase,
    /// An infinitive: as a phrase, but past commas.
    Infinitive,
    /// A clause inside a noun phrase ("Russia’s demand that NATO withdraw is …").
    NounClause,
}

/// The tense of a verb group, as far as it tells which verbs are joined.
pub fn tense(sight: &Sight, verb: &Verb) -> u8 {
    match sight.low(verb.start) {
        "had" => 3,
        // "has denied it, and blamed": the perfect tells of the past.
        "has" | "have" if verb.start < verb.head => 1,
        _ if verb.modal.is_some() => 4,
        _ if verb.past => 1,
        _ => 2,
    }
}

/// Whether a verb in the present has one subject ("threatens", "has left") or not ("threaten", and "recall" after "demands
/// that Oslo"); `None` where its form does not tell.
pub fn singular(sight: &Sight, verb: &Verb) -> Option<bool> {
    match sight.low(verb.start) {
        "has" | "is" | "does" | "was" => Some(true),
        "have" | "are" | "do" | "were" => Some(false),
        _ if verb.start < verb.head || verb.past || verb.ing || verb.infinitive || verb.modal.is_some() => None,
        word => Some(word.ends_with('s') && !word.ends_with("ss")),
    }
}

/// Whether two verbs cannot have one subject.
pub fn disagree(sight: &Sight, a: &Verb, b: &Verb) -> bool {
    singular(sight, a).zip(singular(sight, b)).is_some_and(|(a, b)| a != b)
}

impl Sight<'_, '_> {
    /// Skips adverbs, dates and, where `phrases`, prepositional phrases that tell where and when it was said.
    pub fn skip_adjuncts(&self, from: usize, hi: usize, phrases: bool) -> usize {
        let mut i = from;
        for _ in 0..6 {
            let before = i;
            while i < hi
                && (self.dated(i) && !self.owns_thing(i)
                    || (!self.dated(i)
                        && self.tag(i) == Tag::Adv
                        && !self.among(i, Is::QuestionWord)
                        && !self.among(i, Is::KeptAdverb)
                        && !self.opens_clause_at(i)))
            {
                i += 1;
            }
            // "requested three times permission to enter"
            if i + 1 < hi
                && self.tag(i) == Tag::Num
                && self.low(i + 1) == "times"
                && !self.is(i + 2, &["more", "as", "the"])
            {
                i += 2;
                continue;
            }
            let led = self.tag(i) == Tag::Adp || self.low(i) == "since";
            if i < hi && led && i + 1 < hi && self.dated(i + 1) {
                i += 1;
                continue;
            }
            let opens = self.among(i, Is::AdjunctOpener);
            if phrases && i + 1 < hi && opens {
                let mut next = i + 1;
                if self.low(next) == "of" {
                    next += 1;
                }
                // "after meeting with …", "while visiting …"
                if self.is_ing(next) && self.verb_at(next).is_some() {
                    next += 1;
                    if self.tag(next) == Tag::Adp {
                        next += 1;
                    }
                } else if self.is(i, &["while", "when"]) {
                    break;
                }
                let end = self.noun_phrase_right(next, hi, true);
                if end > next || next > i + 1 {
                    // Not if the phrase’s noun is the subject of a clause that belongs to the content.
                    i = end.max(next);
                    continue;
                }
            }
            if i == before {
                break;
            }
        }
        i
    }

    /// "praised [today]’s ruling", "[last week]’s report": a date that belongs to a thing.
    fn owns_thing(&self, i: usize) -> bool {
        (i + 1..i + 4).find(|j| !self.dated(*j)).is_some_and(|j| self.is_genitive(j))
    }

    /// "even if", "just as": an adverb that belongs to the clause after it.
    fn opens_clause_at(&self, i: usize) -> bool {
        self.tag(i + 1) == Tag::Sconj && !self.is(i + 1, &["that"])
    }

    /// Whether a clause starts here: a noun phrase with its finite verb.
    pub fn clause_at(&self, from: usize, hi: usize) -> bool {
        if self.among(from, Is::ThereOrSubordinator) {
            return self.has_finite(&(from..hi));
        }
        let end = self.noun_phrase_right(from, hi, true);
        if end == from {
            return false;
        }
        let mut i = end;
        while self.is_quote_mark(i) && i < hi {
            i += 1;
        }
        // "regretted the bans but she said": another clause.
        if self.is(i, &["and", "but"]) && self.is_personal(i + 1) {
            return false;
        }
        // "deny the charge and maintain that": another verb of the same subject.
        let another = self.low(i + 2) == "that" && self.cues(i + 1).iter().any(|e| e.cue.part == Part::Verb);
        if self.is(i, &["and", "but"]) && another {
            return false;
        }
        if self.is(i, &["and", "or", "nor"]) && i + 1 < hi {
            return self.clause_at(i + 1, hi);
        }
        // A relative clause or a parenthesis may stand before the verb.
        if self.is_relative(i) {
            return self.has_finite(&(i..hi));
        }
        // "talks between Ethiopia, Egypt and Sudan have failed": a list inside the subject.
        if self.low(i) == "," && self.in_phrase(i + 1) {
            let (mut at, mut joined) = (i, false);
            while self.low(at) == "," && at + 1 < hi && self.in_phrase(at + 1) {
                let next = self.noun_phrase_right(at + 1, hi, true).max(at + 1);
                joined |= (at + 1..next).any(|j| self.is(j, &["and", "or"]));
                at = next;
            }
            let and = at + usize::from(self.low(at) == ",");
            if self.is(and, &["and", "or"]) {
                (at, joined) = (self.noun_phrase_right(and + 1, hi, true), true);
            }
            if joined && self.finite_at(at) {
                return true;
            }
        }
        if self.low(i) == "," {
            let relative = self.among(i + 1, Is::RelativeOrWhere);
            return (i + 1..hi.min(i + 40)).any(|j| self.low(j) == "," && (relative || self.finite_at(j + 1)))
                && self.has_finite(&(i..hi));
        }
        while i < hi && (self.tag(i) == Tag::Adv || self.dated(i) || (self.tag(i) == Tag::Adp && self.dated(i + 1))) {
            i += 1;
        }
        // "the fines imposed by Riga": a participle and its doer are no clause.
        if let Some(v) = self.verb_from(i).filter(|v| v.bare_participle && self.low(v.head + 1) == "by") {
            return self.verbs_in(&(v.head + 1..hi)).iter().any(|x| x.finite && !x.bare_participle);
        }
        self.finite_at(i)
            || (self.has_finite(&(i..hi))
                && !self.among(i, Is::NoClauseStart)
                && self.tag(i) != Tag::Punct
                && self.tag(i) != Tag::Sconj
                && self.verb_at(i).is_none_or(|v| v.bare_participle || v.ing))
    }

    /// "said in the local TV, people ordered it", "told by phone flour has doubled", "said also, as the question was put, yes,
    /// …": the clause after whatever tells where and how it was said.
    pub(super) fn loose_clause(&self, own: &Verb, from: usize, hi: usize) -> Option<usize> {
        let s = self.sentence_of(own.head)?;
        let lo = self.sentence(s).start;
        // The sentence's own verb only.
        let leads = own.finite
            && (!own.bare_participle || self.among(own.head, Is::SayTellAdd))
            && !own.passive
            && own.modal.is_none()
            && from < own.head + 7;
        let before = self.verbs_in(&(lo..own.start)).iter().any(|v| v.finite && !v.bare_participle);
        if !leads || before || self.low(self.first_word(lo)) == "according" {
            return None;
        }
        let mut i = from;
        for _ in 0..3 {
            i = self.skip_adjuncts(i, hi, false);
            if self.tag(i) != Tag::Adp || self.low(i) == "of" {
                break;
            }
            // "by phone flour has doubled": the channel is one word.
            let channel = self.is(i + 1, &["phone", "telephone", "passing", "writing", "radio", "mail", "it", "this"]);
            i = if channel { i + 2 } else { self.noun_phrase_right(i + 1, hi, true).max(i + 1) };
        }
        let plain = i;
        if self.low(i) == "," && self.is(i + 1, &["as", "when", "quoted", "asked", "cited", "reached"]) {
            i = (i + 1..hi.min(i + 16)).find(|j| self.low(*j) == ",")?;
        }
        let start = i + usize::from(self.low(i) == ",");
        let goes_on = self.opens_content(start) && self.clause_at(start, hi);
        (start > from && goes_on && !self.has_finite(&(from..plain))).then_some(start)
    }

    pub(super) fn starts_noun_phrase(&self, i: usize) -> bool {
        self.in_phrase(i)
            || self.is_quote_mark(i)
            || self.is_personal(i)
            || self.among(i, Is::ObjectButYou)
            || self.among(i, Is::PhraseOpener)
            || (self.nounish(i) && !self.is(i, &["who"]))
    }

    /// "confirmed [in a letter, of which we have a copy,] that", "declared [upon entering the palace] that": where the clause
    /// starts after phrases without a verb of their own.
    pub(super) fn late_that(&self, from: usize, hi: usize) -> Option<usize> {
        let that = (from + 2..hi.min(from + 16)).find(|i| self.low(*i) == "that" && self.clause_at(*i + 1, hi))?;
        let parted = |i: usize| self.is(i, &[";", ":", "and"]) || self.is_quote_mark(i);
        let commas = (from..that).filter(|i| self.low(*i) == ",");
        let whole = match commas.clone().count() {
            0 => that,
            2 if self.low(that - 1) == "," => commas.min()?,
            _ => return None,
        };
        let verb = |v: &Verb| v.finite && (!v.bare_participle || self.reports_bare(v));
        (!self.verbs_in(&(from..whole)).iter().any(verb) && !(from..that).any(parted)).then_some(that)
    }

    /// "noted, peace will not come": other languages part the clause from its verb by a comma. Only where the verb's clause
    /// opens the sentence and nothing else goes on after the comma.
    pub(super) fn clause_after_comma(&self, own: Option<&Verb>, comma: usize, hi: usize) -> bool {
        let Some(own) = own.filter(|v| v.finite && !v.passive && self.low(comma) == "," && v.head < comma) else {
            return false;
        };
        let Some(s) = self.sentence_of(own.head) else {
            return false;
        };
        let lo = self.sentence(s).start;
        let next = comma + 1;
        let leads = !self.has_finite(&(lo..own.start)) && !(lo..own.start).any(|i| self.is_quote_mark(i));
        let subject = self.subject(own, lo, hi, 0);
        let speaks = subject.is_some_and(|x| {
            let first = self.first_word(lo);
            (x.tokens.start == first || matches!(self.tag(first), Tag::Adp | Tag::Adv) || self.dated(first))
                && (self.is_party(&x.tokens)
                    || self.is_outlet(&x.tokens)
                    || self.is(x.tokens.end - 1, &["source", "sources"]))
        });
        let joins = self.among(next, Is::CommaContinuation)
            || self.low(next) == "of" && self.is_relative(next + 1)
            || self.is_ing(next)
            || self.tag(next) == Tag::Adv && self.low(next + 1) == ","
            || self.verb_from(next).is_some_and(|v| v.bare_participle || v.infinitive);
        leads && speaks && !joins && !self.parenthetical_cue(next, hi) && self.has_finite(&(next..hi))
    }

    /// A clause after a verb of saying, however it starts: a finite verb stands before the next comma.
    pub(super) fn opens_any_clause(&self, i: usize, hi: usize) -> bool {
        if matches!(self.tag(i), Tag::Punct | Tag::Cconj | Tag::Sconj | Tag::Part)
            || self.tag(i) == Tag::Verb && !self.is_ing(i)
            || self.tag(i) == Tag::Adp && self.tag(i + 1) != Tag::Num && !self.fronted_phrase(i, hi)
            || self.is_relative(i)
            || self.among(i, Is::NoNewClause)
        {
            return false;
        }
        let stop = (i..hi).find(|j| self.is(*j, &[",", ";", ":"]) || self.is_quote_mark(*j)).unwrap_or(hi);
        // "heard the arguments and is not expected to rule"
        let joined = |j: usize| self.is(j, &["and", "or"]) && self.finite_at(j + 1);
        let other = |j: &usize| self.is_relative(*j) || self.tag(*j) == Tag::Sconj || joined(*j);
        let relative = (i..stop).find(other).unwrap_or(stop);
        self.verbs_in(&(i + 1..relative)).iter().any(|v| v.finite && v.start > i)
    }

    /// "said from Monday trucks would wait": a phrase with its noun, then a clause of its own.
    fn fronted_phrase(&self, i: usize, hi: usize) -> bool {
        let end = self.noun_phrase_right(i + 1, hi, false);
        let comma = usize::from(self.low(end) == ",");
        end > i + 1 && self.tag(end + comma) != Tag::Adp && self.low(end) != "to" && self.clause_at(end + comma, hi)
    }

    pub(super) fn opens_content(&self, i: usize) -> bool {
        self.starts_noun_phrase(i)
            || self.among(i, Is::ContentOpener)
            || matches!(self.tag(i), Tag::Det | Tag::Adj | Tag::Num)
    }

    /// Skips ", according to AFP," where "that" or a quotation follows.
    pub(super) fn past_parenthesis(&self, i: usize, hi: usize, says: bool) -> usize {
        if self.low(i) != "," {
            return i;
        }
        let close = (i + 1..hi.min(i + 25)).find(|j| self.low(*j) == ",");
        let goes_on = |next: usize| {
            self.low(next) == "that" || self.is(next, &["for", "to"]) && (!says || self.infinitive_at(next))
        };
        let bare = |close: usize| self.verbs_in(&(i..close)).iter().all(|v| v.bare_participle || !v.finite);
        match close {
            Some(close) if close + 1 < hi && goes_on(close + 1) && bare(close) => close + 1,
            _ => i,
        }
    }
}
