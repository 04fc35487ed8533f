//! Attributions from nouns: "Russia’s demand that", "a call by Iran for", "issued a warning that", "talks with".

use super::{Attribution, Found, Source, content::Reach, sight::Sight};
use crate::{
    lexicon::act::Act,
    lexicon::class::WordClass as Is,
    lexicon::cue::{Cues, Frames, Part},
    text::tag::Tag,
};
use std::ops::Range;

/// Whom the words behind a noun name: whose words they are, to whom, and where these phrases end.
struct Beside {
    agent: Option<Range<usize>>,
    object: Option<Range<usize>>,
    end: usize,
}

impl Sight<'_, '_> {
    /// The attribution of a noun cue.
    pub fn nominal(&self, s: usize, cue: &Found) -> Option<Attribution> {
        let range = self.sentence(s);
        let (lo, hi) = (range.start, range.end);
        let frames = cue.entry.cue.frames;
        if frames.has(Frames::MEETING) {
            // "a call with" is a talk, "a call for" a demand.
            let meeting = self.meeting(s, cue, lo, hi);
            if meeting.is_some() || frames == Frames::MEETING {
                return meeting;
            }
        }
        // The noun must head its phrase ("demand letter" is a letter).
        let after = cue.words.end;
        // "wrote on his account that": where it was written.
        if self.low(cue.head) == "account" && self.tag(self.own_phrase(cue.head, lo).saturating_sub(1)) == Tag::Adp {
            return None;
        }
        // "has ten days in order to answer"
        if self.low(cue.head) == "order" && self.low(cue.head.saturating_sub(1)) == "in" && self.low(after) == "to" {
            return None;
        }
        if matches!(self.tag(after), Tag::Noun | Tag::Propn) && !self.is(after, &["that"]) {
            return None;
        }
        let mut start = self.own_phrase(cue.head, lo);
        // "sent a note of protest to the embassy"
        if start > lo + 1 && self.low(start - 1) == "of" && self.among(start - 2, Is::NoteOrLetter) {
            start = self.own_phrase(start - 2, lo);
        }
        let Beside { agent, mut object, end: at } = self.beside_noun(cue, hi);
        if agent.is_some() && self.is_asked_for(start, lo) {
            return None;
        }
        let copula = self.verb_from(at).filter(|v| v.copula && v.finite).map(|v| v.head + 1);
        // Only a noun that its sentence is about announces what a colon opens.
        let leads = |p: usize| p == self.first_word(lo) || p > lo && self.is_light(p - 1);
        let owner = if start > lo + 1 && self.is_genitive(start - 1) { self.possessor(start - 2, lo) } else { start };
        let announces = leads(start) || leads(owner);
        let (frame, tokens) = self.noun_content(cue, at, copula, announces, hi)?;
        let (source, cue_start) = self.noun_source(cue, start, lo, hi, agent)?;
        // "voiced concern about", but not a topic: "talks about its concerns about".
        if frame == Frames::NOUN && self.is(at, &["over", "about", "at"]) && cue_start >= start {
            return None;
        }
        // "gave the junta an ultimatum to"
        if object.is_none() && self.is_light(cue_start) && cue_start < start {
            let given = self.light_end(cue_start)..start;
            object = Some(given).filter(|r| self.is_party(r));
        }
        let (span, spoken) = self.unquoted(&tokens)?;
        Some(Attribution {
            cue: Some(cue_start..cue.words.end),
            content: vec![span],
            frame,
            act: cue.entry.cue.act_in(frame),
            object,
            weak: cue.entry.cue.weak.has(frame),
            spoken,
            rule: format!("noun ‘{}’ with {}", cue.entry.lemma, frame.words()),
            ..Attribution::by(s, Source::Phrase(source)).with_cue(cue)
        })
    }

    /// Who stands behind the noun: "a call [by Iran] for", "message [from NATO] is that", "a protest [with Tokyo] over".
    fn beside_noun(&self, cue: &Found, hi: usize) -> Beside {
        let mut beside = Beside { agent: None, object: None, end: cue.words.end };
        for _ in 0..3 {
            let at = beside.end;
            if self.dated(at) {
                beside.end += 1;
                continue;
            }
            if self.tag(at) == Tag::Adp && self.dated(at + 1) {
                beside.end += 2;
                continue;
            }
            let end = self.noun_phrase_right(at + 1, hi, false).max(at + 1);
            let whom = match self.low(at) {
                "by" | "from" => &mut beside.agent,
                "to" if !self.verb_at(at).is_some_and(|v| v.infinitive) => &mut beside.object,
                "with"
                    if matches!(
                        cue.entry.cue.act_in(Frames::NOUN),
                        Some(Act::Criticise | Act::Request | Act::Demand)
                    ) && self.named(at + 1).is_some() =>
                {
                    &mut beside.object
                }
                // "the demand of Kenya that"
                "of" if self.named(at + 1).is_some()
                    && (self.is(end, &["that", "for", "is", "was"])
                        || self.verb_at(end).is_some_and(|v| v.infinitive)) =>
                {
                    &mut beside.agent
                }
                _ => break,
            };
            if end == at + 1 {
                break;
            }
            *whom = Some(at + 1..end);
            beside.end = end;
        }
        beside
    }

