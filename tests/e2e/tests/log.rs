//! A reader keeps a log of CEUs.

use e2e::{Activity, Engine, Session, Widget, run, run_in_chromium};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-23";

const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers 25 and 59",
    date: "2026-10-05",
    aapc: "1.5",
    ahima: "",
};
const READING: Activity<'_> = Activity {
    title: "ICD-10-PCS in depth",
    date: "2026-09-01",
    aapc: "",
    ahima: "2",
};
const MEETING: Activity<'_> = Activity {
    title: "Chapter meeting",
    date: "2026-11-22",
    aapc: "1",
    ahima: "0.75",
};

/// The line under which the seldom needed fields are folded.
const MORE: &str = "More: kind, state, certificate, notes";

/// The line under which all that explains an account is folded.
const DETAILS: &str = "In detail: each activity, the dates, what to enter, what if";

/// The log of somebody who has none yet, on 23 November 2026.
async fn new_log(session: &Session) -> Widget<'_> {
    session.pretend_today(TODAY);
    let widget = session.read("/").await;
    widget.open("My CEU log").await;
    widget
}

/// Waits until the focus is in this field.
async fn focus_is_in(session: &Session, widget: &Widget<'_>, css: &str) {
    let field = widget.find(css).await;
    session
        .wait_until(&format!("the focus is in {css}"), async || {
            field.is_focused().await
        })
        .await;
}

#[test]
fn three_activities_are_there_after_a_reload_with_the_same_sums() {
    run(async |session| {
        let widget = new_log(session).await;
        // Nothing is there yet but what the log is for, and two ways to begin.
        widget
            .shows("Write down each webinar, meeting or course as you go, with its CEUs.")
            .await;
        for way in ["Add the first activity", "Say what you hold"] {
            widget.button(way).await;
        }
        for activity in [WEBINAR, READING, MEETING] {
            widget.add(&activity).await;
        }
        widget.hold(&["CPC", "CCS"]).await;
        let check = async |widget: Widget<'_>| {
            // The latest day is on top.
            widget
                .titles(&[MEETING.title, WEBINAR.title, READING.title])
                .await;
            widget
                .say(
                    ".entry .claims",
                    &["1 AAPC · 0.75 AHIMA", "1.5 AAPC", "2 AHIMA"],
                )
                .await;
            widget.total("aapc", "2.5 of 36 CEUs").await;
            widget.total("ahima", "2.75 of 20 CEUs").await;
            widget.shows("33.5 to go.").await;
            widget.shows("17.25 to go.").await;
            widget.shows("October 5, 2026").await;
        };
        check(widget).await;
        check(session.reload_log().await).await;
    });
}

#[test]
fn everything_typed_about_an_activity_is_there_to_be_changed_later() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.click("#add").await;
        widget.type_activity(&MEETING).await;
        widget
            .field("Sponsor")
            .await
            .fill("The local chapter")
            .await;
        widget
            .field("Index number")
            .await
            .fill("AAPC0510261200A")
            .await;
        widget.unfold(MORE).await;
        widget
            .field("Kind")
            .await
            .choose("Teaching at a post-secondary school")
            .await;
        widget.tick("Approved in advance by AAPC", true).await;
        widget.tick("Entered in my AAPC tracker", true).await;
        widget
            .field("AHIMA domain")
            .await
            .choose("Revenue cycle management")
            .await;
        widget
            .field("Given by")
            .await
            .choose("A provider with prior approval")
            .await;
        widget.tick("Entered in my AHIMA CEU Center", true).await;
        widget
            .field("Notes")
            .await
            .fill("“Bring the slides” & <b>coffee</b>")
            .await;
        widget.press("Save").await;
        widget.titles(&[MEETING.title]).await;
        widget
            .shows("November 22, 2026 · The local chapter · AAPC0510261200A")
            .await;

        let widget = session.reload_log().await;
        widget.press(&format!("Change: {}", MEETING.title)).await;
        for (label, value) in [
            ("Title", MEETING.title),
            ("Date completed", MEETING.date),
            ("Sponsor", "The local chapter"),
            ("Index number", "AAPC0510261200A"),
            ("Kind", "teaching"),
            ("State", "done"),
            ("AHIMA domain", "revenue-cycle"),
            ("Given by", "approved"),
            ("Notes", "“Bring the slides” & <b>coffee</b>"),
        ] {
            assert_eq!(widget.field(label).await.value().await, value, "{label}");
        }
        assert_eq!(widget.value_of("#aapc-ceus").await, "1");
        assert_eq!(widget.value_of("#ahima-ceus").await, "0.75");
        for label in [
            "Approved in advance by AAPC",
            "Entered in my AAPC tracker",
            "Entered in my AHIMA CEU Center",
        ] {
            assert!(widget.field(label).await.is_selected().await, "{label}");
        }
    });
}

