//! A whole log as one file, and what a file would add to a log.
//!
//! The file is JSON that mirrors storage: each item's key with its text. A record stands there as the object that it is,
//! and what could not be read as the text that it was, so nothing of it is lost either. Restoring is the union of two logs;
//! what is in both, or was replaced here since, is passed over, so that to restore twice changes nothing.

use std::collections::BinaryHeap;

use chrono::NaiveDate;

use super::json::{Fields, Writer, format_day, parse_day, quoted};
use super::record::{Content, FORMAT, Record, RecordId, is_ours};
use super::records::Log;
use super::unreadable::{Expected, Part, Unreadable};

/// The largest file that is read, in bytes. Whatever fits into a site's storage is to fit into a file that is read: a browser
/// lets a whole site keep 5 × 1,024 × 1,024 UTF-16 units, each of which takes up to 3 bytes here, and what JSON puts around each
/// item takes less than the letters of its key leave. Only control characters take more, of which a damaged item may be full.
pub const BACKUP_MOST: usize = 16_000_000;

/// The most items of a file. Of the shortest ones of ours a site's storage has no room for so many.
pub const ITEMS_MOST: usize = 500_000;

/// How many items may have one key, and how many versions of one thing there may be. Storage has one of each, and a
/// handful where copies of a browser profile were at work; to unite many takes the time of their square, and there may be as
/// many as the file has room for.
const MOST_ALIKE: usize = 4;
const MOST_OF_ONE: usize = 1_000;

/// What a file says that it is.
const BACKUP: &str = "backup";

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// The day on which it was made.
    pub made: NaiveDate,
    /// Its records, and with them what could not be read when it was made.
    pub log: Log,
}

/// Why a file is no backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBackup {
    /// It is larger than [`BACKUP_MOST`], or than what a link carries.
    TooLarge,
    /// It has more items than [`ITEMS_MOST`], or than a link carries.
    TooMany,
    /// It has more versions of one thing than any log has.
    Crowded,
    /// It is JSON of something else.
    Other,
    /// A part of it cannot be read, or a later release made it.
    Unreadable(Unreadable),
}

/// What a backup would change in a log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// The versions to be written.
    pub records: Vec<Record>,
    /// What could not be read when the backup was made and is not in this storage: its key and text.
    pub unread: Vec<(String, String)>,
    /// How many entries would come.
    pub added: usize,
    /// How many would change.
    pub changed: usize,
    /// How many would go, since they were deleted where the backup was made.
    pub deleted: usize,
    /// How many would have two versions that were made apart.
    pub conflicts: usize,
    /// Whether the profile would change.
    pub profile: bool,
}

impl Log {
    /// The whole log as a file.
    ///
    /// ```
    /// use coderpath::log::{Backup, Log};
    /// # let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let mut log = Log::default();
    /// log.take_in(
    ///     "coderpath:1:entry:1f:0000000000001-00000001",
    ///     r#"{"v":1,"id":"1f","stamp":"0000000000001-00000001","deleted":true}"#,
    /// );
    /// let file = log.backup(today);
    /// assert_eq!(Backup::read(&file).unwrap().log, log);
    /// ```
    pub fn backup(&self, today: NaiveDate) -> String {
        self.file(today, false)
    }

    /// The log as a file, without the versions that others stand in for.
    pub(super) fn current_backup(&self, today: NaiveDate) -> String {
        self.file(today, true)
    }

    fn file(&self, today: NaiveDate, is_current: bool) -> String {
        let records = self
            .versions()
            .filter(|record| !is_current || !self.is_replaced(&record.id, record.stamp))
            .map(|record| (record.key(), record.to_json()));
        let unread = self
            .unread()
            .filter_map(|unread| Some((unread.key.to_owned(), quoted(unread.text?))));
        // A heap sorts in less code than the standard sort, of which each use is 4 KB of the wasm.
        let items: BinaryHeap<(String, String)> = records.chain(unread).collect();
        let mut object = Writer::default();
        for (key, json) in items.into_sorted_vec() {
            object.json(&key, &json);
        }
        let mut file = Writer::default();
        file.full_text("coderpath", BACKUP);
        file.json("v", &FORMAT.to_string());
        file.full_text("made", &format_day(today));
        file.json("items", &object.end());
        file.end()
    }

    /// What a backup would change here.
    pub fn merge(&self, backup: &Log) -> Merge {
        let mut merging = Merging::new(backup);
        while !merging.step(self, backup, usize::MAX) {}
        merging.merge
    }

