//! The phrases by which sites mark what is not the article.

use super::{
    shape::{self, Line},
    words,
};
use crate::text::{order::Order, sieve::Sieve};
use std::{ops::Range, sync::LazyLock};

/// Where in a line a phrase must stand to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    Title,
    Label,
    Part,
    Section,
    Finish,
}

/// What the phrases say of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Furniture.
    Furniture,
    /// Furniture, and titles and excerpts of other pages follow.
    Section,
    /// Furniture, and nothing of the article follows.
    Finish,
}

struct Phrase {
    first: &'static str,
    words: &'static str,
    place: Place,
    most: usize,
}

/// Sorted by words: those that share a first word stand together.
static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut phrases: Vec<Phrase> = include_str!("../data/zone-phrases.txt")
        .lines()
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let place = match fields.next()? {
                "whole" => Place::Whole,
                "start" => Place::Start,
                "title" => Place::Title,
                "label" => Place::Label,
                "part" => Place::Part,
                "section" => Place::Section,
                "finish" => Place::Finish,
                _ => return None,
            };
            let (most, words) = (fields.next()?.parse().ok()?, fields.next()?);
            Some(Phrase { first: words.split(' ').next()?, words, place, most })
        })
        .collect();
    phrases.order_by_key(|p| (p.first, p.words));
    phrases
});

/// Which of them start with a word.
static BY_FIRST: LazyLock<Sieve<Group>> = LazyLock::new(|| {
    let mut groups = Sieve::default();
    for (i, phrase) in PHRASES.iter().enumerate() {
        let group = groups.or_insert(phrase.first, Group { phrases: i..i, ..Group::default() });
        group.phrases.end = i + 1;
        group.most = group.most.max(phrase.most);
        group.inside |= phrase.place == Place::Part;
    }
    for phrase in words::all("pictured") {
        let first = phrase.split(' ').next().unwrap_or_default();
        groups.or_insert(first, Group::default()).pictured.push(phrase);
    }
    groups
});

/// The phrases that start with one word.
#[derive(Default)]
struct Group {
    phrases: Range<usize>,
    /// The most words that a line may have in which one of them tells.
    most: usize,
    /// Whether one of them tells wherever it stands.
    inside: bool,
    /// Those that only stand under pictures.
    pictured: Vec<&'static str>,
}

/// What the phrases in a line say of it, if anything; the strongest word wins.
pub fn says(line: &Line) -> Option<Says> {
    let (told, pictured) = look(line);
    // It was seen on the way.
    let _ = line.pictured.set(pictured);
    told
}

/// Whether a line holds a phrase of those that only stand under pictures.
pub fn is_pictured(line: &Line) -> bool {
    *line.pictured.get_or_init(|| look(line).1)
}

/// What the phrases in a line say of it, and whether one of them only stands under pictures.
fn look(line: &Line) -> (Option<Says>, bool) {
    let (mut told, mut pictured) = (None, false);
    for (at, word) in shape::key_words(&line.key) {
        let Some(group) = BY_FIRST.get(word) else { continue };
        let rest = &line.key[at..];
        let ends = |phrase: &&str| rest.strip_prefix(*phrase).is_some_and(|r| r.is_empty() || r.starts_with(' '));
        pictured |= group.pictured.iter().any(ends);
        if line.words > group.most || at > 0 && !group.inside || told == Some(Says::Finish) {
            continue;
        }
        for phrase in &PHRASES[group.phrases.clone()] {
            if at > 0 && phrase.place != Place::Part || line.words > phrase.most {
                continue;
            }
            let follows = rest.strip_prefix(phrase.words).filter(|f| f.is_empty() || f.starts_with(' '));
            let Some(follows) = follows else { continue };
            match phrase.place {
                Place::Part => told = told.or(Some(Says::Furniture)),
                Place::Finish => {
                    told = Some(Says::Finish);
                    break;
                }
                Place::Section if is_whole(follows) && !line.stops() => told = Some(Says::Section),
                Place::Whole if is_whole(follows) && !line.stops() => told = told.or(Some(Says::Furniture)),
                Place::Start => told = told.or(Some(Says::Furniture)),
                Place::Title if !line.stops() || line.breaks_off() => told = told.or(Some(Says::Furniture)),
                Place::Label if is_labelled(line.text, phrase.words) => told = told.or(Some(Says::Furniture)),
                _ => {}
            }
        }
    }
    (told, pictured)
}

/// Whether folded words are one of the labels that stand alone on a line.
pub fn is_label(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    BY_FIRST
        .get(first)
        .is_some_and(|group| PHRASES[group.phrases.clone()].iter().any(|p| p.place == Place::Whole && p.words == words))
}

/// Whether folded words alone would be told for furniture.
pub fn tells(words: &str) -> bool {
    shape::key_words(words).any(|(at, word)| {
        let rest = &words[at..];
        BY_FIRST.get(word).is_some_and(|group| {
            PHRASES[group.phrases.clone()].iter().any(|p| {
                (at == 0 || p.place == Place::Part)
                    && !matches!(p.place, Place::Label)
                    && rest
                        .strip_prefix(p.words)
                        .is_some_and(|f| f.is_empty() || f.starts_with(' ') && p.place != Place::Whole)
            })
        })
    })
}

/// At most a count or a short mark follows ("Comments (3)", "Related:").
fn is_whole(follows: &str) -> bool {
    follows.split_whitespace().all(|w| w.bytes().all(|b| b.is_ascii_digit())) && follows.len() <= 8
}

/// Whether a mark, a digit, a no-break space or nothing follows the label.
fn is_labelled(text: &str, label: &str) -> bool {
    let mut left = label.split(' ').count();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            inside = true;
        } else if inside && !matches!(c, '\'' | '’') {
            inside = false;
            left -= 1;
            if left == 0 {
                let rest = &text[at..];
                let next = rest.trim_start().chars().next();
                return rest.starts_with('\u{a0}')
                    || next.is_none_or(|n| {
                        n.is_ascii_digit()
                            || matches!(n, ':' | '|' | '-' | '–' | '—' | '»' | '>' | '▶' | '©' | '@' | '/' | '#' | '(')
                    });
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn of(text: &str) -> Option<Says> {
        says(&Line::of(text, Span::new(0, text.len())))
    }

    #[test]
    fn every_phrase_is_folded_as_lines_are() {
        let listed = include_str!("../data/zone-phrases.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty());
        assert_eq!(listed.count(), PHRASES.len());
        for phrase in PHRASES.iter() {
            assert_eq!(super::super::shape::key(phrase.words), phrase.words);
        }
    }

    #[test]
    fn lines_of_sites() {
        for text in [
            "See also\u{a0} Court Document Explaining Why -",
            "Published: 12 March 2023",
            "Updated 14:05",
            "5 min read",
            "Comments (3)",
            "Sign up for our newsletter and get the news each morning!",
            "Tags: Iran, sanctions",
            "Here you can read the documents that Iran sent to the agency.",
            "Required fields are marked *",
        ] {
            assert_eq!(of(text), Some(Says::Furniture), "{text}");
        }
        assert_eq!(of("Related Posts"), Some(Says::Finish));
        assert_eq!(of("Most read:"), Some(Says::Section));
    }

    #[test]
    fn lines_of_articles() {
        for text in [
            "Published documents show that Iran had agreed.",
            "Source close to the talks says no deal is near",
            "Related sanctions were lifted in May.",
            "More on Friday was not expected, she said.",
            "Sudan’s army said it would print money.",
            "The world waits",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
