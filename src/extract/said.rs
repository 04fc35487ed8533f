//! Whom an act addresses, by the part that somebody plays in what is said: its subject, those whom it asks, the owner of a
//! thing, the doer of a deed.

use super::{
    attribution::{Attribution, Source, sight::Sight},
    mention::EntityKind,
    statement::Party,
};
use crate::{
    lexicon::{
        act::Act,
        class::WordClass as Is,
        cue::{Entry, Frames},
    },
    text::tag::Tag,
};
use std::ops::Range;

/// Frames whose content is a clause with a subject.
const CLAUSES: Frames = Frames::THAT.or(Frames::BARE).or(Frames::QUOTE).or(Frames::QUESTION);
/// Frames whose content is a thing or a deed: "demanded [the withdrawal]".
const THINGS: Frames = Frames::NOUN.or(Frames::TO_NOUN);

/// What is said, cut for the rules below.
struct Said<'s, 'p, 'a> {
    sight: &'s Sight<'p, 'a>,
    a: &'s Attribution,
    act: Act,
    content: Range<usize>,
    /// The first noun phrase past what is fronted, with what hangs on it: "[the envoys in Quito] must go".
    whole: Range<usize>,
    /// The same without: "[the envoys] in Quito".
    core: Range<usize>,
    /// The core with those joined to it: "[both Ecuador and Peru] must".
    subject: Range<usize>,
}

impl Sight<'_, '_> {
    /// By the part that the content's subject or object plays in the act.
    pub(super) fn addressees_by_content(&self, a: &Attribution, act: Act) -> Vec<Party> {
        let Some(first) = a.content.first() else { return Vec::new() };
        let said = Said::of(self, a, act, self.tokens_of(*first));
        if let Some(found) = said.handed() {
            return found;
        }
        match act {
            Act::Ask => said.called(),
            Act::Consult => said.met(),
            Act::Warn if a.frame.has(CLAUSES) => said.warned(),
            Act::Demand | Act::Request | Act::Propose if a.frame.has(CLAUSES) => said.wanted(),
            Act::Accuse if a.frame.has(CLAUSES) => said.accused(),
            Act::Criticise | Act::Praise if said.is_clause() => said.target(),
            Act::Criticise | Act::Praise | Act::Accuse if a.frame.has(THINGS.or(CLAUSES)) => said.judged(),
            Act::Demand | Act::Request if a.frame.has(THINGS) => said.asked_for(),
            _ => Vec::new(),
        }
    }

    /// Past what stands before the subject: "Every time a new round comes near, our neighbours …".
    pub(super) fn past_fronted(&self, start: usize, hi: usize) -> usize {
        let fronted = self.tag(start) == Tag::Adp || self.among(start, Is::FrontedAdjunct) || self.dated(start);
        let comma = (start..hi.min(start + 16)).find(|i| fronted && self.low(*i) == ",");
        comma.filter(|c| self.in_phrase(c + 1) || self.is_personal(c + 1)).map_or(start, |c| c + 1)
    }

    /// Past when and where somebody was met: "in New York yesterday the representatives", "on Wednesday the minister".
    fn past_adjuncts(&self, from: usize, hi: usize) -> usize {
        let adjunct = |i: usize| self.dated(i) || self.tag(i) == Tag::Adp && !self.is(i, &["with"]);
        if from >= hi || !adjunct(from) {
            return from;
        }
        let place = |i: usize| self.named(i).is_some_and(|m| self.mentions[m].kind == EntityKind::Place);
        let opens = |i: usize| self.among(i, Is::SubjectDeterminer) || self.named(i).is_some() && place(i - 1);
        let after =
            |i: usize| !self.dated(i) && opens(i) && self.tag(i - 1) != Tag::Adp && !self.is(i - 1, &["the", ","]);
        (from + 1..hi.min(from + 9))
            .find(|i| after(*i) && self.named(*i - 1).is_none_or(|m| self.named(*i) != Some(m)))
            .unwrap_or(from)
    }

    /// Past quotation marks and "neither".
    fn past_marks(&self, mut i: usize, hi: usize) -> usize {
        while i < hi && (self.is_quote_mark(i) || self.among(i, Is::PairWordOrMark)) {
            i += 1;
        }
        i
    }

