//! What follows a cue: who is told or accused, then the content, by the frames that the cue can have.

use super::{
    content::Reach,
    sight::{Sight, Verb},
};
use crate::{
    lexicon::{class::WordClass as Is, cue::Frames},
    text::tag::Tag,
};
use std::ops::Range;

/// What follows a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// The frame it was read by.
    pub frame: Frames,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Who is spoken to or accused, before the content.
    pub object: Option<Range<usize>>,
}

/// Where a content starts, by which frame, and how far it reaches.
struct Start(Frames, usize, Reach);

/// The words behind a cue.
struct After<'r, 'p, 'a> {
    sight: &'r Sight<'p, 'a>,
    /// What the cue can govern,
    frames: Frames,
    /// and its verb group, if it is a verb.
    own: Option<&'r Verb>,
    /// Where the words of the cue end, and the sentence.
    from: usize,
    hi: usize,
    /// Who is told or accused.
    object: Option<Range<usize>>,
    /// The first word behind these and behind when it was said,
    direct: usize,
    /// and the first behind where and how, too: "said [in Geneva] that".
    at: usize,
}

impl Sight<'_, '_> {
    /// The content to the right of a cue whose words end before `from`.
    pub fn right(&self, frames: Frames, own: Option<&Verb>, from: usize, hi: usize) -> Option<Right> {
        let mut after = After::of(self, frames, own, from, hi);
        after.take_object();
        if after.object.is_none()
            && let Some(right) = self.right_after_recipient(frames, own, after.at, hi)
        {
            return Some(right);
        }
        after.take_marks();
        after.pass_adjuncts();
        if after.points_back() {
            return Some(Right { frame: Frames::NOUN, tokens: from..from + 1, object: after.object });
        }
        if let Some(start) = after.speech().or_else(|| after.deed()).or_else(|| after.accusation()) {
            return after.reached(start);
        }
        if frames.has(Frames::ACCUSED) && !frames.has(Frames::NOUN) {
            return None;
        }
        if after.is_bare_pronoun() {
            let direct = after.direct;
            return Some(Right { frame: Frames::NOUN, tokens: direct..direct + 1, object: after.object });
        }
        if let Some(start) = after.question() {
            return after.reached(start);
        }
        if let Some(right) = after.given() {
            return Some(right);
        }
        if after.is_known() {
            return None;
        }
        let start = after.clause().or_else(|| after.meeting_or_gift()).or_else(|| after.thing())?;
        after.reached(start)
    }
}

impl<'r, 'p, 'a> After<'r, 'p, 'a> {
    fn of(sight: &'r Sight<'p, 'a>, frames: Frames, own: Option<&'r Verb>, from: usize, hi: usize) -> Self {
        let mut at = sight.skip_adjuncts(from, hi, false);
        // "announced on Tuesday (1st) the end of …"
        if at > from && sight.low(at) == "(" {
            at = sight.past_brackets(at, hi);
        }
        After { sight, frames, own, from, hi, object: None, direct: at, at }
    }

    fn has(&self, frame: Frames) -> bool {
        self.frames.has(frame)
    }

    /// Whether the cue can be spoken: "said".
    fn says(&self) -> bool {
        self.has(Frames::QUOTE)
    }

    /// Whether a comma and then "that" stand here.
    fn comma_that(&self, i: usize) -> bool {
        self.sight.low(i) == "," && self.sight.low(i + 1) == "that"
    }

    /// Whether the words end behind token `i`, or a mark stands there.
    fn closes_after(&self, i: usize) -> bool {
        i + 1 >= self.hi || self.sight.tag(i + 1) == Tag::Punct
    }

    /// The content that starts so, if it has any words.
    fn reached(self, Start(frame, start, reach): Start) -> Option<Right> {
        let end = self.sight.content_end(start, self.hi, self.own, reach);
        (end > start).then_some(Right { frame, tokens: start..end, object: self.object })
    }

