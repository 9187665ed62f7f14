//! One body's account: its cycle, what counts in it, and what is missing.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::{mem, slice};

use chrono::{Datelike, Days, Months, NaiveDate};

use super::asked::{asked, certified, plan_change};
use super::placement::{Candidate, Place, place};
use super::repeats::Firsts;
use super::{
    Anchor, AnchorBy, Asked, Assumed, Caution, Cycle, Looking, PlanChange, Portion, Sort, Verdict,
    Why,
};
use crate::log::{
    AapcClaim, ActivityKind, AhimaSource, Alike, Domain, EntryId, Likeness, Profile, Shown, State,
    trimmed,
};
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
    /// Every claim: what is done as it counts now, and what is planned as it counts in the forecast. By day.
    pub verdicts: Vec<Verdict<'a>>,
    /// The days that matter.
    pub dates: Option<Dates>,
    /// The day from which [`STEADY_PACE`] still suffices for what is missing; `None` if nothing is, or no date is known.
    pub steady_from: Option<NaiveDate>,
    /// Why AAPC asks something else than the holder planned for.
    pub plan_change: Option<PlanChange>,
    /// What is done, counts, and could not be proved today.
    pub audit: Vec<Unproved<'a>>,
    /// Whether there were too many open entries to find the best placement, so that a stated order was followed.
    pub in_stated_order: bool,
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

/// Where a claim may be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    /// No cycle is known, so there is only one.
    Anywhere,
    /// In the cycle of this number.
    In(i32),
    /// In this one, where its day is, or in the next.
    Either(i32),
    /// Nowhere.
    Nowhere(Why),
}

/// A claim, with what must be known of it whatever cycle is looked at.
#[derive(Clone, Copy)]
struct Item<'a> {
    shown: Shown<'a>,
    date: NaiveDate,
    ceus: Ceus,
    is_planned: bool,
    /// Whether it is teaching that was not approved.
    is_unapproved: bool,
    /// The due day of the cycle that it is pinned to.
    pinned: Option<NaiveDate>,
    /// The cycle of its day.
    dated: Option<(i32, Cycle)>,
    home: Home,
    /// An earlier one that looks the same.
    same: Option<&'a EntryId>,
}

impl<'a> Item<'a> {
    /// What an entry says of a claim on a body.
    fn read(body: Body, shown: Shown<'a>, today: NaiveDate) -> Option<Self> {
        let entry = shown.entry;
        let is_approved = |claim: &AapcClaim| claim.pre_approved;
        Some(Self {
            shown,
            date: entry.date,
            ceus: entry.ceus(body)?,
            // What is still to come is not done, whatever is ticked.
            is_planned: entry.state == State::Planned || entry.date > today,
            is_unapproved: body == Body::Aapc
                && entry.kind == ActivityKind::Teaching
                && !entry.aapc.as_ref().is_none_or(is_approved),
            pinned: entry.pin(body).and_then(|pin| pin.due),
            dated: None,
            home: Home::Anywhere,
            same: None,
        })
    }
}

/// By day, the larger first on one day.
impl Ord for Item<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_day = self.date.cmp(&other.date);
        by_day
            .then_with(|| other.ceus.cmp(&self.ceus))
            .then_with(|| self.shown.id.cmp(other.shown.id))
    }
}

impl PartialOrd for Item<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Item<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Item<'_> {}

/// A claim that may be counted in a cycle.
struct Reached {
    /// Its place among the items.
    at: usize,
    /// Which minimums of the cycle it could serve: one of AAPC's, and each of AHIMA's.
    serves: Vec<usize>,
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
    entries: &[Shown<'a>],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
    offset: i32,
) -> Option<Account<'a>> {
    let mut items = Vec::with_capacity(entries.len());
    for shown in entries.iter().rev() {
        items.extend(Item::read(body, *shown, today));
    }
    Claims::of(body, items, profile, today).account(edition, offset)
}

/// The accounts of both bodies.
pub(super) fn accounts<'a>(
    entries: &[Shown<'a>],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
    looking: Looking,
) -> [Option<Account<'a>>; 2] {
    let mut both = [Body::Aapc, Body::Ahima].map(|body| (body, Vec::with_capacity(entries.len())));
    // A log hands out the latest first. An entry is read for both bodies while it is at hand, and nothing else is done
    // meanwhile: where a log is long, to fetch it from memory takes longer than all that follows, and a processor fetches
    // several at once if little is done between them.
    for shown in entries.iter().rev() {
        for (body, items) in &mut both {
            items.extend(Item::read(*body, *shown, today));
        }
    }
    both.map(|(body, items)| {
        Claims::of(body, items, profile, today).account(edition, looking.at(body))
    })
}

