//! To whom, by what was learnt: every phrase beside the cue and in what is said that can name somebody is weighed, and so is
//! what the rules say, and nobody.

mod feature;
mod learned;
#[cfg(feature = "cli")]
pub mod train;

use super::{
    attribution::{Attribution, Source, sight::Sight},
    mention::EntityKind,
    speaker::{Homes, Sides, Speaker},
    statement::Party,
};
use crate::{
    lexicon::{
        act::Act,
        class::{Classes, WordClass as Is},
        gazetteer::{Class, gazetteer, starts_upper},
    },
    text::tag::Tag,
};
use std::ops::Range;

/// So many tokens of what is said are looked at, and so many on each side of it.
const LONGEST: usize = 60;
const BESIDE: usize = 10;
/// So many phrases are weighed.
const MOST: usize = 24;

/// Why, in plain words. No rule stands behind it.
pub(crate) const LIKELIEST: &str = "addressee: the likeliest of those named, by what annotated stories teach";
const NOBODY: &str = "addressee: rather nobody, by what annotated stories teach";

/// Where a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The cue's object.
    Object,
    /// Between cue and content.
    Gap,
    /// Before both.
    Before,
    /// After both.
    After,
    /// In the first clause of what is said.
    First,
    /// In a later one.
    Later,
}

/// How a phrase hangs on the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    /// A finite verb follows.
    Subject,
    /// Right after a verb.
    Object,
    /// Before "’s".
    Owner,
    /// Between commas or the ends of a sentence.
    Called,
    /// After a preposition: which, in [`PREPOSITIONS`].
    After(usize),
    /// The words open what is said, without a verb.
    Opens,
    /// Otherwise.
    Other,
}

const PREPOSITIONS: &[&[&str]] = &[
    &["to", "unto"],
    &["from"],
    &["of"],
    &["on", "upon"],
    &["with"],
    &["at"],
    &["against"],
    &["for"],
    &["about", "over", "regarding", "concerning"],
    &["by"],
    &["in", "into", "inside", "near"],
    &["towards", "toward"],
    &["between", "among"],
];

/// After "in".
const IN: Tie = Tie::After(10);

/// Somebody who may be addressed.
#[derive(Clone, Debug)]
struct Candidate {
    /// The phrase, without what hangs on it.
    tokens: Range<usize>,
    /// The word that names somebody.
    head: usize,
    place: Place,
    tie: Tie,
    /// The word that the phrase hangs on: its verb, what stands before its preposition, what it owns or tells apart.
    governor: Option<usize>,
    /// Another noun is the head: "the Iranian missiles".
    tells_apart: bool,
    /// The rules say it.
    ruled: bool,
}

/// A statement whose addressee is looked for.
#[derive(Clone, Copy)]
pub struct Heard<'h> {
    /// What was read.
    pub a: &'h Attribution,
    /// What it does.
    pub act: Act,
    /// What it may do as well.
    pub near: &'h [(Act, u8)],
    /// Who speaks.
    pub who: &'h Speaker,
}

