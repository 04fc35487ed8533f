//! Universal parts of speech, by an averaged perceptron.

use super::{
    perceptron::word::{self, Form},
    token::Token,
};

mod feature;
mod model;
#[cfg(feature = "cli")]
pub mod train;

/// The universal parts of speech (universaldependencies.org/u/pos).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Tag {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Tag {
    /// Every tag, in the order of its number in the model.
    const ALL: [Tag; 17] = [
        Tag::Adj,
        Tag::Adp,
        Tag::Adv,
        Tag::Aux,
        Tag::Cconj,
        Tag::Det,
        Tag::Intj,
        Tag::Noun,
        Tag::Num,
        Tag::Part,
        Tag::Pron,
        Tag::Propn,
        Tag::Punct,
        Tag::Sconj,
        Tag::Sym,
        Tag::Verb,
        Tag::X,
    ];
}

/// A tag for each token of one sentence.
pub fn tags(text: &str, sentence: &[Token]) -> Vec<Tag> {
    read(&sentence.iter().map(|t| t.span.of(text)).collect::<Vec<_>>()).0
}

/// A tag for each word of one sentence, and the number of its spelling.
pub(crate) fn read(words: &[&str]) -> (Vec<Tag>, Vec<Form>) {
    let forms = word::forms(words);
    (model::tags(words, &forms), forms)
}

/// Whether the tagger has met a word, with a capital or not: else it guesses by its ends and its place.
pub(crate) fn is_met(word: &str) -> bool {
    model::is_met(word)
}

#[cfg(test)]
mod tests {
    use super::{super::span::Span, super::token, *};
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(&str, Tag)> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        tokens.iter().map(|t| t.span.of(text)).zip(tags(text, &tokens)).collect()
    }

    fn tag_of(text: &str, word: &str) -> Option<Tag> {
        read(text).into_iter().find(|(w, _)| *w == word).map(|(_, t)| t)
    }

    #[test]
    fn tells_nouns_from_verbs() {
        assert_eq!(tag_of("The ministry may demand an answer.", "demand"), Some(Tag::Verb));
        assert_eq!(tag_of("The demand was rejected in May.", "demand"), Some(Tag::Noun));
        assert_eq!(tag_of("The demand was rejected in May.", "May"), Some(Tag::Propn));
        assert_eq!(tag_of("Seoul will summon the envoy.", "will"), Some(Tag::Aux));
    }

    #[test]
    fn headlines_are_not_all_names() {
        let line = "Sudan Rejects New Demands From Egypt Over the Dam";
        assert_eq!(tag_of(line, "Rejects"), Some(Tag::Verb));
        assert_eq!(tag_of(line, "Demands"), Some(Tag::Noun));
        assert_eq!(tag_of(line, "Egypt"), Some(Tag::Propn));
    }

    proptest! {
        #[test]
        fn one_tag_a_token(text in "\\PC{0,120}") {
            let tokens = token::tokens(&text, Span::new(0, text.len()));
            prop_assert_eq!(tags(&text, &tokens).len(), tokens.len());
        }
    }
}
