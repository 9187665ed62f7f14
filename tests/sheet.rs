//! Spreadsheets: whatever people have comes in or is refused with its line and reason, and what goes out comes back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::assigning_clones,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use std::fmt::Write as _;
use std::iter;

use chrono::NaiveDate;
use coderpath::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, AapcClaim, AhimaClaim, Approval, Draft, Entry, EntryId,
    Log, Pin, State,
};
use coderpath::rules::{Ceus, CeusError};
use coderpath::sheet::{
    ALL_COLUMNS, Bodies, CELL_MOST, CELLS_MOST, Column, Corrections, DayMonth, Flaw, Judged,
    Mapping, MappingFault, NoAmount, NoDate, NoSheet, Preview, ROWS_MOST, Reading, Reason,
    SHEET_MOST, Table, Verdict, Why, amount, date, export,
};
use coderpath::words::{self, SHEET_NAMES};
use common::{aapc_claim, ahima_claim, day, entry_record, full_entry, id, plain_entry, today};
use proptest::prelude::*;

fn try_read(text: &str, slice: usize) -> Result<Table, NoSheet> {
    let mut reading = Reading::new(text.to_owned(), SHEET_NAMES)?;
    while !reading.step(slice)? {}
    reading.table()
}

#[track_caller]
fn read(text: &str) -> Table {
    try_read(text, 1_000).unwrap_or_else(|why| panic!("{why:?}: {text:?}"))
}

/// A table as text: its lines, with `|` between the cells.
fn shown(table: &Table) -> String {
    let mut lines = Vec::new();
    for row in table.header.iter().chain(&table.rows) {
        let cells: Vec<&str> = row.cells().collect();
        lines.push(format!("{} {}", row.line, cells.join("|")));
    }
    lines.join("\n")
}

/// A mapping that is guessed by someone who claims from AAPC.
fn guess(table: &Table) -> Mapping {
    Mapping::guess(table, Some(Bodies::Aapc), &SHEET_NAMES)
}

fn preview(log: &Log, table: &Table, mapping: &Mapping, corrections: &Corrections) -> Preview {
    let mut preview = Preview::new(log, table, mapping, &SHEET_NAMES, today());
    while !preview.step(log, table, corrections, 3) {}
    assert_eq!(preview.progress(), (table.rows.len(), table.rows.len()));
    preview
}

/// Every row of a file beside a log.
#[track_caller]
fn judge(log: &Log, text: &str) -> Vec<Judged> {
    let table = read(text);
    let mapping = guess(&table);
    assert_eq!(mapping.faults(&table), [], "{text:?}");
    preview(log, &table, &mapping, &Corrections::default())
        .rows()
        .to_vec()
}

/// What is said of every row of a file beside an empty log.
#[track_caller]
fn said(text: &str) -> Vec<String> {
    judge(&Log::default(), text)
        .iter()
        .map(words::judged)
        .collect()
}

/// A log with these entries.
fn log_of(entries: &[(&str, Entry)]) -> Log {
    let mut log = Log::default();
    for (nth, (name, entry)) in (1..).zip(entries) {
        log.add(entry_record(name, entry.clone(), &[], nth, 0));
    }
    log
}

/// Writes what a file brings that is new or other.
fn import(log: &mut Log, text: &str) {
    let rows = judge(log, text);
    for (nth, row) in (1_000..).zip(rows) {
        if let Some((name, entry)) = row.import(log) {
            let name = name.unwrap_or_else(|| EntryId::new(nth));
            let record = coderpath::log::RecordId::Entry(name.clone());
            let earlier: Vec<_> = log.heads(&record).into_iter().cloned().collect();
            log.add(entry_record(name.as_str(), entry, &earlier, nth, 0));
        }
    }
}