/// What an article tells of the parties beside the single statement.
pub struct Scene {
    /// The states that it names, the most named first.
    pub sides: Sides,
    /// For which states somebody speaks, and in how many statements.
    voices: Vec<(&'static str, usize)>,
    /// Whom the rules say that each statement is addressed to,
    ruled: Vec<Vec<Party>>,
    /// and its states: those who speak, those addressed.
    aims: Vec<[Vec<&'static str>; 2]>,
    /// What each statement does.
    acts: Vec<Act>,
    /// The state of each mention, of persons by what stands beside any mention of them.
    states: Vec<Option<&'static str>>,
}

impl Scene {
    /// Gathers what all statements say.
    pub fn of(sight: &Sight, heard: &[Heard], homes: &mut Homes) -> Self {
        let mut voices: Vec<(&'static str, usize)> = Vec::new();
        for state in heard.iter().flat_map(|h| &h.who.states) {
            match voices.iter_mut().find(|(s, _)| s == state) {
                Some((_, n)) => *n += 1,
                None => voices.push((*state, 1)),
            }
        }
        let states: Vec<Option<&'static str>> = (0..sight.mentions.len())
            .map(|m| match sight.mentions[m].kind {
                EntityKind::Person => sight.home(m, homes).first().copied(),
                _ => sight.states_in(&sight.tokens_of(sight.mentions[m].span)).first().copied(),
            })
            .collect();
        let ruled: Vec<Vec<Party>> = heard.iter().map(|h| sight.addressees_by_rules(h.a, h.act, h.who)).collect();
        let aimed = |parties: &Vec<Party>| {
            parties.iter().flat_map(|p| &p.referents).filter_map(|m| states.get(*m).copied().flatten()).collect()
        };
        let aims = heard.iter().zip(&ruled).map(|(h, parties)| [h.who.states.clone(), aimed(parties)]).collect();
        let acts = heard.iter().map(|h| h.act).collect();
        Scene { sides: sight.sides(), acts, voices, ruled, aims, states }
    }

    /// How many statements somebody makes for a state.
    fn voices(&self, state: &str) -> usize {
        self.voices.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n)
    }

    /// In how many other statements one side addresses the other.
    fn aims(&self, n: usize, from: &[&'static str], to: &[&'static str]) -> usize {
        let any = |all: &[&'static str], some: &[&'static str]| some.iter().any(|s| all.contains(s));
        let others = self.aims.iter().enumerate().filter(|(i, _)| *i != n);
        others.filter(|(_, [f, t])| any(f, from) && any(t, to)).count()
    }
}

/// The `n`th statement, in its scene.
struct Case<'c, 'p, 'a> {
    sight: &'c Sight<'p, 'a>,
    a: &'c Attribution,
    act: Act,
    near: &'c [(Act, u8)],
    who: &'c Speaker,
    scene: &'c Scene,
    n: usize,
    /// Who the rules say is addressed.
    ruled: &'c [Party],
    content: Vec<Range<usize>>,
}

impl Sight<'_, '_> {
    /// Those addressed by what was learnt, given what the rules say.
    pub(super) fn weighed(&self, heard: &Heard, n: usize, scene: &Scene) -> (Vec<Party>, Option<&'static str>) {
        let ruled = scene.ruled.get(n).cloned().unwrap_or_default();
        // Who is asked or met, the rules know best; and who is written to.
        let known = matches!(heard.act, Act::Ask | Act::Consult) || self.is_sure(heard.a, heard.act, &ruled);
        if known && !ruled.is_empty() {
            return (ruled, None);
        }
        let case = Case::of(self, heard, n, scene, &ruled);
        let candidates = case.candidates();
        let one = match learned::choose(&case, &candidates) {
            learned::Choice::Ruled => return (ruled, None),
            learned::Choice::Nobody => return (Vec::new(), Some(NOBODY)),
            learned::Choice::One(n) => candidates.get(n),
        };
        // "the prime minister, Albin Kurti": the rules know the whole phrase.
        let known = |c: &&Candidate| {
            let inside = |p: &Party| p.span.is_some_and(|s| self.tokens_of(s).contains(&c.head));
            !ruled.iter().any(inside)
        };
        match one.filter(known).and_then(|c| case.party(c)) {
            Some(party) => (vec![party], Some(LIKELIEST)),
            None => (ruled, None),
        }
    }
}

/// Whether a word of these classes can be a party’s: "the rangers", "the mediators", "citizens".
pub(super) fn may_be_party(low: &str, classes: Classes) -> bool {
    const PARTIES: &[Is] = &[
        Is::Role,
        Is::Collective,
        Is::Forces,
        Is::Government,
        Is::Ruling,
        Is::Adverse,
        Is::Crowd,
        Is::Bystander,
        Is::Hearer,
    ];
    const SEVERAL: &[&str] = &["ers", "ors", "ists", "men", "ians", "ens", "ees", "ants"];
    PARTIES.iter().any(|c| classes.has(*c)) || SEVERAL.iter().any(|e| low.ends_with(e))
}

impl<'c, 'p, 'a> Case<'c, 'p, 'a> {
    fn of(sight: &'c Sight<'p, 'a>, heard: &Heard<'c>, n: usize, scene: &'c Scene, ruled: &'c [Party]) -> Self {
        let Heard { a, act, near, who } = *heard;
        let content = a.content.iter().map(|c| sight.tokens_of(*c)).collect();
        Case { sight, a, act, near, who, scene, n, ruled, content }
    }

    /// The state that a candidate is, or is of.
    fn state(&self, c: &Candidate) -> Option<&'static str> {
        let named = self.sight.named(c.head).and_then(|m| self.scene.states.get(m).copied().flatten());
        named.or_else(|| self.sight.states_in(&c.tokens).first().copied())
    }

