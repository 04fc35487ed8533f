//! Whether a sentence speaks of the past or of what is to come, where a date stands.

use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::atom::{Atom, Kind, Line},
    lexicon::calendar,
    text::tag::Tag,
};

/// The direction of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// What somebody is to do: "to meet".
    Aim,
    Unclear,
}

/// How far the verb of a date can stand.
const REACH: usize = 25;

/// The tense of the verb nearest before the atoms `start..end`, else of the first one after them.
pub(super) fn tense(line: &Line, start: usize, end: usize) -> Tense {
    match line.before(start, 1) {
        "since" => return Tense::Past,
        "until" | "till" => return Tense::Future,
        _ => {}
    }
    // "Will he be back in two days?"
    if line.at(0).is_some_and(|a| a.tag == Tag::Aux && calendar::is_future(a.word)) {
        return Tense::Future;
    }
    for i in (start.saturating_sub(REACH)..start).rev() {
        if let Some(tense) = at(line, i) {
            return tense;
        }
    }
    for i in end..line.atoms.len().min(end + REACH) {
        match at(line, i) {
            Some(Tense::Unclear) => continue,
            Some(tense) => return tense,
            None => {}
        }
    }
    Tense::Unclear
}

/// What the verb at `i` says; `None` where there is no verb.
fn at(line: &Line, i: usize) -> Option<Tense> {
    let atom = line.at(i)?;
    if atom.kind != Kind::Word {
        return None;
    }
    let adjective = || Is::ScheduledWord.has(atom.word);
    if calendar::is_future(atom.word) && (adjective() || atom.tag == Tag::Aux || matches!(atom.word, "until" | "till"))
    {
        return Some(Tense::Future);
    }
    if !matches!(atom.tag, Tag::Verb | Tag::Aux) {
        return None;
    }
    // "will have been held", "is expected to meet", "to hold": what stands before the verb decides.
    let mut helper = None;
    for back in 1..=4 {
        let Some(before) = i.checked_sub(back).and_then(|k| line.at(k)) else { break };
        if before.word == "to" && back == 1 {
            return Some(Tense::Aim);
        }
        if calendar::is_future(before.word) && (before.tag == Tag::Aux || before.tag == Tag::Verb) {
            // "They could have met in June" did not.
            let missed = helper == Some("have") && Is::PastAuxiliary.has(before.word);
            return Some(if missed { Tense::Past } else { Tense::Future });
        }
        match before.tag {
            Tag::Aux => {
                helper.get_or_insert(before.word);
                // "to be held".
                if before.word == "be" && i.checked_sub(back + 1).is_some_and(|k| line.word(k) == "to") {
                    return Some(Tense::Future);
                }
            }
            Tag::Adv | Tag::Part | Tag::Verb => {}
            _ => break,
        }
    }
    match helper {
        Some("is" | "are" | "am" | "be" | "being" | "'re" | "’re" | "'s" | "’s") => Some(Tense::Unclear),
        Some(_) => Some(Tense::Past),
        None if is_past(atom) => Some(Tense::Past),
        None => Some(Tense::Unclear),
    }
}

fn is_past(atom: &Atom) -> bool {
    (atom.word.ends_with("ed") && atom.tag == Tag::Verb)
        || Is::PastOrPerfectAux.has(atom.word)
        || calendar::is_irregular_past(atom.word)
}
