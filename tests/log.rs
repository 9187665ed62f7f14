//! The stored format, the union of records, and what a person types.
//!
//! The files in `tests/fixtures/` were written by hand: a storage key, and beneath it the text. They are read for ever
//! and never rewritten; a new kind of record gets a new file. `release-0.1.0.json` has every item of a log as that release
//! wrote it; `backup-0.1.0.json` and `link-0.1.0.txt` have the same log with two versions that were made apart and two items
//! that cannot be read, as that release hands it out; `notes-0.1.0.json` has what it notes about a browser.

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

mod any;
mod common;

use std::collections::{BTreeMap, BTreeSet};

use any::{any_entry, any_record};
use chrono::Month;
use coderpath::app::{Action, Change, ProfileField, Reminder, Way};
use coderpath::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ALL_STATES, AapcClaim, AapcDraft, ActivityKind,
    AhimaClaim, Approval, Content, Draft, Entry, EntryId, FORMAT, Fault, Field, FieldFault,
    KeptDraft, Log, Pin, Plan, Profile, Record, RecordId, Stamp, State, TITLE_MOST, Typed,
    UnreadRecord, Unreadable, is_draft, is_ours,
};
use coderpath::rules::{Body, Ceus, CeusError, CredentialId, Edition};
use coderpath::store::REMINDER_KEY;
use coderpath::words;
use common::{
    Person, aapc_claim, ahima_claim, day, entry_id, entry_record, full_entry, good_draft, id,
    plain_entry, text, the_save, today, tombstone,
};
use proptest::prelude::*;
use serde_json::{Value, json};

// ---------------------------------------------------------------------------------------------------------------------
// The fixtures

/// A file of `tests/fixtures/`: the key, and the text under it.
fn fixture(name: &str) -> (String, String) {
    let path = format!("{}/tests/fixtures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"));
    let (key, value) = file.split_once('\n').unwrap();
    (key.to_owned(), value.trim_end().to_owned())
}

