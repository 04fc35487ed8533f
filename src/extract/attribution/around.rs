//! Attributions from passives, adjectives ("is ready to"), adverbs and "according to".

use super::{
    Attribution, Found, Source,
    content::Reach,
    finish::Parts,
    following::Right,
    sight::{Sight, Verb},
    subject::Subject,
    verbal::Words,
};
use crate::{
    lexicon::{act::Act, class::WordClass as Is, cue::Frames},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// Passives: "was told that", "is said to", "was rejected by".
    pub(super) fn passive(&self, s: usize, cue: &Found, verb: &Verb, lo: usize, hi: usize) -> Option<Attribution> {
        let subject = self.subject(verb, self.floor(cue.head, lo), hi, 0);
        let clause = subject.as_ref().filter(|b| !b.shared).map_or(verb.start, |b| b.tokens.start);
        if self.supposed(clause, lo) {
            return None;
        }
        let passive = Passive::of(self, cue, verb, subject, hi);
        let words = passive.words()?;
        let weak = passive.is_weak(words.frame);
        if passive.is_narrated(&words, weak) {
            return None;
        }
        let (free, agent) = (passive.is_expletive() || passive.subject.is_none(), passive.agent.clone());
        let agent = agent.or_else(|| self.fronted_agent(lo, clause).filter(|_| free));
        if passive.is_done_by_nobody(&words, agent.as_ref()) {
            return None;
        }
        (!words.pieces.is_empty()).then(|| Attribution {
            cue: Some(self.cue_words(verb, &cue.words)),
            content: words.pieces,
            frame: words.frame,
            act: cue.entry.cue.act_in(words.frame),
            object: words.object,
            verb: Some(verb.clone()),
            weak,
            spoken: words.spoken,
            rule: format!("passive of ‘{}’", cue.entry.lemma),
            ..Attribution::by(s, agent.map_or(Source::Nobody, Source::Phrase)).with_cue(cue)
        })
    }

    /// "From the side of Turkey it was announced that …": who says it stands before.
    fn fronted_agent(&self, lo: usize, clause: usize) -> Option<Range<usize>> {
        let first = self.first_word(lo);
        if !self.is(first, &["from", "by", "on", "in"]) {
            return None;
        }
        // "In a statement of the ministry it was said that"
        let text = self.low(first) == "in" && (first + 1..first + 4).any(|i| self.among(i, Is::ClaimingText));
        let text = (first + 2..first + 5).find(|i| text && self.is(*i, &["of", "by", "from"]));
        let side = text.map(|t| t - 1).or_else(|| {
            (first + 1..first + 4).find(|i| self.is(*i, &["side", "part", "behalf"]) && self.low(i + 1) == "of")
        });
        let from = match side {
            Some(side) => side + 2,
            None if self.is(first, &["on", "in"]) => return None,
            None => first + 1,
        };
        let end = self.noun_phrase_right(from, clause, true);
        (end > from && end <= clause && self.is_party(&(from..end))).then_some(from..end)
    }

    /// "The envoy was received by the minister in Kabul": who receives is the source, who is received the other party.
    pub(super) fn met_by(&self, s: usize, cue: &Found, verb: &Verb, lo: usize, hi: usize) -> Option<Attribution> {
        let guest = self.subject(verb, self.floor(cue.head, lo), hi, 0)?.tokens;
        if self.supposed(guest.start, lo) || !self.is_party(&guest) || self.is_outlet(&guest) {
            return None;
        }
        let at = self.skip_adjuncts(cue.words.end, hi, false);
        let by = (at..hi.min(at + 8)).find(|i| self.low(*i) == "by").filter(|by| self.verbs_in(&(at..*by)).is_empty());
        let host = by.map(|by| by + 1..self.noun_phrase_right(by + 1, hi, false)).filter(|h| !h.is_empty());
        let host = host.filter(|h| self.is_party(h) && !self.is_outlet(h));
        // "was called in for talks": who calls is not told.
        let summoned = self.is(cue.head, &["summoned", "called"]);
        let (source, from) = match host {
            Some(host) => (Source::Phrase(host.clone()), host.end),
            None if summoned && by.is_none() => (Source::Nobody, cue.words.end),
            None => return None,
        };
        let stop = self.content_end(from, hi, Some(verb), Reach::Infinitive);
        let mut content = vec![self.span(&guest)?];
        content.extend((stop > from).then(|| self.span(&(from..stop))).flatten().map(|rest| self.trimmed(rest)));
        Some(Attribution {
            cue: Some(self.cue_words(verb, &cue.words)),
            content,
            frame: Frames::MEETING,
            act: cue.entry.cue.act_in(Frames::MEETING),
            object: Some(guest),
            verb: Some(verb.clone()),
            rule: format!("passive of ‘{}’", cue.entry.lemma),
            ..Attribution::by(s, source).with_cue(cue)
        })
    }

    /// "is ready to", "are confident that".
    pub fn adjectival(&self, s: usize, cue: &Found) -> Option<Attribution> {
        let range = self.sentence(s);
        let (lo, hi) = (range.start, self.limit(cue.head, range.end));
        let verb = (cue.head.saturating_sub(4)..=cue.head)
            .rev()
            .find_map(|i| self.verb_at(i).filter(|v| v.copula || v.head == cue.head))?
            .clone();
        let subject = self.subject(&verb, self.floor(cue.head, lo), hi, 0)?;
        let clause = if subject.shared { verb.start } else { subject.tokens.start };
        let (content, frame, spoken) = match self.right(cue.entry.cue.frames, Some(&verb), cue.words.end, hi) {
            Some(right) => {
                let (span, spoken) = self.unquoted(&right.tokens)?;
                (vec![span], right.frame, spoken)
            }
            // "…, Orban is convinced."
            None if cue.entry.cue.frames.has(Frames::BARE) => {
                let (pieces, spoken) = self.left(s, clause, &verb)?;
                (pieces, Frames::BARE, spoken)
            }
            None => return None,
        };
        if self.low(subject.tokens.start) == "it" && frame == Frames::THAT {
            return None;
        }
        let words = verb.start..cue.words.end;
        let subject = Some(subject);
        let parts = Parts { s, cue, verb, subject, content, frame, object: None, spoken, clause, lo };
        let mut found = self.finish(parts)?;
        found.cue = Some(words);
        found.rule = format!("adjective ‘{}’ after ‘be’ with {}", cue.entry.lemma, frame.words());
        Some(found)
    }

    /// "reportedly": the sentence without the adverb.
    pub fn adverbial(&self, s: usize, cue: &Found) -> Option<Attribution> {
        let range = self.sentence(s);
        let content = if cue.head > range.start {
            let mut from = range.start;
            if let Some(c) = (range.start..cue.head).rev().find(|i| self.is(*i, &[",", "that", ";"])) {
                from = c + 1;
            }
            let end = self.content_end(cue.words.end, range.end, None, Reach::Clause);
            [self.span(&(from..cue.head)), self.span(&(cue.words.end..end))].into_iter().flatten().collect::<Vec<_>>()
        } else {
            Vec::new()
        };
        (!content.is_empty()).then(|| Attribution {
            content,
            weak: true,
            rule: format!("adverb ‘{}’", cue.entry.lemma),
            ..Attribution::by(s, Source::Nobody).with_cue(cue)
        })
    }

    /// "According to Reuters, …", "…, according to Moscow".
    pub fn phrasal(&self, s: usize, cue: &Found) -> Option<Attribution> {
        let range = self.sentence(s);
        let (lo, hi) = (range.start, self.limit(cue.head, range.end));
        let from = cue.words.end;
        // "procedures according to the law": how a thing is done.
        if (from..from + 3).any(|i| self.among(i, Is::Norm)) && cue.words.start > lo {
            return None;
        }
        // "They travel according to the Vienna Document", with no comma: in what way.
        let way = cue.words.start > lo && !self.among(cue.words.start - 1, Is::ClauseJoint);
        if way && (from..self.noun_phrase_right(from, hi, false)).any(|i| self.among(i, Is::TreatyText)) {
            return None;
        }
        // "…: according to them the ban concerns one firm": what stands after a colon is its own clause.
        let parted = cue.words.start > lo && self.is(cue.words.start - 1, &[":", ";"]) && !self.is_quoted(from);
        let lo = if parted { cue.words.start } else { lo };
        let first = self.first_word(lo);
        // "a demand that the mission, according to the paper, did not answer": only that clause is told by the paper.
        let own = self.own_clause(cue.words.start, lo);
        let lo = own.unwrap_or(lo);
        let leads = cue.words.start <= first + 1;
        let comma = |from: usize| (from..hi).find(|i| self.low(*i) == ",");
        let pronoun = self.among(from, Is::ObjectButYouOrMe) && !self.in_phrase(from);
        let mut end = if pronoun { from + 1 } else { self.noun_phrase_right(from, hi, true) };
        if end == from {
            return None;
        }
        end = self.with_apposition(from, end, hi);
        // "according to what the agency quoted from a diplomat"
        let told = self.verbs_in(&(from + 1..hi)).first().filter(|v| v.finite && self.low(from) == "what");
        let told = told.map(|v| (self.noun_phrase_right(from + 1, v.start, true), v.head + 1));
        let told = told.filter(|(whose, after)| whose + 2 >= *after);
        let passed = told.map(|(whose, after)| {
            let by = after + 1..self.noun_phrase_right(after + 1, hi, true).max(after + 1);
            let by = Some(by).filter(|by| self.is(after, &["from", "by"]) && !by.is_empty());
            end = by.as_ref().map_or(after, |by| by.end);
            (by, from + 1..whose)
        });
        if leads && !pronoun {
            // "reports shared internally within NATO, Russia now has …": participles before the comma belong to it.
            let participles = |c: &usize| self.verbs_in(&(end..*c)).iter().all(|v| v.bare_participle || !v.finite);
            // "those present, the minister left"
            let those = self.low(from) == "those";
            end = comma(end).filter(|c| those && *c < end + 4 || participles(c)).unwrap_or(end);
        } else if !leads {
            let last = cue.words.start;
            let to = if self.is(last - 1, &[","]) || self.is_dash(last - 1) { last - 1 } else { last };
            // "Lavrov said, according to AFP, that": the agency only passes it on.
            let speaks = to > first && self.verb_at(to - 1).is_some_and(|v| self.is_cue_verb(v) && v.head + 1 == to);
            // "It was confirmed by the army, according to Interfax"
            let done = || self.is_outlet(&(from..end)) && self.done_by(s, first, to);
            if speaks || own.is_none() && done() {
                return Some(self.relay(s, cue, from..end));
            }
        }
        // "According to AFP, which cites two officials, the ship …"
        let related = leads && self.low(end) == "," && self.is(end + 1, &["which", "who"]);
        let past = (end + 1..hi).find(|i| self.low(*i) == ",").filter(|_| related).unwrap_or(end);
        let pieces = match own {
            Some(own) => self.around(&(own..hi), &(cue.words.start..past)),
            None => self.beside(&(lo..hi), &(cue.words.start..past)),
        };
        let spoken = pieces.iter().all(|p| p.1);
        let content: Vec<Span> = pieces.into_iter().map(|p| p.0).collect();
        let medium = from..end;
        // "a note seen by Reuters": the note speaks, the agency passes it on.
        let seen = (from + 1..end)
            .find(|i| self.among(*i, Is::SeenForm) && self.low(*i + 1) == "by")
            .filter(|i| self.is_outlet(&(*i + 2..end)));
        let relied = self.relied_on_by(end + 1, past).filter(|_| related && self.is_outlet(&medium));
        let (source, via) = match (passed, relied, seen) {
            (Some((Some(by), whose)), ..) => (by, Some(whose)),
            (Some((None, whose)), ..) => (whose, None),
            (None, Some(source), _) => (source, Some(medium)),
            (None, None, Some(i)) => (from..i, Some(i + 2..end)),
            (None, None, None) => (medium, None),
        };
        (!content.is_empty()).then(|| Attribution {
            content,
            spoken,
            via,
            rule: format!("phrase ‘{}’", cue.entry.lemma),
            ..Attribution::by(s, Source::Phrase(source)).with_cue(cue)
        })
    }

    /// Where the relative clause, or the one behind a dash, starts in which a source is named at `aside`: "the plan, which,
    /// [according to experts]", "– the army, [according to the mayor]".
    fn own_clause(&self, aside: usize, lo: usize) -> Option<usize> {
        let end = aside.checked_sub(1).filter(|e| *e > lo + 1)?;
        let last = end - usize::from(self.low(end) == ",");
        let opens = |i: usize| {
            let told = |j: usize| self.among(j, Is::PressPeople) || self.among(j, Is::Hearer);
            let that = self.low(i) == "that" && i > lo && self.tag(i - 1) == Tag::Noun && !told(i - 1);
            i > lo + 1 && (that || self.is(i, &["which", "who", "whose"]))
        };
        if opens(last) {
            return Some(last + 1);
        }
        let start = self.noun_phrase_left(last, lo);
        let before = start.checked_sub(1).filter(|b| *b > lo + 1 && last < end)?;
        if opens(start) {
            return Some(start + 1);
        }
        (opens(before) || self.is_dash(before) && self.has_finite(&(lo..before))).then_some(start)
    }

    /// What a clause says before and after an aside: "the mission ‖ did not answer", "the trade, which according to the bank ‖
    /// was small".
    fn around(&self, clause: &Range<usize>, aside: &Range<usize>) -> Vec<(Span, bool)> {
        let from = aside.end + usize::from(self.low(aside.end) == ",");
        let after = from..self.content_end(from, clause.end, None, Reach::Clause);
        let before = aside.start - usize::from(self.low(aside.start - 1) == ",");
        let mut before = clause.start..before;
        let which = clause.start.saturating_sub(1);
        if before.is_empty() && self.is(which, &["which", "that"]) && self.finite_at(from) {
            let end = which - usize::from(self.low(which - 1) == ",");
            before = self.noun_phrase_left(end - 1, self.sentence_of(which).map_or(0, |s| self.sentence(s).start))..end;
        }
        // "who according to the statement broadcast on Sunday wants": the first verb is a participle of the source.
        let verbs = self.verbs_in(&after);
        let joint = |i: usize| self.is(i, &[",", "and", "that"]) || self.is_relative(i);
        let qualifies = |v: &[Verb]| v[0].bare_participle && v[1].finite && !(v[0].head..v[1].start).any(joint);
        if !self.has_finite(&after) || verbs.get(..2).is_some_and(qualifies) {
            return Vec::new();
        }
        [before, after].iter().filter(|r| !r.is_empty()).filter_map(|r| self.unquoted(r)).collect()
    }

    /// "[It was confirmed by the army], according to Interfax": whether all that stands there is what somebody else did.
    fn done_by(&self, s: usize, first: usize, to: usize) -> bool {
        let mut finite = self.verbs_in(&(first..to)).iter().filter(|v| v.finite && !v.bare_participle);
        let Some(verb) = finite.next().filter(|v| v.passive) else { return false };
        let by = self.skip_adjuncts(verb.head + 1, to, false);
        let told = || self.cues_at(verb.head, to).find_map(|cue| self.verbal(s, &cue)).is_some();
        finite.next().is_none() && self.low(by) == "by" && self.is_party(&(by + 1..to)) && told()
    }

    /// An agency named between a cue and its content: no statement of its own; `statement` makes it a relay.
    fn relay(&self, s: usize, cue: &Found, source: Range<usize>) -> Attribution {
        Attribution {
            act: None,
            rule: "passed on by".into(),
            ..Attribution::by(s, Source::Phrase(source)).with_cue(cue)
        }
    }
}

