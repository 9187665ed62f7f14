//! The guards guard: what a page does unannounced fails its test, and so does an announcement that nothing answers.
//! And the reader's hands reach into a widget: its parts are found, clicked, typed into and read.

#![allow(
    clippy::expect_used,
    clippy::needless_pass_by_value,
    reason = "a test's failure is a panic, and its steps are written where they are run"
)]

use std::io::Write;
use std::net::TcpListener;
use std::thread;

use e2e::{Answer, Media, Session, run, run_in_chromium, try_run};
use serde_json::json;

/// Opens a page with this script of its own.
async fn open(session: &Session, script: &str) {
    let server = session.server();
    server.answer("/page.js", Answer::file(".js", script));
    server.page(
        "/page.html",
        "<!doctype html><title>A page</title><body><script src=\"/page.js\"></script>",
    );
    session.goto("/page.html").await;
}

/// These steps fail for each of the lines, and pass if all are announced.
fn check(lines: &[&str], steps: impl AsyncFn(&Session)) {
    let failure = try_run(&steps).expect_err("noise");
    for line in lines {
        let is_told = |told: &str| told.contains("nobody announced: ") && told.contains(line);
        assert!(failure.lines().any(is_told), "{line} is not in: {failure}");
    }
    run(async |session| {
        for line in lines {
            session.expect_noise(line);
        }
        steps(session).await;
    });
}

#[test]
fn a_quiet_page_passes() {
    run(async |session| open(session, "document.title = 'quiet';").await);
}

#[test]
fn noise_that_nobody_announced_fails() {
    let cases = [
        (
            "console.error: torn {\"page\":3}",
            "console.error('torn', { page: 3 })",
        ),
        ("console.debug: by the way", "console.debug('by the way')"),
        (
            "console.assert: one is two",
            "console.assert(true, 'fine'), console.assert(1 === 2, 'one is two')",
        ),
        (
            "thrown late",
            "setTimeout(() => { throw new Error('thrown late'); })",
        ),
        (
            "refused late",
            "setTimeout(() => Promise.reject(new Error('refused late')))",
        ),
        ("/nowhere.json", "fetch('/nowhere.json')"),
        ("/nowhere.png", "new Image().src = '/nowhere.png'"),
    ];
    let script = cases.map(|(_, script)| script).join(";\n");
    check(&cases.map(|(line, _)| line), async |session| {
        open(session, &script).await;
    });
}

#[test]
fn messages_of_a_page_that_left_by_itself_fail() {
    check(&["console.warn: leaving"], async |session| {
        session.server().page("/next.html", "<p>The next page");
        let script = "
            console.warn('leaving');
            location.href = '/next.html';";
        open(session, script).await;
        let has_arrived = async || session.text().await == "The next page";
        session
            .wait_until("the next page is there", has_arrived)
            .await;
        let heard = session.noise().await;
        let heard: Vec<String> = heard.iter().map(ToString::to_string).collect();
        assert_eq!(heard, ["console.warn: leaving"]);
    });
}

