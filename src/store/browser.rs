//! The browser's localStorage.
//!
//! gloo-storage hands over the store, but only after a probe through `web_sys`: its `raw()` panics in a sandboxed frame
//! or where site data is blocked, and its `get` and `set` panic where the store itself throws. So reading and writing
//! go through the `web_sys::Storage` that it returns. `clear()` is never called: the page's own keys live there too.

use gloo_storage::Storage as _;
use wasm_bindgen::{JsCast, JsValue};

use super::{Storage, StorageError};
use crate::log::is_ours;

/// The key that the probe writes and removes.
const PROBE: &str = "coderpath:probe";

/// localStorage, which was seen to work, or at least to hold a log.
#[derive(Debug)]
pub struct Browser(web_sys::Storage);

impl Browser {
    /// The browser's storage, if it lets itself be written, read and emptied, or has a log in it: what is there can be
    /// read, and each failing write is told.
    ///
    /// # Errors
    /// [`StorageError`] if site data is blocked, the frame is sandboxed, or an empty storage does not work.
    pub fn open() -> Result<Self, StorageError> {
        let window = web_sys::window().ok_or(StorageError::Refused)?;
        if !matches!(window.local_storage(), Ok(Some(_))) {
            return Err(StorageError::Refused);
        }
        let mut storage = Self(gloo_storage::LocalStorage::raw());
        let probe = storage.set(PROBE, PROBE);
        match probe.and_then(|()| storage.remove(PROBE)) {
            // It works, or the page filled it: there is room again one day.
            Ok(()) | Err(StorageError::Full) => Ok(storage),
            Err(_) if storage.keys()?.iter().any(|key| is_ours(key)) => Ok(storage),
            Err(error) => Err(error),
        }
    }
}

impl Storage for Browser {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let length = self.0.length().map_err(|error| refusal(&error))?;
        (0..length)
            .filter_map(|index| {
                self.0
                    .key(index)
                    .map_err(|error| refusal(&error))
                    .transpose()
            })
            .collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(|error| refusal(&error))
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.set_item(key, text).map_err(|error| refusal(&error))
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(key).map_err(|error| refusal(&error))
    }
}

/// What the thrown value says. Firefox has a name of its own for a full storage.
fn refusal(thrown: &JsValue) -> StorageError {
    let is_full = thrown.dyn_ref::<js_sys::Object>().is_some_and(|error| {
        js_sys::Reflect::get(error, &JsValue::from_str("name"))
            .ok()
            .and_then(|name| name.as_string())
            .is_some_and(|name| {
                name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED"
            })
    });
    if is_full {
        StorageError::Full
    } else {
        StorageError::Refused
    }
}
