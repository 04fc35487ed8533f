//! The library: a corpus in shards. It reads the shards that the questions on screen can touch, the newest first, a few
//! at a time, answers from those that are read, and says how many these are.

use super::{
    desk::{self, Step},
    protocol::{Coverage, Fault, NewArticle, Reply, Request},
};
use crate::text::ordered::{OrderedMap, OrderedSet};
use crate::text::packed;
use crate::{
    corpus::{article::Article, bundle::Bundle, manifest::Manifest},
    index::routing::Routing,
    lexicon::codebook::Matcher,
    query::{
        archive::Archive,
        digest::{self, Digest},
        filter::Filter,
        laying::{Holding, Laying, Page},
        route::{Map, Route, needs_routing},
    },
    text::order::Gather,
};

/// So many articles are held at most, of some 20 KB each; a question that touches more is answered from the newest.
const MOST_HELD: u32 = 10_240;
/// So many articles are gone through in one slice of laying out.
const SLICE: usize = 256;
/// So many shards are fetched at a time, once the first is there.
const AT_ONCE: usize = 4;
/// So many articles have a card on the page.
const CARDS: usize = 60;

/// A file of the library besides its manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Which words stand where.
    Routing,
    /// A shard, by its number.
    Shard(u32),
}

/// Where a shard stands.
enum State {
    /// Not asked for.
    Afar,
    /// On its way.
    Coming,
    /// Read, and not yet in the archive.
    Read(Box<Holding>),
    /// In the archive.
    Held,
    /// It cannot be had.
    Lost,
}

/// Where the routing file stands.
enum Guide {
    Afar,
    Coming,
    Here(Routing),
    Lost,
}

/// A question that is answered again whenever more is read.
struct Standing {
    request: Request,
    answered: bool,
}

/// A corpus in shards, partly read.
pub struct Library {
    /// Where the files lie.
    folder: String,
    manifest: Manifest,
    guide: Guide,
    shards: Vec<State>,
    archive: Archive,
    /// The shards in the archive, ascending, then [`OWN`] where the reader added articles.
    held: Vec<u32>,
    /// When each shard was last wanted.
    used: Vec<u32>,
    clock: u32,
    /// The newest of each kind.
    standing: Vec<Standing>,
    /// Exports and citations: answered once, when all is there.
    once: Vec<Request>,
    /// The shards that the standing questions can touch, as far as they can be held, in the order of reading.
    plan: Vec<u32>,
    /// How many more they can touch.
    beyond: u32,
    foreseen: OrderedSet<String>,
    /// Where what was asked for can be, as far as is known from what is held.
    routes: Vec<(Filter, Route)>,
    /// The reader wants no more to be read for this question.
    halted: bool,
    /// The fault of a lost shard was said.
    told: bool,
    /// The reader's own articles, as they were given, and as they were read.
    own: Vec<NewArticle>,
    own_read: Vec<(Article, Digest)>,
    /// They changed, and are to be laid anew.
    own_new: Option<Holding>,
    matcher: Matcher,
    /// What is being laid out, while what was before still answers; and of which shards.
    laying: Option<(Laying, Vec<u32>)>,
    /// A [`Step::GoOn`] is on its way.
    going_on: bool,
}

/// Stands for the reader's own articles where shards are counted.
const OWN: u32 = u32::MAX;

impl Library {
    /// A library of which nothing is read yet. `url` is its manifest's.
    pub fn open(url: &str, manifest: Manifest, own: Vec<NewArticle>, say: &mut dyn FnMut(Reply)) -> Self {
        let count = manifest.shards.len();
        let mut library = Library {
            folder: url.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/")),
            guide: Guide::Afar,
            shards: (0..count).map(|_| State::Afar).collect(),
            archive: Archive::default(),
            held: Vec::new(),
            used: vec![0; count],
            clock: 0,
            standing: Vec::new(),
            once: Vec::new(),
            plan: Vec::new(),
            beyond: 0,
            foreseen: OrderedSet::new(),
            routes: Vec::new(),
            halted: false,
            told: false,
            own,
            own_read: Vec::new(),
            own_new: None,
            matcher: Matcher::of(&manifest.codebook),
            laying: None,
            going_on: false,
            manifest,
        };
        library.read_own();
        library.begin();
        library.lay(usize::MAX, say);
        library
    }

    /// Goes on with what [`Step::GoOn`] left.
    pub fn go_on_laying(&mut self, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        self.going_on = false;
        match self.lay(SLICE, say) {
            true => self.go_on(say),
            false => self.rest().into_iter().collect(),
        }
    }

