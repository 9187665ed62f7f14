//! The command-line tools: Trunk, wasm-bindgen, wasm-opt and esbuild build the page; html-validate and axe-core check it.
//!
//! A tool is taken from the cache, else from PATH if it is of the pinned version there, else installed into the cache.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::machine;
use crate::toolchain::Toolchain;
use crate::versions;

/// Where a tool comes from.
#[derive(Debug, Clone, Copy)]
enum Source {
    /// The crate registry: what `cargo install` is told besides name and version, and what it finds in its environment.
    Crate {
        arguments: &'static [&'static str],
        environment: &'static [(&'static str, &'static str)],
    },
    /// The npm registry: the package's exact version.
    Npm { version: &'static str },
}

/// A tool as it is pinned.
#[derive(Debug)]
struct Tool {
    /// Its name where it comes from.
    package: &'static str,
    /// What its programs answer to `--version`.
    version: &'static str,
    /// The programs that we use; the first one tells the version.
    programs: &'static [&'static str],
    why: &'static str,
    usually: &'static str,
    source: Source,
}

const TRUNK: Tool = Tool {
    package: "trunk",
    version: versions::TRUNK,
    programs: &["trunk"],
    why: "it builds the page and serves it",
    usually: "5 minutes on two cores",
    // Compiled without optimisation, since it waits for cargo most of the time: in half the time of a release build.
    // Its default features are the check for a newer Trunk and a TLS library, both for a network it does not use here.
    source: Source::Crate {
        arguments: &["--debug", "--no-default-features"],
        environment: &[("CARGO_PROFILE_DEV_DEBUG", "0")],
    },
};

const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: versions::WASM_BINDGEN,
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    why: "it joins the wasm to JavaScript and runs the browser tests",
    usually: "4 minutes on two cores",
    source: Source::Crate {
        arguments: &[],
        environment: &[],
    },
};

const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: versions::WASM_OPT,
    programs: &["wasm-opt"],
    why: "its wasm-opt makes the wasm smaller",
    usually: "15 seconds",
    source: Source::Npm {
        version: versions::BINARYEN,
    },
};

const ESBUILD: Tool = Tool {
    package: "esbuild",
    version: versions::ESBUILD,
    programs: &["esbuild"],
    why: "it makes the JavaScript and the style smaller",
    usually: "5 seconds",
    source: Source::Npm {
        version: versions::ESBUILD,
    },
};

const HTML_VALIDATE: Tool = Tool {
    package: "html-validate",
    version: versions::HTML_VALIDATE,
    programs: &["html-validate"],
    why: "it reads the HTML that is published",
    usually: "10 seconds",
    source: Source::Npm {
        version: versions::HTML_VALIDATE,
    },
};

/// A script that runs inside the page, and no program.
const AXE: Tool = Tool {
    package: "axe-core",
    version: versions::AXE,
    programs: &[],
    why: "it finds in the page what shuts readers out",
    usually: "5 seconds",
    source: Source::Npm {
        version: versions::AXE,
    },
};

/// The variable in which the end-to-end tests find axe-core, and a user may name a copy.
const AXE_VARIABLE: &str = "CODERPATH_AXE";

/// The variable in which the end-to-end tests find the program that reads a PDF's text, and a user may name one.
const PDF_VARIABLE: &str = "CODERPATH_PDFTOTEXT";

/// Debian's package of that program.
const PDF_PACKAGES: [&str; 1] = ["poppler-utils"];

/// Everything that turns the source into a page.
#[derive(Debug)]
pub(crate) struct Tools {
    toolchain: Toolchain,
    /// Goes before the user's own PATH in the programs that we start, and nowhere else.
    path: Vec<PathBuf>,
}

impl Tools {
    /// Finds or installs all tools.
    pub(crate) fn ensure(cache: &Cache) -> Result<Self, Error> {
        let toolchain = Toolchain::ensure(cache)?;
        let mut path: Vec<PathBuf> = toolchain.bin().into_iter().collect();
        for tool in [&TRUNK, &WASM_BINDGEN, &WASM_OPT, &ESBUILD] {
            path.push(tool.ensure(cache)?);
        }
        Ok(Self { toolchain, path })
    }

    /// Trunk, with everything it calls on its PATH.
    pub(crate) fn trunk(&self) -> Result<Command, Error> {
        let mut command = Command::new(self.program("trunk")?);
        self.toolchain.prepare(&mut command);
        // Trunk reads NO_COLOR as "true" or "false" and refuses its usual value, 1.
        if env::var_os("NO_COLOR").is_some() {
            command.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
        }
        command
            .env("PATH", self.path()?)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Trunk's own backtrace would bury the compiler's words when a build fails.
            .env("RUST_BACKTRACE", "0");
        Ok(command)
    }

