//! For which states somebody speaks: by their own words ("the Sudanese minister"), by those beside their name elsewhere in
//! the article, by whoever spoke before, where a pronoun or an office goes on.

use super::{
    attribution::{Attribution, Source, sight::Sight},
    mention::{EntityKind, Mention},
};
use crate::lexicon::{
    class::WordClass as Is,
    gazetteer::{Class, Name, gazetteer, starts_upper},
};
use crate::text::{order::Order, ordered::OrderedMap};
use std::ops::Range;

/// How many words before a name, and after it, tell whose it is.
const BESIDE: usize = 8;

/// Who speaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speaker {
    /// The words that name them, perhaps in an earlier sentence.
    pub tokens: Option<Range<usize>>,
    /// The states they speak for.
    pub states: Vec<&'static str>,
    /// Those of whoever spoke before, where the speaker’s own are not told: a spokesman without a state after a ministry
    /// with one.
    pub near: Vec<&'static str>,
    /// The states are those of whoever spoke before: a guess good enough to weigh by, not to show.
    pub borrowed: bool,
    /// A person, by name.
    pub person: bool,
    /// Somebody who is no party: an analyst, a resident.
    pub bystander: bool,
}

/// The states of the persons of an article, by their last names, as far as they were asked for.
pub type Homes = OrderedMap<String, Vec<&'static str>>;

/// The states that an article names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sides {
    /// The most named first, each with how often.
    named: Vec<(&'static str, usize)>,
    /// The one that “the government” is of, where the article calls the offices of the other by their state.
    own: Option<&'static str>,
}

