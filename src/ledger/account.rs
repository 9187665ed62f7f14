//! One body's account: its cycle, what counts in it, and what is missing.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::num::{NonZeroI32, NonZeroU32};
use std::{mem, slice};

use chrono::{Days, Months, NaiveDate};

use super::asked::{asked, certified, plan_change};
use super::placement::{Candidate, Place, place};
use super::repeats::{Firsts, Often};
use super::{
    Anchor, AnchorBy, Asked, Assumed, Caution, Cycle, Looking, PlanChange, Portion, Sort, Verdict,
    Why,
};
use crate::log::{AhimaSource, Alike, Claimed, Domain, Likeness, Profile, Shown, trimmed};
use crate::rules::mechanics::{AAPC_FINAL_NOTICE_DAY, AAPC_REVOKED_AFTER_DAYS, AAPC_WINDOW_MONTHS};
use crate::rules::{Body, Ceus, Edition};

/// The pace that the ledger measures lateness by: most people finish in the last months, and at four CEUs a month
/// that is no reason to worry. It is no rule of a body.
pub const STEADY_PACE: Ceus = Ceus::whole(4);

/// Where a holder stands with one body in one cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Account<'a> {
    /// Which body.
    pub body: Body,
    /// The cycle, and how its days were found; `None` if no date is known, and then every entry is in it.
    pub cycle: Option<(Cycle, AnchorBy)>,
    /// What the cycle asks.
    pub asked: Asked,
    /// What is done.
    pub now: Tally,
    /// What it comes to with what is planned.
    pub forecast: Tally,
    /// The days that matter.
    pub dates: Option<Dates>,
    /// The day from which [`STEADY_PACE`] still suffices for what is missing; `None` if nothing is, or no date is known.
    pub steady_from: Option<NaiveDate>,
    /// Why AAPC asks something else than the holder planned for.
    pub plan_change: Option<PlanChange>,
    /// What is done, counts, and could not be proved today.
    pub audit: Vec<Unproved<'a>>,
    /// Whether there were too many open entries to find the best placement, here or in a cycle before that leaves some for this
    /// one, so that a stated order was followed.
    pub in_stated_order: bool,
    /// Every claim, by day. What is said of one is worked out when it is asked for ([`Account::verdicts`]): most of a long log
    /// is for other cycles, and to write down for each what its day says takes longer than to count it.
    claims: Vec<Item<'a>>,
    /// What has a part in this cycle, in the order of the claims.
    parts: Vec<Placed>,
    /// From what the cycles follow.
    anchor: Option<Anchor>,
    /// The cycle's number.
    number: i32,
    /// The day on which all this is so.
    today: NaiveDate,
}

/// Sums of a cycle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All that was claimed.
    pub claimed: Ceus,
    /// What counts towards the total; never more than it.
    pub counted: Ceus,
    /// What of the total is missing.
    pub short: Ceus,
    /// The parts of a sort.
    pub minimums: Vec<Minimum>,
    /// The least number of further CEUs that completes the total and its parts.
    pub to_do: Ceus,
}

/// A part of the total that must be of a sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minimum {
    /// The sort.
    pub sort: Sort,
    /// What is asked; `None` where the edition has no figure.
    pub at_least: Option<Ceus>,
    /// What is of this sort.
    pub served: Ceus,
    /// What is missing.
    pub missing: Ceus,
}

/// The days of a cycle that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// When CEUs can be submitted; known of AAPC only.
    pub window_opens: Option<NaiveDate>,
    /// At midnight of this day they are due.
    pub due: NaiveDate,
    /// About when AAPC sends its final notice.
    pub final_notice: Option<NaiveDate>,
    /// About when AAPC revokes a credential.
    pub revoked: Option<NaiveDate>,
    /// When the holder submitted the cycle.
    pub submitted: Option<NaiveDate>,
}

/// What an entry lacks that an audit asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// AAPC's index number, unless it is training of CMS, which has none.
    IndexNumber,
    /// The sponsor.
    Sponsor,
    /// The title.
    Title,
    /// The certificate on file.
    Certificate,
}

/// Entries that lack the same thing. Amount and day cannot be lacking: there is no entry without.
#[derive(Clone, Debug, PartialEq)]
pub struct Unproved<'a> {
    /// What they lack.
    pub lack: Lack,
    /// Which they are, by day.
    pub entries: Vec<Shown<'a>>,
    /// The counted CEUs that rest on them.
    pub ceus: Ceus,
}

/// Where a claim may be counted. It says so beside the cycle of its day, and so in a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    /// No cycle is known, so there is only one.
    Anywhere,
    /// In the cycle of its day.
    Dated,
    /// In the one after that.
    Next,
    /// In one of these two.
    Either,
    /// Nowhere.
    Nowhere(Barred),
}

/// Why a claim counts in no cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Barred {
    BeforeCertification,
    NotApproved,
    Repeat,
    PinnedAway,
}

impl From<Barred> for Why {
    fn from(barred: Barred) -> Self {
        match barred {
            Barred::BeforeCertification => Self::BeforeCertification,
            Barred::NotApproved => Self::NotApproved,
            Barred::Repeat => Self::Repeat,
            Barred::PinnedAway => Self::PinnedAway,
        }
    }
}

/// A claim, with what must be known of it whatever cycle is looked at. A long log has so many that to fetch them from memory
/// is most of the work with them, so it is kept small: the cycles themselves follow from their numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Item<'a> {
    shown: &'a Shown<'a>,
    date: NaiveDate,
    ceus: Ceus,
    is_planned: bool,
    home: Home,
    likeness: Option<Likeness>,
    /// The cycle of its day.
    dated: Option<Numbered>,
    /// The place after that of an earlier one that looks the same.
    same: Option<NonZeroU32>,
}

