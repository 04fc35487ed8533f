//! Names of the world: states, capitals, demonyms, bodies, seats of office, agencies, outlets, cities, given names,
//! and the words that build names (titles, heads of bodies, heads of places).
//!
//! The lists are data files beside this module, each naming its source. A name is looked up by its tokens, folded
//! ("Türkiye" finds "Turkiye"); whether its capitals fit is checked apart, so that "us" is no state.

pub use crate::text::lower::starts_upper;
use crate::text::order::Order;
use crate::text::{
    fold::{self, fold},
    sieve::Sieve,
    span::Span,
    token::{self, Kind, Token},
};
use std::{borrow::Cow, sync::LazyLock};

/// What a name of the gazetteer names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A state.
    State,
    /// A seat of government: a place, or by metonymy the state it governs.
    Capital,
    /// An adjective of nationality or the name of a people; no mention by itself.
    Adjective,
    /// An organisation.
    Body,
    /// A building or street that stands for an office.
    Seat,
    /// A medium, agency or platform.
    Outlet,
    /// A place.
    Place,
    /// A disputed or dependent territory: a place that may act as a party.
    Territory,
}

/// A name of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// What it names.
    pub class: Class,
    /// Its usual form.
    pub canonical: &'static str,
    /// The state that a capital, an adjective or a seat belongs to.
    pub state: Option<&'static str>,
    /// The name as listed, for its capitals.
    form: &'static str,
}

impl Name {
    /// The state that it stands for: its own, its adjective’s, its capital’s or its seat of office’s.
    pub fn stands_for(&self) -> Option<&'static str> {
        match self.class {
            Class::State => Some(self.canonical),
            Class::Capital | Class::Adjective | Class::Seat => self.state,
            _ => None,
        }
    }
}

/// Gender, where a title or given name tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// A title, office or calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The office it is a form of ("minister of foreign affairs" → "foreign minister").
    pub office: &'static str,
    /// Whether it may stand before a name ("President Biden"), and not only as a role.
    pub before: bool,
    /// The gender it tells ("spokeswoman").
    pub gender: Option<Gender>,
    /// A form of address, no office ("Mr").
    pub address: bool,
}

/// What a noun does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Ends a body's name ("Council"), and opens one with "of" where `opens`.
    Body {
        /// "Ministry of …".
        opens: bool,
    },
    /// Ends a place's name ("Strait").
    Place,
    /// Ends the name of a thing that is no mention ("Treaty").
    Thing,
}

/// What else a word does in or beside names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ends the names of newspapers and agencies ("Times").
    Media,
    /// Opens names of places ("Lake").
    OpensPlace,
    /// Owns in names ("People’s Party").
    Possessor,
    /// Stands between the parts of a person's name ("van", "bin").
    Particle,
    /// Days, months, feasts.
    Calendar,
    /// Has a capital and is no name that counts ("Muslim", "GDP").
    Plain,
    /// After a city's name it means the city ("Moscow airport").
    Inhabited,
    /// Before a city's name it means the city ("near").
    Stay,
    /// A verb whose object is a place ("visited").
    Visit,
    /// Going to or from a place.
    Travel,
    /// Said or given to or from a government ("message").
    Send,
    /// Says that the name beside it is a body ("militia").
    GenusBody,
    /// Says that the name beside it is a place ("province").
    GenusPlace,
    /// With "of" behind it tells that a place follows ("mayor of").
    OfPlace,
    /// Says that the name beside it is a medium ("newspaper").
    GenusMedia,
    /// Makes an adjective of the name before its hyphen ("Iran-backed").
    Participle,
    /// Never a name of its own, however it is written ("However").
    Never,
    /// A verb whose object is a party ("warned").
    ActOn,
    /// After a person's name it is no part of a body's name ("Administration").
    PersonOnly,
    /// What a government does in the present tense ("replies").
    Acts,
    /// After a place's name it names a treaty ("agreement").
    Pact,
    /// An office whose field follows with "of" ("minister").
    Portfolio,
    /// A word of such a field ("Agriculture").
    Field,
    /// A body by its head alone, where it has a capital ("the Commission").
    Alone,
    /// Who works for a medium ("correspondent").
    Reports,
    /// Says that the name behind it is a ship's ("frigate").
    Ship,
}

/// A given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its gender, where plain.
    pub gender: Option<Gender>,
    /// It is a family name that stands first ("Kim Jong Un").
    pub family_first: bool,
}

