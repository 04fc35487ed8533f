//! How well annotated sentences are read, each by itself: the counts that the scorer of the articles has. Native only.

use super::reading::{self, Reading};
use crate::{
    corpus::{
        article::Article,
        catalogue::Entry,
        zone::{Zone, ZoneKind},
    },
    extract::{
        annotated::{Annotated, Marked},
        statement::{Party, Statement},
    },
    lexicon::act::Act,
    text::span::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Statements in the annotation.
    pub gold: usize,
    /// Statements read.
    pub read: usize,
    /// Statements read that are annotated: half of their words are.
    pub matched: usize,
    /// Of these: source, cue, act right.
    pub source: usize,
    /// The cue.
    pub cue: usize,
    /// The act.
    pub act: usize,
    /// Addressee, or none where there is none.
    pub addressee: usize,
    /// Statements matched whose annotation names an addressee.
    pub addressed: usize,
    /// Of these: somebody of them is read.
    pub reached: usize,
    /// Acts taken for others.
    pub confused: BTreeMap<(Act, Act), usize>,
    /// What went wrong, in plain words, one a line.
    pub faults: Vec<String>,
}

/// The article that a sentence makes.
pub fn article(text: &str) -> Article {
    let zones = vec![Zone { kind: ZoneKind::Body, span: Span::new(0, text.len()) }];
    Article { id: String::new(), text: text.into(), zones, entry: Entry::default() }
}

/// Reads sentences and counts.
pub fn run(sentences: &[Annotated]) -> Counts {
    let mut counts = Counts::default();
    for sentence in sentences {
        let article = article(&sentence.text);
        count(sentence, &reading::read(&article), &mut counts);
    }
    counts
}

/// The numbers of the words that the spans touch.
fn words(text: &str, spans: &[Span]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let (mut number, mut inside) = (0, false);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            inside = false;
            continue;
        }
        number += usize::from(!inside);
        inside = true;
        if c.is_alphanumeric() && spans.iter().any(|s| s.range().contains(&at)) {
            found.insert(number);
        }
    }
    found
}

fn count(sentence: &Annotated, reading: &Reading, counts: &mut Counts) {
    let text = &sentence.text;
    let own = |s: &&Statement| s.content.iter().any(|c| c.start as usize >= sentence.start);
    let read: Vec<&Statement> = reading.statements.iter().filter(own).collect();
    counts.gold += sentence.statements.len();
    counts.read += read.len();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, s) in read.iter().enumerate() {
        let here = words(text, &s.content);
        for (j, g) in sentence.statements.iter().enumerate() {
            let there = words(text, &g.content);
            let share = 2000 * here.intersection(&there).count() / (here.len() + there.len()).max(1);
            let overlap = |a: Option<Span>, b: Option<Span>| matches!((a, b), (Some(a), Some(b)) if a.overlaps(b));
            let cue = overlap(s.cue, g.cue);
            let source = overlap(s.source.as_ref().and_then(|p| p.span), g.source);
            if share >= 1000 || cue && s.act == Act::Consult && g.act == Act::Consult {
                pairs.push((share + 300 * usize::from(cue) + 300 * usize::from(source), i, j));
            }
        }
    }
    pairs.sort_by_key(|(score, i, j)| (std::cmp::Reverse(*score), *i, *j));
    let (mut taken, mut found) = (BTreeSet::new(), BTreeSet::new());
    for (_, i, j) in pairs {
        if taken.contains(&i) || found.contains(&j) {
            continue;
        }
        taken.insert(i);
        found.insert(j);
        compare(text, read[i], &sentence.statements[j], reading, counts);
    }
    for (j, g) in sentence.statements.iter().enumerate().filter(|(j, _)| !found.contains(j)) {
        counts.faults.push(format!("missed {} {}: {text}", j + 1, g.act.slug()));
    }
    for (i, s) in read.iter().enumerate().filter(|(i, _)| !taken.contains(i)) {
        let said: Vec<&str> = s.content.iter().map(|c| c.of(text)).collect();
        counts.faults.push(format!(
            "false {} {} ‖{}‖ ({}): {text}",
            i + 1,
            s.act.slug(),
            said.join(" … "),
            s.why.join("; ")
        ));
    }
}

fn compare(text: &str, s: &Statement, g: &Marked, reading: &Reading, counts: &mut Counts) {
    let span = |s: Option<Span>| s.map_or("–", |s| s.of(text));
    counts.matched += 1;
    let source = s.source.as_ref().and_then(|p| p.span);
    let same = |a: Option<Span>, b: Option<Span>| match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.overlaps(b),
        _ => false,
    };
    if same(source, g.source) {
        counts.source += 1;
    } else {
        counts.faults.push(format!("source {} ≠ {}: {text}", span(source), span(g.source)));
    }
    if same(s.cue, g.cue) {
        counts.cue += 1;
    }
    if s.act == g.act {
        counts.act += 1;
    } else {
        *counts.confused.entry((g.act, s.act)).or_default() += 1;
        counts.faults.push(format!("act {} ≠ {} ({}): {text}", s.act.slug(), g.act.slug(), s.why.join("; ")));
    }
    let hit = |p: &Party| {
        g.addressees.iter().any(|a| {
            p.span.is_some_and(|s| s.overlaps(*a)) && p.referents.is_empty()
                || p.referents.iter().filter_map(|m| reading.mentions.get(*m)).any(|m| {
                    m.span.overlaps(*a)
                        || reading.mentions.iter().any(|n| {
                            n.span.overlaps(*a)
                                && (n.span.of(text) == m.span.of(text) || n.known.is_some() && n.known == m.known)
                        })
                })
                || p.span.is_some_and(|s| s.overlaps(*a))
        })
    };
    let right = if g.addressees.is_empty() { s.addressees.is_empty() } else { s.addressees.iter().any(hit) };
    counts.addressee += usize::from(right);
    counts.addressed += usize::from(!g.addressees.is_empty());
    counts.reached += usize::from(right && !g.addressees.is_empty());
    if !right {
        let read: Vec<&str> = s.addressees.iter().map(|p| span(p.span)).collect();
        let named: Vec<&str> = g.addressees.iter().map(|a| a.of(text)).collect();
        counts.faults.push(format!(
            "addressee [{}] ≠ [{}] {}: {text}",
            read.join("; "),
            named.join("; "),
            g.act.slug()
        ));
    }
}

impl Counts {
    /// The table, one figure a line.
    pub fn table(&self) -> String {
        let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        let (p, r) = (share(self.matched, self.read), share(self.matched, self.gold));
        let mut rows = vec![format!(
            "statement detection            P {p:.3}  R {r:.3}  F1 {:.3}  ({}/{} read, {} gold)",
            2.0 * p * r / (p + r).max(f64::MIN_POSITIVE),
            self.matched,
            self.read,
            self.gold
        )];
        for (name, n, of) in [
            ("source | match", self.source, self.matched),
            ("cue | match", self.cue, self.matched),
            ("act | match", self.act, self.matched),
            ("addressee | match", self.addressee, self.matched),
            ("addressee where named | match", self.reached, self.addressed),
        ] {
            rows.push(format!("{name:30} acc {:.3}  (n={of})", share(n, of)));
        }
        rows.join("\n")
    }
}
