//! Full-text search: words, "phrases", AND/OR/-not, prefix*, small typos and spelling variants of names.
//!
//! [`Expression`] reads what is typed. A search is resolved once against the index: every word, phrase or prefix becomes
//! a list of places; then any passage can be asked whether it holds it.

use super::{index::Index, names::Names};
use crate::text::order::Order;
use crate::{
    corpus::codebook::Codebook,
    index::expression::{Expression, pattern},
    lexicon::cue::other_forms,
    text::{spelling, term::terms},
};
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
    /// Further forms of the typed words that stand in the texts and are not searched, with how often.
    pub forms: Vec<(String, u32)>,
    /// The search with these forms; empty = there are none.
    pub with_forms: String,
}

impl Search {
    /// Resolves a search; `None` where it names no word.
    pub fn of(typed: &str, index: &Index, names: &Names, aliases: &Codebook) -> Option<Self> {
        let expression = Expression::parse(typed)?;
        let mut resolver = Resolver {
            index,
            names,
            aliases,
            found: Search {
                node: Node::All(Vec::new()),
                leaves: Vec::new(),
                wanted: Vec::new(),
                variants: Vec::new(),
                absent: Vec::new(),
                forms: Vec::new(),
                with_forms: String::new(),
            },
        };
        let mut node = resolver.resolve(&expression, true);
        let mut searched = Vec::new();
        expression.words(&mut searched);
        let mut forms = Vec::new();
        let with_forms = resolver.with_forms(&expression, &searched, &mut forms);
        if !forms.is_empty() {
            (resolver.found.forms, resolver.found.with_forms) = (forms, with_forms);
        }
        if let Some(whole) = resolver.whole_name(&expression) {
            node = Node::Any(vec![node, whole]);
        }
        Some(Search { node, ..resolver.found })
    }

    /// A search for any of these phrases, given as terms.
    pub fn of_phrases<'w>(phrases: impl Iterator<Item = &'w [String]>, index: &Index) -> Self {
        let mut places: Vec<Range<u32>> = phrases.flat_map(|phrase| index.phrase(phrase)).collect();
        places.order_by_key(|p| (p.start, p.end));
        Search {
            node: Node::Leaf(0),
            leaves: vec![places],
            wanted: vec![true],
            variants: Vec::new(),
            absent: Vec::new(),
            forms: Vec::new(),
            with_forms: String::new(),
        }
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
        hits.order_by_key(|h| (h.start, h.end));
        hits.dedup();
        hits
    }

    /// Whether it finds anything at all.
    pub fn finds(&self) -> bool {
        self.leaves.iter().any(|places| !places.is_empty())
    }

    /// Whether it names any word that is wanted, not only excluded ones.
    pub fn wants(&self) -> bool {
        self.wanted.iter().any(|w| *w)
    }
}

/// Turns what was typed into places.
struct Resolver<'p> {
    index: &'p Index,
    names: &'p Names,
    aliases: &'p Codebook,
    found: Search,
}

