//! Verbs left out: "Leahy threatened with sanctions, and Torres with a boycott", "Warsaw promised help, Bratislava too".

use super::{Attribution, Source, content::Reach, sight::Sight};
use crate::{
    lexicon::{class::WordClass as Is, cue::Frames},
    text::tag::Tag,
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// Whom the second half of a content starts with, at token `i`, and the word that it takes up from the first, which
    /// starts at `from`: "[the union] [with] a strike", "[Vilnius], [that] …", "[on Vilnius] [to] wait".
    pub(super) fn takes_up(&self, i: usize, from: usize, hi: usize) -> Option<(Range<usize>, usize)> {
        let led = from.checked_sub(1)?;
        let on = self.infinitive_at(from) && self.is(i, &["on", "upon"]);
        let who = i + usize::from(on)..self.noun_phrase_right(i + usize::from(on), hi, false);
        let mut word = who.end;
        // "Romania, on the contrary, that …", "Peru – to wait …"
        let parted = self.low(word) == "," || self.is_dash(word) && !self.is_dash(led);
        if parted {
            let close = (word + 1..hi.min(word + 6)).find(|c| self.low(*c) == ",");
            let aside = close.filter(|c| self.verbs_in(&(word + 1..*c)).is_empty() && self.low(word + 1) != "that");
            word = aside.unwrap_or(word) + 1;
        }
        // With or without "and" after it.
        let comma = self.is(i.saturating_sub(1), &[",", ";"]) || self.is(i.saturating_sub(2), &[",", ";"]);
        let same = self.is(led, &["with", "for", "of", "that"]) && self.low(word) == self.low(led)
            || self.low(word) == "that" && parted && comma && self.clause_at(word + 1, hi)
            || self.infinitive_at(from) && self.infinitive_at(word) && (on || comma);
        // "asked for help, the minister for trade said"
        let office = self.low(led) == "for" && self.among(who.end.saturating_sub(1), Is::Role);
        let party = !who.is_empty() && !self.dated(who.start) && self.is_party(&who) && !self.is_outlet(&who);
        (same && !office && party && word + 1 < hi).then_some((who, word))
    }

    /// What another does, or what another is accused of, in the words after an attribution, where its verb is left out.
    pub(super) fn gapped(&self, a: &Attribution, hi: usize) -> Option<Attribution> {
        let from = self.tokens_of(*a.content.first()?).start;
        let joint = self.tokens_of(*a.content.last()?).end;
        let cue = a.cue.as_ref().filter(|c| c.end <= from)?;
        // What follows is said by whoever says the cue.
        if self.quoted.get(joint) != self.quoted.get(cue.start) || a.head.is_some_and(|h| h >= joint) {
            return None;
        }
        let mut at = joint;
        while at < hi && (self.among(at, Is::ClauseCoordinator) || self.is(at, &[",", ";"])) {
            at += 1;
        }
        if at == joint {
            return None;
        }
        self.second_half(a, from, at, hi).or_else(|| self.second_party(a, joint, at, hi))
    }

    /// "…, and the union with a strike": the half from token `at` on, of a content that starts at `from`.
    fn second_half(&self, a: &Attribution, from: usize, at: usize, hi: usize) -> Option<Attribution> {
        let (who, word) = self.takes_up(at, from, hi)?;
        let (reach, start) = match self.low(word) {
            "that" => (Reach::Clause, word + 1),
            "to" => (Reach::Infinitive, word),
            _ => (Reach::Phrase, word + 1),
        };
        let end = self.content_end(start, hi, None, reach);
        let (span, spoken) = self.unquoted(&(start..end)).filter(|_| end > start)?;
        let whom =
            reach != Reach::Clause && a.frame == Frames::ACCUSED || reach == Reach::Infinitive && a.object.is_some();
        let (source, object) = if whom { (a.source.clone(), Some(who)) } else { (Source::Phrase(who), None) };
        Some(Attribution { object, content: vec![span], spoken, ..gap(a, source, word) })
    }

    /// "…, Bratislava too.": another who does the same.
    fn second_party(&self, a: &Attribution, joint: usize, at: usize, hi: usize) -> Option<Attribution> {
        let end = self.noun_phrase_right(at, hi, false);
        let also = self.is(end, &["too", "likewise"]) && self.tag(end + 1) == Tag::Punct && self.low(joint) == ",";
        (also && a.act.is_some() && self.is_party(&(at..end))).then(|| gap(a, Source::Phrase(at..end), end))
    }
}

/// The same attribution of another source, without its verb.
fn gap(a: &Attribution, source: Source, head: usize) -> Attribution {
    Attribution { source, head: Some(head), rule: format!("{}, its verb left out", a.rule), ..a.clone() }
}
