//! Pairs of common words: a phrase of two words that stand in every fifth document would have to read the positions of
//! both; where they stand side by side is therefore kept as if each pair were a term of its own. Two words that both
//! stand in nearly every document ("of the") have none: such pairs would be most of the size, and nobody asks for them.

use super::{
    pack::u32_at,
    postings::{Occurrences, Walk, is_dense},
};
use crate::text::order::Order;

/// Of how many words pairs are kept at most: the commonest.
const MOST: usize = 1024;

/// Whether a word stands in nearly every document.
fn is_everywhere(found: u32, documents: u32) -> bool {
    u64::from(found) * 10 > u64::from(documents) * 9
}

/// The common words of an index and where two of them stand side by side, while it is written.
#[derive(Default)]
pub struct Pairs {
    /// The common words' terms, ascending.
    pub common: Vec<u32>,
    /// First and second term, ascending, and where the pair stands.
    pub pairs: Vec<((u32, u32), Occurrences)>,
}

impl Pairs {
    /// Finds them. `terms` are all terms with their occurrences, in the order of the dictionary.
    pub fn of<'o>(terms: impl Iterator<Item = &'o Occurrences>, documents: u32) -> Self {
        let mut common: Vec<(u32, &Occurrences)> =
            (0..).zip(terms).filter(|(_, o)| is_dense(o.found, documents)).collect();
        if common.len() > MOST {
            common.order_by_key(|(term, o)| (std::cmp::Reverse(o.found), *term));
            common.truncate(MOST);
            common.order_by_key(|(term, _)| *term);
        }
        let count = common.len();
        let mut walks: Vec<Walk<'_>> = common.iter().map(|(_, o)| o.walk()).collect();
        let mut pairs: Vec<Occurrences> = vec![Occurrences::default(); count * count];
        let everywhere: Vec<bool> = common.iter().map(|(_, o)| is_everywhere(o.found, documents)).collect();
        // Place and term in one number: they are sorted by the code that sorts all such pairs here.
        let mut places: Vec<u64> = Vec::new();
        for document in 0..if count == 0 { 0 } else { documents } {
            places.clear();
            for (n, walk) in walks.iter_mut().enumerate().filter(|(_, w)| w.document == Some(document)) {
                walk.take(|place| places.push(u64::from(place) << 32 | n as u64));
            }
            places.sort_unstable();
            let mut next = 0;
            for at in &places {
                let (place, first) = parted(*at);
                while places.get(next).is_some_and(|p| parted(*p).0 <= place) {
                    next += 1;
                }
                let seconds = places[next..].iter().map(|p| parted(*p)).take_while(|(p, _)| *p == place + 1);
                for (_, second) in seconds.filter(|(_, second)| !(everywhere[first] && everywhere[*second])) {
                    if let Some(pair) = pairs.get_mut(first * count + second) {
                        pair.push(document, place);
                    }
                }
            }
        }
        let common: Vec<u32> = common.into_iter().map(|(term, _)| term).collect();
        let named = common.iter().flat_map(|first| common.iter().map(|second| (*first, *second)));
        let pairs = named.zip(pairs).filter(|(_, pair)| pair.found > 0).collect();
        Pairs { common, pairs }
    }
}

/// Place and term of such a number.
fn parted(both: u64) -> (u32, usize) {
    ((both >> 32) as u32, both as u32 as usize)
}

/// How many bytes a pair has in its section: first and second term, documents, start of its postings.
pub const RECORD: usize = 16;

/// In how many documents two terms stand side by side, and where that pair's postings start; `None` = it is not kept of
/// these, and their positions must be read. Each comes with in how many of the documents it stands.
pub fn find(sections: (&[u8], &[u8]), first: (u32, u32), second: (u32, u32), documents: u32) -> Option<(u32, u32)> {
    let ((common, pairs), ((first, often), (second, as_often))) = (sections, (first, second));
    if is_everywhere(often, documents) && is_everywhere(as_often, documents) {
        return None;
    }
    let known = |term: u32| lower(common.len() / 4, |n| u32_at(common, n) < term, |n| u32_at(common, n) == term);
    known(first).and(known(second))?;
    let key = |n: usize| (u32_at(pairs, n * 4), u32_at(pairs, n * 4 + 1));
    let at = lower(pairs.len() / RECORD, |n| key(n) < (first, second), |n| key(n) == (first, second));
    Some(at.map_or((0, 0), |n| (u32_at(pairs, n * 4 + 2), u32_at(pairs, n * 4 + 3))))
}

/// The first of `count` sorted records that is not before what is looked for, if it is what is looked for.
fn lower(count: usize, before: impl Fn(usize) -> bool, is: impl Fn(usize) -> bool) -> Option<usize> {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from.midpoint(to);
        if before(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    (from < count && is(from)).then_some(from)
}
