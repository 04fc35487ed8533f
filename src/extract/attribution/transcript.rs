//! Transcripts: a label before each turn ("QUESTION:", "MR RAHMAN:", "A:", "Interfax:", "Lind —"), and paragraphs that go on without one.

use super::{
    Attribution, Source,
    interview::host,
    sight::Sight,
    speech::{inner_speaker, own},
};
use crate::lexicon::class::WordClass as Is;
use crate::{
    corpus::zone::ZoneKind,
    lexicon::{act::Act, cue::Frames},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

/// So many turns make a transcript.
const ENOUGH: usize = 3;

/// How many tokens a label may have.
const LONGEST: usize = 6;

/// A labelled paragraph.
struct Turn {
    block: usize,
    colon: usize,
    asks: bool,
    /// Its label is in capitals.
    shouted: bool,
    /// Who speaks; `None` where the label is only "A", or a word for those who ask.
    who: Option<Range<usize>>,
}

/// Reads a transcript’s turns, if the page is one; gives the paragraphs that they take.
pub(super) fn transcript(sight: &Sight, found: &mut Vec<Attribution>) -> Vec<usize> {
    let mut turns: Vec<Turn> = (0..sight.page.blocks.len()).filter_map(|b| turn(sight, b)).collect();
    let asked = turns.iter().filter(|t| t.asks).count();
    let talk = turns.len() >= ENOUGH && asked > 0 && asked < turns.len();
    if !talk {
        // Nobody asks, but a speaker's label in capitals comes again: "SPECIAL ENVOY ANNA LIND: …", "MS LIND: …".
        turns.retain(|t| t.shouted && t.who.as_ref().is_some_and(|who| is_speaker(sight, who)));
        let last = |t: &Turn| t.who.as_ref().map(|who| sight.low(who.end - 1));
        if !turns.iter().enumerate().any(|(i, t)| turns[..i].iter().any(|other| last(other) == last(t))) {
            return Vec::new();
        }
    }
    // "A: …": whom a heading or the lead names as interviewed.
    let host = turns.first().filter(|_| talk).and_then(|t| host(sight, t.block));
    let (mut taken, mut speaker) = (Vec::new(), host);
    for (n, turn) in turns.iter().enumerate() {
        let block = &sight.page.blocks[turn.block];
        let Some(span) = sight.span(&(turn.colon + 1..block.tokens.end)) else { continue };
        taken.push(turn.block);
        if turn.asks {
            let mut question = own(block.sentences.start, span, "an interviewer’s question");
            question.source = turn.who.clone().map_or(Source::Nobody, Source::Phrase);
            question.act = Some(Act::Ask);
            found.push(question);
        }
        // A question's paragraphs without a label answer it, where one speaks of oneself.
        let who = turn.who.clone().filter(|_| !turn.asks).or_else(|| speaker.clone());
        speaker.clone_from(&who);
        if turn.asks && who.is_none() {
            continue;
        }
        let mut answer = own(block.sentences.start, sight.trimmed(span), "an answer in a transcript");
        answer.source = match (&turn.who, &who) {
            (Some(who), _) => Source::Phrase(who.clone()),
            (None, Some(who)) => Source::Elsewhere(who.clone()),
            (None, None) => Source::Continued,
        };
        if !turn.asks {
            found.push(answer);
        }
        let end = turns.get(n + 1).map_or(sight.page.blocks.len(), |t| t.block);
        for b in turn.block + 1..end {
            let first_person = |i: usize| sight.among(i, Is::FirstPersonWord);
            if (!talk || turn.asks) && !sight.page.blocks[b].tokens.clone().any(first_person) {
                break;
            }
            let Some(more) = goes_on(sight, b, n + 1 < turns.len(), found) else { break };
            taken.push(b);
            let mut more = own(sight.page.blocks[b].sentences.start, more, "an answer in a transcript");
            more.source = who.clone().map_or(Source::Continued, Source::Elsewhere);
            found.push(more);
        }
    }
    taken
}

/// "A: …"
fn is_answer_label(sight: &Sight, block: &Range<usize>) -> bool {
    block.len() > 1
        && matches!(sight.page.word(block.start), "A" | "Answer" | "ANSWER")
        && sight.low(block.start + 1) == ":"
}

fn turn(sight: &Sight, b: usize) -> Option<Turn> {
    let block = &sight.page.blocks[b];
    let range = block.tokens.clone();
    if block.zone != ZoneKind::Body || range.len() < 4 {
        return None;
    }
    let marks = |i: &usize| sight.low(*i) == ":" || sight.is_dash(*i) && !sight.glued(*i);
    let colon = range.clone().take(LONGEST + 1).find(marks).filter(|c| *c > range.start)?;
    let label = range.start..colon;
    let dash = sight.low(colon) != ":";
    let question = sight.low(range.end - 1) == "?";
    if sight.among(colon - 1, Is::Interviewer) && sight.verbs_in(&label).is_empty() {
        return question.then_some(Turn { block: b, colon, asks: true, shouted: false, who: None });
    }
    if is_answer_label(sight, &range) {
        return Some(Turn { block: b, colon, asks: false, shouted: false, who: None });
    }
    // A medium that nothing lists: a name, a question, and "A: …" after it.
    let person = |i: usize| sight.names_person(i);
    let answered = || sight.page.blocks.get(b + 1).is_some_and(|next| is_answer_label(sight, &next.tokens));
    let capitals = || label.clone().all(|i| sight.page.word(i).starts_with(char::is_uppercase));
    // "NILE MAIL: What will you do?", and again.
    let again = || {
        let asks = |r: &Range<usize>| sight.low(r.end - 1) == "?";
        let same = |r: &Range<usize>| {
            r.len() > colon + 1 - range.start
                && (range.start..=colon).zip(r.start..).all(|(i, j)| sight.low(i) == sight.low(j))
        };
        let mut others = sight.page.blocks.iter().map(|o| &o.tokens);
        !label.clone().any(person) && others.any(|o| *o != range && same(o) && asks(o))
    };
    if question && (sight.is_outlet(&label) || capitals() && (answered() || again())) {
        return Some(Turn { block: b, colon, asks: true, shouted: false, who: Some(label) });
    }
    let shouted = label.clone().all(|i| is_shouted(sight.page.word(i)) || sight.tag(i) == Tag::Punct)
        && label.clone().any(|i| sight.page.word(i).len() >= 3);
    (shouted && !dash || label.clone().all(person)).then_some(Turn {
        block: b,
        colon,
        asks: false,
        shouted,
        who: Some(label),
    })
}

/// Whether a label names a person or an office.
fn is_speaker(sight: &Sight, label: &Range<usize>) -> bool {
    label.clone().any(|i| sight.names_person(i) || sight.among(i, Is::Role))
}

fn is_shouted(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '\'' | '’'))
}

/// What a paragraph without a label says, if whoever spoke before it goes on: nobody else is quoted in it, and another turn
/// follows or it is told in the first person.
fn goes_on(sight: &Sight, b: usize, between: bool, found: &[Attribution]) -> Option<Span> {
    let block = &sight.page.blocks[b];
    let reported = |a: &Attribution| {
        sight.page.sentences[a.sentence].block == b
            && a.cue.is_some()
            && !inner_speaker(sight, a)
            && matches!(&a.source, Source::Phrase(r) if sight.is_party(r))
            && a.frame.has(Frames::QUOTE.or(Frames::THAT).or(Frames::BARE))
    };
    let first_person = || block.tokens.clone().any(|i| sight.among(i, Is::FirstPersonWithMe));
    let speech = block.zone == ZoneKind::Body
        && sight.has_finite(&block.tokens)
        && !block.tokens.clone().any(|i| sight.is_quote_mark(i))
        && (first_person() || between && !found.iter().any(reported));
    speech.then(|| sight.span(&block.tokens)).flatten().map(|span| sight.trimmed(span))
}
