//! Every span that `demarche extract` prints is an exact slice of the file it was read from.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
// A test says what went wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path, process::Command};

#[test]
fn every_printed_span_is_an_exact_slice() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/articles");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 5);
    let texts: BTreeMap<String, Vec<char>> = files
        .iter()
        .map(|f| {
            (
                f.file_name().unwrap().to_string_lossy()[..3].to_string(),
                fs::read_to_string(f).unwrap().chars().collect(),
            )
        })
        .collect();
    let output = Command::new(env!("CARGO_BIN_EXE_demarche")).arg("extract").args(&files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = &texts[row["doc"].as_str().unwrap()];
        let slice = |start: &Value, end: &Value| -> String {
            text[start.as_u64().unwrap() as usize..end.as_u64().unwrap() as usize].iter().collect()
        };
        *kinds.entry(row["kind"].as_str().unwrap().to_string()).or_default() += 1;
        if row["kind"] == "statement" {
            let pieces = row["content"].as_array().unwrap();
            assert!(!pieces.is_empty() || row["act"] == "consult", "no content: {row}");
            for (piece, words) in pieces.iter().zip(row["text"].as_array().unwrap()) {
                assert_eq!(slice(&piece[0], &piece[1]), words.as_str().unwrap());
            }
            for part in ["source", "cue"].iter().map(|k| &row[*k]).chain(pieces).filter(|p| !p.is_null()) {
                let words = slice(&part[0], &part[1]);
                assert!(!words.is_empty() && words.trim() == words, "{words:?} in {row}");
            }
        } else {
            assert_eq!(slice(&row["start"], &row["end"]), row["text"].as_str().unwrap());
        }
    }
    for kind in ["entity", "statement", "date", "figure", "boilerplate"] {
        assert!(kinds.get(kind).is_some_and(|n| *n >= 5), "hardly any {kind}: {kinds:?}");
    }
}
