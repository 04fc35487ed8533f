//! Who "he", "the president" or "the ministry" is, where the text allows; else left open.
//!
//! Roles are matched by what titles and appositions say of the article's persons ([`cast`]); pronouns by number, gender,
//! nearness, and who spoke last. Nothing is guessed where two persons fit equally.

mod cast;
mod day;
mod guest;
mod occasion;
mod role;

use crate::text::lower::Lower;
use crate::text::order::Order;
use crate::{
    corpus::zone::ZoneKind,
    extract::{
        addressed::LIKELIEST,
        date::DateExpression,
        mention::{EntityKind, Mention},
        page::Page,
        speaker::Sides,
        statement::{Confidence, Party, Sourcing, Statement},
    },
    lexicon::{
        act::Act,
        class::WordClass as Is,
        gazetteer::{Gender, gazetteer, starts_upper},
    },
    text::{span::Span, tag::Tag},
};
use cast::Cast;
use std::{cell::RefCell, rc::Rc};

/// Fills the referents of every party that names nobody itself, and says why.
pub fn resolve(page: &Page, mentions: &[Mention], dates: &[DateExpression], statements: &mut [Statement]) {
    let last = RefCell::new((Span::new(0, 0), 0..0, Rc::default()));
    let resolver = Resolver { page, mentions, cast: Cast::of(page, mentions), sides: Sides::of(mentions), last };
    let mut before = Before::default();
    let guest = resolver.guest(statements);
    for i in 0..statements.len() {
        resolver.go_on(statements, i, |f| f < i);
        if let Some((referents, why)) = resolver.answerer(statements, i, guest.as_ref()) {
            let source = statements[i].source.get_or_insert_default();
            source.referents = referents;
            source.inferred = Some(why);
        }
        let holder = statements[i].within.filter(|w| *w < i).and_then(|w| statements[w].source.as_ref());
        before.holder = holder.map(|p| p.referents.clone()).unwrap_or_default();
        let statement = &mut statements[i];
        let at = statement.sentence;
        if let Some(source) = &mut statement.source {
            // "…, they said": not who is named inside the words that they said.
            before.own = statement.content.clone();
            // "He accused Kurti": not Kurti.
            let named = statement.addressees.iter().filter(|p| p.inferred.is_none());
            before.targets = named.flat_map(|p| p.referents.iter().copied()).collect();
            resolver.fill(source, &before, None);
            before.said.append(&mut before.own);
            before.targets.clear();
        }
        let source = statement.source.clone();
        for party in statement.addressees.iter_mut().chain(&mut statement.via) {
            resolver.fill(party, &before, source.as_ref());
        }
        // Nobody is told to be their own addressee.
        if let Some(source) = source.as_ref().filter(|_| statement.act != Act::Consult) {
            let own = |i: &usize| source.referents.iter().any(|r| resolver.cast.same(*r, *i));
            for party in statement.addressees.iter_mut().filter(|p| p.inferred.is_some()) {
                if !party.referents.is_empty() && party.referents.iter().all(own) {
                    (party.referents, party.inferred) = (Vec::new(), None);
                }
            }
        }
        for party in &mut statement.addressees {
            resolver.oppose(party, &statement.states, &before);
        }
        statement.addressees.retain(|p| !resolver.is_open_pronoun(p));
        let parties = statement.addressees.iter().flat_map(|p| p.referents.iter().copied());
        let aimed: Vec<usize> = parties.filter(|m| resolver.is_body(*m)).collect();
        if !aimed.is_empty() {
            before.aimed = Some((aimed, at, statement.states.clone()));
        }
        if let Some(party) = source.as_ref().filter(|_| statement.within.is_none()) {
            before.parties.push((party.clone(), at));
        }
        match source {
            Some(source) if !source.referents.is_empty() => {
                // "a spokesman for the movement": the movement is named, he is not.
                let person = |i: &usize| mentions.get(*i).is_some_and(|m| m.kind == EntityKind::Person);
                let unnamed = source.span.filter(|s| resolver.is_unnamed_person(*s));
                before.unnamed = unnamed.filter(|_| !source.referents.iter().any(person)).map(|s| (s, at));
                before.speaker = Some((source.referents, at));
            }
            Some(Party { stands_for: Some(who), .. }) => before.unnamed = Some((who, at)),
            Some(Party { span: Some(span), .. }) if resolver.is_unnamed_person(span) => {
                before.unnamed = Some((span, at));
            }
            _ => {}
        }
    }
    for i in 0..statements.len() {
        resolver.go_on(statements, i, |f| f > i);
    }
    resolver.carry_days(statements);
    resolver.carry_occasions(statements, dates);
    for statement in statements {
        if statement.why.iter().any(|why| why == LIKELIEST) {
            statement.confidence = statement.confidence.min(Confidence::Medium);
            for party in statement.addressees.iter_mut().filter(|p| p.inferred.is_none()) {
                party.inferred = Some(LIKELIEST.into());
            }
        }
        let Some(source) = &statement.source else { continue };
        let open = source.referents.is_empty();
        if statement.sourcing == Sourcing::Named && open {
            statement.sourcing = resolver.unnamed(source.stands_for.or(source.span));
        }
        // Whom only other words tell is never sure.
        if source.inferred.is_some() || open && statement.sourcing == Sourcing::Described {
            statement.confidence = statement.confidence.min(Confidence::Medium);
        }
    }
}