#[test]
fn a_changed_activity_counts_as_changed_and_a_change_given_up_does_not() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC"]).await;
        widget.add(&WEBINAR).await;
        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        widget.find("#aapc-ceus").await.fill("4").await;
        widget.press("Cancel").await;
        widget.total("aapc", "1.5 of 36 CEUs").await;

        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        focus_is_in(session, &widget, "#title").await;
        assert_eq!(widget.value_of("#aapc-ceus").await, "1.5");
        widget.find("#aapc-ceus").await.fill("2").await;
        widget.field("Title").await.type_text(", part two").await;
        widget.press("Save").await;
        widget.titles(&["Modifiers 25 and 59, part two"]).await;
        widget.total("aapc", "2 of 36 CEUs").await;

        let widget = session.reload_log().await;
        widget.titles(&["Modifiers 25 and 59, part two"]).await;
        widget.total("aapc", "2 of 36 CEUs").await;
    });
}

#[test]
fn a_deleted_activity_comes_back_by_undo_and_is_gone_without_it() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        widget.add(&MEETING).await;
        let delete = format!("Delete: {}", WEBINAR.title);

        widget.press(&delete).await;
        widget.titles(&[MEETING.title]).await;
        widget
            .says(".notice", "Deleted: Modifiers 25 and 59.")
            .await;
        focus_is_in(session, &widget, "#undo").await;
        session.press("Enter").await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
        widget
            .says(".notice", "Undone: “Modifiers 25 and 59” deleted.")
            .await;
        widget
            .says("#redo", "Redo: “Modifiers 25 and 59” deleted")
            .await;

        let widget = session.reload_log().await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
        // What can be taken back is what was done since the page was opened.
        widget.lacks("#undo").await;
        widget.press(&delete).await;
        widget.titles(&[MEETING.title]).await;

        let widget = session.reload_log().await;
        widget.titles(&[MEETING.title]).await;
    });
}

#[test]
fn a_wrong_field_says_what_is_wrong_and_keeps_what_was_typed() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.click("#add").await;
        let fault = async |field: &str, words: &str| {
            widget.press("Save").await;
            widget.says(&format!("#{field}-fault"), words).await;
            focus_is_in(session, &widget, &format!("#{field}")).await;
            let invalid = widget.find(&format!("#{field}")).await;
            assert_eq!(
                invalid.attribute("aria-invalid").await.as_deref(),
                Some("true")
            );
            let described = invalid
                .attribute("aria-describedby")
                .await
                .unwrap_or_default();
            assert!(described.contains(&format!("{field}-fault")), "{described}");
        };

        fault("title", "Give it a title, as on the certificate.").await;
        widget.field("Title").await.fill(WEBINAR.title).await;

        // Nothing but the state and the day is wrong: a day to come is fine for what is planned.
        widget
            .field("Date completed")
            .await
            .fill("2026-11-24")
            .await;
        fault(
            "date",
            "This day is still to come. Choose “Planned” as its state, or check the date.",
        )
        .await;
        assert_eq!(widget.value_of("#date").await, "2026-11-24");
        widget
            .field("Date completed")
            .await
            .fill("0026-11-20")
            .await;
        fault(
            "date",
            "Check the year: it should be between 1990 and 2100.",
        )
        .await;
        assert_eq!(widget.value_of("#date").await, "0026-11-20");
        widget.field("Date completed").await.fill("").await;
        fault("date", "Give the day on which it was completed.").await;
        widget.field("Date completed").await.fill(TODAY).await;

        let ceus = widget.find("#aapc-ceus").await;
        for (typed, words) in [
            (
                "abc",
                "This is not a number. Write it in digits, such as 1 or 1.5.",
            ),
            ("0", "CEUs are more than zero."),
            ("1.255", "At most two decimals, such as 1.25."),
            ("", "Give the number of CEUs, such as 1 or 1.5."),
        ] {
            ceus.fill(typed).await;
            fault("aapc-ceus", words).await;
            assert_eq!(ceus.value().await, typed);
            assert_eq!(widget.value_of("#title").await, WEBINAR.title);
        }
        // Nothing of it was stored.
        assert_eq!(widget.count(".entry").await, 0);

        ceus.fill("1.25").await;
        widget.press("Save").await;
        widget.titles(&[WEBINAR.title]).await;
        widget.say(".entry .claims", &["1.25 AAPC"]).await;
    });
}

