//! Statements: attributions with their act, polarity, doer, addressee, chain and day.

use super::{
    assembly,
    attribution::{self, sight::Sight},
    date::{Basis, Interval},
    mention::Mention,
    page::Page,
    quality::Doubt,
};
use crate::{lexicon::act::Act, text::span::Span};
use serde::{Deserialize, Serialize};

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// In quotation marks, after a dash, or in the first person.
    Direct,
    /// In the article's words.
    Indirect,
    /// In the article's words with a quoted fragment.
    Mixed,
}

/// How well the source is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sourcing {
    /// A named person or body.
    Named,
    /// Somebody whom the text says without a name ("a central security source", "residents").
    Anonymous,
    /// "It is said that", "reportedly".
    Hedged,
    /// A medium or agency is itself the source.
    Agency,
    /// The article says it itself.
    Article,
    /// A role, a group or a pronoun that no name could be told for ("his spokesman", "the opposition", "he").
    Described,
}

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Polarity {
    Affirmed,
    Negated,
}

/// Whether the act is done or only spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Modality {
    Done,
    Future,
    Possible,
    Conditional,
}

/// Somebody in a statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// The noun phrase in the text; `None` = not in the sentence, only inferred.
    pub span: Option<Span>,
    /// Indices into the article's mentions of whom it names. Empty after extraction where it is a pronoun or a role
    /// ("he", "the president"): coreference (the layer above) fills it where the text allows.
    pub referents: Vec<usize>,
    /// The words for somebody without a name whom it stands for: "an elder of the town" for "he". Only where nobody is named.
    pub stands_for: Option<Span>,
    /// Why the referents are inferred and not named here ("speaker continues from sentence 31: “the minister”"); `None` = named here.
    pub inferred: Option<String>,
}

/// The day of the act.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct When {
    /// The expression it was read from.
    pub span: Option<Span>,
    /// The day or interval.
    pub value: Option<Interval>,
    /// Where it is from. `Resolved` without a span = the publication day.
    pub basis: Basis,
    /// Carried over from another sentence.
    pub carried: bool,
}

/// How sure the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Confidence {
    Low,
    Medium,
    High,
}

/// One statement: source → act → content → addressee, on a day, passed on by agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The sentence of its cue, or of its first content.
    pub sentence: usize,
    /// Who says, wants or does it; `None` = nobody is named and nobody can be inferred.
    pub source: Option<Party>,
    /// Verb, noun or phrase, with negation and modal.
    pub cue: Option<Span>,
    /// What is said, in one or more pieces, in order.
    pub content: Vec<Span>,
    /// How the words are given.
    pub mode: Mode,
    /// What it does.
    pub act: Act,
    /// Yes or no ("did not rule out").
    pub polarity: Polarity,
    /// Done, or only spoken of ("would reject").
    pub modality: Modality,
    /// To whom; several if joined.
    pub addressees: Vec<Party>,
    /// Who passed it on, nearest to the source first: speakers who report another's act, then agencies.
    pub via: Vec<Party>,
    /// How well the source is named.
    pub sourcing: Sourcing,
    /// The day of the act.
    pub day: When,
    /// The statement (by index) whose content holds this one.
    pub within: Option<usize>,
    /// The statement (by index) whose speaker goes on here, where this one's own sentence names none.
    pub follows: Option<usize>,
    /// The rule that read it and what it stood on, in plain words ("verb cue ‘demand’ with a that-clause").
    pub why: Vec<String>,
    /// Signs of bad translation in its sentences.
    pub doubts: Vec<Doubt>,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// The states that its source is, or speaks for, as the words beside the source tell.
    pub states: Vec<String>,
}

/// The statements of an article, in the order of their text.
pub fn statements(
    page: &Page,
    mentions: &[Mention],
    dates: &[super::date::DateExpression],
    doubts: &[Vec<Doubt>],
) -> Vec<Statement> {
    let sight = Sight::of(page, mentions, dates);
    let found = attribution::attributions(&sight);
    assembly::assemble(&sight, found, dates, doubts)
}

/// The same, each with what the learner of acts sees of it. Native only.
#[cfg(feature = "cli")]
pub fn lessons(
    page: &Page,
    mentions: &[Mention],
    dates: &[super::date::DateExpression],
    doubts: &[Vec<Doubt>],
) -> Vec<(Statement, super::act::train::Lesson)> {
    let sight = Sight::of(page, mentions, dates);
    let found = attribution::attributions(&sight);
    let mut lessons = Vec::new();
    let mut see = |a: &attribution::Attribution, who: &super::speaker::Speaker| {
        lessons.push(super::act::train::lesson(&sight, a, who));
    };
    let all = assembly::assemble_seen(&sight, found, dates, doubts, &mut see, &mut |_, _, _| ());
    all.into_iter().zip(lessons).collect()
}

/// The same, each with what the learner of addressees sees of it. Native only.
#[cfg(feature = "cli")]
pub fn lessons_of_addressees(
    page: &Page,
    mentions: &[Mention],
    dates: &[super::date::DateExpression],
    doubts: &[Vec<Doubt>],
) -> Vec<(Statement, super::addressed::train::Lesson)> {
    let sight = Sight::of(page, mentions, dates);
    let found = attribution::attributions(&sight);
    let mut lessons = Vec::new();
    let mut aim = |n: usize, scene: &super::addressed::Scene, heard: &super::addressed::Heard| {
        lessons.push(super::addressed::train::lesson(&sight, heard, n, scene));
    };
    let all = assembly::assemble_seen(&sight, found, dates, doubts, &mut |_, _| (), &mut aim);
    all.into_iter().zip(lessons).collect()
}
