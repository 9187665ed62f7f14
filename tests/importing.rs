//! A spreadsheet at a widget: it is read in slices, looked at, set right, imported and taken back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::format_collect,
    reason = "a table of cases is as long as it is, and reads best when it is typed plainly"
)]

mod common;

use std::cell::RefCell;
use std::collections::BTreeMap;

use coderpath::app::{
    Action, Decision, Effect, Found, Importing, Notice, RowKind, SheetChange, TakenBack, Way, What,
};
use coderpath::log::{Content, EntryId, Log, RecordId, is_ours};
use coderpath::rules::CredentialId;
use coderpath::sheet::{Bodies, Column, DayMonth, MappingFault, NoSheet, export};
use coderpath::store::{
    Faults, Faulty, Memory, SHEETS_KEY, Storage, StorageError, WITHDRAWN, load, save,
};
use coderpath::words::{self, SHEET_NAMES};
use common::{
    Person, day, entry_record, frozen_note, good_draft, items, plain_entry, today, tombstone,
};

const FILE: &str = "Date,Title,AAPC CEUs,Sponsor
2026-03-05,Modifiers,1.5,Chapter
2026-04-06,E/M audits,2,
2026-05-07,,1,Nobody
";

fn open(person: &mut Person, storage: &mut dyn Storage, file: &str) {
    person.does_on(
        storage,
        Action::Sheet(SheetChange::Open(Ok(file.to_owned()))),
    );
}

fn change(person: &mut Person, storage: &mut dyn Storage, change: SheetChange) -> Vec<Effect> {
    person.does_on(storage, Action::Sheet(change))
}

/// Does one thing, and stores what it asks for, and no more: what goes on waits.
fn stores(person: &mut Person, storage: &mut dyn Storage, action: Action) {
    let effects = person.does(action);
    store(person, storage, effects);
}

/// Stores what was asked for.
fn store(person: &mut Person, storage: &mut dyn Storage, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Save(version) = effect {
            save(storage, &version).unwrap();
            person.stored(&version, Ok(()));
        }
    }
}

#[track_caller]
fn found(person: &Person) -> &Found {
    match &person.state.sheets.open {
        Some(Importing::Read(found)) => found,
        other => panic!("{other:?}"),
    }
}

fn kinds(person: &Person) -> Vec<(usize, RowKind)> {
    let rows = found(person).rows().iter();
    rows.map(|row| (row.line, RowKind::of(&row.verdict)))
        .collect()
}

/// What a log says of everything in it.
fn heads(log: &Log) -> BTreeMap<RecordId, Vec<Content>> {
    let contents = |id| log.heads(id).into_iter().map(|head| head.content.clone());
    log.ids()
        .map(|id| (id.clone(), contents(id).collect::<Vec<_>>()))
        .filter(|(_, contents)| !contents.is_empty() && *contents != [Content::Deleted])
        .collect()
}

fn titles(log: &Log) -> Vec<String> {
    let mut titles: Vec<String> = log
        .entries()
        .iter()
        .map(|shown| shown.entry.title.clone())
        .collect();
    titles.sort();
    titles
}

#[test]
fn nothing_is_written_before_it_is_imported_and_one_undo_takes_it_all_back() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    open(&mut person, &mut storage, FILE);
    let kind = [RowKind::New, RowKind::New, RowKind::Refused];
    assert_eq!(kinds(&person), [(2, kind[0]), (3, kind[1]), (4, kind[2])]);
    assert_eq!(items(&storage).len(), 0);
    assert_eq!(titles(&person.state.log), [""; 0]);
    assert_eq!(found(&person).to_write(), 2);

    let rest = change(&mut person, &mut storage, SheetChange::Import);
    assert!(rest.iter().all(|effect| matches!(effect, Effect::Focus(_))));
    assert_eq!(titles(&person.state.log), ["E/M audits", "Modifiers"]);
    assert_eq!(person.state.notice, Some(Notice::Imported(2)));
    assert_eq!(person.state.sheets.open, None);
    assert_eq!(heads(&load(&storage).unwrap()), heads(&person.state.log));
    let step = person.state.history.next(Way::Undo).unwrap();
    assert_eq!(step.what, What::Imported(2));

    person.does_on(&mut storage, Action::Step(Way::Undo));
    assert_eq!(titles(&person.state.log), [""; 0]);
    assert_eq!(person.state.history.next(Way::Undo), None);
    person.does_on(&mut storage, Action::Step(Way::Redo));
    assert_eq!(
        titles(&load(&storage).unwrap()),
        ["E/M audits", "Modifiers"]
    );
}

