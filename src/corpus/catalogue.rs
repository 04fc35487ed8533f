//! What an editor says of an article: outlet, languages, publication day and the basis of that day.

use super::day::Day;
use serde::{Deserialize, Serialize};

/// The basis of a day that a reader gave with an own article.
pub const GIVEN: &str = "Given by you.";
/// What the basis of a day begins with that the article prints of itself.
pub const PRINTED: &str = "Printed with the article: ";

/// Who says on which day an article was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayFrom {
    /// The article itself.
    Text,
    /// The reader who added it.
    Reader,
    /// The catalogue.
    Editor,
}

/// An article's entry in `corpus/corpus.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The outlet; `None` = not stated.
    pub outlet: Option<String>,
    /// The site that republished it, where that is another.
    pub republisher: Option<String>,
    /// The original's language as a BCP 47 tag; `None` = not stated.
    pub language: Option<String>,
    /// The publication day; `None` = unknown.
    pub published: Option<Day>,
    /// Where that day is from, in plain words.
    pub basis: String,
}

impl Entry {
    /// Who says when it was published.
    pub fn day_from(&self) -> DayFrom {
        match self.basis.as_str() {
            GIVEN => DayFrom::Reader,
            basis if basis.starts_with(PRINTED) => DayFrom::Text,
            _ => DayFrom::Editor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_when_an_article_was_published() {
        let from = |basis: &str| Entry { basis: basis.into(), ..Entry::default() }.day_from();
        assert_eq!(from("Printed with the article: “3 May 2023”."), DayFrom::Text);
        assert_eq!(from("Given by you."), DayFrom::Reader);
        assert_eq!(from("Inferred from the day of the vote."), DayFrom::Editor);
    }
}
