//! The words of the interface. Everything that a reader reads and that is not from an article stands here.

use crate::{
    corpus::zone::ZoneKind,
    extract::{
        date::Basis,
        mention::EntityKind,
        quality::Doubt,
        statement::{Confidence, Modality, Mode, Polarity, Sourcing},
    },
    lexicon::act::{Act, Family},
    query::{
        answer::Totals,
        filter::{Facet, Sort, Unit, View, Within},
    },
    share::export::Form,
    worker::protocol::Fault,
};

mod access;
pub mod add;
mod method;
mod page;
mod view;

pub use access::*;
pub use method::*;
pub use page::*;
pub use view::*;

/// The name of the program.
pub const NAME: &str = "Démarche";
/// What it is for, in one line.
pub const TAGLINE: &str = "Who demanded, refused, denied or said what, to whom, and who passed it on";
/// Said where no outlet was recognised: whether the text states one is more than a reading can tell.
pub const NOT_STATED: &str = "not recognised in the text";

/// Confirmations.
pub const LINK_COPIED: &str = "Link copied";
/// See [`LINK_COPIED`].
pub const CITED: &str = "Citation copied";
/// Where there is nothing to cite.
pub const NOT_CITED: &str = "There is no such statement to cite.";
/// Where the clipboard is denied; the text stands beside it.
pub const NOT_COPIED: &str = "The browser does not let this page copy. Take it from here:";
/// Where storage is denied.
pub const NOT_KEPT: &str = "This browser keeps nothing for this page: your articles are gone when you close it.";
/// Goes on with it.
pub const READ_ON: &str = "Read on";
/// Ends long work.
pub const STOP: &str = "Stop";
/// Where saving is denied; the text stands beside it.
pub const NOT_SAVED: &str = "The browser does not let this page save a file. Take its text from here:";

/// After saving.
pub fn saved(name: &str) -> String {
    format!("Saved as {name}")
}

/// A form of file: its name, and what it is good for.
pub fn form(form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Table => ("CSV", "what this view shows, for a spreadsheet"),
        Form::Csv => ("CSV", "statements for a spreadsheet"),
        Form::Json => ("JSON", "statements, exact"),
        Form::Annotations => ("Web Annotations", "statements as JSON-LD with quotes and positions"),
        Form::Ris => ("RIS", "articles for reference managers"),
        Form::Bibtex => ("BibTeX", "articles for LaTeX"),
        Form::Csl => ("CSL-JSON", "articles for Zotero"),
        Form::Text => ("Citations", "statements as text, one a paragraph"),
    }
}

/// What a view shows beyond statements; `None` = nothing.
pub fn table_of(view: View) -> Option<&'static str> {
    Some(match view {
        View::Timeline => "the statements shown by day, for a spreadsheet",
        View::Figures => "the figures shown, for a spreadsheet",
        View::Concordance => "the lines shown, for a spreadsheet",
        View::Topics => "topics by article as shown, for a spreadsheet",
        View::Actors => "who to whom as shown, for a spreadsheet",
        View::Sources => "outlets and how they are sourced as shown, for a spreadsheet",
        View::Compare => "what is compared, topic by topic, for a spreadsheet",
        _ => return None,
    })
}

