//! Contents that stand before their cue: "…, he said", "“…,” said the president", "The difference, he told me, is …".

use super::sight::{Sight, Verb};
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::{cue::Frames, gazetteer::gazetteer},
    text::{
        span::Span,
        tag::{Tag, is_met},
    },
};
use std::ops::Range;

impl Sight<'_, '_> {
    pub(super) fn quote_before(&self, edge: usize, lo: usize) -> bool {
        edge > lo
            && (self.is_quote_mark(edge - 1)
                || (edge - 1 > lo && self.low(edge - 1) == "," && self.is_quote_mark(edge - 2))
                || (self.low(edge - 1) == ","))
    }

    /// "[When] asked whether …": the word after "when".
    pub(super) fn past_when(&self, first: usize) -> usize {
        first + usize::from(self.low(first) == "when")
    }

    /// `“…,” he said, “…”`: the quotation that goes on after the cue and a comma.
    pub(super) fn resumed(&self, own: &Verb, from: usize, hi: usize) -> Option<Range<usize>> {
        if let Some(goes_on) = self.resumed_by_dash(from, hi) {
            return Some(goes_on);
        }
        // "China is open to this, he said, but opposes any haste": a verb of another time is not who speaks.
        let joint = from + 1;
        let open = self.low(from) == "," && self.is(joint, &["and", "but"]) && self.quoted[own.head].is_none();
        let verb = self.verb_from(joint + 1).filter(|v| v.finite && !v.bare_participle);
        if verb.is_some_and(|v| open && own.past && !v.past) {
            let end = self.content_end(joint, hi, None, super::content::Reach::Clause);
            return (end > joint + 2).then_some(joint..end);
        }
        let i = (from..hi.min(from + 25)).find(|i| self.is_quote_mark(*i))?;
        if !self.is(i.checked_sub(1)?, &[",", ":"]) && !self.is_dash(i - 1) || !self.is_quoted(i + 1) {
            return None;
        }
        let another = self.verbs_in(&(from..i)).iter().any(|v| self.is_cue_verb(v));
        let end = self.content_end(i, hi, None, super::content::Reach::Clause);
        (end > i && !another).then_some(i..end)
    }

    /// "– We stay, – said Kim, – and we wait."
    fn resumed_by_dash(&self, from: usize, hi: usize) -> Option<Range<usize>> {
        let s = self.sentence_of(from)?;
        if !self.is_dash(self.sentence(s).start) {
            return None;
        }
        let dash = (from..hi.min(from + 12)).find(|i| self.is_dash(*i))?;
        let plain = self.verbs_in(&(from..dash)).iter().all(|v| !v.finite);
        let end = self.content_end(dash + 1, hi, None, super::content::Reach::Clause);
        // "… – Kleczek adds", "… – Barentsposten": who says it, or where.
        (plain && end > dash + 3).then_some(dash + 1..end)
    }

