//! A log as a file for spreadsheets.
//!
//! It is CSV by RFC 4180, in UTF-8 with a byte order mark: without it Excel takes the file for the code page of its country,
//! and every letter beyond English is damaged. LibreOffice and Google Sheets pass over the mark.
//!
//! A text that a spreadsheet would take for something else gets an apostrophe before it: for a formula, so that nothing is
//! executed (<https://owasp.org/www-community/attacks/CSV_Injection>), and for a number, a day or a truth value, so that
//! index numbers keep their zeros. The apostrophe is seen in Excel and in LibreOffice and is part of the text there, so it
//! is still there when the file was opened and saved; Google Sheets takes it away and keeps the text as text. Our own
//! reading takes it away where it is and does not miss it where it is not. The other known way, a formula such as
//! `="0012"`, is gone once the file was saved; and a tab before the text is lost where cells are trimmed.

use std::borrow::Cow;

use super::column::{ALL_COLUMNS, Column, Names};
use super::date;
use crate::log::{AhimaSource, Domain, Entry, EntryId, Log, approvals, format_day};
use crate::rules::Body;

/// What an export is, and what it leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The text of the file, with its byte order mark.
    pub text: String,
    /// How many entries it has.
    pub entries: usize,
    /// How many of them have two versions that were made apart. The file has the one that is shown.
    pub conflicts: usize,
}

/// The entries of a log as a file. It has every field of every entry that is shown, the latest day first. Deleted entries,
/// the profile, other versions, what could not be read and what a later release added are in a backup and not here.
///
/// ```
/// use coderpath::log::Log;
/// use coderpath::sheet::export;
/// use coderpath::words::SHEET_NAMES;
/// let mut log = Log::default();
/// log.take_in(
///     "coderpath:1:entry:1f:0000000000001-00000001",
///     r#"{"v":1,"id":"1f","stamp":"0000000000001-00000001",
///     "entry":{"date":"2026-10-05","title":"=1+1","index_number":"0012","kind":"event","state":"done"}}"#,
/// );
/// let text = export(&log, &SHEET_NAMES).text;
/// assert!(text.starts_with("\u{feff}Date completed,Title,"));
/// assert!(text.contains("\r\n2026-10-05,'=1+1,,'0012,event,done,"));
/// ```
pub fn export(log: &Log, names: &Names) -> Export {
    let shown = log.entries();
    let mut text = String::from('\u{feff}');
    let mut is_first = true;
    for column in exported() {
        cell(&mut text, (names.column)(column), &mut is_first);
    }
    text.push_str("\r\n");
    for one in &shown {
        let mut is_first = true;
        for column in exported() {
            let mut value = String::new();
            put(&mut value, one.entry, one.id, column);
            cell(&mut text, &value, &mut is_first);
        }
        text.push_str("\r\n");
    }
    Export {
        text,
        entries: shown.len(),
        conflicts: shown.iter().filter(|one| one.has_conflict).count(),
    }
}

fn exported() -> impl Iterator<Item = Column> {
    ALL_COLUMNS
        .iter()
        .copied()
        .filter(|column| column.is_exported())
}

/// What an export says of an entry in this column, before it is protected. Of a conflict all columns are compared, and few
/// differ, so what the entry has as text is lent.
pub(super) fn value(entry: &Entry, column: Column) -> Cow<'_, str> {
    let yes = |flag| match flag {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let ceus = |body| entry.ceus(body).map(|ceus| ceus.to_string());
    let due = |body| entry.pin(body)?.due.map(format_day);
    let pin = |body| entry.pin(body).map_or("", |pin| &pin.credential);
    let (aapc, ahima) = (entry.aapc.as_ref(), entry.ahima.as_ref());
    let text = match column {
        Column::Date => return format_day(entry.date).into(),
        Column::Title => &entry.title,
        Column::Sponsor => &entry.sponsor,
        Column::IndexNumber => &entry.index_number,
        Column::Notes => &entry.notes,
        Column::Kind => entry.kind.key(),
        Column::State => entry.state.key(),
        Column::AapcCeus => return ceus(Body::Aapc).unwrap_or_default().into(),
        Column::AapcFor => {
            let approved_for = aapc.map(|claim| approvals(&claim.approved_for));
            return approved_for.unwrap_or_default().into();
        }
        Column::AapcPreApproved => yes(aapc.map(|claim| claim.pre_approved)),
        Column::AapcCms => yes(aapc.map(|claim| claim.cms)),
        Column::AapcPinDue => return due(Body::Aapc).unwrap_or_default().into(),
        Column::AapcPin => pin(Body::Aapc),
        Column::AapcCertificate => yes(entry.has_certificate(Body::Aapc)),
        Column::AapcEntered => yes(entry.is_entered(Body::Aapc)),
        Column::AhimaCeus => return ceus(Body::Ahima).unwrap_or_default().into(),
        Column::AhimaDomain => ahima.and_then(|claim| claim.domain).map_or("", Domain::key),
        Column::AhimaSource => ahima
            .and_then(|claim| claim.source)
            .map_or("", AhimaSource::key),
        Column::AhimaPinDue => return due(Body::Ahima).unwrap_or_default().into(),
        Column::AhimaPin => pin(Body::Ahima),
        Column::AhimaCertificate => yes(entry.has_certificate(Body::Ahima)),
        Column::AhimaEntered => yes(entry.is_entered(Body::Ahima)),
        // An entry's name is not its own. The others are in no export.
        Column::Id
        | Column::Ceus
        | Column::Body
        | Column::ContactHours
        | Column::Certificate
        | Column::Entered => "",
    };
    text.into()
}

