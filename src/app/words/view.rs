//! Heads, buttons and sentences of the views beside the list.

use super::{articles, count, list, number, outlets, statements};
use crate::extract::figure::Bound;
use crate::query::{
    answer::Totals,
    filter::{Unit, View},
    view::{compare::Difference, figures::FigureCard},
};
use crate::text::{decimal, lower::Lower};

/// Heads of columns and sections, and buttons, named as they read.
mod heads {
    #![allow(missing_docs)]
    pub const SEARCH_FORMS: &str = "Search these, too";
    pub const OVERLAPPING: &str = "After “+”: statements whose days overlap these, such as a month’s";
    pub const OTHERWISE: &str = "Search instead:";
    pub const COPY_LINK: &str = "Copy link";
    pub const READ: &str = "Read in article";
    pub const ALL: &str = "All";
    pub const NONE: &str = "none";
    pub const TOPIC: &str = "Topic";
    pub const TOPIC_MATRIX: &str = "Topics by article";
    pub const TOPICS_ORDER: &str = ". In the order of how many articles, then of how many statements";
    pub const ALL_TOPICS: &str = "All topics";
    pub const NO_TOPIC: &str = "Without a topic";
    pub const NO_DAY: &str = "Without a day";
    pub const HISTOGRAM_NOTE: &str = "One bar for each day or span of days that has statements; days without any are left out (more than two months of them: broken line). Paler: a span, such as a month.";
    pub const HISTOGRAM: &str = "Statements by day; the days and their counts stand in the list below";
    pub const ALL_OF_SPAN: &str = "(no day)";
    pub const SHOW_THEM: &str = "Show them";
    pub const FIRST_DAY: &str = "First day";
    pub const LAST_DAY: &str = "Last day";
    pub const DATES_HEAD: &str = "Dates that the texts name";
    pub const PRINTED_HEAD: &str = "Printed in the texts:";
    pub const UNDATED_HINT: &str = "No day can be read for these; they are not placed on the line.";
    pub const STATED_ONLY: &str = "Statements with a stated day";
    pub const UNRESOLVED: &str = "not to be resolved";
    pub const PRINTED: &str = "printed";
    pub const RELATIVE: &str = "relative";
    pub const WORDS_COL: &str = "Words";
    pub const DAY_COL: &str = "Day";
    pub const BASIS_COL: &str = "Basis";
    pub const SENTENCE_COL: &str = "Sentence";
    pub const ARTICLE_COL: &str = "Article";
    pub const UNNAMED: &str = "not named";
    pub const UNNAMED_APART: &str = "; perhaps not the same in each article";
    pub const MADE: &str = "Made";
    pub const DAYS_OF_BOTH: &str = "Days, made or received";
    pub const RECEIVED: &str = "Received";
    pub const RELAYED: &str = "Passed on";
    pub const ARTICLES: &str = "Articles";
    pub const ACTOR: &str = "Actor";
    pub const ACTOR_TABLE: &str = "Actors, with their printed spellings and statements";
    pub const ALL_ACTORS: &str = "All actors";
    pub const PRINTED_AS: &str = "Printed as";
    pub const WHO_TO_WHOM: &str = "Who to whom";
    pub const SOURCE_TO: &str = "Source → addressee";
    pub const RIBBONS: &str =
        "In brackets: statements with a named addressee. Width: statements between the two. Colour:";
    pub const RIBBONS_TABLE: &str = "The table below holds the same.";
    pub const KIND: &str = "Kind";
    pub const ROLES: &str = "Roles printed";
    pub const JOINED: &str = "Why joined";
    pub const NAMED_IN: &str = "Named in";
    pub const MADE_HEAD: &str = "Statements made";
    pub const RECEIVED_HEAD: &str = "Statements received";
    pub const RELAYED_HEAD: &str = "Statements passed on";
    pub const ALL_FIGURES: &str = "All figures, in the order of the text";
    pub const OTHER_FIGURES: &str = "Other figures, in the order of the text";
    pub const FURTHER_FIGURES: &str = "Further figures";
    pub const ALL_FIGURES_LINK: &str = "All figures";
    pub const DISAGREE: &str = "disagree";
    pub const DISAGREEMENTS: &str = "Figures that disagree";
    pub const ARTICLE_ITSELF: &str = "the article itself, no source named";
    pub const ATTRIBUTED: &str = "Attributed to";
    pub const AS_PRINTED: &str = "As printed";
    pub const CONCORDANCE: &str = "Keywords in their context";
    pub const LEFT: &str = "Left";
    pub const RIGHT: &str = "Right";
    pub const KEYWORD: &str = "Keyword";
    pub const OUTLET: &str = "Outlet";
    pub const AGENCIES: &str = "Agencies and media";
    pub const THEMSELVES: &str = "As the source:";
    pub const ITSELF: &str = " (itself)";
    pub const NAMED: &str = "Named persons and bodies";
    pub const STATES: &str = "States:";
    pub const UNNAMED_HEAD: &str = "Not named: roles, groups, documents";
    pub const SOURCING_TABLE: &str = "Outlets, how their statements are sourced, and by which agencies";
    pub const COMPARISON: &str = "Topics side by side, differences first";
    pub const CHOOSE_COLUMNS: &str = "Choose what stands beside what (two to four)";
    pub const NOT_HERE: &str = "not here";
    pub const ROLE: &str = "Role printed";
    pub const OUTLET_NAMED: &str = "Outlet from:";
    pub const OUTLET_UNNAMED: &str = "Outlet entered beside the text, which does not name it.";
}
pub use heads::*;

