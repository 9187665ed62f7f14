//! The rules that the product counts by or tells of, to be listed with their pages.
//!
//! A rule's figures are constants of their own; here stand which there are, since when each applies, how well it is
//! founded, and its pages. `words` says what each asks.

use chrono::{Months, NaiveDate};

use super::mechanics as m;
use super::proration::PRORATION;
use super::requirement as r;
use super::source::{
    self,
    Evidence::{self, Inferred, Official, Secondary},
    InForce, Source,
};

/// A rule's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleId {
    /// AAPC's table that the article gives.
    AapcArticleTable,
    /// AAPC's newest table.
    AapcLatestTable,
    /// Each body counts its own credentials.
    BodiesCountApart,
    /// Two years, and the year in which they end.
    AapcCycle,
    /// The shorter first period.
    AapcProration,
    /// The parts that must be specific to a credential.
    AapcSpecificMinimum,
    /// Completed inside the period, and after the certification.
    AapcDateThatCounts,
    /// The renewal month belongs to two periods.
    AapcRenewalMonth,
    /// What is too much is lost.
    AapcNoCarryOver,
    /// The same thing twice counts once.
    AapcRepeats,
    /// From whom CEUs come.
    AapcSource,
    /// Teaching is approved beforehand.
    AapcTeaching,
    /// Half a CEU and thirty minutes.
    AapcStep,
    /// One CEU for a specialty and a core credential.
    AapcCountsTwice,
    /// Training of CMS counts for core credentials.
    AapcCmsTraining,
    /// Quizzes of the magazine.
    AapcQuizzes,
    /// When CEUs can be submitted.
    AapcWindow,
    /// When it is too late in the day.
    AapcCutOff,
    /// What a certificate shows.
    AapcCertificate,
    /// How many submissions are checked.
    AapcVerification,
    /// How long proof is kept.
    AapcProof,
    /// More time for money.
    AapcExtension,
    /// What lateness costs.
    AapcGrace,
    /// When a credential is lost.
    AapcRevocation,
    /// How it comes back.
    AapcReinstatement,
    /// The -A, and what it owes.
    AapcApprentice,
    /// One credential of AHIMA.
    AhimaBase,
    /// The larger base, further credentials, the most.
    AhimaFurther,
    /// Two years from the exam.
    AhimaCycle,
    /// The share in HIIM domains.
    AhimaHiimShare,
    /// The share from AHIMA's own sources.
    AhimaOwnShare,
    /// Which domains there are.
    AhimaDomains,
    /// What is beyond the total.
    AhimaSurplus,
    /// One CEU, one credential.
    AhimaCountsOnce,
    /// What an hour is worth.
    AhimaClock,
    /// What does not count.
    AhimaDuties,
    /// The self-reviews that were.
    AhimaSelfReview,
    /// What recertification costs.
    AhimaFee,
    /// Certificates for an audit.
    AhimaProof,
}

/// What rules are listed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleGroup {
    /// AAPC: how many CEUs.
    AapcTotals,
    /// AAPC: which CEUs count.
    AapcCounting,
    /// AAPC: submitting.
    AapcSubmitting,
    /// AAPC: too late.
    AapcLate,
    /// AHIMA: how many CEUs.
    AhimaTotals,
    /// AHIMA: which CEUs count.
    AhimaCounting,
}

impl RuleGroup {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 6] = [
        Self::AapcTotals,
        Self::AapcCounting,
        Self::AapcSubmitting,
        Self::AapcLate,
        Self::AhimaTotals,
        Self::AhimaCounting,
    ];
}

/// A rule, as it is listed.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which one.
    pub id: RuleId,
    /// With which it is listed.
    pub group: RuleGroup,
    /// Since when it applies.
    pub in_force: InForce,
    /// How well it is founded.
    pub evidence: Evidence,
    sources: &'static [&'static [&'static Source]],
}

impl Rule {
    /// The pages of its figures and of its wording; one that states several figures is named for each.
    ///
    /// ```
    /// use coderpath::rules::CATALOGUE;
    /// assert!(CATALOGUE.iter().all(|rule| rule.sources().count() > 0));
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> {
        self.sources.iter().copied().flatten().copied()
    }
}

