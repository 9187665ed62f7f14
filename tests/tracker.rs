//! An entry as the body's own tracker asks for it, and what would be if.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use coderpath::app::DateOrder;
use coderpath::ledger::{LeadsTo, Pace};
use coderpath::log::{ALL_DOMAINS, AhimaSource, Approval, Domain, Entry, Pin};
use coderpath::rules::{Body, Ceus, CredentialId, Edition, Holdings};
use coderpath::words;
use common::{aapc_claim, ahima_claim, full_entry, iso, plain_entry};

// ---------------------------------------------------------------------------------------------------------------------
// The tracker

#[track_caller]
fn check(entry: &Entry, body: Body, expected: &[&str]) {
    let text = words::tracker_text(entry, body, DateOrder::MonthFirst);
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    let fields = words::tracker_fields(entry, body, DateOrder::MonthFirst);
    let lines: Vec<String> = fields
        .iter()
        .map(|(label, value)| format!("{label}: {value}"))
        .collect();
    assert_eq!(lines, expected);
}

#[test]
fn aapc_asks_for_the_index_number_first() {
    check(
        &full_entry(),
        Body::Aapc,
        &[
            "Index number: AAPC0510261200A",
            "Date: October 5, 2026",
            "Title: Modifiers “25” & 59",
            "Sponsor: Local chapter",
            "CEUs: 1.5",
            "Apply to: core, CPMA",
            "Certificate: On file",
        ],
    );
    // With a number the event's own data fills in the rest.
    let mut entry = plain_entry("Webinar", iso("2026-10-05"));
    entry.index_number = " X1 ".to_owned();
    entry.aapc = Some(aapc_claim(100));
    check(
        &entry,
        Body::Aapc,
        &[
            "Index number: X1",
            "Date: October 5, 2026",
            "Title: Webinar",
            "CEUs: 1",
            "Certificate: Not on file yet",
        ],
    );
}

#[test]
fn without_an_index_number_what_is_open_is_told() {
    let mut entry = plain_entry("A course,\nin two parts", iso("2026-10-05"));
    entry.index_number = "  ".to_owned();
    let mut claim = aapc_claim(50);
    claim.cms = true;
    claim.approved_for = vec![Approval("core".to_owned()), Approval("CPMA".to_owned())];
    claim.pin = Pin {
        due: None,
        credential: " CPMA".to_owned(),
    };
    entry.aapc = Some(claim);
    check(
        &entry,
        Body::Aapc,
        &[
            "Index number: None",
            "Date: October 5, 2026",
            "Title: A course, in two parts",
            "Sponsor: Not said yet",
            "CEUs: 0.5",
            "Apply to: CPMA",
            "Certificate: Not on file yet",
        ],
    );
}

#[test]
fn ahima_asks_for_units_domain_and_type() {
    check(
        &full_entry(),
        Body::Ahima,
        &[
            "Date: October 5, 2026",
            "CEUs: 1",
            "Title: Modifiers “25” & 59",
            "AHIMA domain: Revenue cycle management",
            "Activity type: Component State Association or Component Local Association",
        ],
    );
    let mut entry = plain_entry("", iso("2026-10-05"));
    entry.ahima = Some(ahima_claim(125));
    check(
        &entry,
        Body::Ahima,
        &[
            "Date: October 5, 2026",
            "CEUs: 1.25",
            "Title: Not said yet",
            "AHIMA domain: Not said yet",
            "Activity type: Not said yet",
        ],
    );
    for (source, told) in [
        (AhimaSource::Ahima, "AHIMA Activity"),
        (AhimaSource::Approved, "Prior Approved"),
        (AhimaSource::External, "External"),
    ] {
        entry.ahima.as_mut().unwrap().source = Some(source);
        let fields = words::tracker_fields(&entry, Body::Ahima, DateOrder::MonthFirst);
        assert_eq!(fields[4].1, told);
    }
    for domain in ALL_DOMAINS {
        entry.ahima.as_mut().unwrap().domain = Some(*domain);
        let fields = words::tracker_fields(&entry, Body::Ahima, DateOrder::MonthFirst);
        assert_eq!(fields[3].1, words::domain(*domain));
        assert_eq!(fields[3].1 == "Other", *domain == Domain::Other);
    }
}

