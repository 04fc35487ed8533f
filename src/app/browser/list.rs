//! A list whose items are made as markup and kept as nodes: what stays is not drawn again, so that focus and a screen
//! reader's place stay with it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The items of one parent, each with its key and what it was drawn from.
pub struct List<T> {
    items: Vec<(T, Element)>,
    /// Those taken away last: a filter is often taken back, and to make nodes is most of what a change costs.
    attic: Vec<(T, Element)>,
}

/// So many are kept in the attic.
const ATTIC: usize = 120;

/// No place in the document yet.
const ABSENT: usize = usize::MAX;

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), attic: Vec::new() }
    }
}

impl<T: PartialEq> List<T> {
    /// Whether an item is there.
    pub fn has(&self, item: &T) -> bool {
        self.items.iter().any(|(there, _)| there == item)
    }

    /// Makes the parent's children these, in this order. `same` = an item that is there stands for a wanted one; `markup`
    /// = new items, drawn one after another; `change` = a kept item whose data are others now, or (`None`) a new one.
    pub fn show(
        &mut self,
        parent: &Element,
        wanted: Vec<T>,
        same: impl Fn(&T, &T) -> bool,
        markup: impl FnOnce(&[&T]) -> String,
        change: impl Fn(&Item, Option<&T>, &T),
    ) {
        let mut old: Vec<Option<(T, Element)>> = std::mem::take(&mut self.items).into_iter().map(Some).collect();
        // Lists mostly keep their order: the search begins where the last one ended.
        let mut from = 0;
        // Each with its place in the document, where it has one.
        let mut kept: Vec<Option<(T, Element, usize)>> = Vec::with_capacity(wanted.len());
        for item in &wanted {
            let places = (from..old.len()).chain(0..from);
            let found = places.into_iter().find(|at| old[*at].as_ref().is_some_and(|(was, _)| same(was, item)));
            kept.push(found.and_then(|at| {
                from = at + 1;
                old[at].take().map(|(was, element)| (was, element, at))
            }));
        }
        for (item, kept) in wanted.iter().zip(&mut kept).filter(|(_, kept)| kept.is_none()) {
            let found = self.attic.iter().position(|(was, _)| same(was, item)).map(|at| self.attic.remove(at));
            *kept = found.map(|(was, element)| (was, element, ABSENT));
        }
        for (item, element) in old.into_iter().flatten() {
            element.remove();
            unmark(&element);
            self.attic.push((item, element));
        }
        self.attic.drain(..self.attic.len().saturating_sub(ATTIC));
        let new: Vec<&T> = wanted.iter().zip(&kept).filter(|(_, kept)| kept.is_none()).map(|(item, _)| item).collect();
        let mut made = if new.is_empty() { None } else { self::made(parent, &markup(&new)) };
        let mut places = Vec::with_capacity(wanted.len());
        for (item, kept) in wanted.into_iter().zip(kept) {
            let (was, element) = match kept {
                Some((was, element, at)) => {
                    places.push(at);
                    (Some(was), element)
                }
                None => {
                    let Some(element) = made.take() else { continue };
                    made = element.next_element_sibling();
                    places.push(ABSENT);
                    (None, element)
                }
            };
            if was.as_ref() != Some(&item) {
                change(&Item(&element), was.as_ref(), &item);
            }
            self.items.push((item, element));
        }
        arrange(parent, self.items.iter().map(|(_, element)| element).collect(), &places);
    }
}

/// Puts elements in this order. What stands in it already, by the places they had, is not touched.
fn arrange(parent: &Element, elements: Vec<&Element>, places: &[usize]) {
    let (mut here, mut next): (Option<&Element>, usize) = (None, ABSENT);
    for (element, place) in elements.into_iter().zip(places).rev() {
        if *place < next {
            next = *place;
        } else {
            let _ = parent.insert_before(element, here.map(|here| &**here));
        }
        here = Some(element);
    }
}

/// The first of the nodes that markup makes beside each other, in a parent like this one.
fn made(parent: &Element, markup: &str) -> Option<Element> {
    let holder = parent.owner_document()?.create_element(&parent.tag_name()).ok()?;
    holder.set_inner_html(markup);
    holder.first_element_child()
}

/// The node of an item, to be brought up to date. What is not there is not changed.
pub struct Item<'n>(&'n Element);

impl Item<'_> {
    fn find(&self, selector: &str) -> Option<Element> {
        self.0.query_selector(selector).ok()?
    }

    /// Sets an attribute of the item.
    pub fn set(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value);
    }

    /// Sets an attribute of something in it.
    pub fn set_in(&self, selector: &str, name: &str, value: &str) {
        if let Some(inner) = self.find(selector) {
            let _ = inner.set_attribute(name, value);
        }
    }

    /// Shows something in it, or not.
    pub fn show_in(&self, selector: &str, on: bool) {
        if let Some(inner) = self.find(selector) {
            super::node::set_on(&inner, "hidden", if on { None } else { Some("") });
        }
    }

    /// Rewrites the words that something in it begins with.
    pub fn write_in(&self, selector: &str, words: &str) {
        if let Some(first) = self.find(selector).and_then(|e| e.first_child()) {
            first.set_node_value(Some(words));
        }
    }

    /// Ticks its checkbox, or takes the tick away.
    pub fn tick(&self, on: bool) {
        if let Some(input) = self.find("input").and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
            input.set_checked(on);
        }
    }

    /// How wide something in it is drawn: the page's policy keeps styles out of markup.
    pub fn width(&self, selector: &str, width: &str) {
        if let Some(inner) = self.find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            let _ = inner.style().set_property("width", width);
        }
    }
}

/// Marks the row of a statement as the current one of the lists, and no other.
pub fn mark(statement: Option<&str>) {
    let row = |s: &str| super::document::find(&format!(".rows > [data-statement=\"{}\"]", s.replace(['"', '\\'], "")));
    let (old, new) = (super::document::find(".rows > .current"), statement.and_then(row));
    if old == new {
        return;
    }
    old.iter().for_each(unmark);
    if let Some(new) = new {
        let _ = new.class_list().add_1("current");
        let _ = new.set_attribute("aria-current", "true");
    }
}

fn unmark(row: &Element) {
    let _ = row.class_list().remove_1("current");
    let _ = row.remove_attribute("aria-current");
}

/// Writes the addresses of all links that have a way.
pub fn readdress(address: impl Fn(&str) -> Option<String>) {
    let Some(found) = web_sys::window().and_then(|w| w.document()?.query_selector_all("a[data-way]").ok()) else {
        return;
    };
    for link in (0..found.length()).filter_map(|i| found.get(i)?.dyn_into::<Element>().ok()) {
        let to = link.get_attribute("data-way").and_then(|way| address(&way));
        if let Some(to) = to.filter(|to| link.get_attribute("href").as_ref() != Some(to)) {
            let _ = link.set_attribute("href", &to);
        }
    }
}
