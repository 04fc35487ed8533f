//! Sourcing: outlet × agency × named, anonymous, hedged.

use super::{Markup, Ways, brief, close_table, open_table};
use crate::{
    app::words,
    query::{
        filter::Facet,
        view::{
            Head,
            sources::{OutletSourcing, Sources},
        },
    },
};

/// How many names a cell shows from the start.
const FIRST: usize = 8;

/// The view in a sentence.
pub fn summary(data: &Sources) -> String {
    words::independence(data.totals, data.named).join(" · ")
}

/// The view.
pub fn sources(m: &mut Markup, data: &Sources, ways: &Ways) {
    if !data.outlets.is_empty() {
        table(m, &data.outlets, ways);
    }
    for agency in &data.agencies {
        m.raw("<section class=\"agency\"").attr("data-agency", &agency.agency.slug);
        m.line("><h2>", &agency.agency.label, " ");
        m.line("<span class=\"quiet-text\">", &words::cited(agency.counts, agency.articles), "</span></h2>");
        agency.rows.iter().for_each(|row| brief::brief(m, row, ways));
        m.raw("</section>");
    }
}

/// The way to the statements of an outlet, and of those only the ones with a value of another facet.
fn way(facet: Facet, slug: &str, outlet: &str) -> String {
    format!("{}={slug}&{}={outlet}", facet.key(), Facet::Outlet.key())
}

/// A cell of a list of names; `of` = what they are, where the cell has further lists.
fn names(m: &mut Markup, of: &'static str, all: &[(Head, u32)], facet: Facet, outlet: &str, ways: &Ways) {
    if all.is_empty() {
        return;
    }
    m.raw("<div>").when(!of.is_empty(), "<span class=\"quiet-text\">").raw(of).when(!of.is_empty(), "</span> ");
    let list = |m: &mut Markup, some: &[(Head, u32)]| {
        for (i, (head, n)) in some.iter().enumerate() {
            m.raw("<span class=\"whole\">");
            ways.a(m, &way(facet, &head.slug, outlet), "", None, &head.label);
            m.when(head.slug == outlet, words::ITSELF).raw("\u{a0}×").text(&n.to_string());
            m.when(i + 1 < some.len(), ",").raw("</span> ");
        }
    };
    let (first, rest) = all.split_at(all.len().min(FIRST));
    list(m, first);
    if !rest.is_empty() {
        m.line("<details class=\"rest\"><summary>", &words::further(rest.len() as u32), "</summary>");
        list(m, rest);
        m.raw("</details>");
    }
    m.raw("</div>");
}

fn table(m: &mut Markup, outlets: &[OutletSourcing], ways: &Ways) {
    open_table(m, "plain sourcing stack", words::SOURCING_TABLE);
    m.line("<th scope=\"col\">", words::OUTLET, "</th>");
    for (slug, ..) in outlets.first().iter().flat_map(|o| &o.sourcing) {
        let name = words::value(Facet::Sourcing, slug).unwrap_or(slug);
        m.line("<th scope=\"col\" class=\"num\">", name, "</th>");
    }
    super::heads(m, &[words::AGENCIES, words::NAMED, words::UNNAMED_HEAD]);
    m.raw("</tr></thead><tbody>");
    for outlet in outlets {
        let slug = &outlet.outlet.slug;
        let name = words::value(Facet::Outlet, slug).unwrap_or(&outlet.outlet.label);
        m.raw("<tr").attr("data-outlet", slug).raw("><th scope=\"row\">");
        ways.a(m, &format!("{}={slug}", Facet::Outlet.key()), "", None, name);
        m.raw(" <span class=\"kind\">");
        for (i, article) in outlet.articles.iter().enumerate() {
            m.when(i > 0, ", ").line("<span class=\"whole\">", words::article(&article.slug), "</span>");
        }
        m.raw("</span></th>");
        for (how, _, n) in &outlet.sourcing {
            let label = words::value(Facet::Sourcing, how).unwrap_or(how);
            m.raw("<td class=\"num").when(*n == 0, " none").raw("\"").attr("data-label", label).raw(">");
            if *n > 0 {
                ways.a(m, &way(Facet::Sourcing, how, slug), "", None, &n.to_string());
            } else {
                m.raw("0");
            }
            m.raw("</td>");
        }
        m.raw("<td").attr("data-label", words::AGENCIES).raw(">");
        names(m, "", &outlet.agencies, Facet::Via, slug, ways);
        names(m, words::THEMSELVES, &outlet.media, Facet::Source, slug, ways);
        m.raw("</td><td").attr("data-label", words::NAMED).raw(">");
        names(m, "", &outlet.named, Facet::Source, slug, ways);
        names(m, words::STATES, &outlet.states, Facet::Source, slug, ways);
        m.raw("</td><td").attr("data-label", words::UNNAMED_HEAD).raw(">");
        names(m, "", &outlet.unnamed, Facet::Source, slug, ways);
        m.raw("</td></tr>");
    }
    close_table(m);
}
