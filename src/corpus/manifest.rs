//! The manifest of a large corpus: its articles lie in shards, each a bundle of its own, and the page fetches only those
//! that a question can touch. A corpus of few articles is one bundle and has none of this.
//!
//! ```text
//! frame "DEMSHARD" (frame.rs) around packed values (text::packed): Manifest
//! ```
//!
//! Beside it lie the routing file (`index::routing`) and the shards, all called by their content.

use super::{
    article::Article,
    bundle::{self, Bundle, BundleError},
    codebook::Codebook,
    day::Day,
    frame,
};
use crate::text::order::Order;
use crate::text::packed;
use serde::{Deserialize, Serialize};

/// A file beside the manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name, made of its content.
    pub name: String,
    /// How large it is.
    pub bytes: u32,
}

/// What is said of a shard before it is fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Where it lies.
    pub file: File,
    /// How many articles it has.
    pub articles: u32,
    /// First and last publication day; `None` = no article's is known.
    pub days: Option<(Day, Day)>,
    /// Whether the publication day of every article is known.
    pub dated: bool,
    /// Its outlets, by their number in the manifest.
    pub outlets: Vec<u32>,
    /// Whether an article's outlet is not stated.
    pub anonymous: bool,
}

/// What the page loads first of a large corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The newest first, undated ones last.
    pub shards: Vec<Shard>,
    /// All outlets.
    pub outlets: Vec<String>,
    /// Which words stand in which shard.
    pub routing: File,
    /// Topics and aliases.
    pub codebook: Codebook,
    /// Eight hex digits that name this corpus; not in the file.
    #[serde(skip)]
    pub fingerprint: String,
}

/// The version of the layout that this program writes and reads.
pub const VERSION: u16 = 1;
const MAGIC: &[u8; 8] = b"DEMSHARD";

/// Where shards and routing file lie, seen from the manifest.
pub const FOLDER: &str = "shards/";
/// A shard has no more articles than these.
pub const MOST_ARTICLES: usize = 256;
/// A shard of several articles has no more bytes of text than these.
pub const MOST_BYTES: usize = 1_000_000;
/// A new month begins a new shard where the one before has at least these.
const LEAST_ARTICLES: usize = 64;

