//! How much of a long log is drawn: what a reader has not opened costs nothing at a key press.

use chrono::NaiveDate;

use super::State;
use crate::ledger::{Period, periods};
use crate::log::{EntryId, Shown};
use crate::rules::Body;

/// The most entries of a period, or of what a search finds, that are drawn before all are asked for.
pub const MOST_DRAWN: usize = 25;

/// How many periods are drawn before the earlier ones are asked for, unless an earlier one was opened. The headings of a career of
/// eighteen periods took as long to lay out and paint as all else of the list.
const MOST_PERIODS: usize = 4;

/// What the reader opened and closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unfolded {
    /// The periods, by their first days, and whether each is open. Of others the present one is, and what is to come.
    periods: Vec<(NaiveDate, bool)>,
    /// Whether all entries of a long list are to be drawn.
    pub(super) all: bool,
    /// Whether the headings of all periods are to be drawn.
    pub(super) earlier: bool,
    /// The entry that was written last: it is drawn, however long its list is.
    pub(super) at_hand: Option<EntryId>,
    /// Whether what is held, and the periods' days, are open.
    pub(super) holdings: bool,
    /// Whether what narrows a search down is open.
    pub(super) narrow: bool,
    /// Whether AAPC's account is open in detail.
    aapc: bool,
    /// Whether AHIMA's is.
    ahima: bool,
}

impl Unfolded {
    /// Opens a period, or closes it.
    pub(super) fn open(&mut self, first: NaiveDate, is_open: bool) {
        let mut told = self.periods.iter_mut();
        match told.find(|(period, _)| *period == first) {
            Some((_, told)) => *told = is_open,
            None => self.periods.push((first, is_open)),
        }
    }

    /// Opens a body's account in detail, or closes it.
    pub(super) fn open_account(&mut self, body: Body, is_open: bool) {
        match body {
            Body::Aapc => self.aapc = is_open,
            Body::Ahima => self.ahima = is_open,
        }
    }
}

/// The periods of the list, as many as are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts<'a> {
    /// The latest first.
    pub drawn: Vec<Part<'a>>,
    /// How many earlier ones are not, and the first day of the latest of these; `None` if all are.
    pub earlier: Option<(usize, NaiveDate)>,
}

/// A period of the list, as much of it as is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    /// The period, with the entries that are drawn.
    pub period: Period<'a>,
    /// How many it has.
    pub all: usize,
    /// Whether it is open.
    pub is_open: bool,
    /// How many there would be if all were drawn, and the first that is not; `None` if all are.
    pub more: Option<(usize, &'a EntryId)>,
}

impl State {
    /// Whether a body's account is drawn in detail.
    pub fn is_unfolded(&self, body: Body) -> bool {
        match body {
            Body::Aapc => self.unfolded.aapc,
            Body::Ahima => self.unfolded.ahima,
        }
    }

    /// Whether what is held, and the periods' days, are drawn to be changed.
    pub const fn shows_holdings(&self) -> bool {
        self.unfolded.holdings
    }

    /// Whether what narrows a search down is drawn.
    pub const fn shows_narrow(&self) -> bool {
        self.unfolded.narrow
    }

    /// Whether this entry is drawn, however long its list is.
    fn is_at_hand(&self, id: &EntryId) -> bool {
        self.unfolded.at_hand.as_ref() == Some(id) || self.is_changing(id)
    }

    /// Those of the entries that are listed. What is being changed is among them, whatever is searched for: its form stands
    /// there.
    pub fn listed<'a>(&self, entries: &[Shown<'a>]) -> Vec<Shown<'a>> {
        let is_searching = self.filter.is_on();
        let mut listed = Vec::with_capacity(entries.len());
        for shown in entries {
            if !is_searching || self.filter.admits(shown) || self.is_changing(shown.id) {
                listed.push(*shown);
            }
        }
        listed
    }

    /// Entries by period. What is searched for is drawn wherever it lies, and everything is on paper.
    pub fn parts<'a>(&self, shown: Vec<Shown<'a>>) -> Parts<'a> {
        let is_searching = self.filter.is_on();
        let is_everything = self.unfolded.all || self.is_on_paper;
        let found = shown.len();
        let periods = periods(shown, &self.log.profile(), self.filter.body);
        let is_now =
            |period: &Period<'_>| period.cycle.is_none_or(|cycle| cycle.last >= self.today);
        // Of somebody who has long logged nothing the last period is open.
        let mut is_first_open = !periods.iter().any(is_now);
        let mut room = MOST_DRAWN;
        let mut parts: Vec<Part<'a>> = Vec::new();
        let mut first_left = None;
        let mut most = 0;
        for mut period in periods {
            let all = period.shown.len();
            let told = self
                .unfolded
                .periods
                .iter()
                .find(|(first, _)| period.cycle.is_some_and(|cycle| cycle.first == *first));
            let is_open = is_searching
                || self.is_on_paper
                || told.map_or(is_first_open || is_now(&period), |(_, is_open)| *is_open)
                // Else the form would be gone, with what is typed in it.
                || period.shown.iter().any(|shown| self.is_changing(shown.id));
            is_first_open = false;
            if !is_searching {
                room = MOST_DRAWN;
                first_left = None;
            }
            for shown in std::mem::take(&mut period.shown) {
                let has_room = is_everything || room > 0;
                if is_open && (has_room || self.is_at_hand(shown.id)) {
                    room = room.saturating_sub(1);
                    period.shown.push(shown);
                } else if is_open && first_left.is_none() {
                    first_left = Some(shown.id);
                }
            }
            let is_left_out = is_searching && period.shown.is_empty();
            if !is_left_out {
                let more = first_left.filter(|_| !is_searching).map(|id| (all, id));
                parts.push(Part {
                    period,
                    all,
                    is_open,
                    more,
                });
                // What the reader closes stays under their eyes.
                if is_open || told.is_some() {
                    most = parts.len();
                }
            }
        }
        // What a search finds has one end, whatever the periods.
        if is_searching && let Some(last) = parts.last_mut() {
            last.more = first_left.map(|id| (found, id));
        }
        let mut earlier = None;
        if !(is_searching || self.is_on_paper || self.unfolded.earlier) {
            let left = parts.split_off(most.max(MOST_PERIODS).min(parts.len()));
            // For a single one, a button would take as much room as its heading.
            let latest = left.first().filter(|_| left.len() > 1);
            match latest.and_then(|latest| latest.period.cycle) {
                Some(cycle) => earlier = Some((left.len(), cycle.first)),
                None => parts.extend(left),
            }
        }
        Parts {
            drawn: parts,
            earlier,
        }
    }
}
