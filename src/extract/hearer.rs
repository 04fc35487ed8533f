//! Who hears or meant, where words beside the act tell: a letter or a call, a clear word to somebody inside what is said,
//! what somebody will pay for, and the act before it in the same sentence.

use super::{
    addressed::Heard,
    attribution::{
        Attribution, Source,
        sight::{Sight, Verb},
    },
    mention::EntityKind,
    statement::Party,
};
use crate::lexicon::{
    act::Act,
    class::WordClass as Is,
    cue::{Entry, Frames},
};
use std::ops::Range;

/// Acts that want somebody to hear them.
const DIRECTED: &[Act] = &[Act::Demand, Act::Request, Act::Propose, Act::Promise, Act::Agree, Act::Warn, Act::Threaten];

impl Sight<'_, '_> {
    /// Whom words beside the act tell so clearly that nothing else is weighed.
    pub(super) fn surely_addressed(&self, a: &Attribution, act: Act) -> Vec<Party> {
        let other = |r: &Range<usize>| !matches!(&a.source, Source::Phrase(s) if self.speaks_for(s, r));
        match (act, a.content.first()) {
            (Act::Threaten | Act::Criticise, Some(c)) if a.object.is_none() => {
                self.payers(&self.tokens_of(*c)).find(other).map_or_else(Vec::new, |r| self.parties(&r))
            }
            // "affirmed Egypt’s solidarity with Somalia": not whose it is.
            (Act::Praise, Some(c)) if a.object.is_none() && !a.spoken => {
                let content = self.tokens_of(*c);
                let felt = |i: &usize| self.is(*i, &["with", "for", "to"]) && self.among(i - 1, Is::FeltNoun);
                let with = (content.start + 1..content.end.min(content.start + 10)).find(felt);
                with.map_or_else(Vec::new, |w| {
                    self.parties(&(w + 1..self.noun_phrase_right(w + 1, content.end, false)))
                })
            }
            _ => {
                let some = |found: Vec<Party>| Some(found).filter(|f| !f.is_empty());
                let meets = a.object.is_none() && matches!(act, Act::Propose | Act::Request);
                let met = || {
                    let content = a.content.first().filter(|_| meets)?;
                    self.to_be_met(&self.tokens_of(*content)).filter(other).map(|r| self.parties(&r))
                };
                let told = some(self.given_to(a)).or_else(|| some(self.told_to(a)));
                told.or_else(|| some(self.contacted(a, act))).or_else(met).unwrap_or_default()
            }
        }
    }

    /// "agreed at the end of the call with his colleague to …, and promised to …", "blasts Cambodia, orders it to stop": a second
    /// verb of the same speaker is said to whom the first is.
    pub(super) fn goes_on(&self, second: &Heard, first: &Heard, own: &[Party], to: &[Party]) -> bool {
        let (a, b) = (first.a, second.a);
        let same = matches!(a.source, Source::Phrase(_)) && a.source == b.source && a.sentence == b.sentence;
        let follows = a.cue.as_ref().zip(b.cue.as_ref()).is_some_and(|(a, b)| a.end <= b.start);
        let it = b.object.as_ref().is_some_and(|o| o.len() == 1 && self.is(o.start, &["it"]));
        let object = it && own.is_empty();
        let directed = DIRECTED.contains(&second.act);
        // "met the vice minister and requested the release of the ship"
        let met = first.act == Act::Consult && !to.is_empty();
        same && follows && (object || own.is_empty() && directed && (met || self.is_sure(a, first.act, to)))
    }

    /// Whether these are they.
    pub(super) fn is_sure(&self, a: &Attribution, act: Act, found: &[Party]) -> bool {
        !found.is_empty() && self.surely_addressed(a, act).first().map(|p| p.span) == found.first().map(|p| p.span)
    }

