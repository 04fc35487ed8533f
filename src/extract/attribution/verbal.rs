//! Attributions from verbs, adjectives, adverbs and "according to".

use super::{
    Attribution, Found, Source,
    sight::{Sight, Verb},
    subject::Subject,
};
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::{
        act::Act,
        cue::{Form, Frames},
    },
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// "asked in London whether …"
    fn asks_after(&self, end: usize, hi: usize, verb: &Verb) -> bool {
        self.low(end) == "by"
            || self.right(Frames::QUESTION, Some(verb), self.skip_adjuncts(end, hi, true), hi).is_some()
    }

    /// The attribution of a verb cue.
    pub fn verbal(&self, s: usize, cue: &Found) -> Option<Attribution> {
        let range = self.sentence(s);
        let (lo, hi) = (range.start, self.limit(cue.head, range.end));
        let verb = self.verb_at(cue.head)?.clone();
        if verb.head != cue.head {
            return None;
        }
        let frames = cue.entry.cue.frames;
        // "Asked whether …, he replied": a question that nobody in the sentence asks.
        // "The minister, asked whether …, replied"
        let aside = cue.head > lo + 1 && self.low(cue.head - 1) == ",";
        let beside = aside.then(|| self.noun_phrase_left(cue.head - 2, lo)..cue.head - 1);
        let beside = beside.filter(|r| self.is_party(r) && self.asks_after(cue.words.end, hi, &verb));
        let first = cue.head == self.past_when(self.first_word(lo));
        if cue.entry.lemma == "ask" && (first || beside.is_some()) && verb.bare_participle {
            // "Asked by the Herald whether …", "asked in London whether …"
            let end = cue.words.end;
            let by = end + 1..self.noun_phrase_right(end + 1, hi, false).max(end + 1);
            let by = Some(by).filter(|by| self.low(end) == "by" && !by.is_empty());
            let from = self.skip_adjuncts(by.as_ref().map_or(end, |by| by.end), hi, beside.is_some());
            let right = self.right(Frames::QUESTION, Some(&verb), from, hi)?;
            let (span, _) = self.unquoted(&right.tokens)?;
            // Whoever answers was asked.
            let answers = || {
                let verbs = self.verbs_in(&(right.tokens.end..hi)).iter();
                let subject = verbs.filter(|v| v.finite).take(1).find_map(|v| self.subject(v, right.tokens.end, hi, 0));
                subject.map(|x| x.tokens)
            };
            let asked = beside.or_else(answers);
            return Some(Attribution {
                content: vec![span],
                frame: Frames::QUESTION,
                act: Some(crate::lexicon::act::Act::Ask),
                object: asked,
                verb: Some(verb),
                rule: "‘asked’ of whoever answers".into(),
                ..Attribution::by(s, by.map_or(Source::Nobody, Source::Phrase)).with_cue(cue)
            });
        }
        if verb.ing && !self.adds_clause(verb.start, lo) {
            return None;
        }
        if matches!(cue.entry.form, Form::Participle) && !verb.passive && verb.start == verb.head {
            return None;
        }
        if verb.passive && !frames.has(Frames::MEETING) {
            return self.passive(s, cue, &verb, lo, hi);
        }
        if verb.passive && cue.entry.cue.person {
            let met = self.met_by(s, cue, &verb, lo, hi);
            // "The proposal was welcomed by the Union"
            return met.or_else(|| if frames.has(Frames::NOUN) { self.passive(s, cue, &verb, lo, hi) } else { None });
        }
        // "the internationally recognised government", "the agreed norm": a participle that qualifies.
        let mut left = verb.start;
        while left > lo && self.tag(left - 1) == Tag::Adv {
            left -= 1;
        }
        if verb.bare_participle
            && verb.start == verb.head
            && left > lo
            && (matches!(self.tag(left - 1), Tag::Det | Tag::Adj) || self.is_possessive(left - 1))
            && !self.among(left - 1, Is::AloneOrDeterminer)
            && matches!(self.tag(verb.head + 1), Tag::Noun | Tag::Adj)
        {
            return None;
        }
        // "began filling the dam, dubbed the Renaissance Dam": a name for the thing before the comma.
        if verb.bare_participle
            && ["dub", "nickname", "style"].contains(&cue.entry.lemma.as_str())
            && verb.start > lo + 1
            && self.low(verb.start - 1) == ","
            && self.nounish(verb.start - 2)
        {
            return None;
        }
        let lo_own = self.floor(cue.head, lo);
        let before = self.subject(&verb, lo_own, hi, 0);
        let after = cue.words.end;
        let mut right = self.right(frames, Some(&verb), after, hi);
        // "invited his colleague to Ankara on 14 June"
        if right.is_none() && cue.entry.lemma == "invite" {
            right = self.invited(after, &verb, hi);
        }
        // "welcomed the offer": no meeting where nobody is met.
        if right.as_ref().is_some_and(|r| r.frame == Frames::MEETING)
            && frames.without(Frames::MEETING) != Frames::NONE
            && !self.meets(cue, before.as_ref(), after, hi)
        {
            right = self.right(frames.without(Frames::MEETING), Some(&verb), after, hi);
        }
        let clause = before.as_ref().filter(|b| !b.shared).map_or(verb.start, |b| b.tokens.start);
        // "…, said the president", "“…,” he said": the content stands before.
        let last = self.speaks_last(&verb, frames, lo_own, hi);
        // "…,” estimates Ott, a lawyer who pleaded there": in what qualifies a name nothing is said of what stands before.
        let qualifies = verb.start > lo && self.low(verb.start - 1) == "who";
        let invertible =
            (frames.has(Frames::QUOTE) || last) && verb.finite && !qualifies && !self.opens_quotation(&verb, lo);
        // "The chief, David Barnea, estimates that …, reports Channel 12"
        let last_words = |b: &Subject| {
            let closes =
                |x: &Subject| self.is_outlet(&x.tokens) && self.skip_adjuncts(x.tokens.end, hi, true) + 1 >= hi;
            // "X, head of the agency, had told Al Jazeera": whoever is told does not speak.
            b.tokens.end < verb.start
                && !frames.has(Frames::OBJECT)
                && self.subject_after(&verb, hi).as_ref().is_some_and(closes)
        };
        // "The wife of one of the injured, told our reporter that …": whoever is told does not speak.
        let told = right.as_ref().is_some_and(|r| r.frame.has(Frames::THAT.or(Frames::BARE)) && r.object.is_some());
        let inverted = if invertible
            && !told
            && (last || before.as_ref().is_none_or(|b| b.shared || last_words(b)))
            && self.can_invert(&verb, lo_own)
        {
            // "A accuses B of C, threatens duties": what follows speaks only if it can.
            let shared = before.as_ref().is_some_and(|b| b.shared) && !self.is_quote_mark(verb.start.saturating_sub(2));
            let speaks = |x: &Subject| {
                !shared
                    || self.is_speaker(&x.tokens)
                    || self.is_outlet(&x.tokens)
                    || x.tokens.clone().any(|i| self.is(i, &["source", "sources"]))
            };
            self.subject_after(&verb, hi).filter(speaks)
        } else {
            None
        };
        let before_is_none = before.is_none();
        let subject = inverted.or(before);
        // "Said the minister that the talks go on": another language's order of words.
        if before_is_none
            && verb.start == self.first_word(lo_own)
            && let Some(x) = subject.as_ref().filter(|x| x.inverted && self.is(x.tokens.end, &["that", ":"]))
            && let Some(r) = self.right(frames.without(Frames::OBJECT), Some(&verb), x.tokens.end, hi)
            && r.frame.has(Frames::THAT.or(Frames::QUOTE))
        {
            let (span, spoken) = self.unquoted(&r.tokens)?;
            let clause = verb.start;
            return self.finish(s, cue, verb, subject, vec![span], r.frame, r.object, spoken, clause, lo);
        }
        let edge = match &subject {
            Some(x) if x.inverted || x.shared => verb.start,
            Some(x) => x.tokens.start,
            None => verb.start,
        };
        let mut pieces: Vec<Span> = Vec::new();
        let mut spoken = false;
        let mut frame = right.as_ref().map_or(Frames::QUOTE, |r| r.frame);
        if invertible {
            let closes_quote = edge > lo
                && (self.is_quote_mark(edge - 1)
                    || (self.low(edge - 1) == "," && edge >= 2 && self.is_quote_mark(edge - 2)));
            let strong = right.as_ref().is_some_and(|r| {
                !(closes_quote && (r.frame == Frames::BARE || r.frame == Frames::NOUN)
                    || subject.as_ref().is_some_and(|x| x.inverted)
                    || self.among(r.tokens.start, Is::TimeOrAsOpener)
                        && edge > lo
                        && self.low(edge - 1) == ","
                        && self.has_verb(lo..edge)
                    || (r.frame == Frames::QUOTE && edge > lo && self.quote_before(edge, lo)))
            });
            if !strong {
                let interrupted = self.interrupted(
                    edge,
                    lo_own,
                    if subject.as_ref().is_some_and(|x| x.inverted) {
                        subject.as_ref().map_or(after, |x| x.tokens.end)
                    } else {
                        after
                    },
                    hi,
                    frames,
                );
                let subject_after = subject.as_ref().is_some_and(|x| x.inverted);
                if let Some(pieces) = interrupted {
                    return self.finish(
                        s,
                        cue,
                        verb,
                        subject,
                        pieces,
                        Frames::QUOTE,
                        if subject_after { None } else { self.spoken_to(frames, after, hi) },
                        false,
                        clause,
                        lo,
                    );
                }
                // "The mayor said the lock is old, the farmers know it too": the first clause has its own speaker.
                let retold = || {
                    let own = |v: &&Verb| v.finite && !v.bare_participle;
                    let whom = self.spoken_to(frames, after, hi).map_or(after, |o| o.end);
                    let rest = self.skip_adjuncts(whom, hi, true);
                    rest + 1 < hi
                        && self.tag(rest) != Tag::Punct
                        && self.verbs_in(&(lo_own..edge)).iter().find(own).is_some_and(|v| self.reports_bare(v))
                };
                let open = right.is_none() && !subject_after && (self.takes_object(frames, after, hi) || retold());
                if let Some((left, said)) = self.left(s, edge, &verb).filter(|(_, said)| *said || !open) {
                    let follows = right
                        .as_ref()
                        .filter(|r| r.frame == Frames::QUOTE && !subject.as_ref().is_some_and(|x| x.inverted))
                        .map(|r| r.tokens.clone());
                    let object = right
                        .as_ref()
                        .and_then(|r| r.object.clone())
                        .or_else(|| self.spoken_to(frames, after, hi))
                        .filter(|_| !subject_after);
                    pieces.extend(left);
                    spoken = said;
                    let resumed = match (&follows, &subject) {
                        (None, Some(x)) if x.inverted => self.resumed(&verb, x.tokens.end, hi),
                        (None, _) => self.resumed(&verb, after, hi),
                        _ => None,
                    };
                    pieces.extend(follows.or(resumed).and_then(|t| self.unquoted(&t)).map(|x| x.0));
                    frame = Frames::QUOTE;
                    return self.finish(s, cue, verb, subject, pieces, frame, object, spoken, clause, lo);
                }
                if subject.as_ref().is_some_and(|x| x.inverted) {
                    return None;
                }
            }
        }
        let mut object = right.as_ref().and_then(|r| r.object.clone());
        // "blamed the attack on Kurti"
        if let Some(r) = right.as_mut().filter(|r| r.frame == Frames::NOUN && cue.entry.lemma == "blame")
            && let Some(on) = r.tokens.clone().find(|i| self.low(*i) == "on")
            && self.is_party(&(on + 1..r.tokens.end))
        {
            object = Some(on + 1..r.tokens.end);
            r.tokens.end = on;
        }
        // "called the president of Mexico", "called the envoy to the ministry": by telephone, or in.
        let party = |x: &Subject| self.is_party(&x.tokens);
        let calls = cue.entry.lemma == "call" && subject.as_ref().is_some_and(party);
        if let Some(r) = right.as_ref().filter(|r| r.frame == Frames::NOUN && calls) {
            let who = r.tokens.start..self.noun_phrase_right(r.tokens.start, hi, false);
            let ministry = (who.end + 1..who.end + 4).any(|i| self.is(i, &["ministry", "ministries"]));
            let called = self.is(who.end, &["to", "into"]) && ministry && who.clone().any(|i| self.among(i, Is::Role));
            let phoned = who == r.tokens
                && !self.low(who.start).ends_with("self")
                && who.clone().next_back().is_some_and(|i| self.names_person(i));
            if called || phoned {
                let content = vec![self.span(&r.tokens)?];
                let met = self.finish(s, cue, verb, subject, content, Frames::MEETING, Some(who), false, clause, lo);
                return met.map(|a| Attribution { act: Some(Act::Consult), ..a });
            }
        }
        if let Some(r) = &right {
            let (span, said) = self.unquoted(&r.tokens)?;
            pieces.push(span);
            spoken = said;
        } else if frames.has(Frames::QUOTE) && self.low(hi.saturating_sub(1)) == ":" && hi == range.end {
            // "He continued:" – the quotation follows as its own paragraph; see `speech`.
            return self.finish(
                s,
                cue,
                verb,
                subject,
                Vec::new(),
                Frames::QUOTE,
                self.spoken_to(frames, after, hi),
                true,
                clause,
                lo,
            );
        }
        if frame == Frames::MEETING && !self.meets(cue, subject.as_ref(), after, hi) {
            return None;
        }
        if pieces.is_empty()
            && let Some((fronted, content)) = self
                .fronted_object(frames, edge, lo_own, after, hi)
                .or_else(|| self.related_object(frames, cue, edge, lo_own, after, hi))
        {
            return self.finish(s, cue, verb, subject, vec![content], fronted, object, spoken, clause, lo);
        }
        self.finish(s, cue, verb, subject, pieces, frame, object, spoken, clause, lo)
    }

    /// "The claim that A blackmails B, the minister rejected.", "To return the ban, the ministry refuses.": what another
    /// language's order of words puts first, a comma after it and nothing behind the verb.
    fn fronted_object(
        &self,
        frames: Frames,
        edge: usize,
        lo: usize,
        after: usize,
        hi: usize,
    ) -> Option<(Frames, Span)> {
        let comma = edge.checked_sub(1).filter(|c| *c > lo + 1 && self.low(*c) == ",")?;
        let first = self.first_word(lo);
        let ends = self.skip_adjuncts(after, hi, true);
        if ends + 1 < hi || first + 1 >= comma || self.verbs_in(&(ends.min(hi)..hi)).iter().any(|v| v.finite) {
            return None;
        }
        let frame = if self.low(first) == "that" && self.has_verb(first..comma) {
            Frames::THAT
        } else if self.infinitive_at(first) {
            Frames::INFINITIVE
        } else if self.tag(first) == Tag::Det || self.is_possessive(first) {
            Frames::NOUN
        } else {
            return None;
        };
        let from = first + usize::from(frame == Frames::THAT);
        let whole = frame != Frames::NOUN || {
            let end = self.noun_phrase_right(first, comma, true);
            end == comma || self.among(end, Is::FrontedObjectGoesOn)
        };
        (frames.has(frame) && whole).then(|| self.span(&(from..comma)).map(|span| (frame, span))).flatten()
    }

    /// "a letter from Kyiv, which it rejects categorically": what a relative clause judges.
    fn related_object(
        &self,
        frames: Frames,
        cue: &Found,
        edge: usize,
        lo: usize,
        after: usize,
        hi: usize,
    ) -> Option<(Frames, Span)> {
        let which = edge.checked_sub(1).filter(|w| *w > lo + 1 && self.is(*w, &["which", "that"]))?;
        let parted = self.low(which) == "which" && self.low(which - 1) == ",";
        // "a claim that the minister denied on Monday"
        let about = |i: usize| super::nominal::is_cue_noun(self.low(i)) || self.among(i, Is::OfferedOrOwned);
        if !parted && !about(which - 1) {
            return None;
        }
        let judges = !matches!(cue.entry.cue.act_in(Frames::NOUN), None | Some(Act::State | Act::Ask | Act::Consult));
        let past = self.skip_adjuncts(after, hi, true);
        let closes = past >= hi || self.tag(past) == Tag::Punct || self.verb_at(past).is_some_and(|v| v.start == past);
        let noun = which.checked_sub(1 + usize::from(parted));
        let noun = noun.filter(|e| *e >= lo && self.nounish(*e) && !self.is_personal(*e))?;
        let mut start = self.noun_phrase_left(noun, lo);
        // "a letter from Kyiv, which": the letter.
        while start > lo + 1 && self.tag(start - 1) == Tag::Adp && self.nounish(start - 2) {
            start = self.noun_phrase_left(start - 2, lo);
        }
        (frames.has(Frames::NOUN.or(Frames::TO_NOUN)) && judges && closes && !self.is_party(&(start..noun + 1)))
            .then(|| self.span(&(start..noun + 1)).map(|span| (Frames::NOUN, span)))
            .flatten()
    }

    /// Whether a participle at `i` can have a clause's subject: ", saying", "despite saying", not "ruled out recognising".
    fn adds_clause(&self, i: usize, lo: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|p| *p >= lo) else { return true };
        let skips = self.tag(before) == Tag::Adv || self.is(before, &["not", "never"]);
        let before = if skips && before > lo { before - 1 } else { before };
        // "went as far as describing"
        let far = self.low(before) == "as" && before > lo && self.low(before - 1) == "far";
        far || self.among(before, Is::BeforeAddedClause)
            || self.is_dash(before)
            || self.is_quote_mark(before)
            || self.nounish(before)
    }

    /// "The rules must change, recommended on Saturday the ministry.": after a clause and a comma, a verb and nothing but who
    /// speaks.
    fn speaks_last(&self, verb: &Verb, frames: Frames, lo: usize, hi: usize) -> bool {
        let Some(comma) = verb.start.checked_sub(1).filter(|c| *c > lo && self.low(*c) == ",") else { return false };
        let own = |v: &Verb| v.finite && !v.bare_participle && !self.is_relative(v.start.saturating_sub(1));
        verb.finite
            && frames.has(Frames::QUOTE.or(Frames::THAT).or(Frames::BARE))
            && self.verbs_in(&(lo..comma)).iter().any(own)
            && self.subject_after(verb, hi).is_some_and(|x| {
                let person = |i: usize| self.names_person(i);
                // "…, demanded the lawyer Jeffry Pondaag in Jakarta, warning that"
                let past = if x.tokens.clone().any(person) { self.skip_adjuncts(x.tokens.end, hi, true) } else { 0 };
                let end = if past + 1 >= hi || self.is_ing(past + 1) { past.max(x.tokens.end) } else { x.tokens.end };
                // "…, told its spokesman Rustam Nazar to AFP, and called on"
                let to = self.noun_phrase_right(end + 1, hi, false);
                let medium = self.low(end) == "to" && self.is_outlet(&(end + 1..to));
                let end = if medium { to } else { end };
                let closes = end >= hi || end + 1 == hi && self.is(end, &[".", "”", "!"]) || medium;
                // "…, claims the navy, which accuses"
                let goes_on = |i: usize| self.is(i, &["who", "which"]) || self.is_ing(i);
                let closes = closes || self.low(end) == "," && goes_on(end + 1);
                closes && self.is_speaker(&x.tokens) && !self.is_mindless(&x.tokens)
            })
    }

    /// A party, or forces and bodies without a name: "the Turkish navy".
    fn is_speaker(&self, r: &Range<usize>) -> bool {
        self.is_somebody(r) || r.clone().any(|i| self.among(i, Is::Forces) || self.among(i, Is::Collective))
    }

    /// "…, and nobody confirmed it", "it is worth noting that", "let's recall that": no party does it.
    fn nobody_does(&self, verb: &Verb) -> bool {
        let Some(before) = verb.start.checked_sub(1) else { return false };
        let two = |first: &str| before > 0 && self.low(before - 1) == first;
        self.among(before, Is::NobodySpeaks)
            || self.low(before) == "worth"
            || two("no") && self.low(before) == "one"
            || two("let") && self.is(before, &["'s", "us"])
    }

    /// "expressed itself", "the paper quotes him": nothing is said.
    fn of_oneself(&self, cue: &Found, content: &[Span]) -> bool {
        let hints = cue.entry.cue.act_in(Frames::NOUN).is_none_or(|act| act == Act::State);
        hints
            && content.iter().all(|c| {
                let words = self.tokens_of(*c);
                let own = ["itself", "himself", "herself", "themselves", "him", "her", "them", "us"];
                words.len() == 1 && self.is(words.start, &own)
            })
    }

    /// A party, or people by their office or trade: "jurists in Athens", "a deputy of the governor".
    pub(super) fn is_somebody(&self, r: &Range<usize>) -> bool {
        let head = (r.start + 1..r.end).find(|i| self.tag(*i) == Tag::Adp).unwrap_or(r.end).saturating_sub(1);
        let office = [Is::Hearer, Is::PersonNoun, Is::AsksOrAnswers, Is::MetParty];
        self.is_party(r) || office.iter().any(|class| self.among(head, *class)) && self.low(head) != "it"
    }

    /// "…, the government held a meeting": a verb with an object of its own has no clause before it.
    fn takes_object(&self, frames: Frames, after: usize, hi: usize) -> bool {
        let from = self.skip_adjuncts(after, hi, false);
        !frames.has(Frames::OBJECT)
            && (!self.among(from, Is::NoRecipient)
                && self.tag(from) != Tag::Pron
                && self.noun_phrase_right(from, hi, false) > from
                || self.is(from, &["it", "this"]) && !self.in_phrase(from + 1))
    }

    /// Who is spoken to where the content stands before the cue ("…, he told VG").
    pub(super) fn spoken_to(&self, frames: Frames, after: usize, hi: usize) -> Option<Range<usize>> {
        if !frames.has(Frames::OBJECT)
            || !(self.in_phrase(after) || self.among(after, Is::ObjectButYou))
            || self.dated(after)
        {
            return None;
        }
        let end = self.noun_phrase_right(after, hi, false).max(after + 1);
        (end <= hi).then_some(after..end)
    }

    /// The end of what a cue may read: its own quotation, where it stands inside one.
    pub(super) fn limit(&self, head: usize, hi: usize) -> usize {
        match self.quoted[head] {
            Some(q) => (head..hi).find(|i| self.quoted[*i] != Some(q)).unwrap_or(hi),
            None => hi,
        }
    }

    /// The start of what a cue inside a quotation may read.
    pub(super) fn floor(&self, head: usize, lo: usize) -> usize {
        // "France “regrets this decision”": its subject stands before the marks.
        let opens = self.verb_at(head).is_some_and(|v| v.finite && self.opens_quotation(v, lo));
        match self.quoted[head].filter(|_| !opens) {
            Some(q) => (lo..head).rev().find(|i| self.quoted[*i] != Some(q)).map_or(lo, |i| i + 1),
            None => lo,
        }
    }

    /// "his country “believes in diplomacy”": the verb is the first word between the marks.
    fn opens_quotation(&self, verb: &Verb, lo: usize) -> bool {
        verb.start > lo && self.quoted[verb.start].is_some() && self.is_quote_mark(verb.start - 1)
    }

    /// Whether the verb follows a comma or a quotation, as in "…, said the president".
    fn can_invert(&self, verb: &Verb, lo: usize) -> bool {
        verb.start > lo
            && (self.among(verb.start - 1, Is::InversionMark)
                || self.is_quote_mark(verb.start - 1)
                || self.is_dash(verb.start - 1))
            || verb.start == lo
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn finish(
        &self,
        s: usize,
        cue: &Found,
        verb: Verb,
        subject: Option<Subject>,
        content: Vec<Span>,
        frame: Frames,
        object: Option<Range<usize>>,
        spoken: bool,
        clause: usize,
        lo: usize,
    ) -> Option<Attribution> {
        self.finished(s, cue, verb, subject, content, frame, object, spoken, clause, lo, true)
    }

    /// What tells that nothing is said, as a rule: a candidate may break it.
    fn ruled_out(&self, cue: &Found, source: &Source, content: &[Span], frame: Frames, spoken: bool) -> bool {
        // "The negotiations started “…”", "95.9 percent rejected it": what has no mind says nothing.
        if matches!(source, Source::Phrase(r) if self.is_mindless(r)) {
            return true;
        }
        // "sees the dam as a threat", not "saw the ship"
        if frame == Frames::NOUN
            && Is::ViewVerb.has(cue.entry.lemma.as_str())
            && !content.iter().any(|c| self.tokens_of(*c).any(|i| self.low(i) == "as"))
        {
            return true;
        }
        if cue.entry.cue.of_words && frame == Frames::NOUN && !self.names_words(content) {
            return true;
        }
        // "its construction began", after a clause: only words in marks begin so.
        if frame == Frames::QUOTE && cue.entry.cue.frames == Frames::QUOTE && !content.is_empty() && !spoken {
            return true;
        }
        // "will regret it": nothing is said; "denies it" answers.
        let empty = |c: &Span| {
            let tokens = self.tokens_of(*c);
            tokens.len() == 1 && self.low(tokens.start) == "it"
        };
        let warns = || cue.entry.lemma == "regret" && self.verb_at(cue.head).is_some_and(|v| v.modal.is_some());
        // "said no to it"
        let judges = || cue.entry.lemma.contains(' ') && matches!(cue.entry.cue.act, Some(Act::Reject | Act::Agree));
        let answers = Is::AnsweringVerb.has(cue.entry.lemma.as_str()) && !warns() || judges();
        if frame == Frames::NOUN && content.iter().all(empty) && !answers {
            return true;
        }
        false
    }

    /// The attribution that these parts make, if they make one; if not `strict`, [`Self::ruled_out`] is not asked.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn finished(
        &self,
        s: usize,
        cue: &Found,
        verb: Verb,
        subject: Option<Subject>,
        content: Vec<Span>,
        frame: Frames,
        object: Option<Range<usize>>,
        spoken: bool,
        clause: usize,
        lo: usize,
        strict: bool,
    ) -> Option<Attribution> {
        let open_end = content.is_empty() && spoken;
        if content.is_empty() && !open_end || self.supposed(clause, lo) {
            return None;
        }
        // "to say", "saying" need a subject from elsewhere; a base form without one is an order or a noun.
        let source = match subject {
            Some(x) => Source::Phrase(x.tokens),
            None if spoken && verb.finite => Source::Continued,
            None => return None,
        };
        if self.narrates(cue, &source, &content, frame)
            || self.nobody_does(&verb)
            || frame == Frames::NOUN && !verb.negated && self.of_oneself(cue, &content)
            || strict && self.ruled_out(cue, &source, &content, frame, spoken)
        {
            return None;
        }
        // "Nobody believes in it", "The treaty obliges the parties": no party speaks.
        if let Source::Phrase(r) = &source
            && (self.among(r.start, Is::NobodySpeaks)
                || self.low(r.start) == "no" && self.low(r.start + 1) == "one"
                || frame != Frames::QUOTE
                    && self.noun_phrase_right(r.start, r.end, false) > r.start
                    && (r.clone().take(3))
                        .any(|i| self.among(i, Is::LawText) && self.named(i).is_none() && !self.is_genitive(i + 1))
                    && Is::LawVerb.has(cue.entry.lemma.as_str()))
        {
            return None;
        }
        // "the Dniester republic, as Tiraspol calls it": a name for the thing.
        if self.among(cue.head, Is::NamingForm)
            && frame == Frames::NOUN
            && let Source::Phrase(r) = &source
            && r.start > 0
            && self.low(r.start - 1) == "as"
        {
            return None;
        }
        // "the only one who wants incidents", "those who deny it": nobody is named.
        if let Source::Phrase(r) = &source
            && frame != Frames::QUOTE
            && self.among(r.end - 1, Is::AnyOneBeforeWho)
            && self.is(r.end, &["who", "that"])
        {
            return None;
        }
        // "Prague should understand this": what another must do is not done.
        if !spoken
            && frame.has(Frames::NOUN.or(Frames::BARE).or(Frames::INFINITIVE).or(Frames::THAT))
            && verb.modal.is_some_and(|m| self.is(m, &["should", "must"]))
        {
            return None;
        }
        // "refused to be named": how a source is hidden, not what it says.
        let hides = !spoken
            && self.among(cue.head, Is::HidesSourceVerb)
            && (content.iter().any(|c| c.len() < 60 && self.tokens_of(*c).any(|i| self.among(i, Is::HidingWord)))
                || content.first().is_some_and(|c| self.among(self.tokens_of(*c).start, Is::HidingWord))
                || object.as_ref().is_some_and(|o| self.among(o.start, Is::HidingWord)));
        if hides
            || self.among(cue.head, Is::DiscloseVerb)
                && verb.infinitive
                && content.iter().any(|c| self.tokens_of(*c).any(|i| self.among(i, Is::HidingWord)))
        {
            return None;
        }
        // "seems to want": the second verb tells what.
        if frame == Frames::INFINITIVE
            && self.among(cue.head, Is::SeemVerb)
            && content.iter().any(|c| self.verb_at(self.tokens_of(*c).start).is_some_and(|v| self.is_cue_verb(v)))
        {
            return None;
        }
        // "declined to say whether": silence too.
        if frame == Frames::INFINITIVE
            && ["decline", "refuse"].contains(&cue.entry.lemma.as_str())
            && content
                .iter()
                .any(|c| self.verb_at(self.tokens_of(*c).start).is_some_and(|v| self.among(v.head, Is::KeptBackVerb)))
        {
            return None;
        }
        // "did not say anything about why": silence.
        let silent = verb.negated && cue.entry.cue.act_in(frame).is_none() && self.among(cue.words.end, Is::UntoldWord);
        if silent {
            return None;
        }
        // "I think", "you know": the reader or writer, no party.
        if let Source::Phrase(r) = &source
            && r.len() == 1
            && self.among(r.start, Is::ReaderOrWriter)
            && !spoken
            && self.among(cue.head, Is::MindVerbInPassing)
        {
            return None;
        }
        // "A bill is due to be put to the vote": no position of anybody.
        if frame == Frames::INFINITIVE
            && ["be due", "be set"].contains(&cue.entry.lemma.as_str())
            && matches!(&source, Source::Phrase(r) if !self.is_party(r))
        {
            return None;
        }
        // "does not call us": no name is given; "addressed the rebels": no words.
        let lone = |c: &Span| {
            let tokens = self.tokens_of(*c);
            tokens.len() == 1 && self.among(tokens.start, Is::ObjectButYou)
        };
        if frame == Frames::NOUN
            && (cue.entry.lemma == "call" && content.iter().all(lone)
                || cue.entry.lemma == "address" && content.iter().all(|c| self.is_party(&self.tokens_of(*c))))
        {
            return None;
        }
        // "The cabinet approved the budget": a vote; "Protesters blocked the road": no words are rejected.
        let voted = ["approve", "ratify"].contains(&cue.entry.lemma.as_str())
            && !verb.negated
            && matches!(&source, Source::Phrase(r) if r.clone().any(|i| self.among(i, Is::VotingHouse)));
        let barred = Is::FendOff.has(cue.entry.lemma.as_str()) && !self.names_words(&content);
        if frame == Frames::NOUN && (voted || barred) {
            return None;
        }
        // "found “workable solutions”", "see ‘everything’": words in marks, not words said.
        // "needed a year to discover that"
        if verb.infinitive && frame == Frames::THAT && Is::PerceiveVerb.has(cue.entry.lemma.as_str()) {
            return None;
        }
        if frame == Frames::QUOTE
            && Is::PerceiveVerb.has(cue.entry.lemma.as_str())
            && content.iter().all(|c| !self.has_finite(&self.tokens_of(*c)))
        {
            return None;
        }
        // "We will remind, on Friday …": the article speaks of itself.
        if let Source::Phrase(r) = &source
            && r.len() == 1
            && self.low(r.start) == "we"
            && self.quoted[r.start].is_none()
            && ["remind", "recall"].contains(&cue.entry.lemma.as_str())
            && (verb.modal.is_some() || self.low(cue.words.end) == ",")
        {
            return None;
        }
        // "expressed support": no content; "did not comment on": silence.
        let bare_noun = |c: &Span| {
            let tokens = self.tokens_of(*c);
            tokens.len() == 1 && super::nominal::is_cue_noun(self.low(tokens.end.saturating_sub(1)))
        };
        if frame == Frames::NOUN
            && (["express", "voice"].contains(&cue.entry.lemma.as_str()) && content.iter().all(bare_noun)
                || cue.entry.lemma.starts_with("comment") && verb.negated)
        {
            return None;
        }
        // "in order to advance the plan"
        if verb.infinitive && verb.start > 1 && self.low(verb.start - 1) == "order" {
            return None;
        }
        // "Commenting on the decision, she said": a topic without content.
        let act = cue.entry.cue.act_in(frame);
        // "rejected the charges, qualifying them as “absurd”": a judgement.
        let judged = self.among(cue.head, Is::Naming)
            && content.iter().any(|c| self.tokens_of(*c).skip(1).any(|i| self.low(i) == "as"));
        if verb.ing && frame == Frames::NOUN && !judged && act.is_none_or(|a| a == Act::State) {
            return None;
        }
        // "is to meet the premier on Friday": what is arranged.
        let arranged = || verb.start > 0 && self.verb_at(verb.start - 1).is_some_and(|v| v.copula && v.finite);
        if verb.infinitive && !frame_names_content(frame) && !arranged() {
            return None;
        }
        let words = self.cue_words(&verb, &cue.words);
        let words = match self.seeming(&verb) {
            Some(start) => start..words.end,
            None => words,
        };
        Some(Attribution {
            cue: Some(words),
            content,
            frame,
            act: cue.entry.cue.act_in(frame),
            object,
            weak: cue.entry.cue.weak.has(frame),
            verb: Some(verb),
            spoken,
            rule: format!("verb ‘{}’ with {}", cue.entry.lemma, frame.words()),
            ..Attribution::by(s, source).with_cue(cue)
        })
    }

    /// Whether a content is about something said or offered.
    pub(super) fn names_words(&self, content: &[Span]) -> bool {
        content.iter().any(|c| {
            self.tokens_of(*c).any(|i| self.among(i, Is::OfferedOrOwned) || super::nominal::is_cue_noun(self.low(i)))
        })
    }

    /// "seems to want": the cue starts at the verb of seeming.
    fn seeming(&self, verb: &Verb) -> Option<usize> {
        let before = verb.start.checked_sub(1)?;
        (verb.infinitive && self.among(before, Is::SeemVerb)).then_some(before)
    }
}

/// Frames whose content is plain enough for a cue without a clause of its own ("to demand that").
fn frame_names_content(frame: Frames) -> bool {
    frame.has(
        Frames::THAT
            .or(Frames::INFINITIVE)
            .or(Frames::ACCUSED)
            .or(Frames::NOUN)
            .or(Frames::TO_NOUN)
            .or(Frames::BARE)
            .or(Frames::QUOTE)
            .or(Frames::GERUND),
    )
}
