//! The three credentials side by side, in words.

use super::WORDS;
use super::rules::{code_set, day, entry_rule, exam, name, upkeep};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::rules::{
    Body, Ceus, CopyDate, Credential, CredentialId, Edition, Employers, EntryRoute, ExamFee,
    Membership, PastExam, Source, aapc_requirement,
};

section! {
    /// The comparison of the three credentials.
    GuideTexts {
        compare: "Compare all three",
        compared: "{0}, {1} and {2} side by side",
        compared_by: "Compared by",
        full_name: "Full name",
        renamed: "{0}, called {1} until it was renamed",
        exam_now: "Exam now",
        exam_then: "Exam in the article’s days",
        fee: "Exam fee",
        membership: "Membership",
        employers: "Typical employers",
        as_of: "{0} ({1})",
        undated: "undated page",
        questions_then: "{0} multiple-choice questions, {1}",
        cases_then: "{0} multiple-choice questions in {1} and {2}, in {3}",
        cases: "{0} cases to code, {1} inpatient and {2} outpatient",
        not_found: "No page was found that tells",
        hour: "1 hour",
        hours: "{0} hours",
        hours_and_minutes: "{0} hours and {1} minutes",
        entry_then: "{0}. In the article’s days one of these was required: {1}",
        route_credential: "an RHIA, RHIT or CCS-P",
        route_training: "a training program",
        route_two_years: "two years of coding",
        route_one_year: "a year of coding with a CCA or another credential",
        fee_one: "${0} for one attempt, ${1} for two",
        fee_two_pages: "${0} ({1}) or ${2} ({3}) for one attempt, ${4} for two",
        fee_members: "${0} for members, ${1} for others",
        dues: "Required: ${0} a year, ${1} for students",
        own_dues: "an undated page of AAPC’s own says ${0}",
        no_dues: "Seems to be optional: AHIMA has a recertification fee for those who are not members",
        both_tables: "{0}, by both of AAPC’s tables",
        employers_practices: "Practices, clinics, billing companies, surgery centers",
        employers_outpatient: "Outpatient and emergency departments of hospitals, surgery centers",
        employers_hospitals: "Hospitals, academic centers, vendors of DRG and audit work",
    }
}

/// A text with numbers in its places.
fn with_numbers(text: &str, numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let parts: Vec<&str> = numbers.iter().map(String::as_str).collect();
    fill(text, &parts)
}

/// A fact with the age of the page that states it.
fn dated(text: &str, sources: &[&Source], dates: DateOrder) -> String {
    fill(WORDS.guide.as_of, &[text, &as_of(sources, dates)])
}

/// The age of the first of these pages.
fn as_of(sources: &[&Source], dates: DateOrder) -> String {
    match sources.first().map(|source| source.copy) {
        Some(CopyDate::Day(copied) | CopyDate::DayByWeekday(copied)) => day(copied, dates),
        Some(CopyDate::About(about)) => about.to_owned(),
        Some(CopyDate::Undated) | None => WORDS.guide.undated.to_owned(),
    }
}

/// What is compared.
pub fn compared([first, second, third]: [CredentialId; 3]) -> String {
    fill(
        WORDS.guide.compared,
        &[name(first), name(second), name(third)],
    )
}

/// A credential's name in full, and its older one.
pub fn full_name(credential: &Credential) -> String {
    match credential.formerly {
        Some(formerly) => fill(WORDS.guide.renamed, &[credential.name, formerly]),
        None => credential.name.to_owned(),
    }
}

/// What a credential codes with.
pub fn code_sets(credential: &Credential) -> String {
    let names: Vec<&str> = credential
        .code_sets
        .value
        .iter()
        .map(|set| code_set(*set))
        .collect();
    names.join(", ")
}

/// The exam, and of when the page is that tells.
pub fn exam_now(credential: &Credential, dates: DateOrder) -> String {
    let now = &credential.exam;
    dated(&exam(now.value), now.sources, dates)
}

/// The exam in the article's days.
pub fn exam_then(credential: &Credential, dates: DateOrder) -> String {
    match &credential.exam_then {
        Some(then) => dated(&past_exam(then.value), then.sources, dates),
        None => WORDS.guide.not_found.to_owned(),
    }
}

