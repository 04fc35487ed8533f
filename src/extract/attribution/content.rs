//! Where a content starts and ends, by the frame of its cue.

use super::sight::{Sight, Verb};
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::cue::{Frames, Part},
    text::tag::Tag,
};
use std::ops::Range;

/// What follows a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// The frame it was read by.
    pub frame: Frames,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Who is spoken to or accused, before the content.
    pub object: Option<Range<usize>>,
}

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
                && (self.dated(i)
                    || (self.tag(i) == Tag::Adv
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
                let next = self.noun_phrase_right(at + 1, hi, true);
                if next <= at + 1 {
                    break;
                }
                joined |= (at + 1..next).any(|j| self.is(j, &["and", "or"]));
                at = next;
            }
            let and = at + usize::from(self.low(at) == ",");
            if self.is(and, &["and", "or"]) {
                (at, joined) = (self.noun_phrase_right(and + 1, hi, true), true);
            }
            if joined && self.verb_at(at).is_some_and(|v| v.finite && v.start == at) {
                return true;
            }
        }
        if self.low(i) == "," {
            let relative = self.among(i + 1, Is::RelativeOrWhere);
            return (i + 1..hi.min(i + 40)).any(|j| {
                self.low(j) == "," && (relative || self.verb_at(j + 1).is_some_and(|v| v.finite && v.start == j + 1))
            }) && self.has_finite(&(i..hi));
        }
        while i < hi && (self.tag(i) == Tag::Adv || self.dated(i) || (self.tag(i) == Tag::Adp && self.dated(i + 1))) {
            i += 1;
        }
        // "the fines imposed by Riga": a participle and its doer are no clause.
        if let Some(v) = self.verb_at(i).filter(|v| v.start == i && v.bare_participle && self.low(v.head + 1) == "by") {
            return self.verbs_in(&(v.head + 1..hi)).iter().any(|x| x.finite && !x.bare_participle);
        }
        self.verb_at(i).is_some_and(|v| v.finite && v.start == i)
            || (self.has_finite(&(i..hi))
                && !self.among(i, Is::NoClauseStart)
                && self.tag(i) != Tag::Punct
                && self.tag(i) != Tag::Sconj
                && self.verb_at(i).is_none_or(|v| v.bare_participle || v.ing))
    }

    /// The content to the right of a cue whose words end before `from`.
    pub fn right(&self, frames: Frames, own: Option<&Verb>, from: usize, hi: usize) -> Option<Right> {
        let says = frames.has(Frames::QUOTE);
        let mut i = self.skip_adjuncts(from, hi, false);
        // "announced on Tuesday (1st) the end of …"
        if i > from && self.low(i) == "(" {
            i = self.past_brackets(i, hi);
        }
        let mut object = None;
        if frames.has(Frames::OBJECT.or(Frames::ACCUSED)) {
            // "accused to the government of …": some languages accuse "to" somebody.
            let to = (self.low(i) == "to" && frames.has(Frames::ACCUSED) && !frames.has(Frames::NOUN)).then_some(i + 1);
            let starts = [Some(i), to, self.past_manner(i, hi)];
            let found = |start: usize| Some((start, self.object(frames, start, hi)?));
            if let Some((start, (end, next))) = starts.into_iter().flatten().find_map(found) {
                object = Some(start..end);
                i = next;
            }
        }
        if object.is_none()
            && let Some(right) = self.right_after_recipient(frames, own, i, hi)
        {
            return Some(right);
        }
        // "fears, though, a new war": one word between commas.
        if self.low(i) == "," && self.among(i + 1, Is::LinkAdverb) && self.low(i + 2) == "," {
            i += 3;
        }
        if !says || frames.has(Frames::INFINITIVE) && self.low(i) == "," && self.low(i + 1) != "that" {
            i = self.past_parenthesis(i, hi, says);
        }
        // "wrote us that"
        if object.is_none()
            && frames.has(Frames::THAT)
            && self.is(i, &["us", "me", "him", "her", "them", "you"])
            && self.low(i + 1) == "that"
        {
            object = Some(i..i + 1);
            i += 1;
        }
        // "said today, that …": a comma that other languages ask for.
        if self.low(i) == "," && self.low(i + 1) == "that" && frames.has(Frames::THAT) {
            i += 1;
        }
        // "confirmed only that"
        if self.among(i, Is::OnlyAdverb) && self.low(i + 1) == "that" && frames.has(Frames::THAT) {
            i += 1;
        }
        // "asked, if …"
        if self.low(i) == "," && frames.has(Frames::QUESTION) && self.is(i + 1, &["if", "whether"]) {
            i += 1;
        }
        let direct = i;
        if says || frames.has(Frames::THAT) {
            i = self.past_parenthesis(self.skip_adjuncts(i, hi, says), hi, says);
        }
        // "estimates in closed discussions that"
        if !says && frames.has(Frames::THAT) && !(object.is_some() && self.is(i, &["of", "with", "for"])) {
            let past = self.skip_adjuncts(i, hi, true);
            i = if past > i && past < i + 8 && self.low(past) == "that" { past } else { i };
        }
        if frames.has(Frames::THAT)
            && !frames.has(Frames::ACCUSED)
            && self.low(i) != "that"
            && (self.tag(direct) == Tag::Adp || self.low(direct) == "upon")
            && let Some(that) = self.late_that(direct, hi)
        {
            i = that;
        }
        let found = |frame: Frames, start: usize, reach: Reach| {
            let end = self.content_end(start, hi, own, reach);
            (end > start).then_some(Right { frame, tokens: start..end, object: object.clone() })
        };
        // "said yes, the boxes are in Moscow"
        if says
            && frames.has(Frames::BARE)
            && self.among(direct, Is::AnswerWord)
            && self.low(direct + 1) == ","
            && direct + 3 < hi
        {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        // "he replied no"
        if says && self.is(direct, &["yes", "no"]) && (direct + 1 >= hi || self.tag(direct + 1) == Tag::Punct) {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        // "added, in statements to the channel: “…”"
        if says && self.low(direct) == "," && self.tag(direct + 1) == Tag::Adp {
            let colon = self.skip_adjuncts(direct + 1, hi, true);
            if self.low(colon) == ":" && colon + 1 < hi {
                return found(Frames::QUOTE, colon + 1, Reach::Clause);
            }
        }
        // "said to these reports, they were invented"
        let to = if self.low(direct) == "to" { self.noun_phrase_right(direct + 1, hi, false) } else { direct };
        let to = if to == direct + 1 && self.is(to, &["it", "this"]) { to + 1 } else { to };
        // "repeated it in May before the press: Togo shelters pirates"
        if says && self.is(direct, &["it", "this"]) && !self.in_phrase(direct + 1) {
            let colon = (direct + 1..hi.min(direct + 10)).find(|c| self.low(*c) == ":");
            let plain = |c: &usize| self.verbs_in(&(direct + 1..*c)).is_empty() && self.has_finite(&(c + 1..hi));
            if let Some(colon) = colon.filter(plain) {
                return found(Frames::QUOTE, colon + 1, Reach::Clause);
            }
        }
        // "said in Manila, the banks come next"
        let related =
            |v: &Verb| (v.start.saturating_sub(4)..v.start).any(|j| self.is_relative(j) || self.low(j) == "whom");
        let plain = self.low(to) == "," || own.is_none_or(|v| related(v) || !self.reports_bare(v));
        let to = if plain { to } else { self.skip_adjuncts(to, hi, true) };
        if says && frames.has(Frames::BARE) && frames.has(Frames::THAT) && self.clause_after_comma(own, to, hi) {
            return found(Frames::BARE, to + 1, Reach::Clause);
        }
        // "The Hague refused that."
        let pointed = self.low(direct) == "that"
            && (direct + 1 >= hi || self.tag(direct + 1) == Tag::Punct || self.is(direct + 1, &["and", "but"]));
        if pointed && frames.has(Frames::NOUN) && !says {
            return found(Frames::NOUN, direct, Reach::Phrase);
        }
        if i < hi {
            let says_clause = frames.has(Frames::THAT.or(Frames::BARE));
            if self.is_quote_mark(i) && (says || says_clause && self.has_finite(&(i..hi))) {
                return found(Frames::QUOTE, i, Reach::Clause);
            }
            if self.low(i) == ":" && says {
                return found(Frames::QUOTE, i + 1, Reach::Clause);
            }
            if self.low(i) == "," && says && (self.is_quote_mark(i + 1)) && i + 1 < hi {
                return found(Frames::QUOTE, i + 1, Reach::Clause);
            }
            let pronoun = self.verb_at(i + 1).is_some_and(|v| v.start == i + 1 && v.finite);
            // "said in a speech that was sent in the evening": a relative clause.
            let relative = pronoun && i > from + 1 && object.is_none() && self.among(i - 1, Is::SpeechOccasion);
            if self.low(i) == "that" && frames.has(Frames::THAT) && !relative {
                if pronoun && frames.has(Frames::BARE) {
                    return found(Frames::BARE, i, Reach::Clause);
                }
                let opens = self.named(i + 1).is_some()
                    || self.tag(i + 1) == Tag::Det
                    || self.is_personal(i + 1)
                    || self.is_quote_mark(i + 1);
                if self.tag(i) != Tag::Det || opens || self.clause_at(i + 1, hi) {
                    return found(Frames::THAT, i + 1, Reach::Clause);
                }
            }
        }
        let marked = direct + usize::from(self.is_quote_mark(direct));
        if marked < hi && frames.has(Frames::INFINITIVE) && self.infinitive_at(marked) {
            return found(Frames::INFINITIVE, direct, Reach::Infinitive);
        }
        // "promises to “spare no effort”"
        if frames.has(Frames::INFINITIVE)
            && self.low(direct) == "to"
            && self.is_quote_mark(direct + 1)
            && matches!(self.tag(direct + 2), Tag::Verb | Tag::Aux)
            && direct + 2 < hi
        {
            return found(Frames::INFINITIVE, direct, Reach::Infinitive);
        }
        // "pressed Iran for answers", not "announced a fund for farmers"
        if object.as_ref().is_some_and(|o| !self.is(o.start, &["a", "an"]) || self.is_party(o))
            && frames.has(Frames::OBJECT)
            && frames.has(Frames::INFINITIVE)
            && self.low(direct) == "for"
        {
            return found(Frames::NOUN, direct + 1, Reach::Phrase);
        }
        if i < hi && frames.has(Frames::INFINITIVE) && self.infinitive_at(i) {
            return found(Frames::INFINITIVE, i, Reach::Infinitive);
        }
        let whom = |o: &Range<usize>| {
            frames.has(Frames::ACCUSED) || self.is_party(o) || self.among(o.start, Is::ObjectPronoun)
        };
        if object.as_ref().is_some_and(whom)
            && frames.has(Frames::ACCUSED.or(Frames::GERUND).or(Frames::NOUN))
            && (self.among(direct, Is::AccusedOfOrAgainst) || self.accused_in(frames, direct))
        {
            return found(Frames::ACCUSED, direct + 1, Reach::Phrase);
        }
        // "blamed the authorities, that they …"
        if object.is_some() && frames.has(Frames::ACCUSED) && self.low(direct) == "," && self.low(direct + 1) == "that"
        {
            return found(Frames::THAT, direct + 2, Reach::Clause);
        }
        if frames.has(Frames::ACCUSED) && !frames.has(Frames::NOUN) {
            return None;
        }
        // "condemned it in the strongest words": nothing hangs on a pronoun.
        let bare = self.is(direct, &["it", "this"]) && self.among(direct + 1, Is::OccasionPreposition);
        if direct < hi && frames.has(Frames::NOUN) && bare {
            return Some(Right { frame: Frames::NOUN, tokens: direct..direct + 1, object });
        }
        // "asked from where the money comes", "in whose name it was sent"
        let led = self.tag(i) == Tag::Adp && self.low(i) != "of" && self.among(i + 1, Is::GovernedQuestionWord);
        let wh = led && frames.has(Frames::QUESTION)
            || self.among(i, Is::FreeQuestionWord)
            || self.among(i, Is::QuestionWord) && frames.has(Frames::QUESTION);
        if i < hi && wh && (frames.has(Frames::QUESTION) || frames.has(Frames::BARE))
            || (i < hi && self.low(i) == "if" && frames.has(Frames::QUESTION))
        {
            return found(Frames::QUESTION, i, Reach::Clause);
        }
        // "promised the fishermen compensation", "offered Dushanbe a joint patrol"
        if frames.has(Frames::TO_NOUN)
            && let Some(thing) = self.given(direct, hi)
            && let Some(right) = found(Frames::NOUN, thing, Reach::Phrase)
        {
            return Some(Right { object: Some(direct..thing), ..right });
        }
        // "An official who knows the file says": the phrase is what is known, the verb the sentence's own.
        let related = own.is_some_and(|v| {
            let who = v.start > 1 && self.is(v.start - 1, &["who", "which"]) && self.low(v.start - 2) != ",";
            let before = |s: usize| {
                let lo = self.sentence(s).start;
                let from = (lo..v.start).rev().find(|i| self.low(*i) == "that").unwrap_or(lo);
                self.verbs_in(&(from..v.start)).iter().any(|x| x.finite)
            };
            let token = self.page.tokens.get(v.head).filter(|_| who);
            token.and_then(|t| self.page.sentence_at(t.span.start)).is_some_and(|s| !before(s))
        });
        if related && frames.has(Frames::BARE) && !self.among(i, Is::QuestionWord) {
            return None;
        }
        if i < hi && frames.has(Frames::BARE) && self.opens_content(i) && self.clause_at(i, hi) {
            return found(Frames::BARE, i, Reach::Clause);
        }
        // "said in Geneva Russia would": only what follows the place is a clause.
        if direct < i && frames.has(Frames::BARE) && self.opens_content(direct) && self.clause_at(direct, hi) {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        // "said too much is made of", "said neither he nor his office": verbs of saying leave nothing else open.
        let plain_speech = says && frames.has(Frames::BARE) && frames.has(Frames::THAT) && !frames.has(Frames::NOUN);
        // "said the hole measures 1.1 metre": its verb was taken for a noun; nothing else follows so many words.
        let said = |v: &Verb| v.head + 1 == direct && v.finite && self.is(v.head, &["said", "says", "say"]);
        let stop = (direct..hi).find(|j| self.is(*j, &[",", ";", ":"]) || self.is_quote_mark(*j)).unwrap_or(hi);
        let nouns = direct < hi && plain_speech && self.tag(direct) == Tag::Det && !self.is(direct, &["this", "that"]);
        if nouns && own.is_some_and(said) && stop > direct + 6 {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        if direct < hi && plain_speech && self.opens_any_clause(direct, hi) {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        if direct < hi
            && self.is_ing(direct)
            && self.verb_at(direct).is_some_and(|v| v.ing)
            && frames.has(Frames::GERUND)
        {
            return found(Frames::GERUND, direct, Reach::Phrase);
        }
        if plain_speech && let Some(start) = own.and_then(|v| self.loose_clause(v, from, hi)) {
            return found(Frames::BARE, start, Reach::Clause);
        }
        if frames.has(Frames::MEETING) {
            let end = self.content_end(from, hi, own, Reach::Infinitive);
            return (end > from).then_some(Right { frame: Frames::MEETING, tokens: from..end, object });
        }
        if direct < hi && frames.has(Frames::TO_NOUN) {
            let start = if self.low(direct) == "for" { direct + 1 } else { direct };
            if self.starts_noun_phrase(start) {
                return found(
                    Frames::TO_NOUN,
                    start,
                    if self.complemented(start, hi) { Reach::Infinitive } else { Reach::Phrase },
                );
            }
        }
        // "considers null the award", "considers early to judge"
        let predicate = self.tag(direct) == Tag::Adj && own.is_some_and(|v| self.among(v.head, Is::Naming));
        let opens = self.tag(direct + 1) == Tag::Det || self.verb_at(direct + 1).is_some_and(|v| v.infinitive);
        if frames.has(Frames::NOUN.or(Frames::BARE)) && predicate && opens && direct + 2 < hi {
            return found(Frames::NOUN, direct, Reach::Infinitive);
        }
        // "dismissed as baseless the claims"
        if frames.has(Frames::NOUN)
            && self.low(direct) == "as"
            && (direct + 2..hi.min(direct + 9)).any(|j| {
                (self.tag(j) == Tag::Det || self.is_possessive(j))
                    && (matches!(self.tag(j - 1), Tag::Adj | Tag::Verb | Tag::Noun) || self.is_quote_mark(j - 1))
            })
        {
            return found(Frames::NOUN, direct + 1, Reach::Phrase);
        }
        if direct < hi && frames.has(Frames::NOUN) && self.starts_noun_phrase(direct) {
            return found(Frames::NOUN, direct, Reach::Phrase);
        }
        // "proposes in the drafts the establishment of …"
        if frames.has(Frames::NOUN.or(Frames::TO_NOUN))
            && let Some(past) = self.past_manner(direct, hi)
            && (self.tag(past) == Tag::Det || self.is_genitive(past + 1))
        {
            return found(Frames::NOUN, past, Reach::Phrase);
        }
        None
    }

    /// "said in the local TV, people ordered it", "told by phone flour has doubled", "said also, as the question was put, yes,
    /// …": the clause after whatever tells where and how it was said.
    fn loose_clause(&self, own: &Verb, from: usize, hi: usize) -> Option<usize> {
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
        let yes = self.is(start, &["yes", "no"]) && self.low(start + 1) == ",";
        let goes_on = self.opens_content(start) && (yes || self.clause_at(start, hi));
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
    fn late_that(&self, from: usize, hi: usize) -> Option<usize> {
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
    fn clause_after_comma(&self, own: Option<&Verb>, comma: usize, hi: usize) -> bool {
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
            || self.verb_at(next).is_some_and(|v| v.start == next && (v.bare_participle || v.infinitive));
        leads && speaks && !joins && !self.parenthetical_cue(next, hi) && self.has_finite(&(next..hi))
    }

    /// A clause after a verb of saying, however it starts: a finite verb stands before the next comma.
    fn opens_any_clause(&self, i: usize, hi: usize) -> bool {
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
        let joined =
            |j: usize| self.is(j, &["and", "or"]) && self.verb_at(j + 1).is_some_and(|v| v.finite && v.start == j + 1);
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
