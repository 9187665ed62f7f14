//! The quiz and its result in words.

use super::guide::exam_now;
use super::rules::{ceus, credential_list, name};
use super::text::section;
use super::{WORDS, fill};
use crate::app::{DateOrder, LinkFault};
use crate::picker::{
    Because, Choice, Counterfactual, Neighbour, NeighbourWhy, Path, QuestionId, Reason,
    Recommendation, RunnerUp, Strength, Term,
};
use crate::rules::{Added, Body, Ceus, Credential, CredentialId, Edition, Holdings, adding};

section! {
    /// The quiz.
    QuizTexts {
        progress: "Question {0} of {1}",
        next: "Next",
        see_result: "See the result",
        back: "Back",
        start_again: "Start again",
        mark_an_answer: "Mark the answer that fits best. “Not sure” is a good answer too.",
        why_we_ask: "Why we ask, and what the words mean",
        your_answers: "Your answers so far",
        change: "Change",
        change_answer: "Change your answer: {0}",

        ask_held: "Which of these three do you hold already?",
        ask_work: "Whose work would you like to code?",
        ask_patients: "Which patients would you like to code for?",
        ask_experience: "How much coding have you done?",
        ask_cases: "Which cases would you enjoy most?",
        ask_ads: "What do the job ads near you ask for?",
        ask_body: "Is there an organization that you, or your employer, prefer?",
        hint_held: "We never recommend what you have. An apprentice’s CPC-A or COC-A counts as held.",
        hint_work: "A visit can make two bills: one for the doctor’s work, and one from the hospital for the rest.",
        hint_patients: "“Hospital” alone does not decide. An inpatient is formally admitted; an outpatient is not.",
        hint_experience: "Paid work counts most.",
        hint_cases: "Think of an ordinary working day.",
        hint_ads: "Look at five or six of them if you can. They tell more than any article.",
        hint_body: "AAPC grants the CPC and the CPC-H. AHIMA grants the CCS.",
        why_held: "It tells what is left to choose, and what a second credential would add to the CEUs you owe.",
        why_work: "Each credential is for one of these bills, so this weighs most.",
        why_patients: "A hospital’s outpatients and its inpatients are coded by different rules, and each has a credential of its own.",
        why_experience: "None of the three asks for experience before the exam today, but AHIMA recommends it for the CCS, and AAPC marks a newcomer with an -A. So it weighs little.",
        why_cases: "You will do this all day. It cannot outweigh whose work you code, but it can tip a close result.",
        why_ads: "A credential that nobody near you asks for is harder to use. One trade magazine’s advice of 2007 is to read the ads first.",
        why_body: "Dues, CEUs and membership follow from it. A wish or an employer’s habit is a fair reason, though a light one.",

        holds_none: "None of them",
        holds_cpc: "CPC (or CPC-A)",
        holds_coc: "CPC-H, now COC (or COC-A)",
        holds_ccs: "CCS",
        holds_cpc_coc: "CPC and CPC-H",
        holds_cpc_ccs: "CPC and CCS",
        holds_coc_ccs: "CPC-H and CCS",
        holds_all: "All three",
        providers: "The work of doctors and other providers",
        hospital: "The hospital’s own bill",
        office_visits: "People who visit a doctor’s office",
        same_day: "Hospital patients who are not admitted: emergency, clinic, therapy, same-day surgery",
        admitted: "Admitted patients who stay in the hospital",
        beginner: "Little or none yet",
        one_year: "About a year",
        two_years: "Two years or more, or I hold an RHIT, RHIA or CCS-P",
        short_cases: "Many short visits in a day",
        payment_rules: "Hospital charges, edits and payment rules",
        long_records: "A few long, complicated records",
        ads_cpc: "Mostly CPC",
        ads_coc: "Mostly COC or CPC-H",
        ads_ccs: "Mostly CCS, CIC or RHIT",
        prefers_aapc: "AAPC",
        prefers_ahima: "AHIMA",
        either_body: "Either is fine",
        not_sure: "Not sure",

        term_apprentice: "-A, as in CPC-A",
        term_coc: "COC",
        term_professional: "Professional fee",
        term_facility: "Facility",
        term_inpatient: "Inpatient",
        term_outpatient: "Outpatient",
        term_surgery_center: "Ambulatory surgery center",
        term_rhit: "RHIT, RHIA",
        term_ccs_p: "CCS-P",
        term_edit: "Edit",
        term_apc: "APC and OPPS",
        term_cic: "CIC",
        term_aapc: "AAPC",
        term_ahima: "AHIMA",
        means_apprentice: "An apprentice: the exam is passed, and experience on the job is still to be shown.",
        means_coc: "Certified Outpatient Coder, the name that AAPC gave the CPC-H.",
        means_professional: "What doctors and other providers charge for their own services, wherever they give them.",
        means_facility: "The place: a hospital or surgery center, which sends a bill of its own for what it provides.",
        means_inpatient: "As we use the word: a patient whom the hospital has formally admitted.",
        means_outpatient: "A patient who is treated without being admitted, in a hospital as well as in an office.",
        means_surgery_center: "A place for operations after which the patient goes home the same day.",
        means_rhit: "AHIMA’s credentials for health information as a whole, of which coding is a part.",
        means_ccs_p: "AHIMA’s credential for physicians’ work, a sibling of the CPC.",
        means_edit: "A check that stops a claim whose codes do not go together, until somebody has looked at it.",
        means_apc: "How a hospital’s outpatient services are grouped and paid.",
        means_cic: "Certified Inpatient Coder, AAPC’s counterpart to the CCS.",
        means_aapc: "Once the American Academy of Professional Coders. Membership is required to keep its credentials.",
        means_ahima: "The American Health Information Management Association.",

        link_damaged: "The link that led here is damaged, perhaps cut off on its way. Nothing was guessed from it: open the whole link again, or answer the questions.",
        link_newer: "The link that led here was made by a newer release of this widget, which this one cannot read. Nothing was guessed from it: reload the page, or answer the questions.",
    }
}

