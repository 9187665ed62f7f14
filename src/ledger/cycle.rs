//! The two-year period, computed from its anchor and never step by step, so that 29 February does not drift.

use chrono::{Datelike, Days, Month, Months, NaiveDate};

use crate::log::Profile;
use crate::rules::{Body, CYCLE_MONTHS, CredentialId};

/// A cycle: its first and its last day, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, at whose midnight the CEUs are due.
    pub last: NaiveDate,
}

impl Cycle {
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

    /// Whether a day is in the month in which the cycle ends.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use coderpath::ledger::Cycle;
    /// # let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let cycle = Cycle { first: day(2025, 1, 16), last: day(2027, 1, 15) };
    /// assert!(cycle.is_renewal_month(day(2027, 1, 31)) && !cycle.is_renewal_month(day(2026, 1, 1)));
    /// ```
    pub fn is_renewal_month(self, day: NaiveDate) -> bool {
        (day.year(), day.month()) == (self.last.year(), self.last.month())
    }
}

/// A day from which all cycles of a holder follow, two years apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A cycle ends on this day, as AAPC's do.
    Due(NaiveDate),
    /// A cycle starts on this day, as AHIMA's do.
    Start(NaiveDate),
}

/// How an anchor was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorBy {
    /// The holder gave this very day.
    Day,
    /// It is the last day of the renewal month that the holder gave.
    RenewalMonth,
    /// It is the day of the holder's first exam.
    Exam,
}

impl Anchor {
    /// The anchor of an AAPC membership that is renewed in this month. CEUs are due in odd years if the month's number
    /// is odd, else in even ones ([`AAPC_MAINTAIN`](crate::rules::source::AAPC_MAINTAIN)); that it is the month's last day is taken for granted.
    /// `None` does not occur.
    ///
    /// ```
    /// use chrono::{Month, NaiveDate};
    /// use coderpath::ledger::Anchor;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let january = Anchor::in_month(Month::January).unwrap();
    /// assert_eq!(january.containing(day(2026, 11, 23)).unwrap().1.last, day(2027, 1, 31));
    /// let february = Anchor::in_month(Month::February).unwrap();
    /// assert_eq!(february.containing(day(2026, 11, 23)).unwrap().1.last, day(2028, 2, 29));
    /// ```
    pub fn in_month(month: Month) -> Option<Self> {
        let number = month.number_from_month();
        // A leap year, so that February's last day is found from its own 29th.
        let year = if number.is_multiple_of(2) { 2024 } else { 2023 };
        let first = NaiveDate::from_ymd_opt(year, number, 1)?;
        Some(Self::Due(
            first.checked_add_months(Months::new(1))?.pred_opt()?,
        ))
    }

    /// What the profile tells of a body's cycles; `None` if it tells nothing. The exact day wins over a month or an exam.
    pub fn of(body: Body, profile: &Profile) -> Option<(Self, AnchorBy)> {
        match body {
            Body::Aapc => profile
                .aapc_due
                .map(|due| (Self::Due(due), AnchorBy::Day))
                .or_else(|| Some((Self::in_month(profile.aapc_month?)?, AnchorBy::RenewalMonth))),
            Body::Ahima => profile
                .ahima_start
                .map(|start| (Self::Start(start), AnchorBy::Day))
                .or_else(|| Some((Self::Start(first_exam(profile)?), AnchorBy::Exam))),
        }
    }

    /// The cycle of this number; 0 is the one that ends or starts on the anchor's day. `None` only at the ends of the
    /// calendar.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::ledger::Anchor;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let cycle = Anchor::Start(day(2024, 2, 29)).cycle(2).unwrap();
    /// assert_eq!((cycle.first, cycle.last), (day(2028, 2, 29), day(2030, 2, 27)));
    /// ```
    pub fn cycle(self, number: i32) -> Option<Cycle> {
        match self {
            Self::Due(due) => Some(Cycle {
                first: step(due, number.checked_sub(1)?)?.checked_add_days(Days::new(1))?,
                last: step(due, number)?,
            }),
            Self::Start(start) => Some(Cycle {
                first: step(start, number)?,
                last: step(start, number.checked_add(1)?)?.checked_sub_days(Days::new(1))?,
            }),
        }
    }

    /// The cycle that ends nearest to a day, and its number: a due day that was noted may have been corrected since, as
    /// from a month's last day to the exact one.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::ledger::Anchor;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let (_, cycle) = Anchor::Due(day(2027, 1, 15)).ending_near(day(2027, 1, 31)).unwrap();
    /// assert_eq!(cycle.last, day(2027, 1, 15));
    /// ```
    pub fn ending_near(self, due: NaiveDate) -> Option<(i32, Cycle)> {
        let (number, cycle) = self.containing(due)?;
        let number_before = number.checked_sub(1)?;
        let before = self.cycle(number_before)?;
        Some(if due - before.last < cycle.last - due {
            (number_before, before)
        } else {
            (number, cycle)
        })
    }

    /// The cycle that contains a day, and its number. `None` only at the ends of the calendar.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::ledger::Anchor;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let (number, cycle) = Anchor::Due(day(2023, 1, 31)).containing(day(2026, 11, 23)).unwrap();
    /// assert_eq!((number, cycle.first, cycle.last), (2, day(2025, 2, 1), day(2027, 1, 31)));
    /// ```
    pub fn containing(self, day: NaiveDate) -> Option<(i32, Cycle)> {
        let (Self::Due(anchor) | Self::Start(anchor)) = self;
        // The year tells which cycle it is to within one; the days decide.
        let about = day.year().checked_sub(anchor.year())?.div_euclid(2);
        [-1, 0, 1, 2]
            .into_iter()
            .filter_map(|near| {
                let number = about.checked_add(near)?;
                Some((number, self.cycle(number)?))
            })
            .find(|(_, cycle)| cycle.contains(day))
    }
}

/// The cycles in which something completed on a day may be counted: that of the day, and where the day is in AAPC's
/// renewal month, the next one too ([`AAPC_CEU_POLICIES`](crate::rules::source::AAPC_CEU_POLICIES)). Empty if no date of the body is known.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::{ledger::open_cycles, log::Profile, rules::Body};
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let mut profile = Profile::default();
/// profile.aapc_due = Some(day(2027, 1, 31));
/// assert_eq!(open_cycles(Body::Aapc, &profile, day(2027, 1, 9)).len(), 2);
/// assert_eq!(open_cycles(Body::Aapc, &profile, day(2026, 12, 9)).len(), 1);
/// ```
pub fn open_cycles(body: Body, profile: &Profile, day: NaiveDate) -> Vec<Cycle> {
    let mut open = Vec::new();
    if let Some((anchor, _)) = Anchor::of(body, profile)
        && let Some((number, cycle)) = anchor.containing(day)
    {
        open.push(cycle);
        if body == Body::Aapc && cycle.is_renewal_month(day) {
            open.extend(anchor.cycle(number.saturating_add(1)));
        }
    }
    open
}

/// The first of the days on which a credential of AHIMA that is held was passed.
fn first_exam(profile: &Profile) -> Option<NaiveDate> {
    let of_ahima = |id: &&CredentialId| id.body() == Body::Ahima;
    profile
        .holdings()
        .named()
        .iter()
        .filter(of_ahima)
        .filter_map(|id| profile.since(*id))
        .min()
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
