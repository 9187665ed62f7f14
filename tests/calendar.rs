//! The calendar file, read by somebody else's parser and reckoned by somebody else's calendar.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeSet;

use chrono::{Days, Month, NaiveDate};
use coderpath::app::DateOrder;
use coderpath::ledger::{Account, account, unsubmitted};
use coderpath::log::{Entry, Event, Profile, Shown, calendar};
use coderpath::rules::{Body, CredentialId, Edition};
use coderpath::words::{self, CALENDAR_FILE, WORDS};
use common::{NOW, aapc_claim, day, id, iso, plain_entry, today};
use icalendar::{Component as _, DatePerhapsTime};
use jiff::{Span, civil};
use proptest::prelude::*;

// ---------------------------------------------------------------------------------------------------------------------
// The text

fn an_event(name: &str, on: NaiveDate) -> Event {
    Event {
        uid: format!("{name}@test"),
        day: on,
        summary: "CEUs are due".to_owned(),
        description: "Submit.".to_owned(),
        url: None,
        alarms_before: Vec::new(),
    }
}

/// At which minute an alarm rings, by jiff: the trigger is counted from the midnight with which the day begins.
fn rings(on: NaiveDate, trigger: &str) -> civil::DateTime {
    let trigger: Span = trigger.parse().unwrap();
    let on: civil::Date = on.to_string().parse().unwrap();
    on.at(0, 0, 0, 0).checked_add(trigger).unwrap()
}

fn at_nine(on: NaiveDate) -> civil::DateTime {
    let on: civil::Date = on.to_string().parse().unwrap();
    on.at(9, 0, 0, 0)
}

/// Writes events and reads them back: everything is there, and the form is that of RFC 5545.
#[track_caller]
fn check(name: &str, stamp: u64, events: &[Event]) -> String {
    let text = calendar(name, stamp, events);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(calendar(name, stamp, events), text);
    let mut rest = text.as_str();
    while let Some((line, after)) = rest.split_once("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        assert!(!line.trim().is_empty(), "an empty line");
        rest = after;
    }
    assert_eq!(rest, "");

    let read: icalendar::Calendar = text.parse().unwrap();
    assert_eq!(read.get_name(), Some(name));
    assert_eq!(read.property_value("VERSION"), Some("2.0"));
    assert!(read.property_value("PRODID").is_some());
    let read: Vec<&icalendar::Event> = read.events().collect();
    assert_eq!(read.len(), events.len());
    for (event, read) in events.iter().zip(read) {
        assert_eq!(read.get_uid(), Some(event.uid.as_str()));
        assert_eq!(read.get_summary(), Some(event.summary.as_str()));
        assert_eq!(read.get_description(), Some(event.description.as_str()));
        assert_eq!(read.get_url(), event.url);
        assert_eq!(read.get_start(), Some(DatePerhapsTime::Date(event.day)));
        let next = event.day.checked_add_days(Days::new(1)).unwrap();
        assert_eq!(read.get_end(), Some(DatePerhapsTime::Date(next)));
        assert_eq!(read.property_value("TRANSP"), Some("TRANSPARENT"));
        let stamped = read.get_timestamp().unwrap().timestamp();
        assert_eq!(u64::try_from(stamped).unwrap(), stamp / 1_000);
        let sequence: i32 = read.property_value("SEQUENCE").unwrap().parse().unwrap();
        assert_eq!(u64::try_from(sequence).unwrap(), stamp / 60_000);
        let alarms = read.components();
        assert_eq!(alarms.len(), event.alarms_before.len());
        for (days, alarm) in event.alarms_before.iter().zip(alarms) {
            assert_eq!(alarm.component_kind(), "VALARM");
            assert_eq!(alarm.property_value("ACTION"), Some("DISPLAY"));
            assert_eq!(alarm.get_description(), Some(event.summary.as_str()));
            let on = event.day - Days::new((*days).into());
            let trigger = alarm.property_value("TRIGGER").unwrap();
            assert_eq!(rings(event.day, trigger), at_nine(on), "{trigger}");
        }
    }
    text
}

#[test]
fn an_empty_calendar_is_one() {
    let text = check("CEU dates", NOW, &[]);
    assert_eq!(
        text,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Coderpath//CEU dates//EN\r\n\
         X-WR-CALNAME:CEU dates\r\nEND:VCALENDAR\r\n"
    );
}

