//! How fast it is on a mid phone: a processor slowed down four times, 1.6 Mbit/s, 150 ms, files sent as GitHub Pages sends
//! them (gzip). Prints; run by script/measure.

use super::harness::{Browser, dist};
use serde_json::json;
use std::time::{Duration, Instant};

/// A tick in the rail: until all of it that is in sight is written into the page, from there until the next frame is drawn
/// (which begins when the screen is ready for one: up to 17 ms later, whatever the page does), and from there until what is
/// out of sight is there too.
async fn changes(b: &Browser, how: &str) {
    b.client.goto("about:blank").await.unwrap();
    b.visit("#/statements").await;
    b.click("#open-rail").await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut parts = Vec::new();
    for key in ["act-deny", "act-demand", "act-reject", "act-deny", "act-demand", "act-reject"] {
        let script = format!(
            "const done = arguments[arguments.length - 1], box = document.querySelector('[data-key=\"{key}\"]'), total = document.querySelector('#total');
             const soon = then => {{ const next = new MessageChannel(); next.port1.onmessage = then; next.port2.postMessage(0) }};
             let start, written, drawn;
             const rest = () => document.querySelector('#main').dataset.state === 'ready' && written && drawn
                 ? done([written - start, Math.max(drawn - written, 0), performance.now() - Math.max(written, drawn)]) : setTimeout(rest);
             const seen = new MutationObserver(() => {{ seen.disconnect(); soon(() => {{ written = performance.now() }}) }});
             seen.observe(total, {{ childList: true, characterData: true, subtree: true }});
             requestAnimationFrame(() => setTimeout(() => {{
                 // Asked for before the page asks: what the page puts off until the frame is drawn comes after this.
                 requestAnimationFrame(() => soon(() => {{ drawn = performance.now(); rest() }}));
                 start = performance.now();
                 box.click();
             }}))"
        );
        let figures = b.client.execute_async(&script, Vec::new()).await.unwrap();
        parts.push(figures.as_array().unwrap().iter().map(|f| f.as_f64().unwrap()).collect::<Vec<_>>());
        b.ready().await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let lines: Vec<String> = parts.iter().map(|p| format!("{:.1}+{:.1}+{:.1}", p[0], p[1], p[2])).collect();
    println!("a filter change {how} (what is in sight written + the next frame + the rest): {} ms", lines.join(", "));
}

const PAINT: &str = "return Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1)";

#[tokio::test]
#[ignore = "prints figures and holds no budget, as they depend on the machine; script/measure runs it"]
async fn a_mid_phone() {
    let b = Browser::serving(&dist(), 390).await;
    b.before_each(
        "window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { if (!e.hadRecentInput) window.shift += e.value }))
             .observe({ type: 'layout-shift', buffered: true });
         window.slowest = [0]; new PerformanceObserver(l => l.getEntries().forEach(e => {
                 if (e.duration > window.slowest[0]) window.slowest = [e.duration, e.name, e.target?.id || e.target?.className || ''] }))
             .observe({ type: 'event', buffered: true, durationThreshold: 16 });
         new MutationObserver((_, seen) => { // the page itself: asking it from outside comes up to a second late
             if (document.querySelector('[data-state=ready]')) { seen.disconnect(); window.usable = performance.now() }
         }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });",
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
        let usable = b.js("return Math.round(window.usable)").await;
        println!(
            "{visit}: first text {} ms; facets usable {usable} ms (seen from outside {} ms); layout shift {}",
            b.js(PAINT).await,
            start.elapsed().as_millis(),
            b.js("return window.shift.toFixed(3)").await
        );
    }
    changes(&b, "4× slower").await;
    b.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    changes(&b, "at full speed").await;
    b.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    for key in ["j", "j", "k", "d", "d", "d"] {
        b.press(key).await;
    }
    println!("the slowest reaction to a key or click (ms, what, where): {}", b.js("return window.slowest").await);
    let memory = b.cdp("Runtime.getHeapUsage", json!({})).await;
    println!(
        "the page's JavaScript heap: {:.1} MB (the worker's own and wasm memory are not in it)",
        memory["usedSize"].as_f64().unwrap() / 1e6
    );
    b.close().await;
}
