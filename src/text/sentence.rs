//! Sentences of a block of text, robust on machine translation.
//!
//! Cut sentences are not rejoined here ("said a spokesman. Jen Psaki." is two), and a sentence's number in its article
//! is the target of links: the rules look at a few tokens only and never at anything outside the block.

use super::{
    abbreviation::{Abbreviation, abbreviation},
    calendar::{MONTHS, prints},
    sieve::Sieve,
    span::Span,
    token::{Kind, Token},
};
use std::{ops::Range, sync::LazyLock};

static STARTERS: LazyLock<Sieve<()>> = LazyLock::new(|| listed(include_str!("data/sentence-starters.txt")));

/// Whether a capitalised word is one that opens sentences, so that it is no name after an abbreviation or initial.
pub fn starts_sentences(word: &str) -> bool {
    STARTERS.has(word.to_ascii_lowercase().as_str())
}

static REPORTING: LazyLock<Sieve<()>> = LazyLock::new(|| listed(include_str!("data/reporting-verbs.txt")));

fn listed(list: &'static str) -> Sieve<()> {
    list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
}

/// Whether a word is a form of a verb that stands beside quotations ("said", "adds").
pub fn reports(word: &str) -> bool {
    REPORTING.has(word)
}

/// The sentences of one block (a line or paragraph), as ranges of `tokens`, which are that block's tokens.
///
/// The ranges are in order and hold every token.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let block = Block { text, tokens };
    let mut found = Vec::new();
    let (mut start, mut i) = (0, 0);
    // Straight quotation marks so far: an odd number means that one is open.
    let mut open = false;
    while i < tokens.len() {
        // Most words are letters to their end.
        if let [first, .., last] = block.word(i).as_bytes()
            && first.is_ascii_alphanumeric()
            && *last != b'.'
        {
            i += 1;
            continue;
        }
        open ^= block.word(i) == "\"";
        let Some((end, cuts)) = block.end(start, i, &mut open) else {
            i += 1;
            continue;
        };
        i = end;
        // A piece without a letter or digit belongs to the sentence after it.
        if cuts && tokens[start..end].iter().any(|t| t.kind != Kind::Mark) {
            found.push(start..end);
            start = end;
        }
    }
    if start < tokens.len() {
        let stray = tokens[start..].iter().all(|t| t.kind == Kind::Mark);
        match found.last_mut() {
            Some(last) if stray => last.end = tokens.len(),
            _ => found.push(start..tokens.len()),
        }
    }
    found
}

/// The span that a range of tokens covers.
pub fn span(tokens: &[Token], range: &Range<usize>) -> Span {
    match (tokens.get(range.start), range.end.checked_sub(1).and_then(|i| tokens.get(i))) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::new(0, 0),
    }
}

struct Block<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// What ends a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Period,
    /// "?" or "!".
    Cry,
    Ellipsis,
    /// The period of an abbreviation that may end a sentence.
    Abbreviated,
}

impl<'a> Block<'a> {
    fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// Whether token `i` touches the one before it.
    fn touches(&self, i: usize) -> bool {
        i > 0 && i < self.tokens.len() && self.tokens[i - 1].span.end == self.tokens[i].span.start
    }

    /// If token `i` may end the sentence that began at `start`: where the end with its closing marks is, and whether it
    /// is one.
    fn end(&self, start: usize, i: usize, open: &mut bool) -> Option<(usize, bool)> {
        let stop = self.stop(i)?;
        let mut end = i + 1;
        let mut closes_quote = false;
        while end < self.tokens.len() {
            let word = self.word(end);
            match word {
                "." | "!" | "?" | "..." | "…" | ".." if self.touches(end) => {}
                "”" | "»" | "›" | "’" | "“" | "''" | "'" if self.touches(end) && !self.opens(end) => {
                    closes_quote = true
                }
                "\"" if *open => {
                    *open = false;
                    closes_quote = true;
                }
                // A mark that only closes may stand apart ("ready. ”").
                "”" | "»" if !self.opens(end) => closes_quote = true,
                ")" | "]" | "}" => {}
                _ => break,
            }
            end += 1;
        }
        Some((end, self.cuts(start, i, end, stop, closes_quote)))
    }

