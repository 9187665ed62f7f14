//! What is said of spreadsheets: their columns, what each row would do, and what is wrong with a file.

use super::WORDS;
use super::figure::count;
use super::log::{activity_kind, ahima_source, domain, entry_state, fault};
use super::rules::body;
use super::text::{fill, section};
use crate::log::{Fault, Field, FieldFault};
use crate::sheet::{
    CELL_MOST, CELLS_MOST, Column, DateQuestion, DayMonth, Difference, Export, Flaw, Judged,
    MappingFault, Names, NoDate, NoSheet, PassedOver, Problem, ROWS_MOST, Reason, SHEET_MOST,
    Table, Verdict, Why,
};

section! {
    /// Spreadsheets.
    SheetTexts {
        date: "Date completed",
        title: "Title",
        sponsor: "Sponsor",
        index_number: "Index number",
        kind: "Kind",
        state: "State",
        notes: "Notes",
        ceus: "CEUs",
        body: "Counts for",
        contact_hours: "Contact hours",
        aapc_ceus: "AAPC CEUs",
        aapc_for: "AAPC approved for",
        aapc_pre_approved: "AAPC approved in advance",
        aapc_cms: "CMS web training",
        aapc_pin_due: "AAPC period due",
        aapc_pin: "AAPC counts towards",
        aapc_certificate: "AAPC certificate on file",
        aapc_entered: "Entered in AAPC tracker",
        ahima_ceus: "AHIMA CEUs",
        ahima_domain: "AHIMA domain",
        ahima_source: "AHIMA source",
        ahima_pin_due: "AHIMA cycle due",
        ahima_pin: "AHIMA counts towards",
        ahima_certificate: "AHIMA certificate on file",
        ahima_entered: "Entered in AHIMA CEU Center",
        certificate: "Certificate on file",
        entered: "Entered in the tracker",
        id: "Coderpath ID",

        too_large: "This file is too large: at most {0} MB can be read. Divide it into several files, by year for instance.",
        too_many_rows: "This file has too many rows: at most {0} can be read. Divide it into several files, by year for instance.",
        empty: "This file has no rows with activities. Check that it is the right one.",
        other_kind: "This file is not a CSV file. Open it in Excel, LibreOffice or Google Sheets, save or download the sheet as CSV, and choose that file. A backup of this log is not a sheet: choose “Open a backup” for it.",
        open_quote: "Line {0}: a quotation mark is opened here and never closed, so nobody can tell where the cell ends. Close it in the file, and choose the file again.",

        named_column: "“{0}”",
        unnamed_column: "Column {0}",
        twice: "{0} and {1} are both said to be “{2}”. Choose something else for one of them, or leave it out.",
        no_date: "Choose the column that has the day of each activity.",
        no_title: "Choose the column that has the title of each activity.",
        no_ceus: "Choose the column that has the CEUs of each activity.",
        no_ceus_but_hours: "Choose the column that has the CEUs of each activity. {0} seems to have contact hours, and these are not converted: choose it only if its numbers are CEUs.",
        no_body: "Say whether the CEUs of this file count for AAPC, for AHIMA or for both.",
        order: "In this file the days can be meant in two ways: {0}. Say which comes first, the month or the day.",
        order_mixed: "This file has days with the month first and days with the day first: {0}. Say which is right for most of it. Those that do not fit are refused, and can be corrected one by one.",
        example: "“{0}” in line {1}",
        month_first: "The month comes first: 3/5 is March 5",
        day_first: "The day comes first: 3/5 is 3 May",

        above_header: "Line {0} is passed over: it stands above the header.",
        total: "Line {0} is passed over: it is a total.",
        header_again: "Line {0} is passed over: it is the header once more.",

        new: "Line {0}: new.",
        same: "Line {0}: already in the log.",
        conflict: "Line {0}: not as in the log. {1}.",
        same_as_line: "Line {0}: the same activity as in line {1}.",
        same_as_line_but: "Line {0}: the same activity as in line {1}, with something else under: {2}.",
        refused: "Line {0}: {1}",
        refused_row: "Line {0}:",
        refused_title: "Line {0}: “{1}”",
        difference: "{0}: “{1}” in the log, “{2}” in the file",
        difference_empty: "{0}: nothing in the log, “{1}” in the file",

        problem: "{0}, “{1}”: {2}",
        problem_empty: "{0}: {1}",
        not_a_day: "this is not read as a day. Write it like 2024-03-05 or March 5, 2024.",
        no_such_day: "there is no such day. Check the day and the month.",
        serial: "this is the number by which a spreadsheet keeps a day. Format the column as a date there and save the file again, or write the day here.",
        other_order: "there is no such day in the order of this file. Write it like 2024-03-05.",
        undecided: "this can be meant in two ways. Say for the whole file which comes first, the month or the day.",
        hours: "this is a time. Contact hours and minutes are not converted: give the CEUs as on the certificate.",
        only_hours: "the row has contact hours and no CEUs. Hours are not converted: give the CEUs as on the certificate.",
        not_a_flag: "write yes or no.",
        unknown_kind: "this is no kind of activity that the log knows. Write event, teaching, course-work or other, or leave it empty.",
        unknown_state: "write done or planned.",
        unknown_domain: "this is none of AHIMA’s domains. Write one as it stands in the list of the form, or leave it empty.",
        unknown_source: "write ahima, component, approved or external, or leave it empty.",
        unknown_body: "write AAPC, AHIMA or both.",
        unknown: "this cannot be read.",
        row_no_body: "say whether the CEUs count for AAPC, for AHIMA or for both.",
        no_claim: "the row says something for {0}, and there are no CEUs for it. Give them, or empty the other cells for {0}.",
        not_a_name: "this is not the name of an entry. Names have up to 64 letters, digits and hyphens. Empty it, and the activity gets a new one.",
        in_future: "this day is still to come. Say “planned” as its state, or check the date.",
        long_cell: "this has more than {0} characters. A quotation mark may be missing in the file.",
        many_cells: "this row has more than {0} cells. A quotation mark or a line break may be missing in the file.",

        exported_one: "The file has {0} activity.",
        exported: "The file has {0} activities.",
        exported_one_conflict: "One of them was changed in two places, and the file has the version that is shown.",
        exported_conflicts: "{0} of them were changed in two places, and the file has the versions that are shown.",
    }
}