    fn past_adverbs(&self, mut i: usize) -> usize {
        while i < self.tags.len() && self.tag(i) == Tag::Adv {
            i += 1;
        }
        i
    }

    /// Whether the verb after a subject does what it says: of "Algeria demands that" the subject is who speaks.
    fn performs(&self, from: usize, hi: usize) -> bool {
        self.verbs_in(&(from..hi.min(from + 5))).first().is_some_and(|v| {
            let says = |e: &Entry| matches!(e.cue.act, Some(Act::Demand | Act::Request | Act::Propose | Act::Reject));
            !v.past && v.modal.is_none() && v.finite && self.cues(v.head).iter().any(says)
        })
    }

    /// The end of a subject before a verb that was taken for a noun: "that Denmark hand over", "the embassy misleads".
    fn without_verb(&self, start: usize, end: usize) -> usize {
        let last = end.wrapping_sub(1);
        if end < start + 2
            || self.verb_at(end).is_some_and(|v| v.finite)
            || !self.page.word(last).starts_with(char::is_lowercase)
        {
            return end;
        }
        let party = |i: usize| self.among(i, Is::Collective) || self.among(i, Is::Forces);
        if self.named(start).is_some_and(|m| Some(m) == self.named(last - 1)) {
            let people = party(last)
                || self.low(last).ends_with('s')
                || self.among(last, Is::Role)
                || self.tag(last) != Tag::Noun;
            return if people { end } else { last };
        }
        let singular = party(last - 1) && !self.low(last - 1).ends_with('s');
        if singular && self.low(last).ends_with('s') && !party(last) && self.named(last).is_none() { last } else { end }
    }

    /// The end of parties joined to the phrase that ends here: "Serbia and Kosovo".
    fn joined(&self, mut end: usize, hi: usize) -> usize {
        for _ in 0..4 {
            let next = end + 1;
            if next >= hi || !self.is(end, &["and"]) || !self.in_phrase(next) {
                break;
            }
            let to = self.noun_phrase_right(next, hi, false);
            if to == next || !(next..to).any(|i| self.named(i).is_some()) {
                break;
            }
            end = to;
        }
        end
    }
}

impl<'s, 'p, 'a> Said<'s, 'p, 'a> {
    fn of(sight: &'s Sight<'p, 'a>, a: &'s Attribution, act: Act, content: Range<usize>) -> Self {
        let start = sight.past_fronted(sight.past_marks(content.start, content.end), content.end);
        let whole = start..sight.noun_phrase_right(start, content.end, true);
        let core = sight.noun_phrase_right(start, content.end, false);
        let both =
            start > content.start && sight.is(start - 1, &["both"]) && !(start..core).any(|i| sight.is(i, &["and"]));
        let core = start..sight.without_verb(start, core);
        let subject = start - usize::from(both)..sight.joined(core.end, content.end);
        Said { sight, a, act, content, whole, core, subject }
    }

    /// Whether the words are a clause with its verb.
    fn is_clause(&self) -> bool {
        self.a.frame.has(CLAUSES) && self.sight.has_finite(&self.content)
    }

    /// Whether a phrase shares a name with the source: nobody addresses themselves.
    fn is_own(&self, r: &Range<usize>) -> bool {
        let s = self.sight;
        let Source::Phrase(source) = &self.a.source else { return false };
        source.clone().any(|i| s.named(i).is_some() && r.clone().any(|j| s.low(i) == s.low(j)))
    }

    /// "[We] want Chile to sign": whether the speaker is the subject.
    fn is_of_speaker(&self) -> bool {
        self.sight.is(self.core.start, &["we", "i"])
    }

    /// The first noun phrase, the longer of its two readings.
    fn first(&self) -> Range<usize> {
        self.core.start..self.whole.end.max(self.core.end)
    }

    /// The noun phrase that starts right behind a token.
    fn behind(&self, token: usize) -> Range<usize> {
        token + 1..self.sight.noun_phrase_right(token + 1, self.content.end, false)
    }