/// What the statements before tell.
#[derive(Default)]
struct Before {
    /// Who spoke last: the referents of the source, and its sentence.
    speaker: Option<(Vec<usize>, usize)>,
    /// Who spoke after that without being named ("a diplomat"), and in which sentence.
    unnamed: Option<(Span, usize)>,
    /// Who spoke in the statements before, named or not, each with its sentence.
    parties: Vec<(Party, usize)>,
    /// The content of the statement whose source is looked for.
    own: Vec<Span>,
    /// What was said before.
    said: Vec<Span>,
    /// Whom the statement names as its addressees.
    targets: Vec<usize>,
    /// Who says the words that hold the statement.
    holder: Vec<usize>,
    /// Which bodies and states were addressed last, in which sentence, by whose side.
    aimed: Option<(Vec<usize>, usize, Vec<String>)>,
}

impl Before {
    /// Whether a name stands in what was said just before, or in the words whose speaker is looked for.
    fn has_said(&self, name: Span) -> bool {
        self.said.iter().rev().take(LATELY_SAID).chain(&self.own).any(|c| c.contains(name))
    }
}

/// So many pieces of speech before are looked at.
const LATELY_SAID: usize = 16;

/// How many sentences before its words somebody may be introduced.
const INTRODUCED: usize = 4;

struct Resolver<'p, 'a> {
    page: &'p Page<'a>,
    mentions: &'p [Mention],
    cast: Cast,
    sides: Sides,
    /// The words that were asked for last.
    last: RefCell<(Span, std::ops::Range<usize>, Rc<Vec<String>>)>,
}

/// How many sentences back a pronoun reaches.
const REACH: usize = 3;

impl Resolver<'_, '_> {
    /// Gives a statement without a source of its own the speaker of the one that it follows: by name, else by the words for
    /// somebody unnamed; a pronoun left open stays open.
    fn go_on(&self, statements: &mut [Statement], i: usize, wanted: impl Fn(usize) -> bool) {
        let told = statements[i].follows.filter(|f| wanted(*f)).and_then(|f| statements.get(f)?.source.as_ref());
        let Some(told) = told else { return };
        let unnamed = told.stands_for.or_else(|| told.span.filter(|s| self.is_unnamed_person(*s)));
        if told.referents.is_empty() && unnamed.is_none() && !self.is_open_pronoun(told) {
            return;
        }
        let (referents, unnamed) = (told.referents.clone(), unnamed.filter(|_| told.referents.is_empty()));
        if let Some(source) = statements[i].source.as_mut().filter(|s| s.span.is_none()) {
            (source.referents, source.stands_for) = (referents, unnamed);
        }
    }

