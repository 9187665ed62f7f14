//! Which activities look the same.

use std::num::NonZeroU32;

use super::entry::Entry;
use super::{NOTHING, hash, short, trimmed};

/// What tells one activity from another: its index number, or where it has none its title and its sponsor.
#[derive(Clone, Copy)]
struct Key<'a> {
    number: &'a str,
    title: &'a str,
    sponsor: &'a str,
}

impl<'a> Key<'a> {
    fn of(entry: &'a Entry) -> Self {
        let number = trimmed(&entry.index_number);
        let by_name = |text: &'a str| if number.is_empty() { trimmed(text) } else { "" };
        Self {
            number,
            title: by_name(&entry.title),
            sponsor: by_name(&entry.sponsor),
        }
    }

    fn is_nothing(&self) -> bool {
        self.number.is_empty() && self.title.is_empty() && self.sponsor.is_empty()
    }
}

/// Titles and sponsors tell the same in capitals as well, but only in English ones: those of all letters that there are
/// take 10 KB of tables in the wasm, and all that rests on it is whether something is asked.
impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
            && self.title.eq_ignore_ascii_case(other.title)
            && self.sponsor.eq_ignore_ascii_case(other.sponsor)
    }
}

/// A number that is the same for all entries that look the same, and seldom for others. A log works it out once for
/// each version, since it is asked for at every change, and to fetch the texts of a long log takes longer than all else
/// that is done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness(NonZeroU32);

impl Likeness {
    /// That of an entry; `None` if there is nothing to tell it by: of two such nobody can say that they look the same.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::log::{AapcDraft, Draft, Likeness, Typed};
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let aapc = AapcDraft { is_claimed: true, ceus: "1".into(), ..AapcDraft::default() };
    /// let called = |title: &str| {
    ///     let draft = Draft { date: Typed::day(today), title: title.into(), aapc: aapc.clone(), ..Draft::default() };
    ///     Likeness::of(&draft.read(None, today).unwrap())
    /// };
    /// assert_eq!(called("Coding webinar"), called("coding WEBINAR"));
    /// assert_ne!(called("Coding webinar"), called("Audit webinar"));
    /// ```
    pub fn of(entry: &Entry) -> Option<Self> {
        let key = Key::of(entry);
        if key.is_nothing() {
            return None;
        }
        let mut number = NOTHING;
        for text in [key.number, key.title, key.sponsor] {
            // A capital differs from its small letter in this bit.
            number = hash(number, text.bytes().map(|byte| byte | 0x20));
        }
        Some(Self(
            NonZeroU32::new(short(number)).unwrap_or(NonZeroU32::MIN),
        ))
    }

    /// The number.
    pub const fn number(self) -> u32 {
        self.0.get()
    }
}

/// Why two entries look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// They have one index number.
    ByNumber,
    /// Neither has one, and they have one title and one sponsor.
    ByName,
}

impl Alike {
    /// `None` if two entries do not look the same.
    pub fn of(one: &Entry, other: &Entry) -> Option<Self> {
        let key = Key::of(one);
        (key == Key::of(other) && !key.is_nothing()).then_some(if key.number.is_empty() {
            Self::ByName
        } else {
            Self::ByNumber
        })
    }
}
