//! The last step of the rules about verbs and adjectives: the parts that they found make an attribution, unless something
//! tells that nothing is said.

use super::{
    Attribution, Found, Source,
    nominal::is_cue_noun,
    sight::{Sight, Verb},
    subject::Subject,
};
use crate::{
    lexicon::{act::Act, class::WordClass as Is, cue::Frames},
    text::span::Span,
};
use std::ops::Range;

/// The parts of an attribution.
pub(super) struct Parts<'c> {
    /// The sentence.
    pub s: usize,
    pub cue: &'c Found<'c>,
    pub verb: Verb,
    pub subject: Option<Subject>,
    pub content: Vec<Span>,
    pub frame: Frames,
    /// Who is spoken to, accused or met.
    pub object: Option<Range<usize>>,
    /// Whether the words are given as they were spoken.
    pub spoken: bool,
    /// Where the clause of the verb starts,
    pub clause: usize,
    /// and the sentence.
    pub lo: usize,
}

impl Sight<'_, '_> {
    /// The attribution that these parts make, if they make one.
    pub(super) fn finish(&self, parts: Parts) -> Option<Attribution> {
        let source = parts.source()?;
        let made = Made { sight: self, source, parts };
        if made.is_ruled_out() { None } else { made.attribution() }
    }

    /// The same, where what was learnt may break a rule.
    pub(super) fn finish_learnt(&self, parts: Parts) -> Option<Attribution> {
        let source = parts.source()?;
        Made { sight: self, source, parts }.attribution()
    }

    /// Whether a content is about something said or offered.
    pub(super) fn names_words(&self, content: &[Span]) -> bool {
        content.iter().any(|c| {
            self.tokens_of(*c).any(|i| self.among(i, Is::OfferedOrOwned) || super::nominal::is_cue_noun(self.low(i)))
        })
    }

    /// "seems to want": the cue starts at the verb of seeming.
    fn seeming(&self, verb: &Verb) -> Option<usize> {
        let before = verb.start.checked_sub(1)?;
        (verb.infinitive && self.among(before, Is::SeemVerb)).then_some(before)
    }
}

impl Parts<'_> {
    /// Who says it: "to say", "saying" need a subject from elsewhere; a base form without one is an order or a noun.
    fn source(&self) -> Option<Source> {
        match &self.subject {
            Some(x) => Some(Source::Phrase(x.tokens.clone())),
            None if self.spoken && self.verb.finite => Some(Source::Continued),
            None => None,
        }
    }
}

/// Parts with their source.
struct Made<'m, 'p, 'a, 'c> {
    sight: &'m Sight<'p, 'a>,
    source: Source,
    parts: Parts<'c>,
}

impl Made<'_, '_, '_, '_> {
    fn lemma(&self) -> &str {
        self.parts.cue.entry.lemma.as_str()
    }

    fn is_frame(&self, frame: Frames) -> bool {
        self.parts.frame == frame
    }

    /// The words of the source.
    fn phrase(&self) -> Option<&Range<usize>> {
        match &self.source {
            Source::Phrase(r) => Some(r),
            _ => None,
        }
    }

    /// The pieces of the content, in tokens.
    fn pieces(&self) -> impl Iterator<Item = Range<usize>> {
        self.parts.content.iter().map(|c| self.sight.tokens_of(*c))
    }

    /// Whether a word of the content is of a class.
    fn says_any(&self, class: Is) -> bool {
        self.pieces().any(|mut tokens| tokens.any(|i| self.sight.among(i, class)))
    }

    /// Whether the head of the cue is of a class.
    fn cue_is(&self, class: Is) -> bool {
        self.sight.among(self.parts.cue.head, class)
    }

    /// What tells that nothing is said, as a rule: what was learnt may break it.
    fn is_ruled_out(&self) -> bool {
        let (s, parts) = (self.sight, &self.parts);
        // "The negotiations started “…”", "95.9 percent rejected it": what has no mind says nothing.
        if self.phrase().is_some_and(|r| s.is_mindless(r)) {
            return true;
        }
        // "its construction began", after a clause: only words in marks begin so.
        let begins = self.is_frame(Frames::QUOTE) && parts.cue.entry.cue.frames == Frames::QUOTE && !parts.spoken;
        if begins && !parts.content.is_empty() {
            return true;
        }
        // "sees the dam as a threat", not "saw the ship"
        let viewed = || Is::ViewVerb.has(self.lemma()) && !self.pieces().any(|mut r| r.any(|i| s.low(i) == "as"));
        let wordless = || parts.cue.entry.cue.of_words && !s.names_words(&parts.content) && !self.points_back();
        self.is_frame(Frames::NOUN) && (viewed() || wordless() || self.is_empty())
    }

    /// "accepted it": whatever was said before.
    fn points_back(&self) -> bool {
        self.pieces().all(|r| r.len() == 1 && self.sight.is(r.start, &["it", "this", "that", "these", "both"]))
    }

