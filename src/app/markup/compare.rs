//! Compare: two to four articles, outlets or sources, topic by topic, differences first.

use super::{Markup, Ways, brief, close_table, open_table};
use crate::text::order::Order;
use crate::{
    app::words,
    query::{
        answer::{Answer, FacetValue},
        filter::{Facet, Filter},
        view::compare::{ComparedTopic, Comparison, Difference},
    },
};

/// The facets whose values can be columns.
const COLUMNS: [Facet; 3] = [Facet::Article, Facet::Outlet, Facet::Source];
/// How many values of a facet are offered.
const OFFERED: usize = 12;
/// Statements of a cell that are open from the start: a topic's row is to be seen whole.
const FIRST: usize = 2;

/// The view in a sentence.
pub fn summary(data: &Comparison) -> String {
    let only = data.rows.iter().filter(|r| r.counts.iter().filter(|n| **n > 0).count() == 1).count() as u32;
    words::compared(data.columns.len() as u32, data.rows.len() as u32, only)
}

/// Columns of the link that are not there, or that are too many.
pub fn unknown(m: &mut Markup, data: &Comparison) {
    if !data.unknown.is_empty() {
        m.line("<p class=\"notice\">", &words::unknown_columns(&data.unknown), "</p>");
    }
    if data.left_out > 0 {
        m.line("<p class=\"notice\" data-left-out>", &words::columns_left_out(data.left_out), "</p>");
    }
}

/// The view.
pub fn compare(m: &mut Markup, data: &Comparison, ways: &Ways) {
    let name = |key: &str, slug: &str, label: &str| {
        if key.starts_with("doc.") { format!("{} {label}", words::article(slug)) } else { label.to_string() }
    };
    let names: Vec<String> = data.columns.iter().map(|c| name(&c.key, &c.head.slug, &c.head.label)).collect();
    open_table(m, "plain comparison stack", words::COMPARISON);
    m.line("<th scope=\"col\">", words::TOPIC, "</th>");
    for (column, name) in data.columns.iter().zip(&names) {
        m.raw("<th scope=\"col\"").attr("data-column", &column.key).attr("title", name);
        m.line("><span class=\"col-title\">", name, "</span> ");
        m.line("<span class=\"kind\">", &words::statements(column.statements), "</span></th>");
    }
    m.raw("</tr></thead><tbody>");
    data.rows.iter().for_each(|row| topic(m, row, &names, ways));
    close_table(m);
    let alike = data.rows.iter().filter(|row| row.difference == Difference::Alike).count() as u32;
    if alike > 0 && names.len() > 1 {
        m.line("<p class=\"on-paper\">", &words::alike_off_paper(alike), "</p>");
    }
}

fn topic(m: &mut Markup, row: &ComparedTopic, names: &[String], ways: &Ways) {
    let label = if row.topic.slug.is_empty() { words::NO_TOPIC } else { &row.topic.label };
    m.raw("<tr").when(row.difference == Difference::Alike, " class=\"alike\"");
    m.line("><th scope=\"row\">", label, " ");
    if names.len() > 1 {
        m.line("<span class=\"flag\">", words::difference(row.difference), "</span>");
    }
    m.raw("</th>");
    for ((rows, n), name) in row.cells.iter().zip(&row.counts).zip(names) {
        let open = if row.difference == Difference::OnlyHere { 1 } else { FIRST };
        let (first, rest) = rows.split_at(rows.len().min(open));
        m.raw("<td").when(*n == 0, " class=\"none\"").attr("data-label", name).raw(">");
        if *n == 0 {
            m.line("<span class=\"quiet-text\">", words::NOT_HERE, "</span>");
        } else {
            m.raw("<ul class=\"shorts\">").with(|m| first.iter().for_each(|r| brief::short(m, r, ways))).raw("</ul>");
        }
        if !rest.is_empty() {
            m.line(
                "<details class=\"rest\"><summary>",
                &words::further(rest.len() as u32),
                "</summary><ul class=\"shorts\">",
            );
            m.with(|m| rest.iter().for_each(|r| brief::short(m, r, ways))).raw("</ul></details>");
        }
        let more = (*n as usize).saturating_sub(rows.len()) as u32;
        if more > 0 {
            m.line("<p class=\"quiet-text\">", &words::left_out(more), "</p>");
        }
        m.raw("</td>");
    }
    m.raw("</tr>");
}

/// What can stand beside what. `base` = the answer to the empty filter.
pub fn chooser(m: &mut Markup, base: Option<&Answer>, filter: &Filter) {
    m.line("<details class=\"chooser\"><summary data-key=\"chooser\">", words::CHOOSE_COLUMNS, "</summary>");
    m.raw("<div class=\"chooser-groups\">");
    for facet in COLUMNS {
        m.line("<fieldset><legend>", words::facet(facet), "</legend><ul>");
        let values = base.iter().flat_map(|a| a.facets.iter().filter(|f| f.facet == facet)).flat_map(|f| &f.values);
        let mut values: Vec<&FacetValue> =
            values.take(OFFERED).filter(|v| !matches!(v.slug.as_str(), "none" | "anonymous")).collect();
        if facet == Facet::Article {
            values.order_by(|a, b| a.slug.cmp(&b.slug));
        }
        for value in values {
            let key = format!("{}.{}", facet.key(), value.slug);
            m.raw("<li><label class=\"switch\"><input type=\"checkbox\" data-do=\"compare\"")
                .attr("data-compare", &key);
            m.attr("data-key", &format!("cmp-{key}")).when(filter.compare.contains(&key), " checked");
            let own = words::value(facet, &value.slug).unwrap_or(&value.label);
            m.raw("> <span class=\"name\">");
            if facet == Facet::Article {
                m.text(words::article(&value.slug)).raw(" ").text(&value.label);
            } else {
                m.text(own);
            }
            m.raw("</span></label></li>");
        }
        m.raw("</ul></fieldset>");
    }
    m.raw("</div></details>");
}
