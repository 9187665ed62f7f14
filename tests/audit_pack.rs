//! The audit pack of a body as a document: whole ones by hand, and what holds of every one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::assigning_clones,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use std::fmt::Write as _;

use chrono::{NaiveDate, TimeDelta};
use coderpath::app::DateOrder;
use coderpath::ledger::{self, Account};
use coderpath::log::{
    ActivityKind, AhimaSource, Approval, Domain, Entry, EntryId, Profile, Shown, State,
};
use coderpath::render::{Block, Table, audit_pack, has_audit_pack};
use coderpath::rules::{Body, CATALOGUE, Ceus, CredentialId, Edition, RuleId};
use coderpath::words;
use common::{aapc_claim, ahima_claim, id, iso, plain_entry, today};
use proptest::prelude::*;
use proptest::sample::select;

const DATES: DateOrder = DateOrder::MonthFirst;

/// A holder with a log, who prints the pack of a period.
#[derive(Clone, Debug)]
struct Case {
    name: &'static str,
    holder: &'static str,
    body: Body,
    edition: Edition,
    offset: i32,
    profile: Profile,
    entries: Vec<(EntryId, Entry)>,
}

fn amount(text: &str) -> Ceus {
    text.parse().unwrap()
}

impl Case {
    fn new(name: &'static str, body: Body) -> Self {
        Self {
            name,
            holder: "Ana Coder",
            body,
            edition: Edition::Latest,
            offset: 0,
            profile: Profile::default(),
            entries: Vec::new(),
        }
    }

    fn holds(mut self, code: &str, since: Option<&str>) -> Self {
        let credential = CredentialId::from_code(code).unwrap();
        self.profile.hold(credential, true);
        self.profile.hold_since(credential, since.map(iso));
        self
    }

    fn profile(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.profile);
        self
    }

    fn due(self, day: &str) -> Self {
        self.profile(|profile| profile.aapc_due = Some(iso(day)))
    }

    fn entry(mut self, day: NaiveDate, title: &str, change: impl FnOnce(&mut Entry)) -> Self {
        let mut entry = plain_entry(title, day);
        change(&mut entry);
        let name = id(&format!("e{}", self.entries.len()));
        self.entries.push((name, entry));
        self
    }

    /// An activity for AAPC with everything that its certificate must show.
    fn aapc(self, day: &str, title: &str, ceus: &str, change: impl FnOnce(&mut Entry)) -> Self {
        let number = format!("X{}", self.entries.len());
        self.entry(iso(day), title, |entry| {
            let mut claim = aapc_claim(amount(ceus).in_hundredths());
            claim.certificate = true;
            entry.aapc = Some(claim);
            entry.sponsor = "Local chapter".to_owned();
            entry.index_number = number;
            change(entry);
        })
    }

    fn ahima(
        self,
        day: &str,
        title: &str,
        ceus: &str,
        domain: Option<Domain>,
        source: Option<AhimaSource>,
    ) -> Self {
        self.entry(iso(day), title, |entry| {
            let mut claim = ahima_claim(amount(ceus).in_hundredths());
            claim.domain = domain;
            claim.source = source;
            claim.certificate = domain.is_some();
            entry.ahima = Some(claim);
        })
    }

    fn with<T>(&self, read: impl FnOnce(&Account<'_>, &[Block]) -> T) -> Option<T> {
        let shown: Vec<Shown<'_>> = self
            .entries
            .iter()
            .map(|(id, entry)| Shown::of(id, entry))
            .collect();
        let (profile, edition) = (&self.profile, self.edition);
        let account = ledger::account(self.body, &shown, profile, edition, today(), self.offset)?;
        let held = profile.holdings();
        let pack = audit_pack(&account, self.holder, &held, edition, today(), DATES);
        Some(read(&account, &pack))
    }
}

/// A pack as text, a line for each thing that is read.
fn told(pack: &[Block]) -> String {
    let mut told = String::new();
    for block in pack {
        let lines: Vec<String> = match block {
            Block::Heading(text) => vec![format!("# {text}")],
            Block::Subheading(text) => vec![format!("## {text}")],
            Block::Text(text) => vec![text.clone()],
            Block::Fine(text) => vec![format!("({text})")],
            Block::List(items) => items.iter().map(|item| format!("- {item}")).collect(),
            Block::Pairs(pairs) => pairs
                .iter()
                .map(|(term, what)| format!("{term}: {what}"))
                .collect(),
            Block::Table(table) => {
                let head = format!("{} | {}", table.corner, table.columns.join(" | "));
                let rows = table
                    .rows
                    .iter()
                    .map(|(head, cells)| format!("{head} | {}", cells.join(" | ")));
                [format!("[{}]", table.caption), head]
                    .into_iter()
                    .chain(rows)
                    .collect()
            }
            other => panic!("not for paper: {other:?}"),
        };
        for line in lines {
            writeln!(told, "{line}").unwrap();
        }
    }
    told
}

