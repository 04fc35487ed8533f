//! Whom "they" or "you" in somebody’s words are, where these name nobody: whom the same speaker addressed or spoke of just
//! before, whom their side did, else the other state that the article is about.

use super::{Before, Resolver};
use crate::{
    extract::{
        mention::EntityKind,
        statement::{Party, Statement},
    },
    lexicon::{
        act::Act,
        class::WordClass as Is,
        gazetteer::{Class, gazetteer, starts_upper},
    },
    text::{lower::Lower, span::Span},
};

/// So many sentences before a word its speaker may have told who is meant.
const BACK: usize = 2;

impl Resolver<'_, '_> {
    /// Fills those addressed in a statement by a pronoun only, and leaves out whom nothing tells.
    pub(super) fn oppose(&self, statements: &mut [Statement], i: usize, before: &Before) {
        let (earlier, rest) = statements.split_at_mut(i);
        let Some(statement) = rest.first_mut() else { return };
        let mut addressees = std::mem::take(&mut statement.addressees);
        for party in &mut addressees {
            self.opposed(party, statement, earlier, before);
        }
        addressees.retain(|p| !self.is_open_pronoun(p));
        statement.addressees = addressees;
    }

    fn opposed(&self, party: &mut Party, s: &Statement, earlier: &[Statement], before: &Before) {
        let Some(span) = party.span else { return };
        let word = span.of(self.page.text).lower();
        if !["they", "you"].contains(&word.as_str()) {
            return;
        }
        // Not "Peru and Chile", said by Peru.
        party.referents.retain(|m| !self.is_ours(*m, s));
        if !self.is_open_pronoun(party) {
            return;
        }
        let Some(here) = self.page.sentence_at(span.start) else { return };
        let own: Vec<&'static str> = s.states.iter().filter_map(|s| gazetteer().named(s)?.state).collect();
        let same = |side: &[String]| side.iter().any(|s| own.contains(&s.as_str()));
        let aimed = before.aimed.as_ref().filter(|(_, at, side)| here.saturating_sub(*at) <= BACK && same(side));
        let (found, why) = if let Some(who) = self.spoken_of(s, earlier, here).filter(|_| word == "they") {
            (who, "who these words are about")
        } else if let Some((who, ..)) = aimed {
            (who.clone(), "who is addressed just before")
        } else {
            let other = self.sides.other(&own);
            (other.map_or_else(Vec::new, |s| self.bearers(span, &[s])), "the other state that the article is about")
        };
        if !found.is_empty() {
            party.referents = found;
            party.inferred = Some(format!("“{}” is taken as {why}", span.of(self.page.text)));
        }
    }

    /// Whether a mention names who speaks, or a state or body that the article tells to be theirs.
    fn is_ours(&self, m: usize, s: &Statement) -> bool {
        let Some(mention) = self.mentions.get(m) else { return true };
        let known = mention.known.as_deref();
        known.is_some_and(|known| s.states.iter().any(|own| own == known))
            || s.source.as_ref().is_some_and(|p| {
                let inside = p.span.or(p.stands_for).is_some_and(|s| s.contains(mention.span));
                let of = |r: &usize| self.cast.same(*r, m) || known.is_some_and(|known| self.cast.is_of(*r, known));
                inside || p.referents.iter().any(of)
            })
    }

    /// "Canada had not come. “They think we are fools”": whom the same speaker addressed last, within few sentences, else the
    /// first party in what they said.
    fn spoken_of(&self, s: &Statement, earlier: &[Statement], here: usize) -> Option<Vec<usize>> {
        let told = matches!(s.act, Act::Accuse | Act::Criticise | Act::Demand | Act::Warn | Act::Threaten);
        let speaker = s.source.as_ref().filter(|_| told)?;
        let same = |(n, e): &(usize, &Statement)| {
            let who = e.source.as_ref();
            let both = |p: &Party| p.referents.iter().any(|r| speaker.referents.iter().any(|o| self.cast.same(*r, *o)));
            e.within.is_none() && (s.follows == Some(*n) || who.is_some_and(both))
        };
        let near = |(_, e): &(usize, &Statement)| here.saturating_sub(e.sentence) <= BACK;
        let last = earlier.iter().enumerate().rev().take_while(near).find(same)?.1;
        let aimed: Vec<usize> = last.addressees.iter().flat_map(|p| p.referents.iter().copied()).collect();
        if !aimed.is_empty() {
            return Some(aimed).filter(|who| who.iter().all(|m| self.is_body(*m)));
        }
        last.content.iter().find_map(|c| self.first_party(*c, &|m| self.is_ours(m, s))).map(|m| vec![m])
    }

    /// The first state or body that some words name, also by its people or its capital, and that is not `ours`.
    fn first_party(&self, words: Span, ours: &dyn Fn(usize) -> bool) -> Option<usize> {
        self.tokens(words).find_map(|at| {
            let start = self.page.tokens[at].span.start;
            let m = self.mentions.partition_point(|m| m.span.end <= start);
            let mention = self.mentions.get(m).filter(|m| m.span.start <= start);
            let bearer = |class: Class| {
                let printed = mention.map_or(self.page.word(at), |m| m.span.of(self.page.text));
                let name = gazetteer().named(printed).filter(|n| n.class == class);
                name.and_then(|n| self.bearers(words, &[n.state?]).first().copied())
            };
            // "the work of the firm in Nigeria": not where it was.
            if at > 0 && Is::PlacePreposition.has(&self.page.word(at - 1).lower()) {
                return None;
            }
            let found = match mention.map(|m| m.kind) {
                Some(EntityKind::Country | EntityKind::Organisation | EntityKind::Outlet) => Some(m),
                Some(EntityKind::Place) => bearer(Class::Capital),
                None if starts_upper(self.page.word(at)) => bearer(Class::Adjective),
                _ => None,
            };
            found.filter(|m| !ours(*m))
        })
    }
}
