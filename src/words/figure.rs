//! Figures in sentences.
//!
//! A text names its figures by their places; which figure stands in a place is data, because wording each where it is
//! needed would be 150 bytes of the wasm for every one.

use chrono::{Datelike, NaiveDate};

use super::WORDS;
use super::decisions::either;
use super::log::domain;
use super::rules::{ceus, day, name};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::log::ALL_DOMAINS;
use crate::rules::{CYCLE_MONTHS, Ceus, CredentialId, Edition, InForce, aapc_edition};

section! {
    /// Numbers with what they count.
    FigureTexts {
        one_day: "one day",
        days: "{0} days",
        one_month: "one month",
        months: "{0} months",
        one_year: "one year",
        two_years: "two years",
        years: "{0} years",
        hours: "{0} hours",
        hours_and_minutes: "{0} hours and {1} minutes",
        thousands: "{0},{1}",
        five: "{0}, {1}, {2}, {3} and {4}",
    }
}

/// A figure of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A number: "90", "36,925".
    Number(u32),
    /// CEUs without their unit: "36".
    Amount(Ceus),
    /// CEUs: "36 CEUs".
    Ceus(Ceus),
    /// "one day", "90 days".
    Days(u32),
    /// "one month", "24 months".
    Months(u32),
    /// "one year", "two years", "3 years".
    Years(u32),
    /// Minutes, as hours: "4 hours".
    Minutes(u32),
    /// A day.
    Date(NaiveDate),
    /// The day from or by which a rule applies; nothing where none is known.
    Since(InForce),
    /// The year from or by which a rule applies; nothing where none is known.
    Year(InForce),
    /// One of these credentials: "RHIA, CHPS or CHDA".
    OneOf(&'static [CredentialId]),
    /// A name, or the age of a copy in its own words.
    Name(&'static str),
    /// The totals of one of AAPC's tables: "36, 40, 44, 48 and 52".
    Totals(Edition),
    /// AHIMA's domains.
    Domains,
}

/// A figure as it stands in a sentence.
///
/// ```
/// use coderpath::{app::DateOrder, words::{Figure, figure}};
/// assert_eq!(figure(Figure::Months(24), DateOrder::MonthFirst), "24 months");
/// ```
pub fn figure(figure: Figure, dates: DateOrder) -> String {
    let texts = &WORDS.figures;
    match figure {
        Figure::Number(number) => grouped(number),
        Figure::Amount(amount) => amount.to_string(),
        Figure::Ceus(amount) => ceus(amount),
        Figure::Days(count) => span(count, texts.one_day, texts.days),
        Figure::Months(count) => span(count, texts.one_month, texts.months),
        Figure::Years(2) => texts.two_years.to_owned(),
        Figure::Years(count) => span(count, texts.one_year, texts.years),
        Figure::Minutes(minutes) => hours(minutes),
        Figure::Date(date) | Figure::Since(InForce::From(date) | InForce::By(date)) => {
            day(date, dates)
        }
        Figure::Year(InForce::From(date) | InForce::By(date)) => date.year().to_string(),
        Figure::Since(InForce::Unknown) | Figure::Year(InForce::Unknown) => String::new(),
        Figure::OneOf(ids) => either(ids.iter().map(|id| name(*id).to_owned()).collect()),
        Figure::Name(name) => name.to_owned(),
        Figure::Totals(edition) => {
            let totals = aapc_edition(edition).totals.value;
            filled(texts.five, &totals.map(Figure::Amount), dates)
        }
        Figure::Domains => {
            let names: Vec<&str> = ALL_DOMAINS.iter().map(|one| domain(*one)).collect();
            names.join("; ")
        }
    }
}

/// Both bodies' cycle: "two years".
pub(super) const CYCLE: Figure = Figure::Years(CYCLE_MONTHS / 12);

/// A text with its places filled by figures.
pub(super) fn filled(text: &str, figures: &[Figure], dates: DateOrder) -> String {
    let figures: Vec<String> = figures.iter().map(|one| figure(*one, dates)).collect();
    let parts: Vec<&str> = figures.iter().map(String::as_str).collect();
    fill(text, &parts)
}

fn span(count: u32, one: &str, many: &str) -> String {
    if count == 1 {
        one.to_owned()
    } else {
        fill(many, &[&count.to_string()])
    }
}

fn hours(minutes: u32) -> String {
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let text = if minutes == 0 {
        WORDS.figures.hours
    } else {
        WORDS.figures.hours_and_minutes
    };
    fill(text, &[&hours.to_string(), &minutes.to_string()])
}

/// How many there are, with the thousands apart.
pub(super) fn count(many: usize) -> String {
    grouped(u32::try_from(many).unwrap_or(u32::MAX))
}

/// A number with its thousands apart.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let apart = digits.len().checked_sub(3);
    match apart.and_then(|at| digits.split_at_checked(at)) {
        Some((thousands, rest)) if !thousands.is_empty() => {
            fill(WORDS.figures.thousands, &[&grouped(number / 1_000), rest])
        }
        _ => digits,
    }
}
