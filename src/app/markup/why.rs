//! Why and how sure: what a statement was read from, what was inferred and from where; and the preview around it.

use super::{Markup, Ways, act_label, evidence, row};
use crate::{
    app::{choice, words},
    query::answer::{Name, Passage, Row},
};

/// A statement in its passage, what can be done with it, and why it was read so.
pub fn preview(m: &mut Markup, row: &Row, passage: Option<&Passage>, ways: &Ways) {
    m.raw("<p class=\"preview-act\">").with(|m| act_label(m, row.act)).raw(" <span class=\"manner\">");
    m.text(words::manner(row.polarity, row.modality)).raw("</span></p><h2 class=\"row-who\">");
    row::who(m, row, ways);
    m.raw("</h2>");
    if let Some(passage) = passage {
        m.raw("<blockquote class=\"passage\" data-preview-passage><p>");
        for sentence in &passage.sentences {
            let here = choice::is_of(&row.id, &sentence.id);
            m.raw("<span").attr("class", if here { "sentence here" } else { "sentence" }).raw(">");
            evidence::pieces(m, &sentence.pieces, Some(&row.id));
            m.raw("</span> ");
        }
        m.raw("</p></blockquote>");
    }
    m.raw("<p class=\"preview-tools\"><a class=\"read\"").with(|m| ways.link(m, &format!("sel={}", row.id)));
    m.line(">", words::READ, "</a>").button(" class=\"quiet\"", "copy", words::COPY_LINK);
    m.button(" class=\"quiet\" data-cite", "cite", words::CITE).line("</p><h3>", words::WHY, "</h3><dl class=\"why\">");
    why(m, row);
    m.raw("</dl>");
}

/// What the panel of one statement lists.
pub fn why(m: &mut Markup, row: &Row) {
    let parties = [(&row.sources, "source"), (&row.addressees, "addressee"), (&row.via, "passed on by")];
    let quiet = |m: &mut Markup, what: &str| {
        m.raw(" <span class=\"quiet-text\"> – ").text(what).raw("</span></dd>");
    };
    m.raw("<dt>Source</dt><dd>").text(&printed(&row.sources));
    quiet(m, words::sourcing(row.sourcing));
    m.raw("<dt>Cue</dt><dd>").text(&if row.cue.is_empty() { "none".to_string() } else { quoted(&row.cue) });
    let content: Vec<String> = row.content.iter().map(|c| quoted(c)).collect();
    m.raw("</dd><dt>Content</dt><dd>");
    if let Some(negated) = row.negation() {
        m.text(&negated).raw(": ");
    }
    m.text(&words::list(&content, "and"));
    quiet(m, words::mode(row.mode));
    if !row.addressees.is_empty() {
        m.raw("<dt>Addressee</dt><dd>").text(&printed(&row.addressees)).raw("</dd>");
    }
    m.raw("<dt>Day</dt><dd>").text(&row.day.as_deref().map_or_else(|| "none".to_string(), words::day));
    quiet(m, &words::basis_in_full(row.basis, row.day_text.as_deref()));
    m.raw("<dt>Chain</dt><dd>").with(|m| row::chain(m, row)).raw("</dd>");
    if !row.topics.is_empty() {
        let labels: Vec<String> = row.topics.iter().map(|(_, label)| label.clone()).collect();
        m.raw("<dt>Topics</dt><dd>").text(&words::list(&labels, "and")).raw("</dd>");
    }
    if !row.doubts.is_empty() {
        m.raw("<dt>Text</dt><dd>");
        for doubt in &row.doubts {
            m.raw("<span class=\"doubt\">").text(words::doubt(*doubt)).raw("</span>");
        }
        m.raw("</dd>");
    }
    let (mut inferred, mut joined) = (Vec::new(), Vec::new());
    for (names, what) in parties {
        for name in names {
            inferred.extend(name.inferred.as_ref().map(|why| format!("{what} {}: {why}", name.label)));
            for reason in &name.joined {
                let said = format!("{}: {reason}", name.label);
                if !joined.contains(&said) {
                    joined.push(said);
                }
            }
        }
    }
    if inferred.is_empty() {
        inferred.push("nobody: all are named in the words marked".to_string());
    }
    let list = |m: &mut Markup, head: &'static str, items: &[String]| {
        if !items.is_empty() {
            m.raw("<dt>").raw(head).raw("</dt><dd><ul>");
            for item in items {
                m.raw("<li>").text(item).raw("</li>");
            }
            m.raw("</ul></dd>");
        }
    };
    list(m, "Inferred", &inferred);
    list(m, "Names joined", &joined);
    list(m, "Rule", &row.why);
    m.raw("<dt>How sure</dt><dd>")
        .text(words::confidence(row.confidence))
        .raw("</dd><dt>Codes</dt><dd class=\"figures\">");
    m.text(&format!("CAMEO {} · PLOVER {}", row.codes.0, row.codes.1)).raw("</dd><dt>Place</dt><dd class=\"figures\">");
    m.text(&format!("characters {}–{} of {}", row.evidence_span[0], row.evidence_span[1], row.article)).raw("</dd>");
}

fn printed(names: &[Name]) -> String {
    let list: Vec<String> = names.iter().filter(|n| !n.printed.is_empty()).map(|n| quoted(&n.printed)).collect();
    if list.is_empty() { words::NOT_STATED.to_string() } else { words::list(&list, "and") }
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}
