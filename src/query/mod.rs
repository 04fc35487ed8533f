//! What the reader asks of a read corpus, and the answer.

pub mod answer;
pub mod archive;
pub mod card;
pub mod digest;
pub mod filter;
mod gap;
pub mod index;
pub mod laying;
pub mod names;
pub mod passage;
pub mod pocket;
pub mod route;
#[cfg(test)]
pub mod sample;
pub mod search;
pub mod sheet;
mod side;
pub mod table;
pub mod tally;
pub mod view;
