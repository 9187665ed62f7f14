//! What is said of keeping the log: undoing, backups, where it lives, and what was removed from storage.

use chrono::{NaiveDate, TimeDelta};

use super::WORDS;
use super::figure::{Figure, count, figure};
use super::ledger::activities;
use super::rules::day;
use super::text::{fill, section};
use super::unread::damage;
use crate::app::{DateOrder, Phase, Restorable, Restoring, State, Step, Stepped, Way, What};
use crate::log::{BACKUP_MOST, ITEMS_MOST, Merge, NoBackup, Part, Unreadable};
use crate::store::{SITE_MOST, Save};

section! {
    /// Undoing, backups, where the log lives.
    SafetyTexts {
        undo: "Undo: {0}",
        redo: "Redo: {0}",
        undone: "Undone: {0}.",
        undone_not_stored: "Undone here, but not stored: {0}.",
        undoing: "Undoing: {0}.",
        undone_in_part: "Undone, but for what was changed in another place since: {0}.",
        redone: "Done again: {0}.",
        redone_not_stored: "Done again here, but not stored: {0}.",
        redoing: "Doing again: {0}.",
        redone_in_part: "Done again, but for what was changed in another place since: {0}.",
        not_removed: "The browser did not remove all of it from its storage: {0}.",
        changed_elsewhere: "This was changed in another place since, and is left as it is: {0}.",
        did_add: "“{0}” added",
        did_change: "“{0}” changed",
        did_delete: "“{0}” deleted",
        did_settle: "the two versions of “{0}” settled",
        did_profile: "what you hold or its dates changed",
        did_restore: "the backup restored",
        did_let_go: "what was removed from storage let go",

        missing: "Something other than this log removed {0} of its records from this browser’s storage. They are still here while this page is open.",
        one_missing: "Something other than this log removed one of its records from this browser’s storage. It is still here while this page is open.",
        put_back: "Store them again",
        let_go: "Let them go",

        one_change: "One change",
        changes: "{0} changes",
        remind: "{0} since your last backup. A file of your own is safe from whatever this browser does.",
        remind_first: "{0}, and no backup yet. A file of your own is safe from whatever this browser does.",
        back_up: "Download a backup",
        later: "Not now",

        place: "Where your log lives, and backups",
        site: "This log is stored in this browser, in the storage of {0}. Nothing is sent anywhere.",
        site_unknown: "This log is stored in this browser, in the storage of this site. Nothing is sent anywhere.",
        memory: "This log is not stored: this browser does not let this page keep anything. It is gone when this page is closed, so download a backup before.",
        readers: "The site’s own scripts could read it, and so could whoever uses this browser.",
        framed: "This widget stands in a frame of another page. Browsers keep such a log apart for each site that frames it, so another site’s widget does not show it.",
        dangers: "Clearing site data deletes it, and a private window forgets it when it is closed. Safari also deletes it after some days in which you use the browser and do not visit this site. An app that is added to an iPhone’s home screen begins with an empty log.",
        used: "It takes {0} of about {1} characters that all pages of this site may store together.",
        kept: "This browser has said that it keeps the log until you delete it.",
        not_kept: "This browser may delete the log when it runs out of space: it did not say that it keeps it.",
        ask_to_keep: "Ask this browser to keep it",
        refused: "This browser was asked, and did not promise it. Some do once a page is a bookmark, or was visited often: ask again then, and download a backup now and then.",
        last_backup: "This browser was last given a backup to download on {0}; {1} since. Check that you have the file.",
        no_backup: "There was no backup from this browser yet.",
        backup_why: "A backup is one file with everything in it. Opened here, or wherever else you keep this log, it adds what is missing there.",
        as_text: "Show it as text instead",
        as_text_label: "Copy all of this into a file",
        as_text_outdated: "The log has changed since it was shown as text. Show it again.",
        open_backup: "Open a backup",
        open_backup_hint: "First you are told what it would change.",

        opened: "The opened backup",
        backup_of: "This backup was made on {0}.",
        would_add: "It would add {0}.",
        would_change: "It would change {0}: the backup has a newer version.",
        would_delete: "It would take out {0}: deleted where the backup was made.",
        would_conflict: "It would leave {0} with two versions that were made apart; you can choose between them.",
        would_profile: "It would change what you hold, or its dates.",
        would_nothing: "Everything in it is here already, or was changed or deleted here since. There is nothing to restore.",
        would_put_unread: "What could not be read when it was made ({0}) would be put back as it was.",
        restore: "Restore",
        leave_backup: "Leave it",
        close_backup: "Close",
        reading_backup: "Reading the backup: {0} of {1} items.",
        comparing_backup: "Comparing it with the log: {0} of {1} items.",
        restoring: "Restoring: {0} of {1} items.",
        stop_restoring: "Stop",
        restored: "Restored.",
        restored_storing: "Restored here; the last of it is being stored.",
        restored_some: "You broke off. What was restored before stays; Undo takes it out again.",
        restored_not_stored: "Restored here, but not all of it is stored.",

        no_backup_file: "This file is no backup of a log: {0}. Choose the file that was downloaded here.",
        too_large: "it is larger than {0} bytes",
        too_many: "it has more than {0} items, for which no browser has room",
        crowded: "it has more versions of one activity than any log has",
        is_other: "it does not say that it is one",
        not_read: "it cannot be read from line {0}, column {1} on",
        newer_backup: "A newer release made this backup. Reload the page to get that release, then open it again.",

        update_ready: "A new version is ready.",
        take_update: "Use it now",
    }
}

