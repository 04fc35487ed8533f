//! Open, filter, read evidence, copy the link, open it afresh and see the same, Back.

use super::harness::Browser;
use serde_json::json;

#[tokio::test]
async fn opens_on_the_five_articles_and_asks_nobody_else() {
    let b = Browser::open(1400).await;
    b.visit("").await;
    for id in ["000", "001", "002", "003", "004"] {
        b.find(&format!("[data-article=\"{id}\"]")).await;
    }
    let strangers = b
        .js("return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin) && !n.startsWith('blob:'))")
        .await;
    assert_eq!(strangers, json!([]), "requests left the site");
    b.close().await;
}

#[tokio::test]
async fn a_facet_narrows_counts_right_and_back_undoes_one_step() {
    let b = Browser::open(1400).await;
    b.visit("#/statements").await;
    let all = b.total().await;
    assert!(all > 40, "only {all} statements in five articles");

    let shown =
        b.js("return +document.querySelector('[data-facet=\"act\"][data-value=\"demand\"]').dataset.count").await;
    let demands = shown.as_u64().unwrap();
    assert!(demands > 0 && demands < all);
    b.click("[data-facet=\"act\"][data-value=\"demand\"] input").await;
    b.until_total(demands).await;
    b.until_fragment("#/statements?v=1&act=demand").await;
    let others = b.js("return [...document.querySelectorAll('[data-statement]')].filter(e => e.dataset.act && e.dataset.act !== 'demand').length").await;
    assert_eq!(others, json!(0));

    // A second value of the same facet adds (OR); the first keeps its count.
    let rejections = b
        .js("return +document.querySelector('[data-facet=\"act\"][data-value=\"reject\"]').dataset.count")
        .await
        .as_u64()
        .unwrap();
    b.click("[data-facet=\"act\"][data-value=\"reject\"] input").await;
    b.until_total(demands + rejections).await;

    // Excluding an article takes its statements away (AND NOT), and the value stays to be ticked again.
    let in_002 = b
        .js("return +document.querySelector('[data-facet=\"doc\"][data-value=\"002\"]').dataset.count")
        .await
        .as_u64()
        .unwrap();
    b.click("[data-facet=\"doc\"][data-value=\"002\"] button[data-exclude]").await;
    b.until_total(demands + rejections - in_002).await;
    b.until_fragment("#/statements?v=1&act=demand,reject&doc=-002").await;
    b.find("[data-facet=\"doc\"][data-value=\"002\"]").await;

    b.client.back().await.unwrap();
    b.until_total(demands + rejections).await;
    b.client.back().await.unwrap();
    b.until_total(demands).await;
    b.client.back().await.unwrap();
    b.until_total(all).await;
    b.close().await;
}

/// An address typed by hand is an entry like any other: `u` and Back undo it alone, to the place that was left.
#[tokio::test]
async fn back_walks_over_typed_addresses() {
    let b = Browser::open(1000).await;
    b.visit("#/statements").await;
    b.js("scrollTo(0, 900)").await;
    b.go("#/statements?v=1&act=deny").await;
    b.until("its head", "return scrollY === 0").await;
    b.go("#/about").await;
    b.js("scrollTo(0, 500)").await;
    b.press("u").await;
    b.until_fragment("#/statements?v=1&act=deny").await;
    b.press("u").await;
    b.until_fragment("#/statements").await;
    b.until("the place that was left", "return scrollY === 900").await;
    // Not out of the page; and forward again to where each was left.
    b.press("u").await;
    b.client.forward().await.unwrap();
    b.client.forward().await.unwrap();
    b.until_fragment("#/about").await;
    b.until("the place that was left", "return scrollY === 500").await;
    // The page loaded anew knows how deep it is.
    b.client.refresh().await.unwrap();
    b.ready().await;
    b.press("u").await;
    b.until_fragment("#/statements?v=1&act=deny").await;
    b.close().await;
}

#[tokio::test]
async fn evidence_is_marked_in_the_list_and_in_the_article() {
    let b = Browser::open(1400).await;
    b.visit("#/statements?v=1&act=deny").await;
    let id =
        b.js("return document.querySelector('[data-statement]').dataset.statement").await.as_str().unwrap().to_string();
    let evidence = b.text(&format!("[data-statement=\"{id}\"] [data-evidence]")).await;
    assert!(!evidence.trim().is_empty());
    b.click(&format!("[data-statement=\"{id}\"] a[data-read]")).await;
    b.until("the reader", "return location.hash.startsWith('#/articles/') && document.querySelector('[data-view=\"articles\"][data-state=\"ready\"]') !== null")
        .await;
    // The cold deep link that the click made shows its target, marked, in the window.
    let link = b.fragment().await;
    b.visit(&link).await;
    let seen = "const m = [...document.querySelectorAll('[data-selected] [data-part=\"content\"], [data-selected] [data-part=\"cue\"]')];
        return m.length > 0 && m.some(e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && r.width > 0; })";
    b.until("the marked evidence in the window", seen).await;
    b.close().await;
}

