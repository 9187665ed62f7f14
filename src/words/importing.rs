//! What is said of importing a spreadsheet and of handing the log out as one.

use super::WORDS;
use super::figure::count;
use super::ledger::activities;
use super::rules::day;
use super::sheet::{column_of_file, sheet_column, twice};
use super::text::{fill, section};
use crate::app::{DateOrder, Decision, Found, RowKind, State, TakenBack};
use crate::sheet::{Bodies, Column, Export, Judged, Table, Verdict};

section! {
    /// Importing spreadsheets, and handing the log out as one.
    ImportTexts {
        summary: "From a spreadsheet, and to one",
        how: "A list from Excel, LibreOffice, Google Sheets or another tracker can be opened here as a CSV file. You see first, row by row, what it would do, and nothing is written before you import it.",
        open: "Open a CSV file",
        opened: "The opened file",
        open_hint: "Up to 5 MB and 5,000 rows. In Excel save the sheet as “CSV UTF-8” first.",
        export_how: "The other way round, the log as a CSV file opens in any of them, and can be opened here again. It has the activities; only a backup has everything.",
        export: "Download as CSV",
        as_text: "Show the CSV as text instead",
        as_text_label: "Copy all of this into a file for your spreadsheet program",

        reading: "Reading the file: {0} of {1} KB",
        comparing: "Comparing with your log: {0} of {1} rows",
        storing: "Storing: {0} of {1}",
        break_off: "Break off",

        columns: "What the columns mean: {0} of {1} are used",
        columns_hint: "Change what is wrong, or leave a column out. What you choose is remembered for the next file of this kind.",
        such_as: "such as {0}",
        nothing_in_it: "empty",
        left_out: "Leave it out",
        order: "What comes first in days such as 3/5?",
        bodies: "Whose CEUs are these?",
        aapc: "AAPC’s",
        ahima: "AHIMA’s",
        both: "The same number for each of them",

        refused: "To be corrected, or left out: {0}",
        conflicts: "Not as in your log: {0}",
        new: "New: {0}",
        twice: "More than once in the file: {0}",
        same: "Already in your log: {0}",
        passed_over: "Passed over: {0}",
        row: "Line {0}: “{1}”, {2}",
        said_row: "{0} “{1}”, {2}.",
        draw_all: "Show all {0}",
        what_to_do: "What to do with line {0}",
        import_it: "Import it",
        leave_it: "Leave it out",
        keep_ours: "Keep the log’s",
        take_theirs: "Take the file’s",
        add_too: "Add as another one",
        correct: "{0}, line {1}",

        import: "Import {0}",
        nothing: "There is nothing to import.",
        close: "Close the file",
        not_stored: "The browser could not store all of it, so nothing was imported. If there is no room, import fewer rows at once.",
        broken_off: "You broke off, so nothing was imported.",
        some_left: "What was changed since stays.",
        not_removed: "The import was taken back, but the browser did not remove all of it: what it left is in the list.",
        imported: "Imported: {0}.",
        imported_not_stored: "Imported here, but not stored: {0}.",
        did_import: "{0} imported",
    }
}

/// How much is imported.
pub fn import_button(many: usize) -> String {
    fill(WORDS.importing.import, &[&activities(many)])
}

/// That something was imported, and whether it is stored.
pub(super) fn imported(many: usize, is_stored: bool) -> String {
    let text = if is_stored {
        WORDS.importing.imported
    } else {
        WORDS.importing.imported_not_stored
    };
    fill(text, &[&activities(many)])
}

/// What was done, as a part of a sentence.
pub(super) fn did_import(many: usize) -> String {
    fill(WORDS.importing.did_import, &[&activities(many)])
}

/// How far a file is read.
pub fn reading(done: usize, all: usize) -> String {
    let kilobytes = |bytes: usize| count(bytes.div_ceil(1_000));
    fill(
        WORDS.importing.reading,
        &[&kilobytes(done), &kilobytes(all)],
    )
}

/// How far its rows are judged, or its entries written.
pub fn importing(found: &Found) -> Option<(String, usize, usize)> {
    let texts = &WORDS.importing;
    let (text, done, all) = match (&found.writing, found.progress()) {
        (Some(writing), _) => (texts.storing, writing.done(), writing.all),
        (None, Some((done, all))) => (texts.comparing, done, all),
        (None, None) => return None,
    };
    Some((fill(text, &[&count(done), &count(all)]), done, all))
}

