//! What must hold of any bytes at all. Each function is a target of `cargo xtask fuzz`.
//!
//! `corpus/` holds the cases from which the fuzzer starts, by target: the fixtures of the tests, edges of the format, and what
//! ten minutes of fuzzing found to lead furthest (`found-`).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::NaiveDate;
use coderpath::app::{Action, DateOrder, Effect, Env, State, View, update};
use coderpath::ledger::{Looking, chart, ledger};
use coderpath::log::{
    Backup, Content, Draft, Entry, EntryId, KeptDraft, LETTERS_MOST, Log, NoParcel, PARCEL_MOST,
    Record, RecordId, is_ours, parcel_letters, parcel_link,
};
use coderpath::rules::Edition;
use coderpath::sheet::{
    ALL_COLUMNS, Bodies, Corrections, DayMonth, Mapping, MappingFault, Preview, Reading, Table,
    amount, date, export,
};
use coderpath::words::SHEET_NAMES;
use coderpath::{render, words};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
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
    // What a later release made of a version is named in its place, and not changed.
    let is_newer = read.as_ref().is_err_and(|why| why.is_newer());
    for record in before().versions().chain(&read) {
        if is_newer && record.key() == key {
            assert_eq!(log.version(&record.id, record.stamp), None);
        } else {
            must_have(&log, record);
        }
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
    // One key may stand in a file twice, for what is damaged and for what is not: then the damaged text is of no more use. Or for
    // what a later release made of a version: then that version is not there.
    let read = std::mem::take(&mut backup.log);
    for unread in read.unread() {
        backup
            .log
            .take_in(unread.key, unread.text.unwrap_or_default());
    }
    for record in read.versions() {
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

/// The fragment of an address that was opened at the page of its own, as it stands there; and what a link may bring, in a
/// link that its letters make.
///
/// # Panics
/// On a fault.
pub fn link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    open(&text);
    let folded = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(bytes, 1));
    let link = parcel_link(PAGE, &folded);
    let fragment = link
        .as_deref()
        .and_then(|link| link.strip_prefix(PAGE)?.strip_prefix('#'));
    assert_eq!(fragment.map(parcel_letters), Some(Ok(&*folded)));
    assert_eq!(
        unfold(&folded).ok().as_deref(),
        std::str::from_utf8(bytes).ok()
    );
    fragment.into_iter().for_each(open);
}

/// The page at which links are opened.
const PAGE: &str = "https://log.example/index.html";

/// Opens a link and restores what it brings.
fn open(fragment: &str) {
    let mut state = State::new(today(), View::Path, None);
    state.log = before();
    state.place.is_home = true;
    let stored = state.log.clone();
    let mut act = |action| {
        let env = Env {
            today: today(),
            now_millis: 1_795_410_000_000,
            random: 7,
            dates: DateOrder::MonthFirst,
            zone: 0,
            names: SHEET_NAMES,
        };
        let (after, effects) = update(state.clone(), action, env);
        state = after;
        (state.clone(), effects)
    };
    let (mut opened, effects) = act(Action::Receive(fragment.to_owned()));
    if let Some(Effect::Unfold(letters)) = effects.first() {
        assert!(letters.bytes().all(|byte| byte.is_ascii_graphic()));
        assert!(letters.len() <= LETTERS_MOST);
        let text = unfold(letters);
        (opened, _) = act(Action::Unfolded(text));
    }
    assert_eq!(
        opened.log, stored,
        "nothing is written before it is asked for"
    );
    let refused = opened
        .sending
        .refused
        .map(|why| words::no_parcel(why, opened.dates));
    let brought = opened.restoring.as_ref();
    let brought = brought.map(|brought| words::restoring(brought, opened.dates).concat());
    assert!(
        refused.is_some() != brought.is_some(),
        "a link brings something or is refused"
    );
    assert!(refused.or(brought).is_some_and(|told| !told.is_empty()));
    let (restored, _) = act(Action::Restore);
    for record in before().versions() {
        must_have(&restored.log, record);
    }
    let (sent, effects) = act(Action::MakeLink);
    if let [Effect::Fold(text)] = effects.as_slice() {
        let came = Backup::of_parcel(text).map(|backup| backup.log);
        assert!(
            came.is_ok_and(|came| sent.log.merge(&came).is_nothing()),
            "it is read as it was sent"
        );
    }
    show(&restored.log);
}

/// What the page does with letters, by other people's code.
fn unfold(letters: &str) -> Result<String, NoParcel> {
    let bytes = URL_SAFE_NO_PAD
        .decode(letters)
        .map_err(|_| NoParcel::Damaged)?;
    let text =
        decompress_to_vec_zlib_with_limit(&bytes, PARCEL_MOST).map_err(|_| NoParcel::Damaged)?;
    String::from_utf8(text).map_err(|_| NoParcel::Damaged)
}

