//! What a reader takes away (links, files, citations, paper) and brings along (articles of her own).

use super::{MOST_PRINTED, Session};
use crate::{
    app::{
        browser::{address, clipboard, document, download, timer},
        view::own,
        words,
    },
    query::filter::{Filter, View},
    share::{export::Form, link::encode},
    worker::{
        bridge::Bridge,
        protocol::{Amendment, NewArticle, Request},
    },
};

impl Session {
    /// Prints, after fetching the rows that are not there yet.
    pub fn print(self) {
        self.printing.set(true);
        self.print_when_whole();
    }

    pub(super) fn print_when_whole(self) {
        if !self.printing.get() {
            return;
        }
        let (shown, total) =
            self.answer.with_untracked(|a| a.as_ref().map_or((0, 0), |a| (a.rows.len(), a.totals.statements as usize)));
        let lists = self.filter.with_untracked(|f| f.view) == View::Statements;
        if lists && (1..total.min(MOST_PRINTED)).contains(&shown) {
            return self.more();
        }
        self.printing.set(false);
        timer::after(50, document::print); // all rows are drawn by then
    }

    /// Copies the link of a view, and says so.
    pub fn copy_link(self, filter: &Filter) {
        let link = address::with_fragment(&encode(filter));
        leptos::task::spawn_local(async move {
            let toast = if clipboard::write(&link).await {
                (words::LINK_COPIED.to_string(), None)
            } else {
                (words::NOT_COPIED.to_string(), Some(link))
            };
            self.toast(toast);
        });
    }

    /// Copies a text, and says so.
    pub fn copy_text(self, text: String, done: &'static str) {
        leptos::task::spawn_local(async move {
            let toast = if clipboard::write(&text).await {
                (format!("{done}: {text}"), None)
            } else {
                (words::NOT_COPIED.to_string(), Some(text))
            };
            self.toast(toast);
        });
    }

    /// Reads articles of the reader's own, in this browser.
    pub fn add(self, files: Vec<NewArticle>, refused: Vec<String>) {
        self.refused.set(refused);
        if !files.is_empty() {
            self.ask.update(|a| a.adding = true);
            self.send(Request::Add { files });
        }
    }

    /// What became of articles that were to be read, told of, or forgotten.
    pub(super) fn added(self, articles: Vec<String>, refused: Vec<String>) {
        self.bridge.with(|b| b.iter().for_each(Bridge::forget_added));
        self.progress.set(None);
        // Beside what the page itself refused.
        self.refused.update(|r| r.extend(refused));
        let had = self.added.with_untracked(Vec::len);
        let paste = self.refused.with_untracked(|why| why.iter().any(|w| w.starts_with(&own::name(self))));
        if paste {
            own::refused();
        } else if had < articles.len() {
            own::taken();
        }
        if had < articles.len() && self.ask.update(|a| std::mem::take(&mut a.adding)) {
            self.tell_added(&articles);
        }
        let amended = self.ask.update(|a| std::mem::take(&mut a.amending));
        if amended {
            self.tell_of_own(words::add::AMENDED.to_string());
        }
        if amended || self.added.get_untracked() != articles {
            self.added.set(articles);
            self.refresh();
        }
    }

    /// Notes what the reader tells of articles of her own.
    pub fn amend(self, changes: Vec<Amendment>) {
        if !changes.is_empty() {
            self.refused.set(Vec::new());
            self.ask.update(|a| a.amending = true);
            self.send(Request::Amend { changes });
        }
    }

    /// Says what came of the articles that were just read, as far as that is known.
    fn tell_added(self, articles: &[String]) {
        let old = self.added.get_untracked();
        let Some(overview) = self.overview.get_untracked() else { return };
        let new = |id: &String| articles.contains(id) && !old.contains(id);
        let cards: Vec<_> = overview.articles.iter().filter(|c| new(&c.id)).collect();
        if !cards.is_empty() {
            let statements = cards.iter().map(|c| c.statements).sum();
            let english = cards.iter().all(|c| c.english);
            self.tell_of_own(words::add::taken(cards.len() as u32, statements, english));
        }
    }

    /// Says what became of articles of the reader's own; that nothing is kept is still to be read.
    fn tell_of_own(self, done: String) {
        let lost = self.toast.with_untracked(|t| t.as_ref().is_some_and(|(said, _)| said == words::NOT_KEPT));
        self.toast((if lost { format!("{done} {}", words::NOT_KEPT) } else { done }, None));
    }

    /// Forgets one of them.
    pub fn forget(self, article: String) {
        self.refused.set(Vec::new());
        self.progress.set(Some(("articles removed".to_string(), 0, 1)));
        self.send(Request::Remove { article });
    }

    /// Reads further parts of a large corpus for what is on screen, or stays with what is there.
    pub fn read_on(self, on: bool) {
        self.send(Request::Reading { on });
    }

    /// Ends long work.
    pub fn stop(self) {
        // What was read before is kept.
        let left = self.progress.with_untracked(|p| p.as_ref().map_or(0, |(_, done, of)| of.saturating_sub(*done)));
        self.progress.set(None);
        if self.bridge.with(|b| b.as_ref().is_some_and(Bridge::stop)) {
            self.refused.set(vec![words::add::stopped(left)]);
        }
    }

    /// Asks for a file of what is shown.
    pub fn export(self, form: Form) {
        let (filter, seq) = (Box::new(self.filter.get_untracked()), self.next(|_, _| {}));
        self.send(Request::Export { seq, filter, form, base: address::with_fragment("") });
    }

    pub(super) fn save(self, name: &str, mime: &str, text: String) {
        let said = if download::save(name, mime, &text) {
            (words::saved(name), None)
        } else {
            (words::NOT_SAVED.to_string(), Some(text))
        };
        self.toast(said);
    }

    /// Copies a statement as a citation.
    pub fn cite(self, id: String) {
        let seq = self.next(|_, _| {});
        self.send(Request::Cite { seq, id, base: address::with_fragment("") });
    }
}