/// How a view's filter sentence begins: not every view shows the statements that it counts.
pub fn lead(view: View) -> &'static str {
    match view {
        View::Concordance => super::LEAVES,
        View::Compare | View::Figures | View::Topics | View::Actors => super::OUT_OF,
        _ => super::SHOWING,
    }
}

/// The button to the filters on a narrow screen.
pub fn filters(chosen: usize) -> String {
    if chosen > 0 { format!("Filters ({chosen})") } else { "Filters".into() }
}

/// How many match, in the unit that is counted; what that is, and how far they reach: 9, "statements", "2 articles, 2 outlets".
pub fn totals(t: Totals, unit: Unit) -> (u32, &'static str, String) {
    let word = |n: u32, one: &'static str, many: &'static str| if n == 1 { one } else { many };
    let reach = super::reach(t);
    match unit {
        Unit::Statements => (t.statements, word(t.statements, "statement", "statements"), reach),
        Unit::Sentences => {
            (t.sentences, word(t.sentences, "sentence", "sentences"), format!("{}, {reach}", statements(t.statements)))
        }
        Unit::Articles => (
            t.articles,
            word(t.articles, "article", "articles"),
            format!("{}, {}", statements(t.statements), outlets(t.outlets)),
        ),
        Unit::Outlets => (
            t.outlets,
            word(t.outlets, "outlet", "outlets"),
            format!("{}, {}", statements(t.statements), articles(t.articles)),
        ),
    }
}

/// What the search also looked for: "Also searched: “Riabkov”."
pub fn also_found(pairs: &[(String, String)]) -> String {
    let all: Vec<String> = pairs.iter().map(|(_, found)| format!("“{found}”")).collect();
    format!("Also searched: {}.", all.join(", "))
}

/// A word of the search that stands in no text, and what was found instead of it.
pub fn absent(word: &str, instead: &[&str]) -> String {
    let instead: Vec<String> = instead.iter().map(|w| format!("“{w}”")).collect();
    if instead.is_empty() {
        format!("“{word}” stands in no text that is read.")
    } else {
        format!("“{word}” stands in no text that is read; the texts print {}.", list(&instead, "and"))
    }
}

