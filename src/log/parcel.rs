//! A log in a link: which text it carries, what stands in the fragment of the address, and what of one that came is believed.
//!
//! `#coderpath-log=1.eJy…`: our name, a version, and the log's text, compressed in zlib's format (RFC 1950) and written in
//! base64url (RFC 4648, section 5) without padding. The text is a backup of the versions that no other stands in for. Both
//! compression and letters are the browser's own (`embed.js`): every reader of a page would download what the wasm had
//! for them. Of its formats zlib's ends with a checksum, so that a link of which one letter was changed is not taken for a log
//! with another number in it.
//!
//! A link may come from anybody, so what it can ask of a page is bounded: its letters, the text that they unfold to, which
//! is given up while it unfolds, and the versions in that.

use chrono::NaiveDate;

use super::backup::{Backup, NoBackup};
use super::record::{Record, RecordId};
use super::records::Log;

/// How many entries a link carries. A longer log goes by file.
pub const MOST_IN_LINK: usize = 200;
/// How many versions a link carries: entries, those that were made apart, deletions and what could not be read. To unite
/// versions of one entry takes the time of their square.
pub const MOST_VERSIONS: usize = 500;
/// The longest text that a link carries, in bytes.
pub const PARCEL_MOST: usize = 1_000_000;
/// The most letters that a link has for it. Browsers open links of ten times that; not all of them open longer ones.
pub const LETTERS_MOST: usize = 200_000;

/// What begins a fragment with a log. `embed.js` knows it as well.
const OURS: &str = "coderpath-log=";
/// The version that is written, and the only one that is read.
const VERSION: &str = "1";

/// Why a log does not go into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsendable {
    /// It has so many entries, which is more than [`MOST_IN_LINK`].
    TooMany(usize),
    /// It has more than [`MOST_VERSIONS`], or its text is longer than [`PARCEL_MOST`].
    TooLarge,
}

/// Why a link brings no log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoParcel {
    /// It is no link that this or an earlier release wrote: cut off, or changed on its way.
    Damaged,
    /// A newer release wrote it.
    Newer,
    /// It has, or unfolds to, more than a link carries.
    TooLarge,
    /// This browser has no compression of its own.
    Unable,
}

impl NoParcel {
    /// What the page says of a text that it could not fold or unfold.
    pub fn from_key(key: &str) -> Self {
        match key {
            "large" => Self::TooLarge,
            "unable" => Self::Unable,
            _ => Self::Damaged,
        }
    }
}

impl Log {
    /// The text that a link carries: a backup without what was replaced.
    ///
    /// # Errors
    /// [`Unsendable`], if the log is for a file.
    ///
    /// ```
    /// use coderpath::log::{Backup, Log};
    /// # let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let mut log = Log::default();
    /// log.take_in(
    ///     "coderpath:1:entry:1f:0000000000001-00000001",
    ///     r#"{"v":1,"id":"1f","stamp":"0000000000001-00000001","deleted":true}"#,
    /// );
    /// let text = log.parcel(today).unwrap();
    /// assert_eq!(Backup::of_parcel(&text).unwrap().log, log);
    /// ```
    pub fn parcel(&self, today: NaiveDate) -> Result<String, Unsendable> {
        let entries = self.entries().len();
        if entries > MOST_IN_LINK {
            return Err(Unsendable::TooMany(entries));
        }
        if self.current().count().saturating_add(self.unread().count()) > MOST_VERSIONS {
            return Err(Unsendable::TooLarge);
        }
        let text = self.current_backup(today);
        if text.len() > PARCEL_MOST {
            return Err(Unsendable::TooLarge);
        }
        Ok(text)
    }

    /// The versions that no other stands in for.
    fn current(&self) -> impl Iterator<Item = &Record> {
        let versions = self.versions();
        versions.filter(|record| !self.is_replaced(&record.id, record.stamp))
    }

    /// A number that is another one once something in the log has changed.
    pub fn imprint(&self) -> u64 {
        let versions = self.current().map(|record| {
            let stamp = record.stamp;
            // Versions of two entries may have been made in one moment.
            let name = match &record.id {
                RecordId::Profile => 0,
                RecordId::Entry(id) => id
                    .as_str()
                    .bytes()
                    .fold(1, |sum: u64, byte| mixed(sum, byte.into())),
            };
            mixed(mixed(name, stamp.millis), stamp.nonce.into())
        });
        let unread = self.unread().map(|_| 1);
        // In whatever order they come.
        versions.chain(unread).fold(0, u64::wrapping_add)
    }
}

/// FNV-1a's step (<http://www.isthe.com/chongo/tech/comp/fnv/>), here for whole numbers.
const fn mixed(sum: u64, number: u64) -> u64 {
    (sum ^ number).wrapping_mul(0x0100_0000_01b3)
}

impl Backup {
    /// Reads the text that a link carried.
    ///
    /// # Errors
    /// [`NoParcel`], if it is more than a link carries, or no backup.
    pub fn of_parcel(text: &str) -> Result<Self, NoParcel> {
        match Self::read_within(text, PARCEL_MOST, MOST_VERSIONS) {
            Ok(backup) => Ok(backup),
            Err(NoBackup::TooLarge | NoBackup::TooMany | NoBackup::Crowded) => {
                Err(NoParcel::TooLarge)
            }
            Err(NoBackup::Unreadable(why)) if why.is_newer() => Err(NoParcel::Newer),
            Err(_) => Err(NoParcel::Damaged),
        }
    }
}

/// The link that leads to a page with these letters; `None` if no link can lead there.
///
/// ```
/// use coderpath::log::parcel_link;
/// let link = "https://blog.example/log/index.html#coderpath-log=1.eNoD";
/// assert_eq!(parcel_link("https://blog.example/log/index.html", "eNoD").as_deref(), Some(link));
/// assert_eq!(parcel_link("javascript:alert(1)", "eNoD"), None);
/// ```
pub fn parcel_link(page: &str, letters: &str) -> Option<String> {
    let is_page = ["https://", "http://"]
        .iter()
        .any(|scheme| page.starts_with(scheme));
    (is_page && are_letters(letters)).then(|| [page, "#", OURS, VERSION, ".", letters].concat())
}

/// The letters of a log in the fragment of an address, without `#`.
///
/// # Errors
/// [`NoParcel`], if they are none that a release wrote. Nothing is guessed then.
///
/// ```
/// use coderpath::log::{NoParcel, parcel_letters};
/// assert_eq!(parcel_letters("coderpath-log=1.eNoD"), Ok("eNoD"));
/// assert_eq!(parcel_letters("coderpath-log=1.eN D"), Err(NoParcel::Damaged));
/// assert_eq!(parcel_letters("coderpath-log=2.whatever"), Err(NoParcel::Newer));
/// ```
pub fn parcel_letters(fragment: &str) -> Result<&str, NoParcel> {
    let (version, letters) = fragment
        .strip_prefix(OURS)
        .and_then(|rest| rest.split_once('.'))
        .ok_or(NoParcel::Damaged)?;
    if version != VERSION {
        let is_number = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if is_number && !version.starts_with('0') {
            NoParcel::Newer
        } else {
            NoParcel::Damaged
        });
    }
    if letters.len() > LETTERS_MOST {
        return Err(NoParcel::TooLarge);
    }
    if are_letters(letters) {
        Ok(letters)
    } else {
        Err(NoParcel::Damaged)
    }
}

/// Whether these are what base64url makes of some bytes. Three bytes are four letters, and no byte is one alone.
fn are_letters(letters: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=LETTERS_MOST).contains(&letters.len())
        && letters.len() % 4 != 1
        && letters.bytes().all(is_letter)
}
