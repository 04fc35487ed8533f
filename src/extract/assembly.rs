//! From attributions to statements: which hold which, who passed them on, and act, mode, addressee and day of each.

mod kept;

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
    lexicon::{act::Act, class::WordClass as Is, cue::Frames},
    text::{span::Span, tag::Tag},
};
use kept::{held, holder, passing};
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
    let chain = Chain::of(sight, found);
    let mut all: Vec<Statement> = Vec::new();
    let (mut speakers, mut homes): (Vec<Speaker>, Homes) = Default::default();
    let mut acts = Vec::new();
    for (i, a) in chain.found.iter().enumerate().filter(|(i, _)| chain.numbers[*i].is_some()) {
        let (source, follows) = chain.source(a, &all);
        let mut via = chain.beside(i);
        let within = chain.up(i, &mut via);
        // Nobody passes on their own words, nor the same words twice.
        let own = |p: &Party| source.as_ref().is_some_and(|s| !s.referents.is_empty() && s.referents == p.referents);
        let mut told: Vec<Span> = Vec::new();
        via.retain(|p| {
            let again = p.span.is_some_and(|span| told.iter().any(|t| t.overlaps(span)));
            told.extend(p.span);
            !again && !own(p)
        });
        let speaker = Speaker::of(sight, a, follows.and_then(|f| speakers.get(f)), speakers.last(), &mut homes);
        see(a, &speaker);
        let (act, because, near) = act::act(sight, a, &speaker);
        // The day of what another reports goes on no further: "said that Chad had promised in March to wait. He accused …".
        let reported =
            |last: &Statement| last.within.and_then(|w| all.get(w)).filter(|outer| outer.act != Act::Consult);
        let told = all.last().map(|last| reported(last).unwrap_or(last));
        let before = told.filter(|l| l.sentence + 1 == a.sentence && same_source(sight, l, source.as_ref()));
        let mut confidence = confidence(sight, a, source.as_ref());
        if because == act::LEARNT {
            confidence = confidence.min(Confidence::Medium); // no rule stands behind it
        }
        let mut why = vec![a.rule.clone(), format!("act: {because}")];
        why.extend(source.as_ref().and_then(|s| s.inferred.clone()));
        let own = source.is_some() && !speaker.borrowed && !speaker.bystander;
        all.push(Statement {
            sentence: a.sentence,
            cue: a.cue.as_ref().and_then(|c| sight.span(c)),
            content: a.content.clone(),
            mode: mode(sight, a),
            act,
            polarity: polarity(a, act),
            modality: modality(sight, a),
            addressees: Vec::new(),
            via,
            sourcing: sourcing(sight, a, source.as_ref()),
            day: day(sight, (i, &chain.found), chain.holders[i], dates, before),
            within,
            follows,
            why,
            doubts: doubts.get(a.sentence).cloned().unwrap_or_default(),
            confidence,
            states: speaker.states.iter().filter(|_| own).map(ToString::to_string).collect(),
            source,
        });
        acts.push((a, act, near));
        speakers.push(speaker);
    }
    let heard = acts.iter().zip(&speakers).map(|((a, act, near), who)| Heard { a, act: *act, near, who });
    let heard: Vec<Heard> = heard.collect();
    let scene = Scene::of(sight, &heard, &mut homes);
    for (n, this) in heard.iter().enumerate() {
        aim(n, &scene, this);
        address(sight, &heard, n, &scene, &mut all);
    }
    all
}

/// Says of the `n`th statement to whom it is addressed; those before it have been told.
fn address(sight: &Sight, heard: &[Heard], n: usize, scene: &Scene, all: &mut [Statement]) {
    let (mut addressees, why) = sight.addressees(&heard[n], n, scene);
    let before = n.checked_sub(1).and_then(|b| Some((&all.get(b)?.addressees, heard.get(b)?)));
    if let Some((to, _)) = before.filter(|(to, first)| sight.goes_on(&heard[n], first, &addressees, to)) {
        addressees.clone_from(to);
    }
    let Some(statement) = all.get_mut(n) else { return };
    statement.addressees = addressees;
    // Next to why the act is what it is.
    let at = statement.why.len().min(2);
    statement.why.splice(at..at, why.map(str::to_string));
}

/// The attributions of an article, and who passes on whose words.
struct Chain<'s, 'p, 'a> {
    sight: &'s Sight<'p, 'a>,
    found: Vec<Attribution>,
    /// Words without content: "…, a resident says, Reuters reports".
    relays: Vec<Attribution>,
    /// The smallest attribution whose content holds each.
    holders: Vec<Option<usize>>,
    /// The statement that each becomes; media that only pass on a named source become none.
    numbers: Vec<Option<usize>>,
}

