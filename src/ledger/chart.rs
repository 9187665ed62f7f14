//! A cycle's CEUs as a line of steps: what is done, what is planned, what is needed.

use chrono::{Datelike, Months, NaiveDate};

use super::Account;
use crate::rules::{Body, Ceus};

/// What a chart of one account shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Whose CEUs.
    pub body: Body,
    /// The first day of the cycle.
    pub first: NaiveDate,
    /// Its last day, on which the CEUs are due.
    pub last: NaiveDate,
    /// Today, if it is in the cycle.
    pub today: Option<NaiveDate>,
    /// How far what is done is told: until today, or the end of a cycle that is over, or the start of one to come.
    pub until: NaiveDate,
    /// What the cycle asks, if that is known.
    pub needed: Option<Ceus>,
    /// The top of the scale: what is needed, or what there is if that is more or nothing is known to be needed. Never nothing.
    pub top: Ceus,
    /// What is done, day by day. Only what counts.
    pub done: Vec<Step>,
    /// What is planned, day by day, on top of what is done.
    pub planned: Vec<Step>,
}

/// A day on which something counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day. What was done before the cycle's first day and counts in it stands on that day; what was planned for a
    /// day that is past stands on today, since it is still to come.
    pub day: NaiveDate,
    /// What counts on this day.
    pub ceus: Ceus,
    /// What counts up to the end of this day.
    pub total: Ceus,
}

/// A month's first day, as a mark on the scale of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// How far to the right.
    pub x: u32,
    /// The day.
    pub day: NaiveDate,
}

/// The chart of an account; `None` if no cycle is known.
///
/// The last step of what is done is `account.now.counted`. The last planned one is `account.forecast.counted`, but for
/// one case: something done in the renewal month of the cycle before may count in this one only once something that is
/// planned there completes that cycle. It is in neither line then, and the planned one ends lower by it.
pub fn chart(account: &Account<'_>, today: NaiveDate) -> Option<Chart> {
    let (cycle, _) = account.cycle?;
    let until = today.clamp(cycle.first, cycle.last);
    let mut chart = Chart {
        body: account.body,
        first: cycle.first,
        last: cycle.last,
        today: Some(today).filter(|day| cycle.contains(*day)),
        until,
        needed: account.asked.total,
        top: Ceus::ZERO,
        done: Vec::new(),
        planned: Vec::new(),
    };
    // Verdicts come by day, and a day that is held inside bounds keeps its place, so the steps are in order.
    let mut total = Ceus::ZERO;
    for verdict in account.verdicts() {
        if !verdict.is_planned {
            let day = verdict.shown.entry.date.clamp(cycle.first, until);
            total = total + verdict.counted;
            step(&mut chart.done, day, verdict.counted, total);
        }
    }
    for verdict in account.verdicts() {
        if verdict.is_planned {
            let day = verdict.shown.entry.date.clamp(until, cycle.last);
            // What is planned may take the place of something done that is beyond the total by then.
            let after = (total + verdict.counted).min(account.forecast.counted);
            step(&mut chart.planned, day, after.less(total), after.max(total));
            total = after.max(total);
        }
    }
    chart.top = chart
        .needed
        .unwrap_or_default()
        .max(total)
        .max(Ceus::hundredths(1));
    Some(chart)
}

/// Adds to the day of the last step, or one more step; nothing where nothing counts.
fn step(steps: &mut Vec<Step>, day: NaiveDate, ceus: Ceus, total: Ceus) {
    if ceus == Ceus::ZERO {
        return;
    }
    match steps.last_mut() {
        Some(last) if last.day == day => {
            last.ceus = last.ceus + ceus;
            last.total = total;
        }
        _ => steps.push(Step { day, ceus, total }),
    }
}

impl Chart {
    /// What is done, in all.
    pub fn done_total(&self) -> Ceus {
        self.done.last().map(|step| step.total).unwrap_or_default()
    }

    /// What is planned on top of that, in all.
    pub fn planned_total(&self) -> Ceus {
        self.planned.iter().map(|step| step.ceus).sum()
    }

    /// How far to the right a day is: 0 on the first day, `width` on the last.
    pub fn x(&self, day: NaiveDate, width: u32) -> u32 {
        // A day before the first is at 0, and `scale` holds one after the last at the end.
        let from_first =
            |day: NaiveDate| u64::try_from((day - self.first).num_days()).unwrap_or_default();
        scale(from_first(day), from_first(self.last), width)
    }

    /// How far down an amount is: `height` for nothing, 0 for the top.
    pub fn y(&self, ceus: Ceus, height: u32) -> u32 {
        let up = scale(
            ceus.in_hundredths().into(),
            self.top.in_hundredths().into(),
            height,
        );
        height.saturating_sub(up)
    }

    /// The line of what is done, as the data of an SVG path: from nothing on the first day to today.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::{ledger::{account, chart}, log::Profile, rules::{Body, CredentialId, Edition}};
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let mut profile = Profile::default();
    /// profile.hold(CredentialId::Cpc, true);
    /// profile.aapc_due = Some(day(2026, 12, 31));
    /// let today = day(2026, 1, 1);
    /// let aapc = account(Body::Aapc, &[], &profile, Edition::Article, today, 0).unwrap();
    /// assert_eq!(chart(&aapc, today).unwrap().done_path(729, 100), "M0 100H365");
    /// ```
    pub fn done_path(&self, width: u32, height: u32) -> String {
        self.path(
            (self.first, Ceus::ZERO),
            &self.done,
            self.until,
            (width, height),
        )
    }

    /// The line of what is planned, from where the other ends to the due day; empty if nothing is.
    pub fn planned_path(&self, width: u32, height: u32) -> String {
        if self.planned.is_empty() {
            return String::new();
        }
        self.path(
            (self.until, self.done_total()),
            &self.planned,
            self.last,
            (width, height),
        )
    }

    fn path(
        &self,
        (from, at): (NaiveDate, Ceus),
        steps: &[Step],
        to: NaiveDate,
        (width, height): (u32, u32),
    ) -> String {
        let mut path = String::new();
        let mut put = |letter: char, number: u32| {
            path.push(letter);
            path.push_str(&number.to_string());
        };
        put('M', self.x(from, width));
        put(' ', self.y(at, height));
        for step in steps {
            put('H', self.x(step.day, width));
            put('V', self.y(step.total, height));
        }
        put('H', self.x(to, width));
        path
    }

    /// The first days of months, at least `apart` from each other: every month, or every second, third, sixth or twelfth,
    /// counted from January; none if even those are too close.
    pub fn ticks(&self, width: u32, apart: u32) -> Vec<Tick> {
        for months in [1, 2, 3, 6, 12] {
            let ticks = self.every(months, width);
            let mut is_apart = true;
            for pair in ticks.windows(2) {
                if let [one, next] = pair {
                    is_apart &= next.x.saturating_sub(one.x) >= apart;
                }
            }
            if is_apart {
                return ticks;
            }
        }
        Vec::new()
    }

    fn every(&self, months: u32, width: u32) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut next = self.first.with_day(1);
        while let Some(day) = next.filter(|day| *day <= self.last) {
            if day >= self.first && day.month0().is_multiple_of(months) {
                let x = self.x(day, width);
                ticks.push(Tick { x, day });
            }
            next = day.checked_add_months(Months::new(1));
        }
        ticks
    }
}

/// `part` of `whole` on a scale of this length, rounded down.
fn scale(part: u64, whole: u64, length: u32) -> u32 {
    let at = part.saturating_mul(length.into()).checked_div(whole);
    u32::try_from(at.unwrap_or_default())
        .unwrap_or(length)
        .min(length)
}
