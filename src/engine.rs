//! The engine's public face: build an index, load it, ask it, and read articles, from any page.
//!
//! `script/engine` builds it; `docs/embed.html` uses it. Here is only the crossing between JavaScript and the library:
//! names become numbers on the way in, numbers names on the way out.

use crate::{
    corpus::{catalogue::Entry, day::Day, prepare},
    index::{
        expression::Expression,
        facet::Facet,
        question::{Choice, Counts, Order, Question},
        reader::Index,
        writer::{Document, MONTH, Writer},
    },
    link::reading,
    share::jsonl,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What the engine is given of an article. */
export interface Article {
  /** Comes back with every hit. */
  id?: string;
  title?: string;
  text: string;
  /** "2021-12-17" */
  date?: string;
  /** The article's values in each facet. */
  facets?: Record<string, string | string[]>;
}
/** Values by name: documents must have one of `include`, and none of `exclude`. */
export interface Choice { include?: string[]; exclude?: string[]; }
export interface Query {
  /** Words, "phrases", prefix*, AND, OR, -not, (brackets). Without it every document fits. */
  text?: string;
  /** Choices by facet; a list is what is included. The facet "month" ("2021-12") is always there. */
  facets?: Record<string, string[] | Choice>;
  /** First and last day, both included. */
  from?: string;
  to?: string;
  sort?: "rank" | "newest" | "oldest" | "added";
  offset?: number;
  /** 20 if left out. */
  limit?: number;
  /** "found": count what is found. "open": for each facet as if nothing were chosen in it. */
  counts?: "found" | "open";
}
export interface Hit { document: number; id: string; score: number; }
export interface Answer {
  /** Exact. */
  total: number;
  hits: Hit[];
  /** Documents by facet and value; values without any are left out. */
  counts: Record<string, Record<string, number>>;
  /** Typed words that stand in no document. */
  absent: string[];
  /** What was typed, and what was looked for instead. */
  variants: [string, string][];
  /** Facets and values that the index does not know. */
  unknown: string[];
}
/** What was read in an article; offsets are Unicode code points, end exclusive. */
export interface Line { kind: "entity" | "date" | "figure" | "statement" | "boilerplate"; doc: string; start: number; end: number; text: string | string[]; [more: string]: unknown; }
"#;

#[wasm_bindgen]
extern "C" {
    /// An article, from JavaScript.
    #[wasm_bindgen(typescript_type = "Article")]
    pub type JsArticle;
    /// Articles, from JavaScript.
    #[wasm_bindgen(typescript_type = "Article[]")]
    pub type JsArticles;
    /// A query, from JavaScript.
    #[wasm_bindgen(typescript_type = "Query")]
    pub type JsQuery;
    /// An answer, for JavaScript.
    #[wasm_bindgen(typescript_type = "Answer")]
    pub type JsAnswer;
    /// What was read, for JavaScript.
    #[wasm_bindgen(typescript_type = "Line[]")]
    pub type JsLines;
}

#[derive(Deserialize)]
struct ArticleIn {
    id: Option<String>,
    title: Option<String>,
    text: String,
    date: Option<String>,
    #[serde(default)]
    facets: BTreeMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct QueryIn {
    text: Option<String>,
    facets: BTreeMap<String, ChoiceIn>,
    from: Option<String>,
    to: Option<String>,
    sort: Sort,
    offset: u32,
    limit: Option<u32>,
    counts: Option<CountsIn>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ChoiceIn {
    Include(Vec<String>),
    Both { include: Option<Vec<String>>, exclude: Option<Vec<String>> },
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum Sort {
    #[default]
    Rank,
    Newest,
    Oldest,
    Added,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum CountsIn {
    Found,
    Open,
}

#[derive(Serialize)]
struct Hit<'a> {
    document: u32,
    id: &'a str,
    score: f32,
}

#[derive(Serialize)]
struct AnswerOut<'a> {
    total: u32,
    hits: Vec<Hit<'a>>,
    counts: BTreeMap<&'a str, BTreeMap<&'a str, u32>>,
    absent: Vec<String>,
    variants: Vec<(String, String)>,
    unknown: Vec<String>,
}

fn read<T: DeserializeOwned>(value: impl Into<JsValue>) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value.into()).map_err(|e| JsError::new(&e.to_string()))
}

fn write<T: Serialize, J: JsCast>(value: &T) -> Result<J, JsError> {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible());
    Ok(value.map_err(|e| JsError::new(&e.to_string()))?.unchecked_into())
}

fn day(text: Option<&str>) -> Result<Option<Day>, JsError> {
    let read = |t: &str| Day::parse(t).ok_or_else(|| JsError::new(&format!("{t} is no day: write it as 2021-12-17")));
    text.map(read).transpose()
}

/// An index while articles are added.
#[wasm_bindgen]
pub struct Builder {
    facets: Vec<String>,
    writer: Writer,
}

#[wasm_bindgen]
impl Builder {
    /// An index without articles, with these facets besides the months.
    #[wasm_bindgen(constructor)]
    pub fn new(facets: Vec<String>) -> Builder {
        let names: Vec<&str> = facets.iter().map(String::as_str).collect();
        Builder { writer: Writer::new(&names), facets }
    }

