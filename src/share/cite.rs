//! References to articles (RIS, BibTeX, CSL-JSON) and the citation of one statement.
//!
//! A day that the article does not state is said to be inferred, here too.

use super::json::Json;
use crate::{
    extract::statement::{Mode, Sourcing},
    lexicon::act::Act,
    query::{
        answer::{ArticleCard, Name, Piece, Row},
        sheet,
    },
};

/// Where an article's day is from.
fn published(card: &ArticleCard) -> String {
    match (&card.published, card.basis.trim()) {
        (None, _) => "Publication day unknown.".to_string(),
        (Some(_), "") => "Publication day as given by the editor of the corpus.".to_string(),
        (Some(_), basis) => format!("Publication day: {basis}"),
    }
}

/// The language of the text: that of a translation, not of its original.
fn language(card: &ArticleCard) -> &str {
    if card.english { "en" } else { card.language.as_deref().unwrap_or_default() }
}

/// What a reference says of the day and the text.
fn note(card: &ArticleCard, corpus: &str) -> String {
    let mut site = card.republisher.as_ref().map_or(String::new(), |r| format!(" Republished by {r}."));
    if let Some(original) = card.language.as_deref().filter(|original| *original != language(card)) {
        site.push_str(&format!(" Language of the original: {original}."));
    }
    format!("{}{site} Démarche corpus {corpus}, article {}.", published(card), card.id)
}

/// RIS, one record an article. `page_of` gives an article's address by its id.
pub fn ris(cards: &[ArticleCard], corpus: &str, page_of: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for card in cards {
        let mut field = |tag: &str, value: &str| {
            let one_line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !one_line.is_empty() {
                out.push_str(&format!("{tag}  - {one_line}\r\n"));
            }
        };
        field("TY", "NEWS");
        field("ID", &card.id);
        field("TI", &card.title);
        field("T2", card.outlet.as_deref().unwrap_or_default());
        field("PB", card.republisher.as_deref().unwrap_or_default());
        if let Some(day) = &card.published {
            field("PY", day.get(..4).unwrap_or_default());
            field("DA", &day.replace('-', "/"));
        }
        field("LA", language(card));
        field("UR", &page_of(&card.id));
        field("N1", &note(card, corpus));
        out.push_str("ER  - \r\n\r\n");
    }
    out
}

/// BibTeX, one entry an article.
pub fn bibtex(cards: &[ArticleCard], corpus: &str, page_of: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for card in cards {
        let key: String =
            card.id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')).collect();
        // An article without a journal is refused by every style.
        let kind = if card.outlet.is_some() { "article" } else { "misc" };
        out.push_str(&format!("@{kind}{{demarche-{corpus}-{key},\n"));
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                out.push_str(&format!("  {name} = {{{value}}},\n"));
            }
        };
        // Doubled braces keep the capitals of names.
        field("title", &format!("{{{}}}", tex(&card.title)));
        field("journal", &card.outlet.as_deref().map(tex).unwrap_or_default());
        if let Some(day) = &card.published {
            field("date", day);
            field("year", day.get(..4).unwrap_or_default());
        }
        field("langid", &tex(language(card)));
        field("url", &page_of(&card.id).replace(['{', '}'], ""));
        field("note", &tex(&note(card, corpus)));
        out.push_str("}\n\n");
    }
    out
}

/// `text` as TeX would print it.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// CSL-JSON, one item an article.
pub fn csl(cards: &[ArticleCard], corpus: &str, page_of: impl Fn(&str) -> String) -> String {
    let items = cards.iter().map(|card| {
        let mut item: Vec<(&'static str, Json)> = vec![
            ("id", format!("demarche-{corpus}-{}", card.id).as_str().into()),
            ("type", "article-newspaper".into()),
            ("title", card.title.as_str().into()),
        ];
        if let Some(outlet) = &card.outlet {
            item.push(("container-title", outlet.as_str().into()));
        }
        if let Some(site) = &card.republisher {
            item.push(("publisher", site.as_str().into()));
        }
        if let Some(day) = &card.published {
            let parts: Vec<u32> = day.split('-').filter_map(|p| p.parse().ok()).collect();
            item.push(("issued", Json::Object(vec![("date-parts", Json::List(vec![parts.into()]))])));
        }
        if !language(card).is_empty() {
            item.push(("language", language(card).into()));
        }
        item.push(("URL", page_of(&card.id).as_str().into()));
        item.push(("note", note(card, corpus).as_str().into()));
        Json::Object(item)
    });
    format!("{}\n", Json::List(items.collect()))
}

