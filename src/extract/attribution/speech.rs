//! Quotations that no cue has claimed: those that go on after their cue's sentence, those in a paragraph of their own,
//! dash speech without a speaker, questions of an interviewer, "Name: words".

use super::{Attribution, Source, interview, label, list, sight::Sight};
use crate::lexicon::class::WordClass as Is;
use crate::text::{order::Order, tag::Tag};
use crate::{
    corpus::zone::ZoneKind,
    extract::page::Block,
    lexicon::{act::Act, cue::Frames},
    text::span::Span,
};
use std::ops::Range;

/// Attaches unclaimed quotations to the cue before them, or makes them statements of their own.
pub fn attach(sight: &Sight, found: &mut Vec<Attribution>) {
    let items = list::lists(sight, found);
    label::labelled_speech(sight, found, &items);
    let read = [ZoneKind::Body, ZoneKind::Headline];
    let body = |(b, block): &(usize, &Block)| read.contains(&block.zone) && !items.contains(b);
    for s in sight.page.blocks.iter().enumerate().filter(body).flat_map(|(_, block)| block.sentences.clone()) {
        found.extend(sight.after_colon(s, found));
    }
    found.order_by_key(|a| (a.sentence, a.head.unwrap_or(0), a.content.first().map(|c| c.start)));
    let mut added = Vec::new();
    // Whom an interviewer's question named, else the interview's guest: what follows is the answer.
    let guest = interview::guest_of_dashes(sight);
    let mut asked: Option<Range<usize>> = None;
    for (b, block) in sight.page.blocks.iter().enumerate() {
        if !matches!(block.zone, ZoneKind::Body | ZoneKind::Caption) || block.tokens.is_empty() || items.contains(&b) {
            continue;
        }
        let first = block.tokens.start;
        if sight.is_dash(first) {
            dash_goes_on(sight, b, found);
            let mut speech = dash_speech(sight, b, found);
            if let Some(speech) = &mut speech {
                match (&speech.source, &asked) {
                    (Source::Nobody, _) => asked = speech.object.clone().or_else(|| guest.clone()),
                    (Source::Continued, Some(name)) => speech.source = Source::Elsewhere(name.clone()),
                    _ => {}
                }
            }
            added.extend(speech);
            continue;
        }
        asked = None;
        let before = added.len();
        let from = sight.quotations.partition_point(|q| q.outer.end <= block.span.start);
        let to = sight.quotations.partition_point(|q| q.outer.start < block.span.end);
        for q in from..to {
            pair_speech(sight, b, q, found, &mut added);
        }
        if before == added.len() {
            added.extend(announced_speech(sight, b, found));
        }
    }
    found.extend(added);
    close_in_next(sight, found);
    let answers = interview::interview(sight, found);
    found.extend(answers);
    found.extend(quoted_title(sight, found, guest));
    found.retain(|a| !a.content.is_empty() || a.rule == "passed on by");
    found.order_by_key(|a| (a.sentence, a.head.unwrap_or(0), a.content.first().map(|c| c.start)));
}

/// Marks that open in one paragraph and close in the next: one speaker, named where they close.
fn close_in_next(sight: &Sight, found: &mut [Attribution]) {
    for i in 0..found.len() {
        let b = sight.page.sentences[found[i].sentence].block;
        let open = found[i].cue.is_none()
            && found[i].source == Source::Continued
            && found[i].content.iter().all(|c| {
                let mut held = sight.quotations.iter().filter(|q| q.inner.contains(*c));
                held.next().is_some_and(|q| q.outer.end == q.inner.end)
            });
        if !open {
            continue;
        }
        let closes = |a: &&Attribution| {
            sight.page.sentences[a.sentence].block == b + 1
                && a.frame == Frames::QUOTE
                && a.cue.is_some()
                && a.content.first().is_some_and(|c| c.start <= sight.page.blocks[b + 1].span.start + 1)
        };
        if let Some(Source::Phrase(who)) = found.iter().find(closes).map(|a| a.source.clone()) {
            found[i].source = Source::Elsewhere(who);
        }
    }
}

