//! What speaks for a person, a body, a place or a medium where no list knows a name: its form and what stands beside it.

use super::{
    EntityKind,
    run::{Candidate, TOLD},
    unit::{Line, Unit, is_acronym, opens_quotation},
};
use crate::lexicon::class::WordClass as Is;
use crate::text::lower::Lower;
use crate::{
    lexicon::gazetteer::{Class, Role, gazetteer, starts_upper},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

/// What form and neighbours say of a run of unknown words.
pub(super) fn weigh(line: &Line, candidate: &mut Candidate, given: bool) {
    let gazetteer = gazetteer();
    let Range { start, end } = candidate.pieces;
    let n = end - start;
    let [mut person, mut body, mut place, mut medium] = [0; 4];
    if let Some(role) = role_before(line, start) {
        candidate.role = Some(role);
        candidate.why = "capitalised words after a title";
        person += 8;
    } else if let Some(role) = role_after(line, end) {
        candidate.role = Some(role);
        candidate.why = "capitalised words with a role in apposition";
        person += 6;
    }
    if given && n >= 2 {
        person += 6;
    } else if given {
        person += 2;
    }
    if is_acronym(line.word(start)) {
        body += if n == 1 { 5 } else { 3 };
    }
    let quoted = opens_quotation(line.before(start)) && start > 1;
    let before = line.before(start - usize::from(quoted));
    let after = line.word(end + usize::from(quoted && matches!(line.word(end), "”" | "\"" | "»" | "“")));
    if stays(line, start, end) || is_listed_place(line, start, end) {
        place += 5;
    } else if matches!(before, "from" | "to") && n == 1 {
        place += 2;
    }
    if gazetteer.plays(before, Role::GenusBody) || gazetteer.plays(after, Role::GenusBody) {
        body += 4;
        candidate.why = "name beside a word for a body";
    }
    let of = |role: Role| before == "of" && start >= 2 && gazetteer.plays(line.word(start - 2), role);
    // "the company of Acacia", "Fepex, the federation of exporters"
    let apposed = || {
        let mut at = end + 2;
        while matches!(line.tag(at), Tag::Adj | Tag::Noun | Tag::Propn) && at < end + 6 {
            if gazetteer.plays(line.word(at), Role::GenusBody) {
                return n <= 3 && candidate.role.is_none();
            }
            at += 1;
        }
        false
    };
    if of(Role::GenusBody) || after == "," && matches!(line.word(end + 1), "the" | "a" | "an") && apposed() {
        body += 4;
        candidate.why = "name beside a word for a body";
    }
    // "Nokia shares", "Nokia's share", "the founder of Acacia"
    let owned = line.word(end + usize::from(line.is_possessive(end)));
    if Is::OfFirm.has(owned) || before == "of" && start >= 2 && Is::OfFirm.has(line.word(start - 2)) {
        body += 4;
    }
    if gazetteer.plays(after, Role::GenusPlace) || of(Role::GenusPlace) {
        place += 5;
        candidate.why = "name beside a word for a place";
    }
    if of(Role::OfPlace) {
        place += 5;
    }
    // "on the Una": nobody is called with an article; what somebody is at or crosses is a place.
    let article = n == 1 && candidate.role.is_none() && matches!(before, "the" | "The");
    // "the Oruc Reis": a ship or a house.
    let several = n >= 2 && candidate.role.is_none() && matches!(before, "the" | "The" | "a");
    if several && !line.title_case && !matches!(line.tag(end), Tag::Noun | Tag::Propn | Tag::Adj) {
        person -= 9;
    }
    if Is::ForeignArticle.has(line.word(start)) && n >= 2 && candidate.role.is_none() {
        person -= 9;
        medium += 4;
    }
    if article && !matches!(line.tag(end), Tag::Noun | Tag::Propn) {
        person -= 5;
        if start >= 2 && gazetteer.plays(&line.before(start - 1).low(), Role::Stay)
            || matches!(line.before(start - 1), "on" | "along" | "over" | "crossed" | "between" | "beyond" | "of")
        {
            place += 3;
        }
    }
    let behind = gazetteer.plays(&before.low(), Role::GenusMedia) && before != "media";
    let beside = behind
        || gazetteer.plays(after, Role::GenusMedia) && !matches!(after, "station" | "media")
        || after == "news" && gazetteer.plays(line.word(end + 1), Role::GenusMedia);
    if beside && (!given || behind || after == "agency") && candidate.role.is_none() {
        candidate.kind = Some(EntityKind::Outlet);
        candidate.why = "name beside a word for a medium";
    }
    if candidate.kind.is_none() && candidate.role.is_none() && signs_dateline(line, start, end) {
        candidate.kind = Some(EntityKind::Outlet);
        candidate.why = "name set apart in a dateline";
    } else if candidate.kind.is_none() && candidate.role.is_none() && !given && is_told(line, start, n) {
        candidate.kind = Some(EntityKind::Outlet);
        candidate.why = TOLD;
    }
    medium += reports(line, start, end);
    // What a preposition governs does nothing itself.
    let governed = start > 0 && line.tag(start - 1) == Tag::Adp;
    if matches!(line.tag(end), Tag::Verb | Tag::Aux) && !governed {
        person += 2;
        body += 1;
    }
    if line.is_possessive(end) {
        person += 1;
        body += 1;
    }
    // "Lars Munk (V)": a person's party.
    let short = n == 1 && line.word(start).len() <= 3;
    if short && before == "(" && after == ")" && start > 1 && line.unit(start - 2) == Unit::Capital {
        body += 6;
    }
    let speech = Is::SayVerbBeforeName.has(before) && !line.is_possessive(end);
    if speech {
        person += 3;
    }
    if person + body + place == 0 && start > 0 && !line.title_case && line.tag(start) == Tag::Propn {
        // Nothing tells: after "that", "with" or a comma most often a person, after "the" a body.
        let linked = Is::BeforePersonName.has(before);
        person = i32::from(linked);
        body = i32::from(before == "the");
    }
    candidate.points = [person, body, place, medium];
}

/// "GEORGETOWN, Guyana (DW) – …", "MURMANSK, 2 March. /PolCor/. …": who signs a dateline.
fn signs_dateline(line: &Line, start: usize, end: usize) -> bool {
    let set_apart = match line.before(start) {
        "(" => line.word(end) == ")",
        "/" => line.word(end) == "/",
        _ => false,
    };
    let opens = (2..=12).contains(&start) && starts_upper(line.word(0));
    set_apart && opens && (Is::MarkAfterDateline.has(line.word(end + 1)) || line.tag(start - 2) == Tag::Num)
}

/// "told Moana Nius that", "told the Atoll Standard", "told “Nea Levkosia”": whom one tells and no list knows is most often a
/// medium, if its name has two words, an article or quotation marks.
fn is_told(line: &Line, start: usize, n: usize) -> bool {
    let mut at = start;
    while at > 0 && (matches!(line.word(at - 1), "the" | "The") || opens_quotation(line.word(at - 1))) {
        at -= 1;
    }
    let told = |i: usize| Is::TellOrInterview.has(line.word(i));
    at > 0 && told(at - 1) && (n >= 2 || at < start || is_acronym(line.word(start))) && !line.title_case
}

/// What is done with a name from `start` to `end` as with a medium: it has correspondents and information, things are said
/// to it, it writes and learns. Persons may have such things told too, so that some of this says little.
fn reports(line: &Line, start: usize, end: usize) -> i32 {
    let gazetteer = gazetteer();
    let (before, after) = (line.before(start), line.word(end));
    let word = |back: usize| start.checked_sub(back).map_or("", |j| line.word(j));
    let mut points = match after {
        ":" | "—" | "–" if start == 0 && line.word(line.pieces.len() - 1) == "?" => 4,
        "reports" | "reported" | "writes" | "wrote" | "learns" | "learned" | "learnt" | "understands" | "publishes" => {
            2 + 2 * i32::from(matches!(before, "the" | "The"))
        }
        "has" => 2 * i32::from(Is::MediumHasLearnt.has(line.word(end + 1))),
        "is" | "was" => 4 * i32::from(line.word(end + 1) == "informed"),
        _ if line.is_possessive(end) => {
            let owned = line.word(end + 1);
            3 * i32::from(matches!(owned, "information" | "sources"))
        }
        _ => 5 * i32::from(gazetteer.plays(after, Role::Reports)),
    };
    points += match before {
        "told" | "tells" | "informed" => 3,
        "to" | "for" | "by" if matches!(word(2), "interview" | "talk" | "interviewed") => 4,
        "to" if Is::SaidToMedium.has(word(2)) => 3,
        "of" if gazetteer.plays(word(2), Role::Reports) => 5,
        "the" if word(2) == "of" && gazetteer.plays(word(3), Role::Reports) => 5,
        _ => 0,
    };
    points
}

/// "in Kidal", "In Kidal and Gao": somebody or something is at the place that starts at piece `i`.
fn stays(line: &Line, i: usize, end: usize) -> bool {
    // "the lawyer in Izmir, Nilgün Esen, says", "the envoy in Bishkek Zafar Murodi": no list of places.
    if is_apart(line, i, end) || line.before(i) != "," && i > 0 && matches!(line.unit(i - 1), Unit::Known(_)) {
        return false;
    }
    for j in (i.saturating_sub(6)..i).rev() {
        let word = line.word(j);
        if gazetteer().plays(&word.low(), Role::Stay) {
            return !word.eq_ignore_ascii_case("through");
        }
        if !(line.unit(j) == Unit::Capital
            || matches!(line.unit(j), Unit::Known(_))
            || matches!(word, "," | "and" | "or"))
        {
            return false;
        }
    }
    false
}

/// "the lawyer in Izmir, Nilgün Esen, says", "In Madrid, Florentino Pérez is": whether two words or more behind a comma go on
/// as somebody who does something.
fn is_apart(line: &Line, i: usize, end: usize) -> bool {
    line.before(i) == ","
        && end > i + 1
        && (matches!(line.word(end), "," | ":") || matches!(line.tag(end), Tag::Verb | Tag::Aux))
}

/// "Gossi, [Ménaka] and Gao": the name from `start` to `end` stands in a list beside a known place.
fn is_listed_place(line: &Line, start: usize, end: usize) -> bool {
    let place = |i: usize| {
        matches!(line.unit(i), Unit::Known(n) if matches!(n.class, Class::Place | Class::Territory))
            && line.head(i).is_none()
    };
    let links = |i: usize| matches!(line.word(i), "," | "and" | "or");
    start >= 2 && links(start - 1) && place(start - 2) && !is_apart(line, start, end)
        || links(end) && line.word(end) != "," && place(end + 1)
}

/// The title that ends right before piece `i`, or before a comma there.
pub(super) fn role_before(line: &Line, i: usize) -> Option<Span> {
    let at = i.checked_sub(1)?;
    if matches!(line.unit(at), Unit::Title(_)) {
        return Some(line.span(&(at..at + 1)));
    }
    // "Russia’s foreign minister, Sergei Lavrov," and "a spokesman. Jen Psaki" as translations break it.
    let over = at.checked_sub(1).filter(|_| matches!(line.word(at), "," | ":" | "."))?;
    match line.unit(over) {
        Unit::Title(title) if !title.address => return Some(line.span(&(over..over + 1))),
        _ => {}
    }
    // "The head of Northern Command, Ori Gordin,": the office with what it is of, then the name.
    if line.word(at) != "," {
        return None;
    }
    for j in (at.saturating_sub(9)..at).rev() {
        match line.unit(j) {
            Unit::Title(title) if !title.address && matches!(line.word(j + 1), "of" | "for") => {
                return Some(line.span(&(j..j + 1)));
            }
            Unit::Known(_) | Unit::Plain | Unit::Capital => {}
            _ if Is::RoleLink.has(line.word(j)) => {}
            _ if matches!(line.tag(j), Tag::Adj | Tag::Noun) => {}
            _ => return None,
        }
    }
    None
}

/// The role in apposition that starts at piece `i`: ", the Russian foreign minister".
fn role_after(line: &Line, i: usize) -> Option<Span> {
    if !matches!(line.word(i), "," | "(") {
        return None;
    }
    for j in i + 1..(i + 7).min(line.pieces.len()) {
        match line.unit(j) {
            Unit::Title(title) if !title.address => return Some(line.span(&(j..j + 1))),
            Unit::Known(_) | Unit::Plain => {}
            _ if line.is_possessive(j) => {}
            _ if matches!(line.tag(j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num) => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn firms_are_known_by_what_they_have() {
        assert_eq!(read("Brovnik shares fell. Later Brovnik said no."), ["Brovnik/ORG", "Brovnik/ORG"]);
        assert_eq!(read("The founder of Ostrelia agreed."), ["Ostrelia/ORG"]);
        assert_eq!(read("She works for the company of Talvenka."), ["Talvenka/ORG"]);
        assert_eq!(read("Vendrix, the federation of bakers, said no."), ["Vendrix/ORG"]);
        assert_eq!(read("They sued Harnow Mining Plc in June."), ["Harnow Mining Plc/ORG"]);
    }

    #[test]
    fn somebody_behind_a_place_is_no_place() {
        assert_eq!(read("In Lima, Oswaldo Quillabamba is waiting."), ["Lima/PLACE", "Oswaldo Quillabamba/PERSON"]);
        assert_eq!(read("The population of Mbarwe fled."), ["Mbarwe/PLACE"]);
    }
}
