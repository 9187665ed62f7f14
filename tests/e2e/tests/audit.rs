//! The audit pack: opened by keyboard, with a name that stays where it was typed, and printed alone.

use std::fs;
use std::path::Path;

use e2e::{Activity, Media, Paper, Session, Widget, run, run_in_chromium};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-23";
const OPEN: &str = "Audit pack for AAPC, to print";
const CLOSE: &str = "Close the audit pack";
const NAME: &str = "Your name, as it is to be printed";
const REMEMBER: &str = "Remember my name in this browser";

fn holder() -> Value {
    json!({
        "held": ["CPC", "CPMA", "CCS"],
        "since": { "CPC": "2015-01-01", "CPMA": "2020-01-01", "CCS": "2025-06-15" },
        "rules": "latest",
        "aapc_due": "2027-01-31",
    })
}

/// Sixty activities: with long titles and numbers, with markup in a title, and some of which something is lacking.
fn activities() -> Vec<Value> {
    let title = |n: usize| match n % 6 {
        0 => format!("Webinar {n}: <b>Modifiers</b> 25 & 59"),
        1 => format!(
            "Regional conference {n}, both days, with the workshops on outpatient facility coding and auditing"
        ),
        _ => format!("Chapter meeting {n}"),
    };
    let number = |n: usize| match n % 5 {
        0 => String::new(),
        1 => format!("AAPC{n:02}-{}", "0510261200".repeat(4)),
        _ => format!("X{n}"),
    };
    (0..60)
        .map(|n| {
            let approved = if n % 4 == 0 {
                json!(["core", "CPMA"])
            } else {
                json!(["core"])
            };
            json!({
                "date": format!("{}-{:02}-{:02}", 2025 + n / 30, 3 + n % 8, 1 + n % 28),
                "title": title(n),
                "sponsor": if n % 7 == 0 { "" } else { "Local chapter of the organization" },
                "index_number": number(n),
                "aapc": { "ceus": "0.75", "for": approved, "certificate": n % 3 > 0 },
                "ahima": { "ceus": "0.5", "domain": "revenue-cycle", "source": "component" },
            })
        })
        .collect()
}

async fn opened<'s>(session: &'s Session, page: &str) -> Widget<'s> {
    session.pretend_today(TODAY);
    let widget = session.log_of(page, &holder(), &activities()).await;
    widget.unfold_all().await;
    press_by_keyboard(session, &widget, OPEN).await;
    widget.headed("Audit pack for AAPC").await;
    widget
}

/// A long log in a box that scrolls is a long way for a pointer.
async fn press_by_keyboard(session: &Session, widget: &Widget<'_>, words: &str) {
    let button = widget.button(words).await;
    button.execute("arguments[0].focus();", Value::Null).await;
    session.press("Enter").await;
}

/// Waits until this is what storage has as the name.
async fn stored_name(session: &Session, name: Option<&str>) {
    let script = "return localStorage.getItem('coderpath:name');";
    session
        .wait_until(&format!("the stored name is {name:?}"), async || {
            session.execute(script, &[]).await.as_str() == name
        })
        .await;
}

#[test]
fn by_keyboard_the_pack_opens_on_its_heading_and_closes_on_its_button() {
    run(async |session| {
        session.pretend_today(TODAY);
        let widget = session.log_of("/", &holder(), &activities()[4..6]).await;
        widget.unfold_all().await;
        press_by_keyboard(session, &widget, OPEN).await;
        let heading = widget.headed("Audit pack for AAPC").await;
        assert!(heading.is_focused().await);
        widget.lacks("#add").await;
        session.press("Tab").await;
        assert!(widget.field(NAME).await.is_focused().await);
        for _ in 0..3 {
            session.press("Tab").await;
        }
        assert!(widget.button(CLOSE).await.is_focused().await);
        session.press("Enter").await;
        widget.find("#add").await;
        assert!(widget.button(OPEN).await.is_focused().await);

        // The tab of the log leads to the log, and so does the way back from another.
        widget.press("Audit pack for AHIMA, to print").await;
        widget.headed("Audit pack for AHIMA").await;
        widget.open("How many CEUs?").await;
        widget.open("My CEU log").await;
        widget.find("#add").await;
    });
}

