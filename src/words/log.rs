//! The log in words: its form, its list, its search, its profile.

use chrono::NaiveDate;

use super::WORDS;
use super::ledger::activities;
use super::rules::{body, ceus, day, name};
use super::text::{fill, section};
use crate::app::{DateOrder, Deed, Notice, Offer, State, Status};
use crate::ledger::{Cycle, Period};
use crate::log::{
    ActivityKind, AhimaSource, Domain, Entry, Fault, Field, FieldFault, State as EntryState,
};
use crate::rules::{Body, Ceus, CeusError, CredentialId};
use crate::store::StorageError;

section! {
    /// *My CEU log* and its form.
    LogTexts {
        first_use: "Write down each webinar, meeting or course as you go, with its CEUs. The log adds them up, separately for AAPC and AHIMA, and says what is still missing and by when.",
        add_first: "Add the first activity",
        add: "Add an activity",
        new_entry: "A new activity",
        change_entry: "Change this activity",
        save: "Save",
        save_and_add: "Save and add another",
        cancel: "Cancel",
        edit: "Change",
        edit_of: "Change: {0}",
        delete: "Delete",
        delete_of: "Delete: {0}",
        entries: "Activities",
        date: "Date completed",
        date_hint: "As on the certificate",
        title: "Title",
        title_hint: "As on the certificate",
        sponsor: "Sponsor",
        same_sponsor: "Same as last time: {0}",
        index_number: "Index number",
        index_number_hint: "AAPC’s number for the activity, on the certificate",
        more: "More: kind, state, certificate, notes",
        kind: "Kind",
        kind_event: "Approved event: webinar, workshop, chapter meeting",
        kind_teaching: "Teaching at a post-secondary school",
        kind_course_work: "Post-secondary course work",
        kind_other: "Something else",
        state: "State",
        done: "Done",
        planned: "Planned",
        counts_for: "It counts for",
        ceus_aapc: "CEUs for AAPC",
        ceus_ahima: "CEUs for AHIMA",
        pre_approved: "Approved in advance by AAPC",
        approved_for: "AAPC approved it for",
        approved_for_hint: "Letters as on the certificate, with a comma between: Core A, CPMA",
        cms: "Web training of CMS, which has no index number",
        pin_due: "It counts in",
        pin_due_free: "Where it helps more",
        pin_due_hint: "CEUs of the month in which they are due can go to this period or to the next.",
        pin_period: "The period to {0}",
        pin_credential: "It counts towards",
        pin_credential_free: "What needs it most",
        pin_core: "The core only",
        certificate_aapc: "AAPC certificate on file",
        certificate_ahima: "AHIMA certificate on file",
        entered_aapc: "Entered in my AAPC tracker",
        entered_ahima: "Entered in my AHIMA CEU Center",
        domain: "AHIMA domain",
        domain_information_protection: "Information protection: access, disclosure, archival, privacy, security",
        domain_clinical_foundations: "Clinical foundations",
        domain_data_structure: "Data structure, content and information governance",
        domain_health_law: "Health law and compliance",
        domain_leadership: "Organizational management and leadership",
        domain_revenue_cycle: "Revenue cycle management",
        domain_informatics: "Informatics, analytics and data use",
        domain_evolving_topics: "Evolving topics",
        domain_other: "Other",
        source: "Given by",
        source_ahima: "AHIMA or HCPro",
        source_component: "A state or local component association",
        source_approved: "A provider with prior approval",
        source_external: "Somebody else",
        not_said: "Not said yet",
        notes: "Notes",
        optional: "optional",
        claim: "{0} {1}",
        planned_mark: "planned",
        lacks_certificate: "no certificate on file",
        my_period: "What I hold, and my two-year period",
        my_period_why: "With these, only the activities of the current period are counted. All of it can wait.",
        since: "{0} since",
        since_hint: "The day of your exam or certification. What you did before your first one does not count for AAPC, and your first period may be shorter.",
        since_hint_ahima: "The day on which you passed. AHIMA’s cycle begins with the first.",
        aapc_month: "My AAPC membership is renewed in",
        aapc_month_hint: "Enough to know the year: odd months are due in odd years, even months in even years.",
        month_unknown: "I do not know yet",
        aapc_due: "My AAPC CEUs are due on",
        aapc_due_hint: "If you know the exact day. It wins over the month.",
        table: "Count for AAPC by",
        table_hint: "The totals differ from two certifications on. What must be specific to a credential always differs.",
        submitted: "Submitted on",
        submitted_hint: "Clear it if you have not submitted yet.",
        specialties: "Specialties that need CEUs of their own",
        specialties_hint: "Letters with a comma between, such as CEDC, CPEDC",
        aapc_tracker: "My AAPC tracker asks for",
        ahima_start: "My AHIMA cycle began on",
        ahima_tracker: "My AHIMA CEU Center asks for",
        tracker_hint: "CEUs in all. Your tracker’s number wins over ours.",
        say_it: "Say what you hold",

        find: "Search the activities",
        find_hint: "In title, sponsor, index number and notes",
        find_more: "Narrow it down: body, kind, state, certificate",
        find_body: "Counting for",
        find_any_body: "AAPC or AHIMA",
        find_kind: "Of the kind",
        find_any_kind: "Any kind",
        find_status: "In the state",
        find_any_status: "Any state",
        status_planned: "Planned",
        status_done: "Done, not entered yet",
        status_entered: "Entered in the tracker",
        find_certificate: "Certificate missing",
        find_conflict: "Changed in two places",
        find_clear: "Show all",
        found: "{0} of {1} activities",
        found_none: "No activity matches. Try fewer words, or show all of them again.",

        period_now: "{0}’s period now: {1}",
        period_then: "{0}’s period {1}",
        period_done: "{0} done for {1}",
        draw_all: "Show all {0}",
        earlier_periods: "Show {0} earlier periods",

        offer: "You were typing an activity on {0}.",
        offer_titled: "You were typing “{1}” on {0}.",
        offer_change: "You were changing “{1}” on {0}.",
        offer_damaged: "Something that you were typing is kept here, but it is damaged and can only be shown as it is:",
        take_up: "Continue with it",
        throw_away: "Throw it away",

        fault_no_date: "Give the day on which it was completed.",
        fault_no_title: "Give it a title, as on the certificate.",
        fault_empty: "This is still empty.",
        fault_no_such_day: "There is no such day. Check the day and the month.",
        fault_far_away: "Check the year: it should be between 1990 and 2100.",
        fault_in_future: "This day is still to come. Choose “Planned” as its state, or check the date.",
        fault_too_long: "This is too long: at most {0} characters fit.",
        fault_no_body: "Choose AAPC, AHIMA or both: an activity that counts for neither has no CEUs.",
        fault_no_ceus: "Give the number of CEUs, such as 1 or 1.5.",
        fault_no_number: "This is not a number. Write it in digits, such as 1 or 1.5.",
        fault_not_positive: "CEUs are more than zero.",
        fault_too_fine: "At most two decimals, such as 1.25.",
        fault_too_much: "At most {0} for one activity. Check the number.",
        fault_too_much_asked: "No tracker asks for more than {0}. Check the number.",
        kept_before: "{0} What was there before is kept.",

        saved: "Saved: {0}.",
        not_saved: "In the list, but not stored: {0}.",
        deleted: "Deleted: {0}.",
        not_deleted: "Deleted here, but not stored: {0}.",
        entered: "Marked as entered: {0}.",
        not_entered: "Marked as entered, but not stored: {0}.",
        form_is_open: "Save or cancel this activity first. What you typed is still here.",

        cannot_keep: "This browser cannot keep your log: {0}. You can work with it, and it is gone when this page is closed.",
        why_full: "its storage is full",
        why_refused: "it does not let this page store anything",
        why_not_kept: "it does not keep what is stored",
        unsaved_full: "Your last change is not stored: this site’s storage is full. It is kept while this page is open, and tried again with your next change.",
        unsaved_refused: "Your last change is not stored: the browser refused. It is kept while this page is open, and tried again with your next change.",

        days: "{0} to {1}",
    }
}