    fn stop(&self, i: usize) -> Option<Stop> {
        let word = self.word(i);
        match word {
            "." => Some(Stop::Period),
            "!" | "?" => Some(Stop::Cry),
            ".." | "..." | "…" => Some(Stop::Ellipsis),
            _ if word.starts_with("...") => Some(Stop::Ellipsis),
            _ => match abbreviation(word.strip_suffix('.').filter(|w| !w.is_empty())?)? {
                Abbreviation::End | Abbreviation::Date => Some(Stop::Abbreviated),
                Abbreviation::Title | Abbreviation::Number => None,
            },
        }
    }

    /// Whether the mark at `i` opens what follows: it touches the next token and not the one before.
    fn opens(&self, i: usize) -> bool {
        i + 1 < self.tokens.len() && self.touches(i + 1) && !self.touches(i)
    }

    fn cuts(&self, start: usize, stop_at: usize, end: usize, stop: Stop, closes_quote: bool) -> bool {
        let Some(next) = self.tokens.get(end) else { return true };
        let word = next.span.of(self.text);
        let first = word.chars().next().unwrap_or(' ');
        let apart = !self.touches(end);
        // "(?)" is a remark, not an end.
        if stop_at > start && matches!(self.word(stop_at - 1), "(" | "[") {
            return false;
        }
        if matches!(first, ',' | ';' | ':') {
            return false;
        }
        if first.is_lowercase() {
            // The reporting clause after a quotation belongs to its sentence; a bare period before a small letter is a
            // sentence whose translation lost its capital.
            return stop == Stop::Period
                && !closes_quote
                && !self.is_ordinal(start, stop_at, end)
                && !self.is_initial(start, stop_at);
        }
        // "“Where are they?” – asked he."
        if matches!(first, '–' | '—' | '-') && reports(self.word(end + 1)) {
            return false;
        }
        if closes_quote && self.is_reporting(end, stop) {
            return false;
        }
        match stop {
            Stop::Period if self.is_ordinal(start, stop_at, end) => false,
            // ".NET", "v1 .5": a period that stands before its word.
            Stop::Period => apart || closes_quote || first.is_uppercase() || next.kind == Kind::Mark,
            Stop::Cry => apart || first.is_uppercase() || closes_quote,
            Stop::Ellipsis => {
                let stands_alone = stop_at > 0 && !self.touches(stop_at);
                apart && (!stands_alone || next.kind == Kind::Mark || starts_sentences(word))
            }
            Stop::Abbreviated => {
                let title = self.word(stop_at);
                let opens = next.kind == Kind::Mark && !matches!(first, '(' | '[' | '/' | '&' | '%' | '+');
                closes_quote
                    || (opens && matches!(first, '“' | '"' | '„' | '«' | '–' | '—'))
                    || (first.is_uppercase() && (starts_sentences(word) || title == "etc."))
            }
        }
    }