fn put(text: &mut String, entry: &Entry, id: &EntryId, column: Column) {
    let value = if column == Column::Id {
        id.as_str().into()
    } else {
        value(entry, column)
    };
    // Days and amounts are to be days and amounts in a spreadsheet, too.
    let is_amount = matches!(column, Column::AapcCeus | Column::AhimaCeus);
    if !column.is_day() && !is_amount && is_mistaken(&value) {
        text.push('\'');
    }
    text.push_str(&value);
}

/// Puts a cell after others, between quotes where RFC 4180 asks for them.
fn cell(text: &mut String, value: &str, is_first: &mut bool) {
    if !std::mem::take(is_first) {
        text.push(',');
    }
    let is_special = |byte: u8| matches!(byte, b',' | b';' | b'\t' | b'"' | b'\r' | b'\n');
    // Spaces at an end are kept by few readers, unless they stand between quotes.
    let has_spaces = value.starts_with(' ') || value.ends_with(' ');
    if !has_spaces && !value.bytes().any(is_special) {
        text.push_str(value);
        return;
    }
    text.push('"');
    for letter in value.chars() {
        if letter == '"' {
            text.push('"');
        }
        text.push(letter);
    }
    text.push('"');
}

/// A text of an export as it was before it was protected. What is not protected stays, so this is right also where a
/// spreadsheet took the apostrophe away.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_mistaken(rest) => rest,
        _ => text,
    }
}

/// Whether a spreadsheet would take a text for a formula, a number, a day or a truth value. Apostrophes before it change
/// nothing, so that a text that has one of its own gets one more, and not the same text as without.
fn is_mistaken(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let begins_formula = |letter: char| {
        // In full width as well: some spreadsheets of East Asia understand these.
        matches!(
            letter,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'
        )
    };
    bare.starts_with(begins_formula)
        || bare.trim_start().starts_with(begins_formula)
        || is_like_a_number(bare.trim())
}

/// Whether a spreadsheet would take a text for a number, a day or a truth value and write it otherwise when it saves.
fn is_like_a_number(text: &str) -> bool {
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return true;
    }
    let is_digit = |byte: u8| byte.is_ascii_digit();
    if text.bytes().all(is_digit) {
        // Up to eleven digits are shown, and so saved, as they are.
        return text.len() > 11 || (text.len() > 1 && text.starts_with('0'));
    }
    let is_of_number = |letter: char| " .,:/-+%$€£()\u{a0}".contains(letter);
    let has_digit = text.bytes().any(is_digit);
    let begins_as_word = text.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_spaced = text.contains([' ', ':']);
    // "1E5", "3/4", "12:30 PM", "9am", "MAR 5", "5-Mar-24", "Tue 3/5", "2024-03-05T12:30Z"; but not "E11" and "12A".
    has_digit
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || is_of_number(letter))
        && text
            .split(|letter: char| !letter.is_ascii_alphabetic())
            .all(|word| {
                let is = |other: &str| word.eq_ignore_ascii_case(other);
                word.is_empty()
                    || date::is_month(word)
                    || date::is_passed_over(word)
                    || !begins_as_word
                        && (["e", "am", "pm"].into_iter().any(is)
                            || is_spaced && ["a", "p", "t", "z"].into_iter().any(is))
            })
}
