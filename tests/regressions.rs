//! Faults that were found once, each with the case that showed it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeSet;

use coderpath::app::{Action, Change, Effect, Focus, Way};
use coderpath::log::{Backup, Field, Log, NoBackup, Record};
use coderpath::picker::{
    Answers, Choice, Outcome, Question, QuestionId, Recommendation, outcome, walk,
};
use coderpath::store::{Faults, Faulty, Memory, StorageError, load};
use coderpath::words;
use common::{
    Person, entry_record, full_entry, good_draft, id, items, json_of, memory, text, the_save,
};
use serde_json::json;

/// What was not stored yet is not in storage, so reading storage anew does not take it off the list.
#[test]
fn what_is_unsaved_survives_a_reload() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    let save = the_save(&person.adds(&good_draft("unsaved")));
    person.does_on(&mut storage, Action::Reload);
    assert_eq!(person.titles(), ["unsaved"], "while it waits");
    person.stored(&save, Err(StorageError::Full));
    person.does_on(&mut storage, Action::Reload);
    assert_eq!(person.titles(), ["unsaved"], "and when it failed");
}

#[test]
fn a_reload_that_fails_keeps_what_is_shown() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.adds_on(&mut storage, &good_draft("one"));
    let refuses = Faults::Fails(StorageError::Refused);
    let mut storage = Faulty::new(storage, Some((0, refuses)));
    person.does_on(&mut storage, Action::Reload);
    assert_eq!(person.titles(), ["one"]);
    assert!(!person.state.keeping.is_safe());
}

/// A record that storage does not hand over is told of, not passed over.
#[test]
fn what_storage_does_not_hand_over_is_told() {
    let mut storage = Memory::default();
    Person::new(1).adds_on(&mut storage, &good_draft("one"));
    let refuses = Faults::Fails(StorageError::Refused);
    let log = load(&Faulty::new(storage, Some((1, refuses)))).unwrap();
    assert_eq!((log.entries().len(), log.unread().count()), (0, 1));
}

/// Another tab replaces the version that is being edited here, and removes it: what the form does not show is kept.
#[test]
fn an_edit_keeps_the_hidden_fields_of_a_version_that_another_tab_removed() {
    let first = entry_record("a", full_entry(), &[], 5, 5);
    let mut storage = memory([(first.key().as_str(), first.to_json().as_str())]);
    let (mut here, mut there) = (Person::at(&storage, 1), Person::at(&storage, 2));
    let title = |title: &str| Action::Change(Change::Text(Field::Title, title.to_owned()));
    here.does(Action::Edit(id("a")));
    there.does(Action::Edit(id("a")));
    there.does(title("there"));
    there.does_on(&mut storage, Action::Save);
    for (key, text) in items(&storage) {
        here.does(Action::Arrived(key, Some(text)));
    }
    here.does(Action::Arrived(first.key(), None));
    here.does(title("here"));
    let save = the_save(&here.does(Action::Save));
    let (before, after) = (json_of_record(&first), json_of(&save));
    for place in [
        "/entry/aapc/for",
        "/entry/later-entry",
        "/entry/aapc/later-aapc",
        "/entry/ahima/later-ahima",
    ] {
        assert!(before.pointer(place).is_some());
        assert_eq!(after.pointer(place), before.pointer(place), "{place}");
    }
    assert_eq!(
        after["replaces"],
        serde_json::json!([first.stamp.to_string()])
    );
    assert!(here.state.log.entries()[0].has_conflict);
}

fn json_of_record(record: &Record) -> serde_json::Value {
    serde_json::from_str(&record.to_json()).unwrap()
}

