//! Nothing of a log is lost: changes are taken back, two tabs do not overwrite each other, backups bring everything back,
//! and whatever storage does, what is shown as stored is.

use std::collections::BTreeMap;

use e2e::{Activity, Session, Widget, run, run_in_chromium};
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

const PLACE: &str = "Where your log lives, and backups";
const TODAY: &str = "2026-11-23";
const BACKUP_FILE: &str = "coderpath-backup-2026-11-23.json";

/// A log of one's own with nothing in it.
async fn new_log(session: &Session) -> Widget<'_> {
    session.pretend_today(TODAY);
    let widget = session.read("/").await;
    widget.open("My CEU log").await;
    widget
}

/// Gives an activity another title.
async fn retitle(widget: &Widget<'_>, from: &str, to: &str) {
    widget.press(&format!("Change: {from}")).await;
    widget.field("Title").await.fill(to).await;
    widget.press("Save").await;
    widget.says(".notice", &format!("Saved: {to}.")).await;
}

async fn delete(widget: &Widget<'_>, title: &str) {
    widget.press(&format!("Delete: {title}")).await;
    widget.says(".notice", &format!("Deleted: {title}.")).await;
}

/// Every item of the site's storage that begins like this.
async fn items(session: &Session, prefix: &str) -> BTreeMap<String, String> {
    let read = "return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(arguments[0])));";
    let found = session.execute(read, &[prefix.into()]).await;
    let found = found.as_object().into_iter().flatten();
    found
        .map(|(key, text)| (key.clone(), text.as_str().unwrap_or_default().to_owned()))
        .collect()
}

/// The log as it is stored.
async fn stored(session: &Session) -> BTreeMap<String, String> {
    items(session, "coderpath:1:").await
}

async fn put(session: &Session, items: &Value) {
    let put =
        "for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text);";
    session.execute(put, std::slice::from_ref(items)).await;
}

// ---------------------------------------------------------------------------------------------------------------------
// Taking back

#[test]
fn every_change_is_taken_back_and_done_again_by_keyboard_and_the_focus_follows() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        retitle(&widget, WEBINAR.title, "Modifiers").await;
        widget.hold(&["CPC"]).await;
        widget.total("aapc", "1.5 of 36 CEUs").await;
        delete(&widget, "Modifiers").await;

        // Deleting leads to the button that takes it back; taking it back, to the activity.
        let focused = async |what: &str| {
            let told = format!("the focus is on {what}");
            session
                .wait_until(&told, async || session.focused().await.starts_with(what))
                .await;
        };
        focused("button Undo: “Modifiers” deleted").await;
        session.press("Enter").await;
        widget.says(".notice", "Undone: “Modifiers” deleted.").await;
        widget.titles(&["Modifiers"]).await;
        focused("li Modifiers").await;
        widget.says("#redo", "Redo: “Modifiers” deleted").await;

        widget
            .says("#undo", "Undo: what you hold or its dates changed")
            .await;
        widget.click("#undo").await;
        widget.total("aapc", "1.5 CEUs").await;
        // There is no activity to lead to.
        focused("button Undo: “Modifiers” changed").await;
        session.press("Space").await;
        widget.titles(&[WEBINAR.title]).await;
        focused("li Modifiers 25 and 59").await;
        widget.click("#undo").await;
        widget.titles(&[]).await;
        widget.lacks("#undo").await;
        focused("button Redo: “Modifiers 25 and 59” added").await;
        assert_eq!(widget.count("#add").await, 1);

        // All of it once more, the other way.
        session.press("Enter").await;
        widget.titles(&[WEBINAR.title]).await;
        widget
            .says(".notice", "Done again: “Modifiers 25 and 59” added.")
            .await;
        for _ in 0..3 {
            let next = widget.texts("#redo").await;
            widget.click("#redo").await;
            let told = format!("{next:?} is done again");
            session
                .wait_until(&told, async || widget.texts("#redo").await != next)
                .await;
        }
        widget.titles(&[]).await;
        widget.lacks("#redo").await;
        focused("button Undo: “Modifiers” deleted").await;
        widget.click("#undo").await;
        widget.total("aapc", "1.5 of 36 CEUs").await;

        // What was done anew ends what could be done again.
        widget.add(&MEETING).await;
        widget.lacks("#redo").await;
        let widget = session.reload_log().await;
        widget.titles(&[MEETING.title, "Modifiers"]).await;
        widget.total("aapc", "2.5 of 36 CEUs").await;
        widget.lacks("#undo").await;
    });
}

#[test]
fn what_another_tab_changed_since_is_left_as_it_is_when_a_change_is_taken_back() {
    run(async |session| {
        let here = new_log(session).await;
        here.add(&WEBINAR).await;
        retitle(&here, WEBINAR.title, "Changed here").await;
        let first = session.new_tab("/").await;
        let there = session.ready(0).await;
        there.open("My CEU log").await;
        retitle(&there, "Changed here", "Changed there").await;

        session.switch_to(&first).await;
        here.titles(&["Changed there"]).await;
        here.click("#undo").await;
        here.says(
            ".notice",
            "This was changed in another place since, and is left as it is: “Changed here” changed.",
        )
        .await;
        here.titles(&["Changed there"]).await;
    });
}

