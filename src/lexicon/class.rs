//! Classes of words that the rules of acts, addressees, days and referents ask for. The words lie in `data/word-classes.tsv`.

use super::cue::{Part, forms, irregular, rows};
use crate::text::ordered::OrderedMap;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

macro_rules! classes {
    ($($name:ident $slug:literal $doc:literal;)*) => {
        /// A class of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum WordClass { $(#[doc = $doc] $name,)* }

        impl WordClass {
            /// All classes.
            pub const ALL: &[WordClass] = &[$(WordClass::$name,)*];

            /// Its name in the data.
            pub fn slug(self) -> &'static str {
                match self { $(WordClass::$name => $slug,)* }
            }
        }
    };
}

classes! {
    Thought "thought" "What one should only think of.";
    Stays "stays" "Verbs of which “we will not” refuses nothing.";
    Learnt "learnt" "What one comes to know, gets, or is.";
    Held "held" "What one promises to do.";
    Feared "feared" "What one fears in a condition.";
    Naming "naming" "Verbs that give a thing a name or a judgment.";
    Forces "forces" "Parties that are no persons, without a name.";
    Adverse "adverse" "Those who are against us, though they are “our”.";
    NoCommand "no-command" "Base forms that open no command.";
    Vague "vague" "Everybody and nobody.";
    AskedDeed "asked-deed" "What a party is asked to do.";
    Collective "collective" "Parties that are no persons.";
    Courtesy "courtesy" "Office or courtesy that addresses somebody without a name.";
    Crowd "crowd" "Crowds and media, to whom all is said.";
    Unneeded "unneeded" "Whose help, word or leave one does not need.";
    NoReason "no-reason" "After “there is no”: what is refused.";
    Lacking "lacking" "After “there is no”: what is only reported to be lacking.";
    DeniedThing "denied-thing" "What there is not, where somebody said there is.";
    Soil "soil" "The land of somebody, into which another came.";
    Fabricate "fabricate" "To tell what is not so.";
    Harm "harm" "To do harm.";
    Blameful "blameful" "What is said to blame.";
    Praiseful "praiseful" "What is said to praise.";
    Truth "truth" "What a report does not match.";
    Genuine "genuine" "What confirms.";
    Circumstance "circumstance" "To blame where a thing is called so, not where one tells how things are.";
    Owed "owed" "What one owes others.";
    OfMind "of-mind" "Verbs of mind and of having.";
    Ready "ready" "Ready or willing.";
    NotEnough "not-enough" "What an offer is not, that is refused.";
    Decent "decent" "What good conduct is.";
    Cease "cease" "To end, or to be undone.";
    Notifying "notifying" "To make known what comes.";
    Agreeable "agreeable" "What one hopes for in a condition.";
    Reckoning "reckoning" "What comes over whoever does it.";
    Claim "claim" "What others say, that can be untrue.";
    Charge "charge" "What is said against somebody, that one can turn away.";
    Falsehood "falsehood" "What a claim is called that is untrue.";
    Refusable "refusable" "What a plan is called that is refused.";
    Offer "offer" "What others want or offer, that can be refused.";
    Alarming "alarming" "What a state of things is called that is feared.";
    Situation "situation" "A state of things that can be feared.";
    Pledge "pledge" "What one can break: words given, rules.";
    Breach "breach" "To break a word given, or a rule.";
    Benign "benign" "What another does for us, or without harm.";
    Repair "repair" "What is promised to be made good.";
    Bystander "bystander" "Those who tell what they see and think, and are no party.";
    Together "together" "What two parties could do.";
    Ruling "ruling" "Those who rule a state.";
    Government "government" "Organs of a state, named without it by those who live there.";
    Paper "paper" "What somebody sends or publishes.";
    Document "document" "A text that speaks for whoever made it.";
    Sends "sends" "What makers do with a paper, as the first word of a clause beside it.";
    AnotherDay "another-day" "What tells that the day is not that of the sentence before.";
    Mindless "mindless" "What has no mind, so that it says, wants and refuses nothing.";
    Wished "wished" "Before “that”: what would be good is not done yet.";
    Region "region" "Parts of the world by which groups of states are named.";
    Hearer "hearer" "Those who are spoken to, beside all who are parties.";
}

/// The classes of each word, a bit each.
static CLASSES: LazyLock<FxHashMap<String, u64>> = LazyLock::new(|| parse(include_str!("data/word-classes.tsv")));

fn parse(data: &'static str) -> FxHashMap<String, u64> {
    let irregular = irregular(include_str!("data/irregular_verbs.tsv"));
    let mut found: OrderedMap<String, u64> = OrderedMap::new();
    for row in rows(data) {
        let [slug, kind, words] = row[..] else { continue };
        let Some(class) = WordClass::ALL.iter().find(|c| c.slug() == slug) else { continue };
        let bit = 1 << *class as u64;
        for word in words.split(',').map(str::trim) {
            if kind == "v" {
                for (_, form) in forms(Part::Verb, &[word], &irregular) {
                    *found.entry(form.join(" ")).or_default() |= bit;
                }
            } else {
                *found.entry(word.to_string()).or_default() |= bit;
            }
        }
    }
    found.into_iter().collect()
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// Those of a word in lower case.
    pub fn of(word: &str) -> Self {
        Classes(CLASSES.get(word).copied().unwrap_or_default())
    }

    /// The classes of either.
    pub fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// Those that are there.
    pub fn all(self) -> impl Iterator<Item = WordClass> {
        WordClass::ALL.iter().copied().filter(move |class| self.0 != 0 && self.has(*class))
    }

    /// Whether the word is of this class.
    pub fn has(self, class: WordClass) -> bool {
        self.0 & (1 << class as u64) != 0
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
    fn every_row_of_the_data_is_read_and_every_class_has_words() {
        for row in rows(include_str!("data/word-classes.tsv")) {
            assert!(row.len() == 3 && WordClass::ALL.iter().any(|c| c.slug() == row[0]), "{row:?}");
        }
        for class in WordClass::ALL {
            assert!(CLASSES.values().any(|bits| bits & (1 << *class as u64) != 0), "{class:?}");
        }
    }
}
