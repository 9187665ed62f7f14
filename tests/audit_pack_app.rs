//! The audit pack driven like a person drives it: opening, the name, printing, and what is stored.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use coderpath::app::{Action, Effect, Focus, PackChange, View};
use coderpath::faq::FaqId;
use coderpath::rules::{Body, CredentialId};
use coderpath::store::{Faults, Faulty, Memory, NAME_KEY, Save, Storage, StorageError};
use common::{Person, frozen_note, good_draft};
use proptest::prelude::*;

fn person_in_log() -> Person {
    let mut person = Person::new(1);
    person.does(Action::Show(View::Log));
    person
}

fn keep(name: &str) -> Effect {
    Effect::KeepName(Save::item(NAME_KEY.to_owned(), name.to_owned()))
}

fn arrives(text: Option<&str>) -> Action {
    Action::Arrived(NAME_KEY.to_owned(), text.map(str::to_owned))
}

#[test]
fn it_opens_on_its_heading_and_closes_on_its_button() {
    let mut person = person_in_log();
    for body in [Body::Aapc, Body::Ahima] {
        let opened = person.does(Action::AuditPack(PackChange::Open(body)));
        assert_eq!(opened, [Effect::Focus(Focus::AuditPack)]);
        assert_eq!(person.state.audit_pack.open, Some(body));
        let closed = person.does(Action::AuditPack(PackChange::Close));
        assert_eq!(closed, [Effect::Focus(Focus::OpenAuditPack(body))]);
        assert_eq!(person.state.audit_pack.open, None);
    }
    let closed = person.does(Action::AuditPack(PackChange::Close));
    assert_eq!(closed, [], "it is closed already");
}

#[test]
fn whoever_leaves_the_log_or_asks_for_it_again_finds_the_log() {
    for leave in [
        Action::Show(View::Log),
        Action::ChooseTab(View::Log),
        Action::ChooseTab(View::Ceus),
        Action::Show(View::Rules),
        Action::ShowFaq(FaqId::ALL[0]),
        Action::StartLog(CredentialId::Cpc),
    ] {
        let mut person = person_in_log();
        if matches!(leave, Action::StartLog(_)) {
            person.does(Action::Show(View::Path));
        } else {
            person.does(Action::AuditPack(PackChange::Open(Body::Aapc)));
        }
        person.does(leave.clone());
        assert_eq!(person.state.audit_pack.open, None, "{leave:?}");
    }
    // What happens meanwhile does not close it.
    let mut person = person_in_log();
    person.does(Action::AuditPack(PackChange::Open(Body::Aapc)));
    for meanwhile in [
        Action::Seen,
        Action::Paper(true),
        Action::Paper(false),
        Action::Follow("top".to_owned()),
    ] {
        person.does(meanwhile.clone());
        assert_eq!(
            person.state.audit_pack.open,
            Some(Body::Aapc),
            "{meanwhile:?}"
        );
    }
}

#[test]
fn a_name_is_stored_only_while_that_is_wanted() {
    let mut person = person_in_log();
    let name = |text: &str| Action::AuditPack(PackChange::Name(text.to_owned()));
    assert_eq!(person.does(name("Ana")), []);
    assert_eq!(
        person.does(Action::AuditPack(PackChange::Keep(true))),
        [keep("Ana")]
    );
    assert_eq!(person.does(name("Ana M")), [keep("Ana M")]);
    let gone = person.does(Action::AuditPack(PackChange::Keep(false)));
    assert_eq!(gone, [Effect::DropDraft(NAME_KEY.to_owned())]);
    assert_eq!(person.does(name("Ana")), []);
    assert_eq!(person.state.audit_pack.name, "Ana", "it stays in its field");
}

#[test]
fn a_name_that_an_earlier_release_stored_is_known() {
    let mut person = person_in_log();
    person.does(arrives(Some(&frozen_note(NAME_KEY))));
    assert_eq!(told(&person), ("Ana María Coder", true, false));
}

/// What is in the field, whether the box is ticked, and whether it is said that the name is not stored.
fn told(person: &Person) -> (&str, bool, bool) {
    let pack = &person.state.audit_pack;
    (&pack.name, pack.is_kept, pack.is_refused)
}