// ---------------------------------------------------------------------------------------------------------------------
// Two tabs

const APART: &str = "Changed in two places. The newer version is shown until you choose.";

#[test]
fn two_tabs_add_change_and_delete_in_turns_and_nothing_is_lost() {
    run(async |session| {
        let here = new_log(session).await;
        here.add(&WEBINAR).await;
        let first = session.new_tab("/").await;
        let there = session.ready(0).await;
        there.open("My CEU log").await;
        there.add(&MEETING).await;
        retitle(&there, WEBINAR.title, "Webinar 2").await;

        let second = session.switch_to(&first).await;
        here.titles(&[MEETING.title, "Webinar 2"]).await;
        retitle(&here, MEETING.title, "Meeting 2").await;
        let third = Activity {
            title: "A third one",
            date: "2026-11-01",
            ..WEBINAR
        };
        here.add(&third).await;

        session.switch_to(&second).await;
        there.titles(&["Meeting 2", third.title, "Webinar 2"]).await;
        delete(&there, third.title).await;
        retitle(&there, "Meeting 2", "Meeting 3").await;
        // What one tab deleted can be taken back there, and comes back everywhere.
        session.switch_to(&first).await;
        here.titles(&["Meeting 3", "Webinar 2"]).await;
        delete(&here, "Webinar 2").await;
        here.click("#undo").await;
        here.titles(&["Meeting 3", "Webinar 2"]).await;

        session.switch_to(&second).await;
        there.titles(&["Meeting 3", "Webinar 2"]).await;
        there.click("#undo").await;
        there.titles(&["Meeting 2", "Webinar 2"]).await;
        there.click("#undo").await;
        let all = ["Meeting 2", third.title, "Webinar 2"];
        there.titles(&all).await;
        for tab in [first, second] {
            session.switch_to(&tab).await;
            let widget = session.ready(0).await;
            widget.titles(&all).await;
            widget.lacks(".conflict").await;
        }
        // One record of each: nothing old is left.
        assert_eq!(stored(session).await.len(), 3);
    });
}

#[test]
fn a_page_that_comes_back_from_the_history_shows_what_changed_and_stores_what_it_could_not() {
    run_in_chromium(async |session| {
        let here = new_log(session).await;
        here.add(&WEBINAR).await;
        // Coming back is all that it hears: a browser need not have hidden it meanwhile. And at first there is no room.
        let script = "
            addEventListener('pageshow', (event) => window.isBack = event.persisted);
            addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);
            const { setItem } = Storage.prototype;
            Storage.prototype.setItem = () => { throw new DOMException('Exceeded the quota.', 'QuotaExceededError'); };
            window.makeRoom = () => Storage.prototype.setItem = setItem;";
        session.execute(script, &[]).await;
        here.click("#add").await;
        here.type_activity(&MEETING).await;
        here.press("Save").await;
        here.says(".notice", "In the list, but not stored: Chapter meeting.")
            .await;
        session.execute("makeRoom();", &[]).await;

        session.goto("/demo/blog.html").await;
        let there = session.ready(0).await;
        there.open("My CEU log").await;
        there.titles(&[WEBINAR.title]).await;
        retitle(&there, WEBINAR.title, "Changed meanwhile").await;
        session.back().await;
        let is_back = session.execute("return window.isBack;", &[]).await;
        assert_eq!(is_back, true, "the page is the same, and not a new one");
        here.titles(&[MEETING.title, "Changed meanwhile"]).await;
        here.lacks(".keeping p").await;
        here.says(".notice", "Saved: Chapter meeting.").await;
        let stored = stored(session).await;
        assert_eq!(stored.len(), 2);
        assert!(stored.values().any(|text| text.contains(MEETING.title)));
    });
}

/// Two tabs, of which the first has a form open with an activity, which `meanwhile` changes in the second.
async fn apart<'s>(
    session: &'s Session,
    meanwhile: impl AsyncFn(&Widget<'s>),
) -> (Widget<'s>, e2e::Tab) {
    let here = new_log(session).await;
    here.add(&WEBINAR).await;
    here.press(&format!("Change: {}", WEBINAR.title)).await;
    here.find("#aapc-ceus").await.fill("2").await;
    let first = session.new_tab("/").await;
    let there = session.ready(0).await;
    there.open("My CEU log").await;
    meanwhile(&there).await;
    let second = session.switch_to(&first).await;
    here.press("Save").await;
    here.shows(APART).await;
    (here, second)
}

