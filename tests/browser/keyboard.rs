//! A run with the keyboard alone: every view and every command is reached, the focus is always seen, never lost and never
//! trapped, and letters can be switched off.

use super::harness::Browser;
use serde_json::json;

/// The letter after `g`, and the view it opens.
const VIEWS: [(&str, &str); 10] = [
    ("s", "statements"),
    ("t", "topics"),
    ("l", "timeline"),
    ("a", "actors"),
    ("r", "articles"),
    ("c", "compare"),
    ("f", "figures"),
    ("k", "concordance"),
    ("q", "sources"),
    ("o", "overview"),
];

/// Whether a script's expression holds of the focused element `e`.
async fn focused(b: &Browser, what: &str, expression: &str) {
    b.until(&format!("the focus on {what}"), &format!("const e = document.activeElement; return !!({expression})"))
        .await;
}

async fn answered(b: &Browser, view: &str) {
    b.until(view, &format!("return document.querySelector('[data-view=\"{view}\"][data-state=\"ready\"]') !== null"))
        .await;
}

/// The page takes what it copies to a variable: the clipboard of a headless browser is not ours to read.
async fn catch_copies(b: &Browser) {
    b.js("window.copied = null; navigator.clipboard.writeText = async t => { window.copied = t }").await;
}

#[tokio::test]
async fn every_view_and_filter_is_reached_by_keys_alone() {
    let b = Browser::open(1400).await;
    b.visit("#/").await;
    b.press("Tab").await;
    focused(&b, "the skip link", "e.matches('.skip') && e.getBoundingClientRect().top >= 0").await;
    b.press("Enter").await;
    focused(&b, "the content", "e.id === 'main'").await;
    for (letter, view) in VIEWS {
        b.press("g").await;
        b.press(letter).await;
        answered(&b, view).await;
        focused(&b, "the new view", "e.id === 'main'").await;
    }

    // Filters: to the rail, tick, exclude, undo; the focus stays where it is.
    b.press("g").await;
    b.press("s").await;
    answered(&b, "statements").await;
    let all = b.total().await;
    b.press("f").await;
    focused(&b, "the first filter", "e.matches('#rail summary, #rail input')").await;
    b.press("f").await;
    focused(&b, "the next filter", "e.matches('[data-facet-box=by] > summary')").await;
    b.js("document.querySelector('[data-key=\"act-deny\"]').focus()").await;
    b.press(" ").await;
    b.until("a ticked value", "return location.hash.includes('act=deny')").await;
    b.until("a smaller total", &format!("return +document.querySelector('#total').textContent < {all}")).await;
    focused(&b, "the ticked value", "e.dataset.key === 'act-deny' && e.checked").await;
    b.press("x").await;
    b.until("an excluded value", "return location.hash.includes('act=-deny')").await;
    focused(&b, "the excluded value", "e.closest('[data-value=\"deny\"]')").await;
    b.press("u").await;
    b.until("one step back", "return location.hash.includes('act=deny')").await;
    b.press("2").await;
    b.until("a family", "return location.hash.includes('act=agree,announce,confirm,deny,promise')").await;
    b.press("u").await;

    // A part of the sentence is taken out: the focus is not lost with it.
    b.until("one step back", "return location.hash.endsWith('act=deny')").await;
    b.js("document.querySelector('[data-clause]').focus()").await;
    b.press("Enter").await;
    b.until("everything", "return !location.hash.includes('act')").await;
    focused(&b, "something", "e !== document.body").await;

    // Of several, the next one has it.
    b.visit("#/statements?v=1&act=deny,demand&doc=000").await;
    b.js("document.querySelector('[data-clause=\"part-act-demand\"]').focus()").await;
    b.press("Enter").await;
    b.until("one part less", "return !location.hash.includes('demand')").await;
    focused(&b, "the next part", "e.dataset.clause === 'part-act-deny'").await;

    // Search: letters typed there are no commands.
    b.press("/").await;
    focused(&b, "the search", "e.id === 'search'").await;
    for letter in ["j", "e", "t", "s"] {
        b.press(letter).await;
    }
    b.until("the search in the address", "return location.hash.includes('q=jets')").await;
    b.press("Escape").await;
    b.until("no search", "return !location.hash.includes('q=') && document.querySelector('#search').value === ''")
        .await;
    focused(&b, "the search still", "e.id === 'search'").await;
    b.press("Escape").await;
    focused(&b, "the content", "e.id === 'main'").await;
    // Enter leads from the search to what it found: letters are commands again.
    b.visit("#/statements").await;
    b.press("/").await;
    for letter in ["t", "a", "l", "k", "s", "Enter"] {
        b.press(letter).await;
    }
    focused(&b, "the head of the list", "e.matches('#filter-sentence')").await;
    assert_eq!(b.js("return scrollY").await, json!(0));
    b.until("the search answered", "return document.querySelector('#rows [data-statement] .hit') !== null").await;
    b.press("j").await;
    focused(&b, "the first row", "e.closest('[data-statement]')").await;
    assert_eq!(b.js("return document.querySelector('#search').value").await, json!("talks"));
    b.close().await;
}

