//! What the article says otherwise than the bodies' pages, and where those pages disagree among themselves.

use super::mechanics as m;
use super::reported as n;
use super::requirement as r;
use super::source::{self, Source};

/// Something that the article says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingId {
    /// Its table of totals.
    Totals,
    /// "Semi-annually".
    SemiAnnually,
    /// "Every year".
    EveryYear,
    /// CPC-H as hospital work at large.
    HospitalWork,
    /// The name CPC-H.
    Renamed,
    /// CCS as inpatient work only.
    CcsInpatient,
    /// Either for beginners.
    Beginners,
    /// The CCS as the harder exam.
    Harder,
    /// Certifications of both bodies in one count.
    OneCount,
    /// More pay with a CPC-H.
    Pay,
    /// Outpatient as less than a day, and dental work.
    Outpatient,
    /// Known throughout the world.
    World,
    /// "CSS".
    Css,
    /// As many with a CCS as with a CPC.
    Popular,
}

/// Something that the article says, with the pages that say otherwise.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub id: FindingId,
    sources: &'static [&'static [&'static Source]],
}

impl Finding {
    /// The pages that say otherwise; none for a slip of the pen, or where no page was found.
    ///
    /// ```
    /// use coderpath::rules::FINDINGS;
    /// assert!(FINDINGS[0].sources().count() > 0);
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> {
        self.sources.iter().copied().flatten().copied()
    }
}

const fn finding(id: FindingId, sources: &'static [&'static [&'static Source]]) -> Finding {
    Finding { id, sources }
}

/// What the article says otherwise than the bodies' pages.
pub static FINDINGS: [Finding; 14] = {
    use FindingId as Id;
    [
        finding(
            Id::Totals,
            &[r::ARTICLE.totals.sources, r::LATEST.totals.sources],
        ),
        finding(Id::SemiAnnually, &[&[source::AAPC_MAINTAIN]]),
        finding(Id::EveryYear, &[n::AAPC_YEARLY_PACE_2008.sources]),
        finding(
            Id::HospitalWork,
            &[&[source::AAPC_COC, source::TRAINING_CPC_COC_CIC]],
        ),
        finding(Id::Renamed, &[&[source::AAPC_COC, source::AAPC_EXAM_FAQ]]),
        finding(
            Id::CcsInpatient,
            &[n::CCS_EXAM_BEFORE.sources, &[source::AHIMA_CCS_2020]],
        ),
        finding(
            Id::Beginners,
            &[&[
                source::AHIMA_CCA,
                source::AHIMA_CCS,
                source::CCS_ROUTES_QUOTED,
            ]],
        ),
        finding(
            Id::Harder,
            &[
                n::CCS_FIRST_TIME_PERCENT.sources,
                &[source::OPEN_EXAM_COC_GUIDE],
            ],
        ),
        finding(
            Id::OneCount,
            &[
                r::LATEST.totals.sources,
                r::AHIMA_BASE.sources,
                r::AHIMA_EXTRA.sources,
            ],
        ),
        finding(Id::Pay, &[n::CPC_H_PAY_2012.sources]),
        finding(Id::Outpatient, &[]),
        finding(Id::World, &[]),
        finding(Id::Css, &[]),
        finding(
            Id::Popular,
            &[n::CPC_HOLDERS.sources, n::CCS_HOLDERS.sources],
        ),
    ]
};

/// Something on which the pages disagree, where the product uses a figure of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisagreementId {
    /// When AAPC's submission window opens.
    Window,
    /// How long AAPC waits without a fee.
    Grace,
    /// Whether AAPC's CEUs come from approved vendors only.
    ApprovedOnly,
    /// The exam of the CPC.
    CpcExam,
    /// The exam of the CCS.
    CcsExam,
    /// What the exam of the CPC costs.
    CpcFee,
    /// Whether the CCS's exam wants experience.
    CcsEntry,
    /// The exam of the COC.
    CocExam,
    /// What AAPC's membership costs.
    Dues,
}

/// Something on which the pages disagree.
#[derive(Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What.
    pub id: DisagreementId,
    sources: &'static [&'static [&'static Source]],
}

impl Disagreement {
    /// The pages that disagree.
    ///
    /// ```
    /// use coderpath::rules::DISAGREEMENTS;
    /// assert!(DISAGREEMENTS.iter().all(|point| point.sources().count() > 1));
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> {
        self.sources.iter().copied().flatten().copied()
    }
}

const fn disagreement(
    id: DisagreementId,
    sources: &'static [&'static [&'static Source]],
) -> Disagreement {
    Disagreement { id, sources }
}

/// Where the pages disagree, and the product uses a figure of one of them.
pub static DISAGREEMENTS: [Disagreement; 9] = {
    use DisagreementId as Id;
    [
        disagreement(
            Id::Window,
            &[
                m::AAPC_WINDOW_MONTHS.sources,
                m::AAPC_WINDOW_MONTHS_2008.sources,
            ],
        ),
        disagreement(
            Id::Grace,
            &[
                m::AAPC_GRACE_DAYS.sources,
                m::AAPC_GRACE_DAYS_BY_POLICY.sources,
                m::AAPC_REVOKED_AFTER_DAYS.sources,
            ],
        ),
        disagreement(
            Id::ApprovedOnly,
            &[&[
                source::AAPC_CEU_POLICIES,
                source::AAPC_SUBMIT,
                source::AAPC_ALLOCATE,
            ]],
        ),
        disagreement(
            Id::CpcExam,
            &[
                &[source::MBC_CPC, source::ALTIERUS_CPC],
                n::CPC_EXAM_BEFORE.sources,
            ],
        ),
        disagreement(
            Id::CcsExam,
            &[
                &[source::HIM_CCS],
                n::CCS_EXAM_ELSEWHERE.sources,
                n::CCS_EXAM_OUTLINE.sources,
                n::CCS_EXAM_BEFORE.sources,
            ],
        ),
        disagreement(
            Id::CpcFee,
            &[n::CPC_FEES.sources, n::CPC_FEE_ELSEWHERE.sources],
        ),
        disagreement(
            Id::CcsEntry,
            &[&[source::AHIMA_CCS, source::PRACTICE_TEST_CCS]],
        ),
        disagreement(
            Id::CocExam,
            &[&[source::AAPC_COC], n::COC_EXAM_ELSEWHERE.sources],
        ),
        disagreement(
            Id::Dues,
            &[
                n::AAPC_DUES.sources,
                n::AAPC_DUES_BY_OWN_PAGE.sources,
                n::AAPC_DUES_BEFORE.sources,
            ],
        ),
    ]
};
