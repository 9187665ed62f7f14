//! Where entries go that may go to more than one place, beside every way that there is. Nothing here is shared with the ledger but what
//! it is told and what a cycle asks.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use coderpath::ledger::{Account, Looking, Sort, Verdict, Why, ledger};
use coderpath::log::{AapcClaim, Approval, Entry, EntryId, Pin, Profile, Shown};
use coderpath::rules::{Ceus, CredentialId, Edition};
use common::{aapc_claim, id, iso, plain_entry};
use proptest::prelude::*;

/// What the minimums of these tests are for, in the ledger's order.
const CODES: [&str; 7] = ["CPMA", "CPCO", "CPPM", "CANPC", "CEDC", "CFPC", "CGSC"];

/// How many of them, the first, are credentials; the others are specialties that the holder names.
const CREDENTIALS: usize = 3;

/// The due day.
const DUE: &str = "2027-01-31";

/// An entry of AAPC.
#[derive(Clone, Debug)]
struct Given {
    hundredths: u32,
    /// Whether its day is in the renewal month.
    may_leave: bool,
    /// Which of [`CODES`] it is approved for.
    approved: [bool; CODES.len()],
    /// The due day of the cycle that it is pinned to.
    pinned: Option<&'static str>,
    /// The credential that it is pinned to, by its place in [`CODES`].
    pinned_to: Option<usize>,
}

impl Given {
    /// Of the renewal month, and approved for nothing but the core.
    fn leaving(hundredths: u32) -> Self {
        Self {
            hundredths,
            may_leave: true,
            approved: [false; CODES.len()],
            pinned: None,
            pinned_to: None,
        }
    }

    /// With the nth day of its month, so that entries are in the order in which they are given.
    fn entry(&self, nth: usize) -> Entry {
        let month = if self.may_leave { "2027-01" } else { "2026-12" };
        let mut entry = plain_entry("Webinar", iso(&format!("{month}-{:02}", nth + 1)));
        entry.index_number = nth.to_string();
        let approved = CODES.iter().zip(self.approved).filter(|(_, is)| *is);
        entry.aapc = Some(AapcClaim {
            approved_for: approved
                .map(|(code, _)| Approval((*code).to_owned()))
                .collect(),
            pin: Pin {
                due: self.pinned.map(iso),
                credential: self.pinned_to.map_or("", |at| CODES[at]).to_owned(),
            },
            ..aapc_claim(self.hundredths)
        });
        entry
    }

