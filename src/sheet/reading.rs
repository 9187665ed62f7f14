//! From a file's text to rows of cells, a slice at a time.

use super::column::Names;
use super::table::{self, CELL_MOST, CELLS_MOST, Flaw, ROWS_MOST, Row, Table};

/// The largest file that is read, in bytes: a page can be busy with more for longer than people wait.
pub const SHEET_MOST: usize = 5_000_000;

/// How much of a file is tried with each delimiter, in bytes, and how many rows of it.
const TRIED: usize = 20_000;
const TRIED_ROWS: usize = 20;

/// Why a file cannot be read as a sheet at all. A row that cannot be read is refused by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSheet {
    /// It is larger than [`SHEET_MOST`].
    TooLarge,
    /// It has more rows than [`ROWS_MOST`].
    TooManyRows,
    /// There is nothing in it but a header.
    Empty,
    /// It is no text with cells: a workbook, a page, a document, a backup, columns that are held apart by spaces.
    OtherKind,
    /// A quote is opened in this line and never closed, so nobody can tell where its cell ends.
    OpenQuote {
        /// The line, from 1.
        line: usize,
    },
}

/// A file being read. Each [`step`](Self::step) does a bounded part of the work, so that the page stays awake.
///
/// ```
/// use coderpath::sheet::Reading;
/// use coderpath::words::SHEET_NAMES;
/// let mut reading = Reading::new("Date;Title;CEUs\n2026-10-05;\"Audits; part 1\";1,5".into(), SHEET_NAMES).unwrap();
/// while !reading.step(8).unwrap() {}
/// let table = reading.table().unwrap();
/// assert_eq!(table.delimiter, ';');
/// assert_eq!(table.rows[0].cell(1), "Audits; part 1");
/// assert_eq!(table.rows[0].line, 2);
/// ```
#[derive(Clone, Debug)]
pub struct Reading {
    text: String,
    names: Names,
    delimiter: u8,
    /// How many bytes are read.
    at: usize,
    /// The line of the next byte, from 1.
    line: usize,
    /// Whether the last byte was a CR, whose line an LF would only end once more.
    after_cr: bool,
    place: Place,
    /// The line in which the quote was opened that is open.
    opened: usize,
    /// The row being read: its first line, the bytes of its cells and where each ends.
    first: usize,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
    flaw: Option<Flaw>,
    rows: Vec<Row>,
}

/// Where in a cell the next byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// At its beginning, after this many spaces.
    Start,
    /// In a cell without quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote between quotes: the cell's end, or a quote of its text. So many spaces came since.
    AfterQuote(usize),
}

impl Reading {
    /// Begins with a file's text: looks at its beginning to find what stands between the cells.
    ///
    /// # Errors
    /// [`NoSheet`] if the file is too large, or is plainly something else.
    pub fn new(text: String, names: Names) -> Result<Self, NoSheet> {
        if text.len() > SHEET_MOST {
            return Err(NoSheet::TooLarge);
        }
        let inner = text.strip_prefix('\u{feff}').unwrap_or(&text);
        if is_other_kind(inner) {
            return Err(NoSheet::OtherKind);
        }
        // Excel understands a first line that names the delimiter, and writes files for those who ask it that way.
        let told = named_delimiter(inner);
        let skipped = text.len() - inner.len() + told.map_or(0, |(_, length)| length);
        let delimiter = told.map_or_else(|| guess(inner, names), |(delimiter, _)| delimiter);
        let mut reading = Self::with(text, names, delimiter);
        reading.at = skipped;
        if told.is_some() {
            reading.line = 2;
            reading.first = 2;
        }
        Ok(reading)
    }

    fn with(text: String, names: Names, delimiter: u8) -> Self {
        Self {
            text,
            names,
            delimiter,
            at: 0,
            line: 1,
            after_cr: false,
            place: Place::Start,
            opened: 1,
            first: 1,
            bytes: Vec::new(),
            ends: Vec::new(),
            cells: 0,
            flaw: None,
            rows: Vec::new(),
        }
    }