#[test]
fn an_activity_for_neither_body_is_refused_and_the_first_of_several_faults_has_the_focus() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.click("#add").await;
        widget.tick("AAPC", false).await;
        widget.field("Title").await.fill(WEBINAR.title).await;
        widget.press("Save").await;
        widget
            .says(
                ".bodies > .fault",
                "Choose AAPC, AHIMA or both: an activity that counts for neither has no CEUs.",
            )
            .await;
        focus_is_in(session, &widget, "#bodies").await;

        // The title stands first, so it is where the reader is led; each fault stands beside its field.
        widget.tick("AHIMA", true).await;
        widget.find("#ahima-ceus").await.fill("many").await;
        widget.field("Title").await.fill("").await;
        widget
            .field("Date completed")
            .await
            .fill("2031-01-01")
            .await;
        widget.press("Save").await;
        widget
            .say(
                ".fault:not(:empty)",
                &[
                    "Give it a title, as on the certificate.",
                    "This day is still to come. Choose “Planned” as its state, or check the date.",
                    "This is not a number. Write it in digits, such as 1 or 1.5.",
                ],
            )
            .await;
        focus_is_in(session, &widget, "#title").await;
    });
}

#[test]
fn an_impossible_date_typed_into_the_date_field_is_named_and_stays_in_the_field() {
    // Which keys a date field wants is the engine's own affair.
    run_in_chromium(async |session| {
        let widget = new_log(session).await;
        widget.click("#add").await;
        widget.field("Title").await.fill(WEBINAR.title).await;
        let date = widget.find("#date").await;
        date.execute("arguments[0].focus();", Value::Null).await;
        session.type_text("02312026").await;
        let is_unreadable = "return [arguments[0].value, arguments[0].validity.badInput];";
        assert_eq!(
            date.execute(is_unreadable, Value::Null).await,
            json!(["", true])
        );
        widget.press("Save").await;
        widget
            .says(
                "#date-fault",
                "There is no such day. Check the day and the month.",
            )
            .await;
        focus_is_in(session, &widget, "#date").await;
        assert_eq!(
            date.execute(is_unreadable, Value::Null).await,
            json!(["", true]),
            "what was typed is still there"
        );
        session.type_text("0228").await;
        widget.press("Save").await;
        widget.titles(&[WEBINAR.title]).await;
        widget.shows("February 28, 2026").await;
    });
}

#[test]
fn a_planned_activity_waits_and_counts_once_it_is_done() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC"]).await;
        widget.click("#add").await;
        widget
            .type_activity(&Activity {
                date: "2026-12-01",
                ..WEBINAR
            })
            .await;
        widget.unfold(MORE).await;
        widget.field("State").await.choose("Planned").await;
        widget.press("Save").await;
        widget.total("aapc", "0 of 36 CEUs").await;
        widget
            .find_worded("[data-body=aapc] summary", DETAILS)
            .await
            .click()
            .await;
        let forecast = "With what is planned: 1.5 of 36 CEUs";
        widget
            .find_worded("[data-body=aapc] summary", forecast)
            .await;
        widget.shows("December 1, 2026 · planned").await;

        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        widget.field("State").await.choose("Done").await;
        widget.field("Date completed").await.fill(TODAY).await;
        widget.press("Save").await;
        widget.total("aapc", "1.5 of 36 CEUs").await;
        assert!(!widget.text().await.contains("With what is planned"));
    });
}

