//! Where entries go that may go to more than one place.
//!
//! An entry of the renewal month may be for this cycle or for the next, and one that is approved for several
//! specialties serves one of them. The aim is, in this order: complete this cycle's total, then its minimums, then leave
//! most for the next.

use std::collections::BinaryHeap;

use crate::rules::Ceus;

/// Up to how many open entries the best placement is found among all. Beyond it a stated order is followed.
pub const MOST_EXACT: usize = 20;

/// How many ways are followed at once. Amounts in half steps stay far below it; twenty that have nothing in common, such
/// as 1.01, 2.03 and 4.07, come to a million.
const MOST_WAYS: usize = 5_000;

/// An entry to be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate<'a> {
    /// What it is worth.
    pub(super) ceus: Ceus,
    /// Whether it may be left for the next cycle.
    pub(super) may_leave: bool,
    /// Which minimums it could serve; it serves one.
    pub(super) serves: &'a [usize],
}

/// Where an entry goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// It stays in this cycle and serves this minimum, if any.
    Stays(Option<usize>),
    /// It is left for the next.
    Leaves,
}

/// The places of some entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placement {
    /// One place for each, in their order.
    pub(super) places: Vec<Place>,
    /// Whether it is the best of all, and not only that of the stated order.
    pub(super) is_exact: bool,
}

/// A way of placing the open entries looked at so far.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    /// What is counted for each minimum, up to what it asks.
    served: Vec<Ceus>,
    /// What stays of what could leave.
    stays: Ceus,
    places: Vec<Place>,
}

impl Way {
    /// What it amounts to; all else follows from it.
    fn sums(&self) -> (&[Ceus], Ceus) {
        (&self.served, self.stays)
    }
}

/// Places entries, of which the earlier ones come first: of two equally good ways the one that keeps these.
pub(super) fn place(candidates: &[Candidate<'_>], total: Ceus, minimums: &[Ceus]) -> Placement {
    let is_open = |candidate: &&Candidate<'_>| candidate.may_leave || candidate.serves.len() > 1;
    let mut base = Ceus::ZERO;
    let mut served = vec![Ceus::ZERO; minimums.len()];
    for candidate in candidates {
        if !candidate.may_leave {
            base = base + candidate.ceus;
        }
        if !is_open(&candidate) {
            serve(
                &mut served,
                minimums,
                candidate.serves.first(),
                candidate.ceus,
            );
        }
    }
    let open: Vec<&Candidate<'_>> = candidates.iter().filter(is_open).collect();
    let short = total.less(base);
    let start = Way {
        served,
        stays: Ceus::ZERO,
        places: Vec::new(),
    };
    let best = Some(&open)
        .filter(|open| open.len() <= MOST_EXACT)
        .and_then(|open| best(open, start.clone(), short, minimums));
    let is_exact = best.is_some();
    let way = best.unwrap_or_else(|| in_order(&open, start, short, minimums));
    let mut of_open = way.places.into_iter();
    let places = candidates.iter().map(|candidate| {
        Some(candidate)
            .filter(is_open)
            .and_then(|_| of_open.next())
            .unwrap_or(Place::Stays(candidate.serves.first().copied()))
    });
    Placement {
        places: places.collect(),
        is_exact,
    }
}

/// Adds to what is counted for a minimum, up to what it asks.
fn serve(served: &mut [Ceus], minimums: &[Ceus], which: Option<&usize>, ceus: Ceus) {
    if let Some(which) = which
        && let (Some(served), Some(at_least)) = (served.get_mut(*which), minimums.get(*which))
    {
        *served = (*served + ceus).min(*at_least);
    }
}

/// The places that an entry may have.
fn options(candidate: &Candidate<'_>) -> Vec<Place> {
    let mut options: Vec<Place> = candidate
        .serves
        .iter()
        .map(|which| Place::Stays(Some(*which)))
        .collect();
    if options.is_empty() {
        options.push(Place::Stays(None));
    }
    if candidate.may_leave {
        options.push(Place::Leaves);
    }
    options
}

impl Way {
    /// Places one more entry.
    fn put(&mut self, candidate: &Candidate<'_>, place: Place, minimums: &[Ceus]) {
        if let Place::Stays(which) = place {
            serve(&mut self.served, minimums, which.as_ref(), candidate.ceus);
            if candidate.may_leave {
                self.stays = self.stays + candidate.ceus;
            }
        }
        self.places.push(place);
    }
}

/// The best of all ways. Ways that amount to the same so far are followed as one, so there are as many as there are
/// sums, and not as there are choices. `None` if there are more than [`MOST_WAYS`] even so.
fn best(open: &[&Candidate<'_>], start: Way, short: Ceus, minimums: &[Ceus]) -> Option<Way> {
    let mut ways = vec![start];
    for candidate in open {
        let mut longer: Vec<Way> = Vec::new();
        for place in options(candidate) {
            for way in &ways {
                let mut way = way.clone();
                way.put(candidate, place, minimums);
                longer.push(way);
            }
        }
        // A heap sorts in less code than the standard sort, of which each use is 4 KB of the wasm.
        ways = BinaryHeap::from(longer).into_sorted_vec();
        // Of those that amount to the same this keeps the one whose entries have the first places.
        ways.dedup_by(|next, kept| next.sums() == kept.sums());
        if ways.len() > MOST_WAYS {
            return None;
        }
    }
    let missing = |way: &Way| -> Ceus {
        let pairs = minimums.iter().zip(&way.served);
        pairs.map(|(at_least, served)| at_least.less(*served)).sum()
    };
    let order = |way: &Way| {
        (
            short.less(way.stays),
            missing(way),
            way.stays,
            way.places.clone(),
        )
    };
    ways.into_iter().min_by_key(order)
}

/// The stated order: one entry after the other, each to the first of its minimums that is not yet complete, and to the
/// next cycle if neither the total nor a minimum needs it.
fn in_order(open: &[&Candidate<'_>], start: Way, short: Ceus, minimums: &[Ceus]) -> Way {
    let mut way = start;
    for candidate in open {
        let needed = candidate
            .serves
            .iter()
            .find(|which| way.served.get(**which) < minimums.get(**which));
        let place = if candidate.may_leave && needed.is_none() && way.stays >= short {
            Place::Leaves
        } else {
            Place::Stays(needed.or(candidate.serves.first()).copied())
        };
        way.put(candidate, place, minimums);
    }
    way
}
