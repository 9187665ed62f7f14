//! The credentials: the three paths in full, and the others that can be held and counted.

use super::reported as n;
use super::requirement::{AHIMA_BASE, ARTICLE, LATEST};
use super::source::{
    self, Cited,
    Evidence::{Inferred, Official, Secondary},
    Source,
};

/// The body that grants a credential and asks for its CEUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Body {
    /// Once the American Academy of Professional Coders.
    Aapc,
    /// The American Health Information Management Association.
    Ahima,
}

macro_rules! credentials {
    ($($(#[$doc:meta])* $id:ident = $code:literal, $body:ident;)*) => {
        /// A credential that a reader may hold.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CredentialId { $($(#[$doc])* $id),* }

        /// Every credential, each body's own together.
        pub const ALL_CREDENTIALS: &[CredentialId] = &[$(CredentialId::$id),*];

        impl CredentialId {
            /// The letters by which it is known today and under which it is stored: "COC", not "CPC-H".
            ///
            /// ```
            /// # use coderpath::rules::CredentialId;
            /// assert_eq!(CredentialId::Coc.code(), "COC");
            /// ```
            pub const fn code(self) -> &'static str {
                match self { $(Self::$id => $code),* }
            }

            /// The body that grants it.
            ///
            /// ```
            /// # use coderpath::rules::{Body, CredentialId};
            /// assert_eq!(CredentialId::Ccs.body(), Body::Ahima);
            /// ```
            pub const fn body(self) -> Body {
                match self { $(Self::$id => Body::$body),* }
            }
        }
    };
}

credentials! {
    /// Certified Professional Coder.
    Cpc = "CPC", Aapc;
    /// A CPC whose two years of experience are still to come.
    CpcA = "CPC-A", Aapc;
    /// Certified Outpatient Coder, the CPC-H of the article.
    Coc = "COC", Aapc;
    /// A COC whose two years of experience are still to come.
    CocA = "COC-A", Aapc;
    /// AAPC's inpatient credential.
    Cic = "CIC", Aapc;
    /// AAPC's risk adjustment credential.
    Crc = "CRC", Aapc;
    /// AAPC's interventional radiology credential.
    Circc = "CIRCC", Aapc;
    /// AAPC's auditing credential.
    Cpma = "CPMA", Aapc;
    /// AAPC's compliance credential.
    Cpco = "CPCO", Aapc;
    /// AAPC's practice management credential.
    Cppm = "CPPM", Aapc;
    /// AAPC's documentation credential.
    Cdeo = "CDEO", Aapc;
    /// Certified Coding Specialist.
    Ccs = "CCS", Ahima;
    /// The CCS for physicians' work.
    CcsP = "CCS-P", Ahima;
    /// AHIMA's entry-level coding credential.
    Cca = "CCA", Ahima;
    /// A credential of AHIMA with a base of 20 CEUs.
    Rhit = "RHIT", Ahima;
    /// A credential of AHIMA with a base of 20 CEUs.
    Chts = "CHTS", Ahima;
    /// A credential of AHIMA with a base of 30 CEUs.
    Rhia = "RHIA", Ahima;
    /// A credential of AHIMA with a base of 30 CEUs.
    Chps = "CHPS", Ahima;
    /// A credential of AHIMA with a base of 30 CEUs.
    Chda = "CHDA", Ahima;
    /// A credential of AHIMA with a base of 30 CEUs.
    Cdip = "CDIP", Ahima;
    /// A credential of AHIMA with a base of 30 CEUs.
    Cphi = "CPHI", Ahima;
}

impl CredentialId {
    /// The credential of which this is the apprentice's form, or itself. An apprentice's credential is not a second one.
    ///
    /// ```
    /// # use coderpath::rules::CredentialId;
    /// assert_eq!(CredentialId::CpcA.full(), CredentialId::Cpc);
    /// assert_eq!(CredentialId::Ccs.full(), CredentialId::Ccs);
    /// ```
    pub const fn full(self) -> Self {
        match self {
            Self::CpcA => Self::Cpc,
            Self::CocA => Self::Coc,
            other => other,
        }
    }

    /// Whether this is an apprentice's credential (CPC-A, COC-A).
    ///
    /// ```
    /// # use coderpath::rules::CredentialId;
    /// assert!(CredentialId::CocA.is_apprentice());
    /// ```
    pub const fn is_apprentice(self) -> bool {
        matches!(self, Self::CpcA | Self::CocA)
    }

    /// The credential with this code, by its name of today or by an older one.
    ///
    /// ```
    /// # use coderpath::rules::CredentialId;
    /// assert_eq!(CredentialId::from_code("CPC-H"), Some(CredentialId::Coc));
    /// assert_eq!(CredentialId::from_code("XYZ"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "CPC-H" => Some(Self::Coc),
            "CPC-H-A" => Some(Self::CocA),
            code => ALL_CREDENTIALS.iter().copied().find(|id| id.code() == code),
        }
    }

    /// What is known of it beyond its letters; `None` for those that are only held and counted.
    ///
    /// ```
    /// # use coderpath::rules::CredentialId;
    /// assert_eq!(CredentialId::Coc.facts().unwrap().formerly, Some("CPC-H"));
    /// assert!(CredentialId::Rhia.facts().is_none());
    /// ```
    pub fn facts(self) -> Option<&'static Credential> {
        PATHS
            .iter()
            .copied()
            .find(|credential| credential.id == self)
    }
}

