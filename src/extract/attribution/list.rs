//! Lists: short lines with one opening mark under a line that leads them in ("The government set three conditions:", "What
//! Lima asks of La Paz:"), and items after each other in a sentence ("demands: 1) …; 2) …; 3) …"). Who asks, offers or refuses,
//! and to whom, the line before them tells.

use super::{Attribution, Source, sight::Sight};
use crate::{
    corpus::zone::ZoneKind,
    lexicon::{
        act::Act,
        class::WordClass as Is,
        cue::{Frames, Part},
    },
    text::{item, tag::Tag},
};
use std::ops::Range;

/// So many lines of one mark are a list even where nothing tells who wants them; fewer may be speech.
const ENOUGH: usize = 3;

/// How many tokens an item may have.
const LONGEST: usize = 70;

/// A noun of what is asked or offered tells more of a list than any verb beside it.
const NOUN: u8 = 3;

/// What leads in a list.
struct Lead {
    source: Range<usize>,
    /// `None` = by what the items say.
    act: Option<Act>,
    to: Option<Range<usize>>,
}

/// Reads the lists of a page; gives the blocks that are items, in order.
pub(super) fn lists(sight: &Sight, found: &mut Vec<Attribution>) -> Vec<usize> {
    let mut taken = Vec::new();
    let blocks = &sight.page.blocks;
    let mut b = 1;
    while b < blocks.len() {
        let Some((mark, _)) = item_of(sight, b) else {
            b += 1;
            continue;
        };
        let other = |i: &usize| blocks[*i].after_gap || item_of(sight, *i).is_none_or(|(m, _)| m != mark);
        let end = (b + 1..blocks.len()).find(other).unwrap_or(blocks.len());
        if end >= b + 2 && leads(sight, b) {
            taken.extend(under(sight, b..end, found));
        }
        b = end;
    }
    numbered(sight, found);
    taken
}

/// The opening mark of an item, and its first word.
fn item_of(sight: &Sight, b: usize) -> Option<(char, usize)> {
    let block = sight.page.blocks.get(b).filter(|b| b.zone == ZoneKind::Body && b.tokens.len() <= LONGEST)?;
    let asks = sight.low(block.tokens.end.checked_sub(1)?) == "?";
    let (mark, width) = item::mark(block.span.of(sight.page.text)).filter(|_| !asks)?;
    let at = block.span.start + width as u32;
    let first = block.tokens.clone().find(|i| sight.page.tokens.get(*i).is_some_and(|t| t.span.start >= at))?;
    Some((mark, first))
}

/// Whether the line before item `b` may lead in a list: it ends in a colon, or goes on in the item, which starts small; or a
/// number or bullet, which opens no speech, comes after a whole sentence.
fn leads(sight: &Sight, b: usize) -> bool {
    let Some(before) = b.checked_sub(1).and_then(|l| sight.page.blocks.get(l)) else { return false };
    let Some(last) = before.tokens.end.checked_sub(1).filter(|l| *l > before.tokens.start) else { return false };
    let small = |first: usize| sight.page.word(first).starts_with(char::is_lowercase);
    let goes_on = || sight.tag(last) != Tag::Punct && item_of(sight, b).is_some_and(|(_, first)| small(first));
    let counted = || sight.low(last) == "." && item_of(sight, b).is_some_and(|(mark, _)| !item::is_dash(mark));
    matches!(before.zone, ZoneKind::Body | ZoneKind::Subheading) && (sight.low(last) == ":" || goes_on() || counted())
}

/// The items of one list; gives those of which nobody else may make speech.
fn under(sight: &Sight, items: Range<usize>, found: &mut Vec<Attribution>) -> Range<usize> {
    let block = |a: &Attribution| sight.page.sentences.get(a.sentence).map_or(usize::MAX, |s| s.block);
    let before = &sight.page.blocks[items.start - 1];
    let told = before.sentences.end.checked_sub(1).map(|s| sight.sentence(s)).unwrap_or_default();
    // "• The ministry said …", "• Lagos warns …": each item tells who speaks.
    let tells = |a: &Attribution| items.contains(&block(a)) && a.act.is_none() && sight_names(sight, a);
    let whole = told.end.checked_sub(1).is_some_and(|last| sight.low(last) == ".");
    let ours = |i: usize| sight.among(i, Is::FirstPersonWord);
    let first_person = items.clone().any(|b| sight.page.blocks[b].tokens.clone().any(ours));
    // After a whole sentence only its own noun leads in: "Abuja has two demands."
    let lead = lead(sight, &told).filter(|(rank, _)| (!whole || *rank == NOUN) && !found.iter().any(tells));
    let Some((_, lead)) = lead else {
        let listed = items.len() >= ENOUGH && !whole && !found.iter().any(tells);
        return if listed && !first_person { items } else { items.start..items.start };
    };
    found.retain(|a| !items.contains(&block(a)) || a.verb.is_some());
    // "Moscow offers Tbilisi:", "Oslo set out its terms:" say nothing without the items.
    let hollow =
        |a: &Attribution| a.head.is_some_and(|h| told.contains(&h)) && a.source == Source::Phrase(lead.source.clone());
    let short = |a: &Attribution| a.content.iter().map(|c| sight.tokens_of(*c).len()).sum::<usize>() < ENOUGH;
    found.retain(|a| !(hollow(a) && short(a)));
    for b in items.clone() {
        let Some((mark, first)) = item_of(sight, b) else { continue };
        let spoken = item::is_dash(mark) && lead.act.is_none();
        found.extend(made(sight, &lead, first..sight.page.blocks[b].tokens.end, spoken));
    }
    items
}

