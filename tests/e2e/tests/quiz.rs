//! A reader asks which credential fits, and gets an answer with its reasons.

#![allow(
    clippy::indexing_slicing,
    reason = "a test's failure is a panic, and the slices are its own"
)]

use e2e::{BEGINNER, Session, Widget, run};
use serde_json::json;

const HELD: &str = "Which of these three do you hold already?";
const WORK: &str = "Whose work would you like to code?";
const PATIENTS: &str = "Which patients would you like to code for?";
const EXPERIENCE: &str = "How much coding have you done?";
const CASES: &str = "Which cases would you enjoy most?";
const ADS: &str = "What do the job ads near you ask for?";
const BODY: &str = "Is there an organization that you, or your employer, prefer?";

/// The result's reasons, as they stand there.
async fn reasons(widget: &Widget<'_>) -> String {
    let reasons = widget.texts(".reasons li").await;
    let reasons: Vec<&str> = reasons
        .iter()
        .map(|reason| reason.trim_end_matches(" Change"))
        .collect();
    reasons.join("\n")
}

#[test]
fn a_beginner_drawn_to_doctors_offices_is_led_to_the_cpc_with_each_reason_and_its_answer() {
    run(async |session| {
        for page in ["/", "/demo/blog.html"] {
            let widget = session.read(page).await;
            widget.answer_all(&BEGINNER).await;
            widget.headed("CPC").await;
            widget
                .says(".lead", "Your answers point clearly to it.")
                .await;
            let reasons = reasons(&widget).await;
            for reason in [
                "Doctors’ and other providers’ work is what the CPC is for. You said: The work of doctors and other providers",
                "You said: Little or none yet",
                "Many short visits are how a CPC’s day looks. You said: Many short visits in a day",
                "Employers near you ask for a CPC. You said: Mostly CPC",
                "You prefer AAPC, which grants the CPC. You said: AAPC",
            ] {
                assert!(
                    reasons.contains(reason),
                    "on {page}: {reason} is not in: {reasons}"
                );
            }
        }
    });
}

#[test]
fn who_likes_long_records_of_admitted_patients_and_has_two_years_is_led_to_the_ccs_and_told_of_the_cic()
 {
    run(async |session| {
        let widget = session.read("/").await;
        widget
            .answer_all(&[
                (HELD, "None of them"),
                (WORK, "The hospital’s own bill"),
                (PATIENTS, "Admitted patients who stay in the hospital"),
                (
                    EXPERIENCE,
                    "Two years or more, or I hold an RHIT, RHIA or CCS-P",
                ),
                (CASES, "A few long, complicated records"),
                (ADS, "Not sure"),
                (BODY, "Either is fine"),
            ])
            .await;
        widget.headed("CCS").await;
        assert_eq!(
            reasons(&widget).await,
            "Admitted patients are what the CCS looks at first. You said: Admitted patients who stay in the hospital (5 points)\n\
             Long hospital records are the CCS’s daily work. You said: A few long, complicated records (2 points)\n\
             AHIMA recommends experience before the CCS exam; two years of it, or one of these credentials, is a good start. You said: Two years or more, or I hold an RHIT, RHIA or CCS-P (1 point)"
        );
        widget.say(".neighbours dt", &["CIC"]).await;
    });
}

#[test]
fn a_cpc_holder_drawn_to_patients_who_are_not_admitted_is_led_to_the_cpc_h_which_is_now_the_coc() {
    run(async |session| {
        let widget = session.read("/").await;
        let not_admitted =
            "Hospital patients who are not admitted: emergency, clinic, therapy, same-day surgery";
        widget
            .answer_all(&[
                (HELD, "CPC (or CPC-A)"),
                (WORK, "The hospital’s own bill"),
                (PATIENTS, not_admitted),
                (EXPERIENCE, "About a year"),
                (CASES, "Hospital charges, edits and payment rules"),
                (ADS, "Not sure"),
                (BODY, "Not sure"),
            ])
            .await;
        widget.headed("CPC-H (now COC)").await;
        assert!(reasons(&widget).await.contains(&format!(
            "Hospital patients who are not admitted are what the CPC-H, now COC, covers. You said: {not_admitted}"
        )));
    });
}

