//! What the keys do.

use super::Session;
use crate::{
    app::{
        browser::{address, document, focus, media, timer},
        choice,
        history::History,
        keys::{self, Command},
        view::hands,
        words,
    },
    lexicon::act::Family,
    query::filter::{Facet, Filter, View},
};

impl Session {
    /// What the next letter means, and what it does. `true` = the key was ours.
    pub fn key(self, key: &str, plain: bool) -> bool {
        if plain && key == "Enter" && focus::within("#search") {
            // From what is typed to what was found: letters are commands again.
            Self::to_results();
            return true;
        }
        if !plain || (focus::writing() && key != "Escape") {
            return false;
        }
        let going = self.going.get();
        self.going.set(false);
        match keys::command(key, going, self.letters.get_untracked()) {
            // Behind the open sheet nothing moves.
            Some(command) if self.sheet.get_untracked() && !matches!(command, Command::Sheet | Command::Close) => false,
            Some(command) => self.act(command),
            None => false,
        }
    }

    fn act(self, command: Command) -> bool {
        let now = self.filter.get_untracked();
        match command {
            Command::Search => {
                self.drawer.set(false);
                focus::set("#search");
            }
            Command::Sheet => self.sheet.update(|s| *s = !*s),
            Command::Close => return self.close(),
            Command::NextRow | Command::PreviousRow if now.view == View::Articles && now.item.is_some() => {
                self.step(command == Command::NextRow);
            }
            Command::NextRow => self.step_row(true),
            Command::PreviousRow => self.step_row(false),
            Command::NextEvidence => self.step(true),
            Command::PreviousEvidence => self.step(false),
            Command::Read => {
                if focus::on_control() || now.view != View::Statements {
                    return false;
                }
                let Some(id) = now.selected.clone() else { return false };
                self.go(choice::evidence(&now, &id));
            }
            Command::NextArticle => self.step_article(1),
            Command::PreviousArticle => self.step_article(-1),
            Command::Facets => self.open_rail(),
            Command::Exclude => {
                let (Some(facet), Some(value)) = (focus::around("data-facet"), focus::around("data-value")) else {
                    return false;
                };
                let Some(facet) = Facet::ALL.into_iter().find(|f| f.key() == facet) else { return false };
                self.go(choice::exclude(&now, facet, &value));
            }
            Command::Undo => {
                // Not out of the page.
                if self.history.with(History::can_undo) {
                    self.history.update(|h| {
                        h.settle(&now);
                        h.tell();
                    });
                    address::back();
                }
            }
            Command::CopyLink => self.copy_link(&now),
            Command::Highlights => self.marked.update(|m| *m = !*m),
            Command::Furniture => self.furniture.update(|f| *f = !*f),
            Command::Family(n) => {
                let Some(family) = Family::ALL.get(n) else { return false };
                let next = choice::toggle(&now, Facet::Act, &format!("family-{}", family.slug()));
                let view = if now.view == View::Overview { View::Statements } else { now.view };
                self.go(Filter { view, ..next });
            }
            Command::Go => self.going.set(true),
            Command::View(view) => self.go(choice::view(&now, view, None)),
            Command::Theme => self.turn_theme(),
            Command::Cite => match now.selected.or_else(|| focus::around("data-statement")) {
                Some(id) => self.cite(id),
                None => return false,
            },
            Command::Export => {
                focus::click("#export > summary");
                focus::set("#export button");
            }
            Command::Compare => self.compare(&now),
        }
        true
    }

    fn close(self) -> bool {
        if focus::within("#search") {
            // Once to empty it, once more to leave it.
            if self.filter.with_untracked(|f| f.q.is_empty()) {
                focus::set("#main");
            } else {
                self.search(String::new());
            }
        } else if focus::within("#export") && hands::close_menu() {
            focus::set("#export > summary");
        } else if self.sheet.get_untracked() {
            self.sheet.set(false);
        } else if self.drawer.get_untracked() {
            self.close_drawer();
        } else if self.toast.get_untracked().is_some() {
            self.toast.set(None);
        } else {
            return false;
        }
        true
    }

