//! The questions, their options, and what each option weighs.
//!
//! They are drawn from what people ask and from what tells the three credentials apart. A weight is the number of
//! points that an option gives to a path: 5 for whose work and which patients are to be coded, which is what the
//! credentials are about; 2 for the daily work that is liked and for what employers near by ask for; 1 for the
//! experience at hand and for a preference. So no two lesser answers outweigh the setting. The weights are a judgement
//! and not a figure from a source; the sources named are those for the fact behind each.

use super::answers::Answers;
use super::outcome::Path;
use crate::rules::source::{self, Source};

/// The most questions that anyone is asked.
pub const MOST_QUESTIONS: usize = 7;

macro_rules! ids {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $id:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$of])* $id),* }

        impl $name {
            /// A short name that stays the same through releases, for storage, links and tests.
            ///
            /// ```
            /// use coderpath::picker::{Choice, QuestionId};
            /// assert_eq!((QuestionId::Work.key(), Choice::NotSure.key()), ("work", "not-sure"));
            /// ```
            pub const fn key(self) -> &'static str {
                match self { $(Self::$id => $key),* }
            }

            /// The one with this key.
            ///
            /// ```
            /// use coderpath::picker::{Choice, QuestionId};
            /// assert_eq!(QuestionId::from_key("ads"), Some(QuestionId::Ads));
            /// assert_eq!(Choice::from_key("no such answer"), None);
            /// ```
            pub fn from_key(key: &str) -> Option<Self> {
                [$(Self::$id),*].into_iter().find(|id| id.key() == key)
            }
        }
    };
}

ids! {
    /// A question of the picker.
    QuestionId {
        /// Which of the three are held already.
        Held = "held",
        /// Whose work is to be coded.
        Work = "work",
        /// Which patients, where that is open.
        Patients = "patients",
        /// How much coding has been done.
        Experience = "experience",
        /// Which cases are liked.
        Cases = "cases",
        /// What the advertisements near by ask for.
        Ads = "ads",
        /// Which body is preferred.
        Body = "body",
    }
}

ids! {
    /// An answer that can be given. Each question offers some of these, and always [`Choice::NotSure`].
    Choice {
        /// Holds none of the three.
        HoldsNone = "none",
        /// Holds a CPC or CPC-A.
        HoldsCpc = "cpc",
        /// Holds a CPC-H, now COC, or COC-A.
        HoldsCoc = "coc",
        /// Holds a CCS.
        HoldsCcs = "ccs",
        /// Holds CPC and CPC-H.
        HoldsCpcCoc = "cpc+coc",
        /// Holds CPC and CCS.
        HoldsCpcCcs = "cpc+ccs",
        /// Holds CPC-H and CCS.
        HoldsCocCcs = "coc+ccs",
        /// Holds all three.
        HoldsAll = "all",
        /// The work of doctors and other providers.
        Providers = "providers",
        /// The hospital's own bill.
        Hospital = "hospital",
        /// Visits to a doctor's office.
        OfficeVisits = "office",
        /// Patients of a hospital or surgery centre who are not admitted.
        SameDay = "same-day",
        /// Patients who are admitted.
        Admitted = "admitted",
        /// Has coded little or not at all.
        Beginner = "beginner",
        /// Has coded for about a year.
        OneYear = "one-year",
        /// Has coded for two years or more, or holds a credential that counts as much.
        TwoYears = "two-years",
        /// Many short encounters.
        ShortCases = "short",
        /// Charges and payment rules.
        PaymentRules = "payment-rules",
        /// Few long records.
        LongRecords = "long",
        /// The advertisements ask for a CPC.
        AdsCpc = "ads-cpc",
        /// The advertisements ask for a COC or CPC-H.
        AdsCoc = "ads-coc",
        /// The advertisements ask for a CCS, a CIC or an RHIT.
        AdsCcs = "ads-ccs",
        /// Prefers AAPC.
        PrefersAapc = "aapc",
        /// Prefers AHIMA.
        PrefersAhima = "ahima",
        /// Has no preference.
        EitherBody = "either",
        /// Cannot say. It never changes a score.
        NotSure = "not-sure",
    }
}

/// A term that stands in a question or its answers and is explained beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// The -A behind a credential.
    Apprentice,
    /// The name of the CPC-H today.
    Coc,
    /// The bill for a provider's own services.
    ProfessionalFee,
    /// The place that sends a bill of its own.
    Facility,
    /// Who is admitted.
    Inpatient,
    /// Who is not.
    Outpatient,
    /// Where operations of a day are done.
    SurgeryCenter,
    /// AHIMA's credentials for health information.
    Rhit,
    /// AHIMA's credential for physicians' work.
    CcsP,
    /// A check of a claim.
    Edit,
    /// Outpatient payment.
    Apc,
    /// AAPC's inpatient credential.
    Cic,
    /// The one body.
    Aapc,
    /// The other body.
    Ahima,
}

/// Points that an option gives to a path.
pub type Weight = (Path, u32);

/// One answer that a question offers.
#[derive(Debug)]
pub struct QuestionOption {
    /// Which answer.
    pub choice: Choice,
    /// What it weighs; empty if it decides nothing by itself.
    pub weights: &'static [Weight],
}

/// A question of the picker.
#[derive(Debug)]
pub struct Question {
    /// Which one.
    pub id: QuestionId,
    /// The terms in it that are explained beside it.
    pub terms: &'static [Term],
    /// Its answers, "not sure" last.
    pub options: &'static [QuestionOption],
    /// The pages from which the question and its weights were drawn.
    pub sources: &'static [&'static Source],
    /// Whether it is asked, given the answers to the questions before it.
    pub(super) is_asked: fn(&Answers) -> bool,
}

