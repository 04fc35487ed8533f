//! The Reader: the whole text by zones as received, evidence marked, acts as margin notes, furniture folded.

use super::{Markup, Ways, act_label, articles, evidence, page, row};
use crate::text::ordered::OrderedMap;
use crate::{
    app::{choice, words},
    corpus::{catalogue::DayFrom, zone::ZoneKind},
    query::{
        answer::{ArticleCard, ArticleView, MarkedSentence, Passage, Row, Totals},
        filter::View,
    },
};

/// Of an article of more passages those out of sight are not laid out.
const LONG: usize = 200;

/// The article. What a selection changes has handles: `data-sentence`, `data-of`, `data-note`.
pub fn reader(m: &mut Markup, article: &ArticleView, furniture: bool, ways: &Ways) {
    let card = &article.card;
    let shown = article.rows.len() as u32;
    // Where the text has its headline, the page need not print it above.
    let headed = article.passages.iter().any(|p| p.zone == ZoneKind::Headline);
    let long = article.passages.len() > LONG;
    m.raw("<article class=\"reader")
        .when(long, " long")
        .raw("\" lang=\"en\"><header class=\"reader-head\"><h1 dir=\"auto\"");
    m.when(headed, " class=\"vh\"").line(">", &card.title, "</h1>");
    m.raw("<p class=\"card-meta\">").with(|m| articles::origin(m, card)).raw("</p>");
    // The line above says it of a day that the reader gave.
    if card.day_from != DayFrom::Reader {
        m.line("<p class=\"basis-note\">", &card.basis, "</p>");
    }
    articles::naming(m, card);
    m.line(
        "<p class=\"reader-count\" id=\"filter-sentence\"><span id=\"total\" class=\"total\">",
        &words::number(shown),
        "</span>",
    );
    m.text(&words::of_article(shown, card.statements));
    if shown < card.statements {
        m.raw(" ").button(" class=\"quiet\" id=\"clear-all\"", "everything", words::SHOW_ALL);
    }
    if !card.english {
        m.line("</p><p class=\"notice\">", words::NOT_ENGLISH, "");
    }
    m.raw(
        "</p><div class=\"slot\" id=\"elsewhere\"></div><div class=\"slot\" id=\"unknown\"></div><div class=\"slot\" id=\"orphan\"></div><div class=\"toolbar\">",
    );
    for (does, way) in [("evidence-before", words::BEFORE), ("evidence-after", words::AFTER)] {
        // On a phone the row has no room for its second word.
        m.raw("<button type=\"button\"").attr("data-do", does).line(">", way, "");
        m.line("<span class=\"roomy\"> ", words::EVIDENCE_WORD, "</span></button>");
    }
    m.with(|m| page::export(m, View::Articles)).with(page::copy_link);
    m.line(
        "<label class=\"switch\"><input type=\"checkbox\" data-do=\"marks\" data-key=\"marks\">",
        words::MARKS,
        "</label>",
    );
    if article.hidden > 0 {
        m.raw("<label class=\"switch\"").attr("data-hidden", &article.hidden.to_string());
        m.raw("><input type=\"checkbox\" data-do=\"furniture\" data-key=\"furniture\"> ");
        m.text(&words::hidden(article.hidden)).raw("</label>");
    }
    m.raw("</div></header><div class=\"sheet\">");
    let mut notes: OrderedMap<&str, Vec<&Row>> = OrderedMap::new();
    for row in &article.rows {
        notes.entry(choice::sentence_of(&row.id)).or_default().push(row);
    }
    let mut hidden: Vec<&Passage> = Vec::new();
    for passage in &article.passages {
        if passage.zone.is_read() {
            folded(m, &mut hidden, furniture);
            block(m, passage, &notes, ways);
        } else {
            hidden.push(passage);
        }
    }
    folded(m, &mut hidden, furniture);
    m.raw("</div><footer class=\"reader-foot\" id=\"neighbours\"></footer></article>");
}

/// The articles before and after.
pub fn neighbours(m: &mut Markup, cards: &[ArticleCard], id: &str, ways: &Ways) {
    let Some(at) = cards.iter().position(|c| c.id == id) else { return };
    let beside = [(at.checked_sub(1), words::ARTICLE_BEFORE), (at.checked_add(1), words::ARTICLE_AFTER)];
    for (at, name) in beside {
        if let Some(card) = at.and_then(|at| cards.get(at)) {
            let words = format!("{name}: {} {}", words::article(&card.id), card.title);
            m.raw("<p>").with(|m| ways.a(m, &format!("item={}", card.id), "", None, &words)).raw("</p>");
        }
    }
}

