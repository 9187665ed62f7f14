//! How many CEUs a holder owes in a two-year cycle, and why.

use super::source::{
    self, Cited,
    Evidence::{Inferred, Official},
    InForce, Source, day,
};
use super::{Body, Ceus, CredentialId, Holdings};

/// Both bodies' cycle, in months. Sources: [`source::AAPC_MAINTAIN`], [`source::AHIMA_RECERTIFY`].
pub const CYCLE_MONTHS: u32 = 24;

/// One of AAPC's two tables of totals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// The table that the article gives. It is the default, because the widget stands in that article.
    #[default]
    Article,
    /// The newest table that was found.
    Latest,
}

impl Edition {
    /// The name by which a page's author asks for it and under which a reader's choice is stored.
    ///
    /// ```
    /// # use coderpath::rules::Edition;
    /// assert_eq!(Edition::Latest.key(), "latest");
    /// ```
    pub const fn key(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Latest => "latest",
        }
    }

    /// The table with this name.
    ///
    /// ```
    /// # use coderpath::rules::Edition;
    /// assert_eq!(Edition::from_key("article"), Some(Edition::Article));
    /// assert_eq!(Edition::from_key("newest"), None);
    /// ```
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Article, Self::Latest]
            .into_iter()
            .find(|edition| edition.key() == key)
    }

    /// The other of the two tables.
    ///
    /// ```
    /// # use coderpath::rules::Edition;
    /// assert_eq!(Edition::Article.other(), Edition::Latest);
    /// assert_eq!(Edition::Article.other().other(), Edition::Article);
    /// ```
    pub const fn other(self) -> Self {
        match self {
            Self::Article => Self::Latest,
            Self::Latest => Self::Article,
        }
    }
}

/// A table of AAPC's totals as it was published at a time.
#[derive(Debug, PartialEq, Eq)]
pub struct AapcEdition {
    /// Which one.
    pub edition: Edition,
    /// The totals for one, two, three, four, and five or more certifications, every two years.
    pub totals: Cited<[Ceus; 5]>,
    /// Since when it applies.
    pub in_force: InForce,
}

const fn totals(totals: [u32; 5]) -> [Ceus; 5] {
    let [one, two, three, four, more] = totals;
    [
        Ceus::whole(one),
        Ceus::whole(two),
        Ceus::whole(three),
        Ceus::whole(four),
        Ceus::whole(more),
    ]
}

pub(super) static ARTICLE: AapcEdition = AapcEdition {
    edition: Edition::Article,
    totals: Cited {
        value: totals([36, 48, 60, 72, 80]),
        evidence: Official,
        sources: &[source::AAPC_CEU_HELP_2012],
    },
    // The page cites a rule of 1 October 2012, so it is at least that old; when the table began was not found.
    in_force: InForce::Unknown,
};

pub(super) static LATEST: AapcEdition = AapcEdition {
    edition: Edition::Latest,
    totals: Cited {
        value: totals([36, 40, 44, 48, 52]),
        evidence: Official,
        sources: &[
            source::AAPC_CEU_HELP_2015,
            source::AAPC_CEU_FAQ,
            source::AAPC_CEU_HELP_LATER,
        ],
    },
    in_force: InForce::By(day(2015, 8, 31)),
};

/// The table of an edition, with its source.
///
/// ```
/// use coderpath::rules::{aapc_edition, Ceus, Edition};
/// assert_eq!(aapc_edition(Edition::Article).totals.value[1], Ceus::whole(48));
/// ```
pub const fn aapc_edition(edition: Edition) -> &'static AapcEdition {
    match edition {
        Edition::Article => &ARTICLE,
        Edition::Latest => &LATEST,
    }
}

/// AHIMA's amount for one credential, as for a CCS.
pub static AHIMA_BASE: Cited<Ceus> = Cited {
    value: Ceus::whole(20),
    evidence: Official,
    sources: &[
        source::AHIMA_RECERTIFICATION_2019,
        source::AHIMA_RECERTIFICATION_FAQ,
    ],
};
/// AHIMA's amount where a credential of [`LARGE_BASE`] is held.
pub static AHIMA_LARGE_BASE: Cited<Ceus> = Cited {
    value: Ceus::whole(30),
    evidence: Official,
    sources: &[source::AHIMA_RECERTIFICATION_2019],
};
/// What each further credential of AHIMA adds.
pub static AHIMA_EXTRA: Cited<Ceus> = Cited {
    value: Ceus::whole(10),
    evidence: Official,
    sources: &[source::AHIMA_RECERTIFICATION_2019],
};
/// The most that AHIMA asks, whatever is held.
pub static AHIMA_MOST: Cited<Ceus> = Cited {
    value: Ceus::whole(50),
    evidence: Official,
    sources: &[source::AHIMA_RECERTIFICATION_2019],
};

