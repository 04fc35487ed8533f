//! Taking a view away: links now; citations and files beside them.

pub mod annotation;
pub mod cite;
pub mod csv;
pub mod export;
pub mod json;
pub mod jsonl;
pub mod link;
pub mod tables;
#[cfg(test)]
mod tests;