impl<'s, 'p, 'a> Chain<'s, 'p, 'a> {
    fn of(sight: &'s Sight<'p, 'a>, found: Vec<Attribution>) -> Self {
        let (relays, found) = held(sight, found);
        let holders: Vec<Option<usize>> = (0..found.len()).map(|i| holder(sight, &found, i)).collect();
        let mut numbers = vec![None; found.len()];
        let mut count = 0;
        for (number, passes) in numbers.iter_mut().zip(passing(sight, &found, &holders)) {
            if !passes {
                *number = Some(count);
                count += 1;
            }
        }
        Chain { sight, found, relays, holders, numbers }
    }

    /// Who says it, and the statement whose speaker goes on.
    fn source(&self, a: &Attribution, all: &[Statement]) -> (Option<Party>, Option<usize>) {
        let sight = self.sight;
        match &a.source {
            Source::Nobody => (None, None),
            Source::Phrase(r) => {
                // "Russian proposals that": the adjective is its state.
                let state = |p: Party| match sight.state_meant(r).filter(|_| r.len() == 1 && p.referents.is_empty()) {
                    Some(m) => Party { referents: vec![m], ..p },
                    None => p,
                };
                (sight.party(r).map(state), None)
            }
            Source::Elsewhere(r) => {
                let named = |b: &Attribution| matches!(&b.source, Source::Phrase(p) if p == r);
                let follows = self.found.iter().position(named).and_then(|j| self.numbers[j]);
                let party = sight.party(r).map(|p| Party {
                    span: None,
                    stands_for: p.span.filter(|_| p.referents.is_empty()),
                    referents: p.referents,
                    inferred: p.span.map(|s| format!("“{}” is named beside it", s.of(sight.page.text))),
                });
                (party, follows)
            }
            Source::Continued => {
                let follows = speaker(sight, all, a);
                (follows.and_then(|f| going_on(sight, all, &all[f])), follows)
            }
        }
    }

    /// The media by which an attribution was told: "told Reuters", "AFP quoted her".
    fn media(&self, a: &Attribution) -> impl Iterator<Item = Party> {
        let media = [&a.via, &a.object].into_iter().flatten().filter(|r| self.sight.is_outlet(r));
        media.filter_map(|r| self.sight.party(r))
    }

    /// Who passed the words on, as the words beside the cue tell.
    fn beside(&self, i: usize) -> Vec<Party> {
        let (sight, a) = (self.sight, &self.found[i]);
        let mut via: Vec<Party> = self.media(a).collect();
        via.extend(platform(sight, a).and_then(|p| sight.party(&p)));
        // "confirmed to AFP that …, but denied that …"
        let same = |b: &&Attribution| a.object.is_none() && b.sentence == a.sentence && b.source == a.source;
        let told = self.found[..i].iter().rev().take(4).find(same);
        let told = told.and_then(|b| b.object.as_ref()).filter(|o| sight.is_outlet(o));
        via.extend(told.and_then(|o| sight.party(o)));
        for relay in self.relays.iter().filter(|r| r.sentence == a.sentence) {
            let near = if a.verb.as_ref().is_some_and(|v| v.passive) { 20 } else { 4 };
            let right_after = relay.head.zip(a.head).is_some_and(|(h, own)| own < h && h - own < near);
            if let (Source::Phrase(r), true) = (&relay.source, right_after) {
                via.extend(sight.party(r));
            }
        }
        via
    }

    /// "Kyiv, writes AFP, says that Moscow wants": adds those whose words hold these, and says which statement holds them.
    fn up(&self, i: usize, via: &mut Vec<Party>) -> Option<usize> {
        let mut within = None;
        let mut up = self.holders[i];
        for _ in 0..8 {
            let Some(h) = up else { break };
            let outer = &self.found[h];
            within = within.or(self.numbers[h]);
            // "rejected Moldova’s demand that …": who answers words does not pass them on.
            let answers = outer.frame == Frames::NOUN
                && matches!(outer.act, Some(Act::Reject | Act::Deny | Act::Agree | Act::Criticise));
            if let Source::Phrase(r) = &outer.source
                && self.found[i].source != outer.source
                && !answers
            {
                via.extend(self.sight.party(r));
            }
            via.extend(self.media(outer));
            up = self.holders[h];
        }
        within
    }
}

