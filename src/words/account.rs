//! What can be done with a body's account, in words.

use super::WORDS;
use super::ledger::{activities, verdict_line};
use super::log::cycle;
use super::rules::body as body_name;
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::ledger::{Account, Verdict};
use crate::rules::Body;

section! {
    /// The buttons and lists of a body's account.
    AccountTexts {
        details: "In detail: each activity, the dates, what to enter, what if",
        plan_anew: "Plan with the new number",
        period_before: "The previous period",
        period_now: "The current period",
        period_after: "The next period",
        look_before: "Look at the previous period",
        to_enter_aapc: "Enter in my AAPC tracker: {0}",
        to_enter_ahima: "Enter in my AHIMA CEU Center: {0}",
        nothing_to_enter_aapc: "My AAPC tracker: everything is entered",
        nothing_to_enter_ahima: "My AHIMA CEU Center: everything is entered",
        mark: "{0}: {1}",
        name: "{0}, {1}",
        all_entered: "Everything that counts in this period so far is marked as entered.",
        enter_how: "Each activity as the tracker asks for it. Copy it, or read it off, and mark it as entered once it is.",
        copy: "Copy",
        is_entered: "Mark as entered",
        submitted_aapc: "I have submitted this period to AAPC",
        submitted_ahima: "I have reported this period to AHIMA",
        save_dates: "Save these days for my calendar",
    }
}

/// How much is still to be entered in a body's tracker.
pub fn to_enter(count: usize, of: Body) -> String {
    let texts = &WORDS.account;
    let text = match (of, count) {
        (Body::Aapc, 0) => texts.nothing_to_enter_aapc,
        (Body::Ahima, 0) => texts.nothing_to_enter_ahima,
        (Body::Aapc, _) => texts.to_enter_aapc,
        (Body::Ahima, _) => texts.to_enter_ahima,
    };
    fill(text, &[&activities(count)])
}

/// An account's name for a screen reader: the body and its period.
pub fn account_name(account: &Account<'_>, dates: DateOrder) -> String {
    let body = body_name(account.body);
    match account.cycle {
        Some((days, _)) => fill(WORDS.account.name, &[body, &cycle(days, dates)]),
        None => body.to_owned(),
    }
}

/// What the list says of a claim that does not count as it stands; `None` if all of it does, or it is for another period.
pub fn not_counted(verdict: &Verdict<'_>, of: Body) -> Option<String> {
    let (_, why) = verdict.uncounted?;
    if why.other_cycle().is_some() {
        return None;
    }
    let parts = [body_name(of), &verdict_line(verdict)];
    Some(fill(WORDS.account.mark, &parts))
}

/// The button that marks a period as submitted.
pub fn mark_submitted(of: Body) -> &'static str {
    match of {
        Body::Aapc => WORDS.account.submitted_aapc,
        Body::Ahima => WORDS.account.submitted_ahima,
    }
}
