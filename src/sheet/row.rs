//! From a row of cells to an entry, or to what is wrong with it.

use chrono::NaiveDate;

use super::amount::{NoAmount, is_zero, number};
use super::cell::{is_alike, is_blank, is_one_of, says_nothing};
use super::column::{ALL_COLUMNS, Column, Names};
use super::date::{DayMonth, NoDate, date};
use super::export::unguarded;
use super::mapping::{Bodies, Mapping};
use super::table::{Flaw, Row, Table};
use crate::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ALL_STATES, AapcClaim, ActivityKind, AhimaClaim,
    AhimaSource, Domain, Draft, Entry, EntryId, Fault, Field, State, Typed, trimmed,
};
use crate::rules::{Body, CeusError, CredentialId};

/// What a reader typed in place of cells, by the row's line and the column. The file stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections(Vec<((usize, Column), String)>);

impl Corrections {
    /// Takes down what is to be read in place of a cell.
    pub fn set(&mut self, line: usize, column: Column, text: String) {
        match self.find(line, column) {
            Ok(place) => {
                if let Some((_, earlier)) = self.0.get_mut(place) {
                    *earlier = text;
                }
            }
            Err(place) => self.0.insert(place, ((line, column), text)),
        }
    }

    /// What is to be read in place of a cell.
    pub fn get(&self, line: usize, column: Column) -> Option<&str> {
        let place = self.find(line, column).ok()?;
        self.0.get(place).map(|(_, text)| text.as_str())
    }

    fn find(&self, line: usize, column: Column) -> Result<usize, usize> {
        self.0.binary_search_by(|(key, _)| key.cmp(&(line, column)))
    }
}

/// What is wrong with a cell, or with a row as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: what is typed in its place is put there by [`Corrections::set`]. `None` if the row is beyond that.
    pub column: Option<Column>,
    /// What stands there.
    pub text: String,
    /// Why it cannot be used.
    pub why: Why,
}

/// Why a cell cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// As the form for an entry would say it.
    Fault(Fault),
    /// It is not read as a day.
    Date(NoDate),
    /// It is a time and not an amount of CEUs.
    Hours,
    /// The row has contact hours, which are these, and no CEUs.
    OnlyHours,
    /// It is neither "yes" nor "no".
    NotAFlag,
    /// It is none of the things that this column can say.
    Unknown,
    /// Nothing says for which body the CEUs of the row count.
    NoBody,
    /// Something is said of a claim on this body, and there are no CEUs for it.
    NoClaim(Body),
    /// It is not the name of an entry.
    NotAName,
    /// The row is not read.
    Flaw(Flaw),
}

/// What a row says.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The name that the entry has in an export of ours. Without one a new entry is given a new name.
    pub id: Option<EntryId>,
    /// The entry as it would be if there were nothing else.
    pub entry: Entry,
    /// What the row says of it; of everything else it says nothing, so what a log has stays.
    pub said: Vec<Column>,
}

impl Told {
    /// An entry of the log with what the row says in place of what it said; the rest stays, with what a later release
    /// added.
    pub fn merged(&self, earlier: &Entry) -> Entry {
        let mut merged = earlier.clone();
        let there = &self.entry;
        for column in &self.said {
            match column {
                Column::Date => merged.date = there.date,
                Column::Title => renew(&mut merged.title, &there.title),
                Column::Sponsor => renew(&mut merged.sponsor, &there.sponsor),
                Column::IndexNumber => renew(&mut merged.index_number, &there.index_number),
                Column::Notes => renew(&mut merged.notes, &there.notes),
                Column::Kind => merged.kind = there.kind,
                Column::State => merged.state = there.state,
                _ => {}
            }
            if let (Some(Body::Aapc), Some(there)) = (column.body(), &there.aapc) {
                merge_aapc(
                    merged.aapc.get_or_insert_with(|| there.clone()),
                    there,
                    *column,
                );
            }
            if let (Some(Body::Ahima), Some(there)) = (column.body(), &there.ahima) {
                merge_ahima(
                    merged.ahima.get_or_insert_with(|| there.clone()),
                    there,
                    *column,
                );
            }
        }
        merged
    }
}

