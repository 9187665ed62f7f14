//! The harness of the end-to-end tests: a browser over the WebDriver protocol, a plain static server over the built
//! widget, and a recorder of everything that a reader's console would show.
//!
//! A test is one call of [`run`] with what a reader does. It passes if the steps succeed *and* the page did nothing
//! unannounced: no message, error, rejection or violation of its policy, no failed request, none to another host.
//! What is meant to happen is announced with [`Session::expect_noise`], and must then happen.
//!
//! ```no_run
//! e2e::run(async |session| {
//!     session.blog("/post.html", "<coder-path></coder-path>");
//!     let widget = session.read("/post.html").await;
//!     widget.answer("Which of these three do you hold already?", "All three").await;
//!     widget.headed("You hold all three").await;
//! });
//! ```
//!
//! Each test has a driver, a browser, an empty profile and a server of its own, and all of them are gone when it ends,
//! also when it panics. `cargo xtask test` sets the environment that says where they are.

#![allow(
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "this crate only supports tests, where a step that fails is a panic"
)]
#![allow(
    clippy::needless_pass_by_value,
    reason = "a test is written where it is run, without a borrow in front"
)]

mod axe;
mod engine;
mod noise;
mod paper;
mod reader;
mod server;
mod session;
mod settings;
mod states;
mod widget;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

pub use engine::Engine;
pub use noise::Noise;
pub use paper::{Paper, Pdf};
pub use reader::{Activity, BEGINNER};
pub use server::{Answer, Request, STRICT_POLICY, Server};
pub use session::{DEADLINE, Media, Session, Tab};
pub use states::{STATES, State};
pub use widget::{Part, Widget};

use engine::{Driver, Home};
use settings::Settings;

/// Tests that run at the same time: each has a browser of several processes.
const BROWSERS_AT_ONCE: usize = 2;

/// The longest that a test's steps may take in one engine.
const LIMIT: Duration = Duration::from_mins(1);

/// Runs a test in every engine that the environment names, and panics with everything worth knowing if it fails.
#[track_caller]
pub fn run(test: impl AsyncFn(&Session)) {
    if let Err(failure) = try_run(test) {
        panic!("{failure}");
    }
}

/// Runs a test that needs Chromium's own protocol, if Chromium is among the engines.
#[track_caller]
pub fn run_in_chromium(test: impl AsyncFn(&Session)) {
    if let Err(failure) = try_run_in_chromium(test) {
        panic!("{failure}");
    }
}

/// Runs a test in Chromium whose reader closes the browser in the middle: `after` finds the profile and the server as
/// `before` left them. The other engines' drivers begin with an empty profile each time.
#[track_caller]
pub fn run_with_restart_in_chromium(before: impl AsyncFn(&Session), after: impl AsyncFn(&Session)) {
    let outcome = Settings::from_environment().and_then(|settings| {
        if !settings.engines.contains(&Engine::Chromium) {
            return Ok(());
        }
        let _place = Place::wait();
        let machine = Machine::start(Engine::Chromium)?;
        let server = Server::start(&settings.dist)?;
        let server = machine.use_browser(&settings, LIMIT, server, &before)?;
        machine
            .use_browser(&settings, LIMIT, server, &after)
            .map(drop)
            .map_err(|failure| format!("after the restart: {failure}"))
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// Runs a test like [`run`], and returns what went wrong instead of panicking.
///
/// # Errors
///
/// The first engine's failure: the step that failed or the noise that nobody announced, with what the page showed.
pub fn try_run(test: impl AsyncFn(&Session)) -> Result<(), String> {
    let settings = Settings::from_environment()?;
    settings.engines.iter().try_for_each(|engine| {
        let _place = Place::wait();
        run_in(*engine, &settings, LIMIT, &test).map_err(|failure| format!("{engine}: {failure}"))
    })
}

/// Runs a test like [`run_in_chromium`], and returns what went wrong instead of panicking.
///
/// # Errors
///
/// As [`try_run`].
pub fn try_run_in_chromium(test: impl AsyncFn(&Session)) -> Result<(), String> {
    let engines = Settings::from_environment()?.engines;
    if !engines.contains(&Engine::Chromium) {
        return Ok(());
    }
    try_run(async |session: &Session| {
        if session.engine() == Engine::Chromium {
            test(session).await;
        }
    })
}

/// Runs a measurement in Chromium, which may take as long as `limit`.
///
/// # Errors
///
/// As [`try_run`].
pub fn measure(limit: Duration, measurement: impl AsyncFn(&Session)) -> Result<(), String> {
    let settings = Settings::from_environment()?;
    run_in(Engine::Chromium, &settings, limit, &measurement)
}

fn run_in(
    engine: Engine,
    settings: &Settings,
    limit: Duration,
    test: &impl AsyncFn(&Session),
) -> Result<(), String> {
    let machine = Machine::start(engine)?;
    let server = Server::start(&settings.dist)?;
    machine.use_browser(settings, limit, server, test).map(drop)
}

/// A reader's computer. Its parts are dropped in this order: first the driver with its browser, then the folder that
/// they write to.
struct Machine {
    engine: Engine,
    runtime: tokio::runtime::Runtime,
    driver: Driver,
    home: Home,
}

impl Machine {
    fn start(engine: Engine) -> Result<Self, String> {
        let home = Home::make()?;
        let driver = Driver::start(engine, &home)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| format!("no runtime: {error}"))?;
        Ok(Self {
            engine,
            runtime,
            driver,
            home,
        })
    }

    /// Opens the browser, does what the test says, and closes it. The server goes on.
    fn use_browser(
        &self,
        settings: &Settings,
        limit: Duration,
        server: Server,
        test: &impl AsyncFn(&Session),
    ) -> Result<Server, String> {
        let Self {
            engine, runtime, ..
        } = self;
        let opening = Session::open(*engine, &self.driver, &self.home, server);
        let session = caught(|| runtime.block_on(limited(LIMIT, "opening the browser", opening)))??;

        let outcome = caught(|| {
            runtime.block_on(limited(limit, "the test", test(&session)));
            runtime.block_on(limited(LIMIT, "the end of the test", session.finish()))
        });
        let outcome = outcome.flatten().map_err(|failure| {
            if let Some(folder) = &settings.pictures {
                let test = std::thread::current().name().unwrap_or("test").to_owned();
                let picture = folder.join(format!("{}-{engine}.png", test.replace("::", "-")));
                let picture = session.screenshot(&picture);
                let _ = caught(|| runtime.block_on(limited(LIMIT, "a picture", picture)));
            }
            let shown = caught(|| runtime.block_on(limited(LIMIT, "the report", session.report())));
            format!("{failure}\n{}", shown.unwrap_or_default())
        });
        let server = runtime.block_on(session.close());
        outcome.map(|()| server)
    }
}

/// The result of `step`, which may not take longer than `limit`: a browser that hangs must not hang the tests.
async fn limited<T>(limit: Duration, what: &str, step: impl Future<Output = T>) -> T {
    let result = tokio::time::timeout(limit, step).await;
    result.unwrap_or_else(|_| panic!("{what} takes more than {limit:?}"))
}

/// The result of `step`, with a panic as an error.
fn caught<T>(step: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(step)).map_err(|panic| words_of(panic.as_ref()))
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let literal = panic.downcast_ref::<&str>().map(ToString::to_string);
    literal
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without words".to_owned())
}

/// One of the places for a running browser. Dropping it lets the next test in.
struct Place;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Place {
    fn wait() -> Self {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = FREED
            .wait_while(taken, |taken| *taken >= BROWSERS_AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Self
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