/// Forms of the search's words that it does not find: "concern" as it stands, not "concerns".
pub fn other_forms(forms: &[(String, u32)]) -> String {
    let all: Vec<String> = forms.iter().map(|(form, n)| format!("“{form}” ({})", number(*n))).collect();
    format!("Words are found as they are typed. The texts also have {}.", list(&all, "and"))
}

/// A word of the search that stands only where nothing is read.
pub fn only_hidden(word: &str) -> String {
    format!("“{word}” stands only in lines that are not part of an article.")
}

/// Under chosen days: how many of the shown statements may as well be of another day.
pub fn wider(some: u32, all: u32) -> String {
    let whose = match (some, all) {
        (1, 1) => "The text gives".to_string(),
        (n, all) if n == all => "For all of these the text gives".to_string(),
        (n, _) => format!("For {n} of these the text gives"),
    };
    format!("{whose} only a longer span that takes in these days, such as a month: the act may be of another day.")
}

/// What finds sentences that no statement covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finder {
    /// What is searched for.
    Search,
    /// Words that tell a chosen act.
    Act,
    /// A topic, or a place in the article.
    Place,
}

/// Over sentences that no statement covers; `none` = there is no statement beside them.
pub fn gap(total: u32, by: Finder, none: bool) -> String {
    let further = if none {
        count(total, "sentence", "sentences")
    } else {
        count(total, "further sentence", "further sentences")
    };
    let one = total == 1;
    match (by, none) {
        (Finder::Search, true) if one => format!("{further} answers the search, not read as a statement"),
        (Finder::Search, true) => format!("{further} answer the search, none read as a statement"),
        (Finder::Search, false) if one => format!("{further} answers the search; no statement shown here covers it"),
        (Finder::Search, false) => format!("{further} answer the search; no statement shown here covers them"),
        (Finder::Act, _) if one => format!("{further} has a word for such an act; no statement was read from it"),
        (Finder::Act, _) => format!("{further} have a word for such an act; no statement was read from them"),
        (Finder::Place, _) => format!("{further} under this filter that no statement was read from"),
    }
}

/// Below statements directed at somebody.
pub fn unaddressed(n: u32) -> String {
    if n == 1 {
        "1 more like these names nobody as addressee.".into()
    } else {
        format!("{} more like these name nobody as addressee.", number(n))
    }
}

/// Over sentences about a topic that no statement covers.
pub fn topic_gap(total: u32) -> String {
    let further = count(total, "further sentence speaks", "further sentences speak");
    format!("{further} of it; no statement was read there")
}

/// Over lines that are not read and hold the search's words.
pub fn hidden_lines(total: u32) -> String {
    let lines = count(total, "hidden line has", "hidden lines have");
    format!("{lines} the words: not part of the article, never read as a statement")
}

/// The Topics view in a sentence.
pub fn topics(topics: u32, articles_shown: u32) -> String {
    format!("{} in {}", count(topics, "topic", "topics"), articles(articles_shown))
}

/// Its topic of most articles.
pub fn widest(label: &str, n: u32) -> String {
    format!("; most widespread: {label} ({})", articles(n))
}

/// Statements that no topic holds.
pub fn without_topic(n: u32) -> String {
    format!(". {} without a topic.", statements(n))
}

/// Articles without a topic.
pub fn not_in(missing: &[String]) -> String {
    format!("Not in {}", list(missing, "or"))
}

/// What a limit left out.
pub fn left_out(n: u32) -> String {
    format!("{} more; narrow the filter to see them", number(n))
}

/// Articles that are read and have no card.
pub fn more_articles(n: u32) -> String {
    format!("{} more are read: words, days, names or outlets lead to them", count(n, "article", "articles"))
}

/// "3 more", where they can be opened.
pub fn further(n: u32) -> String {
    format!("{} more", number(n))
}

/// "highest bar: 9 statements", under a histogram.
pub fn busiest(n: u32) -> String {
    format!("highest bar: {}", statements(n))
}

