//! What a number counts: a unit, a currency, or the noun after it.

use super::{amount::Amount, is_number_word};
use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::atom::{Kind, Line},
    lexicon::{
        calendar, measure,
        number::{self, Number},
    },
    text::{span::Span, tag::Tag},
};

/// What stands after a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    /// As [`super::Figure::unit`].
    pub unit: String,
    /// Where it ends.
    pub end: usize,
    /// The noun phrase, if wider than the unit.
    pub of: Option<Span>,
    /// A unit of measure or money, so that the number is surely an amount.
    pub measured: bool,
    /// A unit of time.
    pub time: bool,
    /// The number is part of another word or of a clock time.
    pub broken: bool,
}

/// How many words may stand between a number and its noun.
const REACH: usize = 6;

/// What the amount counts, and by what it is counted: "300 cubic metres per second", "40 tons a day".
pub(super) fn read(line: &Line, amount: &Amount) -> Counted {
    let mut counted = counted(line, amount);
    let at = counted.end;
    let by = match line.word(at) {
        "per" => line.at(at + 1).is_some_and(|a| a.kind == Kind::Word && line.word(at + 1) != "cent"),
        "a" | "an" => {
            measure::unit(line.word(at + 1)).is_some_and(|(_, time)| time && !line.word(at + 1).ends_with('s'))
        }
        _ => false,
    };
    if by && !counted.time && !counted.broken && !counted.unit.is_empty() {
        counted.unit.push_str(" per ");
        counted.unit.push_str(line.word(at + 1));
        counted.end = at + 2;
    }
    counted
}

fn counted(line: &Line, amount: &Amount) -> Counted {
    let end = amount.end;
    let measured = |unit: &str, end: usize, time: bool| Counted {
        unit: unit.to_string(),
        end,
        measured: true,
        time,
        ..Counted::default()
    };
    if let Some(code) = amount.currency {
        // "$5 million dollars", "US$ 5 per day".
        let end = currency(line, end).map_or(end, |(_, end)| end);
        return measured(code, end, false);
    }
    if let Some(unit) = amount.unit {
        return measured(unit, end, false);
    }
    if Is::NotCountMark.has(line.word(end)) {
        return Counted { end, broken: true, ..Counted::default() };
    }
    if line.word(end) == "per" && line.word(end + 1) == "cent" {
        return measured("percent", end + 2, false);
    }
    let hyphen = line.is_dash(end) && line.at(end).is_some_and(|a| a.glued);
    if hyphen {
        // "five-hour"; but "25-year-old", "two-thirds", "5-4", "three-party".
        let old = line.is_dash(end + 2) && matches!(line.word(end + 3), "old" | "olds");
        // "12-nautical-mile", "74-billion-cubic-metre".
        let wide = matches!(line.word(end + 1), "cubic" | "square" | "nautical") && line.is_dash(end + 2);
        if let Some((unit, _)) = measure::unit(line.word(end + 3)).filter(|_| wide) {
            return measured(unit, end + 4, false);
        }
        return match measure::unit(line.word(end + 1)) {
            Some((unit, time)) if !old => measured(unit, end + 2, time),
            _ => match currency(line, end + 1) {
                Some((code, end)) if !old => measured(code, end, false),
                _ => Counted { end, broken: line.at(end + 1).is_some_and(|a| a.glued), ..Counted::default() },
            },
        };
    }
    // "two thirds", "one fifth".
    if matches!(number::word(line.word(end).trim_end_matches('s')), Some(Number::Ordinal(_)))
        && line.word(end) != "second"
    {
        return Counted { end, broken: true, ..Counted::default() };
    }
    let mut at = end;
    if line.word(at) == "of" {
        if !amount.open && !is_group(line, amount) && !is_scale_of(line, end) {
            return part_of(line, amount);
        }
        at += 1;
        if Is::WholeDeterminer.has(line.word(at)) {
            at += 1;
        }
    }
    let sure = amount.large.then(|| currency_named(line, at)).flatten();
    if let Some((code, end)) = currency(line, at).or(sure) {
        return measured(code, end, false);
    }
    // "860 square kilometres", "55 billion cubic metres".
    if matches!(line.word(at), "square" | "cubic")
        && let Some((unit, _)) = measure::unit(line.word(at + 1))
    {
        return measured(&format!("{} {unit}", line.word(at)), at + 2, false);
    }
    if let Some((unit, time)) = measure::unit(line.word(at)).filter(|_| line.word(at).len() > 1 || line.word(at) == "%")
    {
        return measured(unit, at + 1, time);
    }
    noun(line, amount, at)
}

/// "22 of the 28 member states", "20 of the Union’s 27 members": the noun of the whole.
fn part_of(line: &Line, amount: &Amount) -> Counted {
    let alone = Counted { end: amount.end, ..Counted::default() };
    let whole = Is::WholeDeterminer.has(line.word(amount.end + 1));
    let mut at = amount.end + 1 + usize::from(whole);
    let owned = line.at(at).is_some_and(|a| a.capital) && matches!(line.word(at + 1), "'s" | "’s");
    if !owned && !whole {
        return alone;
    }
    at += 2 * usize::from(owned);
    while line.at(at).is_some_and(|a| a.kind == Kind::Number) || is_number_word(line.word(at)) {
        at += 1;
    }
    let whole = noun(line, amount, at);
    if whole.end <= at || !whole.unit.ends_with('s') {
        return alone;
    }
    Counted { unit: whole.unit, of: Some(line.span(at, whole.end)), ..alone }
}

/// "10.5 million of votes", as some translators write.
fn is_scale_of(line: &Line, end: usize) -> bool {
    matches!(number::word(line.before(end, 1)), Some(Number::Scale(_)))
        && line.at(end + 1).is_some_and(|a| a.tag == Tag::Noun && a.word.ends_with('s'))
}

