//! Where the figures come from.
//!
//! The pages of the bodies change; what was read is a copy of a page as it was at some time.
//! A source therefore names the copy's date as well as the page, and readers are told both.

use chrono::NaiveDate;

/// A day that is written in this code, checked by the compiler where it stands in a constant.
pub(super) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        #[expect(
            clippy::panic,
            reason = "only called in constants, so a bad day stops the compiler and never the program"
        )]
        None => panic!("no such day"),
    }
}

/// The day on which every source was read: the stored copies were gone through on this day, and none was checked
/// against the live pages. It is a fact about the figures and never today's date.
pub const READ_ON: NaiveDate = day(2026, 11, 23);

/// The day of the copy that lists AHIMA's domains.
pub(super) const AHIMA_DOMAINS_ON: NaiveDate = day(2025, 10, 9);

/// A page that states a rule or a fact.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Who published it and what the page is about, as a reader would look for it.
    pub title: &'static str,
    /// The page's address. It may say something else by now.
    pub url: &'static str,
    /// How old the copy is that was read.
    pub copy: CopyDate,
    /// The day on which the copy was read.
    pub read_on: NaiveDate,
}

/// What is known of the age of the copy that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyDate {
    /// The copy carries this date.
    Day(NaiveDate),
    /// The copy carries this date without its year, which its weekday tells.
    DayByWeekday(NaiveDate),
    /// The page itself hints at its time, in these words.
    About(&'static str),
    /// Nothing on the page tells its date.
    Undated,
}

/// How well a fact is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The body's own page or document says so.
    Official,
    /// A trainer, a school or a trade page says so.
    Secondary,
    /// It was inferred from the sources named.
    Inferred,
}

/// From when a rule applies. Most dates of change are only bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InForce {
    /// From this day on.
    From(NaiveDate),
    /// A copy of this day has it; since when is not known.
    By(NaiveDate),
    /// No date was found.
    Unknown,
}

/// A value with the sources that state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<T: 'static> {
    /// The value.
    pub value: T,
    /// How well it is founded.
    pub evidence: Evidence,
    /// The pages that state it; never empty.
    pub sources: &'static [&'static Source],
}

/// These pages, each once, in the order in which they are first named. Titles are unique, and shorter to compare than all
/// of a source.
///
/// ```
/// use coderpath::rules::source::{AAPC_COC, AHIMA_CCS, each_once};
/// assert_eq!(each_once([AAPC_COC, AHIMA_CCS, AAPC_COC]), [AAPC_COC, AHIMA_CCS]);
/// ```
pub fn each_once(pages: impl IntoIterator<Item = &'static Source>) -> Vec<&'static Source> {
    let mut once: Vec<&'static Source> = Vec::new();
    for page in pages {
        if !once.iter().any(|known| known.title == page.title) {
            once.push(page);
        }
    }
    once
}

const fn page(title: &'static str, url: &'static str, copy: CopyDate) -> Source {
    Source {
        title,
        url,
        copy,
        read_on: READ_ON,
    }
}

impl Source {
    /// What the page itself hints of its age. Asked only of pages that hint at it: of others it stops the compiler.
    pub(crate) const fn about(&self) -> &'static str {
        match self.copy {
            CopyDate::About(about) => about,
            #[expect(
                clippy::panic,
                reason = "only called in constants, so it stops the compiler and never the program"
            )]
            CopyDate::Day(_) | CopyDate::DayByWeekday(_) | CopyDate::Undated => {
                panic!("no hint of its age")
            }
        }
    }
}

