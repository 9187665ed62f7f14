//! A log: the union of records, and what it shows of each entry.

use std::cell::RefCell;
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

use chrono::NaiveDate;

use super::entry::Entry;
use super::gist::Gist;
use super::profile::Profile;
use super::record::{Content, EntryId, Record, RecordId, Stamp};
use super::unreadable::Unreadable;

/// Everything that was read or written, version by version.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// Everything that has versions, in the order in which it came.
    all: Vec<(RecordId, Vec<Version>)>,
    /// Where each lies there.
    places: HashMap<RecordId, usize>,
    order: RefCell<Order>,
    unread: Vec<Unread>,
}

/// The entries that are shown, by their places in the log, in the order of the list. To sort a long log anew at each drawing took longer
/// than the ledger.
#[derive(Clone, Debug, Default)]
struct Order {
    /// As they were when the list was last asked for; empty if it was not, or if much has changed since.
    places: Vec<usize>,
    /// What has changed since.
    changed: Vec<usize>,
}

/// How many changes of an order are kept in mind. After more of them the list is sorted anew.
const MOST_CHANGED: usize = 16;

impl Order {
    /// Notes that what lies here has changed.
    fn note(&mut self, index: usize) {
        if self.changed.len() == MOST_CHANGED {
            self.places.clear();
            self.changed.clear();
        }
        if !self.places.is_empty() && !self.changed.contains(&index) {
            self.changed.push(index);
        }
    }
}

impl PartialEq for Log {
    /// Whether they hold the same, in whatever order it came.
    fn eq(&self, other: &Self) -> bool {
        let is_there = |(id, versions): &(RecordId, Vec<Version>)| {
            other.places.contains_key(id) && other.all_of(id) == versions
        };
        self.unread == other.unread
            && self.all.len() == other.all.len()
            && self.all.iter().all(is_there)
    }
}

/// A stored item that could not be read, with its text if the browser handed it over.
#[derive(Clone, Debug, PartialEq)]
struct Unread {
    key: String,
    text: Option<String>,
    why: Unreadable,
}

/// A record, with what is worked out from it once.
#[derive(Clone, Debug, PartialEq)]
struct Version {
    record: Record,
    /// `None` if no entry stands in it.
    gist: Option<Gist>,
}

/// What decides an entry's place among the others: its day, when it was added, its name.
type Rank<'a> = (Reverse<NaiveDate>, Reverse<Stamp>, &'a EntryId);

/// An entry as it is shown. It fills one line of a processor's cache and lies in one: a ledger that looks at those of a long log in
/// another order than theirs fetches one line for each, and not two.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(64))]
pub struct Shown<'a> {
    /// Its name.
    pub id: &'a EntryId,
    /// Its newest version.
    pub entry: &'a Entry,
    /// Whether another version was made apart from this one. Both are kept.
    pub has_conflict: bool,
    /// What a ledger asks of it.
    pub gist: Gist,
}

impl<'a> Shown<'a> {
    /// An entry that is in no log.
    pub fn of(id: &'a EntryId, entry: &'a Entry) -> Self {
        Self {
            id,
            entry,
            has_conflict: false,
            gist: Gist::of(entry),
        }
    }
}

/// A stored item of ours that could not be read. It stays in storage as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnreadRecord<'a> {
    /// Its storage key.
    pub key: &'a str,
    /// Its text; `None` if the browser did not hand it over.
    pub text: Option<&'a str>,
    /// Why it could not be read.
    pub why: Unreadable,
}

impl Log {
    /// Takes in a stored item that is ours, or what another tab just stored.
    pub fn take_in(&mut self, key: &str, json: &str) {
        match Record::read(key, json) {
            Ok(record) => {
                self.unread.retain(|unread| unread.key != key);
                self.add(record);
            }
            Err(why) => {
                // What a later release made of a version here is not to be changed, and not to be written over.
                if why.is_newer() {
                    self.forget(key);
                }
                self.note_unread(key, Some(json), why);
            }
        }
    }

    fn note_unread(&mut self, key: &str, text: Option<&str>, why: Unreadable) {
        self.unread.retain(|unread| unread.key != key);
        let unread = Unread {
            key: key.to_owned(),
            text: text.map(str::to_owned),
            why,
        };
        // They are told of in one order, whatever the order in which they came.
        let place = self.unread.partition_point(|other| *other.key < *key);
        self.unread.insert(place, unread);
    }

