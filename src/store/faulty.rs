//! Storage that fails when it is told to, for tests.

use std::cell::Cell;

use super::{Memory, Storage, StorageError};

/// What goes wrong at one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// The call fails in this way and does nothing.
    Fails(StorageError),
    /// A text that is set is cut in half without a word. Other calls are carried out.
    CutsShort,
    /// Nothing is carried out from this call on, as when the tab dies.
    Dies,
}

/// Storage in memory of which one call goes wrong.
#[derive(Debug)]
pub struct Faulty {
    /// What it holds.
    pub inner: Memory,
    /// Which call goes wrong, counted from 0, and how.
    pub fault: Option<(usize, Faults)>,
    calls: Cell<usize>,
}

impl Faulty {
    /// A storage holding `inner` whose call number `at` goes wrong.
    pub fn new(inner: Memory, fault: Option<(usize, Faults)>) -> Self {
        Self {
            inner,
            fault,
            calls: Cell::new(0),
        }
    }

    /// How many calls were made.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    fn next_fault(&self) -> Option<Faults> {
        let call = self.calls.replace(self.calls.get().saturating_add(1));
        match self.fault {
            Some((at, fault)) if at == call => Some(fault),
            Some((at, Faults::Dies)) if call > at => Some(Faults::Dies),
            _ => None,
        }
    }

    fn check(&self) -> Result<(), StorageError> {
        match self.next_fault() {
            Some(Faults::Fails(error)) => Err(error),
            Some(Faults::Dies) => Err(StorageError::Refused),
            Some(Faults::CutsShort) | None => Ok(()),
        }
    }
}

impl Storage for Faulty {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.check()?;
        self.inner.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.check()?;
        self.inner.get(key)
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        match self.next_fault() {
            Some(Faults::Fails(error)) => Err(error),
            Some(Faults::Dies) => Err(StorageError::Refused),
            Some(Faults::CutsShort) => {
                let half: String = text.chars().take(text.chars().count() / 2).collect();
                self.inner.set(key, &half)
            }
            None => self.inner.set(key, text),
        }
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        self.check()?;
        self.inner.remove(key)
    }
}
