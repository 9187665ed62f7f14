//! Amounts of continuing education, exact to a hundredth.

use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

/// An amount of CEUs, in whole hundredths.
///
/// There are no floats and there is no conversion from contact hours: a body grants CEUs, nobody else.
/// Arithmetic saturates: a log that held more than forty million CEUs would read as full, not as empty.
///
/// ```
/// use coderpath::rules::Ceus;
/// let webinar: Ceus = "1.5".parse().unwrap();
/// assert_eq!(webinar + Ceus::whole(1), Ceus::hundredths(250));
/// assert_eq!((webinar + Ceus::whole(1)).to_string(), "2.5");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ceus(u32);

impl Ceus {
    /// No CEUs at all.
    pub const ZERO: Self = Self(0);
    /// The largest amount that one claim may be worth: more is a slip of the finger.
    pub const MOST_PER_CLAIM: Self = Self::whole(999);

    /// An amount of whole CEUs.
    ///
    /// ```
    /// # use coderpath::rules::Ceus;
    /// assert_eq!(Ceus::whole(36).to_string(), "36");
    /// ```
    pub const fn whole(ceus: u32) -> Self {
        Self(ceus.saturating_mul(100))
    }

    /// An amount given in hundredths of a CEU.
    ///
    /// ```
    /// # use coderpath::rules::Ceus;
    /// assert_eq!(Ceus::hundredths(150).to_string(), "1.5");
    /// ```
    pub const fn hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// The amount in hundredths of a CEU.
    ///
    /// ```
    /// # use coderpath::rules::Ceus;
    /// assert_eq!(Ceus::whole(2).in_hundredths(), 200);
    /// ```
    pub const fn in_hundredths(self) -> u32 {
        self.0
    }

    /// What is left of this amount when `other` is taken away; nothing is left when `other` is larger.
    ///
    /// ```
    /// # use coderpath::rules::Ceus;
    /// assert_eq!(Ceus::whole(36).less(Ceus::whole(30)), Ceus::whole(6));
    /// assert_eq!(Ceus::whole(36).less(Ceus::whole(40)), Ceus::ZERO);
    /// ```
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// `percent` per cent of this amount, a started hundredth counted as a whole one:
    /// a minimum share is met only by at least that much.
    ///
    /// ```
    /// # use coderpath::rules::Ceus;
    /// assert_eq!(Ceus::whole(20).at_least_percent(80), Ceus::whole(16));
    /// ```
    pub const fn at_least_percent(self, percent: u32) -> Self {
        Self(self.0.saturating_mul(percent).div_ceil(100))
    }

    /// Whether this is a multiple of half a CEU, the smallest step that AAPC grants.
    ///
    /// ```
    /// # use coderpath::rules::Ceus;
    /// assert!(Ceus::hundredths(150).is_in_halves());
    /// assert!(!Ceus::hundredths(125).is_in_halves());
    /// ```
    pub const fn is_in_halves(self) -> bool {
        self.0.is_multiple_of(50)
    }
}

impl std::ops::Add for Ceus {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Ceus {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| sum + amount)
    }
}

impl fmt::Display for Ceus {
    /// Without needless zeros: "36", "1.5", "0.25".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}"),
            rest if rest.is_multiple_of(10) => write!(f, "{whole}.{}", rest / 10),
            rest => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// Why a text is not an amount of CEUs that a claim can be worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CeusError {
    /// Nothing was given.
    Missing,
    /// It is not a number written in digits, with at most one decimal mark.
    NotANumber,
    /// It is zero; an activity worth nothing is no activity.
    NotPositive,
    /// It has more than two decimals.
    TooFine,
    /// It is more than [`Ceus::MOST_PER_CLAIM`].
    TooMuch,
}

impl FromStr for Ceus {
    type Err = CeusError;

    /// Reads what a person types for one claim: "1", "1.5", ".5", "1,5".
    ///
    /// A comma is read as a decimal mark, never as a separator of thousands, so "1,000" is refused as too fine.
    ///
    /// ```
    /// use coderpath::rules::{Ceus, CeusError};
    /// assert_eq!("1,5".parse(), Ok(Ceus::hundredths(150)));
    /// assert_eq!("1.255".parse::<Ceus>(), Err(CeusError::TooFine));
    /// assert_eq!("-1".parse::<Ceus>(), Err(CeusError::NotANumber));
    /// ```
    fn from_str(text: &str) -> Result<Self, CeusError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(CeusError::Missing);
        }
        let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
            return Err(CeusError::NotANumber);
        }
        if decimals.len() > 2 {
            return Err(CeusError::TooFine);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 3 {
            return Err(CeusError::TooMuch);
        }
        // "1.5" is 1 and 50 hundredths: the missing place is filled with a zero.
        let filled = "00".bytes().skip(decimals.len());
        let digits = whole.bytes().chain(decimals.bytes()).chain(filled);
        match Self(digits.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))) {
            Self::ZERO => Err(CeusError::NotPositive),
            amount if amount > Self::MOST_PER_CLAIM => Err(CeusError::TooMuch),
            amount => Ok(amount),
        }
    }
}
