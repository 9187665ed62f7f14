//! A backup that was opened and is looked at before anything is written.
//!
//! It is read, compared with the log and written in slices ([`Effect::GoOn`]), so that no file keeps the page from answering.
//! What is restored is united with what is there, so it may stop at any moment: what came stays, and can be undone.

use super::history::{Changed, contents};
use super::{Effect, Filter, Focus, Notice, State, What, write};
use crate::log::{Backup, Log, Merge, Merging, NoBackup, Opening, RecordId};

/// How many items of a file are read at once, how many things compared, and how many written: each takes some milliseconds
/// on a slow telephone.
const ITEMS_AT_ONCE: usize = 250;
const COMPARED_AT_ONCE: usize = 250;
const RESTORED_AT_ONCE: usize = 100;

/// A file that the reader chose, or what a link brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Restoring {
    /// How far it has come.
    pub phase: Phase,
    /// Whether a link brought it.
    pub by_link: bool,
}

/// How far a backup has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// It is none.
    No(NoBackup),
    /// It is being read.
    Reading(Box<Opening>),
    /// It is being compared with the log.
    Comparing(Box<Comparing>),
    /// It is known what it would change.
    Read(Box<Restorable>),
    /// It is being restored.
    Writing(Box<Writing>),
}

/// A backup, and what is known of what it would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparing {
    backup: Backup,
    merging: Merging,
}

/// A backup, and what it would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Restorable {
    /// What the file has.
    pub backup: Backup,
    /// What of it would be written.
    pub merge: Merge,
}

/// A backup that is being restored.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    backup: Log,
    /// What is still to be looked at. Another tab may have changed the log since it was compared.
    left: Vec<RecordId>,
    all: usize,
    /// What it changed so far. What is changed elsewhere before it ends is no part of it.
    changes: Vec<Changed>,
    /// The keys of what was written and is perhaps not stored yet.
    keys: Vec<String>,
    /// Its place among what can be undone.
    place: usize,
}

impl Phase {
    /// How far a slice by slice work is, and of how much; `None` if there is nothing to wait for.
    pub fn progress(&self) -> Option<(usize, usize)> {
        match self {
            Self::Reading(opening) => Some(opening.progress()),
            Self::Comparing(comparing) => Some(comparing.merging.progress()),
            Self::Writing(writing) => {
                Some((writing.all.saturating_sub(writing.left.len()), writing.all))
            }
            Self::No(_) | Self::Read(_) => None,
        }
    }
}

/// Opens a file. What was being restored ends with what came of it so far.
pub(super) fn open(state: &mut State, file: &str) -> Vec<Effect> {
    let mut effects = stop(state);
    let phase = match Opening::new(file) {
        Ok(opening) => Phase::Reading(Box::new(opening)),
        Err(why) => Phase::No(why),
    };
    let by_link = false;
    state.restoring = Some(Restoring { phase, by_link });
    state.sending.refused = None;
    effects.push(Effect::Focus(Focus::Restoring));
    effects.extend(go_on(state));
    effects
}

/// Shows what a link brought. It is small, and not done in slices.
pub(super) fn receive(state: &mut State, backup: Backup) {
    let merge = state.log.merge(&backup.log);
    let phase = Phase::Read(Box::new(Restorable { backup, merge }));
    let by_link = true;
    state.restoring = Some(Restoring { phase, by_link });
}

/// Begins to add what the backup has and the log lacks.
pub(super) fn restore(state: &mut State) -> Vec<Effect> {
    let Some(Restoring { phase, by_link }) = state.restoring.take() else {
        return Vec::new();
    };
    let phase = match phase {
        Phase::Read(found) => {
            let backup = found.backup.log;
            let left: Vec<RecordId> = backup.ids().cloned().collect();
            Phase::Writing(Box::new(Writing {
                all: left.len(),
                left,
                backup,
                changes: Vec::new(),
                keys: Vec::new(),
                place: state.history.place(),
            }))
        }
        other => other,
    };
    state.restoring = Some(Restoring { phase, by_link });
    go_on(state)
}

