//! The same site in Firefox, spoken to by its own protocol (Marionette: length, colon, JSON), so that no other driver is needed.
//! Where there is no Firefox nothing is tried, and script/test says so.

use crate::harness::{Helper, dist, scratch, serve};
use serde_json::{Value, json};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// A Firefox before the served site.
struct Firefox {
    child: Child,
    line: TcpStream,
    said: u32,
    site: String,
    folder: PathBuf,
    _server: Helper,
}

/// Waits until something is there.
fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

impl Firefox {
    /// Starts it with a fresh profile; `None` = there is none on this machine.
    fn open(site: &Path) -> Option<Self> {
        let folder = scratch();
        let profile = folder.join("profile");
        fs::create_dir_all(&profile).unwrap();
        let settings = [("marionette.port", json!(0)), ("browser.shell.checkDefaultBrowser", json!(false))];
        let settings = settings.map(|(name, value)| format!("user_pref({}, {value});", json!(name)));
        fs::write(profile.join("user.js"), settings.join("\n")).unwrap();
        let start = |name: &str| {
            let mut command = Command::new(name);
            command.args(["--headless", "--no-remote", "--marionette", "--width=1400", "--height=1000", "--profile"]);
            command.arg(&profile).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
        };
        let child = start("firefox-esr").or_else(|| start("firefox"))?;
        let port = || fs::read_to_string(profile.join("MarionetteActivePort")).ok()?.trim().parse::<u16>().ok();
        let line = until("Firefox", || TcpStream::connect(("127.0.0.1", port()?)).ok());
        let (server, site) = serve(&[], site, &folder);
        let mut firefox = Self { child, line, said: 0, site, folder, _server: server };
        firefox.heard(); // who it is
        firefox.tell("WebDriver:NewSession", &json!({}));
        Some(firefox)
    }

    /// The next message.
    fn heard(&mut self) -> Value {
        let (mut length, mut byte) = (0, [0]);
        loop {
            self.line.read_exact(&mut byte).unwrap();
            match byte[0] {
                b':' => break,
                digit => length = length * 10 + usize::from(digit - b'0'),
            }
        }
        let mut message = vec![0; length];
        self.line.read_exact(&mut message).unwrap();
        serde_json::from_slice(&message).unwrap()
    }

    /// A command and its answer.
    fn tell(&mut self, command: &str, what: &Value) -> Value {
        self.said += 1;
        let message = json!([0, self.said, command, what]).to_string();
        write!(self.line, "{}:{message}", message.len()).unwrap();
        let answer = self.heard();
        assert!(answer[2].is_null(), "{command} {what}: {}", answer[2]);
        answer[3].clone()
    }

    /// Runs a script in the page.
    fn js(&mut self, script: &str) -> Value {
        self.tell("WebDriver:ExecuteScript", &json!({ "script": script, "args": [], "sandbox": null }))["value"].clone()
    }

    /// Waits until a script returns true.
    fn until(&mut self, what: &str, script: &str) {
        until(what, || (self.js(script) == json!(true)).then_some(()));
    }

    /// Opens a fragment in a fresh document and waits until the corpus is read.
    fn visit(&mut self, fragment: &str) {
        self.tell("WebDriver:Navigate", &json!({ "url": "about:blank" }));
        self.tell("WebDriver:Navigate", &json!({ "url": format!("{}{fragment}", self.site) }));
        self.until(fragment, "return document.querySelector('[data-state=\"ready\"]') !== null");
    }

    /// Presses keys one after the other, wherever the focus is.
    fn press(&mut self, keys: &str) {
        let strokes =
            keys.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })));
        let actions = json!([{ "type": "key", "id": "keys", "actions": strokes.collect::<Vec<_>>() }]);
        self.tell("WebDriver:PerformActions", &json!({ "actions": actions }));
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The number of statements shown.
const TOTAL: &str = "return +document.querySelector('#total').textContent.match(/\\d+/)[0]";

#[test]
fn firefox_reads_filters_searches_keeps_and_prints() {
    let Some(mut f) = Firefox::open(&dist()) else {
        return println!("there is no Firefox here: nothing was tried in it");
    };
    f.visit("#/statements");
    let all = f.js(TOTAL).as_u64().unwrap();
    assert!(all > 100, "{all}");
    for view in ["", "topics", "timeline", "actors", "articles/003", "compare", "figures", "sources", "about"] {
        f.js(&format!("location.hash = '#/{view}'"));
        let there = format!(
            "return location.hash.startsWith('#/{view}') && document.querySelector('[data-state=\"ready\"] h1, [data-state=\"ready\"] h2') !== null"
        );
        f.until(view, &there);
    }

    f.visit("#/statements");
    f.js("window.faults = []; addEventListener('error', e => faults.push(e.message)); addEventListener('securitypolicyviolation', e => faults.push(e.blockedURI))");
    f.js("document.querySelector('[data-facet=\"act\"][data-value=\"deny\"] input').click()");
    f.until("a filter", &format!("{} < {all}", TOTAL));
    f.js("history.back()");
    f.until("Back", &format!("{} === {all}", TOTAL));
    f.press("/Riabkov\u{e007}");
    f.until("a search by another spelling", &format!("const n = (() => {{ {TOTAL} }})(); return n > 0 && n < {all}"));
    assert_eq!(f.js("return faults"), json!([]));

    // What the browser prints is what was there when its listeners had been called.
    f.visit("#/statements?v=1&act=deny");
    f.js("addEventListener('beforeprint', () => { window.sheet = document.querySelectorAll('.paper-statements > li').length })");
    f.tell("WebDriver:Print", &json!({}));
    f.until("the sheet", "return window.sheet > 0");
}
