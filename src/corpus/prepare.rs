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
    /// Text with bytes that no text has.
    #[error("{name} is not plain text: open it in its own program, and save or paste its words as text")]
    Binary {
        /// The file's name.
        name: String,
    },
    /// The source of a web page.
    #[error(
        "{name} is the source of a web page: copy the article's words from the page, and paste or save them as text"
    )]
    Markup {
        /// The file's name.
        name: String,
    },
    /// More than one article can be.
    #[error("{name} is larger than {} MB: one article a file, please", MOST_BYTES / 1_000_000)]
    TooLarge {
        /// The file's name.
        name: String,
    },
    /// Nothing in it.
    #[error("{name} is empty: remove it, or put the article's text into it")]
    Empty {
        /// The file's name.
        name: String,
    },
}

/// A file of more bytes is not one article.
pub const MOST_BYTES: usize = 2_000_000;

/// The article's id: the file's name up to its first `_` or `.`.
pub fn id_of(file_name: &str) -> &str {
    file_name.split(['_', '.']).next().unwrap_or(file_name)
}

/// Decodes one file, byte for byte.
///
/// # Errors
/// See [`PrepareError`].
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, PrepareError> {
    if bytes.len() > MOST_BYTES {
        return Err(PrepareError::TooLarge { name: name.into() });
    }
    let text = String::from_utf8(bytes)
        .map_err(|e| PrepareError::NotText { name: name.into(), byte: e.utf8_error().valid_up_to() })?;
    if text.contains('\0') || text.starts_with("%PDF-") {
        return Err(PrepareError::Binary { name: name.into() });
    }
    let head: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(14).collect();
    if ["<!doctype html", "<html"].iter().any(|m| head.to_ascii_lowercase().starts_with(m)) {
        return Err(PrepareError::Markup { name: name.into() });
    }
    if text.trim().is_empty() {
        return Err(PrepareError::Empty { name: name.into() });
    }
    Ok(text)
}

/// Finds the zones of every text, knowing the others, and puts the articles together.
pub fn articles(texts: Vec<(String, String, Entry)>) -> Vec<Article> {
    articles_beside(texts, &[])
}

/// As [`articles`], knowing also the articles of a corpus that these are added to.
pub fn articles_beside(texts: Vec<(String, String, Entry)>, others: &[Article]) -> Vec<Article> {
    let corpus = Repetition::of(texts.iter().map(|t| t.1.as_str()).chain(others.iter().map(|a| a.text.as_str())));
    texts
        .into_iter()
        .map(|(id, text, entry)| Article { id, zones: zone::zones_in(&text, &corpus), text, entry })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_an_article_is_refused_with_a_remedy() {
        let refused = |bytes: &[u8]| decode("a.txt", bytes.to_vec()).unwrap_err();
        assert!(matches!(refused(b"caf\xe9"), PrepareError::NotText { byte: 3, .. }));
        assert!(matches!(refused(b"PK\0\x03"), PrepareError::Binary { .. }));
        assert!(matches!(refused(b"  <!DOCTYPE html><p>x"), PrepareError::Markup { .. }));
        assert!(matches!(refused(&vec![b'a'; MOST_BYTES + 1]), PrepareError::TooLarge { .. }));
        assert!(matches!(refused(b" \n"), PrepareError::Empty { .. }));
        assert!(refused(b"caf\xe9").to_string().contains("UTF-8"));
    }
}