    /// Fills one party. `other` is a party of the same statement that this one cannot be.
    fn fill(&self, party: &mut Party, before: &Before, other: Option<&Party>) {
        let Some(span) = party.span.or(party.stands_for) else { return };
        if !party.referents.is_empty() {
            // "Ukrainian and US authorities": the name in it is one of two.
            if let Some((referents, why)) = self.joined(span).filter(|(r, _)| r.len() > party.referents.len()) {
                party.referents = referents;
                party.inferred = Some(why);
            }
            return;
        }
        if let Some(same) = self.same_as_before(span, before) {
            *party = same;
            return;
        }
        let found = self
            .pronoun(span, before, other)
            .or_else(|| self.role(span, before, other))
            .or_else(|| self.called_again(span, before).filter(|_| other.is_none()))
            .or_else(|| self.body(span, other.is_none()))
            .or_else(|| self.paper(span))
            .or_else(|| self.document(span, before))
            .or_else(|| self.office_of(span, before, other))
            .or_else(|| self.just_told(span, before).filter(|_| other.is_none()));
        if let Some((referents, why)) = found.filter(|(r, _)| !r.is_empty()) {
            (party.referents, party.stands_for) = (referents, None);
            party.inferred = Some(why);
        } else if let Some(who) = self.somebody(span, before) {
            let (printed, meant) = (span.of(self.page.text), who.of(self.page.text));
            party.stands_for = Some(who);
            party.inferred = Some(format!("“{printed}” is taken as “{meant}”, who spoke before and is not named"));
        }
    }

    /// Who speaks in words that nobody is named for, where that is not whoever spoke last: the person asked by name in the
    /// question before, or whom the text has introduced since ("The minister came before the microphones").
    fn answerer(
        &self,
        statements: &[Statement],
        i: usize,
        guest: Option<&guest::Guest>,
    ) -> Option<(Vec<usize>, String)> {
        let s = statements.get(i)?;
        let spoken = s.cue.is_none() && s.within.is_none() && s.act != Act::Ask;
        let guest = guest.filter(|g| self.is_answer_of(g, s));
        let root = s.follows.filter(|f| spoken && *f < i).or_else(|| guest.map(|_| i))?;
        s.source.as_ref().map_or(guest.is_some(), |p| p.span.is_none()).then_some(())?;
        let asks = |s: &Statement| s.act == Act::Ask && s.cue.is_none();
        let person = |m: &usize| self.mentions.get(*m).is_some_and(|m| m.kind == EntityKind::Person);
        // "…”, reacted the spokesman, Igor Munteanu."
        if let Some(m) = self.beside(s) {
            return Some((
                vec![m],
                format!("“{}” stands beside these words", self.mentions[m].span.of(self.page.text)),
            ));
        }
        if let Some(guest) = guest {
            let name = self.mentions[guest.who].span.of(self.page.text);
            return Some((vec![guest.who], format!("“{name}” is asked in this interview")));
        }
        let last = (0..i).rev().find(|j| !asks(&statements[*j]))?;
        let question = statements.get(last + 1..i)?.last();
        let called = question.and_then(|q| q.addressees.first()).map(|p| &p.referents);
        if let Some(who) = called.filter(|r| r.len() == 1 && r.iter().all(person)) {
            return Some((who.clone(), "who is asked by name in the question before".into()));
        }
        let from = statements[last].sentence;
        let first = statements.get(last + 1).filter(|_| last + 1 < i).map_or(s.sentence, |q| q.sentence);
        // "First I have a message. Special Envoy Zhuo Peilin will travel": whom a speaker tells of does not speak; and whoever
        // spoke last is not brought in anew ("said a White House spokesman. Jen Psaki").
        let told = |m: &usize| {
            let at = self.mentions[*m].span;
            let spoken = statements[last].cue.is_none();
            let source = statements[last].source.as_ref().and_then(|p| p.span);
            spoken && statements[last].content.iter().any(|c| c.contains(at)) || source.is_some_and(|s| s.contains(at))
        };
        let introduced = self.introduced(from, first).filter(|m| !told(m));
        if let Some(m) = introduced {
            let why = format!("“{}” is introduced before these words", self.mentions[m].span.of(self.page.text));
            return Some((vec![m], why));
        }
        // Whoever answered before goes on.
        let before = &statements[last];
        let answers = before.follows.is_none() && before.cue.is_none() && question.is_some();
        let goes_on =
            (before.follows == Some(root) || answers) && before.source.as_ref().is_some_and(|p| p.span.is_none());
        let source = before.source.as_ref().filter(|p| goes_on && !p.referents.is_empty())?;
        Some((source.referents.clone(), source.inferred.clone()?))
    }

