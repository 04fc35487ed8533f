//! Statements, the work view: rail, filter sentence, list, preview.

use super::{
    brief,
    export::ExportMenu,
    frame::{CopyLink, OpenRail},
    paper::Paper,
    rail::Rail,
    sentence::{FilterSentence, Found, Unknown},
};
use crate::{
    app::{
        browser::{list::List, timer},
        choice,
        markup::{row, why},
        session::{FIRST_ROWS, session},
        words,
    },
    query::{
        answer::{Passage, Row},
        filter::{Filter, Sort, Unit, Within},
    },
};
use leptos::prelude::*;

/// How many rows come at a time.
const WINDOW: usize = 50;

/// The work view.
#[component]
pub fn Statements() -> impl IntoView {
    let session = session();
    view! {
        <div class="work">
            <Rail />
            <section class="list" aria-label="Statements" inert=move || session.drawer.get()>
                <FilterSentence heading=true />
                <Unknown />
                <Toolbar />
                <Rows />
                <Paper />
                <Hits />
                <Hidden />
            </section>
            <Show when=move || session.wide.get()><Preview /></Show>
        </div>
    }
}

/// Order, counting unit, copy link, and on a narrow screen the way to the filters.
#[component]
fn Toolbar() -> impl IntoView {
    let session = session();
    view! {
        <div class="toolbar">
            <OpenRail />
            <label class="pick">"Order "
                <select id="sort" prop:value=move || session.filter.with(|f| f.sort.slug())
                    on:change:target=move |ev| {
                        let slug = ev.target().value();
                        let sort = Sort::LIST.into_iter().find(|s| s.slug() == slug).unwrap_or_default();
                        session.edit(|f| Filter { sort, ..f.clone() });
                    }>
                    {Sort::LIST.map(|s| view! { <option value=s.slug()>{words::sort(s)}</option> }).collect_view()}
                </select>
            </label>
            <label class="pick">"Count "
                <select id="unit" prop:value=move || session.filter.with(|f| f.unit.slug())
                    on:change:target=move |ev| {
                        let slug = ev.target().value();
                        let unit = Unit::ALL.into_iter().find(|s| s.slug() == slug).unwrap_or_default();
                        session.edit(|f| Filter { unit, ..f.clone() });
                    }>
                    {Unit::ALL.map(|s| view! { <option value=s.slug()>{words::unit(s)}</option> }).collect_view()}
                </select>
            </label>
            <Show when=move || session.filter.with(|f| !f.q.trim().is_empty())>
                <label class="pick">"Search in "
                    <select id="within" prop:value=move || session.filter.with(|f| f.within.slug())
                        on:change:target=move |ev| {
                            let slug = ev.target().value();
                            let within = Within::ALL.into_iter().find(|s| s.slug() == slug).unwrap_or_default();
                            session.edit(|f| Filter { within, ..f.clone() });
                        }>
                        {Within::ALL.map(|s| view! { <option value=s.slug()>{words::within(s)}</option> }).collect_view()}
                    </select>
                </label>
            </Show>
            <ExportMenu />
            <CopyLink />
        </div>
        <Found />
    }
}

/// What a row is drawn from, as far as it changes from one answer to the next: its words, and the marks on them.
#[derive(Clone, PartialEq, Eq)]
struct Key {
    id: String,
    pieces: Vec<(usize, usize)>,
}

impl Key {
    fn of(row: &Row) -> Self {
        Self { id: row.id.clone(), pieces: row.evidence.iter().map(|p| (p.text.len(), p.marks.len())).collect() }
    }
}

/// The list. Rows of the first screen come with the answer, the others once that is painted.
#[component]
fn Rows() -> impl IntoView {
    let session = session();
    let node = NodeRef::<leptos::html::Ol>::new();
    let items = StoredValue::new_local(List::<Key>::default());
    let draw = move |whole: bool| {
        // The view may be left before the second call.
        let node = node.try_get_untracked().flatten();
        let (Some(node), Some(answer)) = (node, session.answer.get_untracked()) else { return };
        let filter = session.filter.get_untracked();
        items.try_update_value(|items| {
            let keys = answer.rows.iter().map(Key::of).enumerate();
            let wanted =
                keys.filter(|(i, key)| whole || *i < FIRST_ROWS || items.has(key)).map(|(_, key)| key).collect();
            let markup =
                |new: &[&Key]| row::rows(answer.rows.iter().filter(|r| new.iter().any(|k| k.id == r.id)), &filter);
            items.show(&node, wanted, Key::eq, markup, |_, _, _| ());
        });
    };
    Effect::new(move |_| {
        if node.get().is_none() || session.answer.with(Option::is_none) {
            return;
        }
        let whole = !session.undrawn.get_untracked();
        draw(whole);
        if !whole {
            timer::after_paint(move || {
                draw(true);
                session.undrawn.set(false);
            });
        }
    });
    let shown = move || session.answer.with(|a| a.as_ref().map_or(0, |a| a.rows.len()));
    let total = move || session.answer.with(|a| a.as_ref().map_or(0, |a| a.totals.statements as usize));
    let empty = move || session.answer.with(|a| a.as_ref().is_some_and(|a| a.totals.statements == 0));
    view! {
        <ol class="rows" id="rows" node_ref=node></ol>
        <Show when=move || { shown() < total() }>
            <p class="more-rows">
                <button type="button" id="more" on:click=move |_| session.more()>
                    {move || format!("Show {} more", (total() - shown()).min(WINDOW))}
                </button>
                <span class="quiet-text">{move || format!("{} of {} shown", shown(), total())}</span>
            </p>
        </Show>
        <Show when=empty>
            <Empty />
        </Show>
    }
}