#[test]
fn of_two_versions_both_are_shown_and_the_one_that_is_chosen_stands_in_both_tabs() {
    run(async |session| {
        let (here, second) = apart(session, async |there| {
            there.press(&format!("Change: {}", WEBINAR.title)).await;
            there.find("#aapc-ceus").await.fill("3").await;
            there.press("Save").await;
            there.say(".entry .claims", &["3 AAPC"]).await;
        })
        .await;
        // The table has what differs, and nothing else.
        here.say(".conflict tbody th", &["CEUs for AAPC"]).await;
        here.say(".conflict tbody td", &["3", "2"]).await;
        here.say(
            ".conflict thead th",
            &[
                "Field",
                "Version 1, of November 23, 2026",
                "Version 2, of November 23, 2026",
            ],
        )
        .await;
        let first = session.switch_to(&second).await;
        let there = session.ready(0).await;
        there.shows(APART).await;
        there.press("Keep version 1").await;
        there.lacks(".conflict").await;
        there.say(".entry .claims", &["3 AAPC"]).await;

        session.switch_to(&first).await;
        here.lacks(".conflict").await;
        here.say(".entry .claims", &["3 AAPC"]).await;
        assert_eq!(stored(session).await.len(), 1);
        // To choose is a change like any other.
        session.switch_to(&second).await;
        there.click("#undo").await;
        there.shows(APART).await;
        session.switch_to(&first).await;
        here.shows(APART).await;
        here.press("Keep each as an activity of its own").await;
        here.lacks(".conflict").await;
        here.titles(&[WEBINAR.title; 2]).await;
        session.switch_to(&second).await;
        there.titles(&[WEBINAR.title; 2]).await;
        let mut claims = there.texts(".entry .claims").await;
        claims.sort();
        assert_eq!(claims, ["2 AAPC", "3 AAPC"]);
    });
}

#[test]
fn an_activity_deleted_in_one_tab_and_changed_in_another_stays_until_the_reader_chooses() {
    run(async |session| {
        let (here, second) = apart(session, async |there| delete(there, WEBINAR.title).await).await;
        here.say(
            ".conflict thead th",
            &[
                "Field",
                "Version 1, of November 23, 2026: deleted",
                "Version 2, of November 23, 2026",
            ],
        )
        .await;
        assert_eq!(here.count(".conflict button").await, 2);
        session.switch_to(&second).await;
        let there = session.ready(0).await;
        there.shows(APART).await;
        there.press("Keep version 1").await;
        there.titles(&[]).await;
        let widget = session.reload_log().await;
        widget.titles(&[]).await;
    });
}

/// A version of an activity that was made apart from the one that is stored.
fn made_apart(id: &str, date: &str, title: &str) -> (String, Value) {
    let stamp = "1795410000001-00000002";
    let entry = json!({ "date": date, "title": title, "kind": "event", "state": "done", "aapc": { "ceus": "2" } });
    (
        format!("coderpath:1:entry:{id}:{stamp}"),
        json!({ "v": 1, "id": id, "stamp": stamp, "entry": entry }),
    )
}

#[test]
fn two_versions_that_a_backup_brings_are_told_of_though_they_lie_in_a_past_period_or_far_down() {
    run(async |session| {
        session.pretend_today(TODAY);
        let holder = json!({ "held": ["CPC"], "aapc_due": "2027-01-31" });
        let mut activities: Vec<Value> = (1..=30)
            .rev()
            .map(|day| json!({ "date": format!("2026-06-{day:02}"), "title": format!("Webinar {day}"), "aapc": { "ceus": "1" } }))
            .collect();
        activities
            .push(json!({ "date": "2022-05-12", "title": "Long ago", "aapc": { "ceus": "1" } }));
        let widget = session.log_of("/", &holder, &activities).await;
        widget.find("#entry-a0").await;
        widget.lacks(".apart .warning").await;
        let items: Value = [
            made_apart("a25", "2026-06-05", "Webinar 5, elsewhere"),
            made_apart("a30", "2022-05-12", "Long ago, elsewhere"),
        ]
        .into_iter()
        .collect();
        let backup = json!({ "coderpath": "backup", "v": 1, "made": TODAY, "items": items });
        widget.unfold(PLACE).await;
        open_backup(
            session,
            &widget,
            "other.json",
            backup.to_string().as_bytes(),
        )
        .await;
        widget.press("Restore").await;
        let told = "2 activities were changed in two places. The newer version of each counts until you choose.";
        widget.says(".apart .warning", told).await;
        widget.lacks(".conflict").await;

        widget.press("See the versions").await;
        let found = ["Webinar 5, elsewhere", "Long ago, elsewhere"];
        widget.titles(&found).await;
        session
            .wait_until("the first of them has the focus", async || {
                widget.find("#entry-a25").await.is_focused().await
            })
            .await;
        // Their buttons say the same to the eye; each has the name of its activity.
        widget
            .button("Keep each as an activity of its own: Long ago, elsewhere")
            .await;
        widget.press("Keep version 1: Webinar 5, elsewhere").await;
        widget.titles(&found[1..]).await;
        session
            .wait_until("the next of them has the focus", async || {
                widget.find("#entry-a30").await.is_focused().await
            })
            .await;
        widget.press("Keep version 2").await;
        widget.lacks(".conflict").await;
        widget.lacks(".apart .warning").await;
        // Everything is listed again, with the period of the one that was settled last.
        widget.find("#entry-a30").await;
        session
            .wait_until("what was settled last has the focus", async || {
                widget.find("#entry-a30").await.is_focused().await
            })
            .await;
    });
}

