//! The desk: the worker's state machine. It turns requests into replies and knows nothing of the browser.

use super::{
    library::{Library, Part, name_of},
    protocol::{Amendment, Fault, NewArticle, Reply, Request},
};
use crate::text::order::Gather;
use crate::text::ordered::OrderedSet;
use crate::text::packed;
use crate::{
    corpus::{
        article::Article,
        bundle::{self, Bundle, BundleError},
        catalogue::{Entry, GIVEN},
        day::Day,
        frame, manifest,
        prepare::{self, PrepareError},
    },
    query::{
        archive::Archive,
        card,
        digest::{self, Digest},
        filter::Filter,
        sheet::Sheet,
    },
    share::export::{self, Exported},
    text::fold::{self, free_slug},
};

/// What the worker shall do next, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Fetch the corpus at this address and hand it to [`Desk::shelve`], with what was kept at earlier visits.
    Fetch(String),
    /// Fetch a part of a large corpus and hand it to [`Desk::shelve_part`]; of a shard also what was read in it.
    FetchPart {
        /// Which.
        part: Part,
        /// Where it lies.
        url: String,
    },
    /// Hear what else is asked, then call [`Desk::go_on`]: there is more to do.
    GoOn,
    /// Keep these bytes for [`Desk::shelve`] at the next visit: the reader's own articles. Then call [`Desk::kept`].
    Keep(Vec<u8>),
    /// Keep what was read in a file under the file's name, for the next visit.
    KeepDigests {
        /// The file's name.
        name: String,
        /// What was read.
        bytes: Vec<u8>,
    },
}

/// What was kept at earlier visits.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The reader's own articles.
    pub own: Option<Vec<u8>>,
    /// What was read in the corpus.
    pub digests: Option<Vec<u8>>,
}

/// Where the corpus stands.
enum Shelf {
    /// Nobody asked for one yet.
    Empty,
    /// It is on its way.
    Coming { url: String },
    /// It is read.
    Open(Box<Open>),
    /// It lies in shards, and is read as it is asked for.
    Library { url: String, library: Box<Library> },
    /// It could not be had.
    Failed(Fault),
}

/// A read corpus: the site's articles, then the reader's own.
struct Open {
    archive: Archive,
    /// How many are the site's.
    ours: usize,
    /// The site's fingerprint.
    fingerprint: String,
    /// The reader's own, as they were given.
    added: Vec<NewArticle>,
    /// The same with what was read in them; the new ones are read one after another, each kept before the next is begun.
    own: Vec<(Article, Option<Digest>)>,
    /// How many of them are kept.
    kept: usize,
    /// What was read is to be laid out.
    unlaid: bool,
    /// Why files were not taken, until that is said.
    refused: Vec<String>,
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
    /// Takes one request; `say` hears the replies.
    pub fn receive(&mut self, request: Request, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        match (&mut self.shelf, request) {
            (Shelf::Coming { url: coming }, Request::Open { url }) if *coming == url => Vec::new(),
            (Shelf::Library { url: here, library }, Request::Open { url }) if *here == url => library.retry(say),
            (_, Request::Open { url }) => {
                self.shelf = Shelf::Coming { url: url.clone() };
                vec![Step::Fetch(url)]
            }
            (Shelf::Library { library, .. }, request) => library.receive(request, say),
            (Shelf::Open(open), Request::Add { files }) => open.add(files, say),
            (Shelf::Open(open), Request::Amend { changes }) => open.amend(changes, say),
            (Shelf::Open(open), Request::Remove { article }) => open.remove(&article, say),
            (Shelf::Open(open), request) => {
                reply(&open.archive, request).into_iter().for_each(say);
                Vec::new()
            }
            (Shelf::Failed(fault), _) => {
                say(Reply::Failed { fault: fault.clone() });
                Vec::new()
            }
            (Shelf::Empty | Shelf::Coming { .. }, request) => {
                self.waiting.retain(|w| std::mem::discriminant(w) != std::mem::discriminant(&request));
                self.waiting.push(request);
                Vec::new()
            }
        }
    }

