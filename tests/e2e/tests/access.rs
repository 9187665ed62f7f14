//! Nobody is shut out: axe-core finds nothing in any state of the widget, light or dark.

#![allow(
    clippy::expect_used,
    reason = "a test's failure is a panic, and a check that cannot fail is one"
)]

use e2e::{Media, STATES, run_in_chromium, try_run};

/// Goes through every state on this page.
fn check(page: &str) {
    for state in STATES {
        run_in_chromium(async |session| {
            state.reach(session, page).await;
            for (dark, colours) in [(false, "light"), (true, "dark")] {
                let media = Media {
                    dark,
                    ..Media::default()
                };
                session.emulate(media).await;
                let state = format!("{} on {page}, {colours},", state.name);
                session.assert_accessible(&state).await;
            }
        });
    }
}

#[test]
fn every_state_on_the_page_of_its_own_is_open_to_all() {
    check("/");
}

#[test]
fn every_state_in_a_blog_post_is_open_to_all() {
    check("/demo/blog.html");
}

#[test]
fn what_shuts_readers_out_fails_with_rule_and_place_inside_a_widget_and_under_a_strict_policy() {
    let failure = try_run(async |session| {
        session.blog(
            "/post.html",
            "<main><h1>A post</h1><coder-path></coder-path></main>",
        );
        let widget = session.read("/post.html").await;
        let radio = widget.find_worded("label.option", "None of them").await;
        let unname = "arguments[0].querySelector('span').remove();";
        radio.execute(unname, serde_json::Value::Null).await;
        session.assert_accessible("a nameless answer").await;
    })
    .expect_err("an answer without a name");
    for part in [
        "a nameless answer shuts readers out:",
        "label (critical): Form elements must have labels",
        "coder-path > input[value=\"none\"]: ",
    ] {
        assert!(failure.contains(part), "{part} is not in: {failure}");
    }
}