/// A kind of activity.
pub fn activity_kind(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Event => WORDS.log.kind_event,
        ActivityKind::Teaching => WORDS.log.kind_teaching,
        ActivityKind::CourseWork => WORDS.log.kind_course_work,
        ActivityKind::Other => WORDS.log.kind_other,
    }
}

/// Whether an activity is still to come.
pub fn entry_state(state: EntryState) -> &'static str {
    match state {
        EntryState::Done => WORDS.log.done,
        EntryState::Planned => WORDS.log.planned,
    }
}

/// How far an activity is, to be searched for.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => WORDS.log.status_planned,
        Status::Done => WORDS.log.status_done,
        Status::Entered => WORDS.log.status_entered,
    }
}

/// One of AHIMA's domains.
pub fn domain(domain: Domain) -> &'static str {
    match domain {
        Domain::InformationProtection => WORDS.log.domain_information_protection,
        Domain::ClinicalFoundations => WORDS.log.domain_clinical_foundations,
        Domain::DataStructure => WORDS.log.domain_data_structure,
        Domain::HealthLaw => WORDS.log.domain_health_law,
        Domain::Leadership => WORDS.log.domain_leadership,
        Domain::RevenueCycle => WORDS.log.domain_revenue_cycle,
        Domain::Informatics => WORDS.log.domain_informatics,
        Domain::EvolvingTopics => WORDS.log.domain_evolving_topics,
        Domain::Other => WORDS.log.domain_other,
    }
}

