//! The rules, what the article says otherwise, and where pages disagree, in words.

use chrono::NaiveDate;

use super::WORDS;
use super::faq::{CCS, COC, CPC};
use super::figure::{
    CYCLE,
    Figure::{
        self, Amount, Ceus, Days, Domains, Minutes, Months, Name, Number, OneOf, Since, Totals,
        Year, Years,
    },
    filled,
};
use super::rules::day;
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::rules::mechanics as m;
use crate::rules::reported as n;
use crate::rules::{
    AHIMA_BASE, AHIMA_EXTRA, AHIMA_HIIM_PERCENT, AHIMA_LARGE_BASE, AHIMA_MOST, AHIMA_OWN_PERCENT,
    DisagreementId, Edition, Evidence, FindingId, InForce, LARGE_BASE, RuleGroup, RuleId,
    aapc_edition, source,
};

section! {
    /// *Rules and sources*.
    RulebookTexts {
        intro: "These are the rules that this widget counts by or tells of, each with the pages that state it. We read them on {0}, in stored copies whose age is given; where a rule has no date, none was found. Your own tracker has the last word.",
        due: "These pages were read more than a year ago, on {0}. Look at the bodies’ own pages before you rely on a figure.",
        aapc_totals: "AAPC: how many CEUs",
        aapc_counting: "AAPC: which CEUs count",
        aapc_submitting: "AAPC: submitting",
        aapc_late: "AAPC: when it is late",
        ahima_totals: "AHIMA: how many CEUs",
        ahima_counting: "AHIMA: which CEUs count",
        in_force_from: "In force from {0}.",
        in_force_by: "In force by {0} at the latest.",
        secondary: "The body’s own page was not found: others say so, or quote it.",
        inferred: "This is partly our reading of these pages; none says all of it in so many words.",
        findings: "What the article says, and what the pages say",
        findings_intro: "The article was written about 2012 or 2013. Much of it holds; this is where it differs from the pages that we read, or cannot be checked.",
        findings_fold: "The {0} points",
        the_article: "The article says",
        the_pages: "The pages say",
        disagreements: "Where the pages disagree",
        disagreements_fold: "The {0} points, and what we go by",
        decisions: "How the quiz decides",
        decisions_fold: "Every question, every answer, and its points",
        decisions_intro: "What each answer speaks for is fixed: the same answers always lead to the same result. All {0} ways through the quiz are walked before each release.",
    }
}

