//! What the reader asks of a read corpus, and the answer.

pub mod answer;
pub mod archive;

pub mod filter;
pub mod search;
pub mod table;
