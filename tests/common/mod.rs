//! What several test programs need.
#![allow(clippy::unwrap_used)]

use std::{fs, path::PathBuf};

/// The text files of a folder of the package, by name.
pub fn texts(folder: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let mut texts: Vec<_> = all.filter(|f| f.extension().is_some_and(|e| e == "txt")).collect();
    texts.sort();
    texts
}