    /// "wants [assurances] from NATO": asked for, not given.
    fn is_asked_for(&self, start: usize, lo: usize) -> bool {
        const ASKING: [&str; 13] = [
            "want", "demand", "seek", "ask", "request", "expect", "need", "insist", "call", "get", "receiv", "sought",
            "await",
        ];
        start.checked_sub(1).filter(|p| *p >= lo).is_some_and(|p| {
            let p = if self.is(p, &["for", "on", "of"]) && p > lo { p - 1 } else { p };
            self.verb_at(p).is_some_and(|v| v.head == p) && ASKING.iter().any(|w| self.low(p).starts_with(w))
        })
    }

    /// The start of the noun's own phrase, without possessor: "Russia’s [new demands]".
    fn own_phrase(&self, head: usize, lo: usize) -> usize {
        let mut i = head;
        while i > lo
            && (matches!(self.tag(i - 1), Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::Det)
                || self.is(i - 1, &["/"])
                || (self.is_possessive(i - 1) && !self.is_genitive(i - 1)))
            && !(self.dated(i - 1))
            && !self.is_pronoun(i - 1)
        {
            i -= 1;
            if self.tag(i) == Tag::Det || self.is_possessive(i) {
                break;
            }
        }
        i
    }

    /// The content of a noun cue whose own phrase ends before `at`.
    fn noun_content(
        &self,
        cue: &Found,
        at: usize,
        copula: Option<usize>,
        announces: bool,
        hi: usize,
    ) -> Option<(Frames, Range<usize>)> {
        let frames = cue.entry.cue.frames;
        let found = |frame: Frames, from: usize, reach: Reach| {
            let end = self.content_end(from, hi, None, reach);
            (end > from).then_some((frame, from..end))
        };
        if let Some(after) = copula {
            if self.low(after) == "that" {
                return found(Frames::THAT, after + 1, Reach::Clause);
            }
            if self.infinitive_at(after) && frames.has(Frames::INFINITIVE) {
                return found(Frames::INFINITIVE, after, Reach::Phrase);
            }
            return None;
        }
        // "Their answer came late: the teams can enter"
        let colon = (at..hi.min(at + 12)).filter(|_| announces).find(|i| self.low(*i) == ":").filter(|c| {
            self.verbs_in(&(at..*c)).iter().all(|v| self.among(v.head, Is::ComesAs))
                && !(at..*c).any(|i| self.is(i, &["that", "to", ";"]))
        });
        if let Some(colon) = colon.filter(|c| frames.has(Frames::THAT.or(Frames::INFINITIVE)) && *c + 3 < hi) {
            let said = self.is_quote_mark(colon + 1) || self.has_verb(colon + 1..hi);
            return if said { found(Frames::QUOTE, colon + 1, Reach::Clause) } else { None };
        }
        if self.low(at) == "that" && frames.has(Frames::THAT) {
            // "the demand that was made" is a relative clause.
            if self.verb_from(at + 1).is_some() {
                return None;
            }
            return found(Frames::THAT, at + 1, Reach::NounClause)
                .filter(|(_, r)| self.has_finite(r) || !self.verbs_in(r).is_empty());
        }
        if self.infinitive_at(at) && frames.has(Frames::INFINITIVE) {
            return found(Frames::INFINITIVE, at, Reach::Phrase).map(|(f, r)| (f, r.start..self.before_main_verb(&r)));
        }
        // "insistence on", "anger over": what such nouns govern.
        let about = match cue.entry.cue.act_in(Frames::NOUN) {
            Some(Act::Demand | Act::Agree) => self.low(at) == "on",
            Some(Act::Criticise | Act::Warn) => self.is(at, &["over", "about", "at"]) && !self.dated(at + 1),
            _ => false,
        };
        let joins = about || self.among(at, Is::NounPreposition);
        if joins && (about || frames.has(Frames::NOUN.or(Frames::TO_NOUN))) && !self.is(at + 1, &["which", "whom"]) {
            let from = at + 1;
            // "demands for NATO to withdraw"
            let end = self.noun_phrase_right(from, hi, true);
            if self.infinitive_at(end) && self.low(at) == "for" {
                return found(Frames::TO_NOUN, from, Reach::Phrase);
            }
            if end > from {
                return Some((Frames::NOUN, from..end));
            }
            if self.is_ing(from) {
                return found(Frames::GERUND, from, Reach::Phrase);
            }
        }
        None
    }

