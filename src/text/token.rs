//! Tokens: words, numbers and marks, cut as Universal Dependencies' English treebank (EWT) cuts them.
//!
//! One wilful difference: EWT cuts most hyphenated words ("five - hour"), here they stay whole ("five-hour",
//! "Secretary-General"), because titles, durations and adjectives are read as one word by every rule above this layer.

use super::{
    abbreviation::{Abbreviation, abbreviation, is_single_letter},
    plain::{LETTER, run},
    span::Span,
};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner hyphens, periods and apostrophes ("U.S.", "de-escalate", "Gen."); a split-off clitic ("’s",
    /// "n’t") too.
    Word,
    /// Digits with inner separators ("100,000", "2.5", "14:05", "9/11"; "25-year" is a word).
    Number,
    /// Any other mark, one character a token; "..." and "--" are one.
    Mark,
}

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
}

/// The tokens inside `within`, in order; they never overlap and skip only white space.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let words = within.of(text);
    let base = within.start as usize;
    let mut found: Vec<Token> = Vec::with_capacity(words.len() / 5 + 1);
    let mut push =
        |start: usize, end: usize, kind| found.push(Token { span: Span::new(base + start, base + end), kind });
    let mut at = 0;
    loop {
        // Most tokens are small letters between spaces.
        if let Some(end) = plain_word_end(words.as_bytes(), at) {
            push(at, end, Kind::Word);
            at = end + usize::from(words.as_bytes().get(end) == Some(&b' '));
            continue;
        }
        let Some(c) = char_at(words, at) else { break };
        let next = at + c.len_utf8();
        if c.is_whitespace() {
            at = next;
        } else if c.is_alphanumeric() {
            let (end, kind, cut) = word_at(words, at);
            match cut {
                Some(cut) => {
                    push(at, cut, kind);
                    push(cut, end, kind);
                }
                None => push(at, end, kind),
            }
            at = end;
        } else if let Some(end) = stray_clitic_end(words, at) {
            push(at, end, Kind::Word);
            at = end;
        } else {
            let mut end = next;
            while matches!(c, '.' | '-') && char_at(words, end) == Some(c) {
                end += c.len_utf8();
            }
            push(at, end, Kind::Mark);
            at = end;
        }
    }
    found
}

/// The only token of a text that is one word of plain letters.
pub fn plain(text: &str) -> Option<Token> {
    let whole = plain_word_end(text.as_bytes(), 0) == Some(text.len());
    whole.then(|| Token { span: Span::new(0, text.len()), kind: Kind::Word })
}

/// Where a word of plain letters ends that starts at `at`, if it does and no rule looks at it or at what follows it.
fn plain_word_end(words: &[u8], at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let letters = run(rest, LETTER);
    let (word, after) = rest.split_at_checked(letters)?;
    let parts = after.first().is_none_or(|b| {
        b.is_ascii() && !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'&' | b'@' | b'_' | b'.' | b'\'')
    });
    // "cannot", "gonna", "http://…"
    let cut = matches!(
        word,
        [] | [b'h' | b'H', b't' | b'T', ..]
            | [b'w', b'w', ..]
            | [b'c' | b'C', b'a' | b'A', b'n' | b'N', _, _, _]
            | [b'g' | b'G' | b'w' | b'W', _, _, _, b'a' | b'A']
    );
    (parts && !cut).then_some(at + letters)
}

/// The word or number that starts at `at`: where it ends, what it is, and where it is cut in two, if it is.
pub(super) fn word_at(words: &str, at: usize) -> (usize, Kind, Option<usize>) {
    let end = address_end(words, at).unwrap_or_else(|| word_end(words, at));
    let word = &words[at..end];
    if is_number(word) {
        return (end, Kind::Number, None);
    }
    (end, Kind::Word, cut_in(word).map(|cut| at + cut))
}

fn char_at(words: &str, at: usize) -> Option<char> {
    words.get(at..)?.chars().next()
}

/// The last character before byte `at`.
fn char_before(words: &str, at: usize) -> Option<char> {
    words.get(..at)?.chars().next_back()
}

/// Whether a mark is an apostrophe in one of its spellings.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '´' | '`' | 'ʼ' | '＇')
}

