//! Attributions from verbs, adjectives, adverbs and "according to".

use super::{
    Attribution, Found, Source,
    phrase::Subject,
    sight::{Sight, Verb},
};
use crate::{
    lexicon::cue::{Form, Frames},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// The attribution of a verb cue.
    pub fn verbal(&self, s: usize, cue: &Found) -> Option<Attribution> {
        let range = self.sentence(s);
        let (lo, hi) = (range.start, self.limit(cue.head, range.end));
        let verb = self.verb_at(cue.head)?.clone();
        if verb.head != cue.head {
            return None;
        }
        let frames = cue.entry.cue.frames;
        if verb.ing && !self.adds_clause(verb.start, lo) {
            return None;
        }
        if matches!(cue.entry.form, Form::Participle) && !verb.passive && verb.start == verb.head {
            return None;
        }
        if verb.passive && !frames.has(Frames::MEETING) {
            return self.passive(s, cue, &verb, lo, hi);
        }
        let lo_own = self.floor(cue.head, lo);
        let before = self.subject(&verb, lo_own, hi, 0);
        let after = cue.words.end;
        let right = self.right(frames, Some(&verb), after, hi);
        let clause = before.as_ref().filter(|b| !b.shared).map_or(verb.start, |b| b.tokens.start);
        // "…, said the president", "“…,” he said": the content stands before.
        let invertible = frames.has(Frames::QUOTE) && verb.finite;
        let inverted = if invertible && before.as_ref().is_none_or(|b| b.shared) && self.can_invert(&verb, lo_own) {
            self.subject_after(&verb, hi)
        } else {
            None
        };
        let subject = inverted.or(before);
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
                if let Some(pieces) = interrupted {
                    return self.finish(
                        s,
                        cue,
                        verb,
                        subject,
                        pieces,
                        Frames::QUOTE,
                        self.spoken_to(frames, after, hi),
                        false,
                        clause,
                        lo,
                    );
                }
                if let Some((left, said)) = self.left(s, edge, &verb) {
                    let follows = right
                        .as_ref()
                        .filter(|r| r.frame == Frames::QUOTE && !subject.as_ref().is_some_and(|x| x.inverted))
                        .map(|r| r.tokens.clone());
                    let object =
                        right.as_ref().and_then(|r| r.object.clone()).or_else(|| self.spoken_to(frames, after, hi));
                    pieces.extend(left);
                    spoken = said;
                    let resumed = match (&follows, &subject) {
                        (None, Some(x)) if x.inverted => self.resumed(x.tokens.end, hi),
                        (None, _) => self.resumed(after, hi),
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
        let object = right.as_ref().and_then(|r| r.object.clone());
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
        self.finish(s, cue, verb, subject, pieces, frame, object, spoken, clause, lo)
    }

    /// Whether a participle at `i` can have a clause's subject: ", saying", "despite saying", not "ruled out recognising".
    fn adds_clause(&self, i: usize, lo: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|p| *p >= lo) else { return true };
        let before = if self.tag(before) == Tag::Adv && before > lo { before - 1 } else { before };
        self.is(before, &[",", "and", "while", "when", "by", "despite", "after", "before", "in", "since"])
            || self.is_dash(before)
            || self.is_quote_mark(before)
            || self.nounish(before)
    }

    /// Who is spoken to where the content stands before the cue ("…, he told VG").
    fn spoken_to(&self, frames: Frames, after: usize, hi: usize) -> Option<Range<usize>> {
        if !frames.has(Frames::OBJECT)
            || !(self.in_phrase(after) || self.is(after, &["him", "them", "us", "me", "her"]))
            || self.dated.get(after) == Some(&true)
        {
            return None;
        }
        let end = self.noun_phrase_right(after, hi, false).max(after + 1);
        (end <= hi).then_some(after..end)
    }

    /// The end of what a cue may read: its own quotation, where it stands inside one.
    fn limit(&self, head: usize, hi: usize) -> usize {
        match self.quoted[head] {
            Some(q) => (head..hi).find(|i| self.quoted[*i] != Some(q)).unwrap_or(hi),
            None => hi,
        }
    }

    /// The start of what a cue inside a quotation may read.
    fn floor(&self, head: usize, lo: usize) -> usize {
        match self.quoted[head] {
            Some(q) => (lo..head).rev().find(|i| self.quoted[*i] != Some(q)).map_or(lo, |i| i + 1),
            None => lo,
        }
    }

    /// Whether the verb follows a comma or a quotation, as in "…, said the president".
    fn can_invert(&self, verb: &Verb, lo: usize) -> bool {
        verb.start > lo
            && (self.is(verb.start - 1, &[",", "?", "!", "...", "."])
                || self.is_quote_mark(verb.start - 1)
                || self.is_dash(verb.start - 1))
            || verb.start == lo
    }

    fn quote_before(&self, edge: usize, lo: usize) -> bool {
        edge > lo
            && (self.is_quote_mark(edge - 1)
                || (edge - 1 > lo && self.low(edge - 1) == "," && self.is_quote_mark(edge - 2))
                || (self.low(edge - 1) == ","))
    }

    /// `“…,” he said, “…”`: the quotation that goes on after the cue and a comma.
    fn resumed(&self, from: usize, hi: usize) -> Option<Range<usize>> {
        let i = (from..hi.min(from + 25)).find(|i| self.is_quote_mark(*i))?;
        if !self.is(i.checked_sub(1)?, &[",", ":"]) && !self.is_dash(i - 1)
            || i + 1 >= hi
            || self.quoted[i + 1].is_none()
        {
            return None;
        }
        let end = self.content_end(i, hi, None, super::content::Reach::Clause);
        (end > i).then_some(i..end)
    }

    /// "The difference now, he told me, is that …": a clause that the cue interrupts after its first words.
    fn interrupted(&self, edge: usize, lo: usize, after: usize, hi: usize, frames: Frames) -> Option<Vec<Span>> {
        let last = edge.checked_sub(1).filter(|i| *i > lo && self.low(*i) == ",")?;
        let first = self.first_word(lo);
        if first >= last || self.has_verb(first..last) || self.is_quote_mark(last - 1) {
            return None;
        }
        let object = self.spoken_to(frames, after, hi).map_or(after, |o| o.end);
        let comma = self.skip_adjuncts(object, hi, true);
        if self.low(comma) != "," || comma + 1 >= hi || self.is_quote_mark(comma + 1) {
            return None;
        }
        // What was interrupted goes on with its verb.
        let next = (comma + 1..hi).find(|i| self.tag(*i) != Tag::Adv)?;
        let goes_on = self.verb_at(next).is_some_and(|v| v.finite && v.start == next)
            || (self.clause_at(next, hi) && !matches!(self.tag(next), Tag::Cconj | Tag::Sconj));
        let end = self.content_end(comma + 1, hi, None, super::content::Reach::Clause);
        if !goes_on || end <= comma + 1 {
            return None;
        }
        Some(vec![self.span(&(first..last))?, self.span(&(comma + 1..end))?])
    }

    /// The content before a cue whose clause starts at `edge`: the quotation or clause that a comma or mark closes.
    fn left(&self, s: usize, edge: usize, verb: &Verb) -> Option<(Vec<Span>, bool)> {
        let range = self.page.sentences[s].tokens.clone();
        let lo = self.floor(verb.head, range.start);
        let mut last = edge.checked_sub(1).filter(|i| *i >= lo)?;
        if !(self.is(last, &[",", "?", "!", "..."]) || self.is_quote_mark(last) || self.is_dash(last)) {
            return None;
        }
        if (self.low(last) == "," || self.is_dash(last))
            && last > lo
            && self.is_quote_mark(last - 1)
            && !self.is_dash(last - 1)
        {
            last -= 1;
        }
        let block = &self.page.blocks[self.page.sentences[s].block];
        if self.is_quote_mark(last) && verb.head > last {
            // A quotation ends here.
            if let Some(q) = last.checked_sub(1).and_then(|i| self.quoted[i]) {
                let inside = self.tokens_of(self.quotations[q].inner);
                let open = inside.start.saturating_sub(1);
                let first = self.first_word(lo);
                let words = first..last + 1;
                if open > first && !self.has_verb(words.clone()) {
                    return None;
                }
                if open <= first || self.bounds_speech(open, first) {
                    return Some((vec![self.trimmed(self.quotations[q].inner)], true));
                }
                // `Any proposal is “illegitimate,” he said`
                return self.span(&(first..last + 1)).map(|x| (vec![x], false));
            }
        }
        let opens_block = self.is_dash(block.tokens.start);
        let mut from = self.first_word(lo);
        let to = if self.is(last, &["?", "!", "..."]) { last + 1 } else { last };
        if opens_block || self.is_quote_mark(last) {
            // Speech opened by a dash, closed by a comma: all of the paragraph before.
            from = self.unclaimed(s, block.tokens.start, from);
            let span = self.span(&(from..to))?;
            return (to > from).then(|| (vec![self.trimmed(span)], true));
        }
        if to <= from || !self.has_verb(from..to) {
            return None;
        }
        // First person without marks: the paragraph's sentences before are spoken too.
        let first_person = |r: Range<usize>| {
            r.clone().any(|i| self.is(i, &["we", "i", "our", "us", "my"]) && self.quoted[i].is_none())
        };
        if first_person(from..to) {
            let mut sentence = s;
            while sentence > block.sentences.start {
                let before = self.page.sentences[sentence - 1].tokens.clone();
                if !first_person(before.clone())
                    || before.clone().any(|i| self.is(i, &["said", "says", "told", "added", "adds", "tells"]))
                    || self.quoted[before.start].is_some()
                {
                    break;
                }
                from = self.first_word(before.start);
                sentence -= 1;
            }
            return self.span(&(from..to)).map(|x| (vec![x], true));
        }
        let q = self.span(&(from..to))?;
        Some((vec![q], false))
    }

    /// The first word of a sentence: dash, bullet and "but" skipped.
    fn first_word(&self, mut i: usize) -> usize {
        while self.is_dash(i) || self.is(i, &["but", "and", "however", ",", "•", "·", "*"]) {
            i += 1;
        }
        i
    }

    /// Where dash speech that ends in sentence `s` starts: after the last sentence of the paragraph that has a cue of its own.
    fn unclaimed(&self, s: usize, start: usize, from: usize) -> usize {
        let block = self.page.sentences[s].block;
        let first = self.page.blocks[block].sentences.start;
        let mut at = self.first_word(start);
        for before in first..s {
            let range = self.page.sentences[before].tokens.clone();
            let last = range.end.saturating_sub(1);
            let claims = self.is(last, &["."])
                && range.clone().rev().take(14).any(|i| {
                    self.is(i, &["said", "says", "added", "adds", "told", "tells"]) && self.tag(i) == Tag::Verb
                });
            if claims {
                at = self.first_word(range.end);
            }
        }
        at.min(from.max(at))
    }

    fn bounds_speech(&self, open: usize, first: usize) -> bool {
        open > first && self.is(open - 1, &[".", "!", "?", ":", "...", ";"])
    }

    fn has_verb(&self, range: Range<usize>) -> bool {
        self.verbs_in(&range).iter().any(|v| v.finite)
    }

    /// A span without marks at its ends.
    pub fn trimmed(&self, span: Span) -> Span {
        let text = span.of(self.page.text);
        let start = text.len()
            - text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '-' | ',')).len();
        let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '–' | '—')).len();
        if start >= end {
            return span;
        }
        Span::new(span.start as usize + start, span.start as usize + end)
    }

    /// The span of these tokens without outer quotation marks; whether there were any around all of it.
    pub fn unquoted(&self, tokens: &Range<usize>) -> Option<(Span, bool)> {
        if self.is_quote_mark(tokens.start)
            && let Some(q) = self.quoted.get(tokens.start + 1).copied().flatten()
        {
            let outer = self.tokens_of(self.quotations[q].outer);
            if tokens.end <= outer.end.max(tokens.start + 2) + 1 {
                return Some((self.trimmed(self.quotations[q].inner), true));
            }
        }
        let span = self.span(tokens)?;
        Some((self.trimmed(span), false))
    }

    /// Whether a meeting has its parties.
    fn meets(&self, cue: &Found, subject: Option<&Subject>, after: usize, hi: usize) -> bool {
        let Some(subject) = subject else { return false };
        let party = |r: &Range<usize>| self.is_party(r);
        if !party(&subject.tokens) {
            return false;
        }
        let joint = |r: &Range<usize>| {
            r.clone().any(|i| {
                self.is(
                    i,
                    &[
                        "and",
                        "they",
                        "both",
                        "two",
                        "ministers",
                        "leaders",
                        "presidents",
                        "sides",
                        "parties",
                        "delegations",
                        "we",
                        "officials",
                        "diplomats",
                        "counterparts",
                        "negotiators",
                        "envoys",
                    ],
                )
            })
        };
        let with = (after..hi.min(after + 12))
            .find(|i| self.low(*i) == "with")
            .filter(|i| self.verbs_in(&(after..*i)).is_empty());
        if cue.entry.cue.person {
            let end = self.noun_phrase_right(after, hi, false);
            if end > after && self.meets_person(&(after..end)) {
                return true;
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
            self.named[i].is_some_and(|m| !matches!(self.mentions[m].kind, EntityKind::Outlet))
                || self.is_personal(i) && self.low(i) != "it"
                || self.is(i, ROLES)
                || self.tag(i) == Tag::Propn
                || self.low(i) == "both"
        })
    }

    fn meets_person(&self, r: &Range<usize>) -> bool {
        use crate::extract::mention::EntityKind;
        !r.clone().any(|i| {
            self.is(
                i,
                &[
                    "reporters",
                    "journalists",
                    "media",
                    "press",
                    "demands",
                    "demand",
                    "resistance",
                    "deadline",
                    "target",
                    "requirements",
                ],
            )
        }) && r.clone().any(|i| {
            self.named[i].is_some_and(|m| {
                matches!(self.mentions[m].kind, EntityKind::Person | EntityKind::Country | EntityKind::Organisation)
            }) || self.is(i, ROLES)
                || self.is(i, &["him", "her", "them"])
                || (self.named.iter().all(Option::is_none) && self.tag(i) == Tag::Propn)
        })
    }

    /// Passives: "was told that", "is said to", "was rejected by".
    fn passive(&self, s: usize, cue: &Found, verb: &Verb, lo: usize, hi: usize) -> Option<Attribution> {
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
        if self.low(at) == "by" && !self.low(at + 1).ends_with("ing") {
            let end = self.noun_phrase_right(at + 1, hi, true);
            if end > at + 1 {
                agent = Some(at + 1..self.with_apposition(at + 1, end, hi));
                at = end;
            }
        }
        let open = frames.or(if frames.has(Frames::OBJECT) { Frames::THAT } else { Frames::NONE });
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
                None if frames.has(Frames::ACCUSED) && self.is(at, &["of", "with"]) => {
                    let end = self.content_end(at + 1, hi, Some(verb), super::content::Reach::Phrase);
                    content.push(self.span(&(at + 1..end))?);
                    frame = Frames::ACCUSED;
                }
                None => return None,
            }
        } else {
            // Subject and complement are two pieces.
            if let Some(x) = subject.as_ref().filter(|_| !expletive) {
                content.extend(self.span(&x.tokens));
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
        let weak = right.is_some() && cue.entry.cue.weak.has(frame) || agent.is_none() && frame == Frames::INFINITIVE;
        let source = match agent {
            Some(a) => Source::Phrase(a),
            None => Source::Nobody,
        };
        (!content.is_empty()).then(|| Attribution {
            sentence: s,
            source,
            cue: Some(self.cue_words(verb, &cue.words)),
            head: Some(cue.head),
            content,
            frame,
            act: cue.entry.cue.act_in(frame),
            object,
            verb: Some(verb.clone()),
            weak,
            spoken,
            lemma: cue.entry.lemma.clone(),
            rule: format!("passive of ‘{}’", cue.entry.lemma),
        })
    }

    #[allow(clippy::too_many_arguments)]
    fn finish(
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
        // "I think", "you know": the reader or writer, no party.
        if let Source::Phrase(r) = &source
            && r.len() == 1
            && self.is(r.start, &["i", "you", "we", "me", "us"])
            && !spoken
            && self.is(
                cue.head,
                &[
                    "think", "know", "want", "see", "feel", "hope", "guess", "find", "mean", "believe", "need", "hear",
                    "learn", "remember",
                ],
            )
        {
            return None;
        }
        if cue.entry.cue.of_words && frame == Frames::NOUN && !self.names_words(&content) {
            return None;
        }
        if verb.infinitive && !frame_names_content(frame) {
            return None;
        }
        let words = self.cue_words(&verb, &cue.words);
        let words = match self.seeming(&verb) {
            Some(start) => start..words.end,
            None => words,
        };
        Some(Attribution {
            sentence: s,
            source,
            cue: Some(words),
            head: Some(cue.head),
            content,
            frame,
            act: cue.entry.cue.act_in(frame),
            object,
            weak: cue.entry.cue.weak.has(frame),
            verb: Some(verb),
            spoken,
            lemma: cue.entry.lemma.clone(),
            rule: format!("verb ‘{}’ with {}", cue.entry.lemma, frame.words()),
        })
    }

    /// Whether a content is about something said or offered.
    fn names_words(&self, content: &[Span]) -> bool {
        const OFFERED: &[&str] = &[
            "deal",
            "terms",
            "conditions",
            "plan",
            "truce",
            "ceasefire",
            "responsibility",
            "apology",
            "invitation",
            "agreement",
            "text",
            "compromise",
            "result",
            "results",
            "resolution",
            "mediation",
            "ultimatum",
            "findings",
            "role",
        ];
        content
            .iter()
            .any(|c| self.tokens_of(*c).any(|i| self.is(i, OFFERED) || super::nominal::is_cue_noun(self.low(i))))
    }

    /// "seems to want": the cue starts at the verb of seeming.
    fn seeming(&self, verb: &Verb) -> Option<usize> {
        let before = verb.start.checked_sub(1)?;
        (verb.infinitive && self.is(before, &["seems", "seem", "seemed", "appears", "appear", "appeared"]))
            .then_some(before)
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
        let right = self.right(cue.entry.cue.frames, Some(&verb), cue.words.end, hi)?;
        let clause = if subject.shared { verb.start } else { subject.tokens.start };
        if self.low(subject.tokens.start) == "it" && right.frame == Frames::THAT {
            return None;
        }
        let (span, spoken) = self.unquoted(&right.tokens)?;
        let words = verb.start..cue.words.end;
        let mut found = self.finish(s, cue, verb, Some(subject), vec![span], right.frame, None, spoken, clause, lo)?;
        found.cue = Some(words);
        found.rule = format!("adjective ‘{}’ after ‘be’ with {}", cue.entry.lemma, right.frame.words());
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
            sentence: s,
            source: Source::Nobody,
            cue: Some(cue.words.clone()),
            head: Some(cue.head),
            content,
            frame: Frames::BARE,
            act: cue.entry.cue.act,
            object: None,
            verb: None,
            weak: true,
            spoken: false,
            lemma: cue.entry.lemma.clone(),
            rule: format!("adverb ‘{}’", cue.entry.lemma),
        })
    }

    /// "According to Reuters, …", "…, according to Moscow".
    pub fn phrasal(&self, s: usize, cue: &Found) -> Option<Attribution> {
        let range = self.sentence(s);
        let (lo, hi) = (range.start, self.limit(cue.head, range.end));
        let from = cue.words.end;
        let first = self.first_word(lo);
        let leads = cue.words.start <= first + 1;
        let comma = |from: usize| (from..hi).find(|i| self.low(*i) == ",");
        let mut end = self.noun_phrase_right(from, hi, true);
        if end == from {
            return None;
        }
        let mut pieces = Vec::new();
        if leads {
            end = self.with_apposition(from, end, hi);
            // "reports shared internally within NATO, Russia now has …": participles before the comma belong to it.
            let participles = |c: &usize| self.verbs_in(&(end..*c)).iter().all(|v| v.bare_participle || !v.finite);
            end = comma(end).filter(participles).unwrap_or(end);
            let start = if self.low(end) == "," { end + 1 } else { end };
            let stop = self.content_end(start, hi, None, super::content::Reach::Clause);
            pieces.extend(self.unquoted(&(start..stop.max(start))).filter(|_| stop > start));
        } else {
            end = self.with_apposition(from, end, hi);
            let last = cue.words.start;
            let to = if self.is(last - 1, &[","]) || self.is_dash(last - 1) { last - 1 } else { last };
            let mut start = first;
            // "Lavrov said, according to AFP, that": the agency only passes it on.
            let speaks = to > start && self.verb_at(to - 1).is_some_and(|v| self.is_cue_verb(v) && v.head + 1 == to);
            if speaks {
                return Some(self.relay(s, cue, from..end));
            }
            if let Some(semi) = (start..to).rev().find(|i| self.low(*i) == ";") {
                start = semi + 1;
            }
            if to > start {
                pieces.extend(self.unquoted(&(start..to)));
            }
            // What goes on after the parenthesis.
            if self.low(end) == "," && end + 1 < hi {
                let stop = self.content_end(end + 1, hi, None, super::content::Reach::Clause);
                if stop > end + 1 && (self.has_finite(&(end + 1..stop)) || !self.has_finite(&(start..to))) {
                    pieces.extend(self.unquoted(&(end + 1..stop)));
                }
            }
        }
        let spoken = pieces.iter().all(|p| p.1);
        let content: Vec<Span> = pieces.into_iter().map(|p| p.0).collect();
        (!content.is_empty()).then(|| Attribution {
            sentence: s,
            source: Source::Phrase(from..end),
            cue: Some(cue.words.clone()),
            head: Some(cue.head),
            content,
            frame: Frames::BARE,
            act: cue.entry.cue.act,
            object: None,
            verb: None,
            weak: false,
            spoken,
            lemma: cue.entry.lemma.clone(),
            rule: format!("phrase ‘{}’", cue.entry.lemma),
        })
    }

    /// An agency named between a cue and its content: no statement of its own; `statement` makes it a relay.
    fn relay(&self, s: usize, cue: &Found, source: Range<usize>) -> Attribution {
        Attribution {
            sentence: s,
            source: Source::Phrase(source),
            cue: Some(cue.words.clone()),
            head: Some(cue.head),
            content: Vec::new(),
            frame: Frames::BARE,
            act: None,
            object: None,
            verb: None,
            weak: false,
            spoken: false,
            lemma: cue.entry.lemma.clone(),
            rule: "passed on by".into(),
        }
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

/// Words for people and bodies that take part in meetings.
pub const ROLES: &[&str] = &[
    "minister",
    "ministers",
    "president",
    "presidents",
    "premier",
    "chancellor",
    "king",
    "queen",
    "prince",
    "envoy",
    "envoys",
    "ambassador",
    "ambassadors",
    "diplomat",
    "diplomats",
    "official",
    "officials",
    "leader",
    "leaders",
    "secretary",
    "chief",
    "commander",
    "general",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "delegation",
    "delegations",
    "counterpart",
    "counterparts",
    "negotiator",
    "negotiators",
    "government",
    "governments",
    "authorities",
    "ministry",
    "senator",
    "senators",
    "lawmakers",
    "representative",
    "representatives",
    "commissioner",
    "pope",
    "allies",
    "ally",
    "adviser",
    "adviser",
    "opposition",
    "rebels",
    "generals",
    "mediator",
    "mediators",
    "inspectors",
    "militants",
    "sides",
];