/// How many tokens the longest name and the longest title have that start with a word; 0 where none does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Of names.
    pub name: usize,
    /// Of titles.
    pub title: usize,
    /// How their second words may begin, a bit each ([`beginning`]).
    seconds: u32,
    /// The name and the title that the word is by itself.
    alone: (Option<&'static Name>, Option<&'static Title>),
}

/// How a word begins: a bit for its first letter or digit. Marks and letters outside ASCII, which are folded, may be any.
fn beginning(word: &str) -> u32 {
    match word.bytes().next() {
        Some(byte) if byte.is_ascii_alphanumeric() => 1 << (byte % 32),
        _ => u32::MAX,
    }
}

/// How many tokens the longest has, and how the second word of all may begin.
type Longest = (usize, u32);

/// What stands at a place, and how many tokens it has.
pub type Found<T> = Option<(T, usize)>;

/// All lists, parsed once.
#[derive(Debug, Default)]
pub struct Gazetteer {
    names: Sieve<Vec<Name>>,
    titles: Sieve<Title>,
    heads: Sieve<Head>,
    /// A bit for each role that a word plays.
    roles: Sieve<u32>,
    given: Sieve<Given>,
    adjectives: Sieve<&'static str>,
    body_heads: Sieve<Vec<&'static str>>,
    /// By first word: how many tokens the longest name or title has that starts with it, and how their second words begin.
    longest_name: Sieve<Longest>,
    longest_title: Sieve<Longest>,
}

/// The gazetteer.
pub fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::parse);
    &GAZETTEER
}

/// The lines of a data file that hold data, cut at tabs.
fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}

fn forms(field: Option<&&'static str>) -> impl Iterator<Item = &'static str> {
    field.copied().unwrap_or_default().split(';').map(str::trim).filter(|f| !f.is_empty())
}

/// The key of a name in the map: its folded tokens, parted by single spaces.
fn key(text: &str, tokens: &[Token]) -> String {
    let mut key = String::with_capacity(text.len());
    for (n, token) in tokens.iter().enumerate() {
        if n > 0 {
            key.push(' ');
        }
        push_key(&mut key, token.span.of(text));
    }
    key.truncate(key.trim_end().len());
    key
}

/// About so many names there are.
const NAMES: usize = 18_000;

/// No name or title has more tokens.
const MOST_TOKENS: usize = 16;

/// The key of `tokens`, and where in it those of the first, the first two, the first three … tokens end.
fn keys(text: &str, tokens: &[Token]) -> (String, [usize; MOST_TOKENS]) {
    let (mut key, mut ends) = (String::with_capacity(48), [0; MOST_TOKENS]);
    for (n, (token, end)) in tokens.iter().zip(&mut ends).enumerate() {
        if n > 0 {
            key.push(' ');
        }
        push_key(&mut key, token.span.of(text));
        *end = key.trim_end().len();
    }
    (key, ends)
}

/// The folded word without its periods: "U.S.", "Mr." and "Gen" are found with and without them.
fn push_key(key: &mut String, word: &str) {
    if word.is_ascii() {
        let start = key.len();
        if word.as_bytes().contains(&b'.') {
            word.split('.').for_each(|part| key.push_str(part));
        } else {
            key.push_str(word);
        }
        if let Some(own) = key.get_mut(start..) {
            own.make_ascii_lowercase();
        }
    } else {
        key.extend(fold(word).chars().filter(|c| *c != '.'));
    }
}

/// Room for the small letters of a word that is not too long.
type Room = [u8; 32];

/// A word of plain letters, small.
fn small<'r>(word: &str, room: &'r mut Room) -> Option<&'r str> {
    let small = room.get_mut(..word.len()).filter(|_| word.is_ascii())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    std::str::from_utf8(small).ok()
}

/// The key of one word; most words of a text are their own, or are no longer than `room`.
fn word_key<'w>(word: &'w str, room: &'w mut Room) -> Cow<'w, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase() && b != b'.') {
        return Cow::Borrowed(word);
    }
    if !word.as_bytes().contains(&b'.')
        && let Some(small) = small(word, room)
    {
        return Cow::Borrowed(small);
    }
    let mut key = String::with_capacity(word.len());
    push_key(&mut key, word);
    Cow::Owned(key)
}

