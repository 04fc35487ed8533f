//! The files that a reader chooses.

use super::{document::find, focus, node};
use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

/// The field for files.
const FIELD: &str = "#add-files";

/// A file that is dragged over the page or dropped beside its field: the browser would leave the page for it. Where the
/// field is on screen, it has the file and the focus; else, `true`: it was dropped where nothing takes it.
pub fn caught(event: &Event) -> bool {
    let Ok(carried) = Reflect::get(event, &"dataTransfer".into()) else { return false };
    let files =
        Reflect::get(&carried, &"types".into()).is_ok_and(|t| js_sys::Array::from(&t).includes(&"Files".into(), 0));
    if !files || node::hit(event, "[type=file]").is_some() {
        return false;
    }
    event.prevent_default();
    if event.type_() != "drop" {
        return false;
    }
    let (Some(field), Ok(dropped)) = (find(FIELD), Reflect::get(&carried, &"files".into())) else { return true };
    node::hold_on(&field, "files", dropped);
    focus::unfold(FIELD);
    focus::set(FIELD);
    focus::reveal(FIELD, true);
    false
}

/// A chosen file, or its name where it is larger than `most` bytes or cannot be read.
pub type Chosen = Result<(String, Vec<u8>), (String, Unread)>;

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than asked for.
    TooLarge,
    /// The browser could not read it.
    Denied,
}

/// Reads the files that are chosen in an input, none larger than `most` bytes, and empties the input.
pub async fn read(input: &HtmlInputElement, most: usize) -> Vec<Chosen> {
    let files: Vec<File> =
        input.files().map(|list| (0..list.length()).filter_map(|i| list.item(i)).collect()).unwrap_or_default();
    let mut chosen = Vec::new();
    for file in files {
        let name = file.name();
        if file.size() > most as f64 {
            chosen.push(Err((name, Unread::TooLarge)));
            continue;
        }
        chosen.push(match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => Ok((name, js_sys::Uint8Array::new(&buffer).to_vec())),
            Err(_) => Err((name, Unread::Denied)),
        });
    }
    input.set_value("");
    chosen
}
