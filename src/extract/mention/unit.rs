//! A sentence as units: known names, titles, capitalised words nobody knows, other words.

use super::facts::Facts;
use crate::lexicon::class::WordClass as Is;
use crate::{
    extract::page::Page,
    lexicon::gazetteer::{Head, Name, Role, Title, gazetteer, starts_upper},
    text::{
        span::Span,
        tag::{Tag, is_met},
        token::{Kind, Token},
    },
};
use std::ops::Range;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unit {
    /// A name of the gazetteer.
    Known(Name),
    /// A title or calling.
    Title(Title),
    /// A capitalised word that may be (part of) a name.
    Capital,
    /// A word with a capital that is a name only as part of a longer one ("Central", "Muslim").
    Plain,
    /// Any other word or mark.
    Word,
}

/// A unit and its tokens in the page.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    pub unit: Unit,
    pub tokens: Range<usize>,
    /// Its first word: the rules ask for it many times.
    word: &'a str,
}

/// One sentence, cut into units.
pub(super) struct Line<'p, 'a> {
    pub page: &'p Page<'a>,
    /// What is known of each token of the page by itself.
    pub facts: &'p [Facts],
    pub pieces: Vec<Piece<'a>>,
    /// Most words have capitals, as in headlines: a capital tells nothing.
    pub title_case: bool,
}

impl<'p, 'a> Line<'p, 'a> {
    /// Cuts a sentence; `facts` are those of all tokens of the page.
    pub fn of(page: &'p Page<'a>, facts: &'p [Facts], tokens: Range<usize>) -> Self {
        let title_case = is_title_case(page, &tokens);
        let mut pieces = Vec::with_capacity(tokens.len());
        let mut i = tokens.start;
        while i < tokens.end {
            let rest = &page.tokens[i..tokens.end];
            let (unit, n) = unit(page, &facts[i], i, rest, title_case, i == tokens.start);
            pieces.push(Piece { unit, tokens: i..i + n, word: page.word(i) });
            i += n;
        }
        Self { page, facts, pieces, title_case }
    }

    /// The first word of piece `i`; empty outside the sentence.
    pub fn word(&self, i: usize) -> &'a str {
        self.pieces.get(i).map_or("", |p| p.word)
    }

    /// The word before piece `i`; empty at the start.
    pub fn before(&self, i: usize) -> &'a str {
        i.checked_sub(1).and_then(|j| self.pieces.get(j)).map_or("", |p| self.page.word(p.tokens.end - 1))
    }

    pub fn unit(&self, i: usize) -> Unit {
        self.pieces.get(i).map_or(Unit::Word, |p| p.unit)
    }

    pub fn tag(&self, i: usize) -> Tag {
        self.pieces.get(i).and_then(|p| self.page.tags.get(p.tokens.start)).copied().unwrap_or(Tag::X)
    }

    /// The span of the pieces `range`.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (self.pieces.get(range.start), range.end.checked_sub(1).and_then(|i| self.pieces.get(i))) {
            (Some(first), Some(last)) => {
                self.page.tokens[first.tokens.start].span.cover(self.page.tokens[last.tokens.end - 1].span)
            }
            _ => Span::new(0, 0),
        }
    }

    /// The tokens of the pieces `range`.
    pub fn tokens(&self, range: &Range<usize>) -> Range<usize> {
        match (self.pieces.get(range.start), range.end.checked_sub(1).and_then(|i| self.pieces.get(i))) {
            (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
            _ => 0..0,
        }
    }

    /// What the word of piece `i` does in names, if it has one capital and is no part of a longer known name.
    pub fn head(&self, i: usize) -> Option<Head> {
        let piece = self.pieces.get(i)?;
        if piece.tokens.len() != 1 || matches!(piece.unit, Unit::Title(_)) {
            return None;
        }
        self.facts[piece.tokens.start].head
    }

    /// Whether piece `i` is a possessive ending.
    pub fn is_possessive(&self, i: usize) -> bool {
        is_possessive(self.word(i))
    }

    /// Whether piece `i` starts with a capital.
    pub fn is_capital(&self, i: usize) -> bool {
        starts_upper(self.word(i))
    }

    /// Whether piece `i` is or may be part of a name.
    pub fn is_name(&self, i: usize) -> bool {
        match self.unit(i) {
            Unit::Known(_) | Unit::Capital | Unit::Plain => true,
            Unit::Title(_) => self.is_capital(i),
            Unit::Word => false,
        }
    }
}