#[test]
fn with_the_due_date_only_the_two_years_before_it_are_counted() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        widget
            .add(&Activity {
                title: "Long ago",
                date: "2025-01-31",
                aapc: "8",
                ahima: "",
            })
            .await;
        widget.hold(&["CPC"]).await;
        widget.total("aapc", "9.5 of 36 CEUs").await;
        widget
            .shows("Give the day on which your CEUs are due. Until then every activity is counted, whatever its day.")
            .await;

        widget
            .field("My AAPC CEUs are due on")
            .await
            .fill("2027-01-31")
            .await;
        let check = async |widget: Widget<'_>| {
            widget.total("aapc", "1.5 of 36 CEUs").await;
            widget.shows("34.5 to go by January 31, 2027.").await;
            widget
                .says(".periods > p", "February 1, 2025 to January 31, 2027")
                .await;
            widget
                .find_worded("[data-body=aapc] summary", DETAILS)
                .await
                .click()
                .await;
            widget
                .find_worded("[data-body=aapc] summary", "For other periods: 8 CEUs")
                .await
                .click()
                .await;
            // Its day is the last of a renewal month, and the period that ends with it needs it.
            widget
                .shows("It goes to the period February 1, 2023 to January 31, 2025.")
                .await;
            widget
                .say(
                    ".period-head",
                    &[
                        "AAPC’s period now: February 1, 2025 to January 31, 2027 one activity · 1.5 CEUs done for AAPC",
                        "AAPC’s period February 1, 2023 to January 31, 2025 one activity · 8 CEUs done for AAPC",
                    ],
                )
                .await;
        };
        check(widget).await;
        let widget = session.reload_log().await;
        check(widget).await;

        // An empty field takes the period back.
        widget.unfold("What I hold, and my two-year period").await;
        let due = widget.field("My AAPC CEUs are due on").await;
        assert_eq!(due.value().await, "2027-01-31");
        due.fill("").await;
        widget.total("aapc", "9.5 of 36 CEUs").await;
    });
}

#[test]
fn the_trackers_own_number_wins_and_the_difference_is_explained() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        widget.hold(&["CPC"]).await;
        let tracker = widget.field("My AAPC tracker asks for").await;
        tracker.fill("forty").await;
        session.press("Tab").await;
        widget
            .says(
                "#aapc-tracker-fault",
                "This is not a number. Write it in digits, such as 1 or 1.5. What was there before is kept.",
            )
            .await;
        assert_eq!(tracker.value().await, "forty");
        widget.total("aapc", "1.5 of 36 CEUs").await;

        tracker.fill("40").await;
        session.press("Tab").await;
        let check = async |widget: Widget<'_>| {
            widget.total("aapc", "1.5 of 40 CEUs").await;
            widget
                .shows("Your tracker’s number. By the rules it would be 36.")
                .await;
        };
        check(widget).await;
        check(session.reload_log().await).await;
    });
}

/// Presses the Tab key until this has the focus, and says how often.
async fn tab_to(session: &Session, focused: &str) -> usize {
    let mut presses = 0;
    loop {
        session.press("Tab").await;
        presses += 1;
        if session.focused().await == focused {
            return presses;
        }
        assert!(presses < 30, "the Tab key never leads to {focused}");
    }
}

/// Where the focus is, it is somewhere in the widget.
async fn focus_is_kept(session: &Session) {
    let focused = session.focused().await;
    assert!(
        !focused.is_empty() && !focused.starts_with("body"),
        "the focus is lost: {focused:?}"
    );
}

#[test]
fn a_webinar_is_added_by_keyboard_alone_with_few_keys() {
    run(async |session| {
        let widget = new_log(session).await;
        // The tab has the focus; the first activity.
        let title = "Modifiers 25 and 59";
        let keys = tab_to(session, "button Add the first activity").await + title.len() + 2;
        session.press("Enter").await;
        focus_is_in(session, &widget, "#title").await;
        session.type_text(title).await;
        session.press("Enter").await;
        widget.titles(&[title]).await;
        assert!(keys <= 25, "{keys} keys");
        widget.say(".entry .claims", &["1 AAPC"]).await;
        widget.shows("November 23, 2026").await;

        // With a sponsor, which is offered from then on.
        let typed = "Coding from operative notes";
        focus_is_in(session, &widget, "#add").await;
        session.press("Enter").await;
        focus_is_in(session, &widget, "#title").await;
        session.type_text(typed).await;
        widget
            .field("Sponsor")
            .await
            .fill("The local chapter")
            .await;
        session.press("Enter").await;
        widget.titles(&[typed, title]).await;

        // The webinar of every month: title, the same sponsor, one CEU, today.
        let third = "E/M in practice";
        focus_is_in(session, &widget, "#add").await;
        session.press("Enter").await;
        focus_is_in(session, &widget, "#title").await;
        session.type_text(third).await;
        let tabs = tab_to(session, "button Same as last time: The local chapter").await;
        session.press("Enter").await;
        focus_is_in(session, &widget, "#sponsor").await;
        session.press("Enter").await;
        widget.titles(&[third, typed, title]).await;
        widget.shows("November 23, 2026 · The local chapter").await;
        let keys = third.len() + tabs + 3;
        println!("{keys} keys, {tabs} of them Tab");
        assert!(keys <= 45, "{keys} keys");
        focus_is_in(session, &widget, "#add").await;
    });
}

