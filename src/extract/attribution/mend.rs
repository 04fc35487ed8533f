//! What the tagger takes for something else, above all verbs for nouns: "the ministry fears damage", "…, opines the deputy",
//! "X, the chairman, claims that".

use super::sight::Sight;
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::cue::{Entry, Form, Frames, Part},
    text::tag::Tag,
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// Words of the closed classes get the tag that the rules rely on, whatever the tagger thought; others that which the
    /// words beside them ask for.
    pub(super) fn mend_tags(&mut self) {
        for i in 0..self.tags.len() {
            let closed = if self.facts(i).closed { self.closed_tag(i) } else { None };
            if let Some(tag) = closed.or_else(|| self.mended_tag(i)) {
                self.tags[i] = tag;
            }
        }
    }

    fn closed_tag(&self, i: usize) -> Option<Tag> {
        Some(match self.low(i) {
            "and" | "or" | "but" => Tag::Cconj,
            "of" | "at" | "from" | "with" | "into" | "by" | "towards" | "toward" | "against" | "during" | "amid"
            | "despite" => Tag::Adp,
            "he" | "she" | "they" | "we" | "i" => Tag::Pron,
            "the" | "a" | "an" => Tag::Det,
            "said" | "says" => Tag::Verb,
            "if" | "because" | "whereas" | "although" | "unless" => Tag::Sconj,
            "will" | "would" | "could" | "should" | "must" if self.tags[i] != Tag::Noun => Tag::Aux,
            "has" | "had" | "have" if self.tags[i] == Tag::X => Tag::Aux,
            _ => return None,
        })
    }

    fn mended_tag(&self, i: usize) -> Option<Tag> {
        match self.tags[i] {
            Tag::Noun | Tag::Propn | Tag::Adj => self.mended_noun(i),
            Tag::Verb => self.mended_verb(i),
            // Auxiliaries are a closed class.
            Tag::Aux if !self.facts(i).auxiliary => {
                Some(if self.page.word(i).starts_with(char::is_uppercase) { Tag::Propn } else { Tag::Verb })
            }
            // "US envoy Gabriel Escobar": a word for an office.
            Tag::Adv | Tag::Adp | Tag::X | Tag::Intj if self.facts(i).role => Some(Tag::Noun),
            Tag::Aux | Tag::Adv if self.named(i).is_some() => Some(Tag::Propn),
            _ => None,
        }
    }

    /// What was taken for a noun, a name or an adjective.
    fn mended_noun(&self, i: usize) -> Option<Tag> {
        let tag = self.tags[i];
        let name = tag == Tag::Propn;
        let before = i.checked_sub(1);
        // "ordered the company to grant “immediately” …"
        let infinitive = |b: usize| self.tags[b] == Tag::Part && self.low(b) == "to";
        if !name && before.is_some_and(infinitive) {
            return Some(Tag::Verb);
        }
        // "the union wrote"
        let free = |b: usize| !matches!(self.tags[b], Tag::Det | Tag::Adp);
        if self.facts(i).only_verb && self.named(i).is_none() && before.is_some_and(free) {
            return Some(Tag::Verb);
        }
        if name {
            return None;
        }
        if self.is_linked(i) {
            return Some(Tag::Adv);
        }
        // "had earlier demanded in the council": when, and not who.
        let time = self.among(i, Is::AnotherDay) || self.among(i, Is::AdverbBeforeVerb);
        if time && self.facts(i + 1).participle && before.is_some_and(|b| self.among(b, Is::PerfectAuxiliary)) {
            return Some(Tag::Adv);
        }
        if tag == Tag::Noun && self.is_joint(i) {
            return Some(Tag::Adj);
        }
        let verb = self.is_plural_verb(i)
            || if tag == Tag::Noun { self.is_verb_after_hidden(i) } else { self.is_verb_before_time(i) };
        verb.then_some(Tag::Verb)
    }

    /// What was taken for a verb.
    fn mended_verb(&self, i: usize) -> Option<Tag> {
        // "told journalists the talks go on"
        if self.is_noun_of_article(i) || self.is(i, &["journalists", "reporters"]) {
            return Some(Tag::Noun);
        }
        if self.is_linked(i) {
            return Some(Tag::Adv);
        }
        // "acting foreign minister"
        if self.is_joint(i) || self.among(i, Is::OfficeParticiple) && self.is_before_noun(i) {
            return Some(Tag::Adj);
        }
        // "US envoy Gabriel Escobar": a word for an office is no verb either.
        if self.low(i).ends_with('s') && self.is_plural(i) || self.facts(i).role {
            return Some(Tag::Noun);
        }
        // "proposals that neither Oslo nor Riga should …"
        if self.low(i) == "neither" {
            return Some(Tag::Cconj);
        }
        if self.is_participle_of_gift(i) {
            return Some(Tag::Adj);
        }
        // "Beijing" is no participle.
        self.named(i).map(|_| Tag::Propn)
    }

    /// Whether a noun, a name or an adjective follows.
    fn is_before_noun(&self, i: usize) -> bool {
        matches!(self.tags.get(i + 1), Some(Tag::Noun | Tag::Propn | Tag::Adj))
    }

    /// "said nevertheless that", "said further that".
    fn is_linked(&self, i: usize) -> bool {
        self.is(i, &["nevertheless", "nonetheless", "furthermore", "further"])
            && i.checked_sub(1).is_some_and(|b| self.facts(b).closed && self.is(b, &["said", "says"]))
    }

    /// "joint patrols".
    fn is_joint(&self, i: usize) -> bool {
        self.low(i) == "joint" && self.is_before_noun(i)
    }

    /// "Both deny this", "Kenya’s media report that".
    fn is_plural_verb(&self, i: usize) -> bool {
        let media = |b: usize| self.low(b) == "media" && b > 0 && self.is_genitive(b - 1);
        if self.is(i, &["report", "claim"]) && self.low(i + 1) == "that" && i.checked_sub(1).is_some_and(media) {
            return true;
        }
        self.among(i, Is::VerbTakenForNoun)
            && i.checked_sub(1).is_some_and(|b| self.among(b, Is::PluralSubject))
            && matches!(self.tags.get(i + 1), Some(Tag::Det | Tag::Pron | Tag::Sconj | Tag::Part))
    }

    /// "a source who requested anonymity estimates that".
    fn is_verb_after_hidden(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|b| self.is(b, &["anonymity", "identified", "named"]))
            && self.low(i).ends_with('s')
            && (self.low(i + 1) == "that" || self.tags.get(i + 1) == Some(&Tag::Propn))
    }

    /// "…, denounced hours after the president".
    fn is_verb_before_time(&self, i: usize) -> bool {
        self.low(i).ends_with("ed") && self.among(i + 1, Is::ShortTimeUnit) && self.among(i + 2, Is::TimeOrder)
    }

    /// "from a Gulf state that has hosted the talks".
    fn is_noun_of_article(&self, i: usize) -> bool {
        self.among(i, Is::NounTakenForVerb)
            && i >= 2
            && matches!(self.tags[i - 1], Tag::Propn | Tag::Adj)
            && !self.low(i - 1).ends_with('s')
            && self.is(i - 2, &["a", "an"])
    }

    /// Whether a word in -s is a noun by the words beside it.
    fn is_plural(&self, i: usize) -> bool {
        let (before, next) = (i.checked_sub(1), self.tags.get(i + 1));
        let after = |words: &[&str]| before.is_some_and(|b| self.is(b, words));
        // "to the Russians’ demands": what somebody has is no verb.
        before.is_some_and(|b| self.is_genitive(b))
            // "said witnesses saw": a plural before a verb.
            || after(&["said", "says", "that"]) && matches!(next, Some(Tag::Verb | Tag::Aux))
            // "denied reports that": what is denied.
            || self.low(i + 1) == "that" && self.among(i, Is::Claim) && before.is_some_and(|b| self.answers_claim(b))
            // "said supplies to the port": right after it a plural is no verb.
            || after(&["said", "says"]) && (next == Some(&Tag::Adp) || self.is(i + 1, &["to", "and"]))
            // "and airlines say the detour costs": a plural before a verb that cannot be a noun.
            || self.among(i + 1, Is::PluralSayVerb)
                && before.is_none_or(|b| {
                    self.among(b, Is::BeforeSubject) || matches!(self.tags[b], Tag::Adj | Tag::Det)
                })
    }

    /// "denied", "rejected", "confirmed": before a claim.
    fn answers_claim(&self, i: usize) -> bool {
        use crate::lexicon::act::Act;
        let answers = |act| matches!(act, Some(Act::Deny | Act::Reject | Act::Confirm));
        let claims = |e: &Entry| answers(e.cue.act) || e.lemma == "doubt";
        self.cues(i).iter().any(|e| e.words.len() == 1 && e.cue.part == Part::Verb && claims(e))
    }

    /// "promised President Diallo continued support": a participle beside its noun.
    fn is_participle_of_gift(&self, i: usize) -> bool {
        let plain = |j: &usize| self.named(*j).is_none() && !matches!(self.tags[*j], Tag::Noun | Tag::Propn | Tag::Det);
        self.low(i).ends_with("ed")
            && self.tags.get(i + 1) == Some(&Tag::Noun)
            && i.checked_sub(1).is_some_and(|b| self.named(b).is_some())
            && (i.saturating_sub(6)..i).rev().find(plain).is_some_and(|j| self.among(j, Is::GiveForm))
    }

    /// A word that can be a cue’s verb, after a noun and before what a cue governs, is one: "Video shows that …".
    pub(super) fn mend_cue_verbs(&mut self, range: Range<usize>) {
        for i in range.start + 1..range.end {
            let stray = matches!(self.tags[i], Tag::X | Tag::Adv | Tag::Adp | Tag::Intj) && self.low(i).ends_with("ed");
            if !stray && !matches!(self.tags[i], Tag::Noun | Tag::Propn | Tag::Adj) || self.named(i).is_some() {
                continue;
            }
            let cues = self.cues(i);
            if cues.is_empty() && !self.is(i, &["calls", "call"]) {
                continue;
            }
            let verb = cues.iter().any(|e| {
                let finite = matches!(e.form, Form::S | Form::Past | Form::PastOrParticiple);
                let plural = e.form == Form::Base
                    && (self.low(i - 1).ends_with('s')
                        || self.is(i - 1, &["both", "and"])
                        || self.low(i + 1) == "that" && !cues.iter().any(|e| e.cue.part == Part::Noun));
                e.cue.part == Part::Verb && e.cue.speaks && (finite || plural) && e.words.len() == 1
            });
            // "Dili bows to Canberra’s text", "analysts point out that"
            let several = self.cues_going_on(i).find(|e| {
                e.cue.part == Part::Verb
                    && e.cue.speaks
                    && e.words.len() > 1
                    && e.words.iter().enumerate().all(|(k, w)| self.low(i + k) == w)
                    && (matches!(e.form, Form::S | Form::Past | Form::PastOrParticiple)
                        || e.form == Form::Base && self.low(i - 1).ends_with('s'))
            });
            let several = several.is_some_and(|e| {
                let after = i + e.words.len();
                let amount = matches!(self.tag(after), Tag::Num | Tag::Adj | Tag::Noun) && self.low(after - 1) == "of";
                amount
                    || self.among(after, Is::ObjectOpener)
                    || self.named(after).is_some()
                    || self.is_quote_mark(after)
                    || self.tag(after) == Tag::Propn
            });
            // "…, Trend reports." – the agency that signs.
            let signs = i >= range.start + 3
                && verb
                && self.low(i).ends_with('s')
                && self.is(i + 1, &[",", "."])
                && i - 2 >= range.start
                && self.low(i - 2) == ","
                && self.page.word(i - 1).starts_with(char::is_uppercase);
            // "the embassy calls on residents"
            let particle = self.is(i, &["calls", "call"]) && self.is(i + 1, &["on", "upon"]);
            let past = self.low(i).ends_with("ed") && self.low(i - 1) == "," && self.tag(i + 1) == Tag::Adp;
            let pronoun = self.among(i - 1, Is::PersonalButItYou);
            // "sources deny it and maintain that"
            // "opposes the plan and offers to mediate": of the number of the verb before.
            let present = |j: usize| self.tags[j] == Tag::Verb && self.low(j).ends_with('s');
            let also = || {
                self.low(i + 1) == "to"
                    && self.low(i).ends_with('s')
                    && !self.low(i - 2).ends_with('s')
                    && (range.start..i - 1).any(present)
            };
            let joined = verb && self.is(i - 1, &["and", "but"]) && (self.low(i + 1) == "that" || also());
            let apposed = several && self.low(i - 1) == "," && i >= range.start + 2 && self.nounish(i - 2);
            // "rejects the plan and calls on Cairo to"
            let goes_on = particle && self.is(i - 1, &["and", ",", "but"]);
            let subject = past
                || apposed
                || goes_on
                || self.named(i - 1).is_some()
                || matches!(self.tags[i - 1], Tag::Noun | Tag::Propn | Tag::Pron) && !self.is_possessive(i - 1);
            let next = i + 1;
            let governs = past
                || self.is_ing(next)
                || self.among(
                    next,
                    Is::GovernedOpener)
                || self.is_quote_mark(next)
                // "states through its lawyer that"
                || self.tag(next) == Tag::Adp
                    && self.low(i) == "states"
                    && (next + 1..range.end.min(next + 6)).any(|j| self.low(j) == "that")
                || (self.tag(next) == Tag::Propn && self.low(i).ends_with('s'))
                // "China claims sovereignty over": the sentence has no other verb.
                || self.named(i - 1).is_some()
                    && self.low(i).ends_with('s')
                    && i == range.start + 1
                    && matches!(self.tag(next), Tag::Noun | Tag::Adj)
                    && !range.clone().any(|j| matches!(self.tags[j], Tag::Verb | Tag::Aux));
            let taken = (range.start..i).rev().take(8).any(|j| matches!(self.tags[j], Tag::Verb | Tag::Aux));
            if (verb && governs || particle || several) && subject && (!taken || pronoun || goes_on)
                || signs
                || joined
                || verb && self.present_by_place(i, &range)
            {
                self.tags[i] = Tag::Verb;
            }
        }
    }

    /// Whether a cue in the present that looks like a plural is its clause's verb, by what stands around it.
    fn present_by_place(&self, i: usize, range: &Range<usize>) -> bool {
        if !self.low(i).ends_with('s') {
            return false;
        }
        let has = |frames: Frames| {
            self.cues(i).iter().any(|e| {
                e.cue.part == Part::Verb && e.form == Form::S && e.words.len() == 1 && e.cue.frames.has(frames)
            })
        };
        let verbal = |j: &usize| matches!(self.tag(*j), Tag::Verb | Tag::Aux);
        let mut last = i - 1;
        while last > range.start && self.tag(last) == Tag::Adv {
            last -= 1;
        }
        let parts = |j: usize| self.is(j, &[",", ";", ":"]) || self.is_quote_mark(j) || self.is_dash(j);
        // "“…”, opines Bustamante.", "…, claims the ministry"
        if last + 1 == i && parts(last) && self.low(last) != ";" && has(Frames::QUOTE) {
            let name = self.named(i + 1).is_some() || self.page.word(i + 1).starts_with(char::is_uppercase);
            let who = name || self.tag(i + 1) == Tag::Det;
            let end = self.noun_phrase_right(i + 1, range.end, true);
            let closes = end >= range.end || self.among(end, Is::CommaColonStop) || self.is_quote_mark(end);
            let clause = (range.start..last).any(|j| verbal(&j)) || self.is_quote_mark(last) || i > range.start + 4;
            if who && end > i + 1 && closes && clause {
                return true;
            }
        }
        let after = if self.low(i + 1) == "," && self.low(i + 3) == "," { i + 4 } else { i + 1 };
        // "Simedrea, the leader of the party, claims that …"
        if self.low(last) == "," && self.low(after) == "that" && has(Frames::THAT) {
            let first = (range.start..last).find(verbal);
            let relative = |v: usize| (range.start + 1..v).any(|j| self.is_relative(j));
            return last > range.start && self.nounish(last - 1) && first.is_none_or(relative);
        }
        if !self.nounish(last) {
            return false;
        }
        let start = self.noun_phrase_left(last, range.start);
        let bounded = start == range.start
            || self.bounds_clause(start - 1)
            || self.is(start - 1, &["and", "but"])
            || self.tag(start - 1) == Tag::Num;
        if !bounded {
            return false;
        }
        // "The next exams, the Centre informs, will take place": the words of whoever stands between commas.
        let who = (start..=last).any(|j| self.named(j).is_some() || self.facts(j).role) || self.tag(start) == Tag::Det;
        let closes = i + 1 >= range.end || self.is(i + 1, &[",", "."]);
        if closes && who && start > range.start + 2 && has(Frames::QUOTE) {
            return parts(start - 1) && self.low(start - 1) != ";" && (start - 1..i).all(|j| !verbal(&j));
        }
        let clause = (range.start..start).rev().find(|j| parts(*j) || self.is(*j, &["and", "but"]));
        let taken = (clause.map_or(range.start, |c| c + 1)..i).any(|j| verbal(&j));
        if taken {
            return false;
        }
        if self.low(after) == ":" && has(Frames::QUOTE) && i + 3 < range.end {
            return who;
        }
        if self.low(after) == "that" {
            return true;
        }
        // "The Ministry of Finance fears damage", "Yerevan calls these reports disinformation": no other verb is there.
        let party = (start..=last).any(|j| self.named(j).is_some() || self.facts(j).role);
        let object = matches!(self.tag(i + 1), Tag::Noun | Tag::Adj | Tag::Num | Tag::Propn | Tag::Pron | Tag::Det)
            && !self.dated(i + 1);
        let stop = (i + 1..range.end).find(|j| parts(*j)).unwrap_or(range.end);
        let infinitive = |j: usize| self.low(j - 1) == "to" || self.is_relative(j - 1) || self.is_ing(j);
        let other = (i + 1..stop).any(|j| verbal(&j) && !infinitive(j) && !self.facts(j).participle);
        let aux = (i + 1..stop).any(|j| self.tag(j) == Tag::Aux && !self.is_relative(j - 1));
        party && object && !other && !aux && has(Frames::NOUN.or(Frames::BARE).or(Frames::TO_NOUN))
    }
}