/// The claims on a body, by day, each with the cycles in which it may be counted.
struct Claims<'a, 'p> {
    body: Body,
    profile: &'p Profile,
    today: NaiveDate,
    anchor: Option<(Anchor, AnchorBy)>,
    items: Vec<Item<'a>>,
}

impl<'a, 'p> Claims<'a, 'p> {
    fn of(body: Body, mut items: Vec<Item<'a>>, profile: &'p Profile, today: NaiveDate) -> Self {
        by_day(&mut items);
        let anchor = Anchor::of(body, profile);
        // What was done before the certification does not count.
        let certified = certified(profile).filter(|_| body == Body::Aapc);
        let mut dated: Option<(i32, Cycle)> = None;
        for item in &mut items {
            // Most are in the same cycle as the one before.
            if dated.is_none_or(|(_, cycle)| !cycle.contains(item.date)) {
                dated = anchor.and_then(|(anchor, _)| anchor.containing(item.date));
            }
            item.dated = dated;
            item.home = if certified.is_some_and(|certified| item.date < certified) {
                Home::Nowhere(Why::BeforeCertification)
            } else if item.is_unapproved {
                Home::Nowhere(Why::NotApproved)
            } else if let (Some((anchor, _)), Some(dated)) = (anchor, dated) {
                home(body, item, dated, anchor, profile)
            } else {
                Home::Anywhere
            };
        }
        if body == Body::Aapc {
            note_repeats(&mut items);
        }
        Self {
            body,
            profile,
            today,
            anchor,
            items,
        }
    }

    fn account(self, edition: Edition, offset: i32) -> Option<Account<'a>> {
        let Self {
            body,
            profile,
            today,
            anchor,
            items,
        } = self;
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
        let is_after_due = body == Body::Aapc && is_after_due(&items, number);

        let [mut left_now, mut left_later] = left_before(body, &items, number, asked_in);
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
        for item in &items {
            later.tally.claimed = later.tally.claimed + item.ceus;
            if !item.is_planned {
                now.tally.claimed = now.tally.claimed + item.ceus;
            }
        }
        let parts = reached.iter().zip(now.parts.into_iter().zip(later.parts));
        let looked_at = LookedAt {
            body,
            anchor: anchor.map(|(anchor, _)| anchor),
            number,
            today,
            asked: &asked,
        };
        let verdicts = looked_at.verdicts(&items, parts);
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
            audit: audit(body, &verdicts),
            in_stated_order: !now.is_exact || !later.is_exact,
            now: now.tally,
            forecast: later.tally,
            asked,
            verdicts,
        })
    }
}

/// Where a claim may be counted: in the cycle of its day, or in the next.
fn home(
    body: Body,
    item: &Item<'_>,
    (number, cycle): (i32, Cycle),
    anchor: Anchor,
    profile: &Profile,
) -> Home {
    let next = number.saturating_add(1);
    let is_renewal_month = body == Body::Aapc && cycle.is_renewal_month(item.date);
    let pinned = item.pinned.and_then(|due| anchor.ending_near(due));
    match (pinned, is_renewal_month) {
        (Some((pinned, _)), true) if pinned == number || pinned == next => Home::In(pinned),
        (Some((pinned, _)), _) if pinned == number => Home::In(number),
        (Some(_), _) => Home::Nowhere(Why::PinnedAway),
        // What is done after the submission is taken for the next cycle, unless the holder says otherwise.
        (None, true) => match profile.submitted(body, cycle.last) {
            Some(on) if item.date > on => Home::In(next),
            _ => Home::Either(number),
        },
        (None, false) => Home::In(number),
    }
}

/// Up to how many claims are sorted by insertion. On one day there are seldom more.
const FEW: usize = 16;

