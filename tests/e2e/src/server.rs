//! A plain static server over the built widget, with pages and answers that a test makes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io::{Cursor, Write};
use std::net::TcpStream;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tiny_http::{Header, Response};

/// A policy as strict as a careful blog's, with only what the widget is documented to need.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The longest that a connection waits in vain for a thread.
const NUDGE_EVERY: Duration = Duration::from_millis(200);

pub(crate) const RECORDER: &str = "/__recorder.js";
const PRELUDE: &str = "/__prelude.js";

/// One request that the server answered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: String,
    /// The path with its query, as it came.
    pub path: String,
    /// The answer's status. A request that is being held has none yet, and one to a server that is down gets none.
    pub status: Option<u16>,
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)?;
        match self.status {
            Some(status) => write!(f, " {status}"),
            None => f.write_str(" (held)"),
        }
    }
}

/// What the server says to a request.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status, such as 200.
    pub status: u16,
    /// The `content-type`.
    pub mime: String,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Answer {
    /// "Not found", with a plain body.
    #[must_use]
    pub fn not_found() -> Self {
        Self {
            status: 404,
            mime: "text/plain; charset=utf-8".to_owned(),
            body: b"Not found".to_vec(),
        }
    }

    /// These bytes, with the type that the ending of `path` asks for.
    #[must_use]
    pub fn file(path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            mime: mime_of(path).to_owned(),
            body: body.into(),
        }
    }
}

/// A static server on 127.0.0.1 with a port of its own. It ends when it is dropped.
///
/// It never answers an unknown path with a page, so a wrong link shows as 404.
pub struct Server {
    http: Arc<tiny_http::Server>,
    port: u16,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
    /// Dropping it ends the nudging.
    nudging: Option<(Sender<()>, JoinHandle<()>)>,
}

struct Shared {
    dist: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    answers: BTreeMap<String, Answer>,
    headers: BTreeMap<String, Vec<(String, String)>>,
    prelude: String,
    held: BTreeSet<String>,
    is_down: bool,
    waiting: Vec<(usize, tiny_http::Request)>,
    requests: Vec<Request>,
}

impl Server {
    /// Serves the folder `dist`.
    pub(crate) fn start(dist: &Path) -> Result<Self, String> {
        let http = tiny_http::Server::http("127.0.0.1:0")
            .map_err(|error| format!("no server on 127.0.0.1: {error}"))?;
        let port = http
            .server_addr()
            .to_ip()
            .map(|address| address.port())
            .ok_or("the server has no port")?;
        let http = Arc::new(http);
        let shared = Arc::new(Shared {
            dist: dist.to_owned(),
            state: Mutex::default(),
        });
        let thread = thread::spawn({
            let (http, shared) = (Arc::clone(&http), Arc::clone(&shared));
            move || {
                while let Ok(request) = http.recv() {
                    shared.take(request);
                }
            }
        });
        Ok(Self {
            http,
            port,
            shared,
            thread: Some(thread),
            nudging: Some(nudge(port)),
        })
    }

    /// The address of a path, such as `/demo/blog.html`.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The same path on another origin (and another site): `localhost` instead of `127.0.0.1`.
    pub fn other_origin_url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Adds a page at `path`, or puts one in a file's place.
    pub fn page(&self, path: &str, html: &str) {
        self.answer(path, Answer::file(".html", html));
    }

    /// Answers `path` with this from now on, whatever the built widget has there.
    pub fn answer(&self, path: &str, answer: Answer) {
        self.state().answers.insert(path.to_owned(), answer);
    }

    /// Sends a header with every answer for `path`, in addition to its others.
    pub fn header(&self, path: &str, name: &str, value: &str) {
        let header = (name.to_owned(), value.to_owned());
        self.state()
            .headers
            .entry(path.to_owned())
            .or_default()
            .push(header);
    }

    /// Puts `path` under [`STRICT_POLICY`].
    pub fn strict_policy(&self, path: &str) {
        self.header(path, "content-security-policy", STRICT_POLICY);
    }

    /// Runs a script in every page after the recorder and before anything of the page's own, in every engine and
    /// under any policy that allows `'self'`. For taking away or breaking what the browser offers.
    pub fn before_page_scripts(&self, script: &str) {
        let state = &mut *self.state();
        state.prelude.push_str(script);
        state.prelude.push('\n');
    }

