//! The page around the views, and what several views have: rail, filter sentence, tools, messages, the form for articles
//! of the reader's own. What changes is drawn into the elements with an id.

use super::{Markup, Ways, about};
use crate::text::lower::Lower;
use crate::{
    app::{
        choice,
        sentence::{Clause, Of},
        words::{self, add},
    },
    lexicon::act::Family,
    query::{
        answer::{Answer, ArticleCard, Part, Piece, TextHit},
        filter::{Facet, Filter, View},
    },
    share::{export::Form, link},
    worker::protocol::{Coverage, Fault},
};

/// Everything around the view.
pub fn shell(m: &mut Markup, ways: &Ways) {
    m.line(
        "<a class=\"skip\" href=\"#main\" data-do=\"skip\">",
        words::SKIP,
        "</a><header class=\"head\" data-behind>",
    );
    m.raw("<p class=\"wordmark\">").with(|m| ways.a(m, "view=overview", "", None, words::NAME)).raw("</p>");
    m.raw("<nav").attr("aria-label", words::VIEWS).raw("><ul>");
    for view in View::ALL {
        m.raw("<li").attr("data-nav", view.slug()).raw(">");
        let (way, key) = (format!("view={}", view.slug()), format!("nav-{}", view.slug()));
        ways.a(m, &way, "", Some(&key), words::view(view));
        m.raw("</li>");
    }
    m.line("</ul></nav><search><form role=\"search\"><label class=\"vh\" for=\"search\">", words::SEARCH, "</label>");
    m.raw("<input id=\"search\" data-do=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" enterkeyhint=\"search\"");
    m.attr("placeholder", words::SEARCH_HINT).raw("></form></search><p class=\"head-tools\">");
    m.raw("<button type=\"button\" id=\"theme\" class=\"quiet\" data-do=\"theme\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\"");
    m.raw(" focusable=\"false\" class=\"theme-glyph\"><circle cx=\"8\" cy=\"8\" r=\"6\"></circle><path d=\"M8 2a6 6 0 0 1 0 12Z\"></path></svg></button>");
    m.raw("<button type=\"button\" id=\"help\" class=\"quiet\" data-do=\"help\"")
        .attr("aria-label", words::KEYS_CAPTION);
    m.attr("title", words::KEYS_CAPTION).raw(">?</button></p></header>");
    m.raw("<div class=\"slot\" id=\"fault\"></div><div class=\"slot\" id=\"progress\"></div><div class=\"slot\" id=\"coverage\"></div>");
    m.raw("<div class=\"toasts\" role=\"status\" aria-live=\"polite\" id=\"toasts\"></div><main id=\"main\" tabindex=\"-1\"></main>");
    m.line(
        "<div class=\"slot\" id=\"paper-foot\"></div><footer class=\"foot\" data-behind><p>",
        words::FOOT,
        "</p></footer>",
    );
    m.line(
        "<dialog class=\"sheet-dialog\" id=\"sheet\" aria-labelledby=\"sheet-head\"><h2 id=\"sheet-head\">",
        words::KEYBOARD,
        "</h2>",
    );
    m.raw("<div class=\"slot\" id=\"keys\"></div><p><label class=\"switch\"><input type=\"checkbox\" data-do=\"letters\">");
    m.text(words::LETTERS).raw("</label></p><p>").button("", "close-sheet", words::CLOSE).raw("</p></dialog>");
    m.raw("<p class=\"vh\" role=\"status\" aria-live=\"polite\" id=\"said\"></p>");
}

