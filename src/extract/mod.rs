//! What the sentences of one article say. One extractor a file; each is total and deterministic.

mod atom;
pub mod attribution;
pub mod date;
pub mod figure;
pub mod mention;
pub mod page;
pub mod quality;
pub mod statement;