    /// Adds a version. Adding the same one twice changes nothing.
    pub fn add(&mut self, record: Record) {
        let next = self.all.len();
        let index = *self.places.entry(record.id.clone()).or_insert(next);
        if index == next {
            self.all.push((record.id.clone(), Vec::new()));
        }
        let Some((_, versions)) = self.all.get_mut(index) else {
            return;
        };
        if !versions
            .iter()
            .any(|version| version.record.order(&record) == Ordering::Equal)
        {
            let place = versions
                .iter()
                .take_while(|version| version.record.order(&record) == Ordering::Less)
                .count();
            let gist = match &record.content {
                Content::Entry(entry) => Some(Gist::of(entry)),
                _ => None,
            };
            versions.insert(place, Version { record, gist });
            self.order.get_mut().note(index);
        }
    }

    /// Brings what has changed to its place in the order.
    fn bring_up_to_date(&self, order: &mut Order) {
        let changed = std::mem::take(&mut order.changed);
        if order.places.is_empty() {
            order.places = self.sorted();
            return;
        }
        order.places.retain(|place| !changed.contains(place));
        for index in changed {
            if let Some(rank) = self.rank(index) {
                let before = |other: &usize| self.rank(*other) < Some(rank);
                let place = order.places.partition_point(before);
                order.places.insert(place, index);
            }
        }
    }

