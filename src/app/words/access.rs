//! Words of keys, exports, print, and of links from another time.

use super::{count, number};
use crate::worker::protocol::Coverage;

/// Heads and buttons, named as they read.
mod heads {
    #![allow(missing_docs)]
    pub const EXPORT: &str = "Export";
    pub const PRINT: &str = "Print";
    pub const PRINT_WHAT: &str = "the statements, with their evidence as footnotes";
    pub const EVIDENCE_HEAD: &str = "Evidence";
}
pub use heads::*;

/// Statements that a printed sheet lacks.
pub fn not_printed(n: u32) -> String {
    format!("{} more not printed.", number(n))
}

/// Where evidence stands.
pub fn characters([start, end]: [u32; 2]) -> String {
    format!("characters {start}–{end}")
}

/// Under a printed sheet.
pub fn printed_from(corpus: &str) -> String {
    format!("Read by machine; check the evidence. Démarche, corpus {corpus}.")
}

/// After a column was put among what is compared, or taken out. `of` are those compared now.
pub fn marked_to_compare(key: &str, of: &[String]) -> String {
    let name = |key: &str| key.split_once('.').map_or(key, |(_, slug)| slug).to_string();
    let now = count(of.len() as u32, "column", "columns");
    if of.iter().any(|k| k == key) {
        let go = if of.len() > 1 { "; g c opens them side by side" } else { "; press m on another" };
        format!("{} is compared: {now}{go}", name(key))
    } else {
        format!("{} is no longer compared: {now}", name(key))
    }
}

/// A link that was made on another corpus.
pub fn other_corpus(cited: &str, here: &str) -> String {
    format!(
        "This link was made on another version of the corpus ({cited}; here is {here}). What it selects is shown where it is the same, and said to be missing where it is not."
    )
}

/// A link that a newer or unreadable version of the program made.
pub fn other_version(version: &str) -> String {
    format!(
        "This link is of version {version}, which this page does not know. What it does know of the link is applied. If the link is newer than the page, reload it."
    )
}

/// How much of a large corpus the answers on screen are from.
pub fn coverage(c: &Coverage) -> String {
    let mut text = format!("{} of {} parts of the archive are read for this", number(c.read), number(c.of));
    if c.of < c.all {
        text.push_str(&format!("; the other {} can hold nothing of what is asked", number(c.all - c.of)));
    }
    if c.lost > 0 {
        text.push_str(&format!("; {} could not be read", number(c.lost)));
    }
    if c.beyond > 0 {
        text.push_str(&format!("; {} older ones are too much at once: choose days, words or names", number(c.beyond)));
    }
    if c.read < c.of {
        text.push_str(". What is counted is counted in what is read");
    }
    text.push('.');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_read_is_said() {
        let some = Coverage { read: 12, of: 80, all: 80, going: true, ..Coverage::default() };
        assert!(coverage(&some).starts_with("12 of 80 parts") && coverage(&some).contains("counted in what is read"));
        let all = Coverage { read: 3, of: 3, all: 80, ..Coverage::default() };
        assert!(coverage(&all).ends_with("the other 77 can hold nothing of what is asked."), "{}", coverage(&all));
    }

    #[test]
    fn what_is_compared_is_said_with_the_way_on() {
        assert_eq!(marked_to_compare("doc.a1", &["doc.a1".into()]), "a1 is compared: 1 column; press m on another");
        let two = ["doc.a1".into(), "out.vg".into()];
        assert!(marked_to_compare("out.vg", &two).ends_with("2 columns; g c opens them side by side"));
        assert_eq!(marked_to_compare("out.vg", &two[..1]), "vg is no longer compared: 1 column");
    }
}
