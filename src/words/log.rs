//! The log and its standing in words.

use super::WORDS;
use super::rules::{body, ceus, day};
use super::text::section;
use crate::app::{DateOrder, Notice, State};
use crate::ledger::{BodyStanding, Cycle, RequiredBy};
use crate::log::{
    ActivityKind, AhimaSource, Domain, Entry, Fault, Field, FieldFault, State as EntryState,
    UnreadRecord, Unreadable,
};
use crate::rules::{Body, Ceus, CeusError};
use crate::store::StorageError;

section! {
    /// *My CEU log* and its form.
    LogTexts {
        add: "Add an activity",
        new_entry: "A new activity",
        change_entry: "Change this activity",
        save: "Save",
        cancel: "Cancel",
        edit: "Change",
        delete: "Delete",
        undo: "Undo",
        entries: "Activities",
        no_entries: "Nothing here yet. Add the last webinar or chapter meeting you went to: a title, a date and its CEUs are enough to start.",
        date: "Date completed",
        date_hint: "As on the certificate",
        title: "Title",
        title_hint: "As on the certificate",
        sponsor: "Sponsor",
        index_number: "Index number",
        index_number_hint: "AAPC’s number for the activity, on the certificate",
        kind: "Kind",
        state: "State",
        counts_for: "It counts for",
        ceus_field: "CEUs",
        pre_approved: "Approved beforehand",
        certificate: "Certificate on file",
        entered_aapc: "Entered in my AAPC tracker",
        entered_ahima: "Entered in my AHIMA CEU Center",
        domain: "Domain",
        source: "Given by",
        not_said: "Not said yet",
        notes: "Notes",
        optional: "optional",
        lacks_certificate: "no certificate on file",
        conflict: "Changed in two places. The newer version is shown; the other is kept.",
        my_period: "What I hold, and my two-year period",
        my_period_why: "With these, only the activities of the current period are counted. All of it can wait.",
        aapc_due: "My AAPC CEUs are due on",
        aapc_tracker: "My AAPC tracker asks for",
        ahima_start: "My AHIMA cycle began on",
        ahima_tracker: "My AHIMA CEU Center asks for",
        tracker_hint: "CEUs in all. Your tracker’s number wins over ours.",
        say_what_you_hold: "Say what you hold, and the number you need appears here.",
        where_it_lives: "This log lives in this browser, in the storage of this site. The site’s own scripts could read it, and clearing site data deletes it. Nothing is sent anywhere.",
    }
}

/// A kind of activity.
pub fn activity_kind(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Event => "Approved event: webinar, workshop, chapter meeting",
        ActivityKind::Teaching => "Teaching at a post-secondary school",
        ActivityKind::CourseWork => "Post-secondary course work",
        ActivityKind::Other => "Something else",
    }
}

/// Whether an activity is still to come.
pub fn entry_state(state: EntryState) -> &'static str {
    match state {
        EntryState::Done => "Done",
        EntryState::Planned => "Planned",
    }
}

/// One of AHIMA's domains.
pub fn domain(domain: Domain) -> &'static str {
    match domain {
        Domain::InformationProtection => {
            "Information protection: access, disclosure, archival, privacy, security"
        }
        Domain::ClinicalFoundations => "Clinical foundations",
        Domain::DataStructure => "Data structure, content and information governance",
        Domain::HealthLaw => "Health law and compliance",
        Domain::Leadership => "Organizational management and leadership",
        Domain::RevenueCycle => "Revenue cycle management",
        Domain::Informatics => "Informatics, analytics and data use",
        Domain::EvolvingTopics => "Evolving topics",
        Domain::Other => "Other",
    }
}

/// Who gave an activity, as AHIMA sorts them.
pub fn ahima_source(source: AhimaSource) -> &'static str {
    match source {
        AhimaSource::Ahima => "AHIMA or HCPro",
        AhimaSource::Component => "A state or local component association",
        AhimaSource::Approved => "A provider approved beforehand",
        AhimaSource::External => "Somebody else",
    }
}

/// What an entry is worth to a body: "1.5 AAPC".
pub fn claim(of: Body, amount: Ceus) -> String {
    format!("{amount} {}", body(of))
}

/// What is wrong with a field, and what to do.
pub fn fault(at: FieldFault) -> String {
    match (at.field, at.fault) {
        (Field::Date, Fault::Missing) => "Give the day on which it was completed.".to_owned(),
        (Field::Title, Fault::Missing) => "Give it a title, as on the certificate.".to_owned(),
        (_, fault) => what_is_wrong(fault),
    }
}

/// What is wrong with a date or number of the profile, and what to do.
pub fn profile_fault(fault: Fault) -> String {
    format!("{} What was there before is kept.", what_is_wrong(fault))
}

fn what_is_wrong(fault: Fault) -> String {
    match fault {
        Fault::Missing => "This is still empty.".to_owned(),
        Fault::NoSuchDay => "There is no such day. Check the day and the month.".to_owned(),
        Fault::FarAwayDay => "Check the year: it lies between 1990 and 2100.".to_owned(),
        Fault::DoneInFuture => {
            "This day is still to come. Choose “Planned” as its state, or check the date."
                .to_owned()
        }
        Fault::TooLong(most) => format!("This is too long: at most {most} characters fit."),
        Fault::NoBody => {
            "Choose AAPC, AHIMA or both: an activity that counts for neither has no CEUs."
                .to_owned()
        }
        Fault::Ceus(CeusError::Missing) => "Give the number of CEUs, such as 1 or 1.5.".to_owned(),
        Fault::Ceus(CeusError::NotANumber) => {
            "This is not a number. Write it in digits, such as 1 or 1.5.".to_owned()
        }
        Fault::Ceus(CeusError::NotPositive) => "CEUs are more than zero.".to_owned(),
        Fault::Ceus(CeusError::TooFine) => "At most two decimals, such as 1.25.".to_owned(),
        Fault::Ceus(CeusError::TooMuch) => {
            format!(
                "At most {} for one activity. Check the number.",
                ceus(Ceus::MOST_PER_CLAIM)
            )
        }
    }
}

