//! Browsers to test in, each with the driver through which a test steers it.
//!
//! One [`Engine`] is one entry of [`ENGINES`]; Firefox and `WebKit` would be further ones.

use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::machine;
use crate::versions;

/// The engines that the tests run in.
pub(crate) const ENGINES: &[Engine] = &[CHROMIUM];

/// A browser engine: how its browser is found, installed and steered.
#[derive(Debug)]
pub(crate) struct Engine {
    /// Its name in `CODERPATH_ENGINES`.
    name: &'static str,
    /// The variable in which the end-to-end tests find the browser, and a user may name one.
    browser_variable: &'static str,
    /// The same for the driver.
    driver_variable: &'static str,
    /// The variable in which wasm-bindgen's test runner looks for the driver.
    runner_variable: &'static str,
    browsers: &'static [&'static str],
    drivers: &'static [&'static str],
    /// Debian's packages of both.
    packages: &'static [&'static str],
    /// The capabilities to ask the driver for in browser tests, as JSON.
    capabilities: fn(browser: &Path, root: bool) -> String,
}

/// The engine whose own protocol shows a page in any size and any colours.
pub(crate) const CHROMIUM: Engine = Engine {
    name: "chromium",
    browser_variable: "CODERPATH_CHROMIUM",
    driver_variable: "CODERPATH_CHROMEDRIVER",
    runner_variable: "CHROMEDRIVER",
    browsers: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ],
    drivers: &["chromedriver", "chromium.chromedriver"],
    packages: &["chromium", "chromium-driver"],
    capabilities: chromium_capabilities,
};

/// A browser that is there, with the driver that fits it.
#[derive(Debug)]
pub(crate) struct Browser {
    engine: &'static Engine,
    program: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Finds a browser of that engine or installs one.
    pub(crate) fn ensure(engine: &'static Engine, cache: &Cache) -> Result<Self, Error> {
        let absent = match Self::find(engine) {
            Ok(browser) => return Ok(browser),
            Err(absent) => absent,
        };
        let named = [engine.browser_variable, engine.driver_variable];
        if named.iter().any(|name| env::var_os(name).is_some()) {
            return Err(engine.missing(&absent, "what was named is not replaced by another"));
        }
        if !machine::has_apt() {
            return Err(engine.missing(&absent, "this machine has no Debian packages"));
        }
        if !machine::is_root() {
            return Err(engine.missing(&absent, "installing one takes root"));
        }
        println!(
            "-- Installing {}: the tests run in a real browser (a minute; once).",
            engine.packages.join(" and ")
        );
        machine::apt_install(cache, engine.packages)?;
        Self::find(engine)
            .map_err(|absent| engine.missing(&absent, "installing Debian's packages did not help"))
    }

    /// A browser and a driver of the same major version; else what stands in the way.
    fn find(engine: &'static Engine) -> Result<Self, String> {
        let browser = locate(engine.browser_variable, engine.browsers)?;
        let driver = locate(engine.driver_variable, engine.drivers)?;
        let version = |program: &Path| {
            machine::answer(Command::new(program).arg("--version"))
                .and_then(|answer| versions::major(versions::in_answer(&answer)?))
                .ok_or_else(|| format!("{} does not tell its version", program.display()))
        };
        let (of_browser, of_driver) = (version(&browser)?, version(&driver)?);
        if of_browser == of_driver {
            println!("   {} {of_browser}: {}", engine.name, browser.display());
            Ok(Self {
                engine,
                program: browser,
                driver,
            })
        } else {
            Err(format!(
                "{} is of version {of_browser} and {} of version {of_driver}, which do not work together",
                browser.display(),
                driver.display()
            ))
        }
    }

