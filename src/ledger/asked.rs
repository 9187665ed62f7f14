//! What one cycle asks: the total, the parts that must be of a sort, and every why.

use chrono::{Datelike, NaiveDate};

use super::{Anchor, AnchorBy, Cycle};
use crate::log::{Plan, Profile};
use crate::rules::mechanics::{
    AAPC_SPECIFIC_ARTICLE, AAPC_SPECIFIC_CPPM_ALONE, AAPC_SPECIFIC_LATEST, WITH_NAMED_MINIMUM,
};
use crate::rules::{
    AHIMA_EXTRA, AHIMA_HIIM_PERCENT, AHIMA_MOST, AHIMA_OWN_FROM, AHIMA_OWN_PERCENT, Body,
    CYCLE_MONTHS, Ceus, CredentialId, Edition, Holdings, InForce, Proration, RuleId,
    aapc_requirement, prorated, requirement,
};

/// What a cycle asks, with everything that explains it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The total: the tracker's number if there is one, else the computed one. `None` if neither is known.
    pub total: Option<Ceus>,
    /// What the rules give for what is held; `None` if nothing of this body is.
    pub computed: Option<Computed>,
    /// The number that the body's own tracker shows. It is about the cycle in which it was read, and used for no other.
    pub tracker: Option<Ceus>,
    /// A number of the tracker that was read in another cycle, where this is the present one.
    pub outdated: Option<Ceus>,
    /// Whether nothing was held yet: all that is held was earned after this cycle.
    pub is_before_all: bool,
    /// What would explain that the tracker's number is not ours; empty if it is, or nothing was found.
    pub difference: Vec<Difference>,
    /// The parts of the total that must be of a sort.
    pub minimums: Vec<Portion>,
    /// What was taken for granted.
    pub assumed: Vec<Assumed>,
}

/// A total by the rules, as a sum that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Computed {
    /// How many credentials were counted.
    pub credentials: u32,
    /// The total of a whole cycle.
    pub whole: Ceus,
    /// The sum of a shorter first cycle.
    pub first: Option<Proration>,
    /// What this cycle asks.
    pub total: Ceus,
}

/// A part of the total that must be of a sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portion {
    /// The sort.
    pub sort: Sort,
    /// The least amount; `None` where the edition has no figure.
    pub at_least: Option<Ceus>,
    /// The day of the certification that asks for it, if it is known: what was done before is not for it.
    pub since: Option<NaiveDate>,
}

/// A sort of CEUs of which a part of the total must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Approved for this credential or specialty of AAPC, by its letters.
    Specific(String),
    /// In AHIMA's HIIM domains.
    HiimDomains,
    /// From AHIMA (HCPro is part of it) or a component association.
    AhimaSources,
}

/// What would make the rules give the tracker's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The other of AAPC's tables.
    OtherEdition,
    /// A shorter first cycle of so many months.
    FirstCycle {
        /// The months.
        months: u32,
    },
    /// Another number of credentials.
    Credentials {
        /// How many.
        count: u32,
    },
    /// The other table, and a shorter first cycle of so many months.
    OtherEditionFirstCycle {
        /// The months.
        months: u32,
    },
    /// The other table, and another number of credentials.
    OtherEditionCredentials {
        /// How many.
        count: u32,
    },
}

/// Something that the sources do not say and that a result rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// The due day is the last of the renewal month, since only the month is known.
    LastDayOfMonth,
    /// The day that the holder gave is in a year that the month's parity does not lead to; the day wins.
    YearAgainstParity,
    /// Each started month of a first cycle counts as a whole one.
    StartedMonths,
    /// An amount that did not come out even is rounded up to a hundredth.
    RoundedUp,
    /// A due date less than a month after the certification ends a cycle, and does not roll to the next.
    NearDueDate,
    /// A credential earned in mid-cycle is asked for in full.
    MidCycleInFull,
    /// A further credential earned in a shorter first cycle is asked for as the first one is.
    MidCycleAsFirst,
    /// The cycle is a whole one, though a certification of it is known: another, whose day is not known, may be older.
    MaybeOlder,
    /// What was completed before a further credential was earned is not specific to it.
    SpecificSince,
    /// An apprentice (CPC-A, COC-A) owes what one without the -A does.
    ApprenticesOweTheSame,
    /// In a shorter first cycle the parts that must be specific shrink as the total does.
    MinimumsShrink,
    /// Copies disagree on a CPPM held alone.
    CppmAlone,
    /// An activity that is approved for several specialties serves one of them, and as a whole.
    OneSpecialty,
    /// An activity counts for a specialty and for the core at once before the day from which AAPC says so, too.
    CountsTwiceBefore,
    /// What is completed in the renewal month after the due day, or after the submission, is for the next cycle only.
    AfterDueDay,
    /// The cycle begins with the first exam; early testers and holders of several look in their CEU Center.
    FirstExam,
    /// The 40 % are not asked of a cycle that began before 2025, or whose start is not known.
    OwnShareLater,
    /// All domains but "other" are HIIM domains.
    AllButOther,
    /// What AHIMA gets beyond the total is not counted for the next cycle.
    SurplusStays,
}

