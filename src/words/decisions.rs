//! How the quiz decides, in words.

use super::WORDS;
use super::picker::{choice, question};
use super::rules::name;
use super::text::{fill, section};
use crate::picker::{Choice, MOST_QUESTIONS, Path, QuestionId, Weight};

section! {
    /// How the quiz decides.
    DecisionTexts {
        points_decide: "The quiz asks at most {0} questions. Each answer gives points, and of the credentials that you do not hold the one with the most points is the result. The points are our judgment; the pages named below are behind the facts.",
        always_asked: "Asked of everyone.",
        not_asked_after: "Not asked after {0}.",
        or: "{0} or {1}",
        quoted: "“{0}”",
        weighs: "{0}, {1}",
        no_points: "No points",
        open_to_all: "No points; all three stay open",
        held: "No points; not recommended again: {0}",
        how_it_is_decided: "How it is decided",
        tie: "Of equal scores the first in the order {0} is taken, a fixed order that says nothing about what suits you.",
        strength: "A lead of {0} points or more is clear. A lead of {1} points or more leans, and a smaller one is close. It is close, too, where a credential that you hold fits better.",
        not_sure: "“{0}” changes nothing: it gives no points, and a question without an answer counts as “{0}”.",
        hospital: "“{0}” alone decides nothing: it covers outpatients and admitted patients, so “{1}” is asked next.",
        pay_is_not_scored: "Pay and difficulty are not scored. Pay is what members report of themselves, and experience and region weigh most in it. AAPC publishes no pass rate, and those who take the CCS exam are experienced, so its rate does not tell how hard it is.",
        nothing_said: "Without any answer the result is the {0}. {1}",
        beside_the_three: "Worth a look besides the three",
        named_after: "{0} Named after {1}.",
    }
}

/// Things in a row, as a sentence has them: "a", "a or b", "a, b or c".
pub(super) fn either(mut things: Vec<String>) -> String {
    match things.pop() {
        Some(last) if !things.is_empty() => fill(WORDS.decisions.or, &[&things.join(", "), &last]),
        last => last.unwrap_or_default(),
    }
}

/// Answers as they are quoted.
fn quoted(said: &[Choice]) -> Vec<String> {
    said.iter()
        .map(|said| fill(WORDS.decisions.quoted, &[choice(*said)]))
        .collect()
}

/// That points decide.
pub fn points_decide() -> String {
    fill(
        WORDS.decisions.points_decide,
        &[&MOST_QUESTIONS.to_string()],
    )
}

/// When a question is asked: always, or not after any of these answers.
pub fn asked_when(not_after: &[Choice]) -> String {
    if not_after.is_empty() {
        WORDS.decisions.always_asked.to_owned()
    } else {
        let answers = either(quoted(not_after));
        fill(WORDS.decisions.not_asked_after, &[&answers])
    }
}

/// What an answer speaks for, or what it says is held.
pub fn weighs(said: Choice, weights: &[Weight], held: &[Path]) -> String {
    if said == Choice::HoldsNone {
        return WORDS.decisions.open_to_all.to_owned();
    }
    if !held.is_empty() {
        return fill(WORDS.decisions.held, &[&in_order(held)]);
    }
    if weights.is_empty() {
        return WORDS.decisions.no_points.to_owned();
    }
    let points = weights.iter().map(|&(path, points)| {
        let worth = super::picker::points(points, false);
        fill(WORDS.decisions.weighs, &[name(path.credential()), &worth])
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
    fill(WORDS.decisions.tie, &[&in_order(&Path::ALL)])
}

/// From which lead a result is clear, and from which it leans.
pub fn strength_rule(clear_from: u32, leaning_from: u32) -> String {
    let (clear, leaning) = (clear_from.to_string(), leaning_from.to_string());
    fill(WORDS.decisions.strength, &[&clear, &leaning])
}

/// What "not sure" does.
pub fn not_sure_rule() -> String {
    fill(WORDS.decisions.not_sure, &[choice(Choice::NotSure)])
}

/// What "hospital" does not do.
pub fn hospital_rule() -> String {
    fill(
        WORDS.decisions.hospital,
        &[choice(Choice::Hospital), question(QuestionId::Patients).ask],
    )
}

/// Where the quiz leads if nothing is answered.
pub fn nothing_said(result: Path, why: &str) -> String {
    fill(
        WORDS.decisions.nothing_said,
        &[name(result.credential()), why],
    )
}

/// Why a neighbour is named, and after which answers.
pub fn named_after(why: &str, said: &[Choice]) -> String {
    let answers = quoted(said);
    let answers = answers
        .into_iter()
        .reduce(|before, last| fill(WORDS.credentials.and, &[&before, &last]));
    fill(
        WORDS.decisions.named_after,
        &[why, &answers.unwrap_or_default()],
    )
}
