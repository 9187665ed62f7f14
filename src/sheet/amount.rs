//! Amounts of CEUs as people write them.

use super::cell::is_one_of;
use crate::log::trimmed;
use crate::rules::{Ceus, CeusError};

/// Why a text is no amount of CEUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAmount {
    /// It is a time. What it is worth in CEUs the body says, and nobody else.
    Hours,
    /// It is no amount that a claim can be worth.
    Ceus(CeusError),
}

/// Reads an amount: "1", "1.5", "1,5", "1.0 CEU", "2 credits". Hours and minutes are refused by name.
///
/// # Errors
/// [`NoAmount`].
///
/// ```
/// use coderpath::rules::{Ceus, CeusError};
/// use coderpath::sheet::{NoAmount, amount};
/// assert_eq!(amount("1.5 CEUs"), Ok(Ceus::hundredths(150)));
/// assert_eq!(amount("1.5 hours"), Err(NoAmount::Hours));
/// assert_eq!(amount("1,000"), Err(NoAmount::Ceus(CeusError::TooFine)));
/// ```
pub fn amount(text: &str) -> Result<Ceus, NoAmount> {
    number(text)?.parse().map_err(NoAmount::Ceus)
}

/// The number in a text, which is an amount if it is one of CEUs; empty if nothing is given.
pub(super) fn number(text: &str) -> Result<&str, NoAmount> {
    let text = trimmed(text);
    // Most are a number and nothing else.
    let is_of_number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    if text.bytes().all(is_of_number) {
        return Ok(text);
    }
    let is_letter = |letter: char| letter.is_ascii_alphabetic();
    let words = || {
        text.split(|letter| !is_letter(letter))
            .filter(|word| !word.is_empty())
    };
    if words().any(|word| {
        is_one_of(
            word,
            "h hr hrs hour hours min mins minute minutes contact clock",
        )
    }) {
        return Err(NoAmount::Hours);
    }
    let not_a_number = Err(NoAmount::Ceus(CeusError::NotANumber));
    if !words().all(|word| {
        is_one_of(
            word,
            "ceu ceus s ce credit credits unit units point points aapc ahima core each total",
        )
    }) {
        return not_a_number;
    }
    // A number, and around it nothing but words and what stands between them.
    let number = text.trim_matches(|letter| is_letter(letter) || " :()'’\u{a0}".contains(letter));
    if words().next().is_some() && number.is_empty() {
        return not_a_number;
    }
    if !number.bytes().all(is_of_number) {
        return not_a_number;
    }
    Ok(number)
}

/// Whether a text is a zero, as stands in the column of a body from which nothing is claimed.
pub(super) fn is_zero(text: &str) -> bool {
    amount(text) == Err(NoAmount::Ceus(CeusError::NotPositive))
}