    /// Takes one request; `say` hears the replies.
    pub fn receive(&mut self, request: Request, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        let mut steps = Vec::new();
        match request {
            Request::Ask { .. } | Request::View { .. } | Request::Read { .. } => {
                let kind = std::mem::discriminant(&request);
                let before = self.standing.iter().find_map(|s| self.filter_of(&s.request).cloned());
                if self.filter_of(&request).is_some_and(|now| before.as_ref() != Some(now)) {
                    self.halted = false;
                }
                self.standing.retain(|s| std::mem::discriminant(&s.request) != kind);
                self.standing.push(Standing { request, answered: false });
            }
            Request::Export { .. } | Request::Cite { .. } => self.once.push(request),
            Request::Base { .. } => {
                desk::reply(&self.archive, request).into_iter().for_each(say);
                return steps;
            }
            Request::Reading { on } => self.halted = !on,
            Request::Add { files } => {
                let (taken, refused) = desk::sorted(files, (&self.own, &self.own_names()), &self.archive.articles);
                if !taken.is_empty() {
                    self.own.extend(taken);
                    steps.push(self.own_changed());
                }
                say(Reply::Added { articles: self.own_names(), refused });
            }
            Request::Amend { changes } => {
                let names = self.own_names();
                if desk::amended(&mut self.own, &names, changes) {
                    steps.push(self.own_changed());
                }
                say(Reply::Added { articles: names, refused: Vec::new() });
            }
            Request::Remove { article } => {
                if let Some(at) = self.own_names().iter().position(|n| *n == article) {
                    self.own.remove(at);
                    steps.push(self.own_changed());
                }
                say(Reply::Added { articles: self.own_names(), refused: Vec::new() });
            }
            // Of a large corpus the page carries nothing.
            Request::Open { .. } | Request::Pocket { .. } | Request::Gaps { .. } => return steps,
        }
        steps.extend(self.go_on(say));
        steps
    }

    /// Takes a file that [`Step::FetchPart`] asked for; of a shard also what was read in it, where that is known.
    pub fn shelve(
        &mut self,
        part: Part,
        outcome: Result<Vec<u8>, Fault>,
        digests: Option<Vec<u8>>,
        say: &mut dyn FnMut(Reply),
    ) -> Vec<Step> {
        match part {
            Part::Routing => {
                let read =
                    outcome.and_then(|bytes| Routing::open(&bytes, self.manifest.shards.len()).map_err(desk::fault_of));
                self.routes.clear();
                self.guide = match read {
                    Ok(routing) => Guide::Here(routing),
                    Err(fault) => {
                        self.lost(fault, say);
                        Guide::Lost
                    }
                };
            }
            Part::Shard(number) => {
                let Some(shard) = self.manifest.shards.get(number as usize) else { return Vec::new() };
                let read = outcome.and_then(|bytes| {
                    let bundle = shard.decode(&bytes).map_err(desk::fault_of)?;
                    Ok(taken(bundle, digests, &self.matcher))
                });
                let state = match read {
                    Ok(holding) => State::Read(Box::new(holding)),
                    Err(fault) => {
                        self.lost(fault, say);
                        State::Lost
                    }
                };
                if let Some(slot) = self.shards.get_mut(number as usize) {
                    *slot = state;
                }
            }
        }
        self.go_on(say)
    }

    /// Fetches anew what could not be had.
    pub fn retry(&mut self, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        for state in self.shards.iter_mut().filter(|s| matches!(s, State::Lost)) {
            *state = State::Afar;
        }
        if matches!(self.guide, Guide::Lost) {
            self.guide = Guide::Afar;
        }
        self.told = false;
        self.standing.iter_mut().for_each(|s| s.answered = false);
        say(Reply::Opened(self.archive.overview(CARDS)));
        self.go_on(say)
    }

    fn lost(&mut self, fault: Fault, say: &mut dyn FnMut(Reply)) {
        if !std::mem::replace(&mut self.told, true) {
            let cause = fault.cause();
            say(Reply::Failed { fault: Fault::Lost { cause } });
        }
    }