// ---------------------------------------------------------------------------------------------------------------------
// Backups

/// A log with an activity that was changed, one that was deleted, a profile, and a record that cannot be read.
async fn some_log(session: &Session) -> Widget<'_> {
    let widget = new_log(session).await;
    widget.hold(&["CPC"]).await;
    widget.add(&WEBINAR).await;
    widget.add(&MEETING).await;
    retitle(&widget, WEBINAR.title, "Modifiers, “25” & 59").await;
    let gone = Activity {
        title: "Not mine",
        ..MEETING
    };
    widget.add(&gone).await;
    delete(&widget, gone.title).await;
    put(
        session,
        &json!({ "coderpath:1:entry:a:0000000000001-00000000": "{\"v\":1,\"id\":\"a", "theme": "sepia" }),
    )
    .await;
    let widget = session.reload_log().await;
    widget.shows("One record is damaged").await;
    widget
}

/// Opens a file as a backup.
async fn open_backup(session: &Session, widget: &Widget<'_>, name: &str, bytes: &[u8]) {
    widget.unfold(PLACE).await;
    let path = session.file_to_upload(name, bytes);
    widget.type_into("#open-backup", &path).await;
    widget.find("#restoring .told").await;
}

/// A backup with so many activities.
fn long_backup(many: usize) -> String {
    let items = (0..many).map(|nth| {
        let stamp = "1795410000000-00000003";
        let entry = json!({ "kind": "event", "state": "done", "date": "2019-03-04", "title": format!("Webinar {nth}"),
            "aapc": { "ceus": "1" } });
        let record = json!({ "v": 1, "id": format!("l{nth}"), "stamp": stamp, "entry": entry });
        (format!("coderpath:1:entry:l{nth}:{stamp}"), record)
    });
    let items: serde_json::Map<String, Value> = items.collect();
    json!({ "coderpath": "backup", "v": 1, "made": "2026-11-01", "items": items }).to_string()
}

#[test]
fn a_long_backup_keeps_the_page_awake_and_can_be_stopped() {
    run_in_chromium(async |session| {
        let widget = some_log(session).await;
        let before = stored(session).await;
        let titles = [MEETING.title, "Modifiers, “25” & 59"];
        widget.unfold(PLACE).await;
        let file = long_backup(6_000);
        session.watch_busy().await;
        open_backup(session, &widget, "long.json", file.as_bytes()).await;
        widget.shows("It would add 6,000 activities.").await;
        widget.press("Restore").await;
        widget.shows("of 6,000 items").await;
        widget.press("Stop").await;
        widget
            .says(
                ".notice",
                "You broke off. What was restored before stays; Undo takes it out again.",
            )
            .await;
        let came = stored(session).await.len() - before.len();
        assert!(came > 0 && came < 6_000, "{came} came");
        let longest = session.longest_busy().await;
        println!("the longest the page was busy: {longest} ms");
        assert!(longest < 1_000.0, "{longest} ms");
        widget.press("Undo: the backup restored").await;
        widget.titles(&titles).await;
    });
}

#[test]
fn what_a_newer_release_writes_during_a_long_row_of_writes_is_not_removed_by_the_last_of_them() {
    run(async |session| {
        let widget = new_log(session).await;
        let listen = "
            const { setItem } = Storage.prototype;
            window.written = [];
            Storage.prototype.setItem = function (key, text) { written.push(key); setItem.call(this, key, text); };";
        session.execute(listen, &[]).await;
        let file = long_backup(2_000);
        open_backup(session, &widget, "long.json", file.as_bytes()).await;
        widget.press("Restore").await;
        widget.says(".notice", "Restored.").await;
        // To undo goes the other way: what was written first is removed last. Another page of the site is faster.
        let meanwhile = "
            const key = written.find((key) => key.startsWith('coderpath:1:entry:'));
            document.querySelector('coder-path').shadowRoot.getElementById('undo').click();
            const frame = document.body.appendChild(document.createElement('iframe'));
            frame.contentWindow.localStorage.setItem(key, '{\"v\":2}');
            frame.remove();
            return key;";
        let key = session.execute(meanwhile, &[]).await;
        let key = key.as_str().unwrap_or_default();
        widget.says(".notice", "Undone: the backup restored.").await;
        widget.titles(&[]).await;
        let stored = stored(session).await;
        assert_eq!(stored.get(key).map(String::as_str), Some("{\"v\":2}"));
        // One stands for each that was taken out, and nothing else is left.
        assert_eq!(stored.len(), 2_001);
        widget
            .shows("One record was written by a newer release and is left as it is")
            .await;
    });
}