/// A title that is nothing but a quotation: an interview's guest said it, or whoever speaks first in the text.
fn quoted_title(sight: &Sight, found: &[Attribution], guest: Option<Range<usize>>) -> Option<Attribution> {
    let block = sight.page.blocks.iter().find(|b| b.zone == ZoneKind::Headline && !b.tokens.is_empty())?;
    let quotation = sight.quotations.iter().find(|q| q.outer.start == block.span.start)?;
    let whole = quotation.outer.end + 1 >= block.span.end;
    let taken = found
        .iter()
        .any(|a| a.sentence == block.sentences.start && a.content.iter().any(|c| c.overlaps(quotation.inner)));
    if !whole || taken {
        return None;
    }
    let body = |a: &&Attribution| sight.page.zone(a.sentence) == ZoneKind::Body;
    let first = || {
        found.iter().filter(body).find_map(|a| match &a.source {
            Source::Phrase(r) | Source::Elsewhere(r)
                if sight.is_party(r) && !sight.is_outlet(r) && !sight.is_personal(r.start) =>
            {
                Some(r.clone())
            }
            _ => None,
        })
    };
    let first = guest.or_else(first)?;
    let mut title = own(block.sentences.start, sight.trimmed(quotation.inner), "a title in quotation marks");
    title.source = Source::Elsewhere(first);
    Some(title)
}

/// The attributions of the sentences around one; they are sorted by sentence.
fn near(found: &[Attribution], sentence: usize) -> &[Attribution] {
    let from = found.partition_point(|a| a.sentence + 15 < sentence);
    let to = found.partition_point(|a| a.sentence <= sentence + 15);
    &found[from..to.max(from)]
}

/// Whether a cue outside the quotation has it, or a part of it.
fn claimed(sight: &Sight, found: &[Attribution], span: Span) -> bool {
    let outside = |a: &&Attribution| a.cue.as_ref().and_then(|c| sight.span(c)).is_none_or(|c| !span.contains(c));
    let at = sight.page.sentences.partition_point(|s| s.span.end <= span.start);
    near(found, at).iter().filter(outside).any(|a| a.content.iter().any(|c| c.contains(span) || span.contains(*c)))
}

pub(super) fn own(sentence: usize, content: Span, rule: &str) -> Attribution {
    Attribution {
        content: vec![content],
        frame: Frames::QUOTE,
        spoken: true,
        rule: rule.into(),
        ..Attribution::by(sentence, Source::Continued)
    }
}

/// A pair of quotation marks around whole sentences.
fn pair_speech(sight: &Sight, b: usize, q: usize, found: &mut [Attribution], added: &mut Vec<Attribution>) {
    let quotation = sight.quotations[q];
    let content = sight.trimmed(quotation.inner);
    let tokens = sight.tokens_of(quotation.inner);
    if tokens.len() < 3 || claimed(sight, found, content) {
        return;
    }
    let block = &sight.page.blocks[b];
    let open = tokens.start.saturating_sub(1);
    let alone =
        open <= block.tokens.start || sight.among(open - 1, Is::SpeechBoundary) || sight.is_quote_mark(open - 1);
    let Some(sentence) = sight.page.sentence_at(quotation.inner.start) else { return };
    if !alone || sight.verbs_in(&tokens).iter().all(|v| !v.finite) && tokens.len() < 8 {
        return;
    }
    // "“Delimit what?” the diplomats shrugged.", "The deputy gets serious: “…”"
    if let Some((who, verb)) = named_beside(sight, q) {
        let mut speech = own(sentence, content, "quotation beside a party and its verb");
        speech.source = Source::Phrase(who);
        speech.cue = verb;
        added.push(speech);
        return;
    }
    // In the paragraph of its speaker, after "he said.": one statement in several pieces.
    let last = found
        .iter_mut()
        .rev()
        .filter(|a| {
            a.sentence <= sentence
                && a.content.iter().all(|c| c.start < content.start)
                && a.head.is_none_or(|h| sight.quoted[h] != Some(q))
        })
        .max_by_key(|a| (a.sentence, a.head));
    if let Some(last) = last {
        let same_block = sight.page.sentences[last.sentence].block == b;
        let colon = last.content.is_empty();
        if same_block && last.frame == Frames::QUOTE && last.spoken && sentence <= last.sentence + 2 || colon {
            last.content.push(content);
            return;
        }
    }
    added.push(own(sentence, content, "quotation without a speaker: whoever spoke last"));
}

