//! What a statement is about, by the codebook: the same demand is one topic across articles.

use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::statement::Statement,
    lexicon::{act::Act, codebook::Matcher},
    text::{fold::fold, span::Span, term::terms},
};

/// The topics of a statement, by number. `before` is the sentence before its own: it is read too where the statement only
/// points back ("denies this"); `sentence` is read where there is no content at all.
pub fn topics(
    matcher: &Matcher,
    text: &str,
    statement: &Statement,
    sentence: Option<Span>,
    before: Option<Span>,
) -> Vec<usize> {
    let mut passages: Vec<Vec<String>> = statement.content.iter().map(|c| terms(c.of(text))).collect();
    // What is done at a meeting stands in the verb: "met", "phoned", "visited". So does how a promise was given: "verbally".
    if let (Act::Consult | Act::Promise, Some(cue)) = (statement.act, statement.cue) {
        let mut words = terms(cue.of(text));
        words.extend(passages.first().into_iter().flatten().cloned());
        passages.push(words);
    }
    if statement.content.is_empty() {
        passages.extend(sentence.map(|s| terms(s.of(text))));
    }
    if points_back(text, statement) {
        passages.extend(before.map(|s| what_is_supposed(terms(s.of(text)))));
    }
    matcher.topics(&passages)
}

/// "… would cost dearly if Russia attacks": of a sentence with a condition, that is what somebody can deny or plan.
fn what_is_supposed(sentence: Vec<String>) -> Vec<String> {
    match sentence.iter().position(|w| w == "if") {
        Some(at) if at > 0 => sentence.into_iter().skip(at).collect(),
        _ => sentence,
    }
}

/// Whether what is said stands in an earlier sentence: "denies this", "having such plans".
pub fn points_back(text: &str, statement: &Statement) -> bool {
    // Every piece that opens with a letter or digit is a word or more.
    let words = statement.content.iter().flat_map(|c| c.of(text).split_ascii_whitespace());
    if words.filter(|w| w.starts_with(|c: char| c.is_ascii_alphanumeric())).nth(4).is_some() {
        return false;
    }
    let content: Vec<String> = statement.content.iter().flat_map(|c| terms(c.of(text))).collect();
    let source = statement.source.as_ref().and_then(|p| p.span).map_or("", |s| s.of(text));
    let points = |w: &str| Is::PointsBack.has(w);
    content.len() <= 4 && (content.first().is_some_and(|w| points(w)) || content.iter().any(|w| w == "such"))
        || content.is_empty() && points(&fold(source))
}
