//! What holds of every log, by random ones; and a second ledger that must agree with the first.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;
mod naive_ledger;

use chrono::{Month, NaiveDate, TimeDelta};
use coderpath::ledger::{
    Account, Caution, LEAST_DAYS, LeadsTo, Ledger, Looking, Sort, Step, Tally, Verdict, chart,
    ledger, pace, unsubmitted,
};
use coderpath::log::{
    ALL_DOMAINS, ALL_SOURCES, AapcClaim, ActivityKind, AhimaClaim, Approval, Entry, EntryId, Pin,
    Profile, Shown, State,
};
use coderpath::rules::{Body, Ceus, CredentialId, Edition};
use common::{aapc_claim, ahima_claim, id, iso, plain_entry, today};
use naive_ledger::{Book, Claim, Days, Plan, Sums, book, to_jiff};
use proptest::prelude::*;
use proptest::sample::select;

/// Everything that the ledger is told.
#[derive(Clone, Debug)]
struct Told {
    entries: Vec<(EntryId, Entry)>,
    profile: Profile,
    edition: Edition,
    today: NaiveDate,
    looking: Looking,
}

impl Told {
    fn shown(&self) -> Vec<Shown<'_>> {
        self.entries
            .iter()
            .map(|(id, entry)| Shown::of(id, entry))
            .collect()
    }

    fn ledger(&self) -> Ledger<'_> {
        ledger(
            // A ledger is about entries that somebody keeps.
            self.shown().leak(),
            &self.profile,
            self.edition,
            self.today,
            self.looking,
        )
    }
}

/// The due day around which the random logs are made: many of their entries are in its month.
fn due() -> NaiveDate {
    iso("2027-01-31")
}

fn near(days: i64) -> NaiveDate {
    due() + TimeDelta::days(days)
}

prop_compose! {
    fn any_pin()(
        due in prop_oneof![
            6 => Just(None),
            1 => select(vec!["2025-01-31", "2027-01-31", "2029-01-31", "2026-06-14"]).prop_map(|day| Some(iso(day))),
        ],
        credential in prop_oneof![5 => Just(""), 1 => select(vec!["CPMA", "core", "canpc"])],
    ) -> Pin {
        Pin { due, credential: credential.to_owned() }
    }
}

/// In half steps mostly, and small enough that the total is sometimes just missed.
fn any_ceus() -> impl Strategy<Value = Ceus> {
    prop_oneof![
        6 => (1..=30_u32).prop_map(|halves| Ceus::hundredths(halves * 50)),
        1 => (1..=3_000_u32).prop_map(Ceus::hundredths),
    ]
}

/// Often one that a table gives, for a whole cycle or a shorter one.
fn any_total() -> impl Strategy<Value = Ceus> {
    let whole = select(vec![36, 40, 44, 48, 52, 60, 72, 80, 20, 30, 50]);
    prop_oneof![
        1 => any_ceus(),
        1 => whole.clone().prop_map(Ceus::whole),
        1 => (whole, 1..24_u32).prop_map(|(whole, months)| Ceus::hundredths((whole * 100 * months).div_ceil(24))),
    ]
}

