//! A file as a table: its header, its rows, and what was passed over.

use std::borrow::Cow;

use super::amount::amount;
use super::cell::{is_alike, is_blank, is_one_of, spelt};
use super::column::{Column, Names};
use super::date;
use super::export::unguarded;
use super::reading::NoSheet;
use crate::log::{EntryId, NOTHING, hash};

/// The most rows that a file may have below its header.
pub const ROWS_MOST: usize = 5_000;
/// The most characters that a cell may have.
pub const CELL_MOST: usize = 10_000;
/// The most cells that a row may have.
pub const CELLS_MOST: usize = 200;

/// How many columns a file without a header has at least: a day, a title and CEUs. With fewer, its text stands in columns
/// that nobody can choose.
const COLUMNS_LEAST: usize = 3;

/// Among how many of the first rows the header is looked for.
const ABOVE_MOST: usize = 20;

/// A row of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins, from 1. A cell with line breaks makes a row of several lines.
    pub line: usize,
    /// Why it cannot be used, if it cannot.
    pub flaw: Option<Flaw>,
    /// The text of all cells, one after the other, and where each ends. A text for each was most of the reading's time.
    text: Box<str>,
    ends: Box<[usize]>,
}

/// Why a row cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The cell of this column, from 0, has more characters than [`CELL_MOST`].
    LongCell(usize),
    /// It has more cells than [`CELLS_MOST`].
    ManyCells,
}

/// A row that is not offered, and why. None is passed over in silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// What stands there.
    pub row: Row,
    /// Why.
    pub reason: Reason,
}

/// Why a row is not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It stands above the header: a title, a name, a date of printing.
    AboveHeader,
    /// It is a total.
    Total,
    /// It is the header once more, as at the top of each printed page.
    HeaderAgain,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands between its cells.
    pub delimiter: char,
    /// The row that names the columns, if there is one.
    pub header: Option<Row>,
    /// The rows to be looked at, in the order of the file.
    pub rows: Vec<Row>,
    /// The rows that are passed over.
    pub passed_over: Vec<PassedOver>,
    /// How many columns the widest row has.
    pub width: usize,
    /// Whether this is an export of ours, by its column of names. Only there is taken back what an export puts before a text.
    pub is_own: bool,
}

impl Row {
    pub(super) fn new(line: usize, bytes: &[u8], ends: &[usize], flaw: Option<Flaw>) -> Self {
        // The bytes are whole letters but for a cell that was cut short, and that row is not used.
        let text = std::str::from_utf8(bytes)
            .map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
            .into();
        let mut row = Self {
            line,
            flaw,
            text,
            ends: ends.into(),
        };
        if flaw.is_none() && bytes.len() > CELL_MOST {
            let long = (0..row.width()).find(|column| {
                let cell = row.cell(*column);
                cell.len() > CELL_MOST && cell.chars().count() > CELL_MOST
            });
            row.flaw = long.map(Flaw::LongCell);
        }
        row
    }

    /// How many cells it has.
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// The text of a column's cell, from 0; empty where the row has ended before.
    pub fn cell(&self, column: usize) -> &str {
        let end = self.ends.get(column).copied();
        let start = column
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied());
        start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end))
            .unwrap_or_default()
    }

    /// The texts of all cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.width()).map(|column| self.cell(column))
    }

    fn is_like(&self, other: &Self) -> bool {
        let mut cells = self.cells().zip(other.cells());
        self.width() == other.width() && cells.all(|(one, other)| spelt(one).eq(spelt(other)))
    }
}

/// How many columns a row names.
pub(super) fn known(row: &Row, names: &Names) -> usize {
    let mut seen: Vec<Column> = Vec::new();
    for cell in row.cells() {
        if let Some((column, _)) = Column::named(cell, names)
            && !seen.contains(&column)
        {
            seen.push(column);
        }
    }
    seen.len()
}

/// Finds the header of rows, and sets aside what is no activity.
pub(super) fn found(rows: Vec<Row>, delimiter: char, names: &Names) -> Result<Table, NoSheet> {
    let header = header_of(&rows, names);
    let mut table = Table {
        delimiter,
        header: None,
        rows: Vec::new(),
        passed_over: Vec::new(),
        width: rows.iter().map(Row::width).max().unwrap_or(0),
        is_own: false,
    };
    for (place, row) in rows.into_iter().enumerate() {
        let reason = match header {
            Some(header) if place < header => Some(Reason::AboveHeader),
            Some(header) if place == header => {
                table.is_own = row.cells().any(|cell| {
                    Column::named(cell, names).is_some_and(|(column, _)| column == Column::Id)
                });
                table.header = Some(row);
                continue;
            }
            _ if is_total(&row) => Some(Reason::Total),
            _ => table
                .header
                .as_ref()
                .is_some_and(|header| header.is_like(&row))
                .then_some(Reason::HeaderAgain),
        };
        match reason {
            Some(reason) => table.passed_over.push(PassedOver { row, reason }),
            None => table.rows.push(row),
        }
    }
    if table.rows.len() > ROWS_MOST {
        Err(NoSheet::TooManyRows)
    } else if table.rows.is_empty() {
        Err(NoSheet::Empty)
    } else if table.header.is_none() && table.width < COLUMNS_LEAST {
        Err(NoSheet::OtherKind)
    } else {
        Ok(table)
    }
}

