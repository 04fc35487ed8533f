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
        filter::{Facet, Sort, Unit, View, Within},
        view::compare::Difference,
    },
    share::export::Form,
    worker::protocol::Fault,
};

/// The name of the program.
pub const NAME: &str = "Démarche";
/// What it is for, in one line.
pub const TAGLINE: &str = "Who demanded, refused, denied or said what, to whom, and who passed it on";
/// Said where the text gives no answer.
pub const NOT_STATED: &str = "not stated in the text";

/// Confirmations.
pub const LINK_COPIED: &str = "Link copied";
/// See [`LINK_COPIED`].
pub const CITED: &str = "Citation copied";
/// Where there is nothing to cite.
pub const NOT_CITED: &str = "There is no such statement to cite.";
/// Where the clipboard is denied; the text stands beside it.
pub const NOT_COPIED: &str = "The browser does not let this page copy. Take it from here:";
/// Where saving is denied; the text stands beside it.
pub const NOT_SAVED: &str = "The browser does not let this page save a file. Take its text from here:";

/// After saving.
pub fn saved(name: &str) -> String {
    format!("Saved as {name}")
}

/// A form of file: its name, and what it is good for.
pub fn form(form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Csv => ("CSV", "statements for a spreadsheet"),
        Form::Json => ("JSON", "statements, exact"),
        Form::Annotations => ("Web Annotations", "statements as JSON-LD with quotes and positions"),
        Form::Ris => ("RIS", "articles for reference managers"),
        Form::Bibtex => ("BibTeX", "articles for LaTeX"),
        Form::Csl => ("CSL-JSON", "articles for Zotero"),
        Form::Text => ("Citations", "statements as text, one a paragraph"),
    }
}