    /// esbuild, which is one program and calls no other.
    pub(crate) fn esbuild(&self) -> Result<Command, Error> {
        Ok(Command::new(self.program("esbuild")?))
    }

    /// A cargo that compiles for wasm32 and runs its tests in a browser.
    pub(crate) fn cargo(&self) -> Result<Command, Error> {
        let mut command = self.toolchain.cargo();
        command.env("PATH", self.path()?).env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            self.program("wasm-bindgen-test-runner")?,
        );
        Ok(command)
    }

    /// `cargo clippy` for wasm32, where there is one.
    pub(crate) fn clippy(&self) -> Option<Command> {
        self.toolchain.clippy()
    }

    fn path(&self) -> Result<OsString, Error> {
        let users = env::var_os("PATH").unwrap_or_default();
        env::join_paths(self.path.iter().cloned().chain(env::split_paths(&users)))
            .map_err(|e| Error::new(format!("the tools' folders make no PATH: {e}")))
    }

    fn program(&self, name: &str) -> Result<PathBuf, Error> {
        self.path
            .iter()
            .find_map(|folder| program_in(folder, name))
            .ok_or_else(|| Error::new(format!("{name} was installed, but is not to be found.")))
    }
}

/// Everything that a release is checked with, besides browsers.
#[derive(Debug)]
pub(crate) struct Checkers {
    html_validate: PathBuf,
    axe: PathBuf,
    pdf: PathBuf,
}

impl Checkers {
    /// Finds or installs them.
    pub(crate) fn ensure(cache: &Cache) -> Result<Self, Error> {
        let folder = HTML_VALIDATE.ensure(cache)?;
        let html_validate = program_in(&folder, "html-validate")
            .ok_or_else(|| Error::new("html-validate was installed, but is not to be found."))?;
        let axe = match env::var_os(AXE_VARIABLE).map(PathBuf::from) {
            Some(named) if named.is_file() => {
                // The tests run in another folder.
                std::path::absolute(&named).map_err(|e| Error::io("find", &named, &e))?
            }
            Some(named) => {
                return Err(Error::new(format!(
                    "{AXE_VARIABLE} names {}, which is no file; it is for a copy of axe-core's axe.min.js.",
                    named.display()
                )));
            }
            None => AXE.home(cache)?.join("node_modules/axe-core/axe.min.js"),
        };
        Ok(Self {
            html_validate,
            axe,
            pdf: pdf_reader(cache)?,
        })
    }

    /// html-validate, which reads files of HTML.
    pub(crate) fn html_validate(&self) -> Command {
        Command::new(&self.html_validate)
    }

    /// Tells the end-to-end tests where axe-core is, and what reads a PDF.
    pub(crate) fn for_end_to_end(&self, command: &mut Command) {
        command
            .env(AXE_VARIABLE, &self.axe)
            .env(PDF_VARIABLE, &self.pdf);
    }
}

/// pdftotext, by which the end-to-end tests read what a browser prints.
fn pdf_reader(cache: &Cache) -> Result<PathBuf, Error> {
    let find = || machine::on_path("pdftotext");
    if let Some(there) = env::var_os(PDF_VARIABLE).map(PathBuf::from).or_else(find) {
        return Ok(there);
    }
    let missing = || {
        Error::new("the tests read what a browser prints with pdftotext, which is not there.")
            .by_hand(format!(
                "{}      # Debian",
                machine::apt_by_hand(&PDF_PACKAGES)
            ))
    };
    if !machine::has_apt() || !machine::is_root() {
        return Err(missing());
    }
    println!("-- Installing pdftotext: it reads what a browser prints (5 seconds; once).");
    machine::apt_install(cache, &PDF_PACKAGES)?;
    find().ok_or_else(missing)
}

impl Tool {
    /// The folder in which the tool's programs lie.
    fn ensure(&self, cache: &Cache) -> Result<PathBuf, Error> {
        if cache.find(&self.folder()).is_none()
            && let Some(folder) = self.on_path()
        {
            return Ok(folder);
        }
        Ok(self.bin(&self.home(cache)?))
    }

