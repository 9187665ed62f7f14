//! What only a browser can answer: the real localStorage, and the widget's way into an element and out of it.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a test's failure is a panic"
)]

use coderpath::log::{ActivityKind, Content, Entry, EntryId, Log, Record, RecordId};
use coderpath::store::{Browser, Save, Storage as _, StorageError, load, save};
use coderpath::{mount, unmount, update};
use js_sys::futures::JsFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The browser's storage, emptied of what an earlier test left: this page has no keys but the tests'.
fn emptied() -> web_sys::Storage {
    let window = web_sys::window().unwrap();
    let storage = window.local_storage().unwrap().unwrap();
    storage.clear().unwrap();
    storage
}

fn entry(title: &str) -> Content {
    let day = coderpath::log::Typed::Text("2026-10-05".to_owned());
    let draft = coderpath::log::Draft {
        date: day,
        title: title.to_owned(),
        kind: Some(ActivityKind::Event),
        aapc: coderpath::log::AapcDraft {
            is_claimed: true,
            ceus: "1.5".to_owned(),
            ..coderpath::log::AapcDraft::default()
        },
        ..coderpath::log::Draft::default()
    };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let entry: Entry = draft.read(None, today).unwrap();
    Content::Entry(Box::new(entry))
}

/// A version of the entry "a" that stands in for `earlier`.
fn version(title: &str, earlier: &[Record], millis: u64) -> (Record, Save) {
    let id: EntryId = "a".parse().unwrap();
    let record = Record::replacing(RecordId::Entry(id), entry(title), earlier, millis, 7);
    let save = Save {
        key: record.key(),
        text: record.to_json(),
        replaced: earlier.iter().map(Record::key).collect(),
        after: None,
    };
    (record, save)
}

fn titles(log: &Log) -> Vec<String> {
    let shown = log.entries();
    shown
        .iter()
        .map(|shown| shown.entry.title.clone())
        .collect()
}

#[wasm_bindgen_test]
fn what_is_saved_is_loaded_again_and_the_version_before_is_gone() {
    let raw = emptied();
    let mut storage = Browser::open().unwrap();
    assert_eq!(raw.length(), Ok(0), "the probe leaves nothing behind");

    let (first, first_save) = version("Modifiers", &[], 1_795_410_000_000);
    save(&mut storage, &first_save).unwrap();
    assert_eq!(
        raw.get_item(&first_save.key),
        Ok(Some(first_save.text.clone()))
    );
    assert_eq!(titles(&load(&storage).unwrap()), ["Modifiers"]);

    let (_, second) = version("Modifiers “25” & 59 ✓", &[first], 1_795_410_000_001);
    save(&mut storage, &second).unwrap();
    assert_eq!(raw.get_item(&first_save.key), Ok(None));
    let reopened = Browser::open().unwrap();
    assert_eq!(titles(&load(&reopened).unwrap()), ["Modifiers “25” & 59 ✓"]);
}

