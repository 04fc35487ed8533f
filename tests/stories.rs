//! How well annotated articles of our own are read that nobody looked into.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::{extract::annotated, link::trial};
use std::fs;

#[test]
fn stories_set_aside_are_read_as_before() {
    let mut files: Vec<_> = fs::read_dir("tests/gold/stories").unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().filter(|f| f.extension().is_some_and(|e| e == "txt"));
    let read =
        texts.map(|f| annotated::story(&fs::read_to_string(f).unwrap()).unwrap_or_else(|e| panic!("{f:?}: {e}")));
    let held: Vec<_> = read.filter(|r| r.held).collect();
    let counts = trial::run_stories(&held);
    println!("{}", counts.table());
    let share = |n: usize, of: usize| n as f64 / of as f64;
    assert!(share(counts.matched, counts.gold) > 0.83, "found");
    assert!(share(counts.matched, counts.read) > 0.90, "right of what is read");
    assert!(share(counts.act, counts.matched) > 0.84, "acts");
    assert!(counts.furniture_f1() > 0.93, "furniture");
}
