//! Storage that goes wrong: whatever fails and whenever, a page opened afterwards sees the old version or the new one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::assigning_clones,
    clippy::needless_pass_by_value,
    clippy::type_complexity,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use coderpath::app::{Action, Change, ProfileField, SheetChange, Way};
use coderpath::log::{Content, EntryId, Field, Log, Record, RecordId, Stamp, is_draft, is_ours};
use coderpath::rules::{Body, CredentialId, Edition};
use coderpath::store::{Faults, Faulty, Memory, Save, Storage, StorageError, Writes, load, save};
use common::{
    Person, entry_id, entry_record, good_draft, id, items, memory, plain_entry, saves, text, today,
    tombstone,
};

const FOREIGN: [(&str, &str); 5] = [
    ("theme", "dark"),
    ("coderpath-theme", "dark"),
    ("coderpath:", "not ours"),
    ("coderpath:probe", "coderpath:probe"),
    ("wp-settings", "{\"v\":1}"),
];

/// A storage of a blog, in which a reader has two entries, a deleted one, a profile, and two items that cannot be read.
fn at_first() -> Memory {
    let entry =
        |name: &str, title: &str| entry_record(name, plain_entry(title, today()), &[], 5, 5);
    let (a, b, gone) = (entry("a", "a1"), entry("b", "b1"), entry("gone", "x1"));
    let records = [a, b, tombstone("gone", &[gone], 6, 6)];
    let texts: Vec<(String, String)> = records
        .iter()
        .map(|record| (record.key(), record.to_json()))
        .chain([
            (
                "coderpath:1:profile:0000000000001-00000000".to_owned(),
                r#"{"v":1,"stamp":"0000000000001-00000000","profile":{"held":["CCS"]}}"#.to_owned(),
            ),
            (
                "coderpath:1:entry:half:x".to_owned(),
                r#"{"v":1,"#.to_owned(),
            ),
            (
                "coderpath:2:entry:later".to_owned(),
                r#"{"v":2}"#.to_owned(),
            ),
        ])
        .collect();
    memory(
        texts
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
            .chain(FOREIGN),
    )
}

