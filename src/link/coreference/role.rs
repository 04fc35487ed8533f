//! Whom a role, a body without its name or a text that speaks stands for: "the Russian president", "the ministry", "the
//! letter that Ankara sent".

use super::{Before, REACH, Resolver, cast};
use crate::text::lower::Lower;
use crate::{
    corpus::zone::{self, ZoneKind},
    extract::{
        mention::{EntityKind, Mention},
        statement::Party,
    },
    lexicon::{
        class::WordClass as Is,
        gazetteer::{Class, Gender, gazetteer, starts_upper},
    },
    text::{fold::fold, span::Span, tag::Tag},
};

/// What sort of medium a word means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Medium {
    Wire,
    Press,
    Air,
}

fn medium_of(word: &str) -> Option<Medium> {
    Some(match word {
        "agency" | "newswire" => Medium::Wire,
        "newspaper" | "daily" | "weekly" | "magazine" | "tabloid" => Medium::Press,
        "broadcaster" | "channel" | "network" | "television" | "radio" | "tv" => Medium::Air,
        _ => return None,
    })
}

/// How many sentences back somebody spoke just before; their words may fill some.
const LATELY: usize = 4;

impl Resolver<'_, '_> {
    /// "the texts Putin sent", "the letter that Ankara handed over": who wrote or sent it.
    pub(super) fn paper(&self, span: Span) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        if !Is::Paper.has(words.last()?) {
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
        Is::Sends
            .has(self.page.word(next))
            .then(|| (vec![i], format!("“{printed}” is taken as {name}, from whom it is")))
    }

    /// "the statement", "the document": a text speaks for whoever spoke last; "a statement from the ministry" for the ministry.
    pub(super) fn document(&self, span: Span, before: &Before) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let text = words.iter().position(|w| Is::Document.has(w) || w == "information")?;
        if let Some(by) = words.get(text + 1).filter(|w| Is::IssuerLink.has(w.as_str())) {
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

    /// "the Russian president", "Norway’s Minister of Foreign Affairs", "the minister".
    pub(super) fn role(&self, span: Span, before: &Before, other: Option<&Party>) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let anonymous = ["a", "an", "some", "several", "one", "many", "other", "two"];
        if words.first().is_some_and(|w| anonymous.contains(&w.as_str())) {
            return None;
        }
        if let Some(found) = self.head_of(span, before, other) {
            return Some(found);
        }
        let (at, title, n) = cast::titles(self.page, range.clone()).into_iter().find(|(at, t, n)| {
            // "the foreign ministry's spokeswoman": who owns is not meant.
            let owns = at + n < range.end && matches!(self.page.word(at + n), "'s" | "’s");
            !t.address && !owns
        })?;
        // "the official", "the representative of the ministry": whoever spoke just before.
        let of_a_body = title.office == "representative"
            && matches!(words.get(n + 1..), Some([of, the, body]) if of == "of" && the == "the" && Is::Collective.has(body));
        if title.office == "official" || of_a_body {
            let the = words.first().is_some_and(|w| matches!(w.as_str(), "the" | "this"));
            return self.last_person(span, before).filter(|_| the && (of_a_body || range.len() == n + 1));
        }
        // "the finance minister [to Die Welt]", "[on the margin of the meeting]"
        let aside = at + n < range.end && self.page.tags.get(at + n) == Some(&Tag::Adp);
        let aside = aside && !Is::AfterOfficeInPhrase.has(&self.page.word(at + n).lower());
        let cut = aside && self.states(at + n..range.end).is_empty();
        let range = if cut { range.start..at + n } else { range };
        // "the president’s critics", "the ministers": not one office-holder.
        let plural = is_plural(&self.page.word(at + n - 1).lower());
        let rest = range.end.saturating_sub(at + n);
        let links = rest > 0 && !Is::AfterOfficeInPhrase.has(self.page.word(at + n).lower().as_str());
        if plural || links || matches!(title.office, "government" | "ministry") {
            return None;
        }
        // "The Hungarian and the Slovak minister": each of them.
        if words.iter().any(|w| w == "and")
            && let [one, two] = self.states(range.clone())[..]
        {
            let of = |side| self.cast.holder(title.office, Some(side), span, title.gender);
            let (one, two) = (of(one)?, of(two)?);
            return Some((vec![one.min(two), one.max(two)], format!("“{printed}” are those who have that office")));
        }
        let side = cast::affiliation(self.page, range.clone(), at);
        if title.office == "counterpart" {
            return self.counterpart(span, side, title.gender, other);
        }
        // "his spokesman": of whoever was named, not the spokesman of somebody else.
        if words.first().is_some_and(|w| matches!(w.as_str(), "his" | "her" | "their")) {
            return None;
        }
        // "the minister": of several the one who spoke last.
        let spoke = before.speaker.as_ref().filter(|(who, _)| side.is_none() && who.len() == 1);
        let spoke = spoke.map(|(who, _)| who[0]).filter(|i| self.cast.holds(*i, title.office));
        // Whoever spoke just before, if the text does not tell their office.
        let here = self.page.sentence_at(span.start)?;
        let last = before.speaker.as_ref().filter(|(who, at)| side.is_none() && who.len() == 1 && here <= at + LATELY);
        let plain =
            range.len() == n + 1 && words.first().is_some_and(|w| matches!(w.as_str(), "the" | "this" | "that"));
        let general = matches!(title.office, "diplomat" | "member of parliament");
        let last = last.map(|(who, _)| who[0]).filter(|i| {
            let person = self.mentions.get(*i).is_some_and(|m| m.kind == EntityKind::Person);
            plain && person && before.unnamed.is_none() && (general || self.cast.is_of_no_office(*i))
        });
        let spoke = spoke.or(last);
        let not = |i: &usize| other.is_none_or(|o| !o.referents.iter().any(|r| self.cast.same(*r, *i)));
        let holder = || self.cast.holder(title.office, side, span, title.gender).filter(not);
        // A headline calls by the office whom the article names below.
        let below = || {
            let headline = self.page.zone(here) == ZoneKind::Headline;
            headline.then(|| self.cast.only_holder(title.office, side, title.gender).filter(not))?
        };
        let Some(i) = spoke.filter(not).or_else(holder).or_else(below) else {
            // Whom somebody met or asked, without a name: the state for which they stand.
            let state = side.filter(|_| other.is_some())?;
            let i = self.nearest(span, |m| names(m, state))?;
            return Some((vec![i], format!("“{printed}” is taken as the state it belongs to")));
        };
        let name = self.mentions[i].span.of(self.page.text);
        Some((vec![i], format!("“{printed}” is taken as {name}, who has that office in the article")))
    }