/// "1 statement", "9 statements", "1,204 statements".
pub fn count(n: u32, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// "9 statements".
pub fn statements(n: u32) -> String {
    count(n, "statement", "statements")
}

/// Of statements whose day is not told.
pub const WITHOUT_DAY: &str = "without a day";

/// "9 statements without a day".
pub fn without_day(n: u32) -> String {
    format!("{} {WITHOUT_DAY}", statements(n))
}

/// "also 9 statements without a day".
pub fn also_without_day(n: u32) -> String {
    format!("also {}", without_day(n))
}

/// "5 articles".
pub fn articles(n: u32) -> String {
    count(n, "article", "articles")
}

/// "2 outlets".
pub fn outlets(n: u32) -> String {
    if n == 0 { OUTLET_UNKNOWN.into() } else { count(n, "outlet", "outlets") }
}

/// Articles and outlets of what is counted: "5 articles: 3 from 2 outlets, 2 with none recognised".
pub fn reach(t: Totals) -> String {
    let (all, outlets) = (articles(t.articles), outlets(t.outlets));
    match t.bare {
        _ if t.articles == 0 => NO_ARTICLE.into(),
        0 => format!("{all}, {outlets}"),
        n if n == t.articles => format!("{all}, {OUTLET_UNKNOWN}"),
        n => format!("{all}: {} from {outlets}, {n} with none recognised", t.articles.saturating_sub(n)),
    }
}

/// Digits in groups of three.
pub fn number(n: u32) -> String {
    grouped(&n.to_string())
}

fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// "a", "a and b", "a, b and c" with the given last joint.
pub fn list(items: &[String], joint: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// An ISO day, month, year or interval as a reader writes it: "17 Dec 2021", "Dec 2021", "15–17 Dec 2021".
pub fn day(iso: &str) -> String {
    if let Some((first, last)) = iso.split_once('/') {
        let (a, b) = (parts(first), parts(last));
        return match (a, b) {
            // Whole years.
            ((y, Some("Jan"), Some(1)), (y2, Some("Dec"), Some(31))) if y == y2 => y.to_string(),
            ((y, Some("Jan"), Some(1)), (y2, Some("Dec"), Some(31))) => format!("{y}–{y2}"),
            ((y, Some(m), Some(d)), (y2, Some(m2), Some(d2))) if y == y2 && m == m2 => format!("{d}–{d2} {m} {y}"),
            ((y, Some(m), Some(d)), (y2, Some(m2), Some(d2))) if y == y2 => format!("{d} {m} – {d2} {m2} {y}"),
            _ => format!("{} – {}", day(first), day(last)),
        };
    }
    match parts(iso) {
        (y, Some(m), Some(d)) => format!("{d} {m} {y}"),
        (y, Some(m), None) => format!("{m} {y}"),
        (y, ..) => y.to_string(),
    }
}

fn parts(iso: &str) -> (&str, Option<&'static str>, Option<u32>) {
    let mut split = iso.split('-');
    let year = split.next().unwrap_or_default();
    let month = split.next().and_then(|m| m.parse::<usize>().ok()).and_then(|m| MONTHS.get(m.wrapping_sub(1)).copied());
    (year, month, split.next().and_then(|d| d.parse().ok()))
}

/// The act as a word on a row.
pub fn act(act: Act) -> &'static str {
    act.slug()
}

/// A PLOVER class, or that there is none.
pub fn plover(class: Option<&str>) -> &str {
    class.unwrap_or("none")
}

/// What an act is, for the Method page and as a hint.
pub fn act_meaning(act: Act) -> &'static str {
    match act {
        Act::Demand => "wants somebody to do or leave something, and presses for it",
        Act::Propose => "puts forward, suggests, offers or invites",
        Act::Request => "asks somebody to do something, without pressing",
        Act::Ask => "puts a question",
        Act::Promise => "takes an own deed upon itself",
        Act::Agree => "accepts what another wants",
        Act::Announce => "makes a coming deed known",
        Act::Confirm => "says that something is so after it was asked or doubted",
        Act::Reject => "refuses what another wants",
        Act::Deny => "says that something is not so",
        Act::Warn => "names a danger or a bad consequence",
        Act::Threaten => "announces an own deed as a penalty",
        Act::Accuse => "says that another did wrong",
        Act::Criticise => "finds fault with what another does",
        Act::State => "says that something is so, or what it thinks",
        Act::Praise => "thanks, welcomes or supports",
        Act::Consult => "met, phoned or held talks with",
    }
}

