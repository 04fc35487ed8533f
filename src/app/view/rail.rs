//! The facet rail: fieldsets of checkboxes with counts, each value with a button that excludes it.

use crate::text::order::Order;
use crate::{
    app::{
        browser::list::{self, Item, List},
        choice,
        markup::{
            Markup,
            rail::{self, Bar, Now, Value},
        },
        session::{Session, session},
        words,
    },
    corpus::day::Day,
    lexicon::act::{Act, Family},
    query::{answer::FacetValue, filter::Facet},
};
use leptos::{
    ev::{Event, MouseEvent},
    prelude::*,
};

/// How many values a facet shows before "show all".
const FEW: usize = 8;

/// The facets of the rail above the days, and below them.
const ABOVE: [Facet; 5] = [Facet::Act, Facet::Source, Facet::Addressee, Facet::Topic, Facet::Article];
const BELOW: [Facet; 7] =
    [Facet::Outlet, Facet::Via, Facet::Doer, Facet::Sourcing, Facet::Mode, Facet::Zone, Facet::Quality];
/// Facets of which a statement can have several values: "all of these" means something.
const SEVERAL: [Facet; 5] = [Facet::Source, Facet::Addressee, Facet::Topic, Facet::Via, Facet::Quality];

/// The rail. On a narrow screen a drawer.
#[component]
pub fn Rail() -> impl IntoView {
    let session = session();
    let totals = move || session.answer.with(|a| a.as_ref().map(|a| a.totals).unwrap_or_default());
    view! {
        <aside id="rail" class="rail" aria-label="Filters" data-open=move || session.drawer.get().then_some("")>
            <div class="rail-head">
                <h2>"Filters"</h2>
                <button type="button" class="quiet only-narrow" on:click=move |_| session.close_drawer()>"Close"</button>
            </div>
            <div class="rail-body">
                {ABOVE.map(|facet| view! { <FacetBox facet=facet /> }).collect_view()}
                <Days />
                {BELOW.map(|facet| view! { <FacetBox facet=facet /> }).collect_view()}
            </div>
            <div class="rail-foot only-narrow">
                <button type="button" class="primary" on:click=move |_| session.close_drawer()>
                    {move || format!("Show {}", words::statements(totals().statements))}
                </button>
            </div>
        </aside>
    }
}

