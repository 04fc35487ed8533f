//! Tokens: words, numbers and marks, cut as Universal Dependencies' English treebank cuts them.

use super::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner hyphens, periods and apostrophes ("U.S.", "de-escalate"); a split-off clitic ("’s", "n’t") too.
    Word,
    /// Digits with inner separators ("100,000", "2.5", "25-year" is a word).
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
    let mut found: Vec<Token> = Vec::new();
    let words = within.of(text);
    let base = within.start as usize;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = at + c.len_utf8();
        let kind = if c.is_alphanumeric() {
            while let Some(&(next, d)) = chars.peek() {
                let joins = matches!(d, '-' | '.' | '\'' | '’' | ',' | '&' | '\u{2011}')
                    && words[next + d.len_utf8()..].chars().next().is_some_and(|e| {
                        if d == ',' { c.is_ascii_digit() && e.is_ascii_digit() } else { e.is_alphanumeric() }
                    });
                if !(d.is_alphanumeric() || joins || is_mark_of_letter(d)) {
                    break;
                }
                chars.next();
                end = next + d.len_utf8();
            }
            // A period that ends an initialism belongs to it ("U.S.").
            if words[at..end].contains('.')
                && words[end..].starts_with('.')
                && words[at..end].split('.').all(|p| p.chars().count() == 1)
            {
                chars.next();
                end += 1;
            }
            if words[at..end].chars().all(|d| d.is_ascii_digit() || d == ',' || d == '.') {
                Kind::Number
            } else {
                Kind::Word
            }
        } else {
            while let Some(&(next, d)) = chars.peek() {
                if d != c || !matches!(c, '.' | '-') {
                    break;
                }
                chars.next();
                end = next + d.len_utf8();
            }
            Kind::Mark
        };
        let cut = if kind == Kind::Word { clitic(&words[at..end]) } else { None };
        match cut {
            Some(cut) => {
                found.push(Token { span: Span::new(base + at, base + at + cut), kind });
                found.push(Token { span: Span::new(base + at + cut, base + end), kind });
            }
            None => found.push(Token { span: Span::new(base + at, base + end), kind }),
        }
    }
    found
}

fn is_mark_of_letter(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Where a clitic ("’s", "n’t", "’re") starts in a word, if it has one.
fn clitic(word: &str) -> Option<usize> {
    let quote = word.char_indices().rev().find(|(_, c)| matches!(c, '\'' | '’'))?;
    let tail = word[quote.0 + quote.1.len_utf8()..].to_ascii_lowercase();
    let cut = match tail.as_str() {
        "t" if word[..quote.0].ends_with(['n', 'N']) => quote.0 - 1,
        "s" | "re" | "ve" | "ll" | "d" | "m" => quote.0,
        _ => return None,
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

    #[test]
    fn cuts_as_the_treebank_does() {
        assert_eq!(
            cut("Russia’s U.S. plan won't cost 100,000."),
            ["Russia", "’s", "U.S.", "plan", "wo", "n't", "cost", "100,000", "."]
        );
        assert_eq!(cut("– “We’re ready,” he said..."), ["–", "“", "We", "’re", "ready", ",", "”", "he", "said", "..."]);
        assert_eq!(cut("the bases’ de-escalation (OSCE)"), ["the", "bases", "’", "de-escalation", "(", "OSCE", ")"]);
    }

    proptest! {
        #[test]
        fn every_character_but_white_space_is_in_one_token(text in "\\PC{0,120}") {
            let joined: String = cut(&text).concat();
            let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(joined, expected);
        }
    }
}
