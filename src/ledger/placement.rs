//! Where entries go that may go to more than one place.
//!
//! An entry of the renewal month may be for this cycle or for the next, and one that is approved for several
//! specialties serves one of them. The aim is, in this order: complete this cycle's total, then its minimums, then leave
//! most for the next.

use crate::rules::Ceus;

/// Up to how many open entries the best placement is found among all. Beyond it a stated order is followed.
pub const MOST_EXACT: usize = 20;

/// How many steps a search may take, each of which takes about half a microsecond in a native build. It is for what nobody logs, and
/// so that the page answers even then.
///
/// Twenty entries, in thousands of random cases a third of which were made to just complete all that is asked: in half steps and for
/// up to three minimums they took at most 60,000 steps, in quarters 72,000; for five minimums in half steps one case in a hundred
/// took more than this. Of amounts that differ by hundredths they took at most 5,500 for one minimum; for two and three, one case in
/// ten and one in three took more.
const MOST_STEPS: u32 = 200_000;

/// How many ways that lead nowhere are kept in mind at once.
const MOST_FAILED: usize = 1 << 16;

/// Of how many minimums, the first, every choice is looked at. With more minimums a search takes more steps.
const MOST_TOGETHER: usize = 5;

/// An entry that may go to more than one place.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Places entries, of which the earlier ones come first: of two equally good ways the one that keeps these. `short` is what the
/// total needs of them, and `needs` what each minimum does.
pub(super) fn place(open: &[Candidate<'_>], short: Ceus, needs: &[Ceus]) -> Placement {
    let best = Some(open)
        .filter(|open| open.len() <= MOST_EXACT)
        .and_then(|open| best(open, short, needs));
    Placement {
        is_exact: best.is_some(),
        places: best.unwrap_or_else(|| in_order(open, short, needs)),
    }
}

/// The places that an entry may have.
fn options(candidate: &Candidate<'_>) -> impl Iterator<Item = Place> {
    let alone = candidate.serves.is_empty().then_some(Place::Stays(None));
    let serves = candidate.serves.iter();
    alone
        .into_iter()
        .chain(serves.map(|which| Place::Stays(Some(*which))))
        .chain(candidate.may_leave.then_some(Place::Leaves))
}

/// What is still needed and what stays, while entries are placed.
#[derive(Clone)]
struct Way {
    /// What each minimum still needs.
    needs: Vec<Ceus>,
    /// What stays of what could leave.
    stays: Ceus,
}

impl Way {
    /// Places one more entry.
    fn put(&mut self, candidate: &Candidate<'_>, place: Place) {
        let Place::Stays(which) = place else {
            return;
        };
        if candidate.may_leave {
            self.stays = self.stays + candidate.ceus;
        }
        if let Some(need) = which.and_then(|which| self.needs.get_mut(which)) {
            *need = need.less(candidate.ceus);
        }
    }
}

/// What a way amounts to where the total is as complete as it can be: what is missing of the minimums, and what stays.
type Worth = (Ceus, Ceus);

/// What the entries from one on can do.
#[derive(Clone)]
struct Rest {
    /// How much may leave.
    may_leave: Ceus,
    /// The largest amount, in hundredths, of which all that may leave are multiples.
    step: u32,
    /// How much could serve a minimum, and how much of that stays in any case.
    serves: Ceus,
    serves_and_stays: Ceus,
    /// How much could serve one of some of the minimums: the nth is among these if the nth binary digit of the place is a 1.
    serves_some: [Ceus; 1 << MOST_TOGETHER],
    /// Which entries could serve each minimum, in binary digits.
    serving: Vec<u32>,
}

impl Rest {
    /// No entries.
    fn none(needs: &[Ceus]) -> Self {
        Self {
            may_leave: Ceus::ZERO,
            step: 0,
            serves: Ceus::ZERO,
            serves_and_stays: Ceus::ZERO,
            serves_some: [Ceus::ZERO; 1 << MOST_TOGETHER],
            serving: vec![0; needs.len()],
        }
    }

    /// With one more entry before them.
    fn with(&self, candidate: &Candidate<'_>) -> Self {
        let mut rest = self.clone();
        let ceus = candidate.ceus;
        if candidate.may_leave {
            rest.may_leave = rest.may_leave + ceus;
            rest.step = common(rest.step, ceus.in_hundredths());
        }
        if !candidate.serves.is_empty() {
            rest.serves = rest.serves + ceus;
            if !candidate.may_leave {
                rest.serves_and_stays = rest.serves_and_stays + ceus;
            }
        }
        for (which, serving) in rest.serving.iter_mut().enumerate() {
            *serving = (*serving << 1) | u32::from(candidate.serves.contains(&which));
        }
        for (some, serves) in rest.serves_some.iter_mut().enumerate() {
            let is_one = |which: &usize| *which < MOST_TOGETHER && (some >> which) & 1 == 1;
            if candidate.serves.iter().any(is_one) {
                *serves = *serves + ceus;
            }
        }
        rest
    }

    /// The least that a way can amount to once these are placed too, where at least so much must stay: no less is missing than
    /// some minimums need beyond what could serve one of them, and what stays is more by what serves, and goes in steps.
    fn least(&self, way: &Way, must_stay: Ceus) -> Worth {
        let needs = || way.needs.iter().copied();
        let all: Ceus = needs().sum();
        let mut missing = all.less(self.serves);
        let mut some_need = [Ceus::ZERO; 1 << MOST_TOGETHER];
        for (which, need) in needs().take(MOST_TOGETHER).enumerate() {
            let (without, with) = some_need.split_at_mut(1 << which);
            for (without, with) in without.iter().zip(with) {
                *with = *without + need;
            }
        }
        for (need, serves) in some_need.iter().zip(&self.serves_some) {
            missing = missing.max(need.less(*serves));
        }
        let more = all.less(missing).less(self.serves_and_stays);
        let more = more.max(must_stay.less(way.stays)).in_hundredths();
        let in_steps = more.checked_next_multiple_of(self.step).unwrap_or(more);
        (missing, way.stays + Ceus::hundredths(in_steps))
    }
}

/// The largest number that divides both (Euclid).
fn common(one: u32, other: u32) -> u32 {
    match one.checked_rem(other) {
        Some(rest) => common(other, rest),
        None => one,
    }
}

/// A search for the best way, one entry after the other, each with the first of its places first.
struct Search<'s> {
    open: &'s [Candidate<'s>],
    /// What the entries from each on can do, and at last none.
    rests: Vec<Rest>,
    /// What must stay of what could leave, so that the total is as complete as it can be.
    must_stay: Ceus,
    /// The most that a way may amount to.
    limit: Worth,
    /// The least beyond it that was met.
    beyond: Option<Worth>,
    /// What led nowhere, each where its numbers say, until another comes there.
    failed: Vec<Vec<u64>>,
    /// How many more steps may be taken.
    steps: u32,
    /// The places that were found, from the last entry on.
    places: Vec<Place>,
}

