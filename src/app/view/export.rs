//! The export menu: files of exactly what is shown.

use crate::{
    app::{browser::document, session::session, words},
    share::export::Form,
};
use leptos::prelude::*;

/// The menu. Escape closes it, as does leaving it.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let session = session();
    let menu = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let forms = Form::ALL
        .map(|form| {
            let (name, what) = words::form(form);
            let pick = move |_| {
                session.export(form);
                close();
            };
            view! {
                <li>
                    <button type="button" data-export=form.kind().0 on:click=pick>
                        <b>{name}</b> " " <span class="quiet-text">{what}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="menu" id="export" node_ref=menu on:keydown=move |event| {
            if event.key() == "Escape" {
                close();
            }
        }>
            <summary data-key="export">"Export"</summary>
            <ul>
                {forms}
                <li>
                    <button type="button" id="print" on:click=move |_| {
                        close();
                        document::print();
                    }>
                        <b>"Print"</b> " " <span class="quiet-text">"the statements with their evidence"</span>
                    </button>
                </li>
            </ul>
        </details>
    }
}
