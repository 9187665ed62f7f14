//! Which activities are the same.

use super::trimmed;
use crate::log::Shown;

/// What tells one activity from another: its index number, or where it has none its title and its sponsor.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    number: &'a str,
    title: &'a str,
    sponsor: &'a str,
}

impl<'a> Key<'a> {
    /// `None` if there is nothing to tell it by: of two such nobody can say that they look the same.
    pub(super) fn of(shown: Shown<'a>) -> Option<Self> {
        let entry = shown.entry;
        let mut key = Self {
            number: trimmed(&entry.index_number),
            title: "",
            sponsor: "",
        };
        if key.number.is_empty() {
            key.title = trimmed(&entry.title);
            key.sponsor = trimmed(&entry.sponsor);
        }
        let is_told = !(key.number.is_empty() && key.title.is_empty() && key.sponsor.is_empty());
        is_told.then_some(key)
    }

    /// Whether it is an index number.
    pub(super) fn is_number(self) -> bool {
        !self.number.is_empty()
    }

    /// A number that is the same for all keys that tell the same: FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
    pub(super) fn hash(self) -> u64 {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for text in [self.number, self.title, self.sponsor] {
            for byte in text.bytes() {
                // A capital differs from its small letter in this bit.
                hash = (hash ^ u64::from(byte | 0x20)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        hash
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

/// The first claims, found by their keys. The standard map would take a text of its own for each key, and five times as
/// long for a long log.
pub(super) struct Firsts {
    /// The place of a claim, and 1 more, where its key's number says or in the next free slot behind; 0 where there is
    /// none. At least half of them stay free.
    slots: Vec<u32>,
}

impl Firsts {
    /// None yet, and room for so many.
    pub(super) fn with_room_for(many: usize) -> Self {
        let many = many.saturating_mul(2).saturating_add(1);
        Self {
            slots: vec![0; many.next_power_of_two()],
        }
    }

    /// The place of the first claim whose key has this number and that is the same; `None` if that is the one `at` this
    /// place, and then it is noted.
    pub(super) fn before(
        &mut self,
        at: usize,
        number: u64,
        is_same: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let last = u64::try_from(self.slots.len()).ok()?.checked_sub(1)?;
        let mut slot = number;
        loop {
            // There are as many slots as a power of two, so this goes round.
            slot &= last;
            let found = self.slots.get_mut(usize::try_from(slot).ok()?)?;
            let Some(first) = found.checked_sub(1) else {
                *found = u32::try_from(at).ok()?.checked_add(1)?;
                return None;
            };
            let first = usize::try_from(first).ok()?;
            if is_same(first) {
                return Some(first);
            }
            slot = slot.saturating_add(1);
        }
    }
}
