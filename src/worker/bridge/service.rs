//! The worker's end: serves the page until it closes.

use super::{decode, encode, pool::Pool};
use crate::lexicon::{class::Classes, gazetteer::gazetteer};
use crate::worker::{
    desk::{Desk, Kept, Step},
    library::{self, Part, name_of},
    protocol::{Fault, Reply, Request},
    shelf,
};
use gloo::timers::callback::Timeout;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The reader's own articles are kept under this name.
const ADDED: &str = "added";

/// What the worker has.
struct Room {
    scope: DedicatedWorkerGlobalScope,
    desk: RefCell<Desk>,
    pool: Pool,
}

/// Serves the page, or another worker as its helper. Does nothing outside a dedicated worker.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    if super::pool::is_helper(&scope) {
        return super::pool::help(scope);
    }
    let room = Rc::new(Room { scope: scope.clone(), desk: RefCell::default(), pool: Pool::default() });
    let listener =
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match decode::<Request>(event.data()) {
            Ok(request) => {
                let steps = room.desk.borrow_mut().receive(request, &mut |reply| answer(&room.scope, &reply));
                take(&room, steps);
            }
            Err(cause) => answer(&room.scope, &Reply::Failed { fault: Fault::Garbled { cause } }),
        });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget(); // the worker's only listener, for its whole life
}

/// Takes the steps that the desk wants.
fn take(room: &Rc<Room>, steps: Vec<Step>) {
    for step in steps {
        let room = room.clone();
        match step {
            Step::Fetch(url) => spawn_local(fetch(room, url)),
            Step::FetchPart { part, url } => spawn_local(fetch_part(room, part, url)),
            Step::GoOn => {
                let go_on = move || {
                    let steps = room.desk.borrow_mut().go_on(&mut |reply| answer(&room.scope, &reply));
                    take(&room, steps);
                };
                Timeout::new(0, go_on).forget();
            }
            Step::Keep(bytes) => spawn_local(async move {
                if !shelf::keep(&room.scope, ADDED, &bytes).await {
                    answer(&room.scope, &Reply::NotKept);
                }
                let steps = room.desk.borrow_mut().kept(&mut |reply| answer(&room.scope, &reply));
                take(&room, steps);
            }),
            Step::KeepDigests { name, bytes } => spawn_local(async move { keep_digests(&room, &name, &bytes).await }),
        }
    }
}

async fn fetch(room: Rc<Room>, url: String) {
    // The lists are parsed while the files are on their way.
    spawn_local(async {
        gazetteer();
        Classes::of("");
    });
    let coming = shelf::fetch(&room.scope, &url);
    let own = shelf::kept(&room.scope, ADDED).await;
    let digests = kept_digests(&room, name_of(&url)).await;
    let outcome = coming.await;
    let kept = Kept { own, digests };
    let steps = room.desk.borrow_mut().shelve(&url, outcome, kept, &mut |reply| answer(&room.scope, &reply));
    take(&room, steps);
}

async fn fetch_part(room: Rc<Room>, part: Part, url: String) {
    let coming = shelf::fetch(&room.scope, &url);
    let kept = match part {
        Part::Shard(_) => kept_digests(&room, name_of(&url)).await,
        Part::Routing => None,
    };
    let outcome = coming.await;
    let digests = match (&outcome, part, kept) {
        (Ok(bytes), Part::Shard(_), None) => read(&room, name_of(&url), bytes).await,
        (.., kept) => kept,
    };
    let mut say = |reply| answer(&room.scope, &reply);
    let steps = room.desk.borrow_mut().shelve_part(part, outcome, digests, &mut say);
    take(&room, steps);
}

/// Reads a shard, in a helper where there is one, and keeps what was read.
async fn read(room: &Rc<Room>, name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let digests = match room.pool.read(bytes).await {
        Some(digests) => digests,
        None => library::read(bytes).ok()?,
    };
    let (room, name, kept) = (room.clone(), name.to_string(), digests.clone());
    spawn_local(async move { keep_digests(&room, &name, &kept).await });
    Some(digests)
}

/// What this very program read in a file of this name at an earlier visit.
async fn kept_digests(room: &Room, name: &str) -> Option<Vec<u8>> {
    shelf::kept(&room.scope, &format!("{}{name}", digests_of(room)?)).await
}

async fn keep_digests(room: &Room, name: &str, bytes: &[u8]) {
    // Where storage is denied or full, the next visit reads again.
    if let Some(program) = digests_of(room) {
        shelf::keep(&room.scope, &format!("{program}{name}"), bytes).await;
        shelf::tidy(&room.scope, shelf::DIGESTS, &program).await;
    }
}

/// How the names begin under which this program keeps what it read; another build's begin otherwise.
fn digests_of(room: &Room) -> Option<String> {
    let name = room.scope.name();
    let program = name.strip_prefix(super::MAIN)?;
    Some(format!("{}{program}:", shelf::DIGESTS))
}

/// Tells the page.
pub(super) fn answer(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let _ = scope.post_message(&encode(reply)); // the page is gone: nobody is left to tell
}
