//! The bridge: messages between page and worker, and between the worker and its helpers.
//!
//! The page's end takes the worker that `index.html` has started from the page's own program, keeps the last question of
//! each kind, and restarts a dead worker once with them. A message that cannot be read is a [`Fault`], never a panic.

mod pool;
mod service;

pub use service::serve;

use super::protocol::{Fault, Reply, Request};
use crate::text::packed;
use js_sys::{Function, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// The page's end.
#[derive(Clone)]
pub struct Bridge(Rc<RefCell<State>>);

struct State {
    worker: Option<Worker>,
    /// How often a worker died.
    deaths: u32,
    /// The newest request of each kind: sent again to a worker's successor.
    last: Vec<Request>,
    on_reply: Rc<dyn Fn(Reply)>,
}

impl Bridge {
    /// Starts the worker. `on_reply` hears every reply, and faults of the bridge itself.
    pub fn start(on_reply: impl Fn(Reply) + 'static) -> Self {
        let bridge = Bridge(Rc::new(RefCell::new(State {
            worker: None,
            deaths: 0,
            last: Vec::new(),
            on_reply: Rc::new(on_reply),
        })));
        bridge.spawn();
        bridge
    }

    /// Sends a request; one that comes before the worker listens waits there for its program (`index.html`).
    pub fn send(&self, request: Request) {
        {
            let mut state = self.0.borrow_mut();
            state.last.retain(|r| std::mem::discriminant(r) != std::mem::discriminant(&request));
            state.last.push(request.clone());
        }
        self.post(&request);
    }

    fn post(&self, request: &Request) {
        let worker = self.0.borrow().worker.clone();
        // Where there is none, that was said already.
        let sent = worker.map_or(Ok(()), |worker| worker.post_message(&encode(request)));
        if let Err(error) = sent {
            self.reply(Reply::Failed { fault: Fault::Garbled { cause: said(&error) } });
        }
    }

    fn reply(&self, reply: Reply) {
        let on_reply = self.0.borrow().on_reply.clone();
        on_reply(reply);
    }

    fn spawn(&self) {
        let worker = match own_program() {
            Ok(worker) => worker,
            Err(error) => return self.reply(Reply::Failed { fault: Fault::WorkerDied { cause: said(&error) } }),
        };
        let bridge = self.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| match decode(event.data()) {
            Ok(reply) => bridge.reply(reply),
            Err(cause) => bridge.reply(Reply::Failed { fault: Fault::Garbled { cause } }),
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget(); // two at most: a worker lives as long as the page
        let bridge = self.clone();
        let died = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| bridge.died(event.message()));
        worker.set_onerror(Some(died.as_ref().unchecked_ref()));
        died.forget();
        let waiting = {
            let mut state = self.0.borrow_mut();
            state.worker = Some(worker);
            state.last.clone()
        };
        waiting.iter().for_each(|request| self.post(request));
    }

    /// Stops what the worker does, however long it is, by ending it: its successor opens the corpus again, without those of
    /// the articles being added that were not read yet. Tells whether articles were being added.
    pub fn stop(&self) -> bool {
        let adding = self.0.borrow().last.iter().any(|request| matches!(request, Request::Add { .. }));
        self.forget_added();
        if let Some(worker) = self.0.borrow_mut().worker.take() {
            worker.terminate();
        }
        self.spawn();
        adding
    }

    /// What was added is there: a successor of this worker finds it among what is kept.
    pub fn forget_added(&self) {
        let own = |r: &Request| matches!(r, Request::Add { .. } | Request::Amend { .. } | Request::Remove { .. });
        self.0.borrow_mut().last.retain(|r| !own(r));
    }

    fn died(&self, cause: String) {
        let deaths = {
            let mut state = self.0.borrow_mut();
            if let Some(worker) = state.worker.take() {
                worker.terminate();
            }
            state.deaths += 1;
            state.deaths
        };
        if deaths == 1 {
            self.spawn();
        } else {
            self.reply(Reply::Failed { fault: Fault::WorkerDied { cause } });
        }
    }
}

/// How the name of the page's own worker begins; the name of its program follows.
const MAIN: &str = "demarche ";

/// A worker of this same program, from the few lines of `index.html` that start the first one before the program is here.
fn own_program() -> Result<Worker, JsValue> {
    let page = Reflect::get(&js_sys::global(), &"demarche".into())?;
    let make: Function = Reflect::get(&page, &"worker".into())?.dyn_into()?;
    Ok(make.call0(&page)?.unchecked_into())
}

/// Messages travel as bytes (`text::packed`): both ends are this same program, and the code that reads structured clones field by
/// field was a quarter of the page's.
fn encode(message: &impl Serialize) -> JsValue {
    js_sys::Uint8Array::from(packed::write(message).as_slice()).into()
}

fn decode<T: DeserializeOwned>(message: JsValue) -> Result<T, String> {
    let bytes = message.dyn_into::<js_sys::Uint8Array>().map_err(|_| "it is not bytes".to_string())?.to_vec();
    packed::read(&bytes).ok_or_else(|| "it is cut off".to_string())
}

/// What an exception says.
fn said(error: &JsValue) -> String {
    error
        .as_string()
        .or_else(|| error.dyn_ref::<js_sys::Error>().map(|e| e.message().into()))
        .unwrap_or_else(|| "the browser does not say why".into())
}
