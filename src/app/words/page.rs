//! Words of the page around the views, of the work view, the Overview, the Reader and the Method page's tables.

use super::{count, language, list, number, statements};
use crate::corpus::catalogue::DayFrom;

/// Heads, buttons and names, named as they read.
mod heads {
    #![allow(missing_docs)]
    pub const AS_DAY: &str = "as 17 Dec 2021, 17.12.2021 or Dec 2021";
    pub const DAYS_TURNED: &str = "The last day lay before the first: the two changed places.";
    pub const SKIP_RAIL: &str = "Skip the filters";
    pub const SKIP: &str = "Skip to the content";
    pub const VIEWS: &str = "Views";
    pub const SEARCH: &str = "Search the articles";
    pub const SEARCH_HINT: &str = "Search: words, \"phrases\", -not";
    pub const SEARCH_SHORT: &str = "Search";
    pub const KEYS_CAPTION: &str = "Keyboard commands";
    pub const KEYS_COLS: [&str; 2] = ["Key", "Command"];
    pub const KEYBOARD: &str = "Keyboard";
    pub const LETTERS: &str = "Single letters are commands";
    pub const CLOSE: &str = "Close";
    pub const RETRY: &str = "Try again";
    pub const RELOAD: &str = "Reload the page";
    pub const READING: &str = "Reading";
    pub const BY_HAND: &str = "To be copied by hand";
    pub const SHOWING: &str = "Showing";
    pub const LEAVES: &str = "The filter leaves";
    pub const OUT_OF: &str = "Out of";
    pub const ORPHAN: &str =
        "The statement of the link is hidden by these filters, or is not in this version of the corpus.";
    pub const UNCOUNTED: &str = "statements";
    pub const TAKEN_OUT: &str = " – take out";
    pub const EVERYTHING: &str = "Show everything";
    pub const UNKNOWN_LEAD: &str = "This link names what is not known here:";
    pub const CONTRADICTS: &str = "This link asks for a value and shuts it out, or names what is not known here:";
    pub const FILTERS: &str = "Filters";
    pub const NO_FILTERS: &str = "There are no filters on this page; “g s” goes to Statements, which has them.";
    pub const CHOSEN: &str = "chosen";
    pub const EXCLUDE: &str = "Exclude";
    pub const ALL_OF: &str = "all of these at once";
    pub const MORE_IF_TICKED: &str = " more if ticked";
    pub const SHOW_FEWER: &str = "Show fewer";
    pub const DAY_OF_ACT: &str = "Day of the act";
    pub const FROM: &str = "from";
    pub const TO: &str = "to";
    pub const STATEMENTS: &str = "Statements";
    pub const SELECTED: &str = "The selected statement";
    pub const ORDER: &str = "Order";
    pub const COUNT: &str = "Count";
    pub const SEARCH_IN: &str = "Search in";
    pub const EMPTY: &str = "No statement answers this filter";
    pub const THE_DAYS: &str = "the days";
    pub const THE_SEARCH: &str = "the search";
    pub const CITE: &str = "Cite";
    pub const WHY: &str = "Why, and how sure";
    pub const OVERVIEW_HEAD: &str = "Who said what to whom, and who passed it on";
    pub const FILTER_ON: &str = "A filter is on: ";
    pub const START: &str = "Start with a question";
    pub const ALL_STATEMENTS: &str = "All statements";
    pub const THE_ARTICLES: &str = "The articles";
    pub const COVERAGE: &str = "Which article reports what, most widespread first";
    pub const BY_FAMILY: &str = "Statements by family";
    pub const FAMILY_CAPTION: &str = "How many statements there are of each family of acts";
    pub const FAMILY_COLS: [&str; 4] = ["Family", "Acts", "Share", "Statements"];
    pub const ALL_ARTICLES: &str = "All articles";
    pub const OTHER_BUILD: &str = " Perhaps the link is from another build. The articles that are here:";
    pub const OWN_ARTICLE: &str = " It was added in somebody’s own browser, under a name that ends in a sum of its text: to open it, add the same text under the same name.";
    pub const READING_ARTICLE: &str = "Reading the article …";
    pub const OUTLET_UNSTATED: &str = "outlet not recognised in the text";
    pub const OUTLET_UNKNOWN: &str = "outlet not recognised";
    pub const DAY_UNSTATED: &str = "day not recognised in the text";
    pub const NO_OUTLETS: &str = ", no outlet recognised";
    pub const DAYS_BY_EDITOR: &str = "days set by the editor";
    pub const SOME_DAYS_BY_EDITOR: &str = "some of these days set by the editor";
    pub const NOT_ENGLISH: &str = "This text does not look like English. Only English is read, also where a machine translated it: translate the text first.";
    pub const NO_ARTICLE: &str = "no article";
    pub const NO_ONE_PART: &str = "Removing one part is not enough. Remove several above, or start again:";
    pub const NOBODY: &str = "nobody named";
    pub const UNSURE: &str = "unsure";
    pub const THAT_SENTENCE: &str = "Read that sentence";
    pub const FROM_ANOTHER: &str = ", from another sentence";
    pub const HOW_READ: &str = "How it was read";
    pub const HOW_SURE: &str = "How sure";
    pub const SOURCE: &str = "Source";
    pub const CUE: &str = "Cue";
    pub const CONTENT: &str = "Content";
    pub const TOPICS: &str = "Topics";
    pub const TEXT: &str = "Text";
    pub const INFERRED: &str = "Inferred";
    pub const RULE: &str = "Rule";
    pub const NAMES_JOINED: &str = "Names joined";
    pub const CHAIN: &str = "Chain";
    pub const CODES: &str = "Codes";
    pub const PLACE: &str = "Place";
    pub const SHOW_ALL: &str = "Show all";
    pub const BEFORE: &str = "Previous";
    pub const AFTER: &str = "Next";
    pub const EVIDENCE_WORD: &str = "evidence";
    pub const ARTICLE_BEFORE: &str = "Previous article";
    pub const ARTICLE_AFTER: &str = "Next article";
    pub const MARKS: &str = "Marks";
    pub const METHOD_HEAD: &str = "Method";
    pub const ACCURACY_HEAD: &str = "Accuracy card";
    pub const ACCURACY_CAPTION: &str = "F1, or the share that is right among the statements found; 1.00 is perfect";
    pub const WHAT: &str = "What";
    pub const TERMS_HEAD: &str = "Words used here";
    pub const ACTS: &str = "Acts";
    pub const ACTS_CAPTION: &str = "Seventeen acts in five families, with their codes in CAMEO (root; it has denials among public statements, as 016) and PLOVER (class)";
    pub const ACTS_COLS: [&str; 4] = ["Act", "Whoever does it", "CAMEO", "PLOVER"];
    pub const THIS_CORPUS: &str = "This corpus";
    /// Part and line of a mark, and what it says.
    pub const MARKS_KEY: [(&str, &str, &str); 5] = [
        ("content", "solid", "in quotation marks"),
        ("content", "dashed", "reported"),
        ("content", "dotted", "hedged or anonymous"),
        ("cue", "", "the word it was read from"),
        ("source", "", "the source"),
    ];
}
pub use heads::*;

