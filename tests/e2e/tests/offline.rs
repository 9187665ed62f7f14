//! The page of its own is an app: it works without a network, it is told of a new version and takes it when the reader
//! agrees, and it leaves everything else at its address alone.

use e2e::{Activity, Answer, Engine, Request, Session, run, run_with_restart_in_chromium};
use serde_json::{Value, json};

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

/// Waits until the worker whose scope is this path keeps the page.
async fn kept(session: &Session, scope: &str) {
    let script = "
        const scope = new URL(arguments[0], location).href;
        return navigator.serviceWorker.getRegistration(scope).then(
            (found) => found?.scope === scope && found.active?.state === 'activated');";
    session
        .wait_until(&format!("a worker keeps {scope}"), async || {
            session.execute(script, &[scope.into()]).await == true
        })
        .await;
}

/// Opens the page and waits until its worker keeps it.
async fn visit(session: &Session, page: &str) {
    session.read(page).await;
    kept(session, page).await;
}

/// What was asked of the server from the `n`-th request on, besides whether there is a new worker.
fn asked_since(session: &Session, n: usize) -> Vec<String> {
    let requests = session.server().requests();
    let since = requests.iter().skip(n);
    since
        .filter(|request| !request.path.ends_with("/worker.js"))
        .map(Request::to_string)
        .collect()
}

/// Sees that nothing was asked of the server from the `n`-th request on but whether worker and page are what they were.
fn asked_nothing_since(session: &Session, n: usize) {
    let mut asked = asked_since(session, n);
    asked.retain(|line| !line.starts_with("GET / ") && !line.starts_with("GET /index.html "));
    assert_eq!(asked, Vec::<String>::new());
}

fn count(session: &Session) -> usize {
    session.server().requests().len()
}

/// The names of all caches of the origin.
async fn caches(session: &Session) -> Vec<String> {
    let names = session.execute("return caches.keys();", &[]).await;
    let names = names.as_array().cloned().unwrap_or_default();
    names
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect()
}

/// The scopes of all workers of the origin, as paths.
async fn scopes(session: &Session) -> Value {
    let script = "
        return navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => new URL(scope).pathname));";
    session.execute(script, &[]).await
}

/// The version that the page in front shows, by its style sheet and by its title.
async fn shown(session: &Session) -> Value {
    let script = "
        return [getComputedStyle(document.documentElement).getPropertyValue('--version'), document.title.slice(0, 9)];";
    session.execute(script, &[]).await
}

fn built(session: &Session, path: &str) -> String {
    String::from_utf8_lossy(&session.server().built(path)).into_owned()
}

/// Puts another version of the page, of its style and of its worker on the server.
async fn publish(session: &Session, version: &str) {
    let server = session.server();
    let page = built(session, "/index.html");
    for path in ["/", "/index.html"] {
        server.page(
            path,
            &page.replace("<title>", &format!("<title>{version}: ")),
        );
    }
    let style = built(session, "/styles/page.css");
    let new_style = format!("{style}:root {{ --version: {version} }}");
    let worker = built(session, "/worker.js")
        .replace("version: \"", &format!("version: \"{version}-"))
        .replace(
            &integrity(session, &style).await,
            &integrity(session, &new_style).await,
        );
    server.answer("/styles/page.css", Answer::file(".css", new_style));
    server.answer("/worker.js", Answer::file(".js", worker));
}

/// What the worker's list has for a file with this text. The browser computes it, and not the code that wrote the list.
async fn integrity(session: &Session, text: &str) -> String {
    let script = "
        return crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0])).then(
            (hash) => `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`);";
    let hash = session.execute(script, &[text.into()]).await;
    hash.as_str().unwrap_or_default().to_owned()
}

/// Waits until the page in front says that a new version is ready.
async fn told(session: &Session) {
    session
        .wait_until("the widget is told of a new version", async || {
            update(session).await == "ready"
        })
        .await;
}

async fn update(session: &Session) -> Value {
    let script = "return document.querySelector('coder-path').getAttribute('update');";
    session.execute(script, &[]).await
}

/// Does what the widget does when the reader takes the new version.
async fn agree(session: &Session) {
    let script = "
        const event = new CustomEvent('coderpath:update', { bubbles: true, composed: true });
        document.querySelector('coder-path').dispatchEvent(event);";
    session.execute(script, &[]).await;
}

/// Marks the page in front, to see whether it is still the same later.
async fn mark(session: &Session) {
    session.execute("window.marked = true;", &[]).await;
}

