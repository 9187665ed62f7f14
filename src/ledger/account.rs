//! One body's account: its cycle, what counts in it, and what is missing.

use std::cmp::Ordering;
use std::mem;
use std::num::{NonZeroI32, NonZeroU32};

use chrono::{Days, Months, NaiveDate};

use super::asked::{asked, certified, plan_change};
use super::placement::{self, Candidate, Place};
use super::repeats::{Firsts, Often};
use super::verdict::{asks_circc, of_circc};
use super::{
    Anchor, AnchorBy, Asked, Assumed, Caution, Cycle, Looking, PlanChange, Portion, Sort, Verdict,
    Why,
};
use crate::log::{AhimaSource, Alike, Claimed, Code, Domain, Likeness, Profile, Shown, trimmed};
use crate::rules::mechanics::{
    AAPC_COUNTS_TWICE_FROM, AAPC_FINAL_NOTICE_DAY, AAPC_KEEP_PROOF_MONTHS, AAPC_REVOKED_AFTER_DAYS,
    AAPC_WINDOW_MONTHS,
};
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
    /// What may be counted in this cycle, in the order of the claims.
    parts: Parts,
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
    /// Until when proof is to be kept at least, in AAPC's words of 2008.
    pub keep_until: Option<NaiveDate>,
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

    /// What is asked most: of two on one day, and mostly their ranks tell.
    fn lt(&self, other: &Self) -> bool {
        let (rank, other_rank) = (self.rank(), other.rank());
        if self.date == other.date && rank != other_rank {
            return rank < other_rank;
        }
        self.cmp(other) == Ordering::Less
    }
}

/// The claims that may be counted in a cycle, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
struct Parts {
    each: Vec<Part>,
    /// The lists of minimums of all of them, one behind the other: a list of its own for each would be most of the work.
    lists: Vec<usize>,
}

/// A claim that may be counted in a cycle, and what it has there. A cycle may have very many, so it is kept small.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    /// Its place among the claims.
    at: u32,
    counted: Ceus,
    /// Which minimums it could serve: one of AAPC's, and each of AHIMA's.
    could_serve: List,
    /// Which it serves.
    serves: List,
    /// Why the rest is not counted.
    beyond: Option<Beyond>,
    fit: Fit,
}

/// What else matters of a claim, besides which minimums it could serve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Fit {
    /// Why it serves none of AAPC's minimums that it is meant for.
    unfit: Option<Unfit>,
    /// Whether AHIMA's domain is not told.
    lacks_domain: bool,
    /// Whether AHIMA's source is not told, and is asked for.
    lacks_source: bool,
    /// Whether it is in none of AHIMA's HIIM domains.
    is_other: bool,
    /// Whether it is counted after others, because it is of no sort of which an amount is asked.
    is_late: bool,
}

impl Part {
    /// The claim.
    fn item<'i, 'a>(&self, items: &'i [Item<'a>]) -> Option<&'i Item<'a>> {
        items.get(usize::try_from(self.at).ok()?)
    }
}

/// Where a list of minimums is among all of [`Parts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct List {
    from: u32,
    many: u32,
}

impl List {
    /// From a place to the end.
    fn since(from: usize, lists: &[usize]) -> Self {
        let short = |number| u32::try_from(number).unwrap_or_default();
        Self {
            from: short(from),
            many: short(lists.len().saturating_sub(from)),
        }
    }

    /// The minimums.
    fn of(self, lists: &[usize]) -> &[usize] {
        let from = usize::try_from(self.from).unwrap_or(usize::MAX);
        let many = usize::try_from(self.many).unwrap_or_default();
        let list = lists.get(from..).and_then(|list| list.get(..many));
        list.unwrap_or_default()
    }

    /// One of them alone, or none.
    fn only(self, which: Option<usize>, lists: &[usize]) -> Self {
        let mut from = self.from;
        for one in self.of(lists) {
            if Some(*one) == which {
                return Self { from, many: 1 };
            }
            from = from.saturating_add(1);
        }
        Self::default()
    }
}

/// What a claim is beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beyond {
    Total,
    OtherDomains,
}

impl From<Beyond> for Why {
    fn from(beyond: Beyond) -> Self {
        match beyond {
            Beyond::Total => Self::Surplus,
            Beyond::OtherDomains => Self::OtherDomains,
        }
    }
}

/// Why a claim that is meant for one of AAPC's minimums cannot serve it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unfit {
    OfCms,
    NotApproved,
    BeforeThatCredential,
}

