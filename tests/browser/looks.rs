//! Nothing overflows: at any width, with wider text, in forced colours; nothing moves where motion is not wanted.

use super::{access::VIEWS, harness::Browser};
use serde_json::json;

#[tokio::test]
async fn no_view_scrolls_sideways() {
    let mut wide = Vec::new();
    let b = Browser::open(320).await;
    b.visit("#/").await;
    // 320 × 256 is a window of 1280 × 1024 at 400 %.
    for (width, height) in [(320, 256), (360, 800), (800, 900), (1400, 900)] {
        b.resize(width, height).await;
        for view in VIEWS {
            b.go(view).await;
            assert_eq!(b.js("return innerWidth").await, json!(width));
            let page = b.js("return document.documentElement.scrollWidth").await.as_u64().unwrap();
            if page > u64::from(width) {
                wide.push(format!("{view} at {width}: {page} px"));
            }
        }
    }
    // Wider text (WCAG 1.4.12): nothing overflows, and no control cuts its words off.
    b.js("const s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'); document.adoptedStyleSheets = [s]").await;
    for width in [320, 1400] {
        b.resize(width, 800).await;
        for view in VIEWS {
            b.go(view).await;
            let page = b.js("return document.documentElement.scrollWidth").await.as_u64().unwrap();
            if page > u64::from(width) {
                wide.push(format!("{view} at {width} with wider text: {page} px"));
            }
            let cut = b
                .js("return [...document.querySelectorAll('main button, main summary, .head a, .head button, main select')]
                        .filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && getComputedStyle(e).overflow !== 'visible')
                        .map(e => e.outerHTML.slice(0, 100))")
                .await;
            if cut != json!([]) {
                wide.push(format!("{view} at {width} with wider text, cut: {cut}"));
            }
        }
    }
    b.close().await;
    assert!(wide.is_empty(), "{wide:?}");
}

#[tokio::test]
async fn forced_colours_keep_the_marks_and_reduced_motion_keeps_still() {
    let b = Browser::open(1400).await;
    b.media("", &[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]).await;
    b.visit("#/statements").await;
    assert_eq!(b.js("return matchMedia('(forced-colors: active)').matches").await, json!(true));
    // Evidence is underlined, cues are framed, glyphs are drawn in the system's own colour, on the system's ground.
    let line =
        "const e = document.querySelector('.m[data-part=\"content\"]'); return getComputedStyle(e).textDecorationLine";
    assert_eq!(b.js(line).await, json!("underline"));
    let cue = "const e = document.querySelector('.m[data-part=\"cue\"]'); return getComputedStyle(e).outlineStyle";
    assert_eq!(b.js(cue).await, json!("solid"));
    let glyphs = "const text = getComputedStyle(document.body).color; return [...document.querySelectorAll('#rows .glyph')].every(e => { const s = getComputedStyle(e); return s.stroke === text || s.fill === text })";
    assert_eq!(b.js(glyphs).await, json!(true));
    // A marked word has the colour of the text around it, on a dark ground too: no marker lies under it.
    for scheme in ["light", "dark"] {
        b.media("", &[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await;
        let marks = "const text = getComputedStyle(document.body).color; return [...document.querySelectorAll('.m')].every(e => getComputedStyle(e).color === text)";
        assert_eq!(b.js(marks).await, json!(true), "marked words under forced colours, {scheme}");
    }
    b.media("", &[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]).await;
    let moving = "return [...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration.split(',').some(d => parseFloat(d) > 0)).length";
    assert_eq!(b.js(moving).await, json!(0));
    b.close().await;
}

#[tokio::test]
async fn nothing_is_cut_or_runs_over_what_stands_beside_it() {
    let b = Browser::open(1400).await;
    // The tools stand in one row, and the forms that a word has in the texts are one click away.
    b.visit("#/statements?v=1&q=concern").await;
    let row = "const top = s => document.querySelector(s).getBoundingClientRect().bottom; return Math.abs(top('#export > summary') - top('#copy-link')) < 3";
    assert_eq!(b.js(row).await, json!(true), "tools in two rows");
    let few = b.total().await;
    b.click("[data-forms] a").await;
    b.until("more to be found", &format!("return Number(document.querySelector('#total').textContent) > {few}")).await;
    // Under chosen days, the box for rows without one stands below the days.
    b.go("#/statements?v=1&date=2021-12-17..2021-12-17").await;
    let below = "const of = s => [...document.querySelectorAll(s)].pop().getBoundingClientRect(); return of('[data-facet=undated]').top >= of('.day-row').bottom";
    b.until("the box below the days", below).await;
    // An opened note in the margin is whole.
    b.go("#/articles/000").await;
    b.click(".note-pick").await;
    let whole = "const e = document.querySelector('.note.current'); return e.scrollHeight <= e.clientHeight + 1";
    b.until("the note to be whole", whole).await;
    // On paper no day runs into the next.
    b.go("#/timeline").await;
    b.media("print", &[]).await;
    let grids = "return [...document.querySelectorAll('.days-list, .day-entry')].map(e => getComputedStyle(e).display).filter(d => d !== 'block')";
    assert_eq!(b.js(grids).await, json!([]));
    b.close().await;
}
