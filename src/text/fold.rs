//! Folding for search and slugs only, never for display.

/// `text` in lower-case ASCII, as search compares it ("Séoul" → "seoul").
pub fn fold(text: &str) -> String {
    deunicode::deunicode(text).to_lowercase()
}

/// A name's slug for links: folded, other characters than letters and digits become single hyphens.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Volodymyr Zelenskyy (UA)"), "volodymyr-zelenskyy-ua");
        assert_eq!(slug("Česká  tisková"), "ceska-tiskova");
    }
}