    /// The party that a candidate is.
    fn party(&self, c: &Candidate) -> Option<Party> {
        let s = self.sight;
        let state = |i: usize| s.state_meant(&(i..i + 1));
        if c.tells_apart || c.tie == Tie::Owner {
            let named = s.named(c.head).or_else(|| state(c.head))?;
            let span = s.named(c.head).map(|m| s.mentions[m].span).or_else(|| s.span(&(c.head..c.head + 1)));
            return Some(Party { span, referents: vec![named], ..Party::default() });
        }
        // "the minister, Radek Kowal": with the name where only the office stands in the phrase.
        let office = s.named(c.head).is_none() && s.facts(c.head).role;
        let hi = (c.tokens.end + BESIDE).min(s.low.len());
        let end = s.noun_phrase_right(c.tokens.start, hi, false).max(c.tokens.end);
        let whole = if office { c.tokens.start..s.with_apposition(c.tokens.start, end, hi) } else { c.tokens.clone() };
        s.parties(&whole).into_iter().next().or_else(|| s.party(&c.tokens))
    }

    /// Every phrase that may name somebody addressed, in the order of the text.
    fn candidates(&self) -> Vec<Candidate> {
        let s = self.sight;
        let mut found = Vec::new();
        let mut source = match &self.a.source {
            Source::Phrase(r) => r.clone(),
            _ => 0..0,
        };
        // Whom it was explained to is none of who speaks.
        if let Some(to) = s.told_within(self.a.cue.as_ref(), &source) {
            source.end = to;
        }
        let sentence = s.sentence(self.a.sentence);
        let cue = self.a.cue.clone().unwrap_or(source.clone());
        let outside = |i: usize| !source.contains(&i) && !self.content.iter().any(|c| c.contains(&i));
        // "attacked the government": the cue may hold who is addressed.
        let verb = cue.start..self.a.head.filter(|h| cue.contains(h)).map_or(cue.end, |h| h + 1);
        if !cue.is_empty() {
            let first = self
                .content
                .iter()
                .map(|c| c.start)
                .chain([cue.start])
                .chain((!source.is_empty()).then_some(source.start))
                .filter(|i| sentence.contains(i))
                .min()
                .unwrap_or(cue.start);
            let last = self
                .content
                .iter()
                .map(|c| c.end)
                .chain([cue.end, source.end])
                .filter(|i| *i <= sentence.end)
                .max()
                .unwrap_or(cue.end);
            let from = first.saturating_sub(BESIDE).max(sentence.start);
            let to = (last + BESIDE).min(sentence.end);
            // "praised the deal and warned Togo": whom the joined verb is about.
            let cue_at = |i: usize| s.verb_from(i).is_some_and(|v| v.finite && s.is_cue_verb(v));
            let joined = |j: &usize| s.is(*j, &["and", "but"]) && cue_at(j + 1);
            let to = (last..to).find(joined).unwrap_or(to);
            let mut i = from;
            while i < to {
                if verb.contains(&i) || !outside(i) {
                    i += 1;
                    continue;
                }
                let end = (i..to).find(|j| verb.contains(j) || !outside(*j)).unwrap_or(to);
                let place = if i < first {
                    Place::Before
                } else if i >= last || self.content.first().is_some_and(|c| i >= c.end) {
                    Place::After
                } else {
                    Place::Gap
                };
                self.scan(i..end, place, &mut found);
                i = end;
            }
        }
        let mut left = LONGEST;
        let mut place = Place::First;
        for content in &self.content {
            let mut start = content.start;
            let end = content.end.min(start + left);
            left -= end.saturating_sub(start).min(left);
            for i in content.start..end {
                if s.among(i, Is::SentenceEnd) {
                    self.scan(start..i, place, &mut found);
                    (start, place) = (i + 1, Place::Later);
                }
            }
            if start < end {
                self.scan(start..end, place, &mut found);
            }
            place = Place::Later;
        }
        self.mark_ruled(&mut found);
        found
    }

