//! Spreadsheets: a log handed out as one, and a file that is looked at, set right and imported.
//!
//! A file goes through three stages: it is read, its rows are judged beside the log, and what the reader wants of it is
//! written. Each goes on in slices ([`Effect::GoOn`]), so that no file keeps the page from answering. Nothing is written
//! before the reader says so. Where something cannot be written, or the reader breaks off, what was written before is
//! taken back.

use super::history::{Changed, Way, contents};
use super::{AsText, Effect, Env, File, Focus, Notice, State, What, write};
use crate::log::{Content, Entry, EntryId, Log, Record, RecordId, Typed};
use crate::sheet::{
    Bodies, Column, Corrections, DayMonth, Judged, Mapping, MappingFault, Names, NoSheet, Preview,
    Reading, Table, Verdict, export,
};
use crate::store::{SHEETS_KEY, Save};

/// How many bytes of a file are read at once, how many rows are judged, and how many entries written: each takes some
/// milliseconds on a slow telephone.
const BYTES_AT_ONCE: usize = 100_000;
const ROWS_AT_ONCE: usize = 100;
const WRITES_AT_ONCE: usize = 25;

/// Of how many kinds of files it is remembered what their columns mean.
const MOST_REMEMBERED: usize = 10;

/// What is done with spreadsheets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheets {
    /// The file that is looked at.
    pub open: Option<Importing>,
    /// The log as text for a spreadsheet, to be copied.
    pub text: AsText,
    /// What is said of the last export.
    pub exported: Option<(usize, usize)>,
    /// Why nothing was imported, though it was to be.
    pub taken_back: Option<TakenBack>,
    /// Whether something of it was changed since, and was left as it is.
    pub is_some_left: bool,
    /// The keys of what was taken back and was to be removed from storage.
    pub(crate) withdrawn: Vec<String>,
    /// What the columns of earlier files meant, by the signature of a file.
    remembered: Vec<(String, String)>,
}

/// A file that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum Importing {
    /// It cannot be read.
    No(NoSheet),
    /// It is being read: how far, and of how much.
    Reading(Box<Unread>),
    /// It was read.
    Read(Box<Found>),
}

/// A file that is being read.
#[derive(Clone, Debug)]
pub struct Unread(Reading);

impl Unread {
    /// How much of it is read, and of how much.
    pub fn progress(&self) -> (usize, usize) {
        self.0.progress()
    }
}

/// Two are the same if as much of them is read: of one file there is only one.
impl PartialEq for Unread {
    fn eq(&self, other: &Self) -> bool {
        self.progress() == other.progress()
    }
}

/// What was found in a file, and what the reader makes of it.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its rows.
    pub table: Table,
    /// What its columns mean.
    pub mapping: Mapping,
    /// What is wrong with that; then no row is judged.
    pub faults: Vec<MappingFault>,
    /// Whether the file leaves open what comes first in its days, answered or not. To find it out is work for all rows.
    pub asks_order: bool,
    /// Whether the reader is asked what the columns mean.
    pub asks_columns: bool,
    /// Of which kinds all rows are drawn.
    pub drawn: Vec<RowKind>,
    /// What is written, once it is imported.
    pub writing: Option<Writing>,
    preview: Option<Preview>,
    corrections: Corrections,
    decisions: Vec<(usize, Decision)>,
    /// What the log was like when the rows were judged.
    judged_beside: u64,
}

/// Two are the same if what the reader sees and said of them is.
impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table
            && self.mapping == other.mapping
            && self.rows() == other.rows()
            && self.corrections == other.corrections
            && self.decisions == other.decisions
            && self.writing == other.writing
            && self.asks_columns == other.asks_columns
            && self.drawn == other.drawn
    }
}

/// What the reader wants of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The log stays as it is.
    Leave,
    /// The log's entry gets what the row says.
    Take,
    /// The row becomes an entry of its own.
    Add,
}

/// What rows have in common, for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// It cannot be read as it stands.
    Refused,
    /// The log says something else.
    Conflict,
    /// The log does not have it.
    New,
    /// Another row says the same.
    Twice,
    /// The log has it.
    Same,
}

impl RowKind {
    /// All of them, what asks most of the reader first.
    pub const ALL: [Self; 5] = [
        Self::Refused,
        Self::Conflict,
        Self::New,
        Self::Twice,
        Self::Same,
    ];