/// Puts claims in order, so that nothing depends on that of the log.
fn by_day(items: &mut [Item<'_>]) {
    // Mostly there is no more to do than to sort those of one day.
    let is_by_day = items.is_sorted_by_key(|item| item.date);
    for part in items.chunk_by_mut(|one, next| !is_by_day || one.date == next.date) {
        if part.len() <= FEW {
            insert_each(part);
        } else {
            // A heap sorts in less code than the standard sort, of which each use is 4 KB of the wasm.
            let sorted = BinaryHeap::from(part.to_vec()).into_sorted_vec();
            part.copy_from_slice(&sorted);
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
fn note_repeats(items: &mut [Item<'_>]) {
    let likeness = |item: &Item<'_>| -> Option<Likeness> {
        let may_repeat = !matches!(item.home, Home::Nowhere(_));
        item.shown.likeness.filter(|_| may_repeat)
    };
    let mut firsts = Firsts::with_room_for(items.len());
    // What is done is the first, whatever was planned for an earlier day.
    for is_planned in [false, true] {
        for at in 0..items.len() {
            let Some(item) = items.get(at).filter(|item| item.is_planned == is_planned) else {
                continue;
            };
            let Some(of_item) = likeness(item) else {
                continue;
            };
            let entry = item.shown.entry;
            let alike = |first: usize| {
                let first = items.get(first)?.shown;
                Some((first.id, Alike::of(first.entry, entry)?))
            };
            let first = firsts.before(at, of_item, |first| alike(first).is_some());
            if let (Some((first, alike)), Some(item)) = (first.and_then(alike), items.get_mut(at)) {
                match alike {
                    Alike::ByNumber => item.home = Home::Nowhere(Why::Repeat),
                    Alike::ByName => item.same = Some(first),
                }
            }
        }
    }
}

/// The places of the claims that may be counted in a cycle. They are by day, so they lie together: with those of the
/// cycle before, whose last may be for this one.
fn of_cycle(items: &[Item<'_>], number: i32) -> Vec<usize> {
    let before = number.saturating_sub(1);
    let from = items.partition_point(|item| item.dated.is_some_and(|(of, _)| of < before));
    let may_be_counted = |item: &Item<'_>| match item.home {
        Home::Anywhere => true,
        Home::In(only) => only == number,
        Home::Either(of) => of == number || of == before,
        Home::Nowhere(_) => false,
    };
    let places = items.iter().enumerate().skip(from);
    places
        .take_while(|(_, item)| item.dated.is_none_or(|(of, _)| of <= number))
        .filter(|(_, item)| may_be_counted(item))
        .map(|(at, _)| at)
        .collect()
}

/// Which items the cycle before one leaves for it: of what is done, and with what is planned.
fn left_before(
    body: Body,
    items: &[Item<'_>],
    number: i32,
    asked_in: impl Fn(i32) -> Asked,
) -> [Vec<bool>; 2] {
    let mut left = [vec![false; items.len()], vec![false; items.len()]];
    // What a cycle leaves depends on what comes to it from the one before, and so on, back to one that leaves nothing, or
    // all that it may.
    let mut chain: Vec<(i32, Asked, Vec<Reached>)> = Vec::new();
    let mut next = number;
    while let Some(before) = next.checked_sub(1) {
        let list = of_cycle(items, before);
        let may_leave = |at: &usize| {
            let item = items.get(*at);
            item.is_some_and(|item| item.home == Home::Either(before))
        };
        if !list.iter().any(may_leave) {
            break;
        }
        let asked = asked_in(before);
        let reached = reach(body, items, &list, &asked);
        if is_complete(items, &reached, &asked) {
            for at in list.into_iter().filter(may_leave) {
                for is_left in left.iter_mut().filter_map(|left| left.get_mut(at)) {
                    *is_left = true;
                }
            }
            break;
        }
        chain.push((before, asked, reached));
        next = before;
    }
    for (before, asked, reached) in chain.iter().rev() {
        for (left, with_planned) in left.iter_mut().zip([false, true]) {
            settle(body, items, reached, *before, asked, with_planned, left);
        }
    }
    left
}

/// Whether a cycle is completed by what is done and can be counted nowhere else: then it leaves all that it may,
/// whatever comes to it.
fn is_complete(items: &[Item<'_>], reached: &[Reached], asked: &Asked) -> bool {
    let sum = |is_meant: &dyn Fn(&Reached) -> bool| -> Ceus {
        let meant = reached.iter().filter(|one| is_meant(one));
        meant
            .filter_map(|one| items.get(one.at))
            .filter(|item| !item.is_planned && matches!(item.home, Home::In(_)))
            .map(|item| item.ceus)
            .sum()
    };
    let mut minimums = asked.minimums.iter().enumerate();
    asked.total.is_some_and(|total| sum(&|_| true) >= total)
        && minimums.all(|(at, portion)| {
            let at_least = portion.at_least.unwrap_or_default();
            sum(&|one| one.serves == [at]) >= at_least
        })
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
    let mut members: Vec<(usize, &Reached, &Item<'_>)> = Vec::new();
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    for (place, reached) in reached.iter().enumerate() {
        let (Some(item), Some(is_left)) = (items.get(reached.at), is_left.get(reached.at)) else {
            continue;
        };
        let may_leave = item.home == Home::Either(number);
        let is_of_before = !may_leave && matches!(item.home, Home::Either(_));
        if (is_of_before && !is_left) || (item.is_planned && !with_planned) {
            continue;
        }
        members.push((place, reached, item));
        candidates.push(Candidate {
            ceus: item.ceus,
            // Where nothing is asked nothing is complete, and all stays where its day is.
            may_leave: may_leave && asked.total.is_some(),
            serves: match body {
                Body::Aapc => &reached.serves,
                // A CEU may be of both of AHIMA's sorts, so there is nothing to choose.
                Body::Ahima => &[],
            },
        });
    }
    let placement = place(&candidates, asked.total.unwrap_or_default(), &figures);

    let mut sums = vec![Ceus::ZERO; figures.len()];
    // What goes beyond it counts towards nothing, so it is of no use as AHIMA's own either.
    let mut other_room = other_room(asked);
    let mut stay: Vec<Staying<'_, '_>> = Vec::new();
    for ((place, reached, item), to) in members.into_iter().zip(placement.places) {
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
fn is_other(body: Body, shown: Shown<'_>) -> bool {
    let claim = shown.entry.ahima.as_ref();
    body == Body::Ahima && claim.is_some_and(|claim| claim.domain == Some(Domain::Other))
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
        let shown = items.get(*at)?.shown;
        let serves = match body {
            Body::Aapc => preferred(of_aapc(shown, asked), asked),
            Body::Ahima => of_ahima(shown, asked),
        };
        Some(Reached { at: *at, serves })
    };
    list.iter().filter_map(of).collect()
}

/// Whether a claim could serve one of AAPC's minimums. If it is meant for it and cannot, what had better be looked at.
fn may_serve(shown: Shown<'_>, portion: &Portion) -> Result<bool, Caution> {
    let (Some(claim), Sort::Specific(code)) = (&shown.entry.aapc, &portion.sort) else {
        return Ok(false);
    };
    let is_code = |text: &str| trimmed(text).eq_ignore_ascii_case(code);
    let pinned = trimmed(&claim.pin.credential);
    let is_approved = claim.approved_for.iter().any(|for_it| is_code(&for_it.0));
    let is_before = |since: NaiveDate| shown.entry.date < since;
    if !is_approved {
        if is_code(pinned) {
            return Err(Caution::PinnedToUnapproved);
        }
        return Ok(false);
    }
    if claim.cms {
        return Err(Caution::CmsServesNoSpecialty);
    }
    if portion.since.is_some_and(is_before) {
        return Err(Caution::BeforeThatCredential);
    }
    Ok(pinned.is_empty() || is_code(pinned))
}

/// Which of AAPC's minimums a claim could serve.
fn of_aapc(shown: Shown<'_>, asked: &Asked) -> Vec<usize> {
    let minimums = asked.minimums.iter().enumerate();
    minimums
        .filter(|(_, portion)| may_serve(shown, portion) == Ok(true))
        .map(|(at, _)| at)
        .collect()
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
fn of_ahima(shown: Shown<'_>, asked: &Asked) -> Vec<usize> {
    let Some(claim) = &shown.entry.ahima else {
        return Vec::new();
    };
    let is_of = |sort: &Sort| match sort {
        Sort::HiimDomains => claim.domain.is_some_and(|domain| domain != Domain::Other),
        Sort::AhimaSources => {
            matches!(
                claim.source,
                Some(AhimaSource::Ahima | AhimaSource::Component)
            )
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

/// The cycle that is looked at, and what is told of the claims in it.
struct LookedAt<'c> {
    body: Body,
    anchor: Option<Anchor>,
    number: i32,
    today: NaiveDate,
    asked: &'c Asked,
}

impl LookedAt<'_> {
    /// What is said of the claims: of what is done by its part now, of what is planned by its part later.
    fn verdicts<'a, 'r>(
        &self,
        items: &[Item<'a>],
        parts: impl Iterator<Item = (&'r Reached, (Part<'r>, Part<'r>))>,
    ) -> Vec<Verdict<'a>> {
        let all = items.iter().map(|item| self.elsewhere(item));
        let mut verdicts: Vec<Verdict<'a>> = all.collect();
        let sort = |which: &usize| Some(self.asked.minimums.get(*which)?.sort.clone());
        for (reached, (now, later)) in parts {
            if let Some(verdict) = verdicts.get_mut(reached.at) {
                let part = if verdict.is_planned { later } else { now };
                if part.counted > Ceus::ZERO || part.why.is_some() {
                    let rest = verdict.claimed.less(part.counted);
                    verdict.counted = part.counted;
                    verdict.serves = part.serves.iter().filter_map(sort).collect();
                    verdict.uncounted = part.why.map(|why| (rest, why));
                }
            }
        }
        verdicts
    }

    /// What is said of a claim that has no part in this cycle.
    fn elsewhere<'a>(&self, item: &Item<'a>) -> Verdict<'a> {
        let other = |number| Some(Why::OtherCycle(self.anchor?.cycle(number)?));
        let why = match item.home {
            Home::Nowhere(why) => Some(why),
            Home::In(only) if item.dated.is_none_or(|(dated, _)| dated != only) => other(only),
            // Not here, so in the other of the two.
            Home::Either(dated) if dated == self.number => other(self.number.saturating_add(1)),
            _ => item.dated.map(|(_, cycle)| Why::OtherCycle(cycle)),
        };
        Verdict {
            shown: item.shown,
            claimed: item.ceus,
            counted: Ceus::ZERO,
            serves: Vec::new(),
            uncounted: why.map(|why| (item.ceus, why)),
            cautions: if self.has_to_do_with(item) {
                self.cautions(item)
            } else {
                Vec::new()
            },
            is_planned: item.is_planned,
        }
    }

    /// Whether a claim may be counted in this cycle, or is counted in the next though its day is in this one.
    fn has_to_do_with(&self, item: &Item<'_>) -> bool {
        let is_of_its_day = item.dated.is_some_and(|(of, _)| of == self.number);
        match item.home {
            Home::Nowhere(_) => false,
            Home::Anywhere => true,
            Home::In(only) => only == self.number || is_of_its_day,
            Home::Either(of) => is_of_its_day || of.saturating_add(1) == self.number,
        }
    }

    /// What had better be looked at in a claim, though it counts.
    fn cautions(&self, item: &Item<'_>) -> Vec<Caution> {
        let mut cautions = Vec::new();
        cautions.extend(item.same.map(|same| Caution::SameAs(same.clone())));
        let entry = item.shown.entry;
        match (self.body, &entry.ahima) {
            (Body::Aapc, _) => {
                if !item.ceus.is_in_halves() {
                    cautions.push(Caution::Step);
                }
                let of_minimums = self.asked.minimums.iter();
                cautions.extend(
                    of_minimums
                        .filter_map(|portion| may_serve(item.shown, portion).err())
                        .next_back(),
                );
            }
            (Body::Ahima, Some(claim)) => {
                if claim.domain.is_none() {
                    cautions.push(Caution::DomainNotTold);
                }
                let mut minimums = self.asked.minimums.iter();
                let asks_source = minimums.any(|portion| portion.sort == Sort::AhimaSources);
                if asks_source && claim.source.is_none() {
                    cautions.push(Caution::SourceNotTold);
                }
            }
            (Body::Ahima, None) => {}
        }
        if entry.state == State::Planned && entry.date < self.today {
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
fn audit<'a>(body: Body, verdicts: &[Verdict<'a>]) -> Vec<Unproved<'a>> {
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
    let counting: Vec<&Verdict<'a>> = verdicts
        .iter()
        .filter(|verdict| verdict.is_done())
        .collect();
    let mut unproved = Vec::new();
    for lack in [
        Lack::IndexNumber,
        Lack::Sponsor,
        Lack::Title,
        Lack::Certificate,
    ] {
        let mut of_lack = Unproved {
            lack,
            entries: Vec::new(),
            ceus: Ceus::ZERO,
        };
        for verdict in &counting {
            if lacks(lack, &verdict.shown) {
                of_lack.entries.push(verdict.shown);
                of_lack.ceus = of_lack.ceus + verdict.counted;
            }
        }
        if !of_lack.entries.is_empty() {
            unproved.push(of_lack);
        }
    }
    unproved
}

/// Whether something was completed in the renewal month before or at the end of this cycle, but after the due day or
/// the submission.
fn is_after_due(items: &[Item<'_>], number: i32) -> bool {
    let month = |day: NaiveDate| (day.year(), day.month());
    items.iter().any(|item| {
        item.dated.is_some_and(|(of, cycle)| {
            let is_here = of == number || of.saturating_add(1) == number;
            let is_moved = item.home == Home::In(of.saturating_add(1));
            is_here && (is_moved || cycle.first.pred_opt().map(month) == Some(month(item.date)))
        })
    })
}