/// A text as a file has it, unless it differs by the spaces around it alone, which no form and no row keeps.
fn renew(here: &mut String, there: &str) {
    if trimmed(here) != there {
        there.clone_into(here);
    }
}

fn merge_aapc(here: &mut AapcClaim, there: &AapcClaim, column: Column) {
    match column {
        Column::AapcCeus => here.ceus = there.ceus,
        Column::AapcFor => {
            let joined = |claim: &AapcClaim| {
                let names: Vec<&str> = claim.approved_for.iter().map(|one| one.0.trim()).collect();
                names.join(", ")
            };
            if here.approved_for != there.approved_for && joined(here) != joined(there) {
                here.approved_for.clone_from(&there.approved_for);
            }
        }
        Column::AapcPreApproved => here.pre_approved = there.pre_approved,
        Column::AapcCms => here.cms = there.cms,
        Column::AapcPinDue => here.pin.due = there.pin.due,
        Column::AapcPin => here.pin.credential.clone_from(&there.pin.credential),
        Column::AapcCertificate => here.certificate = there.certificate,
        Column::AapcEntered => here.entered = there.entered,
        _ => {}
    }
}

fn merge_ahima(here: &mut AhimaClaim, there: &AhimaClaim, column: Column) {
    match column {
        Column::AhimaCeus => here.ceus = there.ceus,
        Column::AhimaDomain => here.domain = there.domain,
        Column::AhimaSource => here.source = there.source,
        Column::AhimaPinDue => here.pin.due = there.pin.due,
        Column::AhimaPin => here.pin.credential.clone_from(&there.pin.credential),
        Column::AhimaCertificate => here.certificate = there.certificate,
        Column::AhimaEntered => here.entered = there.entered,
        _ => {}
    }
}

/// Reads rows of one table by one mapping.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    is_own: bool,
    mapping: &'a Mapping,
    order: Option<DayMonth>,
    corrections: &'a Corrections,
    names: &'a Names,
    today: NaiveDate,
}

impl<'a> Reader<'a> {
    /// `order` is [`Mapping::order_in`] the table: to find it out is work for the whole file, and done once.
    pub(super) fn new(
        table: &Table,
        mapping: &'a Mapping,
        order: Option<DayMonth>,
        corrections: &'a Corrections,
        names: &'a Names,
        today: NaiveDate,
    ) -> Self {
        Self {
            is_own: table.is_own,
            mapping,
            order,
            corrections,
            names,
            today,
        }
    }

    /// What is to be read in a column: what the reader typed, or what stands in the file.
    pub(super) fn text<'b>(&self, row: &'b Row, column: Column) -> &'b str
    where
        'a: 'b,
    {
        let text = match self.corrections.get(row.line, column) {
            Some(text) => text,
            None if self.is_own => unguarded(self.mapping.cell(row, column)),
            None => self.mapping.cell(row, column),
        };
        // What an export says is meant. That a row counts for nobody is not that it leaves this open.
        let may_say_nothing = match column {
            Column::Ceus | Column::AapcCeus | Column::AhimaCeus => true,
            Column::Body => false,
            _ => !self.is_own,
        };
        if is_blank(text) || (may_say_nothing && says_nothing(text)) {
            ""
        } else {
            text
        }
    }

    /// What a row says.
    pub(super) fn read(&self, row: &Row) -> Result<Told, Vec<Problem>> {
        let mut work = Work {
            reader: self,
            row,
            problems: Vec::new(),
            said: Vec::with_capacity(ALL_COLUMNS.len()),
        };
        match row.flaw {
            Some(Flaw::LongCell(place)) => {
                // What is typed in its place is read, and what is in a column without meaning does no harm.
                if let Some(column) = self.mapping.column(place)
                    && self.corrections.get(row.line, column).is_none()
                {
                    return Err(vec![Problem {
                        column: Some(column),
                        text: self.mapping.cell(row, column).chars().take(80).collect(),
                        why: Why::Flaw(Flaw::LongCell(place)),
                    }]);
                }
            }
            Some(flaw) => {
                return Err(vec![Problem {
                    column: None,
                    text: String::new(),
                    why: Why::Flaw(flaw),
                }]);
            }
            None => {}
        }
        let id = work.parsed(Column::Id, Why::NotAName, |text| text.parse().ok());
        let draft = work.draft();
        work.faults(&draft, self.today, id)
    }
}

