//! A log goes from a blog's widget to the page of its own in a link: nothing but the browser carries it, nothing is stored before
//! the reader says so, and a link that somebody made up brings nothing and holds nothing up.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use e2e::{Activity, Session, Widget, run};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use serde_json::{Value, json};

const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers, “25” & 59 Ω",
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
const OURS: &str = "coderpath-log=1.";

const CAME: &str =
    "The link that you opened brought a log. Nothing of it is stored unless you restore it.";
const DAMAGED: &str =
    "The link that you opened was to bring a log, but it is damaged, perhaps cut off on its way.";
const TOO_MUCH: &str =
    "The link that you opened brings more than a link may: at most 1,000,000 characters are read.";
const NEWER: &str =
    "The link that you opened was made by a newer release, which this one cannot read.";

/// A blog whose author keeps the page of its own on another origin, where its log is another one.
async fn blog(session: &Session) -> (Widget<'_>, String) {
    session.pretend_today(TODAY);
    let home = session.server().other_origin_url("/index.html");
    session.blog(
        "/post.html",
        &format!("<coder-path home-page=\"{home}\"></coder-path>"),
    );
    let widget = session.read("/post.html").await;
    widget.open("My CEU log").await;
    (widget, home)
}

/// Makes a link, and hands over what stands in its field.
async fn make(widget: &Widget<'_>) -> String {
    widget.unfold(PLACE).await;
    widget.press("Make a link").await;
    widget
        .field("A link with this log in it")
        .await
        .value()
        .await
}

/// A link of these bytes to the page of its own.
fn link_of(bytes: &[u8]) -> String {
    format!("/#{OURS}{}", letters_of(bytes))
}

fn letters_of(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(bytes, 9))
}

/// The log as it is stored.
async fn stored(session: &Session) -> BTreeMap<String, String> {
    let read = "return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('coderpath:1:')));";
    let found = session.execute(read, &[]).await;
    let found = found.as_object().into_iter().flatten();
    found
        .map(|(key, text)| (key.clone(), text.as_str().unwrap_or_default().to_owned()))
        .collect()
}

/// What follows the `#` of the page's address, with it.
async fn hash(session: &Session) -> String {
    let hash = session.execute("return location.hash;", &[]).await;
    hash.as_str().unwrap_or_default().to_owned()
}

async fn shows_nothing_of_a_link(session: &Session, widget: &Widget<'_>) {
    widget.lacks("#restoring .told").await;
    assert_eq!(hash(session).await, "");
}

#[test]
fn a_log_goes_from_a_blog_to_the_page_of_its_own_and_stays_where_it_was() {
    run(async |session| {
        let (widget, home) = blog(session).await;
        widget.hold(&["CPC"]).await;
        widget.add(&WEBINAR).await;
        widget.add(&MEETING).await;
        let before = stored(session).await;
        let requests = session.server().requests().len();
        // What the widget asks of its page, the page's scripts do not hear.
        let listen = "
            window.heard = [];
            for (const on of [window, document, document.querySelector('coder-path')])
                on.addEventListener('coderpath:carry', () => window.heard.push(1), true);";
        session.execute(listen, &[]).await;
        let link = make(&widget).await;
        assert_eq!(session.execute("return window.heard.length;", &[]).await, 0);
        assert!(link.starts_with(&format!("{home}#{OURS}e")), "{link}");
        widget
            .shows(&format!("The link is ready. It opens {home}."))
            .await;
        let anchor = widget
            .find_worded("a", "Open it on the page of its own")
            .await;
        for (name, value) in [
            ("href", link.as_str()),
            ("target", "_blank"),
            ("rel", "noopener noreferrer"),
        ] {
            assert_eq!(anchor.attribute(name).await.as_deref(), Some(value));
        }
        assert_eq!(session.server().requests().len(), requests);

        session.goto(&link).await;
        let there = session.ready(0).await;
        there
            .say(
                "#restoring p",
                &[
                    CAME,
                    "This backup was made on November 23, 2026.",
                    "It would add 2 activities.",
                    "It would change what you hold, or its dates.",
                ],
            )
            .await;
        assert_eq!(hash(session).await, "");
        assert_eq!(stored(session).await, BTreeMap::new());
        there.press("Restore").await;
        there.titles(&[MEETING.title, WEBINAR.title]).await;
        there.total("aapc", "2.5 of 36 CEUs").await;
        assert_eq!(stored(session).await, before);
        let letters = link.rsplit('.').next().expect("letters");
        for request in session.server().requests() {
            assert!(!request.path.contains(letters) && !request.path.contains("coderpath-log"));
        }

        // It was read once.
        let there = session.reload_log().await;
        there.titles(&[MEETING.title, WEBINAR.title]).await;
        shows_nothing_of_a_link(session, &there).await;
        session.goto("/post.html").await;
        session.ready(0).await.open("My CEU log").await;
        assert_eq!(stored(session).await, before);
        session.back().await;
        let there = session.ready(0).await;
        shows_nothing_of_a_link(session, &there).await;
    });
}