/// The credentials of AHIMA's with the larger base.
pub const LARGE_BASE: [CredentialId; 5] = [
    CredentialId::Rhia,
    CredentialId::Chps,
    CredentialId::Chda,
    CredentialId::Cdip,
    CredentialId::Cphi,
];

/// The credentials for which a part of AAPC's total must be specific to them.
pub const WITH_SPECIFIC_MINIMUM: [CredentialId; 5] = [
    CredentialId::Circc,
    CredentialId::Cpma,
    CredentialId::Cpco,
    CredentialId::Cppm,
    CredentialId::Cdeo,
];

/// The least share of AHIMA's total that must be in its HIIM domains, in per cent.
pub static AHIMA_HIIM_PERCENT: Cited<u32> = Cited {
    value: 80,
    evidence: Official,
    sources: &[source::AHIMA_RECERTIFICATION_2019, source::AHIMA_RECERTIFY],
};
/// The least share of AHIMA's total that must come from AHIMA or a component association, in per cent.
pub static AHIMA_OWN_PERCENT: Cited<u32> = Cited {
    value: 40,
    evidence: Official,
    sources: &[
        source::AHIMA_RECERTIFICATION_2025,
        source::AHIMA_RECERTIFY_2025,
        source::AHIMA_RECERTIFICATION_2024,
    ],
};
/// For cycles that start from when [`AHIMA_OWN_PERCENT`] applies.
pub const AHIMA_OWN_FROM: InForce = InForce::From(day(2025, 1, 1));

struct ShareRule {
    kind: ShareKind,
    percent: &'static Cited<u32>,
    cycles_from: InForce,
}

static SHARES: [ShareRule; 2] = [
    ShareRule {
        kind: ShareKind::HiimDomains,
        percent: &AHIMA_HIIM_PERCENT,
        cycles_from: InForce::Unknown,
    },
    ShareRule {
        kind: ShareKind::AhimaSources,
        percent: &AHIMA_OWN_PERCENT,
        cycles_from: AHIMA_OWN_FROM,
    },
];

/// What a holder owes, to each body apart. Both are `None` for one who holds nothing: then there is nothing to owe,
/// which `words` says as such and not as a zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// What AAPC asks.
    pub aapc: Option<AapcRequirement>,
    /// What AHIMA asks.
    pub ahima: Option<AhimaRequirement>,
}

/// What AAPC asks of a holder in two years, with everything that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AapcRequirement {
    /// How many certifications were counted; at least one.
    pub certifications: u32,
    /// The total, every two years.
    pub total: Ceus,
    /// The table it comes from.
    pub edition: &'static AapcEdition,
    /// The total spread evenly.
    pub pace: Pace,
    /// What the other table says.
    pub other: Other,
    /// What one more certification would add, by the same table. Nothing from the fifth on.
    pub one_more_adds: Ceus,
    /// What was taken for granted, because no source says it.
    pub assumptions: Vec<Assumption>,
}

/// The total by the other of AAPC's two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The other table.
    pub edition: &'static AapcEdition,
    /// Its total.
    pub total: Ceus,
    /// How far the two are apart, whichever is larger.
    pub difference: Ceus,
}

/// What AHIMA asks of a holder in two years, with everything that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AhimaRequirement {
    /// How many credentials were counted; at least one.
    pub credentials: u32,
    /// The total, every two years.
    pub total: Ceus,
    /// What the first credential asks.
    pub base: &'static Cited<Ceus>,
    /// The total spread evenly.
    pub pace: Pace,
    /// What one more credential of the smaller base would add. Nothing once the most is reached.
    pub one_more_adds: Ceus,
    /// The parts of the total that must be of a certain sort.
    pub shares: Vec<Share>,
    /// What was taken for granted, because no source says it.
    pub assumptions: Vec<Assumption>,
}

/// An even pace through a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// CEUs a month, to the nearest hundredth.
    pub per_month: Ceus,
    /// Whether that many a month is exactly the total, or rounded.
    pub is_exact: bool,
}

impl Pace {
    /// The even pace that reaches `total` in one cycle.
    ///
    /// ```
    /// use coderpath::rules::{Ceus, Pace};
    /// assert_eq!(Pace::of(Ceus::whole(36)), Pace { per_month: Ceus::hundredths(150), is_exact: true });
    /// assert_eq!(Pace::of(Ceus::whole(40)), Pace { per_month: Ceus::hundredths(167), is_exact: false });
    /// ```
    pub const fn of(total: Ceus) -> Self {
        let hundredths = total.in_hundredths();
        Self {
            per_month: Ceus::hundredths(hundredths.saturating_add(CYCLE_MONTHS / 2) / CYCLE_MONTHS),
            is_exact: hundredths.is_multiple_of(CYCLE_MONTHS),
        }
    }
}

