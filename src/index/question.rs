//! Asking an index: words and facets together; exact total, the best documents, counts for every facet.
//!
//! First the set of all documents that fit is made, as bits; then only the best of them are looked for, block by block,
//! and a block none of whose documents can be among them is not read.

use super::{
    bits::Bits,
    expression::Expression,
    pack::BLOCK,
    postings::{Cursor, Postings},
    rank::{Best, Ranked, rarity},
    reader::Index,
};
use crate::corpus::day::Day;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The words; `None` = any document.
    pub words: Option<Expression>,
    /// What documents must have, by the facet's number; a facet may be named once.
    pub chosen: Vec<(usize, Choice)>,
    /// The first and the last day; undated documents are left out where one is given.
    pub days: (Option<Day>, Option<Day>),
    /// What comes first.
    pub order: Order,
    /// How many documents are passed over.
    pub offset: u32,
    /// How many are listed.
    pub limit: u32,
    /// What is counted.
    pub counts: Counts,
}

/// The choice in one facet, by the numbers of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Documents have one of these; `None` = any.
    pub include: Option<Vec<usize>>,
    /// And none of these.
    pub exclude: Vec<usize>,
}

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best by BM25.
    #[default]
    Rank,
    /// The newest; undated ones last.
    Newest,
    /// The oldest; undated ones last.
    Oldest,
    /// The first that was added.
    Added,
}

/// Which documents are counted for a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counts {
    /// None.
    #[default]
    No,
    /// Those that are found.
    Found,
    /// Those that would be found if nothing were chosen in this facet: what each further choice would bring.
    Open,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many documents fit, exactly.
    pub total: u32,
    /// The window asked for.
    pub hits: Vec<Ranked>,
    /// The documents of each value of each facet, the months first.
    pub counts: Vec<Vec<u32>>,
    /// Typed words that stand in no document.
    pub absent: Vec<String>,
    /// What was typed and what was looked for instead.
    pub variants: Vec<(String, String)>,
}

/// A word, or several that count as one, where it stands.
enum Leaf<'a> {
    Word(Postings<'a>),
    /// Several terms together, or a phrase: how often in each document.
    Spread {
        bits: Bits,
        times: Vec<u16>,
    },
}

impl Leaf<'_> {
    fn add_to(&self, bits: &mut Bits) {
        match self {
            Leaf::Word(postings) => postings.add_to(bits),
            Leaf::Spread { bits: own, .. } => bits.or(own),
        }
    }
}

/// The structure of a search over its leaves.
enum Node {
    Leaf(usize),
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
}

/// A search laid over an index.
struct Search<'a> {
    index: &'a Index,
    leaves: Vec<Leaf<'a>>,
    /// Whether the leaf counts for the rank: it is not excluded.
    wanted: Vec<bool>,
    found: Found,
}

impl Index {
    /// Answers a question.
    pub fn ask(&self, question: &Question) -> Found {
        let mut search = Search { index: self, leaves: Vec::new(), wanted: Vec::new(), found: Found::default() };
        let node = question.words.as_ref().map(|words| search.resolve(words, true));
        let most = question.offset.saturating_add(question.limit).min(self.len()) as usize;
        let filtered = !question.chosen.is_empty() || question.days != (None, None);
        let counted = question.counts != Counts::No;
        let best = match (&node, search.leaves.as_slice(), question.order) {
            // The commonest question needs no set: the total is known, and only blocks with good documents are read.
            (Some(Node::Leaf(0)), [Leaf::Word(postings)], Order::Rank) if !filtered && !counted => {
                search.found.total = postings.found;
                search.best_of_word(postings, most)
            }
            _ => {
                let texts = node.as_ref().map(|node| search.set(node));
                let parts = Parts::of(self, question, texts);
                let fit = parts.without(None);
                search.found.total = fit.count();
                search.found.counts = parts.counts(question.counts, &fit);
                search.best(question.order, &fit, most)
            }
        };
        search.found.hits = best.into_iter().skip(question.offset as usize).collect();
        search.found
    }
}

