//! What every row of a file would do to a log.

use chrono::NaiveDate;

use super::cell::{is_alike, spelt};
use super::column::{Column, Names};
use super::date::DayMonth;
use super::export::value;
use super::mapping::Mapping;
use super::row::{Corrections, Problem, Reader, Told};
use super::table::{Row, Table};
use crate::log::{Entry, EntryId, Log, NOTHING, hash, short, trimmed};

/// A field in which a row and an entry differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which field.
    pub column: Column,
    /// What the log says, as an export has it.
    pub here: String,
    /// What the file says.
    pub there: String,
}

/// What a row would do to a log.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It is an activity that the log does not have.
    New,
    /// The log has it, and says all that the row says.
    Same(EntryId),
    /// The log has it and says something else.
    Conflict {
        /// The entry.
        id: EntryId,
        /// Where the two differ; never empty. What the row leaves open is no difference.
        differences: Vec<Difference>,
    },
    /// It is the activity of another row of the file.
    Twice {
        /// The line of that row.
        line: usize,
        /// Where the two differ, or where they are one entry of the log, where this one and the entry do: often each
        /// body's CEUs have a row of their own.
        otherwise: Vec<Column>,
    },
    /// It cannot be an entry as it stands.
    Refused(Vec<Problem>),
}

/// A row with its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Its line in the file.
    pub line: usize,
    /// What it would do.
    pub verdict: Verdict,
    /// What it says, unless it is refused.
    pub told: Option<Told>,
}

impl Judged {
    /// What is to be written when the row is imported: for a new activity its entry, with its name if the file has one; for
    /// a conflict the log's entry with what the file says. `None` where there is nothing to write, or the entry is gone.
    pub fn import(&self, log: &Log) -> Option<(Option<EntryId>, Entry)> {
        let told = self.told.as_ref()?;
        match &self.verdict {
            Verdict::New => Some((told.id.clone(), told.entry.clone())),
            Verdict::Conflict { id, .. } => Some((Some(id.clone()), told.merged(log.entry(id)?))),
            Verdict::Same(_) | Verdict::Twice { .. } | Verdict::Refused(_) => None,
        }
    }
}

/// The rows of a table beside a log, worked out some rows at a time. It holds for one mapping; what is corrected in a row is
/// judged [`again`](Self::again).
#[derive(Clone, Debug)]
pub struct Preview {
    mapping: Mapping,
    order: Option<DayMonth>,
    names: Names,
    today: NaiveDate,
    of_log: Vec<OfLog>,
    found: Chains,
    judged: Vec<Judged>,
    rows: usize,
}

/// An entry of the log.
#[derive(Clone, Debug)]
struct OfLog {
    id: EntryId,
    /// The line of the row that is this entry.
    taken: Option<usize>,
    /// Whether the file names it: then no other row is taken for it by what it says.
    is_named: bool,
}

impl Preview {
    /// Begins: looks up what the log has.
    pub fn new(
        log: &Log,
        table: &Table,
        mapping: &Mapping,
        names: &Names,
        today: NaiveDate,
    ) -> Self {
        let mut preview = Self {
            order: mapping.order_in(table),
            mapping: mapping.clone(),
            names: *names,
            today,
            of_log: Vec::new(),
            found: Chains::default(),
            judged: Vec::with_capacity(table.rows.len()),
            rows: table.rows.len(),
        };
        let entries = log.entries();
        preview.found = Chains::for_about(3 * (entries.len() + table.rows.len()));
        for (place, shown) in entries.iter().enumerate() {
            preview.of_log.push(OfLog {
                id: shown.id.clone(),
                taken: None,
                is_named: false,
            });
            preview
                .found
                .add(Item::Log(place), Some(shown.id), shown.entry);
        }
        let corrections = Corrections::default();
        let reader = preview.reader(table, &corrections);
        let mut in_file: Vec<EntryId> = Vec::new();
        for row in &table.rows {
            in_file.extend(reader.text(row, Column::Id).trim().parse());
        }
        for id in in_file {
            if let Some(place) = preview.place_of(&id)
                && let Some(of_log) = preview.of_log.get_mut(place)
            {
                of_log.is_named = true;
            }
        }
        preview
    }

    /// Judges up to `at_most` further rows; whether all are judged.
    pub fn step(
        &mut self,
        log: &Log,
        table: &Table,
        corrections: &Corrections,
        at_most: usize,
    ) -> bool {
        for row in table
            .rows
            .iter()
            .skip(self.judged.len())
            .take(at_most.max(1))
        {
            let place = self.judged.len();
            let judged = self.judge(log, table, corrections, row, place);
            self.judged.push(judged);
        }
        self.judged.len() >= self.rows
    }

