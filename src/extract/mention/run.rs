//! Names as runs of units: bodies by their head ("… Council"), places, persons after titles, and what is left open.

use super::{
    EntityKind, metonym,
    unit::{Line, Unit, is_acronym, opens_quotation},
    weigh::{role_before, weigh},
};
use crate::lexicon::class::WordClass as Is;
use crate::text::lower::Lower;
use crate::{
    lexicon::gazetteer::{Class, Head, Name, Role, gazetteer},
    text::{span::Span, tag::Tag},
};
use std::ops::Range;

/// Why a run is a name where nothing but its capitals and neighbours say so.
pub(super) const GUESSED: &str = "capitalised words";

/// The same, where something is done with it as with a medium.
pub(super) const READ: &str = "capitalised words, told or quoted as media are";

/// Why a run is a medium where somebody tells it something.
pub(super) const TOLD: &str = "name that somebody tells something";

/// Why a name with a word for media in it is one.
const NAMED_MEDIUM: &str = "capitalised words with a word for a medium";

/// Points for person, organisation, place, medium.
pub(super) type Points = [i32; 4];

/// The points of a ship's name, which is no mention.
pub(super) const SHIP: Points = [-9; 4];

/// A run of units that names something, with what speaks for each kind.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its pieces in the line.
    pub pieces: Range<usize>,
    /// Its words.
    pub span: Span,
    /// The kind, where form or gazetteer decide it.
    pub kind: Option<EntityKind>,
    /// The gazetteer's name.
    pub known: Option<&'static str>,
    /// Points for person, organisation, place, medium.
    pub points: Points,
    /// A title or role beside it.
    pub role: Option<Span>,
    /// A lone head of bodies ("the Alliance"): a mention only if it is short for a body of this article.
    pub lone: bool,
    /// What decided, in plain words.
    pub why: &'static str,
}

impl Candidate {
    fn new(line: &Line, pieces: Range<usize>, kind: Option<EntityKind>, why: &'static str) -> Self {
        let span = line.span(&pieces);
        Candidate { pieces, span, kind, known: None, points: [0; 4], role: None, lone: false, why }
    }
}

/// The candidates of one line, in order.
pub(super) fn candidates(line: &Line) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut i = 0;
    while i < line.pieces.len() {
        i = step(line, i, &mut found);
    }
    found
}