/// The focus goes to the first field at fault as they stand on the screen: the title is above the date.
#[test]
fn the_focus_goes_to_the_first_field_at_fault() {
    // What is typed wrong, in the order of the form: the first of them and all that follow.
    let long = |field| Change::Text(field, "x".repeat(3_000));
    let wrong = [
        (Field::Title, Change::Text(Field::Title, String::new())),
        (Field::Date, Change::Date(text("soon"))),
        (Field::Bodies, Change::Aapc(false)),
        (Field::Sponsor, long(Field::Sponsor)),
        (Field::IndexNumber, long(Field::IndexNumber)),
        (Field::Notes, long(Field::Notes)),
    ];
    for first in 0..wrong.len() {
        let mut person = Person::new(1);
        person.does(Action::Add);
        person.types(&good_draft("Webinar"));
        for (_, change) in &wrong[first..] {
            person.does(Action::Change(change.clone()));
        }
        let effects = person.does(Action::Save);
        assert_eq!(effects, [Effect::Focus(Focus::Field(wrong[first].0))]);
        let faults = person.state.form.unwrap().faults;
        assert!(
            faults
                .iter()
                .map(|fault| fault.field)
                .eq(wrong[first..].iter().map(|(field, _)| *field))
        );
    }
}

/// A write that fails after its successor was asked for need not be tried again once that one is stored.
#[test]
fn a_late_failure_of_a_replaced_version_is_no_matter() {
    let mut person = Person::new(1);
    let first = the_save(&person.adds(&good_draft("one")));
    let name = person.ids().pop().unwrap();
    person.does(Action::Edit(name));
    let second = the_save(&person.does(Action::Save));
    person.stored(&first, Err(StorageError::Full));
    person.stored(&second, Ok(()));
    assert!(person.state.keeping.is_safe());
}

#[test]
fn the_page_is_told_a_result_once() {
    let mut person = Person::new(1);
    person.does(Action::Choose(Choice::HoldsAll));
    assert_eq!(person.does(Action::Next).len(), 2);
    assert_eq!(person.does(Action::Next), []);
}

#[test]
fn a_deletion_that_is_not_stored_says_so() {
    let mut person = Person::new(1);
    let save = the_save(&person.adds(&good_draft("one")));
    person.stored(&save, Ok(()));
    let name = person.ids().pop().unwrap();
    for action in [Action::Delete(name), Action::Step(Way::Undo)] {
        let save = the_save(&person.does(action));
        let mut failed = person.clone();
        failed.stored(&save, Err(StorageError::Full));
        let said = words::notice(failed.state.notice.as_ref().unwrap(), &failed.state);
        assert!(said.contains("not stored"), "{said}");
        person.stored(&save, Ok(()));
        let said = words::notice(person.state.notice.as_ref().unwrap(), &person.state);
        assert!(!said.contains("not stored"), "{said}");
    }
}

#[test]
fn no_release_wrote_format_0() {
    let key = "coderpath:1:entry:a:0000000000001-00000000";
    let text = r#"{"v":0,"id":"a","stamp":"0000000000001-00000000","deleted":true}"#;
    assert!(matches!(
        Record::read(key, text),
        Err(why) if !why.is_newer()
    ));
}

// ---------------------------------------------------------------------------------------------------------------------
// What is said of a result is true

fn results() -> Vec<(Answers, Box<Recommendation>)> {
    let mut done = Vec::new();
    let mut open = vec![Answers::default()];
    while let Some(so_far) = open.pop() {
        let Some(next) = walk(&so_far).next else {
            if let Outcome::Recommend(result) = outcome(&so_far) {
                done.push((so_far, result));
            }
            continue;
        };
        for option in Question::of(next).options {
            let mut then = so_far.clone();
            then.give(next, option.choice).unwrap();
            open.push(then);
        }
    }
    done
}