    /// "The difference now, he told me, is that …": a clause that the cue interrupts after its first words.
    pub(super) fn interrupted(
        &self,
        edge: usize,
        lo: usize,
        after: usize,
        hi: usize,
        frames: Frames,
    ) -> Option<Vec<Span>> {
        let last = edge.checked_sub(1).filter(|i| *i > lo && (self.low(*i) == "," || self.is_dash(*i)))?;
        let dash = self.is_dash(last);
        // "He fears for the fishermen: without the reef, he warned, …"
        let colon = (lo..last).rev().find(|i| self.low(*i) == ":" && self.quoted[*i] == self.quoted[last]);
        let first = self.first_word(colon.map_or_else(|| self.past_told(lo, last), |colon| colon + 1));
        // "He was, he claims, ready to accept": the first words may end in their own verb.
        let ends = self.verb_at(last - 1).filter(|v| v.head == last - 1 && v.finite);
        let cut_off = ends.is_some_and(|v| v.copula || v.modal.is_some()) && self.tag(last - 1) == Tag::Aux;
        // "If it goes on, he threatened, …": a condition before its clause.
        let condition = self.among(first, Is::FrontSubordinator);
        let object = self.spoken_to(frames, after, hi).map_or(after, |o| o.end);
        let comma = self.skip_adjuncts(object, hi, true);
        // "He had been offered, he said, only bread": the verb waits for its object.
        let waits = ends.is_some_and(|v| v.passive || v.negated) && self.low(comma) == ",";
        let next = comma + 1 + usize::from(self.among(comma + 1, Is::OnlyAdverb));
        let waits = waits && self.starts_noun_phrase(next) && !self.clause_at(next, hi);
        let cut_off = cut_off || waits;
        // "What was seen there, he said, is absurd": the clause before is what the verb after tells of.
        let subject = self.is(first, &["what", "whoever", "whatever", "that"]) && self.finite_at(comma + 1);
        let whole = self.has_verb(first..last) && !cut_off && !condition && !subject;
        if first >= last || whole || self.is_quote_mark(last - 1) {
            return None;
        }
        // "…, said the spokesman Wu Qian, who asserted that": of the speaker.
        if !(if dash { self.is_dash(comma) } else { self.low(comma) == "," })
            || comma + 1 >= hi
            || self.is(comma + 1, &["who", "which", "whose"])
            || self.is_quote_mark(comma + 1) && self.verb_at(comma + 2).is_none_or(|v| !v.finite)
        {
            return None;
        }
        // What was interrupted goes on with its verb.
        let next = (comma + 1..hi).find(|i| self.tag(*i) != Tag::Adv && !self.is_quote_mark(*i))?;
        let goes_on = self.finite_at(next)
            || cut_off
            || condition && self.has_verb(comma + 1..hi)
            || (self.clause_at(next, hi) && !matches!(self.tag(next), Tag::Cconj | Tag::Sconj));
        let end = self.content_end(comma + 1, hi, None, super::content::Reach::Clause);
        if !goes_on {
            return None;
        }
        Some(vec![self.span(&(first..last))?, self.span(&(comma + 1..end))?])
    }