#[test]
fn a_downloaded_backup_brings_a_wiped_log_back_to_the_letter_and_a_second_time_nothing() {
    run(async |session| {
        if !session.engine().can_download() {
            return;
        }
        let widget = some_log(session).await;
        let before = stored(session).await;
        assert_eq!(before.len(), 5);
        widget.unfold(PLACE).await;
        widget
            .shows("There was no backup from this browser yet.")
            .await;
        widget.press("Download a backup").await;
        widget
            .shows("This browser was last given a backup to download on November 23, 2026; ")
            .await;
        let file = session.downloaded(BACKUP_FILE).await;

        session.execute("localStorage.clear();", &[]).await;
        let widget = session.reload_log().await;
        widget.titles(&[]).await;
        open_backup(session, &widget, "a backup of mine.json", &file).await;
        widget
            .say(
                "#restoring p",
                &[
                    "This backup was made on November 23, 2026.",
                    "It would add 2 activities.",
                    "It would change what you hold, or its dates.",
                    "What could not be read when it was made (1) would be put back as it was.",
                ],
            )
            .await;
        // Nothing is written before the reader says so.
        assert_eq!(stored(session).await, BTreeMap::new());
        widget.press("Restore").await;
        widget.says(".notice", "Restored.").await;
        widget
            .titles(&[MEETING.title, "Modifiers, “25” & 59"])
            .await;
        widget.total("aapc", "2.5 of 36 CEUs").await;
        assert_eq!(stored(session).await, before);

        open_backup(session, &widget, "again.json", &file).await;
        widget
            .shows("Everything in it is here already, or was changed or deleted here since. There is nothing to restore.")
            .await;
        assert!(
            !widget
                .texts("#restoring button")
                .await
                .contains(&"Restore".to_owned())
        );
        widget.press("Close").await;
        widget.lacks("#restoring p").await;
        assert_eq!(stored(session).await, before);
        let widget = session.reload_log().await;
        widget
            .titles(&[MEETING.title, "Modifiers, “25” & 59"])
            .await;
    });
}

#[test]
fn a_backup_adds_to_what_was_done_since_and_is_taken_back_as_one() {
    run(async |session| {
        if !session.engine().can_download() {
            return;
        }
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        widget.add(&MEETING).await;
        widget.unfold(PLACE).await;
        widget.press("Download a backup").await;
        let file = session.downloaded(BACKUP_FILE).await;
        // One activity is forgotten by the browser, the other changed, a third one comes.
        let forget = "
            for (const [key, text] of Object.entries(localStorage)) if (text.includes(arguments[0])) delete localStorage[key];";
        session.execute(forget, &[MEETING.title.into()]).await;
        let widget = session.reload_log().await;
        retitle(&widget, WEBINAR.title, "Changed since").await;
        let third = Activity {
            title: "A third one",
            date: "2026-11-01",
            ..WEBINAR
        };
        widget.add(&third).await;
        open_backup(session, &widget, "backup.json", &file).await;
        widget.shows("It would add one activity.").await;
        widget.press("Restore").await;
        let all = [MEETING.title, third.title, "Changed since"];
        widget.titles(&all).await;
        widget.click("#undo").await;
        widget.titles(&[third.title, "Changed since"]).await;
        widget.click("#redo").await;
        widget.titles(&all).await;
        let widget = session.reload_log().await;
        widget.titles(&all).await;
    });
}

#[test]
fn what_the_browser_does_not_remove_when_a_restore_is_undone_is_told_and_still_named() {
    run(async |session| {
        let widget = new_log(session).await;
        let key = "coderpath:1:entry:a:0000000000001-00000000";
        let items = json!({ key: "{\"v\":1,\"id\":\"a" });
        let backup = json!({ "coderpath": "backup", "v": 1, "made": TODAY, "items": items });
        open_backup(
            session,
            &widget,
            "damaged.json",
            backup.to_string().as_bytes(),
        )
        .await;
        widget.press("Restore").await;
        widget.says(".notice", "Restored.").await;
        widget.shows("One record is damaged").await;
        let refuse = "
            const [refused] = arguments;
            for (const call of ['setItem', 'removeItem']) {
                const real = Storage.prototype[call];
                Storage.prototype[call] = function (key, ...rest) {
                    if (key === refused) throw new DOMException('The operation is insecure.', 'SecurityError');
                    real.call(this, key, ...rest);
                };
            }";
        session.execute(refuse, &[key.into()]).await;
        widget.click("#undo").await;
        widget
            .says(
                ".notice",
                "The browser did not remove all of it from its storage: the backup restored.",
            )
            .await;
        widget.shows("One record is damaged").await;
        assert!(stored(session).await.contains_key(key));
    });
}