/// The names of columns and values in spreadsheets.
pub const SHEET_NAMES: Names = Names {
    column: sheet_column,
    kind: activity_kind,
    state: entry_state,
    domain,
    source: ahima_source,
};

/// What a column means: the header of an export, and what a reader chooses from.
pub fn sheet_column(column: Column) -> &'static str {
    let texts = &WORDS.sheet;
    match column {
        Column::Date => texts.date,
        Column::Title => texts.title,
        Column::Sponsor => texts.sponsor,
        Column::IndexNumber => texts.index_number,
        Column::Kind => texts.kind,
        Column::State => texts.state,
        Column::Notes => texts.notes,
        Column::Ceus => texts.ceus,
        Column::Body => texts.body,
        Column::ContactHours => texts.contact_hours,
        Column::AapcCeus => texts.aapc_ceus,
        Column::AapcFor => texts.aapc_for,
        Column::AapcPreApproved => texts.aapc_pre_approved,
        Column::AapcCms => texts.aapc_cms,
        Column::AapcPinDue => texts.aapc_pin_due,
        Column::AapcPin => texts.aapc_pin,
        Column::AapcCertificate => texts.aapc_certificate,
        Column::AapcEntered => texts.aapc_entered,
        Column::AhimaCeus => texts.ahima_ceus,
        Column::AhimaDomain => texts.ahima_domain,
        Column::AhimaSource => texts.ahima_source,
        Column::AhimaPinDue => texts.ahima_pin_due,
        Column::AhimaPin => texts.ahima_pin,
        Column::AhimaCertificate => texts.ahima_certificate,
        Column::AhimaEntered => texts.ahima_entered,
        Column::Certificate => texts.certificate,
        Column::Entered => texts.entered,
        Column::Id => texts.id,
    }
}

/// Why a file cannot be read, and what to do.
pub fn no_sheet(why: NoSheet) -> String {
    let texts = &WORDS.sheet;
    match why {
        NoSheet::TooLarge => fill(texts.too_large, &[&(SHEET_MOST / 1_000_000).to_string()]),
        NoSheet::TooManyRows => fill(texts.too_many_rows, &[&count(ROWS_MOST)]),
        NoSheet::Empty => texts.empty.to_owned(),
        NoSheet::OtherKind => texts.other_kind.to_owned(),
        NoSheet::OpenQuote { line } => fill(texts.open_quote, &[&line.to_string()]),
    }
}

