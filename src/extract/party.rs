//! Who a phrase names, and to whom an act is addressed.

use super::{
    addressed::{Heard, Scene},
    attribution::{Attribution, Source, sight::Sight},
    mention::{EntityKind, head_mentions},
    speaker::{Homes, Sides, Speaker},
    statement::Party,
};
use crate::{
    lexicon::{
        act::Act,
        class::WordClass as Is,
        cue::Frames,
        gazetteer::{Class, gazetteer},
    },
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

impl Sight<'_, '_> {
    /// The party of a noun phrase, with the mentions that its head names.
    pub fn party(&self, tokens: &Range<usize>) -> Option<Party> {
        let span = self.span(tokens)?;
        Some(Party { span: Some(span), referents: self.heads(span), ..Party::default() })
    }

    /// The mentions that a noun phrase names.
    pub fn heads(&self, span: Span) -> Vec<usize> {
        let heads = head_mentions(self.page, self.mentions, span);
        if let Some(person) = self.beside_office(span, &heads) {
            return vec![person];
        }
        if !heads.is_empty() {
            return heads;
        }
        // A title may hide the name from the rule for heads: the last person is named.
        let first = self.mentions.partition_point(|m| m.span.end <= span.start);
        let last = self.mentions.partition_point(|m| m.span.start < span.end);
        let inside = (first..last).filter(|m| span.contains(self.mentions[*m].span));
        // "the Interfax news agency"
        let tokens = self.tokens_of(span);
        let last = tokens.end.wrapping_sub(1);
        let medium =
            self.among(last, Is::MediumNoun) && self.is_outlet(&tokens) && !tokens.clone().any(|i| self.is(i, &["of"]));
        inside
            .filter(|m| match self.mentions[*m].kind {
                EntityKind::Person => self.mentions[*m].span.end == span.end,
                EntityKind::Outlet => medium,
                _ => false,
            })
            .collect()
    }

    /// "the spokesman of the ministry Rashad Veliyev": who stands beside what the office belongs to, without a comma.
    fn beside_office(&self, span: Span, heads: &[usize]) -> Option<usize> {
        let kind = |m: usize| self.mentions[m].kind;
        let last = self.mentions.partition_point(|m| m.span.start < span.end).checked_sub(1)?;
        let named = kind(last) == EntityKind::Person && self.mentions[last].span.end == span.end;
        if !named || self.mentions[last].role.is_some() || heads.iter().any(|m| kind(*m) == EntityKind::Person) {
            return None;
        }
        let name = self.tokens_of(self.mentions[last].span);
        let phrase = self.tokens_of(span).start..name.start;
        let beside = phrase.end.checked_sub(1).filter(|b| *b > phrase.start)?;
        let noun = matches!(self.tag(beside), Tag::Noun | Tag::Propn) && !self.among(beside, Is::Role);
        let office = phrase.clone().any(|i| self.among(i, Is::Role));
        let joined = phrase.clone().any(|i| self.is(i, &["and", ","]));
        (noun && office && !joined).then_some(last)
    }

    /// Whether a token is of a medium's or agency's name.
    pub(super) fn names_outlet(&self, i: usize) -> bool {
        self.named(i).is_some_and(|m| self.mentions[m].kind == EntityKind::Outlet)
    }

    /// Whether all that a phrase names are media.
    pub fn is_outlet(&self, tokens: &Range<usize>) -> bool {
        let mut kinds = tokens.clone().filter_map(|i| self.named(i)).map(|m| self.mentions[m].kind).peekable();
        (kinds.peek().is_some() && kinds.all(|k| k == EntityKind::Outlet))
            || tokens
                .clone()
                .any(|i| self.among(i, Is::MediaWord) || self.is(i, &["agency", "agencies"]) && !self.is_office(i))
                && !tokens.clone().any(|i| self.names_person(i))
    }

    /// "the atomic agency": no agency for news.
    fn is_office(&self, agency: usize) -> bool {
        let Some(before) = agency.checked_sub(1) else { return false };
        matches!(self.tag(before), Tag::Noun | Tag::Adj)
            && self.page.word(before).starts_with(char::is_lowercase)
            && !self.among(before, Is::BeforeNewsAgency)
    }

    /// To whom the `n`th statement is addressed, and why where no rule says it.
    pub fn addressees(&self, heard: &Heard, n: usize, scene: &Scene) -> (Vec<Party>, Option<&'static str>) {
        // Who is not told speaks to nobody in particular.
        if heard.a.is_hearsay() && heard.act != Act::Ask {
            return (Vec::new(), None);
        }
        let (mut found, why) = self.weighed(heard, n, scene);
        for party in &mut found {
            self.by_side(party, heard.who, &scene.sides);
        }
        (found, why)
    }

    /// Those whom the build of cue and content tells.
    pub(super) fn addressees_by_rules(&self, a: &Attribution, act: Act, who: &Speaker) -> Vec<Party> {
        if let Some(asked) = self.whom(a) {
            return vec![asked];
        }
        let felt = if act == Act::Praise { self.surely_addressed(a, act) } else { Vec::new() };
        if !felt.is_empty() {
            return felt;
        }
        // "told Reuters that Iran must": a medium is told what somebody else is to do.
        let object = a.object.as_ref().filter(|o| !self.is_only_told(a, o));
        let mut found = match object {
            Some(object) => self.object_addressed(a, act, object),
            None => self.addressees_by_content(a, act),
        };
        if found.is_empty() && a.object.is_none() {
            found = self.between(a, act);
        }
        if found.is_empty() && object.is_none() && act == Act::Demand {
            found = self.obliged(a, who);
        }
        if found.is_empty() && a.object.is_none() {
            found = self.otherwise_addressed(a, act);
        }
        if found.is_empty() {
            found = self.surely_addressed(a, act);
        }
        if found.is_empty() && object.is_none() {
            found = self.turned_to(a, act);
        }
        found
    }

    /// "President Trump, whom the envoy asked for help": whom the clause is about.
    fn whom(&self, a: &Attribution) -> Option<Party> {
        let Source::Phrase(source) = &a.source else { return None };
        let whom = source.start.checked_sub(1).filter(|w| self.is(*w, &["whom"]) && a.object.is_none())?;
        let last = whom.checked_sub(1)?;
        let last = if self.low(last) == "," { last.checked_sub(1)? } else { last };
        let phrase = self.noun_phrase_left(last, self.sentence(a.sentence).start)..last + 1;
        self.parties(&phrase).into_iter().next()
    }

    /// "We have raised this eleven times. Ottawa must act": who has to, in any clause of what is said.
    fn obliged(&self, a: &Attribution, who: &Speaker) -> Vec<Party> {
        for content in a.content.iter().map(|c| self.tokens_of(*c)) {
            for verb in self.verbs_in(&content) {
                let must = verb.modal.is_some_and(|m| self.among(m, Is::Obliging));
                let bound = self.among(verb.head, Is::HaveOrNeed) && self.infinitive_at(verb.head + 1);
                let last = verb.start.checked_sub(1).filter(|l| *l >= content.start && (must || bound));
                // "the rulers of Afghanistan they must give"
                let again =
                    |l: &usize| self.is(*l, &["they", "he", "she"]) && *l > content.start && self.nounish(l - 1);
                let last = last.map(|l| if again(&l) { l - 1 } else { l });
                let Some(last) = last.filter(|l| self.in_phrase(*l) || self.is(*l, &["they", "he", "she"])) else {
                    continue;
                };
                let subject = self.noun_phrase_left(last, content.start)..last + 1;
                let conditional =
                    (content.start..subject.start).rev().take(2).any(|i| self.among(i, Is::BeforeUnsureDuty));
                let own = self.among(subject.start, Is::NoObligedParty)
                    || self.states_in(&subject).iter().any(|s| who.states.contains(s));
                if conditional || own {
                    continue;
                }
                let found = self.parties(&subject);
                if !found.is_empty() {
                    return found;
                }
                if subject.len() == 1 && self.is(last, &["they", "he", "she"]) {
                    return self.party(&subject).into_iter().collect();
                }
            }
        }
        Vec::new()
    }

    /// "appealed to the World Bank to finance", "asked in a letter the Commission what": between the cue and the content.
    fn between(&self, a: &Attribution, act: Act) -> Vec<Party> {
        let (Some(cue), Some(first)) = (&a.cue, a.content.first()) else { return Vec::new() };
        let asks = matches!(act, Act::Demand | Act::Request | Act::Propose | Act::Ask | Act::Promise);
        let gap = cue.end.max(a.head.map_or(0, |h| h + 1))..self.tokens_of(*first).start;
        if !asks || gap.len() > 14 || gap.is_empty() {
            return Vec::new();
        }
        let source = |i: usize| matches!(&a.source, Source::Phrase(r) if r.contains(&i));
        let led = |i: usize| self.among(i, Is::BetweenPreposition);
        let phrase = |i: usize| i..self.noun_phrase_right(i, gap.end, false);
        let to = gap.clone().filter(|i| !source(*i) && !self.dated(*i) && (*i == gap.start || led(i - 1))).map(phrase);
        // "in a letter the European Commission"
        let last =
            gap.clone().filter(|i| self.is(*i, &["the"]) && !source(*i)).map(phrase).filter(|r| r.end == gap.end);
        let party =
            to.chain(last).find(|r| !r.is_empty() && self.may_be_party(r) && !self.is_outlet(r) && !self.is_crowd(r));
        party.map_or_else(Vec::new, |r| self.parties(&r))
    }

    /// Whether a phrase can be somebody addressed: a party, a people, a body without a name.
    pub(super) fn may_be_party(&self, r: &Range<usize>) -> bool {
        self.is_party(r) || r.clone().any(|i| self.among(i, Is::Collective)) || self.of_a_nation(r)
    }

    /// "the government", said by somebody of that state; "our neighbours": the state is meant.
    fn by_side(&self, party: &mut Party, who: &Speaker, sides: &Sides) {
        let Some(tokens) = party.span.map(|s| self.tokens_of(s)) else { return };
        let meant = match party.referents[..] {
            [m] => self.governed_by(m, &tokens, who),
            [_, _, ..] => None,
            [] => match self.state_meant(&tokens) {
                // "the Russian authorities": not those of the speaker.
                Some(state) => {
                    let body = tokens.clone().any(|i| self.among(i, Is::Government) || self.among(i, Is::Forces));
                    body.then_some((state, None))
                }
                None => {
                    // "the colonels in Bamako", "our friends in Peru": those of that state.
                    let place = self.state_after_in(tokens.end).map(|m| (m, Some("the state where they are".into())));
                    place.or_else(|| self.unnamed(&tokens, who, sides))
                }
            },
        };
        if let Some((m, why)) = meant {
            party.referents = vec![m];
            party.inferred = why.or(party.inferred.take());
        }
    }

    /// The first mention of a state by its name.
    fn mention_of(&self, state: &str) -> Option<usize> {
        self.mentions.iter().position(|m| m.known.as_deref() == Some(state))
    }

    /// "the government of Mark Rutte": the state that he governs.
    fn governed_by(&self, m: usize, tokens: &Range<usize>, who: &Speaker) -> Option<(usize, Option<String>)> {
        let of = |i: &usize| self.low(*i) == "of" && self.among(i - 1, Is::Government);
        let of = tokens.clone().filter(|_| self.mentions[m].kind == EntityKind::Person).find(of)?;
        if of >= self.tokens_of(self.mentions[m].span).start {
            return None;
        }
        let mut homes = Homes::default();
        let state = self.home(m, &mut homes).first().or(who.states.first())?;
        Some((self.mention_of(state)?, Some(format!("it governs {state}"))))
    }

    /// "our neighbours", "the other side", "the government": the state that is meant without a name.
    fn unnamed(&self, tokens: &Range<usize>, who: &Speaker, sides: &Sides) -> Option<(usize, Option<String>)> {
        let plain = tokens.len() <= 3 && self.among(tokens.start, Is::PlainDeterminer);
        let last = tokens.end.checked_sub(1).filter(|l| plain || *l == tokens.start)?;
        let other = tokens.len() == 3
            && self.is(tokens.start + 1, &["other", "opposite", "opposing", "neighbouring", "neighboring"])
            && self.among(last, Is::Collective)
            || self.among(last, Is::NeighbourNoun);
        let (state, why) = if other {
            (sides.other(if who.states.is_empty() { &who.near } else { &who.states })?, OTHER_SIDE.to_string())
        } else if !self.among(last, Is::Government) || tokens.clone().any(|i| self.facts(i).name.is_some()) {
            // "the Congolese army": of which Congo is not told.
            return None;
        } else if self.is(last, &["junta", "regime", "generals"]) {
            self.junta(tokens, who, sides).or_else(|| sides.home())?
        } else {
            let own = who.states.first().map(|s| (*s, format!("the speaker is of {s}")));
            // "his government" is that of whoever speaks.
            let theirs = self.is(tokens.start, &["his", "her"]);
            own.or_else(|| sides.home().filter(|_| !theirs))?
        };
        Some((self.mention_of(state)?, Some(why)))
    }

    /// "imposed an embargo on Mali and called on the junta": who speaks of one is of another state.
    fn junta(&self, tokens: &Range<usize>, who: &Speaker, sides: &Sides) -> Option<(&'static str, String)> {
        let start = self.sentence(self.sentence_of(tokens.start)?).start;
        // "the bloc, led by Nigeria’s president, gave the generals …": not who owns an office.
        let owns = |state: &&'static str| {
            let genitive = |i: usize| self.is_genitive(i + 1) && self.states_in(&(i..i + 1)).contains(state);
            (start..tokens.start).any(genitive)
        };
        let mut named = self.states_in(&(start..tokens.start));
        named.retain(|s| !who.states.contains(s) && !owns(s));
        match named[..] {
            [state] => Some((state, format!("{state} is named before it"))),
            _ => sides.other(&who.states).map(|s| (s, OTHER_SIDE.to_string())),
        }
    }

    /// "told Kura Monitor": a name that nothing tells to be a person, state or known body is a medium’s.
    pub(super) fn is_unknown_name(&self, r: &Range<usize>) -> bool {
        let bare = r.len() <= 4 && !r.clone().any(|i| self.among(i, Is::Role) || self.among(i, Is::Collective));
        let last = |m: usize| self.mentions[m].span.of(self.page.text).rsplit(' ').next();
        let known = r.clone().filter_map(|i| self.named(i)).any(|m| match &self.mentions[m] {
            mention if mention.known.is_some() || mention.role.is_some() => true,
            mention => match mention.kind {
                EntityKind::Country | EntityKind::Place => true,
                // Somebody told to be a person elsewhere.
                EntityKind::Person => (0..self.mentions.len())
                    .any(|o| o != m && self.mentions[o].kind == EntityKind::Person && last(o) == last(m)),
                _ => false,
            },
        });
        let name = |i: usize| self.page.word(i).starts_with(char::is_uppercase) || self.is(i, &["the", "-", "–"]);
        // "told the New Zealanders"
        let people = r.end.checked_sub(1).is_some_and(|last| self.of_a_nation(&(last..r.end)));
        bare && !people && !known && r.clone().all(name)
    }

    /// Whether an object is a medium or a crowd, to whom all is told.
    pub(super) fn is_only_told(&self, a: &Attribution, object: &Range<usize>) -> bool {
        let told = Is::TellLemma.has(a.lemma.as_str());
        self.is_outlet(object)
            || told && (self.is_crowd(object) || self.is_unknown_name(object))
            || object.clone().any(|i| self.among(i, Is::TellsOnlyCrowd))
                && !object.clone().any(|i| self.named(i).is_some())
    }

    /// By the cue's object.
    fn object_addressed(&self, a: &Attribution, act: Act, object: &Range<usize>) -> Vec<Party> {
        // "tells us": the medium.
        let thing = self.among(object.start, Is::OursOrAny) && !self.may_be_party(object);
        if thing && matches!(act, Act::State | Act::Announce | Act::Confirm) {
            return Vec::new();
        }
        if object.len() == 1 && self.is(object.start, &["him", "her", "them"]) {
            return self.party(object).into_iter().collect();
        }
        // "urged both sides": nobody in particular.
        let both = self.is(object.start, &["both"]) && object.clone().any(|i| self.among(i, Is::PluralParty));
        let vague = !both && self.among(object.start, Is::VagueObject)
            || object.clone().any(|i| self.among(i, Is::Vague)) && !object.clone().any(|i| self.named(i).is_some());
        if vague {
            return Vec::new();
        }
        let named = self.parties(object);
        let plain = || self.party(object).into_iter().collect();
        if named.is_empty() && a.frame != Frames::MEETING { plain() } else { named }
    }

    /// The state that a phrase names by its capital or its adjective, as the mention of it elsewhere in the article.
    pub(super) fn state_meant(&self, tokens: &Range<usize>) -> Option<usize> {
        let gazetteer = gazetteer();
        let (state, capital) = tokens.clone().find_map(|i| match self.named(i) {
            Some(m) if self.mentions[m].kind == EntityKind::Place => {
                let name = gazetteer.named(self.mentions[m].span.of(self.page.text))?;
                (name.class == Class::Capital).then_some((name.state?, Some(m)))
            }
            Some(_) => None,
            None => Some((self.adjective(i)?.state?, None)),
        })?;
        self.mention_of(state).or(capital)
    }

    /// The parties of a phrase: one for each mention its head names, else the phrase where it can be one.
    pub(super) fn parties(&self, tokens: &Range<usize>) -> Vec<Party> {
        let genitive = tokens.len() > 1 && self.is_genitive(tokens.end - 1);
        let tokens = &(tokens.start..if genitive { tokens.end - 1 } else { tokens.end });
        let Some(span) = self.span(tokens) else { return Vec::new() };
        let mut heads = self.heads(span);
        heads.retain(|m| self.mentions[*m].kind != EntityKind::Outlet);
        // "a boycott of the Tokyo Olympics" is no party, though it names something.
        let front = tokens.clone().find(|i| self.tag(*i) == Tag::Adp).unwrap_or(tokens.end);
        let front = tokens.start..if front == tokens.start { tokens.end } else { front };
        let rest = front.end..tokens.end;
        let vague = tokens.clone().any(|i| self.among(i, Is::EverybodyNoun));
        let people = front.clone().any(|i| self.among(i, Is::Role))
            || front.clone().next_back().is_some_and(|i| self.among(i, Is::Bystander));
        let place = !heads.is_empty() && heads.iter().all(|m| self.mentions[*m].kind == EntityKind::Place);
        let unnamed = heads.is_empty();
        let lone = tokens.len() == 1 && self.among(tokens.start, Is::LonePronoun);
        // "from New Delhi", "the French aviation": the state is meant.
        let state = if place || unnamed && !people && !vague { self.state_meant(&front) } else { None };
        // "all guards of the Peruvian mission"
        let theirs = || Some(&rest).filter(|_| unnamed && (people || vague) && self.is(rest.start, &["of"]));
        let referents = match state.or_else(|| self.state_meant(theirs()?)) {
            Some(state) => vec![state],
            None if place || lone || !self.can_act(&front) => return Vec::new(),
            None if unnamed && (vague || !people && !self.is_body(&front)) => return Vec::new(),
            None => heads,
        };
        vec![Party { span: Some(span), referents, ..Party::default() }]
    }

    /// "the cabinet", "both sides", "the Peruvians": whether the words before any preposition tell somebody who acts.
    fn can_act(&self, front: &Range<usize>) -> bool {
        self.is_party(front)
            || front.clone().rev().take(2).any(|i| self.among(i, Is::Collective))
            || self.of_a_nation(front)
    }

    /// Not "the Takeshima survey", "Pakistan’s restraint": a thing, though somebody is named in it.
    fn is_body(&self, front: &Range<usize>) -> bool {
        let name = |i: usize| self.page.word(i).starts_with(char::is_uppercase) || self.among(i, Is::NamePart);
        front.clone().rev().take(2).any(|i| self.among(i, Is::Collective) || self.among(i, Is::Forces))
            || self.of_a_nation(front)
            || front.clone().all(name)
            || self.is(front.start, &["both"])
    }
}

/// Why another state is meant.
const OTHER_SIDE: &str = "the other state that the article is about";
