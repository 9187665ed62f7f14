//! The files as other programs read them: our own output against the schema that we hand out, and both against
//! the page that describes them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::too_many_lines,
    clippy::needless_pass_by_value,
    reason = "a table of cases is as long as it is, and reads best when its values are written plainly"
)]

mod any;
mod common;

use std::collections::{BTreeMap, BTreeSet};

use any::any_record;
use chrono::Month;
use coderpath::app::DateOrder;
use coderpath::log::{
    ALL_DOMAINS, ALL_KINDS, ALL_SOURCES, ALL_STATES, AapcClaim, AhimaClaim, Backup, Content,
    Expected, Log, Merge, NoBackup, Part, Pin, Plan, Profile, Record, RecordId, Unreadable,
    is_ours,
};
use coderpath::render::{self, Block};
use coderpath::rules::{Body, Ceus, CredentialId, Edition};
use coderpath::sheet::{ALL_COLUMNS, Column, export};
use coderpath::words::{self, SHEET_NAMES, sheet_column};
use common::{day, entry_record, frozen, full_entry, today, tombstone};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

const ENTRY: &str = "coderpath:1:entry:full:1795410000000-00000001";
const DELETED: &str = "coderpath:1:entry:gone:1795410000000-00000003";
const PROFILE: &str = "coderpath:1:profile:1795410000000-00000002";