/// A family's name.
pub fn family(family: Family) -> &'static str {
    match family {
        Family::Ask => "Ask",
        Family::Commit => "Commit",
        Family::Refuse => "Refuse",
        Family::Press => "Press",
        Family::State => "State",
    }
}

/// What an act's polarity and modality add; empty for a plain act.
pub fn manner(polarity: Polarity, modality: Modality) -> &'static str {
    match (polarity, modality) {
        (Polarity::Affirmed, Modality::Done) => "",
        (Polarity::Affirmed, Modality::Future) => "still to come",
        (Polarity::Affirmed, Modality::Possible) => "possible",
        (Polarity::Affirmed, Modality::Conditional) => "conditional",
        (Polarity::Negated, Modality::Done) => "negated",
        (Polarity::Negated, Modality::Future) => "negated, still to come",
        (Polarity::Negated, Modality::Possible) => "negated, possible",
        (Polarity::Negated, Modality::Conditional) => "negated, conditional",
    }
}

/// A view's name.
pub fn view(view: View) -> &'static str {
    match view {
        View::Overview => "Overview",
        View::Statements => "Statements",
        View::Topics => "Topics",
        View::Timeline => "Timeline",
        View::Actors => "Actors",
        View::Articles => "Articles",
        View::Compare => "Compare",
        View::Figures => "Figures",
        View::Concordance => "Concordance",
        View::Sources => "Sources",
        View::About => "Method",
    }
}

/// A facet's name over its values.
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Act => "Act",
        Facet::Source => "Source",
        Facet::Side => "Side",
        Facet::Doer => "Done by another",
        Facet::Addressee => "Addressee",
        Facet::Topic => "Topic",
        Facet::Article => "Article",
        Facet::Outlet => "Outlet",
        Facet::Via => "Passed on by",
        Facet::Sourcing => "Sourcing",
        Facet::Mode => "Quoted or reported",
        Facet::Polarity => "Affirmed or negated",
        Facet::Modality => "Done or to come",
        Facet::Zone => "Place in the article",
        Facet::Basis => "Basis of the day",
        Facet::Quality => "Text quality",
    }
}

/// What a facet is, where its name may not say it.
pub fn facet_hint(facet: Facet) -> &'static str {
    match facet {
        Facet::Source => "who says, wants or does it",
        Facet::Side => "a state or alliance and those who speak for it; not what others report of it",
        Facet::Doer => "whose act it is, if somebody else reports it",
        Facet::Addressee => "whom it is directed at",
        Facet::Via => "agency or speaker between the source and the outlet",
        Facet::Sourcing => "how well the source is named",
        Facet::Mode => "own words or the article’s",
        Facet::Polarity => "“did not demand” is negated; a denial is an act of its own",
        Facet::Modality => "whether the act was done, is still to come, may be, or hangs on a condition",
        Facet::Basis => "whether the text states the day",
        Facet::Quality => "signs of bad translation",
        _ => "",
    }
}

/// How a facet's chosen values are led in in the filter sentence: (included, excluded).
pub fn facet_clause(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Act => ("where act is", "act is not"),
        Facet::Source => ("by", "not by"),
        Facet::Side => ("from the side of", "not from the side of"),
        Facet::Doer => ("done by", "not done by"),
        Facet::Addressee => ("to", "not to"),
        Facet::Topic => ("about", "not about"),
        Facet::Article => ("in", "not in"),
        Facet::Outlet => ("from", "not from"),
        Facet::Via => ("passed on by", "not passed on by"),
        Facet::Sourcing => ("with sourcing", "without sourcing"),
        Facet::Mode => ("given as", "not given as"),
        Facet::Polarity | Facet::Modality => ("that are", "that are not"),
        Facet::Zone => ("standing in", "not standing in"),
        Facet::Basis => ("with a day that is", "without a day that is"),
        Facet::Quality => ("with text that is", "without text that is"),
    }
}