section! {
    /// The rules: their names and what they ask.
    RuleTexts {
        aapc_article_table_name: "The article’s table",
        aapc_article_table: "{0} CEUs for one, two, three, four, and five or more certifications, every {1}. From a copy of {2}; by {3} at the latest the later table had replaced it.",
        aapc_latest_table_name: "The later table",
        aapc_latest_table: "{0} CEUs for one, two, three, four, and five or more certifications, every {1}. No newer table was found.",
        bodies_count_apart_name: "Two bodies, two counts",
        bodies_count_apart: "AAPC and AHIMA each count only their own credentials.",
        aapc_cycle_name: "The two years",
        aapc_cycle: "CEUs are reported every {0}, on or before the day on which the membership is due. They are due in odd years if the membership renews in January, March, May, July, September or November, and in even years otherwise. Dues are paid every year.",
        aapc_proration_name: "A shorter first period",
        aapc_proration: "The newly certified owe a part of the total, up to their renewal month. The page on corporate memberships gives {0} a month for one credential, and more for several; an official table by month was not found. The calculator takes an even share, which is our reading.",
        aapc_specific_minimum_name: "CEUs specific to a credential",
        aapc_specific_minimum: "Inside the total, by the article’s table: {0} for a {4}, and {1} for each specialty. By the later one: {2} and {3}, and {2} for the CDEO on its newest copy. Copies disagree on a CPPM held alone. By two pages, those specific to a CIRCC come from {5}, {6} or {7} alone.",
        aapc_apprentice_name: "The -A",
        aapc_apprentice: "It is removed by {0} of coding on the job. An older page also takes {1} with an {2}-hour coding course or Practicode, or course and Practicode together. No page was found that exempts an apprentice from CEUs, so we count the same for them.",
        aapc_date_that_counts_name: "The day that counts",
        aapc_date_that_counts: "The day of completion, which must be inside the tracker’s period. What was earned before the certification is not accepted.",
        aapc_renewal_month_name: "The renewal month",
        aapc_renewal_month: "CEUs earned in the renewal month may go to this submission or to the next.",
        aapc_no_carry_over_name: "Too many",
        aapc_no_carry_over: "Nothing is carried over: what goes beyond the total is lost.",
        aapc_repeats_name: "Repeats",
        aapc_repeats: "A course, class or workshop counts once, however often it is taken.",
        aapc_source_name: "From whom",
        aapc_source: "From vendors that AAPC has approved. AAPC’s tracker also takes an entry without an index number, with its certificate.",
        aapc_teaching_name: "Teaching",
        aapc_teaching: "The article says that teaching at a post-secondary school has to be approved in advance; AAPC’s page for vendors names it as a type of application. How many CEUs it is worth was not found.",
        aapc_step_name: "How much an hour is worth",
        aapc_step: "{0} minutes of a live activity are one CEU, and the smallest step is {1}.",
        aapc_counts_twice_name: "One CEU for two",
        aapc_counts_twice: "A pre-approved specialty CEU counts for one specialty and one core credential at once.",
        aapc_cms_training_name: "CMS web training",
        aapc_cms_training: "It counts for core credentials only, not for specialties, and is entered without an index number and with its certificate.",
        aapc_quizzes_name: "AAPC magazine quizzes",
        aapc_quizzes: "They count for {0} after publication. Quizzes for chapter officers are for officers only.",
        aapc_window_name: "When you can submit",
        aapc_window: "From {0} before the due date, once the total is complete. An article of about 2008 says {1}.",
        aapc_cut_off_name: "The last moment",
        aapc_cut_off: "Midnight on the due date that your account shows.",
        aapc_certificate_name: "What a certificate shows",
        aapc_certificate: "The index number, the organization that sponsored it, the title, the number of CEUs, and the date.",
        aapc_verification_name: "Checks",
        aapc_verification: "{0}% of submissions are picked at random to be verified.",
        aapc_proof_name: "Proof",
        aapc_proof: "Certificates are uploaded to the tracker. About 2008 proof was to be sent within {0}, and kept for at least {1} after the submission.",
        aapc_extension_name: "An extension",
        aapc_extension: "It costs ${0} and is bought in the tracker when the period ends. How long it lasts was not found.",
        aapc_grace_name: "The late fee",
        aapc_grace: "It is ${0}, after {1} by one page and after {2} by another. There are accommodations for hardship.",
        aapc_revocation_name: "Revocation",
        aapc_revocation: "If membership or CEUs are missing {0} after the renewal date, the credential is revoked. The final notice comes on day {1}.",
        aapc_reinstatement_name: "Coming back",
        aapc_reinstatement: "Within {0} of the cancellation: the missed dues, the missed CEUs and ${1}. Later: the exam again.",
        ahima_base_name: "One credential",
        ahima_base: "{0} every {1}, as for a CCS. For cycles that start in {2} or later AHIMA has a new policy with more options; its full guide was not found.",
        ahima_further_name: "Others, and more than one",
        ahima_further: "By a copy of {3}: {0} where an {4} is held, {1} more for each further credential, {2} at the most. The later copies that we saw neither repeat nor contradict it.",
        ahima_cycle_name: "The two years",
        ahima_cycle: "A cycle of {0} starts on the day on which the exam was passed, that of the first credential. Those who took the exam early, or hold several credentials, find their dates in their own CEU Center.",
        ahima_fee_name: "The fee",
        ahima_fee: "It is ${0} for one credential and ${1} for each further one, for those who are not members; members pay less. The copy is of {2}.",
        ahima_hiim_share_name: "In HIIM domains",
        ahima_hiim_share: "At least {0}% in domains of health informatics and information management (HIIM). The rest may be on something else that your position needs.",
        ahima_own_share_name: "From AHIMA itself",
        ahima_own_share: "At least {0}% from AHIMA, which includes HCPro, or from its component associations. Whether this binds a cycle that began earlier is not clear from the wording.",
        ahima_domains_name: "The domains",
        ahima_domains: "{0}. That all but the last count as HIIM domains is our reading.",
        ahima_surplus_name: "Too many",
        ahima_surplus: "What goes beyond the total may stay in the cycle or be moved to “Additional CEUs”; the help’s staff say that it does no harm. Whether it counts for the next cycle was not found.",
        ahima_counts_once_name: "One CEU, one credential",
        ahima_counts_once: "A CEU may not serve two credentials of AHIMA.",
        ahima_clock_name: "How much an hour is worth",
        ahima_clock: "{0} minutes are one CEU, and a remainder of less than {1} minutes earns nothing: a guide of 2014. Whether it still holds was not found.",
        ahima_duties_name: "What does not count",
        ahima_duties: "Ordinary duties of a job, such as staff meetings, by a guide of 2014. Whether it still holds was not found.",
        ahima_self_review_name: "No self-reviews",
        ahima_self_review: "The two yearly coding self-reviews, {0} each, are no longer owed. A CCS still owes {1}.",
        ahima_proof_name: "Proof",
        ahima_proof: "Enter CEUs in the CEU Center in time and keep the certificates for an audit. For how many years was not found.",
    }
}

