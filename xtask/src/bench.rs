//! `cargo xtask bench`: how long the ledger takes, and how long the widget with a long log, held against their limits.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::browsers::{Browser, CHROMIUM};
use crate::build;
use crate::cache::Cache;
use crate::error::Error;
use crate::machine;
use crate::steps::{Step, Steps};
use crate::tools::Tools;

/// The sizes of `benches/core.rs`, each ten times the one before.
const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

/// The most that 10,000 entries may take.
const MOST: Duration = Duration::from_millis(3);

/// How a log grows in `benches/core.rs`, by years, by what is done in each, or by what is done in one cycle, and how many times as long
/// ten times as many entries may take at each of the two steps. The last is nobody's log: 14 entries a day, and 137. There are more of them in
/// each day to put in order, and what is asked of each no longer has room in a processor's cache, so a step takes 12 to 16 times as
/// long; it is held lest it be a square.
const GROWTHS: [(&str, [u32; 2]); 3] = [
    ("longer", [12, 12]),
    ("denser", [12, 12]),
    ("fuller", [14, 18]),
];

/// How often is measured while a limit is exceeded. Other work on a machine makes everything longer and nothing shorter, and
/// comes and goes within minutes, so of each time the least counts.
const ROUNDS: u32 = 3;

/// The most that 5,000 rows of a spreadsheet may take, read and matched with a log of as many entries.
const SHEET_MOST: Duration = Duration::from_millis(50);

/// The median time for a log of each of [`SIZES`].
#[derive(Debug)]
struct Times {
    growth: &'static str,
    at_most: [u32; 2],
    medians: [Duration; 3],
}

/// What was found in one round, or is the least of several.
#[derive(Debug)]
struct Found {
    logs: [Times; 3],
    /// The median time for 5,000 rows of a spreadsheet.
    sheet: Duration,
}

const BROWSER: Step = Step {
    name: "Browser",
    why: "what shows the widget is found or installed",
    usually: "a second; a minute the first time",
    again: "cargo xtask bench browser",
};

const MEASUREMENT: Step = Step {
    name: "Measurement",
    why: "a log of two careers, and one of ten, in a processor that is slowed 4 times",
    usually: "3 minutes; 4 the first time, and up to 4 more on a busy machine",
    again: "cargo xtask bench browser",
};

/// Builds the release and measures it in Chromium: `tests/e2e/src/bin/bench.rs`, which has the limits, does the rest.
pub(crate) fn browser(project: &Path) -> Result<(), Error> {
    let cache = Cache::of_user()?;
    let mut steps = Steps::default();
    let tools = steps.run(build::TOOLS, || Tools::ensure(&cache))?;
    let browser = steps.run(BROWSER, || Browser::ensure(&CHROMIUM, &cache))?;
    build::release(project, &tools, &mut steps)?;
    steps.run(MEASUREMENT, || {
        let mut command = machine::cargo();
        command
            .args(["run", "--locked", "--quiet", "--package", "coderpath-e2e"])
            .args(["--bin", "bench"])
            .current_dir(project)
            .env("CODERPATH_DIST", build::dist(project));
        Browser::for_end_to_end(&[browser], &mut command);
        machine::run(&mut command)
    })?;
    steps.finish();
    Ok(())
}

/// Runs the benchmark of the ledger, prints what it found, and fails if a limit is exceeded in each of several rounds.
pub(crate) fn core(project: &Path) -> Result<(), Error> {
    let mut found = measure(project)?;
    for _ in 1..ROUNDS {
        let Err(error) = found.within_limits() else {
            break;
        };
        println!("\n{error}\nOnce more: of each time the least counts.");
        found = found.least(&measure(project)?);
    }
    println!("{}", found.tables());
    found.within_limits()
}

/// Runs the benchmark once.
fn measure(project: &Path) -> Result<Found, Error> {
    machine::run(
        machine::cargo()
            .args(["bench", "--locked", "-p", "coderpath", "--bench", "core"])
            // Elsewhere the estimates would not be found.
            .env("CARGO_TARGET_DIR", project.join("target"))
            .env_remove("CRITERION_HOME")
            .current_dir(project),
    )?;
    let time_of = |name: &str| {
        let path = project.join(format!("target/criterion/{name}/new/estimates.json"));
        let text = fs::read_to_string(&path).map_err(|e| Error::io("read", &path, &e))?;
        median(&text)
            .ok_or_else(|| Error::new(format!("there is no median in {}.", path.display())))
    };
    let log_of = |(growth, at_most): (&'static str, _)| {
        let mut medians = [Duration::ZERO; 3];
        for (time, size) in medians.iter_mut().zip(SIZES) {
            *time = time_of(&format!("{growth}/{size}"))?;
        }
        Ok(Times {
            growth,
            at_most,
            medians,
        })
    };
    let [longer, denser, fuller] = GROWTHS;
    Ok(Found {
        logs: [log_of(longer)?, log_of(denser)?, log_of(fuller)?],
        sheet: time_of("sheet/5000")?,
    })
}

impl Found {
    fn tables(&self) -> String {
        let mut text: String = self.logs.iter().map(Times::table).collect();
        // Writing to a String does not fail.
        let _ = write!(
            text,
            "\n   a sheet of 5,000 rows: {}",
            milliseconds(self.sheet)
        );
        text
    }

    /// The lesser of each two times.
    fn least(mut self, other: &Self) -> Self {
        for (times, other) in self.logs.iter_mut().zip(&other.logs) {
            for (time, other) in times.medians.iter_mut().zip(other.medians) {
                *time = other.min(*time);
            }
        }
        self.sheet = self.sheet.min(other.sheet);
        self
    }

