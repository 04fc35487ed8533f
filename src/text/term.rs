//! Terms: words as search and codebook compare them, folded and without marks.

use super::{
    fold::fold,
    token::{self, is_apostrophe},
};

/// A word as it is compared.
pub fn term(word: &str) -> String {
    fold(word).trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_string()
}

/// The terms of a text; marks and the possessive ’s are left out.
pub fn terms(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_term(text, |term| {
        if !term.is_empty() {
            found.push(term.to_string());
        }
    });
    found
}

/// Calls `take` with the term of every word of a text, in order; marks and the possessive ’s are left out. A word that
/// has no form in ASCII gives an empty term: it has its place, but cannot be found.
///
/// The words are those of [`token::tokens`]. A run of ASCII letters and digits whose end is in no doubt is taken at
/// once; all else is asked there.
pub fn each_term(text: &str, mut take: impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut word = String::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let class = class(byte);
        if class == Class::Mark {
            at += 1;
            continue;
        }
        if class == Class::Alphanumeric {
            word.clear();
            let run = bytes[at..].iter().take_while(|b| self::class(**b) == Class::Alphanumeric);
            word.extend(run.map(|b| b.to_ascii_lowercase() as char));
            let end = at + word.len();
            if ends_there(bytes, end) && !is_cut_or_address(&word) {
                take(&word);
                at = end;
                continue;
            }
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return };
        if c.is_alphanumeric() {
            let (end, _, cut) = token::word_at(text, at);
            let first = cut.unwrap_or(end);
            // A clitic's own part is never the possessive where nothing stands before it.
            take(&term(&text[at..first]));
            let rest = &text[first..end];
            if !rest.is_empty() && !is_possessive(rest) {
                take(&term(rest));
            }
            at = end;
        } else if let Some(end) = is_apostrophe(c).then(|| token::stray_clitic_end(text, at)).flatten() {
            if !is_possessive(&text[at..end]) {
                take(&term(&text[at..end]));
            }
            at = end;
        } else {
            at += c.len_utf8();
        }
    }
}

/// Whether a token is the possessive ’s, which no search looks for.
pub fn is_possessive(token: &str) -> bool {
    matches!(token, "'s" | "’s")
}

/// The keys under which a term is found: itself, and the parts of a hyphenated one, which stand at the same place.
pub fn keys(term: &str) -> impl Iterator<Item = &str> {
    let parts = term.split('-').filter(|part| !part.is_empty() && part.len() < term.len());
    std::iter::once(term).chain(parts).filter(|key| !key.is_empty())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Alphanumeric,
    /// White space and marks that never are in a word or before one.
    Mark,
    /// An apostrophe, or outside ASCII.
    Other,
}

/// The class of every byte.
static CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Alphanumeric,
            b'\'' | b'`' => Class::Other,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    CLASSES[byte as usize]
}

/// Whether a word of ASCII letters and digits surely ends before byte `end`.
fn ends_there(bytes: &[u8], end: usize) -> bool {
    let Some(&mark) = bytes.get(end) else { return true };
    let after = bytes.get(end + 1).copied().unwrap_or(b' ');
    let before_word = || class(after) == Class::Alphanumeric || !after.is_ascii();
    match mark {
        b'-' | b'&' | b'@' | b'_' | b'\'' | b',' | b':' | b'/' => !before_word(),
        b'.' => !before_word() && after != b'-',
        // “ ” – — … and the like; hyphens and ’ are left out.
        0xE2 => after == 0x80 && !matches!(bytes.get(end + 2), Some(0x90 | 0x91 | 0x98 | 0x99) | None),
        _ => mark.is_ascii(),
    }
}

/// Whether the tokenizer may cut this word in two, or read an address from it on.
fn is_cut_or_address(word: &str) -> bool {
    matches!(word, "cannot" | "gonna" | "wanna" | "gotta" | "www") || word.starts_with("http")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{span::Span, token::Kind};
    use proptest::prelude::*;

    /// The rule, said with the tokenizer.
    fn by_tokens(text: &str) -> Vec<String> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        let words = tokens.iter().filter(|t| t.kind != Kind::Mark).map(|t| t.span.of(text));
        words.filter(|w| !is_possessive(w)).map(term).collect()
    }

    fn fast(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_term(text, |t| found.push(t.to_string()));
        found
    }

    #[test]
    fn words_without_marks() {
        assert_eq!(
            terms("“Türkiye’s de-escalation” – 2,000 km (Höðr)"),
            ["turkiye", "de-escalation", "2,000", "km", "hodr"]
        );
    }

    #[test]
    fn parts_of_a_hyphenated_word_are_keys() {
        assert_eq!(keys("north-south-").collect::<Vec<_>>(), ["north-south-", "north", "south"]);
        assert_eq!(keys("talks").collect::<Vec<_>>(), ["talks"]);
        assert_eq!(keys("").count(), 0);
    }

    #[test]
    fn the_quick_way_gives_the_tokenizers_words() {
        for text in [
            "Gen. Kim of the U.S.-led force said “we cannot wait.” It's 3.5%; the a.m. talks—'s and Iran ’s plan...",
            "Seoul's 1,000,see http://x.org/a?b=c, www.y.com and AT&T/BBC-led cafés’ o‘clock. i.e.-like",
            "She didn't; they're gonna go.- x.-y Cannot www.:a",
        ] {
            assert_eq!(fast(text), by_tokens(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn on_any_text(text in "\\PC{0,80}") {
            prop_assert_eq!(fast(&text), by_tokens(&text));
        }

        #[test]
        fn on_words_and_marks(text in "([A-Za-z]{1,4}|[0-9]{1,3}|http|www|U\\.S|cannot|Gen|s|t|é|[ .,:;/&@_'’‘`“”–—…‐-]|\\n){0,40}") {
            prop_assert_eq!(fast(&text), by_tokens(&text));
        }
    }
}
