//! Whether a sentence speaks of the past or of what is to come, where a date stands.

use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::atom::{Atom, Kind, Line},
    lexicon::{
        calendar::{self, Sense},
        cue::Cues,
    },
    text::tag::Tag,
};

/// The direction of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// What somebody is to do: "to meet".
    Aim,
    /// What is told in the present: "arrives".
    Present,
    Unclear,
}

/// How far the verb of a date can stand.
const REACH: usize = 25;

/// The tense of the verb right behind the atoms `start..end`, else of the nearest before them, else of the first after.
pub(super) fn tense(line: &Line, start: usize, end: usize) -> Tense {
    let weekday = matches!(calendar::word(line.word(start)).map(|w| w.sense), Some(Sense::Weekday(_)));
    let within = |i: &usize| !matches!(line.word(*i), ":" | ";");
    let later = || {
        let clause = (end..line.atoms.len().min(end + REACH)).take_while(within);
        let mut told = clause.filter_map(|i| at(line, i));
        told.find(|tense| !matches!(tense, Tense::Unclear | Tense::Present)).unwrap_or(Tense::Unclear)
    };
    match line.before(start, 1) {
        // "convened the ministers for Tuesday".
        "for" if weekday => return Tense::Future,
        "since" => return Tense::Past,
        // "Until June the wine was good."
        "until" | "till" => {
            let opens = start < 2 || line.at(start - 2).is_some_and(|a| a.kind == Kind::Mark);
            return if opens && later() == Tense::Past { Tense::Past } else { Tense::Future };
        }
        _ => {}
    }
    // "the vote on Thursday must take place", "who on Monday met".
    if let Some(tense @ (Tense::Past | Tense::Future | Tense::Aim)) = at(line, end) {
        return tense;
    }
    // "Will he be back in two days?"
    if line.at(0).is_some_and(|a| a.tag == Tag::Aux && calendar::is_future(a.word)) {
        return Tense::Future;
    }
    let clause = (start.saturating_sub(REACH)..start).rev().take_while(within);
    let told = clause.filter_map(|i| at(line, i)).next().unwrap_or_else(later);
    // "It follows the attack of Monday", which was.
    let of_day = weekday && line.before(start, 1) == "of";
    if of_day && matches!(told, Tense::Unclear | Tense::Present) { Tense::Past } else { told }
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
    // "to Entebbe" is no aim.
    if !matches!(atom.tag, Tag::Verb | Tag::Aux) || atom.capital && i > 0 && atom.tag == Tag::Verb {
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
        Some("is" | "are" | "am" | "be" | "being" | "'re" | "’re" | "'s" | "’s" | "do" | "does") => {
            Some(Tense::Unclear)
        }
        Some(_) => Some(Tense::Past),
        // "was to speak", "are to meet".
        None if atom.tag == Tag::Aux && Is::BeForm.has(atom.word) && line.word(i + 1) == "to" => Some(Tense::Aim),
        // "I have a wedding on Saturday."
        None if matches!(atom.word, "have" | "has") && atom.tag == Tag::Verb => Some(Tense::Present),
        None if is_past(atom) => Some(Tense::Past),
        // What is said on a Monday is not to come: "Ankara insists".
        None if atom.word.ends_with('s') && atom.tag == Tag::Verb && !speaks(atom.word) => Some(Tense::Present),
        None => Some(Tense::Unclear),
    }
}

/// Whether a verb in lower case is one of speaking by itself.
fn speaks(word: &str) -> bool {
    Cues::shared().starting(word).iter().any(|entry| entry.words.len() == 1)
}

fn is_past(atom: &Atom) -> bool {
    (atom.word.ends_with("ed") && atom.tag == Tag::Verb)
        || Is::PastOrPerfectAux.has(atom.word)
        || calendar::is_irregular_past(atom.word)
}