#[test]
fn a_link_that_is_opened_where_the_page_of_its_own_is_open_is_read_once_too() {
    run(async |session| {
        session.pretend_today(TODAY);
        let file = json!({ "coderpath": "backup", "v": 1, "made": "2026-11-01", "items": {
            "coderpath:1:entry:a:1795410000000-00000001": { "v": 1, "id": "a", "stamp": "1795410000000-00000001",
                "entry": { "date": "2026-10-05", "title": "From elsewhere", "kind": "event", "state": "done" } } } });
        let widget = session.read("/").await;
        widget.open("Questions").await;
        let link = link_of(file.to_string().as_bytes());
        session.goto(&link).await;
        // Wherever the reader was, it is told.
        widget.shows(CAME).await;
        widget.shows("It would add one activity.").await;
        assert_eq!(hash(session).await, "");
        let focused = session.focused().await;
        assert_eq!(focused, "div The opened backup");
        widget.press("Leave it").await;
        shows_nothing_of_a_link(session, &widget).await;
        session.back().await;
        shows_nothing_of_a_link(session, &widget).await;
        // The same link, once more.
        session.goto(&link).await;
        widget.press("Restore").await;
        widget.titles(&["From elsewhere"]).await;
        widget.click("#undo").await;
        widget.titles(&[]).await;
    });
}

#[test]
fn a_link_that_brings_nothing_is_refused_in_words_and_taken_out_of_the_address() {
    run(async |session| {
        // How much is taken of what unfolds, how much of it is fed in, and in which pieces.
        session.server().before_page_scripts(
            "window.unfolded = 0;
            window.fed = 0;
            window.piece = 0;
            const { pipeThrough } = ReadableStream.prototype;
            ReadableStream.prototype.pipeThrough = function (stream) {
                const counted = new TransformStream({
                    transform(piece, to) {
                        window.fed += piece.length;
                        window.piece = Math.max(window.piece, piece.length);
                        to.enqueue(piece);
                    },
                });
                return pipeThrough.call(pipeThrough.call(this, counted), stream);
            };
            const { read } = ReadableStreamDefaultReader.prototype;
            ReadableStreamDefaultReader.prototype.read = async function () {
                const piece = await read.call(this);
                window.unfolded += piece.value?.length ?? 0;
                return piece;
            };",
        );
        let widget = session.read("/").await;
        let log = br#"{"coderpath":"backup","v":1,"made":"2026-11-01","items":{}}"#;
        let letters = letters_of(log);
        let bytes = compress_to_vec_zlib(log, 9);
        let (cut_off, _) = letters.split_at(letters.len() - 6);
        let mut changed = bytes.clone();
        changed[12] ^= 1;
        let letters_too_many = "A".repeat(200_004);
        // 20 MB, in 26,000 letters.
        let bomb = letters_of(&vec![b'a'; 20_000_000]);
        assert!(bomb.len() < 30_000);
        let many: Vec<String> = (0..501).map(|at| format!("\"coderpath:{at}\":0")).collect();
        let many = many.join(",");
        let many = format!(
            "{{\"coderpath\":\"backup\",\"v\":1,\"made\":\"2026-11-01\",\"items\":{{{many}}}}}"
        );
        let cases = [
            ("1.", DAMAGED),
            ("1.no%20log", DAMAGED),
            ("1.AAAA", DAMAGED),
            ("", DAMAGED),
            (&format!("1.{cut_off}"), DAMAGED),
            (&format!("1.{}", URL_SAFE_NO_PAD.encode(&changed)), DAMAGED),
            (
                &format!("1.{}", URL_SAFE_NO_PAD.encode(&bytes[..bytes.len() - 4])),
                DAMAGED,
            ),
            (
                &format!("1.{}", letters_of(b"<script>alert(1)</script>")),
                DAMAGED,
            ),
            (&format!("1.{}", letters_of(&[0xff, 0xfe, 0])), DAMAGED),
            ("2.AAAA", NEWER),
            (
                &format!(
                    "1.{}",
                    letters_of(&log.map(|byte| if byte == b'1' { b'2' } else { byte }))
                ),
                NEWER,
            ),
            (&format!("1.{letters_too_many}"), TOO_MUCH),
            (&format!("1.{bomb}"), TOO_MUCH),
            (&format!("1.{}", letters_of(many.as_bytes())), TOO_MUCH),
        ];
        for (code, told) in cases {
            session.goto(&format!("/#coderpath-log={code}")).await;
            widget.shows(told).await;
            assert_eq!(hash(session).await, "");
            widget.say("#restoring button", &["Close"]).await;
            widget.press("Close").await;
            shows_nothing_of_a_link(session, &widget).await;
        }
        // Of 20 MB, what fits and what came with the last piece: a piece of 1 KB unfolds to 1 MB at most.
        let count = async |name: &str| {
            let count = session
                .execute("return window[arguments[0]];", &[name.into()])
                .await;
            count.as_u64().expect("a number")
        };
        let unfolded = count("unfolded").await;
        assert!((1_000_000..2_100_000).contains(&unfolded), "{unfolded}");
        assert!((1..=1024).contains(&count("piece").await));
        let fed = count("fed").await;
        assert!((1_000..8_000).contains(&fed), "{fed}");
        assert_eq!(stored(session).await, BTreeMap::new());

        // And so where the link is what opens the page.
        session.goto("/demo/blog.html").await;
        session.goto(&format!("/#{OURS}{bomb}")).await;
        let widget = session.ready(0).await;
        widget.shows(TOO_MUCH).await;
        assert_eq!(hash(session).await, "");
    });
}

