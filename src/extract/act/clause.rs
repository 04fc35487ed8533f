//! What the first clause of a content does, by its build: whose deed it tells, with which modal, negated or not.

use super::{Attribution, Source};
use crate::{
    extract::{
        attribution::sight::{Sight, Verb},
        deed,
        mention::EntityKind,
    },
    lexicon::{act::Act, deed::Root},
    text::tag::Tag,
};
use std::ops::Range;

/// Whose deed a clause tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// "we", "our army", the speaker’s country.
    Own,
    /// Another party.
    Other,
    /// "nobody", "no soldier".
    Nobody,
    /// "it", "this", "there".
    Empty,
    /// Anything else.
    Thing,
}

/// A clause: its subject and its first finite verb.
struct Clause<'s, 'p, 'a> {
    sight: &'s Sight<'p, 'a>,
    tokens: Range<usize>,
    first: usize,
    whose: Whose,
    verb: &'s Verb,
    root: Option<Root>,
    /// The root is that of the verb itself, not of one that it governs.
    own: bool,
    /// By a verb of saying, not "according to".
    reported: bool,
}

/// The act that the build of the first clause tells, and why.
pub(super) fn act(sight: &Sight, a: &Attribution, tokens: &Range<usize>) -> Option<(Act, String)> {
    let first = tokens
        .clone()
        .find(|i| !sight.is_quote_mark(*i) && !sight.is(*i, &["that", ",", "and", "but", "-", "–", "—"]))?;
    if a.spoken && is_command(sight, first, tokens.end) {
        return Some((Act::Demand, "a command".into()));
    }
    if sight.is(first, &["no"]) && sight.is(first + 1, &["to", "more"]) && a.spoken {
        return Some((Act::Reject, "“no to …”".into()));
    }
    let verb = sight.verbs_in(&(first..tokens.end)).iter().find(|v| v.finite && !v.bare_participle)?;
    let whose = whose(sight, a, first, verb.start);
    let read = deed::first(sight, verb.start..tokens.end);
    let own = read.as_ref().is_some_and(|r| r.at == verb.head);
    let root = read.map(|r| r.plain);
    let clause = Clause { sight, tokens: tokens.clone(), first, whose, verb, root, own, reported: a.verb.is_some() };
    clause.told().map(|(act, why)| (act, why.to_string()))
}