fn for_cpma(entry: &mut Entry) {
    entry.aapc.as_mut().unwrap().approved_for = ["core", "CPMA"]
        .map(|code| Approval(code.to_owned()))
        .to_vec();
}

fn cases() -> Vec<Case> {
    let done = |_: &mut Entry| {};
    let planned = |entry: &mut Entry| entry.state = State::Planned;
    vec![
        Case::new("AAPC, core only, and more than is asked", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .due("2027-01-31")
            .aapc("2026-02-02", "Coding days", "30", done)
            .aapc("2025-03-03", "Modifiers", "3", |entry| {
                entry.index_number = " ".to_owned();
                entry.sponsor = String::new();
                entry.aapc.as_mut().unwrap().certificate = false;
            })
            .aapc("2026-03-04", "Web training", "1.5", |entry| {
                entry.index_number = String::new();
                entry.aapc.as_mut().unwrap().cms = true;
            })
            .aapc("2026-10-05", "", "5", done)
            .aapc("2026-12-05", "To come", "2", planned),
        Case::new(
            "AAPC, core and specialty, and less than is asked",
            Body::Aapc,
        )
        .holds("CPC", Some("2015-01-01"))
        .holds("CPMA", Some("2020-01-01"))
        .profile(|profile| profile.other_aapc = 2)
        .due("2027-11-30")
        .aapc("2026-02-02", "Audit tools", "8", for_cpma)
        .aapc("2026-03-03", "Coding days", "20.5", done),
        Case::new("AHIMA", Body::Ahima)
            .holds("CCS", Some("2025-06-15"))
            .ahima(
                "2025-09-01",
                "Risk adjustment",
                "12",
                Some(Domain::RevenueCycle),
                Some(AhimaSource::Component),
            )
            .ahima("2026-02-03", "Chapter meeting", "2", None, None)
            .ahima(
                "2026-05-05",
                "Presenting well",
                "6",
                Some(Domain::Other),
                Some(AhimaSource::External),
            ),
        Case::new("A shorter first period, and every reason", Body::Aapc)
            .holds("CPC", Some("2025-08-15"))
            .due("2027-01-31")
            .aapc("2025-07-01", "Before it all", "2", done)
            .aapc("2025-09-01", "Once", "1.25", |entry| {
                entry.index_number = "AA1".to_owned();
            })
            .aapc("2025-10-01", "And again", "1", |entry| {
                entry.index_number = "AA1".to_owned();
            })
            .aapc("2025-11-01", "A term of teaching", "6", |entry| {
                entry.kind = ActivityKind::Teaching;
            })
            .aapc("2026-07-01", "Pinned", "3", |entry| {
                entry.aapc.as_mut().unwrap().pin.due = Some(iso("2029-01-31"));
            })
            .aapc("2026-09-01", "Conference", "24", done)
            .aapc("2026-10-01", "Workshop", "4", done)
            .aapc("2024-10-01", "Long ago", "5", done),
        Case {
            offset: -1,
            holder: "",
            ..Case::new("The last period, submitted", Body::Aapc)
        }
        .holds("CPC", Some("2015-01-01"))
        .due("2026-01-31")
        .profile(|profile| {
            profile.submit(Body::Aapc, iso("2026-01-31"), Some(iso("2026-01-10")));
        })
        .aapc("2025-02-02", "Coding days", "35", done)
        .aapc("2026-01-05", "In time", "1", done)
        .aapc("2026-01-20", "After it", "2", done)
        .aapc("2026-05-05", "Later", "3", done),
        Case::new("Nothing held, and no dates", Body::Ahima).ahima(
            "2026-03-01",
            "State meeting",
            "2",
            None,
            None,
        ),
        Case::new("Nothing done", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .due("2027-01-31")
            .aapc("2026-12-05", "To come", "2", planned),
    ]
}

/// `golden/audit_pack.txt` has every case as it is printed, to be read by people.
#[test]
fn whole_packs() {
    let mut all = String::new();
    for case in cases() {
        let pack = case.with(|_, pack| told(pack)).unwrap();
        writeln!(all, "== {}\n{pack}", case.name).unwrap();
    }
    let by_hand = include_str!("golden/audit_pack.txt");
    if all != by_hand {
        let actual = concat!(env!("CARGO_TARGET_TMPDIR"), "/audit_pack.txt");
        std::fs::write(actual, &all).unwrap();
        let differs = all
            .lines()
            .zip(by_hand.lines())
            .find(|(now, then)| now != then);
        panic!("the packs differ, see {actual}: {differs:?}");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What holds of every pack

fn tables(pack: &[Block]) -> Vec<&Table> {
    pack.iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

/// The rows of the table with this column; none where it is left out.
fn rows<'p>(pack: &'p [Block], column: &str) -> Vec<(&'p str, Vec<&'p str>)> {
    let column = |table: &&&Table| table.columns.iter().any(|name| name == column);
    let found = tables(pack);
    let table = found.iter().find(column);
    let rows = table.into_iter().flat_map(|table| &table.rows);
    rows.map(|(head, cells)| (head.as_str(), cells.iter().map(String::as_str).collect()))
        .collect()
}

fn pair<'p>(pack: &'p [Block], term: &str) -> Option<&'p str> {
    let pairs = pack.iter().filter_map(|block| match block {
        Block::Pairs(pairs) => Some(pairs),
        _ => None,
    });
    let (_, what) = pairs.flatten().find(|(name, _)| name == term)?;
    Some(what)
}

/// "3 of 5" or "5" as the part and the whole; "12.5 CEUs" likewise.
fn part_and_whole(text: &str) -> (Ceus, Ceus) {
    let number = |text: &str| {
        let number = text.split(' ').next().unwrap();
        if number == "0" {
            Ceus::ZERO
        } else {
            amount(number)
        }
    };
    match text.split_once(" of ") {
        Some((part, whole)) => (number(part), number(whole)),
        None => (number(text), number(text)),
    }
}

/// Never empty, never loud, and without a slip of the hand.
#[track_caller]
fn check_text(text: &str) {
    assert!(!text.is_empty() && text.trim() == text, "{text:?}");
    for bad in [
        "!", "  ", "..", " .", " ,", "{", "}", "Some(", "()", "'", "?.", ".,", ": .",
    ] {
        // The pages' addresses are theirs.
        assert!(
            text.contains("://") || !text.contains(bad),
            "{bad:?} in {text:?}"
        );
    }
}

/// What must hold of any pack: every activity that was done for the period is in it, its amounts add up to the sums, no
/// field is blank, and every rule that is applied has its pages with their addresses.
fn check(case: &Case) {
    case.with(|account, pack| {
        let all = told(pack);
        for line in all.lines() {
            check_text(line.trim_start_matches(['#', '-', '(', '[', ' ']));
        }
        for table in tables(pack) {
            for (head, cells) in &table.rows {
                assert_eq!(cells.len(), table.columns.len(), "{head}");
                assert!(
                    cells.iter().all(|cell| !cell.trim().is_empty()),
                    "{cells:?}"
                );
            }
        }
        let counted = rows(pack, "Certificate");
        let not_counted = rows(pack, "Why");
        let mut sum = Ceus::ZERO;
        for (_, cells) in &counted {
            sum = sum + part_and_whole(cells[3]).0;
        }
        let mut rest = Ceus::ZERO;
        for (_, cells) in &not_counted {
            rest = rest + part_and_whole(cells[1]).0;
        }
        let told_sum = |term: &str| part_and_whole(pair(pack, term).unwrap()).0;
        assert_eq!(sum, account.now.counted);
        assert_eq!(told_sum("What counts"), sum);
        assert_eq!(told_sum("What does not count"), rest);
        assert_eq!(told_sum("Together, done for this period"), sum + rest);

        // Every activity that is done and of these days is there, and nothing that is planned.
        let titles: Vec<&str> = counted
            .iter()
            .chain(&not_counted)
            .map(|(head, _)| *head)
            .collect();
        let mut is_any = false;
        for verdict in account.verdicts() {
            let entry = verdict.shown.entry;
            let is_of_period = account
                .cycle
                .is_none_or(|(cycle, _)| cycle.contains(entry.date));
            let title = entry.title.as_str();
            if verdict.is_planned {
                assert!(!titles.contains(&title), "{title} is planned");
            } else if is_of_period || verdict.is_done() {
                assert!(
                    titles.contains(&title) || title.is_empty(),
                    "{title} is missing"
                );
                is_any = true;
            }
            if let Some((_, why)) = verdict.uncounted
                && not_counted.iter().any(|(head, _)| *head == title)
            {
                let rule = CATALOGUE.iter().find(|rule| rule.id == why.rule(case.body));
                for page in rule.unwrap().sources() {
                    assert!(all.contains(page.url), "{why:?}: {}", page.url);
                }
            }
        }
        assert!(!is_any || has_audit_pack(account));
        assert_eq!(has_audit_pack(account), !titles.is_empty());
        let is_by_day = |rows: &[(&str, Vec<&str>)]| {
            let days: Vec<NaiveDate> = rows.iter().map(|(_, cells)| read_day(cells[0])).collect();
            days.is_sorted()
        };
        assert!(is_by_day(&counted) && is_by_day(&not_counted));

        // Each body is told by its own pages, and the rule of what a certificate shows is among them.
        let proof = match case.body {
            Body::Aapc => RuleId::AapcCertificate,
            Body::Ahima => RuleId::AhimaProof,
        };
        let proof = CATALOGUE.iter().find(|rule| rule.id == proof).unwrap();
        assert!(proof.sources().all(|page| all.contains(page.url)));
        assert!(pair(pack, words::rule_name(proof.id)).is_some());
    });
}

/// "November 23, 2026" as a day.
fn read_day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%B %d, %Y").unwrap()
}

#[test]
fn every_case_is_whole() {
    for case in cases() {
        check(&case);
    }
}

#[test]
fn sixty_activities_are_all_there() {
    let mut case = Case::new("Sixty", Body::Aapc)
        .holds("CPC", Some("2015-01-01"))
        .due("2027-01-31");
    for n in 0..60 {
        let day = iso("2025-02-01") + TimeDelta::days(n * 10);
        case = case.aapc(&day.to_string(), &format!("Webinar {n}"), "0.75", |_| {});
    }
    check(&case);
    let (counted, rest) = case
        .with(|_, pack| (rows(pack, "Certificate").len(), rows(pack, "Why").len()))
        .unwrap();
    assert_eq!((counted, rest), (48, 12), "48 × 0.75 = 36");
}

#[test]
fn a_name_is_printed_on_one_line_as_it_was_typed() {
    for (typed, printed) in [
        ("Ana Coder", "Ana Coder"),
        ("", "no name given"),
        (" \t\n", "no name given"),
        ("  Ana   María\r\nO’Coder, CPC ", "Ana María O’Coder, CPC"),
        ("<b>Ana</b> & \"Co\"", "<b>Ana</b> & \"Co\""),
        ("An\u{0}a\u{1b}[31m", "An a [31m"),
    ] {
        let case = Case {
            holder: typed,
            ..Case::new("A name", Body::Ahima)
        }
        .holds("CCS", None);
        let holder = case.with(|_, pack| pair(pack, "Holder").unwrap().to_owned());
        assert_eq!(holder.as_deref(), Some(printed), "{typed:?}");
    }
}

prop_compose! {
    fn any_case()(
        body in select(vec![Body::Aapc, Body::Ahima]),
        edition in select(vec![Edition::Article, Edition::Latest]),
        held in proptest::sample::subsequence(vec!["CPC", "CPMA", "CDEO", "CCS", "CCS-P"], 0..4),
        since in proptest::option::of(select(vec!["2015-01-01", "2025-08-15", "2026-06-01"])),
        due in proptest::option::of(select(vec!["2027-01-31", "2026-10-31", "2027-02-15"])),
        submitted in any::<bool>(),
        offset in -1..=1_i32,
        entries in proptest::collection::vec((
            -900..300_i64,
            1..20_u32,
            (0..6_usize, any::<[bool; 5]>()),
            (proptest::option::of(select(vec![Domain::HealthLaw, Domain::Other])),
                proptest::option::of(select(vec![AhimaSource::Ahima, AhimaSource::External]))),
        ), 0..14),
    ) -> Case {
        let mut case = Case { edition, offset, ..Case::new("any", body) };
        for code in held {
            case = case.holds(code, since);
        }
        let profile = &mut case.profile;
        profile.aapc_due = due.map(iso);
        profile.ahima_start = due.map(|due| iso(due) - TimeDelta::days(730));
        if let (Some(due), true) = (due, submitted) {
            profile.submit(Body::Aapc, iso(due), Some(iso(due) - TimeDelta::days(10)));
        }
        for (at, (days, halves, (number, [is_planned, is_teaching, is_pinned, is_lacking, is_cms]), (domain, source))) in entries.into_iter().enumerate() {
            case = case.entry(today() + TimeDelta::days(days), &format!("T{at}"), |entry| {
                if is_planned { entry.state = State::Planned; }
                if is_teaching && is_lacking { entry.kind = ActivityKind::Teaching; }
                entry.index_number = if number == 0 { String::new() } else { format!("N{number}") };
                let mut claim = aapc_claim(halves * 50 + u32::from(is_lacking));
                claim.approved_for = vec![Approval("CPMA".to_owned()), Approval("CDEO".to_owned())];
                claim.cms = is_cms && is_lacking;
                claim.certificate = !is_lacking;
                if is_pinned && is_teaching { claim.pin.due = Some(iso("2027-01-31")); }
                entry.aapc = Some(claim);
                let mut claim = ahima_claim(halves * 50);
                (claim.domain, claim.source) = (domain, source);
                entry.ahima = Some(claim);
            });
        }
        case
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn every_pack_is_whole(case in any_case()) {
        check(&case);
    }
}