    /// Whether the period at `i` follows a list's number ("1.", "b.") at the start of a sentence, or a European ordinal
    /// ("17. December", "the 5. round").
    fn is_ordinal(&self, start: usize, i: usize, end: usize) -> bool {
        if i == start || end != i + 1 {
            return false;
        }
        let number = self.word(i - 1);
        let digits = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
        let roman = number.len() <= 4 && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        let letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic());
        let next = self.word(end);
        if i == start + 1 && (digits || roman || letter) {
            return true;
        }
        let day = digits && number.len() <= 2 && (next.starts_with(char::is_lowercase) || prints(&MONTHS, next));
        day || self.is_in_date(start, i)
    }

    /// Whether the period at `i` stands in a day in digits: "19. 4. 2021", "2022. 05. 10".
    fn is_in_date(&self, start: usize, i: usize) -> bool {
        let digits = |k: usize| {
            (start..self.tokens.len())
                .contains(&k)
                .then(|| self.word(k))
                .filter(|w| w.bytes().all(|b| b.is_ascii_digit()))
        };
        let part = |k: usize| digits(k).is_some_and(|w| w.len() <= 2);
        let year = |k: usize| digits(k).is_some_and(|w| w.len() == 4);
        // The first of its three numbers, from either period.
        let starts = |k: usize| self.word(k + 1) == "." && self.word(k + 3) == "." && part(k + 2);
        let date = |k: usize| starts(k) && (part(k) && year(k + 4) || year(k) && part(k + 4));
        date(i - 1) || i >= start + 3 && date(i - 3)
    }

    /// Whether the period at `i` follows the initial of a name: "Nadir H. said".
    fn is_initial(&self, start: usize, i: usize) -> bool {
        let letter = |word: &str| word.chars().count() == 1 && word.starts_with(char::is_uppercase);
        i >= start + 2
            && self.touches(i)
            && letter(self.word(i - 1))
            && self.word(i - 2).starts_with(char::is_uppercase)
            && self.word(i - 2).chars().count() > 1
    }

    /// Whether the reporting clause of a quotation that ended before token `at` stands there: "…?” Putin asked."
    fn is_reporting(&self, at: usize, stop: Stop) -> bool {
        let Some(verb) = (at..at + 6).find(|i| reports(self.word(*i))) else { return false };
        let named = self.tokens[at..verb].iter().all(|t| t.kind == Kind::Word);
        let after = self.word(verb + 1);
        // After a full stop "Putin said …" starts a sentence of its own unless nothing follows.
        let ends = matches!(after, "" | "." | ",");
        named && (ends || (stop == Stop::Cry && !matches!(after, "that" | "the" | "it" | "he" | "she" | "they" | ":")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        sentences(text, &tokens).iter().map(|r| span(&tokens, r).of(text)).collect()
    }

    /// Sentences are parted by a bar; a bar without spaces around it stands where the text has no space.
    fn reads(expected: &str) {
        let text = expected.replace(" | ", " ").replace('|', "");
        let wanted: Vec<&str> = expected.split('|').map(str::trim).collect();
        assert_eq!(cut(&text), wanted, "{text}");
    }

    #[test]
    fn full_stops() {
        reads("Tehran agreed. | Seoul did not. | “We will see,” it said.");
        reads("It was not promising.|Putin wants peace. | then he left.");
        reads("No date was set in 2014. | the talks failed.");
        reads("They met on 19. 4. 2021. | On 2022. 05. 10. | Then nothing. | It cost 4. | 5 came.");
        reads("He called it “a costly mistake.” | Later he left (see below). | Then (it seems) he returned.");
        reads("“We are ready. | We will go.” he said. | The end");
        reads("\"We are ready.\" | \"They are not.\" | He left.");
        reads("He said: „Wir sind bereit.“ | Then he left.");
    }

    #[test]
    fn abbreviations() {
        reads(
            "Gen. Milley and Mr. Kim met U.S. Secretary J. Baker in Washington D.C. on Nov. 5 at 3 p.m. Moscow time.",
        );
        reads("The driver Nadir H. said so. | It was plan B. | He left.");
        reads("They met in the U.S. | The talks failed. | He works for Acme Inc. | It is large.");
        reads("It was No. 5 of 10. | Was it? | No. | It was St. Petersburg.");
        reads("Sen. Graham Jr. of S.C. met Lt.-Gen. Kainerugaba vs. Uganda's army.");
    }

    #[test]
    fn questions_cries_and_ellipses() {
        reads("“What do they want?” Putin asked. | “Enough!” he said.");
        reads("“What do they want?” | Putin said that nobody knew.");
        reads("What next? | Nobody knows!|Really?! | Yes.");
        reads("We will ... wait and see... | Then we act… | Perhaps. | And ... NATO agreed.");
        reads("The envoy (?) Lajcak said so.");
    }

    #[test]
    fn lists_and_ordinals() {
        reads("1) A new meeting. | 2) An invitation. | 3) A dialogue.");
        reads("1. Withdraw the troops. | 2. Lift the sanctions.");
        reads("On 17. December the 5. round of talks began.");
        reads("a. Withdraw. | II. Sanctions stay.");
        reads("It cost 2.5 million. | 100,000 left.");
    }

    #[test]
    fn dash_speech_starts_a_sentence() {
        reads("He agreed. | – We want peace, he says.");
        reads("– We have waited. | We will act,” Stoltenberg said.");
    }

    #[test]
    fn marks_alone_never_are_a_sentence() {
        reads("... and so on. \"");
        assert_eq!(cut("***"), ["***"]);
        assert_eq!(cut(""), Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn every_token_is_in_one_sentence(text in "(\\PC{0,40}|[A-Za-z0-9.!?\"“”’()… –-]{0,80})") {
            let tokens = token::tokens(&text, Span::new(0, text.len()));
            let mut at = 0;
            for range in sentences(&text, &tokens) {
                prop_assert_eq!(range.start, at);
                prop_assert!(range.end > range.start);
                at = range.end;
            }
            prop_assert_eq!(at, tokens.len());
        }
    }
}