fn entries(log: &Log) -> Vec<(EntryId, Entry)> {
    let mut all: Vec<_> = log
        .entries()
        .iter()
        .map(|shown| (shown.id.clone(), shown.entry.clone()))
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

// ---------------------------------------------------------------------------------------------------------------------
// From text to cells

#[test]
fn a_text_is_read_as_people_have_it() {
    for (text, expected) in [
        // Delimiters.
        ("Date,Title\n1,b", "1 Date|Title\n2 1|b"),
        ("Date;Title\n1,5;b", "1 Date|Title\n2 1,5|b"),
        ("Date\tTitle\n1,5;6\tb", "1 Date|Title\n2 1,5;6|b"),
        ("Date|Title\n1|b", "1 Date|Title\n2 1|b"),
        ("sep=^\r\nDate^Title\r\n1^b", "2 Date|Title\n3 1|b"),
        ("\u{feff}sep=;\nDate;Title\n1,5;b", "2 Date|Title\n3 1,5|b"),
        ("\"sep=;\"\nDate;Title\n1,5;b", "2 Date|Title\n3 1,5|b"),
        ("SEP=;;;\rDate;Title\r1,5;b", "2 Date|Title\n3 1,5|b"),
        // Line ends of three kinds, mixed.
        ("Date,Title\r\n1,b\r\n2,c\r\n", "1 Date|Title\n2 1|b\n3 2|c"),
        ("Date,Title\r1,b\r2,c", "1 Date|Title\n2 1|b\n3 2|c"),
        (
            "Date,Title\n1,b\r2,c\r\n3,d",
            "1 Date|Title\n2 1|b\n3 2|c\n4 3|d",
        ),
        // Quotes.
        (
            "Date,Title\n1,\"b, c\"\n2,d",
            "1 Date|Title\n2 1|b, c\n3 2|d",
        ),
        (
            "Date,Title\n1,\"b\r\nc\nd\re\"\n2,f",
            "1 Date|Title\n2 1|b\r\nc\nd\re\n6 2|f",
        ),
        (
            "Date,Title\n1,\"say \"\"hi\"\"\"",
            "1 Date|Title\n2 1|say \"hi\"",
        ),
        (
            "Date,Title\n1, \"b\" \n2,\" c \"",
            "1 Date|Title\n2 1|b\n3 2| c ",
        ),
        (
            "Date,Title\n1,5\" disk\n2,\"5\" disk",
            "1 Date|Title\n2 1|5\" disk\n3 2|\"5\" disk",
        ),
        ("Date,Title\n\"\",b", "1 Date|Title\n2 |b"),
        (
            "Date,Title\n1,\"Say\" and do",
            "1 Date|Title\n2 1|\"Say\" and do",
        ),
        // Rows with nothing in them, and short and long rows.
        ("\n\nDate,Title\n\n,\n  \n1,b\n\n", "3 Date|Title\n7 1|b"),
        ("Date,Title\n1\n1,b,c", "1 Date|Title\n2 1\n3 1|b|c"),
        ("Date,Title\n1,\0b\u{a0}é", "1 Date|Title\n2 1|\0b\u{a0}é"),
    ] {
        assert_eq!(shown(&read(text)), expected, "{text:?}");
    }
}

#[test]
fn a_header_is_found_wherever_it_is() {
    let header = |text: &str| read(text).header.map(|row| row.line);
    for (text, line) in [
        ("Date,Title,CEUs\n1/2/2024,a,1", Some(1)),
        (
            "My log,,\nPrinted 1/2/2024,,\n,,\nDate,Title,CEUs\n1/2/2024,a,1",
            Some(4),
        ),
        ("1/2/2024,a,1\n1/3/2024,b,2", None),
        // An activity may be called by a header's word.
        ("2024-01-02,Webinar,AAPC,1\n2024-01-03,b,c,2", None),
        // Words that nobody here knows.
        ("Datum,Titel,Punkte\n2024-01-02,a,1", Some(1)),
        ("Title\na", Some(1)),
    ] {
        assert_eq!(header(text), line, "{text:?}");
    }
    let table = read(
        "CEUs of 2024\nDate,Title,CEUs\n1/2/2024,a,1\nDate,Title,CEUs\n1/3/2024,Total knees,1\nTotal knees,b,2\nTotal,,2\nTotal CEUs:,,2\nGrand total,,2\nSum,,2\n,,8.5\n,,a",
    );
    let passed: Vec<_> = table
        .passed_over
        .iter()
        .map(|passed| (passed.row.line, passed.reason))
        .collect();
    assert_eq!(
        passed,
        [
            (1, Reason::AboveHeader),
            (4, Reason::HeaderAgain),
            (7, Reason::Total),
            (8, Reason::Total),
            (9, Reason::Total),
            (10, Reason::Total),
            // A sum has no word before it where a program made it.
            (11, Reason::Total),
        ]
    );
    assert_eq!(
        table.rows.iter().map(|row| row.line).collect::<Vec<_>>(),
        [3, 5, 6, 12]
    );
}

#[test]
fn what_is_no_sheet_is_refused_with_its_reason() {
    let head = "Date,Title,CEUs\n";
    let rows = |many: usize| head.to_owned() + &"2024-01-02,a,1\n".repeat(many);
    // No more of a file is read than it takes to see that it has too many rows.
    let mut reading = Reading::new(rows(2 * ROWS_MOST), SHEET_NAMES).unwrap();
    let steps = iter::repeat_with(|| reading.step(1_000)).take_while(Result::is_ok);
    assert!(steps.count() < 90);
    for (text, why) in [
        (String::new(), NoSheet::Empty),
        (" \n\n".to_owned(), NoSheet::Empty),
        (head.to_owned(), NoSheet::Empty),
        (head.to_owned() + "Total,,1\n", NoSheet::Empty),
        // A tab in a row without anything was taken for what stands between the cells, and the commas for a text.
        (",,,\r\n  ,\t,,\r\n".to_owned(), NoSheet::Empty),
        (
            "Date        Title   CEUs\n2024-01-02  Audits  1\n".to_owned(),
            NoSheet::OtherKind,
        ),
        (
            "\"Date\" \"Title\" \"CEUs\"\n\"1\" 2024-01-02 \"a, b\" 1\n".to_owned(),
            NoSheet::OtherKind,
        ),
        ("PK\u{3}\u{4}\0\0".to_owned(), NoSheet::OtherKind),
        ("<html><table>".to_owned(), NoSheet::OtherKind),
        ("%PDF-1.7".to_owned(), NoSheet::OtherKind),
        ("{\"coderpath\":1}".to_owned(), NoSheet::OtherKind),
        (
            head.to_owned() + "a,b,1\n2,\"open,1\n3,b,1\n",
            NoSheet::OpenQuote { line: 3 },
        ),
        (
            head.to_owned() + "\"a\n\",\"open",
            NoSheet::OpenQuote { line: 3 },
        ),
        (rows(ROWS_MOST + 1), NoSheet::TooManyRows),
        ("a\n".repeat(SHEET_MOST / 2), NoSheet::TooManyRows),
        ("a".repeat(SHEET_MOST + 1), NoSheet::TooLarge),
    ] {
        let start: String = text.chars().take(60).collect();
        let read = try_read(&text, 10_000).map(|table| table.rows.len());
        assert_eq!(read, Err(why), "{start:?}");
        assert!(words::no_sheet(why).ends_with('.'));
    }
    assert_eq!(read(&rows(ROWS_MOST)).rows.len(), ROWS_MOST);
    let largest = head.to_owned() + &"a".repeat(SHEET_MOST - head.len());
    assert!(try_read(&largest, 100_000).is_ok());
}

#[test]
fn a_cell_or_row_beyond_reason_is_refused_by_itself() {
    let (long, many) = ("ä".repeat(CELL_MOST + 1), ",x".repeat(CELLS_MOST));
    let very_long = "x".repeat(SHEET_MOST / 4);
    let text = format!(
        "Date,Title,CEUs\n2024-01-02,{long},1\n2024-01-02,a,1{many}\n2024-01-03,{},1\n2024-01-03,b,1,{long}\n\"2024{very_long}\",c,1\n",
        "ä".repeat(CELL_MOST)
    );
    let table = read(&text);
    let flaws: Vec<_> = table.rows.iter().map(|row| row.flaw).collect();
    assert_eq!(
        flaws,
        [
            Some(Flaw::LongCell(1)),
            Some(Flaw::ManyCells),
            None,
            Some(Flaw::LongCell(3)),
            Some(Flaw::LongCell(0)),
        ]
    );
    assert_eq!(table.width, CELLS_MOST);
    let said = said(&text);
    assert!(said[0].ends_with(
        ": this has more than 10,000 characters. A quotation mark may be missing in the file."
    ));
    assert_eq!(
        said[1],
        "Line 3: This row has more than 200 cells. A quotation mark or a line break may be missing in the file."
    );
    assert!(said[2].contains("at most 300 characters"), "{}", said[2]);
    assert_eq!(said[3], "Line 5: new.");
    assert!(said[4].starts_with("Line 6: Date completed"), "{}", said[4]);
}

#[test]
fn one_slice_is_bounded_whatever_the_file_is() {
    // A quote around five million bytes, and a file of quotes alone.
    for text in [
        format!("Title,\"{}\"", "x\n".repeat(SHEET_MOST / 2 - 10)),
        "\"".repeat(SHEET_MOST),
        "\n".repeat(SHEET_MOST),
        ",".repeat(SHEET_MOST),
    ] {
        let all = text.len();
        let mut reading = Reading::new(text, SHEET_NAMES).unwrap();
        let mut read = 0;
        while !reading.step(10_000).unwrap() {
            read += 10_000;
            assert_eq!(reading.progress(), (read, all));
        }
        assert!(all - read <= 10_000);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What the columns mean

#[test]
fn columns_are_known_by_many_names() {
    let names = |column: Column| -> &'static [&'static str] {
        match column {
            Column::Date => &[
                "Date",
                "date completed",
                "Completion_Date",
                "DATE EARNED",
                "Date (MM/DD/YYYY)",
                "AAPC date",
                "completed_at",
                "When?",
            ],
            Column::Title => &[
                "Title",
                "Course",
                "Course Name",
                "Activity title",
                "Webinar",
                "Event:",
                "Learning Activity",
                "What",
            ],
            Column::Sponsor => &["Sponsor", "Provider", "Vendor", "Sponsored by", "Who"],
            Column::AapcFor => &["CEU's approved for", "Approved for"],
            Column::IndexNumber => &[
                "Index #",
                "Index Number",
                "AAPC Index No.",
                "CEU Index Number",
                "Approval code",
            ],
            Column::Ceus => &[
                "CEUs",
                "CEU's",
                "# of CEUs",
                "CEU Value",
                "Number of CEUs",
                "credits",
                "CEU(s)",
                "How many?",
            ],
            Column::ContactHours => &[
                "Contact Hours",
                "Hours",
                "CE hours",
                "Duration (min)",
                "Minutes",
            ],
            Column::AapcCeus => &[
                "AAPC CEUs",
                "CEUs (AAPC)",
                "AAPC",
                "CEU for AAPC",
                "AAPC credits",
            ],
            Column::AhimaCeus => &["AHIMA CEUs", "CEUs AHIMA", "ahima"],
            Column::AhimaDomain => &["Domain", "AHIMA Domain", "HIIM Domain"],
            Column::Certificate => &["Certificate", "Certificate on file?"],
            Column::AapcCertificate => &["AAPC certificate on file"],
            Column::Entered => &["Entered in tracker", "Submitted"],
            Column::Notes => &["Notes", "Comments"],
            Column::Body => &[
                "Counts for",
                "Credential",
                "Credentialing body",
                "Credit type",
            ],
            _ => &[],
        }
    };
    for column in ALL_COLUMNS {
        let own: &[&str] = if column.is_exported() {
            &[words::sheet_column(*column)]
        } else {
            &[]
        };
        for name in names(*column).iter().chain(own) {
            let table = read(&format!("{name},Zzz,Yyy\n,1,2"));
            assert!(table.header.is_none() || *column == Column::Id || table.name_of(0) == *name);
            // A header is one that names two columns.
            let other = if *column == Column::Title {
                "Notes"
            } else {
                "Title"
            };
            let table = read(&format!("\"{name}\",{other}\n,a"));
            assert_eq!(guess(&table).place(*column), Some(0), "{name}");
        }
        assert_eq!(Column::from_key(column.key()), Some(*column));
    }
}

#[test]
fn the_likeliest_column_is_taken_and_one_that_cannot_be_read_is_not() {
    let table = read(
        "Start date,End date,Date completed,Course,Title,Type,Status,Source,CEUs\n1/13/2024,,,a,b,Purple,TX,AAPC site,1\n1/14/2024,,,a,b,Green,NY,Web,1",
    );
    let mapping = guess(&table);
    assert_eq!(mapping.place(Column::Date), Some(2));
    assert_eq!(mapping.place(Column::Title), Some(4));
    for column in [Column::Kind, Column::State, Column::AhimaSource] {
        assert_eq!(mapping.place(column), None, "{column:?}");
    }
    assert_eq!(mapping.place(Column::Ceus), Some(8));
    // Where "Organization" has a body in most rows, it says for whom they count.
    for (organizations, column) in [
        (["AAPC", "AHIMA", "Arts center"], Column::Body),
        (["AAPC", "Chapter", "Arts center"], Column::Sponsor),
    ] {
        let mut text = "Organization,Date,Title,CEUs\n".to_owned();
        for organization in organizations {
            writeln!(text, "{organization},2024-01-02,a,1").unwrap();
        }
        assert_eq!(guess(&read(&text)).column(0), Some(column), "{text}");
    }
}

#[test]
fn what_is_wrong_with_a_mapping_is_said() {
    let table = read("Foo,Bar,Contact hours,Date\nx,y,2,3/4/2024");
    let mut mapping = Mapping::guess(&table, None, &SHEET_NAMES);
    let told = |mapping: &Mapping| -> Vec<String> {
        let faults = mapping.faults(&table);
        faults
            .iter()
            .map(|fault| words::mapping_fault(fault, &table))
            .collect()
    };
    assert_eq!(
        told(&mapping),
        [
            "Choose the column that has the title of each activity.",
            "Choose the column that has the CEUs of each activity. “Contact hours” seems to have contact hours, and these are not converted: choose it only if its numbers are CEUs.",
            "In this file the days can be meant in two ways: “3/4/2024” in line 2. Say which comes first, the month or the day.",
        ]
    );
    mapping.set(0, Some(Column::Title));
    mapping.set(1, Some(Column::Title));
    mapping.set(2, Some(Column::Ceus));
    mapping.order = Some(DayMonth::DayFirst);
    assert_eq!(
        told(&mapping),
        [
            "“Foo” and “Bar” are both said to be “Title”. Choose something else for one of them, or leave it out.",
            "Say whether the CEUs of this file count for AAPC, for AHIMA or for both.",
        ]
    );
    mapping.set(1, None);
    mapping.bodies = Some(Bodies::Both);
    assert_eq!(told(&mapping), [""; 0]);
    let log = Log::default();
    let rows = preview(&log, &table, &mapping, &Corrections::default());
    let entry = &rows.rows()[0].told.as_ref().unwrap().entry;
    assert_eq!(entry.date, day(2024, 4, 3));
    assert_eq!(
        (&entry.aapc, &entry.ahima),
        (&Some(aapc_claim(200)), &Some(ahima_claim(200)))
    );
}

#[test]
fn a_mapping_is_remembered() {
    let table = read("Date,Title,CEUs\n1/2/2024,a,1");
    let mut mapping = guess(&table);
    mapping.order = Some(DayMonth::DayFirst);
    mapping.set(0, None);
    assert_eq!(mapping.to_text(), "1;day-first;aapc;,title,ceus");
    assert_eq!(
        Mapping::from_text(&mapping.to_text()),
        Some(mapping.clone())
    );
    assert_eq!(mapping.clone().fitted(&table), mapping);
    let many = format!("1;;;{}", ",".repeat(CELLS_MOST));
    for text in [
        "",
        "1",
        "1;;",
        "2;;;date",
        "1;first;;date",
        "1;;all;date",
        "1;;;telephone",
        many.as_str(),
    ] {
        assert_eq!(Mapping::from_text(text), None, "{text:?}");
    }
    // A file that has fewer columns than were remembered, or more.
    for columns in ["", "date", "date,title,ceus,notes,kind"] {
        let remembered = Mapping::from_text(&format!("1;;;{columns}")).unwrap();
        assert_eq!(remembered.fitted(&table).column(3), None);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Days and amounts

#[test]
fn days_are_read_as_people_write_them() {
    let fifth = day(2024, 3, 5);
    for text in [
        "2024-03-05",
        "2024-3-5",
        "2024/03/05",
        "2024.03.05",
        "20240305",
        " 2024-03-05 ",
        "2024-03-05 00:00:00",
        "2024-03-05T00:00:00Z",
        "2024-03-05T14:30:00.000+01:00",
        "2024-03-05 2:30 PM",
        "March 5, 2024",
        "march 5 2024",
        "Mar 5, 2024",
        "Mar. 5, 2024",
        "March 5th, 2024",
        "5 March 2024",
        "5. March 2024",
        "5th of March 2024",
        "05-Mar-24",
        "5-Mar-2024",
        "05 MAR 2024",
        "2024 March 5",
        "Tuesday, March 5, 2024",
        "Tue, 5 Mar 2024 10:00:00 GMT",
        "Tues. March 5, 2024 at 10:00 am",
        "Mar 5, 2024, 1:00 PM - 2:00 PM EST",
        "March 5 '24",
        "March\u{a0}5,\u{a0}2024",
    ] {
        for order in [None, Some(DayMonth::MonthFirst), Some(DayMonth::DayFirst)] {
            assert_eq!(date(text, order), Ok(fifth), "{text:?}");
        }
    }
    for text in [
        "3/5/2024",
        "03/05/2024",
        "3/5/24",
        "3-5-2024",
        "03.05.2024",
        "3.5.24",
        "03-05-24",
        "3 5 2024",
        "3/5/2024 12:00:00 AM",
        "Tue 3/5/2024",
        "3 / 5 / 2024",
    ] {
        assert_eq!(
            date(text, Some(DayMonth::MonthFirst)),
            Ok(fifth),
            "{text:?}"
        );
        assert_eq!(
            date(text, Some(DayMonth::DayFirst)),
            Ok(day(2024, 5, 3)),
            "{text:?}"
        );
        assert_eq!(date(text, None), Err(NoDate::Undecided), "{text:?}");
    }
    for (text, expected) in [
        ("13/1/2024", Ok(day(2024, 1, 13))),
        ("1/13/2024", Ok(day(2024, 1, 13))),
        ("5/5/2024", Ok(day(2024, 5, 5))),
        ("1/13/70", Ok(day(1970, 1, 13))),
        ("1/13/69", Ok(day(2069, 1, 13))),
        ("2/29/2024", Ok(day(2024, 2, 29))),
        ("2/30/2024", Err(NoDate::NoSuchDay)),
        ("13/13/2024", Err(NoDate::NoSuchDay)),
        ("2024-13-01", Err(NoDate::NoSuchDay)),
        ("Feb 30, 2024", Err(NoDate::NoSuchDay)),
        ("0/0/0000", Err(NoDate::NoSuchDay)),
        ("45356", Err(NoDate::Serial)),
        ("45356.5", Err(NoDate::Serial)),
        ("45356.604166667", Err(NoDate::Serial)),
    ] {
        assert_eq!(date(text, None), expected, "{text:?}");
    }
    for text in [
        "",
        "x",
        "1",
        "12",
        "2024",
        "March 2024",
        "3/2024",
        "5",
        "3/5",
        "Monday",
        "10:00",
        "3/5/2024 - 3/7/2024",
        "March 5-7, 2024",
        "3/5/2024 25:00",
        "3/5/2024 10:99",
        "3/5/2024 10:00 tea",
        "x2024-03-05",
        "2024-03-05x",
        "99999999",
        "20241305",
        "ma 5 2024",
        "Marchy 5, 2024",
        "1/2/3/4",
        "2024-03-05-06",
        "-2024-03-05",
        "99999999999999999999",
        "3/5/202",
        "3/5/20245",
        "٣/٥/2024",
        "2024–03–05–",
        "5=3=2024",
    ] {
        assert_eq!(date(text, None), Err(NoDate::NotADay), "{text:?}");
    }
    assert_eq!(
        date("1/13/2024", Some(DayMonth::DayFirst)),
        Err(NoDate::OtherOrder)
    );
    assert_eq!(
        date("13/1/2024", Some(DayMonth::MonthFirst)),
        Err(NoDate::OtherOrder)
    );
}

#[test]
fn the_whole_file_says_which_comes_first() {
    let days = |days: &str| -> (Option<DayMonth>, Option<(Vec<String>, bool)>) {
        let rows: Vec<String> = days.split(' ').map(|day| format!("{day},a,1")).collect();
        let rows = rows.join("\n");
        let table = read(&format!("Date,Title,CEUs\n{rows}"));
        let mapping = guess(&table);
        let question = mapping.date_question(&table).map(|question| {
            let examples = question.examples.into_iter();
            (
                examples
                    .map(|(line, text)| format!("{line}:{text}"))
                    .collect(),
                question.is_mixed,
            )
        });
        (mapping.order_in(&table), question)
    };
    let asked = |examples: &[&str], is_mixed| {
        Some((
            examples.iter().map(|&one| one.to_owned()).collect(),
            is_mixed,
        ))
    };
    for (text, order, question) in [
        ("2024-03-04", None, None),
        ("5/5/2024", None, None),
        ("1/2/2024 1/13/2024", Some(DayMonth::MonthFirst), None),
        ("1/2/2024 13/1/2024", Some(DayMonth::DayFirst), None),
        ("1/2/2024", None, asked(&["2:1/2/2024"], false)),
        (
            "1/2/2024 1/2/2024 2/3/2024 2024-01-01 3/4/2024 4/5/2024",
            None,
            asked(&["2:1/2/2024", "4:2/3/2024", "6:3/4/2024"], false),
        ),
        (
            "1/2/2024 13/1/2024 14/1/2024 1/13/2024",
            None,
            asked(&["3:13/1/2024", "5:1/13/2024", "2:1/2/2024"], true),
        ),
    ] {
        assert_eq!(days(text), (order, question), "{text}");
    }
    // A header may say it.
    for (header, order) in [
        ("Date (MM/DD/YYYY)", Some(DayMonth::MonthFirst)),
        ("Date dd.mm.yy", None),
        ("Date (D/M/Y)", Some(DayMonth::DayFirst)),
    ] {
        let table = read(&format!("{header},Title,CEUs\n1/2/2024,a,1"));
        assert_eq!(guess(&table).order, order, "{header}");
    }
    // What was answered once is not stronger than what a file proves.
    let table = read("Date,Title,CEUs\n13/1/2024,a,1\n1/2/2024,b,1");
    let mut mapping = guess(&table);
    mapping.order = Some(DayMonth::MonthFirst);
    assert_eq!(mapping.order_in(&table), Some(DayMonth::DayFirst));
}

#[test]
fn a_file_that_contradicts_itself_has_rows_refused() {
    let table = read("Date,Title,CEUs\n13/1/2024,a,1\n1/2/2024,b,1\n1/13/2024,c,1");
    let mut mapping = guess(&table);
    let faults = mapping.faults(&table);
    assert!(matches!(&faults[..], [MappingFault::Order(question)] if question.is_mixed));
    assert_eq!(
        words::mapping_fault(&faults[0], &table),
        "This file has days with the month first and days with the day first: “13/1/2024” in line 2, “1/13/2024” in line 4, “1/2/2024” in line 3. Say which is right for most of it. Those that do not fit are refused, and can be corrected one by one."
    );
    mapping.order = Some(DayMonth::MonthFirst);
    let log = Log::default();
    let rows = preview(&log, &table, &mapping, &Corrections::default());
    let told: Vec<String> = rows.rows().iter().map(words::judged).collect();
    assert_eq!(
        told,
        [
            "Line 2: Date completed, “13/1/2024”: there is no such day in the order of this file. Write it like 2024-03-05.",
            "Line 3: new.",
            "Line 4: new.",
        ]
    );
}

#[test]
fn amounts_are_read_and_times_are_not() {
    for (text, hundredths) in [
        ("1", 100),
        ("1.5", 150),
        ("1,5", 150),
        ("1.0", 100),
        ("1.50", 150),
        (" 2 ", 200),
        (".5", 50),
        ("1.0 CEU", 100),
        ("2 CEUs", 200),
        ("2 CEU(s)", 200),
        ("2CEU", 200),
        ("CEUs: 2", 200),
        ("2 credits", 200),
        ("1 AAPC CEU", 100),
        ("0.25", 25),
        ("2 units", 200),
        ("10,00", 1_000),
        ("1 CEU's", 100),
    ] {
        assert_eq!(amount(text), Ok(Ceus::hundredths(hundredths)), "{text:?}");
    }
    for text in [
        "1.5 hours",
        "1 hr",
        "90 min",
        "90 minutes",
        "1.5h",
        "2 contact hours",
        "1 CEU / 60 min",
        "1.5 Hrs.",
        "2 clock hours",
    ] {
        assert_eq!(amount(text), Err(NoAmount::Hours), "{text:?}");
    }
    for (text, why) in [
        ("", CeusError::Missing),
        ("0", CeusError::NotPositive),
        ("0.0 CEU", CeusError::NotPositive),
        ("1,000", CeusError::TooFine),
        ("1.255", CeusError::TooFine),
        ("1000", CeusError::TooMuch),
        ("-1", CeusError::NotANumber),
        ("+1", CeusError::NotANumber),
        ("1 1/2", CeusError::NotANumber),
        ("½", CeusError::NotANumber),
        ("１", CeusError::NotANumber),
        ("one", CeusError::NotANumber),
        ("CEU", CeusError::NotANumber),
        ("1 2", CeusError::NotANumber),
        ("1-2", CeusError::NotANumber),
        ("$5", CeusError::NotANumber),
        ("1.5.0", CeusError::NotANumber),
        ("1e5", CeusError::NotANumber),
        ("=1+1", CeusError::NotANumber),
        ("1 CEU 2", CeusError::NotANumber),
    ] {
        assert_eq!(amount(text), Err(NoAmount::Ceus(why)), "{text:?}");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// From rows to entries

#[test]
fn every_problem_is_told_with_its_line_field_and_reason() {
    for (rows, told) in [
        (
            "Date,Title,CEUs\n,a,1",
            "Line 2: Date completed: give the day on which it was completed.",
        ),
        (
            "Date,Title,CEUs\nsoon,a,1",
            "Line 2: Date completed, “soon”: this is not read as a day. Write it like 2024-03-05 or March 5, 2024.",
        ),
        (
            "Date,Title,CEUs\n2/30/2024,a,1",
            "Line 2: Date completed, “2/30/2024”: there is no such day. Check the day and the month.",
        ),
        (
            "Date,Title,CEUs\n1850-01-01,a,1",
            "Line 2: Date completed, “1850-01-01”: check the year: it should be between 1990 and 2100.",
        ),
        (
            "Date,Title,CEUs\n2027-01-01,a,1",
            "Line 2: Date completed, “2027-01-01”: this day is still to come. Say “planned” as its state, or check the date.",
        ),
        (
            "Date,Title,CEUs,Status\n2027-01-01,a,1,done",
            "Line 2: Date completed, “2027-01-01”: this day is still to come. Say “planned” as its state, or check the date.",
        ),
        (
            "Date,Title,CEUs,Status\n2027-01-01,a,1,planned",
            "Line 2: new.",
        ),
        (
            "Date,Title,CEUs\n2024-01-02, ,1",
            "Line 2: Title: give it a title, as on the certificate.",
        ),
        (
            "Date,Title,CEUs\n2024-01-02,a,",
            "Line 2: CEUs: give the number of CEUs, such as 1 or 1.5.",
        ),
        (
            "Date,Title,CEUs\n2024-01-02,a,-",
            "Line 2: CEUs: give the number of CEUs, such as 1 or 1.5.",
        ),
        (
            "Date,Title,CEUs\n2024-01-02,a,0",
            "Line 2: CEUs, “0”: CEUs are more than zero.",
        ),
        (
            "Date,Title,CEUs\n2024-01-02,a,many",
            "Line 2: CEUs, “many”: this is not a number. Write it in digits, such as 1 or 1.5.",
        ),
        (
            "Date,Title,CEUs\n2024-01-02,a,1.5 hours",
            "Line 2: CEUs, “1.5 hours”: this is a time. Contact hours and minutes are not converted: give the CEUs as on the certificate.",
        ),
        (
            "Date,Title,CEUs,Hours\n2024-01-02,a,,1.5",
            "Line 2: CEUs, “1.5”: the row has contact hours and no CEUs. Hours are not converted: give the CEUs as on the certificate.",
        ),
        (
            "Date,Title,CEUs,Counts for\n2024-01-02,a,1,AAPC\n2024-01-02,b,1,AMA\n2024-01-02,c,1,AHIMA",
            "Line 3: Counts for, “AMA”: write AAPC, AHIMA or both.",
        ),
        (
            "Date,Title,AAPC CEUs,Domain\n2024-01-02,a,1,Health law and compliance",
            "Line 2: AHIMA CEUs: the row says something for AHIMA, and there are no CEUs for it. Give them, or empty the other cells for AHIMA.",
        ),
        (
            "Date,Title,AHIMA CEUs,CMS\n2024-01-02,a,1,yes",
            "Line 2: AAPC CEUs: the row says something for AAPC, and there are no CEUs for it. Give them, or empty the other cells for AAPC.",
        ),
        (
            "Date,Title,AHIMA CEUs,CMS\n2024-01-02,a,1,no",
            "Line 2: new.",
        ),
        (
            "Date,Title,CEUs,Coderpath ID\n2024-01-02,a,1,../x",
            "Line 2: Coderpath ID, “../x”: this is not the name of an entry. Names have up to 64 letters, digits and hyphens. Empty it, and the activity gets a new one.",
        ),
        (
            "Date,Title,CEUs,Certificate\n2024-01-02,a,1,yes\n2024-01-02,b,1,sort of",
            "Line 3: Certificate on file, “sort of”: write yes or no.",
        ),
        (
            "Date,Title,CEUs,Kind\n2024-01-02,a,1,webinar\n2024-01-02,b,1,dance",
            "Line 3: Kind, “dance”: this is no kind of activity that the log knows. Write event, teaching, course-work or other, or leave it empty.",
        ),
        (
            "Date,Title,CEUs,Counts for,Domain\n2024-01-02,a,1,AHIMA,\n2024-01-02,b,1,none,Leadership",
            "Line 3: Counts for, “none”: write AAPC, AHIMA or both.",
        ),
        (
            "Date,Title,CEUs\nN/A,a,1",
            "Line 2: Date completed: give the day on which it was completed.",
        ),
    ] {
        let said = said(rows);
        assert!(said.iter().any(|one| one == told), "{rows:?}: {said:#?}");
    }
    let long = "x".repeat(301);
    let told = said(&format!(
        "Date,Title,CEUs,Sponsor,Notes\nsoon,{long},many,{long},"
    ));
    assert_eq!(told.len(), 1);
    for part in [
        "Date completed, “soon”",
        "Title, “xxx",
        "CEUs, “many”",
        "Sponsor, “xxx",
        "at most 300 characters fit.",
    ] {
        assert!(told[0].contains(part), "{part}: {told:?}");
    }
}

#[test]
fn values_are_known_by_our_names_and_by_others() {
    let entry = |header: &str, cell: &str| {
        let text = format!("Date,Title,AAPC CEUs,AHIMA CEUs,{header}\n2024-01-02,a,1,1,\"{cell}\"");
        let rows = judge(&Log::default(), &text);
        rows[0]
            .told
            .clone()
            .unwrap_or_else(|| panic!("{cell:?}: {rows:?}"))
            .entry
    };
    for kind in ALL_KINDS {
        for cell in [kind.key(), words::activity_kind(*kind)] {
            assert_eq!(entry("Kind", cell).kind, *kind, "{cell}");
        }
    }
    for domain in ALL_DOMAINS {
        for cell in [
            domain.key(),
            words::domain(*domain),
            &domain.key().replace('-', " ").to_uppercase(),
        ] {
            assert_eq!(
                entry("Domain", cell).ahima.unwrap().domain,
                Some(*domain),
                "{cell}"
            );
        }
    }
    for source in ALL_SOURCES {
        for cell in [source.key(), words::ahima_source(*source)] {
            assert_eq!(
                entry("AHIMA source", cell).ahima.unwrap().source,
                Some(*source),
                "{cell}"
            );
        }
    }
    for (cell, flag) in [
        ("yes", true),
        ("Y", true),
        ("TRUE", true),
        ("x", true),
        ("1", true),
        ("✓", true),
        ("no", false),
        ("N", false),
        ("False", false),
        ("0", false),
        ("-", false),
        ("n/a", false),
    ] {
        let entry = entry("Certificate", cell);
        assert_eq!(entry.aapc.unwrap().certificate, flag, "{cell}");
        assert_eq!(entry.ahima.unwrap().certificate, flag, "{cell}");
    }
    for (cell, state) in [
        ("Completed", State::Done),
        ("planned", State::Planned),
        ("Registered", State::Planned),
    ] {
        assert_eq!(entry("Status", cell).state, state, "{cell}");
    }
    let claims = |cell: &str| {
        let rows = judge(
            &Log::default(),
            &format!("Date,Title,CEUs,Credential\n2024-01-02,a,1,\"{cell}\""),
        );
        let entry = rows[0].told.clone().unwrap().entry;
        (entry.aapc.is_some(), entry.ahima.is_some())
    };
    for (cell, bodies) in [
        ("AAPC", (true, false)),
        ("ahima", (false, true)),
        ("Both", (true, true)),
        ("AAPC/AHIMA", (true, true)),
        ("AAPC and AHIMA", (true, true)),
        ("AHIMA - AAPC", (true, true)),
        ("AAPC CEUs", (true, false)),
        ("CPC, CPMA", (true, false)),
        ("CPC & CCS", (true, true)),
        ("cpc-h", (true, false)),
    ] {
        assert_eq!(claims(cell), bodies, "{cell}");
    }
}

#[test]
fn hours_become_ceus_only_when_the_reader_says_that_they_are() {
    let table = read("Date,Title,Contact Hours\n2024-01-02,a,1.5");
    let mut mapping = guess(&table);
    assert_eq!(mapping.faults(&table), [MappingFault::NoCeus(Some(2))]);
    let log = Log::default();
    let none = Corrections::default();
    let rows = preview(&log, &table, &mapping, &none);
    let Verdict::Refused(problems) = &rows.rows()[0].verdict else {
        panic!("{rows:?}");
    };
    assert_eq!(problems[0].why, Why::OnlyHours);
    mapping.set(2, Some(Column::Ceus));
    let rows = preview(&log, &table, &mapping, &none);
    assert_eq!(
        rows.rows()[0].told.as_ref().unwrap().entry.aapc,
        Some(aapc_claim(150))
    );
}

#[test]
fn what_programs_write_for_nothing_is_nothing() {
    let row = |header: &str| {
        judge(
            &Log::default(),
            &format!(
                "Date,Title,CEUs,Sponsor,Kind,Index,Notes{header}\n2024-01-02,a,1,N/A,n/a,NULL,NaN\n2024-01-02,-,1,a,,,"
            ),
        )
    };
    let rows = row("");
    let plain = Entry {
        aapc: Some(aapc_claim(100)),
        ..plain_entry("a", day(2024, 1, 2))
    };
    assert_eq!(rows[0].told.as_ref().unwrap().entry, plain);
    assert!(matches!(&rows[1].verdict, Verdict::Refused(_)));
    // What an export of ours says is meant.
    let rows = row(",Coderpath ID");
    assert_eq!(
        rows[1].told.as_ref().map(|told| told.entry.title.as_str()),
        Some("-")
    );
}

#[test]
fn an_index_number_that_became_an_amount_is_one_again() {
    for (cell, number) in [
        ("40718.0", "40718"),
        ("40718.10", "40718.10"),
        ("A1.0", "A1.0"),
        ("0040718", "0040718"),
    ] {
        let rows = judge(
            &Log::default(),
            &format!("Date,Title,CEUs,Index\n2024-01-02,a,1,{cell}"),
        );
        assert_eq!(rows[0].told.as_ref().unwrap().entry.index_number, number);
    }
}

#[test]
fn line_breaks_in_a_title_are_spaces_in_files_of_others() {
    let rows = judge(
        &Log::default(),
        "Date,Title,CEUs,Notes\n2024-01-02,\"Anatomy\r\n of the ear\",1,\"a\nb\"",
    );
    let entry = &rows[0].told.as_ref().unwrap().entry;
    assert_eq!(entry.title, "Anatomy of the ear");
    assert_eq!(entry.notes, "a\nb");
}

#[test]
fn a_correction_is_read_in_place_of_the_cell() {
    let text = "Date,Title,CEUs\nsoon,a,1\n2024-01-02,b,1.5 hours\n2024-01-02,c,1";
    let table = read(text);
    let mapping = guess(&table);
    let log = Log::default();
    let mut corrections = Corrections::default();
    let mut rows = preview(&log, &table, &mapping, &corrections);
    corrections.set(2, Column::Date, "1/5/2024".to_owned());
    corrections.set(2, Column::Date, "2024-01-05".to_owned());
    rows.again(&log, &table, &corrections, 2);
    corrections.set(3, Column::Ceus, "2".to_owned());
    rows.again(&log, &table, &corrections, 3);
    assert!(rows.rows().iter().all(|row| row.verdict == Verdict::New));
    assert_eq!(
        rows.rows()[0].told.as_ref().unwrap().entry.date,
        day(2024, 1, 5)
    );
    // The row of line 4 becomes the activity of line 3, and then another one.
    corrections.set(4, Column::Title, "B".to_owned());
    rows.again(&log, &table, &corrections, 4);
    assert_eq!(
        rows.rows()[2].verdict,
        Verdict::Twice {
            line: 3,
            otherwise: vec![Column::Title, Column::AapcCeus]
        }
    );
    corrections.set(3, Column::Title, "d".to_owned());
    rows.again(&log, &table, &corrections, 3);
    assert_eq!(rows.rows()[1].verdict, Verdict::New);
    assert_eq!(rows.rows()[2].verdict, Verdict::New);
    assert_eq!(table, read(text), "the file stays as it is");
    // A body that no column says can be said for one row.
    let table = read("Date,Title,CEUs\n2024-01-02,a,1");
    let mapping = Mapping::guess(&table, None, &SHEET_NAMES);
    let mut corrections = Corrections::default();
    let mut rows = preview(&log, &table, &mapping, &corrections);
    assert_eq!(
        words::judged(&rows.rows()[0]),
        "Line 2: Counts for: say whether the CEUs count for AAPC, for AHIMA or for both."
    );
    corrections.set(2, Column::Body, "AHIMA".to_owned());
    rows.again(&log, &table, &corrections, 2);
    assert_eq!(
        rows.rows()[0].told.as_ref().unwrap().entry.ahima,
        Some(ahima_claim(100))
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// Beside a log

fn webinar() -> Entry {
    Entry {
        index_number: "00123A".to_owned(),
        aapc: Some(aapc_claim(150)),
        ..plain_entry("Modifiers", day(2024, 3, 5))
    }
}

#[test]
fn every_row_is_matched_with_the_log() {
    let log = log_of(&[
        ("numbered", webinar()),
        (
            "titled",
            Entry {
                aapc: Some(aapc_claim(100)),
                notes: "mine".to_owned(),
                ..plain_entry("Audits, part 1", day(2024, 4, 2))
            },
        ),
    ]);
    let same = |name: &str| Verdict::Same(id(name));
    for (row, verdict) in [
        ("2024-03-05,Modifiers,1.5,00123A", Some(same("numbered"))),
        ("2024-03-05,Modifiers,,", None),
        ("2024-03-05,MODIFIERS,1.5,", Some(same("numbered"))),
        ("3/5/2024,Modifiers,1.50 CEU,", None),
        ("2024-04-02,audits part 1,1,", None),
        // The day, or the number where both have one, tells them apart.
        ("2024-03-06,Modifiers,1.5,00123A", Some(Verdict::New)),
        ("2024-03-05,Modifiers,1.5,00124", Some(Verdict::New)),
    ] {
        let Some(verdict) = verdict else { continue };
        let rows = judge(&log, &format!("Date,Title,CEUs,Index\n{row}"));
        let is_same_title = row.contains("MODIFIERS");
        if is_same_title {
            // Capitals are a difference that is shown, and no other activity.
            assert!(
                matches!(&rows[0].verdict, Verdict::Conflict { id: found, .. } if *found == id("numbered"))
            );
        } else {
            assert_eq!(rows[0].verdict, verdict, "{row}");
        }
    }
    let rows = judge(
        &log,
        "Date,Title,CEUs,Index,Notes\n2024-03-05,Other title,2,123a,\n2024-04-02,\"Audits, part 1\",1,,\n2024-04-02,\"Audits, part 1\",1,,theirs",
    );
    assert_eq!(
        rows.iter().map(words::judged).collect::<Vec<_>>(),
        [
            "Line 2: not as in the log. Title: “Modifiers” in the log, “Other title” in the file; Index number: “00123A” in the log, “123a” in the file; AAPC CEUs: “1.5” in the log, “2” in the file.",
            "Line 3: already in the log.",
            "Line 4: the same activity as in line 3, with something else under: Notes.",
        ]
    );
}

#[test]
fn what_a_row_leaves_open_stays_as_the_log_has_it() {
    let here = full_entry();
    let log = log_of(&[("full", here.clone())]);
    // An empty cell and a column that is not there say nothing, so there is no difference.
    let rows = judge(
        &log,
        "Coderpath ID,Date,Title,AAPC CEUs,Notes,Status\nfull,2026-10-05,Modifiers “25” & 59,1.5,,",
    );
    assert_eq!(rows[0].verdict, Verdict::Same(id("full")));
    let rows = judge(
        &log,
        "Coderpath ID,Date,Title,AAPC CEUs,AHIMA CEUs,Sponsor,AAPC certificate\nfull,2026-10-06,Modifiers “25” & 59,2,1,,no",
    );
    let (name, merged) = rows[0].import(&log).unwrap();
    assert_eq!(name, Some(id("full")));
    let mut expected = here;
    expected.date = day(2026, 10, 6);
    let claim = expected.aapc.as_mut().unwrap();
    claim.ceus = Ceus::hundredths(200);
    claim.certificate = false;
    assert_eq!(merged, expected, "with what a later release added");
    let Verdict::Conflict { differences, .. } = &rows[0].verdict else {
        panic!("{rows:?}");
    };
    let columns: Vec<Column> = differences.iter().map(|one| one.column).collect();
    assert_eq!(
        columns,
        [Column::Date, Column::AapcCeus, Column::AapcCertificate]
    );
}

#[test]
fn a_row_that_stands_twice_is_offered_once() {
    let rows = said(
        "Date,Title,CEUs,Index\n2024-01-02,a,1,\n2024-01-02,A,1,\n2024-01-02,a,1,7\n2024-01-02,a,1,8\n2024-01-03,b,1,007\n2024-01-03,c,2,7",
    );
    assert_eq!(
        rows,
        [
            "Line 2: new.",
            "Line 3: the same activity as in line 2, with something else under: Title.",
            "Line 4: the same activity as in line 2, with something else under: Index number.",
            "Line 5: the same activity as in line 2, with something else under: Index number.",
            "Line 6: new.",
            "Line 7: the same activity as in line 6, with something else under: Title, Index number, AAPC CEUs.",
        ]
    );
    // That each body's CEUs have a row of their own is told, and no claim goes unseen.
    assert_eq!(
        said(
            "Date,Title,CEUs,Counts for\n2024-01-02,a,1,AAPC\n2024-01-02,a,1,AHIMA\n2024-01-02,a,1,AAPC"
        ),
        [
            "Line 2: new.",
            "Line 3: the same activity as in line 2, with something else under: AHIMA CEUs.",
            "Line 4: the same activity as in line 2.",
        ]
    );
    // Names of their own make two activities of what looks the same.
    let text = "Date,Title,CEUs,Coderpath ID\n2024-01-02,a,1,x\n2024-01-02,a,1,y\n2024-01-02,b,1,x";
    assert_eq!(
        said(text),
        [
            "Line 2: new.",
            "Line 3: new.",
            "Line 4: the same activity as in line 2, with something else under: Title."
        ]
    );
    // Also where the log has one of them, whichever comes first.
    let log = log_of(&[(
        "y",
        Entry {
            aapc: Some(aapc_claim(100)),
            ..plain_entry("a", day(2024, 1, 2))
        },
    )]);
    let rows = judge(&log, text);
    assert_eq!(rows[0].verdict, Verdict::New);
    assert_eq!(rows[1].verdict, Verdict::Same(id("y")));
}

#[test]
fn an_entry_that_was_deleted_comes_back_by_its_name() {
    let mut log = log_of(&[("x", webinar())]);
    let file = export(&log, &SHEET_NAMES).text;
    let earlier: Vec<_> = log.versions().cloned().collect();
    log.add(common::tombstone("x", &earlier, 5, 0));
    let rows = judge(&log, &file);
    assert_eq!(rows[0].verdict, Verdict::New);
    assert_eq!(rows[0].import(&log), Some((Some(id("x")), webinar())));
}

// ---------------------------------------------------------------------------------------------------------------------
// Out and in again

/// Texts that a spreadsheet would take for something else, or that trouble a reader.
const NASTY: &[&str] = &[
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "''=1+1",
    "'",
    "''",
    "'tis",
    "\u{ff1d}1",
    "0012",
    "'0012",
    "1E5",
    "3/4",
    "1-2",
    "12:30",
    "5%",
    "$5",
    "123456789012",
    "12345",
    "Mar 5",
    "MARCH1",
    "5-Mar-24",
    "TRUE",
    "false",
    "a,b",
    "a;b",
    "a\tb",
    "say \"hi\"",
    "\"",
    "\"\"",
    "a\nb",
    "a\r\nb",
    "a\rb",
    "é ü ß 漢字 😀",
    "\0",
    "a\0b",
    "Total",
    "Sum",
    "Date",
    "2024-03-05",
    "45356",
    "1.5 hours",
    "n/a",
    "-",
    "–",
    "none",
    "sep=;",
    "\u{feff}x",
    "\u{200b}",
    "a|b",
    "x'",
    "\"a\" b",
];

#[test]
fn nothing_in_an_export_is_taken_for_something_else() {
    for text in NASTY {
        let entry = Entry {
            title: (*text).to_owned(),
            sponsor: (*text).to_owned(),
            index_number: (*text).to_owned(),
            notes: (*text).to_owned(),
            ..webinar()
        };
        let file = export(&log_of(&[("x", entry.clone())]), &SHEET_NAMES).text;
        let table = read(&file);
        assert!(table.is_own);
        let mut log = Log::default();
        import(&mut log, &file);
        assert_eq!(entries(&log), [(id("x"), entry)], "{text:?}: {file}");
        for row in &table.rows {
            for cell in row.cells() {
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}']),
                    "{text:?} is a formula in {cell:?}"
                );
            }
        }
    }
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("0012", "'0012"),
        ("12345", "12345"),
        ("123456789012", "'123456789012"),
        ("1E5", "'1E5"),
        ("3/4", "'3/4"),
        ("Mar 5", "'Mar 5"),
        ("true", "'true"),
        ("'tis", "'tis"),
        ("ICD-10", "ICD-10"),
        ("A031524", "A031524"),
        ("5 codes", "5 codes"),
        ("E 11", "E 11"),
        ("12A", "12A"),
        ("12 a", "'12 a"),
        ("2024", "2024"),
        (" =1", "' =1"),
    ] {
        let file = export(
            &log_of(&[(
                "x",
                Entry {
                    sponsor: text.to_owned(),
                    ..webinar()
                },
            )]),
            &SHEET_NAMES,
        )
        .text;
        assert_eq!(read(&file).rows[0].cell(2), cell);
    }
    // Names that look like numbers are kept, too.
    let file = export(&log_of(&[("0000000000000012", webinar())]), &SHEET_NAMES).text;
    assert!(file.ends_with(",'0000000000000012\r\n"), "{file}");
}

#[test]
fn an_apostrophe_of_others_stays() {
    let rows = judge(
        &Log::default(),
        "Date,Title,CEUs,Index\n2024-01-02,'=1,1,'0012",
    );
    let entry = &rows[0].told.as_ref().unwrap().entry;
    assert_eq!(
        (entry.title.as_str(), entry.index_number.as_str()),
        ("'=1", "'0012")
    );
}

#[test]
fn an_export_is_what_rfc_4180_says() {
    let log = log_of(&[("full", full_entry())]);
    let export = export(&log, &SHEET_NAMES);
    assert_eq!(
        export.text,
        "\u{feff}Date completed,Title,Sponsor,Index number,Kind,State,Notes,AAPC CEUs,AAPC approved for,AAPC approved in advance,CMS web training,AAPC period due,AAPC counts towards,AAPC certificate on file,Entered in AAPC tracker,AHIMA CEUs,AHIMA domain,AHIMA source,AHIMA cycle due,AHIMA counts towards,AHIMA certificate on file,Entered in AHIMA CEU Center,Coderpath ID\r\n\
        2026-10-05,Modifiers “25” & 59,Local chapter,AAPC0510261200A,teaching,planned,\"Two lines,\nand a \"\"quote\"\"\",1.5,\"core, CPMA\",yes,no,,,yes,yes,1,revenue-cycle,component,,,yes,yes,full\r\n"
    );
    assert_eq!(words::exported(&export), "The file has 1 activity.");
    let mut log = log;
    let earlier: Vec<_> = log.versions().cloned().collect();
    for nonce in [1, 2] {
        log.add(entry_record("full", webinar(), &earlier, 9, nonce));
    }
    log.add(entry_record("other", webinar(), &[], 9, 0));
    let export = coderpath::sheet::export(&log, &SHEET_NAMES);
    assert_eq!(
        words::exported(&export),
        "The file has 2 activities. One of them was changed in two places, and the file has the version that is shown."
    );
}

#[test]
fn an_export_that_a_spreadsheet_saved_still_comes_back() {
    let entry = Entry {
        notes: "été".to_owned(),
        ..webinar()
    };
    let log = log_of(&[("x", entry)]);
    let file = export(&log, &SHEET_NAMES).text;
    // Excel in the United States writes days its own way, and in Europe semicolons and commas. Google Sheets takes the
    // apostrophe away.
    for (saved, order) in [
        (file.replace("2024-03-05", "3/5/2024"), DayMonth::MonthFirst),
        (
            file.replace(',', ";")
                .replace("2024-03-05", "05.03.2024")
                .replace(";1.5;", ";1,5;"),
            DayMonth::DayFirst,
        ),
        (file.replace('\'', ""), DayMonth::MonthFirst),
        (
            file.replace("\r\n", "\n").replace('\u{feff}', ""),
            DayMonth::MonthFirst,
        ),
    ] {
        let table = read(&saved);
        let mut mapping = guess(&table);
        mapping.order = Some(order);
        let rows = preview(&log, &table, &mapping, &Corrections::default());
        assert_eq!(rows.rows()[0].verdict, Verdict::Same(id("x")), "{saved}");
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[=+'@ \"\t\r\n,;a0-9/.é-]{0,8}",
        proptest::sample::select(NASTY.to_vec()).prop_map(str::to_owned),
    ]
    .prop_map(|text| text.trim().to_owned())
}

prop_compose! {
    fn any_pin()(due in proptest::option::of(0..3_000_i64), credential in any_text()) -> Pin {
        Pin { due: due.map(|days| day(2020, 1, 1) + chrono::TimeDelta::days(days)), credential }
    }
}

prop_compose! {
    fn any_entry()(
        days in 0..1_000_i64,
        texts in proptest::array::uniform4(any_text()),
        kind in proptest::sample::select(ALL_KINDS.to_vec()),
        planned in any::<bool>(),
        aapc in proptest::option::of((1..99_900_u32, proptest::collection::vec(any_text(), 0..3), any_pin())),
        ahima in proptest::option::of((
            1..99_900_u32,
            proptest::option::of(proptest::sample::select(ALL_DOMAINS.to_vec())),
            proptest::option::of(proptest::sample::select(ALL_SOURCES.to_vec())),
            any_pin(),
        )),
        flags in proptest::array::uniform6(any::<bool>()),
    ) -> Entry {
        let [title, sponsor, index_number, notes] = texts;
        Entry {
            sponsor, index_number, notes, kind,
            state: if planned { State::Planned } else { State::Done },
            aapc: aapc.map(|(ceus, approved_for, pin)| AapcClaim {
                approved_for: approved_for.into_iter().map(Approval).collect(),
                pre_approved: flags[0], certificate: flags[1], entered: flags[2], cms: flags[5], pin,
                ..aapc_claim(ceus)
            }),
            ahima: ahima.map(|(ceus, domain, source, pin)| AhimaClaim {
                domain, source, pin, certificate: flags[3], entered: flags[4], ..ahima_claim(ceus)
            }),
            ..plain_entry(&title, day(2024, 1, 1) + chrono::TimeDelta::days(days))
        }
    }
}

/// Entries that a form can make; another has nothing to be typed.
fn any_formed_entry() -> impl Strategy<Value = Entry> {
    any_entry().prop_filter_map("no form makes it", |entry| {
        Draft::of(&entry).read(None, today()).ok()
    })
}

proptest! {
    #[test]
    fn a_log_that_goes_out_and_comes_in_is_the_same(all in proptest::collection::vec(any_formed_entry(), 0..8)) {
        let names: Vec<String> = (0..all.len()).map(|nth| format!("{}", 1_000 * nth)).collect();
        let named: Vec<(&str, Entry)> = names.iter().map(String::as_str).zip(all).collect();
        let log = log_of(&named);
        let file = export(&log, &SHEET_NAMES).text;
        if named.is_empty() {
            prop_assert_eq!(try_read(&file, 100).unwrap_err(), NoSheet::Empty);
            return Ok(());
        }
        // Beside the log itself nothing is new, and without it everything comes.
        for row in judge(&log, &file) {
            prop_assert!(matches!(row.verdict, Verdict::Same(_)), "{:?}", row);
        }
        let mut other = Log::default();
        import(&mut other, &file);
        prop_assert_eq!(entries(&other), entries(&log));
        prop_assert_eq!(export(&other, &SHEET_NAMES).text.len(), file.len());
    }

    #[test]
    fn a_text_is_read_the_same_in_slices_of_any_size(
        text in "([a-c0-9é\", ;\t\r\n/=-]|\"\"|\r\n|Date|Title|CEUs|sep=;){0,120}",
        slice in 1..40_usize,
    ) {
        prop_assert_eq!(try_read(&text, slice), try_read(&text, usize::MAX));
    }

    #[test]
    fn the_line_of_a_row_is_that_of_the_file(rows in proptest::collection::vec("[a-z\r\n\"]{0,6}", 1..20)) {
        let mut text = "Date,Title,CEUs\n".to_owned();
        let mut lines = Vec::new();
        for row in &rows {
            let before = text.replace("\r\n", "\n").replace('\r', "\n");
            lines.push(before.matches('\n').count() + 1);
            writeln!(text, "x,\"{}\",1", row.replace('"', "\"\"")).unwrap();
        }
        let table = read(&text);
        let found: Vec<usize> = table.rows.iter().map(|row| row.line).collect();
        prop_assert_eq!(found, lines);
        for (row, text) in table.rows.iter().zip(&rows) {
            prop_assert_eq!(row.cell(1), text);
        }
    }

    #[test]
    fn a_day_is_read_in_every_way_of_writing_it(days in 0..40_000_i64) {
        let of = day(1990, 1, 1) + chrono::TimeDelta::days(days);
        for (format, order) in [
            ("%Y-%m-%d", None), ("%Y%m%d", None), ("%B %-d, %Y", None), ("%A, %B %-d, %Y", None), ("%d-%b-%Y", None),
            ("%-m/%-d/%Y", Some(DayMonth::MonthFirst)), ("%d.%m.%Y", Some(DayMonth::DayFirst)), ("%Y-%m-%dT%H:%M:%S", None),
        ] {
            let text = written(of, format);
            prop_assert_eq!(date(&text, order), Ok(of), "{}", text);
        }
    }

    #[test]
    fn any_cell_is_read_or_refused(text in any::<String>()) {
        let _ = (date(&text, None), amount(&text));
    }
}

/// A day in one of the ways above. The calendar of the tests writes it, for the core's does not.
fn written(day: NaiveDate, format: &str) -> String {
    let parse = |text: &str| text.parse::<jiff::civil::Date>().unwrap();
    let at = parse(&day.to_string()).at(0, 0, 0, 0);
    at.strftime(format).to_string()
}
