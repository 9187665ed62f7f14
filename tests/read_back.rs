//! An export as LibreOffice and pandas read it: here it is written for them, and here comes back what LibreOffice saved of it.
//!
//! `cargo xtask test sheets` runs the programs between the two, and compares what they read cell by cell
//! (`xtask/read_back.py`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use coderpath::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ALL_STATES, AapcClaim, AhimaClaim, Approval, Draft, Entry,
    Log, Pin,
};
use coderpath::rules::Ceus;
use coderpath::sheet::{
    ALL_COLUMNS, Bodies, Column, Corrections, Mapping, Preview, Reading, export,
};
use coderpath::words::{self, SHEET_NAMES, sheet_column};
use common::{aapc_claim, ahima_claim, day, entry_record, plain_entry, today};
use serde_json::{Map, Value, json};

/// Texts that a spreadsheet, or a program that reads one, could make something else of.
const TEXTS: &[&str] = &[
    // Formulas, and what is taken for one.
    "=1+1",
    "=SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "-1.5",
    "+1 (800) 555-0100",
    "-x",
    "@x",
    "@SUM(A1)",
    " =1+1",
    "\t=1+1",
    "\tafter a tab",
    "\rafter a return",
    "\nafter a line",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "{=1+1}",
    "%3D1",
    "–",
    "−5",
    // Apostrophes and quotes.
    "'",
    "''",
    "'quoted",
    "''twice",
    "'0012",
    "''0012",
    "'=1+1",
    "it's",
    "’0012",
    "\"",
    "\"\"",
    "\"quoted\"",
    "a \"quote\", and a comma; and more",
    "\"0012\"",
    "\"=1+1\"",
    // Whole numbers.
    "0",
    "12",
    "1200",
    "0012",
    "00",
    "12345678901",
    "123456789012",
    "12345678901234567890",
    "٣",
    "１２",
    "½",
    "²",
    // Other numbers.
    "1.5",
    "1.50",
    ".5",
    "1.",
    "1,5",
    "1,234",
    "1,234.50",
    "1'234",
    "1 234",
    "1_000",
    "1e5",
    "1E5",
    "1E+5",
    "1e-5",
    "1.5E3",
    "0x1F",
    "1d5",
    "1f",
    "1h",
    "12%",
    "1.5 %",
    "$5",
    "$5.00",
    "5$",
    "€5",
    "5 €",
    "£5",
    "¥5",
    "₹5",
    "CHF 5",
    "USD 5",
    "5 USD",
    "EUR 1.50",
    "(5)",
    "(1.50)",
    "1 1/2",
    "3 4/5",
    "1-",
    "5-",
    // Days and times.
    "3/4",
    "1/2",
    "13/45",
    "3/4/24",
    "3-4",
    "3-4-24",
    "2024-03-05",
    "2024/03/05",
    "20240305",
    "24-03-05",
    "5.3.2024",
    "5.3.",
    "3.4",
    "1.2.3",
    "Mar 5",
    "MAR 5",
    "March 5, 2024",
    "5 March",
    "5-Mar-24",
    "Mar-24",
    "March 2024",
    "May 5",
    "May",
    "Mar5",
    "5Mar",
    "5th March 2024",
    "March 5th",
    "Tue, Mar 5, 2024",
    "Tuesday, March 5, 2024",
    "Tue 5",
    "Tue 3/5/2024",
    "Sept 5",
    "Sept. 5, 2024",
    "Mar. 5",
    "Q1 2024",
    "1Q24",
    "12:30",
    "12:30 PM",
    "12:30pm",
    "12:30:45.5",
    "9 a",
    "9 am",
    "9am",
    "9:30 a.m.",
    "25:00",
    "2024-03-05 12:30",
    "2024-03-05T12:30",
    "2024-03-05T12:30:00",
    "2024-03-05T12:30:00Z",
    "3/4/2024 9:30 AM",
    "T12:30",
    "1 Jan 24 10:00",
    "5 Mai 2024",
    "1. Dez.",
    // Truth values, what stands for nothing, and errors.
    "TRUE",
    "true",
    "True",
    "FALSE",
    "yes",
    "no",
    "Y",
    "T",
    "WAHR",
    "NA",
    "N/A",
    "n/a",
    "NaN",
    "nan",
    "null",
    "NULL",
    "None",
    "none",
    "-",
    "--",
    "#N/A",
    "#REF!",
    "#DIV/0!",
    "#NAME?",
    "#VALUE!",
    "Err:502",
    "inf",
    "-inf",
    "Infinity",
    // Letters.
    "Größe – café",
    "naïve “quotes”",
    "👍🏽 codes",
    "👩‍⚕️ 🇺🇸",
    "日本語",
    "עברית",
    "e\u{301}",
    "zero\u{200b}width",
    "line\u{2028}separator",
    "\u{a0}no break\u{a0}",
    "ﬁ",
    "\u{feff}mark",
    "ï»¿",
    // White space and ends of lines.
    " spaces ",
    "  two  inside  ",
    "tab\tinside",
    "two\nlines",
    "two\r\nlines",
    "a\n\nblank line",
    "ends with a line\n",
    "semi;colon",
    "comma,",
    ",",
    ";",
    "pipe|",
    "back\\slash",
    "\\n",
    "sep=;",
    // Addresses and markup.
    "https://example.org/?a=1&b=2",
    "someone@example.org",
    "<b>bold</b>",
    "&amp;",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "AAPC0510261200A",
    "E11",
    "12A",
    "99213",
    "0E0",
    "00E1",
    "1E",
    "E1",
    "D2",
    "12E",
];

