//! Rows and articles as the screen shows them.

use super::{
    answer::{ArticleCard, ArticleView, Mark, MarkedSentence, Name, Part, Passage, Piece, Row},
    archive::Archive,
    filter::Facet,
    passage::pieces,
    sheet::{self, Sheet},
};
use crate::text::order::{Gather, Order};
use crate::text::ordered::OrderedSet;
use crate::{
    corpus::{article::Article, zone::ZoneKind},
    extract::statement::{Party, Statement},
    lexicon::{act::Family, gazetteer::starts_upper},
    link::entity::Entities,
    text::{
        fold::slug,
        span::{Ruler, Span},
    },
};

/// An article's headline as printed, or its first words.
pub fn title(article: &Article) -> String {
    let zone = |kind| article.zones.iter().find(|z| z.kind == kind).map(|z| z.span.of(&article.text));
    if let Some(headline) = zone(ZoneKind::Headline) {
        return without_outlet(headline, article).to_string();
    }
    let line = zone(ZoneKind::Body).unwrap_or(article.text.trim()).lines().next().unwrap_or_default();
    match line.char_indices().nth(80) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or(line).trim_end()),
        None => line.to_string(),
    }
}

/// A headline without the outlet's name that a site puts behind it: the outlet as it is known, or what stands again in a
/// line that is not read.
fn without_outlet<'a>(headline: &'a str, article: &Article) -> &'a str {
    let cut =
        [" – ", " — ", " - ", " | "].iter().filter_map(|mark| headline.rsplit_once(mark)).min_by_key(|c| c.1.len());
    let Some((head, outlet)) = cut else { return headline };
    let short = outlet.split_whitespace().count() <= 4 && outlet.split_whitespace().all(starts_upper);
    let known = || article.entry.outlet.as_ref().is_some_and(|o| slug(o) == slug(outlet));
    let elsewhere = || {
        let apart = |kind| matches!(kind, ZoneKind::Furniture | ZoneKind::Credit);
        article.zones.iter().any(|z| apart(z.kind) && z.span.of(&article.text).contains(outlet))
    };
    if !head.trim().is_empty() && short && (known() || elsewhere()) { head.trim_end() } else { headline }
}

/// So many words tell a text's language.
const TELLING: usize = 15;