section! {
    /// What the article says, and what the pages say.
    FindingTexts {
        totals_name: "The totals",
        totals_article: "{0} CEUs.",
        totals_pages: "That was AAPC’s table then. By {2} at the latest it was {1}.",
        semi_annually_name: "How often",
        semi_annually_article: "CEUs are due “semi-annually”.",
        semi_annually_pages: "CEUs are due every {0}, and the article’s own figures mean that too: a slip of the pen.",
        every_year_name: "Each year",
        every_year_article: "Its title asks how many you need “every year”.",
        every_year_pages: "There is no quota for a year. About 2008 AAPC preferred {0} a year, and did not require it.",
        hospital_work_name: "What a CPC-H codes",
        hospital_work_article: "Hospital work, much like the CCS.",
        hospital_work_pages: "Hospital outpatients and surgery centers. Admitted patients are what the CCS, or AAPC’s CIC, is for.",
        renamed_name: "The name CPC-H",
        renamed_article: "It is called CPC-H.",
        renamed_pages: "It is called COC now. On which day it was renamed was not found.",
        ccs_inpatient_name: "What a CCS codes",
        ccs_inpatient_article: "Inpatient work.",
        ccs_inpatient_pages: "Inpatients first, but not only: {0} of the {1} cases of its exam were outpatients’ then, and AHIMA names other settings besides hospitals.",
        beginners_name: "For beginners",
        beginners_article: "Beginners are encouraged to seek either.",
        beginners_pages: "AHIMA’s credential for a start is the CCA. The CCS had conditions then; now AHIMA recommends experience before it.",
        harder_name: "Which exam is harder",
        harder_article: "The CCS is harder, and the CPC has the higher pass rate.",
        harder_pages: "AAPC publishes no pass rate. Of those who first took the CCS exam in 2025, {0}% are reported to have passed; they are experienced, so this does not prove it easier either.",
        one_count_name: "What is counted",
        one_count_article: "It counts “certifications”.",
        one_count_pages: "Only AAPC’s are in its table. AHIMA counts its own apart: {0} for a CCS and, by a copy of {3}, {1} more for each further credential of that kind, {2} at the most.",
        pay_name: "Pay",
        pay_article: "A CPC-H may raise what you earn.",
        pay_pages: "Becker’s quotes AAPC’s figures for 2012: ${0} a year for holders of a CPC-H and ${1} for holders of a CPC. That the credential causes the difference does not follow.",
        outpatient_name: "Who is an outpatient",
        outpatient_article: "Who goes home within a day; and dental cleanings are a CPC’s work.",
        outpatient_pages: "We found no page on this. As we understand it an inpatient is one who is formally admitted, and dental claims use codes of their own.",
        world_name: "Where it is known",
        world_article: "The credentials are known throughout the world.",
        world_pages: "We found no page that shows it. The code sets are those of the United States.",
        css_name: "CSS",
        css_article: "It writes CSS once.",
        css_pages: "CCS is meant.",
        popular_name: "How many hold them",
        popular_article: "The CCS is “equally as popular” among coders.",
        popular_pages: "A trainer’s page reports more than {0} holders of a CPC about 2017, and a page that cites AHIMA reports {1} of a CCS in {2}: the CPC is far more common.",
    }
}