    /// "“…”, replied a colonel to the Kenyan delegation", "he answered to the envoy: “…”": right behind the speaker or the cue.
    fn told_to(&self, a: &Attribution) -> Vec<Party> {
        let (Some(cue), Source::Phrase(source), true) = (&a.cue, &a.source, a.spoken) else { return Vec::new() };
        let to = self.told_within(Some(cue), source).unwrap_or(cue.end.max(source.end));
        let party = to + 1..self.noun_phrase_right(to + 1, self.sentence(a.sentence).end, false);
        let heard = self.is(to, &["to"])
            && !self.among(to - 1, Is::PostedOrMission)
            && self.is_party(&party)
            && !self.is_outlet(&party)
            && !self.is_crowd(&party);
        if heard { self.parties(&party) } else { Vec::new() }
    }

    /// Where "to" stands in a source behind its cue: "explained the operator [to] the Kazakh delegation".
    pub(super) fn told_within(&self, cue: Option<&Range<usize>>, source: &Range<usize>) -> Option<usize> {
        let to = |i: &usize| self.is(*i, &["to"]) && !self.among(*i - 1, Is::PostedOrMission);
        let inverted = cue.is_some_and(|c| c.end <= source.start);
        (source.start + 1..source.end).filter(|_| inverted).find(to)
    }

    /// "in a letter to the president warned against", "agreed at the end of the call with his counterpart to".
    pub(super) fn contacted(&self, a: &Attribution, act: Act) -> Vec<Party> {
        let first = a.content.first().filter(|_| DIRECTED.contains(&act) && a.object.is_none());
        let (Some(cue), Some(first)) = (&a.cue, first) else { return Vec::new() };
        let sentence = self.sentence(a.sentence);
        let source = match &a.source {
            Source::Phrase(r) => r.clone(),
            _ => cue.clone(),
        };
        // Before the source, between it and the cue, or right after the cue.
        let end = self.tokens_of(*first).start.max(cue.end).min(sentence.end);
        let own = |i: &usize| {
            let at = i - 1;
            // Another's letter: "rejected Obama's letter to Castro and warned".
            let within = source.contains(&at) && !(source.start..at).any(|i| self.is(i, &["in", "after", "during"]));
            self.among(at, Is::Contact) && !within && (at + 12 > cue.start || at < source.start)
        };
        let link = (sentence.start + 1..end).rev().filter(|i| self.is(*i, &["to", "with"])).find(own);
        // "And from Baghdad he demanded that …"
        let from = (sentence.start..source.start.min(sentence.start + 2))
            .find(|i| a.act == Some(Act::Demand) && self.low(*i) == "from" && !self.dated(i + 1));
        let Some(link) = link.or(from) else { return Vec::new() };
        let party = link + 1..self.noun_phrase_right(link + 1, end, false);
        let clause = (link..cue.start).any(|i| self.is_relative(i) || self.among(i, Is::ClauseCoordinator));
        if party.is_empty() || clause || self.is_outlet(&party) || self.is_crowd(&party) {
            return Vec::new();
        }
        self.parties(&party)
    }

    /// "We have made it clear to Belgrade that …", "I say to our neighbours: …": whom the speaker has told.
    fn told_inside(&self, content: &Range<usize>) -> Vec<Party> {
        let start = content.start + usize::from(self.is_quote_mark(content.start));
        let hi = content.end.min(start + 9);
        let to = (start + 1..hi).find(|i| self.low(*i) == "to").filter(|_| self.is(start, &["i", "we"]));
        let Some(to) = to else { return Vec::new() };
        let party = to + 1..self.noun_phrase_right(to + 1, content.end, false);
        if party.is_empty() || !self.is(party.end, &["that", ":", ","]) || !self.is_party(&party) {
            return Vec::new();
        }
        self.parties(&party)
    }

