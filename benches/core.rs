//! How long the ledger takes for both bodies, and how long a spreadsheet is read. `cargo xtask bench core` runs this and checks
//! the limits.

use std::cmp::Reverse;
use std::hint::black_box;

use chrono::{Days, NaiveDate};
use coderpath::ledger::{Looking, ledger};
use coderpath::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, AapcClaim, ActivityKind, AhimaClaim, Approval, Content,
    Entry, EntryId, Log, Pin, Profile, Record, RecordId, Shown, State,
};
use coderpath::rules::{Ceus, CredentialId, Edition};
use coderpath::sheet::{Bodies, Corrections, Mapping, Preview, Reading, Verdict, export};
use coderpath::words::SHEET_NAMES;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

/// How a log is ten times as long as another: it covers ten times the days, or as many with ten times the entries in each.
#[derive(Clone, Copy)]
enum Growth {
    /// 909 entries a year, which for 100,000 of them are all years that a day of an entry may be in, 1990 to 2100.
    Longer,
    /// 40 years, with 7 entries a day for 100,000 of them. More of them are then in each cycle, and in each day.
    Denser,
    /// The two years of one cycle, with 137 entries a day for 100,000 of them. What the others hardly have, entries that
    /// count or could, are nearly all of it.
    Fuller,
}

impl Growth {
    const ALL: [Self; 3] = [Self::Longer, Self::Denser, Self::Fuller];

    const fn name(self) -> &'static str {
        match self {
            Self::Longer => "longer",
            Self::Denser => "denser",
            Self::Fuller => "fuller",
        }
    }

    /// The days that a log of so many entries covers.
    const fn days(self, size: u64) -> u64 {
        match self {
            Self::Longer => size * 2 / 5,
            Self::Denser => 40 * 365,
            Self::Fuller => 2 * 365,
        }
    }

    /// How many days ago AHIMA's cycle began. AAPC's ends 70 days from today, and where all is in one cycle both are the same.
    const fn days_with_ahima(self) -> u64 {
        match self {
            Self::Longer | Self::Denser => 330,
            Self::Fuller => 2 * 365 - 70,
        }
    }
}

/// A row of numbers that look random and are the same in every run (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let many = u64::try_from(all.len()).unwrap_or(u64::MAX);
        let place = usize::try_from(self.below(many)).ok()?;
        all.get(place).copied()
    }
}

/// A day, told by its distance from the first day of all logs.
fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(1990, 1, 1)
        .and_then(|first| first.checked_add_days(Days::new(number)))
        .unwrap_or_default()
}

/// An entry as people log them: mostly done, mostly for AAPC, with a number, and now and then one that is there already.
fn entry(numbers: &mut Numbers, nth: u64, size: u64, days: u64) -> Entry {
    let ceus = Ceus::hundredths(u32::try_from(numbers.below(12)).unwrap_or_default() * 50 + 50);
    let of = if numbers.one_in(50) { nth / 2 } else { nth };
    let is_for_ahima = numbers.one_in(2);
    let approved_for = ["core", "CPMA", "CPCO", "CANPC"]
        .into_iter()
        .filter(|_| numbers.one_in(3))
        .map(|code| Approval(code.to_owned()))
        .collect();
    Entry {
        // Within a month or so people log what they did in any order.
        date: day(nth * days / size + numbers.below(40)),
        title: format!("Coding webinar {of}: what is new this year"),
        sponsor: "Local chapter".to_owned(),
        index_number: if numbers.one_in(5) {
            String::new()
        } else {
            format!("BC{of:06}V")
        },
        kind: numbers.one_of(ALL_KINDS).unwrap_or(ActivityKind::Event),
        state: if numbers.one_in(20) {
            State::Planned
        } else {
            State::Done
        },
        aapc: Some(AapcClaim {
            ceus,
            approved_for,
            pre_approved: numbers.one_in(2),
            cms: numbers.one_in(10),
            pin: Pin::default(),
            certificate: !numbers.one_in(4),
            entered: numbers.one_in(2),
            unknown: Vec::new(),
        }),
        ahima: is_for_ahima.then(|| AhimaClaim {
            ceus,
            domain: numbers.one_of(ALL_DOMAINS).filter(|_| !numbers.one_in(10)),
            source: numbers.one_of(ALL_SOURCES),
            pin: Pin::default(),
            certificate: !numbers.one_in(4),
            entered: false,
            unknown: Vec::new(),
        }),
        notes: String::new(),
        unknown: Vec::new(),
    }
}

