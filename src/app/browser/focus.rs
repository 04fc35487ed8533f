//! Keyboard focus and scrolling.

use super::document::find;
use crate::text::lower::Lower;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

fn active() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// Attributes that name an element for good, as far as the same things are on screen.
const NAMES: [&str; 3] = ["data-key", "data-statement", "data-hit"];

/// A selector that finds the focused element again after the page was drawn anew: by its own name, or by its place
/// within the nearest element that has one. `None` where nothing is focused.
pub fn place() -> Option<String> {
    place_of(active()?)
}

/// [`place`], where it is inside of an element.
pub fn place_in(node: &Element) -> Option<String> {
    active().filter(|active| active != node && node.contains(Some(active))).and_then(place_of)
}

fn place_of(focused: Element) -> Option<String> {
    let mut element = Some(focused).filter(|e| !matches!(e.tag_name().as_str(), "BODY" | "HTML"))?;
    let mut within = String::new();
    loop {
        if let Some(own) = name(&element) {
            return Some(format!("{own}{within}"));
        }
        let mut before = 1;
        let mut sibling = element.previous_element_sibling();
        while let Some(other) = sibling {
            before += 1;
            sibling = other.previous_element_sibling();
        }
        within = format!(" > {}:nth-child({before}){within}", element.tag_name().lower());
        element = element.parent_element()?;
    }
}

fn name(element: &Element) -> Option<String> {
    if let Some(id) = Some(element.id()).filter(|id| !id.is_empty()) {
        return Some(format!("#{}", escape(&id)));
    }
    NAMES.iter().find_map(|name| {
        let value = element.get_attribute(name)?;
        Some(format!("[{name}=\"{}\"]", value.replace(['"', '\\'], "")))
    })
}

fn escape(id: &str) -> String {
    id.chars()
        .flat_map(|c| (!c.is_alphanumeric() && c != '-' && c != '_').then_some('\\').into_iter().chain([c]))
        .collect()
}

/// Whether the reader is writing: letters are text then, no commands.
pub fn writing() -> bool {
    active().is_some_and(|e| {
        let tag = e.tag_name();
        tag == "TEXTAREA"
            || tag == "SELECT"
            || (tag == "INPUT"
                && !matches!(e.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "range" | "file")))
    })
}

/// Whether the focus is on something that Enter and Space already work on.
pub fn on_control() -> bool {
    active()
        .is_some_and(|e| matches!(e.tag_name().as_str(), "A" | "BUTTON" | "INPUT" | "SELECT" | "SUMMARY" | "TEXTAREA"))
}

/// Whether what has the focus stands in what `selector` finds.
pub fn within(selector: &str) -> bool {
    active().is_some_and(|e| matches!(e.closest(selector), Ok(Some(_))))
}

/// Whether something has the focus.
pub fn any() -> bool {
    active().is_some_and(|e| e.tag_name() != "BODY")
}

/// Focuses the next or previous of what `selector` finds, seen from the focus, and brings it into sight.
pub fn step(selector: &str, forward: bool) {
    let Some(found) = web_sys::window().and_then(|w| w.document()?.query_selector_all(selector).ok()) else { return };
    let all: Vec<HtmlElement> = (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect();
    let now = active().and_then(|a| all.iter().position(|e| AsRef::<Element>::as_ref(e) == &a));
    let next = match (now, forward) {
        (Some(at), true) => all.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| all.get(at)),
        (None, true) => all.first(),
        (None, false) => all.last(),
    };
    if let Some(element) = next {
        let _ = element.focus(); // a browser scrolls what it focuses just into sight
    }
}

/// Brings an element to the head of the screen, and the focus to it.
pub fn begin_at(element: &Element) {
    let _ = element.set_attribute("tabindex", "-1");
    element.scroll_into_view();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Before an element goes: gives the focus to the next of what `selector` finds, else to the one before.
pub fn leave(selector: &str, going: &Element) {
    let all = super::node::find_all(selector);
    let Some(at) = all.iter().position(|e| e == going) else { return };
    let heir = all.get(at + 1).or_else(|| at.checked_sub(1).and_then(|at| all.get(at)));
    if let Some(heir) = heir.and_then(|e| e.dyn_ref::<HtmlElement>()) {
        let _ = heir.focus();
    }
}

/// Focuses what `selector` finds, without scrolling. `false` where it finds nothing.
pub fn set(selector: &str) -> bool {
    let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Clicks what `selector` finds.
pub fn click(selector: &str) {
    if let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// The attribute of the nearest element around the focus that has it.
pub fn around(attribute: &str) -> Option<String> {
    active()?.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Unfolds what hides what `selector` finds.
pub fn unfold(selector: &str) {
    let fold = find(selector).and_then(|e| e.closest("details:not([open])").ok()?);
    fold.iter().for_each(|fold| super::node::set_on(fold, "open", Some("")));
}

/// Brings what `selector` finds into sight: to the middle, or only just.
pub fn reveal(selector: &str, middle: bool) -> bool {
    let Some(element) = find(selector) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(if middle { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest });
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Brings what `selector` finds into sight within the row that holds it, the page itself staying where it is.
pub fn reveal_in_row(selector: &str) {
    let Some(element) = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return };
    let Some(row) = element.parent_element() else { return };
    let middle = element.offset_left() - row.get_bounding_client_rect().left() as i32 + element.offset_width() / 2;
    row.set_scroll_left(middle - row.client_width() / 2);
}

/// What an attribute says of all elements in sight that have it.
pub fn in_sight(attribute: &str) -> Vec<String> {
    let height = super::document::find("html").map_or(0, |root| root.client_height());
    let seen = |element: &Element| {
        let place = element.get_bounding_client_rect();
        place.height() > 0.0 && place.bottom() > 0.0 && place.top() < f64::from(height)
    };
    let all = super::node::find_all(&format!("[{attribute}]")).into_iter();
    all.filter(seen).filter_map(|element| element.get_attribute(attribute)).collect()
}

/// How far down the page is scrolled, in pixels.
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|w| w.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page.
pub fn scroll_to(top: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}
