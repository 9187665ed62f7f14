//! Figures that are no rules: what exams cost and were like, how many hold a credential, what was reported of them.
//! The widget tells them where people ask or where the article says otherwise, and decides nothing by them.

use super::Ceus;
use super::source::{
    self, Cited,
    Evidence::{Official, Secondary},
};

/// What an exam costs, in dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fees {
    /// For one attempt, or for a member.
    pub lower: u32,
    /// For two attempts, or for one who is not a member.
    pub higher: u32,
}

/// The CPC's exam, for one attempt and for two, in February 2026.
pub static CPC_FEES: Cited<Fees> = Cited {
    value: Fees {
        lower: 425,
        higher: 499,
    },
    evidence: Secondary,
    sources: &[source::MBC_CPC],
};
/// What another page says one attempt at the CPC's exam costs, in dollars.
pub static CPC_FEE_ELSEWHERE: Cited<u32> = Cited {
    value: 399,
    evidence: Secondary,
    sources: &[source::CONFIDENCE_CPC],
};
/// The COC's exam, for one attempt and for two, in February 2026.
pub static COC_FEES: Cited<Fees> = Cited {
    value: Fees {
        lower: 399,
        higher: 499,
    },
    evidence: Secondary,
    sources: &[source::OPEN_EXAM_COC, source::OPEN_EXAM_COC_GUIDE],
};
/// The CCS's exam, for members of AHIMA and for others: the same about 2010 and in December 2025.
pub static CCS_FEES: Cited<Fees> = Cited {
    value: Fees {
        lower: 299,
        higher: 399,
    },
    evidence: Secondary,
    sources: &[source::HIM_CCS, source::AHIMA_CCS_2010],
};

/// AAPC's dues for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dues {
    /// For most.
    pub most: u32,
    /// For students.
    pub students: u32,
}

/// AAPC's dues in February 2026, in dollars.
pub static AAPC_DUES: Cited<Dues> = Cited {
    value: Dues {
        most: 222,
        students: 157,
    },
    evidence: Secondary,
    sources: &[source::MBC_CPC],
};
/// AAPC's dues for most, by an undated page of its own, in dollars.
pub static AAPC_DUES_BY_OWN_PAGE: Cited<u32> = Cited {
    value: 190,
    evidence: Official,
    sources: &[source::AAPC_MEMBERSHIP],
};
/// The same on an older copy.
pub static AAPC_DUES_BEFORE: Cited<u32> = Cited {
    value: 125,
    evidence: Official,
    sources: &[source::AAPC_MEMBERSHIP_OLDER],
};

/// What part of the CPC's exam must be right, in per cent.
pub static CPC_PASS_PERCENT: Cited<u32> = Cited {
    value: 70,
    evidence: Secondary,
    sources: &[source::MBC_CPC, source::ALTIERUS_CPC],
};

/// How long an exam is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamLength {
    /// Questions or items.
    pub items: u32,
    /// Minutes given.
    pub minutes: u32,
}

/// The CPC's exam as older pages have it.
pub static CPC_EXAM_BEFORE: Cited<ExamLength> = Cited {
    value: ExamLength {
        items: 150,
        minutes: 340,
    },
    evidence: Secondary,
    sources: &[source::PRACTICE_TEST_CPC],
};
/// The CCA's exam.
pub static CCA_EXAM: Cited<ExamLength> = Cited {
    value: ExamLength {
        items: 105,
        minutes: 120,
    },
    evidence: Official,
    sources: &[source::AHIMA_CCA],
};

/// The CCS's exam in the article's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CcsExamBefore {
    /// Multiple-choice questions.
    pub questions: u32,
    /// Cases to be coded.
    pub cases: u32,
    /// How many of the cases were outpatients'.
    pub outpatient_cases: u32,
}

/// The CCS's exam in the article's days.
pub static CCS_EXAM_BEFORE: Cited<CcsExamBefore> = Cited {
    value: CcsExamBefore {
        questions: 60,
        cases: 13,
        outpatient_cases: 7,
    },
    evidence: Official,
    sources: &[source::AHIMA_CCS_2010],
};
/// Questions, and what is coded besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamParts {
    /// Multiple-choice questions.
    pub questions: u32,
    /// Cases or scenarios.
    pub cases: u32,
}

/// The CCS's exam by another page, with cases.
pub static CCS_EXAM_ELSEWHERE: Cited<ExamParts> = Cited {
    value: ExamParts {
        questions: 97,
        cases: 13,
    },
    evidence: Secondary,
    sources: &[source::PRACTICE_TEST_CCS],
};
/// The CCS's exam by an outline of the days of ICD-9, with scenarios.
pub static CCS_EXAM_OUTLINE: Cited<ExamParts> = Cited {
    value: ExamParts {
        questions: 97,
        cases: 8,
    },
    evidence: Secondary,
    sources: &[source::CCS_OUTLINE],
};
/// The COC's exam by a page that AAPC's own contradicts.
pub static COC_EXAM_ELSEWHERE: Cited<ExamLength> = Cited {
    value: ExamLength {
        items: 350,
        minutes: 340,
    },
    evidence: Secondary,
    sources: &[source::TRAINING_COC],
};
/// How many of those who took the CCS exam for the first time in 2025 passed, in per cent, as quoted from AHIMA.
pub static CCS_FIRST_TIME_PERCENT: Cited<u32> = Cited {
    value: 84,
    evidence: Secondary,
    sources: &[source::HIM_CCS],
};

/// How many held a CPC about 2017, at least.
pub static CPC_HOLDERS: Cited<u32> = Cited {
    value: 105_000,
    evidence: Secondary,
    sources: &[source::CCO_CPC],
};
/// How many held a CCS in December 2025, as quoted from AHIMA.
pub static CCS_HOLDERS: Cited<u32> = Cited {
    value: 36_925,
    evidence: Secondary,
    sources: &[source::HIM_CCS],
};

/// What holders of a CPC reported to earn in 2012, in dollars a year on average.
pub static CPC_PAY_2012: Cited<u32> = Cited {
    value: 47_796,
    evidence: Secondary,
    sources: &[source::BECKERS_PAY],
};
/// What holders of a CPC-H reported to earn in 2012, in dollars a year on average.
pub static CPC_H_PAY_2012: Cited<u32> = Cited {
    value: 56_466,
    evidence: Secondary,
    sources: &[source::BECKERS_PAY],
};

/// The pace that AAPC preferred and did not require when two-year reporting was new, a year.
pub static AAPC_YEARLY_PACE_2008: Cited<Ceus> = Cited {
    value: Ceus::whole(18),
    evidence: Official,
    sources: &[source::AAPC_CEUS_2008],
};

/// A first tracker that a trainer showed: what it asked, and for how many months at
/// [`AAPC_PRORATED_MONTHLY`](super::mechanics::AAPC_PRORATED_MONTHLY) that would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstTracker {
    /// What it asked.
    pub asked: Ceus,
    /// The months that explain it. This is our arithmetic.
    pub months: u32,
}

/// The first tracker that a trainer showed.
pub static FIRST_TRACKER: Cited<FirstTracker> = Cited {
    value: FirstTracker {
        asked: Ceus::whole(27),
        months: 18,
    },
    evidence: Secondary,
    sources: &[source::CCO_TRACKER],
};