async fn is_marked(session: &Session) -> bool {
    session.execute("return window.marked === true;", &[]).await == true
}

/// Gives the page time for what it must not do. That nothing comes cannot be waited for.
async fn wait_a_moment(session: &Session) {
    let script = "return new Promise((done) => setTimeout(done, 500));";
    session.execute(script, &[]).await;
}

/// Whether there is a worker that waits, or one that is being installed.
async fn is_another_on_its_way(session: &Session) -> bool {
    let script = "
        return navigator.serviceWorker.getRegistration().then((found) => Boolean(found.waiting || found.installing));";
    session.execute(script, &[]).await == true
}

/// Has the browser look for a new version, and waits for what comes of it.
async fn look_for_update(session: &Session) {
    let script = "
        return navigator.serviceWorker.getRegistration().then((found) => found.update()).then((found) => {
            const worker = found.installing;
            return worker && new Promise((done) => {
                worker.addEventListener('statechange', () => ['installed', 'redundant'].includes(worker.state) && done(worker.state));
            });
        });";
    session.execute(script, &[]).await;
}

#[test]
fn after_the_first_visit_the_page_and_the_log_work_without_a_network_and_ask_for_nothing() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        for path in ["/", "/index.html", "/worker.js"] {
            session.server().strict_policy(path);
        }
        visit(session, "/").await;
        session.server().go_down();
        let before = count(session);
        session.reload().await;
        let widget = session.ready(0).await;
        widget.open("My CEU log").await;
        widget.add(&WEBINAR).await;
        session.reload_log().await.titles(&[WEBINAR.title]).await;
        // By whatever name the page is called.
        for page in ["/index.html", "/?from=a-newsletter", "/#coderpath=faq:x"] {
            session.goto(page).await;
            session.ready(0).await;
        }
        let icons = "
            return Promise.all(['icons/icon.svg', 'icons/512.png', 'coderpath.webmanifest'].map((name) => fetch(name)))
                .then((all) => all.every(({ ok }) => ok));";
        assert_eq!(session.execute(icons, &[]).await, true);
        asked_nothing_since(session, before);
    });
}

#[test]
fn an_app_that_is_started_again_without_a_network_has_its_log() {
    run_with_restart_in_chromium(
        async |session| {
            session.pretend_today("2026-11-23");
            visit(session, "/").await;
            let widget = session.reload_log().await;
            widget.add(&WEBINAR).await;
            session.server().go_down();
        },
        async |session| {
            let before = count(session);
            let widget = session.read("/").await;
            widget.open("My CEU log").await;
            widget.titles(&[WEBINAR.title]).await;
            widget.add(&MEETING).await;
            let widget = session.reload_log().await;
            widget.titles(&[MEETING.title, WEBINAR.title]).await;
            asked_nothing_since(session, before);
        },
    );
}

/// What a blog has at the same origin: an entry in storage, and a cache.
async fn keep_things_of_the_blog(session: &Session) {
    let script = "
        localStorage.setItem('blog', 'mine');
        return caches.open('coderpath-fans').then((cache) => cache.put('/kept', new Response('mine')));";
    session.execute(script, &[]).await;
}

async fn assert_the_blog_has_its_things(session: &Session) {
    let script = "
        return caches.match('/kept', { cacheName: 'coderpath-fans' }).then((kept) => kept?.text())
            .then((text) => [localStorage.getItem('blog'), text]);";
    assert_eq!(
        session.execute(script, &[]).await,
        json!(["mine", "mine"]),
        "{:?}",
        caches(session).await
    );
}