impl Assumed {
    /// The rule that leaves it open.
    ///
    /// ```
    /// use coderpath::{ledger::Assumed, rules::RuleId};
    /// assert_eq!(Assumed::RoundedUp.about(), RuleId::AapcProration);
    /// ```
    pub fn about(self) -> RuleId {
        match self {
            Self::LastDayOfMonth | Self::YearAgainstParity => RuleId::AapcCycle,
            Self::StartedMonths
            | Self::RoundedUp
            | Self::NearDueDate
            | Self::MidCycleInFull
            | Self::MidCycleAsFirst
            | Self::MaybeOlder => RuleId::AapcProration,
            Self::ApprenticesOweTheSame => RuleId::AapcApprentice,
            Self::MinimumsShrink | Self::CppmAlone | Self::SpecificSince => {
                RuleId::AapcSpecificMinimum
            }
            Self::OneSpecialty | Self::CountsTwiceBefore => RuleId::AapcCountsTwice,
            Self::AfterDueDay => RuleId::AapcRenewalMonth,
            Self::FirstExam => RuleId::AhimaCycle,
            Self::OwnShareLater => RuleId::AhimaOwnShare,
            Self::AllButOther => RuleId::AhimaDomains,
            Self::SurplusStays => RuleId::AhimaSurplus,
        }
    }
}

/// Why what AAPC asks is no longer what the holder planned for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChange {
    /// What the plan was made for.
    pub then: Plan,
    /// What the rules give now.
    pub now: Ceus,
    /// Whether the other table is in use now.
    pub other_edition: bool,
    /// Whether something else changed as well: what is held, the dates, or the figures of a release.
    pub other_reasons: bool,
}

/// The day of the first certification, if it is known of every credential of AAPC that is held: one of which it is not
/// known may be older than all others.
pub(super) fn certified(profile: &Profile) -> Option<NaiveDate> {
    let held = profile.holdings();
    if held.other_aapc > 0 {
        return None;
    }
    let days: Option<Vec<NaiveDate>> = of_body(&held, Body::Aapc)
        .map(|id| profile.since(id))
        .collect();
    days?.into_iter().min()
}

fn of_body(held: &Holdings, body: Body) -> impl Iterator<Item = CredentialId> {
    held.named()
        .iter()
        .copied()
        .filter(move |id| id.body() == body)
}

/// What is held by the end of a cycle. Of a credential whose day is not known it is taken that it is held.
fn held_in(cycle: Option<Cycle>, profile: &Profile) -> Holdings {
    let all = profile.holdings();
    let is_held = |id: &CredentialId| match (cycle, profile.since(*id)) {
        (Some(cycle), Some(since)) => since <= cycle.last,
        _ => true,
    };
    let mut held: Holdings = all.named().iter().copied().filter(is_held).collect();
    held.other_aapc = all.other_aapc;
    held
}

/// The months of a first cycle that begins with the certification: each started one counts.
fn months(certified: NaiveDate, due: NaiveDate) -> Option<u32> {
    let month = |day: NaiveDate| {
        Some(
            day.year()
                .checked_mul(12)?
                .saturating_add_unsigned(day.month()),
        )
    };
    let between = u32::try_from(month(due)?.checked_sub(month(certified)?)?).ok()?;
    let is_full = certified.checked_add_months(chrono::Months::new(between))? > due;
    Some(if is_full {
        between
    } else {
        between.saturating_add(1)
    })
}

