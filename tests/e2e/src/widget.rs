//! A widget on the page and the parts that a reader sees in it.

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use crate::session::{Session, text_of};

/// What scripts that look at a widget share: what is seen, and which words it has.
pub(crate) const LOOKING: &str = r#"
    const rootOf = (n) => document.querySelectorAll("coder-path")[n]?.shadowRoot;
    const isSeen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
    const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
    const isContent = (e) => !["style", "script", "template", "link"].includes(e.localName) && isSeen(e);
    const textIn = (root) => [...root.children].filter(isContent).map((e) => e.innerText).join("\n");
"#;

const CONTROLS: &str = "input, select, textarea";

/// The key of an element's name in what scripts return:
/// <https://www.w3.org/TR/webdriver2/#dfn-web-element-identifier>.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One `<coder-path>` of the page. Selectors look inside its shadow root.
#[derive(Clone, Copy)]
pub struct Widget<'s> {
    session: &'s Session,
    n: usize,
}

impl<'s> Widget<'s> {
    pub(crate) fn new(session: &'s Session, n: usize) -> Self {
        Self { session, n }
    }

    pub(crate) fn session(&self) -> &'s Session {
        self.session
    }

    pub(crate) async fn is_there(&self) -> bool {
        self.look("return Boolean(rootOf(n));", Value::Null, "")
            .await
            == true
    }

    /// The one part that a reader sees and that the selector finds; waits for it, and fails if there are several.
    pub async fn find(&self, css: &str) -> Part<'s> {
        let found = "return [...(rootOf(n)?.querySelectorAll(css) ?? [])].filter(isSeen);";
        self.only(found, css, "", css.to_owned()).await
    }

    /// Like [`Widget::find`], among the parts whose text or `aria-label` is exactly `words`.
    pub async fn find_worded(&self, css: &str, words: &str) -> Part<'s> {
        let found = "
            return [...(rootOf(n)?.querySelectorAll(css) ?? [])].filter((e) =>
                isSeen(e) && [e.innerText, e.ariaLabel, e.textContent].some((text) => tidy(text) === words));";
        self.only(found, css, words, format!("{css} “{words}”"))
            .await
    }

    /// The form field whose label is `label`, or else begins with it (a hint or a mark may follow).
    pub async fn field(&self, label: &str) -> Part<'s> {
        let found = "
            const named = [...(rootOf(n)?.querySelectorAll(css) ?? [])].filter(isSeen).map((e) => {
                const ids = e.getAttribute('aria-labelledby')?.split(/\\s+/) ?? [];
                const by = ids.map((id) => rootOf(n).getElementById(id)?.innerText).join(' ');
                return [e, [e.ariaLabel, by, ...[...(e.labels ?? [])].map((l) => l.innerText)].map(tidy)];
            });
            const exact = named.filter(([, names]) => names.includes(words));
            const chosen = exact.length > 0 ? exact
                : named.filter(([, names]) => names.some((name) => name.startsWith(words)));
            return chosen.map(([e]) => e);";
        self.only(found, CONTROLS, label, format!("the field “{label}”"))
            .await
    }

    /// How many parts that a reader sees the selector finds now.
    pub async fn count(&self, css: &str) -> usize {
        let count = "return [...(rootOf(n)?.querySelectorAll(css) ?? [])].filter(isSeen).length;";
        let count = self.look(count, css.into(), "").await.as_u64();
        count
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(0)
    }

    /// The texts, as a reader sees them, of all parts that the selector finds now.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let texts = "
            return [...(rootOf(n)?.querySelectorAll(css) ?? [])].filter(isSeen).map((e) => tidy(e.innerText));";
        let texts = self.look(texts, css.into(), "").await;
        texts
            .as_array()
            .into_iter()
            .flatten()
            .map(text_of)
            .collect()
    }

    /// Everything that a reader sees in the widget. The page's own children of the element are not part of it.
    pub async fn text(&self) -> String {
        let text = "return rootOf(n) ? textIn(rootOf(n)) : '';";
        text_of(&self.look(text, Value::Null, "").await)
    }

    /// Waits until the widget's text contains `words`.
    pub async fn shows(&self, words: &str) {
        let what = format!("the widget shows “{words}”");
        let condition = async || self.text().await.contains(words);
        self.session.wait_until(&what, condition).await;
    }

    /// Clicks the part that the selector finds.
    pub async fn click(&self, css: &str) {
        self.find(css).await.click().await;
    }

    /// Types into the part that the selector finds, after what stands there.
    pub async fn type_into(&self, css: &str, text: &str) {
        self.find(css).await.type_text(text).await;
    }

    /// The value of the form field that the selector finds.
    pub async fn value_of(&self, css: &str) -> String {
        self.find(css).await.value().await
    }

    /// Runs a script with `n`, `css` and `words` in reach.
    pub(crate) async fn look(&self, script: &str, css: Value, words: &str) -> Value {
        let script = format!("const [n, css, words] = arguments; {LOOKING} {script}");
        let args = [json!(self.n), css, json!(words)];
        self.session.execute(&script, &args).await
    }

    /// Waits until the script finds one element.
    async fn only(&self, script: &str, css: &str, words: &str, what: String) -> Part<'s> {
        let waited_for = format!("there is one {what} to see");
        let look = async || {
            let found = self.look(script, css.into(), words).await;
            match found.as_array().map(Vec::as_slice) {
                Some([element]) => element.get(ELEMENT).map(text_of),
                _ => None,
            }
        };
        let id = self.session.wait_for(&waited_for, look).await;
        let element = Element::from_element_id(self.session.client().clone(), ElementRef::from(id));
        Part {
            session: self.session,
            element,
            what,
        }
    }
}