/// Where the work that a credential stands for is done, and whose bill it codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The services of physicians and other providers, wherever they are given.
    Professional,
    /// The hospital's bill for patients who are not admitted, and same-day surgery.
    HospitalOutpatient,
    /// The hospital's bill for admitted patients first, and outpatients too.
    HospitalInpatient,
}

/// A set of codes or a payment system that a credential works with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeSet {
    /// Procedures, physicians' and outpatient.
    Cpt,
    /// Supplies, drugs and services beside CPT.
    Hcpcs,
    /// Diagnoses.
    Icd10Cm,
    /// Inpatient procedures.
    Icd10Pcs,
    /// Outpatient hospital payment.
    ApcOpps,
    /// The hospital's claim form.
    Ub04,
}

/// How an exam asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExamForm {
    /// Multiple-choice questions only.
    MultipleChoice,
    /// Multiple-choice questions and scenarios to be coded.
    MultipleChoiceAndScenarios,
}

/// An exam's size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exam {
    /// Questions or items.
    pub items: u32,
    /// Hours given.
    pub hours: u32,
    /// How it asks.
    pub form: ExamForm,
}

impl Exam {
    /// Minutes given.
    ///
    /// ```
    /// # use coderpath::rules::CredentialId;
    /// assert_eq!(CredentialId::Ccs.facts().unwrap().exam.value.minutes(), 240);
    /// ```
    pub const fn minutes(self) -> u32 {
        self.hours.saturating_mul(60)
    }
}

/// What is asked before the exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerequisite {
    /// Nothing; the credential carries an -A until two years of experience are shown.
    OpenWithApprenticeship,
    /// A high-school diploma; experience is recommended and not required.
    DiplomaExperienceRecommended,
}

/// An exam as it was in the article's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastExam {
    /// Multiple-choice questions.
    pub questions: u32,
    /// Minutes given for them.
    pub minutes: u32,
    /// The cases that were coded besides, if there were any.
    pub cases: Option<Cases>,
}

/// The cases of an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cases {
    /// Of admitted patients.
    pub inpatient: u32,
    /// Of others.
    pub outpatient: u32,
    /// Minutes given for all of them.
    pub minutes: u32,
}

/// One of several ways to be admitted to an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryRoute {
    /// Holding an RHIA, RHIT or CCS-P.
    Credential,
    /// A training program.
    Training,
    /// Two years of coding.
    TwoYears,
    /// A CCA or another credential, and a year of coding.
    CredentialAndOneYear,
}

/// What an exam costs, in US dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExamFee {
    /// By the number of attempts that are bought.
    ByAttempts {
        /// For one.
        one: u32,
        /// For one, by another page that says otherwise.
        elsewhere: Option<&'static Cited<u32>>,
        /// For two together.
        two: u32,
    },
    /// By membership of the body.
    ByMembership {
        /// For members.
        members: u32,
        /// For everyone else.
        others: u32,
    },
}

/// Whether the body wants its holders to be members, and the yearly dues in US dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// It does.
    Required {
        /// For most.
        dues: u32,
        /// For students.
        students: u32,
        /// For most, by an undated page of the body's own.
        by_own_page: u32,
    },
    /// It does not.
    Optional,
}

/// Who typically employs the holders of a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Employers {
    /// Practices, clinics, billing companies, surgery centers.
    Practices,
    /// Outpatient and emergency departments of hospitals, surgery centers.
    HospitalOutpatient,
    /// Hospitals, academic centers, vendors of DRG and audit work.
    Hospitals,
}