prop_compose! {
    fn any_entry()(
        days in prop_oneof![3 => -40..10_i64, 2 => -800..800_i64, 1 => -770..-700_i64, 1 => -2_500..800_i64],
        texts in (select(vec!["", "Webinar", "webinar ", "Chapter"]), select(vec!["", "S", "s", "ZHealth"]),
            prop_oneof![2 => Just(""), 3 => select(vec!["X1", " X1", "X2", "X3", "X4", "X5"])]),
        kind in prop_oneof![6 => Just(ActivityKind::Event), 1 => Just(ActivityKind::Teaching)],
        state in prop_oneof![4 => Just(State::Done), 1 => Just(State::Planned)],
        aapc in proptest::option::weighted(0.8, (any_ceus(),
            proptest::sample::subsequence(vec!["core", "CPMA", "cpco", "CDEO", "CANPC", "CIRCC"], 0..4),
            any::<[bool; 3]>(), any_pin())),
        cms in proptest::bool::weighted(0.1),
        ahima in proptest::option::weighted(0.5, (any_ceus(), proptest::option::of(select(ALL_DOMAINS.to_vec())),
            proptest::option::of(select(ALL_SOURCES.to_vec())), any::<bool>(), any_pin())),
    ) -> Entry {
        let (title, sponsor, index_number) = texts;
        let mut entry = plain_entry(title, near(days));
        sponsor.clone_into(&mut entry.sponsor);
        index_number.clone_into(&mut entry.index_number);
        entry.kind = kind;
        entry.state = state;
        entry.aapc = aapc.map(|(ceus, approved_for, [pre_approved, certificate, entered], pin)| AapcClaim {
            approved_for: approved_for.into_iter().map(|code| Approval(code.to_owned())).collect(),
            pre_approved, cms, pin, certificate, entered,
            ..aapc_claim(ceus.in_hundredths())
        });
        entry.ahima = ahima.map(|(ceus, domain, source, certificate, pin)| AhimaClaim {
            domain, source, pin, certificate,
            ..ahima_claim(ceus.in_hundredths())
        });
        entry
    }
}

prop_compose! {
    fn any_profile()(
        held in proptest::sample::subsequence(vec![
            CredentialId::Cpc, CredentialId::CocA, CredentialId::Cpma, CredentialId::Cpco, CredentialId::Cppm,
            CredentialId::Cdeo, CredentialId::Circc, CredentialId::Ccs, CredentialId::CcsP, CredentialId::Rhia], 0..6),
        since in proptest::collection::vec(proptest::option::weighted(0.7, -900..100_i64), 10),
        other_aapc in prop_oneof![5 => Just(0_u8), 1 => 1..4_u8],
        due in prop_oneof![6 => Just(Some(due())), 1 => Just(None), 1 => (-900..900_i64).prop_map(|days| Some(near(days)))],
        month in proptest::option::of(1..=12_u8),
        start in proptest::option::of(-900..900_i64),
        trackers in (proptest::option::weighted(0.4, any_total()), proptest::option::weighted(0.3, any_total())),
        plan in proptest::option::weighted(0.4, (any_total(), any::<bool>())),
        specialties in proptest::sample::subsequence(vec!["CANPC", " canpc", "CPMA", ""], 0..3),
        submitted in proptest::option::weighted(0.2, -30..1_i64),
        read in proptest::option::weighted(0.5, -900..30_i64),
    ) -> Profile {
        let mut profile = Profile::default();
        for (id, since) in held.into_iter().zip(since) {
            profile.hold(id, true);
            profile.hold_since(id, since.map(near));
        }
        profile.other_aapc = other_aapc;
        profile.aapc_due = due;
        profile.aapc_month = month.map(|month| Month::try_from(month).unwrap());
        profile.ahima_start = start.map(near);
        (profile.aapc_tracker, profile.ahima_tracker) = trackers;
        if let Some((total, is_latest)) = plan {
            let edition = if is_latest { Edition::Latest } else { Edition::Article };
            profile.remember(coderpath::log::Plan { edition, total });
        }
        profile.aapc_tracker_on = read.map(near);
        profile.ahima_tracker_on = read.map(near);
        profile.specialties = specialties.into_iter().map(str::to_owned).collect();
        profile.submit(Body::Aapc, self::due(), submitted.map(near));
        profile
    }
}

prop_compose! {
    fn anything()(
        entries in proptest::collection::vec(any_entry(), 0..10),
        profile in any_profile(),
        latest in any::<bool>(),
        today in prop_oneof![Just(today()), Just(due()), (-60..60_i64).prop_map(near)],
        aapc in prop_oneof![3 => Just(0), 1 => Just(1), 1 => Just(-1), 1 => Just(2)],
        ahima in prop_oneof![3 => Just(0), 1 => Just(1), 1 => Just(-1)],
    ) -> Told {
        let entries = entries
            .into_iter()
            .enumerate()
            .map(|(nth, entry)| (id(&format!("e{nth}")), entry))
            .collect();
        let edition = if latest { Edition::Latest } else { Edition::Article };
        Told { entries, profile, edition, today, looking: Looking { aapc, ahima } }
    }
}

