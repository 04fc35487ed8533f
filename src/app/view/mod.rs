//! The views: markup drawn into the page, again where what it is made of changed. They follow the session’s values and call it.

pub mod framed;
pub mod hands;
pub mod overview;
pub mod own;
pub mod rail;
pub mod reader;
pub mod shell;
pub mod statements;
pub mod timeline;

use super::{
    browser::{document::find, node},
    markup::{Markup, Ways, alike},
    session::{Session, follow},
};

/// Draws into the element of a selector.
pub fn draw(selector: &'static str, write: impl Fn(&mut Markup) + 'static) {
    fn begin(selector: &'static str, write: Box<dyn Fn(&mut Markup)>) {
        let mut shown = String::new();
        follow(move || {
            let mut m = Markup::default();
            write(&mut m);
            let markup = m.done();
            if !alike(&markup, &shown)
                && let Some(node) = find(selector)
            {
                node::draw(&node, &markup);
                shown = markup;
            }
        });
    }
    begin(selector, Box::new(write));
}

/// Writes words into the elements of a selector.
pub fn text(selector: &'static str, words: impl Fn() -> String + 'static) {
    follow(move || node::write(selector, &words()));
}

/// Sets an attribute of the elements of a selector.
pub fn attr(selector: &'static str, name: &'static str, value: impl Fn() -> Option<String> + 'static) {
    follow(move || node::set(selector, name, value().as_deref()));
}

/// Shows the elements of a selector, or not.
pub fn show(selector: &'static str, on: impl Fn() -> bool + 'static) {
    attr(selector, "hidden", move || (!on()).then(String::new));
}

/// Ticks the boxes of a selector, or not.
pub fn tick(selector: &'static str, on: impl Fn() -> bool + 'static) {
    follow(move || node::hold(selector, "checked", on()));
}

/// Gives the fields of a selector a value.
pub fn value(selector: &'static str, value: impl Fn() -> String + 'static) {
    follow(move || node::hold(selector, "value", value()));
}

/// Draws the page and keeps it for good.
pub fn start() {
    // Leptos has signals and effects under way; nodes are drawn as markup.
    leptos::mount::mount_to_body(shell::start);
}

/// Draws a whole view; what follows is drawn into it.
fn page(write: impl FnOnce(&mut Markup)) {
    let mut m = Markup::default();
    write(&mut m);
    if let Some(main) = find("#main") {
        main.set_inner_html(&m.done());
    }
}

impl Session {
    /// Writes with links that start from the view state; they are written anew by [`Session::follow`] when it changes.
    fn ways<T>(self, write: impl FnOnce(&Ways) -> T) -> T {
        self.filter.with_untracked(|filter| write(&Ways(filter)))
    }
}