/// What a cycle asks. `cycle` is `None` if no date is known.
pub(super) fn asked(
    body: Body,
    profile: &Profile,
    edition: Edition,
    cycle: Option<Cycle>,
    is_current: bool,
) -> Asked {
    let held = held_in(cycle, profile);
    let mut asked = Asked::default();
    let owed = requirement(&held, edition);
    let whole = match body {
        Body::Aapc => owed.aapc.as_ref().map(|owed| owed.total),
        Body::Ahima => owed.ahima.as_ref().map(|owed| owed.total),
    };
    if let Some(whole) = whole {
        let first = first_cycle(body, profile, cycle, whole, &mut asked.assumed);
        asked.computed = Some(Computed {
            credentials: held.count(body),
            whole,
            first,
            total: first.map_or(whole, |first| first.prorated),
        });
        note_mid_cycle(body, profile, &held, cycle, first, &mut asked.assumed);
        if of_body(&held, body).any(CredentialId::is_apprentice) {
            asked.assumed.push(Assumed::ApprenticesOweTheSame);
        }
    }
    let (tracker, read_on) = match body {
        Body::Aapc => (profile.aapc_tracker, profile.aapc_tracker_on),
        Body::Ahima => (profile.ahima_tracker, profile.ahima_tracker_on),
    };
    let is_about = match (cycle, read_on) {
        (Some(cycle), Some(read_on)) => cycle.contains(read_on),
        _ => is_current,
    };
    asked.tracker = tracker.filter(|_| is_about);
    asked.outdated = tracker.filter(|_| is_current && !is_about);
    asked.total = asked
        .tracker
        .or(asked.computed.map(|computed| computed.total));
    asked.is_before_all = asked.total.is_none() && profile.holdings().count(body) > 0;
    if let (Some(tracker), Some(computed)) = (asked.tracker, asked.computed) {
        let base = owed.ahima.as_ref().map(|owed| owed.base.value);
        asked.difference = difference(body, tracker, computed, edition, base);
    }
    note_anchor(body, profile, &mut asked.assumed);
    if let Some(total) = asked.total {
        match body {
            Body::Aapc => specific(profile, &held, edition, cycle, total, &mut asked),
            Body::Ahima => shares(cycle, total, &mut asked),
        }
    }
    asked
}

/// How AAPC's first cycle is shorter; `None` unless the certification is in the cycle and it is.
fn first_cycle(
    body: Body,
    profile: &Profile,
    cycle: Option<Cycle>,
    whole: Ceus,
    assumed: &mut Vec<Assumed>,
) -> Option<Proration> {
    let (Body::Aapc, Some(cycle), Some(certified)) = (body, cycle, certified(profile)) else {
        return None;
    };
    if !cycle.contains(certified) {
        return None;
    }
    let months = months(certified, cycle.last).filter(|months| *months < CYCLE_MONTHS)?;
    let first = prorated(whole, months)?;
    assumed.push(Assumed::StartedMonths);
    if !first.is_exact {
        assumed.push(Assumed::RoundedUp);
    }
    if months == 1 {
        assumed.push(Assumed::NearDueDate);
    }
    Some(first)
}

/// Notes what is taken for granted of a credential that was earned in mid-cycle. That is none with which the holder was first
/// certified: what is asked begins with it.
fn note_mid_cycle(
    body: Body,
    profile: &Profile,
    held: &Holdings,
    cycle: Option<Cycle>,
    first: Option<Proration>,
    assumed: &mut Vec<Assumed>,
) {
    let earned = || of_body(held, body).filter_map(|id| profile.since(id));
    let (Some(cycle), Some(earliest), Some(latest)) = (cycle, earned().min(), earned().max())
    else {
        return;
    };
    let certified = certified(profile).filter(|_| body == Body::Aapc);
    let begins = certified.map_or(cycle.first, |certified| certified.max(cycle.first));
    if held.count(body) > 1 && latest > begins {
        assumed.push(match first {
            Some(_) => Assumed::MidCycleAsFirst,
            None => Assumed::MidCycleInFull,
        });
    }
    if body == Body::Aapc && certified.is_none() && earliest >= cycle.first {
        assumed.push(Assumed::MaybeOlder);
    }
}

