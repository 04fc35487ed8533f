//! Across sentences and articles: who a pronoun is, which names are one entity, what acts are about.

pub mod coreference;
pub mod entity;
pub mod person;
mod persons;
pub mod reading;
mod thing;
pub mod topic;
#[cfg(feature = "cli")]
pub mod trial;