/// What was done, as a part of a sentence.
fn what(what: &What) -> String {
    let texts = &WORDS.safety;
    let (text, title) = match what {
        What::Imported(many) => return super::importing::did_import(*many),
        What::Added(title) => (texts.did_add, title.as_str()),
        What::Changed(title) => (texts.did_change, title.as_str()),
        What::Deleted(title) => (texts.did_delete, title.as_str()),
        What::Settled(title) => (texts.did_settle, title.as_str()),
        What::Profile(_) => (texts.did_profile, ""),
        What::Restored => (texts.did_restore, ""),
        What::LetGo => (texts.did_let_go, ""),
    };
    fill(text, &[title])
}

/// The button that takes a change back, or does it again.
pub fn step(way: Way, step: &Step) -> String {
    let text = match way {
        Way::Undo => WORDS.safety.undo,
        Way::Redo => WORDS.safety.redo,
    };
    fill(text, &[&what(&step.what)])
}

/// What came of taking a change back, or doing it again.
pub(super) fn stepped(stepped: &Stepped, state: &State) -> String {
    let texts = &WORDS.safety;
    let is_stored = is_stored(&stepped.keys, state);
    // Thousands take a while to be stored.
    let is_going_on = state.keeping.is_going_on();
    let mut gone = stepped.gone.iter();
    let is_left = gone.any(|key| state.log.unread_of(key).is_some());
    let text = match (stepped.way, is_stored) {
        _ if is_left => texts.not_removed,
        _ if stepped.changed_elsewhere && stepped.keys.is_empty() => texts.changed_elsewhere,
        (Way::Undo, true) if stepped.changed_elsewhere => texts.undone_in_part,
        (Way::Redo, true) if stepped.changed_elsewhere => texts.redone_in_part,
        (Way::Undo, false) if is_going_on => texts.undoing,
        (Way::Redo, false) if is_going_on => texts.redoing,
        (Way::Undo, true) => texts.undone,
        (Way::Undo, false) => texts.undone_not_stored,
        (Way::Redo, true) => texts.redone,
        (Way::Redo, false) => texts.redone_not_stored,
    };
    fill(text, &[&what(&stepped.what)])
}

/// What came of restoring a backup. What else could not be stored, before or since, is no part of it.
pub(super) fn restored(is_all: bool, keys: &[String], state: &State) -> &'static str {
    let texts = &WORDS.safety;
    let keeping = &state.keeping;
    let is_of_it = |save: &Save| keys.contains(&save.key);
    let mut unsaved = keeping.unsaved.iter();
    if !is_all {
        texts.restored_some
    } else if keeping.memory_only.is_some() || unsaved.any(|unsaved| is_of_it(&unsaved.save)) {
        texts.restored_not_stored
    } else if keeping.waiting.iter().any(is_of_it) {
        texts.restored_storing
    } else {
        texts.restored
    }
}

fn is_stored(keys: &[String], state: &State) -> bool {
    keys.iter().all(|key| state.keeping.is_stored(key))
}

/// What something else removed from storage, if anything.
pub fn missing(state: &State) -> Option<String> {
    match state.keeping.missing.len() {
        0 => None,
        1 => Some(WORDS.safety.one_missing.to_owned()),
        many => Some(fill(WORDS.safety.missing, &[&many.to_string()])),
    }
}

fn changes(many: usize) -> String {
    if many == 1 {
        WORDS.safety.one_change.to_owned()
    } else {
        fill(WORDS.safety.changes, &[&count(many)])
    }
}

/// A reminder of backups, if one is due.
pub fn reminder(state: &State) -> Option<String> {
    let reminder = state.keeping.reminder;
    let since = reminder.due(&state.log)?;
    let text = if reminder.backup_at.is_some() {
        WORDS.safety.remind
    } else {
        WORDS.safety.remind_first
    };
    Some(fill(text, &[&changes(since)]))
}