/// The speaker of a statement, who goes on.
fn going_on(sight: &Sight, all: &[Statement], last: &Statement) -> Option<Party> {
    let party = last.source.as_ref()?;
    Some(Party {
        span: None,
        referents: if party.referents.is_empty() { nearest(all, last.sentence) } else { party.referents.clone() },
        stands_for: None,
        inferred: match party.span {
            Some(s) => Some(format!("speaker continues from sentence {}: “{}”", last.sentence, s.of(sight.page.text))),
            None => party.inferred.clone(),
        },
    })
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
    if a.referents == b.referents && !a.referents.is_empty() || b.span.is_none() {
        return true;
    }
    let words = |p: &Party| p.span.map(|s| s.of(sight.page.text).low());
    let (first, next) = (words(a), words(b));
    next.as_ref().is_some_and(|w| Is::ThirdPersonal.has(w))
        || first == next
        // "Premier Ana Pop said …", "…, Pop added"
        || first.zip(next).is_some_and(|(a, b)| {
            let name = |i: &usize| sight.mentions.get(*i).is_some_and(|m| m.kind == EntityKind::Person);
            !b.contains(' ') && a.rsplit(' ').next() == Some(b.as_ref()) && source.is_some_and(|p| p.referents.iter().any(name))
        })
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

fn sourcing(sight: &Sight, a: &Attribution, source: Option<&Party>) -> Sourcing {
    if matches!(&a.source, Source::Phrase(r) if sight.is_outlet(r)) {
        // "According to VG information", "Reuters has learnt": from whom is not told.
        let knows = matches!(&a.source, Source::Phrase(r) if sight.low(r.end - 1) == "information");
        return if knows || a.lemma == "learn" { Sourcing::Anonymous } else { Sourcing::Agency };
    }
    match source {
        Some(p) if p.span.is_some_and(|span| is_anonymous(sight, span)) => Sourcing::Anonymous,
        Some(_) => Sourcing::Named,
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
            && !is_of_another_deed(sight, a, d)
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

/// Whether a date behind the cue tells when something else was: "has summoned him after rebels fired on Saturday",
/// "announced a visit of the Pope in October", "praised today’s ruling".
fn is_of_another_deed(sight: &Sight, a: &Attribution, d: &DateExpression) -> bool {
    let tokens = sight.tokens_of(d.span);
    let (Some(head), first) = (a.head.filter(|h| *h < tokens.start), tokens.start) else { return false };
    let clause = |i: &usize| sight.is(*i, &["after", "before", "because", "since"]);
    let opens = (head + 1..first).rev().find(clause);
    if opens.is_some_and(|i| sight.has_finite(&(i + 1..first)) && !(i..first).any(|j| sight.low(j) == ";")) {
        return true;
    }
    let owns = sight.is_genitive(tokens.end);
    let noun = sight.noun_phrase_right(tokens.end, tokens.end + 6, false);
    if owns && !(tokens.end..noun).any(|i| sight.among(i, Is::SpeechOccasion)) {
        return true;
    }
    let wide = d.value.is_some_and(|v| matches!(v.grain, Grain::Month | Grain::Year));
    let object =
        a.content.last().map(|c| sight.tokens_of(*c)).filter(|c| c.end + 1 == first && sight.low(c.end) == "in");
    wide && a.frame != Frames::MEETING && object.is_some_and(|mut c| c.any(|i| sight.among(i, Is::Appointment)))
}

/// Whether a date is the end of a time that is given or looked ahead to: "an answer by Friday", "before the summer", "no
/// later than the end of May", "within the next ten days".
fn is_deadline(sight: &Sight, d: &DateExpression) -> bool {
    let first = sight.tokens_of(d.span).start;
    let led = (first.saturating_sub(5)..first).rev().find(|i| !sight.among(*i, Is::BesideDeadline) && !sight.dated(*i));
    matches!(d.reach, Reach::Until | Reach::Before)
        || led.is_some_and(|i| sight.among(i, Is::DeadlineWord) || sight.is(i, &["ahead"]) && sight.is(i + 1, &["of"]))
}

/// "wrote on Twitter that": through what it was said, beside the cue.
fn platform(sight: &Sight, a: &Attribution) -> Option<Range<usize>> {
    let head = a.head?;
    // "several diplomats [Reuters] has spoken to", "officials who spoke to [Reuters]", "a note seen by [the Herald]"
    if let Source::Phrase(r) = &a.source
        && let Some(verb) = sight.verbs_in(&(r.end..head.max(r.end))).first()
        && !sight.is(verb.start - 1, &["as"])
    {
        let from = r.end + usize::from(sight.low(r.end) == "the");
        let by = verb.head + 1;
        let asked = by + 1..sight.noun_phrase_right(by + 1, head, false).max(by + 1);
        let asked =
            Some(asked).filter(|r| sight.is(by, &["by", "to", "with"]) && r.clone().any(|i| sight.names_outlet(i)));
        if let Some(medium) = asked.or(Some(from..verb.start).filter(|r| sight.is_outlet(r))) {
            return Some(medium);
        }
    }
    let end = sight.sentence(a.sentence).end.min(head + 8);
    // "writes in a statement to AFP"
    let written = |i: usize| (head + 1..i).any(|j| sight.is(j, &["in"])) && !sight.is(i - 1, &["according"]);
    let told = |i: usize| sight.is(i, &["to", "with"]) && written(i);
    let on = (head + 1..end).find(|i| sight.is(*i, &["on", "via"]) || told(*i))?;
    let first = on + 1 + usize::from(sight.tag(on + 1) == Tag::Det);
    let mention = sight.named(first)?;
    let last = (first..end.max(first + 1)).take_while(|i| sight.named(*i) == Some(mention)).last()?;
    let inside = sight.span(&(on..last + 1)).is_some_and(|s| a.content.iter().any(|c| c.contains(s)));
    (sight.names_outlet(first) && !inside).then_some(first..last + 1)
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