fn accounts<'a>(found: &'a Ledger<'a>) -> impl Iterator<Item = &'a Account<'a>> {
    [&found.aapc, &found.ahima].into_iter().flatten()
}

/// Everything that is made of a ledger.
fn draw(told: &Told) {
    let found = told.ledger();
    for account in accounts(&found) {
        let _ = pace(account, told.today);
        if let Some(chart) = chart(account, told.today) {
            drop((
                chart.done_path(720, 360),
                chart.planned_path(720, 360),
                chart.ticks(720, 40),
            ));
        }
    }
}

fn name_of(sort: &Sort) -> String {
    match sort {
        Sort::Specific(code) => code.clone(),
        Sort::HiimDomains => "hiim".to_owned(),
        Sort::AhimaSources => "own".to_owned(),
    }
}

fn sums(tally: &Tally) -> Sums {
    Sums {
        counted: tally.counted.in_hundredths(),
        short: tally.short.in_hundredths(),
        to_do: tally.to_do.in_hundredths(),
        minimums: tally
            .minimums
            .iter()
            .map(|minimum| {
                (
                    name_of(&minimum.sort),
                    minimum.at_least.map(Ceus::in_hundredths),
                    minimum.served.in_hundredths(),
                )
            })
            .collect(),
    }
}

/// The first ledger's account in the second's words.
fn as_book(account: &Account<'_>) -> Book {
    let names = [
        "OtherCycle",
        "RenewalMonth",
        "BeforeCertification",
        "NotApproved",
        "Repeat",
        "PinnedAway",
        "Surplus",
        "OtherDomains",
    ];
    Book {
        cycle: account
            .cycle
            .map(|(cycle, _)| (to_jiff(cycle.first), to_jiff(cycle.last))),
        asked: account.asked.total.map(Ceus::in_hundredths),
        first: account
            .asked
            .computed
            .and_then(|computed| computed.first)
            .map(|first| {
                (
                    first.total.in_hundredths(),
                    first.months,
                    first.prorated.in_hundredths(),
                )
            }),
        assumed: account
            .asked
            .assumed
            .iter()
            .map(|gap| format!("{gap:?}"))
            .collect(),
        days: account.dates.map(|of| Days {
            opens: of.window_opens.map(to_jiff),
            due: to_jiff(of.due),
            notice: of.final_notice.map(to_jiff),
            revoked: of.revoked.map(to_jiff),
            submitted: of.submitted.map(to_jiff),
            keep: of.keep_until.map(to_jiff),
        }),
        reasons: account
            .asked
            .difference
            .iter()
            .map(|reason| format!("{reason:?}"))
            .collect(),
        plan: account.plan_change.as_ref().map(|change| Plan {
            then: change.then.total.in_hundredths(),
            now: change.now.in_hundredths(),
            other_edition: change.other_edition,
            other_reasons: change.other_reasons,
        }),
        now: sums(&account.now),
        forecast: sums(&account.forecast),
        claims: account
            .verdicts()
            .map(|verdict| {
                let why = verdict.uncounted.map_or("", |(_, why)| {
                    let told = format!("{why:?}");
                    names
                        .into_iter()
                        .find(|name| told.starts_with(name))
                        .unwrap()
                });
                let look = verdict.cautions.iter().map(|caution| match caution {
                    Caution::SameAs(other) => format!("SameAs {}", other.as_str()),
                    other => format!("{other:?}"),
                });
                Claim {
                    name: verdict.shown.id.as_str().to_owned(),
                    counted: verdict.counted.in_hundredths(),
                    why,
                    serves: verdict.serves().map(name_of).collect(),
                    look: look.collect(),
                }
            })
            .collect(),
        steady: account.steady_from.map(to_jiff),
        lacking: account
            .audit
            .iter()
            .map(|unproved| {
                let name = ["IndexNumber", "Sponsor", "Title", "Certificate"]
                    .into_iter()
                    .find(|name| *name == format!("{:?}", unproved.lack));
                let entries = unproved.entries.iter();
                (
                    name.unwrap(),
                    entries.map(|shown| shown.id.as_str().to_owned()).collect(),
                    unproved.ceus.in_hundredths(),
                )
            })
            .collect(),
    }
}

