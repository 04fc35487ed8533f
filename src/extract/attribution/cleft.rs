//! Clauses split for weight: "What China asks for is …", "All we demand is that …".

use super::{Attribution, Source, content::Reach, sight::Sight};
use crate::lexicon::class::WordClass as Is;
use crate::lexicon::{
    act::Act,
    cue::{Frames, Part},
};

impl Sight<'_, '_> {
    /// "The linking of both questions [is not acceptable for] Baku", and where reading goes on.
    pub(super) fn acceptable(&self, s: usize, i: usize) -> Option<(Attribution, usize)> {
        if !self.is(i, &["acceptable", "unacceptable", "inadmissible"]) || !self.is(i + 1, &["to", "for"]) {
            return None;
        }
        let range = self.sentence(s);
        let (lo, hi) = (self.floor(i, range.start), self.limit(i, range.end));
        let who = i + 2..self.noun_phrase_right(i + 2, hi, false).max(i + 2);
        let verb = (lo..i).rev().take(4).find_map(|j| self.verb_at(j)).filter(|v| v.copula && v.finite)?;
        let thing = self.subject(verb, lo, hi, 0)?.tokens;
        let refused = verb.negated || self.low(i) != "acceptable";
        if self.low(thing.start) == "it" || !self.is_party(&who) || self.supposed(thing.start, lo) {
            return None;
        }
        let attribution = Attribution {
            cue: Some(verb.start..i + 1),
            head: Some(i),
            content: vec![self.span(&thing)?],
            frame: Frames::NOUN,
            act: Some(if refused { Act::Reject } else { Act::Agree }),
            // The act tells of the negation already.
            verb: Some(super::sight::Verb { negated: false, ..verb.clone() }),
            lemma: "acceptable".into(),
            rule: "acceptable to somebody".into(),
            ..Attribution::by(s, Source::Phrase(who.clone()))
        };
        Some((attribution, who.end))
    }

    /// "What NOUN CUE is CONTENT", and where reading goes on.
    pub(super) fn cleft(&self, s: usize, i: usize) -> Option<(Attribution, usize)> {
        if !self.is(i, &["what", "all", "thing"]) {
            return None;
        }
        let range = self.sentence(s);
        let hi = self.limit(i, range.end);
        let from = if self.low(i + 1) == "that" { i + 2 } else { i + 1 };
        let end = self.noun_phrase_right(from, hi, true);
        let at = (end..hi.min(end + 4)).find(|j| self.verb_at(*j).is_some())?;
        let verb = self.verb_from(at).filter(|v| end > from && v.finite && !v.copula)?.clone();
        let cue = self.cues_at(verb.head, hi).find(|c| c.entry.cue.part == Part::Verb)?;
        let copula = (cue.words.end..hi.min(cue.words.end + 10))
            .find_map(|j| self.verb_from(j).filter(|v| v.copula && v.finite))?;
        // Only dates, places and adverbs stand between.
        let between = self.skip_adjuncts(cue.words.end, copula.start, true);
        let mut at = copula.head + 1;
        while at < hi && self.among(at, Is::CleftFiller) {
            at += 1;
        }
        let frames = cue.entry.cue.frames;
        if between < copula.start || frames.has(Frames::MEETING) && frames.without(Frames::MEETING) == Frames::NONE {
            return None;
        }
        let (frame, start, reach) = match self.low(at) {
            "that" => (Frames::THAT, at + 1, Reach::Clause),
            "for" => (Frames::TO_NOUN, at + 1, Reach::Infinitive),
            _ if self.infinitive_at(at) => (Frames::INFINITIVE, at, Reach::Infinitive),
            _ if frames.has(Frames::NOUN.or(Frames::TO_NOUN)) && self.in_phrase(at) => {
                (Frames::NOUN, at, Reach::Clause)
            }
            _ => return None,
        };
        let stop = self.content_end(start, hi, None, reach);
        let (span, spoken) = self.unquoted(&(start..stop)).filter(|_| stop > start)?;
        let words = self.cue_words(&verb, &cue.words);
        let act = cue.entry.cue.act_in(if frames.has(frame) { frame } else { Frames::NOUN });
        let attribution = Attribution {
            cue: Some(words),
            content: vec![span],
            frame,
            act,
            verb: Some(verb),
            spoken,
            rule: format!("verb ‘{}’ in a clause with ‘{}’", cue.entry.lemma, self.low(i)),
            ..Attribution::by(s, Source::Phrase(from..end)).with_cue(&cue)
        };
        Some((attribution, start))
    }
}
