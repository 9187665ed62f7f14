//! A language with longer words: the widget in a pseudo-locale, 320 pixels wide. Nothing is cut off or sticks out, and
//! every text comes from the words that a translator would be given.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use e2e::{Answer, Session, Widget, run};
use serde_json::{Value, json};

/// The width of the narrowest phone that is supported, and of a desktop window enlarged four times.
const NARROW: u32 = 320;

/// What sticks out of the widget or is cut off, and texts that no translator would see.
const LOOK: &str = r#"
    const root = document.querySelector("coder-path").shadowRoot;
    const frame = root.querySelector(".widget").getBoundingClientRect();
    const faults = [];
    const told = (e) => `<${e.localName} class="${e.className}"> ${e.textContent.trim().slice(0, 60)}`;
    if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
    for (const e of root.querySelectorAll(".widget *")) {
        if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".unseen, thead") || e.localName === "option") continue;
        const box = e.getBoundingClientRect();
        if (box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1)) faults.push("sticks out: " + told(e));
        const isField = ["input", "select", "progress", "textarea"].includes(e.localName);
        if (!isField && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) faults.push("is cut off: " + told(e));
        const isText = e.matches("button, h2, h3, h4, legend, summary, label, .hint, .fine");
        const words = e.textContent.replace(/\[[^]*\]/, "");
        if (isText && !e.closest(".entry") && !e.querySelector("a") && /[a-z]{4}/.test(words)) faults.push("is in no words: " + told(e));
    }
    return faults;"#;

/// The widget of the pseudo-locale on a narrow page.
async fn widget<'s>(session: &'s Session, view: &str) -> Widget<'s> {
    let folder = std::env::var("CODERPATH_PSEUDO").unwrap_or_else(|_| {
        panic!("CODERPATH_PSEUDO is not in the environment; `cargo xtask test` sets it.")
    });
    for file in ["coderpath.js", "coderpath_bg.wasm"] {
        let path = format!("{folder}/{file}");
        let body = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let file = format!("/{file}");
        session.server().answer(&file, Answer::file(&file, body));
    }
    session.resize(NARROW, 900).await;
    session.blog(
        "/post.html",
        &format!("<coder-path view={view}></coder-path>"),
    );
    session.read("/post.html").await
}

async fn holds_together(session: &Session, state: &str) {
    let faults = session.execute(LOOK, &[]).await;
    assert_eq!(faults, json!([]), "{state}");
}

#[test]
fn the_quiz_and_its_result_hold_longer_words() {
    run(async |session| {
        let widget = widget(session, "path").await;
        holds_together(session, "the first question").await;
        widget.click(".quiz button.primary").await;
        widget.find("#question-fault:not(:empty)").await;
        holds_together(session, "an answer is missing").await;
        // A holder of a CPC: every part of a result is there.
        let mut place = 2;
        while widget.count(".quiz").await == 1 {
            widget.unfold_all().await;
            let asked = widget.find("h2").await.text().await;
            holds_together(session, &asked).await;
            widget
                .click(&format!(".quiz .option:nth-child({place})"))
                .await;
            widget.click(".quiz button.primary").await;
            session
                .wait_until("the next question or the result", async || {
                    widget.find("h2").await.text().await != asked
                })
                .await;
            place = if place == 2 { 3 } else { place };
        }
        widget.unfold_all().await;
        holds_together(session, "the result").await;
        let first: Value = session
            .execute(
                "document.querySelector('coder-path').shadowRoot.querySelector('.counterfactuals button').click();",
                &[],
            )
            .await;
        assert_eq!(first, Value::Null);
        widget.find(".what-if").await;
        holds_together(session, "another answer").await;
    });
}

#[test]
fn the_calculator_holds_longer_words() {
    run(async |session| {
        let widget = widget(session, "ceus").await;
        widget.unfold_all().await;
        holds_together(session, "by number").await;
        widget.click("input[value=held]").await;
        for place in [1, 3] {
            widget
                .click(&format!(
                    ".holdings fieldset:first-child .ticks li:nth-child({place}) input"
                ))
                .await;
        }
        widget
            .click(".holdings fieldset:last-child .ticks li:first-child input")
            .await;
        widget.find("[data-body=ahima]").await;
        widget.unfold_all().await;
        holds_together(session, "by what is held").await;
    });
}

#[test]
fn the_log_holds_longer_words() {
    run(async |session| {
        let widget = widget(session, "log").await;
        holds_together(session, "first use").await;
        widget.click("#add").await;
        widget.click(".entry-form button.primary").await;
        widget.find(".field.at-fault").await;
        widget.unfold_all().await;
        holds_together(session, "the form with faults").await;
        widget.type_into("#title", "Modifiers").await;
        widget.click(".entry-form button.primary").await;
        widget.find(".entry").await;
        holds_together(session, "one activity").await;
    });
}

/// Both accounts with every section, the profile with every field, and the form with every choice.
#[test]
fn the_account_holds_longer_words() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        widget(session, "log").await;
        let holder = json!({
            "held": ["CPC-A", "CPMA", "CDEO", "CCS"],
            "since": { "CPC": "2025-08-01", "CPMA": "2025-08-01", "CDEO": "2025-08-01", "CCS": "2025-06-15" },
            "specialties": ["CEDC"],
            "aapc_month": 1,
            "aapc_tracker": "57.5",
            "rules": "latest",
            "plan_rules": "article",
            "plan_total": "60",
        });
        let cpma = json!({ "ceus": "26.25", "for": ["core", "CPMA"] });
        let activities = [
            json!({ "date": "2025-07-01", "title": "Before", "aapc": { "ceus": "3" } }),
            json!({ "date": "2026-03-01", "title": "Audits", "aapc": cpma, "ahima": { "ceus": "9", "domain": "other" } }),
            json!({ "date": "2026-04-01", "title": "A term", "kind": "teaching", "aapc": { "ceus": "5" } }),
            json!({ "date": "2026-05-01", "title": "Online", "index_number": "7", "aapc": { "ceus": "1" } }),
            json!({ "date": "2026-06-01", "title": "Again", "index_number": "7", "aapc": { "ceus": "1" } }),
            json!({ "date": "2027-01-15", "title": "Winter", "state": "planned", "aapc": cpma, "ahima": { "ceus": "4" } }),
        ];
        session.put_log(&holder, &activities).await;
        session.reload().await;
        let widget = session.ready(0).await;
        widget.find("[data-body=ahima]").await;
        widget.unfold_all().await;
        widget.find("[data-body=aapc] svg").await;
        holds_together(session, "both accounts and the profile").await;
        widget
            .click("#entry-a5 .entry-actions button:first-child")
            .await;
        widget.find("#pin-due-aapc").await;
        widget.find("#pin-credential").await;
        holds_together(session, "the form with every choice").await;
        widget
            .click("[data-body=aapc] .periods .actions button:first-child")
            .await;
        widget.unfold_all().await;
        holds_together(session, "the period before").await;
    });
}

#[test]
fn questions_and_rules_hold_longer_words() {
    run(async |session| {
        let page = widget(session, "questions").await;
        holds_together(session, "the questions").await;
        page.click(".questions article:first-child button").await;
        page.find(".answer").await;
        page.unfold_all().await;
        holds_together(session, "an answer").await;
        page.type_into("#search", "zebra").await;
        page.lacks(".questions h3").await;
        holds_together(session, "nothing found").await;

        let page = widget(session, "rules").await;
        page.find(".document").await;
        holds_together(session, "the rules").await;
        page.unfold_all().await;
        holds_together(session, "every rule").await;
    });
}
