//! What must hold of any bytes at all. Each function is a target of `cargo xtask fuzz`.
//!
//! `corpus/` holds the cases from which the fuzzer starts, by target: the fixtures of the tests, edges of the format, and what
//! ten minutes of fuzzing found to lead furthest (`found-`).

use chrono::NaiveDate;
use coderpath::app::DateOrder;
use coderpath::ledger::{Looking, chart, ledger};
use coderpath::log::{Backup, Content, Draft, Entry, KeptDraft, Log, Record, RecordId, is_ours};
use coderpath::rules::Edition;
use coderpath::{render, words};
use serde_json::Value;

/// What stands in storage already when the bytes come.
const STORED: [(&str, &str); 3] = [
    (
        "coderpath:1:entry:a:0000000000001-00000000",
        r#"{"v":1,"id":"a","stamp":"0000000000001-00000000","entry":{"date":"2026-10-05","title":"Webinar","kind":"event","state":"done"}}"#,
    ),
    (
        "coderpath:1:entry:b:0000000000002-00000000",
        r#"{"v":1,"id":"b","stamp":"0000000000002-00000000","deleted":true}"#,
    ),
    (
        "coderpath:1:profile:0000000000003-00000000",
        r#"{"v":1,"stamp":"0000000000003-00000000","profile":{"held":["CPC","CCS"]}}"#,
    ),
];

/// A stored item: a line with its key, and its value. The value is tried under the key that it claims for itself as well,
/// which the fuzzer would seldom hit.
///
/// # Panics
/// On a fault.
pub fn record(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (key, value) = text.split_once('\n').unwrap_or(("", &text));
    stored(key, value);
    if let Some(own) = own_key(value).filter(|own| own != key) {
        stored(&own, value);
    }
}

/// Takes an item in beside those that are there.
fn stored(key: &str, value: &str) {
    let read = Record::read(key, value);
    if let Ok(record) = &read {
        assert!(is_ours(key), "a record's key is ours");
        assert_eq!(record.key(), key);
        let written = record.to_json();
        let again = Record::read(key, &written);
        assert_eq!(again.as_ref(), Ok(record), "it is read as it was written");
        assert_eq!(again.map(|record| record.to_json()), Ok(written));
    }

    let mut log = before();
    log.take_in(key, value);
    for record in before().versions().chain(&read) {
        must_have(&log, record);
    }
    assert_eq!(log.unread().count(), usize::from(read.is_err()));
    for unread in log.unread() {
        assert!(!words::unread(unread).is_empty());
    }
    show(&log);
    if let Ok(Record {
        content: Content::Entry(entry),
        ..
    }) = &read
    {
        edit(entry);
    }
}

/// The log before anything came.
fn before() -> Log {
    let mut log = Log::default();
    for (key, value) in STORED {
        log.take_in(key, value);
    }
    log
}

/// A version that came in is shown, or a later one that names it.
fn must_have(log: &Log, record: &Record) {
    assert!(log.versions().any(|version| version == record));
    let heads = log.heads(&record.id);
    let stands_in =
        |head: &&Record| head.stamp > record.stamp && head.replaces.contains(&record.stamp);
    assert!(
        heads.contains(&record) || heads.iter().any(stands_in),
        "{} is nowhere",
        record.key()
    );
}

/// The key that a text claims, if it is a record.
fn own_key(value: &str) -> Option<String> {
    let value: Value = serde_json::from_str(value).ok()?;
    let stamp = value.get("stamp")?.as_str()?;
    Some(match value.get("id") {
        Some(id) => format!("coderpath:1:entry:{}:{stamp}", id.as_str()?),
        None => format!("coderpath:1:profile:{stamp}"),
    })
}

/// Everything that the page works out from a log.
fn show(log: &Log) {
    let entries = log.entries();
    let _ = log.recent_sponsors(5);
    for edition in [Edition::Article, Edition::Latest] {
        let now = ledger(
            &entries,
            &log.profile(),
            edition,
            today(),
            Looking::default(),
        );
        for account in [&now.aapc, &now.ahima].into_iter().flatten() {
            let _ = render::account(account, edition, today(), DateOrder::MonthFirst);
            let _ = chart(account, today());
        }
    }
}

/// A form that is opened and saved keeps what it does not show.
fn edit(entry: &Entry) {
    if let Ok(edited) = Draft::of(entry).read(Some(entry), today()) {
        assert_eq!(edited.unknown, entry.unknown);
        assert_eq!(edited.aapc, entry.aapc);
        assert_eq!(edited.ahima, entry.ahima);
    }
}

/// What was being typed, under any key.
///
/// # Panics
/// On a fault.
pub fn draft(bytes: &[u8]) {
    let Ok(kept) = KeptDraft::read(&String::from_utf8_lossy(bytes)) else {
        return;
    };
    let written = kept.to_json();
    let again = KeptDraft::read(&written);
    assert_eq!(again.as_ref(), Ok(&kept), "it is read as it was written");
    assert_eq!(again.map(|kept| kept.to_json()), Ok(written));
    let editing = kept.editing.as_ref().map(|record| {
        assert!(matches!(record.id, RecordId::Entry(_)));
        &record.content
    });
    let earlier = match editing {
        Some(Content::Entry(entry)) => Some(&**entry),
        _ => None,
    };
    let _ = kept.draft.read(earlier, today());
}

/// A backup's file, restored where there is a log already.
///
/// # Panics
/// On a fault.
pub fn backup(bytes: &[u8]) {
    let Ok(mut backup) = Backup::read(&String::from_utf8_lossy(bytes)) else {
        return;
    };
    // One key may stand in a file twice, for what is damaged and for what is not: then the damaged text is of no more use.
    for record in backup.log.clone().versions() {
        backup.log.take_in(&record.key(), &record.to_json());
    }
    let written = backup.log.backup(backup.made);
    let again = Backup::read(&written);
    assert_eq!(again.as_ref(), Ok(&backup), "it is read as it was written");
    assert_eq!(
        again.map(|backup| backup.log.backup(backup.made)),
        Ok(written)
    );

    let mut log = before();
    let merge = log.merge(&backup.log);
    for record in merge.records {
        assert_eq!(
            log.version(&record.id, record.stamp),
            None,
            "{} is not written over",
            record.key()
        );
        log.add(record);
    }
    for (key, text) in merge.unread {
        log.take_in(&key, &text);
    }
    for record in before().versions() {
        must_have(&log, record);
    }
    for record in backup.log.versions() {
        let is_there = log
            .versions_of(&record.id)
            .any(|here| here.content == record.content)
            || log.is_replaced(&record.id, record.stamp)
            || backup.log.is_replaced(&record.id, record.stamp);
        assert!(is_there, "{} came", record.key());
    }
    assert!(
        log.merge(&backup.log).is_nothing(),
        "once more changes nothing"
    );
    show(&log);
}

/// The day on which all of this happens.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default()
}