fn sight_names(sight: &Sight, a: &Attribution) -> bool {
    matches!(&a.source, Source::Phrase(r) if sight.is_party(r))
}

/// One item’s statement.
fn made(sight: &Sight, lead: &Lead, tokens: Range<usize>, spoken: bool) -> Option<Attribution> {
    let from = tokens.start + usize::from(sight.low(tokens.start) == "that");
    let mut end = tokens.end;
    while end > from && (sight.is(end - 1, &[";", ",", ".", "and", "or"])) {
        end -= 1;
    }
    let (content, marked) = sight.unquoted(&(from..end))?;
    let sentence = sight.page.sentence_at(content.start)?;
    let frame = if sight.low(from) == "to" {
        Frames::INFINITIVE
    } else if sight.has_finite(&(from..end)) {
        Frames::THAT
    } else {
        Frames::NOUN
    };
    Some(Attribution {
        content: vec![content],
        frame,
        act: lead.act,
        object: lead.to.clone(),
        spoken: spoken || marked,
        rule: "an item of a list that the line before it leads in".into(),
        ..Attribution::by(sentence, Source::Elsewhere(lead.source.clone()))
    })
}

/// Who wants, offers or refuses what a list holds, by the words that lead it in; and how much these tell.
fn lead(sight: &Sight, told: &Range<usize>) -> Option<(u8, Lead)> {
    let hi = told.end - usize::from(sight.is(told.end.checked_sub(1)?, &[":", "."]));
    let mut best: Option<(u8, Lead)> = None;
    let may = |s: &Range<usize>| sight.is_party(s) || sight.among(s.end - 1, Is::Collective);
    for i in told.start..hi {
        for cue in sight.cues_at(i, hi) {
            let act = cue.entry.cue.act;
            let stated = matches!(act, None | Some(Act::State | Act::Announce | Act::Confirm));
            let (rank, source) = match cue.entry.cue.part {
                Part::Noun if !stated => (NOUN, owner(sight, cue.head, told.start, hi)),
                Part::Verb if !stated => (2, agent(sight, cue.head, told.start, hi)),
                Part::Verb => (1, agent(sight, cue.head, told.start, hi)),
                _ => continue,
            };
            let Some(source) = source.filter(|s| may(s) && !sight.is_outlet(s)) else { continue };
            if best.as_ref().is_none_or(|(r, _)| rank > *r) {
                let to = (cue.words.end.saturating_sub(1)..hi)
                    .find_map(|i| addressed(sight, i, cue.words.end, hi, &source))
                    .or_else(|| letter(sight, told, hi, &source));
                best = Some((rank, Lead { source, act: act.filter(|_| !stated), to }));
            }
        }
    }
    best
}

/// Whose conditions or offers a noun tells of: "Lima’s five demands", "the demands of Lima", "Lima named five conditions".
fn owner(sight: &Sight, noun: usize, lo: usize, hi: usize) -> Option<Range<usize>> {
    let of = noun + 1;
    if sight.is(of, &["of", "by", "from"]) {
        let end = sight.noun_phrase_right(of + 1, hi, false);
        return (end > of + 1).then_some(of + 1..end);
    }
    let genitive = (lo..noun).rev().take(6).find(|i| sight.is_genitive(*i));
    if let Some(mark) = genitive.filter(|g| *g > lo) {
        return Some(sight.noun_phrase_left(mark - 1, lo)..mark);
    }
    let possessive = (lo..noun).rev().take(4).find(|i| sight.is_possessive(*i));
    let verb = sight.verbs_in(&(lo..noun)).iter().rev().find(|v| v.finite && !v.passive);
    let subject = verb.and_then(|v| agent(sight, v.head, lo, hi));
    subject.or_else(|| possessive.map(|p| p..p + 1))
}