    /// "will regret it": nothing is said; "denies it" answers, and so does "said no to it".
    fn is_empty(&self) -> bool {
        let (s, cue) = (self.sight, self.parts.cue);
        let warns = || self.lemma() == "regret" && s.verb_at(cue.head).is_some_and(|v| v.modal.is_some());
        let judges =
            || self.lemma().contains(' ') && matches!(cue.entry.cue.act, Some(Act::Reject | Act::Agree | Act::Deny));
        let answers = Is::AnsweringVerb.has(self.lemma()) && !warns() || judges();
        !answers && self.pieces().all(|r| r.len() == 1 && s.low(r.start) == "it")
    }

    fn attribution(self) -> Option<Attribution> {
        let (s, parts) = (self.sight, &self.parts);
        if parts.content.is_empty() && !parts.spoken || s.supposed(parts.clause, parts.lo) {
            return None;
        }
        let nothing = s.narrates(parts.cue, &self.source, &parts.content, parts.frame)
            || s.nobody_does(&parts.verb)
            || self.is_frame(Frames::NOUN) && !parts.verb.negated && s.of_oneself(parts.cue, &parts.content)
            || self.is_of_no_party()
            || self.names_thing()
            || self.is_of_anyone()
            || self.is_duty()
            || self.hides_source()
            || self.seems()
            || self.is_silent()
            || self.is_in_passing()
            || self.is_due()
            || self.calls_only()
            || self.has_no_words()
            || self.perceives()
            || self.reminds()
            || self.is_topic()
            || self.is_unarranged();
        if nothing {
            return None;
        }
        let words = s.cue_words(&parts.verb, &parts.cue.words);
        let words = s.seeming(&parts.verb).unwrap_or(words.start)..words.end;
        let Made { source, parts, .. } = self;
        let entry = &parts.cue.entry;
        Some(Attribution {
            cue: Some(words),
            content: parts.content,
            frame: parts.frame,
            act: entry.cue.act_in(parts.frame),
            object: parts.object,
            weak: entry.cue.weak.has(parts.frame),
            verb: Some(parts.verb),
            spoken: parts.spoken,
            rule: format!("verb ‘{}’ with {}", entry.lemma, parts.frame.words()),
            ..Attribution::by(parts.s, source).with_cue(parts.cue)
        })
    }

    /// "Nobody believes in it", "The treaty obliges the parties": no party speaks.
    fn is_of_no_party(&self) -> bool {
        let s = self.sight;
        let law = |i: usize| s.among(i, Is::LawText) && s.named(i).is_none() && !s.is_genitive(i + 1);
        self.phrase().is_some_and(|r| {
            s.among(r.start, Is::NobodySpeaks)
                || s.low(r.start) == "no" && s.low(r.start + 1) == "one"
                || !self.is_frame(Frames::QUOTE)
                    && s.noun_phrase_right(r.start, r.end, false) > r.start
                    && r.clone().take(3).any(law)
                    && Is::LawVerb.has(self.lemma())
        })
    }

    /// "the Dniester republic, as Tiraspol calls it": a name for the thing.
    fn names_thing(&self) -> bool {
        let start = self.phrase().map_or(0, |r| r.start);
        self.cue_is(Is::NamingForm) && self.is_frame(Frames::NOUN) && start > 0 && self.sight.low(start - 1) == "as"
    }

    /// "the only one who wants incidents", "those who deny it": nobody is named.
    fn is_of_anyone(&self) -> bool {
        let s = self.sight;
        let anyone = |r: &Range<usize>| s.among(r.end - 1, Is::AnyOneBeforeWho) && s.is(r.end, &["who", "that"]);
        !self.is_frame(Frames::QUOTE) && self.phrase().is_some_and(anyone)
    }

    /// "Prague should understand this": what another must do is not done.
    fn is_duty(&self) -> bool {
        let told = Frames::NOUN.or(Frames::BARE).or(Frames::INFINITIVE).or(Frames::THAT);
        !self.parts.spoken
            && self.parts.frame.has(told)
            && self.parts.verb.modal.is_some_and(|m| self.sight.is(m, &["should", "must"]))
    }

    /// "refused to be named", "to disclose his name": how a source is hidden, not what it says.
    fn hides_source(&self) -> bool {
        let (s, parts) = (self.sight, &self.parts);
        if self.cue_is(Is::DiscloseVerb) && parts.verb.infinitive && self.says_any(Is::HidingWord) {
            return true;
        }
        let hides = |i: usize| s.among(i, Is::HidingWord);
        let shortly = |c: &Span| c.len() < 60 && s.tokens_of(*c).any(hides);
        !parts.spoken
            && self.cue_is(Is::HidesSourceVerb)
            && (parts.content.iter().any(shortly)
                || self.pieces().next().is_some_and(|r| hides(r.start))
                || parts.object.as_ref().is_some_and(|o| hides(o.start)))
    }