/// To the letter, as RFC 5545 has it.
#[test]
fn an_event_is_written_to_the_letter() {
    let mut event = an_event("one", day(2027, 1, 31));
    event.description = "Submit; then rest,\nor \\ not.".to_owned();
    event.url = Some("https://example.org/a?b=c,d;e");
    event.alarms_before = vec![0, 1, 7];
    let text = check("CEUs", 1_795_438_367_000, &[event]);
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        lines[4..lines.len() - 2],
        [
            "BEGIN:VEVENT",
            "UID:one@test",
            "DTSTAMP:20261123T125247Z",
            "SEQUENCE:29923972",
            "DTSTART;VALUE=DATE:20270131",
            "DTEND;VALUE=DATE:20270201",
            "SUMMARY:CEUs are due",
            "DESCRIPTION:Submit\\; then rest\\,\\nor \\\\ not.",
            "URL:https://example.org/a?b=c,d;e",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:CEUs are due",
            "TRIGGER:PT9H",
            "END:VALARM",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:CEUs are due",
            "TRIGGER:-PT15H",
            "END:VALARM",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:CEUs are due",
            "TRIGGER:-P6DT15H",
            "END:VALARM",
            "END:VEVENT",
        ]
    );
}

#[test]
fn odd_texts_come_back() {
    let long = "Code the visit, then check the modifiers; ".repeat(8);
    for odd in [
        "Modifiers “25” & 59",
        "👩🏽‍⚕️🩺 and 🏥, every day; all day",
        "ends with a backslash \\",
        "\\n is no line break, \\, is no comma",
        "one\ntwo\n\nfour",
        "BEGIN:VEVENT\nEND:VEVENT",
        "SUMMARY:not a property; VALUE=DATE:20270131",
        "\ta tab",
        "ü",
        long.trim_end(),
        // 74, 75 and 76 octets with the name in front, and a letter of two across the edge.
        &"x".repeat(74 - "SUMMARY:".len()),
        &"x".repeat(75 - "SUMMARY:".len()),
        &"x".repeat(76 - "SUMMARY:".len()),
        &("x".repeat(74 - "SUMMARY:".len()) + "üü"),
        &"🩺".repeat(100),
    ] {
        let mut event = an_event("odd", day(2028, 2, 29));
        odd.clone_into(&mut event.summary);
        odd.clone_into(&mut event.description);
        event.alarms_before = vec![30];
        check("Odd", NOW, &[event]);
    }
}

/// What a calendar cannot hold is left out, and the rest comes back.
#[test]
fn control_characters_are_left_out() {
    let mut event = an_event("controls", day(2027, 1, 31));
    event.summary = "one\r\ntwo\u{0}\u{7}\u{1b}\u{7f}\u{85} three".to_owned();
    let text = calendar("Controls", NOW, &[event]);
    let read: icalendar::Calendar = text.parse().unwrap();
    assert_eq!(
        read.events().next().unwrap().get_summary(),
        Some("one\ntwo three")
    );
}

#[test]
fn the_time_of_writing_is_in_utc() {
    for (millis, stamp) in [
        (0, "19700101T000000Z"),
        (951_827_696_789, "20000229T123456Z"),
        (4_102_444_799_999, "20991231T235959Z"),
    ] {
        let text = check("Stamps", millis, &[an_event("one", day(2027, 1, 31))]);
        assert!(text.contains(&format!("\r\nDTSTAMP:{stamp}\r\n")), "{text}");
    }
}