#[tokio::test]
async fn rows_evidence_and_what_is_taken_away_by_keys_alone() {
    let b = Browser::open(1400).await;
    b.visit("#/statements").await;
    catch_copies(&b).await;
    b.press("j").await;
    b.press("j").await;
    b.press("k").await;
    b.press("j").await;
    focused(&b, "the second row", "e.closest('[data-statement]') === document.querySelectorAll('[data-statement]')[1]")
        .await;
    let row = b.js("return document.activeElement.closest('[data-statement]').dataset.statement").await;
    b.press("y").await;
    b.until("a citation", "return (window.copied ?? '').includes('Démarche corpus')").await;
    b.press("c").await;
    b.until("a link", "return (window.copied ?? '').startsWith('http')").await;
    b.press("m").await;
    b.until("something to compare", "return location.hash.includes('cmp=doc.')").await;
    focused(&b, "the row still", &format!("e.closest('[data-statement]')?.dataset.statement === {row}")).await;

    // To the evidence, and back to the same row.
    b.press("Enter").await;
    answered(&b, "articles").await;
    b.until("the evidence in sight", "if (!location.hash.startsWith('#/articles/')) return false; const r = document.querySelector('[data-selected]')?.getBoundingClientRect(); return !!r && r.top >= 0 && r.bottom <= innerHeight").await;
    let first = b.fragment().await;
    b.press("n").await;
    b.until("the next evidence", &format!("return location.hash !== {}", json!(first))).await;
    b.press("p").await;
    b.until("the evidence before", &format!("return location.hash === {}", json!(first))).await;
    b.press("h").await;
    b.find(".reader.unmarked").await;
    b.press("h").await;
    b.press("z").await;
    b.find("[data-furniture][open]").await;
    b.press("]").await;
    b.until("the next article", "return location.hash.startsWith('#/articles/001')").await;
    b.press("[").await;
    b.until("the article before", "return location.hash.startsWith('#/articles/000')").await;
    for _ in 0..8 {
        if b.fragment().await.starts_with("#/statements") {
            break;
        }
        let here = b.fragment().await;
        b.press("u").await;
        b.until("one step back", &format!("return location.hash !== {}", json!(here))).await;
    }
    answered(&b, "statements").await;
    focused(&b, "the row that was left", &format!("e.closest('[data-statement]')?.dataset.statement === {row}")).await;

    // The export menu, the sheet, the theme.
    b.press("e").await;
    focused(&b, "the first file", "e.matches('#export[open] button')").await;
    b.press("Escape").await;
    focused(&b, "the menu", "e.matches('#export:not([open]) summary')").await;
    b.press("?").await;
    b.find("dialog[open]").await;
    b.press("j").await;
    b.press("Escape").await;
    b.until("the sheet to close", "return document.querySelector('dialog[open]') === null").await;
    focused(&b, "the menu again", "e.matches('#export summary')").await;
    b.press("d").await;
    b.until("the other theme", "return document.documentElement.dataset.theme !== undefined").await;
    b.close().await;
}

