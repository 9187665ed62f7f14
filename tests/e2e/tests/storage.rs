//! The log in a browser that keeps nothing, keeps no more, or kept something that cannot be read.

use e2e::{Activity, Answer, Session, Widget, run};
use serde_json::json;

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

/// The log works, and says that it will be gone.
async fn works_in_memory(widget: &Widget<'_>, why: &str) {
    widget.open("My CEU log").await;
    widget
        .says(
            ".keeping",
            &format!(
                "This browser cannot keep your log: {why}. You can work with it, and it is gone when this page is closed."
            ),
        )
        .await;
    for activity in [WEBINAR, MEETING] {
        widget.click("#add").await;
        widget.type_activity(&activity).await;
        widget.press("Save").await;
        // Nothing is called saved that is not.
        widget
            .says(
                ".notice",
                &format!("In the list, but not stored: {}.", activity.title),
            )
            .await;
    }
    widget.hold(&["CPC"]).await;
    widget.total("aapc", "2.5 of 36 CEUs").await;
    widget.press(&format!("Change: {}", WEBINAR.title)).await;
    widget.find("#aapc-ceus").await.fill("2").await;
    widget.press("Save").await;
    widget.total("aapc", "3 of 36 CEUs").await;
    widget.press(&format!("Delete: {}", MEETING.title)).await;
    widget.titles(&[WEBINAR.title]).await;
    widget.click("#undo").await;
    widget.titles(&[MEETING.title, WEBINAR.title]).await;
}

/// Opens a page on which this script ran before everything else.
async fn blocked<'s>(session: &'s Session, script: &str) -> Widget<'s> {
    session.pretend_today("2026-11-23");
    session.server().before_page_scripts(script);
    session.blog("/post.html", "<coder-path></coder-path>");
    session.read("/post.html").await
}

const REFUSED: &str = "it does not let this page store anything";

#[test]
fn where_site_data_is_blocked_the_log_works_in_memory_and_says_so() {
    run(async |session| {
        let script = "
            Object.defineProperty(window, 'localStorage', {
                get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
            });";
        works_in_memory(&blocked(session, script).await, REFUSED).await;
    });
}

#[test]
fn where_there_is_no_storage_at_all_the_log_works_in_memory_and_says_so() {
    run(async |session| {
        let script = "Object.defineProperty(window, 'localStorage', { get: () => null });";
        works_in_memory(&blocked(session, script).await, REFUSED).await;
    });
}

#[test]
fn where_every_write_is_refused_the_log_works_in_memory_and_says_so() {
    run(async |session| {
        let script = "
            Storage.prototype.setItem = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };";
        works_in_memory(&blocked(session, script).await, REFUSED).await;
    });
}

/// Puts a log into storage, and refuses every further change of it with a value that is no error.
const READ_ONLY: &str = "
    const put = (key, record) => localStorage.setItem(`coderpath:1:${key}:${record.stamp}`, JSON.stringify({ v: 1, ...record }));
    const stamp = '0000000000001-00000000';
    put('profile', { stamp, profile: { held: ['CPC'] } });
    put('entry:a', { id: 'a', stamp, entry: { date: '2026-10-05', title: 'Modifiers 25 and 59', kind: 'event', state: 'done', aapc: { ceus: '1.5' } } });
    for (const call of ['setItem', 'removeItem']) Storage.prototype[call] = () => { throw 'read only'; };";

#[test]
fn a_log_that_can_be_read_and_not_be_written_is_shown_and_each_failing_write_is_told() {
    run(async |session| {
        let widget = blocked(session, READ_ONLY).await;
        widget.open("My CEU log").await;
        widget.titles(&[WEBINAR.title]).await;
        widget.total("aapc", "1.5 of 36 CEUs").await;
        widget.lacks(".keeping p").await;
        widget.click("#add").await;
        widget.type_activity(&MEETING).await;
        widget.press("Save").await;
        widget
            .says(
                ".keeping",
                "Your last change is not stored: the browser refused. It is kept while this page is open, and tried \
                 again with your next change.",
            )
            .await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
        widget.press("Download a backup").await;
        let file = session.downloaded("coderpath-backup-2026-11-23.json").await;
        let file = String::from_utf8_lossy(&file);
        assert!(
            file.contains(WEBINAR.title) && file.contains(MEETING.title),
            "{file}"
        );
    });
}

