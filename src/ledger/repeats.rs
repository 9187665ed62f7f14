//! Which activity that looks the same was the first.

use crate::log::Likeness;

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