    /// One party, named by this mention.
    fn mentioned(&self, m: usize) -> Vec<Party> {
        vec![Party { span: Some(self.sight.mentions[m].span), referents: vec![m], ..Party::default() }]
    }

    /// Whether a mention is a person, a state or a body.
    fn is_of_party(&self, m: usize) -> bool {
        let kind = self.sight.mentions[m].kind;
        matches!(kind, EntityKind::Person | EntityKind::Country | EntityKind::Organisation)
    }

    /// "offered the Afghan side a joint post", "asked in a letter the Commission what it plans": who stands before the thing.
    fn handed(&self) -> Option<Vec<Party>> {
        let s = self.sight;
        let handed = matches!(self.act, Act::Propose | Act::Promise | Act::Ask | Act::Request | Act::Demand);
        let thing = s.among(self.core.end, Is::SecondObjectOpener) && self.core.end < self.content.end;
        let given = handed && thing && !self.is_clause() && self.a.verb.is_some() && s.may_be_party(&self.core);
        let found = if given { s.parties(&self.core) } else { Vec::new() };
        (!found.is_empty()).then_some(found)
    }

    /// "…, Mr. Borrell?": spoken to by name.
    fn called(&self) -> Vec<Party> {
        let (s, content) = (self.sight, &self.content);
        let end =
            if content.end > content.start && s.low(content.end - 1) == "?" { content.end - 1 } else { content.end };
        let Some(comma) = (content.start..end).rev().take(6).find(|i| s.low(*i) == ",") else { return Vec::new() };
        let name = comma + 1..end;
        let named = !name.is_empty()
            && name.clone().any(|i| s.names_person(i) || s.among(i, Is::HighOffice))
            && s.verbs_in(&name).is_empty();
        if named { s.parties(&name) } else { Vec::new() }
    }

    /// "received in New York yesterday the representatives of Kenya": whom somebody met.
    fn met(&self) -> Vec<Party> {
        let s = self.sight;
        let with = self.met_with();
        if self.a.frame != Frames::MEETING || self.a.lemma.starts_with("discuss") && with.is_none() {
            return Vec::new();
        }
        let from = s.past_adjuncts(with.unwrap_or(self.content.start), self.content.end);
        let met = from..self.met_until(from);
        // "the foreign ministers of Kenya, Uganda and Ruanda": they, not the last two.
        let comma = met.clone().find(|i| s.low(*i) == ",");
        if comma.is_some_and(|c| (from..c).any(|i| s.low(i) == "of" && s.low(i - 1).ends_with('s'))) {
            return vec![Party { span: s.span(&met), ..Party::default() }];
        }
        let found = s.parties(&met);
        if !found.is_empty() && !s.among(from, Is::RequestedHelp) {
            return found;
        }
        // "must meet in the next days his counterpart Sergey Lavrov"
        let person = |m: &usize| s.mentions[*m].kind == EntityKind::Person;
        let met = self.content.clone().find_map(|i| s.named(i).filter(person));
        met.map_or_else(Vec::new, |m| self.mentioned(m))
    }

    /// "discussed it for hours with [the envoy]": where those met begin, behind a "with" of the meeting itself.
    fn met_with(&self) -> Option<usize> {
        let (s, start) = (self.sight, self.content.start);
        let with = self.content.clone().find(|i| s.is(*i, &["with"]))?;
        let no_party = !s.in_phrase(start) || s.is(start, &["this", "that", "it"]) || s.dated(start);
        no_party.then_some(with + 1)
    }

    /// Where those met end: "delegates [from both sides]", "Kenya, Uganda and Ruanda".
    fn met_until(&self, from: usize) -> usize {
        let s = self.sight;
        let to = s.noun_phrase_right(from, self.content.end, false);
        let sides = s.is(to, &["from", "of"]) && s.is(to + 1, &["both"]);
        if sides { (to + 3).min(self.content.end) } else { s.list_end(to, self.content.end) }
    }

