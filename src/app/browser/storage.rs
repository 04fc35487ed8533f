//! What the browser keeps for the reader between visits. Where storage is denied nothing is kept, and nothing breaks.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What is kept under `key`.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&format!("demarche.{key}")).ok()?
}

/// Keeps `value` under `key`; `None` forgets it. `false` where storage is denied.
pub fn set(key: &str, value: Option<&str>) -> bool {
    let key = format!("demarche.{key}");
    let kept = storage().map(|s| match value {
        Some(value) => s.set_item(&key, value),
        None => s.remove_item(&key),
    });
    matches!(kept, Some(Ok(())))
}