    /// Reads on, `at_most` bytes far; whether all is read.
    ///
    /// # Errors
    /// [`NoSheet`] if there are too many rows, or a quote that is never closed.
    pub fn step(&mut self, at_most: usize) -> Result<bool, NoSheet> {
        // The text is lent out while its bytes change the rest.
        let text = std::mem::take(&mut self.text);
        let end = self.at.saturating_add(at_most.max(1)).min(text.len());
        let bytes = text.as_bytes().get(..end).unwrap_or_default();
        loop {
            self.at += self.run(bytes.get(self.at..).unwrap_or_default());
            let Some(&byte) = bytes.get(self.at) else {
                break;
            };
            self.at += 1;
            self.take(byte);
            // Above the header are some rows, and below them totals.
            if self.rows.len() > ROWS_MOST + 100 {
                return Err(NoSheet::TooManyRows);
            }
        }
        let is_all = self.at >= text.len();
        self.text = text;
        if is_all {
            if self.place == Place::Quoted {
                return Err(NoSheet::OpenQuote { line: self.opened });
            }
            if !self.bytes.is_empty() || self.cells > 0 || self.place != Place::Start {
                self.end_row();
            }
        }
        Ok(is_all)
    }

    /// How many bytes are read, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.text.len())
    }

    /// What was read, with its header found and its totals set aside.
    ///
    /// # Errors
    /// [`NoSheet`] if there is nothing, or too much.
    pub fn table(self) -> Result<Table, NoSheet> {
        table::found(self.rows, char::from(self.delimiter), &self.names)
    }

    /// Takes letters of a cell that end nothing, all at once; how many. Nearly all of a file are such.
    fn run(&mut self, rest: &[u8]) -> usize {
        let mut bytes = rest.iter();
        let end = match (self.place, rest.first()) {
            (Place::AfterQuote(_), _) | (Place::Start, Some(b'"' | b' ')) => Some(0),
            (Place::Quoted, _) => bytes.position(|byte| matches!(byte, b'"' | b'\r' | b'\n')),
            (Place::Start | Place::Plain, _) => {
                bytes.position(|byte| *byte == self.delimiter || matches!(byte, b'\r' | b'\n'))
            }
        };
        let length = end.unwrap_or(rest.len());
        if length > 0 {
            self.after_cr = false;
            if self.place == Place::Start {
                self.place = Place::Plain;
            }
            self.extend(rest.get(..length).unwrap_or_default());
        }
        length
    }

    fn take(&mut self, byte: u8) {
        let is_end_of_line = matches!(byte, b'\r' | b'\n');
        let is_second_half = byte == b'\n' && self.after_cr;
        self.after_cr = byte == b'\r';
        if self.place == Place::Quoted {
            if byte == b'"' {
                self.place = Place::AfterQuote(0);
            } else {
                self.push(byte);
            }
        } else if is_second_half {
            // The CR ended the row, and its line was counted.
            self.first = self.line;
            return;
        } else if is_end_of_line {
            self.end_row();
        } else if byte == self.delimiter {
            self.end_cell();
        } else {
            self.letter(byte);
        }
        if is_end_of_line && !is_second_half {
            self.line += 1;
        }
        if is_end_of_line && self.place != Place::Quoted {
            self.first = self.line;
        }
    }

    /// A byte outside quotes that ends nothing.
    fn letter(&mut self, byte: u8) {
        match self.place {
            Place::Start if byte == b'"' => {
                // Spaces before a quote are none of the cell's.
                self.bytes.truncate(self.start());
                self.opened = self.line;
                self.place = Place::Quoted;
            }
            Place::AfterQuote(0) if byte == b'"' => {
                self.push(b'"');
                self.place = Place::Quoted;
            }
            Place::AfterQuote(spaces) if byte == b' ' => {
                self.place = Place::AfterQuote(spaces + 1);
            }
            Place::AfterQuote(spaces) => {
                // People write "5" disks" without doubling the quotes. Then these are letters like any other, the first
                // too: what stands in the file is the title.
                self.bytes.insert(self.start(), b'"');
                self.push(b'"');
                for _ in 0..spaces {
                    self.push(b' ');
                }
                self.push(byte);
                self.place = Place::Plain;
            }
            Place::Start | Place::Plain | Place::Quoted => {
                if byte != b' ' {
                    self.place = Place::Plain;
                }
                self.push(byte);
            }
        }
    }

    /// Where the cell being read begins among the row's bytes.
    fn start(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    fn push(&mut self, byte: u8) {
        self.extend(&[byte]);
    }

    fn extend(&mut self, bytes: &[u8]) {
        // A letter is up to four bytes long. Which cells are longer than they may be is counted once they are whole.
        if self.cells >= CELLS_MOST {
            return;
        }
        let room = (4 * CELL_MOST).saturating_sub(self.bytes.len() - self.start());
        if bytes.len() > room {
            self.flaw = self.flaw.or(Some(Flaw::LongCell(self.cells)));
        }
        let fitting = bytes.get(..room).unwrap_or(bytes);
        self.bytes.extend_from_slice(fitting);
    }

    fn end_cell(&mut self) {
        if self.cells < CELLS_MOST {
            self.ends.push(self.bytes.len());
        } else {
            self.flaw = self.flaw.or(Some(Flaw::ManyCells));
        }
        self.cells += 1;
        self.place = Place::Start;
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.cells = 0;
        let flaw = self.flaw.take();
        // Rows without anything in them separate others, or are what a spreadsheet thinks is still in use. Where nothing
        // else is in a file, nobody can tell what stands between its cells.
        let is_nothing = |byte: &u8| byte.is_ascii_whitespace() || b",;|".contains(byte);
        if flaw.is_some() || !self.bytes.iter().all(is_nothing) {
            let row = Row::new(self.first, &self.bytes, &self.ends, flaw);
            self.rows.push(row);
        }
        self.bytes.clear();
        self.ends.clear();
    }
}

