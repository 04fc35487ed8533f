//! What the views read of the session: labels, the filter in words, rows.

use super::Session;
use crate::{
    app::{
        browser::{focus, media, timer},
        markup::{actors, topics},
        sentence::{self, Clause, Of},
        words,
    },
    query::{
        answer::{Answer, Row, TextHit},
        filter::{Facet, Filter, View},
        view::ViewData,
    },
};
use std::sync::Arc;

/// More rows than a screen shows.
const FIRST_ROWS: usize = 10;

impl Session {
    /// How many values and days are chosen.
    pub fn chosen(self) -> usize {
        let chosen: usize = self.filter.with(|f| {
            let values: usize = f.facets.values().map(|c| c.include.len() + c.exclude.len()).sum();
            values + usize::from(f.date != (None, None))
        });
        // What is chosen and not known is left out; what the link itself left out stands before it.
        let own = self.filter.with(|f| f.unknown.len());
        chosen.saturating_sub(self.answer.with(|a| a.as_ref().map_or(0, |a| a.unknown.len().saturating_sub(own))))
    }

    /// The sentences that no statement covers, beside what the page answered itself.
    pub(super) fn uncovered(self, seq: u32, hits: Vec<TextHit>, total: u32) {
        let asked = self.ask.get();
        let Some(shown) = self.answer.get_untracked().filter(|_| seq == asked.ask && asked.gaps) else { return };
        self.answer.set(Some(Arc::new(Answer { hits, hits_total: total, ..(*shown).clone() })));
        self.answered.set(Some(asked.filter));
        self.ask.update(|a| a.gaps = false);
        self.print_when_whole();
    }

    /// A value's words.
    pub fn label(self, facet: Facet, slug: &str) -> String {
        if let Some(words) = words::value(facet, slug) {
            return words.to_string();
        }
        if facet == Facet::Article {
            return words::article(slug).to_string();
        }
        let known = |answer: &Option<Arc<Answer>>| {
            let values = &answer.as_ref()?.facets.iter().find(|f| f.facet == facet)?.values;
            values.iter().find(|v| v.slug == slug).map(|v| v.label.clone())
        };
        self.answer.with(known).or_else(|| self.base.with(known)).unwrap_or_else(|| slug.to_string())
    }

    /// What the filter says, clause by clause.
    pub fn clauses(self) -> Vec<Clause> {
        let unknown = self.answer.with(|a| a.as_ref().map(|a| a.unknown.clone()).unwrap_or_default());
        let mut clauses = self.filter.with(|f| sentence::clauses(f, &|facet, slug| self.label(facet, slug)));
        for clause in &mut clauses {
            // What is not known is not applied; it is named beside the sentence.
            clause.values.retain(|v| match &v.of {
                Of::Facet(facet, slug) => !unknown.iter().any(|(key, item)| key == facet.key() && item == slug),
                Of::Date | Of::Undated | Of::Query => true,
            });
        }
        clauses.retain(|c| !c.values.is_empty());
        clauses
    }

    /// The filter as a plain sentence.
    pub fn sentence(self) -> String {
        let totals = self.answer.with(|a| a.as_ref().map(|a| a.totals).unwrap_or_default());
        sentence::plain(words::lead(self.filter.with(|f| f.view)), totals, &self.clauses())
    }

    /// The tab's title.
    pub(super) fn title(self) -> String {
        let (view, item) = self.filter.with(|f| (f.view, f.item.clone()));
        let head = match (view, item) {
            (View::Overview, _) => return format!("{} – {}", words::NAME, words::TAGLINE),
            (View::Articles, Some(id)) => self.article.with(|a| {
                a.as_ref()
                    .filter(|(of, _)| *of == id)
                    .and_then(|(_, v)| v.as_ref().map(|v| v.card.title.clone()))
                    .unwrap_or(id.clone())
            }),
            (View::Statements, _) if self.filter.with(Filter::narrows) => self.sentence(),
            (view, Some(_)) => self.data.with(|data| match &**data {
                ViewData::Actors(data) => actors::head(data).unwrap_or(words::view(view)).to_string(),
                ViewData::Topics(data) => topics::head(data).unwrap_or(words::view(view)).to_string(),
                _ => words::view(view).to_string(),
            }),
            (view, _) => words::view(view).to_string(),
        };
        format!("{head} – {}", words::NAME)
    }

    /// The actor or topic that the data of the view on screen were asked for.
    pub fn viewed_item(self) -> Option<String> {
        self.viewed.with(|v| v.as_ref().and_then(|v| v.item.clone()))
    }

    /// The row of a statement, from the list or from the article that is read.
    pub fn row(self, id: &str) -> Option<Row> {
        let listed = self.answer.with(|a| a.as_ref().and_then(|a| a.rows.iter().find(|r| r.id == id).cloned()));
        listed.or_else(|| {
            self.article.with(|a| {
                let (_, view) = a.as_ref()?;
                view.as_ref()?.rows.iter().find(|r| r.id == id).cloned()
            })
        })
    }

    /// Whatever reads this follows the filter and its answer.
    pub(super) fn track(self) {
        self.filter.track();
        self.answer.track();
    }

    /// What is out of sight is drawn once the rest is on screen.
    pub fn put_off(self) {
        self.undrawn.set(true);
        timer::after_paint(move || self.undrawn.set(false));
    }

    /// Notes which facets are in sight, before anything is changed: to ask that later makes the browser lay out the page.
    pub(super) fn look(self) {
        let (wide, drawer) = (self.wide.get_untracked(), self.drawer.get_untracked());
        let seen = if wide || drawer { focus::in_sight("data-facet-box") } else { Vec::new() };
        // A rail that is not there yet comes whole.
        self.seen.set((!wide || !seen.is_empty()).then_some(seen));
    }

    /// Whether a facet of the rail is in sight.
    pub fn sees(self, facet: &str) -> bool {
        self.seen.with(|s| s.as_ref().is_none_or(|s| s.iter().any(|seen| seen == facet)))
    }

    /// How many rows are drawn before anything is painted: none where the filters cover them.
    pub fn first_rows(self) -> usize {
        match (media::matches("(max-width: 40em)"), self.drawer.get_untracked()) {
            (true, true) => 0,
            (true, false) => FIRST_ROWS / 2,
            _ => FIRST_ROWS,
        }
    }

    /// Whether the list is seen from its top. Where the reader is further down, or is led there, all rows have to be there
    /// at once.
    pub fn from_top(self) -> bool {
        let lists = self.filter.with_untracked(|f| f.view == View::Statements && f.selected.is_none());
        lists && self.back_to.with(Option::is_none) && !self.down.get()
    }
}
