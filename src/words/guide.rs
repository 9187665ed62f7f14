//! What is read and not worked with: the comparison, the rules of the totals, how the quiz decides.

use super::WORDS;
use super::picker::{choice, question};
use super::rules::{body, ceus, code_set, day, edition_name, entry_rule, exam, name, upkeep};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::picker::{Choice, MOST_QUESTIONS, Path, QuestionId, Weight};
use crate::rules::{
    Activity, ActivityRule, Body, Ceus, Cited, CopyDate, Credential, CredentialId, Edition,
    Employers, EntryRoute, ExamFee, Membership, PastExam, READ_ON, Source, aapc_requirement,
    ahima_requirement,
};

section! {
    /// The comparison, the rules of the totals, the decision list, and the page that has all three.
    GuideTexts {
        // The comparison
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
        cases_then: "{0} multiple-choice questions in {1} and {2} cases to code, {3} inpatient and {4} outpatient, in {5}",
        not_found: "No page was found that tells",
        hour: "1 hour",
        hours: "{0} hours",
        hours_and_minutes: "{0} hours and {1} minutes",
        entry_then: "{0}. In the article’s days one of these was required: {1}",
        route_credential: "an RHIA, RHIT or CCS-P",
        route_training: "a training program",
        route_two_years: "two years of coding",
        route_one_year: "a CCA or another credential and a year of coding",
        fee_one: "${0} for one attempt, ${1} for two",
        fee_one_between: "${0} to ${1} for one attempt, ${2} for two",
        fee_members: "${0} for members, ${1} for others",
        dues: "Required: ${0} a year, ${1} for students ({2}); an undated page of {3}’s own says ${4}",
        no_dues: "Not required",
        both_tables: "{0}, by both of AAPC’s tables",
        employers_practices: "Practices, clinics, billing companies, surgery centers",
        employers_outpatient: "Outpatient and emergency departments of hospitals, surgery centers",
        employers_hospitals: "Hospitals, academic centers, vendors of DRG and audit work",

        // The rules of the totals
        read_on: "This was read on {0}, in stored copies of the pages that are named below.",
        aapc_table: "AAPC: CEUs every two years, by how many of its certifications are held",
        certifications: "Certifications",
        or_more: "{0} or more",
        by_table: "By {0}",
        since_when: "Since when",
        ahima_base: "First credential",
        ahima_large_base: "First credential, where {0} is held",
        ahima_extra: "Each further credential",
        ahima_most: "At the most",
        what_counts: "What counts",
        three_kinds: "The article names three kinds of activity for AAPC. For the last two, a CEU log takes the number that you were granted.",
        kind_events: "Approved events",
        kind_teaching: "Teaching at a post-secondary school",
        kind_course_work: "Post-secondary course work",
        of_events: "Webinars, workshops, conferences, chapter meetings and on-demand events from AAPC’s approved list.",
        of_teaching: "It has to be approved beforehand.",
        of_course_work: "The program is approved beforehand, or a certificate or transcript is uploaded.",
        worth: "{0} for {1} minutes, {2} for {3} minutes, which is the smallest step.",
        worth_not_found: "What it is worth was not found on any page.",

        // How the quiz decides
        points_decide: "The quiz asks at most {0} questions. Each answer gives points, and of the credentials that you do not hold the one with the most points is the result. The points are our judgement; the pages named below are behind the facts.",
        always_asked: "Asked of everyone.",
        not_asked_after: "Not asked after {0}.",
        quoted: "“{0}”",
        or: "{0} or {1}",
        one_point: "{0}, 1 point",
        points: "{0}, {1} points",
        no_points: "No points",
        open_to_all: "No points; all three stay open",
        held: "No points; not recommended again: {0}",
        how_it_is_decided: "How it is decided",
        tie: "Of equal scores the first in the order {0} is taken, a fixed order that says nothing about what suits you.",
        strength: "A lead of {0} points or more is clear. A lead of {1} points or more leans, and a smaller one is close. It is close, too, where a credential that you hold fits better.",
        not_sure: "“{0}” changes nothing: it gives no points, and a question without an answer counts as “{0}”.",
        hospital: "“{0}” alone decides nothing: it covers outpatients and admitted patients, so “{1}” is asked next.",
        pay_is_not_scored: "Pay and difficulty are not scored. Pay is what members report of themselves, and experience and region weigh most in it. AAPC publishes no pass rate, and those who sit for the CCS are experienced, so its rate does not tell how hard it is.",
        nothing_said: "Without any answer the result is the {0}. {1}",
        beside_the_three: "Worth a look beside the three",
        named_after: "{0} Named after {1}.",
        and: "{0} and {1}",

        // The page of its own, and the short card
        language: "en",
        page_title: "CPC, CPC-H or CCS, and how many CEUs",
        how_they_compare: "How they compare",
        how_many: "How many CEUs every two years",
        how_the_quiz_decides: "How the quiz decides",
        card_title: "CPC, CPC-H or CCS?",
        card_cpc: "The CPC ({0}) is for the work of doctors and other providers and is the usual first credential; it asks {1} every two years.",
        card_coc: "The CPC-H, now called COC ({0}), is for what a hospital bills for outpatients; held together with a CPC it asks {1} for both by {2}, and {3} by {4}.",
        card_ccs: "The CCS ({0}) is for hospital records, admitted patients first; it asks {1}, counted apart from {2}’s.",
        card_more: "The comparison in full, the rules, and how the quiz decides",
    }
}

