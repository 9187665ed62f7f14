//! The first cycle of a newly certified holder, which is shorter than two years and asks for less.

use super::source::{self, Cited, Evidence::Inferred};
use super::{CYCLE_MONTHS, Ceus};

/// A first cycle's part of a total, as a sum that can be shown: `months` × `total` ÷ [`CYCLE_MONTHS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proration {
    /// The total of a whole cycle.
    pub total: Ceus,
    /// The months of the first cycle.
    pub months: u32,
    /// What the first cycle asks, rounded up to a hundredth.
    pub prorated: Ceus,
    /// Whether the sum came out even, or was rounded.
    pub is_exact: bool,
}

/// The pages from which the rate is inferred. That a first cycle is prorated at all is AAPC's own word
/// ([`source::AAPC_MAINTAIN`]); 1/24 of the total a month is what 1.5 CEUs a month for one credential come to, which
/// AAPC states for changes of a corporate membership ([`source::AAPC_PRORATION`]) and which a trainer's first tracker of
/// 27 CEUs for 18 months agrees with ([`source::CCO_TRACKER`]). How AAPC rounds was not found.
pub static PRORATION: Cited<()> = Cited {
    value: (),
    evidence: Inferred,
    sources: &[
        source::AAPC_MAINTAIN,
        source::AAPC_PRORATION,
        source::CCO_TRACKER,
    ],
};

/// A first cycle's part of `total`; `None` unless it has between one month and a whole cycle.
///
/// ```
/// use coderpath::rules::{prorated, Ceus};
/// let first = prorated(Ceus::whole(36), 18).unwrap();
/// assert_eq!((first.prorated, first.is_exact), (Ceus::whole(27), true));
/// assert_eq!(prorated(Ceus::whole(40), 7).unwrap().prorated, Ceus::hundredths(1167));
/// assert_eq!(prorated(Ceus::whole(36), 25), None);
/// ```
pub fn prorated(total: Ceus, months: u32) -> Option<Proration> {
    if !(1..=CYCLE_MONTHS).contains(&months) {
        return None;
    }
    let product = total.in_hundredths().checked_mul(months)?;
    Some(Proration {
        total,
        months,
        prorated: Ceus::hundredths(product.div_ceil(CYCLE_MONTHS)),
        is_exact: product.is_multiple_of(CYCLE_MONTHS),
    })
}