section! {
    /// A result of the quiz.
    ResultTexts {
        eyebrow: "Your answers lead to",
        eyebrow_all_held: "Nothing left to choose",
        eyebrow_what_if: "Then your answers would lead to",
        all_held: "You hold all three",
        summary_cpc: "The Certified Professional Coder, from AAPC: the work of doctors and other providers, and the usual first credential.",
        summary_coc: "The Certified Outpatient Coder, from AAPC, called CPC-H until it was renamed: what a hospital or surgery center bills for patients who are not admitted.",
        summary_ccs: "The Certified Coding Specialist, from AHIMA: hospital records, admitted patients first.",
        summary_all_held: "CPC, CPC-H (now COC) and CCS cover physicians, hospital outpatients and inpatients between them, so there is none left to recommend. What remains is keeping them: the other views count and log your CEUs.",

        workday: "A working day, as we picture it",
        workday_cpc: "You read the notes of office and clinic visits, many short ones in a day, and turn each into CPT, HCPCS Level II and ICD-10-CM codes. Employers are practices, clinics, billing firms and surgery centers.",
        workday_coc: "You code what a hospital or surgery center bills for emergency visits, clinics, therapy and same-day surgery: a mix of cases, with charges, edits and the rules of outpatient payment to get right. Employers are outpatient and emergency departments and surgery centers.",
        workday_ccs: "You work through a few long hospital records, choose ICD-10-CM and ICD-10-PCS codes, and ask the doctor where a record leaves something open. Employers are hospitals, academic centers, and firms that audit and validate.",

        why: "Why",
        you_said: "You said: {0} ({1})",
        usual_start: "Nothing in your answers decides it, so this is the usual start: nothing is required to take the exam, and more coders hold it than the CCS.",
        only_one_left: "It is the one of the three that you do not hold yet. Whether it is worth it depends on whether its work is what you want.",
        order_for_ties: "Nothing in your answers decides between those you do not hold. We name them in a fixed order, CPC, CPC-H, CCS, which says nothing about what suits you.",
        because_providers: "Doctors’ and other providers’ work is what the CPC is for.",
        because_office_visits: "Office visits are the CPC’s daily work.",
        because_same_day: "Hospital patients who are not admitted are what the CPC-H, now COC, covers.",
        because_admitted: "Admitted patients are what the CCS looks at first.",
        because_beginner: "You are starting out, and the CPC asks for nothing before the exam; an -A marks the apprentice until experience on the job is shown.",
        because_one_year: "We count a year of coding slightly for the hospital’s payment rules; that is our judgment.",
        because_two_years: "AHIMA recommends experience before the CCS exam; two years of it, or one of these credentials, is a good start.",
        because_short_cases: "Many short visits are how a CPC’s day looks.",
        because_payment_rules: "Outpatient payment rules are what the COC’s exam adds to the CPC’s.",
        because_long_records: "Long hospital records are the CCS’s daily work.",
        because_ads_cpc: "Employers near you ask for a CPC.",
        because_ads_coc: "Employers near you ask for a COC.",
        because_ads_ccs: "Employers near you ask for a CCS or a credential like it.",
        because_aapc_coc: "You prefer AAPC, which grants the CPC-H, now COC.",
        because_aapc: "You prefer AAPC, which grants the CPC.",
        because_ahima: "You prefer AHIMA, which grants the CCS.",

        points: "How it adds up",
        point: "1 point",
        some_points: "{0} points",
        held_points: "{0}, held",
        lead_only_one: "It is the only one of the three that you do not hold yet.",
        lead_clear: "Your answers point clearly to it.",
        lead_leaning: "Your answers lean toward it.",
        lead_tie_one: "It is close: {0} fits equally well. Among equals we go by a fixed order, CPC, CPC-H, CCS, which says nothing about what suits you.",
        lead_tie_two: "It is close: {0} and {1} fit equally well. Among equals we go by a fixed order, CPC, CPC-H, CCS, which says nothing about what suits you.",
        lead_nearest: "Of those you do not hold, it comes nearest.",
        lead_close: "It is close: one answer could tip it.",
        held_fits_better: "Your answers describe the work of the {0}, which you hold. If you want a second one, this is the nearest.",
        hospital_left_open: "You said “hospital”, which covers both outpatients (CPC-H, now COC) and admitted patients (CCS). Finding out which of the two is meant would decide most.",
        runner_up: "In second place, behind the {0}: {1}. {2}",
        nothing_for_it: "None of your answers speaks for it so far.",

        worth_a_look: "Also worth a look",
        inpatient_at_aapc: "AAPC’s own inpatient credential, for those who want to stay with AAPC.",
        providers_at_ahima: "AHIMA’s credential for physicians’ work, the CPC’s sibling there.",
        step_before_cpc: "A step before the CCS: nothing is required to take the CPC’s exam, and work as a coder gives you the experience that AHIMA recommends before the CCS.",
        step_before_cca: "A step before the CCS: AHIMA’s entry-level credential. Look at the job ads first: one school reports employers who do not hire on a CCA alone.",

        what_would_change: "What if you had said something else?",
        what_would_change_hint: "Each of these single answers would change the result. Press one to see it; your own answers stay.",
        nothing_would_change: "No single answer would change this result.",
        instead: "“{0}” instead of “{1}”: {2}",
        instead_all_held: "none, since you would hold all three",
        what_if: "What if you had said “{0}” instead of “{1}”?",
        keep_what_if: "Take this answer",
        drop_what_if: "Back to my result",

        what_now: "You hold {0}: what now?",
        articles_advice: "The article’s advice to a CPC holder is a CPC-H as the second credential: it says that this improves a résumé and may raise earning power. We do not score pay, since what is known of it is thin.",
        adds_aapc: "With {0} as well you would owe AAPC {1} every two years by the article’s table, {2} more than now; by AAPC’s later table, the newest found, it is {3}, {4} more.",
        adds_ahima: "{0} is AHIMA’s and counted apart: {1} every two years, on top of what you owe AAPC, in a cycle of their own.",
        adds_first_aapc: "{0} is AAPC’s and counted apart: {1} every two years, on top of what you owe AHIMA, with a due date of their own.",

        compare: "CPC, CPC-H and CCS side by side",
        next_steps: "Next steps",
        step_exam: "The exam: {0}.",
        step_ceus: "Afterwards: {0}.",
        step_log: "The log: start it on the day you pass, or today if you hold it.",
        to_ceus: "How many CEUs would I owe?",
        to_log: "Keep a CEU log",
        start_log: "Start a log with {0}",

        link: "A link to this result",
        link_hint: "It carries your answers and nothing else. Who opens it sees this result and can change it.",
        copy_link: "Copy the link",
        copied: "Copied.",
        not_copied: "This browser does not let us copy. Select the link and copy it by hand.",

        fact_body: "From",
        fact_setting: "Work",
        fact_code_sets: "Codes",
        fact_exam: "Exam",
        fact_entry: "To take the exam",
        fact_upkeep: "Afterwards",
        at_a_glance: "At a glance",
    }
}

