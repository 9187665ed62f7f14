//! A coder reads where they stand with each body, tells when their periods run, and does what the log says is next.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::time::Instant;

use e2e::{Activity, Media, STATES, Session, Widget, run, run_in_chromium};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-23";

/// The line under which the log asks what is held.
const HELD: &str = "What I hold, and my two-year period";

/// The line under which all that explains an account is folded.
const DETAILS: &str = "In detail: each activity, the dates, what to enter, what if";

const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers 25 and 59",
    date: "2026-10-05",
    aapc: "1.5",
    ahima: "",
};

/// The log of somebody who has none yet, on 23 November 2026.
async fn new_log(session: &Session) -> Widget<'_> {
    session.pretend_today(TODAY);
    let widget = session.read("/").await;
    widget.open("My CEU log").await;
    widget
}

/// The log of one who holds a CPC, a CPMA and a CCS, as checks and pictures see it too.
async fn auditor<'s>(session: &'s Session, page: &'s str) -> Widget<'s> {
    let state = STATES.iter().find(|state| state.name == "log-account");
    let state = state.unwrap_or_else(|| panic!("there is no such state"));
    state.reach(session, page).await
}

/// The same, with all that explains either account unfolded.
async fn auditor_in_detail<'s>(session: &'s Session, page: &'s str) -> Widget<'s> {
    let widget = auditor(session, page).await;
    for body in ["aapc", "ahima"] {
        unfold(&widget, body, DETAILS).await;
    }
    widget
}

/// Unfolds a line of one body's card.
async fn unfold(widget: &Widget<'_>, body: &str, line: &str) {
    let summary = format!("[data-body={body}] summary");
    let line = widget.find_worded(&summary, line).await;
    let is_open = "return arguments[0].parentElement.open;";
    if line.execute(is_open, Value::Null).await != true {
        line.click().await;
    }
}

/// Waits until the focus is on this.
async fn focus_is_on(session: &Session, widget: &Widget<'_>, css: &str) {
    let part = widget.find(css).await;
    session
        .wait_until(&format!("the focus is on {css}"), async || {
            part.is_focused().await
        })
        .await;
}

/// What stands under this line of a body's card, as a reader sees it.
async fn told_under(widget: &Widget<'_>, body: &str, line: &str) -> String {
    unfold(widget, body, line).await;
    let summary = format!("[data-body={body}] summary");
    let summary = widget.find_worded(&summary, line).await;
    let inside = "return arguments[0].parentElement.innerText.replace(/\\s+/g, ' ').trim();";
    let inside = summary.execute(inside, Value::Null).await;
    inside.as_str().unwrap_or_default().to_owned()
}

/// Each of these stands under the line.
async fn tells(widget: &Widget<'_>, body: &str, line: &str, parts: &[&str]) {
    let told = told_under(widget, body, line).await;
    for part in parts {
        assert!(told.contains(part), "“{part}” is not told in: {told}");
    }
}

#[test]
fn each_body_has_what_is_asked_what_counts_what_is_missing_of_which_sort_and_by_when() {
    run(async |session| {
        let widget = auditor(session, "/").await;
        widget.say(".account h3", &["AAPC", "AHIMA"]).await;
        widget.total("aapc", "24.75 of 48 CEUs").await;
        widget.total("ahima", "11 of 20 CEUs").await;
        widget
            .shows(
                "23.25 to go by January 31, 2027. Of these, at least 17.5 specific to CPMA. \
                 About 12 CEUs a month from now on will do.",
            )
            .await;
        widget
            .shows(
                "10 to go by June 14, 2027. Of these, at least 10 in HIIM domains and 2 from AHIMA, HCPro or a \
                 component association. At 4 CEUs a month, beginning on March 15, 2027 is early enough.",
            )
            .await;
        // The parts of the totals have bars of their own, as long as their figures say.
        widget
            .say(
                "[data-body=aapc] .minimum",
                &["Specific to CPMA 6.5 of 24 CEUs"],
            )
            .await;
        widget
            .say(
                "[data-body=ahima] .minimum",
                &[
                    "In HIIM domains 6 of 16 CEUs",
                    "From AHIMA, HCPro or a component association 6 of 8 CEUs",
                ],
            )
            .await;
        let bars = "
            const { shadowRoot } = document.querySelector('coder-path');
            return [...shadowRoot.querySelectorAll('.account progress')].map((bar) => [bar.value, bar.max]);";
        assert_eq!(
            session.execute(bars, &[]).await,
            json!([
                [2475, 4800],
                [650, 2400],
                [1100, 2000],
                [600, 1600],
                [600, 800]
            ])
        );
        // All the rest waits until it is asked for.
        assert_eq!(widget.count(".account .details > *").await, 0);
    });
}

#[test]
fn what_does_not_count_says_why_and_with_what_counts_it_adds_up_to_what_is_done() {
    run(async |session| {
        let widget = auditor_in_detail(session, "/").await;
        tells(
            &widget,
            "aapc",
            "What this period asks: 48 CEUs",
            &[
                "AAPC asks 48 CEUs every two years for two certifications, by the article’s table",
                "At least 24 of them specific to CPMA. We count for that what was completed since March 1, 2026, when you earned it.",
                "We found nothing on how a credential that is earned in the middle of a period counts. We ask for it in full.",
            ],
        )
        .await;
        tells(
            &widget,
            "aapc",
            "Still missing: 23.25 CEUs",
            &[
                "23.25 of the total: 24.75 of 48 are there.",
                "17.5 specific to CPMA: 6.5 of 24 are there.",
                "So 23.25 more, well chosen, complete all of it. All of it by January 31, 2027.",
            ],
        )
        .await;
        tells(
            &widget,
            "aapc",
            "What does not count: 17 CEUs",
            &[
                "An activity with the same index number is in this log already, and each counts once, however often it is taken.",
                "August 20, 2026 · Regional conference, again: 12 of 12 CEUs",
                "Rule: Repeats",
                "Teaching counts only if it was approved in advance, and no approval is noted. If there was an approval, note it in the activity.",
                "September 30, 2026 · A term of medical terminology: 5 of 5 CEUs",
                "9 CEUs for the period February 1, 2023 to January 31, 2025.",
                "24.75 count + 17 do not + 9 are of other periods = 50.75 done.",
            ],
        )
        .await;
        tells(
            &widget,
            "ahima",
            "What does not count: 2 CEUs",
            &[
                "In no HIIM domain. At least 80% of the total must be in one, and what that leaves for others is full.",
                "May 12, 2026 · Auditing operative reports: 2 of 6 CEUs",
                "11 count + 2 do not + 0 are of other periods = 13 done.",
            ],
        )
        .await;
        // Line by line, what counts is the sum above.
        unfold(&widget, "aapc", "Line by line: 9 activities").await;
        let counted = "
            const { shadowRoot } = document.querySelector('coder-path');
            const seen = (e) => e.checkVisibility();
            const cells = [...shadowRoot.querySelectorAll('[data-body=aapc] td:nth-of-type(2)')].filter(seen);
            return cells.map((cell) => Number(cell.textContent));";
        assert_eq!(
            session.execute(counted, &[]).await,
            json!([12, 4, 6.5, 1.25, 1, 0, 0, 8, 14])
        );
    });
}