impl From<Unfit> for Caution {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::OfCms => Self::CmsServesNoSpecialty,
            Unfit::NotApproved => Self::PinnedToUnapproved,
            Unfit::BeforeThatCredential => Self::BeforeThatCredential,
        }
    }
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

        let before = left_before(body, &items, number, asked_in);
        let mut parts = reach(body, &items, number, &asked);
        let mut each = parts.each.iter();
        let serves_several = body == Body::Aapc && each.any(|part| part.could_serve.many > 1);
        let [mut now, mut later] =
            [(false, &before.now), (true, &before.later)].map(|(with_planned, arrived)| {
                settle(
                    body,
                    &items,
                    &mut parts,
                    number,
                    &asked,
                    with_planned,
                    arrived,
                )
            });
        now.tally.claimed = claimed.less(planned);
        later.tally.claimed = claimed;
        if serves_several {
            asked.assumed.push(Assumed::OneSpecialty);
        }
        if body == Body::Aapc && is_any_from_before_twice(&items, &parts.each) {
            asked.assumed.push(Assumed::CountsTwiceBefore);
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
            audit: audit(body, &items, &parts.each),
            in_stated_order: !(before.is_exact && now.is_exact && later.is_exact),
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

/// How many claims at most find their places by being compared with all others.
const FEW: usize = 64;

/// How many of them are compared at once.
const AT_ONCE: usize = 16;

/// Up to how many find their places in a network. On one day there are seldom more.
const EIGHT: usize = 8;

/// Up to how many are at once sorted by insertion.
const VERY_FEW: usize = 3;

/// Puts claims in order, so that nothing depends on that of the log.
fn sort<'a>(part: &mut [Item<'a>], aside: &mut Vec<Item<'a>>) {
    for few in part.chunks_mut(FEW) {
        if few.len() > EIGHT {
            place_each(few, aside);
        } else if few.len() > VERY_FEW {
            place_eight(few, aside);
        }
        insert_each(few);
    }
    // The standard sort would do the rest as well, but each use of it is 4 KB of the wasm.
    let mut sorted = FEW;
    while sorted < part.len() {
        let both = sorted.saturating_mul(2);
        for pair in part.chunks_mut(both) {
            merge(pair, sorted, aside);
        }
        sorted = both;
    }
}

/// Merges the first so many claims with those behind them, both of which are in order.
fn merge<'a>(part: &mut [Item<'a>], first: usize, aside: &mut Vec<Item<'a>>) {
    let Some((mut before, mut behind)) = part.split_at_checked(first) else {
        return;
    };
    aside.clear();
    while let ([one, ..], [other, ..]) = (before, behind) {
        // Which of them is next a processor cannot guess, so there is nothing to guess in what is done with it.
        let is_behind = other < one;
        aside.push(*if is_behind { other } else { one });
        before = before.get(usize::from(!is_behind)..).unwrap_or_default();
        behind = behind.get(usize::from(is_behind)..).unwrap_or_default();
    }
    aside.extend_from_slice(before);
    // What is left behind is in its place.
    if let Some(merged) = part.get_mut(..aside.len()) {
        merged.copy_from_slice(aside);
    }
}

/// Puts up to eight claims of one day where they belong, but for those of one rank. Their ranks are sorted, each with the place of its
/// claim, and every claim is then moved once.
fn place_eight<'a>(part: &mut [Item<'a>], aside: &mut Vec<Item<'a>>) {
    let mut ranks = [u64::MAX; EIGHT];
    for (rank, (at, item)) in ranks.iter_mut().zip((0..).zip(part.iter())) {
        // The bits that make room are the same in all: nobody claims five million CEUs.
        *rank = (item.rank() << 3) | at;
    }
    sort_eight(&mut ranks);
    aside.clear();
    aside.extend_from_slice(part);
    for (place, rank) in part.iter_mut().zip(ranks) {
        if let Some(item) = usize::try_from(rank & 7).ok().and_then(|at| aside.get(at)) {
            *place = *item;
        }
    }
}

