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
        // What the text writes in one with the keyword stays in one with it.
        let (left, before) = line.left.split_at(line.left.trim_end_matches(|c: char| !c.is_whitespace()).len());
        let (after, right) = line.right.split_at(line.right.find(char::is_whitespace).unwrap_or(line.right.len()));
        m.raw("<tr").attr("data-line-of", &line.id).line("><td class=\"left\"><bdi>", left, "</bdi></td>");
        m.line("<td class=\"keyword\">", before, "<mark class=\"hit\" data-part=\"hit\">").text(&line.keyword);
        m.line("</mark>", after, "</td>").line("<td class=\"right\">", right, "</td><td class=\"where\">");
        ways.read(m, &line.id, words::article(&line.article));
        m.raw("</td></tr>");
    }
    close_table(m);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpus::zone::ZoneKind, query::view::concordance::Line, share::link};

    #[test]
    fn what_is_written_in_one_with_the_keyword_stays_so() {
        let line = |left: &str, right: &str| Line {
            id: "000.1".into(),
            article: "000".into(),
            left: left.into(),
            keyword: "demands".into(),
            right: right.into(),
            zone: ZoneKind::Body,
        };
        let data = Concordance {
            lines: vec![line("of the “", "/proposals that"), line("the ", " of")],
            ..Concordance::default()
        };
        let (filter, mut m) = (link::decode("#/concordance"), Markup::default());
        concordance(&mut m, &data, &Ways(&filter));
        let drawn = m.done();
        assert!(drawn.contains("“<mark class=\"hit\" data-part=\"hit\">demands</mark>/proposals</td>"), "{drawn}");
        assert!(drawn.contains("<bdi>the </bdi></td><td class=\"keyword\"><mark"), "{drawn}");
    }
}
