//! A browser with one reader in front of it.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::engine::{Driver, Engine, Home};
use crate::noise::{self, Noise};
use crate::paper::{Paper, Pdf};
use crate::server::Server;
use crate::widget::Widget;

/// How long anything that is waited for may take.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// How often a condition is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// How long a page must have had for noise that comes late, such as a rejection that nobody handles.
const QUIET_MILLISECONDS: u32 = 50;

/// A browser with an empty profile, a server to itself, and an account of everything the pages did.
///
/// Every step waits for what it needs and panics when that does not come.
pub struct Session {
    engine: Engine,
    client: Client,
    server: Server,
    downloads: PathBuf,
    heard: RefCell<Vec<Noise>>,
    announced: RefCell<Vec<String>>,
}

impl Session {
    pub(crate) async fn open(
        engine: Engine,
        driver: &Driver,
        home: &Home,
        server: Server,
    ) -> Result<Self, String> {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(home)?)
            .connect(&driver.address())
            .await
            .map_err(|error| format!("no browser: {error}"))?;
        Ok(Self {
            engine,
            client,
            server,
            downloads: home.downloads(),
            heard: RefCell::default(),
            announced: RefCell::default(),
        })
    }

    /// The engine that this session runs in.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The server of this session's pages.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Announces noise: every line of the report that contains `pattern`, such as `console.warn: no storage` or
    /// `GET /missing.wasm 404`, is then allowed, and at least one has to come before the test ends.
    ///
    /// One cause often makes several lines (the request, the console, the browser's own log);
    /// a pattern that they share covers all of them.
    pub fn expect_noise(&self, pattern: &str) {
        assert!(
            !pattern.trim().is_empty(),
            "an empty pattern would allow everything"
        );
        self.announced.borrow_mut().push(pattern.to_owned());
    }

    /// Opens a path of the server (`/demo/blog.html`) or a whole URL and waits until it has loaded.
    pub async fn goto(&self, path: &str) {
        let url = if path.starts_with('/') {
            self.server.url(path)
        } else {
            path.to_owned()
        };
        self.listen().await;
        let done = self.client.goto(&url).await;
        self.must(done, || format!("going to {url}"));
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.listen().await;
        let done = self.client.refresh().await;
        self.must(done, || "reloading".to_owned());
    }

    /// Goes back in the tab's history.
    pub async fn back(&self) {
        self.listen().await;
        let done = self.client.back().await;
        self.must(done, || "going back".to_owned());
    }

    /// The `n`-th widget of the page, from 0, once it has its shadow root.
    pub async fn widget(&self, n: usize) -> Widget<'_> {
        let widget = Widget::new(self, n);
        let what = format!("<coder-path> number {n} has an open shadow root");
        self.wait_until(&what, async || widget.is_there().await)
            .await;
        widget
    }

    /// Waits until the condition holds; `what` says in the failure what was waited for.
    pub async fn wait_until(&self, what: &str, condition: impl AsyncFn() -> bool) {
        self.wait_for(what, async || condition().await.then_some(()))
            .await;
    }

    /// Waits until there is something, and returns it.
    pub async fn wait_for<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(found) = look().await {
                return found;
            }
            assert!(
                Instant::now() < until,
                "waited {DEADLINE:?} in vain until: {what}"
            );
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Runs the body of a function in the page and returns its result; `arguments` holds `args`.
    ///
    /// A promise is waited for.
    pub async fn execute(&self, script: &str, args: &[Value]) -> Value {
        let result = self.client.execute(script, args.to_vec()).await;
        self.must(result, || format!("running the script {script}"))
    }

    /// Presses keys through the keyboard, where the focus is: a name (`Tab`, `Enter`, `Escape`, `ArrowDown`, `Space`),
    /// one character, or a combination (`Shift+Tab`).
    pub async fn press(&self, keys: &str) {
        let keys: Vec<char> = match keys {
            "+" => vec!['+'],
            _ => keys.split('+').map(key_named).collect(),
        };
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        self.act(down.chain(up)).await;
    }

    /// Types text through the keyboard, where the focus is.
    pub async fn type_text(&self, text: &str) {
        let strokes = text
            .chars()
            .flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.act(strokes).await;
    }

    async fn act(&self, actions: impl Iterator<Item = KeyAction>) {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let keyboard = actions.fold(keyboard, KeyActions::then);
        let done = self.client.perform_actions(keyboard).await;
        self.must(done, || "pressing keys".to_owned());
    }

    /// What has the focus, through all shadow roots: its tag and its words or value, such as `button Start`.
    pub async fn focused(&self) -> String {
        let script = "
            let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
            if (!at) return '';
            const words = at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || at.value || '';
            return `${at.localName} ${words.replace(/\\s+/g, ' ').trim()}`.trim();";
        text_of(&self.execute(script, &[]).await)
    }

    /// What a reader sees: the text of the page and of every widget in it.
    pub async fn text(&self) -> String {
        let script = format!(
            "{} const parts = [(document.body ?? document.documentElement)?.innerText ?? ''];
            document.querySelectorAll('coder-path').forEach((host, n) => {{
                if (host.shadowRoot) parts.push(`in <coder-path> ${{n}}: ${{textIn(host.shadowRoot)}}`);
            }});
            return parts.join('\\n');",
            crate::widget::LOOKING
        );
        text_of(&self.execute(&script, &[]).await)
    }

    /// The size of the page's area in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.engine == Engine::Chromium {
            // A window cannot be as narrow as a telephone, but an emulated screen can.
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.chromium_cdp("Emulation.setDeviceMetricsOverride", size)
                .await;
            return;
        }
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight];";
        let frame = self.execute(frame, &[]).await;
        let edge = |n: usize| {
            let edge = frame.get(n).and_then(Value::as_u64);
            edge.and_then(|edge| u32::try_from(edge).ok()).unwrap_or(0)
        };
        let done = self
            .client
            .set_window_size(width + edge(0), height + edge(1))
            .await;
        self.must(done, || format!("resizing to {width} × {height}"));
    }

    /// Shows pages to a reader whose system and paper are like this from now on, and waits until this page has followed.
    /// Chromium alone can pretend that.
    pub async fn emulate(&self, media: Media) {
        let media_of = json!({
            "media": if media.print { "print" } else { "" },
            "features": [
                {
                    "name": "prefers-color-scheme",
                    "value": if media.dark { "dark" } else { "light" },
                },
                {
                    "name": "forced-colors",
                    "value": if media.forced_colors { "active" } else { "none" },
                },
                {
                    "name": "prefers-reduced-motion",
                    "value": if media.reduced_motion { "reduce" } else { "no-preference" },
                },
            ],
        });
        self.chromium_cdp("Emulation.setEmulatedMedia", media_of)
            .await;
        // Whoever prints sends these events as well.
        let printing = "dispatchEvent(new Event(arguments[0] ? 'beforeprint' : 'afterprint'));";
        self.execute(printing, &[media.print.into()]).await;
        self.come_to_rest().await;
    }

    /// Waits until nothing on the page is on its way to another colour or place.
    pub(crate) async fn come_to_rest(&self) {
        let script = "
            const hosts = [...document.querySelectorAll('*')].filter((e) => e.shadowRoot);
            const moving = [document, ...hosts.map((e) => e.shadowRoot)].flatMap((root) => root.getAnimations());
            return Promise.allSettled(moving.map((one) => one.finished)).then(() => moving.length);";
        self.wait_until("the page is at rest", async || {
            self.execute(script, &[]).await == 0
        })
        .await;
    }

    /// The page as it is printed on this paper, with the margins that a browser takes by itself.
    pub async fn print(&self, paper: Paper) -> Pdf {
        let printed = self.client.print(paper.configuration()).await;
        Pdf::of(self.must(printed, || format!("printing on {paper:?}")))
    }

    /// Writes a PNG of the whole page at this width to a file, however tall it is, in Chromium. The page stays as tall.
    pub async fn screenshot_whole(&self, width: u32, file: &Path) {
        // A scroll bar would take from the width while the page is measured, and be gone in the picture.
        self.chromium_cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true }))
            .await;
        // Lower than any page, so that the page itself says how tall it is.
        self.resize(width, 100).await;
        let height = "return document.documentElement.scrollHeight;";
        let height = self.execute(height, &[]).await.as_u64();
        let height = height.and_then(|height| u32::try_from(height).ok());
        self.resize(width, height.unwrap_or(100)).await;
        self.come_to_rest().await;
        self.screenshot(file).await;
    }

    /// Writes a PNG of the page's visible area to a file.
    pub async fn screenshot(&self, file: &Path) {
        let picture = self.client.screenshot().await;
        let picture = self.must(picture, || "taking a screenshot".to_owned());
        if let Some(folder) = file.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let written = fs::write(file, picture);
        assert!(
            written.is_ok(),
            "cannot write {}: {written:?}",
            file.display()
        );
    }

    /// Opens a path in a new tab of the same profile and goes there. The name returned leads back to the tab before.
    pub async fn new_tab(&self, path: &str) -> Tab {
        let before = self.client.window().await;
        let before = self.must(before, || "naming the tab".to_owned());
        let opened = self.client.new_window(true).await;
        let opened = self.must(opened, || "opening a tab".to_owned());
        self.switch_to(&Tab(opened.handle)).await;
        self.goto(path).await;
        Tab(before)
    }

    /// Goes to another tab. The name returned leads back.
    pub async fn switch_to(&self, tab: &Tab) -> Tab {
        let before = self.client.window().await;
        let before = self.must(before, || "naming the tab".to_owned());
        let done = self.client.switch_to_window(tab.0.clone()).await;
        self.must(done, || "going to another tab".to_owned());
        Tab(before)
    }

    /// Goes into the first frame that the selector finds: from then on scripts, widgets and text are the frame's,
    /// until [`Session::leave_frames`], which every navigation implies.
    pub async fn enter_frame(&self, css: &str) {
        let frame = self.client.find(fantoccini::Locator::Css(css)).await;
        let frame = self.must(frame, || format!("finding the frame {css}"));
        let done = frame.enter_frame().await;
        self.must(done, || format!("going into the frame {css}"));
    }

    /// Goes back to the page itself.
    pub async fn leave_frames(&self) {
        self.command("frame", json!({ "id": null })).await;
    }

    /// The bytes of a file that the page handed over as a download, once it is complete.
    pub async fn downloaded(&self, name: &str) -> Vec<u8> {
        let file = self.downloads.join(name);
        // Engines write under another name and rename at the end; an empty file holds the name meanwhile.
        let is_complete = || fs::metadata(&file).is_ok_and(|file| file.len() > 0);
        let what = format!("the file {name} is downloaded");
        self.wait_until(&what, async || is_complete()).await;
        fs::read(&file).unwrap_or_else(|error| panic!("cannot read {name}: {error}"))
    }

    /// Writes a file for the page to take in, and returns the path to type into its file field.
    pub fn file_to_upload(&self, name: &str, bytes: &[u8]) -> String {
        let file = self.downloads.join(name);
        let written = fs::write(&file, bytes);
        assert!(written.is_ok(), "cannot write {name}: {written:?}");
        file.display().to_string()
    }

    /// Makes `day` (`2015-03-01`) today, at noon UTC and with the clock running, for the pages opened from now on.
    pub fn pretend_today(&self, day: &str) {
        let script = include_str!("pretend_today.js").replace("DAY", day);
        self.server.before_page_scripts(&script);
    }

    /// Puts another reader in front of the browser, one who has seen no page yet: nothing is stored, it is today, and screen,
    /// system and paper are as in a new session, which takes longer to be had. In Chromium alone.
    pub async fn start_over(&self) {
        const NOWHERE: &str = "/nowhere.html";
        self.server.forget_scripts();
        self.server.page(
            NOWHERE,
            "<!doctype html><html lang=en><title>Nowhere</title>",
        );
        self.goto(NOWHERE).await;
        let forget = "localStorage.clear(); sessionStorage.clear();";
        self.execute(forget, &[]).await;
        self.chromium_cdp("Emulation.clearDeviceMetricsOverride", json!({}))
            .await;
        self.emulate(Media::default()).await;
    }

    /// Sends a command of Chromium's own protocol, such as `Network.emulateNetworkConditions`.
    /// Panics in another engine: see [`run_in_chromium`](crate::run_in_chromium).
    pub async fn chromium_cdp(&self, method: &str, params: Value) -> Value {
        assert!(
            self.engine == Engine::Chromium,
            "{method} is Chromium's own protocol, and this is {}",
            self.engine
        );
        let body = json!({ "cmd": method, "params": params });
        self.command("goog/cdp/execute", body).await
    }

    /// The noise that was heard so far, announced or not.
    pub async fn noise(&self) -> Vec<Noise> {
        self.listen().await;
        self.heard.borrow().clone()
    }

    /// Takes over what the page in front recorded, before it is left. Ends outside all frames.
    async fn listen(&self) {
        self.leave_frames().await;
        // The recorder is the first script: until it has run, an early page looks like one without it.
        self.wait_until("the page is there", async || {
            let script = "return Boolean(window.__recorded) || document.readyState !== 'loading';";
            self.execute(script, &[]).await == true
        })
        .await;
        let script = "
            if (window.__recorded) return window.__recorded.drain();
            const isOurs = /^https?:$/.test(location.protocol) && document.contentType === 'text/html';
            return isOurs ? [{ kind: 'harness', text: `no recorder in ${location.href}` }] : [];";
        let entries = self.execute(script, &[]).await;
        let mut noise = Noise::from_recorder(list_in(&entries));
        noise.retain(|noise| noise.kind != "foreign request" || !self.server.is_own(&noise.text));
        self.heard.borrow_mut().append(&mut noise);
    }

    /// Ends the test's steps: everything that was heard must have been announced, and the other way round.
    pub(crate) async fn finish(&self) -> Result<(), String> {
        self.server.release_all();
        let tabs = self.client.windows().await;
        for tab in self.must(tabs, || "naming the tabs".to_owned()) {
            self.switch_to(&Tab(tab)).await;
            self.leave_frames().await;
            self.wait_until("the page has loaded", async || {
                self.execute("return document.readyState;", &[]).await == "complete"
            })
            .await;
            // That nothing more comes cannot be waited for; that the page has had its turn can.
            let turn = "return new Promise(done => setTimeout(done, arguments[0]));";
            self.execute(turn, &[QUIET_MILLISECONDS.into()]).await;
            self.listen().await;
        }
        if self.engine == Engine::Chromium {
            let log = self.command("se/log", json!({ "type": "browser" })).await;
            let heard = &mut *self.heard.borrow_mut();
            heard.append(&mut noise::only_in_browser_log(list_in(&log), heard));
        }
        let failed = self
            .server
            .requests()
            .into_iter()
            .filter(|request| request.status.is_some_and(|status| status >= 400));
        let failed = failed.map(|request| Noise::new("request", request.to_string()));
        self.heard.borrow_mut().extend(failed);
        noise::verdict(&self.heard.borrow(), &self.announced.borrow())
    }

    /// What to tell about a failed test: where the browser is, what it shows, and what was heard.
    pub(crate) async fn report(&self) -> String {
        let url = self.client.current_url().await;
        let url = url.map_or_else(|error| error.to_string(), |url| url.to_string());
        let text = self.text().await;
        self.listen().await;
        let heard = self.heard.borrow();
        let heard: Vec<String> = heard.iter().map(Noise::to_string).collect();
        format!(
            "at {url}, which shows:\n{text}\nheard:\n{}",
            heard.join("\n")
        )
    }

    /// Asks the browser to go, and does not insist: the driver's end is its end too. The server stays.
    pub(crate) async fn close(self) -> Server {
        let _ = tokio::time::timeout(Duration::from_secs(5), self.client.close()).await;
        self.server
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn must<T>(&self, result: Result<T, CmdError>, what: impl FnOnce() -> String) -> T {
        result.unwrap_or_else(|error| panic!("{} in {}: {error}", what(), self.engine))
    }

    async fn command(&self, path: &'static str, body: Value) -> Value {
        let result = self.client.issue_cmd(Post { path, body }).await;
        self.must(result, || format!("the command {path}"))
    }
}

/// What a style sheet can ask about the reader's system and the paper. By default: a light screen and no wishes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Media {
    /// `prefers-color-scheme: dark` instead of `light`.
    pub dark: bool,
    /// `forced-colors: active`: the system's few colours in place of the page's.
    pub forced_colors: bool,
    /// `prefers-reduced-motion: reduce`.
    pub reduced_motion: bool,
    /// Paper instead of a screen.
    pub print: bool,
}

/// A tab of the browser, to go back to.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

/// A command that fantoccini has no method for.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

fn list_in(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

pub(crate) fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn key_named(name: &str) -> char {
    let key = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return ' ',
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        _ => {
            let mut characters = name.chars();
            return match (characters.next(), characters.next()) {
                (Some(character), None) => character,
                _ => panic!("{name:?} is neither a key's name nor one character"),
            };
        }
    };
    char::from(key)
}
