//! Full-text search: words, "phrases", AND/OR/-not, prefix*, small typos and spelling variants of names.
//!
//! AND binds tighter than OR and is meant where nothing stands between two words. A search is resolved once against the
//! index: every word, phrase or prefix becomes a list of places; then any passage can be asked whether it holds it.

use super::{index::Index, names::Names};
use crate::{corpus::codebook::Codebook, text::term::terms};
use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
enum Node {
    Leaf(usize),
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
}

/// A search laid over an index.
#[derive(Clone, Debug)]
pub struct Search {
    node: Node,
    /// First word and one past the last of every place of each leaf, ascending.
    leaves: Vec<Vec<Range<u32>>>,
    /// Whether the leaf is wanted, not excluded.
    wanted: Vec<bool>,
    /// What was typed and what was also searched for.
    pub variants: Vec<(String, String)>,
    /// Typed words that stand in no text.
    pub absent: Vec<String>,
}

impl Search {
    /// Resolves a search; `None` where it names no word.
    pub fn of(typed: &str, index: &Index, names: &Names, aliases: &Codebook) -> Option<Self> {
        let lexemes = lex(typed);
        let mut parser = Parser {
            rest: lexemes.iter().peekable(),
            depth: 0,
            not: false,
            index,
            names,
            aliases,
            found: Search {
                node: Node::All(Vec::new()),
                leaves: Vec::new(),
                wanted: Vec::new(),
                variants: Vec::new(),
                absent: Vec::new(),
            },
        };
        let mut node = parser.any();
        // A stray bracket ends the expression early: what follows is joined by AND.
        while parser.rest.peek().is_some() {
            parser.rest.next();
            if let Some(more) = parser.any() {
                node = Some(match node {
                    Some(node) => Node::All(vec![node, more]),
                    None => more,
                });
            }
        }
        let mut node = node?;
        if let Some(whole) = parser.whole_name(&lexemes) {
            node = Node::Any(vec![node, whole]);
        }
        Some(Search { node, ..parser.found })
    }

    /// Whether the words in these ranges together are what is searched for.
    pub fn holds(&self, ranges: &[Range<u32>]) -> bool {
        self.eval(&self.node, ranges)
    }

    fn eval(&self, node: &Node, ranges: &[Range<u32>]) -> bool {
        match node {
            Node::Leaf(leaf) => ranges.iter().any(|r| self.within(*leaf, r).next().is_some()),
            Node::All(nodes) => nodes.iter().all(|n| self.eval(n, ranges)),
            Node::Any(nodes) => nodes.iter().any(|n| self.eval(n, ranges)),
            Node::Not(node) => !self.eval(node, ranges),
        }
    }

    /// The places of a leaf that lie wholly inside a range.
    fn within(&self, leaf: usize, range: &Range<u32>) -> impl Iterator<Item = &Range<u32>> {
        let places = self.leaves.get(leaf).map_or(&[][..], Vec::as_slice);
        let first = places.partition_point(|p| p.start < range.start);
        let end = range.end;
        places[first..].iter().take_while(move |p| p.start < end).filter(move |p| p.end <= end)
    }

    /// The places inside a range that are to be marked, ascending.
    pub fn hits(&self, range: Range<u32>) -> Vec<Range<u32>> {
        let wanted = (0..self.leaves.len()).filter(|l| self.wanted[*l]);
        let mut hits: Vec<Range<u32>> = wanted.flat_map(|l| self.within(l, &range).cloned()).collect();
        hits.sort_by_key(|h| (h.start, h.end));
        hits.dedup();
        hits
    }

