//! The quiz and its result in words.

use super::rules::name;
use super::text::section;
use crate::picker::{
    Because, Choice, Counterfactual, Neighbour, NeighbourWhy, Path, QuestionId, Reason,
    Recommendation, RunnerUp, Strength,
};
use crate::rules::CredentialId;

section! {
    /// The quiz.
    QuizTexts {
        next: "Next",
        see_result: "See the result",
        back: "Back",
        start_again: "Start again",
        mark_an_answer: "Mark the answer that fits best. “Not sure” is a good answer too.",
    }
}

section! {
    /// A result of the quiz.
    ResultTexts {
        why: "Why",
        worth_a_look: "Worth a look beside it",
        what_would_change: "What would change this",
        nothing_would_change: "No single answer would change this result.",
        at_a_glance: "At a glance",
        fact_body: "From",
        fact_setting: "Work",
        fact_code_sets: "Codes",
        fact_exam: "Exam",
        fact_entry: "To sit it",
        fact_upkeep: "Afterwards",
        to_ceus: "How many CEUs would I owe?",
        to_log: "Keep a CEU log",
    }
}

/// A question as it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionWords {
    /// The question.
    pub ask: &'static str,
    /// Why it is asked, or what its terms mean.
    pub hint: &'static str,
}

/// A question as it is asked.
pub fn question(id: QuestionId) -> QuestionWords {
    let (ask, hint) = match id {
        QuestionId::Held => (
            "Which of these three do you hold already?",
            "We never recommend what you have. An apprentice’s CPC-A or COC-A counts as held.",
        ),
        QuestionId::Work => (
            "Whose work would you like to code?",
            "A visit can make two bills: one for the doctor’s work, and one from the hospital for the rest.",
        ),
        QuestionId::Patients => (
            "Which patients would you like to code for?",
            "“Hospital” alone does not decide. An inpatient is formally admitted; an outpatient is not.",
        ),
        QuestionId::Experience => ("How much coding have you done?", "Paid work counts most."),
        QuestionId::Cases => (
            "Which cases would you enjoy most?",
            "Think of an ordinary working day.",
        ),
        QuestionId::Ads => (
            "What do the job ads near you ask for?",
            "Look at five or six of them if you can. They tell more than any article.",
        ),
        QuestionId::Body => (
            "Is there an organization that you, or your employer, prefer?",
            "AAPC grants the CPC and the CPC-H. AHIMA grants the CCS.",
        ),
    };
    QuestionWords { ask, hint }
}

/// An answer as it is offered.
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::HoldsNone => "None of them",
        Choice::HoldsCpc => "CPC (or CPC-A)",
        Choice::HoldsCoc => "CPC-H, now COC (or COC-A)",
        Choice::HoldsCcs => "CCS",
        Choice::HoldsCpcCoc => "CPC and CPC-H",
        Choice::HoldsCpcCcs => "CPC and CCS",
        Choice::HoldsCocCcs => "CPC-H and CCS",
        Choice::HoldsAll => "All three",
        Choice::Providers => "The work of doctors and other providers",
        Choice::Hospital => "The hospital’s own bill",
        Choice::OfficeVisits => "People who visit a doctor’s office",
        Choice::SameDay => {
            "Hospital patients who are not admitted: emergency, clinic, therapy, same-day surgery"
        }
        Choice::Admitted => "Admitted patients who stay in the hospital",
        Choice::Beginner => "Little or none yet",
        Choice::OneYear => "About a year",
        Choice::TwoYears => "Two years or more, or I hold an RHIT, RHIA or CCS-P",
        Choice::ShortCases => "Many short visits in a day",
        Choice::PaymentRules => "Hospital charges, edits and payment rules",
        Choice::LongRecords => "A few long, complicated records",
        Choice::AdsCpc => "Mostly CPC",
        Choice::AdsCoc => "Mostly COC or CPC-H",
        Choice::AdsCcs => "Mostly CCS, CIC or RHIT",
        Choice::PrefersAapc => "AAPC",
        Choice::PrefersAhima => "AHIMA",
        Choice::EitherBody => "Either is fine",
        Choice::NotSure => "Not sure",
    }
}

