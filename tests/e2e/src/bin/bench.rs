//! Measures the widget with a long log, in Chromium with a slowed processor, and holds it against its limits.
//!
//! `cargo xtask bench browser` builds the release and sets the environment.

#![allow(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "browsers tell times in floats and answers in JSON, where what is missing is null"
)]

use std::cell::RefCell;
use std::process::ExitCode;
use std::time::Duration;

use e2e::{Session, Widget, measure};
use serde_json::{Value, json};

/// The day of all measurements.
const TODAY: &str = "2026-11-23";

/// A career has about 1,000 activities: twice as many must not be felt.
const LONG: u32 = 2_000;

/// With so many everything must still work; how long it takes is shown and held to nothing.
const LONGEST: u32 = 10_000;

/// How many times slower than it is the processor is made: a telephone of some years ago.
const SLOWED: f64 = 4.0;

/// How many activities are added in a round.
const ADDED: usize = 120;

/// How many rounds there are at most. Other work on the machine only ever makes them slower, so the fastest is the nearest to what the
/// widget takes: there is another while none keeps to the limit.
const ROUNDS: usize = 3;

/// How many are added while the processor's time is measured.
const WATCHED: usize = 20;

/// The most milliseconds from the key press that saves an activity to the paint, for 98 of 100.
const MOST: f64 = 50.0;

/// The longest that a measurement may take before it is given up.
const LIMIT: Duration = Duration::from_mins(20);

