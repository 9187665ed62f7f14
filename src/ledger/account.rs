//! One body's account: its cycle, what counts in it, and what is missing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::asked::{asked, certified, plan_change};
use super::placement::{Candidate, Place, place};
use super::{Anchor, AnchorBy, Asked, Assumed, Caution, Cycle, PlanChange, Sort, Verdict, Why};
use crate::log::{ActivityKind, AhimaSource, Domain, EntryId, Pin, Profile, Shown, State};
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

/// A claim while it is weighed.
struct Item<'a> {
    shown: Shown<'a>,
    ceus: Ceus,
    is_planned: bool,
    /// The cycle of its day.
    dated: Option<(i32, Cycle)>,
    home: Home,
    /// What is to be looked at in it.
    cautions: Vec<Caution>,
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
    let anchor = Anchor::of(body, profile);
    let number = anchor
        .and_then(|(anchor, _)| anchor.containing(today)?.0.checked_add(offset))
        .unwrap_or(offset);
    let cycle_of = |number| anchor.and_then(|(anchor, _)| anchor.cycle(number));
    let cycle = cycle_of(number);
    let current = number.saturating_sub(offset);
    let asked_in = |number| asked(body, profile, edition, cycle_of(number), number == current);
    let mut asked = asked_in(number);

    let mut items = items(
        body,
        entries,
        profile,
        anchor.map(|(anchor, _)| anchor),
        today,
    );
    note_repeats(body, &mut items);
    cautions(body, &mut items, &asked);
    if asked.total.is_none() && items.is_empty() {
        return None;
    }
    let weigh = |with_planned: bool| {
        let mut arriving: Vec<bool> = vec![false; items.len()];
        let mut first = number;
        // What comes from the cycle before depends on what that one keeps, and so on back to one that leaves nothing.
        while items
            .iter()
            .any(|item| Some(item.home) == first.checked_sub(1).map(Home::Either))
        {
            first = first.saturating_sub(1);
        }
        for before in first..number {
            let settled = settle(
                body,
                &items,
                &arriving,
                before,
                &asked_in(before),
                with_planned,
            );
            arriving = settled.leaves;
        }
        settle(body, &items, &arriving, number, &asked, with_planned)
    };
    let (now, later) = (weigh(false), weigh(true));

    note_assumed(body, &items, number, &mut asked);
    let verdicts: Vec<Verdict<'a>> = items
        .iter()
        .zip(now.shares.iter().zip(&later.shares))
        .map(|(item, (now, later))| {
            let share = if item.is_planned { later } else { now };
            let caution = match (body, item.home) {
                (Body::Ahima, _) | (_, Home::Nowhere(_)) => None,
                (Body::Aapc, _) => specialties(item.shown, &asked).1,
            };
            verdict(item, share, number, cycle_of, &asked, caution)
        })
        .collect();
    let due = cycle.map(|cycle| cycle.last);
    Some(Account {
        body,
        cycle: cycle.zip(anchor.map(|(_, by)| by)),
        dates: cycle.map(|cycle| dates(body, cycle.last, profile)),
        steady_from: due.and_then(|due| steady_from(now.tally.to_do, due)),
        plan_change: Some(body)
            .filter(|body| *body == Body::Aapc)
            .and_then(|_| plan_change(profile, edition, &asked)),
        audit: audit(body, &verdicts),
        in_stated_order: !now.is_exact || !later.is_exact,
        now: now.tally,
        forecast: later.tally,
        asked,
        verdicts,
    })
}

/// The claims on a body by day, the larger first on one day, so that nothing depends on the order of the log.
fn items<'a>(
    body: Body,
    entries: &[Shown<'a>],
    profile: &Profile,
    anchor: Option<Anchor>,
    today: NaiveDate,
) -> Vec<Item<'a>> {
    // A heap sorts in less code than the standard sort, of which each use is 4 KB of the wasm.
    let mut order: BinaryHeap<(NaiveDate, Reverse<Ceus>, &EntryId, usize)> = BinaryHeap::new();
    for (place, shown) in entries.iter().enumerate() {
        if let Some(ceus) = shown.entry.ceus(body) {
            order.push((shown.entry.date, Reverse(ceus), shown.id, place));
        }
    }
    let certified = certified(profile).filter(|_| body == Body::Aapc);
    let mut dated: Option<(i32, Cycle)> = None;
    order
        .into_sorted_vec()
        .into_iter()
        .filter_map(|(date, Reverse(ceus), _, place)| {
            let shown = *entries.get(place)?;
            // Entries come by day, so most are in the cycle of the one before.
            if dated.is_none_or(|(_, cycle)| !cycle.contains(date)) {
                dated = anchor.and_then(|anchor| anchor.containing(date));
            }
            Some(Item {
                shown,
                ceus,
                // What is still to come is not done, whatever is ticked.
                is_planned: shown.entry.state == State::Planned || date > today,
                dated,
                home: home(body, shown, profile, anchor, dated, certified),
                cautions: Vec::new(),
            })
        })
        .collect()
}

