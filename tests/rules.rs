//! Every figure of `rules`, typed a second time by hand, and the laws that its amounts keep.
//!
//! A figure changes only together with its row here. The rows were typed from the bodies' pages, not from `src`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fmt::Debug;

use chrono::NaiveDate;
use coderpath::picker::{
    self, Answers, Choice, Neighbour, Outcome, QUESTIONS, Question, QuestionId, Reason,
};
use coderpath::rules::{
    ACTIVITIES, AHIMA_BASE, AHIMA_EXTRA, AHIMA_HIIM_PERCENT, AHIMA_LARGE_BASE, AHIMA_MOST,
    AHIMA_OWN_FROM, AHIMA_OWN_PERCENT, ALL_CREDENTIALS, Activity, Added, Assumption, Body,
    CATALOGUE, CYCLE_MONTHS, Ceus, CeusError, Cited, CodeSet, CredentialId, DISAGREEMENTS,
    Disagreement, Edition, Employers, EntryRoute, Evidence, ExamFee, ExamForm, FINDINGS, Finding,
    FindingId, Holdings, InForce, Membership, PATHS, PRORATION, Pace, PastExam, Prerequisite,
    READ_ON, Requirement, RuleGroup, RuleId, Setting, ShareKind, Source, WITH_SPECIFIC_MINIMUM,
    aapc_edition, aapc_requirement, adding, ahima_requirement, is_due_for_a_check, prorated,
    requirement, source,
};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn with_others(named: impl IntoIterator<Item = CredentialId>, other_aapc: u8) -> Holdings {
    let mut held: Holdings = named.into_iter().collect();
    held.other_aapc = other_aapc;
    held
}

/// "CPC CCS" as holdings; a number stands for that many further certifications of AAPC.
fn holdings(codes: &str) -> Holdings {
    let mut other_aapc = 0;
    let mut named = Vec::new();
    for code in codes.split_whitespace() {
        match code.parse() {
            Ok(others) => other_aapc = others,
            Err(_) => named.push(
                CredentialId::from_code(code).unwrap_or_else(|| panic!("no credential {code}")),
            ),
        }
    }
    with_others(named, other_aapc)
}

// ---------------------------------------------------------------------------------------------------------------------
// AAPC

/// One row of AAPC's tables: certifications, the edition, and every figure that follows, the pace in hundredths.
#[track_caller]
fn check_aapc(
    edition: Edition,
    certifications: u32,
    [total, per_month, one_more_adds, other, difference]: [u32; 5],
    is_exact: bool,
) {
    let case = format!("{certifications} by {edition:?}");
    let owed = aapc_requirement(certifications, edition).expect(&case);
    assert_eq!(owed.certifications, certifications, "{case}");
    assert_eq!(owed.total, Ceus::whole(total), "{case}: total");
    assert_eq!(
        owed.pace.per_month,
        Ceus::hundredths(per_month),
        "{case}: a month"
    );
    assert_eq!(owed.pace.is_exact, is_exact, "{case}: exact pace");
    assert_eq!(
        owed.one_more_adds,
        Ceus::whole(one_more_adds),
        "{case}: one more"
    );
    assert_eq!(owed.edition.edition, edition, "{case}: edition");
    assert_ne!(owed.other.edition.edition, edition, "{case}: other edition");
    assert_eq!(owed.other.total, Ceus::whole(other), "{case}: other total");
    assert_eq!(
        owed.other.difference,
        Ceus::whole(difference),
        "{case}: difference"
    );
    assert_eq!(owed.assumptions, [], "{case}: assumptions");
}

#[test]
fn aapc_by_the_articles_table() {
    //                                total  a month  one more  other  difference
    check_aapc(Edition::Article, 1, [36, 150, 12, 36, 0], true);
    check_aapc(Edition::Article, 2, [48, 200, 12, 40, 8], true);
    check_aapc(Edition::Article, 3, [60, 250, 12, 44, 16], true);
    check_aapc(Edition::Article, 4, [72, 300, 8, 48, 24], true);
    check_aapc(Edition::Article, 5, [80, 333, 0, 52, 28], false);
    check_aapc(Edition::Article, 6, [80, 333, 0, 52, 28], false);
    check_aapc(Edition::Article, u32::MAX, [80, 333, 0, 52, 28], false);
}

#[test]
fn aapc_by_the_latest_table() {
    //                               total  a month  one more  other  difference
    check_aapc(Edition::Latest, 1, [36, 150, 4, 36, 0], true);
    check_aapc(Edition::Latest, 2, [40, 167, 4, 48, 8], false);
    check_aapc(Edition::Latest, 3, [44, 183, 4, 60, 16], false);
    check_aapc(Edition::Latest, 4, [48, 200, 4, 72, 24], true);
    check_aapc(Edition::Latest, 5, [52, 217, 0, 80, 28], false);
    check_aapc(Edition::Latest, 6, [52, 217, 0, 80, 28], false);
    check_aapc(Edition::Latest, u32::MAX, [52, 217, 0, 80, 28], false);
}

#[test]
fn aapc_asks_nothing_for_nothing() {
    assert_eq!(aapc_requirement(0, Edition::Article), None);
    assert_eq!(aapc_requirement(0, Edition::Latest), None);
}