#[test]
fn a_name_that_could_not_be_stored_is_not_called_remembered() {
    let mut storage = Faulty::new(Memory::default(), None);
    let mut person = person_in_log();
    let name = |text: &str| Action::AuditPack(PackChange::Name(text.to_owned()));
    let keep = || Action::AuditPack(PackChange::Keep(true));
    person.does_on(&mut storage, name("Ana"));
    person.does_on(&mut storage, keep());
    assert_eq!(told(&person), ("Ana", true, false));
    // The storage fills up while the name is typed: what is there of it goes.
    let full = |storage: &mut Faulty| {
        storage.fault = Some((storage.calls(), Faults::Fails(StorageError::Full)));
    };
    full(&mut storage);
    person.does_on(&mut storage, name("Ana María"));
    assert_eq!(told(&person), ("Ana María", false, true));
    assert_eq!(storage.inner.get(NAME_KEY), Ok(None));
    // It is said until something else is done, and to want it again is to try again.
    person.does_on(&mut storage, name("Ana María C"));
    assert_eq!(told(&person), ("Ana María C", false, false));
    full(&mut storage);
    person.does_on(&mut storage, keep());
    assert_eq!(told(&person), ("Ana María C", false, true));
    person.does_on(&mut storage, keep());
    assert_eq!(told(&person), ("Ana María C", true, false));

    // Where the log lives in memory only, so does the name.
    let mut person = person_in_log();
    let refused = Action::Loaded(Box::default(), Some(StorageError::Refused));
    person.does(refused);
    person.does(name("Ana"));
    assert_eq!(person.does(keep()), []);
    assert_eq!(told(&person), ("Ana", false, true));
}

#[test]
fn a_stored_name_is_in_no_backup_and_is_no_record() {
    let mut storage = Memory::default();
    let mut person = person_in_log();
    person.adds_on(&mut storage, &good_draft("Webinar"));
    person.does(Action::AuditPack(PackChange::Name("Ana Coder".to_owned())));
    person.does_on(&mut storage, Action::AuditPack(PackChange::Keep(true)));
    assert_eq!(storage.get(NAME_KEY), Ok(Some("Ana Coder".to_owned())));
    for effect in person.does(Action::BackUp) {
        if let Effect::HandOut(file) = effect {
            assert!(file.text.contains("Webinar") && !file.text.contains("Ana Coder"));
        }
    }
    person.does_on(&mut storage, Action::Seen);
    assert_eq!(person.titles(), ["Webinar"]);
    assert_eq!(person.state.log.unread().count(), 0);
    assert!(person.state.offers.is_empty());
    person.does_on(&mut storage, Action::AuditPack(PackChange::Keep(false)));
    assert_eq!(storage.get(NAME_KEY), Ok(None));
}

/// What was typed here, whether it was to be kept, what storage has then, and what stands in the field and the box.
#[track_caller]
fn check_hearing(typed: &str, keeps: bool, stored: Option<&str>, name: &str, is_kept: bool) {
    let mut person = person_in_log();
    if !typed.is_empty() {
        person.does(Action::AuditPack(PackChange::Name(typed.to_owned())));
    }
    if keeps {
        person.does(Action::AuditPack(PackChange::Keep(true)));
    }
    assert_eq!(person.does(arrives(stored)), []);
    let pack = &person.state.audit_pack;
    assert_eq!((pack.name.as_str(), pack.is_kept), (name, is_kept));
}

#[test]
fn what_another_tab_stores_is_taken_over_and_nothing_that_was_typed_is_lost() {
    check_hearing("", false, None, "", false);
    check_hearing("", false, Some("Ana"), "Ana", true);
    check_hearing("Ana", true, Some("Bea"), "Bea", true);
    check_hearing("Ana", true, None, "Ana", false);
    check_hearing("Ana", false, None, "Ana", false);
    // The box tells of the browser, which has a name now; the one that was typed stays until it is.
    check_hearing("Ana", false, Some("Bea"), "Ana", true);
    check_hearing(
        "",
        false,
        Some(&"x".repeat(100_000)),
        &"x".repeat(200),
        true,
    );
}

#[test]
fn a_print_that_is_not_heard_of_is_told_until_something_else_is_done() {
    let mut person = person_in_log();
    person.does(Action::AuditPack(PackChange::Open(Body::Aapc)));
    for after in [
        Action::Paper(true),
        Action::Paper(false),
        Action::AuditPack(PackChange::Name("Ana".to_owned())),
        Action::AuditPack(PackChange::Close),
    ] {
        assert_eq!(
            person.does(Action::AuditPack(PackChange::Print)),
            [Effect::Print]
        );
        assert!(person.state.audit_pack.is_waiting);
        person.does(after);
        assert!(!person.state.audit_pack.is_waiting);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is in storage: the name is short enough for a line, and a name that was never to be kept is never stored.
    #[test]
    fn any_stored_text_is_a_name(text in "\\PC*|[\\x00-\\x20\u{202e}<>&]{0,300}|.{180,400}") {
        let mut person = person_in_log();
        person.does(arrives(Some(&text)));
        prop_assert!(person.state.audit_pack.name.chars().count() <= 200);
        prop_assert!(text.starts_with(&person.state.audit_pack.name));
    }
}
