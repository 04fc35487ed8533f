//! Where a content starts and ends, by the frame of its cue.

use super::sight::{Sight, Verb};
use crate::{
    extract::mention::EntityKind,
    lexicon::cue::{Cues, Form, Frames, Part},
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

/// How far a content reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A clause: to the end of the sentence, but not into the next attribution.
    Clause,
    /// A phrase: to the end of the noun phrase or infinitive with what hangs on it.
    Phrase,
    /// An infinitive: as a phrase, but past commas.
    Infinitive,
    /// A clause inside a noun phrase ("Russia’s demand that NATO withdraw is …").
    NounClause,
}

/// The tense of a verb group, as far as it tells which verbs are joined.
pub fn tense(sight: &Sight, verb: &Verb) -> u8 {
    match sight.low(verb.start) {
        "had" => 3,
        _ if verb.modal.is_some() => 4,
        _ if verb.past => 1,
        _ => 2,
    }
}

/// Words that answer a question, before a clause that says more.
const ANSWERS: &[&str] = &["yes", "no", "fine", "correct", "true", "right", "okay", "ok", "sorry", "please"];

pub(super) const WH: &[&str] = &["what", "whether", "how", "why", "when", "where", "who", "which"];

impl Sight<'_, '_> {
    /// Skips adverbs, dates and, where `phrases`, prepositional phrases that tell where and when it was said.
    pub fn skip_adjuncts(&self, from: usize, hi: usize, phrases: bool) -> usize {
        let mut i = from;
        for _ in 0..6 {
            let before = i;
            while i < hi
                && (self.dated[i]
                    || (self.tag(i) == Tag::Adv
                        && !self.is(i, WH)
                        && !self.is(i, &["there", "here", "not", "only", "even", "no", "more", "so"])
                        && !self.opens_clause_at(i)))
            {
                i += 1;
            }
            if i < hi && self.tag(i) == Tag::Adp && i + 1 < hi && self.dated[i + 1] {
                i += 1;
                continue;
            }
            let opens = self.is(
                i,
                &[
                    "in",
                    "at",
                    "on",
                    "during",
                    "to",
                    "via",
                    "through",
                    "for",
                    "of",
                    "about",
                    "after",
                    "before",
                    "from",
                    "with",
                    "by",
                    "over",
                    "following",
                    "ahead",
                    "outside",
                    "inside",
                    "alongside",
                    "near",
                    "while",
                    "when",
                ],
            );
            if phrases && i + 1 < hi && opens {
                let mut next = i + 1;
                if self.low(next) == "of" {
                    next += 1;
                }
                // "after meeting with …", "while visiting …"
                if self.is_ing(next) && self.verb_at(next).is_some() {
                    next += 1;
                    if self.tag(next) == Tag::Adp {
                        next += 1;
                    }
                } else if self.is(i, &["while", "when"]) {
                    break;
                }
                let end = self.noun_phrase_right(next, hi, true);
                if end > next || next > i + 1 {
                    // Not if the phrase’s noun is the subject of a clause that belongs to the content.
                    i = end.max(next);
                    continue;
                }
            }
            if i == before {
                break;
            }
        }
        i
    }

    /// "even if", "just as": an adverb that belongs to the clause after it.
    fn opens_clause_at(&self, i: usize) -> bool {
        self.tag(i + 1) == Tag::Sconj && !self.is(i + 1, &["that"])
    }