/// A credential that the picker can recommend.
#[derive(Debug, PartialEq, Eq)]
pub struct Credential {
    /// Which one.
    pub id: CredentialId,
    /// Its full name.
    pub name: &'static str,
    /// The letters it had before, where it was renamed.
    pub formerly: Option<&'static str>,
    /// Where it is at home.
    pub setting: Cited<Setting>,
    /// What it codes with.
    pub code_sets: Cited<&'static [CodeSet]>,
    /// Its exam.
    pub exam: Cited<Exam>,
    /// Its exam in the article's days; `None` where no page was found that tells.
    pub exam_then: Option<Cited<PastExam>>,
    /// What is asked before the exam.
    pub prerequisite: Cited<Prerequisite>,
    /// What is known of a working day with it, and of who employs its holders; `words` tells it.
    pub workday: Cited<()>,
    /// The ways of which one was required in the article's days, where it was otherwise then.
    pub routes_then: Option<Cited<&'static [EntryRoute]>>,
    /// What the exam costs.
    pub fee: Cited<ExamFee>,
    /// What it takes in dues.
    pub membership: Cited<Membership>,
    /// Who employs its holders.
    pub employers: Cited<Employers>,
}

impl Credential {
    /// The pages that state the CEUs it asks for when it is held alone.
    ///
    /// ```
    /// # use coderpath::rules::CredentialId;
    /// assert!(!CredentialId::Ccs.facts().unwrap().upkeep_sources().is_empty());
    /// ```
    pub fn upkeep_sources(&self) -> Vec<&'static Source> {
        match self.id.body() {
            Body::Aapc => [ARTICLE.totals.sources, LATEST.totals.sources].concat(),
            Body::Ahima => AHIMA_BASE.sources.to_vec(),
        }
    }

    /// Every page behind what is known of it, with repetitions.
    ///
    /// ```
    /// # use coderpath::rules::{CredentialId, source};
    /// assert!(CredentialId::Ccs.facts().unwrap().pages().contains(&source::HIM_CCS));
    /// ```
    pub fn pages(&self) -> Vec<&'static Source> {
        [
            self.formerly.map_or(&[][..], |_| RENAMED),
            self.setting.sources,
            self.code_sets.sources,
            self.exam.sources,
            self.exam_then.map_or(&[], |exam| exam.sources),
            self.prerequisite.sources,
            self.routes_then.map_or(&[], |routes| routes.sources),
            self.fee.sources,
            self.membership.sources,
            &self.upkeep_sources(),
            self.employers.sources,
        ]
        .concat()
    }
}

/// The pages that name the COC as the CPC-H of before.
const RENAMED: &[&Source] = &[source::AAPC_COC, source::AAPC_EXAM_FAQ];

/// The three paths, in the order in which ties are decided (see `picker`).
pub const PATHS: [&Credential; 3] = [&CPC, &COC, &CCS];

/// What AAPC asks of all its holders.
const AAPC_DUES: Cited<Membership> = Cited {
    value: Membership::Required {
        dues: n::AAPC_DUES.value.most,
        students: n::AAPC_DUES.value.students,
        by_own_page: n::AAPC_DUES_BY_OWN_PAGE.value,
    },
    evidence: Secondary,
    sources: &[source::MBC_CPC, source::AAPC_MEMBERSHIP],
};

static CPC: Credential = Credential {
    id: CredentialId::Cpc,
    name: "Certified Professional Coder",
    formerly: None,
    setting: Cited {
        value: Setting::Professional,
        evidence: Secondary,
        sources: &[source::CCO_CPC],
    },
    code_sets: Cited {
        value: &[CodeSet::Cpt, CodeSet::Hcpcs, CodeSet::Icd10Cm],
        evidence: Secondary,
        sources: &[source::MBC_CPC],
    },
    exam: Cited {
        value: Exam {
            items: 100,
            hours: 4,
            form: ExamForm::MultipleChoice,
        },
        evidence: Secondary,
        sources: &[source::MBC_CPC, source::ALTIERUS_CPC],
    },
    exam_then: Some(Cited {
        value: PastExam {
            questions: n::CPC_EXAM_BEFORE.value.items,
            minutes: n::CPC_EXAM_BEFORE.value.minutes,
            cases: None,
        },
        evidence: n::CPC_EXAM_BEFORE.evidence,
        sources: n::CPC_EXAM_BEFORE.sources,
    }),
    prerequisite: Cited {
        value: Prerequisite::OpenWithApprenticeship,
        evidence: Official,
        sources: &[source::AAPC_APPRENTICE],
    },
    workday: Cited {
        value: (),
        evidence: Inferred,
        sources: &[source::MBC_CPC, source::HIM_CCS],
    },
    routes_then: None,
    fee: Cited {
        value: ExamFee::ByAttempts {
            one: n::CPC_FEES.value.lower,
            elsewhere: Some(&n::CPC_FEE_ELSEWHERE),
            two: n::CPC_FEES.value.higher,
        },
        evidence: Secondary,
        sources: &[source::MBC_CPC, source::CONFIDENCE_CPC],
    },
    membership: AAPC_DUES,
    employers: Cited {
        value: Employers::Practices,
        evidence: Secondary,
        sources: &[source::MBC_CPC],
    },
};

