//! A site of 10,000 articles behind a slow line: it answers from what it has, says how much that is, can be stopped, and
//! gives the very answers that the native program gives.

use super::harness::{Browser, dist, scratch};
use demarche::{
    corpus::{bundle::Bundle, catalogue::Entry, codebook::Codebook, day::Day, manifest, prepare},
    index::routing::{self, Routing},
    query::{archive::Archive, filter::Filter, names::Names, route::Map},
    share::link,
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const ARTICLES: usize = 10_000;
/// 4 Mbit/s.
const LINE: u32 = 500_000;

/// The site, and its corpus as the native program has it.
struct Large {
    site: PathBuf,
    manifest: manifest::Manifest,
    routing: Routing,
    parts: Vec<Bundle>,
}

impl Large {
    /// The built program with an invented corpus (bench/generate.mjs; the first two paragraphs of each article).
    fn make() -> Self {
        let (site, lines) = (scratch(), scratch().join("articles.jsonl"));
        let generate = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/generate.mjs");
        let mut command = Command::new("node");
        command.arg(generate).args(["--articles", &ARTICLES.to_string(), "--out"]).arg(&lines);
        assert!(command.status().unwrap().success());
        let text = |article: &Value| {
            let body: Vec<&str> = article["text"].as_str().unwrap().split("\n\n").take(2).collect();
            format!("{}\n\n{}\n", article["title"].as_str().unwrap(), body.join("\n\n"))
        };
        let texts = fs::read_to_string(&lines).unwrap();
        let texts = texts.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).map(|article| {
            let entry = Entry {
                outlet: article["outlet"].as_str().map(str::to_string),
                published: article["date"].as_str().and_then(Day::parse),
                basis: "invented".into(),
                ..Entry::default()
            };
            (format!("{:06}", article["id"].as_u64().unwrap()), text(&article), entry)
        });
        let parts = manifest::parted(prepare::articles(texts.collect()));
        let (manifest, files) = routing::shelved(&parts, Codebook::default());
        for file in fs::read_dir(dist()).unwrap().map(|f| f.unwrap().path()).filter(|f| f.is_file()) {
            let bundle = file.extension().is_some_and(|e| e == "bundle");
            let bytes = if bundle { manifest::encode(&manifest) } else { fs::read(&file).unwrap() };
            fs::write(site.join(file.file_name().unwrap()), bytes).unwrap();
        }
        fs::create_dir(site.join(manifest::FOLDER)).unwrap();
        files.iter().for_each(|(name, bytes)| fs::write(site.join(name), bytes).unwrap());
        let routing = Routing::open(&files.last().unwrap().1, parts.len()).unwrap();
        let parts = parts.into_iter().map(|articles| Bundle { articles, ..Bundle::default() }).collect();
        Large { site, manifest, routing, parts }
    }

    /// A word that stands in this part and in hardly any other.
    fn rare(&self, part: usize) -> String {
        let words = self.parts[part].articles.iter().flat_map(|a| a.text.split_whitespace());
        let mut long = words.filter(|w| w.len() > 8 && w.chars().all(|c| c.is_ascii_lowercase()));
        let rare = |w: &&str| self.routing.find(w).is_some_and(|shards| shards.count() <= 2);
        long.find(rare).expect("no rare word").to_string()
    }

    /// How many statements a link finds, and the ids of the first of them, read natively from the shards that it touches.
    fn answer(&self, fragment: &str) -> (u64, Vec<String>) {
        let (filter, names): (Filter, _) = (link::decode(fragment), Names::default());
        let route = Map { manifest: &self.manifest, routing: Some(&self.routing), names: &names }.route(&filter);
        let mut touched = route.shards.clone();
        touched.sort_unstable();
        let articles = touched.iter().flat_map(|s| self.parts[*s as usize].articles.clone()).collect();
        let archive = Archive::open(Bundle { articles, ..Bundle::default() }, &mut |_, _| ());
        let answer = archive.ask(&filter, 0, 50);
        (u64::from(answer.totals.statements), answer.rows.into_iter().map(|r| r.id).collect())
    }
}

/// Bytes of the corpus sent so far.
fn sent(log: &Path) -> u64 {
    let lines = fs::read_to_string(log).unwrap();
    let of = |line: &str| line.split_once(' ').map(|(n, path)| (n.parse::<u64>().unwrap(), path.to_string()));
    lines
        .lines()
        .filter_map(of)
        .filter(|(_, p)| p.ends_with(".bundle") || p.ends_with(".routing"))
        .map(|(n, _)| n)
        .sum()
}