    /// Whether a clause starts here: a noun phrase with its finite verb.
    pub fn clause_at(&self, from: usize, hi: usize) -> bool {
        if self.is(from, &["there", "if", "when", "although", "because", "while", "since"]) {
            return self.has_finite(&(from..hi));
        }
        let end = self.noun_phrase_right(from, hi, true);
        if end == from {
            return false;
        }
        let mut i = end;
        while self.is_quote_mark(i) && i < hi {
            i += 1;
        }
        if self.is(i, &["and", "or", "nor"]) && i + 1 < hi {
            return self.clause_at(i + 1, hi);
        }
        // A relative clause or a parenthesis may stand before the verb.
        if self.is_relative(i) {
            return self.has_finite(&(i..hi));
        }
        if self.low(i) == "," {
            let relative = self.is(i + 1, &["who", "which", "whose", "where"]);
            return (i + 1..hi.min(i + 40)).any(|j| {
                self.low(j) == "," && (relative || self.verb_at(j + 1).is_some_and(|v| v.finite && v.start == j + 1))
            }) && self.has_finite(&(i..hi));
        }
        while i < hi
            && (self.tag(i) == Tag::Adv
                || self.dated[i]
                || (self.tag(i) == Tag::Adp && self.dated.get(i + 1) == Some(&true)))
        {
            i += 1;
        }
        self.verb_at(i).is_some_and(|v| v.finite && v.start == i)
            || (self.has_finite(&(i..hi))
                && !self.is(i, &[",", "that", "to", "and"])
                && self.tag(i) != Tag::Punct
                && self.tag(i) != Tag::Sconj
                && self.verb_at(i).is_none_or(|v| v.bare_participle || v.ing))
    }

