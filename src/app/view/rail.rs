//! The facet rail: fieldsets of checkboxes with counts, each value with a button that excludes it.

use super::act_glyph;
use crate::{
    app::{choice, session::session, words},
    corpus::day::Day,
    lexicon::act::{Act, Family},
    query::{answer::FacetValue, filter::Facet},
};
use leptos::prelude::*;

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
    let values = Memo::new(move |_| {
        session.answer.with(|a| {
            a.as_ref()
                .and_then(|a| a.facets.iter().find(|f| f.facet == facet))
                .map(|f| f.values.clone())
                .unwrap_or_default()
        })
    });
    let chosen = move || session.filter.with(|f| f.facets.get(&facet).map_or(0, |c| c.include.len() + c.exclude.len()));
    let several = move || {
        SEVERAL.contains(&facet) && session.filter.with(|f| f.facets.get(&facet).is_some_and(|c| c.include.len() > 1))
    };
    let many = RwSignal::new(false);
    let total = move || values.with(Vec::len);
    let hint = words::facet_hint(facet);
    let open = matches!(
        facet,
        Facet::Act | Facet::Source | Facet::Addressee | Facet::Topic | Facet::Article | Facet::Outlet | Facet::Via
    );
    // A closed facet that a link chooses from opens.
    let open = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or(open) || chosen() > 0);
    let body = move || {
        if facet == Facet::Act {
            Family::ALL.map(|family| view! { <FamilyGroup family=family values=values /> }).collect_view().into_any()
        } else {
            let shown = move || {
                values.with(|all| {
                    all.iter()
                        .enumerate()
                        .filter(|(i, v)| *i < FEW || many.get() || v.included || v.excluded)
                        .map(|(_, v)| v.slug.clone())
                        .collect::<Vec<_>>()
                })
            };
            view! {
                <ul class="values">
                    <For each=shown key=Clone::clone let:slug>
                        <ValueRow facet=facet slug=slug values=values />
                    </For>
                </ul>
                <Show when=move || { total() > FEW }>
                    <button type="button" class="quiet more" aria-expanded=move || many.get().to_string() on:click=move |_| many.update(|m| *m = !*m)>
                        {move || if many.get() { "Show fewer".to_string() } else { format!("Show all {}", total()) }}
                    </button>
                </Show>
            }
            .into_any()
        }
    };
    view! {
        <Show when=move || { total() > 0 }>
            <details class="facet" open=move || open.get() data-facet-box=facet.key()>
                <summary data-key=format!("facet-{}", facet.key())>
                    <span class="facet-name">{words::facet(facet)}</span>
                    <Show when=move || { chosen() > 0 }>
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

/// A family with its acts: one tick for all of them.
#[component]
fn FamilyGroup(family: Family, values: Memo<Vec<FacetValue>>) -> impl IntoView {
    let session = session();
    let slug = format!("family-{}", family.slug());
    let here = move || {
        values.with(|all| {
            family
                .acts()
                .filter(|a| all.iter().any(|v| v.slug == a.slug()))
                .map(|a| a.slug().to_string())
                .collect::<Vec<_>>()
        })
    };
    let count = {
        let slug = slug.clone();
        move || {
            values.with(|all| {
                all.iter().find(|v| v.slug == slug).map_or_else(
                    || {
                        all.iter()
                            .filter(|v| Act::of_slug(&v.slug).is_some_and(|a| a.family() == family))
                            .map(|v| v.count)
                            .sum()
                    },
                    |v| v.count,
                )
            })
        }
    };
    let (ticked, excluded) = state(Facet::Act, &slug);
    let any = {
        let (count, ticked, excluded) = (count.clone(), ticked, excluded);
        move || count() > 0u32 || ticked.get() || excluded.get()
    };
    let toggle = slug.clone();
    view! {
        <div class="family" data-family=family.slug() hidden=move || !any()>
            <ul class="values">
                <li class="value family-head" class:ticked=ticked class:excluded=excluded data-facet="act" data-value=slug.clone() data-count=count.clone()>
                    <label>
                        <input type="checkbox" data-key=format!("act-{slug}") prop:checked=ticked
                            on:change=move |_| session.edit(|f| choice::toggle(f, Facet::Act, &toggle)) />
                        <span class="name">{words::family(family)}</span>
                        <span class="count">{count.clone()}</span>
                    </label>
                    <ExcludeButton facet=Facet::Act slug=slug.clone() excluded=excluded name=words::family(family).to_string() />
                </li>
                <For each=here key=Clone::clone let:slug>
                    <ValueRow facet=Facet::Act slug=slug values=values />
                </For>
            </ul>
        </div>
    }
}

/// Whether a value is ticked, and whether it is excluded.
fn state(facet: Facet, slug: &str) -> (Memo<bool>, Memo<bool>) {
    let session = session();
    let a = choice::slugs(facet, slug);
    let b = a.clone();
    let all =
        move |chosen: &std::collections::BTreeSet<String>, slugs: &[String]| slugs.iter().all(|s| chosen.contains(s));
    let ticked = Memo::new(move |_| session.filter.with(|f| f.facets.get(&facet).is_some_and(|c| all(&c.include, &a))));
    let excluded =
        Memo::new(move |_| session.filter.with(|f| f.facets.get(&facet).is_some_and(|c| all(&c.exclude, &b))));
    (ticked, excluded)
}

#[component]
fn ValueRow(facet: Facet, slug: String, values: Memo<Vec<FacetValue>>) -> impl IntoView {
    let session = session();
    let of = slug.clone();
    let now = Memo::new(move |_| values.with(|all| all.iter().find(|v| v.slug == of).cloned()));
    let count = move || now.with(|v| v.as_ref().map_or(0, |v| v.count));
    let label = now.with_untracked(|v| v.as_ref().map(|v| v.label.clone())).unwrap_or_default();
    let label = match facet {
        Facet::Article if label != slug => format!("{slug} {label}"),
        _ => words::value(facet, &slug).map(str::to_string).unwrap_or(label),
    };
    let glyph = (facet == Facet::Act).then(|| Act::of_slug(&slug)).flatten().map(act_glyph);
    let (ticked, excluded) = state(facet, &slug);
    let toggle = slug.clone();
    // Where something else of this facet is ticked, the count is what ticking this one adds.
    let adds =
        move || !ticked.get() && session.filter.with(|f| f.facets.get(&facet).is_some_and(|c| !c.include.is_empty()));
    view! {
        <li class="value" class:ticked=ticked class:excluded=excluded data-facet=facet.key() data-value=slug.clone() data-count=count>
            <label>
                <input type="checkbox" data-key=format!("{}-{slug}", facet.key()) prop:checked=ticked
                    on:change=move |_| session.edit(|f| choice::toggle(f, facet, &toggle)) />
                {glyph}
                <span class="name" title=label.clone()>{label.clone()}</span>
                <span class="count">
                    {move || if adds() { "+" } else { "" }}{move || words::number(count())}
                    <span class="vh">{move || if adds() { " more if ticked" } else { "" }}</span>
                </span>
            </label>
            <ExcludeButton facet=facet slug=slug.clone() excluded=excluded name=label />
        </li>
    }
}

#[component]
fn ExcludeButton(facet: Facet, slug: String, excluded: Memo<bool>, name: String) -> impl IntoView {
    let session = session();
    let key = format!("not-{}-{slug}", facet.key());
    view! {
        <button
            type="button" class="exclude" data-exclude data-key=key title="Exclude"
            aria-pressed=move || excluded.get().to_string()
            aria-label=format!("Exclude {name}")
            on:click=move |_| session.edit(|f| choice::exclude(f, facet, &slug))
        >
            <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M8 2.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 1 1 8 2.6ZM4.4 8h7.2"></path></svg>
        </button>
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
    let rows = move || {
        let most = most();
        bars.get()
            .into_iter()
            .filter_map(|(day, n)| {
                let iso = day?;
                let (first, last) = choice::days_of(&iso)?;
                let on = move || date() == (Some(first), Some(last));
                let key = format!("day-{iso}");
                let pick = move |_| {
                    session.edit(|f| {
                        let date =
                            if f.date == (Some(first), Some(last)) { (None, None) } else { (Some(first), Some(last)) };
                        choice::days(f, date)
                    });
                };
                let width = format!("{:.1}%", f64::from(n) * 100.0 / f64::from(most));
                Some(view! {
                    <li class="day-row" data-facet="date" data-value=iso.clone() data-count=n.to_string()>
                        <button type="button" data-key=key aria-pressed=move || on().to_string() on:click=pick>
                            <span class="name">{words::day(&iso)}</span>
                            <span class="bar" aria-hidden="true"><span style:width=width></span></span>
                            <span class="count">{words::number(n)}</span>
                        </button>
                    </li>
                })
            })
            .collect_view()
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
                <ul class="values days">{rows}</ul>
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
