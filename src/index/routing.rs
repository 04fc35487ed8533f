//! Which words stand in which shard: says where to look, never what is said. Used where it lies.
//!
//! ```text
//! frame "DEMROUTE" (corpus/frame.rs) around, all numbers little-endian:
//! 0   4  shards
//! 4   4  terms
//! 8   …  u32 a block of 16 terms: where it starts in what follows, and one past the last
//! …   …  sorted terms: shared with the one before in its block varint, length of the rest varint, rest; then its shards:
//!        how many varint and each less the one before varint, or 0 and a bitmap
//! ```
//!
//! Words are the terms of the read zones and the parts of hyphenated ones, as the full-text index has them. Article ids
//! stand among them, marked.

use super::{
    bits::Bits,
    pack::{push_varint, take_varint, u32_at},
};
use crate::{
    corpus::{
        article::Article,
        bundle::BundleError,
        codebook::Codebook,
        frame,
        manifest::{self, File, Manifest},
    },
    text::term::{each_term, keys},
};
use std::collections::BTreeMap;

/// The version of the layout that this program writes and reads.
pub const VERSION: u16 = 1;
const MAGIC: &[u8; 8] = b"DEMROUTE";
const HEAD: usize = 8;
const TERMS: usize = 16;
/// No word begins so: what follows is an article's id.
const ID: char = '\u{1}';

/// Collects the words of shards.
#[derive(Default)]
pub struct RoutingWriter {
    terms: BTreeMap<String, Vec<u32>>,
    shards: u32,
}

impl RoutingWriter {
    /// Adds the next shard.
    pub fn add(&mut self, articles: &[Article]) {
        for article in articles {
            for zone in article.zones.iter().filter(|z| z.kind.is_read()) {
                each_term(zone.span.of(&article.text), |term| keys(term).for_each(|key| self.note(key)));
            }
            self.note(&format!("{ID}{}", article.id));
        }
        self.shards += 1;
    }

    fn note(&mut self, term: &str) {
        match self.terms.get_mut(term) {
            Some(shards) if shards.last() == Some(&self.shards) => {}
            Some(shards) => shards.push(self.shards),
            None => drop(self.terms.insert(term.to_string(), vec![self.shards])),
        }
    }

    /// The routing file.
    pub fn finish(self) -> Vec<u8> {
        let (mut heads, mut entries) = (Vec::new(), Vec::new());
        let mut last = "";
        for (n, (term, shards)) in self.terms.iter().enumerate() {
            if n.is_multiple_of(TERMS) {
                heads.extend((entries.len() as u32).to_le_bytes());
                last = "";
            }
            let shared = last.bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
            push_varint(shared as u32, &mut entries);
            push_varint((term.len() - shared) as u32, &mut entries);
            entries.extend(&term.as_bytes()[shared..]);
            push_shards(shards, self.shards, &mut entries);
            last = term;
        }
        heads.extend((entries.len() as u32).to_le_bytes());
        let mut body = self.shards.to_le_bytes().to_vec();
        body.extend((self.terms.len() as u32).to_le_bytes());
        body.extend(heads);
        body.extend(entries);
        frame::seal(MAGIC, VERSION, &body)
    }
}

/// A file beside the manifest: its name, and what is in it.
pub type Beside = (String, Vec<u8>);

/// The shards and the routing file of a corpus that is parted already, and its manifest.
pub fn shelved(parts: &[Vec<Article>], codebook: Codebook) -> (Manifest, Vec<Beside>) {
    let mut manifest = Manifest { codebook, ..Manifest::default() };
    let mut routing = RoutingWriter::default();
    let mut files = Vec::new();
    for part in parts {
        let (shard, bytes) = manifest::shard(part, &mut manifest.outlets);
        files.push((shard.file.name.clone(), bytes));
        routing.add(part);
        manifest.shards.push(shard);
    }
    let bytes = routing.finish();
    let name = format!("{}{}.routing", manifest::FOLDER, frame::name(&bytes));
    manifest.routing = File { name: name.clone(), bytes: bytes.len() as u32 };
    files.push((name, bytes));
    (manifest, files)
}

