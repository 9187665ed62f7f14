//! What a release has as static text beside the comparison: the rules of the totals, how the quiz decides, the card.
//! The widget does not carry it.

use super::WORDS;
use super::picker::{choice, question};
use super::rules::{body, ceus, day, edition_name, name};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::picker::{Choice, MOST_QUESTIONS, Path, QuestionId, Weight};
use crate::rules::{
    Activity, ActivityRule, Cited, CredentialId, Edition, READ_ON, aapc_requirement,
    ahima_requirement,
};

section! {
    /// The rules of the totals, the decision list, and the static page and card around them.
    PageTexts {
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
        points_decide: "The quiz asks at most {0} questions. Each answer gives points, and of the credentials that you do not hold the one with the most points is the result. The points are our judgment; the pages named below are behind the facts.",
        always_asked: "Asked of everyone.",
        not_asked_after: "Not asked after {0}.",
        or: "{0} or {1}",
        quoted: "“{0}”",
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

// The rules of the totals

/// Things in a row, as a sentence has them: "a", "a or b", "a, b or c".
fn either(mut things: Vec<String>) -> String {
    match things.pop() {
        Some(last) if !things.is_empty() => fill(WORDS.page.or, &[&things.join(", "), &last]),
        last => last.unwrap_or_default(),
    }
}

/// When the pages were read.
pub fn read_on(dates: DateOrder) -> String {
    fill(WORDS.page.read_on, &[&day(READ_ON, dates)])
}

/// A number of certifications at the head of a row; the last row is for more as well.
pub fn holding(certifications: usize, is_last: bool) -> String {
    let count = certifications.to_string();
    if is_last {
        fill(WORDS.page.or_more, &[&count])
    } else {
        count
    }
}

/// A table of AAPC's at the head of a column.
pub fn by_table(edition: Edition) -> String {
    fill(WORDS.page.by_table, &[edition_name(edition)])
}

/// The first credential, where it is one of these.
pub fn large_base(ids: &[CredentialId]) -> String {
    let names = ids.iter().map(|id| name(*id).to_owned());
    fill(WORDS.page.ahima_large_base, &[&either(names.collect())])
}

/// A kind of activity, and what is known of it.
pub fn activity(rule: &ActivityRule) -> (&'static str, String) {
    let (kind, what) = match rule.activity.value {
        Activity::Events => (WORDS.page.kind_events, WORDS.page.of_events),
        Activity::Teaching => (WORDS.page.kind_teaching, WORDS.page.of_teaching),
        Activity::CourseWork => (WORDS.page.kind_course_work, WORDS.page.of_course_work),
    };
    let worth = match &rule.worth {
        Some(Cited {
            value: [first, smallest],
            ..
        }) => fill(
            WORDS.page.worth,
            &[
                &ceus(first.ceus),
                &first.minutes.to_string(),
                &ceus(smallest.ceus),
                &smallest.minutes.to_string(),
            ],
        ),
        None => WORDS.page.worth_not_found.to_owned(),
    };
    (kind, [what, &worth].join(" "))
}

// How the quiz decides

/// Answers as they are quoted.
fn quoted(said: &[Choice]) -> Vec<String> {
    said.iter()
        .map(|said| fill(WORDS.page.quoted, &[choice(*said)]))
        .collect()
}

/// That points decide.
pub fn points_decide() -> String {
    fill(WORDS.page.points_decide, &[&MOST_QUESTIONS.to_string()])
}

/// When a question is asked: always, or not after any of these answers.
pub fn asked_when(not_after: &[Choice]) -> String {
    if not_after.is_empty() {
        WORDS.page.always_asked.to_owned()
    } else {
        let answers = either(quoted(not_after));
        fill(WORDS.page.not_asked_after, &[&answers])
    }
}

/// What an answer speaks for, or what it says is held.
pub fn weighs(said: Choice, weights: &[Weight], held: &[Path]) -> String {
    if said == Choice::HoldsNone {
        return WORDS.page.open_to_all.to_owned();
    }
    if !held.is_empty() {
        return fill(WORDS.page.held, &[&in_order(held)]);
    }
    if weights.is_empty() {
        return WORDS.page.no_points.to_owned();
    }
    let points = weights.iter().map(|&(path, points)| {
        let text = match points {
            1 => WORDS.page.one_point,
            _ => WORDS.page.points,
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
    fill(WORDS.page.tie, &[&in_order(&Path::ALL)])
}

/// From which lead a result is clear, and from which it leans.
pub fn strength_rule(clear_from: u32, leaning_from: u32) -> String {
    let (clear, leaning) = (clear_from.to_string(), leaning_from.to_string());
    fill(WORDS.page.strength, &[&clear, &leaning])
}

/// What "not sure" does.
pub fn not_sure_rule() -> String {
    fill(WORDS.page.not_sure, &[choice(Choice::NotSure)])
}

/// What "hospital" does not do.
pub fn hospital_rule() -> String {
    fill(
        WORDS.page.hospital,
        &[choice(Choice::Hospital), question(QuestionId::Patients).ask],
    )
}

/// Where the quiz leads if nothing is answered.
pub fn nothing_said(result: Path, why: &str) -> String {
    fill(WORDS.page.nothing_said, &[name(result.credential()), why])
}

/// Why a neighbour is named, and after which answers.
pub fn named_after(why: &str, said: &[Choice]) -> String {
    let answers = quoted(said);
    let answers = answers
        .into_iter()
        .reduce(|before, last| fill(WORDS.page.and, &[&before, &last]));
    fill(WORDS.page.named_after, &[why, &answers.unwrap_or_default()])
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
            WORDS.page.card_cpc,
            &[granted_by(CredentialId::Cpc), &ceus(aapc.total)],
        ),
        fill(
            WORDS.page.card_coc,
            &[
                granted_by(CredentialId::Coc),
                &by(Edition::Article)?,
                edition_name(Edition::Article),
                &by(Edition::Latest)?,
                edition_name(Edition::Latest),
            ],
        ),
        fill(
            WORDS.page.card_ccs,
            &[
                granted_by(CredentialId::Ccs),
                &ceus(ahima.total),
                granted_by(CredentialId::Cpc),
            ],
        ),
    ])
}
