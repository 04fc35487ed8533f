//! Who "he", "the president" or "the ministry" is, where the text allows; else left open.
//!
//! Roles are matched by what titles and appositions say of the article's persons ([`cast`]); pronouns by number, gender,
//! nearness, and who spoke last. Nothing is guessed where two persons fit equally.

mod cast;
mod day;

use crate::text::order::Order;
use crate::{
    corpus::zone::ZoneKind,
    extract::{
        mention::{EntityKind, Mention},
        page::Page,
        statement::{Party, Statement},
    },
    lexicon::gazetteer::{Class, Gender, gazetteer, starts_upper},
    text::{span::Span, tag::Tag},
};
use cast::Cast;

/// Fills the referents of every party that names nobody itself, and says why.
pub fn resolve(page: &Page, mentions: &[Mention], statements: &mut [Statement]) {
    let resolver = Resolver { page, mentions, cast: Cast::of(page, mentions) };
    // Who spoke last: the referents of the source before, and its sentence.
    let mut speaker: Option<(Vec<usize>, usize)> = None;
    for i in 0..statements.len() {
        go_on(statements, i, |f| f < i);
        let statement = &mut statements[i];
        let at = statement.sentence;
        if let Some(source) = &mut statement.source {
            resolver.fill(source, speaker.as_ref(), None);
        }
        let source = statement.source.clone();
        for party in statement.addressees.iter_mut().chain(&mut statement.via) {
            resolver.fill(party, speaker.as_ref(), source.as_ref());
        }
        if let Some(source) = source.filter(|s| !s.referents.is_empty()) {
            speaker = Some((source.referents, at));
        }
    }
    for i in 0..statements.len() {
        go_on(statements, i, |f| f > i);
    }
    resolver.carry_days(statements);
}

/// Gives a statement without a source of its own the speaker of the one that it follows.
fn go_on(statements: &mut [Statement], i: usize, wanted: impl Fn(usize) -> bool) {
    let told = statements[i].follows.filter(|f| wanted(*f)).and_then(|f| statements.get(f)?.source.as_ref());
    let Some(referents) = told.map(|p| p.referents.clone()).filter(|r| !r.is_empty()) else { return };
    if let Some(source) = statements[i].source.as_mut().filter(|s| s.span.is_none()) {
        source.referents = referents;
    }
}

struct Resolver<'p, 'a> {
    page: &'p Page<'a>,
    mentions: &'p [Mention],
    cast: Cast,
}

/// How many sentences back a pronoun reaches.
const REACH: usize = 3;

impl Resolver<'_, '_> {
    /// Fills one party. `other` is a party of the same statement that this one cannot be.
    fn fill(&self, party: &mut Party, speaker: Option<&(Vec<usize>, usize)>, other: Option<&Party>) {
        let Some(span) = party.span.filter(|_| party.referents.is_empty()) else { return };
        let found = self.pronoun(span, speaker, other).or_else(|| self.role(span)).or_else(|| self.body(span));
        if let Some((referents, why)) = found.filter(|(r, _)| !r.is_empty()) {
            party.referents = referents;
            party.inferred = Some(why);
        }
    }

    /// The tokens that start inside a span.
    fn tokens(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = &self.page.tokens;
        tokens.partition_point(|t| t.span.start < span.start)..tokens.partition_point(|t| t.span.start < span.end)
    }

    fn words(&self, span: Span) -> (std::ops::Range<usize>, Vec<String>) {
        let range = self.tokens(span);
        let words = range.clone().map(|i| self.page.word(i).to_lowercase()).collect();
        (range, words)
    }

