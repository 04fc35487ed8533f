//! Interviews without marks: a paragraph that asks, then paragraphs that answer in the first person.

use super::{Attribution, Source, sight::Sight, speech::own};
use crate::lexicon::class::WordClass as Is;
use crate::{
    corpus::zone::ZoneKind,
    extract::{
        mention::{EntityKind, Mention},
        page::Page,
    },
    lexicon::act::Act,
    text::lower::Lower,
};
use std::{cmp::Reverse, ops::Range};

/// So many questions make an interview.
const ENOUGH: usize = 2;

/// Questions and answers that no cue, mark or label has claimed.
pub(super) fn interview(sight: &Sight, found: &[Attribution]) -> Vec<Attribution> {
    let blocks = &sight.page.blocks;
    let questions: Vec<usize> = (0..blocks.len()).filter(|b| asks(sight, *b)).collect();
    if questions.len() < ENOUGH {
        return Vec::new();
    }
    let answered =
        questions.iter().filter(|q| blocks.get(*q + 1).is_some_and(|_| speaks(sight, *q + 1, found))).count();
    if answered < ENOUGH {
        return Vec::new();
    }
    let first = questions[0];
    let dashes = sight.is_dash(blocks[first].tokens.start);
    let named = host(sight, first);
    let guest = named.clone().or_else(|| guest(sight, first));
    let mut speech = Vec::new();
    for (n, q) in questions.iter().enumerate() {
        let claimed = |b: usize| found.iter().any(|a| a.cue.is_none() && sight.page.sentences[a.sentence].block == b);
        if !claimed(*q) && !sight.is_dash(blocks[*q].tokens.start) {
            let start = after_label(sight, &blocks[*q].tokens);
            if let Some(content) = sight.span(&(start..blocks[*q].tokens.end)) {
                let mut asked = own(blocks[*q].sentences.start, content, "a question of an interview");
                (asked.source, asked.act) = (Source::Nobody, Some(Act::Ask));
                speech.push(asked);
            }
        }
        let end = questions.get(n + 1).copied().unwrap_or(blocks.len());
        for (b, block) in blocks.iter().enumerate().take(end).skip(*q + 1) {
            // After questions that a dash opens come answers that it opens.
            if !speaks(sight, b, found) || dashes && !sight.is_dash(block.tokens.start) {
                break;
            }
            if claimed(b) || sight.is_dash(block.tokens.start) {
                continue;
            }
            let Some(content) = sight.span(&block.tokens) else { continue };
            let mut answer = own(block.sentences.start, sight.trimmed(content), "an answer of an interview");
            // A name before a colon told who answers, else the one of whom the article told before.
            let labelled = named.is_none()
                && found.iter().any(|a| a.cue.is_none() && a.spoken && a.sentence < block.sentences.start);
            if let Some(guest) = guest.clone().filter(|_| !labelled) {
                answer.source = Source::Elsewhere(guest);
            }
            speech.push(answer);
        }
    }
    speech
}

/// A paragraph that only asks, without marks of speech and without a cue outside its clauses.
fn asks(sight: &Sight, b: usize) -> bool {
    let block = &sight.page.blocks[b];
    let tokens = block.tokens.clone();
    block.zone == ZoneKind::Body
        && (3..=90).contains(&tokens.len())
        && sight.low(tokens.end - 1) == "?"
        && !tokens.clone().any(|i| sight.quoted[i].is_some() && i + 2 >= tokens.end)
        && !sight.is_quote_mark(tokens.start)
}

/// Whether a paragraph can be an answer: its writer says "I" or "we", or nobody is quoted in it.
fn speaks(sight: &Sight, b: usize, found: &[Attribution]) -> bool {
    let Some(block) = sight.page.blocks.get(b) else { return false };
    if block.zone != ZoneKind::Body || block.tokens.is_empty() || asks(sight, b) {
        return false;
    }
    let first_person = |i: usize| sight.among(i, Is::FirstPersonOrSelf) && sight.quoted[i].is_none();
    let labelled = found.iter().any(|a| a.cue.is_none() && a.sentence == block.sentences.start);
    let told = found.iter().any(|a| {
        a.cue.is_some() && sight.page.sentences[a.sentence].block == b && !super::speech::inner_speaker(sight, a)
    });
    // "Romeo Browner demanded …": a report stands between.
    let person = |r: &Range<usize>| r.clone().any(|i| sight.names_person(i));
    let reported = found.iter().any(|a| {
        sight.page.sentences[a.sentence].block == b
            && a.cue.is_some()
            && matches!(&a.source, Source::Phrase(r) if person(r))
    });
    labelled || !reported && block.tokens.clone().any(first_person) || !told && !sight.is_quote_mark(block.tokens.start)
}

