//! Zones: which part of a scraped page is headline, subheading, body, caption, credit or furniture.

mod dateline;
mod head;
mod name;
mod phrase;
mod picture;
mod repetition;
mod rest;
mod shape;
mod signed;
mod single;
mod sort;
mod stamp;
mod tail;
mod weight;
mod words;

use crate::text::{line, span::Span};
pub use name::is_agency;
pub use repetition::Repetition;
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
/// `others` are the other texts of the corpus. Where many texts are read, build [`Repetition`] once and ask [`zones_in`].
pub fn zones(text: &str, others: &[&str]) -> Vec<Zone> {
    zones_in(text, &Repetition::of(others.iter().copied()))
}

/// Finds the zones of one text of a corpus: short lines that repeat across its articles are furniture.
pub fn zones_in(text: &str, corpus: &Repetition) -> Vec<Zone> {
    let lines: Vec<_> = line::lines(text).into_iter().map(|span| shape::Line::of(text, span)).collect();
    let mut zones = Vec::with_capacity(lines.len());
    for (line, sorted) in lines.iter().zip(sort::sort(&lines, corpus)) {
        let start = line.span.start as usize;
        match sorted.cut.filter(|(at, _)| *at > 0 && *at < line.text.len()) {
            Some((at, kind)) => {
                let at = start + at;
                for (kind, span) in [(sorted.kind, Span::new(start, at)), (kind, Span::new(at, line.span.end as usize))]
                {
                    let span = span.trim(text);
                    if !span.is_empty() {
                        zones.push(Zone { kind, span });
                    }
                }
            }
            None => zones.push(Zone { kind: sorted.kind, span: line.span }),
        }
    }
    zones
}

/// A line of a page with what its weight is learnt from.
#[cfg(feature = "cli")]
#[derive(Clone, Debug)]
pub struct Looked {
    /// Where it stands.
    pub span: Span,
    /// What it is taken for; after a dateline stands the report.
    pub kind: ZoneKind,
    /// Words, and looks by family and number ("+n3").
    pub shown: Vec<String>,
}

/// What each line of a text shows. Native only: `script/train-furniture` learns from it.
#[cfg(feature = "cli")]
pub fn looks(text: &str) -> Vec<Looked> {
    let lines: Vec<_> = line::lines(text).into_iter().map(|span| shape::Line::of(text, span)).collect();
    let kind = |s: sort::Sorted| s.cut.filter(|_| s.kind == ZoneKind::Furniture).map_or(s.kind, |cut| cut.1);
    let kinds = sort::sort(&lines, &Repetition::default()).into_iter().map(kind);
    let mut looks: Vec<_> =
        lines.iter().zip(kinds).map(|(l, kind)| Looked { span: l.span, kind, shown: Vec::new() }).collect();
    weight::shown(&lines, &mut |i, shown| {
        let told = match shown {
            weight::Shown::Word(word) => word.to_string(),
            weight::Shown::Look(family, which) => format!("+{}{which}", char::from(family)),
        };
        if let Some(look) = looks.get_mut(i) {
            look.shown.push(told);
        }
    });
    looks
}