    /// "they", of whom the text does not tell who they are: nobody is shown as addressed.
    fn is_open_pronoun(&self, p: &Party) -> bool {
        let open = p.referents.is_empty() && p.stands_for.is_none();
        let word = p.span.filter(|_| open).map_or("", |s| s.of(self.page.text));
        ["they", "them", "he", "him", "she", "her", "it", "you", "us", "me"]
            .iter()
            .any(|w| word.eq_ignore_ascii_case(w))
    }

    /// "They have burnt their own harbour": whom the same side addressed just before.
    fn oppose(&self, party: &mut Party, own: &[String], before: &Before) {
        let pronoun = |s: &Span| ["they", "you"].contains(&&*s.of(self.page.text).lower());
        let Some(span) = party.span.filter(pronoun) else { return };
        // Not "Peru and Chile", said by Peru.
        let ours = |m: &usize| self.mentions[*m].known.as_ref().is_some_and(|known| own.contains(known));
        party.referents.retain(|m| !ours(m));
        if !self.is_open_pronoun(party) {
            return;
        }
        let states: Vec<&'static str> = own.iter().filter_map(|s| gazetteer().named(s)?.state).collect();
        let Some(here) = self.page.sentence_at(span.start).filter(|_| !states.is_empty()) else { return };
        let same = |side: &[String]| side.iter().any(|s| states.contains(&s.as_str()));
        let aimed = before.aimed.as_ref().filter(|(_, at, side)| here.saturating_sub(*at) <= 2 && same(side));
        if let Some((who, ..)) = aimed.filter(|(who, ..)| !who.is_empty()) {
            party.referents = who.clone();
            party.inferred = Some(format!("“{}” is taken as who is addressed just before", span.of(self.page.text)));
        }
    }

    /// The person who is a subject after quoted words, in their own sentence.
    fn beside(&self, s: &Statement) -> Option<usize> {
        let sentence = self.page.sentences.get(s.sentence)?;
        let end = s.content.last()?.end;
        let lo = self.mentions.partition_point(|m| m.span.start < end);
        (lo..self.mentions.len()).take_while(|i| self.mentions[*i].span.end <= sentence.span.end).find(|i| {
            let m = &self.mentions[*i];
            m.kind == EntityKind::Person && self.cast.is_told(*i) && self.is_subject(*i)
        })
    }

    /// The person whom the sentences after `from` and before `here` bring in as a subject, in running text.
    fn introduced(&self, from: usize, here: usize) -> Option<usize> {
        let from = from.max(here.saturating_sub(INTRODUCED + 1)) + 1;
        let start = self.page.sentences.get(from).filter(|_| from < here)?.span.start;
        let end = self.page.sentences.get(here)?.span.start;
        let lo = self.mentions.partition_point(|m| m.span.start < start);
        let hi = self.mentions.partition_point(|m| m.span.start < end);
        (lo..hi.max(lo)).rev().find(|i| {
            let m = &self.mentions[*i];
            let told = m.role.is_some() || m.span.of(self.page.text).contains(' ');
            let body = self.page.sentence_at(m.span.start).is_some_and(|s| self.page.zone(s) == ZoneKind::Body);
            m.kind == EntityKind::Person && told && body && self.is_subject(*i)
        })
    }

    /// The tokens that start inside a span.
    fn tokens(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = &self.page.tokens;
        tokens.partition_point(|t| t.span.start < span.start)..tokens.partition_point(|t| t.span.start < span.end)
    }

    /// The tokens of a span, and their words in small letters. One span is asked for by several rules after each other.
    fn words(&self, span: Span) -> (std::ops::Range<usize>, Rc<Vec<String>>) {
        let mut last = self.last.borrow_mut();
        if last.0 != span {
            let range = self.tokens(span);
            *last = (span, range.clone(), Rc::new(range.map(|i| self.page.word(i).lower()).collect()));
        }
        (last.1.clone(), last.2.clone())
    }

