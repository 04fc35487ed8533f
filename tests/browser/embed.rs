//! The engine in a page that is not ours: docs/embed.html as a reader of the README opens it.

use super::harness::{Browser, scratch};
use serde_json::json;
use std::{os::unix::fs::symlink, path::Path};

#[tokio::test]
async fn another_page_asks_the_engine_and_reads_with_it() {
    let (root, site) = (Path::new(env!("CARGO_MANIFEST_DIR")), scratch());
    assert!(root.join("dist-engine/demarche.js").exists(), "there is no dist-engine/: run script/engine first");
    for folder in ["docs", "dist-engine"] {
        symlink(root.join(folder), site.join(folder)).unwrap();
    }
    let b = Browser::serving(&site, 800).await;
    b.client.goto(&format!("{}docs/embed.html", b.site)).await.unwrap();
    b.until("both articles", "return document.querySelector('#found').textContent.startsWith('2 articles')").await;
    let read = b.text("#read").await;
    assert!(read.contains("Sameh Shoukry") && read.contains("demand"), "{read}");
    b.js("q.value = 'sanctions -talks'; q.oninput()").await;
    assert_eq!(b.text("#found").await, "1 articles; Herald 1");
    let hits = b.js("return [...document.querySelectorAll('#hits li')].map(e => e.textContent)").await;
    assert_eq!(hits, json!(["Addis Ababa refuses"]));
    b.close().await;
    let _ = std::fs::remove_dir_all(site);
}
