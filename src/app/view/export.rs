//! The export menu: files of exactly what is shown.

use crate::{
    app::{browser::focus, session::session, words},
    share::export::Form,
};
use leptos::prelude::*;

/// The menu. Escape closes it and gives the focus back to its head.
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
                focus::set("#export > summary");
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
            if event.key() == "Escape" && menu.get_untracked().is_some_and(|m| m.open()) {
                event.stop_propagation();
                close();
                focus::set("#export > summary");
            }
        }>
            <summary data-key="export">{words::EXPORT}</summary>
            <ul>
                {forms}
                <li>
                    <button type="button" id="print" on:click=move |_| {
                        close();
                        session.print();
                    }>
                        <b>{words::PRINT}</b> " " <span class="quiet-text">{words::PRINT_WHAT}</span>
                    </button>
                </li>
            </ul>
        </details>
    }
}
