//! A reader goes through the whole widget with a keyboard and nothing else, and a screen reader tells what happens.
//!
//! After each key the focus is on something that is seen in the widget and shows it.

use e2e::{Activity, BEGINNER, Session, Widget, run};
use serde_json::{Value, json};

const WEBINAR: Activity<'_> = Activity {
    title: "Modifiers 25",
    date: "",
    aapc: "",
    ahima: "",
};

/// What is the matter with the focus, once the page has drawn what a key did.
const FOCUS: &str = "
    const fault = () => {
        const at = document.activeElement.shadowRoot?.activeElement;
        if (!at) return `is on ${document.activeElement.localName}, outside the widget`;
        const style = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        if (!at.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width * box.height === 0)
            return 'is on something unseen';
        if (box.bottom <= 0 || box.top >= innerHeight) return 'is scrolled out of sight';
        const isDrawn = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
        if (!at.matches(':focus-visible') || !isDrawn) return 'is not shown';
        return '';
    };
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(fault()))));";

/// Keeps what a screen reader would say by itself: what changes in a live region that was there before the change, and
/// an alert also when it comes with its words. A region that is not displayed is not there.
const LISTEN: &str = "
    const { shadowRoot } = document.querySelector('coder-path');
    const before = new WeakMap();
    window.heard = [];
    const listen = () => {
        for (const region of shadowRoot.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
            const isThere = region.checkVisibility({ visibilityProperty: true });
            const text = isThere ? region.textContent.replace(/\\s+/g, ' ').trim() : undefined;
            const was = before.get(region);
            const isTold = was !== undefined || region.role === 'alert';
            if (text && text !== was && isTold) window.heard.push(text);
            before.set(region, text);
        }
    };
    listen();
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(listen).observe(shadowRoot, all);";

/// A reader who has a keyboard alone.
struct Keyboard<'s> {
    session: &'s Session,
    widget: Widget<'s>,
}

impl<'s> Keyboard<'s> {
    /// Opens the page and goes into the widget.
    async fn open(session: &'s Session, page: &str) -> Self {
        let widget = session.read(page).await;
        session.execute(LISTEN, &[]).await;
        let is_inside = "return Boolean(document.activeElement.shadowRoot);";
        for _ in 0..20 {
            session.press("Tab").await;
            if session.execute(is_inside, &[]).await == true {
                break;
            }
        }
        Self { session, widget }
    }

    /// Presses a key.
    async fn press(&self, key: &str) {
        let before = self.session.focused().await;
        self.session.press(key).await;
        let fault = self.session.execute(FOCUS, &[]).await;
        let after = self.session.focused().await;
        assert_eq!(
            fault, "",
            "after {key} on “{before}”, the focus on “{after}”"
        );
    }

    async fn type_text(&self, text: &str) {
        for character in text.chars() {
            self.press(&character.to_string()).await;
        }
    }

    /// Presses a key until the focus is on what begins so.
    async fn go(&self, key: &str, wanted: &str) {
        let mut passed = Vec::new();
        while passed.len() < 30 {
            self.press(key).await;
            let focused = self.session.focused().await;
            if focused.starts_with(wanted) {
                return;
            }
            passed.push(focused);
        }
        assert!(
            passed.is_empty(),
            "{key} never leads to {wanted}: {passed:?}"
        );
    }

    /// The focus is on the heading of the question or the result.
    async fn is_led_to(&self, heading: &str) {
        self.widget.headed(heading).await;
        assert_eq!(self.session.focused().await, format!("h2 {heading}"));
    }

    /// Goes from the heading of a question to its answers, marks this one and goes on.
    async fn answer(&self, question: &str, answer: &str) {
        self.is_led_to(question).await;
        self.press("Tab").await;
        let wanted = format!("input {answer}");
        if self.session.focused().await == wanted {
            self.press("Space").await;
        } else {
            self.go("ArrowDown", &wanted).await;
        }
        self.press("Enter").await;
    }

    /// A screen reader has said this since it was last asked, and nothing else.
    async fn hears(&self, words: &[&str]) {
        let heard = "return window.heard.splice(0);";
        assert_eq!(self.session.execute(heard, &[]).await, json!(words));
    }
}

#[test]
fn the_whole_way_is_gone_by_keyboard_with_the_focus_in_sight_and_what_happens_told() {
    run(async |session| {
        session.pretend_today("2026-11-23");
        let reader = Keyboard::open(session, "/").await;
        quiz(&reader).await;
        what_if_and_link(&reader).await;
        calculator(&reader).await;
        log(&reader).await;
        questions(&reader).await;
    });
}

