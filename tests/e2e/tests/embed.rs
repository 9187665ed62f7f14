//! A blogger puts the widget on a page: with attributes, under a policy, in a page with a style and scripts of its own.

use std::fs;

use e2e::{Activity, Answer, BEGINNER, Request, Session, Widget, run};
use serde_json::{Value, json};

const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers 25 and 59",
    date: "2026-10-05",
    aapc: "1.5",
    ahima: "",
};

const HOST: &str = "const host = document.querySelector('coder-path');";

/// Runs a script of the blog's, with `host` as the page's first widget.
async fn script(session: &Session, script: &str) -> Value {
    session.execute(&format!("{HOST} {script}"), &[]).await
}

async fn background(widget: &Widget<'_>) -> Value {
    let script = "return getComputedStyle(arguments[0]).backgroundColor;";
    widget
        .find(".widget")
        .await
        .execute(script, Value::Null)
        .await
}

const DARK: &str = "rgb(18, 24, 30)";
const LIGHT: &str = "rgb(255, 255, 255)";

/// Whether the element that was taken out shows its own children again, and no widget.
const WAITS: &str = "
    const root = window.gone.shadowRoot;
    return root.querySelector('slot') !== null && root.querySelector('.widget') === null;";

#[test]
fn the_attributes_choose_view_table_and_theme_from_the_start_and_when_they_change() {
    run(async |session| {
        session.blog(
            "/post.html",
            "<coder-path view=ceus rules=latest theme=dark></coder-path>",
        );
        let widget = session.read("/post.html").await;
        widget.headed("How many CEUs do you owe?").await;
        widget.mark("What I hold").await;
        widget.tick("CPC", true).await;
        widget.tick("CPC-H (now COC)", true).await;
        widget.total("aapc", "40").await;
        assert_eq!(background(&widget).await, DARK);

        script(
            session,
            "host.setAttribute('rules', 'article'); host.setAttribute('theme', 'light');",
        )
        .await;
        widget.total("aapc", "48").await;
        assert_eq!(background(&widget).await, LIGHT);
        script(session, "host.rules = 'latest'; host.theme = 'dark';").await;
        widget.total("aapc", "40").await;
        assert_eq!(background(&widget).await, DARK);
        script(session, "host.removeAttribute('rules'); host.theme = null;").await;
        widget.total("aapc", "48").await;
        assert_eq!(
            background(&widget).await,
            LIGHT,
            "the page's own scheme is light"
        );
        script(
            session,
            "document.documentElement.style.colorScheme = 'dark';",
        )
        .await;
        assert_eq!(
            background(&widget).await,
            DARK,
            "the page's own scheme is dark"
        );

        script(session, "host.view = 'log';").await;
        widget.find("#add").await;
        script(session, "host.setAttribute('view', 'no such view');").await;
        widget
            .headed("Which of these three do you hold already?")
            .await;
        assert_eq!(
            script(
                session,
                "return [host.view, host.rules, host.theme, host.outerHTML];"
            )
            .await,
            json!([
                "no such view",
                null,
                null,
                "<coder-path view=\"no such view\"></coder-path>"
            ])
        );
    });
}

#[test]
fn a_link_in_the_post_leads_to_a_view_as_often_as_the_reader_follows_it() {
    run(async |session| {
        session.blog("/post.html", "<coder-path></coder-path>");
        let widget = session.read("/post.html").await;
        for _ in 0..2 {
            // What the link does.
            script(session, "host.view = 'ceus';").await;
            widget.headed("How many CEUs do you owe?").await;
            widget.open("My CEU log").await;
        }
        // The table is another matter, and leaves the reader where they are.
        script(session, "host.rules = 'latest';").await;
        widget.hold(&["CPC"]).await;
        script(session, "host.view = 'path';").await;
        widget.headed(BEGINNER[0].0).await;
    });
}

#[test]
fn properties_that_were_set_before_the_element_was_defined_hold() {
    run(async |session| {
        let server = session.server();
        let early = format!(
            "{HOST} Object.assign(host, {{ view: 'ceus', rules: 'latest', theme: 'dark' }});"
        );
        server.answer("/early.js", Answer::file(".js", early));
        // A classic script at the end of the page runs before any module.
        session.blog(
            "/post.html",
            "<coder-path></coder-path><script src=\"/early.js\"></script>",
        );
        let widget = session.read("/post.html").await;
        widget.mark("What I hold").await;
        widget.tick("CPC", true).await;
        widget.tick("CPC-H (now COC)", true).await;
        widget.total("aapc", "40").await;
        assert_eq!(background(&widget).await, DARK);
        assert_eq!(
            script(session, "return host.outerHTML;").await,
            "<coder-path view=\"ceus\" rules=\"latest\" theme=\"dark\"></coder-path>"
        );
    });
}

