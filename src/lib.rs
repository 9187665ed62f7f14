//! Coderpath: which medical coding credential, how many CEUs, and a log of them.

pub mod picker;
pub mod rules;