section! {
    /// Where the pages disagree, and what the widget goes by.
    DisagreementTexts {
        window: "AAPC’s window for submitting opens {0} before the due date by its help, and {1} before it by an article of about 2008. We go by its help, which is newer.",
        grace: "AAPC’s late fee begins after {0} by one of its pages, and after {1} by another, and both end in revocation after {2}. So expect a fee, and {2} in all at the most.",
        approved_only: "AAPC’s policies accept CEUs of approved vendors only, and its help also takes entries without an index number. So our log lets the number stay empty and reminds you of the certificate.",
        cpc_exam: "The CPC’s exam has {0} questions in {1}; older pages have {2} in {3}. We give the former.",
        ccs_exam: "The CCS’s exam has {0} items in {1} by a page of {8}; others name {4} questions with {5} cases, or {6} with {7} scenarios, and AHIMA’s own page of about 2010 {2} questions and {3} cases. We give the first.",
        cpc_fee: "One attempt at the CPC’s exam costs ${0} on one page of {2}, and ${1} on another that has no date. We give both.",
        ccs_entry: "AHIMA recommends experience before the CCS’s exam and does not require it; a page of practice tests calls it “non-negotiable”. We follow AHIMA.",
        coc_exam: "The COC’s exam has {0} questions in {1} by AAPC’s own page; a trainer’s page has {2} in {3}. We go by AAPC’s.",
        dues: "AAPC’s dues are ${0} a year by a page of {3} that is not AAPC’s, ${1} by an undated page of AAPC’s own, and ${2} by an older one. We give the first two.",
    }
}

