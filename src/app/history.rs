//! What can be taken back: every change of the log that was made here, for as long as the widget is on the page.
//!
//! To take a change back is a change too: it writes new versions that say what was there before. So it reaches every tab
//! and device as any other does, and nothing that was ever written is written over.

use super::ProfileField;
use crate::log::{Content, Log, Profile, RecordId};

/// How many changes are remembered.
const MOST: usize = 100;

/// Which way one goes through the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The last change is taken back.
    Undo,
    /// What was taken back last is done again.
    Redo,
}

/// The changes that were made, and those that were taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// One change, as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was done.
    pub what: What,
    /// What was changed by it.
    pub(super) changes: Vec<Changed>,
    /// What cannot be read and came with it or went, by key.
    pub(super) unread: Vec<(String, String)>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An entry of this title was added.
    Added(String),
    /// An entry of this title was changed.
    Changed(String),
    /// An entry of this title was deleted.
    Deleted(String),
    /// One of two versions of an entry of this title was chosen, or both.
    Settled(String),
    /// The profile was changed, by this field if it was typed.
    Profile(Option<ProfileField>),
    /// A backup was restored.
    Restored,
    /// What something else removed from storage was let go.
    LetGo,
    /// So many activities of a spreadsheet were imported.
    Imported(usize),
}

/// An entry or the profile before and after a change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Changed {
    pub(super) id: RecordId,
    before: Vec<Content>,
    after: Vec<Content>,
}

impl Changed {
    /// What became of a thing that was like this before.
    pub(super) fn since(before: Vec<Content>, id: RecordId, log: &Log) -> Self {
        let after = contents(log, &id);
        Self { id, before, after }
    }

    /// What it is changed from and to, going this way.
    pub(super) fn going(&self, way: Way) -> (&[Content], &[Content]) {
        match way {
            Way::Undo => (&self.after, &self.before),
            Way::Redo => (&self.before, &self.after),
        }
    }
}

/// What the log says of a thing: nothing if it is not there, and more than one version where there is a conflict.
pub(super) fn contents(log: &Log, id: &RecordId) -> Vec<Content> {
    let heads = log.heads(id);
    let blank = |content: &Content| match content {
        Content::Deleted => true,
        Content::Profile(profile) => **profile == Profile::default(),
        Content::Entry(_) => false,
    };
    if heads.iter().all(|record| blank(&record.content)) {
        return Vec::new();
    }
    heads.into_iter().map(|head| head.content.clone()).collect()
}

impl History {
    /// The change that is next, going this way.
    pub fn next(&self, way: Way) -> Option<&Step> {
        match way {
            Way::Undo => self.done.last(),
            Way::Redo => self.undone.last(),
        }
    }

    /// Notes what a change made of things, which were like this before. What was taken back cannot be done again then.
    pub(super) fn note(&mut self, what: What, before: Vec<(RecordId, Vec<Content>)>, log: &Log) {
        let mut changes = Vec::new();
        for (id, before) in before {
            changes.push(Changed::since(before, id, log));
        }
        // A date is stored at each digit of its year; it is taken back as a whole.
        if let (What::Profile(Some(_)), Some(last)) = (&what, self.done.last_mut())
            && last.what == what
            && let ([change], [earlier]) = (changes.as_mut_slice(), last.changes.as_mut_slice())
            && change.before == earlier.after
            && change.before != change.after
        {
            std::mem::swap(&mut earlier.after, &mut change.after);
            self.undone.clear();
            return;
        }
        self.insert(self.done.len(), what, changes, Vec::new());
    }

    /// The place of what begins now and takes a while. What is done meanwhile is taken back before it.
    pub(super) fn place(&self) -> usize {
        self.done.len()
    }

    /// Notes the changes of what began at a place, and what cannot be read of it. Those that changed nothing are left out.
    pub(super) fn insert(
        &mut self,
        place: usize,
        what: What,
        mut changes: Vec<Changed>,
        unread: Vec<(String, String)>,
    ) {
        changes.retain(|change| change.before != change.after);
        if changes.is_empty() && unread.is_empty() {
            return;
        }
        self.undone.clear();
        let place = place.min(self.done.len());
        let step = Step {
            what,
            changes,
            unread,
        };
        self.done.insert(place, step);
        if self.done.len() > MOST {
            self.done.remove(0);
        }
    }

    /// Takes the change that is next, going this way.
    pub(super) fn take(&mut self, way: Way) -> Option<Step> {
        match way {
            Way::Undo => self.done.pop(),
            Way::Redo => self.undone.pop(),
        }
    }

    /// Puts a change where it can be gone back to.
    pub(super) fn went(&mut self, way: Way, step: Step) {
        match way {
            Way::Undo => self.undone.push(step),
            Way::Redo => self.done.push(step),
        }
    }
}