fn note_anchor(body: Body, profile: &Profile, assumed: &mut Vec<Assumed>) {
    match (Anchor::of(body, profile), body) {
        (Some((_, AnchorBy::RenewalMonth)), _) => assumed.push(Assumed::LastDayOfMonth),
        (Some((_, AnchorBy::Exam)), _) => assumed.push(Assumed::FirstExam),
        (Some((Anchor::Due(due), AnchorBy::Day)), Body::Aapc)
            if due.year().rem_euclid(2).unsigned_abs() != due.month() % 2 =>
        {
            assumed.push(Assumed::YearAgainstParity);
        }
        _ => {}
    }
}

/// What would make the rules give the tracker's number. `base` is what AHIMA asks for the first of what is held.
fn difference(
    body: Body,
    tracker: Ceus,
    computed: Computed,
    edition: Edition,
    base: Option<Ceus>,
) -> Vec<Difference> {
    let mut found = Vec::new();
    if tracker == computed.total {
        return found;
    }
    // As much of a whole cycle's total as ours is of it.
    let part = |whole| match computed.first {
        Some(first) => prorated(whole, first.months).map(|first| first.prorated),
        None => Some(whole),
    };
    let of_count = |count, edition| match body {
        Body::Aapc => aapc_requirement(count, edition).map(|owed| owed.total),
        Body::Ahima => base.map(|base| {
            let further = count.saturating_sub(1);
            let extra = AHIMA_EXTRA.value.in_hundredths().saturating_mul(further);
            (base + Ceus::hundredths(extra)).min(AHIMA_MOST.value)
        }),
    };
    let is_for_count = |count, edition| of_count(count, edition).and_then(part) == Some(tracker);
    let is_for_months = |whole: Option<Ceus>, months| {
        whole
            .and_then(|whole| prorated(whole, months))
            .is_some_and(|first| first.prorated == tracker)
    };
    // Trackers go by the later table. So where the other is in use, more than one thing is often the reason.
    let later = Some(edition.other()).filter(|later| *later == Edition::Latest);
    let whole = Some(computed.whole);
    let whole_later = later.and_then(|later| of_count(computed.credentials, later));
    // With the months that are known the table alone is the reason.
    let known = computed.first.map(|first| first.months);
    if body == Body::Aapc {
        if is_for_count(computed.credentials, edition.other()) {
            found.push(Difference::OtherEdition);
        }
        for months in 1..CYCLE_MONTHS {
            let is_pair = whole_later != whole && known != Some(months);
            if is_pair && is_for_months(whole_later, months) {
                found.push(Difference::OtherEditionFirstCycle { months });
            }
            if is_for_months(whole, months) {
                found.push(Difference::FirstCycle { months });
            }
        }
    }
    for count in 1..=5 {
        if count == computed.credentials {
            continue;
        }
        let is_by_later = |later| body == Body::Aapc && is_for_count(count, later);
        if is_for_count(count, edition) {
            found.push(Difference::Credentials { count });
        } else if later.is_some_and(is_by_later) {
            found.push(Difference::OtherEditionCredentials { count });
        }
    }
    found
}