#[test]
fn a_name_is_a_text_and_is_stored_only_while_that_is_wanted() {
    run(async |session| {
        let widget = opened(session, "/").await;
        let typed = "<b>Ana</b> O’Coder & \"Co\"";
        let name = widget.field(NAME).await;
        name.fill(typed).await;
        widget.shows(&format!("Holder\n{typed}")).await;
        assert_eq!(widget.count(".pack b").await, 0);
        stored_name(session, None).await;
        widget.tick(REMEMBER, true).await;
        stored_name(session, Some(typed)).await;
        name.fill("Ana").await;
        stored_name(session, Some("Ana")).await;

        // It is there after a reload, and in no backup.
        let widget = session.reload_log().await;
        widget.unfold_all().await;
        widget.press("Show it as text instead").await;
        let backup = widget
            .field("Copy all of this into a file")
            .await
            .value()
            .await;
        assert!(
            backup.contains("Chapter meeting") && !backup.contains("Ana"),
            "{backup}"
        );
        widget.press(OPEN).await;
        assert_eq!(widget.field(NAME).await.value().await, "Ana");
        widget.tick(REMEMBER, false).await;
        stored_name(session, None).await;
        assert_eq!(widget.field(NAME).await.value().await, "Ana");
        let widget = session.reload_log().await;
        widget.unfold_all().await;
        widget.press(OPEN).await;
        assert_eq!(widget.field(NAME).await.value().await, "");
    });
}

#[test]
fn a_stored_name_of_any_kind_does_no_harm_and_other_widgets_hear_of_it() {
    run(async |session| {
        session.pretend_today(TODAY);
        session.blog(
            "/post.html",
            "<coder-path view=log></coder-path><coder-path view=log></coder-path>",
        );
        session.goto("/post.html").await;
        session.ready(0).await;
        session.put_log(&holder(), &activities()[..2]).await;
        let hostile = "localStorage.setItem('coderpath:name', '<img src=x onerror=alert(1)>\\u0000\\n' + 'x'.repeat(100000));";
        session.execute(hostile, &[]).await;
        session.reload().await;
        let (one, other) = (session.ready(0).await, session.ready(1).await);
        for widget in [&one, &other] {
            widget.unfold_all().await;
            widget.press(OPEN).await;
            widget.shows("<img src=x onerror=alert(1)>").await;
            assert!(widget.text().await.len() < 6_000);
        }
        one.field(NAME).await.fill("Ana").await;
        stored_name(session, Some("Ana")).await;
        other.shows("Holder\nAna").await;
        other.tick(REMEMBER, false).await;
        stored_name(session, None).await;
        session
            .wait_until("the first knows that it is stored no longer", async || {
                !one.field(REMEMBER).await.is_selected().await
            })
            .await;
        one.shows("Holder\nAna").await;
    });
}

/// Counts the prints instead of opening a window for each.
const COUNT: &str = "window.prints = 0; window.print = () => { window.prints += 1; };";

#[test]
fn the_button_prints_once_and_says_what_helps_where_nothing_comes_of_it() {
    const HELPS: &str = "If nothing opened, this page may not print by itself. The print command in your browser’s menu prints the same.";
    run(async |session| {
        session.server().before_page_scripts(COUNT);
        let widget = opened(session, "/").await;
        widget.press("Print").await;
        widget
            .says(".pack-controls [role=status]:not(:empty)", HELPS)
            .await;
        assert_eq!(session.execute("return window.prints;", &[]).await, 1);
        // A print was heard of.
        session
            .execute(
                "dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'));",
                &[],
            )
            .await;
        widget
            .lacks(".pack-controls [role=status]:not(:empty)")
            .await;
    });
}

/// All text of the page that is to be seen, the widget's among it.
const SEEN: &str = "
    const isSeen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0 && parseFloat(getComputedStyle(e).fontSize) > 0;
    const seen = [];
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE && node.data.trim() && isSeen(node.parentElement)) seen.push(node.data.trim());
        if (['STYLE', 'SCRIPT'].includes(node.nodeName)) return;
        for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
    };
    walk(document.body);
    return seen;";

/// What of the page would be changed for good by a print.
const TRACES: &str = "
    const host = document.querySelector('coder-path');
    return [document.adoptedStyleSheets.length, host.outerHTML, document.body.outerHTML.length];";

/// A post with everything that stands in the way of a print: columns, a fixed bar, a box that scrolls, a loud style.
const POST: &str = "
    <style>
        body { height: 100vh; overflow: auto; margin: 3em; background: black; color: white }
        main#post { display: flex !important; height: 70vh !important; overflow: auto; padding: 2em; transform: rotate(0deg) }
        main > div { width: 48em }
        main::before { content: 'Set by the style' }
        body nav#top { position: fixed; inset: auto 0 0; display: flex !important }
        coder-path { width: 46em; float: left }
    </style>
    A loose text of the blog.
    <nav id=top>The blog’s own bar</nav>
    <main id=post><h1>The blog’s title</h1><p>The post begins.</p><div>Loose, too. <coder-path theme=dark></coder-path></div><p>The post ends.</p></main>
    <aside>An advertisement</aside>";

/// The widget is moved into another element's tree, and back.
const INTO_A_CARD: &str = "
    const host = document.querySelector('coder-path');
    window.card = document.createElement('div');
    const root = card.attachShadow({ mode: 'open' });
    root.innerHTML = '<section>The text of the card<p>More of the card</p></section>';
    host.before(card);
    root.firstChild.append(host);";
