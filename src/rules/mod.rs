//! What the bodies ask: cited constants, and the requirement they add up to.
//!
//! Every figure of a rule stands here once, with its source and the day on which that source was read.
//! The figures are Rust constants: the compiler checks their form, and `tests/rules.rs` pins each by hand.
//! Nothing here knows of a log, of words or of a browser.

mod activity;
mod ceus;
mod credential;
mod holdings;
mod proration;
mod requirement;
pub mod source;

pub use activity::{ACTIVITIES, Activity, ActivityRule, Grant};
pub use ceus::{Ceus, CeusError};
pub use credential::{
    ALL_CREDENTIALS, Body, Cases, CodeSet, Credential, CredentialId, Employers, EntryRoute, Exam,
    ExamFee, ExamForm, Membership, PATHS, PastExam, Prerequisite, Setting,
};
pub use holdings::Holdings;
pub use proration::{PRORATION, Proration, prorated};
pub use requirement::{
    AHIMA_BASE, AHIMA_EXTRA, AHIMA_LARGE_BASE, AHIMA_MOST, AapcEdition, AapcRequirement, Added,
    AhimaRequirement, Assumption, CYCLE_MONTHS, Edition, Other, Pace, Requirement, Share,
    ShareKind, aapc_edition, aapc_requirement, adding, ahima_requirement, requirement,
};
pub use source::{Cited, CopyDate, Evidence, InForce, READ_ON, Source};