#[test]
fn a_row_is_corrected_or_left_out_where_it_stands() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    open(&mut person, &mut storage, FILE);
    let correct = SheetChange::Correct(4, Column::Title, "Ethics".to_owned());
    change(&mut person, &mut storage, correct);
    assert_eq!(found(&person).correction(4, Column::Title), Some("Ethics"));
    let title = |line| found(&person).title(line);
    assert_eq!([2, 4, 5].map(title), ["Modifiers", "Ethics", ""]);
    assert_eq!(kinds(&person)[2], (4, RowKind::New));
    let leave = SheetChange::Decide(2, Decision::Leave);
    change(&mut person, &mut storage, leave);
    assert_eq!(found(&person).to_write(), 2);
    // What is no choice for a new row is none.
    let take = SheetChange::Decide(3, Decision::Take);
    change(&mut person, &mut storage, take);
    assert_eq!(found(&person).to_write(), 2);
    change(&mut person, &mut storage, SheetChange::Import);
    assert_eq!(titles(&person.state.log), ["E/M audits", "Ethics"]);
}

#[test]
fn where_the_log_says_something_else_the_reader_decides() {
    for (decision, expected) in [
        (None, vec![("Modifiers", "1.5")]),
        (Some(Decision::Leave), vec![("Modifiers", "1.5")]),
        (Some(Decision::Take), vec![("Modifiers", "3")]),
        (
            Some(Decision::Add),
            vec![("Modifiers", "1.5"), ("Modifiers", "3")],
        ),
    ] {
        let mut storage = Memory::default();
        let mut person = Person::at(&storage, 1);
        person.adds_on(&mut storage, &good_draft("Modifiers"));
        let file = "Date,Title,AAPC CEUs\n2026-11-20,modifiers,3\n";
        open(&mut person, &mut storage, file);
        assert_eq!(kinds(&person), [(2, RowKind::Conflict)]);
        if let Some(decision) = decision {
            change(&mut person, &mut storage, SheetChange::Decide(2, decision));
        }
        change(&mut person, &mut storage, SheetChange::Import);
        let mut told: Vec<(String, String)> = person
            .state
            .log
            .entries()
            .iter()
            .map(|shown| {
                let ceus = shown.entry.aapc.as_ref().unwrap().ceus;
                (shown.entry.title.to_ascii_lowercase(), ceus.to_string())
            })
            .collect();
        told.sort();
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(title, ceus)| (title.to_ascii_lowercase(), (*ceus).to_owned()))
            .collect();
        assert_eq!(told, expected, "{decision:?}");
    }
}

#[test]
fn what_an_earlier_release_remembered_of_columns_is_known() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    let note = frozen_note(SHEETS_KEY);
    person.does(Action::Arrived(SHEETS_KEY.to_owned(), Some(note)));
    open(
        &mut person,
        &mut storage,
        "When,What,Points\n3/5/2026,Ethics,1\n",
    );
    assert_eq!(kinds(&person), [(2, RowKind::New)]);
    change(&mut person, &mut storage, SheetChange::Import);
    let entries = person.state.log.entries();
    let [ethics] = entries.as_slice() else {
        panic!("{entries:?}");
    };
    assert_eq!(ethics.entry.date, day(2026, 5, 3));
    assert!(ethics.entry.ahima.is_some() && ethics.entry.aapc.is_none());
}

