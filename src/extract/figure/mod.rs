//! Figures: numbers with their bound, unit and what is counted.
//!
//! [`amount`] reads the number itself, [`counted`] what it counts; this file joins them and leaves out what is no figure.

use crate::lexicon::class::WordClass as Is;
mod amount;
mod counted;

use super::{
    atom::{self, Atom, Kind, Line},
    date::DateExpression,
    page::Page,
};
use crate::{
    lexicon::{
        measure::{self},
        number::{self, Number},
    },
    text::{span::Span, tag::Tag},
};
use amount::Amount;
use counted::Counted;
use serde::{Deserialize, Serialize};

pub use crate::lexicon::measure::Bound;

/// One figure where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// With qualifier and unit noun ("more than 100,000 soldiers").
    pub span: Span,
    /// The lower bound; `None` = none given.
    pub low: Option<f64>,
    /// The upper bound; `None` = none given.
    pub high: Option<f64>,
    /// How it bounds the amount.
    pub bound: Bound,
    /// What is counted, one word or an ISO 4217 code ("soldiers", "USD", "percent"); empty = nothing named.
    pub unit: String,
    /// The noun phrase of what is counted, if wider than the unit.
    pub of: Option<Span>,
}

/// The figures of an article, in order; they never overlap. `dates` are its dates: what they hold is no figure.
pub fn figures(page: &Page, dates: &[DateExpression]) -> Vec<Figure> {
    let lower = page.text.to_ascii_lowercase();
    let dates: Vec<Span> = dates.iter().map(|d| d.span).collect();
    let mut found = Vec::new();
    let mut last_in = 0;
    for (number, sentence) in atom::sentences(page, |told| told.figure) {
        let line = Line::of(page, &lower, sentence);
        let mut i = 0;
        while i < line.atoms.len() {
            let Some(amount) = amount::read(&line, i) else {
                i += 1;
                continue;
            };
            let mut counted = counted::read(&line, &amount);
            // Of the same sentence or of the one before in its paragraph.
            let same = |n: usize| page.sentences.get(n).is_some_and(|s| s.block == sentence.block);
            let last = found.last().filter(|_| last_in == number || last_in + 1 == number && same(last_in));
            if counted.unit.is_empty() && !counted.broken {
                counted = elided(&line, &amount, last).unwrap_or(counted);
            }
            i = amount.end.max(i + 1);
            if let Some((figure, end)) = figure(&line, &amount, counted, &dates) {
                i = i.max(end);
                // "9 and more than two": the words between bound only one of them.
                if found.last().is_none_or(|last: &Figure| last.span.end <= figure.span.start) {
                    found.push(figure);
                    last_in = number;
                }
            }
        }
    }
    found
}

/// What a number counts that has no noun of its own: "3,000 people marched, police said; the organisers spoke of 20,000" counts
/// what the one before it counts, "the trucks remained, four of them burned" the trucks.
fn elided(line: &Line, amount: &Amount, last: Option<&Figure>) -> Option<Counted> {
    let end = amount.end;
    let alone = |unit: &str, of: Option<Span>| Counted { unit: unit.to_string(), end, of, ..Counted::default() };
    let thing = |f: &&Figure| !f.unit.is_empty() && measure::unit(&f.unit).is_none_or(|(_, time)| !time);
    if line.word(end) == "of" && Is::CountedBefore.has(line.word(end + 1)) {
        let plural = |a: &&Atom| matches!(a.tag, Tag::Noun | Tag::Propn) && a.word.ends_with('s') && a.word.len() > 3;
        let named = line.atoms.iter().take(amount.start).rev().find(plural);
        let same = last.filter(thing).map(|l| alone(&l.unit, l.of));
        let people = (line.before(amount.start, 1) != "the").then(|| alone("people", None));
        return named.map(|a| alone(a.word, None)).or(same).or(people);
    }
    if stands_for_things(line, amount) {
        return Some(last.filter(thing).map_or_else(|| alone("people", None), |l| alone(&l.unit, l.of)));
    }
    let (_, start) = bound_before(line, amount.start);
    // "France has 1,300 soldiers there, the US about 1,000."
    let name = line.at(start.wrapping_sub(1)).is_some_and(|a| a.capital);
    let gap = name && (2..4).any(|n| line.before(start, n) == ",") && line.at(end).is_none_or(|a| a.kind == Kind::Mark);
    let here = |l: &&Figure| line.atoms.first().is_some_and(|a| a.span.start <= l.span.start);
    // "35 miles from Malta and 27 from Sicily", "52 crossings with one and on 13 with the other".
    let at = amount.start;
    let joined = line.before(at, 1) == "and" || line.before(at, 2) == "and" && is_adposition(line, at.wrapping_sub(1));
    let alike = |l: &&Figure| {
        let behind = line.atoms.iter().find(|a| a.span.start >= l.span.end);
        joined && is_adposition(line, end) && behind.is_some_and(|a| a.word == line.word(end))
    };
    if let Some(same) = last.filter(|l| here(l) && (gap && thing(l) || alike(l))) {
        return Some(alone(&same.unit, same.of));
    }
    let told = match line.before(start, 1) {
        "at" => Is::SetsNumber,
        "of" => Is::TellsNumber,
        _ => return None,
    };
    let against = !is_year_like(line, amount) && (2..7).any(|n| told.has(line.before(start, n)));
    last.filter(|l| against && thing(l)).map(|l| alone(&l.unit, l.of))
}