    /// Judges the row of this line once more, after it was corrected, and those that were found to be the same as it was.
    pub fn again(&mut self, log: &Log, table: &Table, corrections: &Corrections, line: usize) {
        let mut places: Vec<usize> = Vec::new();
        for (place, judged) in self.judged.iter().enumerate() {
            if judged.line == line {
                places.insert(0, place);
            } else if matches!(judged.verdict, Verdict::Twice { line: of, .. } if of == line) {
                places.push(place);
            }
        }
        for of_log in &mut self.of_log {
            if of_log.taken == Some(line) {
                of_log.taken = None;
            }
        }
        for place in places {
            if let Some(row) = table.rows.get(place) {
                let renewed = self.judge(log, table, corrections, row, place);
                if let Some(judged) = self.judged.get_mut(place) {
                    *judged = renewed;
                }
            }
        }
    }

    /// The rows that are judged, in the order of the file.
    pub fn rows(&self) -> &[Judged] {
        &self.judged
    }

    /// How many rows are judged, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.judged.len(), self.rows)
    }

    fn reader<'a>(&'a self, table: &Table, corrections: &'a Corrections) -> Reader<'a> {
        Reader::new(
            table,
            &self.mapping,
            self.order,
            corrections,
            &self.names,
            self.today,
        )
    }

    fn judge(
        &mut self,
        log: &Log,
        table: &Table,
        corrections: &Corrections,
        row: &Row,
        place: usize,
    ) -> Judged {
        let line = row.line;
        let (verdict, told) = match self.reader(table, corrections).read(row) {
            Err(problems) => (Verdict::Refused(problems), None),
            Ok(told) => {
                let verdict = self.verdict(log, &told, line, place);
                if verdict == Verdict::New {
                    self.found
                        .add(Item::Row(place), told.id.as_ref(), &told.entry);
                }
                (verdict, Some(told))
            }
        };
        Judged {
            line,
            verdict,
            told,
        }
    }

    fn verdict(&mut self, log: &Log, told: &Told, line: usize, place: usize) -> Verdict {
        match self.found_for(log, told, place) {
            Some(Found::Row(line, otherwise)) => Verdict::Twice { line, otherwise },
            Some(Found::Log(at, here)) => {
                let Some(of_log) = self.of_log.get_mut(at) else {
                    return Verdict::New;
                };
                if let Some(line) = of_log.taken {
                    let otherwise = otherwise(here, told);
                    return Verdict::Twice { line, otherwise };
                }
                of_log.taken = Some(line);
                let id = of_log.id.clone();
                let merged = told.merged(here);
                if merged == *here {
                    Verdict::Same(id)
                } else {
                    let differences = differences(here, &merged, &told.said);
                    Verdict::Conflict { id, differences }
                }
            }
            None => Verdict::New,
        }
    }

    /// What the log or the file already has of what a row says: by its name, by index number and day, by title and day.
    fn found_for<'a>(&self, log: &'a Log, told: &Told, place: usize) -> Option<Found<'a>> {
        if let Some(id) = &told.id {
            if let Some(at) = self.place_of(id) {
                return log.entry(id).map(|entry| Found::Log(at, entry));
            }
            let same_name = self.found.with(id_hash(id)).find_map(|item| {
                let (line, other) = self.new_row(item, place)?;
                let is_same = other.id.as_ref() == Some(id);
                is_same.then(|| Found::Row(line, otherwise(&other.entry, told)))
            });
            if same_name.is_some() {
                return same_name;
            }
        }
        let mut taken = None;
        for key in keys(&told.entry).into_iter().flatten() {
            for item in self.found.with(key) {
                if let Item::Log(at) = item
                    && let Some(of_log) = self.of_log.get(at)
                    && !of_log.is_named
                    && let Some(entry) = log.entry(&of_log.id)
                    && is_same_activity(entry, &told.entry)
                {
                    if of_log.taken.is_none() {
                        return Some(Found::Log(at, entry));
                    }
                    // Two rows with names of their own are two activities, however alike.
                    if told.id.is_none() {
                        taken = taken.or(Some(Found::Log(at, entry)));
                    }
                } else if taken.is_none()
                    && let Some((line, other)) = self.new_row(item, place)
                    && (told.id.is_none() || other.id.is_none())
                    && is_same_activity(&other.entry, &told.entry)
                {
                    taken = Some(Found::Row(line, otherwise(&other.entry, told)));
                }
            }
        }
        taken
    }

    /// Another row of the file that is a new activity.
    fn new_row(&self, item: Item, but: usize) -> Option<(usize, &Told)> {
        let Item::Row(place) = item else {
            return None;
        };
        let judged = self.judged.get(place).filter(|_| place != but)?;
        let told = judged.told.as_ref()?;
        (judged.verdict == Verdict::New).then_some((judged.line, told))
    }

    /// Where among the log's entries the one with this name is.
    fn place_of(&self, id: &EntryId) -> Option<usize> {
        self.found.with(id_hash(id)).find_map(|item| match item {
            Item::Log(place) => (self.of_log.get(place)?.id == *id).then_some(place),
            Item::Row(_) => None,
        })
    }
}