/// Reads what stands at piece `i`; gives the piece to go on with.
fn step(line: &Line, i: usize, found: &mut Vec<Candidate>) -> usize {
    let gazetteer = gazetteer();
    if let Some(end) = portfolio_end(line, i) {
        return end;
    }
    // "a Manila-based diplomat"
    let word = line.word(i);
    if let Some(name) = word.strip_suffix("-based").and_then(|place| gazetteer.named(place))
        && matches!(name.class, Class::State | Class::Capital | Class::Place)
    {
        let kind = if name.class == Class::State { EntityKind::Country } else { EntityKind::Place };
        let mut place = Candidate::new(line, i..i + 1, Some(kind), "name of a place before “-based”");
        place.span.end -= "-based".len() as u32;
        place.known = Some(name.canonical);
        found.push(place);
        return i + 1;
    }
    // "the Turkish ministry of Defence"
    if line.word(i) == "ministry" && line.word(i + 1) == "of" {
        let field = i + 2 + usize::from(line.word(i + 2) == "the");
        let adjective = i > 0 && matches!(line.unit(i - 1), Unit::Known(n) if n.class == Class::Adjective);
        // "the Chadian ministry of hydrocarbons"
        let small = || {
            let field = field + usize::from(line.word(field) == "national");
            let word = line.word(field);
            let first = word.chars().next().filter(|c| adjective && c.is_lowercase())?;
            let named = gazetteer.plays(&format!("{}{}", first.to_uppercase(), word.get(1..)?), Role::Field);
            named.then_some(field + 1)
        };
        if let Some(end) = fields_end(line, field).or_else(small) {
            let pieces = i - usize::from(adjective)..end;
            found.push(Candidate::new(line, pieces, Some(EntityKind::Organisation), "ministry with its field"));
            return end;
        }
    }
    // "the Democratic Republic of Timor-Leste", "the State of Kuwait"
    if line.word(i + 1) == "of" || line.word(i + 2) == "of" {
        let form = i + usize::from(Is::StateFormPrefix.has(line.word(i)));
        let at = form + 2 + usize::from(line.word(form + 2) == "the");
        if let Unit::Known(name) = line.unit(at)
            && name.class == Class::State
            && line.word(form + 1) == "of"
            && Is::StateForm.has(line.word(form))
        {
            let mut state = Candidate::new(line, i..at + 1, Some(EntityKind::Country), "name of a state");
            state.known = Some(name.canonical);
            found.push(state);
            return at + 1;
        }
    }
    if !line.is_name(i) || matches!(line.unit(i), Unit::Title(_)) && !opens_body(line, i) {
        return i + 1;
    }
    if let Some((end, head)) = headed(line, i) {
        match head {
            Head::Body { .. } => {
                let kind = if is_media(line, i..end) { EntityKind::Outlet } else { EntityKind::Organisation };
                let mut body =
                    Candidate::new(line, i..end, Some(kind), "capitalised words that end in the head of a body");
                // "The [National Oil Corporation]": not the newspaper.
                let first = line.pieces[i].tokens.start;
                if kind == EntityKind::Organisation && line.word(i) == "The" {
                    body.span.start = line.page.tokens.get(first + 1).map_or(body.span.start, |t| t.span.start);
                }
                found.push(body);
            }
            Head::Place if names_ship(line, i) => {}
            Head::Place => {
                found.push(Candidate::new(
                    line,
                    i..end,
                    Some(EntityKind::Place),
                    "capitalised words that name a place",
                ));
            }
            // A treaty or war is no mention, but the state or body that stands in its name is.
            Head::Thing => {
                for j in i..end {
                    if let Unit::Known(name) = line.unit(j)
                        && matches!(name.class, Class::State | Class::Body | Class::Outlet)
                    {
                        found.push(known(line, j, name));
                    }
                }
            }
        }
        return end;
    }
    // "Sahel Wire", "Latvian Radio"
    if let Unit::Known(name) = line.unit(i)
        && matches!(line.unit(i + 1), Unit::Capital | Unit::Plain)
        && ends_medium(line, i + 1)
        && !(name.class == Class::Adjective
            && matches!(line.word(i + 1), "Media" | "News" | "Press" | "Post" | "Channel"))
        && !line.title_case
    {
        found.push(Candidate::new(line, i..i + 2, Some(EntityKind::Outlet), NAMED_MEDIUM));
        return i + 2;
    }
    // "BBC Arabic", "DW Russian"
    if let Unit::Known(name) = line.unit(i)
        && name.class == Class::Outlet
        && is_acronym(line.word(i))
        && (matches!(line.unit(i + 1), Unit::Known(n) if n.class == Class::Adjective)
            || line.unit(i + 1) == Unit::Plain)
        && !matches!(line.tag(i + 2), Tag::Noun | Tag::Propn | Tag::Adj)
        && !line.title_case
    {
        found.push(Candidate::new(line, i..i + 2, Some(EntityKind::Outlet), NAMED_MEDIUM));
        return i + 2;
    }
    // "The diplomat said": the common noun, not the magazine.
    let small = |pieces: &Range<usize>| {
        pieces.len() == 2
            && pieces.clone().next_back().is_some_and(|t| line.page.word(t).starts_with(char::is_lowercase))
    };
    match line.unit(i) {
        Unit::Known(name) if name.class == Class::Outlet && small(&line.pieces[i].tokens) => i + 1,
        Unit::Known(name) => {
            let single = line.pieces[i].tokens.len() == 1;
            let titled = i > 0 && matches!(line.unit(i - 1), Unit::Title(_));
            // "Dr Muscat said", "Sir Leon": a form of address makes a person of a town's name.
            let addressed = i > 0
                && (matches!(line.unit(i - 1), Unit::Title(t) if t.address)
                    || matches!(line.word(i - 1), "Dr" | "Dr."));
            if single && addressed && name.class != Class::Adjective && !line.is_name(i + 1) {
                return person(line, i, found);
            }
            // "Energy Minister Fatih Dönmez"
            let town = titled
                && matches!(name.class, Class::Place | Class::Capital)
                && !matches!(line.before(i), "to" | "of" | "in" | "for");
            let given = single && (town || gazetteer.given(line.word(i)).is_some());
            if given
                && name.class != Class::Adjective
                && line.unit(i + 1) == Unit::Capital
                && line.head(i + 1).is_none()
                && !(name.class == Class::State && gazetteer.given(line.word(i + 1)).is_some())
            {
                return person(line, i, found);
            }
            let ship = matches!(name.class, Class::Place | Class::Territory) && names_ship(line, i);
            if name.class != Class::Adjective && !ship {
                found.push(known(line, i, name));
            }
            i + 1
        }
        Unit::Capital
            if !is_acronym(line.word(i))
                && (matches!(line.head(i), Some(Head::Body { .. })) || gazetteer.plays(line.word(i), Role::Alone)) =>
        {
            let mut lone =
                Candidate::new(line, i..i + 1, Some(EntityKind::Organisation), "short for a body named in the article");
            lone.lone = true;
            found.push(lone);
            i + 1
        }
        // "the North", in an article on Korea.
        Unit::Plain if matches!(line.word(i), "North" | "South") && !line.title_case && !is_beside_name(line, i) => {
            let mut lone = Candidate::new(line, i..i + 1, Some(EntityKind::Country), "one of the two Koreas");
            lone.lone = true;
            found.push(lone);
            i + 1
        }
        Unit::Capital
            if line.head(i).is_none() || is_acronym(line.word(i)) || gazetteer.given(line.word(i)).is_some() =>
        {
            person(line, i, found)
        }
        _ => i + 1,
    }
}

