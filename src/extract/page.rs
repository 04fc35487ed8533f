//! One article cut once into what every extractor reads: blocks, sentences, tokens, tags.

use crate::{
    corpus::{article::Article, day::Day, zone::ZoneKind},
    text::{
        perceptron::word::{Form, UNKNOWN},
        sentence,
        span::Span,
        tag::{self, Tag},
        token::{self, Token},
    },
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A line or paragraph of one zone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Its zone.
    pub zone: ZoneKind,
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its sentences.
    pub sentences: Range<usize>,
    /// Whether furniture or a picture stands between it and the block before.
    pub after_gap: bool,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as a range of [`Page::tokens`].
    pub tokens: Range<usize>,
    /// The block it stands in.
    pub block: usize,
}

/// One article, cut.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The text as received.
    pub text: &'a str,
    /// The publication day, if known.
    pub published: Option<Day>,
    /// The outlet, if stated.
    pub outlet: Option<&'a str>,
    /// The blocks that are read, in order. Subheadings are blocks too: the zone tells.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks, in order. Its index is the sentence's number in links (`sel=000.60`).
    pub sentences: Vec<Sentence>,
    /// The tokens of all blocks, in order.
    pub tokens: Vec<Token>,
    /// One tag for each token.
    pub tags: Vec<Tag>,
    /// The words of each token: rules ask for them again and again.
    pub(crate) words: Vec<&'a str>,
    /// The number of each token's spelling: what is known of a word by itself is looked up once for all its places.
    pub(crate) forms: Vec<Form>,
}

impl<'a> Page<'a> {
    /// Cuts an article: the zones that are read.
    pub fn of(article: &'a Article) -> Self {
        Self::of_zones(article, ZoneKind::is_read)
    }

    /// Cuts an article's furniture, which no statement is read from: only its stamps are of interest.
    pub fn of_furniture(article: &'a Article) -> Self {
        Self::of_zones(article, |kind| kind == ZoneKind::Furniture)
    }

    /// Cuts only the first `blocks` that are read: what an article says of itself stands at its head.
    pub fn of_opening(article: &'a Article, blocks: usize) -> Self {
        let mut left = blocks;
        Self::of_zones(article, |kind| {
            let taken = kind.is_read() && left > 0;
            left -= usize::from(taken);
            taken
        })
    }

    fn of_zones(article: &'a Article, mut wanted: impl FnMut(ZoneKind) -> bool) -> Self {
        let text = article.text.as_str();
        let mut page = Page {
            text,
            published: article.entry.published,
            outlet: article.entry.outlet.as_deref(),
            blocks: Vec::new(),
            sentences: Vec::new(),
            tokens: Vec::new(),
            tags: Vec::new(),
            words: Vec::new(),
            forms: Vec::new(),
        };
        let mut after_gap = false;
        for zone in &article.zones {
            if !wanted(zone.kind) {
                after_gap = true;
                continue;
            }
            let block = page.blocks.len();
            let tokens = token::tokens(text, zone.span);
            let (first_token, first_sentence) = (page.tokens.len(), page.sentences.len());
            page.words.extend(tokens.iter().map(|t| t.span.of(text)));
            for range in sentence::sentences(text, &tokens) {
                let words = page.words.get(first_token + range.start..first_token + range.end);
                let (tags, forms) = tag::read(words.unwrap_or_default());
                page.tags.extend(tags);
                page.forms.extend(forms);
                page.sentences.push(Sentence {
                    span: sentence::span(&tokens, &range),
                    tokens: first_token + range.start..first_token + range.end,
                    block,
                });
            }
            page.tokens.extend(tokens);
            page.blocks.push(Block {
                zone: zone.kind,
                span: zone.span,
                tokens: first_token..page.tokens.len(),
                sentences: first_sentence..page.sentences.len(),
                after_gap: std::mem::take(&mut after_gap),
            });
        }
        page
    }

    /// The words of token `i`; empty past the end.
    pub fn word(&self, i: usize) -> &'a str {
        self.words.get(i).copied().unwrap_or_default()
    }

    /// The number of token `i`'s spelling.
    pub(crate) fn form(&self, i: usize) -> Form {
        self.forms.get(i).copied().unwrap_or(UNKNOWN)
    }

    /// The sentence that holds byte `at`, if any does.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.span.end <= at);
        (i < self.sentences.len() && self.sentences[i].span.start <= at).then_some(i)
    }

    /// The zone of a sentence; body where there is no such sentence.
    pub fn zone(&self, sentence: usize) -> ZoneKind {
        self.sentences.get(sentence).and_then(|s| self.blocks.get(s.block)).map_or(ZoneKind::Body, |b| b.zone)
    }
}