    /// "told [the envoys]", "accused [Ghana]", "accused to [the government of Ghana]" (some languages accuse "to" somebody).
    fn take_object(&mut self) {
        if !self.has(Frames::OBJECT.or(Frames::ACCUSED)) {
            return;
        }
        let s = self.sight;
        let accuses = self.has(Frames::ACCUSED) && !self.has(Frames::NOUN);
        let to = (s.low(self.at) == "to" && accuses).then_some(self.at + 1);
        let starts = [Some(self.at), to, s.past_manner(self.at, self.hi)];
        let found = |start: usize| Some((start, s.object(self.frames, start, self.hi)?));
        if let Some((start, (end, next))) = starts.into_iter().flatten().find_map(found) {
            self.object = Some(start..end);
            self.at = next;
        }
    }

    /// Past what stands between marks, and past commas and "only" before "that": here the words go on.
    fn take_marks(&mut self) {
        let (s, says, that) = (self.sight, self.says(), self.has(Frames::THAT));
        // "fears, though, a new war": one word between commas.
        if s.low(self.at) == "," && s.among(self.at + 1, Is::LinkAdverb) && s.low(self.at + 2) == "," {
            self.at += 3;
        }
        if !says || self.has(Frames::INFINITIVE) && s.low(self.at) == "," && s.low(self.at + 1) != "that" {
            self.at = s.past_parenthesis(self.at, self.hi, says);
        }
        // "wrote us that"
        let us = s.is(self.at, &["us", "me", "him", "her", "them", "you"]) && s.low(self.at + 1) == "that";
        if us && that && self.object.is_none() {
            self.object = Some(self.at..self.at + 1);
            self.at += 1;
        }
        // "said today, that …": a comma that other languages ask for.
        if that && self.comma_that(self.at) {
            self.at += 1;
        }
        // "confirmed only that"
        if that && s.among(self.at, Is::OnlyAdverb) && s.low(self.at + 1) == "that" {
            self.at += 1;
        }
        // "asked, if …"
        if s.low(self.at) == "," && self.has(Frames::QUESTION) && s.is(self.at + 1, &["if", "whether"]) {
            self.at += 1;
        }
        self.direct = self.at;
    }

    /// Past where and how it was said: "estimates [in closed discussions] that".
    fn pass_adjuncts(&mut self) {
        let (s, hi, says, that) = (self.sight, self.hi, self.says(), self.has(Frames::THAT));
        if says || that {
            self.at = s.past_parenthesis(s.skip_adjuncts(self.at, hi, says), hi, says);
        }
        if !that {
            return;
        }
        if !(says || self.object.is_some() && s.is(self.at, &["of", "with", "for"])) {
            let past = s.skip_adjuncts(self.at, hi, true);
            self.at = if past > self.at && past < self.at + 8 && s.low(past) == "that" { past } else { self.at };
        }
        let led = s.tag(self.direct) == Tag::Adp || s.low(self.direct) == "upon";
        if !self.has(Frames::ACCUSED)
            && s.low(self.at) != "that"
            && led
            && let Some(that) = s.late_that(self.direct, hi)
        {
            self.at = that;
        }
    }

    /// "refused both.", "denies that.": a word for what was said before, and nothing more.
    fn points_back(&self) -> bool {
        let (s, from, hi) = (self.sight, self.from, self.hi);
        let closes = || from + 1 >= hi || s.is(from + 1, &[".", ";", "?", "!"]);
        from < hi && self.has(Frames::NOUN) && s.is(from, &["that", "these", "those", "both"]) && closes()
    }

    /// Words that are spoken, or told by "that".
    fn speech(&self) -> Option<Start> {
        self.answer()
            .or_else(|| self.after_colon())
            .or_else(|| self.after_comma())
            .or_else(|| self.pointed())
            .or_else(|| self.quoted())
            .or_else(|| self.that())
    }

    /// "said yes, the boxes are in Moscow", "he replied no".
    fn answer(&self) -> Option<Start> {
        let (s, direct) = (self.sight, self.direct);
        let opens = self.has(Frames::BARE)
            && s.among(direct, Is::AnswerWord)
            && s.low(direct + 1) == ","
            && direct + 3 < self.hi;
        let alone = || s.is(direct, &["yes", "no"]) && self.closes_after(direct);
        (self.says() && (opens || alone())).then_some(Start(Frames::BARE, direct, Reach::Clause))
    }