/// Where a claim may be counted.
fn home(
    body: Body,
    shown: Shown<'_>,
    profile: &Profile,
    anchor: Option<Anchor>,
    dated: Option<(i32, Cycle)>,
    certified: Option<NaiveDate>,
) -> Home {
    let entry = shown.entry;
    if certified.is_some_and(|certified| entry.date < certified) {
        return Home::Nowhere(Why::BeforeCertification);
    }
    let is_approved = entry.aapc.as_ref().is_none_or(|claim| claim.pre_approved);
    if body == Body::Aapc && entry.kind == ActivityKind::Teaching && !is_approved {
        return Home::Nowhere(Why::NotApproved);
    }
    let (Some(anchor), Some((number, cycle))) = (anchor, dated) else {
        return Home::Anywhere;
    };
    let month = |day: NaiveDate| (day.year(), day.month());
    let next = number.saturating_add(1);
    let home = if body == Body::Aapc && month(entry.date) == month(cycle.last) {
        match profile.submitted(body, cycle.last) {
            Some(on) if entry.date > on => Home::In(next),
            _ => Home::Either(number),
        }
    } else {
        Home::In(number)
    };
    let Some(pinned) = pin(body, shown).and_then(|pin| anchor.containing(pin.due?)) else {
        return home;
    };
    match (home, pinned.0) {
        (Home::Either(_), pinned) if pinned == number || pinned == next => Home::In(pinned),
        (Home::In(only), pinned) if pinned == only => home,
        _ => Home::Nowhere(Why::PinnedAway),
    }
}

fn pin(body: Body, shown: Shown<'_>) -> Option<&Pin> {
    match body {
        Body::Aapc => shown.entry.aapc.as_ref().map(|claim| &claim.pin),
        Body::Ahima => shown.entry.ahima.as_ref().map(|claim| &claim.pin),
    }
}

