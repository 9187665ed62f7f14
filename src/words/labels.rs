//! The texts that never change: buttons, headings, labels.

use crate::app::View;

/// The fixed texts of the widget.
#[derive(Debug)]
pub struct Labels {
    /// The widget's name for a screen reader.
    pub widget: &'static str,
    /// The row of tabs, for a screen reader.
    pub views: &'static str,
    /// The tab of the quiz.
    pub path: &'static str,
    /// The tab of the calculator.
    pub ceus: &'static str,
    /// The tab of the log.
    pub log: &'static str,

    /// Goes on to the next question.
    pub next: &'static str,
    /// Goes on from the last question.
    pub see_result: &'static str,
    /// Goes to the question before.
    pub back: &'static str,
    /// Starts the quiz again.
    pub start_again: &'static str,
    /// Said when nothing is marked.
    pub mark_an_answer: &'static str,
    /// Above the reasons.
    pub why: &'static str,
    /// Above the neighbours.
    pub worth_a_look: &'static str,
    /// Above the counterfactuals.
    pub what_would_change: &'static str,
    /// When no single answer changes the result.
    pub nothing_would_change: &'static str,
    /// Above the facts of the recommended credential.
    pub at_a_glance: &'static str,
    /// Fact: the body.
    pub fact_body: &'static str,
    /// Fact: the setting.
    pub fact_setting: &'static str,
    /// Fact: the code sets.
    pub fact_code_sets: &'static str,
    /// Fact: the exam.
    pub fact_exam: &'static str,
    /// Fact: what it takes to sit it.
    pub fact_entry: &'static str,
    /// Fact: the CEUs afterwards.
    pub fact_upkeep: &'static str,
    /// Leads to the calculator.
    pub to_ceus: &'static str,
    /// Leads to the log.
    pub to_log: &'static str,
    /// Opens the list of sources.
    pub sources: &'static str,
    /// Said in each list of sources.
    pub sources_may_change: &'static str,

    /// Above the ticks of the calculator.
    pub what_do_you_hold: &'static str,
    /// The number of further certifications.
    pub other_aapc: &'static str,
    /// Beneath that number.
    pub other_aapc_hint: &'static str,
    /// Above the assumptions.
    pub we_assume: &'static str,
    /// Beneath AAPC's number.
    pub every_two_years: &'static str,

    /// Adds an entry.
    pub add: &'static str,
    /// The form's title for a new entry.
    pub new_entry: &'static str,
    /// The form's title for an old entry.
    pub change_entry: &'static str,
    /// Saves the form.
    pub save: &'static str,
    /// Gives the form up.
    pub cancel: &'static str,
    /// Changes an entry.
    pub edit: &'static str,
    /// Deletes an entry.
    pub delete: &'static str,
    /// Takes a deletion back.
    pub undo: &'static str,
    /// The list of entries.
    pub entries: &'static str,
    /// When there is none.
    pub no_entries: &'static str,
    /// Field.
    pub date: &'static str,
    /// Hint.
    pub date_hint: &'static str,
    /// Field.
    pub title: &'static str,
    /// Hint.
    pub title_hint: &'static str,
    /// Field.
    pub sponsor: &'static str,
    /// Field.
    pub index_number: &'static str,
    /// Hint.
    pub index_number_hint: &'static str,
    /// Field.
    pub kind: &'static str,
    /// Field.
    pub state: &'static str,
    /// Above the claims.
    pub counts_for: &'static str,
    /// Field.
    pub ceus_field: &'static str,
    /// Tick.
    pub pre_approved: &'static str,
    /// Tick.
    pub certificate: &'static str,
    /// Tick, AAPC.
    pub entered_aapc: &'static str,
    /// Tick, AHIMA.
    pub entered_ahima: &'static str,
    /// Field.
    pub domain: &'static str,
    /// Field.
    pub source: &'static str,
    /// An open choice.
    pub not_said: &'static str,
    /// Field.
    pub notes: &'static str,
    /// Marks what may stay empty.
    pub optional: &'static str,
    /// Badge.
    pub lacks_certificate: &'static str,
    /// Badge.
    pub conflict: &'static str,
    /// Opens the fields of the two-year period.
    pub my_period: &'static str,
    /// What they are for.
    pub my_period_why: &'static str,
    /// Field.
    pub aapc_due: &'static str,
    /// Field.
    pub aapc_tracker: &'static str,
    /// Field.
    pub ahima_start: &'static str,
    /// Field.
    pub ahima_tracker: &'static str,
    /// Beneath a tracker's number.
    pub tracker_hint: &'static str,
    /// When it is not known what is held.
    pub say_what_you_hold: &'static str,
    /// Where an embedded log lives.
    pub where_it_lives: &'static str,
}

/// The fixed texts in English.
pub const LABELS: Labels = Labels {
    widget: "Coderpath: credentials and CEUs",
    views: "What would you like to know?",
    path: "Choose a path",
    ceus: "How many CEUs?",
    log: "My CEU log",

    next: "Next",
    see_result: "See the result",
    back: "Back",
    start_again: "Start again",
    mark_an_answer: "Mark the answer that fits best. “Not sure” is a good answer too.",
    why: "Why",
    worth_a_look: "Worth a look beside it",
    what_would_change: "What would change this",
    nothing_would_change: "No single answer would change this result.",
    at_a_glance: "At a glance",
    fact_body: "From",
    fact_setting: "Work",
    fact_code_sets: "Codes",
    fact_exam: "Exam",
    fact_entry: "To sit it",
    fact_upkeep: "Afterwards",
    to_ceus: "How many CEUs would I owe?",
    to_log: "Keep a CEU log",
    sources: "Sources",
    sources_may_change: "The pages may say something else by now. Your own tracker has the last word.",

    what_do_you_hold: "What do you hold?",
    other_aapc: "Other AAPC certifications",
    other_aapc_hint: "How many, beyond those ticked above",
    we_assume: "What we take for granted",
    every_two_years: "CEUs every two years",

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
};

/// A view's tab.
pub fn view(view: View) -> &'static str {
    match view {
        View::Path => LABELS.path,
        View::Ceus => LABELS.ceus,
        View::Log => LABELS.log,
    }
}
