//! What people ask, in words.

use super::WORDS;
use super::figure::{
    CYCLE,
    Figure::{self, Amount, Ceus, Date, Days, Minutes, Months, Name, Number, OneOf, Since, Years},
    filled,
};
use super::text::{fill, section};
use crate::app::{DateOrder, matches};
use crate::faq::{FaqId, Lead};
use crate::rules::mechanics as m;
use crate::rules::reported as n;
use crate::rules::{
    AHIMA_BASE, AHIMA_EXTRA, AHIMA_MOST, AHIMA_OWN_FROM, AHIMA_OWN_PERCENT, Credential, Edition,
    LARGE_BASE, PATHS, aapc_edition, source,
};

section! {
    /// *Questions*.
    FaqTexts {
        title: "What people ask",
        search: "Search the questions",
        search_hint: "A word or two, such as “prorated” or “exam fee”",
        all: "{0} questions",
        found_one: "One question of {1}",
        found: "{0} questions of {1}",
        none: "Nothing found for “{0}”. Try fewer words, or just the beginning of one.",
        link: "Link to this answer",
        to_quiz: "Find out with the quiz",
        to_calculator: "Count my CEUs",
        to_log: "Open my CEU log",
        to_rules: "See the rules and their sources",
    }
}

section! {
    /// The questions, what to find them by besides their own words, and their answers.
    AnswerTexts {
        cpc_or_ccs_ask: "CPC or CCS: which should I take?",
        cpc_or_ccs_find: "choose difference between better first start beginner hospital inpatient physician",
        cpc_or_ccs: "It depends on whose work you would like to code and on where you start. The CPC is for the services of doctors and other providers, and no experience is required to take its exam. The CCS is for hospital records, admitted patients first, and AHIMA recommends experience before it without requiring any.",
        coc_or_cpc_ask: "How does the COC (once CPC-H) differ from the CPC?",
        coc_or_cpc_find: "difference between versus vs hospital facility outpatient professional fee",
        coc_or_cpc: "A CPC codes the services of doctors and other providers, in an office or in a facility. A COC, called CPC-H until it was renamed, codes what a hospital or surgery center bills for patients who are not admitted, with the payment rules for them (APC and OPPS). Both exams have {0} multiple-choice questions and last {1}; for the CPC’s, only pages that are not AAPC’s were found to say so.",
        cpc_coc_or_cic_ask: "CPC, COC or CIC: which covers what?",
        cpc_coc_or_cic_find: "difference between inpatient outpatient overnight employer choose",
        cpc_coc_or_cic: "The CPC covers the services of doctors and other providers, the COC what a hospital or surgery center bills for outpatients, and the CIC what a hospital bills for admitted patients. All three are AAPC’s. Two questions sort them: for whom would you work, and are your patients admitted?",
        aapc_or_ahima_ask: "AAPC or AHIMA?",
        aapc_or_ahima_find: "difference between organization membership dues which better body",
        aapc_or_ahima: "AAPC, which grants the CPC and the COC, is nearer to doctors’ practices, and AHIMA, which grants the CCS, to hospitals. AAPC’s credentials need a membership that is paid every year; AHIMA has a fee for those who are not members, so there it seems to be a choice. See which of the two the job ads near you name.",
        cca_ask: "Is the CCA worth it, or should I go straight to the CCS?",
        cca_find: "entry level beginner starter ahima first",
        cca: "The CCA is AHIMA’s entry-level credential, with {0} items in {1}; the CCS has {2} in {3}, by a page of {4} that is not AHIMA’s. One school reports employers who do not hire on a CCA alone, so look at the job ads near you first. For the CCS, AHIMA recommends experience and does not require it.",
        interest_ask: "Which credential fits the work that interests me?",
        interest_find: "job ads employers local choose dues cost",
        interest: "Begin with the records you would like to read: doctors’ services lead to the CPC, hospital outpatients to the COC, and admitted patients to the CCS or the CIC. Then look at what the job ads near you ask for. AAPC’s yearly dues and each body’s CEUs are part of the choice too.",
        job_without_ask: "Can I get a job without certification, or before I have it?",
        job_without_find: "hired experience uncertified no certificate certified employer",
        job_without: "Some work without: AAPC’s salary survey of 2021 has figures for coders with certification and without. How often it happens we did not find. No experience is required to take the exams of the CPC and the COC, so you can have the letters first, with an -A until {0} of experience are shown.",
        apprentice_ask: "What does the -A mean, and how is it removed?",
        apprentice_find: "CPC-A COC-A apprentice apprenticeship experience practicode employer letter",
        apprentice: "The -A marks an apprentice: a certified coder who has not yet shown {0} of coding on the job. Letters from employers about {0} remove it. AAPC’s page lists three ways in all, and an older page words the others as {1} of work with an {2}-hour coding course or Practicode, and as course and Practicode together.",
        cpc_exam_ask: "What does the CPC’s exam require?",
        cpc_exam_find: "requirements prerequisites eligibility how many questions pass mark score hours books",
        cpc_exam: "Nothing is required to take it; to hold a CPC you need a membership of AAPC, and it carries an -A until {0} of experience are shown. Pages that are not AAPC’s, the newest of {4}, give {1} multiple-choice questions in {2}, with code books open. By them {3}% passes.",
        letters_ask: "What do CPC, COC, CPC-H and CCS stand for?",
        letters_find: "meaning abbreviation acronym name formerly renamed",
        letters: "CPC is the {0} and COC the {1}, both from AAPC; CPC-H is what the COC was called before. CCS is the {2}, from AHIMA. An -A behind AAPC’s letters stands for apprentice.",
        exam_cost_ask: "What does an exam cost, and which books may I bring?",
        exam_cost_find: "price fee dollars attempts code books open book expensive",
        exam_cost: "Pages of {7} give ${0} for one attempt at the CPC (an undated one ${6}) and ${1} for two, and ${2} and ${3} for the COC; for the CCS a page of {8} gives ${4}, or ${5} for those who are not members of AHIMA. None of these is the body’s own page of today, so look there before you pay. The exams of the CPC and the CCS are open-book; which editions are allowed we did not find.",
        more_credentials_ask: "Do more credentials mean more CEUs?",
        more_credentials_find: "how many CEUs two several multiple alphabet soup downside total owe upkeep",
        more_credentials: "Yes: AAPC asks {0} for one certification, and for two to five or more {1} to {2} by the article’s table or {3} to {4} by AAPC’s later one, the newest that we found, every {5}. AHIMA asks {6} for a CCS alone; by a copy of {9} a further credential adds {7} (more if it is an {10}), up to {8} in all. Each body counts only its own, so a CPC and a CCS are owed side by side.",
        prorated_ask: "How will my first CEUs be prorated?",
        prorated_find: "proration first cycle period new certified partial monthly rate",
        prorated: "A first period ends in your own renewal month and so may be shorter than {0}; AAPC then asks only a part of the total. For one credential it counts {1} a month, which is {2} spread over {0}, and more for several; the page says so of corporate memberships. No official table by month was found, so take the number that your own tracker shows.",
        tracker_shows_less_ask: "Why does my tracker show {0} and not {1}?",
        tracker_shows_less_find: "less fewer than total wrong number prorated first",
        tracker_shows_less: "Most likely your first period is shorter: {0} is {2} at {3} a month. A trainer’s first tracker showed just that number; the arithmetic is ours. What your own tracker shows is what you owe, and the log counts by it once you type it in.",
        index_number_ask: "Where do I type the index number?",
        index_number_find: "certificate tracker enter add ceu event code where",
        index_number: "AAPC’s tracker asks first whether you have one: with it the event’s details fill themselves in, and you add the date. Without one you fill in what is marked as required and upload the certificate. In our log the number has a field of its own, which may stay empty.",
        gray_button_ask: "How do I submit my CEUs, and why is the button gray?",
        gray_button_find: "grey disabled submit window due date tracker deadline midnight when manage",
        gray_button: "Enter CEUs in AAPC’s tracker as you earn them; they wait there. “Submit CEUs” works only while the window is open, from {0} before the due date, and only once the total is complete. The window closes at midnight on the due date that your account shows.",
        two_credentials_ask: "Can a CEU be moved, or used for two credentials?",
        two_credentials_find: "reallocate allocate split share both specialty core transfer",
        two_credentials: "At AAPC, edit the entry: with its certificate attached, one that is eligible has a “+” that spreads it to another credential. From {0} on, a pre-approved specialty CEU counts for one specialty and one core credential at once. At AHIMA one CEU may not serve two credentials.",
        revoked_ask: "When is a credential revoked, and what if I am late?",
        revoked_find: "lose expired lapse overdue grace late fee reinstate reinstatement missed deadline extension",
        revoked: "AAPC revokes it when membership or CEUs are still missing {0} after the renewal date; the final notice comes on day {1}, and a late fee of ${2} begins after {3} by one page and {4} by another. Within {5} of the cancellation it comes back for the missed dues, the missed CEUs and ${6}, and later only by the exam. For AHIMA no present grace was found.",
        self_review_ask: "Do I still owe AHIMA’s coding self-review, and what is the fee?",
        self_review_find: "ccs recertification assessment cost price renew",
        self_review: "No: the two self-reviews of a cycle, {0} each, ended on {1}, and a CCS still owes {2}. Recertification was ${3} for one credential and ${4} for each further one, for those who are not members, on a copy of {5}; members pay less. Your CEU Center has your own bill, due by the end of the cycle.",
        forty_percent_ask: "What is AHIMA’s {0}% rule?",
        forty_percent_find: "forty percent own source hcpro component state association",
        forty_percent: "From {1} on, at least {0}% of the CEUs that two years ask must come from AHIMA, which includes HCPro, or from its component associations. For a CCS alone that is {2} of {3}; the others may come from approved providers or elsewhere. Whether it binds a cycle that began earlier is not clear from AHIMA’s wording.",
    }
}

