//! The Overview: the corpus in a sentence, its articles, ready questions, statements by family.

use super::{Link, add::AddArticles, figures, reader::ArticleCards, topics};
use crate::{
    app::{choice, questions, session::session, words},
    lexicon::act::Family,
    query::{
        filter::{Facet, View},
        view::{ViewData, figures::FigureCard, overview::OverviewData},
    },
};
use leptos::prelude::*;

/// The start page.
#[component]
pub fn Overview() -> impl IntoView {
    let session = session();
    let lede = move || {
        let (Some(overview), Some(base)) = (session.overview.get(), session.base.get()) else { return String::new() };
        questions::corpus_sentence(&overview.articles, &base)
    };
    let asked = move || {
        let base = session.base.get()?;
        let items = questions::questions(&base)
            .into_iter()
            .map(|q| {
                let filter = q.filter;
                view! {
                    <li>
                        <Link to=Signal::derive(move || filter.clone()) class="question">
                            <span class="question-text">{q.text}</span>
                            <span class="question-count">{words::statements(q.count)}</span>
                        </Link>
                    </li>
                }
            })
            .collect_view();
        Some(items)
    };
    let families = move || {
        let overview = session.overview.get()?;
        let most = overview.families.iter().copied().max().unwrap_or(1).max(1);
        let rows = Family::ALL
            .into_iter()
            .zip(overview.families)
            .map(|(family, n)| {
                let slug = format!("family-{}", family.slug());
                let filter = choice::fresh(Facet::Act, &[&slug]);
                let width = format!("{:.1}%", f64::from(n) * 100.0 / f64::from(most));
                let acts: Vec<String> = family.acts().map(|a| words::act(a).to_string()).collect();
                view! {
                    <tr data-family=family.slug()>
                        <th scope="row"><Link to=Signal::derive(move || filter.clone())>{words::family(family)}</Link></th>
                        <td class="acts">{words::list(&acts, "or")}</td>
                        <td class="bar-cell" aria-hidden="true"><span class="bar"><span style:width=width></span></span></td>
                        <td class="num">{words::number(n)}</td>
                    </tr>
                }
            })
            .collect_view();
        Some(rows)
    };
    let data = move || match &*session.data.get() {
        ViewData::Overview(data) => data.clone(),
        _ => OverviewData::default(),
    };
    let coverage = move || {
        let data = data();
        (!data.coverage.is_empty()).then(|| {
            let all = Signal::derive(move || session.filter.with(|f| choice::view(f, View::Topics, None)));
            view! {
                <section aria-labelledby="coverage">
                    <h2 id="coverage">"Which article reports what"</h2>
                    {topics::matrix(&data.articles, &data.coverage)}
                    <p><Link to=all class="all">{words::ALL_TOPICS}</Link></p>
                </section>
            }
        })
    };
    let disagreements = move || {
        let data = data();
        (!data.disagreements.is_empty()).then(|| {
            let all = Signal::derive(move || session.filter.with(|f| choice::view(f, View::Figures, None)));
            let groups = data
                .disagreements
                .iter()
                .map(|(group, cards)| {
                    figures::group(group, &cards.iter().collect::<Vec<&FigureCard>>(), true).into_any()
                })
                .collect_view();
            view! { <section class="disagreements" aria-labelledby="disagree">
                <h2 id="disagree">{words::DISAGREEMENTS}</h2>
                {groups}
                <p><Link to=all class="all">{words::ALL_FIGURES_LINK}</Link></p>
            </section> }
        })
    };
    let narrowed = move || session.filter.with(crate::query::filter::Filter::narrows);
    view! {
        <div class="column overview">
            <h1>"Who said what to whom, and who passed it on"</h1>
            <p class="lede">{lede}</p>
            <Show when=narrowed>
                <p class="notice">
                    "A filter is on: " {move || session.sentence()} ". "
                    <button type="button" class="quiet" on:click=move |_| session.edit(choice::everything)>"Show everything"</button>
                </p>
            </Show>
            <section aria-labelledby="ask">
                <h2 id="ask">"Start with a question"</h2>
                <ul class="questions">{asked}</ul>
                <p><Link to=Signal::derive(questions::all) class="all">"All statements"</Link></p>
            </section>
            <section aria-labelledby="corpus">
                <h2 id="corpus">"The articles"</h2>
                <ArticleCards />
                <AddArticles />
            </section>
            {coverage}
            {disagreements}
            <section aria-labelledby="families">
                <h2 id="families">"Statements by family"</h2>
                <table class="family-table">
                    <caption class="vh">"How many statements there are of each family of acts"</caption>
                    <thead class="vh"><tr><th scope="col">"Family"</th><th scope="col">"Acts"</th><th scope="col">"Share"</th><th scope="col">"Statements"</th></tr></thead>
                    <tbody>{families}</tbody>
                </table>
            </section>
        </div>
    }
}