    /// That of a row.
    pub const fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::New => Self::New,
            Verdict::Same(_) => Self::Same,
            Verdict::Conflict { .. } => Self::Conflict,
            Verdict::Twice { .. } => Self::Twice,
            Verdict::Refused(_) => Self::Refused,
        }
    }

    /// What can be decided of such a row. The first is done if the reader says nothing.
    pub const fn decisions(self) -> &'static [Decision] {
        match self {
            Self::New => &[Decision::Add, Decision::Leave],
            Self::Conflict => &[Decision::Leave, Decision::Take, Decision::Add],
            Self::Twice => &[Decision::Leave, Decision::Add],
            Self::Same | Self::Refused => &[],
        }
    }

    /// What is done if the reader says nothing.
    pub fn first_decision(self) -> Decision {
        self.decisions().first().copied().unwrap_or(Decision::Leave)
    }
}

/// What is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// What is still to be written, the last first.
    queue: Vec<(Option<EntryId>, Entry)>,
    /// What was written: of which entry, under which key, and what there was before.
    written: Vec<Written>,
    /// How many there are in all.
    pub all: usize,
    /// Its place among what can be undone.
    place: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Written {
    key: String,
    /// What became of the entry. What is changed elsewhere before the import ends is no part of it.
    change: Changed,
    /// Whether there was nothing at all, so that taking it back leaves nothing.
    is_first: bool,
}

impl Writing {
    /// How much is written.
    pub fn done(&self) -> usize {
        self.written.len()
    }
}

/// Why an import was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    /// Something could not be stored.
    NotStored,
    /// The reader broke off.
    ByReader,
}

/// What can be done with spreadsheets.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetChange {
    /// The log is to be handed out.
    Export,
    /// The log is to be shown as text, to be copied.
    ExportAsText,
    /// This is the text of a file that was chosen.
    Open(Result<String, NoSheet>),
    /// What the columns mean is to be seen, or no longer.
    AskColumns(bool),
    /// A column means this.
    Column(usize, Option<Column>),
    /// What comes first in the file's days.
    Order(DayMonth),
    /// For whom the file's CEUs count.
    Bodies(Bodies),
    /// This is to be read in place of a cell.
    Correct(usize, Column, String),
    /// What the reader wants of the row of this line.
    Decide(usize, Decision),
    /// All rows of this kind are to be drawn.
    DrawAll(RowKind),
    /// What the reader wants of the file is to be written.
    Import,
    /// The file is not to be looked at any more. What is being written is taken back.
    Close,
}

impl Found {
    /// The rows that are judged, in the order of the file.
    pub fn rows(&self) -> &[Judged] {
        self.preview.as_ref().map_or(&[], Preview::rows)
    }

    /// How many rows are judged, and of how many; `None` if all are, or none can be.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let progress = self.preview.as_ref()?.progress();
        (progress.0 < progress.1).then_some(progress)
    }

    /// What stands in a cell, as the reader corrected it.
    pub fn correction(&self, line: usize, column: Column) -> Option<&str> {
        self.corrections.get(line, column)
    }

    /// The title of the activity in a row, as the reader corrected it; empty if it says none.
    pub fn title(&self, line: usize) -> &str {
        let title = Column::Title;
        self.correction(line, title).unwrap_or_else(|| {
            let rows = &self.table.rows;
            let row = rows.binary_search_by_key(&line, |row| row.line).ok();
            let row = row.and_then(|place| rows.get(place));
            let place = self.mapping.place(title);
            row.zip(place)
                .map_or("", |(row, place)| self.table.text(row, place))
        })
    }

    /// What is done with a row.
    pub fn decision(&self, row: &Judged) -> Decision {
        let kind = RowKind::of(&row.verdict);
        self.decisions
            .iter()
            .find(|(line, decision)| *line == row.line && kind.decisions().contains(decision))
            .map_or(kind.first_decision(), |(_, decision)| *decision)
    }

    /// How many rows are of a kind.
    pub fn count(&self, kind: RowKind) -> usize {
        let rows = self.rows().iter();
        rows.filter(|row| RowKind::of(&row.verdict) == kind).count()
    }

    /// How many entries would be written.
    pub fn to_write(&self) -> usize {
        let rows = self.rows().iter();
        rows.filter(|row| self.decision(row) != Decision::Leave)
            .count()
    }

    /// What would be written.
    fn chosen(&self, log: &Log) -> Vec<(Option<EntryId>, Entry)> {
        let mut chosen = Vec::new();
        for row in self.rows() {
            match (self.decision(row), &row.verdict, &row.told) {
                (Decision::Add, Verdict::Conflict { .. } | Verdict::Twice { .. }, Some(told)) => {
                    chosen.push((None, told.entry.clone()));
                }
                (Decision::Add | Decision::Take, ..) => chosen.extend(row.import(log)),
                (Decision::Leave, ..) => {}
            }
        }
        chosen.reverse();
        chosen
    }

    /// Judges the rows from the first one on, if they can be read.
    fn begin(&mut self, state: &State, names: &Names) {
        self.faults = self.mapping.faults(&self.table);
        self.asks_order = self.mapping.date_question(&self.table).is_some();
        self.judged_beside = state.log.imprint();
        self.preview = self
            .faults
            .is_empty()
            .then(|| Preview::new(&state.log, &self.table, &self.mapping, names, state.today));
    }
}

