//! Which attributions are statements of their own, and which only belong to the words of another.

use crate::{
    extract::{
        attribution::{
            Attribution, Source,
            sight::{Sight, Verb},
        },
        mention::EntityKind,
        speaker::Homes,
    },
    lexicon::{act::Act, class::WordClass as Is, cue::Frames},
    text::tag::Tag,
};
use std::ops::Range;

/// Media that only pass on what another says, and the attributions that count.
pub(super) fn held(sight: &Sight, found: Vec<Attribution>) -> (Vec<Attribution>, Vec<Attribution>) {
    let (relays, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|a| a.content.is_empty());
    let mut found = dedupe(found);
    keep(sight, &mut found);
    cut_at_quotations(sight, &mut found);
    (relays, found)
}

/// "called the dinner useful: “It clarified questions,” she posted": what is quoted after a colon is told once, as what was
/// posted.
fn cut_at_quotations(sight: &Sight, found: &mut [Attribution]) {
    for i in 0..found.len() {
        let Some(quoted) = found[i].content.first().filter(|_| found[i].spoken).map(|c| sight.tokens_of(*c)) else {
            continue;
        };
        let colon = quoted.start.saturating_sub(2);
        if sight.low(colon) != ":" || !sight.is_quote_mark(colon + 1) {
            continue;
        }
        let (from, to) = (i.saturating_sub(6), found.len().min(i + 7));
        for a in found[from..to].iter_mut().filter(|a| !a.spoken) {
            let Some(last) = a.content.last_mut() else { continue };
            let told = sight.tokens_of(*last);
            // "told “Al-Masar”: “…”": a medium, not what is said.
            let says = told.start < colon && !sight.is_quote_mark(told.start);
            if says
                && told.end > quoted.start
                && let Some(before) = sight.span(&(told.start..colon))
            {
                *last = before;
            }
        }
    }
}

/// One attribution for the same cue, and no content twice with the same source.
fn dedupe(found: Vec<Attribution>) -> Vec<Attribution> {
    let mut kept: Vec<Attribution> = Vec::new();
    for a in found {
        let double = kept.iter().rev().take(6).any(|k| k.content == a.content && k.source == a.source);
        if !double {
            kept.push(a);
        }
    }
    kept
}

/// What becomes of an attribution.
enum Fate {
    /// It is a statement of its own.
    Stays,
    /// It is one of whoever says the one that holds it.
    StaysBy(Source),
    /// It is none.
    Goes,
    /// It is none; the one that holds it is said to whom it names.
    GoesTelling(usize, Range<usize>),
}

impl Fate {
    fn goes_if(goes: bool) -> Fate {
        if goes { Fate::Goes } else { Fate::Stays }
    }
}

/// Takes out what is no statement of its own: weak cues inside others, a speaker’s own wishes, phrases inside quotations.
fn keep(sight: &Sight, found: &mut Vec<Attribution>) {
    let mut homes = Homes::default();
    let fates: Vec<Fate> = (0..found.len()).map(|i| fate(sight, found, i, &mut homes)).collect();
    for (i, fate) in fates.iter().enumerate() {
        match fate {
            Fate::StaysBy(source) => found[i].source = source.clone(),
            Fate::GoesTelling(h, whom) => found[*h].object = Some(whom.clone()),
            Fate::Stays | Fate::Goes => {}
        }
    }
    let mut fates = fates.into_iter();
    found.retain(|_| matches!(fates.next(), Some(Fate::Stays | Fate::StaysBy(..))));
}

