//! Ready questions: what a reader may ask of any corpus, worked out from what this one holds.

use super::{choice, words};
use crate::corpus::catalogue::DayFrom;
use crate::query::{
    answer::{Answer, FacetValue},
    filter::{Facet, Filter, View},
};
use crate::text::order::Order;

/// A question with the filter that answers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// As a reader would ask.
    pub text: String,
    /// The answer.
    pub filter: Filter,
    /// How many statements answer it.
    pub count: u32,
}

/// At most six questions that this corpus answers. `answer` is the one to the empty filter.
pub fn questions(answer: &Answer) -> Vec<Question> {
    let values =
        |facet: Facet| -> &[FacetValue] { answer.facets.iter().find(|f| f.facet == facet).map_or(&[], |f| &f.values) };
    let of = |facet: Facet, slugs: &[&str]| -> u32 {
        values(facet).iter().filter(|v| slugs.contains(&v.slug.as_str())).map(|v| v.count).sum()
    };
    let ask = |text: String, facet: Facet, slugs: &[&str]| Question {
        text,
        filter: choice::fresh(facet, slugs),
        count: of(facet, slugs),
    };
    let top = |facet: Facet| {
        values(facet).iter().find(|v| v.count > 0 && !["not-stated", "none", "anonymous"].contains(&v.slug.as_str()))
    };

    let mut out = vec![
        ask("Who demands what, and of whom?".into(), Facet::Act, &["demand"]),
        ask("Who rejected or denied something?".into(), Facet::Act, &["reject", "deny"]),
        ask("Who warned or threatened whom?".into(), Facet::Act, &["warn", "threaten"]),
    ];
    if let Some(v) = top(Facet::Source) {
        out.push(ask(format!("What does {} say, and through whom?", v.label), Facet::Source, &[&v.slug]));
    }
    if let Some(v) = top(Facet::Addressee) {
        out.push(ask(format!("What is asked, said or held against {}?", v.label), Facet::Addressee, &[&v.slug]));
    }
    out.push(ask("What rests on sources that are not named?".into(), Facet::Sourcing, &["anonymous", "hedged"]));
    out.push(ask("Who promised, agreed or announced something?".into(), Facet::Act, &["promise", "agree", "announce"]));
    out.push(ask("What stands in picture captions only?".into(), Facet::Zone, &["caption"]));
    out.retain(|q| q.count > 0);
    out.truncate(6);
    out
}

/// The corpus in one sentence.
pub fn corpus_sentence(articles: &[crate::query::answer::ArticleCard], answer: &Answer) -> String {
    let mut outlets: Vec<&str> = articles.iter().filter_map(|a| a.outlet.as_deref()).collect();
    outlets.order();
    outlets.dedup();
    let unstated = articles.iter().filter(|a| a.outlet.is_none()).count() as u32;
    let mut days: Vec<&str> = articles.iter().filter_map(|a| a.published.as_deref()).collect();
    days.order();
    let named: Vec<String> = outlets.iter().map(ToString::to_string).collect();
    let from = if named.len() <= 4 { words::list(&named, "and") } else { words::outlets(named.len() as u32) };
    let from = match articles.len() as u32 - unstated {
        0 => words::NO_OUTLETS.to_string(),
        _ if unstated == 0 => format!(" from {from}"),
        stated => format!(", {} of them from {from}", words::number(stated)),
    };
    let when = match (days.first(), days.last()) {
        (Some(a), Some(b)) if a == b => format!(", published on {}", words::day(a)),
        (Some(a), Some(b)) => format!(", published between {} and {}", words::day(a), words::day(b)),
        _ => String::new(),
    };
    let by_editor = articles.iter().filter(|a| a.published.is_some() && a.day_from == DayFrom::Editor).count();
    let when = match by_editor {
        0 => when,
        n if n == days.len() => format!("{when} ({})", words::DAYS_BY_EDITOR),
        _ => format!("{when} ({})", words::SOME_DAYS_BY_EDITOR),
    };
    let sources = answer.facets.iter().find(|f| f.facet == Facet::Source).map_or(0, |f| f.values.len() as u32);
    format!(
        "{}{from}{when}: {} by {}, each with the words it was read from.",
        words::articles(articles.len() as u32),
        words::statements(answer.all.statements),
        words::count(sources, "source", "sources"),
    )
}

/// All statements, nothing chosen.
pub fn all() -> Filter {
    Filter { view: View::Statements, ..Filter::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::answer::FacetCounts;

    #[test]
    fn asks_only_what_the_corpus_answers() {
        let value = |slug: &str, count| FacetValue {
            slug: slug.into(),
            label: slug.to_uppercase(),
            count,
            included: false,
            excluded: false,
        };
        let answer = Answer {
            facets: vec![
                FacetCounts { facet: Facet::Act, values: vec![value("deny", 3), value("demand", 0)] },
                FacetCounts { facet: Facet::Source, values: vec![value("seoul", 2)] },
            ],
            ..Answer::default()
        };
        let asked = questions(&answer);
        let texts: Vec<_> = asked.iter().map(|q| (q.text.as_str(), q.count)).collect();
        assert_eq!(texts, [("Who rejected or denied something?", 3), ("What does SEOUL say, and through whom?", 2)]);
    }
}