    /// Adds an article; its number is how many were added before.
    ///
    /// # Errors
    /// Where it is no article.
    pub fn add(&mut self, article: JsArticle) -> Result<u32, JsError> {
        let article: ArticleIn = read(article)?;
        let values = self.facets.iter().map(|name| match article.facets.get(name) {
            Some(OneOrMany::One(value)) => vec![value.as_str()],
            Some(OneOrMany::Many(values)) => values.iter().map(String::as_str).collect(),
            None => Vec::new(),
        });
        let values: Vec<Vec<&str>> = values.collect();
        let values: Vec<&[&str]> = values.iter().map(Vec::as_slice).collect();
        let number = self.writer.len();
        self.writer.add(&Document {
            parts: &[article.title.as_deref().unwrap_or_default(), &article.text],
            day: day(article.date.as_deref())?,
            values: &values,
            label: article.id.as_deref().unwrap_or_default(),
        });
        Ok(number)
    }

    /// The index as bytes, to be kept and loaded.
    ///
    /// # Errors
    /// Where there is more than an index holds.
    pub fn finish(self) -> Result<Vec<u8>, JsError> {
        Ok(self.writer.freeze()?)
    }
}

/// A loaded index.
#[wasm_bindgen]
pub struct Engine {
    index: Index,
}

#[wasm_bindgen]
impl Engine {
    /// Loads an index; nothing is decoded.
    ///
    /// # Errors
    /// Where the bytes are no index, another version's, or damaged.
    pub fn load(bytes: Vec<u8>) -> Result<Engine, JsError> {
        Ok(Engine { index: Index::open(bytes)? })
    }

    /// How many articles there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> u32 {
        self.index.len()
    }

    /// The values of a facet, in the order of their names.
    pub fn values(&self, facet: &str) -> Vec<String> {
        self.index.facet(facet).and_then(|n| self.index.facets.get(n)).map_or_else(Vec::new, |f| f.values.clone())
    }

    /// Answers a query.
    ///
    /// # Errors
    /// Where it is no query.
    pub fn query(&self, query: JsQuery) -> Result<JsAnswer, JsError> {
        let query: QueryIn = read(query)?;
        let index = &self.index;
        let mut unknown = Vec::new();
        let mut chosen = Vec::new();
        for (name, choice) in query.facets {
            let (include, exclude) = match choice {
                ChoiceIn::Include(include) => (Some(include), None),
                ChoiceIn::Both { include, exclude } => (include, exclude),
            };
            let Some((number, facet)) = index.facet(&name).and_then(|n| Some((n, index.facets.get(n)?))) else {
                unknown.push(name);
                continue;
            };
            let mut numbers = |values: Vec<String>| -> Vec<usize> {
                let number = |v: &String| facet.values.binary_search(v).ok();
                unknown.extend(values.iter().filter(|v| number(v).is_none()).map(|v| format!("{name}: {v}")));
                values.iter().filter_map(number).collect()
            };
            let include = include.map(&mut numbers);
            chosen.push((number, Choice { include, exclude: exclude.map(&mut numbers).unwrap_or_default() }));
        }
        let found = index.ask(&Question {
            words: query.text.as_deref().and_then(Expression::parse),
            chosen,
            days: (day(query.from.as_deref())?, day(query.to.as_deref())?),
            order: match query.sort {
                Sort::Rank => Order::Rank,
                Sort::Newest => Order::Newest,
                Sort::Oldest => Order::Oldest,
                Sort::Added => Order::Added,
            },
            offset: query.offset,
            limit: query.limit.unwrap_or(20),
            counts: match query.counts {
                None => Counts::No,
                Some(CountsIn::Found) => Counts::Found,
                Some(CountsIn::Open) => Counts::Open,
            },
        });
        write(&AnswerOut {
            total: found.total,
            hits: found
                .hits
                .iter()
                .map(|h| Hit { document: h.document, id: index.label(h.document), score: h.score })
                .collect(),
            counts: index
                .facets
                .iter()
                .zip(&found.counts)
                .map(|(f, counts)| (f.name.as_str(), named(f, counts)))
                .collect(),
            absent: found.absent,
            variants: found.variants,
            unknown,
        })
    }
}

/// The counts of a facet's values by name, but for those without any document.
fn named<'a>(facet: &'a Facet, counts: &[u32]) -> BTreeMap<&'a str, u32> {
    facet.values.iter().map(String::as_str).zip(counts.iter().copied()).filter(|v| v.1 > 0).collect()
}

/// Reads articles together: who said what, names, dates, figures, and what is not the article's own text.
///
/// # Errors
/// Where they are no articles.
#[wasm_bindgen]
pub fn extract(articles: JsArticles) -> Result<JsLines, JsError> {
    let mut texts = Vec::new();
    for article in read::<Vec<ArticleIn>>(articles)? {
        let entry = Entry { published: day(article.date.as_deref())?, ..Entry::default() };
        let text = match article.title {
            Some(title) => format!("{title}\n\n{}", article.text),
            None => article.text,
        };
        texts.push((article.id.unwrap_or_default(), text, entry));
    }
    let articles = prepare::articles(texts);
    let readings: Vec<_> = articles.iter().map(reading::read).collect();
    let entities = reading::join(&readings);
    let numbered = articles.iter().zip(&readings).enumerate();
    write(&numbered.flat_map(|(n, (a, r))| jsonl::lines(a, r, n, &entities)).collect::<Vec<_>>())
}

/// The name of the facet that every index has.
#[wasm_bindgen(js_name = monthFacet)]
pub fn month_facet() -> String {
    MONTH.to_string()
}

/// How many bytes of memory the engine holds.
#[wasm_bindgen(js_name = memoryHeld)]
pub fn memory_held() -> f64 {
    #[cfg(target_arch = "wasm32")]
    return core::arch::wasm32::memory_size(0) as f64 * 65_536.0;
    #[cfg(not(target_arch = "wasm32"))]
    return 0.0;
}
