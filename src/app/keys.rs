//! The keyboard: which key is which command. Letters can be switched off; nothing needs them.

use crate::query::filter::View;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Command {
    Search,
    Sheet,
    Close,
    NextRow,
    PreviousRow,
    Read,
    NextEvidence,
    PreviousEvidence,
    NextArticle,
    PreviousArticle,
    Facets,
    Exclude,
    Undo,
    CopyLink,
    Cite,
    Export,
    Compare,
    Highlights,
    Furniture,
    /// The family's place in [`crate::lexicon::act::Family::ALL`].
    Family(usize),
    /// `g` was pressed: the next letter names a view.
    Go,
    View(View),
    Theme,
}

/// The command of a key. `going` = the key before was `g`; `letters` = single letters are switched on.
pub fn command(key: &str, going: bool, letters: bool) -> Option<Command> {
    if key == "Escape" {
        return Some(Command::Close);
    }
    if !letters {
        return None;
    }
    if going {
        return VIEWS.iter().find(|(k, _)| *k == key).map(|(_, view)| Command::View(*view));
    }
    Some(match key {
        "/" => Command::Search,
        "?" => Command::Sheet,
        "j" => Command::NextRow,
        "k" => Command::PreviousRow,
        "Enter" => Command::Read,
        "n" => Command::NextEvidence,
        "p" => Command::PreviousEvidence,
        "]" => Command::NextArticle,
        "[" => Command::PreviousArticle,
        "f" => Command::Facets,
        "x" => Command::Exclude,
        "u" => Command::Undo,
        "c" => Command::CopyLink,
        "y" => Command::Cite,
        "e" => Command::Export,
        "m" => Command::Compare,
        "h" => Command::Highlights,
        "z" => Command::Furniture,
        "g" => Command::Go,
        "d" => Command::Theme,
        "1" | "2" | "3" | "4" | "5" => Command::Family(key.parse::<usize>().unwrap_or(1) - 1),
        _ => return None,
    })
}

/// The letters after `g`.
pub const VIEWS: [(&str, View); 11] = [
    ("o", View::Overview),
    ("s", View::Statements),
    ("t", View::Topics),
    ("l", View::Timeline),
    ("a", View::Actors),
    ("r", View::Articles),
    ("c", View::Compare),
    ("f", View::Figures),
    ("k", View::Concordance),
    ("q", View::Sources),
    ("m", View::About),
];

/// The sheet: keys and what they do.
pub const SHEET: &[(&str, &str)] = &[
    ("/", "search"),
    ("?", "this sheet"),
    ("Esc", "close"),
    ("j k", "next, previous statement or line"),
    ("Enter", "its evidence in the article"),
    ("n p", "next, previous evidence"),
    ("] [", "next, previous article"),
    ("f", "filters; again: the next of them"),
    ("Space", "tick the focused value"),
    ("x", "exclude the focused value"),
    ("u", "undo (one step back)"),
    ("c", "copy the link to this view"),
    ("y", "copy the selected statement as a citation"),
    ("e", "export"),
    ("m", "put the article, outlet or source among what is compared, or take it out"),
    ("h", "evidence marks on or off"),
    ("z", "hidden lines on or off"),
    ("1 … 5", "ask, commit, refuse, press, state"),
    ("g …", "then o\u{a0}Overview, s\u{a0}Statements, t\u{a0}Topics, l\u{a0}Timeline, a\u{a0}Actors"),
    ("g …", "then r\u{a0}Articles, c\u{a0}Compare, f\u{a0}Figures, k\u{a0}Concordance, q\u{a0}Sources, m\u{a0}Method"),
    ("d", "light, dark, automatic"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_can_be_switched_off_but_escape_cannot() {
        assert_eq!(command("j", false, true), Some(Command::NextRow));
        assert_eq!(command("j", false, false), None);
        assert_eq!(command("Escape", false, false), Some(Command::Close));
        assert_eq!(command("s", true, true), Some(Command::View(View::Statements)));
        assert_eq!(command("5", false, true), Some(Command::Family(4)));
    }
}
