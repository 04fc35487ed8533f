//! Words as data: acts, cues, names of the world, topics. Files with their sources lie in `lexicon/data/`.

pub mod act;
pub mod codebook;
pub mod cue;
pub mod gazetteer;
