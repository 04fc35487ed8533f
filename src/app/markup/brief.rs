//! Statements in little room: a glyph in a cell, a row in a column.

use super::{Markup, Ways, act_glyph, act_label, evidence, row};
use crate::{
    app::words,
    lexicon::act::Act,
    query::answer::{Row, TextHit},
};

/// Acts with their counts, as glyphs.
pub fn acts(m: &mut Markup, acts: &[(Act, u32)]) {
    for (act, n) in acts {
        let (word, n) = (words::act(*act), n.to_string());
        m.raw("<span class=\"tally\"").attr("data-act", word).attr("data-family", act.family().slug());
        m.attr("title", &format!("{n} {word}")).raw(">").with(|m| act_glyph(m, *act));
        m.line(" <span class=\"vh\">", word, "</span>").line(" <span class=\"num\">", &n, "</span></span>");
    }
}

/// Sentences that no statement covers, or lines that are not read.
pub fn hits(m: &mut Markup, hits: &[TextHit], ways: &Ways) {
    m.raw("<ol>");
    for hit in hits {
        m.raw("<li").attr("data-hit", &hit.id).raw("><blockquote class=\"evidence\"><p>");
        evidence::pieces(m, &hit.sentence, None);
        m.line("</p></blockquote><p class=\"row-chain\"><span class=\"where\">", words::article(&hit.article), ", ");
        m.text(words::zone(hit.zone)).raw("</span> ");
        let key = if hit.zone.is_read() { "sel" } else { "item" };
        ways.a(m, &format!("{key}={}", hit.id), " class=\"read\"", None, words::READ);
        m.raw("</p></li>");
    }
    m.raw("</ol>");
}

fn open(m: &mut Markup, tag: &'static str, row: &Row, ways: &Ways) {
    let current = ways.0.selected.as_deref() == Some(row.id.as_str());
    m.raw(tag)
        .when(current, " aria-current=\"true\"")
        .attr("data-statement", &row.id)
        .attr("data-act", words::act(row.act));
    m.attr("data-family", row.act.family().slug()).raw(">");
}

/// A statement in a cell: act, who → whom, and its content as the way to the evidence.
pub fn short(m: &mut Markup, row: &Row, ways: &Ways) {
    let whole: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
    // “This”, “the warning”: its sentence, with the one before where it points there, tells what.
    let said = row.said();
    let content = if said.split_whitespace().count() < 3 { whole.trim().to_string() } else { said };
    open(m, "<li class=\"short\"", row, ways);
    m.raw("<span class=\"row-who\">").with(|m| act_label(m, row.act)).raw(" ").with(|m| row::who(m, row, ways));
    m.raw("</span> ");
    ways.a(m, &format!("sel={}", row.id), " class=\"short-content\"", None, &content);
    m.raw("</li>");
}

/// A statement in a column: act, who → whom, the evidence, the way to the article.
pub fn brief(m: &mut Markup, row: &Row, ways: &Ways) {
    open(m, "<div class=\"brief\"", row, ways);
    m.raw("<p class=\"row-who\">").with(|m| act_label(m, row.act)).raw(" ").with(|m| row::who(m, row, ways));
    m.raw("</p><blockquote class=\"evidence\" data-evidence><p>");
    evidence::pieces(m, &row.evidence, None);
    m.raw("</p></blockquote><p class=\"row-chain\">").with(|m| row::chain(m, row));
    m.with(|m| row::day(m, row)).raw(" <a class=\"read\"").with(|m| ways.link(m, &format!("sel={}", row.id)));
    m.raw(">").with(|m| row::read(m, row)).raw("</a></p></div>");
}
