//! The cycle before the present one, while it may still be submitted.

use chrono::{Days, NaiveDate};

use super::{Account, Anchor, account};
use crate::log::{Profile, Shown};
use crate::rules::mechanics::AAPC_REVOKED_AFTER_DAYS;
use crate::rules::{Body, Edition};

/// Where the holder stands with AAPC in the cycle before the present one, if it asked something, is not marked as
/// submitted, and a credential is not revoked for it yet. `None` as well where the log has nothing of that cycle: whoever
/// begins a log in a new one did not begin it for the last.
///
/// ```
/// use chrono::NaiveDate;
/// use coderpath::ledger::unsubmitted;
/// use coderpath::log::{AapcDraft, Draft, EntryId, Profile, Shown, Typed};
/// use coderpath::rules::{Ceus, CredentialId, Edition};
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let aapc = AapcDraft { is_claimed: true, ceus: "8".into(), ..AapcDraft::default() };
/// let draft = Draft { date: Typed::day(day(2026, 5, 5)), title: "Modifiers".into(), aapc, ..Draft::default() };
/// let (id, entry) = (EntryId::new(1), draft.read(None, day(2026, 5, 5)).unwrap());
/// let mut profile = Profile::default();
/// profile.hold(CredentialId::Cpc, true);
/// profile.aapc_due = Some(day(2027, 1, 31));
/// let entries = [Shown::of(&id, &entry)];
/// let on = |today| unsubmitted(&entries, &profile, Edition::Article, today);
/// assert_eq!(on(day(2027, 2, 1)).unwrap().now.to_do, Ceus::whole(28));
/// assert_eq!(on(day(2027, 1, 31)), None, "it is the present one");
/// ```
pub fn unsubmitted<'a>(
    entries: &'a [Shown<'a>],
    profile: &Profile,
    edition: Edition,
    today: NaiveDate,
) -> Option<Account<'a>> {
    let body = Body::Aapc;
    let (anchor, _) = Anchor::of(body, profile)?;
    let (number, _) = anchor.containing(today)?;
    let before = anchor.cycle(number.checked_sub(1)?)?;
    let revoked_after = Days::new(AAPC_REVOKED_AFTER_DAYS.value.into());
    let is_over = today > before.last.checked_add_days(revoked_after)?;
    let is_of_before =
        |shown: &Shown<'_>| shown.gist.claimed(body).is_some() && before.contains(shown.gist.date);
    // Who has submitted, and whoever looks at most times of the year, need not wait for a second account.
    if is_over
        || profile.submitted(body, before.last).is_some()
        || !entries.iter().any(is_of_before)
    {
        return None;
    }
    account(body, entries, profile, edition, today, -1)
        .filter(|account| account.asked.total.is_some())
}