/// Buttons and column heads.
pub const COPY_LINK: &str = "Copy link";
/// See [`COPY_LINK`].
pub const READ: &str = "Read in article";
/// See [`COPY_LINK`].
pub const ALL: &str = "All";
/// See [`COPY_LINK`].
pub const NONE: &str = "none";
/// See [`COPY_LINK`].
pub const TOPIC: &str = "Topic";
/// See [`COPY_LINK`].
pub const TOPIC_MATRIX: &str = "Topics by article";
/// See [`COPY_LINK`].
pub const ALL_TOPICS: &str = "All topics";
/// See [`COPY_LINK`].
pub const NO_TOPIC: &str = "Without a topic";
/// See [`COPY_LINK`].
pub const NO_DAY: &str = "Without a day";
/// See [`COPY_LINK`].
pub const HISTOGRAM: &str = "Statements by day; the days and their counts stand in the list below";
/// See [`COPY_LINK`].
pub const FIRST_DAY: &str = "First day";
/// See [`COPY_LINK`].
pub const LAST_DAY: &str = "Last day";
/// See [`COPY_LINK`].
pub const DATES_HEAD: &str = "Dates that the texts name";
/// See [`COPY_LINK`].
pub const STATED_ONLY: &str = "Statements with a stated day";
/// See [`COPY_LINK`].
pub const UNRESOLVED: &str = "not to be resolved";
/// See [`COPY_LINK`].
pub const PRINTED: &str = "printed";
/// See [`COPY_LINK`].
pub const RELATIVE: &str = "relative";
/// See [`COPY_LINK`].
pub const WORDS_COL: &str = "Words";
/// See [`COPY_LINK`].
pub const DAY_COL: &str = "Day";
/// See [`COPY_LINK`].
pub const BASIS_COL: &str = "Basis";
/// See [`COPY_LINK`].
pub const SENTENCE_COL: &str = "Sentence";
/// See [`COPY_LINK`].
pub const ARTICLE_COL: &str = "Article";
/// See [`COPY_LINK`].
pub const UNNAMED: &str = "not named";
/// See [`COPY_LINK`].
pub const MADE: &str = "Made";
/// See [`COPY_LINK`].
pub const RECEIVED: &str = "Received";
/// See [`COPY_LINK`].
pub const RELAYED: &str = "Passed on";
/// See [`COPY_LINK`].
pub const ARTICLES: &str = "Articles";
/// See [`COPY_LINK`].
pub const ACTOR: &str = "Actor";
/// See [`COPY_LINK`].
pub const ACTOR_TABLE: &str = "Actors, with their printed spellings and statements";
/// See [`COPY_LINK`].
pub const ALL_ACTORS: &str = "All actors";
/// See [`COPY_LINK`].
pub const PRINTED_AS: &str = "Printed as";
/// See [`COPY_LINK`].
pub const WHO_TO_WHOM: &str = "Who to whom";
/// See [`COPY_LINK`].
pub const SOURCE_TO: &str = "Source → addressee";
/// See [`COPY_LINK`].
pub const KIND: &str = "Kind";
/// See [`COPY_LINK`].
pub const ROLES: &str = "Roles printed";
/// See [`COPY_LINK`].
pub const JOINED: &str = "Why joined";
/// See [`COPY_LINK`].
pub const NAMED_IN: &str = "Named in";
/// See [`COPY_LINK`].
pub const MADE_HEAD: &str = "Statements made";
/// See [`COPY_LINK`].
pub const RECEIVED_HEAD: &str = "Statements received";
/// See [`COPY_LINK`].
pub const RELAYED_HEAD: &str = "Statements passed on";
/// See [`COPY_LINK`].
pub const ALL_FIGURES: &str = "All figures, in the order of the text";
/// See [`COPY_LINK`].
pub const DISAGREE: &str = "disagree";
/// See [`COPY_LINK`].
pub const ARTICLE_ITSELF: &str = "the article itself, no source named";
/// See [`COPY_LINK`].
pub const VALUE: &str = "Value";
/// See [`COPY_LINK`].
pub const ATTRIBUTED: &str = "Attributed to";
/// See [`COPY_LINK`].
pub const AS_PRINTED: &str = "As printed";
/// See [`COPY_LINK`].
pub const CONCORDANCE: &str = "Keywords in their context";
/// See [`COPY_LINK`].
pub const LEFT: &str = "Left";
/// See [`COPY_LINK`].
pub const RIGHT: &str = "Right";
/// See [`COPY_LINK`].
pub const KEYWORD: &str = "Keyword";
/// See [`COPY_LINK`].
pub const OUTLET: &str = "Outlet";
/// See [`COPY_LINK`].
pub const AGENCIES: &str = "Agencies cited";
/// See [`COPY_LINK`].
pub const NAMED: &str = "Named sources";
/// See [`COPY_LINK`].
pub const UNNAMED_HEAD: &str = "Unnamed sources";
/// See [`COPY_LINK`].
pub const SOURCING_TABLE: &str = "Outlets, how their statements are sourced, and by which agencies";
/// See [`COPY_LINK`].
pub const COMPARISON: &str = "Topics side by side, differences first";
/// See [`COPY_LINK`].
pub const CHOOSE_COLUMNS: &str = "Choose what stands beside what (two to four)";
/// See [`COPY_LINK`].
pub const NOT_HERE: &str = "not here";

/// The button to the filters on a narrow screen.
pub fn filters(chosen: usize) -> String {
    if chosen > 0 { format!("Filters ({chosen})") } else { "Filters".into() }
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
    format!(". {} without a topic", statements(n))
}

/// Articles without a topic.
pub fn not_in(missing: &[String]) -> String {
    format!("Not in {}", list(missing, "or"))
}

/// What a limit left out.
pub fn left_out(n: u32) -> String {
    format!("{} more; narrow the filter to see them", number(n))
}

/// The Timeline in a sentence.
pub fn lanes([stated, resolved, unresolved]: [u32; 3]) -> String {
    format!(
        "{} with a day stated in the text, {} resolved from the publication day, {} without a day",
        statements(stated),
        number(resolved),
        number(unresolved)
    )
}

/// 0 = Monday.
pub fn weekday(n: u32) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].get(n as usize).copied().unwrap_or_default()
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
    format!("{} made, {} received, {} passed on", statements(made), number(received), number(relayed))
}

