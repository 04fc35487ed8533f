//! What the attribution rules look at: the page's tokens in lower case with mended tags, which of them stand in
//! quotations, dates and names, and the verb groups.

use super::facts::{self, Facts};
use crate::text::lower::Lower;
use crate::{
    extract::{
        date::DateExpression,
        mention::{EntityKind, Mention},
        page::Page,
    },
    lexicon::{
        class::{Taught, WordClass, WordClass as Is},
        cue::{Entries, Entry},
    },
    text::{
        quotation::{self, Marks, Quotation},
        span::Span,
        tag::Tag,
    },
};
use std::{borrow::Cow, ops::Range};

/// Sentences longer than this are read only so far: no rule looks further, so time stays linear.
pub const LONGEST: usize = 250;

/// A verb with its auxiliaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Its first token: auxiliary, negation or "to".
    pub start: usize,
    /// The main verb; the last auxiliary where there is none.
    pub head: usize,
    /// Whether it can be a clause's verb.
    pub finite: bool,
    /// Past tense, by its first word.
    pub past: bool,
    /// "was told"
    pub passive: bool,
    /// "did not deny"
    pub negated: bool,
    /// The modal ("would").
    pub modal: Option<usize>,
    /// "to say"
    pub infinitive: bool,
    /// "saying", without an auxiliary
    pub ing: bool,
    /// A form of "be" without another verb.
    pub copula: bool,
    /// It could be a participle that only qualifies a noun ("reports shared within").
    pub bare_participle: bool,
}

/// A word in lower case, with straight apostrophes; most words are so already.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.lower().replace('’', "'"))
    }
}

/// Whether a word is one of these. Most differ in length or first letter: the rest is seldom compared.
fn is_one_of(word: &str, words: &[&str]) -> bool {
    let first = word.as_bytes().first();
    for w in words {
        if w.len() == word.len() && w.as_bytes().first() == first && *w == word {
            return true;
        }
    }
    false
}

/// The page, seen by the rules.
pub struct Sight<'p, 'a> {
    /// The page itself.
    pub page: &'p Page<'a>,
    /// Every token in lower case, with straight apostrophes.
    pub low: Vec<Cow<'a, str>>,
    /// What each token says by itself.
    facts: Vec<Facts>,
    /// What there is to say of no token.
    nothing: Facts,
    /// A tag for each token.
    pub tags: Vec<Tag>,
    /// The quotations of all blocks.
    pub quotations: Vec<Quotation>,
    /// The quotation whose inside holds the token.
    pub quoted: Vec<Option<usize>>,
    /// Whether the token belongs to a date.
    dated: Vec<bool>,
    /// The mention that holds the token.
    named: Vec<Option<usize>>,
    /// The mentions.
    pub mentions: &'p [Mention],
    /// The verb groups of all sentences, in order.
    pub verbs: Vec<Verb>,
    /// For each token the first verb group whose head does not stand before it, once all are found.
    next_verb: Vec<u32>,
    /// Whether each token can stand inside a noun phrase, once the tags are mended: many rules ask.
    pub(super) phrased: Vec<bool>,
}

