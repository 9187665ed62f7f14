//! One saved version of an entry or of the profile, as it stands in storage.
//!
//! A record is a storage item of its own, so two tabs that work on different entries cannot overwrite each other and
//! one damaged record costs nothing else. It names every version that it stands in for: the union of two logs is then
//! enough to tell which version of an entry is current, and whether two were made apart.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::entry::{Entry, Unknown};
use super::profile::Profile;

/// The version of the format that this release writes.
pub const FORMAT: u32 = 1;

/// What every one of our storage keys begins with. Whatever begins otherwise belongs to the page and is never read.
pub const KEY_PREFIX: &str = "coderpath:";

/// Whether a storage key is that of a record, of this format or of a later one.
///
/// ```
/// use coderpath::log::is_ours;
/// assert!(is_ours("coderpath:1:entry:1f:0000000000001-00000001"));
/// assert!(is_ours("coderpath:2:something:new"));
/// assert!(!is_ours("theme") && !is_ours("coderpath:probe"));
/// ```
pub fn is_ours(key: &str) -> bool {
    key.strip_prefix(KEY_PREFIX)
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(format, _)| {
            !format.is_empty() && format.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// The name of an entry, the same through all its versions: up to 64 letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(String);

impl EntryId {
    /// A new name from a random number.
    ///
    /// ```
    /// # use coderpath::log::EntryId;
    /// assert_eq!(EntryId::new(255).as_str(), "00000000000000ff");
    /// ```
    pub fn new(random: u64) -> Self {
        Self(format!("{random:016x}"))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EntryId {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (1..=64).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Unreadable::damaged(
                "an entry's name has 1 to 64 letters, digits or hyphens",
            ))
        }
    }
}

/// Which thing a record is a version of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// The holder's profile; there is one.
    Profile,
    /// An entry of the log.
    Entry(EntryId),
}

/// When and by which tab a version was made. Two tabs never make the same one, even in the same millisecond.
///
/// ```
/// # use coderpath::log::Stamp;
/// let stamp = Stamp { millis: 1_795_410_000_000, nonce: 0xabc };
/// assert_eq!(stamp.to_string(), "1795410000000-00000abc");
/// assert_eq!("1795410000000-00000abc".parse(), Ok(stamp));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970, by the clock of the device that made it.
    pub millis: u64,
    /// A random number.
    pub nonce: u32,
}

impl Stamp {
    /// A stamp for a version made now that is later than all of `earlier`, whatever the clocks say.
    ///
    /// ```
    /// # use coderpath::log::Stamp;
    /// let ahead = Stamp { millis: 900, nonce: 1 };
    /// assert!(Stamp::after(&[ahead], 500, 2) > ahead);
    /// ```
    pub fn after(earlier: &[Self], now_millis: u64, nonce: u32) -> Self {
        let latest = earlier
            .iter()
            .map(|stamp| stamp.millis.saturating_add(1))
            .max()
            .unwrap_or(0);
        Self {
            millis: now_millis.max(latest),
            nonce,
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:013}-{:08x}", self.millis, self.nonce)
    }
}

impl FromStr for Stamp {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        text.split_once('-')
            .and_then(|(millis, nonce)| {
                Some(Self {
                    millis: millis.parse().ok()?,
                    nonce: u32::from_str_radix(nonce, 16).ok()?,
                })
            })
            // Only the one way of writing a stamp is read, so that a key and its stamp stay one to one.
            .filter(|stamp| stamp.to_string() == text)
            .ok_or_else(|| {
                Unreadable::damaged("a stamp is 13 digits, a hyphen and 8 hexadecimal digits")
            })
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// One saved version.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What it is a version of.
    pub id: RecordId,
    /// When it was made.
    pub stamp: Stamp,
    /// Every version that it stands in for, in rising order.
    pub replaces: Vec<Stamp>,
    /// What it says.
    pub content: Content,
    /// What a later release added.
    pub(super) unknown: Unknown,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The entry is this.
    Entry(Box<Entry>),
    /// The profile is this.
    Profile(Box<Profile>),
    /// The entry was deleted. Such a record is kept for ever, because a backup can always bring the entry back.
    Deleted,
}

/// Why a stored item could not be read as a record. It stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later release wrote it, in this version of the format.
    Newer(u32),
    /// It is not what any release writes.
    Damaged(String),
}