/// Looks no longer at the backup. What is being restored ends with what came of it so far.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    let effects = stop(state);
    state.restoring = None;
    state.sending.refused = None;
    effects
}

fn stop(state: &mut State) -> Vec<Effect> {
    match state.restoring.take().map(|restoring| restoring.phase) {
        Some(Phase::Writing(writing)) => finish(state, *writing),
        _ => Vec::new(),
    }
}

/// Does the next slice, if there is one to do.
pub(super) fn go_on(state: &mut State) -> Vec<Effect> {
    let Some(Restoring { phase, by_link }) = state.restoring.take() else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    let phase = match phase {
        Phase::Reading(mut opening) => {
            if opening.step(ITEMS_AT_ONCE) {
                let backup = opening.backup();
                let merging = Merging::new(&backup.log);
                compared(state, Box::new(Comparing { backup, merging }))
            } else {
                Phase::Reading(opening)
            }
        }
        Phase::Comparing(comparing) => compared(state, comparing),
        Phase::Writing(mut writing) => {
            write_some(state, &mut writing, &mut effects);
            if writing.left.is_empty() {
                effects.extend(finish(state, *writing));
                return effects;
            }
            Phase::Writing(writing)
        }
        phase @ (Phase::No(_) | Phase::Read(_)) => phase,
    };
    if phase.progress().is_some() {
        effects.push(Effect::GoOn);
    }
    state.restoring = Some(Restoring { phase, by_link });
    effects
}

fn compared(state: &State, mut comparing: Box<Comparing>) -> Phase {
    let Comparing { backup, merging } = &mut *comparing;
    if !merging.step(&state.log, &backup.log, COMPARED_AT_ONCE) {
        return Phase::Comparing(comparing);
    }
    let Comparing { backup, merging } = *comparing;
    let merge = merging.merge;
    Phase::Read(Box::new(Restorable { backup, merge }))
}

/// Writes some more, once what was written before is stored. Where something cannot be, the rest comes into memory at once:
/// each further slice would only try all of it again.
fn write_some(state: &mut State, writing: &mut Writing, effects: &mut Vec<Effect>) {
    if !state.keeping.waiting.is_empty() {
        return;
    }
    writing.keys.retain(|key| !state.keeping.is_stored(key));
    let many = if state.keeping.unsaved.is_empty() {
        RESTORED_AT_ONCE
    } else {
        usize::MAX
    };
    let rest = writing.left.len().saturating_sub(many);
    for id in writing.left.split_off(rest) {
        let came = state.log.merge_one(&id, &writing.backup).0;
        if came.is_empty() {
            continue;
        }
        let before = contents(&state.log, &id);
        for record in came {
            writing.keys.push(record.key());
            effects.extend(write::keep(state, record, Vec::new(), None));
        }
        writing.changes.push(Changed::since(before, id, &state.log));
    }
}

/// What came can be undone as one change.
fn finish(state: &mut State, mut writing: Writing) -> Vec<Effect> {
    let is_all = writing.left.is_empty();
    let mut effects = Vec::new();
    let mut unread = Vec::new();
    if is_all {
        unread = state.log.unread_to_come(&writing.backup);
        for (key, text) in &unread {
            writing.keys.push(key.clone());
            effects.extend(write::keep_unread(state, key, text));
        }
    }
    // Where nothing came there is nothing to say of it, and no Undo that would take it out again.
    let is_said = is_all || !writing.changes.is_empty();
    let keys = writing.keys;
    state.notice = is_said.then_some(Notice::Restored { is_all, keys });
    state
        .history
        .insert(writing.place, What::Restored, writing.changes, unread);
    state.filter = Filter::default();
    effects.push(Effect::Focus(Focus::AddButton));
    effects
}