    /// Takes the bundle that [`Step::Fetch`] asked for and what [`Step::Keep`] kept at an earlier visit, reads both, and
    /// answers what waited. `say` hears how far it is.
    pub fn shelve(
        &mut self,
        url: &str,
        outcome: Result<Vec<u8>, Fault>,
        kept: Kept,
        say: &mut dyn FnMut(Reply),
    ) -> Vec<Step> {
        if !matches!(&self.shelf, Shelf::Coming { url: coming } if coming == url) {
            return Vec::new(); // another corpus was asked for meanwhile
        }
        // Kept by another version, or damaged: the site's own articles still open.
        let added = kept.own.and_then(|bytes| packed::read(&bytes)).unwrap_or_default();
        let outcome = match outcome {
            Ok(bytes) if manifest::is_manifest(&bytes) => match manifest::decode(&bytes).map_err(fault_of) {
                Ok(manifest) => {
                    let library = Box::new(Library::open(url, manifest, added, say));
                    self.shelf = Shelf::Library { url: url.to_string(), library };
                    return self.asked(say);
                }
                Err(fault) => Err(fault),
            },
            outcome => outcome.and_then(|bytes| decode(&bytes)),
        };
        match outcome {
            Ok(bundle) => {
                let mut open = Open {
                    ours: bundle.articles.len(),
                    fingerprint: bundle.fingerprint.clone(),
                    archive: Archive::default(),
                    kept: added.len(),
                    added,
                    own: Vec::new(),
                    unlaid: false,
                    refused: Vec::new(),
                };
                let fresh = open.read(bundle, kept.digests, say);
                self.shelf = Shelf::Open(Box::new(open));
                let mut steps = self.asked(say);
                let name = name_of(url).to_string();
                steps.extend(fresh.map(|bytes| Step::KeepDigests { name, bytes }));
                steps
            }
            Err(fault) => {
                say(Reply::Failed { fault: fault.clone() });
                self.shelf = Shelf::Failed(fault);
                Vec::new()
            }
        }
    }
}

impl Desk {
    /// Goes on with what [`Step::GoOn`] left.
    pub fn go_on(&mut self, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        match &mut self.shelf {
            Shelf::Library { library, .. } => library.go_on_laying(say),
            Shelf::Open(open) => open.read_on(say),
            _ => Vec::new(), // another corpus was asked for meanwhile
        }
    }

    /// Goes on once what [`Step::Keep`] asked for is kept.
    pub fn kept(&mut self, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        match &mut self.shelf {
            Shelf::Open(open) => open.read_on(say),
            _ => Vec::new(),
        }
    }

    /// Takes a part that [`Step::FetchPart`] asked for.
    pub fn shelve_part(
        &mut self,
        part: Part,
        outcome: Result<Vec<u8>, Fault>,
        digests: Option<Vec<u8>>,
        say: &mut dyn FnMut(Reply),
    ) -> Vec<Step> {
        match &mut self.shelf {
            Shelf::Library { library, .. } => library.shelve(part, outcome, digests, say),
            _ => Vec::new(), // another corpus was asked for meanwhile
        }
    }

    /// Answers what waited for the corpus.
    fn asked(&mut self, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        std::mem::take(&mut self.waiting).into_iter().flat_map(|request| self.receive(request, say)).collect()
    }
}

impl Open {
    /// Takes new files in; those that are no articles are refused, and the rest is read.
    fn add(&mut self, files: Vec<NewArticle>, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        let names: Vec<String> = self.own.iter().map(|(article, _)| article.id.clone()).collect();
        let (mut taken, refused) = sorted(files, (&self.added, &names), &self.archive.articles[..]);
        self.refused.extend(refused);
        if taken.is_empty() {
            self.tell(say);
            return Vec::new();
        }
        self.added.append(&mut taken);
        self.call();
        vec![Step::GoOn]
    }