/// Where an activity was found.
enum Found<'a> {
    /// Among the log's entries, at this place: this one.
    Log(usize, &'a Entry),
    /// In the row of this line, which says something else in these columns.
    Row(usize, Vec<Column>),
}

/// Whether two are one activity: on one day, with one index number, or where not both have one, with one title. Index
/// numbers are compared without zeros before them, which spreadsheets take away.
fn is_same_activity(one: &Entry, other: &Entry) -> bool {
    let (number, other_number) = (number(one), number(other));
    let have_numbers = number.clone().next().is_some() && other_number.clone().next().is_some();
    one.date == other.date
        && if have_numbers {
            number.eq(other_number)
        } else {
            trimmed(&one.title) == trimmed(&other.title) || is_alike(&one.title, &other.title)
        }
}

fn number(entry: &Entry) -> impl Iterator<Item = u8> + Clone {
    spelt(&entry.index_number).skip_while(|byte| *byte == b'0')
}

fn differences(here: &Entry, merged: &Entry, said: &[Column]) -> Vec<Difference> {
    let mut differences = Vec::new();
    for column in said {
        let (here, there) = (value(here, *column), value(merged, *column));
        if here != there {
            differences.push(Difference {
                column: *column,
                here: here.into_owned(),
                there: there.into_owned(),
            });
        }
    }
    differences
}

/// In which columns a row says something else than an entry.
fn otherwise(here: &Entry, told: &Told) -> Vec<Column> {
    let merged = told.merged(here);
    let differences = if merged == *here {
        Vec::new()
    } else {
        differences(here, &merged, &told.said)
    };
    differences.iter().map(|one| one.column).collect()
}

/// Something that is looked up: an entry of the log or a row of the file, by its place.
#[derive(Clone, Copy, Debug)]
enum Item {
    Log(usize),
    Row(usize),
}

/// Items by numbers that are the same for what may be the same. The standard maps would be some kilobytes of the wasm more.
#[derive(Clone, Debug, Default)]
struct Chains {
    /// The first and the last item of each chain, one more than its place; 0 for an empty one.
    ends: Vec<(usize, usize)>,
    /// Items with their numbers, and the next one in the chain, told in the same way.
    items: Vec<(u64, Item, usize)>,
}

impl Chains {
    fn for_about(many: usize) -> Self {
        Self {
            ends: vec![(0, 0); many.next_power_of_two()],
            items: Vec::with_capacity(many),
        }
    }

    fn add(&mut self, item: Item, id: Option<&EntryId>, entry: &Entry) {
        for key in keys(entry).into_iter().flatten().chain(id.map(id_hash)) {
            let chain = self.chain(key);
            if let Some((first, last)) = self.ends.get_mut(chain) {
                self.items.push((key, item, 0));
                let added = self.items.len();
                let before = last.checked_sub(1).and_then(|at| self.items.get_mut(at));
                *before.map_or(first, |(_, _, next)| next) = added;
                *last = added;
            }
        }
    }

    fn chain(&self, key: u64) -> usize {
        let most = self.ends.len().saturating_sub(1);
        usize::try_from(short(key)).map_or(0, |key| key & most)
    }

    /// The items with this number, in the order in which they were added.
    fn with(&self, key: u64) -> impl Iterator<Item = Item> {
        let mut next = self.ends.get(self.chain(key)).map_or(0, |ends| ends.0);
        let chain = std::iter::from_fn(move || {
            let (of, item, after) = self.items.get(next.checked_sub(1)?)?;
            next = *after;
            Some((*of, *item))
        });
        chain.filter_map(move |(of, item)| (of == key).then_some(item))
    }
}

/// The numbers under which an activity is found: by index number and day, by title and day.
fn keys(entry: &Entry) -> [Option<u64>; 2] {
    let day = u64::try_from(entry.date.to_epoch_days()).unwrap_or(0);
    let number = number(entry);
    let has_number = number.clone().next().is_some();
    [
        has_number.then(|| hash(NOTHING ^ day ^ (1 << 40), number)),
        Some(hash(NOTHING ^ day ^ (2 << 40), spelt(&entry.title))),
    ]
}

fn id_hash(id: &EntryId) -> u64 {
    hash(NOTHING ^ (3 << 40), id.as_str().bytes())
}
