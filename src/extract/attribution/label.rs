//! Speech after a label: "Putin: …", "A political source: …", "Taliban to Pakistan: …", and "…: Qureshi" in headlines.

use super::{
    Attribution, Source,
    sight::Sight,
    speech::{inner_speaker, own},
    transcript::transcript,
};
use crate::lexicon::class::WordClass as Is;
use crate::{
    corpus::zone::ZoneKind,
    extract::mention::EntityKind,
    lexicon::{
        act::Act,
        cue::Frames,
        gazetteer::{Class, gazetteer},
    },
    text::tag::Tag,
};
use std::ops::Range;

/// How many tokens a label may have.
const LONGEST: usize = 14;

/// A label before a colon, taken apart.
struct Label {
    source: Range<usize>,
    to: Option<Range<usize>>,
    kind: Option<EntityKind>,
    /// It is a role ("the prime minister"), not a name.
    role: bool,
}

/// Finds labelled speech in headlines and running text, but in no items of lists.
pub(super) fn labelled_speech(sight: &Sight, found: &mut Vec<Attribution>, items: &[usize]) {
    let mut taken = transcript(sight, found);
    taken.extend_from_slice(items);
    for (s, sentence) in sight.page.sentences.iter().enumerate() {
        let block = &sight.page.blocks[sentence.block];
        let read = matches!(block.zone, ZoneKind::Headline | ZoneKind::Body | ZoneKind::Caption);
        if !read || taken.contains(&sentence.block) {
            continue;
        }
        let range = sight.sentence(s);
        let headline = block.zone == ZoneKind::Headline;
        let bullets = range.clone().filter(|i| is_bullet(sight, *i)).map(|i| i + 1);
        // "Kyiv answered. Its spokesman Taras Hlynsky: no action is directed …", but not within a turn of speech.
        let later = block.sentences.start != s && goes_to_another(sight, s, found);
        let first = (block.sentences.start == s || later).then_some(range.start);
        // "Iran accuses the Taliban; Kabul: there is no water", "Coast guard: Greece pushed them, Athens: it is not true"
        if headline {
            found.extend(beside_name(sight, s, found));
        }
        let parts = range.clone().filter(|i| headline && labels_next(sight, *i, range.end)).map(|i| i + 1);
        let parts: Vec<usize> = parts.collect();
        for start in first.into_iter().chain(bullets).chain(parts.iter().copied()) {
            let ends = |i: &usize| is_bullet(sight, *i) || *i > start && parts.contains(&(*i + 1));
            let stop = (start..range.end).find(ends).unwrap_or(range.end);
            let speech = leading(sight, s, start..stop, found)
                .or_else(|| if headline { trailing(sight, s, start..stop, found) } else { None });
            found.extend(speech);
        }
    }
}

/// "Seoul “violator is Japan”", "Chinese side “extremely selfish”": a headline’s party and its words, no verb between.
fn beside_name(sight: &Sight, s: usize, found: &[Attribution]) -> Option<Attribution> {
    let range = sight.sentence(s);
    sight.quotations.iter().find_map(|q| {
        let inside = sight.tokens_of(q.inner);
        let open = inside.start.checked_sub(1).filter(|o| *o > range.start && inside.end <= range.end)?;
        let claimed = |a: &Attribution| a.sentence == s && a.content.iter().any(|c| sight.tokens_of(*c).end > open);
        let start = sight.noun_phrase_left(open - 1, range.start);
        let who = start..open;
        let role = sight.among(open - 1, Is::Role) || sight.among(open - 1, Is::SpokesmanOrSide);
        let parts = |i: usize| sight.among(i, Is::LabelBoundary);
        let bounded = start == range.start || parts(start - 1);
        let party =
            sight.named(open - 1).is_some() && sight.is_party(&who) && !sight.is_outlet(&who) || role && who.len() > 1;
        let closes = inside.end + 1 >= range.end || parts(inside.end + 1) || sight.low(inside.end + 1) == "and";
        let said = bounded && party && closes && who.len() <= 5 && !found.iter().any(claimed);
        let speech = own(s, q.inner, "a headline’s party beside its words");
        said.then_some(Attribution { source: Source::Phrase(who), spoken: true, ..speech })
    })
}

