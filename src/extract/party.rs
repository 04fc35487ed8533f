//! Who a phrase names, and to whom an act is addressed.

use super::{
    attribution::{Attribution, Source, sight::Sight},
    mention::{EntityKind, head_mentions},
    statement::Party,
};
use crate::{
    lexicon::{act::Act, cue::Frames, gazetteer::Class},
    text::span::Span,
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// The party of a noun phrase, with the mentions that its head names.
    pub fn party(&self, tokens: &Range<usize>) -> Option<Party> {
        let span = self.span(tokens)?;
        Some(Party { span: Some(span), referents: self.heads(span), inferred: None })
    }

    /// The mentions that a noun phrase names.
    pub fn heads(&self, span: Span) -> Vec<usize> {
        let heads = head_mentions(self.page, self.mentions, span);
        if !heads.is_empty() {
            return heads;
        }
        // A title may hide the name from the rule for heads: the last person is named.
        let first = self.mentions.partition_point(|m| m.span.end <= span.start);
        let last = self.mentions.partition_point(|m| m.span.start < span.end);
        let inside = (first..last).filter(|m| span.contains(self.mentions[*m].span));
        inside
            .filter(|m| self.mentions[*m].kind == EntityKind::Person && self.mentions[*m].span.end == span.end)
            .collect()
    }

    /// Whether all that a phrase names are media.
    pub fn is_outlet(&self, tokens: &Range<usize>) -> bool {
        let mut kinds = tokens.clone().filter_map(|i| self.named[i]).map(|m| self.mentions[m].kind).peekable();
        (kinds.peek().is_some() && kinds.all(|k| k == EntityKind::Outlet))
            || tokens
                .clone()
                .any(|i| self.is(i, &["agency", "agencies", "newspaper", "newspapers", "media", "broadcaster"]))
                && !tokens.clone().any(|i| self.named[i].is_some_and(|m| self.mentions[m].kind == EntityKind::Person))
    }

    /// To whom an attribution is addressed.
    pub fn addressees(&self, a: &Attribution, act: Act) -> Vec<Party> {
        let found = self.addressees_by_frame(a, act);
        if found.is_empty() && a.object.is_none() { self.otherwise_addressed(a, act) } else { found }
    }

    /// By the cue's object, or by the part that the content's subject or object plays in the act.
    fn addressees_by_frame(&self, a: &Attribution, act: Act) -> Vec<Party> {
        if let Some(object) = &a.object {
            if self.is_outlet(object)
                || object
                    .clone()
                    .any(|i| self.is(i, &["reporters", "journalists", "viewers", "audience", "crowd", "parliament"]))
                    && !object.clone().any(|i| self.named[i].is_some())
            {
                return Vec::new();
            }
            if object.len() == 1 && self.is(object.start, &["him", "her", "them"]) {
                return self.party(object).into_iter().collect();
            }
            // "urged both sides": nobody in particular.
            let vague = self.is(object.start, &["both", "all", "everyone", "anyone", "those", "it", "this"])
                || object.clone().any(|i| self.is(i, VAGUE));
            if vague {
                return Vec::new();
            }
            let named = self.parties(object);
            let plain = || self.party(object).into_iter().collect();
            return if named.is_empty() && a.frame != Frames::MEETING { plain() } else { named };
        }
        let Some(first) = a.content.first() else { return Vec::new() };
        let content = self.tokens_of(*first);
        if act == Act::Ask {
            return self.called(&content);
        }
        let start = self.past_marks(content.start, content.end);
        let end = self.noun_phrase_right(start, content.end, true);
        let core = self.noun_phrase_right(start, content.end, false);
        let own = |r: &Range<usize>| match &a.source {
            Source::Phrase(s) => {
                s.clone().any(|i| r.clone().any(|j| self.named[i].is_some() && self.low(i) == self.low(j)))
            }
            _ => false,
        };
        let subject = start..self.joined(core, content.end);
        let clause = a.frame.has(CLAUSES) && !self.named_only(&content);
        match act {
            Act::Consult => {
                let from = (content.start..content.end)
                    .find(|i| self.is(*i, &["with"]))
                    .filter(|i| {
                        !self.in_phrase(content.start)
                            || self.tag(content.start) == crate::text::tag::Tag::Adp && *i < content.end
                    })
                    .map_or(content.start, |i| i + 1);
                if a.frame != Frames::MEETING || a.lemma.starts_with("discuss") && from == content.start {
                    return Vec::new();
                }
                let to = self.noun_phrase_right(from, content.end, false);
                self.parties(&(from..to))
            }
            Act::Demand | Act::Request | Act::Propose | Act::Accuse | Act::Warn | Act::Threaten
                if a.frame.has(CLAUSES) =>
            {
                // "It would be a mistake for Russia to …"
                let target = (content.start..content.end)
                    .find(|i| self.low(*i) == "for" && self.named.get(i + 1).is_some_and(Option::is_some))
                    .map(|i| i + 1..self.noun_phrase_right(i + 1, content.end, false))
                    .filter(|r| self.verb_at(r.end).is_some_and(|v| v.infinitive && v.start == r.end));
                if let (Act::Warn | Act::Demand | Act::Request, Some(target)) = (act, &target) {
                    return self.parties(target);
                }
                if act == Act::Warn {
                    let must = self
                        .verb_at(core)
                        .or_else(|| self.verb_at(core + 1))
                        .is_some_and(|v| v.modal.is_some_and(|m| self.is(m, &["must", "should"])));
                    return if must && !own(&subject) { self.parties(&subject) } else { Vec::new() };
                }
                // "We want Russia to say yes", "we are asking Russia to", "China urges Manila to"
                if self.is(start, &["we", "i"]) || matches!(act, Act::Demand | Act::Request | Act::Propose) {
                    let object = (core..content.end)
                        .filter(|i| self.in_phrase(*i) || self.named[*i].is_some())
                        .map(|i| i..self.noun_phrase_right(i, content.end, false))
                        .find(|r| {
                            self.is_party(r)
                                && r.start > core
                                && (self.verb_at(r.start - 1).is_some_and(|v| v.head == r.start - 1)
                                    || self.is(r.start - 1, &["on", "upon", "to", "the", "for"]))
                                && self.verb_at(self.past_adverbs(r.end)).is_some_and(|v| v.infinitive)
                        });
                    if let Some(r) = object {
                        return self.parties(&r);
                    }
                    if self.is(start, &["we", "i"]) && act != Act::Accuse {
                        return Vec::new();
                    }
                }
                if act == Act::Accuse {
                    return self.target(&content, &subject, &own);
                }
                if own(&subject) || subject.is_empty() {
                    return Vec::new();
                }
                self.parties(&subject)
            }
            Act::Criticise | Act::Praise if clause => self.target(&content, &subject, &own),
            Act::Criticise | Act::Praise | Act::Accuse | Act::Warn | Act::Threaten
                if a.frame.has(Frames::NOUN.or(Frames::TO_NOUN).or(CLAUSES)) =>
            {
                if matches!(act, Act::Criticise | Act::Praise | Act::Accuse)
                    && core == start + 1
                    && self.is(start, &["him", "her", "them", "it"])
                {
                    return self.party(&(start..core)).into_iter().collect();
                }
                // "praised Turkey’s efforts" is addressed to Turkey as well.
                let found = self.parties(&subject);
                if found.iter().any(|p| !p.referents.is_empty()) {
                    return found;
                }
                // "the position of Iran", "Belgrade’s demand": whose it is.
                let owner = (start..end.max(core)).find_map(|i| self.named[i]).filter(|m| {
                    matches!(
                        self.mentions[*m].kind,
                        EntityKind::Person | EntityKind::Country | EntityKind::Organisation
                    )
                });
                let owner = owner.or_else(|| self.state_meant(&(start..end.max(core))));
                owner.map_or(found, |m| {
                    vec![Party { span: self.span(&(start..end.max(core))), referents: vec![m], inferred: None }]
                })
            }
            Act::Demand | Act::Request if a.frame.has(Frames::NOUN.or(Frames::TO_NOUN)) => {
                if self.verb_at(end).is_some_and(|v| v.infinitive && v.start == end)
                    || self.verb_at(core).is_some_and(|v| v.infinitive && v.start == core)
                {
                    return self.parties(&subject);
                }
                // "assurances from NATO", "guarantees that NATO will not"
                if let Some(from) = (start..content.end).take(8).find(|i| {
                    self.low(*i) == "from" && self.is_party(&(i + 1..self.noun_phrase_right(i + 1, content.end, false)))
                }) {
                    return self.parties(&(from + 1..self.noun_phrase_right(from + 1, content.end, false)));
                }
                if let Some(that) = (start..content.end).take(8).find(|i| self.low(*i) == "that") {
                    return self.parties(&(that + 1..self.noun_phrase_right(that + 1, content.end, false)));
                }
                // "the withdrawal of NATO forces", "Russia’s withdrawal": whose deed is asked for.
                let deed = (start..end).any(|i| self.is(i, DEEDS));
                let doer = (start..end.max(core)).filter(|_| deed).find_map(|i| self.named[i]);
                let doer = doer
                    .filter(|m| self.mentions[*m].kind != EntityKind::Place)
                    .or_else(|| if deed { self.state_meant(&(start..end.max(core))) } else { None });
                doer.map_or_else(Vec::new, |m| {
                    vec![Party { span: Some(self.mentions[m].span), referents: vec![m], inferred: None }]
                })
            }
            _ => Vec::new(),
        }
    }

    /// Who is accused, criticised or praised in a clause: its subject, else the first party that it names as owner,
    /// agent or object.
    fn target(
        &self,
        content: &Range<usize>,
        subject: &Range<usize>,
        own: &dyn Fn(&Range<usize>) -> bool,
    ) -> Vec<Party> {
        let first = self.is(subject.start, &["we", "i", "our", "my", "there", "this", "that", "it"]);
        if !first && !subject.is_empty() && !own(subject) {
            if subject.len() == 1 && self.is(subject.start, &["he", "she", "they"]) {
                return self.party(subject).into_iter().collect();
            }
            let found = self.parties(subject);
            if !found.is_empty() {
                return found;
            }
        }
        const LEADS: &[&str] = &[
            "of", "by", "with", "against", "on", "at", "to", "from", "for", "the", "upon", "towards", "toward", "thank",
        ];
        let named = content.clone().take(40).find_map(|i| {
            let mention = self.named[i]?;
            let of_a_party = matches!(
                self.mentions[mention].kind,
                EntityKind::Person | EntityKind::Country | EntityKind::Organisation
            );
            let end = self.noun_phrase_right(i, content.end, false);
            let led = i > content.start
                && (self.is(i - 1, LEADS) || self.verb_at(i - 1).is_some_and(|v| v.head == i - 1))
                || (i..end).any(|j| self.is_genitive(j));
            (of_a_party && led && !own(&(i..i + 1))).then_some(mention)
        });
        // "because of Ethiopian intransigence"
        let named = named.or_else(|| {
            let first = content.start..content.end.min(content.start + 40);
            first.clone().find_map(|i| {
                let mention = self.state_meant(&(i..i + 1))?;
                (!own(&(i..i + 1))).then_some(mention)
            })
        });
        named.map_or_else(Vec::new, |m| {
            vec![Party { span: Some(self.mentions[m].span), referents: vec![m], inferred: None }]
        })
    }

    /// Whether a content has no verb of its own.
    fn named_only(&self, content: &Range<usize>) -> bool {
        !self.has_finite(content)
    }

    /// "…, Mr. Borrell?": spoken to by name.
    fn called(&self, content: &Range<usize>) -> Vec<Party> {
        let end =
            if content.end > content.start && self.low(content.end - 1) == "?" { content.end - 1 } else { content.end };
        let Some(comma) = (content.start..end).rev().take(6).find(|i| self.low(*i) == ",") else { return Vec::new() };
        let name = comma + 1..end;
        let named = !name.is_empty()
            && name.clone().any(|i| {
                self.named[i].is_some_and(|m| self.mentions[m].kind == EntityKind::Person)
                    || self.is(i, &["minister", "president", "ambassador", "secretary", "chancellor"])
            })
            && self.verbs_in(&name).is_empty();
        if named { self.parties(&name) } else { Vec::new() }
    }

    /// The end of parties joined to the phrase that ends here: "Serbia and Kosovo".
    fn joined(&self, mut end: usize, hi: usize) -> usize {
        for _ in 0..4 {
            let next = end + 1;
            if next >= hi || !self.is(end, &["and"]) || !self.in_phrase(next) {
                break;
            }
            let to = self.noun_phrase_right(next, hi, false);
            if to == next || !(next..to).any(|i| self.named[i].is_some()) {
                break;
            }
            end = to;
        }
        end
    }

    fn past_adverbs(&self, mut i: usize) -> usize {
        while i < self.tags.len() && self.tag(i) == crate::text::tag::Tag::Adv {
            i += 1;
        }
        i
    }

    /// Skips quotation marks and "neither".
    fn past_marks(&self, mut i: usize, hi: usize) -> usize {
        while i < hi && (self.is_quote_mark(i) || self.is(i, &["neither", "both", "either", "that", "if", ",", "…"]))
        {
            i += 1;
        }
        i
    }

    /// The state that a phrase names by its capital or its adjective, as the mention of it elsewhere in the article.
    fn state_meant(&self, tokens: &Range<usize>) -> Option<usize> {
        let gazetteer = crate::lexicon::gazetteer::gazetteer();
        let state = tokens.clone().find_map(|i| match self.named.get(i).copied().flatten() {
            Some(m) if self.mentions[m].kind == EntityKind::Place => {
                let name = gazetteer.named(self.mentions[m].span.of(self.page.text))?;
                (name.class == Class::Capital).then_some(name.state)?
            }
            Some(_) => None,
            None => {
                let name = gazetteer.named(self.page.word(i))?;
                (name.class == Class::Adjective).then_some(name.state)?
            }
        })?;
        self.mentions.iter().position(|m| m.known.as_deref() == Some(state))
    }

    /// The parties of a phrase: one for each mention its head names, else the phrase where it can be one.
    fn parties(&self, tokens: &Range<usize>) -> Vec<Party> {
        let genitive = tokens.len() > 1 && self.is_genitive(tokens.end - 1);
        let tokens = &(tokens.start..if genitive { tokens.end - 1 } else { tokens.end });
        let Some(span) = self.span(tokens) else { return Vec::new() };
        let vague =
            tokens.clone().any(|i| self.is(i, &["sides", "all", "everyone", "world", "public", "people", "parties"]));
        let heads: Vec<usize> =
            self.heads(span).into_iter().filter(|m| self.mentions[*m].kind != EntityKind::Outlet).collect();
        // "a boycott of the Tokyo Olympics" is no party, though it names something.
        let front = tokens.clone().find(|i| self.tag(*i) == crate::text::tag::Tag::Adp).unwrap_or(tokens.end);
        let front = tokens.start..if front == tokens.start { tokens.end } else { front };
        let party = self.is_party(&front) || front.clone().any(|i| self.is(i, COLLECTIVES)) || self.of_a_nation(&front);
        let place = !heads.is_empty() && heads.iter().all(|m| self.mentions[*m].kind == EntityKind::Place);
        // "from New Delhi", "the French aviation": the state is meant.
        let people = front.clone().any(|i| self.is(i, super::attribution::verbal::ROLES));
        if (place || heads.is_empty() && !people && !vague)
            && let Some(state) = self.state_meant(&front)
        {
            return vec![Party { span: Some(span), referents: vec![state], inferred: None }];
        }
        if place
            || heads.is_empty() && vague
            || !party
            || tokens
                .clone()
                .next()
                .is_some_and(|i| self.is(i, &["he", "she", "it", "they", "we", "i", "you", "this", "there", "let"]))
                && tokens.len() == 1
        {
            return Vec::new();
        }
        vec![Party { span: Some(span), referents: heads, inferred: None }]
    }
}

/// Frames whose content is a clause with a subject.
const CLAUSES: Frames = Frames::THAT.or(Frames::BARE).or(Frames::QUOTE).or(Frames::QUESTION);

/// Words for everybody and nobody.
const VAGUE: &[&str] = &["sides", "parties", "everyone", "everybody", "world", "public", "people", "actors"];

/// Nouns for what a party is asked to do.
const DEEDS: &[&str] = &[
    "withdrawal",
    "pullout",
    "retreat",
    "departure",
    "resignation",
    "extradition",
    "disarmament",
    "demilitarization",
    "demilitarisation",
    "return",
    "apology",
    "surrender",
    "compliance",
    "neutrality",
    "cessation",
    "evacuation",
];

/// Words for parties that are no persons.
const COLLECTIVES: &[&str] = &[
    "countries",
    "country",
    "nations",
    "states",
    "state",
    "alliance",
    "bloc",
    "west",
    "regime",
    "army",
    "rebels",
    "side",
    "party",
    "parties",
    "coalition",
    "union",
    "company",
    "companies",
    "peacekeepers",
    "forces",
    "council",
    "movement",
    "group",
    "militia",
];
