//! The Overview: coverage, and figures that disagree.

use super::{
    Head,
    figures::{FigureCard, FigureGroup},
    topics::TopicRow,
};
use crate::query::{answer::Totals, archive::Archive, filter::Filter};
use serde::{Deserialize, Serialize};

/// What the Overview shows beside its list of articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverviewData {
    /// How many match the filter.
    pub totals: Totals,
    /// The articles of the coverage matrix.
    pub articles: Vec<Head>,
    /// The eight topics of most articles.
    pub coverage: Vec<TopicRow>,
    /// Groups of figures that cannot all be right, with their figures; at most three.
    pub disagreements: Vec<(FigureGroup, Vec<FigureCard>)>,
}

impl Archive {
    /// The Overview's data.
    pub fn overview_data(&self, filter: &Filter) -> OverviewData {
        let topics = self.topics(&Filter { item: None, ..filter.clone() });
        let figures = self.figures(filter);
        let disagreements = figures.groups.iter().filter(|g| g.disagree).take(3);
        let disagreements: Vec<(FigureGroup, Vec<FigureCard>)> = disagreements
            .map(|g| (g.clone(), g.members.iter().filter_map(|m| figures.figures.get(*m as usize)).cloned().collect()))
            .collect();
        OverviewData {
            totals: self.asked(filter).tally.totals(),
            articles: topics.articles,
            coverage: topics.topics.into_iter().take(8).collect(),
            disagreements,
        }
    }
}