    /// The content before a cue whose clause starts at `edge`: the quotation or clause that a comma or mark closes.
    pub(super) fn left(&self, s: usize, edge: usize, verb: &Verb) -> Option<(Vec<Span>, bool)> {
        let range = self.page.sentences[s].tokens.clone();
        let lo = self.floor(verb.head, range.start);
        let mut last = edge.checked_sub(1).filter(|i| *i >= lo)?;
        if !(self.among(last, Is::MarkAfterSpeech) || self.is_quote_mark(last) || self.is_dash(last)) {
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
        // "According to Oslo, the minister promised “full cooperation”": no words of the minister.
        if self.low(self.first_word(lo)) == "according" {
            return None;
        }
        let opens_block = self.is_dash(block.tokens.start);
        let mut from = self.first_word(self.past_told(lo, last));
        let to = if self.is(last, &["?", "!", "..."]) { last + 1 } else { last };
        if opens_block || self.is_quote_mark(last) {
            // Speech opened by a dash, closed by a comma: all of the paragraph before.
            from = self.unclaimed(s, block.tokens.start, from);
            let span = self.span(&(from..to))?;
            return (to > from).then(|| (vec![self.trimmed(span)], true));
        }
        // "Asked whether Oslo would pay, the minister did not answer": what was asked is no answer.
        let asked = self.past_when(from);
        if self.low(asked) == "asked" && self.verb_at(asked).is_some_and(|v| v.bare_participle && v.head == asked) {
            return None;
        }
        // "Shots at the river, confirms Belmopan": what a cue with its subject after it follows needs no verb.
        let inverted = verb.start == edge && verb.head + 1 < range.end && !self.among(from, Is::FrontPreposition);
        // "In a statement issued through its ministry, Egypt said …": where it was said.
        // "In Kayanza, where the market has lost its customers, the traders asked …"
        let aside = |v: &Verb| (from + 1..v.start).any(|i| self.is_relative(i) || self.low(i) == "where");
        let adjunct = matches!(self.tag(from), Tag::Adp)
            && self.verbs_in(&(from..to)).iter().all(|v| !v.finite || v.bare_participle || aside(v))
            && !inverted;
        // "The term expires on Monday, the ministry announced.": its verb was taken for a noun, and nothing follows.
        let closes = verb.head + 2 >= range.end && to > from + 4;
        // "Standard practice, the minister says.", "Nobody steers, he says.", "Coincidence, says everyone."
        let small = |i: usize| self.page.word(i).starts_with(char::is_lowercase);
        // "Nonsense", "Nobody steers": the capital is the sentence's own.
        let plain =
            (from + 1..to).all(small) && is_met(self.low(from)) && gazetteer().named(self.page.word(from)).is_none();
        let words = matches!(self.tag(from), Tag::Det | Tag::Adj | Tag::Noun | Tag::Pron | Tag::Verb) || plain;
        let words = words
            && !matches!(self.tag(from), Tag::Adp | Tag::Sconj | Tag::Num)
            && !(from..to).any(|i| self.dated(i) || self.tag(i) == Tag::Punct)
            && (plain || !self.is_party(&(from..to)))
            && !self.is_ing(from);
        let short = words && (inverted || verb.head + 2 >= range.end && to > from + 1);
        let said = !adjunct && self.has_verb(from..to) || closes || inverted && to > from + 1 || short;
        if to <= from || !said {
            return None;
        }
        // "Kyiv denies, Moscow insists: …": the other one’s cue is no content.
        let cue_alone =
            self.verb_at(to - 1).is_some_and(|v| v.head == to - 1 && v.finite && !v.passive && self.is_cue_verb(v));
        if cue_alone && to < from + 6 && self.quoted[to - 1].is_none() {
            return None;
        }
        // "Had he refused, the talks would have started again": a condition, and no words.
        let condition = self.among(from, Is::ConditionOpener);
        let clauses = self.verbs_in(&(from..to)).iter().filter(|v| v.finite).count();
        let inverted_verb = usize::from(self.is(from, &["had", "should", "were"]));
        // "…, he warns." ends the sentence: a condition with what follows of it.
        let closes = verb.head + 2 >= range.end;
        if condition && clauses <= 1 + inverted_verb && to == last && verb.start > edge && !closes {
            return None;
        }
        // First person without marks: the paragraph's sentences before are spoken too.
        let first_person =
            |r: Range<usize>| r.clone().any(|i| self.among(i, Is::FirstPersonWord) && self.quoted[i].is_none());
        if first_person(from..to) {
            let mut sentence = s;
            while sentence > block.sentences.start {
                let before = self.page.sentences[sentence - 1].tokens.clone();
                if !first_person(before.clone()) || before.clone().any(|i| self.among(i, Is::SayTellAdd)) {
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

    /// "The envoy said that there is no deal; [the talks], he said": past the mark after which other words start, where those
    /// before it have a cue of their own.
    fn past_told(&self, lo: usize, last: usize) -> usize {
        let parts = |i: &usize| self.low(*i) == ";" && self.quoted[*i].is_none();
        let told = |semi: &usize| self.verbs_in(&(lo..*semi)).iter().any(|v| self.reports_bare(v));
        (lo..last).rev().find(parts).filter(told).map_or(lo, |semi| semi + 1)
    }

    /// The first word of a sentence: dash, bullet and "but" skipped.
    pub(super) fn first_word(&self, mut i: usize) -> usize {
        // "16:45 The premier said"
        let clock = |w: &str| w.len() <= 5 && w.contains(':') && w.starts_with(|c: char| c.is_ascii_digit());
        if clock(self.low(i)) {
            i += 1;
        }
        while self.is_dash(i) || self.among(i, Is::SentenceLeadIn) {
            i += 1;
        }
        i
    }

    /// Where dash speech that ends in sentence `s` starts: after the last sentence of the paragraph that has a cue of its own.
    pub(super) fn unclaimed(&self, s: usize, start: usize, from: usize) -> usize {
        let block = self.page.sentences[s].block;
        let first = self.page.blocks[block].sentences.start;
        let mut at = self.first_word(start);
        for before in first..s {
            let range = self.page.sentences[before].tokens.clone();
            let last = range.end.saturating_sub(1);
            let claims = self.is(last, &["."]) && range.clone().rev().take(14).any(|i| self.among(i, Is::SayTellAdd));
            if claims {
                at = self.first_word(range.end);
            }
        }
        at.min(from.max(at))
    }

    pub(super) fn bounds_speech(&self, open: usize, first: usize) -> bool {
        open > first && self.among(open - 1, Is::SpeechBoundary)
    }

    pub(super) fn has_verb(&self, range: Range<usize>) -> bool {
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
            let rest = outer.end.max(tokens.start + 2)..tokens.end;
            if rest.len() <= 1 && rest.clone().all(|i| self.tag(i) == Tag::Punct) {
                return Some((self.trimmed(self.quotations[q].inner), true));
            }
        }
        let span = self.span(tokens)?;
        Some((self.trimmed(span), false))
    }
}