#[test]
fn what_is_planned_what_to_look_at_and_what_an_audit_would_miss_stand_in_each_account() {
    run(async |session| {
        let widget = auditor_in_detail(session, "/").await;
        tells(
            &widget,
            "aapc",
            "With what is planned: 46.75 of 48 CEUs",
            &[
                "Planned: 2 activities, with 22 CEUs.",
                "Specific to CPMA 14.5 of 24 CEUs",
                "With them, 9.5 CEUs would still be missing.",
            ],
        )
        .await;
        tells(
            &widget,
            "aapc",
            "To look at: 3 activities",
            &[
                "February 3, 2026 · Auditing evaluation and management: It is noted as approved for a credential that you earned later",
                "June 9, 2026 · Chapter meeting: AAPC grants CEUs in steps of 0.5 CEUs",
                "July 14, 2026 · Chapter meeting: It has the same title and sponsor as the activity of June 9, 2026",
            ],
        )
        .await;
        tells(
            &widget,
            "aapc",
            "If you were audited today: something is lacking in 3 activities",
            &[
                "No index number: 2 activities, with 2.25 CEUs.",
                "No certificate on file: 3 activities, with 8.75 CEUs.",
                "25% of submissions are picked at random to be verified.",
            ],
        )
        .await;
        tells(
            &widget,
            "aapc",
            "Dates: due on January 31, 2027",
            &[
                "You can submit from December 31, 2026",
                "CEUs are due by midnight on January 31, 2027",
            ],
        )
        .await;
        tells(
            &widget,
            "ahima",
            "To look at: 2 activities",
            &[
                "May 12, 2026 · Auditing operative reports: Who gave it is not noted",
                "June 9, 2026 · Chapter meeting: Its domain is not noted",
            ],
        )
        .await;
        tells(
            &widget,
            "ahima",
            "If you were audited today: something is lacking in 2 activities",
            &["No certificate on file: 2 activities, with 5 CEUs."],
        )
        .await;
    });
}

/// What the profile asks, from the top.
const ASKED: &str = ".period .fields label";

#[test]
fn the_log_is_of_use_before_anything_is_told_and_asks_only_about_what_is_held() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        widget.total("aapc", "1.5 CEUs").await;
        widget
            .shows("Say which credentials of AAPC you hold, and the number that you need appears here.")
            .await;

        let aapc = [
            "My AAPC membership is renewed in",
            "My AAPC CEUs are due on",
            "My AAPC tracker asks for",
            "Count for AAPC by",
            "Specialties that need CEUs of their own",
        ];
        let ahima = ["My AHIMA cycle began on", "My AHIMA CEU Center asks for"];
        widget.unfold(HELD).await;
        widget.say(ASKED, &[&aapc[..], &ahima[..]].concat()).await;
        widget.tick("CPC", true).await;
        widget
            .say(ASKED, &[&["CPC since"][..], &aapc[..]].concat())
            .await;
        widget.tick("CCS", true).await;
        let both = ["CPC since", "CCS since"];
        widget
            .say(ASKED, &[&both[..], &aapc[..], &ahima[..]].concat())
            .await;
        widget.total("aapc", "1.5 of 36 CEUs").await;
        widget.total("ahima", "0 of 20 CEUs").await;
    });
}

#[test]
fn the_month_is_enough_the_exact_day_wins_over_it_and_either_can_be_taken_back() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        widget.hold(&["CPC"]).await;
        widget
            .shows("34.5 to go. Give the day on which your CEUs are due.")
            .await;
        // Odd months are due in odd years.
        let month = widget.field("My AAPC membership is renewed in").await;
        month.choose("January").await;
        widget.shows("34.5 to go by January 31, 2027.").await;
        widget.shows("February 1, 2025 to January 31, 2027").await;
        month.choose("February").await;
        widget.shows("34.5 to go by February 29, 2028.").await;
        month.choose("January").await;

        let due = widget.field("My AAPC CEUs are due on").await;
        due.fill("2027-02-15").await;
        widget.shows("34.5 to go by February 15, 2027.").await;
        let check = async |widget: Widget<'_>| {
            widget.shows("34.5 to go by February 15, 2027.").await;
            widget.unfold(HELD).await;
            assert_eq!(widget.value_of("#aapc-month").await, "1");
            assert_eq!(widget.value_of("#aapc-due").await, "2027-02-15");
        };
        check(widget).await;
        let widget = session.reload_log().await;
        check(widget).await;

        let due = widget.field("My AAPC CEUs are due on").await;
        due.fill("").await;
        widget.shows("34.5 to go by January 31, 2027.").await;
        let month = widget.field("My AAPC membership is renewed in").await;
        month.choose("I do not know yet").await;
        widget
            .shows("34.5 to go. Give the day on which your CEUs are due.")
            .await;
        let widget = session.reload_log().await;
        widget
            .shows("34.5 to go. Give the day on which your CEUs are due.")
            .await;
    });
}

#[test]
fn a_first_period_is_shorter_and_the_trackers_number_wins_and_is_explained() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        widget.hold(&["CPC"]).await;
        let month = widget.field("My AAPC membership is renewed in").await;
        month.choose("January").await;
        widget.total("aapc", "1.5 of 36 CEUs").await;
        widget.field("CPC since").await.fill("2025-08-01").await;
        widget.total("aapc", "1.5 of 27 CEUs").await;
        unfold(&widget, "aapc", DETAILS).await;
        tells(
            &widget,
            "aapc",
            "Why 27 and not 36",
            &["The first period is shorter: 36 × 18 months ÷ 24 = 27."],
        )
        .await;

        let tracker = widget.field("My AAPC tracker asks for").await;
        tracker.fill("27").await;
        session.press("Tab").await;
        widget
            .say("[data-body=aapc] > .fine", &["Your tracker’s number."])
            .await;
        tells(
            &widget,
            "aapc",
            "Why 27 and not 36",
            &["Your AAPC tracker asks 27 CEUs, and its number wins. The rules give the same."],
        )
        .await;

        // Without the day of the certification the rules give another number, and the difference is made out.
        widget.field("CPC since").await.fill("").await;
        let check = async |widget: Widget<'_>| {
            widget.total("aapc", "1.5 of 27 CEUs").await;
            widget
                .say(
                    "[data-body=aapc] > .fine",
                    &["Your tracker’s number. By the rules it would be 36."],
                )
                .await;
            unfold(&widget, "aapc", DETAILS).await;
            tells(
                &widget,
                "aapc",
                "Why 27 and not 36",
                &[
                    "Your AAPC tracker asks 27 CEUs, and its number wins. The rules give 36.",
                    "It is what a first period of 18 months asks: 36 × 18 months ÷ 24 = 27.",
                ],
            )
            .await;
        };
        check(widget).await;
        let widget = session.reload_log().await;
        check(widget).await;

        widget.unfold(HELD).await;
        let tracker = widget.field("My AAPC tracker asks for").await;
        assert_eq!(tracker.value().await, "27");
        tracker.fill("").await;
        session.press("Tab").await;
        widget.total("aapc", "1.5 of 36 CEUs").await;
        widget.lacks("[data-body=aapc] > .fine").await;
    });
}

