//! `cargo xtask test`: every check, the quick ones first.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browsers::{Browser, ENGINES};
use crate::build;
use crate::cache::Cache;
use crate::error::Error;
use crate::fuzz;
use crate::machine;
use crate::spreadsheets::Readers;
use crate::steps::{Step, Steps};
use crate::tools::{Checkers, Tools};

/// Which of the checks are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    All,
    /// What needs no browser and no wasm32 target.
    Core,
    Lint,
    /// What other programs read in an export.
    Sheets,
    Browser,
    EndToEnd,
}

const FORMAT: Step = Step {
    name: "Format",
    why: "rustfmt has nothing to change",
    usually: "a second",
    again: "cargo fmt --all --check",
};

const LINTS: Step = Step {
    name: "Lints",
    why: "clippy has nothing to say",
    usually: "seconds; 2 minutes the first time",
    again: "cargo clippy --workspace --all-targets -- -D warnings",
};

const CORE_LINTS: Step = Step {
    name: "Lints of the library",
    why: "clippy has nothing to say",
    usually: "seconds; half a minute the first time",
    again: "cargo clippy -p coderpath --all-targets -- -D warnings",
};

const WASM_LINTS: Step = Step {
    name: "Lints for wasm32",
    why: "clippy reads what only the browser gets",
    usually: "seconds; a minute the first time",
    again: "cargo xtask test lint",
};

const NATIVE: Step = Step {
    name: "Native tests",
    why: "the rules, the log and everything else without a browser, and these commands",
    usually: "seconds; a minute the first time",
    again: "cargo test -p coderpath -p xtask",
};

const CORE: Step = Step {
    name: "Tests of the library",
    why: "the rules, the log and everything else without a browser",
    usually: "seconds; a minute the first time",
    again: "cargo xtask test core",
};

const FUZZ: Step = Step {
    name: "Fuzzing",
    why: "any bytes at all in storage, each reader for 10 seconds",
    usually: "half a minute; a minute more for a changed library, 3 the first time",
    again: "cargo xtask fuzz",
};

const READERS: Step = Step {
    name: "Spreadsheet programs",
    why: "LibreOffice and pandas are found or installed",
    usually: "under a second; 2 minutes the first time",
    again: "cargo xtask test sheets",
};

const SHEETS: Step = Step {
    name: "Spreadsheets",
    why: "LibreOffice and pandas read in an export what the log says, and what is saved again comes back",
    usually: "20 seconds",
    again: "cargo xtask test sheets",
};

const BROWSERS: Step = Step {
    name: "Browsers",
    why: "what the next steps run in is found or installed",
    usually: "a second; a minute the first time",
    again: "cargo xtask test browser",
};

const IN_BROWSER: Step = Step {
    name: "Browser tests",
    why: "components and storage inside a real browser",
    usually: "half a minute; 2 minutes the first time",
    again: "cargo xtask test browser",
};

const CHECKERS: Step = Step {
    name: "Checkers",
    why: "what the release is checked with is found or installed",
    usually: "under a second; 15 seconds the first time",
    again: "cargo xtask test e2e",
};

const STATIC_PAGES: Step = Step {
    name: "Static pages",
    why: "html-validate has nothing to say about the HTML that is published",
    usually: "2 seconds",
    again: "cargo xtask test e2e",
};

/// The pages of a release, by their places in `dist/`.
const PAGES: [&str; 3] = ["index.html", "demo/blog.html", "static.html"];

const END_TO_END: Step = Step {
    name: "End-to-end tests",
    why: "the release on a blogger's page, used as a reader uses it",
    usually: "12 minutes on two cores; 14 minutes the first time",
    again: "cargo xtask test e2e",
};

/// Runs the checks that are asked for, up to the first that fails.
pub(crate) fn run(project: &Path, part: Part) -> Result<(), Error> {
    let mut steps = Steps::default();
    if matches!(part, Part::All | Part::Core | Part::Lint) {
        format(project, &mut steps)?;
        native_lints(project, part, &mut steps)?;
    }
    // What is quick and needs nothing installed fails first.
    if matches!(part, Part::All | Part::Core) {
        native_tests(project, part, &mut steps)?;
    }
    if part == Part::All {
        steps.run(FUZZ, || fuzz::run(project, &fuzz::TARGETS, fuzz::SHORT))?;
    }
    if matches!(part, Part::All | Part::Sheets) {
        let readers = steps.run(READERS, || Readers::ensure(project, &Cache::of_user()?))?;
        steps.run(SHEETS, || spreadsheets(project, &readers))?;
    }
    if !matches!(part, Part::Core | Part::Sheets) {
        let cache = Cache::of_user()?;
        let tools = steps.run(build::TOOLS, || Tools::ensure(&cache))?;
        if matches!(part, Part::All | Part::Lint) {
            wasm_lints(project, &tools, &mut steps)?;
        }
        if part != Part::Lint {
            let browsers = steps.run(BROWSERS, || {
                ENGINES
                    .iter()
                    .map(|engine| Browser::ensure(engine, &cache))
                    .collect::<Result<Vec<_>, _>>()
            })?;
            if matches!(part, Part::All | Part::Browser) {
                browser_tests(project, &tools, &browsers, &mut steps)?;
            }
            if matches!(part, Part::All | Part::EndToEnd) {
                let checkers = steps.run(CHECKERS, || Checkers::ensure(&cache))?;
                build::release(project, &tools, &mut steps)?;
                static_pages(project, &checkers, &mut steps)?;
                build::pseudo_locale(project, &tools, &mut steps)?;
                end_to_end_tests(project, &browsers, &checkers, &mut steps)?;
            }
        }
    }
    steps.finish();
    Ok(())
}