/// Whether a label may follow the mark at token `i` inside a headline: ";", or a comma before a short name and a colon.
fn labels_next(sight: &Sight, i: usize, hi: usize) -> bool {
    sight.low(i) == ";"
        || sight.is(i, &["..", "...", "…"]) && sight.named(i + 1).is_some() && sight.low(i + 2) == ":"
        || (sight.low(i) == "," || sight.is_dash(i))
            && sight.named(i + 1).is_some()
            && (i + 2..hi.min(i + 5)).any(|j| sight.low(j) == ":" && (i + 1..j).all(|k| sight.named(k).is_some()))
        || i > 0
            && sight.low(i) == "and"
            && sight.low(i - 1) == ","
            && sight.named(i + 1).is_some()
            && sight.low(i + 2) == ":"
}

/// Whether a later sentence of a paragraph may open with a label: nobody’s marks are open there, and no label came before.
fn goes_to_another(sight: &Sight, s: usize, found: &[Attribution]) -> bool {
    let start = sight.sentence(s).start;
    let block = sight.page.sentences[s].block;
    let labelled = |a: &Attribution| a.cue.is_none() && sight.page.sentences[a.sentence].block == block;
    sight.quoted.get(start).is_some_and(Option::is_none) && !found.iter().any(labelled)
}

fn is_bullet(sight: &Sight, i: usize) -> bool {
    sight.among(i, Is::Bullet)
}

/// "Putin: …".
fn leading(sight: &Sight, s: usize, range: Range<usize>, found: &mut [Attribution]) -> Option<Attribution> {
    let block = &sight.page.blocks[sight.page.sentences[s].block];
    let start = past_sign(sight, past_clock(sight, &range), range.end);
    let colon = (start..range.end).take(LONGEST).find(|i| sight.low(*i) == ":")?;
    let whole = if range.end == sight.sentence(s).end { block.tokens.end.max(range.end) } else { range.end };
    let asked = colon + 4 < whole && sight.low(whole - 1) == "?";
    // "Question: Will the port reopen?"
    if colon == start + 1 && sight.among(start, Is::Interviewer) && asked {
        let mut speech = own(s, sight.span(&(colon + 1..whole))?, "an interviewer’s question");
        (speech.source, speech.act) = (Source::Nobody, Some(Act::Ask));
        return Some(speech);
    }
    let label = label(sight, start..colon, block.zone)
        .or_else(|| label_with_adjuncts(sight, start..colon))
        .or_else(|| label_of_source(sight, start..colon, found))
        .or_else(|| label_of_office(sight, start..colon))?;
    let marked = sight.is_quote_mark(colon + 1);
    // A caption tells what is seen; only marks tell what somebody said.
    if block.zone == ZoneKind::Caption && !marked {
        return None;
    }
    let first_person = range.clone().any(|i| sight.is(i, &["we", "our", "i"]));
    let asks = label.kind == Some(EntityKind::Outlet)
        && block.zone == ZoneKind::Body
        && sight.low(block.tokens.end.saturating_sub(1)) == "?";
    // "The general: One day after another.", "Kyiv: no talks without withdrawal"
    let verbless = label.role && (sight.tag(start) == Tag::Det || start > range.start + 1) && range.end > colon + 4
        || block.zone == ZoneKind::Headline && is_said(sight, colon + 1, &label);
    let speaks = match label.kind {
        Some(EntityKind::Person) => true,
        Some(EntityKind::Organisation | EntityKind::Country) => {
            // "LAHORE: The minister said": a place from which news is sent has a cue after it.
            let dateline = found.iter().any(|a| a.sentence == s && a.cue.is_some());
            block.zone == ZoneKind::Headline
                || first_person
                || marked
                || !dateline && sight.has_finite(&(colon + 1..range.end))
        }
        Some(EntityKind::Outlet) => asks,
        _ => label.role && (marked || verbless || sight.has_finite(&(colon + 1..range.end))),
    };
    // "Borrell after talks with Vucic: …": where they were said.
    let claims = |a: &&mut Attribution| {
        a.sentence == s
            && a.frame != Frames::MEETING
            && a.cue.as_ref().is_some_and(|c| c.start < colon && c.start >= start)
    };
    if !speaks || range.end <= colon + 2 + usize::from(!verbless) || found.iter_mut().any(|a| claims(&&mut *a)) {
        return None;
    }
    // "State Department: We are …, said its spokesman": the speaker is named after the words.
    let after = sight.span(&(colon + 1..range.end))?;
    for a in
        found.iter_mut().filter(|a| a.sentence == s && a.frame == Frames::QUOTE && a.head.is_some_and(|h| h > colon))
    {
        if let Some(piece) = a.content.first_mut().filter(|c| c.start < after.start) {
            piece.start = after.start;
            return None;
        }
    }
    let end = if range.end == sight.sentence(s).end {
        turn_end(sight, s, marked, label.role && !marked && !first_person, found)
    } else {
        range.end
    };
    let (content, _) = sight.unquoted(&(colon + 1..end))?;
    if sight.verbs_in(&(colon + 1..range.end)).is_empty() && !marked && !verbless {
        return None;
    }
    let mut speech = own(s, content, "name and colon");
    let outlet = label.to.as_ref().is_some_and(|t| sight.is_outlet(t));
    speech.source = Source::Phrase(label.source);
    speech.spoken = asks || marked;
    speech.act = asks.then_some(Act::Ask);
    match (label.to, outlet) {
        (Some(to), true) => speech.via = Some(to),
        (Some(to), false) => speech.object = Some(to),
        _ => {}
    }
    Some(speech)
}

