//! Nothing overflows: at any width, with wider text, in forced colours; nothing moves where motion is not wanted.

use super::{
    access::VIEWS,
    harness::{Browser, scratch},
    own,
};
use serde_json::{Value, json};
use std::fs;

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

/// Six more articles, named as files are.
async fn many(b: &Browser) {
    let folder = scratch();
    let files = ["aegean-a", "aegean-b", "guyana-a", "guyana-b", "sahel-a", "sahel-b"].map(|name| {
        let text = format!(
            "{name}: Athens rejects talks\n\nGreece’s foreign minister told Reuters on Friday that the talks with Turkey had failed.\n\nAthens demanded that Turkey withdraw its ships. Turkey accused Greece of provocation, and sent 5 ships.\n"
        );
        fs::write(folder.join(format!("{name}.txt")), text).unwrap();
        folder.join(format!("{name}.txt")).display().to_string()
    });
    own::choose(b, &files).await;
    b.until("them to be read", "return document.querySelectorAll('[data-added]').length === 6").await;
    b.ready().await;
}

#[tokio::test]
async fn names_of_own_articles_are_whole_and_are_not_their_sums() {
    let b = Browser::open(1400).await;
    many(&b).await;
    let broken = "return [...document.querySelectorAll('.matrix .col-link, .where .read, .card-id, .sourcing .kind')].filter(e => e.checkVisibility({ visibilityProperty: true })).flatMap(e => {
        const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), out = [];
        while (walk.nextNode()) for (const m of walk.currentNode.data.matchAll(/[a-z]+-[ab]\\b/g)) {
            const r = document.createRange(); r.setStart(walk.currentNode, m.index); r.setEnd(walk.currentNode, m.index + m[0].length);
            if (r.getClientRects().length > 1) out.push(m[0]);
        }
        return out })";
    let sums = "return (document.querySelector('#main').textContent.match(/(aegean|guyana|sahel)-[ab]-[0-9a-f]{8}/g) || []).slice(0, 3)";
    for width in [360, 800, 1400] {
        b.resize(width, 900).await;
        for view in
            ["#/topics", "#/sources", "#/articles", "#/concordance?v=1&q=talks", "#/", "#/figures", "#/statements"]
        {
            b.go(view).await;
            assert_eq!(b.js(broken).await, json!([]), "broken in {view} at {width}");
            assert_eq!(b.js(sums).await, json!([]), "sums in {view} at {width}");
        }
    }
    // In the rail one sees where a value ends, and the box stands on its first line.
    b.go("#/statements").await;
    let close = "const of = e => e.getBoundingClientRect(), all = [...document.querySelectorAll('[data-facet-box=doc] .value')];
        return all.filter((v, i) => { const name = of(v.querySelector('.name')), box = of(v.querySelector('input')), next = all[i + 1] && of(all[i + 1].querySelector('.name'));
            return next && next.top - name.bottom < 6 || Math.abs(box.top - name.top) > 6 }).length";
    assert_eq!(b.js(close).await, json!(0), "values without room between them");
    b.close().await;
}

#[tokio::test]
async fn what_is_shown_says_all_that_it_needs() {
    let b = Browser::open(360).await;
    // On a narrow screen every second day is left out: each that stays has its year, where there are several.
    b.visit("#/timeline").await;
    let years = "return [...document.querySelectorAll('.brush .days > span')].filter(e => e.checkVisibility({ visibilityProperty: true })).filter(e => !/\\b(19|20)\\d\\d/.test(e.innerText)).map(e => e.innerText)";
    b.until("the days", "return document.querySelectorAll('.brush .days > span').length > 6").await;
    assert_eq!(b.js(years).await, json!([]));
    assert_eq!(b.js("return document.querySelector('#search').placeholder").await, json!("Search"));
    // An outlet has no numbers and no lists of nothing.
    let nothing = "return [...document.querySelectorAll('.sourcing td.none, .sourcing td:empty')].filter(e => e.checkVisibility() && e.offsetHeight > 0).length";
    for width in [360, 1400] {
        b.resize(width, 800).await;
        b.go("#/sources").await;
        b.find(".sourcing td.none").await;
        assert_eq!(b.js(nothing).await, json!(0), "{width}");
    }
    // An opened note tears no hole into the text.
    b.resize(1400, 900).await;
    b.go("#/articles/003").await;
    let tops =
        "return [...document.querySelectorAll('.block')].map(e => Math.round(e.getBoundingClientRect().top + scrollY))";
    let before = b.js(tops).await;
    b.click(".block[data-zone=headline] .note-pick").await;
    b.find(".note.current .why").await;
    let after = b.js(tops).await;
    let lower = |(was, is): (&Value, &Value)| is.as_i64() > was.as_i64();
    let mut both = before.as_array().into_iter().flatten().zip(after.as_array().into_iter().flatten());
    assert!(!both.any(lower), "{before} {after}");
    // Three columns side by side at 800; under one another at 700, nothing but what is there.
    b.resize(800, 900).await;
    b.go("#/compare?v=1&cmp=doc.000,doc.001,doc.002").await;
    b.until("three columns", "return document.querySelectorAll('.comparison thead th').length === 4").await;
    let beside = "const cells = [...document.querySelectorAll('.comparison tbody tr:first-child td')].map(e => e.getBoundingClientRect());
        return cells.length === 3 && cells.every(r => r.top === cells[0].top && r.width > 200)";
    assert_eq!(b.js(beside).await, json!(true));
    b.resize(700, 900).await;
    let empty = "return [...document.querySelectorAll('.comparison td.none')].filter(e => e.checkVisibility()).length";
    assert_eq!(b.js(empty).await, json!(0));
    b.close().await;
}