#[tokio::test]
async fn the_brush_moves_by_arrow_keys() {
    let b = Browser::open(1400).await;
    b.visit("#/timeline").await;
    b.find("#brush-from").await;
    b.js("document.querySelector('#brush-from').focus()").await;
    b.press("ArrowRight").await;
    b.until("a first day", "return location.hash.includes('date=')").await;
    focused(&b, "the brush", "e.id === 'brush-from' && e.getAttribute('aria-valuetext').length > 3").await;
    let days = b.text(".brush figcaption").await;
    b.press("ArrowLeft").await;
    b.until("all days", &format!("return document.querySelector('.brush figcaption').textContent !== {}", json!(days)))
        .await;
    // A thumb does not pass the other; letters are commands while it has the focus.
    let to = |thumb: &str, value: u32| {
        format!(
            "const thumb = document.querySelector('#brush-{thumb}'); thumb.value = {value};
             thumb.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        )
    };
    let at = |thumb: &str, value: u32| format!("return document.querySelector('#brush-{thumb}').value === '{value}'");
    b.js(&to("to", 3)).await;
    b.until("a last day", "return location.hash.includes('date=')").await;
    b.js(&to("from", 5)).await;
    b.until("the thumb at the other one", &at("from", 3)).await;
    b.js("document.querySelector('#brush-from').focus()").await;
    b.press("?").await;
    b.find("dialog[open]").await;
    b.close().await;
}

#[tokio::test]
async fn single_letters_can_be_switched_off_and_stay_off() {
    let b = Browser::open(1400).await;
    b.visit("#/statements").await;
    b.press("?").await;
    b.find("dialog[open]").await;
    b.js("document.querySelector('dialog input[type=checkbox]').focus()").await;
    b.press(" ").await;
    b.press("Escape").await;
    b.until("the sheet to close", "return document.querySelector('dialog[open]') === null").await;
    for key in ["j", "/", "g", "a", "1", "d", "?"] {
        b.press(key).await;
    }
    assert_eq!(b.fragment().await, "#/statements");
    assert_eq!(
        b.js("return document.querySelector('dialog[open]') === null && document.activeElement.id !== 'search'").await,
        json!(true)
    );
    b.visit("#/statements").await;
    b.press("j").await;
    assert_eq!(b.js("return document.activeElement.closest('[data-statement]') === null").await, json!(true));
    b.close().await;
}

/// Tab goes through the whole view and leaves it again, and what has the focus shows it and is in sight.
#[tokio::test]
async fn tab_passes_through_every_view_with_the_focus_in_sight() {
    let b = Browser::open(1400).await;
    b.visit("#/").await;
    for view in [
        "#/",
        "#/statements?v=1&act=deny&doc=000",
        "#/timeline?v=1&act=deny",
        "#/articles/001?v=1&act=deny",
        "#/compare?v=1&act=deny",
        "#/concordance?v=1&act=deny&doc=000",
    ] {
        b.go(view).await;
        b.js("document.querySelector('.wordmark a').focus()").await;
        let (mut stops, mut hidden) = (Vec::new(), Vec::new());
        loop {
            b.press("Tab").await;
            // A slider shows the focus on its thumb, which a script cannot look at.
            let stop = b
                .js("const e = document.activeElement; if (!document.hasFocus() || e === document.body) return null;
                     const s = getComputedStyle(e), r = e.getBoundingClientRect();
                     return { what: e.outerHTML.slice(0, 200), here: r.width > 0 && r.bottom > 0 && r.top < innerHeight,
                         seen: e.matches('.thumbs input') || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 }")
                .await;
            let what = stop["what"].as_str().unwrap_or_default().to_string();
            // Past the last stop the focus leaves the page, or begins again.
            if what.is_empty() || what.contains("class=\"skip\"") {
                break;
            }
            if stop["here"] != json!(true) || stop["seen"] != json!(true) {
                hidden.push(stop.to_string());
            }
            stops.push(what);
            assert!(stops.len() < 300, "{view}: no way out after {:?}", stops.last());
        }
        assert!(hidden.is_empty(), "{view}: focus not to be seen on {hidden:#?}");
        assert!(stops.len() > 15, "{view}: hardly a stop: {stops:?}");
    }
    b.close().await;
}
