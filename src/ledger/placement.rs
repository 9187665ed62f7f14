//! Where entries go that may go to more than one place.
//!
//! An entry of the renewal month may be for this cycle or for the next, and one that is approved for several
//! specialties serves one of them. The aim is, in this order: complete this cycle's total, then its minimums, then leave
//! most for the next.

use crate::rules::Ceus;

/// Up to how many open entries the best placement is found among all. Beyond it a stated order is followed.
pub const MOST_EXACT: usize = 20;

/// How many steps a search may take, each of them less than a tenth of a microsecond of a native build. It is there so that a page answers whatever a log from a
/// file or a link asks of it: for up to seven minimums none of 8,900 random cases of twenty entries came to it.
const MOST_STEPS: u32 = 10_000_000;

/// How many of the ways that lead nowhere are kept in mind at once.
const MOST_SEEN: usize = 1 << 16;

/// Of how many of them, the largest, the sums are in the first of two lists.
const HALF: usize = MOST_EXACT / 2;

/// More than any way amounts to.
const NO_WORTH: Worth = (Ceus::hundredths(u32::MAX), Ceus::hundredths(u32::MAX));

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

/// The largest number that divides both (Euclid).
fn common(one: u32, other: u32) -> u32 {
    match one.checked_rem(other) {
        Some(rest) => common(other, rest),
        None => one,
    }
}

/// A minimum that still needs something, in the list of these.
struct Minimum {
    need: Ceus,
    /// Which entries could serve it.
    serving: u32,
    /// What it and those after it need together, and which entries could serve one of them.
    all_need: Ceus,
    all_serving: u32,
    /// For each entry, the others whose later minimums it could serve too.
    narrower: [u32; MOST_EXACT],
}

/// How far a search is: some minimums are done with, and one is being served.
#[derive(Clone, Copy)]
struct Step {
    /// The place of that one in the list.
    at: usize,
    /// What it still needs.
    need: Ceus,
    /// Which entries serve it.
    taken: u32,
    /// Which may still be added, the largest first.
    next: u32,
    /// Which entries are nowhere yet, these included.
    free: u32,
    /// What is missing of the minimums before, and what stays of what could leave.
    worth: Worth,
}

/// A minimum that was begun with some entries free, and how much was missing then.
#[derive(Clone, Copy, Default)]
struct Seen {
    round: u32,
    at: usize,
    free: u32,
    missing: Ceus,
}

/// A search for the best worth. The minimums are served one after the other, each by every set of entries that could be part of a best
/// way. Sets of entries are numbers: the nth entry, of which the first is the largest, is among them if the nth binary digit is a 1.
struct Search<'s> {
    /// The entries, the largest first, and what each is worth.
    open: Vec<&'s Candidate<'s>>,
    ceus: [Ceus; MOST_EXACT],
    /// What each set of the first ten and of those after them is worth together.
    sums: [Vec<Ceus>; 2],
    /// What must stay of what could leave, so that the total is as complete as it can be.
    must_stay: Ceus,
    minimums: Vec<Minimum>,
    /// Which entries may leave.
    may_leave: u32,
    /// The largest amount, in hundredths, of which all that may leave are multiples.
    step: u32,
    /// Of each entry, which before it are like it.
    alike: [u32; MOST_EXACT],
    /// The search ends once it finds this. No way has less missing.
    enough: Worth,
    /// Worth less than this is looked for: the best that was found.
    below: Worth,
    /// What was begun, each where its numbers say, until another comes there.
    seen: Vec<Seen>,
    /// Which search this is. What was begun before something was found may lead to something better.
    round: u32,
    /// How many more steps may be taken.
    steps: u32,
}

/// The entries of a set, the largest first.
fn each(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = usize::try_from(set.trailing_zeros()).ok()?;
        set = set.checked_sub(1)? & set;
        Some(first)
    })
}

/// The set of one entry.
fn one(at: usize) -> u32 {
    1 << at
}

