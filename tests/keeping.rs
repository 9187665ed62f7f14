//! What is in memory and not in storage: it stays until the reader decides, and nothing of somebody else's is written over.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use coderpath::app::{Action, Change, Effect, ProfileField, SheetChange, Way, What};
use coderpath::log::{Field, Log};
use coderpath::rules::CredentialId;
use coderpath::store::{
    Memory, Save, Storage, StorageError, Unsaved, WITHDRAWN, Writes, drafts, load,
};
use coderpath::words;
use common::{
    Person, entry_record, good_draft, items, memory, plain_entry, saves, text, the_save, today,
};

const DAMAGED: &str = "coderpath:1:entry:half:x";
const NEWER: &str = "coderpath:2:entry:later";

/// A log with one entry, a damaged item and one of a later release.
fn with_unread() -> Memory {
    let entry = entry_record("a", plain_entry("one", today()), &[], 5, 5);
    let (key, json) = (entry.key(), entry.to_json());
    memory([
        (key.as_str(), json.as_str()),
        (DAMAGED, "{\"v\":1,"),
        (NEWER, "{\"v\":2}"),
    ])
}

/// The keys of what cannot be read.
fn unread(log: &Log) -> Vec<&str> {
    log.unread().map(|unread| unread.key).collect()
}

// ---------------------------------------------------------------------------------------------------------------------
// A new release

#[test]
fn a_new_release_is_not_taken_where_something_would_be_lost() {
    let backup = {
        let mut log = Log::default();
        log.add(entry_record("b", plain_entry("two", today()), &[], 5, 5));
        log.backup(today())
    };
    let file = "Date,Title,AAPC CEUs\n2026-03-05,Modifiers,1.5\n".to_owned();
    let key = items(&with_unread()).into_keys().next().unwrap();
    let cases: [(&str, Vec<Action>); 8] = [
        ("nothing is going on", vec![]),
        ("a form is open", vec![Action::Add]),
        (
            "a date is at fault",
            vec![Action::ProfileText(
                ProfileField::AapcDue,
                text("2026-02-30"),
            )],
        ),
        (
            "a change is being written",
            vec![Action::Hold(CredentialId::Cpc, true)],
        ),
        (
            "something else removed a record",
            vec![Action::Arrived(key, None)],
        ),
        (
            "a spreadsheet is open",
            vec![Action::Sheet(SheetChange::Open(Ok(file)))],
        ),
        ("a backup is looked at", vec![Action::OpenBackup(backup)]),
        (
            "nothing can be stored",
            vec![Action::Loaded(Box::default(), Some(StorageError::Refused))],
        ),
    ];
    for (case, actions) in cases {
        let mut person = Person::at(&with_unread(), 1);
        person.does(Action::UpdateReady);
        let is_free = actions.is_empty();
        for action in actions {
            person.does(action);
        }
        assert_eq!(person.state.offers_update(), is_free, "{case}");
        // It may have begun after the button was drawn.
        let taken = person.does(Action::TakeUpdate);
        assert_eq!(taken == [Effect::TakeUpdate], is_free, "{case}");
    }
    // What could not be written, until it is.
    let mut person = Person::at(&with_unread(), 1);
    person.does(Action::UpdateReady);
    let save = the_save(&person.adds(&good_draft("three")));
    person.stored(&save, Err(StorageError::Full));
    assert!(!person.state.offers_update());
    person.does(Action::Seen);
    person.stored(&save, Ok(()));
    assert!(person.state.offers_update());
}

// ---------------------------------------------------------------------------------------------------------------------
// What cannot be read