    /// Where it may go: to one of the minimums that are asked, into the total alone, or to the next cycle.
    fn places(&self, asked: &[u32]) -> Vec<Goes> {
        let is_here = self.pinned.is_none_or(|due| due == DUE);
        let is_next = self.may_leave && self.pinned.is_none_or(|due| due != DUE);
        let mut places = Vec::new();
        if is_here {
            let could = |nth: &usize| {
                self.approved[*nth] && self.pinned_to.is_none_or(|pinned| pinned == *nth)
            };
            places.extend((0..asked.len()).filter(could).map(Goes::To));
            if places.is_empty() {
                places.push(Goes::Here);
            }
        }
        if is_next || places.is_empty() {
            places.push(Goes::On);
        }
        places
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goes {
    To(usize),
    Here,
    On,
}

/// An account of these entries on the due day, where so much is asked and these credentials are held.
fn account(given: &[Given], total: u32, codes: usize) -> Account<'static> {
    let mut profile = Profile::default();
    profile.hold(CredentialId::Cpc, true);
    for credential in [CredentialId::Cpma, CredentialId::Cpco, CredentialId::Cppm]
        .into_iter()
        .take(codes)
    {
        profile.hold(credential, true);
    }
    let specialties = CODES.iter().take(codes).skip(CREDENTIALS);
    profile
        .specialties
        .extend(specialties.map(|code| (*code).to_owned()));
    profile.aapc_due = Some(iso(DUE));
    profile.aapc_tracker = Some(Ceus::hundredths(total));
    let entries: Vec<(EntryId, Entry)> = given
        .iter()
        .enumerate()
        .map(|(nth, given)| (id(&format!("e{nth:02}")), given.entry(nth)))
        .collect();
    // An account is about entries that somebody keeps.
    let entries: &[(EntryId, Entry)] = entries.leak();
    let shown: Vec<Shown<'_>> = entries
        .iter()
        .map(|(id, entry)| Shown::of(id, entry))
        .collect();
    let found = ledger(
        shown.leak(),
        &profile,
        Edition::Latest,
        iso(DUE),
        Looking::default(),
    );
    found.aapc.unwrap()
}

/// Where an entry went.
fn went(verdict: &Verdict<'_>) -> Goes {
    if let Some((_, Why::RenewalMonth(_) | Why::PinnedAway)) = verdict.uncounted {
        return Goes::On;
    }
    let mut codes = verdict.serves().map(|sort| match sort {
        Sort::Specific(code) => CODES.iter().position(|one| one == code).unwrap(),
        other => panic!("{other:?} is AHIMA's"),
    });
    codes.next().map_or(Goes::Here, Goes::To)
}

/// Where the entries went, in the order in which they are given.
fn all_went(found: &Account<'_>, many: usize) -> Vec<Goes> {
    let mut went_to = vec![Goes::On; many];
    for verdict in found.verdicts() {
        let nth: usize = verdict.shown.entry.index_number.parse().unwrap();
        went_to[nth] = went(&verdict);
    }
    went_to
}

/// What a way is worth: what is short of the total, what is missing of the minimums, and what stays.
fn worth(given: &[Given], way: &[Goes], total: u32, asked: &[u32]) -> (u32, u32, u32) {
    let mut stays = 0;
    let mut needs = asked.to_vec();
    for (given, goes) in given.iter().zip(way) {
        if *goes != Goes::On {
            stays += given.hundredths;
        }
        if let Goes::To(nth) = goes {
            needs[*nth] = needs[*nth].saturating_sub(given.hundredths);
        }
    }
    (total.saturating_sub(stays), needs.iter().sum(), stays)
}

/// The first of the best ways, after all of them were tried.
fn best_way(given: &[Given], total: u32, asked: &[u32]) -> Vec<Goes> {
    let places: Vec<Vec<Goes>> = given.iter().map(|given| given.places(asked)).collect();
    // By day: what is not of the renewal month comes before.
    let mut order: Vec<usize> = (0..given.len()).collect();
    order.sort_by_key(|nth| given[*nth].may_leave);
    let ways: usize = places.iter().map(Vec::len).product();
    let mut best = None;
    for number in 0..ways {
        let mut rest = number;
        let mut way = vec![Goes::On; given.len()];
        // The last in order turns fastest.
        for nth in order.iter().rev() {
            way[*nth] = places[*nth][rest % places[*nth].len()];
            rest /= places[*nth].len();
        }
        let worth = worth(given, &way, total, asked);
        if best.as_ref().is_none_or(|(least, _)| worth < *least) {
            best = Some((worth, way));
        }
    }
    best.unwrap().1
}

/// A row of numbers that look random and are the same in every run (Marsaglia's xorshift).
fn numbers(seed: u32) -> impl Iterator<Item = u32> {
    let next = |last: &u32| {
        let mut next = *last;
        next ^= next << 13;
        next ^= next >> 17;
        next ^= next << 5;
        Some(next)
    };
    std::iter::successors(Some(seed), next)
}

/// Which of some entries that may leave are left, after every choice of them was tried: the first of the best.
fn best_left(amounts: &[u32], total: u32) -> u32 {
    let all: u32 = amounts.iter().sum();
    // What is left of each choice, from that of the choice without its last entry.
    let mut left: Vec<u32> = vec![0];
    for amount in amounts {
        left = left
            .iter()
            .flat_map(|left| [*left, left + amount])
            .collect();
    }
    let worth = |left: u32| (total.saturating_sub(all - left), all - left);
    let least = left.iter().map(|left| worth(*left)).min().unwrap();
    let first = left.iter().position(|left| worth(*left) == least).unwrap();
    u32::try_from(first).unwrap()
}

/// Odd amounts of the renewal month beside every choice of them, up to the most that are placed exactly.
#[test]
fn what_is_left_is_the_best_of_every_choice() {
    for (many, most, cases) in [(16, 600, 40), (20, 600, 4), (20, 5_000, 4), (20, 50, 2)] {
        for case in 1..=cases {
            let mut numbers = numbers(case * 7_919 + most);
            let mut next = |limit: u32| numbers.next().unwrap() % limit;
            let amounts: Vec<u32> = (0..many).map(|_| next(most) + 1).collect();
            let total = next(amounts.iter().sum()) + 1;
            let given: Vec<Given> = amounts.iter().map(|one| Given::leaving(*one)).collect();
            let found = account(&given, total, 0);
            let left = all_went(&found, given.len())
                .iter()
                .fold(0, |left, goes| left * 2 + u32::from(*goes == Goes::On));
            assert_eq!(left, best_left(&amounts, total), "{amounts:?} of {total}");
            assert!(!found.in_stated_order, "{amounts:?} of {total}");
        }
    }
}

/// Twenty entries that may serve any of the minimums and just complete them, or all but a hundredth: a way is hidden among them, so the
/// best is known. These are the hardest of some thousands.
#[test]
fn the_way_that_just_completes_the_minimums_is_found_among_twenty() {
    // How many minimums, the step of the amounts, whether all may leave, what is missing, and a seed.
    for (codes, step, all_leave, missing, seed) in [
        (3, 1, true, 0, 21),
        (4, 1, false, 0, 38),
        (4, 1, false, 1, 5),
        (5, 1, true, 0, 7),
        (5, 1, false, 0, 21),
        (5, 1, false, 1, 21),
        (6, 1, false, 0, 10),
        (6, 1, false, 0, 33),
        (6, 50, false, 1, 10),
        (7, 1, true, 0, 28),
        (7, 1, false, 0, 3),
        (7, 25, false, 0, 30),
    ] {
        let case = format!("{codes} minimums, {step}, {all_leave}, {missing}, {seed}");
        let mut numbers = numbers(seed * 7_919 + 1);
        let mut next = |limit: usize| {
            let number = usize::try_from(numbers.next().unwrap()).unwrap();
            number % limit
        };
        let asked: Vec<u32> = [1_600, 1_600, 1_600, 800, 800, 800, 800]
            .into_iter()
            .take(codes)
            .collect();
        let total: u32 = asked.iter().sum();
        // What the hidden way has not filled.
        let mut room = asked.clone();
        let mut given = Vec::new();
        let mut left = 0;
        for _ in 0..20 {
            let steps = next(usize::try_from(total / 10 / step).unwrap()) + 1;
            let hundredths = u32::try_from(steps).unwrap() * step;
            let start = next(codes);
            let mut minimums = (0..codes).map(|nth| (start + nth) % codes);
            let to = minimums.find(|nth| room[*nth] >= hundredths);
            match to {
                Some(nth) => room[nth] -= hundredths,
                None => left += hundredths,
            }
            let mut entry = Given::leaving(hundredths);
            entry.may_leave = all_leave || to.is_none();
            // What could serve too would do for what is missing.
            let could_serve = to.is_some() || missing == 0;
            entry.approved = std::array::from_fn(|nth| could_serve && nth < codes);
            given.push(entry);
        }
        // The rest of each minimum can go nowhere else.
        *room.iter_mut().max().unwrap() -= missing;
        for (nth, room) in room.into_iter().enumerate().filter(|(_, room)| *room > 0) {
            let mut entry = Given::leaving(room);
            entry.may_leave = false;
            entry.approved[nth] = true;
            given.push(entry);
        }
        let found = account(&given, total - missing, codes);
        let figures = found.asked.minimums.iter();
        let figures: Vec<u32> = figures
            .map(|portion| portion.at_least.unwrap().in_hundredths())
            .collect();
        assert_eq!(figures, asked, "{case}");
        assert!(!found.in_stated_order, "{case}");
        let went_to = all_went(&found, given.len());
        let (short, missed, stays) = worth(&given, &went_to, total - missing, &asked);
        assert_eq!((short, missed), (0, missing), "{case}");
        let all: u32 = given.iter().map(|given| given.hundredths).sum();
        assert_eq!(all - stays, left, "{case}");
    }
}

prop_compose! {
    fn any_given(is_odd: bool)(
        amount in 1..12_u32,
        odd in 1..600_u32,
        may_leave in any::<bool>(),
        approved in any::<[bool; CODES.len()]>(),
        pinned in prop_oneof![5 => Just(None), 1 => prop::sample::select(vec![Some(DUE), Some("2029-01-31")])],
        pinned_to in prop::option::weighted(0.15, 0..CODES.len()),
    ) -> Given {
        let hundredths = if is_odd { odd } else { amount * 50 };
        Given { hundredths, may_leave, approved, pinned, pinned_to }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    /// What can go nowhere else, what can, and what is pinned, for up to seven minimums.
    #[test]
    fn a_mixture_is_placed_as_the_first_of_the_best_ways(
        given in any::<bool>().prop_flat_map(|is_odd| prop::collection::vec(any_given(is_odd), 0..11)),
        codes in 2..=CODES.len(),
        total in 1..80_u32,
    ) {
        let total = total * 50;
        let found = account(&given, total, codes);
        let asked: Vec<u32> = found.asked.minimums.iter()
            .map(|portion| portion.at_least.unwrap().in_hundredths())
            .collect();
        prop_assert_eq!(asked.len(), codes);
        let ways: usize = given.iter().map(|given| given.places(&asked).len()).product();
        prop_assume!(ways <= 200_000);
        let best = best_way(&given, total, &asked);
        let (short, missing, _) = worth(&given, &best, total, &asked);
        prop_assert_eq!(all_went(&found, given.len()), best);
        prop_assert_eq!(found.now.short.in_hundredths(), short);
        let missed: Ceus = found.now.minimums.iter().map(|minimum| minimum.missing).sum();
        prop_assert_eq!(missed.in_hundredths(), missing);
        prop_assert!(!found.in_stated_order);
    }
}