/// Lines that are not read, one after another.
fn folded(m: &mut Markup, lines: &mut Vec<&Passage>, open: bool) {
    if lines.is_empty() {
        return;
    }
    m.raw("<details class=\"furniture\" data-furniture").when(open, " open");
    m.line("><summary>", &words::count(lines.len() as u32, "line hidden", "lines hidden"), "</summary><ul>");
    for line in lines.drain(..) {
        m.raw("<li").attr("data-zone", slug(line.zone)).line(
            "><span class=\"zone\">",
            words::zone(line.zone),
            "</span> ",
        );
        line.sentences.iter().flat_map(|s| &s.pieces).for_each(|piece| {
            m.text(&piece.text);
        });
        m.raw("</li>");
    }
    m.raw("</ul></details>");
}

fn slug(zone: ZoneKind) -> &'static str {
    match zone {
        ZoneKind::Headline => "headline",
        ZoneKind::RepeatedHeadline => "repeated-headline",
        ZoneKind::Subheading => "subheading",
        ZoneKind::Body => "body",
        ZoneKind::Caption => "caption",
        ZoneKind::Credit => "credit",
        ZoneKind::Furniture => "furniture",
    }
}

/// A passage and, beside it, the notes of the statements that stand in it.
fn block(m: &mut Markup, passage: &Passage, notes: &OrderedMap<&str, Vec<&Row>>, ways: &Ways) {
    let (open, close) = match passage.zone {
        ZoneKind::Headline | ZoneKind::Subheading => ("<h2 class=\"words\" dir=\"auto\">", "</h2>"),
        _ => ("<p class=\"words\" dir=\"auto\">", "</p>"),
    };
    m.raw("<div class=\"block\"").attr("data-zone", slug(passage.zone)).raw(">").raw(open);
    if passage.zone == ZoneKind::Caption {
        m.line("<span class=\"zone\">", words::zone(passage.zone), "</span> ");
    }
    passage.sentences.iter().for_each(|s| sentence(m, s));
    m.raw(close);
    let mut any = false;
    for row in passage.sentences.iter().filter_map(|s| notes.get(s.id.as_str())).flatten() {
        m.when(!any, "<ul class=\"notes\">");
        any = true;
        note(m, row, ways);
    }
    m.when(any, "</ul>").raw("</div>");
}

fn sentence(m: &mut Markup, sentence: &MarkedSentence) {
    m.raw("<span class=\"sentence\"");
    if !sentence.id.is_empty() {
        m.attr("data-sentence", &sentence.id);
    }
    m.raw(">").with(|m| evidence::pieces(m, &sentence.pieces, None)).raw("</span>");
    for doubt in &sentence.doubts {
        m.raw(" <span class=\"flag\"").attr("title", words::doubt(*doubt));
        m.line(">", words::doubt_short(*doubt), "</span>");
    }
    m.raw(" ");
}

/// A statement in the margin. The panel of the selected one is drawn into its last part.
fn note(m: &mut Markup, row: &Row, ways: &Ways) {
    m.raw("<li class=\"note\"").attr("data-note", &row.id).attr("data-act", words::act(row.act));
    m.attr("data-family", row.act.family().slug()).raw("><p class=\"note-head\"><button type=\"button\"");
    m.raw(" class=\"note-pick\" data-do=\"note\" aria-pressed=\"false\">").with(|m| act_label(m, row.act));
    let manner = words::manner(row.polarity, row.modality);
    if !manner.is_empty() {
        m.line(" <span class=\"manner\">", manner, "</span>");
    }
    m.raw("</button></p><p class=\"row-who\">").with(|m| row::who(m, row, ways)).raw("</p>");
    if !row.via.is_empty() {
        m.raw("<p class=\"note-via\">").with(|m| row::chain(m, row)).raw("</p>");
    }
    m.raw("<div class=\"slot\" data-panel></div></li>");
}

/// What the selected statement's note shows beside.
pub fn panel(m: &mut Markup, row: &Row, ways: &Ways) {
    m.with(|m| super::why::why(m, row, ways)).raw("<p>");
    m.button(" class=\"quiet\"", "copy", words::COPY_LINK).raw(" ");
    m.button(" class=\"quiet\" data-cite", "cite", words::CITE).raw("</p>");
}

/// What the search finds in all articles.
pub fn elsewhere(m: &mut Markup, totals: Totals, ways: &Ways) {
    m.raw("<p>");
    ways.a(m, "view=statements", "", Some("elsewhere"), &words::elsewhere(totals.statements, totals.articles));
    m.raw("</p>");
}
