//! Helpers: further workers of the same program, which read shards while the first one links and answers.

use crate::worker::library;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use std::{
    cell::{OnceCell, RefCell},
    collections::VecDeque,
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A helper's name.
const HELPER: &str = "demarche-helper";
/// Workers at most, the first one counted.
const MOST: usize = 4;

/// The helpers, started when the first is needed.
#[derive(Default)]
pub(super) struct Pool {
    helpers: OnceCell<Vec<Rc<Helper>>>,
}

struct Helper {
    worker: Worker,
    /// Who waits for its answers, in order; `None` = it died.
    waiting: RefCell<Option<VecDeque<Function>>>,
    /// What is to be sent once it listens; `None` = it does.
    unsent: RefCell<Option<Vec<Uint8Array>>>,
}

impl Pool {
    /// Reads a shard in a helper; `None` where there is none, or it failed.
    pub(super) async fn read(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let load = |h: &&Rc<Helper>| h.waiting.borrow().as_ref().map_or(usize::MAX, VecDeque::len);
        let helper = self.helpers.get_or_init(start).iter().min_by_key(load)?.clone();
        if helper.waiting.borrow().is_none() {
            return None;
        }
        let answer = Promise::new(&mut |resolve, _| {
            if let Some(waiting) = &mut *helper.waiting.borrow_mut() {
                waiting.push_back(resolve);
            }
        });
        let bytes = Uint8Array::from(bytes);
        match &mut *helper.unsent.borrow_mut() {
            Some(unsent) => unsent.push(bytes),
            None => helper.worker.post_message(&bytes).ok()?,
        }
        let answer = JsFuture::from(answer).await.ok()?;
        Some(answer.dyn_into::<Uint8Array>().ok()?.to_vec())
    }
}

/// Starts as many helpers as the machine has cores to spare.
fn start() -> Vec<Rc<Helper>> {
    let global = js_sys::global();
    let part = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let cores = part(&part(&global, "navigator"), "hardwareConcurrency").as_f64().unwrap_or(1.0) as usize;
    // This worker's own few lines start the same program again.
    let Some(code) = part(&part(&global, "location"), "href").as_string() else { return Vec::new() };
    let helpers = if cores > 2 { cores.min(MOST) - 1 } else { 0 };
    (0..helpers).filter_map(|_| Helper::start(&code).ok()).collect()
}

impl Helper {
    fn start(code: &str) -> Result<Rc<Self>, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(HELPER);
        let worker = Worker::new_with_options(code, &options)?;
        // The program, which is compiled already: those few lines may wait for it.
        worker.post_message(&wasm_bindgen::module())?;
        let (waiting, unsent) = (RefCell::new(Some(VecDeque::new())), RefCell::new(Some(Vec::new())));
        let helper = Rc::new(Helper { worker, waiting, unsent });
        let here = helper.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // Its first word is that it listens.
            if let Some(unsent) = here.unsent.take() {
                for bytes in unsent {
                    let _ = here.worker.post_message(&bytes); // if it died, that is heard
                }
                return;
            }
            let next = here.waiting.borrow_mut().as_mut().and_then(VecDeque::pop_front);
            if let Some(next) = next {
                let _ = next.call1(&JsValue::NULL, &event.data());
            }
        });
        helper.worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget(); // a helper lives as long as its worker
        let here = helper.clone();
        let died = Closure::<dyn Fn(Event)>::new(move |_: Event| {
            for waiting in here.waiting.take().into_iter().flatten() {
                let _ = waiting.call1(&JsValue::NULL, &JsValue::NULL);
            }
        });
        helper.worker.set_onerror(Some(died.as_ref().unchecked_ref()));
        died.forget();
        Ok(helper)
    }
}

/// Whether this worker is a helper.
pub(super) fn is_helper(scope: &DedicatedWorkerGlobalScope) -> bool {
    scope.name() == HELPER
}

/// Reads what it is sent, and sends back what was read: nothing where the bytes are no shard.
pub(super) fn help(scope: DedicatedWorkerGlobalScope) {
    let own = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(bytes) = event.data().dyn_into::<Uint8Array>() else { return };
        let answer =
            library::read(&bytes.to_vec()).map_or(JsValue::NULL, |read| Uint8Array::from(read.as_slice()).into());
        let _ = scope.post_message(&answer); // whoever asked is gone
    });
    own.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    let _ = own.post_message(&JsValue::TRUE); // it listens
    listener.forget(); // the helper's only listener, for its whole life
}