    /// The person who spoke just before, where nobody without a name did since.
    fn last_person(&self, span: Span, before: &Before) -> Option<(Vec<usize>, String)> {
        let here = self.page.sentence_at(span.start)?;
        let (who, at) = before.speaker.as_ref()?;
        let [i] = who[..] else { return None };
        let person = self.mentions.get(i).is_some_and(|m| m.kind == EntityKind::Person);
        (here <= at + LATELY && person && before.unnamed.is_none())
            .then(|| (vec![i], self.why(span.of(self.page.text), i)))
    }

    /// "his Somali counterpart": whoever has that office there and is not the other party, else the other one's colleague, else
    /// the state.
    fn counterpart(
        &self,
        span: Span,
        side: Option<&'static str>,
        gender: Option<Gender>,
        other: Option<&Party>,
    ) -> Option<(Vec<usize>, String)> {
        let printed = span.of(self.page.text);
        let not = |i: &usize| other.is_some_and(|o| !o.referents.iter().any(|r| self.cast.same(*r, *i)));
        let of = |i: &usize| side.is_none_or(|s| self.cast.is_of(*i, s)) && not(i);
        if let Some(i) = self.person(span, None, &Before::default(), true, of) {
            return Some((vec![i], self.why(printed, i)));
        }
        // "Foreign Minister to his Somali counterpart": who has the same office there.
        let other = other.filter(|o| o.inferred.is_none())?;
        let speaker = self.tokens(other.span?);
        let office = cast::titles(self.page, speaker.clone()).into_iter().next().map(|(_, t, _)| t.office);
        if let (Some(office), Some(_)) = (office, side)
            && let Some(i) = self.cast.only_holder(office, side, gender).filter(not)
        {
            return Some((vec![i], self.why(printed, i)));
        }
        // Without a name the state: that of the word, or the other one that the article is about.
        let told = self.states(speaker);
        let of = |r: &usize, s: &str| self.cast.is_of(*r, s) || names(&self.mentions[*r], s);
        let own = |s: &'static str| told.contains(&s) || other.referents.iter().any(|r| of(r, s));
        let state = side.or_else(|| match self.sides.pair()? {
            [one, two] if own(one) && !own(two) => Some(two),
            [one, two] if own(two) && !own(one) => Some(one),
            _ => None,
        })?;
        let i = self.nearest(span, |m| names(m, state))?;
        Some((vec![i], format!("“{printed}” is taken as the state it belongs to")))
    }