#[test]
fn the_articles_table_is_the_default_and_its_beginning_is_not_claimed() {
    assert_eq!(Edition::default(), Edition::Article);
    assert_eq!(aapc_edition(Edition::Article).in_force, InForce::Unknown);
    assert_eq!(
        aapc_edition(Edition::Latest).in_force,
        InForce::By(day(2015, 8, 31))
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// AHIMA

/// The holder of `codes` owes AHIMA `total`; `[hiim, own]` are its shares, `one_more` what one more coding credential
/// adds, `per_month` the pace in hundredths.
#[track_caller]
fn check_ahima(
    codes: &str,
    total: u32,
    [hiim, own]: [u32; 2],
    one_more: u32,
    per_month: u32,
    is_exact: bool,
) {
    let owed = ahima_requirement(&holdings(codes)).expect(codes);
    assert_eq!(owed.total, Ceus::whole(total), "{codes}: total");
    let shares: Vec<_> = owed
        .shares
        .iter()
        .map(|share| (share.kind, share.percent, share.at_least, share.cycles_from))
        .collect();
    assert_eq!(
        shares,
        [
            (
                ShareKind::HiimDomains,
                80,
                Ceus::whole(hiim),
                InForce::Unknown
            ),
            (
                ShareKind::AhimaSources,
                40,
                Ceus::whole(own),
                InForce::From(day(2025, 1, 1))
            ),
        ],
        "{codes}: shares"
    );
    assert_eq!(
        owed.one_more_adds,
        Ceus::whole(one_more),
        "{codes}: one more"
    );
    assert_eq!(
        (owed.pace.per_month, owed.pace.is_exact),
        (Ceus::hundredths(per_month), is_exact),
        "{codes}: pace"
    );
}

#[test]
fn ahima_by_what_is_held() {
    // One credential of the smaller base.
    for one in ["CCS", "CCS-P", "CCA", "RHIT", "CHTS"] {
        check_ahima(one, 20, [16, 8], 10, 83, false);
    }
    // One of the larger base.
    for one in ["RHIA", "CHPS", "CHDA", "CDIP", "CPHI"] {
        check_ahima(one, 30, [24, 12], 10, 125, true);
    }
    // Ten more for each further one, whichever it is.
    check_ahima("CCS CCS-P", 30, [24, 12], 10, 125, true);
    check_ahima("CCS CCS-P CCA", 40, [32, 16], 10, 167, false);
    check_ahima("CCS CCS-P CCA RHIT", 50, [40, 20], 0, 208, false);
    check_ahima("RHIA CCS", 40, [32, 16], 10, 167, false);
    check_ahima("RHIA CHPS", 40, [32, 16], 10, 167, false);
    check_ahima("RHIA CCS CCS-P", 50, [40, 20], 0, 208, false);
    // Fifty at most.
    check_ahima("CCS CCS-P CCA RHIT CHTS", 50, [40, 20], 0, 208, false);
    check_ahima("RHIA CCS CCS-P CCA", 50, [40, 20], 0, 208, false);
    check_ahima("RHIA CHPS CHDA CDIP CPHI", 50, [40, 20], 0, 208, false);
    check_ahima(
        "RHIA CHPS CHDA CDIP CPHI CCS CCS-P CCA RHIT CHTS",
        50,
        [40, 20],
        0,
        208,
        false,
    );
    // AAPC's credentials are not AHIMA's.
    check_ahima("CPC COC CIC CCS", 20, [16, 8], 10, 83, false);
}

#[test]
fn ahima_asks_nothing_of_a_holder_of_none_of_its_credentials() {
    assert_eq!(ahima_requirement(&holdings("")), None);
    assert_eq!(ahima_requirement(&holdings("CPC COC CIC")), None);
}

#[test]
fn ahimas_figures() {
    let figures = [&AHIMA_BASE, &AHIMA_LARGE_BASE, &AHIMA_EXTRA, &AHIMA_MOST];
    assert_eq!(
        figures.map(|figure| figure.value),
        [20, 30, 10, 50].map(Ceus::whole)
    );
}

#[test]
fn the_base_is_the_larger_one_where_any_held_credential_has_it() {
    let base = |codes| ahima_requirement(&holdings(codes)).unwrap().base.value;
    assert_eq!(base("CCS"), Ceus::whole(20));
    assert_eq!(base("CCS CCS-P RHIT"), Ceus::whole(20));
    assert_eq!(base("CCS CDIP"), Ceus::whole(30));
    assert_eq!(base("RHIA"), Ceus::whole(30));
}

// ---------------------------------------------------------------------------------------------------------------------
// Both bodies

/// What the holder of `codes` owes to each body by the article's table and by the latest; a dash is nothing.
#[track_caller]
fn check_both(codes: &str, article: &str, latest: &str, ahima: &str) {
    let total = |total: Option<Ceus>| total.map_or("-".to_owned(), |total| total.to_string());
    let owed = |edition| requirement(&holdings(codes), edition);
    let [by_article, by_latest] = [Edition::Article, Edition::Latest].map(owed);
    let aapc = |owed: &Requirement| total(owed.aapc.as_ref().map(|aapc| aapc.total));
    assert_eq!(aapc(&by_article), article, "{codes}: AAPC by the article");
    assert_eq!(aapc(&by_latest), latest, "{codes}: AAPC by the latest");
    assert_eq!(
        total(by_latest.ahima.as_ref().map(|ahima| ahima.total)),
        ahima,
        "{codes}: AHIMA"
    );
    assert_eq!(
        by_article.ahima, by_latest.ahima,
        "{codes}: AAPC's editions are not AHIMA's"
    );
}

#[test]
fn the_bodies_are_owed_apart() {
    //          held                                    article  latest  AHIMA
    check_both("", "-", "-", "-");
    check_both("CPC", "36", "36", "-");
    check_both("CCS", "-", "-", "20");
    check_both("CPC CCS", "36", "36", "20");
    check_both("CPC COC", "48", "40", "-");
    check_both("CPC CPC-H", "48", "40", "-");
    check_both("CPC COC CCS", "48", "40", "20");
    check_both("CPC COC CIC", "60", "44", "-");
    check_both("CPC COC CIC CRC", "72", "48", "-");
    check_both("CPC COC CIC CRC CPMA", "80", "52", "-");
    check_both("CPC COC CIC CRC CPMA CDEO", "80", "52", "-");
    check_both("CPC CCS CCS-P", "36", "36", "30");
    check_both("RHIA CCS CCS-P CPC COC", "48", "40", "50");
}

#[test]
fn an_apprentices_credential_is_one_and_owes_the_same() {
    check_both("CPC-A", "36", "36", "-");
    check_both("CPC CPC-A", "36", "36", "-");
    check_both("CPC-A COC-A", "48", "40", "-");
    check_both("CPC CPC-A COC COC-A", "48", "40", "-");
    check_both("CPC-A CCS", "36", "36", "20");
}

#[test]
fn further_certifications_of_aapc_count_with_the_named_ones() {
    check_both("1", "36", "36", "-");
    check_both("CPC 1", "48", "40", "-");
    check_both("CPC CPC-A 3", "72", "48", "-");
    check_both("CPC CCS 4", "80", "52", "20");
    check_both("255", "80", "52", "-");
}

#[track_caller]
fn check_assumptions(codes: &str, aapc: &[Assumption], ahima: &[Assumption]) {
    let owed = requirement(&holdings(codes), Edition::Article);
    let owed_aapc = owed.aapc.map_or(Vec::new(), |owed| owed.assumptions);
    let owed_ahima = owed.ahima.map_or(Vec::new(), |owed| owed.assumptions);
    assert_eq!(owed_aapc, aapc, "{codes}: AAPC");
    assert_eq!(owed_ahima, ahima, "{codes}: AHIMA");
}

#[test]
fn what_no_source_says_is_named() {
    use Assumption::{
        AhimaExtraIsOlder, ApprenticesOweTheSame, BodiesCountApart, OlderAhimaCycles,
        SpecificMinimumNotShown,
    };
    check_assumptions("", &[], &[]);
    check_assumptions("CPC", &[], &[]);
    check_assumptions("CPC COC", &[], &[]);
    check_assumptions("CPC-A", &[ApprenticesOweTheSame], &[]);
    // One of the smaller base owes a figure of later copies too, but what one more would add stands on the older one.
    check_assumptions("CCS", &[], &[OlderAhimaCycles, AhimaExtraIsOlder]);
    check_assumptions("RHIA", &[], &[OlderAhimaCycles, AhimaExtraIsOlder]);
    check_assumptions("CCS CCS-P", &[], &[OlderAhimaCycles, AhimaExtraIsOlder]);
    check_assumptions(
        "CCS CCS-P CCA RHIT CHTS",
        &[],
        &[OlderAhimaCycles, AhimaExtraIsOlder],
    );
    check_assumptions(
        "CPC CCS",
        &[BodiesCountApart],
        &[OlderAhimaCycles, AhimaExtraIsOlder, BodiesCountApart],
    );
    check_assumptions(
        "COC-A CCS RHIT",
        &[BodiesCountApart, ApprenticesOweTheSame],
        &[OlderAhimaCycles, AhimaExtraIsOlder, BodiesCountApart],
    );
    // Those with a specific minimum, by either edition; any other certification may be such a one.
    for with in ["CIRCC", "CPMA", "CPCO", "CPPM", "CDEO", "1"] {
        check_assumptions(with, &[SpecificMinimumNotShown], &[]);
    }
    for without in ["CPC COC", "CIC", "COC", "CRC"] {
        check_assumptions(without, &[], &[]);
    }
    check_assumptions(
        "CPC-A CPMA 1",
        &[ApprenticesOweTheSame, SpecificMinimumNotShown],
        &[],
    );
}

#[test]
fn pace() {
    assert_eq!(CYCLE_MONTHS, 24);
    // Total, hundredths a month, whether that is exact.
    let cases = [
        (20, 83, false),
        (30, 125, true),
        (36, 150, true),
        (40, 167, false),
        (44, 183, false),
        (48, 200, true),
        (50, 208, false),
        (52, 217, false),
        (60, 250, true),
        (72, 300, true),
        (80, 333, false),
        (0, 0, true),
    ];
    for (total, per_month, is_exact) in cases {
        let pace = Pace {
            per_month: Ceus::hundredths(per_month),
            is_exact,
        };
        assert_eq!(Pace::of(Ceus::whole(total)), pace, "{total}");
    }
    assert_eq!(
        Pace::of(Ceus::hundredths(2850)).per_month,
        Ceus::hundredths(119),
        "28.5 in 24 months is 1.1875 a month"
    );
}

#[test]
fn shares_are_rounded_up_to_a_hundredth() {
    // Hundredths of the total, per cent, hundredths of the least part.
    let cases = [
        (2000, 80, 1600),
        (2000, 40, 800),
        (3000, 80, 2400),
        (3000, 40, 1200),
        (5000, 80, 4000),
        (5000, 40, 2000),
        (2850, 80, 2280),
        (1250, 40, 500),
        (1, 80, 1),
        (1, 40, 1),
        (3, 40, 2),
        (0, 80, 0),
        (2000, 0, 0),
        (2000, 100, 2000),
    ];
    for (total, percent, least) in cases {
        assert_eq!(
            Ceus::hundredths(total).at_least_percent(percent),
            Ceus::hundredths(least),
            "{percent} % of {total} hundredths"
        );
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Credentials

#[test]
fn every_credential_has_its_body_and_its_code() {
    let aapc = "CPC CPC-A COC COC-A CIC CRC CIRCC CPMA CPCO CPPM CDEO";
    let ahima = "CCS CCS-P CCA RHIT CHTS RHIA CHPS CHDA CDIP CPHI";
    let codes: Vec<_> = ALL_CREDENTIALS.iter().map(|id| id.code()).collect();
    let by_hand: Vec<_> = aapc
        .split_whitespace()
        .chain(ahima.split_whitespace())
        .collect();
    assert_eq!(codes, by_hand);
    for &id in ALL_CREDENTIALS {
        assert_eq!(CredentialId::from_code(id.code()), Some(id));
        let is_aapc = aapc.split_whitespace().any(|code| code == id.code());
        assert_eq!(id.body() == Body::Aapc, is_aapc, "{id:?}");
        assert_eq!(id.full().body(), id.body(), "{id:?}");
        assert_eq!(id.full() != id, id.is_apprentice(), "{id:?}");
        assert_eq!(id.code().ends_with("-A"), id.is_apprentice(), "{id:?}");
    }
}

#[test]
fn codes_are_read_under_todays_name_and_the_older_one() {
    let cases = [
        ("CPC-H", Some(CredentialId::Coc)),
        ("CPC-H-A", Some(CredentialId::CocA)),
        ("COC", Some(CredentialId::Coc)),
        ("CSS", None),
        ("cpc", None),
        (" CPC", None),
        ("", None),
    ];
    for (code, id) in cases {
        assert_eq!(CredentialId::from_code(code), id, "{code:?}");
    }
}

#[track_caller]
fn check_credential(
    code: &str,
    names: (&str, Option<&str>),
    setting: Setting,
    code_sets: &[CodeSet],
    exam: (u32, u32, ExamForm),
    prerequisite: Prerequisite,
) {
    let facts = CredentialId::from_code(code).unwrap().facts().unwrap();
    assert_eq!((facts.name, facts.formerly), names, "{code}");
    assert_eq!(facts.setting.value, setting, "{code}");
    assert_eq!(facts.code_sets.value, code_sets, "{code}");
    let form = facts.exam.value;
    assert_eq!((form.items, form.hours, form.form), exam, "{code}");
    assert_eq!(facts.prerequisite.value, prerequisite, "{code}");
}

#[test]
fn the_three_credentials() {
    check_credential(
        "CPC",
        ("Certified Professional Coder", None),
        Setting::Professional,
        &[CodeSet::Cpt, CodeSet::Hcpcs, CodeSet::Icd10Cm],
        (100, 4, ExamForm::MultipleChoice),
        Prerequisite::OpenWithApprenticeship,
    );
    check_credential(
        "COC",
        ("Certified Outpatient Coder", Some("CPC-H")),
        Setting::HospitalOutpatient,
        &[
            CodeSet::Cpt,
            CodeSet::Hcpcs,
            CodeSet::Icd10Cm,
            CodeSet::ApcOpps,
            CodeSet::Ub04,
        ],
        (100, 4, ExamForm::MultipleChoice),
        Prerequisite::OpenWithApprenticeship,
    );
    check_credential(
        "CCS",
        ("Certified Coding Specialist", None),
        Setting::HospitalInpatient,
        &[CodeSet::Icd10Cm, CodeSet::Icd10Pcs, CodeSet::Cpt],
        (107, 4, ExamForm::MultipleChoiceAndScenarios),
        Prerequisite::DiplomaExperienceRecommended,
    );
    let paths: Vec<_> = PATHS.iter().map(|credential| credential.id).collect();
    let order: Vec<_> = picker::Path::ALL
        .iter()
        .map(|path| path.credential())
        .collect();
    assert_eq!(
        paths, order,
        "the order for ties is one order, wherever it stands"
    );
    for id in ALL_CREDENTIALS {
        assert_eq!(id.facts().is_some(), paths.contains(id), "{id:?}");
    }
}

/// What the comparison tells beyond that: the exam of the article's days, what was required then, fee and dues.
#[track_caller]
fn check_compared(
    code: &str,
    exam_then: Option<(u32, u32, Option<[u32; 3]>)>,
    routes_then: Option<&[EntryRoute]>,
    fee: ExamFee,
    membership: Membership,
    employers: Employers,
) {
    let facts = CredentialId::from_code(code).unwrap().facts().unwrap();
    let then = facts.exam_then.map(|exam| {
        let PastExam {
            questions,
            minutes,
            cases,
        } = exam.value;
        let cases = cases.map(|cases| [cases.inpatient, cases.outpatient, cases.minutes]);
        (questions, minutes, cases)
    });
    assert_eq!(then, exam_then, "{code}");
    assert_eq!(facts.routes_then.map(|routes| routes.value), routes_then);
    assert_eq!(facts.fee.value, fee, "{code}");
    assert_eq!(facts.membership.value, membership, "{code}");
    assert_eq!(facts.employers.value, employers, "{code}");
}

#[test]
fn the_three_credentials_compared() {
    use coderpath::rules::reported::CPC_FEE_ELSEWHERE;
    let aapc_dues = Membership::Required {
        dues: 222,
        students: 157,
        by_own_page: 190,
    };
    check_compared(
        "CPC",
        Some((150, 5 * 60 + 40, None)),
        None,
        ExamFee::ByAttempts {
            one: 425,
            elsewhere: Some(&CPC_FEE_ELSEWHERE),
            two: 499,
        },
        aapc_dues,
        Employers::Practices,
    );
    check_compared(
        "COC",
        None,
        None,
        ExamFee::ByAttempts {
            one: 399,
            elsewhere: None,
            two: 499,
        },
        aapc_dues,
        Employers::HospitalOutpatient,
    );
    check_compared(
        "CCS",
        Some((60, 60, Some([6, 7, 180]))),
        Some(&[
            EntryRoute::Credential,
            EntryRoute::Training,
            EntryRoute::TwoYears,
            EntryRoute::CredentialAndOneYear,
        ]),
        ExamFee::ByMembership {
            members: 299,
            others: 399,
        },
        Membership::Optional,
        Employers::Hospitals,
    );
}

#[test]
fn what_aapc_grants_for_an_activity() {
    let rules: Vec<_> = ACTIVITIES
        .iter()
        .map(|rule| {
            let worth = rule
                .worth
                .map(|worth| worth.value.map(|grant| (grant.minutes, grant.ceus)));
            (rule.activity.value, worth)
        })
        .collect();
    assert_eq!(
        rules,
        [
            (
                Activity::Events,
                Some([(60, Ceus::whole(1)), (30, Ceus::hundredths(50))])
            ),
            (Activity::Teaching, None),
            (Activity::CourseWork, None),
        ]
    );
}

#[test]
fn holdings_know_what_they_hold() {
    let held = holdings("CPC-A CCS 2");
    assert!(held.holds(CredentialId::Cpc) && held.holds(CredentialId::CpcA));
    assert!(held.holds(CredentialId::Ccs) && !held.holds(CredentialId::Coc));
    assert_eq!((held.count(Body::Aapc), held.count(Body::Ahima)), (3, 1));
    assert!(!held.is_empty() && !holdings("1").is_empty() && holdings("").is_empty());
}

// ---------------------------------------------------------------------------------------------------------------------
// Sources

#[test]
fn every_source_is_complete() {
    let compiled_on = day(2026, 11, 23);
    assert_eq!(READ_ON, compiled_on);
    for source in source::ALL {
        let title = source.title;
        assert!(
            !title.is_empty() && title.trim() == title,
            "title {title:?}"
        );
        let address = source
            .url
            .strip_prefix("https://")
            .or_else(|| source.url.strip_prefix("http://"))
            .unwrap_or_else(|| panic!("{title}: {}", source.url));
        let (host, path) = address.split_once('/').unwrap_or((address, ""));
        assert!(
            host.contains('.') && !path.is_empty(),
            "{title}: {}",
            source.url
        );
        assert!(
            source.url.chars().all(|c| c.is_ascii_graphic()),
            "{title}: {}",
            source.url
        );
        match source.copy {
            source::CopyDate::Day(day) | source::CopyDate::DayByWeekday(day) => {
                assert!(day <= compiled_on, "{title}: {day}");
            }
            source::CopyDate::About(hint) => {
                assert!(
                    hint.contains(|c: char| c.is_ascii_digit()),
                    "{title}: {hint:?}"
                );
            }
            source::CopyDate::Undated => {}
        }
        assert_eq!(source.read_on, compiled_on, "{title}");
    }
}

#[test]
fn no_two_sources_are_the_same() {
    let distinct = |what: &str, keys: Vec<String>| {
        let mut seen = BTreeSet::new();
        for key in keys {
            assert!(
                seen.insert(key.clone()),
                "two sources with one {what}: {key}"
            );
        }
    };
    let of = |key: fn(&Source) -> String| source::ALL.iter().map(|source| key(source)).collect();
    distinct("title", of(|source| source.title.to_owned()));
    // A page can be cited twice, as two copies of different days.
    distinct(
        "copy of a page",
        of(|source| format!("{} {:?}", source.url, source.copy)),
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// Mechanics, what is reported, and the lists of rules and findings

#[test]
fn figures_of_the_mechanics() {
    use coderpath::rules::mechanics as m;
    let counts = [
        (&m::AAPC_MINUTES_PER_CEU, 60),
        (&m::AAPC_QUIZ_MONTHS, 12),
        (&m::AAPC_WINDOW_MONTHS, 1),
        (&m::AAPC_WINDOW_MONTHS_2008, 2),
        (&m::AAPC_VERIFIED_PERCENT, 25),
        (&m::AAPC_PROOF_DAYS, 30),
        (&m::AAPC_KEEP_PROOF_MONTHS, 6),
        (&m::AAPC_EXTENSION_DOLLARS, 50),
        (&m::AAPC_REVOKED_AFTER_DAYS, 90),
        (&m::AAPC_FINAL_NOTICE_DAY, 75),
        (&m::AAPC_GRACE_DAYS, 30),
        (&m::AAPC_GRACE_DAYS_BY_POLICY, 10),
        (&m::AAPC_LATE_DOLLARS, 50),
        (&m::AAPC_REINSTATE_YEARS, 3),
        (&m::AAPC_REINSTATE_DOLLARS, 200),
        (&m::AAPC_APPRENTICE_YEARS, 2),
        (&m::AAPC_APPRENTICE_YEARS_WITH_COURSE, 1),
        (&m::AAPC_APPRENTICE_COURSE_HOURS, 80),
        (&m::AHIMA_MINUTES_PER_CEU, 60),
        (&m::AHIMA_LEAST_MINUTES, 45),
        (&m::AHIMA_FEE_DOLLARS, 218),
        (&m::AHIMA_FEE_FURTHER_DOLLARS, 50),
        (&AHIMA_HIIM_PERCENT, 80),
        (&AHIMA_OWN_PERCENT, 40),
    ];
    for (nth, (figure, by_hand)) in counts.into_iter().enumerate() {
        assert_eq!(figure.value, by_hand, "figure {nth}");
        check_cited(nth, figure);
    }
    let amounts = [
        (&m::AAPC_PRORATED_MONTHLY, 150),
        (&m::AAPC_SMALLEST_STEP, 50),
        (&m::AHIMA_SELF_REVIEW_CEUS, 500),
    ];
    for (figure, hundredths) in amounts {
        assert_eq!(figure.value, Ceus::hundredths(hundredths));
        check_cited(hundredths, figure);
    }
    for (part, named, specialty) in [
        (&m::AAPC_SPECIFIC_ARTICLE, 24, 16),
        (&m::AAPC_SPECIFIC_LATEST, 16, 8),
    ] {
        let amounts = (part.value.named, part.value.specialty);
        assert_eq!(amounts, (Ceus::whole(named), Ceus::whole(specialty)));
        check_cited(named, part);
    }
    let vendors = ["ZHealth", "MedLearn", "Medical Asset Management"];
    assert_eq!(m::AAPC_CIRCC_VENDORS.value, vendors);
    check_cited(3, &m::AAPC_CIRCC_VENDORS);
    for named in m::WITH_NAMED_MINIMUM {
        assert!(WITH_SPECIFIC_MINIMUM.contains(&named), "{named:?}");
    }
    for (date, by_hand) in [
        (&m::AAPC_COUNTS_TWICE_FROM, day(2012, 10, 1)),
        (&m::AHIMA_SELF_REVIEW_ENDED, day(2021, 1, 1)),
        (&m::AHIMA_NEW_POLICY_FROM, day(2024, 1, 1)),
    ] {
        assert_eq!(date.value, by_hand);
        check_cited(by_hand, date);
    }
    assert_eq!(AHIMA_OWN_FROM, InForce::From(day(2025, 1, 1)));
    // One figure, two constants: a month's part of one certification, and the step that an amount is measured by.
    let alone = aapc_requirement(1, Edition::Latest).unwrap();
    assert_eq!(m::AAPC_PRORATED_MONTHLY.value, alone.pace.per_month);
    assert!(m::AAPC_SMALLEST_STEP.value.is_in_halves());
}

#[test]
fn what_is_reported() {
    use coderpath::rules::reported as n;
    for (fees, lower, higher) in [
        (&n::CPC_FEES, 425, 499),
        (&n::COC_FEES, 399, 499),
        (&n::CCS_FEES, 299, 399),
    ] {
        assert_eq!((fees.value.lower, fees.value.higher), (lower, higher));
        check_cited(lower, fees);
    }
    for (figure, by_hand) in [
        (&n::CPC_FEE_ELSEWHERE, 399),
        (&n::AAPC_DUES_BY_OWN_PAGE, 190),
        (&n::AAPC_DUES_BEFORE, 125),
        (&n::CPC_PASS_PERCENT, 70),
        (&n::CCS_FIRST_TIME_PERCENT, 84),
        (&n::CPC_HOLDERS, 105_000),
        (&n::CCS_HOLDERS, 36_925),
        (&n::CPC_PAY_2012, 47_796),
        (&n::CPC_H_PAY_2012, 56_466),
    ] {
        assert_eq!(figure.value, by_hand);
        check_cited(by_hand, figure);
    }
    let dues = n::AAPC_DUES.value;
    assert_eq!((dues.most, dues.students), (222, 157));
    check_cited("dues", &n::AAPC_DUES);
    for (exam, questions, cases) in [
        (&n::CCS_EXAM_ELSEWHERE, 97, 13),
        (&n::CCS_EXAM_OUTLINE, 97, 8),
    ] {
        assert_eq!((exam.value.questions, exam.value.cases), (questions, cases));
        check_cited(cases, exam);
    }
    for (exam, items, minutes) in [
        (&n::CPC_EXAM_BEFORE, 150, 340),
        (&n::COC_EXAM_ELSEWHERE, 350, 340),
        (&n::CCA_EXAM, 105, 120),
    ] {
        assert_eq!((exam.value.items, exam.value.minutes), (items, minutes));
        check_cited(items, exam);
    }
    let ccs = n::CCS_EXAM_BEFORE.value;
    assert_eq!(
        (ccs.questions, ccs.cases, ccs.outpatient_cases),
        (60, 13, 7)
    );
    check_cited("CCS", &n::CCS_EXAM_BEFORE);
    assert_eq!(n::AAPC_YEARLY_PACE_2008.value, Ceus::whole(18));
    check_cited("pace", &n::AAPC_YEARLY_PACE_2008);
    let tracker = n::FIRST_TRACKER.value;
    assert_eq!((tracker.asked, tracker.months), (Ceus::whole(27), 18));
    check_cited("tracker", &n::FIRST_TRACKER);
}

#[track_caller]
fn check_cited<T>(at: impl Debug, cited: &Cited<T>) {
    assert!(!cited.sources.is_empty(), "{at:?} cites nothing");
    for source in cited.sources {
        assert!(source::ALL.contains(source), "{at:?}: {}", source.title);
    }
}

#[test]
fn every_rule_is_listed_once_and_stands_with_its_group() {
    use coderpath::words;
    let mut names = BTreeSet::new();
    for rule in &CATALOGUE {
        let same = CATALOGUE.iter().filter(|other| other.id == rule.id).count();
        assert_eq!(same, 1, "{:?}", rule.id);
        let name = words::rule_name(rule.id);
        assert!(
            names.insert((words::rule_group(rule.group), name)),
            "{name} twice"
        );
        for source in rule.sources() {
            assert!(
                source::ALL.contains(&source),
                "{:?}: {}",
                rule.id,
                source.title
            );
        }
        assert!(rule.sources().next().is_some(), "{:?} has no page", rule.id);
    }
    let groups: Vec<_> = CATALOGUE.iter().map(|rule| rule.group).collect();
    let mut seen = Vec::new();
    for group in groups {
        if seen.last() != Some(&group) {
            assert!(!seen.contains(&group), "{group:?} is torn apart");
            seen.push(group);
        }
    }
    assert_eq!(seen, RuleGroup::ALL);
}

/// The dates that are known, by hand; of every other rule none was found.
#[test]
fn since_when_rules_apply() {
    let known = [
        (RuleId::AapcLatestTable, InForce::By(day(2015, 8, 31))),
        (RuleId::AapcCountsTwice, InForce::From(day(2012, 10, 1))),
        (RuleId::AhimaOwnShare, InForce::From(day(2025, 1, 1))),
        (RuleId::AhimaDomains, InForce::By(day(2025, 10, 9))),
        (RuleId::AhimaSelfReview, InForce::From(day(2021, 1, 1))),
    ];
    for rule in &CATALOGUE {
        let by_hand = known.iter().find(|(id, _)| *id == rule.id);
        let by_hand = by_hand.map_or(InForce::Unknown, |(_, since)| *since);
        assert_eq!(rule.in_force, by_hand, "{:?}", rule.id);
    }
}

/// Rules that the bodies' own pages do not state as they stand, by hand.
#[test]
fn how_well_rules_are_founded() {
    for rule in &CATALOGUE {
        let by_hand = match rule.id {
            RuleId::BodiesCountApart
            | RuleId::AapcApprentice
            | RuleId::AapcProration
            | RuleId::AapcTeaching => Evidence::Inferred,
            RuleId::AapcStep | RuleId::AhimaClock | RuleId::AhimaDuties => Evidence::Secondary,
            _ => Evidence::Official,
        };
        assert_eq!(rule.evidence, by_hand, "{:?}", rule.id);
    }
}

#[test]
fn findings_and_disagreements_have_pages_where_there_are_any() {
    for (nth, point) in FINDINGS.iter().enumerate() {
        let same = FINDINGS.iter().filter(|other| other.id == point.id).count();
        assert_eq!(same, 1, "{:?}", point.id);
        let has_none = matches!(
            point.id,
            FindingId::Outpatient | FindingId::World | FindingId::Css
        );
        assert_eq!(
            point.sources().count() == 0,
            has_none,
            "{nth}: {:?}",
            point.id
        );
    }
    assert_eq!(FINDINGS.len(), 14);
    for point in &DISAGREEMENTS {
        assert!(point.sources().count() > 1, "{:?}", point.id);
    }
    let pages = FINDINGS.iter().flat_map(Finding::sources);
    for page in pages.chain(DISAGREEMENTS.iter().flat_map(Disagreement::sources)) {
        assert!(source::ALL.contains(&page), "{}", page.title);
    }
}

#[test]
fn pages_are_due_for_a_check_when_a_year_has_passed() {
    let read_on = day(2026, 11, 23);
    for (today, is_due) in [
        (read_on, false),
        (day(2020, 1, 1), false),
        (day(2027, 11, 22), false),
        (day(2027, 11, 23), false),
        (day(2027, 11, 24), true),
        (day(2030, 1, 1), true),
    ] {
        assert_eq!(is_due_for_a_check(read_on, today), is_due, "{today}");
    }
    // A leap day's year is over on the last of February.
    let leap = day(2028, 2, 29);
    assert!(!is_due_for_a_check(leap, day(2029, 2, 28)));
    assert!(is_due_for_a_check(leap, day(2029, 3, 1)));
    assert!(!is_due_for_a_check(NaiveDate::MAX, NaiveDate::MAX));
}

/// Citations, each with the place where it was met.
#[derive(Default)]
struct Citations(Vec<(String, &'static [&'static Source])>);

impl Citations {
    fn add(&mut self, at: impl Debug, sources: &'static [&'static Source]) {
        self.0.push((format!("{at:?}"), sources));
    }

    fn cited<T>(&mut self, at: impl Debug, cited: &Cited<T>) {
        self.add(at, cited.sources);
    }

    fn reasons(&mut self, at: impl Debug, reasons: &[Reason]) {
        for reason in reasons {
            self.cited((&at, reason.because), &reason.basis);
        }
    }
}

/// Everything that cites: the credentials, both tables, AHIMA's figures, the shares, the assumptions, the questions,
/// and the reasons and neighbours of the outcomes that show each of them.
fn citations() -> Citations {
    let mut all = Citations::default();
    for credential in PATHS {
        all.cited((credential.id, "setting"), &credential.setting);
        all.cited((credential.id, "code sets"), &credential.code_sets);
        all.cited((credential.id, "exam"), &credential.exam);
        all.cited((credential.id, "prerequisite"), &credential.prerequisite);
        if let Some(exam) = &credential.exam_then {
            all.cited((credential.id, "exam then"), exam);
        }
        if let Some(routes) = &credential.routes_then {
            all.cited((credential.id, "routes then"), routes);
        }
        all.cited((credential.id, "fee"), &credential.fee);
        all.cited((credential.id, "membership"), &credential.membership);
        all.cited((credential.id, "employers"), &credential.employers);
        all.cited((credential.id, "workday"), &credential.workday);
        assert_eq!(credential.workday.evidence, Evidence::Inferred);
    }
    for rule in &ACTIVITIES {
        all.cited(rule.activity.value, &rule.activity);
        if let Some(worth) = &rule.worth {
            all.cited((rule.activity.value, "worth"), worth);
        }
    }
    all.add("not scored", picker::NOT_SCORED);
    for edition in [Edition::Article, Edition::Latest] {
        all.cited(edition, &aapc_edition(edition).totals);
    }
    for (at, figure) in [
        ("base", &AHIMA_BASE),
        ("large base", &AHIMA_LARGE_BASE),
        ("extra", &AHIMA_EXTRA),
        ("most", &AHIMA_MOST),
    ] {
        all.cited(at, figure);
    }
    for share in ahima_requirement(&holdings("CCS")).unwrap().shares {
        all.add(share.kind, share.sources);
    }
    for assumption in [
        Assumption::BodiesCountApart,
        Assumption::ApprenticesOweTheSame,
        Assumption::SpecificMinimumNotShown,
        Assumption::AhimaExtraIsOlder,
        Assumption::OlderAhimaCycles,
    ] {
        assert_eq!(assumption.basis().evidence, Evidence::Inferred);
        all.cited(assumption, &assumption.basis());
    }
    for question in &QUESTIONS {
        all.add(question.id, question.sources);
    }
    // One answer each, and those that together name the neighbours.
    let mut answers: Vec<Vec<(QuestionId, Choice)>> = vec![
        vec![],
        vec![
            (QuestionId::Patients, Choice::Admitted),
            (QuestionId::Cases, Choice::LongRecords),
            (QuestionId::Experience, Choice::Beginner),
        ],
        vec![
            (QuestionId::Work, Choice::Providers),
            (QuestionId::Body, Choice::PrefersAhima),
        ],
    ];
    for question in &QUESTIONS {
        for option in Question::of(question.id).options {
            answers.push(vec![(question.id, option.choice)]);
        }
    }
    for given in answers {
        let mut answers = Answers::default();
        for &(question, choice) in &given {
            answers.give(question, choice).unwrap();
        }
        let Outcome::Recommend(result) = picker::outcome(&answers) else {
            continue;
        };
        all.reasons(&given, &result.reasons);
        if let Some(second) = &result.runner_up {
            all.reasons((&given, "runner-up"), &second.reasons);
        }
        for Neighbour {
            credential, basis, ..
        } in &result.neighbours
        {
            all.cited((&given, credential), basis);
        }
    }
    all
}

#[test]
fn every_citation_names_a_listed_source() {
    let Citations(all) = citations();
    for (at, sources) in &all {
        assert!(!sources.is_empty(), "{at} cites nothing");
        for (nth, source) in sources.iter().enumerate() {
            assert!(
                source::ALL.contains(source),
                "{at}: {} is not listed",
                source.title
            );
            assert!(
                !sources[..nth].contains(source),
                "{at}: {} twice",
                source.title
            );
        }
    }
    let reached = |part: &str| all.iter().any(|(at, _)| at.contains(part));
    for part in [
        "UsualStart",
        "OnlyOneLeft",
        "OrderForTies",
        "SpecificMinimumNotShown",
        "Cic",
        "Cca",
        "CcsP",
        "runner-up",
    ] {
        assert!(reached(part), "no citation of {part} was looked at");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Amounts

#[test]
fn amounts_that_a_person_types() {
    use CeusError::{Missing, NotANumber, NotPositive, TooFine, TooMuch};
    let cases: &[(&str, Result<u32, CeusError>)] = &[
        // Plain.
        ("1", Ok(100)),
        ("12", Ok(1200)),
        ("999", Ok(99900)),
        ("1.5", Ok(150)),
        ("1,5", Ok(150)),
        ("0.25", Ok(25)),
        ("0.01", Ok(1)),
        (".5", Ok(50)),
        (",5", Ok(50)),
        ("1.", Ok(100)),
        ("57.5", Ok(5750)),
        // Zeros that say nothing.
        ("1.50", Ok(150)),
        ("1.0", Ok(100)),
        ("007", Ok(700)),
        ("00000000000000000001.5", Ok(150)),
        // Space around.
        (" 1.5 ", Ok(150)),
        ("\t2\n", Ok(200)),
        ("\u{a0}2\u{a0}", Ok(200)),
        // Nothing.
        ("", Err(Missing)),
        ("   ", Err(Missing)),
        // Not a number.
        (".", Err(NotANumber)),
        (",", Err(NotANumber)),
        ("one", Err(NotANumber)),
        ("-1", Err(NotANumber)),
        ("+1", Err(NotANumber)),
        ("1e2", Err(NotANumber)),
        ("1 5", Err(NotANumber)),
        ("1.5.0", Err(NotANumber)),
        ("1,000.50", Err(NotANumber)),
        ("1.5 CEUs", Err(NotANumber)),
        ("½", Err(NotANumber)),
        ("٣", Err(NotANumber)),
        ("１", Err(NotANumber)),
        ("NaN", Err(NotANumber)),
        ("inf", Err(NotANumber)),
        // Worth nothing.
        ("0", Err(NotPositive)),
        ("0.00", Err(NotPositive)),
        ("000", Err(NotPositive)),
        (".0", Err(NotPositive)),
        // Too fine.
        ("1.255", Err(TooFine)),
        ("0.001", Err(TooFine)),
        ("1,005", Err(TooFine)),
        // A comma and three digits look like thousands, whether or not they are zeros.
        ("1,000", Err(TooFine)),
        ("2,500", Err(TooFine)),
        // Too much.
        ("999.01", Err(TooMuch)),
        ("1000", Err(TooMuch)),
        ("99999999999999999999999999", Err(TooMuch)),
    ];
    for &(text, amount) in cases {
        assert_eq!(
            text.parse::<Ceus>(),
            amount.map(Ceus::hundredths),
            "{text:?}"
        );
    }
    assert_eq!(Ceus::MOST_PER_CLAIM, Ceus::hundredths(99900));
}

#[test]
fn amounts_are_printed_without_needless_zeros() {
    let cases = [
        (0, "0"),
        (1, "0.01"),
        (10, "0.1"),
        (25, "0.25"),
        (50, "0.5"),
        (100, "1"),
        (101, "1.01"),
        (110, "1.1"),
        (150, "1.5"),
        (167, "1.67"),
        (3600, "36"),
        (5750, "57.5"),
        (u32::MAX, "42949672.95"),
    ];
    for (hundredths, text) in cases {
        assert_eq!(Ceus::hundredths(hundredths).to_string(), text);
    }
}

#[test]
fn arithmetic_saturates() {
    let most = Ceus::hundredths(u32::MAX);
    assert_eq!(most + Ceus::hundredths(1), most);
    assert_eq!(Ceus::whole(u32::MAX), most);
    assert_eq!(Ceus::ZERO.less(most), Ceus::ZERO);
    assert_eq!([most, most].into_iter().sum::<Ceus>(), most);
}

#[test]
fn half_steps() {
    let cases = [
        (0, true),
        (50, true),
        (100, true),
        (150, true),
        (25, false),
        (75, false),
        (101, false),
    ];
    for (hundredths, is_in_halves) in cases {
        assert_eq!(
            Ceus::hundredths(hundredths).is_in_halves(),
            is_in_halves,
            "{hundredths}"
        );
    }
}

proptest! {
    // A failure prints its smallest case, which then becomes a row above; no file is written.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_back(hundredths in 1..=99_900_u32) {
        let amount = Ceus::hundredths(hundredths);
        prop_assert_eq!(amount.to_string().parse(), Ok(amount));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*|[0-9.,+\\- e]{0,12}") {
        if let Ok(amount) = text.parse::<Ceus>() {
            prop_assert!(Ceus::ZERO < amount && amount <= Ceus::MOST_PER_CLAIM);
            prop_assert_eq!(amount.to_string().parse(), Ok(amount), "what was read is printed as itself");
        }
    }

    #[test]
    fn order_and_addition_agree(a in any::<u32>(), b in any::<u32>(), c in any::<u32>()) {
        let [x, y, z] = [a, b, c].map(Ceus::hundredths);
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        prop_assert_eq!(x + y, y + x);
        prop_assert_eq!((x + y) + z, x + (y + z));
        prop_assert_eq!(x + Ceus::ZERO, x);
        prop_assert!(x + y >= x);
        if x <= y {
            prop_assert!(x + z <= y + z);
            prop_assert_eq!(x + y.less(x), y);
            prop_assert_eq!(x.less(y), Ceus::ZERO);
        }
        prop_assert_eq!([x, y, z].into_iter().sum::<Ceus>(), x + y + z);
    }

    #[test]
    fn a_share_is_the_least_that_is_enough(total in 0..=99_900_u32, percent in 0..=100_u32) {
        let least = Ceus::hundredths(total).at_least_percent(percent).in_hundredths();
        prop_assert!(u64::from(least) * 100 >= u64::from(total) * u64::from(percent));
        prop_assert!(least == 0 || u64::from(least - 1) * 100 < u64::from(total) * u64::from(percent));
    }

    #[test]
    fn the_pace_is_the_nearest_hundredth(total in 0..=1_000_000_u32) {
        let pace = Pace::of(Ceus::hundredths(total));
        let in_a_cycle = pace.per_month.in_hundredths() * 24;
        prop_assert!(in_a_cycle.abs_diff(total) <= 12);
        prop_assert_eq!(pace.is_exact, in_a_cycle == total);
    }

    #[test]
    fn one_more_never_lowers_what_is_owed(
        picks in proptest::sample::subsequence(ALL_CREDENTIALS.to_vec(), 0..=ALL_CREDENTIALS.len()),
        more in proptest::sample::select(ALL_CREDENTIALS.to_vec()),
        other_aapc in 0..8_u8,
    ) {
        let held = with_others(picks.clone(), other_aapc);
        let with_more = with_others(picks.into_iter().chain([more]), other_aapc);
        for edition in [Edition::Article, Edition::Latest] {
            let [before, after] = [&held, &with_more].map(|held| requirement(held, edition));
            let aapc = |owed: &Requirement| owed.aapc.as_ref().map(|aapc| aapc.total);
            let ahima = |owed: &Requirement| owed.ahima.as_ref().map(|ahima| ahima.total);
            prop_assert!(aapc(&after) >= aapc(&before));
            prop_assert!(ahima(&after) >= ahima(&before));
            // A credential of one body changes nothing at the other.
            match more.body() {
                Body::Aapc => prop_assert_eq!(ahima(&after), ahima(&before)),
                Body::Ahima => prop_assert_eq!(aapc(&after), aapc(&before)),
            }
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// One more, and a first cycle

#[test]
fn what_a_further_credential_adds() {
    use CredentialId::{Ccs, Coc, Cpc};
    // Held, the further one, the table, and the body's total before and after.
    let cases: [(&[CredentialId], CredentialId, Edition, u32, u32); 7] = [
        (&[], Cpc, Edition::Article, 0, 36),
        (&[Cpc], Coc, Edition::Article, 36, 48),
        (&[Cpc], Coc, Edition::Latest, 36, 40),
        (&[Cpc], Ccs, Edition::Article, 0, 20),
        (&[Ccs], Cpc, Edition::Latest, 0, 36),
        (&[Cpc, Ccs], Coc, Edition::Article, 36, 48),
        (&[Cpc, Coc], Coc, Edition::Article, 48, 48),
    ];
    for (held, id, edition, before, after) in cases {
        let held = held.iter().copied().collect();
        let expected = Added {
            before: Ceus::whole(before),
            after: Ceus::whole(after),
        };
        assert_eq!(adding(&held, id, edition), expected, "{held:?} {id:?}");
    }
    let mut others = Holdings::default();
    others.other_aapc = 3;
    assert_eq!(
        adding(&others, Coc, Edition::Article).after,
        Ceus::whole(72)
    );
}

/// The month-by-month figures of one credential and of several, and a trainer's first tracker.
#[test]
fn a_first_cycle_asks_its_months_share() {
    // Total, months, and the share in hundredths.
    for (total, months, share) in [
        (36, 1, 150),
        (36, 18, 2700),
        (36, 24, 3600),
        (40, 1, 167),
        (44, 1, 184),
        (48, 1, 200),
        (52, 1, 217),
        (80, 23, 7667),
        (48, 12, 2400),
    ] {
        let sum = prorated(Ceus::whole(total), months).unwrap();
        assert_eq!(sum.prorated, Ceus::hundredths(share), "{total} {months}");
        assert_eq!(
            sum.is_exact,
            total * 100 * months % 24 == 0,
            "{total} {months}"
        );
    }
    for months in [0, 25, u32::MAX] {
        assert_eq!(prorated(Ceus::whole(36), months), None, "{months}");
    }
    assert_eq!(PRORATION.evidence, Evidence::Inferred);
}