    /// Whether a piece of the content starts with such a verb.
    fn opens_with(&self, such: impl Fn(&Verb) -> bool) -> bool {
        self.pieces().any(|r| self.sight.verb_at(r.start).is_some_and(&such))
    }

    /// "seems to want": the second verb tells what.
    fn seems(&self) -> bool {
        self.is_frame(Frames::INFINITIVE) && self.cue_is(Is::SeemVerb) && self.opens_with(|v| self.sight.is_cue_verb(v))
    }

    /// "declined to say whether", "did not say anything about why", "did not comment on".
    fn is_silent(&self) -> bool {
        let (s, parts) = (self.sight, &self.parts);
        let kept = || self.opens_with(|v| s.among(v.head, Is::KeptBackVerb));
        if self.is_frame(Frames::INFINITIVE) && ["decline", "refuse"].contains(&self.lemma()) && kept() {
            return true;
        }
        let comment = self.is_frame(Frames::NOUN) && self.lemma().starts_with("comment");
        let untold =
            || parts.cue.entry.cue.act_in(parts.frame).is_none() && s.among(parts.cue.words.end, Is::UntoldWord);
        parts.verb.negated && (comment || untold())
    }

    /// "I think", "you know": the reader or writer, no party.
    fn is_in_passing(&self) -> bool {
        self.phrase().is_some_and(|r| r.len() == 1 && self.sight.among(r.start, Is::ReaderOrWriter))
            && !self.parts.spoken
            && self.cue_is(Is::MindVerbInPassing)
    }

    /// "A bill is due to be put to the vote": no position of anybody.
    fn is_due(&self) -> bool {
        self.is_frame(Frames::INFINITIVE)
            && ["be due", "be set"].contains(&self.lemma())
            && self.phrase().is_some_and(|r| !self.sight.is_party(r))
    }

    /// "does not call us": no name is given; "addressed the rebels": no words.
    fn calls_only(&self) -> bool {
        let s = self.sight;
        let lone = |r: Range<usize>| r.len() == 1 && s.among(r.start, Is::ObjectButYou);
        self.is_frame(Frames::NOUN)
            && match self.lemma() {
                "call" => self.pieces().all(lone),
                "address" => self.pieces().all(|r| s.is_party(&r)),
                _ => false,
            }
    }

    /// "The cabinet approved the budget": a vote; "Protesters blocked the road", "expressed support": no words.
    fn has_no_words(&self) -> bool {
        let (s, parts) = (self.sight, &self.parts);
        let house = |r: &Range<usize>| r.clone().any(|i| s.among(i, Is::VotingHouse));
        let noun = |r: Range<usize>| r.len() == 1 && is_cue_noun(s.low(r.start));
        self.is_frame(Frames::NOUN)
            && match self.lemma() {
                "approve" | "ratify" => !parts.verb.negated && self.phrase().is_some_and(house),
                "express" | "voice" => self.pieces().all(noun),
                lemma => Is::FendOff.has(lemma) && !s.names_words(&parts.content),
            }
    }

    /// "needed a year to discover that", "found “workable solutions”", "see ‘everything’": words in marks, not words said.
    fn perceives(&self) -> bool {
        let told = || match self.parts.frame {
            Frames::THAT => self.parts.verb.infinitive,
            Frames::QUOTE => self.pieces().all(|r| !self.sight.has_finite(&r)),
            _ => false,
        };
        Is::PerceiveVerb.has(self.lemma()) && told()
    }

    /// "We will remind, on Friday …": the article speaks of itself.
    fn reminds(&self) -> bool {
        let (s, parts) = (self.sight, &self.parts);
        let we = |r: &Range<usize>| r.len() == 1 && s.low(r.start) == "we" && !s.is_quoted(r.start);
        ["remind", "recall"].contains(&self.lemma())
            && self.phrase().is_some_and(we)
            && (parts.verb.modal.is_some() || s.low(parts.cue.words.end) == ",")
    }

    /// "Commenting on the decision, she said": a topic without content.
    fn is_topic(&self) -> bool {
        let parts = &self.parts;
        // "rejected the charges, qualifying them as “absurd”": a judgement.
        let as_ = |mut r: Range<usize>| r.next().is_some() && r.any(|i| self.sight.low(i) == "as");
        let judged = || self.cue_is(Is::Naming) && self.pieces().any(as_);
        let told = || parts.cue.entry.cue.act_in(parts.frame).is_none_or(|a| a == Act::State);
        parts.verb.ing && self.is_frame(Frames::NOUN) && told() && !judged()
    }

    /// "in order to advance the plan", "to meet the premier"; but "is to meet the premier on Friday": what is arranged.
    fn is_unarranged(&self) -> bool {
        let (s, verb) = (self.sight, &self.parts.verb);
        let arranged = || verb.start > 0 && s.verb_at(verb.start - 1).is_some_and(|v| v.copula && v.finite);
        let purpose = verb.start > 1 && s.low(verb.start - 1) == "order";
        verb.infinitive && (purpose || !frame_names_content(self.parts.frame) && !arranged())
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
