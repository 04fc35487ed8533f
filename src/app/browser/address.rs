//! The address bar and the tab's history.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{History, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// The fragment, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The whole address of this page with another fragment.
pub fn with_fragment(fragment: &str) -> String {
    let href = window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{fragment}")
}

/// A new entry in the history.
pub fn push(fragment: &str, note: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::from_str(note), "", Some(&with_fragment(fragment)));
    }
}

/// Rewrites the entry that is shown.
pub fn replace(fragment: &str, note: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::from_str(note), "", Some(&with_fragment(fragment)));
    }
}

/// What was noted with the entry that is shown.
pub fn note() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// One step back, as the reader's own Back.
pub fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

/// The page scrolls itself after Back: its lists are not there yet when the browser would.
pub fn scroll_by_hand() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Calls `heard` on Back and Forward, and when the reader edits the address.
pub fn on_move(heard: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    let again = heard.clone();
    EventListener::new(&window, "popstate", move |_| heard()).forget(); // for the page's whole life
    EventListener::new(&window, "hashchange", move |_| again()).forget();
}

/// Fetches the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}