    /// "added, in statements to the channel: “…”", "repeated it in May before the press: Togo shelters pirates".
    fn after_colon(&self) -> Option<Start> {
        let (s, direct, hi) = (self.sight, self.direct, self.hi);
        if !self.says() {
            return None;
        }
        if s.low(direct) == "," && s.tag(direct + 1) == Tag::Adp {
            let colon = s.skip_adjuncts(direct + 1, hi, true);
            if s.low(colon) == ":" && colon + 1 < hi {
                return Some(Start(Frames::QUOTE, colon + 1, Reach::Clause));
            }
        }
        if !s.is(direct, &["it", "this"]) || s.in_phrase(direct + 1) {
            return None;
        }
        let colon = (direct + 1..hi.min(direct + 10)).find(|c| s.low(*c) == ":")?;
        let plain = s.verbs_in(&(direct + 1..colon)).is_empty() && s.has_finite(&(colon + 1..hi));
        plain.then_some(Start(Frames::QUOTE, colon + 1, Reach::Clause))
    }

    /// "said in Manila, the banks come next", "said to these reports, they were invented".
    fn after_comma(&self) -> Option<Start> {
        let (s, direct) = (self.sight, self.direct);
        if !self.says() || !self.has(Frames::BARE) || !self.has(Frames::THAT) {
            return None;
        }
        let to = if s.low(direct) == "to" { s.noun_phrase_right(direct + 1, self.hi, false) } else { direct };
        let related = |v: &Verb| (v.start.saturating_sub(4)..v.start).any(|j| s.is_relative(j));
        let plain = s.low(to) == "," || self.own.is_none_or(|v| related(v) || !s.reports_bare(v));
        let to = if plain { to } else { s.skip_adjuncts(to, self.hi, true) };
        s.clause_after_comma(self.own, to, self.hi).then_some(Start(Frames::BARE, to + 1, Reach::Clause))
    }

    /// "The Hague refused that."
    fn pointed(&self) -> Option<Start> {
        let (s, direct) = (self.sight, self.direct);
        let pointed = s.low(direct) == "that" && (self.closes_after(direct) || s.is(direct + 1, &["and", "but"]));
        (pointed && self.has(Frames::NOUN) && !self.says()).then_some(Start(Frames::NOUN, direct, Reach::Phrase))
    }

    /// "said “…”", "said: …", "said, “…”".
    fn quoted(&self) -> Option<Start> {
        let (s, at, hi, says) = (self.sight, self.at, self.hi, self.says());
        let says_clause = self.has(Frames::THAT.or(Frames::BARE));
        if at < hi && s.is_quote_mark(at) && (says || says_clause && s.has_finite(&(at..hi))) {
            return Some(Start(Frames::QUOTE, at, Reach::Clause));
        }
        let marked = s.low(at) == ":" && at < hi || s.low(at) == "," && at + 1 < hi && s.is_quote_mark(at + 1);
        (says && marked).then_some(Start(Frames::QUOTE, at + 1, Reach::Clause))
    }

    /// "said that the talks go on", "said that will be decided": a conjunction, or the subject itself.
    fn that(&self) -> Option<Start> {
        let (s, at) = (self.sight, self.at);
        let pronoun = s.finite_at(at + 1);
        // "said in a speech that was sent in the evening": a relative clause.
        let relative = pronoun && at > self.from + 1 && self.object.is_none() && s.among(at - 1, Is::SpeechOccasion);
        if at >= self.hi || s.low(at) != "that" || !self.has(Frames::THAT) || relative {
            return None;
        }
        if pronoun && self.has(Frames::BARE) {
            return Some(Start(Frames::BARE, at, Reach::Clause));
        }
        let next = at + 1;
        let opens = s.named(next).is_some() || s.tag(next) == Tag::Det || s.is_personal(next) || s.is_quote_mark(next);
        let clause = s.tag(at) != Tag::Det || opens || s.clause_at(next, self.hi);
        clause.then_some(Start(Frames::THAT, next, Reach::Clause))
    }