fn is_adposition(line: &Line, i: usize) -> bool {
    line.at(i).is_some_and(|a| a.tag == Tag::Adp)
}

/// Whether a number without a noun stands for things or people: "the five will be tried", "the ministry counted eleven.",
/// "by nine votes against six", "24 out of 50". What stands behind a preposition is rather an hour, what stands behind a name an age.
fn stands_for_things(line: &Line, amount: &Amount) -> bool {
    let (start, end) = (amount.start, amount.end);
    let word = line.at(start).is_some_and(|a| a.kind == Kind::Word);
    let ends = line.at(end).is_none_or(|a| a.kind == Kind::Mark && !line.is_dash(end));
    let does = line.at(end).is_some_and(|a| matches!(a.tag, Tag::Aux | Tag::Verb));
    match line.before(start, 1) {
        _ if amount.is_one || amount.high.is_some() || is_year_like(line, amount) => false,
        "the" | "all" => word && amount.low > 2.0 && line.word(end) != "of",
        "against" | "to" => line.before(start, 2) == "votes",
        "of" if line.before(start, 2) == "out" => true,
        _ if line.word(end) == "out" && line.word(end + 1) == "of" => true,
        // "Nine are wounded.", "“Seven. That is not few.”"
        _ if line.at(start).is_some_and(|a| a.capital) => word && (does || ends && line.word(end) != ":"),
        _ => ends && start.checked_sub(1).and_then(|i| line.at(i)).is_some_and(|a| a.tag == Tag::Verb && !a.capital),
    }
}

/// Whether a number may be a year, which is no number of things.
fn is_year_like(line: &Line, amount: &Amount) -> bool {
    let digits = |a: &Atom| a.kind == Kind::Number && a.word.len() == 4 && !a.word.contains(['.', ',']);
    line.at(amount.start).is_some_and(digits)
        && (1000.0..2200.0).contains(&amount.low)
        && amount.end == amount.start + 1
}

/// The figure of an amount and where it ends, unless the number is a date, a name, a clock time or a pronoun.
fn figure(line: &Line, amount: &Amount, counted: Counted, dates: &[Span]) -> Option<(Figure, usize)> {
    let measured = counted.measured;
    let named = !counted.unit.is_empty();
    let number = line.span(amount.start, amount.end);
    let first_date = dates.partition_point(|d| d.end <= number.start);
    if dates.get(first_date).is_some_and(|d| d.overlaps(number)) && !counted.time {
        return None;
    }
    if is_name(line, amount, measured) || counted.broken {
        return None;
    }
    // "One day there will be peace."
    if amount.is_one && line.word(amount.end) == "day" && !is_span_of_time(line, amount) {
        return None;
    }
    // "the 1828 presidential election": a year that is told by its place.
    if is_year_like(line, amount)
        && !measured
        && !counted.unit.ends_with('s')
        && !Is::PluralPeople.has(counted.unit.as_str())
    {
        return None;
    }
    // "one country" counts nothing, "one year" does.
    if amount.is_one && !measured {
        return None;
    }
    let (mut before, mut start) = bound_before(line, amount.start);
    // "stretched over seven to ten years": a range is no bound's number.
    if amount.high.is_some() && start + 1 == amount.start && Is::BoundPreposition.has(line.word(start)) {
        (before, start) = (None, amount.start);
    }
    // "a million dinars over 12 years": in the course of them.
    let spread = || {
        line.word(start) == "over"
            && counted.time
            && start > 0
            && line.at(start - 1).is_some_and(|a| matches!(a.tag, Tag::Noun | Tag::Propn))
    };
    if start + 1 == amount.start && spread() {
        (before, start) = (None, amount.start);
    }
    let (after, end) = bound_after(line, amount.end, counted.end);
    let bound = before.or(after);
    let large = amount.large || amount.low >= 1000.0;
    if !named && bound.is_none() && !large && amount.high.is_none() {
        return None;
    }
    // A range of two bare numbers is a score or a span of pages.
    if !named && amount.high.is_some() && bound.is_none() && !large {
        return None;
    }
    let (low, high, bound) = match (amount.high, amount.open, bound) {
        (Some(high), ..) => (Some(amount.low), Some(high), Bound::Between),
        (None, true, _) | (None, _, Some(Bound::AtLeast)) => (Some(amount.low), None, Bound::AtLeast),
        (None, _, Some(Bound::AtMost)) => (None, Some(amount.low), Bound::AtMost),
        (None, _, Some(bound)) => (Some(amount.low), Some(amount.low), bound),
        (None, _, None) => (Some(amount.low), Some(amount.low), Bound::Exact),
    };
    let span = line.span(start, end);
    Some((Figure { span, low, high, bound, unit: counted.unit, of: counted.of }, end))
}