#[test]
fn a_specialty_asks_for_ceus_of_its_own_by_the_table_in_use() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC", "CPC-H (now COC)"]).await;
        let specialties = widget
            .field("Specialties that need CEUs of their own")
            .await;
        specialties.fill("cedc").await;
        session.press("Tab").await;
        widget
            .say(".minimum", &["Specific to CEDC 0 of 16 CEUs"])
            .await;
        assert_eq!(specialties.value().await, "CEDC");
        widget
            .shows("48 to go. Of these, at least 16 specific to CEDC.")
            .await;

        widget.open("How many CEUs?").await;
        widget.mark("What I hold").await;
        widget.press("Count by the later table (40)").await;
        widget.open("My CEU log").await;
        widget
            .say(".minimum", &["Specific to CEDC 0 of 8 CEUs"])
            .await;
        let widget = session.reload_log().await;
        widget
            .say(".minimum", &["Specific to CEDC 0 of 8 CEUs"])
            .await;

        widget.unfold(HELD).await;
        let specialties = widget
            .field("Specialties that need CEUs of their own")
            .await;
        assert_eq!(specialties.value().await, "CEDC");
        specialties.fill("").await;
        session.press("Tab").await;
        widget.lacks(".minimum").await;
    });
}

#[test]
fn ahimas_cycle_runs_from_the_first_exam_unless_its_start_is_told() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CCS"]).await;
        widget
            .shows("20 to go. Of these, at least 16 in HIIM domains")
            .await;
        widget
            .shows("Give the day on which your AHIMA cycle began.")
            .await;
        widget.field("CCS since").await.fill("2025-06-15").await;
        widget.shows("20 to go by June 14, 2027.").await;
        widget
            .field("My AHIMA cycle began on")
            .await
            .fill("2025-01-01")
            .await;
        widget.shows("20 to go by December 31, 2026.").await;
        let center = widget.field("My AHIMA CEU Center asks for").await;
        center.fill("30").await;
        session.press("Tab").await;
        let check = async |widget: Widget<'_>| {
            widget.total("ahima", "0 of 30 CEUs").await;
            widget.shows("30 to go by December 31, 2026.").await;
            widget
                .shows("Your CEU Center’s number. By the rules it would be 20.")
                .await;
        };
        check(widget).await;
        let widget = session.reload_log().await;
        check(widget).await;

        widget.unfold(HELD).await;
        assert_eq!(widget.value_of("#since-CCS").await, "2025-06-15");
        let start = widget.field("My AHIMA cycle began on").await;
        assert_eq!(start.value().await, "2025-01-01");
        start.fill("").await;
        widget.shows("30 to go by June 14, 2027.").await;
    });
}

#[test]
fn a_day_that_cannot_be_is_told_once_its_field_is_left_and_the_one_before_is_kept() {
    // Which keys a date field wants is the engine's own affair.
    run_in_chromium(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC"]).await;
        let month = widget.field("My AAPC membership is renewed in").await;
        month.choose("January").await;
        let since = widget.field("CPC since").await;
        let leave = async || {
            since.execute("arguments[0].focus();", Value::Null).await;
            session.press("Shift+Tab").await;
        };
        since.execute("arguments[0].focus();", Value::Null).await;
        session.type_text("02312025").await;
        assert_eq!(
            widget.count("#since-CPC-fault").await,
            0,
            "while it is typed"
        );
        for _ in 0..3 {
            session.press("Shift+Tab").await;
        }
        widget
            .says(
                "#since-CPC-fault",
                "There is no such day. Check the day and the month. What was there before is kept.",
            )
            .await;
        widget.total("aapc", "0 of 36 CEUs").await;

        since.fill("2025-08-01").await;
        widget.total("aapc", "0 of 27 CEUs").await;
        assert_eq!(widget.count("#since-CPC-fault").await, 0);
        leave().await;
        since.fill("0025-08-01").await;
        assert_eq!(widget.count("#since-CPC-fault").await, 0);
        leave().await;
        widget
            .says(
                "#since-CPC-fault",
                "Check the year: it should be between 1990 and 2100. What was there before is kept.",
            )
            .await;
        assert_eq!(since.value().await, "0025-08-01");
        widget.total("aapc", "0 of 27 CEUs").await;
        let widget = session.reload_log().await;
        widget.total("aapc", "0 of 27 CEUs").await;
        widget.unfold(HELD).await;
        assert_eq!(widget.value_of("#since-CPC").await, "2025-08-01");
    });
}

#[test]
fn a_further_credential_shifts_no_field_and_takes_nothing_that_is_being_typed() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC", "CPMA"]).await;
        // Something that cannot be read stays in its field, so it must stay in the same one.
        let tracker = widget.field("My AAPC tracker asks for").await;
        tracker.fill("forty").await;
        session.press("Tab").await;
        widget.find("#aapc-tracker-fault:not(:empty)").await;
        widget.field("CPMA since").await.fill("2026-03-01").await;
        let specialties = widget
            .field("Specialties that need CEUs of their own")
            .await;
        for part in [&tracker, &specialties] {
            part.execute("arguments[0].stays = true;", Value::Null)
                .await;
        }
        // Each letter is told to the widget, which draws everything anew: the focus stays where it is.
        specialties
            .execute("arguments[0].focus();", Value::Null)
            .await;
        for letter in ["c", "e", "d", "c"] {
            session.type_text(letter).await;
            assert!(specialties.is_focused().await, "after {letter}");
        }
        assert_eq!(specialties.value().await, "cedc");

        // The field is left first: where what is told of it moves the page, a press may miss its box.
        session.press("Tab").await;
        widget.shows("Specific to CEDC").await;
        widget.tick("CCS", true).await;
        widget.tick("CPC-H (now COC)", true).await;
        widget.find("#since-COC").await;
        let stays = "return arguments[0].isConnected && arguments[0].stays;";
        for part in [&tracker, &specialties] {
            assert_eq!(part.execute(stays, Value::Null).await, true);
        }
        for (field, value) in [
            ("#aapc-tracker", "forty"),
            ("#specialties", "CEDC"),
            ("#since-CPMA", "2026-03-01"),
            ("#since-COC", ""),
            ("#since-CCS", ""),
        ] {
            assert_eq!(widget.value_of(field).await, value, "{field}");
        }
        // A slip of the mouse costs nothing either.
        widget.tick("CPMA", false).await;
        widget.tick("CPMA", true).await;
        assert_eq!(widget.value_of("#since-CPMA").await, "2026-03-01");
    });
}