/// What a person does, one step after the other. An entry is known by its title's first letter, in all its versions.
#[derive(Clone, Copy, Debug)]
enum Step {
    Add(&'static str),
    Edit(&'static str, &'static str),
    Delete(&'static str),
    Undo,
    Hold(CredentialId),
    Switch(Edition),
    Due(&'static str),
}

const STEPS: [Step; 13] = [
    Step::Add("c1"),
    Step::Edit("a", "a2"),
    Step::Hold(CredentialId::Cpc),
    Step::Edit("a", "a3"),
    Step::Delete("b"),
    Step::Undo,
    Step::Edit("b", "b2"),
    Step::Delete("c"),
    Step::Switch(Edition::Latest),
    Step::Due("2027-01-31"),
    Step::Add("d1"),
    Step::Delete("d"),
    Step::Edit("a", "a4"),
];

impl Step {
    /// The letter of what it changes; "p" is the profile. Undo brings back what was deleted just before.
    fn touches(self) -> &'static str {
        match self {
            Self::Add(title) => &title[..1],
            Self::Edit(letter, _) | Self::Delete(letter) => letter,
            Self::Undo => "b",
            Self::Hold(_) | Self::Switch(_) | Self::Due(_) => "p",
        }
    }

    fn is_done(self, person: &mut Person, storage: &mut dyn Storage) {
        match self {
            Self::Add(title) => drop(person.adds_on(storage, &good_draft(title))),
            Self::Edit(letter, title) => {
                let id = named(person, letter);
                person.does(Action::Edit(id));
                person.does(Action::Change(Change::Text(Field::Title, title.to_owned())));
                // The two that were there at first claim nothing yet.
                person.does(Action::Change(Change::Aapc(true)));
                person.does(Action::Change(Change::Text(
                    Field::AapcCeus,
                    "1".to_owned(),
                )));
                person.does_on(storage, Action::Save);
            }
            Self::Delete(letter) => {
                let id = named(person, letter);
                person.does_on(storage, Action::Delete(id));
            }
            Self::Undo => drop(person.does_on(storage, Action::Step(Way::Undo))),
            Self::Hold(id) => drop(person.does_on(storage, Action::Hold(id, true))),
            Self::Switch(edition) => drop(person.does_on(storage, Action::Switch(edition))),
            Self::Due(day) => drop(person.does_on(
                storage,
                Action::ProfileText(ProfileField::AapcDue, text(day)),
            )),
        }
    }
}

fn named(person: &Person, letter: &str) -> EntryId {
    let entries = person.state.log.entries();
    let found = entries
        .iter()
        .find(|shown| shown.entry.title.starts_with(letter));
    found
        .unwrap_or_else(|| panic!("no {letter} in the list"))
        .id
        .clone()
}

/// What a page shows: each entry's title by its letter, and the profile; never a conflict in one tab.
fn view(log: &Log) -> BTreeMap<String, String> {
    let mut view: BTreeMap<String, String> = BTreeMap::new();
    for shown in log.entries() {
        assert!(!shown.has_conflict, "{}", shown.entry.title);
        let title = &shown.entry.title;
        let before = view.insert(title[..1].to_owned(), title.clone());
        assert_eq!(before, None, "one entry twice");
    }
    view.insert("p".to_owned(), format!("{:?}", log.profile()));
    view
}

fn fresh(storage: &Memory) -> Log {
    load(storage).unwrap()
}

/// The view after each step where nothing fails, the first before any; and the number of calls made until then.
fn ideal() -> Vec<(BTreeMap<String, String>, usize)> {
    let mut storage = Faulty::new(at_first(), None);
    let mut person = Person::at(&at_first(), 1);
    let mut views = vec![(view(&person.state.log), 0)];
    for step in STEPS {
        step.is_done(&mut person, &mut storage);
        assert!(person.state.keeping.is_safe());
        assert_eq!(
            view(&person.state.log),
            view(&fresh(&storage.inner)),
            "after {step:?}"
        );
        views.push((view(&person.state.log), storage.calls()));
    }
    views
}

#[test]
fn where_nothing_fails_every_step_is_stored_and_nothing_old_is_left() {
    let views = ideal();
    let (last, calls) = views.last().unwrap();
    let titles: Vec<&str> = last.values().map(String::as_str).take(2).collect();
    assert_eq!(titles, ["a4", "b2"]);
    assert_eq!(last.len(), 3, "a, b and the profile: {last:?}");
    println!("{} steps, {calls} calls", STEPS.len());
    let mut storage = Faulty::new(at_first(), None);
    let mut person = Person::at(&at_first(), 1);
    for step in STEPS {
        step.is_done(&mut person, &mut storage);
    }
    // One version of each: a, b, c and d (deleted), the one that was deleted before, the profile; two unreadable ones.
    let ours = items(&storage.inner)
        .keys()
        .filter(|key| is_ours(key))
        .count();
    assert_eq!(ours, 8);
}

#[test]
fn whatever_fails_the_old_version_or_the_new_one_is_there() {
    let ideal = ideal();
    let calls = ideal.last().unwrap().1;
    let faults = [
        Faults::Fails(StorageError::Full),
        Faults::Fails(StorageError::Refused),
        Faults::Fails(StorageError::NotKept),
        Faults::CutsShort,
        Faults::Dies,
    ];
    let unread_at_first = fresh(&at_first()).unread().count();
    let (mut runs, mut unsaved_once, mut checks) = (0, 0, 0);
    for at in 0..calls {
        for fault in faults {
            runs += 1;
            let case = format!("{fault:?} at call {at}");
            let mut storage = Faulty::new(at_first(), Some((at, fault)));
            let mut person = Person::at(&at_first(), 1);
            // The step at which it goes wrong, and what a page opened after that step sees.
            let mut broken: Option<(usize, BTreeMap<String, String>)> = None;
            let mut was_unsaved = false;
            for (number, step) in STEPS.into_iter().enumerate() {
                step.is_done(&mut person, &mut storage);
                checks += 1;
                let case = format!("{case}, after step {number}, {step:?}");
                let (before, after) = (&ideal[number].0, &ideal[number + 1].0);
                assert_eq!(
                    &view(&person.state.log),
                    after,
                    "{case}: the reader's own page shows what they did"
                );

                let log = fresh(&storage.inner);
                let seen = view(&log);
                let keeping = &person.state.keeping;
                assert!(keeping.waiting.is_empty(), "{case}");
                assert_eq!(keeping.is_safe(), keeping.unsaved.is_empty(), "{case}");
                was_unsaved |= !keeping.is_safe();
                if keeping.is_safe() {
                    assert_eq!(&seen, after, "{case}: said to be safe");
                }
                assert_eq!(
                    log.unread().count(),
                    unread_at_first,
                    "{case}: no half is left"
                );
                match &broken {
                    None if storage.calls() <= at => assert_eq!(&seen, after, "{case}"),
                    None => {
                        let touched = step.touches();
                        for (letter, is) in before.iter().chain(after) {
                            if letter != touched {
                                assert_eq!(
                                    seen.get(letter),
                                    Some(is),
                                    "{case}: {letter} was not touched"
                                );
                            }
                        }
                        let (old, new, is) =
                            (before.get(touched), after.get(touched), seen.get(touched));
                        assert!(
                            is == old || is == new,
                            "{case}: neither {old:?} nor {new:?} but {is:?}"
                        );
                        broken = Some((number, seen));
                    }
                    // The tab is dead: nothing more is stored, and nothing more is lost.
                    Some((_, then)) if fault == Faults::Dies => assert_eq!(&seen, then, "{case}"),
                    // The next change brought everything in.
                    Some(_) => {
                        assert!(keeping.is_safe(), "{case}");
                        assert_eq!(&seen, after, "{case}");
                    }
                }
                for (key, text) in FOREIGN {
                    assert_eq!(storage.inner.get(key), Ok(Some(text.to_owned())), "{case}");
                }
            }
            unsaved_once += usize::from(was_unsaved);
            assert!(broken.is_some(), "{case}: never reached");
        }
    }
    println!(
        "{calls} calls × {} faults: {runs} runs, {checks} states, {unsaved_once} with something unsaved",
        faults.len()
    );
    assert!(calls >= 3 * STEPS.len() - 2 && unsaved_once > runs / 2);
}

/// Whatever fails and whenever while an entry is typed and saved: a page opened afterwards shows the entry, or offers what
/// was typed, up to the last key press that storage took; or else the reader was told that it is not stored.
#[test]
fn whatever_fails_what_was_typed_is_there_or_offered() {
    let titles = ["W", "We", "Web", "Webinar"];
    let write_down = |person: &mut Person, storage: &mut dyn Storage| {
        person.does_on(storage, Action::Add);
        person.does_on(
            storage,
            Action::Change(Change::Text(Field::AapcCeus, "1".to_owned())),
        );
        for title in titles {
            let change = Change::Text(Field::Title, title.to_owned());
            person.does_on(storage, Action::Change(change));
        }
        person.does_on(storage, Action::Save);
    };
    let mut storage = Faulty::new(Memory::default(), None);
    write_down(&mut Person::new(1), &mut storage);
    let calls = storage.calls();
    let mut offered = 0;
    for at in 0..calls {
        for fault in [
            Faults::Fails(StorageError::Full),
            Faults::Fails(StorageError::Refused),
            Faults::CutsShort,
            Faults::Dies,
        ] {
            let case = format!("{fault:?} at call {at}");
            let mut storage = Faulty::new(Memory::default(), Some((at, fault)));
            let mut person = Person::new(1);
            write_down(&mut person, &mut storage);
            assert_eq!(person.titles(), ["Webinar"], "{case}");
            let later = Person::at(&storage.inner, 2);
            let typed: Vec<&str> = later
                .state
                .offers
                .iter()
                .filter_map(|offer| offer.kept.as_ref().ok())
                .map(|kept| kept.draft.title.as_str())
                .collect();
            offered += typed.len();
            if person.state.keeping.is_safe() {
                assert_eq!(later.titles(), ["Webinar"], "{case}");
            } else {
                let is_there = later.titles() == ["Webinar"];
                assert!(
                    is_there || typed.len() == 1 || fault == Faults::Dies,
                    "{case}"
                );
            }
            // A draft cut short is shown as it is, and is no damaged record.
            let broken = later.state.log.unread().count();
            assert!(broken == 0 || !person.state.keeping.is_safe(), "{case}");
        }
    }
    println!("{calls} calls, {offered} times offered");
    assert!(offered > calls);
}

/// Things that a person does to several records at once or to versions that were made apart: what leads up to it, and what
/// storage goes wrong at.
const SCENES: [(&str, &[Deed], Deed); 23] = [
    ("undo an addition", &[add], undo),
    ("redo an addition", &[add, undo], redo),
    ("undo a change of the profile", &[hold], undo),
    ("redo it", &[hold, undo], redo),
    ("mark as entered", &[add], enter),
    ("choose the older version", &[], settle_first),
    ("choose the newer version", &[], settle_last),
    ("undo the choice of the older", &[settle_first], undo),
    ("undo the choice of the newer", &[settle_last], undo),
    ("keep both", &[], keep_both),
    ("undo that both were kept", &[keep_both], undo),
    ("keep both again", &[keep_both, undo], redo),
    ("restore", &[open], restore),
    ("undo what was restored", &[open, restore], undo),
    ("undo a third version", &[open_third, restore], undo),
    ("redo it", &[open_third, restore, undo], redo),
    ("delete both versions", &[], delete_both),
    (UNDO_OF_BOTH, &[delete_both], undo),
    ("delete them again", &[delete_both, undo], redo),
    ("choose what is held", &[hold_apart], settle_profile),
    ("undo that", &[hold_apart, settle_profile], undo),
    ("undo the import", &[open_sheet, import], undo),
    ("store again", &[lose], put_back),
];

/// Two versions that come back where there is none cannot come at once: there may be one of them for a moment.
const UNDO_OF_BOTH: &str = "undo the deletion of both";

type Deed = fn(&mut Person, &mut dyn Storage);

fn add(person: &mut Person, storage: &mut dyn Storage) {
    person.adds_on(storage, &good_draft("new"));
}
fn hold(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::Hold(CredentialId::Cpc, true));
}
fn undo(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::Step(Way::Undo));
}
fn redo(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::Step(Way::Redo));
}
fn enter(person: &mut Person, storage: &mut dyn Storage) {
    let id = named(person, "new");
    person.does_on(storage, Action::Enter(id, Body::Aapc));
}
fn settle(person: &mut Person, storage: &mut dyn Storage, stamp: Stamp) {
    person.does_on(storage, Action::Settle(entry_id("apart"), stamp));
}
fn settle_first(person: &mut Person, storage: &mut dyn Storage) {
    let stamp = person.state.log.heads(&entry_id("apart"))[0].stamp;
    settle(person, storage, stamp);
}
fn settle_last(person: &mut Person, storage: &mut dyn Storage) {
    let stamp = person.state.log.heads(&entry_id("apart"))[1].stamp;
    settle(person, storage, stamp);
}
fn keep_both(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::KeepBoth(id("apart")));
}
/// A backup that adds an entry, changes one, deletes one and changes the profile.
fn open(person: &mut Person, storage: &mut dyn Storage) {
    let (mut log, here) = (Log::default(), &person.state.log);
    let newest = |id: &str| here.newest(&entry_id(id)).cloned().unwrap();
    let entry = |title: &str| plain_entry(title, today());
    log.add(entry_record("more", entry("m1"), &[], 9, 9));
    log.add(entry_record("a", entry("a9"), &[newest("a")], 9, 9));
    log.add(tombstone("b", &[newest("b")], 9, 9));
    log.take_in(
        "coderpath:1:profile:0000000000009-00000000",
        r#"{"v":1,"stamp":"0000000000009-00000000","replaces":["0000000000001-00000000"],"profile":{"held":["CPC"]}}"#,
    );
    person.does_on(storage, Action::OpenBackup(log.backup(today())));
}
/// A backup with one more version of an entry that has two.
fn open_third(person: &mut Person, storage: &mut dyn Storage) {
    let mut log = Log::default();
    log.add(entry_record("apart", plain_entry("v3", today()), &[], 5, 0));
    person.does_on(storage, Action::OpenBackup(log.backup(today())));
}
fn restore(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::Restore);
}

