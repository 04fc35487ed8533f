//! Attributions from verbs, adjectives, adverbs and "according to".

use super::{
    Attribution, Found, Source,
    finish::Parts,
    following::Right,
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
        let verb = self.verb_at(cue.head)?;
        if verb.head != cue.head {
            return None;
        }
        let frames = cue.entry.cue.frames;
        if cue.entry.lemma == "ask" && verb.bare_participle {
            let beside = self.asked_beside(cue, verb, lo, hi);
            if beside.is_some() || cue.head == self.past_when(self.first_word(lo)) {
                return self.asked(s, cue, verb, beside, hi);
            }
        }
        if verb.ing && !self.adds_clause(verb.start, lo) {
            return None;
        }
        if matches!(cue.entry.form, Form::Participle) && !verb.passive && verb.start == verb.head {
            return None;
        }
        if verb.passive && !frames.has(Frames::MEETING) {
            return self.passive(s, cue, verb, lo, hi);
        }
        if verb.passive && cue.entry.cue.person {
            let met = self.met_by(s, cue, verb, lo, hi);
            // "The proposal was welcomed by the Union"
            return met.or_else(|| if frames.has(Frames::NOUN) { self.passive(s, cue, verb, lo, hi) } else { None });
        }
        // "diplomats Reuters has spoken to say": a medium that asked.
        let to = verb.head + 1;
        let asked = || self.is(to, &["to", "with"]) && self.with_bare_relative(to, lo).is_some();
        if self.only_qualifies(verb, lo) || self.gives_name(cue, verb, lo) || asked() {
            return None;
        }
        Telling::of(self, s, cue, verb.clone(), lo, hi).attribution()
    }

    /// "The minister, asked whether …, replied": who stands before the comma.
    fn asked_beside(&self, cue: &Found, verb: &Verb, lo: usize, hi: usize) -> Option<Range<usize>> {
        let aside = cue.head > lo + 1 && self.low(cue.head - 1) == ",";
        let beside = aside.then(|| self.noun_phrase_left(cue.head - 2, lo)..cue.head - 1)?;
        (self.is_party(&beside) && self.asks_after(cue.words.end, hi, verb)).then_some(beside)
    }

    /// "Asked whether …, he replied", "Asked by the Herald whether …": a question of whoever is named by "by", or of nobody.
    fn asked(
        &self,
        s: usize,
        cue: &Found,
        verb: &Verb,
        beside: Option<Range<usize>>,
        hi: usize,
    ) -> Option<Attribution> {
        let end = cue.words.end;
        let by = end + 1..self.noun_phrase_right(end + 1, hi, false).max(end + 1);
        let by = Some(by).filter(|by| self.low(end) == "by" && !by.is_empty());
        let from = self.skip_adjuncts(by.as_ref().map_or(end, |by| by.end), hi, beside.is_some());
        let right = self.right(Frames::QUESTION, Some(verb), from, hi)?;
        let (span, _) = self.unquoted(&right.tokens)?;
        // Whoever answers was asked.
        let answers = || {
            let answer = self.verbs_in(&(right.tokens.end..hi)).iter().find(|v| v.finite)?;
            self.subject(answer, right.tokens.end, hi, 0).map(|x| x.tokens)
        };
        Some(Attribution {
            content: vec![span],
            frame: Frames::QUESTION,
            act: Some(Act::Ask),
            object: beside.or_else(answers),
            verb: Some(verb.clone()),
            rule: "‘asked’ of whoever answers".into(),
            ..Attribution::by(s, by.map_or(Source::Nobody, Source::Phrase)).with_cue(cue)
        })
    }

    /// "the internationally recognised government", "the agreed norm": a participle that qualifies.
    fn only_qualifies(&self, verb: &Verb, lo: usize) -> bool {
        if !verb.bare_participle || verb.start != verb.head {
            return false;
        }
        let mut left = verb.start;
        while left > lo && self.tag(left - 1) == Tag::Adv {
            left -= 1;
        }
        left > lo
            && (matches!(self.tag(left - 1), Tag::Det | Tag::Adj) || self.is_possessive(left - 1))
            && !self.among(left - 1, Is::AloneOrDeterminer)
            && matches!(self.tag(verb.head + 1), Tag::Noun | Tag::Adj)
    }

    /// "began filling the dam, dubbed the Renaissance Dam": a name for the thing before the comma.
    fn gives_name(&self, cue: &Found, verb: &Verb, lo: usize) -> bool {
        verb.bare_participle
            && ["dub", "nickname", "style"].contains(&cue.entry.lemma.as_str())
            && verb.start > lo + 1
            && self.low(verb.start - 1) == ","
            && self.nounish(verb.start - 2)
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
        if ends + 1 < hi || first + 1 >= comma {
            return None;
        }
        let frame = if self.infinitive_at(first) {
            Frames::INFINITIVE
        } else if self.tag(first) == Tag::Det {
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
        let closes = past >= hi || self.tag(past) == Tag::Punct || self.verb_from(past).is_some();
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
        // "“…,” the spokesman of the ministry, Ana Mora, told reporters in Lima": who is told does not speak.
        let hears = |i: usize| self.among(i, Is::Crowd) || self.among(i, Is::PressPeople);
        let told = |x: &Subject| self.is_outlet(&x.tokens) || x.tokens.clone().any(hears);
        let asked = || frames.has(Frames::OBJECT) && self.subject_after(verb, hi).as_ref().is_some_and(told);
        if asked() && self.parenthesis_before(comma, lo) {
            return false;
        }
        verb.finite
            && frames.has(Frames::QUOTE.or(Frames::THAT).or(Frames::BARE))
            && self.verbs_in(&(lo..comma)).iter().any(own)
            && self.subject_after(verb, hi).is_some_and(|x| {
                let person = |i: usize| self.names_person(i);
                // "…, demanded the lawyer Jeffry Pondaag in Jakarta, warning that"
                let past = if x.tokens.clone().any(person) { self.skip_adjuncts(x.tokens.end, hi, true) } else { 0 };
                let end = if past + 1 >= hi || self.is_ing(past + 1) { past.max(x.tokens.end) } else { x.tokens.end };
                let closes = end >= hi || end + 1 == hi && self.is(end, &[".", "”", "!"]);
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
    pub(super) fn nobody_does(&self, verb: &Verb) -> bool {
        let Some(before) = verb.start.checked_sub(1) else { return false };
        let two = |first: &str| before > 0 && self.low(before - 1) == first;
        self.among(before, Is::NobodySpeaks)
            || self.low(before) == "worth"
            || two("no") && self.low(before) == "one"
            || two("let") && self.is(before, &["'s", "us"])
    }

    /// "expressed itself", "the paper quotes him": nothing is said.
    pub(super) fn of_oneself(&self, cue: &Found, content: &[Span]) -> bool {
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
}

/// What is said, how, and to whom.
pub(super) struct Words {
    pub pieces: Vec<Span>,
    pub frame: Frames,
    pub object: Option<Range<usize>>,
    pub spoken: bool,
}

/// A verb that tells, with what stands around it.
struct Telling<'t, 'p, 'a> {
    sight: &'t Sight<'p, 'a>,
    s: usize,
    cue: &'t Found<'t>,
    verb: Verb,
    frames: Frames,
    /// Where the sentence starts, and where the cue reads no further;
    lo: usize,
    hi: usize,
    /// inside a quotation, where that starts.
    floor: usize,
    /// Where the clause of the verb starts.
    clause: usize,
    subject: Option<Subject>,
    right: Option<Right>,
    /// What is said may stand before the verb.
    invertible: bool,
}

impl<'t, 'p, 'a> Telling<'t, 'p, 'a> {
    fn of(sight: &'t Sight<'p, 'a>, s: usize, cue: &'t Found<'t>, verb: Verb, lo: usize, hi: usize) -> Self {
        let frames = cue.entry.cue.frames;
        let floor = sight.floor(cue.head, lo);
        let subject = sight.subject(&verb, floor, hi, 0);
        let clause = subject.as_ref().filter(|b| !b.shared).map_or(verb.start, |b| b.tokens.start);
        let mut telling =
            Telling { sight, s, cue, verb, frames, lo, hi, floor, clause, subject, right: None, invertible: false };
        telling.right = telling.behind();
        telling
    }

    /// Where the words of the cue end.
    fn after(&self) -> usize {
        self.cue.words.end
    }

    /// Whether the subject stands behind: "…, said the president".
    fn is_inverted(&self) -> bool {
        self.subject.as_ref().is_some_and(|x| x.inverted)
    }

    /// The first word of verb and subject: what is said may end before it.
    fn edge(&self) -> usize {
        match &self.subject {
            Some(x) if !x.inverted && !x.shared => x.tokens.start,
            _ => self.verb.start,
        }
    }

    /// What stands behind the verb.
    fn behind(&self) -> Option<Right> {
        let (s, after, frames) = (self.sight, self.after(), self.frames);
        let right = s.right(frames, Some(&self.verb), after, self.hi);
        // "invited his colleague to Ankara on 14 June"
        if right.is_none() && self.cue.entry.lemma == "invite" {
            return s.invited(after, &self.verb, self.hi);
        }
        // "welcomed the offer": no meeting where nobody is met.
        let other = frames.without(Frames::MEETING);
        let meeting = right.as_ref().is_some_and(|r| r.frame == Frames::MEETING) && other != Frames::NONE;
        if meeting && !s.meets(self.cue, self.subject.as_ref(), after, self.hi) {
            return s.right(other, Some(&self.verb), after, self.hi);
        }
        right
    }

    /// The attribution, if the verb tells one.
    fn attribution(mut self) -> Option<Attribution> {
        let s = self.sight;
        let alone = self.subject.is_none();
        self.turn();
        if alone && let Some(right) = self.behind_subject() {
            let (span, spoken) = s.unquoted(&right.tokens)?;
            return self.made(Words { pieces: vec![span], frame: right.frame, object: right.object, spoken });
        }
        if self.invertible && !self.is_told_behind() {
            if let Some(words) = self.interrupted().or_else(|| self.before()) {
                return self.made(words);
            }
            if self.is_inverted() {
                return None;
            }
        }
        if let Some(who) = self.called() {
            let pieces = vec![s.span(&self.right.as_ref()?.tokens)?];
            let met = self.made(Words { pieces, frame: Frames::MEETING, object: Some(who), spoken: false });
            return met.map(|a| Attribution { act: Some(Act::Consult), ..a });
        }
        self.told()
    }

    fn made(self, words: Words) -> Option<Attribution> {
        let Words { pieces: content, frame, object, spoken } = words;
        let Telling { sight, s, cue, verb, subject, clause, lo, .. } = self;
        sight.finish(Parts { s, cue, verb, subject, content, frame, object, spoken, clause, lo })
    }

    /// Finds the subject behind the verb: "…, said the president", "“…,” he said".
    fn turn(&mut self) {
        let (s, verb, lo) = (self.sight, &self.verb, self.lo);
        let last = s.speaks_last(verb, self.frames, self.floor, self.hi);
        // "…,” estimates Ott, a lawyer who pleaded there": in what qualifies a name nothing is said of what stands before.
        let qualifies = verb.start > lo && s.low(verb.start - 1) == "who";
        self.invertible =
            (self.frames.has(Frames::QUOTE) || last) && verb.finite && !qualifies && !s.opens_quotation(verb, lo);
        // "The wife of one of the injured, told our reporter that …": whoever is told does not speak.
        let told = |r: &Right| r.frame.has(Frames::THAT.or(Frames::BARE)) && r.object.is_some();
        let before = |b: &Subject| b.shared || self.is_reported_by_medium(b);
        if self.invertible
            && !self.right.as_ref().is_some_and(told)
            && (last || self.subject.as_ref().is_none_or(before))
            && s.can_invert(verb, self.floor)
        {
            self.subject = self.speaker_behind().or(self.subject.take());
        }
    }

    /// "The chief, David Barnea, estimates that …, reports Channel 12": the last words are who reports.
    fn is_reported_by_medium(&self, before: &Subject) -> bool {
        let (s, hi) = (self.sight, self.hi);
        let closes = |x: &Subject| s.is_outlet(&x.tokens) && s.skip_adjuncts(x.tokens.end, hi, true) + 1 >= hi;
        // "X, head of the agency, had told Al Jazeera": whoever is told does not speak.
        before.tokens.end < self.verb.start
            && !self.frames.has(Frames::OBJECT)
            && s.subject_after(&self.verb, hi).as_ref().is_some_and(closes)
    }

    /// The subject behind the verb. "A accuses B of C, threatens duties": what follows speaks only if it can.
    fn speaker_behind(&self) -> Option<Subject> {
        let s = self.sight;
        let shared =
            self.subject.as_ref().is_some_and(|b| b.shared) && !s.is_quote_mark(self.verb.start.saturating_sub(2));
        let speaks = |x: &Subject| {
            !shared
                || s.is_speaker(&x.tokens)
                || s.is_outlet(&x.tokens)
                || x.tokens.clone().any(|i| s.is(i, &["source", "sources"]))
        };
        s.subject_after(&self.verb, self.hi).filter(speaks)
    }

    /// "Said the minister that the talks go on": another language's order of words.
    fn behind_subject(&self) -> Option<Right> {
        let s = self.sight;
        if self.verb.start != s.first_word(self.floor) {
            return None;
        }
        let subject = self.subject.as_ref().filter(|x| x.inverted && s.is(x.tokens.end, &["that", ":"]))?;
        let frames = self.frames.without(Frames::OBJECT);
        let right = s.right(frames, Some(&self.verb), subject.tokens.end, self.hi)?;
        right.frame.has(Frames::THAT.or(Frames::QUOTE)).then_some(right)
    }

    /// Whether what stands behind the verb is what is said, though something stands before it, too.
    fn is_told_behind(&self) -> bool {
        let (s, edge, lo) = (self.sight, self.edge(), self.lo);
        let Some(right) = &self.right else { return false };
        let comma = edge > lo && s.low(edge - 1) == ",";
        let closes_quote = edge > lo && (s.is_quote_mark(edge - 1) || comma && edge >= 2 && s.is_quote_mark(edge - 2));
        let time = s.among(right.tokens.start, Is::TimeOrAsOpener) && comma && s.has_verb(lo..edge);
        !(closes_quote && (right.frame == Frames::BARE || right.frame == Frames::NOUN)
            || self.is_inverted()
            || time
            || right.frame == Frames::QUOTE && edge > lo && s.quote_before(edge, lo))
    }

    /// "“We wait,” he said, “until May.”": words around verb and subject.
    fn interrupted(&self) -> Option<Words> {
        let s = self.sight;
        let inverted = self.subject.as_ref().filter(|x| x.inverted).map(|x| x.tokens.end);
        let pieces = s.interrupted(self.edge(), self.floor, inverted.unwrap_or(self.after()), self.hi, self.frames)?;
        let object = if inverted.is_some() { None } else { s.spoken_to(self.frames, self.after(), self.hi) };
        Some(Words { pieces, frame: Frames::QUOTE, object, spoken: false })
    }

    /// "The talks go on, said the minister": what is said stands before, and perhaps goes on behind.
    fn before(&self) -> Option<Words> {
        let (s, after, hi) = (self.sight, self.after(), self.hi);
        let inverted = self.subject.as_ref().filter(|x| x.inverted);
        let (mut pieces, spoken) = s.left(self.s, self.edge(), &self.verb)?;
        if !spoken && inverted.is_none() && self.right.is_none() && self.is_open() {
            return None;
        }
        let follows = self.right.as_ref().filter(|r| r.frame == Frames::QUOTE && inverted.is_none());
        let follows = follows.map(|r| r.tokens.clone());
        let resumed = || s.resumed(&self.verb, inverted.map_or(after, |x| x.tokens.end), hi);
        pieces.extend(follows.or_else(resumed).and_then(|t| s.unquoted(&t)).map(|x| x.0));
        let object = self.right.as_ref().and_then(|r| r.object.clone());
        let object = object.or_else(|| s.spoken_to(self.frames, after, hi)).filter(|_| inverted.is_none());
        Some(Words { pieces, frame: Frames::QUOTE, object, spoken })
    }

    /// Whether the verb has an object of its own, or a clause follows that no rule reads: what stands before is not said by
    /// it. "The mayor said the lock is old, the farmers know it too": the first clause has its own speaker.
    fn is_open(&self) -> bool {
        let (s, after, hi) = (self.sight, self.after(), self.hi);
        let retold = || {
            let own = |v: &&Verb| v.finite && !v.bare_participle;
            let whom = s.spoken_to(self.frames, after, hi).map_or(after, |o| o.end);
            let rest = s.skip_adjuncts(whom, hi, true);
            rest + 1 < hi
                && s.tag(rest) != Tag::Punct
                && s.verbs_in(&(self.floor..self.edge())).iter().find(own).is_some_and(|v| s.reports_bare(v))
        };
        s.takes_object(self.frames, after, hi) || retold()
    }

    /// "called the president of Mexico", "called the envoy to the ministry": by telephone, or in.
    fn called(&self) -> Option<Range<usize>> {
        let s = self.sight;
        let party = |x: &Subject| s.is_party(&x.tokens);
        let calls = self.cue.entry.lemma == "call" && self.subject.as_ref().is_some_and(party);
        let tokens = &self.right.as_ref().filter(|r| r.frame == Frames::NOUN && calls)?.tokens;
        let who = tokens.start..s.noun_phrase_right(tokens.start, self.hi, false);
        let ministry = (who.end + 1..who.end + 4).any(|i| s.is(i, &["ministry", "ministries"]));
        let called = s.is(who.end, &["to", "into"]) && ministry && who.clone().any(|i| s.among(i, Is::Role));
        let phoned = who == *tokens
            && !s.low(who.start).ends_with("self")
            && who.clone().next_back().is_some_and(|i| s.names_person(i));
        (called || phoned).then_some(who)
    }

    /// What is said behind the verb, after a colon that ends the line, or in front of a clause without it.
    fn told(mut self) -> Option<Attribution> {
        let (s, after, hi) = (self.sight, self.after(), self.hi);
        let frame = self.right.as_ref().map_or(Frames::QUOTE, |r| r.frame);
        let blamed = self.blamed();
        let (right, edge) = (self.right.take(), self.edge());
        if let Some(right) = right {
            let (span, spoken) = s.unquoted(&right.tokens)?;
            if frame == Frames::MEETING && !s.meets(self.cue, self.subject.as_ref(), after, hi) {
                return None;
            }
            return self.made(Words { pieces: vec![span], frame, object: blamed.or(right.object), spoken });
        }
        // "He continued:": the quotation follows as its own paragraph; see `speech`.
        if self.frames.has(Frames::QUOTE) && s.low(hi.saturating_sub(1)) == ":" && hi == s.sentence(self.s).end {
            let object = s.spoken_to(self.frames, after, hi);
            return self.made(Words { pieces: Vec::new(), frame, object, spoken: true });
        }
        let fronted = s.fronted_object(self.frames, edge, self.floor, after, hi);
        let (frame, content) =
            fronted.or_else(|| s.related_object(self.frames, self.cue, edge, self.floor, after, hi))?;
        self.made(Words { pieces: vec![content], frame, object: None, spoken: false })
    }

    /// "blamed the attack on Kurti": who is; the rest is for what.
    fn blamed(&mut self) -> Option<Range<usize>> {
        let s = self.sight;
        let blames = self.cue.entry.lemma == "blame";
        let right = self.right.as_mut().filter(|r| blames && r.frame == Frames::NOUN)?;
        let on = right.tokens.clone().find(|i| s.low(*i) == "on")?;
        let whom = on + 1..right.tokens.end;
        if !s.is_party(&whom) {
            return None;
        }
        right.tokens.end = on;
        Some(whom)
    }
}
