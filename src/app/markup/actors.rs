//! Actors: everybody named, who → whom as matrix and drawing, and a page for each.

use super::{Markup, Ways, brief, cell, close_table, heads, open_table, row};
use crate::{
    app::{draw::ribbons, words},
    lexicon::act::Family,
    query::{
        answer::Row,
        filter::Facet,
        view::{
            Head,
            actors::{Actor, ActorPage, Actors, Matrix},
        },
    },
};

/// The height of a name in the drawing.
const STEP: f64 = 26.0;

/// The view's heading.
pub fn head(data: &Actors) -> Option<&str> {
    data.open.as_ref().map(|o| o.actor.who.label.as_str())
}

/// The view in a sentence.
pub fn summary(data: &Actors) -> String {
    match &data.open {
        Some(open) => words::actor(open.actor.made, open.actor.received, open.actor.relayed),
        None => words::actors(data.actors.len() as u32 + data.more, data.actors.first().map(|a| a.who.label.as_str())),
    }
}

/// The view. `unknown` = an actor that the link names and that is not here.
pub fn actors(m: &mut Markup, data: &Actors, unknown: Option<&str>, ways: &Ways) {
    if let Some(page) = &data.open {
        return self::page(m, page, ways);
    }
    if let Some(slug) = unknown {
        m.line("<p class=\"notice\" data-orphan>", &words::no_actor(slug), "</p>");
    }
    table(m, &data.actors, ways);
    if data.more > 0 {
        m.line("<p class=\"quiet-text\">", &words::left_out(data.more), "</p>");
    }
    if !data.matrix.sources.is_empty() {
        who_to_whom(m, &data.matrix, ways);
    }
}

fn counted(all: &[(String, u32)]) -> String {
    all.iter().map(|(name, n)| format!("{name}\u{a0}×{n}")).collect::<Vec<_>>().join(", ")
}

/// The same words for somebody unnamed in two articles need not mean the same one.
fn unnamed_apart(actor: &Actor) -> bool {
    actor.kind.is_none() && actor.articles > 1
}

/// The length of a day as ISO text; a month's and a year's are shorter, a span's longer.
const DAY: usize = 10;

fn days(days: &Option<(String, String)>) -> String {
    // A line ends between two days at most, not within one.
    let whole = |days: String| days.replace(' ', "\u{a0}").replace("–\u{a0}", "– ");
    match days {
        Some((a, b)) if a == b => whole(words::day(a)),
        Some((a, b)) if a.len() == DAY && b.len() == DAY => whole(words::day(&format!("{a}/{b}"))),
        Some((a, b)) => whole(format!("{} – {}", words::day(a), words::day(b))),
        None => words::NONE.to_string(),
    }
}

fn table(m: &mut Markup, actors: &[Actor], ways: &Ways) {
    open_table(m, "plain actors stack", words::ACTOR_TABLE);
    heads(m, &[words::ACTOR, words::PRINTED_AS]);
    for name in [words::MADE, words::RECEIVED, words::RELAYED, words::ARTICLES] {
        m.line("<th scope=\"col\" class=\"num\">", name, "</th>");
    }
    heads(m, &[words::DAYS_OF_BOTH]);
    m.raw("</tr></thead><tbody>");
    for actor in actors {
        let slug = &actor.who.slug;
        let role = if actor.role.is_empty() { actor.kind.map_or(words::UNNAMED, words::kind) } else { &actor.role };
        m.raw("<tr").attr("data-actor", slug).raw("><th scope=\"row\">");
        ways.a(m, &format!("view=actors/{slug}"), "", Some(&format!("actor-{slug}")), &actor.who.label);
        m.line(" <span class=\"kind\">", role, "");
        m.when(unnamed_apart(actor), words::UNNAMED_APART).raw("</span></th>");
        m.line("<td class=\"spellings\">", &counted(&actor.spellings), "</td>");
        let numbers = [
            (words::MADE, actor.made),
            (words::RECEIVED, actor.received),
            (words::RELAYED, actor.relayed),
            (words::ARTICLES, actor.articles),
        ];
        for (name, n) in numbers {
            cell(m, "class=\"num\"", name, &n.to_string());
        }
        cell(m, "class=\"figures\"", words::DAYS_OF_BOTH, &days(&actor.days));
        m.raw("</tr>");
    }
    close_table(m);
}

