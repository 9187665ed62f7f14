//! What is read and not worked with, as a document: built once from the core and its words, drawn by the widget and
//! written as static HTML, so that both say the same.

mod account;
mod audit_pack;
mod chart;
mod comparison;
mod conflict;
mod decisions;
// What only a release's static files have. The widget carries neither it nor its words.
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod rulebook;
#[cfg(not(target_arch = "wasm32"))]
mod totals;

pub use account::{Section, account};
pub use audit_pack::{audit_pack, has_audit_pack};
pub use chart::chart_table;
pub use comparison::comparison;
pub use conflict::conflict;
pub use decisions::decisions;
#[cfg(not(target_arch = "wasm32"))]
pub use html::{fallback, html, page, whole_page};
pub use rulebook::rulebook;
#[cfg(not(target_arch = "wasm32"))]
pub use totals::totals;

use crate::rules::Source;

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a section.
    Heading(String),
    /// A heading inside a section.
    Subheading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph of lesser weight.
    Fine(String),
    /// Items without an order.
    List(Vec<String>),
    /// Terms and what is said of them.
    Pairs(Vec<(String, String)>),
    /// Things side by side.
    Table(Table),
    /// The pages behind what stands before, none twice.
    Sources(Vec<&'static Source>),
    /// Something folded under a line of text.
    Folded {
        /// The line.
        summary: String,
        /// What is under it.
        inside: Vec<Block>,
    },
}

/// Things side by side: a column for each, a row for each thing that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What is compared.
    pub caption: String,
    /// What the first column has: the kind of thing that is compared.
    pub corner: String,
    /// The heads of the other columns.
    pub columns: Vec<String>,
    /// Each row's head, and its cells in the order of the columns.
    pub rows: Vec<(String, Vec<String>)>,
}
