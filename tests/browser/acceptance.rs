//! The acceptance questions, asked of the built site as a person would ask them: every question starts on the Overview,
//! goes on by clicks and typing only, and must bring each piece of evidence on screen, visible and marked.
//!
//! Steps and evidence stand in `tests/cases/acceptance.txt`; its head says how they are written. What a person would
//! need is reckoned by the keystroke-level model (Card, Moran & Newell 1980) and must stay under [`PATIENCE`].
//! `script/acceptance` prints the table.

use super::harness::Browser;
use fantoccini::Locator;
use serde_json::json;
use std::time::{Duration, Instant};

/// How long a person may need from the Overview to the last piece of evidence.
const PATIENCE: f64 = 30.0;
/// Thinking of the next step, in seconds.
const THINK: f64 = 1.35;
/// Pointing at something and clicking.
const CLICK: f64 = 1.3;
/// One key.
const KEY: f64 = 0.28;
/// Scrolling on by one screen and looking it over.
const SCREEN: f64 = 1.5;
/// How long the test looks for what it has not seen yet.
const LOOK: Duration = Duration::from_secs(2);

/// One question with what is done and what must then be seen.
struct Question {
    id: String,
    text: String,
    lines: Vec<Line>,
}

enum Line {
    /// An act of the person.
    Do(String, String),
    /// Evidence: article, exact words.
    See(String, String),
    /// Evidence that is known to be missing: article, exact words, why.
    Miss(String, String, String),
    /// Words that the screen must show.
    Says(String),
    /// Words that it must not show.
    Silent(String),
    /// Every statement and sentence on screen is part of the evidence.
    Only,
    /// Every statement on screen is of these articles.
    Within(Vec<String>),
    /// No statement is shown.
    None,
}

fn questions() -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    for line in include_str!("../cases/acceptance.txt").lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty())
    {
        if !line.starts_with(' ') {
            let (id, text) = line.split_once(' ').expect(line);
            all.push(Question { id: id.into(), text: text.into(), lines: Vec::new() });
            continue;
        }
        let (kind, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let (first, words) = rest.split_once(' ').unwrap_or((rest, ""));
        let line = match kind {
            "see" => Line::See(first.into(), words.into()),
            "miss" => {
                let (words, why) = words.split_once(" :: ").expect("a miss has a reason");
                Line::Miss(first.into(), words.into(), why.into())
            }
            "says" => Line::Says(rest.into()),
            "silent" => Line::Silent(rest.into()),
            "only" => Line::Only,
            "within" => Line::Within(rest.split_whitespace().map(Into::into).collect()),
            "none" => Line::None,
            verb => Line::Do(verb.into(), rest.into()),
        };
        all.last_mut().expect("a question comes first").lines.push(line);
    }
    all
}

/// What the page is searched with: finds exact words on screen, and says of which article they are and whether they are
/// marked. Each text node is kept as received, so that no-break spaces and quotation marks count.
const EYES: &str = r#"
window.eyes = {
    shown(node) {
        const e = node.nodeType === 1 ? node : node.parentElement;
        return e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && e.getClientRects().length > 0;
    },
    article(node) {
        const at = node.parentElement.closest('[data-statement],[data-hit],[data-figure],[data-sentence],[data-date],[data-article]');
        for (const k of ['statement', 'hit', 'figure', 'sentence', 'date', 'article'])
            if (at?.dataset[k]) return at.dataset[k].split('.')[0];
        return (location.hash.match(/^#\/articles\/([^?]+)/) || [])[1];
    },
    find(article, words) {
        const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const nodes = []; let all = '';
        while (walk.nextNode()) { nodes.push([all.length, walk.currentNode]); all += walk.currentNode.data; }
        const place = (at, end) => {
            let i = nodes.findLastIndex(([start]) => end ? start < at : start <= at);
            return [nodes[i][1], at - nodes[i][0]];
        };
        const marks = [...document.querySelectorAll('main mark')].filter(eyes.shown);
        for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
            const range = document.createRange();
            const [first, from] = place(at, false), [last, to] = place(at + words.length, true);
            range.setStart(first, from); range.setEnd(last, to);
            if (!eyes.shown(first) || eyes.article(first) !== article) continue;
            if (!marks.some(m => range.intersectsNode(m))) continue;
            const screens = Math.floor((range.getBoundingClientRect().bottom + scrollY) / innerHeight);
            first.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = [...range.getClientRects()].find(r => r.width > 1 && r.height > 1);
            if (!box) continue;
            const top = document.elementFromPoint(box.x + Math.min(4, box.width / 2), box.y + box.height / 2);
            if (top && (top.contains(first) || first.parentElement.contains(top))) return screens;
        }
        return -1;
    },
    items(selector) {
        const all = [...document.querySelectorAll(selector)].filter(eyes.shown);
        return all.map(e => [(e.dataset.statement || e.dataset.hit).split('.')[0], (e.querySelector('.evidence') || e).textContent]);
    },
    // The element that a person would take for these words.
    aim(selector, words) {
        const said = e => (e.innerText || e.getAttribute('aria-label') || '').trim();
        const all = [...document.querySelectorAll(selector)].filter(eyes.shown);
        const hit = all.find(e => said(e) === words) || all.find(e => said(e).startsWith(words));
        document.querySelectorAll('[data-aim]').forEach(e => e.removeAttribute('data-aim'));
        hit?.setAttribute('data-aim', '');
        hit?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return hit !== undefined;
    },
};
"#;

/// What a person has spent so far.
#[derive(Default)]
struct Spent {
    clicks: u32,
    keys: u32,
    screens: u32,
}

impl Spent {
    fn seconds(&self) -> f64 {
        f64::from(self.clicks) * (THINK + CLICK) + f64::from(self.keys) * KEY + f64::from(self.screens) * SCREEN
    }
}

struct Person<'b> {
    browser: &'b Browser,
    spent: Spent,
    /// The most screens that had to be scrolled since the last act.
    scrolled: u32,
}