    /// "promises to leave", "promises to “spare no effort”", "pressed Iran for answers": what is to be done.
    fn deed(&self) -> Option<Start> {
        let (s, direct, hi) = (self.sight, self.direct, self.hi);
        if !self.has(Frames::INFINITIVE) {
            return None;
        }
        let marked = direct + usize::from(s.is_quote_mark(direct));
        let parted =
            s.low(direct) == "to" && s.is_quote_mark(direct + 1) && matches!(s.tag(direct + 2), Tag::Verb | Tag::Aux);
        if marked < hi && s.infinitive_at(marked) || parted {
            return Some(Start(Frames::INFINITIVE, direct, Reach::Infinitive));
        }
        // Not "announced a fund for farmers".
        let pressed = |o: &Range<usize>| !s.is(o.start, &["a", "an"]) || s.is_party(o);
        if s.low(direct) == "for" && self.has(Frames::OBJECT) && self.object.as_ref().is_some_and(pressed) {
            return Some(Start(Frames::NOUN, direct + 1, Reach::Phrase));
        }
        (self.at < hi && s.infinitive_at(self.at)).then_some(Start(Frames::INFINITIVE, self.at, Reach::Infinitive))
    }

    /// "accused Ghana of theft", "blamed the authorities, that they …".
    fn accusation(&self) -> Option<Start> {
        let (s, direct, object) = (self.sight, self.direct, self.object.as_ref()?);
        let accuses = self.has(Frames::ACCUSED);
        let whom = || accuses || s.is_party(object) || s.among(object.start, Is::ObjectPronoun);
        let of = || s.among(direct, Is::AccusedOfOrAgainst) || s.accused_in(self.frames, direct);
        if self.has(Frames::ACCUSED.or(Frames::GERUND).or(Frames::NOUN)) && whom() && of() {
            return Some(Start(Frames::ACCUSED, direct + 1, Reach::Phrase));
        }
        (accuses && self.comma_that(direct)).then_some(Start(Frames::THAT, direct + 2, Reach::Clause))
    }

    /// "condemned it in the strongest words": nothing hangs on a pronoun.
    fn is_bare_pronoun(&self) -> bool {
        let (s, direct) = (self.sight, self.direct);
        direct < self.hi
            && self.has(Frames::NOUN)
            && s.is(direct, &["it", "this"])
            && s.among(direct + 1, Is::OccasionPreposition)
    }

    /// "asked whether", "asked from where the money comes", "in whose name it was sent".
    fn question(&self) -> Option<Start> {
        let (s, at) = (self.sight, self.at);
        let asks = self.has(Frames::QUESTION);
        let led = s.tag(at) == Tag::Adp && s.low(at) != "of" && s.among(at + 1, Is::GovernedQuestionWord);
        let wh = s.among(at, Is::FreeQuestionWord) || asks && (led || s.among(at, Is::QuestionWord));
        let opens = wh && (asks || self.has(Frames::BARE)) || asks && s.low(at) == "if";
        (at < self.hi && opens).then_some(Start(Frames::QUESTION, at, Reach::Clause))
    }

    /// "promised the fishermen compensation", "offered Dushanbe a joint patrol": whom, and what.
    fn given(&self) -> Option<Right> {
        let (s, direct) = (self.sight, self.direct);
        let thing = if self.has(Frames::TO_NOUN) { s.given(direct, self.hi)? } else { return None };
        let end = s.content_end(thing, self.hi, self.own, Reach::Phrase);
        (end > thing).then_some(Right { frame: Frames::NOUN, tokens: thing..end, object: Some(direct..thing) })
    }

    /// "An official who knows the file says": the phrase is what is known, the verb the sentence's own.
    fn is_known(&self) -> bool {
        let s = self.sight;
        let related = self.own.is_some_and(|v| {
            let who = v.start > 1 && s.is(v.start - 1, &["who", "which"]) && s.low(v.start - 2) != ",";
            let before = |sentence: usize| {
                let lo = s.sentence(sentence).start;
                let from = (lo..v.start).rev().find(|i| s.low(*i) == "that").unwrap_or(lo);
                s.verbs_in(&(from..v.start)).iter().any(|x| x.finite)
            };
            who && s.sentence_of(v.head).is_some_and(|sentence| !before(sentence))
        });
        related && self.has(Frames::BARE) && !s.among(self.at, Is::QuestionWord)
    }

    /// Whether verbs of saying leave nothing open but a clause.
    fn is_plain_speech(&self) -> bool {
        self.says() && self.has(Frames::BARE) && self.has(Frames::THAT) && !self.has(Frames::NOUN)
    }

