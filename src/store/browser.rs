//! The browser's localStorage.
//!
//! gloo-storage hands over the store, but only after a probe through `web_sys`: its `raw()` panics in a sandboxed frame
//! or where site data is blocked, and its `get` and `set` panic where the store itself throws. So reading and writing
//! go through the `web_sys::Storage` that it returns. `clear()` is never called: the page's own keys live there too.

use gloo_storage::Storage as _;
use wasm_bindgen::{JsCast, JsValue};

use super::{Storage, StorageError};

/// The key that the probe writes and removes.
const PROBE: &str = "coderpath:probe";

/// localStorage, which was seen to work.
#[derive(Debug)]
pub struct Browser(web_sys::Storage);

impl Browser {
    /// The browser's storage, if it lets itself be written, read and emptied.
    ///
    /// # Errors
    /// [`StorageError`] if site data is blocked, the frame is sandboxed or nothing at all fits in.
    pub fn open() -> Result<Self, StorageError> {
        let window = web_sys::window().ok_or(StorageError::Refused)?;
        if !matches!(window.local_storage(), Ok(Some(_))) {
            return Err(StorageError::Refused);
        }
        let mut storage = Self(gloo_storage::LocalStorage::raw());
        match storage.set(PROBE, PROBE) {
            Ok(()) => storage.remove(PROBE)?,
            // A full storage still has the log in it: what is there can be read, and each failing write is told.
            Err(StorageError::Full) => {}
            Err(error) => return Err(error),
        }
        Ok(storage)
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