#[test]
fn another_activity_of_the_same_sponsor_and_day_follows_without_leaving_the_form() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.click("#add").await;
        widget.type_activity(&MEETING).await;
        widget
            .field("Sponsor")
            .await
            .fill("The local chapter")
            .await;
        widget.field("Index number").await.fill("X1").await;
        widget.press("Save and add another").await;
        widget
            .says(".notice", &format!("Saved: {}.", MEETING.title))
            .await;
        focus_is_in(session, &widget, "#title").await;
        for (label, value) in [
            ("Title", ""),
            ("Date completed", MEETING.date),
            ("CEUs for AAPC", "1"),
            ("CEUs for AHIMA", "1"),
            ("Sponsor", "The local chapter"),
            ("Index number", ""),
        ] {
            assert_eq!(widget.field(label).await.value().await, value, "{label}");
        }
        session.type_text("After the break").await;
        session.press("Enter").await;
        widget.titles(&["After the break", MEETING.title]).await;
    });
}

#[test]
fn an_activity_is_changed_where_it_stands_and_the_focus_comes_back_to_it() {
    run(async |session| {
        let widget = new_log(session).await;
        for activity in [READING, WEBINAR, MEETING] {
            widget.add(&activity).await;
        }
        let in_place = async || {
            widget
                .say(".entry .entry-form .form-title", &["Change this activity"])
                .await;
            assert_eq!(widget.count(".entry").await, 3);
            // It stands between the other two.
            widget.titles(&[MEETING.title, READING.title]).await;
            focus_is_in(session, &widget, "#title").await;
        };
        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        in_place().await;
        session.type_text(", changed").await;
        widget.press("Cancel").await;
        widget
            .titles(&[MEETING.title, WEBINAR.title, READING.title])
            .await;
        let entry = "li.entry:nth-child(2)";
        focus_is_in(session, &widget, entry).await;

        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        in_place().await;
        // Another activity's form or this one's end would lose what is typed: neither happens.
        widget.press(&format!("Change: {}", READING.title)).await;
        widget
            .says(
                ".notice",
                "Save or cancel this activity first. What you typed is still here.",
            )
            .await;
        in_place().await;
        widget.find("#title").await.fill("Changed").await;
        session.press("Enter").await;
        widget
            .titles(&[MEETING.title, "Changed", READING.title])
            .await;
        focus_is_in(session, &widget, entry).await;
        widget.press("Delete: Changed").await;
        focus_is_in(session, &widget, "#undo").await;
        focus_is_kept(session).await;
    });
}

#[test]
fn a_search_finds_by_words_body_state_and_missing_certificate() {
    run(async |session| {
        let widget = new_log(session).await;
        for activity in [READING, WEBINAR, MEETING] {
            widget.add(&activity).await;
        }
        assert_eq!(widget.count(".search").await, 0, "three are seen at once");
        widget.click("#add").await;
        widget
            .type_activity(&Activity {
                title: "Next year’s conference",
                date: "2027-03-01",
                aapc: "8",
                ahima: "",
            })
            .await;
        widget.unfold(MORE).await;
        widget.field("State").await.choose("Planned").await;
        widget.press("Save").await;
        let all = [
            "Next year’s conference",
            MEETING.title,
            WEBINAR.title,
            READING.title,
        ];
        widget.titles(&all).await;
        assert_eq!(widget.texts(".found [role=status]").await, [""]);

        let search = widget.field("Search the activities").await;
        search.fill("59 MOD").await;
        widget.titles(&[WEBINAR.title]).await;
        widget
            .says(".found [role=status]", "1 of 4 activities")
            .await;
        assert!(search.is_focused().await);
        search.fill("zebra").await;
        widget.titles(&[]).await;
        widget
            .shows("No activity matches. Try fewer words, or show all of them again.")
            .await;
        widget.press("Show all").await;
        widget.titles(&all).await;
        assert_eq!(search.value().await, "");
        assert!(search.is_focused().await);

        widget
            .unfold("Narrow it down: body, kind, state, certificate")
            .await;
        widget.field("Counting for").await.choose("AHIMA").await;
        widget.titles(&[MEETING.title, READING.title]).await;
        widget.tick("Certificate missing", true).await;
        widget.titles(&[MEETING.title, READING.title]).await;
        widget.press(&format!("Change: {}", READING.title)).await;
        widget.tick("AHIMA certificate on file", true).await;
        widget.press("Save").await;
        // What was just saved is seen, though the search would hide it.
        widget.titles(&all).await;
        widget.tick("Certificate missing", true).await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
        widget.press("Show all").await;
        widget.field("In the state").await.choose("Planned").await;
        widget.titles(&all[..1]).await;
    });
}

