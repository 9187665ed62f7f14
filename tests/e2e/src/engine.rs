//! Browser engines: how a driver is started and what it is asked for. Nothing else knows one engine from another.

use std::fmt;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use crate::settings::variable;

/// A browser engine that has a WebDriver.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// `WebKitGTK`, through `WebKitWebDriver` and its `MiniBrowser`. It has no headless mode: it wants a display, such as Xvfb's.
    Webkit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

impl Engine {
    /// Whether files that a page hands over as a download reach a folder: `WebKitGTK` drops them under automation.
    pub fn can_download(self) -> bool {
        self != Self::Webkit
    }

    /// The narrowest page to be had, in CSS pixels: elsewhere a window cannot be as narrow as a telephone.
    pub fn narrowest(self) -> u32 {
        match self {
            Self::Chromium => 320,
            Self::Firefox | Self::Webkit => 500,
        }
    }

    pub(crate) fn named(name: &str) -> Result<Self, String> {
        [Self::Chromium, Self::Firefox, Self::Webkit]
            .into_iter()
            .find(|engine| engine.to_string() == name)
            .ok_or_else(|| {
                format!(
                    "CODERPATH_ENGINES names {name:?}, which is none of chromium, firefox and webkit; `cargo xtask test` sets it."
                )
            })
    }

    fn driver_command(self, port: u16) -> Result<Command, String> {
        let (driver, arguments) = match self {
            Self::Chromium => ("CODERPATH_CHROMEDRIVER", vec![format!("--port={port}")]),
            Self::Firefox => (
                "CODERPATH_GECKODRIVER",
                vec![
                    format!("--port={port}"),
                    // The port of Firefox's own remote agent: by default the same for every Firefox.
                    "--websocket-port=0".to_owned(),
                ],
            ),
            Self::Webkit => ("CODERPATH_WEBKITDRIVER", vec![format!("--port={port}")]),
        };
        let mut command = Command::new(variable(driver)?);
        command.args(arguments);
        Ok(command)
    }

    /// What to ask the driver for: a browser with an empty profile in `home`, that shows no window where it can.
    pub(crate) fn capabilities(self, home: &Home) -> Result<Map<String, Value>, String> {
        let downloads = home.downloads();
        let own = match self {
            Self::Chromium => json!({
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": variable("CODERPATH_CHROMIUM")?,
                    "args": [
                        "--headless=new",
                        // The pages are our own, and Chromium's sandbox does not start as root in a container.
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-extensions",
                        "--disable-breakpad",
                        // Nothing leaves the machine, even when a page tries: it is recorded and fails.
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                        "--lang=en-US",
                        "--window-size=1280,900",
                        format!("--user-data-dir={}", home.path().join("profile").display()),
                    ],
                    "prefs": {
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                    },
                },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": variable("CODERPATH_FIREFOX")?,
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": {
                        "browser.download.dir": downloads,
                        "browser.download.folderList": 2,
                        "intl.accept_languages": "en-US",
                    },
                },
            }),
            Self::Webkit => json!({
                "webkitgtk:browserOptions": {
                    "binary": variable("CODERPATH_WEBKIT")?,
                    "args": ["--automation"],
                },
            }),
        };
        let mut capabilities = own.as_object().cloned().unwrap_or_default();
        capabilities.insert(
            "timeouts".to_owned(),
            json!({ "implicit": 0, "pageLoad": 30_000, "script": 15_000 }),
        );
        Ok(capabilities)
    }
}

/// A folder of one browser's own, deleted with everything that was put there.
#[derive(Debug)]
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn make() -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "coderpath-e2e-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let home = Self(std::env::temp_dir().join(name));
        home.furnish()?;
        Ok(home)
    }

    fn furnish(&self) -> Result<(), String> {
        fs::create_dir_all(self.downloads())
            .map_err(|error| format!("cannot make {}: {error}", self.0.display()))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // Processes that were just killed may still hold the folder for a moment.
        let until = Instant::now() + Duration::from_secs(3);
        while fs::remove_dir_all(&self.0).is_err() && self.0.exists() && Instant::now() < until {
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A running driver. Dropping it ends the driver and the browsers that it started.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    #[cfg(unix)]
    watch: Child,
    port: u16,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it says that it is ready.
    pub(crate) fn start(engine: Engine, home: &Home) -> Result<Self, String> {
        // Between choosing a free port and the driver's taking it, another program can be faster.
        let mut problem = String::new();
        for _ in 0..3 {
            match Self::start_once(engine, home) {
                Ok(driver) => return Ok(driver),
                Err(error) => problem = error,
            }
        }
        Err(problem)
    }

    fn start_once(engine: Engine, home: &Home) -> Result<Self, String> {
        // The watch over a driver that failed has taken the folder away with it.
        home.furnish()?;
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let mut command = engine.driver_command(port)?;
        let log = home.path().join("driver.log");
        let output = File::create(&log).map_err(|error| format!("cannot write a log: {error}"))?;
        command
            // Drivers leave folders of their own behind when they are killed.
            .env("TMPDIR", home.path())
            // The browser's day is the same on every machine.
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .stdout(output);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command
            .spawn()
            .map_err(|error| format!("{engine}'s driver does not start: {error}"))?;
        let mut driver = Self {
            #[cfg(unix)]
            watch: watch(&child, home)?,
            child,
            port,
        };

        let until = Instant::now() + Duration::from_secs(20);
        while !driver.is_ready() {
            let ended = driver.child.try_wait().ok().flatten();
            if ended.is_some() || Instant::now() > until {
                let said = fs::read_to_string(&log).unwrap_or_default();
                return Err(format!(
                    "{engine}'s driver does not become ready ({ended:?}): {said}"
                ));
            }
            thread::sleep(Duration::from_millis(5));
        }
        Ok(driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn is_ready(&self) -> bool {
        self.status()
            .is_ok_and(|status| status.replace(' ', "").contains("\"ready\":true"))
    }

    /// One request, written by hand: it is asked before there is anything that speaks to the driver.
    fn status(&self) -> std::io::Result<String> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        write!(
            stream,
            "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        // Some drivers keep the connection open in spite of what they are asked: read until the answer is there.
        let mut answer = String::new();
        let mut bytes = [0; 1024];
        while !answer.contains("\"ready\"") || !answer.ends_with('}') {
            let length = stream.read(&mut bytes)?;
            let Some(part @ [_, ..]) = bytes.get(..length) else {
                break;
            };
            answer.push_str(&String::from_utf8_lossy(part));
        }
        Ok(answer)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        #[cfg(unix)]
        {
            drop(self.watch.stdin.take());
            let _ = self.watch.wait();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ends the driver's process group, which the browsers are in, as soon as the watch's input is closed:
/// by dropping the driver, or by the end of the tests themselves, even when they are killed.
#[cfg(unix)]
fn watch(driver: &Child, home: &Home) -> Result<Child, String> {
    use std::os::unix::process::CommandExt;
    Command::new("sh")
        .args(["-c", "read -r _; kill -s KILL -- \"-$0\"; rm -rf -- \"$1\""])
        .arg(driver.id().to_string())
        .arg(home.path())
        // A group of its own, so that Ctrl+C reaches the tests and not their watch.
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("no watch over the driver: {error}"))
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
