//! What the sentences of one article say. One extractor a file; each is total and deterministic.

pub mod act;
mod address;
pub mod addressed;
#[cfg(feature = "cli")]
pub mod annotated;
pub mod assembly;
mod atom;
pub mod attribution;
pub mod date;
pub mod deed;
pub mod figure;
mod hearer;
pub mod mention;
pub mod page;
pub mod party;
pub mod publication;
pub mod quality;
mod said;
mod sign;
pub mod speaker;
pub mod statement;
mod table;
