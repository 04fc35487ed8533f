//! Why and how sure: what a statement was read from, what was inferred and from where; and the preview around it.

use super::{Markup, Ways, act_label, evidence, row};
use crate::text::lower::Lower;
use crate::{
    app::{choice, words},
    query::{
        answer::{Name, Passage, Row},
        filter::Facet,
    },
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
    m.button(" class=\"quiet\" data-cite", "cite", words::CITE).line("</p><h3>", words::WHY, "</h3>");
    why(m, row, ways);
}

/// What the panel of one statement lists: how sure it is and what was read, below it how that was read.
pub fn why(m: &mut Markup, row: &Row, ways: &Ways) {
    let quiet = |m: &mut Markup, what: &str| {
        m.raw(" <span class=\"quiet-text\"> – ").text(what).raw("</span>");
    };
    m.raw("<dl class=\"why\">");
    said(m, words::HOW_SURE, words::confidence(row.confidence));
    term(m, words::SOURCE, |m| {
        if row.sources.is_empty() {
            m.text(words::sourcing(row.sourcing));
        } else {
            m.text(&printed(&row.sources));
            quiet(m, words::sourcing(row.sourcing));
        }
    });
    said(m, words::CUE, &if row.cue.is_empty() { words::NONE.to_string() } else { quoted(&row.cue) });
    let content: Vec<String> = row.content.iter().map(|c| quoted(c)).collect();
    term(m, words::CONTENT, |m| {
        if let Some(negated) = row.negation() {
            m.text(&negated).raw(": ");
        }
        m.text(&words::list(&content, "and"));
        quiet(m, words::mode(row.mode));
    });
    if !row.addressees.is_empty() {
        said(m, words::facet(Facet::Addressee), &printed(&row.addressees));
    }
    term(m, words::DAY_COL, |m| {
        m.text(&row.day.as_deref().map_or_else(|| words::NONE.to_string(), words::day));
        quiet(m, &words::basis_in_full(row.basis, row.day_text.as_deref(), row.day_at.is_some()));
        if let Some(at) = &row.day_at {
            m.raw(" ").with(|m| ways.read(m, at, words::THAT_SENTENCE));
        }
    });
    if !row.topics.is_empty() {
        let labels: Vec<String> = row.topics.iter().map(|(_, label)| label.clone()).collect();
        said(m, words::TOPICS, &words::list(&labels, "and"));
    }
    if !row.doubts.is_empty() {
        term(m, words::TEXT, |m| {
            for doubt in &row.doubts {
                m.line("<span class=\"doubt\">", words::doubt(*doubt), "</span>");
            }
        });
    }
    let parties = [(&row.sources, Facet::Source), (&row.addressees, Facet::Addressee), (&row.via, Facet::Via)];
    let (mut inferred, mut joined) = (Vec::new(), Vec::new());
    for (names, what) in parties {
        for name in names {
            let what = words::facet(what).lower();
            inferred.extend(name.inferred.as_ref().map(|why| format!("{what} {} – {why}", name.label)));
            for reason in &name.joined {
                let said = format!("{} – {reason}", name.label);
                if !joined.contains(&said) {
                    joined.push(said);
                }
            }
        }
    }
    list(m, words::INFERRED, &inferred);
    m.line(
        "</dl><details class=\"how-read\"><summary data-key=\"how-read\">",
        words::HOW_READ,
        "</summary><dl class=\"why\">",
    );
    list(m, words::RULE, &row.why);
    list(m, words::NAMES_JOINED, &joined);
    term(m, words::CHAIN, |m| row::chain(m, row));
    said(m, words::CODES, &format!("CAMEO {} · PLOVER {}", row.codes.0, words::plover(row.codes.1.as_deref())));
    term(m, words::PLACE, |m| {
        m.text(&words::characters(row.evidence_span)).raw(" · ").text(&row.article);
    });
    m.raw("</dl></details>");
}

fn said(m: &mut Markup, name: &str, words: &str) {
    m.line("<dt>", name, "</dt>").line("<dd>", words, "</dd>");
}

fn list(m: &mut Markup, name: &str, items: &[String]) {
    if !items.is_empty() {
        term(m, name, |m| {
            m.raw("<ul>");
            for item in items {
                m.line("<li>", item, "</li>");
            }
            m.raw("</ul>");
        });
    }
}

fn term(m: &mut Markup, name: &str, write: impl FnOnce(&mut Markup)) {
    m.line("<dt>", name, "</dt><dd>").with(write).raw("</dd>");
}

/// The words that name them; whom other words name, by the usual name.
fn printed(names: &[Name]) -> String {
    let list: Vec<String> = names
        .iter()
        .map(|n| if n.printed.is_empty() { words::named_elsewhere(&n.label) } else { quoted(&n.printed) })
        .collect();
    words::list(&list, "and")
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}
