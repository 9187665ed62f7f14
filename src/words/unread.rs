//! What is said of stored items that could not be read.

use super::WORDS;
use super::text::{fill, section};
use crate::log::{Expected, Part, UnreadRecord, Unreadable};

section! {
    /// What is said of stored items that could not be read.
    UnreadTexts {
        newer: "One record was written by a newer release and is left as it is ({0}).",
        not_handed_over: "One record is not here, since the browser did not hand it over ({0}). It is left as it is, and no backup has it.",
        damaged: "One record is damaged and is left as it is ({0}): {1}. A backup has it, too, as it is.",
        download: "Download it as it is",
        download_of: "Download it as it is: {0}",
        no_object: "{0} is no JSON object from line {1}, column {2} on",
        field: "“{0}” of {1} is not {2}",
        not_a: "it is not {0}",
        content: "a record holds one of: an entry, a profile, a deletion",
        other_key: "the record’s name and stamp are not those of its key",
        record: "the record",
        entry: "the entry",
        profile: "the profile",
        aapc_claim: "the AAPC claim",
        ahima_claim: "the AHIMA claim",
        draft: "what was being typed",
        backup: "the backup",
        a_text: "a text",
        texts: "a list of texts",
        flag: "true or false",
        number: "a whole number",
        small_number: "a small number",
        a_day: "a day such as “2026-11-23”",
        an_amount: "an amount of CEUs such as “1.5”",
        a_kind: "a kind of activity",
        a_state: "“planned” or “done”",
        a_domain: "an AHIMA domain",
        a_source: "an AHIMA source",
        a_name: "a name of 1 to 64 letters, digits or hyphens",
        a_stamp: "a stamp of 13 digits, a hyphen and 8 hexadecimal digits",
        stamps: "a list of stamps",
        a_format: "a format of any release",
    }
}

/// A stored item that could not be read.
pub fn unread(record: UnreadRecord<'_>) -> String {
    let texts = &WORDS.unread;
    let text = match record.why {
        why if why.is_newer() => texts.newer,
        Unreadable::NotHandedOver => texts.not_handed_over,
        _ => texts.damaged,
    };
    fill(text, &[record.key, &damage(record.why)])
}

/// The button that hands it out, for a screen reader.
pub fn download_unread(record: UnreadRecord<'_>) -> String {
    fill(WORDS.unread.download_of, &[record.key])
}

pub(super) fn damage(why: Unreadable) -> String {
    let texts = &WORDS.unread;
    match why {
        Unreadable::Newer(_) | Unreadable::OtherKind | Unreadable::NotHandedOver => String::new(),
        Unreadable::NoObject { part, line, column } => fill(
            texts.no_object,
            &[of(part), &line.to_string(), &column.to_string()],
        ),
        Unreadable::Field {
            name,
            part,
            expected,
        } => fill(texts.field, &[name, of(part), what(expected)]),
        Unreadable::NotA(expected) => fill(texts.not_a, &[what(expected)]),
        Unreadable::Content => texts.content.to_owned(),
        Unreadable::OtherKey => texts.other_key.to_owned(),
    }
}

fn of(part: Part) -> &'static str {
    let texts = &WORDS.unread;
    match part {
        Part::Record => texts.record,
        Part::Entry => texts.entry,
        Part::Profile => texts.profile,
        Part::AapcClaim => texts.aapc_claim,
        Part::AhimaClaim => texts.ahima_claim,
        Part::Draft => texts.draft,
        Part::Backup => texts.backup,
    }
}

fn what(expected: Expected) -> &'static str {
    let texts = &WORDS.unread;
    match expected {
        Expected::Text => texts.a_text,
        Expected::Texts => texts.texts,
        Expected::Flag => texts.flag,
        Expected::Number => texts.number,
        Expected::SmallNumber => texts.small_number,
        Expected::Day => texts.a_day,
        Expected::Ceus => texts.an_amount,
        Expected::Kind => texts.a_kind,
        Expected::State => texts.a_state,
        Expected::Domain => texts.a_domain,
        Expected::Source => texts.a_source,
        Expected::Name => texts.a_name,
        Expected::Stamp => texts.a_stamp,
        Expected::Stamps => texts.stamps,
        Expected::Format => texts.a_format,
    }
}
