//! The one storage of a page, shared by all widgets on it.
//!
//! Widgets of one page tell each other what they stored, since the browser's `storage` event reaches every document
//! but the one that wrote; other tabs are heard through that event.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::{
    Browser, Memory, NAME_KEY, REMINDER_KEY, SHEETS_KEY, Save, Storage, StorageError, Unsaved,
    WITHDRAWN, drafts, load, save, used, withdraw,
};
use crate::log::{Log, is_draft, is_ours};

/// What another widget or tab did to storage.
#[derive(Clone, Debug)]
pub enum Heard {
    /// Something stands under this key now, or no longer.
    Item(String, Option<String>),
    /// Everything may have changed.
    Everything,
    /// The page is seen again, after it was not.
    Seen,
}

type Listener = Rc<dyn Fn(Heard)>;

struct Shared {
    storage: Box<dyn Storage>,
    memory_only: Option<StorageError>,
    listeners: Vec<(u32, Listener)>,
    next_id: u32,
    /// What a widget that went could not store.
    left: Vec<Unsaved>,
}

thread_local! {
    static SHARED: RefCell<Shared> = RefCell::new(open());
}

fn open() -> Shared {
    listen_to_other_tabs();
    listen_to_the_page();
    let (storage, memory_only): (Box<dyn Storage>, _) = match Browser::open() {
        Ok(browser) => (Box::new(browser), None),
        Err(why) => (Box::new(Memory::default()), Some(why)),
    };
    Shared {
        storage,
        memory_only,
        listeners: Vec::new(),
        next_id: 0,
        left: Vec::new(),
    }
}

/// Whether a key is that of a note about this browser.
fn is_note(key: &str) -> bool {
    [REMINDER_KEY, NAME_KEY, SHEETS_KEY].contains(&key)
}

/// The page lives as long as its listener, so the closure is never dropped.
fn listen_to_other_tabs() {
    let hear = Closure::<dyn Fn(web_sys::StorageEvent)>::new(|event: web_sys::StorageEvent| {
        match event.key() {
            Some(key) if is_ours(&key) || is_draft(&key) || is_note(&key) => {
                tell(None, &Heard::Item(key, event.new_value()));
            }
            Some(_) => {}
            None => tell(None, &Heard::Everything),
        }
    });
    if let Some(window) = web_sys::window()
        && window
            .add_event_listener_with_callback("storage", hear.as_ref().unchecked_ref())
            .is_ok()
    {
        hear.forget();
    }
}

/// A page that was put away may have missed what other tabs did, and what it could not write then may fit now.
fn listen_to_the_page() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let of = document.clone();
    let look = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        // A page that is shown as it was before the reader went on to another may not have been hidden meanwhile. One that is
        // shown for the first time has just been read.
        let persisted = js_sys::Reflect::get(&event, &JsValue::from_str("persisted"));
        let is_new = persisted.is_ok_and(|persisted| persisted == false);
        if !of.hidden() && !is_new {
            tell(None, &Heard::Seen);
        }
    });
    let hear = look.as_ref().unchecked_ref();
    // Where a browser refuses, the page is looked at with the next change.
    let _ = document.add_event_listener_with_callback("visibilitychange", hear);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("pageshow", hear);
    }
    look.forget();
}

fn tell(all_but: Option<u32>, heard: &Heard) {
    // The listeners are called outside the borrow: one may ask for something in its turn.
    let listeners: Vec<Listener> = SHARED.with_borrow(|shared| {
        shared
            .listeners
            .iter()
            .filter(|(id, _)| Some(*id) != all_but)
            .map(|(_, listener)| Rc::clone(listener))
            .collect()
    });
    for listener in listeners {
        listener(heard.clone());
    }
}

/// A widget's place among those that share the storage. Dropping it leaves.
#[derive(Debug)]
#[must_use = "dropping it stops the widget from hearing of changes"]
pub struct Member(u32);

impl Member {
    /// Joins. `listener` hears what others store.
    pub fn join(listener: impl Fn(Heard) + 'static) -> Self {
        SHARED.with_borrow_mut(|shared| {
            let id = shared.next_id;
            shared.next_id = id.wrapping_add(1);
            shared.listeners.push((id, Rc::new(listener)));
            Self(id)
        })
    }

    /// Reads the log; and why it lives in memory only, if it does.
    pub fn load(&self) -> (Log, Option<StorageError>) {
        SHARED.with_borrow(|shared| match load(&*shared.storage) {
            Ok(log) => (log, shared.memory_only),
            Err(why) => (Log::default(), Some(why)),
        })
    }

    /// Leaves what could not be stored to another widget: to one that is there, or to the next.
    pub fn leave(&self, mut left: Vec<Unsaved>) {
        if !left.is_empty() {
            SHARED.with_borrow_mut(|shared| shared.left.append(&mut left));
            tell(Some(self.0), &Heard::Seen);
        }
    }

    /// Takes over what a widget that went could not store.
    pub fn take_over(&self) -> Vec<Unsaved> {
        SHARED.with_borrow_mut(|shared| std::mem::take(&mut shared.left))
    }

    /// Reads a note about this browser: [`REMINDER_KEY`], [`NAME_KEY`] or [`SHEETS_KEY`].
    pub fn note(&self, key: &str) -> Option<String> {
        SHARED.with_borrow(|shared| shared.storage.get(key).ok().flatten())
    }

    /// How many characters our items use.
    pub fn used(&self) -> usize {
        SHARED.with_borrow(|shared| used(&*shared.storage))
    }

    /// Reads what was being typed, by key.
    pub fn drafts(&self) -> Vec<(String, String)> {
        SHARED.with_borrow(|shared| drafts(&*shared.storage))
    }

    /// Removes a draft and tells the other widgets. One that the browser does not let go is offered again.
    pub fn drop_draft(&self, key: String) {
        if SHARED.with_borrow_mut(|shared| shared.storage.remove(&key).is_ok()) {
            tell(Some(self.0), &Heard::Item(key, None));
        }
    }

    /// Removes versions that were not to be written after all, and tells the other widgets. Whether all of them are gone: one
    /// that the browser neither writes over nor removes stays.
    pub fn discard(&self, keys: Vec<String>) -> bool {
        let mut are_gone = true;
        for key in keys {
            if SHARED.with_borrow_mut(|shared| withdraw(&mut *shared.storage, &key).is_ok()) {
                tell(Some(self.0), &Heard::Item(key, Some(WITHDRAWN.to_owned())));
            } else {
                are_gone = false;
            }
        }
        are_gone
    }

    /// Writes a version and tells the other widgets.
    ///
    /// # Errors
    /// [`StorageError`] if it is not safely there; then nothing was removed but what is there of it.
    pub fn save(&self, version: &Save) -> Result<(), StorageError> {
        SHARED.with_borrow_mut(|shared| save(&mut *shared.storage, version))?;
        tell(
            Some(self.0),
            &Heard::Item(version.key.clone(), Some(version.text.clone())),
        );
        for key in &version.replaced {
            tell(Some(self.0), &Heard::Item(key.clone(), None));
        }
        Ok(())
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        SHARED.with_borrow_mut(|shared| shared.listeners.retain(|(id, _)| *id != self.0));
    }
}