#[test]
fn what_a_newer_release_writes_under_a_key_is_not_written_over_or_removed() {
    let record = entry_record("a", plain_entry("one", today()), &[], 5, 5);
    let newer = record.to_json().replacen("{\"v\":1", "{\"v\":99", 1);
    let mut storage = memory([(record.key().as_str(), record.to_json().as_str())]);
    let mut person = Person::at(&storage, 1);
    let mut changing = person.clone();
    changing.does(Action::Edit(common::id("a")));

    // A newer release makes its own of the record, and another tab hears of it.
    storage.set(&record.key(), &newer).unwrap();
    let arrived = Action::Arrived(record.key(), Some(newer.clone()));
    person.does(arrived.clone());
    // It is named, and there is nothing to be changed or deleted.
    assert_eq!(unread(&person.state.log), [record.key()]);
    assert!(person.titles().is_empty());
    assert_eq!(person.does(Action::Delete(common::id("a"))), []);
    // It was looked at and not heard of: the same.
    let mut looking = Person::new(2);
    looking.state.log.add(record.clone());
    looking.does_on(&mut storage, Action::Reload);
    assert_eq!(looking.state.keeping.missing, [""; 0]);
    assert_eq!(unread(&looking.state.log), [record.key()]);
    assert!(looking.titles().is_empty());
    looking.does_on(&mut storage, Action::PutBack);
    assert_eq!(storage.get(&record.key()), Ok(Some(newer.clone())));

    // What was being changed is saved beside it.
    changing.does(arrived);
    for change in [
        Change::Aapc(true),
        Change::Text(Field::AapcCeus, "1".to_owned()),
    ] {
        changing.does(Action::Change(change));
    }
    let save = the_save(&changing.does(Action::Save));
    assert!(!save.replaced.contains(&record.key()), "{save:?}");
    assert_eq!(changing.titles(), ["one"]);
}

#[test]
fn what_is_listed_and_not_handed_over_is_said_and_nothing_is_missing() {
    /// Lists every key, and hands nothing over.
    struct Mute(Memory);
    impl Storage for Mute {
        fn keys(&self) -> Result<Vec<String>, StorageError> {
            self.0.keys()
        }
        fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
            Ok(None)
        }
        fn set(&mut self, _: &str, _: &str) -> Result<(), StorageError> {
            Err(StorageError::Refused)
        }
        fn remove(&mut self, _: &str) -> Result<(), StorageError> {
            Err(StorageError::Refused)
        }
    }
    let storage = with_unread();
    let log = load(&Mute(storage.clone())).unwrap();
    assert_eq!(log.unread().count(), 3);
    // What is known of it stays, and nobody else is said to have removed it.
    let mut person = Person::at(&storage, 1);
    person.does(Action::Loaded(Box::new(log), None));
    assert_eq!(person.titles(), ["one"]);
    assert_eq!(person.state.keeping.missing, [""; 0]);
    // If it has gone, the browser tells.
    let mut fresh = Person::new(2);
    fresh.state.log.cannot_read(DAMAGED);
    fresh.does(Action::Arrived(DAMAGED.to_owned(), None));
    assert_eq!(fresh.state.log.unread().count(), 0);
    assert!(fresh.state.keeping.is_safe());
}

#[test]
fn what_cannot_be_read_is_missed_as_well_and_comes_back_as_it_was() {
    let storage = with_unread();
    let all = items(&storage);
    // Something else empties storage: heard of as a whole, or seen later.
    let emptied = || {
        let mut person = Person::at(&storage, 1);
        person.does(Action::Loaded(Box::default(), None));
        assert_eq!(person.state.keeping.missing.len(), 3);
        assert_eq!(unread(&person.state.log), [DAMAGED, NEWER]);
        assert!(words::missing(&person.state).unwrap().contains("removed 3"));
        person
    };
    let mut person = emptied();
    let mut fresh = Memory::default();
    person.does_on(&mut fresh, Action::PutBack);
    assert_eq!(items(&fresh), all);
    assert!(person.state.keeping.is_safe());
    assert_eq!(unread(&person.state.log), [DAMAGED, NEWER]);

    let mut person = emptied();
    person.does(Action::LetGo);
    assert_eq!(person.state.log.unread().count(), 0);
    assert!(person.state.keeping.is_safe() && person.titles().is_empty());

    // It is in the backup meanwhile.
    let mut person = emptied();
    let Effect::HandOut(file) = person.does(Action::BackUp).remove(0) else {
        panic!("a file");
    };
    assert!(file.text.contains(DAMAGED) && file.text.contains(NEWER));

    // One by one: what is damaged is missed. A newer release takes its own away when it puts another in its place.
    let mut person = Person::at(&storage, 1);
    person.does(Action::Arrived(DAMAGED.to_owned(), None));
    person.does(Action::Arrived(NEWER.to_owned(), None));
    assert_eq!(person.state.keeping.missing, [DAMAGED]);
    assert_eq!(unread(&person.state.log), [DAMAGED]);
    // It comes back by itself.
    person.does(Action::Loaded(Box::new(load(&storage).unwrap()), None));
    assert!(person.state.keeping.is_safe());
}