fn main() -> ExitCode {
    let rounds = RefCell::default();
    let outcome = measure(LIMIT, async |session| long_log(session, &rounds).await)
        .and_then(|()| measure(LIMIT, longest_log))
        .and_then(|()| within_limits(&rounds.borrow()));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Adding to a log of a long career.
async fn long_log(session: &Session, rounds: &RefCell<Vec<Vec<Press>>>) {
    let widget = log_of(session, LONG).await;
    processor_time(session, &widget).await;
    let slowed = slow_down(session).await;
    println!(
        "\n{LONG} activities, the processor {slowed:.1} times slower, milliseconds from key press to paint:\n"
    );
    for round in 0..ROUNDS {
        let saved = adding(session, &widget, round * ADDED).await;
        let is_within = percentile(&saved, 98) <= MOST;
        rounds.borrow_mut().push(saved);
        if is_within {
            break;
        }
    }
    let rounds = rounds.borrow();
    let most = |what: fn(&Press) -> u64| rounds.iter().flatten().map(what).max();
    println!(
        "\n   Written when one is saved: {} record, {} drafts; removed: {}, the draft. Each letter writes the draft.",
        most(|press| press.records).unwrap_or_default(),
        most(|press| press.drafts).unwrap_or_default(),
        most(|press| press.removed).unwrap_or_default(),
    );
}

/// Adds activities, numbered from one on, and tells how long it took. Returns what it was to save each.
async fn adding(session: &Session, widget: &Widget<'_>, first: usize) -> Vec<Press> {
    println!("   {:<28}{:>8}{:>8}{:>8}", "", "median", "98 %", "most");
    let (mut opened, mut typed, mut nothing) = (Vec::new(), Vec::new(), Vec::new());
    let mut saved = Vec::new();
    for number in first..first + ADDED {
        opened.extend(open_form(session, widget).await);
        typed.extend(letters(session, &format!("W{number}")).await);
        nothing.extend(press_alone(session, "Shift").await);
        let press = press_alone(session, "Enter").await;
        assert_eq!(press.len(), 1, "an activity is saved by one key press");
        saved.extend(press);
        widget.says(".notice", &format!("Saved: W{number}.")).await;
    }
    // What no program can be faster than: the browser's own way with a key, and the measuring.
    row("a key that does nothing", &nothing);
    row("the form is opened", &opened);
    row("a letter is typed in it", &typed);
    row("the activity is saved", &saved);
    saved
}

/// How long the processor works on saving an activity, while it is not slowed. Other work on the machine changes that less
/// than the time until the paint. What it works on a key that does nothing, which is mostly the measuring, is taken off.
async fn processor_time(session: &Session, widget: &Widget<'_>) {
    let by_thread = json!({ "timeDomain": "threadTicks" });
    session.chromium_cdp("Performance.enable", by_thread).await;
    let worked = async |key: &str| {
        let before = task_millis(session).await;
        session.press(key).await;
        presses(session).await;
        task_millis(session).await - before
    };
    let (mut saved, mut nothing) = (Vec::new(), Vec::new());
    for number in 0..WATCHED {
        open_form(session, widget).await;
        letters(session, &format!("V{number}")).await;
        nothing.push(worked("Shift").await);
        saved.push(worked("Enter").await);
    }
    let (saved, nothing) = (of_hundred(&saved, 50), of_hundred(&nothing, 50));
    println!(
        "\n{LONG} activities: the processor, not slowed, works {:.1} ms on saving one (median of {WATCHED}).",
        saved - nothing
    );
    session.chromium_cdp("Performance.disable", json!({})).await;
}

/// How many milliseconds the page's thread has worked so far.
async fn task_millis(session: &Session) -> f64 {
    let metrics = session
        .chromium_cdp("Performance.getMetrics", json!({}))
        .await;
    let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
    let tasks = metrics.find(|metric| metric["name"] == "TaskDuration");
    let seconds = tasks.and_then(|tasks| tasks["value"].as_f64());
    seconds.unwrap_or(f64::INFINITY) * 1_000.0
}

/// What is wrong with how activities were saved, if anything is.
fn within_limits(rounds: &[Vec<Press>]) -> Result<(), String> {
    let is_one_record = |press: &Press| press.records == 1 && press.drafts == 0;
    if !rounds.iter().flatten().all(is_one_record) {
        return Err("saving an activity wrote something else than one record.".to_owned());
    }
    let p98 = rounds.iter().map(|saved| percentile(saved, 98));
    let p98 = p98.fold(f64::INFINITY, f64::min);
    if p98 > MOST {
        return Err(format!(
            "saving took {p98:.1} ms at the 98th percentile; {MOST} ms is allowed. \
             Other work on this machine may be the reason: try again when it is quiet."
        ));
    }
    Ok(())
}

/// A log of ten careers: everything works.
async fn longest_log(session: &Session) {
    let widget = log_of(session, LONGEST).await;
    let slowed = slow_down(session).await;
    println!("\n{LONGEST} activities, the processor {slowed:.1} times slower:\n");

    session.press("ArrowLeft").await;
    presses(session).await;
    session.press("ArrowRight").await;
    row("the log is opened", &presses(session).await);
    open_form(session, &widget).await;
    session.type_text("Zebra").await;
    presses(session).await;
    session.press("Enter").await;
    row("an activity is saved", &presses(session).await);
    widget.says(".notice", "Saved: Zebra.").await;

    give_focus(&widget, "#find").await;
    session.type_text("zebra").await;
    row("a letter is searched for", &presses(session).await);
    widget.titles(&["Zebra"]).await;
    give_focus(&widget, ".entry-actions button:last-child").await;
    session.press("Enter").await;
    row("an activity is deleted", &presses(session).await);
    widget.says(".notice", "Deleted: Zebra.").await;
    widget.lacks(".entry-title").await;
}

/// A press of a key, once the page was painted after it.
#[derive(Clone, Copy, Debug)]
struct Press {
    millis: f64,
    records: u64,
    drafts: u64,
    removed: u64,
}

/// For how long the page is left alone after a press that is held to a limit. To ask it whether it is painted is work for the
/// processor that is measured, and was done before the paint.
const LEFT_ALONE: Duration = Duration::from_millis(150);

/// The press of a key, for which the page had its processor to itself.
async fn press_alone(session: &Session, key: &str) -> Vec<Press> {
    session.press(key).await;
    tokio::time::sleep(LEFT_ALONE).await;
    presses(session).await
}

/// The presses since this was last asked for, once the page has done all that they brought about.
async fn presses(session: &Session) -> Vec<Press> {
    let take = async || {
        let taken = session.execute("return stopwatch.take();", &[]).await;
        taken
            .as_array()
            .filter(|presses| !presses.is_empty())
            .cloned()
    };
    let presses = session
        .wait_for("the page is painted after a key", take)
        .await;
    session.execute("return stopwatch.settle();", &[]).await;
    let count = |press: &Value, what: &str| press[what].as_u64().unwrap_or_default();
    let read = |press: &Value| Press {
        millis: press["millis"].as_f64().unwrap_or(f64::INFINITY),
        records: count(press, "records"),
        drafts: count(press, "drafts"),
        removed: count(press, "removed"),
    };
    presses.iter().map(read).collect()
}

/// Types letters, each once the page has done with the one before: else it would wait for that one, and be timed for both.
async fn letters(session: &Session, text: &str) -> Vec<Press> {
    let mut typed = Vec::new();
    for letter in text.chars() {
        session.type_text(&letter.to_string()).await;
        typed.extend(presses(session).await);
    }
    typed
}

fn row(what: &str, presses: &[Press]) {
    println!(
        "   {what:<28}{:>8.1}{:>8.1}{:>8.1}",
        percentile(presses, 50),
        percentile(presses, 98),
        percentile(presses, 100),
    );
}

/// The least time that so many of a hundred presses do not exceed.
fn percentile(presses: &[Press], percent: usize) -> f64 {
    let millis: Vec<f64> = presses.iter().map(|press| press.millis).collect();
    of_hundred(&millis, percent)
}

/// The least of these numbers that so many of a hundred do not exceed.
fn of_hundred(numbers: &[f64], percent: usize) -> f64 {
    let mut numbers = numbers.to_vec();
    numbers.sort_by(f64::total_cmp);
    let place = (numbers.len() * percent).div_ceil(100).saturating_sub(1);
    numbers.get(place).copied().unwrap_or(f64::INFINITY)
}

async fn open_form(session: &Session, widget: &Widget<'_>) -> Vec<Press> {
    give_focus(widget, "#add").await;
    session.press("Enter").await;
    let presses = presses(session).await;
    session
        .wait_until("the title can be typed", async || {
            session.focused().await.starts_with("input Title")
        })
        .await;
    presses
}

async fn give_focus(widget: &Widget<'_>, css: &str) {
    let part = widget.find(css).await;
    let focus = "arguments[0].focus(); return stopwatch.settle();";
    part.execute(focus, Value::Null).await;
}

/// Opens the log of somebody who holds a CPC and a CCS and has logged so much.
async fn log_of(session: &Session, many: u32) -> Widget<'_> {
    session.pretend_today(TODAY);
    session
        .server()
        .before_page_scripts(include_str!("../stopwatch.js"));
    let holder = json!({
        "held": ["CPC", "CCS"],
        "since": { "CPC": "1990-01-01", "CCS": "1990-01-01" },
        "aapc_due": "2027-01-31",
        "ahima_start": "2026-01-01",
    });
    let activities: Vec<Value> = (0..many).map(|nth| activity(nth, many)).collect();
    session.log_of("/", &holder, &activities).await
}

