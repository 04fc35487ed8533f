//! From attributions to statements: which hold which, who passed them on, and act, mode, addressee and day of each.

use super::{
    act,
    addressed::{Heard, Scene},
    attribution::{Attribution, Source, sight::Sight},
    date::{Basis, DateExpression, Grain, Reach},
    mention::EntityKind,
    quality::Doubt,
    speaker::{Homes, Speaker},
    statement::{Confidence, Modality, Mode, Party, Polarity, Sourcing, Statement, When},
};
use crate::text::lower::Lower;
use crate::{
    corpus::zone::ZoneKind,
    lexicon::{act::Act, class::WordClass as Is, cue::Frames, gazetteer::starts_upper},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

/// Makes statements of attributions.
pub fn assemble(
    sight: &Sight,
    found: Vec<Attribution>,
    dates: &[DateExpression],
    doubts: &[Vec<Doubt>],
) -> Vec<Statement> {
    assemble_seen(sight, found, dates, doubts, &mut |_, _| (), &mut |_, _, _| ())
}

/// The same; `see` is shown what the act of each statement is read from, `aim` what whom it addresses is read from.
pub fn assemble_seen(
    sight: &Sight,
    found: Vec<Attribution>,
    dates: &[DateExpression],
    doubts: &[Vec<Doubt>],
    see: &mut dyn FnMut(&Attribution, &Speaker),
    aim: &mut dyn FnMut(usize, &Scene, &Heard),
) -> Vec<Statement> {
    let (relays, found) = held(sight, found);
    let holders: Vec<Option<usize>> = (0..found.len()).map(|i| holder(sight, &found, i)).collect();
    // Media that only pass on a named source.
    let passing = passing(sight, &found, &holders);
    let mut number = vec![None; found.len()];
    let mut count = 0;
    for (i, passes) in passing.iter().enumerate() {
        if !passes {
            number[i] = Some(count);
            count += 1;
        }
    }
    let mut all: Vec<Statement> = Vec::new();
    let (mut speakers, mut homes): (Vec<Speaker>, Homes) = Default::default();
    let mut acts = Vec::new();
    for (i, a) in found.iter().enumerate() {
        if passing[i] {
            continue;
        }
        let mut via = Vec::new();
        via.extend(a.via.as_ref().filter(|v| sight.is_outlet(v)).and_then(|v| sight.party(v)));
        if let Some(object) = a.object.as_ref().filter(|o| sight.is_outlet(o)) {
            via.extend(sight.party(object));
        }
        via.extend(platform(sight, a).and_then(|p| sight.party(&p)));
        // "confirmed to AFP that …, but denied that …"
        let same = |b: &&Attribution| a.object.is_none() && b.sentence == a.sentence && b.source == a.source;
        let told = found[..i].iter().rev().take(4).find(same);
        let told = told.and_then(|b| b.object.as_ref()).filter(|o| sight.is_outlet(o) && via.is_empty());
        via.extend(told.and_then(|o| sight.party(o)));
        for relay in relays.iter().filter(|r| r.sentence == a.sentence) {
            if let (Source::Phrase(r), true) =
                (&relay.source, relay.head.is_some_and(|h| a.head.is_some_and(|own| own < h && h - own < 4)))
            {
                via.extend(sight.party(r));
            }
        }
        let mut within = None;
        let mut up = holders[i];
        for _ in 0..8 {
            let Some(h) = up else { break };
            if within.is_none() && !passing[h] {
                within = number[h];
            }
            // "rejected Moldova’s demand that …": who answers words does not pass them on.
            let answers = found[h].frame == Frames::NOUN
                && matches!(found[h].act, Some(Act::Reject | Act::Deny | Act::Agree | Act::Criticise));
            if let Source::Phrase(r) = &found[h].source
                && a.source != found[h].source
                && !answers
            {
                via.extend(sight.party(r));
            }
            via.extend(found[h].via.as_ref().filter(|v| sight.is_outlet(v)).and_then(|v| sight.party(v)));
            if let Some(object) = found[h].object.as_ref().filter(|o| sight.is_outlet(o)) {
                via.extend(sight.party(object));
            }
            up = holders[h];
        }
        let mut follows = None;
        let source = match &a.source {
            Source::Phrase(r) => {
                // "Russian proposals that": the adjective is its state.
                let state = |p: Party| match sight.state_meant(r).filter(|_| r.len() == 1 && p.referents.is_empty()) {
                    Some(m) => Party { referents: vec![m], ..p },
                    None => p,
                };
                sight.party(r).map(state)
            }
            Source::Nobody => None,
            Source::Elsewhere(r) => {
                let named = |b: &Attribution| matches!(&b.source, Source::Phrase(p) if p == r);
                follows = found.iter().position(named).and_then(|j| number[j]);
                sight.party(r).map(|p| Party {
                    span: None,
                    stands_for: p.span.filter(|_| p.referents.is_empty()),
                    referents: p.referents,
                    inferred: p.span.map(|s| format!("“{}” is named beside it", s.of(sight.page.text))),
                })
            }
            Source::Continued => {
                follows = speaker(sight, &all, a);
                follows.and_then(|f| all[f].source.as_ref().map(|p| (&all[f], p))).map(|(l, p)| Party {
                    span: None,
                    referents: if p.referents.is_empty() { nearest(&all, l.sentence) } else { p.referents.clone() },
                    stands_for: None,
                    inferred: match p.span {
                        Some(s) => {
                            Some(format!("speaker continues from sentence {}: “{}”", l.sentence, s.of(sight.page.text)))
                        }
                        None => p.inferred.clone(),
                    },
                })
            }
        };
        // Nobody passes on their own words.
        let own = |p: &Party| source.as_ref().is_some_and(|s| !s.referents.is_empty() && s.referents == p.referents);
        via.retain(|p| !own(p));
        let speaker = Speaker::of(sight, a, follows.and_then(|f| speakers.get(f)), speakers.last(), &mut homes);
        see(a, &speaker);
        let (act, because, near) = act::act(sight, a, &speaker);
        let mode = mode(sight, a);
        let outlet = matches!(&a.source, Source::Phrase(r) if sight.is_outlet(r));
        let sourcing = sourcing(sight, a, source.as_ref(), outlet);
        let day = day(
            sight,
            (i, &found),
            holders[i],
            dates,
            all.last().filter(|l| l.sentence + 1 == a.sentence && same_source(sight, l, source.as_ref())),
        );
        let (polarity, modality) = (polarity(a, act), modality(sight, a));
        let mut confidence = confidence(sight, a, source.as_ref());
        if because == act::LEARNT {
            confidence = confidence.min(Confidence::Medium); // no rule stands behind it
        }
        acts.push((i, act, near));
        let own = source.is_some() && !speaker.borrowed && !speaker.bystander;
        let states = speaker.states.iter().filter(|_| own).map(ToString::to_string).collect();
        speakers.push(speaker);
        let mut why = vec![a.rule.clone(), format!("act: {because}")];
        if let Some(reason) = source.as_ref().and_then(|s| s.inferred.clone()) {
            why.push(reason);
        }
        all.push(Statement {
            sentence: a.sentence,
            source,
            cue: a.cue.as_ref().and_then(|c| sight.span(c)),
            content: a.content.clone(),
            mode,
            act,
            polarity,
            modality,
            addressees: Vec::new(),
            via,
            sourcing,
            day,
            within,
            follows,
            why,
            doubts: doubts.get(a.sentence).cloned().unwrap_or_default(),
            confidence,
            states,
        });
    }
    let heard = acts.iter().zip(&speakers).map(|((i, act, near), who)| Heard { a: &found[*i], act: *act, near, who });
    let heard: Vec<Heard> = heard.collect();
    let scene = Scene::of(sight, &heard, &mut homes);
    for (n, this) in heard.iter().enumerate() {
        aim(n, &scene, this);
        let (mut addressees, why) = sight.addressees(this, n, &scene);
        let (earlier, later) = all.split_at_mut(n);
        let before = earlier.last().map(|s| &s.addressees).zip(n.checked_sub(1).and_then(|b| heard.get(b)));
        if let Some((to, _)) = before.filter(|(to, first)| sight.goes_on(this, first, &addressees, to)) {
            addressees.clone_from(to);
        }
        let Some(statement) = later.first_mut() else { continue };
        statement.addressees = addressees;
        // Next to why the act is what it is.
        let at = statement.why.len().min(2);
        statement.why.splice(at..at, why.map(str::to_string));
    }
    all
}

/// Media that only pass on what another says, and the attributions that count.
pub(super) fn held(sight: &Sight, found: Vec<Attribution>) -> (Vec<Attribution>, Vec<Attribution>) {
    let (relays, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|a| a.content.is_empty());
    let mut found = dedupe(found);
    keep(sight, &mut found);
    (relays, found)
}

/// The statement whose speaker goes on in words that nobody is named for: the last one; for speech that a dash opens after
/// an institution's words, the last person who spoke.
fn speaker(sight: &Sight, all: &[Statement], a: &Attribution) -> Option<usize> {
    // What a caption tells is not gone on with in the running text.
    let caption = |sentence: usize| sight.page.zone(sentence) == ZoneKind::Caption;
    let speaks = |s: &Statement| {
        caption(s.sentence) == caption(a.sentence)
            && s.source.is_some()
            && s.act != Act::Ask
            && s.within.is_none()
            && (s.cue.is_some() || s.follows.is_some())
    };
    let last = all.iter().rposition(speaks)?;
    let root = |i: usize| all[i].follows.filter(|f| *f < i).unwrap_or(i);
    let person = |s: &Statement| {
        s.source.as_ref().is_some_and(|p| {
            let spoken = p.span.map_or("", |span| span.of(sight.page.text));
            Is::HeOrShePrinted.has(spoken) || p.referents.iter().any(|m| sight.mentions[*m].kind == EntityKind::Person)
        })
    };
    let block = &sight.page.blocks[sight.page.sentences[a.sentence].block];
    if all[last].mode != Mode::Direct && sight.is_dash(block.tokens.start) && !person(&all[last]) {
        let interviewed =
            |s: &Statement| speaks(s) && s.mode == Mode::Direct && person(s) && s.sentence + REACH >= a.sentence;
        if let Some(i) = all.iter().rposition(interviewed) {
            return Some(root(i));
        }
    }
    Some(root(last))
}

/// How many sentences back whoever was interviewed may have spoken last.
const REACH: usize = 30;

/// The referents of the last source that names somebody, up to this sentence.
fn nearest(all: &[Statement], sentence: usize) -> Vec<usize> {
    all.iter()
        .rev()
        .filter(|s| s.sentence <= sentence)
        .filter_map(|s| s.source.as_ref())
        .find(|p| !p.referents.is_empty())
        .map_or_else(Vec::new, |p| p.referents.clone())
}

fn same_source(sight: &Sight, last: &Statement, source: Option<&Party>) -> bool {
    let (Some(a), Some(b)) = (last.source.as_ref(), source) else { return false };
    let words = |p: &Party| p.span.map(|s| s.of(sight.page.text).low());
    a.referents == b.referents && !a.referents.is_empty()
        || b.span.is_none()
        || words(b).is_some_and(|w| Is::ThirdPersonal.has(&w))
        || words(a) == words(b)
        // "Premier Ana Pop said …", "…, Pop added"
        || words(a).zip(words(b)).is_some_and(|(a, b)| {
            let name = |i: &usize| sight.mentions.get(*i).is_some_and(|m| m.kind == EntityKind::Person);
            !b.contains(' ') && a.rsplit(' ').next() == Some(b.as_ref()) && source.is_some_and(|p| p.referents.iter().any(name))
        })
}

/// One attribution for the same cue, and no content twice with the same source.
fn dedupe(found: Vec<Attribution>) -> Vec<Attribution> {
    let mut kept: Vec<Attribution> = Vec::new();
    for a in found {
        let double =
            kept.iter().rev().take(6).any(|k| k.content == a.content && (k.source == a.source || k.head == a.head));
        if !double {
            kept.push(a);
        }
    }
    kept
}

/// Takes out what is no statement of its own: weak cues inside others, a speaker’s own wishes, phrases inside quotations.
fn keep(sight: &Sight, found: &mut Vec<Attribution>) {
    let mut homes = Homes::default();
    let (mut own, mut whom) = (Vec::new(), Vec::new());
    let drop: Vec<bool> = (0..found.len())
        .map(|i| {
            let a = &found[i];
            let Some(h) = holder(sight, found, i) else {
                // Weak phrases inside a quotation that nobody claimed.
                return a.weak && a.head.is_some_and(|h| sight.quoted[h].is_some());
            };
            if a.weak {
                return true;
            }
            let outer = &found[h];
            // "Has the ambassador been summoned?": what is asked is not told.
            if outer.act == Some(Act::Ask) && outer.cue.is_none() && a.source == Source::Nobody {
                return true;
            }
            // "urged that they meet": no meeting yet.
            if a.frame == Frames::MEETING
                && a.verb.is_some()
                && matches!(outer.act, Some(Act::Demand | Act::Propose | Act::Request))
            {
                return true;
            }
            if sight.only_told(a, outer) {
                return true;
            }
            let Source::Phrase(source) = &a.source else { return a.spoken && a.cue.is_none() };
            // In a transcript also what others promised or said, and whom the speaker met.
            let transcript = outer.cue.is_none() && outer.rule.ends_with("transcript");
            let first = source.len() == 1 && sight.is(source.start, &["i", "we"]);
            if transcript
                && (first && a.frame == Frames::MEETING && a.verb.as_ref().is_some_and(|v| v.past)
                    || !first && sight.is_party(source))
            {
                return sight.is_personal(source.start) && !first;
            }
            // "demanded that Kigali accept the map": not accepted yet.
            let demanded = matches!(outer.act, Some(Act::Demand | Act::Propose | Act::Request))
                && outer.frame == Frames::THAT
                && a.verb.as_ref().is_some_and(|v| {
                    let near = (source.end..v.start).all(|i| sight.tag(i) == Tag::Adv);
                    !v.past && v.modal.is_none() && v.finite && v.start >= source.end && near
                })
                && outer.content.first().is_some_and(|c| sight.tokens_of(*c).start == source.start);
            if demanded {
                return true;
            }
            let pronoun =
                source.len() == 1 && (sight.is_personal(source.start) || sight.among(source.start, Is::SourcePronoun));
            // "his country", "their government": the speaker's own.
            let own_side = sight.among(source.start, Is::PossessiveNotYour)
                && source.len() <= 3
                && sight.among(source.end - 1, Is::OwnSideNoun);
            let repeated = matches!(&outer.source, Source::Phrase(o) if o == source);
            // "According to ANI, he said that": the agency only passes it on.
            let passed_on = matches!(&outer.source, Source::Phrase(o) if sight.is_outlet(o))
                && a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE));
            // "said it had received a letter, which it rejects": an act of its own about what was told.
            let judged = matches!(a.act, Some(Act::Reject | Act::Deny | Act::Criticise | Act::Accuse | Act::Agree))
                && a.frame == Frames::NOUN
                && source.start > 0
                && sight.is(source.start - 1, &["which"])
                && a.content.iter().all(|c| sight.tokens_of(*c).end < source.start);
            if judged && pronoun || passed_on && pronoun && !repeated {
                return false;
            }
            // "said he had urged them to leave, and had warned them": the first is what is said, the second another act.
            let again = a.verb.as_ref().is_some_and(|v| {
                let joined = v.start > source.end && sight.among(v.start - 1, Is::ClauseCoordinator);
                joined && sight.low(v.start) == "had" && v.start < v.head && !outer.spoken
            });
            if again && outer.act != a.act && a.act.is_some_and(|act| act != Act::State) {
                own.push((i, h, outer.source.clone()));
                return false;
            }
            if pronoun || own_side || repeated {
                // "told reporters that she had urged the officers to …": the act is the inner one, to whom as well.
                let opens = outer.content.first().is_some_and(|c| sight.tokens_of(*c).start == source.start);
                let told = outer.object.as_ref().is_none_or(|o| sight.is_only_told(outer, o) && !sight.is_outlet(o));
                if let Some(object) = a.object.clone().filter(|_| opens && told && outer.act.is_none() && !outer.spoken)
                {
                    whom.push((h, object));
                }
                return true;
            }
            let named = source.clone().any(|i| sight.named(i).is_some());
            // "According to Russia’s RIA, Russian proposals …": an agency does not speak for its state.
            let agency = |o: &Range<usize>| sight.is_outlet(o) && !sight.is_outlet(source);
            let same = match &outer.source {
                Source::Phrase(o) if !agency(o) => {
                    o.clone().any(|i| {
                        sight.named(i).is_some()
                            && source.clone().any(|j| sight.low(i) == sight.low(j) && sight.named(j).is_some())
                    }) && sight.heads_overlap(o, source)
                }
                _ => false,
            };
            let own_country = match &outer.source {
                Source::Phrase(o) if !agency(o) => {
                    let asks = matches!(a.act, Some(Act::Demand | Act::Request | Act::Propose));
                    sight.speaks_for(o, source)
                        || !asks && sight.is_home_of(source, &found[..=h], &mut homes)
                        || !asks && sight.of_one_state(o, a, outer)
                }
                _ => false,
            };
            // "“China urges Manila to stop,” Lin said": spoken in the name of the state.
            let for_state = outer.spoken
                && outer.content.first().is_some_and(|c| sight.tokens_of(*c).start == source.start)
                && a.verb.as_ref().is_some_and(|v| !v.past && v.modal.is_none())
                && matches!(a.act, Some(Act::Demand | Act::Request))
                && a.object.is_some();
            // Inside spoken words only what somebody named says.
            for_state || same || own_country || outer.spoken && !named
        })
        .collect();
    for (i, h, source) in own {
        found[i].source = source;
        // "had urged the officers to go, and had warned them"
        let them = found[i].object.as_ref().is_some_and(|o| sight.low(o.start) == "them");
        if let Some((_, same)) = whom.iter().find(|(of, _)| *of == h && them) {
            found[i].object = Some(same.clone());
        }
    }
    for (h, object) in whom {
        found[h].object = Some(object);
    }
    let mut at = 0;
    found.retain(|_| {
        at += 1;
        !drop[at - 1]
    });
}