/// Carries a change out.
pub(super) fn change(state: &mut State, change: SheetChange, env: Env) -> Vec<Effect> {
    state.sheets.taken_back = None;
    state.sheets.is_some_left = false;
    state.sheets.withdrawn.clear();
    state.sheets.exported = None;
    match change {
        SheetChange::Export => vec![hand_out(state, &env.names)],
        SheetChange::ExportAsText => {
            let export = export(&state.log, &env.names);
            state.sheets.exported = Some((export.entries, export.conflicts));
            state.sheets.text = AsText::of(&state.log, export.text);
            vec![Effect::Focus(Focus::SheetText)]
        }
        SheetChange::Open(text) => {
            state.sheets.text = AsText::No;
            let begun = text.and_then(|text| Reading::new(text, env.names));
            state.sheets.open = Some(match begun {
                Ok(reading) => Importing::Reading(Box::new(Unread(reading))),
                Err(why) => Importing::No(why),
            });
            let mut effects = vec![Effect::Focus(Focus::Sheet)];
            effects.extend(going_on(state));
            effects
        }
        SheetChange::Close => close(state, env),
        SheetChange::Import => begin_import(state),
        change => look(state, change, env),
    }
}

/// Changes what is looked at.
fn look(state: &mut State, change: SheetChange, env: Env) -> Vec<Effect> {
    let Some(Importing::Read(mut found)) = state.sheets.open.take() else {
        return Vec::new();
    };
    let mut is_new = true;
    match change {
        _ if found.writing.is_some() => is_new = false,
        SheetChange::Column(place, column) => found.mapping.set(place, column),
        SheetChange::Order(order) => found.mapping.order = Some(order),
        SheetChange::Bodies(bodies) => found.mapping.bodies = Some(bodies),
        SheetChange::Correct(line, column, text) => {
            is_new = false;
            found.corrections.set(line, column, text);
            let Found {
                table,
                corrections,
                preview,
                ..
            } = &mut *found;
            if let Some(preview) = preview {
                preview.again(&state.log, table, corrections, line);
            }
        }
        SheetChange::Decide(line, decision) => {
            is_new = false;
            found.decisions.retain(|(of, _)| *of != line);
            found.decisions.push((line, decision));
        }
        SheetChange::AskColumns(asks) => {
            is_new = false;
            found.asks_columns = asks;
        }
        SheetChange::DrawAll(kind) => {
            is_new = false;
            found.drawn.push(kind);
        }
        _ => is_new = false,
    }
    if is_new {
        found.begin(state, &env.names);
    }
    state.sheets.open = Some(Importing::Read(found));
    going_on(state).into_iter().collect()
}

/// Judges the rows anew where the log was changed since.
pub(super) fn look_again(state: &mut State, env: Env) -> Option<Effect> {
    let Some(Importing::Read(found)) = &state.sheets.open else {
        return None;
    };
    if found.writing.is_some() || found.judged_beside == state.log.imprint() {
        return None;
    }
    if let Some(Importing::Read(mut found)) = state.sheets.open.take() {
        found.begin(state, &env.names);
        state.sheets.open = Some(Importing::Read(found));
    }
    going_on(state)
}

/// Asks for the next slice, if there is more to do.
fn going_on(state: &State) -> Option<Effect> {
    let is_more = match &state.sheets.open {
        Some(Importing::Reading(_)) => true,
        Some(Importing::Read(found)) => found.writing.is_some() || found.progress().is_some(),
        Some(Importing::No(_)) | None => false,
    };
    is_more.then_some(Effect::GoOn)
}

