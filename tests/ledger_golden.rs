//! What a log amounts to, case by case: `golden/ledger.txt` says what is expected, and names the source that each pins.
//!
//! A case is a heading with its source; a holder; entries; and after `>` lines that the ledger must say. A line that
//! begins with `!` must not be said. What else the ledger says is left open.

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

use chrono::{Month, NaiveDate};
use coderpath::ledger::{Account, Ledger, Looking, Verdict, ledger};
use coderpath::log::{
    ActivityKind, AhimaSource, Approval, Domain, Entry, EntryId, Plan, Profile, Shown, State,
};
use coderpath::rules::{Body, Ceus, CredentialId, Edition};
use common::{aapc_claim, ahima_claim, id, iso, plain_entry, today};

/// A case of the file.
struct Case {
    name: String,
    profile: Profile,
    edition: Edition,
    today: NaiveDate,
    looking: Looking,
    entries: Vec<(EntryId, Entry)>,
    says: Vec<String>,
    does_not_say: Vec<String>,
}

fn ceus(text: &str) -> Ceus {
    text.parse().unwrap()
}

fn holder(case: &mut Case, line: &str) {
    let mut words = line.split_whitespace();
    while let Some(word) = words.next() {
        let profile = &mut case.profile;
        let mut next = || words.next().unwrap();
        match word {
            "due" => profile.aapc_due = Some(iso(next())),
            "month" => {
                profile.aapc_month = Month::try_from(next().parse::<u8>().unwrap()).ok();
            }
            "start" => profile.ahima_start = Some(iso(next())),
            "tracker" => profile.aapc_tracker = Some(ceus(next())),
            "read" => profile.aapc_tracker_on = Some(iso(next())),
            "center" => profile.ahima_tracker = Some(ceus(next())),
            "others" => profile.other_aapc = next().parse().unwrap(),
            "specialty" => profile.specialties.push(next().to_owned()),
            "submitted" => profile.submit(Body::Aapc, iso(next()), Some(iso(next()))),
            "planned-for" => {
                let plan = Plan {
                    edition: Edition::from_key(next()).unwrap(),
                    total: ceus(next()),
                };
                profile.remember(plan);
            }
            "latest" => case.edition = Edition::Latest,
            "today" => case.today = iso(next()),
            "offset" => case.looking.aapc = next().parse().unwrap(),
            "aoffset" => case.looking.ahima = next().parse().unwrap(),
            held => {
                let (code, since) = held
                    .split_once('@')
                    .map_or((held, None), |(code, since)| (code, Some(iso(since))));
                let id = CredentialId::from_code(code).unwrap_or_else(|| panic!("{code}"));
                profile.hold(id, true);
                profile.hold_since(id, since);
            }
        }
    }
}

/// "a 2026-10-05 aapc 1.5 no X1 for core,CPMA": an entry. Underscores stand for spaces.
fn entry(line: &str) -> (EntryId, Entry) {
    let mut words = line.split_whitespace();
    let name = id(words.next().unwrap());
    let mut entry = plain_entry(name.as_str(), iso(words.next().unwrap()));
    while let Some(word) = words.next() {
        let mut next = || words.next().unwrap();
        let text = |word: &str| word.replace('_', " ");
        match word {
            "aapc" => entry.aapc = Some(aapc_claim(ceus(next()).in_hundredths())),
            "ahima" => entry.ahima = Some(ahima_claim(ceus(next()).in_hundredths())),
            "no" => entry.index_number = text(next()),
            "title" => entry.title = text(next()),
            "untitled" => entry.title = String::new(),
            "sponsor" => entry.sponsor = text(next()),
            "teaching" => entry.kind = ActivityKind::Teaching,
            "planned" => entry.state = State::Planned,
            "for" => {
                entry.aapc.as_mut().unwrap().approved_for =
                    next().split(',').map(|code| Approval(text(code))).collect();
            }
            "approved" => entry.aapc.as_mut().unwrap().pre_approved = true,
            "cms" => entry.aapc.as_mut().unwrap().cms = true,
            "entered" => entry.aapc.as_mut().unwrap().entered = true,
            "cert" => entry.aapc.as_mut().unwrap().certificate = true,
            "pin" => entry.aapc.as_mut().unwrap().pin.due = Some(iso(next())),
            "to" => entry.aapc.as_mut().unwrap().pin.credential = text(next()),
            "domain" => entry.ahima.as_mut().unwrap().domain = Domain::from_key(next()),
            "source" => entry.ahima.as_mut().unwrap().source = AhimaSource::from_key(next()),
            "kept" => entry.ahima.as_mut().unwrap().certificate = true,
            "apin" => entry.ahima.as_mut().unwrap().pin.due = Some(iso(next())),
            word => panic!("{word} in {line}"),
        }
    }
    (name, entry)
}