/// An element that was found in a widget.
#[derive(Clone)]
pub struct Part<'s> {
    session: &'s Session,
    element: Element,
    what: String,
}

impl Part<'_> {
    /// Clicks it as a reader would: scrolled into view, and failing if something else is in front.
    pub async fn click(&self) {
        let done = self.element.click().await;
        self.session
            .must(done, || format!("clicking {}", self.what));
    }

    /// Its text as a reader sees it.
    pub async fn text(&self) -> String {
        text_of(
            &self
                .execute("return arguments[0].innerText;", Value::Null)
                .await,
        )
    }

    /// The value of a form field.
    pub async fn value(&self) -> String {
        text_of(
            &self
                .execute("return arguments[0].value;", Value::Null)
                .await,
        )
    }

    /// Whether a checkbox or radio button is on, or an option selected.
    pub async fn is_selected(&self) -> bool {
        let done = self.element.is_selected().await;
        self.session
            .must(done, || format!("asking whether {} is selected", self.what))
    }

    /// An attribute, if it is there.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        let done = self.element.attr(name).await;
        self.session
            .must(done, || format!("reading {name} of {}", self.what))
    }

    /// Whether it has the focus.
    pub async fn is_focused(&self) -> bool {
        let script = "return arguments[0].getRootNode().activeElement === arguments[0];";
        self.execute(script, Value::Null).await == true
    }

    /// Types after what stands in it. A file field takes the path of the file.
    pub async fn type_text(&self, text: &str) {
        // Given the focus by WebDriver, WebKit selects the text that stands there, and typing would replace it.
        let to_end = "
            const [field] = arguments;
            field.focus();
            if (typeof field.selectionStart === 'number') field.setSelectionRange(field.value.length, field.value.length);";
        self.execute(to_end, Value::Null).await;
        let done = self.element.send_keys(text).await;
        self.session
            .must(done, || format!("typing into {}", self.what));
    }

    /// Puts `text` in place of what stands in it, by keyboard.
    ///
    /// Fields with a picker (dates, times, colours) are set and tell the page so, like the picker does:
    /// each engine wants other keys there. Dates are written `2015-03-01`.
    pub async fn fill(&self, text: &str) {
        let set = "
            const [field, text] = arguments;
            if (!['date', 'month', 'week', 'time', 'datetime-local', 'color', 'range'].includes(field.type)) return false;
            field.focus();
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return true;";
        if self.execute(set, text.into()).await == true {
            return;
        }
        let select = "arguments[0].focus(); arguments[0].select();";
        self.execute(select, Value::Null).await;
        if text.is_empty() {
            self.session.press("Delete").await;
        } else {
            self.session.type_text(text).await;
        }
    }

    /// Chooses the option of a list field that has these words.
    pub async fn choose(&self, words: &str) {
        let done = self.element.select_by_label(words).await;
        self.session
            .must(done, || format!("choosing “{words}” in {}", self.what));
    }

    /// Runs the body of a function with this element as `arguments[0]` and `value` as `arguments[1]`.
    pub async fn execute(&self, script: &str, value: Value) -> Value {
        let element = json!({ ELEMENT: self.element.element_id().as_ref() });
        self.session.execute(script, &[element, value]).await
    }
}