#[test]
fn a_file_that_is_no_backup_is_called_so_and_changes_nothing() {
    run(async |session| {
        let widget = some_log(session).await;
        let before = stored(session).await;
        let large = vec![b' '; 16_000_001];
        let cases: [(&str, &[u8], &str); 6] = [
            ("empty.json", b"", "This file is no backup of a log: "),
            (
                "picture.json",
                &[0xff, 0xd8, 0xff, 0x00],
                "This file is no backup of a log: ",
            ),
            (
                "other.json",
                b"{\"name\":\"something else\"}",
                "This file is no backup of a log: it does not say that it is one.",
            ),
            (
                "half.json",
                b"{\"coderpath\":\"backup\",\"v\":1,\"made\":\"2026-1",
                "This file is no backup of a log: ",
            ),
            (
                "large.json",
                &large,
                "This file is no backup of a log: it is larger than 16,000,000 bytes.",
            ),
            (
                "newer.json",
                b"{\"coderpath\":\"backup\",\"v\":2,\"made\":\"2026-11-01\",\"items\":{}}",
                "A newer release made this backup. Reload the page to get that release, then open it again.",
            ),
        ];
        for (name, bytes, told) in cases {
            open_backup(session, &widget, name, bytes).await;
            widget.shows(told).await;
            widget.say("#restoring button", &["Close"]).await;
            widget.press("Close").await;
            widget.lacks("#restoring p").await;
        }
        assert_eq!(stored(session).await, before);
    });
}

#[test]
fn where_nothing_can_be_downloaded_the_backup_is_there_as_text() {
    run(async |session| {
        session.pretend_today(TODAY);
        let widget = session.sandboxed("allow-scripts allow-forms").await;
        widget.open("My CEU log").await;
        widget.click("#add").await;
        widget.type_activity(&WEBINAR).await;
        widget.press("Save").await;
        widget.titles(&[WEBINAR.title]).await;
        // One press beside the warning; the text stands where backups are, which unfolds.
        widget.press("Show it as text instead").await;
        let field = widget.field("Copy all of this into a file").await;
        session
            .wait_until("the text has the focus", async || field.is_focused().await)
            .await;
        widget
            .shows("This log is not stored: this browser does not let this page keep anything.")
            .await;
        // What was done since is never missing from it.
        widget.click("#add").await;
        widget.type_activity(&MEETING).await;
        widget.press("Save").await;
        widget
            .shows("The log has changed since it was shown as text. Show it again.")
            .await;
        widget.click(".warnings .actions button:last-child").await;
        let field = widget.field("Copy all of this into a file").await;
        let text = field.value().await;

        // It is a backup like any other.
        let widget = new_log(session).await;
        open_backup(session, &widget, "copied.json", text.as_bytes()).await;
        widget.shows("It would add 2 activities.").await;
        widget.press("Restore").await;
        widget.titles(&[MEETING.title, WEBINAR.title]).await;
    });
}

#[test]
fn after_ten_changes_a_backup_is_recommended_and_not_now_holds_over_a_reload() {
    run(async |session| {
        let widget = new_log(session).await;
        widget.add(&WEBINAR).await;
        for number in 2..10 {
            let from = if number == 2 {
                WEBINAR.title.to_owned()
            } else {
                format!("Title {}", number - 1)
            };
            retitle(&widget, &from, &format!("Title {number}")).await;
        }
        widget.lacks(".reminder").await;
        retitle(&widget, "Title 9", "Title 10").await;
        widget
            .says(
                ".reminder p",
                "10 changes, and no backup yet. A file of your own is safe from whatever this browser does.",
            )
            .await;
        let widget = session.reload_log().await;
        widget.find(".reminder").await;
        widget.press("Not now").await;
        widget.lacks(".reminder").await;
        assert_eq!(session.focused().await, "button Add an activity");
        let widget = session.reload_log().await;
        widget.titles(&["Title 10"]).await;
        widget.lacks(".reminder").await;
        retitle(&widget, "Title 10", "Title 11").await;
        widget.lacks(".reminder").await;
    });
}

// ---------------------------------------------------------------------------------------------------------------------
// Where the log lives

#[test]
fn where_the_log_lives_is_told_with_the_site_and_how_much_it_takes() {
    run(async |session| {
        session.pretend_today(TODAY);
        session.blog("/post.html", "<coder-path view=log></coder-path>");
        let widget = session.read("/post.html").await;
        widget.add(&WEBINAR).await;
        put(session, &json!({ "theme": "sepia" })).await;
        widget.unfold(PLACE).await;
        let host = session.execute("return location.host;", &[]).await;
        let host = host.as_str().unwrap_or_default();
        widget
            .shows(&format!(
                "This log is stored in this browser, in the storage of {host}. Nothing is sent anywhere."
            ))
            .await;
        let used: usize = stored(session)
            .await
            .iter()
            .map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count())
            .sum();
        widget
            .shows(&format!(
                "It takes {used} of about 5,000,000 characters that all pages of this site may store together."
            ))
            .await;
        // A blog's page does not ask the browser for anything.
        assert!(!widget.text().await.contains("Ask this browser to keep it"));
    });
}