/// A value whose slug belongs to the program and not to the corpus; `None` = take the label from the data.
pub fn value(facet: Facet, slug: &str) -> Option<&'static str> {
    Some(match (facet, slug) {
        (Facet::Act, "family-ask") => "Ask (any kind)",
        (Facet::Act, "family-commit") => "Commit (any kind)",
        (Facet::Act, "family-refuse") => "Refuse (any kind)",
        (Facet::Act, "family-press") => "Press (any kind)",
        (Facet::Act, "family-state") => "State (any kind)",
        (Facet::Act, slug) => act(Act::of_slug(slug)?),
        (Facet::Sourcing, "named") => "named",
        (Facet::Sourcing, "anonymous") => "anonymous",
        (Facet::Sourcing, "hedged") => "hedged (“it is said”)",
        (Facet::Sourcing, "agency") => "a medium or agency",
        (Facet::Sourcing, "article") => "the article’s own voice",
        (Facet::Sourcing, "described") => "by role, group or pronoun only",
        (Facet::Mode, "direct") => "quoted",
        (Facet::Mode, "indirect") => "reported",
        (Facet::Mode, "mixed") => "reported, with quoted words",
        (Facet::Polarity, "affirmed") => "affirmed",
        (Facet::Polarity, "negated") => "negated",
        (Facet::Modality, "done") => "done",
        (Facet::Modality, "future") => "still to come",
        (Facet::Modality, "possible") => "possible",
        (Facet::Modality, "conditional") => "conditional",
        (Facet::Zone, "headline") => "headline",
        (Facet::Zone, "repeated-headline") => "repeated headline",
        (Facet::Zone, "subheading") => "subheading",
        (Facet::Zone, "body") => "running text",
        (Facet::Zone, "caption") => "caption",
        (Facet::Zone, "credit") => "picture credit",
        (Facet::Zone, "furniture") => "site furniture",
        (Facet::Basis, "stated") => "stated",
        (Facet::Basis, "resolved") => "resolved",
        (Facet::Basis, "unresolved") => "missing or not clear",
        (Facet::Quality, "clean") => "clean",
        (Facet::Quality, "doubled-phrase") => "doubled phrase",
        (Facet::Quality, "cut-sentence") => "cut sentence",
        (Facet::Quality, "broken-name") => "broken name",
        (Facet::Quality, "wrong-pronoun") => "wrong pronoun",
        (Facet::Quality, "garbled") => "garbled",
        (_, "not-stated") => NOT_STATED,
        _ => return None,
    })
}

/// An article's id as it is shown: of one of the reader's own without the sum of its text.
pub fn article(id: &str) -> &str {
    let sum = |sum: &str| {
        sum.len() == 8 && sum.contains(|c: char| c.is_ascii_lowercase()) && sum.bytes().all(|b| b.is_ascii_hexdigit())
    };
    id.rsplit_once('-').filter(|(_, end)| sum(end)).map_or(id, |(name, _)| name)
}

/// How the words are given.
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Direct => "quoted",
        Mode::Indirect => "reported",
        Mode::Mixed => "reported, with quoted words",
    }
}

/// How well the source is named.
pub fn sourcing(sourcing: Sourcing) -> &'static str {
    match sourcing {
        Sourcing::Named => "named source",
        Sourcing::Anonymous => "anonymous source",
        Sourcing::Hedged => "hedged: nobody is named",
        Sourcing::Agency => "a medium is the source",
        Sourcing::Article => "the article’s own voice",
        Sourcing::Described => "told by role, group or pronoun only",
    }
}

/// Where a passage stands.
pub fn zone(zone: ZoneKind) -> &'static str {
    match zone {
        ZoneKind::Headline => "headline",
        ZoneKind::RepeatedHeadline => "headline, repeated",
        ZoneKind::Subheading => "subheading",
        ZoneKind::Body => "running text",
        ZoneKind::Caption => "caption",
        ZoneKind::Credit => "picture credit",
        ZoneKind::Furniture => "site furniture",
    }
}

