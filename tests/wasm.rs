//! The same program in the browser: run by `script/test` in a worker of headless Chromium.
#![cfg(target_arch = "wasm32")]
// A test says what went wrong by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use demarche::{
    corpus::bundle,
    link::reading,
    query::filter::Filter,
    share::jsonl,
    worker::protocol::{Fault, Reply, Request},
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

// Made by script/test just before, by the native command.
const BUNDLE: &[u8] = include_bytes!("../target/same/corpus.bundle");
const NATIVE: &str = include_str!("../target/same/native.jsonl");

#[wasm_bindgen_test]
fn reads_in_the_browser_what_the_native_command_reads() {
    let articles = bundle::decode(BUNDLE).unwrap().articles;
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

#[wasm_bindgen_test]
fn messages_survive_the_way_to_the_worker() {
    let ask =
        Request::Ask {
            seq: 7, filter: Box::new(Filter { q: "“säkerhet”".into(), ..Filter::default() }), offset: 50
        };
    let value = serde_wasm_bindgen::to_value(&ask).unwrap();
    let back: Request = serde_wasm_bindgen::from_value(value).unwrap();
    assert!(matches!(back, Request::Ask { seq: 7, filter, offset: 50 } if filter.q == "“säkerhet”"));

    let failed = Reply::Failed { fault: Fault::OtherVersion { bundle: 9, program: bundle::VERSION } };
    let value = serde_wasm_bindgen::to_value(&failed).unwrap();
    let back: Reply = serde_wasm_bindgen::from_value(value).unwrap();
    assert!(matches!(back, Reply::Failed { fault: Fault::OtherVersion { bundle: 9, .. } }));
}

#[wasm_bindgen_test]
fn a_foreign_message_is_an_error_and_no_panic() {
    let value = wasm_bindgen::JsValue::from_str("nonsense");
    assert!(serde_wasm_bindgen::from_value::<Request>(value).is_err());
}