/// Does the next slice.
pub(super) fn go_on(state: &mut State, env: Env) -> Vec<Effect> {
    let mut effects = Vec::new();
    match state.sheets.open.take() {
        Some(Importing::Reading(mut unread)) => {
            let table = match unread.0.step(BYTES_AT_ONCE) {
                Ok(false) => {
                    state.sheets.open = Some(Importing::Reading(unread));
                    effects.extend(going_on(state));
                    return effects;
                }
                Ok(true) => unread.0.table(),
                Err(why) => Err(why),
            };
            state.sheets.open = Some(match table {
                Ok(table) => Importing::Read(Box::new(found(state, table, &env.names))),
                Err(why) => Importing::No(why),
            });
            effects.push(Effect::Focus(Focus::Sheet));
        }
        Some(Importing::Read(mut found)) if found.writing.is_some() => {
            let writing = found.writing.take();
            state.sheets.open = Some(Importing::Read(found));
            return writing.map_or_else(Vec::new, |writing| go_on_writing(state, writing, env));
        }
        Some(Importing::Read(mut found)) => {
            let Found {
                table,
                corrections,
                preview,
                ..
            } = &mut *found;
            if let Some(preview) = preview {
                preview.step(&state.log, table, corrections, ROWS_AT_ONCE);
            }
            state.sheets.open = Some(Importing::Read(found));
        }
        none => state.sheets.open = none,
    }
    effects.extend(going_on(state));
    effects
}

/// What was found in a file: its columns mean what they did in the last one of its kind, or what they seem to.
fn found(state: &State, table: Table, names: &Names) -> Found {
    let signature = table.signature();
    let owed = state.requirement();
    let bodies = match (owed.aapc.is_some(), owed.ahima.is_some()) {
        (true, false) => Some(Bodies::Aapc),
        (false, true) => Some(Bodies::Ahima),
        _ => None,
    };
    let mut remembered = state.sheets.remembered.iter();
    let mapping = remembered
        .find(|(of, _)| *of == signature)
        .and_then(|(_, text)| Mapping::from_text(text))
        .map_or_else(
            || Mapping::guess(&table, bodies, names),
            |mapping| mapping.fitted(&table),
        );
    let mut found = Found {
        table,
        mapping,
        faults: Vec::new(),
        asks_order: false,
        asks_columns: false,
        drawn: Vec::new(),
        writing: None,
        preview: None,
        corrections: Corrections::default(),
        decisions: Vec::new(),
        judged_beside: 0,
    };
    found.begin(state, names);
    found.asks_columns = !found.faults.is_empty();
    found
}

fn begin_import(state: &mut State) -> Vec<Effect> {
    let Some(Importing::Read(mut found)) = state.sheets.open.take() else {
        return Vec::new();
    };
    if found.writing.is_none() && found.progress().is_none() {
        let queue = found.chosen(&state.log);
        if !queue.is_empty() {
            found.writing = Some(Writing {
                all: queue.len(),
                place: state.history.place(),
                written: Vec::with_capacity(queue.len()),
                queue,
            });
        }
    }
    let remember = (!found.table.is_own).then(|| {
        let (signature, text) = (found.table.signature(), found.mapping.to_text());
        state.sheets.remember(signature, text)
    });
    state.sheets.open = Some(Importing::Read(found));
    going_on(state).into_iter().chain(remember).collect()
}

/// Writes some more, if all that was written before is stored.
fn go_on_writing(state: &mut State, mut writing: Writing, env: Env) -> Vec<Effect> {
    let is_of = |key: &str| writing.written.iter().rev().any(|one| one.key == *key);
    let mut unsaved = state.keeping.unsaved.iter();
    if unsaved.any(|unsaved| is_of(&unsaved.save.key)) {
        state.sheets.taken_back = Some(TakenBack::NotStored);
        let mut effects = take_back(state, writing, env);
        effects.push(Effect::Focus(Focus::Sheet));
        return effects;
    }
    let mut effects = Vec::new();
    if state.keeping.waiting.is_empty() {
        if writing.queue.is_empty() {
            return finish(state, writing);
        }
        for nth in 0..WRITES_AT_ONCE {
            let Some((id, entry)) = writing.queue.pop() else {
                break;
            };
            let nth = u32::try_from(nth).unwrap_or(u32::MAX);
            let id = id.unwrap_or_else(|| EntryId::new(env.random.wrapping_add(u64::from(nth))));
            let id = RecordId::Entry(id);
            let earlier: Vec<Record> = state.log.heads(&id).into_iter().cloned().collect();
            let before = contents(&state.log, &id);
            let content = Content::Entry(Box::new(entry));
            let at = write::at(env, nth);
            let (key, written) = write::write(state, id.clone(), content, &earlier, Vec::new(), at);
            effects.extend(written);
            writing.written.push(Written {
                key,
                change: Changed::since(before, id, &state.log),
                is_first: earlier.is_empty(),
            });
        }
    }
    if let Some(Importing::Read(found)) = &mut state.sheets.open {
        found.writing = Some(writing);
    }
    effects.extend(going_on(state));
    effects
}

