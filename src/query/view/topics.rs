//! Topics: the same demand across articles.

use super::Head;
use crate::text::order::Order;
use crate::text::ordered::OrderedMap;
use crate::{
    lexicon::act::Act,
    query::{
        answer::{Row, TextHit},
        archive::Archive,
        filter::{Facet, Filter},
    },
};
use serde::{Deserialize, Serialize};

/// Topic × article, and the wordings of one topic side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Topics {
    /// The articles that have a shown statement, in the corpus's order, at most 40.
    pub articles: Vec<Head>,
    /// The topics: those of most articles first, then of most statements.
    pub topics: Vec<TopicRow>,
    /// How many shown statements have no topic.
    pub without: u32,
    /// The topic that is opened (`#/topics/sanctions`).
    pub open: Option<Wordings>,
}

/// One topic in all articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicRow {
    /// The topic.
    pub topic: Head,
    /// How many shown statements are about it.
    pub statements: u32,
    /// In how many articles.
    pub articles: u32,
    /// In each of [`Topics::articles`]: its acts in their order with their counts; empty = not there.
    pub cells: Vec<Vec<(Act, u32)>>,
}

/// How each article words a topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wordings {
    /// The topic.
    pub topic: Head,
    /// Each article that has it, with its statements about it; at most 20 an article.
    pub columns: Vec<(Head, Vec<Row>)>,
    /// The articles that have shown statements but none about it.
    pub missing: Vec<Head>,
    /// Sentences about it that no statement covers, in the chosen articles; at most 50.
    pub further: Vec<TextHit>,
    /// How many there are of them.
    pub further_total: u32,
}

const ARTICLES: usize = 40;
const WORDINGS: usize = 20;
const FURTHER: usize = 50;

impl Archive {
    /// The topics of the shown statements.
    pub fn topics(&self, filter: &Filter) -> Topics {
        let asked = self.asked(filter);
        let rows = asked.tally.shown();
        let column = self.table.column(Facet::Topic);
        let articles = self.articles_of(&rows);
        // Topic → article → act → how many.
        let mut counts: OrderedMap<u32, OrderedMap<usize, OrderedMap<Act, u32>>> = OrderedMap::new();
        let mut without = 0;
        for &row in &rows {
            without += u32::from(column.of(row).is_empty());
            let Some(act) = self.statement(row).map(|s| s.act) else { continue };
            for &topic in column.of(row) {
                *counts.entry(topic).or_default().entry(self.rows[row].0).or_default().entry(act).or_default() += 1;
            }
        }
        let mut topics: Vec<TopicRow> = counts
            .into_iter()
            .map(|(topic, by_article)| {
                let cell = |article: &usize| -> Vec<(Act, u32)> {
                    by_article.get(article).into_iter().flatten().map(|(a, n)| (*a, *n)).collect()
                };
                TopicRow {
                    topic: Head::new(column.value(topic)),
                    statements: by_article.values().flat_map(OrderedMap::values).sum(),
                    articles: by_article.len() as u32,
                    cells: articles.iter().take(ARTICLES).map(cell).collect(),
                }
            })
            .collect();
        topics.order_by(|a, b| {
            (b.articles, b.statements).cmp(&(a.articles, a.statements)).then_with(|| a.topic.label.cmp(&b.topic.label))
        });
        let open = filter.item.as_ref().and_then(|slug| {
            let topic = column.number(slug)?;
            let about: Vec<usize> = rows.iter().copied().filter(|r| column.of(*r).contains(&topic)).collect();
            let having = self.articles_of(&about);
            let of = |article: usize| {
                let its: Vec<usize> = about.iter().copied().filter(|r| self.rows[*r].0 == article).collect();
                (self.article_head(article), self.cards(&self.best_first(its), &asked, WORDINGS))
            };
            let mut further = self.uncovered_topic(filter, topic);
            let further_total = further.len() as u32;
            further.truncate(FURTHER);
            Some(Wordings {
                further,
                further_total,
                topic: Head::new(column.value(topic)),
                columns: having.iter().take(ARTICLES).map(|a| of(*a)).collect(),
                missing: articles.iter().filter(|a| !having.contains(a)).map(|a| self.article_head(*a)).collect(),
            })
        });
        Topics {
            articles: articles.iter().take(ARTICLES).map(|a| self.article_head(*a)).collect(),
            topics,
            without,
            open,
        }
    }
}