    /// Whether it names any word that is wanted, not only excluded ones.
    pub fn wants(&self) -> bool {
        self.wanted.iter().any(|w| *w)
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Lexeme {
    Word(String),
    Phrase(String),
    Or,
    Not,
    Open,
    Close,
}

const QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '»', '‟'];

fn lex(typed: &str) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut chars = typed.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            c if c.is_whitespace() => {}
            c if QUOTES.contains(&c) => {
                let mut phrase = String::new();
                for d in chars.by_ref().take_while(|d| !QUOTES.contains(d)) {
                    phrase.push(d);
                }
                lexemes.push(Lexeme::Phrase(phrase));
            }
            '(' => lexemes.push(Lexeme::Open),
            ')' => lexemes.push(Lexeme::Close),
            '|' => lexemes.push(Lexeme::Or),
            '-' if chars.peek().is_some_and(|d| !d.is_whitespace()) => lexemes.push(Lexeme::Not),
            c => {
                let mut word = String::from(c);
                while let Some(d) =
                    chars.next_if(|d| !(d.is_whitespace() || QUOTES.contains(d) || matches!(d, '(' | ')' | '|')))
                {
                    word.push(d);
                }
                match word.as_str() {
                    "AND" | "&" => {}
                    "OR" => lexemes.push(Lexeme::Or),
                    "NOT" => lexemes.push(Lexeme::Not),
                    _ => lexemes.push(Lexeme::Word(word)),
                }
            }
        }
    }
    lexemes
}

/// Brackets may nest so deep; deeper ones are read as if they were not there.
const DEPTH: usize = 16;

struct Parser<'p> {
    rest: std::iter::Peekable<std::slice::Iter<'p, Lexeme>>,
    depth: usize,
    not: bool,
    index: &'p Index,
    names: &'p Names,
    aliases: &'p Codebook,
    found: Search,
}