const fn option(choice: Choice, weights: &'static [Weight]) -> QuestionOption {
    QuestionOption { choice, weights }
}

const NOT_SURE: QuestionOption = option(Choice::NotSure, &[]);

/// Whether more than one path is left: where only one is, no answer could change the result.
fn is_open(answers: &Answers) -> bool {
    !matches!(
        answers.get(QuestionId::Held),
        Some(Choice::HoldsCpcCoc | Choice::HoldsCpcCcs | Choice::HoldsCocCcs | Choice::HoldsAll)
    )
}

/// Every question, in the order in which they are asked.
pub static QUESTIONS: [Question; MOST_QUESTIONS] = [
    Question {
        id: QuestionId::Held,
        terms: &[Term::Apprentice, Term::Coc],
        options: &[
            option(Choice::HoldsNone, &[]),
            option(Choice::HoldsCpc, &[]),
            option(Choice::HoldsCoc, &[]),
            option(Choice::HoldsCcs, &[]),
            option(Choice::HoldsCpcCoc, &[]),
            option(Choice::HoldsCpcCcs, &[]),
            option(Choice::HoldsCocCcs, &[]),
            option(Choice::HoldsAll, &[]),
            NOT_SURE,
        ],
        sources: &[
            source::AAPC_CEU_HELP_2012,
            source::AAPC_CEU_HELP_2015,
            source::AHIMA_CCS,
        ],
        is_asked: |_| true,
    },
    Question {
        id: QuestionId::Work,
        terms: &[Term::ProfessionalFee, Term::Facility],
        options: &[
            option(Choice::Providers, &[(Path::Cpc, 5)]),
            option(Choice::Hospital, &[]),
            NOT_SURE,
        ],
        sources: &[
            source::TRAINING_CPC_COC_CIC,
            source::AAPC_COC,
            source::HIM_CCS,
        ],
        is_asked: is_open,
    },
    Question {
        id: QuestionId::Patients,
        terms: &[Term::Inpatient, Term::Outpatient, Term::SurgeryCenter],
        options: &[
            option(Choice::OfficeVisits, &[(Path::Cpc, 5)]),
            option(Choice::SameDay, &[(Path::Coc, 5)]),
            option(Choice::Admitted, &[(Path::Ccs, 5)]),
            NOT_SURE,
        ],
        sources: &[source::AAPC_COC, source::TRAINING_CPC_COC_CIC],
        is_asked: |answers| {
            is_open(answers) && answers.get(QuestionId::Work) != Some(Choice::Providers)
        },
    },
    Question {
        id: QuestionId::Experience,
        terms: &[Term::Rhit, Term::CcsP],
        options: &[
            option(Choice::Beginner, &[(Path::Cpc, 1)]),
            option(Choice::OneYear, &[(Path::Coc, 1)]),
            option(Choice::TwoYears, &[(Path::Ccs, 1)]),
            NOT_SURE,
        ],
        sources: &[source::AAPC_APPRENTICE, source::AHIMA_CCS],
        is_asked: is_open,
    },
    Question {
        id: QuestionId::Cases,
        terms: &[Term::Edit, Term::Apc],
        options: &[
            option(Choice::ShortCases, &[(Path::Cpc, 2)]),
            option(Choice::PaymentRules, &[(Path::Coc, 2)]),
            option(Choice::LongRecords, &[(Path::Ccs, 2)]),
            NOT_SURE,
        ],
        sources: &[source::HIM_CCS, source::AAPC_COC],
        is_asked: is_open,
    },
    Question {
        id: QuestionId::Ads,
        terms: &[Term::Cic, Term::Rhit],
        options: &[
            option(Choice::AdsCpc, &[(Path::Cpc, 2)]),
            option(Choice::AdsCoc, &[(Path::Coc, 2)]),
            option(Choice::AdsCcs, &[(Path::Ccs, 2)]),
            NOT_SURE,
        ],
        sources: &[source::FOR_THE_RECORD],
        is_asked: is_open,
    },
    Question {
        id: QuestionId::Body,
        terms: &[Term::Aapc, Term::Ahima],
        options: &[
            option(Choice::PrefersAapc, &[(Path::Cpc, 1), (Path::Coc, 1)]),
            option(Choice::PrefersAhima, &[(Path::Ccs, 1)]),
            option(Choice::EitherBody, &[]),
            NOT_SURE,
        ],
        sources: &[
            source::MEDITEC_BODIES,
            source::AAPC_MAINTAIN,
            source::AHIMA_RECERTIFICATION_FAQ,
        ],
        is_asked: is_open,
    },
];

impl QuestionId {
    /// Its place in [`QUESTIONS`], counted from 0.
    pub(super) fn place(self) -> usize {
        QUESTIONS
            .iter()
            .take_while(|question| question.id != self)
            .count()
    }
}

impl Question {
    /// The question with this id.
    ///
    /// ```
    /// use coderpath::picker::{Question, QuestionId};
    /// assert_eq!(Question::of(QuestionId::Ads).options.len(), 4);
    /// ```
    pub fn of(id: QuestionId) -> &'static Self {
        // The match, and not a search, so that the compiler knows that every id has its question.
        let [held, work, patients, experience, cases, ads, body] = &QUESTIONS;
        match id {
            QuestionId::Held => held,
            QuestionId::Work => work,
            QuestionId::Patients => patients,
            QuestionId::Experience => experience,
            QuestionId::Cases => cases,
            QuestionId::Ads => ads,
            QuestionId::Body => body,
        }
    }

    /// What a choice weighs here; nothing, if the question does not offer it.
    pub(super) fn weights(&self, choice: Choice) -> &'static [Weight] {
        self.options
            .iter()
            .find(|option| option.choice == choice)
            .map_or(&[], |option| option.weights)
    }
}