macro_rules! sources {
    ($($(#[$doc:meta])* $name:ident = $title:literal, $url:literal, $copy:expr;)*) => {
        $($(#[$doc])* pub const $name: &Source = &page($title, $url, $copy);)*
        /// Every source, in the order of this file.
        pub const ALL: &[&Source] = &[$($name),*];
    };
}

sources! {
    /// AAPC's table of 36 to 80, the one that the article repeats.
    AAPC_CEU_HELP_2012 = "AAPC: Medical coding education help (CEU requirements, older copy)",
        "http://www.aapc.com/medical-coding-education/help/", CopyDate::About("October 2012 or later");
    /// AAPC's table of 36 to 52.
    AAPC_CEU_HELP_2015 = "AAPC: Medical coding education help (CEU requirements)",
        "https://www.aapc.com/medical-coding-education/help/", CopyDate::Day(day(2015, 8, 31));
    /// The same totals on a later copy, which knows the CDEO.
    AAPC_CEU_HELP_LATER = "AAPC: Medical coding education help (CEU requirements, later copy)",
        "https://www.aapc.com/medical-coding-education/help/", CopyDate::Undated;
    /// The same totals, in a list of questions.
    AAPC_CEU_FAQ = "AAPC: Medical coding education, frequently asked questions",
        "https://www.aapc.com/medical-coding-education/faq.aspx", CopyDate::Undated;
    /// How CEUs are prorated when a corporate membership changes.
    AAPC_PRORATION = "AAPC: How will my CEUs be prorated?",
        "https://www.aapc.com/support/corporate-membership/how-will-my-ceus-be-prorated",
        CopyDate::About("examples of 2023 to 2026");
    /// The two-year rhythm and the first cycle.
    AAPC_MAINTAIN = "AAPC: Maintain your certification",
        "https://www.aapc.com/certifications/maintain-your-certification", CopyDate::About("examples of 2022 and 2023");
    /// A trainer's own first tracker.
    CCO_TRACKER = "CCO: CEU tracker video",
        "https://www.cco.us/ceu-tracker-video/", CopyDate::Undated;
    /// When two-year reporting was new.
    AAPC_CEUS_2008 = "AAPC: CEUs, 2008 and beyond",
        "https://www.aapc.com/blog/23581-ceus-2008-and-beyond/", CopyDate::About("about 2008");
    /// What counts, carry-over, certificates, verification.
    AAPC_CEU_POLICIES = "AAPC: CEU policies",
        "https://www.aapc.com/about-us/ceu-policies", CopyDate::Undated;
    /// How a member's tracker is used.
    AAPC_SUBMIT = "AAPC help: How do I manage and submit my CEUs effectively?",
        "https://intercom.help/aapc-cf9f479c5207/en/articles/15556015-how-do-i-manage-and-submit-my-ceus-effectively",
        CopyDate::About("mentions February 2026");
    /// What membership costs, later page.
    AAPC_MEMBERSHIP = "AAPC: Membership, frequently asked questions",
        "https://www.aapc.com/membership/faq.aspx", CopyDate::Undated;
    /// Apprentices and how the -A is removed.
    AAPC_APPRENTICE = "AAPC: Complete your CPC apprenticeship",
        "https://aapc.com/certifications/cpc/complete-your-cpc-apprenticeship", CopyDate::Undated;
    /// What kinds of activities a vendor can have approved.
    AAPC_VENDOR_FAQ = "AAPC: CEU vendors, frequently asked questions",
        "https://aapc.com/ceuvendors/faq.aspx", CopyDate::Undated;
    /// The COC, once CPC-H.
    AAPC_COC = "AAPC: Certified Outpatient Coder (COC)",
        "https://www.aapc.com/certifications/coc", CopyDate::Undated;
    /// The page that calls the COC "formerly CPC-H".
    AAPC_EXAM_FAQ = "AAPC: Certification exams, frequently asked questions",
        "https://www.aapc.com/certification/faq.aspx", CopyDate::About("about 2015");
    /// The CIC's exam.
    AAPC_CIC_EXAM = "AAPC: Taking the CIC exam",
        "https://aapc.com/certifications/cic/taking-the-cic-exam", CopyDate::Undated;
    /// AHIMA's amounts by credential.
    AHIMA_RECERTIFICATION_2019 = "AHIMA: Recertification (2019-20)",
        "https://www.ahima.org/certification/Recertification", CopyDate::About("2019 or 2020");
    /// AHIMA's answers on recertification, after the self-reviews ended.
    AHIMA_RECERTIFICATION_FAQ = "AHIMA: Recertification, frequently asked questions",
        "http://cms-test.ahima.org/contact-us-faqs/faqs-recertification/", CopyDate::About("2021 or later");
    /// The cycle and the share in HIIM domains.
    AHIMA_RECERTIFY = "AHIMA: Recertify",
        "https://ahima.app/certification-careers/recertify/", CopyDate::Undated;
    /// The 40 per cent from AHIMA's own sources.
    AHIMA_RECERTIFICATION_2025 = "AHIMA: Recertification (2025)",
        "https://www.ahima.org/certification/Recertification", CopyDate::About("2025");
    /// The 40 per cent again, with the cycle.
    AHIMA_RECERTIFY_2025 = "AHIMA: Recertify (2025)",
        "https://my2.ahima.org/certification-careers/recertify", CopyDate::About("2025");
    /// The domains in use.
    AHIMA_DOMAINS = "HCPro help: Importing CEU records",
        "https://hcpro-help.freshdesk.com/support/solutions/articles/154000239597-importing-ceu-records-to-aptify",
        CopyDate::DayByWeekday(AHIMA_DOMAINS_ON);
    /// Where surplus CEUs stay.
    AHIMA_SURPLUS = "HCPro help: Remove or reassign CEUs on a credential cycle",
        "https://hcpro-help.freshdesk.com/support/solutions/articles/154000239564-remove-or-reassign-ceu-on-credential-cycle",
        CopyDate::DayByWeekday(AHIMA_DOMAINS_ON);
    /// The CCS today.
    AHIMA_CCS = "AHIMA: Certified Coding Specialist (CCS)",
        "https://ahima.org/certification-careers/certifications-overview/ccs", CopyDate::Undated;
    /// The CCS in the article's days.
    AHIMA_CCS_2010 = "AHIMA: Certified Coding Specialist (about 2010)",
        "http://www.ahima.org/certification/ccs.aspx", CopyDate::About("about 2010");
    /// The CCA, AHIMA's starter.
    AHIMA_CCA = "AHIMA: Certified Coding Associate (CCA)",
        "https://www.ahima.org/certification/cca.aspx", CopyDate::About("figures up to 31 December 2023");
    /// How long an activity of one CEU is.
    COURSE_FAQ = "Course FAQ: How do I calculate a CEU for a course?",
        "https://course-faq.com/how-do-i-calculate-a-ceu-for-a-course", CopyDate::Undated;
    /// The CPC's exam and code sets.
    MBC_CPC = "Medical billing and coding: CPC certification",
        "https://mbc-bv6.pages.dev/certifications/cpc", CopyDate::About("February 2026");
    /// What the CPC covers.
    CCO_CPC = "CCO: AAPC CPC exam requirements",
        "https://www.cco.us/faq/aapc-cpc-exam-requirements-575/", CopyDate::About("about 2017");
    /// The COC's code sets.
    TRANSCODE_COC = "Transcode: Certified Outpatient Coder",
        "http://transcodecpc.com/certified-outpatient-coder/", CopyDate::Undated;
    /// The CCS's exam, code sets and holders.
    HIM_CCS = "Health Information Management Programs: CCS certification",
        "https://healthinformationmanagementprograms.com/careers/ccs-certification/", CopyDate::About("December 2025");
    /// The CPC exam in 2022.
    ALTIERUS_CPC = "Altierus: What is the CPC exam?",
        "https://www.altierus.edu/blog/what-is-the-cpc-exam/", CopyDate::Day(day(2022, 3, 28));
    /// CPC, COC or CIC.
    TRAINING_CPC_COC_CIC = "Medical Billing Training: about the CPC, CPB and CIC exams",
        "https://www.medicalbillingtraining.net/about-cpc-cpb-and-cic-exams/", CopyDate::About("seen in January 2023");
    /// Look at what local advertisements ask for.
    FOR_THE_RECORD = "For The Record magazine: choosing a coding credential",
        "https://www.fortherecordmag.com/archives/ftr_07232007p8.shtml", CopyDate::Day(day(2007, 7, 23));
    /// Whether a CCA is worth it.
    ANDREWS_SCHOOL = "Andrews School: alphabet soup",
        "https://www.andrewsschool.com/blog/alphabetSoup.php", CopyDate::Undated;
    /// What tells AAPC and AHIMA apart.
    MEDITEC_BODIES = "Meditec: AAPC vs. AHIMA certification",
        "https://www.meditec.com/blog/aapc-vs-ahima-certification", CopyDate::Undated;
    /// The CPC's exam as older pages list it.
    PRACTICE_TEST_CPC = "Practice Test Geeks: CPC subject knowledge",
        "https://practicetestgeeks.com/cpc/subject-knowledge", CopyDate::Undated;
    /// What the CPC's exam costs, by another page.
    CONFIDENCE_CPC = "Medical Coding with Confidence: CPC exam information",
        "https://www.medicalcodingwithconfidence.com/cpc-exam-info", CopyDate::Undated;
    /// What the COC's exam costs.
    OPEN_EXAM_COC = "Open Exam Prep: CPC-H and COC practice",
        "https://open-exam-prep.com/practice/cpc-h", CopyDate::About("February 2026");
    /// The same, in a study guide, and that no pass rate is published.
    OPEN_EXAM_COC_GUIDE = "Open Exam Prep: CPC-H and COC exam study guide",
        "https://open-exam-prep.com/blog/cpc-h-coc-exam-study-guide-2026", CopyDate::About("February 2026");
    /// Who was admitted to the CCS's exam in the article's days: AHIMA's page, as a forum post quotes it.
    CCS_ROUTES_QUOTED = "Forum post that quotes AHIMA’s page on the CCS",
        "https://gamelive.com/threads/random-thoughts.1965/page-1434", CopyDate::About("days of ICD-9");
    /// What AAPC's members say that they earn.
    AAPC_SALARIES_2018 = "AAPC: 2018 salary survey",
        "https://www.aapc.com/blog/45517-2018-salary-survey-credentials-serve-our-members-well/",
        CopyDate::About("2018");
    /// How an entry is moved or spread over credentials, and what counts for core credentials only.
    AAPC_ALLOCATE = "AAPC help: How can I manage and allocate CEUs within the AAPC system?",
        "https://intercom.help/aapc-cf9f479c5207/en/articles/15555301-how-can-i-manage-and-allocate-ceus-within-the-aapc-system",
        CopyDate::About("same series as a page of February 2026");
    /// The membership page before the later one.
    AAPC_MEMBERSHIP_OLDER = "AAPC: Membership, frequently asked questions (older copy)",
        "http://www.aapc.com/membership/faq.aspx", CopyDate::Undated;
    /// Grace and late fee.
    AAPC_REVOKED = "AAPC help: When will my credential(s) be revoked?",
        "https://intercom.help/aapc-cf9f479c5207/en/articles/8156687-when-will-my-credential-s-be-revoked",
        CopyDate::Undated;
    /// Hardship, with another grace.
    AAPC_HARDSHIP = "AAPC: Member hardship policy",
        "https://www.aapc.com/about-us/member-hardship-policy", CopyDate::Undated;
    /// How a cancelled credential comes back.
    AAPC_CANCELLATION = "AAPC: Certification cancellation",
        "https://www.aapc.com/about-us/certification-cancellation", CopyDate::Undated;
    /// How the -A was removed before.
    AAPC_APPRENTICE_OLDER = "AAPC: Apprentice status (older page)",
        "https://www.aapc.com/certification/apprentice_status.aspx", CopyDate::Undated;
    /// What coders with and without a certificate report to earn.
    AAPC_SALARY_2021 = "AAPC: Medical coding and billing salary report",
        "https://www.aapc.com/business/resources/medical-coding-and-billing-salary-report", CopyDate::About("survey of 2021");
    /// The 40 per cent a third time.
    AHIMA_RECERTIFICATION_2024 = "AHIMA: Recertification (2024-25)",
        "https://ahima.org/certification/recertification.aspx", CopyDate::About("2024 or 2025");
    /// The policy for cycles that start in 2024 or later.
    AHIMA_RECERTIFICATION_2023 = "AHIMA: Recertification (2023-24)",
        "https://ahima.org/certification/recertification.aspx", CopyDate::About("2023 or 2024");
    /// What the CCS's exam has and asks for, by another page.
    PRACTICE_TEST_CCS = "Practice Test Geeks: CCS certification requirements",
        "https://practicetestgeeks.com/ccs/ccs-certification-requirements", CopyDate::Undated;
    /// The CCS's exam in the days of ICD-9.
    CCS_OUTLINE = "CCS content outline, on Scribd",
        "https://de.scribd.com/document/270357523/CCS-Content-Outline", CopyDate::About("days of ICD-9");
    /// The COC's exam, by another page.
    TRAINING_COC = "Medical Billing and Coding Training: COC",
        "https://medicalbillingandcoding.training/coc", CopyDate::Undated;
    /// The CCS before its exam was changed.
    AHIMA_CCS_2020 = "AHIMA: Certified Coding Specialist (2020)",
        "http://ahimaorg-558299850.us-east-1.elb.amazonaws.com/certification/CCS", CopyDate::About("2020");
    /// AHIMA's guide of 2014, quoted.
    SCHIMA_GUIDE = "South Carolina HIMA: Credential maintenance",
        "https://schimaevents.wixsite.com/southcarolinahima/credentialmaintenance",
        CopyDate::About("quotes a guide of summer 2014");
    /// How an index number is typed into AAPC's tracker.
    MBMC_SUBMITTING = "Medical Billing and Medical Coding: submitting AAPC CEUs",
        "https://www.medicalbillingandmedicalcoding.com/submittingaapcceus.html", CopyDate::About("2007 to 2012");
    /// What coders reported to earn in 2012.
    BECKERS_PAY = "Becker’s: How much do professional coders make? AAPC statistics from 2008 to 2012",
        "https://mail.beckersasc.com/asc-coding-billing-and-collections/how-much-do-professional-coders-make-aapc-statistics-from-2008-to-2012.html",
        CopyDate::About("2012");
}
