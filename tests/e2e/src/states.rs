//! The states in which a reader can meet the widget. Checks and pictures go through all of them.
//!
//! A further state is one more row of [`STATES`], with the function that brings a widget into it.

use std::pin::Pin;

use crate::reader::{Activity, BEGINNER};
use crate::session::Session;
use crate::widget::Widget;

/// The day on which all states are met.
const TODAY: &str = "2026-11-23";

/// A state of the widget, and how to get there.
pub struct State {
    /// Its name, as a part of a file's name.
    pub name: &'static str,
    reach: for<'s> fn(&'s Session, &'s str) -> Steps<'s>,
}

type Steps<'s> = Pin<Box<dyn Future<Output = Widget<'s>> + 's>>;

impl State {
    /// Opens the page, in a profile that has not seen it before, and brings its first widget into this state.
    pub async fn reach<'s>(&self, session: &'s Session, page: &'s str) -> Widget<'s> {
        session.pretend_today(TODAY);
        (self.reach)(session, page).await
    }
}

/// Every state, view by view.
pub const STATES: &[State] = &[
    State {
        name: "path-first-question",
        reach: |session, page| Box::pin(first_question(session, page)),
    },
    State {
        name: "path-answered",
        reach: |session, page| Box::pin(answered(session, page)),
    },
    State {
        name: "path-answer-missing",
        reach: |session, page| Box::pin(answer_missing(session, page)),
    },
    State {
        name: "path-result",
        reach: |session, page| Box::pin(result(session, page)),
    },
    State {
        name: "path-result-unfolded",
        reach: |session, page| Box::pin(result_unfolded(session, page)),
    },
    State {
        name: "path-all-held",
        reach: |session, page| Box::pin(all_held(session, page)),
    },
    State {
        name: "ceus-empty",
        reach: |session, page| Box::pin(calculator(session, page)),
    },
    State {
        name: "ceus-filled",
        reach: |session, page| Box::pin(calculator_filled(session, page)),
    },
    State {
        name: "log-empty",
        reach: |session, page| Box::pin(log(session, page)),
    },
    State {
        name: "log-filled",
        reach: |session, page| Box::pin(log_filled(session, page)),
    },
    State {
        name: "log-complete",
        reach: |session, page| Box::pin(log_complete(session, page)),
    },
    State {
        name: "log-period",
        reach: |session, page| Box::pin(log_period(session, page)),
    },
    State {
        name: "log-form",
        reach: |session, page| Box::pin(form(session, page)),
    },
    State {
        name: "log-form-faults",
        reach: |session, page| Box::pin(form_faults(session, page)),
    },
    State {
        name: "log-undo",
        reach: |session, page| Box::pin(undo(session, page)),
    },
    State {
        name: "log-storage-blocked",
        reach: |session, page| Box::pin(storage_blocked(session, page)),
    },
];

const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers 25 and 59",
    date: "2026-10-05",
    aapc: "1.5",
    ahima: "",
};
const MEETING: Activity<'_> = Activity {
    title: "Chapter meeting",
    date: "2026-11-22",
    aapc: "1",
    ahima: "0.75",
};
const CONFERENCE: Activity<'_> = Activity {
    title: "Regional conference, both days, with the workshops on outpatient facility coding",
    date: "2026-06-12",
    aapc: "36",
    ahima: "20",
};

async fn first_question<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.find(".quiz").await;
    widget
}

async fn answered<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.answer_all(&BEGINNER[..1]).await;
    let (question, answer) = BEGINNER[1];
    widget.headed(question).await;
    widget.mark(answer).await;
    widget.find("input:checked").await;
    widget
}

async fn answer_missing<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.press("Next").await;
    widget.find("#question-fault:not(:empty)").await;
    widget
}

async fn result<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.answer_all(&BEGINNER).await;
    widget.headed("CPC").await;
    widget
}

async fn result_unfolded<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = result(session, page).await;
    widget.unfold("Sources").await;
    widget.find(".sources[open]").await;
    widget
}

async fn all_held<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.answer(BEGINNER[0].0, "All three").await;
    widget.headed("You hold all three").await;
    widget
}

async fn calculator<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("How many CEUs?").await;
    widget
}

async fn calculator_filled<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = calculator(session, page).await;
    widget.mark("What I hold").await;
    for credential in ["CPC", "CPC-H (now COC)", "CCS"] {
        widget.tick(credential, true).await;
    }
    widget.total("aapc", "48").await;
    widget.total("ahima", "20").await;
    widget
}

async fn log<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("My CEU log").await;
    widget
}

/// The log of somebody who holds the CPC and the CCS, with nothing in it.
async fn log_of_holder<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = calculator(session, page).await;
    widget.mark("What I hold").await;
    widget.tick("CPC", true).await;
    widget.tick("CCS", true).await;
    widget.open("My CEU log").await;
    widget
}

async fn log_filled<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_of_holder(session, page).await;
    widget.add(&WEBINAR).await;
    widget.add(&MEETING).await;
    widget.total("aapc", "2.5 of 36 CEUs").await;
    widget
}

async fn log_complete<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_of_holder(session, page).await;
    widget.add(&CONFERENCE).await;
    widget.total("aapc", "36 of 36 CEUs").await;
    widget.total("ahima", "20 of 20 CEUs").await;
    widget
}

async fn log_period<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.hold(&["CPC"]).await;
    let due = widget.field("My AAPC CEUs are due on").await;
    due.fill("2027-01-31").await;
    widget.shows("31 January 2027").await;
    widget
        .field("My AAPC tracker asks for")
        .await
        .fill("forty")
        .await;
    session.press("Tab").await;
    widget.find("#aapc-tracker-fault:not(:empty)").await;
    widget
}

async fn form<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.press("Add an activity").await;
    widget.type_activity(&MEETING).await;
    widget
}

async fn form_faults<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log(session, page).await;
    widget.press("Add an activity").await;
    let wrong = Activity {
        title: "",
        date: "2031-01-01",
        aapc: "many",
        ahima: "1.255",
    };
    widget.type_activity(&wrong).await;
    widget.press("Save").await;
    widget.find("#title-fault:not(:empty)").await;
    widget
}

async fn undo<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = log_filled(session, page).await;
    widget.press(&format!("Delete: {}", WEBINAR.title)).await;
    widget.find("#undo").await;
    widget
}

async fn storage_blocked<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let script = "
        Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
        });";
    session.server().before_page_scripts(script);
    let widget = log(session, page).await;
    widget.find(".keeping .warning").await;
    widget
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::STATES;

    #[test]
    fn each_state_has_a_name_of_its_own_that_a_file_can_have() {
        let names: BTreeSet<&str> = STATES.iter().map(|state| state.name).collect();
        assert_eq!(names.len(), STATES.len(), "{names:?}");
        for name in names {
            let is_plain = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(is_plain, "{name}");
        }
    }
}
