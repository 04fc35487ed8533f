//! Articles of the reader's own: chosen as files or pasted, read in this browser, kept on this machine.

use super::{attr, draw};
use crate::{
    app::{
        browser::{
            document,
            files::{self, Unread},
            node,
        },
        choice,
        markup::page,
        session::Session,
        words::{add as words, article as shown, no_day},
    },
    corpus::prepare::{MOST_BYTES, PrepareError},
    text::fold::slug,
    worker::protocol::{Amendment, NewArticle},
};

/// The form, folded until it is wanted, and what was added.
pub fn start(session: Session) {
    draw("#own", page::own);
    draw("#refused", move |m| session.refused.with(|why| page::refused(m, why)));
    draw("#added", move |m| {
        session.overview.with(|o| {
            let cards = o.as_ref().map_or(&[][..], |o| &o.articles);
            session.added.with(|ids| page::added(m, ids, cards));
        });
    });
    attr("#add-read", "disabled", move || session.overview.with(Option::is_none).then(String::new));
}

/// Reads what the form holds.
pub fn submit(session: Session) {
    let outlet = node::written("#add-outlet");
    let written = node::written("#add-day").unwrap_or_default();
    let Some(published) = day(&written) else { return session.refused.set(vec![no_day(&written)]) };
    let published = Some(published).filter(|day| !day.is_empty());
    let pasted = node::written("#add-text");
    let article = move |name, bytes| NewArticle { name, bytes, outlet: outlet.clone(), published: published.clone() };
    leptos::task::spawn_local(async move {
        let (mut taken, mut refused) = (Vec::new(), Vec::new());
        if let Some(input) = node::input("#add-files") {
            for chosen in files::read(&input, MOST_BYTES).await {
                match chosen {
                    Ok((name, bytes)) => taken.push(article(name, bytes)),
                    Err((name, Unread::TooLarge)) => refused.push(PrepareError::TooLarge { name }.to_string()),
                    Err((name, Unread::Denied)) => refused.push(words::denied(&name)),
                }
            }
        }
        if let Some(pasted) = pasted.filter(|p| taken.is_empty() && refused.is_empty() || !was_refused(p)) {
            taken.push(article(name(session), pasted.into_bytes()));
        }
        if taken.is_empty() && refused.is_empty() {
            refused.push(words::NOTHING.to_string());
        }
        session.add(taken, refused);
    });
}

/// Sends what was written beside the reader's own articles, whichever of the forms is sent: nothing typed is lost.
pub fn amend(session: Session) {
    let mut changes: Vec<Amendment> = Vec::new();
    for field in node::find_all("[data-amend]") {
        let told = |name: &str| field.get_attribute(name).unwrap_or_default();
        let (article, mut written) = (told("data-of"), node::value(&field));
        if written == told("value") {
            continue;
        }
        let is_day = told("data-amend") == "day";
        if is_day {
            let Some(day) = day(&written) else { return session.refused.set(vec![no_day(&written)]) };
            written = day;
        }
        if changes.last().is_none_or(|c| c.article != article) {
            changes.push(Amendment { article, outlet: None, published: None });
        }
        if let Some(change) = changes.last_mut() {
            let part = if is_day { &mut change.published } else { &mut change.outlet };
            *part = Some(written);
        }
    }
    session.amend(changes);
}

/// A day as it is kept; empty where nothing is written, `None` where no day is.
fn day(written: &str) -> Option<String> {
    let days = choice::days_typed(written).filter(|(first, last)| first == last);
    days.map(|(day, _)| day.to_string()).or_else(|| written.trim().is_empty().then(String::new))
}

/// What the pasted text is called: "pasted", "pasted 2" where one is called so.
pub fn name(session: Session) -> String {
    node::written("#add-title").unwrap_or_else(|| {
        let taken =
            |n: u32| session.added.with_untracked(|ids| ids.iter().any(|id| shown(id) == slug(&words::pasted(n))));
        words::pasted((1..).find(|n| !taken(*n)).unwrap_or_default())
    })
}

/// The pasted text was refused: it stays, to be mended, and is not tried again with every file that is chosen meanwhile.
pub fn refused() {
    if let (Some(field), Some(text)) = (document::find("#add-text"), node::written("#add-text")) {
        node::set_on(&field, "data-refused", Some(&text));
    }
}

fn was_refused(text: &str) -> bool {
    document::find("#add-text").and_then(|field| field.get_attribute("data-refused")).as_deref() == Some(text)
}

/// The pasted text was read: the field is free for the next one.
pub fn taken() {
    node::hold("#add-text", "value", "");
    node::hold("#add-title", "value", "");
}
