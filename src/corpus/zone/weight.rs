//! How much a line's words and look speak for furniture, where no phrase or form tells: weights that `script/train-furniture`
//! finds on texts of our own.

use super::shape::{Line, words_of};
use crate::text::order::Order;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Word or look: its number, and tenths of a logit.
static WEIGHTS: LazyLock<FxHashMap<&str, (u32, i32)>> = LazyLock::new(|| {
    let rows = include_str!("../data/zone-weights.tsv").lines().filter(|l| !l.starts_with('#'));
    let rows = (0..).zip(rows.filter_map(|l| l.split_once('\t')));
    rows.filter_map(|(at, (word, n))| Some((word, (at, n.parse().ok()?)))).collect()
});

/// Where a line stands in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before the running text.
    Top,
    /// Between its first line and its last.
    Middle,
    /// After it.
    Tail,
}

/// As [`weight`], with what the line's place says.
pub fn weight_at(line: &Line, place: Place) -> i32 {
    let told = |word: &str| WEIGHTS.get(word).map_or(0, |w| w.1);
    weight(line)
        + match (place, line.stops()) {
            (Place::Top, true) => told("+top."),
            (Place::Top, false) => told("+top0"),
            (Place::Middle, _) => 0,
            (Place::Tail, true) => told("+tail."),
            (Place::Tail, false) => told("+tail0"),
        }
}

/// More than nothing speaks for furniture, less for the article; in tenths.
pub fn weight(line: &Line) -> i32 {
    let weights = &*WEIGHTS;
    let told = |word: &str| weights.get(word).map_or(0, |w| w.1);
    let words = line.key.split(' ').filter(|w| !w.bytes().all(|b| b.is_ascii_digit()));
    // A word counts once.
    let mut known: Vec<(u32, i32)> = words.filter_map(|word| weights.get(word).copied()).collect();
    known.order();
    known.dedup();
    let mut sum = told("+bias") + known.iter().map(|w| w.1).sum::<i32>();
    sum += told(match line.words {
        0..=3 => "+n0",
        4..=8 => "+n1",
        9..=16 => "+n2",
        17..=30 => "+n3",
        _ => "+n4",
    });
    sum += told(match line.last {
        Some('.' | '…') => "+end.",
        Some('!') => "+end!",
        Some('?') => "+end?",
        _ => "+end0",
    });
    if line.text.contains(['|', '»', '©', '@', '#', '/', '>', '•', '*']) {
        sum += told("+mark");
    }
    if line.text.contains(['“', '„', '«', '"']) {
        sum += told("+quote");
    }
    if line.digits {
        sum += told("+digit");
    }
    let (count, capitals) =
        words_of(line.text).fold((0, 0), |(n, c), w| (n + 1, c + usize::from(w.starts_with(char::is_uppercase))));
    sum += match (10 * capitals).checked_div(count) {
        None => 0,
        Some(0 | 1) => told("+cap0"),
        Some(2..=4) => told("+cap1"),
        Some(5..=7) => told("+cap2"),
        Some(_) => told("+cap3"),
    };
    if line.text.find(": ").is_some_and(|at| line.text[..at].chars().count() < 39) {
        sum += told("+label");
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn words_speak_for_furniture_or_the_article() {
        let of = |text: &str| weight(&Line::of(text, Span::new(0, text.len())));
        for text in [
            "Sign the letter of our readers and share it with your friends",
            "Photo gallery of the day: winter in the mountains, send us yours",
            "More articles of this author in our archive",
        ] {
            assert!(of(text) > 0, "{text}: {}", of(text));
        }
        for text in [
            "The minister said that the talks had ended without a result.",
            "Seoul: no talks under pressure",
            "“We will not wait any longer,” the envoy told lawmakers.",
        ] {
            assert!(of(text) < 0, "{text}: {}", of(text));
        }
    }
}
