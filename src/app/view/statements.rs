//! Statements, the work view: rail, filter sentence, list, preview.

use super::{
    Link, act_label, brief, evidence,
    export::ExportMenu,
    frame::{CopyLink, OpenRail},
    paper::Paper,
    rail::Rail,
    row::{self, StatementRow},
    sentence::{FilterSentence, Found, Unknown},
    why::why,
};
use crate::{
    app::{choice, session::session, words},
    query::{
        answer::Row,
        filter::{Filter, Sort, Unit, Within},
    },
};
use leptos::prelude::*;
use std::sync::Arc;

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
            <Preview />
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

#[component]
fn Rows() -> impl IntoView {
    let session = session();
    let rows = move || -> Vec<Arc<Row>> {
        session.answer.with(|a| a.iter().flat_map(|a| a.rows.iter().cloned().map(Arc::new)).collect())
    };
    // A row is drawn anew only where its words or marks changed.
    let key = |row: &Arc<Row>| {
        let hits: Vec<(usize, usize)> = row.evidence.iter().map(|p| (p.text.len(), p.marks.len())).collect();
        (row.id.clone(), hits)
    };
    let shown = move || session.answer.with(|a| a.as_ref().map_or(0, |a| a.rows.len()));
    let total = move || session.answer.with(|a| a.as_ref().map_or(0, |a| a.totals.statements as usize));
    let empty = move || session.answer.with(|a| a.as_ref().is_some_and(|a| a.totals.statements == 0));
    view! {
        <ol class="rows" id="rows">
            <For each=rows key=key let:row>
                <StatementRow row=row />
            </For>
        </ol>
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
    let passage = move |row: &Row| {
        session.article.with(|a| {
            let (of, view) = a.as_ref()?;
            let view = view.as_ref().filter(|_| *of == row.article)?;
            let passage = view.passages.iter().find(|p| p.sentences.iter().any(|s| is_of(&row.id, &s.id)))?;
            let only = Signal::derive({
                let id = row.id.clone();
                move || Some(id.clone())
            });
            let sentences = passage
                .sentences
                .iter()
                .map(|s| {
                    view! { <span class="sentence" class:here=is_of(&row.id, &s.id)>{evidence::pieces(&s.pieces, Some(only))}</span> " " }
                })
                .collect_view();
            Some(view! { <blockquote class="passage" data-preview-passage><p>{sentences}</p></blockquote> })
        })
    };
    let body = move || match row.get() {
        Ok(row) => {
            let id = row.id.clone();
            let to = Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)));
            let (share, cite) = (row.id.clone(), row.id.clone());
            let shown = row.clone();
            view! {
                <div class="preview-body">
                    <p class="preview-act">{act_label(row.act)} " " <span class="manner">{words::manner(row.polarity, row.modality)}</span></p>
                    <h2 class="row-who">{row::who(&row)}</h2>
                    {move || passage(&shown)}
                    <p class="preview-tools">
                        <Link class="read" to=to>"Read in article"</Link>
                        <button type="button" class="quiet" on:click=move |_| {
                            session.copy_link(&Filter { selected: Some(share.clone()), ..session.filter.get_untracked() });
                        }>"Copy link"</button>
                        <button type="button" class="quiet" data-cite on:click=move |_| session.cite(cite.clone())>"Cite"</button>
                    </p>
                    <h3>"Why, and how sure"</h3>
                    {why(&row)}
                </div>
            }
            .into_any()
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

/// Whether a statement stands in a sentence: "000.60.2" and "000.60" in "000.60".
pub fn is_of(statement: &str, sentence: &str) -> bool {
    !sentence.is_empty()
        && statement.strip_prefix(sentence).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
