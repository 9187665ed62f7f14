//! `cargo xtask fuzz`: any bytes at all for whatever reads what storage or a file holds.
//!
//! LLVM's fuzzer, with the compiler's own instrumentation and no sanitizer: the library has no unsafe code, so what there
//! is to find is a panic, and for that the stable compiler is enough.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::cache::Cache;
use crate::error::Error;
use crate::machine;

/// What is fuzzed: the functions of `fuzz/src/lib.rs`.
pub(crate) const TARGETS: [&str; 6] = ["record", "draft", "backup", "link", "sheet", "cells"];

/// How long each target runs where nothing else is said.
pub(crate) const SHORT: Duration = Duration::from_secs(10);

/// What cargo-fuzz has the compiler do, so that the fuzzer sees which branches a case takes and what it is compared with.
const INSTRUMENTED: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// Debian's package of the compiler for the fuzzer itself.
const COMPILER: &str = "g++";

/// Fuzzes the targets one after the other, for so long each.
pub(crate) fn run(project: &Path, targets: &[&str], each: Duration) -> Result<(), Error> {
    ensure_compiler()?;
    let programs = build(project)?;
    for target in targets {
        fuzz(project, &programs, target, each)?;
    }
    Ok(())
}

fn ensure_compiler() -> Result<(), Error> {
    if env::var_os("CXX").is_some() || machine::on_path("c++").is_some() {
        return Ok(());
    }
    if !(machine::has_apt() && machine::is_root()) {
        return Err(Error::new(
            "the fuzzer is written in C++, and there is no compiler for it: no c++ on PATH, and none that CXX names.",
        )
        .by_hand(machine::apt_by_hand(&[COMPILER])));
    }
    println!("-- Installing {COMPILER}: it compiles the fuzzer (half a minute; once).");
    machine::apt_install(&Cache::of_user()?, &[COMPILER])
}

/// Compiles every target; the folder in which they lie.
fn build(project: &Path) -> Result<PathBuf, Error> {
    let answer = machine::answer(machine::rustc().arg("-vV")).unwrap_or_default();
    let host = answer
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or_else(|| Error::new("rustc does not say for what it compiles."))?;
    let folder = project.join("target");
    machine::run(
        machine::cargo()
            .args(["build", "--locked", "--package", "coderpath-fuzz"])
            .args(["--features", "fuzzer", "--profile", "fuzz"])
            // Where it is named, what runs at build time is not instrumented: it has no fuzzer to link with.
            .args(["--target", host])
            .env("RUSTFLAGS", INSTRUMENTED.join(" "))
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            // Elsewhere the programs would not be found.
            .env("CARGO_TARGET_DIR", &folder)
            .current_dir(project),
    )?;
    Ok(folder.join(host).join("fuzz"))
}

/// Fuzzes one target. What is found on the way is kept beside the program's log, and is where the next run goes on from.
fn fuzz(project: &Path, programs: &Path, target: &str, each: Duration) -> Result<(), Error> {
    let folder = Path::new("target/fuzz").join(target);
    let found = folder.join("corpus");
    let log = folder.join("log.txt");
    let at = |path: &Path| project.join(path);
    fs::create_dir_all(at(&found)).map_err(|e| Error::io("create", &found, &e))?;
    let output = File::create(at(&log)).map_err(|e| Error::io("create", &log, &e))?;
    let program = programs.join(format!("{target}{}", env::consts::EXE_SUFFIX));
    let result = machine::run(
        Command::new(&program)
            .arg(format!("-max_total_time={}", each.as_secs()))
            .args(["-print_final_stats=1", "-timeout=10", "-max_len=4096"])
            .arg("-dict=fuzz/json.dict")
            .arg(format!("-artifact_prefix={}/", folder.display()))
            // The first folder is written to, the second one only read.
            .arg(&found)
            .arg(format!("fuzz/corpus/{target}"))
            .stderr(output)
            .current_dir(project),
    );
    let said = fs::read(at(&log)).map_err(|e| Error::io("read", &log, &e))?;
    let said = String::from_utf8_lossy(&said);
    if let Err(error) = result {
        // All but its progress: what the target said, where it was, and the case.
        for line in said.lines().filter(|line| !line.starts_with('#')) {
            println!("   {line}");
        }
        let Some(case) = case(&said) else {
            return Err(Error::new(format!("{target}: {error}")));
        };
        return Err(Error::new(format!(
            "{target} does not hold for {case}. As a file of fuzz/corpus/{target}/ it is the first to be tried again."
        ))
        .by_hand(format!("{} {case}", program.display())));
    }
    println!("   {target}: {}", Figures::of(&said)?.shown());
    Ok(())
}

/// The file into which the fuzzer wrote the case that failed.
fn case(said: &str) -> Option<&str> {
    said.lines()
        .find_map(|line| Some(line.split_once("Test unit written to ")?.1))
}

/// What the fuzzer says of a run.
#[derive(Debug, PartialEq, Eq)]
struct Figures {
    runs: u64,
    edges: u64,
    features: u64,
}

impl Figures {
    fn of(said: &str) -> Result<Self, Error> {
        let last = |before: &str| {
            let (_, after) = said.rsplit_once(before)?;
            after.split_whitespace().next()?.parse().ok()
        };
        Some(())
            .and_then(|()| {
                Some(Self {
                    runs: last("stat::number_of_executed_units:")?,
                    edges: last(" cov:")?,
                    features: last(" ft:")?,
                })
            })
            // Without coverage it would find next to nothing, and look like a success.
            .filter(|figures| figures.edges > 0)
            .ok_or_else(|| Error::new("the fuzzer does not say which branches it saw."))
    }

    fn shown(&self) -> String {
        format!(
            "{} cases; {} branches, {} of them by how often.",
            self.runs, self.edges, self.features
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "\
#2\tINITED cov: 512 ft: 513 corp: 1/1b exec/s: 0 rss: 27Mb
#4096\tpulse  cov: 1012 ft: 3013 corp: 12/1Kb lim: 4 exec/s: 0 rss: 27Mb
Done 5000 runs in 6 second(s)
stat::number_of_executed_units: 5000
stat::average_exec_per_sec:     833
";

    #[test]
    fn the_figures_are_the_last_that_the_fuzzer_names() {
        let figures = Figures {
            runs: 5000,
            edges: 1012,
            features: 3013,
        };
        assert_eq!(Figures::of(SAID).unwrap(), figures);
        for without in ["cov:", "ft:", "stat::number_of_executed_units:"] {
            assert!(Figures::of(&SAID.replace(without, "")).is_err());
        }
        assert!(Figures::of(&SAID.replace("1012", "0")).is_err());
    }

    #[test]
    fn the_case_that_failed_is_named() {
        let said = format!(
            "{SAID}artifact_prefix='target/fuzz/record/'; Test unit written to target/fuzz/record/crash-1f\nBase64: eA==\n"
        );
        assert_eq!(case(&said), Some("target/fuzz/record/crash-1f"));
        assert_eq!(case(SAID), None);
    }

    #[test]
    fn every_target_has_its_program_and_its_corpus() {
        let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
        for target in TARGETS {
            assert!(fuzz.join(format!("targets/{target}.rs")).is_file());
            assert!(fuzz.join("corpus").join(target).is_dir());
        }
    }
}
