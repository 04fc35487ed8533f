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
        speaker::Sides,
        statement::{Party, Sourcing, Statement},
    },
    lexicon::{
        class::WordClass,
        gazetteer::{Class, Gender, gazetteer, starts_upper},
    },
    text::{span::Span, tag::Tag},
};
use cast::Cast;

/// Fills the referents of every party that names nobody itself, and says why.
pub fn resolve(page: &Page, mentions: &[Mention], statements: &mut [Statement]) {
    let resolver = Resolver { page, mentions, cast: Cast::of(page, mentions), sides: Sides::of(mentions) };
    let mut before = Before::default();
    for i in 0..statements.len() {
        go_on(statements, i, |f| f < i);
        let statement = &mut statements[i];
        let at = statement.sentence;
        if let Some(source) = &mut statement.source {
            // "…, they said": not who is named inside the words that they said.
            before.own = statement.content.clone();
            resolver.fill(source, &before, None);
            before.own.clear();
        }
        let source = statement.source.clone();
        for party in statement.addressees.iter_mut().chain(&mut statement.via) {
            resolver.fill(party, &before, source.as_ref());
        }
        match source {
            Some(source) if !source.referents.is_empty() => {
                before.speaker = Some((source.referents, at));
                before.unnamed = None;
            }
            Some(Party { span: Some(span), .. }) if resolver.is_unnamed_person(span) => {
                before.unnamed = Some((span, at));
            }
            _ => {}
        }
    }
    for i in 0..statements.len() {
        go_on(statements, i, |f| f > i);
    }
    resolver.carry_days(statements);
    for statement in statements {
        // "he", "the rebels' envoy": nobody has told who that is.
        if statement.sourcing == Sourcing::Named && statement.source.as_ref().is_some_and(|s| s.referents.is_empty()) {
            statement.sourcing = Sourcing::Anonymous;
        }
    }
}

/// Gives a statement without a source of its own the speaker of the one that it follows.
fn go_on(statements: &mut [Statement], i: usize, wanted: impl Fn(usize) -> bool) {
    let told = statements[i].follows.filter(|f| wanted(*f)).and_then(|f| statements.get(f)?.source.as_ref());
    let Some(referents) = told.map(|p| p.referents.clone()).filter(|r| !r.is_empty()) else { return };
    if let Some(source) = statements[i].source.as_mut().filter(|s| s.span.is_none()) {
        source.referents = referents;
    }
}

/// What the statements before tell.
#[derive(Default)]
struct Before {
    /// Who spoke last: the referents of the source, and its sentence.
    speaker: Option<(Vec<usize>, usize)>,
    /// Who spoke after that without being named ("a diplomat"), and in which sentence.
    unnamed: Option<(Span, usize)>,
    /// The content of the statement whose source is looked for.
    own: Vec<Span>,
}

struct Resolver<'p, 'a> {
    page: &'p Page<'a>,
    mentions: &'p [Mention],
    cast: Cast,
    sides: Sides,
}

/// How many sentences back a pronoun reaches.
const REACH: usize = 3;