#[test]
fn the_periods_before_and_after_are_looked_at_with_the_focus_on_the_card() {
    run(async |session| {
        let widget = auditor(session, "/").await;
        let card = "#account-aapc";
        widget.press("AAPC: The next period").await;
        widget.total("aapc", "0 of 48 CEUs").await;
        widget
            .shows("This period begins on February 1, 2027.")
            .await;
        focus_is_on(session, &widget, card).await;

        widget.press("AAPC: The current period").await;
        widget.total("aapc", "24.75 of 48 CEUs").await;
        focus_is_on(session, &widget, card).await;
        assert_eq!(
            widget
                .count("[aria-label='AAPC: The current period']")
                .await,
            0
        );

        // The CPMA was not held then.
        widget.press("AAPC: The previous period").await;
        widget.total("aapc", "9 of 36 CEUs").await;
        widget
            .shows("This period ended on January 31, 2025, and this log is 27 CEUs short of what it asked.")
            .await;
        focus_is_on(session, &widget, card).await;
        // The other body is looked at by itself.
        widget.total("ahima", "11 of 20 CEUs").await;
        // What is looked at is not kept: who comes back wants to know where they stand now.
        let widget = session.reload_log().await;
        widget.total("aapc", "24.75 of 48 CEUs").await;
    });
}

#[test]
fn the_last_period_is_asked_about_in_the_new_one_until_it_is_submitted() {
    run(async |session| {
        let widget = auditor(session, "/").await;
        widget.total("aapc", "24.75 of 48 CEUs").await;
        session.pretend_today("2027-02-01");
        let widget = session.reload_log().await;
        let asked = "The previous period ended on January 31, 2027, and this log is 23.25 CEUs short of what it asked. Have you submitted it?";
        widget.shows(asked).await;
        // Its days to come are in the calendar file, before those of the new period.
        unfold(&widget, "aapc", DETAILS).await;
        let link = widget.find("[data-body=aapc] .calendar a").await;
        let file = link.execute("return decodeURIComponent(arguments[0].href);", Value::Null);
        let file = file.await;
        let file = file.as_str().unwrap_or_default();
        for day in ["aapc-2027-notice@", "aapc-2027-revoked@", "aapc-2029-due@"] {
            assert!(file.contains(day), "{day} in {file}");
        }
        widget.press("Look at the previous period").await;
        widget.total("aapc", "24.75 of 48 CEUs").await;
        focus_is_on(session, &widget, "#account-aapc").await;
        // There it says so itself, and once it is submitted there is nothing to ask.
        assert_eq!(widget.count(".before.note > *").await, 0);
        unfold(&widget, "aapc", DETAILS).await;
        widget.press("I have submitted this period to AAPC").await;
        widget.press("AAPC: The current period").await;
        widget.total("aapc", "0 of 48 CEUs").await;
        assert_eq!(widget.count(".before.note > *").await, 0);
    });
}

#[test]
fn ceus_of_the_renewal_month_move_to_the_period_that_is_chosen_for_them() {
    run(async |session| {
        session.pretend_today("2027-01-25");
        let holder = json!({
            "held": ["CPC"],
            "since": { "CPC": "2020-02-29" },
            "aapc_due": "2027-01-31",
        });
        let activities = [
            json!({ "date": "2026-03-03", "title": "Coding days", "index_number": "1", "aapc": { "ceus": "30" } }),
            json!({ "date": "2027-01-10", "title": "New Year update", "index_number": "2", "aapc": { "ceus": "6" } }),
            json!({ "date": "2027-01-12", "title": "Chapter meeting", "index_number": "3", "aapc": { "ceus": "4" } }),
        ];
        let widget = session.log_of("/", &holder, &activities).await;
        let counts = async |widget: &Widget<'_>, now: &str, next: &str| {
            widget.total("aapc", now).await;
            widget.press("AAPC: The next period").await;
            widget.total("aapc", next).await;
            widget.press("AAPC: The current period").await;
            widget.total("aapc", now).await;
        };
        // What this period needs is counted here, and the rest in the next.
        counts(&widget, "36 of 36 CEUs", "4 of 36 CEUs").await;

        let choose = async |widget: &Widget<'_>, period: &str| {
            widget.press("Change: New Year update").await;
            let pin = widget.field("It counts in").await;
            pin.choose(period).await;
            widget.press("Save").await;
            widget.lacks(".entry-form").await;
        };
        choose(&widget, "The period to January 31, 2029").await;
        counts(&widget, "34 of 36 CEUs", "6 of 36 CEUs").await;
        let widget = session.reload_log().await;
        counts(&widget, "34 of 36 CEUs", "6 of 36 CEUs").await;
        choose(&widget, "Where it helps more").await;
        counts(&widget, "36 of 36 CEUs", "4 of 36 CEUs").await;
        choose(&widget, "The period to January 31, 2027").await;
        counts(&widget, "36 of 36 CEUs", "4 of 36 CEUs").await;
        widget.press("Change: New Year update").await;
        let pin = widget.field("It counts in").await;
        assert_eq!(pin.value().await, "2027-01-31");
        widget.press("Cancel").await;
        widget.lacks(".entry-form").await;

        // Nothing is to be chosen where a day is in one period only.
        widget.press("Change: Coding days").await;
        widget.find(".entry-form").await;
        assert_eq!(widget.count("#pin-due-aapc").await, 0);
    });
}

#[test]
fn a_choice_that_no_longer_fits_is_taken_back_and_the_focus_stays_on_its_field() {
    run(async |session| {
        session.pretend_today(TODAY);
        let holder = json!({ "held": ["CPC"], "aapc_due": "2027-01-31" });
        // The day was in the renewal month once, and it was approved for a specialty.
        let activity = json!({ "date": "2026-03-03", "title": "Audits", "index_number": "1",
            "aapc": { "ceus": "4", "pin_due": "2029-01-31", "pin_credential": "CPMA" } });
        let widget = session.log_of("/", &holder, &[activity]).await;
        widget.press("Change: Audits").await;
        let free = async |label: &str, free: &str, before: &str| {
            let pin = widget.field(label).await;
            pin.execute("arguments[0].focus();", Value::Null).await;
            for choice in [free, before, free] {
                pin.choose(choice).await;
                assert!(pin.is_focused().await, "after {choice}");
            }
        };
        free(
            "It counts in",
            "Where it helps more",
            "The period to January 31, 2029",
        )
        .await;
        free("It counts towards", "What needs it most", "CPMA").await;
        widget.press("Save").await;
        widget.lacks(".entry-form").await;
        widget.total("aapc", "4 of 36 CEUs").await;
        widget.press("Change: Audits").await;
        widget.find(".entry-form").await;
        assert_eq!(widget.count("#pin-due-aapc, #pin-credential").await, 0);
    });
}