/// A cycle by its number, in a form that takes no more room where there may be none: the least of all numbers is no cycle's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Numbered(NonZeroI32);

impl Numbered {
    fn new(number: i32) -> Option<Self> {
        NonZeroI32::new(number ^ i32::MIN).map(Self)
    }

    const fn number(self) -> i32 {
        self.0.get() ^ i32::MIN
    }
}

impl Item<'_> {
    /// The number of the cycle of its day.
    fn dated(&self) -> Option<i32> {
        self.dated.map(Numbered::number)
    }

    /// Whether it could be what another is, too: what counts nowhere is no first.
    fn may_repeat(&self) -> bool {
        !matches!(self.home, Home::Nowhere(_))
    }

    /// Whether it may be counted in the cycle of this number.
    fn may_be_counted_in(&self, number: i32) -> bool {
        let is_dated = self.dated() == Some(number);
        let is_next = || {
            self.dated()
                .is_some_and(|of| of.saturating_add(1) == number)
        };
        match self.home {
            Home::Anywhere => true,
            Home::Dated => is_dated,
            Home::Next => is_next(),
            Home::Either => is_dated || is_next(),
            Home::Nowhere(_) => false,
        }
    }

    /// Whether its day is in the cycle of this number, and it may be left for the next.
    fn may_leave(&self, number: i32) -> bool {
        self.home == Home::Either && self.dated() == Some(number)
    }

    /// Its place among those of one day, in one number that is compared at once: the larger first, then by likeness.
    fn rank(&self) -> u64 {
        let least_first = u64::from(!self.ceus.in_hundredths()) << 32;
        least_first | u64::from(self.likeness.map_or(0, Likeness::number))
    }
}

/// By day, the larger first on one day. What is left is any order that is always the same: by likeness, which is at hand,
/// and so by name only for what looks the same, since names lie elsewhere in memory.
impl Ord for Item<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_day = self.date.cmp(&other.date);
        by_day
            .then_with(|| self.rank().cmp(&other.rank()))
            .then_with(|| self.shown.id.cmp(other.shown.id))
    }
}

impl Eq for Item<'_> {}

impl PartialOrd for Item<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What a claim has in the cycle that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    /// Its place among the claims.
    at: usize,
    counted: Ceus,
    /// The minimums that it serves.
    serves: Vec<usize>,
    /// Why the rest is not counted.
    why: Option<Why>,
    /// See [`Reached`].
    caution: Option<Caution>,
}

/// A claim that may be counted in a cycle.
struct Reached {
    /// Its place among the items.
    at: usize,
    /// Which minimums of the cycle it could serve: one of AAPC's, and each of AHIMA's.
    serves: Vec<usize>,
    /// What had better be looked at, because it is meant for one of AAPC's minimums and cannot serve it.
    caution: Option<Caution>,
}

/// The account of a body: `offset` cycles after the one that today is in. `None` if nothing is asked and nothing claimed.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::{ledger::account, log::Profile, rules::{Body, Ceus, CredentialId, Edition}};
/// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Ccs, true);
/// let ahima = account(Body::Ahima, &[], &profile, Edition::Article, today, 0).unwrap();
/// assert_eq!(ahima.asked.total, Some(Ceus::whole(20)));
/// ```
pub fn account<'a>(
    body: Body,
    entries: &'a [Shown<'a>],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
    offset: i32,
) -> Option<Account<'a>> {
    let mut claims = Claims::with_room_for(entries.len(), body, profile, today);
    for shown in entries.iter().rev() {
        claims.add(shown);
    }
    claims.account(edition, offset)
}

/// The accounts of both bodies.
pub(super) fn accounts<'a>(
    entries: &'a [Shown<'a>],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
    looking: Looking,
) -> [Option<Account<'a>>; 2] {
    let mut both = [Body::Aapc, Body::Ahima]
        .map(|body| Claims::with_room_for(entries.len(), body, profile, today));
    // A log hands out the latest first. A long one is gone through as seldom as can be: to fetch it from memory takes longer
    // than what is done with it.
    for shown in entries.iter().rev() {
        for claims in &mut both {
            claims.add(shown);
        }
    }
    both.map(|claims| {
        let offset = looking.at(claims.body);
        claims.account(edition, offset)
    })
}

/// The claims on a body, each with the cycles in which it may be counted.
struct Claims<'a, 'p> {
    body: Body,
    profile: &'p Profile,
    today: NaiveDate,
    anchor: Option<(Anchor, AnchorBy)>,
    /// What was done before this day does not count.
    certified: Option<NaiveDate>,
    /// The cycle of the day of the last one. Most are in the same as the one before.
    dated: Option<(i32, Cycle)>,
    /// If the days came in order, all but those of the last day are in theirs.
    items: Vec<Item<'a>>,
    /// Where those of the last day begin.
    last_day: usize,
    /// Where those of a day are put aside while they are sorted.
    aside: Vec<Item<'a>>,
    /// Whether the days came in order.
    is_by_day: bool,
    /// Which of them may look the same.
    often: Often,
    /// All that is claimed.
    claimed: Ceus,
    /// What of it is still to come.
    planned: Ceus,
}

impl<'a, 'p> Claims<'a, 'p> {
    /// None yet, and room for so many.
    fn with_room_for(many: usize, body: Body, profile: &'p Profile, today: NaiveDate) -> Self {
        Self {
            body,
            profile,
            today,
            anchor: Anchor::of(body, profile),
            certified: certified(profile).filter(|_| body == Body::Aapc),
            dated: None,
            items: Vec::with_capacity(many),
            last_day: 0,
            aside: Vec::with_capacity(FEW),
            is_by_day: true,
            often: Often::with_room_for(if body == Body::Aapc { many } else { 0 }),
            claimed: Ceus::ZERO,
            planned: Ceus::ZERO,
        }
    }

