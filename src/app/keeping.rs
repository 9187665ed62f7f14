//! Where the log is kept, and what could not be written. Nothing is shown as saved that is not.

use super::Effect;
use crate::log::{Log, Unreadable};
use crate::store::{REMINDER_KEY, Save, StorageError, Unsaved};

/// Where the log is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Why the log lives in memory only; `None` where storage works.
    pub memory_only: Option<StorageError>,
    /// What was asked to be written and has not been confirmed.
    pub waiting: Vec<Save>,
    /// What could not be written. It is in memory, and is tried again with the next change and when the page is seen again.
    pub unsaved: Vec<Unsaved>,
    /// The keys of what something else removed from storage. It is in memory.
    pub missing: Vec<String>,
    /// When there was last a backup.
    pub reminder: Reminder,
}

impl Keeping {
    /// Whether everything that was done is stored.
    pub fn is_safe(&self) -> bool {
        self.memory_only.is_none()
            && self.waiting.is_empty()
            && self.unsaved.is_empty()
            && self.missing.is_empty()
    }

    /// Whether something is still being written, and nothing failed so far.
    pub fn is_going_on(&self) -> bool {
        self.memory_only.is_none() && self.unsaved.is_empty() && !self.waiting.is_empty()
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

    /// What was asked to be written under this key, as it is wanted now; `None` if it is not wanted any more. Between the asking
    /// and the writing of a long row a later release may have come to what it would write over or remove.
    pub fn wanted(&self, key: &str) -> Option<&Save> {
        self.waiting.iter().find(|save| save.key == key)
    }

    /// What a widget that goes has not stored: what failed first.
    pub fn left(&self) -> impl Iterator<Item = &Save> {
        let unsaved = self.unsaved.iter().map(|unsaved| &unsaved.save);
        unsaved.chain(&self.waiting)
    }

    /// Takes over what a widget that went could not store. It comes into the log with the next look at storage, which follows.
    pub(super) fn take_over(&mut self, mut left: Vec<Unsaved>) {
        self.unsaved.append(&mut left);
    }

    /// Notes that a version is to be written, and returns everything to be written now: what failed before comes first.
    /// What the new version replaces need not be tried again. It takes the place of that: it removes what that would have
    /// removed, waits for what that waited for, and what waited for that waits for it.
    pub(super) fn ask_for(&mut self, mut save: Save) -> Vec<Save> {
        let (mut saves, mut gone, mut place) = (Vec::new(), Vec::new(), None);
        for Unsaved {
            save: mut earlier, ..
        } in std::mem::take(&mut self.unsaved)
        {
            let waits = earlier.after.as_ref().is_some_and(|key| gone.contains(key));
            if !save.replaced.contains(&earlier.key) {
                if waits {
                    earlier.after = Some(save.key.clone());
                }
                saves.push(earlier);
                continue;
            }
            if place.is_none() {
                place = Some(saves.len());
                save.after = save.after.or(earlier.after);
            }
            for key in earlier.replaced {
                if !save.replaced.contains(&key) {
                    save.replaced.push(key);
                }
            }
            gone.push(earlier.key);
        }
        saves.insert(place.unwrap_or(saves.len()), save);
        self.waiting.extend(saves.iter().cloned());
        saves
    }

    /// Forgets that a version is to be written: it is not wanted after all.
    pub(super) fn drop_write(&mut self, key: &str) {
        self.waiting.retain(|save| save.key != key);
        self.unsaved.retain(|unsaved| unsaved.save.key != key);
    }

    /// Leaves what a later release wrote under these keys alone: what is still to be written neither writes it over nor removes it.
    pub(super) fn spare(&mut self, is_spared: impl Fn(&str) -> bool) {
        let unsaved = self.unsaved.iter_mut().map(|unsaved| &mut unsaved.save);
        for save in self.waiting.iter_mut().chain(unsaved) {
            save.replaced.retain(|key| !is_spared(key));
        }
        self.waiting.retain(|save| !is_spared(&save.key));
        self.unsaved.retain(|unsaved| !is_spared(&unsaved.save.key));
    }

    /// What could not be written, to be tried once more.
    pub(super) fn try_again(&mut self) -> Vec<Save> {
        let unsaved = std::mem::take(&mut self.unsaved);
        let saves: Vec<Save> = unsaved.into_iter().map(|unsaved| unsaved.save).collect();
        self.waiting.extend(saves.iter().cloned());
        saves
    }

    /// Compares what was known with what storage holds now. What is gone from there though nothing stands in for it was
    /// removed by something else, by the page's own scripts or by hand: it stays in the log until the reader decides.
    pub(super) fn miss(&mut self, before: &Log, log: &mut Log) {
        self.missing.clear();
        for record in before.ids().flat_map(|id| before.heads(id)) {
            let key = record.key();
            let unread = log.unread_of(&key).map(|unread| unread.why);
            let is_known = log.knows(&key)
                || self.not_stored().any(|save| save.key == key)
                // A later release made its own of it.
                || unread.is_some_and(Unreadable::is_newer);
            if !is_known {
                log.add(record.clone());
                // What is not handed over may well be there.
                if unread != Some(Unreadable::NotHandedOver) {
                    self.missing.push(key);
                }
            }
        }
        for unread in before.unread() {
            let is_known = log.unread_of(unread.key).is_some()
                || log.knows(unread.key)
                || self.not_stored().any(|save| save.key == unread.key);
            if let Some(text) = unread.text.filter(|_| !is_known) {
                log.take_in(unread.key, text);
                self.missing.push(unread.key.to_owned());
            }
        }
    }

    /// Notes that something else removed an item from storage.
    pub(super) fn miss_one(&mut self, key: String) {
        if !self.missing.contains(&key) {
            self.missing.push(key);
        }
    }

    /// Forgets what is missing no longer: it came back, or something stands in for it now.
    pub(super) fn look_again(&mut self, log: &Log) {
        let is_here = |key: &str| log.current_of(key).is_some() || log.unread_of(key).is_some();
        self.missing.retain(|key| is_here(key));
    }

    /// Takes the keys of what is missing: it is to be written again, or forgotten.
    pub(super) fn let_go(&mut self) -> Vec<String> {
        std::mem::take(&mut self.missing)
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

/// After how many changes a backup is due.
const REMIND_AFTER: usize = 10;

/// When there was last a backup, and when the reader last wanted to hear of it later. It is stored beside the log and is no
/// part of it: it is about this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminder {
    /// When a backup was last made, in milliseconds since 1970.
    pub backup_at: Option<u64>,
    /// When the reader last wanted to be reminded later.
    pub later_at: Option<u64>,
}

impl Reminder {
    /// Reads what is stored. What cannot be read counts as nothing: at worst there is one reminder more.
    pub fn read(text: Option<&str>) -> Self {
        let mut parts = text.unwrap_or_default().split(' ');
        let mut millis = || parts.next()?.parse().ok().filter(|millis| *millis > 0);
        Self {
            backup_at: millis(),
            later_at: millis(),
        }
    }

    /// What is stored.
    pub(super) fn keep(self) -> Effect {
        let millis = |at: Option<u64>| at.unwrap_or_default().to_string();
        let text = [millis(self.backup_at), millis(self.later_at)].join(" ");
        Effect::KeepDraft(Save::item(REMINDER_KEY.to_owned(), text))
    }

    /// Notes that the reader wants no reminder before there are more changes. A clock that runs ahead may have made some of
    /// those that are there, here or where a backup comes from; they are no reason for another one.
    pub(super) fn hush(&mut self, log: &Log, now_millis: u64) {
        let made = log.versions().map(|record| record.stamp.millis);
        self.later_at = made.chain([now_millis]).max();
    }

    /// How many changes were made since the last backup.
    pub fn changes(self, log: &Log) -> usize {
        changes_since(log, self.backup_at)
    }

    /// If it is time to remind of a backup: how many changes were made since the last one.
    pub fn due(self, log: &Log) -> Option<usize> {
        let told_at = self.backup_at.max(self.later_at);
        let since_told = changes_since(log, told_at);
        if since_told < REMIND_AFTER {
            return None;
        }
        // To count a long log's changes takes a while, and mostly both begin at one moment.
        Some(if told_at == self.backup_at {
            since_told
        } else {
            self.changes(log)
        })
    }
}

/// How many versions of entries and of the profile were made after this moment.
fn changes_since(log: &Log, since: Option<u64>) -> usize {
    let is_later = |millis: u64| since.is_none_or(|since| millis > since);
    let mut changes = 0_usize;
    for record in log.newest_of_all() {
        let stamps = record.replaces.iter().chain([&record.stamp]);
        changes = changes.saturating_add(stamps.filter(|stamp| is_later(stamp.millis)).count());
    }
    changes
}
