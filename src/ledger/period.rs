//! Entries by period: the list of a log is told cycle by cycle.

use chrono::NaiveDate;

use super::{Anchor, Cycle, cycle_of};
use crate::log::{Profile, Shown};
use crate::rules::{Body, Ceus};

/// The entries of one cycle of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Period<'a> {
    /// The body whose cycle it is.
    pub body: Body,
    /// The cycle; `None` if no date of this body is known, and then there is one period with everything in it.
    pub cycle: Option<Cycle>,
    /// The entries, in their order.
    pub shown: Vec<Shown<'a>>,
    /// What is done, for each body that has this very cycle: another body's sum over these days would be no sum that
    /// anybody asks for.
    pub done: Vec<(Body, Ceus)>,
}

/// Entries by the cycles of one body, in their order.
///
/// The bodies' cycles need not begin on one day, and an entry may count for both, so one of them must be chosen: the
/// one that the reader asked for, or else AAPC, or else AHIMA; but only one whose dates are known.
pub fn periods<'a>(
    entries: impl IntoIterator<Item = Shown<'a>>,
    profile: &Profile,
    asked_for: Option<Body>,
) -> Vec<Period<'a>> {
    let body = body_of(profile, asked_for);
    let mut periods: Vec<Period<'a>> = Vec::new();
    for shown in entries {
        let date = shown.gist.date;
        // Most are in the same cycle as the one before.
        let same = periods.last().and_then(|period| period.cycle);
        let cycle = same
            .filter(|cycle| cycle.contains(date))
            .or_else(|| cycle_of(body, profile, date));
        match periods.iter_mut().find(|period| period.cycle == cycle) {
            Some(period) => period.shown.push(shown),
            None => periods.push(Period {
                body,
                cycle,
                shown: vec![shown],
                done: Vec::new(),
            }),
        }
    }
    for period in &mut periods {
        if let Some(cycle) = period.cycle {
            period.done = [Body::Aapc, Body::Ahima]
                .into_iter()
                .filter(|body| cycle_of(*body, profile, cycle.first) == Some(cycle))
                .map(|body| (body, done(&period.shown, body)))
                .collect();
        }
    }
    periods
}

/// The cycle in which [`periods`] puts an entry of this day; `None` if there is only one period.
pub fn period_of(day: NaiveDate, profile: &Profile, asked_for: Option<Body>) -> Option<Cycle> {
    cycle_of(body_of(profile, asked_for), profile, day)
}

/// The body whose cycles the periods are.
fn body_of(profile: &Profile, asked_for: Option<Body>) -> Body {
    [asked_for, Some(Body::Aapc), Some(Body::Ahima)]
        .into_iter()
        .flatten()
        .find(|body| Anchor::of(*body, profile).is_some())
        .unwrap_or(Body::Aapc)
}

fn done(entries: &[Shown<'_>], body: Body) -> Ceus {
    entries
        .iter()
        .filter(|shown| !shown.gist.is_planned)
        .filter_map(|shown| shown.gist.claimed(body))
        .fold(Ceus::ZERO, |sum, claimed| sum + claimed.ceus)
}
