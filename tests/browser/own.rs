//! Articles of the reader's own: pasted or chosen, read beside the site's, kept for the next visit, forgotten on demand.

use super::harness::Browser;
use serde_json::json;

const TEXT: &str = "Lagos dock workers reject the ministry’s offer\n\nNigeria’s ports minister Adaeze Nwosu told Reuters on Friday that the government would not raise wages before March.\n\nThe union demanded that Abuja withdraw the police from the docks.\n";

/// Opens the form, pastes, and reads.
async fn paste(b: &Browser, name: &str, text: &str) {
    b.click("[data-add] > summary").await;
    b.find("#add-text").await.send_keys(text).await.unwrap();
    b.find("#add-title").await.send_keys(name).await.unwrap();
    b.find("#add-day").await.send_keys("10.2.2024").await.unwrap();
    b.click("[data-add] button[type=submit]").await;
    b.find(&format!("[data-added^=\"{name}-\"]")).await;
    b.ready().await;
}

#[tokio::test]
async fn a_pasted_article_is_read_filtered_kept_and_forgotten() {
    let b = Browser::open(1400).await;
    b.visit("#/").await;
    paste(&b, "lagos", TEXT).await;
    b.find("[data-article^=\"lagos-\"]").await;

    // It is there at the next visit, with its day resolved from the day that was given.
    let id = b.js("return document.querySelector('[data-added]').dataset.added").await;
    let id = id.as_str().unwrap_or_default().to_string();
    b.visit(&format!("#/statements?v=1&doc={id}")).await;
    let rows = b.js("return [...document.querySelectorAll('[data-statement]')].map(e => e.dataset.act)").await;
    assert!(rows.as_array().is_some_and(|r| r.contains(&json!("demand"))), "{rows}");
    let screen = b.text("main").await;
    assert!(screen.contains("withdraw the police from the docks") && screen.contains("9 Feb 2024"), "{screen}");

    // Another text of that name is another article: a link to it does not open this one.
    b.visit("#/articles/lagos-00000000?v=1&sel=lagos-00000000.1").await;
    let said = b.text("[data-orphan]").await;
    assert!(said.contains("somebody’s own browser"), "{said}");

    // What is known of it later is told in its own line, and is kept.
    b.visit("#/articles").await;
    b.click("[data-add] > summary").await;
    b.click("[data-added^=\"lagos-\"] .amend > summary").await;
    b.find("[data-amend=outlet]").await.send_keys("Harbour Post").await.unwrap();
    b.js("document.querySelector('[data-amend=day]').value = '17 Feb 2024'").await;
    b.click("[data-added^=\"lagos-\"] .amend button").await;
    b.until(
        "its outlet",
        "return document.querySelector('[data-article^=\"lagos-\"]').textContent.includes('Harbour Post')",
    )
    .await;
    b.visit(&format!("#/statements?v=1&doc={id}")).await;
    let screen = b.text("main").await;
    assert!(screen.contains("16 Feb 2024") && !screen.contains("9 Feb 2024"), "{screen}");

    b.visit("#/articles").await;
    b.click("[data-add] > summary").await;
    b.click("[data-added^=\"lagos-\"] [data-do=forget]").await;
    b.until("it to be gone", "return document.querySelector('[data-article^=\"lagos-\"], [data-added]') === null")
        .await;
    b.visit("#/articles").await;
    let articles = "return new Set([...document.querySelectorAll('[data-article]')].map(e => e.dataset.article)).size";
    assert_eq!(b.js(articles).await, json!(5));
    b.close().await;
}

/// Chooses files in the form, and reads them.
pub async fn choose(b: &Browser, files: &[String]) {
    b.visit("#/articles").await;
    b.click("[data-add] > summary").await;
    b.find("#add-files").await.send_keys(&files.join("\n")).await.unwrap();
    b.click("[data-add] button[type=submit]").await;
}

#[tokio::test]
async fn what_is_no_article_is_refused_by_name_and_the_rest_is_read() {
    let folder = std::env::temp_dir().join(format!("demarche-own-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.join(name), bytes).unwrap();
        folder.join(name).display().to_string()
    };
    let files = [
        file("good.txt", TEXT.as_bytes()),
        file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0"),
        file("huge.txt", &vec![b'a'; 2_000_001]),
    ];
    let b = Browser::open(360).await;
    choose(&b, &files).await;
    b.find("[data-added^=\"good-\"]").await;
    let refused = b.text(".refused").await;
    assert!(refused.contains("picture.txt") && refused.contains("huge.txt") && refused.contains("2 MB"), "{refused}");
    assert!(!refused.contains("good.txt"));
    b.close().await;
    let _ = std::fs::remove_dir_all(folder);
}

#[tokio::test]
async fn a_file_dropped_elsewhere_says_where_files_are_read() {
    let b = Browser::open(1400).await;
    let dropped = "const carried = new DataTransfer(); carried.items.add(new File(['Peru denied it.'], 'peru.txt'));
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried });
        document.querySelector('h1').dispatchEvent(event); return event.defaultPrevented";
    b.visit("#/statements").await;
    assert_eq!(b.js(dropped).await, json!(true));
    b.until("a word", "return document.body.innerText.includes('drop them there')").await;
    b.visit("#/").await;
    assert_eq!(b.js(dropped).await, json!(true));
    b.until("the file in its field", "return document.querySelector('#add-files').files.length === 1").await;
    b.until("the field in sight", "const r = document.querySelector('#add-files').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight").await;
    b.close().await;
}
