//! Across sentences and articles: who a pronoun is, which names are one entity, what acts are about.

pub mod coreference;
pub mod entity;
pub mod reading;
pub mod topic;