#[test]
fn who_holds_all_three_is_told_that_nothing_is_left_to_choose() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.answer(HELD, "All three").await;
        widget.headed("You hold all three").await;
        widget.says(".eyebrow", "Nothing left to choose").await;
        assert_eq!(widget.count(".reasons, .facts").await, 0);
    });
}

#[test]
fn next_with_nothing_marked_says_what_to_do_and_stays() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.headed(HELD).await;
        assert_eq!(widget.count(".fault:not(:empty)").await, 0);
        widget.press("Next").await;
        widget
            .says(
                "#question-fault",
                "Mark the answer that fits best. “Not sure” is a good answer too.",
            )
            .await;
        widget.says(".progress", "Question 1 of 7").await;
        widget.headed(HELD).await;
        // A mark is what was asked for, so the complaint goes.
        widget.mark("CCS").await;
        widget.lacks(".fault:not(:empty)").await;
        widget.press("Next").await;
        widget.headed(WORK).await;
    });
}

#[test]
fn back_keeps_the_answer_and_start_again_forgets_all() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.answer_all(&BEGINNER[..2]).await;
        widget.headed(EXPERIENCE).await;
        widget.press("Back").await;
        widget.headed(WORK).await;
        let marked = widget.find("input:checked").await;
        assert_eq!(marked.value().await, "providers");
        widget.press("Next").await;
        widget.answer_all(&BEGINNER[2..]).await;
        widget.headed("CPC").await;

        // Back leads from the result to the last question, with its answer.
        widget.press("Back").await;
        widget.headed(BODY).await;
        assert_eq!(widget.find("input:checked").await.value().await, "aapc");
        widget.press("See the result").await;
        widget.headed("CPC").await;

        widget.press("Start again").await;
        widget.headed(HELD).await;
        assert_eq!(widget.count("input:checked").await, 0);
        assert_eq!(widget.count("input[type=radio]").await, 9);
    });
}

#[test]
fn an_answer_changed_on_the_way_back_changes_the_result() {
    run(async |session| {
        let widget = session.read("/").await;
        let start = [(HELD, "None of them"), (WORK, "The hospital’s own bill")];
        widget.answer_all(&start).await;
        widget
            .answer(PATIENTS, "Admitted patients who stay in the hospital")
            .await;
        widget.headed(EXPERIENCE).await;
        widget.press("Back").await;
        widget
            .answer(PATIENTS, "People who visit a doctor’s office")
            .await;
        let rest = [EXPERIENCE, CASES, ADS, BODY].map(|question| (question, "Not sure"));
        widget.answer_all(&rest).await;
        widget.headed("CPC").await;
        assert_eq!(
            reasons(&widget).await,
            "Office visits are the CPC’s daily work. You said: People who visit a doctor’s office (5 points)"
        );
    });
}

#[test]
fn a_reason_leads_to_its_answer_and_the_changed_one_back_to_the_result() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.answer_all(&BEGINNER).await;
        widget.headed("CPC").await;
        let change = format!("Change your answer: {WORK}");
        widget.press(&change).await;
        widget.headed(WORK).await;
        assert_eq!(
            widget.find("input:checked").await.value().await,
            "providers"
        );
        // The hospital opens one more question; the later answers stay.
        widget.mark("The hospital’s own bill").await;
        widget.press("Next").await;
        widget.headed(PATIENTS).await;
        widget
            .say(
                ".answered .asked",
                &[HELD, WORK, EXPERIENCE, CASES, ADS, BODY],
            )
            .await;
        widget
            .mark("Admitted patients who stay in the hospital")
            .await;
        widget.press("See the result").await;
        widget.headed("CPC").await;
        widget.says(".points li:last-child .fine", "5 points").await;
    });
}