    /// Of a warning: who has to do something, who will pay for it, whose a thing is.
    fn warned(&self) -> Vec<Party> {
        let s = self.sight;
        if let Some(bound) = self.bound() {
            return s.parties(&bound);
        }
        let verb = s.verb_at(self.core.end).or_else(|| s.verb_at(self.core.end + 1));
        let must = verb.and_then(|v| v.modal).is_some_and(|m| s.is(m, &["must", "should"]));
        if must && !self.is_own(&self.subject) {
            return s.parties(&self.subject);
        }
        let payer = s.payers(&self.content).find(|r| !self.is_own(r));
        let found = payer.map_or_else(Vec::new, |r| s.parties(&r));
        if found.is_empty() { self.owner_warned() } else { found }
    }

    /// "warned that the silence of Lima means …", "that Pakistan’s dam …": whose it is.
    fn owner_warned(&self) -> Vec<Party> {
        let (s, subject) = (self.sight, &self.whole);
        let owner = subject.clone().find_map(|i| {
            let of = s.low(i) == "of";
            let from = i + usize::from(of);
            let end = s.noun_phrase_right(from, subject.end, false);
            let genitive = || (from..end).find(|j| i == subject.start && s.is_genitive(*j));
            let to = if of { Some(end) } else { genitive() };
            to.map(|to| from..to).filter(|r| !r.is_empty() && s.is_party(r) && !self.is_own(r))
        });
        owner.map_or_else(Vec::new, |r| s.parties(&r))
    }

    /// Who has to do something, though another word is the subject.
    fn bound(&self) -> Option<Range<usize>> {
        self.would_be_for().or_else(|| self.needed_that()).or_else(|| self.time_that()).or_else(|| self.assured_that())
    }

    /// "It would be a mistake for Russia to …".
    fn would_be_for(&self) -> Option<Range<usize>> {
        let s = self.sight;
        let named = self.content.clone().find(|i| s.low(*i) == "for" && s.named(i + 1).is_some())?;
        Some(self.behind(named)).filter(|r| s.infinitive_at(r.end))
    }

    /// "What we need is that our neighbour goes", "… is for the other side to go".
    fn needed_that(&self) -> Option<Range<usize>> {
        let (s, start) = (self.sight, self.core.start);
        let opens = |i: &usize| s.is(*i, &["that", "for"]) && s.is(i - 1, &["is", "was", ","]);
        let from = (start + 2..self.content.end.min(start + 9)).find(opens)?;
        let bound = self.behind(from);
        (s.is(start, &["what", "all"]) && s.may_be_party(&bound)).then_some(bound)
    }

    /// "It is time that Pakistan accepts".
    fn time_that(&self) -> Option<Range<usize>> {
        let s = self.sight;
        let bound = self.behind(self.that_within(6)?);
        (s.low(self.core.start) == "it" && s.is_party(&bound)).then_some(bound)
    }

    /// "“guarantees” that the alliance will not expand".
    fn assured_that(&self) -> Option<Range<usize>> {
        let that = self.that_within(5)?;
        let assurance = |i: usize| self.sight.is(i, &["guarantees", "guarantee", "assurances", "assurance"]);
        (self.core.start..that).any(assurance).then(|| self.behind(that))
    }

    /// "that" among so many words.
    fn that_within(&self, most: usize) -> Option<usize> {
        let start = self.core.start;
        (start + 1..self.content.end.min(start + most)).find(|i| self.sight.low(*i) == "that")
    }

    /// Of a demand, request or proposal in a clause: who is to do it.
    fn wanted(&self) -> Vec<Party> {
        let s = self.sight;
        if self.act != Act::Propose
            && let Some(bound) = self.bound()
        {
            return s.parties(&bound);
        }
        if let Some(asked) = self.asked() {
            return s.parties(&asked);
        }
        let subject = &self.subject;
        let speaks =
            self.is_of_speaker() || self.is_own(subject) || self.a.spoken && s.performs(subject.end, self.content.end);
        if speaks || subject.is_empty() || s.wished_until(&self.content, self.act).is_some() {
            return Vec::new();
        }
        // "demands that the committee be informed": not by the committee.
        if let Some(found) = s.wanted_of(subject, self.content.end) {
            return found;
        }
        let mut found = s.parties(subject);
        // "suggested that the committee meet": it is asked of nobody; but "that Chile apologise"
        let open = s.verb_at(subject.end).and_then(|v| v.modal);
        let open = open.is_some_and(|m| !s.among(m, Is::Obliging));
        found.retain(|p| self.act != Act::Propose || !open && !p.referents.is_empty());
        found
    }

