//! An article: its text byte for byte, its zones, its catalogue entry.

use super::{
    catalogue::Entry,
    zone::{Zone, ZoneKind},
};
use crate::text::line;
use serde::{Deserialize, Serialize};

/// One article as the site loads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its slug in links ("000").
    pub id: String,
    /// The text as received, byte for byte.
    pub text: String,
    /// Its zones in order: together they hold every character that is not white space.
    pub zones: Vec<Zone>,
    /// What the editor says of it.
    pub entry: Entry,
}

impl Article {
    /// An article of which nothing is known: every line is running text.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        let zones = line::lines(&text).into_iter().map(|span| Zone { kind: ZoneKind::Body, span }).collect();
        Self { id: String::new(), text, zones, entry: Entry::default() }
    }
}
