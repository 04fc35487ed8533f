//! Sentences that a translation cut in two: "… wants NATO to stop. Never to admit Ukraine." and "… said a spokesman. Jen Psaki."

use super::{Attribution, Source, sight::Sight};
use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::mention::EntityKind,
    lexicon::cue::{Cues, Frames, Part},
    text::tag::Tag,
};
use std::ops::Range;

/// Gives sentences that are no sentences to the statement that they go on, and names that stand alone to their role.
pub(super) fn join(sight: &Sight, found: &mut [Attribution]) {
    for s in 1..sight.page.sentences.len() {
        if sight.page.sentences[s].block != sight.page.sentences[s - 1].block {
            continue;
        }
        let range = sight.sentence(s);
        if let Some(name) = lone_name(sight, &range) {
            name_the_role(sight, s - 1, &name, found);
        } else if let Some(frames) = dependent(sight, &range) {
            go_on(sight, s - 1, &range, frames, found);
        }
    }
}

/// "He said that nothing was planted; the mast is old.": the clause after the mark goes on with what is said, where it has no
/// cue of its own.
pub(super) fn past_semicolons(sight: &Sight, s: usize, found: &mut [Attribution]) {
    let range = sight.sentence(s);
    let parts = |i: &usize| sight.low(*i) == ";" && sight.quoted[*i].is_none();
    for semi in range.clone().filter(parts) {
        let end = (semi + 1..range.end).find(parts).unwrap_or(range.end);
        let told = |a: &Attribution| a.head.is_some_and(|h| (semi..end).contains(&h));
        let marked = (semi..end).any(|i| sight.is_quote_mark(i));
        if marked || found.iter().any(told) || !sight.has_finite(&(semi + 1..end)) {
            continue;
        }
        let reports = |a: &&mut Attribution| {
            a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE))
                && !a.spoken
                && a.cue.as_ref().is_some_and(|c| c.start < semi)
                && a.verb.as_ref().is_none_or(|v| v.finite && sight.quoted[v.head].is_none())
                && a.content.last().is_some_and(|c| sight.tokens_of(*c).end == semi)
        };
        let outer = found.iter_mut().filter(reports).min_by_key(|a| a.content.first().map(|c| c.start));
        if let Some(a) = outer
            && let Some(last) = a.content.last_mut()
            && let Some(more) = sight.span(&(semi + 1..end))
        {
            *last = sight.trimmed(last.cover(more));
        }
    }
}

/// The tokens of a person's name that are all of a sentence.
fn lone_name(sight: &Sight, range: &Range<usize>) -> Option<Range<usize>> {
    let mention = sight.named(range.start).filter(|m| sight.mentions[*m].kind == EntityKind::Person)?;
    let end = range.clone().find(|i| sight.named(*i) != Some(mention)).unwrap_or(range.end);
    (end..range.end).all(|i| sight.is(i, &[".", ","])).then_some(range.start..end)
}

/// "said a White House spokesman. [Jen Psaki]": the source that ends the sentence before takes the name in.
fn name_the_role(sight: &Sight, before: usize, name: &Range<usize>, found: &mut [Attribution]) {
    let end = sight.sentence(before).end;
    let unnamed = |r: &Range<usize>| {
        r.end + 1 == end
            && sight.is(end - 1, &["."])
            && sight.among(r.end - 1, Is::Role)
            && !r.clone().any(|i| sight.names_person(i))
    };
    for a in found.iter_mut().filter(|a| a.sentence == before) {
        if let Source::Phrase(r) = &mut a.source
            && unnamed(r)
        {
            r.end = name.end;
        }
    }
}

/// The frames in which a sentence can only go on: "[Never to grant …]", "[That no troops be placed …]", "[For NATO to leave …]".
fn dependent(sight: &Sight, range: &Range<usize>) -> Option<Frames> {
    let mut first = range.start;
    while sight.among(first, Is::FragmentLeadIn) {
        first += 1;
    }
    let last = range.end.checked_sub(1)?;
    if !sight.is(last, &[".", "!", ";"]) || sight.quoted[first].is_some() || last < first + 3 {
        return None;
    }
    // Finite verbs that no word before them makes dependent: a whole sentence has one.
    let opens = |i: usize| sight.among(i, Is::DependentOpener);
    let clauses = |from: usize| {
        let verbs = sight.verbs_in(&(from..range.end)).iter();
        verbs.filter(|v| v.finite && v.start >= from && !(from..v.start).any(opens)).count()
    };
    let infinitive = sight.infinitive_at(first);
    match sight.low(first) {
        _ if infinitive && clauses(first) == 0 => Some(Frames::INFINITIVE.or(Frames::TO_NOUN)),
        "that" if sight.clause_at(first + 1, range.end) && sight.tag(first) != Tag::Det && clauses(first + 1) == 1 => {
            Some(Frames::THAT)
        }
        _ => None,
    }
}

/// Adds the sentence to the innermost statement of the one before that reaches its end and takes such words.
fn go_on(sight: &Sight, before: usize, range: &Range<usize>, frames: Frames, found: &mut [Attribution]) {
    let Some(stop) = sight.sentence(before).end.checked_sub(1) else { return };
    let takes = |a: &Attribution| {
        a.frame.has(frames)
            || Cues::shared().starting(a.head.map_or("", |h| sight.low(h))).iter().any(|e| {
                matches!(e.cue.part, Part::Verb | Part::Noun) && e.lemma == a.lemma && e.cue.frames.has(frames)
            })
    };
    let reaches = |a: &&mut Attribution| {
        a.sentence == before
            && !a.spoken
            && takes(a)
            && a.content.last().is_some_and(|c| sight.tokens_of(*c).end == stop)
    };
    let innermost = found.iter_mut().filter(reaches).max_by_key(|a| a.content.first().map(|c| c.start));
    let mut start = range.start;
    while sight.among(start, Is::LeadInOrThat) {
        start += 1;
    }
    if let (Some(a), Some(span)) = (innermost, sight.span(&(start..range.end))) {
        a.content.push(sight.trimmed(span));
        a.rule.push_str(", with the sentence after it that only goes on");
    }
}