/// Nothing matches: what to loosen.
#[component]
fn Empty() -> impl IntoView {
    let session = session();
    let buttons = move || {
        let loosen = session.answer.with(|a| a.as_ref().map(|a| a.loosen.clone()).unwrap_or_default());
        loosen
            .into_iter()
            .map(|l| {
                let name = match l.key.as_str() {
                    "date" => "the days".to_string(),
                    "q" => "the search".to_string(),
                    key => crate::query::filter::Facet::ALL
                        .into_iter()
                        .find(|f| f.key() == key)
                        .map_or_else(|| key.to_string(), |f| words::facet(f).to_lowercase()),
                };
                let text = format!("Without {name}: {}", words::statements(l.statements));
                view! { <li><button type="button" data-loosen=l.key.clone() on:click=move |_| session.edit(|f| choice::without(f, &l.key))>{text}</button></li> }
            })
            .collect_view()
    };
    view! {
        <div class="empty" data-empty>
            <h2>"No statement answers this filter"</h2>
            <ul class="loosen">
                {buttons}
                <li><button type="button" on:click=move |_| session.edit(choice::everything)>"Show everything"</button></li>
            </ul>
        </div>
    }
}

/// Sentences that the search, the topic or the place found and no statement covers.
#[component]
fn Hits() -> impl IntoView {
    let session = session();
    move || {
        let (hits, total) =
            session.answer.with(|a| a.as_ref().map(|a| (a.hits.clone(), a.hits_total)).unwrap_or_default());
        (total > 0).then(|| {
            let none = session.answer.with(|a| a.as_ref().is_some_and(|a| a.totals.statements == 0));
            let head = words::gap(total, session.filter.with(|f| !f.q.trim().is_empty()), none);
            let items = hits.iter().map(brief::hit).collect_view();
            view! { <section class="hits" data-hits=total.to_string()><h2>{head}</h2> <ol>{items}</ol></section> }
        })
    }
}

/// Lines that are not read and hold the search's words.
#[component]
fn Hidden() -> impl IntoView {
    let session = session();
    move || {
        let hidden = session.answer.with(|a| a.as_ref().map(|a| a.hidden.clone()).unwrap_or_default());
        (!hidden.is_empty()).then(|| {
            let head = words::hidden_lines(hidden.len() as u32);
            let items = hidden.iter().map(brief::hit).collect_view();
            view! { <section class="hits" data-hidden-hits><h2>{head}</h2> <ol>{items}</ol></section> }
        })
    }
}

/// The selected statement in its passage, and why it was read so. The first one where none is selected.
#[component]
fn Preview() -> impl IntoView {
    let session = session();
    let row = Memo::new(move |_| {
        let selected = session.filter.with(|f| f.selected.clone());
        match selected {
            Some(id) => session.row(&id).ok_or(Some(id)),
            None => session.answer.with(|a| a.as_ref().and_then(|a| a.rows.first().cloned())).ok_or(None),
        }
    });
    let body = move || match row.get() {
        Ok(row) => {
            let markup = session.article.with(|a| {
                let view = a.as_ref().filter(|(of, _)| *of == row.article).and_then(|(_, view)| view.as_ref());
                let holds = |p: &&Passage| p.sentences.iter().any(|s| choice::is_of(&row.id, &s.id));
                let passage = view.and_then(|view| view.passages.iter().find(holds));
                session.filter.with_untracked(|f| why::preview(&row, passage, f))
            });
            view! { <div class="preview-body" data-preview-of=row.id inner_html=markup></div> }.into_any()
        }
        Err(Some(id)) => view! { <Orphan id=id /> }.into_any(),
        Err(None) => ().into_any(),
    };
    view! { <aside class="preview" aria-label="The selected statement" data-preview>{body}</aside> }
}

/// A selected statement that is not there.
#[component]
pub fn Orphan(
    /// What the link selects.
    id: String,
) -> impl IntoView {
    let session = session();
    let ready = move || session.ready();
    view! {
        <Show when=ready>
            <p class="notice" data-orphan>
                {format!("The evidence {id} that the link selects is not found under this filter in this version of the corpus.")}
            </p>
        </Show>
    }
}