/// A verb in the passive, with what stands around it.
struct Passive<'v, 'p, 'a> {
    sight: &'v Sight<'p, 'a>,
    cue: &'v Found<'v>,
    verb: &'v Verb,
    frames: Frames,
    hi: usize,
    subject: Option<Subject>,
    /// "by the United States".
    agent: Option<Range<usize>>,
    /// What the thing was called: "was slammed as [“interference”] by the bloc".
    complement: Option<Range<usize>>,
    /// The first word behind the agent,
    at: usize,
    /// and the content that starts there.
    right: Option<Right>,
}

impl<'v, 'p, 'a> Passive<'v, 'p, 'a> {
    fn of(sight: &'v Sight<'p, 'a>, cue: &'v Found<'v>, verb: &'v Verb, subject: Option<Subject>, hi: usize) -> Self {
        let frames = cue.entry.cue.frames;
        let at = sight.skip_adjuncts(cue.words.end, hi, false);
        let mut passive =
            Passive { sight, cue, verb, frames, hi, subject, agent: None, complement: None, at, right: None };
        passive.find_agent();
        let clause = if frames.has(Frames::OBJECT) { Frames::THAT } else { Frames::NONE };
        let deed = if frames.has(Frames::QUOTE) { Frames::INFINITIVE } else { Frames::NONE };
        let things = Frames::NOUN.or(Frames::TO_NOUN).or(Frames::OBJECT).or(Frames::ACCUSED).or(Frames::MEETING);
        let open = frames.or(clause).or(deed).without(things);
        passive.right = sight.right(open, Some(verb), passive.at, hi);
        passive
    }