    fn pronoun(&self, span: Span, before: &Before, other: Option<&Party>) -> Option<(Vec<usize>, String)> {
        let (range, words) = self.words(span);
        let printed = span.of(self.page.text);
        let speaker = before.speaker.as_ref();
        let not = |i: &usize| {
            other.is_none_or(|o| !o.referents.iter().any(|r| self.cast.same(*r, *i)))
                && !before.own.iter().any(|c| c.contains(self.mentions[*i].span))
                && !before.targets.iter().any(|t| self.cast.same(*t, *i))
        };
        // "The Commission welcomed that both sides agreed": a body that speaks of both is neither.
        let apart = |i: &usize| {
            let holds = || before.holder.iter().any(|h| self.cast.same(*h, *i));
            not(i) && (self.is_state(*i) || !holds())
        };
        // "according to his words"
        let alone = words.len() == 1 || words.len() == 2 && Is::OwnWordsOrSelf.has(words[1].as_str());
        let one = |i: usize| (vec![i], self.why(printed, i));
        match words.first().map(String::as_str)? {
            "he" | "him" | "his" | "himself" | "she" | "her" | "herself" | "hers" if alone => {
                let male = Is::MalePronoun.has(words[0].as_str());
                let gender = if male { Gender::Male } else { Gender::Female };
                if self.is_of_unnamed(span, before, gender) {
                    return None;
                }
                self.person(span, Some(gender), before, other.is_some(), not).map(one)
            }
            // "I met both", in words that somebody speaks.
            "i" | "me" | "myself" if alone => {
                let why = format!("“{printed}” is whoever speaks");
                let person = |r: &&Vec<usize>| {
                    r.len() == 1 && self.mentions.get(r[0]).is_some_and(|m| m.kind == EntityKind::Person)
                };
                let here = self.page.sentence_at(span.start)?;
                let spoke = speaker.filter(|(_, at)| here.saturating_sub(*at) <= REACH).map(|(who, _)| who);
                Some(&before.holder).filter(person).or(spoke.filter(person)).map(|who| (who.clone(), why))
            }
            "it" | "its" | "itself" if alone => self.party(span, before, not).map(one),
            "they" | "them" | "their" | "both" | "themselves" if alone => {
                if other.is_none()
                    && let Some(found) = self.there(&range, printed)
                {
                    return Some(found);
                }
                let plural = self.plural(span, not).filter(|_| words[0] != "both").map(one);
                let found = plural.or_else(|| self.pair(span, speaker, printed, not));
                let inside = |r: &Vec<usize>, who: Span| r.iter().all(|i| who.contains(self.mentions[*i].span));
                found.filter(|(r, _)| words[0] == "both" || before.unnamed.is_none_or(|(who, _)| inside(r, who)))
            }
            "one" if alone && other.is_none() => self.there(&range, printed),
            "the" | "both" if range.len() <= 4 && words.iter().any(|w| matches!(w.as_str(), "two" | "both")) => {
                self.pair(span, speaker, printed, apart)
            }
            // "experts from both countries"
            _ if words.len() >= 3 && matches!(words[words.len() - 2].as_str(), "both" | "two") => {
                self.pair(span, None, printed, not).filter(|(r, _)| r.iter().all(|i| self.is_state(*i)))
            }
            _ => None,
        }
    }

    /// "In Kigali they say", "From the Commission one denies": the state or the body that they are in.
    fn there(&self, pronoun: &std::ops::Range<usize>, printed: &str) -> Option<(Vec<usize>, String)> {
        let comma = usize::from(self.page.word(pronoun.start.checked_sub(1)?) == ",");
        let at = self.page.tokens.get(pronoun.start)?.span.start;
        let i = self.mentions.partition_point(|m| m.span.start < at).checked_sub(1)?;
        let (first, end) = self.cast.tokens(i);
        if end + comma != pronoun.start {
            return None;
        }
        let the = usize::from(self.page.word(first.checked_sub(1)?).eq_ignore_ascii_case("the"));
        let inside = ["in", "at", "from"].contains(&&*self.page.word(first.checked_sub(1 + the)?).lower());
        let mention = self.mentions.get(i).filter(|_| inside)?;
        let who = match mention.kind {
            EntityKind::Country | EntityKind::Organisation => vec![i],
            EntityKind::Place => self.bearers(mention.span, &self.states(self.tokens(mention.span))),
            _ => return None,
        };
        let name = mention.span.of(self.page.text);
        (!who.is_empty()).then(|| (who, format!("“{printed}” are those in {name}")))
    }

