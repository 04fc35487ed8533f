//! Signs of bad translation in a sentence: shown to the reader, never corrected.

use super::page::Page;
use serde::{Deserialize, Serialize};

/// What looks wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The same words twice in a row ("on Twitter on Twitter").
    DoubledPhrase,
    /// A full stop cuts a name or a clause ("spokesman. Jen Psaki.").
    CutSentence,
    /// A name is broken or followed by a stray name ("Riabkov Russia said").
    BrokenName,
    /// A pronoun that does not fit its person ("Huitfeldt met his counterpart").
    WrongPronoun,
    /// A clause without a verb, or that cannot be meant as it stands.
    Garbled,
}

/// The doubts about each sentence, by its number.
pub fn doubts(page: &Page) -> Vec<Vec<Doubt>> {
    vec![Vec::new(); page.sentences.len()]
}