#[wasm_bindgen_test]
fn keys_that_are_not_ours_stay_and_are_not_taken_for_records() {
    let raw = emptied();
    let foreign = [
        ("theme", "sepia"),
        ("coderpath", "a word"),
        ("coderpath:", "not a record"),
        ("coderpath:draft:1", "a post"),
        ("", "a key without letters"),
    ];
    for (key, text) in foreign {
        raw.set_item(key, text).unwrap();
    }
    let mut storage = Browser::open().unwrap();
    let (record, first) = version("Modifiers", &[], 1);
    save(&mut storage, &first).unwrap();
    save(&mut storage, &version("Modifiers again", &[record], 2).1).unwrap();
    let log = load(&storage).unwrap();
    assert_eq!(titles(&log), ["Modifiers again"]);
    assert_eq!(log.unread().count(), 0);
    for (key, text) in foreign {
        assert_eq!(raw.get_item(key), Ok(Some(text.to_owned())), "{key:?}");
    }
    assert_eq!(raw.length(), Ok(6));
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_named_and_left_as_it_is() {
    let raw = emptied();
    let items = [
        ("coderpath:1:entry:a:0000000000001-00000000", "{\"v\":1,"),
        ("coderpath:2:entry:b:0000000000001-00000000", "{\"v\":2}"),
    ];
    for (key, text) in items {
        raw.set_item(key, text).unwrap();
    }
    let log = load(&Browser::open().unwrap()).unwrap();
    let mut unread: Vec<&str> = log.unread().map(|record| record.key).collect();
    unread.sort_unstable();
    assert_eq!(unread, items.map(|(key, _)| key));
    for (key, text) in items {
        assert_eq!(raw.get_item(key), Ok(Some(text.to_owned())));
    }
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_keeps_what_is_there_and_takes_more_once_there_is_room() {
    let raw = emptied();
    let mut storage = Browser::open().unwrap();
    let (first, first_save) = version("Modifiers", &[], 1);
    save(&mut storage, &first_save).unwrap();

    // To the last character: pieces half as long as those that no longer fit.
    let (mut size, mut number) = (1_usize << 22, 0);
    while size > 0 {
        if raw
            .set_item(&format!("blog-{number}"), &"x".repeat(size))
            .is_ok()
        {
            number += 1;
        } else {
            size /= 2;
        }
    }
    let (_, second) = version("Modifiers again", &[first], 2);
    assert_eq!(save(&mut storage, &second), Err(StorageError::Full));
    assert_eq!(titles(&load(&storage).unwrap()), ["Modifiers"]);
    assert_eq!(
        titles(&load(&Browser::open().unwrap()).unwrap()),
        ["Modifiers"],
        "a full storage can be opened"
    );

    for number in 0..number {
        raw.remove_item(&format!("blog-{number}")).unwrap();
    }
    save(&mut storage, &second).unwrap();
    assert_eq!(titles(&load(&storage).unwrap()), ["Modifiers again"]);
    assert_eq!(storage.keys().map(|keys| keys.len()), Ok(1));
    emptied();
}

/// Gives the page turns until the condition holds. Yew draws in a later turn of the page where it is slow.
async fn until(what: &str, condition: impl Fn() -> bool) {
    let window = web_sys::window().unwrap();
    let deadline = js_sys::Date::now() + 10_000.0;
    while !condition() {
        assert!(
            js_sys::Date::now() < deadline,
            "waited in vain until: {what}"
        );
        let turn = js_sys::Promise::new(&mut |done, _| {
            window.set_timeout_with_callback(&done).unwrap();
        });
        JsFuture::from(turn).await.unwrap();
    }
}

/// A new element in the page.
fn place() -> web_sys::Element {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .unwrap();
    let place = document.create_element("div").unwrap();
    let html = document.document_element().unwrap();
    html.append_child(&place).unwrap();
    place
}

fn text(place: &web_sys::Element) -> String {
    place.text_content().unwrap_or_default()
}

fn press(place: &web_sys::Element, css: &str) {
    let found = place.query_selector(css).unwrap();
    let button = found.unwrap_or_else(|| panic!("{css} is not in {}", place.inner_html()));
    button.dyn_into::<web_sys::HtmlElement>().unwrap().click();
}

#[wasm_bindgen_test]
async fn a_widget_is_drawn_into_an_element_shown_otherwise_and_taken_out_again() {
    emptied();
    let (one, two) = (place(), place());
    let first = mount(one.clone(), Some("log".to_owned()), None);
    let second = mount(
        two.clone(),
        Some("no such view".to_owned()),
        Some("latest".to_owned()),
    );
    assert_ne!(first, second);
    until("the log is drawn", || {
        text(&one).contains("Add the first activity")
    })
    .await;
    until("the quiz is drawn", || {
        text(&two).contains("Question 1 of 7")
    })
    .await;

    press(&one, "#add");
    until("the form is open", || text(&one).contains("A new activity")).await;
    update(second, "view", Some("ceus".to_owned()));
    until("the calculator is drawn", || {
        text(&two).contains("How many CEUs do you owe?")
    })
    .await;

    unmount(first);
    until("the first is gone", || one.child_element_count() == 0).await;
    // The other is as before, and whoever has gone can be told anything.
    update(first, "view", Some("ceus".to_owned()));
    unmount(first);
    assert_eq!(one.child_element_count(), 0);
    press(&two, "#tab-log");
    until("the other still works", || {
        text(&two).contains("Add the first activity")
    })
    .await;
    unmount(second);
    until("the second is gone", || two.child_element_count() == 0).await;
    one.remove();
    two.remove();
}