    /// The content to the right of a cue whose words end before `from`.
    pub fn right(&self, frames: Frames, own: Option<&Verb>, from: usize, hi: usize) -> Option<Right> {
        let says = frames.has(Frames::QUOTE);
        let mut i = self.skip_adjuncts(from, hi, false);
        let mut object = None;
        if frames.has(Frames::OBJECT.or(Frames::ACCUSED))
            && let Some((end, next)) = self.object(frames, i, hi)
        {
            object = Some(i..end);
            i = next;
        }
        if object.is_none()
            && let Some(right) = self.right_after_recipient(frames, own, i, hi)
        {
            return Some(right);
        }
        if !says {
            i = self.past_parenthesis(i, hi, false);
        }
        // "said today, that …": a comma that other languages ask for.
        if self.low(i) == "," && self.low(i + 1) == "that" && frames.has(Frames::THAT) {
            i += 1;
        }
        // "asked, if …"
        if self.low(i) == "," && frames.has(Frames::QUESTION) && self.is(i + 1, &["if", "whether"]) {
            i += 1;
        }
        let direct = i;
        if says || frames.has(Frames::THAT) {
            i = self.past_parenthesis(self.skip_adjuncts(i, hi, says), hi, says);
        }
        // "estimates in closed discussions that"
        if !says && frames.has(Frames::THAT) {
            let past = self.skip_adjuncts(i, hi, true);
            i = if past > i && past < i + 8 && self.low(past) == "that" { past } else { i };
        }
        let found = |frame: Frames, start: usize, reach: Reach| {
            let end = self.content_end(start, hi, own, reach);
            (end > start).then_some(Right { frame, tokens: start..end, object: object.clone() })
        };
        // "said yes, the boxes are in Moscow"
        if says
            && frames.has(Frames::BARE)
            && self.is(direct, ANSWERS)
            && self.low(direct + 1) == ","
            && direct + 3 < hi
        {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        // "added, in statements to the channel: “…”"
        if says && self.low(direct) == "," && self.tag(direct + 1) == Tag::Adp {
            let colon = self.skip_adjuncts(direct + 1, hi, true);
            if self.low(colon) == ":" && colon + 1 < hi {
                return found(Frames::QUOTE, colon + 1, Reach::Clause);
            }
        }
        if says && frames.has(Frames::BARE) && frames.has(Frames::THAT) && self.clause_after_comma(own, direct, hi) {
            return found(Frames::BARE, direct + 1, Reach::Clause);
        }
        if i < hi {
            let says_clause = frames.has(Frames::THAT.or(Frames::BARE));
            if self.is_quote_mark(i) && (says || says_clause && self.has_finite(&(i..hi))) {
                return found(Frames::QUOTE, i, Reach::Clause);
            }
            if self.low(i) == ":" && says {
                return found(Frames::QUOTE, i + 1, Reach::Clause);
            }
            if self.low(i) == "," && says && (self.is_quote_mark(i + 1)) && i + 1 < hi {
                return found(Frames::QUOTE, i + 1, Reach::Clause);
            }
            if self.low(i) == "that" && frames.has(Frames::THAT) {
                let pronoun = self.verb_at(i + 1).is_some_and(|v| v.start == i + 1 && v.finite);
                if pronoun && frames.has(Frames::BARE) {
                    return found(Frames::BARE, i, Reach::Clause);
                }
                if self.tag(i) != Tag::Det || self.clause_at(i + 1, hi) {
                    return found(Frames::THAT, i + 1, Reach::Clause);
                }
            }
        }
        let marked = direct + usize::from(self.is_quote_mark(direct));
        if marked < hi
            && frames.has(Frames::INFINITIVE)
            && self.verb_at(marked).is_some_and(|v| v.infinitive && v.start == marked)
        {
            return found(Frames::INFINITIVE, direct, Reach::Infinitive);
        }
        // "pressed Iran for answers"
        if object.is_some() && frames.has(Frames::OBJECT) && frames.has(Frames::INFINITIVE) && self.low(direct) == "for"
        {
            return found(Frames::NOUN, direct + 1, Reach::Phrase);
        }
        if i < hi && frames.has(Frames::INFINITIVE) && self.verb_at(i).is_some_and(|v| v.infinitive && v.start == i) {
            return found(Frames::INFINITIVE, i, Reach::Infinitive);
        }
        if object.is_some()
            && frames.has(Frames::ACCUSED.or(Frames::GERUND).or(Frames::NOUN))
            && self.is(direct, &["of", "with", "for", "over", "against", "about"])
        {
            return found(Frames::ACCUSED, direct + 1, Reach::Phrase);
        }
        if frames.has(Frames::ACCUSED) && !frames.has(Frames::NOUN) {
            return None;
        }
        let wh = self.is(i, &["what", "how", "why", "whether"]) || self.is(i, WH) && frames.has(Frames::QUESTION);
        if i < hi && wh && (frames.has(Frames::QUESTION) || frames.has(Frames::BARE))
            || (i < hi && self.low(i) == "if" && frames.has(Frames::QUESTION))
        {
            return found(Frames::QUESTION, i, Reach::Clause);
        }
        if i < hi && frames.has(Frames::BARE) && self.opens_content(i) && self.clause_at(i, hi) {
            return found(Frames::BARE, i, Reach::Clause);
        }
        // "said in Geneva Russia would": only what follows the place is a clause.
        if direct < i && frames.has(Frames::BARE) && self.opens_content(direct) && self.clause_at(direct, hi) {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        // "said too much is made of", "said neither he nor his office": verbs of saying leave nothing else open.
        let plain_speech = says && frames.has(Frames::BARE) && frames.has(Frames::THAT) && !frames.has(Frames::NOUN);
        if direct < hi && plain_speech && self.opens_any_clause(direct, hi) {
            return found(Frames::BARE, direct, Reach::Clause);
        }
        if direct < hi
            && self.is_ing(direct)
            && self.verb_at(direct).is_some_and(|v| v.ing)
            && frames.has(Frames::GERUND)
        {
            return found(Frames::GERUND, direct, Reach::Phrase);
        }
        if frames.has(Frames::MEETING) {
            let end = self.content_end(from, hi, own, Reach::Infinitive);
            return (end > from).then_some(Right { frame: Frames::MEETING, tokens: from..end, object });
        }
        if direct < hi && frames.has(Frames::TO_NOUN) {
            let start = if self.low(direct) == "for" { direct + 1 } else { direct };
            if self.starts_noun_phrase(start) {
                return found(
                    Frames::TO_NOUN,
                    start,
                    if self.complemented(start, hi) { Reach::Infinitive } else { Reach::Phrase },
                );
            }
        }
        // "dismissed as baseless the claims"
        if frames.has(Frames::NOUN)
            && self.low(direct) == "as"
            && (direct + 2..hi.min(direct + 9)).any(|j| {
                (self.tag(j) == Tag::Det || self.is_possessive(j))
                    && (matches!(self.tag(j - 1), Tag::Adj | Tag::Verb | Tag::Noun) || self.is_quote_mark(j - 1))
            })
        {
            return found(Frames::NOUN, direct + 1, Reach::Phrase);
        }
        if direct < hi && frames.has(Frames::NOUN) && self.starts_noun_phrase(direct) {
            return found(Frames::NOUN, direct, Reach::Phrase);
        }
        // "proposes in the drafts the establishment of …"
        if direct < hi && frames.has(Frames::TO_NOUN) && self.is(direct, &["in", "at", "on", "during"]) {
            let past = self.noun_phrase_right(direct + 1, hi, false);
            if past > direct + 1 && self.tag(past) == Tag::Det {
                return found(Frames::NOUN, past, Reach::Phrase);
            }
        }
        None
    }

    pub(super) fn starts_noun_phrase(&self, i: usize) -> bool {
        self.in_phrase(i)
            || self.is_quote_mark(i)
            || self.is_personal(i)
            || self.is(i, &["him", "them", "us", "me", "her"])
            || self.is(i, &["what", "both", "not", "such"])
            || (self.nounish(i) && !self.is(i, &["who"]))
    }

    /// "noted, peace will not come": other languages part the clause from its verb by a comma. Only where the verb's clause
    /// opens the sentence and nothing else goes on after the comma.
    fn clause_after_comma(&self, own: Option<&Verb>, comma: usize, hi: usize) -> bool {
        let Some(own) = own.filter(|v| v.finite && !v.passive && self.low(comma) == "," && v.head < comma) else {
            return false;
        };
        let Some(s) = self.page.tokens.get(own.head).and_then(|t| self.page.sentence_at(t.span.start)) else {
            return false;
        };
        let lo = self.sentence(s).start;
        let next = comma + 1;
        let leads = !self.has_finite(&(lo..own.start)) && !(lo..own.start).any(|i| self.is_quote_mark(i));
        let subject = self.subject(own, lo, hi, 0);
        let speaks = subject.is_some_and(|x| {
            let first = self.first_word(lo);
            (x.tokens.start == first || matches!(self.tag(first), Tag::Adp | Tag::Adv) || self.dated[first])
                && (self.is_party(&x.tokens) || self.is_outlet(&x.tokens))
        });
        let joins = self.is(
            next,
            &["and", "but", "or", "then", "who", "which", "as", "citing", "according", "while", "whose", "where"],
        ) || self.is_ing(next)
            || self.tag(next) == Tag::Adv && self.low(next + 1) == ","
            || self.verb_at(next).is_some_and(|v| v.start == next && (v.bare_participle || v.infinitive));
        leads && speaks && !joins && !self.parenthetical_cue(next, hi) && self.has_finite(&(next..hi))
    }

    /// A clause after a verb of saying, however it starts: a finite verb stands before the next comma.
    fn opens_any_clause(&self, i: usize, hi: usize) -> bool {
        if matches!(self.tag(i), Tag::Punct | Tag::Cconj | Tag::Sconj | Tag::Part)
            || self.tag(i) == Tag::Verb && !self.is_ing(i)
            || self.tag(i) == Tag::Adp && !self.fronted_phrase(i, hi)
            || self.is_relative(i)
            || self.is(i, &["so", "as", "nothing", "something", "this", "that", "it", "and", "to", "words"])
        {
            return false;
        }
        let stop = (i..hi).find(|j| self.is(*j, &[",", ";", ":"]) || self.is_quote_mark(*j)).unwrap_or(hi);
        let relative = (i..stop).find(|j| self.is_relative(*j) || self.tag(*j) == Tag::Sconj).unwrap_or(stop);
        self.verbs_in(&(i + 1..relative)).iter().any(|v| v.finite && v.start > i)
    }

    /// "said from Monday trucks would wait": a phrase with its noun, then a clause of its own.
    fn fronted_phrase(&self, i: usize, hi: usize) -> bool {
        let end = self.noun_phrase_right(i + 1, hi, false);
        let comma = usize::from(self.low(end) == ",");
        end > i + 1 && self.tag(end + comma) != Tag::Adp && self.low(end) != "to" && self.clause_at(end + comma, hi)
    }

    pub(super) fn opens_content(&self, i: usize) -> bool {
        self.starts_noun_phrase(i)
            || self
                .is(i, &["there", "if", "when", "although", "because", "while", "since", "even", "no", "not", "only"])
            || matches!(self.tag(i), Tag::Det | Tag::Adj | Tag::Num)
    }

    /// Skips ", according to AFP," where "that" or a quotation follows.
    pub(super) fn past_parenthesis(&self, i: usize, hi: usize, says: bool) -> usize {
        if self.low(i) != "," {
            return i;
        }
        let close = (i + 1..hi.min(i + 25)).find(|j| self.low(*j) == ",");
        let goes_on = |next: usize| self.low(next) == "that" || self.is(next, &["for", "to"]) && !says;
        match close {
            Some(close) if close + 1 < hi && goes_on(close + 1) && !self.has_finite(&(i..close)) => close + 1,
            _ => i,
        }
    }

    /// Where a content that starts at `from` ends (exclusive).
    pub fn content_end(&self, from: usize, hi: usize, own: Option<&Verb>, reach: Reach) -> usize {
        let home = self.quoted.get(from).copied().flatten();
        let own_quote = own.and_then(|v| self.quoted.get(v.head).copied().flatten());
        let mut i = from;
        let mut end = hi;
        let mut finite: Option<&Verb> = None;
        while i < hi {
            if own_quote.is_some() && self.quoted[i] != own_quote {
                end = i;
                break;
            }
            // `… actions,” Stoltenberg said`: the end of speech that a dash opened.
            if i > from && self.is_quote_mark(i) && self.quoted[i - 1].is_none() && self.parenthetical_cue(i + 1, hi) {
                end = i;
                break;
            }
            // A quotation inside is passed over whole.
            if own_quote.is_none() && self.is_quote_mark(i) {
                let inside = self.quoted.get(i + 1).copied().flatten();
                if inside.is_some() && (home.is_none() || i == from) {
                    let mut close = i + 1;
                    while close < hi && self.quoted[close] == inside {
                        close += 1;
                    }
                    let after = close + 1;
                    let fragment =
                        !self.has_finite(&(i..close)) && self.low(after) == "," && self.has_finite(&(after..hi));
                    if i == from
                        && !fragment
                        && (after >= hi
                            || self.is(after, &[",", ";", ".", "!", "?"])
                            || self.is_dash(after)
                            || self.is(after.saturating_sub(2), &["."]))
                    {
                        end = after.min(hi);
                        break;
                    }
                    if after < hi
                        && self.is(after.saturating_sub(2), &[",", "?", "!"])
                        && self.parenthetical_cue(after, hi)
                    {
                        end = after;
                        break;
                    }
                    i = after.max(i + 1);
                    continue;
                }
            }
            if let Some(verb) = self.verb_at(i).filter(|v| v.start == i) {
                if verb.finite {
                    let main_verb = |first: &Verb| {
                        reach == Reach::NounClause && !(first.head + 1..i).any(|j| self.opens_subclause(j))
                    };
                    if finite.is_some_and(main_verb) {
                        end = i;
                        break;
                    }
                    if finite.is_none() || !verb.bare_participle {
                        finite = Some(verb);
                    }
                }
                i = verb.head + 1;
                continue;
            }
            if i > from && self.ends_here(i, from, hi, own, finite, reach) {
                end = i;
                break;
            }
            i += 1;
        }
        self.trim_end(from, end, reach)
    }

    /// A word after which a second finite verb may belong to the same clause.
    fn opens_subclause(&self, i: usize) -> bool {
        const OPENERS: &[&str] = &[
            "who", "which", "that", "if", "because", "when", "and", "but", "or", ",", "where", "what", "how", "as",
            "while",
        ];
        self.is(i, OPENERS) || self.is_personal(i)
    }

    /// Takes marks, and for phrases a trailing date, from the end.
    fn trim_end(&self, from: usize, mut end: usize, reach: Reach) -> usize {
        loop {
            let before = end;
            while end > from
                && (self.is(end - 1, &[",", ";", ":", ".", "!", "...", "and", "but", "or"]) || self.is_dash(end - 1))
            {
                end -= 1;
            }
            if reach == Reach::Phrase && end > from + 1 && self.dated[end - 1] && self.verbs_in(&(from..end)).is_empty()
            {
                let mut date = end - 1;
                while date > from && self.dated[date - 1] {
                    date -= 1;
                }
                if date > from && self.tag(date - 1) == Tag::Adp {
                    date -= 1;
                }
                if date > from {
                    end = date;
                }
            }
            if end == before {
                return end;
            }
        }
    }

    /// Whether token `i` ends a content that started at `from`.
    fn ends_here(
        &self,
        i: usize,
        from: usize,
        hi: usize,
        own: Option<&Verb>,
        finite: Option<&Verb>,
        reach: Reach,
    ) -> bool {
        let word = self.low(i);
        if word == ";" {
            return true;
        }
        if word == "according" && self.low(i + 1) == "to" {
            return true;
        }
        let comma = word == ",";
        let next = if comma { i + 1 } else { i };
        let joins = self.is(next, &["and", "but", "or", "yet", "then"]);
        let after = if joins { next + 1 } else { next };
        if comma && self.parenthetical_cue(next, hi) {
            return true;
        }
        if comma && (self.cue_participle(next) || self.cue_participle(next + 1) && self.tag(next) == Tag::Adv) {
            return true;
        }
        if comma && self.is(next, &["while", "whereas"]) {
            return true;
        }
        // "X, who is receiving Y, hoped": the main clause goes on.
        let relative = |o: &Verb| o.start > 0 && self.is(o.start - 1, &["who", "which"]);
        if comma && own.is_some_and(relative) && self.verb_at(next).is_some_and(|v| v.finite && v.start == next) {
            return true;
        }
        // "Despite saying that …, Putin seems": the main clause comes after.
        if comma
            && (reach == Reach::Infinitive || own.is_some_and(|o| self.fronted_clause(o)))
            && self.main_clause_at(next, hi)
        {
            return true;
        }
        // "…: President Putin wants": a new clause after a colon.
        if word == ":" && reach == Reach::Clause && !self.is_quote_mark(i + 1) && self.main_clause_at(i + 1, hi) {
            return true;
        }
        let dash = self.is_dash(i);
        // A verb that follows directly is joined with the cue or with a verb of the content.
        if joins || comma || dash {
            let mut v = if dash { i + 1 } else { after };
            // "… and in a letter to Biden cautioned …"
            if joins && self.tag(after) == Tag::Adp && reach != Reach::Clause {
                v = self.skip_adjuncts(after, hi, true);
            }
            while v < hi && (self.tag(v) == Tag::Adv || self.is(v, &["also", "then"])) {
                v += 1;
            }
            if let Some(verb) = self.verb_at(v).filter(|x| {
                x.finite && (x.start == v || x.start == after) && !x.copula && (v < after + 2 || self.is_cue_verb(x))
            }) {
                let cue = self.is_cue_verb(verb);
                match (own, finite) {
                    (Some(own), Some(last)) if reach == Reach::Clause => {
                        let (o, l, n) = (tense(self, own), tense(self, last), tense(self, verb));
                        // "will not admit new members and stay out": the second verb hangs on the modal.
                        let word = self.low(verb.head);
                        let bare =
                            last.modal.is_some() && verb.start == verb.head && !word.ends_with('s') && !verb.past;
                        if n == o && n != l && !bare || (n == o && cue && (comma || dash) && joins) || (dash && cue) {
                            return true;
                        }
                    }
                    (None, _) if reach == Reach::Clause => {}
                    _ if joins || dash || (comma && cue) => return true,
                    _ => {}
                }
            }
            // "…, and Blinken said …": another speaker.
            if joins && after < hi {
                let end = self.noun_phrase_right(after, hi, true);
                if end > after {
                    let mut v = end;
                    while v < hi && self.tag(v) == Tag::Adv {
                        v += 1;
                    }
                    if let Some(verb) = self.verb_at(v).filter(|x| x.start == v && x.finite) {
                        let open =
                            finite.is_none() && (reach == Reach::Clause || (from..i).any(|j| self.low(j) == "that"));
                        let speaks =
                            !open && self.is_cue_verb(verb) && own.is_some_and(|o| tense(self, o) == tense(self, verb));
                        if speaks
                            || !open
                                && reach != Reach::Clause
                                && own.is_some_and(|o| tense(self, o) == tense(self, verb) || finite.is_none())
                        {
                            return true;
                        }
                    }
                }
            }
        }
        if reach == Reach::Clause {
            return false;
        }
        // Phrases end where something new is added.
        if reach == Reach::Infinitive && comma {
            return self.verb_at(next).is_some_and(|v| v.ing && v.start == next);
        }
        if reach == Reach::Phrase
            && finite.is_none()
            && self.verbs_in(&(from..i)).is_empty()
            && self.tag(i) == Tag::Adp
            && self.adverbial_phrase(i, hi)
        {
            return true;
        }
        if comma {
            let goes_on = self
                .is(next, &["that", "and", "or", "such", "including", "to", "nor", "for", "as", "even", "not"])
                || (self.in_phrase(next) && self.list_goes_on(next, hi))
                || (own.is_some() && self.verb_at(next).is_some_and(|v| v.infinitive))
                || self.is_quote_mark(next);
            return !goes_on;
        }
        if dash {
            return true;
        }
        if finite.is_none() && self.verbs_in(&(from..i)).is_empty() && self.is(i, &["is", "are", "was", "were"]) {
            return true;
        }
        self.is(
            i,
            &["while", "because", "although", "though", "since", "until", "unless", "amid", "despite", "whereas"],
        ) || (self.is(i, &["after", "before", "as", "when"])
            && !self.is(i - 1, &["such", "well", "far", "long", "soon", "just", "even", "much"])
            && self.opens_adverbial(i, hi))
    }

    /// A noun phrase and its finite verb right after it.
    fn main_clause_at(&self, from: usize, hi: usize) -> bool {
        let mut end = self.noun_phrase_right(from, hi, true);
        if end == from || self.is(from, &["and", "or", "but"]) {
            return false;
        }
        // "whether …, Rady, the spokesman, said": an apposition before the verb.
        let apposed = self.with_apposition(from, end, hi);
        if apposed > end && self.low(apposed) == "," {
            end = apposed + 1;
        }
        while end < hi && self.tag(end) == Tag::Adv {
            end += 1;
        }
        self.verb_at(end).is_some_and(|v| v.finite && (v.start == end || v.head == end) && !v.bare_participle)
            || self.verb_at(end).is_some_and(|v| v.finite && v.start == end && self.is_cue_verb(v))
    }

    /// Whether a verb stands in a clause that comes before the main one.
    fn fronted_clause(&self, own: &Verb) -> bool {
        let Some(s) = self.page.tokens.get(own.head).and_then(|t| self.page.sentence_at(t.span.start)) else {
            return false;
        };
        let lo = self.sentence(s).start;
        let opens = self.is(
            lo,
            &[
                "while", "as", "when", "although", "though", "despite", "after", "before", "because", "since", "even",
                "by", "in", "without",
            ],
        );
        (opens || (own.ing || own.bare_participle) && own.start == lo)
            && !self.verbs_in(&(lo..own.start)).iter().any(|v| v.finite)
            && !(lo..own.start).any(|i| self.low(i) == ",")
    }

    /// "in a statement", "in Machado’s case in early tweets": a phrase that belongs to the verb, not to the noun before it.
    fn adverbial_phrase(&self, i: usize, hi: usize) -> bool {
        const MEDIA: &[&str] = &[
            "statement",
            "interview",
            "speech",
            "tweet",
            "tweets",
            "letter",
            "post",
            "conference",
            "address",
            "remarks",
            "email",
            "briefing",
            "press",
            "broadcast",
            "telegram",
            "message",
        ];
        if !self.is(i, &["in", "at", "on", "during", "over", "for", "after", "before", "by", "ahead", "through"]) {
            return false;
        }
        let end = self.noun_phrase_right(i + 1, hi, false);
        let person = i > 0 && self.named[i - 1].is_some_and(|m| self.mentions[m].kind == EntityKind::Person);
        self.is(i, &["in", "at", "on", "during", "ahead"]) && (person || (i + 1..end).any(|j| self.is(j, MEDIA)))
    }

    /// "after the talks failed", "when he arrived": a clause of time; "as a venue" is none.
    fn opens_adverbial(&self, i: usize, hi: usize) -> bool {
        self.is(i, &["after", "before"]) || self.clause_at(i + 1, hi)
    }

    /// Whether the phrase after a comma is one item of a list: "and" or "or" follows, and no verb before.
    fn list_goes_on(&self, from: usize, hi: usize) -> bool {
        let end = self.noun_phrase_right(from, hi, true);
        end > from
            && (self.is(end, &["and", "or"])
                || (self.low(end) == "," && (self.is(end + 1, &["and", "or"])))
                || (self.low(end) == "," && self.in_phrase(end + 1) && end < hi && self.list_goes_on(end + 1, hi)))
            && !self.verb_at(end).is_some_and(|v| v.finite)
    }

    /// Whether a verb group is a cue that speaks.
    pub fn is_cue_verb(&self, verb: &Verb) -> bool {
        Cues::shared().starting(self.low(verb.head)).iter().any(|e| {
            e.cue.part == Part::Verb
                && e.cue.speaks
                && !(e.cue.weak.has(Frames::INFINITIVE)
                    && self.verb_at(verb.head + e.words.len()).is_some_and(|v| v.infinitive))
                && e.words.iter().enumerate().all(|(k, w)| self.low(verb.head + k) == w)
        })
    }

    /// Whether a clause without "that" may follow the verb ("said", "believes").
    pub fn reports_bare(&self, verb: &Verb) -> bool {
        verb.finite
            && Cues::shared().starting(self.low(verb.head)).iter().any(|e| {
                e.cue.part == Part::Verb
                    && e.words.len() == 1
                    && e.cue.frames.has(Frames::BARE)
                    && e.cue.frames.has(Frames::QUOTE)
            })
    }

    /// ", saying": a participle of a cue.
    fn cue_participle(&self, i: usize) -> bool {
        self.is_ing(i)
            && self.verb_at(i).is_some_and(|v| v.ing)
            && Cues::shared().starting(self.low(i)).iter().any(|e| {
                e.cue.part == Part::Verb
                    && e.form == Form::Ing
                    && e.cue
                        .frames
                        .has(Frames::QUOTE.or(Frames::OBJECT).or(Frames::ACCUSED).or(Frames::THAT).or(Frames::NOUN))
                    && e.cue.speaks
                    && e.words.iter().enumerate().all(|(k, w)| self.low(i + k) == w)
            })
    }

    /// Whether ", he said", ", said X", ", according to X" starts at `i` (after the comma).
    pub fn parenthetical_cue(&self, i: usize, hi: usize) -> bool {
        if self.low(i) == "according" && self.low(i + 1) == "to" {
            return true;
        }
        let mut v = i;
        if self.verb_at(i).is_none_or(|x| x.start != i) {
            v = self.noun_phrase_right(i, hi, true);
            v = self.with_apposition(i, v, hi);
            if v == i {
                return false;
            }
            if self.low(v) == "," {
                v += 1;
            }
            while v < hi && (self.tag(v) == Tag::Adv || self.dated[v]) {
                v += 1;
            }
        }
        let Some(verb) = self.verb_at(v).filter(|x| x.start == v && x.finite) else { return false };
        let Some(entry) = Cues::shared().starting(self.low(verb.head)).iter().find(|e| {
            e.cue.part == Part::Verb
                && e.cue.frames.has(Frames::QUOTE)
                && e.words.iter().enumerate().all(|(k, w)| self.low(verb.head + k) == w)
        }) else {
            return false;
        };
        let mut end = verb.head + entry.words.len();
        if v == i || entry.cue.frames.has(Frames::OBJECT) {
            end = self.noun_phrase_right(end, hi, true);
        }
        end = self.skip_adjuncts(end, hi, true);
        end >= hi || self.is(end, &[",", ".", ";", ":", "?", "!"]) || self.is_quote_mark(end)
    }
}
