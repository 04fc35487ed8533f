//! What spelling and lists say of a word by itself: looked up once for each spelling, for texts repeat their words.

use super::unit::{is_acronym, is_capital_name};
use crate::{
    extract::page::Page,
    lexicon::gazetteer::{Head, Opening, Role, gazetteer},
    text::perceptron::word::ByForm,
};
use std::cell::RefCell;

/// A word by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// The names and titles that start with it.
    pub opening: Opening,
    /// What it does in names.
    pub head: Option<Head>,
    /// What it does in names or beside them, for the second reader.
    pub part: u32,
    /// Whether it has a capital or digit, so that a name may start here.
    pub opens: bool,
    /// Whether it is written as a name is, and no word that never is one.
    pub capital: bool,
    /// Whether it is a name only as part of a longer one.
    pub plain: bool,
    /// Whether it has only capitals.
    pub acronym: bool,
    /// Whether it is a given name.
    pub given: bool,
    /// Whether it has a hyphen.
    pub hyphen: bool,
}

impl Facts {
    fn of(word: &str) -> Self {
        let gazetteer = gazetteer();
        let plays = |role| gazetteer.plays(word, role);
        let participle = || word.rsplit_once('-').is_some_and(|(_, last)| gazetteer.plays(last, Role::Participle));
        Facts {
            opening: gazetteer.opening(word),
            head: gazetteer.head(word),
            part: part(word),
            opens: word.chars().any(|c| c.is_uppercase() || c.is_ascii_digit()),
            capital: is_capital_name(word) && !plays(Role::Calendar) && !plays(Role::Never) && !participle(),
            plain: plays(Role::Plain),
            acronym: is_acronym(word),
            given: gazetteer.given(word).is_some(),
            hyphen: word.contains('-'),
        }
    }

    /// Words shouted for a caption's label ("MEET RECENTLY:") are no acronyms.
    pub fn is_shouted(&self, word: &str) -> bool {
        self.acronym && !self.given && word.chars().count() > 6
    }
}

thread_local! {
    static MEMORY: RefCell<ByForm<Facts>> = RefCell::default();
}

/// The facts of all tokens of a page.
pub(super) fn facts(page: &Page) -> Vec<Facts> {
    MEMORY.with_borrow_mut(|memory| {
        let words = (0..page.tokens.len()).map(|i| (page.form(i), page.word(i)));
        words.map(|(form, word)| memory.known(form, || Facts::of(word))).collect()
    })
}

fn part(word: &str) -> u32 {
    let gazetteer = gazetteer();
    if let Some(head) = gazetteer.head(word) {
        return match head {
            Head::Body { opens: false } => 1,
            Head::Body { opens: true } => 2,
            Head::Place => 3,
            Head::Thing => 4,
        };
    }
    if word.starts_with(char::is_uppercase)
        && let Some(given) = gazetteer.given(word)
    {
        return 5 + u32::from(given.family_first);
    }
    let roles = [
        Role::Media,
        Role::OpensPlace,
        Role::Possessor,
        Role::Particle,
        Role::Calendar,
        Role::Plain,
        Role::GenusBody,
        Role::GenusPlace,
        Role::GenusMedia,
        Role::Stay,
    ];
    gazetteer.first_role(word, &roles).map_or(0, |n| 7 + n as u32)
}