/// Where the log lives, sentence by sentence.
pub fn place(state: &State) -> Vec<String> {
    let texts = &WORDS.safety;
    let mut told = Vec::new();
    let around = state.place.around.as_ref();
    if state.keeping.memory_only.is_some() {
        told.push(texts.memory.to_owned());
        return told;
    }
    told.push(match around.map(|around| around.site.as_str()) {
        None | Some("") => texts.site_unknown.to_owned(),
        Some(site) => fill(texts.site, &[site]),
    });
    told.push(texts.readers.to_owned());
    if around.is_some_and(|around| around.is_framed) {
        told.push(texts.framed.to_owned());
    }
    told.push(texts.dangers.to_owned());
    if let Some(around) = around {
        let number = |number: usize| {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            figure(Figure::Number(number), state.dates)
        };
        told.push(fill(
            texts.used,
            &[&number(around.used), &number(SITE_MOST)],
        ));
    }
    match state.place.is_kept {
        Some(true) => told.push(texts.kept.to_owned()),
        Some(false) => told.push(texts.not_kept.to_owned()),
        None => {}
    }
    told
}

/// When there was last a backup, and what one is for.
pub fn backups(state: &State) -> String {
    let texts = &WORDS.safety;
    let reminder = state.keeping.reminder;
    let last = match reminder.backup_at.and_then(|at| day_of(at, state.zone)) {
        None => texts.no_backup.to_owned(),
        Some(on) => {
            let since = changes(reminder.changes(&state.log)).to_ascii_lowercase();
            fill(texts.last_backup, &[&day(on, state.dates), &since])
        }
    };
    [&last, texts.backup_why].join(" ")
}

/// The day of a moment, where the reader is.
pub(super) fn day_of(millis: u64, zone: i32) -> Option<NaiveDate> {
    let minutes = i64::try_from(millis).ok()?.div_euclid(60_000);
    let days = minutes.checked_add(i64::from(zone))?.div_euclid(24 * 60);
    NaiveDate::default().checked_add_signed(TimeDelta::try_days(days)?)
}

/// A backup that was opened, or that a link brought: what it would change, or what is wrong with it.
pub fn restoring(restoring: &Restoring, dates: DateOrder) -> Vec<String> {
    let texts = &WORDS.safety;
    let text = match &restoring.phase {
        Phase::No(NoBackup::Unreadable(why)) if why.is_newer() => texts.newer_backup.to_owned(),
        Phase::No(why) => {
            let why = match why {
                NoBackup::TooLarge => fill(texts.too_large, &[&count(BACKUP_MOST)]),
                NoBackup::TooMany => fill(texts.too_many, &[&count(ITEMS_MOST)]),
                NoBackup::Crowded => texts.crowded.to_owned(),
                NoBackup::Other => texts.is_other.to_owned(),
                NoBackup::Unreadable(Unreadable::NoObject {
                    part: Part::Backup,
                    line,
                    column,
                }) => fill(texts.not_read, &[&line.to_string(), &column.to_string()]),
                NoBackup::Unreadable(why) => damage(*why),
            };
            fill(texts.no_backup_file, &[&why])
        }
        Phase::Read(found) => {
            let came = restoring.by_link.then(|| WORDS.sending.came.to_owned());
            return came.into_iter().chain(would(found, dates)).collect();
        }
        Phase::Reading(_) => so_far(texts.reading_backup, &restoring.phase),
        Phase::Comparing(_) => so_far(texts.comparing_backup, &restoring.phase),
        Phase::Writing(_) => so_far(texts.restoring, &restoring.phase),
    };
    vec![text]
}

fn so_far(text: &str, phase: &Phase) -> String {
    let (done, all) = phase.progress().unwrap_or_default();
    fill(text, &[&count(done), &count(all)])
}

fn would(found: &Restorable, dates: DateOrder) -> Vec<String> {
    let texts = &WORDS.safety;
    let mut told = vec![fill(texts.backup_of, &[&day(found.backup.made, dates)])];
    let merge = &found.merge;
    let Merge {
        added,
        changed,
        deleted,
        conflicts,
        ..
    } = *merge;
    for (text, many) in [
        (texts.would_add, added),
        (texts.would_change, changed),
        (texts.would_delete, deleted),
        (texts.would_conflict, conflicts),
    ] {
        if many > 0 {
            told.push(fill(text, &[&activities(many)]));
        }
    }
    if merge.profile {
        told.push(texts.would_profile.to_owned());
    }
    if merge.is_nothing() {
        told.push(texts.would_nothing.to_owned());
    }
    if !merge.unread.is_empty() {
        let many = merge.unread.len().to_string();
        told.push(fill(texts.would_put_unread, &[&many]));
    }
    told
}