    /// Finds who did it, behind "by".
    fn find_agent(&mut self) {
        let (s, hi) = (self.sight, self.hi);
        // "is accused at home too, by the opposition, of …"
        let parted = s.low(self.at) == "," && s.low(self.at + 1) == "by";
        self.at += usize::from(parted);
        self.find_complement();
        let from = self.at + 1;
        if s.low(self.at) != "by" || s.is_ing(from) {
            return;
        }
        let mut end = s.noun_phrase_right(from, hi, true);
        // "by the Union and by Romania"
        if end > from && s.low(end) == "and" && s.low(end + 1) == "by" {
            end = s.noun_phrase_right(end + 2, hi, true).max(end);
        }
        if end > from {
            self.agent = Some(from..s.with_apposition(from, end, hi));
            self.at = if parted && s.low(end) == "," { end + 1 } else { end };
        }
    }

    /// "was slammed in Baghdad as “interference” by the bloc": what stands before "by".
    fn find_complement(&mut self) {
        let (s, at) = (self.sight, self.at);
        let judges = s.among(self.cue.head, Is::Naming)
            || matches!(self.cue.entry.cue.act, Some(Act::Criticise | Act::Praise | Act::Accuse | Act::Reject));
        if s.low(at) == "by" || !judges || !self.frames.has(Frames::NOUN) {
            return;
        }
        let far = self.hi.min(at + 14);
        let open = |i: &usize| s.is(*i, &[",", ";", ":"]) || s.verb_at(*i).is_some();
        let stop = (at..far).find(open).unwrap_or(far);
        let by = (at..stop).rev().find(|i| s.low(*i) == "by" && !s.is_quoted(*i));
        let from = (at..by.unwrap_or(at)).find(|i| s.low(*i) == "as" || s.is_quote_mark(*i));
        if let (Some(by), Some(from)) = (by, from) {
            self.complement = Some(from + usize::from(s.low(from) == "as")..by);
            self.at = by;
        }
    }

