//! Broken links, damaged and missing bundles: plain words, and the rest works.

use super::harness::{Browser, dist};
use serde_json::json;
use std::{fs, path::PathBuf};

#[tokio::test]
async fn what_a_link_has_and_the_build_does_not_know_is_named() {
    let b = Browser::open(1400).await;
    b.visit("#/statements?v=1&act=demand").await;
    let demands = b.total().await;
    b.visit("#/statements?v=1&act=demand,frobnicate&zz=1").await;
    b.until_total(demands).await;
    let screen = b.text("main").await;
    assert!(screen.contains("frobnicate") && screen.contains("zz"), "{screen}");
    b.visit("#/nowhere?%%%&act=,,&=").await;
    b.find("main h1").await;
    b.close().await;
}

/// A copy of the built site that may be damaged.
fn copy(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("demarche-site-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir(dist()).unwrap().map(|f| f.unwrap().path()).filter(|f| f.is_file()) {
        fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
    }
    folder
}

fn bundle(site: &PathBuf) -> PathBuf {
    fs::read_dir(site)
        .unwrap()
        .map(|f| f.unwrap().path())
        .find(|f| f.extension().is_some_and(|e| e == "bundle"))
        .unwrap()
}

async fn says(site: PathBuf, words: &str) {
    let b = Browser::serving(&site, 800).await;
    b.client.goto(&format!("{}#/statements", b.site)).await.unwrap();
    b.until("a message", "return document.querySelector('[role=\"alert\"]')?.innerText.length > 20").await;
    let message = b.text("[role=\"alert\"]").await;
    assert!(message.to_ascii_lowercase().contains(words), "{message}");
    // The rest works: the page can still be walked.
    b.client.goto(&format!("{}#/about", b.site)).await.unwrap();
    b.find("[data-view=\"about\"]").await;
    b.close().await;
    let _ = fs::remove_dir_all(site);
}

#[tokio::test]
async fn a_damaged_bundle_is_refused_in_plain_words() {
    let site = copy("damaged");
    let file = bundle(&site);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    says(site, "damaged").await;
}

#[tokio::test]
async fn a_foreign_file_is_refused_in_plain_words() {
    let site = copy("foreign");
    fs::write(bundle(&site), "<!doctype html><title>Welcome to the hotel network</title>").unwrap();
    says(site, "corpus").await;
}

#[tokio::test]
async fn a_missing_bundle_is_said() {
    let site = copy("missing");
    fs::remove_file(bundle(&site)).unwrap();
    says(site, "404").await;
}

#[tokio::test]
async fn without_webassembly_the_texts_can_be_read() {
    let b = Browser::open(800).await;
    b.before_each("delete window.WebAssembly").await;
    b.client.goto(&b.site).await.unwrap();
    b.until("the reason", "return document.body.innerText.includes('WebAssembly is missing or switched off')").await;
    b.click(".late a[href^='articles/']").await;
    b.until(
        "an article as plain text",
        "return location.href.endsWith('.txt') && document.body.innerText.length > 500",
    )
    .await;
    b.close().await;
}

#[tokio::test]
async fn without_javascript_the_texts_can_be_read() {
    let b = Browser::open(800).await;
    b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    b.client.goto(&b.site).await.unwrap();
    let page = b.client.source().await.unwrap();
    assert!(page.contains("needs JavaScript and WebAssembly"), "{page}");
    let seen =
        b.cdp("Runtime.evaluate", json!({ "expression": "document.body.innerText", "returnByValue": true })).await;
    let seen = seen["result"]["value"].as_str().unwrap();
    assert!(seen.contains("Switch JavaScript on") && seen.contains("The articles as plain text"), "{seen}");
    assert!(!seen.contains("Reading the articles"), "{seen}");
    b.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
    b.close().await;
}

#[tokio::test]
async fn offline_is_said_with_a_way_on() {
    let site = copy("offline");
    // An address that nothing answers.
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    let name = bundle(&site).file_name().unwrap().to_string_lossy().into_owned();
    fs::write(
        site.join("index.html"),
        page.replace(&format!("content=\"{name}\""), "content=\"http://127.0.0.1:9/x.bundle\""),
    )
    .unwrap();
    let b = Browser::serving(&site, 800).await;
    b.before_each("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })").await;
    b.client.goto(&format!("{}#/statements", b.site)).await.unwrap();
    b.until("a message", "return document.querySelector('[role=\"alert\"]')?.innerText.length > 20").await;
    let message = b.text("[role=\"alert\"]").await;
    assert!(message.contains("You are offline") && message.contains("Try again"), "{message}");
    b.close().await;
    let _ = fs::remove_dir_all(site);
}

