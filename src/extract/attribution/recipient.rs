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
        if !(self.low(to) == "to" || of_demand) || self.verb_from(to).is_some() {
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
        (first.head + 1..to).find(|i| self.infinitive_at(*i) && self.nounish(*i - 1))
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
        frames.has(Frames::ACCUSED)
            && !frames.has(Frames::NOUN.or(Frames::OBJECT))
            && self.low(at) == "in"
            && (self.tag(at + 1) == Tag::Noun || self.is_ing(at + 1))
            && self.named(at + 1).is_none()
            && !self.dated(at + 1)
    }

    /// Where a list of phrases ends whose first one ends at `end`: "told Oslo, Riga and Vilnius that".
    pub fn list_end(&self, end: usize, hi: usize) -> usize {
        let mut at = end;
        while self.low(at) == "," && at + 1 < hi && self.in_phrase(at + 1) && !self.dated(at + 1) {
            let next = self.noun_phrase_right(at + 1, hi, false);
            if self.finite_at(next) {
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
        let past = if self.among(i, Is::MannerPreposition) {
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
            let named = self.named(k - 1).is_some() && whole(*k) && matches!(self.tag(*k), Tag::Det | Tag::Num);
            let people = self.tag(from) == Tag::Det
                && PEOPLE.iter().any(|e| self.low(k - 1).ends_with(e))
                && matches!(self.tag(*k), Tag::Det | Tag::Noun);
            named || people
        };
        let thing = (from + 1..end.max(from + 1) + 1).take(8).find(parts).filter(|k| *k < hi)?;
        let opens = self.tag(thing) != Tag::Det || self.noun_phrase_right(thing, hi, false) > thing + 1;
        opens.then_some(thing)
    }

    /// "his colleague to Ankara on 14 June", after "invited": whom, and where to.
    pub(super) fn invited(&self, from: usize, own: &Verb, hi: usize) -> Option<Right> {
        let from = self.skip_adjuncts(from, hi, false);
        let to = self.noun_phrase_right(from, hi, false);
        let verb = self.verb_from(to).is_some();
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
        // "requested permission to enter": nobody is asked.
        let nobody = self.among(from, Is::Leave);
        if !pronoun && (!self.in_phrase(from) || self.is_personal(from)) || nobody {
            return None;
        }
        let wide = if pronoun { from + 1 } else { self.noun_phrase_right(from, hi, true) };
        let core = if pronoun { from + 1 } else { self.noun_phrase_right(from, hi, false) };
        let object = Object { sight: self, frames, from, hi, core, blamed, pronoun };
        if let Some(of) = object.accused_of() {
            return Some((of, of));
        }
        let ends = [core, wide, self.list_end(wide, hi)].into_iter().take_while(|end| *end != from);
        ends.into_iter().find_map(|end| object.ending(end))
    }
}

/// Who may be told or accused, where a noun phrase follows a cue.
struct Object<'o, 'p, 'a> {
    sight: &'o Sight<'p, 'a>,
    frames: Frames,
    from: usize,
    hi: usize,
    /// Where the phrase ends, without what hangs on it.
    core: usize,
    /// The cue blames somebody or something: "criticised".
    blamed: bool,
    pronoun: bool,
}