    /// Tells wasm-bindgen's test runner to use this browser.
    pub(crate) fn for_runner(
        &self,
        command: &mut Command,
        capabilities: &Path,
    ) -> Result<(), Error> {
        let text = (self.engine.capabilities)(&self.program, machine::is_root());
        std::fs::write(capabilities, text).map_err(|e| Error::io("write", capabilities, &e))?;
        // The runner takes the first driver that any of these names, so the others' are hidden from it.
        for variable in [
            "CHROMEDRIVER",
            "GECKODRIVER",
            "SAFARIDRIVER",
            "MSEDGEDRIVER",
        ] {
            command
                .env_remove(variable)
                .env_remove(format!("{variable}_REMOTE"));
        }
        command
            .env(self.engine.runner_variable, &self.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
        Ok(())
    }

    /// A command that writes a PNG of a drawing, `side` pixels wide and high, with a profile in the folder `scratch`.
    pub(crate) fn picture(&self, drawing: &Path, side: u32, png: &Path, scratch: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(chromium_arguments(machine::is_root()))
            .args(["--hide-scrollbars", "--force-device-scale-factor=1"])
            // What the drawing leaves open stays open.
            .arg("--default-background-color=00000000")
            .arg(format!("--window-size={side},{side}"))
            .arg(format!("--screenshot={}", png.display()))
            .arg(format!(
                "--user-data-dir={}",
                scratch.join("profile").display()
            ))
            .arg(drawing);
        command
    }

    /// Tells the end-to-end tests to run in these browsers, and where they are.
    pub(crate) fn for_end_to_end(browsers: &[Self], command: &mut Command) {
        let engines: Vec<&str> = browsers.iter().map(|browser| browser.engine.name).collect();
        command.env("CODERPATH_ENGINES", engines.join(","));
        for browser in browsers {
            command
                .env(browser.engine.browser_variable, &browser.program)
                .env(browser.engine.driver_variable, &browser.driver);
        }
    }
}

impl Engine {
    fn missing(&self, absent: &str, why: &str) -> Error {
        Error::new(format!(
            "the tests need a browser of the engine {}: {absent}, and {why}.\n\
             Any browser and driver of one version will do, on PATH or named in {} and {}.",
            self.name, self.browser_variable, self.driver_variable
        ))
        .by_hand(format!(
            "{}      # Debian",
            machine::apt_by_hand(self.packages)
        ))
        .by_hand("cargo xtask test core      # what can be tested without a browser")
    }
}

/// The program that the variable names, else the first of those names on PATH.
fn locate(variable: &str, names: &[&str]) -> Result<PathBuf, String> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        return if path.is_file() {
            Ok(path)
        } else {
            Err(format!(
                "{variable} names {}, which is no file",
                path.display()
            ))
        };
    }
    names
        .iter()
        .find_map(|name| machine::on_path(name))
        .ok_or_else(|| format!("there is no {} on PATH", names.join(" and no ")))
}

/// What Chromium is told: no window, and nothing that talks to its maker.
fn chromium_arguments(root: bool) -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    if root {
        // Chromium does not start as root with its sandbox; the tests load pages of our own only.
        arguments.push("--no-sandbox");
    }
    arguments
}

/// The same, as the capabilities that wasm-bindgen's test runner reads.
fn chromium_capabilities(browser: &Path, root: bool) -> String {
    let arguments = chromium_arguments(root);
    let arguments: Vec<String> = arguments.into_iter().map(json_text).collect();
    format!(
        "{{\n  \"goog:chromeOptions\": {{\n    \"binary\": {},\n    \"args\": [{}]\n  }}\n}}\n",
        json_text(&browser.to_string_lossy()),
        arguments.join(", ")
    )
}

fn json_text(text: &str) -> String {
    let mut json = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            // Writing to a String does not fail.
            c if c.is_control() => {
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_browser_is_told_with_the_commands() {
        let text = CHROMIUM
            .missing("there is no chromium on PATH", "installing one takes root")
            .to_string();
        for part in [
            "there is no chromium on PATH, and installing one takes root.",
            "CODERPATH_CHROMIUM and CODERPATH_CHROMEDRIVER",
            "sudo apt-get install --no-install-recommends chromium chromium-driver",
            "cargo xtask test core",
        ] {
            assert!(text.contains(part), "{part} is not in:\n{text}");
        }
    }

    #[test]
    fn only_root_goes_without_the_sandbox() {
        let text = |root| chromium_capabilities(Path::new("/usr/bin/chromium"), root);
        assert!(text(true).contains("\"--no-sandbox\""));
        assert!(!text(false).contains("no-sandbox"));
        assert!(text(false).contains("\"binary\": \"/usr/bin/chromium\""));
    }

    #[test]
    fn json_text_is_escaped() {
        for (text, json) in [
            ("plain", r#""plain""#),
            (r"C:\chrome", r#""C:\\chrome""#),
            ("a\"b\n", "\"a\\\"b\\u000a\""),
        ] {
            assert_eq!(json_text(text), json);
        }
    }
}