/// A part of AHIMA's total that must be of a certain sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Of which sort.
    pub kind: ShareKind,
    /// The least part of the total, in per cent.
    pub percent: u32,
    /// The least part of the total, in CEUs.
    pub at_least: Ceus,
    /// For cycles that start from when.
    pub cycles_from: InForce,
    /// The pages that say so.
    pub sources: &'static [&'static Source],
}

/// The sorts of CEUs of which AHIMA asks a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareKind {
    /// In one of AHIMA's HIIM domains.
    HiimDomains,
    /// From AHIMA (HCPro is part of it) or one of its component associations.
    AhimaSources,
}

/// Something that the sources do not say and that a result rests on. It is shown beside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// Each body's table lists only its own credentials, so the other body's are not counted in it.
    BodiesCountApart,
    /// No page exempts apprentices, who are certified members, from CEUs.
    ApprenticesOweTheSame,
    /// Some of AAPC's credentials ask that a part of the total be specific to them; that part is not worked out here.
    SpecificMinimumNotShown,
    /// The larger base, the +10 and the most of 50 stand on a copy of 2019 or 2020; later copies neither repeat nor contradict them.
    AhimaExtraIsOlder,
    /// Whether the 40 per cent bind a cycle that began before 2025 is not clear from the wording.
    OlderAhimaCycles,
}

impl Assumption {
    /// The pages from which it was inferred.
    ///
    /// ```
    /// # use coderpath::rules::Assumption;
    /// assert!(!Assumption::ApprenticesOweTheSame.basis().sources.is_empty());
    /// ```
    pub fn basis(self) -> Cited<()> {
        let sources: &'static [&'static Source] = match self {
            Self::BodiesCountApart => &[
                source::AAPC_CEU_HELP_2015,
                source::AHIMA_RECERTIFICATION_2019,
                source::AHIMA_RECERTIFICATION_FAQ,
            ],
            Self::ApprenticesOweTheSame => &[source::AAPC_MAINTAIN, source::AAPC_APPRENTICE],
            Self::SpecificMinimumNotShown => &[
                source::AAPC_CEU_HELP_2012,
                source::AAPC_CEU_HELP_2015,
                source::AAPC_CEU_HELP_LATER,
            ],
            Self::AhimaExtraIsOlder => &[source::AHIMA_RECERTIFICATION_2019],
            Self::OlderAhimaCycles => &[
                source::AHIMA_RECERTIFICATION_2025,
                source::AHIMA_RECERTIFY_2025,
            ],
        };
        Cited {
            value: (),
            evidence: Inferred,
            sources,
        }
    }
}

/// What a holder of `held` owes in two years, AAPC's part by the table of `edition`.
///
/// ```
/// use coderpath::rules::{requirement, Ceus, CredentialId, Edition, Holdings};
/// let held: Holdings = [CredentialId::Cpc, CredentialId::Coc, CredentialId::Ccs].into_iter().collect();
/// let owed = requirement(&held, Edition::Article);
/// assert_eq!(owed.aapc.unwrap().total, Ceus::whole(48));
/// assert_eq!(owed.ahima.unwrap().total, Ceus::whole(20));
///
/// let nothing = requirement(&Holdings::default(), Edition::Article);
/// assert!(nothing.aapc.is_none() && nothing.ahima.is_none());
/// ```
pub fn requirement(held: &Holdings, edition: Edition) -> Requirement {
    let mut aapc = aapc_requirement(held.count(Body::Aapc), edition);
    let mut ahima = ahima_requirement(held);
    if let (Some(aapc), Some(ahima)) = (&mut aapc, &mut ahima) {
        aapc.assumptions.push(Assumption::BodiesCountApart);
        ahima.assumptions.push(Assumption::BodiesCountApart);
    }
    if let Some(aapc) = &mut aapc
        && held.named().iter().any(|id| id.is_apprentice())
    {
        aapc.assumptions.push(Assumption::ApprenticesOweTheSame);
    }
    if let Some(aapc) = &mut aapc
        && has_specific_minimum(held)
    {
        aapc.assumptions.push(Assumption::SpecificMinimumNotShown);
    }
    Requirement { aapc, ahima }
}

