//! What the bodies ask besides the totals: when CEUs are submitted, what is checked, what lateness costs.
//!
//! A figure that another page contradicts stands beside the other one; `words` tells both.

use chrono::NaiveDate;

use super::source::{
    self, Cited,
    Evidence::{self, Official, Secondary},
    Source, day,
};
use super::{Ceus, CredentialId};

const fn cited<T>(value: T, evidence: Evidence, sources: &'static [&'static Source]) -> Cited<T> {
    Cited {
        value,
        evidence,
        sources,
    }
}

// AAPC: what is asked

/// What AAPC asks for each month of a shorter first period, for one credential. Stated for changes of a corporate
/// membership; for several credentials the page says only "more".
pub static AAPC_PRORATED_MONTHLY: Cited<Ceus> =
    cited(Ceus::hundredths(150), Official, &[source::AAPC_PRORATION]);

/// The credentials that both of AAPC's tables name with a part of the total that must be specific to them.
pub const WITH_NAMED_MINIMUM: [CredentialId; 4] = [
    CredentialId::Circc,
    CredentialId::Cpma,
    CredentialId::Cpco,
    CredentialId::Cppm,
];

/// A part of AAPC's total that must be specific to a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecificMinimum {
    /// For each of [`WITH_NAMED_MINIMUM`].
    pub named: Ceus,
    /// For each specialty.
    pub specialty: Ceus,
}

/// The parts that must be specific, in the edition of the article.
pub static AAPC_SPECIFIC_ARTICLE: Cited<SpecificMinimum> = cited(
    SpecificMinimum {
        named: Ceus::whole(24),
        specialty: Ceus::whole(16),
    },
    Official,
    &[source::AAPC_CEU_HELP_2012],
);
/// The parts that must be specific, in the later edition; its newest copy counts the CDEO among the named ones.
pub static AAPC_SPECIFIC_LATEST: Cited<SpecificMinimum> = cited(
    SpecificMinimum {
        named: Ceus::whole(16),
        specialty: Ceus::whole(8),
    },
    Official,
    &[
        source::AAPC_CEU_HELP_2015,
        source::AAPC_CEU_FAQ,
        source::AAPC_CEU_HELP_LATER,
    ],
);
/// The companies from which CEUs specific to a CIRCC come, and from no other.
pub static AAPC_CIRCC_VENDORS: Cited<[&str; 3]> = cited(
    ["ZHealth", "MedLearn", "Medical Asset Management"],
    Official,
    &[source::AAPC_CEU_FAQ, source::AAPC_CEU_HELP_LATER],
);
/// What must be specific to a CPPM that is the only certification. A later copy, which has no date, asks of it what it
/// asks of the others ([`source::AAPC_CEU_FAQ`]).
pub static AAPC_SPECIFIC_CPPM_ALONE: Cited<Ceus> = cited(
    Ceus::whole(36),
    Official,
    &[source::AAPC_CEU_HELP_2012, source::AAPC_CEU_HELP_2015],
);
/// From when a pre-approved specialty CEU counts for one specialty and one core credential at once.
pub static AAPC_COUNTS_TWICE_FROM: Cited<NaiveDate> = cited(
    day(2012, 10, 1),
    Official,
    &[source::AAPC_CEU_HELP_2012, source::AAPC_CEU_HELP_2015],
);
/// The smallest amount that AAPC grants to a live activity.
pub static AAPC_SMALLEST_STEP: Cited<Ceus> =
    cited(Ceus::hundredths(50), Secondary, &[source::COURSE_FAQ]);
/// Minutes of a live activity for each CEU of AAPC's.
pub static AAPC_MINUTES_PER_CEU: Cited<u32> = cited(60, Secondary, &[source::COURSE_FAQ]);
/// How many months after its publication a quiz of AAPC's magazine counts.
pub static AAPC_QUIZ_MONTHS: Cited<u32> = cited(12, Official, &[source::AAPC_CEU_POLICIES]);

// AAPC: submitting

/// How many months before the due date AAPC's submission window opens.
pub static AAPC_WINDOW_MONTHS: Cited<u32> = cited(1, Official, &[source::AAPC_SUBMIT]);
/// The same as an article of 2008 has it.
pub static AAPC_WINDOW_MONTHS_2008: Cited<u32> = cited(2, Official, &[source::AAPC_CEUS_2008]);
/// The share of submissions that AAPC picks for verification, in per cent.
pub static AAPC_VERIFIED_PERCENT: Cited<u32> = cited(
    25,
    Official,
    &[source::AAPC_CEUS_2008, source::AAPC_CEU_POLICIES],
);
/// Within how many days proof is to be sent, in the words of 2008.
pub static AAPC_PROOF_DAYS: Cited<u32> = cited(30, Official, &[source::AAPC_CEUS_2008]);
/// For how many months after the submission proof is to be kept, in the words of 2008.
pub static AAPC_KEEP_PROOF_MONTHS: Cited<u32> = cited(6, Official, &[source::AAPC_CEUS_2008]);

