//! A capital's name: the city, or the government that sits there? And does a territory act as a party?

use super::{
    EntityKind,
    run::Candidate,
    unit::{Line, Unit, is_acronym, opens_quotation},
};
use crate::lexicon::class::WordClass as Is;
use crate::text::lower::Lower;
use crate::{
    lexicon::gazetteer::{Class, Name, Role, gazetteer},
    text::tag::Tag,
};

/// Reads a capital's name at piece `i`.
pub(super) fn capital(line: &Line, i: usize, name: Name, mut candidate: Candidate) -> Candidate {
    // A court sits in The Hague, and a government that is seldom called so.
    let speaks = || acts(line, i) || gazetteer().plays(&line.before(i).low(), Role::ActOn);
    let government =
        name.state.filter(|_| if name.canonical == "The Hague" { speaks() } else { is_government(line, i) });
    match government {
        // The European Union sits there too, and is named by it far oftener than Belgium.
        Some(_) if name.canonical == "Brussels" => {
            candidate.kind = Some(EntityKind::Organisation);
            candidate.known = Some("European Union");
            candidate.why = "seat that stands for the European Union";
        }
        Some(state) => {
            candidate.kind = Some(EntityKind::Country);
            candidate.known = Some(state);
            candidate.why = "capital that stands for its government";
        }
        None => {
            candidate.kind = Some(EntityKind::Place);
            candidate.known = Some(name.canonical);
            candidate.why = "capital named as a city";
        }
    }
    candidate
}

/// Whether the name at piece `i` does something only a party can: it is the subject of a verb.
pub(super) fn acts(line: &Line, i: usize) -> bool {
    let mut next = i + 1;
    while matches!(line.tag(next), Tag::Adv) && !line.word(next).is_empty() {
        next += 1;
    }
    let subject = i == 0 || !matches!(before_tag(line, i), Tag::Adp | Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn);
    let word = line.word(next);
    let speaks = gazetteer().plays(word, Role::Acts)
        || matches!(
            word,
            "said" | "demanded" | "rejected" | "accused" | "declared" | "announced" | "warned" | "turned"
        );
    subject && speaks
}

/// Whether the territory at piece `i` acts as a party: it does something, has a minister, has signed something.
pub(super) fn is_party(line: &Line, i: usize) -> bool {
    let officer = |j: usize| matches!(line.unit(j), Unit::Title(t) if !t.address);
    let signed = || {
        line.before(i) == "with"
            && i >= 2
            && (gazetteer().plays(line.word(i - 2), Role::Pact)
                || matches!(line.word(i - 2), "deal" | "talks" | "relations"))
    };
    acts(line, i) || officer(i + 1) || line.is_possessive(i + 1) && officer(i + 2) || signed()
}

fn before_tag(line: &Line, i: usize) -> Tag {
    i.checked_sub(1).map_or(Tag::X, |j| line.tag(j))
}

/// Whether a capital stands for its government: told by what stands right beside it, by the word before, by the list it is in,
/// or by its verb.
fn is_government(line: &Line, i: usize) -> bool {
    let before = line.before(i).lower();
    by_neighbours(line, i, &before)
        .or_else(|| by_word_before(line, i, &before))
        .or_else(|| by_list(line, i, &before))
        .unwrap_or_else(|| by_verb(line, i, &before))
}

/// "Kyiv’s court", "The Hague: “Not so fast”", "the Baku authorities", "those in Rabat": what stands right beside it tells.
fn by_neighbours(line: &Line, i: usize, before: &str) -> Option<bool> {
    let gazetteer = gazetteer();
    let after = line.word(i + 1);
    if gazetteer.plays(after, Role::Inhabited) {
        return Some(false);
    }
    if line.is_possessive(i + 1) {
        let owned = line.word(i + 2);
        // "In London’s “Independent”": a paper of the town.
        let paper = gazetteer.plays(before, Role::Stay) && opens_quotation(owned);
        return Some(matches!(owned, "court" | "time") || !paper && !gazetteer.plays(owned, Role::Inhabited));
    }
    // "Beijing, Ankara, Moscow": a heading of governments.
    if is_bare_list(line) {
        return Some(true);
    }
    let quotes = |j: usize| opens_quotation(line.word(j));
    // "The Hague: “Not so fast”", "Cotonou “takes note”", "And Paris?"
    let speaks = !gazetteer.plays(before, Role::Stay)
        && (quotes(i + 1) || after == ":" && quotes(i + 2) || after == "?" && i <= 1 && line.pieces.len() <= 3);
    if speaks && before_tag(line, i) != Tag::Adp {
        return Some(true);
    }
    if i == 0 && is_dateline(line) && !is_headline_list(line) {
        return Some(false);
    }
    // "they look at Madrid"
    if before == "at" && i >= 2 && Is::LookForm.has(line.word(i - 2)) {
        return Some(true);
    }
    if gazetteer.plays(before, Role::Stay) {
        // "Those in Rabat must understand"
        return Some(before == "in" && i >= 2 && line.word(i - 2).eq_ignore_ascii_case("those"));
    }
    Is::AuthorityNoun.has(after).then_some(true)
}

