//! Terms: words as search and codebook compare them, folded and without marks.

use super::{
    fold::fold,
    span::Span,
    token::{self, Kind},
};

/// A word as it is compared.
pub fn term(word: &str) -> String {
    fold(word).trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_string()
}

/// The terms of a text; marks and the possessive ’s are left out.
pub fn terms(text: &str) -> Vec<String> {
    token::tokens(text, Span::new(0, text.len()))
        .iter()
        .filter(|t| t.kind != Kind::Mark)
        .map(|t| t.span.of(text))
        .filter(|w| !matches!(*w, "'s" | "’s"))
        .map(term)
        .filter(|t| !t.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_marks() {
        assert_eq!(
            terms("“Türkiye’s de-escalation” – 2,000 km (Höðr)"),
            ["turkiye", "de-escalation", "2,000", "km", "hodr"]
        );
    }
}