    /// Runs no such script any more in the pages opened from now on.
    pub(crate) fn forget_scripts(&self) {
        self.state().prelude.clear();
    }

    /// Answers no request any more, as if there were no network. Only the harness's own scripts still come, so that what a
    /// page does without a network is heard.
    pub fn go_down(&self) {
        self.state().is_down = true;
    }

    /// A file of the built widget as it lies there, whatever is answered in its place.
    pub fn built(&self, path: &str) -> Vec<u8> {
        let file = self.shared.built_file(path);
        file.unwrap_or_else(|| panic!("the built widget has no {path}"))
            .body
    }

    /// Leaves requests for `path` unanswered until [`Server::release`].
    pub fn hold(&self, path: &str) {
        self.state().held.insert(path.to_owned());
    }

    /// Answers the requests for `path` that were held, and later ones at once.
    pub fn release(&self, path: &str) {
        let mut state = self.state();
        state.held.remove(path);
        let (go, stay) = std::mem::take(&mut state.waiting)
            .into_iter()
            .partition(|(_, request)| path_of(request.url()) == path);
        state.waiting = stay;
        drop(state);
        for (number, request) in go {
            self.shared.respond(Some(number), request);
        }
    }

    /// Answers everything that is still held.
    pub(crate) fn release_all(&self) {
        let held = std::mem::take(&mut self.state().held);
        for path in &held {
            self.release(path);
        }
    }

    /// Every request so far in the order in which they came, except the harness's own.
    pub fn requests(&self) -> Vec<Request> {
        self.state().requests.clone()
    }

    /// Whether a URL is on this server, under either of its names.
    pub(crate) fn is_own(&self, url: &str) -> bool {
        [self.url("/"), self.other_origin_url("/")]
            .iter()
            .any(|own| url.starts_with(own))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state()
    }
}

/// Opens and closes a connection now and then, until what is returned is dropped.
///
/// `tiny_http` (0.12) counts a thread as idle from when it was woken until it runs. Of two connections that come in that
/// moment the second waits in a queue that is looked at only when a thread gets free, which the browser's open
/// connections prevent: a page never loads. A further connection gets a thread of its own, and that one looks.
fn nudge(port: u16) -> (Sender<()>, JoinHandle<()>) {
    let (going_on, ended) = mpsc::channel::<()>();
    let nudging = thread::spawn(move || {
        while ended.recv_timeout(NUDGE_EVERY) == Err(RecvTimeoutError::Timeout) {
            // A server that has ended needs no nudge.
            let _ = TcpStream::connect(("127.0.0.1", port));
        }
    });
    (going_on, nudging)
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some((going_on, nudging)) = self.nudging.take() {
            drop(going_on);
            let _ = nudging.join();
        }
        self.http.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, request: tiny_http::Request) {
        let path = path_of(request.url()).to_owned();
        // Browsers ask for the icon when they like, or not at all: no test can count on it.
        let is_own = [RECORDER, PRELUDE, "/favicon.ico"].contains(&path.as_str());
        if is_own {
            return self.respond(None, request);
        }
        let mut state = self.state();
        let number = state.requests.len();
        state.requests.push(Request {
            method: request.method().to_string(),
            path: request.url().to_owned(),
            status: None,
        });
        if state.is_down {
            drop(state);
            // The connection cannot be broken off from here; what is no HTTP fails in every engine.
            let mut writer = request.into_writer();
            let _ = writer
                .write_all(b"The server is down.\r\n")
                .and_then(|()| writer.flush());
            return;
        }
        if state.held.contains(&path) {
            state.waiting.push((number, request));
            return;
        }
        drop(state);
        self.respond(Some(number), request);
    }

    /// Answers a request; `number` is its place among the recorded ones.
    fn respond(&self, number: Option<usize>, request: tiny_http::Request) {
        let path = path_of(request.url()).to_owned();
        let mut state = self.state();
        let answer = self.answer_to(&path, &state);
        let mut headers = state.headers.get(&path).cloned().unwrap_or_default();
        if let Some(recorded) = number.and_then(|number| state.requests.get_mut(number)) {
            recorded.status = Some(answer.status);
        }
        drop(state);

        headers.push(("content-type".to_owned(), answer.mime));
        // Every load asks again, so that every request is seen.
        headers.push(("cache-control".to_owned(), "no-cache".to_owned()));
        let length = answer.body.len();
        let headers = headers
            .iter()
            .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
            .collect();
        let body = Cursor::new(answer.body);
        let response = Response::new(answer.status.into(), headers, body, Some(length), None)
            .with_chunked_threshold(usize::MAX);
        // The browser may have gone away meanwhile, which is its right.
        let _ = request.respond(response);
    }

    fn answer_to(&self, path: &str, state: &State) -> Answer {
        match path {
            RECORDER => return Answer::file(path, include_str!("recorder.js")),
            PRELUDE => return Answer::file(path, state.prelude.as_str()),
            "/favicon.ico" if !state.answers.contains_key(path) => {
                return Answer {
                    status: 204,
                    ..Answer::file(path, "")
                };
            }
            _ => {}
        }
        let mut answer = state
            .answers
            .get(path)
            .cloned()
            .or_else(|| self.built_file(path))
            .unwrap_or_else(Answer::not_found);
        if answer.mime.starts_with("text/html") {
            let html = String::from_utf8_lossy(&answer.body);
            // Both in any case: a page that a worker keeps has for ever the tags that it had at first.
            let scripts = [RECORDER, PRELUDE].map(script_tag).concat();
            answer.body = first_in_head(&html, &scripts).into_bytes();
        }
        answer
    }

    fn built_file(&self, path: &str) -> Option<Answer> {
        let relative = Path::new(path.strip_prefix('/')?);
        let is_inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let mut file = self.dist.join(relative);
        if file.is_dir() {
            file.push("index.html");
        }
        let body = is_inside.then(|| fs::read(&file).ok())??;
        Some(Answer::file(file.to_str()?, body))
    }
}

