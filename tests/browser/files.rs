//! Files as the page saves them, opened by programs that are not ours (tests/readers), hold exactly what is shown.

use super::harness::{Browser, readers, scratch};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::Path, process::Command};

/// Saves a file as a reader does, and gives its bytes.
async fn save(b: &Browser, kind: &str) -> Vec<u8> {
    b.js("window.blob = null; window.bytes = null; HTMLAnchorElement.prototype.click = function () { window.named = this.download };
          window.make ??= URL.createObjectURL; URL.createObjectURL = blob => {
              blob.arrayBuffer().then(x => { window.bytes = [...new Uint8Array(x)] }); return window.make.call(URL, blob) }")
        .await;
    b.click("#export > summary").await;
    b.click(&format!("[data-export=\"{kind}\"]")).await;
    b.until(&format!("the {kind} file"), "return window.bytes !== null").await;
    serde_json::from_value(b.js("return window.bytes").await).unwrap()
}

/// What others' programs find in the files.
async fn opened(b: &Browser) -> Value {
    let folder = scratch();
    for kind in ["csv", "json", "jsonld", "ris", "bib", "csl.json"] {
        fs::write(folder.join(format!("shown.{kind}")), save(b, kind).await).unwrap();
    }
    let csv = fs::read(folder.join("shown.csv")).unwrap();
    assert!(csv.starts_with(&[0xef, 0xbb, 0xbf]), "no byte order mark");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers/read.mjs");
    let read = Command::new("node").arg(script).arg(&folder).arg(readers()).output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let _ = fs::remove_dir_all(folder);
    serde_json::from_slice(&read.stdout).unwrap()
}

/// The statements on screen, all windows opened, and each one's evidence as printed.
async fn on_screen(b: &Browser) -> (Vec<String>, Vec<String>) {
    while b.js("return document.querySelector('#more') !== null").await == json!(true) {
        let rows = b.js("return document.querySelectorAll('#rows [data-statement]').length").await;
        b.click("#more").await;
        b.until("more rows", &format!("return document.querySelectorAll('#rows [data-statement]').length > {rows}"))
            .await;
    }
    let seen = b.js("return [...document.querySelectorAll('#rows [data-statement]')].map(e => [e.dataset.statement, e.querySelector('[data-evidence]').textContent])").await;
    let pairs: Vec<(String, String)> = serde_json::from_value(seen).unwrap();
    pairs.into_iter().unzip()
}

fn column(list: &Value, key: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|o| o[key].as_str().unwrap().to_string()).collect()
}