fn delete_both(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::Delete(id("apart")));
}
/// In another place something else is said of what is held.
fn hold_apart(person: &mut Person, storage: &mut dyn Storage) {
    let stamp = "0000000000002-00000000";
    let text = format!(r#"{{"v":1,"stamp":"{stamp}","profile":{{"held":["CPC"]}}}}"#);
    let key = format!("coderpath:1:profile:{stamp}");
    storage.set(&key, &text).unwrap();
    person.does(Action::Arrived(key, Some(text)));
}
fn settle_profile(person: &mut Person, storage: &mut dyn Storage) {
    let stamp = person.state.log.heads(&RecordId::Profile)[0].stamp;
    person.does_on(storage, Action::Settle(RecordId::Profile, stamp));
}
fn open_sheet(person: &mut Person, storage: &mut dyn Storage) {
    let file = "Date,Title,AAPC CEUs\n2026-03-05,Modifiers,1.5\n2026-04-06,E/M audits,2\n";
    let open = SheetChange::Open(Ok(file.to_owned()));
    person.does_on(storage, Action::Sheet(open));
}
fn import(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::Sheet(SheetChange::Import));
}
/// Something else removes an entry, a version of another and an item that cannot be read.
fn lose(person: &mut Person, storage: &mut dyn Storage) {
    for key in storage.keys().unwrap() {
        let lost = [":a:", "5-00000001", ":half:"];
        if lost.iter().any(|part| key.contains(part)) {
            storage.remove(&key).unwrap();
        }
    }
    person.does_on(storage, Action::Reload);
}
fn put_back(person: &mut Person, storage: &mut dyn Storage) {
    person.does_on(storage, Action::PutBack);
}