impl Resolver<'_, '_> {
    /// Fills one party. `other` is a party of the same statement that this one cannot be.
    fn fill(&self, party: &mut Party, before: &Before, other: Option<&Party>) {
        let Some(span) = party.span else { return };
        if !party.referents.is_empty() {
            // "Ukrainian and US authorities": the name in it is one of two.
            if let Some((referents, why)) = self.joined(span).filter(|(r, _)| r.len() > party.referents.len()) {
                party.referents = referents;
                party.inferred = Some(why);
            }
            return;
        }
        let found = self
            .pronoun(span, before, other)
            .or_else(|| self.role(span, before, other))
            .or_else(|| self.body(span))
            .or_else(|| self.paper(span))
            .or_else(|| self.document(span, before));
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

    fn pronoun(&self, span: Span, before: &Before, other: Option<&Party>) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let speaker = before.speaker.as_ref();
        let not = |i: &usize| {
            other.is_none_or(|o| !o.referents.iter().any(|r| self.cast.same(*r, *i)))
                && !before.own.iter().any(|c| c.contains(self.mentions[*i].span))
        };
        // "according to his words"
        let alone = words.len() == 1 || words.len() == 2 && matches!(words[1].as_str(), "words" | "opinion" | "view");
        let one = |i: usize| (vec![i], self.why(printed, i));
        match words.first().map(String::as_str)? {
            "he" | "him" | "his" | "himself" | "she" | "her" | "herself" | "hers" if alone => {
                let male = matches!(words[0].as_str(), "he" | "him" | "his" | "himself");
                let gender = if male { Gender::Male } else { Gender::Female };
                if self.is_of_unnamed(span, before, gender) {
                    return None;
                }
                self.person(span, Some(gender), speaker, other.is_some(), not).map(one)
            }
            "it" | "its" | "itself" if alone => self.party(span, speaker, not).map(one),
            "they" | "them" | "their" | "both" | "themselves" if alone => {
                let plural = self.plural(span, not).filter(|_| words[0] != "both").map(one);
                let found = plural.or_else(|| self.pair(span, speaker, printed, not));
                let inside = |r: &Vec<usize>, who: Span| r.iter().all(|i| who.contains(self.mentions[*i].span));
                found.filter(|(r, _)| words[0] == "both" || before.unnamed.is_none_or(|(who, _)| inside(r, who)))
            }
            "the" | "both" if range.len() <= 4 && words.iter().any(|w| matches!(w.as_str(), "two" | "both")) => {
                self.pair(span, speaker, printed, not)
            }
            // "experts from both countries"
            _ if words.len() >= 3 && matches!(words[words.len() - 2].as_str(), "both" | "two") => {
                self.pair(span, None, printed, not).filter(|(r, _)| r.iter().all(|i| self.is_state(*i)))
            }
            _ => None,
        }
    }

    /// Whether somebody spoke who is not named: "a diplomat", "one of the officials", "the resident of Goma".
    fn is_unnamed_person(&self, span: Span) -> bool {
        let (range, words) = self.words(span);
        let indefinite = words.first().is_some_and(|w| {
            matches!(w.as_str(), "a" | "an" | "one" | "another" | "two" | "three" | "several" | "some")
        });
        let named = self.mentions.iter().any(|m| span.contains(m.span) && m.kind == EntityKind::Person);
        !named && (indefinite && !words.iter().all(|w| w == "one") || !cast::titles(self.page, range).is_empty())
    }

    /// Whether the last who spoke is not named, and nobody named who fits has come since.
    fn is_of_unnamed(&self, span: Span, before: &Before, gender: Gender) -> bool {
        let Some((who, at)) = before.unnamed else { return false };
        let near = self.page.sentence_at(span.start).is_some_and(|here| here.saturating_sub(at) <= 2);
        let since = self.before(span).into_iter().any(|(i, _)| {
            self.mentions[i].kind == EntityKind::Person
                && self.mentions[i].span.start >= who.end
                && self.is_subject(i)
                && self.cast.gender(i).is_none_or(|g| g == gender)
        });
        near && !since
    }

    /// "they" after "warnings from NATO foreign ministers": a body by its several officers.
    fn plural(&self, span: Span, allowed: impl Fn(&usize) -> bool) -> Option<usize> {
        let officers = |i: usize| {
            let (_, next) = self.cast.tokens(i);
            let role = cast::titles(self.page, next..(next + 4).min(self.page.tokens.len())).into_iter().next();
            role.is_some_and(|(at, _, n)| {
                at == next && self.page.word(at + n - 1).ends_with('s') && self.page.word(at + n) != "’s"
            })
        };
        let mut fits = self.before(span).into_iter().rev().filter(|(i, distance)| {
            *distance <= 1
                && matches!(self.mentions[*i].kind, EntityKind::Organisation | EntityKind::Country)
                && allowed(i)
                && officers(*i)
        });
        let first = fits.next()?.0;
        fits.all(|(i, _)| self.cast.same(i, first)).then_some(first)
    }

