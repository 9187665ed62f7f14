//! Files as people have them, each with what is read of it beside it: `sheets/NAME` and `sheets/NAME.golden`.
//!
//! What a golden file says is read by a person. `UPDATE_GOLDEN=1 cargo test --test sheet_golden` writes them anew. Each file is
//! read beside an empty log, by someone who claims from AAPC what the file leaves open, who takes the month to come first
//! where the file is asked about, and who says what [`chosen`] says of columns with names that nobody here knows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use coderpath::log::{AapcClaim, AhimaClaim, AhimaSource, Domain, Entry, Log, State};
use coderpath::sheet::{
    Bodies, Column, Corrections, DayMonth, Judged, Mapping, MappingFault, Preview, Reading, Verdict,
};
use coderpath::words::{self, SHEET_NAMES};
use common::today;

const UPDATE: &str = "UPDATE_GOLDEN";

/// The letters of Windows-1252 from 0x80 on, where it differs from Latin-1.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// A file's bytes as text, as the browser decodes them: by their byte order mark, as UTF-8 if they are, else as
/// Windows-1252.
fn decoded(bytes: &[u8]) -> String {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|two| of([two[0], two[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| {
            let special: Vec<char> = WINDOWS.chars().collect();
            let letter = |byte: &u8| match byte {
                0x80..0xa0 => special[usize::from(*byte) - 0x80],
                byte => char::from(*byte),
            };
            bytes.iter().map(letter).collect()
        }),
    }
}

/// An entry on one line: whatever it has that an entry need not have.
fn compact(entry: &Entry) -> String {
    let mut parts = vec![entry.date.to_string(), format!("{:?}", entry.title)];
    for (name, text) in [
        ("sponsor", &entry.sponsor),
        ("number", &entry.index_number),
        ("notes", &entry.notes),
    ] {
        if !text.is_empty() {
            parts.push(format!("{name} {text:?}"));
        }
    }
    if entry.kind.key() != "event" {
        parts.push(entry.kind.key().to_owned());
    }
    if entry.state == State::Planned {
        parts.push("planned".to_owned());
    }
    let mut claims = Vec::new();
    if let Some(AapcClaim {
        ceus,
        approved_for,
        pre_approved,
        cms,
        pin,
        certificate,
        entered,
        ..
    }) = &entry.aapc
    {
        let mut claim = format!("AAPC {ceus}");
        for approval in approved_for {
            write!(claim, " for {:?}", approval.0).unwrap();
        }
        for (flag, name) in [(*pre_approved, "pre-approved"), (*cms, "CMS")] {
            if flag {
                write!(claim, " {name}").unwrap();
            }
        }
        claims.push((claim, pin, *certificate, *entered));
    }
    if let Some(AhimaClaim {
        ceus,
        domain,
        source,
        pin,
        certificate,
        entered,
        ..
    }) = &entry.ahima
    {
        let mut claim = format!("AHIMA {ceus}");
        for key in [domain.map(Domain::key), source.map(AhimaSource::key)] {
            claim.push_str(&key.map(|key| format!(" {key}")).unwrap_or_default());
        }
        claims.push((claim, pin, *certificate, *entered));
    }
    for (mut claim, pin, certificate, entered) in claims {
        if let Some(due) = pin.due {
            write!(claim, " due {due}").unwrap();
        }
        if !pin.credential.is_empty() {
            write!(claim, " towards {:?}", pin.credential).unwrap();
        }
        for (flag, name) in [(certificate, "certificate"), (entered, "entered")] {
            if flag {
                write!(claim, " {name}").unwrap();
            }
        }
        parts.push(claim);
    }
    parts.join(" | ")
}

fn row(judged: &Judged) -> String {
    let said = words::judged(judged);
    match (&judged.verdict, &judged.told) {
        (Verdict::New, Some(told)) => {
            let id = told.id.as_ref().map(|id| format!(" | id {}", id.as_str()));
            format!("{said} {}{}", compact(&told.entry), id.unwrap_or_default())
        }
        _ => said,
    }
}

/// What a person says of the columns of a file, from 0, which asks for it.
fn chosen(name: &str) -> &'static [(usize, Column)] {
    match name {
        "by-hand-no-header.csv" => &[
            (0, Column::Date),
            (1, Column::Title),
            (2, Column::Sponsor),
            (3, Column::IndexNumber),
            (4, Column::Ceus),
        ],
        "calc-breaks-in-cells.csv" => &[(3, Column::Ceus)],
        "calc-german.csv" => &[
            (0, Column::Date),
            (1, Column::Title),
            (2, Column::Sponsor),
            (5, Column::Notes),
        ],
        "excel-french.csv" => &[(1, Column::Title), (2, Column::Sponsor), (3, Column::Ceus)],
        "excel-german.csv" => &[
            (0, Column::Date),
            (1, Column::Title),
            (2, Column::Sponsor),
            (3, Column::IndexNumber),
        ],
        "pandas-german.csv" => &[(0, Column::Date)],
        "pandas-platform-export.csv" | "python-unix.csv" => &[(2, Column::Ceus)],
        _ => &[],
    }
}

