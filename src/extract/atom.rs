//! Sentences cut one step finer than tokens, for dates and figures: "mid-1990s", "five-hour" and "2014-2018" fall apart
//! at their hyphens, model names ("S-400") do not.

use super::page::{Page, Sentence};
use crate::lexicon::class::WordClass as Is;
use crate::{
    lexicon::{
        calendar::{self, Sense},
        measure,
        number::{self, Number},
    },
    text::{perceptron::word::ByForm, span::Span, tag::Tag},
};
use std::cell::RefCell;

/// What an atom is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits, with inner separators.
    Number,
    /// Digits and the letters after them ("17th", "1990s", "10m").
    Suffixed,
    /// Anything else.
    Mark,
}

/// The smallest piece that dates and figures are read from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom<'a> {
    pub span: Span,
    /// Its words in lower case, without a period at the end of an abbreviation.
    pub word: &'a str,
    pub kind: Kind,
    /// The tag of its token.
    pub tag: Tag,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Whether no white space stands before it.
    pub glued: bool,
}

/// What a sentence may hold because it holds a word.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    /// A date: there is none without a digit, a number, or a word of the calendar that is more than "last" or "early".
    pub date: bool,
    /// A figure: there is none without a digit, a number or a unit of time.
    pub figure: bool,
}

thread_local! {
    static MEMORY: RefCell<ByForm<Telling>> = RefCell::default();
}

impl Telling {
    fn of(word: &str) -> Self {
        let low = word.to_ascii_lowercase();
        let bare = bare(&low);
        let digits = falls_apart(&low) || bare.bytes().any(|b| b.is_ascii_digit());
        let number = number::word(bare);
        let sense = calendar::word(bare).map(|w| w.sense);
        Telling {
            date: digits
                || number.is_some()
                || sense.is_some_and(|s| !matches!(s, Sense::Shift(_) | Sense::Edge(_)))
                || calendar::named_days().get(bare).is_some(),
            figure: digits
                || number.is_some_and(|n| !matches!(n, Number::Ordinal(_)))
                || matches!(bare, "half" | "couple")
                // "lost a year".
                || measure::unit(bare).is_some_and(|(_, time)| time),
        }
    }
}

/// The sentences that may hold what is looked for, with their numbers: the others need not be cut.
pub(super) fn sentences<'p>(page: &'p Page, wanted: fn(Telling) -> bool) -> Vec<(usize, &'p Sentence)> {
    MEMORY.with_borrow_mut(|memory| {
        let mut tells = |i: usize| wanted(memory.known(page.form(i), || Telling::of(page.word(i))));
        page.sentences.iter().enumerate().filter(|(_, s)| s.tokens.clone().any(&mut tells)).collect()
    })
}

/// The sentences that [`sentences`] passes over, cut all the same: nothing may be found in them.
#[cfg(test)]
pub(super) fn passed_over<'a>(page: &Page, lower: &'a str, wanted: fn(Telling) -> bool) -> Vec<Line<'a>> {
    let cut: Vec<usize> = sentences(page, wanted).into_iter().map(|(number, _)| number).collect();
    let others = page.sentences.iter().enumerate().filter(|(number, _)| !cut.contains(number));
    others.map(|(_, sentence)| Line::of(page, lower, sentence)).collect()
}

/// A word without the period of an abbreviation.
fn bare(word: &str) -> &str {
    match word.as_bytes() {
        [_, .., b'.'] => word.strip_suffix('.').filter(|w| !w.contains('.')).unwrap_or(word),
        _ => word,
    }
}

/// The atoms of one sentence.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub atoms: Vec<Atom<'a>>,
}