/// Through to a result, and one answer changed from its reason.
async fn quiz(reader: &Keyboard<'_>) {
    // Nothing is marked yet.
    reader.go("Tab", "button Next").await;
    reader.press("Enter").await;
    reader
        .hears(&["Mark the answer that fits best. “Not sure” is a good answer too."])
        .await;
    for (question, answer) in &BEGINNER {
        reader.answer(question, answer).await;
    }
    reader.is_led_to("CPC").await;

    let (work, _) = BEGINNER[1];
    let change = format!("button Change your answer: {work}");
    reader.go("Tab", &change).await;
    reader.press("Enter").await;
    reader.answer(work, "The hospital’s own bill").await;
    reader
        .answer(
            "Which patients would you like to code for?",
            "Admitted patients who stay in the hospital",
        )
        .await;
    reader.is_led_to("CPC").await;
}

/// Another answer is looked at and left; the link is copied.
async fn what_if_and_link(reader: &Keyboard<'_>) {
    reader
        .go("Tab", "summary What if you had said something else?")
        .await;
    reader.press("Enter").await;
    reader.go("Tab", "button “").await;
    reader.press("Enter").await;
    reader.widget.find(".what-if").await;
    let other = reader.widget.find("h2").await.text().await;
    reader.is_led_to(&other).await;
    reader.go("Shift+Tab", "button Back to my result").await;
    reader.press("Space").await;
    reader.is_led_to("CPC").await;

    reader.go("Tab", "button Copy the link").await;
    reader.press("Enter").await;
    reader.hears(&["Copied."]).await;
}

/// A number of certifications is counted by arrow keys.
async fn calculator(reader: &Keyboard<'_>) {
    reader
        .go("Shift+Tab", "button How many CEUs would I owe?")
        .await;
    reader.press("Enter").await;
    reader.widget.headed("How many CEUs do you owe?").await;
    reader
        .go("Tab", "input A number of AAPC certifications")
        .await;
    reader.go("Tab", "input 1").await;
    reader.hears(&[]).await;
    reader.press("ArrowRight").await;
    reader.hears(&["AAPC: 48 CEUs every two years."]).await;
    reader.widget.total("aapc", "48").await;
    reader.press("ArrowLeft").await;
    reader.hears(&["AAPC: 36 CEUs every two years."]).await;
}

/// An activity is added, changed, deleted, and brought back.
async fn log(reader: &Keyboard<'_>) {
    let title = WEBINAR.title;
    reader.go("Shift+Tab", "button How many CEUs?").await;
    reader.press("ArrowRight").await;
    reader.go("Tab", "button Add the first activity").await;
    reader.press("Enter").await;
    reader.type_text(title).await;
    reader.press("Enter").await;
    reader.widget.titles(&[title]).await;
    reader.hears(&["Saved: Modifiers 25."]).await;

    reader.go("Tab", &format!("button Change: {title}")).await;
    reader.press("Enter").await;
    reader.type_text(" and 59").await;
    reader.press("Enter").await;
    let changed = "Modifiers 25 and 59";
    reader.widget.titles(&[changed]).await;
    reader.hears(&["Saved: Modifiers 25 and 59."]).await;

    reader.go("Tab", &format!("button Delete: {changed}")).await;
    reader.press("Enter").await;
    reader.widget.titles(&[]).await;
    reader.hears(&["Deleted: Modifiers 25 and 59."]).await;
    assert_eq!(
        reader.session.focused().await,
        "button Undo: “Modifiers 25 and 59” deleted"
    );
    reader.press("Enter").await;
    reader.widget.titles(&[changed]).await;
    reader
        .hears(&["Undone: “Modifiers 25 and 59” deleted."])
        .await;
}

/// An answer is searched for and opened.
async fn questions(reader: &Keyboard<'_>) {
    reader.go("Shift+Tab", "button My CEU log").await;
    reader.press("ArrowRight").await;
    reader.go("Tab", "input Search the questions").await;
    reader.type_text("gray").await;
    let heard = reader
        .session
        .execute("return window.heard.splice(0).at(-1);", &[])
        .await;
    assert_eq!(heard, Value::from("One question of 20"));
    reader.go("Tab", "button How do I submit my CEUs").await;
    reader.press("Enter").await;
    reader.widget.find(".answer").await;
}
