//! What only the browser knows or does: the clock, randomness, the focus, the page's events.

use std::rc::Rc;

use chrono::NaiveDate;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlDocument, HtmlInputElement, HtmlTextAreaElement};
use yew::{AttrValue, Callback, NodeRef};

use crate::app::{Action, Around, DateOrder, Env, File, SheetChange, read_link};
use crate::log::{BACKUP_MOST, PARCEL_MOST};
use crate::rules::CredentialId;
use crate::sheet::{NoSheet, SHEET_MOST, encoding};
use crate::words::SHEET_NAMES;

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
        zone: ahead(now.get_timezone_offset()),
        names: SHEET_NAMES,
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

/// JavaScript tells how many minutes a clock is behind UTC.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "JavaScript counts minutes in a float; the cast saturates"
)]
fn ahead(behind: f64) -> i32 {
    (behind as i32).saturating_neg()
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

/// Lets the reader print the page. A sandboxed frame may not, and that is told by nothing that follows.
pub(super) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that refuses has a print command of its own.
        let _ = window.print();
    }
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

/// Moves the focus there once the browser has painted what is drawn now, unless something else has it by then. Nothing had it since
/// [`leave`], and to give it took a twentieth of the time until a saved entry is seen.
pub(super) fn focus_once_painted(root: NodeRef, id: AttrValue) {
    let painted = Callback::from(move |()| {
        if is_focus_lost() {
            focus(&root, &id);
        }
    });
    let painting = Closure::once_into_js(move || later(painted));
    if let (Some(window), Some(painting)) = (web_sys::window(), painting.dyn_ref()) {
        // A page that is never painted has no reader.
        let _ = window.request_animation_frame(painting);
    }
}

/// Takes the focus from what has it in the widget, since that is about to go. A browser that finds the focus in what is
/// removed lays out the whole page at once, in the middle of a drawing, and once more when the focus comes to another place.
pub(super) fn leave(root: &NodeRef) {
    let found = root
        .cast::<web_sys::Element>()
        .and_then(|root| root.query_selector(":focus").ok().flatten())
        .and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = found {
        // Where a browser refuses, the focus goes with the element.
        let _ = element.blur();
    }
}

/// What has the focus in the widget, and the places around it, the nearest first: what can be folded, and what takes the
/// focus when it is given.
pub(super) fn around_focus(root: &NodeRef) -> Vec<web_sys::Element> {
    let root = root
        .cast::<web_sys::Node>()
        .map(|root| root.get_root_node());
    let mut focused = root
        .and_then(|root| root.dyn_into::<web_sys::ShadowRoot>().ok())
        .and_then(|root| root.active_element());
    let mut places = Vec::new();
    while let Some(element) = focused {
        focused = element
            .parent_element()
            .and_then(|outer| outer.closest("details, [tabindex=\"-1\"]").ok().flatten());
        places.push(element);
    }
    places
}

/// Brings the focus to the nearest of these places that is left, if what had it is gone. Whoever uses the keyboard would
/// else begin at the top of the page. A browser that is about to move it, by the Tab key, is not in the way: it is first.
pub(super) fn catch_focus(places: Vec<web_sys::Element>) {
    let is_there = places.first().is_none_or(|focused| focused.is_connected());
    if is_there || !is_focus_lost() {
        return;
    }
    later(Callback::from(move |()| {
        let mut places = places.iter().filter(|place| place.is_connected());
        if let Some(place) = places.next().filter(|_| is_focus_lost()) {
            let head = place.query_selector("summary").ok().flatten();
            let target = head.filter(|_| place.tag_name() == "DETAILS");
            let target = target.unwrap_or_else(|| place.clone());
            if let Some(target) = target.dyn_ref::<web_sys::HtmlElement>() {
                // What was pressed by a pointer stays under it.
                let still = web_sys::FocusOptions::new();
                still.set_prevent_scroll(true);
                let _ = target.focus_with_options(&still);
            }
        }
    }));
}

/// Whether nothing on the page has the focus.
fn is_focus_lost() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document.and_then(|document| document.active_element());
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
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
    let detail = js_sys::Object::new();
    let credential = result.map_or(JsValue::NULL, |id| JsValue::from_str(id.code()));
    // It fails only for an object that is frozen, and this one is new.
    let _ = js_sys::Reflect::set(&detail, &JsValue::from_str("credential"), &credential);
    tell_page(root, "coderpath:result", &detail);
}

/// Tells the page that its new release is to be used: `coderpath:update`.
pub(super) fn take_update(root: &NodeRef) {
    tell_page(root, "coderpath:update", &JsValue::NULL);
}

/// Has `embed.js` fold or unfold a text for a link. It hears of it in the widget itself: the page does not.
pub(super) fn carry(root: &NodeRef, how: &str, text: &str) {
    let most = u32::try_from(PARCEL_MOST).unwrap_or(u32::MAX);
    let detail = js_sys::Array::of3(&how.into(), &text.into(), &most.into());
    tell(root, "coderpath:carry", &detail, false);
}

fn tell_page(root: &NodeRef, name: &str, detail: &JsValue) {
    tell(root, name, detail, true);
}

fn tell(root: &NodeRef, name: &str, detail: &JsValue, is_for_page: bool) {
    let Some(root) = root.cast::<web_sys::Element>() else {
        return;
    };
    let init = web_sys::CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(is_for_page);
    init.set_detail(detail);
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &init) {
        // It fails only for an event that is being sent already, and this one is new.
        let _ = root.dispatch_event(&event);
    }
}