/// What the log says of each thing: more than once where versions were made apart, and then in an order of what they say.
fn heads(log: &Log) -> BTreeMap<RecordId, Vec<Content>> {
    let contents = |id| {
        let heads = log.heads(id).into_iter();
        let mut contents: Vec<Content> = heads.map(|head| head.content.clone()).collect();
        contents.sort_by_key(|content| format!("{content:?}"));
        contents
    };
    let is_gone = |contents: &Vec<Content>| *contents == [Content::Deleted];
    log.ids()
        .map(|id| (id.clone(), contents(id)))
        .filter(|(_, contents)| !is_gone(contents))
        .collect()
}

#[test]
fn whatever_fails_while_several_records_are_written_each_is_the_old_or_the_new_one() {
    let mut at_first = at_first();
    for (nonce, title) in [(1, "v1"), (2, "v2")] {
        let record = entry_record("apart", plain_entry(title, today()), &[], 5, nonce);
        at_first.set(&record.key(), &record.to_json()).unwrap();
    }
    let begun = |steps: &[Deed]| {
        let mut storage = Faulty::new(at_first.clone(), None);
        let mut person = Person::at(&at_first, 1);
        for step in steps {
            step(&mut person, &mut storage);
        }
        (person, storage.inner)
    };
    let (mut all, mut cases, mut told) = (0, 0, 0);
    for (name, steps, deed) in SCENES {
        let (mut person, storage) = begun(steps);
        let before = heads(&fresh(&storage));
        let mut ideal = Faulty::new(storage, None);
        deed(&mut person, &mut ideal);
        assert!(person.state.keeping.is_safe(), "{name}");
        let after = heads(&fresh(&ideal.inner));
        assert_ne!(before, after, "{name}");
        assert_eq!(after, heads(&person.state.log), "{name}");
        all += ideal.calls();
        for at in 0..ideal.calls() {
            for fault in [
                Faults::Fails(StorageError::Full),
                Faults::Fails(StorageError::Refused),
                Faults::CutsShort,
                Faults::Dies,
            ] {
                cases += 1;
                let case = format!("{name}, {fault:?} at call {at}");
                let (mut person, storage) = begun(steps);
                let mut storage = Faulty::new(storage, Some((at, fault)));
                deed(&mut person, &mut storage);
                assert_eq!(heads(&person.state.log), after, "{case}");
                let log = fresh(&storage.inner);
                assert!(log.unread().count() <= 2, "{case}: no half is left");
                let seen = heads(&log);
                for id in before.keys().chain(after.keys()).chain(seen.keys()) {
                    let is = seen.get(id);
                    let is_on_its_way = name == UNDO_OF_BOTH && {
                        let is_old = |one: &&Content| **one == Content::Deleted;
                        let comes = |one: &Content| after[id].contains(one);
                        is.into_iter()
                            .flatten()
                            .all(|one| is_old(&one) || comes(one))
                            && is.into_iter().flatten().any(|one| is_old(&one))
                    };
                    assert!(
                        is == before.get(id) || is == after.get(id) || is_on_its_way,
                        "{case}: {id:?} is {is:?}"
                    );
                }
                // What is there before and after is there meanwhile, in one entry or another.
                let texts = |heads: &BTreeMap<RecordId, Vec<Content>>| {
                    let all = heads.values().flatten();
                    all.map(|one| format!("{one:?}")).collect::<BTreeSet<_>>()
                };
                let kept = &texts(&before) & &texts(&after);
                assert!(kept.is_subset(&texts(&seen)), "{case}: {seen:?}");
                assert!(
                    seen == after || !person.state.keeping.is_safe(),
                    "{case}: said to be safe"
                );
                told += usize::from(!person.state.keeping.is_safe());
                if fault != Faults::Dies {
                    person.does_on(&mut storage, Action::Seen);
                    assert!(person.state.keeping.is_safe(), "{case}");
                    assert_eq!(heads(&fresh(&storage.inner)), after, "{case}, tried again");
                    assert_eq!(fresh(&storage.inner).unread().count(), 2, "{case}");
                }
            }
        }
    }
    println!(
        "{} scenes, {all} calls: {cases} cases, {told} of them told",
        SCENES.len()
    );
    assert!(all >= 3 * SCENES.len() - 2 && told > cases / 3);
}

