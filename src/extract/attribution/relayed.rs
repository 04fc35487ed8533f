//! Words that another passes on: "was quoted as saying", "AFP quoted her as rejecting", "citing two officials".

use super::{
    Attribution, Source,
    sight::{Sight, Verb},
};
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::cue::{Entry, Form, Frames, Part},
    text::tag::Tag,
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// "X was quoted (by Interfax) as saying …", "TASS quoted X as saying …", and where reading goes on.
    pub(super) fn quoted_as(&self, s: usize, i: usize) -> Option<(Attribution, usize)> {
        if !self.among(i, Is::QuotedAsSaying) {
            return None;
        }
        let range = self.sentence(s);
        let (lo, hi) = (range.start, range.end);
        let verb = self.verb_at(i).filter(|v| v.head == i)?.clone();
        let Some(as_) = (i + 1..hi.min(i + 30)).find(|j| self.low(*j) == "as" && self.is_ing(j + 1)) else {
            return self.quoted_alone(s, &verb, &(lo..hi));
        };
        let said = self.cues(as_ + 1).iter().find(|e| self.is_participle_here(e, as_ + 1))?;
        let words = i..as_ + 1 + said.words.len();
        let subject = self.subject(&verb, lo, hi, 0).map(|x| x.tokens);
        let passive = verb.passive;
        let medium = |from: usize| {
            let by = (from..hi.min(from + 4)).find(|j| self.low(*j) == "by")?;
            let end = self.noun_phrase_right(by + 1, hi, false);
            (end > by + 1).then_some(by + 1..end)
        };
        let (source, via) = if passive {
            (subject.clone()?, medium(i + 1).filter(|m| m.end <= as_).or_else(|| medium(words.end)))
        } else {
            let end = self.noun_phrase_right(i + 1, as_, true);
            (end > i + 1).then_some((i + 1..self.with_apposition(i + 1, end, as_), subject.clone()))?
        };
        let edge = subject.as_ref().map_or(verb.start, |x| x.start);
        let (content, spoken, frame) = match self.right(said.cue.frames, None, words.end, hi) {
            Some(right) => {
                let (span, spoken) = self.unquoted(&right.tokens)?;
                (vec![span], spoken, right.frame)
            }
            None => self.left(s, edge, &verb).map(|(pieces, spoken)| (pieces, spoken, Frames::QUOTE))?,
        };
        let attribution = Attribution {
            cue: Some(words.clone()),
            head: Some(i),
            content,
            frame,
            act: said.cue.act_in(frame),
            via,
            verb: Some(verb),
            spoken,
            lemma: said.lemma.clone(),
            rule: format!("quoted as with ‘{}’", said.lemma),
            ..Attribution::by(s, Source::Phrase(source))
        };
        Some((attribution, words.end))
    }

    /// "“We will not wait”, Gedu, the foreign minister, was quoted (by the agency)."
    fn quoted_alone(&self, s: usize, verb: &Verb, range: &Range<usize>) -> Option<(Attribution, usize)> {
        let (i, hi) = (verb.head, range.end);
        if !verb.passive || !self.is(i, &["quoted", "cited"]) {
            return None;
        }
        let source = self.subject(verb, range.start, hi, 0)?.tokens;
        let by = (i + 1..hi.min(i + 4)).find(|j| self.low(*j) == "by").map(|by| by + 1);
        let via = by.map(|from| from..self.noun_phrase_right(from, hi, false)).filter(|v| !v.is_empty());
        let end = self.skip_adjuncts(via.as_ref().map_or(i + 1, |v| v.end), hi, true);
        let (content, spoken) = self.left(s, source.start, verb).filter(|(_, spoken)| *spoken)?;
        let closes = end >= hi || self.tag(end) == Tag::Punct;
        let attribution = Attribution {
            content,
            frame: Frames::QUOTE,
            via,
            spoken,
            lemma: "quote".into(),
            rule: "a quotation, and who was quoted".into(),
            ..Attribution::by(s, Source::Phrase(source)).with_verb(i..i + 1, verb)
        };
        closes.then_some((attribution, end))
    }

    fn is_participle_here(&self, entry: &Entry, at: usize) -> bool {
        entry.cue.part == Part::Verb
            && entry.cue.speaks
            && entry.form == Form::Ing
            && entry.words.iter().enumerate().all(|(k, w)| self.low(at + k) == w)
    }

    /// "citing two officials", "quoting the ministry": on whom a medium relies.
    pub(super) fn relied_on(&self, i: usize, hi: usize) -> Option<Range<usize>> {
        let from = match self.low(i) {
            "citing" | "quoting" => i + 1,
            "reference" if self.low(i + 1) == "to" && i > 0 && self.low(i - 1) == "with" => i + 2,
            _ => return None,
        };
        let end = self.noun_phrase_right(from, hi, true);
        Some(from..self.with_apposition(from, end, hi)).filter(|who| end > from && self.is_told_by(who))
    }

    /// "This emerges from a letter which the paper has published": the sentence before came through it.
    pub(super) fn emerged(&self, found: &mut [Attribution]) {
        for a in found.iter_mut().filter(|a| a.via.is_none() && a.sentence + 1 < self.page.sentences.len()) {
            let next = self.sentence(a.sentence + 1);
            let this = self.first_word(next.start);
            if self.is(this, &["this", "that"])
                && self.among(this + 1, Is::EmergeForm)
                && self.low(this + 2) == "from"
                && let Some(from) = next.clone().find(|i| self.names_outlet(*i))
            {
                a.via = Some(from..self.noun_phrase_right(from, next.end, false).max(from + 1));
            }
        }
    }

    /// "which cites a source near the general", "who quotes the ministry": on whom a medium relies, from its relative clause.
    pub(super) fn relied_on_by(&self, relative: usize, hi: usize) -> Option<Range<usize>> {
        let from = relative + 2;
        let cites = self.is(relative + 1, &["cites", "cited", "quotes", "quoted"]);
        Some(from..self.noun_phrase_right(from, hi, true)).filter(|who| cites && self.is_told_by(who))
    }

    /// Whether a medium can rely on these: a party that is no medium, or people.
    fn is_told_by(&self, who: &Range<usize>) -> bool {
        !self.is_outlet(who) && (self.is_party(who) || who.clone().any(|i| self.among(i, Is::SourcePeople)))
    }

    /// What a medium reports on the word of somebody is that somebody's.
    pub(super) fn give_to_relied_on(&self, found: &mut [Attribution]) {
        for a in found {
            let Source::Phrase(medium) = a.source.clone() else { continue };
            let clause = a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE)) && a.via.is_none();
            if !clause || !a.verb.as_ref().is_some_and(|v: &Verb| v.finite) || !self.is_outlet(&medium) {
                continue;
            }
            let range = self.sentence(a.sentence);
            let relied = range.clone().find_map(|i| self.relied_on(i, range.end).map(|r| (i, r)));
            let Some((at, source)) = relied else { continue };
            let inside = self.span(&source).is_some_and(|span| a.content.iter().any(|c| c.contains(span)));
            if !inside {
                // "the agency with reference to the ministry"
                let end = at - usize::from(self.low(at.saturating_sub(1)) == "with");
                a.via = Some(if medium.contains(&end) { medium.start..end } else { medium });
                a.cue = Some(at..at + 1);
                a.source = Source::Phrase(source);
                a.rule = format!("{}, on the word of somebody else", a.rule);
            }
        }
    }
}