/// As on a machine of four cores, whatever this one has; the page counts how often a helper has read something.
const FOUR_CORES: &str = r#"
    const Real = Blob;
    const prelude = `Object.defineProperty(WorkerNavigator.prototype, 'hardwareConcurrency', { get: () => 4 });
        if (name === 'demarche-helper') {
            const post = self.postMessage.bind(self), told = new BroadcastChannel('helpers');
            self.postMessage = (message, ...more) => { if (message instanceof Uint8Array) told.postMessage(1); post(message, ...more) };
        }\n`;
    window.Blob = function (parts, options) {
        return new Real(options?.type === 'text/javascript' ? [prelude, ...parts] : parts, options);
    };
    window.helped = 0;
    new BroadcastChannel('helpers').onmessage = () => window.helped++;"#;

const SETTLED: &str = "return document.querySelector('[data-coverage]') !== null && document.querySelector('[data-going]') === null && document.querySelector('main').dataset.state === 'ready'";

#[tokio::test]
async fn ten_thousand_articles_behind_a_slow_line() {
    let large = Large::make();
    let log = scratch().join("sent");
    fs::write(&log, "").unwrap();
    let b = Browser::slowly(&large.site, 1400, LINE, &log).await;

    b.before_each(FOUR_CORES).await;

    // The first answer is from the newest part; the rest comes in, and how far it is is said.
    b.visit("#/statements?v=1").await;
    let first = sent(&log);
    assert!(first <= 3_000_000, "{first} bytes before the first answer");
    assert!(b.total().await > 0);
    let said = b.text("[data-coverage]").await;
    assert!(said.contains(&format!("of {} parts", large.parts.len())), "{said}");
    b.until(
        "more parts",
        "return /^([2-9]|\\d\\d+) of/.test(document.querySelector('[data-coverage] span').textContent)",
    )
    .await;

    let helped = b.js("return window.helped").await;
    assert!(helped.as_u64().unwrap() > 0, "no helper read anything");

    // Who stops keeps what is there, and is told what it is.
    b.click("[data-coverage] button").await;
    b.until("the end of reading", "return document.querySelector('[data-going]') === null").await;
    let said = b.text("[data-coverage]").await;
    assert!(said.contains("counted in what is read") && said.contains("Read on"), "{said}");
    let stopped = b.total().await;
    assert!(stopped > 0);

    // A rare word, a phrase, an act and an outlet: only what can hold it is read, and the answer is the native one.
    let (one, other) = (large.rare(70), large.rare(30));
    for fragment in [
        format!("#/statements?v=1&q={one}"),
        format!("#/statements?v=1&q={one}%20OR%20{other}&act=state,demand,deny&within=article"),
    ] {
        let before = sent(&log);
        b.go(&fragment).await;
        b.until("all that the filter can touch", SETTLED).await;
        let (total, ids) = large.answer(&fragment);
        assert_eq!(b.total().await, total, "{fragment}");
        let shown = b
            .js("return [...document.querySelectorAll('main .row[data-statement]')].map(e => e.dataset.statement)")
            .await;
        let shown: Vec<String> = shown.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_string()).collect();
        assert!(ids.starts_with(&shown) || shown.starts_with(&ids), "{shown:?} {ids:?}");
        println!("{fragment}: {total} statements, {} bytes", sent(&log) - before);
    }

    // What was read is kept: the next visit reads the same again from the browser's own store.
    let kept = "const done = arguments[arguments.length - 1], open = indexedDB.open('demarche', 1);
        open.onsuccess = () => { const all = open.result.transaction('kept').objectStore('kept').getAllKeys(); all.onsuccess = () => done(all.result.filter(k => k.startsWith('read:')).length) }";
    let kept = b.client.execute_async(kept, Vec::new()).await.unwrap();
    assert!(kept.as_u64().unwrap() > 1, "{kept}");
    b.visit(&format!("#/statements?v=1&q={one}")).await;
    b.until("all that the filter can touch", SETTLED).await;
    assert_eq!(b.total().await, large.answer(&format!("#/statements?v=1&q={one}")).0);
    assert_eq!(b.js("return document.querySelector('[role=\"alert\"]') === null").await, json!(true));
    println!("first answer after {first} bytes of the corpus");
    b.close().await;
    let _ = fs::remove_dir_all(&large.site);
}
