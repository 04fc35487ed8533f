//! What the learner of acts sees of a statement: what the rules say, who speaks, the build of its clauses, its words.
//! A feature is a number: its kind in the upper bits, what was seen folded into the lower sixteen.

use super::{
    Attribution,
    clause::{self, Clause, Whose},
};
use crate::{
    extract::{attribution::Source, attribution::sight::Sight, mention::EntityKind, sign::signs, speaker::Speaker},
    lexicon::{
        act::Act,
        cue::Part,
        deed::{Deeds, Root},
    },
    text::{
        perceptron::word::{SEED, fold},
        tag::Tag,
    },
};
use std::ops::Range;

/// So many words of a content are looked at.
const LONGEST: usize = 60;
/// So many of its clauses.
const CLAUSES: usize = 3;

/// What is known of a statement before its act is decided.
pub(super) struct Case<'c, 'p, 'a> {
    /// The page.
    pub sight: &'c Sight<'p, 'a>,
    /// What was read.
    pub a: &'c Attribution,
    /// Who speaks.
    pub who: &'c Speaker,
    /// The act by the rules.
    pub rule: Act,
    /// The reason of the rules.
    pub why: &'c str,
}

/// Kinds of features that hold what the rules say.
#[cfg(feature = "cli")]
const OF_RULES: [u32; 4] = [1, 2, 4, 21];

/// Whether a feature holds what the rules say.
#[cfg(feature = "cli")]
pub(super) fn is_of_rules(feature: u32) -> bool {
    OF_RULES.contains(&(feature >> 16))
}

/// Whether a feature tells how often acts are, with and without what the rules say: in some texts they are more often.
#[cfg(feature = "cli")]
pub(super) fn is_of_register(feature: u32) -> bool {
    feature >> 16 < 3
}

impl Case<'_, '_, '_> {
    /// The features, each once.
    pub fn features(&self) -> Vec<u32> {
        let mut bag = Bag { found: Vec::with_capacity(256), seen: [0; PLACES] };
        let s = self.sight;
        let a = self.a;
        let tokens: Vec<usize> = a.content.iter().flat_map(|c| s.tokens_of(*c)).take(LONGEST).collect();
        let telling = u32::from(a.act.is_some());
        let spoken = u32::from(a.spoken);
        let rule = self.rule as u32;
        let why = reason(self.why);
        bag.add(0, &[]);
        bag.add(1, &[rule, telling]);
        bag.add(2, &[rule, why]);
        bag.add(3, &[hash(&a.lemma)]);
        bag.add(4, &[hash(&a.lemma), rule]);
        bag.add(5, &[u32::from(a.frame.has(crate::lexicon::cue::Frames::THAT)), spoken]);
        bag.add(6, &[self.source()]);
        bag.add(7, &[u32::from(self.who.bystander), u32::from(self.who.person), u32::from(self.who.states.is_empty())]);
        bag.add(8, &[u32::from(a.object.is_some())]);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return bag.found };
        let whole = *first..last + 1;
        self.clauses(&mut bag);
        for (n, (sign, _)) in signs(s, &whole).enumerate() {
            bag.add(20, &[sign.act as u32]);
            if n == 0 {
                bag.add(21, &[sign.act as u32, rule]);
            }
        }
        let seen = tokens.iter().fold(0, |seen, i| seen | s.facts(*i).grammar);
        let has = |word: u32| u32::from(seen & word != 0);
        bag.add(22, &[u32::from((whole.end.saturating_sub(1)..whole.end + 2).any(|i| s.low(i) == "?"))]);
        bag.add(23, &[has(WE), has(ONESELF), has(YOU), has(THEY)]);
        bag.add(24, &[has(NONE)]);
        bag.add(25, &[has(MUST), has(WILL), has(IF)]);
        bag.add(
            26,
            &[u32::from(tokens.iter().any(|i| s.dated(*i))), u32::from(tokens.iter().any(|i| s.tag(*i) == Tag::Num))],
        );
        bag.add(27, &[(tokens.len() as u32).min(40) / 5, spoken]);
        bag.add(28, &[has(CRY)]);
        for class in s.taught(tokens.iter().copied()).all() {
            bag.add(30, &[class as u32]);
        }
        self.words(&tokens, &mut bag);
        bag.found
    }

    /// Who speaks: what kind of party.
    fn source(&self) -> u32 {
        let s = self.sight;
        match &self.a.source {
            Source::Nobody => 0,
            Source::Continued => 1,
            Source::Phrase(r) | Source::Elsewhere(r) => {
                let has = |kind| r.clone().filter_map(|i| s.named(i)).any(|m| s.mentions[m].kind == kind);
                if has(EntityKind::Person) {
                    2
                } else if has(EntityKind::Organisation) {
                    3
                } else if has(EntityKind::Country) {
                    4
                } else if r.len() == 1 && s.is_personal(r.start) {
                    5
                } else {
                    6
                }
            }
        }
    }

    fn clauses(&self, bag: &mut Bag) {
        let (s, a) = (self.sight, self.a);
        let Some(content) = a.content.first() else { return };
        for (n, segment) in clause::segments(s, &s.tokens_of(*content)).into_iter().take(CLAUSES).enumerate() {
            let Some(first) = clause::opened(s, &segment) else { continue };
            let n = u32::from(n > 0);
            let Some(clause) = clause::clause(s, a, self.who, &segment, first) else {
                bag.add(40, &[n, s.tag(first) as u32]);
                continue;
            };
            self.clause(&clause, &segment, n, bag);
        }
    }

    fn clause(&self, clause: &Clause, segment: &Range<usize>, n: u32, bag: &mut Bag) {
        let s = self.sight;
        let verb = clause.verb;
        let whose = whose_code(clause.whose) + 8 * u32::from(clause.foreign());
        let root = clause.root.map_or(0, |r: Root| 1 + r as u32);
        let conflict = clause.root.map_or(0, |_| 1 + u32::from(clause.hostile()));
        let modal = verb.modal.map_or(0, |m| s.facts(m).hash);
        let negated = u32::from(verb.negated);
        let tense = u32::from(verb.past)
            + 2 * u32::from(clause.perfect())
            + 4 * u32::from(verb.passive)
            + 8 * u32::from(verb.copula);
        bag.add(41, &[whose, n]);
        bag.add(42, &[whose, modal, negated]);
        bag.add(43, &[whose, tense, negated]);
        bag.add(44, &[whose, root]);
        bag.add(45, &[whose, conflict, modal, negated]);
        bag.add(48, &[modal, negated, u32::from(clause.perfect())]);
        bag.add(50, &[u32::from(super::is_command(s, clause.first, segment.end)), u32::from(self.a.spoken)]);
        // "Sun criticised that …": the act of another, which is only told.
        let told = s.cues(verb.head).iter().find(|e| e.cue.part == Part::Verb && e.words.len() == 1);
        if let Some(entry) = told {
            bag.add(56, &[1 + entry.cue.act.map_or(0, |act| 1 + act as u32), whose, modal, negated]);
            bag.add(57, &[1 + entry.cue.act.map_or(0, |act| 1 + act as u32), whose]);
            bag.add(58, &[u32::from(entry.cue.act.is_some()), whose, u32::from(verb.past)]);
        }
        for class in s.facts(verb.head).classes.taught().all() {
            bag.add(51, &[class as u32, whose, negated]);
        }
        if verb.copula {
            let after = verb.head + 1..segment.end.min(verb.head + 5);
            for class in s.taught(after).all() {
                bag.add(52, &[class as u32, negated]);
            }
        }
        if verb.copula {
            for i in verb.head + 1..segment.end.min(verb.head + 5) {
                bag.add(53, &[show(s, i), negated]);
            }
        }
    }

    /// Words; the first ones by their place.
    fn words(&self, tokens: &[usize], bag: &mut Bag) {
        let s = self.sight;
        let shown: Vec<u32> = tokens.iter().filter(|i| !s.is_quote_mark(**i)).map(|i| show(s, *i)).collect();
        for (n, word) in shown.iter().enumerate() {
            bag.add(10, &[*word]);
            if n < 3 {
                bag.add(12, &[n as u32, *word]);
            }
        }
        let deeds = Deeds::shared();
        for i in tokens {
            bag.add(13, &[s.facts(*i).stem]);
            let verb = if s.tag(*i) == Tag::Verb { deeds.verb(|k| s.low(i + k)) } else { None };
            if let Some(deed) = verb.and_then(|(v, _)| v.deed) {
                bag.add(14, &[deed.root as u32]);
            }
            let noun = if s.facts(*i).deeds { deeds.noun_at(|k| s.low(i + k)) } else { None };
            if let Some(deed) = noun.and_then(|(n, _)| n.deed) {
                bag.add(15, &[deed.root as u32]);
            }
        }
    }
}