#[test]
fn in_a_sandboxed_frame_the_log_works_in_memory_and_says_so() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let widget = session.sandboxed("allow-scripts allow-forms").await;
        works_in_memory(&widget, REFUSED).await;
    });
}

#[test]
fn in_a_sandboxed_frame_that_allows_scripts_alone_the_quiz_and_the_log_work_too() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let widget = session.sandboxed("allow-scripts").await;
        widget
            .answer("Which of these three do you hold already?", "All three")
            .await;
        widget.headed("You hold all three").await;
        works_in_memory(&widget, REFUSED).await;
    });
}

/// Fills the site's storage to the last character.
const FILL: &str = "
    let size = 1 << 22;
    for (let n = 0; size >= 1; n += 1) {
        try { localStorage.setItem(`blog-cache-${n}`, 'x'.repeat(size)); }
        catch { size = size >> 1; }
    }
    return Object.keys(localStorage).length;";

const MAKE_ROOM: &str = "
    for (const key of Object.keys(localStorage)) if (key.startsWith('blog-cache-')) localStorage.removeItem(key);";

const NOT_STORED: &str = "Your last change is not stored: this site’s storage is full. It is kept while this page is \
                          open, and tried again with your next change.";

#[test]
fn a_full_storage_is_told_and_the_next_change_after_making_room_stores_both() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let widget = session.read("/").await;
        widget.open("My CEU log").await;
        widget.add(&WEBINAR).await;
        session.execute(FILL, &[]).await;

        // What is held changes in other views too. There it is told as well, with the way to what helps.
        widget.open("How many CEUs?").await;
        widget.lacks(".offered p").await;
        widget.mark("What I hold").await;
        widget.tick("CPC", true).await;
        widget.says(".offered p", NOT_STORED).await;
        widget.open("Questions").await;
        widget.press("See my log").await;
        widget.says(".keeping", NOT_STORED).await;
        widget.lacks(".offered p").await;

        widget.click("#add").await;
        widget.type_activity(&MEETING).await;
        widget.press("Save").await;
        widget.says(".keeping", NOT_STORED).await;
        widget
            .says(".notice", "In the list, but not stored: Chapter meeting.")
            .await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;

        session.execute(MAKE_ROOM, &[]).await;
        let third = Activity {
            title: "A third one",
            date: "2026-11-01",
            ..WEBINAR
        };
        widget.add(&third).await;
        widget.lacks(".keeping p").await;
        let all = [MEETING.title, third.title, WEBINAR.title];
        widget.titles(&all).await;
        let widget = session.reload_log().await;
        widget.titles(&all).await;
    });
}

/// Every item of the site but ours.
const FOREIGN: &str = "
    const foreign = Object.entries(localStorage).filter(([key]) => !key.startsWith('coderpath:'));
    return foreign.map(([key, text]) => `${key} ${text.length}`).sort();";

