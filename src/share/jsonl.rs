//! What was read, as JSON Lines in the form that the scorer reads: offsets in code points, end exclusive.

use crate::{
    corpus::{article::Article, zone::ZoneKind},
    extract::statement::Party,
    link::{entity::Entities, reading::Reading},
    text::span::Span,
};
use serde::Serialize;

/// One line. Fields that a kind does not have are left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Line<'a> {
    Entity {
        doc: &'a str,
        start: u32,
        end: u32,
        text: &'a str,
        r#type: &'static str,
        canonical: &'a str,
    },
    Date {
        doc: &'a str,
        start: u32,
        end: u32,
        text: &'a str,
        value: Option<String>,
        basis: crate::extract::date::Basis,
        rule: &'a str,
    },
    Figure {
        doc: &'a str,
        start: u32,
        end: u32,
        text: &'a str,
        low: Option<f64>,
        high: Option<f64>,
        bound: crate::extract::figure::Bound,
        unit: &'a str,
    },
    Statement {
        doc: &'a str,
        start: u32,
        end: u32,
        source: Option<[u32; 2]>,
        cue: Option<[u32; 2]>,
        content: Vec<[u32; 2]>,
        text: Vec<&'a str>,
        act: &'static str,
        who: Vec<String>,
        addressee: Option<Vec<String>>,
        via: Vec<String>,
        mode: crate::extract::statement::Mode,
        date: Option<String>,
        confidence: crate::extract::statement::Confidence,
        why: &'a [String],
    },
    Boilerplate {
        doc: &'a str,
        start: u32,
        end: u32,
        text: &'a str,
        zone: ZoneKind,
    },
}

/// The names of a party: of its entities, else its words.
pub fn names(party: &Party, text: &str, of: &[usize], entities: &Entities) -> Vec<String> {
    let known: Vec<String> = party
        .referents
        .iter()
        .filter_map(|m| of.get(*m))
        .filter_map(|e| entities.all.get(*e))
        .map(|e| e.canonical.clone())
        .collect();
    match party.stands_for.or(party.span) {
        Some(span) if known.is_empty() => vec![span.of(text).to_string()],
        _ => known,
    }
}

/// All lines of one article, kind by kind. `number` is its place in `entities.of`.
pub fn lines<'a>(article: &'a Article, reading: &'a Reading, number: usize, entities: &'a Entities) -> Vec<Line<'a>> {
    let text = article.text.as_str();
    let doc = article.id.as_str();
    let ruler = article.ruler();
    let points = |s: Span| ruler.span_points(s);
    let of = entities.of.get(number).map_or(&[][..], Vec::as_slice);
    let mut lines = Vec::new();
    for zone in &article.zones {
        if !zone.kind.is_read() {
            let [start, end] = points(zone.span);
            lines.push(Line::Boilerplate { doc, start, end, text: zone.span.of(text), zone: zone.kind });
        }
    }
    for (mention, entity) in reading.mentions.iter().zip(of) {
        let [start, end] = points(mention.span);
        let canonical = entities.all.get(*entity).map_or("", |e| e.canonical.as_str());
        lines.push(Line::Entity {
            doc,
            start,
            end,
            text: mention.span.of(text),
            r#type: mention.kind.code(),
            canonical,
        });
    }
    for date in &reading.dates {
        let [start, end] = points(date.span);
        let value = date.value.map(|v| v.iso());
        lines.push(Line::Date { doc, start, end, text: date.span.of(text), value, basis: date.basis, rule: date.rule });
    }
    for f in &reading.figures {
        let [start, end] = points(f.span);
        lines.push(Line::Figure {
            doc,
            start,
            end,
            text: f.span.of(text),
            low: f.low,
            high: f.high,
            bound: f.bound,
            unit: &f.unit,
        });
    }
    for s in &reading.statements {
        let content: Vec<_> = s.content.iter().map(|c| points(*c)).collect();
        let parties = |ps: &[Party]| ps.iter().flat_map(|p| names(p, text, of, entities)).collect::<Vec<_>>();
        let addressee = parties(&s.addressees);
        lines.push(Line::Statement {
            doc,
            start: content.first().map_or(0, |c| c[0]),
            end: content.last().map_or(0, |c| c[1]),
            source: s.source.as_ref().and_then(|p| p.span).map(points),
            cue: s.cue.map(points),
            text: s.content.iter().map(|c| c.of(text)).collect(),
            content,
            act: s.act.slug(),
            who: s.source.as_ref().map_or_else(Vec::new, |p| names(p, text, of, entities)),
            addressee: (!addressee.is_empty()).then_some(addressee),
            via: parties(&s.via),
            mode: s.mode,
            date: s.day.value.map(|v| v.iso()),
            confidence: s.confidence,
            why: &s.why,
        });
    }
    lines
}
