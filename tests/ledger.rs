//! Entries by period, by hand-made cases; and the two-year cycle, against another calendar library.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::assigning_clones,
    clippy::needless_pass_by_value,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use chrono::{Datelike, NaiveDate};
use coderpath::app::DateOrder;
use coderpath::ledger::{Anchor, AnchorBy, Cycle, periods};
use coderpath::log::{Entry, EntryId, Profile, Shown, State};
use coderpath::rules::{Body, Ceus, CredentialId};
use coderpath::words;
use common::{aapc_claim, ahima_claim, iso, plain_entry, today};
use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::prelude::*;

// ---------------------------------------------------------------------------------------------------------------------
// Periods

/// "2026-10-05 aapc 1.5 ahima 1": an activity; "planned" may follow.
fn activity(text: &str) -> Entry {
    let mut words = text.split_whitespace();
    let mut entry = plain_entry("Activity", iso(words.next().unwrap()));
    while let Some(word) = words.next() {
        let mut hundredths = || {
            words
                .next()
                .unwrap()
                .parse::<Ceus>()
                .unwrap()
                .in_hundredths()
        };
        match word {
            "aapc" => entry.aapc = Some(aapc_claim(hundredths())),
            "ahima" => entry.ahima = Some(ahima_claim(hundredths())),
            "planned" => entry.state = State::Planned,
            word => panic!("{word}"),
        }
    }
    entry
}

/// "CPC CCS due 2027-01-31 tracker 57.5 start 2025-01-01 center 30": a holder.
fn holder(text: &str) -> Profile {
    let mut profile = Profile::default();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let mut next = || words.next().unwrap();
        match word {
            "due" => profile.aapc_due = Some(iso(next())),
            "start" => profile.ahima_start = Some(iso(next())),
            "tracker" => profile.aapc_tracker = Some(next().parse().unwrap()),
            "center" => profile.ahima_tracker = Some(next().parse().unwrap()),
            "others" => profile.other_aapc = next().parse().unwrap(),
            code => profile.hold(CredentialId::from_code(code).unwrap(), true),
        }
    }
    profile
}

/// Entries of these days, the newest first, by period: the first and the last day, the entries' days, what is done.
#[track_caller]
fn check_periods(held: &str, asked_for: Option<Body>, activities: &[&str], expected: &[&str]) {
    let entries: Vec<Entry> = activities.iter().map(|text| activity(text)).collect();
    let id = EntryId::new(1);
    let shown = entries.iter().map(|entry| Shown::of(&id, entry));
    let told: Vec<String> = periods(shown, &holder(held), asked_for)
        .into_iter()
        .map(|period| {
            let days = period.cycle.map_or("all".to_owned(), |cycle| {
                format!("{:?} {}..{}", period.body, cycle.first, cycle.last)
            });
            let entries: Vec<String> = period
                .shown
                .iter()
                .map(|shown| shown.entry.date.to_string())
                .collect();
            let done: Vec<String> = period
                .done
                .iter()
                .map(|(body, sum)| format!("{sum} {body:?}"))
                .collect();
            format!("{days}: {} = {}", entries.join(" "), done.join(", "))
        })
        .collect();
    assert_eq!(told, expected, "{held:?}");
}

#[test]
fn the_list_is_told_period_by_period() {
    let entries = [
        "2027-03-01 aapc 2 planned",
        "2026-10-05 aapc 1.5 ahima 1",
        "2025-02-01 ahima 3",
        "2025-01-31 aapc 4",
        "2019-06-01 aapc 1",
    ];
    // No date is known: one list.
    check_periods(
        "CPC",
        None,
        &entries,
        &["all: 2027-03-01 2026-10-05 2025-02-01 2025-01-31 2019-06-01 = "],
    );
    check_periods("CPC", None, &[], &[]);
    // A period without entries is passed over.
    let by_aapc = [
        "Aapc 2027-02-01..2029-01-31: 2027-03-01 = 0 Aapc",
        "Aapc 2025-02-01..2027-01-31: 2026-10-05 2025-02-01 = 1.5 Aapc",
        "Aapc 2023-02-01..2025-01-31: 2025-01-31 = 4 Aapc",
        "Aapc 2019-02-01..2021-01-31: 2019-06-01 = 1 Aapc",
    ];
    check_periods("CPC due 2027-01-31", None, &entries, &by_aapc);
    let by_ahima = [
        "Ahima 2027-01-01..2028-12-31: 2027-03-01 = 0 Ahima",
        "Ahima 2025-01-01..2026-12-31: 2026-10-05 2025-02-01 2025-01-31 = 4 Ahima",
        "Ahima 2019-01-01..2020-12-31: 2019-06-01 = 0 Ahima",
    ];
    check_periods("CCS start 2025-01-01", None, &entries, &by_ahima);
    // Both are known: AAPC's, unless AHIMA is asked for; and no sum of the other over days that are not its own.
    let both = "CPC CCS due 2027-01-31 start 2025-01-01";
    check_periods(both, None, &entries, &by_aapc);
    check_periods(both, Some(Body::Aapc), &entries, &by_aapc);
    check_periods(both, Some(Body::Ahima), &entries, &by_ahima);
    // A body whose dates are not known cannot be asked for.
    check_periods("CPC due 2027-01-31", Some(Body::Ahima), &entries, &by_aapc);
    // Two bodies with one period have both sums.
    check_periods(
        "CPC CCS due 2026-12-31 start 2025-01-01",
        None,
        &entries[1..3],
        &["Aapc 2025-01-01..2026-12-31: 2026-10-05 2025-02-01 = 1.5 Aapc, 4 Ahima"],
    );
}