fn script_tag(path: &str) -> String {
    format!("<script src=\"{path}\"></script>")
}

fn path_of(url: &str) -> &str {
    url.split_once('?').map_or(url, |(path, _)| path)
}

/// Puts `scripts` before everything else in a page's head, also where the page leaves the tag out.
fn first_in_head(html: &str, scripts: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let after_tag = |tag: &str| {
        let start = lower
            .match_indices(tag)
            .map(|(at, _)| at + tag.len())
            // "<head" is also how "<header" begins.
            .find(|end| {
                lower
                    .get(*end..)
                    .is_some_and(|rest| rest.starts_with(['>', ' ', '\n']))
            })?;
        let length = lower.get(start..)?.find('>')?;
        Some(start + length + 1)
    };
    let at = ["<head", "<html", "<!doctype"]
        .into_iter()
        .find_map(after_tag)
        .unwrap_or(0);
    let (before, after) = html.split_at(at);
    format!("{before}{scripts}{after}")
}

fn mime_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn scripts_come_before_everything_in_the_head() {
        let check = |html: &str, expected: &str| assert_eq!(first_in_head(html, "*"), expected);
        check("<head><meta>", "<head>*<meta>");
        check(
            "<!DOCTYPE html><HTML lang=en><HEAD\nid=h><meta>",
            "<!DOCTYPE html><HTML lang=en><HEAD\nid=h>*<meta>",
        );
        check(
            "<!doctype html><html lang=en><header>",
            "<!doctype html><html lang=en>*<header>",
        );
        check("<!doctype html><p>", "<!doctype html>*<p>");
        check("<p>", "*<p>");
    }

    /// More connections at once than the server has threads, none of which is closed: as a browser opens a page.
    #[test]
    fn every_connection_is_answered_however_many_stay_open() {
        let answered = |mut connection: TcpStream| {
            let until = Some(Duration::from_secs(5));
            connection
                .set_read_timeout(until)
                .and_then(|()| connection.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                .and_then(|()| connection.read_exact(&mut [0; 8]))
                .map(|()| connection)
        };
        for round in 0..20 {
            let server = Server::start(Path::new("no such folder")).expect("a server");
            let connections: Vec<_> = (0..12)
                .map(|_| TcpStream::connect(("127.0.0.1", server.port)).expect("a connection"))
                .collect();
            let open: Result<Vec<_>, _> = connections.into_iter().map(answered).collect();
            assert!(open.is_ok(), "in round {round}: {open:?}");
        }
    }
}