/// All is written: it can be taken back as one change.
fn finish(state: &mut State, writing: Writing) -> Vec<Effect> {
    let many = writing.all;
    let written = writing.written.into_iter();
    let changes = written.map(|one| one.change).collect();
    state
        .history
        .insert(writing.place, What::Imported(many), changes, Vec::new());
    state.sheets.open = None;
    state.filter = super::Filter::default();
    state.notice = Some(Notice::Imported(many));
    vec![Effect::Focus(Focus::AddButton)]
}

/// Takes back what was written, and leaves what was changed since. What stood for nothing else goes at once: a deletion would
/// be one more thing to be written, and there may be no room.
fn take_back(state: &mut State, writing: Writing, env: Env) -> Vec<Effect> {
    let goes = |one: &Written| one.is_first && state.log.current_of(&one.key).is_some();
    let (first, others): (Vec<Written>, Vec<Written>) = writing.written.into_iter().partition(goes);
    let mut gone = Vec::new();
    for one in first {
        state.log.forget(&one.key);
        state.keeping.drop_write(&one.key);
        gone.push(one.key);
    }
    // It makes room for the others, and what could not be stored of it is not tried again with them.
    state.sheets.withdrawn.clone_from(&gone);
    let mut effects = vec![Effect::Discard(gone)];
    let mut row = write::Row::default();
    for one in others {
        let id = &one.change.id;
        let (after, before) = one.change.going(Way::Undo);
        if write::is_alike(&contents(&state.log, id), after) {
            let written = write::bring_back(state, id, before, &mut row, env);
            effects.extend(written.into_iter().flat_map(|(_, effects)| effects));
        } else {
            state.sheets.is_some_left = true;
        }
    }
    if let Some(Importing::Read(mut found)) = state.sheets.open.take() {
        found.begin(state, &env.names);
        state.sheets.open = Some(Importing::Read(found));
    }
    effects.extend(going_on(state));
    effects
}

fn close(state: &mut State, env: Env) -> Vec<Effect> {
    if let Some(Importing::Read(found)) = &mut state.sheets.open
        && let Some(writing) = found.writing.take()
    {
        state.sheets.taken_back = Some(TakenBack::ByReader);
        let mut effects = take_back(state, writing, env);
        effects.push(Effect::Focus(Focus::Sheet));
        return effects;
    }
    state.sheets.open = None;
    vec![Effect::Focus(Focus::OpenSheet)]
}

fn hand_out(state: &mut State, names: &Names) -> Effect {
    let export = export(&state.log, names);
    state.sheets.exported = Some((export.entries, export.conflicts));
    Effect::HandOut(File {
        name: ["coderpath-ceus-", Typed::day(state.today).text(), ".csv"].concat(),
        text: export.text,
    })
}

impl Sheets {
    /// Remembers what the columns of a kind of file mean.
    fn remember(&mut self, signature: String, mapping: String) -> Effect {
        self.remembered.retain(|(of, _)| *of != signature);
        self.remembered.insert(0, (signature, mapping));
        self.remembered.truncate(MOST_REMEMBERED);
        let mut text = String::new();
        for (signature, mapping) in &self.remembered {
            for part in [signature, " ", mapping, "\n"] {
                text.push_str(part);
            }
        }
        Effect::KeepDraft(Save::item(SHEETS_KEY.to_owned(), text))
    }

    /// Takes in what this browser remembers of files. What a mapping says is read when it is wanted.
    pub(super) fn hear_of_remembered(&mut self, stored: Option<&str>) {
        self.remembered.clear();
        for line in stored.unwrap_or_default().lines().take(MOST_REMEMBERED) {
            if let Some((signature, mapping)) = line.split_once(' ') {
                self.remembered
                    .push((signature.to_owned(), mapping.to_owned()));
            }
        }
    }
}