    /// "it was said that".
    fn is_expletive(&self) -> bool {
        self.subject.as_ref().is_some_and(|x| self.sight.low(x.tokens.start) == "it" && x.tokens.len() == 1)
    }

    /// Whether the subject of such a passive is who is told or accused.
    fn tells(&self) -> bool {
        self.frames.has(Frames::OBJECT.or(Frames::ACCUSED))
    }

    /// Whether the verb can be spoken: "is said to have …", but "is expected to …".
    fn is_hearsay(&self) -> bool {
        self.frames.has(Frames::QUOTE)
    }

    /// What is said.
    fn words(&self) -> Option<Words> {
        if !self.tells() || self.is_expletive() {
            return self.two_pieces();
        }
        let s = self.sight;
        let object = self.subject.as_ref().map(|x| x.tokens.clone());
        if let Some(right) = &self.right {
            let (span, spoken) = s.unquoted(&right.tokens)?;
            return Some(Words { pieces: vec![span], frame: right.frame, object, spoken });
        }
        let of = s.is(self.at, &["of", "with"]) || self.agent.is_some() && s.low(self.at) == "for";
        if self.frames.has(Frames::ACCUSED) && of {
            let end = s.content_end(self.at + 1, self.hi, Some(self.verb), Reach::Phrase);
            let pieces = vec![s.span(&(self.at + 1..end))?];
            return Some(Words { pieces, frame: Frames::ACCUSED, object, spoken: false });
        }
        self.thing()
    }

