//! `cargo xtask build`: the release in `dist/`, within its size budget.

use std::path::{Path, PathBuf};

use crate::cache::Cache;
use crate::error::Error;
use crate::home;
use crate::machine;
use crate::shrink::shrink;
use crate::sizes::Sizes;
use crate::statics;
use crate::steps::{Step, Steps};
use crate::tools::Tools;

/// Finding the tools, or installing them.
pub(crate) const TOOLS: Step = Step {
    name: "Tools",
    why: "what builds the page is found or installed",
    usually: "under a second; 10 minutes the first time",
    again: "cargo xtask build",
};

const RELEASE: Step = Step {
    name: "Release build",
    why: "the page as it is published, held against its size budget",
    usually: "half a minute to 2 minutes",
    again: "cargo xtask build",
};

const PSEUDO: Step = Step {
    name: "Pseudo-locale",
    why: "the widget with longer, accented words, to see what its layout holds",
    usually: "half a minute; a minute the first time",
    again: "cargo xtask test e2e",
};

/// Where the widget of the pseudo-locale is written: it is tried and never published.
pub(crate) fn pseudo(project: &Path) -> PathBuf {
    project.join("target/pseudo")
}

/// Writes the widget of the pseudo-locale, quickly and large.
pub(crate) fn pseudo_locale(project: &Path, tools: &Tools, steps: &mut Steps) -> Result<(), Error> {
    steps.run(PSEUDO, || {
        machine::run(
            tools
                .trunk()?
                .args(["build", "--locked", "--features", "pseudo", "--dist"])
                .arg(pseudo(project))
                .current_dir(project),
        )
    })
}

/// Where the release is written.
pub(crate) fn dist(project: &Path) -> PathBuf {
    project.join("dist")
}

/// Installs what is missing and writes the release.
pub(crate) fn run(project: &Path) -> Result<(), Error> {
    let cache = Cache::of_user()?;
    let mut steps = Steps::default();
    let tools = steps.run(TOOLS, || Tools::ensure(&cache))?;
    release(project, &tools, &mut steps)?;
    steps.finish();
    println!("The release lies in {}.", dist(project).display());
    Ok(())
}

/// Writes the release and weighs it.
pub(crate) fn release(project: &Path, tools: &Tools, steps: &mut Steps) -> Result<(), Error> {
    steps.run(RELEASE, || {
        machine::run(
            tools
                .trunk()?
                .args(["build", "--release", "--locked"])
                .current_dir(project),
        )?;
        statics::write(&dist(project))?;
        shrink(&dist(project), tools)?;
        // Last, since it tells of all the others.
        home::write(&dist(project))?;
        let sizes = Sizes::of(&dist(project))?;
        print!("\n{sizes}");
        sizes.within_budget()
    })
}