const fn rule(
    id: RuleId,
    group: RuleGroup,
    in_force: InForce,
    evidence: Evidence,
    sources: &'static [&'static [&'static Source]],
) -> Rule {
    Rule {
        id,
        group,
        in_force,
        evidence,
        sources,
    }
}

/// Every rule, group by group.
pub static CATALOGUE: [Rule; 39] = {
    use InForce::{From, Unknown};
    use RuleGroup::{
        AapcCounting, AapcLate, AapcSubmitting, AapcTotals, AhimaCounting, AhimaTotals,
    };
    use RuleId as Id;
    [
        rule(
            Id::AapcArticleTable,
            AapcTotals,
            r::ARTICLE.in_force,
            r::ARTICLE.totals.evidence,
            &[r::ARTICLE.totals.sources, r::LATEST.totals.sources],
        ),
        rule(
            Id::AapcLatestTable,
            AapcTotals,
            r::LATEST.in_force,
            r::LATEST.totals.evidence,
            &[r::LATEST.totals.sources],
        ),
        rule(
            Id::BodiesCountApart,
            AapcTotals,
            Unknown,
            Inferred,
            &[&[
                source::AAPC_CEU_HELP_2015,
                source::AHIMA_RECERTIFICATION_2019,
                source::AHIMA_RECERTIFICATION_FAQ,
            ]],
        ),
        rule(
            Id::AapcCycle,
            AapcTotals,
            Unknown,
            Official,
            &[&[
                source::AAPC_MAINTAIN,
                source::AAPC_PRORATION,
                source::AAPC_CEUS_2008,
            ]],
        ),
        rule(
            Id::AapcProration,
            AapcTotals,
            Unknown,
            PRORATION.evidence,
            &[m::AAPC_PRORATED_MONTHLY.sources, PRORATION.sources],
        ),
        rule(
            Id::AapcSpecificMinimum,
            AapcTotals,
            Unknown,
            Official,
            &[
                m::AAPC_SPECIFIC_ARTICLE.sources,
                m::AAPC_SPECIFIC_LATEST.sources,
            ],
        ),
        rule(
            Id::AapcApprentice,
            AapcTotals,
            Unknown,
            Inferred,
            &[
                m::AAPC_APPRENTICE_YEARS.sources,
                m::AAPC_APPRENTICE_YEARS_WITH_COURSE.sources,
                &[source::AAPC_MAINTAIN],
            ],
        ),
        rule(
            Id::AapcDateThatCounts,
            AapcCounting,
            Unknown,
            Official,
            &[&[
                source::AAPC_CEU_POLICIES,
                source::AAPC_ALLOCATE,
                source::AAPC_MAINTAIN,
            ]],
        ),
        rule(
            Id::AapcRenewalMonth,
            AapcCounting,
            Unknown,
            Official,
            &[&[source::AAPC_CEU_POLICIES]],
        ),
        rule(
            Id::AapcNoCarryOver,
            AapcCounting,
            Unknown,
            Official,
            &[&[source::AAPC_CEU_POLICIES]],
        ),
        rule(
            Id::AapcRepeats,
            AapcCounting,
            Unknown,
            Official,
            &[&[source::AAPC_CEU_POLICIES]],
        ),
        rule(
            Id::AapcSource,
            AapcCounting,
            Unknown,
            Official,
            &[&[source::AAPC_CEU_POLICIES, source::AAPC_SUBMIT]],
        ),
        rule(
            Id::AapcTeaching,
            AapcCounting,
            Unknown,
            Inferred,
            &[&[source::AAPC_VENDOR_FAQ]],
        ),
        rule(
            Id::AapcStep,
            AapcCounting,
            Unknown,
            Secondary,
            &[m::AAPC_SMALLEST_STEP.sources],
        ),
        rule(
            Id::AapcCountsTwice,
            AapcCounting,
            From(m::AAPC_COUNTS_TWICE_FROM.value),
            Official,
            &[m::AAPC_COUNTS_TWICE_FROM.sources],
        ),
        rule(
            Id::AapcCmsTraining,
            AapcCounting,
            Unknown,
            Official,
            &[&[source::AAPC_ALLOCATE]],
        ),
        rule(
            Id::AapcQuizzes,
            AapcCounting,
            Unknown,
            Official,
            &[m::AAPC_QUIZ_MONTHS.sources],
        ),
        rule(
            Id::AapcWindow,
            AapcSubmitting,
            Unknown,
            Official,
            &[
                m::AAPC_WINDOW_MONTHS.sources,
                m::AAPC_WINDOW_MONTHS_2008.sources,
            ],
        ),
        rule(
            Id::AapcCutOff,
            AapcSubmitting,
            Unknown,
            Official,
            &[&[source::AAPC_SUBMIT]],
        ),
        rule(
            Id::AapcCertificate,
            AapcSubmitting,
            Unknown,
            Official,
            &[&[source::AAPC_CEU_POLICIES]],
        ),
        rule(
            Id::AapcVerification,
            AapcSubmitting,
            Unknown,
            Official,
            &[m::AAPC_VERIFIED_PERCENT.sources],
        ),
        rule(
            Id::AapcProof,
            AapcSubmitting,
            Unknown,
            Official,
            &[m::AAPC_PROOF_DAYS.sources, &[source::AAPC_CEU_POLICIES]],
        ),
        rule(
            Id::AapcExtension,
            AapcLate,
            Unknown,
            Official,
            &[m::AAPC_EXTENSION_DOLLARS.sources],
        ),
        rule(
            Id::AapcGrace,
            AapcLate,
            Unknown,
            Official,
            &[m::AAPC_LATE_DOLLARS.sources],
        ),
        rule(
            Id::AapcRevocation,
            AapcLate,
            Unknown,
            Official,
            &[m::AAPC_REVOKED_AFTER_DAYS.sources],
        ),
        rule(
            Id::AapcReinstatement,
            AapcLate,
            Unknown,
            Official,
            &[m::AAPC_REINSTATE_YEARS.sources],
        ),
        rule(
            Id::AhimaBase,
            AhimaTotals,
            Unknown,
            Official,
            &[r::AHIMA_BASE.sources, m::AHIMA_NEW_POLICY_FROM.sources],
        ),
        rule(
            Id::AhimaFurther,
            AhimaTotals,
            Unknown,
            Official,
            &[r::AHIMA_EXTRA.sources],
        ),
        rule(
            Id::AhimaCycle,
            AhimaTotals,
            Unknown,
            Official,
            &[&[source::AHIMA_RECERTIFY, source::AHIMA_RECERTIFY_2025]],
        ),
        rule(
            Id::AhimaFee,
            AhimaTotals,
            Unknown,
            Official,
            &[m::AHIMA_FEE_DOLLARS.sources],
        ),
        rule(
            Id::AhimaHiimShare,
            AhimaCounting,
            Unknown,
            Official,
            &[r::AHIMA_HIIM_PERCENT.sources],
        ),
        rule(
            Id::AhimaOwnShare,
            AhimaCounting,
            r::AHIMA_OWN_FROM,
            Official,
            &[r::AHIMA_OWN_PERCENT.sources],
        ),
        rule(
            Id::AhimaDomains,
            AhimaCounting,
            InForce::By(source::AHIMA_DOMAINS_ON),
            Official,
            &[&[source::AHIMA_DOMAINS]],
        ),
        rule(
            Id::AhimaSurplus,
            AhimaCounting,
            Unknown,
            Official,
            &[&[source::AHIMA_SURPLUS]],
        ),
        rule(
            Id::AhimaCountsOnce,
            AhimaCounting,
            Unknown,
            Official,
            &[&[source::AHIMA_RECERTIFICATION_2019]],
        ),
        rule(
            Id::AhimaClock,
            AhimaCounting,
            Unknown,
            Secondary,
            &[m::AHIMA_MINUTES_PER_CEU.sources],
        ),
        rule(
            Id::AhimaDuties,
            AhimaCounting,
            Unknown,
            Secondary,
            &[&[source::SCHIMA_GUIDE]],
        ),
        rule(
            Id::AhimaSelfReview,
            AhimaCounting,
            From(m::AHIMA_SELF_REVIEW_ENDED.value),
            Official,
            &[m::AHIMA_SELF_REVIEW_ENDED.sources],
        ),
        rule(
            Id::AhimaProof,
            AhimaCounting,
            Unknown,
            Official,
            &[&[
                source::AHIMA_RECERTIFICATION_2019,
                source::AHIMA_RECERTIFICATION_FAQ,
            ]],
        ),
    ]
};

/// Whether pages that were read on `read_on` should be looked at again: more than a year has passed.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::rules::is_due_for_a_check;
/// let day = |year| NaiveDate::from_ymd_opt(year, 5, 1).unwrap();
/// assert!(!is_due_for_a_check(day(2026), day(2027)));
/// assert!(is_due_for_a_check(day(2026), day(2028)));
/// ```
pub fn is_due_for_a_check(read_on: NaiveDate, today: NaiveDate) -> bool {
    read_on
        .checked_add_months(Months::new(12))
        .is_some_and(|anniversary| anniversary < today)
}
