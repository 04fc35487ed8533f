//! The timeline: statements by the day of the act, the histogram, and every date that the texts name.

use super::{Markup, Ways, brief, close_table, decimal, evidence, heads, open_table};
use crate::{
    app::{choice, draw::histogram, words},
    query::{
        filter::Facet,
        view::timeline::{Entry, PrintedDate, Timeline},
    },
    share::link,
};

/// Below the brush: the calendar dates that the texts print, each a way to its sentence, and the way to all dates.
pub fn calendar(m: &mut Markup, data: &Timeline, ways: &Ways) {
    if data.dates.is_empty() {
        return;
    }
    m.line("<div class=\"printed-line\" data-printed><p>", words::PRINTED_HEAD, "</p>");
    if data.dates.iter().any(|d| d.calendar) {
        m.raw("<ul>");
        for date in data.dates.iter().filter(|d| d.calendar) {
            m.raw("<li>");
            ways.a(m, &format!("sel={}", date.id), "", None, &format!("“{}”", date.words));
            m.line(" <span class=\"quiet-text\">", words::article(&date.article), "</span></li>");
        }
        m.raw("</ul>");
    } else {
        m.line("<p>", words::NONE, "</p>");
    }
    m.button(" class=\"quiet\" data-key=\"to-dates\"", "dates", &words::all_dates(data.dates.len() as u32))
        .raw("</div>");
}

/// Below them: the days, what stands on no day, and all dates.
pub fn days(m: &mut Markup, data: &Timeline, ways: &Ways) {
    m.raw("<ol class=\"days-list\">");
    for entry in data.entries.iter().filter(|e| e.day.is_some()) {
        let day = entry.day.as_deref().unwrap_or_default();
        m.raw("<li class=\"day-entry\"").attr("data-day", day).raw("><h2>");
        if let Some(weekday) = entry.weekday {
            m.raw(words::weekday(weekday)).raw(" ");
        }
        m.text(&words::day(day));
        m.line(" <span class=\"quiet-text\">", &words::statements(entry.rows.len() as u32), "</span></h2><ol>");
        m.with(|m| lanes(m, entry, ways)).raw("</ol></li>");
    }
    m.raw("</ol>");
    // What stands on no day, folded: it would bury the days.
    if let Some(entry) = data.entries.iter().find(|e| e.day.is_none()) {
        m.line("<details class=\"undated\" data-day=\"\"><summary data-key=\"undated-days\"><h2>", words::NO_DAY, ": ");
        m.text(&words::statements(entry.rows.len() as u32)).raw("</h2></summary>");
        m.line("<p class=\"quiet-text\">", words::UNDATED_HINT, "</p><ol>");
        m.with(|m| lanes(m, entry, ways)).raw("</ol></details>");
    }
    if data.more > 0 {
        m.line("<p class=\"quiet-text\">", &words::left_out(data.more), "</p>");
    }
    if !data.dates.is_empty() {
        printed(m, &data.dates, ways);
    }
}

fn lanes(m: &mut Markup, entry: &Entry, ways: &Ways) {
    for row in &entry.rows {
        m.raw("<li class=\"lane\"").attr("data-basis", words::basis(row.basis)).raw(">");
        m.with(|m| brief::brief(m, row, ways)).raw("</li>");
    }
}

/// Every date that the texts name, those with a printed calendar date first.
fn printed(m: &mut Markup, dates: &[PrintedDate], ways: &Ways) {
    let (first, rest): (Vec<&PrintedDate>, Vec<&PrintedDate>) = dates.iter().partition(|d| d.calendar);
    m.line("<section class=\"printed-dates\" id=\"printed-dates\" tabindex=\"-1\"><h2>", words::DATES_HEAD, "</h2>");
    m.line("<p>", &words::dates(dates.len() as u32, first.len() as u32), " ");
    let stated = format!("at={}", link::encode(&choice::fresh(Facet::Basis, &["stated"])));
    ways.a(m, &stated, "", None, words::STATED_ONLY);
    m.raw("</p>");
    open_table(m, "plain stack", words::DATES_HEAD);
    heads(m, &[words::WORDS_COL, words::DAY_COL, words::BASIS_COL, words::SENTENCE_COL, words::ARTICLE_COL]);
    m.raw("</tr></thead><tbody>");
    for date in first.into_iter().chain(rest) {
        m.raw("<tr").attr("data-date", &date.id).attr("data-calendar", if date.calendar { "true" } else { "false" });
        m.line("><th scope=\"row\">“", &date.words, "”</th>");
        let value = date.value.as_deref().map_or_else(|| words::UNRESOLVED.to_string(), words::day);
        m.line("<td class=\"figures\">", &value, "</td>");
        m.line("<td>", if date.calendar { words::PRINTED } else { words::RELATIVE }, ", ");
        m.raw(words::basis(date.basis)).raw("</td><td class=\"evidence-cell\"><span class=\"evidence\">");
        evidence::pieces(m, &date.sentence, None);
        m.raw("</span></td><td>").with(|m| ways.read(m, &date.id, words::article(&date.article))).raw("</td></tr>");
    }
    close_table(m);
    m.raw("</section>");
}