/// The Timeline in a sentence.
pub fn lanes([stated, resolved, unresolved]: [u32; 3]) -> String {
    let all = [("printed", stated), ("worked out from the publication day", resolved), ("none", unresolved)];
    let some: Vec<String> =
        all.iter().filter(|(_, n)| *n > 0).map(|(what, n)| format!("{what} {}", number(*n))).collect();
    format!("Day of the act: {}", some.join(", "))
}

/// 0 = Monday.
pub fn weekday(n: u32) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].get(n as usize).copied().unwrap_or_default()
}

/// The way to all of them.
pub fn all_dates(n: u32) -> String {
    format!("{DATES_HEAD}: all {}, “Friday” and “today” too", number(n))
}

/// How many dates the texts name.
pub fn dates(all: u32, calendar: u32) -> String {
    format!(
        "{}: {} a calendar date, year or month, the others are relative (“Friday”, “today”).",
        count(all, "expression", "expressions"),
        match calendar {
            0 => "none prints".to_string(),
            1 => "1 prints".to_string(),
            n => format!("{} print", number(n)),
        }
    )
}

/// One actor in a sentence.
pub fn actor(made: u32, received: u32, relayed: u32) -> String {
    if made + received + relayed == 0 {
        return "No statement here is made by, made to or passed on by this actor; the articles only name it.".into();
    }
    format!("{} made, {} received, {} passed on", statements(made), number(received), number(relayed))
}

/// All actors in a sentence.
pub fn actors(n: u32, first: Option<&str>) -> String {
    let most = first.map(|f| format!(", those with most first; most often: {f}")).unwrap_or_default();
    format!(
        "{}{most}",
        count(n, "actor makes, receives or passes on statements", "actors make, receive or pass on statements")
    )
}

/// A topic that is not there.
pub fn no_topic(slug: &str) -> String {
    format!("There is no topic “{slug}” here. All topics:")
}

/// One topic in a sentence.
pub fn one_topic(n: u32, articles_with: u32) -> String {
    format!("{} in {}", statements(n), articles(articles_with))
}

/// Articles that an overview leaves to another view.
pub fn further_articles(n: u32) -> String {
    format!("{} are not in this table", count(n, "further article", "further articles"))
}

/// An actor that is not there.
pub fn no_actor(slug: &str) -> String {
    format!("Nobody of the name {slug} is in this version of the corpus.")
}

/// Pairs of who → whom: those shown, all of them, and the statements between the others.
pub fn pairs(shown: u32, all: u32, left: u32) -> String {
    let pairs = count(all, "pair of source and addressee", "pairs of source and addressee");
    match left {
        0 => format!("{pairs}."),
        left => format!(
            "{} of {pairs}: of those who say and who are told most; {} between others left out.",
            number(shown),
            statements(left)
        ),
    }
}

/// A label cut to `n` characters.
pub fn short(label: &str, n: usize) -> String {
    if label.chars().count() <= n { label.to_string() } else { label.chars().take(n - 1).chain(['…']).collect() }
}

/// The Figures view in a sentence.
pub fn figures(all: u32, groups: u32, disagree: u32) -> String {
    format!(
        "{}, {} counted more than once{}",
        count(all, "figure", "figures"),
        count(groups, "thing", "things"),
        match disagree {
            0 => String::new(),
            1 => "; 1 of them with figures that disagree".into(),
            n => format!("; {} of them with figures that disagree", number(n)),
        }
    )
}

/// "2 articles", "1 outlet", "0 named sources": two articles of one outlet confirm nothing.
pub fn independence(t: Totals, named: u32) -> [String; 3] {
    let outlets = match t.bare {
        0 => super::outlets(t.outlets),
        n if n == t.articles => super::OUTLET_UNKNOWN.into(),
        n => format!("{}, {n} with none recognised", super::outlets(t.outlets)),
    };
    [super::articles(t.articles), outlets, count(named, "named source", "named sources")]
}