    /// "the same source", "the same officer": whoever spoke just before, named or not.
    pub(super) fn same_as_before(&self, span: Span, before: &Before) -> Option<Party> {
        let (_, words) = self.words(span);
        let same =
            words.len() <= 4 && words.first().is_some_and(|w| w == "the") && words.get(1).is_some_and(|w| w == "same");
        let noun =
            words.last().filter(|w| same && !(Is::Document.has(w) || Is::Paper.has(w) || medium_of(w).is_some()))?;
        let here = self.page.sentence_at(span.start)?;
        let lately = || before.parties.iter().rev().take_while(|(_, at)| here <= at + LATELY).map(|(p, _)| p);
        let meant = |p: &Party| p.stands_for.or(p.span);
        let called = |p: &&Party| meant(p).is_some_and(|s| self.words(s).1.contains(noun));
        let person = |p: &&Party| match p.referents.first() {
            Some(m) => self.mentions.get(*m).is_some_and(|m| m.kind == EntityKind::Person),
            None => meant(p).is_some_and(|s| self.is_unnamed_person(s)),
        };
        let party = lately().find(called).or_else(|| lately().find(person))?;
        let meant = meant(party);
        let printed = span.of(self.page.text);
        let who = || party.referents.first().and_then(|m| self.mentions.get(*m)).map(|m| m.span);
        let name = who().or(meant)?.of(self.page.text);
        let unnamed = party.referents.is_empty();
        Some(Party {
            span: Some(span),
            referents: party.referents.clone(),
            stands_for: meant.filter(|_| unnamed),
            inferred: Some(format!("“{printed}” is taken as “{name}”, who spoke before")),
        })
    }

    /// "the woman", "the deputy", "the jurist": the person who spoke just before.
    pub(super) fn called_again(&self, span: Span, before: &Before) -> Option<(Vec<usize>, String)> {
        let (_, words) = self.words(span);
        let [the, noun] = words.as_slice() else { return None };
        let called = the == "the" && Is::PersonNoun.has(noun);
        let other = |gender| if gender == Gender::Female { Is::ManNoun } else { Is::WomanNoun };
        let fits = |i: &usize| self.cast.gender(*i).is_none_or(|g| !other(g).has(noun));
        self.last_person(span, before).filter(|(who, _)| called && who.iter().all(fits))
    }