    /// "The freeze was confirmed by the premier": nobody is told, something is.
    fn thing(&self) -> Option<Words> {
        let s = self.sight;
        // "The transfer to Germany was confirmed": what comes first is no party.
        let first = |r: &Range<usize>| {
            let end = (r.start + 1..r.end).find(|i| s.tag(*i) == Tag::Adp || s.low(*i) == "to");
            r.start..end.unwrap_or(r.end)
        };
        let thing = self.subject.as_ref().filter(|x| !s.is_party(&first(&x.tokens)))?;
        if self.agent.is_none() || !self.frames.has(Frames::NOUN) {
            return None;
        }
        let pieces = s.span(&thing.tokens).into_iter().chain(self.called()).collect();
        Some(Words { pieces, frame: Frames::NOUN, object: None, spoken: false })
    }

    fn called(&self) -> Option<Span> {
        Some(self.sight.unquoted(self.complement.as_ref()?)?.0)
    }

    /// "The offer was rejected as a trick by the union": subject and complement are two pieces.
    fn two_pieces(&self) -> Option<Words> {
        let (s, expletive) = (self.sight, self.is_expletive());
        let subject = self.subject.as_ref().filter(|_| !expletive);
        let mut pieces: Vec<Span> = subject.and_then(|x| s.span(&x.tokens)).into_iter().chain(self.called()).collect();
        let mut spoken = false;
        match &self.right {
            Some(right) if right.frame != Frames::BARE || expletive => {
                let (span, said) = s.unquoted(&right.tokens)?;
                pieces.push(span);
                spoken = said;
            }
            _ if self.agent.is_none() => return None,
            _ => {}
        }
        let frame = self.right.as_ref().map_or(Frames::NOUN, |r| r.frame);
        Some(Words { pieces, frame, object: None, spoken })
    }

