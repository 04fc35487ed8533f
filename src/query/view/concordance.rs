//! The concordance: every place of a word, or of an act's cue, with what stands left and right of it.

use crate::text::order::Order;
use crate::{
    corpus::zone::ZoneKind,
    query::{
        archive::Archive,
        filter::{Facet, Filter, Within},
        sheet,
    },
    text::{fold::fold, span::Span},
};
use serde::{Deserialize, Serialize};

/// Keywords in context.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Concordance {
    /// In the order of the text; at most 500.
    pub lines: Vec<Line>,
    /// How many there are in all.
    pub total: u32,
    /// The lines' numbers sorted by what stands left (its last word first), and right.
    pub by_left: Vec<u32>,
    /// See `by_left`.
    pub by_right: Vec<u32>,
    /// Whether the keywords are cues of the shown statements; else they are the search's words.
    pub cues: bool,
}

/// One keyword in context.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The sentence ("000.60"), or the statement whose cue it is.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// What stands before it in its paragraph: whole words, at most 80 characters; "…" first where there is more.
    pub left: String,
    /// The words.
    pub keyword: String,
    /// What follows, likewise; "…" last.
    pub right: String,
    /// Where it stands.
    pub zone: ZoneKind,
}

const LINES: usize = 500;
const WIDTH: usize = 80;

impl Archive {
    /// The places of the search's words in what the filter shows: the evidence of the shown statements and, where nothing
    /// else chooses among statements, all sentences that answer the search. Where nothing is searched, the cues of the
    /// shown statements.
    pub fn concordance(&self, filter: &Filter) -> Concordance {
        let asked = self.asked(filter);
        let mut found: Vec<(usize, Span, String)> = Vec::new();
        let search = asked.search.as_ref().filter(|s| s.wants());
        if let Some(search) = search {
            let evidence = self.covered(asked.tally.shown());
            let bare = |f: &Facet| matches!(f, Facet::Article | Facet::Outlet | Facet::Zone);
            let bare = filter.date == (None, None) && filter.facets.keys().all(bare);
            for article in (0..self.articles.len()).filter(|a| self.chosen_article(filter, *a)) {
                let sheet = &self.sheets[article];
                let whole = filter.within == Within::Article && search.holds(&[self.index.article(article)]);
                let answers = |s: usize| {
                    evidence.contains(&(article, s))
                        || bare
                            && self.chosen(filter, Facet::Zone, sheet::zone(sheet.zone(s)).0)
                            && (whole
                                || sheet
                                    .sentences
                                    .get(s)
                                    .is_some_and(|of| search.holds(&[self.index.words(article, sheet, of.span)])))
                };
                for span in asked.hits(self, article) {
                    if let Some(sentence) = sheet.sentence_at(span.start).filter(|s| answers(*s)) {
                        found.push((article, span, format!("{}.{sentence}", self.articles[article].id)));
                    }
                }
            }
        } else {
            for row in asked.tally.shown() {
                let (article, statement) = self.rows[row];
                if let Some(cue) = self.statement(row).and_then(|s| s.cue) {
                    found.push((article, cue, self.id(article, statement)));
                }
            }
        }
        let total = found.len() as u32;
        let lines: Vec<Line> =
            found.into_iter().take(LINES).filter_map(|(a, span, id)| self.line(a, span, id)).collect();
        let order = |key: &dyn Fn(&Line) -> Vec<String>| {
            let mut keys: Vec<(Vec<String>, u32)> = lines.iter().map(key).zip(0..).collect();
            keys.order();
            keys.into_iter().map(|(_, n)| n).collect()
        };
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(fold).collect()
        };
        Concordance {
            by_left: order(&|l| words(&l.left).into_iter().rev().collect()),
            by_right: order(&|l| words(&l.right)),
            lines,
            total,
            cues: search.is_none(),
        }
    }

    fn line(&self, article: usize, span: Span, id: String) -> Option<Line> {
        let (of, sheet) = (self.articles.get(article)?, self.sheets.get(article)?);
        let sentence = sheet.sentence_at(span.start)?;
        let block = sheet.blocks.get(sheet.sentences.get(sentence)?.block)?.span;
        let before = of.text.get(block.start as usize..span.start as usize).unwrap_or_default();
        let after = of.text.get(span.end as usize..block.end as usize).unwrap_or_default();
        let far = before.char_indices().rev().nth(WIDTH).map_or(0, |(i, _)| i);
        let near = after.char_indices().nth(WIDTH).map_or(after.len(), |(i, _)| i);
        // Whole words only, and a sign where the paragraph goes on.
        let left = match before.get(far..).unwrap_or_default() {
            whole if far == 0 => whole.to_string(),
            cut => format!("…{}", cut.split_once(char::is_whitespace).map_or(cut, |(_, words)| words)),
        };
        let right = match after.get(..near).unwrap_or_default() {
            whole if near == after.len() => whole.to_string(),
            cut => format!("{}…", cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words)),
        };
        Some(Line {
            id,
            article: of.id.clone(),
            left,
            keyword: span.of(&of.text).to_string(),
            right,
            zone: sheet.zone(sentence),
        })
    }
}