    /// What is told of an article changes what its days resolve to: it is read again.
    fn amend(&mut self, changes: Vec<Amendment>, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        let names: Vec<String> = self.own.iter().map(|(article, _)| article.id.clone()).collect();
        if !amended(&mut self.added, &names, changes) {
            self.tell(say);
            return Vec::new();
        }
        self.call();
        vec![self.keep()]
    }

    fn remove(&mut self, id: &str, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        let Some(at) = self.own.iter().position(|(article, _)| article.id == id) else {
            self.tell(say);
            return Vec::new();
        };
        self.added.remove(at);
        self.own.remove(at);
        self.kept -= usize::from(at < self.kept);
        self.call();
        vec![self.keep()]
    }

    /// The ids of the reader's own articles that are laid out.
    fn names(&self) -> Vec<String> {
        self.archive.articles.iter().skip(self.ours).map(|a| a.id.clone()).collect()
    }

    /// Says which articles of the reader's own are here, and which files are not.
    fn tell(&mut self, say: &mut dyn FnMut(Reply)) {
        say(Reply::Added { articles: self.names(), refused: std::mem::take(&mut self.refused) });
    }

    /// Calls the reader's own articles by their names, and finds what was read in them: what stands beside an article can
    /// change how its lines are taken, and then it is read again.
    fn call(&mut self) {
        let mut known = std::mem::take(&mut self.own);
        let own = articles(&self.added, self.archive.articles.get(..self.ours).unwrap_or_default());
        let read = |article: Article| {
            let at = known.iter().position(|(a, _)| *a == article);
            let digest = at.and_then(|at| known.swap_remove(at).1);
            (article, digest)
        };
        self.own = own.into_iter().map(read).collect();
        self.unlaid = true;
    }

    /// Reads the next of the reader's own articles; after the last all names are joined anew: one may now be known from
    /// another article. What was read in the site's stays.
    fn read_on(&mut self, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        if !self.unlaid {
            return Vec::new();
        }
        if let Some(at) = self.own.iter().position(|(_, digest)| digest.is_none()) {
            progress(say, at as u32, self.own.len() as u32);
            if let Some((article, digest)) = self.own.get_mut(at) {
                *digest = Some(Digest::of(article));
            }
            let new = at >= self.kept;
            self.kept = self.kept.max(at + 1);
            return vec![if new { self.keep() } else { Step::GoOn }];
        }
        self.unlaid = false;
        let Archive { mut articles, mut sheets, codebook, .. } = std::mem::take(&mut self.archive);
        articles.truncate(self.ours);
        sheets.truncate(self.ours);
        let bundle = self.with_own(Bundle { articles, codebook, fingerprint: self.fingerprint.clone() });
        self.lay(bundle, sheets, say);
        self.tell(say);
        Vec::new()
    }

    /// The step that keeps the reader's own articles, as far as they were read.
    fn keep(&self) -> Step {
        Step::Keep(packed::write(&self.added.iter().take(self.kept).collect::<Vec<_>>()))
    }

    /// Reads the site's articles and the reader's own, where it is not kept from an earlier visit; gives what it read then.
    fn read(&mut self, bundle: Bundle, kept: Option<Vec<u8>>, say: &mut dyn FnMut(Reply)) -> Option<Vec<u8>> {
        self.own = articles(&self.added, &bundle.articles).into_iter().map(|article| (article, None)).collect();
        let mut bundle = self.with_own(bundle);
        let known = kept.and_then(|bytes| digest::decode(&bytes, &bundle.fingerprint, bundle.articles.len()));
        let mut fresh = None;
        let mut digests = known.unwrap_or_else(|| {
            let read = digest::read(&bundle.articles, &mut |done, of| progress(say, done, of));
            fresh = Some(digest::encode(&bundle.fingerprint, &read));
            read
        });
        for (own, digest) in self.own.iter_mut().zip(digests.split_off(self.ours.min(digests.len()))) {
            own.1 = Some(digest);
        }
        let sheets =
            bundle.articles.iter_mut().zip(digests).map(|(article, digest)| digest.laid_over(article)).collect();
        self.lay(bundle, sheets, say);
        if !self.added.is_empty() {
            self.tell(say);
        }
        fresh
    }