/// Whether a text looks English: one word in twelve at least is one of the commonest.
fn is_english(article: &Article, sheet: &Sheet) -> bool {
    const COMMON: [&str; 12] = ["the", "of", "and", "to", "that", "with", "by", "for", "has", "from", "said", "on"];
    let some = sheet.words.iter().take(400);
    let (all, common) = some.fold((0, 0), |(all, common), word| {
        (all + 1, common + usize::from(COMMON.iter().any(|c| word.of(&article.text).eq_ignore_ascii_case(c))))
    });
    all < TELLING || common * 12 >= all
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
    let group = sheet::beside(words).filter(|_| !names.is_empty());
    names.extend(group.map(|(slug, label)| Name {
        slug,
        printed: label.clone(),
        label,
        kind: None,
        inferred: None,
        joined: Vec::new(),
        beside: true,
    }));
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
                last = self.articles.get(number).map(|a| (number, a.ruler(), hits(number)));
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
        let apart = |s: &Span| !runs.iter().any(|run| sheet.run(run).contains(*s));
        let day_at = statement.day.span.filter(apart).and_then(|s| sheet.sentence_at(s.start));
        let parties =
            |ps: &[Party]| -> Vec<Name> { ps.iter().flat_map(|p| names(p, text, sheet, &self.entities)).collect() };
        let (topics, sides) = (self.table.column(Facet::Topic), self.table.column(Facet::Side));
        Some(Row {
            article: article.id.clone(),
            outlet: article.entry.outlet.clone(),
            act: statement.act,
            polarity: statement.polarity,
            modality: statement.modality,
            sources: statement.source.as_ref().map_or_else(Vec::new, |p| names(p, text, sheet, &self.entities)),
            sides: sides.of(row).iter().map(|v| sides.value(*v).1.to_string()).collect(),
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
            day_at: day_at.map(|n| format!("{}.{n}", article.id)),
            topics: topics.of(row).iter().map(|v| topics.value(*v)).map(|(s, l)| (s.into(), l.into())).collect(),
            codes: (statement.act.cameo().into(), statement.act.plover().map(Into::into)),
            why: statement.why.clone(),
            doubts: statement.doubts.clone(),
            confidence: statement.confidence,
            id,
        })
    }

    /// An article's card.
    pub fn article_card(&self, number: usize) -> Option<ArticleCard> {
        let (article, sheet) = (self.articles.get(number)?, self.sheets.get(number)?);
        let covered: OrderedSet<usize> = sheet.evidence.iter().flatten().flat_map(|r| r.clone()).into_set();
        Some(ArticleCard {
            id: article.id.clone(),
            title: title(article),
            outlet: article.entry.outlet.clone(),
            republisher: article.entry.republisher.clone(),
            language: article.entry.language.clone(),
            english: is_english(article, sheet),
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
        // Each sentence looks only at the marks that can reach it.
        all_marks.order_by_key(|(span, _)| (span.start, span.end));
        let longest = all_marks.iter().map(|(span, _)| span.end.saturating_sub(span.start)).max().unwrap_or(0);
        let near = |within: Span| {
            let first = all_marks.partition_point(|(span, _)| span.start.saturating_add(longest) < within.start);
            let end = all_marks.partition_point(|(span, _)| span.start < within.end);
            all_marks.get(first..end).unwrap_or_default()
        };
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
                let span = Span { start, end };
                sentences.push(MarkedSentence {
                    id: format!("{}.{i}", article.id),
                    pieces: pieces(text, span, near(span)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{bundle::Bundle, catalogue::Entry, codebook::Codebook, day::Day, prepare},
        query::filter::{Choice, Filter},
    };

    fn read(text: &str) -> Archive {
        let entry = Entry { published: Day::new(2019, 7, 19), ..Entry::default() };
        let articles = prepare::articles(vec![("0".into(), text.into(), entry)]);
        Archive::open(
            Bundle { articles, codebook: Codebook::default(), fingerprint: "12345678".into() },
            &mut |_, _| (),
        )
    }

    #[test]
    fn a_group_beside_a_name_stands_in_the_row_that_the_facet_leads_to() {
        let archive =
            read("Plan rejected\n\nMany of the demands have already been rejected by Japan and Western countries.");
        let chosen = Choice { include: ["western-countries".to_string()].into(), ..Choice::default() };
        let filter = Filter { facets: [(Facet::Source, chosen)].into(), ..Filter::default() };
        let rows = archive.ask(&filter, 0, 10).rows;
        let labels: Vec<Vec<&str>> =
            rows.iter().map(|r| r.sources.iter().map(|n| n.label.as_str()).collect()).collect();
        assert_eq!(labels, [["Japan", "Western countries"]]);
        assert!(rows.iter().all(|r| r.sources.iter().all(|n| n.slug == slug(&n.label))));
    }

    #[test]
    fn a_day_from_another_sentence_says_from_which() {
        let archive = read(
            "Talks in Oslo\n\nKenya demanded on Tuesday that Uganda open the border. \
             “The road must stay open,” Kenya said.",
        );
        let rows = archive.ask(&Filter::default(), 0, 10).rows;
        for row in &rows {
            let evidence: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
            let here = row.day_text.as_ref().is_some_and(|words| evidence.contains(words.as_str()));
            assert_eq!(row.day_at.is_some(), row.day_text.is_some() && !here, "{row:?}");
        }
        assert!(rows.iter().any(|r| r.day_at.as_deref() == Some("0.1")), "{rows:?}");
    }
}