    /// "the texts Putin sent", "the letter that Ankara handed over": who wrote or sent it.
    fn paper(&self, span: Span) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        if !WordClass::Paper.has(words.last()?) {
            return None;
        }
        let from = match self.page.word(range.end) {
            "that" | "which" => range.end + 1,
            _ => range.end,
        };
        let i = self.mentions.iter().position(|m| {
            let first = self.tokens(m.span).start;
            (first == from || first == from + 1 && self.page.word(from).eq_ignore_ascii_case("the"))
                && m.kind != EntityKind::Place
        })?;
        let next = self.tokens(self.mentions[i].span).end;
        let printed = span.of(self.page.text);
        let name = self.mentions[i].span.of(self.page.text);
        WordClass::Sends
            .has(self.page.word(next))
            .then(|| (vec![i], format!("“{printed}” is taken as {name}, from whom it is")))
    }

    /// "the statement", "the document": a text speaks for whoever spoke last; "a statement from the ministry" for the ministry.
    fn document(&self, span: Span, before: &Before) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let text = words.iter().position(|w| WordClass::Document.has(w))?;
        if let Some(by) = words.get(text + 1).filter(|w| matches!(w.as_str(), "from" | "by" | "issued" | "released")) {
            let from = self.page.tokens.get(range.start + text + 1)?.span.start;
            let i = (0..self.mentions.len())
                .skip_while(|i| self.mentions[*i].span.start < from)
                .take_while(|i| self.mentions[*i].span.end <= span.end)
                .find(|i| self.mentions[*i].kind != EntityKind::Place)?;
            return Some((vec![i], format!("“{printed}”: a text speaks for whom it is {by}")));
        }
        let definite = words.first().is_some_and(|w| matches!(w.as_str(), "the" | "this"));
        let here = self.page.sentence_at(span.start)?;
        let ends = definite && text + 1 == words.len() && words.len() <= 4;
        let (who, at) = before.speaker.as_ref().filter(|(_, at)| ends && here >= *at)?;
        (here - at <= REACH).then(|| (who.clone(), format!("“{printed}” is taken as that of whoever spoke before")))
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
        object: bool,
        allowed: impl Fn(&usize) -> bool,
    ) -> Option<usize> {
        let fits = |i: &usize| {
            self.mentions[*i].kind == EntityKind::Person
                && allowed(i)
                && self.cast.gender(*i).is_none_or(|g| gender.is_none() || gender == Some(g))
        };
        self.best(span, speaker, object, fits)
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
        self.best(span, speaker, false, fits)
    }

    /// The best of the mentions before `span` that fit; `None` where two different ones are equally good. An `object`
    /// ("accusing her of") is rather somebody of the same sentence.
    fn best(
        &self,
        span: Span,
        speaker: Option<&(Vec<usize>, usize)>,
        object: bool,
        fits: impl Fn(&usize) -> bool,
    ) -> Option<usize> {
        let here = self.page.sentence_at(span.start)?;
        let mut scores: Vec<(i32, usize)> = Vec::new();
        for (i, distance) in self.before(span).into_iter().filter(|(i, _)| fits(i)) {
            let spoke = speaker.is_some_and(|(who, at)| {
                here.saturating_sub(*at) <= REACH && who.iter().any(|w| self.cast.same(*w, i))
            });
            let nearness = [4, 4, 2, 1].get(distance).copied().unwrap_or(0);
            let score = nearness
                + 4 * i32::from(object && distance == 0)
                + 2 * i32::from(self.is_subject(i))
                + 3 * i32::from(spoke);
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
    fn pair(
        &self,
        span: Span,
        speaker: Option<&(Vec<usize>, usize)>,
        printed: &str,
        allowed: impl Fn(&usize) -> bool,
    ) -> Option<(Vec<usize>, String)> {
        let here = self.page.sentence_at(span.start)?;
        if let Some((who, at)) = speaker
            && who.len() >= 2
            && here.saturating_sub(*at) <= 1
        {
            return Some((who.clone(), format!("“{printed}” continues the speakers before")));
        }
        let before = self.before(span);
        const STATES: &[EntityKind] = &[EntityKind::Country, EntityKind::Organisation];
        let noun = self.words(span).1.pop().unwrap_or_default();
        let told: &[&[EntityKind]] = match noun.as_str() {
            "ministers" | "leaders" | "presidents" | "diplomats" | "men" | "women" | "politicians" | "envoys" => {
                &[&[EntityKind::Person]]
            }
            "sides" | "parties" | "ministries" => &[STATES],
            "countries" | "states" | "capitals" | "governments" | "neighbours" | "neighbors" | "nations" | "allies"
            | "armies" => &[&[EntityKind::Country]],
            _ => &[&[EntityKind::Person], STATES],
        };
        // Where the noun says what they are, farther back too.
        let reach = if told.len() == 1 { REACH } else { 1 };
        for kinds in told {
            let mut found: Vec<usize> = Vec::new();
            for distance in 0..=reach {
                let fits = |i: &usize| kinds.contains(&self.mentions[*i].kind) && allowed(i);
                if told.len() > 1 {
                    found.clear();
                }
                for (i, _) in before.iter().filter(|(i, d)| *d == distance && fits(i)) {
                    if !found.iter().any(|j| self.cast.same(*i, *j)) {
                        found.push(*i);
                    }
                }
                if found.len() == 2 {
                    found.order();
                    return Some((found, format!("“{printed}” is taken as the two named just before")));
                }
            }
        }
        // "both presidents": the two who are.
        if *told == [&[EntityKind::Person] as &[EntityKind]]
            && let Some(office) = noun.strip_suffix('s')
        {
            let mut found = self.cast.holders(office, span);
            found.retain(|i| allowed(i));
            if let [a, b] = found[..] {
                return Some((vec![a.min(b), a.max(b)], format!("“{printed}” are the two who have that office")));
            }
        }
        // Of the states that the article is about.
        let pair = self.sides.pair().filter(|_| told.len() == 1 && told[0].contains(&EntityKind::Country))?;
        let found = self.bearers(span, &pair);
        (found.len() == 2).then(|| (found, format!("“{printed}” is taken as the two states that the article is about")))
    }

    fn is_state(&self, mention: usize) -> bool {
        self.mentions.get(mention).is_some_and(|m| m.kind == EntityKind::Country)
    }

    /// "the Russian president", "Norway’s Minister of Foreign Affairs", "the minister".
    fn role(&self, span: Span, before: &Before, other: Option<&Party>) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let anonymous = ["a", "an", "some", "several", "one", "many", "other", "two"];
        if words.first().is_some_and(|w| anonymous.contains(&w.as_str())) {
            return None;
        }
        let (at, title, n) = cast::titles(self.page, range.clone()).into_iter().find(|(at, t, n)| {
            // "the foreign ministry's spokeswoman": who owns is not meant.
            let owns = at + n < range.end && matches!(self.page.word(at + n), "'s" | "’s");
            !t.address && !owns
        })?;
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
        // "the minister": of several the one who spoke last.
        let spoke = before.speaker.as_ref().filter(|(who, _)| side.is_none() && who.len() == 1);
        let spoke = spoke.map(|(who, _)| who[0]).filter(|i| self.cast.holds(*i, title.office));
        let not = |i: &usize| other.is_none_or(|o| !o.referents.iter().any(|r| self.cast.same(*r, *i)));
        let holder = || self.cast.holder(title.office, side, span, title.gender).filter(not);
        let Some(i) = spoke.filter(not).or_else(holder) else {
            // Whom somebody met or asked, without a name: the state for which they stand.
            let state = side.filter(|_| other.is_some())?;
            let i = self.nearest(span, |m| names(m, state))?;
            return Some((vec![i], format!("“{printed}” is taken as the state it belongs to")));
        };
        let name = self.mentions[i].span.of(self.page.text);
        Some((vec![i], format!("“{printed}” is taken as {name}, who has that office in the article")))
    }

    /// "Ukrainian and US authorities": each state that its adjectives tell.
    fn joined(&self, span: Span) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let joined = words.iter().any(|w| w == "and") && words.last().is_some_and(|w| WordClass::Ruling.has(w));
        if !joined {
            return None;
        }
        let referents = self.bearers(span, &self.states(range));
        Some((referents, format!("“{}” is taken as the states they belong to", span.of(self.page.text))))
    }

    /// "the ministry", "the alliance", "Ukrainian and US authorities", "the Russians".
    fn body(&self, span: Span) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let last = words.last()?;
        let definite = words.first().is_some_and(|w| matches!(w.as_str(), "the" | "this"));
        let states = self.states(range.clone());
        // "the Armenian units", "the Philippine vessel": whose they are.
        let of = words.iter().position(|w| w == "of").unwrap_or(words.len());
        let rules = |w: &String| WordClass::Ruling.has(w) || WordClass::Forces.has(w);
        let ruled = rules(last) || words.get(..of).and_then(<[_]>::last).is_some_and(|w| definite && rules(w));
        let people = range.len() <= 2 && self.is_people(range.end.checked_sub(1)?);
        if (ruled || people) && !states.is_empty() {
            let referents = self.bearers(span, &states);
            return Some((referents, format!("“{printed}” is taken as the state it belongs to")));
        }
        if !definite {
            return None;
        }
        let head: String = last.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(last.chars().skip(1)).collect();
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
        // "the Armenian ministry" is not Azerbaijan's.
        if let [state] = states.as_slice() {
            let own = |m: &Mention| named(m) && self.side_of(m) == Some(*state);
            let i = self.last_before(span, own).or_else(|| self.last_before(span, |m| names(m, state)))?;
            return Some((vec![i], self.why(printed, i)));
        }
        let i = self
            .last_before(span, named)
            .or_else(|| self.last_before(span, |m| medium && m.kind == EntityKind::Outlet))
            .or_else(|| self.last_before(span, |m| general && m.kind == EntityKind::Organisation))?;
        Some((vec![i], self.why(printed, i)))
    }

    /// A mention of each state, near the phrase.
    fn bearers(&self, span: Span, states: &[&str]) -> Vec<usize> {
        states.iter().filter_map(|s| self.nearest(span, |m| names(m, s))).collect()
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

    /// The state that a body's name, or the words around it, tell.
    fn side_of(&self, mention: &Mention) -> Option<&'static str> {
        let range = self.tokens(mention.span);
        let own = self.states(range.clone()).first().copied();
        let owner = || {
            let first = range.start.saturating_sub(3);
            self.states(first..range.start).last().copied()
        };
        let of = || {
            matches!(self.page.word(range.end), "of")
                .then(|| self.states(range.end + 1..(range.end + 4).min(self.page.tokens.len())).first().copied())
                .flatten()
        };
        own.or_else(of).or_else(owner)
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
            statement::{Confidence, Modality, Mode, Polarity, When},
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
    fn the_body_of_the_state_that_is_told() {
        let text =
            "The Kenyan Defence Ministry protested. So did Somalia’s Defence Ministry. The Kenyan ministry said no.";
        assert_eq!(who(text, "The Kenyan ministry"), ["Kenyan Defence Ministry"]);
        let text = "Talks between Peru and Ecuador failed. The Chilean side was absent. Peruvian and US authorities left the US.";
        assert_eq!(who(text, "Peruvian and US authorities"), ["Peru", "US"]);
    }

    #[test]
    fn a_paper_is_of_whoever_sent_it() {
        assert_eq!(who("The letter that Ankara sent to Athens says no.", "The letter"), ["Ankara"]);
        assert_eq!(who("The letter lay on a table in Ankara.", "The letter"), [""; 0]);
    }

    #[test]
    fn they_are_not_in_the_words_that_they_said() {
        let text =
            "The warning came from EU foreign ministers, who met in Malta. It would harm Serbia and Kosovo, they said.";
        let article = article(text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let start = text.rfind("they").unwrap();
        let mut one = statement(&page, Span::new(start, start + 4));
        one.content = vec![Span::new(text.find("It would").unwrap(), start - 2)];
        let mut statements = [one];
        resolve(&page, &mentions, &mut statements);
        let referents = statements[0].source.clone().unwrap().referents;
        assert_eq!(referents.iter().map(|i| mentions[*i].span.of(text)).collect::<Vec<_>>(), ["EU"]);
    }

    #[test]
    fn who_follows_somebody_unnamed_is_not_named() {
        let text = "Jama Farah denied it. An elder of the town told us so. Nobody was asked, he said.";
        let article = article(text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let of = |phrase: &str| {
            let start = text.rfind(phrase).unwrap();
            statement(&page, Span::new(start, start + phrase.len()))
        };
        let mut statements = [of("Jama Farah"), of("An elder of the town"), of("he")];
        resolve(&page, &mentions, &mut statements);
        assert!(statements[2].source.clone().unwrap().referents.is_empty());
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
