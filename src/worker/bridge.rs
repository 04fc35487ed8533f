//! The bridge: messages between page and worker, and between the worker and its helpers.
//!
//! The page's end starts the worker from the page's own program (the hashed addresses that Trunk writes into
//! `index.html`), keeps the last question of each kind, and restarts a dead worker once with them. A message that cannot
//! be read is a [`Fault`], never a panic.

mod pool;
mod service;

pub use service::serve;

use super::protocol::{Fault, Reply, Request};
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

/// The page's end.
#[derive(Clone)]
pub struct Bridge(Rc<RefCell<State>>);

struct State {
    worker: Option<Worker>,
    /// The worker listens.
    ready: bool,
    /// How often a worker died.
    deaths: u32,
    /// The newest request of each kind: sent when the worker is ready, and again to its successor.
    last: Vec<Request>,
    on_reply: Rc<dyn Fn(Reply)>,
}

impl Bridge {
    /// Starts the worker. `on_reply` hears every reply, and faults of the bridge itself.
    pub fn start(on_reply: impl Fn(Reply) + 'static) -> Self {
        let bridge = Bridge(Rc::new(RefCell::new(State {
            worker: None,
            ready: false,
            deaths: 0,
            last: Vec::new(),
            on_reply: Rc::new(on_reply),
        })));
        bridge.spawn();
        bridge
    }

    /// Sends a request; one that comes before the worker listens waits for it.
    pub fn send(&self, request: Request) {
        let ready = {
            let mut state = self.0.borrow_mut();
            state.last.retain(|r| std::mem::discriminant(r) != std::mem::discriminant(&request));
            state.last.push(request.clone());
            state.ready
        };
        if ready {
            self.post(&request);
        }
    }

    fn post(&self, request: &Request) {
        let worker = self.0.borrow().worker.clone();
        let sent = encode(request).and_then(|message| {
            worker.ok_or_else(|| "no worker".to_string())?.post_message(&message).map_err(|e| said(&e))
        });
        if let Err(cause) = sent {
            self.reply(Reply::Failed { fault: Fault::Garbled { cause } });
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
            Ok(Reply::Ready) => bridge.ready(),
            Ok(reply) => bridge.reply(reply),
            Err(cause) => bridge.reply(Reply::Failed { fault: Fault::Garbled { cause } }),
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget(); // two at most: a worker lives as long as the page
        let bridge = self.clone();
        let died = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| bridge.died(event.message()));
        worker.set_onerror(Some(died.as_ref().unchecked_ref()));
        died.forget();
        let mut state = self.0.borrow_mut();
        state.worker = Some(worker);
        state.ready = false;
    }

    /// Stops what the worker does, however long it is, by ending it: its successor opens the corpus again, without the
    /// articles that were being added. Gives how many these were.
    pub fn stop(&self) -> usize {
        let adding = |request: &Request| if let Request::Add { files } = request { files.len() } else { 0 };
        let dropped = self.0.borrow().last.iter().map(adding).sum();
        self.forget_added();
        if let Some(worker) = self.0.borrow_mut().worker.take() {
            worker.terminate();
        }
        self.spawn();
        dropped
    }

    /// What was added is there: a successor of this worker finds it among what is kept.
    pub fn forget_added(&self) {
        self.0.borrow_mut().last.retain(|r| !matches!(r, Request::Add { .. } | Request::Remove { .. }));
    }

    fn ready(&self) {
        let waiting = {
            let mut state = self.0.borrow_mut();
            state.ready = true;
            state.last.clone()
        };
        waiting.iter().for_each(|request| self.post(request));
    }

    fn died(&self, cause: String) {
        let deaths = {
            let mut state = self.0.borrow_mut();
            if let Some(worker) = state.worker.take() {
                worker.terminate();
            }
            state.ready = false;
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

/// Starts this same program as a worker: a short module, made here, that imports the page's own script and waits for the
/// program, which the page has compiled already.
fn own_program() -> Result<Worker, JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or("this page has no document")?;
    let base = document.base_uri()?.unwrap_or_default();
    let link = document.query_selector("link[rel=modulepreload]")?.ok_or("index.html names no script")?;
    let script = Url::new_with_base(&link.get_attribute("href").unwrap_or_default(), &base)?.href();
    // As a JavaScript string.
    let script = String::from(js_sys::JSON::stringify(&script.into())?);
    let code = format!(
        "import init from {script};\nonmessage = ({{data}}) => {{ \
         onmessage = null; init({{module_or_path: data}}).catch((e) => setTimeout(() => {{ throw e; }})); }};\n"
    );
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&code.into()), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    // The program by its content: the worker keeps what it read for this very program only.
    let file = script.trim_matches('"');
    options.set_name(&format!("{MAIN}{}", file.rsplit('/').next().unwrap_or(file)));
    let worker = Worker::new_with_options(&url, &options)?;
    worker.post_message(&wasm_bindgen::module())?;
    Ok(worker)
}

/// Messages travel as postcard bytes: both ends are this same program, and the code that reads structured clones field by
/// field was a quarter of the page's.
fn encode(message: &impl Serialize) -> Result<JsValue, String> {
    let bytes = postcard::to_stdvec(message).map_err(|e| e.to_string())?;
    Ok(js_sys::Uint8Array::from(bytes.as_slice()).into())
}

fn decode<T: DeserializeOwned>(message: JsValue) -> Result<T, String> {
    let bytes = message.dyn_into::<js_sys::Uint8Array>().map_err(|_| "it is not bytes".to_string())?.to_vec();
    postcard::from_bytes(&bytes).map_err(|e| e.to_string())
}

/// What an exception says.
fn said(error: &JsValue) -> String {
    error
        .as_string()
        .or_else(|| error.dyn_ref::<js_sys::Error>().map(|e| e.message().into()))
        .unwrap_or_else(|| "the browser does not say why".into())
}
