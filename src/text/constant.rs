//! Words of the program itself (the names of its rules), read back from bytes that it wrote.

use crate::text::ordered::OrderedSet;
use serde::{Deserialize, Deserializer};
use std::sync::{Mutex, PoisonError};

/// Such words. Under this name a derived reader does not take them for borrowed from the bytes.
pub type Constant = &'static str;

/// So many different ones are read; more are no words of the program's.
const MOST: usize = 4096;

/// Reads such words. Each is kept once, for as long as the program runs.
///
/// # Errors
/// Where the bytes hold no text.
pub fn constant<'de, D: Deserializer<'de>>(from: D) -> Result<Constant, D::Error> {
    static KEPT: Mutex<OrderedSet<Constant>> = Mutex::new(OrderedSet::new());
    let words = String::deserialize(from)?;
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(words.as_str()) {
        return Ok(known);
    }
    if kept.len() >= MOST {
        return Ok("");
    }
    let words: Constant = Box::leak(words.into_boxed_str());
    kept.insert(words);
    Ok(words)
}