/// Whether a name stands right before or behind piece `i`.
fn is_beside_name(line: &Line, i: usize) -> bool {
    line.is_name(i + 1) || i > 0 && line.is_name(i - 1)
}

/// "Minister of [Natural Resources] Devanand Persaud": where the field of an office ends, which is no name.
fn portfolio_end(line: &Line, i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let the = line.word(before) == "the" && before > 0 && line.word(before - 1) == "of";
    let before = before - usize::from(the);
    let of = matches!(line.word(before), "of" | "for");
    if !of && !matches!(line.unit(before), Unit::Title(_)) {
        return None;
    }
    let office = |j: usize| {
        let words = line.pieces.get(j).map_or(0..0, |p| p.tokens.clone());
        words.into_iter().any(|t| gazetteer().plays(&line.page.word(t).low(), Role::Portfolio))
    };
    // "Minister of Agriculture, Forestry and Fisheries": the title runs on.
    let i = i + usize::from(!of && matches!(line.word(i), "," | "and" | "&") && line.pieces[before].tokens.len() > 1);
    // "Minister of Water" is a title itself, and goes on.
    let opens =
        || if of { before > 0 && office(before - 1) } else { line.before(i) != line.word(before) && office(before) };
    fields_end(line, i).filter(|_| opens())
}

/// Whether a title opens a body's name ("Prime Minister’s Office", "General Staff").
fn opens_body(line: &Line, i: usize) -> bool {
    let next = if line.is_possessive(i + 1) { i + 2 } else { i + 1 };
    matches!(line.head(next), Some(Head::Body { .. })) && line.is_capital(next)
        || line.is_possessive(i + 1)
            && gazetteer().plays(line.word(i), Role::Possessor)
            && line.unit(next) == Unit::Capital
}

/// The end of the run of names that starts at `i`: units with capitals, and possessors ("People’s").
fn run_end(line: &Line, i: usize) -> usize {
    let mut j = i;
    while j < line.pieces.len() {
        if matches!(line.unit(j), Unit::Title(_)) && !(line.is_name(j) && opens_body(line, j)) {
            break;
        }
        let joins = j > i
            && line.is_name(j + 1)
            && (line.word(j) == "&"
                || line.is_possessive(j)
                    && (gazetteer().plays(line.word(j - 1), Role::Possessor)
                        || matches!(line.unit(j - 1), Unit::Title(_))));
        // "… of Foreign Affairs Maria Zakharova": a given name starts a name of its own.
        let person = j > i
            && line.unit(j + 1) == Unit::Capital
            && line.unit(j) == Unit::Capital
            && gazetteer().given(line.word(j)).is_some_and(|g| !g.family_first)
            && !matches!(line.unit(j - 1), Unit::Capital if gazetteer().given(line.word(j - 1)).is_some());
        // "… of Ukraine Maria Lysenko", "MFA RK Daniyar Omarov": after a state or initials two more words are a person.
        let plain = |k: usize| line.unit(k) == Unit::Capital && line.head(k).is_none() && !is_acronym(line.word(k));
        let whole =
            |k: usize| is_acronym(line.word(k)) || matches!(line.unit(k), Unit::Known(n) if n.class == Class::State);
        let follows = j > i && whole(j - 1) && plain(j) && plain(j + 1) && !line.is_name(j + 2) && !line.title_case;
        if !(line.is_name(j) || joins) || person || follows {
            break;
        }
        j += 1;
    }
    j
}