fn past_exam(exam: PastExam) -> String {
    let questions = with_numbers("{0}", &[exam.questions]);
    let minutes = time(exam.minutes);
    match exam.cases {
        None => fill(WORDS.guide.questions_then, &[&questions, &minutes]),
        Some(cases) => {
            let all = cases.inpatient.saturating_add(cases.outpatient);
            let coded = with_numbers(WORDS.guide.cases, &[all, cases.inpatient, cases.outpatient]);
            fill(
                WORDS.guide.cases_then,
                &[&questions, &minutes, &coded, &time(cases.minutes)],
            )
        }
    }
}

fn time(minutes: u32) -> String {
    let text = match (minutes / 60, minutes % 60) {
        (1, 0) => WORDS.guide.hour,
        (_, 0) => WORDS.guide.hours,
        _ => WORDS.guide.hours_and_minutes,
    };
    with_numbers(text, &[minutes / 60, minutes % 60])
}

/// What is asked before the exam, and what was asked in the article's days where that was otherwise.
pub fn entry(credential: &Credential) -> String {
    let now = entry_rule(credential.prerequisite.value);
    match &credential.routes_then {
        Some(routes) => {
            let mut ways = Vec::new();
            for route in routes.value {
                ways.push(entry_route(*route));
            }
            fill(WORDS.guide.entry_then, &[&now, &ways.join("; ")])
        }
        None => now,
    }
}

/// A way to be admitted to an exam.
pub fn entry_route(route: EntryRoute) -> &'static str {
    match route {
        EntryRoute::Credential => WORDS.guide.route_credential,
        EntryRoute::Training => WORDS.guide.route_training,
        EntryRoute::TwoYears => WORDS.guide.route_two_years,
        EntryRoute::CredentialAndOneYear => WORDS.guide.route_one_year,
    }
}

/// What the exam costs, and of when the pages are that tell.
pub fn exam_fee(credential: &Credential, dates: DateOrder) -> String {
    let pages = credential.fee.sources;
    let (text, dollars) = match credential.fee.value {
        ExamFee::ByAttempts {
            one,
            elsewhere: Some(other),
            two,
        } => {
            return fill(
                WORDS.guide.fee_two_pages,
                &[
                    &one.to_string(),
                    &as_of(pages, dates),
                    &other.value.to_string(),
                    &as_of(other.sources, dates),
                    &two.to_string(),
                ],
            );
        }
        ExamFee::ByAttempts {
            one,
            elsewhere: None,
            two,
        } => (WORDS.guide.fee_one, [one, two]),
        ExamFee::ByMembership { members, others } => (WORDS.guide.fee_members, [members, others]),
    };
    dated(&with_numbers(text, &dollars), pages, dates)
}

/// What it takes in dues.
pub fn membership(credential: &Credential, dates: DateOrder) -> String {
    match credential.membership.value {
        Membership::Required {
            dues,
            students,
            by_own_page,
        } => {
            let dues = with_numbers(WORDS.guide.dues, &[dues, students]);
            let own = with_numbers(WORDS.guide.own_dues, &[by_own_page]);
            let sources = credential.membership.sources;
            [dated(&dues, sources, dates), own].join("; ")
        }
        Membership::Optional => WORDS.guide.no_dues.to_owned(),
    }
}

/// What a credential asks afterwards, and whether AAPC's two tables agree on it.
pub fn upkeep_by_both(credential: &Credential) -> String {
    let alone = upkeep(credential);
    let tables_agree = || {
        aapc_requirement(1, Edition::Article)
            .is_some_and(|owed| owed.other.difference == Ceus::ZERO)
    };
    if credential.id.body() == Body::Aapc && tables_agree() {
        fill(WORDS.guide.both_tables, &[&alone])
    } else {
        alone
    }
}

/// Who employs the holders of a credential.
pub fn employers(employers: Employers) -> &'static str {
    match employers {
        Employers::Practices => WORDS.guide.employers_practices,
        Employers::HospitalOutpatient => WORDS.guide.employers_outpatient,
        Employers::Hospitals => WORDS.guide.employers_hospitals,
    }
}
