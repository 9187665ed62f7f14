//! What the bodies ask: cited constants, and the requirement they add up to.
//!
//! Every figure of a rule stands here once, with its source and the day on which that source was read.
//! The figures are Rust constants: the compiler checks their form, and `tests/rules.rs` pins each by hand.
//! Nothing here knows of a log, of words or of a browser.

mod activity;
mod catalogue;
mod ceus;
mod credential;
mod findings;
mod holdings;
pub mod mechanics;
mod proration;
pub mod reported;
mod requirement;
pub mod source;

pub use activity::{ACTIVITIES, Activity, ActivityRule, Grant};
pub use catalogue::{CATALOGUE, Rule, RuleGroup, RuleId, is_due_for_a_check};
pub use ceus::{Ceus, CeusError};
pub use credential::{
    ALL_CREDENTIALS, Body, Cases, CodeSet, Credential, CredentialId, Employers, EntryRoute, Exam,
    ExamFee, ExamForm, Membership, PATHS, PastExam, Prerequisite, Setting,
};
pub use findings::{DISAGREEMENTS, Disagreement, DisagreementId, FINDINGS, Finding, FindingId};
pub use holdings::Holdings;
pub use proration::{PRORATION, Proration, prorated};
pub use requirement::{
    AHIMA_BASE, AHIMA_EXTRA, AHIMA_HIIM_PERCENT, AHIMA_LARGE_BASE, AHIMA_MOST, AHIMA_OWN_FROM,
    AHIMA_OWN_PERCENT, AapcEdition, AapcRequirement, Added, AhimaRequirement, Assumption,
    CYCLE_MONTHS, Edition, LARGE_BASE, Other, Pace, Requirement, Share, ShareKind,
    WITH_SPECIFIC_MINIMUM, aapc_edition, aapc_requirement, adding, ahima_requirement,
    has_specific_minimum, requirement,
};
pub use source::{Cited, CopyDate, Evidence, InForce, READ_ON, Source};