    /// The candidates of a stretch of text.
    fn scan(&self, range: Range<usize>, place: Place, found: &mut Vec<Candidate>) {
        let s = self.sight;
        let mut i = range.start;
        while i < range.end && found.len() < MOST {
            if s.dated(i) {
                i += 1;
                continue;
            }
            if s.is_personal(i) || s.is(i, &["them", "him", "us"]) || s.is(i, &["her"]) && !s.in_phrase(i + 1) {
                if s.among(i, Is::AddresseePronoun) {
                    self.take(i..i + 1, i, place, &range, found);
                }
                i += 1;
                continue;
            }
            let both = s.is(i, &["both"]) && i + 1 < range.end;
            if !(self.inside(i) || both && self.inside(i + 1)) {
                i += 1;
                continue;
            }
            let mut end = self.chunk(i, range.end);
            // "the Prime Minister of Kosovo Albin Kurti"
            if s.facts(end - 1).role && s.low(end) == "of" && end + 1 < range.end && s.in_phrase(end + 1) {
                let next = self.chunk(end + 1, range.end);
                let person = s.named(next - 1).filter(|m| s.mentions[*m].kind == EntityKind::Person);
                if person.is_some_and(|m| s.named(end + 1).is_some_and(|first| first != m)) {
                    end = next;
                }
            }
            if let Some(head) = (i..end).rev().find(|j| self.names(*j)) {
                self.take(i..end, head, place, &range, found);
            }
            i = end;
        }
    }

    /// Where the words of one phrase end that start here, without what hangs on it.
    fn chunk(&self, start: usize, hi: usize) -> usize {
        let s = self.sight;
        let inside = |i: usize| {
            self.inside(i) && !s.is_genitive(i) && !s.dated(i) && (s.tag(i) != Tag::Det || s.named(i).is_some())
        };
        (start + 1..hi).find(|i| !inside(*i)).unwrap_or(hi.max(start + 1))
    }

    /// Whether a word is of a phrase; also a noun that was taken for a verb ("appealed to citizens", "the directorate to open").
    fn inside(&self, i: usize) -> bool {
        let s = self.sight;
        s.in_phrase(i)
            || s.tag(i) == Tag::Verb && self.party_noun(i) && i > 0 && {
                let several = s.low(i).ends_with('s') && s.is(i - 1, &["to"]);
                let follows = matches!(s.tag(i - 1), Tag::Noun | Tag::Adj | Tag::Det | Tag::Num);
                several || follows && (matches!(s.tag(i + 1), Tag::Verb | Tag::Aux) || s.is(i + 1, &["to"]))
            }
    }

    /// Whether a word without a name can be a party’s.
    fn party_noun(&self, i: usize) -> bool {
        self.sight.facts(i).party
    }

    /// Whether a word names somebody who can be spoken to.
    fn names(&self, i: usize) -> bool {
        let s = self.sight;
        if let Some(m) = s.named(i) {
            return match s.mentions[m].kind {
                EntityKind::Person | EntityKind::Country | EntityKind::Organisation => true,
                EntityKind::Outlet => false,
                EntityKind::Place => true,
            };
        }
        let facts = s.facts(i);
        // "both parties", "all countries": nobody in particular.
        if facts.classes.has(Is::Vague) || s.is(i, &["countries", "nations"]) {
            return false;
        }
        self.party_noun(i) && (s.tag(i) != Tag::Verb || self.inside(i))
            || starts_upper(s.page.word(i)) && s.adjective(i).is_some()
    }

    /// Whether a word names a place that is no capital.
    fn is_town(&self, i: usize) -> bool {
        let s = self.sight;
        s.named(i).is_some_and(|m| {
            s.mentions[m].kind == EntityKind::Place
                && gazetteer().named(s.mentions[m].span.of(s.page.text)).is_none_or(|n| n.class != Class::Capital)
        })
    }