impl Person<'_> {
    async fn aim(&self, selector: &str, words: &str) -> bool {
        let script = format!("return eyes.aim({}, {})", json!(selector), json!(words));
        let start = Instant::now();
        loop {
            if self.browser.js(&script).await == json!(true) {
                return true;
            }
            if start.elapsed() > LOOK {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn click(&mut self, selector: &str, words: &str) -> Result<(), String> {
        if !self.aim(selector, words).await {
            return Err(format!("nothing to click: “{words}”"));
        }
        self.spent.clicks += 1;
        let element = self.browser.client.find(Locator::Css("[data-aim]")).await.map_err(|e| e.to_string())?;
        element.click().await.map_err(|e| format!("“{words}” cannot be clicked: {e}"))?;
        self.browser.ready().await;
        Ok(())
    }

    async fn act(&mut self, verb: &str, what: &str) -> Result<(), String> {
        self.spent.screens += std::mem::take(&mut self.scrolled);
        match verb {
            "question" => self.click("a.question", what).await,
            "view" => self.click("nav a", what).await,
            "follow" => self.click("main a, main button, main summary, main label", what).await,
            "search" => {
                self.click("#search", "").await?;
                let field = self.browser.find("#search").await;
                // What is there is typed over.
                field.send_keys("\u{e009}a\u{e000}").await.map_err(|e| e.to_string())?;
                self.spent.keys += what.chars().count() as u32;
                field.send_keys(what).await.map_err(|e| e.to_string())?;
                let script = format!("return document.querySelector('#search').value === {}", json!(what));
                self.browser.until("the typed words", &script).await;
                self.browser.ready().await;
                Ok(())
            }
            "key" => {
                self.spent.keys += 1;
                self.browser.find("body").await.send_keys(what).await.map_err(|e| e.to_string())?;
                self.browser.ready().await;
                Ok(())
            }
            "tick" | "exclude" => {
                let (facet, value) = what.split_once(" / ").ok_or("tick FACET / VALUE")?;
                let head = format!("[data-facet-box=\"{facet}\"]");
                let open = format!("return document.querySelector({})?.open === true", json!(head));
                if self.browser.js(&open).await != json!(true) {
                    self.click(&format!("{head} > summary"), "").await?;
                }
                let label = format!("{head} li label");
                if !self.aim(&label, value).await {
                    self.click(&format!("{head} button.more"), "").await?;
                }
                match verb {
                    "tick" => self.click(&label, value).await,
                    _ => self.click(&format!("{head} button[data-exclude]"), &format!("Exclude {value}")).await,
                }
            }
            "read" => {
                let of = format!(
                    "const e = [...document.querySelectorAll('main [data-statement], main [data-hit]')].find(e => e.textContent.includes({}));
                     document.querySelectorAll('[data-read-this]').forEach(e => e.removeAttribute('data-read-this'));
                     e?.querySelector('a.read')?.setAttribute('data-read-this', '');",
                    json!(what)
                );
                self.browser.js(&of).await;
                self.click("[data-read-this]", "").await
            }
            verb => Err(format!("acceptance.txt: nobody can “{verb}”")),
        }
    }

    /// Whether evidence is on screen, visible and marked.
    async fn sees(&mut self, article: &str, words: &str, patience: Duration) -> bool {
        let script = format!("return eyes.find({}, {})", json!(article), json!(words));
        let start = Instant::now();
        loop {
            if let Some(screens) = self.browser.js(&script).await.as_i64().filter(|n| *n >= 0) {
                self.scrolled = self.scrolled.max(screens as u32);
                return true;
            }
            if start.elapsed() >= patience {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn reads(&self, words: &str) -> bool {
        let script = format!("return document.querySelector('main').innerText.includes({})", json!(words));
        self.browser.js(&script).await == json!(true)
    }

    /// Statements and sentences on screen: article and words.
    async fn items(&self) -> Vec<(String, String)> {
        let all = "main [data-statement], main [data-hit]";
        serde_json::from_value(self.browser.js(&format!("return eyes.items({})", json!(all))).await).unwrap()
    }

    /// Statements on screen: article and words.
    async fn statements(&self) -> Vec<(String, String)> {
        serde_json::from_value(self.browser.js("return eyes.items('main [data-statement]')").await).unwrap()
    }
}

/// Asks one question. What is missing, and what was known to be missing.
async fn ask(person: &mut Person<'_>, question: &Question) -> (Vec<String>, Vec<String>) {
    let (mut faults, mut known) = (Vec::new(), Vec::new());
    let evidence: Vec<(&str, &str)> = question
        .lines
        .iter()
        .filter_map(|l| match l {
            Line::See(article, words) | Line::Miss(article, words, _) => Some((article.as_str(), words.as_str())),
            _ => None,
        })
        .collect();
    for line in &question.lines {
        match line {
            Line::Do(verb, what) => {
                if let Err(why) = person.act(verb, what).await {
                    faults.push(why);
                    break;
                }
            }
            Line::See(article, words) => {
                if !person.sees(article, words, LOOK).await {
                    faults.push(format!("not seen: {article} “{words}”"));
                }
            }
            Line::Miss(article, words, why) => {
                if person.sees(article, words, Duration::ZERO).await {
                    faults.push(format!("now seen, so make it a `see`: {article} “{words}”"));
                } else {
                    known.push(format!("{article} “{words}”: {why}"));
                }
            }
            Line::Says(words) if !person.reads(words).await => faults.push(format!("not said: “{words}”")),
            Line::Silent(words) if person.reads(words).await => faults.push(format!("shown: “{words}”")),
            Line::Says(_) | Line::Silent(_) => {}
            Line::Only => {
                for (article, words) in person.items().await {
                    let part =
                        |(of, e): &(&str, &str)| *of == article && (words.contains(e) || e.contains(words.trim()));
                    if !evidence.iter().any(part) {
                        faults.push(format!("too much: {article} “{words}”"));
                    }
                }
            }
            Line::Within(articles) => {
                let strangers = person.statements().await.into_iter().filter(|(a, _)| !articles.contains(a));
                faults.extend(strangers.map(|(a, words)| format!("of another article: {a} “{words}”")));
            }
            Line::None => {
                let shown = person.browser.js("return document.querySelectorAll('main [data-statement]').length").await;
                if shown != json!(0) {
                    faults.push(format!("{shown} statements are shown"));
                }
            }
        }
    }
    person.spent.screens += std::mem::take(&mut person.scrolled);
    (faults, known)
}

#[tokio::test]
async fn the_acceptance_questions_are_answered_from_the_overview() {
    let wanted = std::env::var("QUESTION").unwrap_or_default();
    let browser = Browser::open(1400).await;
    browser.visit("").await;
    browser.js(EYES).await;
    let mut broken = Vec::new();
    let (mut whole, mut asked) = (0, 0);
    println!("{:<5}{:>7}{:>6}{:>9}{:>5}  what is missing", "", "clicks", "keys", "screens", "s");
    for question in questions().iter().filter(|q| q.id.starts_with(&wanted)) {
        asked += 1;
        browser.js("location.hash = '#/'; scrollTo(0, 0)").await;
        browser.find("main[data-view=overview][data-state=ready] a.question").await;
        let mut person = Person { browser: &browser, spent: Spent::default(), scrolled: 0 };
        let (mut faults, known) = ask(&mut person, question).await;
        let Spent { clicks, keys, screens } = person.spent;
        let seconds = person.spent.seconds();
        if seconds > PATIENCE {
            faults.push(format!("{seconds:.0} s are too many"));
        }
        let said = match (faults.as_slice(), known.as_slice()) {
            ([], []) => {
                whole += 1;
                "pass".to_string()
            }
            ([], known) => format!("known miss: {}", known.join("; ")),
            (faults, known) => [faults, known].concat().join("; "),
        };
        println!("{:<5}{clicks:>7}{keys:>6}{screens:>9}{seconds:>5.0}  {said}", question.id);
        broken.extend(faults.into_iter().map(|f| format!("{} {}\n    {f}", question.id, question.text)));
    }
    println!("{whole} of {asked} questions answered in full");
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
    browser.close().await;
}
