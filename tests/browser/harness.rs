//! A static server, a driver and a browser for one test; all end with it.

use fantoccini::{Client, ClientBuilder, Locator, elements::Element};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// How long a test waits for anything before it fails. Generous: CI machines are slow, a passing test never waits so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// A process that ends with the test, and the port it listens on.
pub struct Helper {
    child: Child,
    port: u16,
}

impl Helper {
    /// Starts a program and reads its output until a line names its port after `marker`.
    fn start(command: &mut Command, marker: &str) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = loop {
            let line = lines.next().expect("the helper ended before it named its port").unwrap();
            if let Some((_, rest)) = line.split_once(marker) {
                let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
                break digits.parse().unwrap();
            }
        };
        // Keep reading, or the helper blocks on a full pipe.
        std::thread::spawn(move || for _ in lines {});
        Self { child, port }
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The built site.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(dist.join("index.html").exists(), "there is no dist/: run script/build first");
    dist
}

/// The folder of others' programs that tests use (`tests/readers/package.json`, installed by script/setup).
pub fn readers() -> PathBuf {
    let root = env!("CARGO_MANIFEST_DIR");
    let said =
        Command::new("bash").args(["-c", ". script/lib.sh && printf %s \"$READERS\""]).current_dir(root).output();
    let folder = PathBuf::from(String::from_utf8(said.unwrap().stdout).unwrap());
    assert!(folder.join("node_modules").exists(), "{} is not there: run script/setup first", folder.display());
    folder
}

