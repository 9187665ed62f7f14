//! Who keeps the log: what is held, and the dates and numbers of the bodies' own trackers.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entry::{Unknown, ceus_text, iso_day};
use crate::rules::{Ceus, CredentialId, Edition, Holdings};

/// What the holder told of themselves. Nothing of it is needed before the log is useful.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The codes of the credentials held. One that this release does not know is kept.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    held: BTreeSet<String>,
    /// How many certifications of AAPC beyond those.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub other_aapc: u8,
    /// AAPC's table, if the reader chose one: "article" or "latest".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rules: Option<String>,
    /// The day on which AAPC's CEUs are due, of any cycle.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "optional_day"
    )]
    pub aapc_due: Option<NaiveDate>,
    /// The total that the holder's own AAPC tracker shows. It wins over any computed one.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "optional_ceus"
    )]
    pub aapc_tracker: Option<Ceus>,
    /// The day on which a cycle of AHIMA's began.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "optional_day"
    )]
    pub ahima_start: Option<NaiveDate>,
    /// The total that the holder's own AHIMA CEU Center shows. It wins over any computed one.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "optional_ceus"
    )]
    pub ahima_tracker: Option<Ceus>,
    /// What a later release added.
    #[serde(flatten)]
    unknown: Unknown,
}

impl Profile {
    /// What is held, as far as this release knows the codes.
    pub fn holdings(&self) -> Holdings {
        Holdings {
            named: self
                .held
                .iter()
                .filter_map(|code| CredentialId::from_code(code))
                .collect(),
            other_aapc: self.other_aapc,
        }
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
            self.held.insert(id.code().to_owned());
        }
    }

    /// AAPC's table that the reader chose.
    pub fn edition(&self) -> Option<Edition> {
        match self.rules.as_deref() {
            Some("article") => Some(Edition::Article),
            Some("latest") => Some(Edition::Latest),
            _ => None,
        }
    }

    /// Remembers the reader's choice of a table.
    pub fn choose(&mut self, edition: Edition) {
        let key = match edition {
            Edition::Article => "article",
            Edition::Latest => "latest",
        };
        self.rules = Some(key.to_owned());
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_zero(value: &u8) -> bool {
    *value == 0
}

/// A day that may be missing.
mod optional_day {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "super::iso_day")] NaiveDate);

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    pub(super) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Day>::deserialize(from)?.map(|Day(day)| day))
    }
}

/// An amount that may be missing.
mod optional_ceus {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::rules::Ceus;

    #[derive(Serialize, Deserialize)]
    struct Amount(#[serde(with = "super::ceus_text")] Ceus);

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    pub(super) fn serialize<S: Serializer>(ceus: &Option<Ceus>, to: S) -> Result<S::Ok, S::Error> {
        ceus.map(Amount).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Ceus>, D::Error> {
        Ok(Option::<Amount>::deserialize(from)?.map(|Amount(ceus)| ceus))
    }
}