#[test]
fn a_period_has_a_heading_once_its_days_are_known() {
    let entry = activity("2026-10-05 aapc 1.5");
    let id = EntryId::new(1);
    let shown = [Shown::of(&id, &entry)];
    let mut state = coderpath::app::State::new(today(), coderpath::app::View::Log, None);
    state.dates = DateOrder::DayFirst;
    let told = |due: &str, state: &coderpath::app::State| {
        let periods = periods(shown, &holder(due), None);
        (
            words::period(&periods[0], state),
            words::period_sums(&periods[0], 1),
        )
    };
    assert_eq!(told("CPC", &state), (None, "one activity".to_owned()));
    let (heading, done) = told("CPC due 2027-01-31", &state);
    assert_eq!(
        heading.as_deref(),
        Some("AAPC’s period now: 1 February 2025 to 31 January 2027")
    );
    assert_eq!(done, "one activity · 1.5 CEUs done for AAPC");
    state.today = iso("2028-01-01");
    assert_eq!(
        told("CPC due 2027-01-31", &state).0.as_deref(),
        Some("AAPC’s period 1 February 2025 to 31 January 2027")
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// The cycle, against jiff

fn containing(anchor: Anchor, day: NaiveDate) -> Option<Cycle> {
    anchor.containing(day).map(|(_, cycle)| cycle)
}

fn to_jiff(day: NaiveDate) -> Date {
    let part = |part: u32| i8::try_from(part).unwrap();
    Date::new(
        i16::try_from(day.year()).unwrap(),
        part(day.month()),
        part(day.day()),
    )
    .unwrap()
}

/// The cycle that contains `today`, found by walking: no guess of which it is, one step of two years at a time, each
/// from the anchor. `Date` keeps to the month's last day where a day is missing, as the rule has it.
fn by_jiff(anchor: Date, today: Date, ends: bool) -> (Date, Date) {
    let from = |cycles: i64| anchor.checked_add((2 * cycles).years()).unwrap();
    let mut cycles = 0;
    // The first day of a cycle: on an anchor that starts one, or the day after one that ends one.
    let first = |cycles: i64| {
        if ends {
            from(cycles).tomorrow().unwrap()
        } else {
            from(cycles)
        }
    };
    while first(cycles) > today {
        cycles -= 1;
    }
    while first(cycles + 1) <= today {
        cycles += 1;
    }
    (first(cycles), first(cycles + 1).yesterday().unwrap())
}

#[track_caller]
fn check_cycle(anchor: NaiveDate, today: NaiveDate) {
    for ends in [true, false] {
        let cycle = if ends {
            containing(Anchor::Due(anchor), today)
        } else {
            containing(Anchor::Start(anchor), today)
        };
        let cycle = cycle.unwrap_or_else(|| panic!("no cycle of {anchor} on {today}"));
        assert_eq!(
            (to_jiff(cycle.first), to_jiff(cycle.last)),
            by_jiff(to_jiff(anchor), to_jiff(today), ends),
            "{} {anchor}, today {today}",
            if ends { "due" } else { "from" }
        );
        assert!(cycle.contains(today));
    }
}

#[test]
fn every_anchor_day_of_three_years_against_another_calendar() {
    let mut cases = 0;
    for anchor in iso("2023-01-01")
        .iter_days()
        .take_while(|day| day.year() <= 2025)
    {
        // The same day of every month of twelve years around, and the days beside it.
        for month in -72..=72_i32 {
            let about = if month < 0 {
                anchor.checked_sub_months(chrono::Months::new(month.unsigned_abs()))
            } else {
                anchor.checked_add_months(chrono::Months::new(month.unsigned_abs()))
            };
            let about = about.unwrap();
            for today in [about.pred_opt().unwrap(), about, about.succ_opt().unwrap()] {
                check_cycle(anchor, today);
                cases += 2;
            }
        }
    }
    println!("{cases} cycles");
    assert_eq!(cases, 1_096 * 145 * 3 * 2);
}

#[test]
fn every_day_of_seventy_years_and_every_month_step_against_another_calendar() {
    // The worked steps of a cycle are months; a cycle's number times 24 of them, never one after another.
    for day in iso("1990-01-01")
        .iter_days()
        .take_while(|day| day.year() <= 2060)
    {
        let by_jiff = to_jiff(day);
        for months in -48..=48_i32 {
            let step = chrono::Months::new(months.unsigned_abs());
            let ours = if months < 0 {
                day.checked_sub_months(step)
            } else {
                day.checked_add_months(step)
            };
            let theirs = by_jiff.checked_add(months.months()).unwrap();
            assert_eq!(ours.map(to_jiff), Some(theirs), "{day} and {months} months");
        }
        for number in -2..=2 {
            let from = |cycles: i64| by_jiff.checked_add((2 * cycles).years()).unwrap();
            let number_of = i64::from(number);
            let due = Anchor::Due(day).cycle(number).unwrap();
            assert_eq!(to_jiff(due.last), from(number_of));
            assert_eq!(to_jiff(due.first), from(number_of - 1).tomorrow().unwrap());
            let start = Anchor::Start(day).cycle(number).unwrap();
            assert_eq!(to_jiff(start.first), from(number_of));
            assert_eq!(
                to_jiff(start.last),
                from(number_of + 1).yesterday().unwrap()
            );
        }
    }
}

#[test]
fn a_renewal_month_tells_the_year_by_its_parity() {
    // Odd months in odd years, even months in even years (A5, A6, A7).
    for (number, due) in [
        (1, "2027-01-31"),
        (2, "2028-02-29"),
        (3, "2027-03-31"),
        (4, "2028-04-30"),
        (5, "2027-05-31"),
        (6, "2028-06-30"),
        (7, "2027-07-31"),
        (8, "2028-08-31"),
        (9, "2027-09-30"),
        (10, "2028-10-31"),
        (11, "2027-11-30"),
        (12, "2026-12-31"),
    ] {
        let mut profile = holder("CPC");
        profile.aapc_month = chrono::Month::try_from(number).ok();
        let (anchor, by) = Anchor::of(Body::Aapc, &profile).unwrap();
        assert_eq!(by, AnchorBy::RenewalMonth);
        assert_eq!(containing(anchor, today()).unwrap().last, iso(due));
        // A day that the holder gives wins, whatever its year.
        profile.aapc_due = Some(iso("2026-01-15"));
        assert_eq!(
            Anchor::of(Body::Aapc, &profile),
            Some((Anchor::Due(iso("2026-01-15")), AnchorBy::Day))
        );
    }
    let mut profile = holder("CCS CCS-P");
    assert_eq!(Anchor::of(Body::Ahima, &profile), None);
    profile.hold_since(CredentialId::CcsP, Some(iso("2025-03-02")));
    profile.hold_since(CredentialId::Ccs, Some(iso("2024-06-15")));
    profile.hold_since(CredentialId::Rhia, Some(iso("2001-01-01")));
    assert_eq!(
        Anchor::of(Body::Ahima, &profile),
        Some((Anchor::Start(iso("2024-06-15")), AnchorBy::Exam)),
        "of the first exam of those held"
    );
}

#[test]
fn cycles_of_the_29th_of_february_and_of_far_years() {
    // The anchor, today, and the cycle that ends and that starts like it.
    let cases = [
        (
            "2024-02-29",
            "2026-02-28",
            "2024-03-01..2026-02-28",
            "2026-02-28..2028-02-28",
        ),
        (
            "2024-02-29",
            "2026-03-01",
            "2026-03-01..2028-02-29",
            "2026-02-28..2028-02-28",
        ),
        (
            "2024-02-29",
            "2028-02-29",
            "2026-03-01..2028-02-29",
            "2028-02-29..2030-02-27",
        ),
        (
            "2024-02-29",
            "2024-02-29",
            "2022-03-01..2024-02-29",
            "2024-02-29..2026-02-27",
        ),
        (
            "2023-12-31",
            "2026-01-01",
            "2026-01-01..2027-12-31",
            "2025-12-31..2027-12-30",
        ),
        (
            "1990-01-01",
            "2100-12-31",
            "2100-01-02..2102-01-01",
            "2100-01-01..2101-12-31",
        ),
        (
            "2100-12-31",
            "1990-01-01",
            "1989-01-01..1990-12-31",
            "1988-12-31..1990-12-30",
        ),
    ];
    for (anchor, today, ending, starting) in cases {
        let line =
            |cycle: Option<Cycle>| cycle.map(|cycle| format!("{}..{}", cycle.first, cycle.last));
        assert_eq!(
            line(containing(Anchor::Due(iso(anchor)), iso(today))).as_deref(),
            Some(ending),
            "due {anchor}, today {today}"
        );
        assert_eq!(
            line(containing(Anchor::Start(iso(anchor)), iso(today))).as_deref(),
            Some(starting),
            "from {anchor}, today {today}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Anything a date field lets through, on any day; and at the ends of the calendar there may be none, but no panic.
    #[test]
    fn any_anchor_and_any_day(anchor in 0..40_541_i64, today in 0..40_541_i64) {
        let from = |after: i64| iso("1990-01-01") + chrono::TimeDelta::days(after);
        check_cycle(from(anchor), from(today));
        for end in [NaiveDate::MIN, NaiveDate::MAX] {
            for other in [from(today), NaiveDate::MIN, NaiveDate::MAX] {
                for cycle in [
                    containing(Anchor::Due(end), other),
                    containing(Anchor::Due(other), end),
                    containing(Anchor::Start(end), other),
                    containing(Anchor::Start(other), end),
                ] {
                    prop_assert!(cycle.is_none_or(|cycle| cycle.first <= cycle.last));
                }
            }
        }
    }
}
