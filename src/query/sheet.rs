//! One article as it was read, owning all it holds, and its statements laid out as rows of the table.

use super::{
    filter::Facet,
    side::{self, Homes},
    table::{Place, Table},
};
use crate::text::lower::Lower;
use crate::text::order::{Gather, Order};
use crate::text::ordered::OrderedSet;
use crate::{
    corpus::{article::Article, codebook::Codebook, zone::ZoneKind},
    extract::{
        date::{Basis, DateExpression},
        figure::Figure,
        mention::Mention,
        page::{Block, Sentence},
        quality::Doubt,
        statement::{Modality, Mode, Party, Polarity, Sourcing, Statement},
    },
    lexicon::{act::Act, class::WordClass, codebook::Matcher, gazetteer::starts_upper},
    link::{
        entity::{Entities, Entity},
        reading::Reading,
        topic,
    },
    text::{fold::slug, span::Span, term::is_possessive, token::Kind},
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What one article says, without borrowing from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its blocks that are read.
    pub blocks: Vec<Block>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Its words in order, marks and possessives left out, for search.
    pub words: Vec<Span>,
    /// Its names.
    pub mentions: Vec<Mention>,
    /// The entity of each name, by number; what other articles say changes it, so that it is not kept.
    #[serde(skip)]
    pub entities: Vec<usize>,
    /// Its dates.
    pub dates: Vec<DateExpression>,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// Its statements, in the order of their sentences.
    pub statements: Vec<Statement>,
    /// Signs of bad translation, by sentence.
    pub doubts: Vec<Vec<Doubt>>,
    /// The sentences that show each statement, as runs of one block.
    pub evidence: Vec<Vec<Range<usize>>>,
}

impl Sheet {
    /// Takes what was read, leaving the article behind.
    pub fn of(reading: Reading, entities: Vec<usize>) -> Self {
        let Reading { page, mentions, dates, figures, statements, doubts } = reading;
        let words = page
            .tokens
            .iter()
            .filter(|t| t.kind != Kind::Mark && !is_possessive(t.span.of(page.text)))
            .map(|t| t.span)
            .collect();
        let text = page.text;
        let mut sheet = Sheet {
            blocks: page.blocks,
            sentences: page.sentences,
            words,
            mentions,
            entities,
            dates,
            figures,
            statements: in_order(statements),
            doubts,
            evidence: Vec::new(),
        };
        sheet.evidence = sheet.statements.iter().map(|s| sheet.evidence_of(text, s)).collect();
        sheet
    }

    /// The zone of a sentence.
    pub fn zone(&self, sentence: usize) -> ZoneKind {
        self.sentences.get(sentence).and_then(|s| self.blocks.get(s.block)).map_or(ZoneKind::Body, |b| b.zone)
    }

    /// The sentence that holds byte `at`, if any does.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.span.end <= at);
        self.sentences.get(i).filter(|s| s.span.start <= at).map(|_| i)
    }

    /// The spans of source, cue and content, in this order.
    pub fn parts(statement: &Statement) -> impl Iterator<Item = Span> + '_ {
        let source = statement.source.as_ref().and_then(|p| p.span);
        source.into_iter().chain(statement.cue).chain(statement.content.iter().copied())
    }

    /// The names that the parties of a statement are taken for.
    pub fn meant(statement: &Statement) -> impl Iterator<Item = usize> + '_ {
        let parties = statement.source.iter().chain(&statement.addressees).chain(&statement.via);
        parties.flat_map(|p| p.referents.iter().copied())
    }

    /// The span of a run of sentences.
    pub fn run(&self, run: &Range<usize>) -> Span {
        match (self.sentences.get(run.start), run.end.checked_sub(1).and_then(|i| self.sentences.get(i))) {
            (Some(a), Some(b)) => a.span.cover(b.span),
            _ => Span::new(0, 0),
        }
    }

    /// The sentences that source, cue and content touch; where the content only points back ("denies this"), also the
    /// one before.
    fn evidence_of(&self, text: &str, statement: &Statement) -> Vec<Range<usize>> {
        let mut touched: Vec<usize> = vec![statement.sentence.min(self.sentences.len().saturating_sub(1))];
        for part in Self::parts(statement) {
            let first = self.sentences.partition_point(|s| s.span.end <= part.start);
            touched.extend((first..self.sentences.len()).take_while(|i| self.sentences[*i].span.start < part.end));
        }
        if topic::points_back(text, statement)
            && let Some(before) = touched.iter().min().and_then(|s| s.checked_sub(1))
        {
            touched.push(before);
        }
        touched.retain(|s| *s < self.sentences.len());
        touched.order();
        touched.dedup();
        let mut runs: Vec<Range<usize>> = Vec::new();
        for sentence in touched {
            match runs.last_mut() {
                Some(run) if self.sentences[run.start].block == self.sentences[sentence].block => {
                    run.end = sentence + 1
                }
                _ => runs.push(sentence..sentence + 1),
            }
        }
        runs
    }
}