/// What is written in a field for a day, and is none.
pub fn no_day(written: &str) -> String {
    format!("“{written}” is no day with its year. Write it as 17 Dec 2021 or 2021-12-17.")
}

/// Over the button that changes between light and dark.
pub fn theme(slug: Option<&str>) -> String {
    format!("Theme: {}", slug.unwrap_or("automatic"))
}

/// How far long work is.
pub fn done(done: u32, of: u32, what: &str) -> String {
    format!("{done} of {of} {what}")
}

/// A part of the filter sentence, taken out by a click.
pub fn take_out(label: &str) -> String {
    format!("Take out: {label}")
}

/// "It was" or "They were".
pub fn were(n: usize) -> &'static str {
    if n == 1 { "It was" } else { "They were" }
}

/// After what a link names and nobody knows; `nothing` = the link asks nothing else.
pub fn left_unknown(n: usize, nothing: bool) -> String {
    let rest = if nothing {
        "nothing else of the link chooses, so that all is shown"
    } else {
        "everything else of the link is applied"
    };
    format!(". {} left out; {rest}.", were(n))
}

/// Articles that a link names and this corpus lacks.
pub fn absent_articles(ids: &[String]) -> String {
    let (them, one) = if ids.len() == 1 { ("it", "an article") } else { ("them", "articles") };
    format!(
        "{}: perhaps {one} that somebody added in a browser of their own. To open {them}, add the same text under the same name.",
        list(ids, "and")
    )
}

