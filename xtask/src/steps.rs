//! Steps: each announces itself, is timed, and says how to repeat it when it fails.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::error::Error;

/// The steps done so far.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<(&'static str, Duration)>,
}

/// What is said about a step before it starts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) why: &'static str,
    pub(crate) usually: &'static str,
    /// The command that repeats it alone.
    pub(crate) again: &'static str,
}

impl Steps {
    /// Does one step.
    pub(crate) fn run<T>(
        &mut self,
        step: Step,
        work: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Error> {
        println!("\n== {}: {} ({}).", step.name, step.why, step.usually);
        let start = Instant::now();
        match work() {
            Ok(value) => {
                let took = start.elapsed();
                println!("   {} took {}.", step.name, seconds(took));
                self.done.push((step.name, took));
                Ok(value)
            }
            Err(error) => {
                print!("{}", self.table());
                println!("\nsteps: {} passed, 1 failed", self.done.len());
                Err(Error::new(format!(
                    "the step \"{}\" failed after {}: {error}\n\nTo repeat it: {}",
                    step.name,
                    seconds(start.elapsed()),
                    step.again
                )))
            }
        }
    }

    /// Prints how long everything took.
    pub(crate) fn finish(&self) {
        print!("{}", self.table());
        println!("\nsteps: {} passed, 0 failed", self.done.len());
    }

    fn table(&self) -> String {
        let mut text = String::from("\n== Durations\n");
        let total: Duration = self.done.iter().map(|(_, took)| *took).sum();
        let rows = self.done.iter().copied().chain([("total", total)]);
        for (name, took) in rows {
            // Writing to a String does not fail.
            let _ = writeln!(text, "   {name:<28}{:>10}", seconds(took));
        }
        text
    }
}

/// A duration as a person reads it.
fn seconds(took: Duration) -> String {
    let whole = took.as_secs();
    if whole < 60 {
        format!("{whole}.{} s", took.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: Step = Step {
        name: "Lints",
        why: "they find mistakes",
        usually: "a minute",
        again: "cargo xtask test lint",
    };

    #[test]
    fn durations_are_read_in_seconds_and_minutes() {
        for (milliseconds, shown) in [
            (0, "0.0 s"),
            (1_290, "1.2 s"),
            (59_999, "59.9 s"),
            (60_000, "1 min 00 s"),
            (754_000, "12 min 34 s"),
        ] {
            assert_eq!(seconds(Duration::from_millis(milliseconds)), shown);
        }
    }

    #[test]
    fn a_failure_names_the_step_and_the_command_that_repeats_it() {
        let mut steps = Steps::default();
        let error = steps
            .run(STEP, || Err::<(), _>(Error::new("clippy is not content.")))
            .unwrap_err()
            .to_string();
        assert!(error.contains("\"Lints\""), "{error}");
        assert!(error.contains("clippy is not content."), "{error}");
        assert!(
            error.ends_with("To repeat it: cargo xtask test lint"),
            "{error}"
        );
    }

    #[test]
    fn the_table_names_every_step_and_the_total() {
        let mut steps = Steps::default();
        steps.run(STEP, || Ok(())).unwrap();
        let table = steps.table();
        assert!(table.contains("Lints"), "{table}");
        assert!(table.contains("total"), "{table}");
    }
}
