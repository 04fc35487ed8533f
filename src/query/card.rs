//! Rows and articles as the screen shows them.

use super::{
    answer::{ArticleCard, ArticleView, Mark, MarkedSentence, Name, Part, Passage, Piece, Row},
    archive::Archive,
    passage::pieces,
    sheet::{self, Sheet},
};
use crate::text::order::Gather;
use crate::{
    corpus::{article::Article, zone::ZoneKind},
    extract::statement::{Party, Statement},
    lexicon::act::Family,
    link::entity::Entities,
    text::span::{Ruler, Span},
};
use std::collections::BTreeSet;

/// An article's headline as printed, or its first words.
pub fn title(article: &Article) -> String {
    let zone = |kind| article.zones.iter().find(|z| z.kind == kind).map(|z| z.span.of(&article.text));
    if let Some(headline) = zone(ZoneKind::Headline) {
        return headline.to_string();
    }
    let line = zone(ZoneKind::Body).unwrap_or(article.text.trim()).lines().next().unwrap_or_default();
    match line.char_indices().nth(80) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or(line).trim_end()),
        None => line.to_string(),
    }
}

/// The words that a statement marks.
pub fn marks(id: &str, statement: &Statement) -> Vec<(Span, Mark)> {
    let mark = |part| Mark {
        statement: id.to_string(),
        part,
        act: Some(statement.act),
        mode: Some(statement.mode),
        sourcing: Some(statement.sourcing),
    };
    let source = statement.source.as_ref().and_then(|p| p.span).map(|s| (s, mark(Part::Source)));
    let cue = statement.cue.map(|s| (s, mark(Part::Cue)));
    let content = statement.content.iter().map(|s| (*s, mark(Part::Content)));
    source.into_iter().chain(cue).chain(content).collect()
}

/// Words that the search found.
pub fn hit(span: Span) -> (Span, Mark) {
    (span, Mark { statement: String::new(), part: Part::Hit, act: None, mode: None, sourcing: None })
}

/// Who a party is: its entities, or its words where they name nobody.
pub fn names(party: &Party, text: &str, sheet: &Sheet, entities: &Entities) -> Vec<Name> {
    let words = party.span.map_or("", |s| s.of(text));
    let mut names: Vec<Name> = Vec::new();
    for &referent in &party.referents {
        let (Some(entity), Some(mention)) = (sheet::entity(referent, sheet, entities), sheet.mentions.get(referent))
        else {
            continue;
        };
        let named_here = party.inferred.is_none() && party.span.is_none_or(|s| s.contains(mention.span));
        if names.iter().all(|n| n.slug != entity.slug) {
            names.push(Name {
                slug: entity.slug.clone(),
                label: entity.canonical.clone(),
                printed: if named_here { mention.span.of(text) } else { words }.to_string(),
                kind: Some(entity.kind),
                inferred: party.inferred.clone(),
                joined: if entity.aliases.len() > 1 { entity.reasons.clone() } else { Vec::new() },
                beside: !names.is_empty(),
            });
        }
    }
    if names.is_empty() && !words.is_empty() {
        let meant = party.stands_for.map_or(words, |s| s.of(text));
        names.push(Name {
            // "he" is nobody to choose by.
            slug: Some(sheet::slug_of_words(meant)).filter(|slug| !sheet::is_pronoun(slug)).unwrap_or_default(),
            label: meant.to_string(),
            printed: words.to_string(),
            kind: None,
            inferred: party.inferred.clone().filter(|_| party.stands_for.is_some()),
            joined: Vec::new(),
            beside: false,
        });
    }
    names
}

impl Archive {
    /// A row's id: "000.60", with ".2" for its sentence's second statement.
    pub fn id(&self, article: usize, statement: usize) -> String {
        let (Some(a), Some(sheet)) = (self.articles.get(article), self.sheets.get(article)) else {
            return String::new();
        };
        let Some(sentence) = sheet.statements.get(statement).map(|s| s.sentence) else { return String::new() };
        let before = sheet.statements.iter().take(statement).rev().take_while(|s| s.sentence == sentence).count();
        match before {
            0 => format!("{}.{sentence}", a.id),
            n => format!("{}.{sentence}.{}", a.id, n + 1),
        }
    }

    /// One statement for the screen, with the words that the search found in it.
    pub fn card(&self, row: usize, hits: &[Span]) -> Option<Row> {
        self.laid_rows(&[row], &|_| hits.to_vec()).pop()
    }

    /// Statements for the screen, with the words that the search found in their articles.
    pub fn laid_rows(&self, rows: &[usize], hits: &dyn Fn(usize) -> Vec<Span>) -> Vec<Row> {
        let mut last: Option<(usize, Ruler, Vec<Span>)> = None;
        let mut cards = Vec::new();
        for row in rows {
            let Some(&(number, _)) = self.rows.get(*row) else { continue };
            if last.as_ref().is_none_or(|(of, ..)| *of != number) {
                last = self.articles.get(number).map(|a| (number, Ruler::new(&a.text), hits(number)));
            }
            cards.extend(last.as_ref().and_then(|(_, ruler, hits)| self.measured(*row, ruler, hits)));
        }
        cards
    }

