//! The Overview: the corpus in a sentence, its articles, ready questions, statements by family.

use super::{Markup, Ways, figures, percent, topics};
use crate::{
    app::{choice, questions, words},
    lexicon::act::Family,
    query::{
        answer::Answer,
        filter::Facet,
        view::{Head, figures::FigureCard, overview::OverviewData, topics::TopicRow},
    },
    share::link,
    text::order::Order,
};

/// How many articles the matrix has columns for.
const COLUMNS: usize = 8;

/// The parts of the page that come one after another are drawn into these.
pub fn view(m: &mut Markup) {
    let section = |m: &mut Markup, id: &'static str, head: &str| {
        m.raw("<section aria-labelledby=\"").raw(id).raw("\"><h2 id=\"").raw(id).line("\">", head, "</h2>");
    };
    m.line("<div class=\"column overview\"><h1>", words::OVERVIEW_HEAD, "</h1><p class=\"lede\" id=\"lede\"></p>");
    m.raw("<div class=\"slot\" id=\"unknown\"></div>");
    m.raw("<div class=\"slot\" id=\"narrowed\"></div>").with(|m| section(m, "ask", words::START));
    m.line("<ul class=\"questions\" id=\"questions\"></ul><p id=\"all\"><a class=\"all\" href=\"#/statements\" data-way=\"at=#/statements\">", words::ALL_STATEMENTS, "</a></p></section>");
    m.with(|m| section(m, "families", words::BY_FAMILY));
    m.line(
        "<table class=\"family-table\"><caption class=\"vh\">",
        words::FAMILY_CAPTION,
        "</caption><thead class=\"vh\"><tr>",
    );
    super::heads(m, &words::FAMILY_COLS);
    m.raw("</tr></thead><tbody id=\"family-rows\"></tbody></table></section>");
    m.with(|m| section(m, "corpus", words::THE_ARTICLES));
    m.raw("<div class=\"slot\" id=\"cards\"></div><div class=\"slot\" id=\"own\"></div></section><div class=\"slot\" id=\"overview-data\"></div></div>");
}

/// A filter is on.
pub fn narrowed(m: &mut Markup, sentence: &str) {
    m.line("<p class=\"notice\">", words::FILTER_ON, "").text(sentence).raw(". ");
    m.button(" class=\"quiet\"", "everything", words::EVERYTHING).raw("</p>");
}

/// The ready questions. `base` = the answer to the empty filter.
pub fn questions(m: &mut Markup, base: &Answer) {
    for question in questions::questions(base) {
        let to = link::encode(&question.filter);
        m.raw("<li><a class=\"question\"").attr("href", &to).attr("data-way", &format!("at={to}"));
        m.line("><span class=\"question-text\">", &question.text, "</span> ");
        m.line("<span class=\"question-count\">", &words::statements(question.count), "</span></a></li>");
    }
}

/// Which article reports what, and the figures that disagree.
pub fn data(m: &mut Markup, data: &OverviewData, ways: &Ways) {
    if !data.coverage.is_empty() {
        m.line("<section aria-labelledby=\"coverage\"><h2 id=\"coverage\">", words::COVERAGE, "</h2>");
        let (articles, coverage) = widest(data);
        topics::matrix(m, &articles, &coverage, ways);
        let left = data.articles.len() - articles.len();
        if left > 0 {
            m.line("<p class=\"quiet-text\">", &words::further_articles(left as u32), "</p>");
        }
        m.raw("<p>")
            .with(|m| ways.a(m, "view=topics", " class=\"all\"", None, words::ALL_TOPICS))
            .raw("</p></section>");
    }
    if !data.disagreements.is_empty() {
        m.raw("<section class=\"disagreements\" aria-labelledby=\"disagree\">");
        m.line("<h2 id=\"disagree\">", words::DISAGREEMENTS, "</h2>");
        for (group, cards) in &data.disagreements {
            figures::group(m, group, &cards.iter().collect::<Vec<&FigureCard>>(), true, ways);
        }
        m.raw("<p>");
        ways.a(m, "view=figures", " class=\"all\"", None, words::ALL_FIGURES_LINK);
        m.raw("</p></section>");
    }
}

/// The matrix, of many articles those with most in it.
fn widest(data: &OverviewData) -> (Vec<Head>, Vec<TopicRow>) {
    let said = |at: usize| -> u32 { data.coverage.iter().filter_map(|t| t.cells.get(at)).flatten().map(|c| c.1).sum() };
    let mut places: Vec<(u32, usize)> = (0..data.articles.len()).map(|at| (said(at), at)).collect();
    places.order_by_key(|(n, at)| (u32::MAX - n, *at));
    places.truncate(COLUMNS);
    let mut places: Vec<usize> = places.into_iter().map(|(_, at)| at).collect();
    places.order();
    let cells = |t: &TopicRow| places.iter().filter_map(|at| t.cells.get(*at).cloned()).collect();
    let rows = data.coverage.iter().map(|t| TopicRow { cells: cells(t), topic: t.topic.clone(), ..*t });
    (places.iter().filter_map(|at| data.articles.get(*at).cloned()).collect(), rows.collect())
}

/// Statements by family.
pub fn families(m: &mut Markup, families: [u32; 5]) {
    let most = families.iter().copied().max().unwrap_or(1).max(1);
    for (family, n) in Family::ALL.into_iter().zip(families) {
        let to = link::encode(&choice::fresh(Facet::Act, &[&format!("family-{}", family.slug())]));
        let acts: Vec<String> = family.acts().map(|a| words::act(a).to_string()).collect();
        m.raw("<tr").attr("data-family", family.slug()).raw("><th scope=\"row\"><a").attr("href", &to);
        m.attr("data-way", &format!("at={to}")).line(">", words::family(family), "</a></th>");
        m.line("<td class=\"acts\">", &words::list(&acts, "or"), "</td>");
        m.raw("<td class=\"bar-cell\" aria-hidden=\"true\"><span class=\"bar\"><span");
        m.attr("data-width", &percent(f64::from(n) * 100.0 / f64::from(most)));
        m.line("></span></span></td><td class=\"num\">", &words::number(n), "</td></tr>");
    }
}