    /// The site's articles with the reader's own beside them.
    fn with_own(&self, mut bundle: Bundle) -> Bundle {
        if !self.own.is_empty() {
            bundle.articles.extend(self.own.iter().map(|(article, _)| article.clone()));
            bundle.fingerprint = frame::fingerprint(&bundle::encode(&bundle.articles, &bundle.codebook));
        }
        bundle
    }

    /// Lays out the articles. `sheets` = what was read in the site's.
    fn lay(&mut self, mut bundle: Bundle, mut sheets: Vec<Sheet>, say: &mut dyn FnMut(Reply)) {
        let own = bundle.articles.iter_mut().skip(self.ours).zip(&self.own);
        sheets.extend(own.map(|(article, (_, digest))| digest.clone().unwrap_or_default().laid_over(article)));
        self.archive = Archive::joined(bundle, sheets);
        say(Reply::Opened(self.archive.overview(usize::MAX)));
    }
}

fn progress(say: &mut dyn FnMut(Reply), done: u32, of: u32) {
    say(Reply::Progress { what: "articles read".into(), done, of });
}

/// The files that are articles and not here yet; why the others are refused. `own` = the reader's own that are here, with
/// their ids; `read` = all articles that are here, these among them.
pub(super) fn sorted(
    files: Vec<NewArticle>,
    own: (&[NewArticle], &[String]),
    read: &[Article],
) -> (Vec<NewArticle>, Vec<String>) {
    let (mut taken, mut refused): (Vec<NewArticle>, Vec<String>) = (Vec::new(), Vec::new());
    for file in files {
        let words = match text(&file) {
            Ok(words) if prepare::has_tags(&words) => {
                refused.push(PrepareError::Markup { name: file.name }.to_string());
                continue;
            }
            Ok(words) => words,
            Err(error) => {
                refused.push(error.to_string());
                continue;
            }
        };
        let twin = read.iter().find(|a| a.received().trim() == words.trim());
        let kept = own.0.iter().zip(own.1).find(|(other, _)| other.bytes == file.bytes);
        if let Some(twin) = twin {
            refused.push(twice(&file.name, &format!("{} “{}”", twin.id, card::title(twin))));
        } else if let Some((_, id)) = kept {
            refused.push(twice(&file.name, id));
        } else if let Some(other) = taken.iter().find(|other| other.bytes == file.bytes) {
            refused.push(twice(&file.name, &other.name));
        } else {
            taken.push(file);
        }
    }
    (taken, refused)
}

/// Notes what the reader now tells of files with these names; whether any of them is here.
pub(super) fn amended(files: &mut [NewArticle], names: &[String], changes: Vec<Amendment>) -> bool {
    let mut found = false;
    for Amendment { article, outlet, published } in changes {
        let Some((file, _)) = files.iter_mut().zip(names).find(|(_, name)| **name == article) else { continue };
        found = true;
        file.outlet = outlet.or(file.outlet.take());
        file.published = published.or(file.published.take());
    }
    found
}

fn twice(name: &str, twin: &str) -> String {
    format!("{name} has the words of {twin}, which is here already: it would count twice")
}

fn text(file: &NewArticle) -> Result<String, PrepareError> {
    prepare::decode(&file.name, file.bytes.clone())
}