impl<'p, 'a> Sight<'p, 'a> {
    /// Looks at a page.
    pub fn of(page: &'p Page<'a>, mentions: &'p [Mention], dates: &[DateExpression]) -> Self {
        let facts = facts::facts(page);
        let words = page.words.iter().zip(&facts);
        let low = words.map(|(word, own)| if own.plain { Cow::Borrowed(*word) } else { lower(word) }).collect();
        let quotations: Vec<Quotation> = page
            .blocks
            .iter()
            .flat_map(|b| quotation::quotations(page.text, b.span))
            .filter(|q| q.marks != Marks::Dash)
            .collect();
        let spans = |all: Vec<Span>| -> Vec<Option<usize>> {
            let mut at = 0;
            page.tokens
                .iter()
                .map(|t| {
                    while all.get(at).is_some_and(|s| s.end <= t.span.start) {
                        at += 1;
                    }
                    all.get(at).is_some_and(|s| s.start <= t.span.start && t.span.end <= s.end).then_some(at)
                })
                .collect()
        };
        let quoted = spans(quotations.iter().map(|q| q.inner).collect());
        let dated = spans(dates.iter().map(|d| d.span).collect()).iter().map(Option::is_some).collect();
        let named = spans(mentions.iter().map(|m| m.span).collect());
        let mut sight = Sight {
            page,
            tags: page.tags.clone(),
            low,
            facts,
            nothing: Facts::of("", ""),
            quotations,
            quoted,
            dated,
            named,
            mentions,
            verbs: Vec::new(),
            next_verb: Vec::new(),
            phrased: Vec::new(),
        };
        sight.mend_tags();
        for s in 0..page.sentences.len() {
            let range = sight.sentence(s);
            sight.mend_cue_verbs(range);
        }
        for s in 0..page.sentences.len() {
            let range = sight.sentence(s);
            sight.find_verbs(range);
        }
        let mut next = 0;
        let tokens = 0..sight.tags.len();
        sight.next_verb = tokens
            .map(|i| {
                while sight.verbs.get(next).is_some_and(|v| v.head < i) {
                    next += 1;
                }
                next as u32
            })
            .collect();
        sight.phrased = (0..sight.tags.len()).map(|i| sight.may_stand_in_phrase(i)).collect();
        sight
    }