/// A row while it is read.
struct Work<'a, 'b> {
    reader: &'a Reader<'b>,
    row: &'a Row,
    problems: Vec<Problem>,
    said: Vec<Column>,
}

impl Work<'_, '_> {
    fn problem(&mut self, column: Column, why: Why) {
        let text = self.reader.text(self.row, column).trim();
        self.problem_with(column, text.to_owned(), why);
    }

    /// Takes a problem down, in the order of the columns.
    fn problem_with(&mut self, column: Column, text: String, why: Why) {
        let column = Some(column);
        let mut earlier = self.problems.iter();
        let place = earlier.position(|earlier| earlier.column > column);
        let problem = Problem { column, text, why };
        self.problems
            .insert(place.unwrap_or(self.problems.len()), problem);
    }

    /// The same, unless a problem of this column is known: one cell may count for both bodies.
    fn problem_once(&mut self, column: Column, why: Why) {
        let is_told = |problem: &Problem| problem.column == Some(column);
        if !self.problems.iter().any(is_told) {
            self.problem(column, why);
        }
    }

    /// The column from which the CEUs for a body came, which has one of its own.
    fn where_said(&self, own: Column) -> Column {
        if self.reader.text(self.row, own).is_empty() {
            Column::Ceus
        } else {
            own
        }
    }

    /// A column's text, taken down as said where something stands there.
    fn text(&mut self, column: Column) -> String {
        let text = self.reader.text(self.row, column);
        if !text.is_empty() {
            self.said.push(column);
        }
        text.to_owned()
    }

