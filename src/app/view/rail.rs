//! The facet rail: fieldsets of checkboxes with counts, each value with a button that excludes it.

use super::{attr, text, value};
use crate::{
    app::{
        browser::{
            document::find,
            list::{Item, List},
            node::{self, Element},
        },
        choice,
        markup::{
            Markup,
            rail::{self, Bar, Now, Value},
        },
        session::{Session, follow},
        words,
    },
    corpus::day::Day,
    lexicon::act::{Act, Family},
    query::{answer::FacetValue, filter::Facet},
    text::order::Order,
};

/// How many values a facet shows before "show all".
const FEW: usize = 8;

/// Facets of which a statement can have several values: "all of these" means something.
const SEVERAL: [Facet; 5] = [Facet::Source, Facet::Addressee, Facet::Topic, Facet::Via, Facet::Quality];

/// Keeps the rail that is drawn.
pub fn start(session: Session) {
    attr("#rail", "data-open", move || session.drawer.get().then(String::new));
    text("#show-rows", move || words::show(session.answer.with(|a| a.as_ref().map_or(0, |a| a.totals.statements))));
    for mut facet in Facet::ALL.into_iter().filter_map(FacetBox::of) {
        follow(move || {
            if session.sees(facet.facet.key()) || !session.undrawn.get() {
                facet.write(session);
            }
        });
    }
    days(session);
}

/// A facet as it stands in the rail.
struct FacetBox {
    facet: Facet,
    details: Element,
    /// The lists of its values: of acts one for each family.
    lists: Vec<(Element, List<Value>)>,
    shown: Shown,
}

/// What of it was written last.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    total: usize,
    chosen: usize,
    several: bool,
    all: bool,
    unfolded: bool,
}

impl FacetBox {
    fn of(facet: Facet) -> Option<Self> {
        let selector = format!("[data-facet-box=\"{}\"]", facet.key());
        let lists = node::find_all(&format!("{selector} ul.values"));
        let lists = lists.into_iter().map(|node| (node, List::default())).collect();
        Some(Self { facet, details: find(&selector)?, lists, shown: Shown::default() })
    }

    fn write(&mut self, session: Session) {
        let facet = self.facet;
        let now = session.filter.with(|f| {
            let choice = f.facets.get(&facet);
            Shown {
                total: with_values(session, facet, <[FacetValue]>::len),
                chosen: choice.map_or(0, |c| c.include.len() + c.exclude.len()),
                several: SEVERAL.contains(&facet) && choice.is_some_and(|c| c.include.len() > 1),
                all: f.all.contains(&facet),
                unfolded: session.unfolded.with(|u| u.contains(&facet)),
            }
        });
        if now != self.shown {
            self.frame(&now);
        }
        let unfolded = now.unfolded;
        self.shown = now;
        if facet == Facet::Act {
            for (family, (node, list)) in Family::ALL.into_iter().zip(&mut self.lists) {
                let values = family_values(session, family);
                let any = values.len() > 1 || values.iter().any(|v| v.now.ticked || v.now.excluded);
                if let Some(group) = node.parent_element() {
                    node::set_on(&group, "hidden", if any { None } else { Some("") });
                }
                show_values(facet, node, list, values);
            }
        } else if let Some((node, list)) = self.lists.first_mut() {
            let all = values(session, facet, |_| true).into_iter().enumerate();
            let few = all.filter(|(i, v)| *i < FEW || unfolded || v.now.ticked || v.now.excluded).map(|(_, v)| v);
            show_values(facet, node, list, few.collect());
        }
    }

    /// What stands around the values.
    fn frame(&self, now: &Shown) {
        let found = |selector: &str| self.details.query_selector(selector).ok().flatten();
        let shown = |selector: &str, on: bool| {
            if let Some(element) = found(selector) {
                node::set_on(&element, "hidden", if on { None } else { Some("") });
            }
        };
        node::set_on(&self.details, "hidden", if now.total > 0 { None } else { Some("") });
        // A closed facet that a link chooses from opens.
        if now.chosen > 0 && self.shown.chosen == 0 {
            node::set_on(&self.details, "open", Some(""));
        }
        shown(".chosen", now.chosen > 0);
        if let Some(chosen) = found(".chosen") {
            chosen.set_text_content(Some(&now.chosen.to_string()));
        }
        shown(".more", now.total > FEW);
        if let Some(more) = found(".more") {
            let words = if now.unfolded { words::SHOW_FEWER.to_string() } else { words::show_all(now.total) };
            more.set_text_content(Some(&words));
            node::set_on(&more, "aria-expanded", Some(if now.unfolded { "true" } else { "false" }));
        }
        shown(".all-of", now.several);
        if let Some(all) = found(".all-of input") {
            node::hold_on(&all, "checked", now.all);
        }
    }
}

/// The answer's values of a facet.
fn with_values<T>(session: Session, facet: Facet, read: impl FnOnce(&[FacetValue]) -> T) -> T {
    session.answer.with(|a| {
        let counts = a.as_ref().and_then(|a| a.facets.iter().find(|f| f.facet == facet));
        read(counts.map(|f| f.values.as_slice()).unwrap_or_default())
    })
}

/// The values of a facet as they stand in the rail: counts from the answer, ticks at once from the filter.
fn values(session: Session, facet: Facet, wanted: impl Fn(&str) -> bool) -> Vec<Value> {
    session.filter.with(|filter| {
        with_values(session, facet, |all| {
            let adds = all.iter().any(|v| v.included);
            let shown = all.iter().filter(|v| wanted(&v.slug)).map(|v| {
                let label = match facet {
                    Facet::Article if v.label != v.slug => format!("{} {}", words::article(&v.slug), v.label),
                    _ => words::value(facet, &v.slug).map_or_else(|| v.label.clone(), str::to_string),
                };
                let (ticked, excluded) = choice::state(filter, facet, &v.slug);
                let now = Now { count: v.count, ticked, excluded, adds };
                Value { slug: v.slug.clone(), label, now, heads: false }
            });
            shown.collect()
        })
    })
}