/// Where the words behind a label end: the rest of the paragraph goes on with them, as far as nobody else speaks in it.
fn turn_end(sight: &Sight, s: usize, marked: bool, alone: bool, found: &[Attribution]) -> usize {
    let ends = |next: &usize| {
        // Marks that close end the words; and "…. Landsbergis: another operation" is another's turn.
        let start = sight.sentence(*next).start;
        let other = |a: &Attribution| {
            a.sentence == *next
                && a.frame.has(Frames::QUOTE.or(Frames::THAT).or(Frames::BARE))
                && !inner_speaker(sight, a)
        };
        marked && !sight.is_quoted(start) && !sight.is_quote_mark(start)
            || labels(sight, *next)
            || alone
            || found.iter().any(other)
    };
    let last = sight.page.blocks[sight.page.sentences[s].block].sentences.end;
    sight.sentence((s + 1..last).find(ends).unwrap_or(last) - 1).end
}

/// "India should take back the decision: Qureshi", "Denmark “will not sell” – prime minister".
fn trailing(sight: &Sight, s: usize, range: Range<usize>, found: &[Attribution]) -> Option<Attribution> {
    let near = range.clone().rev().take(8).find(|i| sight.low(*i) == ":" || sight.is_dash(*i));
    let mark = near.or_else(|| range.clone().skip(1).find(|i| sight.low(*i) == ":" && sight.is_quote_mark(i - 1)))?;
    let before = range.start..mark;
    let label = label(sight, mark + 1..range.end, ZoneKind::Headline)
        .or_else(|| answers(sight, &before, mark + 1..range.end))?;
    let spoken = sight.has_finite(&before) || before.clone().any(|i| sight.is_quote_mark(i));
    let party =
        label.role || matches!(label.kind, Some(EntityKind::Person | EntityKind::Country | EntityKind::Organisation));
    let claimed = found
        .iter()
        .any(|a| a.sentence == s && a.head.is_some_and(|h| sight.verb_at(h).is_some()) && a.frame == Frames::QUOTE);
    if !spoken || !party || claimed || label.to.is_some() {
        return None;
    }
    let (content, marked) = sight.unquoted(&before)?;
    let mut speech = own(s, content, "name after a colon or dash");
    speech.source = Source::Phrase(label.source);
    speech.spoken = marked;
    Some(speech)
}

/// "“We will not yield”: Tehran answers the ultimatum": whoever does something after a headline’s quotation said it.
fn answers(sight: &Sight, before: &Range<usize>, after: Range<usize>) -> Option<Label> {
    let end = sight.noun_phrase_right(after.start, after.end, false);
    let marked = sight.is_quote_mark(before.start) && sight.is_quote_mark(before.end.checked_sub(1)?);
    let source = after.start..end;
    let acts = sight.finite_at(end);
    (marked && acts && sight.is_party(&source) && !sight.is_outlet(&source)).then_some(Label {
        source,
        to: None,
        kind: None,
        role: true,
    })
}

/// A label in running text: a name, else an office.
fn plain_label(sight: &Sight, range: Range<usize>) -> Option<Label> {
    label(sight, range.clone(), ZoneKind::Body).or_else(|| label_of_office(sight, range))
}

/// Whether a sentence opens with a label.
fn labels(sight: &Sight, s: usize) -> bool {
    let range = sight.sentence(s);
    let colon = range.clone().take(LONGEST).find(|i| sight.low(*i) == ":" && !sight.is_quoted(*i));
    colon.is_some_and(|c| plain_label(sight, range.start..c).is_some())
}

