//! A second reader of names: an averaged perceptron over words, shapes, neighbours, gazetteer and what the rules read.
//!
//! It labels a sentence from left to right. Words without a capital or digit are outside of names unless a name runs on
//! over them ("Ministry of Defence"), so that most words cost nothing.

use super::{EntityKind, Mention, facts::Facts, unit::Line};
use crate::{
    lexicon::gazetteer::Class,
    text::perceptron::{
        bucket,
        weights::{Weights, best_of},
        word::{EDGE, SEED, Seen, fold, see},
    },
};
use std::{ops::Range, sync::LazyLock};

/// Marks the file and its layout.
pub(super) const MAGIC: [u8; 4] = *b"DNm1";

/// Outside, then begin and inside of each sort.
pub(super) const LABELS: usize = 9;

/// What the reader tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Body,
    Place,
    /// Names that are no mentions: elections, wars, peoples, beliefs.
    Other,
}

impl Sort {
    const ALL: [Sort; 4] = [Sort::Person, Sort::Body, Sort::Place, Sort::Other];

    /// The sort of a rule's mention.
    pub fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Sort::Person,
            EntityKind::Organisation | EntityKind::Outlet => Sort::Body,
            EntityKind::Country | EntityKind::Place => Sort::Place,
        }
    }

    /// The label of the first token of such a name.
    pub fn begin(self) -> usize {
        1 + 2 * self as usize
    }

    fn of_label(label: usize) -> Option<Self> {
        Sort::ALL.get(label.checked_sub(1)? / 2).copied()
    }
}

/// A name as the second reader has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// Its tokens in the page.
    pub tokens: Range<usize>,
    /// Its sort.
    pub sort: Sort,
    /// By how much its weakest token beats being outside, in stored weights.
    pub margin: i32,
}

/// What stands at one token.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    seen: Seen,
    tag: u32,
    /// Its unit of the line: gazetteer's class, title, capital, plain, other.
    unit: u32,
    /// What the word does in names.
    part: u32,
    /// What the rules read here.
    rule: u32,
    /// Whether a name may start here.
    opens: bool,
    /// The first and the last token of its run of capitals, in the sentence.
    run: (usize, usize),
}

impl Sight {
    /// Whether a name may start here.
    #[cfg(feature = "cli")]
    pub fn may_open(&self) -> bool {
        self.opens
    }
}

const NOTHING: Sight = Sight { seen: EDGE, tag: 17, unit: 40, part: 40, rule: 40, opens: false, run: (0, 0) };

/// The tokens of one line, seen; `rules` are the mentions of the whole article, in order.
pub(super) fn sights(line: &Line, rules: &[Mention]) -> Vec<Sight> {
    let page = line.page;
    let (Some(first), Some(last)) = (line.pieces.first(), line.pieces.last()) else { return Vec::new() };
    let tokens = first.tokens.start..last.tokens.end;
    let (words, forms) = (page.words.get(tokens.clone()), page.forms.get(tokens.clone()));
    let seen = see(words.unwrap_or_default(), forms.unwrap_or_default()).into_iter().zip(tokens.clone());
    let mut found: Vec<Sight> = seen
        .map(|(seen, t)| {
            let Facts { part, opens, .. } = line.facts[t];
            let tag = page.tags.get(t).map_or(17, |t| *t as u32);
            Sight { seen, tag, unit: 0, part, rule: 0, opens, run: (0, 0) }
        })
        .collect();
    for piece in &line.pieces {
        for t in piece.tokens.clone() {
            if let Some(sight) = found.get_mut(t - tokens.start) {
                sight.unit = unit(piece.unit) * 2 + u32::from(t > piece.tokens.start);
            }
        }
    }
    let mut at = rules.partition_point(|m| m.span.end <= page.tokens[tokens.start].span.start);
    for (sight, token) in found.iter_mut().zip(&page.tokens[tokens]) {
        let span = token.span;
        while rules.get(at).is_some_and(|m| m.span.end <= span.start) {
            at += 1;
        }
        if let Some(m) = rules.get(at).filter(|m| m.span.start <= span.start && span.end <= m.span.end) {
            let sure = if m.known.is_some() { 0 } else { 1 + u32::from(m.role.is_some()) };
            sight.rule = 1 + (m.kind as u32 * 3 + sure) * 2 + u32::from(m.span.start < span.start);
        }
    }
    let capital = |s: &Sight| s.opens && s.tag != 12;
    let mut i = 0;
    while i < found.len() {
        let end = (i..found.len()).find(|j| !capital(&found[*j])).unwrap_or(found.len());
        for sight in &mut found[i..end] {
            sight.run = (i, end - 1);
        }
        if end == i {
            found[i].run = (i, i);
        }
        i = end.max(i + 1);
    }
    found
}

fn unit(unit: super::unit::Unit) -> u32 {
    use super::unit::Unit;
    match unit {
        Unit::Word => 0,
        Unit::Plain => 1,
        Unit::Capital => 2,
        Unit::Title(t) => 3 + u32::from(t.before) + 2 * u32::from(t.address),
        Unit::Known(name) => match name.class {
            Class::State => 7,
            Class::Capital => 8,
            Class::Adjective => 9,
            Class::Body => 10,
            Class::Seat => 11,
            Class::Outlet => 12,
            Class::Place => 13,
            Class::Territory => 14,
        },
    }
}

