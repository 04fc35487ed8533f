//! Reported speech that goes on without a cue: "The plan is dead, she said. [Berlin should draw up another.]" A reporter tells
//! what happened; what will, should or can be, what is on a condition, and what “we” do is still the speaker's.

use super::{
    Attribution, Source,
    sight::{Sight, Verb},
    speech::{inner_speaker, own},
};
use crate::{
    corpus::zone::ZoneKind,
    lexicon::{class::WordClass as Is, cue::Frames},
};
use std::ops::Range;

/// Sentences that go on with what the sentence before them in their paragraph reports.
pub(super) fn go_on(sight: &Sight, found: &[Attribution]) -> Vec<Attribution> {
    let mut more = Vec::new();
    for block in sight.page.blocks.iter().filter(|b| b.zone == ZoneKind::Body) {
        // Whether somebody's words end the sentence before.
        let mut reported = false;
        for s in block.sentences.clone() {
            let range = sight.sentence(s);
            let Some(span) = sight.span(&range) else { continue };
            let from = found.partition_point(|a| a.sentence < s);
            let here = found.get(from..).unwrap_or_default();
            let here = here.get(..here.partition_point(|a| a.sentence == s)).unwrap_or_default();
            let before = found.get(..from).unwrap_or_default().iter().rev().take(12);
            let covered = before.chain(here).any(|a| a.content.iter().any(|c| c.overlaps(span)));
            if here.is_empty() && !covered {
                if reported && unmarked(sight, &range) && is_view(sight, &range) {
                    let told = own(s, sight.trimmed(span), "a sentence that goes on with what is reported: no fact");
                    more.push(Attribution { spoken: false, ..told });
                }
            } else if !here.is_empty() {
                reported = here.iter().any(|a| ends_with(sight, a, &range));
            }
        }
    }
    more
}

/// Whether somebody's words, or the cue behind them, end a sentence.
fn ends_with(sight: &Sight, a: &Attribution, range: &Range<usize>) -> bool {
    let end = a.content.last().map_or(0, |c| sight.tokens_of(*c).end);
    let marked = a.cue.as_ref().is_some_and(|c| sight.is_quoted(c.start));
    a.frame.has(Frames::THAT.or(Frames::BARE).or(Frames::QUOTE))
        && a.source != Source::Nobody
        && a.cue.is_some()
        && !inner_speaker(sight, a)
        && !marked
        && (end + 2 >= range.end || a.head.is_some_and(|h| h >= end))
}

/// Whether a sentence stands in no marks, and asks nothing.
fn unmarked(sight: &Sight, range: &Range<usize>) -> bool {
    let marked = |i: usize| sight.is_quoted(i) || sight.is_quote_mark(i);
    !marked(sight.first_word(range.start)) && !marked(range.end - 1) && sight.is(range.end - 1, &[".", "!"])
}

/// Whether a sentence tells what will, should or can be, what is on a condition, or what “we” do.
fn is_view(sight: &Sight, range: &Range<usize>) -> bool {
    let first = sight.first_word(range.start);
    let dated = range.clone().any(|i| sight.dated(i));
    // "would not comment"
    let silent = |h: usize| sight.among(h, Is::KeptBackVerb);
    // "the insult that he could not bear": a main verb, first or behind a comma.
    let verbs = || sight.verbs_in(range).iter().filter(|v| v.finite);
    let main = |start: usize| {
        let after = verbs().take_while(|v| v.head < start).last().map_or(range.start, |v| v.head + 1);
        after == range.start
            || (after..start).any(|i| sight.is(i, &[",", ";", "and", "but"]))
                && !(after..start).any(|i| sight.is_relative(i) || sight.among(i, Is::QuestionWord))
    };
    let views =
        |v: &Verb| v.modal.is_some() && !(v.negated && silent(v.head)) && !sight.is_quoted(v.head) && main(v.start);
    !dated && verbs().any(views)
        || verbs().next().is_some()
            && (sight.among(first, Is::Condition)
                || sight.is(first, &["i", "we", "let"])
                || sight.low(first) == "there"
                    && sight.is(first + 1, &["is", "are"])
                    && sight.is(first + 2, &["no", "nothing"]))
}