#[tokio::test]
async fn a_copied_link_opens_the_same_view_afresh() {
    let b = Browser::open(1400).await;
    b.visit("#/statements").await;
    b.click("[data-facet=\"act\"][data-value=\"demand\"] input").await;
    b.until("the filter in the address", "return location.hash.includes('act=demand')").await;
    b.click("#search").await;
    b.find("#search").await.send_keys("NATO").await.unwrap();
    b.until("the search in the address", "return location.hash.includes('q=NATO')").await;
    b.ready().await;
    // The clipboard of a headless browser is not ours to read: take what the page writes to it.
    b.js("navigator.clipboard.writeText = async t => { window.copied = t }").await;
    b.click("#copy-link").await;
    b.until("the copied link", "return typeof window.copied === 'string'").await;
    b.until("a word that it is copied", "return /copied/i.test(document.body.innerText)").await;
    let link = b.js("return window.copied").await.as_str().unwrap().to_string();
    let list = "return JSON.stringify([...document.querySelectorAll('[data-statement]')].map(e => e.dataset.statement)) + document.querySelector('#filter-sentence').textContent";
    let seen = b.js(list).await;
    assert!(link.starts_with(&b.site) && link.contains("act=demand") && link.contains("q=NATO"), "{link}");
    assert!(link.ends_with(|c: char| c.is_ascii_alphanumeric()), "a link never ends in punctuation: {link}");

    let afresh = Browser::open(1400).await;
    let fragment = &link[link.find('#').unwrap()..];
    afresh.visit(fragment).await;
    assert_eq!(afresh.js(list).await, seen);
    afresh.close().await;
    b.close().await;
}

#[tokio::test]
async fn a_search_finds_words_and_admits_what_no_statement_covers() {
    let b = Browser::open(1400).await;
    b.visit("#/statements?v=1&q=annexed").await;
    let words = b.js("return document.querySelector('main').innerText.toLowerCase()").await;
    assert!(words.as_str().unwrap().contains("annexed"), "the sentence itself is shown: {words}");
    b.close().await;
}

#[tokio::test]
async fn further_rows_have_the_focus_and_a_narrow_screen_says_why_under_the_row() {
    let b = Browser::open(360).await;
    b.visit("#/statements").await;
    b.click("#more").await;
    b.until(
        "the 51st row's focus",
        "return [...document.querySelectorAll('#rows > li')].indexOf(document.activeElement.closest('li')) === 50",
    )
    .await;
    let why = "#rows > li:nth-child(2) [data-do=why]";
    b.click(why).await;
    b.until("why, under the row", "return /How sure/.test(document.querySelector('#rows > li:nth-child(2) .row-panel').innerText) && document.querySelectorAll('.row-panel:not(:empty)').length === 1").await;
    b.find("#rows > li:nth-child(2) [data-cite]").await;
    b.click(why).await;
    b.until("none", "return document.querySelector('.row-panel:not(:empty)') === null").await;
    b.close().await;
}

#[tokio::test]
async fn links_to_what_is_not_there_say_so() {
    let b = Browser::open(1400).await;
    for (link, words) in [
        ("#/articles/777", "no article 777"),
        ("#/topics/zebra", "no topic “zebra”"),
        ("#/actors/zebra", "zebra"),
        ("#/nonsense/view", "no view “nonsense”"),
    ] {
        b.visit(link).await;
        let said = b.text("main .notice").await;
        assert!(said.contains(words), "{link}: {said}");
    }
    b.visit("#/statements?v=1&act=threaten&doc=002&q=%22UN+staff%22").await;
    let sentence = b.text("#filter-sentence").await;
    assert!(sentence.contains("(no article)") && sentence.contains("“UN staff”"), "{sentence}");
    b.find("[data-facet=\"act\"][data-value=\"threaten\"]").await;
    b.close().await;
}