/// Whether a part of AAPC's total may have to be specific to a credential that is held.
///
/// ```
/// use coderpath::rules::{CredentialId, has_specific_minimum};
/// assert!(has_specific_minimum(&[CredentialId::Cpc, CredentialId::Cpma].into_iter().collect()));
/// assert!(!has_specific_minimum(&[CredentialId::Cpc].into_iter().collect()));
/// ```
pub fn has_specific_minimum(held: &Holdings) -> bool {
    held.other_aapc > 0
        || held
            .named()
            .iter()
            .any(|id| WITH_SPECIFIC_MINIMUM.contains(id))
}

/// What one more credential would change in what its body asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// The body's total without it; nothing if no other credential of that body is held.
    pub before: Ceus,
    /// The body's total with it.
    pub after: Ceus,
}

/// What holding this credential as well would make its body ask.
///
/// ```
/// use coderpath::rules::{adding, Added, Ceus, CredentialId, Edition};
/// let held = [CredentialId::Cpc].into_iter().collect();
/// let article = adding(&held, CredentialId::Coc, Edition::Article);
/// assert_eq!(article, Added { before: Ceus::whole(36), after: Ceus::whole(48) });
/// ```
pub fn adding(held: &Holdings, id: CredentialId, edition: Edition) -> Added {
    let mut with: Holdings = held.named().iter().copied().chain([id]).collect();
    with.other_aapc = held.other_aapc;
    let total = |held| {
        let owed = requirement(held, edition);
        match id.body() {
            Body::Aapc => owed.aapc.map_or(Ceus::ZERO, |owed| owed.total),
            Body::Ahima => owed.ahima.map_or(Ceus::ZERO, |owed| owed.total),
        }
    };
    Added {
        before: total(held),
        after: total(&with),
    }
}

/// What AAPC asks for a number of certifications; `None` for none.
///
/// ```
/// use coderpath::rules::{aapc_requirement, Ceus, Edition};
/// let two = aapc_requirement(2, Edition::Article).unwrap();
/// assert_eq!(two.total, Ceus::whole(48));
/// assert_eq!(two.other.total, Ceus::whole(40));
/// assert_eq!(aapc_requirement(0, Edition::Article), None);
/// ```
pub fn aapc_requirement(certifications: u32, edition: Edition) -> Option<AapcRequirement> {
    let total = |edition, certifications| {
        let [one, two, three, four, more] = aapc_edition(edition).totals.value;
        match certifications {
            0 => None,
            1 => Some(one),
            2 => Some(two),
            3 => Some(three),
            4 => Some(four),
            _ => Some(more),
        }
    };
    let asked = total(edition, certifications)?;
    let other = total(edition.other(), certifications)?;
    let with_one_more = total(edition, certifications.saturating_add(1))?;
    Some(AapcRequirement {
        certifications,
        total: asked,
        edition: aapc_edition(edition),
        pace: Pace::of(asked),
        other: Other {
            edition: aapc_edition(edition.other()),
            total: other,
            difference: other.less(asked).max(asked.less(other)),
        },
        one_more_adds: with_one_more.less(asked),
        assumptions: Vec::new(),
    })
}

/// What AHIMA asks for those of `held` that are its own; `None` if none is.
///
/// ```
/// use coderpath::rules::{ahima_requirement, Ceus, CredentialId};
/// let held = [CredentialId::Rhia, CredentialId::Ccs].into_iter().collect();
/// assert_eq!(ahima_requirement(&held).unwrap().total, Ceus::whole(40));
/// ```
pub fn ahima_requirement(held: &Holdings) -> Option<AhimaRequirement> {
    let credentials = held.count(Body::Ahima);
    let further = credentials.checked_sub(1)?;
    let base = if held.named().iter().any(|id| LARGE_BASE.contains(id)) {
        &AHIMA_LARGE_BASE
    } else {
        &AHIMA_BASE
    };
    let total_with = |further: u32| {
        let extra = Ceus::hundredths(AHIMA_EXTRA.value.in_hundredths().saturating_mul(further));
        (base.value + extra).min(AHIMA_MOST.value)
    };
    let total = total_with(further);
    let mut assumptions = vec![Assumption::OlderAhimaCycles];
    let one_more_adds = total_with(credentials).less(total);
    if further > 0 || base == &AHIMA_LARGE_BASE || one_more_adds > Ceus::ZERO {
        assumptions.push(Assumption::AhimaExtraIsOlder);
    }
    Some(AhimaRequirement {
        credentials,
        total,
        base,
        pace: Pace::of(total),
        one_more_adds,
        shares: SHARES
            .iter()
            .map(|rule| Share {
                kind: rule.kind,
                percent: rule.percent.value,
                at_least: total.at_least_percent(rule.percent.value),
                cycles_from: rule.cycles_from,
                sources: rule.percent.sources,
            })
            .collect(),
        assumptions,
    })
}
