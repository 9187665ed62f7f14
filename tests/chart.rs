//! The chart of a cycle, and where a pace leads, by hand-made cases. What holds of every log is in
//! `ledger_properties.rs`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use chrono::{Days, NaiveDate};
use coderpath::app::DateOrder;
use coderpath::ledger::{Account, Chart, LeadsTo, Pace, Step, Tick, account, chart, pace};
use coderpath::log::{Entry, EntryId, Pin, Profile, Shown, State};
use coderpath::render::{Block, Table, chart_table};
use coderpath::rules::{Body, Ceus, CredentialId, Edition};
use coderpath::words;
use common::{aapc_claim, day, id, iso, plain_entry};

/// A case: a CPC whose CEUs are due on a day, entries such as "2026-10-05 1.5 planned", and today.
struct Case {
    profile: Profile,
    entries: Vec<(EntryId, Entry)>,
    today: NaiveDate,
    offset: i32,
}

fn case(due: &str, entries: &[&str], today: &str) -> Case {
    let mut profile = Profile::default();
    profile.hold(CredentialId::Cpc, true);
    profile.aapc_due = Some(iso(due)).filter(|_| due != "2000-01-01");
    let entry = |(nth, text): (usize, &&str)| {
        let mut words = text.split_whitespace();
        let mut entry = plain_entry("Webinar", iso(words.next().unwrap()));
        let ceus: Ceus = words.next().unwrap().parse().unwrap();
        let mut claim = aapc_claim(ceus.in_hundredths());
        for word in words {
            match word {
                "planned" => entry.state = State::Planned,
                due => {
                    claim.pin = Pin {
                        due: Some(iso(due)),
                        ..Pin::default()
                    }
                }
            }
        }
        entry.aapc = Some(claim);
        entry.index_number = nth.to_string();
        (id(&nth.to_string()), entry)
    };
    Case {
        profile,
        entries: entries.iter().enumerate().map(entry).collect(),
        today: iso(today),
        offset: 0,
    }
}

impl Case {
    fn account(&self) -> Account<'_> {
        let shown: Vec<Shown<'_>> = self
            .entries
            .iter()
            .map(|(id, entry)| Shown::of(id, entry))
            .collect();
        let Self {
            profile,
            today,
            offset,
            ..
        } = self;
        account(
            Body::Aapc,
            // An account is about entries that somebody keeps.
            shown.leak(),
            profile,
            Edition::Article,
            *today,
            *offset,
        )
        .unwrap()
    }

    fn chart(&self) -> Chart {
        chart(&self.account(), self.today).unwrap()
    }
}