    /// Adds what an entry says of a claim, if there is one.
    fn add(&mut self, shown: &'a Shown<'a>) {
        let gist = &shown.gist;
        let Some(Claimed { ceus, pinned }) = gist.claimed(self.body) else {
            return;
        };
        let date = gist.date;
        if self.dated.is_none_or(|(_, cycle)| !cycle.contains(date)) {
            self.dated = self.anchor.and_then(|(anchor, _)| anchor.containing(date));
        }
        let home = if self.certified.is_some_and(|certified| date < certified) {
            Home::Nowhere(Barred::BeforeCertification)
        } else if self.body == Body::Aapc && gist.is_unapproved {
            Home::Nowhere(Barred::NotApproved)
        } else {
            self.home(date, pinned)
        };
        let item = Item {
            shown,
            date,
            ceus,
            // What is still to come is not done, whatever is ticked.
            is_planned: gist.is_planned || date > self.today,
            home,
            likeness: gist.likeness,
            dated: self.dated.and_then(|(number, _)| Numbered::new(number)),
            same: None,
        };
        self.claimed = self.claimed + ceus;
        if item.is_planned {
            self.planned = self.planned + ceus;
        }
        if let Some(last) = self.items.last().map(|last| last.date)
            && last != date
        {
            self.is_by_day &= last < date;
            self.end_day();
        }
        self.items.push(item);
    }

    /// Puts those of the last day in order, while they are still at hand: mostly there is no more to sort. Their likenesses are
    /// noted one after the other, so that a processor can fetch several of the places at once.
    fn end_day(&mut self) {
        if let Some(day) = self.items.get_mut(self.last_day..) {
            sort(day, &mut self.aside);
            if self.body == Body::Aapc {
                for item in day {
                    self.often.note(item.likeness);
                }
            }
        }
        self.last_day = self.items.len();
    }

    /// Where a claim of this day may be counted, as far as its day and its pin say: in the cycle of its day, or in the next.
    fn home(&self, date: NaiveDate, pinned: Option<NaiveDate>) -> Home {
        let (Some((anchor, _)), Some((number, cycle))) = (self.anchor, self.dated) else {
            return Home::Anywhere;
        };
        let is_renewal_month = self.body == Body::Aapc && cycle.is_renewal_month(date);
        let pinned = pinned.and_then(|due| anchor.ending_near(due));
        match pinned {
            Some((pinned, _)) if pinned == number => Home::Dated,
            Some((pinned, _)) if is_renewal_month && pinned == number.saturating_add(1) => {
                Home::Next
            }
            Some(_) => Home::Nowhere(Barred::PinnedAway),
            None if is_renewal_month => match self.profile.submitted(self.body, cycle.last) {
                // What is done after the submission is taken for the next cycle, unless the holder says otherwise.
                Some(on) if date > on => Home::Next,
                _ => Home::Either,
            },
            None => Home::Dated,
        }
    }

    fn account(mut self, edition: Edition, offset: i32) -> Option<Account<'a>> {
        self.end_day();
        if !self.is_by_day {
            sort(&mut self.items, &mut self.aside);
        }
        let Self {
            body,
            profile,
            today,
            anchor,
            mut items,
            often,
            claimed,
            planned,
            ..
        } = self;
        if body == Body::Aapc {
            note_repeats(&mut items, &often);
        }
        let number = anchor
            .and_then(|(anchor, _)| anchor.containing(today)?.0.checked_add(offset))
            .unwrap_or(offset);
        let cycle_of = |number| anchor.and_then(|(anchor, _)| anchor.cycle(number));
        let cycle = cycle_of(number);
        let current = number.saturating_sub(offset);
        let asked_in = |number| asked(body, profile, edition, cycle_of(number), number == current);
        let mut asked = asked_in(number);

        if asked.total.is_none() && items.is_empty() {
            return None;
        }
        let is_after_due = body == Body::Aapc && is_after_due(&items, number, cycle_of);

        let ([mut left_now, mut left_later], is_exact_before) =
            left_before(body, &items, number, asked_in);
        let reached = reach(body, &items, &of_cycle(&items, number), &asked);
        let serves_several = body == Body::Aapc && reached.iter().any(|one| one.serves.len() > 1);
        let mut now = settle(body, &items, &reached, number, &asked, false, &mut left_now);
        let mut later = settle(
            body,
            &items,
            &reached,
            number,
            &asked,
            true,
            &mut left_later,
        );
        now.tally.claimed = claimed.less(planned);
        later.tally.claimed = claimed;
        let parts = counted(&items, &reached, now.parts, later.parts);
        if serves_several {
            asked.assumed.push(Assumed::OneSpecialty);
        }
        if is_after_due {
            asked.assumed.push(Assumed::AfterDueDay);
        }
        let due = cycle.map(|cycle| cycle.last);
        Some(Account {
            body,
            cycle: cycle.zip(anchor.map(|(_, by)| by)),
            dates: cycle.map(|cycle| dates(body, cycle.last, profile)),
            steady_from: due.and_then(|due| steady_from(now.tally.to_do, due)),
            plan_change: Some(body)
                .filter(|body| *body == Body::Aapc && offset == 0)
                .and_then(|_| {
                    let before = cycle_of(number.saturating_sub(1));
                    plan_change(profile, edition, &asked, before)
                }),
            audit: audit(body, &items, &parts),
            in_stated_order: !(is_exact_before && now.is_exact && later.is_exact),
            now: now.tally,
            forecast: later.tally,
            asked,
            claims: items,
            parts,
            anchor: anchor.map(|(anchor, _)| anchor),
            number,
            today,
        })
    }
}

