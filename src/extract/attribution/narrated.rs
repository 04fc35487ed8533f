//! Verbs of saying that only tell what happened: "stood with candles", "called back its ambassador", "spoke of it".

use super::{Found, Source, sight::Sight};
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::cue::Frames,
    text::{span::Span, tag::Tag},
};

impl Sight<'_, '_> {
    /// Whether a cue’s words tell of a deed, a topic or knowledge rather than of words.
    pub(super) fn narrates(&self, cue: &Found, source: &Source, content: &[Span], frame: Frames) -> bool {
        // "candles at the embassy": what stands first tells.
        let party = |c: &Span| {
            let tokens = self.tokens_of(*c);
            self.is_party(&(tokens.start..self.noun_phrase_right(tokens.start, tokens.end, false)))
        };
        let marked = |c: &Span| self.tokens_of(*c).any(|i| self.is_quote_mark(i));
        match cue.entry.lemma.as_str() {
            // "stood with candles at the gate", "stood by the bed"
            "stand with" | "stand by" if frame == Frames::NOUN => {
                !self.names_words(content) && !content.iter().any(party)
            }
            // "speak of the deliveries": a topic; "speaks of a provocation" calls something so.
            "speak of" | "speak about" | "talk of" | "talk about" if frame == Frames::NOUN => {
                let definite = |c: &Span| {
                    let first = self.tokens_of(*c).start;
                    self.among(first, Is::DefiniteOpener) || self.is_possessive(first) || self.named(first).is_some()
                };
                content.iter().all(|c| definite(c) && !marked(c))
            }
            "speak" | "talk" if frame.has(Frames::QUOTE.or(Frames::MEETING)) => {
                self.is(cue.words.end, &["of", "about"])
            }
            // "called back its ambassador"
            "call" if frame == Frames::NOUN => self.low(cue.words.end) == "back",
            // "The paper quotes the ambassador: …": whose words follow.
            "quote" if frame == Frames::NOUN => content.iter().any(|c| {
                let tokens = self.tokens_of(*c);
                party(c) && self.tag(tokens.start) != Tag::Punct
            }),
            // "the paper, which cites a source near the general"
            "cite" if frame == Frames::NOUN => {
                let people = |c: &Span| self.tokens_of(*c).any(|i| self.among(i, Is::SourcePeople));
                matches!(source, Source::Phrase(r) if self.is_outlet(r)) && content.iter().any(people)
            }
            // "a boat thought to be Korean"
            "say" | "think" | "believe" if frame == Frames::INFINITIVE => content.iter().all(|c| {
                let first = self.tokens_of(*c).start;
                self.low(first) == "to" && self.is(first + 1, &["be", "have"])
            }),
            // "neither the cousins know when it stops"
            "know" if frame == Frames::QUESTION => !matches!(source, Source::Phrase(r) if self.is_party(r)),
            _ => false,
        }
    }
}