    fn pronoun(
        &self,
        span: Span,
        speaker: Option<&(Vec<usize>, usize)>,
        other: Option<&Party>,
    ) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let not = |i: &usize| other.is_none_or(|o| !o.referents.iter().any(|r| self.cast.same(*r, *i)));
        match words.first().map(String::as_str)? {
            "he" | "him" | "his" | "himself" if words.len() == 1 => {
                self.person(span, Some(Gender::Male), speaker, not).map(|i| (vec![i], self.why(printed, i)))
            }
            "she" | "her" | "herself" | "hers" if words.len() == 1 => {
                self.person(span, Some(Gender::Female), speaker, not).map(|i| (vec![i], self.why(printed, i)))
            }
            "it" | "its" | "itself" if words.len() == 1 => {
                self.party(span, speaker, not).map(|i| (vec![i], self.why(printed, i)))
            }
            "they" | "them" | "their" | "both" | "themselves" if words.len() == 1 => self.pair(span, speaker, printed),
            "the" | "both" if range.len() <= 3 && words.iter().any(|w| matches!(w.as_str(), "two" | "both")) => {
                self.pair(span, speaker, printed)
            }
            _ => None,
        }
    }

    fn why(&self, printed: &str, i: usize) -> String {
        format!("“{printed}” is taken as {}, named before", self.mentions[i].span.of(self.page.text))
    }

    /// The mentions before `span` within reach, nearest last, with their distance in sentences.
    fn before(&self, span: Span) -> Vec<(usize, usize)> {
        let Some(here) = self.page.sentence_at(span.start) else { return Vec::new() };
        let caption = self.page.zone(here) == ZoneKind::Caption;
        let end = self.mentions.partition_point(|m| m.span.end <= span.start);
        let mut found = Vec::new();
        for i in (0..end).rev() {
            let Some(there) = self.page.sentence_at(self.mentions[i].span.start) else { continue };
            if here - there > REACH + 2 {
                break;
            }
            let zone = self.page.zone(there);
            if here - there <= REACH && (zone == ZoneKind::Caption) == caption && zone != ZoneKind::Subheading {
                found.push((i, here - there));
            }
        }
        found.reverse();
        found
    }

    /// Whether a mention is the subject of its clause, as far as word order tells: no preposition before, a verb after.
    fn is_subject(&self, i: usize) -> bool {
        let (first, last) = self.cast.tokens(i);
        let tag = |i: usize| self.page.tags.get(i).copied().unwrap_or(Tag::X);
        let mut at = first;
        while at > 0 && matches!(tag(at - 1), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det) {
            at -= 1;
        }
        let governed = at > 0 && matches!(tag(at - 1), Tag::Adp | Tag::Verb);
        let mut next = last;
        while matches!(tag(next), Tag::Adv) {
            next += 1;
        }
        !governed && (matches!(tag(next), Tag::Verb | Tag::Aux | Tag::Punct) || first == at)
            || self.page.word(at.saturating_sub(1)).eq_ignore_ascii_case("to") && at >= 2 && {
                self.page.word(at - 2).eq_ignore_ascii_case("according")
            }
    }

    fn person(
        &self,
        span: Span,
        gender: Option<Gender>,
        speaker: Option<&(Vec<usize>, usize)>,
        allowed: impl Fn(&usize) -> bool,
    ) -> Option<usize> {
        let fits = |i: &usize| {
            self.mentions[*i].kind == EntityKind::Person
                && allowed(i)
                && self.cast.gender(*i).is_none_or(|g| gender.is_none() || gender == Some(g))
        };
        self.best(span, speaker, fits)
    }

    fn party(
        &self,
        span: Span,
        speaker: Option<&(Vec<usize>, usize)>,
        allowed: impl Fn(&usize) -> bool,
    ) -> Option<usize> {
        let fits = |i: &usize| {
            matches!(self.mentions[*i].kind, EntityKind::Organisation | EntityKind::Country | EntityKind::Outlet)
                && allowed(i)
                && self.is_subject(*i)
        };
        self.best(span, speaker, fits)
    }

    /// The best of the mentions before `span` that fit; `None` where two different ones are equally good.
    fn best(&self, span: Span, speaker: Option<&(Vec<usize>, usize)>, fits: impl Fn(&usize) -> bool) -> Option<usize> {
        let here = self.page.sentence_at(span.start)?;
        let mut scores: Vec<(i32, usize)> = Vec::new();
        for (i, distance) in self.before(span).into_iter().filter(|(i, _)| fits(i)) {
            let spoke = speaker.is_some_and(|(who, at)| {
                here.saturating_sub(*at) <= REACH && who.iter().any(|w| self.cast.same(*w, i))
            });
            let nearness = [4, 4, 2, 1].get(distance).copied().unwrap_or(0);
            let score = nearness + 2 * i32::from(self.is_subject(i)) + 3 * i32::from(spoke);
            match scores.iter_mut().find(|(_, j)| self.cast.same(*j, i)) {
                Some(known) => *known = (known.0.max(score), i),
                None => scores.push((score, i)),
            }
        }
        // A speaker named farther back still speaks.
        if scores.is_empty() {
            return speaker.filter(|(_, at)| here.saturating_sub(*at) <= REACH).and_then(|(who, _)| {
                let mut who = who.iter().filter(|w| fits(w));
                who.next().copied().filter(|_| who.next().is_none())
            });
        }
        scores.order_by_key(|(score, i)| (std::cmp::Reverse(*score), std::cmp::Reverse(*i)));
        let (score, i) = *scores.first()?;
        let tied = scores.get(1).is_some_and(|(next, _)| *next == score);
        (!tied).then_some(i)
    }

    /// "both", "the two", "they": the two who were just named together, or spoke together.
    fn pair(&self, span: Span, speaker: Option<&(Vec<usize>, usize)>, printed: &str) -> Option<(Vec<usize>, String)> {
        let here = self.page.sentence_at(span.start)?;
        if let Some((who, at)) = speaker
            && who.len() >= 2
            && here.saturating_sub(*at) <= 1
        {
            return Some((who.clone(), format!("“{printed}” continues the speakers before")));
        }
        let before = self.before(span);
        for kinds in [&[EntityKind::Person][..], &[EntityKind::Country, EntityKind::Organisation]] {
            for distance in 0..=1 {
                let mut found: Vec<usize> = Vec::new();
                for (i, _) in before.iter().filter(|(i, d)| *d == distance && kinds.contains(&self.mentions[*i].kind)) {
                    if !found.iter().any(|j| self.cast.same(*i, *j)) {
                        found.push(*i);
                    }
                }
                if found.len() == 2 {
                    return Some((found, format!("“{printed}” is taken as the two named just before")));
                }
            }
        }
        None
    }

    /// "the Russian president", "Norway’s Minister of Foreign Affairs", "the minister".
    fn role(&self, span: Span) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let anonymous = ["a", "an", "some", "several", "one", "many", "other", "two"];
        if words.first().is_some_and(|w| anonymous.contains(&w.as_str())) {
            return None;
        }
        let (at, title, n) = cast::titles(self.page, range.clone()).into_iter().find(|(_, t, _)| !t.address)?;
        // "the president’s critics", "the ministers": not one office-holder.
        let last = self.page.word(at + n - 1).to_lowercase();
        let plural = last.ends_with('s') && !matches!(last.as_str(), "affairs" | "relations");
        let rest = range.end.saturating_sub(at + n);
        let links =
            rest > 0 && !matches!(self.page.word(at + n).to_lowercase().as_str(), "of" | "for" | "," | "(" | "in");
        if plural || links || matches!(title.office, "official" | "government" | "ministry") {
            return None;
        }
        let side = cast::affiliation(self.page, range.clone(), at);
        let i = self.cast.holder(title.office, side, span, title.gender)?;
        let name = self.mentions[i].span.of(self.page.text);
        Some((vec![i], format!("“{printed}” is taken as {name}, who has that office in the article")))
    }

    /// "the ministry", "the alliance", "Ukrainian and US authorities", "the Russians".
    fn body(&self, span: Span) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let last = words.last()?;
        let definite = words.first().is_some_and(|w| matches!(w.as_str(), "the" | "this"));
        let states = self.states(range.clone());
        let ruled = matches!(
            last.as_str(),
            "authorities"
                | "government"
                | "administration"
                | "leadership"
                | "delegation"
                | "regime"
                | "side"
                | "government's"
        );
        let people = range.len() <= 2 && self.is_people(range.end.checked_sub(1)?);
        if (ruled || people) && !states.is_empty() {
            let referents: Vec<usize> = states.iter().filter_map(|s| self.nearest(span, |m| names(m, s))).collect();
            return Some((referents, format!("“{printed}” is taken as the state it belongs to")));
        }
        if !definite {
            return None;
        }
        let head: String = last.chars().take(1).flat_map(char::to_uppercase).chain(last.chars().skip(1)).collect();
        let general = matches!(
            last.as_str(),
            "group" | "movement" | "militia" | "bloc" | "organisation" | "organization" | "body"
        );
        let medium = matches!(
            last.as_str(),
            "agency" | "newspaper" | "channel" | "broadcaster" | "daily" | "magazine" | "network"
        );
        if gazetteer().head(&head).is_none() && !general && !medium {
            return None;
        }
        let named = |m: &Mention| {
            m.kind == EntityKind::Organisation
                && (m.span.of(self.page.text).split_whitespace().any(|w| w == head)
                    || m.known.as_deref().is_some_and(|k| gazetteer().heads_of(k).contains(&head.as_str())))
        };
        let i = self
            .last_before(span, named)
            .or_else(|| self.last_before(span, |m| medium && m.kind == EntityKind::Outlet))
            .or_else(|| self.last_before(span, |m| general && m.kind == EntityKind::Organisation))?;
        Some((vec![i], self.why(printed, i)))
    }

    /// The states that adjectives and names in a phrase tell.
    fn states(&self, range: std::ops::Range<usize>) -> Vec<&'static str> {
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let n = match gazetteer().name(self.page.text, &self.page.tokens[at..range.end]) {
                Some((name, n)) => {
                    if let Some(state) = name.state.filter(|_| name.class != Class::Seat)
                        && !found.contains(&state)
                    {
                        found.push(state);
                    }
                    n
                }
                None => 1,
            };
            at += n;
        }
        found
    }

    /// "the Russians": the name of a people.
    fn is_people(&self, token: usize) -> bool {
        let word = self.page.word(token);
        starts_upper(word)
            && word.ends_with('s')
            && gazetteer().named(word).is_some_and(|n| n.class == Class::Adjective)
    }

    fn last_before(&self, span: Span, fits: impl Fn(&Mention) -> bool) -> Option<usize> {
        let end = self.mentions.partition_point(|m| m.span.end <= span.start);
        (0..end).rev().find(|i| fits(&self.mentions[*i]))
    }

    /// The last mention before the phrase that fits, else the first one in or after it.
    fn nearest(&self, span: Span, fits: impl Fn(&Mention) -> bool) -> Option<usize> {
        let inside = self.mentions.iter().position(|m| span.contains(m.span) && fits(m));
        inside.or_else(|| self.last_before(span, &fits)).or_else(|| self.mentions.iter().position(&fits))
    }
}

