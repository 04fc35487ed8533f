//! JSON: a small writer (the reader's browser needs no parser), and the shown statements as they are, exact.

use crate::query::{
    answer::{Name, Row},
    sheet,
};
use std::fmt;

/// A JSON value; the members of objects keep their order.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Json {
    Null,
    Number(u32),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Json::Text(text.to_string())
    }
}

impl From<u32> for Json {
    fn from(n: u32) -> Self {
        Json::Number(n)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Json::Null, Into::into)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(list: Vec<T>) -> Self {
        Json::List(list.into_iter().map(Into::into).collect())
    }
}

impl From<[u32; 2]> for Json {
    fn from(span: [u32; 2]) -> Self {
        span.to_vec().into()
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

impl Json {
    /// Objects and lists of objects are indented, lists of plain values stand on one line.
    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Number(n) => write!(f, "{n}"),
            Json::Text(text) => quote(f, text),
            Json::List(list) => {
                let open = list.iter().any(|v| matches!(v, Json::Object(_)));
                f.write_str("[")?;
                for (i, value) in list.iter().enumerate() {
                    f.write_str(if i > 0 { "," } else { "" })?;
                    match open {
                        true => newline(f, depth + 1)?,
                        false => f.write_str(if i > 0 { " " } else { "" })?,
                    }
                    value.write(f, depth + 1)?;
                }
                if open {
                    newline(f, depth)?;
                }
                f.write_str("]")
            }
            Json::Object(members) => {
                f.write_str("{")?;
                for (i, (key, value)) in members.iter().enumerate() {
                    f.write_str(if i > 0 { "," } else { "" })?;
                    newline(f, depth + 1)?;
                    quote(f, key)?;
                    f.write_str(": ")?;
                    value.write(f, depth + 1)?;
                }
                newline(f, depth)?;
                f.write_str("}")
            }
        }
    }
}

fn newline(f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    write!(f, "\n{:1$}", "", depth * 2)
}

fn quote(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_str("\"")?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            // U+2028 and U+2029 end a line in old JavaScript, and "</" ends a script element.
            c if c < ' ' || matches!(c, '\u{7f}' | '\u{2028}' | '\u{2029}' | '<') => write!(f, "\\u{:04x}", c as u32)?,
            c => write!(f, "{c}")?,
        }
    }
    f.write_str("\"")
}

/// The statements, each with its exact words and offsets (code points, end exclusive).
pub fn statements(
    rows: &[Row],
    (link, corpus, partly): (&str, &str, Option<(u32, u32)>),
    link_of: impl Fn(&Row) -> String,
) -> String {
    let list: Vec<Json> = rows.iter().map(|row| statement(row, &link_of(row))).collect();
    let mut whole = vec![
        ("view", link.into()),
        ("corpus", corpus.into()),
        ("offsets", "Unicode code points in the article's text, end exclusive".into()),
    ];
    // The reader stopped before all was read.
    if let Some((read, of)) = partly {
        whole.extend([("parts_read", read.into()), ("parts", of.into())]);
    }
    whole.push(("statements", Json::List(list)));
    format!("{}\n", Json::Object(whole))
}

fn statement(row: &Row, link: &str) -> Json {
    let texts = |list: &[String]| Json::List(list.iter().map(|t| t.as_str().into()).collect());
    let names = |list: &[Name]| Json::List(list.iter().map(name).collect());
    let codes = Json::Object(vec![("cameo", row.codes.0.as_str().into()), ("plover", row.codes.1.as_deref().into())]);
    let day = Json::Object(vec![
        ("value", row.day.as_deref().into()),
        ("basis", sheet::basis(row.basis).0.into()),
        ("words", row.day_text.as_deref().into()),
        ("words_in", row.day_at.as_deref().into()),
    ]);
    let evidence: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
    Json::Object(vec![
        ("id", row.id.as_str().into()),
        ("article", row.article.as_str().into()),
        ("outlet", row.outlet.as_deref().into()),
        ("act", row.act.slug().into()),
        ("family", row.act.family().slug().into()),
        ("codes", codes),
        ("polarity", sheet::polarity(row.polarity).into()),
        ("modality", sheet::modality(row.modality).into()),
        ("sources", names(&row.sources)),
        ("sides", texts(&row.sides)),
        ("addressees", names(&row.addressees)),
        ("via", names(&row.via)),
        ("cue", row.cue.as_str().into()),
        ("content", texts(&row.content)),
        ("evidence", evidence.as_str().into()),
        ("evidence_span", row.evidence_span.into()),
        ("source_span", row.source_span.into()),
        ("cue_span", row.cue_span.into()),
        ("content_spans", row.content_spans.clone().into()),
        ("mode", sheet::mode(row.mode).0.into()),
        ("sourcing", sheet::sourcing(row.sourcing).0.into()),
        ("zone", sheet::zone(row.zone).0.into()),
        ("day", day),
        ("topics", Json::List(row.topics.iter().map(|t| t.0.as_str().into()).collect())),
        ("doubts", Json::List(row.doubts.iter().map(|d| sheet::doubt(*d).0.into()).collect())),
        ("confidence", super::csv::confidence(row.confidence).into()),
        ("why", texts(&row.why)),
        ("link", link.into()),
    ])
}

fn name(name: &Name) -> Json {
    Json::Object(vec![
        ("slug", name.slug.as_str().into()),
        ("name", name.label.as_str().into()),
        ("printed", name.printed.as_str().into()),
        ("inferred", name.inferred.as_deref().into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_json_reader_reads_what_was_written(texts in proptest::collection::vec("\\PC{0,20}|[\\x00-\\x7f]{0,9}", 0..4), n in any::<u32>()) {
            let list: Vec<Json> = texts.iter().map(|t| t.as_str().into()).collect();
            let value = Json::Object(vec![("a", Json::List(list)), ("b", Some(n).into()), ("c", Json::Null), ("d", Json::List(vec![]))]);
            let read: serde_json::Value = serde_json::from_str(&value.to_string()).unwrap();
            prop_assert_eq!(&read["a"], &serde_json::json!(texts));
            prop_assert_eq!(read["b"].as_u64(), Some(u64::from(n)));
            prop_assert!(read["c"].is_null());
        }
    }
}
