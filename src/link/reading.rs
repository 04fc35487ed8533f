//! All that is read from the articles of a corpus: the extractors run in order, then the links between them.

use super::{
    coreference,
    entity::{self, Entities},
};
use crate::{
    corpus::article::Article,
    extract::{
        date::{self, DateExpression},
        figure::{self, Figure},
        mention::{self, Mention},
        page::Page,
        quality::{self, Doubt},
        statement::{self, Statement},
    },
};

/// What one article says.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The article, cut.
    pub page: Page<'a>,
    /// Its names.
    pub mentions: Vec<Mention>,
    /// Its dates.
    pub dates: Vec<DateExpression>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Its statements.
    pub statements: Vec<Statement>,
    /// Signs of bad translation, by sentence.
    pub doubts: Vec<Vec<Doubt>>,
}

/// Reads one article.
pub fn read(article: &Article) -> Reading<'_> {
    let page = Page::of(article);
    let mentions = mention::mentions(&page);
    let dates = date::dates(&page);
    let figures = figure::figures(&page, &dates);
    let doubts = quality::doubts(&page);
    let mut statements = statement::statements(&page, &mentions, &dates, &doubts);
    coreference::resolve(&page, &mentions, &dates, &mut statements);
    Reading { page, mentions, dates, figures, statements, doubts }
}

/// The names of one article: all that joining needs of its reading.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The text as received.
    pub text: &'a str,
    /// Its names.
    pub mentions: &'a [Mention],
}

/// Joins the names of all articles into entities. `readings` are in the corpus's order.
pub fn join(readings: &[Reading]) -> Entities {
    entity::join(readings)
}
