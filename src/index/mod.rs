//! For asking fast: a full-text and facet index over any number of documents, built once and used where it lies.
//!
//! A [`writer::Writer`] takes documents one by one and freezes into bytes ([`layout`] draws them); an
//! [`reader::Index`] opens such bytes and answers a [`question::Question`]: exact total, the best documents by BM25
//! ([`rank`]), counts for every facet. Words are those of [`crate::text::term`], so that the index finds what the page's
//! search finds. Nothing here knows of statements.

pub mod bits;
pub mod dictionary;
pub mod expression;
pub mod facet;
pub mod layout;
pub mod pack;
pub mod pair;
pub mod postings;
pub mod question;
pub mod rank;
pub mod reader;
pub mod routing;
pub mod writer;

#[cfg(test)]
mod tests;