// ---------------------------------------------------------------------------------------------------------------------
// Undo

#[test]
fn what_was_let_go_comes_back_with_undo() {
    let storage = with_unread();
    let all = items(&storage);
    let mut person = Person::at(&storage, 1);
    person.does(Action::Loaded(Box::default(), None));
    person.does(Action::LetGo);
    let step = person.state.history.next(Way::Undo).unwrap();
    assert_eq!(step.what, What::LetGo);
    assert_eq!(
        words::step(Way::Undo, step),
        "Undo: what was removed from storage let go"
    );
    let mut fresh = Memory::default();
    person.does_on(&mut fresh, Action::Step(Way::Undo));
    assert_eq!(person.titles(), ["one"]);
    assert_eq!(unread(&person.state.log), [DAMAGED, NEWER]);
    let back = load(&fresh).unwrap();
    assert_eq!(back.entries().len(), 1);
    for key in [DAMAGED, NEWER] {
        assert_eq!(items(&fresh).get(key), all.get(key));
    }
    person.does_on(&mut fresh, Action::Step(Way::Redo));
    assert!(person.titles().is_empty());
    let gone = load(&fresh).unwrap();
    assert_eq!((gone.entries().len(), gone.unread().count()), (0, 0));
}

#[test]
fn to_undo_a_restore_takes_out_what_it_brought_that_cannot_be_read() {
    let whole = load(&with_unread()).unwrap();
    let mut unread_only = whole.clone();
    unread_only.forget(&whole.versions().next().unwrap().key());
    for (backup, entries) in [(whole, 1), (unread_only, 0)] {
        let file = backup.backup(today());
        let mut storage = Memory::default();
        let mut person = Person::new(1);
        person.adds_on(&mut storage, &good_draft("own"));
        let before = items(&storage);
        person.does_on(&mut storage, Action::OpenBackup(file));
        person.does_on(&mut storage, Action::Restore);
        assert_eq!(person.titles().len(), 1 + entries);
        assert_eq!(load(&storage).unwrap().unread().count(), 2);

        person.does_on(&mut storage, Action::Step(Way::Undo));
        assert_eq!(
            words::notice(person.state.notice.as_ref().unwrap(), &person.state),
            "Undone: the backup restored."
        );
        assert_eq!(person.titles(), ["own"]);
        assert_eq!(person.state.log.unread().count(), 0);
        let log = load(&storage).unwrap();
        assert_eq!((log.entries().len(), log.unread().count()), (1, 0));
        if entries == 0 {
            assert_eq!(items(&storage), before);
        }
        person.does_on(&mut storage, Action::Step(Way::Redo));
        assert_eq!(person.titles().len(), 1 + entries);
        assert_eq!(load(&storage).unwrap(), person.state.log);
        assert_eq!(unread(&person.state.log), [DAMAGED, NEWER]);
    }
}

/// Storage that neither writes over nor removes what was damaged.
struct Stubborn(Memory);

impl Storage for Stubborn {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.0.keys()
    }
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get(key)
    }
    fn set(&mut self, key: &str, text: &str) -> Result<(), StorageError> {
        if key == DAMAGED {
            return Err(StorageError::Refused);
        }
        self.0.set(key, text)
    }
    fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        if key == DAMAGED {
            return Err(StorageError::Refused);
        }
        self.0.remove(key)
    }
}

