//! Sentences of a block of text, robust on machine translation.

use super::{span::Span, token::Token};

/// The sentences of one block (a line or paragraph), as ranges of `tokens`, which are that block's tokens.
///
/// Spans are trimmed, in order, and hold every token.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        let ends = matches!(token.span.of(text), "." | "!" | "?" | "...");
        let next = tokens.get(i + 1);
        if ends
            && next.is_none_or(|n| {
                n.span.of(text).chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric())
            })
            && next.is_none_or(|n| n.span.start > token.span.end)
        {
            found.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// The span that a range of tokens covers.
pub fn span(tokens: &[Token], range: &std::ops::Range<usize>) -> Span {
    match (tokens.get(range.start), range.end.checked_sub(1).and_then(|i| tokens.get(i))) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::new(0, 0),
    }
}
