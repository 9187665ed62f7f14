//! A reader looks for an answer, and for the rule behind it.

use e2e::{Session, Widget, run};

async fn questions<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    let widget = session.read(page).await;
    widget.open("Questions").await;
    widget
}

#[test]
fn an_answer_is_searched_for_and_opened_by_key_press() {
    run(async |session| {
        let widget = questions(session, "/").await;
        widget.says(".found", "20 questions").await;
        let search = widget.field("Search the questions").await;
        search.fill("Grey button").await;
        widget.says(".found", "One question of 20").await;
        let asked = "How do I submit my CEUs, and why is the button gray?";
        widget.says(".questions h3", asked).await;
        widget.lacks(".answer").await;

        session.press("Tab").await;
        let question = widget.button(asked).await;
        assert!(question.is_focused().await);
        session.press("Enter").await;
        widget
            .shows("from one month before the due date, and only once the total is complete")
            .await;
        assert!(question.is_focused().await);
        assert_eq!(
            question.attribute("aria-expanded").await.as_deref(),
            Some("true")
        );
        let link = widget.find_worded("a", "Link to this answer").await;
        let href = link.attribute("href").await.unwrap_or_default();
        assert!(href.ends_with("/#coderpath=q.grey-button"), "{href}");
        // With a search in its way, the link still leads to the answer.
        session.press("Enter").await;
        widget.lacks(".answer").await;
        search.fill("zebra").await;
        session
            .execute("location.hash = '#coderpath=q.grey-button';", &[])
            .await;
        widget.find(".answer").await;
        session
            .wait_until("the focus is on the question", async || {
                widget.button(asked).await.is_focused().await
            })
            .await;
        session.press("Enter").await;
        widget.lacks(".answer").await;

        search.fill("zebra").await;
        widget
            .says(
                ".found",
                "Nothing found for “zebra”. Try fewer words, or just the beginning of one.",
            )
            .await;
        search.fill("").await;
        widget.says(".found", "20 questions").await;
    });
}

#[test]
fn an_answer_names_its_sources_and_leads_into_the_quiz() {
    run(async |session| {
        let widget = questions(session, "/demo/blog.html").await;
        widget.press("CPC or CCS: which should I take?").await;
        widget
            .shows("It depends on whose work you would like to code and on where you start.")
            .await;
        widget.unfold("Sources").await;
        widget.shows("CCO: AAPC CPC exam requirements").await;
        widget.press("Find out with the quiz").await;
        widget
            .headed("Which of these three do you hold already?")
            .await;

        // What was open is open still.
        widget.open("Questions").await;
        widget.find(".answer").await;
    });
}

#[test]
fn the_rules_stand_with_their_figures_and_pages() {
    run(async |session| {
        session.blog("/post.html", "<coder-path view=rules></coder-path>");
        let widget = session.read("/post.html").await;
        widget.headed("Rules and sources").await;
        widget.shows("We read them on November 23, 2026").await;
        assert!(!widget.text().await.contains("more than a year ago"));
        widget.unfold("AAPC: submitting").await;
        widget
            .shows("25% of submissions are picked at random to be verified.")
            .await;
        widget.unfold("AHIMA: which CEUs count").await;
        widget.shows("In force from January 1, 2025.").await;
        widget.unfold("The 14 points").await;
        widget
            .shows("By August 31, 2015 at the latest it was 36, 40, 44, 48 and 52.")
            .await;
        widget.shows("All 11,524 ways through the quiz").await;
    });
}

#[test]
fn a_year_after_the_pages_were_read_the_reader_is_reminded() {
    run(async |session| {
        session.pretend_today("2027-11-24");
        session.blog("/post.html", "<coder-path view=rules></coder-path>");
        let widget = session.read("/post.html").await;
        widget
            .shows("These pages were read more than a year ago, on November 23, 2026.")
            .await;
    });
}

#[test]
fn all_tabs_are_to_be_seen_on_a_narrow_page() {
    run(async |session| {
        session.resize(session.engine().narrowest(), 800).await;
        let widget = session.read("/").await;
        for tab in [
            "Rules and sources",
            "Questions",
            "My CEU log",
            "How many CEUs?",
            "Choose a path",
        ] {
            widget.open(tab).await;
        }
        let script = "
            const { shadowRoot } = document.querySelector('coder-path');
            const tabs = [...shadowRoot.querySelectorAll('[role=tab]')];
            const tops = new Set(tabs.map((tab) => tab.getBoundingClientRect().top));
            const cut = tabs.filter((tab) => tab.scrollWidth > tab.clientWidth).map((tab) => tab.innerText);
            return [tops.size <= 2, cut];";
        let seen = session.execute(script, &[]).await;
        assert_eq!(seen, serde_json::json!([true, []]));
    });
}