/// Whether the number is part of a name ("Resolution 1701", "Nord Stream 2"), a telephone number or a clock time.
fn is_name(line: &Line, amount: &Amount, measured: bool) -> bool {
    let Some(first) = line.at(amount.start) else { return true };
    let digits = matches!(first.kind, Kind::Number | Kind::Suffixed);
    let Some(before) = amount.start.checked_sub(1).and_then(|i| line.at(i)) else { return false };
    if measure::is_label(before.word) && (digits || before.capital) && !amount.large && !measured {
        return true;
    }
    let glued = first.glued
        && (before.kind != Kind::Mark
            || line.is_dash(amount.start - 1)
            || matches!(before.word, "." | "/" | ":" | "#" | "@"));
    // A free dash opens an insertion, it joins nothing.
    let free_dash = line.is_dash(amount.start - 1) && !before.glued;
    if glued && !free_dash && before.word != "~" {
        return true;
    }
    if before.word == "+" && digits {
        return true;
    }
    if digits && before.kind == Kind::Number && !measured {
        return true;
    }
    // "Nord Stream 2 pipeline": a small number right after a name belongs to it.
    digits
        && amount.start > 1
        && matches!(before.tag, Tag::Propn | Tag::Noun)
        && before.capital
        && before.kind == Kind::Word
        && amount.low < 1000.0
        && !measured
        && !amount.large
}

/// Whether "one day" measures time here ("for one day", "one day later").
fn is_span_of_time(line: &Line, amount: &Amount) -> bool {
    Is::BeforeTimeSpan.has(line.before(amount.start, 1)) || Is::AfterTimeSpan.has(line.word(amount.end + 1))
}

/// The bound that the words before atom `i` set, and where they start.
fn bound_before(line: &Line, i: usize) -> (Option<Bound>, usize) {
    let Some(last) = i.checked_sub(1) else { return (None, i) };
    // "more than a million": the article belongs to the number.
    let phrases = measure::bounds_before().get(line.word(last));
    for (words, bound) in phrases.into_iter().flatten() {
        let Some(start) = i.checked_sub(words.len()) else { continue };
        if words.iter().enumerate().all(|(k, w)| line.word(start + k) == *w) {
            return (Some(*bound), start);
        }
    }
    (None, i)
}

/// The bound that the words after the number, or after what it counts, set; and where the figure ends.
fn bound_after(line: &Line, number_end: usize, end: usize) -> (Option<Bound>, usize) {
    for at in [number_end, end] {
        for (words, bound) in measure::bounds_after().get(line.word(at)).into_iter().flatten() {
            let next = at + words.len();
            let goes_on = is_number_word(line.word(next)) || line.at(next).is_some_and(|a| a.kind == Kind::Number);
            if !goes_on && words.iter().enumerate().all(|(k, w)| line.word(at + k) == *w) {
                return (Some(*bound), end.max(next));
            }
        }
    }
    (None, end)
}

/// Whether a word says a number, so that it names nothing that is counted.
fn is_number_word(word: &str) -> bool {
    matches!(number::word(word), Some(Number::Cardinal(_) | Number::Scale(_) | Number::Many(_)))
}

#[cfg(test)]
mod tests;