/// The longest name from `i` that a head makes one, and what its head says.
fn headed(line: &Line, i: usize) -> Option<(usize, Head)> {
    let end = run_end(line, i);
    let at = (i..end).rev().find(|j| {
        line.head(*j).is_some() || matches!(line.unit(*j), Unit::Known(n) if *j > i && is_general_body(line, *j, n))
    });
    let Some(at) = at else { return opened_place(line, i, end) };
    let head = line.head(at).unwrap_or(Head::Body { opens: false });
    let single = at == i;
    // A known name that needs no prefix, or a person's name before "Administration".
    if let Unit::Known(name) = line.unit(i)
        && single
    {
        // "Communist Party of Vietnam", "Supreme Court of Kenya"
        let last = gazetteer().head(line.page.word(line.pieces[i].tokens.end - 1));
        let open =
            name.class == Class::Body && line.word(i + 1) == "of" && matches!(last, Some(Head::Body { opens: true }));
        return open.then(|| of_end(line, at + 1)).flatten().map(|end| (end, Head::Body { opens: true }));
    }
    if gazetteer().plays(line.word(at), Role::PersonOnly)
        && (i..at).all(|j| line.unit(j) == Unit::Capital)
        && line.head(at) != Some(Head::Body { opens: true })
    {
        return None;
    }
    let adjective = |j| matches!(line.unit(j), Unit::Known(n) if n.class == Class::Adjective);
    if line.title_case && !(i..at).any(adjective) {
        return None;
    }
    if let Head::Body { opens } = head {
        if opens && let Some(end) = of_end(line, at + 1) {
            return Some((end, head));
        }
        // "King’s College London"
        let place = matches!(line.unit(at + 1), Unit::Known(n) if matches!(n.class, Class::Place | Class::Capital));
        if !single && place && matches!(line.word(at), "College" | "University" | "School" | "Institute") {
            return Some((at + 2, head));
        }
    }
    if single {
        return None;
    }
    // "Kosovo Albanian", "Iran Deal": adjectives alone make no body, plain words do.
    Some((at + 1, head))
}

/// Whether a known name is general, so that an adjective before it belongs to it ("Iranian Parliament").
fn is_general_body(line: &Line, j: usize, name: Name) -> bool {
    let last = line.pieces[j].tokens.end - 1;
    name.class == Class::Body
        && gazetteer().head(line.page.word(last)).is_some()
        && match line.unit(j - 1) {
            Unit::Known(n) => matches!(n.class, Class::Adjective | Class::State),
            Unit::Capital | Unit::Plain => gazetteer().given(line.word(j - 1)).is_none() && !line.title_case,
            _ => false,
        }
}

/// "Lake Chad", "Mount Hermon".
fn opened_place(line: &Line, i: usize, end: usize) -> Option<(usize, Head)> {
    (gazetteer().plays(line.word(i), Role::OpensPlace) && i + 1 < end && line.unit(i) == Unit::Capital)
        .then_some((i + 2, Head::Place))
}

/// "of [Agriculture, Forestry and Fisheries] Ana Petrova": where a field of government ends that starts at `i`.
fn fields_end(line: &Line, i: usize) -> Option<usize> {
    let field = |j: usize| gazetteer().plays(line.word(j), Role::Field);
    if !field(i) {
        return None;
    }
    let mut end = i + 1;
    while field(end) || matches!(line.word(end), "and" | "&" | ",") && field(end + 1) {
        end += 1;
    }
    // "the Ministry of Foreign Businesses", but "… of Foreign Affairs Ana Petrova"
    let one_more = line.unit(end) == Unit::Capital && line.unit(end + 1) != Unit::Capital;
    (!one_more).then_some(end)
}

