//! A log as a spreadsheet's text, and other people's spreadsheets as entries.
//!
//! A file's text is read in slices by a [`Reading`] and becomes a [`Table`]: its header, its rows with the lines at which
//! they stand, and what was passed over. A [`Mapping`] says which column means what; it is guessed, and corrected by the
//! reader. A [`Preview`] judges every row against a log: new, the same as an entry, in conflict with one, or refused with
//! the reason. Nothing here changes a log. [`export`] writes one.
//!
//! Contact hours are never taken for CEUs, and a day that can be meant in two ways is asked for.

mod amount;
mod cell;
mod column;
mod date;
mod export;
mod mapping;
mod preview;
mod reading;
mod row;
mod table;

pub use amount::{NoAmount, amount};
pub use column::{ALL_COLUMNS, Column, Names};
pub use date::{DateQuestion, DayMonth, NoDate, date};
pub use export::{Export, export};
pub use mapping::{Bodies, Mapping, MappingFault};
pub use preview::{Difference, Judged, Preview, Verdict};
pub use reading::{NoSheet, Reading, SHEET_MOST};
pub use row::{Corrections, Problem, Told, Why};
pub use table::{CELL_MOST, CELLS_MOST, Flaw, PassedOver, ROWS_MOST, Reason, Row, Table};