    /// What of a backup's versions of one thing would come here, and what would be shown of it then.
    pub(crate) fn merge_one(&self, id: &RecordId, backup: &Log) -> (Vec<Record>, Vec<Record>) {
        let mut came = Vec::new();
        let mut after = Log::default();
        for here in self.versions_of(id) {
            after.add(here.clone());
        }
        // What stands in for another names it, so the other need not come.
        for record in backup.heads(id) {
            // A version that a later release wrote under this key is not written over.
            let unread = self.unread_of(&record.key());
            if unread.is_some_and(|here| here.why.is_newer()) {
                continue;
            }
            // Nor does one take the key of what cannot be read, if it cannot come under its own.
            let is_taken =
                |key: &str| self.unread_of(key).is_some() || backup.unread_of(key).is_some();
            if let Some(record) = after.lacks(record, is_taken) {
                after.add(record.clone());
                came.push(record);
            }
        }
        let heads = after.heads(id).into_iter().cloned().collect();
        (came, heads)
    }

    /// What could not be read when a backup was made and would come here: keys and texts.
    pub(crate) fn unread_to_come(&self, backup: &Log) -> Vec<(String, String)> {
        let mut coming = Vec::new();
        for unread in backup.unread() {
            let is_here = self.unread().any(|here| here.key == unread.key)
                || Record::parse_key(unread.key)
                    .is_some_and(|(id, stamp)| self.version(&id, stamp).is_some());
            if let Some(text) = unread.text.filter(|_| !is_here) {
                coming.push((unread.key.to_owned(), text.to_owned()));
            }
        }
        coming
    }

    /// A version as it would come to this log; `None` if it is here, or one that stands in for it.
    fn lacks(&self, own: &Record, is_taken: impl Fn(&str) -> bool) -> Option<Record> {
        let mut record = own.clone();
        // In two copies of one browser profile two versions may have come to one stamp, and with it to one key: the one
        // that comes takes the next that is free. Two devices may so have one version under two stamps.
        let is_alike =
            |here: &Record| here.stamp.millis == record.stamp.millis && here.is_alike(&record);
        let is_here = self.versions_of(&record.id).any(is_alike);
        while !self.is_replaced(&record.id, record.stamp) {
            match self.version(&record.id, record.stamp) {
                None if record.stamp == own.stamp || !is_taken(&record.key()) => {
                    return Some(record);
                }
                Some(_) if is_here => return None,
                _ => record.stamp.nonce = record.stamp.nonce.wrapping_add(1),
            }
        }
        None
    }
}

impl Merge {
    /// Whether it would change nothing.
    pub fn is_nothing(&self) -> bool {
        self.records.is_empty() && self.unread.is_empty()
    }
}

/// The comparing of a log with a backup, slice by slice.
#[derive(Clone, Debug, PartialEq)]
pub struct Merging {
    /// What was found so far.
    pub merge: Merge,
    /// What of the backup is still to be compared.
    left: Vec<RecordId>,
    all: usize,
}

impl Merging {
    /// Begins with the first thing of a backup.
    pub fn new(backup: &Log) -> Self {
        let left: Vec<RecordId> = backup.ids().cloned().collect();
        Self {
            merge: Merge::default(),
            all: left.len(),
            left,
        }
    }

    /// How many things are compared, and of how many.
    pub const fn progress(&self) -> (usize, usize) {
        (self.all.saturating_sub(self.left.len()), self.all)
    }

    /// Compares so many more. Whether that was all.
    pub fn step(&mut self, log: &Log, backup: &Log, many: usize) -> bool {
        let rest = self.left.len().saturating_sub(many);
        for id in self.left.split_off(rest) {
            self.compare(&id, log, backup);
        }
        if rest > 0 {
            return false;
        }
        self.merge.unread = log.unread_to_come(backup);
        true
    }

    fn compare(&mut self, id: &RecordId, log: &Log, backup: &Log) {
        let merge = &mut self.merge;
        let (mut came, after) = log.merge_one(id, backup);
        merge.records.append(&mut came);
        let before = log.heads(id);
        let is_there = |content: &Content| *content != Content::Deleted;
        let was_there = before.iter().any(|record| is_there(&record.content));
        let is_there = after.iter().any(|record| is_there(&record.content));
        if before.into_iter().eq(&after) {
            return;
        }
        if *id == RecordId::Profile {
            merge.profile = true;
            return;
        }
        let sum = match (was_there, is_there) {
            (_, true) if after.len() > 1 => &mut merge.conflicts,
            (false, true) => &mut merge.added,
            (true, true) => &mut merge.changed,
            (true, false) => &mut merge.deleted,
            (false, false) => return,
        };
        *sum = sum.saturating_add(1);
    }
}

