//! An article: its text byte for byte, its zones, its catalogue entry.

use super::{catalogue::Entry, zone::Zone};
use serde::{Deserialize, Serialize};

/// One article as the site loads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its slug in links ("000").
    pub id: String,
    /// The text as received, byte for byte.
    pub text: String,
    /// Its zones in order: together they hold every character that is not white space.
    pub zones: Vec<Zone>,
    /// What the editor says of it.
    pub entry: Entry,
}
