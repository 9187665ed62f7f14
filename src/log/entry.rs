//! One activity, and what it is worth to each body.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::rules::{Body, Ceus};

/// Fields that this release does not know, kept as they came so that a later release finds them again.
pub(super) type Unknown = BTreeMap<String, Value>;

/// One activity, planned or done.
///
/// The same webinar may be worth 1.5 CEUs to one body and 1 to the other, so each body has a claim of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The day on which it was, or is to be, completed: the day that both bodies count.
    #[serde(with = "iso_day")]
    pub date: NaiveDate,
    /// The title as it stands on the certificate.
    pub title: String,
    /// The sponsoring organisation, as on the certificate. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sponsor: String,
    /// AAPC's number on the certificate. Its form is not published, so it is text. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub index_number: String,
    /// What kind of activity it was.
    pub kind: ActivityKind,
    /// Whether it is still to come.
    pub state: State,
    /// What it is worth to AAPC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aapc: Option<AapcClaim>,
    /// What it is worth to AHIMA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ahima: Option<AhimaClaim>,
    /// The holder's own remarks. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What a later release added.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Entry {
    /// What this entry claims from a body.
    pub fn ceus(&self, body: Body) -> Option<Ceus> {
        match body {
            Body::Aapc => self.aapc.as_ref().map(|claim| claim.ceus),
            Body::Ahima => self.ahima.as_ref().map(|claim| claim.ceus),
        }
    }
}

macro_rules! keyed {
    ($(#[$doc:meta])* $all:ident $name:ident { $($(#[$of:meta])* $id:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$of])* #[serde(rename = $key)] $id),* }

        #[doc = concat!("Every [`", stringify!($name), "`], in the order in which they are offered.")]
        pub const $all: &[$name] = &[$($name::$id),*];

        impl $name {
            /// The short name under which it is stored.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$id => $key),* }
            }

            /// The one with this short name.
            pub fn from_key(key: &str) -> Option<Self> {
                $all.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}

keyed! {
    /// The kinds of activity that the article names, and the rest.
    ALL_KINDS ActivityKind {
        /// An event that the body approved: a webinar, a workshop, a conference, a chapter meeting.
        Event = "event",
        /// Teaching at a post-secondary school, which AAPC wants approved beforehand.
        Teaching = "teaching",
        /// Completing post-secondary course work.
        CourseWork = "course-work",
        /// Anything else.
        Other = "other",
    }
}

keyed! {
    /// AHIMA's domains, as its import list of October 2025 has them (`rules::source::AHIMA_DOMAINS`).
    ALL_DOMAINS Domain {
        /// Access, disclosure, archival, privacy and security.
        InformationProtection = "information-protection",
        /// Clinical foundations.
        ClinicalFoundations = "clinical-foundations",
        /// Data structure, content and information governance.
        DataStructure = "data-structure",
        /// Health law and compliance.
        HealthLaw = "health-law",
        /// Organizational management and leadership.
        Leadership = "leadership",
        /// Revenue cycle management.
        RevenueCycle = "revenue-cycle",
        /// Informatics, analytics and data use.
        Informatics = "informatics",
        /// Evolving topics.
        EvolvingTopics = "evolving-topics",
        /// None of them: it counts among the 20 per cent.
        Other = "other",
    }
}

keyed! {
    /// Who gave an activity, as AHIMA sorts them.
    ALL_SOURCES AhimaSource {
        /// AHIMA itself; HCPro is part of it.
        Ahima = "ahima",
        /// A state or local component association of AHIMA.
        Component = "component",
        /// A provider whose programmes AHIMA approved beforehand.
        Approved = "approved",
        /// Anyone else.
        External = "external",
    }
}

/// Whether an activity is still to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// To come: it counts in a forecast only.
    Planned,
    /// Completed.
    #[default]
    Done,
}

/// What an entry is worth to AAPC.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AapcClaim {
    /// How many CEUs, as on the certificate.
    #[serde(with = "ceus_text")]
    pub ceus: Ceus,
    /// What the activity was approved for. One activity may serve the core and one specialty at once.
    #[serde(rename = "for", default, skip_serializing_if = "Vec::is_empty")]
    pub approved_for: Vec<Approval>,
    /// Whether AAPC agreed beforehand, which teaching needs.
    #[serde(default, skip_serializing_if = "is_false")]
    pub pre_approved: bool,
    /// Whether the certificate is on file.
    #[serde(default, skip_serializing_if = "is_false")]
    pub certificate: bool,
    /// Whether it was entered in AAPC's own tracker.
    #[serde(default, skip_serializing_if = "is_false")]
    pub entered: bool,
    /// What a later release added.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// What AAPC approved an activity for: the letters of a specialty's credential, or "core".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Approval(pub String);

impl Approval {
    /// Approved for core credentials.
    pub fn core() -> Self {
        Self("core".to_owned())
    }
}

/// What an entry is worth to AHIMA.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AhimaClaim {
    /// How many CEUs.
    #[serde(with = "ceus_text")]
    pub ceus: Ceus,
    /// Its domain, if the holder knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// Who gave it, if the holder knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<AhimaSource>,
    /// Whether the certificate is on file.
    #[serde(default, skip_serializing_if = "is_false")]
    pub certificate: bool,
    /// Whether it was entered in AHIMA's own CEU Center.
    #[serde(default, skip_serializing_if = "is_false")]
    pub entered: bool,
    /// What a later release added.
    #[serde(flatten)]
    pub unknown: Unknown,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

/// A day as "2026-11-23", and nothing else.
pub(super) mod iso_day {
    use super::{Datelike, Deserialize, Deserializer, NaiveDate, Serializer};

    /// Reads four digits, two and two; `None` if there is no such day.
    pub(in super::super) fn parse(text: &str) -> Option<NaiveDate> {
        let mut parts = text.split('-');
        let mut part = |length| {
            parts.next().filter(|part| {
                part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let rest = parts.next();
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            .filter(|_| rest.is_none())
    }

    /// Writes it.
    pub(in super::super) fn format(day: NaiveDate) -> String {
        format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    pub(in super::super) fn serialize<S: Serializer>(
        day: &NaiveDate,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_str(&format(*day))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<NaiveDate, D::Error> {
        let text = String::deserialize(from)?;
        parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format_args!("\"{text}\" is not a day such as 2026-11-23"))
        })
    }
}

/// CEUs as text, "1.5": a JSON number would be read as a float by most programs.
pub(super) mod ceus_text {
    use super::{Ceus, Deserialize, Deserializer, Serializer};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    pub(in super::super) fn serialize<S: Serializer>(
        ceus: &Ceus,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_str(ceus)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Ceus, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(|_| {
            serde::de::Error::custom(format_args!(
                "\"{text}\" is not an amount of CEUs such as \"1.5\""
            ))
        })
    }
}