    /// The sentence in which a token stands.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        self.page.tokens.get(token).and_then(|t| self.page.sentence_at(t.span.start))
    }

    /// Whether a token is of a person’s name.
    pub fn names_person(&self, i: usize) -> bool {
        self.named(i).is_some_and(|m| self.mentions[m].kind == EntityKind::Person)
    }

    /// The tokens of a sentence, as far as they are read.
    pub fn sentence(&self, s: usize) -> Range<usize> {
        let range = self.page.sentences[s].tokens.clone();
        range.start..range.end.min(range.start + LONGEST)
    }

    /// The word of token `i`, in lower case; empty past the end.
    pub fn low(&self, i: usize) -> &str {
        self.low.get(i).map_or("", Cow::as_ref)
    }

    /// What token `i` says by itself.
    pub fn facts(&self, i: usize) -> &Facts {
        self.facts.get(i).unwrap_or(&self.nothing)
    }

    /// The mention that holds token `i`; none past the end.
    pub fn named(&self, i: usize) -> Option<usize> {
        self.named.get(i).copied().flatten()
    }

    /// Whether token `i` belongs to a date; false past the end.
    pub fn dated(&self, i: usize) -> bool {
        self.dated.get(i) == Some(&true)
    }

    /// The cues that start with the word of token `i`.
    pub fn cues(&self, i: usize) -> &'static Entries {
        self.facts(i).cues
    }

    /// The tag of token `i`.
    pub fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::X)
    }

    /// Whether the word of token `i` is one of these.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        is_one_of(self.low(i), words)
    }

    /// Whether the word of token `i` is of a class.
    pub fn among(&self, i: usize, class: WordClass) -> bool {
        self.facts(i).classes.has(class)
    }

    /// The classes of words that what was learnt looks at.
    pub fn taught(&self, tokens: impl Iterator<Item = usize>) -> Taught {
        tokens.fold(Taught::default(), |all, i| all.or(self.facts(i).classes.taught()))
    }

    /// The span from token `from` to before token `to`.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let (first, last) = (self.page.tokens.get(range.start)?, self.page.tokens.get(range.end.checked_sub(1)?)?);
        (range.start < range.end).then(|| first.span.cover(last.span))
    }

    /// The tokens inside a span.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.page.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.page.tokens.partition_point(|t| t.span.end <= span.end);
        start..end.max(start)
    }

    /// A noun, name or what stands for one.
    pub fn nounish(&self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Noun | Tag::Propn | Tag::Num | Tag::Sym)
            || self.named(i).is_some()
            || self.is_pronoun(i)
            || (self.tag(i) == Tag::Pron && !self.is_relative(i) && !self.is_possessive(i))
    }

    /// A pronoun that can be a subject.
    pub fn is_pronoun(&self, i: usize) -> bool {
        self.facts(i).pronoun && !matches!(self.tag(i), Tag::Det | Tag::Adj)
    }

    /// A personal pronoun.
    pub fn is_personal(&self, i: usize) -> bool {
        self.facts(i).personal
    }

    /// "who", "which", "that" as a relative.
    pub fn is_relative(&self, i: usize) -> bool {
        self.facts(i).relative || (self.low(i) == "that" && self.tag(i) == Tag::Pron)
    }

    /// "his", "’s": a possessive.
    pub fn is_possessive(&self, i: usize) -> bool {
        self.facts(i).possessive || self.is_genitive(i)
    }

    /// "’s", or the bare apostrophe of a plural.
    pub fn is_genitive(&self, i: usize) -> bool {
        match self.low(i) {
            "'s" => self.tag(i) != Tag::Aux && self.tag(i) != Tag::Verb,
            "'" => i > 0 && self.low(i - 1).ends_with('s') && self.glued(i) && !self.glued(i + 1),
            _ => false,
        }
    }

    /// Whether token `i` is a form in -ing.
    pub fn is_ing(&self, i: usize) -> bool {
        self.facts(i).ing
    }

    /// Whether token `i` follows the one before without a space.
    pub fn glued(&self, i: usize) -> bool {
        i > 0
            && match (self.page.tokens.get(i - 1), self.page.tokens.get(i)) {
                (Some(a), Some(b)) => a.span.end == b.span.start,
                _ => false,
            }
    }

    /// Whether a token stands in quotation marks.
    pub fn is_quoted(&self, i: usize) -> bool {
        self.quoted.get(i).is_some_and(Option::is_some)
    }

    /// A quotation mark.
    pub fn is_quote_mark(&self, i: usize) -> bool {
        self.facts(i).quotes || (self.low(i) == "'" && !self.is_genitive(i))
    }

    /// A dash between spaces.
    pub fn is_dash(&self, i: usize) -> bool {
        self.facts(i).dash && !(self.glued(i) && self.glued(i + 1))
    }

    /// The first verb group whose head does not stand before token `i`.
    fn next_verb(&self, i: usize) -> usize {
        let found = self.next_verb.get(i).map(|verb| *verb as usize);
        found.unwrap_or_else(|| self.verbs.partition_point(|v| v.head < i))
    }

    /// The verb group that holds token `i`.
    pub fn verb_at(&self, i: usize) -> Option<&Verb> {
        self.verbs.get(self.next_verb(i)).filter(|v| v.start <= i && i <= v.head)
    }

    /// The verb group that starts at token `i`.
    pub fn verb_from(&self, i: usize) -> Option<&Verb> {
        self.verb_at(i).filter(|v| v.start == i)
    }

    /// Whether a finite verb starts at token `i`.
    pub fn finite_at(&self, i: usize) -> bool {
        self.verb_from(i).is_some_and(|v| v.finite)
    }

    /// Whether an infinitive starts at token `i`: "[to] leave".
    pub fn infinitive_at(&self, i: usize) -> bool {
        self.verb_from(i).is_some_and(|v| v.infinitive)
    }

    /// The verb groups whose head lies in the range.
    pub fn verbs_in(&self, range: &Range<usize>) -> &[Verb] {
        let (from, to) = (self.next_verb(range.start), self.next_verb(range.end));
        &self.verbs[from..to.max(from)]
    }

    /// Whether a finite verb stands in the range.
    pub fn has_finite(&self, range: &Range<usize>) -> bool {
        self.verbs_in(range).iter().any(|v| v.finite && v.start >= range.start)
    }

    fn find_verbs(&mut self, range: Range<usize>) {
        let mut i = range.start;
        // "Nor did London rule out": the auxiliary that stands before the subject.
        let mut apart: Option<usize> = None;
        while i < range.end {
            let not_to = self.is(i, &["not", "never"]) && self.low(i + 1) == "to";
            let to = if not_to { i + 1 } else { i };
            let infinitive = self.low(to) == "to" && self.starts_infinitive(to + 1, range.end);
            if !infinitive && !matches!(self.tag(i), Tag::Aux | Tag::Verb) {
                i += 1;
                continue;
            }
            let start = i;
            let mut head = None;
            let mut auxes = Vec::new();
            let mut negated = infinitive && not_to;
            let mut j = if infinitive { to + 1 } else { i };
            while j < range.end {
                if self.among(j, Is::VerbNegation) && matches!(self.tag(j), Tag::Part | Tag::Adv | Tag::X | Tag::Intj) {
                    negated = true;
                } else if self.tag(j) == Tag::Aux
                    || self.among(j, Is::PerfectAuxiliary) && self.past_date(j + 1, range.end).is_some()
                {
                    auxes.push(j);
                } else if self.tag(j) == Tag::Verb {
                    head = Some(j);
                    break;
                } else if let Some(past) = self.past_date(j, range.end).filter(|_| auxes.len() == 1 && !infinitive) {
                    j = past;
                    continue;
                } else if self.tag(j) != Tag::Adv {
                    break;
                }
                j += 1;
            }
            let first = auxes.first().map(|a| self.low(*a));
            let be = auxes.last().is_some_and(|a| self.among(*a, Is::BeForm));
            let facts = head.map_or(&self.nothing, |h| self.facts(h));
            let participle = facts.participle;
            let ing = facts.ing && !be;
            let verb = Verb {
                start,
                head: head.or(auxes.last().copied()).unwrap_or(start),
                finite: !infinitive
                    && match first {
                        Some(aux) => Is::FiniteAuxiliary.has(aux),
                        None => !ing,
                    },
                past: match first {
                    Some(aux) => Is::PastAuxiliary.has(aux),
                    None => participle || facts.past,
                },
                passive: be && participle,
                negated: negated
                    || (start > range.start && self.is(start - 1, &["never", "nor", "not"]))
                    // "Neither Hamas nor Israel has accepted"
                    || first.is_some()
                        && (range.start..start).rev().take(9).take_while(|k| {
                            !self.is(*k, &[",", ";", "that"]) && self.tag(*k) != Tag::Verb
                        }).any(|k| self.low(k) == "neither"),
                modal: auxes.first().copied().filter(|a| self.among(*a, Is::Modal)),
                infinitive,
                ing,
                copula: head.is_none() && be,
                bare_participle: first.is_none() && participle && !infinitive,
            };
            i = verb.head.max(start) + 1;
            let mut verb = verb;
            if head.is_none() && start > range.start && self.is(start - 1, &["nor", "neither"]) {
                apart = Some(start);
            } else if let Some(aux) = apart.take().filter(|aux| start - aux < 9 && first.is_none() && !infinitive) {
                (verb.negated, verb.past, verb.finite) = (true, Is::PastAuxiliary.has(self.low(aux)), true);
            }
            self.verbs.push(verb);
        }
    }

    /// "had [in July] proposed", "has [this Wednesday] accused": past a date inside a verb group, where a participle follows.
    fn past_date(&self, i: usize, end: usize) -> Option<usize> {
        let from = i + usize::from(self.tag(i) == Tag::Adp || self.is(i, &["late", "earlier"]));
        let from = from + usize::from(from > i && self.tag(from) == Tag::Adp);
        let mut past = (from..end.min(from + 6)).find(|j| !self.dated(*j)).filter(|past| *past > from)?;
        past += usize::from(self.tag(past) == Tag::Adv || self.low(past).ends_with("ly"));
        (self.tag(past) == Tag::Verb
            && self.facts(past).participle
            && (self.among(i - 1, Is::PerfectAuxiliary) || self.is(i - 1, &["was", "were"])))
        .then_some(past)
    }

    /// The cues that may stand from token `i` on, by what its next word looks like, with nothing between.
    pub(super) fn cues_going_on(&self, i: usize) -> impl Iterator<Item = &'static Entry> {
        let next = self.facts(i + 1).glance;
        self.cues(i).going_on(move |second| second.fits(next))
    }

    /// Whether "to" before token `i` opens an infinitive.
    fn starts_infinitive(&self, mut i: usize, end: usize) -> bool {
        for _ in 0..3 {
            if i < end && matches!(self.tag(i), Tag::Adv) || self.is(i, &["not", "never"]) {
                i += 1;
            }
        }
        i < end && (matches!(self.tag(i), Tag::Verb | Tag::Aux)) && !self.is_ing(i)
    }
}

/// Whether a word is a form in -ing, not a verb whose base form ends so.
pub(super) fn is_ing(word: &str) -> bool {
    word.ends_with("ing") && !Is::BaseInIng.has(word)
}