/// A question as it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionWords {
    /// The question.
    pub ask: &'static str,
    /// What helps to answer it.
    pub hint: &'static str,
    /// Why it is asked.
    pub why: &'static str,
}

/// A question as it is asked.
pub fn question(id: QuestionId) -> QuestionWords {
    let w = &WORDS.quiz;
    let (ask, hint, why) = match id {
        QuestionId::Held => (w.ask_held, w.hint_held, w.why_held),
        QuestionId::Work => (w.ask_work, w.hint_work, w.why_work),
        QuestionId::Patients => (w.ask_patients, w.hint_patients, w.why_patients),
        QuestionId::Experience => (w.ask_experience, w.hint_experience, w.why_experience),
        QuestionId::Cases => (w.ask_cases, w.hint_cases, w.why_cases),
        QuestionId::Ads => (w.ask_ads, w.hint_ads, w.why_ads),
        QuestionId::Body => (w.ask_body, w.hint_body, w.why_body),
    };
    QuestionWords { ask, hint, why }
}

/// A term, and what it means.
pub fn term(term: Term) -> (&'static str, &'static str) {
    let w = &WORDS.quiz;
    match term {
        Term::Apprentice => (w.term_apprentice, w.means_apprentice),
        Term::Coc => (w.term_coc, w.means_coc),
        Term::ProfessionalFee => (w.term_professional, w.means_professional),
        Term::Facility => (w.term_facility, w.means_facility),
        Term::Inpatient => (w.term_inpatient, w.means_inpatient),
        Term::Outpatient => (w.term_outpatient, w.means_outpatient),
        Term::SurgeryCenter => (w.term_surgery_center, w.means_surgery_center),
        Term::Rhit => (w.term_rhit, w.means_rhit),
        Term::CcsP => (w.term_ccs_p, w.means_ccs_p),
        Term::Edit => (w.term_edit, w.means_edit),
        Term::Apc => (w.term_apc, w.means_apc),
        Term::Cic => (w.term_cic, w.means_cic),
        Term::Aapc => (w.term_aapc, w.means_aapc),
        Term::Ahima => (w.term_ahima, w.means_ahima),
    }
}