pub(super) const CPC: &Credential = {
    let [cpc, _, _] = PATHS;
    cpc
};
pub(super) const COC: &Credential = {
    let [_, coc, _] = PATHS;
    coc
};
pub(super) const CCS: &Credential = {
    let [_, _, ccs] = PATHS;
    ccs
};

/// What AAPC's table of an edition asks for so many certifications.
const fn total(edition: Edition, certifications: u32) -> crate::rules::Ceus {
    let [one, two, three, four, more] = aapc_edition(edition).totals.value;
    match certifications {
        0 | 1 => one,
        2 => two,
        3 => three,
        4 => four,
        _ => more,
    }
}

/// A question: how it is asked, by what else it is found, its answer, and the figures of all three.
struct Entry {
    ask: &'static str,
    find: &'static str,
    answer: &'static str,
    figures: &'static [Figure],
}

#[expect(
    clippy::too_many_lines,
    reason = "one row for each question, to be read in one place"
)]
fn entry(id: FaqId) -> Entry {
    macro_rules! entries {
        ($($id:ident: $ask:ident, $find:ident, $answer:ident, [$($figure:expr),*];)*) => {
            match id {
                $(FaqId::$id => Entry {
                    ask: WORDS.answers.$ask,
                    find: WORDS.answers.$find,
                    answer: WORDS.answers.$answer,
                    figures: const { &[$($figure),*] },
                }),*
            }
        };
    }
    entries! {
        CpcOrCcs: cpc_or_ccs_ask, cpc_or_ccs_find, cpc_or_ccs, [];
        CocOrCpc: coc_or_cpc_ask, coc_or_cpc_find, coc_or_cpc, [
            Number(COC.exam.value.items),
            Minutes(COC.exam.value.minutes())
        ];
        CpcCocOrCic: cpc_coc_or_cic_ask, cpc_coc_or_cic_find, cpc_coc_or_cic, [];
        AapcOrAhima: aapc_or_ahima_ask, aapc_or_ahima_find, aapc_or_ahima, [];
        Cca: cca_ask, cca_find, cca, [
            Number(n::CCA_EXAM.value.items),
            Minutes(n::CCA_EXAM.value.minutes),
            Number(CCS.exam.value.items),
            Minutes(CCS.exam.value.minutes()),
            Name(source::HIM_CCS.about())
        ];
        Interest: interest_ask, interest_find, interest, [];
        JobWithout: job_without_ask, job_without_find, job_without, [
            Years(m::AAPC_APPRENTICE_YEARS.value)
        ];
        Apprentice: apprentice_ask, apprentice_find, apprentice, [
            Years(m::AAPC_APPRENTICE_YEARS.value),
            Years(m::AAPC_APPRENTICE_YEARS_WITH_COURSE.value),
            Number(m::AAPC_APPRENTICE_COURSE_HOURS.value)
        ];
        CpcExam: cpc_exam_ask, cpc_exam_find, cpc_exam, [
            Years(m::AAPC_APPRENTICE_YEARS.value),
            Number(CPC.exam.value.items),
            Minutes(CPC.exam.value.minutes()),
            Number(n::CPC_PASS_PERCENT.value),
            Name(source::MBC_CPC.about())
        ];
        Letters: letters_ask, letters_find, letters, [Name(CPC.name), Name(COC.name), Name(CCS.name)];
        ExamCost: exam_cost_ask, exam_cost_find, exam_cost, [
            Number(n::CPC_FEES.value.lower),
            Number(n::CPC_FEES.value.higher),
            Number(n::COC_FEES.value.lower),
            Number(n::COC_FEES.value.higher),
            Number(n::CCS_FEES.value.lower),
            Number(n::CCS_FEES.value.higher),
            Number(n::CPC_FEE_ELSEWHERE.value),
            Name(source::MBC_CPC.about()),
            Name(source::HIM_CCS.about())
        ];
        MoreCredentials: more_credentials_ask, more_credentials_find, more_credentials, [
            Amount(total(Edition::Article, 1)),
            Amount(total(Edition::Article, 2)),
            Amount(total(Edition::Article, 5)),
            Amount(total(Edition::Latest, 2)),
            Amount(total(Edition::Latest, 5)),
            CYCLE,
            Amount(AHIMA_BASE.value),
            Amount(AHIMA_EXTRA.value),
            Amount(AHIMA_MOST.value),
            Name(source::AHIMA_RECERTIFICATION_2019.about()),
            OneOf(&LARGE_BASE)
        ];
        Prorated: prorated_ask, prorated_find, prorated, [
            CYCLE,
            Ceus(m::AAPC_PRORATED_MONTHLY.value),
            Amount(total(Edition::Latest, 1))
        ];
        TrackerShowsLess: tracker_shows_less_ask, tracker_shows_less_find, tracker_shows_less, [
            Amount(n::FIRST_TRACKER.value.asked),
            Amount(total(Edition::Latest, 1)),
            Months(n::FIRST_TRACKER.value.months),
            Ceus(m::AAPC_PRORATED_MONTHLY.value)
        ];
        IndexNumber: index_number_ask, index_number_find, index_number, [];
        GrayButton: gray_button_ask, gray_button_find, gray_button, [
            Months(m::AAPC_WINDOW_MONTHS.value)
        ];
        TwoCredentials: two_credentials_ask, two_credentials_find, two_credentials, [
            Date(m::AAPC_COUNTS_TWICE_FROM.value)
        ];
        Revoked: revoked_ask, revoked_find, revoked, [
            Days(m::AAPC_REVOKED_AFTER_DAYS.value),
            Number(m::AAPC_FINAL_NOTICE_DAY.value),
            Number(m::AAPC_LATE_DOLLARS.value),
            Days(m::AAPC_GRACE_DAYS.value),
            Days(m::AAPC_GRACE_DAYS_BY_POLICY.value),
            Years(m::AAPC_REINSTATE_YEARS.value),
            Number(m::AAPC_REINSTATE_DOLLARS.value)
        ];
        SelfReview: self_review_ask, self_review_find, self_review, [
            Ceus(m::AHIMA_SELF_REVIEW_CEUS.value),
            Date(m::AHIMA_SELF_REVIEW_ENDED.value),
            Ceus(AHIMA_BASE.value),
            Number(m::AHIMA_FEE_DOLLARS.value),
            Number(m::AHIMA_FEE_FURTHER_DOLLARS.value),
            Name(source::AHIMA_RECERTIFICATION_FAQ.about())
        ];
        FortyPercent: forty_percent_ask, forty_percent_find, forty_percent, [
            Number(AHIMA_OWN_PERCENT.value),
            Since(AHIMA_OWN_FROM),
            Amount(AHIMA_BASE.value.at_least_percent(AHIMA_OWN_PERCENT.value)),
            Amount(AHIMA_BASE.value)
        ];
    }
}