/// Things in a row, as a sentence has them: "a", "a or b", "a, b or c".
fn either(mut things: Vec<String>) -> String {
    match things.pop() {
        Some(last) if !things.is_empty() => fill(WORDS.guide.or, &[&things.join(", "), &last]),
        last => last.unwrap_or_default(),
    }
}

/// A fact with the age of the page that states it.
fn dated(text: &str, sources: &[&Source], dates: DateOrder) -> String {
    fill(WORDS.guide.as_of, &[text, &as_of(sources, dates)])
}

/// The age of the first of these pages.
fn as_of(sources: &[&Source], dates: DateOrder) -> String {
    match sources.first().map(|source| source.copy) {
        Some(CopyDate::Day(copied)) => day(copied, dates),
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
    let (questions, time) = (exam.questions.to_string(), time(exam.minutes));
    match exam.cases {
        None => fill(WORDS.guide.questions_then, &[&questions, &time]),
        Some(cases) => fill(
            WORDS.guide.cases_then,
            &[
                &questions,
                &time,
                &cases.inpatient.saturating_add(cases.outpatient).to_string(),
                &cases.inpatient.to_string(),
                &cases.outpatient.to_string(),
                &self::time(cases.minutes),
            ],
        ),
    }
}

fn time(minutes: u32) -> String {
    let (hours, minutes) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    match (hours.as_str(), minutes.as_str()) {
        ("1", "0") => WORDS.guide.hour.to_owned(),
        (_, "0") => fill(WORDS.guide.hours, &[&hours]),
        _ => fill(WORDS.guide.hours_and_minutes, &[&hours, &minutes]),
    }
}

/// What it takes to sit the exam, and what it took in the article's days where that was otherwise.
pub fn entry(credential: &Credential) -> String {
    let now = entry_rule(credential.prerequisite.value);
    match &credential.routes_then {
        Some(routes) => {
            let routes = routes.value.iter().map(|route| entry_route(*route).into());
            fill(WORDS.guide.entry_then, &[now, &either(routes.collect())])
        }
        None => now.to_owned(),
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

/// What the exam costs, and of when the page is that tells.
pub fn exam_fee(credential: &Credential, dates: DateOrder) -> String {
    let text = match credential.fee.value {
        ExamFee::ByAttempts {
            one: [least, most],
            two,
        } => {
            let (least, most, two) = (least.to_string(), most.to_string(), two.to_string());
            if least == most {
                fill(WORDS.guide.fee_one, &[&least, &two])
            } else {
                fill(WORDS.guide.fee_one_between, &[&least, &most, &two])
            }
        }
        ExamFee::ByMembership { members, others } => fill(
            WORDS.guide.fee_members,
            &[&members.to_string(), &others.to_string()],
        ),
    };
    dated(&text, credential.fee.sources, dates)
}

/// What it takes in dues.
pub fn membership(credential: &Credential, dates: DateOrder) -> String {
    match credential.membership.value {
        Membership::Required {
            dues,
            students,
            by_own_page,
        } => fill(
            WORDS.guide.dues,
            &[
                &dues.to_string(),
                &students.to_string(),
                &as_of(credential.membership.sources, dates),
                body(credential.id.body()),
                &by_own_page.to_string(),
            ],
        ),
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

// The rules of the totals

/// When the pages were read.
pub fn read_on(dates: DateOrder) -> String {
    fill(WORDS.guide.read_on, &[&day(READ_ON, dates)])
}

/// A number of certifications at the head of a row; the last row is for more as well.
pub fn holding(certifications: usize, is_last: bool) -> String {
    let count = certifications.to_string();
    if is_last {
        fill(WORDS.guide.or_more, &[&count])
    } else {
        count
    }
}

/// A table of AAPC's at the head of a column.
pub fn by_table(edition: Edition) -> String {
    fill(WORDS.guide.by_table, &[edition_name(edition)])
}

/// The first credential, where it is one of these.
pub fn large_base(ids: &[CredentialId]) -> String {
    let names = ids.iter().map(|id| name(*id).to_owned());
    fill(WORDS.guide.ahima_large_base, &[&either(names.collect())])
}

/// A kind of activity, and what is known of it.
pub fn activity(rule: &ActivityRule) -> (&'static str, String) {
    let (kind, what) = match rule.activity.value {
        Activity::Events => (WORDS.guide.kind_events, WORDS.guide.of_events),
        Activity::Teaching => (WORDS.guide.kind_teaching, WORDS.guide.of_teaching),
        Activity::CourseWork => (WORDS.guide.kind_course_work, WORDS.guide.of_course_work),
    };
    let worth = match &rule.worth {
        Some(Cited {
            value: [first, smallest],
            ..
        }) => fill(
            WORDS.guide.worth,
            &[
                &ceus(first.ceus),
                &first.minutes.to_string(),
                &ceus(smallest.ceus),
                &smallest.minutes.to_string(),
            ],
        ),
        None => WORDS.guide.worth_not_found.to_owned(),
    };
    (kind, [what, &worth].join(" "))
}

// How the quiz decides

/// Answers as they are quoted.
fn quoted(said: &[Choice]) -> Vec<String> {
    said.iter()
        .map(|said| fill(WORDS.guide.quoted, &[choice(*said)]))
        .collect()
}

/// That points decide.
pub fn points_decide() -> String {
    fill(WORDS.guide.points_decide, &[&MOST_QUESTIONS.to_string()])
}

/// When a question is asked: always, or not after any of these answers.
pub fn asked_when(not_after: &[Choice]) -> String {
    if not_after.is_empty() {
        WORDS.guide.always_asked.to_owned()
    } else {
        let answers = either(quoted(not_after));
        fill(WORDS.guide.not_asked_after, &[&answers])
    }
}

/// What an answer speaks for, or what it says is held.
pub fn weighs(said: Choice, weights: &[Weight], held: &[Path]) -> String {
    if said == Choice::HoldsNone {
        return WORDS.guide.open_to_all.to_owned();
    }
    if !held.is_empty() {
        return fill(WORDS.guide.held, &[&in_order(held)]);
    }
    if weights.is_empty() {
        return WORDS.guide.no_points.to_owned();
    }
    let points = weights.iter().map(|&(path, points)| {
        let text = match points {
            1 => WORDS.guide.one_point,
            _ => WORDS.guide.points,
        };
        fill(text, &[name(path.credential()), &points.to_string()])
    });
    let points: Vec<String> = points.collect();
    points.join("; ")
}

fn in_order(paths: &[Path]) -> String {
    let names: Vec<&str> = paths.iter().map(|path| name(path.credential())).collect();
    names.join(", ")
}

/// How equal scores are decided.
pub fn tie_rule() -> String {
    fill(WORDS.guide.tie, &[&in_order(&Path::ALL)])
}

/// From which lead a result is clear, and from which it leans.
pub fn strength_rule(clear_from: u32, leaning_from: u32) -> String {
    let (clear, leaning) = (clear_from.to_string(), leaning_from.to_string());
    fill(WORDS.guide.strength, &[&clear, &leaning])
}

/// What "not sure" does.
pub fn not_sure_rule() -> String {
    fill(WORDS.guide.not_sure, &[choice(Choice::NotSure)])
}

/// What "hospital" does not do.
pub fn hospital_rule() -> String {
    fill(
        WORDS.guide.hospital,
        &[choice(Choice::Hospital), question(QuestionId::Patients).ask],
    )
}

/// Where the quiz leads if nothing is answered.
pub fn nothing_said(result: Path, why: &str) -> String {
    fill(WORDS.guide.nothing_said, &[name(result.credential()), why])
}

/// Why a neighbour is named, and after which answers.
pub fn named_after(why: &str, said: &[Choice]) -> String {
    let answers = quoted(said);
    let answers = answers
        .into_iter()
        .reduce(|before, last| fill(WORDS.guide.and, &[&before, &last]));
    fill(
        WORDS.guide.named_after,
        &[why, &answers.unwrap_or_default()],
    )
}

// The short card

/// The three credentials in a sentence each, with what they ask.
pub fn card() -> Option<[String; 3]> {
    let by = |edition| aapc_requirement(2, edition).map(|owed| owed.total.to_string());
    let aapc = aapc_requirement(1, Edition::Article)?;
    let ahima = ahima_requirement(&[CredentialId::Ccs].into_iter().collect())?;
    let granted_by = |id: CredentialId| body(id.body());
    Some([
        fill(
            WORDS.guide.card_cpc,
            &[granted_by(CredentialId::Cpc), &ceus(aapc.total)],
        ),
        fill(
            WORDS.guide.card_coc,
            &[
                granted_by(CredentialId::Coc),
                &by(Edition::Article)?,
                edition_name(Edition::Article),
                &by(Edition::Latest)?,
                edition_name(Edition::Latest),
            ],
        ),
        fill(
            WORDS.guide.card_ccs,
            &[
                granted_by(CredentialId::Ccs),
                &ceus(ahima.total),
                granted_by(CredentialId::Cpc),
            ],
        ),
    ])
}
