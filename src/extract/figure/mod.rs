//! Figures: numbers with their bound, unit and what is counted.

use super::page::Page;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// How a figure bounds the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// Just the number.
    Exact,
    /// "about", "nearly", "some".
    About,
    /// "more than", "at least", "tens of thousands".
    AtLeast,
    /// "up to", "at most".
    AtMost,
    /// "between 5 and 10".
    Between,
}

/// One figure where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// With qualifier and unit noun ("more than 100,000 soldiers").
    pub span: Span,
    /// The lower bound; `None` = none given.
    pub low: Option<f64>,
    /// The upper bound; `None` = none given.
    pub high: Option<f64>,
    /// How it bounds the amount.
    pub bound: Bound,
    /// What is counted, one word or an ISO 4217 code ("soldiers", "USD", "percent"); empty = nothing named.
    pub unit: String,
    /// The noun phrase of what is counted, if wider than the unit.
    pub of: Option<Span>,
}

/// The figures of an article, in order; they never overlap.
pub fn figures(page: &Page) -> Vec<Figure> {
    let _ = page;
    Vec::new()
}
