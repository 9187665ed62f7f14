//! Spreadsheets: a list that was kept elsewhere comes in row by row, and the log goes out as one.

use e2e::{Activity, Session, Widget, run, run_in_chromium};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-23";
const EXPORT: &str = "coderpath-ceus-2026-11-23.csv";
const FOLD: &str = "From a spreadsheet, and to one";
const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers 25 and 59",
    date: "2026-10-05",
    aapc: "1.5",
    ahima: "",
};

/// A log of one's own, in which spreadsheets are unfolded.
async fn log(session: &Session) -> Widget<'_> {
    session.pretend_today(TODAY);
    let widget = session.read("/").await;
    widget.open("My CEU log").await;
    widget
}

async fn choose(session: &Session, widget: &Widget<'_>, name: &str, bytes: &[u8]) {
    let path = session.file_to_upload(name, bytes);
    widget.type_into("#open-sheet", &path).await;
}

#[test]
fn a_list_from_a_spreadsheet_is_looked_at_set_right_and_imported_and_taken_back() {
    run(async |session| {
        let widget = log(session).await;
        widget.add(&WEBINAR).await;
        widget.unfold(FOLD).await;
        let file = "My CEUs 2026;;;\r\n\
            Date;Course title;AAPC CEUs;Index #\r\n\
            05.10.2026;Modifiers 25 and 59;2;\r\n\
            14.10.2026;\"E/M \"\"audits\"\"\";1,5;0012\r\n\
            15.10.2026;Ethics;2 hours;\r\n\
            Total;;5,5;\r\n";
        choose(session, &widget, "ceus.csv", file.as_bytes()).await;
        widget.shows("To be corrected, or left out: 1").await;
        widget.shows("Not as in your log: 1").await;
        widget.shows("New: 1").await;
        widget.shows("Passed over: 2").await;
        widget.titles(&[WEBINAR.title]).await;

        // The row is set right where it stands.
        widget.field("AAPC CEUs, line 5").await.fill("2").await;
        session.press("Tab").await;
        widget.shows("New: 2").await;
        widget
            .field("What to do with line 3")
            .await
            .choose("Take the file’s")
            .await;
        widget.press("Import 3 activities").await;
        widget.says(".notice", "Imported: 3 activities.").await;
        let all = ["Ethics", "E/M \"audits\"", WEBINAR.title];
        widget.titles(&all).await;

        // One undo takes it all back, also in storage.
        widget.says("#undo", "Undo: 3 activities imported").await;
        widget.click("#undo").await;
        widget.titles(&[WEBINAR.title]).await;
        widget.click("#redo").await;
        widget.titles(&all).await;
        let widget = session.reload_log().await;
        widget.titles(&all).await;
    });
}

#[test]
fn the_focus_stays_near_what_goes() {
    run_in_chromium(async |session| {
        let widget = log(session).await;
        widget.unfold(FOLD).await;
        let good = (0..60).map(|nth| format!("2026-01-{:02},Webinar {nth},1", nth % 28 + 1));
        let bad = ["2026-02-30,One,1", "someday,Two,1"].map(str::to_owned);
        let rows: Vec<String> = ["Date,Title,AAPC CEUs".to_owned()]
            .into_iter()
            .chain(bad)
            .chain(good)
            .collect();
        choose(session, &widget, "rows.csv", rows.join("\n").as_bytes()).await;
        let correct = async |line: u32| {
            let name = format!("Date completed, line {line}");
            widget.field(&name).await.fill("2026-03-03").await;
            session.press("Enter").await;
        };
        let is_focused = async |what: &str| {
            let is = async || session.focused().await.starts_with(what);
            session.wait_until(what, is).await;
        };
        // The field goes with its row, and the last row with its group.
        correct(2).await;
        is_focused("summary To be corrected, or left out: 1").await;
        correct(3).await;
        is_focused("div The opened file").await;
        // The button goes once all rows are there.
        widget.unfold("New: 62").await;
        let all = widget.find(".rows button").await;
        all.execute("arguments[0].focus();", Value::Null).await;
        session.press("Enter").await;
        is_focused("summary New: 62").await;
        // The button keeps its place and the focus while it is stored, and a second press does nothing.
        let import = widget.find(".sheet button.primary").await;
        let watch = "const button = arguments[0], root = button.getRootNode();
            button.focus();
            window.busy = [];
            new MutationObserver(() => {
                const now = root.querySelector('.sheet .primary[aria-disabled]');
                if (!now) return;
                busy.push(now === button && root.activeElement === now);
                now.click();
            }).observe(root, { subtree: true, childList: true, attributes: true });";
        import.execute(watch, Value::Null).await;
        session.press("Enter").await;
        is_focused("button Add an activity").await;
        widget.says(".notice", "Imported: 62 activities.").await;
        let busy = session.execute("return busy;", &[]).await;
        let busy = busy.as_array().expect("what was seen");
        assert!(
            !busy.is_empty() && busy.iter().all(|kept| *kept == true),
            "{busy:?}"
        );
    });
}