    /// What decides the place of an entry in the order; `None` if what lies here is no entry, or a deleted one.
    fn rank(&self, index: usize) -> Option<Rank<'_>> {
        let (RecordId::Entry(name), versions) = self.all.get(index)? else {
            return None;
        };
        let Version { record, gist } = shown(versions)?;
        let added = record.replaces.first().unwrap_or(&record.stamp);
        Some((Reverse(gist.as_ref()?.date), Reverse(*added), name))
    }

    /// Where the entries lie that are shown, in their order.
    fn sorted(&self) -> Vec<usize> {
        let mut order = BinaryHeap::with_capacity(self.all.len());
        for index in 0..self.all.len() {
            if let Some(rank) = self.rank(index) {
                order.push((rank, index));
            }
        }
        // A heap sorts in less code than the standard sort, of which each use is 4 KB of the wasm.
        let sorted = order.into_sorted_vec();
        sorted.into_iter().map(|(_, index)| index).collect()
    }

    /// Adds every version of another log.
    pub fn unite(&mut self, other: Self) {
        for version in other.all.into_iter().flat_map(|(_, versions)| versions) {
            self.add(version.record);
        }
        for Unread { key, text, why } in other.unread {
            self.note_unread(&key, text.as_deref(), why);
        }
    }

    /// Notes that the browser lists this key and does not hand over what stands under it.
    pub fn cannot_read(&mut self, key: &str) {
        self.note_unread(key, None, Unreadable::NotHandedOver);
    }

    /// Forgets the stored item with this key, which is no longer in storage.
    pub fn forget(&mut self, key: &str) {
        self.unread.retain(|unread| unread.key != key);
        if let Some((id, stamp)) = Record::parse_key(key)
            && let Some(index) = self.places.get(&id).copied()
            && let Some((_, versions)) = self.all.get_mut(index)
        {
            // An id without versions stays: taking it out would be 3 KB of the wasm, and it shows nothing.
            versions.retain(|version| version.record.stamp != stamp);
            self.order.get_mut().note(index);
        }
    }

    /// The versions of `id` that no other one stands in for, the newest last. More than one is a conflict.
    pub fn heads(&self, id: &RecordId) -> Vec<&Record> {
        current(self.all_of(id))
            .map(|version| &version.record)
            .collect()
    }

    fn all_of(&self, id: &RecordId) -> &[Version] {
        let place = self.places.get(id).and_then(|index| self.all.get(*index));
        place.map_or(&[], |(_, versions)| versions)
    }

    /// The version of `id` that is shown: the newest, but a deletion only where nobody changed the entry meanwhile.
    pub fn newest(&self, id: &RecordId) -> Option<&Record> {
        Some(&shown(self.all_of(id))?.record)
    }

    /// One version of `id`, current or not.
    pub fn version(&self, id: &RecordId, stamp: Stamp) -> Option<&Record> {
        self.versions_of(id).find(|record| record.stamp == stamp)
    }

    /// The keys of those versions that `record` stands in for and that are still here.
    pub fn replaced_by(&self, record: &Record) -> Vec<String> {
        self.versions_of(&record.id)
            .filter(|version| record.stands_in_for(version.stamp))
            .map(Record::key)
            .collect()
    }

    /// The entries that are not deleted, the latest day first; on the same day the one that was added last first.
    pub fn entries(&self) -> Vec<Shown<'_>> {
        let mut order = self.order.borrow_mut();
        self.bring_up_to_date(&mut order);
        let mut entries = Vec::with_capacity(order.places.len());
        for index in &order.places {
            if let Some((RecordId::Entry(id), versions)) = self.all.get(*index)
                && let Some(Version { record, gist }) = shown(versions)
                && let (Content::Entry(entry), Some(gist)) = (&record.content, gist)
            {
                entries.push(Shown {
                    id,
                    entry,
                    has_conflict: versions.len() > 1 && current(versions).nth(1).is_some(),
                    gist: *gist,
                });
            }
        }
        entries
    }

    /// The sponsors of the entries that were added last, the latest first: each once, and at most `most`.
    pub fn recent_sponsors(&self, most: usize) -> Vec<&str> {
        let mut recent: Vec<(Stamp, &str)> = Vec::new();
        for (_, versions) in &self.all {
            if let Some(Version { record: newest, .. }) = shown(versions)
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
                    .take_while(|other| **other > (added, sponsor))
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
        self.unread.iter().map(|unread| UnreadRecord {
            key: &unread.key,
            text: unread.text.as_deref(),
            why: unread.why,
        })
    }

    /// The stored item with this key, if it could not be read.
    pub fn unread_of(&self, key: &str) -> Option<UnreadRecord<'_>> {
        // They are in the order of their keys.
        let place = self.unread.partition_point(|other| *other.key < *key);
        self.unread().nth(place).filter(|unread| unread.key == key)
    }

    /// The version with this key, if no other stands in for it.
    pub fn current_of(&self, key: &str) -> Option<&Record> {
        let (id, stamp) = Record::parse_key(key)?;
        self.version(&id, stamp)
            .filter(|_| !self.is_replaced(&id, stamp))
    }

    /// Whether the version with this key is here, or one that stands in for it.
    pub fn knows(&self, key: &str) -> bool {
        Record::parse_key(key).is_some_and(|(id, stamp)| {
            self.version(&id, stamp).is_some() || self.is_replaced(&id, stamp)
        })
    }

    /// Everything that has versions.
    pub fn ids(&self) -> impl Iterator<Item = &RecordId> {
        self.all.iter().map(|(id, _)| id)
    }

    /// Of everything that has versions the one that is shown, in no order.
    pub fn newest_of_all(&self) -> impl Iterator<Item = &Record> {
        let all = self.all.iter();
        all.filter_map(|(_, versions)| Some(&shown(versions)?.record))
    }

    /// Every version, in no order.
    pub fn versions(&self) -> impl Iterator<Item = &Record> {
        let all = self.all.iter().flat_map(|(_, versions)| versions);
        all.map(|version| &version.record)
    }

    /// Every version of `id`, the newest last.
    pub fn versions_of(&self, id: &RecordId) -> impl Iterator<Item = &Record> {
        self.all_of(id).iter().map(|version| &version.record)
    }

    /// Whether a version of `id` stands in for the one with this stamp.
    pub fn is_replaced(&self, id: &RecordId, stamp: Stamp) -> bool {
        self.versions_of(id)
            .any(|version| version.stands_in_for(stamp))
    }
}

/// The versions that no other one stands in for, the newest last. A list of them, made anew for each entry of a long log,
/// was most of what memory was asked for.
fn current(versions: &[Version]) -> impl DoubleEndedIterator<Item = &Version> {
    let is_replaced = |stamp| {
        let mut others = versions.iter();
        others.any(|version| version.record.stands_in_for(stamp))
    };
    let versions = versions.iter();
    versions.filter(move |version| !is_replaced(version.record.stamp))
}

/// Of the versions that no other one stands in for the one that is shown.
fn shown(versions: &[Version]) -> Option<&Version> {
    // Of most entries of a long log there is one, and none stands in for itself.
    if let [only] = versions {
        return Some(only);
    }
    let mut newest_first = current(versions).rev();
    let living = newest_first.find(|version| version.record.content != Content::Deleted);
    living.or_else(|| current(versions).next_back())
}
