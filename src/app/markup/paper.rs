//! The sheet that is printed: the statements numbered, their evidence as footnotes with whole addresses.

use super::{Markup, Ways, row};
use crate::{
    app::{choice, words},
    query::answer::{Answer, Row},
    share::link,
};

/// The sheet. `page` = the address of this page, without its fragment.
pub fn paper(m: &mut Markup, answer: &Answer, page: &str, ways: &Ways) {
    m.raw("<div class=\"paper\" data-paper><ol class=\"paper-statements\">");
    answer.rows.iter().for_each(|row| statement(m, row, ways));
    m.raw("</ol>");
    let left = answer.totals.statements.saturating_sub(answer.rows.len() as u32);
    if left > 0 {
        m.line("<p>", &words::not_printed(left), "</p>");
    }
    m.line("<h2>", words::EVIDENCE_HEAD, "</h2><ol class=\"paper-notes\">");
    for row in &answer.rows {
        let evidence: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
        m.line("<li><q class=\"evidence\">", evidence.trim(), "</q> ").with(|m| row::chain(m, row)).raw(" · ");
        m.text(&words::characters(row.evidence_span)).line(" · <span class=\"address\">", page, "");
        m.text(&link::encode(&choice::evidence(ways.0, &row.id))).raw("</span></li>");
    }
    m.raw("</ol></div>");
}

/// "deny: Dmitry Peskov → United States, “…”, 17 Dec 2021 (stated)".
fn statement(m: &mut Markup, row: &Row, ways: &Ways) {
    m.raw("<li").attr("data-printed", &row.id).line("><b>", words::act(row.act), "</b>");
    let manner = words::manner(row.polarity, row.modality);
    if !manner.is_empty() {
        m.line(" (", manner, ")");
    }
    m.raw(": ").with(|m| row::who(m, row, ways));
    let content = row.said();
    if !content.is_empty() {
        m.line(" – ", &content, "");
    }
    m.with(|m| row::day(m, row)).raw("</li>");
}

/// The address of what is printed, and the corpus it was read from.
pub fn foot(m: &mut Markup, corpus: &str, address: &str) {
    m.line("<p class=\"paper-foot\">", &words::printed_from(corpus), " ");
    m.line("<span class=\"address\">", address, "</span></p>");
}
