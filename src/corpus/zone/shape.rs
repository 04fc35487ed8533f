//! What a line looks like: its words, capitals and last mark, and its words folded for comparison.

use crate::text::{
    fold::fold_char,
    item,
    plain::{DIGIT, LETTER, run},
    sentence,
    span::Span,
};
use std::cell::OnceCell;

/// Lines of more words are running text: their words are not folded.
pub const FOLDED_WORDS: usize = 60;

/// A line with what its look tells.
#[derive(Debug)]
pub struct Line<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its words as written.
    pub text: &'a str,
    /// Lower-case ASCII letters and digits, single spaces; empty in a line of more than [`FOLDED_WORDS`] words.
    pub key: String,
    /// How many words it has: runs of letters and digits.
    pub words: usize,
    /// How many of them start with a capital.
    pub capitals: usize,
    /// How many of them start with a small letter.
    pub smalls: usize,
    /// Whether it holds a digit.
    pub digits: bool,
    /// Its last mark, closing quotation marks and brackets left out.
    pub last: Option<char>,
    /// Whether it holds words that only stand under pictures, once that was asked.
    pub pictured: OnceCell<bool>,
    /// Whether it holds a verb of speech, once that was asked.
    pub reported: OnceCell<bool>,
}

impl<'a> Line<'a> {
    /// Looks at one line.
    pub fn of(text: &'a str, span: Span) -> Self {
        Line::looked_at(span.of(text), span)
    }

    /// Looks at words that stand at `span`.
    pub fn looked_at(words: &'a str, span: Span) -> Self {
        let mut line = Line {
            span,
            text: words,
            key: String::new(),
            words: 0,
            capitals: 0,
            smalls: 0,
            digits: false,
            last: None,
            pictured: OnceCell::new(),
            reported: OnceCell::new(),
        };
        let mut inside = false;
        // Most characters are letters inside a word, which say nothing more.
        let mut rest = words;
        loop {
            if inside {
                rest = rest.get(run(rest.as_bytes(), LETTER)..).unwrap_or_default();
            }
            let Some(c) = rest.chars().next() else { break };
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            if c.is_alphanumeric() {
                if !inside {
                    line.words += 1;
                    line.capitals += usize::from(c.is_uppercase());
                    line.smalls += usize::from(c.is_lowercase());
                }
                line.digits |= c.is_ascii_digit();
                inside = true;
            } else {
                inside = inside && is_inner_mark(c);
            }
        }
        line.last = words.chars().rev().find(|c| !is_closing(*c));
        if line.words <= FOLDED_WORDS {
            line.key = key(words);
        }
        line
    }

    /// Whether it ends as a sentence does.
    pub fn stops(&self) -> bool {
        matches!(self.last, Some('.' | '!' | '?' | '…' | '。'))
    }

    /// Whether it breaks off: "…", "...", "[…]".
    pub fn breaks_off(&self) -> bool {
        let tail = self.text.trim_end_matches(|c: char| is_closing(c) || c == '>' || c == '»');
        tail.ends_with('…') || tail.ends_with("..") || tail.ends_with(". . .")
    }

    /// Whether it reads as a whole sentence.
    pub fn is_sentence(&self) -> bool {
        self.stops() && self.words >= 4 && self.smalls >= 2
    }

    /// Whether it is running text: a sentence of some length, or a line longer than any title.
    pub fn is_prose(&self) -> bool {
        (self.is_sentence() && self.words >= 12) || self.words >= 30
    }

    /// Whether it holds capitals and no small letters.
    pub fn is_upper(&self) -> bool {
        self.capitals > 0 && !self.text.chars().any(char::is_lowercase)
    }

    /// Whether it opens speech or a list with a dash, a bullet, a number or a letter: "2.", "(2)", "b)".
    pub fn is_item(&self) -> bool {
        item::mark(self.text).is_some_and(|(mark, _)| mark != '1' || self.words > 1)
    }

    /// Whether it holds a verb of speech.
    pub fn reports(&self) -> bool {
        *self.reported.get_or_init(|| reports(self.text))
    }

    /// A number that two lines of the same folded words share.
    pub fn hash(&self) -> u64 {
        hash(self.key.as_bytes())
    }
}

/// FNV-1a.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Whether a text holds a verb of speech.
pub fn reports(text: &str) -> bool {
    words_of(text).any(sentence::reports)
}