/// Where the word or number that starts at `at` ends.
fn word_end(words: &str, at: usize) -> usize {
    // Where the current piece (after the last hyphen) starts, and where its last part (after the last period).
    let (mut piece, mut part) = (at, at);
    let mut end = at;
    let bytes = words.as_bytes();
    loop {
        // Most words are plain letters up to a space.
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        let Some(c) = char_at(words, end).filter(|c| *c != ' ') else { break };
        let after = end + c.len_utf8();
        if c.is_alphanumeric() || is_mark_of_letter(c) {
            end = after;
            continue;
        }
        let before = char_before(words, end).unwrap_or(' ');
        let next = char_at(words, after);
        let between_digits = before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit());
        let between_letters = next.is_some_and(char::is_alphanumeric);
        let joins = match c {
            '-' | '\u{2010}' | '\u{2011}' => {
                piece = after;
                part = after;
                between_letters
            }
            ',' | ':' | '/' => between_digits,
            '&' | '@' | '_' => between_letters,
            '.' => {
                if between_digits || joins_at_period(words, part, end) {
                    part = after;
                    true
                } else {
                    if !carries_period(words, at, piece, end) {
                        return end;
                    }
                    // A period that belongs to the word; the word goes on only after a hyphen ("U.S.-led", "Lt.-Gen.").
                    let hyphen = matches!(next, Some('-' | '\u{2011}'))
                        && char_at(words, after + next.map_or(1, char::len_utf8)).is_some_and(char::is_alphanumeric);
                    if !hyphen {
                        return after;
                    }
                    true
                }
            }
            _ => is_apostrophe(c) && c != '‘' && c != '`' && between_letters,
        };
        if !joins {
            break;
        }
        end = after;
    }
    end
}

/// Whether the period at `end` stands inside one word: an initialism ("U.S."), an address ("nrk.no"), "Ph.D.".
fn joins_at_period(words: &str, part: usize, end: usize) -> bool {
    let left = &words[part..end];
    let rest = &words[end + 1..];
    let right = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    if right.is_empty() {
        return false;
    }
    if is_single_letter(right) {
        let goes_on = rest[right.len()..].starts_with('.');
        return is_single_letter(left) || (left == "Ph" && right == "D" && goes_on);
    }
    let lower = right.chars().all(|c| c.is_ascii_lowercase());
    if lower {
        return left.len() > 1
            && matches!(
                right,
                "com"
                    | "org"
                    | "net"
                    | "gov"
                    | "edu"
                    | "info"
                    | "int"
                    | "mil"
                    | "eu"
                    | "uk"
                    | "ru"
                    | "ua"
                    | "de"
                    | "fr"
                    | "es"
                    | "se"
                    | "fi"
                    | "dk"
                    | "pl"
                    | "cz"
                    | "kr"
                    | "jp"
                    | "cn"
                    | "ir"
                    | "tr"
                    | "tv"
                    | "io"
                    | "no"
                    | "nl"
                    | "ch"
                    | "il"
                    | "rs"
                    | "html"
                    | "pdf"
                    | "co"
            );
    }
    matches!(right, "Com" | "Org" | "Net" | "Ru" | "RU" | "UA" | "Info" | "COM" | "ORG")
}

/// Whether the period at `end` belongs to the word `words[at..end]`, whose last hyphenated piece starts at `piece`.
fn carries_period(words: &str, at: usize, piece: usize, end: usize) -> bool {
    let word = &words[piece..end];
    let rest = &words[end + 1..];
    if let Some(sort) = abbreviation(word) {
        return match sort {
            Abbreviation::Number => rest.trim_start().starts_with(|c: char| c.is_ascii_digit()),
            _ => !rest.starts_with('.'),
        };
    }
    if word == "Ph.D" {
        return true;
    }
    // An initial: one capital before a name ("George W. Bush", "J.Biden"), not the end of "plan B. The …".
    if piece != at || !is_single_letter(word) || !word.starts_with(char::is_uppercase) {
        return false;
    }
    let follows = rest.trim_start();
    let name = &follows[..follows.find(|c: char| !c.is_alphanumeric() && !is_apostrophe(c)).unwrap_or(follows.len())];
    // "the brothers Charles G. and David H. Koch"
    if name == "and" && words[..at].trim_end().ends_with(char::is_alphabetic) {
        return true;
    }
    if !name.starts_with(char::is_uppercase) || super::sentence::starts_sentences(name) {
        return false;
    }
    // "he and I. Putin", "World War I. Moscow": a bare I is no initial unless a name stands before it or nothing.
    word != "I" || words[..at].trim_end().is_empty()
}

/// Where a web or mail address that starts at `at` ends, if one does.
fn address_end(words: &str, at: usize) -> Option<usize> {
    let rest = &words[at..];
    if !rest.starts_with(['h', 'H', 'w']) || !["http", "HTTP", "www."].iter().any(|p| rest.starts_with(p)) {
        return None;
    }
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    (address.contains("://") || address.starts_with("www.")).then_some(at + address.len())
}