#[test]
fn an_import_into_a_log_that_lives_in_memory_is_not_called_stored() {
    let told = |memory_only: Option<StorageError>| {
        let mut storage = Memory::default();
        let mut person = Person::at(&storage, 1);
        person.does(Action::Loaded(Box::default(), memory_only));
        open(&mut person, &mut storage, FILE);
        change(&mut person, &mut storage, SheetChange::Import);
        words::notice(person.state.notice.as_ref().unwrap(), &person.state)
    };
    assert_eq!(told(None), "Imported: 2 activities.");
    let in_memory = told(Some(StorageError::Refused));
    assert_eq!(in_memory, "Imported here, but not stored: 2 activities.");
}

#[test]
fn what_the_columns_mean_is_asked_once_and_remembered() {
    let file = "When,What,Points\n3/5/2026,Modifiers,1\n4/6/2026,Audits,2\n";
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    open(&mut person, &mut storage, file);
    assert_eq!(found(&person).rows(), []);
    assert!(found(&person).asks_columns);
    for (place, column) in [(0, Column::Date), (1, Column::Title), (2, Column::Ceus)] {
        change(
            &mut person,
            &mut storage,
            SheetChange::Column(place, Some(column)),
        );
    }
    let faults = &found(&person).faults;
    assert!(
        matches!(
            faults.as_slice(),
            [MappingFault::NoBody, MappingFault::Order(_)]
        ),
        "{faults:?}"
    );
    change(
        &mut person,
        &mut storage,
        SheetChange::Bodies(Bodies::Ahima),
    );
    let order = SheetChange::Order(DayMonth::DayFirst);
    change(&mut person, &mut storage, order);
    assert_eq!(kinds(&person), [(2, RowKind::New), (3, RowKind::New)]);
    change(&mut person, &mut storage, SheetChange::Import);
    let days: Vec<String> = person
        .state
        .log
        .entries()
        .iter()
        .map(|shown| shown.entry.date.to_string())
        .collect();
    assert_eq!(days, ["2026-06-04", "2026-05-03"]);

    // Another page of the same browser knows.
    let stored = storage.get("coderpath:sheets").unwrap();
    let mut other = Person::at(&storage, 2);
    other.does(Action::Arrived("coderpath:sheets".to_owned(), stored));
    let next = "when;what;POINTS\n5/7/2026;Ethics;1\n";
    open(&mut other, &mut storage, next);
    assert_eq!(kinds(&other), [(2, RowKind::New)]);
    // What was put there by something else is no mapping, and harms nothing.
    let damaged = Some("0123456789abcdef 1;;;nonsense\n\u{0}".repeat(30));
    other.does(Action::Arrived("coderpath:sheets".to_owned(), damaged));
    open(&mut other, &mut storage, next);
    assert!(found(&other).asks_columns);
}

#[test]
fn whoever_holds_credentials_of_one_body_is_not_asked_whose_ceus_they_are() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    person.does_on(&mut storage, Action::Hold(CredentialId::Ccs, true));
    open(
        &mut person,
        &mut storage,
        "Date,Title,CEUs\n2026-03-05,Modifiers,1\n",
    );
    assert_eq!(found(&person).mapping.bodies, Some(Bodies::Ahima));
    change(&mut person, &mut storage, SheetChange::Import);
    assert!(person.state.log.entries()[0].entry.ahima.is_some());
}

#[test]
fn a_file_that_is_none_is_refused_in_words() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    for (file, why) in [
        (Ok("Date,Title\n"), NoSheet::Empty),
        (Ok("a,\"b\nc"), NoSheet::OpenQuote { line: 1 }),
        (Ok("PK\u{3}\u{4}"), NoSheet::OtherKind),
        (Err(NoSheet::TooLarge), NoSheet::TooLarge),
    ] {
        let file = file.map(str::to_owned);
        person.does_on(&mut storage, Action::Sheet(SheetChange::Open(file)));
        assert_eq!(person.state.sheets.open, Some(Importing::No(why)));
        assert!(!words::no_sheet(why).is_empty());
    }
    change(&mut person, &mut storage, SheetChange::Close);
    assert_eq!(person.state.sheets.open, None);
}

fn many(rows: usize) -> String {
    let mut file = "Date,Title,AAPC CEUs\n".to_owned();
    file.extend((0..rows).map(|nth| format!("2026-01-01,Webinar {nth},1\n")));
    file
}