#[test]
fn what_the_browser_does_not_remove_is_not_said_to_be_undone() {
    let told =
        |person: &Person| words::notice(person.state.notice.as_ref().unwrap(), &person.state);
    // It goes with the undoing of a restore, and with the doing again of letting go what had been removed.
    for (is_restored, way, back, refused, done, back_done) in [
        (
            true,
            Way::Undo,
            Way::Redo,
            "The browser did not remove all of it from its storage: the backup restored.",
            "Undone: the backup restored.",
            "Done again: the backup restored.",
        ),
        (
            false,
            Way::Redo,
            Way::Undo,
            "The browser did not remove all of it from its storage: what was removed from storage let go.",
            "Done again: what was removed from storage let go.",
            "Undone: what was removed from storage let go.",
        ),
    ] {
        for entries in [1, 0] {
            let mut whole = load(&with_unread()).unwrap();
            if entries == 0 {
                let key = whole.versions().next().unwrap().key();
                whole.forget(&key);
                whole.forget(NEWER);
            }
            let many = whole.unread().count();
            let mut storage = Memory::default();
            let mut person = Person::new(1);
            if is_restored {
                let file = whole.backup(today());
                person.does_on(&mut storage, Action::OpenBackup(file));
                person.does_on(&mut storage, Action::Restore);
            } else {
                person.state.log = whole;
                person.does(Action::Loaded(Box::default(), None));
                person.does(Action::LetGo);
                person.does_on(&mut storage, Action::Step(Way::Undo));
            }
            assert_eq!(load(&storage).unwrap().unread().count(), many);

            let mut stubborn = Stubborn(storage);
            person.does_on(&mut stubborn, Action::Step(way));
            assert_eq!(told(&person), refused);
            assert_eq!(unread(&person.state.log), [DAMAGED]);
            assert_eq!(person.state.log, load(&stubborn).unwrap());
            // It goes once the browser lets it go.
            person.does_on(&mut stubborn, Action::Step(back));
            assert_eq!(told(&person), back_done);
            assert_eq!(person.titles().len(), entries);
            let mut storage = stubborn.0;
            person.does_on(&mut storage, Action::Step(way));
            assert_eq!(told(&person), done);
            assert_eq!(person.state.log.unread().count(), 0);
            assert_eq!(load(&storage).unwrap().unread().count(), 0);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What could not be written

/// What takes the place of a version that could not be written is waited for as that one was.
#[test]
fn what_waits_for_an_unsaved_version_waits_for_the_one_in_its_place() {
    for chosen in 0..2 {
        let mut storage = Memory::default();
        for (nonce, title) in [(1, "v1"), (2, "v2")] {
            let record = entry_record("apart", plain_entry(title, today()), &[], 5, nonce);
            storage.set(&record.key(), &record.to_json()).unwrap();
        }
        let mut person = Person::at(&storage, 1);
        person.does_on(&mut storage, Action::KeepBoth(common::id("apart")));
        let refuse = |person: &mut Person, action: Action| {
            let mut writes = Writes::default();
            let asked = saves(&person.does(action));
            for save in &asked {
                let result = writes.save(save, |_| Err(StorageError::Full));
                assert_eq!(result, Err(StorageError::Full), "{save:?}");
                person.stored(save, result);
            }
            asked
        };
        assert_eq!(refuse(&mut person, Action::Step(Way::Undo)).len(), 3);
        // One of the two is chosen meanwhile. Without it the entry of its own does not go.
        let apart = common::entry_id("apart");
        let stamp = person.state.log.heads(&apart)[chosen].stamp;
        let asked = refuse(&mut person, Action::Settle(apart.clone(), stamp));
        assert_eq!(asked.len(), 2, "{asked:?}");
        assert_eq!(asked[1].after.as_ref(), Some(&asked[0].key));
        let mut writes = Writes::default();
        let full = writes.save(&asked[0], |_| Err(StorageError::Full));
        assert_eq!(writes.save(&asked[1], |_| Ok(())), full);
        person.does_on(&mut storage, Action::Seen);
        assert!(person.state.keeping.is_safe());
        assert_eq!(load(&storage).unwrap().entries().len(), 1);
    }
}

/// To undo a restore that found no room is to write in the place of what is not there.
#[test]
fn what_replaces_a_version_that_could_not_be_written_is_written() {
    let save = |key: &str, replaced: &[&str], after: Option<&str>| {
        let mut save = Save::item(key.to_owned(), String::new());
        save.replaced = replaced.iter().map(|key| (*key).to_owned()).collect();
        save.after = after.map(str::to_owned);
        save
    };
    let mut writes = Writes::default();
    let refused = writes.save(&save("refused", &["old"], None), |_| {
        Err(StorageError::Full)
    });
    assert_eq!(refused, Err(StorageError::Full));
    for (replaced, after, is_tried) in [
        (&[][..], None, true),
        (&["refused"], None, true),
        (&["old"], None, false),
        (&["refused", "old"], None, false),
        (&[], Some("refused"), false),
        (&[], Some("old"), true),
    ] {
        let mut was_tried = false;
        let version = save("next", replaced, after);
        let result = writes.save(&version, |_| {
            was_tried = true;
            Ok(())
        });
        assert_eq!(was_tried, is_tried, "{version:?}");
        assert_eq!(result.is_ok(), is_tried);
        writes = Writes::default();
        let _ = writes.save(&save("refused", &["old"], None), |_| {
            Err(StorageError::Full)
        });
    }
}

#[test]
fn what_cannot_be_read_and_was_never_stored_was_removed_by_nobody() {
    let file = load(&with_unread()).unwrap().backup(today());
    let mut person = Person::new(1);
    person.does(Action::OpenBackup(file));
    let mut effects = person.does(Action::Restore);
    while !saves(&effects).is_empty() || effects.contains(&Effect::GoOn) {
        for save in saves(&effects) {
            person.stored(&save, Err(StorageError::Full));
        }
        effects = person.does(Action::GoOn);
    }
    assert_eq!(unread(&person.state.log), [DAMAGED, NEWER]);
    person.does(Action::Seen);
    person.does(Action::Loaded(Box::default(), None));
    assert!(person.state.keeping.missing.is_empty());
    assert_eq!(unread(&person.state.log), [DAMAGED, NEWER]);
}

#[test]
fn what_is_still_to_be_written_spares_what_a_later_release_wrote() {
    let newer = "{\"v\":2}".to_owned();
    let storage = with_unread();
    let key = load(&storage).unwrap().versions().next().unwrap().key();
    for is_seen in [false, true] {
        let mut person = Person::at(&storage, 1);
        let id = person.ids().pop().unwrap();
        let save = the_save(&person.does(Action::Delete(id)));
        assert_eq!(save.replaced, std::slice::from_ref(&key));
        person.stored(&save, Err(StorageError::Full));
        if is_seen {
            let mut now = with_unread();
            now.set(&key, &newer).unwrap();
            person.does(Action::Loaded(Box::new(load(&now).unwrap()), None));
        } else {
            person.does(Action::Arrived(key.clone(), Some(newer.clone())));
        }
        let again = saves(&person.does(Action::Seen));
        assert!(
            again.iter().all(|save| !save.replaced.contains(&key)),
            "{again:?}"
        );
    }
    // What is missing is to be stored again, and a later release has come to it meanwhile.
    let mut person = Person::at(&storage, 1);
    person.does(Action::Loaded(Box::default(), None));
    for save in saves(&person.does(Action::PutBack)) {
        person.stored(&save, Err(StorageError::Full));
    }
    person.does(Action::Arrived(key.clone(), Some(newer)));
    let again = saves(&person.does(Action::Seen));
    assert!(again.iter().all(|save| save.key != key), "{again:?}");
}

/// To undo a restore is a long row of writes. Between two of them a later release comes to what the next would remove, and to
/// what the last would write over; and another tab withdraws one of those between.
#[test]
fn a_row_of_writes_under_way_spares_what_a_later_release_wrote() {
    let mut log = Log::default();
    for name in ["a", "b", "c", "d"] {
        log.add(entry_record(name, plain_entry(name, today()), &[], 5, 5));
    }
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.does_on(&mut storage, Action::OpenBackup(log.backup(today())));
    person.does_on(&mut storage, Action::Restore);
    let row = saves(&person.does(Action::Step(Way::Undo)));
    assert_eq!(row.len(), 4);
    let (removed, over) = (row[1].replaced[0].clone(), row[3].key.clone());
    let newer = "{\"v\":2}";
    let mut writes = Writes::default();
    for (nth, asked) in row.iter().enumerate() {
        if nth == 1 {
            for key in [&removed, &over] {
                storage.set(key, newer).unwrap();
                person.does(Action::Arrived(key.clone(), Some(newer.to_owned())));
            }
            let withdrawn = Some(WITHDRAWN.to_owned());
            person.does(Action::Arrived(row[2].key.clone(), withdrawn));
        }
        if let Some(stored) = person.writes(&mut storage, asked.clone(), &mut writes) {
            person.does(stored);
        }
    }
    let items = items(&storage);
    assert_eq!(items.get(&removed).map(String::as_str), Some(newer));
    assert_eq!(items.get(&over).map(String::as_str), Some(newer));
    assert!(!items.contains_key(&row[2].key));
    // The others are written, and have removed what they replace.
    for save in &row[..2] {
        assert_eq!(items.get(&save.key), Some(&save.text));
    }
    assert!(!items.contains_key(&row[0].replaced[0]));
    assert!(person.state.keeping.is_safe());
}

#[test]
fn what_is_being_stored_is_not_offered_as_half_typed() {
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.does_on(&mut storage, Action::Add);
    for change in common::changes(&good_draft("one")) {
        person.does_on(&mut storage, Action::Change(change));
    }
    let save = the_save(&person.does(Action::Save));
    person.stored(&save, Err(StorageError::Full));
    // The page is seen again: storage is looked at before the row of writes begins.
    let effects = person.does(Action::Seen);
    assert_eq!(saves(&effects), std::slice::from_ref(&save));
    assert_eq!(drafts(&storage).len(), 1);
    person.does(Action::Loaded(Box::new(load(&storage).unwrap()), None));
    person.does(Action::DraftsFound(drafts(&storage)));
    assert!(person.state.offers.is_empty());
    coderpath::store::save(&mut storage, &save).unwrap();
    person.stored(&save, Ok(()));
    assert!(person.state.offers.is_empty() && drafts(&storage).is_empty());

    // What was found before it was known to be the same is offered no longer once that is stored.
    let mut storage = Memory::default();
    let mut person = Person::new(1);
    person.does_on(&mut storage, Action::Add);
    for change in common::changes(&good_draft("one")) {
        person.does_on(&mut storage, Action::Change(change));
    }
    let mut other = Person::at(&storage, 2);
    assert_eq!(other.state.offers.len(), 1);
    let save = the_save(&person.does(Action::Save));
    let why = StorageError::Full;
    other.does(Action::TakeOver(vec![Unsaved { save, why }]));
    person.does_on(&mut storage, Action::Seen);
    other.does_on(&mut storage, Action::Seen);
    assert!(other.state.offers.is_empty());
    assert_eq!(other.titles(), ["one"]);
}

#[test]
fn what_a_widget_that_goes_could_not_store_is_taken_over() {
    let mut storage = Memory::default();
    let mut first = Person::new(1);
    first.adds_on(&mut storage, &good_draft("stored"));
    for title in ["full", "waiting"] {
        let save = saves(&first.adds(&good_draft(title))).pop().unwrap();
        if title == "full" {
            first.stored(&save, Err(StorageError::Full));
        }
    }
    let left = first.state.keeping.left().cloned();
    let why = StorageError::Full;
    let left: Vec<Unsaved> = left.map(|save| Unsaved { save, why }).collect();
    assert_eq!(left.len(), 2);

    let mut next = Person::new(2);
    next.does(Action::TakeOver(left));
    next.does(Action::Loaded(Box::new(load(&storage).unwrap()), None));
    assert_eq!(next.titles().len(), 3);
    assert!(words::keeping(&next.state).unwrap().contains("not stored"));
    next.does_on(&mut storage, Action::Seen);
    assert!(next.state.keeping.is_safe());
    assert_eq!(load(&storage).unwrap().entries().len(), 3);
}
