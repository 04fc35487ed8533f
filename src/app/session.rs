//! The session: the state of the page as values that are followed (`kept`), and the only one who talks to the worker.

mod kept;
mod keyboard;
mod question;
mod reading;
mod taking;

use super::{
    browser::{address, document, focus, list, media, node, storage, timer},
    choice,
    history::History,
    words,
};
use crate::{
    query::{
        answer::{Answer, ArticleView, Overview},
        filter::{Facet, Filter, View},
        pocket::Pocket,
        view::ViewData,
    },
    share::link::encode,
    worker::{
        bridge::Bridge,
        desk::WINDOW,
        protocol::{Coverage, Fault, Reply, Request},
    },
};
use kept::Kept;
pub use kept::{Live, follow, untrack, watch};
use question::{question, view_question, wanted};
use std::{ops::Deref, sync::Arc};

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Its name in storage and style sheets; `None` for automatic.
    pub fn slug(self) -> Option<&'static str> {
        match self {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

/// How far long work is: what, done, of how many.
pub type Progress = (String, u32, u32);

/// How many statements a printed sheet holds at most (some fifty pages), and a list is searched for one.
const MOST_PRINTED: usize = 500;

/// How long a filter must rest before the links on screen are written anew; a click never waits for that.
const LINKS_MS: u32 = 60;

/// The state of the page: there is one, for as long as the page is there.
#[derive(Clone, Copy)]
pub struct Session(&'static State);

impl Deref for Session {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What the page knows.
pub struct State {
    /// The view state; the address follows it.
    pub filter: Live<Filter>,
    /// The corpus, once it is open.
    pub overview: Live<Option<Arc<Overview>>>,
    /// The answer to the empty filter: what the ready questions are made of.
    pub base: Live<Option<Arc<Answer>>>,
    /// The answer on screen, its rows all those fetched so far.
    pub answer: Live<Option<Arc<Answer>>>,
    /// What the page answers filters from by itself, where the corpus is small.
    pocket: Kept<Option<Box<Pocket>>>,
    /// The article on screen or in the preview: its id, and `None` where the corpus has no such.
    pub article: Live<Option<(String, Option<Arc<ArticleView>>)>>,
    /// The article that was read last, and under which filter.
    has_read: Live<Option<(String, Filter)>>,
    /// What the view on screen shows beyond the answer.
    pub data: Live<Arc<ViewData>>,
    /// The filter that `data` answers.
    viewed: Live<Option<Filter>>,
    /// Long work.
    pub progress: Live<Option<Progress>>,
    /// How much of a large corpus is read for what is on screen.
    pub coverage: Live<Option<Coverage>>,
    /// What failed.
    pub fault: Live<Option<Fault>>,
    /// The ids of the reader's own articles.
    pub added: Live<Vec<String>>,
    /// Why files of the reader's were not taken.
    pub refused: Live<Vec<String>>,
    /// A short confirmation, and a text that could not be copied and is shown to be copied by hand.
    pub toast: Live<Option<(String, Option<String>)>>,
    /// What a screen reader is told.
    pub said: Live<String>,
    /// The rail is open as a drawer.
    pub drawer: Live<bool>,
    /// The screen has room for the rail and the preview beside the list.
    pub wide: Live<bool>,
    /// What is out of sight is still to be drawn: rows further down, facets of the rail.
    pub undrawn: Live<bool>,
    /// The facets of the rail that were in sight when the filter last changed; `None` = all may be.
    seen: Kept<Option<Vec<String>>>,
    /// The keyboard sheet is open.
    pub sheet: Live<bool>,
    /// Evidence is marked in the Reader.
    pub marked: Live<bool>,
    /// Furniture is shown in the Reader.
    pub furniture: Live<bool>,
    /// The facets of which the rail shows all values.
    pub unfolded: Live<Vec<Facet>>,
    /// Single letters are commands.
    pub letters: Live<bool>,
    /// Light, dark or automatic.
    pub theme: Live<Theme>,
    /// What the worker answered last: the filter as it was asked.
    answered: Live<Option<Filter>>,
    bridge: Kept<Option<Bridge>>,
    history: Kept<History>,
    voice: Kept<timer::Pause>,
    links: Kept<timer::Pause>,
    toasting: Kept<timer::Pause>,
    ask: Kept<Asked>,
    going: Kept<bool>,
    /// The page is scrolled down. (To ask the browser that in the middle of an answer makes it lay the page out.)
    down: Kept<bool>,
    /// Print once all rows are there.
    printing: Kept<bool>,
    /// What is restored once the view is drawn.
    back_to: Kept<Option<Place>>,
}

/// Where the reader was in a view that Back or Forward leads to.
struct Place {
    /// What had the focus, as a selector.
    focus: Option<String>,
    scroll: Option<f64>,
    /// Whether that is another view than the one left.
    elsewhere: bool,
}

/// The questions on their way.
#[derive(Clone, Default)]
struct Asked {
    seq: u32,
    /// The newest `Ask`, and the filter it asks.
    ask: u32,
    filter: Filter,
    /// It adds rows to those that are there.
    more: bool,
    /// It asks only what the page cannot answer itself; the rest is on screen.
    gaps: bool,
    /// The `Ask` of the empty filter, for [`Session::base`].
    base: u32,
    /// The newest `Read`, and the article it reads.
    read: u32,
    reads: (String, Filter),
    /// The newest `Pocket`.
    pocket: u32,
    /// The newest `View`, and its filter.
    view: u32,
    views: Filter,
    /// Articles of the reader's own are being read.
    adding: bool,
    /// What is told of them is another.
    amending: bool,
}

impl Session {
    /// Starts the worker, opens the corpus, follows the address.
    pub fn start() -> Self {
        let session = Session(Box::leak(Box::new(State {
            filter: Live::new(History::read()),
            overview: Live::new(None),
            base: Live::new(None),
            answer: Live::new(None),
            pocket: Kept::new(None),
            article: Live::new(None),
            has_read: Live::new(None),
            data: Live::new(Arc::default()),
            viewed: Live::new(None),
            progress: Live::new(None),
            coverage: Live::new(None),
            fault: Live::new(None),
            added: Live::new(Vec::new()),
            refused: Live::new(Vec::new()),
            toast: Live::new(None),
            said: Live::new(String::new()),
            drawer: Live::new(false),
            wide: Live::new(!Session::narrow()),
            undrawn: Live::new(false),
            seen: Kept::new(Session::narrow().then(Vec::new)),
            sheet: Live::new(false),
            marked: Live::new(true),
            furniture: Live::new(false),
            unfolded: Live::new(Vec::new()),
            letters: Live::new(storage::get("letters").as_deref() != Some("off")),
            theme: Live::new(match storage::get("theme").as_deref() {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::Auto,
            }),
            answered: Live::new(None),
            bridge: Kept::new(None),
            history: Kept::new(History::start()),
            voice: Kept::new(timer::Pause::default()),
            links: Kept::new(timer::Pause::default()),
            toasting: Kept::new(timer::Pause::default()),
            ask: Kept::new(Asked::default()),
            going: Kept::new(false),
            down: Kept::new(false),
            printing: Kept::new(false),
            back_to: Kept::new(None),
        })));
        session.bridge.set(Some(Bridge::start(move |reply| session.hear(reply))));
        session.open();
        session.tie();
        session
    }

    /// Fetches the corpus, or fetches it again.
    pub fn open(self) {
        self.fault.set(None);
        match document::bundle() {
            Some(url) => self.send(Request::Open { url }),
            None => self.fault.set(Some(Fault::Damaged { cause: "index.html names no corpus".into() })),
        }
    }

    fn send(self, request: Request) {
        self.bridge.with(|bridge| {
            if let Some(bridge) = bridge {
                bridge.send(request);
            }
        });
    }

    /// Ties the state to address, title, theme and worker.
    fn tie(self) {
        address::scroll_by_hand();
        address::on_move(move || self.moved());
        follow(move || {
            if self.ready() {
                timer::after(0, move || self.restore());
            }
        });
        watch(
            move || self.filter.with(question),
            move |filter| {
                if self.ask.with(|a| a.gaps && a.filter == *filter) {
                    // Only the sentences that no statement covers are still to come.
                } else if self.answered.with_untracked(|a| a.as_ref() != Some(filter)) || !self.carries() {
                    self.ask(filter.clone(), 0);
                } else {
                    // What is on its way answers something else.
                    self.next(|a, seq| (a.ask, a.more, a.gaps, a.filter) = (seq, false, false, filter.clone()));
                }
            },
        );
        watch(
            move || (self.wanted(), self.filter.with(question)),
            move |(article, filter)| {
                if let Some(article) = article {
                    self.read(article.clone(), filter.clone());
                }
            },
        );
        watch(
            move || self.filter.with(view_question),
            move |filter| {
                if let Some(filter) = filter {
                    self.view(filter.clone());
                }
            },
        );
        follow(move || {
            self.filter.track();
            self.readdress();
        });
        follow(move || self.filter.with(|f| list::mark(f.selected.as_deref())));
        follow(move || document::set_root("data-theme", self.theme.get().slug()));
        // Title and sentence are made once what is drawn now is on screen.
        follow(move || {
            // All that `title` reads.
            self.track();
            self.article.track();
            self.data.track();
            timer::after_paint(move || document::set_title(&untrack(|| self.title())));
        });
        follow(move || {
            self.track();
            if self.ready() {
                self.say();
            }
        });
        // Once all is on screen, what filters are answered from from now on is fetched.
        follow(move || {
            if self.ready()
                && self.overview.with(Option::is_some)
                && !self.carries()
                && self.ask.with(|a| a.pocket == 0)
            {
                let seq = self.next(|a, seq| a.pocket = seq);
                timer::after_paint(move || self.send(Request::Pocket { seq }));
            }
        });
        // What a link selects is shown.
        follow(move || {
            if self.ready() && self.filter.with(Filter::points) {
                self.point();
            }
        });
    }

    /// Shows the statement or the section that the link points at.
    fn point(self) {
        if self.seeks() {
            return self.more();
        }
        let section = self.filter.with_untracked(|f| f.item.clone().filter(|_| f.view == View::About));
        timer::after(0, move || match section {
            Some(slug) => {
                let head = format!("[data-section=\"{}\"] h2", slug.replace(['"', '\\'], ""));
                document::find(&head).iter().for_each(focus::begin_at);
            }
            None => {
                let selected = "[data-selected], #body [data-statement][aria-current]";
                focus::unfold(selected);
                // In the list a row is mostly chosen where it is seen, and stays there.
                let row = self.filter.with_untracked(|f| f.selected.clone().unwrap_or_default());
                if !focus::reveal(selected, true) && !focus::in_sight("data-statement").contains(&row) {
                    focus::reveal("#rows > .current", true);
                }
            }
        });
    }

    /// The list lacks the statement that the link points at: it may be further down.
    fn seeks(self) -> bool {
        let wanted = self.filter.with_untracked(|f| f.selected.clone().filter(|_| f.view == View::Statements));
        self.answer.with_untracked(|a| {
            let further = a.as_ref().filter(|a| a.rows.len() < MOST_PRINTED.min(a.totals.statements as usize));
            further.is_some_and(|a| wanted.is_some_and(|id| a.rows.iter().all(|row| row.id != id)))
        })
    }

    /// The article that the view needs.
    fn wanted(self) -> Option<String> {
        wanted((self.filter, self.wide, self.answer))
    }

    fn ask(self, filter: Filter, offset: u32) {
        let seq = self.next(|a, seq| {
            a.ask = seq;
            a.filter = filter.clone();
            a.more = offset > 0;
            a.gaps = false;
        });
        self.send(Request::Ask { seq, filter: Box::new(filter), offset });
    }

    fn read(self, article: String, filter: Filter) {
        let seq = self.next(|a, seq| {
            a.read = seq;
            a.reads = (article.clone(), filter.clone());
        });
        self.send(Request::Read { seq, article, filter: Box::new(filter) });
    }

    fn view(self, filter: Filter) {
        let seq = self.next(|a, seq| {
            a.view = seq;
            a.views = filter.clone();
        });
        self.send(Request::View { seq, filter: Box::new(filter) });
    }

    /// The next question's number, noted.
    fn next(self, note: impl FnOnce(&mut Asked, u32)) -> u32 {
        self.ask.update(|a| {
            a.seq += 1;
            note(a, a.seq);
            a.seq
        })
    }

    fn hear(self, reply: Reply) {
        match reply {
            Reply::Progress { what, done, of } => self.progress.set((done < of).then_some((what, done, of))),
            Reply::Opened(overview) => {
                self.progress.set(None);
                self.fault.set(None);
                // Of other articles.
                self.pocket.set(None);
                self.ask.update(|a| a.pocket = 0);
                self.overview.set(Some(Arc::new(overview)));
            }
            Reply::Coverage(coverage) => self.coverage.set(Some(coverage)),
            Reply::Added { articles, refused } => self.added(articles, refused),
            Reply::NotKept => self.toast((words::NOT_KEPT.to_string(), None)),
            Reply::Answer { seq, answer } => {
                let asked = self.ask.get();
                if seq == asked.ask {
                    self.answered(asked, *answer);
                } else if seq == asked.base {
                    self.base.set(Some(Arc::from(answer)));
                }
            }
            Reply::Gaps { seq, hits, total } => self.uncovered(seq, hits, total),
            Reply::Pocket { seq, pocket } => {
                if self.ask.with(|a| a.pocket == seq) {
                    self.pocket.set(Some(pocket));
                }
            }
            Reply::Article { seq, view } => {
                let asked = self.ask.get();
                if seq == asked.read {
                    self.article.set(Some((asked.reads.0.clone(), view.map(Arc::from))));
                    self.has_read.set(Some(asked.reads));
                }
            }
            Reply::View { seq, view } => {
                let asked = self.ask.get();
                if seq == asked.view {
                    self.data.set(Arc::from(view));
                    self.viewed.set(Some(asked.views));
                }
            }
            Reply::Exported { name, mime, text, .. } => self.save(&name, &mime, text),
            Reply::Cited { text: Some(text), .. } => self.copy_text(text, words::CITED),
            Reply::Cited { text: None, .. } => self.toast((words::NOT_CITED.to_string(), None)),
            Reply::Failed { fault } => {
                self.progress.set(None);
                self.fault.set(Some(fault));
            }
        }
    }

    /// Asks again what is on screen: the corpus is another.
    fn refresh(self) {
        self.answered.set(None);
        self.viewed.set(None);
        self.has_read.set(None);
        self.base.set(None);
        self.ask.update(|a| a.base = 0);
        self.ask(self.filter.with_untracked(question), 0);
        if let Some(article) = untrack(|| self.wanted()) {
            self.read(article, self.filter.with_untracked(question));
        }
        if let Some(filter) = self.filter.with_untracked(view_question) {
            self.view(filter);
        }
    }

    fn answered(self, asked: Asked, mut answer: Answer) {
        let sought = self.seeks();
        if asked.more {
            // The window after those that are there.
            let mut rows = self.answer.with_untracked(|a| a.as_ref().map(|a| a.rows.clone()).unwrap_or_default());
            rows.truncate(answer.offset as usize);
            rows.append(&mut answer.rows);
            answer.rows = rows;
        }
        // A link of another day names somebody by a spelling that is not the usual one any more: the address follows.
        if let Some(next) = answer.redirected.take()
            && self.filter.with_untracked(|now| *now == asked.filter)
        {
            self.history.update(|h| h.redirect(&next));
            self.tell();
            self.filter.set(*next);
        }
        let answer = self.show(answer, asked.more);
        if !asked.filter.narrows() && asked.filter.item.is_none() && !asked.more {
            self.base.set(Some(answer.clone()));
        }
        // The first of the rows that were asked for has the focus, not the button that moved on.
        let first = answer.rows.get(answer.offset as usize).filter(|_| asked.more && !sought && !self.printing.get());
        let first = first.map(|row| format!("[data-statement=\"{}\"] a[data-read]", row.id));
        self.answered.set(Some(asked.filter));
        if let Some(first) = first {
            timer::after(0, move || {
                focus::set(&first);
            });
        }
        if asked.base == 0 && self.base.with_untracked(Option::is_none) {
            // The ready questions need the answer to the empty filter once.
            let seq = self.next(|a, seq| a.base = seq);
            self.send(Request::Base { seq });
        }
        self.print_when_whole();
    }

    /// Puts an answer on screen; `more` = with further rows.
    fn show(self, answer: Answer, more: bool) -> Arc<Answer> {
        self.keep_focus();
        // Where Back and Forward lead, all is there at once.
        if more || self.back_to.with(Option::is_some) {
            self.undrawn.set(false);
        } else {
            self.put_off();
        }
        let answer = Arc::new(answer);
        self.answer.set(Some(answer.clone()));
        answer
    }

    /// The next window of rows.
    pub fn more(self) {
        let rows = self.answer.with_untracked(|a| a.as_ref().map_or(0, |a| a.rows.len()));
        let filter = self.filter.with_untracked(question);
        if !self.answer_here(&filter, rows as u32) {
            self.ask(filter, rows as u32);
        }
    }

    /// Whether the page can answer filters itself.
    fn carries(self) -> bool {
        self.pocket.with(Option::is_some)
    }

    /// Answers a filter from what the page carries, where that can.
    fn answer_here(self, filter: &Filter, offset: u32) -> bool {
        let answer = self.pocket.with(|p| p.as_ref().and_then(|p| p.ask(filter, offset, WINDOW)));
        let Some((mut answer, whole)) = answer else { return false };
        if !whole {
            // What is found in the texts stays as it is until the worker has looked.
            self.answer.with_untracked(|a| {
                if let Some(a) = a {
                    (answer.hits, answer.hits_total) = (a.hits.clone(), a.hits_total);
                }
            });
            // Further rows change nothing of it.
            if offset == 0 {
                self.answered.set(None);
                self.show(answer, false);
                let seq = self.next(|a, seq| (a.ask, a.more, a.gaps, a.filter) = (seq, false, true, filter.clone()));
                // To wake the worker takes longer than to write a facet.
                let filter = Box::new(filter.clone());
                timer::after_paint(move || self.send(Request::Gaps { seq, filter }));
                return true;
            }
            if self.answered.with_untracked(|a| a.as_ref() != Some(filter)) {
                return false;
            }
        }
        self.next(|a, seq| (a.ask, a.more, a.gaps, a.filter) = (seq, offset > 0, false, filter.clone()));
        self.answered(self.ask.get(), answer);
        true
    }

    /// Writes the addresses of all links anew, once the filter rests.
    pub fn readdress(self) {
        let write = move || {
            self.filter.with_untracked(|f| list::readdress(|way| choice::way(f, way).map(|to| encode(&to))));
        };
        self.links.update(|l| l.wait(LINKS_MS, write));
    }

    /// The view state is another now: with its answer where the page has that, so that both are drawn at once.
    fn turn(self, next: Filter) {
        let filter = question(&next);
        self.look();
        self.filter.set(next);
        if self.answered.with_untracked(|a| a.as_ref() != Some(&filter)) {
            self.answer_here(&filter, 0);
        }
        self.tell();
    }

    /// Tells the browser's history, once this is on screen.
    fn tell(self) {
        timer::after_paint(move || self.history.update(History::tell));
    }

    /// Whether what is on screen answers the filter.
    pub fn ready(self) -> bool {
        let view = self.filter.with(|f| f.view);
        if view == View::About {
            return true;
        }
        let asked = self.filter.with(question);
        let read = || {
            self.wanted().is_none_or(|id| {
                self.has_read.with(|r| r.as_ref().is_some_and(|(of, under)| *of == id && *under == asked))
            })
        };
        let viewed = || self.filter.with(view_question).is_none_or(|q| self.viewed.with(|v| v.as_ref() == Some(&q)));
        self.answered.with(|a| a.as_ref() == Some(&asked))
            && (view != View::Articles || read())
            && viewed()
            && !self.undrawn.get()
    }

    // What a reader does.

    /// One discrete choice: a new entry in the history.
    pub fn go(self, next: Filter) {
        let now = self.filter.get_untracked();
        if next == now {
            if next.points() {
                self.point();
            }
            return;
        }
        let elsewhere = (next.view, &next.item) != (now.view, &now.item);
        self.history.update(|h| h.push(&now, &next));
        if !elsewhere {
            self.keep_focus();
        }
        self.turn(next);
        if elsewhere {
            self.drawer.set(false);
            self.arrive();
        }
    }

    /// A key stroke of a search, a step through a list, a move of a brush.
    pub fn typed(self, next: Filter) {
        let now = self.filter.get_untracked();
        if next != now {
            self.history.update(|h| {
                h.typed(&now, &next, move || {
                    let now = self.filter.get_untracked();
                    self.history.update(|h| h.settle(&now));
                    self.tell();
                });
            });
            self.turn(next);
        }
    }

    /// One edit of the filter, as a choice.
    pub fn edit(self, change: impl FnOnce(&Filter) -> Filter) {
        self.go(self.filter.with_untracked(change));
    }

    fn moved(self) {
        let (next, place, scroll) = self.history.update(History::moved);
        let now = self.filter.get_untracked();
        if next == now {
            return;
        }
        let elsewhere = (next.view, &next.item) != (now.view, &now.item);
        let selects = next.points();
        self.sheet.set(false);
        if elsewhere {
            self.drawer.set(false);
        }
        self.back_to.set(Some(Place { focus: place, scroll: scroll.filter(|_| !selects), elsewhere }));
        self.turn(next);
    }

    /// After Back and Forward, once the view is drawn: focus and scroll as they were when it was left.
    fn restore(self) {
        let Some(Place { focus: place, scroll, elsewhere }) = self.back_to.update(Option::take) else {
            return;
        };
        if let Some(scroll) = scroll {
            // What is not in sight has its height only once it was laid out.
            node::class("#rows", "whole", true);
            focus::scroll_to(scroll);
            timer::after_paint(|| timer::after_paint(|| node::class("#rows", "whole", false)));
        }
        if !place.is_some_and(|p| focus::set(&p)) && elsewhere {
            focus::set("#main");
        }
    }

    /// What has the focus has it again after the lists were drawn anew; where it is gone, the content has it.
    fn keep_focus(self) {
        if let Some(place) = focus::place() {
            timer::after(0, move || {
                if !focus::any() && !focus::set(&place) {
                    focus::set("#main");
                }
            });
        }
    }

    /// After a change of view by hand: from the top, with the focus on what is new.
    fn arrive(self) {
        let selects = self.filter.with_untracked(Filter::points);
        if let Some((_, None)) = self.toast.get_untracked() {
            self.toast.set(None);
        }
        if !selects {
            focus::scroll_to(0.0);
            self.down.set(false);
        }
        timer::after(0, || {
            focus::set("#main");
        });
    }

    /// Selects a statement for the preview or in the Reader, as a step through a list.
    pub fn select(self, id: &str) {
        let next = Filter { selected: Some(id.to_string()), ..self.filter.get_untracked() };
        self.typed(next);
    }

    /// Opens or closes the panel of a row on a narrow screen.
    pub fn unfold_why(self, id: String) {
        let now = self.filter.get_untracked();
        let selected = Some(id).filter(|id| now.selected.as_ref() != Some(id));
        self.typed(Filter { selected, ..now });
    }

    /// The search as typed.
    pub fn search(self, q: String) {
        let now = self.filter.get_untracked();
        let view = match now.view {
            View::Overview | View::About => View::Statements,
            View::Articles if now.item.is_none() => View::Statements,
            view => view,
        };
        self.typed(Filter { q, view, selected: None, ..now });
    }

    /// Shows a short confirmation; one with a text to copy by hand stays until it is closed.
    pub fn toast(self, toast: (String, Option<String>)) {
        let stays = toast.1.is_some();
        self.toast.set(Some(toast));
        self.toasting.update(|t| if stays { t.stop() } else { t.wait(4000, move || self.toast.set(None)) });
    }

    /// Tells a screen reader, once the reader's hands rest.
    fn say(self) {
        self.voice.update(|v| v.wait(700, move || self.said.set(untrack(|| self.sentence()))));
    }

    /// The next theme, kept for later visits where storage is allowed.
    pub fn turn_theme(self) {
        let dark = media::matches("(prefers-color-scheme: dark)");
        let next = match (self.theme.get_untracked(), dark) {
            (Theme::Auto, true) => Theme::Light,
            (Theme::Auto, false) => Theme::Dark,
            (Theme::Light, true) | (Theme::Dark, false) => {
                if dark {
                    Theme::Dark
                } else {
                    Theme::Light
                }
            }
            (Theme::Light, false) | (Theme::Dark, true) => Theme::Auto,
        };
        self.theme.set(next);
        storage::set("theme", next.slug());
    }

    /// Switches single letters on or off, kept for later visits where storage is allowed.
    pub fn set_letters(self, on: bool) {
        self.letters.set(on);
        storage::set("letters", (!on).then_some("off"));
    }

    /// The page was scrolled.
    pub fn scrolled(self) {
        self.down.set(focus::scrolled() >= 1.0);
    }

    /// Shows all values of a facet, or only the first.
    pub fn unfold(self, facet: Facet) {
        self.unfolded.update(|all| match all.iter().position(|f| *f == facet) {
            Some(at) => drop(all.remove(at)),
            None => all.push(facet),
        });
    }
}
