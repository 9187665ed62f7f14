//! Carries out what `app` asks of storage, over one trait: the browser's, one in memory, and a faulty one for tests.
//!
//! A version is written and read back before the ones that it replaces are removed. `set` is atomic for one key, so a
//! crash leaves the old version, the new one, or both. Only our own keys are read; nothing is ever cleared.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod faulty;
mod memory;
#[cfg(target_arch = "wasm32")]
pub mod shared;

use crate::log::{KEY_PREFIX, Log, is_draft, is_ours};

#[cfg(target_arch = "wasm32")]
pub use browser::Browser;
#[cfg(not(target_arch = "wasm32"))]
pub use faulty::{Faults, Faulty};
pub use memory::Memory;

/// A place that keeps texts by key.
pub trait Storage {
    /// Every key, ours and others'.
    ///
    /// # Errors
    /// [`StorageError`] if the place cannot be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`StorageError`] if the place cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a text under a key: all of it or nothing.
    ///
    /// # Errors
    /// [`StorageError`] if it was not written.
    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Removes a key, if it is there.
    ///
    /// # Errors
    /// [`StorageError`] if it was not removed.
    fn remove(&mut self, key: &str) -> Result<(), StorageError>;
}

/// Why a place refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// It has no room left.
    Full,
    /// It may not be used, or has gone.
    Refused,
    /// It took the text and gave back another.
    NotKept,
}

/// The key of the note of when there was last a backup. It is beside the records and not one of them: it is about this
/// browser.
pub const REMINDER_KEY: &str = "coderpath:backup";

/// The key of the holder's name, where the reader wants it remembered for the audit pack. It is no record either: a backup
/// may be handed on, and a name is nobody else's business.
pub const NAME_KEY: &str = "coderpath:name";

/// The key of what the columns of spreadsheets meant that were imported here.
pub const SHEETS_KEY: &str = "coderpath:sheets";

/// What stands under the key of a version for the moment before it goes, where it was not to be written after all. A tab that
/// hears of it knows that nothing is lost with it; one that slept asks what is to become of it.
pub const WITHDRAWN: &str = "withdrawn";

/// How many characters, about, browsers let all pages of one site store together.
pub const SITE_MOST: usize = 5_000_000;

/// How many characters our items use, keys included; nothing where that cannot be found out.
pub fn used(storage: &dyn Storage) -> usize {
    let mut used = 0_usize;
    for key in storage.keys().unwrap_or_default() {
        if key.starts_with(KEY_PREFIX)
            && let Ok(Some(text)) = storage.get(&key)
        {
            // Browsers count UTF-16 units.
            let of = |text: &str| text.encode_utf16().count();
            used = used.saturating_add(of(&key)).saturating_add(of(&text));
        }
    }
    used
}

/// A version to be written, and the older ones that it replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// The new version's key.
    pub key: String,
    /// The new version's text.
    pub text: String,
    /// The keys of the versions that it stands in for.
    pub replaced: Vec<String>,
    /// The key of the version that was made before it in one step: without that one it is not written either.
    pub after: Option<String>,
}

impl Save {
    /// A text that stands in for no other.
    pub const fn item(key: String, text: String) -> Self {
        Self {
            key,
            text,
            replaced: Vec::new(),
            after: None,
        }
    }
}

/// A version that could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The version.
    pub save: Save,
    /// Why not.
    pub why: StorageError,
}

/// The writes of one action, one after the other. A version waits for the one before it in its step, and of versions that
/// stand in for the same one, as those of a conflict that is back, the later ones are not written where one before them could
/// not be: they would leave nothing in its place.
#[derive(Debug, Default)]
pub struct Writes {
    /// What could not be written: its key, the keys of what it would have replaced, and why.
    failed: Vec<(String, Vec<String>, StorageError)>,
}

impl Writes {
    /// Writes a version, unless it has to wait for one before it.
    ///
    /// # Errors
    /// [`StorageError`] if it is not safely there: its own, or that of the one it waits for.
    pub fn save(
        &mut self,
        version: &Save,
        write: impl FnOnce(&Save) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        // The one that it waits for is mostly the last.
        let mut failed = self.failed.iter().rev();
        // What could not be written is no loss where this replaces it: only what stands behind both is.
        let holds_back = |key: &String, replaced: &[String]| {
            let is_behind = |key: &String| version.replaced.contains(key);
            version.after.as_ref() == Some(key) || replaced.iter().any(is_behind)
        };
        let result = match failed.find(|(key, replaced, _)| holds_back(key, replaced)) {
            Some((_, _, why)) => Err(*why),
            None => write(version),
        };
        if let Err(why) = result {
            let failed = (version.key.clone(), version.replaced.clone(), why);
            self.failed.push(failed);
        }
        result
    }
}

/// Reads every record of ours.
///
/// # Errors
/// [`StorageError`] if the keys cannot be listed. A single record that cannot be read does not hold up the others.
pub fn load(storage: &dyn Storage) -> Result<Log, StorageError> {
    let mut log = Log::default();
    for key in storage.keys()?.into_iter().filter(|key| is_ours(key)) {
        match storage.get(&key) {
            Ok(Some(text)) if text == WITHDRAWN => {}
            Ok(Some(text)) => log.take_in(&key, &text),
            // It may well be there: nothing is left out without a word.
            Ok(None) | Err(_) => log.cannot_read(&key),
        }
    }
    Ok(log)
}

/// Reads every draft of ours, by key: what was being typed, here or in another tab. One that cannot be read is left out;
/// it stays in storage, to be found the next time.
pub fn drafts(storage: &dyn Storage) -> Vec<(String, String)> {
    let keys = storage.keys().unwrap_or_default();
    keys.into_iter()
        .filter(|key| is_draft(key))
        .filter_map(|key| {
            let text = storage.get(&key).ok()??;
            Some((key, text))
        })
        .collect()
}

/// Writes a version, reads it back, and only then removes the ones that it replaces.
///
/// # Errors
/// [`StorageError`] if the version is not safely there; then nothing was removed but what is there of it. That an old
/// version could not be removed is no error: the new one names it, so it is passed over from now on.
pub fn save(storage: &mut dyn Storage, save: &Save) -> Result<(), StorageError> {
    storage.set(&save.key, &save.text)?;
    let kept = storage.get(&save.key)?;
    if kept.as_deref() != Some(&save.text) {
        // Half a record would stay as a damaged one. Half a draft is offered as it is.
        if is_ours(&save.key) && kept.is_some_and(|kept| save.text.starts_with(&kept)) {
            let _ = withdraw(storage, &save.key);
        }
        return Err(StorageError::NotKept);
    }
    for key in &save.replaced {
        if storage.remove(key).is_err() {
            break;
        }
    }
    Ok(())
}

/// Removes a version that was not to be written after all, and stands in for no other. For the moment before it goes it says
/// so itself: else another tab would think that something else removed it, and keep it.
///
/// # Errors
/// [`StorageError`] if it is still there as it was, or that cannot be found out.
pub fn withdraw(storage: &mut dyn Storage, key: &str) -> Result<(), StorageError> {
    // It is shorter than any version, so there is room where one stood. If it is refused all the same, other tabs ask what is to
    // become of it.
    let _ = storage.set(key, WITHDRAWN);
    storage.remove(key).or_else(|why| {
        let left = storage.get(key)?;
        let is_gone = left.is_none_or(|left| left == WITHDRAWN);
        is_gone.then_some(()).ok_or(why)
    })
}
