//! Small letters. The standard library's table of them is twelve kilobytes in the program; here letters that lie side by
//! side are one row.

use std::{borrow::Cow, sync::LazyLock};

/// Capitals that are as far from their small letters.
struct Run {
    first: u32,
    last: u32,
    /// Every one, or every other.
    step: u32,
    distance: i32,
}

/// `data/lower.tsv` names its source.
static RUNS: LazyLock<Vec<Run>> = LazyLock::new(|| {
    let lines = include_str!("data/lower.tsv").lines().filter(|l| !l.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut parts = line.split('\t');
            let mut letter = || u32::from_str_radix(parts.next()?, 16).ok();
            let (first, last, step) = (letter()?, letter()?, letter()?);
            Some(Run { first, last, step, distance: parts.next()?.parse().ok()? })
        })
        .collect()
});

/// The small letter of a capital, else the character. "İ" gives "i", without the dot that [`Lower`] leaves above it.
pub fn lower_char(c: char) -> char {
    match c {
        c if c.is_ascii() => c.to_ascii_lowercase(),
        'İ' => 'i',
        // No letter without capitals in between is looked for: most of what is not ASCII is a mark.
        '\u{2000}'..='\u{20ff}' => c,
        c => {
            let c = u32::from(c);
            let run = RUNS.get(RUNS.partition_point(|r| r.last < c));
            let lower = run.filter(|r| r.first <= c && (c - r.first) % r.step.max(1) == 0);
            let lower = lower.and_then(|r| char::from_u32(c.wrapping_add_signed(r.distance)));
            lower.or(char::from_u32(c)).unwrap_or_default()
        }
    }
}

/// Whether a word starts with a capital letter. Asked of every word, many times: most begin with a plain letter.
pub fn starts_upper(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

/// Text in small letters.
pub trait Lower {
    /// As `str::to_lowercase`, but that "Σ" is always "σ".
    fn lower(&self) -> String;

    /// The same; itself where it has nothing but plain small letters and marks, as most words.
    fn low(&self) -> Cow<'_, str>;
}

impl Lower for str {
    #[inline(never)]
    fn lower(&self) -> String {
        if self.is_ascii() {
            return self.to_ascii_lowercase();
        }
        let mut small = String::with_capacity(self.len());
        for c in self.chars() {
            small.push(lower_char(c));
            if c == 'İ' {
                small.push('\u{307}');
            }
        }
        small
    }

    fn low(&self) -> Cow<'_, str> {
        if self.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            Cow::Borrowed(self)
        } else {
            Cow::Owned(self.lower())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The oracle is the standard library.
    #[test]
    #[allow(clippy::disallowed_methods)]
    fn every_letter_has_its_small_one() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = c.to_string();
            assert_eq!(text.lower(), c.to_lowercase().to_string(), "{c} {:x}", u32::from(c));
            assert_eq!(Some(lower_char(c)), c.to_lowercase().next());
            assert_eq!(text.low(), text.lower());
        }
        assert_eq!(
            "Çavuşoğlu said İstanbul, ŽIŽEK, ΑΘΗΝΑ, КИЇВ’S".lower(),
            "çavuşoğlu said i\u{307}stanbul, žižek, αθηνα, київ’s"
        );
    }
}
