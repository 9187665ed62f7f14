//! What would be if: another credential, or the pace held so far.

use super::WORDS;
use super::rules::{ceus, day, edition_name, name};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::ledger::{LeadsTo, Pace};
use crate::rules::{Added, Body, Ceus, CredentialId, Edition, Holdings, PATHS, adding};

section! {
    /// What would be if.
    WhatIfTexts {
        title: "What if",
        adds: "A {0} would add {1} every two years.",
        adds_or: "A {0} would add {1} every two years ({2} by {3}).",
        adds_nothing: "A {0} would add nothing: {1} is the most that {2} asks.",
        pace_complete: "If you keep up this pace ({0} since {1}), your total of {2} is complete around {3}, in time for {4}.",
        pace_short: "If you keep up this pace ({0} since {1}), the period ends on {4}, with {2} of {3}.",
        pace_plans: "What you have planned is not counted in this.",
    }
}

/// What each of the three credentials that is not held would add, by the table in use and by the other where they
/// differ. Empty for one who holds nothing: there is nothing to add to.
///
/// ```
/// use coderpath::{rules::{CredentialId, Edition}, words::what_if_lines};
/// let held = [CredentialId::Cpc].into_iter().collect();
/// assert_eq!(
///     what_if_lines(&held, Edition::Article)[0],
///     "A CPC-H (now COC) would add 12 CEUs every two years (4 by AAPC’s later table)."
/// );
/// ```
pub fn what_if_lines(held: &Holdings, edition: Edition) -> Vec<String> {
    let mut lines = Vec::new();
    if !held.is_empty() {
        for credential in PATHS {
            if !held.holds(credential.id) {
                lines.push(what_if_line(held, credential.id, edition));
            }
        }
    }
    lines
}

fn what_if_line(held: &Holdings, id: CredentialId, edition: Edition) -> String {
    let w = &WORDS.what_if;
    let added = adding(held, id, edition);
    if added.before == Ceus::ZERO {
        // The first of its body. Something is held, so it is the other's.
        let text = match id.body() {
            Body::Ahima => WORDS.result.adds_ahima,
            Body::Aapc => WORDS.result.adds_first_aapc,
        };
        return fill(text, &[name(id), &ceus(added.after)]);
    }
    let more = |added: Added| added.after.less(added.before);
    let other = more(adding(held, id, edition.other()));
    let name = name(id);
    match more(added) {
        // Both tables end at five or more.
        Ceus::ZERO => fill(
            w.adds_nothing,
            &[
                name,
                &added.after.to_string(),
                super::rules::body(id.body()),
            ],
        ),
        now if now == other => fill(w.adds, &[name, &ceus(now)]),
        now => fill(
            w.adds_or,
            &[
                name,
                &ceus(now),
                &other.to_string(),
                edition_name(edition.other()),
            ],
        ),
    }
}

/// Where the pace held so far leads.
pub fn if_this_pace(pace: &Pace, has_plans: bool, dates: DateOrder) -> String {
    let w = &WORDS.what_if;
    let (counted, since) = (ceus(pace.counted), day(pace.since, dates));
    let due = day(pace.due, dates);
    let mut said = match pace.leads_to {
        LeadsTo::Complete(on) => fill(
            w.pace_complete,
            &[&counted, &since, &ceus(pace.total), &day(on, dates), &due],
        ),
        LeadsTo::Short(at_end) => fill(
            w.pace_short,
            &[
                &counted,
                &since,
                &at_end.to_string(),
                &ceus(pace.total),
                &due,
            ],
        ),
    };
    if has_plans {
        said.push(' ');
        said.push_str(w.pace_plans);
    }
    said
}