/// The best of all ways, and of equally good ones that whose entries have the first places. `None` if it takes too many steps to
/// find. A way within the least that could be is looked for first; while there is none, within the least that was met beyond it. So
/// the first that is found is the best.
fn best(open: &[Candidate<'_>], short: Ceus, needs: &[Ceus]) -> Option<Vec<Place>> {
    let mut rest = Rest::none(needs);
    let mut rests = vec![rest.clone()];
    for candidate in open.iter().rev() {
        rest = rest.with(candidate);
        rests.push(rest.clone());
    }
    rests.reverse();
    let start = Way {
        needs: needs.to_vec(),
        stays: Ceus::ZERO,
    };
    let must_stay = short.min(rest.may_leave);
    let mut search = Search {
        open,
        limit: rest.least(&start, must_stay),
        rests,
        must_stay,
        beyond: None,
        failed: vec![Vec::new(); MOST_FAILED.min(1 << open.len())],
        steps: MOST_STEPS,
        places: Vec::with_capacity(open.len()),
    };
    while !search.finds(0, &start)? {
        search.limit = search.beyond.take()?;
    }
    search.places.reverse();
    Some(search.places)
}

impl Search<'_> {
    /// Whether there is a way within the limit that begins like this, with the entries from one on still to be placed. `None` if
    /// that takes too many steps.
    fn finds(&mut self, at: usize, way: &Way) -> Option<bool> {
        let rest = self.rests.get(at)?;
        if way.stays + rest.may_leave < self.must_stay {
            return Some(false);
        }
        let least = rest.least(way, self.must_stay);
        if least > self.limit {
            let beyond = self.beyond.map_or(least, |beyond| beyond.min(least));
            self.beyond = Some(beyond);
            return Some(false);
        }
        let Some(candidate) = self.open.get(at) else {
            return Some(true);
        };
        let numbers = self.numbers(at, way, rest)?;
        let slot = slot(&numbers)? & self.failed.len().checked_sub(1)?;
        if self.failed.get(slot) == Some(&numbers) {
            return Some(false);
        }
        self.steps = self.steps.checked_sub(1)?;
        for place in options(candidate) {
            let mut next = way.clone();
            next.put(candidate, place);
            if self.finds(at.checked_add(1)?, &next)? {
                self.places.push(place);
                return Some(true);
            }
        }
        *self.failed.get_mut(slot)? = numbers;
        Some(false)
    }

    /// All on which it depends whether there is a way, in numbers. Minimums that the same entries could serve may have each other's
    /// needs, so these come by size.
    fn numbers(&self, at: usize, way: &Way, rest: &Rest) -> Option<Vec<u64>> {
        let two = |one: u32, other: u32| (u64::from(one) << 32) | u64::from(other);
        let (missing, stays) = self.limit;
        let mut numbers = Vec::with_capacity(way.needs.len().checked_add(2)?);
        for (need, serving) in way.needs.iter().zip(&rest.serving) {
            if *need > Ceus::ZERO {
                let number = two(*serving, need.in_hundredths());
                let less = numbers.iter().filter(|other| **other < number).count();
                numbers.insert(less, number);
            }
        }
        numbers.push(two(missing.in_hundredths(), stays.in_hundredths()));
        numbers.push(two(u32::try_from(at).ok()?, way.stays.in_hundredths()));
        Some(numbers)
    }
}

/// Where numbers lie among all others.
fn slot(numbers: &[u64]) -> Option<usize> {
    let spread = |so_far: u64, number: &u64| {
        let product = (so_far ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        product.rotate_left(29)
    };
    usize::try_from(numbers.iter().fold(0, spread) & 0xFFFF_FFFF).ok()
}

/// The stated order: one entry after the other, each to the first of its minimums that is not yet complete, and to the
/// next cycle if neither the total nor a minimum needs it.
fn in_order(open: &[Candidate<'_>], short: Ceus, needs: &[Ceus]) -> Vec<Place> {
    let mut way = Way {
        needs: needs.to_vec(),
        stays: Ceus::ZERO,
    };
    let mut places = Vec::with_capacity(open.len());
    for candidate in open {
        let is_needed = |which: &&usize| way.needs.get(**which) > Some(&Ceus::ZERO);
        let needed = candidate.serves.iter().find(is_needed);
        let place = if candidate.may_leave && needed.is_none() && way.stays >= short {
            Place::Leaves
        } else {
            Place::Stays(needed.or(candidate.serves.first()).copied())
        };
        way.put(candidate, place);
        places.push(place);
    }
    places
}
