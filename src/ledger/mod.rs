//! What a log amounts to under the rules on a given day.
//!
//! For each body: what this cycle asks, what is done in it, what is planned, and what lies outside it.
//! AAPC and AHIMA never share a count.

mod cycle;
mod period;

use chrono::NaiveDate;

use crate::log::{Entry, Profile, State};
use crate::rules::{Body, Ceus, Edition, requirement};

pub use cycle::{Anchor, AnchorBy, Cycle};
pub use period::{Period, periods};

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