impl<'a> Search<'a> {
    /// Looks up every word.
    fn resolve(&mut self, expression: &Expression, wanted: bool) -> Node {
        let leaf = match expression {
            Expression::All(all) => return Node::All(all.iter().map(|e| self.resolve(e, wanted)).collect()),
            Expression::Any(all) => return Node::Any(all.iter().map(|e| self.resolve(e, wanted)).collect()),
            Expression::Not(inner) => return Node::Not(Box::new(self.resolve(inner, !wanted))),
            Expression::Word { typed, term } => self.word(typed, term),
            Expression::Prefix { term, .. } => self.together(self.index.dictionary().starting(term)),
            Expression::Phrase { typed, terms, .. } => {
                let leaf = self.phrase(terms);
                let nowhere = match &leaf {
                    Leaf::Word(postings) => postings.found == 0,
                    Leaf::Spread { bits, .. } => bits.count() == 0,
                };
                if nowhere {
                    self.found.absent.push(typed.clone());
                }
                leaf
            }
        };
        self.leaves.push(leaf);
        self.wanted.push(wanted);
        Node::Leaf(self.leaves.len() - 1)
    }

    /// A word; or, where it stands in no document, what it may be a slip for.
    fn word(&mut self, typed: &str, term: &str) -> Leaf<'a> {
        let dictionary = self.index.dictionary();
        if let Some(number) = dictionary.find(term) {
            return Leaf::Word(self.index.postings(number));
        }
        self.found.absent.push(typed.to_string());
        let near = dictionary.nearest(term);
        self.found.variants.extend(near.iter().map(|n| (typed.to_string(), dictionary.term(*n))));
        match near.as_slice() {
            [one] => Leaf::Word(self.index.postings(*one)),
            _ => self.together(near),
        }
    }

    /// Several terms that count as one: a document has it as often as all of them.
    fn together(&self, terms: impl IntoIterator<Item = u32>) -> Leaf<'a> {
        let mut bits = Bits::none(self.index.len());
        let mut times = vec![0u16; self.index.len() as usize];
        for term in terms {
            self.index.postings(term).each(|document, count| {
                if let Some(sum) = times.get_mut(document as usize) {
                    *sum = sum.saturating_add(count.min(u32::from(u16::MAX)) as u16);
                    bits.set(document);
                }
            });
        }
        Leaf::Spread { bits, times }
    }

    /// Words side by side.
    fn phrase(&self, words: &[(String, bool)]) -> Leaf<'a> {
        let (index, dictionary) = (self.index, self.index.dictionary());
        let one = |(word, open): &(String, bool)| (!open).then(|| dictionary.find(word)).flatten();
        let pair = |two: &[(String, bool)]| index.pair(one(two.first()?)?, one(two.last()?)?);
        if let (2, Some(pair)) = (words.len(), pair(words)) {
            return Leaf::Word(pair);
        }
        let mut bits = Bits::all(index.len());
        for pair in words.windows(2).filter_map(pair) {
            let mut own = Bits::none(index.len());
            pair.add_to(&mut own);
            bits.and(&own);
        }
        let mut slots = Vec::new();
        for (word, open) in words {
            let terms =
                if *open { dictionary.starting(word) } else { dictionary.find(word).map_or(0..0, |n| n..n + 1) };
            let mut own = Bits::none(index.len());
            terms.clone().for_each(|term| index.postings(term).add_to(&mut own));
            bits.and(&own);
            slots.push(terms);
        }
        let mut slots: Vec<Slot<'_>> = slots.into_iter().map(|terms| Slot::of(index, terms, &bits)).collect();
        let mut times = vec![0u16; index.len() as usize];
        let mut found = Bits::none(index.len());
        let mut places = Vec::new();
        bits.each(|document| {
            let count = match slots.as_mut_slice() {
                [one, next] => follow(one.places(document), next.places(document), 1, |_| ()),
                [one, next, rest @ ..] => {
                    places.clear();
                    follow(one.places(document), next.places(document), 1, |place| places.push(place));
                    for (n, slot) in (2..).zip(rest) {
                        if places.is_empty() {
                            return;
                        }
                        let next = slot.places(document);
                        places.retain(|place| next.binary_search(&place.saturating_add(n)).is_ok());
                    }
                    places.len()
                }
                [one] => one.places(document).len(),
                [] => 0,
            };
            if let (Some(times), 1..) = (times.get_mut(document as usize), count) {
                *times = count.min(usize::from(u16::MAX)) as u16;
                found.set(document);
            }
        });
        Leaf::Spread { bits: found, times }
    }

    /// The documents that a search finds.
    fn set(&self, node: &Node) -> Bits {
        let mut bits = Bits::none(self.index.len());
        match node {
            Node::Leaf(leaf) => self.leaves[*leaf].add_to(&mut bits),
            Node::Any(nodes) => nodes.iter().for_each(|n| match n {
                Node::Leaf(leaf) => self.leaves[*leaf].add_to(&mut bits),
                node => bits.or(&self.set(node)),
            }),
            Node::All(nodes) => {
                bits.flip();
                for node in nodes {
                    match node {
                        Node::Leaf(leaf) => match &self.leaves[*leaf] {
                            Leaf::Word(postings) if postings.bitmap().is_some() => {
                                bits.and_bytes(postings.bitmap().unwrap_or_default());
                            }
                            Leaf::Spread { bits: own, .. } => bits.and(own),
                            Leaf::Word(_) => bits.and(&self.set(node)),
                        },
                        Node::Not(inner) => bits.and_not(&self.set(inner)),
                        node => bits.and(&self.set(node)),
                    }
                }
            }
            Node::Not(inner) => {
                bits = self.set(inner);
                bits.flip();
            }
        }
        bits
    }

    /// The best documents of one word.
    fn best_of_word(&self, postings: &Postings<'_>, most: usize) -> Vec<Ranked> {
        let (index, rarity) = (self.index, rarity(postings.found, self.index.len()));
        let mut best = Best::of(most);
        let (mut documents, mut counts) = ([0; BLOCK], [0; BLOCK]);
        for n in 0..postings.blocks() {
            if !best.wants(rarity * postings.bound(n).1) {
                continue;
            }
            let block = postings.block(n);
            postings.read_documents(&block, &mut documents);
            block.read_counts(&mut counts);
            for (document, count) in documents[..block.count].iter().zip(&counts) {
                best.take(*document, 0.0 + rarity * index.norms.weight(*count, index.length(*document)));
            }
        }
        best.finish()
    }

    /// The best documents of a set.
    fn best(&self, order: Order, among: &Bits, most: usize) -> Vec<Ranked> {
        let mut best = Best::of(most);
        if most == 0 {
            return Vec::new();
        }
        let day = |document| self.index.day(document).map_or(f32::NEG_INFINITY, |d| d.0 as f32);
        match order {
            Order::Newest => among.each(|d| best.take(d, day(d))),
            Order::Oldest => {
                among.each(|d| best.take(d, self.index.day(d).map_or(f32::NEG_INFINITY, |d| -(d.0 as f32))))
            }
            Order::Added => return among.iter().take(most).map(|document| Ranked { document, score: 0.0 }).collect(),
            Order::Rank => {
                let wanted = self.leaves.iter().zip(&self.wanted).filter(|(_, wanted)| **wanted);
                let mut scorers: Vec<Scorer<'_>> = wanted.map(|(leaf, _)| Scorer::of(leaf, self.index.len())).collect();
                among.each(|document| {
                    let bound: f32 = scorers.iter_mut().fold(0.0, |sum, s| sum + s.bound(document));
                    if best.wants(bound) {
                        let length = self.index.length(document);
                        let weight = |times| self.index.norms.weight(times, length);
                        let score = scorers.iter_mut().fold(0.0, |sum, s| sum + s.score(document, weight));
                        best.take(document, score);
                    }
                });
            }
        }
        best.finish()
    }
}

