//! The shelf: fetches bundles, and keeps bytes between visits in the browser's IndexedDB. The browser's own cache keeps the
//! bundles: a bundle's name changes with its content.

use super::protocol::Fault;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DedicatedWorkerGlobalScope, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode, Response,
};

/// Fetches the file at `url`, in the worker.
///
/// # Errors
/// [`Fault::Offline`] where nothing answers, [`Fault::Missing`] where the host answers with an error.
pub fn fetch(scope: &DedicatedWorkerGlobalScope, url: &str) -> impl Future<Output = Result<Vec<u8>, Fault>> + use<> {
    // On its way at once, whatever is done before it is waited for.
    let response = JsFuture::from(scope.fetch_with_str(url));
    async move {
        let response: Response = response.await.map_err(offline)?.dyn_into().map_err(offline)?;
        if !response.ok() {
            return Err(Fault::Missing { status: response.status() });
        }
        let buffer = JsFuture::from(response.array_buffer().map_err(offline)?).await.map_err(offline)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

fn offline(error: JsValue) -> Fault {
    let cause = error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message()));
    Fault::Offline { cause: cause.unwrap_or_else(|| "the browser does not say why".into()) }
}

/// The database and its one store: a name → bytes.
const DATABASE: &str = "demarche";
const STORE: &str = "kept";

/// What [`keep`] kept under `name`, in this or an earlier visit; `None` where there is nothing, or storage is denied.
pub async fn kept(scope: &DedicatedWorkerGlobalScope, name: &str) -> Option<Vec<u8>> {
    let store = store(scope, IdbTransactionMode::Readonly).await.ok()?;
    let found = done(&store.get(&name.into()).ok()?).await.ok()?;
    Some(found.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec())
}

/// Keeps bytes under `name` for later visits; `false` where the browser does not let us.
pub async fn keep(scope: &DedicatedWorkerGlobalScope, name: &str, bytes: &[u8]) -> bool {
    let kept = async {
        let store = store(scope, IdbTransactionMode::Readwrite).await?;
        done(&store.put_with_key(&js_sys::Uint8Array::from(bytes), &name.into())?).await
    };
    kept.await.is_ok()
}

/// What was read in files is kept under names that begin so, the program's name next.
pub const DIGESTS: &str = "read:";
/// So many files' reading is kept: about as much as is held at once.
const MOST_DIGESTS: usize = 96;

/// Throws away what was kept under names that begin with `all`, but not with `own`; and of the latter what is too much.
pub async fn tidy(scope: &DedicatedWorkerGlobalScope, all: &str, own: &str) {
    let tidied = async {
        let store = store(scope, IdbTransactionMode::Readwrite).await?;
        let names: Vec<String> = js_sys::Array::from(&done(&store.get_all_keys()?).await?)
            .iter()
            .filter_map(|name| name.as_string())
            .filter(|name| name.starts_with(all))
            .collect();
        let (mine, others): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| name.starts_with(own));
        let surplus = mine.len().saturating_sub(MOST_DIGESTS);
        // Names are made of contents: the first ones in their order are as good as any.
        for name in others.into_iter().chain(mine.into_iter().take(surplus)) {
            store.delete(&name.into())?;
        }
        Ok::<(), JsValue>(())
    };
    let _ = tidied.await; // what is not thrown away now is the next time
}

async fn store(scope: &DedicatedWorkerGlobalScope, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    let factory = scope.indexed_db()?.ok_or("no IndexedDB")?;
    let opening = factory.open_with_u32(DATABASE, 1)?;
    let made = {
        let opening: IdbOpenDbRequest = opening.clone();
        Closure::once(move || {
            if let Ok(database) = opening.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
                let _ = database.create_object_store(STORE); // an error ends the opening with an error event
            }
        })
    };
    opening.set_onupgradeneeded(Some(made.as_ref().unchecked_ref()));
    let database: IdbDatabase = done(&opening).await?.dyn_into()?;
    database.transaction_with_str_and_mode(STORE, mode)?.object_store(STORE)
}

/// Waits for a request of the database.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}
