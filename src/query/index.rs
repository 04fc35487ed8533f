//! Where each word of the read zones stands: [`crate::index`], with words numbered through the whole corpus.
//!
//! Words are numbered through the whole corpus, marks and possessives left out, so that "Russia’s demands" is two
//! neighbours. Parts of a hyphenated word stand at the same place as the whole.

use super::sheet::Sheet;
use crate::text::order::Order;
use crate::{
    corpus::article::Article,
    index::{
        dictionary::NEAREST,
        reader,
        writer::{Document, Writer},
    },
    text::{span::Span, term::term},
};
use std::ops::Range;

/// Where each word stands. Articles lie in parts, which stay as they are when others come beside them.
#[derive(Clone, Debug, Default)]
pub struct Index {
    parts: Vec<Part>,
    /// The number of each article's first word, and one past the last.
    starts: Vec<u32>,
}

/// Where each word of some articles stands.
#[derive(Clone, Debug, Default)]
pub struct Part {
    words: reader::Index,
    /// How many words each article has.
    sizes: Vec<u32>,
}

impl Part {
    /// Indexes the read zones of some articles.
    pub fn of(articles: &[Article], sheets: &[Sheet]) -> Self {
        // Search reads the positions of the words that it marks; pairs would only take room.
        let mut writer = Writer::new(&[]).without_pairs();
        let mut sizes = Vec::new();
        for (article, sheet) in articles.iter().zip(sheets) {
            let terms: Vec<String> = sheet.words.iter().map(|span| term(span.of(&article.text))).collect();
            writer.add_terms(terms.iter().map(String::as_str), &Document::default());
            sizes.push(terms.len() as u32);
        }
        // Too large means more than 4 GB of postings: no browser holds the texts of so many.
        Part { words: writer.finish().unwrap_or_default(), sizes }
    }
}

impl Index {
    /// Puts parts one behind another.
    pub fn of(parts: Vec<Part>) -> Self {
        let mut starts = vec![0];
        let mut at = 0;
        for size in parts.iter().flat_map(|part| &part.sizes) {
            at += size;
            starts.push(at);
        }
        Index { parts, starts }
    }

    /// The parts, for another index.
    pub fn into_parts(self) -> Vec<Part> {
        self.parts
    }

    /// The places of a term, ascending.
    pub fn places(&self, term: &str) -> Vec<u32> {
        self.places_of(|part| part.words.dictionary().find(term).map_or(0..0, |number| number..number + 1))
    }

    /// The places of all terms that begin so, ascending.
    pub fn places_of_prefix(&self, prefix: &str) -> Vec<u32> {
        let mut places = self.places_of(|part| part.words.dictionary().starting(prefix));
        places.order();
        places.dedup();
        places
    }

    /// Where these terms stand side by side, in one article.
    pub fn phrase(&self, terms: &[String]) -> Vec<Range<u32>> {
        let mut lists = Vec::new();
        for term in terms {
            let places = self.places(term);
            if places.is_empty() {
                return Vec::new();
            }
            lists.push(places);
        }
        self.side_by_side(&lists)
    }

    /// Where places of each list follow one upon another, in one article.
    pub fn side_by_side(&self, lists: &[Vec<u32>]) -> Vec<Range<u32>> {
        let Some((first, more)) = lists.split_first() else { return Vec::new() };
        let length = lists.len() as u32;
        let follows = |p: u32| more.iter().zip(1..).all(|(list, n)| list.binary_search(&(p + n)).is_ok());
        first
            .iter()
            .filter(|p| follows(**p) && self.article_of(**p) == self.article_of(**p + length - 1))
            .map(|p| *p..*p + length)
            .collect()
    }

    /// The places of some terms of each part, term by term.
    fn places_of(&self, terms: impl Fn(&Part) -> Range<u32>) -> Vec<u32> {
        let (mut places, mut first) = (Vec::new(), 0);
        for part in &self.parts {
            for number in terms(part) {
                let postings = part.words.postings(number);
                let mut cursor = postings.cursor(true);
                postings.each(|document, _| {
                    let start = self.article(first + document as usize).start;
                    places.extend(cursor.positions(document).iter().map(|place| start + place));
                });
            }
            first += part.sizes.len();
        }
        places
    }

    /// The terms nearest to a mistyped word.
    pub fn nearest(&self, word: &str) -> Vec<String> {
        let mut found: Vec<(usize, String)> = Vec::new();
        for dictionary in self.parts.iter().map(|part| part.words.dictionary()) {
            let terms = dictionary.nearest(word).into_iter().map(|number| dictionary.term(number));
            found.extend(terms.map(|term| (strsim::osa_distance(word, &term), term)));
        }
        found.order();
        found.dedup();
        let best = found.first().map(|(distance, _)| *distance);
        found.into_iter().take_while(|(d, _)| Some(*d) == best).take(NEAREST).map(|(_, term)| term).collect()
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
