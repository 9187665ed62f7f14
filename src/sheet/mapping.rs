//! Which column of a file means what.

use super::cell::{is_blank, is_one_of};
use super::column::{ALL_COLUMNS, Column, Names};
use super::date::{DateQuestion, DayMonth, Order};
use super::row;
use super::table::{self, CELLS_MOST, Table};
use crate::rules::Body;

/// For which body CEUs count of which the file does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bodies {
    /// For AAPC.
    Aapc,
    /// For AHIMA.
    Ahima,
    /// For each of them, the same number.
    Both,
}

impl Bodies {
    /// Whether this body is among them.
    pub const fn has(self, body: Body) -> bool {
        matches!(
            (self, body),
            (Self::Both, _) | (Self::Aapc, Body::Aapc) | (Self::Ahima, Body::Ahima)
        )
    }

    /// The short name under which it is remembered.
    const fn key(self) -> &'static str {
        match self {
            Self::Aapc => "aapc",
            Self::Ahima => "ahima",
            Self::Both => "both",
        }
    }
}

/// Which column means what, in which order days are written, and for whom CEUs count. Public where every value is right;
/// [`Mapping::faults`] says what is still wrong with the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<Option<Column>>,
    /// What comes first in days that are written in numbers. What the file itself proves comes before it.
    pub order: Option<DayMonth>,
    /// For whom CEUs count that stand in a column of [`Column::Ceus`], where no [`Column::Body`] says it.
    pub bodies: Option<Bodies>,
}

/// What is wrong with a mapping. Until it is set right, no row can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingFault {
    /// Two columns are said to be the same; both are counted from 0.
    Twice {
        /// What they are said to be.
        column: Column,
        /// Where the two are.
        at: (usize, usize),
    },
    /// No column has the day.
    NoDate,
    /// No column has the title.
    NoTitle,
    /// No column has CEUs. The number is that of a column with contact hours, if there is one: whether these are CEUs, the
    /// reader says.
    NoCeus(Option<usize>),
    /// Nothing says for which body the CEUs count.
    NoBody,
    /// The days can be meant in two ways.
    Order(DateQuestion),
}

impl Mapping {
    /// What the header and the cells suggest. `bodies` is for whom CEUs count if the file does not say it: the body of
    /// the credentials that the reader holds, if there is one.
    ///
    /// ```
    /// use coderpath::sheet::{Bodies, Column, Mapping, Reading};
    /// use coderpath::words::SHEET_NAMES;
    /// let mut reading = Reading::new("Date Earned,Course,Contact Hours,# of CEUs\n3/15/2024,Audits,2,2".into(), SHEET_NAMES).unwrap();
    /// while !reading.step(1_000).unwrap() {}
    /// let table = reading.table().unwrap();
    /// let mapping = Mapping::guess(&table, Some(Bodies::Aapc), &SHEET_NAMES);
    /// assert_eq!(mapping.place(Column::Ceus), Some(3));
    /// assert_eq!(mapping.faults(&table), []);
    /// ```
    pub fn guess(table: &Table, bodies: Option<Bodies>, names: &Names) -> Self {
        let mut mapping = Self {
            columns: vec![None; table.width],
            order: None,
            bodies,
        };
        // To compare a name with all that are known takes a while, so it is done once for each.
        let header: Vec<_> = (0..table.width)
            .map(|place| {
                let name = table.name_of(place);
                let (column, rank) = Column::named(name, names)?;
                // "Organization" may be who gave it. Where it is AAPC or AHIMA, it is for whom it counts.
                let is_body = column == Column::Sponsor
                    && is_one_of(name, "organization organisation")
                    && row::is_readable(table, place, Column::Body, names);
                Some((if is_body { Column::Body } else { column }, rank))
            })
            .collect();
        for column in ALL_COLUMNS.iter().copied() {
            let mut likeliest: Option<(usize, usize)> = None;
            for (place, name) in header.iter().enumerate() {
                if let Some((of, rank)) = *name
                    && of == column
                    && likeliest.is_none_or(|(_, other)| rank < other)
                {
                    likeliest = Some((place, rank));
                }
            }
            if let Some((place, _)) = likeliest
                && (table.is_own || row::is_readable(table, place, column, names))
            {
                mapping.set(place, Some(column));
            }
        }
        mapping.order = ALL_COLUMNS
            .iter()
            .copied()
            .filter(|column| column.is_day())
            .filter_map(|column| mapping.place(column))
            .find_map(|place| table::order_named(table.name_of(place)));
        mapping
    }

    /// What a column means, from 0.
    pub fn column(&self, place: usize) -> Option<Column> {
        self.columns.get(place).copied().flatten()
    }