#[test]
fn no_slice_does_much() {
    let mut person = Person::at(&Memory::default(), 1);
    let file = many(1_000);
    let mut effects = person.does(Action::Sheet(SheetChange::Open(Ok(file))));
    let (mut slices, mut before) = (0, 0);
    while effects.contains(&Effect::GoOn) {
        effects = person.does(Action::GoOn);
        slices += 1;
        if let Some(Importing::Read(found)) = &person.state.sheets.open {
            assert!(found.rows().len() <= before + 100);
            before = found.rows().len();
        }
    }
    assert_eq!(before, 1_000);
    assert!(slices >= 10, "{slices}");
    // Without a word from storage no more is written.
    let effects = person.does(Action::Sheet(SheetChange::Import));
    let saves = |effects: &[Effect]| {
        let all = effects.iter();
        all.filter(|effect| matches!(effect, Effect::Save(_)))
            .count()
    };
    assert_eq!(saves(&effects), 0);
    assert_eq!(saves(&person.does(Action::GoOn)), 25);
    assert_eq!(saves(&person.does(Action::GoOn)), 0);
}

#[test]
fn whoever_breaks_off_has_nothing_imported() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    person.adds_on(&mut storage, &good_draft("Modifiers"));
    let before = items(&storage);
    open(&mut person, &mut storage, &many(60));
    person.does(Action::Sheet(SheetChange::Import));
    // The first 25 are written.
    stores(&mut person, &mut storage, Action::GoOn);
    assert_eq!(person.state.log.entries().len(), 26);
    change(&mut person, &mut storage, SheetChange::Close);
    let sheets = &person.state.sheets;
    assert_eq!(sheets.taken_back, Some(TakenBack::ByReader));
    assert_eq!(titles(&person.state.log), ["Modifiers"]);
    assert_eq!(found(&person).to_write(), 60);
    let mut after = items(&storage);
    after.remove("coderpath:sheets");
    assert_eq!(after, before);
    assert!(person.state.keeping.is_safe());
    change(&mut person, &mut storage, SheetChange::Close);
    assert_eq!(person.state.sheets.open, None);
}

