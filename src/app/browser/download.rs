//! Saving a file that the page made.

use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers `content` as a file to save; `false` where the browser does not let us.
pub fn save(name: &str, kind: &str, content: &str) -> bool {
    let saved = || -> Option<()> {
        let bag = BlobPropertyBag::new();
        bag.set_type(kind);
        let parts = js_sys::Array::of1(&content.into());
        let url =
            Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &bag).ok()?).ok()?;
        let link = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
        link.set_href(&url);
        link.set_download(name);
        link.click();
        super::timer::after(60_000, move || {
            let _ = Url::revoke_object_url(&url);
        });
        Some(())
    };
    saved().is_some()
}
