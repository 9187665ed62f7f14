//! The kinds of activity that the article names, and what AAPC grants for them.

use super::Ceus;
use super::mechanics as m;
use super::source::{
    self, Cited,
    Evidence::{Inferred, Official},
    Source,
};

/// A kind of activity that the article names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Attending events that AAPC approved.
    Events,
    /// Teaching at a post-secondary school, approved beforehand.
    Teaching,
    /// Completing post-secondary course work.
    CourseWork,
}

/// What is granted for a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Minutes.
    pub minutes: u32,
    /// What they are worth.
    pub ceus: Ceus,
}

/// What is known of a kind of activity.
#[derive(Debug, PartialEq, Eq)]
pub struct ActivityRule {
    /// Which kind.
    pub activity: Cited<Activity>,
    /// What it is worth, the smallest step last; `None` where no rule was found, so that nothing can be computed.
    pub worth: Option<Cited<[Grant; 2]>>,
}

impl ActivityRule {
    /// The pages behind it.
    ///
    /// ```
    /// use coderpath::rules::{ACTIVITIES, source};
    /// assert!(ACTIVITIES[0].pages().contains(&source::COURSE_FAQ));
    /// ```
    pub fn pages(&self) -> Vec<&'static Source> {
        [
            self.activity.sources,
            self.worth.map_or(&[], |worth| worth.sources),
        ]
        .concat()
    }
}

/// The three kinds, in the article's order.
pub static ACTIVITIES: [ActivityRule; 3] = [
    ActivityRule {
        activity: Cited {
            value: Activity::Events,
            evidence: Official,
            sources: &[
                source::AAPC_CEU_HELP_LATER,
                source::AAPC_MAINTAIN,
                source::AAPC_CEU_POLICIES,
            ],
        },
        worth: Some(Cited {
            value: [
                Grant {
                    minutes: m::AAPC_MINUTES_PER_CEU.value,
                    ceus: Ceus::whole(1),
                },
                Grant {
                    minutes: m::AAPC_MINUTES_PER_CEU
                        .value
                        .saturating_mul(m::AAPC_SMALLEST_STEP.value.in_hundredths())
                        / Ceus::whole(1).in_hundredths(),
                    ceus: m::AAPC_SMALLEST_STEP.value,
                },
            ],
            evidence: m::AAPC_SMALLEST_STEP.evidence,
            sources: m::AAPC_SMALLEST_STEP.sources,
        }),
    },
    ActivityRule {
        activity: Cited {
            value: Activity::Teaching,
            evidence: Official,
            sources: &[source::AAPC_VENDOR_FAQ],
        },
        worth: None,
    },
    ActivityRule {
        activity: Cited {
            value: Activity::CourseWork,
            evidence: Inferred,
            sources: &[source::AAPC_SUBMIT, source::AAPC_VENDOR_FAQ],
        },
        worth: None,
    },
];