impl<'a> Line<'a> {
    /// Cuts a sentence; `lower` is the page's text in lower-case ASCII.
    pub fn of(page: &Page, lower: &'a str, sentence: &Sentence) -> Self {
        let mut atoms: Vec<Atom> = Vec::with_capacity(sentence.tokens.len() + 4);
        for i in sentence.tokens.clone() {
            let (Some(token), Some(tag)) = (page.tokens.get(i), page.tags.get(i)) else { continue };
            let mut push = |start: usize, end: usize| {
                let span = Span::new(start, end);
                let bare = bare(lower.get(start..end).unwrap_or_default());
                atoms.push(Atom {
                    span,
                    word: bare,
                    kind: kind(bare),
                    tag: *tag,
                    capital: match page.text.as_bytes().get(start) {
                        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
                        _ => span.of(page.text).starts_with(char::is_uppercase),
                    },
                    glued: glued(page.text, start),
                });
            };
            let word = lower.get(token.span.range()).unwrap_or_default();
            let base = token.span.start as usize;
            // Most are such.
            if !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()) {
                atoms.push(Atom {
                    span: token.span,
                    word,
                    kind: Kind::Word,
                    tag: *tag,
                    capital: page.text.as_bytes().get(base).is_some_and(u8::is_ascii_uppercase),
                    glued: glued(page.text, base),
                });
                continue;
            }
            if !falls_apart(word) {
                push(base, base + word.len());
                continue;
            }
            let mut start = 0;
            for (at, c) in word.char_indices().filter(|(_, c)| is_hyphen(*c)) {
                if at > start {
                    push(base + start, base + at);
                }
                push(base + at, base + at + c.len_utf8());
                start = at + c.len_utf8();
            }
            if start < word.len() {
                push(base + start, base + word.len());
            }
        }
        Line { atoms }
    }

    /// The atom at `i`.
    pub fn at(&self, i: usize) -> Option<&Atom<'a>> {
        self.atoms.get(i)
    }

    /// The word at `i`; empty past the end.
    pub fn word(&self, i: usize) -> &'a str {
        self.atoms.get(i).map_or("", |a| a.word)
    }

    /// The word `back` places before `i`; empty before the start.
    pub fn before(&self, i: usize, back: usize) -> &'a str {
        i.checked_sub(back).map_or("", |k| self.word(k))
    }

    /// Whether a hyphen or dash stands at `i`.
    pub fn is_dash(&self, i: usize) -> bool {
        let word = self.word(i);
        word == "--"
            || (word.chars().count() == 1 && word.chars().all(|c| is_hyphen(c) || matches!(c, '–' | '—' | '~')))
    }

    /// The span from atom `first` to before atom `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        match (self.at(first), end.checked_sub(1).and_then(|e| self.at(e))) {
            (Some(a), Some(b)) => a.span.cover(b.span),
            _ => Span::new(0, 0),
        }
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether no white space stands before a byte.
fn glued(text: &str, at: usize) -> bool {
    match at.checked_sub(1).and_then(|k| text.as_bytes().get(k)) {
        Some(b' ') => false,
        _ => text.get(..at).is_some_and(|t| !t.ends_with(char::is_whitespace)),
    }
}

fn kind(word: &str) -> Kind {
    if !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Kind::Word;
    }
    let digits = word.chars().any(|c| c.is_ascii_digit());
    let letters = word.chars().any(char::is_alphabetic);
    match (word.starts_with(|c: char| c.is_ascii_digit()), digits, letters) {
        (_, true, false) => Kind::Number,
        (true, _, true) => Kind::Suffixed,
        (_, _, true) => Kind::Word,
        _ => Kind::Mark,
    }
}

/// Whether a hyphenated word is made of numbers and words of the calendar, at least at its head.
fn falls_apart(word: &str) -> bool {
    if word.bytes().all(|b| b.is_ascii() && b != b'-') {
        return false;
    }
    let Some((head, tail)) = word.split_once(is_hyphen) else { return false };
    if head.starts_with(|c: char| c.is_ascii_digit()) {
        // "5-to-4", "25-year-old", "2014-2018", "30-kilometre".
        return true;
    }
    if Is::DatePrefix.has(head) {
        return true;
    }
    let tail = tail.split(is_hyphen).next().unwrap_or_default();
    number::word(head).is_some()
        || calendar::word(head).is_some_and(|w| {
            matches!(w.sense, calendar::Sense::Month(_) | calendar::Sense::Weekday(_))
                && (tail.starts_with(|c: char| c.is_ascii_digit()) || calendar::word(tail).is_some())
        })
}
