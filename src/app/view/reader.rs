//! The Reader: the whole text by zones as received, evidence marked, acts as margin notes, furniture folded.

use super::{
    Link, act_label, add::AddArticles, evidence, export::ExportMenu, frame::CopyLink, row, sentence::Unknown,
    statements::Orphan, why::why,
};
use crate::{
    app::{choice, session::session, words},
    corpus::zone::ZoneKind,
    query::{
        answer::{ArticleCard, ArticleView, MarkedSentence, Passage, Row},
        filter::{Filter, View},
    },
};
use leptos::prelude::*;
use std::sync::Arc;

/// `#/articles` lists the articles, `#/articles/000` reads one.
#[component]
pub fn Articles() -> impl IntoView {
    let session = session();
    let item = Memo::new(move |_| session.filter.with(|f| f.item.clone()));
    move || match item.get() {
        None => view! { <ArticleList /> }.into_any(),
        Some(id) => {
            let of = id.clone();
            let article = Memo::new(move |_| {
                session
                    .article
                    .with(|a| a.as_ref().filter(|(id, _)| *id == of).map(|(_, view)| ByAddress(view.clone())))
            });
            let missing = id.clone();
            (move || match article.get() {
                None => view! { <h1 class="reading">"Reading the article …"</h1> }.into_any(),
                Some(ByAddress(None)) => view! { <NoArticle id=missing.clone() /> }.into_any(),
                Some(ByAddress(Some(view))) => view! { <Reader article=view /> }.into_any(),
            })
            .into_any()
        }
    }
}

/// An article view that equals only itself: cheaper than comparing whole texts.
#[derive(Clone)]
struct ByAddress(Option<Arc<ArticleView>>);

