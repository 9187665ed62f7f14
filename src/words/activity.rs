//! The kinds of activity in words.

use super::WORDS;
use super::rules::ceus;
use super::text::{fill, section};
use crate::rules::{Activity, ActivityRule, Cited};

section! {
    /// The kinds of activity that the article names.
    ActivityTexts {
        three_kinds: "The article names three kinds of activity for AAPC. For the last two, a CEU log takes the number that you were granted.",
        kind_events: "Approved events",
        kind_teaching: "Teaching at a post-secondary school",
        kind_course_work: "Post-secondary course work",
        of_events: "Webinars, workshops, conferences, chapter meetings and on-demand events from AAPC’s approved list.",
        of_teaching: "The article says that it has to be approved in advance; AAPC’s page for vendors names it as a type of application.",
        of_course_work: "As we read AAPC’s pages, the program is approved in advance, or a certificate or transcript is uploaded.",
        worth: "By a page that quotes AAPC, {0} for {1} minutes of a live event, and {2} for {3} minutes, the smallest step.",
        worth_not_found: "What it is worth was not found on any page.",
    }
}

/// A kind of activity, and what is known of it.
pub fn activity(rule: &ActivityRule) -> (&'static str, String) {
    let (kind, what) = match rule.activity.value {
        Activity::Events => (WORDS.activities.kind_events, WORDS.activities.of_events),
        Activity::Teaching => (WORDS.activities.kind_teaching, WORDS.activities.of_teaching),
        Activity::CourseWork => (
            WORDS.activities.kind_course_work,
            WORDS.activities.of_course_work,
        ),
    };
    let worth = match &rule.worth {
        Some(Cited {
            value: [first, smallest],
            ..
        }) => fill(
            WORDS.activities.worth,
            &[
                &ceus(first.ceus),
                &first.minutes.to_string(),
                &ceus(smallest.ceus),
                &smallest.minutes.to_string(),
            ],
        ),
        None => WORDS.activities.worth_not_found.to_owned(),
    };
    (kind, [what, &worth].join(" "))
}
