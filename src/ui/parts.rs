//! Pieces that several views share.

use yew::prelude::*;

use super::Send;
use crate::app::{Action, Focus};
use crate::log::{Field, Typed};
use crate::rules::{ALL_CREDENTIALS, Body, CredentialId, Holdings, Source};
use crate::words::{self, LABELS};

/// The id of the element that a focus means. Ids are private to the widget's shadow root.
pub(super) fn id_of(focus: &Focus) -> String {
    match focus {
        Focus::Tab(view) => format!("tab-{}", view.key()),
        Focus::Question => "question".to_owned(),
        Focus::Result => "result".to_owned(),
        Focus::Field(field) => field_id(*field).to_owned(),
        Focus::AddButton => "add".to_owned(),
        Focus::UndoButton => "undo".to_owned(),
        Focus::Entry(id) => format!("entry-{}", id.as_str()),
    }
}

/// The id of a field of the entry's form.
pub(super) const fn field_id(field: Field) -> &'static str {
    match field {
        Field::Date => "date",
        Field::Title => "title",
        Field::Sponsor => "sponsor",
        Field::IndexNumber => "index-number",
        Field::Bodies => "bodies",
        Field::AapcCeus => "aapc-ceus",
        Field::AhimaCeus => "ahima-ceus",
        Field::Notes => "notes",
    }
}

/// The text of the input or select in which something happened.
pub(super) fn text_of(event: &Event) -> String {
    if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
        input.value()
    } else if let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// What the date field in which something happened holds.
pub(super) fn typed_of(event: &Event) -> Typed {
    match event.target_dyn_into::<web_sys::HtmlInputElement>() {
        Some(input) if input.validity().bad_input() => Typed::Unreadable,
        _ => Typed::Text(text_of(event)),
    }
}

/// Whether the box in which something happened is ticked.
pub(super) fn is_ticked(event: &Event) -> bool {
    event
        .target_dyn_into::<web_sys::HtmlInputElement>()
        .is_some_and(|input| input.checked())
}

/// A folded list of the pages behind a statement.
pub(super) fn sources(sources: &[&'static Source]) -> Html {
    let mut pages: Vec<&'static Source> = Vec::new();
    for source in sources {
        if !pages.contains(source) {
            pages.push(source);
        }
    }
    html! {
        <details class="sources">
            <summary>{ LABELS.sources }</summary>
            <ul>
                for source in pages {
                    <li key={source.title}>
                        <a href={source.url} target="_blank" rel="noopener noreferrer">{ source.title }</a>
                        <span class="fine">{ words::source_line(source) }</span>
                    </li>
                }
            </ul>
            <p class="fine">{ LABELS.sources_may_change }</p>
        </details>
    }
}

/// A tick with its label.
pub(super) fn tick(label: &str, is_on: bool, on_change: Callback<bool>) -> Html {
    html! {
        <label class="tick">
            <input type="checkbox" checked={is_on} onchange={on_change.reform(|event: Event| is_ticked(&event))} />
            <span>{ label.to_owned() }</span>
        </label>
    }
}

/// A field with its label, a hint, and what is wrong with it.
pub(super) fn field(
    id: &str,
    label: &str,
    hint: Option<&str>,
    fault: Option<String>,
    control: Html,
) -> Html {
    html! {
        <div class={classes!("field", fault.is_some().then_some("at-fault"))}>
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            { control }
            if let Some(hint) = hint {
                <p class="fine" id={format!("{id}-hint")}>{ hint.to_owned() }</p>
            }
            if let Some(fault) = fault {
                <p class="fault" id={format!("{id}-fault")}>{ fault }</p>
            }
        </div>
    }
}

/// The ids that describe a field, for a screen reader.
pub(super) fn described_by(id: &str, has_hint: bool, has_fault: bool) -> Option<String> {
    let hint = has_hint.then(|| format!("{id}-hint"));
    let fault = has_fault.then(|| format!("{id}-fault"));
    let ids: Vec<String> = [fault, hint].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The credentials to be ticked, body by body.
pub(super) fn holdings(held: &Holdings, send: &Send) -> Html {
    html! {
        <div class="holdings">
            { of_body(Body::Aapc, held, send) }
            { of_body(Body::Ahima, held, send) }
        </div>
    }
}

fn of_body(body: Body, held: &Holdings, send: &Send) -> Html {
    let ids: Vec<CredentialId> = ALL_CREDENTIALS
        .iter()
        .copied()
        .filter(|id| id.body() == body)
        .collect();
    let other = held.other_aapc;
    html! {
        <fieldset>
            <legend>{ words::body(body) }</legend>
            <div class="ticks">
                for id in ids {
                    <label class="tick" key={id.code()}>
                        <input
                            type="checkbox"
                            checked={held.named.contains(&id)}
                            onchange={send.reform(move |event: Event| Action::Hold(id, is_ticked(&event)))}
                        />
                        <span>{ words::name(id) }</span>
                    </label>
                }
            </div>
            if body == Body::Aapc {
                <div class="field inline">
                    <label for="other-aapc">{ LABELS.other_aapc }</label>
                    <select
                        id="other-aapc"
                        aria-describedby="other-aapc-hint"
                        onchange={send.reform(|event: Event| Action::OtherAapc(text_of(&event).parse().unwrap_or_default()))}
                    >
                        for count in 0..=9_u8.max(other) {
                            <option key={count} value={count.to_string()} selected={count == other}>{ count }</option>
                        }
                    </select>
                    <p class="fine" id="other-aapc-hint">{ LABELS.other_aapc_hint }</p>
                </div>
            }
        </fieldset>
    }
}