#[test]
fn an_activity_counts_towards_what_is_chosen_for_it() {
    run(async |session| {
        session.pretend_today(TODAY);
        let holder = json!({
            "held": ["CPC", "CPMA"],
            "since": { "CPC": "2020-02-29", "CPMA": "2020-02-29" },
            "aapc_due": "2027-01-31",
        });
        let activity = json!({ "date": "2026-03-03", "title": "Audits", "index_number": "1",
            "aapc": { "ceus": "4", "for": ["core", "CPMA"] } });
        let widget = session.log_of("/", &holder, &[activity]).await;
        widget
            .say(".minimum", &["Specific to CPMA 4 of 24 CEUs"])
            .await;
        for (chosen, minimum) in [
            ("The core only", "Specific to CPMA 0 of 24 CEUs"),
            ("CPMA", "Specific to CPMA 4 of 24 CEUs"),
            ("The core only", "Specific to CPMA 0 of 24 CEUs"),
            ("What needs it most", "Specific to CPMA 4 of 24 CEUs"),
        ] {
            widget.press("Change: Audits").await;
            widget.field("It counts towards").await.choose(chosen).await;
            widget.press("Save").await;
            widget.lacks(".entry-form").await;
            widget.say(".minimum", &[minimum]).await;
            widget.total("aapc", "4 of 48 CEUs").await;
            session.reload_log().await;
            widget.say(".minimum", &[minimum]).await;
        }
    });
}

#[test]
fn a_period_is_marked_as_submitted_on_a_day_that_can_be_changed_and_taken_back() {
    run(async |session| {
        let widget = auditor(session, "/").await;
        let submit = "I have submitted this period to AAPC";
        // Of a period that has not begun there is nothing to submit.
        widget.press("AAPC: The next period").await;
        unfold(&widget, "aapc", DETAILS).await;
        assert_eq!(widget.count(".submission *").await, 0);

        let before = async |widget: &Widget<'_>| {
            widget.press("AAPC: The previous period").await;
            widget.total("aapc", "9 of 36 CEUs").await;
            unfold(widget, "aapc", DETAILS).await;
        };
        widget.press("AAPC: The current period").await;
        before(&widget).await;
        widget.press(submit).await;
        widget.shows("Submitted on November 23, 2026.").await;
        focus_is_on(session, &widget, "#submitted-aapc").await;
        assert_eq!(widget.value_of("#submitted-aapc").await, TODAY);
        assert_eq!(widget.count(".submission button").await, 0);

        widget.field("Submitted on").await.fill("2025-01-20").await;
        widget
            .shows(
                "Submitted on January 20, 2025. This log is 27 CEUs short of what was asked, so something may not be \
                 written down yet. 25% of submissions are picked at random to be verified, so keep the certificates.",
            )
            .await;
        let widget = session.reload_log().await;
        before(&widget).await;
        widget.shows("Submitted on January 20, 2025.").await;
        // The present one is another.
        widget.press("AAPC: The current period").await;
        widget.shows("23.25 to go by January 31, 2027.").await;
        before(&widget).await;

        widget.field("Submitted on").await.fill("").await;
        widget.click("[data-body=aapc] h3").await;
        widget.button(submit).await;
        widget.shows("This period ended on January 31, 2025").await;
        let widget = session.reload_log().await;
        before(&widget).await;
        widget.button(submit).await;
    });
}

#[test]
fn that_a_period_is_submitted_is_offered_from_the_day_on_which_it_can_be() {
    run(async |session| {
        session.pretend_today("2026-12-30");
        let holder = json!({ "held": ["CPC", "CCS"], "since": { "CCS": "2025-06-15" }, "aapc_due": "2027-01-31" });
        let widget = session.log_of("/", &holder, &[]).await;
        unfold(&widget, "ahima", DETAILS).await;
        // No day is known from which AHIMA takes it.
        widget
            .say(
                ".submission button",
                &["I have reported this period to AHIMA"],
            )
            .await;
        unfold(&widget, "aapc", DETAILS).await;
        tells(
            &widget,
            "aapc",
            "Dates: due on January 31, 2027",
            &["You can submit from December 31, 2026"],
        )
        .await;
        assert_eq!(widget.count("[data-body=aapc] .submission *").await, 0);

        session.pretend_today("2026-12-31");
        let widget = session.reload_log().await;
        unfold(&widget, "aapc", DETAILS).await;
        widget.press("I have submitted this period to AAPC").await;
        widget.shows("Submitted on December 31, 2026.").await;
    });
}

#[test]
fn a_plan_that_another_table_changes_is_told_until_one_plans_anew() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC", "CPC-H (now COC)"]).await;
        widget.total("aapc", "0 of 48 CEUs").await;
        assert_eq!(widget.count(".plan *").await, 0);

        widget.open("How many CEUs?").await;
        widget.mark("What I hold").await;
        widget.press("Count by the later table (40)").await;
        widget.open("My CEU log").await;
        let check = async |widget: &Widget<'_>| {
            widget.total("aapc", "0 of 40 CEUs").await;
            widget
                .says(
                    ".plan p",
                    "48 became 40, because AAPC’s later table is used now instead of the article’s table.",
                )
                .await;
        };
        check(&widget).await;
        let widget = session.reload_log().await;
        check(&widget).await;

        widget.press("Plan with the new number").await;
        widget.lacks(".plan *").await;
        focus_is_on(session, &widget, "#account-aapc").await;
        let widget = session.reload_log().await;
        widget.total("aapc", "0 of 40 CEUs").await;
        assert_eq!(widget.count(".plan *").await, 0);
    });
}

const TO_ENTER: &str = "Auditing evaluation and management";

/// The same with its day, as its buttons are named.
const DATED: &str = "February 3, 2026 · Auditing evaluation and management";

/// That activity as AAPC's tracker asks for it.
const AS_ASKED: &str = "Index number: 20002\n\
                        Date: February 3, 2026\n\
                        Title: Auditing evaluation and management\n\
                        Sponsor: Local chapter\n\
                        CEUs: 4\n\
                        Apply to: core, CPMA\n\
                        Certificate: On file";

