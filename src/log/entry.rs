//! One activity, and what it is worth to each body.

use chrono::NaiveDate;

use super::json::{Fields, Unknown, Writer, format_day, parse_ceus, parse_day};
use super::unreadable::{Expected, Part, Unreadable};
use crate::rules::{Body, Ceus};

/// One activity, planned or done.
///
/// The same webinar may be worth 1.5 CEUs to one body and 1 to the other, so each body has a claim of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day on which it was, or is to be, completed: the day that both bodies count.
    pub date: NaiveDate,
    /// The title as it stands on the certificate.
    pub title: String,
    /// The sponsoring organisation, as on the certificate. May be empty.
    pub sponsor: String,
    /// AAPC's number on the certificate. Its form is not published, so it is text. May be empty.
    pub index_number: String,
    /// What kind of activity it was.
    pub kind: ActivityKind,
    /// Whether it is still to come.
    pub state: State,
    /// What it is worth to AAPC.
    pub aapc: Option<AapcClaim>,
    /// What it is worth to AHIMA.
    pub ahima: Option<AhimaClaim>,
    /// The holder's own remarks. May be empty.
    pub notes: String,
    /// What a later release added.
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

    /// Where the holder wants the claim on a body counted.
    pub fn pin(&self, body: Body) -> Option<&Pin> {
        match body {
            Body::Aapc => self.aapc.as_ref().map(|claim| &claim.pin),
            Body::Ahima => self.ahima.as_ref().map(|claim| &claim.pin),
        }
    }

    /// Whether the certificate for a body is on file.
    pub fn has_certificate(&self, body: Body) -> Option<bool> {
        match body {
            Body::Aapc => self.aapc.as_ref().map(|claim| claim.certificate),
            Body::Ahima => self.ahima.as_ref().map(|claim| claim.certificate),
        }
    }

    /// Whether it was entered in a body's own tracker.
    pub fn is_entered(&self, body: Body) -> Option<bool> {
        match body {
            Body::Aapc => self.aapc.as_ref().map(|claim| claim.entered),
            Body::Ahima => self.ahima.as_ref().map(|claim| claim.entered),
        }
    }
}

macro_rules! keyed {
    ($(#[$doc:meta])* $all:ident $name:ident { $($(#[$of:meta])* $id:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $id),* }

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

keyed! {
    /// Whether an activity is still to come.
    #[derive(Default)]
    ALL_STATES State {
        /// Completed.
        #[default]
        Done = "done",
        /// To come: it counts in a forecast only.
        Planned = "planned",
    }
}

/// What an entry is worth to AAPC.
#[derive(Clone, Debug, PartialEq)]
pub struct AapcClaim {
    /// How many CEUs, as on the certificate.
    pub ceus: Ceus,
    /// What the activity was approved for. One activity may serve the core and one specialty at once.
    pub approved_for: Vec<Approval>,
    /// Whether AAPC agreed beforehand, which teaching needs.
    pub pre_approved: bool,
    /// Whether it is web training of CMS, which counts for core credentials and for no specialty.
    pub cms: bool,
    /// Where the holder wants it counted.
    pub pin: Pin,
    /// Whether the certificate is on file.
    pub certificate: bool,
    /// Whether it was entered in AAPC's own tracker.
    pub entered: bool,
    /// What a later release added.
    pub unknown: Unknown,
}

/// What AAPC approved an activity for: the letters of a specialty's credential, or "core".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Approval(pub String);

/// Where the holder wants a claim counted, if anywhere in particular. The ledger obeys, as far as the rules let it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    /// A cycle, by its last day, on which its CEUs are due.
    pub due: Option<NaiveDate>,
    /// A credential's or a specialty's letters, or "core". May be empty.
    pub credential: String,
}

/// What an entry is worth to AHIMA.
#[derive(Clone, Debug, PartialEq)]
pub struct AhimaClaim {
    /// How many CEUs.
    pub ceus: Ceus,
    /// Its domain, if the holder knows it.
    pub domain: Option<Domain>,
    /// Who gave it, if the holder knows.
    pub source: Option<AhimaSource>,
    /// Where the holder wants it counted.
    pub pin: Pin,
    /// Whether the certificate is on file.
    pub certificate: bool,
    /// Whether it was entered in AHIMA's own CEU Center.
    pub entered: bool,
    /// What a later release added.
    pub unknown: Unknown,
}

impl Entry {
    pub(super) fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::Entry, json)?;
        Ok(Self {
            date: fields.required("date", Expected::Day, parse_day)?,
            title: fields.required("title", Expected::Text, |text| Some(text.to_owned()))?,
            sponsor: fields.text("sponsor")?,
            index_number: fields.text("index_number")?,
            kind: fields.required("kind", Expected::Kind, ActivityKind::from_key)?,
            state: fields.required("state", Expected::State, State::from_key)?,
            aapc: fields
                .json("aapc")
                .map(|json| AapcClaim::read(&json))
                .transpose()?,
            ahima: fields
                .json("ahima")
                .map(|json| AhimaClaim::read(&json))
                .transpose()?,
            notes: fields.text("notes")?,
            unknown: fields.unknown(),
        })
    }

    pub(super) fn write(&self) -> String {
        let mut object = Writer::with(&self.unknown);
        object.text("date", &format_day(self.date));
        object.full_text("title", &self.title);
        object.text("sponsor", &self.sponsor);
        object.text("index_number", &self.index_number);
        object.text("kind", self.kind.key());
        object.text("state", self.state.key());
        if let Some(claim) = &self.aapc {
            object.json("aapc", &claim.write());
        }
        if let Some(claim) = &self.ahima {
            object.json("ahima", &claim.write());
        }
        object.text("notes", &self.notes);
        object.end()
    }
}