/// A restore that is broken off after its first slice: what came is there, or was told not to be.
#[test]
fn whatever_fails_while_a_restore_is_broken_off_what_came_is_there_or_told() {
    let mut backup = Log::default();
    for nth in 0..101 {
        let name = format!("long{nth}");
        backup.add(entry_record(&name, plain_entry("long", today()), &[], 5, 5));
    }
    let mut opened = Person::at(&at_first(), 1);
    opened.does_on(
        &mut Memory::default(),
        Action::OpenBackup(backup.backup(today())),
    );
    let break_off = |fault| {
        let mut storage = Faulty::new(at_first(), fault);
        let mut person = opened.clone();
        let mut writes = Writes::default();
        for version in saves(&person.does(Action::Restore)) {
            let result = writes.save(&version, |version| save(&mut storage, version));
            person.stored(&version, result);
        }
        person.does_on(&mut storage, Action::CloseBackup);
        (person, storage)
    };
    let before = heads(&fresh(&at_first()));
    let calls = break_off(None).1.calls();
    let (mut cases, mut told) = (0, 0);
    // Each version makes the same two calls.
    for at in (0..calls).filter(|at| !(20..calls - 20).contains(at)) {
        for fault in [
            Faults::Fails(StorageError::Full),
            Faults::CutsShort,
            Faults::Dies,
        ] {
            cases += 1;
            let case = format!("{fault:?} at call {at}");
            let (mut person, mut storage) = break_off(Some((at, fault)));
            let here = heads(&person.state.log);
            assert_eq!(here.len(), before.len() + 100, "{case}");
            let seen = heads(&fresh(&storage.inner));
            for (id, is) in &seen {
                assert_eq!(Some(is), here.get(id), "{case}");
            }
            assert!(before.keys().all(|id| seen.contains_key(id)), "{case}");
            let is_safe = person.state.keeping.is_safe();
            assert!(seen == here || !is_safe, "{case}: said to be safe");
            told += usize::from(!person.state.keeping.is_safe());
            if fault != Faults::Dies {
                person.does_on(&mut storage, Action::Step(Way::Undo));
                person.does_on(&mut storage, Action::Seen);
                assert!(person.state.keeping.is_safe(), "{case}");
                assert_eq!(heads(&fresh(&storage.inner)), before, "{case}");
            }
        }
    }
    println!("{calls} calls: {cases} cases, {told} of them told");
    assert!(calls >= 200 && told > cases / 2);
}

