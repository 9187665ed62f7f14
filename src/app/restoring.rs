//! A backup that was opened and is looked at before anything is written.

use crate::log::{Backup, Log, Merge, NoBackup};

/// A file that the reader chose, or what a link brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Restoring {
    /// What it is, or why it is no backup.
    pub read: Result<Restorable, NoBackup>,
    /// Whether a link brought it.
    pub by_link: bool,
}

/// A backup, and what it would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Restorable {
    /// What the file has.
    pub backup: Backup,
    /// What of it would be written.
    pub merge: Merge,
}

impl Restoring {
    /// Reads a file, and compares it with the log.
    pub(super) fn read(file: &str, log: &Log) -> Self {
        let read = Backup::read(file);
        Self {
            read: read.map(|backup| Restorable {
                merge: log.merge(&backup.log),
                backup,
            }),
            by_link: false,
        }
    }
}
