//! Storage that lasts as long as the page: where the browser gives none, and in tests.

use super::{Storage, StorageError};

/// Texts by key, in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory(Vec<(String, String)>);

impl Storage for Memory {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.iter().map(|(key, _)| key.clone()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self
            .0
            .iter()
            .find(|(held, _)| held == key)
            .map(|(_, text)| text.clone()))
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        self.remove(key)?;
        self.0.push((key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        self.0.retain(|(held, _)| held != key);
        Ok(())
    }
}
