//! The desk: the worker's state machine. It turns requests into replies and knows nothing of the browser.

use super::protocol::{Fault, Reply, Request};
use crate::{
    corpus::bundle::{self, BundleError},
    query::archive::Archive,
    share::export::{self, Exported},
};

/// What the worker shall do next, in order.
#[derive(Clone, Debug)]
pub enum Step {
    /// Send this to the page.
    Send(Reply),
    /// Fetch the bundle at this address and hand it to [`Desk::shelve`].
    Fetch(String),
}

/// Where the corpus stands.
enum Shelf {
    /// Nobody asked for one yet.
    Empty,
    /// It is on its way.
    Coming { url: String },
    /// It is read.
    Open(Box<Archive>),
    /// It could not be had.
    Failed(Fault),
}

/// Answers the page. Questions that come before the corpus wait; of several only the newest of each kind.
pub struct Desk {
    shelf: Shelf,
    waiting: Vec<Request>,
}

impl Default for Desk {
    fn default() -> Self {
        Self { shelf: Shelf::Empty, waiting: Vec::new() }
    }
}

impl Desk {
    /// Takes one request.
    pub fn receive(&mut self, request: Request) -> Vec<Step> {
        match (&self.shelf, request) {
            (Shelf::Coming { url: coming }, Request::Open { url }) if *coming == url => Vec::new(),
            (_, Request::Open { url }) => {
                self.shelf = Shelf::Coming { url: url.clone() };
                vec![Step::Fetch(url)]
            }
            (Shelf::Open(archive), request) => reply(archive, request).map(Step::Send).into_iter().collect(),
            (Shelf::Failed(fault), _) => vec![Step::Send(Reply::Failed { fault: fault.clone() })],
            (Shelf::Empty | Shelf::Coming { .. }, request) => {
                self.waiting.retain(|w| std::mem::discriminant(w) != std::mem::discriminant(&request));
                self.waiting.push(request);
                Vec::new()
            }
        }
    }

    /// Takes the bundle that [`Step::Fetch`] asked for, reads it, and answers what waited. `say` hears how far it is.
    pub fn shelve(&mut self, url: &str, outcome: Result<Vec<u8>, Fault>, say: &mut dyn FnMut(Reply)) {
        if !matches!(&self.shelf, Shelf::Coming { url: coming } if coming == url) {
            return; // another corpus was asked for meanwhile
        }
        match outcome.and_then(|bytes| open(&bytes, say)) {
            Ok(archive) => {
                say(Reply::Opened(archive.overview()));
                for request in std::mem::take(&mut self.waiting) {
                    reply(&archive, request).into_iter().for_each(&mut *say);
                }
                self.shelf = Shelf::Open(Box::new(archive));
            }
            Err(fault) => {
                say(Reply::Failed { fault: fault.clone() });
                self.shelf = Shelf::Failed(fault);
            }
        }
    }
}

/// How many rows an answer holds at most.
pub const WINDOW: u32 = 50;

fn open(bytes: &[u8], say: &mut dyn FnMut(Reply)) -> Result<Archive, Fault> {
    let bundle = bundle::decode(bytes).map_err(|error| match error {
        BundleError::OtherVersion { bundle, program } => Fault::OtherVersion { bundle, program },
        BundleError::Foreign | BundleError::Damaged(_) => Fault::Damaged { cause: error.to_string() },
    })?;
    Ok(Archive::open(bundle, &mut |done, of| {
        say(Reply::Progress { what: "articles read".into(), done, of });
    }))
}