/// The histogram's figure: the drawing and a slider with two thumbs over `days` days.
pub fn brush(m: &mut Markup, days: usize) {
    if days < 2 {
        return;
    }
    m.raw("<figure class=\"brush\"><p class=\"axis counts\" aria-hidden=\"true\"></p><svg viewBox=\"0 0 600 80\" preserveAspectRatio=\"none\" role=\"img\"");
    m.attr("aria-label", words::HISTOGRAM).raw("></svg><div class=\"picks\"></div><div class=\"thumbs\">");
    for (id, name) in [("brush-from", words::FIRST_DAY), ("brush-to", words::LAST_DAY)] {
        m.line("<label><span class=\"vh\">", name, "</span> <input type=\"range\" data-do=\"brush\" min=\"0\"");
        m.attr("max", &(days - 1).to_string()).attr("id", id).raw("></label>");
    }
    m.raw("</div><p class=\"axis days\" aria-hidden=\"true\"></p><figcaption></figcaption>");
    m.line("<p class=\"quiet-text\">", words::HISTOGRAM_NOTE, "</p></figure>");
}

/// A day or span of days that has statements, for the histogram.
pub struct Bar {
    /// Its days as ISO text.
    pub iso: String,
    /// The same in words.
    pub label: String,
    /// How many statements.
    pub count: u32,
    /// More than one day.
    pub span: bool,
    /// So long is nothing before it that the bars stand for another time: more than two months.
    pub far: bool,
}

/// The bars of the histogram; those from `from` to `to` are chosen.
pub fn bars(m: &mut Markup, bars: &[Bar], from: usize, to: usize) {
    let counts: Vec<u32> = bars.iter().map(|b| b.count).collect();
    let drawn = histogram::bars(&counts, 600.0, 80.0);
    for (i, ((x, y, width, height), bar)) in drawn.into_iter().zip(bars).enumerate() {
        m.raw("<rect").attr("x", &decimal(x)).attr("y", &decimal(y)).attr("width", &decimal(width));
        m.attr("height", &decimal(height)).when((from..=to).contains(&i), " data-chosen");
        m.when(bar.span, " data-span").raw("></rect>");
        if bar.far {
            m.raw("<path")
                .attr("d", &format!("M{} 0V80", decimal(i as f64 * 600.0 / bars.len() as f64)))
                .raw("></path>");
        }
    }
}

/// Over the bars, of each a link that chooses its days; where they are many, the rail's list is the keyboard's.
pub fn picks(m: &mut Markup, bars: &[Bar], ways: &Ways) {
    for bar in bars {
        m.raw("<a").when(bars.len() > LABELLED, " tabindex=\"-1\"");
        m.attr("title", &format!("{}: {}", bar.label, words::statements(bar.count)));
        ways.link(m, &format!("days={}", bar.iso));
        m.attr("data-key", &format!("bar-{}", bar.iso)).raw("></a>");
    }
}

/// How many bars have each its label and number.
const LABELLED: usize = 12;

/// The numbers over the bars, where there are few.
pub fn counts(m: &mut Markup, bars: &[Bar]) {
    if bars.len() <= LABELLED {
        for bar in bars {
            m.line("<span>", &bar.count.to_string(), "</span>");
        }
    } else {
        m.line("<span>", &words::busiest(bars.iter().map(|b| b.count).max().unwrap_or(0)), "</span>");
    }
}

/// The days under the bars: of each, or of as many as there is room for. Where there are several years, each tells its own.
pub fn axis(m: &mut Markup, bars: &[Bar]) {
    let every = bars.len().div_ceil(LABELLED).max(1);
    let mut year = "";
    // A whole month or year between days says that it is one.
    let day = |bar: &Bar| bar.label.starts_with(|c: char| c.is_ascii_digit()) && bar.label.contains(' ');
    let of = |bar: &Bar| bar.label.rsplit(' ').next().map(str::to_string);
    let years = bars.first().is_some_and(|first| bars.iter().any(|b| of(b) != of(first)));
    let among_days = bars.iter().any(day);
    for bar in bars.iter().step_by(every) {
        m.raw("<span>");
        let (days, of) = bar.label.rsplit_once(' ').unwrap_or(("", &bar.label));
        for word in days.split(' ').filter(|w| !w.is_empty()) {
            m.text(word).raw("<br>");
        }
        if among_days && bar.span && !bar.label.starts_with(|c: char| c.is_ascii_digit()) {
            m.raw(words::ALL_OF_SPAN).raw("<br>");
        }
        if days.is_empty() || of != year || years {
            m.raw(if of == year { "<b class=\"same\">" } else { "<b>" }).text(of).raw("</b>");
        }
        year = of;
        m.raw("</span>");
    }
}