/// Up to how many claims are sorted by insertion. On one day there are seldom more.
const FEW: usize = 16;

/// Up to how many are at once sorted by insertion.
const VERY_FEW: usize = 3;

/// Puts claims in order, so that nothing depends on that of the log.
fn sort<'a>(part: &mut [Item<'a>], aside: &mut Vec<Item<'a>>) {
    if part.len() > FEW {
        // A heap sorts in less code than the standard sort, of which each use is 4 KB of the wasm.
        let sorted = BinaryHeap::from(part.to_vec()).into_sorted_vec();
        part.copy_from_slice(&sorted);
        return;
    }
    if part.len() > VERY_FEW {
        place_each(part, aside);
    }
    insert_each(part);
}

/// Puts each claim about where it belongs, so that little is left to insert: behind as many as seem to come before it.
/// To compare each with all is many comparisons, but a processor need not guess how one of them ends, and a wrong guess takes as
/// long as they all.
fn place_each<'a>(part: &mut [Item<'a>], aside: &mut Vec<Item<'a>>) {
    let mut ranks = [i32::MAX; FEW];
    for (rank, (at, item)) in ranks.iter_mut().zip((0..).zip(part.iter())) {
        // What tells most of them apart: the end of the CEUs, and the beginning of the likeness.
        let [_, _, a, b, c, d, ..] = item.rank().to_be_bytes();
        // With its place, which is below 16, none is like another. Processors compare numbers with signs sooner.
        *rank = ((i32::from_be_bytes([a, b, c, d]) ^ i32::MIN) & !15) | at;
    }
    aside.clear();
    aside.extend_from_slice(part);
    for (item, rank) in aside.iter().zip(ranks) {
        let before: i32 = ranks.iter().map(|other| i32::from(*other < rank)).sum();
        if let Some(place) = usize::try_from(before)
            .ok()
            .and_then(|before| part.get_mut(before))
        {
            *place = *item;
        }
    }
}