    /// "Edi Rama was not silent. The Albanian premier wrote …", "…, the owner said": the only person of the paragraph so far,
    /// else whoever spoke just before, where no other office of theirs is told.
    pub(super) fn just_told(&self, span: Span, before: &Before) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let tag = |i: usize| self.page.tags.get(i).copied().unwrap_or(Tag::X);
        let the = words.first().is_some_and(|w| matches!(w.as_str(), "the" | "this" | "that"));
        let first = range.start + usize::from(the);
        // Up to "of the Eurogroup", "on the steps", "to Die Welt".
        let end = (first..range.end).find(|i| matches!(tag(*i), Tag::Adp | Tag::Punct)).unwrap_or(range.end);
        let last = end.checked_sub(1).filter(|i| *i >= first)?;
        let noun = self.page.word(last).lower();
        let title = cast::titles(self.page, first..range.end).into_iter().find(|(_, t, _)| !t.address);
        let title = title.filter(|(at, t, n)| {
            (at + n == end || *at < end && at + n > end)
                && !matches!(t.office, "official" | "government" | "ministry" | "counterpart")
        });
        // "the Slovenian", but not "the British".
        let all_of_them = |w: &str| ["s", "sh", "ch", "ese"].iter().any(|end| w.ends_with(end));
        let people = range.len() == 2
            && !all_of_them(&noun)
            && gazetteer().named(self.page.word(last)).is_some_and(|n| n.class == Class::Adjective);
        let called = the && (Is::PersonNoun.has(&noun) || Is::LeaderOrOwner.has(&noun) || people);
        let unnamed = self.mentions.iter().all(|m| m.kind != EntityKind::Person || !span.overlaps(m.span));
        let side = self.states(range.clone()).first().copied();
        // "president of Russia", "Slovenian premier"
        let bare = title.as_ref().is_some_and(|(at, ..)| *at == first || !self.states(first..*at).is_empty());
        let here = self.page.sentence_at(span.start)?;
        let body = self.page.zone(here) == ZoneKind::Body;
        if is_plural(&noun) || !body || !unnamed || !(called || title.is_some() && (the || bare)) {
            return None;
        }
        let fits = |i: &usize| {
            let gender = title.as_ref().and_then(|(_, t, _)| t.gender).or(match () {
                () if Is::ManNoun.has(&noun) => Some(Gender::Male),
                () if Is::WomanNoun.has(&noun) => Some(Gender::Female),
                () => None,
            });
            // "the minister", who is a deputy minister.
            let office = title.as_ref().is_none_or(|(_, t, _)| {
                self.cast.is_of_no_office(*i)
                    || self.cast.holds(*i, t.office)
                    || the && self.cast.may_be_called(*i, t.office)
            });
            office
                && self.mentions.get(*i).is_some_and(|m| m.kind == EntityKind::Person)
                && gender.is_none_or(|g| self.cast.gender(*i).is_none_or(|own| own == g))
                && side.is_none_or(|s| !self.cast.is_of_another(*i, s))
                && !before.targets.iter().any(|t| self.cast.same(*t, *i))
        };
        let block = self.page.blocks.get(self.page.sentences.get(here)?.block)?.span;
        let lo = self.mentions.partition_point(|m| m.span.start < block.start);
        let hi = self.mentions.partition_point(|m| m.span.end <= span.start);
        let told: Vec<usize> = (lo..hi.max(lo))
            .filter(|i| self.mentions[*i].kind == EntityKind::Person && !before.has_said(self.mentions[*i].span))
            .collect();
        let only = |found: Vec<usize>| {
            let one = found.last().copied()?;
            found.iter().all(|i| self.cast.same(*i, one)).then_some(one)
        };
        let spoke = before.speaker.as_ref().filter(|(_, at)| here <= at + LATELY && before.unnamed.is_none());
        // "the Ministry of Defence, Jan Kos": the person of them.
        let person = |i: &usize| self.mentions.get(*i).is_some_and(|m| m.kind == EntityKind::Person);
        let spoke = spoke.and_then(|(who, _)| only(who.iter().copied().filter(person).collect()));
        let i = if told.is_empty() { spoke } else { only(told) };
        let i = i.filter(fits)?;
        Some((vec![i], self.why(span.of(self.page.text), i)))
    }

    /// "the head of the ministry", "the chief of Russian diplomacy": an office by what it leads.
    fn head_of(&self, span: Span, before: &Before, other: Option<&Party>) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let of = words.iter().position(|w| w == "of").filter(|of| *of > 0 && *of <= 3)?;
        if !Is::LeaderOrOwner.has(words[of - 1].as_str()) {
            return None;
        }
        let led = words.get(of + 1..)?;
        let any = |of: &[&str]| led.iter().any(|w| of.contains(&w.as_str()));
        let office = match () {
            () if any(&["diplomacy"]) => "foreign minister",
            () if any(&["ministry", "department"]) => match () {
                () if any(&["foreign", "external"]) => "foreign minister",
                () if any(&["defence", "defense"]) => "defence minister",
                () if any(&["interior", "internal", "home"]) => "interior minister",
                () => "minister",
            },
            () if any(&["government", "cabinet"]) => "prime minister",
            () if any(&["state", "republic"]) => "president",
            () => return None,
        };
        let side = self.states(range).first().copied();
        let not = |i: &usize| other.is_none_or(|o| !o.referents.iter().any(|r| self.cast.same(*r, *i)));
        let spoke = before.speaker.as_ref().filter(|(who, _)| side.is_none() && who.len() == 1).map(|(who, _)| who[0]);
        let spoke = spoke.filter(|i| self.cast.holds(*i, office));
        let i = spoke.or_else(|| self.cast.holder(office, side, span, None)).filter(not)?;
        Some((vec![i], self.why(span.of(self.page.text), i)))
    }

    /// "his office", "her ministry": of whoever was just spoken of.
    pub(super) fn office_of(&self, span: Span, before: &Before, other: Option<&Party>) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let [whose, .., body] = words.as_slice() else { return None };
        let person = matches!(whose.as_str(), "his" | "her") && Is::OfficeOfPerson.has(body);
        let first = self.page.tokens.get(range.start).filter(|_| person)?.span;
        let (who, _) = self.pronoun(first, before, other)?;
        let name = self.mentions.get(*who.first()?)?.span.of(self.page.text);
        Some((who, format!("“{}” is taken as that of {name}", span.of(self.page.text))))
    }

    /// "Ukrainian and US authorities": each state that its adjectives tell.
    pub(super) fn joined(&self, span: Span) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let joined = words.iter().any(|w| w == "and") && words.last().is_some_and(|w| Is::Ruling.has(w));
        if !joined {
            return None;
        }
        let referents = self.bearers(span, &self.states(range));
        Some((referents, format!("“{}” is taken as the states they belong to", span.of(self.page.text))))
    }

    /// "the ministry", "the alliance", "Ukrainian and US authorities", "the Russians".
    pub(super) fn body(&self, span: Span, speaks: bool) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        // "sources close to the delegation"
        let last = words.last().filter(|_| !words.iter().any(|w| w == "close"))?;
        let definite = words.first().is_some_and(|w| matches!(w.as_str(), "the" | "this"));
        let states = self.states(range.clone());
        // "the Armenian units", "the Philippine vessel": whose they are.
        let of = words.iter().position(|w| matches!(w.as_str(), "of" | "in")).unwrap_or(words.len());
        // "the American embassy in Georgetown": where it is, is not whose it is.
        let lies = words.iter().position(|w| w == "in");
        let own = lies.map(|at| self.states(range.start..range.start + at)).filter(|own| !own.is_empty());
        let states = own.unwrap_or(states);
        // "the police of Chad", "Peruvian media", "the rebels of Mali" speak for themselves.
        let rules =
            |w: &String| (Is::Ruling.has(w) || Is::Forces.has(w)) && !(Is::OfItself.has(w) && (speaks || w == "media"));
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
        let general = Is::GeneralBody.has(last.as_str());
        let medium = medium_of(last);
        if gazetteer().head(&head).is_none() && !general && medium.is_none() {
            return None;
        }
        // "told this newspaper": the article's own.
        if medium.is_some() && words.first().is_some_and(|w| w == "this") {
            return self.own_outlet().map(|i| (vec![i], self.why(printed, i)));
        }
        // "the department": of a ministry as well.
        let meant = |w: &str| w == head || head == "Department" && w == "Ministry";
        let named = |m: &Mention| {
            m.kind == EntityKind::Organisation
                && (m.span.of(self.page.text).split_whitespace().any(meant)
                    || m.known.as_deref().is_some_and(|k| gazetteer().heads_of(k).contains(&head.as_str())))
        };
        // "the Armenian ministry" is not Azerbaijan's.
        if let [state] = states.as_slice() {
            let own = |m: &Mention| named(m) && self.side_of(m) == Some(*state);
            let theirs = |m: &Mention| match medium {
                Some(sort) => self.is_medium(m, sort) && self.side_of(m) == Some(*state),
                None => names(m, state),
            };
            let i = self.last_before(span, own).or_else(|| self.last_before(span, theirs))?;
            return Some((vec![i], self.why(printed, i)));
        }
        let i = self
            .last_before(span, named)
            .or_else(|| self.last_before(span, |m| medium.is_some_and(|sort| self.is_medium(m, sort))))
            .or_else(|| self.own_outlet().filter(|_| medium.is_some_and(|sort| sort != Medium::Wire)))
            .or_else(|| self.last_before(span, |m| general && m.kind == EntityKind::Organisation))?;
        Some((vec![i], self.why(printed, i)))
    }

    /// Where the article names the outlet that it is of.
    fn own_outlet(&self) -> Option<usize> {
        let own = self.page.outlet?;
        self.mentions.iter().position(|m| m.span.of(self.page.text) == own)
    }

    /// Whether a name is a medium of this sort, as the words in it and beside it tell, or a list of agencies; a medium of
    /// which nothing is told may be of any.
    fn is_medium(&self, mention: &Mention, sort: Medium) -> bool {
        let name = self.tokens(mention.span);
        let beside = name.start.saturating_sub(1)..(name.end + 3).min(self.page.tokens.len());
        let told = || beside.filter_map(|i| medium_of(&self.page.word(i).lower())).next();
        let wire = || zone::is_agency(&fold(mention.span.of(self.page.text))).then_some(Medium::Wire);
        mention.kind == EntityKind::Outlet && told().or_else(wire).is_none_or(|own| own == sort)
    }

    /// A mention of each state, near the phrase.
    pub(super) fn bearers(&self, span: Span, states: &[&str]) -> Vec<usize> {
        states.iter().filter_map(|s| self.nearest(span, |m| names(m, s))).collect()
    }

    /// The states that adjectives and names in a phrase tell.
    pub(super) fn states(&self, range: std::ops::Range<usize>) -> Vec<&'static str> {
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
    pub(super) fn nearest(&self, span: Span, fits: impl Fn(&Mention) -> bool) -> Option<usize> {
        let inside = self.mentions.iter().position(|m| span.contains(m.span) && fits(m));
        inside.or_else(|| self.last_before(span, &fits)).or_else(|| self.mentions.iter().position(&fits))
    }
}

fn names(mention: &Mention, state: &str) -> bool {
    mention.kind == EntityKind::Country && mention.known.as_deref() == Some(state)
}

/// "the ministers": not one office-holder; "foreign affairs" are one's.
fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ss") && !matches!(noun, "affairs" | "relations")
}