#[test]
fn the_page_of_its_own_asks_the_browser_to_keep_the_log_and_tells_the_answer() {
    run_in_chromium(async |session| {
        session.pretend_today(TODAY);
        session.blog("/home.html", "<coder-path home view=log></coder-path>");
        // What this browser says is its own affair: here it says no, and then yes.
        session.server().before_page_scripts(
            "StorageManager.prototype.persisted = async () => false;
             let asked = 0;
             StorageManager.prototype.persist = async () => (asked += 1) > 1;",
        );
        let widget = session.read("/home.html").await;
        widget.unfold(PLACE).await;
        widget
            .shows("This browser may delete the log when it runs out of space: it did not say that it keeps it.")
            .await;
        widget.press("Ask this browser to keep it").await;
        widget
            .shows("This browser was asked, and did not promise it.")
            .await;
        widget.press("Ask this browser to keep it").await;
        widget
            .shows("This browser has said that it keeps the log until you delete it.")
            .await;
        assert!(!widget.text().await.contains("Ask this browser to keep it"));
    });
}

#[test]
fn what_another_tab_removes_from_storage_is_kept_and_stored_again_as_it_was() {
    run(async |session| {
        let here = some_log(session).await;
        let before = stored(session).await;
        let first = session.new_tab("/nowhere-near.html").await;
        session.expect_noise("/nowhere-near.html");
        session.execute("localStorage.clear();", &[]).await;
        session.switch_to(&first).await;
        here.says(
            ".keeping",
            "Something other than this log removed 5 of its records from this browser’s storage. \
             They are still here while this page is open.",
        )
        .await;
        here.titles(&[MEETING.title, "Modifiers, “25” & 59"]).await;
        here.press("Store them again").await;
        here.lacks(".keeping p").await;
        // What cannot be read comes back as it was.
        assert_eq!(stored(session).await, before);

        // One of them, and the reader means it.
        let gone = "
            const gone = Object.entries(localStorage).find(([, text]) => text.includes(arguments[0]));
            const frame = document.body.appendChild(document.createElement('iframe'));
            frame.contentWindow.localStorage.removeItem(gone[0]);
            frame.remove();";
        session.execute(gone, &[MEETING.title.into()]).await;
        here.says(
            ".keeping",
            "Something other than this log removed one of its records from this browser’s storage. \
             It is still here while this page is open.",
        )
        .await;
        here.press("Let them go").await;
        here.lacks(".keeping p").await;
        here.titles(&["Modifiers, “25” & 59"]).await;
        let widget = session.reload_log().await;
        widget.titles(&["Modifiers, “25” & 59"]).await;
    });
}

// ---------------------------------------------------------------------------------------------------------------------
// An earlier release

#[test]
fn everything_that_an_earlier_release_wrote_is_shown() {
    run(async |session| {
        session.pretend_today(TODAY);
        let items: Value = serde_json::from_str(include_str!("../../fixtures/release-0.1.0.json"))
            .unwrap_or_default();
        session.read("/").await;
        put(session, &items).await;
        let widget = session.reload_log().await;
        widget
            .titles(&["Winter conference", "Modifiers “25” & 59"])
            .await;
        widget.lacks(".unread p").await;
        widget.total("aapc", "1.5 of 57.5 CEUs").await;
        widget.total("ahima", "1 of 30 CEUs").await;
        widget
            .shows("You were typing “Half typed” on November 20, 2026.")
            .await;
        widget.unfold("What I hold, and my two-year period").await;
        for (label, value) in [
            ("CPC since", "2020-02-29"),
            ("CPMA since", "2026-03-01"),
            ("CCS since", "2025-06-15"),
            ("My AAPC CEUs are due on", "2027-01-31"),
            ("My AAPC tracker asks for", "57.5"),
        ] {
            assert_eq!(widget.field(label).await.value().await, value, "{label}");
        }
        widget.press("Change: Modifiers “25” & 59").await;
        widget.unfold_all().await;
        for (label, value) in [
            ("Date completed", "2026-10-05"),
            ("Title", "Modifiers “25” & 59"),
            ("Sponsor", "Local chapter"),
            ("Index number", "AAPC0510261200A"),
            ("AAPC approved it for", "core, CPMA"),
            ("Notes", "With a \"quote\""),
        ] {
            assert_eq!(widget.field(label).await.value().await, value, "{label}");
        }
        widget.press("Cancel").await;
        // To look at it changes nothing.
        let ours = self::items(session, "coderpath:").await;
        assert_eq!(json!(ours), items);
    });
}

// ---------------------------------------------------------------------------------------------------------------------
// Faults