#[test]
fn another_answer_is_looked_at_and_taken() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.answer(HELD, "CPC (or CPC-A)").await;
        widget.answer(WORK, "The hospital’s own bill").await;
        widget
            .answer(PATIENTS, "Admitted patients who stay in the hospital")
            .await;
        for question in [EXPERIENCE, CASES, ADS, BODY] {
            widget.answer(question, "Not sure").await;
        }
        widget.headed("CCS").await;
        widget.shows("You hold CPC: what now?").await;
        widget.unfold("What if you had said something else?").await;
        widget
            .press("“All three” instead of “CPC (or CPC-A)”: none, since you would hold all three")
            .await;
        widget.headed("You hold all three").await;
        widget
            .says(
                ".what-if p",
                "What if you had said “All three” instead of “CPC (or CPC-A)”?",
            )
            .await;
        widget.press("Back to my result").await;
        widget.headed("CCS").await;

        let not_admitted =
            "Hospital patients who are not admitted: emergency, clinic, therapy, same-day surgery";
        widget.unfold("What if you had said something else?").await;
        widget
            .press(&format!(
                "“{not_admitted}” instead of “Admitted patients who stay in the hospital”: CPC-H (now COC)"
            ))
            .await;
        widget.headed("CPC-H (now COC)").await;
        widget.press("Take this answer").await;
        widget.says(".eyebrow", "Your answers lead to").await;
        widget.headed("CPC-H (now COC)").await;
        widget
            .shows("you would owe AAPC 48 CEUs every two years by the article’s table, 12 more than now; by AAPC’s later table, the newest found, it is 40, 4 more.")
            .await;
    });
}

#[test]
fn a_link_shows_its_result_in_one_widget_and_a_damaged_one_says_so() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.answer_all(&BEGINNER).await;
        widget.headed("CPC").await;
        let link = widget.value_of("#result-link").await;
        let (page, fragment) = link.split_once('#').unwrap();
        assert_eq!(fragment, "coderpath=1.bb-bbbbo");
        assert_eq!(page, session.execute("return location.href", &[]).await);
        widget.press("Copy the link").await;
        widget.says(".share [role=status]", "Copied.").await;

        // Opened elsewhere: the first widget of the page has it, the second is as ever.
        session.blog(
            "/two.html",
            "<p id=comments>Comments</p><coder-path></coder-path><coder-path></coder-path>",
        );
        let first = session.read(&format!("/two.html#{fragment}")).await;
        first.headed("CPC").await;
        reads_on_at(session, "CPC").await;
        let second = session.ready(1).await;
        second.headed(HELD).await;
        first.press(&format!("Change your answer: {BODY}")).await;
        first.headed(BODY).await;
        first.press("See the result").await;
        first.press("Start again").await;
        first.headed(HELD).await;
        // Loaded again, the page does not bring the old result back.
        session.reload().await;
        let (first, second) = (session.ready(0).await, session.ready(1).await);
        first.headed(HELD).await;

        // Followed on an open page; not ours; damaged; of a later release.
        let go = async |fragment: &str| {
            session
                .execute("location.hash = arguments[0];", &[json!(fragment)])
                .await;
        };
        go("coderpath=1.i------j").await;
        first.headed("You hold all three").await;
        go("comments").await;
        first.headed("You hold all three").await;
        go("coderpath=1.i------").await;
        first.shows("The link that led here is damaged").await;
        session
            .wait_until("the focus is on what is said", async || {
                first.find("#link-fault").await.is_focused().await
            })
            .await;
        first.headed("You hold all three").await;
        go("coderpath=7.abc").await;
        first.shows("was made by a newer release").await;
        second.headed(HELD).await;
    });
}

/// The focus is on the heading, and it shows.
async fn reads_on_at(session: &Session, heading: &str) {
    let wanted = format!("h2 {heading}");
    session
        .wait_until(&format!("the focus is on {wanted}"), async || {
            session.focused().await == wanted
        })
        .await;
    shows_focus(session).await;
}

async fn shows_focus(session: &Session) {
    let outline = "
        let at = document.activeElement;
        while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const style = getComputedStyle(at);
        return [style.outlineStyle, parseFloat(style.outlineWidth) >= 2];";
    assert_eq!(
        session.execute(outline, &[]).await,
        json!(["solid", true]),
        "around {}",
        session.focused().await
    );
}

/// Presses Tab until the focus is there.
async fn tab_to(session: &Session, wanted: &str) {
    let mut seen = Vec::new();
    while seen.len() < 12 {
        session.press("Tab").await;
        let focused = session.focused().await;
        if focused == wanted {
            shows_focus(session).await;
            return;
        }
        seen.push(focused);
    }
    assert!(seen.is_empty(), "Tab never reaches {wanted}: {seen:?}");
}

