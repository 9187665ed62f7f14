//! A Rust compiler that can compile for `wasm32-unknown-unknown`.
//!
//! The compiler that runs us is the first choice, if need be after `rustup target add`. Where rustup has nothing to
//! download from, Debian's rustc-web is the second: it comes with the source of the standard library, which is compiled
//! once and kept in the cache, in a sysroot of its own around Debian's compiler. Nothing is written into /usr, no
//! rustup toolchain is made, and native work stays on the compiler that the user chose.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::machine;

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler with its cargo, its linter and the source of its standard library.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src"];

/// Where those packages put the library's manifest; there is no other that needs the source to be complete.
const LIBRARY_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// Counts the ways in which we have made the sysroot: a new way must not find an old one's result.
const RECIPE: &str = "1";

/// A compiler for wasm32.
#[derive(Debug)]
pub(crate) enum Toolchain {
    /// The one that runs us.
    Active,
    /// Debian's, with the sysroot that we made.
    Web { home: PathBuf, linker: PathBuf },
}

impl Toolchain {
    /// Finds a compiler for wasm32 or installs one.
    pub(crate) fn ensure(cache: &Cache) -> Result<Self, Error> {
        if active_has_target() {
            return Ok(Self::Active);
        }
        if let Some(home) = web_name().and_then(|name| cache.find(&name)) {
            return Ok(Self::Web {
                home,
                linker: linker()?,
            });
        }
        if machine::on_path("rustup").is_some() {
            println!(
                "-- Installing the standard library for {TARGET}: the widget is compiled for it (half a minute; once)."
            );
            let added = machine::run(Command::new("rustup").args(["target", "add", TARGET]));
            if added.is_ok() && active_has_target() {
                return Ok(Self::Active);
            }
            println!("   rustup has it not; trying Debian's compiler instead.");
        }
        if web_name().is_none() {
            install_web(cache)?;
        }
        let name = web_name().ok_or_else(|| {
            missing("Debian's rustc-web is installed, but its compiler or its source is not to be found.")
        })?;
        let linker = linker()?;
        println!(
            "-- Compiling the standard library for {TARGET} with Debian's compiler (2 minutes; once per version of it)."
        );
        let home = cache.ensure(&name, |partial| build_sysroot(partial, &linker))?;
        Ok(Self::Web { home, linker })
    }

    /// The folder that goes first on the PATH of a program that calls cargo.
    pub(crate) fn bin(&self) -> Option<PathBuf> {
        match self {
            Self::Active => None,
            Self::Web { home, .. } => Some(home.join("bin")),
        }
    }

    /// A cargo that compiles for wasm32.
    pub(crate) fn cargo(&self) -> Command {
        match self {
            Self::Active => machine::cargo(),
            Self::Web { home, .. } => {
                let mut command = Command::new(home.join("bin/cargo"));
                self.prepare(&mut command);
                command
            }
        }
    }

    /// `cargo clippy` for wasm32, where there is one.
    pub(crate) fn clippy(&self) -> Option<Command> {
        match self {
            Self::Active => {
                let mut command = machine::cargo();
                command.arg("clippy");
                Some(command)
            }
            Self::Web { .. } => {
                // Called by its path: cargo would look in the user's ~/.cargo/bin first and find rustup's.
                let program = Path::new("/usr/bin/cargo-clippy");
                program.is_file().then(|| {
                    let mut command = Command::new(program);
                    command.arg("clippy");
                    self.prepare(&mut command);
                    command
                })
            }
        }
    }

    /// Makes a program that calls cargo or rustc call these. PATH is the caller's business, see [`Toolchain::bin`].
    pub(crate) fn prepare(&self, command: &mut Command) {
        match self {
            Self::Active => {}
            Self::Web { home, linker } => {
                command
                    .env("CARGO", home.join("bin/cargo"))
                    .env("RUSTC", home.join("bin/rustc"))
                    .env("RUSTDOC", home.join("bin/rustdoc"))
                    // For clippy's driver, which takes the place of rustc.
                    .env("SYSROOT", home)
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env("CARGO_TARGET_DIR", target_folder(home))
                    .env_remove("RUSTUP_TOOLCHAIN");
            }
        }
    }
}