    /// "the price that Lebanon will pay", "an adventure that Turkey will regret": who will.
    pub(super) fn payers(&self, content: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let start = content.start;
        let pays = self.verbs_in(content).iter().filter(|v| v.modal.is_some() && self.among(v.head, Is::PaysFor));
        let payers = pays.filter_map(move |v| {
            let last = v.start.checked_sub(1).filter(|l| *l >= start)?;
            Some(self.noun_phrase_left(last, start)..v.start)
        });
        payers.filter(|r| self.may_be_party(r) && !self.is(r.start, &["we", "i"]))
    }

    /// "the resignation of the government", "the decision of the cabinet": whose it is, where nobody is named.
    pub(super) fn owner_unnamed(&self, range: &Range<usize>) -> Vec<Party> {
        let end = self.noun_phrase_right(range.start, range.end, false);
        let of = if self.low(end) == "of" { Some(end) } else { (range.start..end).find(|i| self.low(*i) == "of") };
        let of = of.filter(|of| self.among(of + 1, Is::PlainDeterminer));
        of.map_or_else(Vec::new, |of| self.parties(&(of + 1..self.noun_phrase_right(of + 1, range.end, false))))
    }

    /// "offered to meet President Sirleaf", "asked for talks with Quito": with whom.
    fn to_be_met(&self, content: &Range<usize>) -> Option<Range<usize>> {
        let hi = content.end.min(content.start + 10);
        let meets = |i: &usize| self.cues(*i).iter().any(|e| e.cue.act == Some(Act::Consult));
        let meets = (content.start..hi).find(meets);
        let with = meets.and_then(|m| (m + 1..hi).find(|i| self.low(*i) == "with"));
        let direct = meets.filter(|m| self.infinitive_at(content.start) && self.verb_at(*m).is_some());
        let party = with.or(direct).map(|i| i + 1..self.noun_phrase_right(i + 1, content.end, false));
        party.filter(|r| self.may_be_party(r))
    }

    /// The state that stands after "in" at a token, by its name or its capital.
    pub(super) fn state_after_in(&self, at: usize) -> Option<usize> {
        let place = Some(at + 1).filter(|_| self.is(at, &["in"]))?;
        let state = self.named(place).filter(|m| self.mentions[*m].kind == EntityKind::Country);
        state.or_else(|| self.state_meant(&(place..place + 1)))
    }

    /// Whom the words that are said turn to, where neither their frame nor their subject tells it.
    pub(super) fn turned_to(&self, a: &Attribution, act: Act) -> Vec<Party> {
        let Some(first) = a.content.first().map(|c| self.tokens_of(*c)) else { return Vec::new() };
        let wants = matches!(act, Act::Demand | Act::Request | Act::Propose);
        let some = |found: Vec<Party>| Some(found).filter(|f| !f.is_empty());
        let called = || a.content.iter().find_map(|c| some(self.called_upon(&self.tokens_of(*c))));
        let spoken = || some(self.told_inside(&first)).or_else(called);
        let found = if wants { some(self.let_do(&first)) } else { None };
        found.or_else(|| if a.spoken { spoken() } else { None }).unwrap_or_default()
    }

    /// "Our patience ends. I warn the leaders of Chile: …": whom the speaker turns to in any clause.
    fn called_upon(&self, content: &Range<usize>) -> Vec<Party> {
        let does = |e: &Entry, v: &Verb| {
            matches!(e.cue.act, Some(Act::Demand | Act::Request | Act::Warn))
                && e.cue.frames.has(Frames::OBJECT)
                && e.words.iter().zip(v.head..).skip(1).all(|(word, i)| self.low(i) == word)
        };
        let whom = self.verbs_in(content).iter().filter_map(|v| {
            let subject = v.start.checked_sub(1).filter(|s| *s >= content.start)?;
            let plain = v.finite && !v.negated && !v.passive && v.modal.is_none();
            if !plain || !self.is(subject, &["i", "we"]) {
                return None;
            }
            let told = self.is(v.head, &["tell"]).then_some(1);
            let cue = told.or_else(|| self.cues(v.head).iter().find(|e| does(e, v)).map(|e| e.words.len()))?;
            let from = v.head + cue;
            let from = from + usize::from(self.is(from, &["on", "upon", "to", "from", "of"]));
            Some(from..self.noun_phrase_right(from, content.end, false))
        });
        let mut whom = whom.filter(|r| !r.is_empty() && self.is_party(r) && !self.is_outlet(r) && !self.is_crowd(r));
        whom.next().map_or_else(Vec::new, |r| self.parties(&r))
    }

