//! How much of a long log is drawn, and what brings the rest.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use chrono::{Days, NaiveDate};
use coderpath::app::{Action, Effect, FilterChange, Focus, MOST_DRAWN, State, Way};
use coderpath::log::{EntryId, RecordId};
use coderpath::rules::{Body, CredentialId};
use coderpath::words;
use common::{Person, aapc_claim, day, entry_record, good_draft, id, iso, plain_entry, text};

/// A holder of a CPC whose CEUs are due on 2027-01-31, with so many entries from each of these days on, one a day.
fn holder(runs: &[(&str, usize)]) -> Person {
    let mut person = Person::new(1);
    person.does(Action::Hold(CredentialId::Cpc, true));
    let due = coderpath::app::ProfileField::AapcDue;
    person.does(Action::ProfileText(due, text("2027-01-31")));
    for (first, many) in runs {
        for nth in 0..*many {
            let date = iso(first) + Days::new(nth.try_into().unwrap());
            let mut entry = plain_entry(&format!("Webinar {date}"), date);
            entry.aapc = Some(aapc_claim(100));
            let record = entry_record(&format!("e{date}"), entry, &[], 5, 5);
            person.state.log.add(record);
        }
    }
    person
}

/// The name of the entry of a day.
fn name(date: &str) -> EntryId {
    id(&format!("e{date}"))
}

/// The list, period by period: its first day, `-` if it is closed, how many of how many entries are drawn, and how many
/// could be asked for.
fn told(state: &State) -> Vec<String> {
    let entries = state.log.entries();
    let parts = state.parts(state.listed(&entries)).drawn;
    let told = parts.iter().map(|part| {
        let first = part.period.cycle.map(|cycle| cycle.first.to_string());
        format!(
            "{}{} {}/{}{}",
            if part.is_open { "" } else { "-" },
            first.unwrap_or_default(),
            part.period.shown.len(),
            part.all,
            part.more.map_or(String::new(), |(all, first)| format!(
                " {} of {all}",
                first.as_str()
            )),
        )
    });
    told.collect()
}

/// The periods before, the present one and the next.
const RUNS: [(&str, usize); 4] = [
    ("2022-03-01", 3),
    ("2024-06-01", 4),
    ("2026-06-01", 5),
    ("2027-02-02", 1),
];

