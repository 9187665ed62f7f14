//! The account of a body as a document: whole ones by hand, and what holds of every one.

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

use chrono::NaiveDate;
use coderpath::app::DateOrder;
use coderpath::ledger::{
    self, Account, AnchorBy, Assumed, Caution, Computed, Cycle, Difference, Lack, PlanChange,
    Remedy, Verdict, Why,
};
use coderpath::log::{
    ActivityKind, AhimaSource, Approval, Domain, Entry, EntryId, Plan, Profile, Shown, State,
};
use coderpath::render::{Block, account};
use coderpath::rules::{Body, CATALOGUE, Ceus, CredentialId, Edition, RuleId, Source};
use coderpath::words::ledger as told;
use common::{aapc_claim, ahima_claim, id, iso, plain_entry, today};
use proptest::prelude::*;
use proptest::sample::select;

const DATES: DateOrder = DateOrder::MonthFirst;

/// A holder with a log, looked at on a day.
#[derive(Clone, Debug)]
struct Case {
    name: &'static str,
    body: Body,
    edition: Edition,
    today: NaiveDate,
    offset: i32,
    profile: Profile,
    entries: Vec<(EntryId, Entry)>,
}

/// The sections of an account, without their names.
fn document(found: &Account<'_>, edition: Edition, today: NaiveDate) -> Vec<Block> {
    let sections = account(found, edition, today, DATES);
    sections.into_iter().map(|(_, block)| block).collect()
}