/// Where a day is from, short.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Resolved => "resolved",
        Basis::Unresolved => "unresolved",
    }
}

/// Where a day is from, in full; `apart` = its words stand in a sentence that is not shown beside it.
pub fn basis_in_full(basis: Basis, words: Option<&str>, apart: bool) -> String {
    let Some(words) = words else {
        return match basis {
            Basis::Stated => "stated in the text",
            Basis::Resolved => "no day is stated; the publication day is taken",
            Basis::Unresolved => "no day was read",
        }
        .into();
    };
    let said = format!("“{words}”{}", if apart { " in another sentence of the article" } else { "" });
    match basis {
        Basis::Stated => format!("stated in the text: {said}"),
        Basis::Resolved if prints_day(words) => {
            format!("{said}: the day is printed, its year resolved from the publication day")
        }
        Basis::Resolved => format!("{said}, resolved from the publication day"),
        Basis::Unresolved => format!("{said} cannot be resolved"),
    }
}

/// Whether words print day and month ("December 9").
fn prints_day(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit())
        && words.split(|c: char| !c.is_alphabetic()).any(|w| w.get(..3).is_some_and(|w| MONTHS.contains(&w)))
}

/// A sign of bad translation, and what to do about it.
pub fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::DoubledPhrase => "A phrase stands twice; read the sentence.",
        Doubt::CutSentence => "The translation cut a sentence in two; read both parts.",
        Doubt::BrokenName => "A name is broken in translation; read the sentence.",
        Doubt::WrongPronoun => "A pronoun does not fit its person; read the sentence.",
        Doubt::Garbled => "Translation garbled; read the sentence.",
    }
}

/// A sign of bad translation in two words.
pub fn doubt_short(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::DoubledPhrase => "doubled phrase",
        Doubt::CutSentence => "cut sentence",
        Doubt::BrokenName => "broken name",
        Doubt::WrongPronoun => "wrong pronoun",
        Doubt::Garbled => "garbled",
    }
}

/// How sure a reading is.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "unsure: check the sentence",
        Confidence::Medium => "fairly sure",
        Confidence::High => "sure",
    }
}

/// What a name names.
pub fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Country => "country",
        EntityKind::Place => "place",
        EntityKind::Outlet => "medium",
    }
}

/// Where a search looks.
pub fn within(within: Within) -> &'static str {
    match within {
        Within::Evidence => "the evidence",
        Within::Content => "what is said",
        Within::Article => "whole articles",
    }
}

/// What is counted.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Statements => "statements",
        Unit::Sentences => "sentences",
        Unit::Articles => "articles",
        Unit::Outlets => "outlets",
    }
}

/// The order of the list.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Text => "text order",
        Sort::Day => "day",
        Sort::Act => "act",
        Sort::Source => "source",
        Sort::Left => "words on the left",
        Sort::Right => "words on the right",
    }
}

/// A language's name, where it is one we know.
pub fn language(tag: &str) -> &str {
    match tag {
        "no" | "nb" | "nn" => "Norwegian",
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "nl" => "Dutch",
        "sv" => "Swedish",
        "da" => "Danish",
        "es" => "Spanish",
        "ru" => "Russian",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        "ar" => "Arabic",
        "ja" => "Japanese",
        "ko" => "Korean",
        other => other,
    }
}