/// Sorts statements by sentence, and mends what names them by place. What names nobody and only frames another statement
/// ("It is said that Iran demands …") stands behind that one.
fn in_order(statements: Vec<Statement>) -> Vec<Statement> {
    let framing: Vec<usize> = statements.iter().filter_map(|s| s.within).collect();
    let is_frame = |i: usize| statements[i].source.is_none() && statements[i].cue.is_some() && framing.contains(&i);
    let mut order: Vec<usize> = (0..statements.len()).collect();
    order.order_by_key(|i| (statements[*i].sentence, is_frame(*i), *i));
    let mut place = vec![0; statements.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new;
    }
    let mut sorted: Vec<(usize, Statement)> = statements.into_iter().enumerate().map(|(i, s)| (place[i], s)).collect();
    sorted.order_by_key(|(new, _)| *new);
    let mend = |mut s: Statement| {
        s.within = s.within.and_then(|w| place.get(w).copied());
        s.follows = s.follows.and_then(|f| place.get(f).copied());
        s
    };
    sorted.into_iter().map(|(_, s)| mend(s)).collect()
}

/// The topics of each of an article's sentences, by number.
pub fn about(article: &Article, sheet: &Sheet, matcher: &Matcher) -> Vec<Vec<u32>> {
    let words = |s: &Sentence| crate::text::term::terms(s.span.of(&article.text));
    sheet.sentences.iter().map(|s| matcher.topics(&[words(s)]).into_iter().map(|t| t as u32).collect()).collect()
}

/// A value of a facet: slug and label.
type Value = (String, String);

/// The table's columns before any row: the closed lists know all their values.
pub fn columns(codebook: &Codebook) -> Table {
    use super::table::Column;
    let mut table = Table::default();
    let mut know = |facet: Facet, values: Vec<Value>| table.columns[facet as usize] = Column::knowing(values);
    know(Facet::Act, Act::ALL.map(|a| (a.slug().to_string(), a.slug().to_string())).to_vec());
    know(Facet::Sourcing, SOURCINGS.map(|s| value(sourcing(s))).to_vec());
    know(Facet::Mode, [Mode::Direct, Mode::Indirect, Mode::Mixed].map(|m| value(mode(m))).to_vec());
    know(Facet::Polarity, [Polarity::Affirmed, Polarity::Negated].map(|p| alike(polarity(p))).to_vec());
    know(Facet::Modality, MODALITIES.map(|m| alike(modality(m))).to_vec());
    know(Facet::Zone, READ_ZONES.map(|z| value(zone(z))).to_vec());
    know(Facet::Basis, [Basis::Stated, Basis::Resolved, Basis::Unresolved].map(|b| value(basis(b))).to_vec());
    let mut quality = vec![value(("clean", "no sign of bad translation"))];
    quality.extend(DOUBTS.map(|d| value(doubt(d))));
    know(Facet::Quality, quality);
    know(Facet::Outlet, vec![value(NOT_STATED)]);
    know(Facet::Topic, codebook.topics.iter().map(|t| (t.slug.clone(), t.label.clone())).collect());
    table
}