    /// "is expected to arrive": counts only where nothing else holds it.
    fn is_weak(&self, frame: Frames) -> bool {
        let expected = self.agent.is_none() && frame == Frames::INFINITIVE && !self.is_hearsay() && !self.tells();
        self.cue.entry.cue.weak.has(frame) || expected
    }

    /// Whether the article tells it by itself.
    fn is_narrated(&self, words: &Words, weak: bool) -> bool {
        let s = self.sight;
        let lemma = self.cue.entry.lemma.as_str();
        // "The road was blocked by the union": no words are.
        if words.frame == Frames::NOUN && Is::FendOff.has(lemma) && !s.names_words(&words.pieces) {
            return true;
        }
        if self.agent.is_some() {
            return false;
        }
        // "It is expected that they meet": narration, as "are expected to meet".
        if lemma == "expect" || words.frame == Frames::INFINITIVE && self.is_taken_for() {
            return true;
        }
        let (expletive, hearsay) = (self.is_expletive(), self.is_hearsay() && !self.tells());
        // "is said to have rebutted": the second verb is the act.
        let infinitive = self.right.as_ref().filter(|r| r.frame == Frames::INFINITIVE);
        let reported = infinitive.and_then(|r| s.verb_at(r.tokens.start)).is_some_and(|v| s.is_cue_verb(v));
        // "it should be noted that": the article's own voice.
        let modal = self.verb.modal.is_some_and(|m| s.among(m, Is::ImpersonalModal));
        // "is expected to arrive": narration.
        let expected = weak && words.frame == Frames::INFINITIVE && !expletive;
        hearsay && reported || expletive && (self.verb.infinitive || modal) || expected
    }

    /// "a boat thought to be Korean", "is said to be the best bread": what a thing is taken for; but "The treaty is said to
    /// give Togo a strip": what a text holds.
    fn is_taken_for(&self) -> bool {
        let s = self.sight;
        let text = self.subject.as_ref().is_some_and(|x| x.tokens.clone().any(|i| s.among(i, Is::TreatyText)));
        let being = |r: &Right| !text || s.verb_at(r.tokens.start).is_none_or(|v| v.copula);
        self.right.as_ref().is_none_or(being)
            && self.is_hearsay()
            && !self.tells()
            && self.subject.as_ref().is_none_or(|x| !s.is_party(&x.tokens))
    }

    /// Whether nobody says it.
    fn is_done_by_nobody(&self, words: &Words, agent: Option<&Range<usize>>) -> bool {
        let s = self.sight;
        let Some(agent) = agent else {
            // "could be asked to leave": nobody asks yet.
            return !self.is_hearsay() && self.verb.modal.is_some_and(|m| s.among(m, Is::PossibleModal));
        };
        // "has not been recognised by any country"
        if s.is(agent.start, &["any", "no", "nobody", "none"]) {
            return true;
        }
        // "cannot be closed by force": no thing speaks.
        let speaks = || s.is_party(agent) || s.is_outlet(agent) || s.names_people(agent);
        let act = self.cue.entry.cue.act_in(words.frame);
        let deed = !self.is_hearsay() && !self.tells() && words.frame == Frames::NOUN && act == Some(Act::State);
        deed && !speaks()
    }
}