    /// "We want Russia to say yes", "we are asking Russia to", "China urges Manila to": who is asked in the words themselves.
    fn asked(&self) -> Option<Range<usize>> {
        let s = self.sight;
        let from = self.core.end;
        let whom = |r: &Range<usize>| {
            let before = r.start - 1;
            let after = s.verb_at(s.past_adverbs(r.end)).is_some_and(|v| v.infinitive)
                || self.is_of_speaker() && s.among(r.end, Is::AfterAskedParty);
            after && (s.verb_at(before).is_some_and(|v| v.head == before) || s.among(before, Is::BeforeAskedParty))
        };
        (from..self.content.end)
            .filter(|i| s.in_phrase(*i) || s.named(*i).is_some())
            .map(|i| i..s.noun_phrase_right(i, self.content.end, false))
            .find(|r| r.start > from && s.may_be_party(r) && whom(r))
    }

    /// Of an accusation in a clause: "we are asking Rome to explain" accuses those asked, other words their target.
    fn accused(&self) -> Vec<Party> {
        match self.asked().filter(|_| self.is_of_speaker()) {
            Some(asked) => self.sight.parties(&asked),
            None => self.target(),
        }
    }

    /// Who is accused, criticised or praised in a clause: its subject, else the first party that it names as owner,
    /// agent or object.
    fn target(&self) -> Vec<Party> {
        let (s, subject) = (self.sight, &self.subject);
        let adverse = subject.len() > 1 && subject.clone().any(|i| s.among(i, Is::Adverse));
        let thing = !adverse && s.among(subject.start, Is::NotTargetSubject);
        if !thing && !subject.is_empty() && !self.is_own(subject) {
            if subject.len() == 1 && s.is(subject.start, &["he", "she", "they"]) {
                return s.party(subject).into_iter().collect();
            }
            let found = s.parties(subject);
            if !found.is_empty() {
                return found;
            }
        }
        let named = self.blamed().or_else(|| self.target_named()).or_else(|| self.state_blamed());
        named.map_or_else(Vec::new, |m| self.mentioned(m))
    }

    /// "because of Ethiopian intransigence": whose what is blamed is.
    fn blamed(&self) -> Option<usize> {
        let s = self.sight;
        let blamed = |i: &usize| s.among(i + 1, Is::Blameful) && s.named(*i).is_none() && !self.is_own(&(*i..i + 1));
        self.content.clone().filter(blamed).find_map(|i| s.state_meant(&(i..i + 1)))
    }

    /// "a crime committed by Rwanda", "they let down Rwanda": the first party behind a preposition or a verb, or before "’s".
    fn target_named(&self) -> Option<usize> {
        let (s, content) = (self.sight, &self.content);
        content.clone().take(40).find_map(|i| {
            let mention = s.named(i).filter(|m| self.is_of_party(*m))?;
            let end = s.noun_phrase_right(i, content.end, false);
            let led = i > content.start
                && (s.among(i - 1, Is::BeforeTarget) || s.verb_at(i - 1).is_some_and(|v| v.head == i - 1))
                || (i..end).any(|j| s.is_genitive(j));
            (led && !self.is_own(&(i..i + 1))).then_some(mention)
        })
    }

    /// "the Rwandan tanks": the first state that words mean.
    fn state_blamed(&self) -> Option<usize> {
        let other = |r: &Range<usize>| !self.is_own(r);
        let words = self.content.clone().take(40).map(|i| i..i + 1);
        words.filter(other).find_map(|r| self.sight.state_meant(&r))
    }