/// Names of entries that look like something else.
const NAMES: &[&str] = &[
    "1e5",
    "0012",
    "12",
    "123456789012345678",
    "true",
    "5e-3",
    "1-2",
    "3-4-24",
    "mar5",
];

/// The folder in which the programs find what they are to read.
fn folder() -> PathBuf {
    env::var_os("CODERPATH_READ_BACK").map_or_else(
        || Path::new(env!("CARGO_TARGET_TMPDIR")).join("read-back"),
        PathBuf::from,
    )
}

/// Every text in every field that takes one, claims of every shape, and names that are mistaken for numbers.
fn entries() -> Vec<(String, Entry)> {
    let mut all: Vec<(String, Entry)> = (0..TEXTS.len())
        .map(|nth| (format!("entry-{nth}"), entry(nth)))
        .collect();
    for name in NAMES {
        let mut entry = plain_entry("By name", day(2026, 1, 1));
        entry.aapc = Some(aapc_claim(150));
        all.push(((*name).to_owned(), entry));
    }
    all
}

fn entry(nth: usize) -> Entry {
    let text = TEXTS[nth].to_owned();
    let small = u32::try_from(nth).unwrap();
    let mut entry = plain_entry(&text, day(2024, 1 + small % 12, 1 + small % 28));
    entry.sponsor.clone_from(&text);
    entry.index_number.clone_from(&text);
    entry.notes.clone_from(&text);
    entry.kind = ALL_KINDS[nth % ALL_KINDS.len()];
    entry.state = ALL_STATES[nth % ALL_STATES.len()];
    let pin = |is_due| Pin {
        due: (is_due && nth.is_multiple_of(5)).then(|| day(2027, 1 + small % 12, 28)),
        credential: text.clone(),
    };
    entry.aapc = (!nth.is_multiple_of(6)).then(|| AapcClaim {
        approved_for: vec![Approval(text.clone())],
        pre_approved: nth.is_multiple_of(2),
        cms: nth.is_multiple_of(4),
        certificate: nth.is_multiple_of(5),
        entered: nth.is_multiple_of(7),
        pin: pin(true),
        ..aapc_claim(1 + 25 * (small % 40))
    });
    entry.ahima = nth.is_multiple_of(2).then(|| AhimaClaim {
        domain: ALL_DOMAINS.get(nth / 2 % (ALL_DOMAINS.len() + 1)).copied(),
        source: ALL_SOURCES.get(nth / 2 % (ALL_SOURCES.len() + 1)).copied(),
        certificate: nth.is_multiple_of(3),
        entered: nth.is_multiple_of(5),
        pin: pin(true),
        ..ahima_claim(100 * (small % 40 + 1))
    });
    entry
}

fn log_of(entries: &[(String, Entry)]) -> Log {
    let mut log = Log::default();
    for (nth, (name, entry)) in (1..).zip(entries) {
        log.add(entry_record(name, entry.clone(), &[], nth, 0));
    }
    log
}

/// What the entry says in each column of an export: written here by hand, so that the export is compared with something.
/// A day is written year
/// first, CEUs with a point.
fn said(name: &str, entry: &Entry) -> Value {
    let mut cells = Map::new();
    let mut say = |column, value: Value| {
        cells.insert(sheet_column(column).to_owned(), value);
    };
    let amount = |ceus: Ceus| {
        let hundredths = ceus.in_hundredths();
        json!(format!("{}.{:02}", hundredths / 100, hundredths % 100))
    };
    let yes = |flag: bool| json!(if flag { "yes" } else { "no" });
    let due = |pin: &Pin| json!(pin.due.map(|day| day.to_string()).unwrap_or_default());
    for column in ALL_COLUMNS.iter().filter(|column| column.is_exported()) {
        say(*column, json!(""));
    }
    say(Column::Id, json!(name));
    say(Column::Date, json!(entry.date.to_string()));
    say(Column::Title, json!(entry.title));
    say(Column::Sponsor, json!(entry.sponsor));
    say(Column::IndexNumber, json!(entry.index_number));
    say(Column::Notes, json!(entry.notes));
    say(Column::Kind, json!(entry.kind.key()));
    say(Column::State, json!(entry.state.key()));
    if let Some(claim) = &entry.aapc {
        let names: Vec<&str> = claim
            .approved_for
            .iter()
            .map(|one| one.0.as_str())
            .collect();
        say(Column::AapcCeus, amount(claim.ceus));
        say(Column::AapcFor, json!(names.join(", ")));
        say(Column::AapcPreApproved, yes(claim.pre_approved));
        say(Column::AapcCms, yes(claim.cms));
        say(Column::AapcPinDue, due(&claim.pin));
        say(Column::AapcPin, json!(claim.pin.credential));
        say(Column::AapcCertificate, yes(claim.certificate));
        say(Column::AapcEntered, yes(claim.entered));
    }
    if let Some(claim) = &entry.ahima {
        say(Column::AhimaCeus, amount(claim.ceus));
        say(
            Column::AhimaDomain,
            json!(claim.domain.map_or("", |one| one.key())),
        );
        say(
            Column::AhimaSource,
            json!(claim.source.map_or("", |one| one.key())),
        );
        say(Column::AhimaPinDue, due(&claim.pin));
        say(Column::AhimaPin, json!(claim.pin.credential));
        say(Column::AhimaCertificate, yes(claim.certificate));
        say(Column::AhimaEntered, yes(claim.entered));
    }
    Value::Object(cells)
}