/// A column of a file, from 0, as its header calls it, or else by its number.
pub fn column_of_file(table: &Table, place: usize) -> String {
    let name = table.name_of(place);
    if name.is_empty() {
        fill(
            WORDS.sheet.unnamed_column,
            &[&place.saturating_add(1).to_string()],
        )
    } else {
        fill(WORDS.sheet.named_column, &[name])
    }
}

/// What is wrong with what the columns are said to mean, and what to do.
pub fn mapping_fault(fault: &MappingFault, table: &Table) -> String {
    let texts = &WORDS.sheet;
    match fault {
        MappingFault::Twice { column, at } => fill(
            texts.twice,
            &[
                &column_of_file(table, at.0),
                &column_of_file(table, at.1),
                sheet_column(*column),
            ],
        ),
        MappingFault::NoDate => texts.no_date.to_owned(),
        MappingFault::NoTitle => texts.no_title.to_owned(),
        MappingFault::NoCeus(None) => texts.no_ceus.to_owned(),
        MappingFault::NoCeus(Some(hours)) => {
            fill(texts.no_ceus_but_hours, &[&column_of_file(table, *hours)])
        }
        MappingFault::NoBody => texts.no_body.to_owned(),
        MappingFault::Order(question) => date_question(question),
    }
}

/// What is asked of days that can be meant in two ways.
pub fn date_question(question: &DateQuestion) -> String {
    let texts = &WORDS.sheet;
    let examples: Vec<String> = question
        .examples
        .iter()
        .map(|(line, text)| fill(texts.example, &[text, &line.to_string()]))
        .collect();
    let text = if question.is_mixed {
        texts.order_mixed
    } else {
        texts.order
    };
    fill(text, &[&examples.join(", ")])
}

/// An answer to that question.
pub fn day_month(order: DayMonth) -> &'static str {
    match order {
        DayMonth::MonthFirst => WORDS.sheet.month_first,
        DayMonth::DayFirst => WORDS.sheet.day_first,
    }
}

/// That a row is passed over, and why.
pub fn passed_over(row: &PassedOver) -> String {
    let text = match row.reason {
        Reason::AboveHeader => WORDS.sheet.above_header,
        Reason::Total => WORDS.sheet.total,
        Reason::HeaderAgain => WORDS.sheet.header_again,
    };
    fill(text, &[&row.row.line.to_string()])
}

/// What a row would do, with its line; where it is refused, what is wrong and what to do.
pub fn judged(row: &Judged) -> String {
    let texts = &WORDS.sheet;
    let line = row.line.to_string();
    match &row.verdict {
        Verdict::New => fill(texts.new, &[&line]),
        Verdict::Same(_) => fill(texts.same, &[&line]),
        Verdict::Conflict { differences, .. } => {
            let differences: Vec<String> = differences.iter().map(difference).collect();
            fill(texts.conflict, &[&line, &differences.join("; ")])
        }
        Verdict::Twice {
            line: other,
            otherwise,
        } => twice(row.line, *other, otherwise),
        Verdict::Refused(problems) => {
            let problems: Vec<String> = problems.iter().map(problem).collect();
            fill(texts.refused, &[&line, &problems.join(" ")])
        }
    }
}

/// That a row says the same as an earlier one of its file, and where it does not.
pub(super) fn twice(line: usize, other: usize, otherwise: &[Column]) -> String {
    let columns: Vec<&str> = otherwise.iter().copied().map(sheet_column).collect();
    let text = if columns.is_empty() {
        WORDS.sheet.same_as_line
    } else {
        WORDS.sheet.same_as_line_but
    };
    fill(
        text,
        &[&line.to_string(), &other.to_string(), &columns.join(", ")],
    )
}

/// A field in which a row and the log differ, with what each says.
pub fn difference(difference: &Difference) -> String {
    let name = sheet_column(difference.column);
    if difference.here.is_empty() {
        fill(
            WORDS.sheet.difference_empty,
            &[name, &shortened(&difference.there)],
        )
    } else {
        fill(
            WORDS.sheet.difference,
            &[
                name,
                &shortened(&difference.here),
                &shortened(&difference.there),
            ],
        )
    }
}