#[test]
fn requests_to_another_host_fail() {
    // A second server stands for the other host: WebKit does not tell of requests that reach nobody.
    let other = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = other.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in other.incoming().flatten() {
            let _ = (&stream)
                .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    let line = format!("foreign request: http://{address}/beacon");
    let script = format!("fetch('http://{address}/beacon', {{ mode: 'no-cors' }});");
    check(&[&line], async |session| open(session, &script).await);
}

#[test]
fn violations_of_the_policy_fail() {
    check(&["script-src"], async |session| {
        session.server().strict_policy("/page.html");
        open(
            session,
            "document.body.setAttribute('onclick', '0'); document.body.click();",
        )
        .await;
    });
}

#[test]
fn frames_are_heard() {
    check(
        &["console.info: from inside (in a frame)"],
        async |session| {
            let server = session.server();
            server.answer(
                "/inside.js",
                Answer::file(".js", "console.info('from inside')"),
            );
            server.page(
                "/inside.html",
                "<p id=inside>Inside</p><script src=\"/inside.js\"></script>",
            );
            let frame = server.other_origin_url("/inside.html");
            server.page(
                "/page.html",
                &format!("<iframe sandbox=allow-scripts src=\"{frame}\"></iframe>"),
            );
            session.goto("/page.html").await;
            session.enter_frame("iframe").await;
            assert_eq!(session.text().await, "Inside");
        },
    );
}

#[test]
fn other_tabs_are_heard() {
    check(&["console.log: in the second tab"], async |session| {
        open(session, "").await;
        let server = session.server();
        server.answer(
            "/second.js",
            Answer::file(".js", "console.log('in the second tab')"),
        );
        server.page("/second.html", "<script src=\"/second.js\"></script>");
        let first = session.new_tab("/second.html").await;
        session.switch_to(&first).await;
    });
}

#[test]
fn an_announcement_that_nothing_answers_fails() {
    let failure = try_run(async |session| {
        session.expect_noise("the storage is full");
        open(session, "").await;
    })
    .expect_err("nothing was heard");
    assert!(
        failure.contains("announced, but did not come: the storage is full"),
        "{failure}"
    );
}

#[test]
fn a_failed_step_tells_what_was_wanted_and_what_the_page_showed() {
    let failure = try_run(async |session| {
        open_toys(session).await;
        session.execute("console.warn('a hint');", &[]).await;
        // There are two: which one to click is not for the harness to guess.
        session.widget(0).await.click("button").await;
    })
    .expect_err("there are two buttons");
    for told in [
        "there is one button to see",
        "/toys.html, which shows:\nThe article.",
        "console.warn: a hint",
    ] {
        assert!(failure.contains(told), "{told} is not in: {failure}");
    }
}

#[test]
fn requests_are_recorded_and_can_be_held() {
    run(async |session| {
        let server = session.server();
        server.answer("/late.txt", Answer::file(".txt", "at last"));
        server.hold("/late.txt");
        open(session, "fetch('/late.txt').then((answer) => answer.text()).then((text) => document.body.append(text));").await;
        let said = |server: &e2e::Server| -> Vec<String> {
            server.requests().iter().map(ToString::to_string).collect()
        };
        session
            .wait_until("the page asks", async || said(server).len() == 3)
            .await;
        let before = ["GET /page.html 200", "GET /page.js 200"];
        assert_eq!(
            said(server),
            [&before[..], &["GET /late.txt (held)"]].concat()
        );
        assert_eq!(session.text().await, "");
        server.release("/late.txt");
        session
            .wait_until("the answer shows", async || {
                session.text().await == "at last"
            })
            .await;
        assert_eq!(said(server), [&before[..], &["GET /late.txt 200"]].concat());
    });
}

#[test]
fn unknown_paths_are_not_pages() {
    run(async |session| {
        session.expect_noise("/unknown/path");
        session.goto("/unknown/path").await;
        assert_eq!(session.text().await, "Not found");
    });
}

/// A widget as simple as can be: two buttons, two fields, a list, and a line that says what happened.
const TOY: &str = r#"
    customElements.define("coder-path", class extends HTMLElement {
        connectedCallback() {
            const root = this.attachShadow({ mode: "open" });
            root.innerHTML = `
                <style>p { margin: 0 }</style>
                <p id="said" aria-live="polite"></p>
                <button>Start</button><button hidden>Stop</button><button aria-label="More help">?</button>
                <label>Title <input id="title" value="Webinar"></label>
                <label>Day (required) <input type="date"></label>
                <label>Kind <select><option>Webinar</option><option>Book review</option></select></label>
                <label><input type="checkbox"> Done</label>
                <a href="data:text/csv,date%2Ctitle" download="log.csv">Export</a>
                <label>Import <input type="file"></label>`;
            const say = (words) => { root.getElementById("said").textContent = words; };
            root.addEventListener("click", (event) => { if (event.target.matches("button")) say("You clicked " + event.target.textContent); });
            root.addEventListener("change", async (event) => {
                if (event.target.files) say("Read " + await event.target.files[0].text());
                else if (event.target.type !== "checkbox") say("Now " + event.target.value);
            });
        }
    });"#;

/// Opens a page with two toy widgets under the strict policy.
async fn open_toys(session: &Session) {
    let server = session.server();
    server.answer("/toy.js", Answer::file(".js", TOY));
    server.page(
        "/toys.html",
        "<!doctype html><head><script src=\"/toy.js\"></script></head><body>The article. \
         <coder-path></coder-path><coder-path></coder-path>",
    );
    session.goto("/toys.html").await;
}

#[test]
fn a_widget_is_read_clicked_and_typed_into() {
    run(async |session| {
        open_toys(session).await;
        let (first, second) = (session.widget(0).await, session.widget(1).await);
        first.find_worded("button", "Start").await.click().await;
        first.shows("You clicked Start").await;
        second
            .find_worded("button", "More help")
            .await
            .click()
            .await;
        assert_eq!(second.texts("p").await, ["You clicked ?"]);
        assert_eq!(
            first.count("button").await,
            2,
            "the hidden one does not count"
        );
        assert!(session.text().await.contains("The article."));

        first.type_into("#title", " on CPT").await;
        assert_eq!(first.value_of("#title").await, "Webinar on CPT");
        let title = first.field("Title").await;
        title.fill("ICD-10 + CM").await;
        assert!(title.is_focused().await);
        assert_eq!(title.value().await, "ICD-10 + CM");
        title.fill("").await;
        assert_eq!(title.value().await, "");

        let day = first.field("Day").await;
        day.fill("2015-03-01").await;
        first.shows("Now 2015-03-01").await;
        first.field("Kind").await.choose("Book review").await;
        first.shows("Now Book review").await;

        let done = first.field("Done").await;
        done.click().await;
        assert!(done.is_selected().await);
        assert_eq!(done.attribute("type").await.as_deref(), Some("checkbox"));
    });
}

#[test]
fn the_keyboard_moves_through_a_widget() {
    run(async |session| {
        open_toys(session).await;
        session.widget(0).await;
        session.press("Tab").await;
        assert_eq!(session.focused().await, "button Start");
        session.press("Enter").await;
        session.widget(0).await.shows("You clicked Start").await;
        session.press("Tab").await;
        assert_eq!(session.focused().await, "button More help");
        session.press("Shift+Tab").await;
        assert_eq!(session.focused().await, "button Start");
    });
}

#[test]
fn files_go_out_and_in() {
    run(async |session| {
        open_toys(session).await;
        let widget = session.widget(0).await;
        if session.engine().can_download() {
            widget.find_worded("a", "Export").await.click().await;
            assert_eq!(session.downloaded("log.csv").await, b"date,title");
        }
        let file = session.file_to_upload("old.csv", b"an old log");
        widget.field("Import").await.type_text(&file).await;
        widget.shows("Read an old log").await;
    });
}

#[test]
fn the_world_can_be_another_one() {
    run(async |session| {
        session.pretend_today("2015-03-01");
        session.server().before_page_scripts("delete window.fetch;");
        session.server().strict_policy("/page.html");
        open(
            session,
            "document.body.append(new Date().toISOString().slice(0, 13), typeof fetch);",
        )
        .await;
        assert_eq!(session.text().await, "2015-03-01T12undefined");
        let width = session.engine().narrowest();
        session.resize(width, 640).await;
        let size = session
            .execute("return [innerWidth, innerHeight];", &[])
            .await;
        assert_eq!(size, json!([width, 640]));
    });
}

#[test]
fn chromium_can_be_spoken_to() {
    run_in_chromium(async |session| {
        let script = json!({ "source": "window.early = 1;" });
        session
            .chromium_cdp("Page.addScriptToEvaluateOnNewDocument", script)
            .await;
        open(session, "document.body.append(window.early);").await;
        assert_eq!(session.text().await, "1");
        session.reload().await;
        assert_eq!(session.text().await, "1");
    });
}

#[test]
fn one_who_starts_over_finds_nothing_of_the_one_before() {
    run_in_chromium(async |session| {
        let seen = async || {
            let seen = "
                const { matches } = matchMedia('(prefers-color-scheme: dark)');
                return [localStorage.length, sessionStorage.length, matches, innerWidth, new Date().getFullYear() === 2015];";
            session.blog("/post.html", "");
            session.goto("/post.html").await;
            session.execute(seen, &[]).await
        };
        let first = seen().await;
        session.pretend_today("2015-03-01");
        session.resize(320, 400).await;
        let dark = Media {
            dark: true,
            ..Media::default()
        };
        session.emulate(dark).await;
        let store = "localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b');";
        session.execute(store, &[]).await;
        assert_eq!(seen().await, json!([1, 1, true, 320, true]));
        session.start_over().await;
        assert_eq!(seen().await, first);
    });
}

#[test]
fn a_page_is_seen_in_the_colours_at_the_pace_and_on_the_paper_that_are_asked_for() {
    run_in_chromium(async |session| {
        open(session, "document.title = 'asked';").await;
        let asked = "
            return [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(forced-colors: active)'),
                    matchMedia('(prefers-reduced-motion: reduce)'), matchMedia('print')].map(({ matches }) => matches);";
        for n in 0..5 {
            let [dark, forced_colors, reduced_motion, print] = [0, 1, 2, 3].map(|wish| wish == n);
            let media = Media {
                dark,
                forced_colors,
                reduced_motion,
                print,
            };
            session.emulate(media).await;
            assert_eq!(
                session.execute(asked, &[]).await,
                json!([dark, forced_colors, reduced_motion, print])
            );
        }
    });
}

#[test]
fn a_page_comes_to_rest_in_its_new_colours() {
    run_in_chromium(async |session| {
        session.server().page(
            "/page.html",
            "<!doctype html><title>A page</title><style>
                p { color: rgb(10, 10, 10); transition: color 300ms }
                @media (prefers-color-scheme: dark) { p { color: rgb(200, 200, 200) } }
             </style><p>Slowly",
        );
        session.goto("/page.html").await;
        let color = "return getComputedStyle(document.querySelector('p')).color;";
        for (dark, expected) in [(true, "rgb(200, 200, 200)"), (false, "rgb(10, 10, 10)")] {
            let media = Media {
                dark,
                ..Media::default()
            };
            session.emulate(media).await;
            assert_eq!(session.execute(color, &[]).await, expected);
        }
    });
}

#[test]
fn a_whole_page_is_one_picture_as_wide_and_as_tall_as_it_is() {
    run_in_chromium(async |session| {
        session.server().page(
            "/page.html",
            "<!doctype html><title>A page</title><body style=\"margin: 0; height: 1234px\">",
        );
        session.goto("/page.html").await;
        let file = session.file_to_upload("page.png", b"");
        for width in [320, 1280] {
            session
                .screenshot_whole(width, std::path::Path::new(&file))
                .await;
            let png = std::fs::read(&file).expect("a picture");
            // The size stands in the first chunk of a PNG.
            let size = [width.to_be_bytes(), 1234_u32.to_be_bytes()].concat();
            assert_eq!(png.get(16..24), Some(size.as_slice()), "{width} wide");
        }
    });
}
