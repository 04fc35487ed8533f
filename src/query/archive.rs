//! The archive: a read corpus that answers filters. Native, tested without a browser.

use super::{
    answer::{Answer, ArticleView, Overview, TextHit},
    card::families,
    digest::{self, Digest},
    filter::{Facet, Filter, Sort, View, Within},
    index::Index,
    laying::{Holding, Laying},
    names::Names,
    search::Search,
    sheet::{self, Sheet},
    table::Table,
    tally::Tally,
};
use crate::text::order::{Gather, Order};
use crate::text::ordered::OrderedMap;
use crate::{
    corpus::{article::Article, bundle::Bundle, codebook::Codebook},
    lexicon::{
        act::{Act, Family},
        codebook::Matcher,
    },
    link::entity::Entities,
    text::span::Span,
};
use std::ops::Range;

/// A corpus that was read.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    /// The articles as received.
    pub articles: Vec<Article>,
    /// What each of them says.
    pub sheets: Vec<Sheet>,
    /// The entities of all.
    pub entities: Entities,
    /// Article and statement of each row, by number.
    pub rows: Vec<(usize, usize)>,
    /// The rows' facets.
    pub table: Table,
    /// Where each word stands.
    pub index: Index,
    /// The spellings of all names.
    pub names: Names,
    /// Slugs of other days' links → today's.
    pub renamed: OrderedMap<String, String>,
    /// Topics and aliases.
    pub codebook: Codebook,
    /// The topics of each sentence of each article, by number.
    pub about: Vec<Vec<Vec<u32>>>,
    /// The codebook's terms, for showing which words made a sentence be about a topic.
    pub matcher: Matcher,
    /// The corpus's fingerprint: eight hex digits.
    pub fingerprint: String,
    /// Of a large corpus: how many of the parts that can hold what is asked are read, where these are not all.
    pub partly: Option<(u32, u32)>,
}

/// How many sentences of a search, that no shown statement covers, an answer lists.
const HITS: usize = 50;

impl Archive {
    /// Reads all articles of a bundle; tells how many are done, of how many.
    pub fn open(bundle: Bundle, progress: &mut dyn FnMut(u32, u32)) -> Self {
        let digests = digest::read(&bundle.articles, progress);
        Self::of_digests(bundle, digests)
    }

    /// Puts together what was read in the articles of a bundle, one digest an article.
    pub fn of_digests(mut bundle: Bundle, digests: Vec<Digest>) -> Self {
        let dated = bundle.articles.iter_mut().zip(digests);
        let sheets = dated.map(|(article, digest)| digest.laid_over(article)).collect();
        Self::joined(bundle, sheets)
    }

    /// Joins the names of all articles and lays out all. The sheets may have come from other archives.
    pub fn joined(bundle: Bundle, sheets: Vec<Sheet>) -> Self {
        let laying = Laying::of(bundle.codebook);
        let holding = Holding::of(bundle.articles, sheets, laying.matcher());
        laying.whole(holding, bundle.fingerprint)
    }

    /// Lays out what was read. `entities.of` is not used: each sheet has its own.
    pub fn of_sheets(bundle: Bundle, sheets: Vec<Sheet>, mut entities: Entities) -> Self {
        entities.of = sheets.iter().map(|sheet| sheet.entities.clone()).collect();
        let laying = Laying::with(bundle.codebook, entities);
        let holding = Holding::of(bundle.articles, sheets, laying.matcher());
        laying.whole(holding, bundle.fingerprint)
    }

    /// Takes it apart into what is known of its articles by themselves, in the parts in which they were laid out; so many
    /// articles each.
    pub fn apart(self, sizes: impl Iterator<Item = usize>) -> Vec<Holding> {
        let (mut articles, mut sheets) = (self.articles.into_iter(), self.sheets.into_iter());
        let (mut about, mut parts) = (self.about.into_iter(), self.index.into_parts().into_iter());
        let holding = |size| Holding {
            articles: articles.by_ref().take(size).collect(),
            sheets: sheets.by_ref().take(size).collect(),
            about: about.by_ref().take(size).collect(),
            index: parts.next().unwrap_or_default(),
        };
        sizes.map(holding).collect()
    }

    /// What the page shows before anything is asked, with the cards of at most so many articles.
    pub fn overview(&self, most: usize) -> Overview {
        let mut all = [0; Family::ALL.len()];
        for sheet in &self.sheets {
            for (sum, n) in all.iter_mut().zip(families(&sheet.statements)) {
                *sum += n;
            }
        }
        Overview {
            articles: (0..self.articles.len().min(most)).filter_map(|n| self.article_card(n)).collect(),
            more: self.articles.len().saturating_sub(most) as u32,
            families: all,
            fingerprint: self.fingerprint.clone(),
        }
    }