    fn filter_of<'r>(&self, request: &'r Request) -> Option<&'r Filter> {
        match request {
            Request::Ask { filter, .. } | Request::View { filter, .. } => Some(filter),
            _ => None,
        }
    }

    /// Works out what is wanted, reads on, and answers what can be answered.
    fn go_on(&mut self, say: &mut dyn FnMut(Reply)) -> Vec<Step> {
        if self.wants_routing() {
            match self.guide {
                Guide::Afar => {
                    self.guide = Guide::Coming;
                    let url = format!("{}{}", self.folder, self.manifest.routing.name);
                    return vec![Step::FetchPart { part: Part::Routing, url }];
                }
                Guide::Coming => return Vec::new(),
                Guide::Here(_) | Guide::Lost => {}
            }
        }
        self.make_plan();
        let mut steps = self.fetch();
        if self.laying.is_none() && self.worth_laying() {
            self.begin();
            // Who has nothing yet waits for this; else others may ask meanwhile.
            let most = if self.held.is_empty() { usize::MAX } else { SLICE };
            if self.lay(most, say) {
                self.make_plan();
                steps.extend(self.fetch());
            }
        }
        steps.extend(self.rest());
        self.answer(say);
        say(Reply::Coverage(self.coverage()));
        steps
    }

    fn wants_routing(&self) -> bool {
        self.standing.iter().any(|s| match &s.request {
            Request::Read { article, .. } => self.archive.articles.iter().all(|a| a.id != *article),
            request => self.filter_of(request).is_some_and(needs_routing),
        })
    }

    fn make_plan(&mut self) {
        let routing = match &self.guide {
            Guide::Here(routing) => Some(routing),
            _ => None,
        };
        let map = Map { manifest: &self.manifest, routing, names: &self.archive.names };
        let (mut known, mut routes) = (std::mem::take(&mut self.routes), Vec::new());
        let mut wanted: Vec<u32> = Vec::new();
        self.foreseen.clear();
        for standing in &self.standing {
            match &standing.request {
                Request::Read { article, .. } => {
                    wanted.splice(0..0, routing.and_then(|r| r.article(article)));
                }
                Request::Ask { filter, .. } | Request::View { filter, .. } => {
                    let at = known.iter().position(|(of, _)| of == &**filter);
                    let route = at.map_or_else(|| map.route(filter), |at| known.swap_remove(at).1);
                    wanted.extend(&route.shards);
                    self.foreseen.extend(route.foreseen.iter().cloned());
                    routes.push((Filter::clone(filter), route));
                }
                _ => {}
            }
        }
        self.routes = routes;
        let mut seen = OrderedSet::new();
        wanted.retain(|shard| seen.insert(*shard));
        let mut articles = 0;
        let fit = |shard: &&u32| {
            articles += self.manifest.shards.get(**shard as usize).map_or(0, |s| s.articles);
            articles <= MOST_HELD
        };
        let fitting = wanted.iter().take_while(fit).count();
        self.beyond = (wanted.len() - fitting) as u32;
        wanted.truncate(fitting);
        self.clock += 1;
        for shard in &wanted {
            if let Some(used) = self.used.get_mut(*shard as usize) {
                *used = self.clock;
            }
        }
        self.plan = wanted;
    }

    /// Asks for the next shards. The first comes alone, so that it is there soon.
    fn fetch(&mut self) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.halted {
            return steps;
        }
        let mut coming = self.shards.iter().filter(|s| matches!(s, State::Coming)).count();
        let any = self.plan.iter().any(|s| matches!(self.state(*s), State::Held | State::Read(_)));
        let most = if any { AT_ONCE } else { 1 };
        for number in &self.plan {
            if coming >= most {
                break;
            }
            if let (Some(state @ State::Afar), Some(shard)) =
                (self.shards.get_mut(*number as usize), self.manifest.shards.get(*number as usize))
            {
                *state = State::Coming;
                let url = format!("{}{}", self.folder, shard.file.name);
                steps.push(Step::FetchPart { part: Part::Shard(*number), url });
                coming += 1;
            }
        }
        steps
    }

    fn state(&self, shard: u32) -> &State {
        self.shards.get(shard as usize).unwrap_or(&State::Lost)
    }

    /// How many of the planned shards are still to come.
    fn open_parts(&self) -> usize {
        self.plan.iter().filter(|s| matches!(self.state(**s), State::Afar | State::Coming)).count()
    }

    /// Whether no more is coming for the standing questions.
    fn settled(&self) -> bool {
        let coming = self.plan.iter().any(|s| matches!(self.state(*s), State::Coming));
        self.open_parts() == 0 || self.halted && !coming
    }

    /// Joining names and laying out costs by all that is held: it is done when twice as much more has come, or all.
    fn worth_laying(&self) -> bool {
        let arrived = self.shards.iter().filter(|s| matches!(s, State::Read(_))).count();
        let useful = self.plan.iter().filter(|s| matches!(self.state(**s), State::Held)).count();
        self.own_new.is_some() || arrived > 0 && (self.settled() || arrived >= (2 * useful).max(1))
    }

    /// The step that goes on with laying out, where there is something to lay out.
    fn rest(&mut self) -> Option<Step> {
        let waits = self.laying.is_some() && !self.going_on;
        self.going_on |= waits;
        waits.then_some(Step::GoOn)
    }

    /// Begins to lay what arrived beside what is held, without what was wanted longest ago where that is too much.
    fn begin(&mut self) {
        let read = (0..).zip(&self.shards).filter(|(_, s)| matches!(s, State::Read(_))).map(|(number, _)| number);
        let mut order: OrderedSet<u32> = self.held.iter().copied().filter(|s| *s != OWN).chain(read).into_set();
        let size = |order: &OrderedSet<u32>| order.iter().map(|s| self.articles_of(*s)).sum::<usize>();
        while size(&order) > MOST_HELD as usize {
            let unused = |s: &&u32| self.used.get(**s as usize).is_some_and(|used| *used < self.clock);
            let Some(oldest) = order.iter().filter(unused).min_by_key(|s| self.used.get(**s as usize)).copied() else {
                break;
            };
            order.remove(&oldest);
        }
        if !self.own_read.is_empty() {
            order.insert(OWN);
        }
        self.laying = Some((Laying::of(self.manifest.codebook.clone()), order.into_iter().collect()));
    }

    fn articles_of(&self, shard: u32) -> usize {
        self.manifest.shards.get(shard as usize).map_or(0, |s| s.articles as usize)
    }

    /// Lays out some more, as much as `most` articles; once all is done, that is what answers. `true` = it is.
    fn lay(&mut self, most: usize, say: &mut dyn FnMut(Reply)) -> bool {
        let Some((mut laying, order)) = self.laying.take() else { return false };
        let pages = self.pages(&order);
        let (mut done, mut left) = (false, most);
        while !done && left > 0 {
            done = laying.advance(&pages, left);
            left = if most == usize::MAX { most } else { left.saturating_sub(pages.len().max(1)) };
        }
        if !done {
            self.laying = Some((laying, order));
            return false;
        }
        self.change_to(laying, order);
        say(Reply::Opened(self.archive.overview(CARDS)));
        if !self.own.is_empty() {
            say(Reply::Added { articles: self.own_names(), refused: Vec::new() });
        }
        true
    }

    /// The articles of these shards, from where they are.
    fn pages(&self, order: &[u32]) -> Vec<Page<'_>> {
        let mut pages = Vec::new();
        let mut here: OrderedMap<u32, (usize, usize)> = OrderedMap::new();
        let mut start = 0;
        for shard in &self.held {
            let count = if *shard == OWN { self.archive.articles.len() - start } else { self.articles_of(*shard) };
            here.insert(*shard, (start, count));
            start += count;
        }
        for shard in order {
            match (self.state(*shard), &self.own_new) {
                (State::Read(holding), _) => pages.extend(holding.pages()),
                (_, Some(own)) if *shard == OWN => pages.extend(own.pages()),
                _ => {
                    let (start, count) = here.get(shard).copied().unwrap_or_default();
                    let held = self.archive.articles.iter().zip(&self.archive.sheets);
                    pages.extend(held.skip(start).take(count));
                }
            }
        }
        pages
    }

    /// Puts what was laid out in the place of what was before.
    fn change_to(&mut self, laying: Laying, order: Vec<u32>) {
        let before = std::mem::take(&mut self.archive);
        let held = std::mem::replace(&mut self.held, order);
        let sizes: Vec<usize> =
            held.iter().map(|s| if *s == OWN { usize::MAX } else { self.articles_of(*s) }).collect();
        let mut parts: OrderedMap<u32, Holding> = held.into_iter().zip(before.apart(sizes.into_iter())).into_map();
        let mut holdings = Vec::new();
        for shard in &self.held {
            let arrived = match self.shards.get_mut(*shard as usize) {
                Some(state) => match std::mem::replace(state, State::Held) {
                    State::Read(holding) => Some(*holding),
                    _ => None,
                },
                None => self.own_new.take(),
            };
            let before = parts.remove(shard);
            holdings.push(arrived.or(before).unwrap_or_default());
        }
        for gone in parts.into_keys() {
            if let Some(state) = self.shards.get_mut(gone as usize) {
                *state = State::Afar;
            }
        }
        self.own_new = None;
        self.archive = laying.finish(holdings, self.manifest.fingerprint.clone());
        // Names that were read may have other spellings, which stand elsewhere.
        self.routes.clear();
        self.standing.iter_mut().for_each(|s| s.answered = false);
    }

    /// Answers what stands, from what is held.
    fn answer(&mut self, say: &mut dyn FnMut(Reply)) {
        let settled =
            self.settled() && self.laying.is_none() && !self.shards.iter().any(|s| matches!(s, State::Read(_)));
        let some = self.plan.iter().any(|s| matches!(self.state(*s), State::Held));
        if !settled && !some {
            return; // nothing of what is asked for is here yet
        }
        let all = self.held.iter().filter(|s| **s != OWN).count() == self.shards.len();
        let Coverage { read, of, .. } = self.coverage();
        self.archive.partly = (read < of).then_some((read, of));
        self.archive.table.elsewhere = if all { OrderedSet::new() } else { self.foreseen.clone() };
        for standing in self.standing.iter_mut().filter(|s| !s.answered) {
            // An article that is still to come is not said to be missing.
            let absent = matches!(&standing.request, Request::Read { article, .. }
                if self.archive.articles.iter().all(|a| a.id != *article));
            if absent && !settled {
                continue;
            }
            standing.answered = true;
            match &standing.request {
                // What stands before the window may be new too.
                Request::Ask { seq, filter, offset } => {
                    let answer = self.archive.ask(filter, 0, offset.saturating_add(desk::WINDOW));
                    say(Reply::Answer { seq: *seq, answer: Box::new(answer) });
                }
                request => desk::reply(&self.archive, request.clone()).into_iter().for_each(&mut *say),
            }
        }
        if settled {
            for request in std::mem::take(&mut self.once) {
                desk::reply(&self.archive, request).into_iter().for_each(&mut *say);
            }
        }
    }

    fn coverage(&self) -> Coverage {
        let is = |fits: fn(&State) -> bool| self.plan.iter().filter(|s| fits(self.state(**s))).count() as u32;
        Coverage {
            read: is(|s| matches!(s, State::Held | State::Read(_))),
            of: self.plan.len() as u32 + self.beyond,
            all: self.shards.len() as u32,
            lost: is(|s| matches!(s, State::Lost)),
            beyond: self.beyond,
            going: !self.settled() || self.laying.is_some(),
        }
    }

    fn own_names(&self) -> Vec<String> {
        self.own_read.iter().map(|(article, _)| article.id.clone()).collect()
    }

    fn read_own(&mut self) {
        let mut known: Vec<(Article, Digest)> = std::mem::take(&mut self.own_read);
        for mut article in desk::articles(&self.own, &[]) {
            article.id = format!("own-{}", article.id);
            let digest = match known.iter().position(|(a, _)| *a == article) {
                Some(at) => known.swap_remove(at).1,
                None => Digest::of(&article),
            };
            self.own_read.push((article, digest));
        }
        let own = self.own_read.iter().cloned().map(|(mut article, digest)| {
            let sheet = digest.laid_over(&mut article);
            (article, sheet)
        });
        let (articles, sheets) = own.unzip();
        self.own_new = Some(Holding::of(articles, sheets, &self.matcher));
    }

    /// The reader's own articles changed: what was being laid out had others.
    fn own_changed(&mut self) -> Step {
        self.read_own();
        self.laying = None;
        Step::Keep(packed::write(&self.own))
    }
}

/// A shard's articles with what was read in them: now, where it is not known from an earlier visit.
fn taken(bundle: Bundle, digests: Option<Vec<u8>>, matcher: &Matcher) -> Holding {
    let Bundle { mut articles, fingerprint, .. } = bundle;
    let known = digests.and_then(|bytes| digest::decode(&bytes, &fingerprint, articles.len()));
    let digests = known.unwrap_or_else(|| digest::read(&articles, &mut |_, _| ()));
    let sheets = articles.iter_mut().zip(digests).map(|(article, digest)| digest.laid_over(article)).collect();
    Holding::of(articles, sheets, matcher)
}

/// Reads a shard's articles, for [`Library::shelve`]: what a helper does.
///
/// # Errors
/// Where the bytes are no bundle of this version.
pub fn read(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let bundle = desk::decode(bytes)?;
    Ok(digest::encode(&bundle.fingerprint, &digest::read(&bundle.articles, &mut |_, _| ())))
}

/// The name under which what was read in a file is kept: the file's own.
pub fn name_of(url: &str) -> &str {
    url.rsplit_once('/').map_or(url, |(_, name)| name)
}
