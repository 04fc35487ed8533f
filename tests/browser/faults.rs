//! Broken links, damaged and missing bundles: plain words, and the rest works.

use super::harness::{Browser, dist};
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
    assert!(message.to_lowercase().contains(words), "{message}");
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