impl Pin {
    pub(super) fn read(fields: &mut Fields) -> Result<Self, Unreadable> {
        Ok(Self {
            due: fields.parsed("pin_due", Expected::Day, parse_day)?,
            credential: fields.text("pin_credential")?,
        })
    }

    pub(super) fn write(&self, object: &mut Writer) {
        object.text("pin_due", &self.due.map(format_day).unwrap_or_default());
        object.text("pin_credential", &self.credential);
    }
}

impl AapcClaim {
    fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::AapcClaim, json)?;
        Ok(Self {
            ceus: fields.required("ceus", Expected::Ceus, parse_ceus)?,
            approved_for: fields.texts("for")?.into_iter().map(Approval).collect(),
            pre_approved: fields.flag("pre_approved")?,
            cms: fields.flag("cms")?,
            pin: Pin::read(&mut fields)?,
            certificate: fields.flag("certificate")?,
            entered: fields.flag("entered")?,
            unknown: fields.unknown(),
        })
    }

    fn write(&self) -> String {
        let mut object = Writer::with(&self.unknown);
        object.text("ceus", &self.ceus.to_string());
        object.texts(
            "for",
            self.approved_for.iter().map(|approval| approval.0.as_str()),
        );
        object.flag("pre_approved", self.pre_approved);
        object.flag("cms", self.cms);
        self.pin.write(&mut object);
        object.flag("certificate", self.certificate);
        object.flag("entered", self.entered);
        object.end()
    }
}

impl AhimaClaim {
    fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::AhimaClaim, json)?;
        Ok(Self {
            ceus: fields.required("ceus", Expected::Ceus, parse_ceus)?,
            domain: fields.parsed("domain", Expected::Domain, Domain::from_key)?,
            source: fields.parsed("source", Expected::Source, AhimaSource::from_key)?,
            pin: Pin::read(&mut fields)?,
            certificate: fields.flag("certificate")?,
            entered: fields.flag("entered")?,
            unknown: fields.unknown(),
        })
    }

    fn write(&self) -> String {
        let mut object = Writer::with(&self.unknown);
        object.text("ceus", &self.ceus.to_string());
        object.text("domain", self.domain.map_or("", Domain::key));
        object.text("source", self.source.map_or("", AhimaSource::key));
        self.pin.write(&mut object);
        object.flag("certificate", self.certificate);
        object.flag("entered", self.entered);
        object.end()
    }
}
