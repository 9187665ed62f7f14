//! What a log amounts to under the rules on a given day.
//!
//! For each body: what this cycle asks, what is done in it, what is planned, and what lies outside it.
//! AAPC and AHIMA never share a count.

mod account;
mod asked;
mod chart;
mod cycle;
mod pace;
mod period;
mod placement;
mod repeats;
mod unsubmitted;
mod verdict;

use chrono::NaiveDate;

use crate::log::{Profile, Shown};
use crate::rules::{Body, Edition};

pub use account::{Account, Dates, Lack, Minimum, STEADY_PACE, Tally, Unproved, account};
pub use asked::{Asked, Assumed, Computed, Difference, PlanChange, Portion, Sort};
pub use chart::{Chart, Step, Tick, chart};
pub use cycle::{Anchor, AnchorBy, Cycle, open_cycles};
pub use pace::{LEAST_DAYS, LeadsTo, Pace, pace};
pub use period::{Period, period_of, periods};
pub use placement::MOST_EXACT;
pub use unsubmitted::unsubmitted;
pub use verdict::{Caution, Remedy, Verdict, Why};

/// Where a holder stands with each body in one cycle, with every why. A body of which nothing is held and nothing was
/// logged is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger<'a> {
    /// With AAPC.
    pub aapc: Option<Account<'a>>,
    /// With AHIMA.
    pub ahima: Option<Account<'a>>,
}

/// Which cycle of each body is looked at: 0 for the present one, -1 for the last, 1 for the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looking {
    /// AAPC's.
    pub aapc: i32,
    /// AHIMA's.
    pub ahima: i32,
}

impl Looking {
    /// That of a body.
    pub const fn at(self, body: Body) -> i32 {
        match body {
            Body::Aapc => self.aapc,
            Body::Ahima => self.ahima,
        }
    }
}

/// Reads a log under the rules, in the cycles that are looked at. The order of the entries does not matter.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::{ledger::{Looking, ledger}, log::Profile, rules::{Ceus, CredentialId, Edition}};
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Cpc, true);
/// profile.hold_since(CredentialId::Cpc, Some(day(2025, 8, 1)));
/// profile.aapc_due = Some(day(2027, 1, 31));
/// let now = Looking::default();
/// let aapc = ledger(&[], &profile, Edition::Article, day(2026, 11, 23), now).aapc.unwrap();
/// // 18 months of 24.
/// assert_eq!(aapc.now.to_do, Ceus::whole(27));
/// // At four CEUs a month seven months are enough.
/// assert_eq!(aapc.steady_from, Some(day(2026, 7, 1)));
/// ```
pub fn ledger<'a>(
    entries: &'a [Shown<'a>],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
    looking: Looking,
) -> Ledger<'a> {
    let [aapc, ahima] = account::accounts(entries, profile, edition, today, looking);
    Ledger { aapc, ahima }
}

/// The cycle of a body that contains a day; `None` if the holder gave no date of it.
fn cycle_of(body: Body, profile: &Profile, day: NaiveDate) -> Option<Cycle> {
    let (anchor, _) = Anchor::of(body, profile)?;
    Some(anchor.containing(day)?.1)
}