/// Where a clitic that the translation cut off its word ("Russia ‘s") ends.
pub(super) fn stray_clitic_end(words: &str, at: usize) -> Option<usize> {
    let c = char_at(words, at).filter(|c| is_apostrophe(*c))?;
    if !char_before(words, at)?.is_whitespace() || !words[..at].trim_end().ends_with(char::is_alphanumeric) {
        return None;
    }
    let rest = &words[at + c.len_utf8()..];
    let tail = ["s", "re", "ve", "ll"].iter().find(|t| rest.starts_with(**t))?;
    let closed = rest[tail.len()..].chars().next().is_none_or(|n| n.is_whitespace() || matches!(n, '.' | ','));
    closed.then_some(at + c.len_utf8() + tail.len())
}

fn is_mark_of_letter(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_number(word: &str) -> bool {
    word.chars().all(|d| d.is_ascii_digit() || matches!(d, ',' | '.' | ':' | '/'))
}

/// Where a word is cut in two: before a clitic ("’s", "n’t", "’re"), and "can|not", "gon|na".
fn cut_in(word: &str) -> Option<usize> {
    if word.eq_ignore_ascii_case("cannot") || ["gonna", "wanna", "gotta"].iter().any(|w| word.eq_ignore_ascii_case(w)) {
        return Some(3);
    }
    if word.bytes().all(|b| b.is_ascii() && !matches!(b, b'\'' | b'`')) {
        return None;
    }
    let (at, mark) = word.char_indices().rev().find(|(_, c)| is_apostrophe(*c))?;
    let tail = &word[at + mark.len_utf8()..];
    let is = |t: &str| tail.eq_ignore_ascii_case(t);
    let cut = if is("t") && word[..at].ends_with(['n', 'N']) {
        at - 1
    } else if ["s", "re", "ve", "ll", "d", "m"].iter().any(|t| is(t)) {
        at
    } else {
        return None;
    };
    (cut > 0).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text, Span::new(0, text.len())).iter().map(|t| t.span.of(text)).collect()
    }

    /// The expected tokens are written with a middle dot between those that touch, so that a case reads as text.
    fn reads(expected: &str) {
        let text = expected.replace('·', "");
        let tokens: Vec<&str> = expected.split([' ', '·']).filter(|t| !t.is_empty()).collect();
        assert_eq!(cut(&text), tokens, "{text}");
    }

    #[test]
    fn cuts_as_the_treebank_does() {
        reads("Russia·’s U.S. plan wo·n't cost 100,000·.");
        reads("–· “·We·’re ready·,·” he said·...");
        reads("the bases·’ de-escalation (·OSCE·)");
        reads("They can·not and ca·n’t pay $·5 or 3·% of US·$·2.5bn·.");
        reads("At 14:05 on 11/28/2000 he e-mailed a.b@example.org via https://example.org/x?y=1·, and·/·or AT&T·.");
        reads("the Ba'athists·’ Sha'lan did·n’t");
    }

    #[test]
    fn abbreviations_and_initials_keep_their_period() {
        reads(
            "Gen. Mark A. Milley met Mr. V.V. Putin at St. James·'s·, No. 5·, on Sept. 3 at 5 p.m. in Washington D.C. too",
        );
        reads("No·. The answer is plan B·. They left");
        reads("the U.S.-led Lt.-Gen. Kim of the anti-U.S. camp has a Ph.D. now");
        reads("after World War I·. Moscow");
    }

    #[test]
    fn a_missing_space_after_a_full_stop_is_seen() {
        reads("not promising·.·Putin wants peace·.·he said nrk.no and Lenta.Ru wrote in 2014·.·The end");
        reads("U.S.·Secretary J.·Biden");
    }

    #[test]
    fn a_clitic_cut_off_its_word_stays_one() {
        reads("Russia ‘s exit and ‘·so be it·’");
        reads("Iran ’s plan");
    }

    proptest! {
        #[test]
        fn every_character_but_white_space_is_in_one_token(text in "\\PC{0,120}") {
            let joined: String = cut(&text).concat();
            let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(joined, expected);
        }

        #[test]
        fn plain_words_are_cut_as_all_words(text in "[A-Ca-chtwn0-9.,:/'’&@_é -]{0,30}|(can|not|gonna|wanna|http|www|:/|[., '’-]){0,8}") {
            for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
                if let Some(end) = plain_word_end(text.as_bytes(), at) {
                    prop_assert_eq!(word_at(&text, at), (end, Kind::Word, None));
                }
            }
        }

        #[test]
        fn the_same_holds_of_marks_and_letters_mixed(text in "[A-Za-zé0-9.,:/'’‘@&_$% -]{0,60}") {
            let joined: String = cut(&text).concat();
            let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(joined, expected);
        }
    }
}
