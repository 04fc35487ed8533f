//! Fragment ⇄ filter. Discrete choices push an entry; typing rewrites the shown one and pushes once when it rests;
//! loading never pushes. Of each entry it is noted where the focus was, so that Back restores it. The browser is told once
//! the next frame is drawn, and as little as can be: that takes it longer than all else a click does.

use super::browser::{address, focus, timer::Pause};
use crate::{
    query::filter::Filter,
    share::link::{decode, encode},
    text::decimal,
};

/// How long typing must rest before it becomes an entry of its own.
pub const REST_MS: u32 = 600;

/// The history of one tab.
#[derive(Default)]
pub struct History {
    /// What the shown entry was before the reader began to type.
    before_typing: Option<Filter>,
    rest: Pause,
    /// How many entries of this page lie before the shown one.
    depth: u32,
    /// The fragment of the shown entry.
    shown: String,
    /// Where the reader was when each entry was left, by its depth. (With the browser lies where she was when it began: that
    /// is left after a reload.)
    left: Vec<String>,
    /// What the browser is yet to be told, in order.
    untold: Vec<Entry>,
}

/// An entry to write over the shown one, or after it.
struct Entry {
    after: bool,
    fragment: String,
    note: String,
}

impl History {
    /// The history of a page that was loaded, perhaps anew.
    pub fn start() -> Self {
        let mut history = History { shown: address::fragment(), ..History::default() };
        history.arrive();
        history
    }

    /// At an entry of this page, or at one that has no note yet: the first, or an address typed by hand, which comes after the
    /// shown one unless it is the same once more. Where the reader was when it began.
    fn arrive(&mut self) -> String {
        let before = std::mem::replace(&mut self.shown, address::fragment());
        match address::note() {
            Some(note) => {
                let (depth, begun) = note.split_once(' ').unwrap_or((&note, ""));
                self.depth = depth.parse().unwrap_or(self.depth);
                begun.to_string()
            }
            None => {
                if self.shown != before {
                    self.depth += 1;
                    self.left.truncate(self.depth as usize);
                }
                address::replace(&self.shown, &format!("{} ", self.depth));
                String::new()
            }
        }
    }

    /// What the address asks for.
    pub fn read() -> Filter {
        decode(&address::fragment())
    }

    /// From `now` to `next` by one choice.
    pub fn push(&mut self, now: &Filter, next: &Filter) {
        self.settle(now);
        self.enter(next);
    }

    /// From `now` to `next` by a key stroke or a move of a brush; `settle` is called when it rests.
    pub fn typed(&mut self, now: &Filter, next: &Filter, settle: impl FnOnce() + 'static) {
        self.before_typing.get_or_insert_with(|| now.clone());
        self.note(false, next, &here());
        self.rest.wait(REST_MS, settle);
    }

    /// The shown entry by another link that shows the same.
    pub fn redirect(&mut self, next: &Filter) {
        self.note(false, next, &here());
    }

    /// Typing rests: the state before it gets its entry back, the state after it a new one.
    pub fn settle(&mut self, now: &Filter) {
        self.rest.stop();
        if let Some(before) = self.before_typing.take().filter(|before| before != now) {
            self.note(false, &before, &here());
            self.enter(now);
        }
    }

    /// `next` comes after the shown entry.
    fn enter(&mut self, next: &Filter) {
        let here = here();
        self.leave(&here);
        self.depth += 1;
        self.left.truncate(self.depth as usize);
        self.note(true, next, &here);
    }

    /// Notes where the reader was in the shown entry.
    fn leave(&mut self, here: &str) {
        let at = self.depth as usize;
        if self.left.len() <= at {
            self.left.resize(at + 1, String::new());
        }
        if let Some(left) = self.left.get_mut(at) {
            *left = here.to_string();
        }
    }

    /// Tells the browser what it is yet to be told.
    pub fn tell(&mut self) {
        for Entry { after, fragment, note } in self.untold.drain(..) {
            let write = if after { address::push } else { address::replace };
            write(&fragment, &note);
            self.shown = fragment;
        }
    }

    /// Whether one step back stays on this page.
    pub fn can_undo(&self) -> bool {
        self.depth > 0 || self.before_typing.is_some()
    }

    /// An entry with a note of depth, scroll and focus: "3 1200 #search".
    fn note(&mut self, after: bool, filter: &Filter, here: &str) {
        self.untold.push(Entry { after, fragment: encode(filter), note: format!("{} {here}", self.depth) });
    }

    /// Back, Forward, or an edited address: what it asks for, where the focus was, and how far the page was scrolled.
    pub fn moved(&mut self) -> (Filter, Option<String>, Option<f64>) {
        self.rest.stop();
        self.before_typing = None;
        self.untold.clear();
        self.leave(&here());
        let begun = self.arrive();
        let left = self.left.get(self.depth as usize).map_or("", String::as_str);
        let mut parts = if left.is_empty() { &begun } else { left }.splitn(2, ' ');
        // An address typed by hand has no place of its own: it begins at its head.
        let scroll = Some(parts.next().and_then(decimal::read).unwrap_or_default());
        let place = parts.next().filter(|p| !p.is_empty()).map(str::to_string);
        (Self::read(), place, scroll)
    }
}

/// Scroll and focus: "1200 #search".
fn here() -> String {
    format!("{} {}", decimal::write(focus::scrolled()), focus::place().unwrap_or_default())
}
