//! Several widgets of one blog share one log: on one page, and in two tabs.

use e2e::{Activity, run};

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

#[test]
fn two_widgets_of_a_page_both_work_and_show_one_log_and_the_program_is_loaded_once() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        session.blog(
            "/post.html",
            "<coder-path view=log></coder-path><p>And again:</p><coder-path view=log></coder-path>",
        );
        session.goto("/post.html").await;
        let (first, second) = (session.ready(0).await, session.ready(1).await);
        let loaded = session.server().requests();
        let of_the_program = loaded
            .iter()
            .filter(|request| request.path == "/coderpath_bg.wasm");
        assert_eq!(of_the_program.count(), 1, "{loaded:?}");

        // A half-typed form in the second is its own affair, and survives what the first does.
        second.click("#add").await;
        second.field("Title").await.fill("Half a tit").await;
        first.add(&WEBINAR).await;
        second.titles(&[WEBINAR.title]).await;
        assert_eq!(second.value_of("#title").await, "Half a tit");
        second.type_activity(&MEETING).await;
        second.press("Save").await;
        first.titles(&[MEETING.title, WEBINAR.title]).await;

        // What is held, a change and a deletion arrive as well.
        first.hold(&["CPC"]).await;
        second.total("aapc", "2.5 of 36 CEUs").await;
        second.press(&format!("Change: {}", WEBINAR.title)).await;
        second.find("#aapc-ceus").await.fill("3").await;
        second.press("Save").await;
        first.total("aapc", "4 of 36 CEUs").await;
        first.press(&format!("Delete: {}", MEETING.title)).await;
        second.titles(&[WEBINAR.title]).await;
        // Nowhere is there a conflict: nobody changed anything behind another's back.
        for widget in [first, second] {
            assert!(!widget.text().await.contains("Changed in two places"));
        }

        // The quiz is each one's own.
        first.open("Choose a path").await;
        second.open("Choose a path").await;
        first
            .answer("Which of these three do you hold already?", "All three")
            .await;
        first.headed("You hold all three").await;
        second
            .headed("Which of these three do you hold already?")
            .await;
    });
}

#[test]
fn an_activity_added_in_one_tab_is_in_the_other_at_once() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let here = session.read("/").await;
        here.open("My CEU log").await;
        here.hold(&["CPC"]).await;
        let first = session.new_tab("/demo/blog.html").await;
        let there = session.ready(0).await;
        there.open("My CEU log").await;
        there.total("aapc", "0 of 36 CEUs").await;
        there.add(&WEBINAR).await;

        let second = session.switch_to(&first).await;
        here.titles(&[WEBINAR.title]).await;
        here.total("aapc", "1.5 of 36 CEUs").await;
        here.press(&format!("Delete: {}", WEBINAR.title)).await;
        here.titles(&[]).await;

        session.switch_to(&second).await;
        there.titles(&[]).await;
        there.total("aapc", "0 of 36 CEUs").await;
    });
}

#[test]
fn one_activity_changed_in_two_tabs_at_once_is_shown_as_such_and_neither_change_is_lost() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let here = session.read("/").await;
        here.open("My CEU log").await;
        here.add(&WEBINAR).await;
        let change = format!("Change: {}", WEBINAR.title);
        here.press(&change).await;
        here.find("#aapc-ceus").await.fill("2").await;

        // Meanwhile somebody else changes it in another tab.
        let first = session.new_tab("/").await;
        let there = session.ready(0).await;
        there.open("My CEU log").await;
        there.press(&change).await;
        there.find("#aapc-ceus").await.fill("3").await;
        there.press("Save").await;
        there.say(".entry .claims", &["3 AAPC"]).await;

        session.switch_to(&first).await;
        // The form stands where the activity stood, so the sum is where the other change is seen.
        here.total("aapc", "3 CEUs").await;
        here.press("Save").await;
        let both = "Changed in two places. The newer version is shown until you choose.";
        here.say(".entry .claims", &["2 AAPC"]).await;
        here.shows(both).await;
        let here = session.reload_log().await;
        here.say(".entry .claims", &["2 AAPC"]).await;
        here.shows(both).await;
        let kept = "return Object.keys(localStorage).filter((key) => key.startsWith('coderpath:1:entry:')).length;";
        assert_eq!(session.execute(kept, &[]).await, 2);
    });
}