/// AAPC's parts that must be specific: of the five credentials that have a figure of their own, and of the
/// specialties that the holder names.
fn specific(
    profile: &Profile,
    held: &Holdings,
    edition: Edition,
    cycle: Option<Cycle>,
    total: Ceus,
    asked: &mut Asked,
) {
    let rule = match edition {
        Edition::Article => AAPC_SPECIFIC_ARTICLE.value,
        Edition::Latest => AAPC_SPECIFIC_LATEST.value,
    };
    let is_alone = held.count(Body::Aapc) == 1;
    let ask = |code: &str, figure: Option<Ceus>, asked: &mut Asked| {
        let of = Sort::Specific(code.to_owned());
        if asked.minimums.iter().any(|portion| portion.sort == of) {
            return;
        }
        // A tracker that asks as much as a whole cycle knows of no shorter one.
        let is_shorter = |computed: &Computed| total < computed.whole;
        let first = asked
            .computed
            .filter(is_shorter)
            .and_then(|computed| computed.first);
        let shrunk = match (figure, first) {
            (Some(figure), Some(first)) => {
                if !asked.assumed.contains(&Assumed::MinimumsShrink) {
                    asked.assumed.push(Assumed::MinimumsShrink);
                }
                let part = prorated(figure, first.months);
                let is_rounded = part.is_some_and(|part| !part.is_exact);
                if is_rounded && !asked.assumed.contains(&Assumed::RoundedUp) {
                    asked.assumed.push(Assumed::RoundedUp);
                }
                part.map(|part| part.prorated)
            }
            (figure, _) => figure,
        };
        let since = CredentialId::from_code(code)
            .filter(|id| profile.holdings().named().contains(id))
            .and_then(|id| profile.since(id));
        // What came before the first certification counts nowhere.
        let begins_later = |since| {
            certified(profile) != Some(since) && cycle.is_none_or(|cycle| since > cycle.first)
        };
        if since.is_some_and(begins_later) && !asked.assumed.contains(&Assumed::SpecificSince) {
            asked.assumed.push(Assumed::SpecificSince);
        }
        asked.minimums.push(Portion {
            sort: of,
            // It is a part of the total, so it is never more.
            at_least: shrunk.map(|figure| figure.min(total)),
            since,
        });
    };
    for id in held.named() {
        let figure = match (id, edition) {
            (CredentialId::Cppm, _) if is_alone => {
                asked.assumed.push(Assumed::CppmAlone);
                Some(match edition {
                    Edition::Article => AAPC_SPECIFIC_CPPM_ALONE.value,
                    Edition::Latest => rule.named,
                })
            }
            (CredentialId::Cdeo, Edition::Latest) => Some(rule.named),
            // The article's table is older than the CDEO.
            (CredentialId::Cdeo, Edition::Article) => None,
            (id, _) if WITH_NAMED_MINIMUM.contains(id) => Some(rule.named),
            _ => continue,
        };
        ask(id.code(), figure, asked);
    }
    for specialty in &profile.specialties {
        let specialty = specialty.trim().to_ascii_uppercase();
        if !specialty.is_empty() {
            ask(&specialty, Some(rule.specialty), asked);
        }
    }
}

/// AHIMA's shares of the total.
fn shares(cycle: Option<Cycle>, total: Ceus, asked: &mut Asked) {
    let share = |sort, percent| Portion {
        sort,
        at_least: Some(total.at_least_percent(percent)),
        since: None,
    };
    asked
        .minimums
        .push(share(Sort::HiimDomains, AHIMA_HIIM_PERCENT.value));
    asked.assumed.push(Assumed::AllButOther);
    asked.assumed.push(Assumed::SurplusStays);
    let is_bound = matches!(
        (AHIMA_OWN_FROM, cycle),
        (InForce::From(from), Some(cycle)) if cycle.first >= from
    );
    if is_bound {
        asked
            .minimums
            .push(share(Sort::AhimaSources, AHIMA_OWN_PERCENT.value));
    } else {
        asked.assumed.push(Assumed::OwnShareLater);
    }
}

/// Whether AAPC asks something else than the holder planned for.
pub(super) fn plan_change(
    profile: &Profile,
    edition: Edition,
    asked: &Asked,
    before: Option<Cycle>,
) -> Option<PlanChange> {
    let (mut then, computed) = (profile.plan()?, asked.computed?);
    let now = computed.total;
    if then.total == now {
        return None;
    }
    // What the rules would give today by the plan's table tells whether the table is the whole reason.
    let whole = aapc_requirement(computed.credentials, then.edition)?.total;
    let by_plan = match computed.first {
        Some(first) => prorated(whole, first.months)?.prorated,
        None => whole,
    };
    // A plan that was right for the cycle before is no plan for this one: a first period's 27 did not become 36.
    let of_before = self::asked(Body::Aapc, profile, then.edition, before, false).computed;
    if by_plan != then.total && of_before.is_some_and(|of_before| of_before.total == then.total) {
        then.total = by_plan;
    }
    if then.total == now {
        return None;
    }
    Some(PlanChange {
        then,
        now,
        other_edition: then.edition != edition,
        other_reasons: by_plan != then.total,
    })
}