    fn take(&self, tokens: Range<usize>, head: usize, place: Place, range: &Range<usize>, found: &mut Vec<Candidate>) {
        let s = self.sight;
        let (start, end) = (tokens.start, tokens.end);
        let whole = s.named(head).map_or(head + 1, |m| s.tokens_of(s.mentions[m].span).end.max(head + 1));
        let owner = s.is_genitive(end);
        let tells_apart = whole < end && !owner;
        let before =
            start.checked_sub(1).filter(|b| *b >= range.start || place != Place::First && place != Place::Later);
        let verb = s.verb_from(self.past_adverb(end)).filter(|v| v.finite && v.head < range.end.max(end + 1));
        let preposition = before.and_then(|b| PREPOSITIONS.iter().position(|p| s.is(b, p)));
        // "Serbia and Kosovo", "the ministers of Serbia and of Kosovo": as the one before.
        let joined = found.last().filter(|c| {
            before.is_some_and(|b| {
                s.is(b, &["and", ","]) && (c.tokens.end == b || s.is_genitive(c.tokens.end) && c.tokens.end + 1 == b)
            })
        });
        let (tie, governor) = if owner {
            let next = (end + 1..range.end).take_while(|i| s.in_phrase(*i)).last();
            (Tie::Owner, next)
        } else if let Some(p) = preposition {
            (Tie::After(p), before.and_then(|b| b.checked_sub(1)))
        } else if let Some(c) = joined.filter(|_| verb.is_none()) {
            (c.tie, c.governor)
        } else if let Some(verb) = verb {
            (Tie::Subject, Some(verb.head))
        } else if let Some(verb) = before.and_then(|b| s.verb_at(b)).filter(|v| v.head + 1 == start) {
            (Tie::Object, Some(verb.head))
        } else if before.is_none_or(|b| s.is(b, &[","]) || s.is_quote_mark(b))
            && (end >= range.end || s.among(end, Is::CalledEnd))
        {
            (Tie::Called, None)
        } else if before.is_none() {
            (Tie::Opens, None)
        } else {
            (Tie::Other, before)
        };
        // "arrests in France": where it was, but "the colonels in Bamako".
        let people = |i: usize| {
            let anybody = s.among(i, Is::AnybodyPronoun);
            anybody || self.names(i) && !s.among(i, Is::PostedOrReporting)
        };
        let inside = matches!(place, Place::First | Place::Later);
        // "demands that the committee be informed": not by the committee.
        let asked = matches!(self.act, Act::Demand | Act::Request | Act::Propose);
        if inside && asked && self.past_adverb(end) < range.end && s.wanted_of(&tokens, range.end).is_some() {
            return;
        }
        // "said that Iran had rejected the plan": told of, not told.
        let told = matches!(self.act, Act::State | Act::Announce | Act::Confirm) && !self.a.spoken;
        if inside && told && tie == Tie::Subject && !s.is(head, &["you"]) {
            return;
        }
        let first = self.content.first().filter(|_| inside);
        if first.and_then(|c| s.wished_until(c, self.act)).is_some_and(|verb| end <= verb) {
            return;
        }
        let object = self.a.object.as_ref().is_some_and(|o| o.contains(&head));
        // "told the Afaq channel": a medium, to which all is told.
        let told = object && self.a.object.as_ref().is_some_and(|o| s.is_only_told(self.a, o));
        if !inside && self.act != Act::Ask && (told || s.is_outlet(&tokens) || s.among(end - 1, Is::Crowd)) {
            return;
        }
        let into = before.is_some_and(|b| s.is(b, &["into"]));
        if tie == IN && inside && !into && !governor.is_some_and(people) && s.named(head).is_some() {
            return;
        }
        // Towns that are no capitals act, own and are addressed; they are mostly only where something is.
        let acts = matches!(tie, Tie::Subject | Tie::Object | Tie::Owner) || preposition == Some(0);
        if self.is_town(head) && !acts && !object {
            return;
        }
        let governor = if tells_apart { Some(end - 1) } else { governor };
        let place = if object { Place::Object } else { place };
        found.push(Candidate { tokens, head, place, tie, governor, tells_apart, ruled: false });
    }

    fn past_adverb(&self, i: usize) -> usize {
        if self.sight.tag(i) == Tag::Adv && self.sight.verb_at(i).is_none() { i + 1 } else { i }
    }

