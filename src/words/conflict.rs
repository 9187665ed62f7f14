//! What is said of versions of one thing that were made apart.

use super::WORDS;
use super::figure::count;
use super::log::{activity_kind, ahima_source, domain, entry_state};
use super::rules::{day, edition_name, month, name};
use super::safety::day_of;
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::log::{Content, Draft, Entry, Pin, Profile, Record};
use crate::rules::Ceus;

section! {
    /// Choosing between versions.
    ConflictTexts {
        entry: "Changed in two places. The newer version is shown until you choose.",
        profile: "What you hold was changed in two places. The newer version counts until you choose.",
        some: "{0} activities were changed in two places. The newer version of each counts until you choose.",
        one: "One activity was changed in two places. Its newer version counts until you choose.",
        see: "See the versions",
        versions: "Where they differ",
        field: "Field",
        version: "Version {0}, of {1}",
        version_deleted: "Version {0}, of {1}: deleted",
        keep: "Keep version {0}",
        keep_both: "Keep each as an activity of its own",
        nothing: "–",
        yes: "yes",
        holds: "What I hold",
        others: "Other AAPC certifications",
    }
}

/// How many entries have versions that were made apart, if any have.
pub fn conflicts(many: usize) -> Option<String> {
    match many {
        0 => None,
        1 => Some(WORDS.conflict.one.to_owned()),
        many => Some(fill(WORDS.conflict.some, &[&count(many)])),
    }
}

/// A version, by its number from 1 and the day on which it was made.
pub fn version(number: usize, record: &Record, dates: DateOrder, zone: i32) -> String {
    let texts = &WORDS.conflict;
    let text = if record.content == Content::Deleted {
        texts.version_deleted
    } else {
        texts.version
    };
    let made = day_of(record.stamp.millis, zone).map(|made| day(made, dates));
    fill(text, &[&number.to_string(), &made.unwrap_or_default()])
}

/// The button that keeps a version.
pub fn keep_version(number: usize) -> String {
    fill(WORDS.conflict.keep, &[&number.to_string()])
}

/// Every field of a version with its name, the same ones in the same order for all versions of a thing; empty for one that
/// was deleted.
pub fn version_fields(content: &Content, dates: DateOrder) -> Vec<(&'static str, String)> {
    match content {
        Content::Entry(entry) => entry_fields(entry, dates),
        Content::Profile(profile) => profile_fields(profile, dates),
        Content::Deleted => Vec::new(),
    }
}

fn yes(is_so: bool) -> String {
    if is_so {
        WORDS.conflict.yes.to_owned()
    } else {
        String::new()
    }
}

fn entry_fields(entry: &Entry, dates: DateOrder) -> Vec<(&'static str, String)> {
    let texts = &WORDS.log;
    let Draft { aapc, ahima, .. } = Draft::of(entry);
    let ceus = |is_claimed: bool, ceus: String| if is_claimed { ceus } else { String::new() };
    let due = |pin: &Pin| pin.due.map(|due| day(due, dates)).unwrap_or_default();
    let said = |said: Option<&str>| said.unwrap_or_default().to_owned();
    vec![
        (texts.date, day(entry.date, dates)),
        (texts.title, entry.title.clone()),
        (texts.sponsor, entry.sponsor.clone()),
        (texts.index_number, entry.index_number.clone()),
        (texts.kind, activity_kind(entry.kind).to_owned()),
        (texts.state, entry_state(entry.state).to_owned()),
        (texts.ceus_aapc, ceus(aapc.is_claimed, aapc.ceus)),
        (texts.approved_for, aapc.approved_for),
        (texts.pre_approved, yes(aapc.pre_approved)),
        (texts.cms, yes(aapc.cms)),
        (texts.pin_due, due(&aapc.pin)),
        (texts.pin_credential, aapc.pin.credential),
        (texts.certificate_aapc, yes(aapc.certificate)),
        (texts.entered_aapc, yes(aapc.entered)),
        (texts.ceus_ahima, ceus(ahima.is_claimed, ahima.ceus)),
        (texts.domain, said(ahima.domain.map(domain))),
        (texts.source, said(ahima.source.map(ahima_source))),
        (texts.pin_due, due(&ahima.pin)),
        (texts.certificate_ahima, yes(ahima.certificate)),
        (texts.entered_ahima, yes(ahima.entered)),
        (texts.notes, entry.notes.clone()),
    ]
}

fn profile_fields(profile: &Profile, dates: DateOrder) -> Vec<(&'static str, String)> {
    let (texts, own) = (&WORDS.log, &WORDS.conflict);
    let mut held: Vec<String> = Vec::new();
    for id in profile.holdings().named() {
        let since = profile.since(*id).map(|since| day(since, dates));
        let parts = [Some(name(*id).to_owned()), since];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        held.push(parts.join(" · "));
    }
    let on = |on| on_day(on, dates);
    let amount = |amount: Option<Ceus>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let others = profile.other_aapc;
    vec![
        (own.holds, held.join("; ")),
        (
            own.others,
            if others == 0 {
                String::new()
            } else {
                others.to_string()
            },
        ),
        (
            texts.aapc_month,
            profile
                .aapc_month
                .map(|of| month(of.number_from_month().saturating_sub(1)))
                .unwrap_or_default()
                .to_owned(),
        ),
        (texts.aapc_due, on(profile.aapc_due)),
        (texts.aapc_tracker, amount(profile.aapc_tracker)),
        (
            texts.table,
            profile
                .edition()
                .map(edition_name)
                .unwrap_or_default()
                .to_owned(),
        ),
        (texts.specialties, profile.specialties.join(", ")),
        (texts.ahima_start, on(profile.ahima_start)),
        (texts.ahima_tracker, amount(profile.ahima_tracker)),
    ]
}

fn on_day(on: Option<chrono::NaiveDate>, dates: DateOrder) -> String {
    on.map(|on| day(on, dates)).unwrap_or_default()
}
