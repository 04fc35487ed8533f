//! The frame of the further views: rail, heading, filter sentence, tools, then the view's own.

use super::{
    export::ExportMenu,
    rail::Rail,
    sentence::{FilterSentence, Found, Unknown},
};
use crate::app::{session::session, words};
use leptos::prelude::*;

/// A view with the rail beside it.
#[component]
pub fn Frame(
    /// Its heading.
    #[prop(into)]
    head: Signal<String>,
    /// What it shows, in one sentence.
    #[prop(into)]
    summary: Signal<String>,
    children: Children,
) -> impl IntoView {
    let session = session();
    view! {
        <div class="work framed">
            <Rail />
            <section class="list" aria-labelledby="view-head" inert=move || session.drawer.get()>
                <h1 id="view-head">{head}</h1>
                <FilterSentence heading=false />
                <Unknown />
                <Found />
                <div class="toolbar">
                    <OpenRail />
                    <ExportMenu />
                    <CopyLink />
                </div>
                <p class="summary" data-summary>{summary}</p>
                {children()}
            </section>
        </div>
    }
}

/// On a narrow screen the way to the filters.
#[component]
pub fn OpenRail() -> impl IntoView {
    let session = session();
    let chosen = move || session.chosen();
    view! {
        <button type="button" id="open-rail" class="only-narrow" aria-controls="rail"
            aria-expanded=move || session.drawer.get().to_string() on:click=move |_| session.open_rail()>
            {move || words::filters(chosen())}
        </button>
    }
}

/// Copies the link of the view on screen.
#[component]
pub fn CopyLink() -> impl IntoView {
    let session = session();
    view! {
        <button type="button" id="copy-link" on:click=move |_| session.copy_link(&session.filter.get_untracked())>
            {words::COPY_LINK}
        </button>
    }
}