/// An answer as it is offered.
pub fn choice(choice: Choice) -> &'static str {
    let w = &WORDS.quiz;
    match choice {
        Choice::HoldsNone => w.holds_none,
        Choice::HoldsCpc => w.holds_cpc,
        Choice::HoldsCoc => w.holds_coc,
        Choice::HoldsCcs => w.holds_ccs,
        Choice::HoldsCpcCoc => w.holds_cpc_coc,
        Choice::HoldsCpcCcs => w.holds_cpc_ccs,
        Choice::HoldsCocCcs => w.holds_coc_ccs,
        Choice::HoldsAll => w.holds_all,
        Choice::Providers => w.providers,
        Choice::Hospital => w.hospital,
        Choice::OfficeVisits => w.office_visits,
        Choice::SameDay => w.same_day,
        Choice::Admitted => w.admitted,
        Choice::Beginner => w.beginner,
        Choice::OneYear => w.one_year,
        Choice::TwoYears => w.two_years,
        Choice::ShortCases => w.short_cases,
        Choice::PaymentRules => w.payment_rules,
        Choice::LongRecords => w.long_records,
        Choice::AdsCpc => w.ads_cpc,
        Choice::AdsCoc => w.ads_coc,
        Choice::AdsCcs => w.ads_ccs,
        Choice::PrefersAapc => w.prefers_aapc,
        Choice::PrefersAhima => w.prefers_ahima,
        Choice::EitherBody => w.either_body,
        Choice::NotSure => w.not_sure,
    }
}

/// The name of the button that changes the answer to a question, for a screen reader.
pub fn change_answer(id: QuestionId) -> String {
    fill(WORDS.quiz.change_answer, &[question(id).ask])
}

