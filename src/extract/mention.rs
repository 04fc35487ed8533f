//! Mentions: every name of a person, organisation, country, place or outlet, with its exact span.

use super::page::Page;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A body: alliance, ministry, party, seat of office.
    Organisation,
    /// A state, also by its capital's name.
    Country,
    /// A place that does not act.
    Place,
    /// A medium or agency.
    Outlet,
}

impl EntityKind {
    /// Its code in the gold and the scorers.
    pub fn code(self) -> &'static str {
        match self {
            EntityKind::Person => "PERSON",
            EntityKind::Organisation => "ORG",
            EntityKind::Country => "COUNTRY",
            EntityKind::Place => "PLACE",
            EntityKind::Outlet => "OUTLET",
        }
    }
}

/// One name where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Without title, article or possessive.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// The full, usual name where the gazetteer knows it ("AFP" → "Agence France-Presse").
    pub known: Option<String>,
    /// Title, role or apposition beside it ("Deputy Foreign Minister"), facts about the person.
    pub role: Option<Span>,
    /// What in the text or data decided kind and span, in plain words.
    pub why: &'static str,
}

/// The mentions of an article, in order; they never overlap.
pub fn mentions(page: &Page) -> Vec<Mention> {
    let _ = page;
    Vec::new()
}
