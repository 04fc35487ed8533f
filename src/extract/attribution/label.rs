//! Speech after a label: "Putin: …", "A political source: …", "Taliban to Pakistan: …", and "…: Qureshi" in headlines.

use super::{
    Attribution, Source,
    sight::Sight,
    speech::{inner_speaker, own},
    verbal::ROLES,
};
use crate::{
    corpus::zone::ZoneKind,
    extract::mention::EntityKind,
    lexicon::{act::Act, cue::Frames},
};
use std::ops::Range;

/// People who are no office: whoever else can stand as a label.
const SOURCES: &[&str] = &[
    "source", "sources", "mp", "pm", "lawmaker", "deputy", "analyst", "expert", "experts", "analysts", "army",
    "military", "police", "kremlin", "palace", "minister",
];

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

/// Finds labelled speech in headlines and running text.
pub(super) fn labelled_speech(sight: &Sight, found: &mut Vec<Attribution>) {
    for (s, sentence) in sight.page.sentences.iter().enumerate() {
        let block = &sight.page.blocks[sentence.block];
        if !matches!(block.zone, ZoneKind::Headline | ZoneKind::Body) {
            continue;
        }
        let range = sight.sentence(s);
        let headline = block.zone == ZoneKind::Headline;
        let bullets = range.clone().filter(|i| is_bullet(sight, *i)).map(|i| i + 1);
        let first = (block.sentences.start == s).then_some(range.start);
        for start in first.into_iter().chain(bullets) {
            let stop = (start..range.end).find(|i| is_bullet(sight, *i)).unwrap_or(range.end);
            let speech = leading(sight, s, start..stop, found)
                .or_else(|| if headline { trailing(sight, s, start..stop, found) } else { None });
            found.extend(speech);
        }
    }
}

fn is_bullet(sight: &Sight, i: usize) -> bool {
    sight.is(i, &["•", "·", "|", "●", "▪"])
}

/// "Putin: …".
fn leading(sight: &Sight, s: usize, range: Range<usize>, found: &mut [Attribution]) -> Option<Attribution> {
    let block = &sight.page.blocks[sight.page.sentences[s].block];
    let colon = range.clone().take(LONGEST).find(|i| sight.low(*i) == ":")?;
    let start = if sight.low(range.start) == "[" { range.start + 1 } else { range.start };
    let label = label(sight, start..colon, block.zone)?;
    let marked = sight.is_quote_mark(colon + 1);
    let first_person = range.clone().any(|i| sight.is(i, &["we", "our", "i"]));
    let asks = label.kind == Some(EntityKind::Outlet)
        && block.zone == ZoneKind::Body
        && sight.low(block.tokens.end.saturating_sub(1)) == "?";
    let speaks = match label.kind {
        Some(EntityKind::Person) => true,
        Some(EntityKind::Organisation | EntityKind::Country) => {
            block.zone == ZoneKind::Headline || first_person || marked || label.to.is_some()
        }
        Some(EntityKind::Outlet) => asks,
        _ => label.role && (marked || sight.has_finite(&(colon + 1..range.end))),
    };
    let claims =
        |a: &&mut Attribution| a.sentence == s && a.cue.as_ref().is_some_and(|c| c.start < colon && c.start >= start);
    if !speaks || range.end <= colon + 3 || found.iter_mut().any(|a| claims(&&mut *a)) {
        return None;
    }
    // "State Department: We are …, said its spokesman": the speaker is named after the words.
    let after = sight.span(&(colon + 1..range.end))?;
    for a in
        found.iter_mut().filter(|a| a.sentence == s && a.frame == Frames::QUOTE && a.head.is_some_and(|h| h > colon))
    {
        if let Some(piece) = a.content.first_mut().filter(|c| c.start < after.start && c.end > after.start) {
            piece.start = after.start;
            return None;
        }
    }
    // The rest of the paragraph is the answer, as far as nobody else speaks in it.
    let mut end = range.end;
    if end == sight.sentence(s).end {
        for next in s + 1..block.sentences.end {
            let other = |a: &Attribution| {
                a.sentence == next
                    && a.frame.has(Frames::QUOTE.or(Frames::THAT).or(Frames::BARE))
                    && !inner_speaker(sight, a)
            };
            if label.role && !marked || found.iter().any(other) {
                break;
            }
            end = sight.page.sentences[next].tokens.end;
        }
    }
    let (content, _) = sight.unquoted(&(colon + 1..end))?;
    if sight.verbs_in(&(colon + 1..range.end)).is_empty() && !marked {
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

/// "India should take back the decision: Qureshi", "Denmark “will not sell” – prime minister".
fn trailing(sight: &Sight, s: usize, range: Range<usize>, found: &[Attribution]) -> Option<Attribution> {
    let mark = range.clone().rev().take(8).find(|i| sight.low(*i) == ":" || sight.is_dash(*i))?;
    let label = label(sight, mark + 1..range.end, ZoneKind::Headline)?;
    let before = range.start..mark;
    let spoken = before.len() >= 3 && (sight.has_finite(&before) || sight.is_quote_mark(range.start));
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

/// Reads a label: names, or a role, then perhaps "to …" or "on …".
fn label(sight: &Sight, range: Range<usize>, zone: ZoneKind) -> Option<Label> {
    if range.is_empty()
        || range.len() > LONGEST
        || sight.verbs_in(&range).iter().any(|v| v.finite && !v.bare_participle)
    {
        return None;
    }
    let kinds = |r: &Range<usize>| -> Vec<EntityKind> {
        r.clone().filter_map(|i| sight.named[i]).map(|m| sight.mentions[m].kind).collect()
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
    let phrase = |i: usize| {
        sight.named[i].is_some()
            || sight.in_phrase(i)
            || sight.is(i, &["/", ",", "of", "for", "and", "at", "in", "close", "to", "by"])
    };
    if turn.is_some() && to.is_none() && zone != ZoneKind::Headline || !source.clone().all(phrase) {
        return None;
    }
    let all = kinds(&source);
    let kind = all.iter().copied().find(|k| *k == EntityKind::Person).or_else(|| all.last().copied());
    let core = sight.noun_phrase_right(source.start, source.end, false);
    let role = core > source.start
        && (sight.is(core - 1, ROLES) || sight.is(core - 1, SOURCES))
        && !source.clone().any(|i| sight.is_genitive(i) && i + 1 == core);
    let named = match kind {
        Some(EntityKind::Person) => {
            let person = |i: usize| sight.named[i].is_some_and(|m| sight.mentions[m].kind == EntityKind::Person);
            person(source.end - 1) || person(source.start)
        }
        Some(EntityKind::Organisation | EntityKind::Country) => source.clone().all(|i| sight.named[i].is_some()),
        Some(EntityKind::Outlet) => true,
        _ => false,
    };
    (named || role).then_some(Label { source, to, kind: kind.filter(|_| named), role })
}
