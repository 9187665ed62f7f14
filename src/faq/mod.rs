//! What people ask about these credentials and their CEUs: which questions, their pages, and where each leads.
//!
//! The questions are those that forums, trainers and the bodies' own help pages are asked. `words` asks and answers them.

use crate::rules::Source;
use crate::rules::source::{
    AAPC_ALLOCATE, AAPC_APPRENTICE, AAPC_APPRENTICE_OLDER, AAPC_CANCELLATION, AAPC_CEU_FAQ,
    AAPC_CEU_HELP_2012, AAPC_CEU_HELP_2015, AAPC_CEU_HELP_LATER, AAPC_CIC_EXAM, AAPC_COC,
    AAPC_EXAM_FAQ, AAPC_HARDSHIP, AAPC_MAINTAIN, AAPC_MEMBERSHIP, AAPC_MEMBERSHIP_OLDER,
    AAPC_PRORATION, AAPC_REVOKED, AAPC_SALARY_2021, AAPC_SUBMIT, AHIMA_CCA, AHIMA_CCS,
    AHIMA_CCS_2010, AHIMA_RECERTIFICATION_2019, AHIMA_RECERTIFICATION_2024,
    AHIMA_RECERTIFICATION_2025, AHIMA_RECERTIFICATION_FAQ, AHIMA_RECERTIFY_2025, ALTIERUS_CPC,
    ANDREWS_SCHOOL, CCO_CPC, CCO_TRACKER, CONFIDENCE_CPC, FOR_THE_RECORD, HIM_CCS, MBC_CPC,
    MBMC_SUBMITTING, MEDITEC_BODIES, OPEN_EXAM_COC, OPEN_EXAM_COC_GUIDE, TRAINING_CPC_COC_CIC,
    TRANSCODE_COC,
};

/// Where an answer leads on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// To the quiz.
    Quiz,
    /// To the calculator.
    Calculator,
    /// To the log.
    Log,
    /// To the rules and their sources.
    Rules,
}

macro_rules! questions {
    ($($(#[$doc:meta])* $id:ident = $key:literal, $lead:ident, [$($source:expr),*];)*) => {
        /// Something that people ask.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FaqId { $($(#[$doc])* $id),* }

        impl FaqId {
            /// Every question, in the order in which they are listed.
            pub const ALL: &[Self] = &[$(Self::$id),*];

            /// The name by which a link leads to it. It never changes.
            ///
            /// ```
            /// # use coderpath::faq::FaqId;
            /// assert_eq!(FaqId::CocOrCpc.key(), "coc-or-cpc");
            /// ```
            pub const fn key(self) -> &'static str {
                match self { $(Self::$id => $key),* }
            }

            /// The pages behind its answer.
            ///
            /// ```
            /// # use coderpath::faq::FaqId;
            /// assert!(!FaqId::GrayButton.sources().is_empty());
            /// ```
            pub const fn sources(self) -> &'static [&'static Source] {
                match self { $(Self::$id => &[$($source),*]),* }
            }

            /// Where its answer leads on, if somewhere.
            ///
            /// ```
            /// # use coderpath::faq::{FaqId, Lead};
            /// assert_eq!(FaqId::CpcOrCcs.leads_to(), Some(Lead::Quiz));
            /// ```
            pub const fn leads_to(self) -> Option<Lead> {
                match self { $(Self::$id => questions!(@lead $lead)),* }
            }
        }
    };
    (@lead Nowhere) => { None };
    (@lead $lead:ident) => { Some(Lead::$lead) };
}