/// Whether the amount is of the form that takes "of" ("a couple of", "a dozen of").
fn is_group(line: &Line, amount: &Amount) -> bool {
    let last = line.before(amount.end, 1);
    last == "couple" || matches!(number::word(last), Some(Number::Group(_) | Number::Many(_)))
}

/// A currency's name at `i`: its code, and where it ends.
fn currency(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    let (code, end) = currency_named(line, i)?;
    let last = line.at(end - 1)?;
    // "won", "dong", "lei", "rand" and codes are also other words.
    let sure = last.kind == Kind::Mark || end > i + 1 || matches!(last.tag, Tag::Noun | Tag::Propn | Tag::Sym);
    sure.then_some((code, end))
}

/// The words of a currency at `i`, whatever else they may be ("100 million won").
fn currency_named(line: &Line, i: usize) -> Option<(&'static str, usize)> {
    let (words, code) = measure::currencies()
        .get(line.word(i))?
        .iter()
        .find(|(words, _)| words.iter().enumerate().all(|(k, w)| line.word(i + k) == *w))?;
    Some((code, i + words.len()))
}

/// The noun that is counted: the head of the noun phrase that starts at `at`.
fn noun(line: &Line, amount: &Amount, at: usize) -> Counted {
    let nothing = || Counted {
        unit: if of_people(line, amount.end) { "people".into() } else { number_of(line, amount.start).into() },
        end: amount.end,
        ..Counted::default()
    };
    let mut head = None;
    let mut k = at;
    while k < at + REACH {
        let Some(atom) = line.at(k) else { break };
        let plural = atom.word.len() > 2 && atom.word.ends_with('s') && !atom.word.ends_with("ss");
        match atom.tag {
            _ if atom.kind == Kind::Mark => {
                // "two (unarmed) ships", "two “guarantees”".
                if !(matches!(atom.word, "\"" | "“" | "‘" | "(" | "'") && head.is_none() && k == at) {
                    break;
                }
            }
            _ if is_number_word(atom.word) || matches!(atom.kind, Kind::Number | Kind::Suffixed) => break,
            _ if matches!(atom.word, "more" | "other" | "most" | "additional" | "further" | "new")
                && head.is_none() => {}
            Tag::Noun if !atom.word.starts_with(char::is_alphabetic) => break,
            // "14 Turkish naval vessels": a nation before what is counted.
            Tag::Noun
                if atom.capital && !plural && line.at(k + 1).is_some_and(|n| matches!(n.tag, Tag::Noun | Tag::Adj)) => {
            }
            Tag::Noun => {
                head = Some(k);
                if plural && !line.at(k + 1).is_some_and(|n| n.tag == Tag::Noun && n.word.ends_with('s')) {
                    break;
                }
            }
            // A plural after a number is a noun, whatever it may be elsewhere ("two demands").
            Tag::Verb if plural && head.is_none() => {
                head = Some(k);
                break;
            }
            Tag::Propn => {
                if head.is_some() {
                    break;
                }
                let next = line.at(k + 1).filter(|n| !calendar::is_irregular_past(n.word)).map(|n| n.tag);
                if plural && !matches!(next, Some(Tag::Noun | Tag::Propn | Tag::Adj)) {
                    head = Some(k);
                    break;
                }
            }
            Tag::Adj | Tag::Adv if head.is_none() => {}
            // Participles: "two captured ships", "three warring parties".
            Tag::Verb
                if head.is_none()
                    && (atom.word.ends_with("ed") || atom.word.ends_with("ing"))
                    && line.at(k + 1).is_some_and(|n| {
                        // "two million displaced persons", but "13,000 killed since".
                        n.tag == Tag::Noun || (n.tag == Tag::Adj && !measure::is_of_people(atom.word))
                    }) => {}
            _ => break,
        }
        k += 1;
    }
    // "22 injured", at the end of what is told.
    let hurt = line.at(at).filter(|a| head.is_none() && Is::Suffered.has(a.word));
    let head = head.or(hurt.filter(|_| line.at(at + 1).is_none_or(|a| a.kind == Kind::Mark)).map(|_| at));
    let Some(head) = head else { return nothing() };
    let Some(atom) = line.at(head) else { return nothing() };
    let measure = measure::unit(atom.word);
    let (unit, time) = measure.map_or((atom.word, false), |(name, time)| (name, time));
    Counted {
        unit: unit.to_string(),
        end: head + 1,
        of: (head > at).then(|| line.span(at, head + 1)),
        measured: measure.is_some() && head == at,
        time,
        broken: false,
    }
}

/// "put the number of soldiers at more than 1,100": the noun that stands before its amount.
fn number_of<'a>(line: &Line<'a>, start: usize) -> &'a str {
    let from = start.saturating_sub(REACH * 2);
    let Some(at) = (from..start).rev().find(|i| line.word(*i) == "number" && line.word(i + 1) == "of") else {
        return "";
    };
    let said = at + 2..start;
    let free = said.clone().filter_map(|i| line.at(i)).all(|a| a.kind == Kind::Word && !is_number_word(a.word));
    let noun = said.filter_map(|i| line.at(i)).find(|a| a.tag == Tag::Noun && a.word.ends_with('s'));
    noun.filter(|_| free).map_or("", |a| a.word)
}

/// Whether a verb that is said of people follows soon: "at least 13,000 have been killed".
fn of_people(line: &Line, end: usize) -> bool {
    for atom in line.atoms.iter().skip(end).take(4) {
        if measure::is_of_people(atom.word) {
            return true;
        }
        if !matches!(atom.tag, Tag::Aux | Tag::Adv | Tag::Verb) {
            return false;
        }
    }
    false
}