/// Folded letters and digits of `text`, single spaces for all else; apostrophes vanish.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut parted = false;
    let mut rest = text;
    loop {
        let (word, after) = rest.split_at_checked(run(rest.as_bytes(), LETTER | DIGIT)).unwrap_or_default();
        if !word.is_empty() {
            part(&mut key, &mut parted);
            key.push_str(word);
        }
        let Some(c) = after.chars().next() else { break };
        rest = after.get(c.len_utf8()..).unwrap_or_default();
        if c.is_ascii() {
            parted |= c != '\'';
            continue;
        }
        fold_char(c, |folded| match folded {
            '\'' | '’' | '‘' => {}
            _ if folded.is_alphanumeric() => {
                part(&mut key, &mut parted);
                key.push(folded);
            }
            _ => parted = true,
        });
    }
    // What was folded is small already.
    key.make_ascii_lowercase();
    key
}

/// Writes the space that stands between what is written and what comes.
fn part(key: &mut String, parted: &mut bool) {
    if std::mem::take(parted) && !key.is_empty() {
        key.push(' ');
    }
}

/// The words of a folded line, each with its place.
pub fn key_words(key: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let at = next?;
        let rest = &key[at..];
        let end = rest.bytes().position(|b| b == b' ');
        next = end.map(|end| at + end + 1);
        Some((at, &rest[..end.unwrap_or(rest.len())]))
    })
}

/// The words of a text: runs of letters and digits with inner hyphens, periods and apostrophes.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut at = 0;
        // Where the word starts, and the end of its last letter so far.
        let mut word: Option<(usize, usize)> = None;
        while let Some(byte) = rest.as_bytes().get(at) {
            let letters = run(rest.as_bytes().get(at..).unwrap_or_default(), LETTER | DIGIT);
            if letters > 0 {
                word = Some((word.map_or(at, |w| w.0), at + letters));
                at += letters;
                continue;
            }
            let (letter, inner, length) = if byte.is_ascii() {
                (false, matches!(byte, b'\'' | b'-' | b'.'), 1)
            } else {
                let c = rest.get(at..).and_then(|r| r.chars().next()).unwrap_or_default();
                (c.is_alphanumeric(), is_inner_mark(c), c.len_utf8())
            };
            at += length;
            if letter {
                word = Some((word.map_or(at - length, |w| w.0), at));
            } else if !inner && word.is_some() {
                break;
            }
        }
        let (start, end) = word?;
        let found = rest.get(start..end);
        rest = rest.get(at..).unwrap_or_default();
        found
    })
}

/// Whether a text holds one of these marks.
pub fn holds(text: &str, marks: &[char]) -> bool {
    // A bit for each character of ASCII, in two words.
    let bit = |byte: u8| 1u64 << (byte % 64);
    let mut plain = [0; 2];
    for mark in marks.iter().filter_map(|c| u8::try_from(u32::from(*c)).ok()).filter(u8::is_ascii) {
        plain[usize::from(mark >= 64)] |= bit(mark);
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii() {
            if plain[usize::from(*byte >= 64)] & bit(*byte) != 0 {
                return true;
            }
            at += 1;
        } else {
            let c = text.get(at..).and_then(|r| r.chars().next()).unwrap_or_default();
            if marks.contains(&c) {
                return true;
            }
            at += c.len_utf8();
        }
    }
    false
}

/// Capitalised, or a number.
pub fn is_name_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

fn is_inner_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '.' | '\u{2011}')
}

fn is_closing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '”' | '“' | '’' | '\'' | '»' | '«' | ')' | ']' | '}' | '*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(text: &str) -> Line<'_> {
        Line::of(text, Span::new(0, text.len()))
    }

    #[test]
    fn folds_words_for_comparison() {
        assert_eq!(line("See also\u{a0} Rice: “Don’t — go”").key, "see also rice dont go");
        assert_eq!(line("Lire également…").key, "lire egalement");
    }

    proptest! {
        #[test]
        fn words_and_marks_are_what_splitting_gives(text in "(?:[A-Za-z’'.,-]|[ “é„/]|\\PC){0,30}") {
            let split = text
                .split(|c: char| !(c.is_alphanumeric() || is_inner_mark(c)))
                .map(|w| w.trim_matches(is_inner_mark))
                .filter(|w| !w.is_empty());
            prop_assert_eq!(words_of(&text).collect::<Vec<_>>(), split.collect::<Vec<_>>());
            prop_assert_eq!(holds(&text, &['“', '/', 'x']), text.contains(['“', '/', 'x']));
        }
    }

    #[test]
    fn tells_running_text_from_titles() {
        assert!(line("He said that nothing of the kind had been agreed in Doha on Friday.").is_prose());
        assert!(!line("Iran agrees to talks in Doha").is_sentence());
        assert!(line("The talks failed, he said (in part).”").is_sentence());
        assert!(line("House Speaker Mike Johnson is in the spotlight […]").breaks_off());
        assert!(
            line("1) A new meeting").is_item()
                && line("(b) the road").is_item()
                && !line("(AFP) rain").is_item()
                && !line("2022").is_item()
        );
    }
}
