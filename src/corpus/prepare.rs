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
    #[error("{name} is text in letters that are not known here (byte {byte}): save it as UTF-8, or paste its words")]
    NotText {
        /// The file's name.
        name: String,
        /// The first byte that cannot be read.
        byte: usize,
    },
    /// Text with bytes that no text has.
    #[error("{name} is {what}, not plain text: open it, copy the article’s words and paste them")]
    Binary {
        /// The file's name.
        name: String,
        /// What it is.
        what: &'static str,
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

/// What files that are no text begin with, and what they are.
const FOREIGN: [(&[u8], &str); 9] = [
    (b"PK\x03\x04", "a Word file or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a Word file (RTF)"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"RIFF", PICTURE),
    (b"\0\0\0", "a picture or a film"),
];

const PICTURE: &str = "a picture";

/// The letters of Windows' old code from 0x80 to 0x9f; a space where it has none.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// Elements that a piece of a web page has.
const ELEMENTS: [&str; 20] = [
    "p", "br", "div", "span", "a", "b", "i", "em", "strong", "h1", "h2", "h3", "li", "ul", "ol", "td", "tr", "img",
    "article", "section",
];

/// So many tags are no slip of the pen.
const TAGS: usize = 3;

/// Whether a text is a piece of a web page: several tags such as `<p>`.
pub fn has_tags(text: &str) -> bool {
    let tag = |after: &&str| {
        let inside = after.split_once('>').map_or("", |(inside, _)| inside).trim_start_matches('/');
        let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        ELEMENTS.contains(&name.to_ascii_lowercase().as_str())
    };
    text.split('<').skip(1).filter(tag).nth(TAGS - 1).is_some()
}

/// Text of two bytes a letter, as its mark at the beginning says; `None` = it has no such mark, or is broken.
fn of_two_bytes(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2)? {
        [0xff, 0xfe] => u16::from_le_bytes,
        [0xfe, 0xff] => u16::from_be_bytes,
        _ => return None,
    };
    let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|two| unit([two[0], two[1]])).collect();
    String::from_utf16(&units).ok()
}

/// Text of one byte a letter, in the code that Windows and the older web wrote Western Europe in. (Latin-1 is the same, but
/// for letters that no text has.) Texts of other alphabets have more such letters, damaged UTF-8 has some of its own.
fn of_one_byte(bytes: &[u8], valid: usize) -> Option<String> {
    let high = bytes.iter().filter(|b| !b.is_ascii()).count();
    if high > bytes.len() / 8 || !bytes.get(..valid)?.is_ascii() {
        return None;
    }
    let letter = |byte: &u8| match byte.checked_sub(0x80) {
        Some(at @ 0..0x20) => WINDOWS.chars().nth(at.into()).filter(|c| *c != ' '),
        _ => Some(char::from(*byte)),
    };
    bytes.iter().map(letter).collect()
}

/// Decodes one file: UTF-8 byte for byte, UTF-16 with its mark, or Windows' old code.
///
/// # Errors
/// See [`PrepareError`].
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, PrepareError> {
    if bytes.len() > MOST_BYTES {
        return Err(PrepareError::TooLarge { name: name.into() });
    }
    let binary = |what| Err(PrepareError::Binary { name: name.into(), what });
    if let Some((_, what)) = FOREIGN.iter().find(|(head, _)| bytes.starts_with(head)) {
        return binary(what);
    }
    let text = match of_two_bytes(&bytes) {
        Some(text) => text,
        None if bytes.contains(&0) => return binary("a program’s own file"),
        None => String::from_utf8(bytes).or_else(|e| {
            let byte = e.utf8_error().valid_up_to();
            of_one_byte(e.as_bytes(), byte).ok_or_else(|| PrepareError::NotText { name: name.into(), byte })
        })?,
    };
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
    let mut articles: Vec<Article> =
        texts.into_iter().map(|(id, text, entry)| Article { id, entry, ..Article::plain(text) }).collect();
    let corpus = Repetition::of(articles.iter().chain(others).map(|a| a.text.as_str()));
    for article in &mut articles {
        article.zones = zone::zones_in(&article.text, &corpus);
    }
    articles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_an_article_is_refused_with_a_remedy() {
        let refused = |bytes: &[u8]| decode("a.txt", bytes.to_vec()).unwrap_err();
        assert!(
            matches!(refused(b"\xcf\xf0\xe5\xe7"), PrepareError::NotText { byte: 0, .. }),
            "Cyrillic of one byte a letter"
        );
        let damaged = "‘Not now’, said Børge Brende on Monday in Oslo.".as_bytes();
        assert!(matches!(refused(&[damaged, b"\xff"].concat()), PrepareError::NotText { .. }));
        assert!(matches!(refused(b"PK\0\x03"), PrepareError::Binary { .. }));
        assert!(matches!(refused(b"PK\x03\x04\xff"), PrepareError::Binary { .. }));
        assert!(matches!(refused(b"{\\rtf1\\ansi Border closed"), PrepareError::Binary { .. }));
        assert!(matches!(refused(b"\x89PNG\r\n"), PrepareError::Binary { .. }));
        assert!(matches!(refused(b"  <!DOCTYPE html><p>x"), PrepareError::Markup { .. }));
        assert!(matches!(refused(&vec![b'a'; MOST_BYTES + 1]), PrepareError::TooLarge { .. }));
        assert!(matches!(refused(b" \n"), PrepareError::Empty { .. }));
        let said = refused(b"%PDF-1.7\n%\xe2\xe3").to_string();
        assert!(said.contains("is a PDF") && said.contains("paste") && !said.contains("UTF-8"), "{said}");
    }

    #[test]
    fn pieces_of_web_pages_are_told_from_texts() {
        assert!(has_tags("<p>Border closed</p>\n<P class=\"lead\">Seoul denies it</p>"));
        assert!(!has_tags("Growth <b>fell</b>; 3 < 5, <unknown> and <i"));
    }

    #[test]
    fn text_of_one_byte_a_letter_is_read() {
        let text =
            decode("a.txt", b"\x93Not now\x94, said B\xf8rge Brende in Oslo on Monday \x96 of nothing else".to_vec())
                .unwrap();
        assert_eq!(text, "“Not now”, said Børge Brende in Oslo on Monday – of nothing else");
        assert_eq!(WINDOWS.chars().count(), 0x20);
        assert!(decode("a.txt", b"no such letter: \x81".to_vec()).is_err());
    }

    #[test]
    fn text_of_two_bytes_a_letter_is_read_by_its_mark() {
        assert_eq!(decode("a.txt", b"\xff\xfeO\0k\0".to_vec()).unwrap(), "Ok");
        assert_eq!(decode("a.txt", b"\xfe\xff\0O\0k".to_vec()).unwrap(), "Ok");
        assert!(decode("a.txt", b"\xff\xfe\0\xd8".to_vec()).is_err());
    }
}