/// One statement to be quoted: who said what to whom, where, on which day and how that is known, and the link. Words that
/// the article gives as the speaker's own are quoted as theirs; all others are the article's, and quoted as such.
pub fn statement(row: &Row, card: &ArticleCard, corpus: &str, link: &str) -> String {
    let names = |list: &[Name]| {
        let mut said = String::new();
        for name in list {
            let between = if said.is_empty() {
                ""
            } else if name.beside {
                " and "
            } else {
                "; "
            };
            said.push_str(between);
            said.push_str(&name.label);
        }
        said
    };
    let who = if row.sources.is_empty() { "nobody named".to_string() } else { names(&row.sources) };
    let mut text = if row.mode == Mode::Direct && !row.content.is_empty() {
        format!("“{}” — {who} ({}", quoted(&row.content.join(" […] ")), noun(row.act))
    } else {
        let evidence = evidence(row);
        let writes = card.outlet.as_deref().unwrap_or("The article");
        let act = noun(row.act);
        let article = if act.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("{writes} writes: “{}” (read by machine as {article} {act} by {who}", quoted(evidence.trim()))
    };
    if let Some(cue) = row.negation() {
        text.push_str(&format!(", negated: {cue}"));
    }
    if !row.addressees.is_empty() {
        text.push_str(&format!(", addressed to {}", names(&row.addressees)));
    }
    if row.sourcing == Sourcing::Hedged {
        text.push_str(", hedged");
    }
    if row.sources.iter().any(|n| n.inferred.is_some()) {
        text.push_str(", who speaks is inferred");
    }
    text.push(')');
    if !row.via.is_empty() {
        text.push_str(&format!(", via {}", names(&row.via)));
    }
    match &row.day {
        Some(day) => text.push_str(&format!(", {day} ({})", sheet::basis(row.basis).1)),
        None => text.push_str(", day not known"),
    }
    text.push_str(&format!(". In: {}", card.title));
    text.push_str(&format!(", {}", card.outlet.as_deref().unwrap_or("outlet not recognised in the text")));
    if let Some(day) = &card.published {
        text.push_str(&format!(", {day}"));
    }
    text.push_str(&format!(". {}", published(card)));
    text.push_str(&format!(" Read by machine; Démarche corpus {corpus}, statement {}. {link}", row.id));
    text
}

/// The evidence from the first sentence on that shows the statement: what a denial points back to is not its own words.
fn evidence(row: &Row) -> String {
    let own = |p: &&Piece| p.marks.iter().any(|m| m.statement == row.id);
    let before: String = row.evidence.iter().take_while(|p| !own(p)).map(|p| p.text.as_str()).collect();
    let whole: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
    let ends = before.char_indices().filter(|(at, c)| {
        let rest = before.get(at + c.len_utf8()..).unwrap_or_default();
        matches!(c, '.' | '!' | '?' | '”' | '\n') && (rest.is_empty() || rest.starts_with(char::is_whitespace))
    });
    // A sentence of less is rather a title that is cut short ("Mr.").
    const SENTENCE: usize = 24;
    let cut = ends.map(|(at, c)| at + c.len_utf8()).rfind(|at| *at >= SENTENCE).unwrap_or(0);
    let last = before.get(cut..).unwrap_or_default().trim();
    let kept = if last.len() < SENTENCE && last.ends_with('.') { 0 } else { cut };
    whole.get(kept..).unwrap_or(&whole).to_string()
}

/// Words between double quotation marks: their own are single, and what stands between two paragraphs is told.
fn quoted(words: &str) -> String {
    let paragraphs = words.lines().map(str::trim).filter(|l| !l.is_empty());
    let mut out = String::new();
    for paragraph in paragraphs {
        out.push_str(if out.is_empty() { "" } else { " […] " });
        let mut open = false;
        for c in paragraph.chars() {
            out.push(match c {
                '“' | '„' | '«' => '‘',
                '”' | '»' => '’',
                '"' => {
                    open = !open;
                    if open { '‘' } else { '’' }
                }
                c => c,
            });
        }
    }
    out
}

/// An act as a thing.
fn noun(act: Act) -> &'static str {
    match act {
        Act::Demand => "demand",
        Act::Propose => "proposal",
        Act::Request => "request",
        Act::Ask => "question",
        Act::Promise => "promise",
        Act::Agree => "agreement",
        Act::Announce => "announcement",
        Act::Confirm => "confirmation",
        Act::Reject => "rejection",
        Act::Deny => "denial",
        Act::Warn => "warning",
        Act::Threaten => "threat",
        Act::Accuse => "accusation",
        Act::Criticise => "criticism",
        Act::State => "statement",
        Act::Praise => "praise",
        Act::Consult => "consultation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::filter::Filter;

    #[test]
    fn quotations_hold_no_marks_of_their_own_kind() {
        assert_eq!(quoted("Seoul “regrets” \"it\".\n\nSo it said."), "Seoul ‘regrets’ ‘it’. […] So it said.");
    }

    #[test]
    fn a_citation_begins_with_the_sentence_that_says_it() {
        let mut row = crate::query::sample::tankers().ask(&Filter::default(), 0, 1).rows.remove(0);
        let own = row.evidence.iter().find(|p| !p.marks.is_empty()).unwrap().clone();
        let plain = |text: &str| Piece { text: text.into(), marks: Vec::new() };
        row.evidence = vec![plain("Tehran was accused of laying mines. It "), Piece { text: "denies".into(), ..own }];
        assert_eq!(evidence(&row).trim(), "It denies");
        row.evidence[0] = plain("On Friday Mr. ");
        assert_eq!(evidence(&row), "On Friday Mr. denies");
    }

    #[test]
    fn tex_keeps_the_words() {
        assert_eq!(tex("50% of A_B & {C}\n~"), "50\\% of A\\_B \\& \\{C\\} \\textasciitilde{}");
    }
}
