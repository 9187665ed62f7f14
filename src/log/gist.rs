//! What a ledger asks of every entry of a log, whatever cycle is looked at.

use chrono::NaiveDate;

use super::entry::{ActivityKind, Entry, Pin, State};
use super::likeness::Likeness;
use crate::rules::{Body, Ceus};

/// The gist of an entry. A log works it out once for each version: to fetch the entries of a long log from memory takes
/// longer than all else that is done with them, and most are for other cycles than the one that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gist {
    /// The entry's day.
    pub date: NaiveDate,
    /// What it has in common with those that look the same.
    pub likeness: Option<Likeness>,
    /// Whether it is said to be still to come.
    pub is_planned: bool,
    /// Whether it is teaching that AAPC did not approve beforehand, as far as the entry says.
    pub is_unapproved: bool,
    aapc: Option<Claimed>,
    ahima: Option<Claimed>,
}

/// The gist of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// How many CEUs.
    pub ceus: Ceus,
    /// The due day of the cycle that it is pinned to.
    pub pinned: Option<NaiveDate>,
}

impl Gist {
    /// That of an entry.
    pub fn of(entry: &Entry) -> Self {
        let claimed = |ceus, pin: &Pin| Claimed {
            ceus,
            pinned: pin.due,
        };
        let aapc = entry.aapc.as_ref();
        Self {
            date: entry.date,
            likeness: Likeness::of(entry),
            is_planned: entry.state == State::Planned,
            is_unapproved: entry.kind == ActivityKind::Teaching
                && aapc.is_some_and(|claim| !claim.pre_approved),
            aapc: aapc.map(|claim| claimed(claim.ceus, &claim.pin)),
            ahima: entry
                .ahima
                .as_ref()
                .map(|claim| claimed(claim.ceus, &claim.pin)),
        }
    }

    /// What it claims from a body.
    pub const fn claimed(&self, body: Body) -> Option<Claimed> {
        match body {
            Body::Aapc => self.aapc,
            Body::Ahima => self.ahima,
        }
    }
}