#[test]
fn what_is_changed_while_it_is_imported_is_no_part_of_it() {
    for is_broken_off in [true, false] {
        let mut storage = Memory::default();
        let mut person = Person::at(&storage, 1);
        open(&mut person, &mut storage, &many(60));
        person.does(Action::Sheet(SheetChange::Import));
        stores(&mut person, &mut storage, Action::GoOn);
        let changed = person.ids()[0].clone();
        let before = person.state.log.clone();
        person.does(Action::Edit(changed.clone()));
        person.types(&good_draft("mine"));
        stores(&mut person, &mut storage, Action::Save);
        if is_broken_off {
            change(&mut person, &mut storage, SheetChange::Close);
            assert_eq!(
                words::sheets_notice(&person.state).unwrap(),
                "You broke off, so nothing was imported. What was changed since stays."
            );
            assert_eq!(person.ids(), [changed]);
            assert_eq!(titles(&load(&storage).unwrap()), ["mine"]);
            // A look at storage finds what the browser did not remove.
            let record = before.versions().find(|record| {
                let key = record.key();
                person.state.log.version(&record.id, record.stamp).is_none()
                    && key.contains(":entry:")
            });
            person.state.log.add(record.unwrap().clone());
            assert_eq!(
                words::sheets_notice(&person.state).unwrap(),
                "The import was taken back, but the browser did not remove all of it: what it left is in the list. What was \
                 changed since stays."
            );
        } else {
            person.does_on(&mut storage, Action::GoOn);
            assert_eq!(person.state.notice, Some(Notice::Imported(60)));
            // The change was made later, so it is taken back first, and all that was imported after it.
            person.does_on(&mut storage, Action::Step(Way::Undo));
            assert_eq!(person.ids().len(), 60);
            assert!(!titles(&person.state.log).contains(&"mine".to_owned()));
            let effects = person.does(Action::Step(Way::Undo));
            let told = |person: &Person| {
                let notice = person.state.notice.as_ref().unwrap();
                words::notice(notice, &person.state)
            };
            assert_eq!(told(&person), "Undoing: 60 activities imported.");
            store(&mut person, &mut storage, effects);
            assert_eq!(told(&person), "Undone: 60 activities imported.");
            assert_eq!(titles(&load(&storage).unwrap()), [""; 0]);
        }
        assert!(person.state.keeping.is_safe());
    }

    // What was changed and changed back goes with the rest.
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    open(&mut person, &mut storage, &many(60));
    person.does(Action::Sheet(SheetChange::Import));
    stores(&mut person, &mut storage, Action::GoOn);
    person.does(Action::Edit(person.ids()[0].clone()));
    person.types(&good_draft("mine"));
    stores(&mut person, &mut storage, Action::Save);
    stores(&mut person, &mut storage, Action::Step(Way::Undo));
    change(&mut person, &mut storage, SheetChange::Close);
    assert_eq!(titles(&person.state.log), [""; 0]);
    assert_eq!(heads(&load(&storage).unwrap()), heads(&person.state.log));

    // So is a change of what the log had before.
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    person.adds_on(&mut storage, &good_draft("Modifiers"));
    let date = person.state.log.entries()[0].entry.date;
    let file = format!("Date,Title,AAPC CEUs\n{date},Modifiers,7\n2026-01-02,Other,1\n");
    open(&mut person, &mut storage, &file);
    change(
        &mut person,
        &mut storage,
        SheetChange::Decide(2, Decision::Take),
    );
    change(
        &mut person,
        &mut storage,
        SheetChange::Decide(3, Decision::Leave),
    );
    person.does(Action::Sheet(SheetChange::Import));
    stores(&mut person, &mut storage, Action::GoOn);
    let changed = person.ids()[0].clone();
    person.does(Action::Edit(changed));
    person.types(&good_draft("mine"));
    stores(&mut person, &mut storage, Action::Save);
    change(&mut person, &mut storage, SheetChange::Close);
    assert_eq!(titles(&person.state.log), ["mine"]);
    assert_eq!(heads(&load(&storage).unwrap()), heads(&person.state.log));
}

#[test]
fn both_sides_of_a_conflict_come_back_with_an_import_that_is_broken_off() {
    let first = entry_record("a", plain_entry("First", today()), &[], 5, 5);
    let sides = [("Here", 6), ("There", 7)].map(|(title, millis)| {
        let mut entry = plain_entry(title, today());
        entry.index_number = "00123A".to_owned();
        entry_record("a", entry, std::slice::from_ref(&first), millis, 5)
    });
    let mut storage = Memory::default();
    for record in &sides {
        storage.set(&record.key(), &record.to_json()).unwrap();
    }
    let mut person = Person::at(&storage, 1);
    let before = heads(&person.state.log);
    let date = today();
    let file = format!("Date,Title,AAPC CEUs,Index number\n{date},There,7,00123A\n");
    open(&mut person, &mut storage, &file);
    assert_eq!(kinds(&person), [(2, RowKind::Conflict)]);
    let take = SheetChange::Decide(2, Decision::Take);
    change(&mut person, &mut storage, take);
    person.does(Action::Sheet(SheetChange::Import));
    stores(&mut person, &mut storage, Action::GoOn);
    assert_ne!(heads(&person.state.log), before);
    change(&mut person, &mut storage, SheetChange::Close);
    assert_eq!(heads(&person.state.log), before);
    assert_eq!(heads(&load(&storage).unwrap()), before);
}

/// A storage that notes what another tab would hear of it.
struct Heard<'a> {
    storage: Memory,
    heard: &'a RefCell<Vec<Action>>,
}

impl Storage for Heard<'_> {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.storage.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.storage.get(key)
    }

    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        let heard = Action::Arrived(key.to_owned(), Some(text.to_owned()));
        self.heard.borrow_mut().push(heard);
        self.storage.set(key, text)
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        let heard = Action::Arrived(key.to_owned(), None);
        self.heard.borrow_mut().push(heard);
        self.storage.remove(key)
    }
}

