//! Markup as text: what the views draw. A browser reads a view as one text many times faster than a program makes its
//! nodes one by one, and typed nodes were two fifths of the program. What is clicked is heard by one listener
//! (`session::hands`); only what changes while the rest stays has handles (`view`). Pure: tested without a browser.

pub mod about;
pub mod actors;
pub mod articles;
pub mod brief;
pub mod compare;
pub mod concordance;
pub mod evidence;
pub mod figures;
pub mod overview;
pub mod page;
pub mod paper;
pub mod rail;
pub mod reader;
pub mod row;
pub mod sources;
pub mod statements;
pub mod timeline;
pub mod topics;
pub mod why;

use super::{choice, draw::glyph, words};
use crate::{lexicon::act::Act, query::filter::Filter, share::link, text::decimal};

/// Markup under construction. Whatever is not a literal of this program is escaped.
#[derive(Debug, Default)]
pub struct Markup(String);

impl Markup {
    /// A literal, as it stands.
    pub fn raw(&mut self, literal: &'static str) -> &mut Self {
        self.0.push_str(literal);
        self
    }

    /// Words.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // A parser takes a bare one for a line's end and writes another character.
                '\r' => self.0.push_str("&#13;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// An attribute of the tag that was opened last.
    pub fn attr(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// Words between two literals.
    pub fn line(&mut self, open: &'static str, text: &str, close: &'static str) -> &mut Self {
        self.raw(open).text(text).raw(close)
    }

    /// A button that the page's one listener hears (`session::hands`); `more` = its further attributes.
    pub fn button(&mut self, more: &'static str, does: &str, words: &str) -> &mut Self {
        self.raw("<button type=\"button\"").raw(more).attr("data-do", does).line(">", words, "</button>")
    }

    /// A literal, where something holds.
    pub fn when(&mut self, holds: bool, literal: &'static str) -> &mut Self {
        self.raw(if holds { literal } else { "" })
    }

    /// Something that writes itself.
    pub fn with(&mut self, write: impl FnOnce(&mut Self)) -> &mut Self {
        write(self);
        self
    }

    /// The markup.
    pub fn done(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

/// What links are made of: the view state that they start from.
pub struct Ways<'f>(pub &'f Filter);

impl Ways<'_> {
    /// Address and way of a link, as attributes: a click follows the way from whatever the state is then.
    pub fn link(&self, m: &mut Markup, way: &str) {
        let to = choice::way(self.0, way).map(|to| link::encode(&to)).unwrap_or_default();
        m.attr("href", &to).attr("data-way", way);
    }

    /// A whole link; `more` = its further attributes, `key` = its name for focus.
    pub fn a(&self, m: &mut Markup, way: &str, more: &'static str, key: Option<&str>, words: &str) {
        m.raw("<a").raw(more);
        self.link(m, way);
        if let Some(key) = key {
            m.attr("data-key", key);
        }
        m.line(">", words, "</a>");
    }

    /// The way to the evidence of a statement or a sentence.
    pub fn read(&self, m: &mut Markup, id: &str, words: &str) {
        self.a(m, &format!("sel={id}"), " class=\"read\"", None, words);
    }
}

/// Whether markup says what other markup says, the addresses of links with a way apart: those follow the view state by
/// themselves ([`Ways::link`]).
pub fn alike(a: &str, b: &str) -> bool {
    let bare = |markup| {
        let parts = str::rsplit(markup, "\" data-way=\"").enumerate();
        parts.map(|(n, part)| part.rsplit_once(" href=\"").filter(|_| n > 0).map_or(part, |(before, _)| before))
    };
    bare(a).eq(bare(b))
}

/// The heads of a table's columns, in their order.
pub fn heads(m: &mut Markup, names: &[&str]) {
    for name in names {
        m.line("<th scope=\"col\">", name, "</th>");
    }
}

/// A region that scrolls sideways, with a name, and in it a table with a hidden caption; closed by [`close_table`].
pub fn open_table(m: &mut Markup, class: &'static str, caption: &str) {
    m.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attr("aria-label", caption).raw("><table");
    m.attr("class", class).line("><caption class=\"vh\">", caption, "</caption><thead><tr>");
}

/// See [`open_table`].
pub fn close_table(m: &mut Markup) {
    m.raw("</tbody></table></div>");
}

/// A cell with its column's name, which a phone shows before it.
pub fn cell(m: &mut Markup, class: &'static str, label: &str, words: &str) {
    m.raw("<td").when(!class.is_empty(), " ").raw(class).attr("data-label", label).line(">", words, "</td>");
}

/// A length in a drawing, to the hundredth.
pub fn decimal(n: f64) -> String {
    decimal::write((n * 100.0).round() / 100.0)
}

/// A share of a hundred, as a width.
pub fn percent(part: f64) -> String {
    decimal(part.clamp(0.0, 100.0)) + "%"
}

/// An act's glyph, for the eye only: its word stands beside it.
pub fn act_glyph(m: &mut Markup, act: Act) {
    let shape = glyph::shape(act);
    m.raw("<svg").attr("class", if shape.filled { "glyph filled" } else { "glyph" });
    m.attr("data-family", act.family().slug());
    m.raw(" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><path")
        .attr("d", shape.path)
        .raw("></path></svg>");
}

/// Glyph and word.
pub fn act_label(m: &mut Markup, act: Act) {
    m.raw("<span class=\"act\"").attr("data-family", act.family().slug()).raw(">");
    act_glyph(m, act);
    m.raw(" <span class=\"act-word\">").text(words::act(act)).raw("</span></span>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_drawings_are_written_to_the_hundredth() {
        assert_eq!([percent(100.0), percent(0.005), percent(33.333), percent(-1.0)], ["100%", "0.01%", "33.33%", "0%"]);
        assert_eq!([decimal(-2.5), decimal(-0.001), decimal(7.1)], ["-2.5", "0", "7.1"]);
    }

    #[test]
    fn what_is_no_literal_is_escaped() {
        let mut m = Markup::default();
        m.raw("<p").attr("title", "\"a\" & b").raw(">").text("1 < 2\r\n\u{a0}\u{201c}x\u{201d}").raw("</p>");
        assert_eq!(m.done(), "<p title=\"&quot;a&quot; &amp; b\">1 &lt; 2&#13;\n\u{a0}\u{201c}x\u{201d}</p>");
    }

    #[test]
    fn markup_that_differs_in_the_addresses_of_its_ways_is_alike() {
        let drawn = |state: &str, way: &str, words: &str| {
            let (filter, mut m) = (link::decode(state), Markup::default());
            m.raw("<p><a href=\"#main\">");
            Ways(&filter).a(&mut m, way, "", None, "a");
            Ways(&filter).a(&mut m, "sel=000.1", "", None, "b");
            m.line("", words, "</p><a href=\"x\">");
            m.done()
        };
        let one = drawn("#/statements", "view=topics", "c");
        let other = drawn("#/statements?act=deny", "view=topics", "c");
        assert!(one != other && alike(&one, &other));
        assert!(!alike(&one, &drawn("#/statements", "view=actors", "c")));
        assert!(!alike(&one, &drawn("#/statements", "view=topics", "d")));
        assert!(!alike(&one, &one.replace("#main", "#rail")) && !alike(&one, &one.replace("\"x\"", "\"y\"")));
    }

    proptest! {
        /// No text opens a tag, leaves an attribute, or begins a reference of its own.
        #[test]
        fn no_text_becomes_markup(text in any::<String>()) {
            let out = Markup::default().text(&text).done();
            prop_assert!(!out.contains(['<', '>', '"', '\r']));
            let back = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#13;", "\r").replace("&amp;", "&");
            prop_assert_eq!(back, text);
        }
    }
}