#[test]
fn what_a_result_says_of_the_answers_is_so() {
    for (answers, result) in results() {
        // Answers that point to a credential that is held do point somewhere.
        for reason in &result.reasons {
            let said = words::reason(result.path, *reason);
            let points = result.scores.cpc + result.scores.coc + result.scores.ccs;
            assert!(
                points == 0 || !said.contains("points anywhere"),
                "{answers:?}: {said}"
            );
        }
        let lead = words::lead(&result);
        let could_tip = result
            .counterfactuals
            .iter()
            .any(|one| one.question != QuestionId::Held);
        assert!(
            could_tip || !lead.contains("could tip"),
            "{answers:?}: {lead}"
        );
        if result.tie.as_ref().is_some_and(|tie| tie.with.len() > 1) {
            assert!(!lead.contains("fits") && !lead.contains("two"), "{lead}");
        }
    }
}

/// Two versions with a field that a later release added are replaced by one: it has the field once.
#[test]
fn a_version_that_replaces_two_has_each_unknown_field_once() {
    let (key, key_2) = (
        "coderpath:1:entry:a:0000000000001-00000000",
        "coderpath:1:entry:a:0000000000002-00000000",
    );
    let text = r#"{"later":1,"v":1,"id":"a","stamp":"0000000000001-00000000","entry":{"date":"2026-10-05","title":"One","kind":"event","state":"done"}}"#;
    let text_2 = text
        .replace("001-0", "002-0")
        .replace(":1,\"v\"", ":2,\"v\"");
    let mut person = Person::new(1);
    person.does(Action::Arrived(key.to_owned(), Some(text.to_owned())));
    person.does(Action::Arrived(key_2.to_owned(), Some(text_2)));
    assert!(person.state.log.entries()[0].has_conflict);
    let save = the_save(&person.does(Action::Delete(id("a"))));
    assert_eq!(save.text.matches("\"later\"").count(), 1, "{}", save.text);
    assert_eq!(json_of(&save)["later"], 2, "that of the newer one");
    let read = Record::read(&save.key, &save.text).unwrap();
    assert_eq!(person.state.log.newest(&read.id), Some(&read));
}

// ---------------------------------------------------------------------------------------------------------------------
// What storage or a file may hold, though no release wrote it

/// The text of a version of the entry "a" with this title, whatever it names.
fn version_of_a(stamp: &str, replaces: &[&str], title: &str) -> (String, String) {
    let json = json!({
        "v": 1, "id": "a", "stamp": stamp, "replaces": replaces,
        "entry": { "date": "2026-10-05", "title": title, "kind": "event", "state": "done" },
    });
    (format!("coderpath:1:entry:a:{stamp}"), json.to_string())
}

/// A version that names itself was readable and shown nowhere, and so were two that name each other.
#[test]
fn no_version_is_hidden_by_itself_or_in_a_circle() {
    let (one, two) = ("0000000000001-00000000", "0000000000002-00000000");
    for versions in [
        vec![version_of_a(two, &[two], "shown")],
        vec![
            version_of_a(one, &[two], "earlier"),
            version_of_a(two, &[one], "shown"),
        ],
    ] {
        let mut log = Log::default();
        for (key, text) in &versions {
            log.take_in(key, text);
        }
        let titles: Vec<&str> = log
            .entries()
            .iter()
            .map(|shown| shown.entry.title.as_str())
            .collect();
        assert_eq!((titles, log.unread().count()), (vec!["shown"], 0));
    }
}

/// Even what stands at the end of all time is replaced when it is changed, and stays deleted.
#[test]
fn a_change_is_later_than_the_latest_stamp_that_can_be_read() {
    let (key, text) = version_of_a("18446744073709551615-7fffffff", &[], "late");
    let mut storage = memory([(key.as_str(), text.as_str())]);
    let mut person = Person::at(&storage, 1);
    person.does_on(&mut storage, Action::Delete(id("a")));
    assert_eq!(person.titles(), [""; 0]);
    assert_eq!(Person::at(&storage, 2).titles(), [""; 0]);
}