/// How far the reader is. What is still to be answered can only shorten the way.
pub fn progress(number: usize, of: usize) -> String {
    fill(WORDS.quiz.progress, &[&number.to_string(), &of.to_string()])
}

/// What is the matter with the link that led here.
pub fn link_fault(fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::Damaged => WORDS.quiz.link_damaged,
        LinkFault::Newer => WORDS.quiz.link_newer,
    }
}

/// The heading of a result; `None` where all three are held.
pub fn result_title(path: Option<Path>) -> &'static str {
    path.map_or(WORDS.result.all_held, |path| name(path.credential()))
}

/// Above the heading of a result.
pub fn result_eyebrow(path: Option<Path>, is_what_if: bool) -> &'static str {
    match path {
        _ if is_what_if => WORDS.result.eyebrow_what_if,
        Some(_) => WORDS.result.eyebrow,
        None => WORDS.result.eyebrow_all_held,
    }
}

/// What the credential is, in a sentence; for one who holds all three, what that means.
pub fn summary(path: Option<Path>) -> &'static str {
    match path {
        Some(Path::Cpc) => WORDS.result.summary_cpc,
        Some(Path::Coc) => WORDS.result.summary_coc,
        Some(Path::Ccs) => WORDS.result.summary_ccs,
        None => WORDS.result.summary_all_held,
    }
}

/// What a working day with the credential looks like.
pub fn workday(path: Path) -> &'static str {
    match path {
        Path::Cpc => WORDS.result.workday_cpc,
        Path::Coc => WORDS.result.workday_coc,
        Path::Ccs => WORDS.result.workday_ccs,
    }
}

/// Something that speaks for a path.
pub fn reason(path: Path, reason: Reason) -> &'static str {
    match reason.because {
        Because::UsualStart => WORDS.result.usual_start,
        Because::OnlyOneLeft => WORDS.result.only_one_left,
        Because::OrderForTies => WORDS.result.order_for_ties,
        Because::Answer(_, said) => because(path, said),
    }
}

fn because(path: Path, said: Choice) -> &'static str {
    let w = &WORDS.result;
    match (said, path) {
        (Choice::Providers, _) => w.because_providers,
        (Choice::OfficeVisits, _) => w.because_office_visits,
        (Choice::SameDay, _) => w.because_same_day,
        (Choice::Admitted, _) => w.because_admitted,
        (Choice::Beginner, _) => w.because_beginner,
        (Choice::OneYear, _) => w.because_one_year,
        (Choice::TwoYears, _) => w.because_two_years,
        (Choice::ShortCases, _) => w.because_short_cases,
        (Choice::PaymentRules, _) => w.because_payment_rules,
        (Choice::LongRecords, _) => w.because_long_records,
        (Choice::AdsCpc, _) => w.because_ads_cpc,
        (Choice::AdsCoc, _) => w.because_ads_coc,
        (Choice::AdsCcs, _) => w.because_ads_ccs,
        (Choice::PrefersAapc, Path::Coc) => w.because_aapc_coc,
        (Choice::PrefersAapc, _) => w.because_aapc,
        (Choice::PrefersAhima, _) => w.because_ahima,
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

/// The answer behind a reason, and what it weighs.
pub fn you_said(said: Choice, weighs: u32) -> String {
    fill(
        WORDS.result.you_said,
        &[choice(said), &points(weighs, false)],
    )
}

/// A number of points.
pub fn points(points: u32, is_held: bool) -> String {
    let points = if points == 1 {
        WORDS.result.point.to_owned()
    } else {
        fill(WORDS.result.some_points, &[&points.to_string()])
    };
    if is_held {
        fill(WORDS.result.held_points, &[&points])
    } else {
        points
    }
}

/// How far a result leads.
pub fn lead(result: &Recommendation) -> String {
    let w = &WORDS.result;
    let text = match result.strength {
        _ if result.runner_up.is_none() => w.lead_only_one,
        Strength::Clear => w.lead_clear,
        Strength::Leaning => w.lead_leaning,
        Strength::Close => {
            let tied: &[Path] = result.tie.as_ref().map_or(&[], |tie| &tie.with);
            let name = |path: Path| name(path.credential());
            match *tied {
                [one] => return fill(w.lead_tie_one, &[name(one)]),
                [one, other, ..] => return fill(w.lead_tie_two, &[name(one), name(other)]),
                // The note about it says which, and that it is held.
                [] if result.held_fits_better.is_some() => w.lead_nearest,
                [] => w.lead_close,
            }
        }
    };
    text.to_owned()
}

/// Said where the answers point more to a credential that is held, or where "hospital" was left open.
pub fn held_note(result: &Recommendation) -> Option<String> {
    if let Some(held) = result.held_fits_better {
        let held = name(held.credential());
        return Some(fill(WORDS.result.held_fits_better, &[held]));
    }
    result
        .hospital_left_open
        .then(|| WORDS.result.hospital_left_open.to_owned())
}

/// The next best.
pub fn runner_up(path: Path, runner_up: &RunnerUp) -> String {
    let because: Vec<&str> = runner_up
        .reasons
        .iter()
        .map(|why| reason(runner_up.path, *why))
        .collect();
    let because = if because.is_empty() {
        WORDS.result.nothing_for_it.to_owned()
    } else {
        because.join(" ")
    };
    let (first, second) = (path.credential(), runner_up.path.credential());
    fill(
        WORDS.result.runner_up,
        &[name(first), name(second), &because],
    )
}

/// Why a neighbour is worth a look.
pub fn neighbour(neighbour: Neighbour) -> &'static str {
    match (neighbour.why, neighbour.credential) {
        (NeighbourWhy::InpatientAtAapc, _) => WORDS.result.inpatient_at_aapc,
        (NeighbourWhy::ProvidersAtAhima, _) => WORDS.result.providers_at_ahima,
        (NeighbourWhy::StepBefore, CredentialId::Cpc) => WORDS.result.step_before_cpc,
        (NeighbourWhy::StepBefore, _) => WORDS.result.step_before_cca,
    }
}