const WE: u32 = 1;
const ONESELF: u32 = 2;
const YOU: u32 = 4;
const THEY: u32 = 8;
const NONE: u32 = 16;
const MUST: u32 = 32;
const WILL: u32 = 64;
const IF: u32 = 128;
const CRY: u32 = 256;

/// What a word of grammar tells, in one look.
pub(in crate::extract) fn grammar(word: &str) -> u32 {
    match word {
        "we" | "our" | "us" => WE,
        "i" | "my" => ONESELF,
        "you" | "your" => YOU,
        "they" | "their" => THEY,
        "not" | "n't" | "no" | "never" | "nothing" | "nobody" | "none" | "neither" => NONE,
        "must" | "should" | "ought" => MUST,
        "will" | "would" | "'ll" | "wo" => WILL,
        "if" | "unless" => IF,
        "!" => CRY,
        _ => 0,
    }
}

/// A word without its ending.
pub(in crate::extract) fn stem(word: &str) -> &str {
    word.get(..6).unwrap_or(word)
}

/// What stands for a word: names and numbers are many, their kinds few.
fn show(s: &Sight, i: usize) -> u32 {
    if s.dated(i) {
        return 1;
    }
    if let Some(m) = s.named(i) {
        return 2 + s.mentions[m].kind as u32;
    }
    if s.tag(i) == Tag::Num { 10 } else { s.facts(i).hash }
}

/// A reason without the words that it cites.
fn reason(why: &str) -> u32 {
    let mut cited = false;
    let mut code = SEED;
    for c in why.chars() {
        cited = c == '‘' || cited && c != '’';
        if !cited {
            code = fold(code, c as u32);
        }
    }
    code
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

/// A word’s number.
pub(in crate::extract) fn hash(word: &str) -> u32 {
    word.bytes().fold(SEED, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// More features than a statement shows: a power of two.
const PLACES: usize = 1 << 10;

struct Bag {
    found: Vec<u32>,
    /// Those found, each at a place that its number gives, or behind it; 0 where there is none.
    seen: [u32; PLACES],
}

impl Bag {
    fn add(&mut self, kind: u32, parts: &[u32]) {
        let code = parts.iter().fold(SEED ^ (kind << 8), |h, p| fold(h, *p));
        let feature = kind << 16 | (code ^ code >> 16) & 0xffff;
        let first = (feature.wrapping_mul(0x9e37_79b1) >> 16) as usize;
        for at in first..first + PLACES {
            let place = &mut self.seen[at % PLACES];
            if *place == feature {
                return;
            }
            if *place == 0 {
                *place = feature;
                break;
            }
        }
        self.found.push(feature);
    }
}
