//! The bundle: one compact, versioned, checksummed file of texts, zones and catalogue entries.
//!
//! ```text
//! frame "DEMARCHE" (frame.rs) around packed values (text::packed): Vec<Article>, then Codebook
//! ```
//!
//! Sentences and tokens are cut in the browser: quicker to make than to fetch.

use super::{article::Article, codebook::Codebook, frame};
use crate::text::packed;
use thiserror::Error;

/// What the site loads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// In the corpus's order.
    pub articles: Vec<Article>,
    /// Topics and aliases.
    pub codebook: Codebook,
    /// Eight hex digits that name this corpus.
    pub fingerprint: String,
}

/// The version of the layout that this program writes and reads.
pub const VERSION: u16 = 3;
const MAGIC: &[u8; 8] = b"DEMARCHE";

/// Why a file is not a bundle that this program can read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BundleError {
    /// Something else.
    #[error("this file is not a Démarche corpus: rebuild the site, or choose the file that `demarche prepare` wrote")]
    Foreign,
    /// Another layout.
    #[error(
        "the corpus has format {bundle}, this program reads format {program}: reload the page, or prepare the corpus again"
    )]
    OtherVersion {
        /// The file's.
        bundle: u16,
        /// This program's.
        program: u16,
    },
    /// Cut off or changed on its way.
    #[error("the corpus file is damaged ({0}): reload the page to fetch it again")]
    Damaged(String),
}

/// Writes articles and codebook as a bundle.
pub fn encode(articles: &[Article], codebook: &Codebook) -> Vec<u8> {
    frame::seal(MAGIC, VERSION, &packed::write(&(articles, codebook)))
}

/// Reads a bundle whole, and checks that every zone lies on character borders of its text.
///
/// # Errors
/// See [`BundleError`].
pub fn decode(bytes: &[u8]) -> Result<Bundle, BundleError> {
    let body = frame::open(MAGIC, VERSION, bytes)?;
    let (articles, codebook): (Vec<Article>, Codebook) =
        packed::read(body).ok_or_else(|| BundleError::Damaged("it holds no articles".into()))?;
    for article in &articles {
        if article.zones.iter().any(|z| article.text.get(z.span.range()).is_none()) {
            return Err(BundleError::Damaged(format!("a zone of article {} lies outside its text", article.id)));
        }
    }
    Ok(Bundle { articles, codebook, fingerprint: frame::fingerprint(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::zone::zones;
    use proptest::prelude::*;

    fn sample() -> Vec<Article> {
        let plain = Article::plain("Title\n\nSee\u{a0}al\u{ad}so – ø");
        vec![Article { id: "000".into(), zones: zones(&plain.text, &[]), ..plain }]
    }

    #[test]
    fn reads_what_it_wrote() {
        assert_eq!(decode(&encode(&sample(), &Codebook::default())).unwrap().articles, sample());
    }

    #[test]
    fn refuses_what_is_foreign_newer_or_cut_off() {
        let whole = encode(&sample(), &Codebook::default());
        assert_eq!(decode(b"<!doctype html>"), Err(BundleError::Foreign));
        let mut newer = whole.clone();
        newer[8] = 9;
        assert_eq!(decode(&newer), Err(BundleError::OtherVersion { bundle: 9, program: VERSION }));
        for end in 8..whole.len() {
            assert!(decode(&whole[..end]).is_err(), "cut at {end}");
        }
    }

    proptest! {
        #[test]
        fn any_changed_byte_is_noticed(at in 8usize..60, bit in 0u8..8) {
            let mut bytes = encode(&sample(), &Codebook::default());
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            prop_assert!(decode(&bytes).is_err());
        }

        #[test]
        fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
            let framed = frame::seal(MAGIC, VERSION, &bytes);
            let _ = decode(&framed);
        }
    }
}