/// The subject of the active verb at `head`.
fn agent(sight: &Sight, head: usize, lo: usize, hi: usize) -> Option<Range<usize>> {
    let verb = sight.verb_at(head).filter(|v| v.head == head && v.finite && !v.passive)?;
    let subject = sight.subject(verb, lo, hi, 0)?.tokens;
    // "What Lima asks of La Paz"
    let what = usize::from(sight.is(subject.start, &["what"]));
    Some(subject.start + what..subject.end).filter(|s| !s.is_empty())
}

/// A party at token `i` to whom it is put: "offers Lima", "asks of Lima", "demands to Lima".
fn addressed(sight: &Sight, i: usize, from: usize, hi: usize, source: &Range<usize>) -> Option<Range<usize>> {
    let start = if i + 1 == from {
        from
    } else if sight.is(i, &["of", "from", "to", "on", "for", "towards", "toward", "against"]) {
        i + 1
    } else {
        return None;
    };
    let party = start..sight.noun_phrase_right(start, hi, false);
    let apart = party.end <= source.start || party.start >= source.end;
    (!party.is_empty() && apart && sight.is_party(&party) && !sight.is_outlet(&party)).then_some(party)
}

/// "In a letter to La Paz, Lima demands:"
fn letter(sight: &Sight, told: &Range<usize>, hi: usize, source: &Range<usize>) -> Option<Range<usize>> {
    let to = told.clone().filter(|i| sight.low(*i) == "to");
    to.filter_map(|i| addressed(sight, i, told.start, hi, source)).next()
}

/// Items inside a sentence: "Lima demands: 1) that …; 2) that …", "three conditions: a) …; b) …".
fn numbered(sight: &Sight, found: &mut Vec<Attribution>) {
    for s in 0..sight.page.sentences.len() {
        let range = sight.sentence(s);
        let starts: Vec<usize> = range.clone().filter(|i| *i > range.start && begins(sight, *i)).collect();
        let Some(first) = starts.first().copied().filter(|_| starts.len() >= 2) else { continue };
        let end = range.end - usize::from(sight.is(range.end - 1, &["."]));
        let Some(whole) = sight.span(&(first..end)) else { continue };
        let holds = |a: &Attribution| {
            a.content.iter().any(|c| c.overlaps(whole)) && a.cue.as_ref().is_some_and(|c| c.end <= first)
        };
        let outer = found.iter().filter(|a| a.sentence == s && holds(a)).max_by_key(|a| a.head).cloned();
        let Some(outer) = outer else { continue };
        let to = lead(sight, &(range.start..first)).and_then(|(_, lead)| lead.to);
        let none = Lead { source: 0..0, act: None, to: None };
        let inner = |a: &Attribution| a.cue.as_ref().is_some_and(|c| c.start >= first);
        found.retain(|a| a.sentence != s || a.head != outer.head && !inner(a));
        for (n, start) in starts.iter().enumerate() {
            let stop = starts.get(n + 1).copied().unwrap_or(end);
            let words = past_mark(sight, *start)..stop;
            let stop = (words.start..words.end).rev().find(|i| !sight.is(*i, &["(", ";", ",", "and", "or"]));
            let Some(stop) = stop else { continue };
            let one = made(sight, &none, words.start..stop + 1, false);
            let object = outer.object.clone().or_else(|| to.clone());
            found.extend(one.map(|one| Attribution { content: one.content, object, ..outer.clone() }));
        }
    }
}

/// Whether the mark of an item stands at token `i` ("1)", "(2)", "a)"), after a colon, a semicolon, a comma or "and".
fn begins(sight: &Sight, i: usize) -> bool {
    let word = sight.low(i);
    let may = word.len() == 1 || word.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    if !may || !sight.is(i - 1, &[":", ";", ",", "and", "or"]) {
        return false;
    }
    let at = sight.page.tokens.get(i).map(|t| t.span.start as usize);
    let text = at.and_then(|at| sight.page.text.get(at..)).unwrap_or_default();
    item::mark(text)
        .is_some_and(|(mark, width)| mark == '1' && text.get(width - 1..).is_some_and(|t| t.starts_with(") ")))
}

/// The first word after the mark of an item.
fn past_mark(sight: &Sight, i: usize) -> usize {
    let closes = (i..i + 4).find(|j| sight.low(*j).ends_with(')'));
    closes.map_or(i, |j| j + 1)
}