const OUT_OF_THE_CARD: &str = "card.replaceWith(card.shadowRoot.querySelector('coder-path'));";

#[test]
fn on_paper_there_is_the_pack_and_nothing_of_the_page_around_it() {
    run_in_chromium(async |session| {
        session.pretend_today(TODAY);
        // A blog sets its style as it likes, so the policy stays away.
        let page = format!(
            "<!doctype html><html lang=en><title>A blog</title><script type=module src=/embed.js></script><body>{POST}"
        );
        session.server().page("/post.html", &page);
        let widget = opened(session, "/post.html").await;
        widget.field(NAME).await.fill("Ana Coder").await;
        let before = session.execute(TRACES, &[]).await;
        let paper = Media {
            print: true,
            ..Media::default()
        };
        session.emulate(paper).await;
        let seen = session.execute(SEEN, &[]).await;
        let seen: Vec<&str> = seen
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(seen.first(), Some(&"Record of CEUs for AAPC"), "{seen:?}");
        assert!(
            seen.last()
                .is_some_and(|last| last.starts_with("The pages may say something else")),
            "{seen:?}"
        );
        for word in ["Ana Coder", "no index number noted", "Chapter meeting 59"] {
            assert!(seen.contains(&word), "{word}");
        }
        session.emulate(Media::default()).await;
        assert_eq!(
            session.execute(TRACES, &[]).await,
            before,
            "the page is as it was"
        );

        // The pack takes the whole page of each paper, black on white, with everything in it.
        for paper in [Paper::Letter, Paper::A4] {
            let printed = session.print(paper).await;
            if let Some(folder) = std::env::var_os("CODERPATH_PICTURES") {
                let _ = fs::create_dir_all(&folder);
                let file = Path::new(&folder).join(format!("audit-pack-{paper:?}.pdf"));
                assert!(fs::write(&file, printed.bytes()).is_ok());
            }
            let pages = printed.pages();
            let all = pages.concat().replace('\n', " ");
            for of_the_page in [
                "blog",
                "post",
                "advertisement",
                "Loose",
                "Set by the style",
                "Audit pack",
                "Remember",
                "Print ",
            ] {
                assert!(!all.contains(of_the_page), "“{of_the_page}” in {all}");
            }
            for n in 0..60 {
                let title = match n % 6 {
                    0 => format!("Webinar {n}:"),
                    1 => format!("conference {n},"),
                    _ => format!("meeting {n}"),
                };
                assert!(all.contains(&title), "{title} in {all}");
            }
            for words in [
                "Holder Ana Coder",
                "What counts 40 CEUs",
                "What does not count 5 CEUs",
                "Together, done for this period 45 CEUs",
            ] {
                assert!(all.contains(words), "“{words}” in {all}");
            }
            // The columns are named again on each page of a table, and the pages are counted.
            assert!((3..=8).contains(&pages.len()), "{} pages", pages.len());
            for (at, page) in pages.iter().enumerate() {
                assert!(
                    page.contains(&format!("{} / {}", at + 1, pages.len())),
                    "{page}"
                );
                if page.matches("Local chapter").count() > 3 {
                    assert!(page.replace('\n', " ").contains("Index number"), "{page}");
                }
            }
        }
        assert_eq!(
            session.execute(TRACES, &[]).await,
            before,
            "the page is as it was"
        );

        // Nor of an element of the page in whose own tree the widget stands.
        session.execute(INTO_A_CARD, &[]).await;
        let all = session.print(Paper::Letter).await.pages().concat();
        assert!(all.contains("Record of CEUs for AAPC"), "{all}");
        assert!(!all.contains("card") && !all.contains("blog"), "{all}");
        session.execute(OUT_OF_THE_CARD, &[]).await;

        // Without an open pack the page prints as ever.
        press_by_keyboard(session, &widget, CLOSE).await;
        widget.find("#add").await;
        let all = session.print(Paper::Letter).await.pages().concat();
        assert!(all.contains("A loose text of the blog."), "{all}");
    });
}

#[test]
fn in_a_frame_that_may_not_print_the_pack_stays_and_says_what_helps() {
    run_in_chromium(async |session| {
        session.pretend_today(TODAY);
        let widget = session.sandboxed("allow-scripts").await;
        widget.open("My CEU log").await;
        widget.click("#add").await;
        let webinar = Activity {
            title: "Webinar",
            date: "2026-10-05",
            aapc: "1",
            ahima: "",
        };
        widget.type_activity(&webinar).await;
        widget.press("Save").await;
        widget.titles(&[webinar.title]).await;
        widget.unfold_all().await;
        widget.press(OPEN).await;
        widget.press("Print").await;
        widget
            .shows("If nothing opened, this page may not print by itself.")
            .await;
        widget.shows("Record of CEUs for AAPC").await;
    });
}
