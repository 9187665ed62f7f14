//! What a ledger asks of every entry of a log, whatever cycle is looked at.

use std::num::NonZeroU32;

use chrono::NaiveDate;

use super::entry::{ActivityKind, AhimaSource, Domain, Entry, Pin, State};
use super::likeness::Likeness;
use super::trimmed;
use crate::rules::{Body, Ceus};

/// The gist of an entry. A log works it out once for each version: to fetch the entries of a long log from memory takes
/// longer than all else that is done with them, and most are for other cycles than the one that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gist {
    /// The entry's day.
    pub date: NaiveDate,
    /// What it has in common with those that look the same.
    pub likeness: Option<Likeness>,
    /// Whether it is said to be still to come.
    pub is_planned: bool,
    /// Whether it is teaching that AAPC did not approve beforehand, as far as the entry says.
    pub is_unapproved: bool,
    /// Whether it is training of CMS.
    pub is_cms: bool,
    /// Whether its claim on AAPC is pinned to a credential.
    pub is_pinned_to_credential: bool,
    /// Its domain with AHIMA, if it is told.
    pub domain: Option<Domain>,
    /// Who gave it, as AHIMA asks, if it is told.
    pub source: Option<AhimaSource>,
    approved: Approved,
    claimed_from: ClaimedFrom,
    aapc: Claimed,
    ahima: Claimed,
}

/// From whom something is claimed. Two options would take 8 bytes more, and what is shown of an entry would lie in two lines of a
/// processor's cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClaimedFrom {
    Neither,
    Aapc,
    Ahima,
    Both,
}

/// The gist of a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claimed {
    /// How many CEUs.
    pub ceus: Ceus,
    /// The due day of the cycle that it is pinned to.
    pub pinned: Option<NaiveDate>,
}

impl Gist {
    /// That of an entry.
    pub fn of(entry: &Entry) -> Self {
        let claimed = |ceus, pin: &Pin| Claimed {
            ceus,
            pinned: pin.due,
        };
        let (aapc, ahima) = (entry.aapc.as_ref(), entry.ahima.as_ref());
        Self {
            date: entry.date,
            likeness: Likeness::of(entry),
            is_planned: entry.state == State::Planned,
            is_unapproved: entry.kind == ActivityKind::Teaching
                && aapc.is_some_and(|claim| !claim.pre_approved),
            is_cms: aapc.is_some_and(|claim| claim.cms),
            is_pinned_to_credential: aapc
                .is_some_and(|claim| !trimmed(&claim.pin.credential).is_empty()),
            domain: ahima.and_then(|claim| claim.domain),
            source: ahima.and_then(|claim| claim.source),
            approved: Approved::of(entry),
            claimed_from: match (aapc, ahima) {
                (None, None) => ClaimedFrom::Neither,
                (Some(_), None) => ClaimedFrom::Aapc,
                (None, Some(_)) => ClaimedFrom::Ahima,
                (Some(_), Some(_)) => ClaimedFrom::Both,
            },
            aapc: aapc
                .map(|claim| claimed(claim.ceus, &claim.pin))
                .unwrap_or_default(),
            ahima: ahima
                .map(|claim| claimed(claim.ceus, &claim.pin))
                .unwrap_or_default(),
        }
    }

    /// What it claims from a body.
    pub const fn claimed(&self, body: Body) -> Option<Claimed> {
        match (body, self.claimed_from) {
            (Body::Aapc, ClaimedFrom::Aapc | ClaimedFrom::Both) => Some(self.aapc),
            (Body::Ahima, ClaimedFrom::Ahima | ClaimedFrom::Both) => Some(self.ahima),
            _ => None,
        }
    }

    /// Whether AAPC approved it for this credential or specialty; `None` if only the entry can tell.
    pub fn is_approved_for(&self, code: Code) -> Option<bool> {
        self.approved.is_for(code)
    }
}

/// What AAPC approved an activity for, as far as there is room for it here. There mostly is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Approved([Option<NonZeroU32>; 3]);

/// In the last place, that there is more. No code has this number.
const MORE: NonZeroU32 = NonZeroU32::MAX;