/// After the head of a body: where "of Foreign Affairs and Trade" ends, if it stands at `at`.
fn of_end(line: &Line, at: usize) -> Option<usize> {
    let mut end = None;
    let mut j = at;
    loop {
        let link = line.word(j);
        let start = match link {
            "of" | "for" | "on" if line.word(j + 1) == "the" => j + 2,
            "of" | "for" | "on" => j + 1,
            "and" | "&" if end.is_some() && line.unit(j + 1) == Unit::Capital => j + 1,
            _ => return end,
        };
        // "Council of Ministers"
        let offices = link == "of" && line.is_capital(start) && line.word(start).ends_with('s');
        let offices = offices && matches!(line.unit(start), Unit::Title(_));
        let president = link == "of" && line.word(at.wrapping_sub(1)) == "Office" && line.is_capital(start);
        let offices = offices || president && matches!(line.unit(start), Unit::Title(_));
        let next = match fields_end(line, start) {
            Some(end) => end,
            None if offices => start + 1,
            None => run_end(line, start),
        };
        let opens_next = matches!(line.head(start), Some(Head::Body { opens: true }));
        let adjective = next > start && matches!(line.unit(next - 1), Unit::Known(n) if n.class == Class::Adjective);
        // "the Security Council on Syria": a subject, no part of the name.
        let subject = link != "of"
            && link != "and"
            && matches!(line.unit(start), Unit::Known(n) if matches!(n.class, Class::State | Class::Place | Class::Capital | Class::Territory));
        if next == start || adjective || subject || matches!(link, "and" | "&") && opens_next {
            return end;
        }
        end = Some(next);
        j = next;
    }
}

fn is_media(line: &Line, pieces: Range<usize>) -> bool {
    let gazetteer = gazetteer();
    let last = line.word(pieces.end - 1);
    pieces.clone().any(|j| Is::BroadcasterPrinted.has(line.word(j)))
        || gazetteer.plays(last, Role::Media)
            && pieces.clone().any(|j| matches!(line.word(j), "News" | "Press" | "Telegraph"))
}

/// A gazetteer's name at piece `i`.
fn known(line: &Line, i: usize, name: Name) -> Candidate {
    let (kind, known, why) = match name.class {
        Class::State => (EntityKind::Country, name.canonical, "name of a state"),
        Class::Capital => return metonym::capital(line, i, name, Candidate::new(line, i..i + 1, None, "")),
        Class::Body => (EntityKind::Organisation, name.canonical, "name of a known body"),
        Class::Seat => (EntityKind::Organisation, name.canonical, "seat of office that stands for the office"),
        Class::Outlet => (EntityKind::Outlet, name.canonical, "name of a known medium or agency"),
        Class::Territory if metonym::is_party(line, i) => {
            (EntityKind::Country, name.canonical, "territory that acts as a party")
        }
        Class::Place | Class::Territory | Class::Adjective => {
            (EntityKind::Place, name.canonical, "name of a known place")
        }
    };
    let mut candidate = Candidate { known: Some(known), ..Candidate::new(line, i..i + 1, Some(kind), why) };
    // "The Netherlands says": the article stays outside, as it does in "the Netherlands"; not "The Hague", "The Paper".
    let tokens = &line.pieces[i].tokens;
    if tokens.len() > 1 && line.word(i) == "The" && !known.starts_with("The ") {
        candidate.span.start = line.page.tokens.get(tokens.start + 1).map_or(candidate.span.start, |t| t.span.start);
    }
    candidate
}