/// A fault: what happened, and the way on.
pub fn fault(fault: &Fault, offline: bool) -> (&'static str, String) {
    match fault {
        Fault::Offline { .. } if offline => {
            ("You are offline.", "The articles could not be fetched. Connect to the internet, then try again.".into())
        }
        Fault::Offline { cause } => {
            ("The articles could not be fetched.", format!("The host did not answer ({cause}). Try again in a moment."))
        }
        Fault::Missing { status } => (
            "The articles are not where this page looks for them.",
            format!(
                "The host answered {status}. If the site was just renewed, reload the page; otherwise its keeper must deploy it whole."
            ),
        ),
        Fault::Damaged { cause } => (
            "The corpus file is damaged.",
            format!("{}. Reload the page to fetch it again.", cause.trim_end_matches('.')),
        ),
        Fault::OtherVersion { bundle, program } => (
            "Page and corpus are of different builds.",
            format!(
                "The corpus has format {bundle}, this page reads format {program}. Reload the page without its cache (Ctrl-Shift-R)."
            ),
        ),
        Fault::Lost { cause } => (
            "A part of the archive could not be read.",
            format!("{}. The rest works; the answers say how much is read.", cause.trim_end_matches('.')),
        ),
        Fault::WorkerDied { cause } => (
            "The reader in the background stopped twice.",
            if cause.is_empty() {
                "Perhaps this device ran out of memory. Close other tabs, then reload the page; your view is in the link.".into()
            } else {
                format!("The browser says: {cause}. Reload the page; your view is in the link.")
            },
        ),
        Fault::Garbled { cause } => (
            "A message inside the page could not be read.",
            format!("Part of this view may be missing ({cause}). Reload the page; if it stays, please report it."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        assert_eq!(day("2021-12-17"), "17 Dec 2021");
        assert_eq!(day("2021-12"), "Dec 2021");
        assert_eq!(day("2008"), "2008");
        assert_eq!(day("2021-12-15/2021-12-17"), "15–17 Dec 2021");
        assert_eq!(day("2021-11-30/2021-12-01"), "30 Nov – 1 Dec 2021");
        assert_eq!(day("1990-01-01/1999-12-31"), "1990–1999");
        assert_eq!(day("nonsense"), "nonsense");
    }

    #[test]
    fn a_printed_day_is_told_from_a_reckoned_one() {
        let said = |words, apart| basis_in_full(Basis::Resolved, Some(words), apart);
        assert!(said("December 9", false).contains("year resolved"), "{}", said("December 9", false));
        assert!(said("on Friday", false).ends_with("”, resolved from the publication day"));
        assert_eq!(
            said("Today", true),
            "“Today” in another sentence of the article, resolved from the publication day"
        );
    }

    #[test]
    fn one_column_is_no_comparison() {
        assert!(compared(1, 16, 16).contains("second one"), "{}", compared(1, 16, 16));
        assert_eq!(compared(2, 16, 9), "2 columns, 16 topics; 9 in one of them only");
    }

    #[test]
    fn what_came_of_an_own_article_is_told() {
        assert_eq!(add::taken(1, 4, true), "Read: 1 article, 4 statements.");
        assert!(add::taken(1, 0, true).contains("0 statements. By what is read there nobody says"));
        assert_eq!([add::pasted(1), add::pasted(2)], ["pasted", "pasted 2"]);
        assert!(add::taken(1, 0, false).starts_with("Read: 1 article, 0 statements. This text does not look like"));
    }

    #[test]
    fn a_figure_keeps_its_bound_in_words() {
        let figures = crate::query::sample::tankers().figures(&Default::default());
        assert_eq!(figures.figures.iter().map(counted).collect::<Vec<_>>(), ["more than 5\u{a0}ships", "2\u{a0}ships"]);
        let group = &figures.groups[0];
        assert_eq!(
            independence(group.reach, group.named).join(" · "),
            "2 articles · 1 outlet, 1 with none recognised · 0 named sources"
        );
    }

    #[test]
    fn own_articles_are_called_by_their_names() {
        let shown = ["aegean-a-3fa78945", "000", "vg-20211217", "a-long-headline"].map(article);
        assert_eq!(shown, ["aegean-a", "000", "vg-20211217", "a-long-headline"]);
    }

    #[test]
    fn counts_and_lists() {
        assert_eq!(statements(1), "1 statement");
        assert_eq!(statements(1_234_567), "1,234,567 statements");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()], "or"), "a, b or c");
    }
}