    /// Answers a filter with `window` rows from `offset` on.
    pub fn ask(&self, filter: &Filter, offset: u32, window: u32) -> Answer {
        let redirected = self.redirected(filter);
        let filter = redirected.as_ref().unwrap_or(filter);
        let asked = self.laid(filter);
        let tally = &asked.tally;
        let shown = sorted(&self.table, tally.shown(), filter.sort, &|row| self.statement(row).map(|s| s.act));
        let window: Vec<usize> = shown.into_iter().skip(offset as usize).take(window as usize).collect();
        let rows = self.laid_rows(&window, &|article| asked.hits(self, article));
        let mut unknown = filter.unknown.clone();
        unknown.extend(tally.unknown.iter().cloned());
        let wanted = self.wanted(filter);
        let bare = self.uncovered(filter, &asked, &wanted);
        let (variants, absent, forms, with_forms) = asked.search.as_ref().map_or_else(Default::default, |s| {
            (s.variants.clone(), s.absent.clone(), s.forms.clone(), s.with_forms.clone())
        });
        Answer {
            rows,
            offset,
            hits_total: bare.len() as u32,
            hits: bare.into_iter().take(HITS).filter_map(|(a, s)| self.gap(a, s, &asked, &wanted)).collect(),
            hidden: self.hidden_lines(&absent, filter),
            variants,
            absent,
            forms,
            with_forms,
            unknown,
            redirected: redirected.clone().map(Box::new),
            ..tally.answer(&|row| self.statement(row).and_then(|s| s.day.value).map(|v| v.iso()))
        }
    }

    /// What of [`Archive::ask`] the page cannot work out from what it carries: the sentences that no statement covers, and how
    /// many there are.
    pub fn gaps(&self, filter: &Filter) -> (Vec<TextHit>, u32) {
        let redirected = self.redirected(filter);
        let filter = redirected.as_ref().unwrap_or(filter);
        let (asked, wanted) = (self.laid(filter), self.wanted(filter));
        let bare = self.uncovered(filter, &asked, &wanted);
        let total = bare.len() as u32;
        (bare.into_iter().take(HITS).filter_map(|(a, s)| self.gap(a, s, &asked, &wanted)).collect(), total)
    }

    /// The whole article, marked with the statements that the filter shows; `None` = there is no such article.
    pub fn read(&self, article: &str, filter: &Filter) -> Option<ArticleView> {
        let number = self.articles.iter().position(|a| a.id == article)?;
        let asked = self.asked(filter);
        let rows: Vec<usize> =
            (0..self.rows.len()).filter(|row| self.rows[*row].0 == number && asked.tally.shows(*row)).collect();
        self.article_view(number, &rows, &asked.hits(self, number))
    }

    /// The filter by today's slugs, where it has one that a spelling of the name has given it before; `None` = it has none.
    pub fn redirected(&self, filter: &Filter) -> Option<Filter> {
        let mut next = filter.clone();
        for facet in [Facet::Source, Facet::Doer, Facet::Addressee, Facet::Via] {
            let Some(choice) = next.facets.get_mut(&facet) else { continue };
            for slugs in [&mut choice.include, &mut choice.exclude] {
                let today = |slug: String| match self.renamed.get(&slug) {
                    Some(of) if self.table.column(facet).number(&slug).is_none() => of.clone(),
                    _ => slug,
                };
                *slugs = std::mem::take(slugs).into_iter().map(today).into_set();
            }
            // Chosen and shut out under two of its names: what was chosen counts.
            choice.exclude.retain(|slug| !choice.include.contains(slug));
        }
        if next.view == View::Actors {
            next.item = next.item.map(|slug| self.renamed.get(&slug).cloned().unwrap_or(slug));
        }
        (next != *filter).then_some(next)
    }