    /// Whoever spoke last without a name, where the words mean them: "he" after "an elder of the town", "the source" after
    /// "a source in the ministry", "one of them" after "two diplomats".
    fn somebody(&self, span: Span, before: &Before) -> Option<Span> {
        let (who, at) = before.unnamed.filter(|(who, _)| who.end <= span.start)?;
        let here = self.page.sentence_at(span.start)?;
        if here.saturating_sub(at) > 2 {
            return None;
        }
        let (range, words) = self.words(span);
        let (theirs, told) = self.words(who);
        let links = |w: &String| Is::HeadNounEnd.has(w.as_str());
        let head = told.iter().take_while(|w| !links(w)).last()?;
        let plural = told.first().is_some_and(|w| Is::PluralOpener.has(w.as_str()))
            || head.ends_with('s') && told.first().is_none_or(|w| w != "a");
        let title = cast::titles(self.page, theirs).into_iter().next();
        let gender = |g: Gender| title.as_ref().and_then(|(_, t, _)| t.gender).is_none_or(|own| own == g);
        let generic = ["source", "official", "diplomat", "officer", "sources", "officials", "diplomats"];
        let meant = match words.first().map(String::as_str)? {
            "he" | "him" if range.len() == 1 => !plural && gender(Gender::Male),
            "she" | "her" if range.len() == 1 => !plural && gender(Gender::Female),
            "they" | "them" if range.len() == 1 => plural,
            "one" => plural && words.get(1).is_some_and(|w| w == "of") && words.len() <= 4,
            "the" | "this" | "that" if range.len() <= 4 => words.last().is_some_and(|last| {
                last == head || generic.contains(&last.as_str()) && generic.contains(&head.as_str()) && !plural
            }),
            _ => false,
        };
        meant.then_some(who)
    }

    /// Whether somebody spoke who is not named: "a diplomat", "one of the officials", "the resident of Goma".
    fn is_unnamed_person(&self, span: Span) -> bool {
        let (range, words) = self.words(span);
        let indefinite = words.first().is_some_and(|w| Is::UnnamedPersonOpener.has(w.as_str()));
        let named = self.mentions.iter().any(|m| span.contains(m.span) && m.kind == EntityKind::Person);
        let office = |t: &str| !matches!(t, "government" | "ministry");
        let titled = || cast::titles(self.page, range).iter().any(|(_, t, _)| office(t.office));
        !named && (indefinite && !words.iter().all(|w| w == "one") || titled())
    }