/// All actors in a sentence.
pub fn actors(n: u32, first: Option<&str>) -> String {
    let most = first.map(|f| format!("; most often: {f}")).unwrap_or_default();
    format!(
        "{}{most}",
        count(n, "actor makes, receives or passes on statements", "actors make, receive or pass on statements")
    )
}

/// An actor that is not there.
pub fn no_actor(slug: &str) -> String {
    format!("Nobody of the name {slug} is in this version of the corpus.")
}

/// Pairs of who → whom.
pub fn pairs(n: u32) -> String {
    format!(
        "{}. The table below the drawing holds the same.",
        count(n, "pair of source and addressee", "pairs of source and addressee")
    )
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

/// "2 articles · 1 outlet · 0 named sources": two articles of one outlet confirm nothing.
pub fn independence(a: u32, o: u32, named: u32) -> String {
    format!("{} · {} · {}", articles(a), outlets(o), count(named, "named source", "named sources"))
}

/// A figure's bounds.
pub fn bounds(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(a), Some(b)) if a == b => amount(a),
        (Some(a), Some(b)) => format!("{} – {}", amount(a), amount(b)),
        (Some(a), None) => format!("≥ {}", amount(a)),
        (None, Some(b)) => format!("≤ {}", amount(b)),
        (None, None) => "–".into(),
    }
}

fn amount(n: f64) -> String {
    if n.fract() == 0.0 && (0.0..4e9).contains(&n) { number(n as u32) } else { n.to_string() }
}

/// ", through Reuters".
pub fn through(via: &[String]) -> String {
    format!(", through {}", list(via, "and"))
}

/// The Concordance in a sentence.
pub fn lines(total: u32, shown: u32, cues: bool) -> String {
    let what = if cues { "cue of the shown statements" } else { "place of the searched words" };
    let whats = if cues { "cues of the shown statements" } else { "places of the searched words" };
    let cut = if shown < total { format!(", the first {} shown", number(shown)) } else { String::new() };
    let hint = if cues { ". Search for a word to see its places" } else { "" };
    format!("{}{cut}{hint}", count(total, what, whats))
}

/// How often an agency is cited.
pub fn cited(rows: u32, a: u32) -> String {
    format!("{} in {}", statements(rows), articles(a))
}

/// The Compare view in a sentence.
pub fn compared(columns: u32, topics: u32, only: u32) -> String {
    format!(
        "{} side by side, {}; {} in one of them only",
        count(columns, "column", "columns"),
        count(topics, "topic", "topics"),
        number(only)
    )
}

/// How the columns differ in a topic.
pub fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::OnlyHere => "in one only",
        Difference::Some => "not in all",
        Difference::Worded => "in all, differently",
        Difference::Alike => "in all alike",
    }
}

/// Columns of a link that are not there.
pub fn unknown_columns(keys: &[String]) -> String {
    format!("This link compares what is not known here: {}. It was left out.", list(keys, "and"))
}

/// "1 statement", "9 statements", "1,204 statements".
pub fn count(n: u32, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// "9 statements".
pub fn statements(n: u32) -> String {
    count(n, "statement", "statements")
}

/// "5 articles".
pub fn articles(n: u32) -> String {
    count(n, "article", "articles")
}

/// "2 outlets".
pub fn outlets(n: u32) -> String {
    count(n, "outlet", "outlets")
}

/// Digits in groups of three.
pub fn number(n: u32) -> String {
    let digits = n.to_string();
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

/// The act's sign where there is no drawing: titles, copied text.
pub fn act_sign(act: Act) -> &'static str {
    match act {
        Act::Demand => "▲",
        Act::Propose => "△",
        Act::Request => "▷",
        Act::Ask => "?",
        Act::Promise => "●",
        Act::Agree => "◉",
        Act::Announce => "○",
        Act::Confirm => "✓",
        Act::Reject => "✕",
        Act::Deny => "⊘",
        Act::Warn => "◆",
        Act::Threaten => "◈",
        Act::Accuse => "◇",
        Act::Criticise => "◊",
        Act::State => "▬",
        Act::Praise => "+",
        Act::Consult => "⇄",
    }
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
        (Polarity::Negated, Modality::Done) => "not done",
        (Polarity::Negated, Modality::Future) => "not to come",
        (Polarity::Negated, Modality::Possible) => "not possible",
        (Polarity::Negated, Modality::Conditional) => "not, on a condition",
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
        Facet::Doer => "Done by another",
        Facet::Addressee => "Addressee",
        Facet::Topic => "Topic",
        Facet::Article => "Article",
        Facet::Outlet => "Outlet",
        Facet::Via => "Passed on by",
        Facet::Sourcing => "Sourcing",
        Facet::Mode => "Quotation",
        Facet::Zone => "Place in the article",
        Facet::Basis => "Day",
        Facet::Quality => "Text quality",
    }
}

