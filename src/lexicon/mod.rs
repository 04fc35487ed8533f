//! Words as data: acts, cues, names of the world, topics. Files with their sources lie in `lexicon/data/`.

pub mod act;
pub mod alliance;
pub mod calendar;
pub mod class;
pub mod codebook;
pub mod counted;
pub mod cue;
pub mod deed;
pub mod gazetteer;
pub mod measure;
pub mod number;

use crate::text::order::Order;

/// The rows of a data file, without its comments.
fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// All words of a data file, in the order of their bytes.
fn sorted_words(file: &'static str) -> Vec<&'static str> {
    let mut words: Vec<&str> = rows(file).flat_map(str::split_whitespace).collect();
    words.order();
    words
}
