//! The shelf: fetches bundles. The browser's own cache keeps them: a bundle's name changes with its content.

use super::protocol::Fault;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, Response};

/// Fetches the bundle at `url`, in the worker.
///
/// # Errors
/// [`Fault::Offline`] where nothing answers, [`Fault::Missing`] where the host answers with an error.
pub async fn fetch(scope: &DedicatedWorkerGlobalScope, url: &str) -> Result<Vec<u8>, Fault> {
    let response = JsFuture::from(scope.fetch_with_str(url)).await.map_err(offline)?;
    let response: Response = response.dyn_into().map_err(offline)?;
    if !response.ok() {
        return Err(Fault::Missing { status: response.status() });
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(offline)?).await.map_err(offline)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn offline(error: JsValue) -> Fault {
    let cause = error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message()));
    Fault::Offline { cause: cause.unwrap_or_else(|| "the browser does not say why".into()) }
}