/// A file for spreadsheets: a byte that says how it is read, and its text.
///
/// # Panics
/// On a fault.
pub fn sheet(bytes: &[u8]) {
    let Some((how, text)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let table = table(&text, usize::from(*how).saturating_add(1));
    assert_eq!(
        table,
        self::table(&text, usize::MAX),
        "in slices it is the same"
    );
    let table = match table {
        Ok(table) => table,
        Err(why) => {
            assert!(!words::no_sheet(why).is_empty());
            return;
        }
    };
    let lines = text.matches(['\r', '\n']).count();
    let mut last = 0;
    for row in &table.rows {
        assert!(
            row.line > last && row.line <= lines.saturating_add(1),
            "the lines are those of the file"
        );
        last = row.line;
    }
    for passed in &table.passed_over {
        let _ = words::passed_over(passed);
    }
    let mut mapping = Mapping::guess(&table, Some(Bodies::Both), &SHEET_NAMES);
    let read = Mapping::from_text(&mapping.to_text());
    assert_eq!(read.as_ref(), Some(&mapping));
    for fault in mapping.faults(&table) {
        assert!(!words::mapping_fault(&fault, &table).is_empty());
        if matches!(fault, MappingFault::Order(_)) {
            mapping.order = Some(DayMonth::MonthFirst);
        }
    }
    if !mapping.faults(&table).is_empty() {
        // Nobody has said what the columns are, so they are what comes to mind.
        for (place, column) in ALL_COLUMNS.iter().enumerate() {
            mapping.set(place, Some(*column));
        }
    }
    import(&table, &mapping, usize::from(*how).saturating_add(1));
}

fn table(text: &str, slice: usize) -> Result<Table, coderpath::sheet::NoSheet> {
    let mut reading = Reading::new(text.to_owned(), SHEET_NAMES)?;
    while !reading.step(slice)? {}
    reading.table()
}

/// What a file brings goes out and comes in again the same.
fn import(table: &Table, mapping: &Mapping, slice: usize) {
    let mut log = before();
    let corrections = Corrections::default();
    let mut preview = Preview::new(&log, table, mapping, &SHEET_NAMES, today());
    while !preview.step(&log, table, &corrections, slice) {}
    let judged = preview.rows().to_vec();
    for row in &judged {
        assert!(!words::judged(row).is_empty());
    }
    let line = judged.first().map_or(0, |row| row.line);
    preview.again(&log, table, &corrections, line);
    assert_eq!(preview.rows().len(), judged.len());

    for (nth, row) in (1_000..).zip(&judged) {
        if let Some((id, entry)) = row.import(&log) {
            let id = RecordId::Entry(id.unwrap_or_else(|| EntryId::new(nth)));
            let earlier: Vec<Record> = log.heads(&id).into_iter().cloned().collect();
            let content = Content::Entry(Box::new(entry));
            log.add(Record::replacing(id, content, &earlier, nth, 0));
        }
    }
    let file = export(&log, &SHEET_NAMES).text;
    // What was there before claims nothing, which no form would save: it is refused, and everything else is as it was.
    let Ok(exported) = self::table(&file, usize::MAX) else {
        assert!(log.entries().is_empty(), "an export is read: {file}");
        return;
    };
    assert!(exported.is_own);
    let mapping = Mapping::guess(&exported, None, &SHEET_NAMES);
    assert_eq!(mapping.faults(&exported), []);
    let empty = Log::default();
    let mut preview = Preview::new(&empty, &exported, &mapping, &SHEET_NAMES, today());
    while !preview.step(&empty, &exported, &corrections, slice) {}
    assert_eq!(preview.rows().len(), log.entries().len());
    for (row, shown) in preview.rows().iter().zip(log.entries()) {
        match row.import(&empty) {
            Some((id, entry)) => {
                assert_eq!(id.as_ref(), Some(shown.id));
                assert_eq!(&entry, shown.entry, "it comes back as it was");
            }
            None => assert!(
                shown.entry.aapc.is_none() && shown.entry.ahima.is_none(),
                "{}",
                words::judged(row)
            ),
        }
    }
}

/// A cell: read as a day in every order, and as an amount.
///
/// # Panics
/// On a fault.
pub fn cells(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let [open, month_first, day_first] =
        [None, Some(DayMonth::MonthFirst), Some(DayMonth::DayFirst)]
            .map(|order| date(&text, order));
    if let Ok(day) = open {
        assert!(month_first.is_err() || month_first == Ok(day));
        assert!(day_first.is_err() || day_first == Ok(day));
        assert_eq!(date(&day.to_string(), None), Ok(day));
    } else if let (Ok(one), Ok(other)) = (month_first, day_first) {
        assert_ne!(one, other, "what is not open is not asked");
    }
    if let Ok(ceus) = amount(&text) {
        assert_eq!(amount(&ceus.to_string()), Ok(ceus));
    }
}

/// The day on which all of this happens.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default()
}