/// A group of rules.
pub fn rule_group(group: RuleGroup) -> &'static str {
    match group {
        RuleGroup::AapcTotals => WORDS.rulebook.aapc_totals,
        RuleGroup::AapcCounting => WORDS.rulebook.aapc_counting,
        RuleGroup::AapcSubmitting => WORDS.rulebook.aapc_submitting,
        RuleGroup::AapcLate => WORDS.rulebook.aapc_late,
        RuleGroup::AhimaTotals => WORDS.rulebook.ahima_totals,
        RuleGroup::AhimaCounting => WORDS.rulebook.ahima_counting,
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one row for each rule, to be read in one place"
)]
fn rule_texts(id: RuleId) -> (&'static str, &'static str, &'static [Figure]) {
    macro_rules! texts {
        ($($id:ident: $name:ident, $says:ident, [$($figure:expr),*];)*) => {
            match id {
                $(RuleId::$id => (WORDS.rule.$name, WORDS.rule.$says, const { &[$($figure),*] })),*
            }
        };
    }
    texts! {
        AapcArticleTable: aapc_article_table_name, aapc_article_table, [
            Totals(Edition::Article),
            CYCLE,
            Name(source::AAPC_CEU_HELP_2012.about()),
            Since(aapc_edition(Edition::Latest).in_force)
        ];
        AapcLatestTable: aapc_latest_table_name, aapc_latest_table, [
            Totals(Edition::Latest),
            CYCLE
        ];
        BodiesCountApart: bodies_count_apart_name, bodies_count_apart, [];
        AapcCycle: aapc_cycle_name, aapc_cycle, [CYCLE];
        AapcProration: aapc_proration_name, aapc_proration, [Ceus(m::AAPC_PRORATED_MONTHLY.value)];
        AapcSpecificMinimum: aapc_specific_minimum_name, aapc_specific_minimum, [
            Amount(m::AAPC_SPECIFIC_ARTICLE.value.named),
            Amount(m::AAPC_SPECIFIC_ARTICLE.value.specialty),
            Amount(m::AAPC_SPECIFIC_LATEST.value.named),
            Amount(m::AAPC_SPECIFIC_LATEST.value.specialty),
            OneOf(&m::WITH_NAMED_MINIMUM),
            Name(m::AAPC_CIRCC_VENDORS.value[0]),
            Name(m::AAPC_CIRCC_VENDORS.value[1]),
            Name(m::AAPC_CIRCC_VENDORS.value[2])
        ];
        AapcApprentice: aapc_apprentice_name, aapc_apprentice, [
            Years(m::AAPC_APPRENTICE_YEARS.value),
            Years(m::AAPC_APPRENTICE_YEARS_WITH_COURSE.value),
            Number(m::AAPC_APPRENTICE_COURSE_HOURS.value)
        ];
        AapcDateThatCounts: aapc_date_that_counts_name, aapc_date_that_counts, [];
        AapcRenewalMonth: aapc_renewal_month_name, aapc_renewal_month, [];
        AapcNoCarryOver: aapc_no_carry_over_name, aapc_no_carry_over, [];
        AapcRepeats: aapc_repeats_name, aapc_repeats, [];
        AapcSource: aapc_source_name, aapc_source, [];
        AapcTeaching: aapc_teaching_name, aapc_teaching, [];
        AapcStep: aapc_step_name, aapc_step, [
            Number(m::AAPC_MINUTES_PER_CEU.value),
            Amount(m::AAPC_SMALLEST_STEP.value)
        ];
        AapcCountsTwice: aapc_counts_twice_name, aapc_counts_twice, [];
        AapcCmsTraining: aapc_cms_training_name, aapc_cms_training, [];
        AapcQuizzes: aapc_quizzes_name, aapc_quizzes, [Months(m::AAPC_QUIZ_MONTHS.value)];
        AapcWindow: aapc_window_name, aapc_window, [
            Months(m::AAPC_WINDOW_MONTHS.value),
            Months(m::AAPC_WINDOW_MONTHS_2008.value)
        ];
        AapcCutOff: aapc_cut_off_name, aapc_cut_off, [];
        AapcCertificate: aapc_certificate_name, aapc_certificate, [];
        AapcVerification: aapc_verification_name, aapc_verification, [
            Number(m::AAPC_VERIFIED_PERCENT.value)
        ];
        AapcProof: aapc_proof_name, aapc_proof, [
            Days(m::AAPC_PROOF_DAYS.value),
            Months(m::AAPC_KEEP_PROOF_MONTHS.value)
        ];
        AapcExtension: aapc_extension_name, aapc_extension, [
            Number(m::AAPC_EXTENSION_DOLLARS.value)
        ];
        AapcGrace: aapc_grace_name, aapc_grace, [
            Number(m::AAPC_LATE_DOLLARS.value),
            Days(m::AAPC_GRACE_DAYS.value),
            Days(m::AAPC_GRACE_DAYS_BY_POLICY.value)
        ];
        AapcRevocation: aapc_revocation_name, aapc_revocation, [
            Days(m::AAPC_REVOKED_AFTER_DAYS.value),
            Number(m::AAPC_FINAL_NOTICE_DAY.value)
        ];
        AapcReinstatement: aapc_reinstatement_name, aapc_reinstatement, [
            Years(m::AAPC_REINSTATE_YEARS.value),
            Number(m::AAPC_REINSTATE_DOLLARS.value)
        ];
        AhimaBase: ahima_base_name, ahima_base, [
            Ceus(AHIMA_BASE.value),
            CYCLE,
            Year(InForce::From(m::AHIMA_NEW_POLICY_FROM.value))
        ];
        AhimaFurther: ahima_further_name, ahima_further, [
            Amount(AHIMA_LARGE_BASE.value),
            Amount(AHIMA_EXTRA.value),
            Amount(AHIMA_MOST.value),
            Name(source::AHIMA_RECERTIFICATION_2019.about()),
            OneOf(&LARGE_BASE)
        ];
        AhimaCycle: ahima_cycle_name, ahima_cycle, [CYCLE];
        AhimaHiimShare: ahima_hiim_share_name, ahima_hiim_share, [Number(AHIMA_HIIM_PERCENT.value)];
        AhimaOwnShare: ahima_own_share_name, ahima_own_share, [Number(AHIMA_OWN_PERCENT.value)];
        AhimaDomains: ahima_domains_name, ahima_domains, [Domains];
        AhimaSurplus: ahima_surplus_name, ahima_surplus, [];
        AhimaCountsOnce: ahima_counts_once_name, ahima_counts_once, [];
        AhimaClock: ahima_clock_name, ahima_clock, [
            Number(m::AHIMA_MINUTES_PER_CEU.value),
            Number(m::AHIMA_LEAST_MINUTES.value)
        ];
        AhimaDuties: ahima_duties_name, ahima_duties, [];
        AhimaSelfReview: ahima_self_review_name, ahima_self_review, [
            Ceus(m::AHIMA_SELF_REVIEW_CEUS.value),
            Ceus(AHIMA_BASE.value)
        ];
        AhimaFee: ahima_fee_name, ahima_fee, [
            Number(m::AHIMA_FEE_DOLLARS.value),
            Number(m::AHIMA_FEE_FURTHER_DOLLARS.value),
            Name(source::AHIMA_RECERTIFICATION_FAQ.about())
        ];
        AhimaProof: ahima_proof_name, ahima_proof, [];
    }
}