/// The reader's files as articles, each with an id that no other has. It ends in a sum of the text: a link made where one
/// text is called "pasted" shall not open another that somebody else calls so.
pub(super) fn articles(files: &[NewArticle], ours: &[Article]) -> Vec<Article> {
    let mut taken: OrderedSet<String> = ours.iter().map(|a| a.id.clone()).into_set();
    let texts = files.iter().filter_map(|file| Some((file, text(file).ok()?))).map(|(file, text)| {
        let name = fold::slug(prepare::id_of(&file.name));
        let name = if name.is_empty() { "own" } else { &name };
        let sum = frame::name(text.trim().as_bytes());
        // Digits alone might be a day: the page shows them.
        let mut sums = (0..=OWN_SUM).filter_map(|at| sum.get(at..at + OWN_SUM));
        let own = sums.find(|own| own.contains(|c: char| c.is_ascii_lowercase())).unwrap_or(&sum);
        let id = free_slug(&format!("{name}-{own}"), "own", &mut taken);
        let published = file.published.as_deref().and_then(Day::parse);
        let basis = if published.is_some() { GIVEN } else { "" };
        let outlet = file.outlet.clone().filter(|o| !o.trim().is_empty());
        (id, text, Entry { outlet, published, basis: basis.into(), ..Entry::default() })
    });
    prepare::articles_beside(texts.collect(), ours)
}

/// How many hex digits of its text's sum an own article's id ends in.
const OWN_SUM: usize = 8;

/// How many rows an answer holds at most.
pub const WINDOW: u32 = 50;

pub(super) fn decode(bytes: &[u8]) -> Result<Bundle, Fault> {
    bundle::decode(bytes).map_err(fault_of)
}

pub(super) fn fault_of(error: BundleError) -> Fault {
    match error {
        BundleError::OtherVersion { bundle, program } => Fault::OtherVersion { bundle, program },
        BundleError::Foreign | BundleError::Damaged(_) => Fault::Damaged { cause: error.to_string() },
    }
}

