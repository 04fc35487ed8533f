//! Folding for search and slugs only, never for display.

use crate::text::ordered::OrderedSet;
use crate::text::{lower::lower_char, order::Order};
use std::sync::LazyLock;

/// Characters outside ASCII and what they fold to, sorted: `data/fold.tsv` names its source.
static TABLE: LazyLock<Vec<(char, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("data/fold.tsv").lines().filter(|l| !l.starts_with('#'));
    let mut table: Vec<_> =
        lines.filter_map(|l| l.split_once('\t')).filter_map(|(c, to)| Some((c.chars().next()?, to))).collect();
    table.order();
    table
});

/// `text` as search compares it: lower case, and plain ASCII where the script has a usual form in it ("Séoul" → "seoul").
/// Letters of other scripts stay as they are.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |c| folded.push(c));
    }
    folded
}

/// Gives `add` what one character folds to.
pub fn fold_char(c: char, mut add: impl FnMut(char)) {
    if c.is_ascii() {
        add(c.to_ascii_lowercase());
    } else if c.is_whitespace() {
        add(' ');
    } else {
        let lower = lower_char(c);
        match TABLE.binary_search_by_key(&lower, |row| row.0) {
            Ok(at) => TABLE[at].1.chars().for_each(&mut add),
            // What is left of a decomposed letter.
            Err(_) if ('\u{300}'..='\u{36f}').contains(&lower) => {}
            Err(_) => add(lower),
        }
    }
}

/// A name's slug for links: folded, a letter of another script by its number, all else single hyphens.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if c.is_alphanumeric() {
            slug.push_str(&format!("u{:x}", u32::from(c)));
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The slug of `name`, or `unnamed` where it has none, with a number where it is taken already; takes it.
pub fn free_slug(name: &str, unnamed: &str, taken: &mut OrderedSet<String>) -> String {
    let slug = slug(name);
    let slug = if slug.is_empty() { unnamed.to_string() } else { slug };
    let numbered = (2..).map(|n| format!("{slug}-{n}"));
    let free = std::iter::once(slug.clone()).chain(numbered).find(|s| !taken.contains(s)).unwrap_or(slug);
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lower::Lower;
    use proptest::prelude::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Volodymyr Zelenskyy (UA)"), "volodymyr-zelenskyy-ua");
        assert_eq!(slug("Česká  tisková"), "ceska-tiskova");
        assert_eq!(slug("İstanbul – Straße"), "istanbul-strasse");
        assert_eq!(slug("北京"), "u5317u4eac");
    }

    #[test]
    fn the_table_is_deunicodes() {
        for (c, to) in TABLE.iter() {
            assert_eq!(deunicode::deunicode_char(*c).map(Lower::lower).as_deref(), Some(*to), "{c}");
        }
    }

    proptest! {
        #[test]
        fn folding_folded_text_changes_nothing(text in "\\PC{0,60}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn a_slug_fits_a_link(text in "\\PC{0,60}") {
            prop_assert!(slug(&text).chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        }
    }
}