/// Who is named in the rest of a quotation's sentence, with the verb, though no cue claims the words.
fn named_beside(sight: &Sight, q: usize) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let outer = sight.tokens_of(sight.quotations[q].outer);
    let speaks = |r: &Range<usize>| {
        !r.is_empty()
            && (sight.is_party(r) || sight.is_personal(r.start))
            && !sight.is_outlet(r)
            && !sight.is_mindless(r)
            && !sight.among(r.start, Is::PronounNoSpeaker)
    };
    let whole = |from: usize, hi: usize| from..sight.with_apposition(from, sight.noun_phrase_right(from, hi, true), hi);
    let plain = |r: &Range<usize>| !r.clone().any(|i| sight.is_quote_mark(i) || sight.is(i, &[":", ";"]));
    let s = sight.page.sentence_at(sight.quotations[q].inner.end.saturating_sub(1))?;
    let hi = sight.sentence(s).end;
    let from = (outer.end..hi).find(|i| !sight.is(*i, &[",", "so"]) && !sight.is_dash(*i) && !sight.is_quote_mark(*i));
    if let Some(from) = from.filter(|from| from + 1 < hi && plain(&(*from..hi))) {
        // "vented a White House official", "shouted through a megaphone Pierre-Louis"
        if let Some(verb) = sight.verb_from(from).filter(|v| v.finite) {
            let near = (verb.head + 1..hi.min(verb.head + 6)).map(|i| whole(i, hi));
            let somebody = |r: &Range<usize>| {
                speaks(r) || r.len() > 1 && sight.tag(r.start) == Tag::Det && !sight.is_mindless(r) && r.end + 1 >= hi
            };
            let mut near = near.into_iter();
            let who = near.find(|r| !r.is_empty() && somebody(r) && !sight.is_personal(r.start))?;
            return Some((who, Some(verb.head..verb.head + 1)));
        }
        let who = whole(from, hi);
        let after = who.end + usize::from(sight.low(who.end) == ",");
        let verb = (after..hi.min(after + 4)).find_map(|i| sight.verb_from(i).filter(|v| v.finite));
        return verb.filter(|_| speaks(&who)).map(|v| (who, Some(v.head..v.head + 1)));
    }
    // "Tekdal, from his account, showed reaction: “…”"
    let colon = outer.start.checked_sub(1).filter(|i| sight.low(*i) == ":")?;
    let lo = sight.sentence(sight.page.sentence_at(sight.page.tokens.get(colon)?.span.start)?).start;
    let who = whole(sight.first_word(lo), colon);
    let verb = sight.verbs_in(&(who.end..colon)).iter().find(|v| v.finite)?;
    (speaks(&who) && plain(&(lo..colon))).then(|| (who, Some(verb.head..verb.head + 1)))
}

/// "– We stay, – said Kim. – And we wait.": further sentences that a dash opens belong to the words before them.
fn dash_goes_on(sight: &Sight, b: usize, found: &mut [Attribution]) {
    let sentences = sight.page.blocks[b].sentences.clone();
    for s in sentences.clone().skip(1) {
        let range = sight.sentence(s);
        let told = found.iter().any(|a| a.sentence == s && a.head.is_some() && !inner_speaker(sight, a));
        if !sight.is_dash(range.start) || told {
            continue;
        }
        let last = found
            .iter_mut()
            .rev()
            .filter(|a| sentences.contains(&a.sentence) && a.sentence < s && a.spoken)
            .max_by_key(|a| (a.sentence, a.head));
        if let (Some(last), Some(span)) = (last, sight.span(&(range.start + 1..range.end))) {
            last.content.push(sight.trimmed(span));
        }
    }
}