questions! {
    /// CPC or CCS, which should I take?
    CpcOrCcs = "cpc-or-ccs", Quiz, [CCO_CPC, AAPC_APPRENTICE, AHIMA_CCS, AHIMA_CCS_2010];
    /// How does the COC differ from the CPC?
    CocOrCpc = "coc-or-cpc", Quiz, [CCO_CPC, AAPC_COC, TRANSCODE_COC, MBC_CPC, ALTIERUS_CPC];
    /// CPC, COC or CIC?
    CpcCocOrCic = "cpc-coc-or-cic", Quiz, [TRAINING_CPC_COC_CIC, CCO_CPC, AAPC_COC, AAPC_CIC_EXAM];
    /// AAPC or AHIMA?
    AapcOrAhima = "aapc-or-ahima", Quiz,
        [MEDITEC_BODIES, AAPC_MEMBERSHIP, AAPC_MAINTAIN, AHIMA_RECERTIFICATION_FAQ, FOR_THE_RECORD];
    /// The CCA first?
    Cca = "cca", Quiz, [ANDREWS_SCHOOL, AHIMA_CCA, HIM_CCS, AHIMA_CCS];
    /// Which for what interests me?
    Interest = "interest", Quiz, [FOR_THE_RECORD, CCO_CPC, AAPC_COC, AHIMA_CCS, AAPC_CIC_EXAM, AAPC_MAINTAIN];
    /// A job without certification?
    JobWithout = "job-without", Quiz, [AAPC_SALARY_2021, AAPC_APPRENTICE];
    /// The -A.
    Apprentice = "apprentice", Rules, [AAPC_APPRENTICE, AAPC_APPRENTICE_OLDER];
    /// What the CPC's exam requires.
    CpcExam = "cpc-exam", Nowhere, [CCO_CPC, AAPC_APPRENTICE, MBC_CPC, ALTIERUS_CPC, AAPC_MEMBERSHIP];
    /// What the letters stand for.
    Letters = "letters", Quiz, [AAPC_EXAM_FAQ, AAPC_COC, CCO_CPC, AHIMA_CCS, AAPC_APPRENTICE];
    /// What an exam costs, and books.
    ExamCost = "exam-cost", Rules,
        [MBC_CPC, CONFIDENCE_CPC, OPEN_EXAM_COC, OPEN_EXAM_COC_GUIDE, HIM_CCS, AHIMA_CCS_2010, ALTIERUS_CPC];
    /// More credentials, more CEUs?
    MoreCredentials = "more-credentials", Calculator,
        [AAPC_CEU_HELP_2012, AAPC_CEU_HELP_2015, AAPC_CEU_FAQ, AAPC_CEU_HELP_LATER,
         AHIMA_RECERTIFICATION_2019, AHIMA_RECERTIFICATION_FAQ];
    /// Proration.
    Prorated = "prorated", Calculator,
        [AAPC_PRORATION, AAPC_MAINTAIN, AAPC_CEU_HELP_2015, AAPC_CEU_FAQ, AAPC_CEU_HELP_LATER];
    /// A tracker that shows less.
    TrackerShowsLess = "tracker-shows-less", Log,
        [CCO_TRACKER, AAPC_PRORATION, AAPC_MAINTAIN, AAPC_CEU_HELP_2015, AAPC_CEU_FAQ, AAPC_CEU_HELP_LATER];
    /// Where the index number goes.
    IndexNumber = "index-number", Log, [AAPC_SUBMIT, MBMC_SUBMITTING];
    /// How to submit, and the button that cannot be pressed.
    GrayButton = "grey-button", Log, [AAPC_SUBMIT];
    /// One CEU for two credentials.
    TwoCredentials = "two-credentials", Rules,
        [AAPC_ALLOCATE, AAPC_CEU_HELP_2012, AAPC_CEU_HELP_2015, AHIMA_RECERTIFICATION_2019];
    /// Too late.
    Revoked = "revoked", Rules,
        [AAPC_MEMBERSHIP, AAPC_MEMBERSHIP_OLDER, AAPC_REVOKED, AAPC_HARDSHIP, AAPC_CANCELLATION];
    /// AHIMA's self-review and fee.
    SelfReview = "self-review", Rules, [AHIMA_RECERTIFICATION_2019, AHIMA_RECERTIFICATION_FAQ];
    /// AHIMA's share from its own sources.
    FortyPercent = "forty-percent", Calculator,
        [AHIMA_RECERTIFICATION_2025, AHIMA_RECERTIFY_2025, AHIMA_RECERTIFICATION_2024,
         AHIMA_RECERTIFICATION_2019, AHIMA_RECERTIFICATION_FAQ];
}

impl FaqId {
    /// The question with this name.
    ///
    /// ```
    /// # use coderpath::faq::FaqId;
    /// assert_eq!(FaqId::from_key("prorated"), Some(FaqId::Prorated));
    /// assert_eq!(FaqId::from_key("Prorated"), None);
    /// ```
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.key() == key)
    }
}
