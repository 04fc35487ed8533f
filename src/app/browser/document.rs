//! The document as a whole: its title, its theme, its address, what `index.html` says of the corpus.

use gloo::events::EventListener;
use web_sys::{Document, Element};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets the tab's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets or removes an attribute of the root element, on which the style sheets hang.
pub fn set_root(attribute: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    };
}

/// The absolute address of the bundle that `index.html` names; `None` where it names none.
pub fn bundle() -> Option<String> {
    let document = document()?;
    let name = document.query_selector("meta[name=corpus]").ok()??.get_attribute("content")?;
    let base = document.base_uri().ok()??;
    Some(web_sys::Url::new_with_base(&name, &base).ok()?.href())
}

/// Takes what stood in the page before the program ran (the notice for browsers without WebAssembly) away.
pub fn remove(id: &str) {
    if let Some(element) = document().and_then(|d| d.get_element_by_id(id)) {
        element.remove();
    }
}

/// Puts markup at the end of the page.
pub fn append(markup: &str) {
    if let Some(body) = document().and_then(|d| d.body()) {
        let _ = body.insert_adjacent_html("beforeend", markup);
    }
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// Calls `heard` with `true` before the page is printed and with `false` after it.
pub fn on_print(heard: impl Fn(bool) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let after = heard.clone();
    EventListener::new(&window, "beforeprint", move |_| heard(true)).forget(); // for the page's whole life
    EventListener::new(&window, "afterprint", move |_| after(false)).forget();
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
