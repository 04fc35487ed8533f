//! The views: they read signals and call the session.

pub mod about;
pub mod actors;
pub mod add;
pub mod brief;
pub mod compare;
pub mod concordance;
pub mod evidence;
pub mod export;
pub mod figures;
pub mod frame;
pub mod overview;
pub mod paper;
pub mod rail;
pub mod reader;
pub mod row;
pub mod sentence;
pub mod shell;
pub mod sources;
pub mod statements;
pub mod timeline;
pub mod topics;
pub mod why;

use super::{draw::glyph, session::session, words};
use crate::{lexicon::act::Act, query::filter::Filter, share::link::encode};
use leptos::{ev::MouseEvent, prelude::*};

/// A link to a view: a plain click is a choice of the session, any other is the browser's own.
#[component]
pub fn Link(
    /// Where it leads.
    #[prop(into)]
    to: Signal<Filter>,
    /// Its classes.
    #[prop(optional)]
    class: &'static str,
    /// Its name for focus.
    #[prop(optional, into)]
    key: String,
    children: Children,
) -> impl IntoView {
    let session = session();
    let click = move |event: MouseEvent| {
        if event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            event.stop_propagation();
            session.go(to.get_untracked());
        }
    };
    let key = Some(key).filter(|k| !k.is_empty());
    view! {
        <a class=class href=move || to.with(encode) data-key=key on:click=click>
            {children()}
        </a>
    }
}

/// An act's glyph, for the eye only: its word stands beside it.
pub fn act_glyph(act: Act) -> impl IntoView {
    let shape = glyph::shape(act);
    view! {
        <svg class="glyph" class:filled=shape.filled data-family=act.family().slug() viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=shape.path></path>
        </svg>
    }
}

/// Glyph and word.
pub fn act_label(act: Act) -> impl IntoView {
    view! {
        <span class="act" data-family=act.family().slug()>
            {act_glyph(act)} <span class="act-word">{words::act(act)}</span>
        </span>
    }
}
