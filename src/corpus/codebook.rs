//! The codebook: what statements can be about, and what readers may call it, as `corpus/codebook.toml` says it.

use serde::{Deserialize, Serialize};

/// A topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name in links.
    pub slug: String,
    /// Its name on screen.
    pub label: String,
    /// A content that matches any of them is about the topic.
    pub terms: Vec<String>,
    /// Unless it matches any of these.
    #[serde(default)]
    pub not: Vec<String>,
}

/// What readers may type that the texts call something else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// What is typed.
    pub name: String,
    /// What is looked for as well.
    pub finds: Vec<String>,
    /// Why, in a sentence.
    #[serde(default)]
    pub note: String,
}

/// Topics and aliases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// In the editor's order.
    #[serde(default, rename = "topic")]
    pub topics: Vec<Topic>,
    /// In the editor's order.
    #[serde(default, rename = "alias")]
    pub aliases: Vec<Alias>,
}
