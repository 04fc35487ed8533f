//! Quotations: pairs of quotation marks of all kinds, and speech opened by a dash.

use super::span::Span;

/// How a quotation is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// A pair of quotation marks.
    Pair,
    /// Opened by a mark that is never closed in its paragraph.
    Unclosed,
    /// A dash at the start of a paragraph.
    Dash,
}

/// One quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words inside, without the marks.
    pub inner: Span,
    /// With the marks.
    pub outer: Span,
    /// How it is marked.
    pub marks: Marks,
}

/// The quotations of one block of text, in order, outermost only.
pub fn quotations(text: &str, block: Span) -> Vec<Quotation> {
    let _ = (text, block);
    Vec::new()
}
