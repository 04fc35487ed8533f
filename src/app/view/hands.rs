//! What a reader's hands do: one listener for all that is clicked, ticked, typed and pressed. What an element is for
//! stands in its `data-do`, what it is about in the attributes around it.

use super::{own, timeline};
use crate::{
    app::{
        browser::{
            address, document, files, focus,
            node::{self, Element, Event},
        },
        choice,
        session::Session,
        words,
    },
    corpus::day::Day,
    query::filter::{Facet, Filter, Sort, Unit, Within},
    share::export::Form,
};

/// Listens from now on.
pub fn listen(session: Session) {
    node::listen("click", move |event| clicked(session, event));
    node::listen("change", move |event| {
        if let Some((does, field)) = hit(event, "input[data-do], select[data-do]") {
            changed(session, &does, &field);
        }
    });
    node::listen("input", move |event| match hit(event, "input[data-do]") {
        Some((does, field)) if does == "search" => session.search(node::value(&field)),
        Some((does, field)) if does == "brush" => {
            timeline::moved(session, field.id() == "brush-from", &node::value(&field));
        }
        _ => {}
    });
    node::listen("submit", move |event| {
        event.prevent_default();
        if hit(event, "form[data-do=add]").is_some() {
            own::submit(session);
        } else if hit(event, "form[data-do=amend]").is_some() {
            own::amend(session);
        }
    });
    for kind in ["dragover", "drop"] {
        node::listen(kind, move |event| {
            if files::caught(event) {
                session.toast((words::add::ELSEWHERE.to_string(), None));
            }
        });
    }
    node::listen("keydown", move |event| {
        if let Some((key, alone)) = node::key(event)
            && session.key(&key, alone)
        {
            event.prevent_default();
        }
    });
    node::listen("focusin", |event| {
        if let Some(field) = node::hit(event, ".toast input") {
            node::call(&field, "select");
        }
    });
    node::listen("close", move |event| {
        if node::hit(event, "#sheet").is_some() {
            session.sheet.set(false);
        }
    });
    node::listen("scroll", move |_| session.scrolled());
    // A drawer on a screen that has become wide is none: what it kept out of reach comes back.
    node::listen("resize", move |_| {
        if session.wide.get_untracked() == Session::narrow() {
            session.wide.update(|w| *w = !*w);
        }
        if session.drawer.get_untracked() && !Session::narrow() {
            session.drawer.set(false);
        }
    });
}

/// What the element around what an event hit is for.
fn hit(event: &Event, selector: &str) -> Option<(String, Element)> {
    let element = node::hit(event, selector)?;
    Some((element.get_attribute("data-do")?, element))
}

/// The statement that an element is about.
fn statement(element: &Element) -> Option<String> {
    let holder = element.closest("[data-note], [data-preview-of], [data-statement]").ok()??;
    ["data-note", "data-preview-of", "data-statement"].iter().find_map(|name| holder.get_attribute(name))
}

fn facet(element: &Element) -> Option<Facet> {
    Facet::of_key(&node::around(element, "data-facet").or_else(|| node::around(element, "data-facet-box"))?)
}

/// A click: on a link with a way, on a button, or on the ground of a row.
fn clicked(session: Session, event: &Event) {
    let Some(plain) = node::click(event) else { return };
    if let Some(link) = node::hit(event, "a[data-way]") {
        // Any other click is the browser's own.
        let way = link.get_attribute("data-way").filter(|_| plain);
        if let Some(to) = way.and_then(|way| session.filter.with_untracked(|f| choice::way(f, &way))) {
            event.prevent_default();
            session.go(to);
        }
    } else if let Some((does, button)) = hit(event, "button[data-do], a[data-do]") {
        if button.tag_name() == "A" {
            event.prevent_default();
        }
        pressed(session, &does, &button);
    } else if node::hit(event, "a, button, summary, label, input").is_none()
        && let Some(row) = node::hit(event, ".rows > [data-statement]")
        && let Some(id) = row.get_attribute("data-statement")
    {
        session.select(&id);
    }
}

/// A button.
fn pressed(session: Session, does: &str, button: &Element) {
    match does {
        "skip" => {
            focus::set("#main");
        }
        "skip-rail" => Session::to_results(),
        "theme" => session.turn_theme(),
        "help" => session.sheet.set(true),
        "close-sheet" => session.sheet.set(false),
        "close-toast" => session.toast.set(None),
        "close-fault" => session.fault.set(None),
        "retry" => session.open(),
        "reload" => address::reload(),
        "stop" => session.stop(),
        "stay" => session.read_on(false),
        "read-on" => session.read_on(true),
        "open-rail" => session.open_rail(),
        "close-rail" => session.close_drawer(),
        "copy-link" => session.copy_link(&session.filter.get_untracked()),
        "everything" => session.edit(choice::everything),
        "more" => session.more(),
        "evidence-before" => session.step(false),
        "evidence-after" => session.step(true),
        "print" => {
            close_menu();
            session.print();
        }
        "export" => export(session, button),
        "dates" => {
            focus::set("#printed-dates");
            focus::reveal("#printed-dates", true);
        }
        "copy" | "cite" | "note" | "why" => {
            if let Some(id) = statement(button) {
                pressed_beside(session, does, id);
            }
        }
        _ => _ = pressed_part(session, does, button),
    }
}

/// Saves what is shown in the form that an entry of the menu names.
fn export(session: Session, entry: &Element) {
    let form = node::around(entry, "data-export").and_then(|kind| Form::ALL.into_iter().find(|f| f.slug() == kind));
    if let Some(form) = form {
        session.export(form);
    }
    close_menu();
    focus::set("#export > summary");
}

