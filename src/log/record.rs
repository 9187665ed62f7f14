//! One saved version of an entry or of the profile, as it stands in storage.
//!
//! A record is a storage item of its own, so two tabs that work on different entries cannot overwrite each other and
//! one damaged record costs nothing else. It names every version that it stands in for: the union of two logs is then
//! enough to tell which version of an entry is current, and whether two were made apart.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::entry::Entry;
use super::json::{Fields, Unknown, Writer};
use super::profile::Profile;
use super::unreadable::{Expected, Part, Unreadable};

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

/// Whether this is the key of a thing that this release does not know: a later one keeps it here.
fn is_of_other_kind(key: &str) -> bool {
    is_ours(key)
        && key
            .split(':')
            .nth(2)
            .is_none_or(|kind| kind != "entry" && kind != "profile")
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
            Err(Unreadable::NotA(Expected::Name))
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
        let latest = earlier.iter().max();
        let Some(latest) = latest.filter(|latest| latest.millis >= now_millis) else {
            return Self {
                millis: now_millis,
                nonce,
            };
        };
        match latest.millis.checked_add(1) {
            Some(millis) => Self { millis, nonce },
            // No clock shows this, but storage and files may hold anything.
            None => Self {
                millis: latest.millis,
                nonce: latest.nonce.saturating_add(1),
            },
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
            .ok_or(Unreadable::NotA(Expected::Stamp))
    }
}

/// One saved version.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What it is a version of.
    pub id: RecordId,
    /// When it was made.
    pub stamp: Stamp,
    /// Every version that it stands in for, each before the one that replaced it.
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

impl Record {
    /// A version of `id` made now, standing in for `earlier`, of which it keeps what it does not know.
    pub fn replacing(
        id: RecordId,
        content: Content,
        earlier: &[Self],
        now_millis: u64,
        nonce: u32,
    ) -> Self {
        let mut replaces: Vec<Stamp> = Vec::new();
        for stamp in earlier
            .iter()
            .flat_map(|record| record.replaces.iter().chain([&record.stamp]))
        {
            if !replaces.contains(stamp) {
                replaces.push(*stamp);
            }
        }
        let mut unknown = Unknown::new();
        for (name, json) in earlier.iter().flat_map(|record| &record.unknown) {
            // Of two with one name the later counts.
            unknown.retain(|(before, _)| before != name);
            unknown.push((name.clone(), json.clone()));
        }
        Self {
            id,
            stamp: Stamp::after(&replaces, now_millis, nonce),
            replaces,
            content,
            unknown,
        }
    }

    /// Whether it stands in for the version of this stamp. Only an earlier one: what names itself, or two that name each
    /// other, would else be shown nowhere. No release writes such, but storage and files may hold anything.
    pub(super) fn stands_in_for(&self, stamp: Stamp) -> bool {
        stamp < self.stamp && self.replaces.contains(&stamp)
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

    /// What and which version a storage key means; `None` if it is not one that this release writes.
    pub(super) fn parse_key(key: &str) -> Option<(RecordId, Stamp)> {
        let rest = key.strip_prefix(KEY_PREFIX)?.strip_prefix("1:")?;
        let (kind, rest) = rest.split_once(':')?;
        match (kind, rest.split_once(':')) {
            ("entry", Some((id, stamp))) => {
                Some((RecordId::Entry(id.parse().ok()?), stamp.parse().ok()?))
            }
            ("profile", None) => Some((RecordId::Profile, rest.parse().ok()?)),
            _ => None,
        }
    }

    /// The storage value, as JSON.
    pub fn to_json(&self) -> String {
        let mut object = Writer::with(&self.unknown);
        object.json("v", &FORMAT.to_string());
        if let RecordId::Entry(id) = &self.id {
            object.text("id", id.as_str());
        }
        object.text("stamp", &self.stamp.to_string());
        let replaces: Vec<String> = self.replaces.iter().map(Stamp::to_string).collect();
        object.texts("replaces", replaces.iter().map(String::as_str));
        match &self.content {
            Content::Entry(entry) => object.json("entry", &entry.write()),
            Content::Profile(profile) => object.json("profile", &profile.write()),
            Content::Deleted => object.flag("deleted", true),
        }
        object.end()
    }

    /// Reads a stored item that is ours.
    ///
    /// # Errors
    /// [`Unreadable`], if a later release wrote it, or if it is damaged: then it names the field and what was expected.
    pub fn read(key: &str, json: &str) -> Result<Self, Unreadable> {
        if is_of_other_kind(key) {
            return Err(Unreadable::OtherKind);
        }
        let record = Self::parse(json)?;
        if record.key() == key {
            Ok(record)
        } else {
            Err(Unreadable::OtherKey)
        }
    }

    /// Reads a record whose key is not at hand.
    pub(super) fn parse(json: &str) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(Part::Record, json)?;
        let format = fields
            .number("v")?
            .ok_or_else(|| fields.fault("v", Expected::Number))?;
        if format > FORMAT {
            return Err(Unreadable::Newer(format));
        }
        if format < FORMAT {
            return Err(fields.fault("v", Expected::Format));
        }
        let stamp = |text: &str| text.parse().ok();
        let id = fields.parsed("id", Expected::Name, |text| text.parse().ok())?;
        let id = id.map_or(RecordId::Profile, RecordId::Entry);
        let record_stamp = fields.required("stamp", Expected::Stamp, stamp)?;
        let mut replaces = Vec::new();
        for text in fields.texts("replaces")? {
            replaces.push(stamp(&text).ok_or_else(|| fields.fault("replaces", Expected::Stamps))?);
        }
        let (entry, profile, deleted) = (
            fields.json("entry"),
            fields.json("profile"),
            fields.flag("deleted")?,
        );
        let content = match (&id, entry, profile, deleted) {
            (RecordId::Entry(_), Some(entry), None, false) => {
                Content::Entry(Box::new(Entry::read(&entry)?))
            }
            (RecordId::Entry(_), None, None, true) => Content::Deleted,
            (RecordId::Profile, None, Some(profile), false) => {
                Content::Profile(Box::new(Profile::read(&profile)?))
            }
            _ => return Err(Unreadable::Content),
        };
        Ok(Self {
            id,
            stamp: record_stamp,
            replaces,
            content,
            unknown: fields.unknown(),
        })
    }

    /// Whether it says what another says, whatever its stamp.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        (&self.replaces, &self.content, &self.unknown)
            == (&other.replaces, &other.content, &other.unknown)
    }

    /// Later stamps come later; equal ones, which a copied browser profile can make, are ordered by content,
    /// so that every device agrees.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        self.stamp
            .cmp(&other.stamp)
            .then_with(|| self.to_json().cmp(&other.to_json()))
    }
}
