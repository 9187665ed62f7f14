//! Which activity that looks the same was the first.

use crate::log::Likeness;

/// Which likenesses are those of several claims, as far as a few bits for each can tell. Most are of one alone, and these bits
/// of a long log have room in a processor's cache where its [`Firsts`] have none.
pub(super) struct Often {
    /// Two bits for each place that a likeness may say: whether it came, and whether it came again.
    words: Vec<u32>,
    /// By how many bits a likeness is turned before it says its place.
    turn: u32,
}

impl Often {
    /// Room for so many claims: with 8 places for each, at most one in 8 is taken for another. More places would
    /// cost more to fetch than they save.
    pub(super) fn with_room_for(many: usize) -> Self {
        Self {
            words: vec![0; many.div_ceil(2).next_power_of_two()],
            turn: 0,
        }
    }

    /// The same for those that another could not tell apart: by other bits of their likenesses.
    pub(super) fn again(many: usize) -> Self {
        Self {
            turn: u32::BITS / 2,
            ..Self::with_room_for(many)
        }
    }

    /// Notes a claim's likeness, if it has one.
    pub(super) fn note(&mut self, likeness: Option<Likeness>) {
        let Some((word, bit)) = likeness.and_then(|likeness| self.place(likeness)) else {
            return;
        };
        if let Some(word) = self.words.get_mut(word) {
            // Whether it came is not asked: where a processor guesses the answer and is wrong, that takes longer than this.
            *word |= bit | ((*word & bit) << 1);
        }
    }

    /// Whether several claims may have this likeness: never `false` if they have.
    pub(super) fn may_be_of_several(&self, likeness: Option<Likeness>) -> bool {
        let place = likeness.and_then(|likeness| self.place(likeness));
        place.is_some_and(|(word, bit)| {
            let word = self.words.get(word);
            word.is_some_and(|word| word & (bit << 1) != 0)
        })
    }

    /// The word of a likeness, and the first of its two bits. There are as many words as a power of two.
    fn place(&self, likeness: Likeness) -> Option<(usize, u32)> {
        let number = likeness.number().rotate_left(self.turn);
        let word = usize::try_from(number >> 4).ok()? & self.words.len().checked_sub(1)?;
        Some((word, 1 << ((number & 15) * 2)))
    }
}

/// The first claims, found by their likeness. A likeness is spread over all numbers already, so there is nothing left to
/// do for the standard map.
pub(super) struct Firsts {
    /// A claim's likeness and its place, where its likeness says or in the next free slot behind. At least half of them
    /// stay free.
    slots: Vec<Option<(Likeness, u32)>>,
}

impl Firsts {
    /// None yet, and room for so many.
    pub(super) fn with_room_for(many: usize) -> Self {
        let many = many.saturating_mul(2).saturating_add(1);
        Self {
            slots: vec![None; many.next_power_of_two()],
        }
    }

    /// The place of the first claim of this likeness that is the same; `None` if that is the one `at` this place, and then
    /// it is noted.
    pub(super) fn before(
        &mut self,
        at: usize,
        likeness: Likeness,
        is_same: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let last = self.slots.len().checked_sub(1)?;
        let mut slot = usize::try_from(likeness.number()).ok()?;
        loop {
            // There are as many slots as a power of two, so this goes round.
            slot &= last;
            let found = self.slots.get_mut(slot)?;
            let Some((of_first, first)) = *found else {
                *found = Some((likeness, u32::try_from(at).ok()?));
                return None;
            };
            let first = usize::try_from(first).ok()?;
            if of_first == likeness && is_same(first) {
                return Some(first);
            }
            slot = slot.saturating_add(1);
        }
    }
}