/// A view with the rail beside it; `before` = what stands between its summary and its body.
pub fn framed(m: &mut Markup, view: View, before: &[&'static str]) {
    m.raw("<div class=\"work framed\">")
        .with(rail)
        .raw("<section class=\"list\" data-behind aria-labelledby=\"view-head\">");
    m.raw("<h1 id=\"view-head\" tabindex=\"-1\"></h1>");
    // What a view has stands before the statements that it has it out of.
    let (lead, summary) = (words::lead(view), "<p class=\"summary\" data-summary id=\"summary\"></p>");
    m.when(lead == words::OUT_OF, summary);
    m.raw("<p id=\"filter-sentence\" class=\"filter-sentence\">").with(|m| sentence(m, lead));
    m.raw(
        "</p><div class=\"slot\" id=\"unknown\"></div><div class=\"slot\" id=\"found\"></div><div class=\"toolbar\">",
    );
    m.with(open_rail).with(|m| export(m, view)).with(copy_link).raw("</div>").when(lead != words::OUT_OF, summary);
    for id in before {
        m.raw("<div class=\"slot\"").attr("id", id).raw("></div>");
    }
    m.raw("<div class=\"slot\" id=\"body\"></div></section></div>");
}

/// The inside of the filter sentence.
pub fn sentence(m: &mut Markup, lead: &str) {
    m.line(
        "",
        lead,
        " <span id=\"total\" class=\"total\">…</span><span id=\"counted\"></span><span id=\"clauses\"></span>",
    );
}

/// What the filter says, each part with a way to take it out.
pub fn clauses(m: &mut Markup, clauses: &[Clause]) {
    for (i, clause) in clauses.iter().enumerate() {
        m.raw(if i == 0 { " " } else { ", " }).line("<span class=\"lead\">", &clause.lead, "</span>");
        let last = clause.values.len().saturating_sub(1);
        for (n, value) in clause.values.iter().enumerate() {
            match n {
                0 => m.raw(" "),
                n if n == last => m.raw(" ").raw(clause.joint).raw(" "),
                _ => m.raw(", "),
            };
            let key = match &value.of {
                Of::Facet(facet, slug) => format!("part-{}-{slug}", facet.key()),
                Of::Date => "part-date".into(),
                Of::Undated => "part-undated".into(),
                Of::Query => "part-q".into(),
            };
            m.raw("<button type=\"button\" class=\"part\" data-do=\"part\"")
                .attr("data-clause", &key)
                .attr("data-key", &key);
            m.attr("title", &words::take_out(&value.label)).line(
                ">",
                &value.label,
                " <span class=\"x\" aria-hidden=\"true\">×</span>",
            );
            m.line("<span class=\"vh\">", words::TAKEN_OUT, "</span></button>");
        }
    }
    if clauses.len() > 1 {
        m.raw(" ").button(" class=\"quiet\" id=\"clear-all\"", "everything", words::EVERYTHING);
    }
}

/// What the search also looked for, which of its words stand in no text, and which days are less sure than the filter.
pub fn found(m: &mut Markup, answer: &Answer, ways: &Ways) {
    let also: Vec<(String, String)> =
        answer.variants.iter().filter(|(word, _)| !answer.absent.contains(word)).cloned().collect();
    let mut said: Vec<String> = Vec::new();
    for word in &answer.absent {
        let found = answer.variants.iter().filter(|(w, _)| w == word);
        let found: Vec<&str> = found.map(|(_, f)| printed(answer, f)).collect();
        let hidden = found.is_empty() && holds(&answer.hidden, word);
        said.push(if hidden { words::only_hidden(word) } else { words::absent(word, &found) });
    }
    if !also.is_empty() {
        said.push(words::also_found(&also));
    }
    if !said.is_empty() {
        m.line("<p class=\"notice\" data-variants>", &said.join(" "), "</p>");
    }
    if !answer.forms.is_empty() {
        let all = Filter { q: answer.with_forms.clone(), selected: None, ..ways.0.clone() };
        m.line("<p class=\"notice\" data-forms>", &words::other_forms(&answer.forms), " ");
        ways.a(m, &format!("at={}", link::encode(&all)), "", Some("forms"), words::SEARCH_FORMS);
        m.raw("</p>");
    }
    if let Some(q) =
        choice::otherwise(&ways.0.q, answer.totals.statements + answer.hits_total == 0 && answer.hidden.is_empty())
    {
        let all = Filter { q: q.clone(), selected: None, ..ways.0.clone() };
        m.line("<p class=\"notice\" data-otherwise>", words::OTHERWISE, " ");
        ways.a(m, &format!("at={}", link::encode(&all)), "", Some("otherwise"), &q);
        m.raw("</p>");
    }
    if answer.wider > 0 {
        m.line("<p class=\"notice\" data-wider>", &words::wider(answer.wider, answer.totals.statements), "</p>");
    }
}

/// Words that were found, as a text that is shown prints them.
fn printed<'a>(answer: &'a Answer, found: &'a str) -> &'a str {
    let rows = answer.rows.iter().flat_map(|r| &r.evidence);
    let mut pieces = rows.chain(answer.hits.iter().flat_map(|h| &h.sentence));
    let hit = |p: &&Piece| p.marks.iter().any(|m| m.part == Part::Hit) && p.text.lower() == found;
    pieces.find(hit).map_or(found, |p| &p.text)
}

/// Whether one of some lines has a word marked.
fn holds(lines: &[TextHit], word: &str) -> bool {
    let word = word.lower();
    let hit = |p: &Piece| p.marks.iter().any(|m| m.part == Part::Hit) && p.text.lower() == word;
    lines.iter().flat_map(|l| &l.sentence).any(hit)
}

/// What the link names and this build or corpus does not know. `corpus` = the one it was made on and the one here;
/// `asks` = the link asks something else besides; `turned` = its last day lies before its first.
pub fn unknown(m: &mut Markup, corpus: Option<(&str, &str)>, unknown: &[(String, String)], asks: bool, turned: bool) {
    if turned {
        m.line("<p class=\"notice\" data-turned>", words::DAYS_TURNED, "</p>");
    }
    if let Some((cited, here)) = corpus {
        m.line("<p class=\"notice\" data-other-corpus>", &words::other_corpus(cited, here), "</p>");
    }
    let version = unknown.iter().position(|(key, _)| key == "v");
    if let Some((_, version)) = version.and_then(|at| unknown.get(at)) {
        m.line("<p class=\"notice\" data-other-version>", &words::other_version(version), "</p>");
    }
    let view = unknown.iter().position(|(key, _)| key == "view");
    if let Some((_, slug)) = view.and_then(|at| unknown.get(at)) {
        m.line("<p class=\"notice\" data-no-view>", &words::no_view(slug), "</p>");
    }
    let rest = || unknown.iter().enumerate().filter(|(at, _)| Some(*at) != version && Some(*at) != view);
    let names: Vec<String> = rest().map(|(_, (key, value))| format!("{key}={value}")).collect();
    if !names.is_empty() {
        let asked = |(key, out): &(String, String)| {
            out.strip_prefix('-').is_some_and(|slug| unknown.iter().any(|(k, s)| k == key && s == slug))
        };
        let lead = if unknown.iter().any(asked) { words::CONTRADICTS } else { words::UNKNOWN_LEAD };
        m.line("<p class=\"notice\" data-unknown>", lead, " ");
        m.line("<b>", &words::list(&names, "and"), "</b>").text(&words::left_unknown(names.len(), !asks));
        let articles = rest().filter(|(_, (key, _))| key == Facet::Article.key());
        let articles: Vec<String> = articles.map(|(_, (_, id))| id.clone()).collect();
        if !articles.is_empty() {
            m.raw(" ").text(&words::absent_articles(&articles));
        }
        m.raw("</p>");
    }
}

/// A selected statement that is not there.
pub fn orphan(m: &mut Markup) {
    m.line("<p class=\"notice\" data-orphan>", words::ORPHAN, "</p>");
}

/// On a narrow screen the way to the filters.
pub fn open_rail(m: &mut Markup) {
    m.button(" id=\"open-rail\" class=\"only-narrow\" aria-controls=\"rail\" aria-expanded=\"false\"", "open-rail", "");
}

/// Copies the link of the view on screen.
pub fn copy_link(m: &mut Markup) {
    m.button(" id=\"copy-link\"", "copy-link", words::COPY_LINK);
}

/// The export menu: files of exactly what is shown.
pub fn export(m: &mut Markup, view: View) {
    m.line("<details class=\"menu\" id=\"export\"><summary data-key=\"export\">", words::EXPORT, "</summary><ul>");
    for form in Form::ALL {
        let (name, what) = words::form(form);
        let what = match (form, words::table_of(view)) {
            (Form::Table, Some(what)) => what,
            (Form::Table, None) => continue,
            _ => what,
        };
        m.raw("<li><button type=\"button\" data-do=\"export\"").attr("data-export", form.slug());
        m.line("><b>", name, "</b> ").line("<span class=\"quiet-text\">", what, "</span></button></li>");
    }
    m.line("<li><button type=\"button\" id=\"print\" data-do=\"print\"><b>", words::PRINT, "</b> ");
    m.line("<span class=\"quiet-text\">", words::PRINT_WHAT, "</span></button></li></ul></details>");
}

/// The facets of the rail above the days, and below them.
const ABOVE: [Facet; 5] = [Facet::Act, Facet::Source, Facet::Addressee, Facet::Topic, Facet::Article];
const BELOW: [Facet; 11] = [
    Facet::Side,
    Facet::Basis,
    Facet::Outlet,
    Facet::Via,
    Facet::Doer,
    Facet::Sourcing,
    Facet::Mode,
    Facet::Polarity,
    Facet::Modality,
    Facet::Zone,
    Facet::Quality,
];

/// The rail with nothing in it yet. On a narrow screen a drawer.
pub fn rail(m: &mut Markup) {
    m.line("<a class=\"skip over\" href=\"#main\" data-do=\"skip-rail\">", words::SKIP_RAIL, "</a>");
    m.raw("<aside id=\"rail\" class=\"rail\"").attr("aria-label", words::FILTERS);
    m.line("><div class=\"rail-head\"><p>", words::FILTERS, "</p>");
    m.button(" class=\"quiet only-narrow\"", "close-rail", words::CLOSE).raw("</div><div class=\"rail-body\">");
    ABOVE.into_iter().for_each(|facet| facet_box(m, facet));
    days(m);
    BELOW.into_iter().for_each(|facet| facet_box(m, facet));
    m.raw("</div><div class=\"rail-foot only-narrow\">").button(
        " class=\"primary\" id=\"show-rows\"",
        "close-rail",
        "",
    );
    m.raw("</div></aside>");
}

fn facet_box(m: &mut Markup, facet: Facet) {
    let (key, hint) = (facet.key(), words::facet_hint(facet));
    let open = matches!(
        facet,
        Facet::Act | Facet::Source | Facet::Addressee | Facet::Topic | Facet::Article | Facet::Outlet | Facet::Via
    );
    m.raw("<details class=\"facet\" hidden").when(open, " open").attr("data-facet-box", key).raw("><summary");
    m.attr("data-key", &format!("facet-{key}")).line("><span class=\"facet-name\">", words::facet(facet), "</span>");
    m.raw("<span class=\"chosen\" hidden").attr("aria-label", words::CHOSEN).raw("></span></summary><fieldset>");
    m.line("<legend class=\"vh\">", words::facet(facet), "").when(!hint.is_empty(), ": ").text(hint).raw("</legend>");
    if !hint.is_empty() {
        m.line("<p class=\"hint\" aria-hidden=\"true\">", hint, "</p>");
    }
    if facet == Facet::Act {
        for family in Family::ALL {
            m.raw("<div class=\"family\" hidden")
                .attr("data-family", family.slug())
                .raw("><ul class=\"values\"></ul></div>");
        }
    } else {
        m.raw("<ul class=\"values\"></ul>").button(" class=\"quiet more\" hidden", "unfold", "");
    }
    m.raw("<label class=\"switch all-of\" hidden><input type=\"checkbox\" data-do=\"all-of\"");
    m.attr("data-key", &format!("all-{key}")).line(">", words::ALL_OF, "</label></fieldset></details>");
}

/// Days: from and to, the days that occur as bars, and where the day is from.
fn days(m: &mut Markup) {
    m.line("<details class=\"facet\" open data-facet-box=\"date\"><summary data-key=\"facet-date\"><span class=\"facet-name\">", words::DAY_OF_ACT, "</span></summary>");
    m.line("<fieldset><legend class=\"vh\">", words::DAY_OF_ACT, "</legend><div class=\"dates\">");
    for (id, name) in [("date-from", words::FROM), ("date-to", words::TO)] {
        m.line(
            "<label>",
            name,
            " <input type=\"text\" data-do=\"day\" autocomplete=\"off\" aria-describedby=\"as-day\"",
        );
        m.attr("id", id).raw("></label>");
    }
    m.line("</div><p class=\"hint\" id=\"as-day\">", words::AS_DAY, "</p>");
    m.line("<ul class=\"values days\"></ul><p class=\"hint\" id=\"spans\" hidden>", words::OVERLAPPING, "</p>");
    m.raw("<p class=\"hint\" id=\"without-day\" hidden></p>");
    m.raw("<label class=\"switch\" id=\"undated\" data-facet=\"undated\" hidden><input type=\"checkbox\" data-do=\"undated\" data-key=\"undated\"> ");
    m.raw("<span id=\"also-without-day\"></span></label></fieldset></details>");
}

/// A fault with its remedy.
pub fn fault(m: &mut Markup, fault: &Fault, offline: bool) {
    let (what, remedy) = words::fault(fault, offline);
    m.line("<div class=\"fault\" role=\"alert\" data-fault><p><b>", what, "</b> ").text(&remedy);
    m.raw("</p><p class=\"fault-tools\">").button("", "retry", words::RETRY).raw(" ");
    m.button("", "reload", words::RELOAD)
        .raw(" ")
        .button(" class=\"quiet\"", "close-fault", words::CLOSE)
        .raw("</p></div>");
}

/// Long work; how far it is is written into it.
pub fn progress(m: &mut Markup) {
    m.raw("<div class=\"progress\" data-progress><progress").attr("aria-label", words::READING).raw("></progress>");
    m.raw("<span></span> ").button(" class=\"quiet\"", "stop", words::STOP).raw("</div>");
}

/// How much of a large corpus is read; the numbers are written into it.
pub fn coverage(m: &mut Markup, coverage: &Coverage) {
    m.raw("<div class=\"progress coverage\" data-coverage").when(coverage.going, " data-going=\"\"").raw(">");
    if coverage.going {
        m.raw("<progress").attr("aria-label", words::READING).raw("></progress>");
    }
    m.raw(" <span></span> ");
    if coverage.going {
        m.button(" class=\"quiet\"", "stay", words::STOP);
    } else if coverage.read + coverage.lost + coverage.beyond < coverage.of {
        m.button(" class=\"quiet\"", "read-on", words::READ_ON);
    }
    m.raw("</div>");
}

/// A short confirmation, and what is to be copied by hand.
pub fn toast(m: &mut Markup, text: &str, by_hand: Option<&str>) {
    m.line("<div class=\"toast\" data-toast><span>", text, "</span> ");
    if let Some(link) = by_hand {
        m.raw("<input type=\"text\" readonly").attr("aria-label", words::BY_HAND).attr("value", link).raw(">");
    }
    m.raw("<button type=\"button\" class=\"quiet\" data-do=\"close-toast\"")
        .attr("aria-label", words::CLOSE)
        .raw(">×</button></div>");
}

const DAY_FIELD: &str = " type=\"text\" autocomplete=\"off\" data-do=\"own-day\" aria-describedby=\"add-day-why\"";

/// The form for articles of the reader's own, folded until it is wanted.
pub fn own(m: &mut Markup) {
    let field = |m: &mut Markup, id: &'static str, name: &str, kind: &'static str| {
        m.raw("<p class=\"field\"><label for=\"")
            .raw(id)
            .line("\">", name, "</label><input id=\"")
            .raw(id)
            .raw("\"")
            .raw(kind)
            .raw("></p>");
    };
    m.line("<details class=\"add\" data-add><summary data-key=\"own\">", add::HEAD, "</summary><form data-do=\"add\">");
    m.line("<p>", add::PRIVACY, "</p>")
        .with(|m| field(m, "add-files", add::FILES, " type=\"file\" multiple accept=\".txt,text/plain\""));
    m.line(
        "<p class=\"field\"><label for=\"add-text\">",
        add::TEXT,
        "</label><textarea id=\"add-text\" rows=\"5\"></textarea></p>",
    );
    m.raw("<div class=\"field-row\">")
        .with(|m| field(m, "add-title", add::TITLE, " type=\"text\" autocomplete=\"off\""));
    m.with(|m| field(m, "add-outlet", add::OUTLET, " type=\"text\" autocomplete=\"off\""));
    m.with(|m| field(m, "add-day", add::DAY, DAY_FIELD));
    m.line("</div><p id=\"add-day-why\" class=\"hint\">", add::DAY_WHY, "</p>");
    m.line("<p><button type=\"submit\" id=\"add-read\">", add::READ, "</button></p></form>");
    m.raw("<div role=\"status\" id=\"refused\"></div><div class=\"slot\" id=\"added\"></div></details>");
}

/// Files that were not taken, and why.
pub fn refused(m: &mut Markup, refused: &[String]) {
    if !refused.is_empty() {
        m.line("<div class=\"refused\"><p>", add::REFUSED, "</p><ul>");
        refused.iter().for_each(|why| {
            m.line("<li>", why, "</li>");
        });
        m.raw("</ul></div>");
    }
}

/// The fields for what the reader knows of one of them; the list's fields are all saved together.
fn amend(m: &mut Markup, card: &ArticleCard) {
    let name = match (&card.outlet, &card.published) {
        (None, None) => add::NO_OUTLET_NO_DAY,
        (None, _) => add::NO_OUTLET,
        (_, None) => add::NO_DAY,
        _ => add::AMEND,
    };
    m.raw("<details class=\"amend\"><summary").attr("data-key", &format!("amend-{}", card.id));
    m.line(">", name, "</summary><form data-do=\"amend\">");
    let day = card.published.as_deref().map(words::day);
    for (what, more, label, value) in
        [("outlet", "", add::AMEND_OUTLET, &card.outlet), ("day", " data-do=\"own-day\"", add::AMEND_DAY, &day)]
    {
        m.line("<label>", label, " <input type=\"text\" autocomplete=\"off\"").raw(more).attr("data-amend", what);
        m.attr("data-of", &card.id).attr("value", value.as_deref().unwrap_or_default()).raw("></label> ");
    }
    m.line("<button type=\"submit\">", add::AMEND_SAVE, "</button></form></details> ");
}

/// How many own articles a link names: one that a mail program passes on.
const LINKED: usize = 40;

/// The reader's own articles.
pub fn added(m: &mut Markup, ids: &[String], cards: &[ArticleCard]) {
    if !ids.is_empty() {
        m.line("<p>", add::ADDED, "");
        if ids.len() <= LINKED {
            for (words, only) in [(add::ONLY_OWN, true), (add::ONLY_OURS, false)] {
                let slugs: Vec<&str> = ids.iter().map(String::as_str).collect();
                let mut filter = choice::fresh(Facet::Article, &slugs);
                if let Some(chosen) = filter.facets.get_mut(&Facet::Article).filter(|_| !only) {
                    std::mem::swap(&mut chosen.include, &mut chosen.exclude);
                }
                let to = link::encode(&filter);
                m.raw(" <a class=\"own-only\"")
                    .attr("href", &to)
                    .attr("data-way", &format!("at={to}"))
                    .line(">", words, "</a>");
            }
        }
        m.raw("</p><ul class=\"added\">");
        for id in ids {
            m.raw("<li").attr("data-added", id).line("><span class=\"figures\">", words::article(id), "</span> ");
            if let Some(card) = cards.iter().find(|c| c.id == *id) {
                m.text(&card.title).raw(" ");
                if !card.english {
                    m.line("<span class=\"quiet-text\">", words::NOT_ENGLISH, "</span> ");
                }
                amend(m, card);
            }
            m.raw("<button type=\"button\" class=\"quiet\" data-do=\"forget\"")
                .attr("data-key", &format!("forget-{id}"))
                .attr("aria-label", &add::remove(id));
            m.line(">", add::REMOVE, "</button></li>");
        }
        m.raw("</ul>");
    }
}

/// The keyboard sheet's table.
pub fn keys(m: &mut Markup, open: bool) {
    if open {
        about::key_table(m);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_are_not_searched_are_offered_with_a_way() {
        let mut answer = Answer { forms: vec![("concerns".into(), 2)], ..Answer::default() };
        answer.with_forms = "(concern OR concerns)".into();
        let filter = Filter { q: "concern".into(), ..Filter::default() };
        let mut m = Markup::default();
        found(&mut m, &answer, &Ways(&filter));
        let said = m.done();
        assert!(said.contains("“concerns” (2)") && said.contains("q=%28concern+OR+concerns%29"), "{said}");
        found(&mut m, &Answer::default(), &Ways(&filter));
        assert_eq!(m.done(), "");
    }
}
