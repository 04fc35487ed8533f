//! The work view: its tools, and what stands under the list.

use super::{Markup, Ways, brief, page};
use crate::text::lower::Lower;
use crate::{
    app::words::{self, Finder},
    query::{
        answer::{Answer, Loosening},
        filter::{Facet, Sort, Unit, View, Within},
        sheet,
    },
};

/// How many rows come at a time.
pub const WINDOW: usize = 50;

/// The view; its parts are drawn into it.
pub fn view(m: &mut Markup) {
    m.raw("<div class=\"work\">").with(page::rail);
    m.raw("<section class=\"list\" data-behind").attr("aria-label", words::STATEMENTS);
    m.raw("><h1 id=\"filter-sentence\" class=\"filter-sentence\">")
        .with(|m| page::sentence(m, words::SHOWING))
        .raw("</h1>");
    m.raw("<div class=\"slot\" id=\"unknown\"></div><div class=\"toolbar\">").with(page::open_rail);
    let names = Sort::LIST.map(|s| (s.slug(), words::sort(s)));
    pick(m, " class=\"pick\"", "sort", words::ORDER, &names);
    pick(m, " class=\"pick\"", "unit", words::COUNT, &Unit::ALL.map(|u| (u.slug(), words::unit(u))));
    let names = Within::ALL.map(|w| (w.slug(), words::within(w)));
    pick(m, " class=\"pick\" id=\"pick-within\" hidden", "within", words::SEARCH_IN, &names);
    m.with(|m| page::export(m, View::Statements))
        .with(page::copy_link)
        .raw("</div><div class=\"slot\" id=\"found\"></div>");
    m.raw("<ol class=\"rows\" id=\"rows\"></ol><div class=\"slot\" id=\"under\"></div><div class=\"slot\" id=\"unaddressed\"></div>");
    m.raw("<div class=\"slot\" id=\"paper\"></div><div class=\"slot\" id=\"hits\"></div></section>");
    m.raw("<aside class=\"preview\"").attr("aria-label", words::SELECTED).raw(" data-preview></aside></div>");
}

fn pick(m: &mut Markup, more: &'static str, id: &str, name: &str, options: &[(&str, &str)]) {
    m.raw("<label").raw(more).line(">", name, " <select data-do=\"pick\"").attr("id", id).raw(">");
    for (slug, words) in options {
        m.raw("<option").attr("value", slug).line(">", words, "</option>");
    }
    m.raw("</select></label>");
}

/// The way to further rows, or to an answer where there is none. `several` = the filter has more than one part.
pub fn under(m: &mut Markup, answer: &Answer, several: bool) {
    let (shown, total) = (answer.rows.len(), answer.totals.statements as usize);
    if shown < total {
        m.raw("<p class=\"more-rows\">");
        m.button(" id=\"more\"", "more", &words::show_more((total - shown).min(WINDOW) as u32));
        m.line(" <span class=\"quiet-text\">", &words::shown_of(shown as u32, total as u32), "</span></p>");
    }
    if total == 0 {
        empty(m, answer, several);
    }
}

/// Below a list of those directed at somebody: how many like these name nobody as addressee. They may mean the same.
pub fn unaddressed(m: &mut Markup, answer: &Answer, ways: &Ways) {
    let to = ways.0.facets.get(&Facet::Addressee);
    if to.is_none_or(|to| to.include.is_empty() || to.include.contains(sheet::NOBODY.0)) {
        return;
    }
    let values = answer.facets.iter().filter(|f| f.facet == Facet::Addressee).flat_map(|f| &f.values);
    let nobody = values.filter(|v| v.slug == sheet::NOBODY.0).map(|v| v.count).sum::<u32>();
    if nobody > 0 && ways.0.unit == Unit::Statements {
        m.line("<p class=\"quiet-text\" data-unaddressed>", &words::unaddressed(nobody), " ");
        ways.a(m, &format!("to={}", sheet::NOBODY.0), "", None, words::SHOW_THEM);
        m.raw("</p>");
    }
}

/// Nothing matches: what to loosen.
pub fn empty(m: &mut Markup, answer: &Answer, several: bool) {
    let loosen: &[Loosening] = &answer.loosen;
    m.line("<div class=\"empty\" data-empty><h2>", words::EMPTY, "</h2>");
    let name = |key: &str| match key {
        "date" => words::THE_DAYS.to_string(),
        "q" => words::THE_SEARCH.to_string(),
        key => Facet::of_key(key).map_or_else(|| key.to_string(), |f| words::facet(f).lower()),
    };
    if several && !answer.barren.is_empty() {
        let barren: Vec<String> = answer.barren.iter().map(|key| name(key)).collect();
        m.line("<p>", &words::barren(&barren), "</p>");
    }
    if loosen.is_empty() && several {
        m.line("<p>", words::NO_ONE_PART, "</p>");
    }
    m.raw("<ul class=\"loosen\">");
    for step in loosen {
        m.raw("<li><button type=\"button\" data-do=\"loosen\"").attr("data-loosen", &step.key);
        m.line(">", &words::loosened(&name(&step.key), step.statements), "</button></li>");
    }
    m.raw("<li>").button("", "everything", words::EVERYTHING).raw("</li></ul></div>");
}

/// Sentences that the search, an act’s words, the topic or the place found and no statement covers, and lines that are not read and
/// hold the search's words.
pub fn hits(m: &mut Markup, answer: &Answer, ways: &Ways) {
    if answer.hits_total > 0 {
        let by = match &ways.0 {
            filter if !filter.q.trim().is_empty() => Finder::Search,
            filter if filter.facets.get(&Facet::Act).is_some_and(|acts| !acts.include.is_empty()) => Finder::Act,
            _ => Finder::Place,
        };
        m.raw("<section class=\"hits\"").attr("data-hits", &answer.hits_total.to_string());
        m.line("><h2>", &words::gap(answer.hits_total, by, answer.totals.statements == 0), "</h2> ");
        m.with(|m| brief::hits(m, &answer.hits, ways)).raw("</section>");
    }
    if !answer.hidden.is_empty() {
        let head = words::hidden_lines(answer.hidden.len() as u32);
        m.line("<section class=\"hits\" data-hidden-hits><h2>", &head, "</h2> ");
        m.with(|m| brief::hits(m, &answer.hidden, ways)).raw("</section>");
    }
}