impl Role {
    /// The role that the list calls so.
    fn of_kind(kind: &str) -> Option<Role> {
        Some(match kind {
            "media" => Role::Media,
            "opens" => Role::OpensPlace,
            "possessor" => Role::Possessor,
            "particle" => Role::Particle,
            "calendar" => Role::Calendar,
            "plain" => Role::Plain,
            "inhabited" => Role::Inhabited,
            "stay" => Role::Stay,
            "visit" => Role::Visit,
            "travel" => Role::Travel,
            "genus-org" => Role::GenusBody,
            "genus-place" => Role::GenusPlace,
            "of-place" => Role::OfPlace,
            "genus-media" => Role::GenusMedia,
            "person-only" => Role::PersonOnly,
            "act-on" => Role::ActOn,
            "acts" => Role::Acts,
            "pact" => Role::Pact,
            "field" => Role::Field,
            "alone" => Role::Alone,
            "reports" => Role::Reports,
            "ship" => Role::Ship,
            "portfolio" => Role::Portfolio,
            "never" => Role::Never,
            "participle" => Role::Participle,
            "send" => Role::Send,
            _ => return None,
        })
    }
}

/// Organisations, with their other names.
const BODIES: &str = include_str!("data/bodies.tsv");

impl Gazetteer {
    fn parse() -> Self {
        let (names, given) = (Sieve::with_room(NAMES), Sieve::with_room(NAMES / 2));
        let mut all = Gazetteer { names, given, ..Gazetteer::default() };
        all.add_states();
        all.add_seats();
        all.add_listed(Class::Body, BODIES);
        all.add_listed(Class::Outlet, include_str!("data/outlets.tsv"));
        all.add_places();
        all.add_titles();
        all.add_heads();
        all.add_heads_of_bodies();
        all.add_given_names();
        all
    }

    /// States, the adjectives and peoples of each, and where it is governed from.
    fn add_states(&mut self) {
        for row in rows(include_str!("data/states.tsv")) {
            let Some(&canonical) = row.first() else { continue };
            let name = |class, form| Name { class, canonical, state: Some(canonical), form };
            self.add(name(Class::State, canonical));
            forms(row.get(1)).for_each(|f| self.add(name(Class::State, f)));
            forms(row.get(2)).for_each(|f| self.add(name(Class::Adjective, f)));
            if let Some(adjective) = forms(row.get(2)).next() {
                self.adjectives.or_insert(canonical, adjective);
            }
            forms(row.get(3)).for_each(|f| self.add(Name { canonical: f, ..name(Class::Capital, f) }));
        }
    }

    /// Buildings and streets that stand for an office.
    fn add_seats(&mut self) {
        for row in rows(include_str!("data/seats.tsv")) {
            let (Some(&canonical), state) = (row.first(), row.get(1).copied()) else { continue };
            forms(row.get(2)).for_each(|form| self.add(Name { class: Class::Seat, canonical, state, form }));
        }
    }

    /// Names of one class, each row with its other forms.
    fn add_listed(&mut self, class: Class, file: &'static str) {
        for row in rows(file) {
            let Some(&canonical) = row.first() else { continue };
            self.add(Name { class, canonical, state: None, form: canonical });
            forms(row.get(1)).for_each(|form| self.add(Name { class, canonical, state: None, form }));
        }
    }

    /// Territories with where they are governed from, and other places.
    fn add_places(&mut self) {
        for row in rows(include_str!("data/places.tsv")) {
            let (Some(&kind), Some(&canonical)) = (row.first(), row.get(1)) else { continue };
            let class = if kind == "d" { Class::Territory } else { Class::Place };
            self.add(Name { class, canonical, state: None, form: canonical });
            forms(row.get(2)).for_each(|form| self.add(Name { class, canonical, state: None, form }));
            let seat = |f| Name { class: Class::Capital, canonical: f, state: Some(canonical), form: f };
            forms(row.get(3)).for_each(|f| self.add(seat(f)));
        }
        for row in rows(include_str!("data/cities.txt")) {
            forms(row.first()).for_each(|f| self.add(Name { class: Class::Place, canonical: f, state: None, form: f }));
        }
    }