    /// "Let Lima answer our letter", "But let them come and look": who is to, by the first clause that says so.
    fn let_do(&self, content: &Range<usize>) -> Vec<Party> {
        let opens = |i: &usize| *i == content.start || !self.in_phrase(i - 1) && self.verb_at(i - 1).is_none();
        let lets = content.clone().filter(|i| self.is(*i, &["let"]) && opens(i));
        let other = |i: usize| self.is(i, &["them", "him", "her"]);
        let mut whom = lets.map(|i| {
            let alone = other(i + 1) && !self.in_phrase(i + 2);
            i + 1..if alone { i + 2 } else { self.noun_phrase_right(i + 1, content.end, false) }
        });
        let whom = whom.find(|r| !r.is_empty() && !self.is(r.start, &["us", "me", "it"]) && r.end < content.end);
        let pronoun = |r: &Range<usize>| other(r.start);
        match whom {
            Some(r) if pronoun(&r) => self.party(&r).into_iter().collect(),
            Some(r) => self.parties(&r),
            None => Vec::new(),
        }
    }

    /// "demands that Ukraine could not join": a wish about Ukraine, said to others; the verb that tells it.
    pub(super) fn wished_until(&self, content: &Range<usize>, act: Act) -> Option<usize> {
        let verb = self.verbs_in(content).iter().find(|v| v.finite).filter(|_| act == Act::Demand)?;
        verb.modal.filter(|m| self.is(*m, &["could", "can", "may"])).map(|_| verb.start)
    }