#[test]
fn what_did_not_fit_can_be_downloaded_and_is_stored_when_the_page_is_seen_again() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let widget = session.read("/").await;
        widget.open("My CEU log").await;
        widget.add(&WEBINAR).await;
        session.execute(FILL, &[]).await;
        let foreign = session.execute(FOREIGN, &[]).await;
        widget.click("#add").await;
        widget.type_activity(&MEETING).await;
        widget.press("Save").await;
        widget.says(".keeping", NOT_STORED).await;
        widget.press("Download a backup").await;
        let file = session.downloaded("coderpath-backup-2026-11-23.json").await;
        let file = String::from_utf8_lossy(&file).into_owned();
        assert!(
            file.contains(WEBINAR.title) && file.contains(MEETING.title),
            "{file}"
        );
        assert_eq!(session.execute(FOREIGN, &[]).await, foreign);

        // In another tab the reader makes room; the blog's own keys are theirs.
        let first = session.new_tab("/demo/blog.html").await;
        let there = session.ready(0).await;
        there.open("My CEU log").await;
        there.titles(&[WEBINAR.title]).await;
        session.execute(MAKE_ROOM, &[]).await;
        let second = session.switch_to(&first).await;
        // What another tab did comes a moment later.
        let is_room =
            "return !Object.keys(localStorage).some((key) => key.startsWith('blog-cache-'));";
        session
            .wait_until("there is room", async || {
                session.execute(is_room, &[]).await == true
            })
            .await;
        // A browser without a window does not always put a page away, so the page is told that it was seen again. Where it was put
        // away, it may have stored it by itself on coming back.
        let seen = "document.dispatchEvent(new Event('visibilitychange'));";
        session.execute(seen, &[]).await;
        widget.lacks(".keeping p").await;
        session.switch_to(&second).await;
        there.titles(&[MEETING.title, WEBINAR.title]).await;
    });
}

#[test]
fn a_page_opened_with_a_full_storage_shows_the_log_and_changes_it_once_there_is_room() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let widget = session.read("/").await;
        widget.open("My CEU log").await;
        widget.add(&WEBINAR).await;
        session.execute(FILL, &[]).await;

        let widget = session.reload_log().await;
        widget.titles(&[WEBINAR.title]).await;
        widget.press(&format!("Change: {}", WEBINAR.title)).await;
        widget.find("#aapc-ceus").await.fill("2").await;
        widget.press("Save").await;
        widget.says(".keeping", NOT_STORED).await;
        widget.say(".entry .claims", &["2 AAPC"]).await;

        session.execute(MAKE_ROOM, &[]).await;
        widget.add(&MEETING).await;
        let widget = session.reload_log().await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
        widget
            .say(".entry .claims", &["1 AAPC · 0.75 AHIMA", "2 AAPC"])
            .await;
        // The version that was replaced has gone as well.
        let kept = "return Object.keys(localStorage).filter((key) => key.startsWith('coderpath:')).length;";
        assert_eq!(session.execute(kept, &[]).await, 2);
    });
}

#[test]
fn what_did_not_fit_outlasts_its_widget_and_is_stored_by_the_next_one() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        session.blog("/post.html", "<coder-path view=log></coder-path>");
        let widget = session.read("/post.html").await;
        widget.add(&WEBINAR).await;
        session.execute(FILL, &[]).await;
        widget.click("#add").await;
        widget.type_activity(&MEETING).await;
        widget.press("Save").await;
        widget.says(".keeping", NOT_STORED).await;

        // The page takes the element out, and puts another one there later.
        session
            .execute("document.querySelector('coder-path').remove();", &[])
            .await;
        let again = "
            const widget = document.createElement('coder-path');
            widget.setAttribute('view', 'log');
            document.body.append(widget);";
        session.execute(again, &[]).await;
        let widget = session.ready(0).await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
        widget.says(".keeping", NOT_STORED).await;
        // It is not half typed either.
        assert!(!widget.text().await.contains("You were typing"));

        session.execute(MAKE_ROOM, &[]).await;
        let seen = "document.dispatchEvent(new Event('visibilitychange'));";
        session.execute(seen, &[]).await;
        widget.lacks(".keeping p").await;
        assert!(!widget.text().await.contains("You were typing"));
        let widget = session.reload_log().await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
    });
}