/// What people choose by mistake: a workbook of Excel or LibreOffice, a page, a document, a backup of this log.
fn is_other_kind(text: &str) -> bool {
    let text = text.trim_start();
    [
        "PK\u{3}\u{4}",
        "%PDF-",
        "<",
        "{",
        "\u{fffd}\u{fffd}\u{11}",
        "ÐÏ\u{11}à",
    ]
    .iter()
    .any(|start| text.starts_with(start))
}

/// The delimiter that a first line such as "sep=;" names, and how many bytes that line has.
fn named_delimiter(text: &str) -> Option<(u8, usize)> {
    let line = text.get(..text.find(['\r', '\n'])?)?;
    let bare = line.trim_matches('"');
    let prefix = bare.get(..4)?;
    let mut named = bare.bytes().skip(4);
    let delimiter = named.next()?;
    let may_be = delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() && delimiter != b'"';
    // Excel adds the delimiters of the other columns when it saves such a file.
    if !prefix.eq_ignore_ascii_case("sep=") || !may_be || named.any(|byte| byte != delimiter) {
        return None;
    }
    let rest = text.get(line.len()..)?;
    let end = if rest.starts_with("\r\n") { 2 } else { 1 };
    Some((delimiter, line.len() + end))
}

/// What stands between the cells, by the beginning of a text: the delimiter with which most columns are known by name, and
/// where none are, the one with which the most rows have as many cells as most.
fn guess(text: &str, names: Names) -> u8 {
    let mut end = text.len().min(TRIED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let beginning = text.get(..end).unwrap_or_default();
    let mut best = (b',', (0, 0, 0));
    for delimiter in [b',', b';', b'\t', b'|'] {
        let mut tried = Reading::with(beginning.to_owned(), names, delimiter);
        // Where the beginning ends, a cell may be open. What came before it is enough.
        let _ = tried.step(TRIED);
        tried.rows.truncate(TRIED_ROWS);
        let known = tried.rows.iter().map(|row| table::known(row, &names)).max();
        let widths: Vec<usize> = tried.rows.iter().map(Row::width).collect();
        let (mut rows, mut columns) = (0, 0);
        for width in widths.iter().filter(|width| **width > 1) {
            let many = widths.iter().filter(|other| *other == width).count();
            if (many, *width) > (rows, columns) {
                (rows, columns) = (many, *width);
            }
        }
        let score = (known.unwrap_or(0), rows, columns);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}
