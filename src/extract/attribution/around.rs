//! Attributions from passives, adjectives ("is ready to"), adverbs and "according to".

use super::{
    Attribution, Found, Source,
    finish::Parts,
    sight::{Sight, Verb},
};
use crate::{
    lexicon::{act::Act, class::WordClass as Is, cue::Frames},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// Passives: "was told that", "is said to", "was rejected by".
    pub(super) fn passive(&self, s: usize, cue: &Found, verb: &Verb, lo: usize, hi: usize) -> Option<Attribution> {
        let frames = cue.entry.cue.frames;
        let after = cue.words.end;
        let subject = self.subject(verb, self.floor(cue.head, lo), hi, 0);
        let clause = subject.as_ref().filter(|b| !b.shared).map_or(verb.start, |b| b.tokens.start);
        if self.supposed(clause, lo) {
            return None;
        }
        // "by the United States"
        let mut at = self.skip_adjuncts(after, hi, false);
        let mut agent = None;
        // "is accused at home too, by the opposition, of …"
        let mut parted = self.low(at) == "," && self.low(at + 1) == "by";
        if parted {
            at += 1;
        }
        // "was denied, for its part, by the ministry"
        let part = self.low(at) == "," && self.is(at + 3, &["part", "turn", "side"]) && self.low(at + 4) == ",";
        if part && self.low(at + 5) == "by" {
            (parted, at) = (true, at + 5);
        }
        // "was slammed in Baghdad as “interference” by the bloc"
        let mut complement = None;
        let judges = self.among(cue.head, Is::Naming)
            || matches!(cue.entry.cue.act, Some(Act::Criticise | Act::Praise | Act::Accuse | Act::Reject));
        if self.low(at) != "by" && judges && frames.has(Frames::NOUN) {
            let open = |i: &usize| self.is(*i, &[",", ";", ":"]) || self.verb_at(*i).is_some();
            let stop = (at..hi.min(at + 14)).find(open).unwrap_or(hi.min(at + 14));
            let by = (at..stop).rev().find(|i| self.low(*i) == "by" && self.quoted[*i].is_none());
            let from = (at..by.unwrap_or(at)).find(|i| self.low(*i) == "as" || self.is_quote_mark(*i));
            if let (Some(by), Some(from)) = (by, from) {
                complement = Some(from + usize::from(self.low(from) == "as")..by);
                at = by;
            }
        }
        if self.low(at) == "by" && !self.is_ing(at + 1) {
            let mut end = self.noun_phrase_right(at + 1, hi, true);
            // "by the Union and by Romania"
            if end > at + 1 && self.low(end) == "and" && self.low(end + 1) == "by" {
                end = self.noun_phrase_right(end + 2, hi, true).max(end);
            }
            if end > at + 1 {
                agent = Some(at + 1..self.with_apposition(at + 1, end, hi));
                at = if parted && self.low(end) == "," { end + 1 } else { end };
            }
        }
        let open = frames
            .or(if frames.has(Frames::OBJECT) { Frames::THAT } else { Frames::NONE })
            .or(if frames.has(Frames::QUOTE) { Frames::INFINITIVE } else { Frames::NONE });
        let right = self.right(
            open.without(Frames::NOUN.or(Frames::TO_NOUN).or(Frames::OBJECT).or(Frames::ACCUSED).or(Frames::MEETING)),
            Some(verb),
            at,
            hi,
        );
        let expletive = subject.as_ref().is_some_and(|x| self.low(x.tokens.start) == "it" && x.tokens.len() == 1);
        let told = frames.has(Frames::OBJECT.or(Frames::ACCUSED));
        let mut content = Vec::new();
        let mut object = None;
        let mut spoken = false;
        let mut frame = right.as_ref().map_or(Frames::NOUN, |r| r.frame);
        if told && !expletive {
            object = subject.as_ref().map(|x| x.tokens.clone());
            match &right {
                Some(r) => {
                    let (span, said) = self.unquoted(&r.tokens)?;
                    content.push(span);
                    spoken = said;
                }
                None if frames.has(Frames::ACCUSED)
                    && (self.is(at, &["of", "with"]) || agent.is_some() && self.low(at) == "for") =>
                {
                    let end = self.content_end(at + 1, hi, Some(verb), super::content::Reach::Phrase);
                    content.push(self.span(&(at + 1..end))?);
                    frame = Frames::ACCUSED;
                }
                // "The freeze was confirmed by the premier": nobody is told, something is.
                None => {
                    // "The transfer to Germany was confirmed": what comes first is no party.
                    let first = |r: &Range<usize>| {
                        let end = (r.start + 1..r.end).find(|i| self.tag(*i) == Tag::Adp || self.low(*i) == "to");
                        r.start..end.unwrap_or(r.end)
                    };
                    let thing = subject.as_ref().filter(|x| !self.is_party(&first(&x.tokens)))?;
                    if agent.is_none() || !frames.has(Frames::NOUN) {
                        return None;
                    }
                    (object, frame) = (None, Frames::NOUN);
                    content.extend(self.span(&thing.tokens));
                    content.extend(complement.as_ref().and_then(|c| self.unquoted(c)).map(|c| c.0));
                }
            }
        } else {
            // Subject and complement are two pieces.
            if let Some(x) = subject.as_ref().filter(|_| !expletive) {
                content.extend(self.span(&x.tokens));
            }
            if let Some((said, _)) = complement.as_ref().and_then(|c| self.unquoted(c)) {
                content.push(said);
            }
            match &right {
                Some(r) if r.frame != Frames::BARE || expletive => {
                    let (span, said) = self.unquoted(&r.tokens)?;
                    content.push(span);
                    spoken = said;
                }
                _ if agent.is_none() => return None,
                _ => {}
            }
        }
        // "is said to have …", but "is expected to …"
        let hearsay = frames.has(Frames::QUOTE);
        let barred = frame == Frames::NOUN && Is::FendOff.has(cue.entry.lemma.as_str()) && !self.names_words(&content);
        if barred {
            return None;
        }
        let weak = cue.entry.cue.weak.has(frame) || agent.is_none() && frame == Frames::INFINITIVE && !hearsay && !told;
        // "a boat thought to be Korean", "is said to be the best bread": what a thing is taken for.
        // "The treaty is said to give Togo a strip": what a text holds.
        let text = subject.as_ref().is_some_and(|x| x.tokens.clone().any(|i| self.among(i, Is::TreatyText)));
        let being = |r: &super::following::Right| !text || self.verb_at(r.tokens.start).is_none_or(|v| v.copula);
        let taken = agent.is_none()
            && right.as_ref().is_none_or(being)
            && frame == Frames::INFINITIVE
            && hearsay
            && !told
            && subject.as_ref().is_none_or(|x| !self.is_party(&x.tokens));
        // "It is expected that they meet": narration, as "are expected to meet".
        if taken || agent.is_none() && cue.entry.lemma == "expect" {
            return None;
        }
        // "is said to have rebutted": the second verb is the act; "it should be noted that": the article's own voice;
        // "is expected to arrive": narration.
        let reported = right
            .as_ref()
            .filter(|r| r.frame == Frames::INFINITIVE)
            .is_some_and(|r| self.verb_at(r.tokens.start).is_some_and(|v| self.is_cue_verb(v)));
        let unsaid = agent.is_none()
            && (hearsay && !told && reported
                || expletive && (verb.infinitive || verb.modal.is_some_and(|m| self.among(m, Is::ImpersonalModal)))
                || weak && frame == Frames::INFINITIVE && !expletive);
        if unsaid {
            return None;
        }
        let agent = agent.or_else(|| self.fronted_agent(lo, clause).filter(|_| expletive || subject.is_none()));
        // "could be asked to leave": nobody asks yet.
        if agent.is_none() && !hearsay && verb.modal.is_some_and(|m| self.among(m, Is::PossibleModal)) {
            return None;
        }
        // "has not been recognised by any country"
        if agent.as_ref().is_some_and(|a| self.is(a.start, &["any", "no", "nobody", "none"])) {
            return None;
        }
        // "cannot be closed by force": no thing speaks.
        let thing = |a: &Range<usize>| !(self.is_party(a) || self.is_outlet(a) || self.names_people(a));
        let deed = !hearsay && !told && frame == Frames::NOUN && cue.entry.cue.act_in(frame) == Some(Act::State);
        if deed && agent.as_ref().is_some_and(thing) {
            return None;
        }
        let source = match agent {
            Some(a) => Source::Phrase(a),
            None => Source::Nobody,
        };
        (!content.is_empty()).then(|| Attribution {
            cue: Some(self.cue_words(verb, &cue.words)),
            content,
            frame,
            act: cue.entry.cue.act_in(frame),
            object,
            verb: Some(verb.clone()),
            weak,
            spoken,
            rule: format!("passive of ‘{}’", cue.entry.lemma),
            ..Attribution::by(s, source).with_cue(cue)
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
        let known = self.is_party(&(from..end)) || (from..end).any(|i| self.is(i, &["source", "sources"]));
        (end > from && end <= clause && known).then_some(from..end)
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
        let stop = self.content_end(from, hi, Some(verb), super::content::Reach::Infinitive);
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
            let end = self.content_end(cue.words.end, range.end, None, super::content::Reach::Clause);
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
        // "X, who according to the broadcast wants three years": the clause is somebody’s.
        if cue.words.start > lo && self.low(cue.words.start - 1) == "who" {
            return None;
        }
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
        let told = told.filter(|(whose, after)| *whose > from + 1 && whose + 2 >= *after);
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
            if speaks {
                return Some(self.relay(s, cue, from..end));
            }
        }
        // "According to AFP, which cites two officials, the ship …"
        let related = leads && self.low(end) == "," && self.is(end + 1, &["which", "who"]);
        let past = (end + 1..hi).find(|i| self.low(*i) == ",").filter(|_| related).unwrap_or(end);
        let pieces = self.beside(&(lo..hi), &(cue.words.start..past));
        let spoken = pieces.iter().all(|p| p.1);
        let content: Vec<Span> = pieces.into_iter().map(|p| p.0).collect();
        let medium = from..end;
        let relied = self.relied_on_by(end + 1, past).filter(|_| related && self.is_outlet(&medium));
        // "a note seen by Reuters": the note speaks, the agency passes it on.
        let seen = (from + 1..end)
            .find(|i| self.among(*i, Is::SeenForm) && self.low(*i + 1) == "by")
            .filter(|i| self.is_outlet(&(*i + 2..end)));
        let (source, via) = match (relied, seen) {
            _ if passed.is_some() => passed.map_or((0..0, None), |(by, whose)| match by {
                Some(by) => (by, Some(whose)),
                None => (whose, None),
            }),
            (Some(source), _) => (source, Some(medium)),
            (None, Some(i)) => (from..i, Some(i + 2..end)),
            (None, None) => (medium, None),
        };
        (!content.is_empty()).then(|| Attribution {
            content,
            spoken,
            via,
            rule: format!("phrase ‘{}’", cue.entry.lemma),
            ..Attribution::by(s, Source::Phrase(source)).with_cue(cue)
        })
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