/// How many pages there are in the list of facts: of AAPC, of AHIMA, and of others. One has a page of its own beside it.
const PAGES: [(char, u32); 3] = [('A', 27), ('H', 16), ('S', 34)];

/// What stands in for a page where there is none.
const NO_PAGE: [&str; 6] = [
    "found nothing",
    "else found nothing",
    "rounding found nothing",
    "its binding found nothing",
    "no rule",
    "the ledger's own measure",
];

/// A case names pages that there are, or says that there is none.
fn check_source(heading: &str) {
    let source = heading
        .split_once('[')
        .and_then(|(_, rest)| rest.strip_suffix(']'));
    let source = source.unwrap_or_else(|| panic!("{heading} names no source"));
    for part in source.split(", ") {
        let is_page = |code: &str| {
            let mut letters = code.chars();
            let letter = letters.next();
            let pages = PAGES.iter().find(|(of, _)| Some(*of) == letter);
            let number = letters.as_str().parse().ok();
            code == "S10b"
                || pages.is_some_and(|(_, last)| {
                    number.is_some_and(|number| (1..=*last).contains(&number))
                })
        };
        let is_known = NO_PAGE.contains(&part) || part.split(' ').all(is_page);
        assert!(is_known, "{heading}: {part:?} is no page");
    }
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in include_str!("golden/ledger.txt").lines() {
        let Some((mark, rest)) = line.split_once(' ') else {
            assert!(line.is_empty(), "{line}");
            continue;
        };
        let rest = rest.trim();
        match (mark, cases.last_mut()) {
            ("#", _) => {}
            ("==", _) => {
                check_source(rest);
                cases.push(Case {
                    name: rest.to_owned(),
                    profile: Profile::default(),
                    edition: Edition::Article,
                    today: today(),
                    looking: Looking::default(),
                    entries: Vec::new(),
                    says: Vec::new(),
                    does_not_say: Vec::new(),
                });
            }
            ("holds", Some(case)) => holder(case, rest),
            ("-", Some(case)) => case.entries.push(entry(rest)),
            (">", Some(case)) => case.says.push(rest.to_owned()),
            ("!", Some(case)) => case.does_not_say.push(rest.to_owned()),
            (mark, _) => panic!("{mark} in {line}"),
        }
    }
    cases
}

