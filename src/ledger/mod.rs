//! What a log amounts to under the rules on a given day.
//!
//! For each body: what this cycle asks, what is done in it, what is planned, and what lies outside it.
//! AAPC and AHIMA never share a count.

mod account;
mod asked;
mod cycle;
mod period;
mod placement;
mod verdict;

use chrono::NaiveDate;

use crate::log::{Entry, Profile, Shown, State};
use crate::rules::{Body, Ceus, Edition, requirement};

pub use account::{Account, Dates, Lack, Minimum, STEADY_PACE, Tally, Unproved, account};
pub use asked::{Asked, Assumed, Computed, Difference, PlanChange, Portion, Sort};
pub use cycle::{Anchor, AnchorBy, Cycle};
pub use period::{Period, periods};
pub use placement::MOST_EXACT;
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

/// Reads a log under the rules: `offset` cycles after the one that `today` is in, 0 for this one, -1 for the last,
/// 1 for the next. The order of the entries does not matter.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::{ledger::ledger, log::Profile, rules::{Ceus, CredentialId, Edition}};
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Cpc, true);
/// profile.hold_since(CredentialId::Cpc, Some(day(2025, 8, 1)));
/// profile.aapc_due = Some(day(2027, 1, 31));
/// let aapc = ledger(&[], &profile, Edition::Article, day(2026, 11, 23), 0).aapc.unwrap();
/// // 18 months of 24.
/// assert_eq!(aapc.now.to_do, Ceus::whole(27));
/// // At four CEUs a month seven months are enough.
/// assert_eq!(aapc.steady_from, Some(day(2026, 7, 1)));
/// ```
pub fn ledger<'a>(
    entries: &[Shown<'a>],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
    offset: i32,
) -> Ledger<'a> {
    let of = |body| account(body, entries, profile, edition, today, offset);
    Ledger {
        aapc: of(Body::Aapc),
        ahima: of(Body::Ahima),
    }
}

/// Where a holder stands with each body. A body of which nothing is held and nothing was logged is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// With AAPC.
    pub aapc: Option<BodyStanding>,
    /// With AHIMA.
    pub ahima: Option<BodyStanding>,
}

/// Where a holder stands with one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyStanding {
    /// Which body.
    pub body: Body,
    /// What this cycle asks; `None` if the holder named no credential of this body and no number of its tracker.
    pub required: Option<Required>,
    /// The cycle that today is in; `None` if no date is known, and then every entry is counted whatever its day.
    pub cycle: Option<Cycle>,
    /// Done in the cycle.
    pub counted: Ceus,
    /// Done, but on a day outside the cycle.
    pub outside: Ceus,
    /// Planned in the cycle; it counts in a forecast only.
    pub planned: Ceus,
    /// What is still missing.
    pub missing: Ceus,
}

/// What a cycle asks, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Required {
    /// The total.
    pub ceus: Ceus,
    /// Who says so.
    pub by: RequiredBy,
}

/// Who says what a cycle asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequiredBy {
    /// The body's own tracker, as the holder read it. It wins; the computed total stands beside it, if there is one.
    Tracker {
        /// What the rules would give.
        computed: Option<Ceus>,
    },
    /// The rules.
    Rules,
}

/// Where the holder stands today.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::{ledger::standing, log::Profile, rules::{Ceus, CredentialId, Edition}};
/// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Cpc, true);
/// let aapc = standing(&[], &profile, Edition::Article, today).aapc.unwrap();
/// assert_eq!(aapc.missing, Ceus::whole(36));
/// ```
pub fn standing(
    entries: &[&Entry],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
) -> Standing {
    let owed = requirement(&profile.holdings(), edition);
    let of = |body, computed: Option<Ceus>, tracker: Option<Ceus>, cycle| {
        let required = match (tracker, computed) {
            (Some(ceus), computed) => Some(Required {
                ceus,
                by: RequiredBy::Tracker { computed },
            }),
            (None, Some(ceus)) => Some(Required {
                ceus,
                by: RequiredBy::Rules,
            }),
            (None, None) => None,
        };
        body_standing(body, required, cycle, entries)
    };
    Standing {
        aapc: of(
            Body::Aapc,
            owed.aapc.map(|owed| owed.total),
            profile.aapc_tracker,
            cycle_of(Body::Aapc, profile, today),
        ),
        ahima: of(
            Body::Ahima,
            owed.ahima.map(|owed| owed.total),
            profile.ahima_tracker,
            cycle_of(Body::Ahima, profile, today),
        ),
    }
}

/// The cycle of a body that contains a day; `None` if the holder gave no date of it.
fn cycle_of(body: Body, profile: &Profile, day: NaiveDate) -> Option<Cycle> {
    let (anchor, _) = Anchor::of(body, profile)?;
    Some(anchor.containing(day)?.1)
}

fn body_standing(
    body: Body,
    required: Option<Required>,
    cycle: Option<Cycle>,
    entries: &[&Entry],
) -> Option<BodyStanding> {
    let mut standing = BodyStanding {
        body,
        required,
        cycle,
        counted: Ceus::ZERO,
        outside: Ceus::ZERO,
        planned: Ceus::ZERO,
        missing: Ceus::ZERO,
    };
    let mut is_claimed = false;
    for entry in entries {
        let Some(ceus) = entry.ceus(body) else {
            continue;
        };
        is_claimed = true;
        let is_inside = cycle.is_none_or(|cycle| cycle.contains(entry.date));
        let sum = match (entry.state, is_inside) {
            (State::Done, true) => &mut standing.counted,
            (State::Done, false) => &mut standing.outside,
            (State::Planned, true) => &mut standing.planned,
            (State::Planned, false) => continue,
        };
        *sum = *sum + ceus;
    }
    standing.missing = required.map_or(Ceus::ZERO, |required| required.ceus.less(standing.counted));
    (required.is_some() || is_claimed).then_some(standing)
}
