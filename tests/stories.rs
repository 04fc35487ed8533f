//! How well annotated articles of our own are read that nobody looked into.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::{extract::annotated, link::trial};
use std::{fs, path::PathBuf};

mod common;

/// Floors: found, right of what is read, acts, furniture.
fn read_as_before(writers: &str, floors: [f64; 4]) {
    let by = |f: &PathBuf| f.file_name().is_some_and(|n| n.to_string_lossy().starts_with(|c| writers.contains(c)));
    let texts = common::texts("tests/gold/stories").into_iter().filter(by);
    let read =
        texts.map(|f| annotated::story(&fs::read_to_string(&f).unwrap()).unwrap_or_else(|e| panic!("{f:?}: {e}")));
    let held: Vec<_> = read.filter(|r| r.held).collect();
    let counts = trial::run_stories(&held);
    println!("{}", counts.table());
    let share = |n: usize, of: usize| n as f64 / of as f64;
    let [found, right, act, furniture] = floors;
    assert!(share(counts.matched, counts.gold) > found, "found");
    assert!(share(counts.matched, counts.read) > right, "right of what is read");
    assert!(share(counts.act, counts.matched) > act, "acts");
    assert!(counts.furniture_f1() > furniture, "furniture");
}

#[test]
fn stories_set_aside_are_read_as_before() {
    read_as_before("pqrstuwxyz", [0.83, 0.90, 0.84, 0.93]);
}

/// Written so that every act is put in many ways, most of them idioms.
#[test]
fn stories_of_idioms_set_aside_are_read_as_before() {
    read_as_before("gh", [0.72, 0.88, 0.60, 0.94]);
}

/// Written in the plain register of agencies, in natural shares.
#[test]
fn plain_stories_set_aside_are_read_as_before() {
    read_as_before("m", [0.86, 0.90, 0.84, 0.96]);
}

/// Written in the register of the five articles, about other disputes, with natural shares of acts and cues.
#[test]
fn stories_like_the_five_set_aside_are_read_as_before() {
    read_as_before("6", [0.92, 0.87, 0.75, 0.94]);
}