/// What a facet is, where its name may not say it.
pub fn facet_hint(facet: Facet) -> &'static str {
    match facet {
        Facet::Source => "who says, wants or does it",
        Facet::Doer => "whose act it is, if somebody else reports it",
        Facet::Addressee => "whom it is directed at",
        Facet::Via => "agency or speaker between the source and the outlet",
        Facet::Sourcing => "how well the source is named",
        Facet::Mode => "own words or the article’s",
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
        Facet::Doer => ("done by", "not done by"),
        Facet::Addressee => ("to", "not to"),
        Facet::Topic => ("about", "not about"),
        Facet::Article => ("in", "not in"),
        Facet::Outlet => ("from", "not from"),
        Facet::Via => ("passed on by", "not passed on by"),
        Facet::Sourcing => ("with sourcing", "without sourcing"),
        Facet::Mode => ("given as", "not given as"),
        Facet::Zone => ("standing in", "not standing in"),
        Facet::Basis => ("with a day that is", "without a day that is"),
        Facet::Quality => ("with text that is", "without text that is"),
    }
}

/// A value whose slug belongs to the program and not to the corpus; `None` = take the label from the data.
pub fn value(facet: Facet, slug: &str) -> Option<&'static str> {
    Some(match (facet, slug) {
        (Facet::Act, "family-ask") => "all asking",
        (Facet::Act, "family-commit") => "all committing",
        (Facet::Act, "family-refuse") => "all refusing",
        (Facet::Act, "family-press") => "all pressing",
        (Facet::Act, "family-state") => "all stating",
        (Facet::Act, slug) => act(Act::of_slug(slug)?),
        (Facet::Sourcing, "named") => "named",
        (Facet::Sourcing, "anonymous") => "anonymous",
        (Facet::Sourcing, "hedged") => "hedged (“it is said”)",
        (Facet::Sourcing, "agency") => "a medium or agency",
        (Facet::Sourcing, "article") => "the article’s own voice",
        (Facet::Mode, "direct") => "quotation",
        (Facet::Mode, "indirect") => "report",
        (Facet::Mode, "mixed") => "report with quoted words",
        (Facet::Zone, "headline") => "headline",
        (Facet::Zone, "repeated-headline") => "repeated headline",
        (Facet::Zone, "subheading") => "subheading",
        (Facet::Zone, "body") => "running text",
        (Facet::Zone, "caption") => "caption",
        (Facet::Zone, "credit") => "picture credit",
        (Facet::Zone, "furniture") => "site furniture",
        (Facet::Basis, "stated") => "stated",
        (Facet::Basis, "resolved") => "resolved",
        (Facet::Basis, "unresolved") => "not to be resolved",
        (Facet::Quality, "clean") => "clean",
        (Facet::Quality, "doubled-phrase") => "doubled phrase",
        (Facet::Quality, "cut-sentence") => "cut sentence",
        (Facet::Quality, "broken-name") => "broken name",
        (Facet::Quality, "wrong-pronoun") => "wrong pronoun",
        (Facet::Quality, "garbled") => "garbled",
        (_, "not-stated") => NOT_STATED,
        (Facet::Via, "none") => "nobody: straight from the source",
        _ => return None,
    })
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