impl Object<'_, '_, '_> {
    /// Whether somebody is asked to do something: "asked [X] to".
    fn is_asked(&self) -> bool {
        self.frames.has(Frames::OBJECT) && self.frames.has(Frames::INFINITIVE)
    }

    fn is_party(&self, end: usize) -> bool {
        self.pronoun || self.sight.is_party(&(self.from..end))
    }

    /// "accused the cardinal of plotting", "the Government of Spain of breach of …": what looks like one phrase is two.
    fn accused_of(&self) -> Option<usize> {
        let (s, from) = (self.sight, self.from);
        let accused = |of: &usize| {
            let whom = from..*of;
            s.low(*of) == "of" && *of + 1 < self.hi && (s.is_accusable(&whom) || s.is_ing(*of + 1) && s.is_party(&whom))
        };
        let accuses = self.frames.has(Frames::ACCUSED) && !self.blamed;
        let mut parts = (from + 1..self.core).filter(|of| accuses && accused(of));
        let unnamed = |of: &usize| s.named(*of + 1).is_none();
        parts.clone().find(unnamed).or_else(|| parts.next())
    }

    /// The object that ends here, and where what follows starts.
    fn ending(&self, end: usize) -> Option<(usize, usize)> {
        let s = self.sight;
        if let Some(at) = self.after_relative(end) {
            return Some((end, at));
        }
        if self.pressed_for(end) {
            return Some((end, end));
        }
        if let Some(found) = self.apposed(end) {
            return Some(found);
        }
        let marked = end + usize::from(s.is_quote_mark(end));
        if self.frames.has(Frames::INFINITIVE) && s.infinitive_at(marked) || self.of(end, end) {
            return Some((end, end));
        }
        // "advised Addis Ababa in February against …"
        let dated = s.skip_adjuncts(end, self.hi, false);
        if self.of(dated, end) {
            return Some((end, dated));
        }
        if self.blamed {
            let at = self.blamed_for(end)?;
            return Some((at, at));
        }
        let says = self.frames.has(Frames::QUOTE);
        let next = s.past_parenthesis(s.skip_adjuncts(end, self.hi, says), self.hi, true);
        self.is_told(next).then_some((end, next))
    }

    /// "asked drivers who still use the old plates to change them".
    fn after_relative(&self, end: usize) -> Option<usize> {
        let relative = self.is_asked() && self.sight.is(end, &["who", "which", "whose"]);
        if relative { self.sight.infinitive_after_relative(end, self.hi) } else { None }
    }

    /// "pressed the bank for answers".
    fn pressed_for(&self, end: usize) -> bool {
        let (s, from) = (self.sight, self.from);
        let known = || {
            s.tag(from) == Tag::Det
                && (!s.is_ing(from + 1) || s.tag(from + 2) == Tag::Noun)
                && !s.is(from, &["a", "an"])
        };
        self.is_asked()
            && s.low(end) == "for"
            && s.starts_noun_phrase(end + 1)
            && (self.is_party(end) || known())
            && !s.complemented(end + 1, self.hi)
    }

    /// "instructed its envoy in Tashkent, Jamshed Rahim, to return", "accused the judge, Abla Sena, who …, of".
    fn apposed(&self, end: usize) -> Option<(usize, usize)> {
        let (s, hi) = (self.sight, self.hi);
        let apposed = s.with_apposition(self.from, end, hi);
        let related = s.low(apposed) == "," && s.is_relative(apposed + 1) && apposed > end;
        let close = (apposed + 1..hi.min(apposed + 16)).find(|c| related && s.low(*c) == ",").unwrap_or(apposed);
        let told = |at: usize| self.frames.has(Frames::INFINITIVE) && s.infinitive_at(at) || self.of(at, end);
        (apposed > end && s.low(close) == "," && told(close + 1)).then_some((apposed, close + 1))
    }

    /// "accused Doha [of]", "thanked Doha [for] its efforts", but "criticised the plan for its cost".
    fn of(&self, at: usize, end: usize) -> bool {
        let s = self.sight;
        if self.blamed {
            return s.low(at) == "for" && self.is_party(end);
        }
        self.frames.has(Frames::ACCUSED.or(Frames::GERUND)) && s.among(at, Is::AccusedOfOrAgainst)
            || s.accused_in(self.frames, at)
    }

    /// "blamed the authorities, that they sell fear", "blamed gunmen based on the other bank for the attack": where what they
    /// are blamed for starts.
    fn blamed_for(&self, end: usize) -> Option<usize> {
        let s = self.sight;
        let party = self.is_party(end) || s.among(end - 1, Is::Forces);
        if party && s.low(end) == "," && s.low(end + 1) == "that" {
            return Some(end);
        }
        let people = party || s.among(end - 1, Is::SourcePeople);
        let hangs = |v: &Verb| v.start == end && (v.bare_participle || v.ing);
        let at = (end..self.hi.min(end + 10)).find(|i| s.low(*i) == "for")?;
        let plain = !s.has_finite(&(end + 1..at)) && !(end..at).any(|i| s.low(i) == ",");
        (people && plain && s.verb_at(end).is_some_and(hangs)).then_some(at)
    }

    /// Whether what somebody is told starts here.
    fn is_told(&self, next: usize) -> bool {
        let (s, frames, hi) = (self.sight, self.frames, self.hi);
        // "announced the departure of diplomats": by its head it is a thing.
        let head = (self.from + 1..self.core).find(|i| s.low(*i) == "of").unwrap_or(self.core);
        let thing = || frames.has(Frames::NOUN) && !self.is_party(head);
        let stops = || next >= hi || s.is_quote_mark(next) || s.among(next, Is::StopMark);
        let asks = || s.among(next, Is::QuestionWord) || s.low(next) == "if";
        frames.has(Frames::THAT) && s.low(next) == "that"
            || frames.has(Frames::QUOTE) && stops() && !thing()
            || frames.has(Frames::BARE) && s.opens_content(next) && s.clause_at(next, hi)
            || frames.has(Frames::QUESTION.or(Frames::BARE)) && asks()
    }
}
