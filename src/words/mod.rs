//! Every sentence that a person reads, made from results of the core. No DOM, no decisions.
//!
//! [`LABELS`] has the fixed texts; the other modules word results. One voice: plain, warm, exact.

mod labels;
mod log;
mod picker;
mod rules;

pub use labels::{LABELS, Labels, view};
pub use log::*;
pub use picker::*;
pub use rules::*;
