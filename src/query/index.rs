//! A positional inverted index in memory: where each folded word stands.
//!
//! Words are numbered through the whole corpus, marks and possessives left out, so that "Russia’s demands" is two
//! neighbours. Parts of a hyphenated word stand at the same place as the whole.

use super::sheet::Sheet;
use crate::{
    corpus::article::Article,
    text::{span::Span, term::term},
};
use std::{collections::BTreeMap, ops::Range};

/// Where each word stands.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Sorted.
    terms: Vec<String>,
    /// The places of each term, ascending.
    postings: Vec<Vec<u32>>,
    /// The number of each article's first word, and one past the last.
    starts: Vec<u32>,
}

impl Index {
    /// Indexes the read zones of all articles.
    pub fn of(articles: &[Article], sheets: &[Sheet]) -> Self {
        let mut map: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut starts = vec![0];
        let mut at = 0;
        for (article, sheet) in articles.iter().zip(sheets) {
            for span in &sheet.words {
                let words = term(span.of(&article.text));
                if words.contains('-') {
                    for part in words.split('-').filter(|p| !p.is_empty()) {
                        map.entry(part.to_string()).or_default().push(at);
                    }
                }
                let places = map.entry(words).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
                at += 1;
            }
            starts.push(at);
        }
        map.remove("");
        let (terms, mut postings): (Vec<_>, Vec<_>) = map.into_iter().unzip();
        for places in &mut postings {
            places.dedup();
        }
        Index { terms, postings, starts }
    }

    /// The places of a term.
    pub fn places(&self, term: &str) -> &[u32] {
        match self.terms.binary_search_by(|t| t.as_str().cmp(term)) {
            Ok(i) => &self.postings[i],
            Err(_) => &[],
        }
    }

    /// The places of all terms that begin so, ascending.
    pub fn places_of_prefix(&self, prefix: &str) -> Vec<u32> {
        let first = self.terms.partition_point(|t| t.as_str() < prefix);
        let mut places: Vec<u32> = self.terms[first..]
            .iter()
            .zip(&self.postings[first..])
            .take_while(|(t, _)| t.starts_with(prefix))
            .flat_map(|(_, p)| p.iter().copied())
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The terms nearest to a mistyped word: one change in short words, two in long ones, none in very short ones.
    pub fn nearest(&self, word: &str) -> Vec<&str> {
        let most = match word.chars().count() {
            0..4 => return Vec::new(),
            4..8 => 1,
            _ => 2,
        };
        if word.chars().any(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        let mut best = most;
        let mut found: Vec<&str> = Vec::new();
        for t in self.terms.iter().filter(|t| t.len().abs_diff(word.len()) <= most) {
            let distance = strsim::osa_distance(t, word);
            if distance < best {
                best = distance;
                found.clear();
            }
            if distance <= best {
                found.push(t);
            }
        }
        found.truncate(8);
        found
    }

    /// The words of an article, by number.
    pub fn article(&self, article: usize) -> Range<u32> {
        match (self.starts.get(article), self.starts.get(article + 1)) {
            (Some(a), Some(b)) => *a..*b,
            _ => 0..0,
        }
    }

    /// The article of a word.
    pub fn article_of(&self, word: u32) -> usize {
        self.starts.partition_point(|s| *s <= word).saturating_sub(1)
    }

    /// The words of an article that touch a span.
    pub fn words(&self, article: usize, sheet: &Sheet, span: Span) -> Range<u32> {
        let start = self.article(article).start;
        let first = sheet.words.partition_point(|w| w.end <= span.start) as u32;
        let end = sheet.words.partition_point(|w| w.start < span.end) as u32;
        start + first..start + end.max(first)
    }

    /// The span of some words of an article.
    pub fn span(&self, article: usize, sheet: &Sheet, words: Range<u32>) -> Span {
        let start = self.article(article).start;
        let word = |n: u32| n.checked_sub(start).and_then(|i| sheet.words.get(i as usize));
        match (word(words.start), words.end.checked_sub(1).and_then(word)) {
            (Some(a), Some(b)) => a.cover(*b),
            _ => Span::new(0, 0),
        }
    }
}