/// Something that happened.
pub fn notice(notice: &Notice, state: &State) -> String {
    match notice {
        // A version that is not safely stored is never called saved; `keeping` says what is the matter.
        Notice::Saved(title) if state.keeping.is_safe() => format!("Saved: {title}."),
        Notice::Saved(title) => format!("In the list, but not stored: {title}."),
        Notice::Deleted(title) if state.keeping.is_safe() => format!("Deleted: {title}."),
        Notice::Deleted(title) => format!("Deleted here, but not stored: {title}."),
        Notice::Restored(title) if state.keeping.is_safe() => format!("Back again: {title}."),
        Notice::Restored(title) => format!("Back in the list, but not stored: {title}."),
        Notice::FormIsOpen => {
            "Save or cancel this activity first. What you typed is still here.".to_owned()
        }
    }
}

/// What is the matter with keeping the log, if anything is.
pub fn keeping(state: &State) -> Option<String> {
    if let Some(why) = state.keeping.memory_only {
        let why = match why {
            StorageError::Full => "its storage is full",
            StorageError::Refused => "it does not let this page store anything",
            StorageError::NotKept => "it does not keep what is stored",
        };
        return Some(format!(
            "This browser cannot keep your log: {why}. You can work with it, and it is gone when this page is closed."
        ));
    }
    let unsaved = state.keeping.unsaved.first()?;
    Some(match unsaved.why {
        StorageError::Full => "Your last change is not stored: this site’s storage is full. It is kept while this page is open, and tried again with your next change.".to_owned(),
        StorageError::Refused | StorageError::NotKept => "Your last change is not stored: the browser refused. It is kept while this page is open, and tried again with your next change.".to_owned(),
    })
}

/// A stored item that could not be read.
pub fn unread(record: UnreadRecord<'_>) -> String {
    match record.why {
        Unreadable::Newer(_) => format!(
            "One record was written by a newer release and is left as it is ({}).",
            record.key
        ),
        Unreadable::Damaged(why) => format!(
            "One record is damaged and is left as it is ({}): {why}.",
            record.key
        ),
    }
}

/// A cycle's days.
pub fn cycle(cycle: Cycle, dates: DateOrder) -> String {
    format!("{} to {}", day(cycle.first, dates), day(cycle.last, dates))
}

/// How many of how many.
pub fn body_line(standing: &BodyStanding) -> String {
    match standing.required {
        Some(required) => format!("{} of {}", standing.counted, ceus(required.ceus)),
        None => ceus(standing.counted),
    }
}

/// Where the number comes from, and how it differs from ours.
pub fn required(standing: &BodyStanding) -> Option<String> {
    match standing.required?.by {
        RequiredBy::Rules => None,
        RequiredBy::Tracker {
            computed: Some(computed),
        } if Some(computed) != standing.required.map(|required| required.ceus) => Some(format!(
            "Your tracker’s number. By the table chosen here it would be {computed}."
        )),
        RequiredBy::Tracker { .. } => Some("Your tracker’s number.".to_owned()),
    }
}

/// What is missing, planned or left out, and by when.
pub fn standing_next(standing: &BodyStanding, dates: DateOrder) -> String {
    let mut sentences = Vec::new();
    if standing.required.is_some() {
        let by = standing
            .cycle
            .map(|cycle| format!(" by {}", day(cycle.last, dates)))
            .unwrap_or_default();
        sentences.push(if standing.missing == Ceus::ZERO {
            whole(standing.body).to_owned()
        } else {
            format!("{} to go{by}.", standing.missing)
        });
    }
    match standing.cycle {
        Some(period) => sentences.push(format!("Period: {}.", cycle(period, dates))),
        None => sentences.push(
            "Every activity is counted, whatever its day, until you give your period.".to_owned(),
        ),
    }
    if standing.planned > Ceus::ZERO {
        sentences.push(format!("{} planned.", standing.planned));
    }
    if standing.outside > Ceus::ZERO {
        sentences.push(format!(
            "{} outside the period, not counted.",
            standing.outside
        ));
    }
    sentences.join(" ")
}

/// An entry's day, sponsor, index number and state in a line.
pub fn entry_line(entry: &Entry, dates: DateOrder) -> String {
    let mut parts = vec![day(entry.date, dates)];
    if entry.state == EntryState::Planned {
        parts.push("planned".to_owned());
    }
    parts.extend(
        [&entry.sponsor, &entry.index_number]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned(),
    );
    parts.join(" · ")
}

/// The button that changes this entry, for a screen reader.
pub fn edit_entry(entry: &Entry) -> String {
    format!("{}: {}", WORDS.log.edit, entry.title)
}

/// The button that deletes this entry, for a screen reader.
pub fn delete_entry(entry: &Entry) -> String {
    format!("{}: {}", WORDS.log.delete, entry.title)
}

/// What is said when the total is reached. That is not all that AHIMA asks, and the sorts are not summed up yet.
fn whole(body: Body) -> &'static str {
    match body {
        Body::Aapc => "The total is reached.",
        Body::Ahima => {
            "The total is reached. Whether enough of it is in HIIM domains and from AHIMA’s own sources is for you to check."
        }
    }
}
