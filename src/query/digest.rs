//! A digest: what is read in one article by itself, before its names are joined with those of others. It is what a
//! second visit need not read again.

use super::sheet::Sheet;
use crate::text::packed;
use crate::{
    corpus::{article::Article, day::Day},
    extract::publication,
    link::reading,
};
use serde::{Deserialize, Serialize};

/// What was read in an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Digest {
    /// The publication day that the article prints of itself and the catalogue lacks, with its basis.
    printed: Option<(Day, String)>,
    /// The outlet that its page names and the catalogue lacks.
    outlet: Option<String>,
    sheet: Sheet,
}

impl Digest {
    /// Reads an article.
    pub fn of(article: &Article) -> Self {
        let mut dated = article.clone();
        publication::by_print(&mut dated);
        let printed = dated.entry.published.filter(|_| article.entry.published.is_none());
        let sheet = Sheet::of(reading::read(&dated), Vec::new());
        let outlet = dated.entry.outlet.filter(|_| article.entry.outlet.is_none());
        Digest { printed: printed.map(|day| (day, dated.entry.basis)), outlet, sheet }
    }

    /// Gives the article its printed day, and what was read in it; the entities of its names are yet to be joined.
    pub fn laid_over(self, article: &mut Article) -> Sheet {
        if let Some((day, basis)) = self.printed {
            (article.entry.published, article.entry.basis) = (Some(day), basis);
        }
        if article.entry.outlet.is_none() {
            article.entry.outlet = self.outlet;
        }
        self.sheet
    }
}

/// Reads articles one by one; tells how many are done, of how many.
pub fn read(articles: &[Article], progress: &mut dyn FnMut(u32, u32)) -> Vec<Digest> {
    let of = articles.len() as u32;
    progress(0, of);
    let one = |(done, article)| {
        let digest = Digest::of(article);
        progress(done, of);
        digest
    };
    (1..).zip(articles).map(one).collect()
}

/// Digests as bytes, for the articles of the bundle of this fingerprint.
pub fn encode(fingerprint: &str, digests: &[Digest]) -> Vec<u8> {
    packed::write(&(fingerprint, digests))
}

/// Reads such bytes; `None` where they are damaged, or of other articles.
pub fn decode(bytes: &[u8], fingerprint: &str, articles: usize) -> Option<Vec<Digest>> {
    let (of, digests): (String, Vec<Digest>) = packed::read(bytes)?;
    (of == fingerprint && digests.len() == articles).then_some(digests)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{bundle::Bundle, catalogue::Entry, codebook::Codebook, prepare},
        query::archive::Archive,
    };
    use proptest::prelude::*;

    /// A bundle of these texts.
    fn bundle(texts: &[String]) -> Bundle {
        let texts = texts.iter().enumerate().map(|(n, t)| (n.to_string(), t.clone(), Entry::default())).collect();
        Bundle { articles: prepare::articles(texts), codebook: Codebook::default(), fingerprint: "12345678".into() }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn what_was_kept_gives_the_same_archive_as_reading_again(
            texts in proptest::collection::vec("((Serbia’s President|Foreign Minister|Kurti|Aleksandar Vucic|Belgrade|NATO|IRNA)( (demanded|said|denied|warned Pristina|told Reuters))( that (talks|500 soldiers) (fail|go on) on 3 March 2023|: “No.”)\\.\n\n(Published: 14 March 2023\n)?){1,6}", 1..4),
        ) {
            let bundle = bundle(&texts);
            let digests = read(&bundle.articles, &mut |_, _| ());
            let kept = encode(&bundle.fingerprint, &digests);
            let back = decode(&kept, &bundle.fingerprint, texts.len()).unwrap();
            prop_assert_eq!(&back, &digests);
            prop_assert!(decode(&kept, "87654321", texts.len()).is_none());
            let again = Archive::open(bundle.clone(), &mut |_, _| ());
            let warm = Archive::of_digests(bundle, back);
            prop_assert_eq!(format!("{warm:?}"), format!("{again:?}"));
        }

        #[test]
        fn damaged_bytes_are_no_digests_and_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes, "12345678", 2);
        }
    }
}