/// Who speaks before the colon that ends `range`, past whatever stands before them: "Two hours later the minister Dragan Rum".
pub(super) fn source_of_label(sight: &Sight, range: Range<usize>) -> Option<Range<usize>> {
    let starts = range.clone().filter(|i| *i == range.start || !sight.in_phrase(i - 1) || sight.tag(*i) == Tag::Det);
    starts
        .take(LONGEST)
        .find_map(|i| plain_label(sight, i..range.end))
        .filter(|l| l.kind != Some(EntityKind::Outlet))
        .map(|l| l.source)
}

/// "Sukhum: there will be no talks": a name that nothing lists, and that speaks elsewhere in the article.
fn label_of_source(sight: &Sight, range: Range<usize>, found: &[Attribution]) -> Option<Label> {
    let word = sight.page.word(range.start);
    let capital = word.starts_with(char::is_uppercase) && word.len() > 1 && range.len() == 1;
    let same = |r: &Range<usize>| r.clone().any(|j| sight.page.word(j) == word);
    let speaks = found.iter().any(|a| matches!(&a.source, Source::Phrase(r) if r.len() <= 2 && same(r)));
    (capital && speaks).then_some(Label { source: range, to: None, kind: Some(EntityKind::Organisation), role: false })
}

/// The first token after the clock of a live entry: "14:05 – …", "15.02: …".
pub(super) fn past_clock(sight: &Sight, range: &Range<usize>) -> usize {
    let clock = |i: usize| {
        let parts: Vec<&str> = sight.low(i).split(['.', ':', 'h']).collect();
        parts.len() == 2 && parts.iter().all(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut i = range.start;
    if !clock(i) {
        return i;
    }
    i += 1;
    while i < range.end && (sight.among(i, Is::ClockWord) || sight.is_dash(i)) {
        i += 1;
    }
    i
}

/// The first token after a sign, a number of a list or a word for the kind of text: "⚡ Peskov: …", "1. The ministry: …",
/// "INTERVIEW: Ambassador Okello: …".
fn past_sign(sight: &Sight, start: usize, end: usize) -> usize {
    let mut i = start;
    let sign = |i: usize| sight.page.word(i).chars().all(|c| c == '[' || !c.is_ascii() && !c.is_alphanumeric());
    while i < end && sign(i) && !sight.is_quote_mark(i) && !sight.is_dash(i) {
        i += 1;
    }
    let number = sight.low(i).bytes().all(|b| b.is_ascii_digit()) && sight.low(i + 1) == ".";
    let kind = sight.low(i + 1) == ":" && sight.named(i).is_none() && sight.low(i).len() > 3;
    let kind = kind && sight.page.word(i).bytes().all(|b| b.is_ascii_uppercase());
    if (number || kind) && i + 4 < end { i + 2 } else { i }
}

/// "Mayor of Narva: …", "Deputy chairman of the Senate committee to TASS: …", "Ana Pop, expert on the Balkans: …": an office or
/// a person, whatever phrases follow.
fn label_of_office(sight: &Sight, range: Range<usize>) -> Option<Label> {
    let opens = |i: &usize| sight.tag(*i) == Tag::Adp || sight.is(*i, &[",", "to"]);
    let core = range.clone().skip(1).find(opens).unwrap_or(range.end);
    let last = core.checked_sub(1).filter(|l| *l >= range.start)?;
    let office = [Is::Role, Is::LabelSource, Is::AsksOrAnswers, Is::Hearer, Is::PersonNoun, Is::MetParty];
    let office = office.iter().any(|class| sight.among(last, *class));
    let person = |i: usize| sight.names_person(i);
    let kind = (range.start..core).any(person).then_some(EntityKind::Person);
    if !office && kind.is_none() || sight.has_finite(&range) {
        return None;
    }
    let turn = (core..range.end).find(|i| sight.low(*i) == "to");
    let to = turn.map(|t| t + 1..range.end).filter(|t| t.clone().any(|i| sight.named(i).is_some()));
    // "of Latvia on Twitter", "of Narva in an open letter": not of the name.
    let how =
        |i: &usize| sight.among(*i, Is::LabelPreposition) && (sight.low(*i) != "in" || sight.tag(i + 1) == Tag::Det);
    let hi = turn.unwrap_or(range.end);
    let comma = (core..hi).find(|i| sight.low(*i) == ",").unwrap_or(hi);
    let hi = (core..comma).find(how).unwrap_or(hi);
    let end = sight.noun_phrase_right(range.start, hi, true).max(core);
    let end = if sight.low(end) == "," { hi } else { end };
    Some(Label { source: range.start..end, to, kind, role: true })
}

/// A label with where, when and how: "Peskov on Monday, before noon: …", "A deputy, pointing to the map: …".
fn label_with_adjuncts(sight: &Sight, range: Range<usize>) -> Option<Label> {
    let core = sight.noun_phrase_right(range.start, range.end, false);
    let source = range.start..sight.with_apposition(range.start, core, range.end);
    let rest = source.end..range.end;
    if source.is_empty() || rest.is_empty() || sight.has_finite(&range) {
        return None;
    }
    let opens = sight.low(rest.start) == ","
        || sight.dated(rest.start)
        || sight.is_ing(rest.start)
        || sight.among(rest.start, Is::LabelPreposition);
    let person = |i: usize| sight.names_person(i);
    let role = sight.among(core - 1, Is::Role)
        || sight.among(core - 1, Is::LabelSource)
        || sight.among(core - 1, Is::AsksOrAnswers);
    let kind = (source.clone().any(person)).then_some(EntityKind::Person);
    // "China at UN: …"
    let state = |i: usize| {
        sight.named(i).is_some_and(|m| matches!(sight.mentions[m].kind, EntityKind::Country | EntityKind::Organisation))
    };
    let body = !role && kind.is_none() && source.clone().all(state) && sight.among(rest.start, Is::LabelSetting);
    let kind = if body && rest.len() <= 3 { Some(EntityKind::Country) } else { kind };
    (opens && (role || kind.is_some())).then_some(Label { source, to: None, kind, role })
}

/// Whether words without a verb after a headline’s label are said: "Kyiv: no talks without withdrawal", "Minister: deal close".
fn is_said(sight: &Sight, from: usize, label: &Label) -> bool {
    let told = sight.among(from, Is::SaidAfterLabel) || sight.is_quote_mark(from);
    let titled = sight.among(from, Is::TitleOpener);
    told || (label.role || label.kind == Some(EntityKind::Person)) && !titled
}

/// Reads a label: names, or a role, then perhaps "to …" or "on …".
fn label(sight: &Sight, range: Range<usize>, zone: ZoneKind) -> Option<Label> {
    if sight.verbs_in(&range).iter().any(|v| v.finite && !v.bare_participle) {
        return None;
    }
    let kinds = |r: &Range<usize>| -> Vec<EntityKind> {
        let capital = |m: usize| {
            let printed = sight.mentions[m].span.of(sight.page.text);
            gazetteer().named(printed).is_some_and(|n| n.class == Class::Capital)
        };
        let kind = |m: usize| match sight.mentions[m].kind {
            EntityKind::Place if capital(m) => EntityKind::Country,
            kind => kind,
        };
        r.clone().filter_map(|i| sight.named(i)).map(kind).collect()
    };
    // "X to Y", "X on the talks"
    let turn = range.clone().skip(1).find(|i| sight.is(*i, &["to", "on", "about"]));
    let close = turn.is_some_and(|t| sight.low(t - 1) == "close");
    let turn = if close {
        range.clone().skip_while(|i| Some(*i) != turn).skip(1).find(|i| sight.low(*i) == "to")
    } else {
        turn
    };
    let source = range.start..turn.unwrap_or(range.end);
    let to = turn
        .filter(|t| sight.low(*t) == "to")
        .map(|t| t + 1..range.end)
        .filter(|t| !t.is_empty() && !kinds(t).is_empty());
    let phrase = |i: usize| sight.named(i).is_some() || sight.in_phrase(i) || sight.among(i, Is::LabelLink);
    let answers = turn.is_some_and(|t| sight.is(t + 1, &["this", "that"]) && t + 2 == range.end);
    if turn.is_some() && to.is_none() && !answers && zone != ZoneKind::Headline || !source.clone().all(phrase) {
        return None;
    }
    let all = kinds(&source);
    let kind = all.iter().copied().find(|k| *k == EntityKind::Person).or_else(|| all.last().copied());
    let core = sight.noun_phrase_right(source.start, source.end, false);
    let role = core > source.start && (sight.among(core - 1, Is::Role) || sight.among(core - 1, Is::LabelSource));
    let named = match kind {
        Some(EntityKind::Person) => {
            let person = |i: usize| sight.names_person(i);
            person(source.end - 1) || person(source.start)
        }
        Some(EntityKind::Organisation | EntityKind::Country) => {
            source.clone().all(|i| sight.named(i).is_some() || i == source.start && sight.tag(i) == Tag::Det)
        }
        Some(EntityKind::Outlet) => true,
        _ => false,
    };
    (named || role).then_some(Label { source, to, kind: kind.filter(|_| named), role })
}
