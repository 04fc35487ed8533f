//! What a text is, knowing nothing of diplomacy: spans, lines, tokens, sentences, quotations, parts of speech, folding.

pub mod abbreviation;
pub mod among;
pub mod calendar;
pub mod constant;
pub mod decimal;
pub mod fold;
pub mod glance;
pub mod item;
pub mod line;
pub mod lower;
pub mod order;
pub mod ordered;
pub mod packed;
pub(crate) mod perceptron;
pub mod plain;
pub mod quotation;
pub mod sentence;
pub mod sieve;
pub mod sound;
pub mod span;
pub mod spelling;
pub mod tag;
pub mod term;
pub mod token;
pub mod unseen;
