//! A chart of CEUs in words.

use chrono::{Datelike, NaiveDate};

use super::WORDS;
use super::rules::{body, ceus, day};
use super::text::{fill, section};
use crate::app::DateOrder;
use crate::ledger::Chart;
use crate::rules::Ceus;

section! {
    /// The chart of CEUs over a cycle, and the table that says the same.
    ChartTexts {
        title: "CEUs over the period, as a chart",
        caption: "{0}: what counts from {1} to {2}",
        day: "Day",
        that_day: "CEUs",
        so_far: "Total so far",
        state: "Done or planned",
        nothing: "Nothing counts in this period yet.",
        done_of: "{0} of {1}",
        done_by: "{0} by {1}",
        planned: "{0} more planned",
        due: "due {0}.",
        today: "Today",
        due_mark: "Due",
        months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        year: "{0} {1}",
    }
}

/// The chart in a sentence, for those who do not see it: "27 of 36 CEUs by November 23, 2026; 4 more planned; due
/// January 31, 2027."
pub fn chart_summary(chart: &Chart, dates: DateOrder) -> String {
    let w = &WORDS.chart;
    let done = chart.done_total();
    let mut said = match chart.needed {
        Some(needed) => fill(w.done_of, &[&done.to_string(), &ceus(needed)]),
        None => ceus(done),
    };
    if let Some(today) = chart.today {
        said = fill(w.done_by, &[&said, &day(today, dates)]);
    }
    let mut parts = vec![said];
    let planned = chart.planned_total();
    if planned > Ceus::ZERO {
        parts.push(fill(w.planned, &[&planned.to_string()]));
    }
    parts.push(fill(w.due, &[&day(chart.last, dates)]));
    parts.join("; ")
}

/// What the table of a chart is about.
pub fn chart_caption(chart: &Chart, dates: DateOrder) -> String {
    fill(
        WORDS.chart.caption,
        &[
            body(chart.body),
            &day(chart.first, dates),
            &day(chart.last, dates),
        ],
    )
}

/// A month under the chart: "Mar", and "Jan 2027" where a year begins.
pub fn chart_month(first_day: NaiveDate) -> String {
    let w = &WORDS.chart;
    let month = usize::try_from(first_day.month0())
        .ok()
        .and_then(|month| w.months.split(' ').nth(month))
        .unwrap_or_default();
    if first_day.month0() == 0 {
        fill(w.year, &[month, &first_day.year().to_string()])
    } else {
        month.to_owned()
    }
}