/// Lets each claim down to its place among those before it.
fn insert_each(part: &mut [Item<'_>]) {
    for end in 1..part.len() {
        for at in (0..end).rev() {
            match part.get_mut(at..) {
                Some([before, item, ..]) if *item < *before => mem::swap(before, item),
                _ => break,
            }
        }
    }
}

/// The same index number counts once, the first that was done; the same title and sponsor without numbers are asked
/// about.
fn note_repeats(items: &mut [Item<'_>], often: &Often) {
    let all = items.iter().enumerate();
    let places: Vec<usize> = all
        .filter(|(_, item)| item.may_repeat() && often.may_be_of_several(item.likeness))
        .map(|(at, _)| at)
        .collect();
    let mut firsts = Firsts::with_room_for(places.len());
    // What is done is the first, whatever was planned for an earlier day.
    for is_planned in [false, true] {
        for at in &places {
            let at = *at;
            let Some(item) = items.get(at).filter(|item| item.is_planned == is_planned) else {
                continue;
            };
            let Some(of_item) = item.likeness else {
                continue;
            };
            let entry = item.shown.entry;
            let alike = |first: usize| {
                let is_like = Alike::of(items.get(first)?.shown.entry, entry)?;
                Some((u32::try_from(first).ok()?.checked_add(1)?, is_like))
            };
            let first = firsts.before(at, of_item, |first| alike(first).is_some());
            if let (Some((after, alike)), Some(item)) = (first.and_then(alike), items.get_mut(at)) {
                match alike {
                    Alike::ByNumber => item.home = Home::Nowhere(Barred::Repeat),
                    Alike::ByName => item.same = NonZeroU32::new(after),
                }
            }
        }
    }
}

/// The claims with a day in a cycle or in the one before, whose last may be for this one, and their places. They are by
/// day, so they lie together.
fn near<'i, 'a>(items: &'i [Item<'a>], number: i32) -> impl Iterator<Item = (usize, &'i Item<'a>)> {
    let before = number.saturating_sub(1);
    let from = items.partition_point(|item| item.dated().is_some_and(|of| of < before));
    let rest = items.iter().enumerate().skip(from);
    rest.take_while(move |(_, item)| item.dated().is_none_or(|of| of <= number))
}

/// The places of the claims that may be counted in a cycle.
fn of_cycle(items: &[Item<'_>], number: i32) -> Vec<usize> {
    near(items, number)
        .filter(|(_, item)| item.may_be_counted_in(number))
        .map(|(at, _)| at)
        .collect()
}

/// Which items the cycle before one leaves for it, of what is done and with what is planned, and whether it is what the best of all
/// placements leaves.
fn left_before(
    body: Body,
    items: &[Item<'_>],
    number: i32,
    asked_in: impl Fn(i32) -> Asked,
) -> ([Vec<bool>; 2], bool) {
    let mut is_exact = true;
    let mut left = [vec![false; items.len()], vec![false; items.len()]];
    // What a cycle leaves depends on what comes to it from the one before, and so on, back to one that leaves nothing, or
    // all that it may.
    let mut chain: Vec<(i32, Asked, Vec<Reached>)> = Vec::new();
    let mut next = number;
    while let Some(before) = next.checked_sub(1) {
        let list = of_cycle(items, before);
        let may_leave = |at: &usize| {
            let item = items.get(*at);
            item.is_some_and(|item| item.may_leave(before))
        };
        if !list.iter().any(may_leave) {
            break;
        }
        let asked = asked_in(before);
        if is_complete(body, items, &list, &asked) {
            for at in list.into_iter().filter(may_leave) {
                for is_left in left.iter_mut().filter_map(|left| left.get_mut(at)) {
                    *is_left = true;
                }
            }
            break;
        }
        let reached = reach(body, items, &list, &asked);
        chain.push((before, asked, reached));
        next = before;
    }
    for (before, asked, reached) in chain.iter().rev() {
        for (left, with_planned) in left.iter_mut().zip([false, true]) {
            let settled = settle(body, items, reached, *before, asked, with_planned, left);
            is_exact &= settled.is_exact;
        }
    }
    (left, is_exact)
}

/// Whether a cycle is completed by what is done and can be counted nowhere else: then it leaves all that it may,
/// whatever comes to it. Few claims are looked at until it is, however many there are.
fn is_complete(body: Body, items: &[Item<'_>], list: &[usize], asked: &Asked) -> bool {
    let Some(total) = asked.total else {
        return false;
    };
    let mut missing = total;
    let mut of_sorts: Vec<Ceus> = Vec::new();
    for portion in &asked.minimums {
        of_sorts.push(portion.at_least.unwrap_or_default());
    }
    let is_fixed =
        |item: &&Item<'_>| !item.is_planned && matches!(item.home, Home::Dated | Home::Next);
    let mut fixed = list.iter().filter_map(|at| items.get(*at)).filter(is_fixed);
    while missing > Ceus::ZERO || of_sorts.iter().any(|missing| *missing > Ceus::ZERO) {
        let Some(item) = fixed.next() else {
            return false;
        };
        missing = missing.less(item.ceus);
        let (serves, _) = served(body, item.shown, asked);
        if let [only] = serves.as_slice()
            && let Some(missing) = of_sorts.get_mut(*only)
        {
            *missing = missing.less(item.ceus);
        }
    }
    true
}

/// What one claim has in one cycle.
#[derive(Clone, Debug, Default)]
struct Part<'a> {
    counted: Ceus,
    serves: &'a [usize],
    /// Why the rest is not counted.
    why: Option<Why>,
}

/// A cycle in which every claim has its place.
struct Settled<'a> {
    tally: Tally,
    /// One for each item that may be counted in it.
    parts: Vec<Part<'a>>,
    is_exact: bool,
}

/// A claim that stays in a cycle.
struct Staying<'i, 'r> {
    /// Its place among those that may be counted there.
    place: usize,
    item: &'i Item<'i>,
    serves: &'r [usize],
}

/// Places the claims that may be counted in one cycle and counts them. `is_left` tells which items the cycle before
/// left, and then also which ones this one leaves.
fn settle<'r>(
    body: Body,
    items: &[Item<'_>],
    reached: &'r [Reached],
    number: i32,
    asked: &Asked,
    with_planned: bool,
    is_left: &mut [bool],
) -> Settled<'r> {
    let figures: Vec<Ceus> = asked
        .minimums
        .iter()
        .map(|portion| portion.at_least.unwrap_or_default())
        .collect();
    let mut members: Vec<(usize, &Reached, &Item<'_>, bool)> = Vec::new();
    let mut open: Vec<Candidate<'_>> = Vec::new();
    let (mut short, mut needs) = (asked.total.unwrap_or_default(), figures.clone());
    for (place, reached) in reached.iter().enumerate() {
        let (Some(item), Some(is_left)) = (items.get(reached.at), is_left.get(reached.at)) else {
            continue;
        };
        let may_leave = item.may_leave(number);
        let is_of_before = !may_leave && item.home == Home::Either;
        if (is_of_before && !is_left) || (item.is_planned && !with_planned) {
            continue;
        }
        // Where nothing is asked nothing is complete, and all stays where its day is.
        let may_leave = may_leave && asked.total.is_some();
        let serves: &[usize] = match body {
            Body::Aapc => &reached.serves,
            // A CEU may be of both of AHIMA's sorts, so there is nothing to choose.
            Body::Ahima => &[],
        };
        let is_open = may_leave || serves.len() > 1;
        members.push((place, reached, item, is_open));
        if is_open {
            open.push(Candidate {
                ceus: item.ceus,
                may_leave,
                serves,
            });
        } else if let Some(need) = serves.first().and_then(|which| needs.get_mut(*which)) {
            *need = need.less(item.ceus);
        }
        if !may_leave {
            short = short.less(item.ceus);
        }
    }
    let placement = place(&open, short, &needs);
    let mut places = placement.places.into_iter();

    let mut sums = vec![Ceus::ZERO; figures.len()];
    // What goes beyond it counts towards nothing, so it is of no use as AHIMA's own either.
    let mut other_room = other_room(asked);
    let mut stay: Vec<Staying<'_, '_>> = Vec::new();
    for (place, reached, item, is_open) in members {
        let only = Place::Stays(reached.serves.first().copied());
        let to = if is_open { places.next() } else { None }.unwrap_or(only);
        let serves: &[usize] = match (to, body) {
            (Place::Leaves, _) => {
                if let Some(is_left) = is_left.get_mut(reached.at) {
                    *is_left = true;
                }
                continue;
            }
            (Place::Stays(which), Body::Aapc) => {
                let mut choices = reached.serves.iter();
                let chosen = choices.find(|choice| Some(**choice) == which);
                chosen.map(slice::from_ref).unwrap_or_default()
            }
            (Place::Stays(_), Body::Ahima) => &reached.serves,
        };
        let useful = match &mut other_room {
            Some(room) if is_other(body, item.shown) && !serves.is_empty() => {
                let useful = item.ceus.min(*room);
                *room = room.less(useful);
                useful
            }
            _ => item.ceus,
        };
        for which in serves {
            if let Some(sum) = sums.get_mut(*which) {
                *sum = *sum + useful;
            }
        }
        stay.push(Staying {
            place,
            item,
            serves,
        });
    }
    let mut settled = Settled {
        tally: Tally::default(),
        parts: vec![Part::default(); reached.len()],
        is_exact: placement.is_exact,
    };
    count(body, asked, &stay, &mut settled);
    finish(body, asked, &sums, &mut settled.tally);
    settled
}

/// What is left of a total while claims are counted.
struct Room {
    /// Of the total; `None` where nothing is asked.
    whole: Option<Ceus>,
    /// Of what may be in no HIIM domain; `None` where nothing is asked of them.
    other: Option<Ceus>,
}

impl Room {
    /// As much of this as there is room for.
    fn take(&mut self, ceus: Ceus, is_other: bool) -> Ceus {
        let mut taken = ceus.min(self.whole.unwrap_or(ceus));
        if is_other {
            taken = taken.min(self.other.unwrap_or(taken));
            self.other = self.other.map(|room| room.less(taken));
        }
        self.whole = self.whole.map(|room| room.less(taken));
        taken
    }
}

/// Counts what stays, up to the total: first what the parts of a sort need, so that what completes one is never what is
/// beyond the total; then what else is of a sort, and then the rest. Each by day.
fn count<'r>(body: Body, asked: &Asked, stay: &[Staying<'_, 'r>], settled: &mut Settled<'r>) {
    let mut room = Room {
        whole: asked.total,
        other: other_room(asked),
    };
    let mut needs: Vec<Ceus> = Vec::new();
    for portion in &asked.minimums {
        needs.push(portion.at_least.unwrap_or_default());
    }
    let mut needed = vec![Ceus::ZERO; stay.len()];
    // What is of both of AHIMA's sorts is needed twice over.
    for sorts in [2, 1] {
        for (staying, needed) in stay.iter().zip(&mut needed) {
            if staying.serves.len() == sorts {
                let needs_of = staying.serves.iter().filter_map(|which| needs.get(*which));
                let most = needs_of.max().copied().unwrap_or_default();
                let is_other = is_other(body, staying.item.shown);
                *needed = room.take(staying.item.ceus.min(most), is_other);
                for which in staying.serves {
                    if let Some(need) = needs.get_mut(*which) {
                        *need = need.less(*needed);
                    }
                }
            }
        }
    }
    let is_late = |staying: &Staying<'_, '_>| match body {
        Body::Aapc => !staying
            .serves
            .iter()
            .filter_map(|which| asked.minimums.get(*which))
            .any(|portion| portion.at_least.is_some()),
        Body::Ahima => is_other(body, staying.item.shown),
    };
    for late in [false, true] {
        for (staying, needed) in stay.iter().zip(&needed) {
            if is_late(staying) != late {
                continue;
            }
            let ceus = staying.item.ceus;
            let rest = room.take(ceus.less(*needed), is_other(body, staying.item.shown));
            let counted = *needed + rest;
            let why = if counted == ceus {
                None
            } else if room.whole == Some(Ceus::ZERO) {
                Some(Why::Surplus)
            } else {
                Some(Why::OtherDomains)
            };
            settled.tally.counted = settled.tally.counted + counted;
            if let Some(part) = settled.parts.get_mut(staying.place) {
                *part = Part {
                    counted,
                    serves: staying.serves,
                    why,
                };
            }
        }
    }
}

/// What AHIMA takes of other domains: what the HIIM domains leave of the total. `None` where nothing is asked of them.
fn other_room(asked: &Asked) -> Option<Ceus> {
    let mut minimums = asked.minimums.iter();
    let hiim = minimums.find(|portion| portion.sort == Sort::HiimDomains)?;
    Some(asked.total?.less(hiim.at_least?))
}

/// Whether a claim is in none of AHIMA's HIIM domains.
fn is_other(body: Body, shown: &Shown<'_>) -> bool {
    body == Body::Ahima && shown.gist.domain == Some(Domain::Other)
}

/// What is missing, and of which sort.
fn finish(body: Body, asked: &Asked, served: &[Ceus], tally: &mut Tally) {
    tally.short = asked.total.unwrap_or_default().less(tally.counted);
    tally.minimums = asked
        .minimums
        .iter()
        .zip(served)
        .map(|(portion, served)| Minimum {
            sort: portion.sort.clone(),
            at_least: portion.at_least,
            served: *served,
            missing: portion.at_least.unwrap_or_default().less(*served),
        })
        .collect();
    let missing = tally.minimums.iter().map(|minimum| minimum.missing);
    let of_sorts = match body {
        // A CEU serves one specialty.
        Body::Aapc => missing.sum(),
        // A CEU may be of both sorts.
        Body::Ahima => missing.max().unwrap_or_default(),
    };
    tally.to_do = tally.short.max(of_sorts);
}

/// The claims of a list with the minimums of a cycle that they could serve.
fn reach(body: Body, items: &[Item<'_>], list: &[usize], asked: &Asked) -> Vec<Reached> {
    let of = |at: &usize| {
        let (serves, caution) = served(body, items.get(*at)?.shown, asked);
        Some(Reached {
            at: *at,
            serves,
            caution,
        })
    };
    list.iter().filter_map(of).collect()
}

/// Which minimums a claim could serve, and what had better be looked at in it because it cannot serve one.
fn served(body: Body, shown: &Shown<'_>, asked: &Asked) -> (Vec<usize>, Option<Caution>) {
    match body {
        Body::Aapc => {
            let (serves, caution) = of_aapc(shown, asked);
            (preferred(serves, asked), caution)
        }
        Body::Ahima => (of_ahima(shown, asked), None),
    }
}

/// Whether a claim could serve one of AAPC's minimums. If it is meant for it and cannot, what had better be looked at.
fn may_serve(shown: &Shown<'_>, portion: &Portion) -> Result<bool, Caution> {
    let Sort::Specific(code) = &portion.sort else {
        return Ok(false);
    };
    let Shown { gist, entry, .. } = shown;
    let claim = || entry.aapc.as_ref();
    let is_code = |text: &str| trimmed(text).eq_ignore_ascii_case(code);
    let is_approved = gist.is_approved_for(code).unwrap_or_else(|| {
        let mut approved_for = claim().into_iter().flat_map(|claim| &claim.approved_for);
        approved_for.any(|for_it| is_code(&for_it.0))
    });
    let is_pinned = || claim().is_some_and(|claim| is_code(&claim.pin.credential));
    let is_before = |since: NaiveDate| gist.date < since;
    if !is_approved {
        if gist.is_pinned_to_credential && is_pinned() {
            return Err(Caution::PinnedToUnapproved);
        }
        return Ok(false);
    }
    if gist.is_cms {
        return Err(Caution::CmsServesNoSpecialty);
    }
    if portion.since.is_some_and(is_before) {
        return Err(Caution::BeforeThatCredential);
    }
    Ok(!gist.is_pinned_to_credential || is_pinned())
}

/// Which of AAPC's minimums a claim could serve, and what had better be looked at in it.
fn of_aapc(shown: &Shown<'_>, asked: &Asked) -> (Vec<usize>, Option<Caution>) {
    let mut serves = Vec::new();
    let mut caution = None;
    for (at, portion) in asked.minimums.iter().enumerate() {
        match may_serve(shown, portion) {
            Ok(true) => serves.push(at),
            Ok(false) => {}
            Err(found) => caution = Some(found),
        }
    }
    (serves, caution)
}

/// Of the minimums that a claim could serve those with a figure, if there are any: where an edition has none nothing is
/// owed.
fn preferred(mut serves: Vec<usize>, asked: &Asked) -> Vec<usize> {
    let has_figure = |at: &usize| {
        let portion = asked.minimums.get(*at);
        portion.is_some_and(|portion| portion.at_least.is_some())
    };
    if serves.iter().any(has_figure) {
        serves.retain(has_figure);
    }
    serves
}

/// Which of AHIMA's shares a claim is of.
fn of_ahima(shown: &Shown<'_>, asked: &Asked) -> Vec<usize> {
    let (domain, source) = (shown.gist.domain, shown.gist.source);
    let is_of = |sort: &Sort| match sort {
        Sort::HiimDomains => domain.is_some_and(|domain| domain != Domain::Other),
        Sort::AhimaSources => {
            matches!(source, Some(AhimaSource::Ahima | AhimaSource::Component))
        }
        Sort::Specific(_) => false,
    };
    asked
        .minimums
        .iter()
        .enumerate()
        .filter(|(_, portion)| is_of(&portion.sort))
        .map(|(at, _)| at)
        .collect()
}

/// What the claims have in a cycle: what is done as it counts now, and what is planned as it counts in the forecast.
fn counted(
    items: &[Item<'_>],
    reached: &[Reached],
    now: Vec<Part<'_>>,
    later: Vec<Part<'_>>,
) -> Vec<Placed> {
    let mut all = Vec::with_capacity(reached.len());
    for (reached, (now, later)) in reached.iter().zip(now.into_iter().zip(later)) {
        let is_planned = items.get(reached.at).is_some_and(|item| item.is_planned);
        let part = if is_planned { later } else { now };
        all.push(Placed {
            at: reached.at,
            counted: part.counted,
            serves: part.serves.to_vec(),
            why: part.why,
            caution: reached.caution.clone(),
        });
    }
    all
}

impl<'a> Account<'a> {
    /// What is said of every claim, by day: of what is done as it counts now, and of what is planned as it counts in the
    /// forecast.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use coderpath::ledger::account;
    /// use coderpath::log::{AapcDraft, Draft, EntryId, Profile, Shown, Typed};
    /// use coderpath::rules::{Body, Ceus, CredentialId, Edition};
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let aapc = AapcDraft { is_claimed: true, ceus: "1.5".into(), ..AapcDraft::default() };
    /// let draft = Draft { date: Typed::day(today), title: "Modifiers".into(), aapc, ..Draft::default() };
    /// let (id, entry) = (EntryId::new(1), draft.read(None, today).unwrap());
    /// let mut profile = Profile::default();
    /// profile.hold(CredentialId::Cpc, true);
    /// let entries = [Shown::of(&id, &entry)];
    /// let aapc = account(Body::Aapc, &entries, &profile, Edition::Article, today, 0).unwrap();
    /// assert_eq!(aapc.verdicts().next().unwrap().counted, Ceus::hundredths(150));
    /// ```
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict<'a>> {
        let mut parts = self.parts.iter().peekable();
        let mut latest = None;
        self.claims.iter().enumerate().map(move |(at, item)| {
            let part = parts.next_if(|part| part.at == at);
            let mut verdict = Verdict {
                shown: item.shown,
                claimed: item.ceus,
                counted: Ceus::ZERO,
                serves: Vec::new(),
                uncounted: None,
                cautions: if self.has_to_do_with(item) {
                    self.cautions(item, part)
                } else {
                    Vec::new()
                },
                is_planned: item.is_planned,
            };
            let has_part = |part: &&Placed| part.counted > Ceus::ZERO || part.why.is_some();
            if let Some(part) = part.filter(has_part) {
                let sort = |which: &usize| Some(self.asked.minimums.get(*which)?.sort.clone());
                let rest = item.ceus.less(part.counted);
                verdict.counted = part.counted;
                verdict.serves = part.serves.iter().filter_map(sort).collect();
                verdict.uncounted = part.why.map(|why| (rest, why));
            } else {
                let why = self.elsewhere(item, &mut latest);
                verdict.uncounted = why.map(|why| (item.ceus, why));
            }
            verdict
        })
    }

    /// Why a claim has no part in this cycle. Most are for the same cycle as the `latest` that was found.
    fn elsewhere(&self, item: &Item<'_>, latest: &mut Option<(i32, Cycle)>) -> Option<Why> {
        if let Home::Nowhere(barred) = item.home {
            return Some(barred.into());
        }
        let dated = item.dated()?;
        let number = match item.home {
            Home::Next => dated.saturating_add(1),
            // Not here, so in the other of the two.
            Home::Either if dated == self.number => dated.saturating_add(1),
            _ => dated,
        };
        if latest.is_none_or(|(of, _)| of != number) {
            *latest = Some((number, self.anchor?.cycle(number)?));
        }
        latest.map(|(_, cycle)| Why::OtherCycle(cycle))
    }

    /// Whether a claim may be counted in this cycle, or is counted in the next though its day is in this one.
    fn has_to_do_with(&self, item: &Item<'_>) -> bool {
        let is_moved = item.home == Home::Next && item.dated() == Some(self.number);
        is_moved || item.may_be_counted_in(self.number)
    }

    /// What had better be looked at in a claim, though it counts.
    fn cautions(&self, item: &Item<'_>, part: Option<&Placed>) -> Vec<Caution> {
        let mut cautions = Vec::new();
        let same = item.same.and_then(|after| {
            let place = usize::try_from(after.get() - 1).ok()?;
            self.claims.get(place)
        });
        cautions.extend(same.map(|same| Caution::SameAs(same.shown.id.clone())));
        let gist = &item.shown.gist;
        match self.body {
            Body::Aapc => {
                if !item.ceus.is_in_halves() {
                    cautions.push(Caution::Step);
                }
                cautions.extend(match part {
                    Some(part) => part.caution.clone(),
                    None => of_aapc(item.shown, &self.asked).1,
                });
            }
            Body::Ahima => {
                if gist.domain.is_none() {
                    cautions.push(Caution::DomainNotTold);
                }
                let mut minimums = self.asked.minimums.iter();
                let asks_source = minimums.any(|portion| portion.sort == Sort::AhimaSources);
                if asks_source && gist.source.is_none() {
                    cautions.push(Caution::SourceNotTold);
                }
            }
        }
        if gist.is_planned && item.date < self.today {
            cautions.push(Caution::PlannedIsPast);
        }
        cautions
    }
}

/// The days of a cycle that matter.
fn dates(body: Body, due: NaiveDate, profile: &Profile) -> Dates {
    let of_aapc = |day: Option<NaiveDate>| day.filter(|_| body == Body::Aapc);
    let after = |days: u32| due.checked_add_days(Days::new(u64::from(days)));
    Dates {
        window_opens: of_aapc(due.checked_sub_months(Months::new(AAPC_WINDOW_MONTHS.value))),
        due,
        final_notice: of_aapc(after(AAPC_FINAL_NOTICE_DAY.value)),
        revoked: of_aapc(after(AAPC_REVOKED_AFTER_DAYS.value)),
        submitted: profile.submitted(body, due),
    }
}

/// From when the steady pace still suffices: as many whole months before the end as it needs.
fn steady_from(to_do: Ceus, due: NaiveDate) -> Option<NaiveDate> {
    let months = to_do.in_hundredths().div_ceil(STEADY_PACE.in_hundredths());
    due.succ_opt()?
        .checked_sub_months(Months::new(months))
        .filter(|_| months > 0)
}

/// What counts and could not be proved today.
fn audit<'a>(body: Body, items: &[Item<'a>], parts: &[Placed]) -> Vec<Unproved<'a>> {
    let lacks = |lack, shown: &Shown<'_>| {
        let entry = shown.entry;
        let is_empty = |text: &str| text.trim().is_empty();
        let is_cms = entry.aapc.as_ref().is_some_and(|claim| claim.cms);
        match (lack, body) {
            (Lack::IndexNumber, Body::Aapc) => !is_cms && is_empty(&entry.index_number),
            (Lack::Sponsor, Body::Aapc) => is_empty(&entry.sponsor),
            // AHIMA's record has neither.
            (Lack::IndexNumber | Lack::Sponsor, Body::Ahima) => false,
            (Lack::Title, _) => is_empty(&entry.title),
            (Lack::Certificate, _) => entry.has_certificate(body) == Some(false),
        }
    };
    let mut unproved = [
        Lack::IndexNumber,
        Lack::Sponsor,
        Lack::Title,
        Lack::Certificate,
    ]
    .map(|lack| Unproved {
        lack,
        entries: Vec::new(),
        ceus: Ceus::ZERO,
    });
    for part in parts {
        let Some(item) = items.get(part.at) else {
            continue;
        };
        if item.is_planned || part.counted == Ceus::ZERO {
            continue;
        }
        for of_lack in &mut unproved {
            if lacks(of_lack.lack, item.shown) {
                of_lack.entries.push(*item.shown);
                of_lack.ceus = of_lack.ceus + part.counted;
            }
        }
    }
    let found = unproved.into_iter();
    found
        .filter(|of_lack| !of_lack.entries.is_empty())
        .collect()
}

/// Whether something was completed in the renewal month before or at the end of this cycle, but after the due day or
/// the submission.
fn is_after_due(items: &[Item<'_>], number: i32, cycle_of: impl Fn(i32) -> Option<Cycle>) -> bool {
    let with_before = |of: i32| (of, cycle_of(of.saturating_sub(1)));
    let cycles = [number.saturating_sub(1), number].map(with_before);
    near(items, number).any(|(_, item)| {
        let is_in_month_before = |(of, before): &(i32, Option<Cycle>)| {
            let is_renewal_month = |before: Cycle| before.is_renewal_month(item.date);
            item.dated() == Some(*of) && before.is_some_and(is_renewal_month)
        };
        item.home == Home::Next || cycles.iter().any(is_in_month_before)
    })
}
