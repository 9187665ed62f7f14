//! What can be done with a body's account, in words.

use super::WORDS;
use super::ledger::activities;
use super::rules::body as body_name;
use super::text::{fill, section};
use crate::rules::Body;

section! {
    /// The buttons and lists of a body's account.
    AccountTexts {
        details: "In detail: each activity, the dates, what to enter, what if",
        plan_anew: "Plan with the new number",
        period_before: "The period before",
        period_now: "The present period",
        period_after: "The next period",
        to_enter: "Enter in my {0} tracker: {1}",
        nothing_to_enter: "My {0} tracker: all is entered",
        all_entered: "Everything that counts in this period so far is marked as entered.",
        enter_how: "Each activity as the tracker asks for it. Copy it, or read it off, and mark it as entered once it is.",
        copy: "Copy",
        is_entered: "It is entered",
        submitted: "I have submitted this period to {0}",
        save_dates: "Save these days for my calendar",
    }
}

/// How much is still to be entered in a body's tracker.
pub fn to_enter(count: usize, of: Body) -> String {
    let texts = &WORDS.account;
    if count == 0 {
        fill(texts.nothing_to_enter, &[body_name(of)])
    } else {
        fill(texts.to_enter, &[body_name(of), &activities(count)])
    }
}

/// The button that marks a period as submitted.
pub fn mark_submitted(of: Body) -> String {
    fill(WORDS.account.submitted, &[body_name(of)])
}