    /// Puts what the focus or the view is about among what is compared, or takes it out: a value of the filters, an
    /// actor, an article, the article of a statement. Where it is about none of them, goes to Compare.
    fn compare(self, now: &Filter) {
        let value = || {
            let (facet, value) = (focus::around("data-facet")?, focus::around("data-value")?);
            ["doc", "out", "by"].contains(&facet.as_str()).then(|| format!("{facet}.{value}"))
        };
        let item = |view: View, key: &str| now.item.as_ref().filter(|_| now.view == view).map(|i| format!("{key}.{i}"));
        let statement = || {
            let id = focus::around("data-statement").or_else(|| now.selected.clone())?;
            Some(format!("doc.{}", choice::article_of(&id)))
        };
        let key =
            value().or_else(|| item(View::Articles, "doc")).or_else(|| item(View::Actors, "by")).or_else(statement);
        let card = || focus::around("data-article").map(|id| format!("doc.{id}"));
        let Some(key) = key.or_else(card) else { return self.go(choice::view(now, View::Compare, None)) };
        let next = choice::compare(now, &key);
        self.toast((words::marked_to_compare(&key, &next.compare), None));
        self.go(next);
    }

    /// Goes to the head of what is shown, past the filters.
    pub fn to_results() {
        if let Some(head) = ["#view-head", "#filter-sentence", "#main"].into_iter().find_map(document::find) {
            focus::begin_at(&head);
        }
    }

    /// Whether the rail is a drawer on this screen.
    pub fn narrow() -> bool {
        media::matches("(max-width: 74.9375em)")
    }

    /// Goes to the rail, within it to the next facet; where it is a drawer, opens it.
    pub fn open_rail(self) {
        if let Some(key) = focus::around("data-facet-box") {
            let next = format!("[data-facet-box=\"{key}\"] ~ .facet:not([hidden]) > summary");
            if focus::set(&next) {
                focus::reveal(&next, false);
                return;
            }
        }
        if document::find("#rail").is_none() {
            return self.toast((words::NO_FILTERS.to_string(), None));
        }
        self.drawer.set(Self::narrow());
        timer::after(0, || {
            focus::set("#rail input, #rail summary");
        });
    }

    /// Closes the drawer and gives the focus back to what opened it.
    pub fn close_drawer(self) {
        self.drawer.set(false);
        focus::set("#open-rail");
    }

    /// Focuses and selects the next or previous row of the list.
    fn step_row(self, forward: bool) {
        if self.filter.with_untracked(|f| f.view) != View::Statements {
            return focus::step(
                "#main a.read, #main a.question, #main .card h3 a, #main tbody th a, #main .shorts:not(.rest:not([open]) *) a.short-content",
                forward,
            );
        }
        let ids: Vec<String> =
            self.answer.with_untracked(|a| a.iter().flat_map(|a| a.rows.iter().map(|r| r.id.clone())).collect());
        let now = focus::around("data-statement").or_else(|| self.filter.with_untracked(|f| f.selected.clone()));
        if let Some(id) = beside(&ids, now.as_deref(), forward) {
            self.select(id);
            let selector = format!("[data-statement=\"{id}\"] a[data-read]");
            focus::set(&selector);
            focus::reveal(&selector, false);
        }
    }

    /// Selects the next or previous evidence of the article.
    pub fn step(self, forward: bool) {
        let ids: Vec<String> = self.article.with_untracked(|a| {
            a.iter().flat_map(|(_, v)| v.iter().flat_map(|v| v.rows.iter().map(|r| r.id.clone()))).collect()
        });
        let now = self.filter.with_untracked(|f| f.selected.clone());
        if let Some(id) = beside(&ids, now.as_deref(), forward) {
            self.select(id);
        } else if !ids.is_empty() {
            self.toast((words::no_further(forward, ids.len() as u32), None));
        }
    }

    fn step_article(self, by: i32) {
        let now = self.filter.get_untracked();
        let Some(overview) = self.overview.get_untracked() else { return };
        let at = overview.articles.iter().position(|a| Some(&a.id) == now.item.as_ref());
        let next = match (at, by) {
            (None, _) => Some(0),
            (Some(at), 1) => at.checked_add(1),
            (Some(at), _) => at.checked_sub(1),
        };
        if let Some(card) = next.and_then(|n| overview.articles.get(n)) {
            self.go(choice::view(&now, View::Articles, Some(&card.id)));
        }
    }
}

/// The item after or before the selected one; the first or last where none is.
fn beside<'a>(ids: &'a [String], now: Option<&str>, forward: bool) -> Option<&'a String> {
    match (ids.iter().position(|id| Some(id.as_str()) == now), forward) {
        (Some(at), true) => ids.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| ids.get(at)),
        (None, true) => ids.first(),
        (None, false) => ids.last(),
    }
}