#[test]
fn another_tab_knows_that_what_goes_with_an_import_is_not_lost() {
    let heard = RefCell::default();
    let mut storage = Heard {
        storage: Memory::default(),
        heard: &heard,
    };
    let mut person = Person::at(&storage.storage, 1);
    let mut elsewhere = Person::at(&storage.storage, 2);
    let tell = |elsewhere: &mut Person| {
        let heard: Vec<Action> = heard.borrow_mut().drain(..).collect();
        for action in heard {
            elsewhere.does(action);
        }
    };
    open(&mut person, &mut storage, &many(60));
    person.does(Action::Sheet(SheetChange::Import));
    stores(&mut person, &mut storage, Action::GoOn);
    tell(&mut elsewhere);
    assert_eq!(elsewhere.ids().len(), 25);
    // What really is lost is told of.
    let (lost, text) = items(&storage.storage).pop_first().unwrap();
    storage.remove(&lost).unwrap();
    tell(&mut elsewhere);
    assert_eq!(elsewhere.state.keeping.missing, std::slice::from_ref(&lost));
    storage.set(&lost, &text).unwrap();

    change(&mut person, &mut storage, SheetChange::Close);
    tell(&mut elsewhere);
    assert_eq!(elsewhere.ids(), []);
    assert!(elsewhere.state.keeping.is_safe());
    assert_eq!(elsewhere.state.log.unread().count(), 0);
    assert!(items(&storage.storage).is_empty());

    // A tab that died in that moment leaves the word, which is no record and no damage.
    storage.set(&lost, WITHDRAWN).unwrap();
    let log = load(&storage).unwrap();
    assert_eq!((log.ids().count(), log.unread().count()), (0, 0));
}

/// A log with an entry that the file changes, one that was deleted and comes again, and one that stays; and the file.
fn scene() -> (Memory, String) {
    let mut storage = Memory::default();
    let gone = entry_record("gone", plain_entry("Gone", today()), &[], 5, 5);
    let mut elsewhere = Log::default();
    for record in [
        entry_record("changed", plain_entry("Changed", today()), &[], 5, 5),
        entry_record("stays", plain_entry("Stays", today()), &[], 5, 5),
        tombstone("gone", std::slice::from_ref(&gone), 6, 6),
    ] {
        storage.set(&record.key(), &record.to_json()).unwrap();
    }
    for (name, title) in [
        ("changed", "Changed in a spreadsheet"),
        ("stays", "Stays"),
        ("gone", "Gone"),
        ("new", "New"),
        ("newer", "Newer"),
    ] {
        let mut entry = plain_entry(title, today());
        entry.aapc = Some(common::aapc_claim(100));
        elsewhere.add(entry_record(name, entry, &[], 9, 9));
    }
    (storage, export(&elsewhere, &SHEET_NAMES).text)
}

fn imports(person: &mut Person, storage: &mut dyn Storage, file: &str) {
    open(person, storage, file);
    let lines: Vec<usize> = found(person).rows().iter().map(|row| row.line).collect();
    for line in lines {
        change(person, storage, SheetChange::Decide(line, Decision::Take));
    }
    change(person, storage, SheetChange::Import);
}