/// Who → whom: the drawing, and the same as a table.
fn who_to_whom(m: &mut Markup, matrix: &Matrix, ways: &Ways) {
    let counts: Vec<Vec<u32>> =
        matrix.cells.iter().map(|row| row.iter().map(|cell| cell.iter().map(|(_, n)| n).sum()).collect()).collect();
    let pairs = counts.iter().flatten().filter(|n| **n > 0).count() as u32;
    let height = matrix.sources.len().max(matrix.addressees.len()) as u32 * STEP as u32;
    m.line("<section><h2>", words::WHO_TO_WHOM, "</h2>");
    m.line("<p>", &words::pairs(pairs, matrix.pairs, matrix.left), "</p>");
    m.raw("<figure class=\"whom\"><svg").attr("viewBox", &format!("0 0 600 {height}")).raw(" role=\"img\"");
    m.attr("aria-label", words::WHO_TO_WHOM).raw(">");
    for ribbon in ribbons::ribbons(&counts, 190.0, 410.0, STEP) {
        let acts = &matrix.cells[ribbon.from][ribbon.to];
        let said: Vec<String> = acts.iter().map(|(act, n)| format!("{n} {}", words::act(*act))).collect();
        let (from, to) = (&matrix.sources[ribbon.from].label, &matrix.addressees[ribbon.to].label);
        m.raw("<path class=\"ribbon\"");
        if let Some((act, _)) = acts.iter().rev().max_by_key(|(_, n)| n) {
            m.attr("data-family", act.family().slug());
        }
        m.attr("d", &ribbon.path).attr("stroke-width", &super::decimal(ribbon.width));
        m.line("><title>", &format!("{from} → {to}: {}", said.join(", ")), "</title></path>");
    }
    let [made, received] = &matrix.sums;
    labels(m, &matrix.sources, made, " x=\"182\" text-anchor=\"end\"");
    labels(m, &matrix.addressees, received, " x=\"418\" text-anchor=\"start\"");
    m.line("</svg><figcaption class=\"quiet-text\">", words::RIBBONS, "");
    for family in Family::ALL {
        m.raw(" <span").attr("data-family", family.slug()).line(">", words::family(family), "</span>");
    }
    m.line(". ", words::RIBBONS_TABLE, "</figcaption></figure>");
    open_table(m, "matrix", words::WHO_TO_WHOM);
    m.line("<th scope=\"col\">", words::SOURCE_TO, "</th>");
    for to in &matrix.addressees {
        m.line("<th scope=\"col\">", &to.label, "</th>");
    }
    m.raw("</tr></thead><tbody>");
    for (source, cells) in matrix.sources.iter().zip(&matrix.cells) {
        m.line("<tr><th scope=\"row\">", &source.label, "</th>");
        for (acts, to) in cells.iter().zip(&matrix.addressees) {
            m.raw("<td").when(acts.is_empty(), " class=\"none\"").attr("data-label", &to.label).raw(">");
            if acts.is_empty() {
                m.line("<span class=\"vh\">", words::NONE, "</span>");
            } else {
                let way = format!("{}={}&{}={}", Facet::Source.key(), source.slug, Facet::Addressee.key(), to.slug);
                m.raw("<a class=\"cell-link\"").with(|m| ways.link(m, &way)).raw(">");
                m.with(|m| brief::acts(m, acts)).raw("</a>");
            }
            m.raw("</td>");
        }
        m.raw("</tr>");
    }
    close_table(m);
    m.raw("</section>");
}

fn labels(m: &mut Markup, heads: &[Head], counts: &[u32], place: &'static str) {
    for (i, (head, n)) in heads.iter().zip(counts).enumerate() {
        m.raw("<text").raw(place).attr("y", &super::decimal(ribbons::middle(i, STEP) + 4.5));
        m.line(">", &format!("{} ({n})", words::short(&head.label, 22)), "</text>");
    }
}

fn page(m: &mut Markup, page: &ActorPage, ways: &Ways) {
    let actor = &page.actor;
    m.raw("<div class=\"actor-page\"").attr("data-actor-page", &actor.who.slug).raw("><dl class=\"facts\">");
    m.line("<dt>", words::KIND, "</dt> ").line("<dd>", actor.kind.map_or(words::UNNAMED, words::kind), "");
    m.when(unnamed_apart(actor), words::UNNAMED_APART).raw("</dd>");
    m.line("<dt>", words::PRINTED_AS, "</dt> ").line("<dd data-spellings>", &counted(&actor.spellings), "</dd>");
    if !page.roles.is_empty() {
        m.line("<dt>", words::ROLES, "</dt> ").line("<dd>", &counted(&page.roles), "</dd>");
    }
    if !page.reasons.is_empty() {
        m.line("<dt>", words::JOINED, "</dt> <dd><ul>");
        for reason in &page.reasons {
            m.line("<li>", reason, "</li>");
        }
        m.raw("</ul></dd>");
    }
    m.line("<dt>", words::DAY_COL, "</dt> ").line("<dd>", &days(&actor.days), "</dd>");
    m.line("<dt>", words::NAMED_IN, "</dt> <dd><ul>");
    for (article, n, id) in &page.mentions {
        m.raw("<li>");
        ways.a(m, &format!("sel={id}"), "", None, &format!("{} {}", words::article(&article.slug), article.label));
        m.line("\u{a0}×", &n.to_string(), "</li>");
    }
    m.raw("</ul></dd></dl>");
    statements(m, words::MADE_HEAD, "made", &page.made, ways);
    statements(m, words::RECEIVED_HEAD, "received", &page.received, ways);
    statements(m, words::RELAYED_HEAD, "relayed", &page.relayed, ways);
    m.raw("<p>");
    ways.a(m, "view=actors", " class=\"all\"", None, words::ALL_ACTORS);
    m.raw("</p></div>");
}

fn statements(m: &mut Markup, head: &str, part: &str, rows: &[Row], ways: &Ways) {
    if rows.is_empty() {
        return;
    }
    m.raw("<section").attr("data-part-of-page", part).line("><h2>", head, " (").text(&rows.len().to_string());
    m.raw(")</h2> <ol class=\"rows\">").with(|m| row::rows(m, rows.iter(), ways)).raw("</ol></section>");
}
