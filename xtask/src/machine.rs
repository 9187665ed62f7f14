//! What this machine can do: run a command, find a program, install a system package.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cache::Cache;
use crate::error::Error;

/// Prints a command and runs it; it writes to our own output and has no input.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let line = shown(command);
    println!("   $ {line}");
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|e| Error::new(format!("cannot start `{line}`: {e}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::new(format!("`{line}` failed ({status}).")))
    }
}

/// What a command prints, trimmed; `None` if it cannot be started or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command the way a person would type it: without the folder of the program.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The cargo that runs us, so that native work stays on the toolchain that the user chose.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The rustc that such a cargo uses.
pub(crate) fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// The first program of that name on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Whether we are the superuser, who alone may install packages, and whom Chromium refuses its sandbox.
pub(crate) fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Whether `apt-get install` can be expected to work.
pub(crate) fn has_apt() -> bool {
    on_path("apt-get").is_some()
}

/// The command with which a person installs those packages.
pub(crate) fn apt_by_hand(packages: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

/// Installs Debian packages. To be called only where [`has_apt`] and [`is_root`] hold.
///
/// `--no-remove`: a set-up step may add packages to a system, never take any away.
pub(crate) fn apt_install(cache: &Cache, packages: &[&str]) -> Result<(), Error> {
    let _turn = cache.wait_for_turn("apt")?;
    let explain = |error: Error| {
        Error::new(format!("Debian's packages could not be installed: {error}"))
            .by_hand("sudo dpkg --configure -a")
            .by_hand(apt_by_hand(packages))
    };
    // An earlier install that died half-way leaves packages unpacked; this finishes them, and does nothing otherwise.
    run(quiet_apt("dpkg").args(["--configure", "-a"])).map_err(explain)?;
    run(quiet_apt("apt-get").args(["update", "-qq"])).map_err(explain)?;
    run(quiet_apt("apt-get")
        .args([
            "install",
            "-qq",
            "-y",
            "--no-remove",
            "--no-install-recommends",
        ])
        .args(["-o", "DPkg::Lock::Timeout=600", "-o", "Dpkg::Use-Pty=0"])
        .args(packages))
    .map_err(explain)
}

fn quiet_apt(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_without_the_folder_of_its_program() {
        let mut command = Command::new("/some/where/trunk");
        command.args(["build", "--release"]);
        assert_eq!(shown(&command), "trunk build --release");
    }

    #[test]
    fn a_program_that_fails_or_is_missing_answers_nothing() {
        assert_eq!(answer(&mut Command::new("no-such-program-anywhere")), None);
    }
}
