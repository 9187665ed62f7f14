//! What a coder did for their CEUs: entries, claims, profile, and the versions in which they are kept.
//!
//! An [`Entry`] is one activity with a claim for each body that accepts it. Every saved version of an entry is a
//! [`Record`] of its own that names the versions it replaces; a [`Log`] is the union of records, and what is shown
//! of an entry is its newest version. Text that a person types becomes an entry through a [`Draft`], and until then is
//! kept as a [`KeptDraft`].
//! Nothing here knows what a body asks (that is `rules`) or what counts (that is `ledger`).

mod backup;
mod calendar;
mod draft;
mod entry;
mod gist;
mod hash;
mod json;
mod kept;
mod likeness;
mod parcel;
mod profile;
mod record;
mod records;
mod unreadable;

pub use backup::{BACKUP_MOST, Backup, ITEMS_MOST, Merge, Merging, NoBackup, Opening};
pub use calendar::{Event, calendar};
pub(crate) use draft::approvals;
pub use draft::{
    AapcDraft, AhimaDraft, Draft, Fault, Field, FieldFault, TITLE_MOST, Typed, letters,
};
pub use entry::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ALL_STATES, AapcClaim, ActivityKind, AhimaClaim,
    AhimaSource, Approval, Domain, Entry, Pin, State,
};
pub use gist::{Claimed, Code, Gist};
pub(crate) use hash::{NOTHING, hash, short};
pub(crate) use json::format_day;
pub use kept::{KeptDraft, draft_key, is_draft};
pub use likeness::{Alike, Likeness};
pub use parcel::{
    LETTERS_MOST, MOST_IN_LINK, MOST_VERSIONS, NoParcel, PARCEL_MOST, Unsendable, parcel_letters,
    parcel_link,
};
pub use profile::{Plan, Profile, is_same_due};
pub use record::{Content, EntryId, FORMAT, KEY_PREFIX, Record, RecordId, Stamp, is_ours};
pub use records::{Log, Shown, UnreadRecord};
pub use unreadable::{Expected, Part, Unreadable};

/// A text without the spaces around it. Few have some, and to look for them costs more than all else that is done with a
/// short text.
pub(crate) fn trimmed(text: &str) -> &str {
    let mut bytes = text.bytes();
    let ends = [bytes.next(), bytes.next_back()];
    if ends
        .into_iter()
        .flatten()
        .all(|byte| byte.is_ascii_graphic())
    {
        text
    } else {
        text.trim()
    }
}
