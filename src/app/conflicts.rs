//! Entries of which versions were made apart, wherever in the list they lie: most of a long list is not drawn, and the newer
//! version of each counts meanwhile.

use super::{Effect, Filter, Focus, State, write};
use crate::log::EntryId;

/// Lists them alone, and goes to the first.
pub(super) fn show(state: &mut State) -> Option<Effect> {
    state.filter = Filter {
        has_conflict: true,
        ..Filter::default()
    };
    state.has_searched = true;
    state.unfolded.all = false;
    next(state, None)
}

/// That of an entry is settled. Where they are listed alone, the next one is at hand. After the last one everything is listed
/// again; there the entry may stand in another period than before.
pub(super) fn settled(state: &mut State, id: &EntryId) -> Option<Effect> {
    let next = next(state, Some(id)).filter(|_| state.filter.has_conflict);
    if next.is_none()
        && let Some(entry) = state.log.entry(id).cloned()
    {
        write::see(state, id, &entry);
    }
    next
}

/// Once the last of them is settled, deleted or settled elsewhere, everything is listed again.
pub(super) fn look_again(state: &mut State, is_ticked: bool) {
    let is_none = || {
        let entries = state.log.entries();
        entries.iter().all(|shown| !shown.has_conflict)
    };
    if state.filter.has_conflict && !is_ticked && is_none() {
        state.filter = Filter::default();
    }
}

/// Goes to the first of them that stands below an entry, or else to the first of all.
fn next(state: &State, id: Option<&EntryId>) -> Option<Effect> {
    let entries = state.log.entries();
    let above = entries.iter().position(|shown| Some(shown.id) == id);
    let below = entries.iter().skip(above.unwrap_or_default());
    let mut in_order = below.chain(&entries);
    let found = in_order.find(|shown| shown.has_conflict)?;
    Some(Effect::Focus(Focus::Entry(found.id.clone())))
}