#[test]
fn at_the_root_of_a_blog_the_worker_answers_for_the_page_alone() {
    run(async |session| {
        let server = session.server();
        server.page("/", "<title>The blog</title><p>The blog's home</p>");
        session.blog("/post.html", "<coder-path></coder-path>");
        visit(session, "/index.html").await;
        assert_eq!(scopes(session).await, json!(["/index.html"]));
        keep_things_of_the_blog(session).await;
        // A new version clears away after the old one, and after nobody else.
        publish(session, "2").await;
        server.page("/", "<title>The blog</title><p>The blog's home</p>");
        session.reload().await;
        session.ready(0).await;
        told(session).await;
        mark(session).await;
        agree(session).await;
        session
            .wait_until("the page is loaded again", async || {
                !is_marked(session).await
            })
            .await;
        session.ready(0).await;

        for page in ["/", "/?p=12", "/post.html"] {
            for _ in 0..2 {
                let before = count(session);
                session.goto(page).await;
                let controlled = "return Boolean(navigator.serviceWorker.controller);";
                assert_eq!(session.execute(controlled, &[]).await, false, "{page}");
                let asked = asked_since(session, before);
                assert!(asked.contains(&format!("GET {page} 200")), "{asked:?}");
            }
        }
        let widget = session.ready(0).await;
        widget.open("My CEU log").await;
        assert_the_blog_has_its_things(session).await;

        // The icon opens the page and not the blog, and the app ends where the page does.
        let manifest: Value =
            serde_json::from_str(&built(session, "/coderpath.webmanifest")).expect("JSON");
        let [start, scope] = ["start_url", "scope"].map(|field| {
            let address = manifest.get(field).and_then(Value::as_str);
            address.unwrap_or_default().replacen('.', "", 1)
        });
        assert_eq!(json!([scope]), scopes(session).await);
        server.go_down();
        session.goto(&start).await;
        session.ready(0).await;
    });
}

#[test]
fn where_the_page_is_the_root_the_worker_answers_for_its_list_alone() {
    run(async |session| {
        let server = session.server();
        session.blog("/post.html", "<p>A post</p><coder-path></coder-path>");
        server.page("/feed", "A feed");
        visit(session, "/").await;
        keep_things_of_the_blog(session).await;
        session.read("/post.html").await;
        for page in ["/post.html?p=1", "/feed", "/demo/blog.html", "/static.html"] {
            for _ in 0..2 {
                let before = count(session);
                session.goto(page).await;
                let asked = asked_since(session, before);
                assert!(asked.contains(&format!("GET {page} 200")), "{asked:?}");
            }
        }
        // Not what only resembles the list: another query, another method, the page asked for as data.
        let before = count(session);
        let ask = "
            const asked = [['/embed.js?v=1'], ['/embed.js', { method: 'POST' }], ['/'], ['/index.html'], ['/icons/']];
            return Promise.all(asked.map((one) => fetch(...one))).then((all) => all.length);";
        session.expect_noise("/icons/");
        session.execute(ask, &[]).await;
        let mut asked = asked_since(session, before);
        asked.sort();
        assert_eq!(
            asked,
            [
                "GET / 200",
                "GET /embed.js?v=1 200",
                "GET /icons/ 404",
                "GET /index.html 200",
                "POST /embed.js 200",
            ]
        );
        assert_the_blog_has_its_things(session).await;
    });
}

#[test]
fn in_a_folder_of_a_blog_the_worker_keeps_to_the_folder() {
    run(async |session| {
        let server = session.server();
        let list = built(session, "/worker.js");
        let files = list.lines().filter_map(|line| {
            let (name, hash) = line.trim().strip_prefix('"')?.split_once("\": \"")?;
            hash.starts_with("sha256-").then(|| name.to_owned())
        });
        let files: Vec<String> = files.collect();
        assert!(files.contains(&"embed.js".to_owned()), "{files:?}");
        for name in files.iter().map(String::as_str).chain(["worker.js", ""]) {
            let from = if name.is_empty() { "index.html" } else { name };
            let file = Answer::file(from, server.built(&format!("/{from}")));
            server.answer(&format!("/ceu/{name}"), file);
        }
        // The host has the page at one address alone, and sends everybody there.
        let mut moved = Answer::file(".html", "");
        moved.status = 308;
        server.answer("/ceu/index.html", moved);
        server.header("/ceu/index.html", "location", "/ceu/");
        server.page("/", "The blog's home");

        visit(session, "/ceu/").await;
        assert_eq!(scopes(session).await, json!(["/ceu/"]));
        for page in ["/", "/demo/blog.html"] {
            let before = count(session);
            session.goto(page).await;
            let asked = asked_since(session, before);
            assert!(asked.contains(&format!("GET {page} 200")), "{asked:?}");
        }
        server.go_down();
        for page in ["/ceu/", "/ceu/index.html"] {
            session.goto(page).await;
            session.ready(0).await;
        }
    });
}