#[test]
fn the_whole_quiz_is_done_by_keyboard_and_the_focus_shows_where_the_reader_is() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.headed(HELD).await;
        tab_to(session, "button Choose a path").await;

        // Space marks the answer that has the focus; Enter in an answer goes on.
        tab_to(session, "input None of them").await;
        session.press("Space").await;
        session.press("Enter").await;
        reads_on_at(session, WORK).await;

        // Arrows mark the next answer.
        session.press("Tab").await;
        assert_eq!(
            session.focused().await,
            "input The work of doctors and other providers"
        );
        session.press("ArrowDown").await;
        assert_eq!(session.focused().await, "input The hospital’s own bill");
        tab_to(session, "button Next").await;
        session.press("Enter").await;
        reads_on_at(session, PATIENTS).await;

        // The button by Space as well. Back by keyboard leads to the question before, with its mark.
        tab_to(session, "button Back").await;
        session.press("Space").await;
        reads_on_at(session, WORK).await;
        session.press("Tab").await;
        assert_eq!(session.focused().await, "input The hospital’s own bill");
        session.press("Enter").await;
        reads_on_at(session, PATIENTS).await;

        session.press("Tab").await;
        for _ in 0..2 {
            session.press("ArrowDown").await;
        }
        assert_eq!(
            session.focused().await,
            "input Admitted patients who stay in the hospital"
        );
        session.press("Enter").await;
        for question in [EXPERIENCE, CASES, ADS, BODY] {
            reads_on_at(session, question).await;
            session.press("Tab").await;
            session.press("ArrowUp").await;
            assert_eq!(session.focused().await, "input Not sure");
            session.press("Enter").await;
        }
        reads_on_at(session, "CCS").await;
        // Another answer is looked at and left again.
        tab_to(session, "summary What if you had said something else?").await;
        session.press("Enter").await;
        tab_to(session, "button “People who visit a doctor’s office” instead of “Admitted patients who stay in the hospital”: CPC").await;
        session.press("Enter").await;
        reads_on_at(session, "CPC").await;
        tab_to(session, "button Back to my result").await;
        session.press("Space").await;
        reads_on_at(session, "CCS").await;
    });
}

#[test]
fn the_views_are_reached_with_the_arrow_keys() {
    run(async |session| {
        let widget = session.read("/").await;
        tab_to(session, "button Choose a path").await;
        for (key, tab) in [
            ("ArrowRight", "How many CEUs?"),
            ("ArrowRight", "My CEU log"),
            ("ArrowRight", "Questions"),
            ("ArrowRight", "Rules and sources"),
            ("ArrowRight", "Choose a path"),
            ("ArrowLeft", "Rules and sources"),
            ("Home", "Choose a path"),
            ("End", "Rules and sources"),
            ("ArrowLeft", "Questions"),
            ("ArrowLeft", "My CEU log"),
        ] {
            session.press(key).await;
            widget.says("[aria-selected=true]", tab).await;
            session
                .wait_until("the focus follows", async || {
                    session.focused().await == format!("button {tab}")
                })
                .await;
            shows_focus(session).await;
        }
        // One stop for all tabs: the next Tab is in the view.
        session.press("Tab").await;
        assert_eq!(session.focused().await, "button Add the first activity");
    });
}

#[test]
fn the_page_is_told_the_result_by_an_event_and_nothing_more() {
    run(async |session| {
        let widget = session.read("/").await;
        let listen = "
            window.told = [];
            document.addEventListener('coderpath:result', (event) => window.told.push(
                [event.target.localName, event.bubbles, event.composed, event.detail]));";
        session.execute(listen, &[]).await;
        let told = async || session.execute("return window.told;", &[]).await;

        widget.answer_all(&BEGINNER).await;
        widget.headed("CPC").await;
        let cpc = json!(["coder-path", true, true, { "credential": "CPC" }]);
        assert_eq!(told().await, json!([cpc]));

        widget.press("Start again").await;
        widget.answer(HELD, "All three").await;
        widget.headed("You hold all three").await;
        let none = json!(["coder-path", true, true, { "credential": null }]);
        assert_eq!(told().await, json!([cpc, none]));
    });
}

#[test]
fn the_result_leads_on_to_the_other_two_views() {
    run(async |session| {
        let widget = session.read("/").await;
        widget.answer_all(&BEGINNER).await;
        widget.headed("CPC").await;
        widget.press("How many CEUs would I owe?").await;
        widget.headed("How many CEUs do you owe?").await;
        widget.open("Choose a path").await;
        widget.headed("CPC").await;
        widget.press("Start a log with CPC").await;
        widget.find("#add").await;
        widget.total("aapc", "0 of 36 CEUs").await;
    });
}
