//! Elements of the page: their inside, attributes and properties.

use super::{document::find, focus};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, NodeList};

pub use web_sys::{Element, Event};

fn all(of: Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(list) = of else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}

/// All elements that a selector finds.
pub fn find_all(selector: &str) -> Vec<Element> {
    web_sys::window().and_then(|w| w.document()).map(|d| all(d.query_selector_all(selector))).unwrap_or_default()
}

/// Draws the inside of an element. What was open in it is open again, and what had the focus has it; where that is gone,
/// the content has it.
pub fn draw(node: &Element, markup: &str) {
    let open: Vec<String> = all(node.query_selector_all("details[open] > summary[data-key]"))
        .iter()
        .filter_map(|summary| summary.get_attribute("data-key"))
        .collect();
    let place = focus::place_in(node);
    node.set_inner_html(markup);
    for key in open {
        let selector = format!("summary[data-key=\"{}\"]", key.replace(['"', '\\'], ""));
        if let Some(details) = node.query_selector(&selector).ok().flatten().and_then(|s| s.parent_element()) {
            let _ = details.set_attribute("open", "");
        }
    }
    // The page's policy keeps styles out of markup.
    for (attribute, property) in [("data-width", "width"), ("data-start", "margin-inline-start")] {
        for element in all(node.query_selector_all(&format!("[{attribute}]"))) {
            if let (Some(value), Some(element)) = (element.get_attribute(attribute), element.dyn_ref::<HtmlElement>()) {
                let _ = element.style().set_property(property, &value);
            }
        }
    }
    if let Some(place) = place
        && !focus::set(&place)
    {
        focus::set("#main");
    }
}

/// Writes words into all elements of a selector that say something else.
pub fn write(selector: &str, words: &str) {
    for element in find_all(selector) {
        if element.text_content().as_deref() != Some(words) {
            element.set_text_content(Some(words));
        }
    }
}

/// Sets an attribute of all elements of a selector, or takes it away.
pub fn set(selector: &str, name: &str, value: Option<&str>) {
    find_all(selector).iter().for_each(|element| set_on(element, name, value));
}

/// Sets an attribute of an element, or takes it away.
pub fn set_on(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Gives all elements of a selector a class, or takes it away.
pub fn class(selector: &str, name: &str, on: bool) {
    for element in find_all(selector) {
        let _ = element.class_list().toggle_with_force(name, on);
    }
}

/// Sets a property of all elements of a selector where it is another.
pub fn hold(selector: &str, property: &str, value: impl Into<JsValue>) {
    let value = value.into();
    find_all(selector).iter().for_each(|element| hold_on(element, property, value.clone()));
}

/// Sets a property of an element where it is another.
pub fn hold_on(element: &Element, property: &str, value: impl Into<JsValue>) {
    let (property, value) = (JsValue::from_str(property), value.into());
    if js_sys::Reflect::get(element, &property).as_ref() != Ok(&value) {
        let _ = js_sys::Reflect::set(element, &property, &value);
    }
}

/// The value of a field; empty where there is none.
pub fn value(field: &Element) -> String {
    js_sys::Reflect::get(field, &"value".into()).ok().and_then(|v| v.as_string()).unwrap_or_default()
}

/// Whether a box is ticked.
pub fn ticked(field: &Element) -> bool {
    js_sys::Reflect::get(field, &"checked".into()).is_ok_and(|v| v.is_truthy())
}

/// The value of the field of a selector, where something is written in it.
pub fn written(selector: &str) -> Option<String> {
    find(selector).map(|field| value(&field)).filter(|v| !v.trim().is_empty())
}

/// The field of a selector, where files are chosen.
pub fn input(selector: &str) -> Option<HtmlInputElement> {
    find(selector)?.dyn_into().ok()
}

/// The keys that are held while an event happens.
fn modified(event: &Event) -> bool {
    let held = |name: &str| js_sys::Reflect::get(event, &name.into()).is_ok_and(|v| v.is_truthy());
    ["ctrlKey", "metaKey", "altKey"].into_iter().any(held)
}

/// A click that is a choice of the page's own: with the first button, not taken by anybody. `Some(true)` = and with no key
/// held, which would ask the browser for another tab or window.
pub fn click(event: &Event) -> Option<bool> {
    let click = event.dyn_ref::<MouseEvent>().filter(|c| c.button() == 0 && !event.default_prevented())?;
    Some(!modified(event) && !click.shift_key())
}

/// The key that was pressed, and whether it was pressed alone and not to compose a character.
pub fn key(event: &Event) -> Option<(String, bool)> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    Some((key.key(), !modified(event) && !key.is_composing()))
}

/// What a selector finds around what an event hit.
pub fn hit(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// An attribute of the nearest element around this one that has it.
pub fn around(element: &Element, attribute: &str) -> Option<String> {
    element.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Calls a method without arguments (`showModal`, `close`, `select`) of what a selector finds.
pub fn call(element: &Element, method: &str) {
    let found = js_sys::Reflect::get(element, &method.into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(method) = found {
        let _ = method.call0(element);
    }
}

/// Calls `heard` with every event of this kind, anywhere on the page.
pub fn listen(kind: &'static str, heard: impl Fn(&Event) + 'static) {
    use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
    let Some(window) = web_sys::window() else { return };
    // Some events (close) do not bubble; all of them pass here on their way down. Default actions can be prevented.
    let phase = if kind == "close" { EventListenerPhase::Capture } else { EventListenerPhase::Bubble };
    let options = EventListenerOptions { phase, passive: false };
    EventListener::new_with_options(&window, kind, options, heard).forget(); // for the page's whole life
}
