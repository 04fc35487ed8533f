//! The concordance: left · keyword · right, sortable by either side.

use super::{Markup, Ways, close_table, open_table};
use crate::{
    app::words,
    query::{filter::Sort, view::concordance::Concordance},
};

/// The view in a sentence.
pub fn summary(data: &Concordance) -> String {
    words::lines(data.total, data.lines.len() as u32, data.cues)
}

/// The lines in the order of the filter that the ways start from.
pub fn concordance(m: &mut Markup, data: &Concordance, ways: &Ways) {
    let order = ways.0.sort;
    let column = |m: &mut Markup, of: Sort, class: &'static str, name: &str| {
        m.raw("<th scope=\"col\"").attr("class", class);
        m.attr("aria-sort", if order == of { "ascending" } else { "none" });
        m.raw("><button type=\"button\" class=\"sort\" data-do=\"order\"").attr("data-order", of.slug());
        m.attr("data-key", name).line(">", name, "</button></th>");
    };
    open_table(m, "kwic", words::CONCORDANCE);
    column(m, Sort::Left, "left", words::LEFT);
    m.line("<th scope=\"col\" class=\"keyword\">", words::KEYWORD, "</th>");
    column(m, Sort::Right, "right", words::RIGHT);
    m.line("<th scope=\"col\">", words::ARTICLE_COL, "</th></tr></thead><tbody>");
    let plain: Vec<u32> = (0..data.lines.len() as u32).collect();
    let numbers = match order {
        Sort::Left => &data.by_left,
        Sort::Right => &data.by_right,
        _ => &plain,
    };
    for line in numbers.iter().filter_map(|n| data.lines.get(*n as usize)) {
        m.raw("<tr").attr("data-line-of", &line.id).line("><td class=\"left\"><bdi>", &line.left, "</bdi></td>");
        m.line("<td class=\"keyword\"><mark class=\"hit\" data-part=\"hit\">", &line.keyword, "</mark></td>");
        m.line("<td class=\"right\">", &line.right, "</td><td class=\"where\">");
        ways.read(m, &line.id, words::article(&line.article));
        m.raw("</td></tr>");
    }
    close_table(m);
}