/// A rule's name.
pub fn rule_name(id: RuleId) -> &'static str {
    let (name, ..) = rule_texts(id);
    name
}

/// What a rule asks, with its figures.
pub fn rule_says(id: RuleId, dates: DateOrder) -> String {
    let (_, says, figures) = rule_texts(id);
    filled(says, figures, dates)
}

/// Since when a rule applies; `None` where no date was found.
pub fn rule_since(in_force: InForce, dates: DateOrder) -> Option<String> {
    match in_force {
        InForce::From(from) => Some(fill(WORDS.rulebook.in_force_from, &[&day(from, dates)])),
        InForce::By(by) => Some(fill(WORDS.rulebook.in_force_by, &[&day(by, dates)])),
        InForce::Unknown => None,
    }
}

/// A caution, where the body's own page does not state a rule.
pub fn rule_caution(evidence: Evidence) -> Option<&'static str> {
    match evidence {
        Evidence::Official => None,
        Evidence::Secondary => Some(WORDS.rulebook.secondary),
        Evidence::Inferred => Some(WORDS.rulebook.inferred),
    }
}

/// What is said of pages that were read on this day, more than a year ago.
pub fn due_for_a_check(read_on: NaiveDate, dates: DateOrder) -> String {
    fill(WORDS.rulebook.due, &[&day(read_on, dates)])
}

/// A point on which the article and the pages differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// What it is about.
    pub name: &'static str,
    /// What the article says.
    pub article: String,
    /// What the pages say, or that none was found.
    pub pages: String,
}