/// A storage that notes which keys are used.
#[derive(Default)]
struct Watched {
    inner: Memory,
    used: RefCell<Vec<(&'static str, String)>>,
}

impl Watched {
    fn note(&self, how: &'static str, key: &str) {
        self.used.borrow_mut().push((how, key.to_owned()));
    }
}

impl Storage for Watched {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.inner.keys()
    }
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.note("get", key);
        self.inner.get(key)
    }
    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        self.note("set", key);
        self.inner.set(key, text)
    }
    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        self.note("remove", key);
        self.inner.remove(key)
    }
}

#[test]
fn only_our_own_keys_are_read_written_or_removed() {
    let mut storage = Watched {
        inner: at_first(),
        ..Watched::default()
    };
    let mut person = Person::at(&storage, 1);
    for step in STEPS {
        step.is_done(&mut person, &mut storage);
    }
    person.does_on(&mut storage, Action::Reload);
    let used = storage.used.borrow();
    for (how, key) in used.iter() {
        assert!(is_ours(key) || is_draft(key), "{how} {key:?}");
    }
    for how in ["get", "set", "remove"] {
        assert!(used.iter().any(|(used, _)| *used == how), "{how}");
    }
    // What cannot be read is never overwritten or removed either.
    for unread in ["coderpath:1:entry:half:x", "coderpath:2:entry:later"] {
        let touched = used.iter().any(|(how, key)| *how != "get" && key == unread);
        assert!(!touched, "{unread}");
    }
    let left = items(&storage.inner);
    for (key, text) in FOREIGN {
        assert_eq!(left.get(key).map(String::as_str), Some(text));
    }
}