    /// "refusal to lift the sanctions [angered Belgrade]": the infinitive ends before the clause's own verb.
    fn before_main_verb(&self, tokens: &Range<usize>) -> usize {
        let main = self.verbs_in(tokens).iter().find(|v| {
            let opened = (tokens.start..v.start).any(|i| self.among(i, Is::SubclauseOrComma));
            v.finite
                && !opened
                && v.start > tokens.start + 2
                && (!v.bare_participle || self.tag(v.head + 1) == Tag::Det)
        });
        main.map_or(tokens.end, |v| v.start)
    }

    /// The "with" of a meeting, past when and how it is held.
    fn skip_to_with(&self, from: usize, hi: usize) -> Option<usize> {
        let at = self.skip_adjuncts(from, hi, false);
        if self.low(at) == "with" {
            return Some(at);
        }
        // "a conversation lasting forty minutes with"
        let lasting = self.low(at) == "lasting";
        let by = (lasting || self.among(at, Is::MeansPreposition)).then_some(at + 1)?;
        (by..hi.min(by + 6)).take_while(|i| self.verb_at(*i).is_none()).find(|i| self.low(*i) == "with")
    }

    /// Who makes the demand: its possessor, "by" or "from" whom, or the subject of a verb that lends it one.
    fn noun_source(
        &self,
        cue: &Found,
        start: usize,
        lo: usize,
        hi: usize,
        agent: Option<Range<usize>>,
    ) -> Option<(Range<usize>, usize)> {
        let words = cue.words.start;
        let owned = start > lo && self.is_genitive(start - 1) && start >= lo + 2;
        if let Some(agent) = agent.filter(|_| !owned) {
            return Some((agent, words));
        }
        if owned {
            let end = start - 1;
            return Some((self.possessor(end - 1, lo)..end, words));
        }
        // "renewed demands", "released its proposals", "gave the Russians verbal promises"
        let mut verb = start.checked_sub(1).filter(|p| *p >= lo).and_then(|p| self.verb_at(p).filter(|v| v.head == p));
        if verb.is_none() && start > lo + 1 && self.in_phrase(start - 1) {
            // "gave the junta an ultimatum": its recipient stands between.
            let recipient = self.noun_phrase_left(start - 1, lo);
            let given = |v: &&super::sight::Verb| self.is_light(v.head) && self.light_end(v.head) == recipient;
            verb = recipient
                .checked_sub(1)
                .filter(|p| *p >= lo && self.is_party(&(recipient..start)))
                .and_then(|p| self.verb_at(p).filter(given));
        }
        if verb.is_none() && start > lo {
            let whole = self.noun_phrase_left(cue.head, lo);
            verb = whole
                .checked_sub(1)
                .filter(|p| *p >= lo)
                .and_then(|p| self.verb_at(p))
                .filter(|v| self.is_light(v.head));
        }
        if let Some(verb) = verb.filter(|v| self.is_light(v.head) && !v.passive)
            && let Some(subject) = self.subject(verb, lo, hi, 0)
        {
            return Some((subject.tokens, verb.head));
        }
        if self.is_possessive(start) && !self.is_genitive(start) {
            return Some((start..start + 1, words));
        }
        // "Russian proposals that": the adjective is all there is.
        let demonym = (start..words).find(|i| {
            self.page.word(*i).chars().next().is_some_and(char::is_uppercase)
                && (self.tag(*i) == Tag::Adj || self.named(*i).is_some())
        })?;
        Some((demonym..demonym + 1, words))
    }

    /// The possessor's phrase, without the verb's object before it.
    fn possessor(&self, last: usize, lo: usize) -> usize {
        let start = self.noun_phrase_left(last, lo);
        // "the answer of the US to Iran’s demands", "responded in writing to the Russians’ demands"
        let goes_to = (start..last).rev().find(|i| self.among(*i, Is::OwnerPreposition));
        goes_to.map_or(start, |i| i + 1)
    }

    fn is_light(&self, head: usize) -> bool {
        self.cues(head).iter().any(|e| e.cue.light && e.words.iter().enumerate().all(|(k, w)| self.low(head + k) == w))
    }