impl Clause<'_, '_, '_> {
    fn told(&self) -> Option<(Act, &'static str)> {
        self.obliged()
            .or_else(|| self.refused())
            .or_else(|| self.denied())
            .or_else(|| self.own())
            .or_else(|| self.accused())
    }

    fn head(&self, words: &[&str]) -> bool {
        self.sight.is(self.verb.head, words)
    }

    fn modal(&self, words: &[&str]) -> bool {
        self.verb.modal.is_some_and(|m| self.sight.is(m, words))
    }

    /// "The corridor should be opened", "Chile had to negotiate".
    fn obliged(&self) -> Option<(Act, &'static str)> {
        let s = self.sight;
        let bound = self.head(&["has", "have", "had", "need", "needs", "needed"])
            && s.verb_at(self.verb.head + 1).is_some_and(|v| v.infinitive && v.start == self.verb.head + 1);
        if !bound && !self.modal(&["must", "should", "ought"]) || self.whose == Whose::Own {
            return None;
        }
        // What one should only think of is told, not demanded.
        const THOUGHT: &[&str] = &[
            "seen",
            "noted",
            "remembered",
            "understood",
            "said",
            "stressed",
            "recalled",
            "mentioned",
            "see",
            "know",
            "understand",
            "remember",
            "borne",
            "regarded",
            "considered",
            "viewed",
            "added",
            "think",
        ];
        let main =
            if bound { s.verb_at(self.verb.head + 1).map_or(self.verb.head, |v| v.head) } else { self.verb.head };
        let thought = s.is(main, THOUGHT) || self.sight.is(self.first, &["you"]) && !self.verb.negated;
        let expected = self.whose == Whose::Thing && (main..self.tokens.end).any(|i| s.dated[i] || s.is(i, &["soon"]));
        let deed =
            self.verb.passive || self.verb.copula || self.whose != Whose::Thing || bound || self.modal(&["must"]);
        (!thought && !expected && deed && self.whose != Whose::Empty)
            .then_some((Act::Demand, "what another party has to do"))
    }

    /// "We will not resign", "Nobody will tell us", "There will be no referendum".
    fn refused(&self) -> Option<(Act, &'static str)> {
        let s = self.sight;
        let future = self.modal(&["will", "would", "wo", "can", "could", "ca", "cannot", "shall", "'ll"]);
        let none = self.whose == Whose::Nobody;
        let nothing = s.is(self.first, &["there"])
            && (self.verb.head + 1..self.tokens.end.min(self.verb.head + 3)).any(|i| s.is(i, &["no", "nothing"]));
        if !future {
            return None;
        }
        if nothing || none && !self.modal(&["could", "can"]) && !self.verb.passive {
            // "Without water there will be no peace"
            let warned = self.tokens.clone().any(|i| s.is(i, &["if", "without", "unless"]));
            return Some(if warned { (Act::Warn, "what will not be") } else { (Act::Reject, "what will not be") });
        }
        const STAYS: &[&str] = &[
            "comment",
            "speculate",
            "leave",
            "forget",
            "abandon",
            "hesitate",
            "rest",
            "fail",
            "let",
            "know",
            "stop",
            "disappoint",
            "betray",
            "say",
            "be",
            "happen",
            "understand",
            "see",
            "go",
            "believe",
        ];
        (self.whose == Whose::Own
            && self.verb.negated
            && !self.head(STAYS)
            && !self.modal(&["could"])
            && !self.hostile())
        .then_some((Act::Reject, "what the speaker’s side will not do"))
    }

    /// "Our army has not opened fire", "No plane had crossed the border".
    fn denied(&self) -> Option<(Act, &'static str)> {
        const LEARNT: &[&str] = &[
            "received",
            "receive",
            "decided",
            "decide",
            "informed",
            "hear",
            "heard",
            "see",
            "seen",
            "know",
            "known",
            "discussed",
            "discuss",
            "met",
            "reached",
            "set",
            "signed",
            "made",
            "get",
            "got",
            "been",
            "had",
            "have",
            "think",
            "expect",
            "want",
            "understand",
            "come",
            "believe",
            "changed",
            "happened",
            "finished",
            "begun",
            "started",
            "taken",
            "found",
            "agreed",
            "seek",
            "look",
            "looking",
        ];
        let done = self.verb.modal.is_none() && !self.verb.copula && !self.head(LEARNT);
        let thing = self.sight.is(self.first, &["no"]);
        if self.whose == Whose::Nobody && done && self.verb.past && (self.root.is_some() || thing) {
            return Some((Act::Deny, "what was not done"));
        }
        // "The planes did not bomb the camp", "This is not an invasion": what others say was done.
        let past = self.verb.past || self.perfect();
        if self.verb.negated && past && done && self.hostile() && !self.verb.passive && self.reported {
            return Some((Act::Deny, "what was not done"));
        }
        let denied = self.verb.negated && done && self.whose == Whose::Own;
        (denied && (self.verb.past || self.perfect()) && (self.root.is_some() || !self.verb.passive))
            .then_some((Act::Deny, "what the speaker’s side has not done"))
    }

    /// What the speaker’s own side will do, or is doing.
    fn own(&self) -> Option<(Act, &'static str)> {
        let s = self.sight;
        if self.whose != Whose::Own || self.verb.negated {
            return None;
        }
        let condition = self.tokens.clone().any(|i| s.is(i, &["if", "unless"]));
        if self.modal(&["will", "'ll", "shall", "would"]) {
            if self.modal(&["would"]) && condition && !self.hostile() {
                return None;
            }
            const HELD: &[&str] = &[
                "keep",
                "rebuild",
                "protect",
                "defend",
                "pay",
                "bear",
                "bring",
                "ensure",
                "guarantee",
                "deliver",
                "honour",
                "honor",
                "fulfil",
                "fulfill",
                "take",
                "do",
                "fight",
                "build",
                "remain",
                "stand",
                "help",
                "respect",
                "implement",
                "work",
                "continue",
                "invest",
                "create",
                "restore",
                "repair",
                "abide",
                "provide",
            ];
            if self.head(HELD) {
                return Some((Act::Promise, "what the speaker’s side will do"));
            }
            return match self.root? {
                Root::Aid | Root::Support | Root::Yield | Root::Agree => {
                    Some((Act::Promise, "what the speaker’s side will do for another"))
                }
                _ if self.hostile() => Some((Act::Threaten, "what the speaker’s side will do to another")),
                _ => None,
            };
        }
        // "We have decided to", "it was ending the agreement", "we have recalled our ambassador"
        let decides = self.head(&["decided", "resolved", "chosen"]);
        let under_way = s.low(self.verb.head).ends_with("ing") && self.verb.head > self.verb.start;
        let steps = matches!(self.root, Some(Root::Sanction | Root::Yield));
        (decides || steps && (under_way || self.perfect()) && !self.verb.passive)
            .then_some((Act::Announce, "a step of the speaker’s side"))
    }

    /// "Pakistan is sheltering the attackers", "They are starving our people".
    fn accused(&self) -> Option<(Act, &'static str)> {
        let active = !self.verb.negated && !self.verb.passive && self.verb.modal.is_none() && !self.verb.copula;
        let deed = self.own && matches!(self.root, Some(Root::Assault | Root::Coerce));
        (self.whose == Whose::Other && active && deed && self.reported)
            .then_some((Act::Accuse, "what another party does or did"))
    }

    fn hostile(&self) -> bool {
        self.root.is_some_and(Root::is_material_conflict)
    }

    fn perfect(&self) -> bool {
        (self.verb.start..self.verb.head).any(|i| self.sight.is(i, &["has", "have", "had", "'ve"]))
    }
}