impl Parser<'_> {
    fn any(&mut self) -> Option<Node> {
        let mut nodes: Vec<Node> = self.all().into_iter().collect();
        while self.rest.next_if(|l| **l == Lexeme::Or).is_some() {
            nodes.extend(self.all());
        }
        match nodes.len() {
            0 | 1 => nodes.pop(),
            _ => Some(Node::Any(nodes)),
        }
    }

    fn all(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        while let Some(lexeme) = self.rest.peek() {
            match lexeme {
                Lexeme::Or | Lexeme::Close => break,
                _ => nodes.extend(self.one()),
            }
        }
        match nodes.len() {
            0 | 1 => nodes.pop(),
            _ => Some(Node::All(nodes)),
        }
    }

    fn one(&mut self) -> Option<Node> {
        let mut flips = 0;
        while self.rest.next_if(|l| **l == Lexeme::Not).is_some() {
            flips += 1;
        }
        let outer = self.not;
        self.not ^= flips % 2 == 1;
        let node = match self.rest.peek() {
            Some(Lexeme::Word(word)) => {
                self.rest.next();
                self.word(word)
            }
            Some(Lexeme::Phrase(phrase)) => {
                self.rest.next();
                self.phrase(phrase)
            }
            Some(Lexeme::Open) if self.depth < DEPTH => {
                self.rest.next();
                self.depth += 1;
                let node = self.any();
                self.rest.next_if(|l| **l == Lexeme::Close);
                self.depth -= 1;
                node
            }
            Some(Lexeme::Open) => {
                self.rest.next();
                None
            }
            _ => None,
        };
        self.not = outer;
        let node = node?;
        Some(if flips % 2 == 1 { Node::Not(Box::new(node)) } else { node })
    }

    /// A bare word, with its name's other spellings, an editor's alias, or else what it may be a slip for.
    fn word(&mut self, typed: &str) -> Option<Node> {
        let words = terms(typed);
        let [word] = words.as_slice() else { return self.phrase(typed) };
        if typed.trim_end_matches(['.', ',']).ends_with('*') {
            let places = self.index.places_of_prefix(word).into_iter().map(|p| p..p + 1).collect();
            return Some(self.leaf(places));
        }
        let mut places = self.places(std::slice::from_ref(&(word.clone(), false)));
        if places.is_empty() {
            self.found.absent.push(typed.to_string());
        }
        let mut also = self.names.variants(word);
        also.extend(self.stand_for(word));
        self.also(typed, also, &mut places);
        if places.is_empty() {
            let nearest: Vec<String> = self.index.nearest(word).into_iter().map(str::to_string).collect();
            self.also(typed, nearest, &mut places);
        }
        Some(self.leaf(places))
    }

    fn phrase(&mut self, typed: &str) -> Option<Node> {
        let words = pattern(typed);
        if words.is_empty() {
            return None;
        }
        let mut places = self.places(&words);
        if !places.is_empty() {
            return Some(self.leaf(places));
        }
        self.found.absent.push(typed.to_string());
        let name: Vec<&str> = words.iter().map(|(w, _)| w.as_str()).collect();
        self.also(typed, self.stand_for(&name.join(" ")), &mut places);
        Some(self.leaf(places))
    }

    /// Several bare words that are together a name in full: its short form is found too.
    fn whole_name(&mut self, lexemes: &[Lexeme]) -> Option<Node> {
        let mut words = Vec::new();
        for lexeme in lexemes {
            match lexeme {
                Lexeme::Word(word) => words.extend(terms(word)),
                _ => return None,
            }
        }
        if words.len() < 2 {
            return None;
        }
        let typed = words.join(" ");
        let mut also = self.names.short_forms(&words);
        also.extend(self.stand_for(&typed));
        let mut places = Vec::new();
        self.also(&typed, also, &mut places);
        (!places.is_empty()).then(|| self.leaf(places))
    }

    /// The words that an editor wants found for a name.
    fn stand_for(&self, name: &str) -> Vec<String> {
        let aliases = self.aliases.aliases.iter().filter(|a| terms(&a.name).join(" ") == name);
        aliases.flat_map(|a| a.finds.iter().cloned()).collect()
    }

    /// Adds the places of other words for what was typed, and says so.
    fn also(&mut self, typed: &str, others: Vec<String>, places: &mut Vec<Range<u32>>) {
        for other in others {
            let more = self.places(&pattern(&other));
            if more.is_empty() {
                continue;
            }
            let pair = (typed.to_string(), other.trim_end_matches('*').to_string());
            if !self.found.variants.contains(&pair) {
                self.found.variants.push(pair);
            }
            places.extend(more);
        }
    }

    fn leaf(&mut self, mut places: Vec<Range<u32>>) -> Node {
        places.sort_by_key(|p| (p.start, p.end));
        places.dedup();
        self.found.leaves.push(places);
        self.found.wanted.push(!self.not);
        Node::Leaf(self.found.leaves.len() - 1)
    }

    /// Where these words stand side by side, in one article.
    fn places(&self, words: &[(String, bool)]) -> Vec<Range<u32>> {
        let lists: Vec<Vec<u32>> = words
            .iter()
            .map(|(w, prefix)| if *prefix { self.index.places_of_prefix(w) } else { self.index.places(w).to_vec() })
            .collect();
        let Some((first, more)) = lists.split_first() else { return Vec::new() };
        let length = words.len() as u32;
        let follows = |p: u32| more.iter().zip(1..).all(|(list, n)| list.binary_search(&(p + n)).is_ok());
        first
            .iter()
            .filter(|p| follows(**p) && self.index.article_of(**p) == self.index.article_of(**p + length - 1))
            .map(|p| *p..*p + length)
            .collect()
    }
}

/// The terms of a phrase; true = with any ending.
pub fn pattern(phrase: &str) -> Vec<(String, bool)> {
    phrase
        .split_whitespace()
        .flat_map(|word| {
            let open = word.ends_with('*');
            let mut found: Vec<(String, bool)> = terms(word).into_iter().map(|t| (t, false)).collect();
            if let (true, Some(last)) = (open, found.last_mut()) {
                last.1 = true;
            }
            found
        })
        .collect()
}