    /// The same for what the form has in one line. People break lines in narrow columns; an export has what it had.
    fn line(&mut self, column: Column) -> String {
        let text = self.text(column);
        if self.reader.is_own || !text.contains(['\r', '\n']) {
            return text;
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    }

    /// What a column says; `None` if it says nothing, or nothing that can be read, which is then a problem.
    fn parsed<T>(
        &mut self,
        column: Column,
        why: Why,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = trimmed(self.reader.text(self.row, column));
        if text.is_empty() {
            return None;
        }
        let parsed = parse(text);
        if parsed.is_some() {
            self.said.push(column);
        } else {
            self.problem(column, why);
        }
        parsed
    }

    fn flag(&mut self, column: Column) -> Option<bool> {
        self.parsed(column, Why::NotAFlag, flag)
    }

    fn day(&mut self, column: Column) -> Option<NaiveDate> {
        let text = self.reader.text(self.row, column);
        if text.is_empty() {
            return None;
        }
        match date(text, self.reader.order) {
            Ok(day) => {
                self.said.push(column);
                Some(day)
            }
            Err(why) => {
                self.problem(column, Why::Date(why));
                None
            }
        }
    }

    fn draft(&mut self) -> Draft {
        let names = self.reader.names;
        let mut draft = Draft::default();
        if let Some(day) = self.day(Column::Date) {
            draft.date = Typed::day(day);
        }
        draft.title = self.line(Column::Title);
        draft.sponsor = self.line(Column::Sponsor);
        draft.index_number = self.line(Column::IndexNumber);
        // Programs that take such a number for an amount write "40718.0".
        if !self.reader.is_own
            && let Some(whole) = draft.index_number.trim().strip_suffix(".0")
            && whole.bytes().all(|byte| byte.is_ascii_digit())
        {
            draft.index_number = whole.to_owned();
        }
        draft.notes = self.text(Column::Notes);
        draft.kind = self.parsed(Column::Kind, Why::Unknown, |text| kind(text, names));
        draft.state = self
            .parsed(Column::State, Why::Unknown, |text| state(text, names))
            .unwrap_or_default();
        self.claims(&mut draft);
        self.details(&mut draft);
        draft
    }

    /// CEUs: in a column of each body, or in one for those that the row or the mapping names.
    fn claims(&mut self, draft: &mut Draft) {
        let named = self.parsed(Column::Body, Why::Unknown, bodies);
        let has_named = !self.reader.text(self.row, Column::Body).is_empty();
        let bodies = if has_named {
            named
        } else {
            self.reader.mapping.bodies
        };
        let mut amounts: Vec<(Body, Column, &str)> = Vec::new();
        for (body, own) in [
            (Body::Aapc, Column::AapcCeus),
            (Body::Ahima, Column::AhimaCeus),
        ] {
            for column in [own, Column::Ceus] {
                let counts = column == own || bodies.is_some_and(|bodies| bodies.has(body));
                let text = if counts {
                    self.reader.text(self.row, column)
                } else {
                    ""
                };
                if !text.is_empty() {
                    amounts.push((body, column, text));
                    break;
                }
            }
        }
        if amounts.len() > 1 && amounts.iter().any(|(_, _, text)| !is_zero(text)) {
            // In the column of a body that gave nothing people also write a zero.
            amounts.retain(|(_, column, text)| *column == Column::Ceus || !is_zero(text));
        }
        if amounts.is_empty() {
            let ceus = self.reader.text(self.row, Column::Ceus);
            if !ceus.is_empty() && bodies.is_none() {
                if !has_named {
                    self.problem(Column::Body, Why::NoBody);
                }
            } else if self.reader.text(self.row, Column::ContactHours).is_empty() {
                let column = self.column_of_ceus();
                self.problem(column, Why::Fault(Fault::Ceus(CeusError::Missing)));
            } else {
                let hours = self.reader.text(self.row, Column::ContactHours).trim();
                self.problem_with(self.column_of_ceus(), hours.to_owned(), Why::OnlyHours);
            }
            return;
        }
        for (body, column, text) in amounts {
            // What is wrong with the number itself the form's own reading says.
            let text = match number(text) {
                Ok(number) => number.to_owned(),
                Err(why) => {
                    let why = match why {
                        NoAmount::Hours => Why::Hours,
                        NoAmount::Ceus(why) => Why::Fault(Fault::Ceus(why)),
                    };
                    self.problem_once(column, why);
                    String::new()
                }
            };
            match body {
                Body::Aapc => {
                    self.said.push(Column::AapcCeus);
                    draft.aapc.is_claimed = true;
                    draft.aapc.ceus = text;
                }
                Body::Ahima => {
                    self.said.push(Column::AhimaCeus);
                    draft.ahima.is_claimed = true;
                    draft.ahima.ceus = text;
                }
            }
        }
    }

    /// The column in which CEUs are missed.
    fn column_of_ceus(&self) -> Column {
        [Column::Ceus, Column::AapcCeus, Column::AhimaCeus]
            .into_iter()
            .find(|column| self.reader.mapping.place(*column).is_some())
            .unwrap_or(Column::Ceus)
    }

    /// What is said of the claims beyond their CEUs.
    fn details(&mut self, draft: &mut Draft) {
        let names = self.reader.names;
        // For whom the CEUs count is asked first.
        let is_asked = |problem: &Problem| problem.column == Some(Column::Body);
        let is_open = self.problems.iter().any(is_asked);
        let before = self.said.len();
        let aapc = &mut draft.aapc;
        aapc.approved_for = self.text(Column::AapcFor);
        aapc.pre_approved = self.flag(Column::AapcPreApproved).unwrap_or_default();
        aapc.cms = self.flag(Column::AapcCms).unwrap_or_default();
        aapc.pin.due = self.day(Column::AapcPinDue);
        aapc.pin.credential = self.text(Column::AapcPin);
        aapc.certificate = self.flag(Column::AapcCertificate).unwrap_or_default();
        aapc.entered = self.flag(Column::AapcEntered).unwrap_or_default();
        let has_more = aapc.pre_approved || aapc.cms || aapc.certificate || aapc.entered;
        let has_text = !aapc.approved_for.is_empty() || !aapc.pin.credential.is_empty();
        if !aapc.is_claimed {
            if !is_open && (has_more || has_text || aapc.pin.due.is_some()) {
                self.problem_once(Column::AapcCeus, Why::NoClaim(Body::Aapc));
            }
            self.said.truncate(before);
        }
        let before = self.said.len();
        let ahima = &mut draft.ahima;
        ahima.domain = self.parsed(Column::AhimaDomain, Why::Unknown, |text| {
            domain(text, names)
        });
        ahima.source = self.parsed(Column::AhimaSource, Why::Unknown, |text| {
            source(text, names)
        });
        ahima.pin.due = self.day(Column::AhimaPinDue);
        ahima.pin.credential = self.text(Column::AhimaPin);
        ahima.certificate = self.flag(Column::AhimaCertificate).unwrap_or_default();
        ahima.entered = self.flag(Column::AhimaEntered).unwrap_or_default();
        let has_more = ahima.certificate || ahima.entered || ahima.pin.due.is_some();
        let has_named = ahima.domain.is_some() || ahima.source.is_some();
        if !ahima.is_claimed {
            if !is_open && (has_more || has_named || !ahima.pin.credential.is_empty()) {
                self.problem_once(Column::AhimaCeus, Why::NoClaim(Body::Ahima));
            }
            self.said.truncate(before);
        }
        for (both, of_aapc, of_ahima) in [
            (
                Column::Certificate,
                Column::AapcCertificate,
                Column::AhimaCertificate,
            ),
            (Column::Entered, Column::AapcEntered, Column::AhimaEntered),
        ] {
            let Some(flag) = self.flag(both) else {
                continue;
            };
            for (column, is_claimed) in [
                (of_aapc, draft.aapc.is_claimed),
                (of_ahima, draft.ahima.is_claimed),
            ] {
                if !is_claimed || self.said.contains(&column) {
                    continue;
                }
                self.said.push(column);
                match column {
                    Column::AapcCertificate => draft.aapc.certificate = flag,
                    Column::AhimaCertificate => draft.ahima.certificate = flag,
                    Column::AapcEntered => draft.aapc.entered = flag,
                    _ => draft.ahima.entered = flag,
                }
            }
        }
    }

    /// The entry, or with what was found before, the faults that the form would show.
    fn faults(
        mut self,
        draft: &Draft,
        today: NaiveDate,
        id: Option<EntryId>,
    ) -> Result<Told, Vec<Problem>> {
        match draft.read(None, today) {
            Ok(entry) if self.problems.is_empty() => {
                return Ok(Told {
                    id,
                    entry,
                    said: self.said,
                });
            }
            Ok(_) => {}
            Err(faults) => {
                for at in faults {
                    let column = match at.field {
                        Field::Title => Column::Title,
                        Field::Date => Column::Date,
                        Field::Sponsor => Column::Sponsor,
                        Field::IndexNumber => Column::IndexNumber,
                        Field::ApprovedFor => Column::AapcFor,
                        Field::Notes => Column::Notes,
                        Field::AapcCeus => self.where_said(Column::AapcCeus),
                        Field::AhimaCeus => self.where_said(Column::AhimaCeus),
                        // That there are no CEUs was told.
                        Field::Bodies => continue,
                    };
                    // A day or an amount that could not be read is missing in the form, and was told.
                    self.problem_once(column, Why::Fault(at.fault));
                }
            }
        }
        Err(self.problems)
    }
}

/// Whether most of a column's cells can be read as what its name promises. "Type" may hold anything, and a column that is
/// guessed wrongly would have every row refused.
pub(super) fn is_readable(table: &Table, place: usize, column: Column, names: &Names) -> bool {
    let (mut read, mut unread) = (0, 0);
    for row in table.rows.iter().take(200) {
        let text = row.cell(place).trim();
        if is_blank(text) {
            continue;
        }
        let is_read = match column {
            Column::Kind => kind(text, names).is_some(),
            Column::State => state(text, names).is_some(),
            Column::AhimaDomain => domain(text, names).is_some(),
            Column::AhimaSource => source(text, names).is_some(),
            Column::Body => bodies(text).is_some(),
            column => !column.is_flag() || flag(text).is_some(),
        };
        if is_read {
            read += 1;
        } else {
            unread += 1;
        }
    }
    read >= unread
}

fn flag(text: &str) -> Option<bool> {
    // An export says nothing else, and has eight of them in a row.
    match text {
        "yes" => return Some(true),
        "no" => return Some(false),
        _ => {}
    }
    if is_one_of(text, "yes y true t x 1 on done received ok") || matches!(text, "✓" | "✔" | "☑")
    {
        Some(true)
    } else if is_one_of(text, "no n false f 0 off notyet missing") || says_nothing(text) {
        Some(false)
    } else {
        None
    }
}

/// The bodies that a cell names, itself or by their credentials: "AAPC", "AAPC / AHIMA", "CPC, CCS".
fn bodies(text: &str) -> Option<Bodies> {
    let (mut aapc, mut ahima) = (false, false);
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let says = |part: &&str| part.bytes().any(|b| b.is_ascii_alphanumeric());
    for part in parts.filter(|part| says(part) && !is_one_of(part, "and or ceu ceus")) {
        let body = CredentialId::from_code(&part.to_ascii_uppercase()).map(CredentialId::body);
        let is_both = is_alike(part, "both");
        let is_aapc = is_alike(part, "aapc") || body == Some(Body::Aapc);
        let is_ahima = is_alike(part, "ahima") || body == Some(Body::Ahima);
        if !is_both && !is_aapc && !is_ahima {
            return None;
        }
        aapc |= is_both || is_aapc;
        ahima |= is_both || is_ahima;
    }
    match (aapc, ahima) {
        (true, true) => Some(Bodies::Both),
        (true, false) => Some(Bodies::Aapc),
        (false, true) => Some(Bodies::Ahima),
        (false, false) => None,
    }
}

/// Whether a cell is a short name of ours, the name that people read, its beginning up to a colon, or another one.
fn is_called(text: &str, key: &str, name: &str, others: &str) -> bool {
    let start = |text| str::split(text, ':').next().unwrap_or_default();
    is_alike(text, key)
        || is_alike(text, name)
        || is_alike(start(text), start(name))
        || is_one_of(text, others)
}

// Each looks for a short name first, which is what an export has.

fn kind(text: &str, names: &Names) -> Option<ActivityKind> {
    ActivityKind::from_key(text).or_else(|| ALL_KINDS.iter().copied().find(|kind| {
        let others = match kind {
            ActivityKind::Event => {
                "webinar webinars workshop workshops conference conferences seminar meeting chaptermeeting localchaptermeeting liveevent live online ondemand virtual inperson selfstudy training"
            }
            ActivityKind::Teaching => "instructor instruction taught",
            ActivityKind::CourseWork => "collegecourse college university postsecondarycourse academiccourse",
            ActivityKind::Other => "misc miscellaneous",
        };
        is_called(text, kind.key(), (names.kind)(*kind), others)
    }))
}

fn state(text: &str, names: &Names) -> Option<State> {
    State::from_key(text).or_else(|| {
        ALL_STATES.iter().copied().find(|state| {
            let others = match state {
                State::Done => "completed complete finished attended earned passed yes",
                State::Planned => "registered upcoming scheduled enrolled future todo notstarted",
            };
            is_called(text, state.key(), (names.state)(*state), others)
        })
    })
}

fn domain(text: &str, names: &Names) -> Option<Domain> {
    Domain::from_key(text).or_else(|| {
        let mut all = ALL_DOMAINS.iter().copied();
        all.find(|domain| is_called(text, domain.key(), (names.domain)(*domain), ""))
    })
}

fn source(text: &str, names: &Names) -> Option<AhimaSource> {
    AhimaSource::from_key(text).or_else(|| ALL_SOURCES.iter().copied().find(|source| {
        let others = match source {
            AhimaSource::Ahima => "ahimaactivity hcpro",
            AhimaSource::Component => {
                "componentassociation componentstateassociation componentlocalassociation componentstateassociationorcomponentlocalassociation csa cla"
            }
            AhimaSource::Approved => "priorapproved priorapproval preapproved",
            AhimaSource::External => "externalactivity",
        };
        is_called(text, source.key(), (names.source)(*source), others)
    }))
}
