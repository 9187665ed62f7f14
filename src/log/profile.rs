//! Who keeps the log: what is held, and the dates and numbers of the bodies' own trackers.

use chrono::NaiveDate;

use super::json::{Fields, Unknown, Writer, format_day, parse_ceus, parse_day};
use super::unreadable::{Expected, Part, Unreadable};
use crate::rules::{Ceus, CredentialId, Edition, Holdings};

/// What the holder told of themselves. Nothing of it is needed before the log is useful.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The codes of the credentials held. One that this release does not know is kept.
    held: Vec<String>,
    /// How many certifications of AAPC beyond those.
    pub other_aapc: u8,
    /// AAPC's table, if the reader chose one: "article" or "latest". Another text is a later release's.
    rules: String,
    /// The day on which AAPC's CEUs are due, of any cycle.
    pub aapc_due: Option<NaiveDate>,
    /// The total that the holder's own AAPC tracker shows. It wins over any computed one.
    pub aapc_tracker: Option<Ceus>,
    /// The day on which a cycle of AHIMA's began.
    pub ahima_start: Option<NaiveDate>,
    /// The total that the holder's own AHIMA CEU Center shows. It wins over any computed one.
    pub ahima_tracker: Option<Ceus>,
    /// What a later release added.
    unknown: Unknown,
}

impl Profile {
    /// What is held, as far as this release knows the codes.
    pub fn holdings(&self) -> Holdings {
        let mut held: Holdings = self
            .held
            .iter()
            .filter_map(|code| CredentialId::from_code(code))
            .collect();
        held.other_aapc = self.other_aapc;
        held
    }

    /// Notes that a credential is held, or no longer. A CPC-A that becomes a CPC is one step: the one takes the other's place.
    pub fn hold(&mut self, id: CredentialId, is_held: bool) {
        self.held.retain(|code| {
            CredentialId::from_code(code).is_none_or(|held| {
                if is_held {
                    held.full() != id.full()
                } else {
                    held != id
                }
            })
        });
        if is_held {
            self.held.push(id.code().to_owned());
        }
    }

    /// AAPC's table that the reader chose.
    pub fn edition(&self) -> Option<Edition> {
        Edition::from_key(&self.rules)
    }

    /// Remembers the reader's choice of a table.
    pub fn choose(&mut self, edition: Edition) {
        edition.key().clone_into(&mut self.rules);
    }
}

impl Profile {
    pub(super) fn read(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::Profile, json)?;
        let other_aapc = fields.number("other_aapc")?.unwrap_or_default();
        Ok(Self {
            held: fields.texts("held")?,
            other_aapc: u8::try_from(other_aapc)
                .map_err(|_| fields.fault("other_aapc", Expected::SmallNumber))?,
            rules: fields.text("rules")?,
            aapc_due: fields.parsed("aapc_due", Expected::Day, parse_day)?,
            aapc_tracker: fields.parsed("aapc_tracker", Expected::Ceus, parse_ceus)?,
            ahima_start: fields.parsed("ahima_start", Expected::Day, parse_day)?,
            ahima_tracker: fields.parsed("ahima_tracker", Expected::Ceus, parse_ceus)?,
            unknown: fields.unknown(),
        })
    }

    pub(super) fn write(&self) -> String {
        let mut object = Writer::with(&self.unknown);
        object.texts("held", self.held.iter().map(String::as_str));
        if self.other_aapc > 0 {
            object.json("other_aapc", &self.other_aapc.to_string());
        }
        object.text("rules", &self.rules);
        for (name, day) in [
            ("aapc_due", self.aapc_due),
            ("ahima_start", self.ahima_start),
        ] {
            object.text(name, &day.map(format_day).unwrap_or_default());
        }
        for (name, ceus) in [
            ("aapc_tracker", self.aapc_tracker),
            ("ahima_tracker", self.ahima_tracker),
        ] {
            object.text(name, &ceus.map(|ceus| ceus.to_string()).unwrap_or_default());
        }
        object.end()
    }
}