/// Where a day is from, in full.
pub fn basis_in_full(basis: Basis, words: Option<&str>) -> String {
    match (basis, words) {
        (Basis::Stated, Some(words)) => format!("stated in the text: “{words}”"),
        (Basis::Stated, None) => "stated in the text".into(),
        (Basis::Resolved, Some(words)) => format!("“{words}”, resolved from the publication day"),
        (Basis::Resolved, None) => "no day is stated; the publication day is taken".into(),
        (Basis::Unresolved, Some(words)) => format!("“{words}” cannot be resolved"),
        (Basis::Unresolved, None) => "no day is stated".into(),
    }
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
        Sort::Text => "article and place",
        Sort::Day => "day",
        Sort::Act => "act",
        Sort::Source => "source",
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

/// Under every view.
pub const FOOT: &str = "Machine-translated articles, read by rules in your browser. Check the marked words before you rely on a row. Nothing you filter or search leaves this device.";

/// The Method page: heading and paragraphs.
pub const METHOD: &[(&str, &[&str])] = &[
    (
        "What this is",
        &[
            "Démarche reads news articles about a diplomatic dispute and sets out who demanded, offered, refused, denied, warned or said what, to whom, on which day, and who passed it on. Each such row is a statement, and each stands on words that are marked in the article.",
            "A statement is what the article says that somebody said. It is not a finding that the thing is so.",
        ],
    ),
    (
        "How a statement is read",
        &[
            "The text is cut into zones (headline, running text, caption, credit, site furniture), sentences and words. Rules look for words that report an act (“demand”, “rejected”, “according to”), for who does it, for what is said, for whom it is directed at, and for the day. Names in several spellings are joined where sound, role and place in the text allow it; every joining tells its reason.",
            "All of this runs in your browser, from the articles as they were received. Nothing was sorted out beforehand by hand.",
        ],
    ),
    (
        "Days",
        &[
            "“Stated” means that the text itself prints the day. “Resolved” means that it was worked out from the publication day (“on Friday”), or that the publication day was taken because nothing else is said. The publication days were set by the editor from public events where the text does not state them; each article says on what basis.",
        ],
    ),
    (
        "How sure",
        &[
            "Rules make mistakes, and translation makes more. A row marked “unsure” or “garbled” should be read in its sentence. What the search finds and no statement covers is listed below the statements, so that gaps show.",
            "A link that selects evidence shows exactly that evidence or says that it is not found; it never settles on something similar.",
        ],
    ),
    (
        "Privacy",
        &[
            "The page asks no server but the one it came from, and only for its own files. What you filter, search or read stays behind the # of the address, which browsers do not send. Theme and keyboard choice are kept in this browser, nothing else is.",
        ],
    ),
    (
        "Access",
        &[
            "Every control works by keyboard and without colour; acts have a shape and a word besides their colour. Light and dark follow your system, or the button in the head. Motion is kept short, and left out where your system asks for that.",
        ],
    ),
];

/// Words used here, defined.
pub const TERMS: &[(&str, &str)] = &[
    ("statement", "one source doing one act, with its content, addressee, day and chain, read from exact words"),
    ("source", "who says, wants or does it, as the article has it"),
    ("addressee", "whom it is directed at"),
    ("passed on by", "the agency or speaker between the source and the outlet"),
    ("outlet", "who published the article; “not stated in the text” where the text does not say"),
    ("evidence", "the whole sentence or sentences that the statement stands on"),
    ("cue", "the word or phrase that shows the act"),
    (
        "named, anonymous, hedged",
        "the source has a name; it is a person or body without one (“a source”); nobody is said (“it is said”)",
    ),
    ("furniture", "what the site put around the article: teasers, stamps, share lines, forms"),
];

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
        assert_eq!(day("1990-01-01/1999-12-31"), "1 Jan 1990 – 31 Dec 1999");
        assert_eq!(day("nonsense"), "nonsense");
    }

    #[test]
    fn counts_and_lists() {
        assert_eq!(statements(1), "1 statement");
        assert_eq!(statements(1_234_567), "1,234,567 statements");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()], "or"), "a, b or c");
    }
}