/// Whom questions opened by a dash are put to, where at least two are answered by what a dash opens as well.
pub(super) fn guest_of_dashes(sight: &Sight) -> Option<Range<usize>> {
    let dash = |b: usize| {
        let block = sight.page.blocks.get(b)?;
        let opened = block.zone == ZoneKind::Body && !block.tokens.is_empty() && sight.is_dash(block.tokens.start);
        opened.then(|| sight.low(block.tokens.end - 1) == "?")
    };
    let mut questions = (0..sight.page.blocks.len()).filter(|b| dash(*b) == Some(true) && dash(b + 1) == Some(false));
    let first = questions.next()?;
    questions.nth(ENOUGH - 2).and_then(|_| host(sight, first).or_else(|| guest(sight, first)))
}

/// Past "AFP:", "QUESTION:".
fn after_label(sight: &Sight, tokens: &Range<usize>) -> usize {
    let colon = (tokens.start..tokens.end.min(tokens.start + 5)).find(|i| sight.low(*i) == ":");
    colon.map_or(tokens.start, |colon| colon + 1)
}

/// Whom a sentence before the questions names as the one who answers: "Interview with NAME, ROLE", "NAME answers our
/// questions", "We spoke to NAME"; the nearest one. A mention’s number.
pub fn interviewed(page: &Page, mentions: &[Mention], before: usize) -> Option<usize> {
    (0..before).rev().find_map(|s| {
        let sentence = page.sentences.get(s)?;
        let range = sentence.tokens.clone();
        let is = |i: usize, class: Is| class.has(&page.word(i).low());
        let talk = |i: &usize| {
            is(*i, Is::Interview)
                || is(*i, Is::TalkedVerb)
                    && matches!(page.word(i + 1), "to" | "with")
                    && (range.start..*i).any(|j| is(j, Is::FirstPersonWord))
                || is(*i, Is::AnswersVerb) && (i + 1..range.end.min(i + 5)).any(|j| page.word(j) == "questions")
        };
        let word = page.tokens.get(range.clone().find(talk)?)?.span;
        let first = mentions.partition_point(|m| m.span.start < sentence.span.start);
        let named = mentions.iter().enumerate().skip(first).take_while(|(_, m)| m.span.end <= sentence.span.end);
        let person = |m: &(usize, &Mention)| m.1.kind == EntityKind::Person;
        let after = || named.clone().filter(|m| m.1.span.start > word.end);
        // "in an interview with Nile Mail, Siddig said": the medium asks.
        let asker =
            after().find(|m| !matches!(m.1.kind, EntityKind::Country | EntityKind::Place)).is_some_and(|m| !person(&m));
        let told = || named.clone().filter(|m| m.1.span.end <= word.start).filter(person).last();
        let answers = if asker { told().or_else(|| after().find(person)) } else { after().find(person).or_else(told) };
        answers.map(|m| m.0)
    })
}

/// The words that name whom [`interviewed`] finds before the questions.
pub(super) fn host(sight: &Sight, question: usize) -> Option<Range<usize>> {
    let before = sight.page.blocks.get(question)?.sentences.start;
    let named = interviewed(sight.page, sight.mentions, before)?;
    Some(sight.tokens_of(sight.mentions.get(named)?.span)).filter(|r| !r.is_empty())
}

/// Whom the article named most, as a person, before its first question; of several, the one whom it names most in all.
fn guest(sight: &Sight, question: usize) -> Option<Range<usize>> {
    let end = sight.page.blocks.get(question)?.span.start;
    let persons: Vec<&Mention> = sight.mentions.iter().filter(|m| m.kind == EntityKind::Person).collect();
    let before = persons.partition_point(|m| m.span.start < end);
    let family = |m: &Mention| m.span.of(sight.page.text).split_whitespace().last();
    let count = |of: &[&Mention], m: &Mention| of.iter().filter(|o| family(o) == family(m)).count();
    let named = |n: &usize| (count(&persons[..before], persons[*n]), count(&persons, persons[*n]), Reverse(*n));
    let best = persons[(0..before).max_by_key(named)?];
    let range = sight.tokens_of(best.span);
    (!range.is_empty()).then_some(range)
}