const LAST: NaiveDate = match NaiveDate::from_ymd_opt(2023, 2, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

#[test]
fn the_present_period_is_open_and_what_is_to_come_and_others_once_they_are_asked_for() {
    let mut person = holder(&RUNS);
    let mut periods = [
        "2027-02-01 1/1",
        "2025-02-01 5/5",
        "-2023-02-01 0/4",
        "-2021-02-01 0/3",
    ];
    assert_eq!(told(&person.state), periods);
    person.does(Action::OpenPeriod(LAST, true));
    periods[2] = "2023-02-01 4/4";
    assert_eq!(told(&person.state), periods);
    person.does(Action::OpenPeriod(LAST, false));
    person.does(Action::OpenPeriod(day(2025, 2, 1), false));
    (periods[1], periods[2]) = ("-2025-02-01 0/5", "-2023-02-01 0/4");
    assert_eq!(told(&person.state), periods);

    person.does(Action::Paper(true));
    let everything = [
        "2027-02-01 1/1",
        "2025-02-01 5/5",
        "2023-02-01 4/4",
        "2021-02-01 3/3",
    ];
    assert_eq!(told(&person.state), everything);
    person.does(Action::Paper(false));
    assert_eq!(told(&person.state), periods);
}

#[test]
fn of_one_who_has_long_logged_nothing_the_last_period_is_open() {
    assert_eq!(
        told(&holder(&RUNS[..2]).state),
        ["2023-02-01 4/4", "-2021-02-01 0/3"]
    );
}

/// How many periods are drawn, how many earlier ones are not, and where these begin.
fn told_of_periods(state: &State) -> (usize, Option<(usize, NaiveDate)>) {
    let entries = state.log.entries();
    let parts = state.parts(state.listed(&entries));
    (parts.drawn.len(), parts.earlier)
}

/// A holder with an entry in each of so many periods, the present one the last.
fn career(periods: usize) -> Person {
    let firsts: Vec<String> = (0..periods)
        .map(|back| format!("{}-06-01", 2026 - 2 * back))
        .collect();
    let runs: Vec<(&str, usize)> = firsts.iter().map(|first| (first.as_str(), 1)).collect();
    holder(&runs)
}

#[test]
fn of_many_periods_the_earlier_ones_are_drawn_once_they_are_asked_for() {
    for (periods, drawn, left) in [(1, 1, 0), (4, 4, 0), (5, 5, 0), (6, 4, 2), (18, 4, 14)] {
        let first = day(2017, 2, 1);
        let earlier = (left > 0).then_some((left, first));
        assert_eq!(told_of_periods(&career(periods).state), (drawn, earlier));
    }

    let mut person = career(18);
    person.does(Action::Paper(true));
    assert_eq!(told_of_periods(&person.state), (18, None), "on paper");
    person.does(Action::Paper(false));
    // What is found, and what was just written, is seen wherever it lies.
    person.does(Action::Filter(FilterChange::Text("1992".into())));
    assert_eq!(told_of_periods(&person.state), (1, None));
    person.does(Action::ClearFilter);
    let mut draft = good_draft("An old certificate");
    draft.date = text("2012-09-09");
    person.adds(&draft);
    let since = day(2009, 2, 1);
    assert_eq!(told_of_periods(&person.state), (8, Some((10, since))));
    // Where it is closed again, its heading stays.
    person.does(Action::OpenPeriod(day(2011, 2, 1), false));
    assert_eq!(told_of_periods(&person.state), (8, Some((10, since))));

    let effects = person.does(Action::DrawEarlier(since));
    assert!(effects.contains(&Effect::Focus(Focus::Period(since))));
    assert_eq!(told_of_periods(&person.state), (18, None));
}

#[test]
fn what_was_written_is_seen_wherever_it_lies() {
    let mut person = holder(&RUNS);
    let mut draft = good_draft("An old certificate");
    draft.date = text("2024-09-09");
    person.adds(&draft);
    assert_eq!(told(&person.state)[2], "2023-02-01 5/5");
    // Whoever closes the period means it, until something else is written in it.
    person.does(Action::OpenPeriod(LAST, false));
    assert_eq!(told(&person.state)[2], "-2023-02-01 0/5");
    person.does(Action::Delete(name("2024-06-01")));
    assert_eq!(told(&person.state)[2], "-2023-02-01 0/4");
    person.does(Action::Step(Way::Undo));
    assert_eq!(told(&person.state)[2], "2023-02-01 5/5");
}

#[test]
fn a_period_with_the_form_in_it_stays_open() {
    let mut person = holder(&RUNS);
    person.does(Action::OpenPeriod(LAST, true));
    person.does(Action::Edit(name("2024-06-01")));
    person.does(Action::OpenPeriod(LAST, false));
    assert_eq!(told(&person.state)[2], "2023-02-01 4/4");
    person.does(Action::Cancel);
    assert_eq!(told(&person.state)[2], "-2023-02-01 0/4");
}

#[test]
fn of_a_long_period_the_first_are_drawn_and_all_once_they_are_asked_for() {
    let many = MOST_DRAWN + 10;
    let mut person = holder(&[("2024-06-01", many), ("2026-06-01", many)]);
    person.does(Action::OpenPeriod(LAST, true));
    // The latest come first.
    let first_left = iso("2026-06-01") + Days::new(9);
    let last_left = iso("2024-06-01") + Days::new(9);
    let some = [
        format!("2025-02-01 {MOST_DRAWN}/{many} e{first_left} of {many}"),
        format!("2023-02-01 {MOST_DRAWN}/{many} e{last_left} of {many}"),
    ];
    assert_eq!(told(&person.state), some);

    // One that is far down is drawn while it is changed, and once it was.
    let most = MOST_DRAWN + 1;
    let with_one = format!("2025-02-01 {most}/{many} e{first_left} of {many}");
    person.does(Action::Edit(name("2026-06-01")));
    assert_eq!(told(&person.state)[0], with_one);
    person.does(Action::Save);
    assert_eq!(told(&person.state)[0], with_one);

    let id = name(&first_left.to_string());
    assert_eq!(
        person.does(Action::DrawAll(id.clone())),
        [Effect::Focus(Focus::Entry(id))]
    );
    let all = [
        format!("2025-02-01 {many}/{many}"),
        format!("2023-02-01 {many}/{many}"),
    ];
    assert_eq!(told(&person.state), all);
}

#[test]
fn a_search_finds_in_every_period_and_draws_the_first() {
    let mut person = holder(&RUNS);
    let search = |person: &mut Person, words: &str| {
        person.does(Action::Filter(FilterChange::Text(words.to_owned())));
    };
    search(&mut person, "2022-03");
    assert_eq!(told(&person.state), ["2021-02-01 3/3"]);
    person.does(Action::ClearFilter);
    assert_eq!(told(&person.state)[3], "-2021-02-01 0/3");

    let many = MOST_DRAWN - 10;
    let mut person = holder(&[
        ("2022-03-01", many),
        ("2024-06-01", many),
        ("2026-06-01", many),
    ]);
    search(&mut person, "Webinar");
    let first_left = iso("2024-06-01") + Days::new(u64::try_from(many).unwrap() - 11);
    let found = 3 * many;
    let some = [
        format!("2025-02-01 {many}/{many}"),
        format!("2023-02-01 10/{many} e{first_left} of {found}"),
    ];
    assert_eq!(told(&person.state), some);
    person.does(Action::DrawAll(name(&first_left.to_string())));
    assert_eq!(told(&person.state).len(), 3);
    // The next search is another list.
    search(&mut person, "Webinar 202");
    assert_eq!(told(&person.state), some);
}

#[test]
fn without_dates_there_is_one_period_and_it_cannot_be_closed() {
    let mut person = holder(&[("2026-06-01", 2), ("2020-06-01", 1)]);
    let due = coderpath::app::ProfileField::AapcDue;
    person.does(Action::ProfileText(due, text("")));
    assert_eq!(told(&person.state), [" 3/3"]);
}

#[test]
fn what_is_held_is_drawn_while_it_is_open_and_before_it_takes_the_focus() {
    let mut person = Person::new(1);
    for is_open in [true, false] {
        assert_eq!(person.does(Action::OpenHoldings(is_open)), []);
        assert_eq!(person.state.shows_holdings(), is_open);
    }
    let focus = Effect::Focus(Focus::Holdings);
    assert!(person.does(Action::SayWhatIHold).contains(&focus));
    assert!(person.state.shows_holdings());
}

#[test]
fn what_narrows_a_search_down_is_drawn_while_it_is_open() {
    let mut person = Person::new(1);
    assert!(!person.state.shows_narrow());
    for is_open in [true, true, false] {
        assert_eq!(person.does(Action::OpenNarrow(is_open)), []);
        assert_eq!(person.state.shows_narrow(), is_open);
    }
}

#[test]
fn an_account_is_drawn_in_detail_while_it_is_open() {
    let mut person = Person::new(1);
    let open =
        |person: &Person| [Body::Aapc, Body::Ahima].map(|body| person.state.is_unfolded(body));
    assert_eq!(open(&person), [false, false]);
    person.does(Action::OpenAccount(Body::Ahima, true));
    person.does(Action::OpenAccount(Body::Ahima, true));
    assert_eq!(open(&person), [false, true]);
    person.does(Action::OpenAccount(Body::Ahima, false));
    assert_eq!(open(&person), [false, false]);
}

/// The names of the entries that are drawn.
fn drawn(state: &State) -> Vec<String> {
    let entries = state.log.entries();
    let parts = state.parts(state.listed(&entries)).drawn;
    let shown = parts.iter().flat_map(|part| &part.period.shown);
    shown.map(|shown| shown.id.as_str().to_owned()).collect()
}

/// What is said of entries with two versions, wherever they lie.
fn told_of_conflicts(state: &State) -> Option<String> {
    let entries = state.log.entries();
    words::conflicts(entries.iter().filter(|shown| shown.has_conflict).count())
}

#[test]
fn two_versions_are_told_of_and_found_wherever_they_lie() {
    let mut person = holder(&[("2022-03-01", 3), ("2026-06-01", 30)]);
    assert_eq!(told_of_conflicts(&person.state), None);
    // One in a closed period, and the 26th of the one that is open.
    let names = [name("2026-06-05"), name("2022-03-02")];
    for id in &names {
        let changed = plain_entry(
            "Changed elsewhere",
            person.state.log.entry(id).unwrap().date,
        );
        let other = entry_record(id.as_str(), changed, &[], 6, 6);
        person.state.log.add(other);
        assert!(!drawn(&person.state).contains(&id.as_str().to_owned()));
    }
    assert_eq!(
        told_of_conflicts(&person.state).unwrap(),
        "2 activities were changed in two places. The newer version of each counts until you choose."
    );
    // Whatever was searched for.
    person.does(Action::Filter(FilterChange::Text("zebra".to_owned())));
    let effects = person.does(Action::ShowConflicts);
    assert_eq!(effects, [Effect::Focus(Focus::Entry(names[0].clone()))]);
    assert_eq!(drawn(&person.state), names.each_ref().map(EntryId::as_str));

    // With one settled the other is at hand, and with both everything is listed again.
    let mut each_kept = person.clone();
    let mut back = person.clone();
    let settle = |person: &mut Person, id: &EntryId| {
        let of = RecordId::Entry(id.clone());
        let oldest = person.state.log.heads(&of)[0].stamp;
        person.does(Action::Settle(of, oldest))
    };
    let effects = settle(&mut person, &names[0]);
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Entry(names[1].clone())))
    );
    assert_eq!(drawn(&person.state), [names[1].as_str()]);
    let told = told_of_conflicts(&person.state).unwrap();
    assert!(told.starts_with("One activity was changed"), "{told}");
    let effects = settle(&mut person, &names[1]);
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Entry(names[1].clone())))
    );
    assert!(!person.state.filter.is_on());
    assert!(drawn(&person.state).contains(&names[1].as_str().to_owned()));
    // The one above the last that was settled comes after it.
    settle(&mut back, &names[1]);
    assert_eq!(drawn(&back.state), [names[0].as_str()]);
    let effects = each_kept.does(Action::KeepBoth(names[0].clone()));
    assert_eq!(
        effects.last(),
        Some(&Effect::Focus(Focus::Entry(names[1].clone())))
    );
    // It is cleared as any other search is.
    person.does(Action::ShowConflicts);
    person.does(Action::ClearFilter);
    assert!(!person.state.filter.is_on());
}