#[tokio::test]
async fn a_dead_worker_is_replaced_once_and_then_said() {
    let b = Browser::open(1400).await;
    b.before_each(
        "const Real = Worker; window.workers = []; window.Worker = function (...args) { const w = new Real(...args); window.workers.push(w); return w }",
    )
    .await;
    b.visit("#/statements?v=1&act=deny").await;
    let total = b.total().await;
    let kill =
        "const w = window.workers.at(-1); w.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))";
    b.js(kill).await;
    b.until("a second worker", "return window.workers.length === 2").await;
    // It is asked again what the first one was, and answers further questions.
    b.go("#/statements?v=1&act=reject").await;
    b.go("#/statements?v=1&act=deny").await;
    b.until_total(total).await;
    assert_eq!(b.js("return document.querySelector('[role=\"alert\"]') === null").await, json!(true));
    b.js(kill).await;
    b.until("a message", "return document.querySelector('[role=\"alert\"]')?.innerText.length > 20").await;
    let message = b.text("[role=\"alert\"]").await;
    assert!(message.contains("stopped twice") && message.contains("out of memory"), "{message}");
    b.close().await;
}

#[tokio::test]
async fn where_storage_is_denied_everything_works() {
    let b = Browser::open(1400).await;
    b.before_each(
        "for (const kind of ['localStorage', 'sessionStorage', 'indexedDB'])
             Object.defineProperty(window, kind, { get() { throw new DOMException('denied', 'SecurityError') } })",
    )
    .await;
    b.visit("#/statements?v=1&act=deny").await;
    assert!(b.total().await > 0);
    b.click("#theme").await;
    b.until("the other theme", "return document.documentElement.dataset.theme !== undefined").await;
    b.go("#/about").await;
    b.click("#letters").await;
    assert_eq!(b.js("return document.querySelector('[role=\"alert\"]') === null").await, json!(true));
    b.close().await;
}

#[tokio::test]
async fn where_the_worker_may_keep_nothing_everything_is_read_and_said() {
    let b = Browser::open(1400).await;
    // The worker's own few lines begin with a denial.
    b.before_each(
        "const deny = \"Object.defineProperty(self, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError') } }); self.denied = true;\", Real = Blob;
         window.Blob = class extends Real { constructor(parts, options) { window.denied = true; super(options?.type === 'text/javascript' ? [deny, ...parts] : parts, options) } }",
    )
    .await;
    b.visit("#/statements?v=1&act=deny").await;
    assert_eq!(b.js("return window.denied").await, json!(true));
    assert!(b.total().await > 0);
    b.go("#/articles").await;
    b.click("[data-add] > summary").await;
    b.find("#add-text").await.send_keys("Oslo ministry\n\nNorway’s minister denied the report.\n").await.unwrap();
    b.click("[data-add] button[type=submit]").await;
    b.find("[data-added^=\"pasted-\"]").await;
    let said = b.text("[data-toast]").await;
    assert!(said.contains("keeps nothing"), "{said}");
    assert_eq!(b.js("return document.querySelector('[role=\"alert\"]') === null").await, json!(true));
    b.close().await;
}

#[tokio::test]
async fn a_link_from_another_time_is_opened_with_a_word() {
    let b = Browser::open(1400).await;
    b.visit("#/statements?v=1&act=deny").await;
    let total = b.total().await;
    // A newer program's link: what is known of it is applied.
    b.visit("#/statements?v=9&act=deny").await;
    b.until_total(total).await;
    let said = b.text("[data-other-version]").await;
    assert!(said.contains("version 9") && said.contains("reload"), "{said}");
    // A citation of another corpus, whose evidence is not here.
    b.visit("#/articles/000?v=1&sel=000.9999&c=deadbeef").await;
    let said = b.text("[data-other-corpus]").await;
    assert!(said.contains("deadbeef"), "{said}");
    b.find("[data-orphan]").await;
    assert_eq!(b.js("return document.querySelector('[data-selected]') === null").await, json!(true));
    // One of this corpus says nothing.
    b.go("#/about").await;
    let about = b.text("main").await;
    let own = about.split("Corpus ").nth(1).unwrap().split(':').next().unwrap().to_string();
    b.visit(&format!("#/statements?v=1&act=deny&c={own}")).await;
    assert_eq!(b.js("return document.querySelector('[data-other-corpus]') === null").await, json!(true));
    b.close().await;
}

#[tokio::test]
async fn a_slow_load_shows_how_far_it_is() {
    let b = Browser::open(800).await;
    // Seen only where it lasts: the line appears after 1.5 s.
    b.visit("#/statements").await;
    b.js("const p = document.createElement('div'); p.className = 'progress'; p.id = 'probe'; p.textContent = '2 of 5 articles'; document.body.append(p)").await;
    assert_eq!(b.js("return getComputedStyle(document.querySelector('#probe')).visibility").await, json!("hidden"));
    b.until("the line", "return getComputedStyle(document.querySelector('#probe')).visibility === 'visible'").await;
    b.close().await;
}