/// What is read of a file.
fn told(name: &str, text: String) -> String {
    let mut out = String::new();
    let read = || -> Result<_, coderpath::sheet::NoSheet> {
        let mut reading = Reading::new(text, SHEET_NAMES)?;
        while !reading.step(1_000)? {}
        reading.table()
    };
    let table = match read() {
        Ok(table) => table,
        Err(why) => return format!("{}\n", words::no_sheet(why)),
    };
    writeln!(out, "delimiter {:?}", table.delimiter).unwrap();
    match &table.header {
        Some(header) => writeln!(out, "header in line {}", header.line).unwrap(),
        None => writeln!(out, "no header").unwrap(),
    }
    if table.is_own {
        writeln!(out, "an export of ours").unwrap();
    }
    let mut mapping = Mapping::guess(&table, Some(Bodies::Aapc), &SHEET_NAMES);
    for place in 0..table.width {
        let meaning = mapping.column(place).map_or("-", Column::key);
        let name = words::column_of_file(&table, place);
        writeln!(out, "  {name} = {meaning}").unwrap();
    }
    for fault in mapping.faults(&table) {
        writeln!(out, "asked: {}", words::mapping_fault(&fault, &table)).unwrap();
    }
    for (place, column) in chosen(name) {
        mapping.set(*place, Some(*column));
        let name = words::column_of_file(&table, *place);
        writeln!(out, "chosen: {name} = {}", column.key()).unwrap();
    }
    if let Some(order) = mapping.order_in(&table) {
        writeln!(out, "days: {order:?}").unwrap();
    }
    for passed in &table.passed_over {
        writeln!(out, "{}", words::passed_over(passed)).unwrap();
    }
    if mapping
        .faults(&table)
        .iter()
        .all(|fault| matches!(fault, MappingFault::Order(_)))
    {
        mapping.order = mapping.order.or(Some(DayMonth::MonthFirst));
        let log = Log::default();
        let mut preview = Preview::new(&log, &table, &mapping, &SHEET_NAMES, today());
        while !preview.step(&log, &table, &Corrections::default(), 7) {}
        for judged in preview.rows() {
            writeln!(out, "{}", row(judged)).unwrap();
        }
    }
    out
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|end| end != "golden" && end != "md")
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_file_is_read_as_its_golden_file_says() {
    let mut differ = Vec::new();
    for path in files() {
        let golden = PathBuf::from(format!("{}.golden", path.display()));
        let name = path.file_name().unwrap().to_str().unwrap();
        let told = told(name, decoded(&fs::read(&path).unwrap()));
        if env::var_os(UPDATE).is_some() {
            fs::write(&golden, &told).unwrap();
        } else if fs::read_to_string(&golden).ok().as_deref() != Some(&told) {
            differ.push(format!("{}:\n{told}", path.display()));
        }
    }
    assert!(
        differ.is_empty(),
        "These files are read otherwise than their golden files say. {UPDATE}=1 writes them anew:\n{}",
        differ.join("\n")
    );
}

#[test]
fn no_file_has_more_than_it_should() {
    assert!(files().len() >= 3);
    for path in files() {
        let size = fs::metadata(&path).unwrap().len();
        assert!(size < 20_000, "{} is large: {size}", path.display());
    }
}
