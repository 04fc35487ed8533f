//! Classes of words that the rules of acts, addressees, days and referents ask for. The words lie in `data/word-classes.tsv`.

use super::cue::{Part, forms, irregular, rows};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

macro_rules! classes {
    ($($name:ident $doc:literal;)*) => {
        /// A class of words. The data has them in the same order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum WordClass { $(#[doc = $doc] $name,)* }

        /// The names of all classes.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name),)*];

        const COUNT: usize = [$(WordClass::$name,)*].len();
    };
}

classes! {
    Thought "What one should only think of.";
    Stays "Verbs of which “we will not” refuses nothing.";
    Learnt "What one comes to know, gets, or is.";
    Held "What one promises to do.";
    Feared "What one fears in a condition.";
    Naming "Verbs that give a thing a name or a judgment.";
    Forces "Parties that are no persons, without a name.";
    Adverse "Those who are against us, though they are “our”.";
    NoCommand "Base forms that open no command.";
    Vague "Everybody and nobody.";
    AskedDeed "What a party is asked to do.";
    Collective "Parties that are no persons.";
    Courtesy "Office or courtesy that addresses somebody without a name.";
    Crowd "Crowds and media, to whom all is said.";
    Unneeded "Whose help, word or leave one does not need.";
    NoReason "After “there is no”: what is refused.";
    Lacking "After “there is no”: what is only reported to be lacking.";
    DeniedThing "What there is not, where somebody said there is.";
    Soil "The land of somebody, into which another came.";
    Fabricate "To tell what is not so.";
    Harm "To do harm.";
    Blameful "What is said to blame.";
    Praiseful "What is said to praise.";
    Truth "What a report does not match.";
    Genuine "What confirms.";
    Circumstance "To blame where a thing is called so, not where one tells how things are.";
    Owed "What one owes others.";
    OfMind "Verbs of mind and of having.";
    Ready "Ready or willing.";
    NotEnough "What an offer is not, that is refused.";
    Decent "What good conduct is.";
    Cease "To end, or to be undone.";
    Notifying "To make known what comes.";
    Agreeable "What one hopes for in a condition.";
    Reckoning "What comes over whoever does it.";
    Claim "What others say, that can be untrue.";
    Charge "What is said against somebody, that one can turn away.";
    Falsehood "What a claim is called that is untrue.";
    Refusable "What a plan is called that is refused.";
    Offer "What others want or offer, that can be refused.";
    Alarming "What a state of things is called that is feared.";
    Situation "A state of things that can be feared.";
    Pledge "What one can break: words given, rules.";
    Breach "To break a word given, or a rule.";
    Benign "What another does for us, or without harm.";
    Repair "What is promised to be made good.";
    Bystander "Those who tell what they see and think, and are no party.";
    Together "What two parties could do.";
    Ruling "Those who rule a state.";
    Government "Organs of a state, named without it by those who live there.";
    Paper "What somebody sends or publishes.";
    Document "A text that speaks for whoever made it.";
    Sends "What makers do with a paper, as the first word of a clause beside it.";
    AnotherDay "What tells that the day is not that of the sentence before.";
    Mindless "What has no mind, so that it says, wants and refuses nothing.";
    Wished "Before “that”: what would be good is not done yet.";
    Region "Parts of the world by which groups of states are named.";
    Hearer "Those who are spoken to, beside all who are parties.";
}

/// The last class that what was learnt looks at: the others are only asked for by rules, and may change their order.
const LAST_TAUGHT: WordClass = WordClass::Hearer;

/// A bit for each class.
type Set = [u64; COUNT.div_ceil(64)];

/// No class.
static NONE: Set = [0; COUNT.div_ceil(64)];

/// The classes of each word.
static CLASSES: LazyLock<FxHashMap<String, Set>> = LazyLock::new(|| parse(include_str!("data/word-classes.tsv")));

fn parse(data: &'static str) -> FxHashMap<String, Set> {
    let irregular = irregular(include_str!("data/irregular_verbs.tsv"));
    let mut found: FxHashMap<String, Set> = FxHashMap::default();
    let (mut last, mut class) = ("", usize::MAX);
    for row in rows(data) {
        let [name, kind, words] = row[..] else { continue };
        if name != last {
            (last, class) = (name, class.wrapping_add(1));
        }
        let mut add = |word: String| {
            if let Some(bits) = found.entry(word).or_default().get_mut(class / 64) {
                *bits |= 1 << (class % 64);
            }
        };
        match kind {
            "w" => words.split(' ').for_each(|word| add(word.to_string())),
            "p" => words.split(',').for_each(|phrase| add(phrase.to_string())),
            _ => words
                .split(',')
                .flat_map(|verb| forms(Part::Verb, &[verb], &irregular))
                .for_each(|(_, form)| add(form.join(" "))),
        }
    }
    found
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes(&'static Set);

impl Classes {
    /// Those of a word in lower case.
    pub fn of(word: &str) -> Self {
        Classes(CLASSES.get(word).unwrap_or(&NONE))
    }

    /// Whether the word is of this class.
    pub fn has(self, class: WordClass) -> bool {
        self.0[class as usize / 64] >> (class as usize % 64) & 1 == 1
    }

    /// Those that what was learnt looks at.
    pub fn taught(self) -> Taught {
        Taught(self.0[0] & (u64::MAX >> (63 - LAST_TAUGHT as u32)))
    }
}

/// Classes that what was learnt looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taught(u64);

impl Taught {
    /// Those of either.
    pub fn or(self, other: Taught) -> Taught {
        Taught(self.0 | other.0)
    }

    /// Their numbers.
    pub fn all(self) -> impl Iterator<Item = usize> {
        (0..=LAST_TAUGHT as usize).filter(move |class| self.0 >> class & 1 == 1)
    }
}

impl WordClass {
    /// Whether a word, in lower case, is of this class.
    pub fn has(self, word: &str) -> bool {
        Classes::of(word).has(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_of_a_class_in_all_their_forms_and_other_words_as_they_stand() {
        assert!(WordClass::Harm.has("undermines") && WordClass::Harm.has("stole"));
        assert!(WordClass::Unneeded.has("permission") && !WordClass::Unneeded.has("permissions"));
        assert!(!WordClass::Harm.has("the"));
    }

    #[test]
    fn the_data_has_every_class_by_its_name_and_in_its_order() {
        let kebab = |name: &str| {
            let small =
                |c: char| if c.is_ascii_uppercase() { format!("-{}", c.to_ascii_lowercase()) } else { c.to_string() };
            name.chars().map(small).collect::<String>().trim_start_matches('-').to_string()
        };
        let mut names: Vec<&str> = rows(include_str!("data/word-classes.tsv")).map(|row| row[0]).collect();
        names.dedup();
        assert_eq!(names, NAMES.iter().map(|name| kebab(name)).collect::<Vec<_>>());
    }

    #[test]
    fn every_row_has_words_and_no_word_twice() {
        for row in rows(include_str!("data/word-classes.tsv")) {
            let [name, kind @ ("v" | "w" | "p"), words] = row[..] else { panic!("{row:?}") };
            let words: Vec<&str> = words.split(if kind == "w" { ' ' } else { ',' }).collect();
            for (n, word) in words.iter().enumerate() {
                assert!(!word.is_empty() && !words[..n].contains(word), "{name}: {word}");
            }
        }
    }
}