/// Whether `word` is a possessive ending.
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’" | "ʼs" | "´s" | "`s" | "‘s" | "'S" | "’S")
}

/// Whether all letters of `word` are capitals, and it has at least two.
pub(super) fn is_acronym(word: &str) -> bool {
    let count = |plain: fn(&u8) -> bool, of: fn(char) -> bool| {
        if word.is_ascii() { word.bytes().filter(plain).count() } else { word.chars().filter(|c| of(*c)).count() }
    };
    let upper = count(u8::is_ascii_uppercase, char::is_uppercase);
    let lower = count(u8::is_ascii_lowercase, char::is_lowercase);
    // "MpS" too, with a capital at both ends.
    upper >= 2 && (lower == 0 || lower <= 2 && upper + lower <= 5 && word.ends_with(char::is_uppercase))
}

fn unit(page: &Page, facts: &Facts, i: usize, rest: &[Token], title_case: bool, first: bool) -> (Unit, usize) {
    if rest[0].kind == Kind::Mark {
        return (Unit::Word, 1);
    }
    match gazetteer().opened(facts.opening, page.text, rest) {
        (Some((name, n)), title) if title.is_none_or(|(_, m)| m < n) => return (Unit::Known(name), n),
        (_, Some((title, n))) if title.before => {
            return (Unit::Title(title), n);
        }
        _ => {}
    }
    // "the head of diplomacy, Jan Hamrla", "Ramadan Atalay": given names that are months too.
    let next = rest.get(1).map_or("", |t| t.span.of(page.text));
    let christened = facts.opens
        && Is::GivenMonth.has(page.word(i))
        && is_capital_name(next)
        && page.tags.get(i + 1) == Some(&Tag::Propn)
        && !gazetteer().plays(next, Role::Calendar)
        && !gazetteer().plays(next, Role::Never)
        && !(i > 0 && page.word(i - 1).ends_with(|c: char| c.is_ascii_digit()));
    if christened {
        return (Unit::Capital, 1);
    }
    if !facts.capital {
        return (Unit::Word, 1);
    }
    // "Christian Schmidt", "Islam Karimov"
    let named = || is_capital_name(next) && gazetteer().named(next).is_none() && !is_met(next);
    if facts.plain && !(facts.given && named() && !(i > 0 && page.word(i - 1) == "the")) {
        return (Unit::Plain, 1);
    }
    // "SPECIAL ENVOY HENRIK SOLBERG:" shouts a name, "MEET RECENTLY:" does not.
    let named = || i > 0 && page.word(i - 1).len() > 2 && gazetteer().given(page.word(i - 1)).is_some();
    if facts.is_shouted(page.word(i)) && !named() {
        return (Unit::Word, 1);
    }
    let tag = page.tags.get(i).copied().unwrap_or(Tag::X);
    let closed = matches!(
        tag,
        Tag::Adp | Tag::Aux | Tag::Cconj | Tag::Det | Tag::Intj | Tag::Num | Tag::Part | Tag::Pron | Tag::Sconj
    );
    let doubtful = first || title_case || starts_quotation(page, i);
    let lexical = !matches!(tag, Tag::Propn | Tag::X);
    // "Foreign Ministry spokesman: …": the first word of a body's name.
    let next = rest.get(1).filter(|_| first && lexical && !title_case).map_or("", |t| t.span.of(page.text));
    let heads = || matches!(gazetteer().head(next), Some(Head::Body { .. }));
    if !closed && heads() {
        return (Unit::Capital, 1);
    }
    if doubtful && !title_case && is_christened(page, rest) {
        return (Unit::Capital, 1);
    }
    if closed && doubtful && !facts.acronym && !facts.hyphen
        || doubtful && (title_case || !facts.acronym) && lexical && facts.head.is_none() && !facts.given
    {
        return (Unit::Word, 1);
    }
    (Unit::Capital, 1)
}

/// "Qubad Talabani, after he had left", "Fepex, the federation of exporters": whether a word that the tagger has never met opens a
/// name at a sentence's start, with one more word that it has not met, or before what it is.
fn is_christened(page: &Page, rest: &[Token]) -> bool {
    let word = |k: usize| rest.get(k).map_or("", |t| t.span.of(page.text));
    let strange = |k: usize| !is_met(word(k)) && gazetteer().named(word(k)).is_none();
    let named = |k: usize| is_capital_name(word(k));
    // "Farmer Zhyldyz Orozalieva": three words may be a calling and a name.
    let two = named(1) && strange(1) && !named(2);
    let told = word(1) == "," && matches!(word(2), "the" | "a" | "an");
    let bent = ["ing", "ed"].iter().any(|end| word(0).ends_with(end));
    (two && gazetteer().given(word(0)).is_some() || (two || told) && strange(0)) && !bent
}

/// Whether a word is a mark that opens a quotation.
pub(super) fn opens_quotation(word: &str) -> bool {
    matches!(word, "“" | "\"" | "„" | "«")
}

/// Whether a quotation mark or dash stands before token `i`: what follows starts a sentence of its own.
fn starts_quotation(page: &Page, i: usize) -> bool {
    i > 0 && matches!(page.word(i - 1), "“" | "\"" | "„" | "«" | "‘" | "-" | "–" | "—" | ":" | "(" | "•")
}

/// Whether a word is written as a name is: with a capital, or with one after an Arabic article ("al-Assad").
pub(super) fn is_capital_name(word: &str) -> bool {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return false;
    }
    if starts_upper(word) {
        return word.chars().any(char::is_alphabetic);
    }
    match word.split_once('-') {
        Some((article, rest)) => Is::ArabicArticle.has(article) && starts_upper(rest),
        None => ["d’", "d'", "bin-"].iter().any(|p| word.strip_prefix(p).is_some_and(starts_upper)),
    }
}

fn is_title_case(page: &Page, tokens: &Range<usize>) -> bool {
    let mut upper = 0;
    for i in tokens.clone().skip(1) {
        let word = page.word(i);
        // Four plain bytes are four letters.
        let long = word.as_bytes().get(..4).is_some_and(<[u8]>::is_ascii) || word.chars().nth(3).is_some();
        if !long || !word.starts_with(char::is_alphabetic) {
            continue;
        }
        if starts_upper(word) {
            upper += 1;
        } else if !matches!(page.tags.get(i), Some(Tag::Adp | Tag::Sconj | Tag::Det | Tag::Pron))
            || word.ends_with("thing") && page.tags.get(i) == Some(&Tag::Pron)
        {
            return false;
        }
    }
    upper >= 3
}
