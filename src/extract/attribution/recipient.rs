//! Who is spoken to between a cue and its content: "told X that", "pressed X for", "reiterated to X the need for".

use super::{
    content::Reach,
    following::Right,
    sight::{Sight, Verb},
};
use crate::{
    lexicon::{class::WordClass as Is, cue::Frames},
    text::tag::Tag,
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// "reiterated to Maduro the need for", "said to Ankara that": what follows a cue and the party it speaks to.
    pub(super) fn right_after_recipient(
        &self,
        frames: Frames,
        own: Option<&Verb>,
        to: usize,
        hi: usize,
    ) -> Option<Right> {
        // "demanded of the mayor an apology"
        let asks = own.is_some_and(|v| self.among(v.head, Is::WantedOf));
        let of_demand = self.low(to) == "from" && !frames.has(Frames::QUOTE) || asks && self.low(to) == "of";
        if !(self.low(to) == "to" || of_demand) || self.verb_at(to).is_some_and(|v| v.start == to) {
            return None;
        }
        // "denied to “Al-Masa” the existence of …"
        let marked = usize::from(self.is_quote_mark(to + 1));
        let end = self.noun_phrase_right(to + 1 + marked, hi, false);
        let party = to + 1 + marked..end;
        let end = end + usize::from(marked > 0 && self.is_quote_mark(end));
        let media = party.clone().any(|i| self.among(i, Is::PressPeople));
        if party.is_empty() || !self.is_party(&party) && !media && !self.is_outlet(&party) {
            return None;
        }
        let inner = frames.without(Frames::OBJECT.or(Frames::ACCUSED).or(Frames::MEETING));
        let right = self.right(inner, own, end, hi)?;
        let article =
            matches!(self.tag(right.tokens.start), Tag::Det | Tag::Adj) || self.is_possessive(right.tokens.start);
        let plain = right.frame.has(Frames::THAT.or(Frames::QUOTE).or(Frames::QUESTION).or(Frames::INFINITIVE))
            || right.frame.has(Frames::NOUN.or(Frames::TO_NOUN)) && article;
        let plain = plain || right.frame == Frames::BARE && (media || self.is_outlet(&party));
        plain.then_some(Right { object: right.object.or(Some(party)), ..right })
    }

    /// Where the infinitive starts that follows a relative clause opened at `relative`.
    fn infinitive_after_relative(&self, relative: usize, hi: usize) -> Option<usize> {
        let first = self.verbs_in(&(relative..hi)).first().filter(|v| v.finite)?;
        let to = hi.min(relative + 30);
        (first.head + 1..to).find(|i| self.infinitive_at(*i) && (self.nounish(*i - 1) || self.low(*i - 1) == ","))
    }

    /// A person or body, by its last word: "the head [of the army]" goes on.
    fn is_accusable(&self, r: &Range<usize>) -> bool {
        self.is_party(r) && !self.among(r.end - 1, Is::OfficeHead) || self.among(r.end - 1, Is::AccusablePerson)
    }

    /// "NATO to leave": a noun phrase with an infinitive.
    pub(super) fn complemented(&self, from: usize, hi: usize) -> bool {
        let end = self.noun_phrase_right(from, hi, true);
        // "wants the mayors, elected in a boycotted vote, to leave"
        let parted =
            || (end + 1..hi.min(end + 20)).find(|i| self.low(*i) == ",").is_some_and(|c| self.infinitive_at(c + 1));
        self.infinitive_at(end) || end > from && self.low(end) == "," && parted()
    }

    /// "accused the Authority in transfer of money": other languages accuse "in" something.
    pub(super) fn accused_in(&self, frames: Frames, at: usize) -> bool {
        let of = |i: usize| self.low(i) == "of" && self.is_ing(i + 1);
        frames.has(Frames::ACCUSED)
            && !frames.has(Frames::NOUN.or(Frames::OBJECT))
            && self.low(at) == "in"
            && (self.tag(at + 1) == Tag::Noun || self.is_ing(at + 1))
            && self.named(at + 1).is_none()
            && !self.dated(at + 1)
            && !(at + 1..at + 7).any(of)
    }

    /// Where a list of phrases ends whose first one ends at `end`: "told Oslo, Riga and Vilnius that".
    pub fn list_end(&self, end: usize, hi: usize) -> usize {
        let mut at = end;
        while self.low(at) == "," && at + 1 < hi && self.in_phrase(at + 1) && !self.dated(at + 1) {
            let next = self.noun_phrase_right(at + 1, hi, false);
            if next <= at + 1 || self.verb_at(next).is_some_and(|v| v.finite && v.start == next) {
                return end;
            }
            let joined = (at + 1..next).any(|i| self.low(i) == "and");
            at = next;
            if joined {
                return at;
            }
        }
        end
    }

    pub(super) fn past_brackets(&self, i: usize, hi: usize) -> usize {
        match (i..hi.min(i + 6)).find(|j| self.low(*j) == ")").filter(|_| self.low(i) == "(") {
            Some(close) => close + 1,
            None => i,
        }
    }

    /// Past a phrase between a cue and what it governs: "accuses [for her part] the army of", "asked [by radio] the captain
    /// to", "denied [“roundly”] the report".
    pub(super) fn past_manner(&self, i: usize, hi: usize) -> Option<usize> {
        let past = if self.is_quote_mark(i) && self.is_quote_mark(i + 2) && self.tag(i + 1) == Tag::Adv {
            i + 3
        } else if self.among(i, Is::MannerPreposition) {
            let end = self.noun_phrase_right(i + 1, hi, false);
            // "in this Tuesday (1st) the …"
            let dated = (i + 1..hi.min(i + 7)).find(|j| !self.dated(*j) && !matches!(self.tag(*j), Tag::Det));
            dated.filter(|d| *d > i + 1 && self.dated(*d - 1)).map_or(end, |d| self.past_brackets(d, hi))
        } else {
            return None;
        };
        // "in his weekly meeting with the press the …"
        let past =
            if self.among(past, Is::MannerLink) { self.noun_phrase_right(past + 1, hi, false).max(past) } else { past };
        let opens = self.tag(past) == Tag::Det || self.named(past).is_some();
        (past > i + 1 && past < hi.min(i + 11) && opens).then_some(past)
    }

    /// Where what somebody is given starts, after whom it is given to: "[the drivers] food", "[Dushanbe] a joint patrol".
    pub(super) fn given(&self, from: usize, hi: usize) -> Option<usize> {
        const PEOPLE: [&str; 6] = ["ers", "ors", "men", "ists", "ants", "ees"];
        let end = self.noun_phrase_right(from, hi, false);
        if self.complemented(from, hi) {
            return None;
        }
        let whole = |k: usize| self.named(k).is_none_or(|m| self.named(k - 1) != Some(m));
        let parts = |k: &usize| {
            let whom = from..*k;
            let named = self.named(k - 1).is_some() && whole(*k) && matches!(self.tag(*k), Tag::Det | Tag::Num);
            let people = self.tag(from) == Tag::Det
                && PEOPLE.iter().any(|e| self.low(k - 1).ends_with(e))
                && (self.tag(*k) == Tag::Det
                    || self.tag(*k) == Tag::Noun && self.named(*k).is_none() && !self.is_ing(*k));
            // "[President Diallo] further aid"
            let person = self.names_person(k - 1);
            let given = person && whole(*k) && self.tag(*k) == Tag::Adj && self.tag(k + 1) == Tag::Noun;
            named && self.is_party(&whom) || people || given
        };
        let thing = (from + 1..end.max(from + 1) + 1).take(8).find(parts).filter(|k| *k < hi)?;
        let opens = self.tag(thing) != Tag::Det || self.noun_phrase_right(thing, hi, false) > thing + 1;
        opens.then_some(thing)
    }

    /// "his colleague to Ankara on 14 June", after "invited": whom, and where to.
    pub(super) fn invited(&self, from: usize, own: &Verb, hi: usize) -> Option<Right> {
        let from = self.skip_adjuncts(from, hi, false);
        let to = self.noun_phrase_right(from, hi, false);
        let verb = self.verb_at(to).is_some_and(|v| v.start == to);
        if to == from || self.low(to) != "to" || verb || !self.in_phrase(from) {
            return None;
        }
        let end = self.content_end(to, hi, Some(own), Reach::Infinitive);
        Some(Right { frame: Frames::INFINITIVE, tokens: to..end, object: Some(from..to) })
    }

    /// The object of "told X that …": its end, and where what follows starts.
    pub(super) fn object(&self, frames: Frames, from: usize, hi: usize) -> Option<(usize, usize)> {
        // "urged both the countries to"
        let from = from + usize::from(self.is(from, &["both", "all"]) && self.in_phrase(from + 1));
        let blamed = frames.has(Frames::ACCUSED) && frames.has(Frames::NOUN);
        let pronoun = self.among(from, Is::ObjectPronoun) && !(self.low(from) == "her" && self.in_phrase(from + 1))
            || self.low(from) == "it" && (blamed || self.verb_at(from + 1).is_some_and(|v| v.infinitive));
        if !pronoun && (!self.in_phrase(from) || self.is_personal(from)) {
            return None;
        }
        // "requested permission to enter": nobody is asked.
        if self.among(from, Is::Leave) {
            return None;
        }
        let wide = if pronoun { from + 1 } else { self.noun_phrase_right(from, hi, true) };
        let core = if pronoun { from + 1 } else { self.noun_phrase_right(from, hi, false) };
        // "accused the cardinal of plotting", "the Government of Spain of breach of …": what looks like one phrase is two.
        if frames.has(Frames::ACCUSED) && !blamed {
            let accused = |of: &usize| {
                let whom = from..*of;
                self.low(*of) == "of"
                    && *of + 1 < hi
                    && (self.is_accusable(&whom) || self.is_ing(*of + 1) && self.is_party(&whom))
            };
            let mut parts = (from + 1..core).filter(accused);
            let named = |of: &usize| self.named(*of + 1).is_some();
            if let Some(of) = parts.clone().find(|of| !named(of)).or_else(|| parts.next()) {
                return Some((of, of));
            }
        }
        for end in [core, wide, self.list_end(wide, hi)] {
            if end == from {
                return None;
            }
            // "asked drivers who still use the old plates to change them"
            if frames.has(Frames::OBJECT)
                && frames.has(Frames::INFINITIVE)
                && self.is(end, &["who", "which", "whose"])
                && let Some(at) = self.infinitive_after_relative(end, hi)
            {
                return Some((end, at));
            }
            let next = self.past_parenthesis(self.skip_adjuncts(end, hi, frames.has(Frames::QUOTE)), hi, true);
            let marked = end + usize::from(self.is_quote_mark(end));
            let infinitive = frames.has(Frames::INFINITIVE) && self.infinitive_at(marked);
            if frames.has(Frames::OBJECT)
                && frames.has(Frames::INFINITIVE)
                && self.low(end) == "for"
                && self.starts_noun_phrase(end + 1)
                && (pronoun
                    || self.is_party(&(from..end))
                    || self.tag(from) == Tag::Det
                        && (!self.is_ing(from + 1) || self.tag(from + 2) == Tag::Noun)
                        && !self.is(from, &["a", "an"]))
                && !self.complemented(end + 1, hi)
            {
                return Some((end, end));
            }
            let of = |at: usize| {
                // "thanked Doha for its efforts", but "criticised the plan for its cost"
                if blamed {
                    return self.low(at) == "for" && (pronoun || self.is_party(&(from..end)));
                }
                frames.has(Frames::ACCUSED.or(Frames::GERUND)) && self.among(at, Is::AccusedOfOrAgainst)
                    || self.accused_in(frames, at)
            };
            // "instructed its envoy in Tashkent, Jamshed Rahim, to return", "accused the judge, Abla Sena, who …, of"
            let apposed = self.with_apposition(from, end, hi);
            let related = self.low(apposed) == "," && self.is_relative(apposed + 1) && apposed > end;
            let close = (apposed + 1..hi.min(apposed + 16)).find(|c| related && self.low(*c) == ",").unwrap_or(apposed);
            let told = |at: usize| frames.has(Frames::INFINITIVE) && self.infinitive_at(at) || of(at);
            if apposed > end && self.low(close) == "," && told(close + 1) {
                return Some((apposed, close + 1));
            }
            if infinitive || of(end) {
                return Some((end, end));
            }
            // "advised Addis Ababa in February against …"
            let dated = self.skip_adjuncts(end, hi, false);
            if of(dated) {
                return Some((end, dated));
            }
            // "blamed the authorities, that they sell fear"
            let party = pronoun || self.is_party(&(from..end)) || self.among(end - 1, Is::Forces);
            if blamed && party && self.low(end) == "," && self.low(end + 1) == "that" {
                return Some((end, end));
            }
            if blamed {
                // "blamed gunmen based on the other bank for the attack"
                let people = party || self.among(end - 1, Is::SourcePeople);
                let qualified =
                    people && self.verb_at(end).is_some_and(|v| v.start == end && (v.bare_participle || v.ing));
                let plain = |at: &usize| !self.has_finite(&(end + 1..*at)) && !(end..*at).any(|i| self.low(i) == ",");
                let whom = (end..hi.min(end + 10)).find(|i| self.low(*i) == "for").filter(|at| qualified && plain(at));
                if let Some(at) = whom {
                    return Some((at, at));
                }
                continue;
            }
            // "announced the departure of diplomats": by its head it is a thing.
            let head = (from + 1..core).find(|i| self.low(*i) == "of").unwrap_or(core);
            let thing = frames.has(Frames::NOUN) && !pronoun && !self.is_party(&(from..head));
            let clause = frames.has(Frames::THAT) && self.low(next) == "that"
                || frames.has(Frames::QUOTE)
                    && !thing
                    && (next >= hi || self.is_quote_mark(next) || self.among(next, Is::StopMark))
                || frames.has(Frames::BARE) && self.opens_content(next) && self.clause_at(next, hi)
                || frames.has(Frames::QUESTION.or(Frames::BARE))
                    && (self.among(next, Is::QuestionWord) || self.low(next) == "if");
            if clause {
                return Some((end, next));
            }
        }
        None
    }
}