/// A figure's bounds.
fn bounds(figure: &FigureCard) -> String {
    let words = figure.words.lower();
    // “More than 5” is not “at least 5”: the words tell which.
    let beyond = |all: &[&str]| all.iter().any(|w| words.starts_with(w));
    match (figure.low, figure.high) {
        (Some(a), Some(b)) if a == b && figure.bound == Bound::About => format!("about {}", amount(a)),
        (Some(a), Some(b)) if a == b => amount(a),
        (Some(a), Some(b)) => format!("{} – {}", amount(a), amount(b)),
        (Some(a), None) if beyond(&["more than", "over", "above"]) => format!("more than {}", amount(a)),
        (Some(a), None) => format!("at least {}", amount(a)),
        (None, Some(b)) if beyond(&["less than", "fewer than", "under", "below"]) => format!("less than {}", amount(b)),
        (None, Some(b)) => format!("at most {}", amount(b)),
        (None, None) => "–".into(),
    }
}

/// A figure's bounds, and what is counted.
pub fn counted(figure: &FigureCard) -> String {
    let bounds = bounds(figure);
    if figure.unit.is_empty() { bounds } else { format!("{bounds}\u{a0}{}", figure.unit) }
}

/// An amount, its digits in groups.
pub fn amount(n: f64) -> String {
    if n.fract() == 0.0 && (0.0..1e15).contains(&n) {
        super::grouped(&(n as u64).to_string())
    } else {
        decimal::write(n)
    }
}

/// ", through Reuters".
pub fn through(via: &[String]) -> String {
    format!(", through {}", list(via, "and"))
}

/// The Concordance in a sentence.
pub fn lines(total: u32, shown: u32, cues: bool) -> String {
    let what = if cues {
        "cue of the shown statements"
    } else {
        "place of the searched words, in a sentence that answers the filter"
    };
    let whats = if cues {
        "cues of the shown statements"
    } else {
        "places of the searched words, in sentences that answer the filter"
    };
    let cut = if shown < total { format!(", the first {} shown", number(shown)) } else { String::new() };
    let hint = if cues { ". Search for a word to see its places" } else { "" };
    format!("{}{cut}{hint}", count(total, what, whats))
}

/// How often an agency passes on, and speaks itself.
pub fn cited((passed, own): (u32, u32), a: u32) -> String {
    let said = match (passed, own) {
        (0, own) => format!("the source of {}", statements(own)),
        (passed, 0) => format!("passes on {}", statements(passed)),
        (passed, own) => format!("passes on {}, the source of {}", statements(passed), number(own)),
    };
    format!("{said} in {}", articles(a))
}

/// The Compare view in a sentence.
pub fn compared(columns: u32, topics: u32, only: u32) -> String {
    if columns == 1 {
        return format!(
            "{} in one column. Choose a second one to see how they differ",
            count(topics, "topic", "topics")
        );
    }
    format!(
        "{}, {}; {} in one of them only",
        count(columns, "column", "columns"),
        count(topics, "topic", "topics"),
        number(only)
    )
}

/// There is no next or previous evidence.
pub fn no_further(forward: bool, n: u32) -> String {
    format!("This is the {} of {}", if forward { "last" } else { "first" }, number(n))
}

/// How the columns differ in a topic.
pub fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::OnlyHere => "in one only",
        Difference::Some => "not in each",
        Difference::Worded => "in each, differently",
        Difference::Alike => "in each, the same acts",
    }
}

/// Topics that a sheet of paper leaves out.
pub fn alike_off_paper(alike: u32) -> String {
    let topics = count(alike, "topic", "topics");
    format!("Not printed: {topics} in which all columns have the same acts of the same sources to the same addressees.")
}

/// Columns that there is no room for.
pub fn columns_left_out(n: u32) -> String {
    format!("Four columns stand side by side; {} left out.", count(n, "more is", "more are"))
}

/// Columns of a link that are not there.
pub fn unknown_columns(keys: &[String]) -> String {
    format!("This link compares what is not known here: {}. {} left out.", list(keys, "and"), super::were(keys.len()))
}
