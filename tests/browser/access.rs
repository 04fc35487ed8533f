//! axe-core (Deque, MPL-2.0; installed by script/setup) finds nothing serious on any view, in light and dark, wide and
//! narrow, with menus, sheets and messages open. It is told to be strict: all rules of WCAG 2.0, 2.1 and 2.2 A and AA.

use super::harness::{Browser, readers};
use serde_json::{Value, json};
use std::fs;

/// Every view, those with a page for one item also with one.
pub const VIEWS: [&str; 15] = [
    "#/",
    "#/statements",
    "#/statements?v=1&act=demand,reject&doc=-002&q=NATO",
    "#/statements?v=1&act=praise&by=nato&q=nobodysaidthis",
    "#/topics",
    "#/timeline",
    "#/actors",
    "#/actors/nato",
    "#/articles",
    "#/articles/000",
    "#/compare",
    "#/figures",
    "#/concordance",
    "#/sources",
    "#/about",
];

/// What axe finds now, as lines; `only` names a single rule, or none for all.
async fn findings(b: &Browser, only: Option<&str>) -> Vec<String> {
    let run = match only {
        Some(rule) => json!({ "type": "rule", "values": [rule] }),
        None => json!({ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
    };
    let options = json!({ "runOnly": run, "resultTypes": ["violations"], "rules": { "target-size": { "enabled": only.is_none() } } });
    let script = format!(
        "const done = arguments[arguments.length - 1], options = {options};
         // What the head or an open menu half covers is no target until it is scrolled or closed.
         scrollTo(0, 0);
         if (document.querySelector('#export[open]')) options.rules['target-size'].enabled = false;
         axe.run(document, options).then(r => done(r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).flatMap(v =>
             v.nodes.map(n => `${{v.impact}} ${{v.id}}: ${{n.html.slice(0, 160)}} (${{n.failureSummary.replace(/\\s+/g, ' ')}})`))), e => done([String(e)]))"
    );
    let found: Value = b.client.execute_async(&script, Vec::new()).await.unwrap();
    serde_json::from_value(found).unwrap()
}

#[tokio::test]
async fn axe_finds_nothing_serious_on_any_view() {
    let axe = fs::read_to_string(readers().join("node_modules/axe-core/axe.min.js")).unwrap();
    let b = Browser::open(1400).await;
    let patience = fantoccini::wd::TimeoutConfiguration::new(Some(std::time::Duration::from_secs(240)), None, None);
    b.client.update_timeouts(patience).await.unwrap();
    b.visit("#/").await;
    b.js(&axe).await;
    let mut found = Vec::new();
    let mut note = |at: String, lines: Vec<String>| found.extend(lines.into_iter().map(|l| format!("{at}: {l}")));
    for width in [1400, 360] {
        b.resize(width, 900).await;
        for view in VIEWS {
            b.media("", &[("prefers-color-scheme", "light")]).await;
            b.go(view).await;
            note(format!("{view} {width} light"), findings(&b, None).await);
            // Only colours differ in the dark.
            b.media("", &[("prefers-color-scheme", "dark")]).await;
            note(format!("{view} {width} dark"), findings(&b, Some("color-contrast")).await);
        }
        // What opens over a view.
        b.media("", &[]).await;
        b.go("#/").await;
        b.click("[data-add] > summary").await;
        note(format!("articles of one's own {width}"), findings(&b, None).await);
        b.go("#/statements?v=1&act=deny").await;
        b.click("#export > summary").await;
        note(format!("export menu {width}"), findings(&b, None).await);
        b.click("#export > summary").await;
        b.js("navigator.clipboard.writeText = () => Promise.reject()").await;
        b.click("#copy-link").await;
        b.find("[data-toast] input").await;
        note(format!("a link to be copied by hand {width}"), findings(&b, None).await);
        b.press("Escape").await;
        b.js("document.querySelector('#help').click()").await;
        b.find("dialog[open]").await;
        note(format!("keyboard sheet {width}"), findings(&b, None).await);
        b.press("Escape").await;
        b.until("the sheet to close", "return document.querySelector('dialog[open]') === null").await;
        if width < 1200 {
            b.click("#open-rail").await;
            b.find("#rail[data-open]").await;
            note(format!("filters as a sheet {width}"), findings(&b, None).await);
            b.press("Escape").await;
        }
        b.go("#/statements?v=1&act=demand,frobnicate&sel=009.9&zz=1").await;
        b.find("[data-unknown]").await;
        note(format!("messages {width}"), findings(&b, None).await);
    }
    b.close().await;
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