/// One of many activities, spread evenly over the days from 1990 to today: of 2,000 some 100 lie in the present period.
fn activity(nth: u32, many: u32) -> Value {
    let day = |months: u32| {
        let (year, month) = (1990 + months / 12, 1 + months % 12);
        format!("{year}-{month:02}-{:02}", 1 + nth % 20)
    };
    let months = 36 * 12 + 11;
    let halves = f64::from(1 + nth % 6) / 2.0;
    let ceus = halves.to_string();
    let mut activity = json!({
        "date": day(nth * months / many),
        "title": format!("Coding webinar {nth}: what is new this year"),
        "sponsor": if nth.is_multiple_of(3) { "AAPC" } else { "Local chapter" },
        "index_number": format!("BC{nth:06}V"),
        "aapc": { "ceus": ceus, "for": ["core"], "certificate": !nth.is_multiple_of(4), "entered": nth.is_multiple_of(2) },
    });
    if nth.is_multiple_of(2) {
        activity["ahima"] = json!({ "ceus": ceus, "domain": "clinical-foundations", "source": "ahima", "certificate": true });
    }
    activity
}

/// Makes the processor slower, and finds out by how much it is. Asked for four times, this browser gives up to four and a half on some
/// machines, so it is asked for as much as gives four.
async fn slow_down(session: &Session) -> f64 {
    let work = async || {
        let mut least = f64::INFINITY;
        // The first time it is compiled, and other work on the machine only ever makes it longer.
        for _ in 0..4 {
            let took = session.execute("return stopwatch.work();", &[]).await;
            least = took.as_f64().unwrap_or(f64::INFINITY).min(least);
        }
        least
    };
    let before = work().await;
    let slowed_by = async |rate: f64| {
        let rate = json!({ "rate": rate });
        session
            .chromium_cdp("Emulation.setCPUThrottlingRate", rate)
            .await;
        work().await / before
    };
    let slowed = slowed_by(SLOWED).await;
    let more = (SLOWED - 1.0) / (slowed - 1.0);
    slowed_by(1.0 + (SLOWED - 1.0) * more).await
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_numbers() {
        let numbers: Vec<f64> = (1..=120).rev().map(f64::from).collect();
        let found = [50, 98, 100].map(|percent| of_hundred(&numbers, percent).to_string());
        assert_eq!(found, ["60", "118", "120"]);
    }

    #[test]
    fn both_limits_are_held() {
        let press = |millis, records, drafts| Press {
            millis,
            records,
            drafts,
            removed: 1,
        };
        let hundred = |slow: usize, slowest| {
            let mut presses = vec![press(20.0, 1, 0); 100 - slow];
            presses.resize(100, press(slowest, 1, 0));
            presses
        };
        for rounds in [
            vec![hundred(2, 90.0)],
            vec![hundred(3, 50.0)],
            // The fastest of several counts.
            vec![hundred(3, 50.1), hundred(2, 90.0)],
        ] {
            assert!(within_limits(&rounds).is_ok());
        }
        for (rounds, message) in [
            (
                vec![hundred(3, 50.2), hundred(3, 50.1)],
                "saving took 50.1 ms at the 98th percentile; 50 ms is allowed. ",
            ),
            (
                vec![hundred(2, 90.0), vec![press(1.0, 2, 0)]],
                "saving an activity wrote something else",
            ),
            (
                vec![vec![press(1.0, 1, 1)]],
                "saving an activity wrote something else",
            ),
        ] {
            let error = within_limits(&rounds).unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
