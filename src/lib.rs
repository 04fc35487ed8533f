//! Démarche reads news articles about a diplomatic dispute and shows who demanded, offered, refused, denied, warned or
//! said what, to whom, when, and through which chain of outlet, agency and source, each row with the exact words.
//!
//! The modules stand in the order in which the data flows; each uses its own layer and lower ones only
//! (`tests/tidy.rs` holds them to it):
//!
//! ```text
//! text → corpus → lexicon → extract → link → index → query → share → worker → app
//! ```
//!
//! Everything below [`worker`] knows nothing of the browser and runs natively under test.
//! Offsets inside the program are bytes ([`text::span::Span`]); at every boundary (JSON, URL, CSV) they are Unicode code
//! points, end exclusive; UTF-16 appears only at the DOM.

pub mod text;

pub mod corpus;

pub mod lexicon;

pub mod extract;

pub mod link;

pub mod index;

pub mod query;

pub mod share;

#[cfg(feature = "engine")]
pub mod engine;

pub mod worker;

pub mod app;