#[tokio::test]
async fn the_page_of_one_actor_or_topic_counts_its_own_statements() {
    let b = Browser::open(1400).await;
    let listed =
        "return new Set([...document.querySelectorAll('#body [data-statement]')].map(e => e.dataset.statement)).size";
    let counted = "return Number(document.querySelector('#total').textContent)";
    for page in ["#/actors/vladimir-putin", "#/topics/negotiations"] {
        b.visit(page).await;
        let all = b.js(counted).await;
        assert_eq!(all, b.js(listed).await, "{page}");
        // What a value of the filters promises is what it shows.
        let count = "#rail [data-facet=act][data-value=family-state] .count";
        let promised = b.text(count).await.parse::<u64>().unwrap();
        b.click("#rail [data-facet=act][data-value=family-state] input").await;
        b.until_total(promised).await;
        b.until("them listed", &format!("{listed} === {promised}")).await;
        assert!(json!(promised) != all, "{page}");
        assert!(b.fragment().await.starts_with(&format!("{page}?v=1&act=")), "{page}");
    }
    // Who is only named has none.
    b.visit("#/actors/latvia").await;
    let promising = "return [...document.querySelectorAll('#rail .count')].filter(c => c.checkVisibility()).length";
    assert_eq!((b.js(listed).await, b.js(promising).await), (json!(0), json!(0)));
    assert!(b.text("main").await.contains("only name"));
    // All of them again where no page holds them back.
    b.click("[data-nav=statements] a").await;
    b.until("those of everybody", "return document.querySelectorAll('#rows [data-statement]').length > 9").await;
    b.close().await;
}

#[tokio::test]
async fn days_that_a_link_turns_round_are_said_to_be() {
    let b = Browser::open(1400).await;
    b.visit("#/statements?v=1&date=2021-12-17..2021-12-01").await;
    assert!(b.text("#filter-sentence").await.contains("1–17 Dec 2021"));
    assert!(b.text("[data-turned]").await.contains("changed places"));
    b.click("[data-clause=part-date]").await;
    b.until("nothing turned", "return document.querySelector('[data-turned]') === null").await;
    b.close().await;
}

#[tokio::test]
async fn days_are_written_as_people_write_them() {
    let b = Browser::open(1400).await;
    b.visit("#/statements").await;
    let all = b.total().await;
    b.find("#date-from").await.send_keys("soon\u{e007}").await.unwrap();
    b.find("#date-from[aria-invalid=true]").await;
    assert!(b.text("#toasts").await.contains("“soon”"));
    assert_eq!(b.total().await, all);
    b.js("document.querySelector('#date-from').value = ''").await;
    b.find("#date-from").await.send_keys("1.12.2021\u{e007}").await.unwrap();
    b.until_fragment("#/statements?v=1&date=2021-12-01.%2E").await;
    b.find("#date-to").await.send_keys("Decmber 2021\u{e007}").await.unwrap();
    b.until_fragment("#/statements?v=1&date=2021-12-01..2021-12-31").await;
    let fields = "return [...document.querySelectorAll('.dates input')].map(f => [f.value, f.ariaInvalid])";
    assert_eq!(b.js(fields).await, json!([["1 Dec 2021", null], ["31 Dec 2021", null]]));
    b.close().await;
}

#[tokio::test]
async fn each_section_of_the_method_page_has_an_address() {
    let b = Browser::open(1400).await;
    let head = "const h = document.activeElement; return [h.textContent, h.getBoundingClientRect().top < innerHeight]";
    b.visit("#/about/words-used-here").await;
    b.until("its section", "return document.activeElement.tagName === 'H2'").await;
    assert_eq!(b.js(head).await, json!(["Words used here", true]));
    for _ in 0..2 {
        b.js("scrollTo(0, 0)").await;
        b.click("[data-way=\"view=about/licence\"]").await;
        b.until_fragment("#/about/licence").await;
        b.until("its section", "return document.activeElement.textContent === 'Licence'").await;
        assert_eq!(b.js(head).await, json!(["Licence", true]));
    }
    b.close().await;
}

#[tokio::test]
async fn furniture_is_folded_countable_and_can_be_shown() {
    let b = Browser::open(1400).await;
    b.visit("#/articles/004").await;
    let visible = "return document.querySelector('main').innerText.includes('Mike Johnson')";
    assert_eq!(b.js(visible).await, json!(false), "furniture is shown unasked");
    b.click("[data-furniture] summary").await;
    b.until("the hidden lines", visible).await;
    b.close().await;
}

#[tokio::test]
async fn keys_alone_reach_the_evidence() {
    let b = Browser::open(1400).await;
    b.visit("#/statements?v=1&act=deny").await;
    b.find("body").await.send_keys("j").await.unwrap();
    b.until("a focused row", "return document.activeElement?.closest('[data-statement]') !== null").await;
    let row = b.client.active_element().await.unwrap();
    row.send_keys("\u{e007}").await.unwrap();
    b.until("the reader", "return location.hash.startsWith('#/articles/') && document.querySelector('[data-view=\"articles\"][data-state=\"ready\"]') !== null").await;
    b.close().await;
}