impl Sight<'_, '_> {
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
fn holder(sight: &Sight, found: &[Attribution], i: usize) -> Option<usize> {
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
fn passing(sight: &Sight, found: &[Attribution], holders: &[Option<usize>]) -> Vec<bool> {
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
                if body && sight.states_in(inner).is_empty() {
                    return false;
                }
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

fn mode(sight: &Sight, a: &Attribution) -> Mode {
    if a.spoken {
        return Mode::Direct;
    }
    let text = sight.page.text;
    let marks = |s: &Span| s.of(text).chars().any(|c| matches!(c, '“' | '”' | '"' | '«' | '»' | '„'));
    if a.content.iter().any(marks) {
        return Mode::Mixed;
    }
    let first_person = a.act.is_none_or(|x| x == Act::State)
        && a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE))
        && a.content.iter().any(|c| {
            sight
                .tokens_of(*c)
                .any(|i| sight.among(i, Is::FirstPersonWord) && !(sight.low(i) == "us" && sight.page.word(i) == "US"))
        });
    if first_person { Mode::Direct } else { Mode::Indirect }
}

fn sourcing(sight: &Sight, a: &Attribution, source: Option<&Party>, outlet: bool) -> Sourcing {
    if outlet {
        // "According to VG information", "Reuters has learnt": from whom is not told.
        let knows = matches!(&a.source, Source::Phrase(r) if sight.low(r.end - 1) == "information");
        return if knows || a.lemma == "learn" { Sourcing::Anonymous } else { Sourcing::Agency };
    }
    match source {
        Some(p) if !p.referents.is_empty() => match p.span {
            Some(span) if is_anonymous(sight, span) => Sourcing::Anonymous,
            _ => Sourcing::Named,
        },
        Some(p) => match p.span {
            Some(span) if is_anonymous(sight, span) => Sourcing::Anonymous,
            _ => Sourcing::Named,
        },
        None if a.cue.is_some() => Sourcing::Hedged,
        None => Sourcing::Article,
    }
}

fn is_anonymous(sight: &Sight, span: Span) -> bool {
    let tokens = sight.tokens_of(span);
    let person = tokens.clone().any(|i| sight.names_person(i));
    !person && tokens.clone().any(|i| sight.among(i, Is::AnonymousSource))
}

/// The day: a date beside the cue, not inside the content (meetings: also inside); else the day of the same source’s sentence before.
fn day(
    sight: &Sight,
    (i, found): (usize, &[Attribution]),
    holder: Option<usize>,
    dates: &[DateExpression],
    before: Option<&Statement>,
) -> When {
    let a = &found[i];
    let unknown = When { span: None, value: None, basis: Basis::Unresolved, carried: false };
    let range = sight.sentence(a.sentence);
    let Some(sentence) = sight.span(&range) else { return unknown };
    let cue = a.cue.as_ref().and_then(|c| sight.span(c));
    let outside = |d: &&DateExpression| {
        sentence.contains(d.span) && (a.frame == Frames::MEETING || !a.content.iter().any(|c| c.contains(d.span)))
    };
    // A day inside the words of another statement is not this one's, unless those words hold this one too.
    let from = found.partition_point(|b| b.sentence < a.sentence);
    let beside: Vec<Span> = (from..found.len())
        .take_while(|j| found[*j].sentence == a.sentence)
        .filter(|j| *j != i && Some(*j) != holder && a.frame != Frames::MEETING)
        .filter(|j| found[*j].frame != Frames::MEETING)
        .flat_map(|j| found[j].content.iter().copied())
        .filter(|c| cue.is_none_or(|cue| !c.contains(cue)))
        .collect();
    // "Kurti, who returned on Tuesday, said": the day of what is told of the speaker beside.
    let aside = match (&a.source, a.head) {
        (Source::Phrase(r), Some(h)) if r.end < h && sight.low(r.end) == "," => {
            let told = sight.verbs_in(&(r.end..h)).iter().any(|v| v.head < h && v.start > r.end);
            sight.span(&(r.end..h)).filter(|_| told)
        }
        _ => None,
    };
    // What has been said, and whom somebody met, was so when the article came out.
    let done =
        modality(sight, a) == Modality::Done && (a.frame != Frames::MEETING || a.verb.as_ref().is_some_and(|v| v.past));
    let later = |d: &DateExpression| done && d.value.zip(sight.page.published).is_some_and(|(v, day)| v.first > day);
    let own = |d: &&DateExpression| {
        aside.is_none_or(|x| !x.contains(d.span))
            && !beside.iter().any(|c| c.contains(d.span))
            && !is_of_a_thing(sight, a, d)
            && !is_deadline(sight, d)
            && !later(d)
    };
    let first = dates.partition_point(|d| d.span.end <= sentence.start);
    let nearest = dates[first..]
        .iter()
        .take_while(|d| d.span.start < sentence.end)
        .filter(outside)
        .filter(own)
        .min_by_key(|d| cue.map_or(0, |c| d.span.start.abs_diff(c.start)));
    if let Some(d) = nearest.filter(|_| cue.is_some()) {
        return When { span: Some(d.span), value: d.value, basis: d.basis, carried: false };
    }
    // "She also recently met …": another day than that of the sentence before.
    let clause = a.head.unwrap_or(range.start);
    if (clause.saturating_sub(4).max(range.start)..(clause + 2).min(range.end)).any(|i| sight.among(i, Is::AnotherDay))
    {
        return unknown;
    }
    match before {
        Some(s) if s.day.value.is_some() => When { carried: true, ..s.day },
        _ => lead(sight, (i, found), dates).map_or(unknown, |d| When {
            span: Some(d.span),
            value: d.value,
            basis: d.basis,
            carried: true,
        }),
    }
}

/// Whether a date tells of something else than the act: "winner of the primaries of October", "the award of 1899", "have
/// grown since 2011", or a clause of its own after a semicolon.
fn is_of_a_thing(sight: &Sight, a: &Attribution, d: &DateExpression) -> bool {
    let first = sight.tokens_of(d.span).start;
    let Some(before) = first.checked_sub(1) else { return false };
    let source = match &a.source {
        Source::Phrase(r) => r.contains(&first) && r.end > first + 1,
        _ => false,
    };
    let wide = d.value.is_some_and(|v| matches!(v.grain, Grain::Month | Grain::Year));
    let times = ["beginning", "end", "middle", "start", "month", "year", "evening", "morning", "half", "course"];
    let of = wide && sight.low(before) == "of" && first >= 2 && !sight.is(first - 2, &times);
    let parted = a.head.is_some_and(|h| (h.min(first)..h.max(first)).any(|i| sight.low(i) == ";"));
    // "The ship ran aground in 1999, and Manila has promised": a clause of its own.
    let told =
        wide && a.head.is_some_and(|h| (first + 1..h).any(|i| sight.low(i) == "," && sight.is(i + 1, &["and", "but"])));
    // "last week responded to their demands": the day of the answer.
    let between =
        |cue: &Range<usize>| sight.tag(cue.start) == Tag::Noun && !sight.verbs_in(&(first + 1..cue.start)).is_empty();
    let answered = a.verb.is_none() && a.cue.as_ref().is_some_and(between);
    source || of || parted || told || answered || d.reach == Reach::Since
}

/// Whether a date is the end of a time that is given or looked ahead to: "an answer by Friday", "before the summer", "no
/// later than the end of May", "within the next ten days".
fn is_deadline(sight: &Sight, d: &DateExpression) -> bool {
    let first = sight.tokens_of(d.span).start;
    let led = (first.saturating_sub(5)..first).rev().find(|i| !sight.among(*i, Is::BesideDeadline) && !sight.dated(*i));
    matches!(d.reach, Reach::Until | Reach::Before)
        || led.is_some_and(|i| {
            sight.among(i, Is::DeadlineWord)
                || sight.is(i, &["ahead"]) && sight.is(i + 1, &["of"])
                || sight.is(i, &["than"]) && i > 0 && sight.is(i - 1, &["later"])
        })
}

/// "wrote on Twitter that": through what it was said, beside the cue.
fn platform(sight: &Sight, a: &Attribution) -> Option<Range<usize>> {
    let head = a.head?;
    // "several diplomats [Reuters] has spoken to"
    if let Source::Phrase(r) = &a.source {
        let from = r.end + usize::from(sight.low(r.end) == "the");
        let medium = sight.verbs_in(&(from..head)).first().map(|v| from..v.start);
        if let Some(medium) = medium.filter(|m| r.end < head && sight.is_outlet(m)) {
            return Some(medium);
        }
    }
    let end = sight.sentence(a.sentence).end.min(head + 8);
    // "writes in a statement to AFP"
    let told = |i: usize| sight.is(i, &["to", "with"]) && (head + 1..i).any(|j| sight.is(j, &["in"]));
    let on = (head + 1..end).find(|i| sight.is(*i, &["on", "via"]) || told(*i))?;
    let first = on + 1 + usize::from(sight.tag(on + 1) == Tag::Det);
    let mention = sight.named(first)?;
    let last = (first..end.max(first + 1)).take_while(|i| sight.named(*i) == Some(mention)).last()?;
    let outlet = sight.mentions.get(mention)?.kind == EntityKind::Outlet;
    let inside = sight.span(&(on..last + 1)).is_some_and(|s| a.content.iter().any(|c| c.contains(s)));
    (outlet && !inside).then_some(first..last + 1)
}

/// "Today Okello reacted to the report. According to Okello, …": the one day of the sentence before, which is about the
/// speaker (or their state: "Paris took note on Tuesday. France regrets …") and holds no statement.
fn lead<'d>(
    sight: &Sight,
    (i, found): (usize, &[Attribution]),
    dates: &'d [DateExpression],
) -> Option<&'d DateExpression> {
    let a = &found[i];
    let Source::Phrase(source) = &a.source else { return None };
    let before = a.sentence.checked_sub(1)?;
    let told = sight.sentence(before);
    if found.iter().any(|b| b.sentence == before) || sight.page.zone(before) != sight.page.zone(a.sentence) {
        return None;
    }
    let name = source.clone().rev().find(|t| sight.named(*t).is_some())?;
    let first = told.clone().filter_map(|t| Some((sight.named(t)?, t))).next()?.0;
    let subject = told.clone().rfind(|t| sight.named(*t) == Some(first))?;
    let states = |i: usize| sight.states_in(&(i..i + 1));
    if sight.low(subject) != sight.low(name) && !states(subject).iter().any(|s| states(name).contains(s)) {
        return None;
    }
    let span = sight.span(&told)?;
    let from = dates.partition_point(|d| d.span.end <= span.start);
    let mut within = dates[from..].iter().take_while(|d| d.span.start < span.end);
    let one = within.next().filter(|d| d.value.is_some())?;
    within.next().is_none().then_some(one)
}

