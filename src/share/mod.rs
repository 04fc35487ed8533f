//! Taking a view away: links now; citations and files beside them.

pub mod jsonl;
pub mod link;