/// Everything that is asserted of an account, a line for each thing.
fn told(account: &Account<'_>) -> Vec<String> {
    let body = match account.body {
        Body::Aapc => "aapc",
        Body::Ahima => "ahima",
    };
    let mut lines = Vec::new();
    let mut say = |line: String| lines.push(format!("{body} {line}"));
    if let Some((cycle, by)) = account.cycle {
        say(format!("cycle {}..{} by {by:?}", cycle.first, cycle.last));
    }
    let asked = &account.asked;
    let number = |ceus: Option<Ceus>| ceus.map_or("-".to_owned(), |ceus| ceus.to_string());
    say(format!("asks {}", number(asked.total)));
    if let Some(computed) = asked.computed {
        say(format!(
            "computed {} for {}",
            computed.total, computed.credentials
        ));
        if let Some(first) = computed.first {
            say(format!(
                "first {} x {} / 24 = {}",
                first.total, first.months, first.prorated
            ));
        }
    }
    for difference in &asked.difference {
        say(format!("differs by {difference:?}"));
    }
    for assumed in &asked.assumed {
        say(format!("assumes {assumed:?}"));
    }
    for (name, tally) in [("has", &account.now), ("forecast", &account.forecast)] {
        say(format!(
            "{name} {}, short {}, to do {}",
            tally.counted, tally.short, tally.to_do
        ));
        for minimum in &tally.minimums {
            say(format!(
                "{name} {:?} {} of {}",
                minimum.sort,
                minimum.served,
                number(minimum.at_least)
            ));
        }
    }
    if let Some(dates) = account.dates {
        say(format!("due {}", dates.due));
        for (name, day) in [
            ("window", dates.window_opens),
            ("notice", dates.final_notice),
            ("revoked", dates.revoked),
            ("submitted", dates.submitted),
            ("keep", dates.keep_until),
        ] {
            say(format!(
                "{name} {}",
                day.map_or("-".to_owned(), |day| day.to_string())
            ));
        }
    }
    let steady = account.steady_from;
    say(format!(
        "steady {}",
        steady.map_or("-".to_owned(), |day| day.to_string())
    ));
    if let Some(change) = &account.plan_change {
        say(format!(
            "plan {} became {}, table {}, other {}",
            change.then.total, change.now, change.other_edition, change.other_reasons
        ));
    }
    for unproved in &account.audit {
        let names: Vec<&str> = unproved
            .entries
            .iter()
            .map(|shown| shown.id.as_str())
            .collect();
        say(format!(
            "lacks {:?}: {} = {}",
            unproved.lack,
            names.join(" "),
            unproved.ceus
        ));
    }
    if account.in_stated_order {
        say("stated order".to_owned());
    }
    for verdict in account.verdicts() {
        say(told_of(account.body, &verdict));
    }
    lines
}

/// "a 3 of 5, not 2 `Surplus` `AapcNoCarryOver`".
fn told_of(body: Body, verdict: &Verdict<'_>) -> String {
    let mut line = format!(
        "{} {} of {}",
        verdict.shown.id.as_str(),
        verdict.counted,
        verdict.claimed
    );
    for sort in verdict.serves() {
        write!(line, " for {sort:?}").unwrap();
    }
    if let Some((ceus, why)) = verdict.uncounted {
        let name = format!("{why:?}");
        let name = name.split('(').next().unwrap();
        write!(line, ", not {ceus} {name} {:?}", why.rule(body)).unwrap();
        if let Some(remedy) = why.remedy() {
            write!(line, " {remedy:?}").unwrap();
        }
    }
    for caution in &verdict.cautions {
        write!(line, ", {caution:?}").unwrap();
        if let Some(rule) = caution.rule() {
            write!(line, " {rule:?}").unwrap();
        }
    }
    if verdict.is_planned {
        line.push_str(", planned");
    }
    line
}

fn lines(found: &Ledger<'_>) -> Vec<String> {
    [&found.aapc, &found.ahima]
        .into_iter()
        .flatten()
        .flat_map(told)
        .collect()
}

#[test]
fn every_case() {
    let cases = cases();
    let mut failed = String::new();
    for case in &cases {
        let shown: Vec<Shown<'_>> = case
            .entries
            .iter()
            .map(|(id, entry)| Shown::of(id, entry))
            .collect();
        let found = ledger(
            &shown,
            &case.profile,
            case.edition,
            case.today,
            case.looking,
        );
        let lines = lines(&found);
        let missing: Vec<&String> = case
            .says
            .iter()
            .filter(|line| !lines.contains(line))
            .collect();
        let wrong: Vec<&String> = case
            .does_not_say
            .iter()
            .filter(|line| lines.contains(line))
            .collect();
        assert!(!case.says.is_empty(), "{} expects nothing", case.name);
        if !missing.is_empty() || !wrong.is_empty() {
            writeln!(
                failed,
                "{}\n  expected {missing:#?}\n  not {wrong:#?}\n  of {lines:#?}",
                case.name
            )
            .unwrap();
        }
        let reversed: Vec<Shown<'_>> = shown.iter().copied().rev().collect();
        assert_eq!(
            ledger(
                &reversed,
                &case.profile,
                case.edition,
                case.today,
                case.looking
            ),
            found,
            "{}: in another order",
            case.name
        );
    }
    println!("{} cases", cases.len());
    assert!(failed.is_empty(), "{failed}");
    assert!(cases.len() >= 60, "only {} cases", cases.len());
}
