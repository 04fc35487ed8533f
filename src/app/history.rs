//! Fragment ⇄ filter. Discrete choices push an entry; typing rewrites the shown one and pushes once when it rests;
//! loading never pushes. With each entry lies a note of where the focus was, so that Back restores it.

use super::browser::{address, focus, timer::Pause};
use crate::{
    query::filter::Filter,
    share::link::{decode, encode},
};

/// How long typing must rest before it becomes an entry of its own.
pub const REST_MS: u32 = 600;

/// The history of one tab.
#[derive(Default)]
pub struct History {
    /// What the shown entry was before the reader began to type.
    before_typing: Option<Filter>,
    rest: Pause,
}

impl History {
    /// What the address asks for.
    pub fn read() -> Filter {
        decode(&address::fragment())
    }

    /// From `now` to `next` by one choice.
    pub fn push(&mut self, now: &Filter, next: &Filter) {
        self.settle(now);
        address::replace(&encode(now), &note());
        address::push(&encode(next), "");
    }

    /// From `now` to `next` by a key stroke or a move of a brush; `settle` is called when it rests.
    pub fn typed(&mut self, now: &Filter, next: &Filter, settle: impl FnOnce() + 'static) {
        self.before_typing.get_or_insert_with(|| now.clone());
        address::replace(&encode(next), &note());
        self.rest.wait(REST_MS, settle);
    }

    /// Typing rests: the state before it gets its entry back, the state after it a new one.
    pub fn settle(&mut self, now: &Filter) {
        self.rest.stop();
        if let Some(before) = self.before_typing.take().filter(|before| before != now) {
            address::replace(&encode(&before), &note());
            address::push(&encode(now), "");
        }
    }

    /// Back, Forward, or an edited address: what it asks for, where the focus was, and how far the page was scrolled.
    pub fn moved(&mut self) -> (Filter, Option<String>, Option<f64>) {
        self.rest.stop();
        self.before_typing = None;
        let note = address::note().unwrap_or_default();
        let (scroll, place) = note.split_once(' ').unwrap_or_default();
        (Self::read(), Some(place.to_string()).filter(|p| !p.is_empty()), scroll.parse().ok())
    }
}

/// Scroll and focus: "1200 #search".
fn note() -> String {
    format!("{} {}", focus::scrolled(), focus::place().unwrap_or_default())
}
