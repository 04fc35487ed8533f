//! The answer to a filter: rows, counts, histogram, and what the filter asked that the corpus does not know.
//!
//! Plain data for the screen: texts are cut into pieces here, so that the page never slices by offsets.

use super::filter::{Facet, Filter};
use crate::lexicon::class::WordClass as Is;
use crate::text::lower::Lower;
use crate::{
    corpus::{catalogue::DayFrom, zone::ZoneKind},
    extract::{
        date::Basis,
        mention::EntityKind,
        quality::Doubt,
        statement::{Confidence, Modality, Mode, Polarity, Sourcing},
    },
    lexicon::act::Act,
};
use serde::{Deserialize, Serialize};

/// Words of a text, with what they are evidence of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The words as received. Joined, the pieces of a passage give it byte for byte.
    pub text: String,
    /// What they are; several where evidence overlaps or nests.
    pub marks: Vec<Mark>,
}

/// The part that words play in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Part {
    Source,
    Cue,
    Content,
    /// Found by the search.
    Hit,
}

/// One statement's claim on some words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The statement's id; empty for a search hit.
    pub statement: String,
    /// What the words are in it.
    pub part: Part,
    /// Its act (colour); `None` for a search hit.
    pub act: Option<Act>,
    /// Its mode and sourcing (underline).
    pub mode: Option<Mode>,
    /// Anonymous and hedged are dotted.
    pub sourcing: Option<Sourcing>,
}

/// Somebody in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The entity's slug; for an unnamed party the slug of its words.
    pub slug: String,
    /// The entity's usual name, or the unnamed party's words.
    pub label: String,
    /// As printed here; empty where only inferred.
    pub printed: String,
    /// What it is; `None` for an unnamed party.
    pub kind: Option<EntityKind>,
    /// Why it was inferred; `None` = named here.
    pub inferred: Option<String>,
    /// Why several spellings are taken for this one name; empty where there is only one.
    pub joined: Vec<String>,
    /// Side by side with the one before ("AFP and Reuters reported"): neither passed on the other’s words.
    pub beside: bool,
}

/// One statement for the screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// "000.60" (article, sentence), with ".2" for the sentence's second statement.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The outlet; `None` = not stated.
    pub outlet: Option<String>,
    /// Its act.
    pub act: Act,
    /// Yes or no.
    pub polarity: Polarity,
    /// Done, or only spoken of.
    pub modality: Modality,
    /// Who; empty = nobody is named.
    pub sources: Vec<Name>,
    /// On whose side.
    pub sides: Vec<String>,
    /// To whom.
    pub addressees: Vec<Name>,
    /// Who passed it on, nearest to the outlet first.
    pub via: Vec<Name>,
    /// The cue as printed.
    pub cue: String,
    /// The content as printed, one string a piece.
    pub content: Vec<String>,
    /// The evidence: whole sentences, marked with this statement.
    pub evidence: Vec<Piece>,
    /// Offsets of the evidence in the article, code points, end exclusive.
    pub evidence_span: [u32; 2],
    /// Offsets of source, cue and content pieces, code points, end exclusive.
    pub source_span: Option<[u32; 2]>,
    /// See `source_span`.
    pub cue_span: Option<[u32; 2]>,
    /// See `source_span`.
    pub content_spans: Vec<[u32; 2]>,
    /// How the words are given.
    pub mode: Mode,
    /// How well the source is named.
    pub sourcing: Sourcing,
    /// Where it stands.
    pub zone: ZoneKind,
    /// The day as ISO text ("2021-12-17", "2021-12-15/2021-12-17"); `None` = undated.
    pub day: Option<String>,
    /// Where the day is from.
    pub basis: Basis,
    /// The words the day was read from; `None` = the publication day.
    pub day_text: Option<String>,
    /// The sentence of those words ("000.6") where it is none of the evidence's.
    pub day_at: Option<String>,
    /// Topics: slug and label.
    pub topics: Vec<(String, String)>,
    /// CAMEO root code, and PLOVER class where it has one.
    pub codes: (String, Option<String>),
    /// The rules that read it, in plain words.
    pub why: Vec<String>,
    /// Signs of bad translation.
    pub doubts: Vec<Doubt>,
    /// How sure the reading is.
    pub confidence: Confidence,
}

impl Row {
    /// What is said, in one line. Where the cue is negated it leads: “not “want”: to leave”, “did not rule out”: to leave.
    pub fn said(&self) -> String {
        let content = self.content.join(" … ");
        match self.negation() {
            Some(cue) if !content.is_empty() => format!("{cue}: {content}"),
            _ => content,
        }
    }

    /// The negated cue, with the negation that stands apart from it ("Nor does Egypt want").
    pub fn negation(&self) -> Option<String> {
        if self.polarity == Polarity::Affirmed || self.cue.is_empty() {
            return None;
        }
        let told = self.cue.split_whitespace().any(|word| {
            let word = word.lower();
            Is::NegationInCue.has(word.as_str()) || word.ends_with("n’t") || word.ends_with("n't")
        });
        Some(format!("{}“{}”", if told { "" } else { "not " }, self.cue))
    }
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// In links.
    pub slug: String,
    /// On screen.
    pub label: String,
    /// How many (in the filter's unit) it has under all other facets' choices, this facet's own ignored.
    pub count: u32,
    /// Chosen.
    pub included: bool,
    /// Excluded.
    pub excluded: bool,
}

