//! What an editor says of an article: outlet, languages, publication day and the basis of that day.

use super::day::Day;
use serde::{Deserialize, Serialize};

/// An article's entry in `corpus/corpus.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The outlet; `None` = not stated.
    pub outlet: Option<String>,
    /// The site that republished it, where that is another.
    pub republisher: Option<String>,
    /// The original's language as a BCP 47 tag; `None` = not stated.
    pub language: Option<String>,
    /// The publication day; `None` = unknown.
    pub published: Option<Day>,
    /// Where that day is from, in plain words.
    pub basis: String,
}