fn push_shards(shards: &[u32], of: u32, to: &mut Vec<u8>) {
    let mut list = Vec::new();
    push_varint(shards.len() as u32, &mut list);
    let mut last = 0;
    for shard in shards {
        push_varint(shard - last, &mut list);
        last = *shard;
    }
    let bitmap = of.div_ceil(8) as usize;
    if list.len() <= bitmap + 1 {
        return to.extend(list);
    }
    let start = to.len() + 1;
    to.resize(start + bitmap, 0);
    shards.iter().for_each(|s| to[start + *s as usize / 8] |= 1 << (s % 8));
}

/// A routing file.
#[derive(Clone, Debug)]
pub struct Routing {
    body: Vec<u8>,
    shards: u32,
    terms: usize,
}

impl Routing {
    /// Opens a routing file of so many shards.
    ///
    /// # Errors
    /// See [`BundleError`].
    pub fn open(bytes: &[u8], shards: usize) -> Result<Self, BundleError> {
        let body = frame::open(MAGIC, VERSION, bytes)?.to_vec();
        let (own, terms) = (u32_at(&body, 0), u32_at(&body, 1) as usize);
        if body.len() < HEAD || own as usize != shards || terms.div_ceil(TERMS) > body.len() / 4 {
            return Err(BundleError::Damaged("it is of another corpus".into()));
        }
        Ok(Routing { body, shards: own, terms })
    }

    /// How many terms there are, ids among them.
    pub fn len(&self) -> usize {
        self.terms
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.terms == 0
    }

    /// The shards that hold a term; `None` = no shard does.
    pub fn find(&self, term: &str) -> Option<Bits> {
        let mut found = None;
        self.walk(self.block_of(term), |own, shards| {
            if own == term.as_bytes() {
                found = Some(self.set(shards));
            }
            own < term.as_bytes()
        });
        found
    }

    /// The shards that hold any term that begins so.
    pub fn starting(&self, prefix: &str) -> Bits {
        let mut found = Bits::none(self.shards);
        self.walk(self.block_of(prefix), |own, shards| {
            if own.starts_with(prefix.as_bytes()) {
                found.or(&self.set(shards));
                return true;
            }
            own < prefix.as_bytes()
        });
        found
    }

    /// The shard of an article.
    pub fn article(&self, id: &str) -> Option<u32> {
        self.find(&format!("{ID}{id}"))?.iter().next()
    }

    /// The shards of all terms that are wanted; asks of every one.
    pub fn any(&self, mut wanted: impl FnMut(&str) -> bool) -> Bits {
        let mut found = Bits::none(self.shards);
        self.walk(0, |own, shards| {
            if std::str::from_utf8(own).is_ok_and(|term| !term.starts_with(ID) && wanted(term)) {
                found.or(&self.set(shards));
            }
            true
        });
        found
    }

    fn blocks(&self) -> usize {
        self.terms.div_ceil(TERMS)
    }

    /// The last block whose first term is not greater.
    fn block_of(&self, term: &str) -> usize {
        let (mut low, mut high) = (0, self.blocks());
        while low < high {
            let middle = low + (high - low) / 2;
            let mut less = false;
            self.walk(middle, |own, _| {
                less = own <= term.as_bytes();
                false
            });
            if less { low = middle + 1 } else { high = middle }
        }
        low.saturating_sub(1)
    }

    /// Calls `take` with the terms from a block on, and where their shards lie, until it says no.
    fn walk(&self, block: usize, mut take: impl FnMut(&[u8], &[u8]) -> bool) {
        let entries = self.body.get(HEAD + 4 * (self.blocks() + 1)..).unwrap_or_default();
        let start = u32_at(&self.body, HEAD / 4 + block) as usize;
        let mut rest = entries.get(start..).unwrap_or_default();
        let mut term: Vec<u8> = Vec::with_capacity(32);
        for _ in block * TERMS..self.terms {
            if rest.is_empty() {
                return;
            }
            let shared = take_varint(&mut rest) as usize;
            let length = (take_varint(&mut rest) as usize).min(rest.len());
            let (own, behind) = rest.split_at(length);
            term.truncate(shared);
            term.extend(own);
            if !take(&term, behind) {
                return;
            }
            rest = self.behind(behind);
        }
    }

