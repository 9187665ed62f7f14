//! Where the log is kept, and what could not be written. Nothing is shown as saved that is not.

use crate::store::{Save, StorageError};

/// Where the log is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Why the log lives in memory only; `None` where storage works.
    pub memory_only: Option<StorageError>,
    /// What was asked to be written and has not been confirmed.
    pub waiting: Vec<Save>,
    /// What could not be written. It is in memory and is tried again with the next change.
    pub unsaved: Vec<Unsaved>,
}

/// A version that could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The version.
    pub save: Save,
    /// Why not.
    pub why: StorageError,
}

impl Keeping {
    /// Whether everything that was done is stored.
    pub fn is_safe(&self) -> bool {
        self.memory_only.is_none() && self.waiting.is_empty() && self.unsaved.is_empty()
    }

    /// Whether the version with this key is stored, or one that replaces it.
    pub fn is_stored(&self, key: &str) -> bool {
        self.memory_only.is_none() && self.not_stored().all(|save| save.key != key)
    }

    /// Every version that is in memory and perhaps not in storage.
    pub(super) fn not_stored(&self) -> impl Iterator<Item = &Save> {
        let unsaved = self.unsaved.iter().map(|unsaved| &unsaved.save);
        self.waiting.iter().chain(unsaved)
    }

    /// Notes that a version is to be written, and returns everything to be written now: what failed before comes first.
    /// What the new version replaces need not be tried again, but for what that would have removed.
    pub(super) fn ask_for(&mut self, mut save: Save) -> Vec<Save> {
        let unsaved = std::mem::take(&mut self.unsaved);
        let (replaced, mut saves): (Vec<Save>, Vec<Save>) = unsaved
            .into_iter()
            .map(|unsaved| unsaved.save)
            .partition(|earlier| save.replaced.contains(&earlier.key));
        for key in replaced.into_iter().flat_map(|earlier| earlier.replaced) {
            if !save.replaced.contains(&key) {
                save.replaced.push(key);
            }
        }
        saves.push(save);
        self.waiting.extend(saves.iter().cloned());
        saves
    }

    /// Takes note of how a write went, and returns the write if it succeeded.
    pub(super) fn stored(&mut self, key: &str, result: Result<(), StorageError>) -> Option<Save> {
        let index = self.waiting.iter().position(|save| save.key == key)?;
        let save = self.waiting.remove(index);
        match result {
            Ok(()) => {
                // What it replaces need not be tried again.
                self.unsaved
                    .retain(|unsaved| !save.replaced.contains(&unsaved.save.key));
                Some(save)
            }
            Err(why) => {
                self.unsaved.push(Unsaved { save, why });
                None
            }
        }
    }
}