static COC: Credential = Credential {
    id: CredentialId::Coc,
    name: "Certified Outpatient Coder",
    formerly: Some("CPC-H"),
    setting: Cited {
        value: Setting::HospitalOutpatient,
        evidence: Official,
        sources: &[source::AAPC_COC],
    },
    code_sets: Cited {
        value: &[
            CodeSet::Cpt,
            CodeSet::Hcpcs,
            CodeSet::Icd10Cm,
            CodeSet::ApcOpps,
            CodeSet::Ub04,
        ],
        evidence: Official,
        sources: &[source::AAPC_COC, source::TRANSCODE_COC],
    },
    exam: Cited {
        value: Exam {
            items: 100,
            hours: 4,
            form: ExamForm::MultipleChoice,
        },
        evidence: Official,
        sources: &[source::AAPC_COC],
    },
    exam_then: None,
    // The apprenticeship page speaks of the CPC; that the COC-A works alike is inferred from it.
    prerequisite: Cited {
        value: Prerequisite::OpenWithApprenticeship,
        evidence: Inferred,
        sources: &[source::AAPC_APPRENTICE],
    },
    workday: Cited {
        value: (),
        evidence: Inferred,
        sources: &[source::AAPC_COC, source::TRANSCODE_COC, source::HIM_CCS],
    },
    routes_then: None,
    fee: Cited {
        value: ExamFee::ByAttempts {
            one: n::COC_FEES.value.lower,
            elsewhere: None,
            two: n::COC_FEES.value.higher,
        },
        evidence: n::COC_FEES.evidence,
        sources: n::COC_FEES.sources,
    },
    membership: AAPC_DUES,
    employers: Cited {
        value: Employers::HospitalOutpatient,
        evidence: Official,
        sources: &[source::AAPC_COC],
    },
};

static CCS: Credential = Credential {
    id: CredentialId::Ccs,
    name: "Certified Coding Specialist",
    formerly: None,
    setting: Cited {
        value: Setting::HospitalInpatient,
        evidence: Official,
        sources: &[source::AHIMA_CCS, source::AHIMA_CCS_2010],
    },
    code_sets: Cited {
        value: &[CodeSet::Icd10Cm, CodeSet::Icd10Pcs, CodeSet::Cpt],
        evidence: Secondary,
        sources: &[source::HIM_CCS],
    },
    exam: Cited {
        value: Exam {
            items: 107,
            hours: 4,
            form: ExamForm::MultipleChoiceAndScenarios,
        },
        evidence: Secondary,
        sources: &[source::HIM_CCS],
    },
    exam_then: Some(Cited {
        value: PastExam {
            questions: n::CCS_EXAM_BEFORE.value.questions,
            minutes: 60,
            cases: Some(Cases {
                inpatient: {
                    let exam = n::CCS_EXAM_BEFORE.value;
                    exam.cases.saturating_sub(exam.outpatient_cases)
                },
                outpatient: n::CCS_EXAM_BEFORE.value.outpatient_cases,
                minutes: 180,
            }),
        },
        evidence: n::CCS_EXAM_BEFORE.evidence,
        sources: n::CCS_EXAM_BEFORE.sources,
    }),
    prerequisite: Cited {
        value: Prerequisite::DiplomaExperienceRecommended,
        evidence: Official,
        sources: &[source::AHIMA_CCS],
    },
    workday: Cited {
        value: (),
        evidence: Inferred,
        sources: &[source::HIM_CCS],
    },
    routes_then: Some(Cited {
        value: &[
            EntryRoute::Credential,
            EntryRoute::Training,
            EntryRoute::TwoYears,
            EntryRoute::CredentialAndOneYear,
        ],
        evidence: Secondary,
        sources: &[source::CCS_ROUTES_QUOTED],
    }),
    // The same about 2010 and now.
    fee: Cited {
        value: ExamFee::ByMembership {
            members: n::CCS_FEES.value.lower,
            others: n::CCS_FEES.value.higher,
        },
        evidence: n::CCS_FEES.evidence,
        sources: n::CCS_FEES.sources,
    },
    membership: Cited {
        value: Membership::Optional,
        evidence: Inferred,
        sources: &[source::AHIMA_RECERTIFICATION_FAQ],
    },
    employers: Cited {
        value: Employers::Hospitals,
        evidence: Secondary,
        sources: &[source::HIM_CCS],
    },
};
