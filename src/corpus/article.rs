//! An article: its text, its zones, its catalogue entry.

use super::{
    catalogue::Entry,
    zone::{Zone, ZoneKind},
};
use crate::text::{
    line,
    span::Ruler,
    unseen::{self, Unseen},
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One article as the site loads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its slug in links ("000").
    pub id: String,
    /// The text as received, but for marks that nobody sees.
    pub text: String,
    /// Those marks: with them it is the text as received, byte for byte.
    pub unseen: Vec<Unseen>,
    /// Its zones in order: together they hold every character that is not white space.
    pub zones: Vec<Zone>,
    /// What the editor says of it.
    pub entry: Entry,
}

impl Article {
    /// An article of which nothing is known: every line is running text.
    pub fn plain(text: impl AsRef<str>) -> Self {
        let (text, unseen) = unseen::parted(text.as_ref());
        let text = text.into_owned();
        let zones = line::lines(&text).into_iter().map(|span| Zone { kind: ZoneKind::Body, span }).collect();
        Self { id: String::new(), text, unseen, zones, entry: Entry::default() }
    }

    /// The text as received, byte for byte.
    pub fn received(&self) -> Cow<'_, str> {
        unseen::joined(&self.text, &self.unseen)
    }

    /// Measures spans of [`Self::text`] in code points of the text as received.
    pub fn ruler(&self) -> Ruler<'_> {
        Ruler::with(&self.text, &self.unseen)
    }
}
