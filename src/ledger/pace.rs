//! Where a cycle leads at the pace held so far.

use chrono::{Days, Months, NaiveDate};

use super::Account;
use crate::rules::Ceus;

/// For how many days a pace must have been held before it tells anything.
pub const LEAST_DAYS: u32 = 30;

/// The pace held so far in a cycle, and where it leads. What is planned is no part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// From which day on it is reckoned.
    pub since: NaiveDate,
    /// In how many days, today among them.
    pub days: u32,
    /// What counts of what was done in them.
    pub counted: Ceus,
    /// What the cycle asks.
    pub total: Ceus,
    /// The day on which it is due.
    pub due: NaiveDate,
    /// Where it leads.
    pub leads_to: LeadsTo,
}

/// Where a pace leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadsTo {
    /// The total is complete about on this day, which is in the cycle. A started day is counted as a whole one.
    Complete(NaiveDate),
    /// At the cycle's end there are so many, which is less than the total. A started hundredth is not counted.
    Short(Ceus),
}

/// Where the cycle leads if its holder goes on as until today. `None` if that cannot be said or need not be: without a
/// cycle that today is in, or a total; in the first [`LEAST_DAYS`]; as long as nothing counts; and once the total is
/// complete or the cycle submitted.
///
/// A shorter first cycle is reckoned from the first of the months that its share counts, since an account does not know
/// the day of the certification; so the pace is rather told too low than too high.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::{ledger::{account, pace}, log::Profile, rules::{Body, CredentialId, Edition}};
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Cpc, true);
/// profile.aapc_due = Some(day(2026, 12, 31));
/// let aapc = account(Body::Aapc, &[], &profile, Edition::Article, day(2026, 1, 1), 0).unwrap();
/// assert_eq!(pace(&aapc, day(2026, 1, 1)), None, "nothing is done yet");
/// ```
pub fn pace(account: &Account<'_>, today: NaiveDate) -> Option<Pace> {
    let (cycle, _) = account.cycle.filter(|(cycle, _)| cycle.contains(today))?;
    let total = account.asked.total?;
    let counted = account.now.counted;
    let is_submitted = account.dates.is_some_and(|days| days.submitted.is_some());
    if is_submitted || counted == Ceus::ZERO || counted >= total {
        return None;
    }
    let shorter = account.asked.computed.and_then(|computed| computed.first);
    let since = shorter
        .and_then(|first| {
            let after = cycle.last.succ_opt()?;
            after.checked_sub_months(Months::new(first.months))
        })
        .unwrap_or(cycle.first)
        .clamp(cycle.first, today);
    let days_until = |day: NaiveDate| {
        let days = (day - since).num_days().saturating_add(1);
        u64::try_from(days).unwrap_or_default()
    };
    let (days, of_cycle) = (days_until(today), days_until(cycle.last));
    if days < LEAST_DAYS.into() {
        return None;
    }
    let (done, asked) = (
        u64::from(counted.in_hundredths()),
        u64::from(total.in_hundredths()),
    );
    let needs = asked.saturating_mul(days).div_ceil(done);
    let leads_to = if needs <= of_cycle {
        LeadsTo::Complete(since.checked_add_days(Days::new(needs.saturating_sub(1)))?)
    } else {
        let at_end = done.saturating_mul(of_cycle).checked_div(days)?;
        LeadsTo::Short(Ceus::hundredths(u32::try_from(at_end).ok()?))
    };
    Some(Pace {
        since,
        days: u32::try_from(days).ok()?,
        counted,
        total,
        due: cycle.last,
        leads_to,
    })
}