#[test]
fn whatever_fails_all_of_a_file_is_imported_or_nothing() {
    let (at_first, file) = scene();
    let before = heads(&load(&at_first).unwrap());
    let mut ideal = Faulty::new(at_first.clone(), None);
    let mut person = Person::at(&at_first, 1);
    imports(&mut person, &mut ideal, &file);
    let after = heads(&load(&ideal.inner).unwrap());
    assert_eq!(after, heads(&person.state.log));
    let titles_after = titles(&person.state.log);
    assert_eq!(
        titles_after,
        ["Changed in a spreadsheet", "Gone", "New", "Newer", "Stays"]
    );
    let calls = ideal.calls();
    let (mut cases, mut taken_back) = (0, 0);
    for at in 0..calls {
        for fault in [
            Faults::Fails(StorageError::Full),
            Faults::Fails(StorageError::Refused),
            Faults::CutsShort,
            Faults::Dies,
        ] {
            cases += 1;
            let case = format!("{fault:?} at call {at} of {calls}");
            let mut storage = Faulty::new(at_first.clone(), Some((at, fault)));
            let mut person = Person::at(&at_first, 1);
            imports(&mut person, &mut storage, &file);
            let stored = load(&storage.inner).unwrap();
            let is_taken_back = person.state.sheets.taken_back == Some(TakenBack::NotStored);
            taken_back += usize::from(is_taken_back);
            let expected = if is_taken_back { &before } else { &after };
            assert_eq!(&heads(&person.state.log), expected, "{case}");
            if fault == Faults::Dies {
                // Whatever is there is as it was, or as the file has it.
                for (id, is) in heads(&stored) {
                    let known = [before.get(&id), after.get(&id)];
                    assert!(known.contains(&Some(&is)), "{case}: {id:?}");
                }
                for id in before.keys() {
                    assert!(heads(&stored).contains_key(id), "{case}: {id:?} is lost");
                }
            } else {
                assert_eq!(&heads(&stored), expected, "{case}");
                assert_eq!(stored.unread().count(), 0, "{case}: no half is left");
                assert!(person.state.keeping.is_safe(), "{case}");
            }
            if is_taken_back {
                assert!(words::sheets_notice(&person.state).is_some());
                // What was wanted is still there, and can be tried again.
                assert!(matches!(person.state.sheets.open, Some(Importing::Read(_))));
                if fault != Faults::Dies {
                    change(&mut person, &mut storage, SheetChange::Import);
                    let stored = load(&storage.inner).unwrap();
                    assert_eq!(heads(&stored).len(), after.len(), "{case}");
                }
            } else {
                assert_eq!(person.state.sheets.open, None, "{case}");
            }
        }
    }
    println!("{calls} calls: {cases} cases, {taken_back} taken back");
    assert!(calls >= 12 && taken_back >= cases / 3);
}

#[test]
fn what_another_tab_does_meanwhile_is_seen() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    open(&mut person, &mut storage, FILE);
    assert_eq!(kinds(&person)[0], (2, RowKind::New));
    let mut other = Person::at(&storage, 2);
    let mut draft = good_draft("Modifiers");
    draft.date = common::text("2026-03-05");
    draft.sponsor = "Chapter".to_owned();
    other.adds_on(&mut storage, &draft);
    let ours = items(&storage);
    let (key, text) = ours.iter().find(|(key, _)| is_ours(key)).unwrap();
    person.does_on(
        &mut storage,
        Action::Arrived(key.clone(), Some(text.clone())),
    );
    assert_eq!(kinds(&person)[0], (2, RowKind::Same));
}

#[test]
fn an_export_that_is_wiped_and_imported_is_the_same_log() {
    let mut storage = Memory::default();
    let mut person = Person::at(&storage, 1);
    for title in ["Modifiers", "=1+1", "'quoted'", "E/M, \"audits\"\nand more"] {
        person.adds_on(&mut storage, &good_draft(title));
    }
    let effects = person.does(Action::Sheet(SheetChange::Export));
    let [Effect::HandOut(file)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(file.name, "coderpath-ceus-2026-11-23.csv");
    assert!(words::sheets_notice(&person.state).is_some());
    let mut fresh = Memory::default();
    let mut other = Person::at(&fresh, 2);
    open(&mut other, &mut fresh, &file.text);
    assert_eq!(found(&other).to_write(), 4);
    change(&mut other, &mut fresh, SheetChange::Import);
    assert_eq!(heads(&other.state.log), heads(&person.state.log));
    let mut ids: Vec<EntryId> = other.ids();
    ids.sort();
    assert_eq!(ids.len(), 4);
    // Once more there is nothing to import.
    open(&mut other, &mut fresh, &file.text);
    assert_eq!(found(&other).to_write(), 0);
    let before = items(&fresh);
    change(&mut other, &mut fresh, SheetChange::Import);
    assert_eq!(items(&fresh), before);
}