/// Sorts eight numbers by 19 comparisons, whatever they are, so that a processor need not guess how one of them ends:
/// <https://bertdobbelaere.github.io/sorting_networks.html>.
fn sort_eight(numbers: &mut [u64; EIGHT]) {
    const fn order(one: &mut u64, other: &mut u64) {
        let (less, more) = if *one < *other {
            (*one, *other)
        } else {
            (*other, *one)
        };
        (*one, *other) = (less, more);
    }
    let [n0, n1, n2, n3, n4, n5, n6, n7] = numbers;
    order(n0, n2);
    order(n1, n3);
    order(n4, n6);
    order(n5, n7);
    order(n0, n4);
    order(n1, n5);
    order(n2, n6);
    order(n3, n7);
    order(n0, n1);
    order(n2, n3);
    order(n4, n5);
    order(n6, n7);
    order(n2, n4);
    order(n3, n5);
    order(n1, n4);
    order(n3, n6);
    order(n1, n2);
    order(n3, n4);
    order(n5, n6);
}

/// Puts each claim about where it belongs, so that little is left to insert: behind as many as seem to come before it.
/// To compare each with all is many comparisons, but a processor need not guess how one of them ends, and a wrong guess takes as
/// long as many of them.
fn place_each<'a>(part: &mut [Item<'a>], aside: &mut Vec<Item<'a>>) {
    let mut ranks = [i32::MAX; FEW];
    for (rank, (at, item)) in ranks.iter_mut().zip((0..).zip(part.iter())) {
        // What tells most of them apart: the end of the CEUs, and the beginning of the likeness.
        let [_, _, a, b, c, d, ..] = item.rank().to_be_bytes();
        // With its place, which is below 64, none is like another.
        let rank_of_item = i32::try_from(u32::from_be_bytes([a, b, c, d]) >> 1);
        *rank = (rank_of_item.unwrap_or(i32::MAX) & !63) | at;
    }
    aside.clear();
    aside.extend_from_slice(part);
    let (at_once, _) = ranks.as_chunks::<AT_ONCE>();
    let all = at_once.iter().take(part.len().div_ceil(AT_ONCE));
    for (item, rank) in aside.iter().zip(ranks) {
        let mut before = 0;
        for others in all.clone() {
            for other in others {
                // What is less makes a difference with a sign, which is -1 once all other bits are gone.
                before -= (other - rank) >> 31;
            }
        }
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
    let mut places: Vec<(usize, Option<Likeness>)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if item.may_repeat() && often.may_be_of_several(item.likeness) {
            places.push((at, item.likeness));
        }
    }
    // Of these few it can be told better, before their texts are fetched from all over memory.
    let mut again = Often::again(places.len());
    for (_, likeness) in &places {
        again.note(*likeness);
    }
    places.retain(|(_, likeness)| again.may_be_of_several(*likeness));
    // A processor fetches several texts at once, if it need not wait for one to ask for the next.
    let have_numbers: Vec<bool> = places
        .iter()
        .map(|(at, _)| {
            let item = items.get(*at);
            item.is_some_and(|item| !trimmed(&item.shown.entry.index_number).is_empty())
        })
        .collect();
    let mut firsts = Firsts::with_room_for(places.len());
    // What is done is the first, whatever was planned for an earlier day.
    for is_planned in [false, true] {
        for ((at, likeness), has_number) in places.iter().zip(&have_numbers) {
            let item = items.get(*at).filter(|item| item.is_planned == is_planned);
            let (Some(item), Some(likeness)) = (item, *likeness) else {
                continue;
            };
            let entry = item.shown.entry;
            let is_alike = |first: usize| {
                let first = items.get(first);
                first.is_some_and(|first| Alike::of(first.shown.entry, entry).is_some())
            };
            let Some(first) = firsts.before(*at, likeness, is_alike) else {
                continue;
            };
            if let Some(item) = items.get_mut(*at) {
                if *has_number {
                    item.home = Home::Nowhere(Barred::Repeat);
                } else {
                    let after = u32::try_from(first.saturating_add(1)).ok();
                    item.same = after.and_then(NonZeroU32::new);
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

/// The claims that may be counted in a cycle, and their places.
fn of_cycle<'i, 'a>(
    items: &'i [Item<'a>],
    number: i32,
) -> impl Iterator<Item = (usize, &'i Item<'a>)> {
    near(items, number).filter(move |(_, item)| item.may_be_counted_in(number))
}

/// What is left for a cycle, by place among the claims.
struct Left {
    /// Of what is done.
    now: Vec<u32>,
    /// With what is planned.
    later: Vec<u32>,
    /// Whether it is what the best of all placements leaves.
    is_exact: bool,
}

/// What the cycle before one leaves for it: of what is done, and with what is planned.
fn left_before(
    body: Body,
    items: &[Item<'_>],
    number: i32,
    asked_in: impl Fn(i32) -> Asked,
) -> Left {
    let mut left = Left {
        now: Vec::new(),
        later: Vec::new(),
        is_exact: true,
    };
    // What a cycle leaves depends on what comes to it from the one before, and so on, back to one that leaves nothing, or
    // all that it may.
    let mut chain: Vec<(i32, Asked, Parts)> = Vec::new();
    let mut next = number;
    while let Some(before) = next.checked_sub(1) {
        let mut may_leave = of_cycle(items, before)
            .filter(|(_, item)| item.may_leave(before))
            .filter_map(|(at, _)| u32::try_from(at).ok())
            .peekable();
        if may_leave.peek().is_none() {
            break;
        }
        let asked = asked_in(before);
        if is_complete(body, items, before, &asked) {
            left.now = may_leave.collect();
            left.later.clone_from(&left.now);
            break;
        }
        let parts = reach(body, items, before, &asked);
        chain.push((before, asked, parts));
        next = before;
    }
    for (before, asked, parts) in chain.iter_mut().rev() {
        for (left_for, with_planned) in [(&mut left.now, false), (&mut left.later, true)] {
            let settled = settle(body, items, parts, *before, asked, with_planned, left_for);
            *left_for = settled.leaves;
            left.is_exact &= settled.is_exact;
        }
    }
    left
}

/// Whether a cycle is completed by what is done and can be counted nowhere else: then it leaves all that it may,
/// whatever comes to it. Few claims are looked at until it is, however many there are.
fn is_complete(body: Body, items: &[Item<'_>], number: i32, asked: &Asked) -> bool {
    let Some(total) = asked.total else {
        return false;
    };
    let mut missing = total;
    let mut of_sorts = figures(asked);
    let is_fixed =
        |item: &&Item<'_>| !item.is_planned && matches!(item.home, Home::Dated | Home::Next);
    let mut fixed = of_cycle(items, number)
        .map(|(_, item)| item)
        .filter(is_fixed);
    let (minimums, mut list) = (Minimums::of(asked), Vec::new());
    while missing > Ceus::ZERO || of_sorts.iter().any(|missing| *missing > Ceus::ZERO) {
        let Some(item) = fixed.next() else {
            return false;
        };
        missing = missing.less(item.ceus);
        list.clear();
        could_serve(body, item.shown, &minimums, &mut list);
        if let [only] = list.as_slice()
            && let Some(missing) = of_sorts.get_mut(*only)
        {
            *missing = missing.less(item.ceus);
        }
    }
    true
}

/// A cycle in which every claim has its place.
struct Settled {
    tally: Tally,
    /// What it leaves for the next, by place among the claims.
    leaves: Vec<u32>,
    is_exact: bool,
}

/// A claim that stays in a cycle.
struct Staying {
    /// Its place among those that may be counted there.
    place: usize,
    ceus: Ceus,
    serves: List,
    /// What of it the parts of a sort need.
    needed: Ceus,
    /// Whether it is told what it has: of what is planned in the forecast, and of what is done now.
    is_told: bool,
    fit: Fit,
}

/// Places the claims that may be counted in one cycle and counts them. `arrived` are those that the cycle before left.
fn settle(
    body: Body,
    items: &[Item<'_>],
    parts: &mut Parts,
    number: i32,
    asked: &Asked,
    with_planned: bool,
    arrived: &[u32],
) -> Settled {
    let Parts { each, lists } = parts;
    let mut needs = figures(asked);
    let mut of_sorts = vec![Ceus::ZERO; needs.len()];
    let mut other_room = other_room(asked);
    let mut short = asked.total.unwrap_or_default();
    let mut open: Vec<Candidate<'_>> = Vec::new();
    let mut places_of_open: Vec<usize> = Vec::new();
    let mut stay: Vec<Staying> = Vec::with_capacity(each.len());
    for (place, part) in each.iter_mut().enumerate() {
        let Some(item) = part.item(items) else {
            continue;
        };
        let may_leave = item.may_leave(number);
        let is_of_before = item.home == Home::Either && !may_leave;
        let is_here = !is_of_before || arrived.binary_search(&part.at).is_ok();
        if !is_here || (item.is_planned && !with_planned) {
            continue;
        }
        // Where nothing is asked nothing is complete, and all stays where its day is.
        let may_leave = may_leave && asked.total.is_some();
        let serves = part.could_serve.of(lists);
        // A CEU may be of both of AHIMA's sorts, so there is nothing to choose.
        if may_leave || (body == Body::Aapc && serves.len() > 1) {
            places_of_open.push(stay.len());
            open.push(Candidate {
                ceus: item.ceus,
                may_leave,
                serves,
            });
        } else {
            let is_limited = part.fit.is_other && !serves.is_empty();
            let useful = useful(item.ceus, is_limited, &mut other_room);
            for which in serves {
                if let (Some(of_sorts), Some(need)) =
                    (of_sorts.get_mut(*which), needs.get_mut(*which))
                {
                    *of_sorts = *of_sorts + useful;
                    *need = need.less(useful);
                }
            }
        }
        if !may_leave {
            short = short.less(item.ceus);
        }
        let is_told = item.is_planned == with_planned;
        if is_told {
            part.serves = part.could_serve;
            part.beyond = Some(Beyond::Total);
        }
        stay.push(Staying {
            place,
            ceus: item.ceus,
            serves: part.could_serve,
            needed: Ceus::ZERO,
            is_told,
            fit: part.fit,
        });
    }
    let placement = placement::place(&open, short, &needs);
    let mut leaves = Vec::new();
    for (to, place) in placement.places.into_iter().zip(places_of_open) {
        let Some(staying) = stay.get_mut(place) else {
            continue;
        };
        let Some(part) = each.get_mut(staying.place) else {
            continue;
        };
        match to {
            Place::Stays(which) => {
                staying.serves = staying.serves.only(which, lists);
                if let Some(of_sorts) = which.and_then(|which| of_sorts.get_mut(which)) {
                    *of_sorts = *of_sorts + staying.ceus;
                }
                if staying.is_told {
                    part.serves = staying.serves;
                }
            }
            Place::Leaves => {
                leaves.push(part.at);
                if staying.is_told {
                    part.beyond = None;
                }
                // It takes no room, and nothing is told of it.
                staying.ceus = Ceus::ZERO;
                staying.serves = List::default();
                staying.is_told = false;
            }
        }
    }
    let mut tally = Tally {
        counted: count(asked, &mut stay, parts),
        ..Tally::default()
    };
    finish(body, asked, &of_sorts, &mut tally);
    Settled {
        tally,
        leaves,
        is_exact: placement.is_exact,
    }
}

/// What of a claim is of use for its sorts. What is in no HIIM domain and goes beyond the room for that counts towards nothing, so it is
/// of no use as AHIMA's own either.
fn useful(ceus: Ceus, is_limited: bool, room: &mut Option<Ceus>) -> Ceus {
    let Some(room) = room.as_mut().filter(|_| is_limited) else {
        return ceus;
    };
    let useful = ceus.min(*room);
    *room = room.less(useful);
    useful
}

/// How much each part of a sort asks for: nothing where there is no figure.
fn figures(asked: &Asked) -> Vec<Ceus> {
    let minimums = asked.minimums.iter();
    minimums
        .map(|portion| portion.at_least.unwrap_or_default())
        .collect()
}

/// What is left of a total while claims are counted.
struct Room {
    /// Of the total; `None` where nothing is asked.
    whole: Option<Ceus>,
    /// Of what may be in no HIIM domain; `None` where nothing is asked of them.
    other: Option<Ceus>,
    /// What was counted.
    taken: Ceus,
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
        self.taken = self.taken + taken;
        taken
    }

    fn is_full(&self) -> bool {
        self.whole == Some(Ceus::ZERO)
    }
}

/// Tells what a claim has, and what the rest of it is beyond.
fn tell(staying: &Staying, counted: Ceus, beyond: Beyond, parts: &mut Parts) {
    if let Some(part) = parts
        .each
        .get_mut(staying.place)
        .filter(|_| staying.is_told)
    {
        part.counted = counted;
        part.beyond = Some(beyond).filter(|_| counted < staying.ceus);
    }
}

/// Counts what stays, up to the total: first what the parts of a sort need, so that what completes one is never what is
/// beyond the total; then what else is of a sort, and then the rest. Each by day. Of all to which it does not come it was told
/// before that they are beyond the total.
fn count(asked: &Asked, stay: &mut [Staying], parts: &mut Parts) -> Ceus {
    let mut room = Room {
        whole: asked.total,
        other: other_room(asked),
        taken: Ceus::ZERO,
    };
    let mut needs = figures(asked);
    // What is of both of AHIMA's sorts is needed twice over.
    for sorts in [2, 1] {
        let mut of_sorts = stay
            .iter_mut()
            .filter(|staying| staying.serves.many == sorts);
        while !room.is_full() && needs.iter().any(|need| *need > Ceus::ZERO) {
            let Some(staying) = of_sorts.next() else {
                break;
            };
            let serves = staying.serves.of(&parts.lists);
            let needs_of = serves.iter().filter_map(|which| needs.get(*which));
            let most = needs_of.max().copied().unwrap_or_default();
            staying.needed = room.take(staying.ceus.min(most), staying.fit.is_other);
            for which in serves {
                if let Some(need) = needs.get_mut(*which) {
                    *need = need.less(staying.needed);
                }
            }
            // If there is room for more of it, that is told below.
            tell(staying, staying.needed, Beyond::Total, parts);
        }
    }
    for late in [false, true] {
        let mut in_time = stay.iter().filter(|staying| staying.fit.is_late == late);
        while !room.is_full() {
            let Some(staying) = in_time.next() else {
                break;
            };
            let rest = room.take(staying.ceus.less(staying.needed), staying.fit.is_other);
            let beyond = if room.is_full() {
                Beyond::Total
            } else {
                Beyond::OtherDomains
            };
            tell(staying, staying.needed + rest, beyond, parts);
        }
    }
    room.taken
}

/// What AHIMA takes of other domains: what the HIIM domains leave of the total. `None` where nothing is asked of them.
fn other_room(asked: &Asked) -> Option<Ceus> {
    let mut minimums = asked.minimums.iter();
    let hiim = minimums.find(|portion| portion.sort == Sort::HiimDomains)?;
    Some(asked.total?.less(hiim.at_least?))
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

/// What a cycle asks of each sort.
struct Minimums<'a> {
    /// Each with its code as an entry's gist has it.
    coded: Vec<(Code, &'a Portion)>,
    /// Whether there is a figure for each.
    have_figures: bool,
}

impl<'a> Minimums<'a> {
    fn of(asked: &'a Asked) -> Self {
        let mut coded = Vec::new();
        for portion in &asked.minimums {
            let code = match &portion.sort {
                Sort::Specific(code) => Code::of(code),
                Sort::HiimDomains | Sort::AhimaSources => Code::default(),
            };
            coded.push((code, portion));
        }
        let mut minimums = asked.minimums.iter();
        Self {
            coded,
            have_figures: minimums.all(|portion| portion.at_least.is_some()),
        }
    }
}

/// The claims that may be counted in a cycle, with the minimums that they could serve.
fn reach(body: Body, items: &[Item<'_>], number: i32, asked: &Asked) -> Parts {
    let mut parts = Parts {
        each: Vec::with_capacity(of_cycle(items, number).count()),
        lists: Vec::new(),
    };
    let minimums = Minimums::of(asked);
    for (at, item) in of_cycle(items, number) {
        let from = parts.lists.len();
        let fit = could_serve(body, item.shown, &minimums, &mut parts.lists);
        parts.each.push(Part {
            at: u32::try_from(at).unwrap_or(u32::MAX),
            counted: Ceus::ZERO,
            could_serve: List::since(from, &parts.lists),
            serves: List::default(),
            beyond: None,
            fit,
        });
    }
    parts
}

/// Adds to a list which minimums a claim could serve.
fn could_serve(
    body: Body,
    shown: &Shown<'_>,
    minimums: &Minimums<'_>,
    list: &mut Vec<usize>,
) -> Fit {
    match body {
        Body::Aapc => of_aapc(shown, minimums, list),
        Body::Ahima => of_ahima(shown, minimums, list),
    }
}

/// Adds to a list, if it is to. Which are to a processor cannot guess, and a wrong guess takes longer than to add it and to take it
/// away again.
fn add_if(is_to: bool, at: usize, list: &mut Vec<usize>) {
    list.push(at);
    list.truncate(list.len().saturating_sub(usize::from(!is_to)));
}

/// Whether a claim could serve one of AAPC's minimums. If it is meant for it and cannot, why.
fn may_serve(shown: &Shown<'_>, code: Code, portion: &Portion) -> Result<bool, Unfit> {
    let Sort::Specific(letters) = &portion.sort else {
        return Ok(false);
    };
    let Shown { gist, entry, .. } = shown;
    let claim = || entry.aapc.as_ref();
    let is_code = |text: &str| trimmed(text).eq_ignore_ascii_case(letters);
    let is_approved = gist.is_approved_for(code).unwrap_or_else(|| {
        let mut approved_for = claim().into_iter().flat_map(|claim| &claim.approved_for);
        approved_for.any(|for_it| is_code(&for_it.0))
    });
    let is_before = portion.since.is_some_and(|since| gist.date < since);
    if !(gist.is_cms || gist.is_pinned_to_credential || is_before) {
        return Ok(is_approved);
    }
    let is_pinned = || claim().is_some_and(|claim| is_code(&claim.pin.credential));
    if !is_approved {
        if gist.is_pinned_to_credential && is_pinned() {
            return Err(Unfit::NotApproved);
        }
        return Ok(false);
    }
    if gist.is_cms {
        return Err(Unfit::OfCms);
    }
    if is_before {
        return Err(Unfit::BeforeThatCredential);
    }
    Ok(!gist.is_pinned_to_credential || is_pinned())
}

/// Adds which of AAPC's minimums a claim could serve: those with a figure, if it could serve any of these, since where an edition
/// has none nothing is owed.
fn of_aapc(shown: &Shown<'_>, minimums: &Minimums<'_>, list: &mut Vec<usize>) -> Fit {
    let from = list.len();
    let mut have_figures = minimums.have_figures;
    let mut unfit = None;
    for (at, (code, portion)) in minimums.coded.iter().enumerate() {
        match may_serve(shown, *code, portion) {
            Ok(is_fit) => {
                let has_figure = portion.at_least.is_some();
                if has_figure && !have_figures && is_fit {
                    list.truncate(from);
                    have_figures = true;
                }
                add_if(is_fit && has_figure == have_figures, at, list);
            }
            Err(found) => unfit = Some(found),
        }
    }
    Fit {
        unfit,
        is_late: !have_figures || list.len() == from,
        ..Fit::default()
    }
}

/// Adds which of AHIMA's shares a claim is of.
fn of_ahima(shown: &Shown<'_>, minimums: &Minimums<'_>, list: &mut Vec<usize>) -> Fit {
    let (domain, source) = (shown.gist.domain, shown.gist.source);
    let is_other = domain == Some(Domain::Other);
    let mut asks_source = false;
    for (at, (_, portion)) in minimums.coded.iter().enumerate() {
        let is_of_it = match portion.sort {
            Sort::HiimDomains => domain.is_some() && !is_other,
            Sort::AhimaSources => {
                asks_source = true;
                source == Some(AhimaSource::Ahima) || source == Some(AhimaSource::Component)
            }
            Sort::Specific(_) => false,
        };
        add_if(is_of_it, at, list);
    }
    Fit {
        unfit: None,
        lacks_domain: domain.is_none(),
        lacks_source: asks_source && source.is_none(),
        is_other,
        is_late: is_other,
    }
}

impl Account<'_> {
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
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict<'_>> {
        let mut parts = self.parts.each.iter().peekable();
        let mut latest = None;
        let asks_circc = asks_circc(&self.asked.minimums);
        self.claims.iter().enumerate().map(move |(at, item)| {
            let part = parts.next_if(|part| usize::try_from(part.at) == Ok(at));
            let mut verdict = Verdict {
                shown: item.shown,
                claimed: item.ceus,
                counted: Ceus::ZERO,
                minimums: &self.asked.minimums,
                serves: &[],
                uncounted: None,
                cautions: if self.has_to_do_with(item) {
                    self.cautions(item, part)
                } else {
                    Vec::new()
                },
                is_planned: item.is_planned,
            };
            let has_part = |part: &&Part| part.counted > Ceus::ZERO || part.beyond.is_some();
            if let Some(part) = part.filter(has_part) {
                let rest = item.ceus.less(part.counted);
                verdict.counted = part.counted;
                verdict.serves = part.serves.of(&self.parts.lists);
                verdict.uncounted = part.beyond.map(|beyond| (rest, beyond.into()));
                // What counts nothing is not what the minimum rests on.
                if asks_circc && part.counted > Ceus::ZERO {
                    verdict.cautions.extend(of_circc(&verdict));
                }
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
        latest.map(|(_, cycle)| {
            // What has to do with this cycle and is of another is of the month that belongs to both.
            if self.has_to_do_with(item) {
                Why::RenewalMonth(cycle)
            } else {
                Why::OtherCycle(cycle)
            }
        })
    }

    /// Whether a claim may be counted in this cycle, or is counted in the next though its day is in this one.
    fn has_to_do_with(&self, item: &Item<'_>) -> bool {
        let is_moved = item.home == Home::Next && item.dated() == Some(self.number);
        is_moved || item.may_be_counted_in(self.number)
    }

    /// What had better be looked at in a claim, though it counts.
    fn cautions(&self, item: &Item<'_>, part: Option<&Part>) -> Vec<Caution> {
        let mut cautions = Vec::new();
        let same = item.same.and_then(|after| {
            let place = usize::try_from(after.get() - 1).ok()?;
            self.claims.get(place)
        });
        cautions.extend(same.map(|same| Caution::SameAs(same.shown.id.clone())));
        let fit = part.map_or_else(
            || {
                let minimums = Minimums::of(&self.asked);
                could_serve(self.body, item.shown, &minimums, &mut Vec::new())
            },
            |part| part.fit,
        );
        if self.body == Body::Aapc && !item.ceus.is_in_halves() {
            cautions.push(Caution::Step);
        }
        cautions.extend(fit.unfit.map(Caution::from));
        if fit.lacks_domain {
            cautions.push(Caution::DomainNotTold);
        }
        if fit.lacks_source {
            cautions.push(Caution::SourceNotTold);
        }
        if item.is_planned && item.date < self.today {
            cautions.push(Caution::PlannedIsPast);
        }
        cautions
    }
}

/// The days of a cycle that matter.
fn dates(body: Body, due: NaiveDate, profile: &Profile) -> Dates {
    let of_aapc = |day: Option<NaiveDate>| day.filter(|_| body == Body::Aapc);
    let keep = Months::new(AAPC_KEEP_PROOF_MONTHS.value);
    let submitted = profile.submitted(body, due);
    let after = |days: u32| due.checked_add_days(Days::new(u64::from(days)));
    Dates {
        window_opens: of_aapc(due.checked_sub_months(Months::new(AAPC_WINDOW_MONTHS.value))),
        due,
        final_notice: of_aapc(after(AAPC_FINAL_NOTICE_DAY.value)),
        revoked: of_aapc(after(AAPC_REVOKED_AFTER_DAYS.value)),
        submitted,
        keep_until: of_aapc(submitted.and_then(|on| on.checked_add_months(keep))),
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
fn audit<'a>(body: Body, items: &[Item<'a>], parts: &[Part]) -> Vec<Unproved<'a>> {
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
        let Some(item) = part.item(items) else {
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

/// Whether something for a specialty was completed before the day from which AAPC says that it counts for the core too.
fn is_any_from_before_twice(items: &[Item<'_>], parts: &[Part]) -> bool {
    // They are by day.
    let mut before = parts.iter().take_while(|part| {
        let item = part.item(items);
        item.is_some_and(|item| item.date < AAPC_COUNTS_TWICE_FROM.value)
    });
    before.any(|part| part.could_serve.many > 0)
}

/// Whether something was completed in the renewal month before or at the end of this cycle, but after the due day or
/// the submission. What the holder pinned is where it is by their own word.
fn is_after_due(items: &[Item<'_>], number: i32, cycle_of: impl Fn(i32) -> Option<Cycle>) -> bool {
    let next = number.saturating_add(1);
    // By its day it is in the cycle that follows the one of its month.
    let [into_this, into_next] = [number, next].map(|of| (of, cycle_of(of.saturating_sub(1))));
    near(items, number)
        .chain(near(items, next))
        .any(|(_, item)| {
            let is_late = |(of, before): &(i32, Option<Cycle>)| {
                let is_renewal_month = |before: Cycle| before.is_renewal_month(item.date);
                item.dated() == Some(*of) && before.is_some_and(is_renewal_month)
            };
            let is_submitted =
                item.home == Home::Next && item.dated().is_some_and(|of| of <= number);
            let pinned = item.shown.gist.claimed(Body::Aapc).and_then(|of| of.pinned);
            pinned.is_none() && (is_submitted || is_late(&into_this) || is_late(&into_next))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A network that sorts every row of noughts and ones sorts every row of numbers.
    #[test]
    fn the_network_sorts() {
        for row in 0..1_u64 << EIGHT {
            let mut numbers = [0, 1, 2, 3, 4, 5, 6, 7].map(|bit| (row >> bit) & 1);
            sort_eight(&mut numbers);
            assert!(numbers.is_sorted(), "{row:b}");
            assert_eq!(numbers.iter().sum::<u64>(), u64::from(row.count_ones()));
        }
    }
}
