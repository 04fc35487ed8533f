//! Raw files → articles: pure, the command does the reading and writing.

use super::{
    article::Article,
    catalogue::Entry,
    zone::{self, Repetition},
};
use thiserror::Error;

/// Why a file cannot become an article.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PrepareError {
    /// Not text.
    #[error("{name} is not UTF-8 text (byte {byte}): save it as UTF-8 and try again")]
    NotText {
        /// The file's name.
        name: String,
        /// The first byte that is not UTF-8.
        byte: usize,
    },
    /// Nothing in it.
    #[error("{name} is empty: remove it, or put the article's text into it")]
    Empty {
        /// The file's name.
        name: String,
    },
}

/// The article's id: the file's name up to its first `_` or `.`.
pub fn id_of(file_name: &str) -> &str {
    file_name.split(['_', '.']).next().unwrap_or(file_name)
}

/// Decodes one file, byte for byte.
///
/// # Errors
/// See [`PrepareError`].
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, PrepareError> {
    let text = String::from_utf8(bytes)
        .map_err(|e| PrepareError::NotText { name: name.into(), byte: e.utf8_error().valid_up_to() })?;
    if text.trim().is_empty() {
        return Err(PrepareError::Empty { name: name.into() });
    }
    Ok(text)
}

/// Finds the zones of every text, knowing the others, and puts the articles together.
pub fn articles(texts: Vec<(String, String, Entry)>) -> Vec<Article> {
    let corpus = Repetition::of(texts.iter().map(|t| t.1.as_str()));
    texts
        .into_iter()
        .map(|(id, text, entry)| Article { id, zones: zone::zones_in(&text, &corpus), text, entry })
        .collect()
}
