//! Figures: those about the same thing together, disagreement marked, then all of them.

use super::{Markup, Ways, cell, close_table, evidence, heads, open_table, percent};
use crate::{
    app::{draw::range, words},
    extract::figure::Bound,
    query::view::figures::{FigureCard, FigureGroup, Figures},
};

/// How many figures are open from the start.
const FIRST: usize = 50;

/// The view in a sentence.
pub fn summary(data: &Figures) -> String {
    words::figures(data.total, data.groups.len() as u32, data.groups.iter().filter(|g| g.disagree).count() as u32)
}

/// The view.
pub fn figures(m: &mut Markup, data: &Figures, ways: &Ways) {
    for group in &data.groups {
        let members: Vec<&FigureCard> = group.members.iter().filter_map(|at| data.figures.get(*at as usize)).collect();
        self::group(m, group, &members, false, ways);
    }
    let grouped = |at: u32| data.groups.iter().any(|g| g.members.contains(&at));
    let others = (0..).zip(&data.figures).filter(|(at, _)| !grouped(*at));
    let others: Vec<&FigureCard> = others.map(|(_, figure)| figure).collect();
    if !others.is_empty() {
        let head = if data.groups.is_empty() { words::ALL_FIGURES } else { words::OTHER_FIGURES };
        m.line("<section><h2>", head, "</h2>");
        let (first, rest) = others.split_at(others.len().min(FIRST));
        table(m, first, head, ways);
        if !rest.is_empty() {
            m.line("<details class=\"rest\"><summary>", &words::further(rest.len() as u32), "</summary>");
            table(m, rest, words::FURTHER_FIGURES, ways);
            m.raw("</details>");
        }
        m.raw("</section>");
    }
}

/// Figures about the same thing, on one line and as a table. `nested` = under a heading of its own.
pub fn group(m: &mut Markup, group: &FigureGroup, members: &[&FigureCard], nested: bool, ways: &Ways) {
    let (open, close) = if nested { ("<h3>", "</h3>") } else { ("<h2>", "</h2>") };
    m.raw("<section class=\"figure-group\"").attr("data-group", &group.counted);
    m.attr("data-disagree", if group.disagree { "true" } else { "false" }).raw(">");
    let head = head(group, members);
    m.line(open, head, " ");
    if group.disagree {
        m.line("<span class=\"flag disagree\">", words::DISAGREE, "</span>");
    }
    m.raw(close).raw("<p class=\"quiet-text\" data-independence>");
    independence(m, &words::independence(group.reach, group.named));
    m.raw("</p>");
    if group.amounts.len() > 1 {
        ranges(m, group);
    }
    // Other ships may be a group of their own: each table has a name that no other has.
    let words = members.first().map_or("", |f| &f.words);
    table(m, members, &format!("{head}: {words}"), ways);
    m.raw("</section>");
}

/// What is counted, in the words that most of the figures print.
fn head<'a>(group: &'a FigureGroup, members: &[&'a FigureCard]) -> &'a str {
    let name = |f: &&'a FigureCard| if f.of.is_empty() { group.counted.as_str() } else { f.of.as_str() };
    let often = |one: &&str| members.iter().filter(|f| name(f) == *one).count();
    members.iter().map(name).rev().max_by_key(often).unwrap_or_default()
}

/// Its parts, none of them broken.
fn independence(m: &mut Markup, parts: &[String]) {
    for (i, part) in parts.iter().enumerate() {
        m.when(i > 0, " · ").line("<span class=\"whole\">", part, "</span>");
    }
}

fn ranges(m: &mut Markup, group: &FigureGroup) {
    let bounds: Vec<(Option<f64>, Option<f64>)> = group.amounts.iter().map(|a| (a.low, a.high)).collect();
    m.raw("<ul class=\"ranges\">");
    for (range, amount) in range::ranges(&bounds).iter().zip(&group.amounts) {
        let (from, to) = (range.from.unwrap_or(0.0), range.to.unwrap_or(100.0));
        m.line("<li><span class=\"range-words\">", &words::list(&amount.words, "and"), " ");
        m.raw("<span class=\"kind\" data-independence>");
        independence(m, &words::independence(amount.reach, amount.named));
        m.raw("</span></span> ");
        m.raw("<span class=\"range\" aria-hidden=\"true\"><span class=\"span").when(range.from.is_none(), " open-left");
        m.when(range.to.is_none(), " open-right").raw("\"").attr("data-start", &percent(from));
        m.attr("data-width", &percent(to - from)).raw("></span></span></li>");
    }
    // The scale: nothing, and the greatest amount.
    if let Some(most) = range::most(&bounds) {
        m.raw("<li class=\"scale\" aria-hidden=\"true\"><span></span><span class=\"ticks\"><span>0</span><span");
        m.attr("data-width", &percent(range::MOST_AT)).line(">", &words::amount(most), "</span></span></li>");
    }
    m.raw("</ul>");
}

fn table(m: &mut Markup, figures: &[&FigureCard], caption: &str, ways: &Ways) {
    open_table(m, "plain stack counted", caption);
    heads(m, &[words::AS_PRINTED, words::ATTRIBUTED, words::ARTICLE_COL, words::SENTENCE_COL]);
    m.raw("</tr></thead><tbody>");
    for figure in figures {
        let mut holder: Vec<String> = figure.sources.iter().map(|n| n.label.clone()).collect();
        if holder.is_empty() {
            holder.push(words::ARTICLE_ITSELF.to_string());
        }
        let mut holder = words::list(&holder, "and");
        let via: Vec<String> = figure.via.iter().map(|n| n.label.clone()).collect();
        if !via.is_empty() {
            holder.push_str(&words::through(&via));
        }
        let current = ways.0.selected.is_some() && ways.0.selected == figure.statement;
        m.raw("<tr").when(current, " aria-current=\"true\"").attr("data-figure", &figure.id);
        m.line("><th scope=\"row\">", &figure.words, "");
        // What the words say is not said twice: neither in digits, nor in words that everybody counts by.
        let value = words::counted(figure);
        let few = figure.low == figure.high && figure.bound != Bound::About && figure.low.is_some_and(|n| n < 100.0);
        if !few && !figure.words.split_whitespace().eq(value.split_whitespace()) {
            m.line(" <span class=\"kind\">", &value, "</span>");
        }
        m.raw("</th>");
        cell(m, "", words::ATTRIBUTED, &holder);
        m.raw("<td").attr("data-label", words::ARTICLE_COL).raw(">");
        ways.read(m, figure.statement.as_deref().unwrap_or(&figure.id), words::article(&figure.article));
        m.line(" <span class=\"quiet-text\">", figure.outlet.as_deref().unwrap_or(words::OUTLET_UNKNOWN), ", ");
        m.text(words::zone(figure.zone))
            .raw("</span></td><td class=\"evidence-cell\"><span class=\"evidence\" data-evidence>");
        evidence::pieces(m, &figure.sentence, None);
        m.raw("</span></td></tr>");
    }
    close_table(m);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{query::sample, share::link};

    #[test]
    fn a_group_is_called_by_the_words_most_print_and_a_value_is_not_said_twice() {
        let mut data = sample::tankers().figures(&Default::default());
        for (figure, of) in data.figures.iter_mut().zip(["patrol ships", "patrol ships"]) {
            figure.of = of.into();
        }
        let (filter, mut m) = (link::decode("#/figures"), Markup::default());
        figures(&mut m, &data, &Ways(&filter));
        let drawn = m.done();
        assert!(drawn.contains("<h2>patrol ships "), "{drawn}");
        assert!(!drawn.contains(">2\u{a0}ships<"), "{drawn}");
    }
}