/// A button beside a statement.
fn pressed_beside(session: Session, does: &str, id: String) {
    match does {
        "copy" => session.copy_link(&Filter { selected: Some(id), ..session.filter.get_untracked() }),
        "cite" => session.cite(id),
        "note" => session.select(&id),
        _ => session.unfold_why(id),
    }
}

/// A button of a part of the filter, a value or a list; `None` where what it is about is not told.
fn pressed_part(session: Session, does: &str, button: &Element) -> Option<()> {
    let about = |name: &str| node::around(button, name);
    match does {
        "part" => {
            let key = about("data-clause")?;
            focus::leave("[data-clause]", button);
            session.edit(|f| take_out(f, &key));
        }
        "loosen" => {
            let key = about("data-loosen")?;
            session.edit(|f| choice::without(f, &key));
        }
        "forget" => {
            let id = about("data-added")?;
            focus::leave("[data-do=forget]", button);
            session.forget(id);
        }
        "unfold" => session.unfold(facet(button)?),
        "order" => {
            let slug = about("data-order")?;
            let of = Sort::ALL.into_iter().find(|s| s.slug() == slug)?;
            session.edit(|f| Filter { sort: if f.sort == of { Sort::Text } else { of }, ..f.clone() });
        }
        "exclude" => {
            let (facet, value) = (facet(button)?, about("data-value")?);
            session.edit(|f| choice::exclude(f, facet, &value));
        }
        "pick-day" => {
            let days = about("data-value")?;
            session.edit(|f| choice::way(f, &format!("days={days}")).unwrap_or_else(|| f.clone()));
        }
        _ => {}
    }
    Some(())
}

/// A box, a choice or a day.
fn changed(session: Session, does: &str, field: &Element) {
    match does {
        "tick" => {
            if let (Some(facet), Some(value)) = (facet(field), node::around(field, "data-value")) {
                session.edit(|f| choice::toggle(f, facet, &value));
            }
        }
        "all-of" => {
            if let Some(facet) = facet(field) {
                session.edit(|f| choice::toggle_all(f, facet));
            }
        }
        "own-day" => drop(typed(session, field)),
        "undated" => session.edit(|f| choice::undated(f, node::ticked(field))),
        "day" => {
            let Ok(days) = typed(session, field) else { return };
            let first = field.id() == "date-from";
            let pair = |f: &Filter| match days {
                // A month or a year is meant whole where the other end is open.
                Some((from, to)) if from < to && if first { f.date.1 } else { f.date.0 }.is_none() => {
                    (Some(from), Some(to))
                }
                _ if first => (days.map(|d| d.0), f.date.1),
                _ => (f.date.0, days.map(|d| d.1)),
            };
            if let (Some(from), Some(to)) = session.filter.with_untracked(pair)
                && to < from
            {
                session.toast((words::DAYS_TURNED.to_string(), None));
            }
            session.edit(|f| choice::days(f, pair(f)));
        }
        "pick" => {
            let (id, slug) = (field.id(), node::value(field));
            session.edit(|f| picked(f, &id, &slug));
        }
        "letters" => session.set_letters(node::ticked(field)),
        "marks" => session.marked.set(node::ticked(field)),
        "furniture" => session.furniture.set(node::ticked(field)),
        "compare" => {
            if let Some(key) = node::around(field, "data-compare") {
                let shown = super::framed::columns(session);
                session.edit(|f| choice::compare(&Filter { compare: shown.clone(), ..f.clone() }, &key));
            }
        }
        _ => {}
    }
}

/// The days that a field names, which then prints them as the page does; `Err` = it names none, and is told so.
fn typed(session: Session, field: &Element) -> Result<Option<(Day, Day)>, ()> {
    let text = node::value(field);
    let days = choice::days_typed(&text);
    let wrong = days.is_none() && !text.trim().is_empty();
    node::set_on(field, "aria-invalid", wrong.then_some("true"));
    if wrong {
        session.toast((words::no_day(&text), None));
        return Err(());
    }
    if let Some((first, last)) = days {
        let day = if field.id() == "date-to" { last } else { first };
        node::hold_on(field, "value", words::day(&day.to_string()));
    }
    Ok(days)
}

/// Order, counting unit, or where a search looks.
fn picked(filter: &Filter, id: &str, slug: &str) -> Filter {
    let mut next = filter.clone();
    match id {
        // Another order is read from its head.
        "sort" => {
            next.sort = Sort::LIST.into_iter().find(|s| s.slug() == slug).unwrap_or_default();
            next.selected = None;
        }
        "unit" => next.unit = Unit::ALL.into_iter().find(|s| s.slug() == slug).unwrap_or_default(),
        _ => next.within = Within::ALL.into_iter().find(|s| s.slug() == slug).unwrap_or_default(),
    }
    next
}

/// Takes a part of the filter sentence out: `part-act-deny`, `part-date`, `part-undated`, `part-q`.
fn take_out(filter: &Filter, key: &str) -> Filter {
    let part = key.strip_prefix("part-").unwrap_or(key);
    match part {
        "undated" => choice::undated(filter, false),
        "date" | "q" => choice::without(filter, part),
        _ => match part.split_once('-').and_then(|(facet, slug)| Some((Facet::of_key(facet)?, slug))) {
            Some((facet, slug)) => choice::drop(filter, facet, slug),
            None => filter.clone(),
        },
    }
}

/// Closes the export menu. `false` where it is not open.
pub fn close_menu() -> bool {
    let Some(menu) = document::find("#export[open]") else { return false };
    node::set_on(&menu, "open", None);
    true
}