impl Resolver<'_> {
    fn resolve(&mut self, expression: &Expression, wanted: bool) -> Node {
        let places = match expression {
            Expression::All(all) => return Node::All(all.iter().map(|e| self.resolve(e, wanted)).collect()),
            Expression::Any(all) => return Node::Any(all.iter().map(|e| self.resolve(e, wanted)).collect()),
            Expression::Not(inner) => return Node::Not(Box::new(self.resolve(inner, !wanted))),
            Expression::Word { typed, term } => self.word(typed, term),
            Expression::Prefix { typed, term } => {
                let words = [(term.to_string(), true)];
                let mut places = self.places(&words);
                self.respelled(typed, &words, &mut places);
                places
            }
            Expression::Phrase { typed, terms, .. } => self.phrase(typed, terms),
        };
        self.leaf(places, wanted)
    }

    /// A bare word, with its name's other spellings, an editor's alias, or else what it may be a slip for.
    fn word(&mut self, typed: &str, term: &str) -> Vec<Range<u32>> {
        let words = [(term.to_string(), false)];
        let mut places = self.places(&words);
        if places.is_empty() {
            self.found.absent.push(typed.to_string());
        }
        let mut also = self.names.variants(term);
        also.extend(self.stand_for(term));
        self.also(typed, also, &mut places);
        self.respelled(typed, &words, &mut places);
        if places.is_empty() {
            self.also(typed, self.index.nearest(term), &mut places);
        }
        places
    }

    fn phrase(&mut self, typed: &str, words: &[(String, bool)]) -> Vec<Range<u32>> {
        let mut places = self.places(words);
        if places.is_empty() {
            self.found.absent.push(typed.to_string());
            let name: Vec<String> = words.iter().map(|(w, _)| w.clone()).collect();
            let mut also = self.stand_for(&name.join(" "));
            also.extend(self.names.short_forms(&name, true));
            self.also(typed, also, &mut places);
        }
        self.respelled(typed, words, &mut places);
        places
    }

    /// Several bare words that are together a name in full: its short form is found too.
    fn whole_name(&mut self, expression: &Expression) -> Option<Node> {
        let Expression::All(all) = expression else { return None };
        let mut words = Vec::new();
        for one in all {
            match one {
                Expression::Word { typed, .. }
                | Expression::Prefix { typed, .. }
                | Expression::Phrase { typed, quoted: false, .. } => words.extend(terms(typed)),
                _ => return None,
            }
        }
        let typed = words.join(" ");
        let mut also = self.names.short_forms(&words, false);
        also.extend(self.stand_for(&typed));
        let mut places = Vec::new();
        self.also(&typed, also, &mut places);
        (!places.is_empty()).then(|| self.leaf(places, true))
    }

    /// The search as it could be typed, each word with its other forms that stand in the texts. Parts of names have none,
    /// nor what is excluded.
    fn with_forms(&self, expression: &Expression, searched: &[&str], forms: &mut Vec<(String, u32)>) -> String {
        let mut each = |all: &[Expression], joint| {
            all.iter().map(|e| self.with_forms(e, searched, forms)).collect::<Vec<_>>().join(joint)
        };
        match expression {
            Expression::All(all) => each(all, " "),
            Expression::Any(all) => format!("({})", each(all, " OR ")),
            Expression::Not(inner) => format!("-({})", self.with_forms(inner, searched, &mut Vec::new())),
            Expression::Prefix { typed, .. } => typed.clone(),
            Expression::Phrase { typed, quoted, .. } => {
                if *quoted {
                    format!("\"{typed}\"")
                } else {
                    typed.clone()
                }
            }
            Expression::Word { typed, term } => {
                let mut all = typed.clone();
                for form in if self.names.holds(term) { Vec::new() } else { other_forms(term) } {
                    let places = self.index.places(&form).len() as u32;
                    let also = self.found.variants.iter().any(|(_, found)| *found == form);
                    if places > 0 && !also && !searched.contains(&form.as_str()) {
                        all.push_str(" OR ");
                        all.push_str(&form);
                        forms.push((form, places));
                    }
                }
                if all == *typed { all } else { format!("({all})") }
            }
        }
    }

    /// The words that an editor wants found for a name.
    fn stand_for(&self, name: &str) -> Vec<String> {
        let aliases = self.aliases.aliases.iter().filter(|a| terms(&a.name).join(" ") == name);
        aliases.flat_map(|a| a.finds.iter().cloned()).collect()
    }

    /// British for American words and the other way round, as they stand in the texts.
    fn respelled(&mut self, typed: &str, words: &[(String, bool)], places: &mut Vec<Range<u32>>) {
        let stands = |word: &(String, bool)| !self.places(std::slice::from_ref(word)).is_empty();
        for phrase in spelling::phrases(words, &stands) {
            let more = self.places(&phrase);
            let words: Vec<&str> = phrase.iter().map(|(word, _)| word.as_str()).collect();
            self.add(typed, &words.join(" "), more, places);
        }
    }

    /// Adds the places of other words for what was typed, and says so.
    fn also(&mut self, typed: &str, others: Vec<String>, places: &mut Vec<Range<u32>>) {
        for other in others {
            let more = self.places(&pattern(&other));
            self.add(typed, other.trim_end_matches('*'), more, places);
        }
    }

    /// Adds the places of one, and says so.
    fn add(&mut self, typed: &str, other: &str, more: Vec<Range<u32>>, places: &mut Vec<Range<u32>>) {
        if more.is_empty() {
            return;
        }
        let pair = (typed.to_string(), other.to_string());
        if !self.found.variants.contains(&pair) {
            self.found.variants.push(pair);
        }
        places.extend(more);
    }

    fn leaf(&mut self, mut places: Vec<Range<u32>>, wanted: bool) -> Node {
        places.order_by_key(|p| (p.start, p.end));
        places.dedup();
        self.found.leaves.push(places);
        self.found.wanted.push(wanted);
        Node::Leaf(self.found.leaves.len() - 1)
    }

    /// Where these words stand side by side, in one article; beside each, whether more letters may follow.
    fn places(&self, words: &[(String, bool)]) -> Vec<Range<u32>> {
        let list = |(w, prefix): &(String, bool)| {
            if *prefix { self.index.places_of_prefix(w) } else { self.index.places(w) }
        };
        self.index.side_by_side(&words.iter().map(list).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use crate::query::{filter::Filter, sample};

    fn asked(q: &str) -> crate::query::answer::Answer {
        sample::tankers().ask(&Filter { q: q.into(), ..Filter::default() }, 0, 9)
    }

    #[test]
    fn other_forms_are_offered_and_not_searched() {
        let answer = asked("reject* OR tanker release");
        assert_eq!(answer.forms, [("released".to_string(), 1)]);
        assert_eq!(answer.with_forms, "(reject* OR tanker (release OR released))");
        assert_eq!(asked(&answer.with_forms).totals.statements, answer.totals.statements + 1);
        assert!(asked("release OR released").forms.is_empty() && asked("tanker -release").forms.is_empty());
        // What is found for want of the word, and part of a name.
        assert!(asked("demand").forms.is_empty() && asked("Iran").forms.is_empty());
    }
}