    /// "praised Turkey’s efforts", "thanked the crew", "condemned arrests by Peru": whose what is judged is.
    fn judged(&self) -> Vec<Party> {
        let (s, core) = (self.sight, &self.core);
        let third = core.len() == 1 && s.among(core.start, Is::ThirdObject);
        if third || self.a.lemma == "thank" && !core.is_empty() && !s.is_crowd(core) {
            return s.party(core).into_iter().collect();
        }
        // "praised Turkey’s efforts" is addressed to Turkey as well.
        let mut found = s.parties(&self.subject);
        if found.iter().any(|p| !p.referents.is_empty()) {
            return found;
        }
        if let Some(m) = self.owner_judged() {
            return vec![Party { span: s.span(&self.first()), referents: vec![m], ..Party::default() }];
        }
        // A thing by its name is nobody: "the Takeshima survey".
        let whom = |r: &Range<usize>| {
            let mut words = r.clone().take_while(|i| s.low(*i) != "of");
            words.any(|i| s.among(i, Is::Collective) || s.among(i, Is::Role)) || s.of_a_nation(r)
        };
        found.retain(|p| p.span.is_some_and(|span| whom(&s.tokens_of(span))));
        if found.is_empty() { s.owner_unnamed(&(core.start..self.content.end)) } else { found }
    }

    /// "the position of Iran", "Belgrade’s demand", "an attack by Oman": whose it is; not where it was: "arrests in France".
    fn owner_judged(&self) -> Option<usize> {
        let s = self.sight;
        let first = self.first();
        let near = first.start..first.clone().find(|i| s.is(*i, &["in", "at", "near"])).unwrap_or(first.end);
        let owner = near.clone().find_map(|i| s.named(i)).filter(|m| self.is_of_party(*m));
        owner.or_else(|| s.state_meant(&near)).or_else(|| {
            let by = (first.start..self.content.end).find(|i| s.low(*i) == "by")?;
            let agent = self.behind(by);
            let named = agent.clone().find_map(|i| s.named(i)).or_else(|| s.state_meant(&agent));
            named.filter(|_| s.is_party(&agent))
        })
    }

    /// Of a demand or request for a thing or a deed: who is to give or do it.
    fn asked_for(&self) -> Vec<Party> {
        let s = self.sight;
        if self.is_told_to() {
            let found = s.parties(&self.subject);
            // "called the citizens to come"
            let last = self.core.clone().next_back();
            let people = last.is_some_and(|last| s.among(last, Is::Hearer) || s.among(last, Is::Bystander));
            return if found.is_empty() && people { s.party(&self.core).into_iter().collect() } else { found };
        }
        let ahead = self.core.start..self.content.end;
        // "assurances from NATO", "concrete steps from Baghdad"
        let mut from = ahead.clone().take(12).filter(|i| s.low(*i) == "from").map(|i| self.behind(i));
        let of_whom = from.find(|r| !r.is_empty() && s.may_be_party(r));
        if let Some(found) = of_whom.map(|r| s.parties(&r)).filter(|f| !f.is_empty()) {
            return found;
        }
        // "guarantees that NATO will not"
        if let Some(that) = ahead.clone().take(8).find(|i| s.low(*i) == "that") {
            return s.parties(&self.behind(that));
        }
        // "the withdrawal of NATO forces", "Russia’s withdrawal": whose deed is asked for.
        let first = self.first();
        if !self.whole.clone().any(|i| s.among(i, Is::AskedDeed)) {
            return Vec::new();
        }
        let doer = first.clone().find_map(|i| s.named(i)).filter(|m| s.mentions[*m].kind != EntityKind::Place);
        let doer = doer.or_else(|| s.state_meant(&first));
        doer.map_or_else(|| s.owner_unnamed(&ahead), |m| self.mentioned(m))
    }

    /// "called the citizens to come", "begged the cabinet at a dinner in May not to touch": an infinitive follows.
    fn is_told_to(&self) -> bool {
        let s = self.sight;
        let infinitive = |at: usize| {
            s.infinitive_at(at)
                || s.is(at, &["not"]) && s.is(at + 1, &["to"])
                || s.is(at, &["to"]) && s.is_quote_mark(at + 1)
        };
        let end = self.core.end;
        let later = || Is::BegLemma.has(self.a.lemma.as_str()) && (end..self.content.end.min(end + 9)).any(infinitive);
        infinitive(self.whole.end) || infinitive(end) || later()
    }
}
