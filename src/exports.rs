//! What JavaScript can call: mount, update, unmount. Nothing else.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::AppHandle;

use crate::app::{Action, View};
use crate::log::NoParcel;
use crate::rules::Edition;
use crate::ui::{Attributes, Widget};

/// The standard allocator would be 2.1 KB more of the compressed wasm.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static WIDGETS: RefCell<Vec<(u32, AppHandle<Widget>)>> = const { RefCell::new(Vec::new()) };
}

/// The event on `window` that tells every widget of the page that the program has stopped for good.
const STOPPED: &str = "coderpath:stopped";

/// Puts a widget into an empty element and gives the number by which it is updated and unmounted.
///
/// `view` is "path", "ceus", "log", "questions" or "rules"; `rules` is "article" or "latest". Anything else counts as not given.
#[wasm_bindgen]
#[expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands over owned texts"
)]
pub fn mount(root: web_sys::Element, view: Option<String>, rules: Option<String>) -> u32 {
    // Yew would set a hook of its own; ours must be there first.
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&format!("coderpath stopped: {info}")));
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(STOPPED)) {
            // Nobody is left to tell if this fails too.
            let _ = window.dispatch_event(&event);
        }
    }));
    let attributes = Attributes {
        view: view.as_deref().and_then(View::from_key).unwrap_or_default(),
        edition: rules.as_deref().and_then(Edition::from_key),
    };
    let app = yew::Renderer::<Widget>::with_root_and_props(root, attributes).render();
    WIDGETS.with_borrow_mut(|widgets| {
        let number = widgets.last().map_or(0, |(last, _)| last.wrapping_add(1));
        widgets.push((number, app));
        number
    })
}

/// Tells a widget what the page asks for now: an attribute's name and value, even where the value is as before, since
/// the reader may have gone elsewhere meanwhile; "link" or "log" and the fragment of the page's address; or what came of
/// folding or unfolding a text. What is not known counts as not given.
#[wasm_bindgen]
#[expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands over owned texts"
)]
pub fn update(widget: u32, attribute: &str, value: Option<String>) {
    let value = value.as_deref();
    let action = match attribute {
        "view" => value.map(|view| Action::Show(View::from_key(view).unwrap_or_default())),
        "link" => value.map(|fragment| Action::Follow(fragment.to_owned())),
        "log" => value.map(|fragment| Action::Receive(fragment.to_owned())),
        "folded" => value.map(|text| Action::Folded(Ok(text.to_owned()))),
        "unfolded" => value.map(|text| Action::Unfolded(Ok(text.to_owned()))),
        "fold-failed" => value.map(|why| Action::Folded(Err(NoParcel::from_key(why)))),
        "unfold-failed" => value.map(|why| Action::Unfolded(Err(NoParcel::from_key(why)))),
        "home" => value.map(|_| Action::IsHome),
        "update" => value
            .filter(|update| *update == "ready")
            .map(|_| Action::UpdateReady),
        "rules" => Some(Action::PageEdition(value.and_then(Edition::from_key))),
        _ => None,
    };
    WIDGETS.with_borrow(|widgets| {
        if let Some(action) = action
            && let Some((_, app)) = widgets.iter().find(|(number, _)| *number == widget)
        {
            app.send_message(action);
        }
    });
}

/// Ends a widget that has left the page for good.
#[wasm_bindgen]
pub fn unmount(widget: u32) {
    let place = |widgets: &Vec<(u32, _)>| widgets.iter().position(|(number, _)| *number == widget);
    let left = WIDGETS.with_borrow_mut(|widgets| place(widgets).map(|index| widgets.remove(index)));
    if let Some((_, app)) = left {
        app.destroy();
    }
}
