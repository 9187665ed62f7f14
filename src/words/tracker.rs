//! An entry in the order in which the body's own tracker asks for it, to be typed or pasted there.
//!
//! The orders are those of AAPC's help ([`AAPC_SUBMIT`](crate::rules::source::AAPC_SUBMIT), and what a certificate shows
//! by its policies) and of the list by which AHIMA's records are imported
//! ([`AHIMA_DOMAINS`](crate::rules::source::AHIMA_DOMAINS)).

use super::WORDS;
use super::log::domain;
use super::rules::day;
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::log::{AapcClaim, AhimaClaim, AhimaSource, Entry};
use crate::rules::Body;

section! {
    /// An entry for the body's own tracker.
    TrackerTexts {
        field: "{0}: {1}",
        no_index_number: "None",
        date: "Date",
        ceus: "CEUs",
        apply_to: "Apply to",
        certificate: "Certificate",
        on_file: "On file",
        not_on_file: "Not on file yet",
        activity_type: "Activity type",
        type_ahima: "AHIMA Activity",
        type_component: "Component State Association or Component Local Association",
        type_approved: "Prior Approved",
        type_external: "External",
    }
}

/// The fields of an entry with what goes into each, in the order of this body's tracker; empty if nothing is claimed
/// from the body.
///
/// AAPC asks first whether there is an index number. With one the event's own data fills in the rest, so what was left
/// open here is left out; without one the certificate is uploaded, and what is still open is told. The form in which
/// the trackers take a date is not known, so a day is written as everywhere here, where nobody can mistake it.
pub fn tracker_fields(entry: &Entry, body: Body, dates: DateOrder) -> Vec<(&'static str, String)> {
    match body {
        Body::Aapc => entry
            .aapc
            .as_ref()
            .map(|claim| aapc(entry, claim, dates))
            .unwrap_or_default(),
        Body::Ahima => entry
            .ahima
            .as_ref()
            .map(|claim| ahima(entry, claim, dates))
            .unwrap_or_default(),
    }
}

/// The same as text, one field in a line.
pub fn tracker_text(entry: &Entry, body: Body, dates: DateOrder) -> String {
    let mut text = String::new();
    for (label, value) in tracker_fields(entry, body, dates) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&fill(WORDS.tracker.field, &[label, &value]));
    }
    text
}

fn aapc(entry: &Entry, claim: &AapcClaim, dates: DateOrder) -> Vec<(&'static str, String)> {
    let (w, labels) = (&WORDS.tracker, &WORDS.log);
    let number = entry.index_number.trim();
    let has_number = !number.is_empty();
    let number = if has_number {
        number
    } else {
        w.no_index_number
    };
    let mut fields = vec![
        (labels.index_number, number.to_owned()),
        (w.date, day(entry.date, dates)),
    ];
    for (label, value) in [
        (labels.title, &entry.title),
        (labels.sponsor, &entry.sponsor),
    ] {
        if !value.trim().is_empty() || !has_number {
            fields.push((label, told(value)));
        }
    }
    fields.push((w.ceus, claim.ceus.to_string()));
    // What it is for is chosen after it is saved. A choice of one's own comes before all that it may be for.
    let pinned = claim.pin.credential.trim();
    if !pinned.is_empty() {
        fields.push((w.apply_to, pinned.to_owned()));
    } else if !claim.approved_for.is_empty() {
        let names: Vec<&str> = claim.approved_for.iter().map(|one| one.0.trim()).collect();
        fields.push((w.apply_to, names.join(", ")));
    }
    let proof = if claim.certificate {
        w.on_file
    } else {
        w.not_on_file
    };
    fields.push((w.certificate, proof.to_owned()));
    fields
}

fn ahima(entry: &Entry, claim: &AhimaClaim, dates: DateOrder) -> Vec<(&'static str, String)> {
    let (w, labels) = (&WORDS.tracker, &WORDS.log);
    let activity_type = match claim.source {
        Some(AhimaSource::Ahima) => w.type_ahima,
        Some(AhimaSource::Component) => w.type_component,
        Some(AhimaSource::Approved) => w.type_approved,
        Some(AhimaSource::External) => w.type_external,
        None => labels.not_said,
    };
    vec![
        (w.date, day(entry.date, dates)),
        (w.ceus, claim.ceus.to_string()),
        (labels.title, told(&entry.title)),
        (
            labels.domain,
            claim.domain.map_or(labels.not_said, domain).to_owned(),
        ),
        (w.activity_type, activity_type.to_owned()),
    ]
}

/// A text on one line, or that it is not said yet.
fn told(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        WORDS.log.not_said.to_owned()
    } else {
        words.join(" ")
    }
}