/// Whether bytes are a manifest, of whatever version.
pub fn is_manifest(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Writes a manifest.
pub fn encode(manifest: &Manifest) -> Vec<u8> {
    frame::seal(MAGIC, VERSION, &packed::write(manifest))
}

/// Reads a manifest.
///
/// # Errors
/// See [`BundleError`].
pub fn decode(bytes: &[u8]) -> Result<Manifest, BundleError> {
    let body = frame::open(MAGIC, VERSION, bytes)?;
    let manifest: Manifest = packed::read(body).ok_or_else(|| BundleError::Damaged("it holds no shards".into()))?;
    Ok(Manifest { fingerprint: frame::fingerprint(bytes), ..manifest })
}

/// Whether so many articles are too much for one bundle.
pub fn is_large(articles: &[Article]) -> bool {
    articles.len() > MOST_ARTICLES || articles.iter().map(|a| a.text.len()).sum::<usize>() > MOST_BYTES
}

/// Parts a corpus: by month of publication, the newest first, small neighbours together, undated articles last.
pub fn parted(mut articles: Vec<Article>) -> Vec<Vec<Article>> {
    articles.order_by(|a, b| (b.entry.published, &a.id).cmp(&(a.entry.published, &b.id)));
    let month = |a: &Article| a.entry.published.map(|d| (d.civil().0, d.civil().1));
    let mut shards: Vec<Vec<Article>> = Vec::new();
    let mut bytes = 0;
    for article in articles {
        let size = article.text.len();
        match shards.last_mut() {
            Some(shard)
                if shard.len() < MOST_ARTICLES
                    && bytes + size <= MOST_BYTES
                    && (shard.len() < LEAST_ARTICLES || shard.last().map(month) == Some(month(&article)))
                    && shard.last().is_some_and(|a| month(a).is_some() == month(&article).is_some()) =>
            {
                shard.push(article);
                bytes += size;
            }
            _ => {
                shards.push(vec![article]);
                bytes = size;
            }
        }
    }
    shards
}

/// A shard's file, and what the manifest says of it.
pub fn shard(articles: &[Article], outlets: &mut Vec<String>) -> (Shard, Vec<u8>) {
    let bytes = bundle::encode(articles, &Codebook::default());
    let mut shard = Shard {
        file: File { name: format!("{FOLDER}{}.bundle", frame::name(&bytes)), bytes: bytes.len() as u32 },
        articles: articles.len() as u32,
        dated: articles.iter().all(|a| a.entry.published.is_some()),
        ..Shard::default()
    };
    for article in articles {
        if let Some(day) = article.entry.published {
            let (first, last) = shard.days.unwrap_or((day, day));
            shard.days = Some((first.min(day), last.max(day)));
        }
        let Some(outlet) = &article.entry.outlet else {
            shard.anonymous = true;
            continue;
        };
        let number = outlets.iter().position(|o| o == outlet).unwrap_or_else(|| {
            outlets.push(outlet.clone());
            outlets.len() - 1
        }) as u32;
        if !shard.outlets.contains(&number) {
            shard.outlets.push(number);
        }
    }
    (shard, bytes)
}

impl Shard {
    /// Reads the shard's file.
    ///
    /// # Errors
    /// See [`BundleError`]; [`BundleError::Damaged`] also where the file is not the one that was prepared.
    pub fn decode(&self, bytes: &[u8]) -> Result<Bundle, BundleError> {
        if format!("{FOLDER}{}.bundle", frame::name(bytes)) != self.file.name {
            // Say what else it is, where it is something else.
            bundle::decode(bytes)?;
            return Err(BundleError::Damaged("it is another file than the one that was prepared".into()));
        }
        bundle::decode(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::catalogue::Entry;
    use proptest::prelude::*;

    fn article(id: &str, day: Option<Day>, outlet: Option<&str>, text: &str) -> Article {
        let entry = Entry { published: day, outlet: outlet.map(str::to_string), ..Entry::default() };
        Article { id: id.into(), zones: Vec::new(), entry, ..Article::plain(text) }
    }

    #[test]
    fn a_month_is_a_shard_and_small_months_lie_together() {
        let day = |m, d| Day::new(2023, m, d);
        let mut all: Vec<Article> =
            (0..100).map(|n| article(&format!("a{n}"), day(3, 1 + n % 28), None, "x")).collect();
        all.extend((0..70).map(|n| article(&format!("b{n}"), day(2, 5), None, "x")));
        all.extend((0..5).map(|n| article(&format!("c{n}"), day(1, 5), None, "x")));
        all.extend((0..5).map(|n| article(&format!("d{n}"), day(12, 5), None, "x")));
        all.push(article("e", None, None, "x"));
        let sizes: Vec<usize> = parted(all).iter().map(Vec::len).collect();
        assert_eq!(sizes, [105, 70, 5, 1]);
    }

    #[test]
    fn the_manifest_says_days_and_outlets() {
        let mut outlets = vec!["Other".to_string()];
        let all = [
            article("a", Day::new(2023, 3, 4), Some("The Daily"), "x"),
            article("b", Day::new(2023, 3, 2), None, "y"),
            article("c", Day::new(2023, 3, 9), Some("The Daily"), "z"),
        ];
        let (shard, bytes) = shard(&all, &mut outlets);
        assert_eq!(shard.days, Some((Day::new(2023, 3, 2).unwrap(), Day::new(2023, 3, 9).unwrap())));
        assert!(shard.dated && shard.anonymous && shard.outlets == [1] && outlets[1] == "The Daily");
        assert_eq!(shard.decode(&bytes).unwrap().articles, all);
        let manifest = Manifest { shards: vec![shard.clone()], outlets, ..Manifest::default() };
        let written = encode(&manifest);
        assert!(is_manifest(&written) && !is_manifest(&bytes));
        let read = decode(&written).unwrap();
        assert_eq!(Manifest { fingerprint: String::new(), ..read }, manifest);
        // Another build's shard under the same name.
        let (_, other) = super::shard(&all[..1], &mut Vec::new());
        assert!(matches!(shard.decode(&other), Err(BundleError::Damaged(_))));
        assert_eq!(shard.decode(b"<!doctype html>"), Err(BundleError::Foreign));
    }

    proptest! {
        #[test]
        fn no_article_is_lost_and_no_shard_too_large(sizes in proptest::collection::vec((proptest::option::of(0i32..2000), 1usize..400_000), 0..60)) {
            let all: Vec<Article> = sizes.iter().enumerate()
                .map(|(n, (day, size))| article(&n.to_string(), day.map(Day), None, &"x".repeat(*size))).collect();
            let shards = parted(all.clone());
            let mut ids: Vec<&str> = shards.iter().flatten().map(|a| a.id.as_str()).collect();
            let days: Vec<_> = shards.iter().flatten().map(|a| a.entry.published).collect();
            prop_assert!(days.is_sorted_by(|a, b| a >= b));
            ids.sort_unstable();
            let mut expected: Vec<&str> = all.iter().map(|a| a.id.as_str()).collect();
            expected.sort_unstable();
            prop_assert_eq!(ids, expected);
            for shard in &shards {
                prop_assert!(shard.len() <= MOST_ARTICLES);
                prop_assert!(shard.len() == 1 || shard.iter().map(|a| a.text.len()).sum::<usize>() <= MOST_BYTES);
            }
        }

        #[test]
        fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
            let _ = decode(&frame::seal(MAGIC, VERSION, &bytes));
        }
    }
}
