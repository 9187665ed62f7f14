//! The log as text, for who cannot download it.

use crate::log::Log;

/// The log as text, to be copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AsText {
    /// Nobody asked for it.
    #[default]
    No,
    /// Here it is.
    Shown {
        /// All of it.
        text: String,
        /// Of the log that it holds.
        imprint: u64,
    },
    /// It was there, and the log has changed since.
    Outdated,
}

impl AsText {
    /// A text that holds this log.
    pub(super) fn of(log: &Log, text: String) -> Self {
        let imprint = log.imprint();
        Self::Shown { text, imprint }
    }

    /// Drops a text that holds another log than this one by now: whoever copies it has the only copy in it. It is not written
    /// anew by itself, since what is restored or imported changes the log at each of a thousand writes.
    pub(super) fn look_again(&mut self, log: &Log) {
        if let Self::Shown { imprint, .. } = self
            && *imprint != log.imprint()
        {
            *self = Self::Outdated;
        }
    }
}
