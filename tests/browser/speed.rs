//! How fast it is on a mid phone: a processor slowed down four times, 1.6 Mbit/s, 150 ms. Prints; run by script/measure.

use super::harness::{Browser, dist};
use serde_json::json;
use std::time::Instant;

const PAINT: &str = "return Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1)";

#[tokio::test]
#[ignore = "prints figures and holds no budget, as they depend on the machine; script/measure runs it"]
async fn a_mid_phone() {
    let b = Browser::serving(&dist(), 390).await;
    b.before_each(
        "window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { if (!e.hadRecentInput) window.shift += e.value }))
             .observe({ type: 'layout-shift', buffered: true });
         window.slowest = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { window.slowest = Math.max(window.slowest, e.duration) }))
             .observe({ type: 'event', buffered: true, durationThreshold: 16 });",
    )
    .await;
    b.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    b.cdp("Network.enable", json!({})).await;
    let line = 1_600_000 / 8;
    let network = json!({ "offline": false, "latency": 150, "downloadThroughput": line, "uploadThroughput": line });
    b.cdp("Network.emulateNetworkConditions", network).await;
    for visit in ["cold", "warm"] {
        let start = Instant::now();
        b.client.goto("about:blank").await.unwrap();
        b.client.goto(&format!("{}#/statements", b.site)).await.unwrap();
        b.ready().await;
        let usable = b.js("return Math.round(performance.now())").await;
        println!(
            "{visit}: first text {} ms; facets usable {usable} ms (seen from outside {} ms); layout shift {}",
            b.js(PAINT).await,
            start.elapsed().as_millis(),
            b.js("return window.shift.toFixed(3)").await
        );
    }
    // From the click to the new total on screen, in the page's own clock.
    let mut changes = Vec::new();
    b.client.goto("about:blank").await.unwrap();
    for key in ["act-deny", "act-demand", "act-reject", "act-deny", "act-demand"] {
        if b.js("return location.href === 'about:blank'").await == json!(true) {
            b.visit("#/statements").await;
            b.click("#open-rail").await;
        }
        let script = format!(
            "const done = arguments[arguments.length - 1], box = document.querySelector('[data-key=\"{key}\"]'), total = document.querySelector('#total');
             const seen = new MutationObserver(() => {{ seen.disconnect(); const changed = performance.now() - start; requestAnimationFrame(() => done([changed, performance.now() - start])) }});
             seen.observe(total, {{ childList: true, characterData: true, subtree: true }}); const start = performance.now(); box.click()"
        );
        changes.push(b.client.execute_async(&script, Vec::new()).await.unwrap());
    }
    let figures: Vec<String> =
        changes.iter().map(|c| format!("{:.0}/{:.0}", c[0].as_f64().unwrap(), c[1].as_f64().unwrap())).collect();
    println!("a filter change, to the new total / to the next frame: {} ms", figures.join(", "));
    for key in ["j", "j", "k", "d", "d", "d"] {
        b.press(key).await;
    }
    println!("the slowest reaction to a key or click: {} ms", b.js("return Math.round(window.slowest)").await);
    let memory = b.cdp("Runtime.getHeapUsage", json!({})).await;
    println!(
        "the page's JavaScript heap: {:.1} MB (the worker's own and wasm memory are not in it)",
        memory["usedSize"].as_f64().unwrap() / 1e6
    );
    b.close().await;
}