/// "a message to Baku", "from Vilnius came the ban", "the imam of Bamako": the word before tells.
fn by_word_before(line: &Line, i: usize, before: &str) -> Option<bool> {
    let gazetteer = gazetteer();
    match before {
        // "From Washington a clear message": what comes from there is said by its government.
        "from" if i == 1 && (3..7).any(|j| gazetteer.plays(line.word(j), Role::Send)) => return Some(true),
        "from" if i == 1 && matches!(line.tag(2), Tag::Det | Tag::Punct) && line.word(2) != "," => {
            return Some(!(3..7).any(|j| matches!(line.unit(j), Unit::Title(_))));
        }
        "from" if i >= 2 && Is::FromMerePlace.has(line.word(i - 2)) => {
            return Some(false);
        }
        // "Then from Vilnius came the ban"
        "from" if line.tag(i + 1) == Tag::Verb && (i < 2 || !matches!(line.tag(i - 2), Tag::Noun | Tag::Propn)) => {
            return Some(true);
        }
        "to" | "from" => return Some(governed(line, i)),
        "against" | "with" | "between" | "by" | "for" | "on" | "upon" | "that" | "if" | "while" | "as" | "whether"
        | "because" | "but" | "until" | "unless" | "than" | "about" | "neither" | "nor" | "without" | "beyond"
        | "when" | "how" | "what" | "where" | "which" | "whom" | "not" => {
            return Some(!(before == "for" && is_travel(line, i)));
        }
        "of" => {
            let head = i.checked_sub(2).map_or("", |j| line.word(j));
            // "the imam of Bamako", "the airline of Delhi", "the accords of Riyadh", "Pavel Usovich of Minsk"
            let of_town =
                [Role::Inhabited, Role::GenusPlace, Role::OfPlace, Role::GenusBody, Role::GenusMedia, Role::Pact];
            let person = i >= 2 && line.unit(i - 2) == Unit::Capital && line.head(i - 2).is_none();
            return Some(!(person || gazetteer.first_role(head, &of_town).is_some() || Is::PartOfPlace.has(head)));
        }
        _ => {}
    }
    (gazetteer.plays(before, Role::Visit) && !matches!(before_tag(line, i), Tag::Noun)).then_some(false)
}

/// "the Kremlin, Bucharest and [Kyiv]": a list goes with its first member, or with its last where this is the first.
fn by_list(line: &Line, i: usize, before: &str) -> Option<bool> {
    if matches!(before, "and" | "or" | ",") {
        for j in (i.saturating_sub(8)..i.saturating_sub(1)).rev() {
            match line.unit(j) {
                Unit::Known(n) if n.class == Class::Capital => return Some(is_government(line, j)),
                // "the Kremlin, Bucharest and Kyiv"
                Unit::Known(n) if matches!(n.class, Class::Seat | Class::Body) => return Some(true),
                Unit::Known(_) => break,
                _ if matches!(line.word(j), "and" | "," | "or" | "both" | "the") => {}
                _ => break,
            }
        }
    }
    None
}