#[test]
fn a_worker_that_the_blog_has_at_the_pages_address_stays() {
    run(async |session| {
        let server = session.server();
        server.answer("/blog-worker.js", Answer::file(".js", "// The blog's own."));
        session.goto("/demo/blog.html").await;
        let register =
            "return navigator.serviceWorker.register('/blog-worker.js').then(() => true);";
        session.execute(register, &[]).await;
        session.read("/").await;
        wait_a_moment(session).await;
        let scripts = "
            return navigator.serviceWorker.getRegistrations().then((all) => all.map(
                ({ active, waiting, installing }) => new URL((active ?? waiting ?? installing).scriptURL).pathname));";
        assert_eq!(
            session.execute(scripts, &[]).await,
            json!(["/blog-worker.js"])
        );
        assert_eq!(caches(session).await, Vec::<String>::new());
    });
}

#[test]
fn a_new_version_waits_until_the_reader_agrees_and_other_tabs_stay_as_they_are() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        visit(session, "/").await;
        assert_eq!(
            update(session).await,
            Value::Null,
            "the first version is not a new one"
        );
        session.reload().await;
        let old_cache = caches(session).await;
        assert_eq!(old_cache.len(), 1, "{old_cache:?}");
        let here = session.ready(0).await;
        here.open("My CEU log").await;
        here.click("#add").await;
        here.find("#title").await.fill("Half a tit").await;
        mark(session).await;
        let first = session.new_tab("/").await;
        session.ready(0).await;
        assert_eq!(update(session).await, Value::Null);

        publish(session, "2").await;
        session.reload().await;
        session.ready(0).await;
        told(session).await;
        mark(session).await;
        let second = session.switch_to(&first).await;
        told(session).await;
        // Nothing happens by itself, and until the reader agrees every page is of the old version.
        wait_a_moment(session).await;
        assert!(is_marked(session).await);
        session.switch_to(&second).await;
        assert!(is_marked(session).await);
        session.reload().await;
        session.ready(0).await;
        assert_eq!(shown(session).await, json!(["", "Coderpath"]));
        told(session).await;
        mark(session).await;

        agree(session).await;
        session
            .wait_until("the page is of the new version", async || {
                shown(session).await == json!(["2", "2: Coderp"])
            })
            .await;
        session.ready(0).await;
        assert_eq!(update(session).await, Value::Null);
        let new_cache = caches(session).await;
        assert_eq!(new_cache.len(), 1, "{new_cache:?}");
        assert_ne!(new_cache, old_cache);

        // The other tab still has what was being typed, and is of the new version when its reader agrees.
        session.switch_to(&first).await;
        wait_a_moment(session).await;
        assert!(is_marked(session).await);
        assert_eq!(here.value_of("#title").await, "Half a tit");
        assert_eq!(update(session).await, "ready");
        agree(session).await;
        session
            .wait_until("the other tab is of the new version", async || {
                shown(session).await == json!(["2", "2: Coderp"])
            })
            .await;
        session.server().go_down();
        session.reload().await;
        session.ready(0).await;
        assert_eq!(shown(session).await, json!(["2", "2: Coderp"]));
    });
}

#[test]
fn a_new_version_is_offered_once_nothing_is_being_typed() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        visit(session, "/").await;
        session.reload().await;
        let widget = session.ready(0).await;
        widget.open("My CEU log").await;
        widget.click("#add").await;
        widget.type_activity(&WEBINAR).await;
        publish(session, "2").await;
        look_for_update(session).await;
        told(session).await;
        wait_a_moment(session).await;
        let offered = widget.text().await;
        assert!(!offered.contains("A new version"), "{offered}");

        widget.press("Save").await;
        widget.shows("A new version is ready.").await;
        widget.press("Use it now").await;
        session
            .wait_until("the page is of the new version", async || {
                shown(session).await == json!(["2", "2: Coderp"])
            })
            .await;
        let widget = session.ready(0).await;
        widget.open("My CEU log").await;
        widget.titles(&[WEBINAR.title]).await;
    });
}

/// Publishes a version, breaks one of its files, and sees that the old version stays whole.
async fn stays_old(session: &Session, file: &str, broken: Answer) {
    visit(session, "/").await;
    session.reload().await;
    session.ready(0).await;
    let old_cache = caches(session).await;
    publish(session, "2").await;
    session.server().answer(file, broken);
    look_for_update(session).await;
    assert!(!is_another_on_its_way(session).await);
    assert_eq!(update(session).await, Value::Null);
    assert_eq!(caches(session).await, old_cache);
    session.server().go_down();
    session.reload().await;
    session.ready(0).await;
    assert_eq!(shown(session).await, json!(["", "Coderpath"]));
}

#[test]
fn a_version_of_which_a_file_is_missing_is_not_installed() {
    run(async |session| {
        session.expect_noise("/embed.js");
        stays_old(session, "/embed.js", Answer::not_found()).await;
    });
}

