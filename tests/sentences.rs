//! How well annotated sentences of our own are read that nobody looked into.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::{extract::annotated, link::trial};
use std::fs;

mod common;

#[test]
fn sentences_set_aside_are_read_as_before() {
    let texts = common::texts("tests/gold/own").into_iter();
    let read =
        texts.map(|f| annotated::read(&fs::read_to_string(&f).unwrap()).unwrap_or_else(|e| panic!("{f:?}: {e}")));
    let held: Vec<_> = read.filter(|r| r.held).flat_map(|r| r.all).collect();
    let counts = trial::run(&held);
    println!("{}", counts.table());
    let share = |n: usize, of: usize| n as f64 / of as f64;
    assert!(share(counts.matched, counts.gold) > 0.77, "found");
    assert!(share(counts.matched, counts.read) > 0.90, "right of what is read");
    assert!(share(counts.act, counts.matched) > 0.34, "acts");
}