fn read(name: &str) -> Record {
    let (key, value) = fixture(name);
    Record::read(&key, &value).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

#[test]
fn every_item_of_an_earlier_release_is_read_and_would_be_written_again_as_it_is() {
    let path = format!(
        "{}/tests/fixtures/release-0.1.0.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let file = std::fs::read_to_string(&path).unwrap();
    let items: BTreeMap<String, String> = serde_json::from_str(&file).unwrap();
    for (key, text) in &items {
        let again = if is_draft(key) {
            KeptDraft::read(text).unwrap().to_json()
        } else if is_ours(key) {
            Record::read(key, text).unwrap().to_json()
        } else {
            assert_eq!(key, REMINDER_KEY);
            assert_ne!(Reminder::read(Some(text)).backup_at, None);
            continue;
        };
        assert_eq!(&again, text, "{key}");
    }
}

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn stamp(text: &str) -> Stamp {
    text.parse().unwrap()
}

/// The fixture is read as this, and what is written of it is the same, field by field.
#[track_caller]
fn check_fixture(name: &str, id: &RecordId, replaces: &[&str], content: &Content) {
    let record = read(name);
    assert_eq!(&record.id, id, "{name}");
    assert_eq!(
        record.replaces,
        replaces.iter().map(|one| stamp(one)).collect::<Vec<_>>(),
        "{name}"
    );
    assert_eq!(&record.content, content, "{name}");
    let (key, text) = fixture(name);
    assert_eq!(record.key(), key, "{name}");
    assert_eq!(
        value(&record.to_json()),
        value(&text),
        "{name}: written as it was"
    );
}

#[test]
fn every_kind_of_record_is_read_for_ever() {
    let mut full = full_entry();
    full.unknown.clear();
    if let Some(claim) = &mut full.aapc {
        claim.unknown.clear();
    }
    if let Some(claim) = &mut full.ahima {
        claim.unknown.clear();
    }
    check_fixture(
        "entry",
        &entry_id("00000000000000ff"),
        &["1795400000000-0000000a", "1795405000000-0000000b"],
        &Content::Entry(Box::new(full)),
    );
    check_fixture(
        "entry-minimal",
        &entry_id("a"),
        &[],
        &Content::Entry(Box::new(plain_entry("Webinar", day(2026, 10, 5)))),
    );
    check_fixture(
        "deleted",
        &entry_id("00000000000000ff"),
        &["1795410000000-00000abc"],
        &Content::Deleted,
    );
    let mut profile = Profile::default();
    for held in [CredentialId::Ccs, CredentialId::CpcA, CredentialId::Coc] {
        profile.hold(held, true);
    }
    profile.other_aapc = 2;
    profile.choose(Edition::Latest);
    profile.aapc_due = Some(day(2027, 1, 31));
    profile.aapc_tracker = Some(Ceus::hundredths(5750));
    profile.ahima_start = Some(day(2025, 1, 1));
    profile.ahima_tracker = Some(Ceus::whole(30));
    let (key, text) = fixture("profile");
    let record = Record::read(&key, &text).unwrap();
    assert_eq!(record.content, Content::Profile(Box::new(profile.clone())));
    assert_eq!(value(&record.to_json()), value(&text));
    assert_eq!(
        profile.holdings().named(),
        [CredentialId::Ccs, CredentialId::CpcA, CredentialId::Coc]
    );
    check_fixture(
        "profile-minimal",
        &RecordId::Profile,
        &[],
        &Content::Profile(Box::default()),
    );
}

#[test]
fn what_the_ledger_asks_is_read_for_ever() {
    let mut entry = plain_entry("Evaluation and management", day(2026, 10, 5));
    let pinned = |due, credential: &str| Pin {
        due: Some(due),
        credential: credential.to_owned(),
    };
    entry.aapc = Some(AapcClaim {
        approved_for: vec![Approval("core".to_owned())],
        cms: true,
        pin: pinned(day(2027, 1, 31), "core"),
        ..aapc_claim(200)
    });
    entry.ahima = Some(AhimaClaim {
        pin: pinned(day(2026, 12, 31), "CCS"),
        ..ahima_claim(200)
    });
    check_fixture(
        "entry-with-pins",
        &entry_id("b"),
        &[],
        &Content::Entry(Box::new(entry.clone())),
    );
    // The form does not show them, so an edit keeps them.
    let edited = Draft::of(&entry).read(Some(&entry), today());
    assert_eq!(edited, Ok(entry));

    let record = read("profile-with-cycles");
    let (_, text) = fixture("profile-with-cycles");
    assert_eq!(
        value(&record.to_json()),
        value(&text),
        "written as it was, an unknown credential too"
    );
    let Content::Profile(profile) = record.content else {
        panic!("a profile");
    };
    let mut profile = *profile;
    for (id, since) in [
        (CredentialId::Cpc, Some(day(2020, 2, 29))),
        (CredentialId::CpcA, Some(day(2020, 2, 29))),
        (CredentialId::Cpma, None),
        (CredentialId::Ccs, Some(day(2024, 6, 15))),
    ] {
        assert_eq!(profile.since(id), since, "{id:?}");
    }
    for (body, due, on) in [
        (Body::Aapc, day(2023, 1, 31), Some(day(2023, 1, 5))),
        (Body::Aapc, day(2025, 1, 31), Some(day(2025, 1, 20))),
        (Body::Aapc, day(2024, 6, 14), None),
        (Body::Ahima, day(2024, 6, 14), Some(day(2024, 6, 1))),
    ] {
        assert_eq!(profile.submitted(body, due), on, "{body:?} {due}");
    }
    assert_eq!(profile.specialties, ["CRC", "CANPC"]);
    assert_eq!(profile.aapc_month, Some(Month::January));
    let plan = Plan {
        edition: Edition::Article,
        total: Ceus::whole(48),
    };
    assert_eq!(profile.plan(), Some(plan));
    // Each can be taken back.
    profile.submit(Body::Aapc, day(2025, 1, 31), None);
    profile.hold_since(CredentialId::Cpc, None);
    assert_eq!(profile.submitted(Body::Aapc, day(2025, 1, 31)), None);
    assert_eq!(profile.since(CredentialId::Cpc), None);
    for (from, to, says) in [
        (
            "\"2020-02-29\"",
            "\"2021-02-29\"",
            "\"since\" of the profile is not a day such as",
        ),
        (
            "\"2020-02-29\"",
            "[]",
            "\"since\" of the profile is not a day such as",
        ),
        (
            "\"2023-01-31\"",
            "\"first\"",
            "\"aapc_submitted\" of the profile is not a day such as",
        ),
        (
            ":1,\"aapc_s",
            ":13,\"aapc_s",
            "\"aapc_month\" of the profile is not a small number",
        ),
        (
            "\"48\"",
            "48",
            "\"plan_total\" of the profile is not an amount of CEUs",
        ),
    ] {
        let (key, text) = fixture("profile-with-cycles");
        assert!(text.contains(from), "{from}");
        check_damaged(&key, &text.replacen(from, to, 1), says);
    }
}

#[test]
fn a_record_is_written_like_this() {
    let earlier = entry_record("1f", plain_entry("Webinar", day(2026, 10, 4)), &[], 5, 0xa);
    let mut entry = plain_entry("Webinar", day(2026, 10, 5));
    entry.aapc = Some(aapc_claim(150));
    let record = entry_record("1f", entry, &[earlier], 1_795_410_000_000, 0xabc);
    assert_eq!(record.key(), "coderpath:1:entry:1f:1795410000000-00000abc");
    assert_eq!(
        value(&record.to_json()),
        value(
            r#"{"v":1,"id":"1f","stamp":"1795410000000-00000abc","replaces":["0000000000005-0000000a"],"entry":{"date":"2026-10-05","title":"Webinar","kind":"event","state":"done","aapc":{"ceus":"1.5"}}}"#
        )
    );
    let gone = tombstone("1f", &[record], 1, 2);
    assert_eq!(gone.key(), "coderpath:1:entry:1f:1795410000001-00000002");
    assert_eq!(
        value(&gone.to_json()),
        value(
            r#"{"v":1,"id":"1f","stamp":"1795410000001-00000002","replaces":["0000000000005-0000000a","1795410000000-00000abc"],"deleted":true}"#
        ),
        "later than what it replaces, though the clock went back"
    );
    let profile = Record::replacing(
        RecordId::Profile,
        Content::Profile(Box::default()),
        &[],
        7,
        8,
    );
    assert_eq!(profile.key(), "coderpath:1:profile:0000000000007-00000008");
    assert_eq!(FORMAT, 1);
}

#[test]
fn what_was_typed_by_hand_is_what_is_stored_of_every_choice() {
    let kinds = ["event", "teaching", "course-work", "other"];
    let domains = [
        "information-protection",
        "clinical-foundations",
        "data-structure",
        "health-law",
        "leadership",
        "revenue-cycle",
        "informatics",
        "evolving-topics",
        "other",
    ];
    let sources = ["ahima", "component", "approved", "external"];
    assert!(ALL_KINDS.iter().map(|one| one.key()).eq(kinds));
    assert!(ALL_DOMAINS.iter().map(|one| one.key()).eq(domains));
    assert!(ALL_SOURCES.iter().map(|one| one.key()).eq(sources));
    assert!(
        ALL_STATES
            .iter()
            .map(|one| one.key())
            .eq(["done", "planned"])
    );
    for kind in ALL_KINDS {
        assert_eq!(ActivityKind::from_key(kind.key()), Some(*kind));
        let mut entry = plain_entry("Webinar", today());
        entry.kind = *kind;
        assert_eq!(
            value(&entry_record("a", entry, &[], 1, 1).to_json())["entry"]["kind"],
            kind.key()
        );
    }
}

#[test]
fn whose_key_it_is() {
    let cases = [
        ("coderpath:1:entry:a:0000000000001-00000000", true),
        ("coderpath:1:profile:0000000000001-00000000", true),
        ("coderpath:2:", true),
        ("coderpath:12:anything", true),
        ("coderpath:probe", false),
        ("coderpath:", false),
        ("coderpath::entry", false),
        ("coderpath:x:entry", false),
        ("coderpath:1", false),
        (" coderpath:1:entry", false),
        ("Coderpath:1:entry", false),
        ("coderpath-theme", false),
        ("theme", false),
        ("", false),
        ("coderpath:١:entry", false),
    ];
    for (key, ours) in cases {
        assert_eq!(is_ours(key), ours, "{key:?}");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What cannot be read

/// The text under this key is damaged, and the words say what was expected.
#[track_caller]
fn check_damaged(key: &str, text: &str, says: &str) {
    match Record::read(key, text) {
        Err(why) if !why.is_newer() => {
            let said = words::unread(UnreadRecord {
                key,
                text: Some(text),
                why,
            });
            let plain = said.replace(['“', '”'], "\"").replace('’', "'");
            assert!(
                plain.contains(says),
                "{text}\n  says      {said:?}\n  should be {says:?}"
            );
        }
        other => panic!("{text} is read as {other:?}"),
    }
}

#[test]
fn damage_is_named() {
    let (key, minimal) = fixture("entry-minimal");
    let (profile_key, profile) = fixture("profile");
    let (deleted_key, deleted) = fixture("deleted");
    // Each row changes one thing of the smallest entry: what, into what, and the words.
    let cases = [
        (
            r#""date":"2026-10-05""#,
            r#""date":"2026-02-30""#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05""#,
            r#""date":"05/10/2026""#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05""#,
            r#""date":"2026-10-5""#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05""#,
            r#""date":"2026-10-05T00:00""#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05""#,
            r#""date":"+026-10-05""#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05""#,
            r#""date":"""#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05""#,
            r#""date":20261005"#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05""#,
            r#""date":null"#,
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""date":"2026-10-05","#,
            "",
            r#""date" of the entry is not a day such as "2026-11-23""#,
        ),
        (
            r#""title":"Webinar","#,
            "",
            r#""title" of the entry is not a text"#,
        ),
        (
            r#""title":"Webinar""#,
            r#""title":["Webinar"]"#,
            r#""title" of the entry is not a text"#,
        ),
        (
            r#""kind":"event""#,
            r#""kind":"podcast""#,
            r#""kind" of the entry is not a kind of activity"#,
        ),
        (r#""kind":"event","#, "", r#""kind" of the entry is not"#),
        (
            r#""state":"done""#,
            r#""state":"Done""#,
            r#""state" of the entry is not "planned" or "done""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","sponsor":5"#,
            r#""sponsor" of the entry is not a text"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","index_number":5"#,
            r#""index_number" of the entry is not a text"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","notes":5"#,
            r#""notes" of the entry is not a text"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":1.5}"#,
            r#""ceus" of the AAPC claim is not an amount of CEUs such as "1.5""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"many"}"#,
            r#""ceus" of the AAPC claim is not an amount of CEUs such as "1.5""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"-1"}"#,
            r#""ceus" of the AAPC claim is not an amount of CEUs such as "1.5""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"0"}"#,
            r#""ceus" of the AAPC claim is not an amount of CEUs such as "1.5""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"1.255"}"#,
            r#""ceus" of the AAPC claim is not an amount of CEUs such as "1.5""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":""}"#,
            r#""ceus" of the AAPC claim is not an amount of CEUs such as "1.5""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":null}"#,
            r#""ceus" of the AAPC claim is not an amount of CEUs such as "1.5""#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":"1.5""#,
            "the AAPC claim is no JSON object from line 1, column",
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"1","for":"core"}"#,
            r#""for" of the AAPC claim is not a list of texts"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"1","for":[1]}"#,
            r#""for" of the AAPC claim is not a list of texts"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"1","pre_approved":"yes"}"#,
            r#""pre_approved" of the AAPC claim is not true or false"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"1","certificate":"yes"}"#,
            r#""certificate" of the AAPC claim is not true or false"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","aapc":{"ceus":"1","entered":"yes"}"#,
            r#""entered" of the AAPC claim is not true or false"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","ahima":{}"#,
            r#""ceus" of the AHIMA claim is not an amount of CEUs"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","ahima":{"ceus":"0"}"#,
            r#""ceus" of the AHIMA claim is not"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","ahima":[]"#,
            "the AHIMA claim is no JSON object from line 1, column",
        ),
        (
            r#""state":"done""#,
            r#""state":"done","ahima":{"ceus":"1","domain":"gardening"}"#,
            r#""domain" of the AHIMA claim is not an AHIMA domain"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","ahima":{"ceus":"1","source":"me"}"#,
            r#""source" of the AHIMA claim is not an AHIMA source"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","ahima":{"ceus":"1","certificate":1}"#,
            r#""certificate" of the AHIMA claim is not true or false"#,
        ),
        (
            r#""state":"done""#,
            r#""state":"done","ahima":{"ceus":"1","entered":1}"#,
            r#""entered" of the AHIMA claim is not true or false"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"1-0""#,
            r#""stamp" of the record is not a stamp of 13 digits, a hyphen and 8 hexadecimal digits"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"0000000000001-0000000A""#,
            r#""stamp" of the record is not a stamp of 13 digits, a hyphen and 8 hexadecimal digits"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"+000000000001-00000000""#,
            r#""stamp" of the record is not a stamp of 13 digits, a hyphen and 8 hexadecimal digits"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"00000000000001-00000000""#,
            r#""stamp" of the record is not a stamp of 13 digits, a hyphen and 8 hexadecimal digits"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"0000000000001""#,
            r#""stamp" of the record is not a stamp of 13 digits, a hyphen and 8 hexadecimal digits"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":1"#,
            r#""stamp" of the record is not a stamp of 13 digits, a hyphen and 8 hexadecimal digits"#,
        ),
        (
            r#""stamp":"0000000000001-00000000","#,
            "",
            r#""stamp" of the record is not a stamp of 13 digits, a hyphen and 8 hexadecimal digits"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"0000000000002-00000000""#,
            "the record's name and stamp are not those of its key",
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"0000000000001-00000000","replaces":"x""#,
            r#""replaces" of the record is not a list of"#,
        ),
        (
            r#""stamp":"0000000000001-00000000""#,
            r#""stamp":"0000000000001-00000000","replaces":["x"]"#,
            r#""replaces" of the record is not a list of stamps"#,
        ),
        (r#""id":"a""#, r#""id":"b""#, "not those of its key"),
        (
            r#""id":"a""#,
            r#""id":"a:b""#,
            r#""id" of the record is not a name of 1 to 64 letters, digits or hyphens"#,
        ),
        (
            r#""id":"a""#,
            r#""id":"""#,
            r#""id" of the record is not a name of 1 to 64 letters, digits or hyphens"#,
        ),
        (
            r#""id":"a""#,
            r#""id":7"#,
            r#""id" of the record is not a name of 1 to 64 letters, digits or hyphens"#,
        ),
        (
            r#""id":"a""#,
            r#""id":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx""#,
            r#""id" of the record is not a name of 1 to 64 letters, digits or hyphens"#,
        ),
        (
            r#""id":"a","#,
            "",
            "a record holds one of: an entry, a profile, a deletion",
        ),
        (
            r#""v":1"#,
            r#""v":"1""#,
            r#""v" of the record is not a whole number"#,
        ),
        (
            r#""v":1"#,
            r#""v":-1"#,
            r#""v" of the record is not a whole number"#,
        ),
        (
            r#""v":1"#,
            r#""v":1.5"#,
            r#""v" of the record is not a whole number"#,
        ),
        (
            r#""v":1"#,
            r#""v":null"#,
            r#""v" of the record is not a whole number"#,
        ),
        (
            r#""v":1"#,
            r#""v":[1]"#,
            r#""v" of the record is not a whole number"#,
        ),
        (
            r#""v":1,"#,
            "",
            r#""v" of the record is not a whole number"#,
        ),
        (
            r#""entry":{"#,
            r#""deleted":true,"entry":{"#,
            "a record holds one of: an entry, a profile, a deletion",
        ),
        (
            r#""entry":{"#,
            r#""profile":{},"entry":{"#,
            "a record holds one of: an entry, a profile, a deletion",
        ),
        (
            r#""entry":{"#,
            r#""gone":{"#,
            "a record holds one of: an entry, a profile, a deletion",
        ),
        (
            r#""entry":{"#,
            r#""deleted":"no","entry":{"#,
            r#""deleted" of the record is not true or false"#,
        ),
        (
            r#""entry":{"#,
            r#""entry":[],"gone":{"#,
            "the entry is no JSON object from line 1, column",
        ),
    ];
    for (from, to, says) in cases {
        assert!(minimal.contains(from), "{from}");
        check_damaged(&key, &minimal.replacen(from, to, 1), says);
    }
    println!("{} kinds of damage", cases.len());
    for (text, says) in [
        ("", "the record is no JSON object from line 1, column"),
        (
            "not json",
            "the record is no JSON object from line 1, column",
        ),
        ("[]", "the record is no JSON object from line 1, column"),
        ("null", "the record is no JSON object from line 1, column"),
        ("{\"v\":1}", "\"stamp\" of the record is not a stamp"),
        (
            &minimal[..minimal.len() / 2],
            "the record is no JSON object from line 1, column",
        ),
        (
            &format!("{minimal}x"),
            "the record is no JSON object from line 1, column",
        ),
    ] {
        check_damaged(&key, text, says);
    }
    for depth in [200, 100_000] {
        let nested = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        check_damaged(&key, &nested, "the record is no JSON object from line 1");
        let dated = minimal.replacen("\"2026-10-05\"", &nested, 1);
        check_damaged(&key, &dated, "\"date\" of the entry is not a day");
        // What nobody here reads is kept to the letter, however deep it is.
        let within = minimal.replacen("\"id\"", &format!("\"deep\":{nested},\"id\""), 1);
        let kept = Record::read(&key, &within).unwrap();
        assert!(kept.to_json().contains(&nested));
    }
    let cases = [
        (
            "\"2027-01-31\"",
            "\"2027-01-32\"",
            "\"aapc_due\" of the profile is not a day such as",
        ),
        (
            "\"2025-01-01\"",
            "\"soon\"",
            "\"ahima_start\" of the profile is not a day such as",
        ),
        (
            "\"57.5\"",
            "\"about 60\"",
            "\"aapc_tracker\" of the profile is not an amount of CEUs",
        ),
        (
            "\"30\"",
            "30",
            "\"ahima_tracker\" of the profile is not an amount of CEUs",
        ),
        (
            ":2,",
            ":300,",
            "\"other_aapc\" of the profile is not a small number",
        ),
        (
            ":2,",
            ":-2,",
            "\"other_aapc\" of the profile is not a whole number",
        ),
        (
            "[\"CCS\",\"CPC-A\",\"COC\"]",
            "\"CCS\"",
            "\"held\" of the profile is not a list of texts",
        ),
        ("\"latest\"", "2", "\"rules\" of the profile is not a text"),
        ("\"v\":1,", "\"v\":1,\"id\":\"a\",", "a record holds one of"),
    ];
    for (from, to, says) in cases {
        assert!(profile.contains(from), "{from}");
        check_damaged(&profile_key, &profile.replacen(from, to, 1), says);
    }
    check_damaged(
        &deleted_key,
        &deleted.replace("true", "false"),
        "a record holds one of",
    );
    // Another key than its own.
    for wrong in [
        "coderpath:1:entry:a:0000000000001-00000001",
        "coderpath:1:entry:b:0000000000001-00000000",
        "coderpath:2:entry:a:0000000000001-00000000",
        "coderpath:1:profile:0000000000001-00000000",
        "",
    ] {
        check_damaged(
            wrong,
            &minimal,
            "the record's name and stamp are not those of its key",
        );
    }
}

#[test]
fn a_newer_format_is_newer_whatever_else_it_says() {
    let (key, newer) = fixture("newer");
    assert_eq!(Record::read(&key, &newer), Err(Unreadable::Newer(2)));
    let (key, minimal) = fixture("entry-minimal");
    for version in [2, 3, u32::MAX] {
        let text = minimal.replace("\"v\":1", &format!("\"v\":{version}"));
        assert_eq!(Record::read(&key, &text), Err(Unreadable::Newer(version)));
    }
    // It is shown as what it is, and a later copy that can be read takes its place.
    let mut log = Log::default();
    log.take_in(&key, &minimal.replace("\"v\":1", "\"v\":2"));
    assert_eq!(
        log.unread()
            .map(|one| (one.key, one.why))
            .collect::<Vec<_>>(),
        [(key.as_str(), Unreadable::Newer(2))]
    );
    assert!(log.entries().is_empty());
    log.take_in(&key, &minimal);
    assert_eq!((log.unread().count(), log.entries().len()), (0, 1));
    log.take_in("coderpath:1:entry:b:x", "damaged");
    assert_eq!((log.unread().count(), log.entries().len()), (1, 1));
    log.forget("coderpath:1:entry:b:x");
    assert_eq!((log.unread().count(), log.entries().len()), (0, 1));
    log.forget(&key);
    assert_eq!((log.unread().count(), log.entries().len()), (0, 0));
    assert_eq!(log.newest(&entry_id("a")), None);
}

#[test]
fn a_thing_of_another_kind_is_a_newer_releases_and_not_damaged() {
    let (_, minimal) = fixture("entry-minimal");
    for key in [
        "coderpath:1:reminder:a:0000000000001-00000000",
        "coderpath:2:something:new",
        "coderpath:1:settings",
    ] {
        for text in [minimal.as_str(), "{", "", "[1]"] {
            assert_eq!(Record::read(key, text), Err(Unreadable::OtherKind), "{key}");
        }
    }
    assert!(Unreadable::OtherKind.is_newer());
}

#[test]
fn of_two_fields_with_one_name_the_later_counts() {
    let (key, minimal) = fixture("entry-minimal");
    let from = r#""title":"Webinar""#;
    let twice = minimal.replacen(from, r#""title":"first","x":1,"title":"second","x":2"#, 1);
    let record = Record::read(&key, &twice).unwrap();
    let Content::Entry(entry) = &record.content else {
        panic!("{record:?}");
    };
    assert_eq!(entry.title, "second");
    let json = record.to_json();
    assert_eq!(json.matches("\"x\"").count(), 1, "{json}");
    assert_eq!(value(&json)["entry"]["x"], 2);
}

/// Each kind of record is forgotten by its key, and only by that.
#[test]
fn what_is_no_longer_stored_is_forgotten() {
    let names = ["entry", "deleted", "profile", "entry-minimal"];
    for name in names {
        let mut log = log_of(&names.map(read));
        let record = read(name);
        let key = record.key();
        for other in [
            "",
            "theme",
            "coderpath:1:profile",
            "coderpath:1:entry:a",
            "coderpath:1:entry:nobody:0000000000001-00000000",
            &key.replace("coderpath:1", "coderpath:2"),
            &key[..key.len() - 1],
            &format!("{key}:x"),
        ] {
            log.forget(other);
        }
        assert_eq!(
            log.version(&record.id, record.stamp),
            Some(&record),
            "{name}"
        );
        log.forget(&key);
        assert_eq!(log.version(&record.id, record.stamp), None, "{name}");
        for other in names.map(read).into_iter().filter(|other| *other != record) {
            assert_eq!(log.version(&other.id, other.stamp), Some(&other), "{name}");
        }
    }
}

#[test]
fn names_of_entries() {
    let longest = "x".repeat(64);
    for good in ["a", "A-1", "00000000000000ff", longest.as_str(), "-"] {
        assert_eq!(good.parse::<EntryId>().unwrap().as_str(), good);
    }
    let too_long = "x".repeat(65);
    for bad in ["", "a b", "a:b", "ü", "a_b", "a\n", too_long.as_str()] {
        assert!(bad.parse::<EntryId>().is_err(), "{bad:?}");
    }
    assert_eq!(EntryId::new(u64::MAX).as_str(), "ffffffffffffffff");
    assert_eq!(EntryId::new(0).as_str(), "0000000000000000");
}

#[test]
fn a_stamp_is_later_than_what_it_follows_whatever_the_clock_says() {
    let at = |millis, nonce| Stamp { millis, nonce };
    // Earlier stamps, the clock, and the millisecond that comes of it.
    let cases: [(&[Stamp], u64, u64); 5] = [
        (&[], 500, 500),
        (&[at(100, 9)], 500, 500),
        (&[at(500, 9)], 500, 501),
        (&[at(900, 9), at(100, 1)], 500, 901),
        (&[at(u64::MAX, 0)], 500, u64::MAX),
    ];
    for (earlier, now, millis) in cases {
        assert_eq!(
            Stamp::after(earlier, now, 1),
            at(millis, 1),
            "{earlier:?} at {now}"
        );
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Unknown fields

/// The value at this place is still what the fixture has there.
#[track_caller]
fn check_kept(fixture: &Value, written: &Value, places: &[&str]) {
    for place in places {
        let before = fixture.pointer(place);
        assert!(before.is_some(), "{place} is not in the fixture");
        assert_eq!(written.pointer(place), before, "{place}");
    }
}

#[test]
fn what_a_later_release_added_is_kept_through_read_edit_and_write() {
    let (key, before) = fixture("entry-from-a-later-release");
    let mut person = Person::new(1);
    person.does(Action::Arrived(key, Some(before.clone())));
    let name = id("a");

    person.does(Action::Edit(name.clone()));
    person.does(Action::Change(Change::Text(
        Field::Title,
        "Another".to_owned(),
    )));
    person.does(Action::Change(Change::Text(
        Field::AapcCeus,
        "2".to_owned(),
    )));
    let edited = the_save(&person.does(Action::Save));
    let places = [
        "/later",
        "/entry/later",
        "/entry/aapc/later",
        "/entry/aapc/for",
        "/entry/ahima/later",
    ];
    check_kept(&value(&before), &value(&edited.text), &places);
    assert!(
        edited.text.contains(r#"["of entry",1.50,null]"#),
        "to the letter"
    );
    assert_eq!(value(&edited.text)["entry"]["title"], "Another");
    assert_eq!(value(&edited.text)["entry"]["aapc"]["ceus"], "2");

    // A deletion keeps what it does not know of the record, and undoing it brings all of it back.
    let deleted = the_save(&person.does(Action::Delete(name.clone())));
    check_kept(&value(&before), &value(&deleted.text), &["/later"]);
    let back = person.does(Action::Step(Way::Undo));
    let back = common::saves(&back).pop().unwrap();
    check_kept(&value(&before), &value(&back.text), &places);
    assert_eq!(value(&back.text)["entry"], value(&edited.text)["entry"]);

    let (key, before) = fixture("profile-from-a-later-release");
    let mut person = Person::new(2);
    person.does(Action::Arrived(key, Some(before.clone())));
    let change = the_save(&person.does(Action::ProfileText(ProfileField::AapcTracker, text("48"))));
    let places = [
        "/later",
        "/profile/later",
        "/profile/held",
        "/profile/rules",
    ];
    check_kept(&value(&before), &value(&change.text), &places);
    let change = person.does(Action::Hold(CredentialId::Cpc, false));
    let change = common::saves(&change).pop().unwrap();
    check_kept(
        &value(&before),
        &value(&change.text),
        &["/later", "/profile/later", "/profile/rules"],
    );
    assert_eq!(value(&change.text)["profile"]["held"], json!(["XYZ"]));
    // A table that this release does not know is not chosen, until the reader chooses one.
    assert_eq!(person.state.edition(), Edition::Article);
}

// ---------------------------------------------------------------------------------------------------------------------
// Any record, any text

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_record_is_read_as_it_was_written(record in any_record()) {
        let (key, json) = (record.key(), record.to_json());
        prop_assert!(is_ours(&key));
        let read = Record::read(&key, &json);
        prop_assert_eq!(read.as_ref(), Ok(&record));
        prop_assert_eq!(read.unwrap().to_json(), json);
    }

    #[test]
    fn any_text_is_read_or_refused(key in any::<String>(), text in any::<String>()) {
        let read = Record::read(&key, &text);
        prop_assert!(read.is_err());
        let mut log = Log::default();
        log.take_in(&key, &text);
        prop_assert_eq!(log.unread().count(), 1);
    }

    /// Half a text, a text with one character changed, and one with a piece left out.
    #[test]
    fn any_damage_is_read_or_refused(
        name in proptest::sample::select(vec!["entry", "entry-from-a-later-release", "profile", "deleted", "newer"]),
        at in any::<proptest::sample::Index>(),
        length in 0..8_usize,
        instead in "\\PC{0,3}|[{}\\[\\]\",:0-9]{0,3}",
    ) {
        let (key, text) = fixture(name);
        let letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        let damaged: String = letters[..at]
            .iter()
            .copied()
            .chain(instead.chars())
            .chain(letters[(at + length).min(letters.len())..].iter().copied())
            .collect();
        if let Ok(record) = Record::read(&key, &damaged) {
            // It was damaged only where anything may stand, such as in a title.
            let json = record.to_json();
            prop_assert_eq!(Record::read(&key, &json), Ok(record));
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// A log is the union of records

fn log_of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Log {
    let mut log = Log::default();
    for record in records {
        log.add(record.clone());
    }
    log
}

/// One step of a random history: which device does it, to which entry, and what.
type Step = (usize, usize, u8, u64);

/// What two devices make of their own logs, each now and then hearing everything of the other; every record made.
fn history(steps: &[Step]) -> Vec<Record> {
    let mut logs = [Log::default(), Log::default()];
    let mut all = Vec::new();
    for (nonce, &(device, which, what, millis)) in (0..).zip(steps) {
        if what == 0 {
            for record in &all {
                logs[device].add(Record::clone(record));
            }
            continue;
        }
        let name = ["a", "b", "c"][which];
        let earlier: Vec<Record> = logs[device]
            .heads(&entry_id(name))
            .into_iter()
            .cloned()
            .collect();
        let record = if what == 1 && !earlier.is_empty() {
            tombstone(name, &earlier, millis, nonce)
        } else {
            let title = format!("{name} {nonce}");
            // Twins of one stamp, as a copied browser profile can make.
            let nonce = if what == 2 { 7 } else { nonce };
            entry_record(
                name,
                plain_entry(&title, day(2026, 1, 1 + nonce % 9)),
                &earlier,
                millis,
                nonce,
            )
        };
        logs[device].add(record.clone());
        all.push(record);
    }
    all
}

fn any_history() -> impl Strategy<Value = Vec<Record>> {
    proptest::collection::vec((0..2_usize, 0..3_usize, 0..8_u8, 0..40_u64), 0..24)
        .prop_map(|steps| history(&steps))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_adding_does_not_matter(
        records in any_history(),
        order in any::<prop::sample::Index>(),
        mixed in Just(()).prop_perturb(|(), random| random),
    ) {
        let mut shuffled = records.clone();
        let mut random = mixed;
        for last in (1..shuffled.len()).rev() {
            shuffled.swap(last, usize::try_from(random.next_u32()).unwrap() % (last + 1));
        }
        let whole = log_of(&records);
        prop_assert_eq!(&log_of(&shuffled), &whole, "in any order");
        prop_assert_eq!(&log_of(records.iter().chain(&shuffled)), &whole, "and any number of times");
        // The union of two parts is the whole, whichever part is taken first.
        let middle = if records.is_empty() { 0 } else { order.index(records.len()) };
        let (first, second) = records.split_at(middle);
        prop_assert_eq!(&log_of(second.iter().chain(first)), &whole);
    }

    /// Whatever happened, an entry that was changed after or beside every deletion is in the list, its newest living
    /// version is shown, and a conflict is marked exactly where two versions stand side by side.
    #[test]
    fn what_is_shown_follows_from_who_replaces_whom(records in any_history()) {
        let log = log_of(&records);
        let shown = log.entries();
        for name in ["a", "b", "c"] {
            let versions: Vec<&Record> = records.iter().filter(|record| record.id == entry_id(name)).collect();
            let replaced: BTreeSet<Stamp> = versions.iter().flat_map(|record| record.replaces.clone()).collect();
            let mut heads: Vec<&Record> = versions.into_iter().filter(|record| !replaced.contains(&record.stamp)).collect();
            heads.dedup_by(|a, b| a == b);
            let living: Vec<&&Record> = heads.iter().filter(|record| record.content != Content::Deleted).collect();
            let found = shown.iter().find(|shown| shown.id == &id(name));
            prop_assert_eq!(found.is_some(), !living.is_empty(), "{}", name);
            if let Some(found) = found {
                prop_assert_eq!(found.has_conflict, heads.len() > 1);
                let latest = living.iter().map(|record| record.stamp).max();
                let is_shown = living.iter().any(|record| {
                    Some(record.stamp) == latest
                        && matches!(&record.content, Content::Entry(entry) if &**entry == found.entry)
                });
                prop_assert!(is_shown, "{}: the newest living version", name);
            }
        }
    }
}

/// The titles that are shown, "!" behind those in conflict.
fn shown(log: &Log) -> Vec<String> {
    log.entries()
        .iter()
        .map(|shown| {
            format!(
                "{}{}",
                shown.entry.title,
                if shown.has_conflict { "!" } else { "" }
            )
        })
        .collect()
}

#[test]
fn who_replaces_whom() {
    let entry = |title: &str| plain_entry(title, day(2026, 10, 5));
    let first = entry_record("a", entry("first"), &[], 10, 1);
    let second = entry_record("a", entry("second"), std::slice::from_ref(&first), 20, 1);
    let other = entry_record("a", entry("other"), std::slice::from_ref(&first), 15, 2);
    let gone = tombstone("a", std::slice::from_ref(&first), 30, 3);
    let gone_later = tombstone("a", std::slice::from_ref(&second), 30, 3);
    let both = entry_record("a", entry("both"), &[second.clone(), other.clone()], 40, 4);
    let copied = entry_record("a", entry("copied"), std::slice::from_ref(&first), 20, 1);
    // The records, and what is shown of them.
    let cases: &[(&str, &[&Record], &[&str])] = &[
        ("nothing", &[], &[]),
        ("one", &[&first], &["first"]),
        ("replaced", &[&first, &second], &["second"]),
        (
            "the replaced one is no longer stored",
            &[&second],
            &["second"],
        ),
        (
            "two replace the same",
            &[&first, &second, &other],
            &["second!"],
        ),
        (
            "the same without their parent",
            &[&second, &other],
            &["second!"],
        ),
        (
            "a third settles it",
            &[&first, &second, &other, &both],
            &["both"],
        ),
        ("deleted", &[&first, &gone], &[]),
        ("only the deletion is left", &[&gone], &[]),
        (
            "a backup brings the old version",
            &[&gone_later, &first, &second],
            &[],
        ),
        (
            "deleted here, changed there",
            &[&first, &gone, &second],
            &["second!"],
        ),
        (
            "deleted after the change, and changed apart",
            &[&first, &second, &gone_later, &other],
            &["other!"],
        ),
        (
            "two of one stamp",
            &[&first, &second, &copied],
            &["second!"],
        ),
    ];
    for (case, records, titles) in cases {
        assert_eq!(shown(&log_of(records.iter().copied())), *titles, "{case}");
        let reversed = log_of(records.iter().rev().copied());
        assert_eq!(shown(&reversed), *titles, "{case}, the other way round");
    }
    let log = log_of([&first, &second, &other]);
    assert_eq!(
        log.heads(&entry_id("a")),
        [&other, &second],
        "the newest last"
    );
    assert_eq!(log.newest(&entry_id("a")), Some(&second));
    assert_eq!(log.version(&entry_id("a"), other.stamp), Some(&other));
    assert!(
        Log::default().replaced_by(&both).is_empty(),
        "nothing is here"
    );
    let with = log_of([&first, &second, &other, &both]);
    assert_eq!(
        with.replaced_by(&both),
        [first.key(), other.key(), second.key()],
        "everything that stands for the same entry and is still here"
    );
    assert_eq!(log.entry(&id("b")), None);
    assert_eq!(log_of([&gone]).entry(&id("a")), None);
}

#[test]
fn entries_come_latest_first_and_the_last_added_first_on_one_day() {
    let at = |name: &str, date, millis| entry_record(name, plain_entry(name, date), &[], millis, 1);
    let early = at("early", day(2026, 1, 1), 900);
    let late = at("late", day(2026, 12, 1), 100);
    let same_1 = at("same-1", day(2026, 6, 1), 200);
    let same_2 = at("same-2", day(2026, 6, 1), 300);
    let records = [&early, &late, &same_1, &same_2];
    let order = ["late", "same-2", "same-1", "early"];
    assert_eq!(shown(&log_of(records)), order);
    assert_eq!(shown(&log_of(records.into_iter().rev())), order);
    // A change of an entry does not move it within its day.
    let changed = entry_record(
        "same-1",
        plain_entry("changed", day(2026, 6, 1)),
        std::slice::from_ref(&same_1),
        950,
        1,
    );
    let log = log_of(records.into_iter().chain([&changed]));
    assert_eq!(shown(&log), ["late", "same-2", "changed", "early"]);
    let mut log = log;
    log.forget(&same_1.key());
    assert_eq!(shown(&log), ["late", "same-2", "changed", "early"]);
}

#[test]
fn an_apprentice_becomes_a_coder_in_one_step() {
    use CredentialId::{Ccs, Cpc, CpcA};
    // What is ticked or unticked one after the other, and what is held then.
    let cases: &[(&[(CredentialId, bool)], &[CredentialId])] = &[
        (&[(Cpc, true)], &[Cpc]),
        (&[(CpcA, true), (Cpc, true)], &[Cpc]),
        (&[(Cpc, true), (CpcA, true)], &[CpcA]),
        (&[(Cpc, true), (Cpc, true), (Cpc, false)], &[]),
        (&[(Cpc, true), (CpcA, false)], &[Cpc]),
        (&[(Cpc, true), (Ccs, true), (Cpc, false)], &[Ccs]),
    ];
    for (steps, held) in cases {
        let mut profile = Profile::default();
        for &(id, is_held) in *steps {
            profile.hold(id, is_held);
        }
        assert_eq!(profile.holdings().named(), *held, "{steps:?}");
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The form

/// The good draft with one change is at fault like this, in any order; and stays as it was typed.
#[track_caller]
fn check_draft(change: impl Fn(&mut Draft), faults: &[(Field, Fault)]) {
    let mut draft = good_draft("Modifiers");
    change(&mut draft);
    let before = draft.clone();
    let read = draft.read(None, today());
    assert_eq!(draft, before);
    let mut found: Vec<(Field, Fault)> = read
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|FieldFault { field, fault }| (field, fault))
        .collect();
    found.sort_by_key(|(field, _)| *field);
    let mut faults = faults.to_vec();
    faults.sort_by_key(|(field, _)| *field);
    assert_eq!(found, faults, "{draft:?}");
}

fn date(typed: &str) -> impl Fn(&mut Draft) {
    move |draft| draft.date = text(typed)
}

fn planned(typed: &str) -> impl Fn(&mut Draft) {
    move |draft| {
        draft.date = text(typed);
        draft.state = State::Planned;
    }
}

#[test]
fn drafts_and_their_faults() {
    use Fault::{DoneInFuture, FarAwayDay, Missing, NoBody, NoSuchDay, TooLong};
    check_draft(|_| {}, &[]);
    for good in [
        "2026-11-23",
        "2026-11-22",
        " 2026-01-31 ",
        "2024-02-29",
        "1990-01-01",
    ] {
        check_draft(date(good), &[]);
    }
    for bad in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-11-31",
        "23.11.2026",
        "11/23/2026",
        "2026-1-1",
        "2026-11",
        "yesterday",
        "2026-11-23x",
        "２０２６-11-23",
        "-2026-11-23",
        "2026-11-23-01",
    ] {
        check_draft(date(bad), &[(Field::Date, NoSuchDay)]);
    }
    check_draft(
        |draft| draft.date = Typed::Unreadable,
        &[(Field::Date, NoSuchDay)],
    );
    check_draft(date(""), &[(Field::Date, Missing)]);
    check_draft(date("  "), &[(Field::Date, Missing)]);
    for bad in ["1989-12-31", "0226-11-23", "9999-11-23"] {
        check_draft(date(bad), &[(Field::Date, FarAwayDay)]);
    }
    check_draft(date("2026-11-24"), &[(Field::Date, DoneInFuture)]);
    check_draft(date("2100-12-31"), &[(Field::Date, DoneInFuture)]);
    check_draft(date("2101-01-01"), &[(Field::Date, FarAwayDay)]);
    check_draft(planned("2026-11-24"), &[]);
    check_draft(planned("2026-11-01"), &[]);
    check_draft(planned("2101-01-01"), &[(Field::Date, FarAwayDay)]);

    check_draft(
        |draft| draft.title = " \t ".to_owned(),
        &[(Field::Title, Missing)],
    );
    let long = |length: usize| "ü".repeat(length);
    check_draft(|draft| draft.title = long(TITLE_MOST), &[]);
    check_draft(
        |draft| draft.title = long(TITLE_MOST + 1),
        &[(Field::Title, TooLong(300))],
    );
    check_draft(|draft| draft.sponsor = long(300), &[]);
    check_draft(
        |draft| draft.sponsor = long(301),
        &[(Field::Sponsor, TooLong(300))],
    );
    check_draft(
        |draft| draft.index_number = long(301),
        &[(Field::IndexNumber, TooLong(300))],
    );
    check_draft(|draft| draft.notes = long(2000), &[]);
    check_draft(
        |draft| draft.notes = long(2001),
        &[(Field::Notes, TooLong(2000))],
    );

    check_draft(
        |draft| draft.aapc.is_claimed = false,
        &[(Field::Bodies, NoBody)],
    );
    for (typed, why) in [
        ("", CeusError::Missing),
        ("one", CeusError::NotANumber),
        ("-1", CeusError::NotANumber),
        ("0", CeusError::NotPositive),
        ("1.255", CeusError::TooFine),
        ("1,000", CeusError::TooFine),
        ("1000", CeusError::TooMuch),
    ] {
        check_draft(
            |draft| draft.aapc.ceus = typed.to_owned(),
            &[(Field::AapcCeus, Fault::Ceus(why))],
        );
        check_draft(
            |draft| {
                draft.ahima.is_claimed = true;
                draft.ahima.ceus = typed.to_owned();
            },
            &[(Field::AhimaCeus, Fault::Ceus(why))],
        );
        // A claim that is not made is not read.
        check_draft(|draft| draft.ahima.ceus = typed.to_owned(), &[]);
    }
    check_draft(
        |draft| *draft = Draft::default(),
        &[
            (Field::Date, Missing),
            (Field::Title, Missing),
            (Field::Bodies, NoBody),
        ],
    );
    check_draft(
        |draft| {
            draft.date = text("soon");
            draft.title = String::new();
            draft.sponsor = long(301);
            draft.index_number = long(301);
            draft.aapc.ceus = "x".to_owned();
            draft.ahima.is_claimed = true;
            draft.notes = long(2001);
        },
        &[
            (Field::Date, NoSuchDay),
            (Field::Title, Missing),
            (Field::Sponsor, TooLong(300)),
            (Field::IndexNumber, TooLong(300)),
            (Field::AapcCeus, Fault::Ceus(CeusError::NotANumber)),
            (Field::AhimaCeus, Fault::Ceus(CeusError::Missing)),
            (Field::Notes, TooLong(2000)),
        ],
    );
}

#[test]
fn a_draft_is_read_as_it_was_typed() {
    let mut draft = good_draft("  Modifiers  ");
    draft.sponsor = " Chapter ".to_owned();
    draft.notes = "a\nb ".to_owned();
    draft.aapc.ceus = "1,5".to_owned();
    let entry = draft.read(None, today()).unwrap();
    let mut expected = plain_entry("Modifiers", day(2026, 11, 20));
    expected.sponsor = "Chapter".to_owned();
    expected.notes = "a\nb".to_owned();
    expected.aapc = Some(aapc_claim(150));
    assert_eq!(entry, expected);
}

#[test]
fn editing_keeps_what_the_form_does_not_show() {
    let entry = full_entry();
    let draft = Draft::of(&entry);
    assert_eq!(
        draft.read(Some(&entry), today()),
        Ok(entry.clone()),
        "nothing was changed"
    );

    let mut changed = draft.clone();
    changed.title = "Other".to_owned();
    changed.aapc.ceus = "2".to_owned();
    changed.ahima.domain = None;
    let mut expected = entry.clone();
    expected.title = "Other".to_owned();
    expected.aapc.as_mut().unwrap().ceus = Ceus::whole(2);
    expected.ahima.as_mut().unwrap().domain = None;
    assert_eq!(changed.read(Some(&entry), today()), Ok(expected));

    // A claim that is taken back is gone, the other one stays whole.
    let mut one = draft.clone();
    one.aapc.is_claimed = false;
    let mut expected = entry.clone();
    expected.aapc = None;
    assert_eq!(one.read(Some(&entry), today()), Ok(expected));

    // What it was approved for is typed with commas.
    let mut approved = draft.clone();
    approved.aapc.approved_for = " Core A ,CPMA; CPMA,".to_owned();
    let read = approved.read(Some(&entry), today()).unwrap();
    let names = ["Core A", "CPMA"].map(|name| Approval(name.to_owned()));
    assert_eq!(read.aapc.unwrap().approved_for, names);

    // What was not typed is not said of a claim made anew.
    let mut without = entry.clone();
    without.aapc = None;
    let mut anew = Draft::of(&without);
    assert_eq!(anew.aapc, AapcDraft::default());
    anew.aapc.is_claimed = true;
    anew.aapc.ceus = "3".to_owned();
    let read = anew.read(Some(&without), today()).unwrap();
    assert_eq!(read.aapc.unwrap().approved_for, []);
    assert_eq!(read.ahima, entry.ahima);

    // Nothing is added to a claim that was approved for nothing in particular.
    let mut bare = entry.clone();
    bare.aapc = Some(aapc_claim(100));
    bare.ahima = Some(ahima_claim(100));
    assert_eq!(Draft::of(&bare).read(Some(&bare), today()), Ok(bare));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A form that is opened and saved again changes nothing but the space around the texts.
    #[test]
    fn any_entry_goes_through_the_form_unchanged(entry in any_entry()) {
        if let Ok(read) = Draft::of(&entry).read(Some(&entry), today()) {
            let trimmed = |text: &String| text.trim().to_owned();
            let expected = Entry {
                title: trimmed(&entry.title),
                sponsor: trimmed(&entry.sponsor),
                index_number: trimmed(&entry.index_number),
                notes: trimmed(&entry.notes),
                ..entry.clone()
            };
            prop_assert_eq!(read, expected);
        }
    }
}