impl Sides {
    /// Counts the states among an article’s mentions.
    pub fn of(mentions: &[Mention]) -> Self {
        let mut found: Vec<(&'static str, usize)> = Vec::new();
        for name in mentions.iter().filter(|m| m.kind == EntityKind::Country).filter_map(|m| m.known.as_deref()) {
            match found.iter_mut().find(|(s, _)| *s == name) {
                Some((_, n)) => *n += 1,
                None => found.extend(gazetteer().named(name).and_then(|n| n.state).map(|s| (s, 1))),
            }
        }
        found.order_by_key(|(_, n)| std::cmp::Reverse(*n));
        Sides { named: found, own: None }
    }

    /// The state most named beside those of the speaker; none where two are named as often, or no speaker is known.
    pub fn other(&self, own: &[&'static str]) -> Option<&'static str> {
        if own.is_empty() {
            return None;
        }
        let mut others = self.named.iter().filter(|(s, _)| !own.contains(s));
        let (state, n) = others.next()?;
        (others.next().is_none_or(|(_, m)| m < n)).then_some(*state)
    }

    /// Which of the states named most a state is, those of the speaker left out.
    pub fn rank(&self, state: &str, own: &[&'static str]) -> usize {
        let mut others = self.named.iter().filter(|(s, _)| !own.contains(s));
        others.position(|(s, _)| *s == state).unwrap_or(self.named.len())
    }

    /// The two states most named, where they stand out.
    pub fn pair(&self) -> Option<[&'static str; 2]> {
        let [(first, _), (second, n), rest @ ..] = self.named.as_slice() else { return None };
        rest.first().is_none_or(|(_, m)| m < n).then_some([*first, *second])
    }

    /// The state that the article is about, and why: of the two most named the one whose offices are named without it, else
    /// the one that is named far more often than any other.
    pub fn home(&self) -> Option<(&'static str, String)> {
        if let Some(state) = self.own {
            return Some((
                state,
                format!("the article names offices of others by their states, those of {state} without"),
            ));
        }
        let [(state, n), rest @ ..] = self.named.as_slice() else { return None };
        let alone = rest.first().is_none_or(|(_, m)| 2 * m <= *n);
        alone.then(|| (*state, format!("the article is about {state}")))
    }
}

impl Speaker {
    /// The speaker of an attribution; `follows` is whoever goes on to speak, `before` whoever spoke last.
    pub fn of(
        sight: &Sight,
        a: &Attribution,
        follows: Option<&Speaker>,
        before: Option<&Speaker>,
        homes: &mut Homes,
    ) -> Speaker {
        let tokens = match &a.source {
            Source::Phrase(r) | Source::Elsewhere(r) => r.clone(),
            Source::Continued => return follows.or(before).cloned().unwrap_or_default(),
            Source::Nobody => return Speaker::default(),
        };
        // "the Chinese ambassador to Manila", "the embassy of Peru in Quito": not for whom they are sent to.
        let posted = tokens.clone().find(|i| sight.among(*i, Is::PostedWithConsul)).and_then(|office| {
            let at = (office + 1..tokens.end).find(|i| sight.among(*i, Is::BeforePostedState))?;
            Some(sight.states_in(&(tokens.start..at))).filter(|own| !own.is_empty())
        });
        let mut states = posted.unwrap_or_else(|| sight.states_in(&tokens));
        let person = tokens
            .clone()
            .filter_map(|i| sight.named(i))
            .rfind(|m| sight.mentions.get(*m).is_some_and(|m| m.kind == EntityKind::Person));
        if let Some(m) = person.filter(|_| states.is_empty()) {
            states = sight.home(m, homes).to_vec();
        }
        // "he", "the minister": whoever spoke last.
        let named = tokens.clone().any(|i| sight.named(i).is_some());
        let goes_on = tokens.len() <= 3 && (sight.is_personal(tokens.start) || sight.is(tokens.start, &["the"]));
        let mut borrowed = false;
        if states.is_empty()
            && !named
            && goes_on
            && let Some(before) = before
        {
            borrowed = true;
            states = before.states.clone();
        }
        let bystander = tokens.clone().any(|i| sight.among(i, Is::Bystander));
        let near = before.filter(|_| states.is_empty() && !bystander);
        let near =
            near.map(|b| if b.states.is_empty() { b.near.clone() } else { b.states.clone() }).unwrap_or_default();
        Speaker { tokens: Some(tokens), states, near, borrowed, person: person.is_some(), bystander }
    }
}

impl Sight<'_, '_> {
    /// The states that the article names. A paper calls “the Turkish minister” what is Turkish, and its own “the minister”.
    pub(super) fn sides(&self) -> Sides {
        let mut sides = Sides::of(self.mentions);
        // How often each is named, also by its adjective and its capital, and how often with an office.
        let mut told: OrderedMap<&'static str, [usize; 2]> = OrderedMap::new();
        let office = |i: usize| {
            self.facts(i).role
                || [Is::Government, Is::StateBody, Is::PostedWithConsul].iter().any(|c| self.among(i, *c))
        };
        let mut i = 0;
        while i < self.low.len() {
            let named = self.named(i);
            let Some(state) = self.states_in(&(i..i + 1)).first().copied() else {
                i += 1;
                continue;
            };
            let end = (i + 1..self.low.len()).find(|j| named.is_none() || self.named(*j) != named).unwrap_or(i + 1);
            let of = i.checked_sub(1 + usize::from(i > 0 && self.is(i - 1, &["the"])));
            let before = of.is_some_and(|of| of > 0 && self.low(of) == "of" && office(of - 1));
            let whose = self.is_genitive(end) || self.adjective(i).is_some();
            let next = end + usize::from(self.is_genitive(end));
            let with = before || whose && (next..next + 4).take_while(|j| self.in_phrase(*j)).any(office);
            let [n, offices] = told.entry(state).or_default();
            *n += 1;
            *offices += usize::from(with);
            i = end;
        }
        let mut told: Vec<(&'static str, [usize; 2])> = told.into_iter().collect();
        told.order_by_key(|(state, [n, _])| (std::cmp::Reverse(*n), *state));
        if let [(first, [n, a]), (second, [m, b]), ..] = told[..] {
            let clear = |few: usize, many: usize| few == 0 && many >= 2 || few == 1 && many >= 4;
            sides.own = if n >= 3 * m {
                None
            } else if clear(a, b) {
                Some(first)
            } else {
                clear(b, a).then_some(second)
            };
        }
        sides
    }

    /// The states that words name: by name, adjective, capital, seat of office.
    pub fn states_in(&self, tokens: &Range<usize>) -> Vec<&'static str> {
        let mut found: Vec<&'static str> = Vec::new();
        let mut last = None;
        for i in tokens.clone().filter(|i| starts_upper(self.page.word(*i))) {
            let whole = self.named(i).filter(|m| last != Some(*m));
            let named = whole.and_then(|m| {
                last = Some(m);
                let span = self.mentions.get(m)?.span;
                // A word by itself was looked up already.
                let longer = Some(span) != self.page.tokens.get(i).map(|t| t.span);
                let name = longer.then(|| gazetteer().named(span.of(self.page.text)))?;
                // "the Sweden Democrats", "the Danish People's Party": by its first word.
                name.filter(|name| name.class != Class::Body).map(|name| name.stands_for())
            });
            let state = named.or(self.facts(i).name).flatten();
            if let Some(state) = state.filter(|s| !found.contains(s)) {
                found.push(state);
            }
        }
        found
    }

    /// The adjective of a state that token `i` is. Most words are no name, as was looked up already.
    pub(super) fn adjective(&self, i: usize) -> Option<Name> {
        self.facts(i).name?;
        gazetteer().named(self.page.word(i)).filter(|name| name.class == Class::Adjective)
    }

    /// The states beside any mention of a person’s last name.
    pub(super) fn home<'h>(&self, person: usize, homes: &'h mut Homes) -> &'h [&'static str] {
        let last = |m: usize| {
            let name = self.mentions.get(m).map_or("", |m| m.span.of(self.page.text));
            name.rsplit(' ').next().unwrap_or(name)
        };
        let name = last(person);
        if !homes.contains_key(name) {
            // Which end alike is seen before where each name's last word begins.
            let ends = |m: &Mention| m.kind == EntityKind::Person && m.span.of(self.page.text).ends_with(name);
            let same =
                (0..self.mentions.len()).filter(|m| ends(&self.mentions[*m]) && last(*m) == name).find_map(|m| {
                    Some(self.states_beside(&self.tokens_of(self.mentions[m].span))).filter(|s| !s.is_empty())
                });
            homes.insert(name.to_string(), same.unwrap_or_default());
        }
        homes.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether the speaker’s own words tell that they speak for the other: "the Sudanese minister" for Sudan.
    pub fn speaks_for(&self, speaker: &Range<usize>, other: &Range<usize>) -> bool {
        let stem = |i: usize| {
            let (word, low) = (self.page.word(i), self.low(i));
            let stem = || low.char_indices().nth(4).map_or(low, |(end, _)| low.get(..end).unwrap_or(low));
            (starts_upper(word) && word.chars().nth(3).is_some()).then(stem)
        };
        let mut theirs = other.clone().filter(|i| self.named(*i).is_some()).filter_map(stem);
        theirs.any(|theirs| speaker.clone().filter_map(stem).any(|own| own == theirs))
    }

    /// The states in the phrase before a name, else in the apposition after it.
    fn states_beside(&self, name: &Range<usize>) -> Vec<&'static str> {
        let ends = |i: usize| {
            self.among(i, Is::NamePhraseEnd) || self.is_quote_mark(i) || self.verb_at(i).is_some_and(|v| v.finite)
        };
        let lo = name.start.saturating_sub(BESIDE);
        let start = (lo..name.start).rev().find(|i| ends(*i)).map_or(lo, |i| i + 1);
        let before = self.states_in(&(start..name.start));
        if !before.is_empty() || self.low(name.end) != "," {
            return before;
        }
        let hi = (name.end + 1 + BESIDE).min(self.low.len());
        let end = (name.end + 1..hi).find(|i| ends(*i)).unwrap_or(hi);
        self.states_in(&(name.end + 1..end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::article::Article,
        extract::{attribution, date, mention, page::Page},
    };

    fn states(text: &str) -> Vec<Vec<&'static str>> {
        let article = Article::plain(text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let sight = Sight::of(&page, &mentions, &date::dates(&page));
        let (mut homes, mut before) = (Homes::default(), None);
        let mut found = Vec::new();
        for a in attribution::attributions(&sight) {
            let speaker = Speaker::of(&sight, &a, None, before.as_ref(), &mut homes);
            found.push(speaker.states.clone());
            before = Some(speaker);
        }
        found
    }

    #[test]
    fn a_person_speaks_for_the_state_that_stands_beside_the_name() {
        let text = "Kenyan Foreign Minister Jane Otieno said it rained. Otieno said it was late. She said it was cold.";
        assert_eq!(states(text), [["Kenya"], ["Kenya"], ["Kenya"]]);
        assert_eq!(states("The Peruvian ambassador to Chile said it rained."), [["Peru"]]);
        assert_eq!(states("The Kremlin said no."), Vec::<Vec<&str>>::from([vec!["Russia"]]));
    }
}