#[test]
fn what_was_being_typed_when_the_tab_died_is_offered_again() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.click("#add").await;
        widget.type_activity(&WEBINAR).await;
        widget.field("Sponsor").await.fill("The loc").await;

        let widget = session.reload_log().await;
        widget
            .shows("You were typing “Modifiers 25 and 59” on November 23, 2026.")
            .await;
        assert_eq!(widget.count(".warning").await, 0);
        // It is offered as long as nobody says a word to it; here the widget is taken out of the page and put back.
        let put_back = "
            const host = document.querySelector('coder-path');
            const parent = host.parentElement;
            host.remove();
            return new Promise((done) => setTimeout(() => { parent.append(host); done(); }, 100));";
        session.execute(put_back, &[]).await;
        let widget = session.ready(0).await;
        // Whatever view is open, the way there is shown.
        widget
            .shows("You were typing an activity for your log, and it was not saved.")
            .await;
        widget.press("Go on in my log").await;
        widget.lacks(".offered p").await;
        widget.press("Continue with it").await;
        focus_is_in(session, &widget, "#title").await;
        for (label, value) in [
            ("Title", WEBINAR.title),
            ("Date completed", WEBINAR.date),
            ("CEUs for AAPC", "1.5"),
            ("Sponsor", "The loc"),
        ] {
            assert_eq!(widget.field(label).await.value().await, value, "{label}");
        }
        // The tab dies once more, in the middle of a change of it.
        widget
            .field("Sponsor")
            .await
            .fill("The local chapter")
            .await;
        let widget = session.reload_log().await;
        widget.press("Continue with it").await;
        widget.press("Save").await;
        widget.titles(&[WEBINAR.title]).await;
        widget.shows("October 5, 2026 · The local chapter").await;

        // A change is offered as a change; thrown away, it is gone and the activity is as it was.
        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        widget.find("#title").await.fill("Something else").await;
        let widget = session.reload_log().await;
        widget
            .shows("You were changing “Something else” on November 23, 2026.")
            .await;
        widget.press("Throw it away").await;
        widget.lacks(".offer").await;
        focus_is_in(session, &widget, "#add").await;
        let widget = session.reload_log().await;
        widget.titles(&[WEBINAR.title]).await;
        assert_eq!(widget.count(".offer").await, 0);
    });
}

#[test]
fn say_what_you_hold_leads_to_the_credentials() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.press("Say what you hold").await;
        focus_is_in(session, &widget, "#holdings").await;
        widget.tick("CPC", true).await;
        widget.total("aapc", "0 of 36 CEUs").await;
        focus_is_kept(session).await;
    });
}

#[test]
fn a_year_that_is_being_typed_is_not_called_wrong() {
    // Which keys a date field wants is the engine's own affair.
    run_in_chromium(async |session| {
        let widget = new_log(session).await;
        widget.hold(&["CPC"]).await;
        let due = widget.field("My AAPC CEUs are due on").await;
        due.execute("arguments[0].focus();", Value::Null).await;
        for digits in ["01", "31", "2", "0", "2"] {
            session.type_text(digits).await;
            assert_eq!(widget.count("#aapc-due-fault").await, 0, "after {digits}");
        }
        session.press("Shift+Tab").await;
        session.press("Shift+Tab").await;
        session.press("Shift+Tab").await;
        widget
            .says(
                "#aapc-due-fault",
                "Check the year: it should be between 1990 and 2100. What was there before is kept.",
            )
            .await;
        due.fill("2027-01-31").await;
        widget.shows("to go by January 31, 2027.").await;
        assert_eq!(widget.count("#aapc-due-fault").await, 0);
    });
}

/// Notes how many activities are there when the page was just printed, before the widget hears that it was.
const ON_PAPER: &str = "
    addEventListener('afterprint', () => {
        const { shadowRoot } = document.querySelector('coder-path');
        window.printed = shadowRoot.querySelectorAll('.entry').length;
    });";