/// Whether it is said with a yes or a no.
fn polarity(a: &Attribution, act: Act) -> Polarity {
    // "did not accept", "do not want to leave": the cue says no, and the refusal is done.
    let told = a.lemma.starts_with("not ") || act == Act::Reject && a.act != Some(Act::Reject);
    let negated = a.verb.as_ref().is_some_and(|v| v.negated) && !told;
    if negated { Polarity::Negated } else { Polarity::Affirmed }
}

fn modality(sight: &Sight, a: &Attribution) -> Modality {
    match a.verb.as_ref().and_then(|v| v.modal).map(|m| sight.low(m)) {
        Some("will" | "shall" | "'ll" | "wo") => Modality::Future,
        Some("would" | "'d" | "should") => Modality::Conditional,
        Some(_) => Modality::Possible,
        None => Modality::Done,
    }
}

fn confidence(sight: &Sight, a: &Attribution, source: Option<&Party>) -> Confidence {
    let caption = sight.page.zone(a.sentence) == ZoneKind::Caption;
    let named = source.is_some_and(|s| s.inferred.is_none() && s.span.is_some());
    if a.weak || !named {
        return Confidence::Low;
    }
    if caption || matches!(a.frame, Frames::NOUN | Frames::GERUND) || a.verb.is_none() {
        Confidence::Medium
    } else {
        Confidence::High
    }
}