    /// How well somebody is named who could not be told: "a resident" and "residents" are not, "Western countries", "the
    /// opposition" and "he" are only described.
    fn unnamed(&self, span: Option<Span>) -> Sourcing {
        let Some((range, words)) = span.map(|s| self.words(s)) else { return Sourcing::Described };
        let first = words.first().map_or("", String::as_str);
        let indefinite = Is::IndefiniteOrOther.has(first);
        let definite = Is::DefiniteDeterminer.has(first);
        let named = |i: usize| {
            let word = self.page.word(i);
            starts_upper(word) && (gazetteer().named(word).is_some() || Is::Region.has(&word.lower()))
        };
        let group = || words.last().is_some_and(|w| w.ends_with('s') || w == "people") && words.len() <= 4 && !definite;
        if indefinite || group() && !range.clone().any(named) { Sourcing::Anonymous } else { Sourcing::Described }
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
        let role = self.mentions[i].role.map_or(first, |r| self.tokens(r).start.min(first));
        let upper = |t: usize| self.page.word(t).starts_with(char::is_uppercase);
        while at > 0 && matches!(tag(at - 1), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det) {
            // "In the evening [the spokesman Omar Farah] came", "… [Prime Minister Omar Farah] came"
            let opened = at < first && tag(at) == Tag::Det;
            if opened || at <= role && upper(at) && tag(at - 1) == Tag::Noun && !upper(at - 1) {
                break;
            }
            at -= 1;
        }
        let governed = at > 0 && matches!(tag(at - 1), Tag::Adp | Tag::Verb);
        // "The European Commission on Thursday announced"
        let sentence = self.page.sentence_at(self.mentions[i].span.start).and_then(|s| self.page.sentences.get(s));
        if tag(last) == Tag::Adp && sentence.is_some_and(|s| s.tokens.start == at) {
            return true;
        }
        // "The Ministry of External Affairs spokesman Raghav Menon in the briefing rejected"
        let first_named = self.mentions[i].role.is_some_and(|r| r.end <= self.mentions[i].span.start)
            && sentence.is_some_and(|s| {
                !(s.tokens.start..first).any(|t| matches!(tag(t), Tag::Verb | Tag::Aux | Tag::Punct))
                    && tag(s.tokens.start) != Tag::Adp
            });
        if first_named {
            return true;
        }
        if matches!(self.page.word(last), "'s" | "’s" | "'" | "’") {
            return false;
        }
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
        before: &Before,
        object: bool,
        allowed: impl Fn(&usize) -> bool,
    ) -> Option<usize> {
        let fits = |i: &usize| {
            self.mentions[*i].kind == EntityKind::Person
                && allowed(i)
                && self.cast.gender(*i).is_none_or(|g| gender.is_none() || gender == Some(g))
                && (self.cast.is_told(*i) || self.is_subject(*i))
        };
        self.best(span, before, object, fits)
    }

    fn party(&self, span: Span, before: &Before, allowed: impl Fn(&usize) -> bool) -> Option<usize> {
        let fits = |i: &usize| {
            matches!(self.mentions[*i].kind, EntityKind::Organisation | EntityKind::Country | EntityKind::Outlet)
                && allowed(i)
                && self.is_subject(*i)
        };
        self.best(span, before, false, fits)
    }

    /// The best of the mentions before `span` that fit; `None` where two different ones are equally good. An `object`
    /// ("accusing her of") is rather somebody of the same sentence.
    fn best(&self, span: Span, before: &Before, object: bool, fits: impl Fn(&usize) -> bool) -> Option<usize> {
        let here = self.page.sentence_at(span.start)?;
        let speaker = before.speaker.as_ref();
        let mut scores: Vec<(i32, usize)> = Vec::new();
        for (i, distance) in self.before(span).into_iter().filter(|(i, _)| fits(i)) {
            let spoke = speaker.is_some_and(|(who, at)| {
                here.saturating_sub(*at) <= REACH && who.iter().any(|w| self.cast.same(*w, i))
            });
            let nearness = [4, 4, 2, 1].get(distance).copied().unwrap_or(0);
            let score = nearness
                + 4 * i32::from(object && distance == 0)
                + 2 * i32::from(self.is_subject(i))
                + 2 * i32::from(self.is_topic(i, here))
                + 3 * i32::from(spoke)
                - i32::from(!object && before.has_said(self.mentions[i].span));
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

    /// Whether a paragraph is about somebody: its first name is theirs, as a subject.
    fn is_topic(&self, i: usize, here: usize) -> bool {
        let Some(block) = self.page.sentences.get(here).and_then(|s| self.page.blocks.get(s.block)) else {
            return false;
        };
        let first = self.mentions.partition_point(|m| m.span.start < block.span.start);
        first == i && self.is_subject(i)
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
        let words = self.words(span).1;
        let noun = words.last().map_or("", String::as_str);
        let told: &[&[EntityKind]] = match noun {
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
                // Two bodies that speak of both sides: the sides are the states.
                let bodies = || noun == "sides" && !found.iter().any(|i| self.is_state(*i));
                if found.len() == 2 && !(bodies() && self.sides.pair().is_some()) {
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

    fn is_body(&self, mention: usize) -> bool {
        self.mentions.get(mention).is_some_and(|m| matches!(m.kind, EntityKind::Country | EntityKind::Organisation))
    }

    fn is_state(&self, mention: usize) -> bool {
        self.mentions.get(mention).is_some_and(|m| m.kind == EntityKind::Country)
    }
}

#[cfg(test)]
mod tests;