/// The heading of a result; `None` where all three are held.
pub fn result_title(path: Option<Path>) -> String {
    match path {
        Some(path) => name(path.credential()).to_owned(),
        None => "You hold all three".to_owned(),
    }
}

/// What the credential is, in a sentence; for one who holds all three, what that means.
pub fn summary(path: Option<Path>) -> &'static str {
    match path {
        Some(Path::Cpc) => {
            "The Certified Professional Coder, from AAPC: the work of doctors and other providers, mostly outpatient, and the usual first credential."
        }
        Some(Path::Coc) => {
            "The Certified Outpatient Coder, from AAPC, called CPC-H until it was renamed: what a hospital or surgery center bills for patients who are not admitted."
        }
        Some(Path::Ccs) => {
            "The Certified Coding Specialist, from AHIMA: hospital records, admitted patients first."
        }
        None => {
            "CPC, CPC-H (now COC) and CCS cover physicians, hospital outpatients and inpatients between them, so there is none left to recommend. What remains is keeping them: the other two views count and log your CEUs."
        }
    }
}

/// Something that speaks for a path.
pub fn reason(path: Path, reason: Reason) -> String {
    match reason.because {
        Because::UsualStart => "Nothing in your answers decides it, so this is the usual start: nothing is required to sit the exam, and more coders hold it than the CCS.".to_owned(),
        Because::OnlyOneLeft => "It is the one of the three that you do not hold yet. Whether it is worth it depends on whether its work is what you want.".to_owned(),
        Because::OrderForTies => "Nothing in your answers decides between those you do not hold. We name them in a fixed order, CPC, CPC-H, CCS, which says nothing about what suits you.".to_owned(),
        Because::Answer(_, said) => because(path, said).to_owned(),
    }
}

fn because(path: Path, said: Choice) -> &'static str {
    match (said, path) {
        (Choice::Providers, _) => "Doctors’ and other providers’ work is what the CPC is for.",
        (Choice::OfficeVisits, _) => "Office visits are the CPC’s daily work.",
        (Choice::SameDay, _) => {
            "Hospital patients who are not admitted are what the CPC-H, now COC, covers."
        }
        (Choice::Admitted, _) => "Admitted patients are what the CCS looks at first.",
        (Choice::Beginner, _) => {
            "You are starting out, and the CPC asks for nothing before the exam; an -A marks the apprentice until two years of experience are shown."
        }
        (Choice::OneYear, _) => "A year of coding is a good base for the hospital’s payment rules.",
        (Choice::TwoYears, _) => {
            "AHIMA recommends experience before the CCS exam; two years of it, or one of these credentials, is a good start."
        }
        (Choice::ShortCases, _) => "Many short visits are how a CPC’s day looks.",
        (Choice::PaymentRules, _) => {
            "Charges, edits and payment rules are what the COC’s exam adds to the CPC’s."
        }
        (Choice::LongRecords, _) => "Long hospital records are the CCS’s daily work.",
        (Choice::AdsCpc, _) => "Employers near you ask for a CPC.",
        (Choice::AdsCoc, _) => "Employers near you ask for a COC.",
        (Choice::AdsCcs, _) => "Employers near you ask for a CCS or a credential like it.",
        (Choice::PrefersAapc, Path::Coc) => "You prefer AAPC, which grants the CPC-H, now COC.",
        (Choice::PrefersAapc, _) => "You prefer AAPC, which grants the CPC.",
        (Choice::PrefersAhima, _) => "You prefer AHIMA, which grants the CCS.",
        (
            Choice::HoldsNone
            | Choice::HoldsCpc
            | Choice::HoldsCoc
            | Choice::HoldsCcs
            | Choice::HoldsCpcCoc
            | Choice::HoldsCpcCcs
            | Choice::HoldsCocCcs
            | Choice::HoldsAll
            | Choice::Hospital
            | Choice::EitherBody
            | Choice::NotSure,
            _,
        ) => "",
    }
}

