//! What `cargo xtask test` tells the tests about the machine.

use std::path::PathBuf;

use crate::engine::Engine;

/// The built widget and the browsers to try it in.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The folder with the built widget.
    pub(crate) dist: PathBuf,
    /// The engines to run every test in.
    pub(crate) engines: Vec<Engine>,
    /// Where to put a picture of the page when a test fails, if anywhere.
    pub(crate) pictures: Option<PathBuf>,
}

impl Settings {
    /// Reads the environment, or says in one sentence what is missing.
    pub(crate) fn from_environment() -> Result<Self, String> {
        let dist = PathBuf::from(variable("CODERPATH_DIST")?);
        if !dist.is_absolute() || !dist.is_dir() {
            return Err(format!(
                "CODERPATH_DIST is {}, which is not the absolute path of a folder; `cargo xtask test` sets it.",
                dist.display()
            ));
        }
        let engines = variable("CODERPATH_ENGINES")?
            .split(',')
            .map(|name| Engine::named(name.trim()))
            .collect::<Result<Vec<_>, _>>()?;
        let pictures = std::env::var_os("CODERPATH_PICTURES").map(PathBuf::from);
        Ok(Self {
            dist,
            engines,
            pictures,
        })
    }
}

/// The text of axe-core's script.
pub(crate) fn axe() -> Result<String, String> {
    let file = variable("CODERPATH_AXE")?;
    std::fs::read_to_string(&file).map_err(|error| {
        format!(
            "CODERPATH_AXE names {file}, which cannot be read: {error}; `cargo xtask test` sets it."
        )
    })
}

/// The value of an environment variable that the tests cannot do without.
pub(crate) fn variable(name: &str) -> Result<String, String> {
    std::env::var(name)
        .map_err(|_| format!("{name} is not in the environment; `cargo xtask test` sets it."))
}