/// Two entries may have come to one stamp; which of their sponsors was first offered was left to chance.
#[test]
fn sponsors_come_in_one_order_even_where_stamps_collide() {
    let records = ["a", "b", "c"].map(|name| {
        let mut entry = full_entry();
        entry.sponsor = name.to_owned();
        entry_record(name, entry, &[], 5, 5)
    });
    for _ in 0..20 {
        let mut log = Log::default();
        for record in &records {
            log.add(record.clone());
        }
        assert_eq!(log.recent_sponsors(2), ["c", "b"]);
    }
}

/// Two versions of one stamp in one file went to one key, where the one wrote over the other.
#[test]
fn a_file_with_two_versions_of_one_stamp_brings_both() {
    let stamp = "0000000000001-ffffffff";
    let items = [
        version_of_a(stamp, &[], "one"),
        version_of_a(stamp, &[], "two"),
    ]
    .map(|(key, text)| format!("\"{key}\":{text}"))
    .join(",");
    let file = format!(r#"{{"coderpath":"backup","v":1,"made":"2026-11-23","items":{{{items}}}}}"#);
    let merge = Log::default().merge(&Backup::read(&file).unwrap().log);
    let keys: BTreeSet<String> = merge.records.iter().map(Record::key).collect();
    assert_eq!((merge.records.len(), keys.len()), (2, 2));
}

/// Of two versions with one stamp each device gave the other's a new stamp, and took that for a new version whenever they
/// met again.
#[test]
fn versions_of_one_stamp_are_not_told_for_ever() {
    let stamp = "0000000000001-00000000";
    let mut logs = ["one", "two"].map(|title| {
        let mut log = Log::default();
        let (key, text) = version_of_a(stamp, &[], title);
        log.take_in(&key, &text);
        log
    });
    let before = logs.clone();
    for (at, from) in [(0, 1), (1, 0)] {
        for record in logs[at].merge(&before[from]).records {
            logs[at].add(record);
        }
        assert_eq!(logs[at].versions().count(), 2);
    }
    for (at, from) in [(0, 1), (1, 0)] {
        assert!(logs[at].merge(&logs[from]).is_nothing());
    }
}

/// A file of hostile items kept the page busy for minutes: to put versions of one key in order, each is compared with each.
#[test]
fn a_backup_with_more_versions_of_one_thing_than_any_log_has_is_refused_at_once() {
    let item = |millis: usize| {
        format!(
            r#""coderpath:1:entry:a:{millis:013}-00000000":{{"v":1,"id":"a","stamp":"{millis:013}-00000000","deleted":true}}"#
        )
    };
    let file = |items: &[String]| {
        let items = items.join(",");
        format!(r#"{{"coderpath":"backup","v":1,"made":"2026-11-23","items":{{{items}}}}}"#)
    };
    let apart: Vec<String> = (0..20_000).map(item).collect();
    let alike: Vec<String> = std::iter::repeat_with(|| item(1)).take(20_000).collect();
    let crowded = Err(NoBackup::Crowded);
    assert_eq!(Backup::read(&file(&apart)), crowded);
    assert_eq!(Backup::read(&file(&alike)), crowded);
    // As many as a storage from which nothing could be removed for a long time may have are read.
    let log = Backup::read(&file(&apart[..1_000])).unwrap().log;
    assert_eq!(log.versions().count(), 1_000);
    assert_eq!(
        Backup::read(&file(&alike[..4]))
            .unwrap()
            .log
            .versions()
            .count(),
        1
    );
}

/// What a reader let go was stored after all, if it was to be stored again before and could not be.
#[test]
fn what_is_let_go_is_not_tried_again() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.adds_on(&mut storage, &good_draft("one"));
    let key = items(&storage).keys().next().unwrap().clone();
    person.does(Action::Arrived(key.clone(), None));
    let effects = person.does(Action::PutBack);
    person.stored(&the_save(&effects), Err(StorageError::Full));
    person.does(Action::Arrived(key, None));
    person.does(Action::LetGo);
    assert_eq!(person.titles(), [""; 0]);
    assert!(person.state.keeping.is_safe());
    assert_eq!(person.does(Action::Seen), [Effect::Load]);
}