#[test]
fn a_damaged_record_and_one_of_a_newer_release_are_named_and_left_as_they_are_and_the_rest_works() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let records = json!({
            "coderpath:1:entry:a:0000000000001-00000000": "{\"v\":1,\"id\":\"a\",\"stamp\":\"00000000",
            "coderpath:2:entry:b:0000000000001-00000000": "{\"v\":2,\"id\":\"b\",\"stamp\":{\"ms\":1},\"body\":\"unlike anything of today\"}",
            "coderpath:1:profile:0000000000001-00000000": "null",
        });
        let widget = session.read("/").await;
        widget.open("My CEU log").await;
        widget.add(&WEBINAR).await;
        let put = "for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text);";
        session.execute(put, std::slice::from_ref(&records)).await;

        let widget = session.reload_log().await;
        widget.titles(&[WEBINAR.title]).await;
        for line in [
            "One record is damaged and is left as it is (coderpath:1:entry:a:0000000000001-00000000): ",
            "One record is damaged and is left as it is (coderpath:1:profile:0000000000001-00000000): ",
            "One record was written by a newer release and is left as it is (coderpath:2:entry:b:0000000000001-00000000).",
        ] {
            widget.shows(line).await;
        }
        // Each can be had as it is.
        if session.engine().can_download() {
            for (key, text) in records.as_object().into_iter().flatten() {
                widget.press(&format!("Download it as it is: {key}")).await;
                let name = format!("{}.txt", key.replace(':', "-"));
                let file = session.downloaded(&name).await;
                assert_eq!(Some(String::from_utf8_lossy(&file).as_ref()), text.as_str());
            }
        }
        widget.hold(&["CPC"]).await;
        widget.add(&MEETING).await;
        widget.press(&format!("Delete: {}", WEBINAR.title)).await;
        widget.total("aapc", "1 of 36 CEUs").await;
        let widget = session.reload_log().await;
        widget.titles(&[MEETING.title]).await;
        widget.total("aapc", "1 of 36 CEUs").await;

        let read = "return Object.fromEntries(Object.keys(arguments[0]).map((key) => [key, localStorage.getItem(key)]));";
        assert_eq!(
            session.execute(read, std::slice::from_ref(&records)).await,
            records
        );
    });
}

#[test]
fn the_blogs_own_keys_are_neither_read_nor_touched() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let server = session.server();
        server.answer(
            "/blog.js",
            Answer::file(
                ".js",
                "localStorage.setItem('theme', 'sepia');
                 localStorage.setItem('coderpath-draft', 'a post about the widget');
                 localStorage.setItem('coderpath:', 'not a record');
                 window.touched = [];
                 for (const name of ['getItem', 'setItem', 'removeItem', 'clear']) {
                     const original = Storage.prototype[name];
                     Storage.prototype[name] = function (...given) {
                         window.touched.push(given[0] ?? name);
                         return original.apply(this, given);
                     };
                 }",
            ),
        );
        session.blog(
            "/post.html",
            "<script src=\"/blog.js\"></script><coder-path view=log></coder-path>",
        );
        let widget = session.read("/post.html").await;
        widget.add(&WEBINAR).await;
        widget.hold(&["CPC"]).await;
        widget.press(&format!("Delete: {}", WEBINAR.title)).await;
        widget.click("#undo").await;
        widget.titles(&[WEBINAR.title]).await;

        let strangers = "
            const isOurs = (key) => ['coderpath:probe', 'coderpath:backup', 'coderpath:name', 'coderpath:sheets'].includes(key) || /^coderpath:(1:(entry|profile)|draft):/.test(key);
            return [window.touched.length > 0, window.touched.filter((key) => !isOurs(key))];";
        assert_eq!(session.execute(strangers, &[]).await, json!([true, []]));
        let left = "
            return [Object.keys(localStorage).filter((key) => !/^coderpath:1:(entry|profile):/.test(key)).sort(),
                    localStorage.theme, sessionStorage.length];";
        assert_eq!(
            session.execute(left, &[]).await,
            json!([["coderpath-draft", "coderpath:", "theme"], "sepia", 0])
        );
    });
}
