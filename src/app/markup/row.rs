//! One statement as a row: act, who → whom, what, the evidence, the chain, the day.

use super::{Markup, Ways, act_label, evidence};
use crate::{
    app::words,
    extract::statement::{Confidence, Sourcing},
    query::{
        answer::{Name, Row},
        filter::Facet,
    },
};

/// Rows in a list, under a state of the view.
pub fn rows<'r>(m: &mut Markup, rows: impl Iterator<Item = &'r Row>, ways: &Ways) {
    for row in rows {
        self::row(m, row, ways, ways.0.selected.as_deref() == Some(row.id.as_str()));
    }
}

/// The row in the list. `current` = it is the selected one.
pub fn row(m: &mut Markup, row: &Row, ways: &Ways, current: bool) {
    m.raw("<li").attr("class", if current { "row current" } else { "row" }).attr("data-statement", &row.id);
    m.attr("data-act", words::act(row.act)).attr("data-family", row.act.family().slug());
    m.when(current, " aria-current=\"true\"").raw("><div class=\"row-act\">");
    act_label(m, row.act);
    let manner = words::manner(row.polarity, row.modality);
    if !manner.is_empty() {
        m.raw(" <span class=\"manner\">").text(manner).raw("</span>");
    }
    m.raw("</div><div class=\"row-main\"><p class=\"row-who\">");
    who(m, row, ways);
    m.raw("</p>");
    content(m, row);
    m.raw("<blockquote class=\"evidence\" data-evidence><p>");
    evidence::pieces(m, &row.evidence, None);
    m.raw("</p></blockquote></div><div class=\"row-side\"><p class=\"row-chain\">");
    chain(m, row);
    day(m, row);
    for doubt in &row.doubts {
        m.raw(" <span class=\"flag\">").text(words::doubt_short(*doubt)).raw("</span>");
    }
    m.raw("</p><span class=\"row-tools\"><a class=\"read\" data-read");
    ways.link(m, &format!("sel={}", row.id));
    m.raw(">").with(|m| read(m, row)).raw("</a>").button(" class=\"quiet\"", "copy", words::COPY_LINK);
    m.button(" class=\"quiet only-narrow\" aria-expanded=\"false\"", "why", words::WHY);
    m.raw("</span></div><div class=\"row-panel\" data-panel></div></li>");
}

/// Source → addressee.
pub fn who(m: &mut Markup, row: &Row, ways: &Ways) {
    if row.sources.is_empty() {
        m.line("<span class=\"nobody\">", voice(row), "</span>");
    } else {
        names(m, &row.sources, Facet::Source, ways);
    }
    if !row.addressees.is_empty() {
        m.raw("<span class=\"arrow\"><span aria-hidden=\"true\"> → </span><span class=\"vh\"> to </span></span>");
        names(m, &row.addressees, Facet::Addressee, ways);
    }
    if row.confidence == Confidence::Low {
        m.raw(" <span class=\"unsure\"").attr("title", words::confidence(row.confidence));
        m.line(">", words::UNSURE, "</span>");
    }
}

/// "Read in article", and for those who do not see the row what is read there.
pub fn read(m: &mut Markup, row: &Row) {
    let what = format!(" {}, {}: {}", words::article(&row.article), words::act(row.act), row.said());
    m.line("", words::READ, "<span class=\"vh\">").text(&words::short(&what, 80)).raw("</span>");
}

/// Who speaks where no source is named.
fn voice(row: &Row) -> &'static str {
    if row.sourcing == Sourcing::Article { words::sourcing(row.sourcing) } else { words::NOBODY }
}

/// The separator of a line; a screen reader hears a pause.
const DOT: &str = "<span class=\"vh\">; </span><span class=\"dot\" aria-hidden=\"true\"> · </span>";

/// Names, each a way to its statements.
pub fn names(m: &mut Markup, names: &[Name], facet: Facet, ways: &Ways) {
    for (i, name) in names.iter().enumerate() {
        m.raw(match i {
            0 => "",
            i if i + 1 == names.len() => " and ",
            _ => ", ",
        });
        // Whom a pronoun leaves open nobody can be chosen by.
        if name.slug.is_empty() {
            m.raw("<span class=\"name-open\">").text(&name.label).raw("</span>");
        } else {
            m.raw("<a class=\"name-link\"");
            ways.link(m, &format!("{}={}", facet.key(), name.slug));
            m.raw(">").text(&name.label).raw("</a>");
        }
        if !name.printed.is_empty() && name.printed != name.label && name.kind.is_some() {
            m.raw("<span class=\"printed\"> “").text(&name.printed).raw("”</span>");
        }
        if let Some(why) = &name.inferred {
            m.raw(" <span class=\"inferred\"").attr("title", why).raw(">inferred</span>");
        }
    }
}

/// Evidence of more bytes is several sentences: what is said in it is told beforehand.
const LONG: usize = 400;

fn content(m: &mut Markup, row: &Row) {
    let whole: usize = row.evidence.iter().map(|p| p.text.len()).sum();
    let content = row.said();
    // What is underlined in one piece of a sentence or two needs no second print.
    let apart = row.negation().is_some() || row.content.len() > 1;
    if !content.is_empty() && (apart || whole > LONG && content.len() * 3 < whole) {
        m.raw("<p class=\"row-content\">").text(&content).raw("</p>");
    }
}

/// "VG ← Interfax ← Ryabkov", "VG ← AFP and Reuters ← Russia".
pub fn chain(m: &mut Markup, row: &Row) {
    const BACK: &str =
        "<span class=\"back\"><span aria-hidden=\"true\"> ← </span><span class=\"vh\"> from </span></span>";
    m.raw("<span class=\"chain\" data-chain>");
    match &row.outlet {
        Some(outlet) => m.raw("<span>").text(outlet).raw("</span>"),
        None => m.line("<span class=\"unstated\">", words::OUTLET_UNKNOWN, "</span>"),
    };
    let passed = row.via.iter().filter(|n| Some(&n.label) != row.outlet.as_ref());
    for (i, name) in passed.chain(&row.sources).enumerate() {
        m.raw(if name.beside && i > 0 { " and " } else { BACK }).raw("<span>").text(&name.label).raw("</span>");
    }
    if row.sources.is_empty() {
        m.raw(BACK).line("<span class=\"unstated\">", voice(row), "</span>");
    }
    m.raw("</span>").raw(DOT).raw("<span class=\"where\">").text(words::article(&row.article));
    m.raw(", ").text(words::zone(row.zone)).raw("</span>").raw(DOT);
    m.raw("<span class=\"how\">").text(words::mode(row.mode)).raw("</span>");
}

/// The day and where it is from; where there is none, nothing: why and the filters tell it.
pub fn day(m: &mut Markup, row: &Row) {
    if let Some(iso) = &row.day {
        m.raw(DOT).raw("<span class=\"day\"").attr("data-basis", words::basis(row.basis));
        m.attr("title", &words::basis_in_full(row.basis, row.day_text.as_deref(), row.day_at.is_some())).raw("><time");
        m.attr("datetime", iso).line(">", &words::day(iso), "</time> <span class=\"basis\">");
        m.text(words::basis(row.basis)).when(row.day_at.is_some(), words::FROM_ANOTHER).raw("</span></span>");
    }
}