    /// An error that says which limit is exceeded, if one is.
    fn within_limits(&self) -> Result<(), Error> {
        self.logs.iter().try_for_each(Times::within_limits)?;
        sheet_within_limit(self.sheet)
    }
}

/// An error, if a spreadsheet takes longer than it may.
fn sheet_within_limit(sheet: Duration) -> Result<(), Error> {
    if sheet <= SHEET_MOST {
        return Ok(());
    }
    Err(exceeded(&format!(
        "5,000 rows of a spreadsheet took {} to be read and matched; {} is allowed.",
        milliseconds(sheet),
        milliseconds(SHEET_MOST)
    )))
}

/// That a limit is exceeded.
fn exceeded(what: &str) -> Error {
    Error::new(format!(
        "{what} Other work on this machine may be the reason: try again when it is quiet."
    ))
}

/// The median in criterion's estimates, which are in nanoseconds with a fraction.
fn median(estimates: &str) -> Option<Duration> {
    let (_, median) = estimates.split_once("\"median\":")?;
    let (_, point) = median.split_once("\"point_estimate\":")?;
    let (whole, _) = point.split_once(['.', ',', '}'])?;
    whole.trim().parse().ok().map(Duration::from_nanos)
}

impl Times {
    fn table(&self) -> String {
        let mut text = format!("\n   {:<8}      median\n", self.growth);
        for (size, time) in SIZES.iter().zip(self.medians) {
            // Writing to a String does not fail.
            let _ = writeln!(text, "   {size:<8}{:>12}", milliseconds(time));
        }
        text
    }

    /// An error that says which limit is exceeded, if one is.
    fn within_limits(&self) -> Result<(), Error> {
        let [few, some, many] = self.medians;
        let [some_times, many_times] = self.at_most;
        let name = self.growth;
        let what = if some > MOST {
            format!(
                "the ledger of a {name} log took {} for 10,000 entries; {} is allowed.",
                milliseconds(some),
                milliseconds(MOST)
            )
        } else if some > few * some_times {
            format!(
                "the ledger of a {name} log took {} for 10,000 entries, more than {some_times} times the {} for 1,000.",
                milliseconds(some),
                milliseconds(few)
            )
        } else if many > some * many_times {
            format!(
                "the ledger of a {name} log took {} for 100,000 entries, more than {many_times} times the {} for 10,000.",
                milliseconds(many),
                milliseconds(some)
            )
        } else {
            return Ok(());
        };
        Err(exceeded(&what))
    }
}

/// A duration with two digits of a millisecond, rounded up: a figure must not look better than it is.
fn milliseconds(time: Duration) -> String {
    let hundredths = time.as_nanos().div_ceil(10_000);
    format!("{}.{:02} ms", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(microseconds: [u64; 3]) -> Times {
        let [(growth, at_most), ..] = GROWTHS;
        let medians = microseconds.map(Duration::from_micros);
        Times {
            growth,
            at_most,
            medians,
        }
    }

    #[test]
    fn the_median_is_read_from_the_estimates() {
        let estimates = r#"{"mean":{"confidence_interval":{"lower_bound":1.5},"point_estimate":11.5},
            "median":{"confidence_interval":{"lower_bound":2.5},"point_estimate":2345678.9,"standard_error":3.5}}"#;
        assert_eq!(median(estimates), Some(Duration::from_nanos(2_345_678)));
        for other in [
            "",
            r#"{"mean":{"point_estimate":11.5}}"#,
            r#"{"median":{"point_estimate":null}}"#,
        ] {
            assert_eq!(median(other), None, "{other}");
        }
    }

    #[test]
    fn every_limit_is_held() {
        assert!(times([250, 3_000, 36_000]).within_limits().is_ok());
        for (found, message) in [
            (
                [1_000, 3_001, 9_000],
                "the ledger of a longer log took 3.01 ms for 10,000 entries; 3.00 ms is allowed. ",
            ),
            (
                [100, 1_201, 12_001],
                "the ledger of a longer log took 1.21 ms for 10,000 entries, more than 12 times the 0.10 ms for 1,000. ",
            ),
            (
                [100, 1_000, 12_001],
                "the ledger of a longer log took 12.01 ms for 100,000 entries, more than 12 times the 1.00 ms for 10,000. ",
            ),
        ] {
            let error = times(found).within_limits().unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }

    #[test]
    fn a_sheets_limit_is_held() {
        assert!(sheet_within_limit(SHEET_MOST).is_ok());
        let error = sheet_within_limit(Duration::from_micros(50_001)).unwrap_err();
        let message = "5,000 rows of a spreadsheet took 50.01 ms to be read and matched; 50.00 ms is allowed. ";
        assert!(error.to_string().starts_with(message), "{error}");
    }

    #[test]
    fn the_least_of_each_time_counts() {
        let found = |few, some, many, sheet| Found {
            logs: [times([few, some, many]), times([1, 1, 1]), times([1, 1, 1])],
            sheet: Duration::from_micros(sheet),
        };
        let first = found(100, 1_300, 14_000, 40_000);
        assert!(first.within_limits().is_err());
        let least = first.least(&found(120, 1_190, 15_000, 60_000));
        let [longer, ..] = &least.logs;
        assert_eq!(longer.medians, times([100, 1_190, 14_000]).medians);
        assert_eq!(least.sheet, Duration::from_millis(40));
        assert!(least.within_limits().is_ok());
    }

    #[test]
    fn the_table_has_every_size() {
        let table = times([100, 1_234, 12_345]).table();
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(
            rows,
            [
                "   1000         0.10 ms",
                "   10000        1.24 ms",
                "   100000      12.35 ms"
            ]
        );
    }
}