#[test]
fn every_encoding_comes_in() {
    run(async |session| {
        let widget = log(session).await;
        widget.unfold(FOLD).await;
        let text = "Date,Title,AAPC CEUs\r\n2026-10-05,Café – Übung,1\r\n";
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let [little, big] = [u16::to_le_bytes, u16::to_be_bytes].map(|bytes| {
            utf16
                .iter()
                .flat_map(|unit| bytes(*unit))
                .collect::<Vec<u8>>()
        });
        let windows: Vec<u8> = text
            .chars()
            .map(|letter| match letter {
                'é' => 0xe9,
                'Ü' => 0xdc,
                '–' => 0x96,
                other => u8::try_from(other).unwrap_or(b'?'),
            })
            .collect();
        for (name, bytes) in [
            ("utf-8", text.as_bytes().to_vec()),
            (
                "utf-8 with a mark",
                [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            ),
            ("utf-16 le", little.clone()),
            (
                "utf-16 le with a mark",
                [&b"\xff\xfe"[..], &little].concat(),
            ),
            ("utf-16 be with a mark", [&b"\xfe\xff"[..], &big].concat()),
            ("windows-1252", windows),
        ] {
            choose(session, &widget, &format!("{name}.csv"), &bytes).await;
            widget.shows("New: 1").await;
            widget.unfold("New: 1").await;
            widget
                .shows("Line 2: “Café – Übung”, October 5, 2026")
                .await;
            widget.press("Close the file").await;
            widget.lacks(".sheet .note").await;
        }
    });
}

#[test]
fn the_export_opens_here_again_as_the_same_log() {
    run_in_chromium(async |session| {
        let widget = log(session).await;
        for title in ["=HYPERLINK(\"x\")", "Ünïcode, with \"quotes\"", "-1 day"] {
            let activity = Activity { title, ..WEBINAR };
            widget.add(&activity).await;
        }
        widget.unfold(FOLD).await;
        widget.press("Download as CSV").await;
        let file = session.downloaded(EXPORT).await;
        let text = String::from_utf8_lossy(&file);
        assert!(text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
        assert!(text.contains("'-1 day"), "{text}");
        widget.shows("The file has 3 activities.").await;
        let stored = "return Object.keys(localStorage).filter((key) => key.includes(':entry:')).map((key) => JSON.parse(localStorage[key])).map(({id, entry}) => JSON.stringify([id, entry])).sort();";
        let before = session.execute(stored, &[]).await;

        session.execute("localStorage.clear();", &[]).await;
        session.reload().await;
        let widget = session.widget(0).await;
        widget.open("My CEU log").await;
        widget.titles(&[]).await;
        widget.unfold(FOLD).await;
        choose(session, &widget, EXPORT, &file).await;
        widget.press("Import 3 activities").await;
        widget.says(".notice", "Imported: 3 activities.").await;
        assert_eq!(session.execute(stored, &[]).await, before);
        choose(session, &widget, EXPORT, &file).await;
        widget.shows("Already in your log: 3").await;
        widget.shows("There is nothing to import.").await;
    });
}

#[test]
fn the_meaning_of_columns_is_asked_and_remembered() {
    run(async |session| {
        let widget = log(session).await;
        widget.unfold(FOLD).await;
        let file = b"When,Thing,Points\n3/5/2026,Modifiers,1\n4/6/2026,Audits,2\n";
        choose(session, &widget, "points.csv", file).await;
        widget
            .shows("Choose the column that has the title of each activity.")
            .await;
        for (place, meaning) in [(1, "Title"), (2, "AHIMA CEUs")] {
            let field = widget.find(&format!("#column-{place}")).await;
            field.choose(meaning).await;
        }
        widget.tick("The day comes first: 3/5 is 3 May", true).await;
        widget.shows("New: 2").await;
        widget.press("Import 2 activities").await;
        widget.titles(&["Audits", "Modifiers"]).await;
        let widget = session.reload_log().await;
        widget.unfold(FOLD).await;
        choose(session, &widget, "points.csv", file).await;
        widget.shows("Already in your log: 2").await;
    });
}

#[test]
fn whatever_a_file_holds_it_is_text_and_what_is_no_sheet_is_told() {
    run(async |session| {
        let widget = log(session).await;
        widget.unfold(FOLD).await;
        let file = "Date,Title,AAPC CEUs\n2026-10-05,<img src=x onerror=alert(1)>,1\n<b>x</b>,<script>1</script>,1\n";
        choose(session, &widget, "hostile.csv", file.as_bytes()).await;
        widget.shows("Line 3: “<script>1</script>”").await;
        let refused = widget.field("Date completed, line 3").await;
        assert_eq!(refused.value().await, "<b>x</b>");
        widget.press("Import one activity").await;
        widget.titles(&["<img src=x onerror=alert(1)>"]).await;
        for (name, bytes, said) in [
            (
                "book.xlsx.csv",
                &b"PK\x03\x04\x14\x00\x06\x00"[..],
                "This file is not a CSV file.",
            ),
            ("empty.csv", b"", "This file has no rows with activities."),
            (
                "quote.csv",
                b"Date,Title\n2026-10-05,\"open",
                "Line 2: a quotation mark is opened here",
            ),
        ] {
            choose(session, &widget, name, bytes).await;
            widget.shows(said).await;
        }
        let large = vec![b'a'; 5_000_001];
        choose(session, &widget, "large.csv", &large).await;
        widget
            .shows("This file is too large: at most 5 MB can be read.")
            .await;
        let many = "2026-10-05,a,1\n".repeat(5_002);
        choose(session, &widget, "many.csv", many.as_bytes()).await;
        widget
            .shows("This file has too many rows: at most 5,000 can be read.")
            .await;
        widget.press("Close the file").await;
        widget.lacks(".sheet .note").await;
    });
}

/// Storage in which only so many writes succeed, as when it is full.
async fn fills_up_after(session: &Session, writes: u32) {
    let script = "let left = arguments[0]; const set = Storage.prototype.setItem; \
        Storage.prototype.setItem = function (key, text) { \
            if (key.includes(':entry:') && left-- <= 0) throw new DOMException('full', 'QuotaExceededError'); \
            return set.call(this, key, text); };";
    session.execute(script, &[json!(writes)]).await;
}

#[test]
fn a_large_file_keeps_the_page_awake_and_what_finds_no_room_is_taken_back() {
    run_in_chromium(async |session| {
        let widget = log(session).await;
        widget.unfold(FOLD).await;
        let rows = (0..2_000).map(|nth| format!("2026-01-{:02},Webinar {nth},1", nth % 28 + 1));
        let rows: Vec<String> = ["Date,Title,AAPC CEUs".to_owned()]
            .into_iter()
            .chain(rows)
            .collect();
        let file = rows.join("\n");
        session.watch_busy().await;
        fills_up_after(session, 1_000).await;
        choose(session, &widget, "many.csv", file.as_bytes()).await;
        widget.shows("New: 2,000").await;
        widget.press("Import 2,000 activities").await;
        widget.shows("so nothing was imported").await;
        let left =
            "return Object.keys(localStorage).filter((key) => key.includes(':entry:')).length;";
        assert_eq!(session.execute(left, &[]).await, json!(0));
        widget.titles(&[]).await;
        let longest = session.longest_busy().await;
        println!("the longest the page was busy: {longest} ms");
        assert!(longest < 1_000.0, "{longest} ms");
    });
}