/// A log with two activities, a third in two versions, a deleted one and a profile, in the storage of a blog.
fn at_first() -> Value {
    let stamps = ["1795400000000-00000001", "1795400000001-00000002"];
    let entry = |id: &str, stamp: &str, entry: Value| {
        (
            format!("coderpath:1:entry:{id}:{stamp}"),
            json!({ "v": 1, "id": id, "stamp": stamp, "entry": entry }).to_string(),
        )
    };
    let apart = |title: &str| json!({ "date": "2026-09-01", "title": title, "kind": "event", "state": "done", "aapc": { "ceus": "2" } });
    let [first, second] = stamps;
    let items = [
        entry("a", first, json!({ "date": "2026-10-05", "title": "Modifiers 25 and 59", "kind": "event", "state": "done",
            "index_number": "10001", "aapc": { "ceus": "1.5", "certificate": true } })),
        entry("b", first, json!({ "date": "2026-11-22", "title": "Chapter meeting", "kind": "event", "state": "done",
            "ahima": { "ceus": "0.75" } })),
        entry("c", first, apart("Made here")),
        entry("c", second, apart("Made there")),
        (
            format!("coderpath:1:entry:d:{first}"),
            json!({ "v": 1, "id": "d", "stamp": first, "deleted": true }).to_string(),
        ),
        (
            format!("coderpath:1:profile:{first}"),
            json!({ "v": 1, "stamp": first, "profile": { "held": ["CPC"], "aapc_due": "2027-01-31" } }).to_string(),
        ),
        ("theme".to_owned(), "sepia".to_owned()),
        ("coderpath-theme".to_owned(), "sepia".to_owned()),
    ];
    json!(BTreeMap::from(items))
}

/// A backup of another browser: an entry of the log above, changed, a new one, and another profile.
fn backup() -> String {
    let stamp = "1795400000005-00000005";
    let entry = |id: &str, title: &str| {
        json!({ "v": 1, "id": id, "stamp": stamp, "replaces": ["1795400000000-00000001"],
            "entry": { "date": "2026-08-01", "title": title, "kind": "event", "state": "done", "aapc": { "ceus": "3" } } })
    };
    json!({ "coderpath": "backup", "v": 1, "made": "2026-11-01", "items": {
        format!("coderpath:1:entry:b:{stamp}"): entry("b", "Meeting, changed elsewhere"),
        format!("coderpath:1:entry:e:{stamp}"): entry("e", "Made elsewhere"),
        format!("coderpath:1:profile:{stamp}"): { "v": 1, "stamp": stamp, "replaces": ["1795400000000-00000001"],
            "profile": { "held": ["CPC", "COC"] } },
    } })
    .to_string()
}

/// Does these things, over and over: once for each call to localStorage that is made meanwhile, and each way in which it can
/// go wrong.
fn check_faults(names: &[&str]) {
    run_in_chromium(async |session| {
        session.pretend_today(TODAY);
        let page = format!(
            "<!doctype html><html lang=en><title>Faults</title><script type=module src=\"/embed.js\"></script>\
             <script>{}</script><body>",
            include_str!("faults.js")
        );
        session.server().page("/faults.html", &page);
        session.goto("/faults.html").await;
        let known = session.execute("return Faults.names;", &[]).await;
        let (mut all, mut cases) = (0, 0);
        for name in names {
            let is_known = known
                .as_array()
                .is_some_and(|known| known.contains(&json!(name)));
            assert!(is_known, "{name}");
            let begin = "return Faults.begin(...arguments);";
            let given = [json!(name), at_first(), backup().into()];
            let calls = session.execute(begin, &given).await.as_u64().unwrap_or(0);
            assert!(calls >= 2, "{name}: {calls} calls");
            all += calls;
            for call in 0..calls {
                let done = session
                    .execute("return Faults.fail(...arguments);", &[call.into()])
                    .await;
                assert_eq!(done.get("problems"), Some(&json!([])), "{name}");
                cases += done.get("cases").and_then(Value::as_u64).unwrap_or(0);
            }
        }
        println!("{} actions, {all} calls: {cases} cases", names.len());
    });
}

#[test]
fn whatever_fails_while_an_activity_is_added_it_is_stored_or_told() {
    check_faults(&["typing and adding", "adding", "undoing what was added"]);
}

#[test]
fn whatever_fails_while_an_activity_is_changed_it_is_stored_or_told() {
    check_faults(&["changing", "undoing a change", "marking as entered"]);
}

#[test]
fn whatever_fails_while_an_activity_is_deleted_it_is_stored_or_told() {
    check_faults(&["deleting", "undoing a deletion", "deleting again"]);
}

#[test]
fn whatever_fails_while_the_profile_is_changed_it_is_stored_or_told() {
    check_faults(&["telling what is held", "undoing what is held"]);
}

#[test]
fn whatever_fails_while_one_of_two_versions_is_chosen_it_is_stored_or_told() {
    check_faults(&[
        "settling a conflict",
        "undoing that the older was chosen",
        "undoing that the newer was chosen",
    ]);
}

#[test]
fn whatever_fails_while_both_versions_are_kept_it_is_stored_or_told() {
    check_faults(&["keeping both", "undoing that both were kept"]);
}

#[test]
fn whatever_fails_while_a_backup_is_restored_it_is_stored_or_told() {
    check_faults(&["restoring a backup", "undoing what was restored"]);
}

#[test]
fn whatever_fails_while_what_was_removed_is_put_back_it_is_stored_or_told() {
    check_faults(&["putting back what was removed"]);
}

#[test]
fn whatever_fails_while_a_spreadsheet_is_imported_it_is_stored_or_taken_back() {
    check_faults(&["importing a spreadsheet", "undoing an import"]);
}
