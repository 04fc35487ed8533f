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
        cue::{Entry, Frames},
        gazetteer::{Class, gazetteer},
    },
    text::span::Span,
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
        let noun = matches!(self.tag(beside), crate::text::tag::Tag::Noun | crate::text::tag::Tag::Propn)
            && !self.among(beside, Is::Role);
        let office = phrase.clone().any(|i| self.among(i, Is::Role) || self.is(i, &["representative"]));
        let joined = phrase.clone().any(|i| self.is(i, &["and", ","]));
        (noun && office && !joined).then_some(last)
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
        matches!(self.tag(before), crate::text::tag::Tag::Noun | crate::text::tag::Tag::Adj)
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
                if conditional || own || self.is_outlet(&subject) {
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
        if !asks || gap.len() > 14 || gap.is_empty() || a.frame == Frames::MEETING {
            return Vec::new();
        }
        let source = |i: usize| matches!(&a.source, Source::Phrase(r) if r.contains(&i));
        let led = |i: usize| self.among(i, Is::BetweenPreposition) || i + 1 == gap.start;
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
        // "the government of Mark Rutte": the state that he governs.
        if let [m] = party.referents[..]
            && self.mentions[m].kind == EntityKind::Person
            && let Some(of) = tokens.clone().find(|i| self.low(*i) == "of" && self.among(i - 1, Is::Government))
            && of < self.tokens_of(self.mentions[m].span).start
        {
            let mut homes = Homes::default();
            let state = self.home(m, &mut homes).first().or(who.states.first());
            let named = |state: &str| self.mentions.iter().position(|n| n.known.as_deref() == Some(state));
            if let Some((m, state)) = state.and_then(|s| Some((named(s)?, s))) {
                party.referents = vec![m];
                party.inferred = Some(format!("it governs {state}"));
            }
            return;
        }
        if !party.referents.is_empty() {
            return;
        }
        // "the Russian authorities": not those of the speaker.
        if let Some(state) = self.state_meant(&tokens) {
            let body = tokens.clone().any(|i| self.among(i, Is::Government) || self.among(i, Is::Forces));
            party.referents.extend(Some(state).filter(|_| body));
            return;
        }
        // "the colonels in Bamako", "our friends in Peru": those of that state.
        if let Some(state) = self.state_after_in(tokens.end) {
            (party.referents, party.inferred) = (vec![state], Some("the state where they are".into()));
            return;
        }
        let plain = tokens.len() <= 3 && self.among(tokens.start, Is::PlainDeterminer);
        let Some(last) = tokens.end.checked_sub(1).filter(|l| plain || *l == tokens.start) else { return };
        let of = |state: &'static str| self.mentions.iter().position(|m| m.known.as_deref() == Some(state));
        let other = tokens.len() == 3
            && self.is(tokens.start + 1, &["other", "opposite", "opposing"])
            && self.among(last, Is::Collective)
            || self.among(last, Is::NeighbourNoun);
        let told = if other {
            sides
                .other(if who.states.is_empty() { &who.near } else { &who.states })
                .map(|s| (s, "the other state that the article is about".to_string()))
        } else if tokens.clone().any(|i| self.among(i, Is::Government)) && !self.is(last, &["alliance", "bloc", "pact"])
        {
            // "called on the junta": who speaks of one is of another state. "imposed an embargo on Mali and called on the junta"
            let junta = self.is(last, &["junta", "regime", "generals"]);
            let own = who.states.first().filter(|_| !junta).map(|s| (*s, format!("the speaker is of {s}")));
            let sentence = self.page.sentence_at(party.span.map_or(0, |s| s.start)).map(|s| self.sentence(s));
            let sentence_start = sentence.as_ref().map(|s| s.start);
            let named = sentence.filter(|_| junta).map(|s| self.states_in(&(s.start..tokens.start)));
            // "the bloc, led by Nigeria’s president, gave the generals …": not who owns an office.
            let owns = |state: &&'static str| {
                let genitive = |i: &usize| self.is_genitive(*i + 1) && self.states_in(&(*i..*i + 1)).contains(state);
                sentence_start.is_some_and(|from| (from..tokens.start).any(|i| genitive(&i)))
            };
            let named = named.unwrap_or_default().into_iter().filter(|s| !who.states.contains(s) && !owns(s));
            let named: Vec<&'static str> = named.collect();
            let own = own.or_else(|| match named[..] {
                [state] => Some((state, format!("{state} is named before it"))),
                _ => None,
            });
            let other = sides.other(&who.states).filter(|_| junta);
            let own = own.or_else(|| other.map(|s| (s, "the other state that the article is about".to_string())));
            own.or_else(|| sides.home().map(|s| (s, format!("the article is about {s}"))))
        } else {
            None
        };
        if let Some((m, why)) = told.and_then(|(state, why)| Some((of(state)?, why))) {
            party.referents = vec![m];
            party.inferred = Some(why);
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

    /// By the part that the content's subject or object plays in the act.
    fn addressees_by_content(&self, a: &Attribution, act: Act) -> Vec<Party> {
        let Some(first) = a.content.first() else { return Vec::new() };
        let content = self.tokens_of(*first);
        let start = self.past_fronted(self.past_marks(content.start, content.end), content.end);
        let end = self.noun_phrase_right(start, content.end, true);
        let core = self.noun_phrase_right(start, content.end, false);
        let own = |r: &Range<usize>| match &a.source {
            Source::Phrase(s) => {
                s.clone().any(|i| r.clone().any(|j| self.named(i).is_some() && self.low(i) == self.low(j)))
            }
            _ => false,
        };
        let both =
            start > content.start && self.is(start - 1, &["both"]) && !(start..core).any(|i| self.is(i, &["and"]));
        let core = self.without_verb(start, core);
        let subject = start - usize::from(both)..self.joined(core, content.end);
        let clause = a.frame.has(CLAUSES) && !self.named_only(&content);
        // "offered the Afghan side a joint post", "asked in a letter the Commission what it plans"
        let second = self.among(core, Is::SecondObjectOpener);
        let handed = matches!(act, Act::Propose | Act::Promise | Act::Ask | Act::Request | Act::Demand);
        if handed && second && !clause && a.verb.is_some() && core < content.end && self.may_be_party(&(start..core)) {
            let found = self.parties(&(start..core));
            if !found.is_empty() {
                return found;
            }
        }
        if act == Act::Ask {
            return self.called(&content);
        }
        match act {
            Act::Consult => {
                // "discussed it for hours with the envoy"
                let from = (content.start..content.end)
                    .find(|i| self.is(*i, &["with"]))
                    .filter(|i| {
                        !self.in_phrase(content.start)
                            || self.is(content.start, &["this", "that", "it"])
                            || self.dated(content.start)
                            || self.tag(content.start) == crate::text::tag::Tag::Adp && *i < content.end
                    })
                    .map_or(content.start, |i| i + 1);
                if a.frame != Frames::MEETING || a.lemma.starts_with("discuss") && from == content.start {
                    return Vec::new();
                }
                // "received in New York yesterday the representatives of Kenya"
                let from = self.past_adjuncts(from, content.end);
                let to = self.noun_phrase_right(from, content.end, false);
                let sides = self.is(to, &["from", "of"]) && self.is(to + 1, &["both"]);
                let to = if sides { (to + 3).min(content.end) } else { self.list_end(to, content.end) };
                // "the foreign ministers of Kenya, Uganda and Ruanda": they, not the last two.
                let comma = (from..to).find(|i| self.low(*i) == ",");
                if comma.is_some_and(|c| (from..c).any(|i| self.low(i) == "of" && self.low(i - 1).ends_with('s'))) {
                    let span = self.span(&(from..to));
                    return vec![Party { span, ..Party::default() }];
                }
                let found = self.parties(&(from..to));
                if !found.is_empty() && !self.among(from, Is::RequestedHelp) {
                    return found;
                }
                // "must meet in the next days his counterpart Sergey Lavrov"
                let person = |m: &usize| self.mentions[*m].kind == EntityKind::Person;
                let met = (content.start..content.end).find_map(|i| self.named(i).filter(person));
                met.map_or_else(Vec::new, |m| {
                    vec![Party { span: Some(self.mentions[m].span), referents: vec![m], ..Party::default() }]
                })
            }
            Act::Demand | Act::Request | Act::Propose | Act::Accuse | Act::Warn if a.frame.has(CLAUSES) => {
                // "It would be a mistake for Russia to …"
                let target = (content.start..content.end)
                    .find(|i| self.low(*i) == "for" && self.named(i + 1).is_some())
                    .map(|i| i + 1..self.noun_phrase_right(i + 1, content.end, false))
                    .filter(|r| self.infinitive_at(r.end));
                // "What we need is that our neighbour goes", "… is for the other side to go"
                let target = target.or_else(|| {
                    let from = (start + 2..content.end.min(start + 9))
                        .find(|i| self.is(*i, &["that", "for"]) && self.is(i - 1, &["is", "was", ","]))?;
                    let said = from + 1..self.noun_phrase_right(from + 1, content.end, false);
                    (self.is(start, &["what", "all"]) && self.may_be_party(&said)).then_some(said)
                });
                // "It is time that Pakistan accepts"
                let target = target.or_else(|| {
                    let that = (start + 1..content.end.min(start + 6)).find(|i| self.low(*i) == "that")?;
                    let said = that + 1..self.noun_phrase_right(that + 1, content.end, false);
                    (self.low(start) == "it" && act != Act::Accuse && self.is_party(&said)).then_some(said)
                });
                // "“guarantees” that the alliance will not expand"
                let target = target.or_else(|| {
                    let that = (start + 1..content.end.min(start + 5)).find(|i| self.low(*i) == "that")?;
                    let assured =
                        (start..that).any(|i| self.is(i, &["guarantees", "guarantee", "assurances", "assurance"]));
                    assured.then(|| that + 1..self.noun_phrase_right(that + 1, content.end, false))
                });
                if let (Act::Warn | Act::Demand | Act::Request, Some(target)) = (act, &target) {
                    return self.parties(target);
                }
                if act == Act::Warn {
                    let must = self
                        .verb_at(core)
                        .or_else(|| self.verb_at(core + 1))
                        .is_some_and(|v| v.modal.is_some_and(|m| self.is(m, &["must", "should"])));
                    if must && !own(&subject) {
                        return self.parties(&subject);
                    }
                    let found = self.payer(&content, &own);
                    return if found.is_empty() { self.owner_warned(&(start..end), &own) } else { found };
                }
                // "We want Russia to say yes", "we are asking Russia to", "China urges Manila to"
                if self.is(start, &["we", "i"]) || matches!(act, Act::Demand | Act::Request | Act::Propose) {
                    let object = (core..content.end)
                        .filter(|i| self.in_phrase(*i) || self.named(*i).is_some())
                        .map(|i| i..self.noun_phrase_right(i, content.end, false))
                        .find(|r| {
                            self.may_be_party(r)
                                && r.start > core
                                && (self.verb_at(r.start - 1).is_some_and(|v| v.head == r.start - 1)
                                    || self.among(r.start - 1, Is::BeforeAskedParty))
                                && (self.verb_at(self.past_adverbs(r.end)).is_some_and(|v| v.infinitive)
                                    || self.is(start, &["we", "i"]) && self.among(r.end, Is::AfterAskedParty))
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
                if own(&subject) || subject.is_empty() || a.spoken && self.performs(subject.end, content.end) {
                    return Vec::new();
                }
                if self.wished_until(&content, act).is_some() {
                    return Vec::new();
                }
                // "demands that the committee be informed": not by the committee.
                if let Some(found) = self.wanted_of(&subject, content.end) {
                    return found;
                }
                let mut found = self.parties(&subject);
                // "suggested that the committee meet": it is asked of nobody; but "that Chile apologise"
                let open = self.verb_at(subject.end).and_then(|v| v.modal);
                let open = open.is_some_and(|m| !self.among(m, Is::Obliging));
                found.retain(|p| act != Act::Propose || !open && !p.referents.is_empty());
                found
            }
            Act::Criticise | Act::Praise if clause => self.target(&content, &subject, &own),
            Act::Criticise | Act::Praise | Act::Accuse if a.frame.has(Frames::NOUN.or(Frames::TO_NOUN).or(CLAUSES)) => {
                if core == start + 1 && self.among(start, Is::ThirdObject)
                    || a.lemma == "thank" && core > start && !self.is_crowd(&(start..core))
                {
                    return self.party(&(start..core)).into_iter().collect();
                }
                // "praised Turkey’s efforts" is addressed to Turkey as well.
                let found = self.parties(&subject);
                if found.iter().any(|p| !p.referents.is_empty()) {
                    return found;
                }
                // A thing by its name is nobody: "the Takeshima survey".
                let whom = |p: &Party| {
                    p.span.is_some_and(|s| {
                        self.tokens_of(s)
                            .take_while(|i| self.low(*i) != "of")
                            .any(|i| self.among(i, Is::Collective) || self.among(i, Is::Role))
                            || self.of_a_nation(&self.tokens_of(s))
                    })
                };
                let found: Vec<Party> = found.into_iter().filter(whom).collect();
                // "the position of Iran", "Belgrade’s demand": whose it is; not where it was: "arrests in France".
                let near =
                    start..(start..end.max(core)).find(|i| self.is(*i, &["in", "at", "near"])).unwrap_or(end.max(core));
                let owner = near.clone().find_map(|i| self.named(i)).filter(|m| {
                    matches!(
                        self.mentions[*m].kind,
                        EntityKind::Person | EntityKind::Country | EntityKind::Organisation
                    )
                });
                let owner = owner.or_else(|| self.state_meant(&near));
                let owner = owner.or_else(|| {
                    let by = (start..content.end).find(|i| self.low(*i) == "by")?;
                    let agent = by + 1..self.noun_phrase_right(by + 1, content.end, false);
                    agent
                        .clone()
                        .find_map(|i| self.named(i))
                        .or_else(|| self.state_meant(&agent))
                        .filter(|_| self.is_party(&agent))
                });
                if let Some(m) = owner {
                    return vec![Party {
                        span: self.span(&(start..end.max(core))),
                        referents: vec![m],
                        ..Party::default()
                    }];
                }
                if found.is_empty() { self.owner_unnamed(&(start..content.end)) } else { found }
            }
            Act::Demand | Act::Request if a.frame.has(Frames::NOUN.or(Frames::TO_NOUN)) => {
                let infinitive = |at: usize| {
                    self.infinitive_at(at)
                        || self.is(at, &["not"]) && self.is(at + 1, &["to"])
                        || self.is(at, &["to"]) && self.is_quote_mark(at + 1)
                };
                // "begged the cabinet at a dinner in May not to touch"
                let later = Is::BegLemma.has(a.lemma.as_str()) && (core..content.end.min(core + 9)).any(infinitive);
                if infinitive(end) || infinitive(core) || later {
                    let found = self.parties(&subject);
                    // "called the citizens to come"
                    let people =
                        core > start && (self.among(core - 1, Is::Hearer) || self.among(core - 1, Is::Bystander));
                    let whole = found.is_empty() && people;
                    return if whole { self.party(&(start..core)).into_iter().collect() } else { found };
                }
                // "assurances from NATO", "concrete steps from Baghdad"
                let of_whom = (start..content.end).take(12).find_map(|i| {
                    let r = i + 1..self.noun_phrase_right(i + 1, content.end, false);
                    (self.low(i) == "from" && !r.is_empty() && (self.may_be_party(&r))).then_some(r)
                });
                if let Some(found) = of_whom.map(|r| self.parties(&r)).filter(|f| !f.is_empty()) {
                    return found;
                }
                // "guarantees that NATO will not"
                if let Some(that) = (start..content.end).take(8).find(|i| self.low(*i) == "that") {
                    return self.parties(&(that + 1..self.noun_phrase_right(that + 1, content.end, false)));
                }
                // "the withdrawal of NATO forces", "Russia’s withdrawal": whose deed is asked for.
                let deed = (start..end).any(|i| self.among(i, Is::AskedDeed));
                let doer = (start..end.max(core)).filter(|_| deed).find_map(|i| self.named(i));
                let doer = doer
                    .filter(|m| self.mentions[*m].kind != EntityKind::Place)
                    .or_else(|| if deed { self.state_meant(&(start..end.max(core))) } else { None });
                doer.map_or_else(
                    || if deed { self.owner_unnamed(&(start..content.end)) } else { Vec::new() },
                    |m| vec![Party { span: Some(self.mentions[m].span), referents: vec![m], ..Party::default() }],
                )
            }
            _ => Vec::new(),
        }
    }

    /// Whether the verb after a subject does what it says: of "Algeria demands that" the subject is who speaks.
    fn performs(&self, from: usize, hi: usize) -> bool {
        self.verbs_in(&(from..hi.min(from + 5))).first().is_some_and(|v| {
            let says = |e: &Entry| matches!(e.cue.act, Some(Act::Demand | Act::Request | Act::Propose | Act::Reject));
            !v.past && v.modal.is_none() && v.finite && self.cues(v.head).iter().any(says)
        })
    }

    /// The end of a subject before a verb that was taken for a noun: "that Denmark hand over", "the embassy misleads".
    fn without_verb(&self, start: usize, end: usize) -> usize {
        let last = end.wrapping_sub(1);
        if end < start + 2
            || self.verb_at(end).is_some_and(|v| v.finite)
            || !self.page.word(last).starts_with(char::is_lowercase)
        {
            return end;
        }
        let party = |i: usize| self.among(i, Is::Collective) || self.among(i, Is::Forces);
        if self.named(start).is_some_and(|m| Some(m) == self.named(last - 1)) {
            let people = party(last)
                || self.low(last).ends_with('s')
                || self.among(last, Is::Role)
                || self.tag(last) != crate::text::tag::Tag::Noun;
            return if people { end } else { last };
        }
        let singular = party(last - 1) && !self.low(last - 1).ends_with('s');
        if singular && self.low(last).ends_with('s') && !party(last) && self.named(last).is_none() { last } else { end }
    }

    /// Who is accused, criticised or praised in a clause: its subject, else the first party that it names as owner,
    /// agent or object.
    fn target(
        &self,
        content: &Range<usize>,
        subject: &Range<usize>,
        own: &dyn Fn(&Range<usize>) -> bool,
    ) -> Vec<Party> {
        let adverse = subject.len() > 1 && subject.clone().any(|i| self.among(i, Is::Adverse));
        let first = !adverse && self.among(subject.start, Is::NotTargetSubject);
        if !first && !subject.is_empty() && !own(subject) {
            if subject.len() == 1 && self.is(subject.start, &["he", "she", "they"]) {
                return self.party(subject).into_iter().collect();
            }
            let found = self.parties(subject);
            if !found.is_empty() {
                return found;
            }
        }
        // "because of Ethiopian intransigence"
        let blamed = content.clone().find_map(|i| {
            let bad = self.among(i + 1, Is::Blameful) && self.named(i).is_none();
            self.state_meant(&(i..i + 1)).filter(|_| bad && !own(&(i..i + 1)))
        });
        if let Some(m) = blamed {
            return vec![Party { span: Some(self.mentions[m].span), referents: vec![m], ..Party::default() }];
        }
        let named = content.clone().take(40).find_map(|i| {
            let mention = self.named(i)?;
            let of_a_party = matches!(
                self.mentions[mention].kind,
                EntityKind::Person | EntityKind::Country | EntityKind::Organisation
            );
            let end = self.noun_phrase_right(i, content.end, false);
            let led = i > content.start
                && (self.among(i - 1, Is::BeforeTarget) || self.verb_at(i - 1).is_some_and(|v| v.head == i - 1))
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
            vec![Party { span: Some(self.mentions[m].span), referents: vec![m], ..Party::default() }]
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
            && name.clone().any(|i| self.names_person(i) || self.among(i, Is::HighOffice))
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
            if to == next || !(next..to).any(|i| self.named(i).is_some()) {
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

    /// Past what stands before the subject: "Every time a new round comes near, our neighbours …".
    pub(super) fn past_fronted(&self, start: usize, hi: usize) -> usize {
        let fronted =
            self.tag(start) == crate::text::tag::Tag::Adp || self.among(start, Is::FrontedAdjunct) || self.dated(start);
        let comma = (start..hi.min(start + 16)).find(|i| fronted && self.low(*i) == ",");
        comma.filter(|c| self.in_phrase(c + 1) || self.is_personal(c + 1)).map_or(start, |c| c + 1)
    }

    /// Past when and where somebody was met: "in New York yesterday the representatives", "on Wednesday the minister".
    fn past_adjuncts(&self, from: usize, hi: usize) -> usize {
        let adjunct = |i: usize| self.dated(i) || self.tag(i) == crate::text::tag::Tag::Adp && !self.is(i, &["with"]);
        if from >= hi || !adjunct(from) {
            return from;
        }
        let place = |i: usize| self.named(i).is_some_and(|m| self.mentions[m].kind == EntityKind::Place);
        let opens = |i: usize| {
            self.among(i, Is::SubjectDeterminer) || self.named(i).is_some() && (self.dated(i - 1) || place(i - 1))
        };
        let after = |i: usize| {
            !self.dated(i)
                && opens(i)
                && self.tag(i - 1) != crate::text::tag::Tag::Adp
                && !self.is(i - 1, &["the", ","])
        };
        (from + 1..hi.min(from + 9))
            .find(|i| after(*i) && self.named(*i - 1).is_none_or(|m| self.named(*i) != Some(m)))
            .unwrap_or(from)
    }

    /// Skips quotation marks and "neither".
    fn past_marks(&self, mut i: usize, hi: usize) -> usize {
        while i < hi && (self.is_quote_mark(i) || self.among(i, Is::PairWordOrMark)) {
            i += 1;
        }
        i
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
        self.mentions.iter().position(|m| m.known.as_deref() == Some(state)).or(capital)
    }

    /// The parties of a phrase: one for each mention its head names, else the phrase where it can be one.
    pub(super) fn parties(&self, tokens: &Range<usize>) -> Vec<Party> {
        let genitive = tokens.len() > 1 && self.is_genitive(tokens.end - 1);
        let tokens = &(tokens.start..if genitive { tokens.end - 1 } else { tokens.end });
        let Some(span) = self.span(tokens) else { return Vec::new() };
        let vague = tokens.clone().any(|i| self.among(i, Is::EverybodyNoun));
        let heads: Vec<usize> =
            self.heads(span).into_iter().filter(|m| self.mentions[*m].kind != EntityKind::Outlet).collect();
        // "a boycott of the Tokyo Olympics" is no party, though it names something.
        let front = tokens.clone().find(|i| self.tag(*i) == crate::text::tag::Tag::Adp).unwrap_or(tokens.end);
        let front = tokens.start..if front == tokens.start { tokens.end } else { front };
        let party = self.is_party(&front)
            || front.clone().rev().take(2).any(|i| self.among(i, Is::Collective))
            || self.of_a_nation(&front);
        let place = !heads.is_empty() && heads.iter().all(|m| self.mentions[*m].kind == EntityKind::Place);
        // "from New Delhi", "the French aviation": the state is meant.
        let people = front.clone().any(|i| self.among(i, Is::Role))
            || front.clone().next_back().is_some_and(|i| self.among(i, Is::Bystander));
        // "the Takeshima survey", "Pakistan’s restraint": a thing, though somebody is named in it.
        let name = |i: usize| self.page.word(i).starts_with(char::is_uppercase) || self.among(i, Is::NamePart);
        let body = people
            || front.clone().rev().take(2).any(|i| self.among(i, Is::Collective) || self.among(i, Is::Forces))
            || self.of_a_nation(&front)
            || front.clone().all(name)
            || self.is(front.start, &["both"]);
        if (place || heads.is_empty() && !people && !vague)
            && let Some(state) = self.state_meant(&front)
        {
            return vec![Party { span: Some(span), referents: vec![state], ..Party::default() }];
        }
        // "all guards of the Peruvian mission"
        let rest = front.end..tokens.end;
        let theirs = heads.is_empty() && (people || vague) && self.is(rest.start, &["of"]);
        if let Some(state) = self.state_meant(&rest).filter(|_| theirs) {
            return vec![Party { span: Some(span), referents: vec![state], ..Party::default() }];
        }
        if place
            || heads.is_empty() && vague
            || !party
            || heads.is_empty() && !body
            || tokens.clone().next().is_some_and(|i| self.among(i, Is::LonePronoun)) && tokens.len() == 1
        {
            return Vec::new();
        }
        vec![Party { span: Some(span), referents: heads, ..Party::default() }]
    }
}

/// Frames whose content is a clause with a subject.
const CLAUSES: Frames = Frames::THAT.or(Frames::BARE).or(Frames::QUOTE).or(Frames::QUESTION);
