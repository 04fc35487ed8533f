//! To whom words are said where neither the cue's object nor the subject of what is wanted tells: forms of address,
//! "said to …", clefts, what is said "of" somebody, and whom a reproach names.

use super::{
    attribution::{Attribution, Source, sight::Sight},
    mention::EntityKind,
    statement::Party,
};
use crate::{
    lexicon::{act::Act, class::WordClass as Is, cue::Frames},
    text::tag::Tag,
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// Somebody spoken to, where nothing else told it.
    pub(super) fn otherwise_addressed(&self, a: &Attribution, act: Act) -> Vec<Party> {
        if let Some(party) = self.said_to(a) {
            return vec![party];
        }
        if a.spoken
            && let Some(party) = a.content.iter().find_map(|c| self.vocative(&self.tokens_of(*c)))
        {
            return vec![party];
        }
        // "asked him the correspondent"
        if let (Some(cue), Source::Phrase(r)) = (&a.cue, &a.source)
            && r.start == cue.end + 1
            && self.is(cue.end, &["him", "her", "them"])
        {
            return self.party(&(cue.end..r.start)).into_iter().collect();
        }
        if act == Act::Consult {
            return self.met(a).into_iter().collect();
        }
        if !matches!(act, Act::Accuse | Act::Criticise | Act::Praise) {
            return Vec::new();
        }
        self.said_of(a).or_else(|| self.cleft_target(a)).or_else(|| self.blamed(a)).into_iter().collect()
    }

    /// "said to the British delegation", "said the envoy to the colonels": after the cue or its source.
    fn said_to(&self, a: &Attribution) -> Option<Party> {
        let head = a.head.filter(|_| a.frame != Frames::MEETING && a.verb.is_some())?;
        let cue = a.cue.as_ref()?.end.max(head + 1);
        let after = match &a.source {
            Source::Phrase(r) if r.start >= cue => r.end,
            _ => cue,
        };
        let outside = |i: usize| !a.content.iter().any(|c| self.tokens_of(*c).contains(&i));
        let end = self.sentence(a.sentence).end;
        let to = [cue, after].into_iter().find(|i| *i < end && self.low(*i) == "to" && outside(*i))?;
        let party = to + 1..self.noun_phrase_right(to + 1, end, false);
        let verb = self.infinitive_at(to);
        if party.is_empty()
            || verb
            || !self.is_party(&party)
            || self.is_outlet(&party)
            || self.is_crowd(&party)
            || self.is_unknown_name(&party)
        {
            return None;
        }
        self.party(&party)
    }

    pub(super) fn is_crowd(&self, r: &Range<usize>) -> bool {
        r.clone().any(|i| self.among(i, Is::Crowd))
    }

    /// "Please, Excellency, …", "Mr. Sánchez, …", "…, Madam": between commas or the ends of what is spoken.
    fn vocative(&self, content: &Range<usize>) -> Option<Party> {
        let mut start = content.start;
        for i in content.start..content.end + 1 {
            let ends = i == content.end || self.among(i, Is::VocativeEnd);
            if !ends {
                continue;
            }
            let from = (start..i).find(|k| !self.is_quote_mark(*k)).unwrap_or(i);
            let part = from..i;
            let cut = part.start > content.start || i < content.end;
            let comma = self.low(i) == "," || part.start > content.start && self.low(part.start - 1) == ",";
            if cut && comma && !part.is_empty() && part.len() <= 5 && self.is_address(&part) {
                return self.party(&part);
            }
            start = i + 1;
        }
        None
    }

    fn is_address(&self, part: &Range<usize>) -> bool {
        let courtesy = part.clone().any(|i| self.among(i, Is::Courtesy));
        let titled = self.among(part.start, Is::AddressTitle) || self.low(part.start).ends_with("-minister");
        let person = part.clone().any(|i| self.names_person(i));
        let plain = part.clone().all(|i| {
            !matches!(self.tag(i), Tag::Det | Tag::Adp | Tag::Cconj | Tag::Aux | Tag::Sconj | Tag::Num)
                && !self.is_possessive(i)
        });
        plain
            && (courtesy && (part.len() == 1 || titled) || titled && person)
            && self.verbs_in(part).iter().all(|v| self.among(v.head, Is::Courtesy))
    }

    /// "held a night meeting with the governor", "was received by the king".
    fn met(&self, a: &Attribution) -> Option<Party> {
        let from = a.cue.as_ref()?.start;
        let end = self.sentence(a.sentence).end;
        let at = (from..end.min(from + 18)).find(|i| self.low(*i) == "with")?;
        let party = at + 1..self.noun_phrase_right(at + 1, end, false);
        if party.is_empty() { None } else { self.parties(&party).into_iter().next() }
    }

    /// "said of the minister's chair", "about London": what follows the cue outside of the content.
    fn said_of(&self, a: &Attribution) -> Option<Party> {
        let cue = a.cue.as_ref().filter(|_| a.verb.is_some())?.end;
        let sentence = self.sentence(a.sentence);
        let after = match &a.source {
            Source::Phrase(r) if r.start >= cue => r.end,
            _ => cue,
        };
        let of = |i: usize| {
            i < sentence.end
                && self.is(i, &["of", "about"])
                && !a.content.iter().any(|c| self.tokens_of(*c).contains(&i))
        };
        let at = [cue, after, sentence.start].into_iter().find(|i| of(*i))?;
        self.first_party(&(at + 1..self.noun_phrase_right(at + 1, sentence.end, false)), a)
    }

    /// "it was Kinshasa which fed the militia".
    fn cleft_target(&self, a: &Attribution) -> Option<Party> {
        let content = self.tokens_of(*a.content.first()?);
        let it = (content.start..content.end.min(content.start + 3)).find(|i| self.low(*i) == "it")?;
        let copula = self.verb_at(it + 1).filter(|v| v.copula && !v.negated)?;
        let end = self.noun_phrase_right(copula.head + 1, content.end, false);
        let party = copula.head + 1..end;
        let found = self.is(end, &["who", "which", "that"]).then(|| self.first_party(&party, a))?;
        found.or_else(|| self.parties(&party).into_iter().next())
    }

    /// The first other party that a reproach or a praise names.
    fn blamed(&self, a: &Attribution) -> Option<Party> {
        if !a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE).or(Frames::NOUN)) {
            return None;
        }
        a.content.iter().find_map(|c| self.first_party(&self.tokens_of(*c), a))
    }

    /// The first country, body or people of a nation in a range that is not the speaker's own.
    fn first_party(&self, range: &Range<usize>, a: &Attribution) -> Option<Party> {
        let own = |r: &Range<usize>| match &a.source {
            Source::Phrase(s) => {
                self.speaks_for(s, r)
                    || s.clone().any(|i| r.clone().any(|j| self.named(i).is_some() && self.low(i) == self.low(j)))
            }
            _ => false,
        };
        range.clone().take(40).find_map(|i| {
            let named = self.named(i).is_some_and(|m| {
                matches!(self.mentions[m].kind, EntityKind::Country | EntityKind::Organisation | EntityKind::Person)
            });
            let start = self.noun_phrase_left(i, range.start);
            let phrase = start..self.noun_phrase_right(start, range.end, false).max(i + 1);
            // "arrests in France": only where it was.
            let before = (range.start..i).rev().find(|j| !matches!(self.tag(*j), Tag::Det | Tag::Adj));
            let place = before.is_some_and(|j| self.among(j, Is::PlacePreposition));
            (named && !place && !own(&(i..i + 1)) && !own(&phrase)).then(|| {
                let referents = self.named(i).into_iter().collect();
                Some(Party { span: self.span(&phrase), referents, ..Party::default() })
            })?
        })
    }

    /// Whether a phrase names people by their nation: "the Czech negotiators".
    pub(super) fn of_a_nation(&self, r: &Range<usize>) -> bool {
        let last = r.end.wrapping_sub(1);
        let nation = |i: usize| {
            self.named(i).is_none() && self.adjective(i).is_some() && self.page.word(i).starts_with(char::is_uppercase)
        };
        r.clone().any(nation) && (self.low(last).ends_with('s') || nation(last))
    }
}