/// One answer that would change the result.
pub fn counterfactual(changed: Counterfactual) -> String {
    let result = changed
        .result
        .map_or(WORDS.result.instead_all_held, |path| {
            name(path.credential())
        });
    fill(
        WORDS.result.instead,
        &[choice(changed.to), choice(changed.from), result],
    )
}

/// Above the result of another answer.
pub fn what_if(from: Choice, to: Choice) -> String {
    fill(WORDS.result.what_if, &[choice(to), choice(from)])
}

/// What a holder is told about a further credential; empty for one who holds nothing.
pub fn second_credential(held: &Holdings, path: Path) -> Vec<String> {
    let w = &WORDS.result;
    let mut said = Vec::new();
    if held.is_empty() {
        return said;
    }
    if held.holds(CredentialId::Cpc) && !held.holds(CredentialId::Coc) {
        said.push(w.articles_advice.to_owned());
    }
    let id = path.credential();
    let adds = |edition| adding(held, id, edition);
    let (article, latest) = (adds(Edition::Article), adds(Edition::Latest));
    said.push(match (id.body(), article.before) {
        (Body::Ahima, _) => fill(w.adds_ahima, &[name(id), &ceus(article.after)]),
        (Body::Aapc, Ceus::ZERO) => fill(w.adds_first_aapc, &[name(id), &ceus(article.after)]),
        (Body::Aapc, _) => {
            let more = |added: Added| added.after.less(added.before).to_string();
            fill(
                w.adds_aapc,
                &[
                    name(id),
                    &ceus(article.after),
                    &more(article),
                    &latest.after.to_string(),
                    &more(latest),
                ],
            )
        }
    });
    said
}

/// Above what a holder is told about a further credential.
pub fn what_now(held: &Holdings) -> String {
    fill(WORDS.result.what_now, &[&credential_list(held.named())])
}

/// What comes after the choice: the exam, the CEUs, the log.
pub fn next_steps(credential: &Credential, dates: DateOrder) -> [String; 3] {
    let w = &WORDS.result;
    [
        fill(w.step_exam, &[&exam_now(credential, dates)]),
        fill(w.step_ceus, &[&super::rules::upkeep(credential)]),
        w.step_log.to_owned(),
    ]
}

/// The button that starts a log.
pub fn start_log(path: Path) -> String {
    fill(WORDS.result.start_log, &[name(path.credential())])
}
