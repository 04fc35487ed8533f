//! Sourcing: outlet × agency × named, anonymous, hedged.

use super::{Link, brief, frame::Frame};
use crate::{
    app::{choice, session::session, words},
    query::{
        filter::{Facet, Filter, View},
        view::{
            Head, ViewData,
            sources::{Agency, OutletSourcing, Sources as Data},
        },
    },
};
use leptos::prelude::*;

/// `#/sources`.
#[component]
pub fn Sources() -> impl IntoView {
    let session = session();
    let data = move || match &*session.data.get() {
        ViewData::Sources(data) => data.clone(),
        _ => Data::default(),
    };
    let summary = move || {
        let data = data();
        words::independence(data.totals.articles, data.totals.outlets, data.named)
    };
    let body = move || {
        let data = data();
        view! {
            {(!data.outlets.is_empty()).then(|| table(&data.outlets))}
            {data.agencies.iter().map(|a| agency(a).into_any()).collect_view()}
        }
    };
    view! { <Frame head=words::view(View::Sources).to_string() summary=Signal::derive(summary)>{body}</Frame> }
}

fn chosen(facet: Facet, slug: &str, within: Option<(Facet, &str)>) -> Signal<Filter> {
    let (session, slug) = (session(), slug.to_string());
    let within = within.map(|(f, s)| (f, s.to_string()));
    Signal::derive(move || {
        session.filter.with(|f| {
            let f = choice::only(&choice::view(f, View::Statements, None), facet, &slug);
            within.as_ref().map_or(f.clone(), |(facet, slug)| choice::only(&f, *facet, slug))
        })
    })
}

fn heads(all: &[(Head, u32)], facet: Facet, outlet: &str) -> impl IntoView + use<> {
    all.iter()
        .enumerate()
        .map(|(i, (head, n))| {
            let to = chosen(facet, &head.slug, Some((Facet::Outlet, outlet)));
            let name = head.label.clone();
            view! { {if i > 0 { ", " } else { "" }} <Link to=to>{name}</Link> {format!(" ×{n}")} }
        })
        .collect_view()
}

fn table(outlets: &[OutletSourcing]) -> impl IntoView + use<> {
    let columns = outlets
        .first()
        .map(|o| o.sourcing.iter().map(|(slug, ..)| slug.clone()).collect::<Vec<_>>())
        .unwrap_or_default();
    let heads_row = columns
        .iter()
        .map(|slug| {
            let name = words::value(Facet::Sourcing, slug).map_or(slug.clone(), str::to_string);
            view! { <th scope="col" class="num">{name}</th> }
        })
        .collect_view();
    let rows = outlets
        .iter()
        .map(|o| {
            let slug = o.outlet.slug.clone();
            let name = words::value(Facet::Outlet, &slug).map_or(o.outlet.label.clone(), str::to_string);
            let counts = o
                .sourcing
                .iter()
                .map(|(how, _, n)| {
                    let n = *n;
                    let to = chosen(Facet::Sourcing, how, Some((Facet::Outlet, &slug)));
                    let label = words::value(Facet::Sourcing, how).map_or(how.clone(), str::to_string);
                    view! { <td class="num" class:none=n == 0 data-label=label>{if n > 0 { view! { <Link to=to>{n}</Link> }.into_any() } else { "0".into_any() }}</td> }
                })
                .collect_view();
            let articles: Vec<String> = o.articles.iter().map(|a| a.slug.clone()).collect();
            view! {
                <tr data-outlet=slug.clone()>
                    <th scope="row"><Link to=chosen(Facet::Outlet, &slug, None)>{name}</Link> <span class="kind">{articles.join(", ")}</span></th>
                    {counts}
                    <td data-label=words::AGENCIES>{heads(&o.agencies, Facet::Via, &slug)}</td>
                    <td data-label=words::NAMED>{heads(&o.named, Facet::Source, &slug)}</td>
                    <td data-label=words::UNNAMED_HEAD>{heads(&o.unnamed, Facet::Source, &slug)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::SOURCING_TABLE>
            <table class="plain sourcing stack">
                <caption class="vh">{words::SOURCING_TABLE}</caption>
                <thead><tr><th scope="col">{words::OUTLET}</th>{heads_row}<th scope="col">{words::AGENCIES}</th><th scope="col">{words::NAMED}</th><th scope="col">{words::UNNAMED_HEAD}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn agency(agency: &Agency) -> impl IntoView + use<> {
    view! {
        <section class="agency" data-agency=agency.agency.slug.clone()>
            <h2>{agency.agency.label.clone()} " " <span class="quiet-text">{words::cited(agency.rows.len() as u32, agency.articles)}</span></h2>
            {agency.rows.iter().map(brief::brief).collect_view()}
        </section>
    }
}