#[test]
fn once_the_last_conflict_is_deleted_everything_is_listed_again() {
    let mut person = holder(&[("2026-06-01", 3)]);
    let of = name("2026-06-02");
    let apart = plain_entry("Apart", iso("2026-06-02"));
    person
        .state
        .log
        .add(entry_record(of.as_str(), apart, &[], 4, 4));
    person.does(Action::ShowConflicts);
    assert_eq!(drawn(&person.state), [of.as_str()]);
    person.does(Action::Delete(of));
    assert!(!person.state.filter.is_on());
    assert_eq!(drawn(&person.state).len(), 2);
    // Whoever ticks it where there is none sees that there is none.
    person.does(Action::Filter(FilterChange::HasConflict(true)));
    assert!(drawn(&person.state).is_empty());
}

#[test]
fn a_version_that_was_chosen_is_seen_in_the_period_to_which_it_belongs() {
    let mut person = holder(&[("2026-06-01", 3)]);
    let of = name("2026-06-02");
    let moved = entry_record(
        of.as_str(),
        plain_entry("Moved", iso("2022-05-05")),
        &[],
        4,
        4,
    );
    person.state.log.add(moved);
    assert!(drawn(&person.state).contains(&of.as_str().to_owned()));
    let id = RecordId::Entry(of.clone());
    let oldest = person.state.log.heads(&id)[0].stamp;
    person.does(Action::Settle(id, oldest));
    assert!(drawn(&person.state).contains(&of.as_str().to_owned()));
}
