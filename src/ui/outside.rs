//! What only the browser knows or does: the clock, randomness, the focus, the page's events.

use chrono::NaiveDate;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlDocument, HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, NodeRef};

use crate::app::{DateOrder, Env, read_link};
use crate::rules::CredentialId;

/// Today where the reader is, the clock, and new random bits.
pub(super) fn env() -> Env {
    let now = js_sys::Date::new_0();
    let today = i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| {
            NaiveDate::from_ymd_opt(year, now.get_month().saturating_add(1), now.get_date())
        })
        .unwrap_or_default();
    Env {
        today,
        now_millis: whole(now.get_time()),
        random: random(),
        dates: DATES.with(|dates| *dates),
    }
}

thread_local! {
    /// It stays as it is while a page is open. To find it out at each action took as long as to write a record.
    static DATES: DateOrder = date_order();
}

/// The order in which the reader's browser writes a date, read off one that it writes.
fn date_order() -> DateOrder {
    let options = js_sys::Object::new();
    // Nothing is told of a browser that cannot set a property of a new object: the default options are taken.
    let _ = js_sys::Reflect::set(&options, &"dateStyle".into(), &"long".into());
    let sample = js_sys::Date::new_with_year_month_day(2026, 10, 23);
    let written = String::from(sample.to_locale_date_string("default", &options));
    let place = |part| written.find(part);
    match (place("2026"), place("23")) {
        (Some(year), Some(day)) if year < day => DateOrder::YearFirst,
        (_, Some(0)) => DateOrder::DayFirst,
        _ => DateOrder::MonthFirst,
    }
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "JavaScript counts milliseconds in a float; the cast saturates, and no clock reaches its ends"
)]
fn whole(millis: f64) -> u64 {
    millis as u64
}

fn random() -> u64 {
    let mut bytes = [0; 8];
    // Where there is no random source at all, the clock still tells two versions of one tab apart.
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        u64::from_le_bytes(bytes)
    } else {
        whole(js_sys::Date::now())
    }
}

/// Tells `tell` when the page is to be printed, and when it was. What comes of that is drawn in the same turn, before the
/// browser lays out the paper.
pub(super) fn hear_of_paper(tell: Callback<bool>) {
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        tell.emit(event.type_() == "beforeprint");
    });
    if let Some(window) = web_sys::window() {
        for event in ["beforeprint", "afterprint"] {
            // A browser that refuses prints what is on the screen.
            let _ = window.add_event_listener_with_callback(event, hear.as_ref().unchecked_ref());
        }
    }
    // A widget that is gone is still told and does nothing: like the library's own, its listeners stay with the page.
    hear.forget();
}

fn find(root: &NodeRef, id: &str) -> Option<web_sys::Element> {
    let root = root.cast::<web_sys::Element>()?;
    root.query_selector(&format!("[id=\"{id}\"]"))
        .ok()
        .flatten()
}

/// Moves the focus to the element with this id in the widget, if it is there.
pub(super) fn focus(root: &NodeRef, id: &str) {
    let found = find(root, id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = found {
        // What is folded takes no focus.
        if let Ok(Some(folded)) = element.closest("details:not([open])") {
            // Where it stays folded, so does the focus.
            let _ = folded.set_attribute("open", "");
        }
        // Nothing more can be done where a browser refuses.
        let _ = element.focus();
    }
}

/// Copies what stands in the field with this id, and selects it, so that it can be copied by hand where that is
/// refused.
pub(super) fn copy(root: &NodeRef, id: &str) -> bool {
    let field = find(root, id);
    let document = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let (Some(field), Some(document)) = (field, document) else {
        return false;
    };
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.select();
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.select();
    }
    // The clipboard's own interface is missing on pages without TLS and in most frames; this old command is not.
    document.exec_command("copy").unwrap_or(false)
}

/// Takes a link of ours out of the page's address. Other fragments are left alone.
pub(super) fn forget_link() {
    let (Some(window), Some(page)) = (web_sys::window(), address()) else {
        return;
    };
    let fragment = window.location().hash().unwrap_or_default();
    let is_ours = fragment
        .strip_prefix('#')
        .is_some_and(|link| read_link(link).is_some());
    if is_ours && let Ok(history) = window.history() {
        // A browser that refuses leaves the address as it is.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page));
    }
}

/// The page's address without its fragment, if it is one that a link can have: a frame may have none of its own.
pub(super) fn address() -> Option<String> {
    let href = web_sys::window()?.location().href().ok()?;
    let page = href.split('#').next()?;
    page.starts_with("http").then(|| page.to_owned())
}

/// The page's address with this fragment. With the fragment alone, a page with a `<base>` would be left.
pub(super) fn with_fragment(fragment: &str) -> String {
    [&address().unwrap_or_default(), "#", fragment].concat()
}

/// Tells the page what the quiz came to: `coderpath:result`, with the credential's letters and nothing personal.
pub(super) fn tell_result(root: &NodeRef, result: Option<CredentialId>) {
    let Some(root) = root.cast::<web_sys::Element>() else {
        return;
    };
    let detail = js_sys::Object::new();
    let credential = result.map_or(JsValue::NULL, |id| JsValue::from_str(id.code()));
    let init = web_sys::CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if js_sys::Reflect::set(&detail, &JsValue::from_str("credential"), &credential).is_ok() {
        init.set_detail(&detail);
    }
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("coderpath:result", &init) {
        // It fails only for an event that is being sent already, and this one is new.
        let _ = root.dispatch_event(&event);
    }
}