    /// "said the talks go on": a clause without "that".
    fn clause(&self) -> Option<Start> {
        let (s, direct, at, hi) = (self.sight, self.direct, self.at, self.hi);
        let bare = self.has(Frames::BARE);
        let opens = |i: usize| s.opens_content(i) && s.clause_at(i, hi);
        if at < hi && bare && opens(at) {
            return Some(Start(Frames::BARE, at, Reach::Clause));
        }
        // "said in Geneva Russia would": only what follows the place is a clause.
        let place = direct < at && bare && opens(direct);
        // "said too much is made of", "said neither he nor his office"
        let plain = || direct < hi && self.is_plain_speech() && (self.is_long() || s.opens_any_clause(direct, hi));
        if place || plain() {
            return Some(Start(Frames::BARE, direct, Reach::Clause));
        }
        let ing = direct < hi && s.is_ing(direct) && s.verb_at(direct).is_some_and(|v| v.ing);
        if ing && self.has(Frames::GERUND) {
            return Some(Start(Frames::GERUND, direct, Reach::Phrase));
        }
        let own = self.own.filter(|_| self.is_plain_speech());
        let start = own.and_then(|v| s.loose_clause(v, self.from, hi))?;
        Some(Start(Frames::BARE, start, Reach::Clause))
    }

    /// "said the hole measures 1.1 metre": its verb was taken for a noun; nothing else follows so many words.
    fn is_long(&self) -> bool {
        let (s, direct) = (self.sight, self.direct);
        let said = |v: &Verb| v.head + 1 == direct && v.finite && s.is(v.head, &["said", "says", "say"]);
        let stop = || (direct..self.hi).find(|j| s.is(*j, &[",", ";", ":"]) || s.is_quote_mark(*j));
        s.tag(direct) == Tag::Det
            && !s.is(direct, &["this", "that"])
            && self.own.is_some_and(said)
            && stop().unwrap_or(self.hi) > direct + 6
    }

    /// "met [the envoys in Doha]", "called for [talks]".
    fn meeting_or_gift(&self) -> Option<Start> {
        let (s, direct) = (self.sight, self.direct);
        if self.has(Frames::MEETING) {
            return Some(Start(Frames::MEETING, self.from, Reach::Infinitive));
        }
        let start = direct + usize::from(s.low(direct) == "for");
        if direct >= self.hi || !self.has(Frames::TO_NOUN) || !s.starts_noun_phrase(start) {
            return None;
        }
        let reach = if s.complemented(start, self.hi) { Reach::Infinitive } else { Reach::Phrase };
        Some(Start(Frames::TO_NOUN, start, reach))
    }

    /// "rejected [the claims]": a thing, behind whatever it is called or how it is done.
    fn thing(&self) -> Option<Start> {
        let (s, direct, hi) = (self.sight, self.direct, self.hi);
        // "considers null the award", "considers early to judge"
        let predicate = s.tag(direct) == Tag::Adj && self.own.is_some_and(|v| s.among(v.head, Is::Naming));
        let opens = || s.tag(direct + 1) == Tag::Det || s.verb_at(direct + 1).is_some_and(|v| v.infinitive);
        if self.has(Frames::NOUN.or(Frames::BARE)) && predicate && opens() {
            return Some(Start(Frames::NOUN, direct, Reach::Infinitive));
        }
        let noun = self.has(Frames::NOUN);
        // "dismissed as baseless the claims"
        let called = |j: usize| {
            (s.tag(j) == Tag::Det || s.is_possessive(j))
                && (matches!(s.tag(j - 1), Tag::Adj | Tag::Verb | Tag::Noun) || s.is_quote_mark(j - 1))
        };
        if noun && s.low(direct) == "as" && (direct + 2..hi.min(direct + 9)).any(called) {
            return Some(Start(Frames::NOUN, direct + 1, Reach::Phrase));
        }
        if direct < hi && noun && s.starts_noun_phrase(direct) {
            return Some(Start(Frames::NOUN, direct, Reach::Phrase));
        }
        // "proposes in the drafts the establishment of …"
        let past = if noun || self.has(Frames::TO_NOUN) { s.past_manner(direct, hi)? } else { return None };
        (s.tag(past) == Tag::Det).then_some(Start(Frames::NOUN, past, Reach::Phrase))
    }
}