/// A paragraph opened by a dash.
fn dash_speech(sight: &Sight, b: usize, found: &mut [Attribution]) -> Option<Attribution> {
    let block = &sight.page.blocks[b];
    let mut from = block.tokens.start;
    while sight.is_dash(from) {
        from += 1;
    }
    let mut to = block.tokens.end;
    let mut goes_on: Option<&Attribution> = None;
    // Up to the first sentence that has a cue of its own, unless that cue takes all of it.
    let clausal = Frames::QUOTE.or(Frames::THAT).or(Frames::BARE);
    let reports =
        |a: &&Attribution| sight.page.sentences[a.sentence].block == b && a.head.is_some() && a.frame.has(clausal);
    for a in near(found, block.sentences.start).iter().filter(reports) {
        let start = sight.page.sentences[a.sentence].tokens.start;
        let left = a.content.iter().any(|c| sight.tokens_of(*c).start <= from + 1);
        if left {
            return asked_last(sight, b, found);
        }
        // "my grandfather knew it": the speaker's own.
        let ours = matches!(&a.source, Source::Phrase(r) if sight.is(r.start, &["my", "our"]));
        if a.source != Source::Continued && !inner_speaker(sight, a) && !ours && start < to {
            to = start;
            goes_on = Some(a);
        }
    }
    if to <= from {
        return None;
    }
    if sight.low(block.tokens.end - 1) == "?" {
        to = block.tokens.end;
    }
    let question = sight.low(to - 1) == "?";
    let span = sight.span(&(from..to))?;
    let content = if question { span } else { sight.trimmed(span) };
    if sight.verbs_in(&(from..to)).is_empty() && !question {
        return None;
    }
    let sentence = block.sentences.start;
    let mut speech = own(sentence, content, "speech opened by a dash, without a speaker: whoever spoke last");
    // "– We stand together. The minister says that …": who speaks is told by the sentence that goes on.
    if let Some(Source::Phrase(who)) = goes_on.filter(|a| a.frame.has(clausal) && !question).map(|a| &a.source)
        && !sight.is_outlet(who)
    {
        speech.source = Source::Elsewhere(who.clone());
    }
    if question {
        speech.source = Source::Nobody;
        speech.act = Some(Act::Ask);
        speech.rule = "question opened by a dash".into();
        // "…, Hoytfeldt?", "Ahonen, why …?": spoken to by name.
        let comma = |i: &usize| sight.low(*i) == ",";
        let last = (from..to).rev().find(comma).map(|comma| comma + 1..to - 1);
        let first = (from..to).find(comma).map(|comma| from..comma);
        let name = |r: &Range<usize>| (1..=4).contains(&r.len()) && r.clone().all(|i| sight.named(i).is_some());
        speech.object = last.into_iter().chain(first).find(name);
    }
    Some(speech)
}

/// "– The other side calls it a capitulation. Are they wrong?": the question that ends an interviewer’s paragraph.
fn asked_last(sight: &Sight, b: usize, found: &[Attribution]) -> Option<Attribution> {
    let block = &sight.page.blocks[b];
    let s = block.sentences.end.checked_sub(1).filter(|s| *s > block.sentences.start)?;
    let range = sight.sentence(s);
    let free = !found.iter().any(|a| a.sentence == s && a.cue.is_some() && a.frame != Frames::NOUN);
    if !free || sight.low(range.end - 1) != "?" {
        return None;
    }
    let mut question = own(s, sight.span(&range)?, "the question that ends a paragraph opened by a dash");
    (question.source, question.act) = (Source::Nobody, Some(Act::Ask));
    Some(question)
}

/// Whether the source is "we" or "I": the speaker.
pub(super) fn inner_speaker(sight: &Sight, a: &Attribution) -> bool {
    matches!(&a.source, Source::Phrase(r) if r.len() == 1 && sight.is(r.start, &["we", "i"]))
}

/// A paragraph in the first person after one that ended in a colon: the speaker goes on.
fn announced_speech(sight: &Sight, b: usize, found: &[Attribution]) -> Option<Attribution> {
    let before = &sight.page.blocks[b.checked_sub(1)?];
    let last = before.tokens.end.checked_sub(1)?;
    if sight.low(last) != ":" {
        return None;
    }
    let block = &sight.page.blocks[b];
    // Whoever speaks there has not been given this paragraph already.
    let announces = |a: &&Attribution| {
        let here = |c: &Span| sight.tokens_of(*c).end > block.tokens.start;
        a.spoken && sight.page.sentences[a.sentence].block == b - 1 && !a.content.iter().any(here)
    };
    found.iter().rev().find(announces)?;
    let mut end = None;
    for s in block.sentences.clone() {
        let range = sight.sentence(s);
        let first_person = range.clone().any(|i| sight.among(i, Is::FirstPersonWord));
        if !first_person {
            break;
        }
        end = Some(range.end);
    }
    let span = sight.span(&(block.tokens.start..end?))?;
    let content = sight.trimmed(span);
    Some(own(block.sentences.start, content, "first person after a colon: the speaker goes on"))
}