/// An article that is not there.
pub fn no_article(id: &str) -> String {
    let own = id.rsplit_once('-').is_some_and(|(_, sum)| sum.len() == 8 && sum.chars().all(|c| c.is_ascii_hexdigit()));
    format!("There is no article {id} in this corpus.{}", if own { OWN_ARTICLE } else { "" })
}

/// A view that is not there.
pub fn no_view(slug: &str) -> String {
    format!("There is no view “{slug}” here; this is the Overview.")
}

/// The way to all articles.
pub fn all_articles(n: u32) -> String {
    format!("All {}", super::articles(n))
}

/// Somebody whom the words of a statement do not name.
pub fn named_elsewhere(label: &str) -> String {
    format!("{label}, named elsewhere in the text")
}

/// Where an article's publication day is from.
pub fn day_from(from: DayFrom) -> &'static str {
    match from {
        DayFrom::Text => "printed in the text",
        DayFrom::Reader => "given by you",
        DayFrom::Editor => "set by the editor, not in the text",
    }
}

/// What a search finds outside the article that is read.
pub fn elsewhere(n: u32, articles_with: u32) -> String {
    format!("In all articles: {} in {}", statements(n), super::articles(articles_with))
}

/// The button under the filters of a narrow screen.
pub fn show(n: u32) -> String {
    format!("Show {}", statements(n))
}

/// The button beside a value.
pub fn exclude(label: &str) -> String {
    format!("{EXCLUDE} {label}")
}

/// All values of a facet.
pub fn show_all(n: usize) -> String {
    format!("Show all {n}")
}

/// The next rows.
pub fn show_more(n: u32) -> String {
    format!("Show {n} more")
}

/// How many rows are there, of how many.
pub fn shown_of(shown: u32, total: u32) -> String {
    format!("{shown} of {total} shown")
}

/// Parts of the filter that nothing answers.
pub fn barren(names: &[String]) -> String {
    format!("Even alone, {} finds nothing.", list(names, "or"))
}

/// What is left when the filter is loosened.
pub fn loosened(name: &str, n: u32) -> String {
    format!("Without {name}: {}", statements(n))
}

/// What was read in an article.
pub fn read_in(n: u32, evidence: u32, sentences: u32) -> String {
    format!("{} in {evidence} of {}", statements(n), count(sentences, "sentence", "sentences"))
}

/// Who took an article over.
pub fn republished(by: &str) -> String {
    format!(", republished by {by}")
}

/// What an article was translated from.
pub fn translated(tag: &str) -> String {
    format!(", translated from {}", language(tag))
}

/// After the number of statements shown of an article.
pub fn of_article(shown: u32, all: u32) -> String {
    match all {
        0 => " statements were read in this article. The text is here in full.".to_string(),
        all if shown < all => format!(" of {} in this article answer the filter", statements(all)),
        1 => " statement in this article".to_string(),
        _ => " statements in this article".to_string(),
    }
}

/// The switch for lines that are not read.
pub fn hidden(n: u32) -> String {
    format!("Hidden lines ({})", number(n))
}

/// The corpus on the Method page.
pub fn corpus(fingerprint: &str, articles: u32) -> String {
    format!("Corpus {fingerprint}: {}.", super::articles(articles))
}