    /// Titles and forms of address.
    fn add_titles(&mut self) {
        for row in rows(include_str!("data/titles.tsv")) {
            let (Some(&form), Some(&gender), Some(&office)) = (row.first(), row.get(1), row.get(2)) else { continue };
            let title = Title { office, before: form != "r", gender: gender_of(gender), address: form == "a" };
            for words in forms(row.get(3)) {
                let tokens = token::tokens(words, Span::new(0, words.len()));
                let key = key(words, &tokens).leak();
                longest(&mut self.longest_title, key, words, &tokens);
                self.titles.or_insert(key, title);
            }
        }
    }

    /// Words that tell what a name names, and words beside names.
    fn add_heads(&mut self) {
        for row in rows(include_str!("data/heads.txt")) {
            let (Some(&kind), Some(words)) = (row.first(), row.get(1)) else { continue };
            for word in words.split_whitespace() {
                match kind {
                    "org" => _ = self.heads.or_insert(word, Head::Body { opens: false }),
                    "of" => self.heads.insert(word, Head::Body { opens: true }),
                    "place" => _ = self.heads.or_insert(word, Head::Place),
                    "thing" => _ = self.heads.or_insert(word, Head::Thing),
                    _ => {
                        if let Some(role) = Role::of_kind(kind) {
                            *self.roles.or_insert(word, 0) |= 1 << role as u32;
                        }
                    }
                }
            }
        }
    }

    /// Which words of each body's names tell that it is one.
    fn add_heads_of_bodies(&mut self) {
        for row in rows(BODIES) {
            let Some(&canonical) = row.first() else { continue };
            let words = std::iter::once(canonical).chain(forms(row.get(1))).flat_map(str::split_whitespace);
            let heads: Vec<_> = words.filter(|w| matches!(self.heads.get(w), Some(Head::Body { .. }))).collect();
            self.body_heads.insert(canonical, heads);
        }
    }

    fn add_given_names(&mut self) {
        for row in rows(include_str!("data/first-names.txt")) {
            let (Some(&gender), Some(names)) = (row.first(), row.get(1)) else { continue };
            let given = Given { gender: gender_of(gender), family_first: gender == "x" };
            for name in names.split_whitespace() {
                self.given.or_insert(fold(name).leak(), given);
            }
        }
    }

    fn add(&mut self, name: Name) {
        let tokens = token::tokens(name.form, Span::new(0, name.form.len()));
        // The lists are kept for good.
        let key = key(name.form, &tokens).leak();
        longest(&mut self.longest_name, key, name.form, &tokens);
        let known = self.names.or_insert(key, Vec::new());
        if !known.iter().any(|n| n.class == name.class && n.form == name.form) {
            known.push(name);
        }
    }

    /// How long names and titles are that start with `word`.
    pub fn opening(&'static self, word: &str) -> Opening {
        let mut room = Room::default();
        let key = word_key(word, &mut room);
        let most = |map: &Sieve<Longest>| map.get(key.as_ref()).copied().unwrap_or_default();
        let named = starts_upper(word) || matches!(word.as_bytes().first(), Some(b'0'..=b'9' | b'a' | b'd'));
        let name = if named { most(&self.longest_name) } else { (0, 0) };
        let title = most(&self.longest_title);
        let mut opening =
            Opening { name: name.0.min(MOST_TOKENS), title: title.0.min(MOST_TOKENS), ..Opening::default() };
        opening.seconds = name.1 | title.1;
        if opening.name.max(opening.title) > 0 && word != "." {
            let one = Token { span: Span::new(0, word.len()), kind: Kind::Word };
            let found = self.names.get(key.trim_end()).map_or(&[][..], Vec::as_slice);
            opening.alone.0 = found.iter().find(|name| fits(name.form, word, &[one]));
            opening.alone.1 = self.titles.get(key.trim_end());
        }
        opening
    }

    /// The longest name and the longest title that start with the first of `tokens`, and how many tokens each has.
    pub fn opened(&self, opening: Opening, text: &str, tokens: &[Token]) -> (Found<Name>, Found<Title>) {
        let Opening { name, title, seconds, alone } = opening;
        // Most words open nothing.
        if name.max(title) == 0 {
            return (None, None);
        }
        // Most words that open longer names are followed by no second word of theirs.
        let goes_on = tokens.get(1).is_some_and(|second| beginning(second.span.of(text)) & seconds != 0);
        let most = if goes_on { tokens.len() } else { tokens.len().min(1) };
        let (name, title) = (name.min(most), title.min(most));
        if name.max(title) <= 1 {
            return (
                alone.0.filter(|_| name > 0).map(|name| (*name, 1)),
                alone.1.filter(|_| title > 0).map(|title| (*title, 1)),
            );
        }
        let (key, ends) = keys(text, &tokens[..name.max(title)]);
        let lengths = |most: usize| (1..=most).rev().filter(|n| tokens[n - 1].span.of(text) != ".");
        let name = lengths(name).find_map(|n| {
            let found = self.names.get(&key[..ends[n - 1]])?;
            found.iter().find(|name| fits(name.form, text, &tokens[..n])).map(|name| (*name, n))
        });
        (name, lengths(title).find_map(|n| Some((*self.titles.get(&key[..ends[n - 1]])?, n))))
    }

