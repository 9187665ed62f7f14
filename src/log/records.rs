//! A log: the union of records, and what it shows of each entry.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

use super::entry::Entry;
use super::profile::Profile;
use super::record::{Content, EntryId, Record, RecordId, Stamp};
use super::unreadable::Unreadable;

/// Everything that was read or written, version by version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    records: HashMap<RecordId, Vec<Record>>,
    unread: Vec<(String, Unreadable)>,
}

/// An entry as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown<'a> {
    /// Its name.
    pub id: &'a EntryId,
    /// Its newest version.
    pub entry: &'a Entry,
    /// Whether another version was made apart from this one. Both are kept.
    pub has_conflict: bool,
}

/// A stored item of ours that could not be read. It stays in storage as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnreadRecord<'a> {
    /// Its storage key.
    pub key: &'a str,
    /// Why it could not be read.
    pub why: Unreadable,
}

impl Log {
    /// Takes in a stored item that is ours, or what another tab just stored.
    pub fn take_in(&mut self, key: &str, json: &str) {
        self.unread.retain(|(unread, _)| unread != key);
        match Record::read(key, json) {
            Ok(record) => self.add(record),
            Err(why) => self.unread.push((key.to_owned(), why)),
        }
    }

    /// Adds a version. Adding the same one twice changes nothing.
    pub fn add(&mut self, record: Record) {
        let versions = self.records.entry(record.id.clone()).or_default();
        if !versions
            .iter()
            .any(|version| version.order(&record) == Ordering::Equal)
        {
            let place = versions
                .iter()
                .take_while(|version| version.order(&record) == Ordering::Less)
                .count();
            versions.insert(place, record);
        }
    }

    /// Adds every version of another log.
    pub fn unite(&mut self, other: Self) {
        for record in other.records.into_values().flatten() {
            self.add(record);
        }
        for (key, why) in other.unread {
            self.cannot_read(&key, why);
        }
    }

    /// Notes that the item under this key could not be read.
    pub fn cannot_read(&mut self, key: &str, why: Unreadable) {
        self.unread.retain(|(unread, _)| unread != key);
        self.unread.push((key.to_owned(), why));
    }

    /// Forgets the stored item with this key, which is no longer in storage.
    pub fn forget(&mut self, key: &str) {
        self.unread.retain(|(unread, _)| unread != key);
        if let Some((id, stamp)) = Record::parse_key(key)
            && let Some(versions) = self.records.get_mut(&id)
        {
            // An id without versions stays: taking it out would be 3 KB of the wasm, and it shows nothing.
            versions.retain(|record| record.stamp != stamp);
        }
    }

    /// The versions of `id` that no other one stands in for, the newest last. More than one is a conflict.
    pub fn heads(&self, id: &RecordId) -> Vec<&Record> {
        let versions = self.records.get(id).map_or(&[][..], Vec::as_slice);
        let is_replaced = |stamp| {
            versions
                .iter()
                .any(|version| version.replaces.contains(stamp))
        };
        versions
            .iter()
            .filter(|record| !is_replaced(&record.stamp))
            .collect()
    }

    /// The version of `id` that is shown: the newest, but a deletion only where nobody changed the entry meanwhile.
    pub fn newest(&self, id: &RecordId) -> Option<&Record> {
        let heads = self.heads(id);
        let living = heads
            .iter()
            .rev()
            .find(|record| record.content != Content::Deleted);
        living.or(heads.last()).copied()
    }

    /// One version of `id`, current or not.
    pub fn version(&self, id: &RecordId, stamp: Stamp) -> Option<&Record> {
        self.records
            .get(id)?
            .iter()
            .find(|record| record.stamp == stamp)
    }

    /// The keys of those versions that `record` stands in for and that are still here.
    pub fn replaced_by(&self, record: &Record) -> Vec<String> {
        self.records
            .get(&record.id)
            .into_iter()
            .flatten()
            .filter(|version| record.replaces.contains(&version.stamp))
            .map(Record::key)
            .collect()
    }

    /// The entries that are not deleted, the latest day first; on the same day the one that was added last first.
    pub fn entries(&self) -> Vec<Shown<'_>> {
        let mut shown = Vec::with_capacity(self.records.len());
        let mut order = BinaryHeap::with_capacity(self.records.len());
        for id in self.records.keys() {
            if let RecordId::Entry(name) = id
                && let Some(newest) = self.newest(id)
                && let Content::Entry(entry) = &newest.content
            {
                let added = newest.replaces.first().unwrap_or(&newest.stamp);
                order.push((Reverse(entry.date), Reverse(*added), name, shown.len()));
                shown.push(Shown {
                    id: name,
                    entry,
                    has_conflict: self.heads(id).len() > 1,
                });
            }
        }
        // A heap sorts in less code than the standard sort, of which each use is 4 KB of the wasm.
        order
            .into_sorted_vec()
            .into_iter()
            .filter_map(|(_, _, _, index)| shown.get(index).copied())
            .collect()
    }

    /// The sponsors of the entries that were added last, the latest first: each once, and at most `most`.
    pub fn recent_sponsors(&self, most: usize) -> Vec<&str> {
        let mut recent: Vec<(Stamp, &str)> = Vec::new();
        for id in self.records.keys() {
            if let Some(newest) = self.newest(id)
                && let Content::Entry(entry) = &newest.content
                && !entry.sponsor.is_empty()
            {
                let added = newest.replaces.first().copied().unwrap_or(newest.stamp);
                let sponsor = entry.sponsor.as_str();
                if recent
                    .iter()
                    .any(|(other, same)| *same == sponsor && *other >= added)
                {
                    continue;
                }
                recent.retain(|(_, same)| *same != sponsor);
                let place = recent
                    .iter()
                    .take_while(|(other, _)| *other > added)
                    .count();
                recent.insert(place, (added, sponsor));
                recent.truncate(most);
            }
        }
        recent.into_iter().map(|(_, sponsor)| sponsor).collect()
    }

    /// An entry that is not deleted.
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        match &self.newest(&RecordId::Entry(id.clone()))?.content {
            Content::Entry(entry) => Some(entry),
            _ => None,
        }
    }

    /// The holder's profile; an empty one if nothing was told yet.
    pub fn profile(&self) -> Profile {
        match self
            .newest(&RecordId::Profile)
            .map(|record| &record.content)
        {
            Some(Content::Profile(profile)) => (**profile).clone(),
            _ => Profile::default(),
        }
    }

    /// The stored items that could not be read.
    pub fn unread(&self) -> impl Iterator<Item = UnreadRecord<'_>> {
        self.unread
            .iter()
            .map(|(key, why)| UnreadRecord { key, why: *why })
    }
}
