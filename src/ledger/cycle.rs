//! The two-year period, computed from its anchor and never step by step, so that 29 February does not drift.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::rules::CYCLE_MONTHS;

/// A cycle: its first and its last day, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, at whose midnight the CEUs are due.
    pub last: NaiveDate,
}

impl Cycle {
    /// The cycle that contains `today`, where one cycle is known to end on `due`, as AAPC's do.
    /// `None` only at the ends of the calendar.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::ledger::Cycle;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let cycle = Cycle::ending_like(day(2023, 1, 31), day(2026, 11, 23)).unwrap();
    /// assert_eq!((cycle.first, cycle.last), (day(2025, 2, 1), day(2027, 1, 31)));
    /// ```
    pub fn ending_like(due: NaiveDate, today: NaiveDate) -> Option<Self> {
        Self::containing(today, due, |cycles| {
            let end = |cycles| step(due, cycles);
            Some(Self {
                first: end(cycles.checked_sub(1)?)?.checked_add_days(Days::new(1))?,
                last: end(cycles)?,
            })
        })
    }

    /// The cycle that contains `today`, where one cycle is known to start on `start`, as AHIMA's do.
    /// `None` only at the ends of the calendar.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::ledger::Cycle;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let cycle = Cycle::starting_like(day(2024, 2, 29), day(2026, 11, 23)).unwrap();
    /// assert_eq!((cycle.first, cycle.last), (day(2026, 2, 28), day(2028, 2, 28)));
    /// ```
    pub fn starting_like(start: NaiveDate, today: NaiveDate) -> Option<Self> {
        Self::containing(today, start, |cycles| {
            let start = |cycles| step(start, cycles);
            Some(Self {
                first: start(cycles)?,
                last: start(cycles.checked_add(1)?)?.checked_sub_days(Days::new(1))?,
            })
        })
    }

    /// Whether a day is in it.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use coderpath::ledger::Cycle;
    /// # let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let cycle = Cycle { first: day(2025, 1, 1), last: day(2026, 12, 31) };
    /// assert!(cycle.contains(day(2026, 12, 31)) && !cycle.contains(day(2027, 1, 1)));
    /// ```
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The year tells which cycle it is to within one; the days decide.
    fn containing(
        today: NaiveDate,
        anchor: NaiveDate,
        cycle: impl Fn(i32) -> Option<Self>,
    ) -> Option<Self> {
        let about = today.year().checked_sub(anchor.year())?.div_euclid(2);
        [-1, 0, 1, 2]
            .into_iter()
            .filter_map(|near| cycle(about.checked_add(near)?))
            .find(|cycle| cycle.contains(today))
    }
}

/// The day `cycles` whole cycles after `anchor`, or before it; the month's last day where that day is missing.
fn step(anchor: NaiveDate, cycles: i32) -> Option<NaiveDate> {
    let months = Months::new(cycles.unsigned_abs().checked_mul(CYCLE_MONTHS)?);
    if cycles < 0 {
        anchor.checked_sub_months(months)
    } else {
        anchor.checked_add_months(months)
    }
}
