//! The shell around every view: skip link, head with views and search, messages, the view, foot, keyboard sheet.

use super::{
    Link,
    about::{About, KeyTable},
    actors::Actors,
    compare::Compare,
    concordance::Concordance,
    figures::Figures,
    overview::Overview,
    paper::PaperFoot,
    reader::Articles,
    sources::Sources,
    statements::Statements,
    timeline::Timeline,
    topics::Topics,
};
use crate::{
    app::{
        browser::{address, focus, media},
        choice,
        session::{Session, Theme, session},
        words,
    },
    query::filter::View,
};
use leptos::{ev, prelude::*};

/// The views that are reached from the head, in order.
const VIEWS: [View; 11] = View::ALL;

/// The page.
#[component]
pub fn Shell() -> impl IntoView {
    let session = Session::start();
    let keys = window_event_listener(ev::keydown, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing());
        if session.key(&event.key(), plain) {
            event.prevent_default();
        }
    });
    on_cleanup(move || keys.remove());
    // A drawer on a screen that has become wide is none: what it kept out of reach comes back.
    let wide = window_event_listener(ev::resize, move |_| {
        if session.wide.get_untracked() == Session::narrow() {
            session.wide.update(|w| *w = !*w);
        }
        if session.drawer.get_untracked() && !Session::narrow() {
            session.drawer.set(false);
        }
    });
    on_cleanup(move || wide.remove());
    // Lists are drawn as markup: what is clicked in them is heard here.
    let clicks = window_event_listener(ev::click, move |event| session.clicked(&event));
    on_cleanup(move || clicks.remove());
    let view = Memo::new(move |_| session.filter.with(|f| f.view));
    let slug = move || view.get().slug();
    let state = move || if session.ready() { "ready" } else { "loading" };
    let first = move || session.answer.with(Option::is_none);
    let body = move || match view.get() {
        View::Overview => view! { <Overview /> }.into_any(),
        View::Statements => view! { <Statements /> }.into_any(),
        View::Articles => view! { <Articles /> }.into_any(),
        View::About => view! { <About /> }.into_any(),
        View::Topics => view! { <Topics /> }.into_any(),
        View::Timeline => view! { <Timeline /> }.into_any(),
        View::Actors => view! { <Actors /> }.into_any(),
        View::Compare => view! { <Compare /> }.into_any(),
        View::Figures => view! { <Figures /> }.into_any(),
        View::Concordance => view! { <Concordance /> }.into_any(),
        View::Sources => view! { <Sources /> }.into_any(),
    };
    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            focus::set("#main");
        }>"Skip to the content"</a>
        <Head />
        <Messages />
        <main id="main" tabindex="-1" data-view=slug data-state=state data-first=move || first().then_some("") aria-busy=move || (!session.ready()).to_string()>
            {body}
        </main>
        <PaperFoot />
        <Foot />
        <Sheet />
        <p class="vh" role="status" aria-live="polite" id="said">{move || session.said.get()}</p>
    }
}