/// A fresh folder for one test.
pub fn scratch() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let folder =
        std::env::temp_dir().join(format!("demarche-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Serves a folder under a sub-path from a test's folder: the server, and the site's address.
pub fn serve(more: &[&str], site: &Path, folder: &Path) -> (Helper, String) {
    fs::create_dir_all(folder.join("www/some")).unwrap();
    std::os::unix::fs::symlink(site, folder.join("www/some/where")).unwrap();
    let mut server = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("script/serve"));
    let server = Helper::start(server.arg(folder.join("www")).args(more), "port ");
    let address = format!("http://127.0.0.1:{}/some/where/", server.port);
    (server, address)
}

/// A browser before a served site.
pub struct Browser {
    /// WebDriver's client.
    pub client: Client,
    /// The site's address, with its sub-path.
    pub site: String,
    _server: Helper,
    _driver: Helper,
    folder: PathBuf,
}

impl Browser {
    /// Serves `dist/` under a sub-path and opens a browser of this width.
    pub async fn open(width: u32) -> Self {
        Self::serving(&dist(), width).await
    }

    /// Serves a folder under a sub-path and opens a browser of this width.
    pub async fn serving(site: &Path, width: u32) -> Self {
        Self::served(&[], site, width).await
    }

    /// As [`Browser::serving`], so many bytes a second; what is sent is written to `log`.
    pub async fn slowly(site: &Path, width: u32, bytes_a_second: u32, log: &Path) -> Self {
        Self::served(&["--slow", &bytes_a_second.to_string(), &log.display().to_string()], site, width).await
    }

    /// A browser before `script/serve`, which is told the folder and then `more`.
    async fn served(more: &[&str], site: &Path, width: u32) -> Self {
        let folder = scratch();
        let (server, address) = serve(more, site, &folder);
        let driver = Helper::start(Command::new("chromedriver").arg("--port=0"), "successfully on port ");
        let caps = json!({ "goog:chromeOptions": { "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
            format!("--user-data-dir={}", folder.join("profile").display()),
        ],
        // Chromium's window has a least width of its own; an emulated screen does not.
        "mobileEmulation": { "deviceMetrics": { "width": width, "height": 900, "pixelRatio": 1, "mobile": false, "touch": false } } } });
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(caps.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap();
        Self { client, site: address, _server: server, _driver: driver, folder }
    }

    /// A command of the DevTools protocol: emulation, keys as a keyboard sends them, what lies outside WebDriver.
    pub async fn cdp(&self, command: &str, params: Value) -> Value {
        let session = self.client.session_id().await.unwrap().unwrap();
        let body = json!({ "cmd": command, "params": params }).to_string();
        let mut driver = TcpStream::connect(("127.0.0.1", self._driver.port)).unwrap();
        let head = format!(
            "POST /session/{session}/goog/cdp/execute HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        driver.write_all(head.as_bytes()).and_then(|()| driver.write_all(body.as_bytes())).unwrap();
        // The driver keeps the connection open: what it announces is read, no more.
        let (mut lines, mut length) = (BufReader::new(driver), 0);
        loop {
            let mut line = String::new();
            lines.read_line(&mut line).unwrap();
            if line.trim().is_empty() {
                break;
            }
            if let Some((_, n)) = line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length")) {
                length = n.trim().parse().unwrap();
            }
        }
        let mut answer = vec![0; length];
        lines.read_exact(&mut answer).unwrap();
        let value: Value = serde_json::from_slice(&answer).unwrap();
        assert!(value["value"].get("error").is_none(), "{command}: {value}");
        value["value"].clone()
    }

    /// Runs a script in every document before its own scripts.
    pub async fn before_each(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// A screen of this size.
    pub async fn resize(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// A medium ("print", "" for the screen) and its features ("prefers-color-scheme", "dark").
    pub async fn media(&self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(n, v)| json!({ "name": n, "value": v })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await;
    }

    /// Presses a key, as a keyboard would, wherever the focus is: a character, or "Tab", "Enter", "Escape", "ArrowRight".
    pub async fn press(&self, key: &str) {
        self.press_with(key, 0).await;
    }

    /// Presses a key with modifiers (8 = Shift).
    pub async fn press_with(&self, key: &str, modifiers: u32) {
        let (code, number, text) = match key {
            "Tab" => ("Tab", 9, ""),
            "Enter" => ("Enter", 13, "\r"),
            "Escape" => ("Escape", 27, ""),
            "ArrowRight" => ("ArrowRight", 39, ""),
            "ArrowLeft" => ("ArrowLeft", 37, ""),
            " " => ("Space", 32, " "),
            other => ("", 0, other),
        };
        let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let mut event =
            json!({ "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers });
        if !text.is_empty() {
            event["text"] = json!(text);
        }
        self.cdp("Input.dispatchKeyEvent", event.clone()).await;
        event["type"] = json!("keyUp");
        if let Some(event) = event.as_object_mut() {
            event.remove("text");
        }
        self.cdp("Input.dispatchKeyEvent", event).await;
    }

    /// Goes to a fragment within the shown document, as a link of the page does, and waits for its answer.
    pub async fn go(&self, fragment: &str) {
        let there = format!(
            "const done = arguments[arguments.length - 1], to = {};
             if (location.hash === to) done();
             else {{ addEventListener('hashchange', () => setTimeout(done), {{ once: true }}); location.hash = to }}",
            json!(fragment)
        );
        self.client.execute_async(&there, Vec::new()).await.unwrap();
        let view = fragment.trim_start_matches("#/").split(['?', '/']).next().unwrap_or_default();
        let view = if view.is_empty() { "overview" } else { view };
        let ready = format!("return document.querySelector('[data-view=\"{view}\"][data-state=\"ready\"]') !== null");
        self.until(&format!("{fragment} to be answered"), &ready).await;
    }

    /// Goes to a fragment of the site in a fresh document, and waits until the corpus is read.
    pub async fn visit(&self, fragment: &str) {
        self.client.goto("about:blank").await.unwrap();
        self.client.goto(&format!("{}{fragment}", self.site)).await.unwrap();
        self.ready().await;
    }

    /// Waits until the view on screen shows an answer.
    pub async fn ready(&self) {
        self.until("the corpus to be read", "return document.querySelector('[data-state=\"ready\"]') !== null").await;
    }

    /// Runs a script in the page.
    pub async fn js(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Polls until a script returns true.
    pub async fn until(&self, what: &str, script: &str) {
        let start = Instant::now();
        while self.js(script).await != Value::Bool(true) {
            if start.elapsed() > PATIENCE {
                let seen = self.js("return location.href + '\\n' + document.body.innerText").await;
                panic!("waited in vain for {what}; on screen: {}", seen.as_str().unwrap_or_default());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The first element of a selector, once it is there.
    pub async fn find(&self, css: &str) -> Element {
        self.until(css, &format!("return document.querySelector({}) !== null", json!(css))).await;
        self.client.find(Locator::Css(css)).await.unwrap()
    }

    /// Brings the first element of a selector into view and clicks it.
    pub async fn click(&self, css: &str) {
        let element = self.find(css).await;
        self.js(&format!("document.querySelector({}).scrollIntoView({{block: 'center'}})", json!(css))).await;
        element.click().await.unwrap_or_else(|e| panic!("{css} cannot be clicked: {e}"));
    }

    /// The text of the first element of a selector, as shown.
    pub async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.unwrap()
    }

    /// The number shown as the total of matching statements.
    pub async fn total(&self) -> u64 {
        let digits: String = self.text("#total").await.chars().filter(char::is_ascii_digit).collect();
        digits.parse().unwrap()
    }

    /// Waits until the total is this.
    pub async fn until_total(&self, total: u64) {
        let script = format!("return document.querySelector('#total')?.textContent.replace(/\\D/g, '') === '{total}'");
        self.until(&format!("the total {total}"), &script).await;
    }

    /// Waits until the address ends so: it follows once the next frame is drawn.
    pub async fn until_fragment(&self, fragment: &str) {
        self.until(fragment, &format!("return location.hash === {}", json!(fragment))).await;
    }

    /// The address's fragment.
    pub async fn fragment(&self) -> String {
        self.js("return location.hash").await.as_str().unwrap().to_string()
    }

    /// Ends the browser; call it last, so that ChromeDriver does not leave it behind.
    pub async fn close(self) {
        self.client.clone().close().await.unwrap();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