    /// "gave the Russians verbal promises": who is given them.
    fn given_to(&self, a: &Attribution) -> Vec<Party> {
        let Some((cue, head)) = a.cue.clone().zip(a.head) else { return Vec::new() };
        if !self.among(cue.start, Is::GaveForm) {
            return Vec::new();
        }
        let body = |end: &usize| !self.among(*end, Is::Collective);
        let whom = (cue.start + 2..head + 1).filter(body).map(|end| cue.start + 1..end);
        whom.map(|r| self.parties(&r)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// "be informed by the ministry": who is to do what a clause in the passive wants; `None` if the verb is active.
    pub(super) fn wanted_of(&self, subject: &Range<usize>, hi: usize) -> Option<Vec<Party>> {
        let verb = self.verb_at(subject.end).filter(|v| v.passive)?;
        let by = (verb.head + 1..hi.min(verb.head + 9)).find(|i| self.low(*i) == "by");
        let agent = by.map(|b| b + 1..self.noun_phrase_right(b + 1, hi, false)).filter(|r| self.may_be_party(r));
        // "that Hezbollah be disarmed": it is to let it happen; but "that the committee be informed"
        let bears = subject.clone().any(|i| self.named(i).is_some()) && !self.among(verb.head, Is::DoneForGood);
        if agent.is_none() && bears { None } else { Some(agent.map_or_else(Vec::new, |r| self.parties(&r))) }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::addressed::tests::all_addressed;

    /// Whom each statement of a text addresses.
    fn addressed(text: &str) -> Vec<String> {
        all_addressed(text).iter().map(|words| words.join("; ")).collect()
    }

    #[test]
    fn a_letter_or_a_call_is_to_somebody_and_what_is_said_after_it_too() {
        let letter = "President Ruto in a letter to Yoweri Museveni cautioned against sending troops to the island.";
        assert_eq!(addressed(letter), ["Yoweri Museveni"]);
        let call = "The Foreign Minister of Chile agreed at the end of the call with his Bolivian counterpart to continue the \
                    talks, and promised to visit La Paz soon.";
        assert_eq!(addressed(call), ["his Bolivian counterpart", "his Bolivian counterpart"]);
        assert_eq!(addressed("The Kenyan minister agreed to visit the islands."), [""]);
    }

    #[test]
    fn who_is_told_inside_what_is_said_and_who_will_pay() {
        let told = "\u{201c}We have made it clear to Belgrade that we cannot tolerate such actions\u{201d}, said the prime \
                    minister of Kosovo.";
        assert_eq!(addressed(told), ["Belgrade"]);
        let pay =
            "Such flights are an adventure that Turkey will regret, said the Greek minister Nikos Panagiotopoulos.";
        assert_eq!(addressed(pay), ["Turkey"]);
    }

    #[test]
    fn who_is_to_be_told_does_not_do_it() {
        let freed = "Kenya demanded that the detained fishermen be released by Uganda without delay.";
        assert_eq!(addressed(freed), ["Uganda"]);
        assert_eq!(addressed("The opposition demands that the Foreign Affairs Committee be informed."), [""]);
        assert_eq!(addressed("Israel insists that Hezbollah be disarmed."), ["Hezbollah"]);
    }

    #[test]
    fn whose_a_thing_is_or_with_whom_one_would_meet() {
        let warned = "The Kenyan minister warned that the silence of Uganda means the end of the talks.";
        assert_eq!(addressed(warned), ["Uganda"]);
        assert_eq!(addressed("The panel recommended that Ghana pay compensation to the fishermen."), ["Ghana"]);
        assert_eq!(addressed("The panel recommended that the fishermen meet."), [""]);
        assert_eq!(addressed("The Kenyan union condemned the behaviour of the coast guard."), ["the coast guard"]);
        let meet = "The Serbian president offered to hold talks with Albin Kurti in Brussels.";
        assert_eq!(addressed(meet), ["Albin Kurti"]);
        let turned = "The Kenyan premier said: \u{201c}I warn the authorities of Uganda. If this goes on, we will answer.\u{201d}";
        assert_eq!(addressed(turned), ["the authorities of Uganda"]);
        let mission = "Uganda closed it. Kenya demanded that all members of the Ugandan mission leave.";
        assert_eq!(addressed(mission), ["all members of the Ugandan mission"]);
    }

    #[test]
    fn whoever_answers_was_asked_and_let_asks_who_follows() {
        let asked = "The minister Jane Otieno, asked in Nairobi whether the border would open, answered with a shrug.";
        assert_eq!(addressed(asked)[0], "The minister Jane Otieno");
        let lets = "\u{201c}Let the African Union send its envoys,\u{201d} the Kenyan president William Ruto said.";
        assert_eq!(addressed(lets), ["the African Union"]);
        assert_eq!(addressed("\u{201c}Let us go home,\u{201d} the minister said."), [""]);
        let met = "The Kenyan minister met Abbas Araghchi and strongly requested the release of the ship.";
        assert_eq!(addressed(met), ["Abbas Araghchi", "Abbas Araghchi"]);
        assert_eq!(
            addressed("The Kenyan party demanded of the Ugandan minister an apology."),
            ["the Ugandan minister"]
        );
    }

    #[test]
    fn solidarity_is_with_another_and_a_list_of_ministers_is_whole() {
        assert_eq!(
            addressed("The minister of Kenya affirmed Kenya\u{2019}s full solidarity with Tanzania."),
            ["Tanzania"]
        );
        let met =
            "Vice President Kamala Harris met on Friday with the foreign ministers of Kenya, Uganda and Tanzania.";
        assert_eq!(addressed(met), ["the foreign ministers of Kenya, Uganda and Tanzania"]);
    }
}