/// "2026-10-05 +1.5 = 4": a day on which something counts.
fn steps(steps: &[Step]) -> String {
    let told = |step: &Step| format!("{} +{} = {}", step.day, step.ceus, step.total);
    steps.iter().map(told).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(case: &Case, done: &str, planned: &str, summary: &str) {
    let chart = case.chart();
    assert_eq!(steps(&chart.done), done);
    assert_eq!(steps(&chart.planned), planned);
    assert_eq!(words::chart_summary(&chart, DateOrder::MonthFirst), summary);
    let cycle = case.account().cycle.unwrap().0;
    assert_eq!((chart.first, chart.last), (cycle.first, cycle.last));

    // The table says the same.
    let rows: Vec<String> = match chart_table(&chart, DateOrder::MonthFirst) {
        Block::Table(table) => table
            .rows
            .iter()
            .map(|(_, cells)| cells.join(" "))
            .collect(),
        Block::Text(nothing) => {
            assert_eq!(nothing, "Nothing counts in this period yet.");
            Vec::new()
        }
        other => panic!("{other:?}"),
    };
    let expected = |steps: &[Step], state: &str| -> Vec<String> {
        let row = |step: &Step| format!("{} {} {state}", step.ceus, step.total);
        steps.iter().map(row).collect()
    };
    let expected = [
        expected(&chart.done, "Done"),
        expected(&chart.planned, "Planned"),
    ];
    assert_eq!(rows, expected.concat());
}

#[test]
fn steps_are_what_counts_day_by_day() {
    let due = "2027-01-31";
    let today = "2026-11-23";
    check(
        &case(due, &[], today),
        "",
        "",
        "0 of 36 CEUs by November 23, 2026; due January 31, 2027.",
    );
    check(
        &case(
            due,
            &[
                "2026-10-05 1.5",
                "2025-02-01 2",
                "2026-10-05 .5",
                "2026-12-10 3 planned",
                // Still to come, whatever is ticked.
                "2027-01-05 1",
                // Another cycle.
                "2024-12-31 9",
            ],
            today,
        ),
        "2025-02-01 +2 = 2, 2026-10-05 +2 = 4",
        "2026-12-10 +3 = 7, 2027-01-05 +1 = 8",
        "4 of 36 CEUs by November 23, 2026; 4 more planned; due January 31, 2027.",
    );
    // What was planned for a day that is past is still to come.
    check(
        &case(due, &["2026-03-01 2 planned", "2026-04-01 1"], today),
        "2026-04-01 +1 = 1",
        "2026-11-23 +2 = 3",
        "1 of 36 CEUs by November 23, 2026; 2 more planned; due January 31, 2027.",
    );
    // What was done in the renewal month before and is for this cycle stands on its first day.
    check(
        &case(due, &["2025-01-10 5 2027-01-31", "2025-03-01 1"], today),
        "2025-02-01 +5 = 5, 2025-03-01 +1 = 6",
        "",
        "6 of 36 CEUs by November 23, 2026; due January 31, 2027.",
    );
    // Beyond the total nothing counts, so nothing rises.
    check(
        &case(
            due,
            &[
                "2026-01-01 30",
                "2026-02-01 10",
                "2026-03-01 4",
                "2026-12-01 5 planned",
            ],
            today,
        ),
        "2026-01-01 +30 = 30, 2026-02-01 +6 = 36",
        "",
        "36 of 36 CEUs by November 23, 2026; due January 31, 2027.",
    );
}

/// What is planned for a specialty counts before what is done for none, and takes its place: the line rises only by what
/// is new.
#[test]
fn what_is_planned_takes_the_place_of_what_is_too_much() {
    let mut case = case(
        "2027-01-31",
        &["2026-01-01 30", "2026-12-01 20 planned"],
        "2026-11-23",
    );
    case.profile.hold(CredentialId::Cpma, true);
    case.profile.aapc_tracker = Some(Ceus::whole(36));
    let claim = case.entries[1].1.aapc.as_mut().unwrap();
    claim.approved_for = vec![coderpath::log::Approval("CPMA".to_owned())];
    let account = case.account();
    assert_eq!(account.forecast.counted, Ceus::whole(36));
    check(
        &case,
        "2026-01-01 +30 = 30",
        "2026-12-01 +6 = 36",
        "30 of 36 CEUs by November 23, 2026; 6 more planned; due January 31, 2027.",
    );
}

#[test]
fn a_cycle_that_is_over_or_to_come() {
    let entries = [
        "2026-10-05 1.5",
        "2026-12-01 2 planned",
        "2027-06-01 3 planned",
    ];
    let mut over = case("2027-01-31", &entries, "2027-03-01");
    over.offset = -1;
    check(
        &over,
        "2026-10-05 +1.5 = 1.5",
        "2027-01-31 +2 = 3.5",
        "1.5 of 36 CEUs; 2 more planned; due January 31, 2027.",
    );
    let chart = over.chart();
    assert_eq!((chart.today, chart.until), (None, iso("2027-01-31")));
    let mut to_come = case("2027-01-31", &entries, "2026-11-23");
    to_come.offset = 1;
    check(
        &to_come,
        "",
        "2027-06-01 +3 = 3",
        "0 of 36 CEUs; 3 more planned; due January 31, 2029.",
    );
    let chart = to_come.chart();
    assert_eq!((chart.today, chart.until), (None, iso("2027-02-01")));
    assert_eq!(chart.done_path(720, 360), "M0 360H0");
}

#[test]
fn there_is_no_chart_without_a_cycle() {
    let case = case("2000-01-01", &["2026-10-05 1.5"], "2026-11-23");
    assert_eq!(chart(&case.account(), case.today), None);
}

#[test]
fn without_a_total_the_scale_ends_with_what_there_is() {
    for (entries, top) in [
        (&["2026-10-05 1.5", "2026-12-01 2 planned"][..], "3.5"),
        (&["2024-10-05 1.5"], "0.01"),
    ] {
        let mut case = case("2027-01-31", entries, "2026-11-23");
        case.profile.hold(CredentialId::Cpc, false);
        let chart = case.chart();
        assert_eq!(
            (chart.needed, chart.top.to_string()),
            (None, top.to_owned())
        );
    }
    let mut case = case("2027-01-31", &["2026-10-05 1.5"], "2026-11-23");
    case.profile.hold(CredentialId::Cpc, false);
    assert_eq!(
        words::chart_summary(&case.chart(), DateOrder::DayFirst),
        "1.5 CEUs by 23 November 2026; due 31 January 2027."
    );
}

/// A cycle of 730 days on a scale of 729, so that a day is one to the right.
#[test]
fn paths_are_drawn_to_scale() {
    let entries = [
        "2025-01-11 9",
        "2025-04-11 9",
        "2025-12-01 6 planned",
        "2026-01-01 3 planned",
    ];
    let chart = case("2026-12-31", &entries, "2025-07-20").chart();
    assert_eq!(chart.x(chart.first, 729), 0);
    assert_eq!(chart.x(chart.last, 729), 729);
    assert_eq!(chart.x(day(2025, 1, 11), 729), 10);
    assert_eq!(chart.x(day(2024, 1, 1), 729), 0);
    assert_eq!(chart.x(day(2028, 1, 1), 729), 729);
    assert_eq!(chart.top, Ceus::whole(36));
    assert_eq!(chart.y(Ceus::ZERO, 360), 360);
    assert_eq!(chart.y(Ceus::whole(9), 360), 270);
    assert_eq!(chart.y(chart.top, 360), 0);
    assert_eq!(chart.y(Ceus::whole(99), 360), 0);
    assert_eq!(chart.done_path(729, 360), "M0 360H10V270H100V180H200");
    assert_eq!(chart.planned_path(729, 360), "M200 180H334V120H365V90H729");
    assert_eq!(chart.done_path(0, 0), "M0 0H0V0H0V0H0");
    assert_eq!(
        case("2026-12-31", &entries[..2], "2025-07-20")
            .chart()
            .planned_path(729, 360),
        ""
    );
}

#[test]
fn months_are_marked_as_far_apart_as_they_fit() {
    let chart = case("2027-01-31", &[], "2026-11-23").chart();
    let label = |tick: &Tick| format!("{}@{}", words::chart_month(tick.day), tick.x);
    for (width, apart, labels) in [
        (729, 300, "Jan 2026@334 Jan 2027@699"),
        (729, 150, "Jul@150 Jan 2026@334 Jul@515 Jan 2027@699"),
        (
            729,
            80,
            "Apr@59 Jul@150 Oct@242 Jan 2026@334 Apr@424 Jul@515 Oct@607 Jan 2027@699",
        ),
        (
            729,
            50,
            "Mar@28 May@89 Jul@150 Sep@212 Nov@273 Jan 2026@334 Mar@393 May@454 Jul@515 Sep@577 Nov@638 Jan 2027@699",
        ),
        (729, 400, ""),
    ] {
        let labels_found: Vec<String> = chart.ticks(width, apart).iter().map(label).collect();
        assert_eq!(labels_found.join(" "), labels, "{apart}");
    }
    assert_eq!(chart.ticks(729, 28).len(), 24);
}

#[test]
fn the_table_is_headed() {
    let chart = case("2027-01-31", &["2026-10-05 1.5"], "2026-11-23").chart();
    let Block::Table(table) = chart_table(&chart, DateOrder::MonthFirst) else {
        panic!()
    };
    assert_eq!(
        table,
        Table {
            caption: "AAPC: what counts from February 1, 2025 to January 31, 2027".to_owned(),
            corner: "Day".to_owned(),
            columns: ["CEUs", "Total so far", "Done or planned"]
                .map(str::to_owned)
                .to_vec(),
            rows: vec![(
                "October 5, 2026".to_owned(),
                ["1.5", "1.5", "Done"].map(str::to_owned).to_vec()
            )],
        }
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// Pace

/// "complete 2026-12-31", "short 35.98" or "-".
fn told(pace: Option<Pace>) -> String {
    match pace.map(|pace| pace.leads_to) {
        Some(LeadsTo::Complete(on)) => format!("complete {on}"),
        Some(LeadsTo::Short(at_end)) => format!("short {at_end}"),
        None => "-".to_owned(),
    }
}

/// A cycle of 730 days, from 1 January 2025 to 31 December 2026.
#[test]
fn where_a_pace_leads() {
    for (ceus, today, leads_to) in [
        // Half of it in half the days, to the day.
        ("18", "2025-12-31", "complete 2026-12-31"),
        ("18.01", "2025-12-31", "complete 2026-12-31"),
        ("18.03", "2025-12-31", "complete 2026-12-30"),
        ("17.99", "2025-12-31", "short 35.98"),
        // A third of a hundredth is not counted.
        ("10", "2025-12-30", "short 20.05"),
        ("35.99", "2026-06-01", "complete 2026-06-02"),
        ("1", "2025-01-30", "short 24.33"),
        ("12", "2025-01-30", "complete 2025-03-31"),
        // Twenty-nine days tell nothing, and neither does a complete total.
        ("1", "2025-01-29", "-"),
        ("36", "2025-12-31", "-"),
        ("40", "2025-12-31", "-"),
        ("35", "2026-12-31", "short 35"),
    ] {
        let case = case("2026-12-31", &[&format!("2025-01-05 {ceus}")], today);
        let found = pace(&case.account(), case.today);
        assert_eq!(told(found), leads_to, "{ceus} on {today}");
        if let Some(pace) = found {
            assert_eq!(pace.since, iso("2025-01-01"));
            assert_eq!(pace.since + Days::new(u64::from(pace.days) - 1), case.today);
        }
    }
}

#[test]
fn there_is_no_pace() {
    let of = |case: &Case| pace(&case.account(), case.today);
    // Nothing done, nothing but plans, no cycle, no total, another cycle, submitted.
    assert_eq!(of(&case("2026-12-31", &[], "2025-12-31")), None);
    let planned = case("2026-12-31", &["2025-01-05 9 planned"], "2025-12-31");
    assert_eq!(of(&planned), None);
    let entries = ["2025-01-05 9"];
    assert_eq!(of(&case("2000-01-01", &entries, "2025-12-31")), None);
    let mut none_held = case("2026-12-31", &entries, "2025-12-31");
    assert!(of(&none_held).is_some());
    none_held.profile.hold(CredentialId::Cpc, false);
    assert_eq!(of(&none_held), None);
    let mut over = case("2026-12-31", &entries, "2027-02-01");
    over.offset = -1;
    assert_eq!(of(&over), None);
    let mut submitted = case("2026-12-31", &entries, "2026-12-20");
    assert!(of(&submitted).is_some());
    let (due, on) = (iso("2026-12-31"), iso("2026-12-15"));
    submitted.profile.submit(Body::Aapc, due, Some(on));
    assert_eq!(of(&submitted), None);
}

/// A shorter first cycle is reckoned from the first of its months.
#[test]
fn the_pace_of_a_first_cycle() {
    let mut case = case("2027-01-31", &["2025-09-01 9"], "2026-01-31");
    let since = |case: &Case| pace(&case.account(), case.today).map(|pace| pace.since);
    assert_eq!(since(&case), Some(iso("2025-02-01")));
    for (certified, first_day) in [("2025-08-01", "2025-08-01"), ("2025-08-20", "2025-08-01")] {
        case.profile
            .hold_since(CredentialId::Cpc, Some(iso(certified)));
        assert_eq!(since(&case), Some(iso(first_day)), "{certified}");
    }
    assert_eq!(
        pace(&case.account(), case.today),
        Some(Pace {
            since: iso("2025-08-01"),
            days: 184,
            counted: Ceus::whole(9),
            total: Ceus::whole(27),
            due: iso("2027-01-31"),
            // Three times the days: 552 from the first of August 2025 are over after the cycle's 549.
            leads_to: LeadsTo::Short("26.85".parse().unwrap()),
        })
    );
}
