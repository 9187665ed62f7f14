//! Coderpath: which medical coding credential, how many CEUs, and a log of them; in the browser, offline.
//!
//! The modules below are pure and know no browser (see ARCHITECTURE.md); only `ui`, the browser's half of `store` and
//! the three functions of `exports` are compiled for WebAssembly alone.

pub mod app;
pub mod faq;
pub mod ledger;
pub mod log;
pub mod picker;
pub mod render;
pub mod rules;
pub mod sheet;
pub mod store;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
pub use exports::{mount, unmount, update};