/// What every set of some amounts is together.
fn sums(amounts: &[&Candidate<'_>]) -> Vec<Ceus> {
    let mut sums = vec![Ceus::ZERO];
    for candidate in amounts {
        let with: Vec<Ceus> = sums.iter().map(|sum| *sum + candidate.ceus).collect();
        sums.extend(with);
    }
    sums
}

/// The best of all ways, and of equally good ones that whose entries have the first places.
///
/// First it is found what must be missing, as if nothing could leave; then what must stay; then one entry after the other is given the
/// first of its places with which there is still a way that is worth as much.
///
/// `None` if that takes too many steps. Of 8,900 random cases of twenty entries, for up to seven minimums, in whole CEUs, halves, quarters
/// and hundredths, of amounts up to 999 and some of them all but equal, with totals by a little more than the minimums take among them,
/// the worst took 7,600,000 steps and 0.5 seconds of a native build; three more took more than 0.15 seconds, and half of them less than
/// 0.001. With more minimums it takes longer: some of eleven and of twelve come to the limit.
fn best(open: &[Candidate<'_>], short: Ceus, needs: &[Ceus]) -> Option<Vec<Place>> {
    let mut by_size: Vec<(usize, &Candidate<'_>)> = Vec::with_capacity(open.len());
    for (nth, candidate) in open.iter().enumerate() {
        let larger = by_size.partition_point(|(_, other)| other.ceus >= candidate.ceus);
        by_size.insert(larger, (nth, candidate));
    }
    let mut search = Search::of(by_size.iter().map(|(_, candidate)| *candidate).collect());
    let mut rest = search.which(|candidate| candidate.ceus > Ceus::ZERO);
    let could_leave = rest & search.which(|candidate| candidate.may_leave);
    let mut must_stay = short.min(search.sum(could_leave));
    let mut way = Way {
        needs: needs.to_vec(),
        stays: Ceus::ZERO,
    };
    let nothing = (Ceus::ZERO, Ceus::ZERO);
    let (missing, _) = search.best(&way, rest, 0, Ceus::ZERO, nothing, NO_WORTH);
    let below = (missing, Ceus::hundredths(u32::MAX));
    let hundredth = Ceus::hundredths(1);
    let too_little = (missing, must_stay.less(hundredth));
    let mut best = search.best(&way, rest, could_leave, Ceus::ZERO, too_little, below);
    if best.1 < must_stay {
        best = search.best(
            &way,
            rest,
            could_leave,
            must_stay,
            (missing, must_stay),
            below,
        );
    } else {
        // The minimums need as much as the total does.
        must_stay = Ceus::ZERO;
    }
    let below = (best.0, best.1 + hundredth);
    let mut places = Vec::with_capacity(open.len());
    for (nth, candidate) in open.iter().enumerate() {
        let at = by_size.iter().position(|(of, _)| *of == nth);
        rest &= !at.map_or(0, one);
        let mut options = options(candidate).peekable();
        while let Some(place) = options.next() {
            let mut next = way.clone();
            next.put(candidate, place);
            if options.peek().is_none()
                || search.best(&next, rest, could_leave & rest, must_stay, best, below) == best
            {
                way = next;
                places.push(place);
                break;
            }
        }
    }
    (search.steps > 0).then_some(places)
}

impl<'s> Search<'s> {
    fn of(open: Vec<&'s Candidate<'s>>) -> Self {
        let (first, second) = open.split_at(open.len().min(HALF));
        let mut ceus = [Ceus::ZERO; MOST_EXACT];
        for (ceus, candidate) in ceus.iter_mut().zip(&open) {
            *ceus = candidate.ceus;
        }
        Self {
            sums: [sums(first), sums(second)],
            seen: vec![Seen::default(); MOST_SEEN.min(1 << open.len())],
            ceus,
            open,
            must_stay: Ceus::ZERO,
            minimums: Vec::new(),
            may_leave: 0,
            step: 0,
            alike: [0; MOST_EXACT],
            enough: NO_WORTH,
            below: NO_WORTH,
            round: 0,
            steps: MOST_STEPS,
        }
    }

    /// Takes a step. Whether that was the last one: then nothing more is looked for.
    const fn is_over(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps == 0
    }

    /// The set of which something is true.
    fn which(&self, is: impl Fn(&Candidate<'_>) -> bool) -> u32 {
        let of =
            |(at, candidate): (usize, &&Candidate<'_>)| if is(candidate) { one(at) } else { 0 };
        self.open.iter().enumerate().map(of).sum()
    }

    /// What an entry is worth.
    fn ceus(&self, at: usize) -> Ceus {
        self.ceus.get(at).copied().unwrap_or_default()
    }

    /// What a set is worth together.
    fn sum(&self, set: u32) -> Ceus {
        let [first, second] = &self.sums;
        let of = |sums: &[Ceus], set: u32| {
            let at = usize::try_from(set & (one(HALF) - 1)).ok();
            at.and_then(|at| sums.get(at)).copied().unwrap_or_default()
        };
        of(first, set) + of(second, set >> HALF)
    }

    /// The set of those that are worth at least so much.
    fn at_least(&self, ceus: Ceus) -> u32 {
        one(self.ceus.partition_point(|of| *of >= ceus)) - 1
    }

    /// The least worth below one, if there is any, of the ways that begin like this: `rest` are the entries still to be placed, and
    /// `may_leave` those of them that may.
    fn best(
        &mut self,
        way: &Way,
        rest: u32,
        may_leave: u32,
        must_stay: Ceus,
        enough: Worth,
        below: Worth,
    ) -> Worth {
        self.round = self.round.wrapping_add(1);
        (self.may_leave, self.must_stay) = (may_leave, must_stay);
        (self.enough, self.below) = (enough, below);
        self.step = each(may_leave).fold(0, |step, at| common(step, self.ceus(at).in_hundredths()));
        self.minimums.clear();
        for (which, need) in way.needs.iter().enumerate() {
            let serving = rest & self.which(|candidate| candidate.serves.contains(&which));
            if *need == Ceus::ZERO {
                continue;
            }
            // Those that few could serve come first: there is less to choose.
            let size = |serving: u32, need: Ceus| (serving.count_ones(), need);
            let before = self
                .minimums
                .partition_point(|other| size(other.serving, other.need) <= size(serving, *need));
            let minimum = Minimum {
                need: *need,
                serving,
                all_need: Ceus::ZERO,
                all_serving: 0,
                narrower: [0; MOST_EXACT],
            };
            self.minimums.insert(before, minimum);
        }
        let (mut all_need, mut all_serving, mut narrower) = (Ceus::ZERO, 0, [u32::MAX; MOST_EXACT]);
        for minimum in self.minimums.iter_mut().rev() {
            all_need = all_need + minimum.need;
            all_serving |= minimum.serving;
            (minimum.all_need, minimum.all_serving, minimum.narrower) =
                (all_need, all_serving, narrower);
            for (at, narrower) in narrower.iter_mut().enumerate() {
                if one(at) & minimum.serving == 0 {
                    *narrower &= !minimum.serving;
                }
            }
        }
        for at in each(rest) {
            let ceus = self.ceus(at);
            let is_alike = |other: &usize| {
                let is_narrower = |one_of: usize, other: usize| {
                    narrower
                        .get(one_of)
                        .is_some_and(|set| set & one(other) != 0)
                };
                self.ceus(*other) == ceus
                    && is_narrower(at, *other)
                    && is_narrower(*other, at)
                    && (may_leave & one(*other) == 0) == (may_leave & one(at) == 0)
            };
            let alike = each(rest & (one(at) - 1)).filter(is_alike).map(one).sum();
            if let Some(of) = self.alike.get_mut(at) {
                *of = alike;
            }
        }
        if must_stay == Ceus::ZERO {
            self.begins(0, rest, (Ceus::ZERO, way.stays));
        } else {
            self.may_leave = 0;
            self.keeps(rest & !may_leave, may_leave, way.stays);
        }
        self.below
    }

    /// Whether enough is found where the total needs more than the minimums do. So it is chosen first what stays, and then whether the
    /// minimums can be served by it. `stay` is what does so far, and `next` what may still be added.
    fn keeps(&mut self, stay: u32, next: u32, stays: Ceus) -> bool {
        if self.is_over() {
            return true;
        }
        let need = self.must_stay.less(stays);
        let step = self.step(0, stay | next, (Ceus::ZERO, stays));
        if self.sum(next) < need
            || (self.enough.0, stays + self.in_steps(need)) >= self.below
            || step.is_some_and(|step| self.least(&step).0 > self.enough.0)
        {
            return false;
        }
        if need == Ceus::ZERO && self.begins(0, stay, (Ceus::ZERO, stays)) {
            return true;
        }
        each(next).any(|at| {
            let is_first = self.alike.get(at).is_none_or(|alike| alike & !stay == 0);
            is_first
                && self.keeps(
                    stay | one(at),
                    next & !(one(at + 1) - 1),
                    stays + self.ceus(at),
                )
        })
    }

    /// At least so much of what may leave.
    fn in_steps(&self, more: Ceus) -> Ceus {
        let more = more.in_hundredths();
        Ceus::hundredths(more.checked_next_multiple_of(self.step).unwrap_or(more))
    }

    /// The first step of a minimum; `None` after the last. What stays in any case and can serve none after it serves it.
    fn step(&self, at: usize, free: u32, worth: Worth) -> Option<Step> {
        let minimum = self.minimums.get(at)?;
        let after = self
            .minimums
            .get(at + 1)
            .map_or(0, |after| after.all_serving);
        let surely = free & minimum.serving & !after & !self.may_leave;
        let free = free & !surely;
        Some(Step {
            at,
            need: minimum.need.less(self.sum(surely)),
            taken: 0,
            next: free & minimum.serving,
            free,
            worth,
        })
    }

    /// The least that a way can amount to from here on: no less is missing than what is needed beyond what could serve it, and what stays
    /// is more by what serves, and goes in steps.
    fn least(&self, step: &Step) -> Worth {
        let (missing, stays) = step.worth;
        let Some((minimum, after)) = self.minimums.get(step.at..).and_then(<[_]>::split_first)
        else {
            return step.worth;
        };
        let short = |need: Ceus, could_serve: u32| need.less(self.sum(step.free & could_serve));
        let later = after
            .iter()
            .map(|of| short(of.all_need, of.all_serving))
            .max();
        let all_need = step.need + after.first().map_or(Ceus::ZERO, |after| after.all_need);
        let more_missing = (step.need.less(self.sum(step.next)) + later.unwrap_or_default())
            .max(short(all_need, minimum.all_serving))
            .max(self.enough.0.less(missing));
        let stays_anyway = step.free & minimum.all_serving & !self.may_leave;
        let more = all_need.less(more_missing).less(self.sum(stays_anyway));
        (missing + more_missing, stays + self.in_steps(more))
    }

    /// Whether enough is found with the minimums from one on still to be served. What is below the least so far is kept.
    fn begins(&mut self, at: usize, free: u32, worth: Worth) -> bool {
        let Some(step) = self.step(at, free, worth) else {
            if worth < self.below {
                self.below = worth;
                self.round = self.round.wrapping_add(1);
            }
            return self.below <= self.enough;
        };
        let seen = Seen {
            round: self.round,
            at,
            free,
            missing: worth.0,
        };
        let slot = usize::try_from(free.wrapping_mul(0x9E37_79B1) >> 16).unwrap_or_default();
        let slots = self.seen.len() - 1;
        if let Some(kept) = self.seen.get_mut(slot & slots) {
            let is_same = (kept.round, kept.at, kept.free) == (seen.round, at, free);
            if is_same && kept.missing <= seen.missing {
                return false;
            }
            *kept = seen;
        }
        self.goes_on(&step)
    }

    /// Whether enough is found from a step on: each of the next entries is added, or at last none.
    fn goes_on(&mut self, step: &Step) -> bool {
        if self.is_over() {
            return true;
        }
        if step.need == Ceus::ZERO {
            return self.begins(step.at + 1, step.free, step.worth);
        }
        let mut step = *step;
        while self.least(&step) < self.below {
            let Some(at) = each(step.next).next() else {
                let (missing, stays) = step.worth;
                return !self.could_be_better(&step, Ceus::ZERO)
                    && self.begins(step.at + 1, step.free, (missing + step.need, stays));
            };
            step.next &= !one(at);
            if self
                .alike
                .get(at)
                .is_some_and(|alike| alike & step.free != 0)
            {
                continue;
            }
            let ceus = self.ceus(at);
            let mut added = step;
            added.need = step.need.less(ceus);
            added.taken |= one(at);
            added.free &= !one(at);
            if self.may_leave & one(at) != 0 {
                added.worth.1 = added.worth.1 + ceus;
            }
            let is_worse =
                added.need == Ceus::ZERO && self.could_be_better(&added, ceus.less(step.need));
            if !is_worse && self.goes_on(&added) {
                return true;
            }
        }
        false
    }

    /// Whether a minimum could be served otherwise than it was at last, with so much `over` or with what it still needs missing, and
    /// nothing would be lost by it, so that this need not be looked at. It could if one more would not be too much: what that one does
    /// here is no less than what it does elsewhere. And it could if one that is free could take the place of one that was taken, which
    /// then does what the other did, and comes nearer to what is needed, or as near and is of less use after it.
    ///
    /// What is nearer here lets nothing of the minimums before go, and of all best ways there is one that is nearest at the first of
    /// them, and so on: so no two ways rule out each other.
    fn could_be_better(&self, step: &Step, over: Ceus) -> bool {
        let Some(minimum) = self.minimums.get(step.at) else {
            return false;
        };
        let more_than = |ceus: Ceus| self.at_least(ceus + Ceus::hundredths(1));
        let free = step.free & minimum.serving;
        if free & !more_than(step.need) != 0 {
            return true;
        }
        each(step.taken).any(|at| {
            let ceus = self.ceus(at);
            let others = |of: usize| minimum.narrower.get(of).copied().unwrap_or_default();
            let near =
                free & others(at) & self.at_least(ceus.less(over)) & !more_than(ceus + step.need);
            let may_leave = self.may_leave & one(at) != 0;
            // What is left of one that leaves is not what is left of one that stays.
            let as_free = if may_leave {
                near
            } else {
                near & !self.may_leave
            };
            let like = self.at_least(ceus) & !more_than(ceus);
            let nearer = if over == Ceus::ZERO { near } else { as_free };
            nearer & !like != 0
                || each(as_free & like).any(|other| {
                    let stays = may_leave && self.may_leave & one(other) == 0;
                    other < at || stays || others(other) & one(at) == 0
                })
        })
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_without_an_end_is_given_up() {
        let all: Vec<usize> = (0..12).collect();
        let candidate = |nth: u32| Candidate {
            ceus: Ceus::hundredths(100 + nth * nth * 113 % 997),
            may_leave: nth.is_multiple_of(3),
            serves: &all,
        };
        let open: Vec<_> = (0..20).map(candidate).collect();
        let sum: Ceus = open.iter().map(|candidate| candidate.ceus).sum();
        let needs = [Ceus::hundredths(sum.in_hundredths() / 12); 12];
        let placement = place(&open, Ceus::ZERO, &needs);
        assert!(!placement.is_exact);
        assert_eq!(placement.places, in_order(&open, Ceus::ZERO, &needs));
        let placement = place(&open, Ceus::ZERO, needs.split_at(3).0);
        assert!(placement.is_exact, "of three it is soon found");
    }
}
