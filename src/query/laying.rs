//! Laying out what is known of articles only together: who their names are, and the rows of all. It is done some articles
//! at a time, so that a large corpus can be asked meanwhile; what an article says by itself comes ready, as a holding.

use super::{
    archive::Archive,
    index::{Index, Part},
    names::Names,
    sheet::{self, Sheet},
    side,
    table::Table,
};
use crate::{
    corpus::{article::Article, codebook::Codebook},
    lexicon::codebook::Matcher,
    link::{
        entity::{self, Entities, Joining},
        reading::Named,
    },
};

/// Some articles with what is known of them by themselves.
#[derive(Clone, Debug, Default)]
pub struct Holding {
    /// The articles.
    pub articles: Vec<Article>,
    /// What each of them says.
    pub sheets: Vec<Sheet>,
    /// The topics of each sentence of each article, by number.
    pub about: Vec<Vec<Vec<u32>>>,
    /// Where each word stands.
    pub index: Part,
}

impl Holding {
    /// Articles with what was read in them.
    pub fn of(articles: Vec<Article>, sheets: Vec<Sheet>, matcher: &Matcher) -> Self {
        let about = articles.iter().zip(&sheets).map(|(a, s)| sheet::about(a, s, matcher)).collect();
        let index = Part::of(&articles, &sheets);
        Holding { articles, sheets, about, index }
    }

    /// Each article with what it says.
    pub fn pages(&self) -> impl Iterator<Item = Page<'_>> {
        self.articles.iter().zip(&self.sheets)
    }
}

/// An article with what it says.
pub type Page<'a> = (&'a Article, &'a Sheet);

/// Articles that are being laid out.
#[derive(Debug)]
pub struct Laying {
    codebook: Codebook,
    matcher: Matcher,
    joining: Joining,
    /// Who the names are, once that is known.
    joined: Option<Entities>,
    /// For which sides the names speak.
    homes: Option<side::Homes>,
    table: Table,
}

impl Laying {
    /// Nothing is laid out yet.
    pub fn of(codebook: Codebook) -> Self {
        let (matcher, table) = (Matcher::of(&codebook), sheet::columns(&codebook));
        Laying { codebook, matcher, joining: Joining::default(), joined: None, homes: None, table }
    }

    /// The same, where it is known who the names are.
    pub fn with(codebook: Codebook, entities: Entities) -> Self {
        Laying { joined: Some(entities), ..Self::of(codebook) }
    }

    /// The codebook's terms.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// Does some more, as much as `most` articles; `true` = all is done. `pages` must be the same each time.
    pub fn advance(&mut self, pages: &[Page<'_>], most: usize) -> bool {
        let Some(entities) = &self.joined else {
            let named: Vec<Named> = pages.iter().map(|(a, s)| Named { text: &a.text, mentions: &s.mentions }).collect();
            if self.joining.advance(&named, most) {
                self.joined = Some(std::mem::take(&mut self.joining).finish());
            }
            return false;
        };
        let of = |n: usize| entities.of.get(n).map_or(&[][..], Vec::as_slice);
        let told = || pages.iter().enumerate().map(|(n, (article, sheet))| (article.text.as_str(), *sheet, of(n)));
        let homes = self.homes.get_or_insert_with(|| side::homes(told(), entities));
        let done = self.table.outlets.len();
        for (n, (article, sheet)) in pages.iter().enumerate().skip(done).take(most) {
            sheet::lay_out(&mut self.table, article, sheet, (entities, of(n), homes), (&self.codebook, &self.matcher));
        }
        self.table.outlets.len() >= pages.len()
    }

    /// The archive of these articles, whose pages were laid out in this order.
    pub fn finish(self, holdings: Vec<Holding>, fingerprint: String) -> Archive {
        let Laying { codebook, matcher, joined, table, .. } = self;
        let mut entities = joined.unwrap_or_default();
        let (mut articles, mut sheets, mut about, mut parts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for holding in holdings {
            articles.extend(holding.articles);
            sheets.extend(holding.sheets);
            about.extend(holding.about);
            parts.push(holding.index);
        }
        for (sheet, of) in sheets.iter_mut().zip(std::mem::take(&mut entities.of)) {
            sheet.entities = of;
        }
        let rows = sheets.iter().enumerate();
        let rows = rows.flat_map(|(number, sheet)| (0..sheet.statements.len()).map(move |s| (number, s))).collect();
        let (names, renamed) = (Names::of(&entities), entity::former_slugs(&entities.all));
        Archive {
            articles,
            sheets,
            entities,
            rows,
            table,
            index: Index::of(parts),
            names,
            renamed,
            codebook,
            about,
            matcher,
            fingerprint,
            partly: None,
        }
    }

    /// All at once.
    pub fn whole(mut self, holding: Holding, fingerprint: String) -> Archive {
        let pages: Vec<Page<'_>> = holding.pages().collect();
        while !self.advance(&pages, usize::MAX) {}
        self.finish(vec![holding], fingerprint)
    }
}
