//! What a reader does with the widget, in the words that stand on it.

use serde_json::{Value, json};

use crate::session::Session;
use crate::widget::{Part, Widget};

/// The way of a beginner who is drawn to doctors' offices: each question with its answer.
pub const BEGINNER: [(&str, &str); 6] = [
    ("Which of these three do you hold already?", "None of them"),
    (
        "Whose work would you like to code?",
        "The work of doctors and other providers",
    ),
    ("How much coding have you done?", "Little or none yet"),
    (
        "Which cases would you enjoy most?",
        "Many short visits in a day",
    ),
    ("What do the job ads near you ask for?", "Mostly CPC"),
    (
        "Is there an organization that you, or your employer, prefer?",
        "AAPC",
    ),
];

/// An activity as a reader types it. What is empty is not claimed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Activity<'a> {
    /// On the certificate.
    pub title: &'a str,
    /// Such as `2026-10-05`.
    pub date: &'a str,
    /// CEUs for AAPC.
    pub aapc: &'a str,
    /// CEUs for AHIMA.
    pub ahima: &'a str,
}

impl<'s> Widget<'s> {
    /// The button with these words.
    pub async fn button(&self, words: &str) -> Part<'s> {
        self.find_worded("button", words).await
    }

    /// Presses the button with these words.
    pub async fn press(&self, words: &str) {
        self.button(words).await.click().await;
    }

    /// Opens a view by its tab.
    pub async fn open(&self, tab: &str) {
        let tab = self.find_worded("[role=tab]", tab).await;
        tab.click().await;
        self.session()
            .wait_until("the view is open", async || {
                tab.attribute("aria-selected").await.as_deref() == Some("true")
            })
            .await;
    }

    /// Waits until this heading is there: a question's, or a result's.
    pub async fn headed(&self, words: &str) -> Part<'s> {
        self.find_worded("h2", words).await
    }

    /// Marks an answer of the question at hand.
    pub async fn mark(&self, answer: &str) {
        self.find_worded("label.option", answer).await.click().await;
    }

    /// Waits for the question, marks the answer and goes on.
    pub async fn answer(&self, question: &str, answer: &str) {
        self.headed(question).await;
        self.mark(answer).await;
        self.click(".quiz button.primary").await;
    }

    /// Answers one question after the other.
    pub async fn answer_all(&self, answers: &[(&str, &str)]) {
        for (question, answer) in answers {
            self.answer(question, answer).await;
        }
    }

    /// Ticks a box, or takes its tick away, if it is not so already.
    pub async fn tick(&self, label: &str, on: bool) {
        let field = self.field(label).await;
        if field.is_selected().await != on {
            field.click().await;
        }
    }

    /// Waits until the only part that the selector finds says exactly this.
    pub async fn says(&self, css: &str, words: &str) {
        self.say(css, &[words]).await;
    }

    /// Waits until the parts that the selector finds say exactly this, in this order.
    pub async fn say(&self, css: &str, words: &[&str]) {
        let what = format!("{css} says {words:?}");
        self.session()
            .wait_until(&what, async || self.texts(css).await == words)
            .await;
    }

    /// Waits until there is nothing to see that the selector finds.
    pub async fn lacks(&self, css: &str) {
        self.say(css, &[]).await;
    }

    /// Unfolds the part of *My CEU log* that asks what is held, and ticks it.
    pub async fn hold(&self, credentials: &[&str]) {
        self.unfold("What I hold, and my two-year period").await;
        for credential in credentials {
            self.tick(credential, true).await;
        }
    }

    /// Unfolds what stands under a line, if it is folded.
    pub async fn unfold(&self, line: &str) {
        let line = self.find_worded("summary", line).await;
        let is_open = "return arguments[0].parentElement.open;";
        if line.execute(is_open, Value::Null).await != true {
            line.click().await;
        }
    }

    /// Unfolds everything that is folded, and what comes to light with it.
    pub async fn unfold_all(&self) {
        let open = "
            const folded = [...rootOf(n).querySelectorAll('details:not([open])')];
            const closed = [...rootOf(n).querySelectorAll('.period-head [aria-expanded=false]')];
            for (const one of folded) one.open = true;
            for (const one of closed) one.click();
            // The widget hears of it after a while and draws what is inside.
            return new Promise((done) => requestAnimationFrame(() => setTimeout(() =>
                done(folded.length + closed.length))));";
        self.session()
            .wait_until("everything is unfolded", async || {
                self.look(open, Value::Null, "").await == 0
            })
            .await;
    }

    /// Types an activity into the open form.
    pub async fn type_activity(&self, activity: &Activity<'_>) {
        self.field("Title").await.fill(activity.title).await;
        self.field("Date completed").await.fill(activity.date).await;
        for (body, ceus, field) in [
            ("AAPC", activity.aapc, "#aapc-ceus"),
            ("AHIMA", activity.ahima, "#ahima-ceus"),
        ] {
            self.tick(body, !ceus.is_empty()).await;
            if !ceus.is_empty() {
                self.find(field).await.fill(ceus).await;
            }
        }
    }

    /// Adds an activity and waits until the log says that it is saved.
    pub async fn add(&self, activity: &Activity<'_>) {
        self.click("#add").await;
        self.type_activity(activity).await;
        self.press("Save").await;
        self.says(".notice", &format!("Saved: {}.", activity.title))
            .await;
    }

    /// The titles in the log, from the top.
    pub async fn titles(&self, titles: &[&str]) {
        self.say(".entry-title", titles).await;
    }

    /// How many CEUs of how many a body's card of the log or of the calculator shows.
    pub async fn total(&self, body: &str, words: &str) {
        self.says(&format!("[data-body={body}] .total"), words)
            .await;
    }
}

