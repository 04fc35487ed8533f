//! What the learner of acts sees of a statement: its words, the build of its clauses, what the rules say.

use super::{
    Attribution, Source,
    clause::{self, Whose},
};
use crate::{
    extract::{attribution::sight::Sight, mention::EntityKind, sign::signs},
    lexicon::{
        act::Act,
        deed::{Deeds, Root},
        gazetteer::{Class, gazetteer},
    },
    text::{
        perceptron::{
            bucket,
            word::{SEED, fold},
        },
        tag::Tag,
    },
};
use std::ops::Range;

/// So many words of a content are looked at.
const LONGEST: usize = 60;

/// What may stand for a word: names and numbers are many, their kinds few.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Word(u32),
    Kind(u32),
}

impl Shown {
    fn code(self) -> u32 {
        match self {
            Shown::Word(hash) => hash,
            Shown::Kind(kind) => kind,
        }
    }
}

/// The features of a statement, each once.
pub(super) fn features(sight: &Sight, a: &Attribution, rule: Option<Act>) -> Vec<u32> {
    let mut bag = Bag { found: Vec::new() };
    let tokens: Vec<usize> = a.content.iter().flat_map(|c| sight.tokens_of(*c)).take(LONGEST).collect();
    let rule = rule.map_or(0, |act| 1 + act as u32);
    let spoken = u32::from(a.spoken);
    bag.add(0, &[]);
    bag.add(1, &[rule]);
    bag.add(2, &[rule, spoken]);
    bag.add(3, &[hash(&a.lemma)]);
    bag.add(4, &[u32::from(a.frame.has(crate::lexicon::cue::Frames::THAT)), spoken]);
    bag.add(5, &[source(sight, a)]);
    bag.add(6, &[u32::from(a.object.is_some())]);
    words(sight, &tokens, &mut bag);
    let whole = match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => *first..last + 1,
        _ => return bag.done(),
    };
    let first = a.content.first().map_or(whole.clone(), |c| sight.tokens_of(*c));
    clauses(sight, a, &first, &mut bag);
    for (n, (sign, _)) in signs(sight, &whole).enumerate() {
        bag.add(30, &[sign.act as u32]);
        if n == 0 {
            bag.add(31, &[sign.act as u32, spoken]);
        }
    }
    bag.add(32, &[u32::from((whole.end.saturating_sub(1)..whole.end + 2).any(|i| sight.low(i) == "?"))]);
    bag.add(33, &[u32::from(whole.clone().any(|i| sight.dated[i])), spoken]);
    bag.add(34, &[(tokens.len() as u32).min(40) / 4]);
    bag.done()
}

/// Who speaks: what kind of party.
fn source(sight: &Sight, a: &Attribution) -> u32 {
    match &a.source {
        Source::Nobody => 0,
        Source::Continued => 1,
        Source::Phrase(r) | Source::Elsewhere(r) => {
            let kinds: Vec<EntityKind> =
                r.clone().filter_map(|i| sight.named[i]).map(|m| sight.mentions[m].kind).collect();
            let has = |kind| kinds.contains(&kind);
            if has(EntityKind::Person) {
                2
            } else if has(EntityKind::Organisation) {
                3
            } else if has(EntityKind::Country) {
                4
            } else if r.len() == 1 && sight.is_personal(r.start) {
                5
            } else {
                6 + kinds.len().min(1) as u32
            }
        }
    }
}

/// Words, their heads and pairs, wherever they stand; the first ones by their place.
fn words(sight: &Sight, tokens: &[usize], bag: &mut Bag) {
    let shown: Vec<Shown> = tokens.iter().filter(|i| !sight.is_quote_mark(**i)).map(|i| show(sight, *i)).collect();
    for (n, word) in shown.iter().enumerate() {
        bag.add(10, &[word.code()]);
        if let Some(next) = shown.get(n + 1) {
            bag.add(11, &[word.code(), next.code()]);
        }
        if n < 4 {
            bag.add(12, &[n as u32, word.code()]);
        }
    }
    for i in tokens {
        let stem: String = sight.low(*i).chars().take(5).collect();
        if sight.low(*i).chars().count() > 5 && sight.named[*i].is_none() {
            bag.add(13, &[hash(&stem)]);
        }
        let deeds = Deeds::shared();
        if let Some(deed) =
            deeds.verb(|k| sight.low(i + k)).and_then(|(v, _)| v.deed).filter(|_| sight.tag(*i) == Tag::Verb)
        {
            bag.add(14, &[deed.root as u32]);
        }
        if let Some(deed) = deeds.noun_at(|k| sight.low(i + k)).and_then(|(n, _)| n.deed) {
            bag.add(15, &[deed.root as u32]);
        }
    }
    if let [a, b, c, ..] = shown[..] {
        bag.add(16, &[a.code(), b.code(), c.code()]);
    }
}

