//! The commands of the README: `cargo xtask serve`, `cargo xtask build`, `cargo xtask test`, `cargo xtask bench`,
//! `cargo xtask fuzz`, `cargo xtask screenshots`, `cargo xtask icons`.
//!
//! Each installs what it lacks into one cache folder per user ([`cache`]), says what it does and why, and then runs.
//! The wasm32 compiler is the business of [`toolchain`], the command-line tools of [`tools`], browsers of [`browsers`],
//! the programs that read an export of [`spreadsheets`].

mod bench;
mod browsers;
mod build;
mod cache;
mod error;
mod fuzz;
mod home;
mod machine;
mod screenshots;
mod serve;
mod shrink;
mod sizes;
mod spreadsheets;
mod statics;
mod steps;
mod test;
mod toolchain;
mod tools;
mod versions;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use error::Error;
use test::Part;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]  Build the widget, serve it on 127.0.0.1 and rebuild it on every change.
  build             Write the release into dist/, print the sizes and hold them against the budget.
  test              Run every check: format, lints, native, spreadsheet, browser and end-to-end tests.
  test core         Only what needs no browser and no wasm32 target: format, lints and tests of the library.
  test lint         Only format and lints.
  test browser      Only the tests that run inside a browser.
  test sheets       Only what LibreOffice and pandas read in an export, cell by cell.
  test e2e          Only the release build, its budget, its static pages and the end-to-end tests.
  bench core        Measure how long the ledger takes and hold it against its limits.
  bench browser     Measure in Chromium how long an entry takes from key press to paint, and hold it against its limits.
  fuzz [TARGET] [SECONDS]
                    Feed any bytes to what reads storage and backups, each target for 10 seconds or as long as you say.
  screenshots       Write a picture of every state of the widget into target/screenshots/.
  icons             Draw the icons in home/icons/ anew from icon.svg there.

Each command installs what it lacks, once, into a cache folder of its own (see README.md).";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Help,
    Serve {
        port: Option<u16>,
    },
    Build,
    Test(Part),
    BenchCore,
    BenchBrowser,
    Fuzz {
        targets: Vec<&'static str>,
        each: Duration,
    },
    Screenshots,
    Icons,
    /// The second half of `serve`: waits for the server and prints its addresses.
    Announce {
        port: u16,
    },
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match parse(&arguments).and_then(|command| run(&command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(arguments: &[&str]) -> Result<Command, Error> {
    let port = |text: &str| {
        text.parse()
            .map_err(|_| Error::new(format!("`{text}` is not a port number.")))
    };
    match arguments {
        ["help" | "--help" | "-h"] => Ok(Command::Help),
        ["serve"] => Ok(Command::Serve { port: None }),
        ["serve", "--port", text] => Ok(Command::Serve {
            port: Some(port(text)?),
        }),
        ["build"] => Ok(Command::Build),
        ["test"] => Ok(Command::Test(Part::All)),
        ["test", "core"] => Ok(Command::Test(Part::Core)),
        ["test", "lint"] => Ok(Command::Test(Part::Lint)),
        ["test", "browser"] => Ok(Command::Test(Part::Browser)),
        ["test", "sheets"] => Ok(Command::Test(Part::Sheets)),
        ["test", "e2e"] => Ok(Command::Test(Part::EndToEnd)),
        ["bench", "core"] => Ok(Command::BenchCore),
        ["bench", "browser"] => Ok(Command::BenchBrowser),
        ["fuzz", rest @ ..] => parse_fuzz(rest),
        ["screenshots"] => Ok(Command::Screenshots),
        ["icons"] => Ok(Command::Icons),
        ["announce", text] => Ok(Command::Announce { port: port(text)? }),
        [] => Err(Error::new(format!("no command was given.\n\n{USAGE}"))),
        unknown => Err(Error::new(format!(
            "`{}` is no command.\n\n{USAGE}",
            unknown.join(" ")
        ))),
    }
}

/// `[TARGET] [SECONDS]`
fn parse_fuzz(arguments: &[&str]) -> Result<Command, Error> {
    let (targets, rest) = match arguments {
        [name, rest @ ..] if fuzz::TARGETS.contains(name) => {
            let named = |target: &&str| target == name;
            (fuzz::TARGETS.into_iter().filter(named).collect(), rest)
        }
        rest => (fuzz::TARGETS.to_vec(), rest),
    };
    let each = match rest {
        [] => Some(fuzz::SHORT),
        [seconds] => seconds.parse().map(Duration::from_secs).ok(),
        _ => None,
    };
    Ok(Command::Fuzz {
        targets,
        each: each.ok_or_else(|| {
            Error::new(format!(
                "`fuzz {}`: a target is one of {}, and seconds are a whole number.",
                arguments.join(" "),
                fuzz::TARGETS.join(", ")
            ))
        })?,
    })
}

fn run(command: &Command) -> Result<(), Error> {
    let project = project()?;
    match command {
        Command::Help => {
            println!("{USAGE}");
            Ok(())
        }
        Command::Serve { port } => serve::run(&project, *port),
        Command::Build => build::run(&project),
        Command::Test(part) => test::run(&project, *part),
        Command::BenchCore => bench::core(&project),
        Command::BenchBrowser => bench::browser(&project),
        Command::Fuzz { targets, each } => fuzz::run(&project, targets, *each),
        Command::Screenshots => screenshots::run(&project),
        Command::Icons => home::draw_icons(&project),
        Command::Announce { port } => {
            serve::announce(*port);
            Ok(())
        }
    }
}

/// The top folder of the checkout.
///
/// Cargo names the package's folder when it runs a program; what was true when the program was compiled is the second
/// best, since two checkouts may share one target folder.
fn project() -> Result<PathBuf, Error> {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package
        .parent()
        .map(Path::to_path_buf)
        .ok_or_else(|| Error::new("the folder of xtask lies in no project."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_name_a_command_or_an_error_says_so() {
        let fuzz = |targets: &[&'static str], seconds| {
            Some(Command::Fuzz {
                targets: targets.to_vec(),
                each: Duration::from_secs(seconds),
            })
        };
        let cases: [(&[&str], Option<Command>); 21] = [
            (&["serve"], Some(Command::Serve { port: None })),
            (
                &["serve", "--port", "9000"],
                Some(Command::Serve { port: Some(9000) }),
            ),
            (&["serve", "--port", "70000"], None),
            (&["build"], Some(Command::Build)),
            (&["test"], Some(Command::Test(Part::All))),
            (&["test", "core"], Some(Command::Test(Part::Core))),
            (&["test", "sheets"], Some(Command::Test(Part::Sheets))),
            (&["test", "everything"], None),
            (&["bench", "core"], Some(Command::BenchCore)),
            (&["bench", "browser"], Some(Command::BenchBrowser)),
            (&["bench"], None),
            (&["fuzz"], fuzz(&fuzz::TARGETS, 10)),
            (&["fuzz", "60"], fuzz(&fuzz::TARGETS, 60)),
            (&["fuzz", "draft", "600"], fuzz(&["draft"], 600)),
            (&["fuzz", "600", "draft"], None),
            (&["fuzz", "nothing"], None),
            (&["screenshots"], Some(Command::Screenshots)),
            (&["screenshots", "320"], None),
            (&["icons"], Some(Command::Icons)),
            (&["build", "--fast"], None),
            (&[], None),
        ];
        for (arguments, expected) in cases {
            assert_eq!(parse(arguments).ok(), expected, "{arguments:?}");
        }
    }
}