    /// The first column that has this meaning.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|one| *one == Some(column))
    }

    /// Says what a column means, or that it is left out. What other columns mean stays: two with one meaning are a fault
    /// that the reader is told.
    pub fn set(&mut self, place: usize, column: Option<Column>) {
        if let Some(one) = self.columns.get_mut(place) {
            *one = column;
        }
    }

    /// The order in which this file's days are written, as far as that is known.
    pub fn order_in(&self, table: &Table) -> Option<DayMonth> {
        self.seen(table).decided().or(self.order)
    }

    fn seen(&self, table: &Table) -> Order {
        let mut order = Order::default();
        for (place, column) in self.columns.iter().enumerate() {
            if column.is_some_and(Column::is_day) {
                for row in &table.rows {
                    order.see(row.line, row.cell(place));
                }
            }
        }
        order
    }

    /// What is still to be asked of the file's days, whether or not it was answered.
    pub fn date_question(&self, table: &Table) -> Option<DateQuestion> {
        self.seen(table).question()
    }

    /// What is wrong with it for this file; nothing if its rows can be read.
    pub fn faults(&self, table: &Table) -> Vec<MappingFault> {
        let mut faults = Vec::new();
        for (place, column) in self.columns.iter().enumerate() {
            if let Some(column) = *column
                && let Some(first) = self.place(column)
                && first < place
                // Nothing is read from these, and there may be hours and minutes.
                && column != Column::ContactHours
            {
                faults.push(MappingFault::Twice {
                    column,
                    at: (first, place),
                });
            }
        }
        let has = |column| self.place(column).is_some();
        if !has(Column::Date) {
            faults.push(MappingFault::NoDate);
        }
        if !has(Column::Title) {
            faults.push(MappingFault::NoTitle);
        }
        if !has(Column::Ceus) && !has(Column::AapcCeus) && !has(Column::AhimaCeus) {
            faults.push(MappingFault::NoCeus(self.place(Column::ContactHours)));
        }
        if has(Column::Ceus) && !has(Column::Body) && self.bodies.is_none() {
            faults.push(MappingFault::NoBody);
        }
        if self.order.is_none()
            && let Some(question) = self.date_question(table)
        {
            faults.push(MappingFault::Order(question));
        }
        faults
    }

    /// As text, to be remembered under the [signature](Table::signature) of the file.
    ///
    /// ```
    /// use coderpath::sheet::Mapping;
    /// let mapping = Mapping::from_text("1;month-first;both;date,,title,ceus").unwrap();
    /// assert_eq!(mapping.to_text(), "1;month-first;both;date,,title,ceus");
    /// assert_eq!(Mapping::from_text("1;;;date,telephone"), None);
    /// ```
    pub fn to_text(&self) -> String {
        let order = match self.order {
            None => "",
            Some(DayMonth::MonthFirst) => "month-first",
            Some(DayMonth::DayFirst) => "day-first",
        };
        let columns: Vec<&str> = self
            .columns
            .iter()
            .map(|column| column.map_or("", Column::key))
            .collect();
        let bodies = self.bodies.map_or("", Bodies::key);
        ["1", order, bodies, &columns.join(",")].join(";")
    }

    /// A mapping that was remembered; `None` if the text is none that this release understands. A file whose header is the
    /// same may have other columns behind it: those mean nothing.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split(';');
        let mut part = || parts.next();
        let ("1", order, bodies, columns) = (part()?, part()?, part()?, part()?) else {
            return None;
        };
        let order = match order {
            "" => None,
            "month-first" => Some(DayMonth::MonthFirst),
            "day-first" => Some(DayMonth::DayFirst),
            _ => return None,
        };
        let bodies = match bodies {
            "" => None,
            key => Some(
                [Bodies::Aapc, Bodies::Ahima, Bodies::Both]
                    .into_iter()
                    .find(|one| one.key() == key)?,
            ),
        };
        let mut read = Vec::new();
        for key in columns.split(',') {
            read.push(match key {
                "" => None,
                key => Some(Column::from_key(key)?),
            });
            if read.len() > CELLS_MOST {
                return None;
            }
        }
        Some(Self {
            columns: read,
            order,
            bodies,
        })
    }

    /// A remembered mapping for this file, with as many columns as it has.
    pub fn fitted(mut self, table: &Table) -> Self {
        self.columns.resize(table.width, None);
        self
    }

    /// The text of a row in the column of this meaning; empty where there is none.
    pub(super) fn cell<'a>(&self, row: &'a super::Row, column: Column) -> &'a str {
        let cell = self.place(column).map_or("", |place| row.cell(place));
        if is_blank(cell) { "" } else { cell }
    }
}