/// Waits until so many of these are drawn.
async fn are_drawn(session: &Session, widget: &Widget<'_>, css: &str, many: usize) {
    let is_so = async || widget.count(css).await == many;
    let what = format!("{many} of {css} are drawn");
    session.wait_until(&what, is_so).await;
}

#[test]
fn of_many_periods_the_earlier_ones_come_when_they_are_asked_for() {
    run(async |session| {
        session.pretend_today(TODAY);
        session.server().before_page_scripts(ON_PAPER);
        let holder = json!({ "held": ["CPC"], "aapc_due": "2027-01-31" });
        let activities: Vec<Value> = (0..8)
            .map(|back| format!("{}-06-01", 2026 - 2 * back))
            .map(|day| json!({ "date": day, "title": day, "aapc": { "ceus": "0.5" } }))
            .collect();
        let widget = session.log_of("/", &holder, &activities).await;
        let heads = async |many| are_drawn(session, &widget, ".period-head", many).await;
        heads(4).await;
        widget.titles(&["2026-06-01"]).await;
        if session.engine() == Engine::Chromium {
            session.chromium_cdp("Page.printToPDF", json!({})).await;
            assert_eq!(session.execute("return window.printed;", &[]).await, 8);
            heads(4).await;
        }

        // The first of those that were not drawn gets the focus, and opens.
        widget.press("Show 4 earlier periods").await;
        heads(8).await;
        let latest = "AAPC’s period February 1, 2017 to January 31, 2019";
        session
            .wait_until("its heading has the focus", async || {
                session.focused().await == format!("button {latest}")
            })
            .await;
        session.press("Enter").await;
        widget.titles(&["2026-06-01", "2018-06-01"]).await;
    });
}

#[test]
fn of_a_long_log_the_present_period_is_drawn_and_the_rest_once_it_is_asked_for_or_printed() {
    run_in_chromium(async |session| {
        session.pretend_today(TODAY);
        session.server().before_page_scripts(ON_PAPER);
        let holder = json!({ "held": ["CPC"], "aapc_due": "2027-01-31" });
        let days = ["2024-05-01", "2024-05-02"].map(str::to_owned);
        let days = days
            .into_iter()
            .chain((1..=30).map(|day| format!("2026-06-{day:02}")));
        let activities: Vec<Value> = days
            .map(|day| json!({ "date": day, "title": day, "aapc": { "ceus": "0.5" } }))
            .collect();
        let widget = session.log_of("/", &holder, &activities).await;
        let count = async |many| are_drawn(session, &widget, ".entry", many).await;
        widget
            .say(
                ".period-head",
                &[
                    "AAPC’s period now: February 1, 2025 to January 31, 2027 30 activities · 15 CEUs done for AAPC",
                    "AAPC’s period February 1, 2023 to January 31, 2025 2 activities · 1 CEU done for AAPC",
                ],
            )
            .await;
        count(25).await;

        // By keyboard a period opens and closes, and the focus stays on its heading.
        let before = "AAPC’s period February 1, 2023 to January 31, 2025";
        let heading = widget.button(before).await;
        heading.execute("arguments[0].focus();", Value::Null).await;
        for (key, many, is_open) in [("Enter", 27, "true"), ("Space", 25, "false")] {
            session.press(key).await;
            count(many).await;
            assert_eq!(
                heading.attribute("aria-expanded").await.as_deref(),
                Some(is_open)
            );
            assert_eq!(session.focused().await, format!("button {before}"));
        }

        session.chromium_cdp("Page.printToPDF", json!({})).await;
        assert_eq!(session.execute("return window.printed;", &[]).await, 32);
        count(25).await;

        // A search finds what lies in a closed period.
        let find = widget.field("Search the activities").await;
        find.fill("2024-05").await;
        widget.titles(&["2024-05-02", "2024-05-01"]).await;
        find.fill("").await;
        count(25).await;

        // The first of those that were not drawn gets the focus.
        widget.press("Show all 30").await;
        count(30).await;
        focus_is_in(session, &widget, "#entry-a6").await;

        // What is saved is seen, in whichever period.
        widget
            .add(&Activity {
                title: "An old certificate",
                date: "2024-05-03",
                aapc: "1",
                ahima: "",
            })
            .await;
        count(33).await;
    });
}