pub(super) fn reply(archive: &Archive, request: Request) -> Option<Reply> {
    match request {
        Request::Open { .. }
        | Request::Add { .. }
        | Request::Amend { .. }
        | Request::Remove { .. }
        | Request::Reading { .. } => None,
        Request::Base { seq } => {
            Some(Reply::Answer { seq, answer: Box::new(archive.ask(&Filter::default(), 0, WINDOW)) })
        }
        Request::Pocket { seq } => archive.pocket().map(|pocket| Reply::Pocket { seq, pocket: Box::new(pocket) }),
        Request::Ask { seq, filter, offset } => {
            Some(Reply::Answer { seq, answer: Box::new(archive.ask(&filter, offset, WINDOW)) })
        }
        Request::Gaps { seq, filter } => {
            let (hits, total) = archive.gaps(&filter);
            Some(Reply::Gaps { seq, hits, total })
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
        corpus::{article::Article, codebook::Codebook},
        query::filter::View,
    };

    fn bytes() -> Vec<u8> {
        let text = "Seoul rejected the offer on Monday.";
        bundle::encode(&[Article { id: "a".into(), ..Article::plain(text) }], &Codebook::default())
    }

    fn ask(seq: u32) -> Request {
        Request::Ask { seq, filter: Box::new(Filter::default()), offset: 0 }
    }

    fn shelve(desk: &mut Desk, outcome: Result<Vec<u8>, Fault>) -> Vec<Reply> {
        let mut said = Vec::new();
        desk.shelve("u", outcome, Kept::default(), &mut |r| said.push(r));
        said
    }

    /// What the desk says to a request until all is done, and what it wants done.
    fn receive(desk: &mut Desk, request: Request) -> (Vec<Reply>, Vec<Step>) {
        let mut said = Vec::new();
        let mut steps = desk.receive(request, &mut |r| said.push(r));
        let mut done = 0;
        while let Some(step) = steps.get(done) {
            done += 1;
            let more = match step {
                Step::GoOn => desk.go_on(&mut |r| said.push(r)),
                Step::Keep(_) => desk.kept(&mut |r| said.push(r)),
                _ => Vec::new(),
            };
            steps.extend(more);
        }
        steps.retain(|step| *step != Step::GoOn);
        (said, steps)
    }

    #[test]
    fn questions_before_the_corpus_wait_and_only_the_newest_of_each_kind_is_answered() {
        let mut desk = Desk::default();
        assert!(receive(&mut desk, ask(1)).0.is_empty());
        assert_eq!(receive(&mut desk, Request::Open { url: "u".into() }).1, [Step::Fetch("u".into())]);
        assert!(receive(&mut desk, ask(2)).0.is_empty());
        let read = Request::Read { seq: 3, article: "nobody".into(), filter: Box::default() };
        assert!(receive(&mut desk, read).0.is_empty());
        let said = shelve(&mut desk, Ok(bytes()));
        let answers: Vec<_> = said.iter().filter(|r| !matches!(r, Reply::Progress { .. })).collect();
        assert!(matches!(
            answers[..],
            [Reply::Opened(_), Reply::Answer { seq: 2, .. }, Reply::Article { seq: 3, view: None }]
        ));
        assert!(matches!(receive(&mut desk, ask(4)).0[..], [Reply::Answer { seq: 4, .. }]));
    }

    #[test]
    fn a_damaged_bundle_is_a_fault_and_asking_again_repeats_it_until_it_is_fetched_anew() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        let mut cut = bytes();
        cut.pop();
        assert!(matches!(&shelve(&mut desk, Ok(cut))[..], [Reply::Failed { fault: Fault::Damaged { .. } }]));
        assert!(matches!(&receive(&mut desk, ask(1)).0[..], [Reply::Failed { .. }]));
        assert!(matches!(&receive(&mut desk, Request::Open { url: "u".into() }).1[..], [Step::Fetch(_)]));
        assert!(matches!(shelve(&mut desk, Ok(bytes())).last(), Some(Reply::Opened(_))));
    }

    fn own(name: &str, text: &str) -> NewArticle {
        NewArticle { name: name.into(), bytes: text.into(), outlet: None, published: Some("2024-05-02".into()) }
    }

    #[test]
    fn what_is_added_gives_the_archive_that_reading_all_anew_gives() {
        let files = vec![own("b.txt", "Lima warned Quito on Thursday."), own("c.txt", "Seoul denied it.")];
        let opened = |kept: Option<Vec<u8>>| {
            let mut desk = Desk::default();
            receive(&mut desk, Request::Open { url: "u".into() });
            desk.shelve("u", Ok(bytes()), Kept { own: kept, digests: None }, &mut |_| ());
            desk
        };
        let mut added = opened(None);
        let (_, steps) = receive(&mut added, Request::Add { files });
        let [.., Step::Keep(kept)] = &steps[..] else { panic!("{steps:?}") };
        let anew = opened(Some(kept.clone()));
        let (Shelf::Open(added), Shelf::Open(anew)) = (&added.shelf, &anew.shelf) else { panic!() };
        assert_eq!(format!("{:?}", added.archive), format!("{:?}", anew.archive));
    }

    /// The id of an own article of this name and text.
    fn sum(name: &str, text: &str) -> String {
        format!("{name}-{}", &frame::name(text.as_bytes())[..OWN_SUM])
    }

    #[test]
    fn texts_of_one_name_have_ids_of_their_own_wherever_they_are_added() {
        let files = [own("pasted", "Quito denied it."), own("pasted", "Lima warned Quito.")];
        let ids = |files: &[NewArticle]| articles(files, &[]).into_iter().map(|a| a.id).collect::<Vec<_>>();
        assert_eq!(ids(&files), [sum("pasted", "Quito denied it."), sum("pasted", "Lima warned Quito.")]);
        // Alone, elsewhere, with another end of its last line: the same.
        assert_eq!(ids(&[own("pasted", "Lima warned Quito.\n")]), ids(&files)[1..]);
        // A sum is never digits alone: the page would take it for a day and show it.
        let many: Vec<_> = (0..150).map(|n| own("pasted", &format!("Lima warned Quito {n} times."))).collect();
        let sums = ids(&many).into_iter().map(|id| id.split_once('-').unwrap().1.to_string());
        for sum in sums {
            assert!(sum.len() == OWN_SUM && sum.contains(|c: char| c.is_ascii_lowercase()), "{sum}");
        }
    }

    #[test]
    fn what_is_told_of_an_article_later_is_kept_and_its_days_resolve_anew() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        shelve(&mut desk, Ok(bytes()));
        let text = "Lima warned Quito on Thursday.";
        let file = NewArticle { published: None, ..own("a.txt", text) };
        receive(&mut desk, Request::Add { files: vec![file] });
        let days = |desk: &Desk| {
            let Shelf::Open(open) = &desk.shelf else { panic!() };
            let told = open.archive.sheets.last().and_then(|s| s.statements.last()?.day.value).map(|v| v.iso());
            (told, open.archive.articles.last().and_then(|a| a.entry.outlet.clone()))
        };
        assert_eq!(days(&desk), (None, None));
        let amend = |article: String, outlet: Option<&str>, day: Option<&str>| Request::Amend {
            changes: vec![Amendment { article, outlet: outlet.map(Into::into), published: day.map(Into::into) }],
        };
        let (said, steps) = receive(&mut desk, amend(sum("a", text), Some("Andes Post"), Some("2024-05-03")));
        assert_eq!(days(&desk), (Some("2024-05-02".into()), Some("Andes Post".into())));
        assert!(matches!(said.last(), Some(Reply::Added { refused, .. }) if refused.is_empty()));
        let [.., Step::Keep(kept)] = &steps[..] else { panic!("{steps:?}") };
        let kept: Vec<NewArticle> = packed::read(kept).unwrap();
        assert_eq!(kept[0].published.as_deref(), Some("2024-05-03"));
        // One of them as before, the other by the text alone again.
        receive(&mut desk, amend(sum("a", text), Some(""), None));
        assert_eq!(days(&desk), (Some("2024-05-02".into()), None));
        let (_, steps) = receive(&mut desk, amend("nobody".into(), None, None));
        assert!(steps.is_empty());
    }

    fn shown(said: &[Reply]) -> Vec<String> {
        let last = said.iter().rev().find_map(|r| if let Reply::Opened(o) = r { Some(o) } else { None });
        last.map(|o| o.articles.iter().map(|a| a.id.clone()).collect()).unwrap_or_default()
    }

    #[test]
    fn a_readers_articles_are_read_beside_the_sites_kept_and_forgotten() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        shelve(&mut desk, Ok(bytes()));
        let files = vec![
            own("A.txt", "Lima warned Quito on Thursday."),
            own("a.txt", "Quito denied it."),
            own("picture.png", "PNG\0"),
        ];
        let (said, steps) = receive(&mut desk, Request::Add { files });
        let (lima, quito) = (sum("a", "Lima warned Quito on Thursday."), sum("a", "Quito denied it."));
        let both = ["a", lima.as_str(), quito.as_str()];
        assert_eq!(shown(&said), both);
        assert!(matches!(said.last(), Some(Reply::Added { articles, refused })
            if articles[..] == both[1..] && refused.len() == 1 && refused[0].contains("picture.png")));
        let [.., Step::Keep(kept)] = &steps[..] else { panic!("{steps:?}") };

        // The next visit has them again; the same file is not read twice.
        let mut next = Desk::default();
        receive(&mut next, Request::Open { url: "u".into() });
        let mut said = Vec::new();
        let earlier = Kept { own: Some(kept.clone()), digests: None };
        next.shelve("u", Ok(bytes()), earlier, &mut |r| said.push(r));
        assert_eq!(shown(&said), both);
        let (said, steps) = receive(&mut next, Request::Add { files: vec![own("a.txt", "Quito denied it.")] });
        assert!(
            steps.is_empty() && matches!(&said[..], [Reply::Added { refused, .. }] if refused[0].contains("already"))
        );

        let (said, _) = receive(&mut next, Request::Add { files: vec![own("twin.txt", "Quito denied it.")] });
        let why = format!("has the words of {quito} “Quito denied it.”");
        assert!(matches!(&said[..], [Reply::Added { refused, .. }] if refused[0].contains(&why)), "{said:?}");

        // Nor is an article of the site taken a second time, nor a piece of a web page.
        let twin = own("s.txt", "Seoul rejected the offer on Monday.\n");
        let tags = own("t.txt", "<p>Border closed</p><p>Seoul <b>denies</b> it</p>");
        let (said, _) = receive(&mut next, Request::Add { files: vec![twin, tags] });
        assert!(matches!(&said[..], [Reply::Added { refused, .. }]
            if refused[0].contains("has the words of a “") && refused[1].contains("web page")));

        let (said, steps) = receive(&mut next, Request::Remove { article: lima.clone() });
        assert_eq!(shown(&said), ["a", quito.as_str()]);
        assert!(matches!(&steps[..], [Step::Keep(bytes)] if bytes.len() < kept.len()));
    }

    #[test]
    fn what_was_read_before_a_stop_is_kept() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        shelve(&mut desk, Ok(bytes()));
        let files = vec![own("b.txt", "Lima warned Quito."), own("c.txt", "Quito denied it.")];
        assert_eq!(desk.receive(Request::Add { files }, &mut |_| ()), [Step::GoOn]);
        let steps = desk.go_on(&mut |_| ());
        let [Step::Keep(kept)] = &steps[..] else { panic!("{steps:?}") };
        // Meanwhile what was here answers.
        assert!(matches!(&desk.receive(ask(1), &mut |_| ())[..], []));
        let mut next = Desk::default();
        receive(&mut next, Request::Open { url: "u".into() });
        let mut said = Vec::new();
        next.shelve("u", Ok(bytes()), Kept { own: Some(kept.clone()), digests: None }, &mut |r| said.push(r));
        assert_eq!(shown(&said), ["a".to_string(), sum("b", "Lima warned Quito.")]);
    }

    #[test]
    fn what_was_kept_by_another_version_does_not_stand_in_the_way() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        let mut said = Vec::new();
        let kept = Kept { own: Some(vec![0xff; 40]), digests: Some(vec![0xff; 40]) };
        desk.shelve("u", Ok(bytes()), kept, &mut |r| said.push(r));
        assert_eq!(shown(&said), ["a"]);
    }

    #[test]
    fn a_bundle_of_another_version_says_both_versions() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        let mut other = bytes();
        other[8] = 99;
        let said = shelve(&mut desk, Ok(other));
        assert!(matches!(&said[..], [Reply::Failed { fault: Fault::OtherVersion { bundle: 99, .. } }]));
    }

    #[test]
    fn an_answer_for_an_abandoned_corpus_is_dropped() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        receive(&mut desk, Request::Open { url: "other".into() });
        assert!(shelve(&mut desk, Ok(bytes())).is_empty());
    }

    /// Through the bytes that the bridge sends, and back.
    fn travelled<T: serde::Serialize + serde::de::DeserializeOwned>(message: &T) -> T {
        packed::read(&packed::write(message)).unwrap()
    }

    #[test]
    fn messages_survive_the_journey() {
        let mut desk = Desk::default();
        receive(&mut desk, Request::Open { url: "u".into() });
        let mut replies = shelve(&mut desk, Ok(bytes()));
        let read = Request::Read { seq: 2, article: "a".into(), filter: Box::default() };
        let gaps = Request::Gaps { seq: 2, filter: Box::default() };
        let mut requests = vec![ask(1), read, Request::Pocket { seq: 2 }, gaps];
        for view in View::ALL {
            let filter = Box::new(Filter { view, q: "“säkerhet”".into(), ..Filter::default() });
            requests.push(Request::View { seq: 3, filter });
        }
        for request in requests {
            assert_eq!(format!("{:?}", travelled(&request)), format!("{request:?}"));
            replies.extend(receive(&mut desk, request).0);
        }
        assert_eq!(replies.len(), 2 + 1 + 4 + View::ALL.len());
        for reply in replies {
            assert_eq!(format!("{:?}", travelled(&reply)), format!("{reply:?}"));
        }
    }
}
