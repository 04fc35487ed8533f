//! The codebook's terms, ready to be matched. Their grammar stands at the head of `corpus/codebook.toml`.

use crate::text::order::Order;
use crate::text::ordered::OrderedMap;
use crate::{corpus::codebook::Codebook, text::term::terms};

/// One place of a phrase: any of these atoms.
type Spot = Vec<u32>;
/// Spots side by side.
type Phrase = Vec<Spot>;
/// Phrases that must all be there.
type Pattern = Vec<Phrase>;

/// A codebook that can be asked what some words are about.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    /// Whole words and beginnings of words, by number.
    words: OrderedMap<String, u32>,
    beginnings: OrderedMap<String, u32>,
    /// Terms and exclusions of each topic, in the codebook's order.
    topics: Vec<(Vec<Pattern>, Vec<Pattern>)>,
    /// Topic and term that each atom may begin: only these are looked at.
    begun_by: OrderedMap<u32, Vec<(usize, usize)>>,
}

impl Matcher {
    /// Makes the terms ready. A term without any word is left out ([`faults`] names it).
    pub fn of(codebook: &Codebook) -> Self {
        let mut matcher = Matcher::default();
        let mut atoms = 0;
        for topic in &codebook.topics {
            let mut patterns = |list: &[String]| -> Vec<Pattern> {
                list.iter().map(|t| matcher.pattern(t, &mut atoms)).filter(|p| !p.is_empty()).collect()
            };
            let both = (patterns(&topic.terms), patterns(&topic.not));
            for (term, pattern) in both.0.iter().enumerate() {
                for atom in pattern.iter().take(1).flat_map(|phrase| phrase.iter().take(1)).flatten() {
                    matcher.begun_by.entry(*atom).or_default().push((matcher.topics.len(), term));
                }
            }
            matcher.topics.push(both);
        }
        matcher
    }

    fn pattern(&mut self, term: &str, atoms: &mut u32) -> Pattern {
        term.split(" + ").map(|p| self.phrase(p, atoms)).filter(|p| !p.is_empty()).collect()
    }

    fn phrase(&mut self, phrase: &str, atoms: &mut u32) -> Phrase {
        let mut spots: Phrase = Vec::new();
        for word in phrase.split_whitespace() {
            // A spot is written as one word; what is cut in two ("U.N.-led") stands side by side.
            let mut alternatives: Spot = Vec::new();
            for alternative in word.split('|') {
                let map = if alternative.ends_with('*') { &mut self.beginnings } else { &mut self.words };
                for term in terms(alternative) {
                    let atom = *map.entry(term).or_insert_with(|| {
                        *atoms += 1;
                        *atoms
                    });
                    alternatives.push(atom);
                }
            }
            if !alternatives.is_empty() {
                spots.push(alternatives);
            }
        }
        spots
    }

    /// The topics, by number, of some words: one list a passage whose words stand side by side.
    pub fn topics(&self, passages: &[Vec<String>]) -> Vec<usize> {
        let atoms: Vec<Vec<Vec<u32>>> =
            passages.iter().map(|words| words.iter().map(|w| self.atoms(w)).collect()).collect();
        let holds = |pattern: &Pattern| {
            pattern
                .iter()
                .all(|phrase| atoms.iter().any(|passage| passage.windows(phrase.len()).any(|w| stands(phrase, w))))
        };
        let mut begun: Vec<(usize, usize)> =
            atoms.iter().flatten().flatten().filter_map(|a| self.begun_by.get(a)).flatten().copied().collect();
        begun.order();
        begun.dedup();
        let mut found: Vec<usize> = Vec::new();
        for (topic, term) in begun {
            let (terms, not) = &self.topics[topic];
            if found.last() != Some(&topic) && terms.get(term).is_some_and(holds) && !not.iter().any(holds) {
                found.push(topic);
            }
        }
        found
    }

    /// The words, by place, for which a passage is about a topic; none where it is not.
    pub fn words(&self, topic: usize, words: &[String]) -> Vec<usize> {
        let Some((terms, _)) = self.topics.get(topic).filter(|_| self.topics(&[words.to_vec()]).contains(&topic))
        else {
            return Vec::new();
        };
        let atoms: Vec<Vec<u32>> = words.iter().map(|w| self.atoms(w)).collect();
        let places = |phrase: &Phrase| -> Vec<usize> {
            let starts = atoms.windows(phrase.len()).enumerate().filter(|(_, w)| stands(phrase, w)).map(|(i, _)| i);
            starts.flat_map(|i| i..i + phrase.len()).collect()
        };
        let mut found: Vec<usize> = Vec::new();
        for term in terms {
            let each: Vec<Vec<usize>> = term.iter().map(places).collect();
            if each.iter().all(|p| !p.is_empty()) {
                found.extend(each.into_iter().flatten());
            }
        }
        found.order();
        found.dedup();
        found
    }