/// Who gave an activity, as AHIMA sorts them.
pub fn ahima_source(source: AhimaSource) -> &'static str {
    match source {
        AhimaSource::Ahima => WORDS.log.source_ahima,
        AhimaSource::Component => WORDS.log.source_component,
        AhimaSource::Approved => WORDS.log.source_approved,
        AhimaSource::External => WORDS.log.source_external,
    }
}

/// What an entry is worth to a body: "1.5 AAPC".
pub fn claim(of: Body, amount: Ceus) -> String {
    fill(WORDS.log.claim, &[&amount.to_string(), body(of)])
}

/// What is wrong with a field, and what to do.
pub fn fault(at: FieldFault) -> String {
    match (at.field, at.fault) {
        (Field::Date, Fault::Missing) => WORDS.log.fault_no_date.to_owned(),
        (Field::Title, Fault::Missing) => WORDS.log.fault_no_title.to_owned(),
        (_, fault) => what_is_wrong(fault),
    }
}

/// What is wrong with a date or number of the profile, and what to do.
pub fn profile_fault(fault: Fault) -> String {
    let wrong = if fault == Fault::Ceus(CeusError::TooMuch) {
        fill(
            WORDS.log.fault_too_much_asked,
            &[&ceus(Ceus::MOST_PER_CLAIM)],
        )
    } else {
        what_is_wrong(fault)
    };
    fill(WORDS.log.kept_before, &[&wrong])
}

fn what_is_wrong(fault: Fault) -> String {
    let (text, part) = match fault {
        Fault::Missing => (WORDS.log.fault_empty, None),
        Fault::NoSuchDay => (WORDS.log.fault_no_such_day, None),
        Fault::FarAwayDay => (WORDS.log.fault_far_away, None),
        Fault::DoneInFuture => (WORDS.log.fault_in_future, None),
        Fault::TooLong(most) => (WORDS.log.fault_too_long, Some(most.to_string())),
        Fault::NoBody => (WORDS.log.fault_no_body, None),
        Fault::Ceus(CeusError::Missing) => (WORDS.log.fault_no_ceus, None),
        Fault::Ceus(CeusError::NotANumber) => (WORDS.log.fault_no_number, None),
        Fault::Ceus(CeusError::NotPositive) => (WORDS.log.fault_not_positive, None),
        Fault::Ceus(CeusError::TooFine) => (WORDS.log.fault_too_fine, None),
        Fault::Ceus(CeusError::TooMuch) => {
            (WORDS.log.fault_too_much, Some(ceus(Ceus::MOST_PER_CLAIM)))
        }
    };
    fill(text, &[&part.unwrap_or_default()])
}

/// Since when a credential is held: what is asked.
pub fn since(id: CredentialId) -> String {
    fill(WORDS.log.since, &[name(id)])
}

/// A cycle to be chosen for an activity.
pub fn pin_period(due: NaiveDate, dates: DateOrder) -> String {
    fill(WORDS.log.pin_period, &[&day(due, dates)])
}