/// Pastes the clipboard into a field that is put on the page for it, and says what came.
async fn pasted(session: &Session) -> String {
    let put = "
        const field = document.createElement('textarea');
        field.id = 'paste-here';
        document.body.append(field);
        field.focus();";
    session.execute(put, &[]).await;
    session.press("Control+v").await;
    let read = "return document.getElementById('paste-here').value;";
    let read = async || session.execute(read, &[]).await;
    session
        .wait_until("something is pasted", async || read().await != "")
        .await;
    read().await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_is_not_in_the_tracker_yet_is_copied_as_it_is_asked_there_and_marked_as_entered() {
    run(async |session| {
        let widget = auditor_in_detail(session, "/").await;
        unfold(&widget, "aapc", "Enter in my AAPC tracker: 4 activities").await;
        // Only what counts and is done, in the order of the days.
        widget
            .say(
                "[data-body=aapc] .tracker label",
                &[
                    "February 3, 2026 · Auditing evaluation and management",
                    "May 12, 2026 · Auditing operative reports",
                    "June 9, 2026 · Chapter meeting",
                    "July 14, 2026 · Chapter meeting",
                ],
            )
            .await;
        let field = "[data-body=aapc] .tracker li:first-child textarea";
        assert_eq!(widget.value_of(field).await, AS_ASKED);

        widget.press(&format!("Copy: {DATED}")).await;
        widget
            .say(
                "[data-body=aapc] .tracker [role=status]:not(:empty)",
                &["Copied."],
            )
            .await;
        assert_eq!(pasted(session).await, AS_ASKED);

        widget.press(&format!("Mark as entered: {DATED}")).await;
        let left = "Enter in my AAPC tracker: 3 activities";
        widget.find_worded("#tracker-aapc", left).await;
        focus_is_on(session, &widget, "#tracker-aapc").await;
        widget
            .says(".notice", &format!("Marked as entered: {TO_ENTER}."))
            .await;
        assert_eq!(widget.count("[data-body=aapc] .tracker li").await, 3);

        let widget = session.reload_log().await;
        unfold(&widget, "aapc", DETAILS).await;
        widget.find_worded("#tracker-aapc", left).await;
        widget.press(&format!("Change: {TO_ENTER}")).await;
        for (tick, is_on) in [
            ("Entered in my AAPC tracker", true),
            ("AAPC certificate on file", true),
        ] {
            let tick_of = widget.field(tick).await;
            assert_eq!(tick_of.is_selected().await, is_on, "{tick}");
        }
    });
}

#[test]
fn an_activity_that_is_being_changed_is_not_marked_behind_its_form() {
    run(async |session| {
        let widget = auditor_in_detail(session, "/").await;
        unfold(&widget, "aapc", "Enter in my AAPC tracker: 4 activities").await;
        widget.press(&format!("Change: {TO_ENTER}")).await;
        widget.find("#title").await.fill("Half a tit").await;
        widget.press(&format!("Mark as entered: {DATED}")).await;
        widget
            .says(
                ".notice",
                "Save or cancel this activity first. What you typed is still here.",
            )
            .await;
        focus_is_on(session, &widget, "#title").await;
        assert_eq!(widget.value_of("#title").await, "Half a tit");
    });
}

#[test]
fn the_last_one_that_is_entered_leaves_a_list_that_says_so() {
    run(async |session| {
        session.pretend_today(TODAY);
        let holder = json!({ "held": ["CCS"], "since": { "CCS": "2025-06-15" } });
        let activity = json!({ "date": "2026-03-03", "title": "Risk", "ahima": { "ceus": "6",
            "domain": "health-law", "source": "external" } });
        let widget = session.log_of("/", &holder, &[activity]).await;
        unfold(&widget, "ahima", DETAILS).await;
        unfold(
            &widget,
            "ahima",
            "Enter in my AHIMA CEU Center: one activity",
        )
        .await;
        assert_eq!(
            widget.value_of(".tracker textarea").await,
            "Date: March 3, 2026\n\
             CEUs: 6\n\
             Title: Risk\n\
             AHIMA domain: Health law and compliance\n\
             Activity type: External"
        );
        widget.press("Mark as entered: March 3, 2026 · Risk").await;
        widget
            .find_worded(
                "#tracker-ahima",
                "My AHIMA CEU Center: everything is entered",
            )
            .await;
        focus_is_on(session, &widget, "#tracker-ahima").await;
        widget
            .shows("Everything that counts in this period so far is marked as entered.")
            .await;
        assert_eq!(widget.count(".tracker li").await, 0);
    });
}

/// Presses the Tab key until what has the focus begins so.
async fn tab_to(session: &Session, wanted: &str) {
    let mut passed = Vec::new();
    while passed.len() < 30 {
        session.press("Tab").await;
        let focused = session.focused().await;
        if focused.starts_with(wanted) {
            return;
        }
        passed.push(focused);
    }
    panic!("the Tab key never leads to {wanted}: {passed:?}");
}

#[test]
fn an_activity_is_taken_to_the_tracker_by_keyboard_alone() {
    run(async |session| {
        let widget = auditor(session, "/").await;
        // The tab has the focus.
        tab_to(session, "button AAPC: The next period").await;
        tab_to(session, &format!("summary {DETAILS}")).await;
        session.press("Enter").await;
        // What is folded is drawn when it is opened; the Tab key would be faster.
        widget.shows("Enter in my AAPC tracker:").await;
        let to_enter = "summary Enter in my AAPC tracker:";
        tab_to(session, to_enter).await;
        session.press("Enter").await;
        tab_to(session, &format!("button Copy: {DATED}")).await;
        session.press("Enter").await;
        widget.shows("Copied.").await;
        // The list is gone through from its beginning, however many there are.
        for left in ["3 activities", "2 activities"] {
            tab_to(session, "button Mark as entered").await;
            session.press("Space").await;
            let summary = format!("Enter in my AAPC tracker: {left}");
            widget.find_worded("#tracker-aapc", &summary).await;
            focus_is_on(session, &widget, "#tracker-aapc").await;
        }
    });
}

#[test]
fn the_days_to_come_are_saved_as_a_calendar_file_under_a_strict_policy_with_nothing_sent() {
    run(async |session| {
        if !session.engine().can_download() {
            return;
        }
        session.blog("/post.html", "<coder-path></coder-path>");
        let widget = auditor_in_detail(session, "/post.html").await;
        let before = session.server().requests();
        let link = "[data-body=aapc] .calendar a";
        assert_eq!(
            widget.find(link).await.text().await,
            "Save these days for my calendar"
        );
        widget.click(link).await;
        let file = session.downloaded("coderpath-ceu-dates.ics").await;
        let file = String::from_utf8_lossy(&file);
        assert_eq!(session.server().requests(), before);

        assert!(
            file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
            "{file}"
        );
        assert!(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"), "{file}");
        // Every line ends as calendars want it, and is short enough for all of them.
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        // The day on which the submission opens, the due day, the notice and the revocation.
        let days = file
            .split("\r\n")
            .filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:"));
        assert_eq!(
            days.collect::<Vec<_>>(),
            ["20261231", "20270131", "20270416", "20270501"]
        );
        assert!(file.contains("SUMMARY:AAPC: CEUs are due\r\n"), "{file}");
        // The page is still the page.
        widget.total("aapc", "24.75 of 48 CEUs").await;
    });
}

/// The chart of a body, as a reader of the page finds it.
const CHART: &str = "
    const card = document.querySelector('coder-path').shadowRoot.querySelector('[data-body=aapc]');
    const svg = card.querySelector('.chart svg');
    const steps = (name) => (svg.querySelector(`path.${name}`).getAttribute('d').match(/V/g) ?? []).length;
    const rows = [...card.querySelectorAll('.chart tbody tr')];
    return {
        role: svg.getAttribute('role'),
        label: svg.ariaLabel,
        done: steps('done'),
        planned: steps('planned'),
        rows: rows.map((row) => [...row.cells].map((cell) => cell.textContent)),
    };";

#[test]
fn the_chart_says_the_same_to_those_who_see_it_and_to_those_who_do_not() {
    run(async |session| {
        let widget = auditor_in_detail(session, "/").await;
        unfold(&widget, "aapc", "CEUs over the period, as a chart").await;
        widget.find("[data-body=aapc] .chart svg").await;
        widget
            .find_worded(
                "[data-body=aapc] .chart caption",
                "AAPC: what counts from February 1, 2025 to January 31, 2027",
            )
            .await;
        assert_eq!(
            session.execute(CHART, &[]).await,
            json!({
                "role": "img",
                "label": "24.75 of 48 CEUs by November 23, 2026; 22 more planned; due January 31, 2027.",
                "done": 5,
                "planned": 2,
                "rows": [
                    ["April 10, 2025", "12", "12", "Done"],
                    ["February 3, 2026", "4", "16", "Done"],
                    ["May 12, 2026", "6.5", "22.5", "Done"],
                    ["June 9, 2026", "1.25", "23.75", "Done"],
                    ["July 14, 2026", "1", "24.75", "Done"],
                    ["December 10, 2026", "8", "32.75", "Planned"],
                    ["January 20, 2027", "14", "46.75", "Planned"],
                ],
            })
        );
    });
}

#[test]
fn on_paper_the_chart_its_table_and_all_that_is_folded_are_there() {
    run_in_chromium(async |session| {
        let widget = auditor(session, "/").await;
        assert_eq!(widget.count("[data-body=aapc] .chart svg").await, 0);
        session
            .emulate(Media {
                print: true,
                ..Media::default()
            })
            .await;
        widget.find("[data-body=aapc] .chart svg").await;
        assert_eq!(widget.count("[data-body=aapc] .chart tbody tr").await, 7);
        widget
            .shows("24.75 count + 17 do not + 9 are of other periods = 50.75 done.")
            .await;
        // Nothing asks to be pressed.
        assert_eq!(widget.count(".account button").await, 0);
    });
}

#[test]
fn two_widgets_of_a_page_show_one_account() {
    run(async |session| {
        // AAPC takes submissions for January by then.
        session.pretend_today("2027-01-05");
        session.blog(
            "/post.html",
            "<coder-path view=log></coder-path><coder-path view=log></coder-path>",
        );
        session.goto("/post.html").await;
        let (first, second) = (session.ready(0).await, session.ready(1).await);
        first.hold(&["CPC"]).await;
        second.total("aapc", "0 of 36 CEUs").await;
        first
            .field("My AAPC membership is renewed in")
            .await
            .choose("January")
            .await;
        second.shows("36 to go by January 31, 2027.").await;
        second.add(&WEBINAR).await;
        first.total("aapc", "1.5 of 36 CEUs").await;
        unfold(&first, "aapc", DETAILS).await;
        unfold(&first, "aapc", "Enter in my AAPC tracker: one activity").await;
        // Which period is looked at is each one's own affair.
        second.press("AAPC: The previous period").await;
        second.shows("This period ended on January 31, 2025").await;
        first.total("aapc", "1.5 of 36 CEUs").await;
        first
            .press(&format!(
                "Mark as entered: October 5, 2026 · {}",
                WEBINAR.title
            ))
            .await;
        second.press("AAPC: The current period").await;
        unfold(&second, "aapc", DETAILS).await;
        second
            .find_worded("#tracker-aapc", "My AAPC tracker: everything is entered")
            .await;
        unfold(&second, "aapc", DETAILS).await;
        second.press("I have submitted this period to AAPC").await;
        first.shows("Submitted on January 5, 2027.").await;
    });
}

#[test]
fn what_is_told_in_one_tab_is_in_the_account_of_the_other() {
    run(async |session| {
        let here = auditor(session, "/").await;
        let first = session.new_tab("/").await;
        let there = session.ready(0).await;
        there.open("My CEU log").await;
        there.unfold(HELD).await;
        let due = there.field("My AAPC CEUs are due on").await;
        due.fill("2027-03-31").await;
        there.shows("to go by March 31, 2027.").await;
        there.press("Delete: Regional conference, again").await;

        session.switch_to(&first).await;
        here.shows("to go by March 31, 2027.").await;
        unfold(&here, "aapc", DETAILS).await;
        // The one that repeated another is gone, and teaching is left.
        here.find_worded("[data-body=aapc] summary", "What does not count: 5 CEUs")
            .await;
    });
}

/// Ten years of activities, two thousand in each period and none in a renewal month, written as the log writes them.
/// Every 25th is AAPC's, and every other one of those serves the CPMA.
const TEN_YEARS: &str = "
    const [holder] = arguments;
    const stamp = '1795410000000-00000001';
    const put = (name, record) =>
        localStorage.setItem(`coderpath:1:${name}:${stamp}`, JSON.stringify({ v: 1, stamp, ...record }));
    put('profile', { profile: holder });
    for (let at = 0; at < 10_000; at += 1) {
        const [period, within] = [Math.floor(at / 2_000), at % 2_000];
        const day = Date.UTC(2017 + 2 * period, 1, 1) + Math.floor(within * 690 / 2_000) * 86_400_000;
        const claim = within % 25 > 0
            ? { ahima: { ceus: '0.5', domain: 'clinical-foundations', source: 'ahima', certificate: true } }
            : { aapc: { ceus: '0.5', for: [within % 50 > 0 ? 'CPMA' : 'core'], certificate: true } };
        put(`entry:a${at}`, { id: `a${at}`, entry: {
            kind: 'event', state: 'done', date: new Date(day).toISOString().slice(0, 10),
            title: `Webinar ${at}`, sponsor: 'A sponsor', index_number: `N${at}`, ...claim } });
    }";

#[test]
fn ten_years_of_ten_thousand_activities_take_one_more_give_it_back_and_come_back_from_a_backup() {
    run(async |session| {
        session.pretend_today("2026-12-31");
        session.goto("/").await;
        session.ready(0).await;
        let holder = json!({
            "held": ["CPC", "CPMA", "CCS"],
            "since": { "CPC": "2015-02-28", "CPMA": "2015-02-28", "CCS": "2015-02-28" },
            "aapc_due": "2027-01-31",
            "ahima_start": "2017-02-01",
        });
        session.execute(TEN_YEARS, &[holder]).await;
        session.reload().await;
        let widget = session.ready(0).await;
        let started = Instant::now();
        widget.open("My CEU log").await;
        // Of the 2,000 of this period 80 are AAPC's, with half a CEU each, and 40 of them serve the CPMA.
        widget.total("aapc", "40 of 48 CEUs").await;
        println!("the log is open after {:?}", started.elapsed());
        widget.total("ahima", "20 of 20 CEUs").await;
        let specific = "[data-body=aapc] .minimum";
        widget
            .says(specific, "Specific to CPMA 20 of 24 CEUs")
            .await;

        let started = Instant::now();
        let one_more = Activity {
            title: "More",
            date: "2026-12-30",
            aapc: "1.5",
            ahima: "",
        };
        widget.add(&one_more).await;
        println!("one more is added after {:?}", started.elapsed());
        widget.total("aapc", "41.5 of 48 CEUs").await;
        widget
            .says(specific, "Specific to CPMA 20 of 24 CEUs")
            .await;
        let started = Instant::now();
        widget.click("#undo").await;
        widget.total("aapc", "40 of 48 CEUs").await;
        println!("one is taken back after {:?}", started.elapsed());
        widget.press("AAPC: The previous period").await;
        widget.total("aapc", "40 of 48 CEUs").await;
        widget.shows("January 31, 2025").await;
        if !session.engine().can_download() {
            return;
        }

        // Everything is in one file, and comes back from it.
        let all = "return Object.keys(localStorage).filter((key) => key.startsWith('coderpath:1:')).length;";
        let before = session.execute(all, &[]).await;
        let place = "Where your log lives, and backups";
        widget.click(".reminder .actions button:first-child").await;
        let file = session.downloaded("coderpath-backup-2026-12-31.json").await;
        session.execute("localStorage.clear();", &[]).await;
        let widget = session.reload_log().await;
        widget.lacks("[data-body=aapc]").await;
        widget.unfold(place).await;
        let path = session.file_to_upload("ten-years.json", &file);
        let started = Instant::now();
        widget.type_into("#open-backup", &path).await;
        widget.shows("It would add 10,000 activities.").await;
        println!("the backup is read after {:?}", started.elapsed());
        let started = Instant::now();
        widget.press("Restore").await;
        // Each of these takes a slow machine some seconds.
        for thousands in 1..=10 {
            session
                .wait_until("a thousand more are stored", async || {
                    let stored = session.execute(all, &[]).await;
                    stored.as_u64() >= Some(thousands * 1_000)
                })
                .await;
        }
        widget.says(".notice", "Restored.").await;
        println!("it is restored after {:?}", started.elapsed());
        assert_eq!(session.execute(all, &[]).await, before);
        widget.total("aapc", "40 of 48 CEUs").await;
        widget.total("ahima", "20 of 20 CEUs").await;
    });
}

/// What sticks out of the widget or is cut off, with everything unfolded.
const STICKS_OUT: &str = "
    const root = document.querySelector('coder-path').shadowRoot;
    for (const folded of root.querySelectorAll('details')) folded.open = true;
    const frame = root.querySelector('.widget').getBoundingClientRect();
    const faults = [];
    const told = (e) => `<${e.localName} class=\"${e.className}\"> ${e.textContent.trim().slice(0, 60)}`;
    const page = document.documentElement.scrollWidth;
    if (page > innerWidth) faults.push(`the page scrolls sideways: ${page}`);
    for (const e of root.querySelectorAll('.widget *')) {
        if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.unseen, thead') || e.localName === 'option') continue;
        const box = e.getBoundingClientRect();
        if (box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1)) faults.push('sticks out: ' + told(e));
        const isField = ['input', 'select', 'progress'].includes(e.localName);
        if (!isField && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) faults.push('is cut off: ' + told(e));
    }
    return faults;";

#[test]
fn on_the_narrowest_phone_nothing_of_an_account_sticks_out_however_much_is_unfolded() {
    run_in_chromium(async |session| {
        session.resize(320, 900).await;
        for name in [
            "log-account-unfolded",
            "log-first-period",
            "log-next-period",
            "log-plan-changed",
            "log-profile",
            "log-form-pins",
        ] {
            for state in STATES.iter().filter(|state| state.name == name) {
                state.reach(session, "/").await;
                let faults = session.execute(STICKS_OUT, &[]).await;
                assert_eq!(faults, json!([]), "{name}");
                session.execute("localStorage.clear();", &[]).await;
            }
        }
    });
}

#[test]
fn a_day_that_is_emptied_by_the_picker_leaves_the_focus_in_the_card() {
    run(async |session| {
        let widget = auditor_in_detail(session, "/").await;
        widget.press("AAPC: The previous period").await;
        widget.total("aapc", "9 of 36 CEUs").await;
        widget.press("I have submitted this period to AAPC").await;
        focus_is_on(session, &widget, "#submitted-aapc").await;
        widget.field("Submitted on").await.fill("").await;
        widget.shows("This period ended on January 31, 2025").await;
        // The field stays until it is left, else the focus would go with it.
        focus_is_on(session, &widget, "#submitted-aapc").await;
        for _ in 0..4 {
            session.press("Tab").await;
        }
        widget.button("I have submitted this period to AAPC").await;
        let focused = session.focused().await;
        assert!(!focused.starts_with("body"), "the focus is on {focused}");
    });
}

#[test]
fn a_wrong_day_that_is_typed_over_a_good_one_leaves_the_good_one() {
    // Which keys a date field wants is the engine's own affair.
    run_in_chromium(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC"]).await;
        let since = widget.field("CPC since").await;
        since.fill("2025-08-01").await;
        widget.click("h2").await;
        since.execute("arguments[0].focus();", Value::Null).await;
        session.type_text("02312025").await;
        for _ in 0..3 {
            session.press("Shift+Tab").await;
        }
        widget.find("#since-CPC-fault:not(:empty)").await;
        let widget = session.reload_log().await;
        widget.unfold(HELD).await;
        assert_eq!(widget.value_of("#since-CPC").await, "2025-08-01");
    });
}