fn fate(sight: &Sight, found: &[Attribution], i: usize, homes: &mut Homes) -> Fate {
    let a = &found[i];
    let Some(h) = holder(sight, found, i) else {
        // Weak phrases inside a quotation that nobody claimed.
        return Fate::goes_if(a.weak && a.head.is_some_and(|h| sight.is_quoted(h)));
    };
    let outer = &found[h];
    if a.weak || is_only_asked(a, outer) || is_meeting_wanted(a, outer) || sight.only_told(a, outer) {
        return Fate::Goes;
    }
    if is_denied(sight, found, (i, h), homes) {
        return Fate::Goes;
    }
    let Source::Phrase(source) = &a.source else { return Fate::goes_if(a.spoken && a.cue.is_none()) };
    let inner = Inner { sight, a, source, outer };
    if inner.is_of_transcript() {
        return Fate::goes_if(sight.is_personal(source.start) && !inner.is_first_person());
    }
    if inner.is_demanded() {
        return Fate::Goes;
    }
    let pronoun =
        source.len() == 1 && (sight.is_personal(source.start) || sight.among(source.start, Is::SourcePronoun));
    let repeated = outer.source == a.source;
    if pronoun && !repeated && inner.is_passed_on() {
        return Fate::Stays;
    }
    if inner.is_another_act() {
        return Fate::StaysBy(outer.source.clone());
    }
    if pronoun || repeated || inner.is_of_own_side() {
        return inner.whom().map_or(Fate::Goes, |whom| Fate::GoesTelling(h, whom));
    }
    // Inside spoken words only what somebody named says.
    let unnamed = || outer.spoken && !source.clone().any(|i| sight.named(i).is_some());
    Fate::goes_if(
        inner.is_for_state() || inner.is_of_same_name() || inner.is_of_country(&found[..=h], homes) || unnamed(),
    )
}

/// "Has the ambassador been summoned?": what is asked is not told.
fn is_only_asked(a: &Attribution, outer: &Attribution) -> bool {
    outer.act == Some(Act::Ask) && outer.cue.is_none() && a.source == Source::Nobody
}

/// "urged that they meet": no meeting yet.
fn is_meeting_wanted(a: &Attribution, outer: &Attribution) -> bool {
    a.frame == Frames::MEETING
        && a.verb.is_some()
        && matches!(outer.act, Some(Act::Demand | Act::Propose | Act::Request))
}

/// "denied reports that Lima had demanded it", "does not think that Rabat wants it": what is denied or doubted was not said.
/// But in "rejected Lima’s claim that …" the claim was made.
fn is_denied(sight: &Sight, found: &[Attribution], (i, h): (usize, usize), homes: &mut Homes) -> bool {
    let mut up = Some(h);
    for _ in 0..4 {
        let Some(h) = up else { break };
        let outer = &found[h];
        if let (Some(cue), Some(head), true) = (outer.head, found[i].head, sight.denies(outer)) {
            let that = (cue..head).any(|j| sight.low(j) == "that");
            let ends =
                (cue..head).any(|j| sight.is(j, &["because", ";"]) || sight.among(j, Is::RelativeNotWhom) && !that);
            let within = that || found[i].verb.is_some() && outer.frame != Frames::NOUN;
            if cue < head && !ends && within && is_told(sight, found, h, homes) {
                return true;
            }
        }
        up = holder(sight, found, h);
    }
    false
}

/// Whether an attribution is a statement, or opens the words of one: "“We deny that …,” she said".
fn is_told(sight: &Sight, found: &[Attribution], i: usize, homes: &mut Homes) -> bool {
    let opens = |o: usize| match (&found[i].source, found[o].content.first()) {
        (Source::Phrase(r), Some(c)) => sight.tokens_of(*c).start == r.start,
        _ => false,
    };
    matches!(fate(sight, found, i, homes), Fate::Stays | Fate::StaysBy(..))
        || holder(sight, found, i).is_some_and(opens)
}

/// An attribution with a source of its own, inside the words of another.
struct Inner<'i, 'p, 'a> {
    sight: &'i Sight<'p, 'a>,
    a: &'i Attribution,
    source: &'i Range<usize>,
    outer: &'i Attribution,
}

