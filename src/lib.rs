//! Coderpath: which medical coding credential, how many CEUs, and a log of them.

pub mod app;
pub mod ledger;
pub mod log;
pub mod picker;
pub mod rules;
pub mod store;