/// How far a result leads.
pub fn lead(result: &Recommendation) -> String {
    let only_one = result.runner_up.is_none();
    match result.strength {
        _ if only_one => "It is the only one of the three that you do not hold yet.".to_owned(),
        Strength::Clear => "Your answers point clearly to it.".to_owned(),
        Strength::Leaning => "Your answers lean towards it.".to_owned(),
        Strength::Close => match &result.tie {
            Some(tie) => {
                let with: Vec<&str> = tie
                    .with
                    .iter()
                    .map(|path| name(path.credential()))
                    .collect();
                let verb = if with.len() == 1 { "fits" } else { "fit" };
                format!(
                    "It is close: {} {verb} equally well. Among equals we go by a fixed order, CPC, CPC-H, CCS, which says nothing about what suits you.",
                    with.join(" and ")
                )
            }
            // The note about it says which, and that it is held.
            None if result.held_fits_better.is_some() => {
                "Of those you do not hold, it comes nearest.".to_owned()
            }
            None => "It is close: one answer could tip it.".to_owned(),
        },
    }
}

/// Said where the answers point more to a credential that is held, or where "hospital" was left open.
pub fn held_note(result: &Recommendation) -> Option<String> {
    if let Some(held) = result.held_fits_better {
        return Some(format!(
            "Your answers describe the work of the {}, which you hold. If you want a second one, this is the nearest.",
            name(held.credential())
        ));
    }
    result.hospital_left_open.then(|| {
        "You said “hospital”, which covers both outpatients (CPC-H, now COC) and admitted patients (CCS). Finding out which of the two is meant would decide most.".to_owned()
    })
}

/// The next best.
pub fn runner_up(path: Path, runner_up: &RunnerUp) -> String {
    let second = name(runner_up.path.credential());
    let because: Vec<String> = runner_up
        .reasons
        .iter()
        .map(|why| reason(runner_up.path, *why))
        .collect();
    if because.is_empty() {
        format!(
            "Next after the {}: {second}. None of your answers speaks for it so far.",
            name(path.credential())
        )
    } else {
        format!(
            "Next after the {}: {second}. {}",
            name(path.credential()),
            because.join(" ")
        )
    }
}

/// Why a neighbour is worth a look.
pub fn neighbour(neighbour: Neighbour) -> &'static str {
    match (neighbour.why, neighbour.credential) {
        (NeighbourWhy::InpatientAtAapc, _) => {
            "AAPC’s own inpatient credential, for those who want to stay with AAPC."
        }
        (NeighbourWhy::ProvidersAtAhima, _) => {
            "AHIMA’s credential for physicians’ work, the CPC’s sibling there."
        }
        (NeighbourWhy::StepBefore, CredentialId::Cpc) => {
            "A step before it: nothing is required to sit its exam, and the experience you gain with it is what AHIMA recommends for the CCS."
        }
        (NeighbourWhy::StepBefore, _) => {
            "A step before it: AHIMA’s entry-level credential. Check the job ads first, since one school reports employers who do not hire on it alone."
        }
    }
}

/// One answer that would change the result.
pub fn counterfactual(changed: Counterfactual) -> String {
    let result = match changed.result {
        Some(path) => name(path.credential()),
        None => "none, since you would hold all three",
    };
    format!(
        "“{}” instead of “{}”: {result}",
        choice(changed.to),
        choice(changed.from)
    )
}

/// How far the reader is. What is still to be answered can only shorten the way.
pub fn progress(number: usize, of: usize) -> String {
    format!("Question {number} of {of}")
}

/// Above the heading of a result.
pub fn result_eyebrow(path: Option<Path>) -> &'static str {
    if path.is_some() {
        "Your answers lead to"
    } else {
        "Nothing left to choose"
    }
}

/// The answer behind a reason.
pub fn you_said(said: Choice) -> String {
    format!("You said: {}", choice(said))
}
