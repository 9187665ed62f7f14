//! What is said of a single claim.

use super::{Cycle, Portion, Sort};
use crate::log::{EntryId, Shown};
use crate::rules::mechanics::AAPC_CIRCC_VENDORS;
use crate::rules::{Body, Ceus, CredentialId, RuleId};

/// What a claim amounts to in the cycle that is looked at. What is counted and what is not add up to what is claimed.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict<'a> {
    /// The entry.
    pub shown: &'a Shown<'a>,
    /// What it claims.
    pub claimed: Ceus,
    /// What of it counts towards the total of this cycle.
    pub counted: Ceus,
    /// The parts of a sort that the cycle asks for.
    pub minimums: &'a [Portion],
    /// Which of these it serves, by their places.
    pub serves: &'a [usize],
    /// What of it does not count, and why.
    pub uncounted: Option<(Ceus, Why)>,
    /// What the holder had better look at, though it counts.
    pub cautions: Vec<Caution>,
    /// Whether it is still to come, so that it counts in the forecast only.
    pub is_planned: bool,
}

impl<'a> Verdict<'a> {
    /// The sorts of CEUs that it also counts as.
    pub fn serves(&self) -> impl Iterator<Item = &'a Sort> {
        let portions = self
            .serves
            .iter()
            .filter_map(|which| self.minimums.get(*which));
        portions.map(|portion| &portion.sort)
    }

    /// Whether something of it is done and counts in this cycle.
    pub fn is_done(&self) -> bool {
        !self.is_planned && self.counted > Ceus::ZERO
    }

    /// Whether it is still to be entered in the body's own tracker.
    pub fn is_to_enter(&self, body: Body) -> bool {
        self.is_done() && self.shown.entry.is_entered(body) == Some(false)
    }
}

/// Why something does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is for another cycle of this body, by its day.
    OtherCycle(Cycle),
    /// It is of AAPC's renewal month and may be for this cycle or for that one, which has it: because it does more there, or
    /// because it was completed after the submission, or because the holder said so.
    RenewalMonth(Cycle),
    /// It was completed before the certification.
    BeforeCertification,
    /// Teaching that was not approved beforehand.
    NotApproved,
    /// An activity with the same index number counts already.
    Repeat,
    /// The holder pinned it to a cycle that cannot have it.
    PinnedAway,
    /// It is beyond the total.
    Surplus,
    /// It is beyond what may be in no HIIM domain.
    OtherDomains,
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Pin it to the cycle that is to have it.
    ChoosePeriod,
    /// Take the pin away, or pin it to the cycle of its day.
    Unpin,
    /// Note the approval, if there is one.
    NoteApproval,
    /// Check the day, or the day of the certification.
    CheckDays,
    /// Check the index number: if they are two activities, they have two numbers.
    CheckIndexNumber,
    /// Look at the domain again.
    CheckDomain,
}

impl Why {
    /// The rule behind it.
    ///
    /// ```
    /// use coderpath::{ledger::Why, rules::{Body, RuleId}};
    /// assert_eq!(Why::Surplus.rule(Body::Aapc), RuleId::AapcNoCarryOver);
    /// ```
    pub fn rule(self, body: Body) -> RuleId {
        match (self, body) {
            (Self::OtherCycle(_) | Self::PinnedAway, Body::Ahima) => RuleId::AhimaCycle,
            (Self::Surplus, Body::Ahima) => RuleId::AhimaSurplus,
            (Self::OtherDomains, _) => RuleId::AhimaHiimShare,
            (Self::OtherCycle(_) | Self::PinnedAway | Self::BeforeCertification, Body::Aapc)
            | (Self::BeforeCertification, Body::Ahima) => RuleId::AapcDateThatCounts,
            (Self::RenewalMonth(_), _) => RuleId::AapcRenewalMonth,
            (Self::NotApproved, _) => RuleId::AapcTeaching,
            (Self::Repeat, _) => RuleId::AapcRepeats,
            (Self::Surplus, Body::Aapc) => RuleId::AapcNoCarryOver,
        }
    }