/// The reading of a file, slice by slice.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    made: NaiveDate,
    log: Log,
    /// Its items that are still to be read, by key.
    left: Vec<(String, Box<str>)>,
    all: usize,
}

impl Opening {
    /// Finds the items of a file. None of them is read yet.
    ///
    /// # Errors
    /// [`NoBackup`], if it is something else, or cannot be read as a whole.
    pub fn new(file: &str) -> Result<Self, NoBackup> {
        Self::within(file, BACKUP_MOST, ITEMS_MOST)
    }

    /// The same of a file of at most so many bytes, with at most so many items.
    fn within(file: &str, most: usize, items: usize) -> Result<Self, NoBackup> {
        if file.len() > most {
            return Err(NoBackup::TooLarge);
        }
        let part = Part::Backup;
        // Some editors put this mark at the beginning of a file.
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        let mut fields = Fields::of(part, file)?;
        if fields.text("coderpath")? != BACKUP {
            return Err(NoBackup::Other);
        }
        let format = fields
            .number("v")?
            .ok_or_else(|| fields.fault("v", Expected::Number))?;
        if format > FORMAT {
            return Err(Unreadable::Newer(format).into());
        }
        let made = fields.required("made", Expected::Day, parse_day)?;
        let mut left = Fields::any_many(part, &fields.json("items").unwrap_or_default())?.all();
        if left.len() > items {
            return Err(NoBackup::TooMany);
        }
        if is_crowded(&left) {
            return Err(NoBackup::Crowded);
        }
        // They are taken from the end.
        left.reverse();
        Ok(Self {
            made,
            log: Log::default(),
            all: left.len(),
            left,
        })
    }

    /// How many items are read, and of how many.
    pub const fn progress(&self) -> (usize, usize) {
        (self.all.saturating_sub(self.left.len()), self.all)
    }

    /// Reads so many more. Whether that was all.
    pub fn step(&mut self, many: usize) -> bool {
        let rest = self.left.len().saturating_sub(many);
        for (key, json) in self.left.split_off(rest).into_iter().rev() {
            // Whatever else stands there is none of ours, and is never written.
            if is_ours(&key) {
                match serde_json::from_str::<String>(&json) {
                    Ok(text) => self.log.take_in(&key, &text),
                    Err(_) => self.log.take_in(&key, &json),
                }
            }
        }
        rest == 0
    }

    /// What was read. What in it could not be is noted in its log, as it is when storage is read.
    pub fn backup(self) -> Backup {
        let Self { made, log, .. } = self;
        Backup { made, log }
    }
}

impl Backup {
    /// Reads a file. What in it cannot be read is noted in its log, as it is when storage is read.
    ///
    /// # Errors
    /// [`NoBackup`], if it is something else, or cannot be read as a whole.
    pub fn read(file: &str) -> Result<Self, NoBackup> {
        Self::read_within(file, BACKUP_MOST, ITEMS_MOST)
    }

    /// Reads a file of at most so many bytes, with at most so many items.
    pub(super) fn read_within(file: &str, most: usize, items: usize) -> Result<Self, NoBackup> {
        let mut opening = Opening::within(file, most, items)?;
        while !opening.step(usize::MAX) {}
        Ok(opening.backup())
    }
}

/// Whether many items have one key, or are versions of one thing.
fn is_crowded(items: &[(String, Box<str>)]) -> bool {
    let keys: BinaryHeap<&str> = items.iter().map(|(key, _)| key.as_str()).collect();
    let keys = keys.into_sorted_vec();
    // In order, what is alike lies together.
    let thing = |key: Option<&&str>| Some(Record::parse_key(key?)?.0);
    let is_of_one =
        |some: &[&str]| thing(some.first()).is_some_and(|first| Some(first) == thing(some.last()));
    keys.windows(MOST_ALIKE + 1)
        .any(|some| some.first() == some.last())
        || keys.windows(MOST_OF_ONE + 1).any(is_of_one)
}

impl From<Unreadable> for NoBackup {
    fn from(why: Unreadable) -> Self {
        Self::Unreadable(why)
    }
}