// AAPC: late

/// What AAPC's CEU extension costs, in dollars. How long it lasts was not found.
pub static AAPC_EXTENSION_DOLLARS: Cited<u32> = cited(50, Official, &[source::AAPC_CEU_POLICIES]);
/// How many days after the renewal date a credential is revoked.
pub static AAPC_REVOKED_AFTER_DAYS: Cited<u32> = cited(
    90,
    Official,
    &[source::AAPC_MEMBERSHIP, source::AAPC_MEMBERSHIP_OLDER],
);
/// On which day after the renewal date the final notice is sent.
pub static AAPC_FINAL_NOTICE_DAY: Cited<u32> = cited(
    75,
    Official,
    &[source::AAPC_MEMBERSHIP, source::AAPC_MEMBERSHIP_OLDER],
);
/// Days without a late fee, as AAPC's help has it.
pub static AAPC_GRACE_DAYS: Cited<u32> = cited(30, Official, &[source::AAPC_REVOKED]);
/// Days without a late fee, as AAPC's hardship policy has it.
pub static AAPC_GRACE_DAYS_BY_POLICY: Cited<u32> = cited(10, Official, &[source::AAPC_HARDSHIP]);
/// The late fee, in dollars.
pub static AAPC_LATE_DOLLARS: Cited<u32> =
    cited(50, Official, &[source::AAPC_REVOKED, source::AAPC_HARDSHIP]);
/// For how many years a cancelled credential can be reinstated without the exam.
pub static AAPC_REINSTATE_YEARS: Cited<u32> = cited(3, Official, &[source::AAPC_CANCELLATION]);
/// What a reinstatement costs beside the missed dues, in dollars.
pub static AAPC_REINSTATE_DOLLARS: Cited<u32> = cited(200, Official, &[source::AAPC_CANCELLATION]);

// AAPC: apprentices

/// How many years of coding on the job remove the -A.
pub static AAPC_APPRENTICE_YEARS: Cited<u32> = cited(
    2,
    Official,
    &[source::AAPC_APPRENTICE, source::AAPC_APPRENTICE_OLDER],
);
/// How many are enough beside a coding course or Practicode.
pub static AAPC_APPRENTICE_YEARS_WITH_COURSE: Cited<u32> =
    cited(1, Official, &[source::AAPC_APPRENTICE_OLDER]);
/// How many hours that course must have.
pub static AAPC_APPRENTICE_COURSE_HOURS: Cited<u32> =
    cited(80, Official, &[source::AAPC_APPRENTICE_OLDER]);

// AHIMA

/// From when AHIMA's newest policy is for the cycles that start. Its full guide was not found.
pub static AHIMA_NEW_POLICY_FROM: Cited<NaiveDate> = cited(
    day(2024, 1, 1),
    Official,
    &[source::AHIMA_RECERTIFICATION_2023],
);
/// From when AHIMA's coding self-reviews are no longer owed.
pub static AHIMA_SELF_REVIEW_ENDED: Cited<NaiveDate> = cited(
    day(2021, 1, 1),
    Official,
    &[
        source::AHIMA_RECERTIFICATION_2019,
        source::AHIMA_RECERTIFICATION_FAQ,
    ],
);
/// What each of the two self-reviews of a cycle was worth.
pub static AHIMA_SELF_REVIEW_CEUS: Cited<Ceus> = cited(
    Ceus::whole(5),
    Official,
    &[source::AHIMA_RECERTIFICATION_2019],
);
/// Minutes of an activity for each CEU of AHIMA's, by the guide of 2014 as it is quoted.
pub static AHIMA_MINUTES_PER_CEU: Cited<u32> = cited(60, Secondary, &[source::SCHIMA_GUIDE]);
/// The minutes below which a started hour earns nothing, by the same guide.
pub static AHIMA_LEAST_MINUTES: Cited<u32> = cited(45, Secondary, &[source::SCHIMA_GUIDE]);
/// AHIMA's recertification fee for one credential, for those who are not members, in dollars.
pub static AHIMA_FEE_DOLLARS: Cited<u32> =
    cited(218, Official, &[source::AHIMA_RECERTIFICATION_FAQ]);
/// What each further credential adds to that fee, in dollars.
pub static AHIMA_FEE_FURTHER_DOLLARS: Cited<u32> =
    cited(50, Official, &[source::AHIMA_RECERTIFICATION_FAQ]);