fn whose(sight: &Sight, a: &Attribution, first: usize, verb: usize) -> Whose {
    let subject = first..sight.noun_phrase_right(first, verb.max(first + 1), true).min(verb.max(first + 1));
    if sight.is(first, &["i", "we", "our", "my"]) {
        let other = subject.clone().any(|i| {
            sight.is(
                i,
                &["neighbour", "neighbours", "neighbor", "neighbors", "enemy", "enemies", "opponents", "adversaries"],
            )
        });
        return if other { Whose::Other } else { Whose::Own };
    }
    if sight.is(first, &["nobody", "no", "none", "not", "neither"]) {
        return Whose::Nobody;
    }
    if subject.len() == 1 && sight.is(first, &["it", "this", "that", "there", "which", "what"]) && a.spoken
        || sight.is(first, &["this", "that", "there", "what"]) && subject.len() == 1
    {
        return Whose::Empty;
    }
    // "said it would", "said his country did not": in reported speech the speaker’s own side.
    let person = matches!(&a.source, Source::Phrase(r) if r.clone().any(|i| {
        sight.named[i].is_some_and(|m| sight.mentions[m].kind == EntityKind::Person)
    }));
    let back = !a.spoken
        && a.verb.is_some()
        && (sight.is(first, &["he", "she", "they", "his", "her", "their", "its"])
            || !person && sight.is(first, &["it"]));
    let own = match &a.source {
        Source::Phrase(r) => {
            r.clone().any(|i| {
                sight.named[i].is_some()
                    && subject.clone().any(|j| sight.named[j].is_some() && sight.low(j) == sight.low(i))
            }) || sight.speaks_for(r, &subject)
        }
        _ => false,
    };
    if back || own {
        Whose::Own
    } else if sight.is_party(&subject)
        || subject.clone().any(|i| sight.is(i, FORCES))
        || sight.is(first, &["you", "they", "he", "she"])
    {
        Whose::Other
    } else {
        Whose::Thing
    }
}

/// Parties that are no persons, without a name.
const FORCES: &[&str] = &[
    "militia",
    "militias",
    "coalition",
    "rebels",
    "army",
    "forces",
    "regime",
    "troops",
    "soldiers",
    "police",
    "fighters",
    "settlers",
    "separatists",
    "junta",
    "boats",
    "ships",
    "jets",
    "gunmen",
    "terrorists",
    "enemy",
    "side",
    "neighbours",
];

/// "Stop the attacks", "Do not forget us".
fn is_command(sight: &Sight, first: usize, end: usize) -> bool {
    const SAID: &[&str] = &[
        "thank",
        "thanks",
        "see",
        "look",
        "imagine",
        "remember",
        "believe",
        "please",
        "be",
        "let's",
        "suppose",
        "say",
        "welcome",
        "according",
        "based",
        "given",
        "well",
        "yes",
        "dear",
        "help",
        "hope",
        "think",
        "regret",
        "agree",
    ];
    let do_not = sight.is(first, &["do"]) && sight.is(first + 1, &["not", "n't"]);
    let at = if do_not {
        first + 2
    } else if sight.is(first, &["never"]) {
        first + 1
    } else {
        first
    };
    let word = sight.low(at);
    let base =
        sight.tag(at) == Tag::Verb && !["ed", "ing", "s"].iter().any(|e| word.ends_with(e)) && !sight.is(at, SAID);
    let bare = sight.verb_at(at).is_some_and(|v| v.head == at && v.modal.is_none() && !v.bare_participle);
    let follows =
        at + 1 < end && (sight.in_phrase(at + 1) || sight.tag(at + 1) == Tag::Pron || sight.tag(at + 1) == Tag::Adp);
    base && bare && follows && !sight.named.get(at).is_some_and(Option::is_some)
}
