//! The words around articles of the reader's own.

/// Above the form.
pub const HEAD: &str = "Read articles of your own";
/// What becomes of them.
pub const PRIVACY: &str = "They are read in this browser, beside the site’s articles, and stay on this machine: nothing is sent anywhere. Links and exports name them, by your name for them and a sum of their text, but whoever opens a link does not have them.";
/// The fields.
pub const FILES: &str = "Text files, chosen or dropped here, one article each (2 MB at most)";
/// Of a file that is dropped where there is no field.
pub const ELSEWHERE: &str = "Files are read on the Overview: drop them there.";
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
/// Before the list.
pub const ADDED: &str = "Your articles, in this browser only:";
/// Statements of the own ones.
pub const ONLY_OWN: &str = "Show only yours";
/// Statements of the others.
pub const ONLY_OURS: &str = "Show without yours";
/// Beside each.
pub const REMOVE: &str = "Remove";
/// Of each: what can be told of it.
pub const AMEND: &str = "Outlet and day";
/// The same where the text tells neither,
pub const NO_OUTLET_NO_DAY: &str = "Outlet and day are not recognised: add them";
/// or not the outlet,
pub const NO_OUTLET: &str = "Its outlet is not recognised: add it";
/// or not the day.
pub const NO_DAY: &str = "Its day is not recognised: add it";
/// The fields, and their button.
pub const AMEND_OUTLET: &str = "Outlet";
/// See [`AMEND_OUTLET`].
pub const AMEND_DAY: &str = "Day of publication";
/// See [`AMEND_OUTLET`].
pub const AMEND_SAVE: &str = "Save";
/// It is done.
pub const AMENDED: &str = "Saved; their days are resolved anew.";
/// Before what was refused.
pub const REFUSED: &str = "Not read:";
/// Nothing was chosen.
pub const NOTHING: &str = "There is nothing to read yet: choose a file, or paste a text.";

/// The button's full name.
pub fn remove(id: &str) -> String {
    format!("Remove {id} from this browser")
}

/// The name of the nth pasted text without one.
pub fn pasted(n: u32) -> String {
    if n > 1 { format!("pasted {n}") } else { "pasted".into() }
}

/// What came of reading them.
pub fn taken(articles: u32, statements: u32, english: bool) -> String {
    let read = format!("Read: {}, {}.", super::articles(articles), super::statements(statements));
    if statements == 0 && english {
        return format!("{read} By what is read there nobody says, demands, promises or refuses anything.");
    }
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