#[test]
fn a_widget_that_is_moved_in_the_page_keeps_what_was_typed() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        session.blog(
            "/post.html",
            "<coder-path view=log></coder-path><aside></aside>",
        );
        let widget = session.read("/post.html").await;
        widget.click("#add").await;
        widget.type_activity(&WEBINAR).await;
        script(
            session,
            "window.before = host; document.querySelector('aside').append(host);",
        )
        .await;
        // Longer than the element waits to see whether it was a move.
        let turn = "return new Promise((done) => setTimeout(() => setTimeout(done)));";
        session.execute(turn, &[]).await;
        assert_eq!(
            script(
                session,
                "return [host === window.before, host.parentElement.localName];"
            )
            .await,
            json!([true, "aside"])
        );
        assert_eq!(widget.value_of("#title").await, WEBINAR.title);
        assert_eq!(widget.value_of("#aapc-ceus").await, "1.5");
        widget.press("Save").await;
        widget.titles(&[WEBINAR.title]).await;
    });
}

#[test]
fn a_removed_widget_ends_and_a_new_one_or_the_same_again_works() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        session.blog(
            "/post.html",
            "<coder-path view=log></coder-path><coder-path view=log></coder-path>",
        );
        session.goto("/post.html").await;
        let (first, _) = (session.ready(0).await, session.ready(1).await);
        first.click("#add").await;
        script(session, "window.gone = host; host.remove();").await;
        session
            .wait_until("the removed widget is empty again", async || {
                script(session, WAITS).await == true
            })
            .await;

        // The second is the page's first now. What it stores reaches nobody who has gone.
        let left = first;
        left.add(&WEBINAR).await;
        script(
            session,
            "document.body.append(document.createElement('coder-path'));",
        )
        .await;
        let new = session.ready(1).await;
        new.open("My CEU log").await;
        new.titles(&[WEBINAR.title]).await;
        new.press(&format!("Delete: {}", WEBINAR.title)).await;
        left.titles(&[]).await;

        // The one that went comes back, as new: its form is closed, its attribute still heard.
        script(session, "document.body.prepend(window.gone);").await;
        let back = session.ready(0).await;
        back.find("#add").await;
        script(session, "host.setAttribute('view', 'ceus');").await;
        back.headed("How many CEUs do you owe?").await;
        let loaded = session.server().requests();
        let programs = loaded
            .iter()
            .filter(|request| request.path == "/coderpath_bg.wasm");
        assert_eq!(programs.count(), 1, "{loaded:?}");
    });
}

#[test]
fn a_widget_removed_before_it_was_loaded_never_starts_and_says_nothing() {
    run(async |session| {
        let server = session.server();
        server.hold("/coderpath_bg.wasm");
        session.blog(
            "/post.html",
            "<p>The post</p><coder-path>In short: it depends.</coder-path>",
        );
        session.goto("/post.html").await;
        session.widget(0).await;
        script(session, "window.gone = host; host.remove();").await;
        server.release("/coderpath_bg.wasm");
        // A second one shows that the program is there by now.
        script(
            session,
            "document.body.append(document.createElement('coder-path'));",
        )
        .await;
        session.ready(0).await;
        assert_eq!(script(session, WAITS).await, true);
    });
}

#[test]
fn until_the_program_is_there_the_text_of_the_post_shows_and_nothing_jumps_much() {
    run(async |session| {
        let server = session.server();
        server.hold("/coderpath_bg.wasm");
        session.goto("/demo/blog.html").await;
        session.widget(0).await;
        assert!(session.text().await.contains("In short: the CPC (AAPC)"));
        let height = async || {
            script(
                session,
                "return Math.round(host.getBoundingClientRect().height);",
            )
            .await
        };
        let before = height().await.as_u64().unwrap_or_default();
        server.release("/coderpath_bg.wasm");
        let widget = session.ready(0).await;
        widget
            .headed("Which of these three do you hold already?")
            .await;
        assert!(!session.text().await.contains("In short: the CPC (AAPC)"));
        let after = height().await.as_u64().unwrap_or_default();
        assert!(before.abs_diff(after) <= 100, "{before} became {after} px");
    });
}

fn asked(session: &Session) -> Vec<String> {
    session
        .server()
        .requests()
        .iter()
        .map(Request::to_string)
        .collect()
}

