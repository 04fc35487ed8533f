//! Topics: the same demand across articles, as a matrix; a topic's wordings side by side.

use super::{Markup, Ways, brief, close_table, open_table};
use crate::{
    app::words,
    lexicon::act::Act,
    query::view::{
        Head,
        topics::{TopicRow, Topics, Wordings},
    },
};

/// The view in a sentence.
pub fn summary(data: &Topics) -> String {
    if let Some(open) = &data.open {
        let n = data.topics.iter().find(|t| t.topic.slug == open.topic.slug).map_or(0, |t| t.statements);
        return words::one_topic(n, open.columns.len() as u32);
    }
    let mut out = words::topics(data.topics.len() as u32, data.articles.len() as u32);
    if let Some(first) = data.topics.first() {
        out.push_str(&words::widest(&first.topic.label, first.articles));
    }
    if data.topics.len() > 1 {
        out.push_str(words::TOPICS_ORDER);
    }
    if data.without > 0 {
        out.push_str(&words::without_topic(data.without));
    }
    out
}

/// The view's heading.
pub fn head(data: &Topics) -> Option<&str> {
    data.open.as_ref().map(|o| o.topic.label.as_str())
}

/// The view. `unknown` = a topic that the link names and that is not here.
pub fn topics(m: &mut Markup, data: &Topics, unknown: Option<&str>, ways: &Ways) {
    if let Some(slug) = unknown.filter(|_| data.open.is_none()) {
        m.line("<p class=\"notice\" data-orphan>", &words::no_topic(slug), "</p>");
    }
    if let Some(open) = &data.open {
        wordings(m, open, ways);
    }
    // Where nobody says anything of it under this filter, others' topics are no answer.
    if !data.topics.is_empty() && data.open.as_ref().is_none_or(|o| !o.columns.is_empty()) {
        matrix(m, &data.articles, &data.topics, ways);
    }
}

/// Topic × article, each cell its acts.
pub fn matrix(m: &mut Markup, articles: &[Head], topics: &[TopicRow], ways: &Ways) {
    open_table(m, "matrix", words::TOPIC_MATRIX);
    m.line("<th scope=\"col\">", words::TOPIC, "</th>");
    for article in articles {
        m.raw("<th scope=\"col\"").attr("title", &article.label).raw(">");
        ways.a(m, &format!("item={}", article.slug), " class=\"col-link\"", None, words::article(&article.slug));
        m.line("<span class=\"vh\">", &article.label, "</span></th>");
    }
    m.line("<th scope=\"col\" class=\"num\">", words::ALL, "</th></tr></thead><tbody>");
    for row in topics {
        m.raw("<tr").attr("data-topic", &row.topic.slug).raw("><th scope=\"row\">");
        let slug = &row.topic.slug;
        ways.a(m, &format!("view=topics/{slug}"), "", Some(&format!("topic-{slug}")), &row.topic.label);
        m.raw("</th>");
        for (cell, article) in row.cells.iter().zip(articles) {
            m.raw("<td")
                .when(cell.is_empty(), " class=\"none\"")
                .attr("data-label", words::article(&article.slug))
                .raw(">");
            brief::acts(m, cell);
            if cell.is_empty() {
                m.line("<span class=\"vh\">", words::NONE, "</span>");
            }
            m.raw("</td>");
        }
        super::cell(m, "class=\"num\"", words::ALL, &row.statements.to_string());
        m.raw("</tr>");
    }
    close_table(m);
    m.raw("<p class=\"legend\" aria-hidden=\"true\">");
    let there = |act: &Act| topics.iter().flat_map(|t| &t.cells).flatten().any(|(a, _)| a == act);
    Act::ALL.into_iter().filter(there).for_each(|act| super::act_label(m, act));
    m.raw("</p>");
}

/// One topic: each article's wording beside the others', and the articles without it.
fn wordings(m: &mut Markup, open: &Wordings, ways: &Ways) {
    m.raw("<section class=\"open-topic\"").attr("data-open-topic", &open.topic.slug);
    m.raw("><p>");
    ways.a(m, "view=topics", "", None, words::ALL_TOPICS);
    m.raw("</p>");
    let missing: Vec<String> = open.missing.iter().map(|h| words::article(&h.slug).to_string()).collect();
    if !missing.is_empty() {
        m.line("<p class=\"quiet-text\">", &words::not_in(&missing), "</p>");
    }
    m.raw("<div class=\"wordings\">");
    for (article, rows) in &open.columns {
        m.raw("<section class=\"wording\"").attr("data-article", &article.slug).raw("><h2>");
        ways.a(
            m,
            &format!("item={}", article.slug),
            "",
            None,
            &format!("{} {}", words::article(&article.slug), article.label),
        );
        m.raw("</h2>");
        rows.iter().for_each(|row| brief::brief(m, row, ways));
        m.raw("</section>");
    }
    m.raw("</div>");
    if open.further_total > 0 {
        m.raw("<section class=\"hits\"").attr("data-hits", &open.further_total.to_string());
        m.line("><h2>", &words::topic_gap(open.further_total), "</h2> ");
        m.with(|m| brief::hits(m, &open.further, ways)).raw("</section>");
    }
    m.raw("</section>");
}
