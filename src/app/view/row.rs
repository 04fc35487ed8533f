//! One statement as a row: act, who → whom, what, the evidence, the chain, the day.

use super::{Link, act_label, evidence};
use crate::{
    app::{choice, session::session, words},
    query::{
        answer::{Name, Row},
        filter::{Facet, Filter},
    },
};
use leptos::{ev::MouseEvent, prelude::*};
use std::sync::Arc;

/// The row in the list.
#[component]
pub fn StatementRow(
    /// The statement.
    row: Arc<Row>,
) -> impl IntoView {
    let session = session();
    let id = row.id.clone();
    let of = id.clone();
    let current = Memo::new(move |_| session.filter.with(|f| f.selected.as_deref() == Some(of.as_str())));
    let select = {
        let id = id.clone();
        move |event: MouseEvent| {
            // A click on the row's ground; its links and buttons have their own meaning, and marked words stay marked.
            if !event.default_prevented() {
                session.select(&id);
            }
        }
    };
    let read = {
        let id = id.clone();
        Signal::derive(move || session.filter.with(|f| choice::evidence(f, &id)))
    };
    let share = id.clone();
    let manner = words::manner(row.polarity, row.modality);
    let doubts = row.doubts.iter().map(|d| view! { <span class="flag">{words::doubt_short(*d)}</span> }).collect_view();
    view! {
        <li
            class="row" class:current=current data-statement=id.clone() data-act=words::act(row.act)
            data-family=row.act.family().slug() aria-current=move || current.get().then_some("true") on:click=select
        >
            <div class="row-act">
                {act_label(row.act)}
                {(!manner.is_empty()).then(|| view! { <span class="manner">{manner}</span> })}
            </div>
            <div class="row-main">
                <p class="row-who">{who(&row)}</p>
                {content(&row)}
                <blockquote class="evidence" data-evidence><p>{evidence::pieces(&row.evidence, None)}</p></blockquote>
                <p class="row-chain">{chain(&row)} {doubts}</p>
            </div>
            <div class="row-side">
                {day(&row)}
                <span class="row-tools">
                    <a
                        class="read" data-read href=move || read.with(crate::share::link::encode)
                        on:click=move |event: MouseEvent| {
                            if event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                                event.prevent_default();
                                event.stop_propagation();
                                session.go(read.get_untracked());
                            }
                        }
                    >
                        "Read in article" <span class="vh">{format!(" {}", row.article)}</span>
                    </a>
                    <button type="button" class="quiet" data-copy on:click=move |event: MouseEvent| {
                        event.prevent_default();
                        let link = Filter { selected: Some(share.clone()), ..session.filter.get_untracked() };
                        session.copy_link(&link);
                    }>"Copy link"</button>
                </span>
            </div>
        </li>
    }
}

/// Source → addressee.
pub fn who(row: &Row) -> impl IntoView + use<> {
    let to = (!row.addressees.is_empty()).then(|| {
        view! { <span class="arrow"><span aria-hidden="true">" → "</span><span class="vh">" to "</span></span> {names(&row.addressees, Facet::Addressee)} }
    });
    let from = if row.sources.is_empty() {
        view! { <span class="nobody">{words::sourcing(row.sourcing)}</span> }.into_any()
    } else {
        names(&row.sources, Facet::Source).into_any()
    };
    view! { {from} {to} }
}

/// Names, each a way to its statements.
pub fn names(names: &[Name], facet: Facet) -> impl IntoView + use<> {
    let many = names.len();
    names
        .iter()
        .cloned()
        .enumerate()
        .map(|(i, name)| {
            let joint = match i {
                0 => "",
                i if i + 1 == many => " and ",
                _ => ", ",
            };
            let printed = (!name.printed.is_empty() && name.printed != name.label && name.kind.is_some())
                .then(|| view! { <span class="printed">{format!(" “{}”", name.printed)}</span> });
            let inferred =
                name.inferred.clone().map(|why| view! { <span class="inferred" title=why>"inferred"</span> });
            view! { {joint} <Name name=name.clone() facet=facet /> {printed} {inferred} }
        })
        .collect_view()
}

#[component]
fn Name(name: Name, facet: Facet) -> impl IntoView {
    let session = session();
    let slug = name.slug.clone();
    let to = Signal::derive(move || {
        session.filter.with(|f| Filter {
            view: crate::query::filter::View::Statements,
            item: None,
            ..choice::only(f, facet, &slug)
        })
    });
    view! { <Link class="name-link" to=to>{name.label}</Link> }
}

fn content(row: &Row) -> impl IntoView + use<> {
    let whole: String = row.evidence.iter().map(|p| p.text.as_str()).collect();
    let content = row.content.join(" … ");
    // Where the sentence is little more than its content, saying it twice helps nobody.
    (!content.is_empty() && content.len() * 10 < whole.trim().len() * 8)
        .then(|| view! { <p class="row-content">{content}</p> })
}

/// "VG ← Interfax ← Ryabkov".
pub fn chain(row: &Row) -> impl IntoView + use<> {
    let mut links: Vec<AnyView> = vec![match &row.outlet {
        Some(outlet) => view! { <span>{outlet.clone()}</span> }.into_any(),
        None => view! { <span class="unstated">"outlet not stated"</span> }.into_any(),
    }];
    links.extend(
        row.via
            .iter()
            .filter(|n| Some(&n.label) != row.outlet.as_ref())
            .map(|n| view! { <span>{n.label.clone()}</span> }.into_any()),
    );
    if row.sources.is_empty() {
        links.push(view! { <span class="unstated">"nobody named"</span> }.into_any());
    }
    links.extend(row.sources.iter().take(1).map(|n| view! { <span>{n.label.clone()}</span> }.into_any()));
    let mut out: Vec<AnyView> = Vec::new();
    for (i, link) in links.into_iter().enumerate() {
        if i > 0 {
            out.push(view! { <span class="back"><span aria-hidden="true">" ← "</span><span class="vh">" from "</span></span> }.into_any());
        }
        out.push(link);
    }
    view! {
        <span class="chain" data-chain>{out}</span>
        <span class="dot" aria-hidden="true">" · "</span>
        <span class="where">{row.article.clone()}", "{words::zone(row.zone)}</span>
        <span class="dot" aria-hidden="true">" · "</span>
        <span class="how">{words::mode(row.mode)}</span>
    }
}

/// The day and where it is from.
pub fn day(row: &Row) -> impl IntoView + use<> {
    let hint = words::basis_in_full(row.basis, row.day_text.as_deref());
    let basis = format!("{:?}", row.basis).to_lowercase();
    match &row.day {
        Some(iso) => view! {
            <span class="day" data-basis=basis title=hint>
                <time datetime=iso.clone()>{words::day(iso)}</time> " " <span class="basis">{words::basis(row.basis)}</span>
            </span>
        }
        .into_any(),
        None => view! { <span class="day" data-basis=basis title=hint><span class="basis">"no day"</span></span> }.into_any(),
    }
}
