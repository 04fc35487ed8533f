//! A value of a facet in the rail: a checkbox with its count, and a button that excludes it.

use super::{Markup, act_glyph};
use crate::{app::words, corpus::day::Day, lexicon::act::Act, query::filter::Facet};

/// A value as it stands in the rail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// In links; for a family of acts its own.
    pub slug: String,
    /// On screen.
    pub label: String,
    /// What changes while the value stays.
    pub now: Now,
    /// It heads a family of acts.
    pub heads: bool,
}

/// What changes of a value from one answer to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// How many it has.
    pub count: u32,
    /// Chosen.
    pub ticked: bool,
    /// Excluded.
    pub excluded: bool,
    /// Something else of its facet is chosen: the count is what ticking this one adds.
    pub adds: bool,
}

/// The classes of a value.
pub fn class(value: &Value) -> String {
    let mut class = String::from("value");
    for (on, word) in [(value.heads, " family-head"), (value.now.ticked, " ticked"), (value.now.excluded, " excluded")]
    {
        class.push_str(if on { word } else { "" });
    }
    class
}

/// The count, with what it means where that is not plain.
fn count(m: &mut Markup, now: Now) {
    m.text(&now.number()).raw("<span class=\"vh\"").when(!now.more(), " hidden").line(
        ">",
        words::MORE_IF_TICKED,
        "</span>",
    );
}

impl Now {
    /// The count is what ticking adds.
    pub fn more(self) -> bool {
        self.adds && !self.ticked
    }

    /// The count as it is written.
    pub fn number(self) -> String {
        let number = words::number(self.count);
        if self.more() { format!("+{number}") } else { number }
    }
}

/// The whole value.
pub fn value(m: &mut Markup, facet: Facet, value: &Value) {
    let key = format!("{}-{}", facet.key(), value.slug);
    m.raw("<li").attr("class", &class(value)).attr("data-facet", facet.key()).attr("data-value", &value.slug);
    m.attr("data-count", &value.now.count.to_string())
        .raw("><label><input type=\"checkbox\" data-do=\"tick\"")
        .attr("data-key", &key);
    m.when(value.now.ticked, " checked").raw(">");
    if let Some(act) = (facet == Facet::Act).then(|| Act::of_slug(&value.slug)).flatten() {
        act_glyph(m, act);
    }
    m.raw("<span class=\"name\"").attr("title", &value.label).raw(">").text(&value.label);
    m.raw("</span><span class=\"count\">").with(|m| count(m, value.now)).raw("</span></label>");
    m.raw("<button type=\"button\" class=\"exclude\" data-do=\"exclude\" data-exclude")
        .attr("title", words::EXCLUDE)
        .attr("data-key", &format!("not-{key}"));
    m.attr("aria-pressed", if value.now.excluded { "true" } else { "false" });
    m.attr("aria-label", &words::exclude(&value.label));
    m.raw("><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">");
    m.raw("<path d=\"M8 2.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 1 1 8 2.6ZM4.4 8h7.2\"></path></svg></button></li>");
}

/// A day or interval of the histogram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// ISO text.
    pub iso: String,
    /// How many statements, of at most how many in one bar.
    pub count: (u32, u32),
    /// How many further ones its choice brings, whose days only overlap: a month's under a day.
    pub wider: u32,
    /// It is the chosen one.
    pub chosen: bool,
}

/// All bars' days with their statements, and those of more than one day, which are few.
pub struct Overlap([Vec<((Day, Day), u32)>; 2]);

impl Overlap {
    /// Of all of them.
    pub fn of(all: Vec<((Day, Day), u32)>) -> Self {
        let spans = all.iter().filter(|(days, _)| days.0 < days.1).copied().collect();
        Self([all, spans])
    }

    /// How many statements of other bars these days' choice brings: of a day those of spans, of a span those of its days, too.
    pub fn with(&self, own: (Day, Day)) -> u32 {
        let [all, spans] = &self.0;
        let others = if own.0 < own.1 { all } else { spans };
        let beside = |of: (Day, Day)| of != own && of.0 <= own.1 && own.0 <= of.1;
        others.iter().filter(|(of, _)| beside(*of)).map(|(_, n)| n).sum()
    }
}

/// Its statements and those that only overlap: "1 + 2".
pub fn number(bar: &Bar) -> String {
    let own = words::number(bar.count.0);
    if bar.wider > 0 { format!("{own} + {}", words::number(bar.wider)) } else { own }
}

/// The width of a bar.
pub fn width(bar: &Bar) -> String {
    super::percent(f64::from(bar.count.0) * 100.0 / f64::from(bar.count.1.max(1)))
}

/// A day with its bar, which chooses it.
pub fn bar(m: &mut Markup, bar: &Bar) {
    m.raw("<li class=\"day-row\" data-facet=\"date\"")
        .attr("data-value", &bar.iso)
        .attr("data-count", &bar.count.0.to_string());
    m.raw("><button type=\"button\" data-do=\"pick-day\"").attr("data-key", &format!("day-{}", bar.iso));
    m.attr("aria-pressed", if bar.chosen { "true" } else { "false" });
    // The bar's width is set on its node: this page's policy keeps styles out of markup.
    m.raw("><span class=\"name\">").text(&words::day(&bar.iso));
    m.raw("</span><span class=\"bar\" aria-hidden=\"true\"><span></span></span><span class=\"count\">");
    m.text(&number(bar)).raw("</span></button></li>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::choice::days_of;

    #[test]
    fn a_days_number_is_what_its_choice_gives() {
        let all = [("2021-12-16", 1), ("2021-12-17", 24), ("2021-12", 2), ("2022-02-01", 16)];
        let overlap = Overlap::of(all.iter().map(|(iso, n)| (days_of(iso).unwrap(), *n)).collect());
        let said = |iso: &str, n: u32| {
            let wider = overlap.with(days_of(iso).unwrap());
            number(&Bar { iso: iso.into(), count: (n, 24), wider, chosen: false })
        };
        assert_eq!(all.map(|(iso, n)| said(iso, n)), ["1 + 2", "24 + 2", "2 + 25", "16"]);
    }
}