/// How many random logs the two ledgers are compared on; the environment may ask for more.
fn logs() -> u32 {
    std::env::var("CODERPATH_LOGS")
        .ok()
        .and_then(|logs| logs.parse().ok())
        .unwrap_or(10_000)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: logs(), ..ProptestConfig::default() })]

    #[test]
    fn a_second_ledger_agrees(told in anything()) {
        let found = told.ledger();
        for (body, account) in [(Body::Aapc, &found.aapc), (Body::Ahima, &found.ahima)] {
            // Of those of one day and amount any order does, so the second takes that of the first.
            let mut entries = told.entries.clone();
            let order: Vec<&EntryId> = account.iter().flat_map(Account::verdicts).map(|verdict| verdict.shown.id).collect();
            entries.sort_by_key(|(id, _)| order.iter().position(|known| *known == id));
            let second = book(body, &entries, &told.profile, told.edition, told.today, i64::from(told.looking.at(body)));
            prop_assert_eq!(account.as_ref().map(as_book), second);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entries_never_matters(told in anything(), turn in any::<prop::sample::Index>()) {
        let found = told.ledger();
        let mut turned = told.clone();
        if !turned.entries.is_empty() {
            let middle = turn.index(turned.entries.len());
            turned.entries.rotate_left(middle);
        }
        prop_assert_eq!(&turned.ledger(), &found);
        turned.entries.reverse();
        prop_assert_eq!(&turned.ledger(), &found);
    }

    /// What counts and what does not add up to what is claimed, of every claim and of all.
    #[test]
    fn everything_claimed_is_accounted_for(told in anything()) {
        let found = told.ledger();
        for account in accounts(&found) {
            let mut claimed = Ceus::ZERO;
            let mut counted = Ceus::ZERO;
            let mut done = Ceus::ZERO;
            for verdict in account.verdicts() {
                let uncounted = verdict.uncounted.map_or(Ceus::ZERO, |(ceus, _)| ceus);
                prop_assert_eq!(verdict.counted + uncounted, verdict.claimed);
                claimed = claimed + verdict.claimed;
                if !verdict.is_planned {
                    done = done + verdict.claimed;
                    counted = counted + verdict.counted;
                }
            }
            let of_log: Ceus = told.entries.iter().filter_map(|(_, entry)| entry.ceus(account.body)).sum();
            prop_assert_eq!(claimed, of_log);
            prop_assert_eq!(account.forecast.claimed, of_log);
            prop_assert_eq!(account.now.claimed, done);
            prop_assert_eq!(account.now.counted, counted);
            if let Some(total) = account.asked.total {
                prop_assert_eq!(account.now.counted + account.now.short, total);
            }
            prop_assert!(account.now.to_do >= account.now.short);
        }
    }

    /// One more entry that stands for itself, on any day that is done, takes nothing away from this cycle.
    #[test]
    fn an_entry_that_counts_never_lowers_a_total(told in anything(), added in any_entry()) {
        let mut more = told.clone();
        let mut added = added;
        "of its own".clone_into(&mut added.index_number);
        let index = id("z");
        more.entries.push((index, added));
        let (before, after) = (told.ledger(), more.ledger());
        for (before, after) in [(&before.aapc, &after.aapc), (&before.ahima, &after.ahima)] {
            // Later cycles have what the one before can spare, which one more entry can only raise as well.
            if let (Some(before), Some(after)) = (before, after) {
                prop_assert!(after.now.counted >= before.now.counted);
                prop_assert!(after.forecast.counted >= before.forecast.counted);
            }
        }
    }

    /// The last cycle is told for 90 days, if it asked something, has something in the log, and is not submitted.
    #[test]
    fn the_last_cycle_is_told_while_it_may_still_be_submitted(told in anything()) {
        let mut last = told.clone();
        last.looking.aapc = -1;
        let is_open = |account: &Account<'_>| {
            let (Some((cycle, _)), Some(days)) = (account.cycle, account.dates) else {
                return false;
            };
            let is_of_it = |verdict: Verdict<'_>| cycle.contains(verdict.shown.entry.date);
            let over = to_jiff(told.today) - to_jiff(cycle.last);
            over.get_days() <= 90
                && account.asked.total.is_some()
                && days.submitted.is_none()
                && account.verdicts().any(is_of_it)
        };
        let shown = told.shown().leak();
        let found = unsubmitted(shown, &told.profile, told.edition, told.today);
        prop_assert_eq!(found, last.ledger().aapc.filter(is_open));
    }

    #[test]
    fn the_table_is_no_matter_of_ahimas(told in anything()) {
        let mut other = told.clone();
        other.edition = told.edition.other();
        prop_assert_eq!(told.ledger().ahima, other.ledger().ahima);
    }

    /// Any day and any offset: there may be no cycle, but no panic.
    #[test]
    fn the_ends_of_the_calendar(told in anything(), offset in any::<i32>()) {
        let mut told = told;
        told.looking = Looking { aapc: offset, ahima: offset };
        draw(&told);
        told.looking = Looking::default();
        told.today = NaiveDate::MAX;
        draw(&told);
        if let Some((_, entry)) = told.entries.first_mut() {
            entry.date = NaiveDate::MIN;
        }
        draw(&told);
    }
}