    /// What follows a term's shards.
    fn behind<'b>(&self, mut rest: &'b [u8]) -> &'b [u8] {
        match take_varint(&mut rest) {
            0 => rest.get(self.shards.div_ceil(8) as usize..).unwrap_or_default(),
            count => {
                for _ in 0..count {
                    if rest.is_empty() {
                        break;
                    }
                    take_varint(&mut rest);
                }
                rest
            }
        }
    }

    fn set(&self, mut rest: &[u8]) -> Bits {
        let mut set = Bits::none(self.shards);
        match take_varint(&mut rest) {
            0 => {
                let bitmap = rest.get(..self.shards.div_ceil(8) as usize).unwrap_or_default();
                for (byte, n) in bitmap.iter().zip(0u32..) {
                    (0..8).filter(|bit| byte >> bit & 1 == 1).for_each(|bit| set.set(8 * n + bit));
                }
            }
            count => {
                let mut shard = 0u32;
                for _ in 0..count.min(self.shards) {
                    shard = shard.saturating_add(take_varint(&mut rest));
                    set.set(shard);
                }
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn routing(shards: &[Vec<String>]) -> Routing {
        let mut writer = RoutingWriter::default();
        for (n, texts) in shards.iter().enumerate() {
            let article = |(m, text): (usize, &String)| Article { id: format!("{n}-{m}"), ..Article::plain(text) };
            writer.add(&texts.iter().enumerate().map(article).collect::<Vec<_>>());
        }
        Routing::open(&writer.finish(), shards.len()).unwrap()
    }

    #[test]
    fn parts_of_hyphenated_words_and_ids_are_found() {
        let routing = routing(&[vec!["The cease-fire held.".into()], vec!["A fire.".into(), "Ashes".into()]]);
        let list = |term: &str| routing.find(term).map(|s| s.iter().collect::<Vec<_>>());
        assert_eq!(list("fire"), Some(vec![0, 1]));
        assert_eq!(list("cease-fire"), Some(vec![0]));
        assert_eq!(list("water"), None);
        assert_eq!(routing.article("1-1"), Some(1));
        assert_eq!(routing.article("7"), None);
        assert_eq!(routing.any(|t| t.starts_with("ash")).iter().collect::<Vec<_>>(), [1]);
    }

    proptest! {
        #[test]
        fn every_word_is_found_where_it_stands(shards in proptest::collection::vec(proptest::collection::vec("([a-c]{1,3} ){0,9}", 0..3), 0..20), asked in "[a-c]{1,3}") {
            let routing = routing(&shards);
            let holding = |fits: &dyn Fn(&str) -> bool| -> Vec<u32> {
                let holds = |texts: &Vec<String>| texts.iter().any(|t| t.split(' ').any(|w| !w.is_empty() && fits(w)));
                (0..).zip(&shards).filter(|(_, texts)| holds(texts)).map(|(n, _)| n).collect()
            };
            let found: Vec<u32> = routing.find(&asked).map(|s| s.iter().collect()).unwrap_or_default();
            prop_assert_eq!(found, holding(&|w| w == asked));
            prop_assert_eq!(routing.starting(&asked).iter().collect::<Vec<_>>(), holding(&|w| w.starts_with(&asked)));
            prop_assert_eq!(routing.any(|w| w.len() == 2).iter().collect::<Vec<_>>(), holding(&|w| w.len() == 2));
        }

        #[test]
        fn damaged_bytes_never_panic(body in proptest::collection::vec(any::<u8>(), 0..120), shards in 0usize..40, terms in 0u32..40) {
            let mut framed = (shards as u32).to_le_bytes().to_vec();
            framed.extend(terms.to_le_bytes());
            framed.extend(&body);
            if let Ok(routing) = Routing::open(&frame::seal(MAGIC, VERSION, &framed), shards) {
                routing.find("abc");
                routing.starting("ab");
                routing.any(|_| true);
            }
            let _ = Routing::open(&body, shards);
        }
    }
}
