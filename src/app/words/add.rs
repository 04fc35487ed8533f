//! The words around articles of the reader's own.

/// Above the form.
pub const HEAD: &str = "Read articles of your own";
/// What becomes of them.
pub const PRIVACY: &str = "They are read in this browser, beside the site’s articles, and stay on this machine: nothing is sent anywhere. Links and exports name them, by your name for them and a sum of their text, but whoever opens a link does not have them.";
/// The fields.
pub const FILES: &str = "Text files, chosen or dropped here, one article each (UTF-8, 2 MB at most)";
/// See [`FILES`].
pub const TEXT: &str = "Or paste the text of one article";
/// See [`FILES`].
pub const TITLE: &str = "Short name of the pasted text";
/// See [`FILES`].
pub const OUTLET: &str = "Outlet, if you know it";
/// See [`FILES`].
pub const DAY: &str = "Day of publication, if you know it";
/// What the day is good for.
pub const DAY_WHY: &str = "Words such as “on Friday” are resolved from the day of publication. Without one, and where the text prints none, they stay unresolved.";
/// The button.
pub const READ: &str = "Read them";
/// The name of a pasted text without one.
pub const PASTED: &str = "pasted";
/// Before the list.
pub const ADDED: &str = "Your articles, kept in this browser:";
/// Statements of the own ones.
pub const ONLY_OWN: &str = "Only these";
/// Statements of the others.
pub const ONLY_OURS: &str = "Without these";
/// Beside each.
pub const REMOVE: &str = "Remove";
/// Of one whose text tells neither; what to do.
pub const NO_OUTLET_NO_DAY: &str = "– outlet and day are not recognised in the text: you can add them. Remove it, then read it again with both typed above.";
/// See [`NO_OUTLET_NO_DAY`].
pub const NO_OUTLET: &str = "– its outlet is not recognised in the text: you can add it. Remove it, then read it again with the outlet typed above.";
/// See [`NO_OUTLET_NO_DAY`].
pub const NO_DAY: &str =
    "– its day is not recognised in the text: you can add it. Remove it, then read it again with the day typed above.";
/// Before what was refused.
pub const REFUSED: &str = "Not read:";
/// Nothing was chosen.
pub const NOTHING: &str = "There is nothing to read yet: choose a file, or paste a text.";

/// The button's full name.
pub fn remove(id: &str) -> String {
    format!("Remove {id} from this browser")
}

/// What came of reading them.
pub fn taken(articles: u32, statements: u32, english: bool) -> String {
    let read = format!("Read: {}, {}.", super::articles(articles), super::statements(statements));
    if english { read } else { format!("{read} {}", super::NOT_ENGLISH) }
}

/// Reading was stopped before so many articles were taken in.
pub fn stopped(articles: u32) -> String {
    let them = if articles == 1 { "the article" } else { "the articles" };
    format!(
        "you stopped before {them} ({articles}) were taken in. What was read before is kept; choose fewer at a time"
    )
}

/// The browser could not read a file.
pub fn denied(name: &str) -> String {
    format!("{name} could not be read by the browser: perhaps it was moved or is a folder; choose it again")
}