#[component]
fn Head() -> impl IntoView {
    let session = session();
    let home = Signal::derive(move || session.filter.with(|f| choice::view(f, View::Overview, None)));
    let links = VIEWS
        .map(|view| {
            let to = Signal::derive(move || session.filter.with(|f| choice::view(f, view, None)));
            let current = move || session.filter.with(|f| f.view == view).then_some("page");
            view! { <li aria-current=current data-nav=view.slug()><Link to=to key=format!("nav-{}", view.slug())>{words::view(view)}</Link></li> }
        })
        .collect_view();
    // On a phone the row of views is wider than the screen.
    let now = Memo::new(move |_| session.filter.with(|f| f.view));
    Effect::new(move |_| focus::reveal_in_row(&format!("[data-nav=\"{}\"]", now.get().slug())));
    let theme = move || match session.theme.get() {
        Theme::Auto => "Theme: automatic",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    view! {
        <header class="head" inert=move || session.drawer.get()>
            <p class="wordmark"><Link to=home>{words::NAME}</Link></p>
            <nav aria-label="Views"><ul>{links}</ul></nav>
            <search>
                <form role="search" on:submit=move |event| event.prevent_default()>
                    <label class="vh" for="search">"Search the articles"</label>
                    <input
                        id="search" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search"
                        placeholder="Search: words, \"phrases\", -not"
                        prop:value=move || session.filter.with(|f| f.q.clone())
                        on:input:target=move |ev| session.search(ev.target().value())
                    />
                </form>
            </search>
            <p class="head-tools">
                <button type="button" id="theme" class="quiet" title=theme aria-label=theme on:click=move |_| session.turn_theme()>
                    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" class="theme-glyph" data-now=move || format!("{:?}", session.theme.get()).to_lowercase()>
                        <circle cx="8" cy="8" r="6"></circle>
                        <path d="M8 2a6 6 0 0 1 0 12Z"></path>
                    </svg>
                </button>
                <button type="button" id="help" class="quiet" aria-label="Keyboard commands" title="Keyboard commands" on:click=move |_| session.sheet.set(true)>"?"</button>
            </p>
        </header>
    }
}

/// Faults with their remedy, long work, confirmations.
#[component]
fn Messages() -> impl IntoView {
    let session = session();
    let fault = move || {
        session.fault.get().map(|fault| {
            let (what, remedy) = words::fault(&fault, media::offline());
            view! {
                <div class="fault" role="alert" data-fault>
                    <p><b>{what}</b> " " {remedy}</p>
                    <p class="fault-tools">
                        <button type="button" on:click=move |_| session.open()>"Try again"</button>
                        <button type="button" on:click=move |_| address::reload()>"Reload the page"</button>
                        <button type="button" class="quiet" on:click=move |_| session.fault.set(None)>"Close"</button>
                    </p>
                </div>
            }
        })
    };
    let progress = move || {
        session.progress.get().map(|(what, done, of)| {
            view! {
                <div class="progress" data-progress>
                    <progress max=of.to_string() value=done.to_string() aria-label="Reading"></progress>
                    <span>{format!("{done} of {of} {what}")}</span>
                    <button type="button" class="quiet" on:click=move |_| session.stop()>{words::STOP}</button>
                </div>
            }
        })
    };
    let coverage = move || {
        session.coverage.get().filter(|c| c.of < c.all || c.read < c.of).map(|c| {
            let tool = (c.going || c.read + c.lost + c.beyond < c.of).then(|| {
                let (words, on) = if c.going { (words::STOP, false) } else { (words::READ_ON, true) };
                view! { <button type="button" class="quiet" on:click=move |_| session.read_on(on)>{words}</button> }
            });
            let bar = c.going.then(|| {
                view! { <progress max=c.of.to_string() value=c.read.to_string() aria-label="Reading"></progress> }
            });
            view! { <div class="progress coverage" data-coverage data-going=c.going.then_some("")>{bar} <span>{words::coverage(&c)}</span> {tool}</div> }
        })
    };
    let toast = move || {
        session.toast.get().map(|(text, link)| {
            let field = link.map(|link| view! { <input type="text" readonly aria-label="To be copied by hand" value=link on:focus:target=move |ev| ev.target().select() /> });
            view! {
                <div class="toast" data-toast>
                    <span>{text}</span> {field}
                    <button type="button" class="quiet" aria-label="Close" on:click=move |_| session.toast.set(None)>"×"</button>
                </div>
            }
        })
    };
    view! {
        {fault}
        {progress}
        {coverage}
        <div class="toasts" role="status" aria-live="polite">{toast}</div>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let session = session();
    view! {
        <footer class="foot" inert=move || session.drawer.get()>
            <p>{words::FOOT}</p>
        </footer>
    }
}

/// The keyboard sheet.
#[component]
fn Sheet() -> impl IntoView {
    let session = session();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let open = session.sheet.get();
        if let Some(dialog) = dialog.get() {
            match (open, dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    view! {
        <dialog node_ref=dialog class="sheet-dialog" aria-labelledby="sheet-head" on:close=move |_| session.sheet.set(false)>
            <h2 id="sheet-head">"Keyboard"</h2>
            <Show when=move || session.sheet.get()><KeyTable /></Show>
            <p><label class="switch"><input type="checkbox" prop:checked=move || session.letters.get()
                on:change:target=move |ev| session.set_letters(ev.target().checked()) />"Single letters are commands"</label></p>
            <p><button type="button" on:click=move |_| session.sheet.set(false)>"Close"</button></p>
        </dialog>
    }
}