/// Lets the reader save a file. A browser that refuses, as a sandboxed frame does, tells nobody.
pub(super) fn hand_out(file: &File) {
    let parts = js_sys::Array::of1(&JsValue::from_str(&file.text));
    let document = web_sys::window().and_then(|window| window.document());
    let address = web_sys::Blob::new_with_str_sequence(&parts)
        .and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob));
    let link = document.and_then(|document| document.create_element("a").ok());
    if let (Ok(address), Some(link)) = (address, link) {
        // The address is good until the page goes: a browser may still be reading from it when this returns.
        let is_set = link.set_attribute("href", &address).is_ok()
            && link.set_attribute("download", &file.name).is_ok();
        if let Some(link) = link.dyn_ref::<web_sys::HtmlElement>().filter(|_| is_set) {
            link.click();
        }
    }
}

/// Reads the file that was chosen in the field in which something happened, and sends its text as a backup.
pub(super) fn read_file(event: &Event, send: &Callback<Action>) {
    if let Some(file) = chosen(event) {
        let send = send.clone();
        // Of a file that is too large no more is fetched than tells it. A browser leaves a mark at its beginning out, of 3
        // bytes.
        let most = i32::try_from(BACKUP_MOST + 4).unwrap_or(i32::MAX);
        let Ok(file) = file.slice_with_i32_and_i32(0, most) else {
            return;
        };
        // What cannot be read is no backup, as nothing is.
        let told = move |text: Option<JsValue>| {
            let text = text.and_then(|text| text.as_string());
            send.emit(Action::OpenBackup(text.unwrap_or_default()));
        };
        when(&file.text(), told);
    }
}

/// Reads the file that was chosen in the field in which something happened, and sends its text as a spreadsheet's. It is
/// written in one of many encodings; the browser's own decoder knows them.
pub(super) fn read_sheet(event: &Event, send: &Callback<Action>) {
    if let Some(file) = chosen(event) {
        let send = send.clone();
        let told = move |text| send.emit(Action::Sheet(SheetChange::Open(text)));
        // A file that is too large is not even fetched.
        if whole(file.size()) > u64::try_from(SHEET_MOST).unwrap_or(u64::MAX) {
            told(Err(NoSheet::TooLarge));
        } else {
            when(&file.array_buffer(), move |bytes| {
                told(
                    bytes
                        .and_then(|bytes| decoded(&bytes))
                        .ok_or(NoSheet::OtherKind),
                );
            });
        }
    }
}

/// The file that was chosen in the field in which something happened. The field is emptied, so that the same file can be
/// chosen again.
fn chosen(event: &Event) -> Option<web_sys::File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files().and_then(|files| files.get(0));
    field.set_value("");
    file
}

fn decoded(bytes: &JsValue) -> Option<String> {
    let bytes = js_sys::Uint8Array::new(bytes);
    let encoding = encoding(&bytes.to_vec());
    let decoder = web_sys::TextDecoder::new_with_label(encoding).ok()?;
    decoder.decode_with_buffer_source(&bytes).ok()
}

/// Tells once the page had time for other things.
pub(super) fn later(tell: Callback<()>) {
    let told = Closure::once_into_js(move || tell.emit(()));
    if let (Some(window), Some(told)) = (web_sys::window(), told.dyn_ref::<js_sys::Function>()) {
        // A page without a clock is about to go.
        let _ = window.set_timeout_with_callback(told);
    }
}

/// Tells what comes of a promise: its value, or nothing.
fn when(promise: &js_sys::Promise, told: impl Fn(Option<JsValue>) + 'static) {
    let told = Rc::new(told);
    let also = Rc::clone(&told);
    let kept = Closure::<dyn FnMut(JsValue)>::new(move |value| told(Some(value)));
    let broken = Closure::<dyn FnMut(JsValue)>::new(move |_| also(None));
    // The promise that comes of it is of no use: both ways end here.
    drop(promise.then2(&kept, &broken));
    kept.forget();
    broken.forget();
}

/// What can be found out about where the log lives.
pub(super) fn around(used: usize) -> Around {
    let window = web_sys::window();
    let site = window
        .as_ref()
        .and_then(|window| window.location().host().ok());
    let top = window
        .as_ref()
        .and_then(|window| window.top().ok().flatten());
    Around {
        site: site.unwrap_or_default(),
        is_framed: top != window,
        used,
    }
}

/// Asks whether the browser keeps what is stored until the reader deletes it.
pub(super) fn is_kept(told: Callback<bool>) {
    ask_storage("persisted", told);
}

/// Asks the browser to keep what is stored until the reader deletes it.
pub(super) fn ask_to_keep(told: Callback<bool>) {
    ask_storage("persist", told);
}

/// Calls a method of `navigator.storage`, which old browsers and pages without TLS do not have. Then nobody is told.
fn ask_storage(method: &str, told: Callback<bool>) {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name)).ok();
    let asked = web_sys::window().and_then(|window| {
        let storage = get(&get(&window, "navigator")?, "storage")?;
        let method = get(&storage, method)?.dyn_into::<js_sys::Function>().ok()?;
        method.call0(&storage).ok()?.dyn_into().ok()
    });
    if let Some(promise) = asked {
        when(&promise, move |value| {
            if let Some(is_kept) = value.and_then(|value| value.as_bool()) {
                told.emit(is_kept);
            }
        });
    }
}