fn names(mention: &Mention, state: &str) -> bool {
    mention.kind == EntityKind::Country && mention.known.as_deref() == Some(state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{article::Article, catalogue::Entry, zone::Zone},
        extract::{
            date::Basis,
            mention,
            statement::{Confidence, Modality, Mode, Polarity, Sourcing, When},
        },
        lexicon::act::Act,
        text::line,
    };
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        let body = |span| Zone { kind: ZoneKind::Body, span };
        Article {
            id: "t".into(),
            text: text.into(),
            zones: line::lines(text).into_iter().map(body).collect(),
            entry: Entry::default(),
        }
    }

    fn statement(page: &Page, span: Span) -> Statement {
        Statement {
            sentence: page.sentence_at(span.start).unwrap_or_default(),
            source: Some(Party { span: Some(span), ..Party::default() }),
            cue: None,
            content: Vec::new(),
            mode: Mode::Indirect,
            act: Act::State,
            polarity: Polarity::Affirmed,
            modality: Modality::Done,
            addressees: Vec::new(),
            via: Vec::new(),
            sourcing: Sourcing::Named,
            day: When { span: None, value: None, basis: Basis::Unresolved, carried: false },
            within: None,
            follows: None,
            why: Vec::new(),
            doubts: Vec::new(),
            confidence: Confidence::High,
        }
    }

    /// Whom the last occurrence of `phrase` is taken for.
    fn who(text: &str, phrase: &str) -> Vec<String> {
        let article = article(text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let start = text.rfind(phrase).unwrap();
        let mut statements = [statement(&page, Span::new(start, start + phrase.len()))];
        resolve(&page, &mentions, &mut statements);
        let source = statements[0].source.clone().unwrap();
        assert_eq!(source.referents.is_empty(), source.inferred.is_none());
        source.referents.iter().map(|i| mentions[*i].span.of(text).to_string()).collect()
    }

    #[test]
    fn pronouns_by_gender_and_nearness() {
        let text = "Maria Zakharova met Josep Borrell in Brussels. He said the talks went well.";
        assert_eq!(who(text, "He"), ["Josep Borrell"]);
        let text = "Maria Zakharova met Josep Borrell in Brussels. She said the talks went well.";
        assert_eq!(who(text, "She"), ["Maria Zakharova"]);
        let text = "Iran rejected the offer. It said the sanctions must go.";
        assert_eq!(who(text, "It"), ["Iran"]);
    }

    #[test]
    fn nobody_where_nobody_fits() {
        assert_eq!(who("Maria Zakharova spoke. He said no.", "He"), [""; 0]);
        assert_eq!(who("The talks failed. It said no.", "It"), [""; 0]);
        assert_eq!(who("Ali Bagheri met Enrique Mora. A diplomat said so.", "A diplomat"), [""; 0]);
    }

    #[test]
    fn roles_by_office_and_side() {
        let text = "Serbian President Aleksandar Vucic met Kosovo Prime Minister Albin Kurti. \
                    The Serbian president said no. The prime minister left.";
        assert_eq!(who(text, "The Serbian president"), ["Aleksandar Vucic"]);
        assert_eq!(who(text, "The prime minister"), ["Albin Kurti"]);
        let text = "Sergei Lavrov, Russia’s foreign minister, met Wang Yi. The Russian Foreign Minister said no.";
        assert_eq!(who(text, "The Russian Foreign Minister"), ["Sergei Lavrov"]);
        let text = "Egyptian Foreign Minister Sameh Shoukry spoke. The Ethiopian foreign minister said no.";
        assert_eq!(who(text, "The Ethiopian foreign minister"), [""; 0]);
    }

    #[test]
    fn bodies_by_their_head() {
        assert_eq!(
            who("The Sudanese Foreign Ministry protested. The ministry said so.", "The ministry"),
            ["Sudanese Foreign Ministry"]
        );
        assert_eq!(who("NATO will answer. The alliance said so.", "The alliance"), ["NATO"]);
        assert_eq!(
            who("Talks between Japan and South Korea. South Korean authorities said no.", "South Korean authorities"),
            ["South Korea"]
        );
    }

    #[test]
    fn two_who_were_named_together() {
        let text = "Sameh Shoukry met Demeke Mekonnen in Cairo. Both said the dam was safe.";
        assert_eq!(who(text, "Both"), ["Sameh Shoukry", "Demeke Mekonnen"]);
    }

    proptest! {
        #[test]
        fn any_phrase_of_any_text_is_resolved_or_left_open(
            text in "(?:He|she|the|The|minister|president|Ali|Ann|NATO|Russian|of|\\PC{0,3}|[ ,.\n]){1,50}",
            from in 0usize..100, length in 0usize..30,
        ) {
            let article = article(&text);
            let page = Page::of(&article);
            let mentions = mention::mentions(&page);
            let mut statements = [statement(&page, Span::new(from, from + length)), statement(&page, Span::new(0, text.len()))];
            resolve(&page, &mentions, &mut statements);
            for s in &statements {
                prop_assert!(s.source.iter().flat_map(|p| &p.referents).all(|r| *r < mentions.len()));
            }
        }
    }
}