#[test]
fn under_a_strict_policy_everything_works_and_nothing_is_asked_for_or_set_after_the_first_question()
{
    run(async |session| {
        session.pretend_today("2026-11-23");
        for page in ["/", "/index.html", "/demo/blog.html"] {
            session.server().strict_policy(page);
        }
        session.blog("/post.html", "<coder-path theme=dark></coder-path>");
        let widget = session.read("/post.html").await;
        widget.headed(BEGINNER[0].0).await;
        let mut files = asked(session);
        files.sort();
        assert_eq!(
            files,
            [
                "GET /coderpath.js 200",
                "GET /coderpath_bg.wasm 200",
                "GET /embed.js 200",
                "GET /post.html 200",
                "GET /styles/widget.css 200",
            ]
        );
        widget.answer_all(&BEGINNER).await;
        widget.headed("CPC").await;
        widget.open("How many CEUs?").await;
        widget.mark("What I hold").await;
        widget.tick("CPC", true).await;
        widget.tick("CCS", true).await;
        widget.total("ahima", "20").await;
        widget.open("My CEU log").await;
        widget.add(&WEBINAR).await;
        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        widget.press("Save").await;
        widget.press(&format!("Delete: {}", WEBINAR.title)).await;
        widget.click("#undo").await;
        widget.titles(&[WEBINAR.title]).await;
        script(session, "host.theme = 'light'; host.view = 'ceus';").await;
        widget.headed("How many CEUs do you owe?").await;
        assert_eq!(asked(session).len(), files.len(), "{:?}", asked(session));
        assert_eq!(script(session, "return document.cookie;").await, "");

        // The project's own page keeps to the policy as well.
        session.read("/").await.headed(BEGINNER[0].0).await;
    });
}

/// The page's own text stays, one line says what happened, and the console tells the blogger why.
async fn stays_text(session: &Session, page: &str) {
    session.goto(page).await;
    let widget = session.widget(0).await;
    widget
        .says(
            "p[role=status]",
            "The interactive part could not be started here. What you see is the fixed text; reloading the page may help.",
        )
        .await;
    let text = session.text().await;
    assert!(text.contains("In short: it depends."), "{text}");
    let told = session.noise().await;
    let told = told
        .iter()
        .filter(|noise| noise.kind.starts_with("console."));
    assert_eq!(told.count(), 1, "one line in the console");
}

#[test]
fn where_a_file_of_the_widget_is_missing_the_text_stays_and_one_line_says_so() {
    for file in ["/coderpath_bg.wasm", "/coderpath.js", "/styles/widget.css"] {
        run(async |session| {
            session.server().answer(file, Answer::not_found());
            session.blog(
                "/post.html",
                "<coder-path>In short: it depends.</coder-path>",
            );
            session.expect_noise(file.trim_start_matches('/'));
            stays_text(session, "/post.html").await;
        });
    }
}

#[test]
fn where_the_program_is_damaged_the_text_stays_and_one_line_says_so() {
    run(async |session| {
        let server = session.server();
        server.answer(
            "/coderpath_bg.wasm",
            Answer::file(".wasm", "<html>Your host is down for repair"),
        );
        session.blog(
            "/post.html",
            "<coder-path>In short: it depends.</coder-path>",
        );
        session.expect_noise("coderpath could not be loaded: CompileError");
        stays_text(session, "/post.html").await;
    });
}

#[test]
fn where_the_loader_is_missing_the_text_stays() {
    run(async |session| {
        session.server().answer("/embed.js", Answer::not_found());
        session.expect_noise("/embed.js");
        session.blog(
            "/post.html",
            "<coder-path>In short: it depends.</coder-path>",
        );
        session.goto("/post.html").await;
        assert!(session.text().await.contains("In short: it depends."));
    });
}

#[test]
fn where_webassembly_is_off_the_text_stays_and_one_line_says_so() {
    run(async |session| {
        session
            .server()
            .before_page_scripts("delete window.WebAssembly;");
        session.blog(
            "/post.html",
            "<coder-path>In short: it depends.</coder-path>",
        );
        session.expect_noise("coderpath could not be loaded: ReferenceError");
        stays_text(session, "/post.html").await;
    });
}

#[test]
fn a_program_served_with_the_wrong_type_still_starts() {
    run(async |session| {
        // Many a host knows no type for wasm. wasm-bindgen's own file says so and goes on.
        let wasm = fs::read(format!(
            "{}/coderpath_bg.wasm",
            std::env::var("CODERPATH_DIST").unwrap_or_default()
        ));
        let wasm = wasm.unwrap_or_default();
        session
            .server()
            .answer("/coderpath_bg.wasm", Answer::file("", wasm));
        session.expect_noise(
            "`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm",
        );
        session.blog("/post.html", "<coder-path></coder-path>");
        session.read("/post.html").await.headed(BEGINNER[0].0).await;
    });
}