#[test]
fn an_export_is_written_for_other_programs_to_read() {
    let entries = entries();
    let said: Map<String, Value> = entries
        .iter()
        .map(|(name, entry)| (name.clone(), said(name, entry)))
        .collect();
    let file = export(&log_of(&entries), &SHEET_NAMES);
    assert_eq!(file.entries, entries.len());
    let folder = folder();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("export.csv"), file.text).unwrap();
    fs::write(folder.join("said.json"), Value::Object(said).to_string()).unwrap();
}

/// What our own reader takes from a text beside an empty log: the entries by their names, and whatever is refused.
fn read(text: &str) -> (Vec<(String, Entry)>, Vec<String>) {
    let mut reading = Reading::new(text.to_owned(), SHEET_NAMES).unwrap();
    while !reading.step(10_000).unwrap() {}
    let table = reading.table().unwrap();
    let mapping = Mapping::guess(&table, Some(Bodies::Both), &SHEET_NAMES);
    assert_eq!(mapping.faults(&table), []);
    let log = Log::default();
    let mut preview = Preview::new(&log, &table, &mapping, &SHEET_NAMES, today());
    while !preview.step(&log, &table, &Corrections::default(), 100) {}
    let mut entries = Vec::new();
    let mut refused = Vec::new();
    for row in preview.rows() {
        match row.import(&log) {
            Some((Some(name), entry)) => entries.push((name.as_str().to_owned(), entry)),
            _ => refused.push(words::judged(row)),
        }
    }
    (entries, refused)
}

/// Compares what is read of a file with the entries that were exported, as a form would make them, and with ends of lines
/// like this.
#[track_caller]
fn comes_back(of: &str, text: &str, ends: fn(&str) -> String) {
    let (mut read, refused) = read(text);
    let mut exported = entries();
    for (_, entry) in &mut exported {
        *entry = Draft::of(entry).read(None, today()).unwrap();
        entry.title = ends(&entry.title);
        entry.sponsor = ends(&entry.sponsor);
        entry.index_number = ends(&entry.index_number);
        entry.notes = ends(&entry.notes);
        if let Some(claim) = &mut entry.aapc {
            claim.pin.credential = ends(&claim.pin.credential);
            for approval in &mut claim.approved_for {
                approval.0 = ends(&approval.0);
            }
        }
        if let Some(claim) = &mut entry.ahima {
            claim.pin.credential = ends(&claim.pin.credential);
        }
    }
    read.sort_by(|one, other| one.0.cmp(&other.0));
    exported.sort_by(|one, other| one.0.cmp(&other.0));
    let mut differences: Vec<String> = refused;
    for (name, entry) in &exported {
        match read.iter().find(|(other, _)| other == name) {
            None => differences.push(format!("{name} is missing: {entry:#?}")),
            Some((_, other)) if other != entry => {
                differences.push(format!("{name}: {entry:#?}\ncame back as {other:#?}"));
            }
            Some(_) => {}
        }
    }
    assert!(differences.is_empty(), "{of}: {}", differences.join("\n"));
    assert_eq!(read.len(), exported.len(), "{of}");
}

#[test]
fn an_export_comes_back() {
    let text = export(&log_of(&entries()), &SHEET_NAMES).text;
    comes_back("the export", &text, str::to_owned);
}

/// The files that are named in the environment, as LibreOffice saved them. In a cell it ends every line in one way.
#[test]
#[ignore = "needs LibreOffice: `cargo xtask test sheets` runs it"]
fn what_was_saved_again_comes_back() {
    let files =
        env::var_os("CODERPATH_SAVED_AGAIN").expect("CODERPATH_SAVED_AGAIN names the files");
    for file in env::split_paths(&files) {
        let text =
            fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        comes_back(&file.display().to_string(), &text, |text| {
            text.replace("\r\n", "\n").replace('\r', "\n")
        });
    }
}