impl Inner<'_, '_, '_> {
    /// "I", "we".
    fn is_first_person(&self) -> bool {
        self.source.len() == 1 && self.sight.is(self.source.start, &["i", "we"])
    }

    /// Whether the words of the other open with the source: "said that [Kigali] rejects it".
    fn opens(&self) -> bool {
        self.outer.content.first().is_some_and(|c| self.sight.tokens_of(*c).start == self.source.start)
    }

    /// In a transcript also what others promised or said, and whom the speaker met.
    fn is_of_transcript(&self) -> bool {
        let transcript = self.outer.cue.is_none() && self.outer.rule.ends_with("transcript");
        let met = || self.a.frame == Frames::MEETING;
        transcript && if self.is_first_person() { met() } else { self.sight.is_party(self.source) }
    }

    /// "demanded that Kigali accept the map": not accepted yet.
    fn is_demanded(&self) -> bool {
        let base = |v: &Verb| {
            let near = (self.source.end..v.start).all(|i| self.sight.tag(i) == Tag::Adv);
            !v.past && v.modal.is_none() && v.finite && v.start >= self.source.end && near
        };
        matches!(self.outer.act, Some(Act::Demand | Act::Propose | Act::Request))
            && self.outer.frame == Frames::THAT
            && self.a.verb.as_ref().is_some_and(base)
            && self.opens()
    }

    /// "his country", "their government": the speaker's own.
    fn is_of_own_side(&self) -> bool {
        self.sight.among(self.source.start, Is::PossessiveNotYour)
            && self.source.len() <= 3
            && self.sight.among(self.source.end - 1, Is::OwnSideNoun)
    }

    /// "According to ANI, he said that": the agency only passes it on.
    fn is_passed_on(&self) -> bool {
        matches!(&self.outer.source, Source::Phrase(o) if self.sight.is_outlet(o))
            && self.a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE))
    }

    /// "said he had urged them to leave, and had warned them": the first is what is said, the second another act.
    fn is_another_act(&self) -> bool {
        let again = |v: &Verb| {
            let joined = v.start > self.source.end && self.sight.among(v.start - 1, Is::ClauseCoordinator);
            joined && self.sight.low(v.start) == "had"
        };
        self.a.verb.as_ref().is_some_and(again) && self.outer.act != self.a.act
    }

    /// "told reporters that she had urged the officers to …": the act is the inner one, to whom as well.
    fn whom(&self) -> Option<Range<usize>> {
        let (sight, outer) = (self.sight, self.outer);
        let told = outer.object.as_ref().is_none_or(|o| sight.is_only_told(outer, o) && !sight.is_outlet(o));
        self.a.object.clone().filter(|_| told && outer.act.is_none() && !outer.spoken && self.opens())
    }

    /// "“China urges Manila to stop,” Lin said": spoken in the name of the state.
    fn is_for_state(&self) -> bool {
        self.outer.spoken
            && self.opens()
            && self.a.verb.as_ref().is_some_and(|v| !v.past && v.modal.is_none())
            && matches!(self.a.act, Some(Act::Demand | Act::Request))
            && self.a.object.is_some()
    }

    /// The source of the other. "According to Russia’s RIA, Russian proposals …": an agency does not speak for its state.
    fn speaker(&self) -> Option<&Range<usize>> {
        let Source::Phrase(speaker) = &self.outer.source else { return None };
        (!self.sight.is_outlet(speaker) || self.sight.is_outlet(self.source)).then_some(speaker)
    }

    /// "Otieno said … Otieno wants": both name the same head.
    fn is_of_same_name(&self) -> bool {
        let (sight, source) = (self.sight, self.source);
        self.speaker().is_some_and(|speaker| {
            let word = |i: usize| {
                let same = |j: usize| sight.low(i) == sight.low(j) && sight.named(j).is_some();
                sight.named(i).is_some() && source.clone().any(same)
            };
            speaker.clone().any(word) && sight.heads_overlap(speaker, source)
        })
    }

    /// "The Sudanese minister said Sudan wants": the country of whoever says the last of these.
    fn is_of_country(&self, said: &[Attribution], homes: &mut Homes) -> bool {
        let (sight, source) = (self.sight, self.source);
        let asks = matches!(self.a.act, Some(Act::Demand | Act::Request | Act::Propose));
        self.speaker().is_some_and(|speaker| {
            sight.speaks_for(speaker, source)
                || !asks && (sight.is_home_of(source, said, homes) || sight.of_one_state(speaker, self.a, self.outer))
        })
    }
}

impl Sight<'_, '_> {
    /// Whether an attribution tells that something is not so, or not thought to be so.
    fn denies(&self, a: &Attribution) -> bool {
        let negated = a.verb.as_ref().is_some_and(|v| v.negated);
        let claim = || a.content.first().is_some_and(|c| self.claims_that(&self.tokens_of(*c)));
        match (a.act, a.lemma.as_str()) {
            (Some(Act::Deny), _) => !negated || a.lemma.starts_with("not "),
            (Some(Act::Reject), _) => !negated && a.frame == Frames::NOUN && claim(),
            (_, "believe" | "think") => negated && a.frame.has(Frames::THAT.or(Frames::BARE)),
            (_, "doubt") => !negated,
            _ => false,
        }
    }