fn reply(archive: &Archive, request: Request) -> Option<Reply> {
    match request {
        Request::Open { .. } => None,
        Request::Ask { seq, filter, offset } => {
            Some(Reply::Answer { seq, answer: Box::new(archive.ask(&filter, offset, WINDOW)) })
        }
        Request::Read { seq, article, filter } => {
            Some(Reply::Article { seq, view: archive.read(&article, &filter).map(Box::new) })
        }
        Request::View { seq, filter } => Some(Reply::View { seq, view: Box::new(archive.view(&filter)) }),
        Request::Export { seq, filter, form, base } => {
            let Exported { name, mime, text } = export::export(archive, &filter, &base, form);
            Some(Reply::Exported { seq, name, mime, text })
        }
        Request::Cite { seq, id, base } => Some(Reply::Cited { seq, text: export::cite(archive, &id, &base) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{article::Article, catalogue::Entry, codebook::Codebook},
        query::filter::Filter,
    };

    fn bytes() -> Vec<u8> {
        let text = "Seoul rejected the offer on Monday.".to_string();
        let zones = crate::corpus::zone::zones(&text, &[]);
        bundle::encode(&[Article { id: "a".into(), text, zones, entry: Entry::default() }], &Codebook::default())
            .unwrap()
    }

    fn ask(seq: u32) -> Request {
        Request::Ask { seq, filter: Box::new(Filter::default()), offset: 0 }
    }

    fn shelve(desk: &mut Desk, outcome: Result<Vec<u8>, Fault>) -> Vec<Reply> {
        let mut said = Vec::new();
        desk.shelve("u", outcome, &mut |r| said.push(r));
        said
    }

    #[test]
    fn questions_before_the_corpus_wait_and_only_the_newest_of_each_kind_is_answered() {
        let mut desk = Desk::default();
        assert!(desk.receive(ask(1)).is_empty());
        assert!(matches!(&desk.receive(Request::Open { url: "u".into() })[..], [Step::Fetch(u)] if u == "u"));
        assert!(desk.receive(ask(2)).is_empty());
        let read = Request::Read { seq: 3, article: "nobody".into(), filter: Box::default() };
        assert!(desk.receive(read).is_empty());
        let said = shelve(&mut desk, Ok(bytes()));
        let answers: Vec<_> = said.iter().filter(|r| !matches!(r, Reply::Progress { .. })).collect();
        assert!(matches!(
            answers[..],
            [Reply::Opened(_), Reply::Answer { seq: 2, .. }, Reply::Article { seq: 3, view: None }]
        ));
        assert!(matches!(desk.receive(ask(4))[..], [Step::Send(Reply::Answer { seq: 4, .. })]));
    }

    #[test]
    fn a_damaged_bundle_is_a_fault_and_asking_again_repeats_it_until_it_is_fetched_anew() {
        let mut desk = Desk::default();
        desk.receive(Request::Open { url: "u".into() });
        let mut cut = bytes();
        cut.pop();
        assert!(matches!(&shelve(&mut desk, Ok(cut))[..], [Reply::Failed { fault: Fault::Damaged { .. } }]));
        assert!(matches!(&desk.receive(ask(1))[..], [Step::Send(Reply::Failed { .. })]));
        assert!(matches!(&desk.receive(Request::Open { url: "u".into() })[..], [Step::Fetch(_)]));
        assert!(matches!(shelve(&mut desk, Ok(bytes())).last(), Some(Reply::Opened(_))));
    }

    #[test]
    fn a_bundle_of_another_version_says_both_versions() {
        let mut desk = Desk::default();
        desk.receive(Request::Open { url: "u".into() });
        let mut other = bytes();
        other[8] = 99;
        let said = shelve(&mut desk, Ok(other));
        assert!(matches!(&said[..], [Reply::Failed { fault: Fault::OtherVersion { bundle: 99, .. } }]));
    }

    #[test]
    fn an_answer_for_an_abandoned_corpus_is_dropped() {
        let mut desk = Desk::default();
        desk.receive(Request::Open { url: "u".into() });
        desk.receive(Request::Open { url: "other".into() });
        assert!(shelve(&mut desk, Ok(bytes())).is_empty());
    }

    #[test]
    fn messages_survive_the_journey() {
        let request = serde_json::to_string(&ask(7)).unwrap();
        assert!(matches!(serde_json::from_str(&request), Ok(Request::Ask { seq: 7, .. })));
    }
}