/// Which row names the columns: the one of the first that names the most, if it names two, or the only one that there is.
/// Where none does, a first row of words above a row with digits has names that nobody here knows.
fn header_of(rows: &[Row], names: &Names) -> Option<usize> {
    let mut best = (None, 0);
    for (place, row) in rows.iter().take(ABOVE_MOST).enumerate() {
        // An activity may be called "Webinar" and count for "AAPC", but a header has no day.
        if row.cells().any(date::is_day) {
            continue;
        }
        let known = known(row, names);
        if known > best.1 && known > usize::from(row.width() > 1) {
            best = (Some(place), known);
        }
    }
    best.0.or_else(|| {
        let has_digit = |row: &Row| {
            row.cells()
                .any(|cell| cell.bytes().any(|b| b.is_ascii_digit()))
        };
        let (first, second) = (rows.first()?, rows.get(1)?);
        let words = first.cells().filter(|cell| !is_blank(cell)).count();
        (words > 1 && first.width() == second.width() && !has_digit(first) && has_digit(second))
            .then_some(0)
    })
}

/// Whether a row is a total: it begins as one, and has no day. Below a column of CEUs often stands their sum alone.
fn is_total(row: &Row) -> bool {
    let mut filled = row.cells().filter(|cell| !is_blank(cell));
    let Some(first) = filled.next() else {
        return false;
    };
    if filled.next().is_none() && row.width() > 1 && amount(first).is_ok() {
        return true;
    }
    let first = first.trim();
    // Most rows begin with a day, and no total with a digit.
    if first.starts_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let word = first.split([' ', ':']).next().unwrap_or_default();
    // "Total knee replacement" is a title.
    let is_named = is_one_of(
        first,
        "total totals sum subtotal grandtotal sumtotal overall",
    ) || (is_one_of(word, "total totals sum subtotal grand")
        && (first.ends_with([':', '=']) || first.len() < 40 && mentions_amount(first)));
    is_named && !row.cells().any(date::is_day)
}

fn mentions_amount(text: &str) -> bool {
    text.split([' ', ':']).any(|word| {
        is_one_of(
            word,
            "ceu ceus credit credits hour hours earned year points units",
        )
    })
}

impl Table {
    /// What a row says in a column, from 0; in an export of ours without what protects it from being taken for a formula.
    pub fn text<'a>(&self, row: &'a Row, column: usize) -> &'a str {
        let cell = row.cell(column);
        if self.is_own { unguarded(cell) } else { cell }
    }

    /// The name of a column in the header, from 0; empty if it has none.
    pub fn name_of(&self, column: usize) -> &str {
        self.header
            .as_ref()
            .map_or("", |header| header.cell(column).trim())
    }

    /// Up to `most` texts that stand in a column, each once: what a reader tells it by where it has no name.
    pub fn examples(&self, column: usize, most: usize) -> Vec<&str> {
        let mut examples: Vec<&str> = Vec::new();
        // A column that is empty for long is not gone through at each drawing.
        for row in self.rows.iter().take(200) {
            let cell = row.cell(column).trim();
            if !is_blank(cell) && !examples.contains(&cell) {
                examples.push(cell);
                if examples.len() >= most {
                    break;
                }
            }
        }
        examples
    }

    /// What tells files of one origin: the names of their columns. A mapping is remembered under it.
    ///
    /// ```
    /// use coderpath::sheet::Reading;
    /// use coderpath::words::SHEET_NAMES;
    /// let signature = |text: &str| {
    ///     let mut reading = Reading::new(text.into(), SHEET_NAMES).unwrap();
    ///     while !reading.step(1_000).unwrap() {}
    ///     reading.table().unwrap().signature()
    /// };
    /// assert_eq!(signature("Date,Title,CEUs\n1,2,3"), signature("DATE;title;ceus\n4;5;6"));
    /// assert_ne!(signature("Date,Title,CEUs\n1,2,3"), signature("Date,CEUs,Title\n1,2,3"));
    /// ```
    pub fn signature(&self) -> String {
        let mut number = NOTHING;
        for column in 0..self.width {
            number = hash(number, spelt(self.name_of(column)));
            number = hash(number, "|".bytes());
        }
        EntryId::new(number).as_str().to_owned()
    }
}

/// Whether a header says in which order its days are written: "Date (MM/DD/YYYY)".
pub(super) fn order_named(header: &str) -> Option<date::DayMonth> {
    let named = |letters: [&str; 2]| {
        let parts: Vec<&str> = header
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .filter(|part| {
                ["d", "dd", "m", "mm", "mmm"]
                    .iter()
                    .any(|one| part.eq_ignore_ascii_case(one))
            })
            .collect();
        let mut parts = parts.iter().filter_map(|part| part.get(..1));
        letters
            .iter()
            .all(|letter| parts.next().is_some_and(|part| is_alike(part, letter)))
    };
    if named(["m", "d"]) {
        Some(date::DayMonth::MonthFirst)
    } else if named(["d", "m"]) {
        Some(date::DayMonth::DayFirst)
    } else {
        None
    }
}