impl PartialEq for ByAddress {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

#[component]
fn NoArticle(id: String) -> impl IntoView {
    view! {
        <h1>{format!("There is no article {id} in this corpus")}</h1>
        <p>"Perhaps the link is from another build. The articles that are here:"</p>
        <ArticleCards />
    }
}

#[component]
fn ArticleList() -> impl IntoView {
    view! {
        <div class="column">
            <h1>"Articles"</h1>
            <h2 class="vh">"All articles"</h2>
            <ArticleCards full=true />
            <AddArticles />
        </div>
    }
}

/// The articles with outlet, day and its basis, and what was read in them.
#[component]
pub fn ArticleCards(
    /// With the lines that name the outlet.
    #[prop(optional)]
    full: bool,
) -> impl IntoView {
    let session = session();
    let cards = move || {
        session
            .overview
            .get()
            .map(|o| o.articles.iter().map(|card| view! { <Card card=card.clone() full=full /> }).collect_view())
    };
    let more = move || {
        let more = session.overview.with(|o| o.as_ref().map_or(0, |o| o.more));
        (more > 0).then(|| view! { <p class="quiet-text">{words::more_articles(more)}</p> })
    };
    view! { <ol class="cards">{cards}</ol> {more} }
}

#[component]
fn Card(card: ArticleCard, full: bool) -> impl IntoView {
    let session = session();
    let id = card.id.clone();
    let to = Signal::derive(move || session.filter.with(|f| choice::view(f, View::Articles, Some(&id))));
    let (sentences, evidence) = card.sentences;
    let (id, title) = (card.id.clone(), card.title.clone());
    let most: u32 = card.families.iter().sum::<u32>().max(1);
    let bars = crate::lexicon::act::Family::ALL
        .into_iter()
        .zip(card.families)
        .filter(|(_, n)| *n > 0)
        .map(|(family, n)| {
            let width = format!("{:.2}%", f64::from(n) * 100.0 / f64::from(most));
            view! { <span class="part" data-family=family.slug() style:width=width title=format!("{}: {n}", words::family(family))></span> }
        })
        .collect_view();
    let summary: Vec<String> = crate::lexicon::act::Family::ALL
        .into_iter()
        .zip(card.families)
        .filter(|(_, n)| *n > 0)
        .map(|(family, n)| format!("{} {n}", words::family(family).to_lowercase()))
        .collect();
    view! {
        <li class="card" data-article=id.clone()>
            <p class="card-id figures">{id.clone()}</p>
            <div class="card-main">
                <h3><Link to=to key=format!("card-{id}")>{title}</Link></h3>
                <p class="card-meta">{origin(&card)}</p>
                {full.then(|| naming(&card))}
                <p class="card-meta">
                    {format!("{} in {} of {}", words::statements(card.statements), evidence, words::count(sentences, "sentence", "sentences"))}
                    {(!summary.is_empty()).then(|| format!(": {}", summary.join(", ")))}
                </p>
                <p class="families" aria-hidden="true">{bars}</p>
            </div>
        </li>
    }
}

/// Outlet, republisher, language, day and basis.
fn origin(card: &ArticleCard) -> impl IntoView + use<> {
    let outlet = match &card.outlet {
        Some(outlet) => view! { <b>{outlet.clone()}</b> }.into_any(),
        None => view! { <span class="unstated">"outlet "{words::NOT_STATED}</span> }.into_any(),
    };
    let republisher = card.republisher.clone().map(|r| format!(", republished by {r}"));
    let language = card.language.clone().map(|l| format!(", translated from {}", words::language(&l)));
    let day = match &card.published {
        Some(iso) => view! {
            <span class="day" data-basis="resolved" title=card.basis.clone()>
                <time datetime=iso.clone()>{words::day(iso)}</time> " " <span class="basis">"resolved, not stated"</span>
            </span>
        }
        .into_any(),
        None => view! { <span class="unstated">"day "{words::NOT_STATED}</span> }.into_any(),
    };
    view! { {outlet} {republisher} {language} <span class="dot" aria-hidden="true">" · "</span> {day} }
}

/// The lines in which the text names its outlet; said where it does not.
fn naming(card: &ArticleCard) -> AnyView {
    if card.outlet.is_none() {
        return ().into_any();
    }
    if card.naming.is_empty() {
        return view! { <p class="naming">{words::OUTLET_UNNAMED}</p> }.into_any();
    }
    let lines = card
        .naming
        .iter()
        .map(|line| view! { " " <q class="evidence" data-article=card.id.clone()>{evidence::pieces(line, None)}</q> })
        .collect_view();
    view! { <p class="naming">{words::OUTLET_NAMED} {lines}</p> }.into_any()
}

#[component]
fn Reader(article: Arc<ArticleView>) -> impl IntoView {
    let session = session();
    let card = article.card.clone();
    let selected = Signal::derive(move || session.filter.with(|f| f.selected.clone()));
    let narrowed = (article.rows.len() as u32) < card.statements;
    let none = card.statements == 0;
    let hidden = article.hidden;
    let orphan = {
        let article = article.clone();
        move || {
            selected.get().filter(|id| {
                !article.rows.iter().any(|r| r.id == *id)
                    && !article.passages.iter().any(|p| p.sentences.iter().any(|s| s.id == *id))
            })
        }
    };
    let sheet = folds(&article)
        .into_iter()
        .map(|fold| match fold {
            Fold::Text(passage) => block(passage, &article.rows, selected),
            Fold::Hidden(passages) => furniture(passages, session.furniture),
        })
        .collect_view();
    let shown = article.rows.len() as u32;
    let all = card.statements;
    view! {
        <article class="reader" class:unmarked=move || !session.marked.get() lang="en">
            <header class="reader-head">
                <h1>{card.title.clone()}</h1>
                <p class="card-meta">{origin(&card)}</p>
                <p class="basis-note">{card.basis.clone()}</p>
                {naming(&card)}
                <p class="reader-count" id="filter-sentence">
                    <span id="total" class="total">{words::number(shown)}</span>
                    {match (none, narrowed) {
                        (true, _) => " statements were read in this article. The text is here in full.".to_string(),
                        (_, true) => format!(" of {} in this article answer the filter", words::statements(all)),
                        (_, false) => format!(" {} in this article", if all == 1 { "statement" } else { "statements" }),
                    }}
                    {narrowed.then(|| view! {
                        " " <button type="button" class="quiet" id="clear-all" on:click=move |_| session.edit(choice::everything)>"Show all"</button>
                    })}
                </p>
                <Unknown />
                {move || orphan().map(|id| view! { <Orphan id=id /> })}
                <div class="toolbar">
                    <button type="button" on:click=move |_| session.step(false)>"Previous evidence"</button>
                    <button type="button" on:click=move |_| session.step(true)>"Next evidence"</button>
                    <label class="switch"><input type="checkbox" prop:checked=move || session.marked.get() on:change=move |_| session.marked.update(|m| *m = !*m) />"Marks"</label>
                    {(hidden > 0).then(|| view! {
                        <label class="switch" data-hidden=hidden.to_string()><input type="checkbox" prop:checked=move || session.furniture.get() on:change=move |_| session.furniture.update(|f| *f = !*f) />
                            {format!("Hidden lines ({})", words::number(hidden))}
                        </label>
                    })}
                    <ExportMenu />
                    <CopyLink />
                </div>
            </header>
            <div class="sheet">{sheet}</div>
            <footer class="reader-foot"><Neighbours id=card.id.clone() /></footer>
        </article>
    }
}

/// A stretch of the article: one passage of text, or furniture in a row.
enum Fold<'a> {
    Text(&'a Passage),
    Hidden(Vec<&'a Passage>),
}

fn folds(article: &ArticleView) -> Vec<Fold<'_>> {
    let mut out: Vec<Fold> = Vec::new();
    for passage in &article.passages {
        match (passage.zone.is_read(), out.last_mut()) {
            (true, _) => out.push(Fold::Text(passage)),
            (false, Some(Fold::Hidden(lines))) => lines.push(passage),
            (false, _) => out.push(Fold::Hidden(vec![passage])),
        }
    }
    out
}

fn furniture(passages: Vec<&Passage>, open: RwSignal<bool>) -> AnyView {
    let lines = passages
        .iter()
        .map(|p| {
            let text: String = p.sentences.iter().flat_map(|s| s.pieces.iter().map(|p| p.text.as_str())).collect();
            view! { <li data-zone=zone_slug(p.zone)><span class="zone">{words::zone(p.zone)}</span> {text}</li> }
        })
        .collect_view();
    let head = words::count(passages.len() as u32, "line hidden", "lines hidden");
    view! {
        <details class="furniture" data-furniture open=move || open.get()>
            <summary>{head}</summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any()
}

fn zone_slug(zone: ZoneKind) -> &'static str {
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
fn block(passage: &Passage, rows: &[Row], selected: Signal<Option<String>>) -> AnyView {
    let sentences = passage.sentences.iter().map(|s| marked(s, selected)).collect_view();
    let notes: Vec<AnyView> = passage
        .sentences
        .iter()
        .flat_map(|s| rows.iter().filter(move |r| choice::is_of(&r.id, &s.id)))
        .map(|r| view! { <Note row=Arc::new(r.clone()) selected=selected /> }.into_any())
        .collect();
    let text = match passage.zone {
        ZoneKind::Headline | ZoneKind::Subheading => view! { <h2 class="words">{sentences}</h2> }.into_any(),
        ZoneKind::Caption => view! { <p class="words"><span class="zone">"caption"</span> {sentences}</p> }.into_any(),
        _ => view! { <p class="words">{sentences}</p> }.into_any(),
    };
    let any = !notes.is_empty();
    view! {
        <div class="block" data-zone=zone_slug(passage.zone)>
            {text} {any.then(|| view! { <ul class="notes">{notes}</ul> })}
        </div>
    }
    .into_any()
}

fn marked(sentence: &MarkedSentence, selected: Signal<Option<String>>) -> AnyView {
    let id = sentence.id.clone();
    let here = move || selected.with(|s| s.as_deref().is_some_and(|s| choice::is_of(s, &id)));
    let doubts = sentence
        .doubts
        .iter()
        .map(|d| view! { <span class="flag" title=words::doubt(*d)>{words::doubt_short(*d)}</span> })
        .collect_view();
    let own = Some(sentence.id.clone()).filter(|id| !id.is_empty());
    view! {
        <span class="sentence" data-sentence=own data-selected=move || here().then_some("")>{evidence::pieces(&sentence.pieces, Some(selected))}</span> {doubts} " "
    }
    .into_any()
}

/// A statement in the margin. The selected one opens its panel.
#[component]
fn Note(row: Arc<Row>, selected: Signal<Option<String>>) -> impl IntoView {
    let session = session();
    let id = row.id.clone();
    let of = id.clone();
    let on = Memo::new(move |_| selected.with(|s| s.as_deref() == Some(of.as_str())));
    let pick = {
        let id = id.clone();
        move |_| session.select(&id)
    };
    let (share, cite) = (id.clone(), id.clone());
    let manner = words::manner(row.polarity, row.modality);
    let panel = row.clone();
    view! {
        <li class="note" class:current=on data-note=id.clone() data-act=words::act(row.act) data-family=row.act.family().slug()>
            <p class="note-head">
                <button type="button" class="note-pick" aria-pressed=move || on.get().to_string() on:click=pick>
                    {act_label(row.act)} {(!manner.is_empty()).then(|| view! { " " <span class="manner">{manner}</span> })}
                </button>
            </p>
            <p class="row-who">{row::who(&row)}</p>
            {(!row.via.is_empty()).then(|| view! { <p class="note-via">{row::chain(&row)}</p> })}
            <Show when=move || on.get()>
                {why(&panel)}
                <p><button type="button" class="quiet" on:click={
                    let share = share.clone();
                    move |_| session.copy_link(&Filter { selected: Some(share.clone()), ..session.filter.get_untracked() })
                }>"Copy link"</button>
                " "
                <button type="button" class="quiet" data-cite on:click={
                    let cite = cite.clone();
                    move |_| session.cite(cite.clone())
                }>"Cite"</button></p>
            </Show>
        </li>
    }
}

/// The articles before and after.
#[component]
fn Neighbours(id: String) -> impl IntoView {
    let session = session();
    let link = move |by: i32, word: &'static str| {
        let overview = session.overview.get()?;
        let at = overview.articles.iter().position(|a| a.id == id)? as i32;
        let card = overview.articles.get(usize::try_from(at + by).ok()?)?.clone();
        let of = card.id.clone();
        let to = Signal::derive(move || session.filter.with(|f| choice::view(f, View::Articles, Some(&of))));
        Some(view! { <p><Link to=to>{format!("{word}: {} {}", card.id, card.title)}</Link></p> })
    };
    let before = link.clone();
    view! { {move || before(-1, "Previous article")} {move || link(1, "Next article")} }
}
