//! Nothing overflows, at any width.

use super::harness::Browser;
use serde_json::json;

const VIEWS: [&str; 12] = [
    "",
    "#/statements",
    "#/statements?v=1&act=demand,reject&doc=-002&q=NATO",
    "#/topics",
    "#/timeline",
    "#/actors",
    "#/articles/000",
    "#/compare",
    "#/figures",
    "#/concordance",
    "#/sources",
    "#/about",
];

#[tokio::test]
async fn no_view_scrolls_sideways() {
    let mut wide = Vec::new();
    for width in [320, 360, 800, 1400] {
        let b = Browser::open(width).await;
        for view in VIEWS {
            b.visit(view).await;
            assert_eq!(b.js("return innerWidth").await, json!(width));
            let page = b.js("return document.documentElement.scrollWidth").await.as_u64().unwrap();
            if page > u64::from(width) {
                wide.push(format!("{view} at {width}: {page} px"));
            }
        }
        b.close().await;
    }
    assert!(wide.is_empty(), "{wide:?}");
}