    /// The atoms that a word is.
    fn atoms(&self, word: &str) -> Vec<u32> {
        let mut atoms: Vec<u32> = self.words.get(word).copied().into_iter().collect();
        let ends = word.char_indices().map(|(i, c)| i + c.len_utf8());
        atoms.extend(ends.filter_map(|end| word.get(..end).and_then(|b| self.beginnings.get(b)).copied()));
        atoms
    }
}

fn stands(phrase: &Phrase, words: &[Vec<u32>]) -> bool {
    phrase.iter().zip(words).all(|(spot, word)| spot.iter().any(|a| word.contains(a)))
}

/// What is wrong with a codebook, in words for its editor; the program reads the rest.
pub fn faults(codebook: &Codebook) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: OrderedMap<&str, ()> = OrderedMap::new();
    for topic in &codebook.topics {
        let slug = topic.slug.as_str();
        if slug.is_empty() || !slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            faults.push(format!("topic \"{slug}\": a slug has small letters, digits and hyphens only"));
        }
        if seen.insert(slug, ()).is_some() {
            faults.push(format!("topic {slug} is there twice: give one of them another slug"));
        }
        if topic.label.trim().is_empty() {
            faults.push(format!("topic {slug} has no label"));
        }
        if topic.terms.is_empty() {
            faults.push(format!("topic {slug} has no terms: nothing would ever be about it"));
        }
        for term in topic.terms.iter().chain(&topic.not).filter(|t| t.split(" + ").any(|p| terms(p).is_empty())) {
            faults.push(format!("topic {slug}: \"{term}\" has a part without any word"));
        }
    }
    for alias in &codebook.aliases {
        if terms(&alias.name).is_empty() || alias.finds.iter().all(|f| terms(f).is_empty()) {
            faults.push(format!("alias \"{}\" needs a name and something that it finds", alias.name));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::codebook::{Alias, Topic};
    use proptest::prelude::*;

    fn codebook(terms: &[&str], not: &[&str]) -> Codebook {
        let list = |l: &[&str]| l.iter().map(|t| t.to_string()).collect();
        let topic = Topic { slug: "t".into(), label: "T".into(), terms: list(terms), not: list(not) };
        Codebook { topics: vec![topic], aliases: Vec::new() }
    }

    fn about(book: &Codebook, text: &str) -> bool {
        !Matcher::of(book).topics(&[terms(text)]).is_empty()
    }

    #[test]
    fn words_beginnings_phrases_and_pairs() {
        let book = codebook(&["withdraw* + troops|forces", "military base*", "truce"], &["withdraw* consent"]);
        for (text, expected) in [
            ("NATO withdrawing its forces from Poland", true),
            ("the forces should be withdrawn", true),
            ("the forces should leave", false),
            ("Forces must withdraw", true),
            ("a Military Base in Djibouti", true),
            ("the military has a base", false),
            ("trucers", false),
            ("a truce", true),
            ("to withdraw consent for foreign troops", false),
        ] {
            assert_eq!(about(&book, text), expected, "{text}");
        }
    }

    #[test]
    fn a_pair_may_be_cut_in_two_passages_a_phrase_not() {
        let book = codebook(&["withdraw* + forces", "red line"], &[]);
        let matcher = Matcher::of(&book);
        assert_eq!(matcher.topics(&[terms("to withdraw"), terms("all forces")]), [0]);
        assert!(matcher.topics(&[terms("a red"), terms("line")]).is_empty());
    }

    #[test]
    fn the_words_that_made_it_so() {
        let book = codebook(&["withdraw* + troops|forces", "red line", "truce"], &["withdraw* consent"]);
        let words = |text: &str| Matcher::of(&book).words(0, &terms(text));
        assert_eq!(words("Seoul will withdraw its troops before a truce"), [2, 4, 7]);
        assert_eq!(words("the red line of troops"), [1, 2]);
        assert_eq!(words("to withdraw consent for troops"), [0; 0]);
    }

    #[test]
    fn faults_are_named() {
        let mut book = codebook(&["…"], &[]);
        book.topics[0].slug = "Höhe".into();
        book.aliases.push(Alias::default());
        assert_eq!(faults(&book).len(), 3);
        assert_eq!(faults(&codebook(&["truce"], &[])), [""; 0]);
    }

    proptest! {
        #[test]
        fn no_codebook_panics(term in "\\PC{0,30}|[a-c|*+ ]{0,20}", text in "[a-c ]{0,30}|\\PC{0,30}") {
            let book = codebook(&[&term], &[]);
            let _ = (faults(&book), about(&book, &text), Matcher::of(&book).words(0, &terms(&text)));
        }
    }
}
