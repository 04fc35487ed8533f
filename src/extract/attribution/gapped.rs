//! Verbs left out: "Leahy threatened with sanctions, and Torres with a boycott", "Warsaw promised help, Bratislava too".

use super::{Attribution, Source, content::Reach, sight::Sight};
use crate::{
    lexicon::{class::WordClass as Is, cue::Frames},
    text::tag::Tag,
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// Where the word stands that a content's second half takes up: the "with" of "[and] the union with a strike", for a
    /// content at `from`; `i` is its first token.
    pub(super) fn takes_up(&self, i: usize, from: usize, hi: usize) -> Option<usize> {
        let led = from.checked_sub(1).filter(|l| self.is(*l, &["with", "for", "of", "that"]))?;
        let end = self.noun_phrase_right(i, hi, false);
        let who = i..end;
        let same = end > i && end + 1 < hi && self.low(end) == self.low(led) && !self.dated(i);
        // "asked for help, the minister for trade said"
        let office = self.low(led) == "for" && self.among(end.saturating_sub(1), Is::Role);
        (same && !office && self.is_party(&who) && !self.is_outlet(&who)).then_some(end)
    }

    /// What another does, or what another is accused of, in the words after an attribution, where its verb is left out.
    pub(super) fn gapped(&self, a: &Attribution, hi: usize) -> Option<Attribution> {
        let (first, last) = (a.content.first()?, a.content.last()?);
        let from = self.tokens_of(*first).start;
        let mut at = self.tokens_of(*last).end;
        a.cue
            .as_ref()
            .filter(|c| c.end <= from && a.act.is_some() && self.quoted.get(at) == self.quoted.get(c.start))?;
        let joint = at;
        while at < hi && (self.among(at, Is::ClauseCoordinator) || self.is(at, &[",", ";", "while"])) {
            at += 1;
        }
        if at == joint {
            return None;
        }
        let rule = format!("{}, its verb left out", a.rule);
        if let Some(word) = self.takes_up(at, from, hi) {
            let reach = if self.low(word) == "that" { Reach::Clause } else { Reach::Phrase };
            let end = self.content_end(word + 1, hi, None, reach);
            let (span, spoken) = self.unquoted(&(word + 1..end)).filter(|_| end > word + 1)?;
            let whom = a.frame == Frames::ACCUSED;
            let who: Range<usize> = at..word;
            let (source, object) = if whom { (a.source.clone(), Some(who)) } else { (Source::Phrase(who), None) };
            return Some(Attribution {
                source,
                object,
                content: vec![span],
                spoken,
                head: Some(word),
                rule,
                ..a.clone()
            });
        }
        // "…, Bratislava too."
        let end = self.noun_phrase_right(at, hi, false);
        let also = self.is(end, &["too", "likewise"]) && (end + 1 >= hi || self.tag(end + 1) == Tag::Punct);
        (also && self.low(joint) == "," && end > at && self.is_party(&(at..end))).then(|| Attribution {
            source: Source::Phrase(at..end),
            head: Some(end),
            rule,
            ..a.clone()
        })
    }
}