/// "Manila yesterday gave", "accused Moscow", "It is Cotonou who made them agents": the verb that goes with it tells.
fn by_verb(line: &Line, i: usize, before: &str) -> bool {
    let gazetteer = gazetteer();
    // "It is Cotonou who made them agents"
    if matches!(line.word(i + 1), "who" | "which" | "that")
        && Is::CopulaOfCleft.has(before)
        && i >= 2
        && line.word(i - 2).eq_ignore_ascii_case("it")
    {
        return true;
    }
    // "Paris, London and Berlin notified it": all go with the verb behind the list.
    let mut next = i + 1;
    while matches!(line.word(next), "," | "and" | "or") && is_capital(line, next + 1) {
        next += 2;
    }
    while matches!(line.tag(next), Tag::Adv) && next < line.pieces.len() && line.unit(next) == Unit::Word {
        next += 1;
    }
    // "Manila yesterday gave", "Kyiv on Monday asked"
    let led = usize::from(matches!(line.word(next), "on" | "this" | "last"));
    if gazetteer.plays(line.word(next + led), Role::Calendar)
        || matches!(line.word(next + led), "yesterday" | "today" | "week")
    {
        next += led + 1;
    }
    let verb = matches!(line.tag(next), Tag::Verb | Tag::Aux | Tag::Part) && line.word(next) != "to";
    if verb || gazetteer.plays(line.word(next), Role::ActOn) || gazetteer.plays(line.word(next), Role::Acts) {
        return true;
    }
    // "18:10 Moscow, as he puts it, …", "For its part Baku expects …"
    let timed = i == 1 && line.word(0).starts_with(|c: char| c.is_ascii_digit()) && line.word(0).contains(':');
    let clause = i == 0 || timed || matches!(before, ";" | "“" | "\"" | "—" | "–" | ":" | "•" | "·" | "part" | "side");
    // The object of a verb ("accused Moscow"), the subject of a list ("Moscow and Kyiv agreed"), a headline's topic.
    if matches!(before_tag(line, i), Tag::Verb | Tag::Aux) || gazetteer.plays(before, Role::ActOn) {
        return true;
    }
    let list = line.word(i + 1) == "and" || matches!(line.word(next), "and" | ":");
    if list && (clause || before == "both") {
        return true;
    }
    // A sentence that starts with the bare name speaks of the government, whatever stands between it and its verb.
    let clause = clause || Is::TimeBeforeSubject.has(before);
    if clause && !line.title_case && matches!(line.tag(next), Tag::Adp | Tag::Punct | Tag::Pron | Tag::Noun | Tag::Det)
    {
        return has_verb(line, next);
    }
    matches!(before, "and" | "or") && {
        // "NATO and Moscow", "between Kyiv and Moscow"
        i >= 2
            && matches!(line.unit(i - 2), Unit::Known(n) if matches!(n.class, Class::State | Class::Body | Class::Seat))
    }
}

/// "Bamako, Niamey and Ouagadougou recall their ambassadors": capitals in a row before a verb.
fn is_headline_list(line: &Line) -> bool {
    let capital = |j| is_capital(line, j);
    let mut at = 0;
    while capital(at) && line.word(at + 1) == "," && capital(at + 2) {
        at += 2;
    }
    at > 0 && line.word(at + 1) == "and" && capital(at + 2) && matches!(line.tag(at + 3), Tag::Verb | Tag::Aux)
}

fn is_capital(line: &Line, i: usize) -> bool {
    matches!(line.unit(i), Unit::Known(n) if n.class == Class::Capital)
}

/// "Washington · Moscow": whether a line has two capitals or more, and else only marks.
fn is_bare_list(line: &Line) -> bool {
    let capitals = (0..line.pieces.len()).filter(|i| is_capital(line, *i)).count();
    capitals >= 2
        && line.pieces.len() < 2 * capitals + 2
        && (0..line.pieces.len()).all(|i| is_capital(line, i) || line.tag(i) == Tag::Punct || line.word(i) == "and")
}

/// "MOSCOW (AP) –", "Oslo, Dec. 3", "Berlin, Germany", "Kyiv, the capital": a place.
fn is_dateline(line: &Line) -> bool {
    match line.word(1) {
        "-" | "–" | "—" => !matches!(line.unit(2), Unit::Known(n) if n.class == Class::Capital),
        "(" | "/" | "." => true,
        ":" => is_acronym(line.word(0)),
        "," => {
            let next = line.word(2).trim_end_matches('.');
            matches!(line.unit(2), Unit::Known(_))
                || gazetteer().plays(next, Role::Calendar)
                || next.starts_with(|c: char| c.is_ascii_digit())
                || matches!(next, "the" | "a" | "where")
        }
        _ => false,
    }
}

/// Whether a verb follows piece `from` in the sentence.
fn has_verb(line: &Line, from: usize) -> bool {
    (from..line.pieces.len()).any(|j| matches!(line.tag(j), Tag::Verb | Tag::Aux))
}

/// "to Moscow", "from Moscow": said or given, or gone?
fn governed(line: &Line, i: usize) -> bool {
    let gazetteer = gazetteer();
    for j in (i.saturating_sub(7)..i.saturating_sub(1)).rev() {
        let word = line.word(j).lower();
        if gazetteer.plays(&word, Role::Travel) {
            // "A letter has gone to Delhi."
            let subject = (0..j).rev().find(|k| line.tag(*k) != Tag::Aux);
            return subject.is_some_and(|k| gazetteer.plays(&line.word(k).lower(), Role::Send));
        }
        if gazetteer.plays(&word, Role::Send) {
            return true;
        }
        if Is::CommaColonStop.has(line.word(j)) {
            break;
        }
    }
    // What is nobody's way is somebody's words or business: "tribute to Dodoma".
    line.before(i).eq_ignore_ascii_case("to") && i > 1
}

fn is_travel(line: &Line, i: usize) -> bool {
    i >= 2 && Is::DepartForm.has(line.word(i - 2))
}