impl Session {
    /// Opens the log of a page with these things in storage: what the holder told, and activities. What an activity does
    /// not say is that it is done, and an event.
    pub async fn log_of(&self, page: &str, holder: &Value, activities: &[Value]) -> Widget<'_> {
        self.goto(page).await;
        self.ready(0).await;
        self.put_log(holder, activities).await;
        self.reload_log().await
    }

    /// Puts these things into storage, for the next page that is loaded.
    pub async fn put_log(&self, holder: &Value, activities: &[Value]) {
        let put = "
            const [holder, activities] = arguments;
            const stamp = '1795410000000-00000001';
            const put = (name, record) =>
                localStorage.setItem(`coderpath:1:${name}:${stamp}`, JSON.stringify({ v: 1, stamp, ...record }));
            put('profile', { profile: holder });
            activities.forEach((activity, at) =>
                put(`entry:a${at}`, { id: `a${at}`, entry: { kind: 'event', state: 'done', ...activity } }));";
        self.execute(put, &[holder.clone(), json!(activities)])
            .await;
    }

    /// Begins to watch how long the page is busy.
    pub async fn watch_busy(&self) {
        let watch = "window.longest = 0; let last = performance.now(); const beat = () => { const now = performance.now(); \
            window.longest = Math.max(window.longest, now - last); last = now; window.beat = setTimeout(beat, 0); }; beat();";
        self.execute(watch, &[]).await;
    }

    /// The longest time between two turns of the page's own clock since then, in milliseconds.
    pub async fn longest_busy(&self) -> f64 {
        let longest = self.execute("return window.longest;", &[]).await;
        longest.as_f64().unwrap_or(f64::INFINITY)
    }

    /// Opens the address and waits for its first widget to be ready.
    pub async fn read(&self, path: &str) -> Widget<'_> {
        self.goto(path).await;
        self.ready(0).await
    }

    /// The `n`-th widget, once it can be used.
    pub async fn ready(&self, n: usize) -> Widget<'_> {
        let widget = self.widget(n).await;
        widget.find("[role=tablist]").await;
        widget
    }

    /// Loads the page again, and opens *My CEU log*.
    pub async fn reload_log(&self) -> Widget<'_> {
        self.reload().await;
        let widget = self.ready(0).await;
        widget.open("My CEU log").await;
        widget
    }

    /// Opens a page with the widget in a sandboxed frame of another site, and goes into the frame.
    pub async fn sandboxed(&self, allowed: &str) -> Widget<'_> {
        let server = self.server();
        // A sandboxed frame has no origin, so what it loads has to be offered to all.
        for file in [
            "/embed.js",
            "/coderpath.js",
            "/coderpath_bg.wasm",
            "/styles/widget.css",
        ] {
            server.header(file, "access-control-allow-origin", "*");
        }
        server.page(
            "/inside.html",
            "<!doctype html><script type=module src=\"/embed.js\"></script><coder-path></coder-path>",
        );
        let frame = server.other_origin_url("/inside.html");
        server.page(
            "/post.html",
            &format!("<!doctype html><iframe sandbox=\"{allowed}\" src=\"{frame}\" width=900 height=800></iframe>"),
        );
        self.goto("/post.html").await;
        self.enter_frame("iframe").await;
        self.ready(0).await
    }

    /// Adds a page with this in its body, after the line that a blogger pastes, under the strict policy.
    pub fn blog(&self, path: &str, body: &str) {
        self.server().strict_policy(path);
        self.server().page(
            path,
            &format!(
                "<!doctype html><html lang=en><head><title>A blog</title>\
                 <script type=module src=\"/embed.js\"></script></head><body>{body}"
            ),
        );
    }
}
