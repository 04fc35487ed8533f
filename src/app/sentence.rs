//! The filter as a sentence, whose parts are controls on screen and plain words in titles and shared text.

use super::words;
use crate::text::ordered::OrderedSet;
use crate::{
    lexicon::act::{Act, Family},
    query::{
        answer::Totals,
        filter::{Facet, Filter},
    },
};

/// One thing that the sentence says, with what takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// "where act is", "not in", "on", "mentioning".
    pub lead: String,
    /// The values, joined by "or" ("and" where all must hold).
    pub values: Vec<Value>,
    /// "or" or "and".
    pub joint: &'static str,
}

/// One value of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its words.
    pub label: String,
    /// What it is, for taking it out.
    pub of: Of,
}

/// Where a value belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// A facet's value.
    Facet(Facet, String),
    /// The days.
    Date,
    /// Statements without a day, beside those of the days.
    Undated,
    /// The search.
    Query,
}

/// What the filter says, clause by clause. `label` knows the corpus's own values.
pub fn clauses(filter: &Filter, label: &dyn Fn(Facet, &str) -> String) -> Vec<Clause> {
    let mut out = Vec::new();
    for (facet, choice) in &filter.facets {
        let (with, without) = words::facet_clause(*facet);
        let joint = if filter.all.contains(facet) { "and" } else { "or" };
        for (lead, slugs, joint) in [(with, &choice.include, joint), (without, &choice.exclude, "or")] {
            if !slugs.is_empty() {
                let values = folded(*facet, slugs)
                    .iter()
                    .map(|slug| Value { label: label(*facet, slug), of: Of::Facet(*facet, slug.clone()) })
                    .collect();
                out.push(Clause { lead: lead.to_string(), values, joint });
            }
        }
    }
    let (first, last) = (filter.date.0.map(|d| d.to_string()), filter.date.1.map(|d| d.to_string()));
    let date = match (first, last) {
        (None, None) => None,
        (Some(a), Some(b)) if a == b => Some(("on", words::day(&a))),
        (Some(a), Some(b)) => Some(("on", words::day(&format!("{a}/{b}")))),
        (Some(a), None) => Some(("from", format!("{} on", words::day(&a)))),
        (None, Some(b)) => Some(("until", words::day(&b))),
    };
    if let Some((lead, label)) = date {
        let mut values = vec![Value { label, of: Of::Date }];
        if filter.undated {
            values.push(Value { label: words::WITHOUT_DAY.into(), of: Of::Undated });
        }
        out.push(Clause { lead: lead.into(), values, joint: "or" });
    }
    let q = filter.q.trim();
    if !q.is_empty() {
        // A phrase has its quotation marks already.
        let (lead, q) = match q.strip_prefix('-').filter(|q| !q.contains(char::is_whitespace)) {
            Some(q) => ("not mentioning", q),
            None => ("mentioning", q),
        };
        let phrase = q.strip_prefix('"').map(|q| q.strip_suffix('"').unwrap_or(q)).filter(|q| !q.contains('"'));
        // Nor is what has marks and joints of its own one phrase.
        let parts = phrase.is_none() && (q.contains('"') || q.contains(" OR "));
        let label = if parts { q.to_string() } else { format!("“{}”", phrase.unwrap_or(q)) };
        out.push(Clause { lead: lead.into(), values: vec![Value { label, of: Of::Query }], joint: "or" });
    }
    out
}

/// The chosen slugs, the acts of a whole family as one.
fn folded(facet: Facet, slugs: &OrderedSet<String>) -> Vec<String> {
    let whole: Vec<Family> = Family::ALL
        .into_iter()
        .filter(|f| facet == Facet::Act && f.acts().count() > 1 && f.acts().all(|a| slugs.contains(a.slug())))
        .collect();
    let of = |slug: &String| Act::of_slug(slug).map(|a| a.family()).filter(|f| whole.contains(f));
    let families = whole.iter().map(|f| format!("family-{}", f.slug()));
    families.chain(slugs.iter().filter(|s| facet != Facet::Act || of(s).is_none()).cloned()).collect()
}

/// "9 statements (2 articles, 2 outlets)".
pub fn totals(totals: Totals) -> String {
    format!("{} ({})", words::statements(totals.statements), words::reach(totals))
}

/// The whole sentence without controls.
pub fn plain(lead: &str, shown: Totals, clauses: &[Clause]) -> String {
    let mut out = format!("{lead} {}", totals(shown));
    for (i, clause) in clauses.iter().enumerate() {
        let values: Vec<String> = clause.values.iter().map(|v| v.label.clone()).collect();
        let comma = if i == 0 { "" } else { "," };
        out.push_str(&format!("{comma} {} {}", clause.lead, words::list(&values, clause.joint)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::choice, corpus::day::Day};

    #[test]
    fn the_filter_reads_as_a_sentence() {
        let filter = choice::toggle(&Filter::default(), Facet::Act, "reject");
        let filter = choice::toggle(&filter, Facet::Act, "deny");
        let mut filter = choice::exclude(&filter, Facet::Article, "000");
        filter.date = (Day::new(2021, 12, 17), Day::new(2021, 12, 17));
        let clauses = clauses(&filter, &|_, slug| slug.to_string());
        let shown = Totals { statements: 9, sentences: 8, articles: 2, outlets: 2, bare: 0 };
        assert_eq!(
            plain(words::SHOWING, shown, &clauses),
            "Showing 9 statements (2 articles, 2 outlets) where act is family-refuse, not in 000, on 17 Dec 2021"
        );
        let searched = Filter { q: "\"UN staff\"".into(), ..Filter::default() };
        let some = Totals { bare: 1, ..shown };
        assert_eq!(
            plain(words::SHOWING, some, &super::clauses(&searched, &|_, slug| slug.to_string())),
            "Showing 9 statements (2 articles: 1 from 2 outlets, 1 with none recognised) mentioning “UN staff”"
        );
        for (q, said) in [
            ("-NATO", "not mentioning “NATO”"),
            ("\"UN staff", "mentioning “UN staff”"),
            ("jets -\"UN staff\"", "mentioning jets -\"UN staff\""),
            ("Oslo OR Bern", "mentioning Oslo OR Bern"),
        ] {
            let clauses = super::clauses(&Filter { q: q.into(), ..Filter::default() }, &|_, slug| slug.to_string());
            assert!(plain(words::SHOWING, some, &clauses).ends_with(said), "{q}");
        }
        let none = plain(words::SHOWING, Totals::default(), &[]);
        assert_eq!(none, "Showing 0 statements (no article)");
        let mut press = choice::fresh(Facet::Act, &["family-press", "ask"]);
        press.view = Default::default();
        let said = super::clauses(&press, &|_, slug| slug.to_string());
        assert_eq!(
            plain(words::SHOWING, shown, &said),
            "Showing 9 statements (2 articles, 2 outlets) where act is family-press or ask"
        );
    }
}