#[test]
fn a_line_pasted_twice_or_from_two_addresses_makes_one_element() {
    run(async |session| {
        let line = "<script type=module src=\"/embed.js\"></script>";
        let other = "<script type=module src=\"/embed.js?again\"></script>";
        session.blog(
            "/post.html",
            &format!("<coder-path></coder-path>{line}{other}<coder-path></coder-path>"),
        );
        session.goto("/post.html").await;
        for n in 0..2 {
            session.ready(n).await.headed(BEGINNER[0].0).await;
        }
        let asked = asked(session);
        let programs = asked.iter().filter(|request| request.contains(".wasm"));
        assert_eq!(programs.count(), 1, "{asked:?}");
    });
}

/// The computed style of everything that is the blog's own. What follows from the widget's height is left out.
const STYLES: &str = "
    const follows = ['height', 'block-size', 'perspective-origin', 'transform-origin'];
    const own = [...document.querySelectorAll('*')].filter((e) => !e.closest('coder-path') && e.localName !== 'script');
    return own.map((e) => {
        const style = getComputedStyle(e);
        return [e.localName, [...style].filter((name) => !follows.includes(name)).map((name) => `${name}: ${style[name]}`).join('; ')];
    });";

#[test]
fn the_blogs_style_does_not_reach_the_widget_and_the_widget_leaves_the_blogs_style_alone() {
    run(async |session| {
        let server = session.server();
        // The same page once without the widget.
        server.hold("/coderpath_bg.wasm");
        session.goto("/demo/blog.html").await;
        session.widget(0).await;
        let before = session.execute(STYLES, &[]).await;
        assert!(before.as_array().is_some_and(|own| own.len() > 10));
        server.release("/coderpath_bg.wasm");
        let widget = session.ready(0).await;
        widget.headed(BEGINNER[0].0).await;
        assert_eq!(session.execute(STYLES, &[]).await, before);

        // And the widget is what it is on a page without any style.
        let look = async |widget: &Widget<'_>| {
            let mut seen = Vec::new();
            for (view, parts) in [
                (
                    "Choose a path",
                    [
                        "button.primary",
                        "label.option:first-child",
                        "label.option:first-child input",
                        "h2",
                        ".hint",
                    ],
                ),
                (
                    "How many CEUs?",
                    [
                        ".holdings fieldset:first-of-type",
                        "#other-aapc",
                        "h2",
                        ".note",
                        "label[for=other-aapc]",
                    ],
                ),
            ] {
                widget.open(view).await;
                if view == "How many CEUs?" {
                    widget.mark("What I hold").await;
                }
                for part in parts {
                    let style = "
                        const style = getComputedStyle(arguments[0]);
                        return ['textTransform', 'letterSpacing', 'borderTopStyle', 'borderTopWidth', 'borderTopColor', 'fontSize',
                            'fontFamily', 'lineHeight', 'textAlign', 'color', 'backgroundColor', 'marginTop', 'paddingLeft', 'fontStyle']
                            .map((name) => `${name}: ${style[name]}`);";
                    seen.push((
                        part,
                        widget.find(part).await.execute(style, Value::Null).await,
                    ));
                }
            }
            seen
        };
        let in_the_blog = look(&widget).await;
        let button = in_the_blog
            .first()
            .map(|(_, style)| style.to_string())
            .unwrap_or_default();
        assert!(
            button.contains("textTransform: none") && !button.contains("dashed"),
            "{button}"
        );
        session.blog("/plain.html", "<coder-path></coder-path>");
        let plain = session.read("/plain.html").await;
        assert_eq!(look(&plain).await, in_the_blog);
    });
}

#[test]
fn a_blog_with_rules_for_everything_does_not_hide_or_tear_the_widget() {
    run(async |session| {
        let server = session.server();
        server.answer(
            "/blog.css",
            Answer::file(
                ".css",
                "* { margin: 7px; letter-spacing: 3px; font: italic 30px/3 cursive; } p { display: none } :root { font-size: 4px }
                 coder-path { display: inline; direction: ltr; white-space: pre; visibility: visible; text-indent: 3em; word-spacing: 1em }
                 [hidden] { display: none !important }",
            ),
        );
        session.blog(
            "/post.html",
            "<link rel=stylesheet href=\"/blog.css\"><coder-path></coder-path>",
        );
        let widget = session.read("/post.html").await;
        let hint =
            "We never recommend what you have. An apprentice’s CPC-A or COC-A counts as held.";
        widget.says(".hint", hint).await;
        let style = "
            const style = getComputedStyle(arguments[0]);
            return ['fontStyle', 'letterSpacing', 'whiteSpace', 'textIndent', 'wordSpacing'].map((name) => style[name]);";
        assert_eq!(
            widget.find(".hint").await.execute(style, Value::Null).await,
            json!(["normal", "normal", "normal", "0px", "0px"])
        );
        assert_eq!(
            script(session, "return getComputedStyle(host).display;").await,
            "block"
        );
        script(session, "host.hidden = true;").await;
        assert_eq!(
            script(session, "return getComputedStyle(host).display;").await,
            "none"
        );
    });
}