impl Case {
    fn new(name: &'static str, body: Body) -> Self {
        Self {
            name,
            body,
            edition: Edition::Latest,
            today: today(),
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

    fn entry(mut self, date: &str, title: &str, change: impl FnOnce(&mut Entry)) -> Self {
        let mut entry = plain_entry(title, iso(date));
        change(&mut entry);
        let name = id(&format!("e{}", self.entries.len()));
        self.entries.push((name, entry));
        self
    }

    /// An activity for AAPC with everything that an audit asks for.
    fn aapc(self, date: &str, title: &str, ceus: &str, change: impl FnOnce(&mut Entry)) -> Self {
        let number = format!("X{}", self.entries.len());
        self.entry(date, title, |entry| {
            entry.aapc = Some(aapc_claim(amount(ceus).in_hundredths()));
            entry.aapc.as_mut().unwrap().certificate = true;
            entry.sponsor = "Chapter".to_owned();
            entry.index_number = number;
            change(entry);
        })
    }

    fn ahima(
        self,
        date: &str,
        title: &str,
        ceus: &str,
        domain: Option<Domain>,
        source: Option<AhimaSource>,
    ) -> Self {
        self.entry(date, title, |entry| {
            let mut claim = ahima_claim(amount(ceus).in_hundredths());
            claim.domain = domain;
            claim.source = source;
            claim.certificate = true;
            entry.ahima = Some(claim);
        })
    }

    fn with<T>(&self, read: impl FnOnce(Option<&Account<'_>>) -> T) -> T {
        let shown: Vec<Shown<'_>> = self
            .entries
            .iter()
            .map(|(id, entry)| Shown::of(id, entry))
            .collect();
        let found = ledger::account(
            self.body,
            &shown,
            &self.profile,
            self.edition,
            self.today,
            self.offset,
        );
        read(found.as_ref())
    }

    /// The glance and the document, as text.
    fn told(&self) -> String {
        self.with(|found| {
            let Some(found) = found else {
                return "Nothing is said.\n".to_owned();
            };
            let mut told = format!(
                "{}\n{}\n",
                told::standing_line(found),
                told::standing_next(found, self.today, DATES)
            );
            for minimum in &found.now.minimums {
                let (label, amount) = told::minimum_line(minimum);
                writeln!(told, "[{label}: {amount}]").unwrap();
            }
            write(&mut told, &document(found, self.edition, self.today), 0);
            told
        })
    }
}

fn amount(text: &str) -> Ceus {
    text.parse().unwrap()
}

/// A document as text, a line for each thing that is read.
fn write(told: &mut String, blocks: &[Block], depth: usize) {
    for block in blocks {
        let lines: Vec<String> = match block {
            Block::Heading(text) | Block::Subheading(text) => vec![format!("# {text}")],
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
                std::iter::once(head).chain(rows).collect()
            }
            Block::Sources(pages) => pages
                .iter()
                .map(|page| format!("* {}", page.title))
                .collect(),
            Block::Folded { summary, .. } => vec![format!("> {summary}")],
        };
        for line in lines {
            writeln!(told, "{}{line}", "  ".repeat(depth)).unwrap();
        }
        if let Block::Folded { inside, .. } = block {
            write(told, inside, depth + 1);
        }
    }
}

fn cases() -> Vec<Case> {
    let done = |_: &mut Entry| {};
    let for_cpma = |entry: &mut Entry| {
        entry.aapc.as_mut().unwrap().approved_for = ["core", "CPMA"]
            .map(|code| Approval(code.to_owned()))
            .to_vec();
    };
    let planned = |entry: &mut Entry| entry.state = State::Planned;
    let entered = |entry: &mut Entry| entry.aapc.as_mut().unwrap().entered = true;
    let due = |day: &'static str| move |profile: &mut Profile| profile.aapc_due = Some(iso(day));
    let mut cases = vec![
        Case::new("A first period, and the tracker says 27", Body::Aapc)
            .holds("CPC", Some("2025-08-15"))
            .profile(due("2027-01-31"))
            .profile(|profile| profile.aapc_tracker = Some(Ceus::whole(27)))
            .aapc("2025-10-02", "Modifiers", "10", done)
            .aapc("2026-03-04", "Audits", "2.5", done),
        Case::new("CPC and CPMA, and not enough that is specific", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .holds("CPMA", Some("2020-01-01"))
            .profile(due("2027-11-30"))
            .aapc("2026-02-02", "Audit tools", "8", for_cpma)
            .aapc("2026-03-03", "Coding days", "26.5", done),
        Case::new("The total is reached, and a part of it is not", Body::Aapc)
            .holds("CPMA", Some("2020-01-01"))
            .profile(due("2027-11-30"))
            .aapc("2026-02-02", "Audit tools", "6", for_cpma)
            .aapc("2026-03-03", "Coding days", "40", done),
        Case::new("What does not count, and why", Body::Aapc)
            .holds("CPC", Some("2025-08-15"))
            .profile(due("2027-01-31"))
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
            .aapc("2026-05-05", "Chapter meeting", "1", |entry| {
                entry.index_number = String::new();
            })
            .aapc("2026-06-05", "Chapter meeting", "1", |entry| {
                entry.index_number = String::new();
            })
            .aapc("2026-07-01", "Pinned", "3", |entry| {
                entry.aapc.as_mut().unwrap().pin.due = Some(iso("2029-01-31"));
            })
            .aapc("2026-09-01", "Conference", "23", done)
            .aapc("2026-10-01", "Workshop", "4", |entry| {
                entry.sponsor = String::new();
                entry.aapc.as_mut().unwrap().certificate = false;
            })
            .aapc("2024-10-01", "Long ago", "5", done),
        Case::new("AHIMA, with its shares", Body::Ahima)
            .holds("CCS", Some("2025-06-15"))
            .holds("CCS-P", Some("2026-02-01"))
            .ahima(
                "2025-09-01",
                "Risk",
                "5",
                Some(Domain::RevenueCycle),
                Some(AhimaSource::Ahima),
            )
            .ahima(
                "2025-10-01",
                "Law",
                "4",
                Some(Domain::HealthLaw),
                Some(AhimaSource::External),
            )
            .ahima(
                "2026-02-01",
                "Spanish",
                "8",
                Some(Domain::Other),
                Some(AhimaSource::Approved),
            )
            .ahima(
                "2026-03-01",
                "State meeting",
                "2",
                None,
                Some(AhimaSource::Component),
            )
            .ahima("2026-04-01", "A book", "3", Some(Domain::Leadership), None),
        Case::new(
            "AHIMA reached, in a period that began before 2025",
            Body::Ahima,
        )
        .holds("CCS", None)
        .profile(|profile| profile.ahima_start = Some(iso("2024-12-31")))
        .ahima(
            "2025-09-01",
            "Risk",
            "22",
            Some(Domain::RevenueCycle),
            Some(AhimaSource::External),
        ),
        Case::new("Five planned", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .holds("CPMA", Some("2020-01-01"))
            .profile(due("2027-01-31"))
            .aapc("2026-02-02", "Coding days", "30", done)
            .aapc("2026-12-01", "One", "4", |entry| {
                planned(entry);
                for_cpma(entry);
            })
            .aapc("2026-12-08", "Two", "4", |entry| {
                planned(entry);
                for_cpma(entry);
            })
            .aapc("2026-12-15", "Three", "4", |entry| {
                planned(entry);
                for_cpma(entry);
            })
            .aapc("2027-01-12", "Four", "4", |entry| {
                planned(entry);
                for_cpma(entry);
            })
            .aapc("2027-06-01", "Five", "4", planned),
        Case::new("The last period, submitted", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .profile(due("2026-01-31"))
            .profile(|profile| {
                profile.submit(Body::Aapc, iso("2026-01-31"), Some(iso("2026-01-10")));
            })
            .aapc("2025-02-02", "Coding days", "35", entered)
            .aapc("2026-01-05", "In time", "1", entered)
            .aapc("2026-01-20", "After it", "2", done)
            .aapc("2026-05-05", "Later", "3", done),
        Case::new("A period before the certification", Body::Aapc)
            .holds("CPC", Some("2025-08-15"))
            .profile(due("2027-01-31"))
            .aapc("2024-10-01", "Long ago", "5", done)
            .aapc("2025-10-01", "Workshop", "4", done),
        Case::new("The table has no figure", Body::Aapc)
            .holds("CDEO", Some("2020-01-01"))
            .profile(due("2027-01-31"))
            .aapc("2025-10-01", "Conference", "36", entered),
        Case::new("Past its day, and nothing noted", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .profile(due("2026-10-31"))
            .aapc("2025-02-02", "Coding days", "30", done),
        Case::new("No dates at all", Body::Aapc)
            .holds("CPC", None)
            .holds("COC", None)
            .aapc("2019-02-02", "Coding days", "30", done),
        Case::new("Nothing held", Body::Ahima).ahima(
            "2026-03-01",
            "State meeting",
            "2",
            None,
            None,
        ),
        Case::new("A plan and a tracker by the other table", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .holds("COC", Some("2025-05-01"))
            .profile(due("2027-02-15"))
            .profile(|profile| profile.aapc_tracker = Some(Ceus::whole(48)))
            .profile(|profile| {
                profile.remember(Plan {
                    edition: Edition::Article,
                    total: Ceus::whole(48),
                });
            })
            .aapc("2026-02-02", "Coding days", "30", done),
        Case::new("Reached in the last month", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .profile(due("2026-12-15"))
            .aapc("2026-02-02", "Coding days", "35", entered)
            .aapc("2026-02-03", "One more", "1", done),
        Case::new("More than is needed in the renewal month", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .profile(due("2026-11-30"))
            .aapc("2026-02-02", "Coding days", "30", entered)
            .aapc("2026-11-10", "Conference", "8", done),
        Case::new("Early in a renewal month’s period", Body::Aapc)
            .holds("CDEO", None)
            .profile(|profile| profile.aapc_month = Some(chrono::Month::February))
            .aapc("2026-04-02", "Documentation", "4.5", done),
    ];
    for case in &mut cases {
        match case.name {
            "The last period, submitted"
            | "A period before the certification"
            | "Past its day, and nothing noted" => case.offset = -1,
            "The table has no figure" | "Early in a renewal month’s period" => {
                case.edition = Edition::Article;
            }
            _ => {}
        }
    }
    cases
}

/// `golden/account.txt` has every case as it is read, to be read by people.
#[test]
fn whole_documents() {
    let mut told = String::new();
    for case in cases() {
        writeln!(told, "== {}\n{}", case.name, case.told()).unwrap();
    }
    let by_hand = include_str!("golden/account.txt");
    if told != by_hand {
        let actual = concat!(env!("CARGO_TARGET_TMPDIR"), "/account.txt");
        std::fs::write(actual, &told).unwrap();
        let differs = told
            .lines()
            .zip(by_hand.lines())
            .find(|(now, then)| now != then);
        panic!("the documents differ, see {actual}: {differs:?}");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What holds of every document

/// Never empty, never loud, and without a slip of the hand.
#[track_caller]
fn check(text: &str) {
    assert!(!text.is_empty() && text.trim() == text, "{text:?}");
    for bad in [
        "!", "  ", "..", " .", " ,", "{", "}", "Some(", "()", "'", "?.", ".,", ": .",
    ] {
        assert!(!text.contains(bad), "{bad:?} in {text:?}");
    }
}

/// The folded sections, by the line above each.
fn sections(document: &[Block]) -> Vec<(&str, &[Block])> {
    document
        .iter()
        .map(|block| match block {
            Block::Folded { summary, inside } => (summary.as_str(), inside.as_slice()),
            other => panic!("not folded: {other:?}"),
        })
        .collect()
}

fn section<'a>(document: &'a [Block], begins: &str) -> Option<&'a [Block]> {
    let found = sections(document);
    let mut found = found
        .iter()
        .filter(|(summary, _)| summary.starts_with(begins));
    let section = found.next().map(|(_, inside)| *inside);
    assert!(found.next().is_none(), "{begins} twice");
    section
}

fn lists(blocks: &[Block]) -> Vec<&String> {
    let mut all = Vec::new();
    for block in blocks {
        if let Block::List(items) = block {
            all.extend(items);
        }
    }
    all
}

fn pages(blocks: &[Block]) -> Vec<&'static Source> {
    let pages = |block: &Block| match block {
        Block::Sources(pages) => pages.clone(),
        _ => Vec::new(),
    };
    blocks.iter().flat_map(pages).collect()
}

/// The amounts of "27 count + 3.5 do not + 9 are of other periods = 39.5 done."
fn sums(blocks: &[Block]) -> Option<[Ceus; 4]> {
    let line = blocks.iter().find_map(|block| match block {
        Block::Text(text) if text.contains(" count + ") => Some(text),
        _ => None,
    })?;
    let number = |part: &str| zero_or(part.trim().split(' ').next().unwrap());
    let (sum, all) = line.split_once('=').unwrap();
    let parts: Vec<Ceus> = sum.split('+').map(number).collect();
    Some([parts[0], parts[1], parts[2], number(all)])
}

/// An amount as it is written; a log has no zero, but a sum may be.
fn zero_or(text: &str) -> Ceus {
    if text == "0" {
        Ceus::ZERO
    } else {
        amount(text)
    }
}

/// What must hold of any account that is told.
fn check_document(case: &Case) {
    case.with(|found| {
        let Some(found) = found else { return };
        check(&told::standing_line(found));
        let next = told::standing_next(found, case.today, DATES);
        check(&next);
        assert!(next.ends_with('.'), "{next}");
        let document = document(found, case.edition, case.today);
        let mut text = String::new();
        write(&mut text, &document, 0);
        text.lines().for_each(|line| check(line.trim_start()));
        check_sums(found, &document);
        check_sources(found, &document);
        let names: Vec<&str> = sections(&document).iter().map(|(name, _)| *name).collect();
        for (begins, is_there) in [
            ("Still missing", found.now.to_do > Ceus::ZERO),
            (
                "With what is planned",
                found.verdicts().any(|verdict| verdict.is_planned),
            ),
            (
                "If you were audited today: nothing is lacking",
                found.now.counted > Ceus::ZERO && found.audit.is_empty(),
            ),
            ("Dates", found.dates.is_some() && !found.asked.is_before_all),
        ] {
            let is_named = names.iter().any(|name| name.starts_with(begins));
            assert_eq!(is_named, is_there, "{begins} in {names:?}");
        }
    });
}

/// What counts, what does not and what is of other periods is everything that is done; and each of these is what the
/// lines above it come to.
fn check_sums(found: &Account<'_>, document: &[Block]) {
    let table = section(document, "Line by line").into_iter().flatten();
    let rows = table.filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    let counted: Ceus = rows
        .flatten()
        .filter(|(name, _)| !name.ends_with("planned"))
        .map(|(_, cells)| zero_or(&cells[1]))
        .sum();
    assert_eq!(counted, found.now.counted, "the lines are what counts");
    let rest = section(document, "What does not count").or(section(document, "For other periods"));
    let Some(rest) = rest else {
        assert_eq!(counted, found.now.claimed, "all counts");
        return;
    };
    let [count, do_not, others, all] = sums(rest).unwrap();
    assert_eq!((count, all), (found.now.counted, found.now.claimed));
    assert_eq!(count + do_not + others, all);
    let (mut here, mut elsewhere) = (Ceus::ZERO, Ceus::ZERO);
    for item in lists(rest) {
        match item.rsplit_once(": ") {
            Some((_, amounts)) => {
                let first = amount(amounts.split(' ').next().unwrap());
                if amounts.contains(" of ") {
                    here = here + first;
                } else {
                    elsewhere = elsewhere + first;
                }
            }
            _ => elsewhere = elsewhere + amount(item.split(' ').next().unwrap()),
        }
    }
    assert_eq!((here, elsewhere), (do_not, others));
}

fn check_sources(found: &Account<'_>, document: &[Block]) {
    let has = |blocks: &[Block], id: RuleId| {
        let known = pages(blocks);
        let rule = CATALOGUE.iter().find(|rule| rule.id == id).unwrap();
        rule.sources().all(|page| known.contains(&page))
    };
    for verdict in found.verdicts() {
        let begins = if verdict.is_planned {
            "With what is planned"
        } else {
            "What does not count"
        };
        // What counts nowhere and has its day elsewhere is told in its own period.
        let is_told = |blocks: &[Block]| {
            let title = &verdict.shown.entry.title;
            lists(blocks)
                .iter()
                .any(|item| item.contains(&format!("{title}: ")))
        };
        if let (Some((_, why)), Some(blocks)) = (verdict.uncounted, section(document, begins))
            && is_told(blocks)
            && !matches!(why, Why::OtherCycle(_))
        {
            assert!(has(blocks, why.rule(found.body)), "{why:?}");
        }
        for caution in &verdict.cautions {
            if let Some(blocks) = section(document, "To look at").filter(|blocks| is_told(blocks)) {
                assert!(
                    caution.rule().is_none_or(|rule| has(blocks, rule)),
                    "{caution:?}"
                );
            }
        }
    }
    let asked = &document[..1];
    let Block::Folded { inside, .. } = &asked[0] else {
        panic!()
    };
    for assumed in &found.asked.assumed {
        if (*assumed, found.body) != (Assumed::MidCycleInFull, Body::Ahima) {
            assert!(has(inside, assumed.about()), "{assumed:?}");
        }
    }
    // Each body is told by its own pages.
    let other = match found.body {
        Body::Aapc => "AHIMA:",
        Body::Ahima => "AAPC:",
    };
    for (name, blocks) in sections(document) {
        for page in pages(blocks) {
            assert!(
                !page.title.starts_with(other),
                "{} under {name}",
                page.title
            );
        }
    }
}

#[test]
fn every_case_is_whole() {
    for case in cases() {
        check_document(&case);
    }
}

prop_compose! {
    fn any_case()(
        body in select(vec![Body::Aapc, Body::Ahima]),
        edition in select(vec![Edition::Article, Edition::Latest]),
        held in proptest::sample::subsequence(vec!["CPC", "CPMA", "CDEO", "CPPM", "CCS", "CCS-P"], 0..5),
        since in proptest::option::of(select(vec!["2015-01-01", "2025-08-15", "2026-06-01"])),
        due in proptest::option::of(select(vec!["2027-01-31", "2026-10-31", "2027-02-15"])),
        tracker in proptest::option::of(select(vec![27, 36, 40, 48, 50])),
        submitted in any::<bool>(),
        planned_for in proptest::option::of(select(vec![36, 48])),
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
        profile.ahima_start = due.map(|due| iso(due) - chrono::TimeDelta::days(730));
        profile.aapc_tracker = tracker.map(Ceus::whole);
        profile.ahima_tracker = tracker.map(Ceus::whole);
        if let (Some(due), true) = (due, submitted) {
            profile.submit(Body::Aapc, iso(due), Some(iso(due) - chrono::TimeDelta::days(10)));
        }
        if let Some(total) = planned_for {
            profile.remember(Plan { edition: Edition::Article, total: Ceus::whole(total) });
        }
        for (at, (days, halves, (number, [is_planned, is_teaching, is_pinned, is_lacking, is_cms]), (domain, source))) in entries.into_iter().enumerate() {
            let day = today() + chrono::TimeDelta::days(days);
            case = case.entry("2026-01-01", &format!("T{at}"), |entry| {
                entry.date = day;
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
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_document_is_whole(case in any_case()) {
        check_document(&case);
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Single texts

/// Each is said, and each in words of its own.
#[track_caller]
fn check_distinct(texts: &[String]) {
    for (at, text) in texts.iter().enumerate() {
        check(text);
        assert!(text.ends_with('.'), "{text:?}");
        assert!(!texts[..at].contains(text), "{text:?} twice");
    }
}

#[test]
fn every_reason_has_words() {
    let cycle = Cycle {
        first: iso("2027-02-01"),
        last: iso("2029-01-31"),
    };
    for body in [Body::Aapc, Body::Ahima] {
        let whys = [
            Why::OtherCycle(cycle),
            Why::RenewalMonth(cycle),
            Why::BeforeCertification,
            Why::NotApproved,
            Why::Repeat,
            Why::PinnedAway,
            Why::Surplus,
            Why::OtherDomains,
        ];
        check_distinct(&whys.map(|why| told::why(why, body, DATES)));
        for why in whys {
            let rule = CATALOGUE.iter().find(|rule| rule.id == why.rule(body));
            assert!(
                rule.is_some_and(|rule| rule.sources().count() > 0),
                "{why:?}"
            );
        }
    }
    let remedies = [
        Remedy::ChoosePeriod,
        Remedy::Unpin,
        Remedy::NoteApproval,
        Remedy::CheckDays,
        Remedy::CheckIndexNumber,
        Remedy::CheckDomain,
    ];
    check_distinct(&remedies.map(|remedy| told::remedy(remedy).to_owned()));
    let assumed = [
        Assumed::LastDayOfMonth,
        Assumed::YearAgainstParity,
        Assumed::StartedMonths,
        Assumed::RoundedUp,
        Assumed::NearDueDate,
        Assumed::MidCycleInFull,
        Assumed::MidCycleAsFirst,
        Assumed::MaybeOlder,
        Assumed::SpecificSince,
        Assumed::ApprenticesOweTheSame,
        Assumed::MinimumsShrink,
        Assumed::CppmAlone,
        Assumed::OneSpecialty,
        Assumed::CountsTwiceBefore,
        Assumed::AfterDueDay,
        Assumed::FirstExam,
        Assumed::OwnShareLater,
        Assumed::AllButOther,
        Assumed::SurplusStays,
    ];
    check_distinct(&assumed.map(|assumed| told::assumed(assumed, DATES)));
    assert!(told::assumed(Assumed::CppmAlone, DATES).contains("36 specific CEUs, or 16"));
    let found = [AnchorBy::Day, AnchorBy::RenewalMonth, AnchorBy::Exam];
    check_distinct(&found.map(|by| told::found_by(by).to_owned()));
    let lacks = [
        Lack::IndexNumber,
        Lack::Sponsor,
        Lack::Title,
        Lack::Certificate,
    ];
    check_distinct(&lacks.map(|lack| format!("{}.", told::lack(lack))));
}

#[test]
fn every_caution_has_words() {
    let case = Case::new("", Body::Aapc).aapc("2026-05-05", "Chapter meeting", "1", |_| {});
    case.with(|found| {
        let other = case.entries[0].0.clone();
        let cautions = [
            Caution::Step,
            Caution::SameAs(other),
            Caution::CmsServesNoSpecialty,
            Caution::PinnedToUnapproved,
            Caution::BeforeThatCredential,
            Caution::CirccSponsor,
            Caution::DomainNotTold,
            Caution::SourceNotTold,
            Caution::PlannedIsPast,
        ];
        let found = found.unwrap();
        check_distinct(&cautions.map(|caution| told::caution(&caution, found, DATES)));
        let same = told::caution(&Caution::SameAs(case.entries[0].0.clone()), found, DATES);
        assert!(same.contains("the activity of May 5, 2026,"), "{same}");
    });
}

#[test]
fn every_difference_is_explained() {
    let computed = Computed {
        credentials: 2,
        whole: Ceus::whole(40),
        first: None,
        total: Ceus::whole(40),
    };
    for (difference, body, said) in [
        (
            Difference::OtherEdition,
            Body::Aapc,
            "It is what the article’s table gives.",
        ),
        (
            Difference::FirstCycle { months: 18 },
            Body::Aapc,
            "It is what a first period of 18 months asks: 40 × 18 months ÷ 24 = 30.",
        ),
        (
            Difference::Credentials { count: 4 },
            Body::Aapc,
            "It is what would be asked for four certifications.",
        ),
        (
            Difference::Credentials { count: 1 },
            Body::Ahima,
            "It is what would be asked for one credential.",
        ),
    ] {
        let told = told::difference(difference, body, computed, Edition::Latest);
        assert_eq!(told, said);
    }
    let computed = Computed {
        whole: Ceus::whole(48),
        total: Ceus::whole(48),
        ..computed
    };
    for (difference, said) in [
        (
            Difference::OtherEditionFirstCycle { months: 18 },
            "It is what AAPC’s later table asks for a first period of 18 months: 40 × 18 months ÷ 24 = 30.",
        ),
        (
            Difference::OtherEditionCredentials { count: 3 },
            "It is what would be asked for three certifications by AAPC’s later table.",
        ),
    ] {
        let told = told::difference(difference, Body::Aapc, computed, Edition::Article);
        assert_eq!(told, said);
    }
    let plan = |other_edition, other_reasons| PlanChange {
        then: Plan {
            edition: Edition::Article,
            total: Ceus::whole(48),
        },
        now: Ceus::whole(40),
        other_edition,
        other_reasons,
    };
    for (change, said) in [
        (
            plan(true, false),
            "48 became 40, because AAPC’s later table is used now instead of the article’s table.",
        ),
        (
            plan(false, true),
            "48 became 40, because what you hold, your dates or the rules’ figures have changed.",
        ),
        (
            plan(true, true),
            "48 became 40, because AAPC’s later table is used now instead of the article’s table, and what you hold, your dates or the rules’ figures have changed as well.",
        ),
    ] {
        assert_eq!(told::plan_change(&change), said);
    }
}

#[test]
fn a_verdict_in_a_word_or_two() {
    let case = Case::new("", Body::Aapc).aapc("2026-05-05", "Chapter meeting", "5", |_| {});
    let cycle = Cycle {
        first: iso("2027-02-01"),
        last: iso("2029-01-31"),
    };
    let five = Ceus::whole(5);
    case.with(|found| {
        let known = &found.unwrap().verdicts().next().unwrap();
        for (counted, uncounted, is_planned, line, towards) in [
            (five, None, false, "counts", "the total"),
            (five, None, true, "would count", "the total"),
            (
                Ceus::whole(3),
                Some((Ceus::whole(2), Why::Surplus)),
                false,
                "3 of 5 count",
                "the total",
            ),
            (
                Ceus::whole(3),
                Some((Ceus::whole(2), Why::Surplus)),
                true,
                "3 of 5 would count",
                "the total",
            ),
            (
                Ceus::ZERO,
                Some((five, Why::Repeat)),
                false,
                "does not count",
                "nothing",
            ),
            (
                Ceus::ZERO,
                Some((five, Why::Repeat)),
                true,
                "would not count",
                "nothing",
            ),
            (
                Ceus::ZERO,
                Some((five, Why::OtherCycle(cycle))),
                false,
                "is for another period",
                "the period February 1, 2027 to January 31, 2029",
            ),
            (
                Ceus::ZERO,
                Some((five, Why::RenewalMonth(cycle))),
                false,
                "is for another period",
                "the period February 1, 2027 to January 31, 2029",
            ),
        ] {
            let verdict = Verdict {
                counted,
                uncounted,
                is_planned,
                ..known.clone()
            };
            assert_eq!(told::verdict_line(&verdict), line);
            let marked = coderpath::words::not_counted(&verdict, Body::Aapc);
            let is_marked = !matches!(
                verdict.uncounted,
                None | Some((_, Why::OtherCycle(_) | Why::RenewalMonth(_)))
            );
            assert_eq!(marked, is_marked.then(|| format!("AAPC: {line}")));
            assert_eq!(told::towards(&verdict, DATES), towards);
        }
    });
}

/// The glance at every point of a period.
#[test]
fn what_to_do_next() {
    let cpc = |day: &str, ceus: &str| {
        let mut case = Case::new("", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .profile(|profile| profile.aapc_due = Some(iso("2027-01-31")))
            .aapc("2025-02-02", "Coding days", ceus, |_| {});
        case.today = iso(day);
        case
    };
    let entered = |mut case: Case| {
        case.entries[0].1.aapc.as_mut().unwrap().entered = true;
        case
    };
    let at = |offset, case: Case| Case { offset, ..case };
    for (case, said) in [
        (
            cpc("2025-03-01", "8"),
            "28 to go by January 31, 2027. At 4 CEUs a month, beginning in July 2026 is early enough.",
        ),
        (
            cpc("2026-06-30", "8"),
            "28 to go by January 31, 2027. At 4 CEUs a month, beginning in July 2026 is early enough.",
        ),
        (
            cpc("2026-07-01", "8"),
            "28 to go by January 31, 2027. About 5 CEUs a month from now on will do.",
        ),
        (
            cpc("2026-11-30", "8"),
            "28 to go by January 31, 2027. About 14 CEUs a month from now on will do.",
        ),
        (cpc("2026-12-01", "8"), "28 to go by January 31, 2027."),
        (cpc("2027-01-31", "8"), "28 to go by January 31, 2027."),
        (
            at(-1, cpc("2027-02-01", "8")),
            "This period ended on January 31, 2027, and this log is 28 CEUs short of what it asked. If you submitted it, note the day. If not: by AAPC’s pages a late fee comes first, and a credential is revoked 90 days after the due date, which is about May 1, 2027.",
        ),
        (
            at(-1, cpc("2027-05-02", "36")),
            "This period ended on January 31, 2027, and all that it asked is in this log. If you submitted it, note the day.",
        ),
        (
            at(1, cpc("2026-11-23", "8")),
            "This period begins on February 1, 2027. 36 to go by January 31, 2029. At 4 CEUs a month, beginning in May 2028 is early enough.",
        ),
        // The example of AAPC's help: 28 are asked, 23 are entered, so nothing can be submitted yet.
        (
            entered(cpc("2027-01-10", "23").profile(|profile| {
                profile.aapc_tracker = Some(Ceus::whole(28));
            })),
            "5 to go by January 31, 2027.",
        ),
        (
            cpc("2026-12-30", "36"),
            "The total is reached. Enter one activity in your tracker, then submit from December 31, 2026.",
        ),
        (
            cpc("2026-12-31", "36"),
            "The total is reached. Enter one activity in your tracker, then submit by midnight on January 31, 2027.",
        ),
        (
            entered(cpc("2026-12-30", "36")),
            "The total is reached. All of it is entered. You can submit from December 31, 2026.",
        ),
        (
            entered(cpc("2027-01-31", "36")),
            "The total is reached. All of it is entered. Submit by midnight on January 31, 2027.",
        ),
        (
            cpc("2027-01-20", "30").profile(|profile| {
                profile.submit(Body::Aapc, iso("2027-01-31"), Some(iso("2027-01-15")));
            }),
            "Submitted on January 15, 2027. This log is 6 CEUs short of what was asked, so something may not be written down yet. 25% of submissions are picked at random to be verified, so keep the certificates.",
        ),
    ] {
        let next = case.with(|found| told::standing_next(found.unwrap(), case.today, DATES));
        assert_eq!(next, said, "on {}", case.today);
    }
}

/// The day after the due day nobody is left alone with a new period that has nothing in it yet. Whoever never says that they
/// submitted is asked and not warned; whoever has nothing of that period in the log is not even asked.
#[test]
fn the_last_period_is_asked_about_while_it_may_still_be_submitted() {
    let logged = |day: &str, ceus: &str| {
        Case::new("", Body::Aapc)
            .holds("CPC", Some("2015-01-01"))
            .profile(|profile| profile.aapc_due = Some(iso("2027-01-31")))
            .aapc(day, "Coding days", ceus, |_| {})
    };
    let cpc = || logged("2025-02-02", "8");
    let submitted = |case: Case| {
        case.profile(|profile| {
            profile.submit(Body::Aapc, iso("2027-01-31"), Some(iso("2027-01-20")));
        })
    };
    let short = "The previous period ended on January 31, 2027, and this log is 28 CEUs short of what it asked. Have you submitted it? Then note the day. If not: by AAPC’s pages a late fee comes first, and there is time until about May 1, 2027.";
    let whole = "The previous period ended on January 31, 2027, and all that it asked is in this log. Have you submitted it? Then note the day. If not: by AAPC’s pages a late fee comes first, and there is time until about May 1, 2027.";
    for (name, case, on, said) in [
        ("the due day", cpc(), "2027-01-31", None),
        ("the day after", cpc(), "2027-02-01", Some(short)),
        ("the last of 90 days", cpc(), "2027-05-01", Some(short)),
        ("the day after them", cpc(), "2027-05-02", None),
        (
            "all of it",
            logged("2025-02-02", "36"),
            "2027-02-01",
            Some(whole),
        ),
        ("submitted", submitted(cpc()), "2027-02-01", None),
        (
            "a log begun since",
            logged("2027-02-01", "8"),
            "2027-02-02",
            None,
        ),
        (
            "a log of long ago",
            logged("2024-02-01", "8"),
            "2027-02-02",
            None,
        ),
        (
            "certified since",
            cpc().holds("CPC", Some("2027-02-01")),
            "2027-02-02",
            None,
        ),
        (
            "nothing held",
            cpc().profile(|profile| profile.hold(CredentialId::Cpc, false)),
            "2027-02-02",
            None,
        ),
        (
            "no dates",
            cpc().profile(|profile| profile.aapc_due = None),
            "2027-02-02",
            None,
        ),
    ] {
        let shown: Vec<Shown<'_>> = case
            .entries
            .iter()
            .map(|(id, entry)| Shown::of(id, entry))
            .collect();
        let before = ledger::unsubmitted(&shown, &case.profile, case.edition, iso(on));
        let told = before.map(|before| told::unsubmitted(&before, DATES));
        assert_eq!(told.as_deref(), said, "{name}");
    }
}

/// Two pages name the companies; nobody else's CEUs are specific to a CIRCC.
#[test]
fn a_circc_names_its_companies() {
    let of = |code: &str| {
        let portion = ledger::Portion {
            sort: ledger::Sort::Specific(code.to_owned()),
            at_least: Some(Ceus::whole(16)),
            since: None,
        };
        told::portion(&portion, None, DATES)
    };
    assert_eq!(
        of("CIRCC"),
        "At least 16 of them specific to CIRCC. By two of AAPC’s pages they come from ZHealth, MedLearn or Medical Asset Management alone."
    );
    assert_eq!(of("CPMA"), "At least 16 of them specific to CPMA.");
}

#[test]
fn whose_number_it_is() {
    let computed = Computed {
        credentials: 1,
        whole: Ceus::whole(36),
        first: None,
        total: Ceus::whole(36),
    };
    for (tracker, computed, said) in [
        (None, Some(computed), None),
        (Some(36), Some(computed), Some("Your tracker’s number.")),
        (Some(27), None, Some("Your tracker’s number.")),
        (
            Some(27),
            Some(computed),
            Some("Your tracker’s number. By the rules it would be 36."),
        ),
    ] {
        let tracker = tracker.map(Ceus::whole);
        let asked = ledger::Asked {
            tracker,
            computed,
            ..Default::default()
        };
        assert_eq!(told::by_tracker(Body::Aapc, &asked).as_deref(), said);
    }
    let asked = ledger::Asked {
        tracker: Some(Ceus::whole(30)),
        computed: Some(computed),
        ..Default::default()
    };
    assert_eq!(
        told::by_tracker(Body::Ahima, &asked).as_deref(),
        Some("Your CEU Center’s number. By the rules it would be 36.")
    );
    let asked = ledger::Asked {
        outdated: Some(Ceus::whole(27)),
        ..Default::default()
    };
    let said = told::by_tracker(Body::Aapc, &asked).unwrap();
    assert!(
        said.starts_with("Your tracker’s number, 27, was for an earlier period."),
        "{said}"
    );
}

#[test]
fn a_month_in_the_readers_order() {
    let day = iso("2026-08-01");
    assert_eq!(
        told::month_and_year(day, DateOrder::MonthFirst),
        "August 2026"
    );
    assert_eq!(
        told::month_and_year(day, DateOrder::DayFirst),
        "August 2026"
    );
    assert_eq!(
        told::month_and_year(day, DateOrder::YearFirst),
        "2026 August"
    );
}