const NEW: &str = "coderpath:1:entry:new:5";

/// One write with a fault at this call: what comes of it, and which keys are there then.
#[track_caller]
fn check_save(fault: Option<(usize, Faults)>, result: Result<(), StorageError>, keys: &[&str]) {
    let mut storage = Faulty::new(
        memory([("old1", "1"), ("old2", "2"), ("other", "o")]),
        fault,
    );
    let version = Save {
        key: NEW.to_owned(),
        text: "the text".to_owned(),
        replaced: vec!["old1".to_owned(), "old2".to_owned(), "gone".to_owned()],
        after: None,
    };
    assert_eq!(save(&mut storage, &version), result, "{fault:?}");
    let left: Vec<String> = items(&storage.inner).into_keys().collect();
    assert_eq!(left, keys, "{fault:?}");
}

#[test]
fn a_version_is_written_and_read_back_before_another_is_removed() {
    use Faults::{CutsShort, Dies, Fails};
    use StorageError::{Full, NotKept, Refused};
    let old = ["old1", "old2", "other"];
    let both = [NEW, "old1", "old2", "other"];
    check_save(None, Ok(()), &[NEW, "other"]);
    // Call 0 writes. Half a record goes again.
    check_save(Some((0, Fails(Full))), Err(Full), &old);
    check_save(Some((0, Fails(Refused))), Err(Refused), &old);
    check_save(Some((0, CutsShort)), Err(NotKept), &old);
    check_save(Some((0, Dies)), Err(Refused), &old);
    // Call 1 reads back.
    check_save(Some((1, Fails(Full))), Err(Full), &both);
    check_save(Some((1, CutsShort)), Ok(()), &[NEW, "other"]);
    check_save(Some((1, Dies)), Err(Refused), &both);
    // Then the old ones are removed; one that stays is passed over, since the new one names it.
    check_save(Some((2, Fails(Refused))), Ok(()), &both);
    check_save(Some((3, Fails(Refused))), Ok(()), &[NEW, "old2", "other"]);
    check_save(Some((3, Dies)), Ok(()), &[NEW, "old2", "other"]);
    check_save(Some((4, Dies)), Ok(()), &[NEW, "other"]);
    // Half a draft stays: it is offered as it is.
    let mut storage = Faulty::new(Memory::default(), Some((0, CutsShort)));
    let draft = Save::item("coderpath:draft:a".to_owned(), "half".to_owned());
    assert_eq!(save(&mut storage, &draft), Err(NotKept));
    assert_eq!(storage.inner.get(&draft.key), Ok(Some("ha".to_owned())));
}