    /// The tool's own folder in the cache.
    fn home(&self, cache: &Cache) -> Result<PathBuf, Error> {
        let name = self.folder();
        if let Some(home) = cache.find(&name) {
            return Ok(home);
        }
        println!(
            "-- Installing {} {}: {} ({}; once).",
            self.package,
            self.package_version(),
            self.why,
            self.usually
        );
        cache.ensure(&name, |partial| {
            match self.source {
                Source::Crate {
                    arguments,
                    environment,
                } => self.install_crate(partial, arguments, environment),
                Source::Npm { version } => self.install_npm(partial, version),
            }?;
            let bin = self.bin(partial);
            match self
                .programs
                .iter()
                .find(|program| program_in(&bin, program).is_none())
            {
                None => Ok(()),
                Some(program) => Err(Error::new(format!(
                    "{} {} was installed without its program {program}.",
                    self.package, self.version
                ))),
            }
        })
    }

    fn folder(&self) -> String {
        format!("{}-{}", self.package, self.package_version())
    }

    fn package_version(&self) -> &'static str {
        match self.source {
            Source::Crate { .. } => self.version,
            Source::Npm { version } => version,
        }
    }

    fn bin(&self, home: &Path) -> PathBuf {
        match self.source {
            Source::Crate { .. } => home.join("bin"),
            Source::Npm { .. } => home.join("node_modules/.bin"),
        }
    }

    /// The folder on PATH that has all programs of this tool, if the first one is of the pinned version.
    fn on_path(&self) -> Option<PathBuf> {
        let first = machine::on_path(self.programs.first()?)?;
        let folder = first.parent()?;
        let complete = self
            .programs
            .iter()
            .all(|program| program_in(folder, program).is_some());
        let answer = machine::answer(Command::new(&first).arg("--version"))?;
        (complete && versions::in_answer(&answer) == Some(self.version))
            .then(|| folder.to_path_buf())
    }

    fn install_crate(
        &self,
        home: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Result<(), Error> {
        let target = home.join("target");
        let mut command = machine::cargo();
        command
            .args(["install", "--quiet", "--locked", self.package])
            .args(["--version", self.version])
            .args(arguments)
            .arg("--root")
            .arg(home)
            // The project's own settings are not meant for its tools.
            .current_dir(home)
            .env("CARGO_TARGET_DIR", &target)
            .envs(environment.iter().copied());
        machine::run(&mut command).map_err(|error| {
            Error::new(format!(
                "{} {} could not be installed: {error}\n\
                 Cargo's own words stand above. Any {} of this version on PATH is used as well.",
                self.package,
                self.version,
                self.programs.join(" and ")
            ))
            .by_hand(format!(
                "cargo install --locked {} --version {}",
                self.package, self.version
            ))
        })?;
        fs::remove_dir_all(&target).map_err(|e| Error::io("remove", &target, &e))
    }

    fn install_npm(&self, home: &Path, version: &str) -> Result<(), Error> {
        let (by_hand, instead) = if self.programs.is_empty() {
            (
                format!("npm install {}@{version}", self.package),
                format!("any copy of it that {AXE_VARIABLE} names"),
            )
        } else {
            (
                format!("npm install --global {}@{version}", self.package),
                format!(
                    "any {} of version {} on PATH",
                    self.programs.join(" and "),
                    self.version
                ),
            )
        };
        let npm = machine::on_path("npm")
            .or_else(|| machine::on_path("npm.cmd"))
            .ok_or_else(|| {
                Error::new(format!(
                    "{} {version} comes from npm, and there is no npm on PATH.\n\
                     With Node.js and npm installed this step does the rest; {instead} is used as well.",
                    self.package
                ))
                .by_hand("sudo apt-get install nodejs npm      # Debian; elsewhere from nodejs.org")
                .by_hand(&by_hand)
            })?;
        machine::run(
            Command::new(npm)
                .args(["install", "--no-audit", "--no-fund", "--loglevel=error"])
                .arg("--prefix")
                .arg(home)
                .arg(format!("{}@{version}", self.package))
                .current_dir(home),
        )
        .map_err(|error| {
            Error::new(format!(
                "{} {version} could not be installed: {error}",
                self.package
            ))
            .by_hand(by_hand)
        })
    }
}

fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    // npm writes a .cmd file on Windows.
    [env::consts::EXE_SUFFIX, ".cmd"]
        .iter()
        .map(|suffix| folder.join(format!("{name}{suffix}")))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tools_folder_names_it_and_its_version() {
        for (tool, folder) in [
            (&TRUNK, "trunk-0.21.14"),
            (&WASM_BINDGEN, "wasm-bindgen-cli-0.2.126"),
            (&WASM_OPT, "binaryen-132.0.0"),
            (&ESBUILD, "esbuild-0.28.2"),
            (&AXE, "axe-core-4.14.1"),
            (&HTML_VALIDATE, "html-validate-9.7.1"),
        ] {
            assert_eq!(tool.folder(), folder);
        }
    }
}