prop_compose! {
    fn any_event()(
        uid in "[a-z0-9-]{1,90}",
        on in 0..40_000_u64,
        // All that a calendar can hold; it ends in a letter, since the other parser trims.
        summary in "[^\\p{Cc}]{0,200}[a-zü🩺]",
        description in "([^\\p{Cc}]|\n|\t|\\\\|;|,){0,400}[a-zü🩺]",
        has_url in any::<bool>(),
        alarms_before in proptest::collection::vec(0..400_u32, 0..4),
    ) -> Event {
        Event {
            uid: format!("{uid}@test"),
            day: day(1990, 1, 1) + Days::new(on),
            summary: format!("x{summary}"),
            description: format!("x{description}"),
            url: has_url.then_some("https://example.org/a-page-whose-address-is-longer-than-a-line-of-a-calendar-file"),
            alarms_before,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_calendar_comes_back(
        name in "[A-Za-z ü,;🩺]{0,90}x",
        stamp in 0..4_102_444_800_000_u64,
        events in proptest::collection::vec(any_event(), 0..4),
    ) {
        check(&name, stamp, &events);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The days of a cycle

/// A CPC and a CCS.
fn holder() -> Profile {
    let mut profile = Profile::default();
    profile.hold(CredentialId::Cpc, true);
    profile.hold(CredentialId::Ccs, true);
    profile.aapc_due = Some(iso("2027-01-31"));
    profile.ahima_start = Some(iso("2025-06-15"));
    profile
}

fn of<'a>(
    body: Body,
    profile: &Profile,
    entries: &'a [Shown<'a>],
    on: NaiveDate,
    offset: i32,
) -> Account<'a> {
    account(body, entries, profile, Edition::Article, on, offset).unwrap()
}

/// "2027-01-31 aapc-2027-due@coderpath": the days and names.
fn days(events: &[Event]) -> Vec<String> {
    let named = |event: &Event| format!("{} {}", event.day, event.uid);
    events.iter().map(named).collect()
}

#[track_caller]
fn check_days(body: Body, profile: &Profile, on: &str, offset: i32, expected: &[&str]) {
    let on = iso(on);
    let account = of(body, profile, &[], on, offset);
    let events = words::events(&account, on, DateOrder::MonthFirst);
    assert_eq!(days(&events), expected, "{on}");
    check(WORDS.calendar.name, NOW, &events);
}

#[test]
fn the_days_of_a_cycle_are_events() {
    let profile = holder();
    let all = [
        "2026-12-31 aapc-2027-window@coderpath",
        "2027-01-31 aapc-2027-due@coderpath",
        "2027-04-16 aapc-2027-notice@coderpath",
        "2027-05-01 aapc-2027-revoked@coderpath",
    ];
    // 36 CEUs take nine months at four a month.
    let steady = "2026-05-01 aapc-2027-steady@coderpath";
    let with_steady: Vec<&str> = [steady].into_iter().chain(all).collect();
    check_days(Body::Aapc, &profile, "2026-04-30", 0, &with_steady);
    check_days(Body::Aapc, &profile, "2026-05-01", 0, &with_steady);
    check_days(Body::Aapc, &profile, "2026-05-02", 0, &all);
    check_days(Body::Aapc, &profile, "2026-12-31", 0, &all);
    check_days(Body::Aapc, &profile, "2027-01-01", 0, &all[1..]);
    check_days(Body::Aapc, &profile, "2027-01-31", 0, &all[1..]);
    // The cycle before, once it is over.
    check_days(Body::Aapc, &profile, "2027-02-01", -1, &all[2..]);
    check_days(Body::Aapc, &profile, "2027-05-01", -1, &all[3..]);
    check_days(Body::Aapc, &profile, "2027-05-02", -1, &[]);
    check_days(
        Body::Ahima,
        &profile,
        "2026-11-23",
        0,
        &[
            "2027-01-15 ahima-2027-steady@coderpath",
            "2027-06-14 ahima-2027-due@coderpath",
        ],
    );
}

/// While the last period may still be submitted, its days go with those of the present one, which its number of the year
/// tells apart.
#[test]
fn the_days_of_the_last_period_go_along_until_it_is_submitted() {
    let mut profile = holder();
    let mut entry: Entry = plain_entry("Webinar", iso("2026-10-05"));
    entry.aapc = Some(aapc_claim(2700));
    let name = id("a");
    let shown = [Shown::of(&name, &entry)];
    let check_both = |profile: &Profile, on: &str, expected: &[&str]| {
        let on = iso(on);
        let account = of(Body::Aapc, profile, &shown, on, 0);
        let before = unsubmitted(&shown, profile, Edition::Article, on);
        let both = words::events_of_both(&account, before.as_ref(), on, DateOrder::MonthFirst);
        assert_eq!(days(&both), expected, "{on}");
        check(WORDS.calendar.name, NOW, &both);
    };
    let now = [
        "2028-05-01 aapc-2029-steady@coderpath",
        "2028-12-31 aapc-2029-window@coderpath",
        "2029-01-31 aapc-2029-due@coderpath",
        "2029-04-16 aapc-2029-notice@coderpath",
        "2029-05-01 aapc-2029-revoked@coderpath",
    ];
    let late = [
        "2027-04-16 aapc-2027-notice@coderpath",
        "2027-05-01 aapc-2027-revoked@coderpath",
    ];
    check_both(&profile, "2027-02-01", &[&late[..], &now].concat());
    check_both(&profile, "2027-05-01", &[&late[1..], &now].concat());
    check_both(&profile, "2027-05-02", &now);
    profile.submit(Body::Aapc, iso("2027-01-31"), Some(iso("2027-02-10")));
    check_both(&profile, "2027-02-10", &now);
}

#[test]
fn there_is_nothing_to_put_in_a_calendar() {
    let mut profile = holder();
    profile.submit(Body::Aapc, iso("2027-01-31"), Some(iso("2027-01-10")));
    check_days(Body::Aapc, &profile, "2026-11-23", 0, &[]);
    let mut profile = holder();
    profile.aapc_due = None;
    check_days(Body::Aapc, &profile, "2026-11-23", 0, &[]);
}

/// A day that is corrected keeps its name, so it takes the other's place.
#[test]
fn a_corrected_day_replaces_the_one_before() {
    let names = |profile: &Profile| -> BTreeSet<String> {
        let account = of(Body::Aapc, profile, &[], today(), 0);
        let events = words::events(&account, today(), DateOrder::MonthFirst);
        events.into_iter().map(|event| event.uid).collect()
    };
    let mut profile = holder();
    let before = names(&profile);
    profile.aapc_due = Some(iso("2027-01-15"));
    assert_eq!(names(&profile), before);
    assert_eq!(before.len(), 4);
}

#[test]
fn an_event_says_what_to_do_and_who_says_so() {
    let mut profile = holder();
    profile.aapc_due = None;
    profile.aapc_month = Some(Month::January);
    let mut entry: Entry = plain_entry("Webinar", iso("2026-10-05"));
    entry.aapc = Some(aapc_claim(2700));
    let name = id("a");
    let shown = [Shown::of(&name, &entry)];
    let on = iso("2026-11-01");
    let account = of(Body::Aapc, &profile, &shown, on, 0);
    let events = words::events(&account, on, DateOrder::MonthFirst);
    let [steady, window, due, notice, revoked] = &events[..] else {
        panic!("{events:?}")
    };
    for (event, parts) in [
        (
            steady,
            &[
                "2026-11-01",
                "AAPC: from here on, 4 CEUs a month are enough",
                "By your log on November 1, 2026, you still need 9 CEUs",
                "4 CEUs a month are enough for January 31, 2027",
                "no rule",
            ][..],
        ),
        (
            window,
            &[
                "2026-12-31",
                "AAPC: CEU submission opens",
                "CEUs are due on January 31, 2027.",
                "From one month before the due date",
                "AAPC help: How do I manage and submit my CEUs effectively? (copy: mentions February 2026; read on",
            ],
        ),
        (
            due,
            &[
                "2027-01-31",
                "AAPC: CEUs are due",
                "This period asks 36 CEUs.",
                "the month of your renewal",
                "Midnight on the due date",
                "15556015-how-do-i-manage",
            ],
        ),
        (
            notice,
            &[
                "2027-04-16",
                "about now",
                "final notice comes on day 75",
                "https://www.aapc.com/membership/faq.aspx",
            ],
        ),
        (
            revoked,
            &[
                "2027-05-01",
                "about now",
                "90 days after the renewal date",
                "https://www.aapc.com/membership/faq.aspx",
            ],
        ),
    ] {
        let said = format!("{} {} {}", event.day, event.summary, event.description);
        for part in parts {
            assert!(said.contains(part), "{part:?} in {said}");
        }
        let is_ruled = event.uid != "aapc-2027-steady@coderpath";
        assert_eq!(event.url.is_some(), is_ruled);
        assert_eq!(
            said.contains("Your own tracker has the last word."),
            is_ruled
        );
        assert_eq!(said.contains(event.url.unwrap_or("Source")), is_ruled);
        assert!(!event.alarms_before.is_empty());
        assert!(event.summary.len() < 70, "{}", event.summary);
        for paragraph in event.description.split("\n\n") {
            assert!(!paragraph.contains(['{', '}', '\'', '!']), "{paragraph}");
            let is_source = paragraph.starts_with("Source: ");
            assert!(is_source || paragraph.ends_with('.'), "{paragraph}");
        }
    }
    let text = check(WORDS.calendar.name, NOW, &events);
    println!("{CALENDAR_FILE}:\n{text}");
}

#[test]
fn ahimas_due_day_says_how_it_was_found() {
    let mut profile = holder();
    profile.ahima_start = None;
    profile.hold_since(CredentialId::Ccs, Some(iso("2025-06-15")));
    let account = of(Body::Ahima, &profile, &[], today(), 0);
    let events = words::events(&account, today(), DateOrder::DayFirst);
    let [steady, due] = &events[..] else {
        panic!("{events:?}")
    };
    assert!(steady.description.contains("you still need 20 CEUs"));
    assert!(steady.description.contains("23 November 2026"));
    assert_eq!(due.day, iso("2027-06-14"));
    for part in [
        "AHIMA: CEUs are due",
        "day of the exam",
        "CEU Center",
        "asks 20 CEUs",
    ] {
        let said = format!("{} {}", due.summary, due.description);
        assert!(said.contains(part), "{part:?} in {said}");
    }
}