/// One facet with its values, most frequent first; chosen ones are present even at 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetCounts {
    /// Which.
    pub facet: Facet,
    /// Its values.
    pub values: Vec<FacetValue>,
}

/// How many match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Totals {
    pub statements: u32,
    pub sentences: u32,
    pub articles: u32,
    pub outlets: u32,
    /// Articles of which no outlet is known.
    pub bare: u32,
}

/// A sentence that the search, a chosen topic or a chosen zone found and no statement covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextHit {
    /// "000.60".
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The sentence, hits marked.
    pub sentence: Vec<Piece>,
    /// Where it stands.
    pub zone: ZoneKind,
}

/// A filter whose removal gives most back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loosening {
    /// Its key in links (`act`, `by`, `date`, `q` …).
    pub key: String,
    /// How many statements there would be without it.
    pub statements: u32,
}

/// The answer to a filter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// How many match.
    pub totals: Totals,
    /// How many there are in all.
    pub all: Totals,
    /// The matching statements from `offset` on, at most a window.
    pub rows: Vec<Row>,
    /// The first row's place among the matching ones.
    pub offset: u32,
    /// Counts of every facet, in the order of [`Facet::ALL`].
    pub facets: Vec<FacetCounts>,
    /// Matching statements by the ISO text of their day or interval, in order of its first day, the filter's own date
    /// range ignored (so that a brush can widen it); the last is (None, n) for undated ones.
    pub histogram: Vec<(Option<String>, u32)>,
    /// How many of the matching statements have a span of days that is only partly among the chosen ones ("December 2021").
    pub wider: u32,
    /// Sentences of a search that no shown statement covers; without a search, those with words of a chosen act, of a
    /// chosen topic or zone that no statement covers (at most 50).
    pub hits: Vec<TextHit>,
    /// How many there are of them.
    pub hits_total: u32,
    /// Lines that are not read (furniture, credits) and hold a word of the search that stands in no text; at most 20.
    pub hidden: Vec<TextHit>,
    /// What the search also looked for: what was typed, and a spelling of that name, a short form, an editor's alias or the
    /// nearest word ("ryabkov" → "Riabkov").
    pub variants: Vec<(String, String)>,
    /// Words of the search that stand in no text of the corpus, as typed. Where `variants` has one of them too, what is
    /// shown was found by the other name only ("Bucharest" is in no text; found as "2008 decision").
    pub absent: Vec<String>,
    /// Further forms of the search's words that stand in the texts and are not searched ("concern": "concerns"), with how
    /// often.
    pub forms: Vec<(String, u32)>,
    /// The search with these forms.
    pub with_forms: String,
    /// What the filter names that this corpus does not know: key and slug; kept in the link, not applied.
    pub unknown: Vec<(String, String)>,
    /// The filter by today's names, where a link of another day uses a spelling that is no longer the usual one.
    pub redirected: Option<Box<Filter>>,
    /// Where nothing matches: what to loosen, most helpful first.
    pub loosen: Vec<Loosening>,
    /// Where nothing matches: the keys of criteria that nothing answers even by themselves.
    pub barren: Vec<String>,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleCard {
    /// Its slug.
    pub id: String,
    /// Its headline as printed, or its first words.
    pub title: String,
    /// `None` = not stated.
    pub outlet: Option<String>,
    /// The site that republished it.
    pub republisher: Option<String>,
    /// The original's language.
    pub language: Option<String>,
    /// Whether its text looks English: nothing else is read.
    pub english: bool,
    /// ISO day.
    pub published: Option<String>,
    /// Where that day is from, in plain words.
    pub basis: String,
    /// Who says so.
    pub day_from: DayFrom,
    /// The lines in which the text itself names its outlet and its republisher, the names marked as hits; empty = the text
    /// does not.
    pub naming: Vec<Vec<Piece>>,
    /// How many statements were read in it.
    pub statements: u32,
    /// How many sentences it has, and how many of them are evidence of a statement.
    pub sentences: (u32, u32),
    /// Statements by family, in the order of [`crate::lexicon::act::Family::ALL`].
    pub families: [u32; 5],
}

/// A passage of an article for the Reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// What it is; furniture is folded on screen.
    pub zone: ZoneKind,
    /// Its sentences; furniture and headings have one.
    pub sentences: Vec<MarkedSentence>,
}

/// A sentence of the Reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkedSentence {
    /// "000.60"; empty in furniture.
    pub id: String,
    /// Its words, marked with every statement of the article that the filter shows, up to the next sentence: joined, the
    /// sentences of a passage are its text byte for byte, white space between them included.
    pub pieces: Vec<Piece>,
    /// Signs of bad translation.
    pub doubts: Vec<Doubt>,
}

/// An article for the Reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleView {
    /// Its card.
    pub card: ArticleCard,
    /// The whole text, in order.
    pub passages: Vec<Passage>,
    /// The article's statements that the filter shows, in the order of the text.
    pub rows: Vec<Row>,
    /// How many lines are furniture, credits or repeated headlines.
    pub hidden: u32,
}

/// What the page knows of the corpus once it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// The articles in the corpus's order.
    pub articles: Vec<ArticleCard>,
    /// How many more there are than are listed.
    pub more: u32,
    /// How many statements there are by family.
    pub families: [u32; 5],
    /// The corpus's fingerprint: eight hex digits.
    pub fingerprint: String,
}
