//! What the holder plans for: AAPC's total as it was when they last said what they hold.

use chrono::NaiveDate;

use crate::ledger::{Account, account};
use crate::log::{Plan, Profile};
use crate::rules::{Body, Edition};

/// What AAPC's present cycle asks by a table; `None` if nothing of AAPC's is held.
pub(super) fn plan_for(profile: &Profile, edition: Edition, today: NaiveDate) -> Option<Plan> {
    let asked = account(Body::Aapc, &[], profile, edition, today, 0)?.asked;
    Some(Plan {
        edition,
        total: asked.computed?.total,
    })
}

/// Remembers what a changed profile plans for. Not so while the log still tells of a plan that became another one:
/// nobody has said yet that they plan anew.
pub(super) fn replan(
    before: &Profile,
    profile: &mut Profile,
    (edition_before, edition): (Edition, Edition),
    today: NaiveDate,
) {
    let was = plan_for(before, edition_before, today);
    let is_open = |account: Account<'_>| account.plan_change.is_some();
    if account(Body::Aapc, &[], before, edition_before, today, 0).is_some_and(is_open) {
        return;
    }
    if edition == edition_before {
        if let Some(plan) = plan_for(profile, edition, today) {
            profile.remember(plan);
        }
    } else if let (None, Some(was)) = (before.plan(), was) {
        // Another table makes no other plan.
        profile.remember(was);
    }
}