/// A holder of credentials of both bodies, two of which ask for CEUs of their own.
fn profile(growth: Growth, today: NaiveDate) -> Profile {
    let mut profile = Profile::default();
    for id in [
        CredentialId::Cpc,
        CredentialId::Cpma,
        CredentialId::Cpco,
        CredentialId::Ccs,
    ] {
        profile.hold(id, true);
    }
    profile.specialties.push("CANPC".to_owned());
    profile.aapc_due = today.checked_add_days(Days::new(70));
    profile.ahima_start = today.checked_sub_days(Days::new(growth.days_with_ahima()));
    profile
}

fn speed(criterion: &mut Criterion) {
    for growth in Growth::ALL {
        let mut group = criterion.benchmark_group(growth.name());
        group.sample_size(20);
        for size in [1_000, 10_000, 100_000] {
            let days = growth.days(size);
            let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
            // They lie in memory as they were logged, and come as a log hands them out: the latest first.
            let log: Vec<(EntryId, Entry)> = (0..size)
                .map(|nth| {
                    let id = EntryId::new(numbers.next());
                    (id, entry(&mut numbers, nth, size, days))
                })
                .collect();
            let mut shown: Vec<Shown<'_>> =
                log.iter().map(|(id, entry)| Shown::of(id, entry)).collect();
            shown.sort_by_key(|shown| Reverse(shown.entry.date));
            // Not long before the end: what is planned is in its last days.
            let today = day(days * 37 / 40);
            let profile = profile(growth, today);
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(|| {
                    let ledger = ledger(
                        black_box(&shown),
                        black_box(&profile),
                        Edition::Latest,
                        today,
                        Looking::default(),
                    );
                    // A verdict is worked out when it is asked for, and all of them belong to the answer.
                    for account in [&ledger.aapc, &ledger.ahima].into_iter().flatten() {
                        for verdict in account.verdicts() {
                            black_box(&verdict);
                        }
                    }
                    ledger
                });
            });
        }
        group.finish();
    }
}

/// The largest file that is read, beside a log of as many entries: a third of its rows are as in the log, a third differ, and a
/// third are new. Its rows have no names, so each is looked for by what it says.
fn sheets(criterion: &mut Criterion) {
    const ROWS: u64 = 5_000;
    let mut group = criterion.benchmark_group("sheet");
    group.sample_size(20);
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let days = Growth::Denser.days(ROWS);
    let (mut log, mut other) = (Log::default(), Log::default());
    for nth in 0..ROWS {
        let mut entry = entry(&mut numbers, nth, ROWS, days);
        entry.state = State::Planned;
        let mut add = |log: &mut Log, entry: &Entry| {
            let id = RecordId::Entry(EntryId::new(numbers.next()));
            let content = Content::Entry(Box::new(entry.clone()));
            log.add(Record::replacing(id, content, &[], nth + 1, 0));
        };
        add(&mut log, &entry);
        match nth % 3 {
            0 => {}
            1 => entry
                .notes
                .push_str("Seen with the whole team, and \"worth it\""),
            _ => {
                entry.title.push_str(", again");
                entry.index_number.push('X');
            }
        }
        add(&mut other, &entry);
    }
    let file = export(&other, &SHEET_NAMES).text;
    let file = file.replace("Coderpath ID", "Something else");
    let today = day(days);
    group.bench_function(BenchmarkId::from_parameter(ROWS), |bencher| {
        bencher.iter(|| {
            let new = read_and_match(black_box(&file), black_box(&log), today);
            assert!(new.is_some_and(|new| new >= 1_600), "{new:?}");
        });
    });
    group.finish();
}

/// How many rows of a file are new to a log.
fn read_and_match(file: &str, log: &Log, today: NaiveDate) -> Option<usize> {
    let mut reading = Reading::new(file.to_owned(), SHEET_NAMES).ok()?;
    while !reading.step(50_000).ok()? {}
    let table = reading.table().ok()?;
    let mapping = Mapping::guess(&table, Some(Bodies::Aapc), &SHEET_NAMES);
    if !mapping.faults(&table).is_empty() {
        return None;
    }
    let mut preview = Preview::new(log, &table, &mapping, &SHEET_NAMES, today);
    while !preview.step(log, &table, &Corrections::default(), 100) {}
    let rows = preview.rows().iter();
    Some(rows.filter(|row| row.verdict == Verdict::New).count())
}

criterion_group!(benches, speed, sheets);
criterion_main!(benches);