/// How many columns are used.
pub fn columns(found: &Found) -> String {
    let width = found.table.width;
    let used = (0..width)
        .filter(|place| found.mapping.column(*place).is_some())
        .count();
    fill(
        WORDS.importing.columns,
        &[&used.to_string(), &width.to_string()],
    )
}

/// A column of the file, with what stands in it.
pub fn column_examples(table: &Table, place: usize) -> [String; 2] {
    let examples = table.examples(place, 3);
    let examples = if examples.is_empty() {
        WORDS.importing.nothing_in_it.to_owned()
    } else {
        let mut shortened = Vec::new();
        for example in examples {
            let short: String = example.chars().take(40).collect();
            shortened.push(short);
        }
        fill(WORDS.importing.such_as, &[&shortened.join(", ")])
    };
    [column_of_file(table, place), examples]
}

/// For whom CEUs count of which the file does not say it.
pub fn of_bodies(bodies: Bodies) -> &'static str {
    match bodies {
        Bodies::Aapc => WORDS.importing.aapc,
        Bodies::Ahima => WORDS.importing.ahima,
        Bodies::Both => WORDS.importing.both,
    }
}

/// How many rows are of a kind.
pub fn rows_of(kind: RowKind, many: usize) -> String {
    let texts = &WORDS.importing;
    let text = match kind {
        RowKind::Refused => texts.refused,
        RowKind::Conflict => texts.conflicts,
        RowKind::New => texts.new,
        RowKind::Twice => texts.twice,
        RowKind::Same => texts.same,
    };
    fill(text, &[&count(many)])
}

/// Which activity a row is. It stands among those that would do the same; of one that is in the file more than once it is
/// said which other one is meant. One that is refused has a name of its own: [`super::refused_row`].
pub fn row(row: &Judged, dates: DateOrder) -> Option<String> {
    let (texts, told) = (&WORDS.importing, row.told.as_ref()?);
    let (text, first) = match &row.verdict {
        Verdict::Twice { line, otherwise } => (texts.said_row, twice(row.line, *line, otherwise)),
        _ => (texts.row, row.line.to_string()),
    };
    let day = day(told.entry.date, dates);
    Some(fill(text, &[&first, &told.entry.title, &day]))
}

/// How many rows are passed over.
pub fn rows_passed_over(many: usize) -> String {
    fill(WORDS.importing.passed_over, &[&count(many)])
}

/// The button for the rest of many rows.
pub fn draw_all_rows(many: usize) -> String {
    fill(WORDS.importing.draw_all, &[&count(many)])
}

/// The name of the field with what is read in place of a cell.
pub fn cell_name(line: usize, column: Column) -> String {
    fill(
        WORDS.importing.correct,
        &[sheet_column(column), &line.to_string()],
    )
}

/// The name of the field with what becomes of a row.
pub fn what_to_do(line: usize) -> String {
    fill(WORDS.importing.what_to_do, &[&line.to_string()])
}

/// What can be decided of a row.
pub fn decision(kind: RowKind, decision: Decision) -> &'static str {
    let texts = &WORDS.importing;
    match (kind, decision) {
        (RowKind::New, Decision::Add) => texts.import_it,
        (_, Decision::Add) => texts.add_too,
        (_, Decision::Take) => texts.take_theirs,
        (RowKind::Conflict, Decision::Leave) => texts.keep_ours,
        (_, Decision::Leave) => texts.leave_it,
    }
}

/// What came of the last export, and why nothing was imported.
pub fn sheets_notice(state: &State) -> Option<String> {
    let sheets = &state.sheets;
    if let Some(why) = sheets.taken_back {
        let texts = &WORDS.importing;
        let mut withdrawn = sheets.withdrawn.iter();
        let why = match why {
            _ if withdrawn.any(|key| state.log.current_of(key).is_some()) => texts.not_removed,
            TakenBack::NotStored => texts.not_stored,
            TakenBack::ByReader => texts.broken_off,
        };
        return Some(if sheets.is_some_left {
            [why, texts.some_left].join(" ")
        } else {
            why.to_owned()
        });
    }
    let (entries, conflicts) = sheets.exported?;
    Some(super::sheet::exported(&Export {
        text: String::new(),
        entries,
        conflicts,
    }))
}