fn text_of(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn schema() -> Value {
    serde_json::from_str(&text_of("docs/backup.schema.json")).unwrap()
}

fn validator() -> Validator {
    let schema = schema();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

/// A log in which every field of the format is said.
fn full_log() -> Log {
    let mut entry = full_entry();
    let pin = Pin {
        due: Some(day(2027, 1, 31)),
        credential: "core".to_owned(),
    };
    entry.aapc = entry.aapc.map(|claim| AapcClaim {
        cms: true,
        pin: pin.clone(),
        ..claim
    });
    entry.ahima = entry.ahima.map(|claim| AhimaClaim { pin, ..claim });
    let mut profile = Profile::default();
    profile.other_aapc = 1;
    profile.specialties = vec!["CRC".to_owned()];
    profile.aapc_due = Some(day(2027, 1, 31));
    profile.aapc_month = Some(Month::January);
    profile.aapc_tracker = Some(Ceus::hundredths(5_750));
    profile.aapc_tracker_on = Some(day(2026, 11, 1));
    profile.ahima_start = Some(day(2025, 1, 1));
    profile.ahima_tracker = Some(Ceus::whole(30));
    profile.ahima_tracker_on = Some(day(2026, 11, 2));
    profile.hold(CredentialId::Cpc, true);
    profile.hold_since(CredentialId::Cpc, Some(day(2020, 2, 29)));
    profile.choose(Edition::Latest);
    profile.submit(Body::Aapc, day(2025, 1, 31), Some(day(2025, 1, 20)));
    profile.submit(Body::Ahima, day(2024, 12, 31), Some(day(2024, 12, 1)));
    profile.remember(Plan {
        edition: Edition::Article,
        total: Ceus::whole(60),
    });
    let earlier = entry_record("full", full_entry(), &[], 1_795_400_000_000, 1);
    let gone = entry_record("gone", full_entry(), &[], 1_795_400_000_000, 3);
    let earlier_profile = Record::replacing(
        RecordId::Profile,
        Content::Profile(Box::default()),
        &[],
        1_795_400_000_000,
        2,
    );
    let mut log = Log::default();
    log.add(entry_record(
        "full",
        entry,
        &[earlier],
        1_795_410_000_000,
        1,
    ));
    log.add(tombstone("gone", &[gone], 1_795_410_000_000, 3));
    log.add(Record::replacing(
        RecordId::Profile,
        Content::Profile(Box::new(profile)),
        &[earlier_profile],
        1_795_410_000_000,
        2,
    ));
    log
}

fn full_file() -> Value {
    serde_json::from_str(&full_log().backup(today())).unwrap()
}

/// What the reader says of a file: nothing, or why it, or the first of its items, cannot be read.
fn fault_of(file: &Value) -> Option<NoBackup> {
    match Backup::read(&file.to_string()) {
        Ok(backup) => backup.log.unread().next().map(|unread| unread.why.into()),
        Err(why) => Some(why),
    }
}

#[track_caller]
fn check_described(log: &Log, what: &str) {
    let file = serde_json::from_str(&log.backup(today())).unwrap();
    if let Err(why) = validator().validate(&file) {
        panic!("{what}: {why} at {}", why.instance_path());
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// What we write

#[test]
fn what_every_release_stored_is_as_the_schema_says() {
    let items: BTreeMap<String, String> =
        serde_json::from_str(&text_of("tests/fixtures/release-0.1.0.json")).unwrap();
    let mut log = Log::default();
    for (key, text) in items.iter().filter(|(key, _)| is_ours(key)) {
        log.take_in(key, text);
    }
    assert_eq!(log.unread().count(), 0);
    check_described(&log, "release 0.1.0");
    for name in [
        "deleted",
        "entry-from-a-later-release",
        "entry-minimal",
        "entry-with-pins",
        "entry",
        "newer",
        "profile-from-a-later-release",
        "profile-minimal",
        "profile-with-cycles",
        "profile",
    ] {
        let fixture = text_of(&format!("tests/fixtures/{name}.txt"));
        let (key, text) = fixture.split_once('\n').unwrap();
        let mut log = Log::default();
        log.take_in(key, text.trim_end());
        check_described(&log, name);
    }
}

#[test]
fn a_backup_of_an_earlier_release_is_read_and_would_be_written_again_as_it_is() {
    let file = frozen("backup-0.1.0.json");
    let Backup { made, log } = Backup::read(&file).unwrap();
    assert_eq!((made, log.backup(made)), (today(), file));
    let stored: BTreeMap<String, String> =
        serde_json::from_str(&frozen("release-0.1.0.json")).unwrap();
    let mut there = Log::default();
    for (key, text) in stored.iter().filter(|(key, _)| is_ours(key)) {
        there.take_in(key, text);
    }
    // What the log of that release has, a second version, and what could not be read.
    let Merge {
        records,
        unread,
        conflicts,
        ..
    } = there.merge(&log);
    assert_eq!((records.len(), unread.len(), conflicts), (1, 2, 1));
    assert!(log.merge(&there).is_nothing());
    check_described(&log, "release 0.1.0");
}

#[test]
fn a_log_without_anything_is_as_the_schema_says() {
    check_described(&Log::default(), "nothing");
}

/// The log is full in truth: whatever the schema describes stands in it, and nothing else but what a later release added.
#[test]
fn a_log_with_every_field_is_as_the_schema_says_and_has_every_field() {
    check_described(&full_log(), "everything");
    assert_eq!(fault_of(&full_file()), None);
    let described: BTreeSet<String> = fields(&schema())
        .into_values()
        .flat_map(BTreeMap::into_keys)
        .collect();
    let mut written = BTreeSet::new();
    for path in paths(&full_file()) {
        let name = path.rsplit('/').next().unwrap().to_owned();
        if !is_ours(&name) && !name.starts_with("later-") && !is_data(&path) {
            written.insert(name);
        }
    }
    assert_eq!(written, described);
}

#[test]
fn the_schemas_choices_are_those_of_the_log() {
    let keys = |keys: &mut dyn Iterator<Item = &'static str>| keys.collect::<Value>();
    for (choices, of) in [
        (
            keys(&mut ALL_KINDS.iter().map(|one| one.key())),
            "/$defs/entry/properties/kind",
        ),
        (
            keys(&mut ALL_STATES.iter().map(|one| one.key())),
            "/$defs/entry/properties/state",
        ),
        (
            keys(&mut ALL_DOMAINS.iter().map(|one| one.key())),
            "/$defs/ahimaClaim/properties/domain",
        ),
        (
            keys(&mut ALL_SOURCES.iter().map(|one| one.key())),
            "/$defs/ahimaClaim/properties/source",
        ),
    ] {
        assert_eq!(schema().pointer(of).unwrap()["enum"], choices, "{of}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_log_is_as_the_schema_says(
        records in proptest::collection::vec(any_record(), 0..6),
        damaged in proptest::collection::vec(
            ("coderpath:(1:entry:[a-z]{1,3}|1:profile|2:entry|1):([0-9]{13}-[0-9a-f]{8}|\\PC{0,5})", any::<String>()), 0..3),
    ) {
        let mut log = Log::default();
        for record in records {
            log.add(record);
        }
        for (key, text) in damaged {
            log.take_in(&key, &text);
        }
        check_described(&log, "a random log");
    }
}

/// What a browser lets a whole site store, in UTF-16 units.
const SITE_UNITS: usize = 5 * 1_024 * 1_024;

/// A log that fills a site's storage: long activities, as many as there is room for, and in what is left an item that cannot
/// be read.
fn brim_full_log(letter: &str) -> Log {
    let mut log = Log::default();
    let mut left = SITE_UNITS;
    let units = |text: &str| text.encode_utf16().count();
    for nth in 0.. {
        let mut entry = full_entry();
        entry.title = letter.repeat(150);
        (entry.sponsor, entry.notes) = (letter.repeat(900), letter.repeat(900));
        let record = entry_record(&nth.to_string(), entry, &[], 1_795_410_000_000, nth);
        let takes = units(&record.key()) + units(&record.to_json());
        if left < takes {
            break;
        }
        left -= takes;
        log.add(record);
    }
    let key = "coderpath:1:entry:half:x";
    log.take_in(key, &letter.repeat((left - units(key)) / units(letter)));
    log
}

/// Whatever it is written in: letters of one byte, of two, of three, and of two units with four.
#[test]
fn a_log_that_fills_storage_has_a_backup_that_is_read() {
    for letter in ["x", "\"", "é", "診", "🩺"] {
        let log = brim_full_log(letter);
        let file = log.backup(today());
        let read = Backup::read(&file).map(|backup| backup.log == log);
        assert_eq!(read, Ok(true), "{letter}: {} bytes", file.len());
    }
    let crowd: Vec<String> = (0..=500_000).map(|nth| format!("\"{nth}\":1")).collect();
    let file = format!(
        r#"{{"coderpath":"backup","v":1,"made":"2026-11-23","items":{{{}}}}}"#,
        crowd.join(",")
    );
    assert_eq!(Backup::read(&file), Err(NoBackup::TooMany));
}

// ---------------------------------------------------------------------------------------------------------------------
// What is refused

/// The schema refuses a file in which this stands, and our reader names what is wrong there.
#[track_caller]
fn check_refused(path: &str, instead: Value, expected: NoBackup) {
    let mut file = full_file();
    put(&mut file, path, instead.clone());
    assert!(
        !validator().is_valid(&file),
        "the schema accepts {instead} at {path}"
    );
    let fault = fault_of(&file).map(|fault| match fault {
        // Where exactly in its line a part stops being an object is the parser's affair.
        NoBackup::Unreadable(Unreadable::NoObject { part, .. }) => no_object(part),
        other => other,
    });
    assert_eq!(fault, Some(expected), "{instead} at {path}");
}

/// That a part is no object.
fn no_object(part: Part) -> NoBackup {
    NoBackup::Unreadable(Unreadable::NoObject {
        part,
        line: 1,
        column: 0,
    })
}

/// Puts a value in place of another, or beside the others of an object.
fn put(file: &mut Value, path: &str, value: Value) {
    let (parent, name) = path.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        other => other[name] = value,
    }
}

#[test]
fn what_the_schema_refuses_our_reader_names() {
    use Expected as E;

    let field = |part, name, expected| {
        NoBackup::Unreadable(Unreadable::Field {
            name,
            part,
            expected,
        })
    };
    let content = NoBackup::Unreadable(Unreadable::Content);
    let in_file = |rest: &str| format!("/{rest}");
    let in_entry = |rest: &str| format!("/items/{ENTRY}/{rest}");
    let in_deleted = |rest: &str| format!("/items/{DELETED}/{rest}");
    let in_profile = |rest: &str| format!("/items/{PROFILE}/{rest}");
    for (path, instead, expected) in [
        (in_file("coderpath"), json!("export"), NoBackup::Other),
        (
            in_file("coderpath"),
            json!(1),
            field(Part::Backup, "coderpath", E::Text),
        ),
        (
            in_file("v"),
            json!("1"),
            field(Part::Backup, "v", E::Number),
        ),
        (
            in_file("v"),
            json!(2),
            NoBackup::Unreadable(Unreadable::Newer(2)),
        ),
        (
            in_file("made"),
            json!("23 November"),
            field(Part::Backup, "made", E::Day),
        ),
        (
            in_file("made"),
            json!("2026-02-29"),
            field(Part::Backup, "made", E::Day),
        ),
        (in_file("items"), json!(["a", "b"]), no_object(Part::Backup)),
        (in_entry("v"), json!(0), field(Part::Record, "v", E::Format)),
        (
            in_entry("v"),
            json!(true),
            field(Part::Record, "v", E::Number),
        ),
        (
            in_entry("id"),
            json!("a b"),
            field(Part::Record, "id", E::Name),
        ),
        (
            in_entry("stamp"),
            json!("1-2"),
            field(Part::Record, "stamp", E::Stamp),
        ),
        (
            in_entry("stamp"),
            json!(1_795_410_000_000_u64),
            field(Part::Record, "stamp", E::Stamp),
        ),
        (
            in_entry("replaces"),
            json!("1795410000000-00000001"),
            field(Part::Record, "replaces", E::Texts),
        ),
        (
            in_entry("replaces"),
            json!(["soon"]),
            field(Part::Record, "replaces", E::Stamps),
        ),
        (in_entry("deleted"), json!(true), content),
        (
            in_entry("deleted"),
            json!("no"),
            field(Part::Record, "deleted", E::Flag),
        ),
        (in_entry("profile"), json!({}), content),
        (in_deleted("deleted"), json!(false), content),
        (in_deleted("entry"), json!({}), content),
        (
            in_entry("entry"),
            json!("Modifiers"),
            no_object(Part::Entry),
        ),
        (
            in_entry("entry/date"),
            json!("10/05/2026"),
            field(Part::Entry, "date", E::Day),
        ),
        (
            in_entry("entry/date"),
            json!("2026-06-31"),
            field(Part::Entry, "date", E::Day),
        ),
        (
            in_entry("entry/title"),
            Value::Null,
            field(Part::Entry, "title", E::Text),
        ),
        (
            in_entry("entry/sponsor"),
            json!(["AAPC"]),
            field(Part::Entry, "sponsor", E::Text),
        ),
        (
            in_entry("entry/index_number"),
            json!(40_718),
            field(Part::Entry, "index_number", E::Text),
        ),
        (
            in_entry("entry/kind"),
            json!("webinar"),
            field(Part::Entry, "kind", E::Kind),
        ),
        (
            in_entry("entry/state"),
            json!("Done"),
            field(Part::Entry, "state", E::State),
        ),
        (
            in_entry("entry/notes"),
            json!({}),
            field(Part::Entry, "notes", E::Text),
        ),
        (
            in_entry("entry/aapc"),
            json!(1.5),
            no_object(Part::AapcClaim),
        ),
        (
            in_entry("entry/aapc/ceus"),
            json!(1.5),
            field(Part::AapcClaim, "ceus", E::Ceus),
        ),
        (
            in_entry("entry/aapc/ceus"),
            json!("0.0"),
            field(Part::AapcClaim, "ceus", E::Ceus),
        ),
        (
            in_entry("entry/aapc/ceus"),
            json!("999.01"),
            field(Part::AapcClaim, "ceus", E::Ceus),
        ),
        (
            in_entry("entry/aapc/ceus"),
            json!("1.125"),
            field(Part::AapcClaim, "ceus", E::Ceus),
        ),
        (
            in_entry("entry/aapc/for"),
            json!("core"),
            field(Part::AapcClaim, "for", E::Texts),
        ),
        (
            in_entry("entry/aapc/for"),
            json!([1]),
            field(Part::AapcClaim, "for", E::Texts),
        ),
        (
            in_entry("entry/aapc/pre_approved"),
            json!("yes"),
            field(Part::AapcClaim, "pre_approved", E::Flag),
        ),
        (
            in_entry("entry/aapc/cms"),
            json!(1),
            field(Part::AapcClaim, "cms", E::Flag),
        ),
        (
            in_entry("entry/aapc/pin_due"),
            json!(""),
            field(Part::AapcClaim, "pin_due", E::Day),
        ),
        (
            in_entry("entry/aapc/pin_credential"),
            json!(5),
            field(Part::AapcClaim, "pin_credential", E::Text),
        ),
        (
            in_entry("entry/aapc/certificate"),
            Value::Null,
            field(Part::AapcClaim, "certificate", E::Flag),
        ),
        (
            in_entry("entry/aapc/entered"),
            json!(0),
            field(Part::AapcClaim, "entered", E::Flag),
        ),
        (
            in_entry("entry/ahima/ceus"),
            json!("-1"),
            field(Part::AhimaClaim, "ceus", E::Ceus),
        ),
        (
            in_entry("entry/ahima/domain"),
            json!("cooking"),
            field(Part::AhimaClaim, "domain", E::Domain),
        ),
        (
            in_entry("entry/ahima/source"),
            json!(""),
            field(Part::AhimaClaim, "source", E::Source),
        ),
        (
            in_profile("profile"),
            json!([[[]]]),
            no_object(Part::Profile),
        ),
        (
            in_profile("profile/held"),
            json!({"CPC": true}),
            field(Part::Profile, "held", E::Texts),
        ),
        (
            in_profile("profile/other_aapc"),
            json!(256),
            field(Part::Profile, "other_aapc", E::SmallNumber),
        ),
        (
            in_profile("profile/other_aapc"),
            json!(-1),
            field(Part::Profile, "other_aapc", E::Number),
        ),
        (
            in_profile("profile/rules"),
            json!(2012),
            field(Part::Profile, "rules", E::Text),
        ),
        (
            in_profile("profile/since"),
            json!({"CPC": "2020"}),
            field(Part::Profile, "since", E::Day),
        ),
        (
            in_profile("profile/specialties"),
            json!([null]),
            field(Part::Profile, "specialties", E::Texts),
        ),
        (
            in_profile("profile/aapc_due"),
            json!("January"),
            field(Part::Profile, "aapc_due", E::Day),
        ),
        (
            in_profile("profile/aapc_month"),
            json!(13),
            field(Part::Profile, "aapc_month", E::SmallNumber),
        ),
        (
            in_profile("profile/aapc_month"),
            json!("1"),
            field(Part::Profile, "aapc_month", E::Number),
        ),
        (
            in_profile("profile/aapc_tracker"),
            json!(36),
            field(Part::Profile, "aapc_tracker", E::Ceus),
        ),
        (
            in_profile("profile/aapc_tracker_on"),
            json!(0),
            field(Part::Profile, "aapc_tracker_on", E::Day),
        ),
        (
            in_profile("profile/aapc_submitted"),
            json!({"2025": "2025-01-20"}),
            field(Part::Profile, "aapc_submitted", E::Day),
        ),
        (
            in_profile("profile/ahima_start"),
            json!("2025-13-01"),
            field(Part::Profile, "ahima_start", E::Day),
        ),
        (
            in_profile("profile/ahima_tracker"),
            json!("30 CEUs"),
            field(Part::Profile, "ahima_tracker", E::Ceus),
        ),
        (
            in_profile("profile/ahima_tracker_on"),
            json!([]),
            field(Part::Profile, "ahima_tracker_on", E::Day),
        ),
        (
            in_profile("profile/ahima_submitted"),
            json!({"2024-12-31": 1}),
            field(Part::Profile, "ahima_submitted", E::Day),
        ),
        (
            in_profile("profile/plan_rules"),
            json!(false),
            field(Part::Profile, "plan_rules", E::Text),
        ),
        (
            in_profile("profile/plan_total"),
            json!("1000"),
            field(Part::Profile, "plan_total", E::Ceus),
        ),
        (in_profile("deleted"), json!(true), content),
        (in_profile("entry"), json!({}), content),
        (in_profile("id"), json!("full"), content),
    ] {
        check_refused(&path, instead, expected);
    }
}

/// Of every field, as it would be with each of many values and without it, schema and reader say the same.
#[test]
fn schema_and_reader_agree_about_every_field() {
    let stamp = "1795400000000-00000abc";
    let values = [
        Value::Null,
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(12),
        json!(13),
        json!(255),
        json!(256),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("backup"),
        json!("done"),
        json!("event"),
        json!("other"),
        json!("ahima"),
        json!("2026-02-28"),
        json!("2026-02-30"),
        json!("2026-2-3"),
        json!("2026-02-28T00:00:00"),
        json!("0"),
        json!("00.00"),
        json!("0.01"),
        json!("007"),
        json!("1.50"),
        json!("999.00"),
        json!("999.1"),
        json!("1000"),
        json!("1e2"),
        json!(stamp),
        json!(stamp.to_uppercase()),
        json!([]),
        json!(["CPC"]),
        json!(["CPC", 1]),
        json!([stamp]),
        json!({}),
        json!({"CPC": "2026-02-28"}),
        json!({"2025-02-28": "2026-02-28"}),
        json!({"2025-02-28": "2026-02-29"}),
        json!({"2025-02-29": "2026-02-28"}),
        json!({"2025-02-28": null}),
    ];
    let validator = validator();
    let full = full_file();
    let mut tried = 0;
    for path in paths(&full) {
        let mut files: Vec<Value> = values
            .iter()
            .map(|value| {
                let mut file = full.clone();
                put(&mut file, &path, value.clone());
                file
            })
            .collect();
        let (parent, name) = path.rsplit_once('/').unwrap();
        let mut file = full.clone();
        if let Value::Object(object) = file.pointer_mut(parent).unwrap() {
            object.remove(name).unwrap();
            files.push(file);
        }
        for file in files {
            let fault = fault_of(&file);
            // These two the page names: a schema cannot know the key, and ours is the first format.
            let is_left_out = fault == Some(NoBackup::Unreadable(Unreadable::OtherKey))
                || path == "/v" && file["v"] == json!(0);
            let instead = file.pointer(&path);
            // A text in place of an item is what could not be read: it is read now, as it would have been then.
            let is_item = instead.is_some_and(Value::is_string) && path.matches('/').count() == 2;
            if !is_left_out && !is_item {
                tried += 1;
                assert_eq!(
                    validator.is_valid(&file),
                    fault.is_none(),
                    "{instead:?} at {path}: {fault:?}"
                );
            }
        }
    }
    assert!(tried > 2_000, "{tried}");
}

/// The paths of all values in a file, but the file's own.
fn paths(file: &Value) -> Vec<String> {
    let of = |name: &str, value: &Value| {
        let deeper = paths(value);
        let mut all = vec![format!("/{name}")];
        all.extend(deeper.iter().map(|rest| format!("/{name}{rest}")));
        all
    };
    match file {
        Value::Object(object) => object
            .iter()
            .flat_map(|(name, value)| of(name, value))
            .collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .flat_map(|(place, value)| of(&place.to_string(), value))
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether what stands at a path is named by the reader's data and not by the format, or stands in such.
fn is_data(path: &str) -> bool {
    [
        "/since/",
        "/aapc_submitted/",
        "/ahima_submitted/",
        "/later-",
    ]
    .iter()
    .any(|in_data| path.contains(in_data))
        || path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.parse::<usize>().is_ok())
}

// ---------------------------------------------------------------------------------------------------------------------
// What a conflict shows

/// What is shown of two versions of one thing.
fn shown(one: &Value, other: &Value) -> Block {
    let read = |key: &str, record: &Value| Record::read(key, &record.to_string()).unwrap();
    let key = match one["id"].as_str() {
        Some(id) => format!("coderpath:1:entry:{id}:{}", one["stamp"].as_str().unwrap()),
        None => PROFILE.to_owned(),
    };
    let versions = [read(&key, one), read(&key, other)];
    render::conflict(&versions.each_ref(), DateOrder::MonthFirst, 0)
}

/// Where two versions differ in whatever the format can say, a row says so, and no two rows have one name.
#[test]
fn a_conflict_shows_every_field_in_which_versions_differ() {
    // What may not be missing, what a later release could put there, and what a row could leave out of a list.
    let others = [
        ("/entry/date", json!("2026-10-06")),
        ("/entry/title", json!("Another title")),
        ("/entry/kind", json!("event")),
        ("/entry/state", json!("done")),
        ("/entry/aapc/ceus", json!("2")),
        ("/entry/ahima/ceus", json!("2")),
        ("/entry/later-entry", json!({ "deep": 2 })),
        ("/profile/held", json!(["CPC", "ABC"])),
        ("/profile/rules", json!("2030")),
        ("/profile/plan_rules", json!("2030")),
        (
            "/profile/since",
            json!({ "CPC": "2020-02-29", "CIC": "2021-01-01" }),
        ),
        (
            "/profile/aapc_submitted",
            json!({ "2025-01-31": "2025-01-21" }),
        ),
        ("/profile/later-profile", json!(1)),
    ];
    let file = full_file();
    for (key, content, least) in [(ENTRY, "/entry/", 28), (PROFILE, "/profile/", 22)] {
        let full = &file["items"][key];
        let mut versions: Vec<(String, Value)> = Vec::new();
        for (path, value) in others.iter().filter(|(path, _)| path.starts_with(content)) {
            let mut other = full.clone();
            put(&mut other, path, value.clone());
            versions.push(((*path).to_owned(), other));
        }
        // Every other field, taken out.
        let changed: BTreeSet<String> = versions.iter().map(|(path, _)| path.clone()).collect();
        for path in paths(full) {
            let (parent, name) = path.rsplit_once('/').unwrap();
            let is_field =
                path.starts_with(content) && (!is_data(&path) || name.starts_with("later-"));
            if is_field && !is_needed(&path, &changed) {
                let mut other = full.clone();
                let parent = other.pointer_mut(parent).unwrap();
                parent.as_object_mut().unwrap().remove(name).unwrap();
                versions.push((path, other));
            }
        }
        assert!(versions.len() >= least, "{}", versions.len());
        for (path, other) in versions {
            let Block::Table(table) = shown(full, &other) else {
                panic!("{path}: no row");
            };
            assert!(!table.rows.is_empty(), "{path}");
        }
        let record = Record::read(key, &full.to_string()).unwrap();
        let fields = words::version_fields(&record.content, DateOrder::MonthFirst);
        let names: BTreeSet<&str> = fields.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), fields.len(), "{fields:?}");
        let same = Block::Text("The versions say the same. Keep any of them.".to_owned());
        assert_eq!(shown(full, full), same);
    }
}

/// Whether a record is none without this field. Then it was changed instead.
fn is_needed(path: &str, changed: &BTreeSet<String>) -> bool {
    let needed = ["date", "title", "kind", "state", "ceus"];
    let is_needed = needed
        .iter()
        .any(|name| path.ends_with(&format!("/{name}")));
    assert!(!is_needed || changed.contains(path), "{path}");
    is_needed
}

// ---------------------------------------------------------------------------------------------------------------------
// The page that describes it

/// The fields that the schema describes, by the part that has them, each with whether it is needed.
fn fields(schema: &Value) -> BTreeMap<String, BTreeMap<String, bool>> {
    let mut parts = BTreeMap::new();
    let defs = schema["$defs"].as_object().unwrap();
    let all = defs.iter().map(|(name, def)| (name.as_str(), def));
    for (part, def) in all.chain([("file", schema)]) {
        let Some(properties) = def["properties"].as_object() else {
            continue;
        };
        let is_needed = |name: &String| {
            let required = def["required"].as_array();
            required.is_some_and(|required| required.contains(&json!(name)))
        };
        // What is merely forbidden there, or has to be false, is described elsewhere.
        let described = properties
            .iter()
            .filter(|(_, of)| of.get("description").is_some());
        let fields = described
            .map(|(name, _)| (name.clone(), is_needed(name)))
            .collect();
        parts.insert(part.to_owned(), fields);
    }
    parts
}

/// The tables of a page whose columns begin with these: their rows, in order.
fn tables<'a>(page: &'a str, columns: &[&str]) -> Vec<Vec<Vec<&'a str>>> {
    let mut tables = Vec::new();
    let mut is_ours = false;
    for line in page.lines() {
        let cells: Option<Vec<&str>> = line.strip_prefix("| ").map(|line| {
            line.trim_end_matches('|')
                .split('|')
                .map(str::trim)
                .collect()
        });
        match cells {
            Some(cells) if cells.starts_with(columns) => {
                is_ours = true;
                tables.push(Vec::new());
            }
            Some(cells) if is_ours && !cells[0].starts_with("---") => {
                tables.last_mut().unwrap().push(cells);
            }
            Some(_) => {}
            None => is_ours = false,
        }
    }
    tables
}

#[test]
fn the_page_names_every_field_of_the_schema_and_no_other() {
    let page = text_of("docs/formats.md");
    let mut parts = fields(&schema());
    // In the order in which the page has them.
    let names = [
        "file",
        "record",
        "entryRecord",
        "profileRecord",
        "entry",
        "claim",
        "aapcClaim",
        "ahimaClaim",
        "profile",
    ];
    let tables = tables(&page, &["Field", "Needed"]);
    assert_eq!(tables.len(), names.len());
    for (rows, name) in tables.iter().zip(names) {
        let described: BTreeMap<String, bool> = rows
            .iter()
            .map(|row| (row[0].trim_matches('`').to_owned(), row[1] == "yes"))
            .collect();
        assert_eq!(described.len(), rows.len(), "{name}: a field stands twice");
        assert_eq!(Some(described), parts.remove(name), "{name}");
    }
    assert_eq!(parts, BTreeMap::new(), "parts that the page does not have");
}

#[test]
fn the_page_names_every_choice() {
    let page = text_of("docs/formats.md");
    for (part, name) in [
        ("entry", "kind"),
        ("entry", "state"),
        ("ahimaClaim", "domain"),
        ("ahimaClaim", "source"),
    ] {
        for choice in schema()["$defs"][part]["properties"][name]["enum"]
            .as_array()
            .unwrap()
        {
            assert!(page.contains(&format!("`{choice}`")), "{name}: {choice}");
        }
    }
}

/// The example on the page is a backup.
#[test]
fn the_pages_example_is_read() {
    let page = text_of("docs/formats.md");
    let (_, rest) = page.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let file = serde_json::from_str(example).unwrap();
    assert!(validator().is_valid(&file));
    assert_eq!(fault_of(&file), None);
    assert_eq!(Backup::read(example).unwrap().log.entries().len(), 1);
}

#[test]
fn the_page_names_the_columns_of_a_sheet_in_their_order() {
    let page = text_of("docs/formats.md");
    let tables = tables(&page, &["Column", "What it is"]);
    let [rows] = tables.as_slice() else {
        panic!("one table of columns, not {}", tables.len());
    };
    let described: Vec<String> = rows
        .iter()
        .map(|row| row[0].trim_matches('`').to_owned())
        .collect();
    let exported: Vec<&str> = ALL_COLUMNS
        .iter()
        .copied()
        .filter(|column: &Column| column.is_exported())
        .map(sheet_column)
        .collect();
    assert_eq!(described, exported);
    let header = export(&Log::default(), &SHEET_NAMES).text;
    assert_eq!(
        header.trim_start_matches('\u{feff}'),
        format!("{}\r\n", exported.join(","))
    );
}