/// One word's part in the rank of documents asked for in ascending order.
enum Scorer<'s> {
    Word { rarity: f32, cursor: Box<Cursor<'s>> },
    Spread { rarity: f32, times: &'s [u16] },
}

impl<'s> Scorer<'s> {
    fn of(leaf: &'s Leaf<'_>, documents: u32) -> Self {
        match leaf {
            Leaf::Word(postings) => {
                Scorer::Word { rarity: rarity(postings.found, documents), cursor: Box::new(postings.cursor(false)) }
            }
            Leaf::Spread { bits, times } => Scorer::Spread { rarity: rarity(bits.count(), documents), times },
        }
    }

    /// No less than the score.
    #[inline]
    fn bound(&mut self, document: u32) -> f32 {
        match self {
            Scorer::Word { rarity, cursor } => *rarity * cursor.peak(document),
            Scorer::Spread { .. } => f32::INFINITY,
        }
    }

    #[inline]
    fn score(&mut self, document: u32, weight: impl Fn(u32) -> f32) -> f32 {
        let (rarity, times) = match self {
            Scorer::Word { rarity, cursor } => (*rarity, cursor.count(document)),
            Scorer::Spread { rarity, times } => {
                (*rarity, u32::from(times.get(document as usize).copied().unwrap_or(0)))
            }
        };
        if times == 0 { 0.0 } else { rarity * weight(times) }
    }
}

/// One word of a phrase: where it stands in a document.
enum Slot<'a> {
    Term(Box<Cursor<'a>>),
    /// Of several terms: documents and places, sorted, and how far it came in them.
    Places {
        documents: Vec<u32>,
        places: Vec<u32>,
        at: usize,
    },
}

impl<'a> Slot<'a> {
    fn of(index: &'a Index, terms: std::ops::Range<u32>, among: &Bits) -> Self {
        if terms.len() == 1 {
            let postings = index.postings(terms.start);
            let often = u64::from(among.count()) * 4 > u64::from(postings.found);
            return Slot::Term(Box::new(postings.cursor(often)));
        }
        let mut all = Vec::new();
        for term in terms {
            let postings = index.postings(term);
            let mut own = Bits::none(index.len());
            postings.add_to(&mut own);
            own.and(among);
            let mut cursor = postings.cursor(false);
            own.each(|document| {
                // Both in one number, which sorts in less code than a pair.
                all.extend(cursor.positions(document).iter().map(|p| u64::from(document) << 32 | u64::from(*p)));
            });
        }
        all.sort_unstable();
        all.dedup();
        let (documents, places) = all.into_iter().map(|both| ((both >> 32) as u32, both as u32)).unzip();
        Slot::Places { documents, places, at: 0 }
    }

    /// Its places in a document, which must not be before the last one asked for.
    #[inline]
    fn places(&mut self, document: u32) -> &[u32] {
        match self {
            Slot::Term(cursor) => cursor.positions(document),
            Slot::Places { documents, places, at } => {
                let rest = documents.get(*at..).unwrap_or_default();
                let start = *at + rest.iter().take_while(|d| **d < document).count();
                *at = start + documents[start..].iter().take_while(|d| **d == document).count();
                &places[start..*at]
            }
        }
    }
}

/// How many places have another one `n` behind them; `take` hears which.
#[inline]
fn follow(places: &[u32], others: &[u32], n: u32, mut take: impl FnMut(u32)) -> usize {
    let (mut count, mut at) = (0, 0);
    for place in places {
        let wanted = place.saturating_add(n);
        while others.get(at).is_some_and(|p| *p < wanted) {
            at += 1;
        }
        if others.get(at) == Some(&wanted) {
            count += 1;
            take(*place);
        }
    }
    count
}

/// What must hold of a document, each part as a set; the days belong to the months.
struct Parts<'a> {
    index: &'a Index,
    texts: Option<Bits>,
    chosen: Vec<(usize, Bits)>,
}