/// Where Debian's compiler with that sysroot builds to: a folder of its own in the usual one.
///
/// Cargo tells compilers apart by what they say of themselves, and ours says the same with every sysroot: it would
/// take what was compiled against another one's standard library for fresh.
fn target_folder(home: &Path) -> PathBuf {
    // A relative path means the folder in which cargo is started, which is always the project's.
    let usual = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    usual.join(home.file_name().unwrap_or_default())
}

/// Whether the active compiler comes with the standard library for wasm32.
fn active_has_target() -> bool {
    let folder =
        machine::answer(machine::rustc().args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| has_std(Path::new(&folder)))
}

fn has_std(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            let name = entry.file_name();
            let name = Path::new(&name);
            name.to_string_lossy().starts_with("libstd-")
                && name
                    .extension()
                    .is_some_and(|extension| extension == "rlib")
        })
    })
}

/// The name of our sysroot in the cache, if Debian's compiler and source are installed.
///
/// It carries the package's full version, so an update by Debian gets a sysroot of its own.
fn web_name() -> Option<String> {
    if !Path::new(LIBRARY_SOURCE).is_file() {
        return None;
    }
    let versions: Vec<String> = PACKAGES
        .iter()
        .filter(|name| **name != "rust-web-clippy")
        .map(|name| {
            machine::answer(Command::new("dpkg-query").args([
                "--show",
                "--showformat=${db:Status-Status} ${Version}",
                name,
            ]))
        })
        .collect::<Option<_>>()?;
    let version = versions.first()?.strip_prefix("installed ")?;
    let agree = versions
        .iter()
        .all(|other| other.strip_prefix("installed ") == Some(version));
    agree.then(|| folder_name(version))
}

fn folder_name(version: &str) -> String {
    let plain: String = version
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' => c,
            _ => '_',
        })
        .collect();
    format!("rust-web-{plain}-r{RECIPE}")
}

fn install_web(cache: &Cache) -> Result<(), Error> {
    if !machine::has_apt() {
        return Err(missing(
            "this machine has no Debian packages to take one from.",
        ));
    }
    if !machine::is_root() {
        return Err(missing("installing Debian's rustc-web takes root."));
    }
    println!(
        "-- Installing Debian's Rust compiler with the source of its standard library (half a minute; once)."
    );
    machine::apt_install(cache, &PACKAGES)
}

fn missing(why: &str) -> Error {
    Error::new(format!(
        "there is no Rust compiler for {TARGET}: rustup could not add the target, and {why}\n\
         Any one of these commands is enough:"
    ))
    .by_hand(format!(
        "rustup target add {TARGET}      # where rustup can download"
    ))
    .by_hand(format!("{}      # Debian", machine::apt_by_hand(&PACKAGES)))
}

/// The linker for wasm32. Debian's compiler comes without one; rustup's toolchains have it.
fn linker() -> Result<PathBuf, Error> {
    let own = machine::answer(machine::rustc().args(["--print", "sysroot"])).map(PathBuf::from);
    let rustup_home = env::var_os("RUSTUP_HOME").map_or_else(
        || env::var_os("HOME").map(|home| PathBuf::from(home).join(".rustup")),
        |home| Some(PathBuf::from(home)),
    );
    let others = rustup_home
        .and_then(|home| fs::read_dir(home.join("toolchains")).ok())
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    own.into_iter()
        .chain(others)
        .filter_map(|sysroot| fs::read_dir(sysroot.join("lib/rustlib")).ok())
        .flat_map(|hosts| {
            hosts
                .flatten()
                .map(|host| host.path().join("bin/rust-lld"))
        })
        .find(|path| path.is_file())
        .ok_or_else(|| {
            missing("Debian's compiler lacks the linker `rust-lld`, which every toolchain of rustup brings.")
        })
}

