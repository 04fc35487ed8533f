//! Where each word of the read zones stands: [`crate::index`], with words numbered through the whole corpus.
//!
//! Words are numbered through the whole corpus, marks and possessives left out, so that "Russia’s demands" is two
//! neighbours. Parts of a hyphenated word stand at the same place as the whole.

use super::sheet::Sheet;
use crate::text::order::Order;
use crate::{
    corpus::article::Article,
    index::{
        reader,
        writer::{Document, Writer},
    },
    text::{span::Span, term::term},
};
use std::ops::Range;

/// Where each word stands.
#[derive(Clone, Debug, Default)]
pub struct Index {
    words: reader::Index,
    /// The number of each article's first word, and one past the last.
    starts: Vec<u32>,
}

impl Index {
    /// Indexes the read zones of all articles.
    pub fn of(articles: &[Article], sheets: &[Sheet]) -> Self {
        let mut writer = Writer::new(&[]).without_pairs();
        let mut starts = vec![0];
        let mut at = 0;
        for (article, sheet) in articles.iter().zip(sheets) {
            let terms: Vec<String> = sheet.words.iter().map(|span| term(span.of(&article.text))).collect();
            writer.add_terms(terms.iter().map(String::as_str), &Document::default());
            at += terms.len() as u32;
            starts.push(at);
        }
        // Too large means more than 4 GB of postings: no browser holds the texts of so many.
        Index { words: writer.finish().unwrap_or_default(), starts }
    }

    /// The places of a term, ascending.
    pub fn places(&self, term: &str) -> Vec<u32> {
        let mut places = Vec::new();
        if let Some(number) = self.words.dictionary().find(term) {
            self.add_places(number, &mut places);
        }
        places
    }

    /// The places of all terms that begin so, ascending.
    pub fn places_of_prefix(&self, prefix: &str) -> Vec<u32> {
        let mut places = Vec::new();
        for number in self.words.dictionary().starting(prefix) {
            self.add_places(number, &mut places);
        }
        places.order();
        places.dedup();
        places
    }

    fn add_places(&self, term: u32, places: &mut Vec<u32>) {
        let postings = self.words.postings(term);
        let mut cursor = postings.cursor(true);
        postings.each(|document, _| {
            let start = self.article(document as usize).start;
            places.extend(cursor.positions(document).iter().map(|place| start + place));
        });
    }

    /// The terms nearest to a mistyped word.
    pub fn nearest(&self, word: &str) -> Vec<String> {
        let dictionary = self.words.dictionary();
        dictionary.nearest(word).into_iter().map(|number| dictionary.term(number)).collect()
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