    /// Marks whom the rules say; adds them where no phrase is theirs.
    fn mark_ruled(&self, found: &mut Vec<Candidate>) {
        let s = self.sight;
        for party in self.ruled {
            let Some(span) = party.span else { continue };
            let tokens = s.tokens_of(span);
            let meant = |c: &Candidate| s.named(c.head).is_some_and(|m| party.referents.contains(&m));
            let inside = |c: &Candidate| tokens.contains(&c.head);
            let at = found
                .iter()
                .position(|c| inside(c) && meant(c))
                .or_else(|| found.iter().position(|c| inside(c) && !c.tells_apart && c.tie != Tie::After(2)))
                .or_else(|| found.iter().position(inside));
            if let Some(c) = at.and_then(|n| found.get_mut(n)) {
                c.ruled = true;
            } else if let Some(head) = tokens.end.checked_sub(1).filter(|_| !tokens.is_empty()) {
                let in_content = self.content.iter().any(|c| c.contains(&head));
                let object = self.a.object.as_ref().is_some_and(|o| o.contains(&head));
                let place = if object {
                    Place::Object
                } else if in_content {
                    Place::First
                } else {
                    Place::Gap
                };
                found.push(Candidate {
                    tokens,
                    head,
                    place,
                    tie: Tie::Other,
                    governor: None,
                    tells_apart: false,
                    ruled: true,
                });
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{
        corpus::article::Article,
        extract::{date, mention, page::Page, statement},
    };

    /// Whom each statement of a text addresses.
    pub(in crate::extract) fn all_addressed(text: &str) -> Vec<Vec<String>> {
        let article = Article::plain(text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let all = statement::statements(&page, &mentions, &date::dates(&page), &[]);
        let words = |p: &Party| p.span.map_or("", |s| s.of(text)).to_string();
        all.iter().map(|s| s.addressees.iter().map(words).collect()).collect()
    }

    /// Whom the first statement of a text addresses.
    fn addressed(text: &str) -> Vec<String> {
        all_addressed(text).into_iter().next().unwrap_or_default()
    }

    #[test]
    fn whoever_is_written_to_or_praised_is_addressed_and_not_where_it_rains() {
        let letter = "The Korean envoy handed a letter to the Japanese ambassador, asking that the survey be stopped.";
        assert_eq!(addressed(letter), ["the Japanese ambassador"]);
        assert_eq!(
            addressed("He had warm words for the crews of the Kenyan ships."),
            ["the crews of the Kenyan ships"]
        );
        assert_eq!(addressed("The minister said that it rained in Khartoum."), Vec::<String>::new());
        assert_eq!(addressed("The spokesman of the army said both parties had fired."), Vec::<String>::new());
    }

    #[test]
    fn who_hears_stands_after_the_speaker_and_in_the_cue() {
        let told =
            "\u{201c}The bridge gives nothing away\u{201d}, replied a Ghanaian colonel to the Kenyan delegation.";
        assert_eq!(addressed(told), ["the Kenyan delegation"]);
        assert_eq!(addressed("The mayor attacked the government: \u{201c}It lies to us!\u{201d}"), ["the government"]);
        assert_eq!(addressed("Brazil appealed to citizens not to pass on what they hear."), ["citizens"]);
        assert_eq!(addressed("The minister told the Americans that it rained."), ["the Americans"]);
        assert_eq!(addressed("The minister told newsmen that it rained."), Vec::<String>::new());
    }

    #[test]
    fn a_mayor_is_thanked_and_a_channel_is_only_told() {
        assert_eq!(addressed("The Ghanaian minister thanked the governor for the help."), ["the governor"]);
        let told = "The Ghanaian minister told the Volta channel that the bridge was closed.";
        assert_eq!(addressed(told), Vec::<String>::new());
        let of = "The Kenyan minister Jane Otieno told Reuters that Peru had rejected the plan.";
        assert_eq!(addressed(of), Vec::<String>::new());
    }

    #[test]
    fn an_office_before_a_name_is_one_with_it() {
        let text = "He accused the Prime Minister of Peru Ana Quispe of provoking a conflict.";
        assert!(addressed(text).iter().all(|p| p.ends_with("Ana Quispe")), "{:?}", addressed(text));
    }

    /// Which state the last statement of a text addresses without naming it.
    fn meant(text: &str) -> Vec<Option<String>> {
        let article = Article::plain(text);
        let page = Page::of(&article);
        let mentions = mention::mentions(&page);
        let all = statement::statements(&page, &mentions, &date::dates(&page), &[]);
        let parties = all.last().into_iter().flat_map(|s| &s.addressees);
        parties.flat_map(|p| &p.referents).map(|m| mentions[*m].known.clone()).collect()
    }

    #[test]
    fn the_government_is_of_the_state_whose_offices_are_named_without_it() {
        let own =
            "The Kenyan minister came to Kampala. Kenya’s ambassador was silent. Kenya and Uganda talked about fish.";
        let of = |called: &str| meant(&format!("{own} Farmers from the lake called on {called} to open the harbour."));
        let uganda = [Some("Uganda".to_string())];
        assert_eq!(of("the government"), uganda);
        assert_eq!(of("the cabinet"), uganda);
        assert_eq!(of("the federal government"), uganda);
        assert!(of("his government").is_empty());
        let both = "The Kenyan minister met the Ugandan minister. Kenya and Uganda talked.";
        assert!(meant(&format!("{both} Farmers called on the government to open the harbour.")).is_empty());
    }
}