/// Fills `home` with a sysroot for Debian's compiler and with the programs that use it.
fn build_sysroot(home: &Path, linker: &Path) -> Result<(), Error> {
    let facts = machine::answer(Command::new("/usr/bin/rustc").arg("-vV"))
        .ok_or_else(|| Error::new("Debian's compiler /usr/bin/rustc does not run."))?;
    let host = facts
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or_else(|| Error::new("Debian's compiler /usr/bin/rustc does not name its host."))?;

    let work = home.join("build");
    let library = home.join("lib/rustlib").join(TARGET).join("lib");
    create_folder(&library)?;
    create_folder(&home.join("bin"))?;
    create_folder(&work)?;
    write(
        &work.join("Cargo.toml"),
        "[package]\nname = \"nothing\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n[workspace]\n",
    )?;
    write(&work.join("lib.rs"), "")?;
    // `test` is there for `cargo test --target`, which has no harness without it.
    // RUSTC_BOOTSTRAP opens `-Z build-std`, which is nightly's, to this one call; the widget itself is built without.
    machine::run(
        Command::new("/usr/bin/cargo")
            .args(["build", "--quiet", "--release", "--target", TARGET])
            .args(["-Z", "build-std=std,panic_abort,test,proc_macro"])
            .current_dir(&work)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTC", "/usr/bin/rustc")
            .env("CARGO_TARGET_DIR", work.join("target"))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
            // The release is built with link-time optimisation, which needs the library's bitcode; cargo leaves it out.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("RUSTUP_TOOLCHAIN"),
    )?;
    let built = work.join("target").join(TARGET).join("release/deps");
    let entries = fs::read_dir(&built).map_err(|e| Error::io("read", &built, &e))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default();
        let is_library = path
            .extension()
            .is_some_and(|extension| extension == "rlib");
        if is_library && !name.to_string_lossy().starts_with("libnothing-") {
            fs::copy(&path, library.join(name)).map_err(|e| Error::io("copy", &path, &e))?;
        }
    }
    if !has_std(&library) {
        return Err(Error::new(
            "the standard library was compiled, but is not where it was expected.",
        ));
    }
    // Build scripts and macros run on this machine: their library is Debian's own.
    link_folder(
        &Path::new("/usr/lib/rustlib").join(host),
        &home.join("lib/rustlib").join(host),
    )?;
    for program in ["rustc", "rustdoc"] {
        // Found from the script's own place, since this folder is renamed when it is done.
        write_script(
            &home.join("bin").join(program),
            &format!("exec /usr/bin/{program} --sysroot \"${{0%/*}}/..\" \"$@\""),
        )?;
    }
    write_script(
        &home.join("bin/cargo"),
        "RUSTC=\"${0%/*}/rustc\" RUSTDOC=\"${0%/*}/rustdoc\" exec /usr/bin/cargo \"$@\"",
    )?;
    write(&work.join("main.rs"), "fn main() {}\n")?;
    machine::run(
        Command::new(home.join("bin/rustc"))
            .args([
                "--target",
                TARGET,
                "-O",
                "-Clto",
                "-Cpanic=abort",
                "main.rs",
            ])
            .arg(format!("-Clinker={}", linker.display()))
            .current_dir(&work)
            .env_remove("RUSTUP_TOOLCHAIN"),
    )?;
    fs::remove_dir_all(&work).map_err(|e| Error::io("remove", &work, &e))
}

fn create_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|e| Error::io("create", path, &e))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|e| Error::io("write", path, &e))
}

#[cfg(unix)]
fn write_script(path: &Path, body: &str) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    write(path, &format!("#!/bin/sh\n{body}\n"))?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
        .map_err(|e| Error::io("make executable", path, &e))
}

#[cfg(unix)]
fn link_folder(original: &Path, link: &Path) -> Result<(), Error> {
    std::os::unix::fs::symlink(original, link).map_err(|e| Error::io("create", link, &e))
}

#[cfg(not(unix))]
fn write_script(path: &Path, _body: &str) -> Result<(), Error> {
    Err(only_on_debian(path))
}

#[cfg(not(unix))]
fn link_folder(_original: &Path, link: &Path) -> Result<(), Error> {
    Err(only_on_debian(link))
}

#[cfg(not(unix))]
fn only_on_debian(path: &Path) -> Error {
    missing(&format!("{} can only be made on Debian.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_of_debians_compiler_gets_a_folder_of_its_own() {
        assert_eq!(
            folder_name("1.96.0+dfsg1-1~deb12u2"),
            "rust-web-1.96.0_dfsg1-1_deb12u2-r1"
        );
        assert_ne!(
            folder_name("1.96.0+dfsg1-1~deb12u2"),
            folder_name("1.96.0+dfsg1-1~deb12u3")
        );
    }

    #[test]
    fn what_cannot_be_installed_is_told_with_the_commands() {
        let text = missing("installing Debian's rustc-web takes root.").to_string();
        for part in [
            "takes root",
            "rustup target add wasm32-unknown-unknown",
            "sudo apt-get update && sudo apt-get install --no-install-recommends rustc-web",
        ] {
            assert!(text.contains(part), "{part} is not in:\n{text}");
        }
    }
}
