//! The page: Leptos, and only here. Words, edits and drawings are plain functions, tested without a browser.

pub mod choice;
pub mod keys;
pub mod markup;
pub mod questions;
pub mod sentence;
pub mod words;

pub mod draw;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod history;
#[cfg(feature = "web")]
pub mod session;
#[cfg(feature = "web")]
pub mod view;

/// Wakes as page or worker: the page where there is a window, the worker where there is none.
#[cfg(feature = "web")]
pub fn start() {
    if web_sys::window().is_some() {
        browser::document::remove("before");
        view::start();
    } else {
        crate::worker::bridge::serve();
    }
}