/// Adds one article's statements to the table. `of`: the entity of each of its names; `homes`: for whom each speaks.
pub fn lay_out(
    table: &mut Table,
    article: &Article,
    sheet: &Sheet,
    (entities, of, homes): (&Entities, &[usize], &Homes),
    (codebook, matcher): (&Codebook, &Matcher),
) {
    let number = table.outlets.len() as u32;
    let outlet = outlet_value(article);
    let title = super::card::title(article);
    let outlets = &mut table.columns[Facet::Outlet as usize];
    let outlet_number = article.entry.outlet.as_ref().map(|_| {
        // Known also where no statement was read.
        outlets.know(outlet.0.clone(), outlet.1.clone())
    });
    table.columns[Facet::Article as usize].know(article.id.clone(), title.clone());
    table.outlets.push(outlet_number);
    let laid = Laid { text: &article.text, sheet, entities, of };
    for statement in &sheet.statements {
        let source = laid.source(statement);
        let about = laid.topics(statement, matcher).into_iter().filter_map(|t| codebook.topics.get(t));
        let sides = side::sides((laid.text, sheet, of), statement, (entities, homes));
        let mut push = |facet: Facet, values: Vec<Value>| table.columns[facet as usize].push(values);
        push(Facet::Act, vec![(statement.act.slug().into(), statement.act.slug().into())]);
        push(Facet::Doer, laid.doer(statement, &source));
        push(Facet::Source, source);
        push(Facet::Side, sides.into_iter().map(|s| (slug(&s), s)).collect());
        push(Facet::Addressee, or_nobody(laid.parties(&statement.addressees)));
        push(Facet::Topic, about.map(|t| (t.slug.clone(), t.label.clone())).collect());
        push(Facet::Article, vec![(article.id.clone(), title.clone())]);
        push(Facet::Outlet, vec![outlet.clone()]);
        push(Facet::Via, laid.parties(&statement.via));
        push(Facet::Sourcing, vec![value(sourcing(statement.sourcing))]);
        push(Facet::Mode, vec![value(mode(statement.mode))]);
        push(Facet::Polarity, vec![alike(polarity(statement.polarity))]);
        push(Facet::Modality, vec![alike(modality(statement.modality))]);
        push(Facet::Zone, vec![value(zone(sheet.zone(statement.sentence)))]);
        push(Facet::Basis, vec![value(basis(statement.day.basis))]);
        push(Facet::Quality, doubts(statement));
        table.places.push(Place { article: number, sentence: statement.sentence as u32 });
        table.days.push(statement.day.value.map(|v| (v.first, v.last)));
    }
    // What is wrong with sentences that no statement covers can be chosen too.
    let covered: OrderedSet<usize> = sheet.evidence.iter().flatten().flat_map(|r| r.clone()).into_set();
    let bare = sheet.doubts.iter().enumerate().filter(|(s, _)| !covered.contains(s)).flat_map(|(_, doubts)| doubts);
    table.bare.extend(bare.map(|d| doubt(*d).0.to_string()));
}

/// An article of which values are made.
struct Laid<'l> {
    text: &'l str,
    sheet: &'l Sheet,
    entities: &'l Entities,
    /// The entity of each of its names.
    of: &'l [usize],
}

impl Laid<'_> {
    fn parties(&self, parties: &[Party]) -> Vec<Value> {
        parties.iter().flat_map(|p| values_of(p, self.text, self.entities, self.of)).collect()
    }

    /// Who says it; beside the names, whether they are kept back.
    fn source(&self, statement: &Statement) -> Vec<Value> {
        let mut values = self.parties(statement.source.as_slice());
        if statement.source.is_some() && statement.sourcing == Sourcing::Anonymous {
            values.push(value(("anonymous", "an anonymous source")));
        }
        or_nobody(values)
    }

    /// Who does what another only reports.
    fn doer(&self, statement: &Statement, source: &[Value]) -> Vec<Value> {
        let passed_on = |p: &Party| !side::is_medium(p, self.text, self.sheet);
        let reported = statement.within.is_some() || statement.via.iter().any(passed_on);
        if reported && source.iter().all(|v| v.0 != NOBODY.0) { source.to_vec() } else { Vec::new() }
    }

    /// What it is about, by its own sentence and the one before.
    fn topics(&self, statement: &Statement, matcher: &Matcher) -> Vec<usize> {
        let sentence = |n: usize| self.sheet.sentences.get(n).map(|s| s.span);
        let before = statement.sentence.checked_sub(1).and_then(sentence);
        topic::topics(matcher, self.text, statement, sentence(statement.sentence), before)
    }
}