    /// Where the words of a verb that lends its subject end.
    fn light_end(&self, head: usize) -> usize {
        let fits = |e: &&crate::lexicon::cue::Entry| {
            e.cue.light && e.words.iter().enumerate().all(|(k, w)| self.low(head + k) == w)
        };
        head + self.cues(head).iter().find(fits).map_or(1, |e| e.words.len())
    }

    /// "after a five-hour meeting with Viktor Orban", "talks with the new minister".
    fn meeting(&self, s: usize, cue: &Found, lo: usize, hi: usize) -> Option<Attribution> {
        // "a summit by video with", "a conversation on Monday with"
        let with = self.skip_to_with(cue.words.end, hi)?;
        let end = self.noun_phrase_right(with + 1, hi, false);
        let party = with + 1..end;
        if !self.is_party(&party)
            || self.is_outlet(&party)
            || party.clone().any(|i| self.is(i, &["reporters", "journalists", "media"]))
        {
            return None;
        }
        let start = self.own_phrase(cue.head, lo);
        let mut before = start.checked_sub(1).filter(|p| *p >= lo)?;
        // "held three days of talks with"
        if self.low(before) == "of" && before > lo + 1 {
            let length = self.noun_phrase_left(before - 1, lo);
            before = length.checked_sub(1).filter(|p| *p >= lo && self.among(*p, Is::HoldsTalks)).unwrap_or(before);
        }
        if let Some(holds) = self.verb_at(before).filter(|v| v.head == before && self.among(before, Is::HoldsTalks)) {
            let source = self.subject(holds, lo, hi, 0).map(|x| x.tokens).filter(|r| self.is_party(r))?;
            let stop = self.content_end(cue.words.end, hi, Some(holds), Reach::Infinitive).max(end);
            return Some(Attribution {
                cue: Some(self.cue_words(holds, &(before..cue.words.end))),
                content: vec![self.span(&(cue.words.end..stop))?],
                frame: Frames::MEETING,
                act: cue.entry.cue.act_in(Frames::MEETING),
                object: Some(party),
                verb: Some(holds.clone()),
                rule: format!("‘{}’ held with another party", cue.entry.lemma),
                ..Attribution::by(s, Source::Phrase(source)).with_cue(cue)
            });
        }
        if !self.among(before, Is::MeetingPreposition) {
            return None;
        }
        // Whoever the sentence is about.
        let main = self.verbs_in(&(lo..before)).iter().rev().find(|v| v.finite);
        let agent = main.filter(|v| v.passive).and_then(|v| {
            (v.head + 1..before)
                .find(|i| self.low(*i) == "by")
                .map(|by| by + 1..self.noun_phrase_right(by + 1, hi, true))
                .filter(|r| self.is_party(r))
        });
        let source = agent
            .or_else(|| {
                main.and_then(|v| self.subject(v, lo, hi, 0).or_else(|| self.subject_after(v, hi))).map(|x| x.tokens)
            })
            .or_else(|| {
                let comma = (end..hi).find(|i| self.low(*i) == ",")?;
                let verb = self.verbs_in(&(comma..hi)).iter().find(|v| v.finite)?;
                self.subject(verb, comma + 1, hi, 0).map(|x| x.tokens)
            })
            // "The envoy during his meeting with …": a caption.
            .or_else(|| {
                let last = before.checked_sub(1).filter(|l| *l >= lo && main.is_none() && self.nounish(*l))?;
                Some(self.noun_phrase_left(last, lo)..before)
            })?;
        if !self.is_party(&source) {
            return None;
        }
        let stop = self.content_end(with, hi, None, Reach::Phrase);
        Some(Attribution {
            content: vec![self.span(&(with..stop.max(end)))?],
            frame: Frames::MEETING,
            act: cue.entry.cue.act_in(Frames::MEETING),
            object: Some(party),
            rule: format!("noun ‘{}’ with another party", cue.entry.lemma),
            ..Attribution::by(s, Source::Phrase(source)).with_cue(cue)
        })
    }
}

/// Where a verb only lends its subject to a noun ("repeated its demand that"), the noun's reading stands alone.
pub fn prefer_nouns(found: &mut Vec<Attribution>) {
    let lent: Vec<(usize, usize)> = found
        .iter()
        .filter(|a| a.verb.is_none())
        .filter_map(|a| a.cue.as_ref().filter(|c| a.head.is_some_and(|h| c.start < h)).map(|c| (c.start, c.end)))
        .collect();
    found.retain(|a| a.verb.as_ref().is_none_or(|v| !lent.iter().any(|(start, _)| v.head == *start)));
}

/// Whether a lexicon noun ends here; for other rules that ask for one.
pub fn is_cue_noun(word: &str) -> bool {
    Cues::shared().starting(word).iter().any(|e| e.cue.part == Part::Noun && e.words.len() == 1)
}