/// Something that happened.
pub fn notice(notice: &Notice, state: &State) -> String {
    let texts = &WORDS.log;
    let wrote = match notice {
        Notice::Wrote(wrote) => wrote,
        Notice::Stepped(stepped) => return super::safety::stepped(stepped, state),
        Notice::Restored { is_all, keys } => {
            return super::safety::restored(*is_all, keys, state).to_owned();
        }
        Notice::Imported(many) => {
            let is_stored = state.keeping.memory_only.is_none();
            return super::importing::imported(*many, is_stored);
        }
        Notice::FormIsOpen => return texts.form_is_open.to_owned(),
    };
    // A version that is not safely stored is never called saved; `keeping` says what is the matter.
    let text = match (wrote.deed, state.keeping.is_stored(&wrote.key)) {
        (Deed::Saved, true) => texts.saved,
        (Deed::Saved, false) => texts.not_saved,
        (Deed::Deleted, true) => texts.deleted,
        (Deed::Deleted, false) => texts.not_deleted,
        (Deed::Entered, true) => texts.entered,
        (Deed::Entered, false) => texts.not_entered,
    };
    fill(text, &[&wrote.title])
}

/// What is the matter with keeping the log, if anything is.
pub fn keeping(state: &State) -> Option<String> {
    let texts = &WORDS.log;
    if let Some(why) = state.keeping.memory_only {
        let why = match why {
            StorageError::Full => texts.why_full,
            StorageError::Refused => texts.why_refused,
            StorageError::NotKept => texts.why_not_kept,
        };
        return Some(fill(texts.cannot_keep, &[why]));
    }
    let unsaved = state.keeping.unsaved.first()?;
    let text = match unsaved.why {
        StorageError::Full => texts.unsaved_full,
        StorageError::Refused | StorageError::NotKept => texts.unsaved_refused,
    };
    Some(text.to_owned())
}

/// What was being typed when the tab died, or went.
pub fn offer(offer: &Offer, dates: DateOrder) -> String {
    let Ok(kept) = &offer.kept else {
        return WORDS.log.offer_damaged.to_owned();
    };
    let title = kept.draft.title.trim();
    let text = if title.is_empty() {
        WORDS.log.offer
    } else if kept.editing.is_some() {
        WORDS.log.offer_change
    } else {
        WORDS.log.offer_titled
    };
    fill(text, &[&day(kept.day, dates), title])
}

/// A cycle's days.
pub fn cycle(cycle: Cycle, dates: DateOrder) -> String {
    fill(
        WORDS.log.days,
        &[&day(cycle.first, dates), &day(cycle.last, dates)],
    )
}

/// The heading of the entries of a period.
pub fn period(period: &Period<'_>, state: &State) -> Option<String> {
    let days = period.cycle?;
    let text = if days.contains(state.today) {
        WORDS.log.period_now
    } else {
        WORDS.log.period_then
    };
    Some(fill(text, &[body(period.body), &cycle(days, state.dates)]))
}

/// How many activities a period has, and what is done in it.
pub fn period_sums(period: &Period<'_>, many: usize) -> String {
    let mut sums = vec![activities(many)];
    for (of, sum) in &period.done {
        sums.push(fill(WORDS.log.period_done, &[&ceus(*sum), body(*of)]));
    }
    sums.join(" · ")
}

/// The button that shows all of so many activities.
pub fn draw_all(many: usize) -> String {
    fill(WORDS.log.draw_all, &[&many.to_string()])
}

/// The button that shows so many earlier periods.
pub fn earlier_periods(many: usize) -> String {
    fill(WORDS.log.earlier_periods, &[&many.to_string()])
}

/// How many of how many activities the search shows.
pub fn found(shown: usize, of: usize) -> String {
    fill(WORDS.log.found, &[&shown.to_string(), &of.to_string()])
}

/// An entry's day, sponsor, index number and state in a line.
pub fn entry_line(entry: &Entry, dates: DateOrder) -> String {
    let mut parts = vec![day(entry.date, dates)];
    if entry.state == EntryState::Planned {
        parts.push(WORDS.log.planned_mark.to_owned());
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
    fill(WORDS.log.edit_of, &[&entry.title])
}

/// The button that deletes this entry, for a screen reader.
pub fn delete_entry(entry: &Entry) -> String {
    fill(WORDS.log.delete_of, &[&entry.title])
}

/// The button that fills in this sponsor.
pub fn same_sponsor(sponsor: &str) -> String {
    fill(WORDS.log.same_sponsor, &[sponsor])
}