#[test]
fn a_version_of_which_a_file_is_still_the_old_one_is_not_installed() {
    run(async |session| {
        let old = session.server().built("/styles/page.css");
        stays_old(session, "/styles/page.css", Answer::file(".css", old)).await;
    });
}

#[test]
fn a_version_whose_page_is_no_longer_ours_is_not_installed() {
    run(async |session| {
        let other = Answer::file(".html", "<p>Log in to the hotel's network");
        stays_old(session, "/", other).await;
    });
}

#[test]
fn another_page_at_the_address_or_none_ends_the_worker_and_the_log_stays() {
    let mut gone = Answer::not_found();
    gone.status = 410;
    for (there, shown) in [
        (Answer::file(".html", "The blog's home"), "The blog's home"),
        (gone, "Not found"),
    ] {
        run(async |session| {
            session.pretend_today("2026-11-23");
            visit(session, "/").await;
            let widget = session.reload_log().await;
            widget.add(&WEBINAR).await;
            keep_things_of_the_blog(session).await;
            // A host in trouble, or one that wants a password again, is no reason to go.
            for status in [503, 403] {
                let mut trouble = Answer::not_found();
                trouble.status = status;
                session.server().answer("/", trouble);
                session.expect_noise(&format!("GET / {status}"));
                session.reload().await;
                session.ready(0).await;
                session
                    .wait_until("the worker has looked for the page", async || {
                        let requests = session.server().requests();
                        requests.iter().any(|one| one.status == Some(status))
                    })
                    .await;
                wait_a_moment(session).await;
                assert_eq!(scopes(session).await, json!(["/"]), "{status}");
            }
            if there.status == 410 {
                session.expect_noise("410");
            }
            session.server().answer("/", there.clone());
            session.reload().await;
            session.ready(0).await;
            session
                .wait_until("no worker is left", async || {
                    scopes(session).await == json!([])
                })
                .await;
            session.reload().await;
            assert!(session.text().await.contains(shown));
            assert_the_blog_has_its_things(session).await;
            assert_eq!(caches(session).await, ["coderpath-fans"]);
            session.read("/demo/blog.html").await;
            let widget = session.reload_log().await;
            widget.titles(&[WEBINAR.title]).await;
        });
    }
}

#[test]
fn an_app_that_stays_open_looks_for_a_new_version_when_it_is_seen_again_after_an_hour() {
    run(async |session| {
        session.server().before_page_scripts(
            "const now = Date.now; window.later = 0; Date.now = () => now() + window.later;",
        );
        visit(session, "/").await;
        session.reload().await;
        session.ready(0).await;
        // The browser's own look, after a page was loaded, is over.
        look_for_update(session).await;
        wait_a_moment(session).await;
        let looks = || {
            let requests = session.server().requests();
            let looks = requests
                .iter()
                .filter(|request| request.path == "/worker.js");
            looks.count()
        };
        let seen_after = async |minutes: u32| {
            let script = "
                window.later += arguments[0] * 60_000;
                document.dispatchEvent(new Event('visibilitychange'));";
            session.execute(script, &[minutes.into()]).await;
            wait_a_moment(session).await;
            looks()
        };
        let before = looks();
        assert_eq!(seen_after(59).await, before);
        assert_eq!(seen_after(2).await, before + 1);
        assert_eq!(seen_after(0).await, before + 1);
        publish(session, "2").await;
        seen_after(61).await;
        told(session).await;
        // Without a network nothing is said of it.
        session.server().go_down();
        seen_after(61).await;
    });
}

#[test]
fn a_worker_without_a_release_clears_away_what_a_release_left() {
    run(async |session| {
        visit(session, "/").await;
        session.reload().await;
        session.ready(0).await;
        let source = include_str!("../../../home/worker.js");
        session
            .server()
            .answer("/worker.js", Answer::file(".js", source));
        for _ in 0..2 {
            session.reload().await;
            session.ready(0).await;
            session
                .wait_until("no worker is left", async || {
                    scopes(session).await == json!([]) && caches(session).await.is_empty()
                })
                .await;
        }
        assert_eq!(update(session).await, Value::Null);
    });
}

#[test]
fn where_there_are_no_workers_or_none_is_let_in_the_page_works_as_ever() {
    for refusal in [
        "delete Navigator.prototype.serviceWorker;",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new Error('not in a sandbox'); } });",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('not here'));",
    ] {
        run(async |session| {
            session.server().before_page_scripts(refusal);
            session.read("/").await;
            wait_a_moment(session).await;
        });
    }
}

