//! What is said of versions of one thing that were made apart.

use chrono::NaiveDate;

use super::WORDS;
use super::figure::count;
use super::log::{activity_kind, ahima_source, domain, entry_state, pin_period};
use super::rules::{day, edition_name, month, name};
use super::safety::day_of;
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::log::{Content, Draft, Entry, Pin, Profile, Record};
use crate::rules::{Ceus, CredentialId, Edition};

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
        choice_of: "{0}: {1}",
        same: "The versions say the same. Keep any of them.",
        nothing: "–",
        yes: "yes",
        aapc_pin_due: "AAPC: it counts in",
        aapc_pin_credential: "AAPC: it counts towards",
        ahima_pin_due: "AHIMA: it counts in",
        ahima_pin_credential: "AHIMA: it counts towards",
        holds: "What I hold",
        since: "Held since",
        others: "Other AAPC certifications",
        aapc_tracker_on: "My AAPC tracker was read on",
        aapc_submitted: "Submitted to AAPC on",
        plan: "AAPC CEUs that I plan for",
        ahima_tracker_on: "My AHIMA CEU Center was read on",
        ahima_submitted: "Submitted to AHIMA on",
        newer: "Added by a newer release",
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

/// A button that ends a conflict, with the title of its activity: several that are listed have buttons of the same words.
pub fn choice_of(choice: &str, title: &str) -> String {
    fill(WORDS.conflict.choice_of, &[choice, title])
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
    let (texts, own) = (&WORDS.log, &WORDS.conflict);
    let Draft { aapc, ahima, .. } = Draft::of(entry);
    let ceus = |is_claimed: bool, ceus: String| if is_claimed { ceus } else { String::new() };
    let due = |pin: &Pin| on_day(pin.due, dates);
    let said = |said: Option<&str>| said.unwrap_or_default().to_owned();
    let of_aapc = entry.aapc.iter().flat_map(|claim| &claim.unknown);
    let of_ahima = entry.ahima.iter().flat_map(|claim| &claim.unknown);
    let unknown = entry.unknown.iter().chain(of_aapc).chain(of_ahima);
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
        (own.aapc_pin_due, due(&aapc.pin)),
        (own.aapc_pin_credential, aapc.pin.credential),
        (texts.certificate_aapc, yes(aapc.certificate)),
        (texts.entered_aapc, yes(aapc.entered)),
        (texts.ceus_ahima, ceus(ahima.is_claimed, ahima.ceus)),
        (texts.domain, said(ahima.domain.map(domain))),
        (texts.source, said(ahima.source.map(ahima_source))),
        (own.ahima_pin_due, due(&ahima.pin)),
        (own.ahima_pin_credential, ahima.pin.credential),
        (texts.certificate_ahima, yes(ahima.certificate)),
        (texts.entered_ahima, yes(ahima.entered)),
        (texts.notes, entry.notes.clone()),
        (own.newer, newer(unknown)),
    ]
}

fn profile_fields(profile: &Profile, dates: DateOrder) -> Vec<(&'static str, String)> {
    let (texts, own) = (&WORDS.log, &WORDS.conflict);
    let mut held: Vec<&str> = Vec::new();
    for code in &profile.held {
        held.push(name_of(code));
    }
    let since = profile.since.iter();
    let since = since.map(|(code, since)| (name_of(code).to_owned(), day(*since, dates)));
    let submitted = |submitted: &[(NaiveDate, NaiveDate)]| {
        let periods = submitted.iter();
        told(periods.map(|(due, on)| (pin_period(*due, dates), day(*on, dates))))
    };
    let on = |on| on_day(on, dates);
    let amount = |amount: Option<Ceus>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let others = Some(profile.other_aapc).filter(|others| *others > 0);
    let month = profile
        .aapc_month
        .map(|of| month(of.number_from_month().saturating_sub(1)));
    let plan = [amount(profile.plan_total), table(&profile.plan_rules)];
    vec![
        (own.holds, held.join("; ")),
        (own.since, told(since)),
        (
            own.others,
            others.map(|others| others.to_string()).unwrap_or_default(),
        ),
        (texts.aapc_month, month.unwrap_or_default().to_owned()),
        (texts.aapc_due, on(profile.aapc_due)),
        (texts.aapc_tracker, amount(profile.aapc_tracker)),
        (own.aapc_tracker_on, on(profile.aapc_tracker_on)),
        (texts.table, table(&profile.rules)),
        (texts.specialties, profile.specialties.join(", ")),
        (own.aapc_submitted, submitted(&profile.aapc_submitted)),
        (own.plan, joined(plan)),
        (texts.ahima_start, on(profile.ahima_start)),
        (texts.ahima_tracker, amount(profile.ahima_tracker)),
        (own.ahima_tracker_on, on(profile.ahima_tracker_on)),
        (own.ahima_submitted, submitted(&profile.ahima_submitted)),
        (own.newer, newer(profile.unknown.iter())),
    ]
}

/// A credential's letters; those that a later release knows as they are.
fn name_of(code: &str) -> &str {
    match CredentialId::from_code(code) {
        Some(id) => name(id),
        None => code,
    }
}

/// AAPC's table; one that a later release knows as it calls it.
fn table(rules: &str) -> String {
    let known = Edition::from_key(rules).map(edition_name);
    known.unwrap_or(rules).to_owned()
}

/// What a later release added, as it is stored. It goes with the version that is not kept.
fn newer<'a>(unknown: impl Iterator<Item = &'a (String, Box<str>)>) -> String {
    told(unknown.map(|(name, json)| (name.clone(), json.to_string())))
}

/// Things and what is said of each.
fn told(things: impl Iterator<Item = (String, String)>) -> String {
    let things: Vec<String> = things.map(|(thing, said)| joined([thing, said])).collect();
    things.join("; ")
}

/// Both with a dot between, or the one that is there.
fn joined(both: [String; 2]) -> String {
    let both = both.into_iter().filter(|text| !text.is_empty());
    both.collect::<Vec<String>>().join(" · ")
}

fn on_day(on: Option<NaiveDate>, dates: DateOrder) -> String {
    on.map(|on| day(on, dates)).unwrap_or_default()
}
