//! The data of every further view under the same filter: plain data for the screen, one file a view.
//!
//! Every list has a limit, so that a view of many articles stays a view; what was left out is counted.

pub mod actors;
pub mod compare;
pub mod concordance;
pub mod figures;
pub mod overview;
pub mod sources;
pub mod timeline;
pub mod topics;

use super::{
    answer::Row,
    archive::{Archive, Asked},
    filter::{Facet, Filter, View},
};
use crate::extract::statement::Confidence;
use serde::{Deserialize, Serialize};

/// Somebody or something that can be chosen: a column, a row, a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Head {
    /// In links.
    pub slug: String,
    /// On screen.
    pub label: String,
}

impl Head {
    fn new((slug, label): (&str, &str)) -> Self {
        Head { slug: slug.to_string(), label: label.to_string() }
    }
}

/// What one view shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum ViewData {
    /// The view needs no more than the answer to the filter.
    #[default]
    Nothing,
    /// `#/`
    Overview(overview::OverviewData),
    /// `#/topics`, with the wordings of `#/topics/sanctions`.
    Topics(topics::Topics),
    /// `#/timeline`
    Timeline(timeline::Timeline),
    /// `#/actors`, with the page of `#/actors/iran`.
    Actors(Box<actors::Actors>),
    /// `#/compare`
    Compare(compare::Comparison),
    /// `#/figures`
    Figures(figures::Figures),
    /// `#/concordance`
    Concordance(concordance::Concordance),
    /// `#/sources`
    Sources(sources::Sources),
}

impl Archive {
    /// The data of the filter's view.
    pub fn view(&self, filter: &Filter) -> ViewData {
        match filter.view {
            View::Overview => ViewData::Overview(self.overview_data(filter)),
            View::Topics => ViewData::Topics(self.topics(filter)),
            View::Timeline => ViewData::Timeline(self.timeline(filter)),
            View::Actors => ViewData::Actors(Box::new(self.actors(filter))),
            View::Compare => ViewData::Compare(self.comparison(filter)),
            View::Figures => ViewData::Figures(self.figures(filter)),
            View::Concordance => ViewData::Concordance(self.concordance(filter)),
            View::Sources => ViewData::Sources(self.sources(filter)),
            View::Statements | View::Articles | View::About => ViewData::Nothing,
        }
    }

    /// The first `limit` of some rows, for the screen.
    fn cards(&self, rows: &[usize], asked: &Asked, limit: usize) -> Vec<Row> {
        self.laid_rows(&rows[..rows.len().min(limit)], &|article| asked.hits(self, article))
    }

    /// Rows that tell their source and whose reading is sure before the others, else in their order: the first ones stand
    /// for a cell.
    fn best_first(&self, rows: Vec<usize>) -> Vec<usize> {
        let source = self.table.column(Facet::Source);
        let named = |row: &usize| {
            source.of(*row).iter().any(|v| !matches!(source.value(*v).0, "none" | "anonymous"))
                && self.statement(*row).is_some_and(|s| s.confidence > Confidence::Low)
        };
        let (mut first, last): (Vec<usize>, Vec<usize>) = rows.into_iter().partition(named);
        first.extend(last);
        first
    }

    /// The articles that have a shown statement, ascending.
    fn articles_of(&self, rows: &[usize]) -> Vec<usize> {
        let mut articles: Vec<usize> = rows.iter().map(|r| self.rows[*r].0).collect();
        articles.dedup();
        articles
    }

    /// Id and title of an article.
    fn article_head(&self, article: usize) -> Head {
        self.articles
            .get(article)
            .map_or_else(Head::default, |a| Head { slug: a.id.clone(), label: super::card::title(a) })
    }
}

#[cfg(test)]
mod tests {
    use crate::query::sample::tankers;

    #[test]
    fn rows_that_name_nobody_do_not_stand_for_a_cell() {
        let archive = tankers();
        let all: Vec<usize> = (0..archive.rows.len()).collect();
        let rows = archive.laid_rows(&archive.best_first(all), &|_| Vec::new());
        let ids: Vec<&str> = rows.iter().map(|r| r.id.as_str()).collect();
        assert_eq!(ids, ["a1.1", "a1.2", "a1.2.2", "a1.3", "a1.4", "a2.1", "a2.2", "a3.2", "a3.1"]);
    }
}