#[tokio::test]
async fn files_opened_by_others_hold_exactly_what_is_shown() {
    let b = Browser::open(1400).await;
    for fragment in ["#/statements", "#/statements?v=1&act=demand,reject&doc=-002&sort=act", "#/statements?v=1&q=NATO"]
    {
        b.visit(fragment).await;
        let (ids, evidence) = on_screen(&b).await;
        assert!(!ids.is_empty(), "{fragment} shows nothing");
        assert_eq!(ids.len() as u64, b.total().await);
        let files = opened(&b).await;

        let (csv, json) = (&files["csv"]["rows"], &files["json"]["statements"]);
        assert_eq!(column(csv, "id"), ids, "CSV of {fragment}");
        assert_eq!(column(json, "id"), ids, "JSON of {fragment}");
        assert_eq!(column(json, "evidence"), evidence, "evidence of {fragment}");
        // A spreadsheet takes no field for a formula; but for that guard the fields are the same.
        for (row, exact) in csv.as_array().unwrap().iter().zip(&evidence) {
            assert_eq!(row["evidence"].as_str().unwrap().trim_start_matches('\''), exact.trim_start_matches('\''));
            for (name, field) in row.as_object().unwrap() {
                let field = field.as_str().unwrap();
                assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{name}: {field}");
            }
        }

        // Annotations: expanded as JSON-LD with no term lost, one a statement, each by quote and by position.
        let annotations = &files["annotations"];
        assert_eq!(annotations["type"], "http://www.w3.org/ns/activitystreams#OrderedCollection");
        assert_eq!(annotations["total"], json!(ids.len()));
        let page = annotations["page"].as_str().unwrap();
        assert!(page.starts_with(&format!("{}#/statements?v=1&", b.site)) && page.contains("c="), "{page}");
        assert!(annotations["triples"].as_u64().unwrap() > 20 * ids.len() as u64);
        let items = annotations["items"].as_array().unwrap();
        assert_eq!(items.len(), ids.len());
        for ((item, id), statement) in items.iter().zip(&ids).zip(json.as_array().unwrap()) {
            assert!(item["id"].as_str().unwrap().contains(&format!("sel={id}&")), "{item}");
            assert_eq!(item["type"], "http://www.w3.org/ns/oa#Annotation");
            assert_eq!(item["motivation"], "http://www.w3.org/ns/oa#classifying");
            let spans = statement["content_spans"].as_array().unwrap();
            for (target, (span, words)) in item["targets"]
                .as_array()
                .unwrap()
                .iter()
                .zip(spans.iter().zip(statement["content"].as_array().unwrap()))
            {
                assert_eq!((&target["start"], &target["end"], &target["exact"]), (&span[0], &span[1], words), "{id}");
            }
        }

        // References: three formats, three readers, the same articles; and a citation processor sets them.
        let articles: Vec<String> = {
            let mut of: Vec<String> = if fragment == "#/statements" {
                ["000", "001", "002", "003", "004"].map(String::from).to_vec()
            } else {
                column(json, "article")
            };
            of.sort();
            of.dedup();
            of
        };
        let mut known = BTreeMap::new();
        for format in ["ris", "bib", "csl"] {
            let items = files[format]["items"].as_array().unwrap();
            let urls: Vec<String> =
                items.iter().map(|i| i["url"].as_str().unwrap().rsplit('/').next().unwrap().to_string()).collect();
            assert_eq!(urls, articles, "{format} of {fragment}");
            let set = files[format]["set"].as_str().unwrap();
            for item in items {
                assert!(item["note"].as_str().unwrap().contains("Démarche corpus"), "{format}: {item}");
                let start: String = item["title"].as_str().unwrap().chars().take(30).collect();
                assert!(set.contains(&start), "{format}: {item}\n{set}");
            }
            // RIS readers differ in whether they take the year or the whole date.
            known.insert(
                format,
                items.iter().map(|i| json!([i["title"], i["outlet"], i["issued"][0]])).collect::<Vec<_>>(),
            );
        }
        assert!(known["ris"] == known["bib"] && known["bib"] == known["csl"], "{known:#?}");
    }
    b.close().await;
}

#[tokio::test]
async fn the_printed_sheet_has_sentence_numbers_footnotes_and_whole_addresses() {
    let b = Browser::open(1400).await;
    b.visit("#/statements").await;
    let all = b.total().await;
    // The dialog itself is the browser's; what it would be given is looked at.
    b.js("window.print = () => { window.printed = document.querySelectorAll('#rows [data-statement]').length }").await;
    b.click("#export > summary").await;
    b.click("#print").await;
    b.until("all rows fetched", &format!("return window.printed === {all}")).await;

    b.go("#/statements?v=1&act=deny").await;
    b.until("fewer", &format!("return +document.querySelector('#total').textContent < {all}")).await;
    // Firefox prints what is there when the event ends.
    let there = b.js("dispatchEvent(new Event('beforeprint')); return !!document.querySelector('[data-paper]')").await;
    assert_eq!(there, json!(true));
    b.media("print", &[("prefers-color-scheme", "dark")]).await;
    let sheet = b.text("body").await;
    let total = b.total().await;
    assert!(sheet.contains("Showing") && sheet.contains("deny"), "{sheet}");
    let count = |css: &str| {
        format!(
            "return [...document.querySelectorAll('{css}')].filter(e => e.getBoundingClientRect().height > 0).length"
        )
    };
    assert_eq!(b.js(&count(".paper-statements > li")).await, json!(total));
    assert_eq!(b.js(&count(".paper-notes > li")).await, json!(total));
    assert_eq!(b.js(&count("#rows > li")).await, json!(0), "a statement is printed twice");
    assert_eq!(b.js(&count(".head, .rail, .toolbar, .preview")).await, json!(0), "controls are printed");
    let addresses =
        b.js("return [...document.querySelectorAll('.paper-notes .address')].map(e => e.textContent)").await;
    assert!(addresses.as_array().unwrap().iter().all(|a| a.as_str().unwrap().starts_with(&b.site)), "{addresses}");
    assert_eq!(b.js("return getComputedStyle(document.body).backgroundColor").await, json!("rgb(255, 255, 255)"));
    let pdf = b.cdp("Page.printToPDF", json!({})).await;
    assert!(pdf["data"].as_str().unwrap().len() > 10_000);
    b.js("dispatchEvent(new Event('afterprint'))").await;
    b.until("the sheet to go", "return document.querySelector('[data-paper]') === null").await;
    b.close().await;
}
