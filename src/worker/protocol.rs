//! What page and worker say to each other. Plain data: strings, u32, f64; maps only with string keys.

use crate::{
    query::{
        answer::{Answer, ArticleView, Overview, TextHit},
        filter::Filter,
        pocket::Pocket,
        view::ViewData,
    },
    share::export::Form,
};
use serde::{Deserialize, Serialize};

/// A file that the reader chose, or a text that was pasted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewArticle {
    /// The file's name; the article's id is made of it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The outlet, where the reader gave it.
    pub outlet: Option<String>,
    /// The publication day as ISO text, where the reader gave it.
    pub published: Option<String>,
}

/// A change to what the reader gave of an article. Of each: `None` = as before, empty = by the text alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Amendment {
    /// The article's id.
    pub article: String,
    /// See [`NewArticle::outlet`].
    pub outlet: Option<String>,
    /// See [`NewArticle::published`].
    pub published: Option<String>,
}

/// From the page to the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Request {
    /// Fetch and read the corpus at this address.
    Open {
        /// Absolute address of the bundle.
        url: String,
    },
    /// Answer a filter. Of several, the newest `seq` counts.
    Ask {
        /// Counts up.
        seq: u32,
        /// What is asked.
        filter: Box<Filter>,
        /// The first row wanted.
        offset: u32,
    },
    /// The sentences under a filter that no statement covers: what the page, where it carries the statements, lacks.
    Gaps {
        /// Counts up, with `Ask`.
        seq: u32,
        /// What is asked.
        filter: Box<Filter>,
    },
    /// The whole article under the filter.
    Read {
        /// Counts up, with `Ask`.
        seq: u32,
        /// The article's id.
        article: String,
        /// Which statements are marked.
        filter: Box<Filter>,
    },
    /// The data of the filter's view, where that needs more than the answer.
    View {
        /// Counts up, with `Ask`.
        seq: u32,
        /// What is asked.
        filter: Box<Filter>,
    },
    /// A file of exactly what the filter shows.
    Export {
        /// Counts up, with `Ask`.
        seq: u32,
        /// What is asked.
        filter: Box<Filter>,
        /// Its form.
        form: Form,
        /// The site's address without a fragment, for the links in the file.
        base: String,
    },
    /// Read these articles too. They stay in this browser.
    Add {
        /// The files.
        files: Vec<NewArticle>,
    },
    /// What the reader now knows of articles that were added.
    Amend {
        /// What is another.
        changes: Vec<Amendment>,
    },
    /// Forget an article that was added.
    Remove {
        /// Its id.
        article: String,
    },
    /// The answer to the empty filter, from what is read so far.
    Base {
        /// Counts up, with `Ask`.
        seq: u32,
    },
    /// What the page can carry of the corpus, to answer filters itself.
    Pocket {
        /// Counts up, with `Ask`.
        seq: u32,
    },
    /// Whether further parts of a large corpus are to be read for the question on screen. A new question reads on.
    Reading {
        /// Read on, or stay with what is there.
        on: bool,
    },
    /// One statement as a citation.
    Cite {
        /// Counts up, with `Ask`.
        seq: u32,
        /// The statement's id.
        id: String,
        /// The site's address without a fragment.
        base: String,
    },
}

/// From the worker to the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// How far long work is.
    Progress {
        /// What is being done, in plain words.
        what: String,
        /// Done so far.
        done: u32,
        /// Of how many.
        of: u32,
    },
    /// How much of a large corpus is read for the question on screen.
    Coverage(Coverage),
    /// The corpus is read; of a large one, some of it.
    Opened(Overview),
    /// The reader's own articles, with every `Opened` that has or had some, and to `Add`, `Amend` and `Remove`.
    Added {
        /// The ids of all that are there.
        articles: Vec<String>,
        /// Which files were refused, each with cause and remedy.
        refused: Vec<String>,
    },
    /// The reader's own articles are read, but this browser keeps nothing for the next visit.
    NotKept,
    /// To `Ask`.
    Answer {
        /// Of the question.
        seq: u32,
        /// The answer.
        answer: Box<Answer>,
    },
    /// To `Gaps`.
    Gaps {
        /// Of the question.
        seq: u32,
        /// The first of them.
        hits: Vec<TextHit>,
        /// How many there are.
        total: u32,
    },
    /// To `Pocket`; none where the corpus is too large.
    Pocket {
        /// Of the question.
        seq: u32,
        /// What is carried.
        pocket: Box<Pocket>,
    },
    /// To `Read`.
    Article {
        /// Of the question.
        seq: u32,
        /// The article; `None` = the corpus has none of this id.
        view: Option<Box<ArticleView>>,
    },
    /// To `View`.
    View {
        /// Of the question.
        seq: u32,
        /// The data.
        view: Box<ViewData>,
    },
    /// To `Export`.
    Exported {
        /// Of the question.
        seq: u32,
        /// The file's name.
        name: String,
        /// Its media type.
        mime: String,
        /// What is in it.
        text: String,
    },
    /// To `Cite`.
    Cited {
        /// Of the question.
        seq: u32,
        /// The citation; `None` = the corpus has no such statement.
        text: Option<String>,
    },
    /// Something failed; the rest still works.
    Failed {
        /// What and why.
        fault: Fault,
    },
}

/// How much of a large corpus is read for the question on screen, in shards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Read.
    pub read: u32,
    /// Of those that can hold what is asked.
    pub of: u32,
    /// There are, whatever they hold.
    pub all: u32,
    /// Could not be had.
    pub lost: u32,
    /// Are more than this program holds at once.
    pub beyond: u32,
    /// More are coming.
    pub going: bool,
}

/// What can go wrong between the page and the corpus, each with its remedy in `app::words`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// The bundle could not be fetched.
    Offline {
        /// The browser's words.
        cause: String,
    },
    /// The host has no bundle at this address.
    Missing {
        /// The HTTP status.
        status: u16,
    },
    /// The bundle is not whole.
    Damaged {
        /// What is wrong with it.
        cause: String,
    },
    /// The bundle is of another version than this program.
    OtherVersion {
        /// The bundle's.
        bundle: u16,
        /// The program's.
        program: u16,
    },
    /// A part of a large corpus could not be had; the rest works.
    Lost {
        /// Why, in plain words.
        cause: String,
    },
    /// The worker stopped.
    WorkerDied {
        /// The browser's words.
        cause: String,
    },
    /// A message could not be read.
    Garbled {
        /// What could not be read.
        cause: String,
    },
}

impl Fault {
    /// What is wrong, in plain words.
    pub fn cause(&self) -> String {
        match self {
            Fault::Missing { status } => format!("the host answered {status}"),
            Fault::OtherVersion { bundle, program } => format!("it has format {bundle}, this program reads {program}"),
            Fault::Offline { cause }
            | Fault::Damaged { cause }
            | Fault::Lost { cause }
            | Fault::WorkerDied { cause }
            | Fault::Garbled { cause } => cause.clone(),
        }
    }
}
