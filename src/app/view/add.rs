//! Articles of the reader's own: chosen as files or pasted, read in this browser, kept on this machine.

use crate::{
    app::{
        browser::files::{self, Unread},
        session::session,
        words::add as words,
    },
    corpus::prepare::{MOST_BYTES, PrepareError},
    worker::protocol::NewArticle,
};
use leptos::{ev::SubmitEvent, html, prelude::*};

/// The form, folded until it is wanted, and what was added.
#[component]
pub fn AddArticles() -> impl IntoView {
    let session = session();
    let file = NodeRef::<html::Input>::new();
    let text = NodeRef::<html::Textarea>::new();
    let title = NodeRef::<html::Input>::new();
    let outlet = NodeRef::<html::Input>::new();
    let day = NodeRef::<html::Input>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let value =
            |node: NodeRef<html::Input>| node.get_untracked().map(|n| n.value()).filter(|v| !v.trim().is_empty());
        let (outlet, published) = (value(outlet), value(day));
        let article =
            move |name, bytes| NewArticle { name, bytes, outlet: outlet.clone(), published: published.clone() };
        let pasted = text.get_untracked().map(|t| t.value()).filter(|t| !t.trim().is_empty());
        let name = value(title).unwrap_or_else(|| words::PASTED.to_string());
        leptos::task::spawn_local(async move {
            let (mut taken, mut refused) = (Vec::new(), Vec::new());
            if let Some(input) = file.get_untracked() {
                for chosen in files::read(&input, MOST_BYTES).await {
                    match chosen {
                        Ok((name, bytes)) => taken.push(article(name, bytes)),
                        Err((name, Unread::TooLarge)) => refused.push(PrepareError::TooLarge { name }.to_string()),
                        Err((name, Unread::Denied)) => refused.push(words::denied(&name)),
                    }
                }
            }
            if let Some(pasted) = pasted {
                taken.push(article(name, pasted.into_bytes()));
                if let Some(text) = text.get_untracked() {
                    text.set_value("");
                }
            }
            if taken.is_empty() && refused.is_empty() {
                refused.push(words::NOTHING.to_string());
            }
            session.add(taken, refused);
        });
    };
    let added = move || {
        let ids = session.added.get();
        (!ids.is_empty()).then(|| {
            let items = ids
                .into_iter()
                .map(|id| {
                    let of = id.clone();
                    let name = words::remove(&id);
                    view! {
                        <li data-added=id.clone()>
                            <span class="figures">{id.clone()}</span> " "
                            <button type="button" class="quiet" aria-label=name on:click=move |_| session.forget(of.clone())>{words::REMOVE}</button>
                        </li>
                    }
                })
                .collect_view();
            view! { <p>{words::ADDED}</p> <ul class="added">{items}</ul> }
        })
    };
    let refused = move || {
        let refused = session.refused.get();
        (!refused.is_empty()).then(|| {
            let items = refused.into_iter().map(|r| view! { <li>{r}</li> }).collect_view();
            view! { <div class="refused"><p>{words::REFUSED}</p><ul>{items}</ul></div> }
        })
    };
    view! {
        <details class="add" data-add>
            <summary>{words::HEAD}</summary>
            <form on:submit=submit>
                <p>{words::PRIVACY}</p>
                <p class="field">
                    <label for="add-files">{words::FILES}</label>
                    <input id="add-files" type="file" multiple accept=".txt,text/plain" node_ref=file />
                </p>
                <p class="field">
                    <label for="add-text">{words::TEXT}</label>
                    <textarea id="add-text" rows="5" node_ref=text></textarea>
                </p>
                <div class="field-row">
                    <p class="field"><label for="add-title">{words::TITLE}</label><input id="add-title" type="text" autocomplete="off" node_ref=title /></p>
                    <p class="field"><label for="add-outlet">{words::OUTLET}</label><input id="add-outlet" type="text" autocomplete="off" node_ref=outlet /></p>
                    <p class="field"><label for="add-day">{words::DAY}</label><input id="add-day" type="date" node_ref=day aria-describedby="add-day-why" /></p>
                </div>
                <p id="add-day-why" class="hint">{words::DAY_WHY}</p>
                <p><button type="submit" disabled=move || session.overview.with(Option::is_none)>{words::READ}</button></p>
            </form>
            <div role="status">{refused}</div>
            {added}
        </details>
    }
}