impl<'a> Parts<'a> {
    fn of(index: &'a Index, question: &Question, texts: Option<Bits>) -> Self {
        let mut chosen = Vec::new();
        if question.days != (None, None) {
            chosen.push((0, index.between(question.days.0, question.days.1)));
        }
        for (facet, choice) in &question.chosen {
            let mut bits = match &choice.include {
                Some(values) => index.having(*facet, values.iter().copied()),
                None => Bits::all(index.len()),
            };
            if !choice.exclude.is_empty() {
                bits.and_not(&index.having(*facet, choice.exclude.iter().copied()));
            }
            chosen.push((*facet, bits));
        }
        Parts { index, texts, chosen }
    }

    /// The documents for which all holds, leaving out what is chosen in one facet.
    fn without(&self, facet: Option<usize>) -> Bits {
        let mut sets = self.chosen.iter().filter(|(f, _)| Some(*f) != facet).map(|(_, bits)| bits).chain(&self.texts);
        let mut bits = sets.next().cloned().unwrap_or_else(|| Bits::all(self.index.len()));
        sets.for_each(|set| bits.and(set));
        bits
    }

    fn counts(&self, counts: Counts, fit: &Bits) -> Vec<Vec<u32>> {
        let bytes = self.index.bytes();
        let count = |(n, facet): (usize, &super::facet::Facet)| {
            let open = counts == Counts::Open && self.chosen.iter().any(|(f, _)| *f == n);
            match open {
                true => facet.count(bytes, &self.without(Some(n))),
                false if self.texts.is_none() && self.chosen.is_empty() => facet.totals(bytes),
                false => facet.count(bytes, fit),
            }
        };
        match counts {
            Counts::No => Vec::new(),
            _ => self.index.facets.iter().enumerate().map(count).collect(),
        }
    }
}