#[test]
fn one_who_holds_a_cpma_alone_can_count_by_the_later_tables_minimum() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPMA"]).await;
        widget
            .say(".minimum", &["Specific to CPMA 0 of 24 CEUs"])
            .await;
        // The totals are the same, so the calculator offers no switch.
        let table = widget.field("Count for AAPC by").await;
        table.choose("AAPC’s later table").await;
        widget
            .say(".minimum", &["Specific to CPMA 0 of 16 CEUs"])
            .await;
    });
}

#[test]
fn the_names_of_the_charts_months_stand_apart() {
    run(async |session| {
        let widget = auditor_in_detail(session, "/").await;
        unfold(&widget, "aapc", "CEUs over the period, as a chart").await;
        widget.find("[data-body=aapc] .chart svg").await;
        let touching = "
            const { shadowRoot } = document.querySelector('coder-path');
            const boxes = [...shadowRoot.querySelectorAll('[data-body=aapc] svg text')]
                .map((text) => [text.textContent, text.getBoundingClientRect()]);
            const touches = (a, b) => a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom && b.top < a.bottom;
            return boxes.flatMap(([name, a], at) => boxes.slice(at + 1)
                .filter(([, b]) => touches(a, b)).map(([other]) => `${name} and ${other}`));";
        assert_eq!(session.execute(touching, &[]).await, json!([]));
    });
}