/// The features of token `i`, given the labels of the tokens before it.
pub(super) fn features(sights: &[Sight], labels: &[usize], i: usize, found: &mut Vec<u32>) {
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|k| sights.get(k)).unwrap_or(&NOTHING);
    let label = |back: usize| i.checked_sub(back).and_then(|k| labels.get(k)).map_or(9, |l| *l as u32);
    let (this, before, after) = (at(0), at(-1), at(1));
    let (l1, l2) = (label(1), label(2));
    let (first, last) = this.run;
    let word = |k: Option<usize>| k.and_then(|k| sights.get(k)).unwrap_or(&NOTHING);
    let (head, behind, ahead) = (word(Some(last)), word(Some(last + 1)), word(first.checked_sub(1)));
    let behind2 = word(Some(last + 2));
    let length = (last + 1 - first).min(6) as u32;
    let place = (i - first).min(4) as u32;
    let lex = |s: &Sight| s.unit * 64 + s.part;
    // A name is either running or not: with it the running features are apart.
    let running = u32::from(l1 != 0 && l1 != 9);
    let parts = [
        (0, l1),
        (l1, l2),
        (this.seen.word, running),
        (this.seen.suffix[2], this.seen.shape),
        (this.seen.suffix[3], running),
        (this.seen.prefix[2], this.seen.shape),
        (this.seen.shape, u32::from(i == 0) + 2 * l1),
        (this.tag, l1),
        (before.tag, this.tag),
        (this.tag, after.tag),
        (before.seen.word, running),
        (after.seen.word, running),
        (at(-2).seen.word, running),
        (at(2).seen.word, running),
        (before.seen.word, this.seen.word),
        (this.seen.word, after.seen.word),
        (lex(this), l1),
        (lex(before), lex(this)),
        (lex(this), lex(after)),
        (fold(lex(before), lex(this)), lex(after)),
        (this.rule, l1),
        (fold(this.rule, before.rule), l1),
        (fold(this.rule, after.rule), l1),
        (this.rule, lex(this)),
        (this.rule, this.seen.word),
        (this.rule, this.seen.shape),
        (this.rule, before.seen.word),
        (this.rule, after.seen.word),
        (fold(this.rule, after.rule), at(2).rule),
        (head.seen.word, place),
        (head.part, fold(place, l1)),
        (fold(head.rule, head.unit), l1),
        (behind.seen.word, place.min(1)),
        (fold(behind.seen.word, behind2.seen.word), running),
        (lex(behind), place.min(1)),
        (ahead.seen.word, place.min(1)),
        (lex(ahead), place.min(1)),
        (length, fold(place, this.seen.shape)),
        (fold(this.seen.shape, before.seen.shape), after.seen.shape),
        (before.seen.shape, l1),
        (this.seen.word, fold(l1, l2)),
    ];
    found.clear();
    found.extend(parts.iter().enumerate().map(|(n, (a, b))| bucket(fold(fold(SEED ^ (n as u32) << 8, *a), *b))));
}

/// The best label that may follow `before`: a name goes on only as what it is.
pub(super) fn allowed(mut scores: [i32; LABELS], before: usize) -> [i32; LABELS] {
    for sort in Sort::ALL {
        let inside = sort.begin() + 1;
        if before != sort.begin() && before != inside {
            scores[inside] = i32::MIN / 2;
        }
    }
    scores
}

/// The label that is right after `before`, where the one of the gold may not follow: the name starts here, late.
#[cfg(feature = "cli")]
pub(super) fn reachable(gold: usize, before: usize) -> usize {
    match Sort::of_label(gold) {
        Some(sort) if gold != sort.begin() && before != gold && before != sort.begin() => sort.begin(),
        _ => gold,
    }
}

/// Whether token `i` is outside of names without further look.
pub(super) fn is_outside(sights: &[Sight], labels: &[usize], i: usize) -> bool {
    !sights[i].opens && labels.last().is_none_or(|l| *l == 0)
}

/// The names of a line as the second reader has them.
pub(super) fn read(weights: &Weights<LABELS>, line: &Line, rules: &[Mention]) -> Vec<Reading> {
    let sights = sights(line, rules);
    let start = line.pieces.first().map_or(0, |p| p.tokens.start);
    let mut labels: Vec<usize> = Vec::with_capacity(sights.len());
    let mut found: Vec<Reading> = Vec::new();
    let mut features_here = Vec::new();
    for i in 0..sights.len() {
        if is_outside(&sights, &labels, i) {
            labels.push(0);
            continue;
        }
        features(&sights, &labels, i, &mut features_here);
        let scores = allowed(weights.scores(&features_here), labels.last().copied().unwrap_or(0));
        let label = best_of(&scores);
        let margin = scores[label] - scores[0];
        if let Some(sort) = Sort::of_label(label) {
            match found.last_mut() {
                Some(last) if label != sort.begin() => {
                    last.tokens.end = start + i + 1;
                    last.margin = last.margin.min(margin);
                }
                _ => found.push(Reading { tokens: start + i..start + i + 1, sort, margin }),
            }
        }
        labels.push(label);
    }
    // A name does not end in a word that only links.
    found.retain_mut(|r| {
        while r.tokens.end > r.tokens.start + 1 && !sights[r.tokens.end - 1 - start].opens {
            r.tokens.end -= 1;
        }
        true
    });
    found
}

/// What the second reader has learnt.
pub(super) fn shipped() -> &'static Weights<LABELS> {
    static MODEL: LazyLock<Weights<LABELS>> = LazyLock::new(|| {
        Weights::decode(MAGIC, include_bytes!("../data/names.bin")).map_or_else(|| Weights::new(&[]), |(w, _)| w)
    });
    &MODEL
}
