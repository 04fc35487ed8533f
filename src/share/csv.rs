//! CSV (RFC 4180, UTF-8 with a byte order mark) for spreadsheets: one row a statement.
//!
//! A field that a spreadsheet would take for a formula is preceded by an apostrophe; the JSON file has it exact.

use crate::text::ordered::OrderedSet;
use crate::{
    extract::statement::Confidence,
    query::{
        answer::{Name, Row},
        sheet,
    },
};

/// A column: its heading and what it says of a row.
type Column = (&'static str, fn(&Row, &str) -> String);

/// All columns, in order. The last argument is the row's link.
pub const COLUMNS: [Column; 28] = [
    ("id", |r, _| r.id.clone()),
    ("article", |r, _| r.article.clone()),
    ("outlet", |r, _| r.outlet.clone().unwrap_or_else(|| "not recognised".into())),
    ("act", |r, _| r.act.slug().into()),
    ("family", |r, _| r.act.family().slug().into()),
    ("polarity", |r, _| sheet::polarity(r.polarity).into()),
    ("modality", |r, _| sheet::modality(r.modality).into()),
    ("source", |r, _| labels(&r.sources)),
    ("source_printed", |r, _| joined(r.sources.iter().map(|n| n.printed.as_str()))),
    ("side", |r, _| joined(r.sides.iter())),
    ("addressee", |r, _| labels(&r.addressees)),
    ("via", |r, _| labels(&r.via)),
    ("cue", |r, _| r.cue.clone()),
    ("content", |r, _| r.content.join(" […] ")),
    ("evidence", |r, _| r.evidence.iter().map(|p| p.text.as_str()).collect()),
    ("start", |r, _| r.evidence_span[0].to_string()),
    ("end", |r, _| r.evidence_span[1].to_string()),
    ("mode", |r, _| sheet::mode(r.mode).0.into()),
    ("sourcing", |r, _| sheet::sourcing(r.sourcing).0.into()),
    ("zone", |r, _| sheet::zone(r.zone).0.into()),
    ("day", |r, _| r.day.clone().unwrap_or_default()),
    ("basis", |r, _| sheet::basis(r.basis).0.into()),
    ("day_words", |r, _| r.day_text.clone().unwrap_or_default()),
    ("day_words_in", |r, _| r.day_at.clone().unwrap_or_default()),
    ("topics", |r, _| joined(r.topics.iter().map(|t| t.1.as_str()))),
    ("doubts", |r, _| joined(r.doubts.iter().map(|d| sheet::doubt(*d).1))),
    ("confidence", |r, _| confidence(r.confidence).into()),
    ("link", |_, link| link.into()),
];

/// The statements as CSV. `shown` names the columns wanted; where it names none, all are written.
pub fn statements(rows: &[Row], shown: &OrderedSet<String>, link_of: impl Fn(&Row) -> String) -> String {
    let mut columns: Vec<&Column> = COLUMNS.iter().filter(|(name, _)| shown.contains(*name)).collect();
    if columns.is_empty() {
        columns = COLUMNS.iter().collect();
    }
    let mut lines = vec![columns.iter().map(|(name, _)| name.to_string()).collect::<Vec<String>>()];
    lines.extend(rows.iter().map(|row| {
        let link = link_of(row);
        columns.iter().map(|(_, of)| of(row, &link)).collect()
    }));
    table(&lines)
}

/// Lines of fields, the headings first.
pub fn table(lines: &[Vec<String>]) -> String {
    let mut out = String::from('\u{feff}');
    for line in lines {
        let fields: Vec<String> = line.iter().map(|f| field(f)).collect();
        out.push_str(&fields.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A field, guarded and quoted where it must be.
fn field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    if text.contains(['"', ',', '\r', '\n', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

/// Usual names.
pub(super) fn labels(names: &[Name]) -> String {
    joined(names.iter().map(|n| n.label.as_str()))
}

/// Several values in one field.
pub(super) fn joined<W: AsRef<str>>(words: impl Iterator<Item = W>) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push_str("; ");
        }
        out.push_str(word.as_ref());
    }
    out
}

/// In files.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded() {
        assert_eq!(field("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(field("-5"), "'-5");
        assert_eq!(field("– We want"), "– We want");
        assert_eq!(field("a\nb"), "\"a\nb\"");
    }

    proptest! {
        #[test]
        fn a_csv_reader_reads_what_was_written(texts in proptest::collection::vec("\\PC{0,12}|[-=+@\"',;\t\r\n a]{0,8}", 1..5)) {
            let line: Vec<String> = texts.iter().map(|t| field(t)).collect();
            let line = format!("{}\r\n", line.join(","));
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let read: Vec<String> = reader.records().next().map_or_else(|| vec![String::new()], |r| r.unwrap().iter().map(String::from).collect());
            let expected: Vec<String> = texts
                .iter()
                .map(|t| if t.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{t}") } else { t.clone() })
                .collect();
            prop_assert_eq!(read, expected);
        }
    }
}
