//! What is in memory and not in storage: it stays until the reader decides, and nothing of somebody else's is written over.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use coderpath::app::{Action, Way};
use coderpath::store::{Memory, Storage, StorageError, Writes, load};
use common::{Person, entry_record, plain_entry, saves, today};

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