    /// The longest name that starts with the first of `tokens`, and how many tokens it has.
    pub fn name(&'static self, text: &str, tokens: &[Token]) -> Option<(Name, usize)> {
        let opening = self.opening(tokens.first()?.span.of(text));
        self.opened(Opening { title: 0, ..opening }, text, tokens).0
    }

    /// The name that is exactly `words`, if there is one.
    pub fn named(&self, words: &str) -> Option<Name> {
        let find = |key: &str, tokens: &[Token]| {
            self.names.get(key)?.iter().find(|name| fits(name.form, words, tokens)).copied()
        };
        if let Some(one) = token::plain(words) {
            return find(&word_key(words, &mut Room::default()), &[one]);
        }
        let tokens = token::tokens(words, Span::new(0, words.len()));
        find(&key(words, &tokens), &tokens)
    }

    /// The same of one word: most start no name at all.
    pub fn named_by(&self, word: &str) -> Option<Name> {
        if self.longest_name.has(&word_key(word, &mut Room::default())) { self.named(word) } else { None }
    }

    /// The state that exactly these words stand for.
    pub fn state(&self, words: &str) -> Option<&'static str> {
        self.named(words)?.stands_for()
    }

    /// The forms of all names whose usual form, or whose state, has this slug.
    pub fn spellings(&self, slug: &str) -> Vec<&'static str> {
        let is = |name: &str| fold::slug(name) == slug;
        let of = |name: &&Name| is(name.canonical) || name.state.is_some_and(is);
        let mut forms: Vec<_> = self.names.values().iter().flatten().filter(of).map(|name| name.form).collect();
        forms.order();
        forms.dedup();
        forms
    }

    /// The longest title that starts with the first of `tokens`, and how many tokens it has.
    pub fn title(&'static self, text: &str, tokens: &[Token]) -> Option<(Title, usize)> {
        let opening = self.opening(tokens.first()?.span.of(text));
        self.opened(Opening { name: 0, ..opening }, text, tokens).1
    }

    /// The adjective of a state ("Iran" → "Iranian").
    pub fn adjective(&self, state: &str) -> Option<&'static str> {
        self.adjectives.get(state).copied()
    }

    /// The heads in the full names of a known body ("NATO" → "Organization", "Alliance").
    pub fn heads_of(&self, canonical: &str) -> &[&'static str] {
        self.body_heads.get(canonical).map_or(&[], Vec::as_slice)
    }

    /// What `word` does in names, as it is written.
    pub fn head(&self, word: &str) -> Option<Head> {
        self.heads.get(word).copied()
    }

    /// Whether `word`, as it is written, plays a role beside names.
    pub fn plays(&self, word: &str, role: Role) -> bool {
        self.first_role(word, &[role]).is_some()
    }

    /// Which is the first of `roles` that `word`, as it is written, plays.
    pub fn first_role(&self, word: &str, roles: &[Role]) -> Option<usize> {
        let played = *self.roles.get(word)?;
        roles.iter().position(|role| played & (1 << *role as u32) != 0)
    }

    /// What is known of a given name.
    pub fn given(&self, word: &str) -> Option<Given> {
        match small(word, &mut Room::default()) {
            Some(small) => self.given.get(small).copied(),
            None => self.given.get(fold(word).as_str()).copied(),
        }
    }
}

fn gender_of(code: &str) -> Option<Gender> {
    match code {
        "f" => Some(Gender::Female),
        "m" => Some(Gender::Male),
        _ => None,
    }
}

/// Notes a name of this key by its first word.
fn longest(map: &mut Sieve<Longest>, key: &'static str, text: &str, tokens: &[Token]) {
    let first = key.split(' ').next().unwrap_or_default();
    let second = tokens.get(1).map_or(0, |second| beginning(second.span.of(text)));
    let (most, seconds) = map.or_insert(first, (0, 0));
    (*most, *seconds) = ((*most).max(tokens.len()), *seconds | second);
}