/// The name of a row that is refused. What is wrong with it stands at the cells.
pub fn refused_row(line: usize, title: &str) -> String {
    let (texts, line) = (&WORDS.sheet, line.to_string());
    if title.trim().is_empty() {
        fill(texts.refused_row, &[&line])
    } else {
        fill(texts.refused_title, &[&line, &shortened(title)])
    }
}

/// What is wrong with a cell, to stand at it.
pub fn problem_there(problem: &Problem) -> String {
    first_large(&why(problem))
}

/// What is wrong with a cell: its column, what stands there, why it cannot be used, and what to do.
pub fn problem(problem: &Problem) -> String {
    let why = why(problem);
    let Some(column) = problem.column else {
        return first_large(&why);
    };
    let name = sheet_column(column);
    if problem.text.is_empty() {
        fill(WORDS.sheet.problem_empty, &[name, &why])
    } else {
        fill(
            WORDS.sheet.problem,
            &[name, &shortened(&problem.text), &why],
        )
    }
}

/// Why a cell cannot be used, and what to do, to stand after its name.
fn why(problem: &Problem) -> String {
    let texts = &WORDS.sheet;
    let text = match problem.why {
        Why::Fault(Fault::DoneInFuture) => texts.in_future,
        Why::Fault(why) => return first_small(&fault_of(problem.column, why)),
        Why::Date(NoDate::NotADay) => texts.not_a_day,
        Why::Date(NoDate::NoSuchDay) => texts.no_such_day,
        Why::Date(NoDate::Serial) => texts.serial,
        Why::Date(NoDate::OtherOrder) => texts.other_order,
        Why::Date(NoDate::Undecided) => texts.undecided,
        Why::Hours => texts.hours,
        Why::OnlyHours => texts.only_hours,
        Why::NotAFlag => texts.not_a_flag,
        Why::Unknown => match problem.column {
            Some(Column::Kind) => texts.unknown_kind,
            Some(Column::State) => texts.unknown_state,
            Some(Column::AhimaDomain) => texts.unknown_domain,
            Some(Column::AhimaSource) => texts.unknown_source,
            Some(Column::Body) => texts.unknown_body,
            _ => texts.unknown,
        },
        Why::NoBody => texts.row_no_body,
        Why::NoClaim(of) => return fill(texts.no_claim, &[body(of)]),
        Why::NotAName => texts.not_a_name,
        Why::Flaw(Flaw::LongCell(_)) => return fill(texts.long_cell, &[&count(CELL_MOST)]),
        Why::Flaw(Flaw::ManyCells) => return fill(texts.many_cells, &[&CELLS_MOST.to_string()]),
    };
    text.to_owned()
}

/// A fault as the form tells it.
fn fault_of(column: Option<Column>, why: Fault) -> String {
    let field = match column {
        Some(Column::Date) => Field::Date,
        Some(Column::Title) => Field::Title,
        _ => Field::Notes,
    };
    fault(FieldFault { field, fault: why })
}

/// A sentence to stand after a colon; "CEUs" stays as it is.
fn first_small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    let is_name = letters
        .clone()
        .next()
        .is_some_and(|second| second.is_ascii_uppercase());
    let first = first.map(|first| {
        if is_name {
            first
        } else {
            first.to_ascii_lowercase()
        }
    });
    first.into_iter().chain(letters).collect()
}

fn first_large(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A cell's text on one line, and not all of one that is long.
fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.chars().count() <= MOST {
        return text;
    }
    let start: String = text.chars().take(MOST).collect();
    let mut start = start.trim_end().to_owned();
    start.push('…');
    start
}

/// What an export has.
pub fn exported(export: &Export) -> String {
    let texts = &WORDS.sheet;
    let mut said = fill(
        if export.entries == 1 {
            texts.exported_one
        } else {
            texts.exported
        },
        &[&count(export.entries)],
    );
    if export.conflicts > 0 {
        said.push(' ');
        said.push_str(&fill(
            if export.conflicts == 1 {
                texts.exported_one_conflict
            } else {
                texts.exported_conflicts
            },
            &[&export.conflicts.to_string()],
        ));
    }
    said
}