fn format(project: &Path, steps: &mut Steps) -> Result<(), Error> {
    steps.run(FORMAT, || {
        machine::run(cargo(project).args(["fmt", "--all", "--check"]))
            .map_err(|error| error.by_hand("cargo fmt --all"))
    })
}

fn native_lints(project: &Path, part: Part, steps: &mut Steps) -> Result<(), Error> {
    let (step, packages): (_, &[&str]) = match part {
        Part::Core => (CORE_LINTS, &["--package", "coderpath"]),
        _ => (LINTS, &["--workspace"]),
    };
    steps.run(step, || {
        machine::run(
            cargo(project)
                .args(["clippy", "--locked"])
                .args(packages)
                .args(["--all-targets", "--", "-D", "warnings"]),
        )
    })
}

fn native_tests(project: &Path, part: Part, steps: &mut Steps) -> Result<(), Error> {
    let (step, packages): (_, &[&str]) = match part {
        Part::Core => (CORE, &["--package", "coderpath"]),
        _ => (NATIVE, &["--package", "coderpath", "--package", "xtask"]),
    };
    steps.run(step, || {
        machine::run(cargo(project).args(["test", "--locked"]).args(packages))
    })
}

fn spreadsheets(project: &Path, readers: &Readers) -> Result<(), Error> {
    let folder = project.join("target/read-back");
    let read_back = |again: &[PathBuf], arguments: &[&str]| {
        let files = env::join_paths(again)
            .map_err(|e| Error::new(format!("the saved files cannot be named: {e}")))?;
        machine::run(
            cargo(project)
                // The packages of the native tests, so that nothing is compiled anew.
                .args(["test", "--locked", "--package", "coderpath"])
                .args(["--package", "xtask", "--test", "read_back", "--"])
                .args(arguments)
                .env("CODERPATH_READ_BACK", &folder)
                .env("CODERPATH_SAVED_AGAIN", files),
        )
    };
    read_back(&[], &[])?;
    let again = readers.read(project, &folder)?;
    read_back(&again, &["--ignored"])
}

fn wasm_lints(project: &Path, tools: &Tools, steps: &mut Steps) -> Result<(), Error> {
    let Some(mut clippy) = tools.clippy() else {
        println!(
            "\n== {}: skipped, since the compiler for wasm32 has no clippy.",
            WASM_LINTS.name
        );
        return Ok(());
    };
    steps.run(WASM_LINTS, || {
        machine::run(
            clippy
                .args(["--locked", "--package", "coderpath"])
                .args(["--target", "wasm32-unknown-unknown"])
                // The other tests are native, and so are the crates they use.
                .args(["--lib", "--bins", "--test", "browser"])
                .args(["--", "-D", "warnings"])
                .current_dir(project),
        )
    })
}

fn browser_tests(
    project: &Path,
    tools: &Tools,
    browsers: &[Browser],
    steps: &mut Steps,
) -> Result<(), Error> {
    if !project.join("tests/browser.rs").is_file() {
        println!("\n== {}: skipped, there are none.", IN_BROWSER.name);
        return Ok(());
    }
    steps.run(IN_BROWSER, || {
        for browser in browsers {
            let mut command = tools.cargo()?;
            command
                .args(["test", "--locked", "--package", "coderpath"])
                .args(["--target", "wasm32-unknown-unknown"])
                .args(["--test", "browser"])
                .current_dir(project);
            browser.for_runner(&mut command, &capabilities_file(project)?)?;
            machine::run(&mut command)?;
        }
        Ok(())
    })
}

/// Where the capabilities for wasm-bindgen's runner are written.
fn capabilities_file(project: &Path) -> Result<PathBuf, Error> {
    let folder = project.join("target");
    fs::create_dir_all(&folder).map_err(|e| Error::io("create", &folder, &e))?;
    Ok(folder.join("webdriver.json"))
}

fn static_pages(project: &Path, checkers: &Checkers, steps: &mut Steps) -> Result<(), Error> {
    steps.run(STATIC_PAGES, || {
        let dist = build::dist(project);
        let pages = PAGES.map(|page| dist.join(page));
        machine::run(
            checkers
                .html_validate()
                .arg("--config")
                .arg(project.join("tests/html-validate.mjs"))
                .args(pages.iter().filter(|page| page.is_file()))
                .current_dir(project),
        )
    })
}

fn end_to_end_tests(
    project: &Path,
    browsers: &[Browser],
    checkers: &Checkers,
    steps: &mut Steps,
) -> Result<(), Error> {
    steps.run(END_TO_END, || {
        let mut command = cargo(project);
        command
            .args(["test", "--locked", "--package", "coderpath-e2e"])
            .env("CODERPATH_DIST", build::dist(project))
            .env("CODERPATH_PSEUDO", build::pseudo(project));
        Browser::for_end_to_end(browsers, &mut command);
        checkers.for_end_to_end(&mut command);
        machine::run(&mut command)
    })
}

fn cargo(project: &Path) -> Command {
    let mut command = machine::cargo();
    command.current_dir(project);
    command
}