    /// The other cycle that has it, if one does.
    ///
    /// ```
    /// # use coderpath::ledger::Why;
    /// assert_eq!(Why::Surplus.other_cycle(), None);
    /// ```
    pub fn other_cycle(self) -> Option<Cycle> {
        match self {
            Self::OtherCycle(cycle) | Self::RenewalMonth(cycle) => Some(cycle),
            _ => None,
        }
    }

    /// What helps, if anything does.
    ///
    /// ```
    /// # use coderpath::ledger::{Remedy, Why};
    /// assert_eq!(Why::NotApproved.remedy(), Some(Remedy::NoteApproval));
    /// assert_eq!(Why::Surplus.remedy(), None);
    /// ```
    pub fn remedy(self) -> Option<Remedy> {
        match self {
            Self::OtherCycle(_) | Self::Surplus => None,
            Self::RenewalMonth(_) => Some(Remedy::ChoosePeriod),
            Self::BeforeCertification => Some(Remedy::CheckDays),
            Self::NotApproved => Some(Remedy::NoteApproval),
            Self::Repeat => Some(Remedy::CheckIndexNumber),
            Self::PinnedAway => Some(Remedy::Unpin),
            Self::OtherDomains => Some(Remedy::CheckDomain),
        }
    }
}

/// What the holder had better look at, though it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// It is no multiple of half a CEU.
    Step,
    /// An earlier activity has this title and sponsor, and neither has an index number: is it the same?
    SameAs(EntryId),
    /// It is training of CMS, so no specialty that it is said to be approved for has anything of it.
    CmsServesNoSpecialty,
    /// It is pinned to a credential that it is not said to be approved for.
    PinnedToUnapproved,
    /// It is said to be approved for a credential that was earned later, so that one has nothing of it.
    BeforeThatCredential,
    /// It is counted as specific to a CIRCC, and its sponsor is not noted as one of the companies from which such CEUs come.
    CirccSponsor,
    /// Its domain is not told, so it is not counted among the HIIM domains.
    DomainNotTold,
    /// Who gave it is not told, so it is not counted among AHIMA's own.
    SourceNotTold,
    /// It is planned for a day that has passed, so it is in the forecast though nothing more may come of it.
    PlannedIsPast,
}

impl Caution {
    /// The rule behind it, if it is a body's.
    ///
    /// ```
    /// # use coderpath::{ledger::Caution, rules::RuleId};
    /// assert_eq!(Caution::Step.rule(), Some(RuleId::AapcStep));
    /// assert_eq!(Caution::PlannedIsPast.rule(), None);
    /// ```
    pub fn rule(&self) -> Option<RuleId> {
        Some(match self {
            Self::Step => RuleId::AapcStep,
            Self::SameAs(_) => RuleId::AapcRepeats,
            Self::CmsServesNoSpecialty => RuleId::AapcCmsTraining,
            Self::PinnedToUnapproved | Self::CirccSponsor => RuleId::AapcSpecificMinimum,
            Self::BeforeThatCredential => RuleId::AapcDateThatCounts,
            Self::DomainNotTold => RuleId::AhimaHiimShare,
            Self::SourceNotTold => RuleId::AhimaOwnShare,
            Self::PlannedIsPast => return None,
        })
    }
}

/// Whether something specific to a CIRCC is among what a cycle asks for.
pub(super) fn asks_circc(minimums: &[Portion]) -> bool {
    minimums.iter().any(|portion| is_for_circc(&portion.sort))
}

fn is_for_circc(sort: &Sort) -> bool {
    matches!(sort, Sort::Specific(code) if code == CredentialId::Circc.code())
}

/// What had better be looked at in a claim because of its sponsor: CEUs that are specific to a CIRCC come from few companies.
/// Names are compared by their letters, since no two certificates write them alike.
pub(super) fn of_circc(verdict: &Verdict<'_>) -> Option<Caution> {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    // The entry itself is looked at last: in a long log it must be fetched from memory.
    let is_named = |vendor: &&str| letters(&verdict.shown.entry.sponsor).contains(&letters(vendor));
    let is_odd =
        verdict.serves().any(is_for_circc) && !AAPC_CIRCC_VENDORS.value.iter().any(is_named);
    is_odd.then_some(Caution::CirccSponsor)
}
