//! The rules of the house that a compiler does not check.
#![cfg(not(target_arch = "wasm32"))]
// A test says what went wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Lower to higher: a file uses its own layer and lower ones only.
const LAYERS: [&str; 11] =
    ["text", "corpus", "lexicon", "extract", "link", "index", "query", "share", "engine", "worker", "app"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The layers that a file names: `crate::layer` and the heads of `use crate::{layer…}` groups.
fn used(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in source.lines().enumerate() {
        for (at, _) in line.match_indices("crate::") {
            let word: String = line[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push((number + 1, word));
        }
    }
    // `use crate::{` groups, one level deep, may run over several lines.
    for (at, _) in source.match_indices("crate::{") {
        let (mut depth, mut word, mut head) = (1, String::new(), true);
        for c in source[at + 8..].chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => head = true,
                ':' => head = false,
                c if head && depth == 1 && (c.is_alphanumeric() || c == '_') => word.push(c),
                _ => {}
            }
            if (!head || depth == 0 || c == ',') && !word.is_empty() {
                found.push((source[..at].lines().count(), std::mem::take(&mut word)));
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

#[test]
fn no_file_uses_a_higher_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut steps_up = Vec::new();
    for file in sources(&src) {
        let inside = file.strip_prefix(&src).unwrap();
        let first = inside.iter().next().unwrap().to_string_lossy().into_owned();
        let Some(own) = LAYERS.iter().position(|l| *l == first.trim_end_matches(".rs")) else { continue };
        for (line, word) in used(&fs::read_to_string(&file).unwrap()) {
            if LAYERS.iter().position(|l| *l == word).is_some_and(|layer| layer > own) {
                steps_up.push(format!("{}:{line} uses crate::{word}", inside.display()));
            }
        }
    }
    assert!(steps_up.is_empty(), "a layer uses a higher one:\n{}", steps_up.join("\n"));
}

#[test]
fn the_rule_sees_a_step_up() {
    let names = |s: &str| used(s).into_iter().map(|(_, w)| w).collect::<Vec<_>>();
    assert_eq!(names("use crate::query::filter;"), ["query"]);
    assert!(
        names("use crate::{\n    corpus::{day::Day},\n    share::link,\n};")
            .ends_with(&["corpus".into(), "share".into()])
    );
}

#[test]
fn the_browser_is_named_only_where_it_lives() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let allowed = ["app/browser", "worker/bridge", "worker/shelf", "app/mod.rs", "main.rs"];
    let strays: Vec<String> = sources(&src)
        .into_iter()
        .filter(|f| fs::read_to_string(f).unwrap().contains("web_sys"))
        .map(|f| f.strip_prefix(&src).unwrap().display().to_string())
        .filter(|f| !allowed.iter().any(|a| f.starts_with(a)))
        .collect();
    assert!(strays.is_empty(), "web_sys outside app/browser, worker/bridge and worker/shelf: {strays:?}");
}

#[test]
fn no_file_is_longer_than_800_lines() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let long: Vec<String> = sources(&src)
        .into_iter()
        .map(|f| (fs::read_to_string(&f).unwrap().lines().count(), f))
        .filter(|(lines, _)| *lines > 800)
        .map(|(lines, f)| format!("{} has {lines}", f.display()))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}