/// Whether the capitals of `tokens` fit those of a listed name: words in capitals stay so, words with a capital have one.
fn fits(form: &str, text: &str, tokens: &[Token]) -> bool {
    let mut words = form.split_whitespace();
    let (Some(first), Some(printed)) = (words.next(), tokens.first()) else { return false };
    let printed = printed.span.of(text);
    if tokens.len() == 1 && words.next().is_none() {
        let capitals = first.chars().filter(|c| c.is_uppercase()).count();
        if capitals > 1 && !first.chars().any(char::is_lowercase) {
            // "Minusma", "Ecowas": a long acronym may be printed as a word.
            let word = first.len() >= 5 && starts_upper(printed) && !printed.chars().skip(1).any(char::is_uppercase);
            return word || !printed.chars().any(char::is_lowercase) && printed.chars().any(char::is_uppercase);
        }
        return starts_upper(printed) || printed == first;
    }
    // Later words of a name may have lost their capital in translation where the first has kept it.
    starts_upper(printed) || !starts_upper(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(words: &str) -> Option<(Class, &'static str)> {
        gazetteer().named(words).map(|n| (n.class, n.canonical))
    }

    #[test]
    fn names_are_found_with_their_capitals() {
        assert_eq!(known("U.S."), Some((Class::State, "United States")));
        assert_eq!(known("us"), None);
        assert_eq!(known("Minusma"), Some((Class::Body, "MINUSMA")));
        assert_eq!(known("Who"), None);
        assert_eq!(known("Türkiye"), Some((Class::State, "Turkey")));
        assert_eq!(known("Côte d’Ivoire"), Some((Class::State, "Ivory Coast")));
        assert_eq!(known("Khartoum"), Some((Class::Capital, "Khartoum")));
        assert_eq!(known("South Korean"), Some((Class::Adjective, "South Korea")));
        assert_eq!(known("Agence France-Presse"), Some((Class::Outlet, "AFP")));
        assert_eq!(known("Élysée"), Some((Class::Seat, "French Presidency")));
        assert_eq!(known("Organization for Security and Co-operation in Europe"), Some((Class::Body, "OSCE")));
    }

    #[test]
    fn there_are_about_as_many_names_as_room_is_made_for() {
        let all = gazetteer();
        for (there, room) in [(all.names.values().len(), NAMES), (all.given.values().len(), NAMES / 2)] {
            assert!(there <= room && room < there * 2, "{there} of {room}");
        }
    }

    #[test]
    fn no_key_is_longer_than_is_looked_for() {
        let longest = |map: &Sieve<Longest>| map.values().iter().map(|l| l.0).max().unwrap_or_default();
        assert!(longest(&gazetteer().longest_name).max(longest(&gazetteer().longest_title)) <= MOST_TOKENS);
    }

    /// No second word is overlooked, whatever it begins with.
    #[test]
    fn every_name_is_found_whole() {
        let printed = gazetteer().names.values().iter().flatten().filter(|name| starts_upper(name.form));
        for form in printed.map(|name| name.form) {
            let tokens = token::tokens(form, Span::new(0, form.len()));
            if tokens.len() > 1 && form.ends_with('.') {
                continue; // "U. S." ends its sentence
            }
            assert_eq!(gazetteer().name(form, &tokens).map(|(_, n)| n), Some(tokens.len()), "{form}");
            if tokens.len() == 1 {
                assert_eq!(gazetteer().named_by(form), gazetteer().named(form), "{form}");
            }
        }
    }

    #[test]
    fn titles_are_found_in_any_case() {
        let text = "Vice Foreign Minister spoke";
        let tokens = token::tokens(text, Span::new(0, text.len()));
        let (title, n) = gazetteer().title(text, &tokens).unwrap();
        assert_eq!((title.office, n), ("deputy foreign minister", 3));
    }

    #[test]
    fn given_names_tell_gender() {
        assert_eq!(gazetteer().given("Fatima").and_then(|g| g.gender), Some(Gender::Female));
        assert_eq!(gazetteer().given("Sergei").and_then(|g| g.gender), Some(Gender::Male));
        assert!(gazetteer().given("Xi").is_some_and(|g| g.family_first));
    }
}
