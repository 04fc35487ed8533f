//! The articles as cards: outlet, day and its basis, and what was read in them.

use super::{Markup, Ways, evidence, percent};
use crate::text::lower::Lower;
use crate::{app::words, corpus::catalogue::DayFrom, lexicon::act::Family, query::answer::ArticleCard};

/// How many articles the Overview lists.
const FIRST: usize = 10;

/// The list; `full` = with the lines that name the outlet.
pub fn cards(m: &mut Markup, cards: &[ArticleCard], full: bool, ways: &Ways) {
    m.raw("<ol class=\"cards\">");
    cards.iter().for_each(|card| self::card(m, card, full, ways));
    m.raw("</ol>");
}

/// The first of the articles, and the way to all of them.
pub fn first_cards(m: &mut Markup, cards: &[ArticleCard], more: u32, ways: &Ways) {
    self::cards(m, cards.get(..FIRST).unwrap_or(cards), false, ways);
    let all = cards.len() as u32 + more;
    if all as usize > FIRST {
        m.raw("<p>")
            .with(|m| ways.a(m, "view=articles", " class=\"all\"", None, &words::all_articles(all)))
            .raw("</p>");
    }
}

/// Articles that are read and have no card.
pub fn more(m: &mut Markup, more: u32) {
    if more > 0 {
        m.line("<p class=\"quiet-text\">", &words::more_articles(more), "</p>");
    }
}

/// The list as a view of its own.
pub fn view(m: &mut Markup) {
    m.line("<div class=\"column\"><h1>", words::ARTICLES, "</h1>").line(
        "<h2 class=\"vh\">",
        words::ALL_ARTICLES,
        "</h2>",
    );
    m.raw("<div class=\"slot\" id=\"unknown\"></div><div class=\"slot\" id=\"own\"></div>");
    m.raw("<div class=\"slot\" id=\"cards\"></div></div>");
}

/// An article that is not there, and those that are.
pub fn missing(m: &mut Markup, id: &str) {
    m.line("<div class=\"column\"><h1>", words::ARTICLES, "</h1><p class=\"notice\" data-orphan>");
    m.text(&words::no_article(id)).line("", words::OTHER_BUILD, "</p><div class=\"slot\" id=\"cards\"></div></div>");
}

fn card(m: &mut Markup, card: &ArticleCard, full: bool, ways: &Ways) {
    let (sentences, evidence) = card.sentences;
    let most: u32 = card.families.iter().sum::<u32>().max(1);
    let families = || Family::ALL.into_iter().zip(card.families).filter(|(_, n)| *n > 0);
    m.raw("<li class=\"card\"").attr("data-article", &card.id).line(
        "><p class=\"card-id figures\">",
        words::article(&card.id),
        "</p>",
    );
    m.raw("<div class=\"card-main\"><h3 dir=\"auto\">");
    ways.a(m, &format!("item={}", card.id), "", Some(&format!("card-{}", card.id)), &card.title);
    m.raw("</h3><p class=\"card-meta\">").with(|m| origin(m, card)).raw("</p>");
    if full {
        naming(m, card);
    }
    m.line("<p class=\"card-meta\">", &words::read_in(card.statements, evidence, sentences), "");
    for (i, (family, n)) in families().enumerate() {
        m.raw(if i == 0 { ": " } else { ", " }).raw("<span").attr("data-family", family.slug()).raw(">");
        m.text(&words::family(family).lower()).raw(" ").text(&n.to_string()).raw("</span>");
    }
    if !card.english {
        m.line("</p><p class=\"notice\">", words::NOT_ENGLISH, "");
    }
    m.raw("</p><p class=\"families\" aria-hidden=\"true\">");
    for (family, n) in families() {
        m.raw("<span class=\"part\"").attr("data-family", family.slug());
        m.attr("data-width", &percent(f64::from(n) * 100.0 / f64::from(most)));
        m.attr("title", &format!("{}: {n}", words::family(family))).raw("></span>");
    }
    m.raw("</p></div></li>");
}

/// Outlet, republisher, language, day and basis.
pub fn origin(m: &mut Markup, card: &ArticleCard) {
    match &card.outlet {
        Some(outlet) => m.line("<b>", outlet, "</b>"),
        None => m.line("<span class=\"unstated\">", words::OUTLET_UNSTATED, "</span>"),
    };
    if let Some(republisher) = &card.republisher {
        m.text(&words::republished(republisher));
    }
    if let Some(language) = &card.language {
        m.text(&words::translated(language));
    }
    m.raw(" <span class=\"dot\" aria-hidden=\"true\"> · </span> ");
    match &card.published {
        Some(iso) => {
            let basis = if card.day_from == DayFrom::Text { "stated" } else { "resolved" };
            m.raw("<span class=\"day\"").attr("data-basis", basis).attr("title", &card.basis).raw("><time");
            m.attr("datetime", iso).line(">", &words::day(iso), "</time> ");
            m.line("<span class=\"basis\">", words::day_from(card.day_from), "</span></span>")
        }
        None => m.line("<span class=\"unstated\">", words::DAY_UNSTATED, "</span>"),
    };
}

/// The lines in which the text names its outlet; said where it does not.
pub fn naming(m: &mut Markup, card: &ArticleCard) {
    if card.outlet.is_none() {
        return;
    }
    m.raw("<p class=\"naming\">");
    m.raw(if card.naming.is_empty() { words::OUTLET_UNNAMED } else { words::OUTLET_NAMED });
    for line in &card.naming {
        m.raw(" <q class=\"evidence\"").attr("data-article", &card.id).raw(">");
        m.with(|m| evidence::pieces(m, line, None)).raw("</q>");
    }
    m.raw("</p>");
}