fn or_nobody(mut values: Vec<Value>) -> Vec<Value> {
    if values.is_empty() {
        values.push(value(NOBODY));
    }
    values
}

/// The signs of bad translation in its sentences.
fn doubts(statement: &Statement) -> Vec<Value> {
    if statement.doubts.is_empty() {
        return vec![value(("clean", "no sign of bad translation"))];
    }
    statement.doubts.iter().map(|d| value(doubt(*d))).collect()
}

const PRONOUNS: [&str; 14] =
    ["he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "both", "one", "these", "those"];

/// Whether a party's words are a pronoun alone, by their slug.
pub fn is_pronoun(slug: &str) -> bool {
    PRONOUNS.contains(&slug)
}

/// The entities that a party names, or the words of an unnamed one.
fn values_of(party: &Party, text: &str, entities: &Entities, of: &[usize]) -> Vec<Value> {
    let known: Vec<Value> = party
        .referents
        .iter()
        .filter_map(|m| of.get(*m).and_then(|e| entities.all.get(*e)))
        .map(|e| (e.slug.clone(), e.canonical.clone()))
        .collect();
    match party.stands_for.or(party.span) {
        Some(span) if known.is_empty() => {
            let words = span.of(text);
            let slug = slug_of_words(words);
            // "he" is nobody to choose by; "a source" is.
            if slug.is_empty() || is_pronoun(&slug) {
                return Vec::new();
            }
            vec![(slug, words.to_string())]
        }
        Some(span) => known.into_iter().chain(beside(span.of(text))).collect(),
        _ => known,
    }
}

/// A group of states that a phrase joins with somebody named: "the United States and Western countries".
pub fn beside(words: &str) -> Option<Value> {
    let (_, group) = words.split_once(" and ")?;
    let group = group.strip_prefix("the ").unwrap_or(group);
    let (region, states) = group.split_once(' ')?;
    const STATES: [&str; 6] = ["countries", "states", "nations", "governments", "leaders", "powers"];
    let joined = starts_upper(region) && WordClass::Region.has(&region.lower()) && STATES.contains(&states);
    joined.then(|| (slug_of_words(group), group.to_string()))
}

/// The entity of a mention.
pub fn entity<'e>(mention: usize, sheet: &Sheet, entities: &'e Entities) -> Option<&'e Entity> {
    sheet.entities.get(mention).and_then(|e| entities.all.get(*e))
}

/// The slug of an unnamed party's words: at most 48 letters, cut between words.
pub fn slug_of_words(words: &str) -> String {
    let mut slug = slug(words);
    if slug.len() > 48 {
        let cut = slug.get(..48).and_then(|s| s.rfind('-')).unwrap_or(48);
        slug.truncate(cut);
    }
    slug
}

/// The value of a source or an addressee that is not named.
pub const NOBODY: (&str, &str) = ("none", "nobody named");

/// The value of an outlet that is not stated.
pub const NOT_STATED: (&str, &str) = ("not-stated", "not recognised in the text");

/// The value of an article's outlet.
pub fn outlet_value(article: &Article) -> Value {
    match &article.entry.outlet {
        Some(outlet) => (slug(outlet), outlet.clone()),
        None => value(NOT_STATED),
    }
}

fn value((slug, label): (&str, &str)) -> Value {
    (slug.to_string(), label.to_string())
}