#[component]
fn FacetBox(facet: Facet) -> impl IntoView {
    let session = session();
    let chosen = Memo::new(move |_| {
        session.filter.with(|f| f.facets.get(&facet).map_or(0, |c| c.include.len() + c.exclude.len()))
    });
    let several = move || {
        SEVERAL.contains(&facet) && session.filter.with(|f| f.facets.get(&facet).is_some_and(|c| c.include.len() > 1))
    };
    let many = RwSignal::new(false);
    let total = Memo::new(move |_| with_values(session, facet, <[FacetValue]>::len));
    let hint = words::facet_hint(facet);
    let open = matches!(
        facet,
        Facet::Act | Facet::Source | Facet::Addressee | Facet::Topic | Facet::Article | Facet::Outlet | Facet::Via
    );
    // A closed facet that a link chooses from opens.
    let open = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or(open) || chosen.get() > 0);
    let body = move || {
        if facet == Facet::Act {
            Family::ALL.map(|family| view! { <FamilyGroup family=family /> }.into_any()).collect_view().into_any()
        } else {
            let shown = move || {
                let many = many.get();
                values(session, facet, |_| true)
                    .into_iter()
                    .enumerate()
                    .filter(|(i, v)| *i < FEW || many || v.now.ticked || v.now.excluded)
                    .map(|(_, v)| v)
                    .collect()
            };
            view! {
                <Values facet=facet shown=shown />
                <Show when=move || { total.get() > FEW }>
                    <button type="button" class="quiet more" aria-expanded=move || many.get().to_string() on:click=move |_| many.update(|m| *m = !*m)>
                        {move || if many.get() { "Show fewer".to_string() } else { format!("Show all {}", total.get()) }}
                    </button>
                </Show>
            }
            .into_any()
        }
    };
    view! {
        <Show when=move || { total.get() > 0 }>
            <details class="facet" open=move || open.get() data-facet-box=facet.key()>
                <summary data-key=format!("facet-{}", facet.key())>
                    <span class="facet-name">{words::facet(facet)}</span>
                    <Show when=move || { chosen.get() > 0 }>
                        <span class="chosen" aria-label="chosen">{chosen}</span>
                    </Show>
                </summary>
                <fieldset>
                    <legend class="vh">{words::facet(facet)}{(!hint.is_empty()).then(|| format!(": {hint}"))}</legend>
                    {(!hint.is_empty()).then(|| view! { <p class="hint" aria-hidden="true">{hint}</p> })}
                    {body}
                    <Show when=several>
                        <label class="switch all-of">
                            <input type="checkbox" data-key=format!("all-{}", facet.key())
                                prop:checked=move || session.filter.with(|f| f.all.contains(&facet))
                                on:change=move |_| session.edit(|f| choice::toggle_all(f, facet)) />
                            "all of these at once"
                        </label>
                    </Show>
                </fieldset>
            </details>
        </Show>
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
                    Facet::Article if v.label != v.slug => format!("{} {}", v.slug, v.label),
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
#[component]
fn FamilyGroup(family: Family) -> impl IntoView {
    let session = session();
    let slug = format!("family-{}", family.slug());
    let shown = Memo::new(move |_| {
        let acts = values(session, Facet::Act, |v| Act::of_slug(v).is_some_and(|a| a.family() == family));
        let count = with_values(session, Facet::Act, |all| all.iter().find(|v| v.slug == slug).map(|v| v.count));
        let count = count.unwrap_or_else(|| acts.iter().map(|v| v.now.count).sum());
        let (ticked, excluded) = session.filter.with(|f| choice::state(f, Facet::Act, &slug));
        let now = Now { count, ticked, excluded, adds: false };
        let mut all = vec![Value { slug: slug.clone(), label: words::family(family).to_string(), now, heads: true }];
        // In the order of the family, not of the counts: an act is looked for in its place.
        let place = |v: &Value| family.acts().position(|a| a.slug() == v.slug);
        all.extend(acts);
        all[1..].order_by_key(place);
        all
    });
    let hidden = move || {
        let any = |v: &Value| v.now.count > 0 || v.now.ticked || v.now.excluded;
        shown.with(|all| !all.first().is_some_and(any))
    };
    view! {
        <div class="family" data-family=family.slug() hidden=hidden>
            <Values facet=Facet::Act shown=move || shown.get() />
        </div>
    }
}

/// A list of values. What stays from one answer to the next keeps its nodes; clicks are heard by the list.
#[component]
fn Values<F: Fn() -> Vec<Value> + Send + Sync + 'static>(facet: Facet, shown: F) -> impl IntoView {
    let session = session();
    let node = NodeRef::<leptos::html::Ul>::new();
    let items = StoredValue::new_local(List::default());
    Effect::new(move |_| {
        let (Some(node), wanted) = (node.get(), shown()) else { return };
        let markup = |new: &[&Value]| {
            let mut m = Markup::default();
            new.iter().for_each(|v| rail::value(&mut m, facet, v));
            m.done()
        };
        items.update_value(|items| {
            items.show(
                &node,
                wanted,
                |a, b| (&a.slug, &a.label, a.heads) == (&b.slug, &b.label, b.heads),
                markup,
                change,
            );
        });
    });
    let tick = move |event: Event| {
        if let Some(slug) = list::hit(&event, "input", "data-value") {
            session.edit(|f| choice::toggle(f, facet, &slug));
        }
    };
    let exclude = move |event: MouseEvent| {
        if let Some(slug) = list::hit(&event, "[data-exclude]", "data-value") {
            session.edit(|f| choice::exclude(f, facet, &slug));
        }
    };
    view! { <ul class="values" node_ref=node on:change=tick on:click=exclude></ul> }
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
    if (was.count, was.adds && !was.ticked) != (now.count, now.adds && !now.ticked) {
        let mut m = Markup::default();
        rail::count(&mut m, now);
        node.draw_in(".count", &m.done());
    }
}

