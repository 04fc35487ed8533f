//! W3C Web Annotations (JSON-LD): one annotation a statement, its words by quote and by position.
//!
//! <https://www.w3.org/TR/annotation-model/>: positions count code points, as everything here does.

use super::json::Json;
use crate::{
    query::answer::Row,
    text::span::{Ruler, Span},
};
use std::borrow::Cow;

/// How many characters of context a quotation carries on either side.
const CONTEXT: u32 = 32;

/// The statements as an annotation collection. `view` = the link of what is shown, whatever is there; `here` = the same
/// on this very corpus, which is what the file's one page holds. `text_of` and `page_of` give an article's text and
/// address by its id.
pub fn statements<'t>(
    rows: &[Row],
    (view, here, partly): (&str, &str, Option<(u32, u32)>),
    text_of: impl Fn(&str) -> Cow<'t, str>,
    page_of: impl Fn(&str) -> String,
    link_of: impl Fn(&Row) -> String,
) -> String {
    let items: Vec<Json> =
        rows.iter().map(|row| annotation(row, &text_of(&row.article), &page_of(&row.article), &link_of(row))).collect();
    let page = Json::Object(vec![
        ("id", here.into()),
        ("type", "AnnotationPage".into()),
        ("partOf", view.into()),
        ("items", Json::List(items)),
    ]);
    let only = partly.map(|(read, of)| format!(", from {read} of {of} parts of the corpus only"));
    let label = format!("Statements read by Démarche{}", only.unwrap_or_default());
    let whole = Json::Object(vec![
        ("@context", "http://www.w3.org/ns/anno.jsonld".into()),
        ("id", view.into()),
        ("type", "AnnotationCollection".into()),
        ("label", label.as_str().into()),
        ("total", (rows.len() as u32).into()),
        ("first", page),
    ]);
    format!("{whole}\n")
}

fn annotation(row: &Row, text: &str, page: &str, link: &str) -> Json {
    let ruler = Ruler::new(text);
    let mut spans = row.content_spans.clone();
    if spans.is_empty() {
        spans.push(row.evidence_span);
    }
    let target = |span: [u32; 2]| {
        let of = |a: u32, b: u32| -> Json {
            let bytes: Span = ruler.span_bytes([a, b]);
            bytes.of(text).into()
        };
        let quote = Json::Object(vec![
            ("type", "TextQuoteSelector".into()),
            ("exact", of(span[0], span[1])),
            ("prefix", of(span[0].saturating_sub(CONTEXT), span[0])),
            ("suffix", of(span[1], span[1].saturating_add(CONTEXT))),
        ]);
        let position = Json::Object(vec![
            ("type", "TextPositionSelector".into()),
            ("start", span[0].into()),
            ("end", span[1].into()),
        ]);
        Json::Object(vec![("source", page.into()), ("selector", Json::List(vec![quote, position]))])
    };
    let who = row.sources.iter().map(|n| n.label.as_str()).collect::<Vec<_>>().join("; ");
    let to = row.addressees.iter().map(|n| n.label.as_str()).collect::<Vec<_>>().join("; ");
    let mut said = format!("{} — {}", if who.is_empty() { "nobody named" } else { &who }, row.act.slug());
    if !to.is_empty() {
        said.push_str(&format!(" → {to}"));
    }
    let body = |value: &str, purpose: &'static str| {
        Json::Object(vec![
            ("type", "TextualBody".into()),
            ("value", value.into()),
            ("purpose", purpose.into()),
            ("format", "text/plain".into()),
        ])
    };
    let mut bodies = vec![body(&said, "describing"), body(row.act.slug(), "classifying")];
    bodies.extend(row.topics.iter().map(|t| body(&t.1, "tagging")));
    Json::Object(vec![
        ("id", link.into()),
        ("type", "Annotation".into()),
        ("motivation", "classifying".into()),
        ("body", Json::List(bodies)),
        ("target", Json::List(spans.into_iter().map(target).collect())),
    ])
}