/// A point on which the article and the pages differ.
pub fn finding(id: FindingId, dates: DateOrder) -> FindingWords {
    macro_rules! texts {
        ($($id:ident: $name:ident, $article:ident, $pages:ident, [$($figure:expr),*];)*) => {
            match id {
                $(FindingId::$id => (
                    WORDS.finding.$name,
                    WORDS.finding.$article,
                    WORDS.finding.$pages,
                    const { &[$($figure),*] },
                )),*
            }
        };
    }
    let (name, article, pages, figures): (_, _, _, &[Figure]) = texts! {
        Totals: totals_name, totals_article, totals_pages, [
            Totals(Edition::Article),
            Totals(Edition::Latest),
            Since(aapc_edition(Edition::Latest).in_force)
        ];
        SemiAnnually: semi_annually_name, semi_annually_article, semi_annually_pages, [
            CYCLE
        ];
        EveryYear: every_year_name, every_year_article, every_year_pages, [
            Ceus(n::AAPC_YEARLY_PACE_2008.value)
        ];
        HospitalWork: hospital_work_name, hospital_work_article, hospital_work_pages, [];
        Renamed: renamed_name, renamed_article, renamed_pages, [];
        CcsInpatient: ccs_inpatient_name, ccs_inpatient_article, ccs_inpatient_pages, [
            Number(n::CCS_EXAM_BEFORE.value.outpatient_cases),
            Number(n::CCS_EXAM_BEFORE.value.cases)
        ];
        Beginners: beginners_name, beginners_article, beginners_pages, [];
        Harder: harder_name, harder_article, harder_pages, [
            Number(n::CCS_FIRST_TIME_PERCENT.value)
        ];
        OneCount: one_count_name, one_count_article, one_count_pages, [
            Amount(AHIMA_BASE.value),
            Amount(AHIMA_EXTRA.value),
            Amount(AHIMA_MOST.value),
            Name(source::AHIMA_RECERTIFICATION_2019.about())
        ];
        Pay: pay_name, pay_article, pay_pages, [
            Number(n::CPC_H_PAY_2012.value),
            Number(n::CPC_PAY_2012.value)
        ];
        Outpatient: outpatient_name, outpatient_article, outpatient_pages, [];
        World: world_name, world_article, world_pages, [];
        Css: css_name, css_article, css_pages, [];
        Popular: popular_name, popular_article, popular_pages, [
            Number(n::CPC_HOLDERS.value),
            Number(n::CCS_HOLDERS.value),
            Name(source::HIM_CCS.about())
        ];
    };
    FindingWords {
        name,
        article: filled(article, figures, dates),
        pages: filled(pages, figures, dates),
    }
}

/// A point on which the pages disagree, and what the widget goes by.
pub fn disagreement(id: DisagreementId, dates: DateOrder) -> String {
    macro_rules! texts {
        ($($id:ident: $text:ident, [$($figure:expr),*];)*) => {
            match id {
                $(DisagreementId::$id => (
                    WORDS.disagreement.$text,
                    const { &[$($figure),*] },
                )),*
            }
        };
    }
    let (text, figures): (_, &[Figure]) = texts! {
        Window: window, [
            Months(m::AAPC_WINDOW_MONTHS.value),
            Months(m::AAPC_WINDOW_MONTHS_2008.value)
        ];
        Grace: grace, [
            Days(m::AAPC_GRACE_DAYS.value),
            Days(m::AAPC_GRACE_DAYS_BY_POLICY.value),
            Days(m::AAPC_REVOKED_AFTER_DAYS.value)
        ];
        ApprovedOnly: approved_only, [];
        CpcExam: cpc_exam, [
            Number(CPC.exam.value.items),
            Minutes(CPC.exam.value.minutes()),
            Number(n::CPC_EXAM_BEFORE.value.items),
            Minutes(n::CPC_EXAM_BEFORE.value.minutes)
        ];
        CcsExam: ccs_exam, [
            Number(CCS.exam.value.items),
            Minutes(CCS.exam.value.minutes()),
            Number(n::CCS_EXAM_BEFORE.value.questions),
            Number(n::CCS_EXAM_BEFORE.value.cases),
            Number(n::CCS_EXAM_ELSEWHERE.value.questions),
            Number(n::CCS_EXAM_ELSEWHERE.value.cases),
            Number(n::CCS_EXAM_OUTLINE.value.questions),
            Number(n::CCS_EXAM_OUTLINE.value.cases),
            Name(source::HIM_CCS.about())
        ];
        CpcFee: cpc_fee, [
            Number(n::CPC_FEES.value.lower),
            Number(n::CPC_FEE_ELSEWHERE.value),
            Name(source::MBC_CPC.about())
        ];
        CcsEntry: ccs_entry, [];
        CocExam: coc_exam, [
            Number(COC.exam.value.items),
            Minutes(COC.exam.value.minutes()),
            Number(n::COC_EXAM_ELSEWHERE.value.items),
            Minutes(n::COC_EXAM_ELSEWHERE.value.minutes)
        ];
        Dues: dues, [
            Number(n::AAPC_DUES.value.most),
            Number(n::AAPC_DUES_BY_OWN_PAGE.value),
            Number(n::AAPC_DUES_BEFORE.value),
            Name(source::MBC_CPC.about())
        ];
    };
    filled(text, figures, dates)
}