impl Approved {
    fn of(entry: &Entry) -> Self {
        let mut approved = Self::default();
        let mut room = approved.0.iter_mut();
        let mut is_more = false;
        for approval in entry.aapc.iter().flat_map(|claim| &claim.approved_for) {
            match (packed(&approval.0), room.next()) {
                (Some(code), Some(free)) => *free = Some(code),
                _ => is_more = true,
            }
        }
        if is_more {
            let [.., last] = &mut approved.0;
            *last = Some(MORE);
        }
        approved
    }

    fn is_for(&self, code: Code) -> Option<bool> {
        let code = Some(code.0?);
        // All are compared, since where a processor guesses that one is the last and is wrong, that takes longer.
        let is_here = self.0.iter().filter(|one| **one == code).count() > 0;
        let [.., last] = self.0;
        (is_here || last != Some(MORE)).then_some(is_here)
    }
}

/// The letters of a credential or specialty, as a gist has them: they are worked out once for many gists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Code(Option<NonZeroU32>);

impl Code {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        Self(packed(text))
    }
}

/// A code as a number: another for every other code, the same for small letters and capitals. `None` if there is no number
/// for it, since it is longer than any of AAPC's or of other letters.
fn packed(code: &str) -> Option<NonZeroU32> {
    let digit = |byte: u8| match byte.to_ascii_uppercase() {
        byte @ b'A'..=b'Z' => Some(u32::from(byte - b'A') + 1),
        byte @ b'0'..=b'9' => Some(u32::from(byte - b'0') + 27),
        _ => None,
    };
    let number = trimmed(code).bytes().try_fold(0_u32, |number, byte| {
        number.checked_mul(37)?.checked_add(digit(byte)?)
    });
    NonZeroU32::new(number?).filter(|number| *number != MORE)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::log::{AapcDraft, Approval, Draft, Typed};

    #[test]
    fn what_it_is_approved_for_is_what_the_entry_says() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let aapc = AapcDraft {
            is_claimed: true,
            ceus: "1".into(),
            ..AapcDraft::default()
        };
        let draft = Draft {
            date: Typed::day(today),
            title: "Coding webinar".into(),
            aapc,
            ..Draft::default()
        };
        let mut entry = draft.read(None, today).unwrap();
        let mut approve = |codes: &[&str]| {
            let approvals = codes.iter().map(|code| Approval((*code).to_owned()));
            entry.aapc.as_mut().unwrap().approved_for = approvals.collect();
            Gist::of(&entry)
        };
        for (approved, code, is_for) in [
            (&[][..], "CPMA", Some(false)),
            (&["CPMA"], "CPMA", Some(true)),
            (&["core", " cpma "], "CPMA", Some(true)),
            (&["CPMA"], "CPM", Some(false)),
            (&["0A"], "A", Some(false)),
            (&["", "CPMA"], "CPMA", Some(true)),
            // Here only the entry can tell.
            (&["", "CPMA"], "CPCO", None),
            (&["A", "B", "C"], "C", Some(true)),
            (&["A", "B", "C"], "D", Some(false)),
            (&["A", "B", "C", "D"], "B", Some(true)),
            (&["A", "B", "C", "D"], "C", None),
            (&["A", "B", "C", "D"], "D", None),
            (&["CPMA-2"], "CPMA", None),
            (&["CPMA"], "a specialty with no letters", None),
            (&["CPMA"], "ZZZZZZZ", None),
        ] {
            let gist = approve(approved);
            assert_eq!(
                gist.is_approved_for(Code::of(code)),
                is_for,
                "{approved:?} {code}"
            );
        }
    }

    #[test]
    fn every_code_has_a_number_of_its_own() {
        let letters = || ('A'..='Z').chain('0'..='9').map(String::from);
        let longer = |codes: Vec<String>| -> Vec<String> {
            let add = |code: String| letters().map(move |letter| code.clone() + &letter);
            codes.into_iter().flat_map(add).collect()
        };
        let (one, two) = (letters().collect(), longer(letters().collect()));
        let three = longer(two.clone());
        let mut numbers: Vec<_> = [one, two, three]
            .iter()
            .flatten()
            .map(|code| packed(code))
            .collect();
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert!(numbers.len() == all && !numbers.contains(&None));
        assert!(packed("999999").is_some() && packed("9999999").is_none());
    }
}