#[test]
fn a_record_that_cannot_be_read_does_not_hold_up_the_others() {
    let ours = items(&at_first()).keys().filter(|key| is_ours(key)).count();
    let whole = fresh(&at_first());
    assert_eq!(view(&whole).len(), 3);
    assert_eq!(whole.unread().count(), 2);
    // Call 0 lists the keys; each further one reads an item.
    let listing = Faulty::new(at_first(), Some((0, Faults::Fails(StorageError::Refused))));
    assert_eq!(load(&listing), Err(StorageError::Refused));
    for at in 1..=ours {
        let storage = Faulty::new(at_first(), Some((at, Faults::Fails(StorageError::Refused))));
        let log = load(&storage).unwrap();
        assert_eq!(
            storage.calls(),
            ours + 1,
            "every item of ours is asked for, and no other"
        );
        let lost = view(&whole)
            .iter()
            .filter(|(key, is)| view(&log).get(*key) != Some(is))
            .count();
        assert!(lost <= 1, "call {at}");
    }
    let dead = Faulty::new(at_first(), Some((1, Faults::Dies)));
    assert!(load(&dead).unwrap().entries().is_empty());
}

#[test]
fn loading_brings_the_same_in_whatever_order_the_keys_come() {
    let all = items(&at_first());
    let log = fresh(&at_first());
    let reversed = memory(
        all.iter()
            .rev()
            .map(|(key, text)| (key.as_str(), text.as_str())),
    );
    assert_eq!(view(&fresh(&reversed)), view(&log));
    assert_eq!(fresh(&reversed).entries(), log.entries());
    for (key, text) in all.iter().filter(|(key, _)| is_ours(key)) {
        if let Ok(record) = Record::read(key, text) {
            assert_eq!(&record.key(), key);
        }
    }
}