/// A family with its acts: one tick for all of them.
fn family_values(session: Session, family: Family) -> Vec<Value> {
    let slug = format!("family-{}", family.slug());
    let acts = values(session, Facet::Act, |v| Act::of_slug(v).is_some_and(|a| a.family() == family));
    let count = with_values(session, Facet::Act, |all| all.iter().find(|v| v.slug == slug).map(|v| v.count));
    let count = count.unwrap_or_else(|| acts.iter().map(|v| v.now.count).sum());
    let (ticked, excluded) = session.filter.with(|f| choice::state(f, Facet::Act, &slug));
    let now = Now { count, ticked, excluded, adds: false };
    let mut all = vec![Value { slug, label: words::family(family).to_string(), now, heads: true }];
    // In the order of the family, not of the counts: an act is looked for in its place.
    let place = |v: &Value| family.acts().position(|a| a.slug() == v.slug);
    all.extend(acts);
    all[1..].order_by_key(place);
    all
}

/// What stays from one answer to the next keeps its nodes.
fn show_values(facet: Facet, node: &Element, list: &mut List<Value>, values: Vec<Value>) {
    let markup = |new: &[&Value]| {
        let mut m = Markup::default();
        new.iter().for_each(|v| rail::value(&mut m, facet, v));
        m.done()
    };
    list.show(node, values, |a, b| (&a.slug, &a.label, a.heads) == (&b.slug, &b.label, b.heads), markup, change);
}

/// Brings a value's node up to date; a new one is.
fn change(node: &Item, was: Option<&Value>, value: &Value) {
    let Some(was) = was.map(|w| w.now) else { return };
    let now = value.now;
    if (was.ticked, was.excluded) != (now.ticked, now.excluded) {
        node.set("class", &rail::class(value));
        node.tick(now.ticked);
        node.set_in("[data-exclude]", "aria-pressed", if now.excluded { "true" } else { "false" });
    }
    if was.count != now.count {
        node.set("data-count", &now.count.to_string());
    }
    if was.number() != now.number() {
        node.write_in(".count", &now.number());
    }
    if was.more() != now.more() {
        node.show_in(".count > .vh", now.more());
    }
}

/// Days: from and to, the days that occur as bars, and where the day is from.
fn days(session: Session) {
    let date = move || session.filter.with(|f| f.date);
    let written = |day: Option<Day>| day.map(|d| words::day(&d.to_string())).unwrap_or_default();
    value("#date-from", move || written(date().0));
    value("#date-to", move || written(date().1));
    // What was written and is no day has given way to the filter's.
    attr(".dates input", "aria-invalid", move || {
        date();
        None
    });
    let Some(list) = find("#rail .days") else { return };
    let mut items = List::default();
    follow(move || {
        if !session.sees("date") && session.undrawn.get() {
            return;
        }
        let (date, also) = session.filter.with(|f| (f.date, f.undated));
        let mut undated = 0;
        let wanted: Vec<Bar> = session.answer.with(|a| {
            let all = a.as_ref().map_or(&[][..], |a| &a.histogram);
            undated = all.iter().find(|(day, _)| day.is_none()).map_or(0, |(_, n)| *n);
            let dated = all.iter().filter_map(|(day, n)| day.as_ref().map(|iso| (iso, choice::days_of(iso), *n)));
            let dated: Vec<_> = dated.collect();
            let most = dated.iter().map(|(.., n)| *n).max().unwrap_or(1).max(1);
            let overlap = rail::Overlap::of(dated.iter().filter_map(|(_, own, n)| Some(((*own)?, *n))).collect());
            let bar = |(iso, own, n): (&String, Option<(Day, Day)>, u32)| Bar {
                chosen: own.is_some_and(|(first, last)| date == (Some(first), Some(last))),
                count: (n, most),
                wider: own.map_or(0, |own| overlap.with(own)),
                iso: iso.clone(),
            };
            dated.into_iter().map(bar).collect()
        });
        // A day has ten letters.
        let spans = wanted.iter().any(|bar| bar.iso.len() != 10);
        let any = date == (None, None);
        let hints = [("#spans", spans), ("#without-day", undated > 0 && any), ("#undated", undated > 0 && !any)];
        for (hint, on) in hints {
            node::set(hint, "hidden", if on { None } else { Some("") });
        }
        node::write("#without-day", &words::without_day(undated));
        node::write("#also-without-day", &words::also_without_day(undated));
        node::hold("#undated input", "checked", also);
        let markup = |new: &[&Bar]| {
            let mut m = Markup::default();
            new.iter().for_each(|bar| rail::bar(&mut m, bar));
            m.done()
        };
        items.show(&list, wanted, |a: &Bar, b| a.iso == b.iso, markup, change_bar);
    });
}

/// Brings a day's node up to date, and draws its bar.
fn change_bar(node: &Item, was: Option<&Bar>, bar: &Bar) {
    if was.is_none_or(|was| was.count != bar.count) {
        node.width(".bar > span", &rail::width(bar));
    }
    let Some(was) = was else { return };
    if was.chosen != bar.chosen {
        node.set_in("button", "aria-pressed", if bar.chosen { "true" } else { "false" });
    }
    if (was.count.0, was.wider) != (bar.count.0, bar.wider) {
        node.set("data-count", &bar.count.0.to_string());
        node.write_in(".count", &rail::number(bar));
    }
}