fn show(sight: &Sight, i: usize) -> Shown {
    if sight.dated[i] {
        return Shown::Kind(1);
    }
    if let Some(m) = sight.named[i] {
        return Shown::Kind(2 + sight.mentions[m].kind as u32);
    }
    if sight.tag(i) == Tag::Num {
        return Shown::Kind(10);
    }
    let word = sight.page.word(i);
    if word.starts_with(char::is_uppercase) && gazetteer().named(word).is_some_and(|n| n.class == Class::Adjective) {
        return Shown::Kind(11);
    }
    Shown::Word(hash(sight.low(i)))
}

/// The build of the first clause and of the second, and what their verbs do.
fn clauses(sight: &Sight, a: &Attribution, tokens: &Range<usize>, bag: &mut Bag) {
    let Some(clause) = clause::clause(sight, a, tokens) else {
        bag.add(40, &[u32::from(a.spoken)]);
        if let Some(first) = clause::first_word(sight, tokens) {
            bag.add(41, &[tag(sight, first), u32::from(a.spoken)]);
        }
        return;
    };
    let verb = clause.verb;
    let whose = whose_code(clause.whose);
    let root = clause.root.map_or(0, |r: Root| 1 + r as u32);
    let modal = verb.modal.map_or(0, |m| hash(sight.low(m)));
    let negated = u32::from(verb.negated);
    let tense = u32::from(verb.past) + 2 * u32::from(clause.perfect()) + 4 * u32::from(verb.passive);
    let head = hash(sight.low(verb.head));
    bag.add(42, &[whose]);
    bag.add(43, &[whose, modal, negated]);
    bag.add(44, &[whose, tense, negated]);
    bag.add(45, &[whose, root]);
    bag.add(46, &[whose, root, modal, negated]);
    bag.add(47, &[whose, root, tense]);
    bag.add(48, &[head, negated]);
    bag.add(49, &[head, whose]);
    bag.add(50, &[modal, negated]);
    bag.add(51, &[hash(sight.low(clause.first)), modal]);
    bag.add(52, &[u32::from(clause::is_command(sight, clause.first, tokens.end)), u32::from(a.spoken)]);
    let condition =
        tokens.clone().find(|i| sight.is(*i, &["if", "unless", "until", "till", "before", "otherwise", "or"]));
    bag.add(53, &[condition.map_or(0, |i| hash(sight.low(i))), whose, modal]);
    if verb.copula {
        // "is a fairy tale": what it is.
        for i in verb.head + 1..tokens.end.min(verb.head + 5) {
            bag.add(54, &[show(sight, i).code()]);
        }
    }
    for (n, other) in sight.verbs_in(&(verb.head + 1..tokens.end)).iter().take(3).enumerate() {
        let modal = other.modal.map_or(0, |m| hash(sight.low(m)));
        bag.add(55, &[n as u32, modal, u32::from(other.negated), u32::from(other.infinitive)]);
        bag.add(56, &[hash(sight.low(other.head)), u32::from(other.negated)]);
        if modal != 0 {
            bag.add(57, &[modal, u32::from(other.negated)]);
        }
    }
}

fn tag(sight: &Sight, i: usize) -> u32 {
    sight.tag(i) as u32
}

fn whose_code(whose: Whose) -> u32 {
    match whose {
        Whose::Own => 1,
        Whose::Other => 2,
        Whose::Nobody => 3,
        Whose::Empty => 4,
        Whose::Thing => 5,
    }
}

fn hash(word: &str) -> u32 {
    word.bytes().fold(SEED, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

struct Bag {
    found: Vec<u32>,
}

impl Bag {
    fn add(&mut self, kind: u32, parts: &[u32]) {
        self.found.push(bucket(parts.iter().fold(SEED ^ (kind << 8), |h, p| fold(h, *p))));
    }

    fn done(mut self) -> Vec<u32> {
        self.found.sort_unstable();
        self.found.dedup();
        self.found
    }
}