/// Days: from and to, the days that occur as bars, and where the day is from.
#[component]
fn Days() -> impl IntoView {
    let session = session();
    let bars = Memo::new(move |_| session.answer.with(|a| a.as_ref().map(|a| a.histogram.clone()).unwrap_or_default()));
    let most = move || bars.with(|b| b.iter().filter(|(d, _)| d.is_some()).map(|(_, n)| *n).max().unwrap_or(1).max(1));
    let undated = move || bars.with(|b| b.iter().find(|(d, _)| d.is_none()).map_or(0, |(_, n)| *n));
    let date = move || session.filter.with(|f| f.date);
    let set = move |first: bool, text: String| {
        session.edit(|f| {
            let day = Day::parse(&text);
            let date = if first { (day, f.date.1) } else { (f.date.0, day) };
            choice::days(f, date)
        });
    };
    let node = NodeRef::<leptos::html::Ul>::new();
    let items = StoredValue::new_local(List::default());
    Effect::new(move |_| {
        let (Some(node), most, date) = (node.get(), most(), date()) else { return };
        let chosen = |iso: &str| choice::days_of(iso).is_some_and(|(a, b)| date == (Some(a), Some(b)));
        let wanted = bars.with(|bars| {
            let dated = bars.iter().filter_map(|(day, n)| Some((day.clone()?, *n)));
            dated.map(|(iso, n)| Bar { chosen: chosen(&iso), count: (n, most), iso }).collect()
        });
        let markup = |new: &[&Bar]| {
            let mut m = Markup::default();
            new.iter().for_each(|bar| rail::bar(&mut m, bar));
            m.done()
        };
        items.update_value(|items| items.show(&node, wanted, |a: &Bar, b| a.iso == b.iso, markup, change_bar));
    });
    let pick = move |event: MouseEvent| {
        let iso = list::hit(&event, "button", "data-value");
        let Some((first, last)) = iso.and_then(|iso| choice::days_of(&iso)) else { return };
        session.edit(|f| {
            let date = if f.date == (Some(first), Some(last)) { (None, None) } else { (Some(first), Some(last)) };
            choice::days(f, date)
        });
    };
    view! {
        <details class="facet" open data-facet-box="date">
            <summary data-key="facet-date"><span class="facet-name">"Day of the act"</span></summary>
            <fieldset>
                <legend class="vh">"Day of the act"</legend>
                <div class="dates">
                    <label>"from " <input id="date-from" type="date" prop:value=move || date().0.map(|d| d.to_string()).unwrap_or_default()
                        on:change:target=move |ev| set(true, ev.target().value()) /></label>
                    <label>"to " <input id="date-to" type="date" prop:value=move || date().1.map(|d| d.to_string()).unwrap_or_default()
                        on:change:target=move |ev| set(false, ev.target().value()) /></label>
                </div>
                <ul class="values days" node_ref=node on:click=pick></ul>
                <Show when=move || { undated() > 0 }>
                    <Show
                        when=move || date() != (None, None)
                        fallback=move || view! { <p class="hint">{move || words::without_day(undated())}</p> }
                    >
                        <label class="undated" data-facet="undated">
                            <input
                                type="checkbox" data-key="undated"
                                prop:checked=move || session.filter.with(|f| f.undated)
                                on:change:target=move |ev| {
                                    let with = ev.target().checked();
                                    session.edit(|f| choice::undated(f, with));
                                }
                            />
                            " " {move || words::also_without_day(undated())}
                        </label>
                    </Show>
                </Show>
            </fieldset>
        </details>
        <FacetBox facet=Facet::Basis />
    }
}

/// Brings a day's node up to date, and draws its bar.
fn change_bar(node: &Item, was: Option<&Bar>, bar: &Bar) {
    node.width(".bar > span", &rail::width(bar));
    let Some(was) = was else { return };
    if was.chosen != bar.chosen {
        node.set_in("button", "aria-pressed", if bar.chosen { "true" } else { "false" });
    }
    if was.count.0 != bar.count.0 {
        node.set("data-count", &bar.count.0.to_string());
        node.draw_in(".count", &words::number(bar.count.0));
    }
}