    fn measured(&self, row: usize, ruler: &Ruler, hits: &[Span]) -> Option<Row> {
        let (article_number, number) = *self.rows.get(row)?;
        let (article, sheet) = (self.articles.get(article_number)?, self.sheets.get(article_number)?);
        let (statement, runs) = (sheet.statements.get(number)?, sheet.evidence.get(number)?);
        let text = article.text.as_str();
        let id = self.id(article_number, number);
        let mut all_marks = marks(&id, statement);
        all_marks.extend(hits.iter().map(|s| hit(*s)));
        let points = |s: Span| ruler.span_points(s);
        let mut evidence: Vec<Piece> = Vec::new();
        let mut whole: Option<Span> = None;
        for run in runs {
            let span = sheet.run(run);
            if !evidence.is_empty() {
                evidence.push(Piece { text: "\n".into(), marks: Vec::new() });
            }
            evidence.extend(pieces(text, span, &all_marks));
            whole = Some(whole.map_or(span, |w| w.cover(span)));
        }
        let parties =
            |ps: &[Party]| -> Vec<Name> { ps.iter().flat_map(|p| names(p, text, sheet, &self.entities)).collect() };
        let topics = self.table.column(super::filter::Facet::Topic);
        Some(Row {
            article: article.id.clone(),
            outlet: article.entry.outlet.clone(),
            act: statement.act,
            polarity: statement.polarity,
            modality: statement.modality,
            sources: statement.source.as_ref().map_or_else(Vec::new, |p| names(p, text, sheet, &self.entities)),
            addressees: parties(&statement.addressees),
            // Extraction counts from the source outwards, the screen reads from the outlet inwards.
            via: statement.via.iter().rev().flat_map(|p| names(p, text, sheet, &self.entities)).collect(),
            cue: statement.cue.map_or("", |s| s.of(text)).to_string(),
            content: statement.content.iter().map(|s| s.of(text).to_string()).collect(),
            evidence,
            evidence_span: whole.map_or([0, 0], points),
            source_span: statement.source.as_ref().and_then(|p| p.span).map(points),
            cue_span: statement.cue.map(points),
            content_spans: statement.content.iter().map(|s| points(*s)).collect(),
            mode: statement.mode,
            sourcing: statement.sourcing,
            zone: sheet.zone(statement.sentence),
            day: statement.day.value.map(|v| v.iso()),
            basis: statement.day.basis,
            day_text: statement.day.span.map(|s| s.of(text).to_string()),
            topics: topics.of(row).iter().map(|v| topics.value(*v)).map(|(s, l)| (s.into(), l.into())).collect(),
            codes: (statement.act.cameo().into(), statement.act.plover().into()),
            why: statement.why.clone(),
            doubts: statement.doubts.clone(),
            confidence: statement.confidence,
            id,
        })
    }

    /// An article's card.
    pub fn article_card(&self, number: usize) -> Option<ArticleCard> {
        let (article, sheet) = (self.articles.get(number)?, self.sheets.get(number)?);
        let covered: BTreeSet<usize> = sheet.evidence.iter().flatten().flat_map(|r| r.clone()).into_set();
        Some(ArticleCard {
            id: article.id.clone(),
            title: title(article),
            outlet: article.entry.outlet.clone(),
            republisher: article.entry.republisher.clone(),
            language: article.entry.language.clone(),
            published: article.entry.published.map(|d| d.to_string()),
            basis: article.entry.basis.clone(),
            day_from: article.entry.day_from(),
            naming: self.naming(number),
            statements: sheet.statements.len() as u32,
            sentences: (sheet.sentences.len() as u32, covered.len() as u32),
            families: families(&sheet.statements),
        })
    }

    /// An article whole: `rows` are its shown statements, `hits` the words found in it.
    pub fn article_view(&self, number: usize, rows: &[usize], hits: &[Span]) -> Option<ArticleView> {
        let (article, sheet) = (self.articles.get(number)?, self.sheets.get(number)?);
        let text = article.text.as_str();
        let mut all_marks: Vec<(Span, Mark)> = hits.iter().map(|s| hit(*s)).collect();
        for (_, statement) in rows.iter().filter_map(|r| self.rows.get(*r)) {
            if let Some(s) = sheet.statements.get(*statement) {
                all_marks.extend(marks(&self.id(number, *statement), s));
            }
        }
        let mut blocks = sheet.blocks.iter();
        let mut passages = Vec::new();
        for zone in &article.zones {
            let block = if zone.kind.is_read() { blocks.next() } else { None };
            let within = block.map_or(0..0, |b| b.sentences.clone());
            let mut sentences = Vec::new();
            for i in within.clone() {
                // A sentence runs on to the next one's start: joined they are the zone, byte for byte.
                let start = if i == within.start { zone.span.start } else { sheet.sentences[i].span.start };
                let end = if i + 1 == within.end { zone.span.end } else { sheet.sentences[i + 1].span.start };
                sentences.push(MarkedSentence {
                    id: format!("{}.{i}", article.id),
                    pieces: pieces(text, Span { start, end }, &all_marks),
                    doubts: sheet.doubts.get(i).cloned().unwrap_or_default(),
                });
            }
            if sentences.is_empty() {
                let pieces = vec![Piece { text: zone.span.of(text).to_string(), marks: Vec::new() }];
                sentences.push(MarkedSentence { id: String::new(), pieces, doubts: Vec::new() });
            }
            passages.push(Passage { zone: zone.kind, sentences });
        }
        let hidden = article.zones.iter().filter(|z| !z.kind.is_read()).count() as u32;
        Some(ArticleView {
            card: self.article_card(number)?,
            passages,
            rows: self.laid_rows(rows, &|_| hits.to_vec()),
            hidden,
        })
    }
}

/// How many statements there are of each family.
pub fn families(statements: &[Statement]) -> [u32; 5] {
    Family::ALL.map(|f| statements.iter().filter(|s| s.act.family() == f).count() as u32)
}
