//! Markup as text: what the long lists draw. A browser reads a list of rows as one text many times faster than a program
//! makes its nodes one by one, and only what changes afterwards needs handles. Pure: tested without a browser.

pub mod evidence;
pub mod rail;
pub mod row;
pub mod why;

use super::{choice, draw::glyph, words};
use crate::{lexicon::act::Act, query::filter::Filter, share::link};

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
    fn what_is_no_literal_is_escaped() {
        let mut m = Markup::default();
        m.raw("<p").attr("title", "\"a\" & b").raw(">").text("1 < 2\r\n\u{a0}\u{201c}x\u{201d}").raw("</p>");
        assert_eq!(m.done(), "<p title=\"&quot;a&quot; &amp; b\">1 &lt; 2&#13;\n\u{a0}\u{201c}x\u{201d}</p>");
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