/// A value whose slug is its label.
fn alike(slug: &str) -> Value {
    value((slug, slug))
}

/// All, in the order of their declaration.
pub const SOURCINGS: [Sourcing; 6] =
    [Sourcing::Named, Sourcing::Anonymous, Sourcing::Hedged, Sourcing::Agency, Sourcing::Article, Sourcing::Described];
const READ_ZONES: [ZoneKind; 4] = [ZoneKind::Headline, ZoneKind::Subheading, ZoneKind::Body, ZoneKind::Caption];
const MODALITIES: [Modality; 4] = [Modality::Done, Modality::Future, Modality::Possible, Modality::Conditional];
const DOUBTS: [Doubt; 5] =
    [Doubt::DoubledPhrase, Doubt::CutSentence, Doubt::BrokenName, Doubt::WrongPronoun, Doubt::Garbled];

/// Slug and label of a sourcing.
pub fn sourcing(sourcing: Sourcing) -> (&'static str, &'static str) {
    match sourcing {
        Sourcing::Named => ("named", "named"),
        Sourcing::Anonymous => ("anonymous", "anonymous"),
        Sourcing::Hedged => ("hedged", "hedged"),
        Sourcing::Agency => ("agency", "a medium or agency"),
        Sourcing::Article => ("article", "the article itself"),
        Sourcing::Described => ("described", "by role, group or pronoun only"),
    }
}

/// Slug and label of a mode.
pub fn mode(mode: Mode) -> (&'static str, &'static str) {
    match mode {
        Mode::Direct => ("direct", "direct"),
        Mode::Indirect => ("indirect", "indirect"),
        Mode::Mixed => ("mixed", "mixed"),
    }
}

/// Slug of a polarity, in links and in files.
pub fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Affirmed => "affirmed",
        Polarity::Negated => "negated",
    }
}

/// Slug of a modality, in links and in files.
pub fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Done => "done",
        Modality::Future => "future",
        Modality::Possible => "possible",
        Modality::Conditional => "conditional",
    }
}

/// Slug and label of a zone.
pub fn zone(zone: ZoneKind) -> (&'static str, &'static str) {
    match zone {
        ZoneKind::Headline => ("headline", "headline"),
        ZoneKind::RepeatedHeadline => ("repeated-headline", "repeated headline"),
        ZoneKind::Subheading => ("subheading", "subheading"),
        ZoneKind::Body => ("body", "body"),
        ZoneKind::Caption => ("caption", "caption"),
        ZoneKind::Credit => ("credit", "credit"),
        ZoneKind::Furniture => ("furniture", "furniture"),
    }
}

/// Slug and label of a day's basis.
pub fn basis(basis: Basis) -> (&'static str, &'static str) {
    match basis {
        Basis::Stated => ("stated", "stated"),
        Basis::Resolved => ("resolved", "resolved"),
        Basis::Unresolved => ("unresolved", "unresolved"),
    }
}

/// Slug and label of a sign of bad translation.
pub fn doubt(doubt: Doubt) -> (&'static str, &'static str) {
    match doubt {
        Doubt::DoubledPhrase => ("doubled-phrase", "doubled words"),
        Doubt::CutSentence => ("cut-sentence", "cut sentence"),
        Doubt::BrokenName => ("broken-name", "broken name"),
        Doubt::WrongPronoun => ("wrong-pronoun", "pronoun that does not fit"),
        Doubt::Garbled => ("garbled", "garbled"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{link::reading, query::sample};

    #[test]
    fn a_frame_stands_behind_what_it_frames() {
        let article = sample::article(
            "a",
            None,
            None,
            "Brief\nIt is said that Iran has demanded that Britain release the tanker.\n",
        );
        let sheet = Sheet::of(reading::read(&article), Vec::new());
        let [fact, frame] = sheet.statements.as_slice() else { panic!("{:?}", sheet.statements) };
        assert!(fact.source.is_some() && frame.source.is_none());
        assert_eq!((fact.within, frame.within), (Some(1), None));
    }
}