/// The best that any placement of renewal-month entries reaches: what is short of the total, what of the two minimums
/// is missing, and what stays. Every entry is left, or kept for one of what it is approved for.
fn brute(
    open: &[(u32, bool, bool)],
    total: u32,
    least: u32,
    so_far: (u32, u32, u32),
) -> (u32, u32, u32) {
    let (all, first, second) = so_far;
    let Some(((ceus, is_first, is_second), rest)) = open.split_first() else {
        let missing = least.saturating_sub(first) + least.saturating_sub(second);
        return (total.saturating_sub(all), missing, all);
    };
    let mut best = brute(rest, total, least, so_far);
    let mut try_it = |so_far| best = best.min(brute(rest, total, least, so_far));
    try_it((all + ceus, first, second));
    if *is_first {
        try_it((all + ceus, first + ceus, second));
    }
    if *is_second {
        try_it((all + ceus, first, second + ceus));
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn placement_is_the_best_of_all(
        open in proptest::collection::vec((1..25_u32, any::<bool>(), any::<bool>()), 0..9),
        total in 1..60_u32,
        latest in any::<bool>(),
    ) {
        let open: Vec<(u32, bool, bool)> =
            open.into_iter().map(|(halves, first, second)| (halves * 50, first, second)).collect();
        let mut profile = Profile::default();
        profile.hold(CredentialId::Cpma, true);
        profile.hold(CredentialId::Cpco, true);
        profile.aapc_due = Some(due());
        let total = total * 50;
        profile.aapc_tracker = Some(Ceus::hundredths(total));
        let entries = open.iter().enumerate().map(|(nth, (ceus, first, second))| {
            let mut entry = plain_entry("Webinar", iso("2027-01-10"));
            entry.index_number = nth.to_string();
            let approvals = [("CPMA", *first), ("CPCO", *second)];
            entry.aapc = Some(AapcClaim {
                approved_for: approvals.into_iter().filter(|(_, is)| *is).map(|(code, _)| Approval(code.to_owned())).collect(),
                ..aapc_claim(*ceus)
            });
            (id(&nth.to_string()), entry)
        }).collect();
        let edition = if latest { Edition::Latest } else { Edition::Article };
        let told = Told { entries, profile, edition, today: due(), looking: Looking::default() };
        let found = told.ledger().aapc.unwrap();
        let least = (if latest { 1_600 } else { 2_400 }).min(total);
        let stays: u32 = found.verdicts()
            .filter(|verdict| verdict.uncounted.is_none_or(|(_, why)| why == coderpath::ledger::Why::Surplus))
            .map(|verdict| verdict.claimed.in_hundredths())
            .sum();
        let missing: Ceus = found.now.minimums.iter().map(|minimum| minimum.missing).sum();
        prop_assert_eq!(
            (found.now.short.in_hundredths(), missing.in_hundredths(), stays),
            brute(&open, total, least, (0, 0, 0))
        );
        prop_assert!(!found.in_stated_order);
    }
}

/// Twenty open entries are placed in the best way; one more, and a stated order is followed and said.
#[test]
fn beyond_twenty_open_entries_a_stated_order_is_followed() {
    let told = |count: usize, one: u32| {
        let mut profile = Profile::default();
        profile.hold(CredentialId::Cpc, true);
        profile.aapc_due = Some(due());
        let entries = (0..count).map(|nth| {
            let mut entry = plain_entry("Webinar", iso("2027-01-10"));
            entry.index_number = nth.to_string();
            // The last is the one that fits; the order by day and amount takes the large ones first.
            entry.aapc = Some(aapc_claim(if nth == 0 { 400 } else { one }));
            (id(&format!("{nth:02}")), entry)
        });
        Told {
            entries: entries.collect(),
            profile,
            edition: Edition::Article,
            today: due(),
            looking: Looking::default(),
        }
    };
    for (count, one, in_stated_order, kept) in [
        (20, 500, false, "39"),
        (21, 500, true, "40"),
        // Nine fours are all that is needed.
        (21, 400, true, "36"),
    ] {
        let told = told(count, one);
        let found = told.ledger().aapc.unwrap();
        assert_eq!(found.in_stated_order, in_stated_order, "{count}");
        assert_eq!(found.now.short, Ceus::ZERO);
        let stays: Ceus = found
            .verdicts()
            .filter(|verdict| verdict.counted > Ceus::ZERO)
            .map(|verdict| verdict.claimed)
            .sum();
        assert_eq!(stays.to_string(), kept, "{count}");

        // What the next cycle has rests on what this one leaves, so it is said there too.
        let mut next = told;
        next.looking.aapc = 1;
        let found = next.ledger().aapc.unwrap();
        assert_eq!(found.in_stated_order, in_stated_order, "{count}, the next");
    }
}

/// The corners of a path: every `H` and `V` moves from the one before.
fn corners(path: &str) -> Vec<(u32, u32)> {
    let mut corners: Vec<(u32, u32)> = Vec::new();
    let spaced = path.replace('H', "|H ").replace('V', "|V ");
    for told in spaced.split('|').filter(|told| !told.is_empty()) {
        let (letter, number) = told.split_once(' ').unwrap();
        let number: u32 = number.parse().unwrap();
        let here = corners.last().copied();
        corners.push(match letter {
            "H" => (number, here.unwrap().1),
            "V" => (here.unwrap().0, number),
            // "M0 360".
            start => (start.strip_prefix('M').unwrap().parse().unwrap(), number),
        });
    }
    corners
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 4_000, ..ProptestConfig::default() })]

    /// A chart says what its account says, and its lines never fall or go back.
    #[test]
    fn a_chart_says_what_the_account_says(told in anything(), width in 1..2_000_u32, height in 1..500_u32) {
        let found = told.ledger();
        for account in accounts(&found) {
            let Some(chart) = chart(account, told.today) else {
                prop_assert!(account.cycle.is_none());
                continue;
            };
            let mut so_far = Ceus::ZERO;
            let mut follow = |steps: &[Step], from: NaiveDate, to: NaiveDate| {
                let mut before = None;
                for step in steps {
                    assert!(from <= step.day && step.day <= to && before < Some(step.day));
                    assert!(step.ceus > Ceus::ZERO);
                    so_far = so_far + step.ceus;
                    assert_eq!(so_far, step.total);
                    before = Some(step.day);
                }
                so_far
            };
            prop_assert_eq!(follow(&chart.done, chart.first, chart.until), account.now.counted);
            prop_assert_eq!(chart.done_total(), account.now.counted);
            let end = follow(&chart.planned, chart.until, chart.last);
            prop_assert_eq!(chart.done_total() + chart.planned_total(), end);
            // What a cycle has from the one before may rest on what is planned there.
            let is_planned_before =
                account.verdicts().any(|verdict| verdict.is_planned && verdict.shown.entry.date < chart.first);
            prop_assert!(end <= account.forecast.counted);
            prop_assert!(end == account.forecast.counted || is_planned_before);
            prop_assert!(chart.top >= end && chart.top >= chart.needed.unwrap_or_default());
            prop_assert!(chart.today.is_none_or(|today| today == chart.until && today == told.today));
            prop_assert_eq!(chart.today.is_some(), (chart.first..=chart.last).contains(&told.today));

            let done = corners(&chart.done_path(width, height));
            let planned = corners(&chart.planned_path(width, height));
            prop_assert_eq!(planned.is_empty(), chart.planned.is_empty());
            let here = chart.x(chart.until, width);
            prop_assert_eq!(done[0], (0, height));
            prop_assert_eq!(done[done.len() - 1], (here, chart.y(account.now.counted, height)));
            if let (Some(first), Some(last)) = (planned.first(), planned.last()) {
                prop_assert_eq!(Some(first), done.last());
                prop_assert_eq!(*last, (width, chart.y(end, height)));
            }
            for path in [&done, &planned] {
                for pair in path.windows(2) {
                    prop_assert!(pair[0].0 <= pair[1].0 && pair[0].1 >= pair[1].1);
                    prop_assert!(pair[1].0 <= width && pair[1].1 <= height);
                }
            }

            let ticks = chart.ticks(width, 40);
            for pair in ticks.windows(2) {
                prop_assert!(pair[1].x - pair[0].x >= 40);
            }
            for tick in &ticks {
                prop_assert_eq!(tick.x, chart.x(tick.day, width));
                prop_assert!(tick.day >= chart.first && tick.day <= chart.last);
                prop_assert_eq!(tick.day.to_string().split_off(8), "01");
            }
        }
    }

    /// Where a pace leads, by cross multiplication: nothing is rounded in the holder's favor, and nothing by more than
    /// one.
    #[test]
    fn a_pace_leads_where_it_leads(told in anything()) {
        let found = told.ledger();
        for account in accounts(&found) {
            let Some(pace) = pace(account, told.today) else {
                continue;
            };
            let (cycle, _) = account.cycle.unwrap();
            prop_assert!(cycle.contains(told.today) && pace.since >= cycle.first);
            let days = |to: NaiveDate| u128::try_from((to - pace.since).num_days() + 1).unwrap();
            prop_assert!(pace.days >= LEAST_DAYS && u128::from(pace.days) == days(told.today));
            let hundredths = |ceus: Ceus| u128::from(ceus.in_hundredths());
            let (counted, total) = (hundredths(pace.counted), hundredths(pace.total));
            prop_assert_eq!((pace.counted, Some(pace.total)), (account.now.counted, account.asked.total));
            prop_assert!(counted > 0 && counted < total);
            let (so_far, in_all) = (days(told.today), days(cycle.last));
            match pace.leads_to {
                LeadsTo::Complete(on) => {
                    prop_assert!(on > told.today && on <= cycle.last);
                    prop_assert!(counted * days(on) >= total * so_far);
                    prop_assert!(counted * (days(on) - 1) < total * so_far);
                }
                LeadsTo::Short(at_end) => {
                    prop_assert!(counted * in_all < total * so_far);
                    let at_end = hundredths(at_end);
                    prop_assert!(at_end >= counted && at_end < total);
                    prop_assert!(at_end * so_far <= counted * in_all);
                    prop_assert!((at_end + 1) * so_far > counted * in_all);
                }
            }
        }
    }
}
