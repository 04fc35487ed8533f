//! The Method page: what the words here mean, how a statement is read, how sure it is, privacy, keys.

use super::{Markup, Ways, act_label, heads};
use crate::{
    app::{keys, words},
    lexicon::act::Family,
    text::lower::Lower,
};

/// The slug of a section in links (`#/about/accuracy-card`).
fn slug(head: &str) -> String {
    head.lower().replace(' ', "-")
}

fn head(m: &mut Markup, words: &str) {
    m.raw("<section").attr("data-section", &slug(words)).line("><h2>", words, "</h2>");
}

fn open(m: &mut Markup, name: &str) {
    m.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attr("aria-label", name);
    m.raw("><table class=\"acts-table\">");
}

/// Definitions, rules, privacy, keyboard.
pub fn about(m: &mut Markup, ways: &Ways) {
    m.line("<div class=\"column about\"><h1>", words::METHOD_HEAD, "</h1><nav class=\"contents\"");
    m.attr("aria-label", words::METHOD_HEAD).raw("><dl>");
    for (group, heads) in words::METHOD_GROUPS {
        m.line("<dt>", group, "</dt> <dd>");
        for head in heads {
            ways.a(m, &format!("view=about/{}", slug(head)), "", None, head);
            m.raw(" ");
        }
        m.raw("</dd>");
    }
    m.raw("</dl></nav>");
    let (first, last) = words::METHOD.split_at(words::METHOD.len() - 3);
    first.iter().for_each(|part| prose(m, part));
    head(m, words::ACCURACY_HEAD);
    for p in words::ACCURACY {
        m.line("<p>", p, "</p>");
    }
    accuracy(m);
    m.line("<h3>", words::MISSED_HEAD, "</h3>").line("<p>", words::MISSED, "</p>").with(missed).raw("</section>");
    head(m, words::TERMS_HEAD);
    m.raw("<dl class=\"terms\">");
    for (term, what) in words::TERMS {
        m.line("<dt>", term, "</dt> ").line("<dd>", what, "</dd>");
    }
    m.raw("</dl></section>").with(acts);
    head(m, words::MARKS);
    m.raw("<p class=\"marks-key\">");
    for (i, (part, line, words)) in words::MARKS_KEY.iter().enumerate() {
        m.when(i > 0, " · ").raw("<mark class=\"m\"").attr("data-part", part).raw(" data-family=\"ask\"");
        if !line.is_empty() {
            m.attr("data-line", line);
        }
        m.line(">", words, "</mark>");
    }
    m.raw("</p></section>");
    head(m, words::KEYBOARD);
    m.line(
        "<p><label class=\"switch\"><input type=\"checkbox\" id=\"letters\" data-do=\"letters\">",
        words::LETTERS,
        "</label></p>",
    );
    m.with(key_table).raw("</section>");
    last.iter().for_each(|part| prose(m, part));
    head(m, words::THIS_CORPUS);
    m.raw("<p class=\"figures\" id=\"fingerprint\"></p></section></div>");
}

fn prose(m: &mut Markup, (name, text): &(&str, &[&str])) {
    head(m, name);
    text.iter().for_each(|p| {
        m.line("<p>", p, "</p>");
    });
    m.raw("</section>");
}

fn acts(m: &mut Markup) {
    head(m, words::ACTS);
    open(m, words::ACTS);
    m.line("<caption>", words::ACTS_CAPTION, "</caption><thead><tr>").with(|m| heads(m, &words::ACTS_COLS));
    m.raw("</tr></thead>");
    for family in Family::ALL {
        m.raw("<tbody")
            .attr("data-family", family.slug())
            .raw("><tr class=\"group\"><th colspan=\"4\" scope=\"rowgroup\">");
        m.text(words::family(family)).raw("</th></tr>");
        for act in family.acts() {
            m.raw("<tr><th scope=\"row\">").with(|m| act_label(m, act)).line(
                "</th><td>",
                words::act_meaning(act),
                "</td>",
            );
            m.line("<td class=\"figures\">", act.cameo(), "</td>").line(
                "<td class=\"figures\">",
                words::plover(act.plover()),
                "</td></tr>",
            );
        }
        m.raw("</tbody>");
    }
    m.raw("</table></div></section>");
}

/// What the scorer measured on annotated articles, by `script/evaluate --card`.
fn accuracy(m: &mut Markup) {
    let mut lines = include_str!("../data/accuracy.tsv").lines().filter(|l| !l.starts_with('#'));
    open(m, words::ACCURACY_HEAD);
    m.line("<caption>", words::ACCURACY_CAPTION, "</caption><thead><tr>").with(|m| heads(m, &[words::WHAT]));
    for set in lines.next().unwrap_or_default().split('\t').skip(1) {
        heads(m, &[words::gold_set(set)]);
    }
    m.raw("</tr></thead><tbody>");
    for line in lines {
        let (what, cells) = line.split_once('\t').unwrap_or((line, ""));
        m.line("<tr><th scope=\"row\">", what, "</th>");
        for cell in cells.split('\t') {
            m.line("<td class=\"figures\">", cell, "</td>");
        }
        m.raw("</tr>");
    }
    m.raw("</tbody></table></div>");
}

/// Which statements are missed or misread most, by `script/evaluate --card`; the worst kind first.
fn missed(m: &mut Markup) {
    open(m, words::MISSED_HEAD);
    m.line("<caption class=\"vh\">", words::MISSED_HEAD, "</caption><thead><tr>");
    m.with(|m| heads(m, &words::MISSED_COLS)).raw("</tr></thead>");
    for (group, head) in words::MISSED_GROUPS {
        m.line("<tbody><tr class=\"group\"><th colspan=\"4\" scope=\"rowgroup\">", head, "</th></tr>");
        for line in include_str!("../data/missed.tsv").lines() {
            if let [of, kind, all, lost, other] = line.split('\t').collect::<Vec<_>>()[..]
                && of == group
            {
                m.line("<tr><th scope=\"row\">", kind, "</th>").line("<td class=\"figures\">", lost, "</td>");
                m.line("<td class=\"figures\">", other, "</td>").line("<td class=\"figures\">", all, "</td></tr>");
            }
        }
        m.raw("</tbody>");
    }
    m.raw("</table></div>");
}

/// Keys and what they do.
pub fn key_table(m: &mut Markup) {
    m.line("<table class=\"keys\"><caption class=\"vh\">", words::KEYS_CAPTION, "</caption><thead class=\"vh\"><tr>");
    m.with(|m| heads(m, &words::KEYS_COLS)).raw("</tr></thead><tbody>");
    for (key, what) in keys::SHEET {
        m.line("<tr><th scope=\"row\"><kbd>", key, "</kbd></th>").line("<td>", what, "</td></tr>");
    }
    m.raw("</tbody></table>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::filter::Filter;

    #[test]
    fn each_section_has_a_link_and_each_link_its_section() {
        let mut m = Markup::default();
        about(&mut m, &Ways(&Filter::default()));
        let page = m.done();
        let after = |mark: &str| -> Vec<String> {
            page.split(mark).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_string())).collect()
        };
        assert_eq!(after("data-way=\"view=about/"), after("data-section=\""));
        assert_eq!(after("href=\"#/about/"), after("data-section=\""));
    }
}