/// A run of capitalised words at `i` that no list knows: most often a person.
fn person(line: &Line, i: usize, found: &mut Vec<Candidate>) -> usize {
    let gazetteer = gazetteer();
    let given = gazetteer.given(line.word(i)).is_some();
    let mut end = i + 1;
    // "SPD Olaf Scholz": a party before its member.
    let acronym = is_acronym(line.word(i))
        && line.word(i).chars().count() >= 3
        && line.unit(i + 1) == Unit::Capital
        && (gazetteer.given(line.word(i + 1)).is_some()
            || line.unit(i + 2) == Unit::Capital
                && line.unit(i + 3) != Unit::Capital
                && !line.title_case
                && (i + 1..i + 3).all(|j| line.head(j).is_none() && !is_acronym(line.word(j))));
    while !acronym && end < line.pieces.len() && end - i < 6 {
        let next = line.unit(end);
        // "Mohammed Shia Al-Sudani", "President Ersin Tatar"
        let people = next == Unit::Plain
            && end == i + 1
            && !line.title_case
            && (given || role_before(line, i).is_some())
            && line.word(end).chars().nth(3).is_some()
            && !line.word(end).starts_with(|c: char| !c.is_uppercase())
            && line.tag(end + 1) != Tag::Noun;
        // "the mayor of Izola Igor Kolenc": a given name starts a name of its own.
        let apart = end == i + 1
            && !given
            && matches!(line.before(i), "of" | "in" | "from")
            && gazetteer.given(line.word(end)).is_some_and(|g| !g.family_first);
        if apart && next == Unit::Capital {
            break;
        }
        // "Hassan Sheikh Mohamud", "Dina Mufti": a title that is a name here.
        let titled = given
            && end == i + 1
            && matches!(next, Unit::Title(_))
            && !matches!(line.word(end), "Dr" | "Dr.")
            && line.is_capital(end)
            && line.pieces[end].tokens.len() == 1
            && !line.title_case;
        if next == Unit::Capital || titled || people || next == Unit::Plain && ends_medium(line, end) {
            // A head that closes a body's name never ends a person's.
            end += 1;
        } else if gazetteer.plays(line.word(end), Role::Particle)
            && (line.unit(end + 1) == Unit::Capital
                || matches!(line.unit(end + 1), Unit::Known(n) if n.class == Class::Place) && given && end >= i + 2)
        {
            end += 2;
        } else if gazetteer.plays(line.word(end), Role::Particle)
            && gazetteer.plays(line.word(end + 1), Role::Particle)
            && line.unit(end + 2) == Unit::Capital
        {
            end += 3;
        } else if (given || role_before(line, i).is_some())
            && (end == i + 1
                || end == i + 2 && matches!(next, Unit::Known(n) if matches!(n.class, Class::Place | Class::Outlet)))
            && line.pieces[end].tokens.len() == 1
            && matches!(next, Unit::Known(n) if n.class != Class::Adjective)
            && !line.title_case
            && !is_acronym(line.word(end))
        {
            end += 1;
        } else {
            break;
        }
    }
    let mut candidate = Candidate::new(line, i..end, None, GUESSED);
    // "writes the 71-year-old Hannelore B.": the period belongs to the initial.
    let last = candidate.span.of(line.page.text).rsplit(' ').next().unwrap_or_default();
    let after = line.page.text.get(candidate.span.end as usize..).unwrap_or_default();
    if end >= i + 2 && last.chars().count() == 1 && after.starts_with('.') {
        candidate.span.end += 1;
    }
    // "wrote on X"
    if line.word(i) == "X"
        && end == i + 1
        && (line.before(i) == "on" || gazetteer.plays(line.before(i), Role::GenusMedia))
    {
        candidate.kind = Some(EntityKind::Outlet);
        candidate.known = Some("Twitter");
        candidate.why = "name of a known medium or agency";
        found.push(candidate);
        return end;
    }
    let opens = Is::RadioOrTvPrinted.has(line.word(i));
    if (opens || ends_medium(line, end - 1)) && end >= i + 2 && !line.title_case && role_before(line, i).is_none() {
        candidate.kind = Some(EntityKind::Outlet);
        candidate.why = NAMED_MEDIUM;
    }
    weigh(line, &mut candidate, given);
    // "the Sunrise party", "the Interstate committee": written small, and part of the name.
    let named = matches!(line.word(end), "party" | "committee" | "council") && matches!(line.before(i), "the" | "The");
    if named && !is_acronym(line.word(i)) && !line.title_case {
        candidate.pieces.end = end + 1;
        candidate.span = line.span(&candidate.pieces);
        candidate.kind = Some(EntityKind::Organisation);
    }
    if names_ship(line, i) {
        candidate.kind = None;
        candidate.points = SHIP;
    }
    found.push(candidate);
    end
}

/// "the frigate Bodrum", "the tanker “Kestrel Bay”": ships are no mentions.
fn names_ship(line: &Line, i: usize) -> bool {
    let quoted = i > 1 && opens_quotation(line.before(i));
    gazetteer().plays(line.before(i - usize::from(quoted)), Role::Ship)
}

/// Whether the word of piece `j` ends the names of media ("Herald"), and no body's.
fn ends_medium(line: &Line, j: usize) -> bool {
    gazetteer().plays(line.word(j), Role::Media) && line.head(j).is_none()
}
