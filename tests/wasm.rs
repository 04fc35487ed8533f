//! The same program in the browser: run by `script/test` in a worker of headless Chromium.
#![cfg(target_arch = "wasm32")]
// A test says what went wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::{corpus::bundle, extract::publication, link::reading, share::jsonl};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

// Made by script/test just before, by the native command.
const BUNDLE: &[u8] = include_bytes!("../target/same/corpus.bundle");
const NATIVE: &str = include_str!("../target/same/native.jsonl");

#[wasm_bindgen_test]
fn reads_in_the_browser_what_the_native_command_reads() {
    let mut articles = bundle::decode(BUNDLE).unwrap().articles;
    articles.iter_mut().for_each(publication::by_print);
    let readings: Vec<_> = articles.iter().map(reading::read).collect();
    let entities = reading::join(&readings);
    let mut native = NATIVE.lines();
    for (number, (article, reading)) in articles.iter().zip(&readings).enumerate() {
        for line in jsonl::lines(article, reading, number, &entities) {
            assert_eq!(Some(serde_json::to_string(&line).unwrap().as_str()), native.next());
        }
    }
    assert_eq!(native.next(), None);
}
