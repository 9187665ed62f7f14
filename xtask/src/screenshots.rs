//! `cargo xtask screenshots`: a picture of every state of the widget, as the release shows it.

use std::fs;
use std::path::Path;

use crate::browsers::{Browser, CHROMIUM};
use crate::build;
use crate::cache::Cache;
use crate::error::Error;
use crate::machine;
use crate::steps::{Step, Steps};
use crate::tools::Tools;

const BROWSER: Step = Step {
    name: "Browser",
    why: "what shows the widget is found or installed",
    usually: "a second; a minute the first time",
    again: "cargo xtask screenshots",
};

const SCREENSHOTS: Step = Step {
    name: "Screenshots",
    why: "every state on a narrow, a middling and a wide page, light and dark",
    usually: "3 minutes on two cores; 4 minutes the first time",
    again: "cargo xtask screenshots",
};

/// Builds the release and takes its pictures.
pub(crate) fn run(project: &Path) -> Result<(), Error> {
    let cache = Cache::of_user()?;
    let mut steps = Steps::default();
    let tools = steps.run(build::TOOLS, || Tools::ensure(&cache))?;
    let browser = steps.run(BROWSER, || Browser::ensure(&CHROMIUM, &cache))?;
    build::release(project, &tools, &mut steps)?;
    let folder = project.join("target").join("screenshots");
    steps.run(SCREENSHOTS, || {
        // Pictures of states that are no more would be taken for new ones.
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(|e| Error::io("remove", &folder, &e))?;
        }
        let mut command = machine::cargo();
        command
            .args(["run", "--locked", "--quiet", "--package", "coderpath-e2e"])
            .args(["--bin", "screenshots", "--"])
            .arg(&folder)
            .current_dir(project)
            .env("CODERPATH_DIST", build::dist(project));
        Browser::for_end_to_end(&[browser], &mut command);
        machine::run(&mut command)
    })?;
    steps.finish();
    println!("The pictures lie in {}.", folder.display());
    Ok(())
}