#[test]
fn an_entry_says_nothing_to_a_body_that_it_does_not_count_for() {
    let mut entry = plain_entry("Webinar", iso("2026-10-05"));
    check(&entry, Body::Aapc, &[]);
    check(&entry, Body::Ahima, &[]);
    entry.aapc = Some(aapc_claim(100));
    check(&entry, Body::Ahima, &[]);
    // The reader's own order of a date.
    let text = words::tracker_text(&entry, Body::Aapc, DateOrder::DayFirst);
    assert!(text.contains("Date: 5 October 2026"), "{text}");
}

// ---------------------------------------------------------------------------------------------------------------------
// What if

#[track_caller]
fn check_what_if(held: &[CredentialId], others: u8, edition: Edition, expected: &[&str]) {
    let mut held: Holdings = held.iter().copied().collect();
    held.other_aapc = others;
    assert_eq!(words::what_if_lines(&held, edition), expected, "{held:?}");
}

#[test]
fn another_credential_would_add() {
    use CredentialId::{Ccs, CcsP, Coc, Cpc, CpcA, Rhia, Rhit};
    const CCS: &str = "CCS is AHIMA’s and counted apart: 20 CEUs every two years, on top of what you owe AAPC, in a cycle of their own.";
    let (article, latest) = (Edition::Article, Edition::Latest);
    let coc = "A CPC-H (now COC) would add 12 CEUs every two years (4 by AAPC’s later table).";
    check_what_if(&[], 0, article, &[]);
    check_what_if(&[Cpc], 0, article, &[coc, CCS]);
    check_what_if(&[CpcA], 0, article, &[coc, CCS]);
    check_what_if(
        &[Cpc],
        0,
        latest,
        &[
            "A CPC-H (now COC) would add 4 CEUs every two years (12 by the article’s table).",
            CCS,
        ],
    );
    check_what_if(
        &[Coc, Ccs],
        0,
        article,
        &["A CPC would add 12 CEUs every two years (4 by AAPC’s later table)."],
    );
    check_what_if(&[Cpc, Coc, Ccs], 0, article, &[]);
    // The fifth adds less by one table, and a sixth nothing by either.
    check_what_if(
        &[Cpc, Ccs],
        3,
        article,
        &["A CPC-H (now COC) would add 8 CEUs every two years (4 by AAPC’s later table)."],
    );
    check_what_if(
        &[Cpc, Ccs],
        4,
        article,
        &["A CPC-H (now COC) would add nothing: 80 is the most that AAPC asks."],
    );
    check_what_if(
        &[Cpc, Ccs],
        4,
        latest,
        &["A CPC-H (now COC) would add nothing: 52 is the most that AAPC asks."],
    );
    // AHIMA has one table, and a most.
    let first = |name: &str| {
        format!(
            "{name} is AAPC’s and counted apart: 36 CEUs every two years, on top of what you owe AHIMA, with a due date of their own."
        )
    };
    let of_aapc = ["CPC", "CPC-H (now COC)"].map(first);
    for (held, ccs) in [
        (&[CcsP][..], "A CCS would add 10 CEUs every two years."),
        (
            &[Rhia, Rhit, CcsP],
            "A CCS would add nothing: 50 is the most that AHIMA asks.",
        ),
    ] {
        check_what_if(held, 0, article, &[&of_aapc[0], &of_aapc[1], ccs]);
    }
}

#[test]
fn where_the_pace_leads_is_told() {
    let pace = |leads_to| Pace {
        since: iso("2025-02-01"),
        days: 661,
        counted: Ceus::whole(27),
        total: Ceus::whole(36),
        due: iso("2027-01-31"),
        leads_to,
    };
    let complete = pace(LeadsTo::Complete(iso("2027-01-15")));
    let short = pace(LeadsTo::Short("29.75".parse().unwrap()));
    for (pace, has_plans, said) in [
        (
            complete,
            false,
            "If you keep up this pace (27 CEUs since February 1, 2025), your total of 36 CEUs is complete around January 15, 2027, in time for January 31, 2027.",
        ),
        (
            short,
            false,
            "If you keep up this pace (27 CEUs since February 1, 2025), the period ends on January 31, 2027, with 29.75 of 36 CEUs.",
        ),
        (
            short,
            true,
            "If you keep up this pace (27 CEUs since February 1, 2025), the period ends on January 31, 2027, with 29.75 of 36 CEUs. What you have planned is not counted in this.",
        ),
    ] {
        assert_eq!(
            words::if_this_pace(&pace, has_plans, DateOrder::MonthFirst),
            said
        );
    }
}