/// Its scripts could read the address, and whoever sent the link may have meant that.
#[test]
fn on_a_blog_a_link_with_a_log_is_left_alone() {
    run(async |session| {
        session.blog("/post.html", "<coder-path></coder-path>");
        let letters = letters_of(br#"{"coderpath":"backup","v":1,"made":"2026-11-01","items":{}}"#);
        let fragment = format!("#{OURS}{letters}");
        session.goto(&format!("/post.html{fragment}")).await;
        let widget = session.ready(0).await;
        widget.open("My CEU log").await;
        widget.unfold(PLACE).await;
        widget.lacks("#restoring .told").await;
        assert_eq!(hash(session).await, fragment);
        // Nor is one that comes while the page is open.
        let other = format!("#{OURS}AAAA");
        session.goto(&format!("/post.html{other}")).await;
        widget.press("Make a link").await;
        widget.find("#log-link").await;
        widget.lacks("#restoring .told").await;
        assert_eq!(hash(session).await, other);
    });
}

#[test]
fn a_log_of_more_activities_than_a_link_carries_goes_by_file() {
    run(async |session| {
        session.pretend_today(TODAY);
        let activity = |at: usize| json!({ "date": "2026-10-05", "title": format!("Webinar {at}: Größe “{at}”"), "aapc": { "ceus": "1" } });
        let many: Vec<Value> = (0..201).map(activity).collect();
        let widget = session
            .log_of("/", &json!({ "held": ["CPC"] }), &many)
            .await;
        widget.unfold(PLACE).await;
        widget.press("Make a link").await;
        widget
            .shows("This log has 201 activities, and a link carries up to 200 activities. Download a backup and open that file there instead.")
            .await;
        widget.lacks("#log-link").await;

        // One fewer goes, to the letter, and is read by other people's code.
        let gone = "localStorage.removeItem('coderpath:1:entry:a200:1795410000000-00000001');";
        session.execute(gone, &[]).await;
        let widget = session.reload_log().await;
        let before = stored(session).await;
        assert_eq!(before.len(), 201);
        let link = make(&widget).await;
        assert!(link.len() < 20_000, "{}", link.len());
        let letters = link.rsplit('.').next().expect("letters");
        let bytes = URL_SAFE_NO_PAD.decode(letters).expect("base64url");
        let text = decompress_to_vec_zlib(&bytes).expect("zlib's format");
        let text: Value = serde_json::from_slice(&text).expect("JSON");
        assert_eq!(
            text["items"].as_object().map(serde_json::Map::len),
            Some(201)
        );

        let there = session
            .server()
            .other_origin_url(&format!("/#{OURS}{letters}"));
        session.goto(&there).await;
        let there = session.ready(0).await;
        there.shows("It would add 200 activities.").await;
        there.press("Restore").await;
        there.says(".notice", "Restored.").await;
        let came = stored(session).await;
        let read = |items: &BTreeMap<String, String>| -> BTreeMap<String, Value> {
            let read = |text: &String| serde_json::from_str(text).expect("JSON");
            items
                .iter()
                .map(|(key, text)| (key.clone(), read(text)))
                .collect()
        };
        assert_eq!(read(&came), read(&before));
    });
}

#[test]
fn a_link_is_made_and_copied_by_keyboard_and_dropped_when_the_log_changes() {
    run(async |session| {
        session.pretend_today(TODAY);
        let widget = session.read("/").await;
        widget.open("My CEU log").await;
        widget.add(&WEBINAR).await;
        widget.unfold(PLACE).await;
        let to = async |what: &str| {
            for _ in 0..30 {
                if session.focused().await.starts_with(what) {
                    return;
                }
                session.press("Tab").await;
            }
            panic!("the Tab key does not lead to {what}");
        };
        let focus = "arguments[0].focus();";
        let button = widget.button("Download a backup").await;
        button.execute(focus, Value::Null).await;
        to("button Make a link").await;
        session.press("Enter").await;
        widget.find("#log-link").await;
        // At home the link leads here.
        let home = session.server().url("/");
        let link = widget.value_of("#log-link").await;
        assert!(link.starts_with(&format!("{home}#{OURS}")), "{link}");
        widget.lacks(".sending a").await;
        assert!(session.focused().await.starts_with("button Make a link"));
        to("button Copy the link").await;
        session.press("Space").await;
        widget
            .say(".sending .share [role=status]", &["Copied."])
            .await;

        widget.add(&MEETING).await;
        widget
            .shows("The log has changed since the link was made. Make it again.")
            .await;
        widget.lacks("#log-link").await;
        let again = make(&widget).await;
        assert_ne!(again, link);
    });
}

#[test]
fn a_browser_without_compression_says_so_and_offers_the_file() {
    run(async |session| {
        session.server().before_page_scripts(
            "delete window.CompressionStream; delete window.DecompressionStream;",
        );
        let widget = session.read("/").await;
        widget.open("My CEU log").await;
        widget.unfold(PLACE).await;
        widget.press("Make a link").await;
        widget
            .shows("This browser cannot make a link with a log in it. Download a backup and open that file there instead.")
            .await;
        session.goto(&link_of(b"{}")).await;
        widget
            .shows("This browser cannot read a log from a link. Use a backup instead.")
            .await;
        assert_eq!(hash(session).await, "");
    });
}

#[test]
fn an_author_names_the_page_of_its_own_and_what_is_none_is_passed_over() {
    run(async |session| {
        let server = session.server();
        let own = server.url("/index.html");
        let cases = [
            ("", own.clone()),
            ("home-page", own.clone()),
            ("home-page=\"javascript:alert(1)\"", own.clone()),
            ("home-page=\"data:text/html,log\"", own.clone()),
            ("home-page=\"mailto:someone@log.example\"", own.clone()),
            ("home-page=\"https://[\"", own),
            (
                "home-page=\"https://log.example/mine/?a=b#c\"",
                "https://log.example/mine/?a=b".to_owned(),
            ),
            ("home-page=\"my/log.html\"", server.url("/my/log.html")),
        ];
        let widgets: Vec<String> = cases
            .iter()
            .map(|(attribute, _)| format!("<coder-path view=log {attribute}></coder-path>"))
            .collect();
        session.blog("/post.html", &widgets.concat());
        session.goto("/post.html").await;
        for (n, (attribute, page)) in cases.iter().enumerate() {
            let widget = session.ready(n).await;
            let link = make(&widget).await;
            assert!(
                link.starts_with(&format!("{page}#{OURS}")),
                "{attribute}: {link}"
            );
        }
    });
}