    /// Lays a filter over the corpus, whatever page it is asked on: a page shows its place among the others, too.
    pub fn asked(&self, filter: &Filter) -> Asked<'_> {
        let filter = self.redirected(filter).unwrap_or_else(|| filter.clone());
        self.laid(&Filter { item: None, ..filter })
    }

    /// Lays a filter that has today's slugs over the corpus.
    fn laid(&self, filter: &Filter) -> Asked<'_> {
        let search = Search::of(&filter.q, &self.index, &self.names, &self.codebook);
        // A page of nobody or nothing that is here is the page of all.
        let item = filter.item.as_deref().unwrap_or_default();
        let has = |facet: &Facet| self.table.column(*facet).number(item).is_some();
        let named = || filter.view == View::Actors && self.entities.all.iter().any(|e| e.slug == item);
        let all = !filter.page().is_empty() && !filter.page().iter().any(has) && !named();
        let bare = all.then(|| Filter { item: None, ..filter.clone() });
        let filter = bare.as_ref().unwrap_or(filter);
        let found: Option<Vec<bool>> = search
            .as_ref()
            .map(|search| (0..self.rows.len()).map(|row| search.holds(&self.scope(row, filter.within))).collect());
        Asked { tally: Tally::of(&self.table, filter, found.as_deref()), search }
    }

    /// The words of an article that a search finds.
    pub(super) fn places_of(&self, search: &Search, article: usize) -> Vec<Span> {
        let Some(sheet) = self.sheets.get(article) else { return Vec::new() };
        let hits = search.hits(self.index.article(article));
        hits.into_iter().map(|words| self.index.span(article, sheet, words)).collect()
    }

    /// The words in which a row is searched.
    fn scope(&self, row: usize, within: Within) -> Vec<Range<u32>> {
        let Some(&(article, statement)) = self.rows.get(row) else { return Vec::new() };
        let Some(sheet) = self.sheets.get(article) else { return Vec::new() };
        let words = |span| self.index.words(article, sheet, span);
        match within {
            // With the names that its pronouns and roles stand for, wherever they are printed: the row shows them. Of the
            // sentence before, printed so that “denies this” can be understood, what can be denied: “… if Moscow attacks”.
            Within::Evidence => {
                let own = &sheet.statements[statement];
                let first = Sheet::parts(own).filter_map(|part| sheet.sentence_at(part.start)).min();
                let first = first.unwrap_or(own.sentence).min(own.sentence);
                let supposed = |span: Span| {
                    let of = self.articles.get(article).map_or("", |a| span.of(&a.text));
                    Span { start: span.start + of.find(" if ").unwrap_or(0) as u32, ..span }
                };
                let evidence = sheet.evidence[statement].iter().flat_map(|run| {
                    let at = first.clamp(run.start, run.end);
                    let (before, own) = (run.start..at, at..run.end);
                    let before = (!before.is_empty()).then(|| words(supposed(sheet.run(&before))));
                    before.into_iter().chain((!own.is_empty()).then(|| words(sheet.run(&own))))
                });
                let meant = Sheet::meant(own).filter_map(|m| sheet.mentions.get(m));
                evidence.chain(meant.map(|m| words(m.span))).collect()
            }
            Within::Content => sheet.statements[statement].content.iter().map(|c| words(*c)).collect(),
            Within::Article => vec![self.index.article(article)],
        }
    }

    /// Whether the filter's choice in a facet lets a value through.
    pub(super) fn chosen(&self, filter: &Filter, facet: Facet, slug: &str) -> bool {
        filter.facets.get(&facet).is_none_or(|choice| {
            let known =
                |s: &&String| self.table.column(facet).number(s).is_some() || self.table.elsewhere.contains(s.as_str());
            let mut include = choice.include.iter().filter(known).peekable();
            (include.peek().is_none() || include.any(|s| s == slug)) && !choice.exclude.contains(slug)
        })
    }

    /// Whether the filter's choice of articles and outlets lets an article through.
    pub fn chosen_article(&self, filter: &Filter, article: usize) -> bool {
        self.articles.get(article).is_some_and(|a| {
            self.chosen(filter, Facet::Article, &a.id) && self.chosen(filter, Facet::Outlet, &sheet::outlet_value(a).0)
        })
    }

    /// Whether the filter chooses among statements, not only among articles and outlets.
    pub fn chooses_statements(&self, filter: &Filter) -> bool {
        filter.facets.keys().any(|f| !matches!(f, Facet::Article | Facet::Outlet))
            || filter.date != (None, None)
            || !filter.q.trim().is_empty()
    }

    /// The statement of a row.
    pub fn statement(&self, row: usize) -> Option<&crate::extract::statement::Statement> {
        let (article, statement) = *self.rows.get(row)?;
        self.sheets.get(article)?.statements.get(statement)
    }
}

/// Rows, given in the order of the text, in the order asked for; undated ones last. `act` = a row's act.
pub(super) fn sorted(
    table: &Table,
    mut rows: Vec<usize>,
    sort: Sort,
    act: &dyn Fn(usize) -> Option<Act>,
) -> Vec<usize> {
    match sort {
        Sort::Text | Sort::Left | Sort::Right => {}
        Sort::Day => rows.order_by_key(|r| (table.days[*r].is_none(), table.days[*r])),
        Sort::Act => rows.order_by_key(|r| act(*r)),
        Sort::Source => {
            let column = table.column(Facet::Source);
            let label = |r: usize| column.of(r).first().map(|v| column.value(*v)).unwrap_or_default();
            rows.order_by(|a, b| {
                let (a, b) = (label(*a), label(*b));
                (a.0 == "none", a.1, a.0).cmp(&(b.0 == "none", b.1, b.0))
            });
        }
    }
    rows
}

/// A filter laid over the corpus.
pub struct Asked<'a> {
    /// Which rows it shows.
    pub tally: Tally<'a>,
    /// Its search.
    pub search: Option<Search>,
}

impl Asked<'_> {
    /// The words of an article that the search found.
    pub fn hits(&self, archive: &Archive, article: usize) -> Vec<Span> {
        self.search.as_ref().map_or_else(Vec::new, |search| archive.places_of(search, article))
    }
}