    /// "Otieno said Nairobi rejects it": whether words name the state of whoever speaks last of these.
    fn is_home_of(&self, state: &Range<usize>, said: &[Attribution], homes: &mut Homes) -> bool {
        let mut named = state.clone().filter_map(|i| self.named(i));
        if state.len() > 3 || !named.any(|m| self.mentions[m].kind == EntityKind::Country) {
            return false;
        }
        let Some(Source::Phrase(who)) = said.last().map(|a| &a.source) else { return false };
        if who.clone().any(|i| self.among(i, Is::Bystander)) {
            return false;
        }
        let person = |r: &Range<usize>| {
            r.clone().filter_map(|i| self.named(i)).rfind(|m| self.mentions[*m].kind == EntityKind::Person)
        };
        // "He noted that": whoever spoke before.
        let goes_on = who.len() == 1 && self.is_personal(who.start);
        let before = || {
            said.iter().rev().take(6).find_map(|a| match &a.source {
                Source::Phrase(r) => person(r),
                _ => None,
            })
        };
        let person = if goes_on { before() } else { person(who) };
        let states = self.states_in(state);
        person.is_some_and(|m| self.home(m, homes).iter().any(|home| states.contains(home)))
    }

    /// Whether two phrases name the same head.
    fn heads_overlap(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        let words = |r: &Range<usize>| -> Vec<String> {
            self.span(r).map_or_else(Vec::new, |s| {
                self.heads(s)
                    .iter()
                    .map(|m| {
                        self.mentions[*m]
                            .known
                            .clone()
                            .unwrap_or_else(|| self.mentions[*m].span.of(self.page.text).to_string())
                    })
                    .collect()
            })
        };
        let (a, b) = (words(a), words(b));
        a.iter().any(|x| b.contains(x))
    }
}

/// The smallest attribution whose content holds this one’s cue (or content, where it has no cue).
pub(super) fn holder(sight: &Sight, found: &[Attribution], i: usize) -> Option<usize> {
    let a = &found[i];
    let at = a.cue.as_ref().and_then(|c| sight.span(c)).or_else(|| a.content.first().copied())?;
    let mut best: Option<(usize, usize)> = None;
    // Sorted by sentence: only those near can hold it.
    let from = found.partition_point(|b| b.sentence + 12 < a.sentence);
    let to = found.partition_point(|b| b.sentence <= a.sentence + 12);
    for (j, b) in found.iter().enumerate().take(to).skip(from) {
        if j == i {
            continue;
        }
        let holds = b.content.iter().any(|c| c.contains(at)) && (a.cue.is_some() || b.content != a.content);
        if !holds {
            continue;
        }
        let size: usize = b.content.iter().map(|c| c.len()).sum();
        if best.is_none_or(|(_, s)| size < s) {
            // Two that hold each other: the one whose cue stands first is the outer one.
            let mutual =
                b.cue.as_ref().and_then(|c| sight.span(c)).is_some_and(|c| a.content.iter().any(|x| x.contains(c)));
            if !mutual || b.head < a.head {
                best = Some((j, size));
            }
        }
    }
    best.map(|(j, _)| j)
}

/// Which attributions are media that only pass on another’s words.
pub(super) fn passing(sight: &Sight, found: &[Attribution], holders: &[Option<usize>]) -> Vec<bool> {
    found
        .iter()
        .enumerate()
        .map(|(i, a)| {
            let Source::Phrase(r) = &a.source else { return false };
            // "writes AFP with reference to the ministry: Rome confirms": the ministry is Rome’s.
            let named = |i: usize| sight.among(i, Is::StateBody);
            let body = a.via.is_some() && (named(r.end - 1) || r.clone().take(2).any(named));
            if !(sight.is_outlet(r) || body && sight.states_in(r).is_empty()) {
                return false;
            }
            let size: usize = a.content.iter().map(|c| c.len()).sum();
            found.iter().enumerate().skip(i.saturating_sub(20)).take(40).any(|(j, b)| {
                // Who meets says nothing that a paper could pass on.
                if j == i || holders[j] != Some(i) || b.frame == Frames::MEETING {
                    return false;
                }
                let Source::Phrase(inner) = &b.source else { return false };
                let from = sight.span(inner);
                let covers = b
                    .cover()
                    .map(|c| from.map_or(c, |f| c.cover(f)))
                    .map(|c| c.cover(b.cue.as_ref().and_then(|x| sight.span(x)).unwrap_or(c)));
                covers.is_some_and(|c| c.len() * 10 >= size * 6)
            })
        })
        .collect()
}