/// A question as it is asked.
pub fn faq_question(id: FaqId, dates: DateOrder) -> String {
    let entry = entry(id);
    filled(entry.ask, entry.figures, dates)
}

/// Its answer, in three sentences at most.
pub fn faq_answer(id: FaqId, dates: DateOrder) -> String {
    let entry = entry(id);
    filled(entry.answer, entry.figures, dates)
}

/// The questions in which every typed word occurs: as they are asked, in the answer, or among what else they are
/// found by.
pub fn faq_found(typed: &str, dates: DateOrder) -> Vec<FaqId> {
    let is_found = |id: &FaqId| {
        let entry = entry(*id);
        let text = [entry.ask, entry.find, entry.answer].join(" ");
        matches(&filled(&text, entry.figures, dates), typed)
    };
    FaqId::ALL.iter().copied().filter(is_found).collect()
}

/// How many questions were found, for what was typed.
pub fn faq_count(found: usize, typed: &str) -> String {
    let all = FaqId::ALL.len();
    let text = match found {
        0 => WORDS.faq.none,
        1 => WORDS.faq.found_one,
        count if count == all => WORDS.faq.all,
        _ => WORDS.faq.found,
    };
    let count = if found == 0 {
        typed.trim().to_owned()
    } else {
        found.to_string()
    };
    fill(text, &[&count, &all.to_string()])
}

/// The button that leads on from an answer.
pub fn faq_lead(lead: Lead) -> &'static str {
    match lead {
        Lead::Quiz => WORDS.faq.to_quiz,
        Lead::Calculator => WORDS.faq.to_calculator,
        Lead::Log => WORDS.faq.to_log,
        Lead::Rules => WORDS.faq.to_rules,
    }
}