#[test]
fn the_program_is_told_what_only_the_page_of_its_own_has() {
    run(async |session| {
        let program = "
            export default async () => {};
            window.told = [];
            export const mount = (_, view, rules) => (window.told.push(['mount', view, rules]), 7);
            export const update = (...what) => window.told.push(what);
            export const unmount = () => {};";
        let server = session.server();
        server.answer("/coderpath.js", Answer::file(".js", program));
        session.blog("/post.html", "<coder-path rules=latest></coder-path>");
        let told = async |expected: Value| {
            session
                .wait_until(&format!("the program is told {expected}"), async || {
                    session.execute("return window.told ?? [];", &[]).await == expected
                })
                .await;
        };
        session.goto("/post.html").await;
        told(json!([["mount", null, "latest"]])).await;
        session.goto("/").await;
        told(json!([["mount", null, null], [7, "home", ""]])).await;
        let ready = "document.querySelector('coder-path').setAttribute('update', 'ready');";
        session.execute(ready, &[]).await;
        told(json!([
            ["mount", null, null],
            [7, "home", ""],
            [7, "update", "ready"]
        ]))
        .await;
    });
}

#[test]
fn the_manifest_says_what_an_app_needs_and_its_icons_are_as_large_as_it_says() {
    run(async |session| {
        session.goto("/").await;
        let manifest = built(session, "/coderpath.webmanifest");
        let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
        for (field, value) in [
            ("name", "Coderpath"),
            ("short_name", "Coderpath"),
            // Another page may be at the folder's address.
            ("start_url", "./index.html"),
            ("scope", "./index.html"),
            ("display", "standalone"),
            ("lang", "en"),
        ] {
            assert_eq!(manifest.get(field), Some(&json!(value)), "{field}");
        }
        let size = "
            const image = new Image();
            image.src = arguments[0];
            return image.decode().then(() => `${image.naturalWidth}x${image.naturalHeight}`);";
        let icons = manifest.get("icons").and_then(Value::as_array).cloned();
        let mut sizes = Vec::new();
        for icon in icons.unwrap_or_default() {
            let text = |key: &str| icon.get(key).and_then(Value::as_str).unwrap_or_default();
            let real = session.execute(size, &[text("src").into()]).await;
            if text("sizes") != "any" {
                assert_eq!(real, text("sizes"), "{icon}");
            }
            sizes.push(format!("{} {}", text("sizes"), text("purpose")));
        }
        assert_eq!(sizes, ["any ", "192x192 ", "512x512 ", "512x512 maskable"]);

        let linked = "
            const link = (rel) => document.querySelector(`link[rel=${rel}]`).href;
            const colours = [...document.querySelectorAll('meta[name=theme-color]')].map(({ media, content }) => {
                const on = matchMedia(media).matches;
                return on && content;
            });
            const probe = document.createElement('i');
            probe.style.color = colours.find(Boolean);
            document.body.append(probe);
            return [
                new URL(link('manifest')).pathname, new URL(link('icon')).pathname, new URL(link('apple-touch-icon')).pathname,
                getComputedStyle(probe).color === getComputedStyle(document.body).backgroundColor,
            ];";
        assert_eq!(
            session.execute(linked, &[]).await,
            json!([
                "/coderpath.webmanifest",
                "/icons/icon.svg",
                "/icons/apple-touch.png",
                true
            ])
        );
        let touch = session
            .execute(size, &["icons/apple-touch.png".into()])
            .await;
        assert_eq!(touch, "180x180");

        // At the folder's address as well as at the page's own it is an app for the browser, and the same one.
        if session.engine() == Engine::Chromium {
            for page in ["/", "/index.html"] {
                session.goto(page).await;
                let read = session.chromium_cdp("Page.getAppManifest", json!({})).await;
                assert_eq!(read.get("errors"), Some(&json!([])), "{page}");
                let errors = session
                    .chromium_cdp("Page.getInstallabilityErrors", json!({}))
                    .await;
                let errors = errors.get("installabilityErrors").cloned();
                assert_eq!(errors, Some(json!([])), "{page}");
                let app = session.chromium_cdp("Page.getAppId", json!({})).await;
                let id = app.get("appId").and_then(Value::as_str);
                assert!(id.is_some_and(|id| id.ends_with("/index.html")), "{app}");
            }
        }
    });
}
