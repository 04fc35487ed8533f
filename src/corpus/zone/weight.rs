//! How much a line's words and look speak for furniture, where no phrase or form tells: weights that `script/train-furniture`
//! finds on texts of our own.

use super::shape::{Line, holds, key_words, words_of};
use crate::text::sieve::Sieve;
use std::sync::LazyLock;

/// What speaks: words, and how a line looks.
struct Weights {
    /// For each word its number, and tenths of a logit.
    words: Sieve<(u32, i32)>,
    bias: i32,
    /// By how many words there are.
    length: [i32; 5],
    /// By the last mark: a stop, "!", "?", none.
    end: [i32; 4],
    mark: i32,
    quote: i32,
    digit: i32,
    label: i32,
    /// By how many words have a capital.
    capitals: [i32; 4],
    /// At the top and at the tail, with a stop and without.
    top: [i32; 2],
    tail: [i32; 2],
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let rows = include_str!("../data/zone-weights.tsv").lines().filter(|l| !l.starts_with('#'));
    let rows = (0..).zip(rows.filter_map(|l| l.split_once('\t')));
    let words: Sieve<(u32, i32)> = rows.filter_map(|(at, (word, n))| Some((word, (at, n.parse().ok()?)))).collect();
    let told = |look: &str| words.get(look).map_or(0, |w| w.1);
    Weights {
        bias: told("+bias"),
        length: ["+n0", "+n1", "+n2", "+n3", "+n4"].map(told),
        end: ["+end.", "+end!", "+end?", "+end0"].map(told),
        mark: told("+mark"),
        quote: told("+quote"),
        digit: told("+digit"),
        label: told("+label"),
        capitals: ["+cap0", "+cap1", "+cap2", "+cap3"].map(told),
        top: ["+top.", "+top0"].map(told),
        tail: ["+tail.", "+tail0"].map(told),
        words,
    }
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
    let open = usize::from(!line.stops());
    weight(line)
        + match place {
            Place::Top => WEIGHTS.top[open],
            Place::Middle => 0,
            Place::Tail => WEIGHTS.tail[open],
        }
}

/// More than nothing speaks for furniture, less for the article; in tenths.
pub fn weight(line: &Line) -> i32 {
    let weights = &*WEIGHTS;
    let mut sum = weights.bias;
    // A word counts once.
    let mut known: Vec<u32> = Vec::with_capacity(16);
    for (_, word) in key_words(&line.key) {
        if let Some((number, weight)) = weights.words.get(word)
            && !word.bytes().all(|b| b.is_ascii_digit())
            && !known.contains(number)
        {
            known.push(*number);
            sum += weight;
        }
    }
    sum += weights.length[match line.words {
        0..=3 => 0,
        4..=8 => 1,
        9..=16 => 2,
        17..=30 => 3,
        _ => 4,
    }];
    sum += weights.end[match line.last {
        Some('.' | '…') => 0,
        Some('!') => 1,
        Some('?') => 2,
        _ => 3,
    }];
    if holds(line.text, &['|', '»', '©', '@', '#', '/', '>', '•', '*']) {
        sum += weights.mark;
    }
    if holds(line.text, &['“', '„', '«', '"']) {
        sum += weights.quote;
    }
    if line.digits {
        sum += weights.digit;
    }
    let (count, capitals) =
        words_of(line.text).fold((0, 0), |(n, c), w| (n + 1, c + usize::from(w.starts_with(char::is_uppercase))));
    sum += match (10 * capitals).checked_div(count) {
        None => 0,
        Some(0 | 1) => weights.capitals[0],
        Some(2..=4) => weights.capitals[1],
        Some(5..=7) => weights.capitals[2],
        Some(_) => weights.capitals[3],
    };
    // So many bytes hold more than 39 characters.
    let head = line.text.as_bytes().get(..160).unwrap_or(line.text.as_bytes());
    let label = head.windows(2).position(|w| w == b": ").and_then(|at| line.text.get(..at));
    if label.is_some_and(|label| label.chars().count() < 39) {
        sum += weights.label;
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