/// The same index number counts once, the first that was done; the same title and sponsor without numbers are asked
/// about. Both are AAPC's.
fn note_repeats(body: Body, items: &mut [Item<'_>]) {
    if body == Body::Ahima {
        return;
    }
    // A key is a number, or else a title and a sponsor, and says which.
    let mut alike: BinaryHeap<((bool, String), bool, usize)> = BinaryHeap::new();
    for (place, item) in items.iter().enumerate() {
        let entry = item.shown.entry;
        let number = entry.index_number.trim();
        let is_numbered = !number.is_empty();
        let key = if is_numbered {
            number.to_owned()
        } else {
            let words = |text: &str| text.trim().to_lowercase();
            format!("{}\n{}", words(&entry.title), words(&entry.sponsor))
        };
        if !matches!(item.home, Home::Nowhere(_)) {
            alike.push(((is_numbered, key), item.is_planned, place));
        }
    }
    let mut before: Option<((bool, String), EntryId)> = None;
    for (key, _, place) in alike.into_sorted_vec() {
        let Some(item) = items.get_mut(place) else {
            continue;
        };
        match &before {
            Some((other, id)) if *other == key => {
                if key.0 {
                    item.home = Home::Nowhere(Why::Repeat);
                } else {
                    item.cautions.push(Caution::SameAs(id.clone()));
                }
            }
            _ => before = Some((key, item.shown.id.clone())),
        }
    }
}

/// What one claim has in one cycle.
#[derive(Clone, Debug, Default)]
struct Part {
    counted: Ceus,
    serves: Vec<usize>,
    /// Why the rest is not counted.
    why: Option<Why>,
}

/// A cycle in which every claim has its place.
struct Settled {
    tally: Tally,
    /// One for each item.
    shares: Vec<Part>,
    /// Which items are left for the next cycle.
    leaves: Vec<bool>,
    is_exact: bool,
}

/// Places the claims of one cycle and counts them.
fn settle(
    body: Body,
    items: &[Item<'_>],
    arriving: &[bool],
    number: i32,
    asked: &Asked,
    with_planned: bool,
) -> Settled {
    let figures: Vec<Ceus> = asked
        .minimums
        .iter()
        .map(|portion| portion.at_least.unwrap_or_default())
        .collect();
    let mut members: Vec<usize> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for ((at, item), arrives) in items.iter().enumerate().zip(arriving) {
        let may_leave = item.home == Home::Either(number);
        let is_here = *arrives
            || may_leave
            || matches!(item.home, Home::Anywhere)
            || item.home == Home::In(number);
        if !is_here || (item.is_planned && !with_planned) {
            continue;
        }
        let serves = match body {
            Body::Aapc => specialties(item.shown, asked).0,
            Body::Ahima => Vec::new(),
        };
        members.push(at);
        candidates.push(Candidate {
            ceus: item.ceus,
            // Where nothing is asked nothing is complete, and all stays where its day is.
            may_leave: may_leave && asked.total.is_some(),
            serves,
        });
    }
    let placement = place(&candidates, asked.total.unwrap_or_default(), &figures);

    let mut settled = Settled {
        tally: Tally::default(),
        shares: vec![Part::default(); items.len()],
        leaves: vec![false; items.len()],
        is_exact: placement.is_exact,
    };
    let mut sums = vec![Ceus::ZERO; figures.len()];
    let mut stay: Vec<(usize, Ceus, Vec<usize>)> = Vec::new();
    for ((at, candidate), to) in members.iter().zip(&candidates).zip(placement.places) {
        let Some(item) = items.get(*at) else {
            continue;
        };
        let serves: Vec<usize> = match (to, body) {
            (Place::Leaves, _) => {
                if let Some(leaves) = settled.leaves.get_mut(*at) {
                    *leaves = true;
                }
                continue;
            }
            (Place::Stays(which), Body::Aapc) => which.into_iter().collect(),
            (Place::Stays(_), Body::Ahima) => of_ahima(item.shown, asked),
        };
        for which in &serves {
            if let Some(sum) = sums.get_mut(*which) {
                *sum = *sum + candidate.ceus;
            }
        }
        stay.push((*at, candidate.ceus, serves));
    }
    count(body, items, asked, stay, &mut settled);
    finish(body, asked, &sums, &mut settled.tally);
    for item in items.iter().filter(|item| with_planned || !item.is_planned) {
        settled.tally.claimed = settled.tally.claimed + item.ceus;
    }
    settled
}

/// Counts what stays, up to the total: what is of a sort first, then by day.
fn count(
    body: Body,
    items: &[Item<'_>],
    asked: &Asked,
    stay: Vec<(usize, Ceus, Vec<usize>)>,
    settled: &mut Settled,
) {
    let mut room = asked.total;
    // What AHIMA takes of other domains is what the HIIM domains leave of the total.
    let hiim = asked
        .minimums
        .iter()
        .find(|portion| portion.sort == Sort::HiimDomains)
        .and_then(|portion| portion.at_least);
    let mut other_room = room.zip(hiim).map(|(total, hiim)| total.less(hiim));
    let is_other = |at: usize| {
        body == Body::Ahima
            && items
                .get(at)
                .and_then(|item| item.shown.entry.ahima.as_ref())
                .is_some_and(|claim| claim.domain == Some(Domain::Other))
    };
    let is_late = |at: usize, serves: &[usize]| match body {
        Body::Aapc => !serves
            .iter()
            .filter_map(|which| asked.minimums.get(*which))
            .any(|portion| portion.at_least.is_some()),
        Body::Ahima => is_other(at),
    };
    let (late, early): (Vec<_>, Vec<_>) = stay
        .into_iter()
        .partition(|(at, _, serves)| is_late(*at, serves));
    for (at, ceus, serves) in early.into_iter().chain(late) {
        let by_room = ceus.min(room.unwrap_or(ceus));
        let counted = if is_other(at) {
            by_room.min(other_room.unwrap_or(by_room))
        } else {
            by_room
        };
        let why = if counted == ceus {
            None
        } else if counted < by_room {
            Some(Why::OtherDomains)
        } else {
            Some(Why::Surplus)
        };
        room = room.map(|room| room.less(counted));
        if is_other(at) {
            other_room = other_room.map(|room| room.less(counted));
        }
        settled.tally.counted = settled.tally.counted + counted;
        if let Some(part) = settled.shares.get_mut(at) {
            *part = Part {
                counted,
                serves,
                why,
            };
        }
    }
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

/// Which of AAPC's minimums a claim could serve, and what is to be looked at.
fn specialties(shown: Shown<'_>, asked: &Asked) -> (Vec<usize>, Option<Caution>) {
    let Some(claim) = &shown.entry.aapc else {
        return (Vec::new(), None);
    };
    let pinned = claim.pin.credential.trim();
    let mut serves = Vec::new();
    let mut caution = None;
    for (at, portion) in asked.minimums.iter().enumerate() {
        let Sort::Specific(code) = &portion.sort else {
            continue;
        };
        let is_code = |text: &str| text.trim().eq_ignore_ascii_case(code);
        if !claim
            .approved_for
            .iter()
            .any(|approval| is_code(&approval.0))
        {
            if is_code(pinned) {
                caution = Some(Caution::PinnedToUnapproved);
            }
            continue;
        }
        if claim.cms {
            caution = Some(Caution::CmsServesNoSpecialty);
        } else if portion.since.is_some_and(|since| shown.entry.date < since) {
            caution = Some(Caution::BeforeThatCredential);
        } else if pinned.is_empty() || is_code(pinned) {
            serves.push(at);
        }
    }
    // Where an edition has no figure nothing is owed, so what has one comes first.
    let has_figure = |at: &usize| {
        let portion = asked.minimums.get(*at);
        portion.is_some_and(|portion| portion.at_least.is_some())
    };
    if serves.iter().any(has_figure) {
        serves.retain(has_figure);
    }
    (serves, caution)
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

/// What is said of a claim in the cycle that is looked at.
fn verdict<'a>(
    item: &Item<'a>,
    part: &Part,
    number: i32,
    cycle_of: impl Fn(i32) -> Option<Cycle>,
    asked: &Asked,
    caution: Option<Caution>,
) -> Verdict<'a> {
    let is_here = part.counted > Ceus::ZERO || part.why.is_some();
    let elsewhere = match item.home {
        Home::In(only) => cycle_of(only),
        // Not here, so in the other of the two.
        Home::Either(of_its_day) if of_its_day == number => cycle_of(number.saturating_add(1)),
        _ => item.dated.map(|(_, cycle)| cycle),
    };
    let why = match item.home {
        Home::Nowhere(why) => Some(why),
        _ if is_here => part.why,
        _ => elsewhere.map(Why::OtherCycle),
    };
    let sort = |which: &usize| Some(asked.minimums.get(*which)?.sort.clone());
    let mut cautions = item.cautions.clone();
    cautions.extend(caution);
    Verdict {
        shown: item.shown,
        claimed: item.ceus,
        counted: part.counted,
        serves: part.serves.iter().filter_map(sort).collect(),
        uncounted: why.map(|why| (item.ceus.less(part.counted), why)),
        cautions,
        is_planned: item.is_planned,
    }
}

/// What had better be looked at in a claim that may be counted.
fn cautions(body: Body, items: &mut [Item<'_>], asked: &Asked) {
    let asks_source = asked
        .minimums
        .iter()
        .any(|portion| portion.sort == Sort::AhimaSources);
    for item in items {
        let is_out = matches!(item.home, Home::Nowhere(_));
        match (body, &item.shown.entry.ahima) {
            _ if is_out => {}
            (Body::Aapc, _) if !item.ceus.is_in_halves() => item.cautions.push(Caution::Step),
            (Body::Ahima, Some(claim)) => {
                if claim.domain.is_none() {
                    item.cautions.push(Caution::DomainNotTold);
                }
                if asks_source && claim.source.is_none() {
                    item.cautions.push(Caution::SourceNotTold);
                }
            }
            _ => {}
        }
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
        let certificate = match body {
            Body::Aapc => entry.aapc.as_ref().map(|claim| claim.certificate),
            Body::Ahima => entry.ahima.as_ref().map(|claim| claim.certificate),
        };
        let is_cms = entry.aapc.as_ref().is_some_and(|claim| claim.cms);
        match (lack, body) {
            (Lack::IndexNumber, Body::Aapc) => !is_cms && is_empty(&entry.index_number),
            (Lack::Sponsor, Body::Aapc) => is_empty(&entry.sponsor),
            // AHIMA's record has neither.
            (Lack::IndexNumber | Lack::Sponsor, Body::Ahima) => false,
            (Lack::Title, _) => is_empty(&entry.title),
            (Lack::Certificate, _) => certificate == Some(false),
        }
    };
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
        for verdict in verdicts {
            let counts = !verdict.is_planned && verdict.counted > Ceus::ZERO;
            if counts && lacks(lack, &verdict.shown) {
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

/// What was taken for granted in placing these entries.
fn note_assumed(body: Body, items: &[Item<'_>], number: i32, asked: &mut Asked) {
    if body == Body::Ahima {
        return;
    }
    let serves_several = items
        .iter()
        .any(|item| specialties(item.shown, asked).0.len() > 1);
    if serves_several {
        asked.assumed.push(Assumed::OneSpecialty);
    }
    let month = |day: NaiveDate| (day.year(), day.month());
    let is_after_due = items.iter().any(|item| {
        item.dated.is_some_and(|(of, cycle)| {
            let before = cycle.first.pred_opt();
            let is_here = of == number || of.saturating_add(1) == number;
            let is_moved = item.home == Home::In(of.saturating_add(1));
            let date = item.shown.entry.date;
            is_here && (is_moved || before.map(month) == Some(month(date)))
        })
    });
    if is_after_due {
        asked.assumed.push(Assumed::AfterDueDay);
    }
}