impl Unreadable {
    fn damaged(expected: impl Into<String>) -> Self {
        Self::Damaged(expected.into())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(f, "written in format {version}, by a later release"),
            Self::Damaged(expected) => f.write_str(expected),
        }
    }
}

/// A record's fields as they stand in its JSON.
#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    stamp: Stamp,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    replaces: Vec<Stamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<Box<Entry>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    profile: Option<Box<Profile>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deleted: Option<bool>,
    #[serde(flatten)]
    unknown: Unknown,
}

/// The one field that every version of the format has.
#[derive(Deserialize)]
struct Format {
    v: u32,
}

impl Record {
    /// A version of `id` made now, standing in for `earlier`, of which it keeps what it does not know.
    pub fn replacing(
        id: RecordId,
        content: Content,
        earlier: &[Self],
        now_millis: u64,
        nonce: u32,
    ) -> Self {
        let mut replaces: Vec<Stamp> = earlier
            .iter()
            .flat_map(|record| record.replaces.iter().copied().chain([record.stamp]))
            .collect();
        replaces.sort_unstable();
        replaces.dedup();
        let unknown = earlier
            .iter()
            .flat_map(|record| record.unknown.clone())
            .collect();
        Self {
            id,
            stamp: Stamp::after(&replaces, now_millis, nonce),
            replaces,
            content,
            unknown,
        }
    }

    /// The storage key: `coderpath:1:entry:<id>:<stamp>`, or `coderpath:1:profile:<stamp>`.
    pub fn key(&self) -> String {
        match &self.id {
            RecordId::Profile => format!("{KEY_PREFIX}{FORMAT}:profile:{}", self.stamp),
            RecordId::Entry(id) => {
                format!("{KEY_PREFIX}{FORMAT}:entry:{}:{}", id.as_str(), self.stamp)
            }
        }
    }

    /// The storage value, as JSON.
    ///
    /// # Errors
    /// Never for a record that was read or made here; `serde_json`'s signature has the error all the same.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let mut stored = Stored {
            v: FORMAT,
            id: match &self.id {
                RecordId::Profile => None,
                RecordId::Entry(id) => Some(id.as_str().to_owned()),
            },
            stamp: self.stamp,
            replaces: self.replaces.clone(),
            entry: None,
            profile: None,
            deleted: None,
            unknown: self.unknown.clone(),
        };
        match &self.content {
            Content::Entry(entry) => stored.entry = Some(entry.clone()),
            Content::Profile(profile) => stored.profile = Some(profile.clone()),
            Content::Deleted => stored.deleted = Some(true),
        }
        serde_json::to_string(&stored)
    }

    /// Reads a stored item that is ours.
    ///
    /// # Errors
    /// [`Unreadable`], if a later release wrote it, or if it is damaged: then it says what was expected.
    pub fn read(key: &str, json: &str) -> Result<Self, Unreadable> {
        let damaged = |error: serde_json::Error| Unreadable::damaged(error.to_string());
        let Format { v } = serde_json::from_str(json).map_err(damaged)?;
        if v > FORMAT {
            return Err(Unreadable::Newer(v));
        }
        let stored: Stored = serde_json::from_str(json).map_err(damaged)?;
        let id = match stored.id {
            Some(id) => RecordId::Entry(id.parse()?),
            None => RecordId::Profile,
        };
        let content = match (&id, stored.entry, stored.profile, stored.deleted) {
            (RecordId::Entry(_), Some(entry), None, None) => Content::Entry(entry),
            (RecordId::Entry(_), None, None, Some(true)) => Content::Deleted,
            (RecordId::Profile, None, Some(profile), None) => Content::Profile(profile),
            _ => {
                return Err(Unreadable::damaged(
                    "a record holds one of: an entry, a profile, \"deleted\": true",
                ));
            }
        };
        let record = Self {
            id,
            stamp: stored.stamp,
            replaces: stored.replaces,
            content,
            unknown: stored.unknown,
        };
        if record.key() == key {
            Ok(record)
        } else {
            Err(Unreadable::damaged(
                "the record's name and stamp are those of its key",
            ))
        }
    }

    /// Later stamps come later; equal ones, which a copied browser profile can make, are ordered by content,
    /// so that every device agrees.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let text = |record: &Self| record.to_json().unwrap_or_default();
        self.stamp
            .cmp(&other.stamp)
            .then_with(|| text(self).cmp(&text(other)))
    }
}
